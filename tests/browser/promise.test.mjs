// Two promises.  By commitment: conditions first, granted the same day, found false, revoked, and the mode refused until the record
// is put right.  A material that comes later: in time and too late; the result is handed over only then.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { acted, every_ok } from '../http/cases.mjs';
import { job, officer, sign_up, sql, until } from '../http/client.mjs';
import { ANSWERS, at_window, granted, place } from '../http/promises.mjs';
import { DESKTOP, PHONE, become, faults, fill, good, launch, person, press_sure, print, set_clock, sign_in, sign_in_here, step, upload } from './people.mjs';

const HYGIENE = '公共场所卫生许可（告知承诺）';
const days = (n) => new Date(Date.parse(`${fs.readFileSync(process.env.PORTAL_CLOCK, 'utf8').slice(0, 10)}T00:00:00Z`) + n * 86400000).toISOString().slice(0, 10);

let browser, citizen, clerk, health, coordinator, who, no;
before(async () => {
	browser = await launch();
	who = await sign_up();
	citizen = await person(browser, PHONE);
	[clerk, health, coordinator] = await Promise.all([1, 2, 3].map(() => person(browser, DESKTOP)));
	await become(citizen, who);
	await sign_in(clerk, 'chuangkou1', true);
	await sign_in(health, 'weijian1', true);
	await sign_in(coordinator, 'tongchou1', true);
});
after(async () => { await browser.close(); });

const state = (p) => p.page.textContent('.case-line');
const letter = async (p, title, name) => {
	await p.page.click(`.doc-list a:text-is("${title}")`);
	await p.look(name);
	return print(p.page, name);
};
// visit - days later nobody is signed in any more; signing in leads on to the page that was asked for.
async function visit(p, login, page) {
	await p.go(page);
	if (/登录/.test(await p.page.textContent('h1'))) await p.press('去登录');
	if (await p.page.locator('main [name=password]').count()) await sign_in_here(p, login);
}

step('the choice: what is asked, and what follows, comes first', async () => {
	const { page } = citizen;
	await citizen.go('/matters');
	await page.click(`a:has-text("${HYGIENE}")`);
	await citizen.press('现在申请');
	await citizen.press('开始申请');
	await page.waitForURL(/\/mode$/);
	await citizen.look('promise-01-choice');
	await citizen.press('选好了');
	assert.match(await page.textContent('.wrong-summary, .field-wrong'), /办理方式|选/);
	await page.check('[name=mode][value=promise]');
	await page.check('[name=known]');
	await citizen.press('选好了');
	await fill(page, ANSWERS);
	await citizen.press('保存，下一步');
	await page.waitForURL(/\/materials$/);
	await upload(citizen, 'application', good('pages.pdf'));
	await page.waitForSelector('#m-application .file-row a');
	await upload(citizen, 'plans', good('picture.png'));
	await page.waitForSelector('#m-plans .file-row a');
	await upload(citizen, 'rules', good('form.docx'));
	await page.waitForSelector('#m-rules .file-row a');
	await page.click('#m-test_report button:has-text("承诺")');
	await citizen.look('promise-02-materials');
});

step('the letter is read and signed with the application', async () => {
	const { page } = citizen;
	await citizen.press('下一步：核对提交');
	await page.check('[name=agree]');
	await citizen.press('提交申请');
	assert.match(await page.textContent('main'), /选了告知承诺，请先看清承诺书，再勾选/);
	await citizen.look('promise-03-not-signed');
	await page.check('[name=commitment]');
	await citizen.press('提交申请');
	await page.waitForURL(/\/receipt$/);
	no = /case\/([^/]+)\/receipt/.exec(page.url())[1];
	const pre = await officer('yushen1'), window_ = await officer('chuangkou2');
	await acted(pre, no, 'pre_review_claim');
	await acted(pre, no, 'pre_review_pass', await every_ok(pre, no));
	await acted(window_, no, 'receive');
});

step('accepted and granted the same day; both letters are there, in two copies', async () => {
	await clerk.go(`/desk/case/${no}`);
	assert.match(await state(clerk), /告知承诺/);
	for (const ok of await clerk.page.locator('input[type=radio][value=ok]').all()) await ok.check();
	await clerk.press(/^受理$/);
	assert.match(await state(clerk), /已受理/);
	await granted(no, await officer('weijian1'));
	await citizen.go(`/case/${no}`);
	await citizen.look('promise-04-granted');
	const notice = await letter(citizen, '行政审批机关告知书', 'promise-05-notice');
	assert.equal(notice.sheets % 2, 0, 'each copy on sheets of its own');
	for (const part of ['一、审批依据', '七、诚信管理', '三日内作出承诺', '不再适用告知承诺的许可方式', '进行检查时提交：第4项', '网上确认'])
		assert.equal(notice.text.split(part).length - 1, 2, part);
	await citizen.go(`/case/${no}`);
	const own = await letter(citizen, '信用承诺书', 'promise-06-letter');
	assert.equal(own.sheets, 2);
	for (const part of ['（一）已经知晓行政许可实施机关告知的全部内容', '（九）本承诺书在“信用', '申请人（委托代理人）（签字盖章）', '行政许可实施机关（盖章）', '申请人留存', '行政许可实施机关留存'])
		assert.ok(own.text.includes(part), part);
	await citizen.page.setViewportSize(DESKTOP);
	await citizen.look('promise-06-letter-wide');
	await citizen.page.setViewportSize(PHONE);
});

