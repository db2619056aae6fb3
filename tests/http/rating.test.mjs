// Ratings through the pages: two taps, changed, answered, rated again; what the person rated can find; the numbers in public.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counter_draft, counter_received, submitted } from './cases.mjs';
import { job, log_text, officer, officer_add, said, sql, until, Visitor, words } from './client.mjs';
import { routes } from './tables.mjs';

// right - the address at which the newest right of a case is rated, found as its holder finds it.
async function right(person, no) {
	const page = await person.get(`/case/${no}`);
	const link = /href="(\/rate\/case\/[0-9A-Z]+)"/.exec(page.text);
	assert.ok(link, said(page));
	const r = await new Visitor().get(link[1]);
	assert.equal(r.status, 303, said(r));
	return r.headers.location.replace(/\?.*/, '');
}
const order_of = (no) => sql(`SELECT o.number FROM rating_order o JOIN rating r ON r.id = o.rating_id JOIN cases c ON c.id = r.case_id
	WHERE c.short_no = '${no}'`)[0]?.[0];

test('two taps: nothing is preselected, a level and send are enough, and it can be changed', async () => {
	const c = await submitted();
	const url = await right(c.person, c.no);
	const anybody = new Visitor();
	const page = await anybody.get(url);
	assert.equal(page.status, 200, said(page));
	assert.doesNotMatch(page.text, / checked/);
	const none = await anybody.post(url, {});
	assert.equal(none.status, 422, said(none));
	const kept = await anybody.post(url, { text: '想说的话' });
	assert.match(kept.text, /想说的话/);
	assert.equal((await anybody.post(url, { level: '5' })).status, 303);
	const given = await anybody.get(url);
	assert.match(words(given), /非常满意 没有留姓名/);
	assert.equal((await anybody.post(url, { level: '4', text: '很快', 'tag.quick': '1', 'tag.slow': '1' })).status, 303);
	const changed = await anybody.get(url);
	assert.match(words(changed), /满意 办得快 很快/);
	assert.doesNotMatch(words(changed).slice(0, 120), /办得慢/);
	assert.equal(sql(`SELECT COUNT(*) FROM rating r JOIN cases c ON c.id = r.case_id WHERE c.short_no = '${c.no}'`)[0][0], '0');
});

test('scripts are slowed down, and the address is not kept', async () => {
	const c = await submitted();
	const url = await right(c.person, c.no);
	const script = new Visitor();
	script.from = `127.${231 + process.pid % 20}.${(process.pid >> 4) % 250}.79`;
	script.csrf_page = url; // it goes nowhere else
	let last;
	for (let i = 0; i < 14; i++) last = await script.post(url, { level: String(1 + (i % 5)) });
	assert.equal(last.status, 429, said(last));
	assert.equal(sql("SELECT COUNT(*) FROM rate_bucket WHERE bucket LIKE 'rate:%' AND bucket LIKE '%127.%'")[0][0], '0');
	// nor the way there by the receipt; what comes after it is in the log, and so all before
	await script.get(`/t/${url.split('/').pop()}`);
	const other = new Visitor();
	other.from = script.from.replace(/79$/, '80');
	await other.get('/matters');
	await until('the log is written', () => log_text('nginx').includes(other.from));
	const told = log_text('nginx').split('\n').filter((line) => line.includes(script.from) && /\/rate|\/t\/R/.test(line));
	assert.deepEqual(told, [], 'other pages that a visitor opens are in the log with the address');
});

test('the same words about several services by one person: a person looks first, and it counts', async () => {
	const first = await submitted(), words_of_both = '流程很顺，下次还在网上办';
	const second = await submitted('F6', { person: first.person });
	for (const c of [first, second])
		assert.equal((await new Visitor().post(await right(c.person, c.no), { level: '5', text: words_of_both })).status, 303);
	// somebody else may think the same
	const other = await submitted();
	await new Visitor().post(await right(other.person, other.no), { level: '5', text: words_of_both });
	// changing the level only is not writing again
	await new Visitor().post(await right(first.person, first.no), { level: '4', text: words_of_both });
	assert.deepEqual(sql(`SELECT held_for, text_state, review, counted FROM rating WHERE text_public = '${words_of_both}' ORDER BY id`),
		[['', 'public', '0', '1'], ['same', 'held', '1', '1'], ['', 'public', '0', '1']]);
	assert.match(words(await (await officer('tousu1')).get('/desk/ratings/review')), /同一人对几次服务写了同样的话/);
});

