// Five working days of silence: staff are warned the day before, then the case counts as accepted by law from the day of
// its receipt, and a supervisor hears of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { received } from '../http/cases.mjs';
import { job, officer, until } from '../http/client.mjs';
import { DESKTOP, PHONE, become, faults, launch, person, print, set_clock, sign_in_here, step } from './people.mjs';

let browser, citizen, clerk, supervisor, c;
before(async () => {
	browser = await launch();
	c = await received(await officer('yushen1'), await officer('chuangkou1'));
	citizen = await person(browser, PHONE);
	clerk = await person(browser, DESKTOP);
	supervisor = await person(browser, DESKTOP);
	await become(citizen, c.person);
});
after(async () => { await browser.close(); });

const row = (p) => p.page.locator(`tr:has-text("${c.no}")`);
// visit - days later nobody is signed in any more; signing in leads on to the page that was asked for.
async function visit(p, login, page) {
	await p.go(page);
	if (/登录/.test(await p.page.textContent('h1'))) await p.press('去登录');
	if (await p.page.locator('main [name=password]').count()) await sign_in_here(p, login);
	assert.ok(p.page.url().endsWith(page));
}
// clock - one round of the clock job by hand; the portal's own may be at it, then this one waits for it.
const clock = () => job('clock');
const alerts = async () => {
	await visit(supervisor, 'jiancha1', '/desk/alerts');
	return row(supervisor).allTextContents();
};

step('on receipt, the applicant reads until when silence lasts', async () => {
	await citizen.go(`/case/${c.no}`);
	await citizen.look('deemed-01-received');
	const text = await citizen.page.textContent('.clocks');
	assert.match(text, /还剩\s*5\s*个工作日/);
	assert.match(text, /2026年3月9日/);
	assert.match(text, /就算已经受理/);
});

step('the day before, the alarm is there for staff', async () => {
	set_clock('2026-03-06 16:00:00');
	await until('the alarm', async () => { await clock(); return (await alerts()).length > 0; });
	await supervisor.look('deemed-02-alarm');
	assert.match((await alerts()).join(), /再不告知补正将视为受理/);
	await visit(clerk, 'chuangkou1', '/desk');
	await clerk.look('deemed-03-worklist');
	assert.match(await row(clerk).textContent(), /剩 1 个工作日/);
});

step('on the last day it is not yet accepted', async () => {
	set_clock('2026-03-09 17:30:00');
	await clock();
	await visit(clerk, 'chuangkou1', `/desk/case/${c.no}`);
	assert.match(await clerk.page.textContent('.case-line'), /已收件.*今天到期/s);
});

step('then it is accepted by itself, from the day of receipt', async () => {
	set_clock('2026-03-10 08:30:00');
	await until('accepted by law', async () => {
		await clock();
		await visit(clerk, 'chuangkou1', `/desk/case/${c.no}`);
		return /已受理/.test(await clerk.page.textContent('.case-line'));
	});
	await clerk.look('deemed-04-desk');
	assert.match(await clerk.page.textContent('.timeline'), /依法视为受理/);
});

step('the citizen sees the notice and both clocks, which count from the receipt', async () => {
	const { page } = citizen;
	await visit(citizen, c.person.id_no, `/case/${c.no}`);
	await citizen.look('deemed-05-accepted');
	const clocks = await page.textContent('.clocks');
	assert.match(clocks, /法定时限.*2026年3月9日/s, 'five working days after 2 March');
	assert.match(clocks, /承诺时限.*2026年3月3日/s, 'half a day after 2 March');
	await page.click('.doc-list a:text-is("受理通知书")');
	await citizen.look('deemed-06-notice');
	const { sheets, text } = await print(page, 'deemed-notice');
	assert.equal(sheets, 1);
	for (const part of [c.no, '第（四）项', '2026年3月2日收到', '自收到申请材料之日起即为受理']) assert.ok(text.includes(part), part);
});

step('the supervisor sees it', async () => {
	assert.match((await alerts()).join(), /已视为受理/);
	await supervisor.look('deemed-07-alerts');
});

step('another round of the clock changes nothing', async () => {
	const before = await alerts();
	await visit(clerk, 'chuangkou1', `/desk/case/${c.no}`);
	const trail = await clerk.page.textContent('.timeline');
	await clock();
	await clock();
	assert.deepEqual(await alerts(), before);
	await clerk.page.reload();
	assert.equal(await clerk.page.textContent('.timeline'), trail);
});

test('every page seen: no script error, nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
