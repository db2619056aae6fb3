// An organisation applies through its agent: the form and the materials follow the answers, pre-review returns the file
// once with every reason, the same case comes back corrected and is accepted with what may come later.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, faults, fill, good, judge, launch, person, press_sure, print, sign_in, step, upload } from './people.mjs';

const COMPANY = '91410599MAXX00015U', HYGIENE = '公共场所卫生许可（告知承诺）';
const ANSWERS = {
	legal_rep_id: '410599196208151012', place_address: '示例市幸福街道为民路12号', place_type: ['beauty', 'other'], place_other: '足浴',
	area: '320', staff_count: '6', health_manager: '王示例', truth: '1',
};
const AGENT = {
	agent_name: '赵示例', agent_id_type: '111', agent_id_no: '410599199003070028', agent_phone: '13800000009',
	agent_scope: ['submit', 'correct'], agent_until: '2026-12-31',
};

let browser, agent, reviewer, clerk, short_no;
before(async () => {
	browser = await launch();
	agent = await person(browser, PHONE);
	reviewer = await person(browser, DESKTOP);
	clerk = await person(browser, DESKTOP);
});
after(async () => { await browser.close(); });

step('the form asks for the agent only when there is one', async () => {
	const { page } = agent;
	await sign_in(agent, COMPANY);
	await agent.go('/matters');
	await page.click(`a:has-text("${HYGIENE}")`);
	await agent.press('现在申请');
	await agent.press('开始申请');
	await page.check('[name=mode][value=promise]');
	await page.check('[name=known]');
	await agent.press('选好了');
	assert.equal(await page.inputValue('[name=legal_rep]'), '王示例');
	assert.equal(await page.locator('[name=shop_name]').count(), 0, 'what only natural persons are asked');
	assert.ok(!(await page.isVisible('[name=agent_name]')));
	assert.ok(!(await page.isVisible('[name=place_other]')));
	await fill(page, ANSWERS);
	await page.check('[name=by_agent]');
	assert.ok(await page.isVisible('[name=agent_name]'));
	await agent.press('保存，下一步');
	await agent.look('agent-01-wrong');
	assert.equal(await page.locator('.wrong-summary li').count(), 6);
	await fill(page, AGENT);
	await page.check('[name=central_ac]');
	await agent.look('agent-02-form');
	await agent.press('保存，下一步');
	await page.waitForURL(/\/materials$/);
});

step('so do the materials; a promise and a later date stand in for two of them', async () => {
	const { page } = agent;
	await agent.look('agent-03-materials');
	for (const item of ['authorization', 'agent_id', 'ac_report']) assert.ok(await page.isVisible(`#m-${item}`), item);
	await upload(agent, 'application', good('pages.pdf'));
	await page.waitForSelector('#m-application .file-row a');
	await page.click('#m-plans button:has-text("以后补交")');
	await page.click('#m-test_report button:has-text("承诺")');
	await page.click('#m-ac_report button:has-text("承诺")');
	await upload(agent, 'rules', good('form.docx'));
	await page.waitForSelector('#m-rules .file-row a');
	await upload(agent, 'authorization', good('photo.jpg'));
	await page.waitForSelector('#m-authorization .file-row a');
	await agent.look('agent-04-ready');
	assert.match(await page.textContent('#left'), /都齐了/);
});

step('the receipt names the agent', async () => {
	const { page } = agent;
	await agent.press('下一步：核对提交');
	await agent.look('agent-05-check');
	for (const box of ['agree', 'gap_promise', 'commitment']) await page.check(`[name=${box}]`);
	await agent.press('提交申请');
	await page.waitForURL(/\/receipt$/);
	await agent.look('agent-06-receipt');
	short_no = /case\/([^/]+)\/receipt/.exec(page.url())[1];
	const text = await page.textContent('.receipt');
	for (const part of ['示例市好味餐饮有限公司', '赵示例', '410***********0028', '以书面承诺代替', '容缺后补'])
		assert.ok(text.includes(part), part);
	assert.equal((await print(page, 'agent-receipt')).sheets, 1);
});

