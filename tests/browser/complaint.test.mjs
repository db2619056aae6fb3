// Complaints, suggestions, reports and enquiries in the browser, from both sides: people on a phone, without JavaScript or signed in,
// officers at a desk; every page is looked at in both widths.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { matter_codes, new_phone, sign_up, sql } from '../http/client.mjs';
import { DESKTOP, PHONE, SHOTS, URL_OF, become, faults, fill, good, launch, person, print, sign_in, step } from './people.mjs';

const MARK = process.pid; // in every text, so that none is the same as another file's
const FACTS = `3月2日上午在A05窗口排了两个小时，没有人说明为什么慢（${MARK}）。`;
const WANTS_MORE = '只说会改，没有说什么时候改。';
const FIRST = '已经核实，当天系统升级没有提前公布，向您道歉。';
const SECOND = '从4月起，系统升级提前三天在大厅和网上公布，已经写进制度。';
const QUESTION = `在学校门口开早餐店要办哪些证（${MARK}）？`;
const NOT_NOW = '现在答不了，告诉什么时候、怎样答';
const ANSWER = '先办营业执照，再办食品经营许可；学校门口没有另外的证要办。';

let browser, plain, signed, desk, market, leader, front, editor, reader;
before(async () => {
	browser = await launch();
	plain = await person(browser, PHONE, { javaScriptEnabled: false });
	[signed, reader] = await Promise.all([1, 2].map(() => person(browser, PHONE)));
	[desk, market, leader, front, editor] = await Promise.all([1, 2, 3, 4, 5].map(() => person(browser, DESKTOP)));
	await become(signed, await sign_up({ name: '示例人' }));
	for (const [p, login] of [[desk, 'tousu1'], [market, 'shijian1'], [leader, 'shijian2'], [front, 'daoban1'], [editor, 'bianji1']])
		await sign_in(p, login, true);
});
after(() => browser?.close());

const text_of = async ({ page }, selector = 'main') => (await page.textContent(selector)).replace(/\s+/g, ' ');
const says = async (p, words, selector) => assert.match(await text_of(p, selector), words);
// look - the page as it is, and in the other width
async function look(p, name) {
	await p.look(name);
	const size = p.page.viewportSize();
	await p.page.setViewportSize(size.width === PHONE.width ? DESKTOP : PHONE);
	await p.look(`${name}-other`);
	await p.page.setViewportSize(size);
}
// send - the one form of the page that is not an act
async function send({ page }) {
	await page.click('main form.sign > button[type=submit]');
	await page.waitForLoadState();
}
// act - one of the acts of a complaint or an enquiry: opened, filled in, sent
async function act(p, label, fields = {}, name = null) {
	const one = p.page.locator('.voice-act').filter({ has: p.page.locator(`summary:text-is("${label}"), button:text-is("${label}")`) });
	if (await one.evaluate((e) => e.tagName === 'DETAILS' && !e.open)) await one.locator('summary').click();
	for (const [field, value] of Object.entries(fields)) {
		const control = one.locator(`[name=${field}]`), kind = await control.first().evaluate((e) => e.type);
		if (kind === 'radio') await one.locator(`[name=${field}][value=${value}]`).check();
		else if (kind === 'select-one') await control.selectOption(value);
		else await control.fill(value);
	}
	if (name) await look(p, name);
	await one.locator('button').click();
	await p.page.waitForLoadState();
	return one;
}
// code - what a telephone reads from the QR code on the page
async function code({ page }, name) {
	const shot = path.join(SHOTS, `${name}.png`);
	await page.locator('svg.qr-code').first().screenshot({ path: shot });
	return execFileSync('zbarimg', ['-q', '--raw', shot]).toString().trim();
}
const receipt = async ({ page }) => ({
	no: (await page.textContent('.receipt-no dd >> nth=0')).trim(), code: (await page.textContent('.receipt-no dd >> nth=1')).trim(),
});
// listed - an officer finds it in a list of theirs and opens it
async function listed(p, list, no, name) {
	await p.go(list);
	if (name) await look(p, name);
	await p.page.click(`main a:has-text("${no}")`);
	await p.page.waitForLoadState();
}

// --- a complaint with a name, without an account, without JavaScript ------------------------------------------------------

let c;
step('somebody complains on the phone: what is missing is said, what was written stays', async () => {
	await plain.go('/complain');
	await look(plain, 'voice-01-complain');
	assert.equal(await plain.page.locator('main input[type=radio]:checked').count(), 0, 'nothing is chosen for them');
	await fill(plain.page, { facts: FACTS });
	await send(plain);
	await look(plain, 'voice-02-complain-wrong');
	assert.ok(await plain.page.locator('.field-wrong').count() >= 3);
	assert.equal(await plain.page.inputValue('[name=facts]'), FACTS);
	await fill(plain.page, { kind: 'complaint', about: 'window', about_text: 'A05', fault: 'attitude', who: 'named', name: '张示例', phone: new_phone() });
	await send(plain);
	await look(plain, 'voice-03-receipt');
	await says(plain, /投诉回执.*已经转给.*正在调查核实。最晚2026年3月9日书面答复您/);
	assert.doesNotMatch(await text_of(plain), /ZJG|AY |GD |CQ /, 'clauses are for officers');
	c = await receipt(plain);
	const paper = await print(plain.page, 'voice-03-receipt-print');
	assert.equal(paper.sheets, 1);
	assert.match(paper.text, new RegExp(`${c.no}.*${c.code}`));
});

