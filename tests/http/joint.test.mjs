// Joint cases through the pages: departments work side by side, each sees what it has a part in and nothing else, and says or
// decides its own part only; the applicant sees in plain words how far each part is.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { act, acted, case_page, taker } from './cases.mjs';
import { said, words } from './client.mjs';
import { permit, restaurant, team } from './joint.mjs';

let t;
before(async () => { t = await team(); });

const files_of = (text) => [...text.matchAll(/\/file\/(\d+)/g)].map(([, id]) => id);
const documents_of = (text) => [...text.matchAll(/documents\/(\d+)/g)].map(([, id]) => id);

test('one licence: every department has its part, its clock and its button', async () => {
	const c = await permit(t.pre_reviewer, t.clerk, t.housing);
	const theirs = await case_page(t.defence, c.no);
	assert.equal(theirs.status, 200, said(theirs));
	assert.match(theirs.text, new RegExp(`${c.no}-04`));
	assert.match(theirs.text, /do\/part_agree\?part=4/);
	assert.doesNotMatch(theirs.text, /do\/part_agree\?part=2/, 'the part of another department');
	assert.doesNotMatch(theirs.text, /do\/grant/);
	const ask = await t.defence.get(`/desk/case/${c.no}/do/part_agree?part=4`);
	assert.match(words(ask), /防空地下室设计审核/);
	assert.match(ask.text, /name="part" value="4"/);

	// the lead sees all of it and waits
	assert.equal((await act(t.chief, c.no, 'grant')).status, 403);
	assert.equal((await act(t.defence, c.no, 'part_agree', { part: 2, note: '越权' })).status, 403);
	assert.equal((await act(t.defence, c.no, 'part_agree', { part: 4 })).status, 422, 'an opinion says something');
	await acted(t.defence, c.no, 'part_object', { part: 4, note: '防护面积不足' });
	await acted(t.housing, c.no, 'part_agree', { part: 2, note: '消防设计符合要求' });
	await acted(t.housing, c.no, 'part_agree', { part: 3, note: '手续齐全' });
	const refused = await act(t.chief, c.no, 'grant');
	assert.equal(refused.status, 403);
	assert.match(words(refused), /不同意/);
	assert.match(words(await case_page(t.chief, c.no)), /防护面积不足/);

	// the applicant hears that it was looked at, not what the departments said to each other
	const own = await c.person.get(`/case/${c.no}`);
	assert.match(words(own), /各部门审查到哪一步/);
	assert.doesNotMatch(words(own), /防护面积不足|不同意/);
	for (const id of documents_of((await case_page(t.defence, c.no)).text))
		if (/防护面积不足/.test((await t.defence.get(`/desk/case/${c.no}/documents/${id}`)).text))
			assert.equal((await c.person.get(`/case/${c.no}/notice/${id}`)).status, 404);

	await acted(t.defence, c.no, 'part_agree', { part: 4, note: '图纸已修改' });
	await acted(t.chief, c.no, 'grant');
	assert.match(words(await case_page(t.chief, c.no)), /已办结|待出件/);
});

test('a department without a part sees nothing: page, files, papers, search, list', async () => {
	const c = await restaurant(t.pre_reviewer, t.clerk);
	const page = await case_page(t.market, c.no);
	const [file] = files_of(page.text);
	const [paper] = documents_of(page.text);
	const tries = async (who) => [
		(await case_page(who, c.no)).status, (await who.get(`/file/${file}`)).status,
		(await who.get(`/desk/case/${c.no}/documents/${paper}`)).status, (await who.get(`/desk/case/${c.no}/do/part_grant?part=3`)).status,
	];
	const finds = async (who) => (await who.get(`/desk/find?q=${c.no}`)).status;
	assert.deepEqual(await tries(t.health), [404, 404, 404, 404]);
	assert.deepEqual(await tries(t.fire), [404, 404, 404, 404], 'its part has not been opened yet');
	assert.equal(await finds(t.fire), 200, 'nothing found');
	assert.equal((await act(t.fire, c.no, 'part_grant', { part: 3, version: 1 })).status, 404);
	await acted(t.market, c.no, 'part_grant', { part: 1 });
	assert.deepEqual(await tries(t.fire), [200, 200, 200, 200]);
	assert.equal(await finds(t.fire), 303);
	assert.deepEqual(await tries(t.health), [404, 404, 404, 404]);
	assert.ok((await t.fire.get('/desk/parts')).text.includes(`${c.no}-03`));
	assert.ok(!(await t.health.get('/desk/parts')).text.includes(c.no));
	assert.ok((await t.supervisor.get('/desk/parts')).text.includes(`${c.no}-03`));
	assert.match(words(await t.fire.get('/desk')), /联办待办/);
	assert.equal((await t.clerk.get('/desk/parts')).status, 403);
	assert.equal((await c.person.get('/desk/parts')).status, 401);
});

