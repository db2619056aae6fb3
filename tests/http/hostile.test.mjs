// What nobody sends by accident: markup in every field, bytes that are no text, paths that lead elsewhere, broken and
// endless bodies, forged headers.  Each gets a clear answer, and nothing is lost or half-written.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { act, acted, all_ok, case_page, draft, fill, key_of, PHOTO, receipt, received, submit } from './cases.mjs';
import { escape_html, form_read } from './html.mjs';
import {
	dribble, exchange, fixture, matter_codes, multipart, new_phone, new_uscc, officer, PASSWORD, raw, said, sign_up, sleep, sql, urlencode, Visitor, words,
} from './client.mjs';
import { qr_read } from './qr.mjs';
import { programs, routes } from './tables.mjs';

const FORM = 'application/x-www-form-urlencoded';
const log_of = (name) => { try { return fs.readFileSync(path.join(process.env.PORTAL_VAR, 'log', name, 'current'), 'latin1'); } catch { return ''; } };
const deaths = () => programs.map((p) => log_of(p).match(/died/g)?.length ?? 0);
let deaths_before;
const world = {};
before(async () => {
	deaths_before = deaths();
	const [pre, clerk] = await Promise.all([officer('yushen1'), officer('chuangkou1')]);
	Object.assign(world, { pre, clerk });
});
// at the end of everything: whatever was sent, no worker fell over
after(() => assert.deepEqual(deaths(), deaths_before, 'a worker died; see the logs of the programs'));

// --- markup and template markers in every field -------------------------------------------------------------------

