// The department's desk from acceptance to the decision: what each act asks for, who may do it, what is said beside a field,
// attachments, clocks and their ledger, and what the applicant sees of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { act, acted, APPLICATIONS, case_page, every_ok, PAPER, PHOTO, received, version_of } from './cases.mjs';
import { clock_set, job, matter_codes, officer, said, sql, START, words } from './client.mjs';

// 食品经营许可: on-site inspection, extension of 5 working days, valid for 5 years; department market
APPLICATIONS.F1 ??= {
	answers: {
		address: '示例市文峰区示例街道幸福路1号', shop_name: '好味小馆', shop_uscc: '92410599MAXX00023K',
		premises_address: '示例市文峰区示例街道幸福路1号101室', premises_area: '86', kitchen_area: '30', safety_manager: '张示例',
		staff_count: '3', health_cert_count: '3', premises_right: 'own', venue: 'small', items: ['hot'], truth: '1',
	},
	materials: { application: PAPER, layout: PHOTO, rules: PAPER },
};

let pre, clerk, reviewer, chief, health, supervisor;
before(async () => {
	[pre, clerk, reviewer, chief, health, supervisor] = await Promise.all(
		['yushen1', 'chuangkou1', 'shijian1', 'shijian2', 'weijian1', 'jiancha1'].map((login) => officer(login)));
});
after(() => clock_set(START));

async function accepted() {
	const c = await received(pre, clerk, { matter: 'F1' });
	await acted(clerk, c.no, 'accept', await every_ok(clerk, c.no));
	return c;
}
async function in_review() {
	const c = await accepted();
	await acted(reviewer, c.no, 'begin_review');
	return c;
}
const ask = (who, no, action) => who.get(`/desk/case/${no}/do/${action}`);
// answer - the form of an act's page, sent with these answers.
async function answer(who, no, action, fields) {
	const page = await ask(who, no, action);
	assert.equal(page.status, 200, said(page));
	return who.submit(page, `/desk/case/${no}/act`, { act: action, ...fields });
}
async function answered(who, no, action, fields) {
	const r = await answer(who, no, action, fields);
	assert.equal(r.status, 303, said(r));
}
const VISIT = { procedure: '1', days: '5', reason: '要到现场看布局。' };
const SEEN = { inspector1: '核查员甲', inspector2: '核查员乙', reason: '布局和图纸一致。' };
const AGREE = { stance: 'agree', note: '材料齐全，符合条件。' };
async function inspected(no) {
	await answered(reviewer, no, 'special_start', VISIT);
	await answered(reviewer, no, 'special_end', SEEN);
}
// wrong_at - the message beside a field.
const wrong_at = (r, field) => {
	const at = r.text.search(new RegExp(`(id="f-${field}"|name="${field}")`));
	const before = r.text.slice(0, at).lastIndexOf('class="field is-wrong"');
	const near = before < 0 ? '' : r.text.slice(before, at + 2000);
	return /<p class="field-wrong">([^<]*)</.exec(near)?.[1] ?? '';
};

// --- who, and where -------------------------------------------------------------------------------------------------

