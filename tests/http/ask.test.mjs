// ask.test.mjs - enquiries from both sides: who takes one first answers for it; departments are asked; "not now" has a time and a
// way; and a good answer becomes a frequent question, judged by a second person, on the guide page and in the search.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Visitor, matter_codes, new_phone, officer, said, sql, words } from './client.mjs';

const desk = {};
before(async () => {
	for (const login of ['daoban1', 'chuangkou1', 'chuangkou2', 'tongchou1', 'shijian1', 'weijian1', 'bianji1', 'shenhe1'])
		desk[login] = await officer(login);
});
let n = 0;
const question = () => `开饭店第${++n}步要先办什么？（${process.pid}）`;
async function asked(fields = {}, who = new Visitor()) {
	const r = await who.submit(await who.get('/ask'), '/ask', { question: question(), matter: matter_codes.F1, ...fields });
	assert.equal(r.status, 303, said(r));
	const token = r.headers.location.split('/').pop(), page = await who.follow(r);
	return { who, token, page, no: /编号<\/dt><dd class="num-big">(\w+-\d+)</.exec(page.text)[1], code: /查询码<\/dt><dd class="num-big">(\d{6})</.exec(page.text)[1] };
}
const at = (no, column) => sql(`SELECT ${column} FROM enquiry WHERE number = '${no}'`)[0][0];
const act = (who, no, action, fields = {}) => who.post(`/desk/enquiries/${no}/act`, { act: action, version: at(no, 'version'), ...fields });
async function done(...args) {
	const r = await act(...args);
	assert.equal(r.status, 303, said(r));
}

describe('an enquiry', () => {
	test('is due in three working days; two reach for it, one has it', async () => {
		const e = await asked();
		assert.equal(at(e.no, 'due'), '2026-03-05');
		const both = await Promise.all([desk.daoban1, desk.chuangkou1].map((o) => act(o, e.no, 'take')));
		assert.deepEqual(both.map((r) => r.status).sort(), [303, 409]);
		assert.match(words(both.find((r) => r.status === 409)), /已经先接了这个问题/);
	});
	test('stays with who took it first while a department is asked, until it is answered', async () => {
		const phone = new_phone(), e = await asked({ phone });
		await done(desk.daoban1, e.no, 'take');
		assert.equal((await act(desk.chuangkou2, e.no, 'answer', { way: 'page', words: '先办执照' })).status, 409);
		await done(desk.daoban1, e.no, 'transfer', { unit: 'market', words: '请主管部门说明' });
		const [[owner]] = sql("SELECT id FROM staff WHERE login = 'daoban1'");
		assert.equal(at(e.no, 'owner_id'), owner);
		assert.equal((await desk.weijian1.get(`/desk/enquiries/${e.no}`)).status, 404);
		assert.match(words(await e.who.get(`/ask/v/${e.token}`)), /负责人：示例·导办员/);
		await done(desk.shijian1, e.no, 'answer', { way: 'page', words: '先办营业执照，再办食品经营许可。' });
		assert.equal(at(e.no, 'owner_id'), owner);
		assert.match(words(await e.who.get(`/ask/v/${e.token}`)), /先办营业执照/);
		assert.ok(Number(sql(`SELECT COUNT(*) FROM outbox WHERE topic = 'enquiry' AND topic_id = ${at(e.no, 'id')}`)[0][0]) >= 3);
	});
	test('"not now" needs a day and a way, once', async () => {
		const e = await asked();
		await done(desk.daoban1, e.no, 'take');
		for (const fields of [{ words: '要查' }, { words: '要查', way: 'phone' }, { words: '要查', way: 'phone', later: '2026-03-02' }, { words: '要查', way: 'phone', later: '2026-06-01' }])
			assert.equal((await act(desk.daoban1, e.no, 'later', fields)).status, 422);
		await done(desk.daoban1, e.no, 'later', { words: '要查', way: 'phone', later: '2026-03-12' });
		assert.equal(at(e.no, 'due'), '2026-03-12');
		assert.match(words(await e.who.get(`/ask/v/${e.token}`)), /2026年3月12日，打电话告诉您/);
		assert.equal((await act(desk.daoban1, e.no, 'later', { words: '再查', way: 'phone', later: '2026-03-16' })).status, 409);
	});
	test('can be followed up by who holds the code, and goes back to the same officer', async () => {
		const e = await asked();
		await done(desk.daoban1, e.no, 'take');
		await done(desk.daoban1, e.no, 'answer', { way: 'page', words: '要带身份证。' });
		const r = await e.who.post(`/ask/v/${e.token}/act`, { act: 'follow', version: at(e.no, 'version'), words: '复印件行吗？' });
		assert.equal(r.status, 303, said(r));
		assert.equal(at(e.no, 'state'), 'taken');
		const v = new Visitor();
		const found = await v.submit(await v.get('/ask/find'), '/ask/find', { number: e.no, code: e.code });
		assert.equal(found.headers.location, `/ask/v/${e.token}`);
	});
	test('a good answer is published by a second person, found in the search, and withdrawn', async () => {
		const word = `火锅底料${process.pid}`, e = await asked({ question: `${word}要许可吗？电话13912345678` });
		await done(desk.daoban1, e.no, 'take');
		await done(desk.daoban1, e.no, 'answer', { way: 'page', words: '要办食品经营许可。' });
		const draft = await desk.daoban1.get(`/desk/enquiries/${e.no}/faq`);
		assert.doesNotMatch(draft.text, /13912345678/);
		let r = await desk.daoban1.submit(draft, `/desk/enquiries/${e.no}/faq`, { question: `${word}要许可吗？13912345678` });
		assert.equal(r.status, 422, said(r));
		r = await desk.daoban1.submit(draft, `/desk/enquiries/${e.no}/faq`, { question: `${word}要许可吗？` });
		assert.equal(r.status, 303, said(r));
		const url = r.headers.location, guide = `/matters/${matter_codes.F1}`;
		assert.doesNotMatch((await new Visitor().get(guide)).text, new RegExp(word));
		assert.equal((await desk.daoban1.post(`${url}/judge`, { version: 1, verdict: 'publish' })).status, 403);
		const page = await desk.bianji1.get(url);
		r = await desk.bianji1.submit(page, `${url}/judge`, { verdict: 'publish' });
		assert.equal(r.status, 303, said(r));
		assert.match((await new Visitor().get(guide)).text, new RegExp(word));
		assert.match(words(await new Visitor().get(`/matters?q=${encodeURIComponent('火锅底料')}`)), /大家问过的.*火锅底料/);
		r = await desk.shenhe1.submit(await desk.shenhe1.get(url), `${url}/withdraw`, { reason: '' });
		assert.equal(r.status, 422, said(r));
		r = await desk.shenhe1.submit(await desk.shenhe1.get(url), `${url}/withdraw`, { reason: '规定改了' });
		assert.equal(r.status, 303, said(r));
		assert.doesNotMatch((await new Visitor().get(guide)).text, new RegExp(word));
	});
});
