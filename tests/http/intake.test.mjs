// Applications on paper: who may take them in, whose they are, how they came, scans, the receipt, what is given up; fields put
// right on the spot; supplements brought to the window.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	APPLICATIONS, PAPER, PHOTO, act, acted, case_page, counter_draft, counter_person, counter_received, every_ok, key_of, one_bad, received, version_of,
} from './cases.mjs';
import { form_read } from './html.mjs';
import { Visitor, matter_codes, new_id, new_phone, new_uscc, officer, officer_add, said, sign_up, sql, words } from './client.mjs';

let clerk, clerk2, pre, civil;
before(async () => {
	[clerk, clerk2, pre, civil] = await Promise.all(['chuangkou1', 'chuangkou2', 'yushen1', 'minzheng1'].map((l) => officer(l)));
});

const status = (r, want) => assert.equal(r.status, want, said(r));
const F6 = `/desk/intake/matters/${matter_codes.F6}`;
const intake_of = (key_or_no) => sql(`SELECT i.open_by IS NULL, i.consent, i.arrived_day, i.tracking_no, i.helper_name, i.helper_relation,
	i.helper_consent, i.district, c.channel, c.state, c.account_id FROM case_intake i JOIN cases c ON c.id = i.case_id
	WHERE c.short_no = '${key_or_no}'`)[0];
const last_case = () => Number(sql('SELECT COALESCE(MAX(id), 0) FROM cases')[0][0]);
const looks = (fields) => Number(sql(`SELECT COUNT(*) FROM access_log WHERE fields = '${fields}'`)[0][0]);

// --- who ----------------------------------------------------------------------------------------------------------

test('only a window clerk takes in; a clerk of another department does not see the matter', async () => {
	const citizen = await sign_up(), stranger = await officer(officer_add({ dept: 'health', keys: ['clerk'] }));
	const page = await counter_draft(clerk);
	for (const url of ['/desk/intake', '/desk/intake?channel=post', F6, page, `${page}/materials`, `${page}/check`, `${page}/discard`]) {
		status(await new Visitor().get(url), 401);
		status(await citizen.get(url), 401);
		status(await pre.get(url), 403);
		status(await civil.get(url), 403); // a department has no intake of its own (INT-10)
		status(await clerk.get(url), 200);
	}
	for (const url of [F6, page, `${page}/materials`, `${page}/check`, `${page}/discard`]) status(await stranger.get(url), 404);
	status(await stranger.post(F6, { channel: 'counter', ...counter_person() }), 404);
	status(await stranger.post(`${page}/field`, { kin_name: '王亲属' }), 404);
	status(await stranger.upload(`/upload/${key_of(page)}/photo`, [PHOTO]), 404);
	for (const url of [F6, `${F6}/find`, page, `${page}/field`, `${page}/materials/photo`, `${page}/receive`, `${page}/discard`])
		status(await clerk.post(url, { csrf: 'A'.repeat(26) }), 403);
	const listed = (await stranger.get('/desk/intake')).text;
	assert.ok(!listed.includes(key_of(page)), 'what is not theirs is not in their list');
});

test('what an applicant is putting together online is not open here, nor what was received long ago', async () => {
	const c = await received(pre, clerk), person = await sign_up();
	const draft = (await person.post(`/apply/${matter_codes.F6}`, { fresh: '1' })).headers.location;
	for (const part of ['', '/materials', '/check', '/discard', '/supplement', '/done']) status(await clerk.get(`/desk/intake/${key_of(draft)}${part}`), 404);
	status(await clerk.post(`/desk/intake/${key_of(draft)}/discard`), 404);
	status(await clerk.post(`/desk/intake/${c.key}/discard`), 409);
	assert.equal((await clerk.get(`/desk/intake/${c.key}`)).headers.location, `/desk/case/${c.no}`);
	status(await clerk.get('/desk/intake/0000000000000'), 404);
	status(await clerk.get('/desk/intake/matters/11410599MBXX00051X4002011909999'), 404);
});