test('a bad rating is taken up by somebody else, answered, and rated again', async () => {
	const c = await submitted();
	const url = await right(c.person, c.no);
	const author = new Visitor();
	await author.post(url, { level: '1', text: '说不清楚', named: '1' });
	const no = order_of(c.no);
	const handler = await officer('tousu1');
	const desk = `/desk/ratings/${no}`;
	assert.match(words(await handler.get('/desk/ratings?tab=new')), new RegExp(no));
	const page = async () => Number(/name="version" value="(\d+)"/.exec((await handler.get(desk)).text)[1]);
	const act = async (name, fields = {}) => {
		const r = await handler.post(desk, { act: name, version: await page(), ...fields });
		assert.equal(r.status, 303, said(r));
	};
	await act('take');
	assert.match(words(await author.get(url)), /示例·投诉接收员（不是您评价的人）/);
	const shown = await handler.get(desk);
	assert.match(shown.text, /说不清楚/);
	assert.doesNotMatch(shown.text, new RegExp(c.person.phone));
	const revealed = await handler.post(`${desk}/reveal`, { why: '电话回访' });
	assert.match(revealed.text, new RegExp(c.person.phone));
	assert.equal(sql(`SELECT COUNT(*) FROM access_log WHERE fields = 'rating ${no}' AND reason = '电话回访'`)[0][0], '1');
	await act('contact', { words: '电话联系，本人说明了情况' });
	const missing = await handler.post(desk, { act: 'verify', version: await page(), words: '看了记录' });
	assert.equal(missing.status, 422, said(missing));
	assert.match(missing.text, /看了记录/);
	await act('verify', { finding: 'true', words: '看了记录' });
	await act('rectify', { words: '已经改了说明', reply: '对不起，说明已经改写。' });
	assert.match(words(await author.get(url)), /对不起，说明已经改写。.*现在，您满意吗/);
	assert.equal((await author.post(url, { level: '2' })).status, 303);
	assert.match(words(await handler.get(desk)), /待联系/);
	assert.match(words(await handler.get(desk)), /再次评价：仍不满意/);
	assert.equal(sql(`SELECT COUNT(*) FROM outbox WHERE topic = 'rating' AND template = 'rating_reply'
		AND topic_id = (SELECT id FROM rating_order WHERE number = '${no}')`)[0][0], '1');
});

test('the screen at a window asks, takes one tap, thanks, and asks nothing else', async () => {
	const clerk_name = officer_add({ name: '示例·窗口屏', keys: ['clerk'] });
	sql(`INSERT INTO window_duty (window_code, staff_id, post, from_day) SELECT 'B02', id, 'A', '2026-01-01' FROM staff WHERE login = '${clerk_name}'`);
	const clerk = await officer(clerk_name), device = await officer('quhao1');
	assert.match(words(await device.get('/rate/window/B02')), /欢迎您/);
	await counter_received(clerk, await counter_draft(clerk));
	const screen = await device.get('/rate/window/B02');
	assert.match(words(screen), /非常满意 满意 基本满意 不满意 非常不满意/);
	assert.match(screen.headers.refresh, /^5;url=\/rate\/window\/B02$/);
	const token = /name="token" value="(\w+)"/.exec(screen.text)[1];
	const r = await device.post('/rate/window/B02', { level: '3', token });
	assert.equal(r.status, 303, said(r));
	assert.match(words(await device.follow(r)), /谢谢您的评价/);
	assert.match(words(await device.get('/rate/window/B02')), /欢迎您/);
	await device.post('/rate/window/B02', { level: '1', token }); // cannot be changed there
	assert.equal(sql("SELECT GROUP_CONCAT(level) FROM rating WHERE window_code = 'B02'")[0][0], '3');
	assert.equal((await clerk.get('/rate/window/B02')).status, 403);
});