test('one thing: a refusal stops nothing else, and each result goes out by itself', async () => {
	const c = await restaurant(t.pre_reviewer, t.clerk);
	const handed = { ...taker(c.person), page: 'ask' };
	assert.match(words(await c.person.get(`/case/${c.no}`)), /每一件办到哪一步.*办好一件领一件/);
	await acted(t.market, c.no, 'part_grant', { part: 1 });
	// what is refused is shown first, as it will be printed: in the name of its own department
	const first = await t.urban.post(`/desk/case/${c.no}/act`, {
		act: 'part_refuse', part: 4, reason: '招牌遮挡消防通道', version: 999, page: 'ask',
	});
	assert.match(first.text, /data-confirm/);
	assert.match(words(first), /示例市城市管理局.*招牌遮挡消防通道.*行政复议/s);
	await acted(t.urban, c.no, 'part_refuse', { part: 4, reason: '招牌遮挡消防通道' });
	await acted(t.market, c.no, 'part_grant', { part: 2 });
	assert.equal((await act(t.issuer, c.no, 'part_issue', { ...handed, part: 3 })).status, 403, 'not decided yet');
	assert.equal((await act(t.issuer, c.no, 'part_issue', { ...handed, part: 2 })).status, 403, 'still with the department');
	assert.equal((await act(t.fire, c.no, 'part_hand_result', { part: 2 })).status, 403, 'not theirs');
	await acted(t.market, c.no, 'part_hand_result', { part: 2 });
	assert.equal((await act(t.issuer, c.no, 'part_issue', { part: 2 })).status, 422, 'nobody looked at a document');
	await acted(t.issuer, c.no, 'part_issue', { ...handed, part: 2 });
	assert.equal((await act(t.issuer, c.no, 'part_issue', { ...handed, part: 2 })).status, 403, 'never twice');
	const own = words(await c.person.get(`/case/${c.no}`));
	assert.match(own, /没有批准 户外招牌/);
	assert.match(own, /招牌遮挡消防通道/);
	assert.match(own, /已准予 食品经营许可/);
	assert.match(own, /结果已经领取/);
	assert.match(own, /正在办理 营业前消防安全检查/);

	await acted(t.fire, c.no, 'part_grant', { part: 3 });
	assert.match(words(await case_page(t.market, c.no)), /已办结/);
	for (const [part, from] of [[1, t.market], [3, t.fire], [4, t.urban]]) {
		await acted(from, c.no, 'part_hand_result', { part });
		await acted(t.clerk, c.no, 'part_issue', { ...handed, part });
	}
	assert.match(words(await case_page(t.market, c.no)), /已送达/);
	assert.match(words(await c.person.get(`/case/${c.no}`)), /各件的结果都已领取/);
});

