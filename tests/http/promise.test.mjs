// What applicants promise: a material that comes later (容缺), and that they meet the conditions (告知承诺); what the window
// and the department do about it; the credit record.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { PAPER, act, acted, case_page, counter_draft, draft, every_ok, key_of, submit } from './cases.mjs';
import { matter_codes, officer, said, sign_up, sql } from './client.mjs';
import { at_window as brought, granted, place } from './promises.mjs';

let pre, window_, health, issuer, coordinator, manager, supervisor, market;
before(async () => {
	[pre, window_, health, issuer, coordinator, manager, supervisor, market] = await Promise.all(
		['yushen1', 'chuangkou1', 'weijian1', 'fazheng1', 'tongchou1', 'guanli1', 'jiancha1', 'shijian1'].map((n) => officer(n)));
});

const at_window = (person, page) => brought(person, page, pre, window_);
const status = (r, wanted) => assert.equal(r.status, wanted, `${r.method} ${r.path}: ${said(r)}`);
const state_of = (no) => sql(`SELECT state FROM cases WHERE short_no = '${no}'`)[0][0];

test('a matter with a choice asks for it first, and tells conditions, materials and consequences', async () => {
	const person = await sign_up();
	const begun = await person.post(`/apply/${matter_codes.F2}`, { fresh: '1' });
	assert.match(begun.headers.location, /\/mode$/);
	const page = begun.headers.location.replace('/mode', '');
	const { text } = await person.get(`${page}/mode`);
	for (const part of ['公共场所卫生管理条例', '选址、布局、卫生设施符合国家卫生标准', '卫生检测或者评价报告', '不再适用告知承诺的许可方式', '三日内'])
		assert.ok(text.includes(part), part);
	status(await person.post(`${page}/mode`, { mode: 'promise' }), 422);
	status(await person.post(`${page}/mode`, {}), 422);
	status(await person.post(`${page}/mode`, { mode: 'other', known: '1' }), 422);
	status(await person.post(`${page}/mode`, { mode: 'promise', known: '1' }), 303);
	assert.match((await person.get(page)).text, /办理方式：告知承诺/);
	status(await (await sign_up()).get(`${page}/mode`), 404);
});

test('elsewhere there is no such choice', async () => {
	const person = await sign_up();
	const page = await draft(person, 'F6');
	const r = await person.get(`${page}/mode`);
	status(r, 303);
	assert.equal(r.headers.location, page);
	await person.post(`${page}/mode`, { mode: 'promise', known: '1' });
	assert.deepEqual(sql(`SELECT COUNT(*) FROM promise p JOIN cases c ON c.id = p.case_id WHERE c.matter_code = '${matter_codes.F6}'`), [['0']]);
});

test('a report is promised in this mode only, and what was promised has to be handed in without it', async () => {
	const person = await sign_up();
	const { page } = await place(person, 'ordinary');
	status(await person.post(`${page}/materials/ac_report`, { state: 'promised' }), 422);
	const other = await place(person, 'promise', { test_report: 'promised' });
	const switched = await person.post(`${other.page}/mode`, { mode: 'ordinary' });
	status(switched, 303);
	assert.match((await person.get(`${other.page}/check`)).text, /“卫生检测或者评价报告”还没有交/);
});

