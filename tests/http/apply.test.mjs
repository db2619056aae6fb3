// apply.test.mjs - the applicant's pages: draft, form, materials, submission, the own case, its papers, corrections.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor, exchange, matter_codes, officer, said, sign_in, sign_up, sql, words } from './client.mjs';
import { PHOTO, acted, all_ok, draft, fill, key_of, one_bad, received, submit, submitted } from './cases.mjs';
import { escape_html, form_read } from './html.mjs';

const F1 = matter_codes.F1, F6 = matter_codes.F6;
const status = (r, want) => assert.equal(r.status, want, said(r));
const version_in = (page) => Number(/name="draft-version" value="(\d+)"/.exec(page.text)[1]);
// sees - every one of these texts is on the page.
function sees(r, ...texts) {
	status(r, 200);
	for (const t of texts) assert.ok(words(r).includes(t), `${said(r)}\ndoes not say: ${t}`);
}

// --- before the first field ---------------------------------------------------------------------------------------

test('the start page is for everybody and says what is needed', async () => {
	const r = await new Visitor().get(`/apply/${F1}`);
	sees(r, '请先登录', '设备设施、布局和操作流程文件', '7个工作日', '不收费');
	assert.ok(r.text.includes(`/account/sign-in?back=/apply/${F1}`));
	status(await new Visitor().get('/apply/11410599MBXX00019J4999999999999'), 404);
	status(await new Visitor().get('/apply/%3Cscript%3E'), 404);
});

test('beginning needs a session and the csrf token', async () => {
	status(await new Visitor().post(`/apply/${F6}`), 401);
	const person = await sign_up();
	status(await person.post(`/apply/${F6}`, { csrf: undefined }), 403);
	status(await person.post(`/apply/${F6}`, { csrf: 'A'.repeat(26) }), 403);
	status(await exchange({ method: 'DELETE', path: `/apply/${F6}` }), 405);
});

test('who may not apply for a matter is told so', async () => {
	const company = await sign_in('91410599MAXX00015U');
	assert.match(words(await company.get(`/apply/${F6}`)), /这个账号不能办这件事.*自然人/);
	const r = await company.post(`/apply/${F6}`);
	status(r, 403);
	assert.match(words(r), /只面向：自然人/);
});

test('one open draft per person and matter, unless another is asked for', async () => {
	const person = await sign_up();
	const first = (await person.post(`/apply/${F6}`)).headers.location;
	assert.equal((await person.post(`/apply/${F6}`)).headers.location, first);
	assert.match(words(await person.get(`/apply/${F6}`)), /您有一份没有提交的申请/);
	assert.notEqual((await person.post(`/apply/${F6}`, { fresh: '1' })).headers.location, first);
});

// --- whose draft it is ----------------------------------------------------------------------------------------------

test('a draft exists for nobody else', async () => {
	const person = await sign_up(), other = await sign_up();
	const page = await draft(person);
	for (const path of [page, `${page}/materials`, `${page}/check`, `${page}/discard`, `/case/${key_of(page)}`]) {
		status(await other.get(path), 404);
		status(await new Visitor().get(path), 401);
	}
	for (const path of [page, `${page}/field`, `${page}/discard`])
		status(await other.post(path, { address: 'x' }), 404);
	status(await other.post(`${page}/submit`, { submit_key: 'ABCDEFGHJKMN', agree: '1' }), 404);
	status(await other.post(`${page}/materials/photo`, { state: 'none' }), 404);
	status(await person.get(page.replace(F6, F1)), 404); // the draft is of another matter
	for (const key of ['0000000000000', 'x', 'ZZZZZZZZZZZZZZ', "'; DROP"]) 
		status(await person.get(`/apply/${F6}/${encodeURIComponent(key)}`), 404);
	assert.match((await person.get(`/case/${key_of(page)}`)).headers.location, new RegExp(`^${page}$`));
});

