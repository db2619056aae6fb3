// people.mjs - what the journeys share: a browser, people who sign in, the portal's clock, and the checks that every
// page they open must pass: no script error, nothing axe objects to, nothing that sticks out sideways.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { new_id, new_phone } from '../http/client.mjs';
import { launch } from './look.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const URL_OF = process.env.PORTAL_URL;
export const PASSWORD = 'Demo-portal-2026';
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };
export const SHOTS = path.resolve('build/screenshots');
fs.mkdirSync(SHOTS, { recursive: true });
// good, bad - a file of the fixtures, as people choose it on their device
export const good = (name) => path.resolve('tests/fixtures/good', name);
export const bad = (name) => path.resolve('tests/fixtures/bad', name);

// What look() objects to, over all pages; a journey ends with a test that this is empty, so that one page's fault does not
// hide the others.
export const faults = [];

// step - tests that stand on each other: after one that failed, the others say so at once.
let stuck = false;
export const step = (name, run) => test(name, async () => {
	assert.ok(!stuck, 'an earlier step failed');
	stuck = true;
	await run();
	stuck = false;
});

// twin - the same page where axe can run, but the portal's own scripts still do not.
async function twin(context, page) {
	const other = await (await context.browser().newContext({ viewport: page.viewportSize(), locale: 'zh-CN' })).newPage();
	const body = await page.content();
	await other.route('**/*.js', (r) => r.abort());
	await other.route(page.url(), (r) => r.fulfill({ contentType: 'text/html; charset=utf-8', body }));
	await other.goto(page.url());
	return other;
}

// person - a browser of their own.  look(name) checks and photographs the page they are on.
export async function person(browser, viewport, options = {}) {
	const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options });
	const page = await context.newPage();
	page.setDefaultTimeout(30000);
	const errors = [];
	page.on('pageerror', (e) => errors.push(String(e)));
	page.on('console', (m) => { if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) errors.push(m.text()); });
	const look = async (name) => {
		await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
		const where = `${name} ${new URL(page.url()).pathname}`;
		faults.push(...errors.splice(0).map((e) => `${where}: ${e}`));
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		if (wide > 0) faults.push(`${where}: sticks out by ${wide} px`);
		const checked = options.javaScriptEnabled === false ? await twin(context, page) : page;
		await checked.evaluate(AXE);
		faults.push(...await checked.evaluate(async (at) => (await axe.run({ exclude: ['iframe'] })).violations
			.map((v) => `${at}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`), where));
		if (checked !== page) await checked.context().close();
	};
	const go = (p) => page.goto(URL_OF + p);
	// press - a button or link by its words; waits for the page it leads to
	const press = async (words) => {
		const target = page.locator('button, a.btn, summary').filter({ hasText: words }).locator('visible=true').first();
		await target.click();
		await page.waitForLoadState();
	};
	return { context, page, look, go, press };
}

export async function sign_in(p, login, staff = false) {
	await p.go(staff ? '/desk/sign-in' : '/account/sign-in');
	await sign_in_here(p, login);
}
// sign_in_here - wherever the portal asks for it
export async function sign_in_here(p, login) {
	await fill(p.page, { login, password: PASSWORD });
	await p.page.click('main form.sign button[type=submit]');
	await p.page.waitForFunction(() => !document.querySelector('main [name=password]'));
}
// sign_up_here - a new person, on the sign-up page that p is on; gives the identity number.
export async function sign_up_here(p, name) {
	const id_no = new_id();
	await fill(p.page, { name, id_no, phone: new_phone(), password: PASSWORD, password_again: PASSWORD, agree: '1' });
	await p.page.click('main button[type=submit]');
	await p.page.waitForURL((u) => !u.pathname.endsWith('/sign-up'));
	return id_no;
}
// become - p's browser is signed in as a visitor of tests/http/client.mjs, who has prepared things
export function become(p, visitor) {
	return p.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: URL_OF })));
}

// fill - answers by name, whatever asks for them; a list for several choices.
export async function fill(page, answers) {
	for (const [name, value] of Object.entries(answers)) {
		const control = page.locator(`main [name="${name}"]`);
		const kind = await control.first().evaluate((e) => e.type);
		if (kind === 'radio' || kind === 'checkbox')
			for (const one of [value].flat()) await page.check(`main [name="${name}"][value="${one}"]`);
		else if (kind === 'select-one') await control.selectOption(value);
		else await control.fill(value);
	}
}

// upload - one file for one material, with or without JavaScript; returns when the server has answered.
export async function upload({ page }, item, file) {
	const done = page.waitForResponse((r) => r.url().includes('/upload/') && r.request().method() === 'POST');
	await page.setInputFiles(`#f-m-${item}`, file);
	if (!(await page.locator('html.js').count())) await page.click(`form:has(#f-m-${item}) button`);
	await done;
	await page.waitForLoadState();
}

// judge - every material at the desk is as it should be, but for wrong: {item: [verdict, reason, remedy]}.
export async function judge({ page }, wrong = {}) {
	for (const ok of await page.locator('input[type=radio][value=ok]').all()) await ok.check();
	for (const [item, [verdict, reason, remedy]] of Object.entries(wrong))
		await fill(page, { [`v.${item}`]: verdict, [`r.${item}`]: reason, [`d.${item}`]: remedy });
}

// press_sure - an act that cannot be taken back: what will be sent is shown, and confirmed.  name: of the page's picture.
export async function press_sure(p, words, name) {
	await p.press(words);
	assert.equal(await p.page.locator('form[data-confirm]').count(), 1, await p.page.textContent('main'));
	if (name) await p.look(name);
	await p.press(/^确认/);
}

// print - the page as a printer would have it: {sheets, text}; text is without blanks.
export async function print(page, name) {
	const pdf = path.join(SHOTS, `${name}.pdf`);
	await page.pdf({ path: pdf, preferCSSPageSize: true, format: 'A4' });
	execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, path.join(SHOTS, name)]);
	return {
		sheets: Number(/Pages:\s+(\d+)\n/.exec(execFileSync('pdfinfo', [pdf]).toString())[1]),
		text: execFileSync('pdftotext', [pdf, '-']).toString().replace(/\s+/g, ''),
	};
}

// set_clock - lead the clock of this file's portal; only forward, like time.
export function set_clock(text) {
	const now = fs.readFileSync(process.env.PORTAL_CLOCK, 'utf8').trim();
	assert.ok(text > now, `${text} is not after ${now}`);
	fs.writeFileSync(process.env.PORTAL_CLOCK + '.new', text + '\n');
	fs.renameSync(process.env.PORTAL_CLOCK + '.new', process.env.PORTAL_CLOCK);
}

export { launch };