test('both promises are signed by a box of their own', async () => {
	const person = await sign_up();
	const { page } = await place(person, 'promise', { test_report: 'promised', plans: 'gap' });
	const check = await person.get(`${page}/check`);
	assert.match(check.text, /下列材料暂时不能提交：方位图、平面图和卫生设施布局图。本人（单位）承诺在受理后 5 个工作日内补齐/);
	assert.match(check.text, /本承诺书在“信用/);
	const none = await person.submit(check, `${page}/submit`, { agree: '1' });
	status(none, 422);
	assert.match(none.text, /要以后补交材料，请先看清承诺/);
	assert.match(none.text, /选了告知承诺，请先看清承诺书/);
	status(await person.submit(check, `${page}/submit`, { agree: '1', gap_promise: '1' }), 422);
	const r = await person.submit(check, `${page}/submit`, { agree: '1', gap_promise: '1', commitment: '1' });
	status(r, 303);
	const no = /case\/([^/]+)/.exec(r.headers.location)[1];
	const [[note]] = sql(`SELECT e.note FROM case_event e JOIN cases c ON c.id = e.case_id WHERE c.short_no = '${no}' AND e.action = 'submit'`);
	assert.match(note, /网上确认容缺受理承诺书，2026-03-0\d \d\d:\d\d；.*网上确认信用承诺书/);
});

// submit_key - of a draft whose page does not show it, because it cannot be submitted yet
const submit_key = (page) => sql(`SELECT submit_key FROM cases WHERE ref = ${ref_of(page)}`)[0][0];
// ref_of - base32 (Crockford) of the key in the address, as SQL
function ref_of(page) {
	const bits = [...key_of(page)].map((c) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c).toString(2).padStart(5, '0')).join('').slice(0, 64);
	return `X'${BigInt(`0b${bits}`).toString(16).padStart(16, '0')}'`;
}

test('three working days after the notice the promise is late', async () => {
	const person = await sign_up();
	const { page } = await place(person, 'promise', { test_report: 'promised' });
	sql(`UPDATE promise p JOIN cases c ON c.id = p.case_id SET p.told_day = '2026-02-24' WHERE c.submit_key = '${submit_key(page)}'`);
	const check = await person.get(`${page}/check`);
	assert.match(check.text, /三个工作日内作出承诺，最晚是2026年2月27日/);
	const mode = await person.get(`${page}/mode`);
	assert.match(mode.text, /按一般程序办，下一步/);
	assert.doesNotMatch(mode.text, /value="promise"/);
	status(await person.post(`${page}/mode`, { mode: 'promise', known: '1' }), 403);
	status(await person.post(`${page}/submit`, { submit_key: submit_key(page), agree: '1', commitment: '1' }), 422);
	status(await person.submit(mode, `${page}/mode`), 303);
	status(await person.upload(`/upload/${key_of(page)}/test_report`, [PAPER]), 303);
	await submit(person, page);
});

