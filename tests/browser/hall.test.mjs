// A visit to the hall: booked on the phone, checked in by the QR code, called on the screen that nobody reloads, served and over; with
// somebody who walked in before.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { job, sign_up, until } from '../http/client.mjs';
import { PHONE, SHOTS, URL_OF, become, faults, fill, launch, person, set_clock, sign_in, step } from './people.mjs';

const WALL = { width: 1920, height: 1080 };
let browser, citizen, terminal, paper, screen, clerk, manager, day, code, address, walked, booked;

before(async () => {
	await job('clock'); // the places of the coming weeks
	browser = await launch();
	citizen = await person(browser, PHONE);
	[terminal, screen, manager] = await Promise.all([1, 2, 3].map(() => person(browser, WALL)));
	clerk = await person(browser, PHONE);
	paper = await person(browser, WALL, { javaScriptEnabled: false }); // the slip stands still: no script takes it back to the start
	await become(citizen, await sign_up({ name: '示例人' }));
});
after(() => browser?.close());

const clock = () => fs.readFileSync(process.env.PORTAL_CLOCK, 'utf8').trim();
// later - a second is over
const later = () => set_clock(new Date(Date.parse(`${clock().replace(' ', 'T')}Z`) + 1000).toISOString().slice(0, 19).replace('T', ' '));
// shows - a page comes to say it by itself, while the time goes on
const shows = (p, words) => until(String(words), async () => { later(); return words.test(await p.page.textContent('body').catch(() => '')); }, 90);
// decode - the QR code on what the page looks like
async function decode(p, name) {
	const shot = path.join(SHOTS, `${name}.png`);
	await p.page.locator('svg.qr-code').first().screenshot({ path: shot });
	return execFileSync('zbarimg', ['-q', '--raw', shot]).toString().trim();
}
const number = async (p) => (await p.page.textContent('.slip-no')).trim();

step('a visit is booked on the phone', async () => {
	const { page } = citizen;
	await citizen.go('/booking');
	await page.click('a[href="/booking/for/A"]');
	await citizen.look('hall-01-month');
	const days = await page.locator('a.book-day').evaluateAll((all) => all.map((a) => a.href.split('/').pop()));
	day = days.find((d) => d > clock().slice(0, 10));
	await page.click(`a.book-day[href$="${day}"]`);
	await citizen.look('hall-02-times');
	await page.locator('button.book-time').filter({ hasText: /^09:30/ }).click();
	await citizen.look('hall-03-hold');
	await citizen.press('确认预约');
	await page.waitForURL('**/booking/v/*');
	await citizen.look('hall-04-booked');
	code = await decode(citizen, 'hall-booking-code');
	assert.ok(code.startsWith(`${URL_OF}/t/B`), code);
});

step('on the day somebody walks in, and is given a number', async () => {
	const { page } = terminal;
	set_clock(`${day} 09:10:00`);
	await sign_in(terminal, 'quhao1', true);
	await terminal.go('/hall/take');
	await terminal.look('hall-05-terminal');
	await page.click('button.kiosk-group[value=A]');
	await page.waitForURL('**/hall/slip/*');
	walked = await number(terminal);
	await page.waitForURL('**/hall/take', { timeout: 90000 }); // the slip goes away by itself
});

step('the code of the booking is scanned: a slip with another QR code', async () => {
	const { page } = terminal;
	set_clock(`${day} 09:20:00`);
	await terminal.go('/hall/take');
	await page.keyboard.type('Y999999'); // as a scanner does: nobody presses anything before
	await page.keyboard.press('Enter');
	await page.waitForSelector('text=没有找到这个预约或号码');
	await terminal.look('hall-06-terminal-unknown');
	await terminal.go('/hall/take');
	await page.keyboard.type(code);
	await page.keyboard.press('Enter');
	await page.waitForURL('**/hall/slip/*');
	const slip = page.url();
	await paper.context.addCookies(await terminal.context.cookies());
	await paper.page.goto(slip);
	booked = await number(paper);
	assert.notEqual(booked, walked);
	assert.match(await paper.page.textContent('.slip'), /预约时间.*09:30.*前面 0 人/s); // before who came at ten past nine
	address = await decode(paper, 'hall-slip-code');
	assert.ok(address.startsWith(`${URL_OF}/t/Q`), address);
	await paper.look('hall-07-slip');
});

