// The hall as its manager keeps it: groups, windows and posts, hours from a day on, closures; shown before they are confirmed, and
// nobody who booked is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { form_read } from './html.mjs';
import { clock_set, job, matter_codes, officer, officer_add, said, sign_up, sql, START, words } from './client.mjs';

let manager;
before(async () => {
	sql(`DELETE FROM rate_bucket WHERE bucket LIKE 'book:%'`);
	manager = await officer('guanli1');
	// what other files booked would be counted here too
	sql(`UPDATE place p JOIN booking b ON b.id = p.booking_id SET p.booking_id = NULL, p.live_key = NULL WHERE b.state = 'booked';
		UPDATE booking SET state = 'cancelled' WHERE state = 'booked'`);
	await job('clock');
});
after(async () => {
	clock_set(START);
	sql('UPDATE closure SET ended_at = NOW(3) WHERE ended_at IS NULL');
	await job('clock');
});

const record = (topic) => sql(`SELECT what FROM hall_change WHERE topic = '${topic}' ORDER BY id DESC LIMIT 1`)[0]?.[0];
const slot_at = (group, day, minute) => sql(`SELECT id FROM slot WHERE group_code = '${group}' AND day = '${day}' AND from_min = ${minute}`)[0]?.[0];
// booked - a visit of a new person; gives the person, the address of the visit and the number.
async function booked(group, day, minute, name = '欧阳示例') {
	const person = await sign_up({ name });
	const hold = await person.post(`/booking/for/${group}/${day}`, { slot: slot_at(group, day, minute) });
	assert.equal(hold.status, 303, said(hold));
	const r = await person.post(hold.headers.location, {});
	assert.equal(r.status, 303, said(r));
	const number = /Y\d{6}/.exec((await person.get(r.headers.location)).text)[0];
	return { person, number, url: r.headers.location, id: Number(number.slice(1)) };
}
const messages = (b) => sql(`SELECT template FROM outbox WHERE topic = 'booking' AND topic_id = ${b.id} ORDER BY topic_seq`).flat();
const told = (b) => sql(`SELECT body FROM outbox WHERE topic = 'booking' AND topic_id = ${b.id} ORDER BY topic_seq DESC LIMIT 1`)[0][0];
const closed = (group, day) => sql(`SELECT closed_why FROM slot WHERE group_code = '${group}' AND day = '${day}' AND closed = 1`).flat();
const sure_of = (r) => /name="sure" value="(\w+)"/.exec(r.text)?.[1];
// preview, confirmed - as the browser sends it: first without the word, then with what the page shows.
async function preview(url, fields) {
	const r = await manager.post(url, fields);
	assert.equal(r.status, 200, said(r));
	assert.ok(sure_of(r), said(r));
	return r;
}
async function confirmed(url, fields, page) {
	const r = await manager.submit(page, url, { ...fields, sure: sure_of(page) });
	assert.equal(r.status, 303, said(r));
	return manager.follow(r);
}

// --- who may ---------------------------------------------------------------------------------------------------------

test('the menu leads to the pages, for the manager only', async () => {
	const home = await manager.get('/admin');
	for (const page of ['groups', 'windows', 'hours', 'closures']) assert.ok(home.text.includes(`href="/admin/${page}"`), page);
	const unit = await officer(officer_add({ dept: 'market', keys: ['unit_admin'] }));
	assert.ok(!(await unit.get('/admin')).text.includes('/admin/windows'));
	for (const who of [unit, await officer('chuangkou1')]) {
		for (const page of ['groups', 'groups/A', 'windows', 'windows/A01', 'hours', 'hours/A', 'closures'])
			assert.equal((await who.get(`/admin/${page}`)).status, 403, page);
		assert.equal((await who.post('/admin/closures', CLOSURE)).status, 403);
	}
});

// --- closures ----------------------------------------------------------------------------------------------------------

const CLOSURE = { group: 'C', from_day: '2026-03-10', from_time: '09:15', until_day: '2026-03-10', until_time: '12:00', reason: '设备检修' };