test('the letters say what is handed in, what comes later and what is shown at the check', async () => {
	const person = await sign_up();
	const { page } = await place(person, 'promise', { test_report: 'promised', plans: 'gap' });
	const no = await at_window(person, page);
	await acted(window_, no, 'accept', await every_ok(window_, no));
	const own = await person.get(`/case/${no}`);
	const letters = Object.fromEntries([...own.text.matchAll(/href="(\/case\/[^"]+\/documents\/\d+)">([^<]+)</g)].map(([, url, title]) => [title, url]));
	const notice = await person.get(letters['行政审批机关告知书']), letter = await person.get(letters['信用承诺书']);
	assert.match(notice.text, /申请人已经提交：第1项、第2项、第5项。/);
	assert.match(notice.text, /申请人应当在2026年3月9日前提交：第3项。/);
	assert.match(notice.text, /进行检查时提交：第4项。/);
	for (const r of [notice, letter]) {
		assert.equal(r.text.match(/<article/g).length, 2, 'two copies');
		assert.match(r.text, /申请人（委托代理人）（签字盖章）/);
		assert.match(r.text, /网上确认/);
		assert.equal(r.text.match(/业务专用章<\/text>/g).length, 2, 'the seal on both');
	}
	for (const title of ['容缺受理通知书', '容缺受理承诺书']) assert.ok(letters[title], title);
	assert.match((await person.get(letters['容缺受理通知书'])).text, /2026年3月9日/);
	assert.match((await case_page(window_, no)).text, /告知承诺/);
});

test('a gap is supplied online after acceptance, exactly that, and the result waits for it', async () => {
	const person = await sign_up();
	const { page, key } = await place(person, 'ordinary', { plans: 'gap' });
	const no = await at_window(person, page);
	status(await person.upload(`/upload/${key}/plans`, [PAPER], {}), 409);
	await acted(window_, no, 'accept', await every_ok(window_, no));
	assert.match((await person.get(`/case/${no}`)).text, /您承诺后补的材料，一共 1 项/);
	status(await person.upload(`/upload/${key}/rules`, [PAPER]), 409);
	await granted(no, health);
	assert.equal(state_of(no), 'result_held');
	status(await act(health, no, 'hand_result'), 409);
	status(await act(issuer, no, 'issue', { receiver_name: '张三', receiver_id_tail: '0028', receiver_checked: '1' }), 409);
	status(await act(window_, no, 'close_gap', { 'v.plans': 'ok' }), 403);
	status(await person.upload(`/upload/${key}/plans`, [PAPER]), 303);
	assert.match((await person.get(`/case/${no}`)).text, /都交来了，等窗口审核/);
	assert.match((await window_.get('/desk/gaps')).text, new RegExp(`${no}[^]*?都交来了，请审核`));
	status(await act(window_, no, 'close_gap', {}), 422);
	await acted(window_, no, 'close_gap', { 'v.plans': 'ok' });
	assert.equal(state_of(no), 'decided');
	status(await person.upload(`/upload/${key}/plans`, [PAPER]), 409);
	await acted(health, no, 'hand_result');
	assert.equal(state_of(no), 'result_ready');
});

test('paper for a gap is taken in at the window', async () => {
	const person = await sign_up();
	const { page } = await place(person, 'ordinary', { plans: 'gap' });
	const no = await at_window(person, page);
	await acted(window_, no, 'accept', await every_ok(window_, no));
	const gaps = `/desk/case/${no}/gaps`;
	status(await window_.get(gaps), 200);
	assert.doesNotMatch((await health.get(gaps)).text, /收到纸质件<span/);
	status(await health.post(`${gaps}/plans`, { state: 'paper' }), 403);
	status(await window_.post(`${gaps}/plans`, { state: 'shared' }), 422);
	status(await window_.post(`${gaps}/nothing`, { state: 'paper' }), 404);
	status(await window_.post(`${gaps}/rules`, { state: 'paper' }), 403);
	status(await window_.post(`${gaps}/plans`, { state: 'paper' }), 303);
	status(await window_.post(`${gaps}/plans`, { state: 'gap' }), 303);
	status(await window_.post(`${gaps}/plans`, { state: 'paper' }), 303);
	await acted(window_, no, 'close_gap', { 'v.plans': 'ok' });
	assert.equal(state_of(no), 'accepted');
});

test('a gap may be refused, with the reason', async () => {
	const person = await sign_up();
	const { page } = await place(person, 'ordinary', { plans: 'gap' });
	const no = await at_window(person, page);
	assert.match((await case_page(window_, no)).text, /不同意的，选“材料不齐全”，写明理由/);
	const verdicts = { ...await every_ok(window_, no), 'v.plans': 'missing' };
	status(await act(window_, no, 'accept', verdicts), 422);
	await acted(window_, no, 'ask_confirmation', { ...verdicts, 'r.plans': '场所较大，没有平面图不能审核。', 'd.plans': '请补交三张图。' });
	await acted(health, no, 'confirm_correction');
	await acted(window_, no, 'notify_correction');
	assert.match((await person.get(`/case/${no}`)).text, /没有平面图不能审核/);
	status(await person.post(`/case/${no}/materials/plans`, { state: 'gap' }), 422);
});

test('nobody grants an inspected promise twice: checks, revocation, credit record, repair', async () => {
	const person = await sign_up();
	const first = await place(person, 'promise', { test_report: 'promised' });
	const no = await at_window(person, first.page);
	await acted(window_, no, 'accept', await every_ok(window_, no));
	await granted(no, health);
	assert.deepEqual(sql(`SELECT decided_day, promised_due, check_due IS NOT NULL FROM cases WHERE short_no = '${no}'`), [['2026-03-02', '2026-03-02', '1']]);
	assert.match((await health.get('/desk/checks')).text, new RegExp(no));
	assert.doesNotMatch((await market.get('/desk/checks')).text, new RegExp(no));
	status(await window_.get('/desk/checks'), 403);
	status(await act(health, no, 'pass_check', { note: '看过', inspector1: '甲' }), 422);
	await acted(health, no, 'revoke', { revoke: 'false_promise', reason: '现场没有独立的清洗消毒间，与承诺不符。' });
	assert.equal(state_of(no), 'revoked');
	assert.match((await person.get('/account/credit')).text, /还没有修复[^]*没有独立的清洗消毒间[^]*怎样修复/);
	const again = await place(person, 'promise');
	status(again.chosen, 403);
	assert.match(again.chosen.text, /还没有修复，按规定不能选择告知承诺/);
	status(await person.post(`${again.page}/materials/plans`, { state: 'gap' }), 422);

	status(await window_.get('/desk/credit'), 403);
	assert.match((await supervisor.get('/desk/credit')).text, new RegExp(no));
	const [[id]] = sql(`SELECT r.id FROM credit_record r JOIN cases c ON c.id = r.case_id WHERE c.short_no = '${no}'`);
	status(await supervisor.get(`/desk/credit/${id}`), 403);
	status(await coordinator.get('/desk/credit/999999'), 404);
	status(await coordinator.post(`/desk/credit/${id}`, { reason: '' }), 422);
	status(await coordinator.post(`/desk/credit/${id}`, { reason: '已建成独立消毒间，复查合格。' }), 303);
	status(await manager.post(`/desk/credit/${id}`, { reason: '再来一次。' }), 409);
	assert.match((await person.get('/account/credit')).text, /已经修复[^]*复查合格/);
	assert.equal((await place(person, 'promise')).chosen, undefined);
	assert.equal(sql(`SELECT COUNT(*) FROM access_log WHERE fields = 'credit' AND reason = '信用修复'`)[0][0] > 0, true);
});

test('at the window both letters are printed, signed on paper, and that is recorded', async () => {
	const page = await counter_draft(window_, { matter: 'F2' });
	const mode = await window_.get(`${page}/mode`);
	assert.match(mode.text, /行政审批机关告知书[^]*信用承诺书[^]*签字盖章/);
	assert.match((await window_.get(`${page}/materials`)).text, /办理方式：一般程序/);
	status(await window_.post(`${page}/mode`, {}), 422);
	const unsigned = await window_.post(`${page}/mode`, { mode: 'promise' });
	status(unsigned, 422);
	assert.match(unsigned.text, /请先请申请人在纸质的告知承诺书上签字/);
	status(await window_.post(`${page}/mode`, { mode: 'promise', signed_paper: '1' }), 303);
	assert.match((await window_.get(`${page}/materials`)).text, /办理方式：告知承诺[^]*纸质的容缺受理承诺书上签字/);
	status(await window_.post(`${page}/materials/plans`, { state: 'gap' }), 303);
	status(await window_.post(`${page}/materials/test_report`, { state: 'promised' }), 303);
	const other = await counter_draft(window_, { matter: 'F6' });
	assert.match((await window_.get(`${other}/mode`)).text, /这个事项不实行告知承诺/);
	status(await window_.post(`${other}/mode`, { mode: 'promise', signed_paper: '1' }), 403);
});

test('pages of nobody', async () => {
	const person = await sign_up();
	for (const path of ['/desk/checks', '/desk/gaps', '/desk/credit', '/desk/credit/1']) assert.notEqual((await person.get(path)).status, 200, path);
	assert.match((await person.get('/account/credit')).text, /您没有失信记录/);
});
