// Every program answers one request from a shell with a CGI environment, without nginx and without FastCGI: that is how a
// page is debugged, and how a server without FastCGI can use the portal.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

function cgi(program, env, body = '') {
	const r = spawnSync(path.join(process.env.PORTAL_BIN, program), [], {
		input: body,
		env: {
			PATH: process.env.PATH,
			PORTAL_CONF: path.join(process.env.PORTAL_CONF_DIR, `${program}.conf`),
			REQUEST_METHOD: 'GET', REMOTE_ADDR: '127.0.0.1', SERVER_PROTOCOL: 'HTTP/1.1', ...env,
		},
	});
	const text = r.stdout.toString();
	const end = text.indexOf('\r\n\r\n');
	return { code: r.status, head: text.slice(0, end), body: text.slice(end + 4), bytes: r.stdout.length };
}

const PAGES = [
	['catalog', '/', 200, /您要办什么事/],
	['account', '/account/sign-in', 200, /<h1>登录<\/h1>/],
	['apply', '/apply/11410599MBXX00019J4000131901001', 200, /食品经营许可/],
	['upload', '/file/1', 401, /请先登录/],
	['progress', '/deadline?from=2026-02-12&days=5', 200, /2026年2月26日/],
	['desk', '/desk/sign-in', 200, /工作台登录/],
	['admin', '/admin', 401, /请先登录/],
];

for (const [program, uri, status, text] of PAGES) {
	test(`${program} answers ${uri} from a shell`, () => {
		const answer = cgi(program, { REQUEST_URI: uri });
		assert.equal(answer.code, 0);
		assert.match(answer.head, new RegExp(`^Status: ${status} `));
		assert.match(answer.body, text);
		const told = Number(answer.head.match(/^Content-Length: (\d+)$/m)[1]);
		assert.equal(Buffer.byteLength(answer.body), told);
	});
}

test('a body comes from standard input, and is checked like any other', () => {
	const body = 'number=X&code=1';
	const answer = cgi('progress', {
		REQUEST_METHOD: 'POST', REQUEST_URI: '/progress', CONTENT_TYPE: 'application/x-www-form-urlencoded',
		CONTENT_LENGTH: String(body.length),
	}, body);
	assert.match(answer.head, /^Status: 403 /);
});

test('PATH_INFO and QUERY_STRING do where a server gives no REQUEST_URI', () => {
	const answer = cgi('progress', { PATH_INFO: '/deadline', QUERY_STRING: 'from=2026-02-12&days=5', HTTP_ACCEPT: 'application/json' });
	assert.equal(JSON.parse(answer.body).due, '2026-02-26');
});

test('a program that starts while the database is away says so, and does not fall over', () => {
	const conf = path.join(process.env.PORTAL_CONF_DIR, 'progress.conf');
	const away = path.join(process.env.PORTAL_VAR, 'away.conf');
	fs.writeFileSync(away, fs.readFileSync(conf, 'utf8').replace(/^db_socket.*$/m, 'db_socket = /nonexistent/db.sock'), { mode: 0o600 });
	const answer = cgi('progress', { REQUEST_URI: '/deadline?from=2026-02-12&days=5', PORTAL_CONF: away });
	fs.rmSync(away);
	assert.equal(answer.code, 0);
	assert.match(answer.head, /^Status: 503 /);
	assert.match(answer.body, /请稍后再试/);
});
