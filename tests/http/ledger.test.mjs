// Ledgers: what was received, accepted, decided and delivered, on the page and as a file for spreadsheet programs.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { acted, case_page, result_ready, taker } from './cases.mjs';
import { officer, officer_add, said, sign_up, sql, Visitor, words } from './client.mjs';

let pre, clerk, civil, market, issuer;
before(async () => {
	[pre, clerk, civil, market, issuer] = await Promise.all(['yushen1', 'chuangkou1', 'minzheng1', 'shijian1', 'fazheng1'].map((l) => officer(l)));
});

// parse - CSV after RFC 4180, written for this test: rows of cells.
function parse(text) {
	const rows = [];
	let at = 0;
	while (at < text.length) {
		const row = [];
		for (;;) {
			let cell = '';
			if (text[at] === '"') {
				for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
					assert.ok(at < text.length, 'a quote is not closed');
					if (text[at] === '"') at++;
					cell += text[at];
				}
				at++;
			} else {
				while (at < text.length && !',\r\n'.includes(text[at])) cell += text[at++];
			}
			row.push(cell);
			if (text[at] !== ',') break;
			at++;
		}
		assert.equal(text.slice(at, at + 2), '\r\n', 'rows end with CRLF');
		at += 2;
		rows.push(row);
	}
	return rows;
}
async function file(staff, query = '') {
	const r = await staff.get(`/desk/ledger.csv?from=2026-03-02&until=2026-03-02${query}`);
	assert.equal(r.status, 200, said(r));
	assert.equal(r.headers['content-type'], 'text/csv; charset=utf-8');
	assert.match(r.headers['content-disposition'], /^attachment; filename\*=UTF-8''/);
	assert.deepEqual([...r.body.subarray(0, 3)], [0xEF, 0xBB, 0xBF], 'the mark of UTF-8');
	const [names, ...rows] = parse(r.body.subarray(3).toString('utf8'));
	return rows.map((cells) => {
		assert.equal(cells.length, names.length);
		return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
	});
}
const delivered = async (options) => {
	const c = await result_ready(pre, clerk, civil, options);
	await acted(issuer, c.no, 'issue', taker(c.person));
	return c;
};
const row_of = (rows, c) => rows.filter((r) => r['办件编号'] === c.no);

test('a case is in each of the four ledgers once, masked, with who did it', async () => {
	const c = await delivered();
	for (const [kind, name, step, by] of [['received', '收件', '窗口已收件', '示例·窗口员一'], ['accepted', '受理', '已受理', '示例·窗口员一'],
		['decided', '办结', '准予', '示例·民政审查员'], ['delivered', '送达', '结果已领取', '示例·发证员']]) {
		const [row, ...more] = row_of(await file(clerk, `&kind=${kind}`), c);
		assert.ok(row, kind);
		assert.equal(more.length, 0);
		assert.equal(row['台账'], name);
		assert.equal(row['办理环节'], step);
		assert.equal(row['经办人'], by);
		assert.equal(row['申请人'], '示**');
		assert.equal(row['证件号码'], `410***********${c.person.id_no.slice(-4)}`);
		assert.match(row['时间'], /^2026-03-02 \d\d:\d\d$/);
		assert.equal(row['业务主管部门'], '示例市民政局');
		assert.match(row['文书编号'], /^（民政）.字〔2026〕第\d+号$/);
		assert.ok((await clerk.get(`/desk/ledger?kind=${kind}&dept=civil`)).text.includes('导出表格'));
	}
});

test('a decision on the spot is in the ledger of acceptance and in that of decisions', async () => {
	const { received, every_ok } = await import('./cases.mjs');
	const c = await received(pre, clerk, { matter: 'F4' });
	await acted(clerk, c.no, 'grant_on_spot', await every_ok(clerk, c.no));
	for (const kind of ['accepted', 'decided'])
		assert.equal(row_of(await file(clerk, `&kind=${kind}`), c).length, 1, kind);
});

test('a department reads its own ledger and no other, whatever the address says', async () => {
	const c = await delivered();
	assert.equal(row_of(await file(civil, '&kind=delivered'), c).length, 1);
	assert.equal(row_of(await file(civil, '&kind=delivered&dept=market'), c).length, 1);
	assert.equal(row_of(await file(market, '&kind=delivered&dept=civil'), c).length, 0);
	assert.equal(row_of(await file(clerk, '&kind=delivered&dept=market'), c).length, 0);
	assert.doesNotMatch((await civil.get('/desk/ledger')).text, /name="dept"/);
});