step('the check finds it false: revoked, recorded, told', async () => {
	const { page } = health;
	await health.go('/desk/checks');
	await health.look('promise-07-checks');
	await page.click(`tr:has-text("${no}") a:has-text("撤销")`);
	await page.check('[name=revoke][value=false_promise]');
	await fill(page, { reason: '现场核查：没有独立的清洗消毒间，与承诺不符。' });
	await health.look('promise-08-revoke');
	await press_sure(health, '核对文书', 'promise-09-confirm');
	assert.match(await state(health), /已撤销/);
	await citizen.go(`/case/${no}`);
	await citizen.look('promise-10-revoked');
	await citizen.go('/account/credit');
	await citizen.look('promise-11-record');
	assert.match(await citizen.page.textContent('main'), /没有独立的清洗消毒间/);
});

step('the mode is refused, the ordinary way is open, and the record can be put right', async () => {
	const { page } = citizen;
	await citizen.go('/matters');
	await page.click(`a:has-text("${HYGIENE}")`);
	await citizen.press('现在申请');
	await citizen.press(/开始申请|另外申请一件/);
	await page.waitForURL(/\/mode$/);
	const mode = page.url();
	await citizen.look('promise-12-refused');
	assert.match(await page.textContent('.note-wrong'), /还没有修复/);
	assert.equal(await page.locator('[name=mode][value=promise]').count(), 0);
	await coordinator.go('/desk/credit');
	await coordinator.look('promise-13-records');
	await coordinator.page.click(`tr:has-text("${no}") a:has-text("登记修复")`);
	await fill(coordinator.page, { reason: '已经建成独立的清洗消毒间，复查合格。' });
	await coordinator.look('promise-14-repair');
	await coordinator.press('登记修复');
	await coordinator.look('promise-15-repaired');
	await page.goto(mode);
	assert.equal(await page.locator('[name=mode][value=promise]').count(), 1);
});

// --- a material that comes later ------------------------------------------------------------------------------------

let soon, late;
step('two cases lack their plans; the result waits', async () => {
	const pre = await officer('yushen1'), window_ = await officer('chuangkou2'), dept = await officer('weijian1');
	const cases = [];
	for (const at of [0, 1]) {
		const applicant = at ? await sign_up() : who;
		const { page } = await place(applicant, 'ordinary', { plans: 'gap' });
		const number = await at_window(applicant, page, pre, window_);
		await acted(window_, number, 'accept', await every_ok(window_, number));
		await granted(number, dept);
		cases.push({ no: number, person: applicant });
	}
	[soon, late] = cases;
	await citizen.go(`/case/${soon.no}`);
	await citizen.look('promise-16-held');
	assert.match(await citizen.page.textContent('main'), /您承诺后补的材料，一共 1 项/);
	const notice = await letter(citizen, '容缺受理通知书', 'promise-17-deficient');
	assert.match(notice.text, /方位图、平面图和卫生设施布局图/);
	await citizen.go(`/case/${soon.no}`);
	const promise = await letter(citizen, '容缺受理承诺书', 'promise-18-gap-promise');
	assert.match(promise.text, /网上确认/);
	await health.go(`/desk/case/${soon.no}`);
	assert.equal(await health.page.locator('button[value=hand_result]').count(), 0);
	await clerk.go('/desk/gaps');
	await clerk.look('promise-19-gaps');
});

step('within the time: uploaded, judged, closed, and then handed over', async () => {
	await citizen.go(`/case/${soon.no}`);
	await upload(citizen, 'plans', good('picture.png'));
	await citizen.page.waitForSelector('#m-plans .file-row a');
	await citizen.page.reload();
	await citizen.look('promise-20-supplied');
	await clerk.go(`/desk/case/${soon.no}`);
	await clerk.page.check('[name="v.plans"][value=ok]');
	await clerk.look('promise-21-judge');
	await clerk.press('容缺材料已补齐');
	assert.match(await state(clerk), /已办结/);
	await health.go(`/desk/case/${soon.no}`);
	await health.press('结果送交窗口');
	assert.match(await state(health), /待出件/);
});

step('past the day: an alarm, paper at the window, and only then the result', async () => {
	const [[due]] = sql(`SELECT gap_due FROM cases WHERE short_no = '${late.no}'`);
	set_clock(`${due} 23:00:00`);
	set_clock(`${days(1)} 09:30:00`);
	await until('the alarm', async () => {
		await job('clock');
		return sql(`SELECT COUNT(*) FROM alert a JOIN cases c ON c.id = a.case_id WHERE c.short_no = '${late.no}' AND a.kind = 'gap_overdue'`)[0][0] === '1';
	});
	await visit(health, 'weijian1', `/desk/case/${late.no}`);
	await health.look('promise-22-overdue');
	assert.equal(await health.page.locator('a:has-text("终止办理")').count(), 1);
	await visit(clerk, 'chuangkou1', `/desk/case/${late.no}/gaps`);
	await clerk.look('promise-23-window');
	await clerk.press('收到纸质件');
	await clerk.look('promise-24-taken');
	await clerk.press('去审核');
	await clerk.page.check('[name="v.plans"][value=ok]');
	await clerk.press('容缺材料已补齐');
	await visit(health, 'weijian1', `/desk/case/${late.no}`);
	await health.press('结果送交窗口');
	assert.match(await state(health), /待出件/);
});

test('no page had a fault', () => assert.deepEqual(faults, []));
