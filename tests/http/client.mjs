// client.mjs - what the HTTP tests share: visitors with a cookie jar of their own, forms sent as a browser would send
// them, raw connections, and the database, clock and jobs of the private portal.
//
// Every visitor comes from a loopback address of their own, so that no test uses up another one's tries.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { form_read, unescape_html } from './html.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BASE = new URL(process.env.PORTAL_URL);
const VAR = process.env.PORTAL_VAR;
export const PASSWORD = 'Demo-portal-2026';
export const START = '2026-03-02 09:30:00'; // where with-portal sets the clock
const PATIENCE = 30000; // ms; an answer that takes longer never comes

// --- addresses and names that nobody else uses ------------------------------------------------------------------

let visitors = 0;
const address = () => `127.${1 + process.pid % 250}.${(process.pid >> 8) % 250}.${++visitors % 250 + 1}`;

// check_digit - of a resident identity number (GB 11643).
export function check_digit(seventeen) {
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = weights.reduce((s, w, i) => s + w * Number(seventeen[i]), 0);
	return '10X98765432'[sum % 11];
}

// uscc_check - of a unified social credit code (GB 32100).
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export function uscc_check(seventeen) {
	const sum = [...seventeen].reduce((s, c, i) => s + USCC.indexOf(c) * 3 ** i % 31, 0);
	return USCC[(31 - sum % 31) % 31];
}

let people = 0;
function next_number() {
	const n = ++people;
	assert.ok(n < 1000, 'a test file makes up fewer than 1,000 people');
	return { n, file: process.pid % 24000 };
}
const DAY = 86400000;
// new_id - a synthetic identity number: 410599 is no county.
export function new_id() {
	const { n, file } = next_number();
	const born = new Date(Date.UTC(1935, 0, 1) + file * DAY).toISOString().slice(0, 10).replaceAll('-', '');
	const seventeen = `410599${born}${String(n).padStart(3, '0')}`;
	return seventeen + check_digit(seventeen);
}
export function new_phone() {
	const { n, file } = next_number();
	return `139${String(file).padStart(5, '0')}${String(n).padStart(3, '0')}`;
}
export function new_uscc() {
	const { n, file } = next_number();
	const seventeen = `91410599MA${String((file * 1000 + n) % 1e7).padStart(7, '0')}`;
	return seventeen + uscc_check(seventeen);
}

// --- one exchange -----------------------------------------------------------------------------------------------

// exchange - method, path (sent as it is), headers, body -> answer.  answer.text, answer.json, answer.type.
export function exchange({ method = 'GET', path: target, headers = {}, body, from = address() }) {
	return new Promise((resolve, reject) => {
		const bytes = body === undefined ? undefined : Buffer.from(body);
		const request = http.request({
			host: BASE.hostname, port: BASE.port, method, path: target, localAddress: from, agent: false,
			headers: bytes ? { 'Content-Length': bytes.length, ...headers } : headers,
		}, (response) => {
			const parts = [];
			response.on('data', (b) => parts.push(b));
			response.on('error', reject);
			response.on('end', () => resolve(answer_make(method, target, response, Buffer.concat(parts))));
		});
		request.setTimeout(PATIENCE, () => request.destroy(new Error(`${method} ${target}: no answer`)));
		request.on('error', reject);
		request.end(bytes);
	});
}

function answer_make(method, target, response, body) {
	const answer = {
		method, path: target, status: response.statusCode, headers: response.headers, body,
		type: (response.headers['content-type'] ?? '').split(';')[0],
		get text() { return body.toString('utf8'); },
		get json() { return JSON.parse(body.toString('utf8')); },
	};
	answer_check(answer);
	return answer;
}

// answer_check - what holds for every answer of the portal, whatever was asked.
function answer_check(r) {
	const what = `${r.method} ${r.path} -> ${r.status}`;
	assert.equal(r.headers['x-content-type-options'], 'nosniff', what);
	assert.equal(r.headers['x-powered-by'], undefined, what);
	if (r.method !== 'HEAD' && r.headers['content-length'] !== undefined)
		assert.equal(r.body.length, Number(r.headers['content-length']), what);
	if (r.type === 'application/json' && r.method !== 'HEAD')
		assert.doesNotThrow(() => r.json, what);
	if (r.type !== 'text/html' || r.method === 'HEAD')
		return;
	assert.ok(r.headers['content-security-policy']?.includes("default-src 'none'"), what);
	assert.ok(Buffer.from(r.text, 'utf8').equals(r.body), `${what}: not UTF-8`);
	assert.match(r.text, /^<!DOCTYPE html>\n<html lang="zh-CN"/, what);
	assert.match(r.text, /<\/html>\s*$/, `${what}: cut off`);
	assert.equal(r.text.match(/<h1[ >]/g)?.length, 1, `${what}: one h1`);
	assert.match(r.text, /<title>[^<]+<\/title>/, what);
}

// --- visitors ---------------------------------------------------------------------------------------------------