step('another telephone scans the receipt and sees how far it is', async () => {
	const address = await code(plain, 'voice-code');
	assert.ok(address.startsWith(`${URL_OF}/t/C`), address);
	await reader.page.goto(address);
	await says(reader, /投诉回执.*正在调查核实/);
	await reader.page.goto(`${URL_OF}/complain/find`);
	await look(reader, 'voice-04-find');
	await fill(reader.page, { number: c.no, code: c.code === '000000' ? '000001' : '000000' });
	await send(reader);
	await look(reader, 'voice-05-find-wrong');
	await says(reader, /没有查到.*对照回执/);
	await fill(reader.page, { code: c.code });
	await send(reader);
	await reader.page.waitForURL('**/complain/v/*');
});

step('the complaint desk passes it to a department, with a reason', async () => {
	await listed(desk, '/desk/complaints?tab=work', c.no, 'voice-06-worklist');
	await look(desk, 'voice-07-complaint');
	await says(desk, /窗口人员服务态度/);
	const kept = await act(desk, '改转别处', { fault: 'system', unit: 'market' });
	await look(desk, 'voice-08-no-reason');
	assert.equal(await kept.locator('[name=unit]').inputValue(), 'market', 'what was chosen stays');
	await act(desk, '改转别处', { words: '系统升级没有公布，由市监局说明。' });
	await says(desk, /改转办理.*系统升级没有公布/);
});

step('the department takes it and answers in writing', async () => {
	await listed(market, '/desk/complaints?tab=work', c.no);
	await act(market, '我来办');
	await act(market, '作出书面答复', { words: FIRST });
	await says(market, /请选择调查的结论/);
	await act(market, '作出书面答复', { finding: 'partly' }, 'voice-09-answer');
	await look(market, 'voice-10-answered');
	await says(market, /（市监）诉字〔2026〕第\d+号.*部分属实/);
});

step('not settled: a reason is wanted, and the next level has another officer', async () => {
	await plain.page.reload();
	await look(plain, 'voice-11-reply');
	await says(plain, new RegExp(`书面答复.*部分属实.*${FIRST}`));
	await act(plain, '没有解决，请上一级再办');
	await says(plain, /请写明理由/);
	await act(plain, '没有解决，请上一级再办', { words: WANTS_MORE });
	await look(plain, 'voice-12-reopened');
	await listed(leader, '/desk/complaints?tab=work', c.no, 'voice-13-worklist-leader');
	await says(leader, new RegExp(WANTS_MORE));
	await act(leader, '我来办');
	await act(leader, '作出书面答复', { finding: 'upheld', words: SECOND });
	await plain.page.reload();
	await act(plain, '满意，可以办结', { words: '谢谢。' });
	await look(plain, 'voice-14-closed');
	await says(plain, /已经办结/);
	await plain.page.locator('a:has-text("投诉处理书")').last().click();
	await look(plain, 'voice-15-letter');
	const paper = await print(plain.page, 'voice-15-letter-print');
	assert.equal(paper.sheets, 1);
	assert.match(paper.text, new RegExp(SECOND.slice(0, 12)));
});

// --- a suggestion by somebody with an account -----------------------------------------------------------------------------

step('a suggestion with a picture by somebody signed in; more is added, then it is taken back', async () => {
	await signed.go('/complain');
	await fill(signed.page, { kind: 'suggestion', about: 'none', facts: `希望大厅周六也开（${MARK}）。`, who: 'named', phone: new_phone() });
	await send(signed);
	await signed.page.setInputFiles('#f-file', good('photo.jpg'));
	await signed.page.click('form:has(#f-file) button');
	await signed.page.waitForSelector('.file-name');
	await act(signed, '补充说明', { words: '孩子上学，平时来不了。' });
	await look(signed, 'voice-20-suggestion');
	await says(signed, /建议回执.*反映人补充.*孩子上学/);
	await act(signed, '撤回', {}, 'voice-21-withdraw');
	await says(signed, /已经按您的要求撤回/);
});

step('what was sent while signed in is listed in the account', async () => {
	await signed.go('/account');
	await look(signed, 'voice-22-account');
	await says(signed, /我的投诉、建议和咨询.*建议 SLTS.*已撤回/);
});

// --- a report without a name ----------------------------------------------------------------------------------------------