test('a closure is shown with whom it concerns, then confirmed; who booked is told, offered another time, and never lost', async () => {
	const b = await booked('C', '2026-03-10', 540), free = await booked('C', '2026-03-10', 810);
	const page = await preview('/admin/closures', CLOSURE);
	const text = words(page);
	assert.match(text, /还没有停办，请先看一遍 社会民生，3月10日（星期二）09:15 到 12:00/);
	assert.match(text, /影响 1 个预约/);
	assert.ok(text.includes(b.number) && !text.includes(free.number));
	assert.ok(text.includes('欧阳**') && !page.text.includes('欧阳示例'), 'names are masked');
	assert.match(text, new RegExp(`您预约的“社会民生”（${b.number}）：3月10日（星期二）09:00—09:30不能办理了（设备检修）`));
	assert.deepEqual(sql('SELECT COUNT(*) FROM closure'), [['0']], 'nothing yet');
	assert.deepEqual(closed('C', '2026-03-10'), []);
	const typed = form_read(page.text, '/admin/closures');
	for (const [name, value] of Object.entries(CLOSURE)) assert.equal(typed[name], value, name);

	const done = await confirmed('/admin/closures', CLOSURE, page);
	assert.match(words(done), /已停办：社会民生.*还没到.*撤回/);
	assert.match(record('closure'), /^停办：社会民生，3月10日（星期二）09:15 到 12:00，原因：设备检修。影响 1 个预约。$/);
	// at once: nothing can be taken there any more, and why is on the slots
	assert.deepEqual(closed('C', '2026-03-10'), Array(6).fill('设备检修'));
	const other = await sign_up();
	assert.equal((await other.post('/booking/for/C/2026-03-10', { slot: slot_at('C', '2026-03-10', 600) })).status, 409);

	await job('clock');
	assert.deepEqual(messages(b), ['booking_made', 'booking_closed']);
	assert.deepEqual(messages(free), ['booking_made']);
	assert.match(told(b), /不能办理了（设备检修），很抱歉。给您留了3月\d+日/);
	const visit = await b.person.get(b.url);
	assert.match(words(visit), /设备检修/);
	assert.deepEqual(sql(`SELECT state, displaced_at IS NOT NULL FROM booking WHERE id = ${b.id}`), [['booked', '1']]);
	const [[kept]] = sql(`SELECT COUNT(*) FROM place WHERE hold_until > '2026-03-02 09:30:00'`);
	assert.ok(Number(kept) >= 1, 'another time is kept');
	// asked again, the same closure concerns nobody: they know
	assert.match(words(await preview('/admin/closures', CLOSURE)), /没有人约了这些时间/);

	const [[id]] = sql('SELECT MAX(id) FROM closure');
	const back = await manager.post('/admin/closures/end', { id });
	assert.match(words(await manager.follow(back)), /已撤回，一分钟左右恢复放号/);
	assert.match(record('closure'), /^撤回停办：社会民生/);
	assert.equal((await manager.post('/admin/closures/end', { id })).status, 409, 'once');
	assert.equal((await manager.post('/admin/closures/end', { id: '99999999' })).status, 404);
	await job('clock');
	assert.deepEqual(closed('C', '2026-03-10'), []);
	assert.deepEqual(messages(b), ['booking_made', 'booking_closed', 'booking_reopened']);
});

test('a closure that is taken back before the clock job runs leaves no place shut and tells nobody', async () => {
	const b = await booked('C', '2026-03-11', 540);
	const open = () => sql(`SELECT COUNT(*) FROM place p JOIN slot s ON s.id = p.slot_id WHERE s.group_code = 'C' AND s.day = '2026-03-11'
		AND p.opens_at < '9999-01-01'`)[0][0];
	const before_it = open();
	const whole = { ...CLOSURE, from_day: '2026-03-11', until_day: '2026-03-11', from_time: '', until_time: '' };
	const page = await preview('/admin/closures', whole);
	assert.match(words(page), /3月11日（星期三）全天/);
	await confirmed('/admin/closures', whole, page);
	assert.equal(open(), '0');
	const [[id]] = sql('SELECT MAX(id) FROM closure');
	await manager.post('/admin/closures/end', { id });
	await job('clock');
	assert.equal(open(), before_it);
	assert.deepEqual(closed('C', '2026-03-11'), []);
	assert.deepEqual(messages(b), ['booking_made']);
});

