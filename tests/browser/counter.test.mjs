// A morning at the window: papers over the counter, the receipt on the spot, and the same case online at once; a letter;
// somebody who is helped; simple errors put right; supplements brought in person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { new_id } from '../http/client.mjs';
import { DESKTOP, PHONE, faults, fill, good, judge, launch, person, press_sure, print, sign_in, step, upload } from './people.mjs';

const ANSWERS = {
	address: '示例市文峰区示例街道幸福路1号', shop_name: '好味小馆', shop_uscc: '92410599MAXX00023K',
	premises_address: '示例市文峰区示例街道幸福路1号101室', premises_area: '86', kitchen_area: '30', safety_manager: '张示例',
	staff_count: '3', health_cert_count: '3', premises_right: 'own', venue: 'snack', items: ['hot', 'beverage'], truth: '1',
};
let browser, clerk, citizen, short_no;

before(async () => {
	browser = await launch();
	[clerk, citizen] = [await person(browser, DESKTOP), await person(browser, PHONE)];
});
after(() => browser?.close());

step('the clerk finds the matter and the person, whose name and number stay masked', async () => {
	const { page } = clerk;
	await sign_in(clerk, 'chuangkou1', true);
	await page.click('a:has-text("收件登记")');
	await fill(page, { q: '食品经营' });
	await clerk.press('找事项');
	await clerk.look('counter-01-matters');
	await page.click('.intake-matters a:has-text("食品经营许可")');
	await fill(page, { id_no: '41059919900307002' });
	await clerk.press('查找申请人');
	await clerk.look('counter-02-mistyped');
	assert.match(await page.textContent('.field-wrong'), /18|位/);
	await clerk.press('换一个人');
	await fill(page, { id_no: '410599199003070028' });
	await clerk.press('查找申请人');
	await clerk.look('counter-03-found');
	const main = await page.textContent('main');
	assert.match(main, /张\*+/);
	assert.match(main, /410\*+0028/);
	assert.ok(!main.includes('张示例'));
	await clerk.press('开始录入');
});

step('the paper form is typed in, with the same engine as online', async () => {
	const { page } = clerk;
	assert.match(await page.textContent('h1'), /食品经营许可/);
	await clerk.look('counter-04-form');
	assert.equal(await page.inputValue('#f-name'), '张示例');
	assert.ok(await page.getAttribute('#f-name', 'readonly') !== null, 'the real name stays');
	await clerk.press('保存，下一步');
	await clerk.look('counter-05-form-wrong');
	await fill(page, ANSWERS);
	await clerk.press('保存，下一步');
	await clerk.look('counter-06-materials');
});

step('each paper is registered and scanned', async () => {
	const { page } = clerk;
	const ids = await page.locator('section.upload[data-state=missing]').evaluateAll((all) => all.map((e) => e.id));
	for (const id of ids) {
		await page.click(`#${id} button[value=copy]`);
		await page.waitForSelector(`#${id} button[value=copy][aria-pressed=true]`);
	}
	const first = (await page.locator('section.upload:has(input[type=file])').first().getAttribute('id')).slice(2);
	await upload(clerk, first, good('pages.pdf'));
	await page.waitForSelector(`#m-${first} .file-name`);
	await clerk.look('counter-07-scanned');
	await clerk.press('下一步：核对收件');
	await clerk.look('counter-08-check');
	assert.equal(await page.locator('#f-incomplete').count(), 0, 'nothing is missing');
});

step('received: the slip is printed on the spot', async () => {
	const { page } = clerk;
	await clerk.press(/^收件$/);
	await clerk.look('counter-09-received');
	short_no = /SL\d{8}-\d{4}-\d{5}/.exec(await page.textContent('.note-ok'))[0];
	const { sheets, text } = await print(page, 'counter-slip');
	assert.equal(sheets, 1);
	for (const part of ['收件凭证', '查询码', '张示例', short_no, '食品经营许可']) assert.ok(text.includes(part), part);
	await clerk.press('下一步：审核材料');
	await clerk.look('counter-10-case');
	assert.match(await page.textContent('.case-line'), /已收件/);
});

