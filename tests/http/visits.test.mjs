// The ways to a visit: from guides, from cases where coming is of use, and from the QR code; and what they do not tell.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { acted, one_bad, received } from './cases.mjs';
import { job, matter_codes, officer, sign_up, sql, Visitor, words } from './client.mjs';

const world = {};
before(async () => {
	await job('clock');
	const [pre, clerk, person] = [await officer('yushen1'), await officer('chuangkou1'), await sign_up()];
	const c = await received(pre, clerk, { person });
	Object.assign(world, { clerk, person, no: c.no, stranger: await sign_up() });
});

test('a guide leads to booking only where a visit can be booked', async () => {
	const visitor = new Visitor(), way = `href="/booking/for/${matter_codes.F6}"`;
	const bookable = (yes) => sql(`UPDATE service_group g JOIN group_matter m ON m.group_code = g.code SET g.bookable = ${yes} WHERE m.matter_code = '${matter_codes.F6}'`);
	assert.ok((await visitor.get(`/matters/${matter_codes.F6}`)).text.includes(way));
	bookable(0);
	try {
		for (let i = 0; i < 8; i++) // whichever worker answers, and whatever it remembers
			assert.ok(!(await visitor.get(`/matters/${matter_codes.F6}`)).text.includes(way));
	} finally { bookable(1); }
	assert.ok((await visitor.get(`/matters/${matter_codes.F6}`)).text.includes(way));
});

test('a case that waits for originals leads to booking with its number, on its own page and behind the QR code', async () => {
	const { person, clerk, no, stranger } = world, way = `href="/booking/for/${no}"`;
	assert.ok(!(await person.get(`/case/${no}`)).text.includes(way), 'nothing to bring yet');
	await acted(clerk, no, 'notify_correction', one_bad);
	assert.ok((await person.get(`/case/${no}`)).text.includes(way));
	const code = /<dt>查询码<\/dt><dd[^>]*>([0-9 ]+)</.exec((await person.get(`/case/${no}/receipt`)).text)[1];
	const holder = new Visitor();
	const token = /\/t\/([0-9A-Z]+)\/notice/.exec((await holder.post('/progress', { number: no, code })).text)[1];
	assert.ok((await holder.get(`/t/${token}`)).text.includes(way), 'whoever holds the receipt is led there too');
	const month = await person.get(`/booking/for/${no}`);
	assert.match(words(month), new RegExp(`办件 ${no}`));
	assert.equal((await new Visitor().get(`/booking/for/${no}`)).status, 401);
	assert.equal((await stranger.get(`/booking/for/${no}`)).status, 404);
	const day = '2026-03-06', [[slot]] = sql(`SELECT MIN(id) FROM slot WHERE group_code = 'C' AND day = '${day}'`);
	const hold = await person.post(`/booking/for/${no}/${day}`, { slot });
	const visit = (await person.post(hold.headers.location, {})).headers.location;
	assert.match(words(await person.get(visit)), new RegExp(`办件 ${no}`));
	assert.deepEqual(sql(`SELECT c.short_no FROM booking b JOIN cases c ON c.id = b.case_id WHERE b.state = 'booked' AND c.short_no = '${no}'`), [[no]]);
	assert.match(words(await person.get('/account')), /要去窗口 3月6日（星期五）09:00—09:30 老年人优待证/);
});

test('the page of a case leads to complaints and enquiries with its number filled in, which tells nothing to others', async () => {
	const { person, no, stranger } = world;
	const page = (await person.get(`/case/${no}`)).text;
	assert.ok(page.includes(`href="/complain?about=case&amp;no=${no}"`));
	assert.ok(page.includes(`href="/ask?matter=${matter_codes.F6}&amp;no=${no}"`));
	assert.match((await person.get(`/complain?about=case&no=${no}`)).text, new RegExp(`name="about_text"[^>]*value="${no}"`));
	assert.match((await person.get(`/ask?matter=${matter_codes.F6}&no=${no}`)).text, new RegExp(`<textarea[^>]*name="question"[^>]*>关于办件 ${no}：`));
	// a number that is there and one that is not are shown alike; what is no number is not shown
	const shape = async (n) => (await stranger.get(`/ask?no=${n}`)).text.replaceAll(n, 'NUMBER').replace(/value="[0-9A-Z]{20,}"/g, '');
	assert.equal(await shape(no), await shape(no.replace(/\d{5}$/, '99999')));
	assert.ok(!(await stranger.get('/ask?no=%3Cb%3E')).text.includes('&lt;b&gt;'));
});
