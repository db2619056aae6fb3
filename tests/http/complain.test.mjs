// complain.test.mjs - complaints from both sides: made with a name and without, assigned, answered, reopened, handled higher up;
// who may not see one; and what the whole portal holds of somebody who stayed anonymous.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { before, describe, test } from 'node:test';
import { Visitor, log_text, new_phone, officer, said, sign_up, sql, until, words } from './client.mjs';
import { pdf_read } from './pdf.mjs';
import { qr_read } from './qr.mjs';

const VAR = process.env.PORTAL_VAR;
const desk = {};
before(async () => {
	for (const login of ['tousu1', 'tousu2', 'tongchou1', 'guanli1', 'jiancha1', 'shijian1', 'shijian2', 'weijian1', 'chuangkou1'])
		desk[login] = await officer(login);
});

let n = 0;
const told = () => `第${++n}次去窗口排队，等了两个小时没有人说明原因，希望改进（${process.pid}）。`;
const form = (more = {}) => ({ kind: 'complaint', about: 'none', fault: 'attitude', facts: told(), who: 'named', name: '张示例', phone: new_phone(), ...more });
const send = async (who, fields) => who.submit(await who.get('/complain'), '/complain', fields);
const token_of = (r) => /^\/complain\/v\/(\w+)$/.exec(r.headers.location)[1];
// made - a complaint; {who, token, no, code, page}
async function made(fields, who = new Visitor()) {
	const r = await send(who, form(fields));
	assert.equal(r.status, 303, said(r));
	const token = token_of(r), page = await who.follow(r);
	const [, no] = /编号<\/dt><dd class="num-big">(\w+-\d+)</.exec(page.text);
	const [, code] = /查询码<\/dt><dd class="num-big">(\d{6})</.exec(page.text);
	return { who, token, no, code, page };
}
const at = (no, column) => sql(`SELECT ${column} FROM complaint WHERE number = '${no}'`)[0][0];
async function act(who, no, action, fields = {}) {
	return who.post(`/desk/complaints/${no}/act`, { act: action, version: at(no, 'version'), ...fields });
}
async function done(who, no, action, fields) {
	const r = await act(who, no, action, fields);
	assert.equal(r.status, 303, said(r));
	return r;
}
const own = (c, action, words_) => c.who.post(`/complain/v/${c.token}/act`, { act: action, version: at(c.no, 'version'), words: words_ });
const answer = { finding: 'upheld', words: '已经核实，当天窗口人手不足，现已增开窗口，向您道歉。' };

