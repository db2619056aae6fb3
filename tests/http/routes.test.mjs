// Every row of every route table: who is let in, what is taken, what is said otherwise.  The rows come from the programs'
// sources, so that a new one is tested from its first day.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { before, test } from 'node:test';
import { acted, all_ok, counter_draft, counter_received, draft, fill, key_of, one_bad, received, submit, submitted } from './cases.mjs';
import { form_read } from './html.mjs';
import {
	csrf_of, exchange, job, matter_codes, multipart, officer, officer_add, PASSWORD, raw, said, sign_up, sql, urlencode, Visitor,
} from './client.mjs';
import { officers, pool_of, programs, routes } from './tables.mjs';

// --- somebody and something for every row -----------------------------------------------------------------------

const world = {};
before(async () => {
	const [person, other, pre, clerk, none] = await Promise.all(
		[sign_up(), sign_up(), officer('yushen1'), officer('chuangkou1'), officer(officer_add())]);
	// one case being put together, one at the window, one being corrected
	const page = await draft(person);
	await fill(person, page);
	const at_window = await received(pre, clerk, { person });
	const correcting = await received(pre, clerk, { person });
	await acted(clerk, correcting.no, 'notify_correction', one_bad);
	const [file, file_at_window] = [correcting, at_window].map((c) =>
		sql(`SELECT MAX(f.id) FROM case_file f JOIN cases c ON c.id = f.case_id WHERE c.short_no = '${c.no}'`)[0][0]);
	const [[document]] = sql(`SELECT MAX(d.id) FROM document d JOIN cases c ON c.id = d.case_id WHERE c.short_no = '${at_window.no}'`);
	// one that a window is entering, and one that it received
	const [paper, taken] = [await counter_draft(clerk), await counter_draft(clerk)];
	await counter_received(clerk, taken);
	sql(`INSERT INTO credit_record (person_bidx, person_name, case_id, reason, recorded_at, recorded_by)
		SELECT UNHEX(SHA2('somebody else', 256)), '示例', id, '示例', NOW(3), 1 FROM cases WHERE short_no = '${at_window.no}'`);
	const [[credit]] = sql(`SELECT r.id FROM credit_record r JOIN cases c ON c.id = r.case_id WHERE c.short_no = '${at_window.no}'`);
	const by_choice = await draft(person, 'F2'); // a matter with a choice of procedure
	const track = await person.get(`/case/${at_window.no}/receipt`);
	const token = await token_of(person, at_window.no);
	// a certificate of this person, and a package that waits for the archivist
	sql(`INSERT INTO certificate (case_id, document_id, number, name, matter_code, dept_code, holder_bidx, holder_name, valid_from, issued_at)
		SELECT id, ${document}, '证${document}', '老年人优待证', matter_code, dept_code, applicant_id_bidx, applicant_name, '2026-03-02', '2026-03-02'
		FROM cases WHERE short_no = '${at_window.no}'`);
	const [[certificate]] = sql(`SELECT id FROM certificate WHERE document_id = ${document}`);
	sql(`INSERT INTO archive_package (case_id, events, file, sha256, size, made_at)
		SELECT id, event_count, 'routes.zip', REPEAT('x', 32), 4, '2026-03-02' FROM cases WHERE short_no = '${at_window.no}';
		UPDATE cases SET packed_events = event_count, archive_state = 'made' WHERE short_no = '${at_window.no}'`);
	const [[pack]] = sql("SELECT id FROM archive_package WHERE file = 'routes.zip'");
	fs.mkdirSync(`${process.env.PORTAL_VAR}/archive`, { recursive: true });
	fs.writeFileSync(`${process.env.PORTAL_VAR}/archive/routes.zip`, 'test', { mode: 0o644 });
	// a ticket of the hall
	const terminal = await officer('quhao1');
	const choose = await terminal.get('/hall/take');
	const slip = await terminal.submit(choose, '/hall/take', { code: undefined, group: 'A' });
	const ticket = /slip\/(\w+)$/.exec(slip.headers.location)[1];
	// a complaint with a file and an answer, an enquiry with one, and a frequent question, all of the market's
	const voice = new Visitor(), voiced = async (url, fields) => {
		const r = await voice.submit(await voice.get(url), url, fields);
		assert.equal(r.status, 303, said(r));
		return r.headers.location.split('/').pop();
	};
	const complaint = await voiced('/complain', { kind: 'complaint', about: 'none', fault: 'attitude', facts: '示例的事情示例', who: 'named', phone: '13800000009' });
	const enquiry = await voiced('/ask', { question: '示例的问题示例', matter: matter_codes.F1, phone: '13800000009' });
	const [[complaint_no, complaint_id]] = sql('SELECT number, id FROM complaint ORDER BY id DESC LIMIT 1');
	const [[enquiry_no]] = sql('SELECT number FROM enquiry ORDER BY id DESC LIMIT 1');
	sql(`INSERT INTO complaint_file (complaint_id, sha256, size, kind, file_name, added_at)
		SELECT ${complaint_id}, sha256, size, kind, file_name, NOW(3) FROM case_file WHERE id = ${file};
		UPDATE complaint SET entered_by = (SELECT id FROM staff WHERE login = 'tousu1') WHERE id = ${complaint_id};`);
	const [[complaint_file]] = sql('SELECT MAX(id) FROM complaint_file');
	const tousu = await officer('tousu1'), daoban = await officer('daoban1');
	await tousu.post(`/desk/complaints/${complaint_no}/act`, { act: 'take', version: 2 });
	await tousu.post(`/desk/complaints/${complaint_no}/act`, { act: 'answer', version: 3, finding: 'upheld', words: '示例的答复示例的答复' });
	await daoban.post(`/desk/enquiries/${enquiry_no}/act`, { act: 'take', version: 1 });
	await daoban.post(`/desk/enquiries/${enquiry_no}/act`, { act: 'answer', version: 2, way: 'page', words: '示例的答复' });
	sql(`INSERT INTO faq (matter_code, dept_code, question, answer, search, state, drafted_by, drafted_name, drafted_at)
		SELECT code, dept_code, '示例问题', '示例答案', '示例', 'draft', 1, '示例', '2026-03-02' FROM matter WHERE code = '${matter_codes.F1}'`);
	const [[faq]] = sql('SELECT MAX(id) FROM faq');
	// a right to rate, and a bad rating with its order
	await person.post(`/rate/${await right_of(person, at_window.no)}`, { level: '1', named: '1' });
	const [[order, rated]] = sql('SELECT number, rating_id FROM rating_order ORDER BY id DESC LIMIT 1');
	sql(`UPDATE rating SET review = 1 WHERE id = ${rated}`);
	const right = await right_of(person, at_window.no);
	// a visit that this person booked, a place that is held for them, and a day for which they wait
	await job('clock');
	const held = async (group) => (await person.post(`/booking/for/${group}/2026-03-05`, {
		slot: sql(`SELECT MIN(id) FROM slot WHERE group_code = '${group}' AND day = '2026-03-05'`)[0][0],
	})).headers.location;
	const booking = (await person.post(await held('A'), {})).headers.location.split('/').pop();
	const booking_no = /Y\d{6}/.exec((await person.get(`/booking/v/${booking}`)).text)[0];
	const hold = (await held('B')).split('/').pop();
	const absent = (await person.post(await held('E'), {})).headers.location.split('/').pop();
	sql(`UPDATE booking SET state = 'no_show' WHERE group_code = 'E'; UPDATE place p JOIN booking b ON b.id = p.booking_id SET p.live_key = NULL WHERE b.state = 'no_show'`);
	await person.post('/booking/for/C/2026-03-05/wait', {});
	const [[waiter]] = sql('SELECT MAX(id) FROM waiter');
	Object.assign(world, { absent, booking, booking_no, hold, waiter, order, rated, right, ticket, complaint, enquiry, complaint_no, enquiry_no, complaint_file, faq, certificate, pack, credit, by_choice, person, other, none, page, file, file_at_window, document, token, at_window, correcting, track, paper, taken, desk: {} });
});

