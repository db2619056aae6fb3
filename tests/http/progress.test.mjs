// Following a case without signing in: number and query code, the QR code's address, notices; and working days.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acted, all_ok, draft, key_of, received, receipt, submitted } from './cases.mjs';
import { form_read } from './html.mjs';
import {
	clock_set, exchange, log_text, new_uscc, officer, said, sign_up, sql, START, until, Visitor, words,
} from './client.mjs';
import { qr_read } from './qr.mjs';

const world = {};
before(async () => {
	sql(`DELETE FROM rate_bucket WHERE bucket LIKE 'progress:no:%'`); // of an earlier run
	const [pre, clerk, person] = await Promise.all([officer('yushen1'), officer('chuangkou1'), sign_up({ name: '欧阳示例' })]);
	const c = await received(pre, clerk, { person });
	const paper = await receipt(c);
	Object.assign(world, { pre, clerk, c, ...paper, token: qr_read(paper.text).split('/t/')[1] });
});
after(() => clock_set(START));

const ask = (visitor, number, code) => visitor.post('/progress', { number, code });
const said_wrong = /没有查到。请对照回执，看看办件编号和查询码有没有输错。/;

// --- number and query code ----------------------------------------------------------------------------------------

test('number and query code show the course of the case', async () => {
	const spellings = [world.c.no, world.case_no, ` ${world.c.no.toLowerCase()} `, world.c.no.replaceAll('-', ' - ')];
	const codes = [world.query_code, `${world.query_code.slice(0, 3)} ${world.query_code.slice(3)}`, ` ${world.query_code} `];
	for (const [number, code] of [...spellings.map((n) => [n, codes[0]]), ...codes.map((code) => [world.case_no, code])]) {
		const r = await ask(new Visitor(), number, code);
		assert.equal(r.status, 200, `${number} ${code}: ${said(r)}`);
		assert.ok(words(r).includes(world.c.no));
	}
});
test('the page tells the course and no personal data', async () => {
	const r = await ask(new Visitor(), world.case_no, world.query_code);
	const text = words(r);
	for (const word of ['已收件', '申请已提交', '窗口已收件', '告知补正时限', '2026年3月9日', '收件凭证', '老年人优待证', '欧阳**'])
		assert.ok(text.includes(word), `${word}: ${text}`);
	for (const secret of [world.c.person.id_no, world.c.person.phone, '欧阳示例', '幸福街道', '王亲属', '13800000009', world.query_code, '示例·'])
		assert.ok(!r.text.includes(secret), secret);
	assert.equal(r.headers['cache-control'], 'no-store');
	assert.doesNotMatch(text, /领取办件|保存材料审核意见/, 'what staff keep to themselves');
});
test('names of organisations are public', async () => {
	const company = await sign_up({ kind: 'legal', name: '示例市某某有限公司', id_type: '001', id_no: new_uscc(), legal_rep: '法示例' });
	const page = await draft(company, 'F1');
	// a draft has no number: nothing to follow yet
	assert.equal((await ask(new Visitor(), key_of(page), '123456')).status, 404);
	assert.equal((await exchange({ path: `/t/${key_of(page)}` })).status, 404);
});

test('what is no case is sent on to its own page, and only what can be a token', async () => {
	for (const [letter, path] of [['B', '/booking/v/'], ['Q', '/hall/ticket/'], ['R', '/rate/']]) {
		const token = letter + '0123456789ABCDEFGHJKMNPQRR';
		const r = await exchange({ path: `/t/${token}` });
		assert.equal(r.status, 303);
		assert.equal(r.headers.location, path + token);
	}
	for (const token of ['B0123456789ABCDEFGHJKMNPQR', 'X0123456789ABCDEFGHJKMNPQRR', 'B0123456789ABCDEFGHJKMNPQR!'])
		assert.equal((await exchange({ path: `/t/${token}` })).status, 404, token);
});

const flip = (code) => code.replace(/^./, (d) => String((Number(d) + 1) % 10));
// UNKNOWN - numbers that are none of a case: well formed, of another day, and no number at all.
const UNKNOWN = ['SL20260302-0305-99999', 'SL20250101-0301-00001', 'QQ20260302-0305-00001', '12345678', '没有这样的编号啊啊', '<b>&"\'{{X}}'];