test('names that begin like formulas stay text', async () => {
	const c = await delivered();
	for (const name of ['=HYPERLINK("http://example.org","领奖")公司', '+86公司', '-2公司', '@公司', '\tCMD公司', '＝公司', 'a"b,c\n公司']) {
		sql(`UPDATE cases SET applicant_kind = 'legal', applicant_name = '${name.replaceAll('\\', '\\\\').replaceAll("'", "''")}' WHERE short_no = '${c.no}'`);
		const [row] = row_of(await file(clerk, '&kind=delivered'), c);
		const cell = row['申请人'];
		assert.equal(cell.replace(/^'/, ''), name);
		assert.equal(cell.startsWith("'"), !name.startsWith('a'), cell);
	}
	sql(`UPDATE cases SET applicant_kind = 'natural', applicant_name = '${c.person.name}' WHERE short_no = '${c.no}'`);
});

test('each export is on record: who, what, how many', async () => {
	const login = officer_add({ keys: ['manager'], name: '示例·查账人' });
	const staff = await officer(login);
	const rows = await file(staff, '&kind=received&dept=civil');
	const log = sql("SELECT fields, reason, case_id IS NULL FROM access_log WHERE staff_name = '示例·查账人'");
	assert.deepEqual(log, [['ledger received', `导出收件台账 2026-03-02 至 2026-03-02，civil，${rows.length} 条`, '1']]);
});

test('wrong filters are said and kept; nobody else gets in', async () => {
	for (const [query, says] of [['from=2026-13-01', /日期不对/], ['from=2026-03-05&until=2026-03-01', /不能早于/], ['kind=nothing', /哪一种/]]) {
		for (const page of ['ledger', 'ledger.csv']) {
			const r = await clerk.get(`/desk/${page}?${query}`);
			assert.equal(r.status, 422, said(r));
			assert.match(words(r), says);
		}
	}
	assert.ok((await clerk.get('/desk/ledger?from=2026-13-01')).text.includes('value="2026-13-01"'));
	const person = await sign_up();
	for (const page of ['/desk/ledger', '/desk/ledger.csv']) {
		assert.equal((await new Visitor().get(page)).status, 401);
		assert.equal((await person.get(page)).status, 401);
		assert.equal((await pre.get(page)).status, 403);
		assert.equal((await clerk.post(page)).status, 405);
	}
});

test('pages follow each other without a gap, and too long a file is refused with a way out', async () => {
	const c = await delivered();
	// many entries of earlier years, made by hand: a ledger is read, not written
	const [[id]] = sql(`SELECT id FROM cases WHERE short_no = '${c.no}'`);
	sql(`INSERT INTO case_event (case_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, clause, prev_hash, hash)
		SELECT ${id}, 1000 + seq, '2021-01-01' + INTERVAL seq MINUTE, 'receive', 'draft', 'received', 'staff', 1, '示例', 'x', REPEAT('h', 32), REPEAT('h', 32)
		FROM seq_1_to_10100`);
	try {
		const seen = new Set();
		let url = '/desk/ledger?from=2021-01-01&until=2021-01-01';
		for (let n = 0; url && n < 4; n++) {
			const r = await clerk.get(url);
			for (const [, at] of r.text.matchAll(/data-label="时间">([^<]+)</g)) {
				assert.ok(!seen.has(at), at);
				seen.add(at);
			}
			url = /rel="next" href="([^"]+)"/.exec(r.text)?.[1].replaceAll('&amp;', '&');
		}
		assert.equal(seen.size, 200);
		const long = await clerk.get('/desk/ledger.csv?from=2021-01-01&until=2021-01-31');
		assert.equal(long.status, 422);
		assert.match(words(long), /超过 10000 条.*结束日期改成 2021-01-06/);
		const fits = await clerk.get('/desk/ledger.csv?from=2021-01-01&until=2021-01-06');
		assert.equal(fits.status, 200);
		const rows = parse(fits.body.subarray(3).toString('utf8')).slice(1);
		assert.equal(new Set(rows.map((r) => r[1])).size, 6 * 1440 - 1);
	} finally {
		sql(`DELETE FROM case_event WHERE case_id = ${id} AND seq > 1000`);
	}
	assert.equal((await case_page(clerk, c.no)).status, 200);
});
