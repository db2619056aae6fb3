// pdf.mjs - what is in a PDF, by independent readers: poppler for properties, fonts, text and pictures, zbarimg for the QR code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const run = (program, args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });

// pdf_read - {pages, size, title, author, made, tagged, tags, fonts, text, qr, red}: tags: elements and their texts in the order of reading,
// [["H1", "受理通知书"], ...]; text without blanks and line ends, because a
// reader may put them anywhere between Chinese letters; qr: on the first sheet, or ''; red: whether there is the ink of a seal on the last sheet.
export function pdf_read(bytes) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pdf-'));
	try {
		const file = path.join(folder, 'a.pdf');
		fs.writeFileSync(file, bytes);
		const info = Object.fromEntries(run('pdfinfo', ['-isodates', file]).split('\n').map((l) => [l.split(':')[0], l.replace(/^[^:]*:\s*/, '')]));
		const fonts = run('pdffonts', [file]).trim().split('\n').slice(2).map((line) => {
			const [, name, rest] = /^(\S+)\s+(.*)$/.exec(line);
			const [embedded, subset, unicode] = rest.trim().split(/\s+/).slice(-5);
			return { name, embedded, subset, unicode };
		});
		run('pdftoppm', ['-r', '150', '-l', '1', '-png', file, path.join(folder, 'p')]);
		const [picture] = fs.readdirSync(folder).filter((n) => n.endsWith('.png')).map((n) => path.join(folder, n));
		return {
			pages: Number(info.Pages), size: info['Page size'], title: info.Title, author: info.Author, made: info.CreationDate, fonts,
			tagged: info.Tagged === 'yes', tags: tags_of(run('pdfinfo', ['-struct-text', file])),
			text: run('pdftotext', [file, '-']).replace(/\s/g, ''), qr: qr_of(picture), red: red_of(file, folder, Number(info.Pages)),
		};
	} finally {
		fs.rmSync(folder, { recursive: true });
	}
}

function tags_of(tree) {
	const found = [];
	for (const line of tree.split('\n')) {
		const name = /^\s*([A-Z]\w*)(?: \(\w+\))?$/.exec(line)?.[1];
		if (name) found.push([name, '']);
		else if (found.length) found.at(-1)[1] += line.replace(/^\s*"|"$/g, '');
	}
	return found;
}

function qr_of(picture) {
	try {
		return run('zbarimg', ['--quiet', '--raw', picture]).trim();
	} catch (e) {
		assert.equal(e.status, 4, String(e)); // nothing found
		return '';
	}
}

// red_of - the share of the lower two thirds of a sheet that has the colour of the seal; the head of a letter is red too, and
// is above them.
function red_of(file, folder, page) {
	run('pdftoppm', ['-r', '36', '-f', String(page), '-l', String(page), file, path.join(folder, 'red')]);
	const ppm = fs.readFileSync(path.join(folder, fs.readdirSync(folder).find((n) => n.startsWith('red'))));
	const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
	const pixels = ppm.subarray(head[0].length + Math.floor(Number(head[2]) / 3) * Number(head[1]) * 3);
	let red = 0;
	for (let i = 0; i < pixels.length; i += 3)
		red += pixels[i] > 150 && pixels[i + 1] < 150 && pixels[i + 2] < 150;
	return red / (pixels.length / 3);
}
