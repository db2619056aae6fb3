// upload.test.mjs - files of a case: taken in, checked, replaced, removed, and handed to those who may see them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Visitor, fixture, officer, raw, said, sign_up, sql, words } from './client.mjs';
import { PAPER, PHOTO, acted, all_ok, draft, fill, key_of, one_bad, submit, submitted } from './cases.mjs';
import { escape_html } from './html.mjs';

const status = (r, want) => assert.equal(r.status, want, said(r));
const good = (name, as = name) => ({ name: as, bytes: fixture(`good/${name}`) });
const bad = (name, as = name) => ({ name: as, bytes: fixture(`bad/${name}`) });
const files_of = (r, item) => {
	const part = new RegExp(`id="m-${item}"[\\s\\S]*?</section>`).exec(r.text)[0];
	return [...part.matchAll(/class="file-name" href="\/file\/(\d+)">([^<]*)</g)].map(([, id, name]) => ({ id, name }));
};
async function open_draft(matter = 'F1', person) {
	person ??= await sign_up();
	const page = await draft(person, matter);
	const item = matter === 'F1' ? 'layout' : 'photo';
	return { person, page, key: key_of(page), url: `/upload/${key_of(page)}/${item}`, item };
}
const attached = async (d) => files_of(await d.person.get(`${d.page}/materials`), d.item);

// --- who and where -----------------------------------------------------------------------------------------------

test('only the applicant may attach files, to a material that exists', async () => {
	const d = await open_draft(), other = await sign_up();
	status(await new Visitor().upload(d.url, [PAPER]), 401);
	status(await other.upload(d.url, [PAPER]), 404);
	status(await d.person.upload(d.url, [PAPER], { csrf: 'A'.repeat(26) }), 403);
	status(await d.person.upload(`/upload/${d.key}/no_such_thing`, [PAPER]), 404);
	status(await d.person.upload('/upload/0000000000000/layout', [PAPER]), 404);
	status(await d.person.get(d.url), 405);
	status(await (await officer('yushen1')).upload(d.url, [PAPER], { csrf: 'x' }), 403);
	assert.deepEqual(await attached(d), []);
});

test('bodies that are no upload are refused', async () => {
	const d = await open_draft();
	status(await d.person.post(d.url, {}), 415);
	status(await d.person.send({ method: 'POST', path: d.url, body: 'x', headers: { 'Content-Type': 'multipart/form-data' } }), 400);
	status(await d.person.send({ method: 'POST', path: d.url, body: '--b\r\nbroken', headers: { 'Content-Type': 'multipart/form-data; boundary=b' } }), 400);
	const none = await d.person.upload(d.url, []);
	status(none, 422);
	assert.match(words(none), /还没有选择文件/);
	status(await d.person.upload(d.url, [PAPER], { replaces: '-1' }), 400);
	status(await d.person.upload(d.url, [PAPER], { replaces: '999999999' }), 422);
	assert.deepEqual(await attached(d), []);
});

test('a file over the limit and a body that breaks off leave nothing', async () => {
	const d = await open_draft();
	const big = { name: '大.pdf', bytes: Buffer.concat([fixture('good/pages.pdf'), Buffer.alloc(21 * 1024 * 1024)]) };
	status(await d.person.upload(d.url, [big], {}, { json: true }), 413);
	const head = `POST ${d.url} HTTP/1.1\r\nHost: x\r\nCookie: ${d.person.cookie_header()}\r\n` +
		'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n\r\n--b\r\n';
	await raw(head, { end: true, wait: 3000 });
	assert.deepEqual(await attached(d), []);
	const left = fs.readdirSync(path.join(process.env.PORTAL_VAR, 'files/tmp'));
	assert.deepEqual(left, [], 'no temporary file stays');
});

// --- what is taken -------------------------------------------------------------------------------------------------

test('every kind that the material takes is taken, by its content', async () => {
	const d = await open_draft();
	for (const name of ['pages.pdf', 'photo.jpg', 'picture.png', 'certificate.ofd', 'form.docx']) {
		const r = await d.person.upload(d.url, [good(name)], {}, { json: true });
		status(r, 200);
		assert.match(r.json.saved, /^\d\d:\d\d$/);
	}
	assert.deepEqual((await attached(d)).map((f) => f.name), ['pages.pdf', 'photo.jpg', 'picture.png', 'certificate.ofd', 'form.docx']);
});

