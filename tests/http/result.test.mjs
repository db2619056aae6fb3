// The counter where results go out: found by what a scanner types, handed over once, mailed, decided on the spot.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { act, acted, case_page, every_ok, receipt, received, result_ready, taker, version_of } from './cases.mjs';
import { clock_set, job, matter_codes, officer, officer_add, said, sql, START, Visitor, words } from './client.mjs';
import { qr_read } from './qr.mjs';

const LOGINS = ['yushen1', 'chuangkou1', 'chuangkou2', 'fazheng1', 'minzheng1', 'shijian2', 'jiancha1', 'guanli1'];
const desk = {};
let pre, clerk, issuer, civil;
before(async () => {
	for (const login of LOGINS) desk[login] = await officer(login);
	({ yushen1: pre, chuangkou1: clerk, fazheng1: issuer, minzheng1: civil } = desk);
});
after(() => clock_set(START));

const ready = (options) => result_ready(pre, clerk, civil, options);
const state_of = (no) => sql(`SELECT state FROM cases WHERE short_no = '${no}'`)[0][0];
const documents = (no, kind) => Number(sql(`SELECT COUNT(*) FROM document d JOIN cases c ON c.id = d.case_id
	WHERE c.short_no = '${no}' AND d.kind = '${kind}'`)[0][0]);
const issue_page = (staff, no) => staff.get(`/desk/issue/${no}`);
const path_of = (url) => { const u = new URL(url); return u.pathname + u.search; };
// issue - as the form of the issue page sends it.
async function issue(staff, no, fields) {
	const version = fields.version ?? version_of(await issue_page(staff, no));
	return staff.post(`/desk/case/${no}/act`, { act: 'issue', ...fields, version });
}

// --- finding -----------------------------------------------------------------------------------------------------

test('what a scanner types from the receipt, the short number and the long one lead to the issue page', async () => {
	const c = await ready();
	const { case_no, text } = await receipt(c);
	for (const typed of [qr_read(text), c.no, c.no.toLowerCase(), ` ${case_no} `]) {
		const r = await issuer.get(`/desk/issue?q=${encodeURIComponent(typed)}`);
		assert.equal(r.status, 303, `${typed}: ${said(r)}`);
		assert.equal(r.headers.location, `/desk/issue/${c.no}`);
	}
	for (const typed of ['SL20260302-0305-99999', 'https://example.org/t/AAAA', '<script>', '单号']) {
		const r = await issuer.get(`/desk/issue?q=${encodeURIComponent(typed)}`);
		assert.equal(r.status, 200);
		assert.match(words(r), /没有找到/);
	}
});

test('an officer who opens the QR code with a phone is led to the desk; nobody else is', async () => {
	const c = await ready();
	const address = path_of(qr_read((await receipt(c)).text));
	const page = await issuer.get(address);
	const way = /href="(\/desk\/find\?q=[^"]+)"/.exec(page.text)?.[1];
	assert.ok(way, 'no way to the desk');
	const r = await issuer.get(way);
	assert.equal(r.headers.location, `/desk/issue/${c.no}`);
	// a department's officer is led to the case, a stranger is not led anywhere
	assert.equal((await civil.get(way)).headers.location, `/desk/case/${c.no}`);
	assert.doesNotMatch((await new Visitor().get(address)).text, /\/desk\/find/);
	assert.equal((await new Visitor().get(way)).status, 401);
});

test('lists: to be collected, for the courier; who may look', async () => {
	const [c, m] = [await ready(), await ready({ delivery: 'mail' })];
	assert.ok((await issuer.get('/desk/issue')).text.includes(c.no));
	assert.ok(!(await issuer.get('/desk/issue')).text.includes(m.no));
	const courier = await issuer.get('/desk/issue?tab=courier');
	assert.ok(courier.text.includes(m.no));
	assert.match(words(courier), /剩 1 个工作日/);
	assert.equal((await desk.jiancha1.get('/desk/issue')).status, 200);
	for (const login of ['minzheng1', 'yushen1'])
		assert.equal((await desk[login].get('/desk/issue')).status, 403);
	assert.equal((await new Visitor().get('/desk/issue')).status, 401);
	assert.equal((await issuer.post('/desk/issue')).status, 405);
	assert.equal((await issuer.get('/desk/issue/SL20260302-0305-99999')).status, 404);
});

// --- handing over ------------------------------------------------------------------------------------------------

