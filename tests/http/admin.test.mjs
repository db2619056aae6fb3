// Administration: next year's working days, and who stands in for whom.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { act, acted, all_ok, case_page, received, submitted } from './cases.mjs';
import { form_read } from './html.mjs';
import { clock_set, exchange, officer, officer_add, said, sql, START, words } from './client.mjs';

let admin, manager;
const REGION = '540000';
const clean = () => sql(`DELETE FROM calendar_day WHERE YEAR(day) = 2027 OR region = '${REGION}';
	DELETE FROM calendar_year WHERE year = 2027 OR region = '${REGION}'`);
before(async () => {
	clean();
	admin = await officer(officer_add({ name: '示例·日历员', keys: ['city_admin'] }));
	manager = await officer('guanli1');
});
after(() => {
	clean();
	clock_set(START);
});

// --- the calendar -------------------------------------------------------------------------------------------------

// A year as a notice might set it; invented for the tests.
const ROWS_2027 = [
	['2027-01-01', 0, '元旦'], ['2027-01-31', 1, '春节调休上班'],
	...[5, 6, 7, 8, 9, 10, 11].map((d) => [`2027-02-${String(d).padStart(2, '0')}`, 0, '春节']), ['2027-02-13', 1, '春节调休上班'],
	['2027-04-05', 0, '清明节'], ...[1, 2, 3, 4, 5].map((d) => [`2027-05-0${d}`, 0, '劳动节']), ['2027-05-08', 1, '劳动节调休上班'],
	['2027-06-09', 0, '端午节'], ['2027-09-15', 0, '中秋节'], ['2027-09-26', 1, '国庆节调休上班'],
	...[1, 2, 3, 4, 5, 6, 7].map((d) => [`2027-10-0${d}`, 0, '国庆节']), ['2027-10-09', 1, '国庆节调休上班'],
];
const csv = (rows = ROWS_2027, eol = '\n') => ['date,working,name', ...rows.map((r) => r.join(','))].join(eol) + eol;
const FIELDS = { region: 'CN', year: '2027', notice_no: '示例发〔2026〕1号', text: csv() };
const send = (step, change = {}, who = admin) => who.post('/admin/calendar', { ...FIELDS, ...change, step });
const stored = (where = 'YEAR(day) = 2027') => sql(`SELECT day, working, name FROM calendar_day WHERE region = 'CN' AND ${where} ORDER BY day`);
const deadline = async (from, days) =>
	(await exchange({ path: `/deadline?from=${from}&days=${days}`, headers: { Accept: 'application/json' } })).json;