test('what is confirmed is what was shown: somebody books in between, or the form is changed, and it is shown again', async () => {
	const fields = { ...CLOSURE, from_day: '2026-03-12', until_day: '2026-03-12' };
	const page = await preview('/admin/closures', fields);
	const b = await booked('C', '2026-03-12', 600);
	for (const [change, sure] of [[{}, sure_of(page)], [{ until_time: '11:00' }, sure_of(page)], [{}, 'X'.repeat(26)], [{}, 'x']]) {
		const r = await manager.post('/admin/closures', { ...fields, ...change, sure });
		assert.equal(r.status, 409, said(r));
		assert.match(words(r), /情况变了.*请再看一遍/);
		assert.ok(words(r).includes(b.number));
	}
	// another officer's word is not ours
	const other = await officer(officer_add({ keys: ['manager'] }));
	const shown = await preview('/admin/closures', fields);
	assert.equal((await other.post('/admin/closures', { ...fields, sure: sure_of(shown) })).status, 409);
	assert.deepEqual(closed('C', '2026-03-12'), []);
	await confirmed('/admin/closures', fields, shown);
	assert.equal(closed('C', '2026-03-12').length, 6);
});

test('the whole centre, for days', async () => {
	const people = [await booked('A', '2026-03-18', 540), await booked('E', '2026-03-19', 540)];
	const fields = { ...CLOSURE, group: 'all', from_day: '2026-03-18', until_day: '2026-03-19', from_time: '', until_time: '', reason: '全面消毒' };
	const page = await preview('/admin/closures', fields);
	assert.match(words(page), /整个中心，3月18日（星期三）到3月19日（星期四），全天.*影响 2 个预约/);
	await confirmed('/admin/closures', fields, page);
	await job('clock');
	for (const b of people) assert.deepEqual(messages(b), ['booking_made', 'booking_closed']);
	assert.equal(sql(`SELECT COUNT(*) FROM slot WHERE day IN ('2026-03-18', '2026-03-19') AND closed = 0`)[0][0], '0');
});

test('a closure that cannot be is said beside the field and kept as typed', async () => {
	const count = () => sql('SELECT COUNT(*) FROM closure')[0][0];
	const before_it = count();
	for (const [change, field] of [
		[{ group: '' }, 'group'], [{ group: 'Q' }, 'group'], [{ from_day: '' }, 'from_day'], [{ from_day: '2026-03-01', until_day: '2026-03-03' }, 'from_day'],
		[{ until_day: '2026-03-09' }, 'until_time'], [{ until_time: '09:15' }, 'until_time'], [{ until_day: '2027-06-01' }, 'until_day'],
		[{ from_time: '25:00' }, 'from_time'], [{ from_time: '9:15' }, 'from_time'], [{ until_time: '12:60' }, 'until_time'], [{ reason: '' }, 'reason'],
		[{ from_day: '2026-03-02', until_day: '2026-03-02', from_time: '08:00', until_time: '09:00' }, 'until_day'], [{ reason: '字'.repeat(101) }, 'reason'],
	]) {
		const fields = { ...CLOSURE, ...change };
		const r = await manager.post('/admin/closures', fields);
		assert.equal(r.status, 422, `${JSON.stringify(change)}: ${said(r)}`);
		assert.ok(r.text.includes(`href="#f-${field}"`) && r.text.includes(`id="f-${field}"`), `${JSON.stringify(change)}: ${said(r)}`);
		const again = form_read(r.text, '/admin/closures');
		for (const [name, value] of Object.entries(fields)) if (name !== 'group') assert.equal(again[name], value, name);
	}
	assert.equal(count(), before_it);
});