test('what is wrong with a file is said in plain words, at once, and it is not kept', async () => {
	const d = await open_draft();
	const refused = [
		[bad('password.pdf'), /密码/], [bad('script.pdf'), /./], [bad('macro.docx'), /宏/], [bad('bomb.docx'), /./],
		[bad('program.jpg'), /./], [bad('phone.heic'), /JPG|照片/], [bad('page-lost.pdf'), /./], [bad('huge.png'), /./],
		[{ name: '空.pdf', bytes: '' }, /空/], [good('photo.jpg', '照片.pdf'), /./], [good('table.xlsx'), /./],
	];
	for (const [file, say] of refused) {
		const r = await d.person.upload(d.url, [file], {}, { json: true });
		assert.equal(r.status, 422, `${file.name}: ${said(r)}`);
		assert.match(r.json.wrong, say, file.name);
		assert.equal(r.json.saved, undefined);
		assert.match(r.json.wrong, /[\u4e00-\u9fff]{6}/, 'a sentence for people');
	}
	assert.deepEqual(await attached(d), []);
});

test('without scripts: several files at once; those refused are named with the reason, and can be sent again', async () => {
	const d = await open_draft();
	const r = await d.person.upload(d.url, [PAPER, bad('password.pdf', '锁<b>住.pdf'), PHOTO]);
	status(r, 422);
	assert.match(words(r), /有文件没有传上去.*锁<b>住\.pdf.*密码/);
	assert.ok(r.text.includes(escape_html('锁<b>住.pdf')));
	assert.ok(r.text.includes(`action="${d.url}"`));
	assert.equal((await attached(d)).length, 2);
	const fine = await d.person.upload(d.url, [PAPER]);
	status(fine, 303);
	assert.equal(fine.headers.location, `${d.page}/materials#m-layout`);
	assert.match(words(await d.person.follow(fine)), /传好了 1 个文件/);
});

test('names are shown, never used: paths, markup, long and rare characters', async () => {
	const d = await open_draft();
	for (const name of ['../../etc/passwd.pdf', '..\\..\\boot.pdf', '"><img src=x>.pdf', `${'长'.repeat(300)}.pdf`, '𠮷 {{NAME}}.pdf'])
		status(await d.person.upload(d.url, [{ ...PAPER, name: name.replaceAll('"', '%22') }], {}, { json: true }), 200);
	const page = await d.person.get(`${d.page}/materials`);
	assert.ok(!page.text.includes('<img src=x>') && !page.text.includes('../..'));
	const names = files_of(page, 'layout').map((f) => f.name);
	assert.equal(names.length, 5);
	assert.ok(names.includes('passwd.pdf') && names.includes('𠮷 {{NAME}}.pdf'));
});

test('a file is replaced or removed; too many are refused', async () => {
	const d = await open_draft();
	for (let i = 1; i <= 9; i++)
		status(await d.person.upload(d.url, [{ ...PAPER, name: `${i}.pdf` }], {}, { json: true }), 200);
	const over = await d.person.upload(d.url, [PAPER], {}, { json: true });
	status(over, 422);
	assert.match(over.json.wrong, /最多9个文件/);
	const [first, second] = await attached(d);
	status(await d.person.upload(d.url, [{ ...PHOTO, name: '换上.jpg' }], { replaces: first.id }), 303);
	let now = (await attached(d)).map((f) => f.name);
	assert.ok(!now.includes('1.pdf') && now.includes('换上.jpg') && now.length === 9);
	const other = await sign_up();
	status(await other.post(`${d.url}/${second.id}/remove`), 404);
	status(await d.person.post(`${d.url}/${second.id}/remove`, { csrf: undefined }), 403);
	status(await d.person.post(`${d.url}/${second.id}/remove`), 303);
	status(await d.person.post(`${d.url}/${second.id}/remove`, {}, { json: true }), 404);
	status(await d.person.post(`${d.url}/x/remove`), 404);
	status(await d.person.get(`${d.url}/${second.id}/remove`), 405);
	now = await attached(d);
	assert.equal(now.length, 8);
	status(await d.person.get(`/file/${second.id}`), 404);
});