test('an unknown number and a wrong code get the same answer', async () => {
	const visitor = new Visitor();
	const wrong = await ask(visitor, world.c.no, flip(world.query_code));
	assert.equal(wrong.status, 404);
	assert.match(words(wrong), said_wrong);
	assert.equal(form_read(wrong.text, '/progress').number, world.c.no, 'as typed');
	for (const number of UNKNOWN) {
		const r = await ask(visitor, number, flip(world.query_code));
		assert.equal(r.status, wrong.status);
		const typed = (x) => /id="f-number"[^>]*value="([^"]*)"/.exec(x.text)[1];
		assert.equal(r.text.replace(typed(r), typed(wrong)), wrong.text, number);
		const { date, ...headers } = r.headers, { date: _, ...others } = wrong.headers;
		delete headers['content-length'], delete others['content-length'];
		assert.deepEqual(headers, others);
	}
});
test('and the database does the same work for both', async () => {
	const visitor = new Visitor();
	await visitor.csrf();
	const counters = () => Object.fromEntries(sql(`SHOW GLOBAL STATUS WHERE Variable_name IN
		('Com_stmt_execute', 'Com_stmt_prepare', 'Com_select', 'Com_insert', 'Com_update')`).map(([k, v]) => [k, Number(v)]));
	const work = async (number, code) => {
		const from = counters();
		assert.equal((await ask(visitor, number, code)).status, 404);
		const to = counters();
		return Object.fromEntries(Object.keys(to).map((k) => [k, to[k] - from[k]]));
	};
	await work(UNKNOWN[0], '000000');
	const wrong = await work(world.case_no, flip(world.query_code));
	assert.ok(wrong.Com_stmt_execute > 0);
	for (const number of UNKNOWN) assert.deepEqual(await work(number, '000000'), wrong, number);
});
test('a code is six digits and nothing else', async () => {
	const c = await submitted();
	const { query_code } = await receipt(c);
	for (const code of [`${query_code}0`, query_code.slice(0, 5), `-${query_code.slice(1)}`, "' OR '1'='1", `${query_code}\u0000`.slice(0, 6) + 'x'])
		assert.equal((await ask(new Visitor(), c.no, code)).status, 404, code);
	assert.equal((await ask(new Visitor(), c.no, query_code)).status, 200);
});
test('codes of two cases differ, and none opens the other', async () => {
	const [a, b] = [await submitted(), await submitted()];
	const [ra, rb] = [await receipt(a), await receipt(b)];
	assert.equal((await ask(new Visitor(), a.no, rb.query_code)).status, ra.query_code === rb.query_code ? 200 : 404);
});
test('a number can be tried six times in ten minutes, however it is spelt and whoever tries', async () => {
	const c = await submitted();
	const { query_code } = await receipt(c);
	const spellings = [c.no, c.no.toLowerCase(), ` ${c.no}`, c.no.replace('-', ' -'), c.no.replace(/^SL/, 'sL'), c.no.replaceAll('-', '－')];
	for (const number of spellings) assert.equal((await ask(new Visitor(), number, '000000')).status, 404, number);
	const r = await ask(new Visitor(), c.no, query_code);
	assert.equal(r.status, 429);
	assert.match(words(r), /查询的次数太多，请 10 分钟后再试/);
	assert.equal(form_read(r.text, '/progress').number, c.no, 'as typed');
	assert.ok(r.headers['retry-after']);
	// the QR code still works
	const paper = await receipt(c);
	assert.equal((await exchange({ path: new URL(qr_read(paper.text)).pathname })).status, 200);
	clock_set('2026-03-02 09:40:01');
	assert.equal((await ask(new Visitor(), c.no, query_code)).status, 200);
	clock_set(START);
});
test('one address can look up thirty times in ten minutes', async () => {
	const visitor = new Visitor();
	await ask(visitor, UNKNOWN[0], '000000');
	sql(`UPDATE rate_bucket SET n = 30 WHERE bucket = 'progress:ip:${visitor.from}'`);
	assert.equal((await ask(visitor, world.c.no, world.query_code)).status, 429);
	assert.equal((await visitor.get(`/t/${world.token}`)).status, 200);
});
test('what is missing is said beside the field', async () => {
	const visitor = new Visitor();
	const r = await ask(visitor, '', '');
	assert.equal(r.status, 422);
	assert.match(words(r), /有 2 处需要修改 请填写办件编号 请填写查询码/);
	assert.equal((await ask(visitor, 'x'.repeat(81), '1')).status, 422);
});

// --- the QR code --------------------------------------------------------------------------------------------------

