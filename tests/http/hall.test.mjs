// The hall: tickets from the terminal, the console of a window, what screens and phones read, the load for those who plan.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { clock_set, exchange, officer, officer_add, said, sign_up, sql, START, Visitor, words } from './client.mjs';
import { form_read } from './html.mjs';
import { qr_read } from './qr.mjs';

let terminal, clerk, second;
// empty - a hall with nobody in it; other files make tickets too, never at the same time.
const empty = () => sql('DELETE FROM rating_invite WHERE kind = \'counter\'; DELETE FROM ticket_event; DELETE FROM ticket; DELETE FROM ticket_counter; DELETE FROM window_live; DELETE FROM group_pace');
before(async () => {
	empty();
	[terminal, clerk, second] = await Promise.all(['quhao1', 'chuangkou1', 'chuangkou2'].map((n) => officer(n)));
});
after(() => { empty(); clock_set(START); });

// take - a ticket for a group; {number, token, slip}
async function take(group, changes = {}) {
	const page = await terminal.get('/hall/take');
	assert.equal(page.status, 200, said(page));
	const r = await terminal.post('/hall/take', { ...form_read(page.text, '/hall/take'), code: undefined, priority: 'none', group, ...changes });
	const slip = await terminal.follow(r);
	return { token: /slip\/(\w+)$/.exec(r.headers.location)[1], number: /slip-no num">(\w+)</.exec(slip.text)[1], slip };
}
const act = async (who, what, fields = {}) => {
	const r = await who.post(`/desk/queue/${what}`, fields);
	return r.status === 303 ? who.follow(r) : r;
};
const ticket_id = (number) => sql(`SELECT id FROM ticket WHERE number = '${number}' AND day = '2026-03-02'`)[0][0];
// now - what nginx answers once its second is over: not the answer from before
async function now(wanted) {
	for (let i = 0; i < 100; i++) {
		const r = await exchange({ path: '/hall/now.json' });
		assert.equal(r.status, 200, said(r));
		if (wanted(r.json)) return r.json;
		await new Promise((done) => setTimeout(done, 100));
	}
	assert.fail('the news never came');
}

test('a ticket: number, place, waiting time, and a QR code that leads to it', async () => {
	const one = await take('A'), two = await take('A', { priority: 'senior' });
	assert.equal(one.number, 'A001');
	assert.equal(two.number, 'A002');
	assert.match(words(two.slip), /综合受理.*优先：60 岁以上.*前面 0 人/); // fifteen minutes ahead
	const path = qr_read(two.slip.text);
	assert.match(path, new RegExp(`/t/${two.token}$`));
	const to = await exchange({ path: new URL(path).pathname });
	assert.equal(to.headers.location, `/hall/ticket/${two.token}`);
	const phone = await new Visitor().get(`/hall/ticket/${one.token}`);
	assert.match(words(phone), /我的号 A001 综合受理.*前面还有 1 人/);
	assert.match(phone.text, /<noscript><meta http-equiv="refresh" content="15"><\/noscript>/);
});
test('the same page pressed twice gives one ticket; a wish for nothing is said', async () => {
	const page = await terminal.get('/hall/take');
	const fields = { ...form_read(page.text, '/hall/take'), code: undefined, group: 'B' };
	const [a, b] = await Promise.all([terminal.post('/hall/take', fields), terminal.post('/hall/take', fields)]);
	assert.equal(a.headers.location, b.headers.location, said(a));
	const none = await terminal.post('/hall/take', { ...fields, key: 'A'.repeat(26), group: undefined });
	assert.equal(none.status, 422);
	assert.match(words(none), /请选择要办什么/);
	const unknown = await terminal.post('/hall/take', { ...fields, key: 'B'.repeat(26), code: 'Y999999' });
	assert.equal(unknown.status, 404);
	assert.match(words(unknown), /没有找到这个预约或号码/);
});
test('nobody takes a ticket without a device or an officer of the hall', async () => {
	const person = await sign_up();
	assert.equal((await person.get('/hall/take')).status, 401);
	assert.equal((await (await officer('shijian1')).get('/hall/take')).status, 403);
	assert.equal((await (await officer('daoban1')).get('/hall/take')).status, 200);
});
test('a window: sit down, call, serve, finish; the citizen sees where to go and may rate', async () => {
	empty();
	const one = await take('A'), two = await take('A');
	assert.match(words(await clerk.get('/desk/queue')), /在哪个窗口上岗.*A01/);
	const theirs = await clerk.post('/desk/queue/open', { window: 'C01' });
	assert.equal(theirs.status, 403);
	assert.match(words(await act(clerk, 'open', { window: 'A01' })), /A01 综合受理.*叫下一位/);
	assert.match(words(await act(second, 'open', { window: 'A01' })), /已经有人上岗/);
	await act(second, 'open', { window: 'A02' });
	assert.match(words(await act(clerk, 'call')), new RegExp(`${one.number} 已叫号`));
	assert.match(words(await act(clerk, 'call')), new RegExp(`${one.number} 已叫号`)); // pressed twice: the same
	assert.match(words(await act(second, 'call')), new RegExp(`${two.number} 已叫号`));
	assert.match(words(await new Visitor().get(`/hall/ticket/${one.token}`)), /叫到您了，请到 A01 窗口/);
	assert.match(words(await exchange({ path: '/hall' })), new RegExp(`${two.number} 请到 A02`));
	const news = await now((n) => n.called.length === 2);
	assert.deepEqual(news.called.map((c) => [c.n, c.w]).sort(), [[one.number, 'A01'], [two.number, 'A02']]);
	const ticket = ticket_id(one.number);
	assert.equal((await second.post('/desk/queue/act', { ticket, act: 'start' })).status, 409); // not theirs
	assert.match(words(await act(clerk, 'act', { ticket, act: 'start' })), /正在办理.*收件登记/);
	assert.match(words(await act(clerk, 'act', { ticket, act: 'finish_next' })), /现在没有人排队/);
	const done = await new Visitor().get(`/hall/ticket/${one.token}`);
	assert.match(words(done), /已经办好了.*评价这次服务/);
	assert.match(done.text, /href="\/rate\/R\w+"/);
	assert.equal((await clerk.post('/desk/queue/act', { ticket, act: 'finish' })).status, 409);
});
test('passed over, back at the terminal, transferred with the place kept, paused, closed', async () => {
	empty();
	await act(clerk, 'open', { window: 'A01' });
	const one = await take('A'), id = () => ticket_id(one.number);
	await act(clerk, 'call');
	assert.match(words(await act(clerk, 'act', { ticket: id(), act: 'skip' })), /过号，还可以回来 A001/);
	assert.match(words(await new Visitor().get(`/hall/ticket/${one.token}`)), /叫过您的号了.*原来的位置还在/);
	const page = await terminal.get('/hall/take');
	const back = await terminal.submit(page, '/hall/take', { code: `http://localhost/t/${one.token}` });
	assert.equal(back.headers.location, `/hall/slip/${one.token}`, said(back));
	await act(clerk, 'call');
	assert.equal((await clerk.post('/desk/queue/close')).status, 409);
	const nowhere = await clerk.post('/desk/queue/act', { ticket: id(), act: 'transfer', to: '', note: '先办执照' });
	assert.equal(nowhere.status, 422);
	assert.match(words(nowhere), /请选择转到哪里/);
	assert.match(nowhere.text, /<details open>[^]*name="note" value="先办执照"/);
	await act(clerk, 'act', { ticket: id(), act: 'transfer', to: 'g.C', note: '先办执照' });
	assert.deepEqual(sql(`SELECT state, group_code FROM ticket WHERE id = ${id()}`), [['waiting', 'C']]);
	await act(second, 'open', { window: 'A11' });
	assert.match(words(await act(second, 'call')), /上一个窗口留话：先办执照/);
	await act(second, 'act', { ticket: id(), act: 'start' });
	await act(second, 'act', { ticket: id(), act: 'finish' });
	await act(second, 'close');
	assert.match(words(await act(clerk, 'pause', { act: 'pause', reason: '暂时离开' })), /暂停：暂时离开/);
	assert.equal((await clerk.post('/desk/queue/call')).status, 409);
	await act(clerk, 'pause', { act: 'resume' });
	assert.match(words(await act(clerk, 'close')), /在哪个窗口上岗/);
});
test('whoever holds a ticket may give it up, once; another token gives nothing', async () => {
	const one = await take('C'), phone = new Visitor();
	phone.csrf_page = `/hall/ticket/${one.token}`;
	const gone = await phone.follow(await phone.post(`/hall/ticket/${one.token}/leave`));
	assert.match(words(gone), /这个号已经放弃/);
	assert.equal((await phone.post(`/hall/ticket/${one.token}/leave`)).status, 409);
	const wrong = one.token.slice(0, -1) + (one.token.endsWith('A') ? 'B' : 'A');
	assert.equal((await phone.get(`/hall/ticket/${wrong}`)).status, 404);
});
test('an application begins at the window with the person filled in, and is on record', async () => {
	empty();
	const person = await sign_up();
	await act(second, 'open', { window: 'A11' });
	const one = await take('C');
	sql(`UPDATE ticket SET account_id = (SELECT MAX(id) FROM account WHERE name = '示例人') WHERE number = '${one.number}'`);
	await act(second, 'call');
	const id = ticket_id(one.number), before_it = `/desk/intake/matters/11410599MBXX00051X4002011901001?channel=counter&ticket=${id}`;
	assert.equal((await second.get(before_it)).status, 404); // not served yet
	const serving = await act(second, 'act', { ticket: id, act: 'start' });
	assert.match(serving.text, new RegExp(`ticket=${id}`));
	const page = await second.get(before_it);
	assert.match(words(page), /示/);
	assert.equal(form_read(page.text, '/desk/intake/matters/11410599MBXX00051X4002011901001').id_no, person.id_no);
	assert.ok(Number(sql("SELECT COUNT(*) FROM access_log WHERE fields = 'ticket_person'")[0][0]) >= 1);
	assert.equal((await clerk.get(before_it)).status, 404); // somebody else's
});
test('the load in pictures with tables beside them, and when a tidal window would help', async () => {
	empty();
	sql(`INSERT INTO ticket (ref, take_key, day, number, group_code, arrived_at, rank_at, state, window_code, staff_id, calls, first_at, called_at, serving_at, ended_at)
		SELECT UNHEX(SUBSTR(SHA2(seq, 256), 1, 16)), LPAD(seq, 26, '0'), '2026-02-27', CONCAT('A', seq), 'A', '2026-02-27 10:05', '2026-02-27 10:05', 'done', 'A01', 1, 1,
			'2026-02-27 10:35', '2026-02-27 10:35', '2026-02-27 10:36', '2026-02-27 10:51' FROM seq_100_to_107`);
	const manager = await officer('guanli1');
	const page = await manager.get('/desk/load?from=2026-02-27&until=2026-02-27');
	const text = words(page);
	assert.match(text, /有人来的天数 1 取号 8 办结 8 没有等到就走了 0 平均等候 30 分钟 平均办理 15 分钟/);
	assert.match(text, /综合受理 10:00 起 ：平均等 30 分钟，用了 1 个窗口，要 3 个。建议提前打开潮汐窗口 C02/);
	assert.match(text, /10 时 8 30 8 15/);
	assert.equal(page.text.match(/<svg class="load-picture"[^>]+role="img" aria-label="[^"]+"/g).length, 2);
	assert.match(words(await manager.get('/desk/load?from=2025-01-01&until=2025-01-02')), /没有人取号/);
	for (const bad of ['from=2026-03-02&until=2026-03-01', 'from=x&until=y', 'from=2025-01-01&until=2026-01-01'])
		assert.equal((await manager.get(`/desk/load?${bad}`)).status, 422);
	assert.equal((await clerk.get('/desk/load')).status, 403);
});
test('however many watch, the program is asked about once a second', async () => {
	const log = () => fs.readFileSync(`${process.env.PORTAL_VAR}/log/nginx/current`, 'utf8').split('\n').filter((l) => l.includes(' GET /hall/now.json '));
	const before_it = log().length, started = Date.now();
	const answers = await Promise.all(Array.from({ length: 300 }, () => exchange({ path: '/hall/now.json' })));
	const seconds = Math.ceil((Date.now() - started) / 1000);
	assert.ok(answers.every((r) => r.status === 200 && r.json.groups.length));
	let lines = [];
	for (let i = 0; i < 100 && lines.length < 300; i++) {
		await new Promise((done) => setTimeout(done, 100)); // the log is written once a second
		lines = log().slice(before_it);
	}
	assert.ok(lines.length >= 300, `${lines.length} lines`);
	const asked = lines.filter((l) => !/ - \w+$/.test(l)).length; // the program took part
	assert.ok(asked <= 2 * seconds + 2, `${asked} requests reached the program in ${seconds} s`);
});