// token_of - of the case, from the links on its progress page.
async function token_of(person, no) {
	const text = (await person.get(`/case/${no}/receipt`)).text;
	const code = /<dt>查询码<\/dt><dd[^>]*>([0-9 ]+)</.exec(text)[1];
	const page = await person.post('/progress', { number: no, code });
	return /\/t\/([0-9A-Z]+)\/notice/.exec(page.text)[1];
}

// right_of - the token of what can be rated in a case, from the link on its progress page.
async function right_of(person, no) {
	const r = await person.get(`/rate/case/${await token_of(person, no)}`);
	return /\/rate\/(R[0-9A-Z]+)/.exec(r.headers.location)[1];
}

// PARAMS - what stands for a {name} in a program's paths.  A row with another name fails until it is in here.
const PARAMS = {
	catalog: { code: () => matter_codes.F6 },
	admin: { group: () => 'A', window: () => 'A01' },
	account: { id: () => world.certificate },
	apply: {
		code: (r) => (/mode$/.test(r.path) ? matter_codes.F2 : matter_codes.F6),
		key: (r) => key_of(/mode$/.test(r.path) ? world.by_choice : world.page), item: () => 'photo', id: () => world.document,
		case_no: (r) => (/answer|materials|field/.test(r.path) ? world.correcting.no : world.at_window.no),
	},
	upload: {
		key: () => key_of(world.correcting.page), item: () => 'photo', file: () => world.file, token: () => world.complaint,
		id: (r) => (/complain/.test(r.path) ? world.complaint_file : world.file),
	},
	feedback: {
		token: (r) => (/ask/.test(r.path) ? world.enquiry : /rate/.test(r.path) ? world.right : world.complaint),
		case: () => world.token, window: () => 'A01', level: () => 1,
	},
	hall: { token: () => world.ticket },
	progress: { token: () => world.token, id: () => world.document },
	booking: {
		subject: (r) => (/hold/.test(r.path) ? 'B' : 'E'), day: () => '2026-03-06', token: (r) => (/appeal/.test(r.path) ? world.absent : world.booking), id: () => world.waiter, hold: () => world.hold,
	},
	desk: {
		level: () => 1, order: () => world.order, case_no: () => world.at_window.no, act: () => 'refuse_acceptance', item: () => 'photo', code: () => matter_codes.F6,
		key: (r) => key_of(/supplement/.test(r.path) ? world.correcting.page : /done/.test(r.path) ? world.taken : world.paper),
		number: (r) => (/bookings/.test(r.path) ? world.booking_no : /enquiries/.test(r.path) ? world.enquiry_no : world.complaint_no),
		id: (r) => (/complaints/.test(r.path) ? world.complaint_file : /faq/.test(r.path) ? world.faq : /files/.test(r.path) ? world.file_at_window : /credit/.test(r.path) ? world.credit : /archive/.test(r.path) ? world.pack : world.document),
	},
};
const UNKNOWN = {
	code: '11410599MBXX00051X4002011909999', key: '0123456789ABC', item: 'nothing', id: '999999999', file: '999999999',
	case_no: 'SL20260302-0305-99999', order: 'CP20260302-99999', window: 'X99', case: 'X'.repeat(26), token: 'X'.repeat(40), act: 'nothing', level: '9',
	number: 'SLTS20260302-99999',
	group: 'QQ', subject: 'nothing', day: 'nothing', hold: '1-1-NOTHING',
};
const names_in = (r) => [...r.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
function address_of(r, instead = {}) {
	return r.path.replace(/\{(\w+)\}/g, (_, name) => {
		assert.ok(PARAMS[r.program]?.[name], `tests/http/routes.test.mjs does not know an example of {${name}} in ${r.path}`);
		return instead[name] ?? PARAMS[r.program][name](r);
	});
}

// allowed - somebody who may: the visitor of a public page, the owner, an officer with one of the roles.
async function allowed(r) {
	if (r.who === 'CITIZEN' || r.who === 'PARTY') return world.person;
	if (r.who !== 'STAFF') return world.visitor ??= new Visitor();
	const login = /\/desk\/case/.test(r.path) ? 'chuangkou1' : /\/desk\/complaints/.test(r.path) ? 'tousu1' : /\/desk\/enquiries/.test(r.path) ? 'daoban1'
		: /\/desk\/faq\/.*(judge|withdraw)/.test(r.path) ? 'shenhe1' : Object.keys(officers).find((o) => officers[o].roles & r.roles);
	return world.desk[login] ??= await officer(login);
}

// --- requests ---------------------------------------------------------------------------------------------------

// value - something that the rules of a field take.
function value(f) {
	switch (f.kind) {
	case 'INT': return f.name === 'rating' ? world.rated : String(Math.max(1, f.min));
	case 'CHOICE': return f.choices.find(Boolean);
	case 'FLAG': return '1';
	case 'DAY': return '2026-03-02';
	case 'SECRET': return PASSWORD;
	case 'TOKEN': return 'ABCDEFGH';
	default: return '字'.repeat(Math.max(4, f.min));
	}
}
const valid = (r) => Object.fromEntries((r.form ?? []).map((f) => [f.name, value(f)]));

function body_of(r, fields) {
	if (r.body === 'BODY_MULTIPART') return multipart(fields);
	return { body: urlencode(fields), type: 'application/x-www-form-urlencoded' };
}
// ask - the route's own method; fields are posted as the route wants them.
function ask(who, r, { url, fields = {}, json, type } = {}) {
	const headers = json ? { Accept: 'application/json' } : {};
	if (r.method === 'GET') return who.send({ path: url ?? address_of(r), headers });
	const b = body_of(r, fields);
	return who.send({ method: 'POST', path: url ?? address_of(r), body: b.body, headers: { ...headers, 'Content-Type': type ?? b.type } });
}
function check_json(answer) {
	assert.equal(answer.type, 'application/json', said(answer));
	assert.ok(answer.json.error && answer.json.wrong, answer.text);
}
const each = (rows, what, check) => {
	for (const r of rows) test(`${r.name}: ${what}`, () => check(r));
};
const posts = routes.filter((r) => r.method === 'POST');
const behind_sign_in = routes.filter((r) => ['CITIZEN', 'STAFF', 'PARTY'].includes(r.who));

// --- the tables themselves --------------------------------------------------------------------------------------

test('every program has a table, and nginx hands each of its paths to it', () => {
	assert.deepEqual([...new Set(routes.map((r) => r.program))].sort(), [...programs].sort());
	for (const r of routes)
		assert.equal(pool_of(r.path.replaceAll(/\{\w+\}/g, 'x')), r.program, r.name);
});
test('no row lets nobody in or forgets a limit, and none that changes anything goes without a token', () => {
	for (const r of routes) {
		assert.notEqual(r.who, 'NOBODY', r.name);
		assert.equal(r.who === 'STAFF', r.roles !== 0, r.name);
		if (r.method === 'GET') {
			assert.equal(r.body, 'BODY_NONE', r.name);
			continue;
		}
		assert.notEqual(r.body, 'BODY_NONE', r.name);
		assert.ok(r.body_max > 0, r.name);
		assert.notEqual(r.who, 'ANYONE', r.name); // the dispatcher checks no token there
	}
});
test('an address is in one table once', () => {
	const names = routes.map((r) => r.name);
	assert.deepEqual(names.filter((n, i) => names.indexOf(n) !== i), []);
});

// --- 404, 405 ---------------------------------------------------------------------------------------------------

each(routes, 'nothing is below it', async (r) => {
	const answer = await exchange({ path: `${address_of(r).replace(/\/$/, '')}/no-such-page/at-all/x/y/z` });
	assert.equal(answer.status, 404, said(answer));
	assert.match(answer.text, /没有找到/);
});
each(routes, 'another method is 405 with the list of those it takes', async (r) => {
	const taken = routes.filter((o) => o.path === r.path).map((o) => o.method);
	const allow = taken.length === 2 ? 'GET, HEAD, POST' : taken[0] === 'GET' ? 'GET, HEAD' : 'POST';
	for (const method of ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].filter((m) => !allow.includes(m))) {
		const answer = await exchange({ method, path: address_of(r) });
		assert.equal(answer.status, 405, said(answer));
		assert.equal(answer.headers.allow, allow, `${method} ${r.path}`);
	}
});
each(routes.filter((r) => names_in(r).length), 'an unknown name in the address is 404', async (r) => {
	const who = await allowed(r);
	for (const name of names_in(r)) {
		const fields = { csrf: await who.csrf(), ...valid(r) };
		const answer = await ask(who, r, { url: address_of(r, { [name]: UNKNOWN[name] }), fields });
		assert.equal(answer.status, 404, `${name}: ${said(answer)}`);
	}
});
each(routes.filter((r) => r.who === 'CITIZEN' && names_in(r).some((n) => n === 'key' || n === 'case_no')),
	'of somebody else it is 404', async (r) => {
		const fields = { csrf: await world.other.csrf(), ...valid(r) };
		const answer = await ask(world.other, r, { fields });
		assert.equal(answer.status, 404, said(answer));
	});

