// What people may learn who are not meant to: the database's reader, the finder of a receipt, officers of another
// department, officers while an applicant is still writing.  And what is kept of every look.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { PAPER, acted, all_ok, case_page, one_bad, receipt, received, submitted, version_of } from './cases.mjs';
import { Visitor, exchange, fixture, job, officer, said, sign_up, sql } from './client.mjs';

const KIN = '13800008877', HOME = '示例市幸福街道保密路99号2单元301';
const ANSWERS = { kin_phone: KIN, address: HOME, by_agent: '' };
let pre, clerk, stranger, c;

before(async () => {
	pre = await officer('yushen1');
	clerk = await officer('chuangkou1');
	stranger = await officer('weijian1'); // another department's reviewer and leader
	c = await received(pre, clerk, { answers: ANSWERS });
	await acted(clerk, c.no, 'notify_correction', one_bad);
});

const links = (page, pattern) => [...new Set([...page.text.matchAll(pattern)].map((m) => m[1]))];
const documents = async (staff, no) => links(await case_page(staff, no), /href="(\/desk\/case\/[^"]+\/documents\/\d+)"/g);
const files = async (staff, no) => links(await case_page(staff, no), /href="(\/file\/\d+)"/g);
const case_id = (no) => sql(`SELECT id FROM cases WHERE short_no = '${no}'`)[0][0];

// by_code - the progress page as number and query code open it.
async function by_code(found) {
	const { query_code } = await receipt(found);
	const visitor = new Visitor();
	const r = await visitor.post('/progress', { number: found.no, code: query_code });
	assert.equal(r.status, 200, said(r));
	return r;
}

test('whoever reads the database finds no document number, telephone or home address', () => {
	const tables = sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'").flat();
	assert.ok(tables.length > 20);
	for (const table of tables) {
		const text = sql(`SELECT * FROM \`${table}\``).map((row) => row.join('\t')).join('\n');
		for (const secret of [c.person.id_no, c.person.phone, KIN, HOME, '保密路'])
			assert.ok(!text.includes(secret), `${table} holds ${secret}`);
	}
});

test('the finder of a receipt sees masked names, on the notices too; the applicant sees the full name', async () => {
	const page = await by_code(c);
	const notices = links(page, /href="(\/t\/[^"]+\/notice\/\d+)"/g);
	assert.ok(notices.length >= 4, `${notices.length} notices`);
	for (const url of [...notices, notices[0].replace(/\/notice.*/, '')]) {
		const r = await exchange({ path: url });
		assert.equal(r.status, 200, said(r));
		assert.ok(r.text.includes('示**'), said(r));
		for (const secret of [c.person.name, c.person.id_no, c.person.phone, KIN, '保密路', (await receipt(c)).query_code])
			assert.ok(!r.text.includes(secret), `${url} shows ${secret}`);
	}
	assert.ok((await receipt(c)).text.includes(c.person.name));
});

test('a notice of another case does not open with this token', async () => {
	const other = await submitted();
	const [mine] = links(await by_code(c), /href="(\/t\/[^"]+\/notice\/\d+)"/g);
	const [theirs] = links(await by_code(other), /href="\/t\/[^"]+\/notice\/(\d+)"/g);
	assert.equal((await exchange({ path: mine.replace(/\d+$/, theirs) })).status, 404);
});