// --- whose --------------------------------------------------------------------------------------------------------

test('somebody with an account is found by document number, masked and on record, and the case is theirs', async () => {
	const person = await sign_up(), was = looks('find_account');
	const found = await clerk.post(`${F6}/find`, { channel: 'counter', id_no: ` ${person.id_no.toLowerCase()} ` });
	status(found, 200);
	assert.ok(looks('find_account') > was, 'the look is on record');
	assert.ok(!found.text.includes('示例人') && found.text.includes(`${person.id_no.slice(0, 3)}***********${person.id_no.slice(-4)}`), 'masked');
	const opened = await clerk.submit(found, F6, { id_type: '111' });
	status(opened, 303);
	const page = opened.headers.location;
	assert.equal(form_read((await clerk.get(page)).text, page).kin_name, '', 'the form of the matter');
	// until it is received it is the window's
	assert.ok(!(await person.get('/account')).text.includes(key_of(page)));
	status(await person.get(`/case/${key_of(page)}`), 404);
	status(await person.get(`/apply/${matter_codes.F6}/${key_of(page)}`), 404);
	status(await person.upload(`/upload/${key_of(page)}/photo`, [PHOTO]), 404);
	assert.match((await person.get(`/apply/${matter_codes.F6}`)).text, /开始申请/, 'it is no draft of theirs');
	const no = await counter_received(clerk, page);
	const mine = await person.get(`/case/${no}`);
	status(mine, 200);
	assert.match(words(mine), /窗口申请/);
	assert.ok((await person.get('/account')).text.includes(no));
	const [closed, consent, , , , , , , channel, state] = intake_of(no);
	assert.deepEqual([closed, consent, channel, state], ['1', 'account', 'counter', 'received']);
	// and is told like any other
	assert.equal(sql(`SELECT COUNT(*) FROM outbox o JOIN cases c ON c.id = o.case_id WHERE c.short_no = '${no}' AND o.template = 'received'`)[0][0], '1');
});

test('who is entered by hand and has an account is its holder, if the name is the same', async () => {
	const person = await sign_up();
	const wrong = await clerk.post(F6, { channel: 'counter', ...counter_person({ id_no: person.id_no, name: '李别人' }) });
	status(wrong, 422);
	assert.match(words(wrong), /另一个姓名/);
	const page = await counter_draft(clerk, { id_no: person.id_no, name: sql(`SELECT name FROM account WHERE id_mask = '${person.id_no.slice(0, 3)}***********${person.id_no.slice(-4)}' ORDER BY id DESC LIMIT 1`)[0][0] });
	const no = await counter_received(clerk, page);
	status(await person.get(`/case/${no}`), 200);
});

test('what a clerk enters is checked like a sign-up, and comes back as typed', async () => {
	const before_all = last_case();
	const cases = [
		[{ name: '' }, /请填写|姓名/], [{ name: '示例1' }, /姓名/], [{ id_no: '410599199003070029' }, /证件号码|最后一位|校验/], [{ id_no: '' }, /证件号码/],
		[{ id_type: '999' }, /证件类型/], [{ id_type: '001' }, /个人证件/], [{ phone: '12345' }, /手机|号码/], [{ phone: '0372-1234567' }, /座机/],
		[{ phone: '', address: '' }, /至少填一项/], [{ consent: '' }, /同意/], [{ consent: 'account' }, /同意/], [{ kind: 'legal' }, /统一社会信用代码|只面向/],
		[{ helper_name: '王示例' }, /关系/], [{ helper_name: '王示例', helper_relation: 'family' }, /同意由他帮办|怎样同意/],
		[{ helper_name: '王1', helper_relation: 'family', helper_consent: 'paper' }, /姓名/], [{ district: '火星' }, /地区/], [{ channel: 'web' }, /收件方式/],
		[{ channel: 'post', arrived: '' }, /到达/], [{ channel: 'post', arrived: '2026-03-03' }, /不能晚于今天/], [{ channel: 'post', arrived: '昨天' }, /年-月-日/],
		[{ channel: 'post', arrived: '2026-03-02', tracking_no: '单号<1>' }, /寄件单号/],
	];
	for (const [changes, message] of cases) {
		const typed = { channel: 'counter', ...counter_person(changes) };
		const r = await clerk.post(F6, typed);
		assert.equal(r.status, 422, `${JSON.stringify(changes)}: ${said(r)}`);
		assert.match(words(r), message, JSON.stringify(changes));
		const again = form_read(r.text, F6);
		for (const name of ['name', 'phone', 'id_no']) assert.equal(again[name], typed[name], `${name} as typed`);
	}
	assert.equal(last_case(), before_all, 'nothing was opened');
});

