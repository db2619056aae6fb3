// The same pages on other devices and in other hands: large type, a narrow phone, a keyboard alone, two tabs, a slow line,
// a session that ran out, paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { draft, submitted } from '../http/cases.mjs';
import { matter_codes, sign_up } from '../http/client.mjs';
import { DESKTOP, PASSWORD, PHONE, become, faults, fill, good, launch, person, print, sign_in_here, upload } from './people.mjs';

const NARROW = { width: 360, height: 740 };
const F1 = `/matters/${matter_codes.F1}`, F8 = `/matters/${matter_codes.F8}`;
const F6_LEFT = { address: '示例市幸福街道建设路8号2单元301', household: 'local', kin_phone: '13800000009', truth: '1' };

let browser, done;
before(async () => {
	browser = await launch();
	done = await submitted();
});
after(async () => { await browser.close(); });

// with_draft - a person with a fresh draft of F6 in front of them
async function with_draft(viewport, options) {
	const p = await person(browser, viewport, options), visitor = await sign_up();
	const page = await draft(visitor);
	await become(p, visitor);
	await p.go(page);
	return { ...p, visitor, at: page };
}
const saved = (page) => page.waitForResponse((r) => r.url().endsWith('/field') && r.ok());

test('large type: home, guide, form, receipt', async () => {
	const p = await person(browser, PHONE), { page } = p;
	await p.go('/');
	await page.click('a:has-text("大字版")');
	await p.look('elder-01-home');
	assert.ok(await page.locator('html.elder').count());
	assert.ok(parseFloat(await page.locator('main p').first().evaluate((e) => getComputedStyle(e).fontSize)) >= 24);
	await p.go(F1);
	await p.look('elder-02-guide');
	await become(p, done.person);
	await p.go(`/apply/${matter_codes.F1}`);
	await p.press('开始申请');
	await p.look('elder-03-form');
	await p.press('保存，下一步');
	await p.look('elder-04-wrong');
	await p.go(`${new URL(page.url()).pathname}/materials`);
	await p.look('elder-05-materials');
	await p.go(`/case/${done.no}/receipt`);
	await p.look('elder-06-receipt');
	await p.go(`/case/${done.no}`);
	await p.look('elder-07-case');
	await page.click('a:has-text("返回标准版")');
	assert.equal(await page.locator('html.elder').count(), 0);
	assert.ok(page.url().endsWith(done.no));
	await p.context.close();
});

test('360 pixels wide', async () => {
	const p = await person(browser, NARROW);
	const open = ['/', '/matters', '/matters?q=%E9%A3%9F%E5%93%81', F8, '/account/sign-in', '/account/sign-up', '/progress',
		'/deadline?from=2026-02-12&days=5', '/nowhere', '/desk/sign-in'];
	for (const [i, page] of open.entries()) {
		await p.go(page);
		await p.look(`narrow-1${i}`);
	}
	await become(p, done.person);
	const own = ['/account', '/account/profile', `/apply/${matter_codes.F6}`, `/case/${done.no}`, `/case/${done.no}/receipt`, `/case/${done.no}/withdraw`];
	for (const [i, page] of own.entries()) {
		await p.go(page);
		await p.look(`narrow-2${i}`);
	}
	await p.context.close();
});

// --- a keyboard alone ---------------------------------------------------------------------------------------------

// tab_to - press Tab until the element has the focus, which must be seen all the way.
async function tab_to(page, selector) {
	const target = page.locator(selector).first();
	for (let i = 0; i < 150; i++) {
		await page.keyboard.press('Tab');
		const { here, seen, what } = await target.evaluate((wanted) => {
			const e = document.activeElement, shown = [e, e.closest('label'), e.closest('form, fieldset')].filter(Boolean);
			const ring = (x) => { const s = getComputedStyle(x); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
			return { here: e === wanted, seen: e === document.body || shown.some(ring), what: e.outerHTML.slice(0, 120) };
		});
		assert.ok(seen, `no focus to be seen on ${what}`);
		if (here) return;
	}
	assert.fail(`Tab does not lead to ${selector}`);
}
async function press_at(page, selector, key = 'Enter') {
	await tab_to(page, selector);
	await page.keyboard.press(key);
}

test('a keyboard alone: from sign-in to the receipt', async () => {
	const p = await person(browser, DESKTOP), { page } = p, visitor = await sign_up();
	const at = await draft(visitor);
	page.on('filechooser', (chooser) => chooser.setFiles(good('photo.jpg'))); // from the start: asking takes the browser a moment
	await p.go(`/account/sign-in?back=${at}`);
	await page.keyboard.press('Tab');
	await p.look('keys-01-skip');
	assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
	await page.keyboard.press('Enter');
	await tab_to(page, '[name=login]');
	await page.keyboard.type(visitor.id_no);
	await page.keyboard.press('Tab');
	await page.keyboard.type(PASSWORD);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/apply\//);
	for (const [name, value] of Object.entries({ address: F6_LEFT.address, kin_name: '王亲属', kin_phone: F6_LEFT.kin_phone })) {
		await tab_to(page, `[name=${name}]`);
		await page.keyboard.type(value);
		if (name === 'address') await press_at(page, '[name=household]', 'Space');
	}
	await press_at(page, '[name=truth]', 'Space');
	await p.look('keys-02-form');
	await press_at(page, 'button:has-text("保存，下一步")');
	await page.waitForURL(/\/materials$/);
	await tab_to(page, '#f-m-photo');
	await page.keyboard.press('Enter');
	await page.waitForSelector('#m-photo .file-row a');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'f-m-photo', 'the focus stays where it was');
	await p.look('keys-03-uploaded');
	await press_at(page, 'a:has-text("下一步：核对提交")');
	await page.waitForURL(/\/check$/);
	await press_at(page, '[name=agree]', 'Space');
	await press_at(page, 'button:has-text("提交申请")');
	await page.waitForURL(/\/receipt$/);
	await p.look('keys-04-receipt');
	await p.context.close();
});

