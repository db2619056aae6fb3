// Visits booked online: month, times, hold, confirmation, calendar file, moving, cancelling, waiting list, absences.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clock_set, exchange, job, matter_codes, said, sign_in, sign_up, sql, START, Visitor, words } from './client.mjs';
import { qr_read } from './qr.mjs';

const DAY = '2026-03-05';
before(async () => {
	sql(`DELETE FROM rate_bucket WHERE bucket LIKE 'book:%'`);
	await job('clock');
});
after(() => clock_set(START));

const slots_on = (page) => [...page.text.matchAll(/name="slot" value="(\d+)"><b>([^<]+)<\/b> <span>余 (\d+)/g)]
	.map(([, id, time, left]) => ({ id, time, left: Number(left) }));
// held - a place of the first free time (or the given one); gives the address of the form.
async function held(person, subject = 'A', day = DAY, slot) {
	const url = `/booking/for/${subject}/${day}`;
	slot ??= slots_on(await person.get(url))[0].id;
	const r = await person.post(url, { slot });
	assert.equal(r.status, 303, said(r));
	return r.headers.location;
}
// booked - the address of the booking's page.
async function booked(person, subject, day, slot) {
	const r = await person.post(await held(person, subject, day, slot), {});
	assert.equal(r.status, 303, said(r));
	return r.headers.location;
}
const messages = (page) => sql(`SELECT template FROM outbox WHERE topic = 'booking' AND topic_id = ${Number(/Y(\d+)/.exec(page.text)[1])} ORDER BY topic_seq`).flat();