test('a preview says what would change, keeps what was typed and writes nothing', async () => {
	clean();
	const r = await send('preview');
	assert.equal(r.status, 200, said(r));
	const text = words(r);
	assert.match(text, /导入后会有这些变化.*确认导入/);
	for (const [date, working, name] of ROWS_2027)
		assert.match(text, new RegExp(`增加 ${date} 星期.：${working ? '上班' : '休息'}（${name}）`));
	const again = form_read(r.text, '/admin/calendar');
	for (const [name, value] of Object.entries(FIELDS)) assert.equal(again[name], value, name);
	assert.deepEqual(stored(), []);
});
test('an import is there at once, counts within a minute, and does nothing when repeated', async () => {
	clean();
	assert.deepEqual((await deadline('2027-02-04', 1)).provisional, true);
	const r = await send('apply');
	assert.equal(r.status, 303, said(r));
	assert.match(words(await admin.follow(r)), new RegExp(`2027 年的安排已导入，改动 ${ROWS_2027.length} 天.*全国 2027 示例发〔2026〕1号`));
	assert.deepEqual(stored(), ROWS_2027.map((row) => row.map(String)));
	const again = await send('apply');
	assert.equal(again.status, 303, said(again));
	assert.match(words(await admin.follow(again)), /改动 0 天/);
	assert.deepEqual(stored(), ROWS_2027.map((row) => row.map(String)));
	assert.match(words(await send('preview')), /和现在的安排一样，没有变化.*已按“示例发〔2026〕1号”导入过/);
	clock_set('2026-03-02 09:31:01');
	try {
		for (let n = 0; n < 20; n++) { // whichever worker answers
			const a = await deadline('2027-02-04', 2);
			assert.deepEqual([a.due, a.provisional, a.skipped.length, a.made_up], ['2027-02-13', false, 7, [{ date: '2027-02-13', reason: '春节调休上班' }]]);
		}
	} finally {
		clock_set(START);
	}
});
test('a correction of a year in use shows the difference and the warning', async () => {
	clean();
	await send('apply');
	const rows = ROWS_2027.filter(([date]) => date !== '2027-02-13').map((r) => (r[0] === '2027-01-31' ? [r[0], 1, '春节前调休上班'] : r));
	const r = await send('preview', { text: csv(rows) });
	const text = words(r);
	assert.match(text, /改动 2027-01-31 星期日：上班（春节调休上班） → 上班（春节前调休上班）/);
	assert.match(text, /删除 2027-02-13 星期六/);
	assert.match(text, /已经定下的到期日不会自动改变/);
	assert.equal(stored().length, ROWS_2027.length);
});
test('tables from spreadsheets: line ends, a mark at the start, blanks', async () => {
	for (const text of [csv(ROWS_2027, '\r\n'), `\uFEFF${csv()}`, csv().trimEnd(), csv().replace(/\n/g, '\n\n')]) {
		const r = await send('preview', { text });
		assert.equal(r.status, 200, said(r));
	}
});
const line = (n, text) => { const all = csv().split('\n'); all[n - 1] = text; return all.join('\n'); };
const FAULTS = [
	['no heading', csv().replace('date,working,name\n', ''), /第 1 行：第一行应当是“date,working,name”/],
	['a date that does not exist', line(3, '2027-02-30,0,春节'), /第 3 行：日期“2027-02-30”写得不对/],
	['a date of another year', line(3, '2026-01-31,1,春节调休上班'), /第 3 行：日期 2026-01-31 不在 2027 年/],
	['the same date twice', line(3, '2027-01-01,0,元旦'), /第 3 行：日期 2027-01-01 重复了，第 2 行已经写过/],
	['neither working nor off', line(3, '2027-01-31,2,春节'), /第 3 行：第二栏“2”不对/],
	['no name', line(3, '2027-01-31,1,'), /第 3 行：名称要有 1 到 40 个字/],
	['a name too long', line(3, `2027-01-31,1,${'长'.repeat(41)}`), /第 3 行：名称要有 1 到 40 个字/],
	['two columns', line(3, '2027-01-31,1'), /第 3 行：这一行应当有三栏/],
	['markup as a name', line(3, '2027-01-31,1,<b>"x"</b>'), /第 3 行：名称要有/],
	['a weekday at work', line(3, '2027-01-04,1,上班'), /第 3 行：2027-01-04 是星期一，本来就上班，不用写/],
	['a national holiday forgotten', csv(ROWS_2027.filter(([date]) => date !== '2027-10-01')), /10 月 1 日是法定节日，按这个文件却要上班/],
	['nothing but the heading', 'date,working,name\n', /文件里一天也没有/],
	['many at once', csv().replaceAll(',0,', ',off,'), /第 2 行：.*第 4 行：.*第 5 行：/],
];
for (const [what, text, message] of FAULTS)
	test(`a calendar with faults is not imported: ${what}`, async () => {
		clean();
		for (const step of ['preview', 'apply']) {
			const r = await send(step, { text });
			assert.equal(r.status, 422, said(r));
			assert.match(words(r), message);
			assert.match(words(r), /没有导入，请改正下面的问题/);
			assert.equal(form_read(r.text, '/admin/calendar').text, text, 'as typed');
		}
		assert.deepEqual(stored(), []);
	});