test('the counter hands over one result: from the scanned receipt, never twice, with its own proof', async () => {
	const c = await restaurant(t.pre_reviewer, t.clerk);
	const hand = (part, more = {}) => t.issuer.post(`/desk/case/${c.no}/act`, {
		act: 'part_issue', part, version: 999, ...taker(c.person), page: 'issue', ...more,
	});
	for (const part of [1, 2]) await acted(t.market, c.no, 'part_grant', { part });
	await acted(t.market, c.no, 'part_hand_result', { part: 2 });
	assert.match(words(await t.issuer.get('/desk/issue?tab=parts')), new RegExp(`${c.no}-02.*食品经营许可`));
	assert.doesNotMatch(words(await t.issuer.get('/desk/issue?tab=parts')), new RegExp(`${c.no}-01`));
	assert.match(words(await c.person.get(`/case/${c.no}`)), /结果已到窗口，可以先来领这一件/);

	const page = await t.issuer.get((await t.issuer.get(`/desk/issue?q=${c.no}`)).headers.location);
	assert.match(words(page), /食品经营许可 已准予.*到窗口 发放这一件/);
	assert.match(words(page), /营业执照（登记或者核验） 已准予.*还在部门/);
	assert.doesNotMatch(page.text, /登记签收，发放结果/, 'which one has to be chosen first');
	const one = await t.issuer.get(`/desk/issue/${c.no}?part=2`);
	assert.match(words(one), /当面发放：食品经营许可/);
	assert.match(one.text, /name="part" value="2"/);
	assert.doesNotMatch(words(one), /要交付的文书.*营业执照 （/, 'papers of that one only');
	assert.doesNotMatch((await t.issuer.get(`/desk/issue/${c.no}?part=1`)).text, /登记签收，发放结果/, 'not at the window');

	const unseen = await hand(2, { receiver_checked: undefined });
	assert.equal(unseen.status, 422);
	assert.match(words(unseen), /先核对.*当面发放：食品经营许可/s);
	assert.equal((await hand(1)).status, 403);
	const given = await hand(2);
	assert.equal(given.status, 303, said(given));
	assert.equal(given.headers.location, `/desk/issue/${c.no}`);
	const after = await t.issuer.get(given.headers.location);
	assert.match(words(after), new RegExp(`食品经营许可 已准予.*由 ${c.person.name} 领取`));
	assert.match(words(after), /送达回证/);
	assert.doesNotMatch(words(await t.issuer.get('/desk/issue?tab=parts')), new RegExp(`${c.no}-02`));
	assert.equal((await hand(2, taker({ name: '他示例', id_no: c.person.id_no }))).status, 403, 'never twice');
	const [proof] = [...after.text.matchAll(/documents\/(\d+)">送达回证/g)].map(([, id]) => id);
	const paper = words(await t.issuer.get(`/desk/case/${c.no}/documents/${proof}`));
	assert.match(paper, /食品经营许可证/);
	assert.doesNotMatch(paper, /平面布局|身份证明|申请表/, 'what is handed over, not what was applied with');
});

test('the promise counts from the registration: nothing before, ten working days from it after', async () => {
	const c = await restaurant(t.pre_reviewer, t.clerk);
	assert.match(words(await c.person.get(`/case/${c.no}`)), /承诺时限还没有开始：从“营业执照（登记或者核验）”办好的第二天算起/);
	assert.match(words(await case_page(t.market, c.no)), /承诺时限 还没有开始/);
	await acted(t.market, c.no, 'part_grant', { part: 1 });
	const own = words(await c.person.get(`/case/${c.no}`));
	assert.doesNotMatch(own, /还没有开始/);
	assert.match(own, /承诺时限 还剩 10 个工作日 最晚 2026年3月16日/);
	assert.match(words(await case_page(t.market, c.no)), /承诺时限 开始 其中一件已准予 .*DB50.T 957.1 5\.5\.2/);
});

test('one part is revoked alone, by who granted it', async () => {
	const c = await restaurant(t.pre_reviewer, t.clerk, 'together');
	for (const part of [1, 2]) await acted(t.market, c.no, 'part_grant', { part });
	assert.equal((await act(t.fire, c.no, 'part_revoke', { part: 2, reason: '越权', revoke: 'unlawful' })).status, 403);
	const shown = await t.market.post(`/desk/case/${c.no}/act`, {
		act: 'part_revoke', part: 2, reason: '现场与申请材料不符', revoke: 'fraud', version: 999, page: 'ask',
	});
	assert.match(shown.text, /data-confirm/);
	assert.match(words(shown), /撤销(行政许可)?决定书.*现场与申请材料不符/s);
	await acted(t.market, c.no, 'part_revoke', { part: 2, reason: '现场与申请材料不符', revoke: 'fraud' });
	const own = words(await c.person.get(`/case/${c.no}`));
	assert.match(own, /决定已撤销 食品经营许可/);
	assert.match(own, /已准予 营业执照/);
	assert.doesNotMatch((await case_page(t.market, c.no)).text, /do\/revoke/, 'never the whole case by its lead');
});

test('the receipt and the notice of acceptance list the parts with their numbers', async () => {
	const c = await restaurant(t.pre_reviewer, t.clerk, 'together');
	const receipt = words(await c.person.get(`/case/${c.no}/receipt`));
	for (const part of ['-01', '-02', '-03', '-04']) assert.ok(receipt.includes(c.no + part), `${part} on the receipt`);
	const page = await case_page(t.market, c.no);
	const papers = await Promise.all(documents_of(page.text).map((id) => t.market.get(`/desk/case/${c.no}/documents/${id}`)));
	const notice = papers.find((p) => /受理通知书/.test(p.text));
	assert.ok(notice.text.includes(`${c.no}-03`));
});
