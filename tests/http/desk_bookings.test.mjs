// Visits at the desk: found, booked for callers, the list of a day, appeals.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clock_set, job, matter_codes, new_id, new_phone, new_uscc, officer, said, sign_in, sign_up, sql, START, words } from './client.mjs';

const DAY = '2026-03-05';
const world = {};
before(async () => {
	await job('clock');
	Object.assign(world, { guide: await officer('daoban1'), coordinator: await officer('tongchou1') });
});
after(() => clock_set(START));
const slot_of = (group, day = DAY, place = 'MIN') => sql(`SELECT ${place}(id) FROM slot WHERE group_code = '${group}' AND day = '${day}' AND closed_why IS NULL`)[0][0];

const logged = (fields, reason) => sql(`SELECT staff_name, reason FROM access_log WHERE fields = '${fields}' AND reason LIKE '${reason}%'`);
// for_caller - books as the guide; gives the number.
async function for_caller(caller) {
	const r = await world.guide.post('/desk/bookings/new', { id_type: '111', ...caller });
	assert.equal(r.status, 303, said(r));
	return /\/(Y\d+)$/.exec(r.headers.location)[1];
}

test('a guide books for a caller, who is found by number, document and telephone, masked, and each look is on record', async () => {
	const caller = { subject: 'C', day: DAY, slot: slot_of('C'), name: '李来电', id_type: '111', id_no: new_id(), phone: new_phone() };
	const looks = () => Number(sql(`SELECT COUNT(*) FROM access_log WHERE fields = 'find_booking'`)[0][0]);
	assert.match(words(await world.guide.get(`/desk/bookings/new?subject=C&day=${DAY}`)), /09:00（余 \d）/);
	const number = await for_caller(caller);
	assert.equal(logged('booking_for_caller', `代人预约 ${number}`).length, 1);
	const before_looks = looks();
	for (const q of [number, number.toLowerCase(), caller.phone, caller.id_no]) {
		const page = await world.guide.get(`/desk/bookings?q=${q}`);
		assert.ok(words(page).includes(number), `${q}: ${words(page)}`);
		assert.ok(!words(page).includes('李来电') && !words(page).includes(caller.id_no) && (q === caller.phone || !words(page).includes(caller.phone)));
	}
	assert.equal(looks(), before_looks + 4);
	assert.match(words(await world.guide.get('/desk/bookings?q=Y999999')), /没有找到/);
	assert.ok(words(await world.guide.get(`/desk/bookings?group=C&day=${DAY}`)).includes(number));
	const twice = await world.guide.post('/desk/bookings/new', { ...caller, slot: slot_of('C', DAY, 'MAX') });
	assert.equal(twice.status, 409);
	assert.match(words(twice), new RegExp(`已经约过，编号 ${number}`));
	assert.ok(twice.text.includes('李来电'), 'what was typed stays');
	for (const [field, wrong] of [['id_no', '12345'], ['phone', '0372-1234567'], ['name', '1'], ['id_type', '999']]) {
		const bad = await world.guide.post('/desk/bookings/new', { ...caller, [field]: wrong });
		assert.equal(bad.status, 422, field);
		assert.match(bad.text, new RegExp(`href="#f-${field}"`));
		assert.ok(bad.text.includes(caller.name) || field === 'name', 'what was typed stays');
	}
});

test('by matter, and with any document that the portal knows; nobody has two places for one matter', async () => {
	const matter = matter_codes.F6, day = '2026-03-10';
	const page = await world.guide.get(`/desk/bookings/new?subject=${matter}&day=${day}`);
	assert.match(page.text, new RegExp(`<optgroup label="社会民生"><option value="${matter}" selected>老年人优待证`));
	const people = [
		['414', 'E12345678', '示例旅客'], ['516', 'H12345678', '示例港澳居民'], ['511', '12345678', '示例台湾居民'], ['001', new_uscc(), '示例有限公司'],
	];
	for (const [i, [id_type, id_no, name]] of people.entries()) {
		const caller = { subject: matter, day, slot: Number(slot_of('C', day)) + i, name, id_type, id_no, phone: new_phone() };
		const number = await for_caller(caller);
		const one = words(await world.guide.get(`/desk/bookings/v/${number}`));
		assert.match(one, /老年人优待证/);
		assert.equal(one.includes(id_no), id_type === '001', 'masked, but for the public code of an organisation');
		assert.deepEqual(sql(`SELECT id_type, kind, matter_code FROM booking WHERE id = ${Number(number.slice(1))}`), [[id_type, id_type === '001' ? 'legal' : 'natural', matter]]);
		assert.equal((await world.guide.post('/desk/bookings/new', { ...caller, slot: slot_of('C', day, 'MAX') })).status, 409, id_type);
		assert.ok(words(await world.guide.get(`/desk/bookings?q=${id_no}`)).includes(number), 'found by it');
	}
	const wrong = await world.guide.post('/desk/bookings/new', { subject: matter, day, slot: slot_of('C', day, 'MAX'), name: '示例旅客', id_type: '111', id_no: 'E12345679', phone: new_phone() });
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /href="#f-id_no"/);
	for (const subject of ['nothing', 'F']) assert.equal((await world.guide.get(`/desk/bookings/new?subject=${subject}`)).status, 404, subject);
});

