// The officers' pages: who may do what, who sees what, two officers at once, what is on record.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	act, acted, all_ok, case_page, draft, fill, key_of, one_bad, PHOTO, receipt, received, submit, submitted, version_of,
} from './cases.mjs';
import { form_read, unescape_html } from './html.mjs';
import {
	clock_set, exchange, job, new_uscc, officer, officer_add, PASSWORD, said, sign_in, sign_up, sql, START, Visitor, words,
} from './client.mjs';
import { qr_read } from './qr.mjs';

const desk = {}; // signed-in officers by sign-in name
const LOGINS = ['yushen1', 'yushen2', 'chuangkou1', 'chuangkou2', 'shijian1', 'minzheng1', 'jiaoyun1', 'tongchou1', 'fazheng1', 'jiancha1', 'guanli1'];
let pre, clerk, clerk2, civil;
before(async () => {
	for (const login of LOGINS) desk[login] = await officer(login);
	({ yushen1: pre, chuangkou1: clerk, chuangkou2: clerk2, minzheng1: civil } = desk);
});
after(() => clock_set(START));

const state_of = (no) => sql(`SELECT state, version, event_count FROM cases WHERE short_no = '${no}'`)[0].join();
const events_of = (no) => sql(`SELECT e.action, e.actor_name, e.post, e.reason, e.note FROM case_event e JOIN cases c ON c.id = e.case_id
	WHERE c.short_no = '${no}' ORDER BY e.seq`);
const last_event = (no) => events_of(no).at(-1);
const note_on = (r) => /<div class="note note-warn" role="alert"[^>]*><p>([^<]*)</.exec(r.text)?.[1] ?? '';

// --- signing in ---------------------------------------------------------------------------------------------------

const attempt = (login, password = PASSWORD) => new Visitor().post('/desk/sign-in', { login, password });
test('a wrong password and an unknown name get the same answer; five of them lock the name', async () => {
	const login = officer_add({ keys: ['clerk'] });
	const visitor = new Visitor();
	const wrong = await visitor.post('/desk/sign-in', { login, password: 'wrong-password' });
	const unknown = await visitor.post('/desk/sign-in', { login: 'nobody', password: 'wrong-password' });
	assert.equal(wrong.status, 422);
	assert.equal(unknown.status, 422);
	assert.match(note_on(wrong) || words(wrong), /账号或密码不对/);
	assert.equal(unknown.text.replaceAll('"nobody"', `"${login}"`), wrong.text);
	for (let n = 0; n < 4; n++) await attempt(login, 'wrong-password');
	const locked = await attempt(login);
	assert.equal(locked.status, 429);
	assert.match(words(locked), /15 分钟后再试/);
});
test('who has no training record or has left does not get in, or out of the session at once', async () => {
	const login = officer_add({ keys: ['clerk'] });
	const who = await officer(login);
	assert.equal((await who.get('/desk')).status, 200);
	sql(`UPDATE staff SET trained_on = NULL WHERE login = '${login}'`);
	assert.equal((await who.get('/desk')).status, 401);
	assert.match(words(await attempt(login)), /先培训、后上岗/);
	sql(`UPDATE staff SET trained_on = '2026-01-01', enabled = 0 WHERE login = '${login}'`);
	assert.equal((await who.get('/desk')).status, 401);
	assert.match(words(await attempt(login)), /账号已停用/);
	assert.match(words(await attempt(login, 'wrong-password')), /账号或密码不对/, 'only who knows the password is told');
});
test('a role counts from its first to its last day', async () => {
	const login = officer_add();
	const who = await officer(login);
	const role = (from, until) => sql(`DELETE FROM staff_role WHERE staff_id = (SELECT id FROM staff WHERE login = '${login}');
		INSERT INTO staff_role (staff_id, role, valid_from, valid_until, approver) SELECT id, 'clerk', '${from}', ${until}, '测试' FROM staff
		WHERE login = '${login}'`);
	for (const [from, until, status] of [['2026-03-02', 'NULL', 200], ['2026-03-03', 'NULL', 403], ['2026-01-01', "'2026-03-02'", 200], ['2026-01-01', "'2026-03-01'", 403]]) {
		role(from, until);
		assert.equal((await who.get('/desk')).status, status, `${from} - ${until}`);
	}
});
test('signing out, everywhere too; the old session is void after signing in again', async () => {
	const login = officer_add({ keys: ['clerk'] });
	const [a, b] = [await officer(login), await officer(login)];
	const kept = a.cookie_header();
	assert.match(a.cookies.get('portal_staff'), /^[0-9A-Z]{32}$/);
	assert.equal((await a.post('/desk/sign-in', { login, password: PASSWORD })).status, 303);
	assert.equal((await exchange({ path: '/desk', headers: { Cookie: kept } })).status, 401);
	assert.equal((await a.post('/desk/sign-out-all')).status, 303);
	assert.equal((await b.get('/desk')).status, 401);
	const c = await officer(login);
	assert.equal((await c.submit(await c.get('/desk'), '/desk/sign-out')).headers.location, '/desk/sign-in');
	assert.equal((await c.get('/desk')).status, 401);
});