// --- hours -------------------------------------------------------------------------------------------------------------

const HOURS = {
	d1: undefined, d2: undefined, d3: undefined, d4: '1', d5: undefined, open: 'open', from_1: '09:00', until_1: '12:00', from_2: '13:30', until_2: '16:00',
	slot_min: '30', places: '2', from_day: '2026-03-12',
};
const rules = (group, weekday) => sql(`SELECT from_min, until_min, places, from_day, IFNULL(until_day, '-') FROM opening
	WHERE group_code = '${group}' AND weekday = ${weekday} ORDER BY id`).map((r) => r.join(' '));

test('hours from a day on: shown with whose time is gone, then confirmed; the old rule ends the day before', async () => {
	const before_it = await booked('B', '2026-03-05', 990), gone = await booked('B', '2026-03-12', 990), stays = await booked('B', '2026-03-12', 600);
	const page = await preview('/admin/hours/B', HOURS);
	const text = words(page);
	assert.match(text, /还没有改，请先看一遍 从2026年3月12日起，星期四：09:00—12:00（每 30 分钟 2 个号）；13:30—16:00（每 30 分钟 2 个号）；/);
	assert.match(text, /取消 6 个，新增 0 个， 33 个改了号数/);
	assert.match(text, /影响 1 个预约/);
	assert.ok(text.includes(gone.number) && !text.includes(stays.number) && !text.includes(before_it.number));
	assert.match(text, /开放时间有调整，这个时间不再办理/);
	assert.deepEqual(rules('B', 4), ['540 720 5 2020-01-01 -', '810 1020 5 2020-01-01 -'], 'nothing yet');
	const again = form_read(page.text, '/admin/hours/B');
	for (const [name, value] of Object.entries(HOURS)) assert.equal(again[name], value, name);

	const done = await confirmed('/admin/hours/B', HOURS, page);
	assert.match(words(done), /已改：企业开办，星期四.*从2026年3月12日起 星期一到星期三、星期五 09:00—12:00（每 30 分钟 5 个号）.* 星期四 09:00—12:00（每 30 分钟 2 个号）/);
	assert.deepEqual(rules('B', 4), ['540 720 5 2020-01-01 2026-03-11', '810 1020 5 2020-01-01 2026-03-11', '540 720 2 2026-03-12 -', '810 960 2 2026-03-12 -']);
	assert.match(record('hours'), /^企业开办从2026年3月12日起，星期四：09:00—12:00（每 30 分钟 2 个号），13:30—16:00.*影响 1 个预约。$/);
	await job('clock');
	assert.deepEqual(messages(gone), ['booking_made', 'booking_closed']);
	assert.match(told(gone), /给您留了/);
	assert.deepEqual(sql(`SELECT state FROM booking WHERE id = ${gone.id}`), [['booked']]);
	assert.equal((await gone.person.get(gone.url)).status, 200);
	for (const b of [before_it, stays]) assert.deepEqual(messages(b), ['booking_made']);

	// a later plan is replaced, not added to
	const later = { ...HOURS, from_day: '2026-03-05', until_2: '17:00', places: '5' };
	const p2 = await preview('/admin/hours/B', later);
	assert.match(words(p2), /新增 6 个/);
	await confirmed('/admin/hours/B', later, p2);
	assert.deepEqual(rules('B', 4), ['540 720 5 2020-01-01 2026-03-04', '810 1020 5 2020-01-01 2026-03-04', '540 720 5 2026-03-05 -', '810 1020 5 2026-03-05 -']);
	await job('clock');
	assert.deepEqual(messages(gone), ['booking_made', 'booking_closed', 'booking_reopened']);
});