test('an old credit code passes when it was compared with the licence', async () => {
	const good = new_uscc(), bad = good.slice(0, 17) + (good[17] === '0' ? '1' : '0');
	const url = `/desk/intake/matters/${matter_codes.F1}`;
	const company = { channel: 'counter', ...counter_person({ kind: 'legal', name: '示例市测试有限公司', id_type: '001', id_no: bad, legal_rep: '法示例' }) };
	const warned = await clerk.post(url, company);
	status(warned, 422);
	assert.match(warned.text, /name="id_confirmed"/);
	status(await clerk.post(url, { ...company, legal_rep: '' , id_confirmed: '1' }), 422);
	status(await clerk.post(url, { ...company, id_confirmed: '1' }), 303);
	const mistyped = await clerk.post(`${url}/find`, { channel: 'counter', id_no: '41059919900307002' });
	status(mistyped, 200);
	assert.match(words(mistyped), /18 ?位/);
});

// --- the form and the papers ---------------------------------------------------------------------------------------

test('the form is saved whole and field by field; the real name stays; two officers notice each other', async () => {
	const page = await counter_draft(clerk, { name: '李示例' });
	const form = await clerk.get(page);
	assert.ok(form.text.includes('李示例') && !('name' in form_read(form.text, page)), 'the name is shown, not asked');
	const short = await clerk.submit(form, page, { kin_name: '王亲属' });
	status(short, 422);
	assert.equal(form_read(short.text, page).kin_name, '王亲属');
	const field = await clerk.post(`${page}/field`, { kin_phone: '12' }, { json: true });
	status(field, 200);
	assert.ok(field.json.wrong && field.json.saved);
	status(await clerk.post(`${page}/field`, { no_such_field: 'x' }), 400);
	const late = await clerk2.submit(form, page, { ...APPLICATIONS.F6.answers, kin_name: '赵亲属', csrf: await clerk2.csrf() });
	status(late, 409);
	assert.match(words(late), /在别处改过/);
	const answers = { ...APPLICATIONS.F6.answers, 'result-delivery': 'mail' };
	const saved = await clerk2.submit(late, page, answers);
	assert.equal(saved.headers.location ?? saved.status, `${page}/materials`, said(saved));
	status(await clerk.post(`${page}/field`, { 'result-delivery': 'pigeon' }), 422);
});

