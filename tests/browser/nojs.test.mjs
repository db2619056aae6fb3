// Without JavaScript, on a phone: a new citizen from the search box to the answered one-time notice, and the staff who
// serve them.  Every step is a plain page and a plain form.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, bad, faults, fill, good, judge, launch, person, press_sure, sign_in, sign_up_here, step, upload } from './people.mjs';

const PLAIN = { javaScriptEnabled: false };
const ANSWERS = {
	address: '示例市文峰区示例街道幸福路2号', shop_name: '好味二店', shop_uscc: '92410599MAXX00023K',
	premises_address: '示例市文峰区示例街道幸福路2号102室', premises_area: '60.5', kitchen_area: '20', premises_right: 'own',
	venue: 'snack', items: ['hot', 'beverage'], safety_manager: '示例人', staff_count: '2', health_cert_count: '2', truth: '1',
};

let browser, citizen, reviewer, clerk, short_no;
before(async () => {
	browser = await launch();
	citizen = await person(browser, PHONE, PLAIN);
	reviewer = await person(browser, DESKTOP, PLAIN);
	clerk = await person(browser, PHONE, PLAIN);
});
after(async () => { await browser.close(); });

step('finding the matter, signing up, and back to where one was', async () => {
	const { page } = citizen;
	await citizen.go('/');
	await fill(page, { q: '小吃店' });
	await citizen.press('查找');
	await citizen.look('nojs-01-search');
	await page.click('a:has-text("食品经营许可（新办")');
	await citizen.look('nojs-02-guide');
	await citizen.press('现在申请');
	await citizen.press('去注册');
	await citizen.look('nojs-03-sign-up');
	await sign_up_here(citizen, '示例人');
	assert.match(page.url(), /\/apply\//);
	await citizen.look('nojs-04-start');
	await citizen.press('开始申请');
	await citizen.look('nojs-05-form');
});

step('what is wrong is said beside the field, and what was typed stays', async () => {
	const { page } = citizen;
	const { premises_area, shop_uscc, ...right } = ANSWERS;
	await fill(page, { ...right, premises_area: '很大', shop_uscc: '92410599MAXX00023A' });
	await citizen.press('保存，下一步');
	await citizen.look('nojs-06-wrong');
	assert.equal(await page.locator('.wrong-summary li').count(), 1);
	assert.match(await page.textContent('.field:has([name=shop_uscc])'), /请再看一眼/);
	assert.equal(await page.inputValue('[name=premises_area]'), '很大');
	assert.equal(await page.inputValue('[name=shop_name]'), right.shop_name);
	assert.ok(await page.isChecked('[name=items][value=beverage]'));
	await citizen.press('先存着');
	await page.click('a:has-text("食品经营许可")');
	await fill(page, { premises_area, shop_uscc });
	await citizen.press('保存，下一步');
	assert.match(page.url(), /\/materials$/);
});

step('files go up by plain forms; a refused one is told why, with the others kept', async () => {
	const { page } = citizen;
	await citizen.look('nojs-07-materials');
	await upload(citizen, 'layout', bad('password.pdf'));
	await citizen.look('nojs-08-refused');
	assert.match(await page.textContent('main'), /密码/);
	await page.setInputFiles('#f-again', [good('photo.jpg'), bad('plain.zip')]);
	await citizen.press('上传');
	await citizen.look('nojs-09-one-of-two');
	assert.match(await page.textContent('main'), /photo\.jpg\s*已经传好/);
	await citizen.press('回到材料');
	assert.match(await page.textContent('#m-layout'), /photo\.jpg/);
	await upload(citizen, 'rules', good('form.docx'));
	await page.click('#m-rules form[action$="/remove"] button');
	assert.equal(await page.locator('#m-rules .file-row').count(), 0);
	await page.click('#m-rules button:has-text("后补")');
	await citizen.look('nojs-10-all-there');
	assert.match(await page.textContent('#left'), /都齐了|都有了/);
});

step('check, submit, receipt', async () => {
	const { page } = citizen;
	await citizen.press('下一步：核对提交');
	await citizen.press('提交申请');
	assert.match(await page.textContent('.field-wrong'), /核对/);
	await fill(page, { agree: '1', gap_promise: '1' });
	await citizen.look('nojs-11-check');
	await citizen.press('提交申请');
	await citizen.look('nojs-12-receipt');
	short_no = /case\/([^/]+)\/receipt/.exec(page.url())[1];
	assert.match(await page.textContent('.receipt'), new RegExp(short_no));
});

step('pre-review without JavaScript', async () => {
	const { page } = reviewer;
	await sign_in(reviewer, 'yushen2', true);
	await reviewer.go(`/desk/case/${short_no}`);
	await reviewer.press('领取并预审');
	await judge(reviewer, { layout: ['not_in_form', '', ''] });
	await reviewer.press('退回修改');
	await reviewer.look('nojs-13-why');
	assert.ok(await page.isChecked('[name="v.layout"][value=not_in_form]'));
	assert.ok(await page.locator('[role=alert]').count());
	await judge(reviewer);
	await reviewer.press('预审通过');
	await reviewer.look('nojs-14-passed');
	assert.match(await page.textContent('.note-ok'), /预审通过/);
});

step('the window, on a small screen, receives and gives the one-time notice', async () => {
	const { page } = clerk;
	await sign_in(clerk, 'chuangkou2', true);
	await clerk.look('nojs-15-worklist');
	await clerk.go(`/desk/case/${short_no}`);
	await clerk.press(/^收件$/);
	await judge(clerk, { layout: ['missing', '没有画出洗消间。', '请补画洗消间，写明面积。'] });
	await fill(page, { 'fk.1': 'staff_count', 'fr.1': '人数与健康证明不符。', 'fd.1': '请写实际人数。' });
	await clerk.press('发出一次性告知书');
	await clerk.look('nojs-16-confirm');
	await clerk.press('返回修改');
	assert.ok(await page.isChecked('[name="v.layout"][value=missing]'), 'as it was left');
	assert.equal(await page.inputValue('[name="fd.1"]'), '请写实际人数。');
	await press_sure(clerk, '发出一次性告知书');
	await clerk.look('nojs-16-notified');
	assert.match(await page.textContent('.case-line'), /补正/);
});

step('the citizen answers item by item', async () => {
	const { page } = citizen;
	await citizen.go('/account');
	await citizen.look('nojs-17-account');
	await page.click('a:has-text("食品经营许可")');
	await citizen.look('nojs-18-correct');
	assert.match(await page.textContent('#fix'), /没有画出洗消间/);
	await fill(page, { staff_count: '2人' });
	await citizen.press('保存这一项');
	await citizen.look('nojs-19-still-wrong');
	assert.equal(await page.inputValue('[name=staff_count]'), '2人');
	await fill(page, { staff_count: '3' });
	await citizen.press('保存这一项');
	await upload(citizen, 'layout', good('picture.png'));
	await citizen.look('nojs-20-all-answered');
	await citizen.press('提交补正材料');
	await citizen.look('nojs-21-answered');
	assert.match(await page.textContent('.now-box'), /窗口正在核对/);
});

step('accepted', async () => {
	await clerk.go(`/desk/case/${short_no}`);
	await judge(clerk);
	await clerk.press(/^受理$/);
	await citizen.page.reload();
	await citizen.look('nojs-22-accepted');
	assert.match(await citizen.page.textContent('.now-box'), /已受理/);
});

test('every page seen: nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