describe('a complaint', () => {
	test('goes to the window or the department as ZJG 14 says, due in five working days', async () => {
		const c = await made({ fault: 'attitude' });
		assert.equal(at(c.no, 'unit'), 'centre');
		assert.equal(at(c.no, 'due'), '2026-03-09');
		const d = await made({ fault: 'time', dept: 'market' });
		assert.equal(at(d.no, 'unit'), 'market');
		assert.equal(at(d.no, 'state'), 'routed');
		const unknown = await made({ fault: 'unknown' });
		assert.equal(at(unknown.no, 'state'), 'received'); // a person decides
		const report = await made({ fault: 'attitude', kind: 'report' });
		assert.equal(at(report.no, 'state'), 'received');
	});
	test('is answered, reopened with a reason, and goes to a higher level and another officer', async () => {
		const c = await made({ fault: 'time', dept: 'market' });
		await done(desk.shijian1, c.no, 'take');
		let r = await act(desk.shijian1, c.no, 'answer', { words: answer.words });
		assert.equal(r.status, 422, said(r));
		await done(desk.shijian1, c.no, 'answer', answer);
		assert.match(at(c.no, 'reply_no'), /^（市监）诉字〔2026〕第\d{5}号$/);
		const page = await c.who.get(`/complain/v/${c.token}`);
		assert.match(words(page), /情况属实/);
		assert.match(words(await c.who.get(`/complain/v/${c.token}/reply/1`)), /投诉处理书 （市监）诉字〔2026〕第\d+号.*调查结论：情况属实/);
		r = await own(c, 'reopen', '');
		assert.equal(r.status, 422, said(r));
		assert.match(r.text, /请写明理由/);
		r = await own(c, 'reopen', '还是没有说清楚为什么慢');
		assert.equal(r.status, 303, said(r));
		assert.equal(at(c.no, 'level'), '2');
		r = await act(desk.shijian1, c.no, 'take');
		assert.equal(r.status, 409, said(r));
		await done(desk.shijian2, c.no, 'take'); // leader of the department
		await done(desk.shijian2, c.no, 'answer', answer);
		await own(c, 'reopen', '仍然不满意');
		await done(desk.guanli1, c.no, 'take');
		await done(desk.guanli1, c.no, 'answer', answer);
		r = await own(c, 'reopen', '再来');
		assert.equal(r.status, 409, said(r));
		assert.equal((await own(c, 'satisfied')).status, 303);
		assert.equal(at(c.no, 'state'), 'closed');
	});
	test('is sent elsewhere with a reason only', async () => {
		const c = await made({ fault: 'attitude' });
		let r = await act(desk.tousu1, c.no, 'reroute', { fault: 'attitude', unit: 'health' });
		assert.equal(r.status, 422, said(r));
		await done(desk.tousu1, c.no, 'reroute', { fault: 'content', unit: 'health', words: '问的是业务规定' });
		assert.equal(at(c.no, 'unit'), 'health');
		r = await desk.shijian1.get(`/desk/complaints/${c.no}`);
		assert.equal(r.status, 404, 'another department');
		assert.equal((await desk.weijian1.get(`/desk/complaints/${c.no}`)).status, 200);
	});
	test('two officers reach for it at once: one has it, the other is told', async () => {
		const c = await made({ fault: 'attitude' });
		const version = at(c.no, 'version');
		const both = await Promise.all([desk.tousu1, desk.tousu2].map((o) =>
			o.csrf().then((csrf) => o.post(`/desk/complaints/${c.no}/act`, { csrf, act: 'take', version }))));
		assert.deepEqual(both.map((r) => r.status).sort(), [303, 409]);
	});
	test('about an officer does not exist for them, nor for who stands in for them', async () => {
		const [[name, id]] = sql("SELECT name, id FROM staff WHERE login = 'tousu1'");
		const c = await made({ about: 'person', about_text: name, fault: 'attitude' });
		assert.equal((await desk.tousu1.get(`/desk/complaints/${c.no}`)).status, 404);
		assert.equal((await act(desk.tousu1, c.no, 'take')).status, 404);
		assert.doesNotMatch((await desk.tousu1.get('/desk/complaints?tab=work')).text, new RegExp(c.no));
		assert.equal((await desk.tousu2.get(`/desk/complaints/${c.no}`)).status, 200);
		sql(`INSERT INTO substitution (a_staff, b_staff, from_at, until_at, reason, approver)
			SELECT ${id}, id, '2026-03-01', '2026-03-20', '示例', '示例' FROM staff WHERE login = 'tousu2'`);
		try {
			assert.equal((await desk.tousu2.get(`/desk/complaints/${c.no}`)).status, 404);
			assert.equal((await desk.tongchou1.get(`/desk/complaints/${c.no}`)).status, 200);
		} finally {
			sql("DELETE FROM substitution WHERE reason = '示例' AND approver = '示例'");
		}
		const other = await made({ fault: 'unknown' });
		await done(desk.tongchou1, other.no, 'name', { name });
		assert.equal((await desk.tousu1.get(`/desk/complaints/${other.no}`)).status, 404);
	});
	test('is found by number and query code, and not by a wrong one', async () => {
		const c = await made();
		const v = new Visitor(), page = await v.get('/complain/find');
		let r = await v.submit(page, '/complain/find', { number: c.no.toLowerCase(), code: c.code });
		assert.equal(r.status, 303, said(r));
		for (const code of ['000000', '12345', 'abcdef'].filter((x) => x !== c.code)) {
			r = await v.submit(page, '/complain/find', { number: c.no, code });
			assert.equal(r.status, 404, said(r));
		}
		for (let i = 0; i < 4; i++) r = await v.submit(page, '/complain/find', { number: c.no, code: '000001' });
		assert.equal(r.status, 429, 'six digits cannot be found by trying');
	});
	test('sent twice gives the first receipt; the same words from who knows whom give no code', async () => {
		const who = new Visitor(), page = await who.get('/complain'), fields = form({ who: 'anonymous' });
		const first = await who.submit(page, '/complain', fields), again = await who.submit(page, '/complain', fields);
		assert.equal(again.headers.location, first.headers.location);
		const other = await send(new Visitor(), fields);
		assert.equal(other.status, 200, said(other));
		assert.match(words(other), /已经收到/);
		assert.doesNotMatch(other.text, /\/complain\/v\//);
	});
	test('rude words are looked at first, withheld with a reason, and brought back by another', async () => {
		const c = await made({ facts: `${told()}王八蛋` });
		assert.equal(at(c.no, 'state'), 'received');
		assert.equal((await act(desk.tousu1, c.no, 'withhold')).status, 422);
		await done(desk.tousu1, c.no, 'withhold', { words: '只有辱骂' });
		assert.match(words(await c.who.get(`/complain/v/${c.token}`)), /只有辱骂/);
		assert.match((await desk.jiancha1.get('/desk/complaints?tab=held')).text, new RegExp(c.no));
		await done(desk.jiancha1, c.no, 'restore', { words: '里面有事实，应当处理' });
		assert.equal(at(c.no, 'state'), 'received');
	});
	test('scripts come back as words', async () => {
		const c = await made({ facts: `${told()}<script>alert(1)</script>` });
		assert.doesNotMatch(c.page.text, /<script>alert/);
		assert.match(c.page.text, /&lt;script&gt;alert/);
	});
	test('name and telephone are sealed, masked, and each look is logged', async () => {
		const phone = new_phone(), c = await made({ phone, name: '欧阳示例' });
		const page = await desk.tousu1.get(`/desk/complaints/${c.no}`);
		assert.doesNotMatch(page.text, new RegExp(`${phone}|欧阳示例`));
		const r = await desk.tousu1.post(`/desk/complaints/${c.no}/reveal`, { why: '回电核实' });
		assert.match(r.text, new RegExp(phone));
		assert.equal(sql(`SELECT COUNT(*) FROM access_log WHERE fields LIKE 'complaint ${c.no}%' AND reason = '回电核实'`)[0][0], '1');
		assert.equal(sql(`SELECT COUNT(*) FROM complaint WHERE number = '${c.no}' AND facts_sealed LIKE '%窗口%'`)[0][0], '0');
	});
	test('is written down at the desk or the telephone, with a printed receipt for that officer alone', async () => {
		const page = await desk.chuangkou1.get('/desk/complaints/new');
		const r = await desk.chuangkou1.submit(page, '/desk/complaints/new', form({ channel: 'phone', who: 'anonymous' }));
		assert.equal(r.status, 303, said(r));
		const no = r.headers.location.split('/').pop();
		assert.match(words(await desk.chuangkou1.get(`/desk/complaints/${no}/receipt`)), /查询码 \d{6}/);
		assert.equal((await desk.tousu1.get(`/desk/complaints/${no}/receipt`)).status, 404);
	});
	test('files are checked, and can be fetched by who has the code and by the desk', async () => {
		const c = await made();
		const bad = await c.who.upload(`/complain/file/${c.token}`, [{ name: '坏.pdf', bytes: 'x' }]);
		assert.equal(bad.status, 422, said(bad));
		const r = await c.who.upload(`/complain/file/${c.token}`, [{ name: '照片.png', bytes: png() }]);
		assert.equal(r.status, 303, said(r));
		const [, url] = new RegExp(`href="(/complain/file/${c.token}/\\d+)"`).exec((await c.who.get(`/complain/v/${c.token}`)).text);
		const file = await new Visitor().get(url);
		assert.equal(file.status, 200);
		assert.ok(!file.body.includes('SECRET-PLACE'), 'what the camera wrote is gone');
		const [, at_desk] = new RegExp(`href="(/desk/complaints/${c.no}/files/\\d+)"`).exec((await desk.tousu1.get(`/desk/complaints/${c.no}`)).text);
		assert.equal((await desk.tousu1.get(at_desk)).status, 200);
		assert.equal((await desk.shijian1.get(at_desk)).status, 404);
	});
});

const BASE = process.env.PORTAL_URL;
const pdf = async (who, url) => {
	const r = await who.get(url);
	assert.equal(r.status, 200, said(r));
	assert.equal(r.type, 'application/pdf');
	return { ...pdf_read(r.body), bytes: r.body };
};

describe('the written reply', () => {
	test('is a PDF of one A4 sheet that says what the page says, and is never changed', async () => {
		const c = await made({ fault: 'time', dept: 'market', about: 'window', about_text: 'A05' });
		assert.equal((await c.who.get(`/complain/v/${c.token}/reply/1/pdf`)).status, 404);
		await done(desk.shijian1, c.no, 'take');
		await done(desk.shijian1, c.no, 'answer', answer);
		const url = `/complain/v/${c.token}/reply/1`, page = await c.who.get(url), first = await pdf(c.who, `${url}/pdf`);
		assert.match(first.size, /A4/);
		assert.equal(first.pages, 1);
		assert.ok(first.fonts.every((f) => f.embedded === 'yes' && f.unicode === 'yes'));
		assert.equal(first.qr, `${BASE}/t/${c.token}`);
		assert.equal(qr_read(page.text), first.qr);
		const number = at(c.no, 'reply_no');
		for (const part of [number, '张**：', '您于2026年3月2日反映的投诉', '一个窗口（A05）', '办得太慢', '情况属实', answer.words, '2026年3月16日', c.no]) {
			assert.ok(first.text.includes(part.replace(/\s/g, '')), `${part}: ${first.text}`);
			if (part !== c.no) assert.ok(words(page).includes(part), `${part}: ${words(page)}`);
		}
		assert.doesNotMatch(first.text, /张示例|ZJG|AY6/);
		assert.ok(first.red > 0.002, `the seal is on it: ${first.red}`);
		assert.match(page.text, /<svg class="seal"[^>]*aria-label="示例市市场监督管理局业务专用章"/);
		await own(c, 'reopen', '没有说清楚');
		await done(desk.tongchou1, c.no, 'reroute', { fault: 'content', unit: 'health', words: '归卫健委' });
		await done(desk.weijian1, c.no, 'take');
		await done(desk.weijian1, c.no, 'answer', { finding: 'unfounded', words: '按规定办理，没有超过时间。' });
		const again = await pdf(c.who, `${url}/pdf`), second = await pdf(c.who, `/complain/v/${c.token}/reply/2/pdf`);
		assert.ok(again.bytes.equals(first.bytes), 'the first letter is as it was');
		sql(`UPDATE complaint_letter SET seal_legend = NULL WHERE number = '${number}'`);
		assert.ok((await pdf(c.who, `${url}/pdf`)).red < 0.002, 'no record, no seal');
		assert.doesNotMatch((await c.who.get(url)).text, /<svg class="seal"/);
		assert.match(second.text, /不属实.*没有超过时间/);
		assert.notEqual(at(c.no, 'reply_no'), number);
		assert.match(words(await c.who.get(`/complain/v/${c.token}`)), new RegExp(`投诉处理书 ${number}.*投诉处理书 （卫健）诉字`));
		for (const by of ['desk', 'feedback'])
			assert.equal(sql(`SELECT COUNT(*) FROM information_schema.TABLE_PRIVILEGES WHERE GRANTEE = "'${by}'@'localhost'" AND TABLE_NAME = 'complaint_letter' AND PRIVILEGE_TYPE IN ('UPDATE', 'DELETE')`)[0][0], '0');
	});
	test('has the full name in one\'s own account alone; the desk\'s copy has no code to act with', async () => {
		const person = await sign_up(), c = await made({ name: '欧阳示例' }, person);
		await done(desk.tousu1, c.no, 'take');
		await done(desk.tousu1, c.no, 'answer', answer);
		assert.match((await pdf(person, `/complain/v/${c.token}/reply/1/pdf`)).text, /欧阳示例：/);
		assert.match((await pdf(new Visitor(), `/complain/v/${c.token}/reply/1/pdf`)).text, /欧阳\*\*：/);
		const copy = await pdf(desk.tousu1, `/desk/complaints/${c.no}/reply/1/pdf`);
		assert.match(copy.text, /欧阳\*\*：/);
		assert.equal(copy.qr, `${BASE}/complain/find?no=${c.no}`);
		assert.ok((await new Visitor().get(`/complain/find?no=${c.no}`)).text.includes(`value="${c.no}"`));
		assert.doesNotMatch((await desk.tousu1.get(`/desk/complaints/${c.no}/reply/1`)).text, new RegExp(c.token));
		assert.equal((await desk.shijian1.get(`/desk/complaints/${c.no}/reply/1/pdf`)).status, 404);
	});
	test('to somebody without a name says nothing of them, signed in or not', async () => {
		const person = await sign_up({ name: '司马示例' }), c = await made({ who: 'anonymous', kind: 'report', name: '司马示例' }, person);
		await done(desk.tousu1, c.no, 'route', { fault: 'attitude' });
		await done(desk.tousu1, c.no, 'take');
		await done(desk.tousu1, c.no, 'answer', answer);
		for (const [who, url] of [[person, `/complain/v/${c.token}/reply/1/pdf`], [desk.tousu1, `/desk/complaints/${c.no}/reply/1/pdf`]]) {
			const letter = await pdf(who, url);
			assert.match(letter.text, /反映人：您于2026年3月2日反映的举报/);
			assert.doesNotMatch(letter.text + letter.title + letter.author, /司马|09:00/);
		}
	});
});

test('one\'s account lists what was sent with a name, and nothing that was sent without one', async () => {
	const person = await sign_up(), named = await made({}, person), nameless = await made({ who: 'anonymous' }, person);
	const asked = await person.submit(await person.get('/ask'), '/ask', { question: `周六开门吗（${process.pid}）？` });
	const page = await person.get('/account'), list = words(page);
	assert.match(list, new RegExp(`投诉 ${named.no} 已转办 2026年3月2日提交；我们最晚 2026年3月9日 答复`));
	assert.match(list, /咨询 SLZX\S+ 等人接 2026年3月2日提交；我们最晚 2026年3月5日 答复/);
	assert.ok(page.text.includes(`/complain/v/${named.token}`) && page.text.includes(asked.headers.location));
	assert.ok(!page.text.includes(nameless.no) && !page.text.includes(nameless.token));
	assert.doesNotMatch((await (await sign_up()).get('/account')).text, /complain\/v/);
});

// png - one dot, with a note as cameras and programs write them.
function png() {
	const crc = (b) => { let c = ~0; for (const x of b) { c ^= x; for (let i = 0; i < 8; i++) c = c >>> 1 ^ (c & 1 ? 0xEDB88320 : 0); } return ~c >>> 0; };
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(12 + data.length);
		out.writeUInt32BE(data.length); body.copy(out, 4); out.writeUInt32BE(crc(body), 8 + data.length);
		return out;
	};
	const head = Buffer.alloc(13); head.writeUInt32BE(1, 0); head.writeUInt32BE(1, 4); head[8] = 8;
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('tEXt', Buffer.from('Comment\0SECRET-PLACE')),
		chunk('IDAT', zlib.deflateSync(Buffer.from([0, 0]))), chunk('IEND', Buffer.alloc(0))]);
}

