// The database goes away: it hangs, it is stopped, it is killed in the middle of everything.  Pages say "try again",
// programs recover by themselves, nothing that was acknowledged is lost and nothing is half-written.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { act, acted, all_ok, APPLICATIONS, case_page, draft, fill, key_of, PHOTO, receipt, received, version_of } from './cases.mjs';
import { form_read } from './html.mjs';
import { exchange, fixture, job, matter_codes, officer, said, sign_up, sleep, sql, until, Visitor, words } from './client.mjs';
import { qr_read } from './qr.mjs';

const SERVICE = path.join(process.env.PORTAL_VAR, 'run/scan/db');
// own_pids - processes of this portal that run the program `name`: looked at one by one before any signal is sent, because
// a supervisor says -1 for a process that is not there, and kill(-1) means everybody.
function own_pids(name) {
	return fs.readdirSync('/proc').filter((d) => /^[1-9]\d*$/.test(d)).map(Number).filter((pid) => {
		try {
			const exe = fs.readlinkSync(`/proc/${pid}/exe`), cwd = fs.readlinkSync(`/proc/${pid}/cwd`);
			return pid > 1 && path.basename(exe) === name && `${cwd}/`.startsWith(`${process.env.PORTAL_VAR}/`);
		} catch {
			return false; // gone, or somebody else's
		}
	});
}
function signal(name) {
	const pids = own_pids('mariadbd');
	assert.equal(pids.length, 1, 'one database runs');
	process.kill(pids[0], name);
	return pids[0];
}
// hang - from here on the database says nothing, until it is let go on.
async function hang() {
	const pid = signal('SIGSTOP');
	await until('it stands still', () => fs.readdirSync(`/proc/${pid}/task`).every((t) => / T /.test(fs.readFileSync(`/proc/${pid}/task/${t}/stat`, 'latin1').replace(/^.*\)/, ''))));
}
const service = (flags) => execFileSync('s6-svc', [flags, SERVICE]);
const health = async () => { try { return (await exchange({ path: '/healthz' })).status; } catch { return 0; } };
// back - healthy, and every worker has had the second in which it leaves a silent database alone.
async function back() {
	await until('the portal is healthy again', async () => await health() === 200, 60);
	await sleep(1200);
}
// durable - the scratch database of the tests does not sync; a killed one may only lose what was not acknowledged.
const durable = () => sql('SET GLOBAL innodb_flush_log_at_trx_commit = 1');

const ADDRESS = APPLICATIONS.F6.answers.address;
const world = {};
before(async () => {
	durable();
	const person = await sign_up();
	const page = await draft(person);
	await fill(person, page);
	const [pre, clerk, admin] = await Promise.all(['yushen1', 'chuangkou1', 'guanli1'].map((l) => officer(l)));
	const c = await received(pre, clerk, { person });
	const [[file]] = sql(`SELECT MAX(f.id) FROM case_file f JOIN cases c ON c.id = f.case_id WHERE c.short_no = '${c.no}'`);
	const visitor = new Visitor();
	for (const who of [visitor, person, clerk]) await who.csrf();
	Object.assign(world, { visitor, person, page, pre, clerk, admin, c, file, track: new URL(qr_read((await receipt(c)).text)).pathname });
});
after(async () => { // whatever went wrong: the next test file finds a running database
	try { signal('SIGCONT'); } catch { /* it is not there */ }
	service('-u');
	await back();
});