test('the QR code on the receipt opens the same page for anybody', async () => {
	const c = await submitted();
	const { text, case_no, query_code } = await receipt(c);
	const url = qr_read(text);
	assert.ok(url.startsWith(`${process.env.PORTAL_URL}/t/`));
	const r = await exchange({ path: new URL(url).pathname });
	assert.equal(r.status, 200);
	assert.equal(r.headers['set-cookie'], undefined);
	assert.equal(r.headers['cache-control'], 'no-store');
	const main = (x) => /<main[\s\S]*<\/main>/.exec(x.text)[0];
	assert.equal(main(r), main(await ask(new Visitor(), case_no, query_code)));
});
test('tokens that nobody gave out open nothing', async () => {
	const other = await submitted();
	const theirs = qr_read((await receipt(other)).text).split('/t/')[1];
	const t = world.token, half = Math.floor(t.length / 2);
	const flip_at = (n) => t.slice(0, n) + (t[n] === '0' ? '1' : '0') + t.slice(n + 1);
	const forged = [
		...Array.from({ length: t.length - 1 }, (_, n) => flip_at(n)), // the last character may hold spare bits
		t.slice(0, half) + theirs.slice(half), theirs.slice(0, half) + t.slice(half), t.slice(0, -1), t.slice(1), `${t}0`, `0${t}`,
		world.c.key, world.c.no, world.case_no, world.query_code, '0'.repeat(t.length), 'Z'.repeat(t.length), '-', 'x'.repeat(2000),
		encodeURIComponent("' OR 1=1 -- "), encodeURIComponent('𠮷'),
	];
	for (const token of forged) {
		const r = await exchange({ path: `/t/${token}` });
		assert.equal(r.status, 404, `${token}: ${said(r)}`);
		assert.doesNotMatch(r.text, /老年人优待证|欧阳/);
	}
	assert.match(words(await exchange({ path: `/t/${forged[0]}` })), /这个二维码不对，或者已经作废/);
});
test('a token that was revoked opens nothing, and the receipt has a new one', async () => {
	const c = await submitted();
	const old = new URL(qr_read((await receipt(c)).text)).pathname;
	assert.equal((await exchange({ path: old })).status, 200);
	sql(`UPDATE cases SET token_version = token_version + 1 WHERE short_no = '${c.no}'`);
	assert.equal((await exchange({ path: old })).status, 404);
	const now = new URL(qr_read((await receipt(c)).text)).pathname;
	assert.notEqual(now, old);
	assert.equal((await exchange({ path: now })).status, 200);
});
test('a token is not in the log', async () => {
	await exchange({ path: `/t/${world.token}` });
	await until('the access log is written', () => log_text('nginx').includes(' /t/* '));
	assert.ok(!log_text('nginx').includes(world.token));
	assert.ok(!log_text('progress').includes(world.token));
});

// --- notices ------------------------------------------------------------------------------------------------------

test('holders of the receipt see the notices of its case, and no other paper', async () => {
	const page = await exchange({ path: `/t/${world.token}` });
	const links = [...page.text.matchAll(/href="(\/t\/\w+\/notice\/(\d+))">([^<]*)</g)];
	assert.ok(links.some(([, , , title]) => title === '收件凭证'));
	for (const [, url, , title] of links) {
		const r = await exchange({ path: url });
		assert.equal(r.status, 200, said(r));
		assert.ok(words(r).includes(title));
		for (const secret of [world.c.person.id_no, world.c.person.phone, world.query_code, world.query_code.replace(/^.../, '$& ')])
			assert.ok(!r.text.includes(secret), `${title}: ${secret}`);
	}
	const other = await submitted();
	const [[theirs]] = sql(`SELECT MAX(d.id) FROM document d JOIN cases c ON c.id = d.case_id WHERE c.short_no = '${other.no}'`);
	for (const id of [theirs, '0', '-1', '999999999', 'x', '99999999999999999999', `${links[0][2]}x`])
		assert.equal((await exchange({ path: `/t/${world.token}/notice/${id}` })).status, 404, id);
});
test('acceptance starts both clocks, and the page says so', async () => {
	const c = await received(world.pre, world.clerk);
	const url = new URL(qr_read((await receipt(c)).text)).pathname;
	await acted(world.clerk, c.no, 'accept', all_ok);
	const text = words(await exchange({ path: url }));
	assert.match(text, /已受理/);
	assert.match(text, /法定时限 还剩 5 个工作日 最晚 2026年3月9日/);
	assert.match(text, /承诺时限 还剩 1 个工作日 最晚 2026年3月3日/);
	assert.match(text, /受理通知书/);
});

