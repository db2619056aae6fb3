// Ratings in the browser, from both sides: one case whose applicant rates from the receipt without JavaScript, says more about
// it later, is answered by a named officer and rates again; the screen at a window; what everybody can read of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { counter_draft, counter_received, submitted } from '../http/cases.mjs';
import { job, officer, officer_add, sql } from '../http/client.mjs';
import { DESKTOP, PHONE, become, faults, fill, launch, person, sign_in, step } from './people.mjs';

const SCREEN = { width: 1080, height: 1920 };
const WORDS = '叫号叫过了，又等了一个小时。';
const REPLY = '对不起，让您久等。叫号屏已经修好，过号的可以在导办台重新排。';

let browser, plain, author, handler, screen, reader, c, order;
before(async () => {
	browser = await launch();
	plain = await person(browser, PHONE, { javaScriptEnabled: false });
	author = await person(browser, PHONE);
	handler = await person(browser, DESKTOP);
	screen = await person(browser, SCREEN);
	reader = await person(browser, DESKTOP);
	c = await submitted();
	await become(plain, c.person);
});
after(async () => { await browser.close(); });

const text_of = async ({ page }, selector = 'main') => (await page.textContent(selector)).replace(/\s+/g, ' ');
// tap - with a finger's patience: the target is large enough for one.
async function tap(p, selector) {
	const target = p.page.locator(selector).first();
	const box = await target.boundingBox();
	assert.ok(box.height >= 44 && box.width >= 44, `${selector} is ${box.width} x ${box.height}`);
	await target.click();
	await p.page.waitForLoadState();
}

step('two taps without JavaScript, from the page of the case: a level and send', async () => {
	await plain.go(`/case/${c.no}`);
	await tap_link(plain, '请您评价这次办理');
	assert.equal(await plain.page.locator('input[type=radio]:checked, input[type=checkbox]:checked').count(), 0);
	await plain.look('rating-01-ask');
	const [ask, send] = await Promise.all(['.rate-levels legend', 'form.rate-form > button'].map((s) => plain.page.locator(s).boundingBox()));
	assert.ok(send.y + send.height - ask.y <= PHONE.height * 0.7, 'question, levels and send are seen together');
	await tap(plain, 'form.rate-form > button');
	await plain.look('rating-02-no-level');
	assert.match(await text_of(plain, '.field-wrong'), /请选择满意程度/);
	await tap(plain, '.rate-choice-4');
	await tap(plain, 'form.rate-form > button');
	await plain.look('rating-03-given');
	assert.match(await text_of(plain), /满意.*没有留姓名/);
});
async function tap_link(p, words) {
	await p.page.click(`main a:has-text("${words}")`);
	await p.page.waitForLoadState();
}

step('the same right on another phone, nobody signed in: changed, with words and a telephone', async () => {
	const { page } = author;
	await page.goto(plain.page.url());
	await author.look('rating-03-other-phone');
	await page.click('summary:has-text("修改评价")');
	await page.locator('.rate-choice-1').click();
	await fill(page, { 'tag.slow': '1', text: WORDS, contact: '13800001234' });
	await author.look('rating-04-change');
	await tap(author, 'form.rate-form > button');
	await author.look('rating-05-bad');
	assert.match(await text_of(author), /会有专人处理/);
	order = await text_of(author, '.rate-order .num');
});

step('somebody else takes it up, by name, hears the author and answers', async () => {
	const { page } = handler;
	await sign_in(handler, 'tousu1', true);
	await handler.go('/desk/ratings?tab=new');
	await handler.look('rating-06-worklist');
	await tap_link(handler, order);
	await handler.look('rating-07-order');
	// act - opens one row of what is possible, fills it in, sends it
	const act = async (label, fields = {}, name = null) => {
		const one = page.locator('details.rate-act').filter({ has: page.locator(`summary:text-is("${label}")`) });
		if (!await one.evaluate((e) => e.open)) await one.locator('summary').click();
		for (const [field, value] of Object.entries(fields)) {
			const control = one.locator(`[name=${field}]`);
			if (await control.first().evaluate((e) => e.type) === 'radio') await one.locator(`[name=${field}][value=${value}]`).check();
			else await control.fill(value);
		}
		if (name) await handler.look(name);
		await one.locator('button').click();
		await page.waitForLoadState();
		return one;
	};
	await act('由我办理');
	await author.page.reload();
	assert.match(await text_of(author, '.rate-order'), /示例·投诉接收员（不是您评价的人）/);
	await fill(page, { why: '电话回访' });
	await handler.press('查看联系方式');
	await handler.look('rating-08-reveal');
	assert.match(await text_of(handler), /13800001234/);
	await act('登记联系情况', { words: '电话里听本人说了经过。' });
	const kept = await act('登记核实结果', { finding: 'true' });
	assert.equal(page.url().split('/').pop(), order);
	assert.ok(await page.locator('[role=alert]').count(), 'what was found has to be said in words too');
	assert.ok(await kept.locator('[name=finding][value=true]').isChecked(), 'what was chosen stays');
	await handler.look('rating-09-why');
	await act('登记核实结果', { finding: 'true', words: '看了叫号记录，是屏幕坏了。' });
	await act('已经整改，答复评价人', { words: '换了屏幕。', reply: REPLY }, 'rating-10-reply');
	await handler.look('rating-11-replied');
	assert.match(await text_of(handler), /已答复，等再次评价/);
});