test('the issue page shows whom to check, masked; a look at more is for a reason and on record', async () => {
	const c = await ready();
	const page = await issue_page(issuer, c.no);
	assert.match(words(page), /核对身份/);
	assert.ok(page.text.includes(`410***********${c.person.id_no.slice(-4)}`));
	assert.ok(!page.text.includes(c.person.id_no));
	assert.match(page.text, /documents\/\d+">[^<]*(决定书|证)/);
	const form = { field: 'id', why: '当面核对证件' };
	const shown = await issuer.post(`/desk/issue/${c.no}/reveal`, form);
	assert.ok(shown.text.includes(c.person.id_no));
	assert.equal((await issuer.post(`/desk/issue/${c.no}/reveal`, { field: 'id' })).status, 422);
	assert.equal((await civil.post(`/desk/issue/${c.no}/reveal`, form)).status, 403);
	const log = sql(`SELECT l.fields, l.reason FROM access_log l JOIN cases c ON c.id = l.case_id WHERE c.short_no = '${c.no}' AND l.fields = 'id'`);
	assert.deepEqual(log, [['id', '当面核对证件']]);
});

test('the sign-off is complete, the receiver is who they say, and everything typed stays', async () => {
	const c = await ready();
	const good = taker(c.person);
	const wrong = [
		[{ receiver_name: '' }, /姓名/], [{ receiver_relation: '' }, /本人/], [{ receiver_tail: '' }, /后四位/],
		[{ receiver_checked: '' }, /核对/], [{ receiver_name: '王生人' }, /应当是申请人示例人/], [{ receiver_tail: '0000' }, /对不上/],
		[{ receiver_tail: '12' }, /四位/], [{ receiver_relation: 'friend' }, /./],
	];
	for (const [change, says] of wrong) {
		const r = await issue(issuer, c.no, { ...good, ...change });
		assert.equal(r.status, 422, said(r));
		assert.match(words(r), says);
		assert.match(words(r), /当面发放/, 'the issue page again');
		assert.ok(r.text.includes(`name="receiver_name" class="w-m" value="${change.receiver_name ?? good.receiver_name}"`));
	}
	assert.equal(state_of(c.no), 'result_ready');
	const r = await issue(issuer, c.no, good);
	assert.equal(r.status, 303, said(r));
	assert.equal(r.headers.location, `/desk/issue/${c.no}`);
	const after_it = await issuer.follow(r);
	assert.match(words(after_it), /已经送达/);
	const proof = /href="([^"]+)">送达回证/.exec(after_it.text)[1];
	assert.match(words(await issuer.get(proof)), new RegExp(`示例人.*${c.person.id_no.slice(-4)}`));
	// OUT-4: the department sees it at once
	assert.ok((await civil.get('/desk?tab=delivered')).text.includes(c.no));
	assert.match(words(await case_page(civil, c.no)), /已送达/);
});

test('somebody else may fetch it, with their own name', async () => {
	const c = await ready();
	const r = await issue(issuer, c.no, { receiver_relation: 'agent', receiver_name: '李示例', receiver_tail: '001x', receiver_checked: '1', page: 'issue' });
	assert.equal(r.status, 303, said(r));
	assert.equal(state_of(c.no), 'delivered');
	assert.match(sql(`SELECT d.data FROM document d JOIN cases c ON c.id = d.case_id WHERE c.short_no = '${c.no}' AND d.kind = 'proof_of_service'`)[0][0], /001X/);
});

test('two clerks: one hands it out, the other reads who was first; twice the same click is one', async () => {
	const c = await ready();
	const version = version_of(await issue_page(issuer, c.no));
	const all = await Promise.all([issuer, desk.chuangkou2].map((staff) => issue(staff, c.no, { ...taker(c.person), version })));
	assert.deepEqual(all.map((r) => r.status).sort(), [303, 409]);
	const loser = all.find((r) => r.status === 409), winner = all[0].status === 303 ? issuer : desk.chuangkou2;
	assert.match(words(loser), /先操作了：结果已领取。您刚才的操作没有生效/);
	assert.match(words(loser), /已经送达/);
	assert.equal((await issue(winner, c.no, { ...taker(c.person), version })).status, 303);
	assert.equal(documents(c.no, 'proof_of_service'), 1);
});

test('a refusal goes out the same way; what is wanted online is there at once', async () => {
	const refused = await ready({ how: 'refuse' });
	assert.match(words(await issue_page(clerk, refused.no)), /决定：不予/);
	assert.equal((await issue(clerk, refused.no, taker(refused.person))).status, 303);
	assert.equal(state_of(refused.no), 'delivered');
	const online = await ready({ delivery: 'electronic' });
	assert.equal(state_of(online.no), 'delivered');
	assert.match(words(await issue_page(clerk, online.no)), /已经送达/);
});