test('not open on a weekday; and what was shown must still be so', async () => {
	const b = await booked('E', '2026-03-13', 540);
	const shut = { ...HOURS, d4: undefined, d5: '1', open: 'shut', from_day: '2026-03-13' };
	const page = await preview('/admin/hours/E', shut);
	assert.match(words(page), /星期五：不开放；.*影响 1 个预约/);
	const late = await booked('E', '2026-03-13', 600, '示例乙');
	const r = await manager.post('/admin/hours/E', { ...shut, sure: sure_of(page) });
	assert.equal(r.status, 409, said(r));
	assert.match(words(r), /情况变了.*影响 2 个预约/);
	assert.deepEqual(rules('E', 5), ['540 720 2 2020-01-01 -', '810 1020 2 2020-01-01 -']);
	await confirmed('/admin/hours/E', shut, r);
	await job('clock');
	for (const x of [b, late]) assert.deepEqual(messages(x), ['booking_made', 'booking_closed']);
	assert.equal(sql(`SELECT COUNT(*) FROM slot WHERE group_code = 'E' AND DAYOFWEEK(day) = 6 AND day BETWEEN '2026-03-13' AND '2026-03-30' AND closed = 0`)[0][0], '0'); // as far as places are given out; other tests were later in the year
	const open = { ...shut, open: 'open', until_2: '17:00', from_day: '2026-03-13' };
	await confirmed('/admin/hours/E', open, await preview('/admin/hours/E', open));
	await job('clock');
});

test('far ahead, nobody is concerned yet', async () => {
	const page = await preview('/admin/hours/E', { ...HOURS, from_day: '2026-06-01' });
	assert.match(words(page), /现在只放号到2026年3月30日，还没有放到那一天.*没有人约了这些时间/);
});

test('hours that cannot be are said beside the field and kept as typed', async () => {
	for (const [change, field] of [
		[{ d4: undefined }, 'd1'], [{ from_day: '2026-03-02' }, 'from_day'], [{ from_day: '2027-04-01' }, 'from_day'], [{ from_1: '', until_1: '', from_2: '', until_2: '' }, 'from_1'],
		[{ from_1: '12:00', until_1: '09:00' }, 'until_1'], [{ from_2: '11:30' }, 'from_2'], [{ until_2: '' }, 'until_2'], [{ slot_min: '4' }, 'slot_min'], [{ slot_min: '' }, 'slot_min'],
		[{ until_1: '09:20' }, 'until_1'], [{ places: '501' }, 'places'], [{ open: '' }, 'open'], [{ from_1: '9 点' }, 'from_1'],
	]) {
		const fields = { ...HOURS, ...change };
		const r = await manager.post('/admin/hours/C', fields);
		assert.equal(r.status, 422, `${JSON.stringify(change)}: ${said(r)}`);
		assert.ok(r.text.includes(`href="#f-${field}"`) && r.text.includes(`id="f-${field}"`), `${JSON.stringify(change)}: ${said(r)}`);
		const again = form_read(r.text, '/admin/hours/C');
		for (const [name, value] of Object.entries(fields)) if (name !== 'open') assert.equal(again[name], value, name);
	}
	assert.equal(rules('C', 4).length, 2);
	assert.equal((await manager.get('/admin/hours/Q')).status, 404);
});

// --- groups --------------------------------------------------------------------------------------------------------------

const GROUP = { name: '医疗保障', summary: '医保登记和报销', serve_min: '12', bookable: '1', position: '7' };

test('a matter that is on and in no group is named, until it is in one', async () => {
	const code = matter_codes.F6;
	const [[was]] = sql(`SELECT group_code FROM group_matter WHERE matter_code = '${code}'`);
	sql(`DELETE FROM group_matter WHERE matter_code = '${code}'`);
	assert.match(words(await manager.get('/admin/groups')), /有事项还没有归到分组.*老年人优待证/);
	const page = await manager.get('/admin/groups/A');
	assert.match(page.text, new RegExp(`<option value="${code}">[^<]*（还没有归组）`));
	const r = await manager.submit(page, '/admin/groups/A/matters', { matter: code });
	assert.match(words(await manager.follow(r)), /归到“综合受理”了/);
	assert.doesNotMatch(words(await manager.get('/admin/groups')), /有事项还没有归到分组/);
	assert.match(record('group'), /^事项“.*老年人优待证.*”归到 A 综合受理$/);
	// from one group to another
	await manager.post(`/admin/groups/${was}/matters`, { matter: code });
	assert.deepEqual(sql(`SELECT group_code FROM group_matter WHERE matter_code = '${code}'`), [[was]]);
	assert.equal((await manager.post('/admin/groups/A/matters', { matter: 'nothing' })).status, 422);
	assert.equal((await manager.post('/admin/groups/Q/matters', { matter: code })).status, 404);
});