// --- 401, 403 ---------------------------------------------------------------------------------------------------

// is_page - an address that GET answers.
const is_page = (url) => routes.some((r) => r.method === 'GET' && new RegExp(`^${r.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url));
function check_sign_in(r, answer) {
	assert.equal(answer.status, 401, said(answer));
	const form = r.who === 'STAFF' ? '/desk/sign-in' : '/account/sign-in';
	const link = new RegExp(`href="${form}\\?back=([^"]*)"`).exec(answer.text);
	assert.ok(link, `${r.name} has no link to ${form}`);
	const back = decodeURIComponent(link[1]);
	if (r.method === 'GET') assert.equal(back, address_of(r), 'back to where one was');
	else assert.ok(is_page(back), `${back} is a page to come back to`);
}
each(behind_sign_in, 'not signed in is 401 with a way to sign in', async (r) => {
	check_sign_in(r, await ask(new Visitor(), r));
	const answer = await ask(new Visitor(), r, { json: true });
	assert.equal(answer.status, 401);
	check_json(answer);
});
each(behind_sign_in.filter((r) => r.who !== 'PARTY'), 'the other kind of account is not signed in here', async (r) => {
	const who = r.who === 'STAFF' ? world.person : await allowed({ who: 'STAFF', roles: ~0, path: r.path });
	check_sign_in(r, await ask(who, r));
});
each(behind_sign_in.filter((r) => r.who === 'STAFF'), 'an officer without the role gets 403', async (r) => {
	const others = Object.keys(officers).filter((o) => !(officers[o].roles & r.roles));
	const login = others[0];
	for (const who of [world.none, ...(login ? [world.desk[login] ??= await officer(login)] : [])]) {
		for (const json of [false, true]) {
			const answer = await ask(who, r, { json, fields: { csrf: await who.csrf(), ...valid(r) } });
			assert.equal(answer.status, 403, said(answer));
			if (json) check_json(answer);
		}
	}
});
each(routes.filter((r) => r.method === 'GET'), 'those who may get it', async (r) => {
	const answer = await ask(await allowed(r), r);
	assert.ok([200, 303].includes(answer.status), said(answer));
});