step('pre-review returns it once, with every reason', async () => {
	const { page } = reviewer;
	await sign_in(reviewer, 'yushen1', true);
	await reviewer.go(`/desk/case/${short_no}`);
	await reviewer.press('领取并预审');
	await reviewer.press('退回修改');
	await reviewer.look('agent-07-no-reason');
	assert.match(await page.textContent('[role=alert]'), /理由|意见|注明|写明/);
	await judge(reviewer, {
		authorization: ['not_in_form', '委托书没有盖公章。', '请盖公章后重新拍照上传。'],
		rules: ['missing', '没有从业人员健康检查制度。', '请补上这一项制度。'],
	});
	await fill(page, { 'fk.1': 'area' });
	await fill(page, { 'fr.1': '面积与示意图不一致。', 'fd.1': '请按房产证上的面积填写。' });
	await fill(page, { reason: '其余材料没有问题，改好这三处就可以。' });
	await reviewer.look('agent-08-reasons');
	await press_sure(reviewer, '退回修改', 'agent-08-confirm');
	await reviewer.look('agent-09-returned');
	assert.match(await page.textContent('.note-ok'), /退回/);
});

step('each reason stands beside its item, and the applicant answers there', async () => {
	const { page } = agent;
	await agent.go('/account');
	await agent.look('agent-10-account');
	await page.click(`li:has-text("${short_no}") a`);
	await agent.look('agent-11-case');
	await agent.press('去修改');
	await agent.look('agent-12-form');
	assert.match(await page.textContent('.field:has(> [name=area])'), /面积与示意图不一致.*请按房产证/s);
	await fill(page, { area: '260' });
	await agent.press('保存，下一步');
	await page.waitForURL(/\/materials$/);
	assert.match(await page.textContent('#m-authorization .field-back'), /委托书没有盖公章.*请盖公章/s);
	assert.match(await page.textContent('#m-rules .field-back'), /没有从业人员健康检查制度/);
	await upload(agent, 'authorization', good('picture.png'));
	await page.waitForSelector('#m-authorization .file-row:nth-child(2) a');
	await agent.look('agent-13-half');
	await agent.press('下一步：核对提交');
	assert.match(await page.textContent('.note-warn'), /卫生管理制度/);
	await page.click('.note-warn a:has-text("卫生管理制度")');
	await upload(agent, 'rules', good('pages.pdf'));
	await page.waitForSelector('#m-rules .file-row:nth-child(2) a');
	await agent.press('下一步：核对提交');
	await agent.look('agent-14-check');
	for (const box of ['agree', 'gap_promise', 'commitment']) await page.check(`[name=${box}]`);
	await agent.press('提交申请');
	await page.waitForURL(/\/receipt$/);
	assert.ok(page.url().includes(short_no), 'the number stays');
	await agent.look('agent-15-receipt');
});

step('passed, received, accepted with what may come later', async () => {
	const { page } = clerk;
	await reviewer.go(`/desk/case/${short_no}`);
	await reviewer.press('领取并预审');
	await reviewer.look('agent-16-review-again');
	await judge(reviewer);
	await reviewer.press('预审通过');
	await sign_in(clerk, 'chuangkou1', true);
	await clerk.go(`/desk/case/${short_no}`);
	await clerk.press(/^收件$/);
	await judge(clerk);
	await clerk.press(/^受理$/);
	await clerk.look('agent-17-accepted');
	assert.match(await page.textContent('.case-line'), /已受理/);
});

step('the applicant holds the notices, each on one sheet', async () => {
	const { page } = agent;
	await agent.go(`/case/${short_no}`);
	await agent.look('agent-18-accepted');
	for (const [title, parts] of [['受理通知书', ['示例市好味餐饮有限公司', '赵示例']], ['容缺受理通知书', ['方位图']]]) {
		await agent.go(`/case/${short_no}`);
		await page.click(`.doc-list a:text-is("${title}")`);
		await agent.look(`agent-19-${title}`);
		const paper = await print(page, `agent-${title}`);
		assert.equal(paper.sheets, 1);
		for (const part of parts) assert.ok(paper.text.includes(part), `${title}: ${part}`);
	}
});

test('every page seen: no script error, nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
