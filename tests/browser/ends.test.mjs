// How an application ends without a decision, and what keeps officers within their bounds: refusal to accept, withdrawal,
// return of the whole file, termination; a department that confirms notices and accepts itself; a second notice.
// The cases are brought to the window by the helpers of the HTTP tests.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acted, every_ok, one_bad, received } from '../http/cases.mjs';
import { officer } from '../http/client.mjs';
import { DESKTOP, PHONE, become, faults, fill, good, judge, launch, person, press_sure, print, sign_in, upload } from './people.mjs';

let browser, citizen, clerk, transport, civil, market, supervisor, at;
const WRONG_RULES = { application: ['not_in_form', '申请表没有签名。', '请签名后重新拍照上传。'] };

before(async () => {
	browser = await launch();
	const pre = await officer('yushen1'), window = await officer('chuangkou2');
	at = { pre, window };
	for (const [name, options] of Object.entries({
		light: { matter: 'F3', answers: { mass: 'under' } }, truck: { matter: 'F3' }, shop: { matter: 'F4' }, given_up: {}, ended: {}, twice: {},
	})) at[name] = await received(pre, window, options);
	citizen = await person(browser, PHONE);
	[clerk, transport, civil, market, supervisor] = await Promise.all([1, 2, 3, 4, 5].map(() => person(browser, DESKTOP)));
	await sign_in(clerk, 'chuangkou1', true);
	await sign_in(transport, 'jiaoyun1', true);
	await sign_in(civil, 'minzheng1', true);
	await sign_in(market, 'shijian1', true);
	await sign_in(supervisor, 'jiancha1', true);
});
after(async () => { await browser.close(); });

const desk = (p, c) => p.go(`/desk/case/${c.no}`);
async function mine(c) {
	await citizen.context.clearCookies();
	await become(citizen, c.person);
	await citizen.go(`/case/${c.no}`);
}
const state = (p) => p.page.textContent('.case-line');
const alert_of = (p) => p.page.textContent('[role=alert]');
const paper = async (p, title, name) => {
	await p.page.click(`.doc-list a:has-text("${title}")`);
	await p.look(name);
	return print(p.page, name);
};

test('not accepted, because no licence is needed: said with reason, authority and remedies', async () => {
	const { page } = transport;
	await desk(clerk, at.light);
	assert.equal(await clerk.page.locator('button[value=accept]').count(), 0, 'here the department accepts');
	await transport.go('/desk');
	await transport.look('ends-01-department');
	await page.click(`a:has-text("${at.light.no}")`);
	await transport.press('不予受理');
	await transport.press('核对文书');
	await transport.look('ends-02-no-reason');
	assert.match(await alert_of(transport), /情形|理由/);
	await page.check('[name=ground][value=no_licence]');
	await fill(page, { reason: '您的货车总质量3.5吨，使用4.5吨以下普通货车从事普通货运，不需要办理道路运输经营许可证。' });
	await transport.look('ends-03-refuse');
	await press_sure(transport, '核对文书', 'ends-04-confirm');
	await transport.look('ends-04-refused');
	assert.match(await state(transport), /不予受理/);
	await mine(at.light);
	await citizen.look('ends-05-told');
	assert.match(await citizen.page.textContent('.now-box'), /不予受理/);
	const { sheets, text } = await paper(citizen, '不予受理决定书', 'ends-06-decision');
	assert.equal(sheets, 1);
	for (const part of ['总质量3.5吨', '第三十二条第一款第（一）项', '示例市交通运输局', '六十日内', '行政复议', '六个月内', '行政诉讼'])
		assert.ok(text.includes(part), part);
});

test('a department confirms the notice, the window gives it, the department accepts', async () => {
	const { page } = clerk;
	await desk(clerk, at.truck);
	await judge(clerk, WRONG_RULES);
	await clerk.press('请部门确认补正内容');
	await clerk.look('ends-07-asked');
	await transport.go('/desk');
	await transport.look('ends-08-to-confirm');
	assert.match(await transport.page.textContent(`tr:has-text("${at.truck.no}")`), /等部门确认/);
	await desk(transport, at.truck);
	await transport.press('不同意补正内容');
	await fill(transport.page, { note: '还缺停车场地证明的说明，请一并写上。' });
	await transport.look('ends-09-decline');
	await transport.press('不同意补正内容');
	await desk(clerk, at.truck);
	await clerk.look('ends-10-declined');
	assert.match(await page.textContent('.timeline'), /请一并写上/);
	await clerk.press('请部门确认补正内容');
	await desk(transport, at.truck);
	await transport.press('确认补正内容');
	await desk(clerk, at.truck);
	await press_sure(clerk, '发出一次性告知书');
	assert.match(await state(clerk), /补正/);
	await mine(at.truck);
	await upload(citizen, 'application', good('picture.png'));
	await citizen.page.waitForSelector('#fix-answer button');
	await citizen.press('提交补正材料');
	await desk(transport, at.truck);
	await judge(transport);
	await transport.press(/^受理$/);
	await transport.look('ends-11-accepted-by-department');
	assert.match(await state(transport), /已受理/);
});