step('the citizen signs in and sees the same case', async () => {
	const { page } = citizen;
	await sign_in(citizen, '410599199003070028');
	await citizen.go('/account');
	await citizen.look('counter-11-mine');
	await page.click(`a:has-text("食品经营许可")`);
	assert.match(await page.textContent('main'), new RegExp(short_no));
	await citizen.look('counter-12-case');
	assert.match(await page.textContent('main'), /窗口申请/);
});

step('a slip of the pen is put right with the applicant present, and the file keeps both', async () => {
	const { page } = clerk;
	await clerk.go(`/desk/case/${short_no}`);
	await clerk.press('当场更正');
	await fill(page, { premises_area: '很大' });
	await page.click('.apply-form button[type=submit]');
	await clerk.look('counter-13-spot-wrong');
	assert.equal(await page.inputValue('#f-premises_area'), '很大');
	await fill(page, { premises_area: '96', 'spot-note': '申请人在场，指出面积写错，当面改正。' });
	await clerk.look('counter-14-spot');
	await page.click('.apply-form button[type=submit]');
	await page.waitForLoadState();
	await clerk.look('counter-15-corrected');
	assert.match(await page.textContent('.timeline'), /面积”：86.* 改为 96/);
});

step('what a notice asked for is brought to the window', async () => {
	const { page } = clerk;
	await clerk.go(`/desk/case/${short_no}`);
	await judge(clerk, { layout: ['not_in_form', '没有画出洗消间。', '请补画洗消间，写明面积。'] });
	await press_sure(clerk, '发出一次性告知书');
	await clerk.press('登记补正材料');
	await clerk.look('counter-16-supplement');
	await upload(clerk, 'layout', good('picture.png'));
	await page.waitForSelector('#fix-answer button');
	await clerk.press('接收补正材料');
	assert.match(await page.textContent('.case-line'), /已收件/);
});

test('a letter for another district, from somebody without an account, with a helper', async () => {
	const { page } = clerk, id_no = new_id();
	await clerk.go('/desk/intake?channel=post');
	await clerk.look('counter-17-post');
	await page.click('.intake-matters a:has-text("食品经营许可")');
	await fill(page, { id_no });
	await clerk.press('查找申请人');
	await clerk.look('counter-18-enter');
	await fill(page, { name: '李示例', tracking_no: 'SF1234567890123', helper_name: '王示例' });
	await clerk.press('开始录入');
	await clerk.look('counter-19-enter-wrong');
	assert.equal(await page.inputValue('#f-tracking_no'), 'SF1234567890123');
	await fill(page, { phone: '13800000077', helper_relation: 'family', helper_consent: 'paper', district: '示例东区' });
	await clerk.press('开始录入');
	await clerk.press('登记材料');
	await clerk.press('下一步：核对收件');
	await clerk.press(/^收件$/);
	await clerk.look('counter-20-not-yet');
	await page.check('[name=incomplete]');
	await clerk.press(/^收件$/);
	await clerk.press('下一步：审核材料');
	await clerk.look('counter-21-letter');
	assert.match(await page.textContent('.case-line'), /示例东区/);
	assert.match(await page.textContent('.timeline'), /SF1234567890123.*王示例（亲属）.*示例东区/);
	await clerk.go('/desk/intake?channel=post');
	await clerk.look('counter-22-post-list');
	await clerk.go('/desk?tab=window');
	await clerk.look('counter-23-worklist');
	assert.match(await page.textContent('.worklist'), /示例东区/);
});

test('on a phone', async () => {
	const small = await person(browser, PHONE);
	await sign_in(small, 'chuangkou2', true);
	await small.go('/desk/intake?channel=post');
	await small.look('counter-24-phone-post');
	await small.page.click('.intake-matters a >> nth=0');
	await small.page.fill('#f-id_no', new_id());
	await small.press('查找申请人');
	await small.look('counter-25-phone-enter');
	await small.context.close();
});

test('no page of this journey has an error', () => assert.deepEqual(faults, []));