step('the author reads the answer and rates again; the officer sees that it passed', async () => {
	await author.page.reload();
	assert.match(await text_of(author), new RegExp(`${REPLY}.*现在，您满意吗`));
	await author.look('rating-12-answer');
	await tap(author, '.rate-choice-4');
	await tap(author, 'form.rate-form > button');
	await author.look('rating-13-again');
	assert.match(await text_of(author, '.rate-order'), /再次评价通过/);
	await handler.page.reload();
	await handler.look('rating-14-passed');
	assert.match(await text_of(handler), /再次评价：\s*满意/);
});

step('the screen at a window asks whoever was just served, thanks, and waits', async () => {
	const login = officer_add({ name: '示例·窗口屏', keys: ['clerk'] });
	sql(`INSERT INTO window_duty (window_code, staff_id, post, from_day) SELECT 'B01', id, 'A', '2026-01-01' FROM staff WHERE login = '${login}'`);
	await sign_in(screen, 'quhao1', true);
	// it looks again by itself every few seconds (tests/http/rating.test.mjs), and must not while it is being looked at
	await screen.page.route(/\/rate\/window\//, async (r) => {
		if (r.request().method() !== 'GET') { await r.continue(); return; }
		const answer = await r.fetch();
		const { refresh, ...headers } = answer.headers();
		assert.ok(refresh);
		await r.fulfill({ response: answer, headers });
	});
	await screen.go('/rate/window/B01');
	await screen.look('rating-15-screen-idle');
	const clerk = await officer(login);
	await counter_received(clerk, await counter_draft(clerk));
	await screen.page.reload();
	await screen.look('rating-16-screen-asks');
	const keys = await screen.page.locator('.rate-key').evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height));
	assert.equal(keys.length, 5);
	assert.ok(Math.min(...keys) >= 120, `keys of ${Math.min(...keys)} px`);
	await screen.page.locator('.rate-key:has-text("基本满意")').click({ noWaitAfter: true });
	await screen.page.waitForSelector('h1:has-text("谢谢您的评价")');
	assert.equal(sql("SELECT level FROM rating WHERE window_code = 'B01'")[0][0], '3');
	await screen.go('/rate/window/B01?thanks=1'); // the page that came, standing still
	await screen.look('rating-17-screen-thanks');
});

step('everybody reads the words with the answer, and numbers once there are enough', async () => {
	await reader.go('/rate');
	await reader.look('rating-18-public-few');
	// more of the kind that the pages above wrote, each with an invitation of its own
	for (let i = 0; i < 12; i++)
		sql(`INSERT INTO rating (kind, channel, dept_code, matter_code, matter_name, level, given_day, anonymous)
			SELECT kind, channel, dept_code, matter_code, matter_name, ${[5, 5, 4, 3, 5, 2][i % 6]}, given_day, 1 FROM rating WHERE round = 1 ORDER BY id LIMIT 1;
			INSERT INTO rating_invite (ref, kind, subject, stage, dept_code, matter_code, matter_name, first_day, made_at, until_day)
			SELECT RANDOM_BYTES(8), kind, 'more${i}', stage, dept_code, matter_code, matter_name, first_day, made_at, until_day
			FROM rating_invite ORDER BY id LIMIT 1`);
	await job('clock');
	for (const [p, name] of [[reader, 'desktop'], [author, 'phone'], [plain, 'phone-plain']]) {
		await p.go('/rate');
		await p.look(`rating-19-public-${name}`);
		const told = await text_of(p);
		assert.match(told, /按部门/);
		assert.ok(told.includes(WORDS) && told.includes(REPLY) && !told.includes('示例人'), told);
	}
});

step('the same words about another service: a person looks first, says why, and the words appear', async () => {
	const { page } = handler, again = await submitted('F6', { person: c.person });
	await plain.go(`/case/${again.no}`);
	await tap_link(plain, '请您评价这次办理');
	await plain.page.locator('.rate-choice-5').click();
	await plain.page.click('summary:has-text("再说几句")');
	await fill(plain.page, { text: WORDS });
	await tap(plain, 'form.rate-form > button');
	await handler.go('/desk/ratings/review');
	await handler.look('rating-20-review');
	assert.match(await text_of(handler), /同一人对几次服务写了同样的话/);
	await page.locator('[name=words][value=public]').check();
	await page.locator('[name=counts][value=yes]').check();
	await handler.press('审核');
	await page.waitForSelector('.wrong-summary');
	await handler.look('rating-21-review-why');
	assert.ok(await page.locator('[name=counts][value=yes]').isChecked(), 'what was chosen stays');
	await fill(page, { note: '两次确实都等了很久' });
	await handler.press('审核');
	await handler.go('/desk/ratings/review');
	await handler.look('rating-22-review-none');
	assert.match(await text_of(handler), /没有要审核的评价/);
	await page.setViewportSize(PHONE);
	for (const url of ['/desk/ratings', `/desk/ratings/${order}`, '/desk/ratings/review']) {
		await handler.go(url);
		await handler.look(`rating-23-phone${url.replaceAll('/', '-')}`);
	}
});

test('every page seen: nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
