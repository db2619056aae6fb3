// Visits at the desk: found, booked for callers, the list of a day, appeals.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clock_set, job, new_id, new_phone, officer, said, sign_in, sign_up, sql, START, words } from './client.mjs';

const DAY = '2026-03-05';
const world = {};
before(async () => {
	await job('clock');
	Object.assign(world, { guide: await officer('daoban1'), coordinator: await officer('tongchou1') });
});
after(() => clock_set(START));
const slot_of = (group, day = DAY, place = 'MIN') => sql(`SELECT ${place}(id) FROM slot WHERE group_code = '${group}' AND day = '${day}' AND closed_why IS NULL`)[0][0];

test('a guide books for a caller, who is found by number, document and telephone, masked, and each look is on record', async () => {
	const caller = { group: 'C', day: DAY, slot: slot_of('C'), name: '李来电', id_no: new_id(), phone: new_phone() };
	const looks = () => Number(sql(`SELECT COUNT(*) FROM access_log WHERE fields = 'find_booking'`)[0][0]);
	assert.match(words(await world.guide.get(`/desk/bookings/new?group=C&day=${DAY}`)), /09:00（余 \d）/);
	const r = await world.guide.post('/desk/bookings/new', caller);
	assert.equal(r.status, 303, said(r));
	const number = /q=(Y\d+)/.exec(r.headers.location)[1];
	const before_looks = looks();
	for (const q of [number, number.toLowerCase(), caller.phone, caller.id_no]) {
		const page = await world.guide.get(`/desk/bookings?q=${q}`);
		assert.ok(words(page).includes(number), `${q}: ${words(page)}`);
		assert.ok(!words(page).includes('李来电') && !words(page).includes(caller.id_no) && (q === caller.phone || !words(page).includes(caller.phone)));
	}
	assert.equal(looks(), before_looks + 4);
	assert.ok(words(await world.guide.get(`/desk/bookings?group=C&day=${DAY}`)).includes(number));
	const twice = await world.guide.post('/desk/bookings/new', { ...caller, slot: slot_of('C', DAY, 'MAX') });
	assert.equal(twice.status, 409);
	assert.match(words(twice), new RegExp(`已经约过，编号 ${number}`));
	assert.ok(twice.text.includes('李来电'), 'what was typed stays');
	for (const [field, wrong] of [['id_no', '12345'], ['phone', '0372-1234567'], ['name', '1']]) {
		const bad = await world.guide.post('/desk/bookings/new', { ...caller, [field]: wrong });
		assert.equal(bad.status, 422, field);
		assert.match(bad.text, new RegExp(`href="#f-${field}"`));
	}
	assert.equal((await world.guide.post('/desk/bookings/cancel', { number, why: '' })).status, 422);
	assert.equal((await world.guide.post('/desk/bookings/cancel', { number, why: '来电人要求' })).status, 303);
	assert.equal((await world.guide.post('/desk/bookings/cancel', { number, why: '再来一次' })).status, 409);
	const body = sql(`SELECT body FROM outbox WHERE topic = 'booking' AND topic_id = ${Number(number.slice(1))} ORDER BY topic_seq`).flat();
	assert.equal(body.length, 2);
	assert.match(body[1], /来电人要求/);
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