// --- who may do what ----------------------------------------------------------------------------------------------

// Everything that an officer can ask for, with all that any act may want.
const ACTS = [
	'submit', 'pre_review_claim', 'pre_review_release', 'pre_review_pass', 'pre_review_return', 'receive', 'claim', 'release', 'judge',
	'correct_on_spot', 'ask_confirmation', 'confirm_correction', 'decline_correction', 'permit_repeat', 'notify_correction', 'return_file',
	'answer_correction', 'accept', 'deem_accepted', 'refuse_acceptance', 'withdraw', 'terminate',
];
const EVERYTHING = { ...one_bad, reason: '测试的理由', note: '测试的说明', ground: 'no_licence', authority: '示例机关' };

// MAY - state of a case of 老年人优待证 (the window accepts; department: civil affairs) -> who may do what.
const CLERKS = ['chuangkou1', 'chuangkou2'], STEER = ['tongchou1', 'guanli1'], PRE = ['yushen1', 'yushen2'];
const END = { terminate: ['minzheng1'] };
const MAY = {
	submitted: { make: () => submitted(), may: { pre_review_claim: PRE, ...END } },
	'in pre-review by yushen1': {
		make: async () => { const c = await submitted(); await acted(pre, c.no, 'pre_review_claim'); return c; },
		may: { pre_review_release: ['yushen1', ...STEER], pre_review_return: ['yushen1'], judge: ['yushen1'], pre_review_pass: ['yushen1'], ...END },
	},
	passed: {
		make: async () => {
			const c = await submitted();
			await acted(pre, c.no, 'pre_review_claim');
			await acted(pre, c.no, 'pre_review_pass', all_ok);
			return c;
		},
		may: { receive: CLERKS, claim: CLERKS, ...END },
	},
	received: {
		make: () => received(pre, clerk),
		may: {
			claim: CLERKS, judge: CLERKS, correct_on_spot: CLERKS, notify_correction: CLERKS, refuse_acceptance: CLERKS, accept: CLERKS,
			grant_on_spot: CLERKS, ...END, // an instant matter, and the sample letter is valid
		},
	},
	'received, claimed by chuangkou1': {
		make: async () => { const c = await received(pre, clerk); await acted(clerk, c.no, 'claim'); return c; },
		may: {
			release: ['chuangkou1', ...STEER], judge: ['chuangkou1'], correct_on_spot: ['chuangkou1'], notify_correction: ['chuangkou1'],
			refuse_acceptance: ['chuangkou1'], accept: ['chuangkou1'], grant_on_spot: ['chuangkou1'], ...END,
		},
	},
	'in correction': {
		make: async () => { const c = await received(pre, clerk); await acted(clerk, c.no, 'notify_correction', one_bad); return c; },
		may: { answer_correction: CLERKS, ...END }, // who brings the rest to the counter
	},
	accepted: {
		make: async () => { const c = await received(pre, clerk); await acted(clerk, c.no, 'accept', all_ok); return c; },
		may: { begin_review: ['minzheng1'], claim: ['minzheng1'], ...END },
	},
	terminated: {
		make: async () => { const c = await submitted(); await acted(civil, c.no, 'terminate', { reason: '申请人已死亡' }); return c; },
		may: {},
	},
};
// buttons - the acts that an officer's page of a case offers.
const buttons = (page) => [...new Set([...page.text.matchAll(/name="act" value="(\w+)"|\/do\/(\w+)"/g)].map(([, a, b]) => a ?? b))].sort();

for (const [state, { make, may }] of Object.entries(MAY)) {
	test(`${state}: every officer sees the acts that are theirs, and only those`, async () => {
		const c = await make();
		for (const login of LOGINS) {
			const page = await case_page(desk[login], c.no);
			if (['shijian1', 'jiaoyun1'].includes(login)) {
				assert.equal(page.status, 404, `${login} is of another department`);
				continue;
			}
			assert.equal(page.status, 200, said(page));
			const own = Object.keys(may).filter((a) => may[a].includes(login)).sort();
			assert.deepEqual(buttons(page), own, `${login} with a case that is ${state}`);
		}
	});
	test(`${state}: acts of others are refused and change nothing`, async () => {
		const c = await make(), before_all = state_of(c.no), version = Number(before_all.split(',')[1]);
		for (const login of LOGINS.filter((l) => !['jiaoyun1', 'guanli1'].includes(l))) { // as shijian1 and tongchou1
			const acts = login === 'shijian1' ? ['accept', 'terminate'] : ACTS;
			const others = acts.filter((a) => !may[a]?.includes(login));
			const answers = await Promise.all(others.map((a) => act(desk[login], c.no, a, { ...EVERYTHING, version })));
			answers.forEach((r, n) => {
				assert.ok([403, 404, 409, 422].includes(r.status), `${login} ${others[n]}: ${said(r)}`);
				assert.ok(r.status === 404 || note_on(r).length > 5, `${login} ${others[n]} is told why: ${said(r)}`);
			});
			assert.equal(state_of(c.no), before_all, login);
		}
	});
}
test('where the department accepts, the window only receives', async () => {
	const c = await submitted('F3');
	await acted(pre, c.no, 'pre_review_claim');
	const page = await case_page(pre, c.no);
	const judged = Object.fromEntries([...page.text.matchAll(/name="(v\.\w+)" value="ok"/g)].map(([, name]) => [name, 'ok']));
	assert.ok('v.application' in judged);
	await acted(pre, c.no, 'pre_review_pass', judged);
	await acted(clerk, c.no, 'receive');
	assert.ok(!buttons(await case_page(clerk, c.no)).includes('accept'));
	const r = await act(clerk, c.no, 'accept', judged);
	assert.equal(r.status, 403, said(r));
	assert.match(note_on(r), /由业务主管部门决定是否受理/);
	assert.equal((await act(desk.minzheng1, c.no, 'accept', judged)).status, 404, 'another department');
	await acted(desk.jiaoyun1, c.no, 'accept', judged);
	assert.match(state_of(c.no), /^accepted/);
});
test('a supervisor reads everything and changes nothing but the permission to ask again', async () => {
	const c = await received(pre, clerk);
	await acted(clerk, c.no, 'notify_correction', one_bad);
	await c.person.upload(`/upload/${c.key}/photo`, [PHOTO]);
	const page = await c.person.get(`/case/${c.no}`);
	assert.equal((await c.person.submit(page, `/case/${c.no}/answer`)).status, 303);
	// the one-time notice was the one time (ALL 32(4))
	const again = await act(clerk, c.no, 'notify_correction', { ...one_bad, 'r.photo': '还是侧面的' });
	assert.equal(again.status, 422, said(again));
	assert.match(note_on(again), /补正内容应当一次告知.*须由监察人员写明理由批准/);
	assert.deepEqual(buttons(await case_page(desk.jiancha1, c.no)), ['permit_repeat']);
	assert.equal((await act(desk.jiancha1, c.no, 'permit_repeat', {})).status, 422, 'with a reason');
	await acted(desk.jiancha1, c.no, 'permit_repeat', { note: '新照片是另一个人的' });
	assert.deepEqual(last_event(c.no), ['permit_repeat', '示例·监察员', '电子监察岗', 'NULL', '新照片是另一个人的']);
	await acted(clerk, c.no, 'notify_correction', { ...one_bad, 'r.photo': '不是本人' });
	const public_page = words(await exchange({ path: new URL(qr_read((await receipt(c)).text)).pathname }));
	assert.doesNotMatch(public_page, /监察|新照片是另一个人的/);
});
test('every act is on record with name, post, time and reason', async () => {
	const c = await submitted();
	await acted(pre, c.no, 'pre_review_claim');
	await acted(pre, c.no, 'pre_review_return', { ...one_bad, reason: '照片请重新拍' });
	assert.deepEqual(last_event(c.no), ['pre_review_return', '示例·预审员一', '在线预审岗', '照片请重新拍', '身份证件：符合要求；一寸证件照：不符合法定形式']);
	const shown = words(await c.person.get(`/case/${c.no}`));
	assert.match(shown, /照片请重新拍/);
	await acted(civil, (await received(pre, clerk)).no, 'terminate', { reason: '申请人已死亡' });
	await job('eventcheck');
});

// --- who sees what ------------------------------------------------------------------------------------------------

test('a department sees its own cases only', async () => {
	const c = await submitted(), market = desk.shijian1;
	const [[file]] = sql(`SELECT MAX(f.id) FROM case_file f JOIN cases c ON c.id = f.case_id WHERE c.short_no = '${c.no}'`);
	const [[document]] = sql(`SELECT MAX(d.id) FROM document d JOIN cases c ON c.id = d.case_id WHERE c.short_no = '${c.no}'`);
	for (const path of [`/desk/case/${c.no}`, `/desk/case/${c.no}/do/terminate`, `/desk/case/${c.no}/documents/${document}`, `/file/${file}`]) {
		assert.equal((await market.get(path)).status, 404, path);
		assert.ok([200, 303].includes((await civil.get(path)).status), path);
	}
	assert.equal((await market.post(`/desk/case/${c.no}/reveal`, { field: 'id', why: '核对证件' })).status, 404);
	assert.match(words(await market.get(`/desk/find?q=${c.no}`)), /没有找到，或者不在您的查看范围内/);
	assert.doesNotMatch((await market.get(`/desk/find?q=${c.person.id_no}`)).text, new RegExp(c.no));
	assert.match((await civil.get(`/desk/find?q=${c.person.id_no}`)).text, new RegExp(c.no));
	assert.doesNotMatch((await market.get('/desk?tab=dept')).text, new RegExp(c.no));
});
test('documents and files belong to their case', async () => {
	const [a, b] = [await submitted(), await submitted()];
	const [[theirs]] = sql(`SELECT MAX(d.id) FROM document d JOIN cases c ON c.id = d.case_id WHERE c.short_no = '${b.no}'`);
	for (const id of [theirs, '0', '-1', 'x', '99999999999999999999', `${theirs} OR 1`])
		assert.equal((await clerk.get(`/desk/case/${a.no}/documents/${encodeURIComponent(id)}`)).status, 404, id);
	const r = await clerk.get(`/desk/case/${b.no}/documents/${theirs}`);
	assert.equal(r.status, 200);
	assert.ok(!r.text.includes(b.person.id_no));
	assert.ok(!r.text.includes((await receipt(b)).query_code), 'the query code is the applicant\'s');
});
test('drafts are nobody\'s business', async () => {
	const person = await sign_up(), page = await draft(person);
	await fill(person, page);
	assert.equal((await clerk.get(`/desk/case/${key_of(page)}`)).status, 404);
	assert.doesNotMatch((await clerk.get(`/desk/find?q=${person.id_no}`)).text, /老年人优待证/);
});

// --- what is masked -----------------------------------------------------------------------------------------------

test('numbers are masked until an officer gives a reason, and then it is on record', async () => {
	const c = await submitted();
	const page = await case_page(pre, c.no);
	for (const secret of [c.person.id_no, c.person.phone, '13800000009']) assert.ok(!page.text.includes(secret), secret);
	const log = () => sql(`SELECT a.staff_name, a.post, a.fields, a.ip, a.reason FROM access_log a JOIN cases c ON c.id = a.case_id
		WHERE c.short_no = '${c.no}' AND a.fields <> 'case' ORDER BY a.id`); // opening the case is on record, too
	const url = `/desk/case/${c.no}/reveal`;
	for (const why of ['', ' ', '看', 'x'.repeat(201)]) {
		const r = await pre.post(url, { field: 'id', why });
		assert.equal(r.status, 422, said(r));
		assert.ok(!r.text.includes(c.person.id_no));
		assert.equal(form_read(r.text, url).why, why.trim());
	}
	assert.deepEqual(log(), [], 'nothing was shown yet');
	const shown = await pre.submit(page, url, { field: 'id', why: '核对证件原件' });
	assert.equal(shown.status, 200, said(shown));
	assert.ok(shown.text.includes(c.person.id_no));
	assert.ok(!shown.text.includes(c.person.phone), 'only what was asked for');
	assert.equal(shown.headers['cache-control'], 'no-store');
	assert.ok(!(await case_page(pre, c.no)).text.includes(c.person.id_no), 'and only once');
	assert.ok((await clerk.post(url, { field: 'phone', why: '电话联系申请人' })).text.includes(c.person.phone));
	assert.deepEqual(log(), [
		['示例·预审员一', '在线预审岗', 'id', pre.from, '核对证件原件'],
		['示例·窗口员一', '综合办理岗', 'phone', clerk.from, '电话联系申请人'],
	]);
	assert.match(words(await pre.post(url, { field: 'agent_id', why: '核对代理人' })), /没有填写/);
	assert.equal((await pre.post(url, { field: 'pw_hash', why: '试一试' })).status, 422);
});
test('looking at a file and searching for a person are on record', async () => {
	const c = await submitted();
	const [[file]] = sql(`SELECT MAX(f.id) FROM case_file f JOIN cases c ON c.id = f.case_id WHERE c.short_no = '${c.no}'`);
	await pre.get(`/file/${file}`);
	await clerk.get(`/desk/find?q=${c.person.id_no}`);
	const rows = sql(`SELECT fields, staff_name FROM access_log WHERE fields = 'file ${file}' OR (fields = 'find_person' AND ip = '${clerk.from}')`);
	assert.ok(rows.some(([f, who]) => f === `file ${file}` && who === '示例·预审员一'));
	assert.ok(rows.some(([f, who]) => f === 'find_person' && who === '示例·窗口员一'));
});

// --- two at once --------------------------------------------------------------------------------------------------

test('whoever comes second is told who was first and when, and nothing is lost', async () => {
	const c = await received(pre, clerk);
	const [mine, theirs] = [await case_page(clerk, c.no), await case_page(clerk2, c.no)];
	clock_set('2026-03-02 10:07:00');
	try {
		assert.equal((await clerk2.submit(theirs, `/desk/case/${c.no}/act`, { act: 'claim' })).status, 303);
		const r = await act(clerk, c.no, 'notify_correction', { ...one_bad, version: version_of(mine) });
		assert.equal(r.status, 409, said(r));
		assert.match(note_on(r), /示例·窗口员二 已在 2026-03-02 10:07 先操作了：领取办件/);
		assert.match(r.text, /由 示例·窗口员二 在办/, 'the page shows how things are now');
		assert.equal(last_event(c.no)[0], 'claim');
	} finally {
		clock_set(START);
	}
});
test('what was typed is still there when somebody else was first', async () => {
	const c = await received(pre, clerk);
	const stale = version_of(await case_page(clerk, c.no));
	await acted(clerk2, c.no, 'judge', { ...one_bad, 'r.photo': '太暗了' });
	const r = await act(clerk, c.no, 'notify_correction', { ...one_bad, version: stale });
	assert.equal(r.status, 409);
	const again = form_read(r.text, `/desk/case/${c.no}/act`);
	const all = Object.entries(again).length ? r.text : '';
	assert.match(all, /照片是侧面的/);
	assert.match(all, /请交一张近期正面免冠照片/);
	assert.match(r.text, /name="v.photo" value="not_in_form" checked/);
});
for (const how of ['one after the other', 'at the same moment'])
	test(`a double click is one act: ${how}`, async () => {
		const c = await received(pre, clerk);
		const version = version_of(await case_page(clerk, c.no));
		const click = () => act(clerk, c.no, 'accept', { ...all_ok, version });
		const answers = how === 'at the same moment' ? await Promise.all([click(), click(), click()]) : [await click(), await click()];
		for (const r of answers) {
			assert.equal(r.status, 303, said(r));
			assert.equal(r.headers.location, `/desk/case/${c.no}`);
		}
		assert.equal(events_of(c.no).filter(([a]) => a === 'accept').length, 1);
		assert.equal(sql(`SELECT COUNT(*) FROM document d JOIN cases c ON c.id = d.case_id WHERE c.short_no = '${c.no}' AND d.kind LIKE 'acceptance%'`)[0][0], '1');
	});
test('of two different acts at the same moment one wins', async () => {
	const c = await received(pre, clerk);
	const version = version_of(await case_page(clerk, c.no));
	const answers = await Promise.all([
		act(clerk, c.no, 'accept', { ...all_ok, version }), act(clerk2, c.no, 'notify_correction', { ...one_bad, version }),
		act(civil, c.no, 'terminate', { reason: '申请人已死亡', version }),
	]);
	assert.deepEqual(answers.map((r) => r.status).sort(), [303, 409, 409]);
	for (const r of answers.filter((x) => x.status === 409)) assert.match(note_on(r), /先操作了/);
	assert.equal(Number(state_of(c.no).split(',')[1]), version + 1);
	await job('eventcheck');
});

// --- what comes with an act ---------------------------------------------------------------------------------------

test('a fault needs what is wrong and what would be right; what was typed stays', async () => {
	const c = await received(pre, clerk);
	const before_all = state_of(c.no);
	for (const [fields, message] of [
		[{ 'v.photo': 'not_in_form' }, /写明这份材料有什么问题/],
		[{ 'v.photo': 'missing', 'r.photo': '没有照片' }, /应当怎样补正/],
		[{ 'v.photo': 'missing', 'r.photo': '  ', 'd.photo': '请补交' }, /写明这份材料有什么问题/],
		[{ 'v.photo': 'missing', 'r.photo': '长'.repeat(501), 'd.photo': '请补交' }, /不超过500个字/],
		[{}, /没有审核|请先逐项注明/],
	]) {
		const r = await act(clerk, c.no, 'notify_correction', { 'v.id_card': 'ok', ...fields });
		assert.equal(r.status, 422, said(r));
		assert.match(note_on(r), message);
		for (const name of ['r.photo', 'd.photo'].filter((n) => fields[n]?.trim()))
			assert.ok(r.text.includes(fields[name]), `${name} as typed`);
	}
	assert.equal(state_of(c.no), before_all);
});
test('too much text, nonsense for a version, an act or a verdict: 422 and nothing done', async () => {
	const c = await received(pre, clerk);
	const before_all = state_of(c.no), version = before_all.split(',')[1];
	const url = `/desk/case/${c.no}/act`;
	const long = `${'字'.repeat(2001)}`;
	const r = await clerk.post(url, { act: 'refuse_acceptance', version, page: 'ask', ground: 'no_licence', reason: long });
	assert.equal(r.status, 422, said(r));
	assert.equal(form_read(r.text, url).reason, long, 'as typed');
	assert.match(words(r), /理由最多 2000 个字，现在是 2001 个/);
	for (const fields of [
		{ act: 'accept', version: '0' }, { act: 'accept', version: 'x' }, { act: 'accept' }, { act: 'nothing', version }, { act: 'a b', version },
		{ act: '<script>', version }, { version }, { act: 'accept', version: '99999999999999999999' },
		{ act: 'refuse_acceptance', version, reason: '测试的理由', ground: 'other_authority' },
		{ act: 'refuse_acceptance', version, reason: '测试的理由', ground: 'because' },
		{ act: 'accept', version, 'v.id_card': 'ok', 'v.photo': 'perfect' },
	]) {
		const answer = await clerk.post(url, fields);
		assert.equal(answer.status, 422, `${JSON.stringify(fields)}: ${said(answer)}`);
		assert.equal(state_of(c.no), before_all, JSON.stringify(fields));
	}
});
test('line breaks count as one character', async () => {
	const c = await received(pre, clerk);
	const reason = '一行\r\n'.repeat(660).trim(); // 1,979 characters and 659 line breaks more when each counts twice
	await acted(clerk, c.no, 'refuse_acceptance', { reason, ground: 'no_licence' });
	assert.match(state_of(c.no), /^not_accepted/);
});
test('verdicts on materials of no case are not taken', async () => {
	const c = await received(pre, clerk);
	await acted(clerk, c.no, 'judge', { ...all_ok, 'v.nothing': 'missing', 'r.nothing': 'x', 'd.nothing': 'y', 'v.': 'ok' });
	const rows = sql(`SELECT m.item FROM case_material m JOIN cases c ON c.id = m.case_id WHERE c.short_no = '${c.no}'`).flat();
	assert.ok(!rows.includes('nothing'));
});

// --- what cannot be taken back --------------------------------------------------------------------------------------

test('what cannot be taken back is shown first and asked once more; no leads back to what was typed', async () => {
	const d = await received(pre, clerk);
	const url = `/desk/case/${d.no}/act`, version = version_of(await case_page(clerk, d.no));
	const count = () => sql(`SELECT version, (SELECT COUNT(*) FROM document t WHERE t.case_id = c.id),
		(SELECT COUNT(*) FROM case_material m WHERE m.case_id = c.id AND m.verdict <> 'none') FROM cases c WHERE c.short_no = '${d.no}'`)[0];
	const was = count();
	const fields = { ...one_bad, act: 'notify_correction', version, 'r.photo': '第一行\r\n"第二行"<b>' };
	const asked = await clerk.post(url, fields);
	assert.equal(asked.status, 200, said(asked));
	for (const part of ['还没有办', '存根联', '回执联', '第一行', '（发出时编号）', '确认发出一次性告知书', d.no])
		assert.ok(asked.text.includes(part), part);
	assert.deepEqual(count(), was, 'nothing is done yet');
	const typed = form_read(asked.text, url);
	assert.equal(typed['r.photo'], fields['r.photo'], 'every character goes through');
	assert.equal(typed.act, 'notify_correction');
	const back = await clerk.submit(asked, url, { confirmed: 'no' });
	assert.equal(back.status, 200, said(back));
	assert.ok(back.text.replaceAll('\r', '').includes('>第一行\n&quot;第二行&quot;&lt;b&gt;</textarea>'), 'as typed');
	assert.match(back.text, /name="v.photo" value="not_in_form" checked/);
	assert.deepEqual(count(), was);
	assert.equal((await clerk.submit(asked, url, { confirmed: 'perhaps' })).status, 422);
	assert.equal((await clerk.submit(asked, url, { confirmed: 'yes', csrf: 'x' })).status, 403);
	// in between somebody else was first
	await acted(clerk2, d.no, 'claim');
	assert.equal((await clerk.submit(asked, url, { confirmed: 'yes' })).status, 409);
});

test('acts that ask for a reason show the decision with it before they go out', async () => {
	const d = await received(pre, clerk);
	const url = `/desk/case/${d.no}/act`, version = version_of(await case_page(clerk, d.no));
	const fields = { act: 'refuse_acceptance', version, page: 'ask', ground: 'other_authority', authority: '示例市教育局', reason: '应当向教育部门申请。' };
	const asked = await clerk.post(url, fields);
	assert.equal(asked.status, 200, said(asked));
	for (const part of ['不予受理决定书', '示例市教育局', '应当向教育部门申请。', '第（二）项'])
		assert.ok(asked.text.includes(part), part);
	const back = await clerk.submit(asked, url, { confirmed: 'no' });
	assert.equal(form_read(back.text, url).reason, fields.reason);
	assert.equal(form_read(back.text, url).authority, fields.authority);
	const done = await clerk.submit(asked, url, { confirmed: 'yes' });
	assert.equal(done.status, 303, said(done));
	assert.match((await clerk.follow(done)).text, /不予受理/);
});

// --- worklists ----------------------------------------------------------------------------------------------------

const rows_of = (r) => [...r.text.matchAll(/<tr class="([^"]*)">([\s\S]*?)<\/tr>/g)].map(([, cls, row]) => ({
	cls, no: /\/desk\/case\/([^"]+)"/.exec(row)[1], mark: /mark-new">([^<]*)</.exec(row)?.[1], text: row,
}));
async function pages(who, url) {
	const all = [];
	for (let n = 0; url; n++) {
		assert.ok(n < 50);
		const r = await who.get(url);
		assert.equal(r.status, 200, said(r));
		all.push(rows_of(r));
		url = unescape_html(/rel="next" href="([^"]*)"/.exec(r.text)?.[1] ?? '');
	}
	return all;
}
test('worklists show every case once, due first', async () => {
	const person = await sign_up();
	const mine = [];
	for (let n = 0; n < 32; n++) {
		if (n === 20) clock_set('2026-03-01 09:30:00'); // a Sunday: due on Monday already
		const page = await draft(person);
		await fill(person, page);
		mine.push(await submit(person, page));
	}
	clock_set(START);
	const list = await pages(pre, '/desk?tab=pre_review');
	assert.ok(list.length > 1);
	const nos = list.flat().map((row) => row.no);
	assert.equal(new Set(nos).size, nos.length);
	for (const no of mine) assert.ok(nos.includes(no), no);
	const dues = list.flat().map((row) => sql_due.get(row.no) ?? due_of(row.no));
	assert.deepEqual(dues, dues.toSorted());
	for (const mark of ['x', '2026-03-02', '2026-03-02.x', 'never.0', '9999-99-99.1', "2026-03-02.1' OR 1", '1.1', '-1'])
		assert.equal((await pre.get(`/desk?tab=pre_review&after=${encodeURIComponent(mark)}`)).status, 200, mark);
});
const sql_due = new Map();
function due_of(no) {
	for (const [n, due] of sql('SELECT short_no, next_due FROM cases WHERE short_no IS NOT NULL')) sql_due.set(n, due);
	return sql_due.get(no);
}
test('what is new to an officer is marked until they have looked', async () => {
	const c = await submitted();
	const marks = async (who, tab) => (await pages(who, `/desk?tab=${tab}`)).flat().find((row) => row.no === c.no)?.mark;
	assert.equal(await marks(pre, 'pre_review'), '新');
	await case_page(pre, c.no);
	assert.equal(await marks(pre, 'pre_review'), undefined);
	assert.equal(await marks(desk.yushen2, 'pre_review'), '新', 'each for themselves');
	await case_page(clerk, c.no);
	await acted(pre, c.no, 'pre_review_claim');
	await acted(pre, c.no, 'pre_review_pass', all_ok);
	assert.equal(await marks(clerk, 'window'), '有变化');
});
test('filters: state, who has it, only what has changed', async () => {
	const c = await received(pre, clerk);
	await acted(clerk, c.no, 'claim');
	const has = async (who, query) => (await pages(who, `/desk?${query}`)).flat().some((row) => row.no === c.no);
	assert.ok(await has(clerk, 'tab=mine'));
	assert.ok(await has(clerk, 'tab=window&claim=1'));
	assert.ok(!await has(clerk2, 'tab=window&claim=1'));
	assert.ok(!await has(clerk, 'tab=window&claim=2'));
	assert.ok(await has(clerk, 'tab=window&state=received'));
	assert.ok(!await has(clerk, 'tab=window&state=submitted'));
	await case_page(clerk, c.no);
	assert.ok(!await has(clerk, 'tab=window&new=1'));
	assert.ok(await has(clerk2, 'tab=window&new=1'));
	assert.ok(await has(clerk, 'tab=window&state=nothing&claim=7&new=x&tab=window'), 'nonsense filters nothing');
});
test('each post has the lists it works from', async () => {
	const tabs = async (login) => [...(await desk[login].get('/desk')).text.matchAll(/\/desk\?tab=(\w+)"/g)].map(([, t]) => t);
	assert.deepEqual(await tabs('yushen1'), ['mine', 'pre_review']);
	assert.deepEqual(await tabs('chuangkou1'), ['mine', 'window']);
	assert.deepEqual(await tabs('minzheng1'), ['mine', 'dept', 'delivered']);
	assert.deepEqual(await tabs('jiancha1'), ['mine', 'pre_review', 'window', 'dept', 'delivered']);
	// a tab of somebody else is not opened by its address
	const c = await submitted();
	assert.ok(!(await pages(clerk, '/desk?tab=pre_review')).flat().some((row) => row.no === c.no));
});

// --- finding ------------------------------------------------------------------------------------------------------

test('one box finds a case by number, QR code or document', async () => {
	const c = await submitted(), paper = await receipt(c), url = qr_read(paper.text);
	for (const q of [c.no, c.no.toLowerCase(), ` ${c.no} `, paper.case_no, url, new URL(url).pathname, url.replace('http://', 'HTTPS://')]) {
		const r = await clerk.get(`/desk/find?q=${encodeURIComponent(q)}`);
		assert.equal(r.headers.location, `/desk/case/${c.no}`, `${q}: ${said(r)}`);
	}
	const person = await clerk.get(`/desk/find?q=${c.person.id_no.toLowerCase()}`);
	assert.ok(person.text.includes(`/desk/case/${c.no}`));
	assert.match(words(person), /示\*\*/);
	for (const q of ['nothing', `${url}x`, url.replace(/.$/, ''), '/t/', '/t/..%2f', "' OR 1=1 --", '%', '𠮷', '<script>', '9'.repeat(400)]) {
		const r = await clerk.get(`/desk/find?q=${encodeURIComponent(q)}`);
		assert.equal(r.status, 200, `${q}: ${said(r)}`);
		assert.match(words(r), /没有找到/);
		assert.ok(!r.text.includes('<script>'));
	}
});

// --- passwords and warnings ---------------------------------------------------------------------------------------

test('a clerk resets a forgotten password against the document; it is on record, and all sessions end', async () => {
	const person = await sign_up({ name: '欧阳示例' });
	// somebody else's passport has the same number
	await sign_up({ id_type: '414', id_no: person.id_no, name: '示例丙' });
	const reset = (fields) => clerk.post('/desk/password', { id_no: person.id_no, name: '欧阳示例', reason: '本人到窗口', checked: '1', ...fields });
	for (const fields of [{ name: '欧阳示' }, { id_no: '410599199003070028', name: '欧阳示例' }, { reason: '' }, { checked: undefined }, { name: '欧陽示例' }])
		assert.equal((await reset(fields)).status, 422, JSON.stringify(fields));
	assert.equal((await person.get('/account')).status, 200);
	const r = await reset();
	assert.equal(r.status, 200, said(r));
	const fresh = /num-big">([0-9A-Z]{10})</.exec(r.text)[1];
	assert.equal((await person.get('/account')).status, 401);
	const again = await sign_in(person.id_no, fresh);
	assert.match(words(await again.get('/account/profile')), /欧阳示例/);
	const [row] = sql(`SELECT staff_name, fields, reason FROM access_log WHERE fields = 'password_reset' ORDER BY id DESC LIMIT 1`);
	assert.equal(row[0], '示例·窗口员一');
	assert.match(row[2], /^410\*+\w{4}：本人到窗口$/);
	assert.equal((await pre.get('/desk/password')).status, 403);
	assert.equal(new_uscc().length, 18);
});
// The last one: the clock job also sweeps out sessions that have run out by then.
test('warnings are shown to those who watch, each department its own', async () => {
	const c = await submitted();
	clock_set('2026-03-05 09:30:00');
	try {
		await job('clock');
		for (const login of ['jiancha1', 'tongchou1', 'minzheng1']) {
			const r = await (desk[login] = await officer(login)).get('/desk/alerts');
			const row = new RegExp(`<tr>(?:(?!</tr>)[\\s\\S])*${c.no}[\\s\\S]*?</tr>`).exec(r.text)?.[0] ?? assert.fail(login);
			assert.match(row, /class="due due-over">网上申请答复超时<[\s\S]*示例市民政局/, login);
		}
		assert.doesNotMatch((await (await officer('shijian1')).get('/desk/alerts')).text, new RegExp(c.no));
		assert.equal((await (await officer('chuangkou1')).get('/desk/alerts')).status, 403);
		for (const mark of ['x', '-1', '0', '99999999999999999999']) assert.equal((await desk.jiancha1.get(`/desk/alerts?before=${mark}`)).status, 200);
	} finally {
		clock_set(START);
	}
});