test('a new group lacks windows and hours, and says so until it has them', async () => {
	const r = await manager.post('/admin/groups', { code: 'M', ...GROUP });
	const page = await manager.follow(r);
	assert.match(words(page), /已新增“医疗保障”.*还没有窗口办这类业务.*还没有开放时间/);
	assert.match(record('group'), /^新增 M 医疗保障：每人 12 分钟，可以预约，排第 7；医保登记和报销$/);
	assert.match(words(await manager.get('/admin/groups')), /有分组还不能办理 M 医疗保障 ：没有窗口办理，也没有开放时间/);
	assert.equal((await manager.post('/admin/groups', { code: 'M', ...GROUP })).status, 422, 'twice');
	const changed = await manager.submit(page, '/admin/groups/M', { serve_min: '25' });
	assert.match(words(await manager.follow(changed)), /已保存/);
	assert.deepEqual(sql(`SELECT serve_min, bookable FROM service_group WHERE code = 'M'`), [['25', '1']]);

	// hours and a window, and places appear
	const hours = { ...HOURS, d1: '1', d4: undefined, from_day: '2026-03-03' };
	await confirmed('/admin/hours/M', hours, await preview('/admin/hours/M', hours));
	const window = await manager.get('/admin/windows/C02');
	await manager.submit(window, '/admin/windows/C02', { 'g.M': '1' });
	assert.doesNotMatch(words(await manager.get('/admin/groups/M')), /还没有窗口/);
	await job('clock');
	assert.ok(slot_at('M', '2026-03-09', 540));
	for (const change of [{ code: 'm' }, { code: 'MMM' }, { code: '1' }, { serve_min: '0' }, { name: '' }, { position: 'x' }]) {
		const bad = await manager.post('/admin/groups', { code: 'N', ...GROUP, ...change });
		assert.equal(bad.status, 422, said(bad));
		assert.ok(bad.text.includes(`href="#f-${Object.keys(change)[0]}"`), said(bad));
	}
});

test('a group that can be booked no more is confirmed first, when somebody has booked', async () => {
	const b = await booked('M', '2026-03-09', 540);
	const page = await manager.get('/admin/groups/M');
	const shown = await manager.submit(page, '/admin/groups/M', { bookable: undefined });
	assert.equal(shown.status, 200, said(shown));
	assert.match(words(shown), /还没有保存，请先看一遍.*影响 1 个预约/);
	assert.deepEqual(sql(`SELECT bookable FROM service_group WHERE code = 'M'`), [['1']]);
	assert.equal(form_read(shown.text, '/admin/groups/M').bookable, undefined, 'as typed');
	const r = await manager.submit(shown, '/admin/groups/M', { sure: sure_of(shown) });
	assert.match(words(await manager.follow(r)), /已保存/);
	await job('clock');
	assert.deepEqual(messages(b), ['booking_made', 'booking_closed']);
	assert.match(told(b), /直接到窗口来，我们优先给您办/, 'no other time can be kept');
	assert.deepEqual(sql(`SELECT state FROM booking WHERE id = ${b.id}`), [['booked']]);
});

// --- windows -------------------------------------------------------------------------------------------------------------

const WINDOW = { name: '医保窗口', kind: 'tidal', zone: '二楼医保区', position: '20', enabled: '1' };