test("every look of an officer is on record: the case, a document, a file, a masked value, a person's cases", async () => {
	const supervisor = await officer('jiancha1');
	const id = case_id(c.no);
	const looks = () => sql(`SELECT fields FROM access_log WHERE case_id = ${id} AND staff_name = '示例·监察员'`).flat();
	assert.deepEqual(looks(), []);
	await case_page(supervisor, c.no);
	assert.deepEqual(looks(), ['case']);
	const [document] = await documents(supervisor, c.no), [file] = await files(supervisor, c.no);
	assert.equal((await supervisor.get(document)).status, 200);
	assert.equal((await supervisor.get(file)).status, 200);
	const r = await supervisor.post(`/desk/case/${c.no}/reveal`, { field: 'f.address', why: '核对邮寄地址' });
	assert.ok(r.text.includes(HOME), said(r));
	const seen = looks();
	for (const what of [`document ${document.match(/\d+$/)[0]}`, `file ${file.match(/\d+$/)[0]}`, 'f.address'])
		assert.ok(seen.includes(what), `${what} in ${seen}`);
	await supervisor.get(`/desk/find?q=${c.person.id_no}`);
	assert.equal(sql("SELECT COUNT(*) FROM access_log WHERE fields = 'find_person' AND staff_name = '示例·监察员'")[0][0], '1');
});

test("the desk's page masks numbers, telephones and the home address until somebody says why", async () => {
	const r = await case_page(clerk, c.no);
	for (const secret of [c.person.id_no, c.person.phone, KIN, '保密路'])
		assert.ok(!r.text.includes(secret), secret);
});