// Every one fits into a name of 60 characters.
const MARKS = [
	'<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'><svg/onload=alert(1)>", '</textarea><script>x</script>', '</title><script>x</script>',
	'{{CSRF}}', '{{%AUTOESCAPE context="CSS"}}', '{{#SIGNED_IN}}{{>BODY}}', '{{BI_NEWLINE}}{{X:x-y}}', '&lt;b&gt;&amp;', '${7*7}#{7*7}<%= 7*7 %>',
	'示𠮷𡈽👨‍👩‍👧例', "'; DROP TABLE cases; -- ", '\\\'"\\0%_', 'javascript:alert(1)', '%3Cscript%3E%00',
];
// clean - the page has no markup of ours unless it is escaped.
function clean(r, mark) {
	const bare = /<script>|<img src=x|<svg\/onload|<%=|&lt;script&gt;alert\(1\)<\/script>/;
	assert.ok(!bare.test(r.text), `${mark}: ${r.path}`);
	assert.ok(!/ on(error|load)=/.test(r.text.replace(/&[a-z#0-9]+;[^<]*/g, '')), r.path);
	assert.equal(r.text.match(/<script/g).length, 1, `${r.path}: our own script alone`);
	return r;
}
const shows = (r, mark) => assert.ok(clean(r, mark).text.includes(escape_html(mark)), `${r.path} shows ${mark}`);

// listed - some page of a worklist shows the mark; other tests' cases may lie before it.
async function listed(staff, url, mark) {
	for (let next = url; next;) {
		const r = clean(await staff.get(next), mark);
		if (r.text.includes(escape_html(mark))) return;
		next = /rel="next" href="([^"]+)"/.exec(r.text)?.[1].replaceAll('&amp;', '&');
	}
	assert.fail(`${url} shows ${mark} on no page`);
}

for (const mark of MARKS.map((m) => m.trim()))
	test(`as the name of a company, a text and a file name: ${mark}`, async () => {
		const { pre, clerk } = world;
		const person = await sign_up({ kind: 'legal', name: mark, id_type: '001', id_no: new_uscc(), legal_rep: '法示例' });
		shows(await person.get('/account/profile'), mark);
		const page = await draft(person, 'F3_company');
		const plates = `示A12345\n${mark}`, parking = `示例市${mark}1号`;
		await fill(person, page, 'F3_company', { plates, parking });
		const file = { ...PHOTO, name: `${mark.replace(/[/\\]/g, '')}.jpg` };
		assert.equal((await person.upload(`/upload/${key_of(page)}/application`, [file])).status, 303);
		const form = await person.get(page);
		shows(form, mark);
		assert.equal(form_read(form.text, page).parking, parking, 'round trip');
		assert.equal(form_read(form.text, page).plates, plates, 'round trip, line by line');
		shows(await person.get(`${page}/check`), mark);
		const files = await person.get(`${page}/materials`);
		assert.ok([file.name, file.name.replaceAll('"', '%22')].some((name) => clean(files, mark).text.includes(`>${escape_html(name)}<`)), file.name);
		const no = await submit(person, page);
		const paper = await person.get(`/case/${no}/receipt`);
		shows(paper, mark);
		clean(await person.get('/account'), mark);
		shows(await person.get(`/case/${no}`), mark);
		shows(await new Visitor().get(new URL(qr_read(paper.text)).pathname), mark);
		// at the desk: lists, reasons, notes, remedies
		await listed(pre, '/desk?tab=pre_review', mark);
		await acted(pre, no, 'pre_review_claim');
		const screen = await case_page(pre, no);
		shows(screen, mark);
		const ok = Object.fromEntries([...screen.text.matchAll(/name="(v\.\w+)" value="ok"/g)].map(([, name]) => [name, 'ok']));
		const wrong = { ...ok, 'v.application': 'not_in_form', 'r.application': mark, 'd.application': '' };
		const refused = await act(pre, no, 'pre_review_return', wrong);
		assert.equal(refused.status, 422, said(refused));
		shows(refused, mark);
		await acted(pre, no, 'pre_review_return', { ...wrong, 'd.application': mark, reason: mark });
		for (const url of [page, `${page}/materials`, `/case/${no}`]) shows(await person.get(url), mark);
		shows(await clerk.get(`/desk/find?q=${encodeURIComponent(mark)}`), mark);
		const [[opinion]] = sql(`SELECT MAX(d.id) FROM document d JOIN cases c ON c.id = d.case_id WHERE c.short_no = '${no}'`);
		shows(await pre.get(`/desk/case/${no}/documents/${opinion}`), mark);
	});
test('the name of a person holds no such signs, and says which', async () => {
	for (const [name, sign] of [['<script>', '<'], ['示例{{CSRF}}', '{'], ['示例1', '1'], ['示;例', ';'], ['示"例', '"']]) {
		const r = await new Visitor().post('/account/sign-up', {
			kind: 'natural', name, id_type: '111', id_no: '410599199003070028', phone: new_phone(), password: PASSWORD, password_again: PASSWORD, agree: '1',
		});
		assert.equal(r.status, 422);
		assert.ok(words(r).includes(`姓名里不能有“${sign}”`), said(r));
	}
	for (const name of ["O'Brien Anne-Marie", '阿卜杜拉·买买提', '示𠮷例', 'Nguyễn Thị Minh', 'Σωκράτης']) await sign_up({ name });
});
for (const mark of MARKS)
	test(`in addresses and look-ups: ${mark}`, async () => {
		const visitor = new Visitor(), q = encodeURIComponent(mark);
		for (const url of [`/matters?q=${q}&type=${q}&dept=${q}&object=${q}&theme=${q}&after=${q}`, `/deadline?from=${q}&days=${q}`, `/account/sign-in?back=${q}`,
			`/account/sign-up?back=${q}`, `/desk/sign-in?back=${q}`, `/${q}`, `/matters/${q}`, `/apply/${q}`, `/t/${q}`, `/t/${q}/notice/${q}`, `/account?before=${q}`,
			`/case/${q}`, `/file/${q}`, `/no/${q}?${q}=${q}`]) {
			const r = await visitor.get(url);
			assert.ok([200, 400, 401, 404, 422].includes(r.status), said(r));
			clean(r, mark);
		}
		shows(await visitor.get(`/matters?q=${q}`), mark);
		clean(await visitor.post('/progress', { number: `${mark} 12345678`, code: mark }), mark);
		clean(await visitor.post('/account/sign-in', { login: mark, password: mark, back: mark }), mark);
		clean(await visitor.post('/account/sign-up', Object.fromEntries(['kind', 'name', 'id_type', 'id_no', 'legal_rep', 'phone', 'password', 'agree'].map((n) => [n, mark]))), mark);
		const json = await visitor.get(`/deadline?from=${q}&days=1`, { json: true });
		assert.equal(json.type, 'application/json');
	});
test('rare characters are different characters', async () => {
	const a = await sign_up({ name: '示𠮷例' });
	assert.match(words(await a.get('/account/profile')), /示𠮷例/);
	for (const name of ['示𡈽例', '示吉例', '示?例'])
		assert.equal((await world.clerk.post('/desk/password', { id_no: a.id_no, name, reason: '本人到窗口', checked: '1' })).status, 422, name);
	assert.equal((await world.clerk.post('/desk/password', { id_no: a.id_no, name: '示𠮷例', reason: '本人到窗口', checked: '1' })).status, 200);
});

// --- bytes that are no text ---------------------------------------------------------------------------------------

// Percent-encoded: NUL, a lone continuation, an overlong slash, a surrogate, beyond Unicode, a cut character, no hex.
const BYTES = ['%00', '%80', '%ff', '%c0%af', '%e0%80%af', '%ed%a0%80', '%f4%90%80%80', '%e4%b8', '%', '%4', '%zz', '%u4e2d'];
for (const bytes of BYTES)
	test(`${bytes} is refused in an address, a question and a form`, async () => {
		const visitor = new Visitor(), csrf = await visitor.csrf();
		for (const url of [`/matters/x${bytes}`, `/matters?q=x${bytes}`, `/matters?${bytes}=x`, `/t/${bytes}`, `/deadline?from=${bytes}`, `/${bytes}`]) {
			const r = await raw(`GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
			assert.equal(r?.status, 400, url);
		}
		const json = await exchange({ path: `/deadline?from=${bytes}`, headers: { Accept: 'application/json' } });
		assert.equal(json.status, 400);
		for (const body of [`csrf=${csrf}&login=${bytes}&password=x`, `csrf=${csrf}&login=x&password=x&${bytes}=1`]) {
			const r = await visitor.send({ method: 'POST', path: '/account/sign-in', body, headers: { 'Content-Type': FORM } });
			assert.equal(r.status, 400, body);
			assert.match(words(r), /请求不完整.*您的资料没有被改动/);
		}
	});
test('raw bytes in a form, a header or a cookie', async () => {
	const visitor = new Visitor(), csrf = await visitor.csrf();
	for (const bytes of [[0], [0x80], [0xff, 0xfe], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
		const body = Buffer.concat([Buffer.from(`csrf=${csrf}&password=x&login=`), Buffer.from(bytes)]);
		const r = await visitor.send({ method: 'POST', path: '/account/sign-in', body, headers: { 'Content-Type': FORM } });
		assert.equal(r.status, 400);
		const head = Buffer.concat([Buffer.from('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: portal_visit='), Buffer.from(bytes),
			Buffer.from('; portal_elder=1\r\nAccept: '), Buffer.from(bytes), Buffer.from('\r\n\r\n')]);
		const answer = await raw(head);
		assert.ok([200, 400].includes(answer?.status), String(bytes));
	}
});
test('a multipart form with such bytes is refused, and nothing of it is kept', async () => {
	const person = await sign_up(), page = await draft(person), url = `/upload/${key_of(page)}/photo`;
	const csrf = await person.csrf();
	const part = (head, content = fixture('good/photo.jpg')) => Buffer.concat([Buffer.from('--b\r\n'), Buffer.from(head), Buffer.from('\r\n\r\n'), Buffer.from(content), Buffer.from('\r\n')]);
	const token = part('Content-Disposition: form-data; name="csrf"', csrf);
	const file = part('Content-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg');
	const end = Buffer.from('--b--\r\n');
	const disposition = 'Content-Disposition: form-data; name="file"; filename=';
	const bodies = {
		'no last boundary': [token, file], 'a cut boundary': [token, file, Buffer.from('--b-')], 'another boundary': [Buffer.from('--c\r\n\r\nx\r\n--c--\r\n')],
		'a part without a name': [token, part('Content-Disposition: form-data; filename="a.jpg"'), end],
		'a part that is no form data': [token, part('Content-Disposition: attachment; name="file"; filename="a.jpg"'), end],
		'a part without headers': [token, part('X: y'), end],
		'two names': [token, part('Content-Disposition: form-data; name="file"; name="csrf"; filename="a.jpg"'), end],
		'two dispositions': [token, part(`${disposition}"a.jpg"\r\nContent-Disposition: form-data; name="x"`), end],
		'a header that goes on for ever': [token, part(`X: ${'y'.repeat(100000)}`), end],
		'a transfer encoding': [token, part(`${disposition}"a.jpg"\r\nContent-Transfer-Encoding: base64`), end],
		'a NUL in the name': [token, part(Buffer.concat([Buffer.from(`${disposition}"a`), Buffer.from([0]), Buffer.from('.jpg"')])), end],
		'no text in the name': [token, part(Buffer.concat([Buffer.from(`${disposition}"a`), Buffer.from([0xff]), Buffer.from('.jpg"')])), end],
		'no text in a field': [part('Content-Disposition: form-data; name="csrf"', Buffer.from([0xff, 0xfe])), file, end],
		'line feeds alone': [Buffer.from(Buffer.concat([token, end]).toString().replaceAll('\r\n', '\n'))],
		'something after a boundary': [token, Buffer.from('--b x\r\n'), end],
		'nothing': [], 'a boundary alone': [end],
	};
	for (const [what, parts] of Object.entries(bodies)) {
		const r = await person.send({ method: 'POST', path: url, body: Buffer.concat(parts), headers: { 'Content-Type': 'multipart/form-data; boundary=b' } });
		assert.ok([400, 403, 413, 422].includes(r.status), `${what}: ${said(r)}`);
	}
	for (const type of ['multipart/form-data', 'multipart/form-data; boundary=', `multipart/form-data; boundary=${'b'.repeat(71)}`, 'multipart/form-data; boundary="b',
		'multipart/form-data; boundary=b; boundary=c', 'multipart/form-data; boundary=b\u00e9', 'multipart/mixed; boundary=b', 'multipart/form-data boundary=b']) {
		const r = await person.send({ method: 'POST', path: url, body: Buffer.concat([token, file, end]), headers: { 'Content-Type': type } });
		assert.ok([400, 415].includes(r.status), `${type}: ${said(r)}`);
	}
	assert.equal(sql(`SELECT COUNT(*) FROM case_file f JOIN cases c ON c.id = f.case_id JOIN account a ON a.id = c.account_id WHERE a.id = (SELECT MAX(id) FROM account)`)[0][0], '0');
	assert.deepEqual(fs.readdirSync(path.join(process.env.PORTAL_VAR, 'files/tmp')), []);
	assert.equal((await person.upload(url, [PHOTO])).status, 303, 'and the right one goes in');
});

// --- paths --------------------------------------------------------------------------------------------------------

test('no path leads out of where it belongs', async () => {
	const photo = sql('SELECT HEX(sha256) FROM case_file ORDER BY id DESC LIMIT 1')[0][0].toLowerCase();
	const tries = [
		'/../../../../etc/passwd', '/static/../conf/portal.conf.in', '/static/../../../../etc/passwd', '/static/%2e%2e/%2e%2e/etc/passwd', '/static/..%2f..%2fetc/passwd',
		'/static/....//....//etc/passwd', '/static/.%00./etc/passwd', '/static/..\\..\\etc\\passwd', '/static//../../etc/passwd', '/static/css/../../conf/pools',
		'/private/', '/private/tmp', `/private/${photo.slice(0, 2)}/${photo.slice(2)}`, `/private/${photo.slice(0, 2)}/${photo}`, `/private/${photo}`, '/private/../secret/key',
		'/secret/key', '/.portal', '/var/secret/key', '/conf/account.conf', '/files/', '/.git/config', '/Makefile', '/cgi-bin/', '/templates/layout/page.tpl', '/static/',
		'/static', '/static/css/', '/healthz/../desk', '/matters/../desk', '/matters/%2e%2e/desk', '/matters/..%2fdesk', '/matters/.', '/matters/./x', '//', '///', '//desk',
		'/desk//case', '/matters//', '/matters/%2f', '/matters/a%5cb', '/matters/%09', '/matters/%7f', '/matters/%0d%0aX:%20y', '/matters/..;/desk', '/%2e', '/%2e%2e',
	];
	for (const target of tries) {
		const r = await raw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
		assert.ok([301, 302, 303, 400, 401, 403, 404].includes(r?.status), `${target}: ${r?.status}`);
		assert.doesNotMatch(r.text, /root:x:|db_password|base_url =|AUTOESCAPE|\[core\]|^all:|Index of/m, target);
		assert.ok(!r.text.includes('JFIF'), target);
	}
});
test('a request for another host gets no other address into a page', async () => {
	for (const head of ['Host: evil.example', 'Host: evil.example:80', 'Host: x\r\nX-Forwarded-Host: evil.example', 'Host: x\r\nX-Forwarded-Proto: evil', 'Host: x\r\nForwarded: host=evil.example', "Host: <script>alert(1)</script>", 'Host: a b']) {
		const r = await raw(`GET /matters/${matter_codes.F1} HTTP/1.1\r\n${head}\r\nConnection: close\r\n\r\n`);
		assert.ok([200, 400].includes(r?.status), head);
		assert.ok(!r.text.includes('evil'), head);
		if (r.status === 200) assert.ok(qr_read(r.text).startsWith(process.env.PORTAL_URL), head);
	}
	const absolute = await raw('GET http://evil.example/matters HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
	assert.ok([200, 400].includes(absolute.status) && !absolute.text.includes('evil.example'));
});

// --- headers ------------------------------------------------------------------------------------------------------

// BACK - places that a link could want to send people to.  None may leave the portal.
const BACK = [
	'//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', 'http://evil.example', 'https:evil.example', 'evil.example', '/\t/evil.example', '/\n/evil.example',
	'\t//evil.example', ' //evil.example', 'javascript:alert(1)', 'data:text/html,x', '/..//evil.example', '/.//evil.example', '/x\r\nSet-Cookie: evil=1', '/x\nLocation: //evil.example',
	'/\r\n\r\n<script>alert(1)</script>', '/\u0000//evil', '@evil.example', '/@evil.example', '/%0d%0aSet-Cookie: evil=1', '/\u2028//evil', '/示例?x=𠮷#y', '/\u0001', '/\u007f',
];
const stays = (r, back) => {
	assert.equal(r.status, 303, said(r));
	assert.equal(new URL(r.headers.location, process.env.PORTAL_URL).origin, process.env.PORTAL_URL, back);
	assert.ok(!(r.headers['set-cookie'] ?? []).some((c) => c.startsWith('evil')), back);
	assert.equal(r.body.length, 0);
};
test('"back" leads nowhere but into the portal', async () => {
	const person = await sign_up();
	for (const back of BACK) {
		if (!back.includes('\u0000')) stays(await exchange({ path: `/prefs/elder?on=1&back=${encodeURIComponent(back)}` }), back);
	}
	for (const back of BACK.filter((b) => !/[\u0000-\u001f\u007f]/.test(b))) {
		const visitor = new Visitor();
		stays(await visitor.post('/account/sign-in', { login: person.phone, password: PASSWORD, back }), back);
	}
	for (const back of BACK) {
		const r = await exchange({ path: `/account/sign-in?back=${encodeURIComponent(back)}` });
		assert.ok([200, 400].includes(r.status), said(r));
		assert.ok(!(r.headers['set-cookie'] ?? []).some((c) => c.startsWith('evil')));
	}
});
test('a forged address of the client changes nothing', async () => {
	const visitor = new Visitor();
	for (let n = 0; n < 3; n++)
		await visitor.post('/account/sign-in', { login: new_phone(), password: 'wrong-password' }, { headers: { 'X-Forwarded-For': `203.0.113.${n}`, 'X-Real-IP': '203.0.113.9', 'Client-IP': '203.0.113.9' } });
	assert.deepEqual(sql("SELECT bucket FROM rate_bucket WHERE bucket LIKE '%203.0.113%'"), []);
	assert.deepEqual(sql(`SELECT n FROM rate_bucket WHERE bucket = 'signin:account:ip:${visitor.from}'`), [['3']]);
});
test('huge headers and addresses get a plain page', async () => {
	for (const [head, status] of [[`Cookie: a=${'x'.repeat(9000)}`, 400], [`X: ${'y'.repeat(40000)}`, 400], [Array.from({ length: 2000 }, (_, n) => `X${n}: y`).join('\r\n'), 400]]) {
		const r = await raw(`GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${head}\r\n\r\n`);
		assert.equal(r?.status, status, head.slice(0, 20));
		assert.match(r.text, /<h1>/);
	}
	const long = await raw(`GET /matters?q=${'x'.repeat(9000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
	assert.ok([400, 414].includes(long?.status));
	const person = await sign_up();
	const junk = Array.from({ length: 45 }, (_, n) => `junk${n}=${'j'.repeat(60)}`).join('; ');
	assert.equal((await exchange({ path: '/account', headers: { Cookie: `${junk}; ${person.cookie_header()}` } })).status, 200, 'other cookies of the host do not matter');
});
test('what is no HTTP gets 400 or nothing', async () => {
	for (const bytes of ['\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', 'G\u0000T / HTTP/1.1\r\nHost: x\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
		'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 'GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n', 'GET /\u0007 HTTP/1.1\r\nHost: x\r\n\r\n', 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n',
		'CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']) {
		const r = await raw(Buffer.from(bytes, 'latin1'), { end: true, wait: 5000 });
		assert.ok(r === null || [400, 404, 405, 505, 200].includes(r.status), `${JSON.stringify(bytes)}: ${r?.status}`);
		if (r?.status === 200) assert.match(bytes, /^GET \/ HTTP\/1.1\r\nHost: x\r\nBad Header/, 'a header that nginx passes over');
	}
});

// --- bodies -------------------------------------------------------------------------------------------------------

const head = (visitor, url, lines) => `POST ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: ${visitor.cookie_header()}\r\nContent-Type: ${FORM}\r\n${lines}\r\n\r\n`;
test('a body that is shorter than announced does nothing', async () => {
	const person = await sign_up(), page = await draft(person);
	const body = urlencode({ csrf: await person.csrf(), address: '不该存下来的地址' });
	const r = await raw(`${head(person, `${page}/field`, `Content-Length: ${Buffer.byteLength(body) + 10}`)}${body}`, { end: true });
	assert.ok(r === null || r.status === 400, String(r?.status));
	const cut = Buffer.concat([Buffer.from(head(person, `${page}/field`, 'Content-Length: 5000')), Buffer.from(body)]);
	await raw(cut, { wait: 300 }); // and hangs up
	assert.ok(!(await person.get(page)).text.includes('不该存下来的地址'));
	// longer than announced: the rest is no request of ours
	const longer = await raw(`${head(person, `${page}/field`, `Content-Length: ${Buffer.byteLength(body)}`)}${body}GET /desk HTTP/1.1\r\n\r\n`);
	assert.equal(longer.status, 303);
	assert.ok((await person.get(page)).text.includes('不该存下来的地址'));
});
test('a body in pieces is read like any other; broken pieces are not', async () => {
	const person = await sign_up(), page = await draft(person);
	const save = (address, make) => {
		const body = Buffer.from(`csrf=${person.csrf_token}&address=${encodeURIComponent(address)}`);
		return raw(Buffer.concat([Buffer.from(head(person, `${page}/field`, 'Transfer-Encoding: chunked')), ...make(body)]), { wait: 1000 });
	};
	await person.csrf();
	const piece = (b) => Buffer.concat([Buffer.from(`${b.length.toString(16)}\r\n`), b, Buffer.from('\r\n')]);
	const good = await save('分块的地址', (b) => [piece(b.subarray(0, 7)), piece(b.subarray(7, 20)), piece(b.subarray(20)), Buffer.from('0\r\n\r\n')]);
	assert.equal(good.status, 303);
	assert.ok((await person.get(page)).text.includes('分块的地址'));
	for (const make of [(b) => [Buffer.from('zz\r\n'), b], (b) => [Buffer.from('-5\r\n'), b], (b) => [Buffer.from('ffffffffffffffff\r\n'), b], (b) => [piece(b)], (b) => [Buffer.from('1000\r\n'), b]]) {
		const r = await save('坏的地址', make);
		assert.ok(r === null || r.status >= 400, String(r?.status));
	}
	assert.ok(!(await person.get(page)).text.includes('坏的地址'));
});
test('two lengths, odd lengths, a length and pieces', async () => {
	const person = await sign_up();
	for (const lines of ['Content-Length: 5\r\nContent-Length: 6', 'Content-Length: -1', 'Content-Length: 5x', 'Content-Length: +5', 'Content-Length: 99999999999999999999', 'Content-Length: 5, 5',
		'Content-Length: 5\r\nTransfer-Encoding: chunked', 'Transfer-Encoding: chunked, identity', 'Transfer-Encoding: xchunked', 'Content-Length:']) {
		const r = await raw(`${head(person, '/account/sign-out-all', lines)}0\r\n\r\nabc`, { end: true, wait: 5000 });
		assert.ok(r === null || [400, 403, 413, 415, 501].includes(r.status), `${lines}: ${r?.status}`);
	}
	assert.equal((await person.get('/account')).status, 200, 'nobody was signed out');
});
test('a thousand parameters are read, more are too many', async () => {
	const visitor = new Visitor(), many = (n) => Array.from({ length: n }, (_, i) => `p${i}=1`).join('&');
	assert.equal((await visitor.get(`/matters?${many(900)}`)).status, 200);
	assert.equal((await visitor.get(`/matters?${many(1000)}`)).status, 200);
	assert.equal((await visitor.get(`/matters?${many(1001)}`)).status, 413);
	assert.equal((await visitor.get(`/matters?${'q=x&'.repeat(1000)}`)).status, 200);
	assert.equal((await visitor.get(`/matters?${'&'.repeat(5000)}`)).status, 200);
	assert.equal((await visitor.get(`/matters?${'n'.repeat(201)}=1`)).status, 413);
	const person = await sign_up(), page = await draft(person);
	const post = (body) => person.send({ method: 'POST', path: page, body, headers: { 'Content-Type': FORM } });
	const csrf = `csrf=${await person.csrf()}&`;
	assert.equal((await post(csrf + many(999))).status, 422, 'the form itself is empty');
	assert.equal((await post(csrf + many(1001))).status, 413);
	assert.equal((await post(`${csrf}${'address=x&'.repeat(1500)}`)).status, 413);
	const parts = multipart({ csrf: await person.csrf(), ...Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`p${n}`, 'x'])) }, [PHOTO]);
	const r = await person.send({ method: 'POST', path: `/upload/${key_of(page)}/photo`, body: parts.body, headers: { 'Content-Type': parts.type } });
	assert.ok([400, 413].includes(r.status), said(r));
});
test('a field given twice counts once', async () => {
	const person = await sign_up();
	const r = await person.send({
		method: 'POST', path: '/account/sign-out-all', body: `csrf=${'0'.repeat(26)}&csrf=${await person.csrf()}`, headers: { 'Content-Type': FORM },
	});
	assert.equal(r.status, 403, 'the first one');
	assert.equal((await person.get('/account')).status, 200);
});
test('HEAD of every public page: the status of GET, and no body', async () => {
	for (const r of routes.filter((one) => one.method === 'GET' && !one.path.includes('{'))) {
		const [get, only_head] = [await exchange({ path: r.path }), await exchange({ method: 'HEAD', path: r.path })];
		assert.equal(only_head.status, get.status, r.path);
		assert.equal(only_head.body.length, 0, r.path);
	}
});

// --- slow and many ------------------------------------------------------------------------------------------------

test('slow clients hold nobody up', async () => {
	const person = await sign_up(), page = await draft(person);
	const slow = [];
	for (let n = 0; n < 40; n++) {
		const bytes = n % 2
			? Buffer.from(`GET /matters?q=${n} HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(500)}`)
			: Buffer.from(`${head(person, n % 4 ? `${page}/field` : '/account/sign-in', 'Content-Length: 4000')}csrf=${'x'.repeat(4000)}`);
		slow.push(dribble(bytes));
	}
	try {
		await sleep(500);
		for (let round = 0; round < 5; round++) {
			const answers = await Promise.all(['/', '/matters', '/progress', '/account/sign-in', '/deadline', '/desk/sign-in', '/healthz', `/matters/${matter_codes.F1}`]
				.map((url) => exchange({ path: url })));
			assert.deepEqual(answers.map((r) => r.status), answers.map(() => 200));
			assert.equal((await person.get(page)).status, 200);
		}
		assert.ok(slow.every((s) => s.sent > 5 && !s.socket.destroyed), 'they are still at it');
	} finally {
		slow.forEach((s) => s.stop());
	}
});
test('clients that leave before the answer hurt nobody', async () => {
	for (let n = 0; n < 60; n++) {
		const s = dribble(Buffer.from(`GET /matters?q=${n} HTTP/1.1\r\nHost: x\r\n\r\n`), 0);
		await sleep(2);
		s.socket.write(`GET /matters?q=${n} HTTP/1.1\r\nHost: x\r\n\r\n`);
		s.stop();
	}
	assert.equal((await exchange({ path: '/matters' })).status, 200);
});
test('a hundred at the same moment are all answered', async () => {
	const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => exchange({ path: n % 2 ? '/matters?q=食品'.replace('食品', '%E9%A3%9F%E5%93%81') : '/' })));
	assert.deepEqual([...new Set(answers.map((r) => r.status))], [200]);
});

// --- two tabs -----------------------------------------------------------------------------------------------------

test('a form of the person who was signed in before is refused', async () => {
	const person = await sign_up(), page = await draft(person);
	const tab = await person.get(page);
	const other = await sign_up();
	await person.post('/account/sign-in', { login: other.phone, password: PASSWORD, back: '/' }); // in another tab
	const r = await person.submit(tab, page, { address: '另一个人的地址' });
	assert.ok([403, 404].includes(r.status), said(r));
	assert.equal((await person.get(page)).status, 404, 'it is not theirs');
});
test('of two tabs with one form the second is told, and nothing of either is lost', async () => {
	const person = await sign_up(), page = await draft(person);
	const [one, two] = [await person.get(page), await person.get(page)];
	assert.ok([303, 422].includes((await person.submit(one, page, { address: '第一个窗口的地址' })).status));
	const r = await person.submit(two, page, { address: '第二个窗口的地址', kin_name: '王亲属' });
	assert.equal(r.status, 409, said(r));
	assert.ok(words(r).includes('第一个窗口的地址') && r.text.includes('第二个窗口的地址') && r.text.includes('王亲属'));
	assert.equal(form_read((await person.get(page)).text, page).address, '第一个窗口的地址');
	const again = await person.submit(r, page);
	assert.ok([303, 422].includes(again.status), said(again));
	assert.equal(form_read((await person.get(page)).text, page).address, '第二个窗口的地址');
});
test('two tabs that submit the same application get the same receipt', async () => {
	const person = await sign_up(), page = await draft(person);
	await fill(person, page);
	const tabs = await Promise.all([1, 2, 3].map(() => person.get(`${page}/check`)));
	const answers = await Promise.all(tabs.map((tab) => person.submit(tab, `${page}/submit`, { agree: '1' })));
	assert.equal(new Set(answers.map((r) => `${r.status} ${r.headers.location}`)).size, 1, answers.map(said).join('\n'));
	assert.equal(answers[0].status, 303);
});

// --- after all that -----------------------------------------------------------------------------------------------

test('after all that an ordinary case goes its way', async () => {
	const c = await received(world.pre, world.clerk);
	await acted(world.clerk, c.no, 'accept', all_ok);
	assert.match((await receipt(c)).query_code, /^\d{6}$/);
	assert.ok(Number(sql('SELECT COUNT(*) FROM cases')[0][0]) > 0);
});
