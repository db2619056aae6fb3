// The main job from both sides: F1 from its guide to acceptance.  The citizen on a phone applies, prints the receipt,
// corrects once; staff at a desk pre-review, receive, give the one-time notice, accept.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, SHOTS, URL_OF, bad, faults, fill, good, judge, launch, person, press_sure, print, sign_in, step, upload } from './people.mjs';

const FOOD = /食品经营许可（新办/;
const ANSWERS = {
	address: '示例市文峰区示例街道幸福路1号', shop_name: '好味小馆𠮷', shop_uscc: '92410599MAXX00023K',
	premises_address: '示例市文峰区示例街道幸福路1号101室', premises_area: '86', kitchen_area: '30', safety_manager: '张示例',
	staff_count: '3', health_cert_count: '3',
};

let browser, citizen, reviewer, clerk, short_no, token;
before(async () => {
	browser = await launch();
	citizen = await person(browser, PHONE);
	reviewer = await person(browser, DESKTOP);
	clerk = await person(browser, DESKTOP);
});
after(async () => { await browser.close(); });

step('a citizen finds the matter by what people call it', async () => {
	await citizen.go('/');
	await citizen.look('citizen-01-home');
	await citizen.page.fill('[name=q]', '食品');
	await citizen.press('查找');
	await citizen.look('citizen-02-search');
	await citizen.page.click(`a:has-text("食品经营许可（新办")`);
	await citizen.look('citizen-03-guide');
	assert.match(await citizen.page.textContent('h1'), FOOD);
});

step('starting leads through sign-in and back', async () => {
	await citizen.press('现在申请');
	await citizen.look('citizen-04-start');
	await sign_in(citizen, '410599199003070028');
	await citizen.look('citizen-05-account');
	await citizen.go('/matters');
	await citizen.page.click(`a:has-text("食品经营许可（新办")`);
	await citizen.press('现在申请');
	await citizen.press('开始申请');
	await citizen.look('citizen-06-form');
});

step('every field saves itself, and the draft is there on another device', async () => {
	const { page } = citizen;
	for (const [key, value] of Object.entries(ANSWERS)) {
		const saved = page.waitForResponse((r) => r.url().endsWith('/field'));
		await page.fill(`[name=${key}]`, value);
		await page.press(`[name=${key}]`, 'Tab');
		assert.equal((await saved).status(), 200);
	}
	const other = await person(browser, DESKTOP);
	await sign_in(other, '410599199003070028');
	await other.go(new URL(page.url()).pathname);
	assert.equal(await other.page.inputValue('[name=shop_name]'), '好味小馆𠮷');
	await other.context.close();
});

step('what is missing is said beside the field, and nothing typed is lost', async () => {
	const { page } = citizen;
	await citizen.press('保存，下一步');
	await citizen.look('citizen-07-wrong');
	assert.ok(await page.locator('.wrong-summary').count());
	assert.equal(await page.inputValue('[name=shop_name]'), '好味小馆𠮷');
	await fill(page, { premises_right: 'own', venue: 'small', items: 'hot', truth: '1' });
	await citizen.press('保存，下一步');
	await page.waitForURL(/\/materials$/);
	await citizen.look('citizen-08-materials');
});

step('a wrong file is refused at once with a plain reason; good ones are kept', async () => {
	const { page } = citizen;
	await upload(citizen, 'application', bad('password.pdf'));
	await page.waitForSelector('#m-application .upload-fault, #m-application .field-wrong, #m-application [role=alert]');
	await citizen.look('citizen-09-refused');
	await upload(citizen, 'application', good('pages.pdf'));
	await page.waitForSelector('#m-application .file-row');
	await upload(citizen, 'layout', good('photo.jpg'));
	await page.waitForSelector('#m-layout .file-row');
	await upload(citizen, 'rules', good('form.docx'));
	await page.waitForSelector('#m-rules .file-row');
	await citizen.look('citizen-10-uploaded');
});

step('submitting twice gives one receipt', async () => {
	const { page } = citizen;
	await citizen.press('下一步：核对提交');
	await citizen.look('citizen-11-check');
	await page.check('[name=agree]');
	const form = await page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('form[action$="/submit"]'))));
	const action = await page.getAttribute('form[action$="/submit"]', 'action');
	await citizen.press('提交申请');
	await page.waitForURL(/\/receipt$/);
	await citizen.look('citizen-12-receipt');
	const first = page.url();
	short_no = first.match(/case\/([^/]+)\//)[1];
	const again = await citizen.context.request.post(URL_OF + action, { form });
	assert.equal(again.status(), 200);
	assert.equal(again.url(), first);
	await citizen.go('/account');
	assert.equal(await page.locator(`text=${short_no}`).count(), 1);
});