test('region and year have to fit', async () => {
	for (const change of [{ region: 'XX' }, { region: '12345' }, { region: "CN'" }, { year: '1999' }, { year: '2200' }, { year: '20x7' }, { year: '2026' },
		{ notice_no: '' }, { text: '' }, { text: 'x'.repeat(20001) }]) {
		const r = await send('apply', change);
		assert.equal(r.status, 422, `${JSON.stringify(change).slice(0, 60)}: ${said(r)}`);
	}
	assert.deepEqual(stored('YEAR(day) = 2026').length > 20, true, 'the year in use is as it was');
});
test('a region has days of its own, and the nation does not notice', async () => {
	const text = 'date,working,name\n2026-03-06,0,地方节日\n';
	const r = await send('apply', { region: REGION, year: '2026', text });
	assert.equal(r.status, 303, said(r));
	clock_set('2026-03-02 09:31:02');
	try {
		assert.equal((await deadline('2026-03-05', 1)).due, '2026-03-06');
	} finally {
		clock_set(START);
	}
});
test('two imports at the same moment leave one whole calendar', async () => {
	clean();
	const other = ROWS_2027.map(([d, w, n]) => [d, w, `${n}乙`]);
	const answers = await Promise.all([send('apply'), send('apply', { text: csv(other) }), send('apply')]);
	for (const r of answers) assert.ok([303, 409, 503].includes(r.status), said(r));
	const names = stored().map(([, , name]) => name.endsWith('乙'));
	assert.equal(names.length, ROWS_2027.length);
	assert.equal(new Set(names).size, 1, 'of one piece');
});
test('only administrators of the platform keep the calendar', async () => {
	const unit = await officer(officer_add({ dept: 'market', keys: ['unit_admin'] }));
	assert.equal((await send('apply', {}, unit)).status, 403);
	const home = words(await unit.get('/admin'));
	assert.match(home, /顶岗安排/);
	assert.doesNotMatch(home, /工作日历/);
});

// --- who stands in ------------------------------------------------------------------------------------------------

const arrange = (who, fields) => who.post('/admin/substitutions', {
	from_day: '2026-03-02', until_day: '2026-03-03', reason: 'A岗休假', ...fields,
});
const ids = () => sql('SELECT id FROM substitution ORDER BY id').flat();

