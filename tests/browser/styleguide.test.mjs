// The style guide, and so every component in every state: usable by everybody, at every width, and on paper.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, serve } from './look.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GUIDE = '/tests/browser/styleguide.html';
const LOOKS = [[360, ''], [390, ''], [430, 'elder'], [360, 'elder'], [768, ''], [1280, ''], [1280, 'elder'], [1440, 'staff']];

let browser, server, page;
before(async () => {
	browser = await launch();
	server = await serve();
	page = await browser.newPage();
});
after(async () => {
	await browser.close();
	await server.stop();
});

async function open(width, mode) {
	await page.setViewportSize({ width, height: 900 });
	await page.goto(server.base + GUIDE);
	await page.evaluate((m) => { document.documentElement.className = m; }, mode);
}

for (const [width, mode] of LOOKS) {
	test(`${width} px ${mode || 'standard'}: nothing sticks out sideways`, async () => {
		await open(width, mode);
		assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
	});
	test(`${width} px ${mode || 'standard'}: axe finds nothing`, async () => {
		await open(width, mode);
		await page.evaluate(AXE);
		const found = await page.evaluate(async () => (await axe.run({ exclude: ['iframe'] })).violations
			.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`));
		assert.deepEqual(found, []);
	});
}

test('elder mode: text is at least 24 px, except marks beside it', async () => {
	await open(390, 'elder');
	const small = await page.evaluate(() => [...document.querySelectorAll('main p, main li, main td, main dd, main dt, main label')]
		.filter((e) => e.offsetParent && !e.closest('.sheet, .keys, .visually-hidden') && parseFloat(getComputedStyle(e).fontSize) < 24)
		.map((e) => `${e.tagName}.${e.className} ${getComputedStyle(e).fontSize}`));
	assert.deepEqual(small, []);
});

test('whatever can be pressed is at least 24 px high and wide, buttons and choices 44', async () => {
	await open(390, '');
	const small = await page.evaluate(() => [...document.querySelectorAll('main .btn:not(.btn-small), main .choice, .site-nav a, summary')]
		.filter((e) => e.offsetParent && !e.closest('.file-swap, .upload-more') && e.getBoundingClientRect().height < 44)
		.map((e) => `${e.tagName}.${e.className} ${e.getBoundingClientRect().height}`));
	assert.deepEqual(small, []);
});

// --- paper --------------------------------------------------------------------------------------------------------

const pages_of = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;

async function print(id, mode, change, n) {
	await open(1280, mode);
	await page.evaluate((keep) => {
		for (const part of [...document.querySelectorAll('main > *')]) if (part.id !== keep) part.remove();
	}, id);
	if (change) await page.evaluate(change, n);
	return pages_of(await page.pdf({ preferCSSPageSize: true }));
}
function materials(n) {
	const body = document.querySelector('tbody');
	while (body.rows.length < n) {
		const row = body.rows[0].cloneNode(true);
		row.cells[1].textContent = '建设工程施工图设计文件审查合格书及其附件清单（含消防设计）';
		body.append(row);
	}
}
function items(n) {
	for (const list of document.querySelectorAll('.notice-items')) {
		const item = list.children[0];
		item.firstChild.textContent = '经营场所平面图：图上没有标出洗消间和库房的位置、面积，也没有注明比例。请补画后写明面积，由经营者签名。（';
		while (list.children.length > n) list.lastElementChild.remove();
		while (list.children.length < n) list.append(item.cloneNode(true));
	}
}

for (const mode of ['', 'elder', 'staff'])
	for (const n of [5, 11, 24])
		test(`a receipt with ${n} materials is one A4 sheet (${mode || 'standard'})`, async () => {
			assert.equal(await print('receipt', mode, materials, n), 1);
		});
for (const n of [1, 3, 5, 7])
	test(`a notice with ${n} long items: stub and reply on one A4 sheet`, async () => {
		assert.equal(await print('notice', '', items, n), 1);
	});
test('a notice with nine long items: a sheet for each copy', async () => {
	assert.equal(await print('notice', '', items, 9), 2);
});
test('any other document is one A4 sheet', async () => {
	assert.equal(await print('letter', ''), 1);
});
test('on paper there is the sheet and nothing around it', async () => {
	await open(1280, '');
	await page.evaluate(() => {
		for (const part of [...document.querySelectorAll('main > *')]) if (part.id !== 'receipt') part.remove();
	});
	await page.emulateMedia({ media: 'print' });
	const seen = await page.evaluate(() => ['.site-head', '.site-nav', '.site-foot', '.skip', '.sheet']
		.filter((s) => document.querySelector(s).getClientRects().length > 0));
	await page.emulateMedia({ media: null });
	assert.deepEqual(seen, ['.sheet']);
});