test('departments hand nothing out and mail nothing', async () => {
	const c = await ready({ delivery: 'mail' });
	const version = version_of(await issue_page(issuer, c.no));
	for (const [staff, expected] of [[civil, 403], [desk.jiancha1, 403], [desk.shijian2, 404]]) {
		assert.equal((await staff.post(`/desk/case/${c.no}/act`, { act: 'issue', ...taker(c.person), page: '', version })).status, expected);
		assert.equal((await staff.post(`/desk/case/${c.no}/act`, { act: 'mail', courier: '示例快递', waybill: 'AB12345678', version })).status, expected);
	}
	assert.equal(state_of(c.no), 'result_ready');
});

// --- by mail -----------------------------------------------------------------------------------------------------

let letters = 0;
const number = () => `YB${process.pid}${String(++letters).padStart(6, '0')}`;
const mail = async (staff, no, waybill, courier = '示例快递') =>
	staff.post(`/desk/case/${no}/act`, { act: 'mail', courier, waybill, page: 'issue', version: version_of(await issue_page(staff, no)) });

test('a letter: its number is checked, refused twice, shown to the applicant and to nobody else', async () => {
	const [c, other] = [await ready({ delivery: 'mail' }), await ready({ delivery: 'mail' })];
	const waybill = number();
	for (const [typed, says] of [['', /运单号/], ['12345', /6到40位/], ['单号12345678', /6到40位/]]) {
		const r = await mail(issuer, c.no, typed);
		assert.equal(r.status, 422, said(r));
		assert.match(words(r), says);
	}
	const r = await mail(issuer, c.no, ` ${waybill.toLowerCase()} `); // as a scanner or a thumb types it
	assert.equal(r.status, 303, said(r));
	assert.equal(state_of(c.no), 'mailing');
	const twice = await mail(issuer, other.no, waybill);
	assert.equal(twice.status, 422, said(twice));
	assert.match(words(twice), /已经登记在另一封邮件上/);
	assert.ok(twice.text.includes(`value="${waybill}"`), 'what was typed stays');
	assert.equal(documents(other.no, 'waybill'), 0);
	// the applicant reads the number on their own page; the QR code, which anybody may hold, does not tell it
	assert.ok((await c.person.get(`/case/${c.no}`)).text.includes(waybill));
	const address = path_of(qr_read((await receipt(c)).text));
	const open = await new Visitor().get(address);
	assert.match(words(open), /已交寄|正在寄给您/);
	assert.ok(!open.text.includes(waybill));
	for (const [, notice] of open.text.matchAll(/href="(\/t\/[^"]+\/notice\/\d+)"/g))
		assert.ok(!(await new Visitor().get(notice)).text.includes(waybill), notice);

	// it comes back, goes out again, and is signed for
	const back = await acted(issuer, c.no, 'mail_back', { reason: '地址没有人', page: 'issue' });
	assert.equal(back.headers.location, `/desk/issue/${c.no}`);
	assert.match(words(await issue_page(issuer, c.no)), /退回的运单/);
	assert.equal((await mail(clerk, c.no, waybill)).status, 422);
	assert.equal((await mail(clerk, c.no, number())).status, 303);
	assert.equal((await act(issuer, c.no, 'confirm_mail', { page: 'issue' })).status, 422);
	await acted(issuer, c.no, 'confirm_mail', { note: '本人签收', page: 'issue' });
	assert.equal(state_of(c.no), 'delivered');
});

// --- on the spot (REV-5) --------------------------------------------------------------------------------------------

test('an instant matter under a letter: received, judged, decided and handed over at one counter', async () => {
	const c = await received(pre, clerk, { matter: 'F4' });
	const r = await acted(clerk, c.no, 'grant_on_spot', await every_ok(clerk, c.no));
	assert.equal(r.headers.location, `/desk/issue/${c.no}`);
	assert.match(words(await clerk.follow(r)), /决定：准予.*当面发放/);
	assert.equal((await issue(clerk, c.no, taker(c.person))).status, 303);
	assert.equal(state_of(c.no), 'delivered');
	assert.equal(documents(c.no, 'certificate'), 1);
});

test('without a letter the window cannot decide, and the button is not there', async () => {
	const c = await received(pre, clerk, { matter: 'F4' });
	const offered = async () => (await case_page(clerk, c.no)).text.includes('value="grant_on_spot"');
	assert.ok(await offered());
	sql(`UPDATE auth_letter l JOIN matter m ON m.id = l.matter_id SET l.ended_at = '2026-03-01' WHERE m.code = '${matter_codes.F4}'`);
	try {
		assert.ok(!await offered());
		const r = await act(clerk, c.no, 'grant_on_spot', await every_ok(clerk, c.no));
		assert.equal(r.status, 403, said(r));
		assert.match(words(r), /没有有效的授权委托书/);
	} finally {
		sql(`UPDATE auth_letter l JOIN matter m ON m.id = l.matter_id SET l.ended_at = NULL WHERE m.code = '${matter_codes.F4}' AND l.number LIKE '（市监）授字〔2024〕%'`);
	}
	assert.ok(await offered());
});