test('who stands in has the rights of the other, and every act says so', async () => {
	const a_login = officer_add({ name: '示例·甲岗', post: '综合办理岗', keys: ['clerk'] });
	const b_login = officer_add({ name: '示例·乙岗', post: '咨询导办岗', keys: ['guide'] });
	const b = await officer(b_login);
	assert.equal((await b.get('/desk/intake')).status, 403);
	const r = await arrange(manager, { a_login, b_login });
	assert.equal(r.status, 303, said(r));
	assert.match(words(await manager.follow(r)), /已安排：示例·乙岗 顶 示例·甲岗 的岗。.*示例·甲岗 示例·乙岗 2026年3月2日 00:00 2026年3月4日 00:00 A岗休假 示例·中心管理员/);
	const c = await received(await officer('yushen1'), await officer('chuangkou1'));
	assert.equal((await b.get('/desk/intake')).status, 200);
	await acted(b, c.no, 'accept', all_ok);
	const [event] = sql(`SELECT e.actor_name, e.post, e.acting_name, (SELECT login FROM staff WHERE id = e.acting_for) FROM case_event e
		JOIN cases c ON c.id = e.case_id WHERE c.short_no = '${c.no}' AND e.action = 'accept'`);
	assert.deepEqual(event, ['示例·乙岗', '咨询导办岗', '示例·甲岗', a_login]);
	assert.match(words(await case_page(b, c.no)), /示例·乙岗（咨询导办岗） 代 示例·甲岗 行使/);
	// until the last day, and not a moment longer
	clock_set('2026-03-03 23:59:59');
	try {
		const late = await officer(b_login);
		assert.equal((await late.get('/desk/intake')).status, 200);
		clock_set('2026-03-04 00:00:00');
		assert.equal((await late.get('/desk/intake')).status, 403);
	} finally {
		clock_set(START);
	}
});
test('before the first day and after an early end there are no rights', async () => {
	const a_login = officer_add({ keys: ['clerk'] }), b_login = officer_add({ keys: ['guide'] });
	const b = await officer(b_login);
	await arrange(manager, { a_login, b_login, from_day: '2026-03-03', until_day: '2026-03-05' });
	assert.equal((await b.get('/desk/intake')).status, 403, 'tomorrow');
	clock_set('2026-03-03 09:00:00');
	try {
		const [there, head] = [await officer(b_login), await officer('guanli1')];
		assert.equal((await there.get('/desk/intake')).status, 200);
		const list = await head.get('/admin/substitutions');
		const id = /name="id" value="(\d+)"/g.exec(list.text) && ids().at(-1);
		const end = await head.post('/admin/substitutions/end', { id });
		assert.equal(end.status, 303, said(end));
		assert.equal((await there.get('/desk/intake')).status, 403);
		assert.equal((await head.post('/admin/substitutions/end', { id })).status, 404, 'once');
	} finally {
		clock_set(START);
	}
});
test('what does not fit is said beside the field, and kept as typed', async () => {
	const a_login = officer_add({ keys: ['clerk'] }), b_login = officer_add({ keys: ['clerk'] });
	const before_all = ids();
	for (const [change, field] of [
		[{ a_login: 'nobody' }, 'a_login'], [{ b_login: 'nobody' }, 'b_login'], [{ b_login: a_login }, 'b_login'], [{ b_login: 'shijian1' }, 'b_login'],
		[{ until_day: '2026-03-01' }, 'until_day'], [{ from_day: '2026-02-01', until_day: '2026-03-01' }, 'until_day'], [{ from_day: '2026-02-30' }, 'from_day'],
		[{ from_day: 'tomorrow' }, 'from_day'], [{ reason: '' }, 'reason'], [{ reason: '字'.repeat(201) }, 'reason'], [{ a_login: "x' OR '1'='1" }, 'a_login'],
	]) {
		const fields = { a_login, b_login, from_day: '2026-03-02', until_day: '2026-03-03', reason: 'A岗休假', ...change };
		const r = await arrange(manager, fields);
		assert.equal(r.status, 422, `${JSON.stringify(change)}: ${said(r)}`);
		assert.ok(r.text.includes(`href="#f-${field}"`), `${JSON.stringify(change)}: ${said(r)}`);
		const again = form_read(r.text, '/admin/substitutions');
		for (const [name, value] of Object.entries(fields)) assert.equal(again[name], value, name);
	}
	assert.deepEqual(ids(), before_all);
});
test('an administrator of a unit arranges for that unit only', async () => {
	const unit = await officer(officer_add({ dept: 'transport', keys: ['unit_admin'] }));
	const [a_login, b_login] = [officer_add({ name: '示例·交运甲', dept: 'transport', keys: ['reviewer'] }), officer_add({ name: '示例·交运乙', dept: 'transport' })];
	const clerks = [officer_add({ name: '示例·窗口甲', keys: ['clerk'] }), officer_add({ name: '示例·窗口乙', keys: ['clerk'] })];
	assert.equal((await arrange(unit, { a_login: clerks[0], b_login: clerks[1] })).status, 422);
	assert.equal((await arrange(unit, { a_login, b_login: clerks[1] })).status, 422);
	await arrange(manager, { a_login: clerks[0], b_login: clerks[1] });
	const foreign = ids().at(-1);
	assert.equal((await arrange(unit, { a_login, b_login })).status, 303);
	const list = words(await unit.get('/admin/substitutions'));
	assert.match(list, /示例·交运甲/);
	assert.doesNotMatch(list, /示例·窗口甲/);
	for (const id of [foreign, '999999999']) assert.equal((await unit.post('/admin/substitutions/end', { id })).status, 404);
	for (const id of ['0', '-1', 'x', '']) assert.equal((await unit.post('/admin/substitutions/end', { id })).status, 422);
	const b = await officer(b_login);
	const c = await submitted('F3');
	assert.equal((await b.get(`/desk/case/${c.no}`)).status, 200, 'a case of the department');
	assert.equal((await act(b, (await submitted()).no, 'terminate', { reason: '测试的理由', version: '1' })).status, 404, 'and of no other');
});
