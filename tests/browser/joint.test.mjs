// Joint cases as people see them: a building permit that three departments look at side by side and one grants (F7), and a
// restaurant made of several decisions, one of which is a refusal and one of which is handed over before the others (F8).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { taker } from '../http/cases.mjs';
import { permit, restaurant, team } from '../http/joint.mjs';
import { qr_read } from '../http/qr.mjs';
import { DESKTOP, PHONE, become, faults, fill, launch, person, press_sure, step } from './people.mjs';

let browser, t, c, citizen;
const desk = {};
// at - the browser of an officer
const at = async (who) => {
	desk[who] ??= await person(browser, DESKTOP);
	await become(desk[who], t[who]);
	return desk[who];
};
const row = (p, part) => p.page.locator(`#part-${part}`);
// say - an act on a part, from its button on the page of the case
const say = async (p, part, words, answers, name) => {
	await p.go(`/desk/case/${c.no}`);
	await row(p, part).getByRole('link', { name: words, exact: true }).click();
	await p.page.waitForLoadState();
	await fill(p.page, answers);
	if (name) await p.look(name);
};

before(async () => {
	browser = await launch();
	t = await team();
	citizen = await person(browser, PHONE);
});
after(async () => { await browser.close(); });

step('a permit: civil defence finds its part in its list', async () => {
	c = await permit(t.pre_reviewer, t.clerk, t.housing);
	const p = await at('defence');
	await p.go('/desk');
	assert.match(await p.page.textContent('.tabs'), /联办待办/);
	await p.go('/desk/parts');
	await p.look('joint-01-list');
	await p.page.click(`tr:has-text("${c.no}-04") a`);
	await p.look('joint-02-case');
	assert.equal(await p.page.locator('.part-acts a').count(), 2, 'buttons of its own part only');
});

step('it objects, and the lead cannot grant', async () => {
	const p = await at('defence');
	await say(p, 4, '联办意见：不同意', { note: '防空地下室的防护面积不足。' }, 'joint-03-object');
	await p.press('联办意见：不同意');
	const housing = await at('housing');
	for (const part of [2, 3]) {
		await say(housing, part, '联办意见：同意', { note: '符合要求。' });
		await housing.press('联办意见：同意');
	}
	const chief = await at('chief');
	await chief.go(`/desk/case/${c.no}`);
	await chief.look('joint-04-conflict');
	assert.match(await row(chief, 4).textContent(), /不同意.*防护面积不足/s);
	assert.equal(await chief.page.locator('a[href$="/do/grant"]').count(), 0);
});

step('meanwhile the applicant reads who looks at it, and nothing of what they say to each other', async () => {
	await become(citizen, c.person);
	await citizen.go(`/case/${c.no}`);
	await citizen.look('joint-05-citizen');
	const list = await citizen.page.textContent('.part-list');
	assert.match(list, /已审查\s*防空地下室设计审核/);
	assert.doesNotMatch(await citizen.page.textContent('main'), /防护面积|不同意/);
});

step('after a second opinion the licence is granted', async () => {
	const p = await at('defence');
	await say(p, 4, '联办意见：同意', { note: '图纸已经修改，面积符合要求。' });
	await p.press('联办意见：同意');
	const chief = await at('chief');
	await chief.go(`/desk/case/${c.no}/do/grant`);
	await chief.press('准予');
	await chief.go(`/desk/case/${c.no}`);
	await chief.look('joint-06-granted');
	assert.match(await chief.page.textContent('.case-line'), /已办结/);
	await citizen.go(`/case/${c.no}`);
	assert.match(await citizen.page.textContent('main'), /准予行政许可决定书/);
});

step('a restaurant: the registration opens the other parts', async () => {
	c = await restaurant(t.pre_reviewer, t.clerk, 'singly');
	const p = await at('market');
	await say(p, 1, '准予这一件', {}, 'joint-11-grant-part');
	await p.press('准予这一件');
	await p.go(`/desk/case/${c.no}`);
	await p.look('joint-12-parts');
	assert.match(await row(p, 4).textContent(), /正在办理/);
	const fire = await at('fire');
	await fire.go('/desk/parts');
	assert.equal(await fire.page.locator(`tr:has-text("${c.no}-03")`).count(), 1);
});

step('the signboard is refused, in the name of its own department', async () => {
	const p = await at('urban');
	await say(p, 4, '不予这一件', { reason: '招牌遮挡消防通道，不符合设置规范。' });
	await press_sure(p, '下一步', 'joint-13-refusal');
	const market = await at('market');
	await say(market, 2, '准予这一件', {});
	await market.press('准予这一件');
	await say(market, 2, '这一件送交窗口', {});
	await market.press('这一件送交窗口');
});

step('the food licence is handed over before the others', async () => {
	const p = await at('issuer');
	const { receiver_relation, receiver_name, receiver_tail, receiver_checked } = taker(c.person);
	await say(p, 2, '发放这一件', { receiver_relation, receiver_name, receiver_tail, receiver_checked }, 'joint-14-issue');
	await p.press('发放这一件');
	await p.go(`/desk/case/${c.no}`);
	assert.match(await row(p, 2).textContent(), /领取/);
	await become(citizen, c.person);
	await citizen.go(`/case/${c.no}`);
	await citizen.look('joint-15-citizen');
	const list = await citizen.page.textContent('.part-list');
	assert.match(list, /没有批准\s*户外招牌.*招牌遮挡消防通道/s);
	assert.match(list, /已准予\s*食品经营许可.*结果已经领取/s);
	assert.match(list, /正在办理\s*营业前消防安全检查/);
});

step('with the last decision all is done, and whoever holds the receipt can read it', async () => {
	const p = await at('fire');
	await say(p, 3, '准予这一件', {});
	await p.press('准予这一件');
	await citizen.go(`/case/${c.no}`);
	await citizen.page.getByRole('link', { name: '联办结果通知书' }).click();
	await citizen.look('joint-16-result');
	assert.match(await citizen.page.textContent('main'), /户外招牌.*不予/s);
	const token = /\/t\/\w+/.exec(qr_read((await c.person.get(`/case/${c.no}/receipt`)).text))[0];
	const stranger = await person(browser, PHONE);
	await stranger.go(token);
	await stranger.look('joint-17-token');
	assert.match(await stranger.page.textContent('.part-list'), /食品经营许可/);
	const supervisor = await at('supervisor');
	await supervisor.go(`/desk/case/${c.no}`);
	assert.equal(await supervisor.page.locator('.part-acts a').count(), 0, 'who supervises decides nothing');
});

test('no page of these journeys has a fault', () => { assert.deepEqual(faults, []); });