test('whoever has an account sees what an officer booked for them, and only with the same name', async () => {
	const person = await sign_up({ name: '示例来电人' });
	const caller = { subject: 'B', day: DAY, slot: slot_of('B'), name: '示例来电人', id_no: person.id_no, phone: new_phone() };
	const number = await for_caller(caller);
	assert.ok((await person.get('/booking/mine')).text.includes(number));
	assert.match(words(await person.get('/account')), /要去窗口 3月5日（星期四）09:00—09:30/);
	const other = await for_caller({ ...caller, subject: 'A', slot: slot_of('A'), name: '示例别人' });
	assert.ok(!(await person.get('/booking/mine')).text.includes(other));
});

test('an officer gives a visit another time or cancels it, with a reason on record; the person is told', async () => {
	const caller = { subject: 'C', day: '2026-03-06', slot: slot_of('C', '2026-03-06'), name: '王来电', id_no: new_id(), phone: new_phone() };
	const number = await for_caller(caller), id = Number(number.slice(1)), url = `/desk/bookings/v/${number}`;
	const page = await world.guide.get(`${url}?day=2026-03-09`);
	assert.match(words(page), /3月6日（星期五）09:00—09:30.*2026年3月9日 ?的空位/);
	const to = slot_of('C', '2026-03-09');
	for (const [fields, at] of [[{ act: 'move', slot: to }, 'why'], [{ act: 'move', why: '来电要求' }, 'slot'], [{ act: 'cancel' }, 'why']]) {
		const bad = await world.guide.post(url, { day: '2026-03-09', ...fields });
		assert.equal(bad.status, 422, at);
		assert.match(bad.text, new RegExp(`href="#f-${at}"`));
		assert.match(words(bad), /2026年3月9日 ?的空位/, 'on the day that was looked at');
	}
	const left = () => Number(sql(`SELECT COUNT(*) FROM place WHERE slot_id = ${caller.slot} AND booking_id IS NULL`)[0][0]);
	const free = left();
	assert.equal((await world.guide.post(url, { act: 'move', day: '2026-03-09', slot: slot_of('B', '2026-03-09'), why: '别的窗口' })).status, 409);
	assert.equal((await world.guide.post(url, { act: 'move', day: '2026-03-09', slot: to, why: '来电要求改天' })).status, 303);
	assert.match(words(await world.guide.get(url)), /3月9日（星期一）09:00—09:30/);
	assert.equal(left(), free + 1, 'the old place is free');
	assert.equal(logged('booking_moved', `${number}：来电要求改天`).length, 1);
	// no officer without the duty, nobody from outside
	const reviewer = await officer('yushen1');
	assert.equal((await reviewer.post(url, { act: 'cancel', why: '不该可以' })).status, 403);
	assert.equal((await (await sign_up()).post(url, { act: 'cancel', why: '不该可以' })).status, 401);
	assert.equal((await world.guide.post(url, { act: 'cancel', why: '来电人要求' })).status, 303);
	assert.equal(logged('booking_cancelled', `${number}：来电人要求`).length, 1);
	const over = await world.guide.post(url, { act: 'cancel', why: '再来一次' });
	assert.equal(over.status, 409);
	assert.match(words(over), /已经结束/);
	assert.equal((await world.guide.post(url, { act: 'move', slot: to, why: '再来一次' })).status, 409);
	const sent = sql(`SELECT template, body FROM outbox WHERE topic = 'booking' AND topic_id = ${id} ORDER BY topic_seq`);
	assert.deepEqual(sent.map(([t]) => t), ['booking_made', 'booking_moved', 'booking_cancelled']);
	assert.match(sent[2][1], /来电人要求/);
});

test('an appeal is decided by the coordinator, once, and by nobody else', async () => {
	let person = await sign_up();
	const hold = await person.post(`/booking/for/A/2026-03-04`, { slot: slot_of('A', '2026-03-04') });
	const visit = (await person.post(hold.headers.location, {})).headers.location;
	clock_set('2026-03-04 20:00:00');
	await job('clock');
	person = await sign_in(person.id_no);
	assert.equal((await person.post(`${visit}/appeal`, { text: '我来过，机器没有反应' })).status, 303);
	clock_set(START);
	// that evening ended every session
	Object.assign(world, { guide: await officer('daoban1'), coordinator: await officer('tongchou1') });
	const page = await world.coordinator.get('/desk/bookings');
	assert.match(words(page), /我来过，机器没有反应/);
	assert.doesNotMatch(words(await world.guide.get('/desk/bookings')), /我来过，机器没有反应/);
	const id = Number(/Y(\d+)，/.exec(words(page))[1]);
	const decide = (who) => who.post('/desk/bookings/appeals', { id, decision: 'grant', reply: '已核实，当天设备故障' });
	assert.equal((await decide(world.guide)).status, 403);
	assert.equal((await decide(world.coordinator)).status, 303);
	assert.equal((await decide(world.coordinator)).status, 409);
	assert.deepEqual(sql(`SELECT excused FROM booking WHERE id = ${id}`), [['1']]);
});