step('the receipt prints on one sheet, and its QR code leads to the case', async () => {
	const { page } = citizen;
	await citizen.go(`/case/${short_no}/receipt`);
	const { sheets, text } = await print(page, 'receipt');
	assert.equal(sheets, 1);
	const read = execFileSync('zbarimg', ['-q', '--raw', path.join(SHOTS, 'receipt.png')]).toString().trim();
	assert.ok(read.startsWith(URL_OF + '/t/'), read);
	token = read.slice((URL_OF + '/t/').length);
	assert.ok(text.includes(short_no));
	assert.ok(!text.includes('410599199003070028'), 'the document number is masked');
});

step('anybody with the paper can follow; the page tells nothing personal', async () => {
	const stranger = await person(browser, PHONE);
	await stranger.go('/t/' + token);
	await stranger.look('stranger-01-progress');
	const text = await stranger.page.textContent('body');
	assert.ok(text.includes(short_no) && text.includes('张**'));
	assert.ok(!text.includes('张示例') && !text.includes('13800000001'));
	await stranger.context.close();
});

step('pre-review: material beside its points, then passed', async () => {
	await sign_in(reviewer, 'yushen1', true);
	await reviewer.look('staff-01-worklist');
	await reviewer.page.click(`a:has-text("${short_no}")`);
	await reviewer.press('领取并预审');
	await reviewer.look('staff-02-review');
	await judge(reviewer);
	await reviewer.press('预审通过');
	await reviewer.look('staff-02-passed');
	assert.match(await reviewer.page.textContent('.note-ok'), /已办/);
});

step('the window receives and gives the one-time notice', async () => {
	const { page } = clerk;
	await sign_in(clerk, 'chuangkou1', true);
	await page.click(`a:has-text("${short_no}")`);
	await clerk.press(/^收件$/);
	await clerk.look('staff-03-received');
	await judge(clerk, { layout: ['not_in_form', '图上没有标出洗消间。', '请画出洗消间的位置，写明面积，重新上传。'] });
	await press_sure(clerk, '发出一次性告知书', 'staff-04-confirm');
	await clerk.look('staff-04-notified');
	assert.match(await page.textContent('.case-line'), /补正/);
	await clerk.go(await page.getAttribute('.doc-list a:has-text("一次性告知书")', 'href'));
	const { sheets, text } = await print(page, 'notice');
	assert.equal(sheets, 1);
	for (const part of ['存根联', '回执联', '依法进行初审后，因您所送的材料不齐全（或不符合法定形式），暂时不能受理', '特此告知'])
		assert.ok(text.includes(part), part);
});

step('the citizen answers item by item; nothing else can be changed', async () => {
	const { page } = citizen;
	await citizen.go(`/case/${short_no}`);
	await citizen.look('citizen-13-correct');
	assert.match(await page.textContent('main'), /图上没有标出洗消间/);
	assert.equal(await page.locator('#f-m-application').count(), 0);
	assert.equal(await page.locator('[name=shop_name]').count(), 0);
	await upload(citizen, 'layout', good('picture.png'));
	await page.reload();
	await citizen.look('citizen-14-corrected');
	await citizen.press('提交补正材料');
	await citizen.look('citizen-15-answered');
	assert.match(await page.textContent('.now-box'), /窗口/);
});

step('two officers at once: one winner, one clear message', async () => {
	const other = await person(browser, DESKTOP);
	await sign_in(other, 'chuangkou2', true);
	await other.go(`/desk/case/${short_no}`);
	await clerk.go(`/desk/case/${short_no}`);
	await judge(other);
	await judge(clerk);
	await clerk.press(/^受理$/);
	await other.press(/^受理$/);
	await other.look('staff-05-conflict');
	assert.match(await other.page.textContent('[role=alert]'), /示例·窗口员一.*先操作/);
	await other.context.close();
	await clerk.look('staff-06-accepted');
	assert.match(await clerk.page.textContent('.case-line'), /已受理/);
});

step('the citizen sees the acceptance, both clocks and the notice', async () => {
	const { page } = citizen;
	await citizen.go(`/case/${short_no}`);
	await citizen.look('citizen-16-accepted');
	const text = await page.textContent('main');
	assert.match(text, /法定/);
	assert.match(text, /承诺/);
	assert.match(text, /受理通知书/);
});

step('one message per event waits in the outbox, with nothing personal in it', async () => {
	const dir = path.join(process.env.PORTAL_VAR, 'outbox');
	const deadline = Date.now() + 20000;
	const read = () => (fs.existsSync(dir) ? fs.readdirSync(dir, { recursive: true }) : []).map((f) => path.join(dir, String(f)))
		.filter((f) => fs.statSync(f).isFile()).map((f) => fs.readFileSync(f, 'utf8')).filter((t) => t.includes(short_no));
	while (read().length < 5 && Date.now() < deadline) await new Promise((r) => setTimeout(r, 250));
	const mails = read();
	assert.ok(mails.length >= 5, `${mails.length} messages`);
	for (const m of mails) assert.ok(!m.includes('410599199003070028'));
});

test('every page seen: no script error, nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
