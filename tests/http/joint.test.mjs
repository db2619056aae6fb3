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
	for (const part of [1, 3, 4]) await acted(t.clerk, c.no, 'part_issue', { ...handed, part });
	assert.match(words(await case_page(t.market, c.no)), /已送达/);
	assert.match(words(await c.person.get(`/case/${c.no}`)), /各件的结果都已领取/);
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