test('the person rated tries every route of every program and finds no way to see, alter, block or delay', async () => {
	// with every role there is, so that only the rule about oneself stands in the way
	const login = officer_add({ name: '示例·被评人', keys: ['clerk', 'complaint', 'coordinator', 'manager', 'supervisor', 'guide', 'issuer', 'pre_reviewer'] });
	const rated = await officer(login);
	const no = await counter_received(rated, await counter_draft(rated));
	const [[ref, id, subject]] = sql(`SELECT HEX(i.ref), i.id, i.subject FROM rating_invite i JOIN cases c ON c.id = i.case_id WHERE c.short_no = '${no}'`);
	assert.ok(ref);
	const author = new Visitor();
	// the author rates with words that would be known again
	const secret = '只有我知道的话';
	const right_url = await window_right(subject);
	assert.equal((await author.post(right_url, { level: '1', text: secret })).status, 303);
	const [[rating, order]] = sql(`SELECT r.id, o.number FROM rating r JOIN rating_order o ON o.rating_id = r.id
		WHERE o.rated_id = (SELECT id FROM staff WHERE login = '${login}')`);
	const rows = () => sql(`SELECT * FROM rating WHERE id = ${rating}; SELECT * FROM rating_order WHERE number = '${order}';
		SELECT * FROM rating_due WHERE order_id = (SELECT id FROM rating_order WHERE number = '${order}'); SELECT * FROM rating_invite WHERE id = ${id}`).join();
	const before = rows();
	const token = right_url.split('/').pop();
	const params = { order, token, case_no: no, window: 'A01', id: String(rating), case: 'X'.repeat(26) };
	const csrf = await rated.csrf();
	for (const r of routes) {
		if (/sign-out/.test(r.path)) continue; // that ends the try, and nothing else
		const url = r.path.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '1');
		const tries = r.method === 'GET' ? [[url]] : [
			[url, { csrf, rating, words: 'withheld', counts: 'no', note: '不公开', reason: '不公开', why: '想知道' }],
			[url, { csrf, level: '5', token, text: '很好' }],
			...['take', 'assign', 'contact', 'verify', 'appeal', 'uphold', 'complex'].map((act) =>
				[url, { csrf, act, version: '1', words: '我来办', reply: '不计入', finding: 'untrue', handler: '1', why: '看看' }])];
		for (const [address, fields] of tries) {
			const answer = fields ? await rated.send({ method: 'POST', path: address, body: new URLSearchParams(fields).toString(),
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }) : await rated.get(address);
			assert.ok(answer.status < 500, said(answer));
			assert.ok(!answer.text.includes(secret) || r.path === '/rate', `${r.name} shows the words to the person rated`);
			if (r.path === '/rate/{token}') assert.equal(answer.status, 403, said(answer)); // with the address itself, even
			else assert.ok(address.includes(token) || !answer.text.includes(token), `${r.name} shows the address of the rating`);
			if (!address.includes(order)) assert.ok(!answer.text.includes(order), `${r.name} shows the order`);
		}
	}
	assert.equal(rows(), before);
});

// window_right - the address of a right that stands on the screen of a window.
async function window_right(subject) {
	sql(`UPDATE rating_invite SET window_code = 'C02', made_at = '2026-03-02 09:30:00' WHERE subject = '${subject}'`);
	const screen = await (await officer('quhao1')).get('/rate/window/C02');
	return `/rate/${/name="token" value="(\w+)"/.exec(screen.text)[1]}`;
}

test('the public numbers are those of the rows, and small ones are not shown', async () => {
	for (let i = 0; i < 6; i++) {
		const c = await submitted();
		if (i < 5) await new Visitor().post(await right(c.person, c.no), { level: String(5 - (i % 2)) });
	}
	await job('clock');
	const answer = await new Visitor().send({ path: '/rate', headers: { Accept: 'application/json' } });
	assert.equal(answer.status, 200, said(answer));
	const page = await new Visitor().get('/rate');
	assert.equal(page.status, 200);
	const raw = (where) => sql(`SELECT (SELECT COUNT(*) FROM rating_invite WHERE ${where}),
		${[1, 2, 3, 4, 5].map((l) => `(SELECT COUNT(*) FROM rating WHERE counted AND round = 1 AND level = ${l} AND ${where})`).join(', ')}`)[0].map(Number);
	const check = (line, where) => {
		const [invited, ...levels] = raw(where);
		const rated = levels.reduce((a, b) => a + b, 0);
		if (rated < 5) assert.ok(line.few, `${where}: ${rated} are shown`);
		if (line.few) return;
		assert.deepEqual([line.invited, line.rated, ...[1, 2, 3, 4, 5].map((l) => line.levels[l])], [invited, rated, ...levels], where);
		assert.equal(line.good_hundredths, Math.round(((levels[2] + levels[3] + levels[4]) * 10000) / rated));
		assert.equal(line.silent_permille, Math.round((Math.max(0, invited - rated) * 1000) / invited));
	};
	check(answer.json.all, '1');
	for (const line of answer.json.dept) check(line, line.code ? `dept_code = '${line.code}'` : 'dept_code IS NULL');
	for (const line of answer.json.matter) check(line, `matter_code = '${line.code}'`);
	for (const line of answer.json.window) check(line, `window_code = '${line.code}'`);
	// a guide says what the public page says of its matter, or nothing
	for (const line of answer.json.matter) {
		const guide = words(await new Visitor().get(`/matters/${line.code}`)), said_there = /([\d.]+)% 的人评了基本满意以上 ?（最近十二个月 (\d+) 条评价；邀请了 (\d+) 次/.exec(guide);
		assert.equal(Boolean(said_there), !line.few, line.code);
		if (said_there) assert.deepEqual(said_there.slice(1).map(Number), [Math.round(line.good_hundredths / 10) / 10, line.rated, line.invited]);
	}
	assert.ok(answer.json.matter.some((line) => !line.few));
	assert.ok(!answer.json.all.few);
	assert.match(words(page), new RegExp(`${answer.json.all.rated} ?条`));
});