// Every program: something to read and something to write.  No more at once than its pool has workers.
const requests = () => {
	const { visitor, person, page, pre, clerk, admin, c, file, track } = world;
	const csrf = visitor.csrf_token;
	return {
		home: () => visitor.get('/'), list: () => visitor.get('/matters?q=%E9%A3%9F%E5%93%81'), guide: () => visitor.get(`/matters/${matter_codes.F1}`),
		cases: () => person.get('/account'), profile: () => person.get('/account/profile'), 'sign in': () => visitor.post('/account/sign-in', { csrf, login: 'x', password: 'y' }),
		form: () => person.get(page), field: () => person.post(`${page}/field`, { csrf: person.csrf_token, address: '没有存下来的地址' }, { json: true }),
		case: () => person.get(`/case/${c.no}`),
		track: () => visitor.get(track), 'look-up': () => visitor.post('/progress', { csrf, number: c.no, code: '123456' }),
		upload: () => person.upload(`/upload/${key_of(page)}/photo`, [PHOTO], { csrf: person.csrf_token }, { json: true }), file: () => person.get(`/file/${file}`),
		worklist: () => pre.get('/desk'), 'desk case': () => case_page(clerk, c.no), act: () => clerk.post(`/desk/case/${c.no}/act`, { csrf: clerk.csrf_token, act: 'claim', version: '1' }),
		calendar: () => admin.get('/admin/calendar'), health: () => visitor.get('/healthz'),
	};
};
function check_sorry(r, what) {
	assert.equal(r.status, 503, `${what}: ${said(r)}`);
	assert.ok(r.headers['retry-after'], what);
	assert.equal(r.headers['cache-control'], 'no-store', what);
	if (r.type === 'application/json') {
		assert.match(r.json.error, /系统正忙，请稍后再试/, what);
		assert.match(r.json.wrong, /没有保存/, what);
	} else {
		assert.match(words(r), /系统正忙，请稍后再试.*您之前保存的内容都在，不会丢失.*请等一两分钟/, what);
	}
}
async function all_sorry() {
	const entries = Object.entries(requests());
	const answers = await Promise.all(entries.map(([, ask]) => ask())); // each within the client's patience
	answers.forEach((r, n) => check_sorry(r, entries[n][0]));
	const json = await exchange({ path: '/deadline?from=2026-02-12&days=5', headers: { Accept: 'application/json' } });
	assert.ok(json.status === 200 || json.json.error, 'what needs no database may answer');
}
async function all_well() {
	await back();
	const { person, page, pre, clerk, admin, c, track } = world;
	for (const [who, url] of [[new Visitor(), '/matters'], [person, '/account'], [person, page], [person, `/case/${c.no}`], [new Visitor(), track], [pre, '/desk'],
		[clerk, `/desk/case/${c.no}`], [admin, '/admin/calendar']])
		for (let n = 0; n < 9; n++) { // whichever worker answers
			const r = await who.get(url);
			assert.equal(r.status, 200, said(r));
		}
	const form = form_read((await person.get(page)).text, page);
	assert.equal(form.address, ADDRESS, 'the draft is as it was');
}
// whole - nothing is half-written.
async function whole() {
	await job('eventcheck');
	const none = (what, text) => assert.deepEqual(sql(text), [], what);
	none('events and their number', `SELECT c.id FROM cases c LEFT JOIN case_event e ON e.case_id = c.id GROUP BY c.id HAVING MAX(c.event_count) <> COUNT(e.seq)`);
	none('cases without their receipt', `SELECT c.id FROM cases c WHERE c.state <> 'draft' AND NOT EXISTS
		(SELECT 1 FROM document d WHERE d.case_id = c.id AND d.kind IN ('submission_receipt', 'receipt_slip'))`); // at the window the slip is the receipt
	none('documents without an event', `SELECT d.id FROM document d LEFT JOIN case_event e ON e.case_id = d.case_id AND e.seq = d.event_seq WHERE e.seq IS NULL`);
	none('acceptance without clocks', `SELECT c.id FROM cases c WHERE c.state = 'accepted' AND (SELECT COUNT(*) FROM clock_ledger l WHERE l.case_id = c.id AND l.act = 'start'
		AND l.clock IN ('legal', 'promised')) <> IF(c.promised_due IS NULL AND EXISTS (SELECT 1 FROM case_part p WHERE p.case_id = c.id), 1, 2)`); // a joint case may promise from one of its parts on
	none('files that are not in the store', `SELECT f.id FROM case_file f WHERE f.sha256 IS NULL`);
	none('numbers given twice', `SELECT number FROM document WHERE number IS NOT NULL GROUP BY number HAVING COUNT(*) > 1`);
	none('gaps in the numbers of documents', `SELECT series FROM document WHERE serial IS NOT NULL GROUP BY dept_code, series, year HAVING MAX(serial) <> COUNT(*)`);
}