test("another department's officer opens nothing of it", async () => {
	const [document] = await documents(clerk, c.no), [file] = await files(clerk, c.no);
	const { text } = await case_page(clerk, c.no);
	const picture = /(\/desk\/case\/[^"]+\/files\/\d+)/.exec(text)[1];
	for (const url of [`/desk/case/${c.no}`, document, file, picture, `/desk/case/${c.no}/do/terminate`])
		assert.equal((await stranger.get(url)).status, 404, url);
	for (const [url, fields] of [['reveal', { field: 'id', why: '想看' }], ['act', { act: 'terminate', version: 1, reason: '不办' }],
		['preview', { act: 'notify_correction', version: 1 }]])
		assert.equal((await stranger.post(`/desk/case/${c.no}/${url}`, fields)).status, 404, url);
	assert.ok(!(await stranger.get(`/desk/find?q=${c.person.id_no}`)).text.includes(c.no));
});

test("another applicant opens nothing of it, signed in or not", async () => {
	const other = await sign_up(), nobody = new Visitor();
	const [file] = await files(clerk, c.no);
	const [own] = links(await c.person.get(`/case/${c.no}`), /href="(\/case\/[^"]+\/documents\/\d+)"/g);
	for (const url of [`/case/${c.no}`, `/case/${c.no}/receipt`, own, file, c.page, `${c.page}/materials`, `/case/${c.no}/withdraw`]) {
		assert.equal((await other.get(url)).status, 404, url);
		assert.equal((await nobody.get(url)).status, 401, url);
	}
	assert.equal((await other.post(`/case/${c.no}/withdraw`, { reason: '不办了', version: 1 })).status, 404);
	assert.equal((await other.upload(`/upload/${c.key}/photo`, [PAPER])).status, 404);
});

test('what was returned is its applicant\'s own until they submit it again', async () => {
	const d = await submitted();
	await acted(pre, d.no, 'pre_review_claim');
	const before_return = await files(pre, d.no);
	assert.equal((await pre.get(before_return[0])).status, 200);
	await acted(pre, d.no, 'pre_review_return', one_bad);
	await d.person.post(`${d.page}/field`, { kin_name: '还没写完的人' });
	const r = await case_page(pre, d.no);
	assert.equal(r.status, 200, said(r));
	assert.ok(!r.text.includes('还没写完的人'));
	assert.equal((await pre.get(before_return[0])).status, 404);
});

test('a preview shows the notice as it will be, in a frame of ours only, and stores nothing', async () => {
	const d = await received(pre, clerk);
	const count = () => sql(`SELECT (SELECT COUNT(*) FROM case_event WHERE case_id = ${case_id(d.no)}),
		(SELECT COUNT(*) FROM document WHERE case_id = ${case_id(d.no)}),
		(SELECT COUNT(*) FROM case_material WHERE case_id = ${case_id(d.no)} AND reason IS NOT NULL)`)[0];
	const was = count();
	const version = version_of(await case_page(clerk, d.no));
	const r = await clerk.post(`/desk/case/${d.no}/preview`, { ...one_bad, act: 'notify_correction', version });
	assert.equal(r.status, 200, said(r));
	assert.match(r.headers['content-security-policy'], /frame-ancestors 'self'/);
	for (const part of ['存根联', '回执联', '照片是侧面的', '请交一张近期正面免冠照片', '（发出时编号）'])
		assert.ok(r.text.includes(part), part);
	assert.deepEqual(count(), was);
	assert.equal((await clerk.post(`/desk/case/${d.no}/preview`, { ...one_bad, act: 'notify_correction', version, csrf: 'x' })).status, 403);
	assert.equal((await pre.post(`/desk/case/${d.no}/preview`, { ...one_bad, act: 'notify_correction', version })).status, 409);
});

test('a hostile file name stays a name', async () => {
	const evil = '"><img src=x onerror=alert(1)>\r\nX-Evil: 1;.jpg';
	const person = await sign_up();
	const d = await submitted('F6', { person });
	await acted(pre, d.no, 'pre_review_claim');
	await acted(pre, d.no, 'pre_review_return', one_bad);
	const up = await person.upload(`/upload/${d.key}/photo`, [{ name: evil, type: 'image/jpeg', bytes: fixture('good/photo.jpg') }]);
	assert.ok([303, 400, 422].includes(up.status), said(up));
	const page = await person.get(`${d.page}/materials`);
	assert.ok(!page.text.includes('<img src=x'));
	for (const url of links(page, /href="(\/file\/\d+)"/g)) {
		const r = await person.get(url);
		assert.equal(r.headers['x-evil'], undefined);
		assert.match(r.headers['content-security-policy'], /sandbox/);
	}
});

test('signing in leads nowhere else', async () => {
	const person = await sign_up();
	for (const back of ['//evil.example/', '/\\evil.example', 'https://evil.example/', '/%0d%0aX-Evil: 1', '/a\r\nX-Evil: 1', '\\\\evil', '/\t/evil.example']) {
		const visitor = new Visitor();
		const r = await visitor.post('/account/sign-in', { login: person.id_no, password: 'Demo-portal-2026', back });
		assert.equal(r.headers['x-evil'], undefined, back);
		if (r.status === 303)
			assert.match(r.headers.location, /^\/(?![/\\\t])/, back);
	}
});

test('the check of the trail finds a changed, a missing and a missing last event', async () => {
	const d = await received(pre, clerk), id = case_id(d.no);
	await job('eventcheck');
	const broken = async (spoil, mend) => {
		sql(spoil);
		await assert.rejects(job('eventcheck'));
		sql(mend);
		await job('eventcheck');
	};
	const keep = 'CREATE TABLE event_kept AS SELECT * FROM case_event';
	const columns = sql("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'case_event' AND is_generated = 'NEVER'").flat().join(', ');
	const put_back = (where) => `INSERT INTO case_event (${columns}) SELECT ${columns} FROM event_kept WHERE case_id = ${id} AND ${where}; DROP TABLE event_kept`;
	await broken(`UPDATE case_event SET actor_name = '别人' WHERE case_id = ${id} AND seq = 2`,
		`UPDATE case_event SET actor_name = '示例·预审员一' WHERE case_id = ${id} AND seq = 2`);
	await broken(`${keep}; DELETE FROM case_event WHERE case_id = ${id} AND seq = 2`, put_back('seq = 2'));
	const last = sql(`SELECT MAX(seq) FROM case_event WHERE case_id = ${id}`)[0][0];
	await broken(`${keep}; SET foreign_key_checks = 0; DELETE FROM case_event WHERE case_id = ${id} AND seq = ${last}`, put_back(`seq = ${last}`));
});
