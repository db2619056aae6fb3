// A visit booked by people as they are: on a phone, without JavaScript, with the keyboard alone, in large type; moved, cancelled, waited
// for, left to run out; booked by an officer for whoever calls; and on the day checked in by the QR code as the confirmation shows it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { job, matter_codes, new_phone, sign_up, sql } from '../http/client.mjs';
import { DESKTOP, PHONE, SHOTS, URL_OF, become, faults, fill, launch, person, print, set_clock, sign_in, step } from './people.mjs';

const MATTER = matter_codes.F6;
let browser, citizen, plain, keys, late, guide, terminal, manager, day, visit, code;

before(async () => {
	// a group with one place a day, that is full at once
	sql(`INSERT IGNORE INTO service_group (code, name, summary, serve_min, bookable, position) VALUES ('K', '示例小窗口', '每天一个号', 10, 1, 30);
		INSERT INTO opening (group_code, weekday, from_min, until_min, slot_min, places, from_day) SELECT 'K', w.n, 540, 570, 30, 1, '2020-01-01'
		FROM (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) AS w`);
	await job('clock'); // the places of the coming weeks
	browser = await launch();
	[citizen, plain, keys, late, guide, terminal, manager] = await Promise.all([
		person(browser, PHONE), person(browser, PHONE, { javaScriptEnabled: false }), person(browser, DESKTOP), person(browser, PHONE),
		person(browser, DESKTOP), person(browser, DESKTOP), person(browser, DESKTOP),
	]);
	for (const p of [citizen, plain, keys, late]) {
		p.visitor = await sign_up({ name: '示例人' });
		await become(p, p.visitor);
	}
});
after(() => browser?.close());

const clock = () => fs.readFileSync(process.env.PORTAL_CLOCK, 'utf8').trim();
const later = (minutes) => set_clock(new Date(Date.parse(`${clock().replace(' ', 'T')}Z`) + minutes * 60000).toISOString().slice(0, 19).replace('T', ' '));
const says = async (p) => (await p.page.textContent('main')).replace(/\s+/g, '');
// days - with a free place, of the month that p looks at, or of the next
async function days(p) {
	const free = () => p.page.locator('a.book-day.is-free').evaluateAll((all) => all.map((a) => a.href.split('/').pop()));
	let found = (await free()).filter((d) => d > clock().slice(0, 10));
	if (found.length < 3) {
		await p.press('下个月');
		found = await free();
	}
	return found;
}
// take - a time of a day that p looks at
async function take(p, n = 0) {
	await p.page.locator('button.book-time').nth(n).click();
	await p.page.waitForURL('**/hold/*');
}
async function confirm(p) {
	await p.press('确认预约');
	await p.page.waitForURL('**/booking/v/*');
	return new URL(p.page.url()).pathname;
}
async function book(p, subject, on, n) {
	await p.go(`/booking/for/${subject}/${on}`);
	await take(p, n);
	return confirm(p);
}