// --- working days -------------------------------------------------------------------------------------------------

// Event day, working days, last day: the vectors of the calendar (行政许可法 82; the event day does not count).
const VECTORS = [
	['2026-02-12', 5, '2026-02-26'], ['2026-09-18', 10, '2026-10-09'], ['2026-09-24', 3, '2026-09-30'], ['2025-12-31', 1, '2026-01-04'],
	['2026-04-30', 1, '2026-05-06'], ['2024-02-08', 3, '2024-02-19'], ['2025-09-26', 10, '2025-10-16'], ['2026-01-30', 20, '2026-03-05'],
];
const deadline = (query, json = true) =>
	exchange({ path: `/deadline?${new URLSearchParams(query)}`, headers: json ? { Accept: 'application/json' } : {} });
const chinese = (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

for (const [from, days, due] of VECTORS)
	test(`${from} and ${days} working days end on ${due}`, async () => {
		const r = await deadline({ from, days });
		assert.equal(r.status, 200);
		const a = r.json;
		assert.deepEqual([a.due, a.from, a.days, a.provisional], [due, from, days, false]);
		// every day between is either counted or skipped, and says why
		const span = (Date.parse(due) - Date.parse(from)) / 86400000;
		assert.equal(a.skipped.length + days, span);
		for (const day of [...a.skipped, ...a.made_up]) {
			assert.match(day.date, /^\d{4}-\d\d-\d\d$/);
			assert.ok(day.date > from && day.date <= due && day.reason.length > 1);
		}
		const page = await deadline({ from, days }, false);
		assert.equal(page.status, 200);
		assert.ok(words(page).includes(`最后一天是 ${chinese(due)}`));
		for (const day of a.skipped) assert.ok(page.text.includes(chinese(day.date)), day.date);
	});
test('the days that were skipped and made up for are named', async () => {
	const a = (await deadline({ from: '2026-02-12', days: 5 })).json;
	assert.deepEqual(a.skipped, Array.from({ length: 9 }, (_, n) => ({ date: `2026-02-${15 + n}`, reason: '春节' })));
	assert.deepEqual(a.made_up, [{ date: '2026-02-14', reason: '春节调休上班' }]);
});
test('a year without a calendar is provisional, and says so', async () => {
	const a = (await deadline({ from: '2029-12-28', days: 1 })).json;
	assert.deepEqual([a.due, a.provisional], ['2029-12-31', true]);
	assert.match(words(await deadline({ from: '2029-12-28', days: 1 }, false)), /先按周末推算，公布后可能会变/);
});
test('without a question there is a form with today in it', async () => {
	const r = await exchange({ path: '/deadline' });
	assert.equal(r.status, 200);
	assert.match(r.text, /id="f-from" name="from" value="2026-03-02"/);
	assert.doesNotMatch(r.text, /最后一天是/);
});
const WRONG = [
	['2026-02-30', '5'], ['2026-13-01', '5'], ['2026-2-3', '5'], ['20260203', '5'], ['', '5'], ['x', '5'], ['1800-01-01', '5'], ['9999-12-31', '5'],
	['2026-02-12', '0'], ['2026-02-12', '-1'], ['2026-02-12', '1001'], ['2026-02-12', '1e1'], ['2026-02-12', '5.0'], ['2026-02-12', ''],
	['2026-02-12', '99999999999999999999'], ['2026-02-12', '<script>'], ['"><script>', '5'], ['2026-02-12', '５'],
];
for (const [from, days] of WRONG)
	test(`"${from}" and "${days}" are answered with what to put right`, async () => {
		const json = await deadline({ from, days });
		assert.equal(json.status, 422);
		assert.match(json.json.error, /请/);
		const page = await deadline({ from, days }, false);
		assert.equal(page.status, 422);
		assert.match(words(page), /请按“年-月-日”填写|请填 1 到 1000 之间的整数|太早或太晚/);
		assert.ok(!page.text.includes('<script>'));
	});
test('half a question is a question', async () => {
	assert.equal((await deadline({ from: '2026-02-12' })).status, 422);
	assert.equal((await deadline({ days: '5' })).status, 422);
	assert.equal((await deadline({ from: '2026-02-12', days: '5', other: 'x' })).status, 200);
});