// --- two tabs, a slow line, no session ----------------------------------------------------------------------------

test('two tabs: the later one is asked which of the two answers holds', async () => {
	const p = await with_draft(PHONE, { javaScriptEnabled: false });
	const other = await p.context.newPage();
	await other.goto(p.page.url());
	await fill(other, { kin_name: '李示例' });
	await other.click('button:has-text("保存，下一步")');
	await fill(p.page, { ...F6_LEFT, kin_name: '王示例' });
	await p.press('保存，下一步');
	await p.look('tabs-01-conflict');
	assert.match(await p.page.textContent('[role=alert]'), /别处改过.*王示例.*李示例/s);
	assert.equal(await p.page.inputValue('[name=kin_name]'), '王示例');
	await p.press('保存，下一步');
	await p.page.waitForURL(/\/materials$/);
	await p.go(p.at);
	assert.equal(await p.page.inputValue('[name=kin_name]'), '王示例');
	await p.context.close();
});

test('a slow line: pressing on before everything was saved is no conflict with oneself', async () => {
	const p = await with_draft(PHONE), { page } = p;
	await page.route('**/field', async (r) => { // what was sent arrives, what is answered takes its time
		const response = await r.fetch();
		await new Promise((go) => setTimeout(go, 1500));
		await r.fulfill({ response }).catch(() => {});
	});
	await fill(page, { ...F6_LEFT, kin_name: '王示例' });
	await p.press('保存，下一步');
	await page.waitForURL(/\/materials$/);
	await p.go(p.at);
	await fill(page, { household: 'other', address: '示例市建设路9号', kin_name: '李示例' });
	await fill(page, { household: 'local' });
	await p.press('保存，下一步');
	await page.waitForURL(/\/materials$/);
	await p.context.close();
});

test('the session runs out in the middle: said at once, and nothing saved is lost', async () => {
	const p = await with_draft(PHONE), { page } = p;
	const first = saved(page);
	await page.fill('[name=address]', F6_LEFT.address);
	await page.press('[name=address]', 'Tab');
	await first;
	await p.context.clearCookies();
	await page.fill('[name=kin_name]', '王示例');
	await page.press('[name=kin_name]', 'Tab');
	await page.waitForSelector('[data-saved][data-state=wrong]');
	await p.look('lost-01-said');
	assert.match(await page.textContent('[data-saved]'), /登录已过期.*前面的都在/);
	await page.click('[data-saved] a');
	await sign_in_here(p, p.visitor.id_no);
	assert.ok(page.url().endsWith(p.at), 'back in the form');
	assert.equal(await page.inputValue('[name=address]'), F6_LEFT.address);
	await p.look('lost-02-back');
	await p.context.close();
});

test('and without JavaScript: signing in leads back to the form', async () => {
	const p = await with_draft(PHONE, { javaScriptEnabled: false }), { page } = p;
	await fill(page, { address: F6_LEFT.address });
	await p.press('先存着');
	await p.go(p.at);
	await p.context.clearCookies();
	await fill(page, { kin_name: '王示例' });
	await p.press('保存，下一步');
	await p.look('lost-03-sign-in');
	await p.press('去登录');
	await sign_in_here(p, p.visitor.id_no);
	assert.ok(page.url().endsWith(p.at), `back in the form, not at ${page.url()}`);
	assert.equal(await page.inputValue('[name=address]'), F6_LEFT.address);
	await p.context.close();
});

// --- paper --------------------------------------------------------------------------------------------------------

test('the largest guide prints with everything in it', async () => {
	const p = await person(browser, DESKTOP);
	await p.go(F8);
	const folded = await p.page.$$eval('main details', (all) => all.map((d) => d.lastElementChild.textContent.replace(/\s+/g, '')));
	const { sheets, text } = await print(p.page, 'guide');
	assert.ok(sheets >= 3 && sheets <= 24, `${sheets} sheets`);
	for (const part of ['办理流程', '常见问题', '监督与救济']) assert.ok(text.includes(part), part);
	for (const part of folded) assert.ok(text.includes(part.slice(0, 12)), `folded away: ${part.slice(0, 40)}`);
	assert.equal(await p.page.locator('main details[open]').count(), 0, 'as it was before');
	await p.context.close();
});

test('every page seen: no script error, nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