test('windows without A or B post are named, and more than six zones', async () => {
	const list = words(await manager.get('/admin/windows'));
	assert.match(list, /每个窗口都要有 A 岗和 B 岗/);
	assert.match(list, /A05 ：没有 A 岗，也没有 B 岗/);
	assert.match(list, /A12 ：没有 A 岗/);
	assert.match(list, /A08 ：没有 B 岗/);
	assert.doesNotMatch(list, /A01 ：/);
	assert.match(list, /大厅现在有 5 个区/);
	assert.doesNotMatch(list, /太多了/);
	const r = await manager.post('/admin/windows', { code: 'D01', ...WINDOW, 'g.A': '1', 'g.C': '1', 'g.nothing': '1' });
	const page = await manager.follow(r);
	assert.match(words(page), /已新增窗口 D01.*没有 A 岗，也没有 B 岗.*这是潮汐窗口/);
	assert.match(record('window'), /^新增 D01 医保窗口：潮汐窗口，二楼医保区，办理 A、C，在用，排第 20$/);
	assert.deepEqual(sql(`SELECT group_code FROM window_group WHERE window_code = 'D01' ORDER BY group_code`).flat(), ['A', 'C']);
	assert.doesNotMatch(words(await manager.get('/admin/windows')), /太多了/, 'six are enough');
	await manager.post('/admin/windows', { code: 'D02', ...WINDOW, kind: 'enquiry', zone: '三楼' });
	assert.match(words(await manager.get('/admin/windows')), /大厅分了 7 个区，太多了/);
	const other = await manager.get('/admin/windows/D02');
	await manager.submit(other, '/admin/windows/D02', { enabled: undefined });
	assert.doesNotMatch(words(await manager.get('/admin/windows')), /太多了/, 'one that is out of use does not count');
	// what it serves is what is ticked
	await manager.submit(page, '/admin/windows/D01', { 'g.A': undefined, kind: 'topic' });
	assert.deepEqual(sql(`SELECT group_code FROM window_group WHERE window_code = 'D01'`).flat(), ['C']);
});

test('a window that cannot be is said beside the field, with what was ticked', async () => {
	for (const [change, field] of [[{ code: 'A01' }, 'code'], [{ code: 'a9' }, 'code'], [{ code: '01' }, 'code'], [{ kind: 'nothing' }, 'kind'], [{ zone: '' }, 'zone'], [{ position: '0' }, 'position']]) {
		const r = await manager.post('/admin/windows', { code: 'D09', ...WINDOW, ...change, 'g.B': '1' });
		assert.equal(r.status, 422, said(r));
		assert.ok(r.text.includes(`href="#f-${field}"`) && r.text.includes(`id="f-${field}"`), said(r));
		const again = form_read(r.text, '/admin/windows');
		assert.equal(again['g.B'], '1');
		assert.equal(again['g.A'], undefined);
	}
	assert.equal((await manager.get('/admin/windows/Q99')).status, 404);
	assert.equal((await manager.post('/admin/windows/Q99', WINDOW)).status, 404);
});

