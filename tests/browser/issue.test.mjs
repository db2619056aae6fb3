// The result in the applicant's hands: found by the QR code of the receipt and handed over at the counter; another one by
// mail.  How the cases got so far is tested elsewhere; here they are made through the pages without a browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { received, result_ready } from '../http/cases.mjs';
import { officer } from '../http/client.mjs';
import { DESKTOP, PHONE, SHOTS, URL_OF, become, faults, fill, launch, person, print, sign_in, step } from './people.mjs';

let browser, citizen, desk, phone, window_clerk, counter, letter, address;
before(async () => {
	browser = await launch();
	const [pre, clerk, civil] = await Promise.all(['yushen1', 'chuangkou1', 'minzheng1'].map((login) => officer(login)));
	counter = await result_ready(pre, clerk, civil);
	letter = await result_ready(pre, clerk, civil, { delivery: 'mail' });
	window_clerk = { pre, clerk };
	citizen = await person(browser, PHONE);
	desk = await person(browser, DESKTOP);
	phone = await person(browser, PHONE);
	await become(citizen, counter.person);
});
after(async () => { await browser.close(); });

step('the receipt on the applicant’s telephone shows its QR code', async () => {
	await citizen.go(`/case/${counter.no}/receipt`);
	const shot = path.join(SHOTS, 'issue-receipt.png');
	await citizen.page.screenshot({ path: shot, fullPage: true, scale: 'css' });
	await citizen.page.locator('.qr-code').first().screenshot({ path: shot });
	address = execFileSync('zbarimg', ['-q', '--raw', shot]).toString().trim();
	assert.ok(address.startsWith(`${URL_OF}/t/`), address);
});

step('an officer’s telephone that scans it leads to the desk', async () => {
	await sign_in(phone, 'fazheng1', true);
	await phone.page.goto(address);
	await phone.look('issue-01-phone');
	await phone.page.click('text=工作人员：到办件台打开');
	await phone.page.waitForURL(`**/desk/issue/${counter.no}`);
	await phone.look('issue-02-phone-desk');
});

step('a scanner types the same into the search field', async () => {
	const { page } = desk;
	await sign_in(desk, 'fazheng1', true);
	await page.click('.work-menu a:has-text("发放结果")');
	await desk.look('issue-03-list');
	assert.ok(await page.evaluate(() => document.activeElement.name === 'q'), 'a scanner types at once');
	await page.keyboard.type(address);
	await page.keyboard.press('Enter');
	await page.waitForURL(`**/desk/issue/${counter.no}`);
	await desk.look('issue-04-check');
	const text = await page.textContent('main');
	assert.ok(text.includes(counter.person.name));
	assert.ok(!text.includes(counter.person.id_no), 'the document number is masked');
});

step('nothing goes out before the identity is checked', async () => {
	const { page } = desk;
	await fill(page, { receiver_relation: 'self', receiver_name: '王生人', receiver_tail: '0000' });
	await desk.press('登记签收，发放结果');
	await desk.look('issue-05-wrong');
	assert.match(await page.textContent('.wrong-summary'), /核对/);
	assert.match(await page.textContent('.wrong-summary'), /应当是申请人/);
	assert.equal(await page.inputValue('[name=receiver_name]'), '王生人');
	await fill(page, { receiver_name: counter.person.name, receiver_tail: counter.person.id_no.slice(-4), receiver_checked: '1' });
	await desk.press('登记签收，发放结果');
	await desk.look('issue-06-delivered');
	assert.match(await page.textContent('main'), /已经送达/);
	assert.equal(await page.locator('text=登记签收，发放结果').count(), 0);
});

step('the proof of service prints on one sheet for the signature', async () => {
	await desk.go(await desk.page.getAttribute('.doc-list a:has-text("送达回证")', 'href'));
	const { sheets, text } = await print(desk.page, 'issue-proof');
	assert.equal(sheets, 1);
	for (const part of ['送达回证', counter.person.name, counter.no]) assert.ok(text.includes(part), part);
});

step('the applicant and the department see it at once', async () => {
	await citizen.go(`/case/${counter.no}`);
	await citizen.look('issue-07-citizen');
	assert.match(await citizen.page.textContent('main'), /已送达|已领取/);
	const civil = await person(browser, DESKTOP);
	await sign_in(civil, 'minzheng1', true);
	await civil.page.click('.tabs a:has-text("已送达")');
	await civil.look('issue-08-department');
	assert.ok((await civil.page.textContent('main')).includes(counter.no));
	await civil.context.close();
});

step('a letter: address by reason, courier and number, then signed for', async () => {
	const { page } = desk;
	await desk.go('/desk/issue?tab=courier');
	await desk.look('issue-09-courier');
	await page.click(`a:has-text("${letter.no}")`);
	await page.click('text=查看被遮住的内容');
	await fill(page, { field: 'f.address', why: '填写寄递面单' });
	await page.click('form[action$="/reveal"] button');
	await page.waitForSelector('[role=status]');
	await desk.look('issue-10-address');
	assert.match(await page.textContent('[role=status]'), /建设路8号/);
	const waybill = `YB${process.pid}00000001`;
	await fill(page, { courier: '示例快递', waybill: waybill.toLowerCase() });
	await desk.press('登记交寄');
	await desk.look('issue-11-mailing');
	assert.ok((await page.textContent('main')).includes(waybill));
	const owner = await person(browser, PHONE);
	await become(owner, letter.person);
	await owner.go(`/case/${letter.no}`);
	await owner.look('issue-12-owner');
	assert.ok((await owner.page.textContent('main')).includes(waybill));
	await fill(page, { note: '3月4日本人签收' });
	await desk.press(/^登记签收$/);
	assert.match(await page.textContent('main'), /已经送达/);
	await owner.context.close();
});

step('on the spot: the clerk decides and hands over without leaving the counter', async () => {
	const { pre, clerk } = window_clerk;
	const c = await received(pre, clerk, { matter: 'F4' });
	const spot = await person(browser, DESKTOP);
	await sign_in(spot, 'chuangkou1', true);
	await spot.go(`/desk/case/${c.no}`);
	for (const ok of await spot.page.locator('input[type=radio][value=ok]').all()) await ok.check();
	await spot.look('issue-13-spot');
	await spot.press('当场办结');
	await spot.page.waitForURL(`**/desk/issue/${c.no}`);
	await spot.look('issue-14-spot-issue');
	assert.match(await spot.page.textContent('main'), /决定：准予/);
	await spot.context.close();
});

step('the ledger, and the letters of authorisation behind it', async () => {
	const { page } = desk;
	await desk.go('/desk/ledger?kind=delivered');
	await desk.look('issue-15-ledger');
	const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=导出表格')]);
	assert.match(download.suggestedFilename(), /^送达台账_.*\.csv$/);
	const admin = await person(browser, PHONE);
	await sign_in(admin, 'guanli1', true);
	await admin.go('/admin/letters');
	await admin.look('issue-16-letters');
	await admin.press(/^登记$/);
	await admin.look('issue-17-letters-wrong');
	await admin.context.close();
});

test('every page seen: no script error, nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
