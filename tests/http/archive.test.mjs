// archive.test.mjs - from the closed case to the archive: the package that the job writes, its check without the portal, the
// list that goes with the paper, and the archivist's answer.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { acted, receipt, received, result_ready, submitted, taker } from './cases.mjs';
import { job, officer, officer_add, said, sql, words } from './client.mjs';
import { pdf_read } from './pdf.mjs';

const VAR = process.env.PORTAL_VAR;
const CHECK = path.join(process.env.PORTAL_BIN, 'archive-check');
const people = {};
let done; // an archived case

// check - what the command says of a file: {status, line}.
function check(...args) {
	const r = spawnSync(CHECK, args, { encoding: 'utf8', env: {} }); // no settings, no portal
	return { status: r.status, line: r.stdout.trim(), usage: r.stderr };
}
async function archived() {
	const c = await result_ready(people.pre, people.clerk, people.dept);
	await acted(people.issuer, c.no, 'issue', taker(c.person));
	await acted(people.clerk, c.no, 'archive');
	return c;
}
const package_of = async (who, no) => {
	const { text } = await who.get(`/desk/archive/${no}`);
	return /\/package\/(\d+)"/.exec(text)?.[1];
};
// pack - what the job does; it runs here as whoever tests, so its files are given to the portal's user.
async function pack(...numbers) {
	const done_by = await job('archive', ...numbers);
	const { uid, gid } = fs.statSync(path.join(VAR, 'files'));
	for (const name of ['', ...fs.readdirSync(path.join(VAR, 'archive'), { recursive: true })])
		fs.chownSync(path.join(VAR, 'archive', name), uid, gid);
	return done_by;
}
// entries_of - name to bytes, from the list at the end of the file; packages do not compress.
function entries_of(zip) {
	const found = new Map();
	for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50;) {
		const [size, name, extra, comment] = [zip.readUInt32LE(at + 24), ...[28, 30, 32].map((k) => zip.readUInt16LE(at + k))];
		const local = zip.readUInt32LE(at + 42), data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		assert.equal(zip.readUInt16LE(at + 10), 0);
		found.set(zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(data, data + size));
		at += 46 + name + extra + comment;
	}
	return found;
}
const tries = () => fs.mkdtempSync(path.join(os.tmpdir(), 'archive-'));

before(async () => {
	people.pre = await officer('yushen1');
	people.clerk = await officer('chuangkou1');
	people.issuer = await officer('fazheng1');
	people.dept = await officer('minzheng1');
	people.other = await officer('jiaoyun1');
	people.archivist = await officer('dangan1');
	done = await archived();
	await pack();
});

describe('the package', () => {
	test('lies in the archive by year, for the portal alone, and is whole without the portal', async () => {
		const file = path.join(VAR, 'archive/2026', `${done.no}.zip`);
		assert.equal(fs.statSync(file).mode & 0o777, 0o440);
		const r = check(file);
		assert.equal(r.status, 0, r.line);
		assert.match(r.line, new RegExp(`: whole: case ${done.no} \\(\\w+\\), \\d+ events, (\\d+) documents, \\1 of them as PDF, \\d+ uploads; last event [0-9a-f]{64}`));
		const head = /last event ([0-9a-f]{64})/.exec(r.line)[1];
		assert.equal(check('--head', head, file).status, 0);
		assert.match(check('--head', '0'.repeat(64), file).line, /not the one that was asked for/);
	});

	test('holds each document also as the PDF that was made of it, as poppler reads it', async () => {
		const entries = entries_of(fs.readFileSync(path.join(VAR, 'archive/2026', `${done.no}.zip`)));
		const list = JSON.parse(entries.get('documents.json'));
		for (const d of list)
			assert.equal(entries.get(d.print).subarray(0, 5).toString(), '%PDF-', d.title);
		for (const kind of ['submission_receipt', 'acceptance_notice', 'grant', 'certificate', 'archive_list']) {
			const d = list.find((one) => one.kind === kind);
			const paper = pdf_read(entries.get(d.print));
			assert.ok(paper.text.includes(d.title), paper.text);
			assert.ok(paper.text.includes((d.number ?? '').replaceAll(' ', '')), d.number);
			assert.equal(paper.made.slice(0, 19), d.issued_at.slice(0, 19).replace(' ', 'T'));
			assert.match(paper.qr, /\/t\/[0-9A-Z]+$/);
			assert.ok(!paper.text.includes((await receipt(done)).query_code), 'the query code is for the applicant');
		}
	});

	test('made again it has the same bytes; the register knows them', async () => {
		const file = path.join(VAR, 'archive/2026', `${done.no}.zip`);
		const first = fs.readFileSync(file);
		const { stdout } = await pack(done.no);
		assert.ok(fs.readFileSync(file).equals(first));
		const sum = execFileSync('sha256sum', [file], { encoding: 'utf8' }).split(' ')[0];
		assert.match(stdout, new RegExp(`^${sum}  2026/${done.no}\\.zip`));
		assert.equal(sql(`SELECT LOWER(HEX(p.sha256)) FROM archive_package p JOIN cases c ON c.id = p.case_id WHERE c.short_no = '${done.no}'`)[0][0], sum);
	});

	test('one flipped byte, a cut, a wrong call', () => {
		const dir = tries(), bytes = fs.readFileSync(path.join(VAR, 'archive/2026', `${done.no}.zip`));
		const at = bytes.indexOf('张') >= 0 ? bytes.indexOf('张') : Math.floor(bytes.length / 2);
		const other = Buffer.from(bytes);
		other[at] ^= 1;
		fs.writeFileSync(path.join(dir, 'flipped.zip'), other);
		fs.writeFileSync(path.join(dir, 'cut.zip'), bytes.subarray(0, bytes.length - 100));
		for (const name of ['flipped.zip', 'cut.zip', 'missing.zip']) {
			const r = check(path.join(dir, name));
			assert.equal(r.status, 1, r.line);
			assert.equal(r.line.split('\n').length, 1);
		}
		assert.match(check(path.join(dir, 'flipped.zip')).line, /(was changed|is damaged|cannot be read|no whole zip)/);
		assert.equal(check().status, 2);
		assert.match(check().usage, /^usage: archive-check/);
		assert.equal(check('--help').status, 2);
		fs.rmSync(dir, { recursive: true });
	});

	test('the command names what there is no package of', async () => {
		const open = await received(people.pre, people.clerk);
		await assert.rejects(job('archive', open.no));
		await assert.rejects(job('archive', 'SL20200101-0301-00001'));
	});
});

