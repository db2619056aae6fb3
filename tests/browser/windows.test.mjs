// The hall as its manager keeps it, in the browser: on the phone a closure is previewed and confirmed and whoever booked is offered
// another time; on a desk the windows, posts, hours and groups.  Every page passes axe at 390 and at 1280 px.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { job, sign_up } from '../http/client.mjs';
import { DESKTOP, PHONE, become, faults, fill, launch, person, sign_in, step } from './people.mjs';

let browser, citizen, phone, desk, day, visit;

before(async () => {
	await job('clock'); // the places of the coming weeks
	browser = await launch();
	citizen = await person(browser, PHONE);
	[phone, desk] = [await person(browser, PHONE), await person(browser, DESKTOP)];
	await become(citizen, await sign_up({ name: '示例人' }));
	await sign_in(phone, 'guanli1', true);
	await sign_in(desk, 'guanli1', true);
});
after(() => browser?.close());

const main = (p) => p.page.textContent('main');

step('somebody books a visit', async () => {
	const { page } = citizen;
	await citizen.go('/booking/for/E');
	const days = await page.locator('a.book-day').evaluateAll((all) => all.map((a) => a.href.split('/').pop()));
	day = days.at(-1);
	await citizen.go(`/booking/for/E/${day}`);
	await page.locator('button.book-time').first().click();
	await citizen.press('确认预约');
	await page.waitForURL('**/booking/v/*');
	visit = new URL(page.url()).pathname;
});

step('on the phone the manager finds the pages, forgets something, sees whom a closure concerns, and confirms it', async () => {
	const { page } = phone;
	await phone.go('/admin');
	await phone.look('windows-01-menu');
	await page.click('a.tile[href="/admin/closures"]');
	await phone.look('windows-02-closures');
	await phone.press('看看影响谁');
	assert.equal(await page.evaluate(() => document.activeElement.className), 'wrong-summary');
	await phone.look('windows-03-closure-wrong');
	await fill(page, { group: 'E', from_day: day, until_day: day, reason: '设备检修' });
	await phone.press('看看影响谁');
	assert.match(await main(phone), /还没有停办[\s\S]*影响 1 个预约[\s\S]*示\*\*/);
	assert.match(await page.evaluate(() => document.activeElement.className), /hall-preview/, 'the preview is read first');
	await phone.look('windows-04-closure-preview');
	await phone.press('确认停办');
	await page.waitForSelector('text=已停办');
	await phone.look('windows-05-closure-made');
});

step('whoever booked is offered another time', async () => {
	await job('clock');
	await citizen.go(visit);
	assert.match(await main(citizen), /设备检修/);
	await citizen.look('windows-06-offered');
});

step('the closure is taken back, by keyboard', async () => {
	const { page } = phone;
	await page.locator('form[action="/admin/closures/end"] button').first().focus();
	await page.keyboard.press('Enter');
	await page.waitForSelector('text=已撤回');
	await job('clock');
	await citizen.go(visit);
	assert.doesNotMatch(await main(citizen), /设备检修/);
});

step('hours for one weekday from a day on', async () => {
	for (const p of [phone, desk]) {
		await p.go('/admin/hours');
		await p.look(`windows-07-hours-${p === phone ? 390 : 1280}`);
		await p.page.click('a[href="/admin/hours/E"]');
		await p.look(`windows-08-hours-of-${p === phone ? 390 : 1280}`);
	}
	const { page } = desk;
	const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 + 1;
	for (const k of [1, 2, 3, 4, 5]) await page.setChecked(`#f-d${k}`, k === weekday);
	await fill(page, { from_day: day, from_1: '10:00', until_1: '12:00' });
	await desk.press('看看影响谁');
	assert.match(await main(desk), /还没有改[\s\S]*10:00—12:00（每 30 分钟 2 个号）/);
	await desk.look('windows-09-hours-preview');
	await desk.press('确认修改');
	await page.waitForSelector('text=已改：工程建设');
	await desk.look('windows-10-hours-changed');
});

step('a window with its zone, type and posts; a group with its matters', async () => {
	const { page } = desk;
	await desk.go('/admin/windows');
	await desk.look('windows-11-windows');
	await fill(page, { code: 'D05', name: '工程建设', kind: 'tidal', zone: '二楼工程建设区' });
	await page.check('main [name="g.E"]');
	await desk.press('新增窗口');
	await page.waitForSelector('text=已新增窗口 D05');
	await fill(page, { login: 'chuangkou1', post: 'A' });
	await desk.press(/^安排$/);
	await page.waitForSelector('text=已安排');
	await desk.look('windows-12-window');
	await desk.go('/admin/groups');
	await desk.look('windows-13-groups');
	await page.click('main a[href="/admin/groups/E"]');
	await desk.look('windows-14-group');
	for (const at of ['groups', 'groups/E', 'windows', 'windows/D05', 'closures']) {
		await phone.go(`/admin/${at}`);
		await phone.look(`windows-15-${at.replace('/', '-')}-390`);
	}
	await desk.go('/admin/closures');
	await desk.look('windows-16-closures-1280');
});

test('no page had a fault', () => assert.deepEqual(faults, []));