// --- CSRF -------------------------------------------------------------------------------------------------------

each(posts, 'without a token of this visitor it is 403', async (r) => {
	const who = await allowed(r);
	const foreign = r.who === 'STAFF' ? await world.none.csrf() : await world.other.csrf();
	const own = await who.csrf();
	const forged = own.replace(/^./, own[0] === 'A' ? 'B' : 'A');
	for (const csrf of [undefined, '', forged, own.toLowerCase(), own.slice(0, -1), `${own}0`, foreign]) {
		const answer = await ask(who, r, { fields: { ...valid(r), csrf } });
		assert.equal(answer.status, 403, `${csrf}: ${said(answer)}`);
	}
	const answer = await ask(who, r, { fields: valid(r), json: true });
	assert.equal(answer.status, 403);
	check_json(answer);
});

// --- 413, 415, 400 ----------------------------------------------------------------------------------------------

each(posts.filter((r) => r.body === 'BODY_FORM'), 'a body over the limit is 413', async (r) => {
	const who = await allowed(r);
	const start = `csrf=${await who.csrf()}&long=`;
	const answer = await who.send({
		method: 'POST', path: address_of(r), body: start + 'x'.repeat(r.body_max + 1 - start.length),
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	});
	assert.equal(answer.status, 413, said(answer));
	assert.match(answer.text, /太大/);
});
each(programs.map((program) => routes.find((r) => r.program === program)), 'nginx says 413 before a huge body is sent', async (r) => {
	const answer = await raw(`POST ${address_of(r)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1073741824\r\n\r\n`);
	assert.equal(answer.status, 413);
	assert.match(answer.text, /太大/);
});
each(posts, 'another type of body is 415', async (r) => {
	const who = await allowed(r);
	const fields = { csrf: await who.csrf(), ...valid(r) };
	const wrong = r.body === 'BODY_FORM' ? 'multipart/form-data; boundary=x' : 'application/x-www-form-urlencoded';
	for (const type of [wrong, 'text/plain', 'application/json', 'application/x-www-form-urlencodedx', 'multipart/form-dat']) {
		const answer = await ask(who, r, { fields, type });
		assert.equal(answer.status, 415, `${type}: ${said(answer)}`);
	}
	const answer = await ask(who, r, { fields, type: 'text/plain', json: true });
	assert.equal(answer.status, 415);
	check_json(answer);
});
each(routes.filter((r) => r.method === 'GET'), 'a body is not taken', async (r) => {
	const who = await allowed(r);
	const answer = await who.send({ path: address_of(r), body: 'x=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
	assert.equal(answer.status, 413, said(answer));
});

// --- 422 --------------------------------------------------------------------------------------------------------

const TYPED = '<b>&"\'{{X}}𠮷';
// almost - every field as valid as can be, texts with awkward characters, and the first required one left out.
function almost(r) {
	const fields = valid(r);
	for (const f of r.form)
		if (f.kind === 'TEXT' && f.max >= 20) fields[f.name] = `${TYPED} ${f.name}${f.lines ? '\n第二行\n' : ' '}打过的字`.padEnd(f.min, '字');
	return { ...fields, [left_out(r)]: undefined };
}
// left_out - the last required field that a person fills in, so that what was typed before it must come back.
const left_out = (r) => r.form.filter((f) => f.required && f.kind !== 'TOKEN' && f.name !== 'version').at(-1)?.name;
const with_rules = posts.filter((r) => r.form?.some((f) => f.required));
each(with_rules, 'an invalid form is 422', async (r) => {
	const who = await allowed(r);
	for (const json of [false, true]) {
		const answer = await ask(who, r, { json, fields: { csrf: await who.csrf() } });
		assert.equal(answer.status, 422, said(answer));
	}
});
each(with_rules.filter((r) => r.refill && left_out(r)), 'an invalid form comes back as it was typed', async (r) => {
	const who = await allowed(r);
	const fields = almost(r);
	const answer = await ask(who, r, { fields: { csrf: await who.csrf(), ...fields } });
	assert.equal(answer.status, 422, said(answer));
	assert.ok(!answer.text.includes(TYPED.slice(0, 5)), 'escaped');
	assert.ok(!answer.text.includes(PASSWORD), 'no password is sent back');
	assert.match(answer.text, new RegExp(`href="#f-${left_out(r)}"`), 'the summary leads to the field');
	assert.ok(answer.text.includes(`id="f-${left_out(r)}"`), `there is an element for #f-${left_out(r)}`);
	const back = decodeURIComponent(/elder\?on=1&amp;back=([^"]*)"/.exec(answer.text)[1]);
	assert.ok(is_page(back), `the switch of type size leads to ${back}, which is no page`);
	const again = form_read(answer.text, address_of(r));
	assert.equal(again.csrf, await who.csrf());
	const kept = (f) => ['TEXT', 'CHOICE', 'DAY', 'INT', 'FLAG'].includes(f.kind) && fields[f.name] !== undefined &&
		f.name !== 'version' && // of the case, never of the form
		!(f.kind === 'TEXT' && answer.text.includes(`<select id="f-${f.name}"`)) && // no choice of the list
		(f.kind !== 'FLAG' || answer.text.includes(`name="${f.name}"`)); // some are offered only when they are needed
	for (const f of r.form.filter(kept))
		assert.equal(again[f.name], fields[f.name], `${f.name} as typed`);
});