test('what is not a form of ours is refused', async () => {
	const person = await sign_up(), page = await draft(person);
	status(await person.send({ method: 'POST', path: page, body: '{}', headers: { 'Content-Type': 'application/json' } }), 415);
	status(await person.post(page, { address: 'x'.repeat(200000) }), 413);
	status(await person.post(`${page}/field`, { address: 'x'.repeat(40000) }), 413);
	status(await person.send({ method: 'POST', path: `${page}/field`, body: 'a=%zz', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }), 400);
	status(await person.send({ method: 'PUT', path: page, body: '' }), 405);
	status(await person.get(`${page}/submit`), 405);
	status(await person.post(`${page}/check`), 405);
});

// --- step 1 -------------------------------------------------------------------------------------------------------

test('the form comes filled in from the account, and what the account knows cannot be changed', async () => {
	const person = await sign_up({ name: '欧阳𠮷' });
	const page = await draft(person);
	const form = await person.get(page);
	sees(form, '来自您的实名账号');
	assert.ok(form.text.includes('value="欧阳𠮷" readonly'));
	const saved = await person.post(`${page}/field`, { name: '张三' }, { json: true });
	assert.ok(saved.json.saved);
	assert.ok((await person.get(page)).text.includes('value="欧阳𠮷" readonly'));
});

test('each field is saved as it is left, also when it is wrong, and is there on another device', async () => {
	const person = await sign_up(), page = await draft(person);
	const fine = await person.post(`${page}/field`, { address: '示例市幸福街道建设路８号' }, { json: true });
	status(fine, 200);
	assert.match(fine.json.saved, /^\d\d:\d\d$/);
	assert.equal(fine.json.wrong, undefined);
	const wrong = await person.post(`${page}/field`, { kin_phone: '1234' }, { json: true });
	status(wrong, 200);
	assert.ok(wrong.json.wrong.length > 4);
	assert.ok(wrong.json.version > fine.json.version);
	const elsewhere = await sign_in(person.id_no);
	const form = await elsewhere.get(page);
	assert.ok(form.text.includes('示例市幸福街道建设路８号') || form.text.includes('示例市幸福街道建设路8号'));
	assert.ok(form.text.includes('value="1234"'));
	assert.ok(form.text.includes(escape_html(wrong.json.wrong)));
	status(await person.post(`${page}/field`, { no_such_field: '1' }, { json: true }), 400);
});

test('a whole form that is wrong comes back as it was, each message linked to its input', async () => {
	const person = await sign_up(), page = await draft(person);
	const nasty = '"><script>alert(1)</script>{{NAME}}\'; DROP TABLE cases; -- 𠮷𡈽';
	const r = await person.submit(await person.get(page), page, { address: nasty, kin_phone: '12', household: 'nowhere' });
	status(r, 422);
	assert.ok(r.text.includes(`value="${escape_html(nasty)}"`) || r.text.includes(escape_html(nasty)), said(r));
	assert.ok(!r.text.includes('<script>alert'));
	assert.match(r.text, /class="wrong-summary"/);
	for (const [, id] of r.text.matchAll(/<li><a href="#(f-[a-z_]+)"/g))
		assert.ok(r.text.includes(`id="${id}"`), `${id} is linked to and is not there`);
	assert.match(r.text, /<a href="#f-kin_phone">/);
	assert.match(r.text, /id="f-kin_phone"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*f-kin_phone-wrong/);
	assert.ok((await person.get(page)).text.includes(escape_html(nasty)), 'it was stored all the same');
});

test('a whole form that is right leads on; "later" leads out', async () => {
	const person = await sign_up(), page = await draft(person);
	await fill(person, page);
	const r = await person.submit(await person.get(page), page, { 'go-on': 'later' });
	status(r, 303);
	assert.equal(r.headers.location, '/account');
	assert.match(words(await person.follow(r)), /存好了/);
});