step('the slip’s code leads to the ticket on the phone', async () => {
	await citizen.page.goto(address);
	await citizen.page.waitForURL('**/hall/ticket/Q*');
	await citizen.look('hall-08-ticket');
	assert.match(await citizen.page.textContent('main'), new RegExp(`我的号\\s*${booked}.*前面还有\\s*0\\s*人`, 's'));
});

step('a clerk mans a window and calls: screen and phone say so without being touched', async () => {
	const { page } = clerk;
	await screen.go('/hall');
	await screen.look('hall-09-screen-quiet');
	await screen.page.evaluate(() => { document.body.dataset.since = 'before'; });
	await sign_in(clerk, 'chuangkou1', true);
	await clerk.go('/desk/queue');
	await clerk.look('hall-10-windows');
	await page.click('button[name=window][value=A01]');
	await page.waitForSelector('text=叫下一位');
	await clerk.look('hall-11-console');
	await clerk.press('叫下一位');
	await page.waitForSelector('text=人来了');
	assert.equal((await page.textContent('.console-no')).trim(), booked);
	await shows(screen, new RegExp(`${booked}\\s*请到\\s*A01`));
	assert.equal(await screen.page.getAttribute('body', 'data-since'), 'before', 'the screen was loaded again');
	assert.ok(!(await screen.page.locator('[data-hall-lost]').isVisible()));
	await screen.look('hall-12-screen-called');
	await shows(citizen, /叫到您了，请到\s*A01\s*窗口/);
	await citizen.look('hall-13-ticket-called');
	await clerk.look('hall-14-console-called');
});

step('served and finished; the next is called by the same press; who was served may rate', async () => {
	const { page } = clerk;
	await clerk.press('人来了，开始办理');
	await page.waitForSelector('text=办结，叫下一位');
	await clerk.look('hall-15-console-serving');
	await shows(screen, new RegExp(`${booked}\\s*办理中`));
	await clerk.press('办结，叫下一位');
	await page.waitForFunction((n) => document.querySelector('.console-no').textContent.trim() === n, walked);
	await shows(screen, new RegExp(`${walked}\\s*请到\\s*A01`));
	assert.ok(!(await screen.page.textContent('[data-hall-calls]')).includes(booked));
	assert.equal(await screen.page.getAttribute('body', 'data-since'), 'before');
	await screen.look('hall-16-screen-next');
	await shows(citizen, /已经办好了/);
	await citizen.look('hall-17-ticket-done');
	assert.equal(await citizen.page.locator('a[href^="/rate/R"]').count(), 1);
});

step('nobody comes: passed over, still kept for half an hour; the window closes', async () => {
	await clerk.press('没有人来，过号');
	await clerk.page.waitForSelector('text=过号，还可以回来');
	await clerk.look('hall-18-console-skipped');
	await clerk.press('关闭窗口，下岗');
	await clerk.page.waitForSelector('text=在哪个窗口上岗');
	await shows(screen, /现在没有叫号/);
});

step('the screen says when it is cut off', async () => {
	await screen.context.setOffline(true);
	await screen.page.waitForSelector('[data-hall-lost]:visible');
	await screen.page.screenshot({ path: path.join(SHOTS, 'hall-19-screen-lost.png') });
	await screen.context.setOffline(false);
	await until('it is back', async () => { later(); return screen.page.locator('[data-hall-lost]').isHidden(); });
});

step('the load of the day, on the wall and on the phone', async () => {
	await sign_in(manager, 'guanli1', true);
	await manager.go('/desk/load');
	await fill(manager.page, { from: day, until: day });
	await manager.press('查看');
	assert.match((await manager.page.textContent('main')).replace(/\s+/g, ' '), /取号\s*2.*办结\s*1/);
	await manager.look('hall-20-load');
	await manager.page.setViewportSize(PHONE);
	await manager.look('hall-21-load-phone');
});

test('no page of this visit has an error', () => assert.deepEqual(faults, []));