step('a report without a name, by somebody who is signed in: nothing leads back, number and code do', async () => {
	await signed.go('/complain');
	await fill(signed.page, { kind: 'report', about: 'none', facts: `有人代排队收钱（${MARK}）。`, who: 'anonymous' });
	await send(signed);
	await look(signed, 'voice-30-report');
	await says(signed, /您没有留姓名：编号和查询码只有您有/);
	const r = await receipt(signed);
	assert.equal(sql(`SELECT COUNT(*) FROM complaint WHERE number = '${r.no}' AND account_id IS NULL AND name_sealed IS NULL`)[0][0], '1');
	await listed(desk, '/desk/complaints?tab=sort', r.no, 'voice-31-sort');
	await act(desk, '转交办理', { fault: 'attitude' }, 'voice-32-route');
	await act(desk, '我来办');
	await act(desk, '作出书面答复', { finding: 'guided', words: '已请公安机关到场处理，大厅增派了引导员。' });
	await says(desk, /不留姓名/);
	await reader.go('/complain/find');
	await fill(reader.page, { number: r.no, code: r.code });
	await send(reader);
	await says(reader, /已请公安机关到场处理/);
});

step('a caller is written down at the desk and gets a slip', async () => {
	await desk.go('/desk/complaints/new');
	await look(desk, 'voice-33-write-down');
	await fill(desk.page, { channel: 'phone', kind: 'demand', about: 'none', fault: 'unknown', facts: `老人行动不便，想请人上门办（${MARK}）。`, who: 'named', name: '李示例', phone: new_phone() });
	await send(desk);
	await desk.press('打印回执');
	await look(desk, 'voice-34-slip');
	assert.equal((await print(desk.page, 'voice-34-slip-print')).sheets, 1);
});

// --- an enquiry, from question to frequent question -----------------------------------------------------------------------

let e;
step('a question from a guide; who takes it first answers for it, though a department is asked', async () => {
	await plain.go(`/ask?matter=${matter_codes.F1}`);
	await look(plain, 'voice-40-ask');
	assert.equal(await plain.page.inputValue('[name=matter]'), matter_codes.F1);
	await send(plain);
	await look(plain, 'voice-41-ask-wrong');
	await fill(plain.page, { question: QUESTION });
	await send(plain);
	await look(plain, 'voice-42-asked');
	e = await receipt(plain);
	assert.ok((await code(plain, 'voice-ask-code')).startsWith(`${URL_OF}/t/A`));
	await listed(front, '/desk/enquiries?tab=new', e.no, 'voice-43-new');
	await act(front, '我来答');
	await look(front, 'voice-44-enquiry');
	await act(front, '转部门答复（仍由我负责）', { words: '学校门口有没有别的要求，请说明。' });
	await says(front, /首问负责人：示例·导办员.*已转：/);
});

step('"not now" says a day and a way; then comes the answer', async () => {
	await listed(market, '/desk/enquiries?tab=work', e.no, 'voice-45-worklist');
	const kept = await act(market, NOT_NOW, { words: '要问教育局。', way: 'page' });
	await look(market, 'voice-46-no-day');
	await says(market, /请填哪一天答复/);
	assert.ok(await kept.locator('[name=way][value=page]').isChecked());
	await act(market, NOT_NOW, { later: '2026-03-10' });
	await plain.page.reload();
	await look(plain, 'voice-47-later');
	await says(plain, /负责人：示例·导办员.*正在问.*2026年3月10日/);
	await act(market, '答复', { words: ANSWER, way: 'page' });
	await plain.page.reload();
	await look(plain, 'voice-48-answer');
	await says(plain, new RegExp(ANSWER));
	await act(plain, '再问一句', { words: '要自己带照片吗？' });
	await says(plain, /咨询人追问.*要自己带照片吗/);
	await listed(front, '/desk/enquiries?tab=mine', e.no);
	await act(front, '答复', { words: ANSWER, way: 'page' });
	await plain.page.reload();
	await act(plain, '解决了，谢谢');
	await says(plain, /已经解决/);
});

step('the answer becomes a frequent question by two people: on the guide and in the search', async () => {
	await front.page.reload();
	await front.press('写成常见问题');
	await look(front, 'voice-50-faq-form');
	await fill(front.page, { question: QUESTION, answer: '' });
	await send(front);
	await look(front, 'voice-51-faq-wrong');
	await fill(front.page, { answer: ANSWER });
	await send(front);
	await look(front, 'voice-52-draft');
	assert.equal(await front.page.locator('button:has-text("公布")').count(), 0, 'not by who wrote it');
	await listed(editor, '/desk/faq', QUESTION, 'voice-53-faqs');
	await editor.press('退回修改');
	await look(editor, 'voice-54-no-reason');
	await editor.press('公布');
	await look(editor, 'voice-55-published');
	await reader.go(`/matters/${matter_codes.F1}`);
	await says(reader, new RegExp(ANSWER));
	await look(reader, 'voice-56-guide');
	await reader.go(`/matters?q=${encodeURIComponent('学校门口')}`);
	await says(reader, new RegExp(`大家问过的.*${QUESTION.slice(0, 8)}`));
	await look(reader, 'voice-57-search');
});

step('a question at the counter is written down, with its first contact', async () => {
	await front.go('/desk/enquiries/new');
	await fill(front.page, { channel: 'counter', question: `大厅几点开门（${MARK}）？` });
	await look(front, 'voice-58-ask-at-desk');
	await send(front);
	await says(front, /首问负责人：示例·导办员/);
	await look(front, 'voice-59-asked-at-desk');
});

test('every page seen in both widths: nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