step('on a phone: from the guide to the slip', async () => {
	const { page } = citizen;
	await citizen.go(`/matters/${MATTER}`);
	await page.click('a:has-text("预约到窗口办")');
	await page.waitForURL(`**/booking/for/${MATTER}`);
	await citizen.look('booking-01-month');
	day = (await days(citizen))[2];
	await page.click(`a.book-day[href$="${day}"]`);
	await citizen.look('booking-02-times');
	await take(citizen);
	await page.waitForSelector('text=/还有 [0-9] 分/');
	await citizen.look('booking-03-hold');
	visit = await confirm(citizen);
	await citizen.look('booking-04-slip');
	assert.match(await says(citizen), /已预约.*09:00—09:30.*老年人优待证.*看要交哪些材料/);
	const [file] = await Promise.all([page.waitForEvent('download'), page.click('a:has-text("加到手机日历")')]);
	const ics = fs.readFileSync(await file.path(), 'utf8');
	assert.match(ics, new RegExp(`\\r\\nDTSTART:${day.replaceAll('-', '')}T010000Z\\r\\n`));
	assert.match(ics, /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
	const sheet = await print(page, 'booking-05-print');
	assert.equal(sheet.sheets, 1);
	assert.match(sheet.text, /09:00—09:30/);
	assert.doesNotMatch(sheet.text, /取消预约|预约好了/, 'what is for the screen only');
});

step('every page of a booking on the desktop, and in large type on a phone', async () => {
	const { page } = citizen;
	const pages = ['/booking', `/booking/for/${MATTER}`, `/booking/for/A/${day}`, visit, '/booking/mine', '/account'];
	await page.setViewportSize(DESKTOP);
	for (const [i, p] of pages.entries()) { await citizen.go(p); await citizen.look(`booking-06-desktop-${i}`); }
	await page.setViewportSize(PHONE);
	await citizen.go('/prefs/elder?on=1&back=/booking');
	assert.equal(await page.locator('html.elder').count(), 1);
	for (const [i, p] of pages.entries()) { await citizen.go(p); await citizen.look(`booking-07-large-${i}`); }
	await citizen.go(`/booking/for/A/${day}`);
	await take(citizen, 1);
	await citizen.look('booking-07-large-hold');
	await citizen.press('不要这个时间');
	await citizen.go('/prefs/elder?on=0&back=/booking');
	await citizen.go('/account');
	assert.match(await says(citizen), /要去窗口.*09:00—09:30老年人优待证/);
});

step('a second time for the same leads to the first; another time is kept until it is sure', async () => {
	const { page } = citizen;
	await citizen.go(`/booking/for/${MATTER}/${day}`);
	await page.locator('button.book-time').nth(2).click();
	await page.waitForSelector('text=您已经约过这件事了');
	await citizen.look('booking-08-twice');
	await citizen.press('看原来的预约');
	await page.waitForURL(`**${visit}`);
	await citizen.press('改时间');
	const other = (await days(citizen)).find((d) => d !== day);
	await page.click(`a.book-day[href$="${other}"]`);
	await take(citizen, 3);
	await citizen.look('booking-09-move');
	assert.match(await says(citizen), /原来的时间.*09:00—09:30/);
	assert.equal(await confirm(citizen), visit);
	assert.match(await says(citizen), /时间改好了.*10:30—11:00/);
	day = other;
});

step('cancelling asks first', async () => {
	const { page } = citizen;
	const own = await book(citizen, 'B', day, 0);
	assert.ok(!(await page.locator('button:has-text("确认取消")').isVisible()));
	await page.click('summary:has-text("取消预约")');
	await citizen.look('booking-10-cancel');
	await citizen.press('确认取消');
	assert.match(await says(citizen), /已取消/);
	await citizen.look('booking-11-cancelled');
	assert.ok(page.url().endsWith(own));
	assert.equal(await page.locator('svg.qr-code').count(), 0);
});

step('a hold runs out: the page says so by itself, and whoever presses too late is led on', async () => {
	const { page } = late;
	await page.clock.install();
	await late.go(`/booking/for/E/${day}`);
	await take(late);
	const hold = page.url();
	await page.waitForSelector('text=/还有 [0-9] 分/');
	await page.clock.fastForward('10:00');
	await page.waitForSelector('text=时间到了，请重新选');
	assert.ok(await page.locator('[data-countdown-button]').isDisabled());
	assert.ok(await page.locator('a.btn:has-text("重新选时间")').isVisible());
	await late.look('booking-12-run-out');
	later(10);
	await page.evaluate(() => document.querySelector('[data-countdown-button]').removeAttribute('disabled'));
	await late.press('确认预约');
	await page.waitForSelector('h1:has-text("这个时间没有留住")');
	await late.look('booking-13-too-late');
	await page.goto(hold);
	await late.press('重新选时间');
	await page.waitForURL('**/booking/for/E');
});

step('without JavaScript: booked, moved and cancelled', async () => {
	const { page } = plain;
	await plain.go('/booking');
	await plain.look('booking-14-plain');
	await page.click('a[href="/booking/for/A"]');
	await plain.go(`/booking/for/A/${day}`);
	await take(plain);
	await plain.look('booking-15-plain-hold');
	assert.ok(!(await page.locator('[data-countdown-left]').isVisible()));
	assert.match(await says(plain), /给您留到2026年3月\d+日\d\d:\d\d，/);
	const own = await confirm(plain);
	await plain.look('booking-16-plain-slip');
	await plain.press('改时间');
	await plain.go(`/booking/for/${own.split('/').pop()}/${day}`);
	await take(plain, 4);
	assert.equal(await confirm(plain), own);
	await page.click('summary:has-text("取消预约")');
	await plain.press('确认取消');
	assert.match(await says(plain), /已取消/);
	await plain.go('/booking/mine');
	await plain.look('booking-17-plain-mine');
});

step('with the keyboard alone', async () => {
	const { page } = keys;
	// reach - Tab until the focus is on it; what has the focus must be seen to have it
	const reach = async (words) => {
		for (let i = 0; i < 120; i++) {
			await page.keyboard.press('Tab');
			const at = await page.evaluate(() => ({ text: document.activeElement.textContent.replace(/\s+/g, ''), href: document.activeElement.getAttribute('href') ?? '',
				ring: getComputedStyle(document.activeElement).outlineStyle }));
			if (!words.test(at.text) && !words.test(at.href)) continue;
			assert.notEqual(at.ring, 'none', `${at.text}: no ring`);
			return;
		}
		assert.fail(`${words} is not reached`);
	};
	const enter = (words, url) => reach(words).then(() => Promise.all([page.waitForURL(url), page.keyboard.press('Enter')]));
	await keys.go('/booking');
	await enter(/^个体工商户设立登记$/, '**/booking/for/*');
	await enter(/\/booking\/for\/[^/]+\/\d{4}-/, '**/booking/for/*/20*');
	await enter(/^\d\d:\d\d—\d\d:\d\d余\d+$/, '**/hold/*');
	await enter(/^确认预约$/, '**/booking/v/*');
	await reach(/不来了，取消预约/);
	await page.keyboard.press('Enter');
	await reach(/^确认取消$/);
	await page.keyboard.press('Enter');
	await page.waitForSelector('.tag:has-text("已取消")');
});

step('a full day: waited for, offered and taken', async () => {
	const { page } = citizen;
	const full = await book(late, 'K', day, 0);
	await citizen.go(`/booking/for/K/${day}`);
	assert.match(await says(citizen), /约满.*这一天没有空位/);
	await citizen.look('booking-18-full');
	await citizen.press('排候补');
	await page.waitForURL('**/booking/mine');
	await citizen.look('booking-19-waits');
	assert.match(await says(citizen), /正在候补，前面还有0人/);
	await late.page.click('summary:has-text("取消预约")');
	await late.press('确认取消');
	assert.ok(late.page.url().endsWith(full));
	await citizen.go('/account');
	assert.match(await says(citizen), /示例小窗口，2026年\d+月\d+日有空位了请在.*前确认/);
	await citizen.look('booking-20-offered-account');
	await page.click('.visit-list a:has-text("有空位了")');
	await citizen.look('booking-21-offered');
	await citizen.press('看时间并确认');
	await citizen.look('booking-22-offer');
	await confirm(citizen);
	assert.match(await says(citizen), /已预约.*示例小窗口/);
});

step('an officer books for whoever calls, by matter, and gives them another time', async () => {
	const { page } = guide;
	await sign_in(guide, 'daoban1', true);
	await guide.go('/desk/bookings');
	await guide.look('booking-23-desk');
	await guide.press('代人预约');
	await page.selectOption('select[name=subject]', MATTER);
	await page.fill('input[name=day]', day);
	await guide.press('看空位');
	await page.locator('.choice:has(input[name=slot])').first().click();
	await fill(page, { name: '示例来电人', id_type: '111', id_no: '41059919900307002', phone: new_phone() });
	await guide.press(/^预约$/);
	await page.waitForSelector('.wrong-summary');
	await guide.look('booking-24-desk-wrong');
	assert.equal(await page.inputValue('[name=name]'), '示例来电人', 'what was typed stays');
	await fill(page, { id_type: '414', id_no: 'E87654321' });
	await guide.press(/^预约$/);
	await page.waitForURL('**/desk/bookings/v/Y*');
	await guide.look('booking-25-desk-one');
	await page.locator('.choice:has(input[name=slot])').nth(2).click();
	await fill(page, { why: '来电要求晚一点' });
	await guide.press('改到选的时间');
	await page.waitForSelector('text=时间改好了');
	for (const p of ['/desk/bookings', '/desk/bookings/new', new URL(page.url()).pathname]) {
		await page.setViewportSize(PHONE);
		await guide.go(p);
		await guide.look(`booking-26-desk-phone-${p.split('/').length}${p.slice(-3)}`);
	}
});

step('on the day the code on the phone’s screen is read at the terminal', async () => {
	await citizen.go(visit);
	const shot = path.join(SHOTS, 'booking-27-screen.png');
	await citizen.page.screenshot({ path: shot, fullPage: true }); // the page as somebody holds it out
	code = execFileSync('zbarimg', ['-q', '--raw', shot]).toString().trim();
	assert.ok(code.startsWith(`${URL_OF}/t/B`), code);
	set_clock(`${day} 10:20:00`);
	await sign_in(terminal, 'quhao1', true);
	await terminal.go('/hall/take');
	await terminal.page.keyboard.type(code);
	await terminal.page.keyboard.press('Enter');
	await terminal.page.waitForURL('**/hall/slip/*');
	assert.match((await terminal.page.textContent('.slip')).replace(/\s+/g, ''), /社会民生预约时间.*10:30/);
	await citizen.page.goto(code);
	await citizen.look('booking-28-arrived');
	assert.match(await says(citizen), /已到场/);
});

step('nobody comes: it is on record, the person says why, and the coordinator decides with a reason', async () => {
	await sign_in(late, late.visitor.id_no); // the session of some days ago is over
	const missed = await book(late, 'A', day, 0);
	set_clock(`${day} 18:30:00`);
	await job('clock');
	await sign_in(late, late.visitor.id_no);
	await late.go(missed);
	await late.look('booking-29-absent');
	assert.match(await says(late), /没有来.*不是这样/);
	await late.press('申诉');
	await late.page.waitForSelector('.wrong-summary');
	await late.look('booking-30-appeal-wrong');
	await late.page.fill('[name=text]', '我到了，取号机没有反应，问过导办员。');
	await late.press('申诉');
	await late.page.waitForSelector('text=您的申诉');
	await late.look('booking-31-appealed');
	await sign_in(manager, 'tongchou1', true);
	await manager.go('/desk/bookings');
	await manager.look('booking-32-appeals');
	await manager.page.setViewportSize(PHONE);
	await manager.look('booking-33-appeals-phone');
	await manager.page.fill('[name=reply]', '核实过，当天这台取号机坏了');
	await manager.press('同意，这次不计');
	await late.go(missed);
	await late.look('booking-34-decided');
	assert.match(await says(late), /核实过，当天这台取号机坏了/);
	await late.go('/booking/mine');
	await late.look('booking-35-mine');
});

test('no page of these visits has an error', () => assert.deepEqual(faults, []));