test('papers are kept, copied or given back; scans come from the clerk, with and without JavaScript', async () => {
	const page = await counter_draft(clerk), url = `/upload/${key_of(page)}/photo`;
	const state = () => sql(`SELECT m.state FROM case_material m JOIN cases c ON c.id = m.case_id ORDER BY c.id DESC, m.item = 'photo' DESC LIMIT 1`)[0][0];
	const held = async (how) => status(await clerk.post(`${page}/materials/photo`, { held: how }), 303);
	await held('original');
	assert.equal(state(), 'paper');
	await held('seen');
	assert.equal(state(), 'none', 'what was given back counts only with its scan');
	assert.match(words(await clerk.get(`${page}/materials`)), /原件已经退还，请扫描上传/);
	const up = await clerk.upload(url, [PHOTO]);
	assert.equal(up.headers.location, `${page}/materials#m-photo`);
	assert.equal(state(), 'uploaded');
	status(await clerk.upload(url, [PHOTO], {}, { json: true }), 200);
	const listed = await clerk.get(`${page}/materials`);
	const files = [...listed.text.matchAll(/href="\/file\/(\d+)"/g)].map(([, id]) => id);
	assert.equal(files.length, 2);
	status(await clerk.get(`/file/${files[0]}`), 200);
	status(await clerk2.get(`/file/${files[0]}`), 200);
	status(await (await officer('shijian1')).get(`/file/${files[0]}`), 404);
	status(await (await sign_up()).get(`/file/${files[0]}`), 404);
	await held('copy');
	assert.equal(state(), 'uploaded');
	for (const id of files) status(await clerk.post(`${url}/${id}/remove`), 303);
	assert.equal(state(), 'paper', 'the copy is still there');
	await held('none');
	assert.equal(state(), 'none');
	status(await clerk.post(`${page}/materials/photo`, { held: 'eaten' }), 422);
	status(await clerk.post(`${page}/materials/photo`, {}), 422);
	status(await clerk.post(`${page}/materials/nothing`, { held: 'copy' }), 404);
	status(await pre.upload(url, [PHOTO]), 409);
	status(await clerk.upload(url, [{ name: '病毒.exe', bytes: Buffer.from('MZ') }]), 422);
});

// --- receiving -----------------------------------------------------------------------------------------------------

test('what is incomplete is received only on purpose; twice is once; the slip has the query code for its clerk alone', async () => {
	const page = await counter_draft(clerk);
	const check = await clerk.get(`${page}/check`);
	const refused = await clerk.submit(check, `${page}/receive`);
	status(refused, 422);
	assert.match(words(refused), /还有不齐全的地方/);
	status(await clerk.post(`${page}/receive`, { incomplete: '1', version: 'x' }), 422);
	status(await clerk.get(`${page}/done`), 404);
	const done = await clerk.submit(check, `${page}/receive`, { incomplete: '1' });
	assert.equal(done.headers.location, `${page}/done`);
	assert.equal((await clerk.submit(check, `${page}/receive`, { incomplete: '1' })).headers.location, `${page}/done`, 'a second click');
	const slip = await clerk.get(`${page}/done`);
	for (const part of ['收件凭证', '查询码', '打印收件凭证', '申请材料']) assert.ok(slip.text.includes(part), part);
	assert.ok(!(await clerk2.get(`${page}/done`)).text.includes('查询码'), 'the code is the applicant\'s');
	const no = /SL\d{8}-\d{4}-\d{5}/.exec(slip.text)[0];
	const [[events]] = sql(`SELECT event_count FROM cases WHERE short_no = '${no}'`);
	assert.equal(events, '1');
	for (const part of ['', '/materials', '/check']) assert.equal((await clerk.get(page + part)).headers.location, `/desk/case/${no}`);
	status(await clerk.post(`${page}/field`, { kin_name: '太晚了' }), 409);
	status(await clerk.upload(`/upload/${key_of(page)}/photo`, [PHOTO]), 409);
	status(await clerk.post(`${page}/discard`), 409);
	// what is missing is then told once
	await acted(clerk, no, 'notify_correction', one_bad);
});