test('who sits there: A and B post from a day on, never one person for both, and only who has a post at windows', async () => {
	const [a, b] = [officer_add({ name: '示例·甲', keys: ['clerk'] }), officer_add({ name: '示例·乙', keys: ['clerk'] })];
	const give = (login, post, from_day = '2026-03-02', until_day = '') => manager.post('/admin/windows/D01/duty', { login, post, from_day, until_day });
	let page = await manager.follow(await give(a, 'A'));
	assert.match(words(page), /已安排.*这个窗口没有 B 岗.*示例·甲 A 岗 2026年3月2日起/);
	page = await manager.follow(await give(b, 'B', '2026-03-03'));
	assert.match(words(page), /这个窗口没有 B 岗.*示例·乙 B 岗 2026年3月3日起 还没到/, 'not yet');
	assert.equal(record('window'), 'D01：示例·乙 任 B 岗，从2026年3月3日起');
	for (const [login, post, from, until, field, message] of [
		[a, 'B', '2026-03-05', '', 'login', /不能自己顶自己的岗/], [a, 'A', '2026-03-05', '', 'login', /已经是这个窗口的 A 岗/], ['nobody', 'A', '2026-03-02', '', 'login', /没有这个登录名/],
		['tousu1', 'A', '2026-03-02', '', 'login', /没有窗口岗位/], [b, 'A', '2026-03-01', '', 'from_day', /最早从今天起/], [b, 'A', '2026-03-02', '2026-03-01', 'until_day', /不能早于/],
		[b, 'C', '2026-03-02', '', 'post', /岗位/],
	]) {
		const r = await give(login, post, from, until);
		assert.equal(r.status, 422, said(r));
		assert.match(words(r), message);
		assert.ok(r.text.includes(`href="#f-${field}"`) && r.text.includes(`id="f-${field}"`), said(r));
		assert.equal(form_read(r.text, '/admin/windows/D01/duty').login, login);
		assert.equal(form_read(r.text, '/admin/windows/D01').name, WINDOW.name, 'the other form is as it was');
	}
	assert.equal((await give(b, 'A', '2026-03-02', '2026-03-02')).status, 303, 'before the B post begins');
	// the window is there to sit at
	const clerk = await officer(a);
	assert.match(words(await clerk.get('/desk/queue')), /D01/);
	const id = (who, post) => sql(`SELECT MAX(d.id) FROM window_duty d JOIN staff f ON f.id = d.staff_id WHERE f.login = '${who}' AND d.post = '${post}'`)[0][0];
	const begun = id(a, 'A'), ahead = id(b, 'B');
	assert.equal((await manager.post('/admin/windows/A01/duty/end', { id: begun })).status, 404, 'of another window');
	assert.match(words(await manager.follow(await manager.post('/admin/windows/D01/duty/end', { id: ahead }))), /已结束/);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM window_duty WHERE id = ${ahead}`), [['0']], 'one that had not begun never was');
	await manager.post('/admin/windows/D01/duty/end', { id: begun });
	assert.deepEqual(sql(`SELECT until_day FROM window_duty WHERE id = ${begun}`), [['2026-03-02']], 'what has been stays on record');
	assert.match(record('window'), /^D01：示例·甲 不再任 A 岗$/);
});

test('a window where somebody sits, or for which tickets wait, is not taken away', async () => {
	const login = officer_add({ name: '示例·丙', keys: ['clerk'] });
	await manager.post('/admin/windows/D01/duty', { login, post: 'A', from_day: '2026-03-02', until_day: '' });
	const clerk = await officer(login);
	assert.equal((await clerk.post('/desk/queue/open', { window: 'D01' })).status, 303);
	const page = await manager.get('/admin/windows/D01');
	const r = await manager.submit(page, '/admin/windows/D01', { enabled: undefined });
	assert.equal(r.status, 422, said(r));
	assert.match(words(r), /示例·丙正坐在这个窗口，请先让他关闭窗口/);
	assert.equal(form_read(r.text, '/admin/windows/D01').enabled, undefined, 'as typed');
	await clerk.post('/desk/queue/close', {});
	sql("INSERT INTO ticket (ref, take_key, day, number, group_code, window_only, arrived_at, rank_at, state, events) VALUES (UNHEX('00000000000000D1'), 'D01WAITS', '2026-03-02', 'D901', 'C', 'D01', '2026-03-02 09:00', '2026-03-02 09:00', 'waiting', 1)");
	const waits = await manager.submit(page, '/admin/windows/D01', { enabled: undefined });
	assert.equal(waits.status, 422, said(waits));
	assert.match(words(waits), /还有 1 个号转给了这个窗口，办完才能停用/);
	sql("DELETE FROM ticket WHERE number = 'D901'");
	assert.equal((await manager.submit(page, '/admin/windows/D01', { enabled: undefined })).status, 303);
	assert.doesNotMatch(words(await clerk.get('/desk/queue')), /D01/);
});