test('two tabs: the later save is shown both versions and loses nothing', async () => {
	const person = await sign_up(), page = await draft(person);
	await fill(person, page);
	const tab1 = await person.get(page), tab2 = await person.get(page);
	status(await person.submit(tab1, page, { kin_name: '第一个页面' }), 303);
	const clash = await person.submit(tab2, page, { kin_name: '第二个页面' });
	status(clash, 409);
	assert.match(words(clash), /这份申请刚才在别处改过.*第二个页面.*第一个页面/);
	assert.match(clash.text, /id="f-kin_name"[^>]*value="第二个页面"/);
	assert.match((await person.get(page)).text, /id="f-kin_name"[^>]*value="第一个页面"/, 'nothing was overwritten');
	status(await person.submit(clash, page), 303);
	assert.match((await person.get(page)).text, /id="f-kin_name"[^>]*value="第二个页面"/);
});

test('an old page that says the same is no conflict', async () => {
	const person = await sign_up(), page = await draft(person);
	await fill(person, page);
	const old = await person.get(page);
	await person.post(`${page}/field`, { kin_name: form_read(old.text, page).kin_name });
	assert.notEqual(version_in(await person.get(page)), version_in(old));
	status(await person.submit(old, page), 303);
});

test('conditions are in the page for scripts and, in words, for people', async () => {
	const person = await sign_up(), page = await draft(person, 'F1');
	const r = await person.get(page);
	assert.match(r.text, /data-when-field="premises_right" data-when-values="rent"/);
	assert.match(words(r), /“场所怎样取得”选了“租赁”时才需要填/);
	await person.post(`${page}/field`, { premises_right: 'own' });
	await person.post(`${page}/field`, { rent_until: '2036-12-31' });
	assert.ok(!(await person.get(page)).text.includes('2036-12-31'), 'a field that is not shown has no value');
});

// --- step 2 -------------------------------------------------------------------------------------------------------

test('how a material is provided can be chosen where the matter allows it, and only there', async () => {
	const person = await sign_up(), page = await draft(person, 'F1');
	const choose = (item, state, options) => person.post(`${page}/materials/${item}`, { state }, options);
	status(await choose('rules', 'gap'), 303);
	assert.match(words(await person.get(`${page}/materials`)), /先受理、以后补交/);
	status(await choose('rules', 'none'), 303);
	status(await choose('layout', 'gap'), 422);
	status(await choose('layout', 'shared'), 422);
	status(await choose('layout', 'uploaded'), 422);
	status(await choose('layout', undefined), 422);
	status(await choose('no_such_thing', 'none'), 404);
	assert.match((await choose('layout', 'gap', { json: true })).json.wrong, /不能选择这种方式/);
});

test('materials that the answers do not call for are not asked for', async () => {
	const person = await sign_up(), page = await draft(person, 'F1');
	assert.doesNotMatch((await person.get(`${page}/materials`)).text, /id="m-authorization"/);
	await person.post(`${page}/field`, { by_agent: '1' });
	assert.match((await person.get(`${page}/materials`)).text, /id="m-authorization"/);
});

// --- step 3 -------------------------------------------------------------------------------------------------------

test('what is missing is listed with links to where it is put right', async () => {
	const person = await sign_up(), page = await draft(person);
	const r = await person.get(`${page}/check`);
	sees(r, '要填好或改正，才能提交', '还没有交');
	assert.ok(r.text.includes(`href="${page}#f-kin_name"`));
	assert.ok(r.text.includes(`href="${page}/materials#m-photo"`));
	assert.ok(!r.text.includes('name="submit_key"'), 'there is no button yet');
	const [[key]] = sql(`SELECT submit_key FROM cases WHERE account_id = (SELECT MAX(id) FROM account) ORDER BY id DESC LIMIT 1`);
	const early = await person.post(`${page}/submit`, { submit_key: key, agree: '1' });
	status(early, 422);
	assert.match(words(early), /要填好或改正/);
});