// --- letters of authorisation (CAT-7, ORG-1) ------------------------------------------------------------------------

let written = 0;
const letter = (given) => ({
	number: `（测）授字〔2026〕第${process.pid}-${++written}号`, matter: matter_codes.F6, may_accept: '1', may_decide: '1',
	from_day: '2026-03-02', until_day: '2026-12-31', signed_by: '王局长', ...given,
});
const form = ({ ...fields }) => Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== null));

test('a letter is entered with scope, powers and term, and ended; what is wrong is said', async () => {
	const admin = desk.guanli1, url = '/admin/letters';
	const good = letter();
	assert.equal((await admin.post(url, good)).status, 303);
	assert.ok((await admin.get(url)).text.includes(good.number));
	const wrong = [
		[{ number: good.number }, /已经登记过/], [{ may_accept: null, may_decide: null }, /授权窗口做什么/],
		[{ until_day: '2026-03-01' }, /不能早于/], [{ from_day: '2026-01-01', until_day: '2026-02-01' }, /已经过去/],
		[{ matter: 'X'.repeat(31) }, /没有这个事项/], [{ matter: matter_codes.F1 }, /不是即办件/], [{ signed_by: '' }, /签发人/],
	];
	for (const [change, says] of wrong) {
		const r = await admin.post(url, form(letter(change)));
		assert.equal(r.status, 422, said(r));
		assert.match(words(r), says);
	}
	assert.equal((await admin.post(url, form(letter({ matter: matter_codes.F1, may_decide: null })))).status, 303, 'accepting may be delegated');
	const [[id]] = sql(`SELECT id FROM auth_letter WHERE number = '${good.number}'`);
	assert.equal((await admin.post(`${url}/end`, { id })).status, 303);
	assert.equal((await admin.post(`${url}/end`, { id })).status, 404);
	assert.ok(sql(`SELECT ended_at IS NOT NULL FROM auth_letter WHERE id = ${id}`)[0][0] === '1');
});

test('an administrator of a unit keeps the letters of that unit only', async () => {
	const unit = await officer(officer_add({ keys: ['unit_admin'], dept: 'civil' })), url = '/admin/letters';
	const own = letter(), others = letter({ matter: matter_codes.F4 });
	assert.equal((await unit.post(url, own)).status, 303);
	const r = await unit.post(url, others);
	assert.equal(r.status, 422);
	assert.match(words(r), /不是本单位的事项/);
	const page = await unit.get(url);
	assert.ok(page.text.includes(own.number));
	assert.ok(!page.text.includes('（市监）授字〔2024〕'));
	assert.ok(!page.text.includes(matter_codes.F4));
	const [[id]] = sql("SELECT MIN(id) FROM auth_letter WHERE number LIKE '（市监）授字〔2024〕%'");
	assert.equal((await unit.post(`${url}/end`, { id })).status, 404);
	for (const login of ['minzheng1', 'chuangkou1', 'jiancha1'])
		assert.equal((await desk[login].get(url)).status, 403);
	assert.equal((await new Visitor().get(url)).status, 401);
	assert.equal((await unit.post(url, { ...letter(), csrf: 'X' })).status, 403);
});

// The last one: at the later day everybody's session has run out.
test('what waits too long is listed, and the applicant is reminded once in ten working days', async () => {
	const [c, m] = [await ready(), await ready({ delivery: 'mail' })];
	const reminders = () => sql(`SELECT o.channel FROM outbox o JOIN cases c ON c.id = o.case_id
		WHERE c.short_no = '${c.no}' AND o.template = 'remind' AND o.channel = 'sms'`).length;
	const listed = async (tab) => (await issuer.get(`/desk/issue?tab=${tab}`)).text.includes(c.no);
	const again = () => officer('fazheng1').then((s) => { issuer = s; });
	assert.ok(!await listed('unclaimed'));
	clock_set('2026-03-17 10:00:00');
	try {
		await again();
		await job('clock');
		await job('clock');
		assert.equal(reminders(), 1);
		assert.ok(await listed('unclaimed'));
		assert.ok(await listed('ready'));
		const alerts = sql(`SELECT a.kind, COUNT(*) FROM alert a JOIN cases c ON c.id = a.case_id
			WHERE c.short_no IN ('${c.no}', '${m.no}') AND a.kind IN ('unclaimed', 'mail_overdue') GROUP BY a.kind ORDER BY a.kind`);
		assert.deepEqual(alerts, [['mail_overdue', '1'], ['unclaimed', '1']]);
		assert.match(words(await issuer.get('/desk/issue?tab=courier')), /已超期 \d+ 个工作日/);
	} finally {
		clock_set(START);
		await again();
	}
});