test('received for another district: its department has it, its paper goes there, the result comes back to this window', async () => {
	const east = await officer('dongqu1'), market = await officer('shijian1');
	const form = words(await clerk.post(`/desk/intake/matters/${matter_codes.F1}/find`, { channel: 'counter', id_no: '410599196208151012' }));
	assert.match(form, /示例东区：转示例东区市场监督管理局/);
	assert.match(form, /示例西区：登记在案/);
	const page = await counter_draft(clerk, { matter: 'F1', district: '示例东区' });
	const no = await counter_received(clerk, page);
	assert.equal((await case_page(market, no)).status, 404, 'not a case of the city');
	assert.equal((await case_page(east, no)).status, 200);
	await acted(clerk, no, 'accept', await every_ok(clerk, no));
	assert.match((await east.get('/desk')).text, new RegExp(no));
	assert.doesNotMatch((await market.get('/desk')).text, new RegExp(no));
	await acted(clerk, no, 'hand_over');
	await acted(east, no, 'begin_review');
	assert.equal((await act(market, no, 'opine', { stance: 'agree', note: '越权' })).status, 404);
	await acted(east, no, 'opine', { stance: 'against', note: '布局不合要求' });
	await acted(east, no, 'refuse', { reason: '布局不合要求' });
	await acted(east, no, 'hand_result');
	assert.match((await clerk.get('/desk/issue')).text, new RegExp(no));
	const [[paper, seal]] = sql(`SELECT CONCAT_WS('|', d.number, d.data), s.authority FROM document d JOIN cases c ON c.id = d.case_id
		JOIN seal_use s ON s.document_id = d.id WHERE c.short_no = '${no}' AND d.kind = 'refusal'`);
	for (const part of ['（东市监）', '示例东区市场监督管理局', '0399-5553111', '示例东区人民政府']) assert.ok(paper.includes(part), part);
	assert.equal(seal, '示例东区市场监督管理局');
});

test('a letter: day, number, helper, consent and district are on record, on the case page and in the lists', async () => {
	const page = await counter_draft(clerk, {
		channel: 'post', arrived: '2026-02-27', tracking_no: 'SF1234567890123', consent: 'paper', helper_name: '王帮办', helper_relation: 'community',
		helper_consent: 'spoken', district: '示例西区', phone: '', address: '示例市幸福街道1号',
	});
	let list = words(await clerk.get('/desk/intake?channel=post'));
	assert.match(list, /SF1234567890123/);
	assert.match(list, /已登记到达，还没有收件/);
	const no = await counter_received(clerk, page);
	assert.deepEqual(intake_of(no).slice(0, 10),
		['1', 'paper', '2026-02-27', 'SF1234567890123', '王帮办', 'community', 'spoken', '示例西区', 'post', 'received']);
	const [[note]] = sql(`SELECT e.note FROM case_event e JOIN cases c ON c.id = e.case_id WHERE c.short_no = '${no}' AND e.action = 'receive'`);
	for (const part of ['2026年2月27日邮寄到达', 'SF1234567890123', '王帮办（社区（村）工作人员）', '口头同意', '示例西区']) assert.ok(note.includes(part), part);
	const shown = words(await case_page(clerk, no));
	for (const part of ['代收，转示例西区办理', '王帮办', '书面同意']) assert.ok(shown.includes(part), part);
	assert.match(words(await clerk.get('/desk?tab=window')), /转示例西区/);
	list = words(await clerk.get('/desk/intake?channel=post'));
	assert.match(list, /没有手机号，请把凭证和告知书寄回/);
	await acted(clerk, no, 'notify_correction', one_bad);
	assert.match(words(await clerk.get('/desk/intake?channel=post')), /不齐，已一次性告知：一寸证件照/);
});

test('what was begun and left is listed with its officer; it can be gone on with or given up, on record', async () => {
	const page = await counter_draft(clerk, { name: '孙弃录' });
	const theirs = await clerk2.get('/desk/intake');
	assert.ok(theirs.text.includes(`${page}/discard`) && words(theirs).includes('示例·窗口员一'));
	assert.ok(!theirs.text.includes('孙弃录'), 'masked');
	status(await clerk2.get(page), 200);
	const asked = await clerk2.get(`${page}/discard`);
	status(asked, 200);
	const was = looks('discard');
	status(await clerk2.submit(asked, `${page}/discard`), 303);
	assert.equal(looks('discard'), was + 1);
	status(await clerk2.get(page), 404);
	assert.ok(!(await clerk.get('/desk/intake')).text.includes(key_of(page)));
	assert.ok(!(await clerk.get('/desk?tab=window')).text.includes('/desk/case/"'), 'drafts are in no worklist');
});

// --- put right on the spot ------------------------------------------------------------------------------------------