test('what was acknowledged is in the store under its hash, and in the database', async () => {
	const d = await open_draft();
	status(await d.person.upload(d.url, [PAPER, { ...PAPER, name: '同一份.pdf' }], {}, { json: true }), 200);
	const ids = (await attached(d)).map((f) => f.id);
	const rows = sql(`SELECT HEX(sha256), size, kind FROM case_file WHERE id IN (${ids.join(',')})`);
	assert.equal(rows.length, 2);
	assert.deepEqual(rows[0], rows[1], 'the same content is kept once');
	const hash = rows[0][0].toLowerCase();
	const file = path.join(process.env.PORTAL_VAR, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
	assert.ok(fs.readFileSync(file).equals(fixture('good/pages.pdf')));
	assert.equal(fs.statSync(file).mode & 0o777, 0o440);
});

// --- who may see a file ----------------------------------------------------------------------------------------------

test('a file is sent to its applicant, with headers that keep it harmless, and to no other', async () => {
	const d = await open_draft(), other = await sign_up();
	await d.person.upload(d.url, [PAPER, PHOTO, good('form.docx', '申请书.docx')], {}, { json: true });
	const [pdf, jpg, docx] = await attached(d);
	for (const [f, type, how] of [[pdf, 'application/pdf', 'inline'], [jpg, 'image/jpeg', 'inline'],
		[docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment']]) {
		const r = await d.person.get(`/file/${f.id}`);
		status(r, 200);
		assert.equal(r.type, type);
		assert.equal(r.headers['content-disposition'], `${how}; filename*=UTF-8''${encodeURIComponent(f.name)}`);
		assert.match(r.headers['content-security-policy'], /default-src 'none'.*sandbox/);
		assert.match(r.headers['cache-control'], /no-store/);
		status(await other.get(`/file/${f.id}`), 404);
		status(await new Visitor().get(`/file/${f.id}`), 401);
	}
	assert.ok((await d.person.get(`/file/${jpg.id}`)).body.equals(PHOTO.bytes));
	for (const id of ['0', '-1', 'x', '99999999999999999999', '999999999'])
		status(await d.person.get(`/file/${id}`), 404);
	status(await d.person.post(`/file/${pdf.id}`), 405);
	status(await d.person.get('/private/'), 404);
	const [[hash]] = sql(`SELECT LOWER(HEX(sha256)) FROM case_file WHERE id = ${pdf.id}`);
	status(await d.person.get(`/private/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`), 404);
});

test('officers see files of submitted cases in their scope, and every look is on record', async () => {
	const pre = await officer('yushen1'), market = await officer('shijian1'), civil = await officer('minzheng1');
	const editor = await officer('bianji1');
	const d = await open_draft('F6');
	await fill(d.person, d.page);
	const [photo] = await attached(d);
	status(await pre.get(`/file/${photo.id}`), 404); // a draft is nobody's business
	await submit(d.person, d.page);
	const looks = () => sql(`SELECT staff_name, fields, reason <> '' FROM access_log WHERE fields = 'file ${photo.id}'`);
	assert.deepEqual(looks(), []);
	status(await pre.get(`/file/${photo.id}`), 200);
	status(await civil.get(`/file/${photo.id}`), 200);
	status(await market.get(`/file/${photo.id}`), 404); // another department
	status(await editor.get(`/file/${photo.id}`), 404); // no post at cases
	assert.equal(looks().length, 2);
	assert.ok(looks().every((l) => l[2] === '1'));
	status(await d.person.get(`/file/${photo.id}`), 200);
	assert.equal(looks().length, 2, "the applicant's own looks are not");
});

test('officers still see what was replaced in a correction', async () => {
	const pre = await officer('yushen1'), clerk = await officer('chuangkou1');
	const c = await submitted();
	const [[old]] = sql(`SELECT f.id FROM case_file f JOIN cases c ON c.id = f.case_id WHERE c.short_no = '${c.no}'`);
	await acted(pre, c.no, 'pre_review_claim');
	await acted(pre, c.no, 'pre_review_pass', all_ok);
	await acted(clerk, c.no, 'receive');
	await acted(clerk, c.no, 'notify_correction', one_bad);
	status(await c.person.upload(`/upload/${c.key}/photo`, [PHOTO], { replaces: old }), 303);
	status(await c.person.get(`/file/${old}`), 404);
	status(await clerk.get(`/file/${old}`), 200);
});