test('another department finds nothing; a supervisor reads and does nothing', async () => {
	const c = await in_review();
	assert.equal((await case_page(health, c.no)).status, 404);
	assert.equal((await ask(health, c.no, 'opine')).status, 404);
	assert.equal((await health.post(`/desk/case/${c.no}/act`, { act: 'opine', version: 1, ...AGREE })).status, 404);
	const page = await case_page(supervisor, c.no);
	assert.equal(page.status, 200);
	assert.ok(!page.text.includes(`/desk/case/${c.no}/do/`), 'no acts for who supervises');
	assert.equal((await act(supervisor, c.no, 'opine', { ...AGREE, version: version_of(await case_page(reviewer, c.no)) })).status, 403);
});
test('each post sees its acts: the reviewer examines, the leader suspends and extends, the chief decides', async () => {
	const c = await in_review();
	const acts = async (who) => [...(await case_page(who, c.no)).text.matchAll(/\/do\/(\w+)"/g)].map(([, a]) => a).sort();
	assert.deepEqual(await acts(reviewer), ['opine', 'special_start', 'terminate']);
	await acted(reviewer, c.no, 'release');
	assert.deepEqual(await acts(chief), ['extend', 'opine', 'special_start', 'suspend', 'terminate']);
	await inspected(c.no);
	await answered(reviewer, c.no, 'opine', AGREE);
	assert.deepEqual(await acts(chief), ['extend', 'grant', 'opine', 'refuse', 'special_start', 'suspend', 'terminate']);
	for (const action of ['extend', 'suspend', 'grant', 'refuse']) {
		const r = await act(reviewer, c.no, action, { reason: '测试', days: '1', procedure: '1' });
		assert.equal(r.status, 403, said(r));
	}
});

// --- what is asked, and what is wrong -------------------------------------------------------------------------------

test('an opinion needs a stance and its reasons; what was typed stays', async () => {
	const c = await in_review();
	let r = await answer(reviewer, c.no, 'opine', { note: '平面图和现场一致。' });
	assert.equal(r.status, 422);
	assert.equal(wrong_at(r, 'stance'), '请选择同意还是不同意。');
	assert.ok(r.text.includes('平面图和现场一致。'));
	r = await answer(reviewer, c.no, 'opine', { stance: 'against', note: '' });
	assert.equal(r.status, 422);
	assert.match(wrong_at(r, 'note'), /请写明意见的理由/);
	assert.match(r.text, /value="against" checked/);
	r = await answer(reviewer, c.no, 'opine', { ...AGREE, stance: 'perhaps' });
	assert.equal(r.status, 422);
});
test('a special procedure: which, how long at most, and what it does to both clocks', async () => {
	const c = await in_review();
	const page = words(await ask(reviewer, c.no, 'special_start'));
	assert.match(page, /现场核查.*最多 5 个工作日/);
	assert.match(page, /法定时限和承诺时限都照常计算/);
	for (const [days, why] of [['6', /最多 5 个工作日/], ['0', /整数/], ['两天', /整数/], ['', /1 到 5/]]) {
		const r = await answer(reviewer, c.no, 'special_start', { ...VISIT, days });
		assert.equal(r.status, 422, days);
		assert.match(wrong_at(r, 'days'), why);
		assert.ok(r.text.includes(VISIT.reason) && r.text.includes(`value="${days}"`), 'as it was typed');
	}
	const none = await answer(reviewer, c.no, 'special_start', { ...VISIT, procedure: '7' });
	assert.match(wrong_at(none, 'procedure'), /哪一种特别程序/);
	await answered(reviewer, c.no, 'special_start', VISIT);
	for (const [who, field] of [[{ inspector2: '' }, 'inspector2'], [{ inspector2: '核查员甲' }, 'inspector2'], [{ inspector1: '', inspector2: '' }, 'inspector1']]) {
		const r = await answer(reviewer, c.no, 'special_end', { ...SEEN, ...who });
		assert.equal(r.status, 422);
		assert.ok(wrong_at(r, field), said(r));
		assert.ok(r.text.includes(SEEN.reason));
	}
	await answered(reviewer, c.no, 'special_end', SEEN);
	assert.match(words(await case_page(reviewer, c.no)), /两名以上工作人员已到现场/);
});
test('an extension: not more than the matter allows, with a reason, once', async () => {
	const c = await in_review();
	assert.match(words(await ask(chief, c.no, 'extend')), /最多 5 个工作日，只能延长一次/);
	let r = await answer(chief, c.no, 'extend', { days: '6', reason: '情况复杂。' });
	assert.equal(r.status, 422);
	assert.match(wrong_at(r, 'days'), /1 到 5/);
	r = await answer(chief, c.no, 'extend', { days: '5', reason: '' });
	assert.match(wrong_at(r, 'reason'), /请写明延期的理由/);
	await answered(chief, c.no, 'extend', { days: '5', reason: '情况复杂。' });
	const page = await case_page(chief, c.no);
	assert.match(words(page), /10个工作日，延长5个工作日/);
	assert.ok(!page.text.includes('/do/extend'));
	assert.equal((await act(chief, c.no, 'extend', { days: '1', reason: '还要' })).status, 403);
});
test('a suspension: a cause of the matter; the clocks say what stands still', async () => {
	const c = await in_review();
	const page = await ask(chief, c.no, 'suspend');
	assert.match(words(page), /申请人书面请求暂缓现场核查.*法定时限照常计算，承诺时限暂停/);
	assert.match(wrong_at(await answer(chief, c.no, 'suspend', { reason: '申请人请求' }), 'procedure'), /哪一种中止的情形/);
	const confirm = await answer(chief, c.no, 'suspend', { procedure: '1', reason: '申请人请求暂缓。' });
	assert.equal(confirm.status, 200, said(confirm));
	assert.match(words(confirm), /中止办理告知书/);
	const done = await chief.submit(confirm, `/desk/case/${c.no}/act`, { confirmed: 'yes' });
	assert.equal(done.status, 303, said(done));
	assert.match(words(await case_page(chief, c.no)), /承诺时限.*暂停中/);
	const own = words(await c.person.get(`/case/${c.no}`));
	assert.match(own, /办理已中止.*申请人请求暂缓/);
	assert.match(own, /暂停计时/);
	await answered(chief, c.no, 'resume', { reason: '条件具备。' });
	assert.match(words(await case_page(chief, c.no)), /暂停.*恢复/);
});
test('validity is suggested from the matter and cannot end before it begins', async () => {
	const c = await in_review();
	await inspected(c.no);
	await answered(reviewer, c.no, 'opine', AGREE);
	const page = await ask(chief, c.no, 'grant');
	assert.match(page.text, /name="valid_from"[^>]* value="2026-03-02"/);
	assert.match(page.text, /name="valid_until"[^>]* value="2031-03-01"/);
	const r = await answer(chief, c.no, 'grant', { valid_until: '2026-03-01' });
	assert.equal(r.status, 422);
	assert.match(wrong_at(r, 'valid_until'), /不能早于第一天/);
	assert.match(wrong_at(await answer(chief, c.no, 'grant', { valid_until: '2031年3月' }), 'valid_until'), /年-月-日/);
	await answered(chief, c.no, 'grant', { valid_until: '2029-12-31' });
	assert.deepEqual(sql(`SELECT valid_from, valid_until FROM certificate t JOIN cases c ON c.id = t.case_id WHERE c.short_no = '${c.no}'`),
		[['2026-03-02', '2029-12-31']]);
});
test('a refusal shows the decision first; who says no finds the reason as they left it', async () => {
	const c = await in_review();
	await answered(reviewer, c.no, 'opine', { stance: 'against', note: '没有洗消间。' });
	const confirm = await answer(chief, c.no, 'refuse', { reason: '经营场所没有洗消间。' });
	assert.match(words(confirm), /不予.*经营场所没有洗消间。/);
	const back = await chief.submit(confirm, `/desk/case/${c.no}/act`, { confirmed: 'no' });
	assert.match(back.text, /<textarea[^>]*>经营场所没有洗消间。<\/textarea>/);
	assert.equal((await chief.submit(confirm, `/desk/case/${c.no}/act`, { confirmed: 'yes' })).status, 303);
	const own = words(await c.person.get(`/case/${c.no}`));
	assert.match(own, /作出了不予的决定.*经营场所没有洗消间。/);
});
test('two at once: one wins, the other hears who, and nothing is done twice', async () => {
	const c = await in_review();
	await acted(reviewer, c.no, 'release');
	const page = await ask(reviewer, c.no, 'opine');
	await answered(chief, c.no, 'extend', { days: '1', reason: '情况复杂。' });
	const late = await reviewer.submit(page, `/desk/case/${c.no}/act`, { act: 'opine', ...AGREE });
	assert.equal(late.status, 409, said(late));
	assert.match(words(late), /示例·市监首席代表.*先操作了：办理时限延长/);
});
test('who accepted does not decide', async () => {
	const c = await accepted();
	sql(`UPDATE cases SET accepted_by = (SELECT id FROM staff WHERE login = 'shijian2') WHERE short_no = '${c.no}'`);
	await acted(reviewer, c.no, 'begin_review');
	await inspected(c.no);
	await answered(reviewer, c.no, 'opine', AGREE);
	const r = await act(chief, c.no, 'grant', {});
	assert.equal(r.status, 403);
	assert.match(words(r), /受理和决定应当由不同的人办理/);
});

// --- attachments ----------------------------------------------------------------------------------------------------

test('attachments of an opinion are for officers in scope only, and stay as they were', async () => {
	const c = await in_review();
	const where = `/upload/${c.key}/o.new`, back = `/desk/case/${c.no}/do/opine`;
	assert.equal((await c.person.upload(where, [PAPER])).status, 404);
	assert.equal((await health.upload(where, [PAPER], { back })).status, 404);
	assert.equal((await clerk.upload(where, [PAPER], { back })).status, 409);
	const up = await reviewer.upload(where, [PHOTO], { back });
	assert.equal(up.headers.location, `${back}#m-o.new`, said(up));
	const page = await ask(reviewer, c.no, 'opine');
	const id = /href="\/file\/(\d+)"[^>]*>照片.jpg/.exec(page.text)[1];
	assert.equal((await reviewer.get(`/file/${id}`)).body.length, PHOTO.bytes.length);
	for (const who of [c.person, health]) assert.equal((await who.get(`/file/${id}`)).status, 404);
	const json = await reviewer.upload(where, [{ ...PAPER, bytes: Buffer.from('no such kind') }], { back }, { json: true });
	assert.equal(json.status, 422);
	assert.ok(json.json.wrong);
	await answered(reviewer, c.no, 'opine', AGREE);
	const shown = await case_page(reviewer, c.no);
	assert.match(words(shown), /附件：照片.jpg（[0-9a-f]{16}）；材料齐全/);
	assert.ok(shown.text.includes(`/file/${id}`));
	assert.equal((await reviewer.post(`${where}/${id}/remove`, { back })).status, 404);
	const own = await c.person.get(`/case/${c.no}`);
	assert.ok(!own.text.includes('照片.jpg</a> <span class="file-meta num">') || !own.text.includes(`/file/${id}`));
	assert.ok(!words(own).includes('审查意见') && !words(own).includes('材料齐全，符合条件'));
});

// --- clocks, worklists, the applicant's side --------------------------------------------------------------------------

test('the ledger names each move with its day, its clause and the act behind it', async () => {
	const c = await in_review();
	await answered(chief, c.no, 'extend', { days: '2', reason: '情况复杂。' });
	const text = words(await case_page(chief, c.no));
	assert.match(text, /时限台账.*法定时限 开始 已受理 行政许可法 32\(5\)；DB4105\/T 229 6.1.1 2026年3月2日 10个工作日 2026年3月16日/);
	assert.match(text, /法定时限 延长 办理时限延长 行政许可法 42；DB50\/T 957.1 5.7.3 2026年3月2日 2个工作日 2026年3月18日/);
	assert.match(text, /审查意见|延长 2 个工作日（只能一次）/);
});
test('the worklist shows both limits and filters by state and matter', async () => {
	const c = await in_review();
	const row = (r) => new RegExp(`<tr[^>]*>(?:(?!</tr>)[\\s\\S])*${c.no}(?:(?!</tr>)[\\s\\S])*</tr>`).exec(r.text)?.[0];
	const all = await reviewer.get('/desk?tab=dept&state=in_review');
	const mine = await reviewer.get('/desk?tab=mine');
	assert.match(row(mine) ?? row(all), /承诺 <span class="due [^>]*>剩 7 个工作日[\s\S]*法定 <span class="due [^>]*>剩 10 个工作日/);
	const [[id]] = sql(`SELECT id FROM matter WHERE code = '${matter_codes.F1}'`), [[other]] = sql(`SELECT id FROM matter WHERE code = '${matter_codes.F4}'`);
	assert.match(all.text, new RegExp(`<option value="${id}">食品经营许可`));
	assert.ok(!(await reviewer.get(`/desk?tab=dept&matter=${other}`)).text.includes(c.no));
	const one = await reviewer.get(`/desk?tab=dept&state=in_review&matter=${id}`);
	assert.equal(one.status, 200);
	assert.match(one.text, new RegExp(`<option value="${id}" selected>`));
	for (const bad of ['x', '-1', '99999999999999999999']) assert.equal((await reviewer.get(`/desk?tab=dept&matter=${bad}`)).status, 200);
});
test('what was late once stays on the page', async () => {
	const c = await in_review();
	await inspected(c.no);
	await answered(reviewer, c.no, 'opine', AGREE);
	clock_set('2026-03-17 09:30:00');
	await job('clock');
	const [late, chief_then] = [await officer('shijian1'), await officer('shijian2')];
	assert.match(words(await case_page(late, c.no)), /法定时限 10个工作日.*已超期 1 个工作日.*曾超时/);
	await acted(chief_then, c.no, 'grant', {});
	const done = words(await case_page(late, c.no));
	assert.match(done, /法定时限 10个工作日.*已停止.*超期.*曾超时/);
	assert.match(done, /决定 准予。示例·市监首席代表/);
	clock_set(START);
});