test('fields are put right on the spot: old and new are in the file, real names stay, bad input stays as typed', async () => {
	const c = await received(pre, clerk), url = `/desk/case/${c.no}/correct`;
	assert.equal((await clerk.get(`/desk/case/${c.no}/do/correct_on_spot`)).headers.location, url);
	status(await pre.get(url), 403);
	status(await civil.get(url), 403);
	const page = await clerk.get(url);
	status(page, 200);
	const typed = form_read(page.text, url);
	assert.equal(typed.kin_name, '王亲属');
	assert.ok(!('name' in typed) && !('id_no' in typed), 'the real name is not asked');
	const note = { 'spot-note': '申请人在场，当面改正。' };
	const no_note = await clerk.submit(page, url, { kin_name: '王新名' });
	status(no_note, 422);
	assert.equal(form_read(no_note.text, url).kin_name, '王新名');
	const bad = await clerk.submit(page, url, { ...note, kin_phone: '12' });
	status(bad, 422);
	assert.equal(form_read(bad.text, url).kin_phone, '12');
	assert.equal(form_read(bad.text, url)['spot-note'], note['spot-note']);
	status(await clerk.submit(page, url, { ...note, id_no: new_id() }), 422);
	status(await clerk.submit(page, url, { ...note, csrf: 'x' }), 403);
	status(await clerk.submit(page, url, { ...note, 'case-version': 'x' }), 400);
	const phone = new_phone();
	status(await clerk.submit(page, url, { ...note, kin_name: '王新名', kin_phone: phone }), 303);
	const [[written]] = sql(`SELECT e.note FROM case_event e JOIN cases c ON c.id = e.case_id WHERE c.short_no = '${c.no}' ORDER BY e.seq DESC LIMIT 1`);
	assert.match(written, /王亲属 改为 王新名/);
	assert.ok(!written.includes(phone), 'a telephone is masked in the file too');
	assert.equal(form_read((await clerk.get(url)).text, url).kin_phone, phone);
	status(await clerk.submit(page, url, { ...note, kin_name: '第二次' }), 409);
	await acted(clerk, c.no, 'accept', await every_ok(clerk, c.no));
	status(await clerk.get(url), 409);
	assert.equal((await act(clerk, c.no, 'correct_on_spot', note)).status, 409);
});

// --- supplements at the window ---------------------------------------------------------------------------------------

test('what a notice lists can be brought to the window, also when the application came online', async () => {
	const c = await received(pre, clerk);
	await acted(clerk, c.no, 'notify_correction', { ...one_bad, 'fk.1': 'kin_name', 'fr.1': '名字不全', 'fd.1': '写身份证上的姓名' });
	const url = `/desk/intake/${c.key}/supplement`;
	assert.ok((await case_page(clerk, c.no)).text.includes(url));
	const page = await clerk.get(url);
	status(page, 200);
	assert.match(words(page), /还有 2 项没有补/);
	status(await clerk.post(`/desk/intake/${c.key}/materials/id_card`, { held: 'copy' }), 403);
	status(await clerk.upload(`/upload/${c.key}/id_card`, [PAPER]), 409);
	assert.equal((await clerk.upload(`/upload/${c.key}/photo`, [PHOTO])).headers.location, `${url}#m-photo`);
	const field = await clerk.submit(page, `/desk/intake/${c.key}/field`, { kin_name: '王全名' });
	assert.equal(field.headers.location, url);
	status(await clerk.post(`/desk/intake/${c.key}/field`, { address: '示例市幸福街道9号' }), 403);
	const ready = await clerk.get(url);
	const done = await clerk.submit(ready, `/desk/case/${c.no}/act`, { act: 'answer_correction' });
	status(done, 303);
	assert.match(words(await clerk.follow(done)), /已收件/);
	assert.equal((await clerk.get(url)).headers.location, `/desk/case/${c.no}`);
	assert.ok(version_of(await case_page(clerk, c.no)) > 1);
});