test('an incomplete registration goes back as a whole', async () => {
	await desk(clerk, at.shop);
	assert.equal(await clerk.page.locator('button[value=notify_correction]').count(), 0);
	await judge(clerk, { premises: ['missing', '没有经营场所的使用文件。', '请提供平台出具的网络经营场所使用证明。'] });
	await press_sure(clerk, '退件并一次性告知', 'ends-12-confirm');
	await clerk.look('ends-12-returned');
	await mine(at.shop);
	await citizen.look('ends-13-file-returned');
	assert.match(await citizen.page.textContent('.now-box'), /退件|重新申请/);
	assert.doesNotMatch(await citizen.page.textContent('.now-box'), /不予受理决定书/);
});

test('a citizen withdraws: asked once more, with a reason, and it is over', async () => {
	const { page } = citizen;
	await mine(at.given_up);
	await citizen.press('撤回申请');
	await citizen.press('确定撤回');
	await citizen.look('ends-14-why');
	assert.match(await page.textContent('.field-wrong'), /原因/);
	await fill(page, { reason: '情况有变，暂时不办了。' });
	await citizen.press('确定撤回');
	await citizen.look('ends-15-withdrawn');
	assert.match(await page.textContent('.now-box'), /撤回/);
	assert.equal(await page.locator('a[href$="/withdraw"]').count(), 0);
	const { sheets, text } = await paper(citizen, '撤回', 'ends-16-withdrawal');
	assert.equal(sheets, 1);
	assert.ok(text.includes(at.given_up.no));
	await desk(clerk, at.given_up);
	await clerk.look('ends-17-over');
	assert.match(await state(clerk), /已撤回/);
	assert.equal(await clerk.page.locator('.act-bar button, .act-row button').count(), 0);
});

test('a department terminates, with its reason', async () => {
	const { page } = civil;
	await acted(at.window, at.ended.no, 'accept', await every_ok(at.window, at.ended.no));
	await desk(civil, at.ended);
	await civil.press('终止办理');
	await fill(page, { reason: '申请人已经去世，家属提出不再办理。' });
	await civil.look('ends-18-terminate');
	await press_sure(civil, '核对文书', 'ends-18-confirm');
	assert.match(await state(civil), /已终止/);
	await mine(at.ended);
	await citizen.look('ends-19-terminated');
	assert.match(await citizen.page.textContent('main'), /家属提出不再办理/);
	const { sheets, text } = await paper(citizen, '终止', 'ends-20-termination');
	assert.equal(sheets, 1);
	assert.ok(text.includes('家属提出不再办理'));
});

test('a second notice is refused until a supervisor permits it', async () => {
	const { person: applicant, no } = at.twice, again = { photo: ['not_in_form', '照片有折痕。', '请交一张没有折痕的照片。'] };
	await acted(at.window, no, 'notify_correction', one_bad);
	await mine(at.twice);
	await upload(citizen, 'photo', good('picture.png'));
	await citizen.page.waitForSelector('#fix-answer button');
	await citizen.press('提交补正材料');
	assert.match(await citizen.page.textContent('.now-box'), /窗口正在核对/);
	await desk(clerk, at.twice);
	await judge(clerk, again);
	await clerk.press('发出一次性告知书');
	await clerk.look('ends-21-second-refused');
	assert.match(await alert_of(clerk), /一次告知.*监察/);
	assert.equal(await clerk.page.inputValue('[name="r.photo"]'), '照片有折痕。');
	await supervisor.go('/desk');
	await supervisor.look('ends-22-supervisor');
	await desk(supervisor, at.twice);
	assert.equal(await supervisor.page.locator('[name="v.photo"]').count(), 0, 'who supervises changes nothing in a case');
	await supervisor.press('批准再次告知补正');
	await fill(supervisor.page, { note: '新照片在邮寄途中损坏，属实。' });
	await supervisor.look('ends-23-permit');
	await supervisor.press('批准再次告知补正');
	await desk(clerk, at.twice);
	await judge(clerk, again);
	await press_sure(clerk, '发出一次性告知书');
	await clerk.look('ends-24-second-given');
	assert.match(await state(clerk), /补正/);
	assert.ok(applicant.id_no);
});

test('another department finds nothing there', async () => {
	const answer = await market.go(`/desk/case/${at.truck.no}`);
	assert.equal(answer.status(), 404);
	await market.look('ends-25-not-yours');
	await market.go(`/desk/find?q=${at.truck.no}`);
	await market.look('ends-26-not-found');
	assert.match(await market.page.textContent('main'), /没有找到/);
});

test('an act that cannot be done says why', async () => {
	const c = await received(at.pre, at.window);
	await desk(clerk, c);
	await judge(clerk, { photo: ['missing', '没有照片。', '请交一张照片。'] });
	await clerk.press(/^受理$/);
	await clerk.look('ends-27-not-complete');
	assert.match(await alert_of(clerk), /不齐全/);
	assert.ok(await clerk.page.isChecked('[name="v.photo"][value=missing]'));
	await acted(at.window, c.no, 'claim');
	await judge(clerk);
	await clerk.press(/^受理$/);
	await clerk.look('ends-28-somebody-else');
	assert.match(await alert_of(clerk), /示例·窗口员二.*先操作/);
});

test('every page seen: no script error, nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