// --- nobody can be found ---------------------------------------------------------------------------------------------

// grep - files below a folder that hold one of the words.
function grep(folder, words_) {
	const found = [];
	for (const name of fs.readdirSync(folder, { recursive: true })) {
		const file = path.join(folder, name);
		let bytes;
		try { if (!fs.statSync(file).isFile()) continue; bytes = fs.readFileSync(file); } catch { continue; }
		for (const word of words_) if (bytes.includes(word)) found.push(`${name}: ${word}`);
	}
	return found;
}
// dump - every row of every table, as text.
function dump() {
	const tables = sql("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'").flat();
	const rows = sql(tables.map((t) => `SELECT 'table ${t}', t.* FROM ${t} t;`).join('\n')).map((r) => r.join('\t'));
	return tables.map((t) => ({ table: t, rows: rows.filter((r) => r.startsWith(`table ${t}\t`)) }));
}

describe('somebody who reports without a name', () => {
	test('is nowhere: not in the database, not in the logs, not in the files', async () => {
		const person = await sign_up(); // signed in all the while
		const session = person.cookies.get('portal_session'), agent = 'Findme-Agent/1.0';
		// a made-up address of its own, which does nothing but this
		const reporter = new Visitor();
		reporter.from = `127.${231 + process.pid % 20}.${(process.pid >> 4) % 250}.77`;
		reporter.cookies = new Map(person.cookies);
		reporter.csrf_page = '/complain'; // it goes nowhere else
		const headers = { 'User-Agent': agent, Referer: 'http://127.0.0.1/findme-referer' };
		const page = await reporter.get('/complain', { headers });
		const fields = form({ kind: 'report', fault: 'unknown', who: 'anonymous', name: '王小明明', phone: '13912340007' });
		const r = await reporter.submit(page, '/complain', fields, { headers });
		assert.equal(r.status, 303, said(r));
		const token = token_of(r);
		const file = await reporter.upload(`/complain/file/${token}`, [{ name: '王小明明的手机.png', bytes: png() }], {}, { headers });
		assert.equal(file.status, 303, said(file));
		const large = await reporter.send({ method: 'POST', path: '/complain', body: Buffer.alloc(400 * 1024), headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' } });
		assert.equal(large.status, 413);
		const shown = await reporter.get(`/complain/v/${token}`, { headers });
		const [, no] = /编号<\/dt><dd class="num-big">(\w+-\d+)</.exec(shown.text);
		// what goes wrong is in the log for whoever runs the portal, without an address
		await until('the log is written', () => / - \w+ \/complain 413 /.test(log_text('nginx')));
		await until('the log is written', () => / - GET \/complain\/v\/\* 200 /.test(log_text('nginx')));

		const traces = [reporter.from, agent, 'findme-referer', '王小明明', '13912340007'];
		const now = dump();
		for (const { table, rows } of now)
			for (const row of rows)
				for (const word of [...traces, session])
					assert.ok(!row.includes(word), `${table}: ${word}`);
		const [report] = sql(`SELECT id, account_id, name_mask, phone_mask, received_at FROM complaint WHERE number = '${no}'`);
		assert.deepEqual(report.slice(1, 4).map((x) => x ?? 'NULL'), ['NULL', 'NULL', 'NULL']);
		assert.match(report[4], /09:00:00/); // the hour, not the minute
		assert.equal(sql(`SELECT COUNT(*) FROM complaint_event WHERE complaint_id = ${report[0]} AND actor_id <> 0`)[0][0], '0');
		assert.equal(sql(`SELECT COUNT(*) FROM complaint_file WHERE complaint_id = ${report[0]} AND file_name = '附件1.png'`)[0][0], '1');
		for (const [bucket] of sql("SELECT bucket FROM rate_bucket WHERE bucket LIKE 'voice:%' AND bucket NOT LIKE 'voice:no:%'"))
			assert.match(bucket, /^voice:\w+:[0-9a-f]{3}$/); // 12 bits
		// logs and uploads; the clear text of an address is in neither
		assert.deepEqual(grep(path.join(VAR, 'log'), [...traces, session, token]), []);
		assert.deepEqual(grep(path.join(VAR, 'files'), [...traces, session, 'SECRET-PLACE']), []);
	});
	test('the test above would find others: reading a guide leaves an address in the log', async () => {
		const v = new Visitor();
		v.from = `127.${231 + process.pid % 20}.${(process.pid >> 4) % 250}.78`;
		await v.get('/matters');
		await new Promise((done_) => setTimeout(done_, 1500));
		assert.notDeepEqual(grep(path.join(VAR, 'log'), [v.from]), []);
	});
});