const JSON_PLEASE = { Accept: 'application/json' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

export class Visitor {
	constructor() {
		this.cookies = new Map();
		this.from = address();
		this.csrf_page = '/progress'; // has a form for anybody
	}
	cookie_header() { return [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; '); }
	take_cookies(r) {
		for (const line of r.headers['set-cookie'] ?? []) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
			if (/; Max-Age=0/.test(line)) this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
	}
	async send(options) {
		const cookie = this.cookie_header();
		const r = await exchange({ from: this.from, ...options, headers: { ...(cookie && { Cookie: cookie }), ...options.headers } });
		this.take_cookies(r);
		return r;
	}
	get(target, { json, headers } = {}) { return this.send({ path: target, headers: { ...(json && JSON_PLEASE), ...headers } }); }
	head(target) { return this.send({ method: 'HEAD', path: target }); }
	// csrf - the token of this visitor's forms.  It changes only with the session or visit cookie.
	async csrf() {
		const key = ['portal_session', 'portal_staff', 'portal_visit'].map((n) => this.cookies.get(n)).join();
		if (this.csrf_for !== key || !this.csrf_token) {
			this.csrf_token = csrf_of((await this.get(this.csrf_page)).text);
			this.csrf_for = ['portal_session', 'portal_staff', 'portal_visit'].map((n) => this.cookies.get(n)).join();
		}
		return this.csrf_token;
	}
	// post - fields as a form; the csrf token is added unless fields has one (undefined: none is sent).
	async post(target, fields = {}, { json, headers } = {}) {
		const all = 'csrf' in fields ? fields : { csrf: await this.csrf(), ...fields };
		return this.send({
			method: 'POST', path: target, body: urlencode(all), headers: { ...FORM, ...(json && JSON_PLEASE), ...headers },
		});
	}
	// submit - the form of a page whose action is `action`, as the browser would send it, with changes.
	// A value undefined takes a field out.
	submit(page, action, changes = {}, options = {}) {
		const fields = { ...form_read(page.text, action), ...changes };
		return this.post(action, fields, options);
	}
	// upload - files ({name, bytes, type}) as multipart/form-data.
	async upload(target, files, fields = {}, { json, headers } = {}) {
		const all = 'csrf' in fields ? fields : { csrf: await this.csrf(), ...fields };
		const { body, type } = multipart(all, files);
		return this.send({ method: 'POST', path: target, body, headers: { 'Content-Type': type, ...(json && JSON_PLEASE), ...headers } });
	}
	// follow - the page that a 303 leads to.
	follow(r) {
		assert.equal(r.status, 303, said(r));
		return this.get(r.headers.location.replace(/#.*/, ''));
	}
}

// csrf_of - the token in a page.
export function csrf_of(html) {
	const found = /name="csrf" value="([0-9A-Z]+)"/.exec(html);
	assert.ok(found, 'the page has no csrf field');
	return found[1];
}

// urlencode - fields as application/x-www-form-urlencoded; arrays repeat a name; undefined is left out.
export function urlencode(fields) {
	const out = new URLSearchParams();
	for (const [name, value] of Object.entries(fields))
		for (const one of Array.isArray(value) ? value : [value])
			if (one !== undefined) out.append(name, one);
	return out.toString();
}

export function multipart(fields, files = [], boundary = 'XxBoundaryxX') {
	const parts = [];
	for (const [name, value] of Object.entries(fields))
		if (value !== undefined)
			parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
	for (const f of files)
		parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${f.field ?? 'file'}"; filename="${f.name.replaceAll('"', '%22')}"\r\n` +
			`Content-Type: ${f.type ?? 'application/octet-stream'}\r\n\r\n`, f.bytes, '\r\n');
	parts.push(`--${boundary}--\r\n`);
	return { body: Buffer.concat(parts.map((p) => Buffer.from(p))), type: `multipart/form-data; boundary=${boundary}` };
}

// said - the words of an answer, for messages of failed assertions.
export function said(r) {
	return `${r.method} ${r.path} -> ${r.status}: ` + (r.type === 'text/html' ? words(r) : r.text).slice(0, 600);
}
// words - the text of a page's main part, without markup, blanks in one.
export function words(r) {
	const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(r.text)?.[1] ?? r.text;
	return unescape_html(main.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ').trim();
}

// --- people -----------------------------------------------------------------------------------------------------

// sign_up - a fresh person, signed in.  given replaces fields of the form.
export async function sign_up(given = {}) {
	const person = new Visitor();
	person.fields = {
		kind: 'natural', name: '示例人', id_type: '111', id_no: new_id(), phone: new_phone(), password: PASSWORD,
		password_again: given.password ?? PASSWORD, agree: '1', ...given,
	};
	const r = await person.post('/account/sign-up', person.fields);
	assert.equal(r.status, 303, said(r));
	person.id_no = person.fields.id_no;
	person.phone = person.fields.phone;
	person.name = person.fields.name;
	return person;
}

export async function sign_in(login, password = PASSWORD) {
	const person = new Visitor();
	const r = await person.post('/account/sign-in', { login, password, back: '/account' });
	assert.equal(r.status, 303, said(r));
	return person;
}

// officer - signed in at the desk.  The accounts are in sql/sample/accounts.txt.
export async function officer(login, password = PASSWORD) {
	const person = new Visitor();
	person.csrf_page = '/desk/sign-in';
	const r = await person.post('/desk/sign-in', { login, password });
	assert.equal(r.status, 303, said(r));
	return person;
}

// officer_add - a further officer with the demo password; gives the sign-in name.  keys: roles, as in domain/role.c.
export function officer_add({ name = '示例·临时', dept = null, post = '临时岗', keys = [] } = {}) {
	const login = `t${process.pid}x${++people}`;
	const text = (s) => (s === null ? 'NULL' : `'${s}'`);
	sql(`INSERT INTO staff (login, name, dept_code, post, pw_hash, trained_on, created_at)
		SELECT '${login}', '${name}', ${text(dept)}, '${post}', pw_hash, trained_on, created_at FROM staff WHERE login = 'chuangkou1';
		${keys.map((key) => `INSERT INTO staff_role (staff_id, role, valid_from, approver)
		SELECT id, '${key}', '2026-01-01', '测试' FROM staff WHERE login = '${login}';`).join('')}`);
	return login;
}

// --- raw connections --------------------------------------------------------------------------------------------

// raw - send bytes as they are and read one answer: until it is whole, the other side closes, or nothing has come for
// `wait` ms.  The answer is null when nothing came back.
export function raw(bytes, { end = false, wait = PATIENCE } = {}) {
	return new Promise((resolve, reject) => {
		const parts = [];
		const socket = net.connect({ host: BASE.hostname, port: Number(BASE.port), localAddress: address() });
		const finish = () => { socket.destroy(); resolve(raw_answer(Buffer.concat(parts))); };
		socket.on('connect', () => { socket.write(bytes); if (end) socket.end(); });
		socket.on('data', (b) => { parts.push(b); if (raw_whole(Buffer.concat(parts))) finish(); });
		socket.on('close', finish);
		socket.on('error', (e) => (parts.length || e.code === 'ECONNRESET' || e.code === 'EPIPE' ? finish() : reject(e)));
		socket.setTimeout(wait, finish);
	});
}

function raw_whole(bytes) {
	const answer = raw_answer(bytes);
	return answer?.headers['content-length'] !== undefined && answer.size >= Number(answer.headers['content-length']);
}
// raw_answer - the first answer in the bytes of a connection.
export function raw_answer(bytes) {
	const text = bytes.toString('latin1');
	const end = text.indexOf('\r\n\r\n');
	if (end < 0) return null;
	const [first, ...lines] = text.slice(0, end).split('\r\n');
	const headers = {};
	for (const line of lines) {
		const [name, ...rest] = line.split(':');
		headers[name.toLowerCase()] = rest.join(':').trim();
	}
	const body = bytes.subarray(end + 4);
	return { status: Number(first.split(' ')[1]), headers, lines, size: body.length, text: body.toString('utf8') };
}

// dribble - open a connection and send bytes one by one, slowly, until stop() is called.
export function dribble(bytes, every = 50) {
	const socket = net.connect({ host: BASE.hostname, port: Number(BASE.port), localAddress: address() });
	let sent = 0;
	socket.on('error', () => {});
	const timer = setInterval(() => {
		if (sent < bytes.length && socket.writable) socket.write(bytes.subarray(sent, ++sent));
	}, every);
	return { socket, get sent() { return sent; }, stop() { clearInterval(timer); socket.destroy(); } };
}

// --- the portal behind ------------------------------------------------------------------------------------------

// sql - rows of the database, asked as its administrator: arrays of texts.
export function sql(text) {
	const out = execFileSync(path.join(ROOT, 'tests/admin-sql'), { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
	return out.split('\n').filter((l) => l !== '').map((l) => l.split('\t'));
}

// job - run a background job once; rejects when it fails.
export function job(name, ...args) {
	return promisify(execFile)(path.join(process.env.PORTAL_BIN, name), args, {
		cwd: ROOT, env: { ...process.env, PORTAL_CONF: path.join(process.env.PORTAL_CONF_DIR, `${name}.conf`) },
	});
}

// clock_set - lead the portal's clock.  A test that does sets it back to START when it is done.
export function clock_set(text) {
	fs.writeFileSync(`${process.env.PORTAL_CLOCK}.new`, `${text}\n`);
	fs.renameSync(`${process.env.PORTAL_CLOCK}.new`, process.env.PORTAL_CLOCK);
}

// until - ask again and again; fails when it never becomes true.
export async function until(what, ask, seconds = 30) {
	for (let n = 0; n < seconds * 10; n++) {
		if (await ask()) return;
		await sleep(100);
	}
	assert.fail(`never: ${what}`);
}
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
export const log_text = (service) => fs.readFileSync(path.join(VAR, 'log', service, 'current'), 'utf8');
export const fixture = (name) => fs.readFileSync(path.join(ROOT, 'tests/fixtures', name));
export const matter_codes = Object.fromEntries(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8'].map((f) =>
	[f, JSON.parse(fs.readFileSync(path.join(ROOT, `sql/sample/matters/${f}.json`), 'utf8')).code]));
