// people.mjs - what the journeys share: a browser, people who sign in, the portal's clock, and the checks that every
// page they open must pass: no script error, nothing axe objects to, nothing that sticks out sideways.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { launch } from './look.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const URL_OF = process.env.PORTAL_URL;
export const PASSWORD = 'Demo-portal-2026';
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };
export const SHOTS = path.resolve('build/screenshots');
fs.mkdirSync(SHOTS, { recursive: true });

// What look() objects to, over all pages; a journey ends with a test that this is empty, so that one page's fault does not
// hide the others.
export const faults = [];

// person - a browser of their own.  look(name) checks and photographs the page they are on.
export async function person(browser, viewport, options = {}) {
	const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
	const page = await context.newPage();
	page.setDefaultTimeout(15000);
	const errors = [];
	page.on('pageerror', (e) => errors.push(String(e)));
	page.on('console', (m) => { if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) errors.push(m.text()); });
	const look = async (name) => {
		await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
		const where = `${name} ${new URL(page.url()).pathname}`;
		faults.push(...errors.splice(0).map((e) => `${where}: ${e}`));
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		if (wide > 0) faults.push(`${where}: sticks out by ${wide} px`);
		if (options.javaScriptEnabled === false) return;
		await page.evaluate(AXE);
		faults.push(...await page.evaluate(async (at) => (await axe.run({ exclude: ['iframe'] })).violations
			.map((v) => `${at}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`), where));
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
	await p.page.fill('[name=login]', login);
	await p.page.fill('[name=password]', PASSWORD);
	await p.page.click('main button[type=submit]');
	await p.page.waitForURL((u) => !u.pathname.endsWith('/sign-in'));
}

// set_clock - lead the portal's clock; only forward, like time.
export function set_clock(text) {
	fs.writeFileSync(process.env.PORTAL_CLOCK + '.new', text + '\n');
	fs.renameSync(process.env.PORTAL_CLOCK + '.new', process.env.PORTAL_CLOCK);
}

export { launch };