test('whoever is not signed in sees what is free, and is asked to sign in', async () => {
	const visitor = new Visitor();
	const home = await visitor.get('/booking');
	assert.ok(home.text.includes(`/booking/for/${matter_codes.F6}`));
	const month = await visitor.get('/booking/for/C');
	assert.match(month.text, />3月5日，星期四，还有 \d+ 个空位</);
	assert.doesNotMatch(month.text, /3月7日，/, 'a Saturday is no link');
	const day = await visitor.get(`/booking/for/C/${DAY}`);
	assert.match(words(day), /登录后选时间/);
	assert.equal(slots_on(day).length, 0);
	for (const none of ['2026-99', '2026-01', '2026-02', '2027-01', 'x'])
		assert.match(words(await visitor.get(`/booking/for/C?month=${none}`)), /2026年3月 一 二 三/, `${none}: the month of now instead`);
	assert.equal((await visitor.get('/booking/for/F')).status, 404, 'a group that is not for booking');
	assert.equal((await visitor.get('/booking/for/nothing')).status, 404);
	assert.equal((await visitor.get('/booking/for/C/2026-13-45')).status, 404);
	// what is somebody's own asks who one is, whether there is such a thing or not
	for (const own of ['SL20260302-0305-99999', `B${'0'.repeat(26)}`]) {
		const r = await visitor.get(`/booking/for/${own}`);
		assert.equal(r.status, 401, own);
		assert.ok(r.text.includes(`/account/sign-in?back=%2Fbooking%2Ffor%2F${own}`) || r.text.includes(`/account/sign-in?back=/booking/for/${own}`), r.text.match(/sign-in[^"]*/)[0]);
	}
	assert.doesNotMatch(month.text, />2月|book-shut">1</, 'weeks that are over are not shown');
	assert.match(words(month), /最早有空的：/);
});

test('from a matter to the slip with its QR code, and the calendar file', async () => {
	const person = await sign_up({ name: '欧阳示例' });
	const form = await held(person, matter_codes.F6);
	const page = await person.get(form);
	assert.match(words(page), /留到 2026年3月2日 09:40/);
	assert.ok(words(page).includes('老年人优待证'));
	const other = await sign_up();
	assert.equal((await other.get(form)).status, 404, 'a hold is its holder\'s');
	const done = await person.post(form, {});
	assert.equal(done.status, 303, said(done));
	const again = await person.post(form, {});
	assert.equal(again.status, 404, 'confirmed twice is once');
	assert.match(words(again), /已经约好了.*3月5日（星期四） 09:00—09:30/);
	assert.ok(again.text.includes(done.headers.location), 'and leads to what was booked');
	const slip = await person.get(done.headers.location);
	assert.match(words(slip), /预约 Y\d{6}.*已预约.*3月5日（星期四） 09:00—09:30/);
	const token = done.headers.location.split('/').pop();
	assert.equal(qr_read(slip.text), `${process.env.PORTAL_URL}/t/${token}`);
	assert.equal((await exchange({ path: `/t/${token}` })).headers.location, `/booking/v/${token}`);
	assert.deepEqual(messages(slip), ['booking_made']);
	// whoever holds the paper sees no name, and changes nothing
	const holder = await new Visitor().get(`/booking/v/${token}`);
	assert.ok(words(holder).includes('欧阳**'));
	assert.ok(!holder.text.includes('欧阳示例') && !holder.text.includes(person.phone));
	assert.equal((await other.post(`/booking/v/${token}/cancel`, {})).status, 404);

	const file = await new Visitor().get(`/booking/v/${token}/calendar.ics`);
	assert.match(file.headers['content-type'], /^text\/calendar/);
	const lines = file.text.split('\r\n');
	assert.equal(lines.pop(), '');
	assert.ok(!file.text.replaceAll('\r\n', '').includes('\n'), 'every line ends with CRLF');
	for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
	const unfolded = file.text.replace(/\r\n /g, '').split('\r\n');
	const value = (name) => unfolded.find((l) => l.startsWith(`${name}:`))?.slice(name.length + 1);
	assert.equal(value('DTSTART'), '20260305T010000Z', 'nine in the morning of the city');
	assert.equal(value('DTEND'), '20260305T013000Z');
	assert.match(value('UID'), /^Y\d{6}@127\.0\.0\.1$/);
	assert.match(value('SUMMARY'), /老年人优待证/);
	assert.equal(value('STATUS'), 'CONFIRMED');
	assert.equal(unfolded.filter((l) => l === 'BEGIN:VEVENT' || l === 'END:VEVENT').length, 2);
	assert.match((await person.get('/booking/mine')).text, /Y\d{6}/);
});

test('one live booking per person and matter; another time takes the old one\'s place only when it is sure', async () => {
	const person = await sign_up();
	const visit = await booked(person, 'B');
	const day = await person.get(`/booking/for/B/${DAY}`);
	const r = await person.post(`/booking/for/B/${DAY}`, { slot: slots_on(day)[3].id });
	assert.equal(r.status, 409);
	assert.match(words(r), /您已经约过这件事了/);
	assert.ok(r.text.includes(`href="${visit}"`), 'with the way to it');
	const token = visit.split('/').pop();
	const form = await held(person, token, '2026-03-06');
	assert.match(words(await person.get(form)), /原来的时间 3月5日/);
	assert.match(words(await person.get(visit)), /3月5日/, 'not moved before it is confirmed');
	const moved = await person.post(form, {});
	assert.equal(moved.headers.location, visit);
	const slip = await person.get(visit);
	assert.match(words(slip), /3月6日（星期五）/);
	assert.deepEqual(messages(slip), ['booking_made', 'booking_moved']);
	assert.match((await person.get(`${visit}/calendar.ics`)).text, /\r\nSEQUENCE:1\r\n/);
	const other = await sign_up();
	assert.equal((await other.get(`/booking/for/${token}`)).status, 404, 'nobody moves what is another\'s');
	assert.equal((await person.post(`${visit}/cancel`, {})).status, 303);
	assert.match(words(await person.get(visit)), /已取消/);
	assert.match((await person.get(`${visit}/calendar.ics`)).text, /METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
	assert.equal((await person.post(`${visit}/cancel`, {})).status, 409);
	assert.equal((await person.get(`/booking/for/${token}`)).status, 409);
	await booked(person, 'B');
});

test('a hold is given back: by its holder, by choosing another, by time', async () => {
	const person = await sign_up();
	const left = async (time) => slots_on(await person.get(`/booking/for/E/${DAY}`)).find((s) => s.time === time)?.left ?? 0;
	const first = await left('10:00—10:30');
	const slot = slots_on(await person.get(`/booking/for/E/${DAY}`)).find((s) => s.time === '10:00—10:30').id;
	const form = await held(person, 'E', DAY, slot);
	assert.equal(await left('10:00—10:30'), first - 1);
	assert.equal((await person.post(`${form}/drop`, {})).status, 303);
	assert.equal(await left('10:00—10:30'), first);
	const late = await held(person, 'E', DAY, slot);
	clock_set('2026-03-02 09:40:00');
	assert.equal(await left('10:00—10:30'), first);
	const r = await person.post(late, {});
	assert.equal(r.status, 404);
	assert.match(words(r), /保留的时间已经过了/);
	assert.match(r.text, /href="\/booking\/for\/E"/);
	clock_set(START);
});

test('a time of another group, one that is over or none at all is not taken', async () => {
	const person = await sign_up();
	const slot = slots_on(await person.get(`/booking/for/A/${DAY}`))[0].id;
	assert.equal((await person.post(`/booking/for/B/${DAY}`, { slot })).status, 409);
	assert.equal((await person.post(`/booking/for/A/${DAY}`, { slot: '99999999' })).status, 409);
	assert.equal((await person.post(`/booking/for/A/${DAY}`, {})).status, 422);
	assert.equal((await person.post(`/booking/for/A/${DAY}`, { slot: 'x' })).status, 422);
});

test('a full day has a waiting list, and a place that becomes free goes to the first', async () => {
	sql(`INSERT INTO service_group (code, name, summary, serve_min, bookable, position) VALUES ('H', '候补窗口', '测试', 10, 1, 20);
		INSERT INTO opening (group_code, weekday, from_min, until_min, slot_min, places, from_day) VALUES ('H', 4, 540, 570, 30, 1, '2020-01-01')`);
	await job('clock');
	const [has, first, second] = await Promise.all([sign_up(), sign_up(), sign_up()]);
	const visit = await booked(has, 'H');
	assert.match(words(await first.get(`/booking/for/H/${DAY}`)), /排候补/);
	assert.equal((await first.post(`/booking/for/H/${DAY}/wait`, {})).status, 303);
	assert.equal((await first.post(`/booking/for/H/${DAY}/wait`, {})).status, 409);
	assert.equal((await second.post(`/booking/for/H/${DAY}/wait`, {})).status, 303);
	assert.match(words(await second.get('/booking/mine')), /前面还有 1 人/);
	await has.post(`${visit}/cancel`, {});
	const mine = await first.get('/booking/mine');
	assert.match(words(mine), /有空位了.*留到 2026年3月2日 11:30/);
	const form = /href="(\/booking\/for\/H\/hold\/[^"]+)"/.exec(mine.text)[1];
	assert.equal((await second.get(form)).status, 404);
	assert.equal((await first.post(form, {})).status, 303);
	const [leave] = /\/booking\/mine\/wait\/\d+\/leave/.exec((await second.get('/booking/mine')).text);
	assert.equal((await first.post(leave, {})).status, 404, 'the place of another in the list');
	assert.equal((await second.post(leave, {})).status, 303);
});

test('three absences bar from booking online, an appeal is heard once', async () => {
	let person = await sign_up();
	const visits = [];
	for (const group of ['A', 'B', 'C']) visits.push(await booked(person, group, '2026-03-04'));
	clock_set('2026-03-04 20:00:00');
	await job('clock');
	person = await sign_in(person.id_no);
	const page = await person.get(visits[0]);
	assert.match(words(page), /没有来/);
	assert.match(words(await person.get('/booking/mine')), /您现在不能在网上预约 ?，到 2026年4月3日/);
	const r = await person.post('/booking/for/E/2026-03-06', { slot: '1' });
	assert.equal(r.status, 409);
	assert.match(words(r), /打电话预约，或者直接到窗口取号/);
	assert.equal((await person.post(`${visits[0]}/appeal`, { text: '' })).status, 422);
	assert.equal((await person.post(`${visits[0]}/appeal`, { text: '路上发生了事故，有记录' })).status, 303);
	assert.match(words(await person.get(visits[0])), /正在处理/);
	assert.equal((await person.post(`${visits[0]}/appeal`, { text: '再说一次这件事' })).status, 409);
	clock_set(START);
});