describe('the desk of the archive', () => {
	test('an archivist starts at the list of departments', async () => {
		assert.equal((await people.archivist.get('/desk')).headers.location, '/desk/archive');
		const r = await people.archivist.get('/desk/archive');
		assert.equal(r.status, 200, said(r));
		assert.match(words(r), /示例市民政局 \d+ \d+ \d+ \d+/);
		assert.equal((await people.archivist.get(`/desk/case/${done.no}`)).status, 403);
	});

	test('the paper list names cases, due days and states; a department sees its own only', async () => {
		const r = await people.dept.get('/desk/archive');
		assert.equal(r.status, 200, said(r));
		assert.match(words(r), new RegExp(`${done.no} 老年人优待证 .* 准予 .*2026年4月30日 等档案员接收`));
		assert.match(r.text, /移交人（签字）/);
		const other = await people.other.get('/desk/archive?dept=civil');
		assert.doesNotMatch(other.text, new RegExp(done.no));
		assert.equal((await people.other.get(`/desk/archive/${done.no}`)).status, 404);
		assert.equal((await people.archivist.get('/desk/archive?dept=nowhere')).status, 404);
	});

	test('the list as a table for spreadsheet programs', async () => {
		const r = await people.archivist.get('/desk/archive.csv?dept=civil');
		assert.equal(r.status, 200);
		assert.equal(r.type, 'text/csv');
		assert.ok(r.body.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])));
		assert.match(r.text, new RegExp(`"${done.no}","老年人优待证","示\\*+"`));
		assert.equal((await people.archivist.get('/desk/archive.csv')).headers.location, '/desk/archive');
	});

	test('only an archivist takes the package, and every time is on record', async () => {
		const id = await package_of(people.archivist, done.no);
		const url = `/desk/archive/${done.no}/package/${id}`;
		const count = () => Number(sql(`SELECT COUNT(*) FROM access_log WHERE fields = 'package ${id}'`)[0][0]);
		const was = count();
		const r = await people.archivist.get(url);
		assert.equal(r.status, 200);
		assert.ok(r.body.equals(fs.readFileSync(path.join(VAR, 'archive/2026', `${done.no}.zip`))));
		assert.match(r.headers['content-disposition'], /^attachment/);
		assert.equal(count(), was + 1);
		for (const who of [people.clerk, people.dept, people.issuer]) assert.equal((await who.get(url)).status, 403);
		assert.equal(await package_of(people.dept, done.no), undefined);
		assert.equal((await people.archivist.get(`/desk/archive/${done.no}/package/999999999`)).status, 404);
		assert.equal((await people.archivist.get(`/archive/2026/${done.no}.zip`)).status, 404); // nginx's own, from inside only
	});

	test('returned with a reason, then accepted, and then it stays', async () => {
		const c = await archived();
		await pack();
		const id = await package_of(people.archivist, c.no), page = `/desk/archive/${c.no}/package/${id}`;
		const bare = await people.archivist.post(`${page}/return`, { defect: '' });
		assert.equal(bare.status, 422, said(bare));
		assert.equal((await people.clerk.post(`${page}/accept`)).status, 403);
		assert.equal((await people.archivist.post(`${page}/return`, { defect: '纸质申请表缺第二页' })).status, 303);
		assert.match(words(await people.dept.get('/desk/archive')), new RegExp(`${c.no} .*退回补正 纸质申请表缺第二页`));
		assert.equal((await people.archivist.post(`${page}/accept`)).status, 303);
		assert.match(words(await people.dept.get('/desk/archive?view=accepted')), new RegExp(c.no));
		assert.doesNotMatch((await people.dept.get('/desk/archive')).text, new RegExp(c.no));
		assert.equal((await people.archivist.post(`${page}/return`, { defect: '晚了' })).status, 409);
		assert.match((await pack(c.no)).stdout, /accepted by the archive, left as it is/);
	});

	test('a package of another case is not this one', async () => {
		const id = await package_of(people.archivist, done.no);
		const c = await submitted('F6');
		assert.equal((await people.archivist.post(`/desk/archive/${c.no}/package/${id}/accept`)).status, 404);
		assert.equal((await people.archivist.get(`/desk/archive/${c.no}/package/${id}`)).status, 404);
	});

	test('who has nothing to do with it is not let in', async () => {
		const editor = await officer(officer_add({ keys: ['editor'] }));
		assert.equal((await editor.get('/desk/archive')).status, 403);
		assert.equal((await editor.get('/desk/archive.csv?dept=civil')).status, 403);
	});
});

describe('the backup', () => {
	test('holds the packages', () => {
		const dir = `${tries()}-backup`; // made by the script, for the portal's user
		execFileSync('conf/backup', [dir], { env: { ...process.env, VAR }, stdio: 'pipe' });
		const file = path.join(dir, 'archive/2026', `${done.no}.zip`);
		assert.equal(check(file).status, 0);
		fs.rmSync(dir, { recursive: true, force: true });
	});
});