test('submitting needs the declaration', async () => {
	const person = await sign_up(), page = await draft(person);
	await fill(person, page);
	const r = await person.submit(await person.get(`${page}/check`), `${page}/submit`);
	status(r, 422);
	assert.match(r.text, /href="#f-agree"/);
	status(await person.post(`${page}/submit`, { submit_key: '../../etc', agree: '1' }), 422);
});

test('a second click, a reload and a resend give the same receipt', async () => {
	const person = await sign_up(), page = await draft(person);
	await fill(person, page);
	const check = await person.get(`${page}/check`);
	const all = await Promise.all([1, 2, 3].map(() => person.submit(check, `${page}/submit`, { agree: '1' })));
	all.push(await person.submit(check, `${page}/submit`, { agree: '1' }));
	for (const r of all) status(r, 303);
	assert.equal(new Set(all.map((r) => r.headers.location)).size, 1);
	const no = all[0].headers.location.split('/')[2];
	assert.deepEqual(sql(`SELECT event_count, (SELECT COUNT(*) FROM outbox o WHERE o.case_id = c.id AND o.channel = 'sms')
		FROM cases c WHERE short_no = '${no}'`), [['1', '1']]);
	status(await person.post(`${page}/submit`, { submit_key: 'ABCDEFGHJKMN', agree: '1' }), 409);
});

test('the receipt says everything that is needed to follow the case', async () => {
	const c = await submitted();
	const r = await c.person.get(`/case/${c.no}/receipt`);
	sees(r, c.no, '查询码', '老年人优待证', c.person.name, '接下来', '预审', '个工作日');
	assert.ok(!r.text.includes(c.person.id_no), 'the number is masked');
	assert.ok(r.text.includes(`${c.person.id_no.slice(0, 3)}***********${c.person.id_no.slice(-4)}`));
	assert.match(r.text, /<svg class="qr-code"/);
	const full = /办件全号 (\w{43})/.exec(r.text)[1];
	for (const number of [full, c.no.toLowerCase(), c.key]) {
		const page = await c.person.get(`/case/${number}`);
		sees(page, c.no);
	}
});

test('after submission nothing can be edited any more', async () => {
	const c = await submitted();
	for (const path of [c.page, `${c.page}/materials`, `${c.page}/check`])
		assert.equal((await c.person.get(path)).headers.location, `/case/${c.no}`);
	const field = await c.person.post(`${c.page}/field`, { kin_name: '改' }, { json: true });
	status(field, 409);
	assert.match(field.json.wrong, /已经提交/);
	status(await c.person.post(c.page, { kin_name: '改' }), 409);
	status(await c.person.post(`${c.page}/materials/photo`, { state: 'none' }), 409);
	status(await c.person.post(`${c.page}/discard`), 409);
	status(await c.person.post(`/case/${c.no}/field`, { 'the-field': 'kin_name', kin_name: '改' }), 409);
	status(await c.person.post(`/case/${c.no}/answer`, { version: '1' }), 409);
});

test('a draft can be thrown away, after a question', async () => {
	const person = await sign_up(), page = await draft(person);
	assert.match(words(await person.get(`${page}/discard`)), /要删除这份草稿吗/);
	status(await person.post(`${page}/discard`), 303);
	status(await person.get(page), 404);
});

// --- the own case -------------------------------------------------------------------------------------------------

test('a case and its papers exist for nobody else', async () => {
	const c = await submitted(), other = await submitted();
	for (const path of [`/case/${c.no}`, `/case/${c.no}/receipt`, `/case/${c.no}/withdraw`]) {
		status(await other.person.get(path), 404);
		status(await new Visitor().get(path), 401);
	}
	const own = /\/documents\/(\d+)"/.exec((await c.person.get(`/case/${c.no}`)).text)[1];
	status(await c.person.get(`/case/${c.no}/documents/${own}`), 200);
	status(await other.person.get(`/case/${other.no}/documents/${own}`), 404);
	for (const id of ['0', '-1', 'x', '99999999999999999999', '999999999'])
		status(await c.person.get(`/case/${c.no}/documents/${id}`), 404);
	for (const path of ['field', 'answer', 'withdraw', 'materials/photo'])
		status(await other.person.post(`/case/${c.no}/${path}`, { version: '1', reason: '不办了', state: 'none' }), 404);
	status(await c.person.get(`/case/${c.no}/answer`), 405);
	status(await c.person.get('/case/AY20260101-0001-99999'), 404);
});

