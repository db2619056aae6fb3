// look.mjs - what the tests of style sheets and scripts share: a browser, and a server on a free port that hands out
// this checkout's files under the portal's content security policy.  No program and no database takes part.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const TOP = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"frame-src 'self'; form-action 'self'; base-uri 'none'";

export function launch() {
	return chromium.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync'],
	});
}

function send_file(url, response) {
	const file = path.join(TOP, path.normalize(url.split('?')[0]));
	response.setHeader('Content-Type', TYPES[path.extname(file)] || 'application/octet-stream');
	fs.createReadStream(file).on('error', () => { response.statusCode = 404; response.end(); }).pipe(response);
}

// serve - pages answers what is not a file: (url, method, body as Buffer) => {status, type, body, wait} or undefined.
export async function serve(pages = () => undefined) {
	const server = http.createServer((request, response) => {
		const parts = [];
		request.on('data', (part) => parts.push(part)).on('end', () => {
			response.setHeader('Content-Security-Policy', POLICY);
			const answer = pages(request.url, request.method, Buffer.concat(parts));
			if (!answer) { send_file(request.url, response); return; }
			response.statusCode = answer.status || 200;
			response.setHeader('Content-Type', answer.type || TYPES['.html']);
			setTimeout(() => response.end(answer.body), answer.wait || 0);
		});
	});
	await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
	return {
		base: `http://127.0.0.1:${server.address().port}`,
		stop: () => { server.closeAllConnections(); return new Promise((done) => server.close(done)); },
	};
}