test('the database hangs: every page says "try again", and goes on when it answers again', async () => {
	await hang();
	try {
		await all_sorry();
		assert.equal(await health(), 503);
	} finally {
		signal('SIGCONT');
	}
	await all_well();
	await whole();
});
test('the database is stopped: the same, at once', async () => {
	service('-d');
	try {
		await until('it is down', () => own_pids('mariadbd').length === 0);
		await all_sorry();
		await all_sorry();
	} finally {
		service('-u');
	}
	await all_well();
	await whole();
	durable();
});
test('the database is killed: it is started again by itself', async () => {
	const pid = signal('SIGKILL');
	await until('another database runs', () => own_pids('mariadbd').some((now) => now !== pid));
	await all_well();
	await whole();
	durable();
});
test('what was sent when the database was away can be sent again, and is done once', async () => {
	const { person, page } = world;
	const form = await person.get(page);
	const other = await sign_up(), ready = await draft(other);
	await fill(other, ready);
	const check = await other.get(`${ready}/check`);
	await Promise.all([person.csrf(), other.csrf()]);
	await hang();
	let saving, submitting;
	try {
		[saving, submitting] = await Promise.all([
			person.submit(form, page, { address: '示例市新街2号' }), other.submit(check, `${ready}/submit`, { agree: '1' })]);
	} finally {
		signal('SIGCONT');
	}
	check_sorry(saving, 'saving');
	check_sorry(submitting, 'submitting');
	await back();
	assert.equal((await person.submit(form, page, { address: '示例市新街2号' })).status, 303);
	assert.equal(form_read((await person.get(page)).text, page).address, '示例市新街2号');
	await person.submit(await person.get(page), page, { address: ADDRESS });
	const [again, once_more] = [await other.submit(check, `${ready}/submit`, { agree: '1' }), await other.submit(check, `${ready}/submit`, { agree: '1' })];
	assert.equal(again.status, 303, said(again));
	assert.equal(once_more.headers.location, again.headers.location);
	const no = again.headers.location.split('/')[2];
	assert.equal(sql(`SELECT COUNT(*) FROM case_event e JOIN cases c ON c.id = e.case_id WHERE c.short_no = '${no}' AND e.action = 'submit'`)[0][0], '1');
	await whole();
});
test('killed in the middle of everything: what was acknowledged is there, what was not can be done again', async () => {
	durable();
	const { pre, clerk } = world;
	const people = [];
	for (let n = 0; n < 6; n++) {
		const person = await sign_up(), page = await draft(person);
		await fill(person, page);
		people.push({ person, page, check: await person.get(`${page}/check`), saved: [], uploads: 0 });
	}
	const waiting = [];
	for (let n = 0; n < 4; n++) waiting.push(await received(pre, clerk));
	const versions = await Promise.all(waiting.map(async (c) => version_of(await case_page(clerk, c.no))));
	const quiet = (p) => p.catch(() => null); // a connection that broke is no answer
	let going = true;
	const saving = people.slice(0, 3).map(async (p) => {
		for (let n = 0; going; n++) {
			const address = `示例市第${n}号`;
			const r = await quiet(p.person.post(`${p.page}/field`, { address }, { json: true }));
			if (r?.status === 200) p.saved.push(address);
			p.last = address;
		}
	});
	const uploading = people.slice(0, 3).map(async (p) => {
		while (going) {
			const r = await quiet(p.person.upload(`/upload/${key_of(p.page)}/id_card`, [{ name: 'a.png', bytes: fixture('good/picture.png') }], {}, { json: true }));
			if (r?.status === 200) p.uploads++;
			else await sleep(20);
			if (p.uploads > 6) return;
		}
	});
	await sleep(200);
	const acts = waiting.map((c, n) => quiet(act(clerk, c.no, 'accept', { ...all_ok, version: versions[n] })));
	const submits = people.slice(3).map((p) => quiet(p.person.submit(p.check, `${p.page}/submit`, { agree: '1' })));
	await sleep(15);
	signal('SIGKILL');
	const [acted_answers, submit_answers] = [await Promise.all(acts), await Promise.all(submits)];
	await back();
	await sleep(300);
	going = false;
	await Promise.all([...saving, ...uploading]);
	await whole();
	// acknowledged is there
	for (const p of people.slice(0, 3)) {
		const address = form_read((await p.person.get(p.page)).text, p.page).address;
		const newest = p.saved.at(-1);
		assert.ok(address === newest || address === p.last, `${address}: saved ${newest}, tried ${p.last}`);
		const files = sql(`SELECT COUNT(*) FROM case_file f JOIN cases c ON c.id = f.case_id JOIN account a ON a.id = c.account_id
			WHERE f.item = 'id_card' AND c.ref IS NOT NULL AND c.id = (SELECT MAX(x.id) FROM cases x WHERE x.account_id = a.id AND x.state = 'draft') AND f.removed_at IS NULL
			AND a.phone_mask = '${p.person.phone.slice(0, 3)}****${p.person.phone.slice(-4)}'`);
		assert.ok(Number(files[0][0]) >= p.uploads, `${p.uploads} uploads were acknowledged`);
	}
	for (const [n, c] of waiting.entries()) {
		const accepted = sql(`SELECT state FROM cases WHERE short_no = '${c.no}'`)[0][0] === 'accepted';
		if (acted_answers[n]?.status === 303) assert.ok(accepted, `${c.no} was acknowledged`);
		if (!accepted) await acted(clerk, c.no, 'accept', all_ok);
	}
	for (const [n, p] of people.slice(3).entries()) {
		const again = await p.person.submit(p.check, `${p.page}/submit`, { agree: '1' });
		assert.equal(again.status, 303, said(again));
		if (submit_answers[n]?.status === 303) assert.equal(again.headers.location, submit_answers[n].headers.location);
	}
	await whole();
});
test('workers that are killed are replaced', async () => {
	const workers = own_pids('catalog');
	assert.ok(workers.length > 0);
	for (const pid of workers) process.kill(pid, 'SIGKILL');
	const r = await exchange({ path: '/matters' });
	if (r.status !== 200) { // nginx says it
		assert.ok([502, 503].includes(r.status));
		assert.match(r.text, /请|系统/);
	}
	await all_well();
});