test('withdrawing asks for a reason, happens once, and is on paper', async () => {
	const c = await submitted();
	const ask = await c.person.get(`/case/${c.no}/withdraw`);
	sees(ask, '要撤回这件申请吗', c.no);
	const empty = await c.person.submit(ask, `/case/${c.no}/withdraw`);
	status(empty, 422);
	assert.match(empty.text, /href="#f-reason"/);
	const r = await c.person.submit(ask, `/case/${c.no}/withdraw`, { reason: '情况有变，暂时不办了。' });
	status(r, 303);
	sees(await c.person.follow(r), '您已撤回申请', '撤回申请确认书');
	status(await c.person.submit(ask, `/case/${c.no}/withdraw`, { reason: '情况有变，暂时不办了。' }), 303);
	status(await c.person.get(`/case/${c.no}/withdraw`), 409);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM case_event e JOIN cases c ON c.id = e.case_id
		WHERE c.short_no = '${c.no}' AND e.action = 'withdraw'`), [['1']]);
});

test('a draft that was never submitted is discarded, not withdrawn', async () => {
	const person = await sign_up(), page = await draft(person);
	status(await person.get(`/case/${key_of(page)}/withdraw`), 409);
});

// --- returned by pre-review -----------------------------------------------------------------------------------------

test('a returned application shows every reason where it belongs, and goes in again under its number', async () => {
	const pre = await officer('yushen1');
	const c = await submitted();
	await acted(pre, c.no, 'pre_review_claim');
	await acted(pre, c.no, 'pre_review_return', { ...one_bad, 'fk.1': 'kin_phone', 'fr.1': '打不通', 'fd.1': '请换一个能打通的号码' });
	const own = await c.person.get(`/case/${c.no}`);
	sees(own, '等您修改后再提交', '预审意见');
	assert.ok(own.text.includes(`href="${c.page}"`));
	sees(await c.person.get(c.page), '预审没有通过', '打不通', '请换一个能打通的号码', c.no);
	sees(await c.person.get(`${c.page}/materials`), '照片是侧面的', '请交一张近期正面免冠照片', '要重交');
	sees(await c.person.get(`${c.page}/check`), '还有没动过的');
	status(await c.person.post(`${c.page}/discard`), 409);
	status(await c.person.post(`${c.page}/field`, { kin_phone: '13800000008' }, { json: true }), 200);
	status(await c.person.upload(`/upload/${c.key}/photo`, [PHOTO]), 303);
	assert.doesNotMatch(words(await c.person.get(`${c.page}/check`)), /还有没动过的/);
	assert.equal(await submit(c.person, c.page), c.no);
});

// --- the one-time notice ----------------------------------------------------------------------------------------------

test('the notice is answered item by item and nothing else can be touched', async () => {
	const pre = await officer('yushen1'), clerk = await officer('chuangkou1');
	const c = await received(pre, clerk);
	await acted(clerk, c.no, 'notify_correction', { ...one_bad, 'fk.1': 'kin_name', 'fr.1': '名字不全', 'fd.1': '写身份证上的姓名' });
	const url = `/case/${c.no}`;
	const page = await c.person.get(url);
	sees(page, '等您补正材料', '要补正的内容，一共 2 项', '照片是侧面的', '名字不全', '还有 2 项没有补');
	const version = () => /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? sql(`SELECT version FROM cases WHERE short_no = '${c.no}'`)[0][0];

	const early = await c.person.post(`${url}/answer`, { version: version() });
	status(early, 422);
	assert.match(words(early), /还没有全部补正.*要补正的内容/);
	status(await c.person.upload(`/upload/${c.key}/id_card`, [PHOTO]), 409);
	status(await c.person.post(`${url}/materials/id_card`, { state: 'none' }), 403);
	status(await c.person.post(`${url}/field`, { 'the-field': 'kin_phone', kin_phone: '13811111111' }), 403);
	status(await c.person.post(`${url}/field`, { 'the-field': 'nothing' }), 400);
	status(await c.person.post(`${c.page}/field`, { kin_name: '改' }), 409);

	const wrong = await c.person.post(`${url}/field`, { 'the-field': 'kin_name', kin_name: '1' }, { json: true });
	assert.ok(wrong.json.wrong);
	const again = await c.person.submit(page, `${url}/field`, { kin_name: '2' });
	status(again, 422);
	assert.match(again.text, /id="f-kin_name"[^>]*value="2"[^>]*aria-invalid="true"/);
	assert.match(words(again), /还有 2 项没有补/, 'a wrong value answers nothing');
	status(await c.person.submit(page, `${url}/field`, { kin_name: '王亲属全名' }), 303);
	const up = await c.person.upload(`/upload/${c.key}/photo`, [PHOTO]);
	assert.equal(up.headers.location, `${url}#m-photo`);
	const ready = await c.person.follow(up);
	sees(ready, '2 项都补好了');
	const r = await c.person.submit(ready, `${url}/answer`);
	status(r, 303);
	sees(await c.person.follow(r), '补正材料已经提交', '补正材料接收凭证');
	status(await c.person.submit(ready, `${url}/answer`), 303);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM case_event e JOIN cases c ON c.id = e.case_id
		WHERE c.short_no = '${c.no}' AND e.action = 'answer_correction'`), [['1']]);
	status(await c.person.upload(`/upload/${c.key}/photo`, [PHOTO]), 409);
});

test('every paper of a case that was accepted can be opened and is one sheet', async () => {
	const pre = await officer('yushen1'), clerk = await officer('chuangkou1');
	const c = await received(pre, clerk);
	await acted(clerk, c.no, 'notify_correction', one_bad);
	await c.person.upload(`/upload/${c.key}/photo`, [PHOTO]);
	await c.person.submit(await c.person.get(`/case/${c.no}`), `/case/${c.no}/answer`);
	await acted(clerk, c.no, 'accept', all_ok);
	const page = await c.person.get(`/case/${c.no}`);
	const papers = [...page.text.matchAll(/href="(\/case\/[^"]+\/documents\/\d+)">([^<]+)</g)];
	assert.deepEqual(papers.map((p) => p[2]), ['申请提交回执', '预审意见', '收件凭证', '一次性告知书', '补正材料接收凭证', '受理通知书']);
	for (const [, href] of papers) {
		const r = await c.person.get(href);
		status(r, 200);
		assert.equal(r.text.match(/<article class="sheet/g).length, 1);
		assert.ok(!r.text.includes(c.person.id_no) && !r.text.includes(c.person.phone), 'masked on paper');
	}
	const notice = words(await c.person.get(papers[3][1]));
	assert.match(notice, /（存根联）.*（回执联）/);
	assert.equal(notice.match(/因您所送的材料不齐全（或不符合法定形式），暂时不能受理。请您将下述材料尽快补正后再次来本窗口办理。/g).length, 2);
	assert.equal(notice.match(/需补交或更正的材料如下：/g).length, 2);
	assert.equal(notice.match(/特此告知！/g).length, 2);
	assert.match(notice, /申请人（签字）： 联系方式： 签字日期：.*受理机构（专用章）.*联系人：.*联系电话：.*监督投诉电话：.*受理机构（专用章）/);
	const accepted = words(await c.person.get(papers[5][1]));
	assert.match(accepted, /决定予以受理/);
	assert.match(accepted, /法定办结日期/);
});
