// Finding a matter and reading its guide: search, filters, pages, every element that the standards want, the QR code.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { escape_html, unescape_html } from './html.mjs';
import { exchange, job, matter_codes, ROOT, said, sign_up, sql, Visitor, words } from './client.mjs';
import { qr_read } from './qr.mjs';

const visitor = new Visitor();
const list = async (query) => {
	const r = await visitor.get(`/matters?${new URLSearchParams(query)}`);
	assert.equal(r.status, 200, said(r));
	return r;
};
// found - codes of the matters in a list, in order.
const found = (r) => [...r.text.matchAll(/<h2 class="card-title"><a href="\/matters\/(\w+)">/g)].map(([, code]) => code);
const total = (r) => Number(/共 (\d+) 项/.exec(r.text)?.[1] ?? 0);
const next_of = (r) => unescape_html(/rel="next" href="([^"]*)"/.exec(r.text)?.[1] ?? '');
const matter = (f) => JSON.parse(fs.readFileSync(path.join(ROOT, `sql/sample/matters/${f}.json`), 'utf8'));

// --- matters enough for several pages -----------------------------------------------------------------------------

// A theme and a word of their own, so that no other test sees them; taken out of the catalogue in the end.
const MANY = 27, WORD = '翻页样例';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catalog-test-'));
const base_of = (n) => `0020119${String(70000 + n)}`;
const code_of = (n) => `11410599MBXX00051X4${base_of(n)}`;
function matter_file(n, change = {}) {
	const file = path.join(folder, `${n}.json`);
	fs.writeFileSync(file, JSON.stringify({
		...matter('F6'), code: code_of(n), catalog_code: base_of(n), name: `${WORD}第${n}号`, position: 5000 + n % 3, ...change,
	}));
	return file;
}
before(() => job('matter-publish', ...Array.from({ length: MANY }, (_, n) => matter_file(n))));
after(() => {
	sql(`UPDATE matter SET state = 'off' WHERE code LIKE '${code_of(0).slice(0, 28)}%'`);
	fs.rmSync(folder, { recursive: true });
});

// --- home and list ------------------------------------------------------------------------------------------------

test('the home page leads to themes and matters', async () => {
	const r = await visitor.get('/');
	assert.match(r.text, /<form class="search search-big" method="get" action="\/matters"/);
	for (const [, theme, count] of r.text.matchAll(/\?theme=([^"]+)">[^<]*<span class="count">(\d+)</g))
		assert.equal(total(await list({ theme })), Number(count), theme);
	assert.ok(r.text.includes(`/matters/${matter_codes.F1}`));
});
test('the list holds the eight sample matters', async () => {
	let codes = [];
	for (let url = '/matters'; url;) {
		const r = await visitor.get(url);
		codes.push(...found(r));
		url = next_of(r);
	}
	for (const [f, code] of Object.entries(matter_codes)) assert.ok(codes.includes(code), f);
	assert.equal(new Set(codes).size, codes.length);
});

// --- search -------------------------------------------------------------------------------------------------------

const SEARCHES = [
	['食品', 'F1'], ['食品经营', 'F1'], ['食品经营许可', 'F1'], ['  食品　许可 ', 'F1'], ['餐饮', 'F1'], ['残疾人证', 'F5'],
	['残疾人', 'F5'], ['老年', 'F6'], ['老年卡', 'F6'], ['货物运输', 'F3'], ['个体工商户', 'F4'], ['施工许可证', 'F7'], ['卫生许可', 'F2'],
	['一件事', 'F8'], ['开饭店', 'F8'], ['食', 'F1'],
];
for (const [typed, f] of SEARCHES)
	test(`searching "${typed}" finds ${f}`, async () => {
		const r = await list({ q: typed });
		assert.ok(found(r).includes(matter_codes[f]), said(r));
		assert.ok(!r.text.includes('比较接近'), 'an exact find');
	});
test('a name that holds the words comes first', async () => {
	assert.equal(found(await list({ q: '食品经营许可' }))[0], matter_codes.F1);
	assert.equal(found(await list({ q: '老年人优待证' }))[0], matter_codes.F6);
});
test('nothing fits: what comes close, said so; or nothing, with a way on', async () => {
	const close = await list({ q: '我想给爷爷办老年人的证' });
	assert.match(close.text, /没有完全符合/);
	assert.ok(found(close).includes(matter_codes.F6), said(close));
	const none = await list({ q: '龘龘龘' });
	assert.deepEqual(found(none), []);
	assert.match(words(none), /没有找到符合条件的事项.*看全部事项/);
});
test('operators, blanks and rare characters in a search are only text', async () => {
	for (const q of ['+食品 -许可', '"食品', '食品*', '(食品', '@食品', '~', '%', '_', "' OR 1=1 --", '\\', '𠮷', '😀', '   ', 'a'.repeat(500), '食'.repeat(300)]) {
		const r = await list({ q });
		assert.ok(r.text.includes(`value="${escape_html(q)}"`), `${q} as typed`);
	}
});

// --- filters ------------------------------------------------------------------------------------------------------

test('each filter keeps what it says, and counts what it keeps', async () => {
	const r = await list({});
	const selects = [...r.text.matchAll(/<select id="(\w+)"[^>]*>([\s\S]*?)<\/select>/g)];
	assert.deepEqual(selects.map(([, id]) => id).sort(), ['dept', 'object', 'theme', 'type']);
	for (const [, id, options] of selects) {
		const rows = [...options.matchAll(/<option value="([^"]+)">[^<]*（(\d+)）/g)];
		assert.ok(rows.length > 1, id);
		for (const [, value, count] of rows) {
			const kept = await list({ [id]: value });
			assert.equal(total(kept), Number(count), `${id}=${value}`);
			assert.match(kept.text, new RegExp(`<option value="${value}" selected>`));
			assert.match(kept.text, /<ul class="filter-on"/);
		}
	}
});
test('filters agree with the matters', async () => {
	assert.deepEqual(found(await list({ dept: 'transport' })), [matter_codes.F3]);
	assert.deepEqual(found(await list({ dept: 'market', q: '食品' })).sort(), [matter_codes.F1, matter_codes.F8].sort());
	assert.deepEqual(found(await list({ object: 'legal', dept: 'housing', type: 'licence' })), [matter_codes.F7]);
	assert.deepEqual(found(await list({ object: 'legal', dept: 'disabled' })), []);
});
test('a filter that does not exist finds nothing and breaks nothing', async () => {
	for (const query of [{ type: 'nothing' }, { dept: "x' OR '1'='1" }, { theme: '<script>' }, { object: 'natural,legal' }])
		assert.deepEqual(found(await list(query)), [], JSON.stringify(query));
});
test('the choices that are on can be taken off one by one', async () => {
	const r = await list({ q: '食品', dept: 'market', type: 'licence' });
	const off = [...r.text.matchAll(/<li><a href="([^"]*)">[^<]*<\/a><\/li>/g)].map(([, url]) => unescape_html(url)).filter((u) => u.startsWith('/matters?'));
	assert.equal(off.length, 2);
	assert.ok(off.every((url) => url.includes(encodeURIComponent('食品'))));
	assert.ok(off.some((u) => u.includes('dept=market') && !u.includes('type=')));
});

// --- pages --------------------------------------------------------------------------------------------------------

async function walk(query, between = () => {}) {
	const pages = [];
	for (let url = `/matters?${new URLSearchParams(query)}`; url;) {
		const r = await visitor.get(url);
		assert.equal(r.status, 200, said(r));
		pages.push(found(r));
		url = next_of(r);
		await between(pages.length);
	}
	return pages;
}
for (const query of [{ q: WORD }, { theme: 'elderly' }, {}])
	test(`pages of ${JSON.stringify(query)} show every matter once`, async () => {
		const pages = await walk(query);
		assert.ok(pages.length > 1 && pages[0].length === 20);
		const all = pages.flat();
		assert.equal(new Set(all).size, all.length);
		for (let n = 0; n < MANY; n++) assert.ok(all.includes(code_of(n)), `number ${n}`);
		assert.equal(all.length, total(await list(query)));
	});
test('a matter published between two pages moves no other one', async () => {
	const pages = await walk({ q: WORD }, (page) => page === 1 && job('matter-publish', matter_file(MANY, { position: 1 })));
	const all = pages.flat();
	assert.equal(new Set(all).size, all.length);
	for (let n = 0; n < MANY; n++) assert.ok(all.includes(code_of(n)), `number ${n}`);
});
test('a page mark that was tampered with is no error', async () => {
	for (const after_mark of ['x', '1', '1.2', '-1.-1.-1', '9999999999999999999.1.1', '1.1.1.1', "1.1.1'", ''])
		await list({ after: after_mark });
});

// --- the guide ----------------------------------------------------------------------------------------------------

// part - the section of a guide, as text.
function part(html, id) {
	const section = new RegExp(`<section id="${id}">([\\s\\S]*?)</section>`).exec(html)?.[1];
	assert.ok(section, `#${id}`);
	return unescape_html(section.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
}
const flat = (text) => text.replace(/\s+/g, ' ').trim();

for (const f of Object.keys(matter_codes)) {
	test(`${f}: the guide has all that ZJG 11(3) and GD 6.3 ask for`, async () => {
		const m = matter(f);
		const r = await visitor.get(`/matters/${m.code}`);
		assert.equal(r.status, 200, said(r));
		const has = (id, ...texts) => {
			const said_there = part(r.text, id);
			for (const text of texts.flat()) assert.ok(said_there.includes(flat(text)), `#${id} says: ${text}`);
		};
		has('g-what', m.name, m.code, m.body);
		has('g-scope', m.scope, m.conditions);
		assert.equal(r.text.match(/<article class="guide-material"/g).length, m.materials.length);
		for (const x of m.materials) {
			has('g-docs', x.name, x.review_points ?? []);
			for (const doc of [x.sample, x.blank]) {
				if (!doc?.text) continue;
				has('g-docs', doc.title);
				assert.ok(r.text.includes(`<pre class="sample">${escape_html(doc.text)}</pre>`), `${doc.title}, line by line`);
			}
		}
		assert.ok(m.materials.some((x) => x.sample), 'at least one sample text');
		for (const step of m.flow) has('g-flow', step.step, step.who);
		has('g-limit', m.limits.legal.explain ?? '', m.limits.promised.explain ?? '');
		assert.match(part(r.text, 'g-limit'), /法定时限 \S+.*承诺时限 \S+/);
		has('g-fee', m.fee.standard);
		for (const x of m.results) has('g-result', x.name);
		for (const x of m.places) has('g-where', x.address, x.windows, x.hours);
		has('g-where', m.contact.enquiry);
		has('g-review', m.review_points);
		for (const x of m.basis) has('g-basis', x.title, x.article);
		assert.ok(m.faq.length > 0);
		for (const x of m.faq) has('g-faq', x.q, x.a);
		has('g-remedy', m.contact.complaint, m.remedies);
		assert.ok(r.text.includes(`href="/apply/${m.code}"`));
	});
	test(`${f}: the QR code leads to the guide`, async () => {
		const url = `/matters/${matter_codes[f]}`;
		assert.equal(qr_read((await visitor.get(url)).text), process.env.PORTAL_URL + url);
	});
}
test('no matter has this code', async () => {
	for (const code of ['11410599MBXX00019J4999999999999', 'x', '11410599mbxx00051x4002011901001', '%20', "'", '1'.repeat(3000)]) {
		const r = await visitor.get(`/matters/${code}`);
		assert.equal(r.status, 404, said(r));
	}
});
test('a new revision is what the guide shows, and a matter taken off is gone', async () => {
	const url = `/matters/${code_of(0)}`;
	assert.match(part((await visitor.get(url)).text, 'g-what'), /第 1 版/);
	await job('matter-publish', matter_file(0, { summary: '改过的说明。' }));
	const r = await visitor.get(url);
	assert.match(part(r.text, 'g-what'), /第 2 版/);
	assert.match(words(r), /改过的说明。/);
	sql(`UPDATE matter SET state = 'off' WHERE code = '${code_of(1)}'`);
	assert.equal((await visitor.get(`/matters/${code_of(1)}`)).status, 404);
	assert.ok(!(await walk({ q: WORD })).flat().includes(code_of(1)));
	sql(`UPDATE matter SET state = 'on' WHERE code = '${code_of(1)}'`);
});

// --- what goes with every page ------------------------------------------------------------------------------------

test('large type stays on until it is switched off', async () => {
	const person = new Visitor();
	assert.match((await person.get('/matters')).text, /<html lang="zh-CN" class="">/);
	const on = await person.get('/prefs/elder?on=1&back=/matters%3Fq%3Dx');
	assert.equal(on.status, 303);
	assert.equal(on.headers.location, '/matters?q=x');
	assert.match(on.headers['set-cookie'][0], /^portal_elder=1; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/);
	for (const url of ['/', '/matters', `/matters/${matter_codes.F5}`, '/progress', '/account/sign-in', '/deadline', '/no-such-page'])
		assert.match((await person.get(url)).text, /<html lang="zh-CN" class="[^"]*elder"/, url);
	await person.get('/prefs/elder?on=0&back=/');
	assert.match((await person.get('/matters')).text, /<html lang="zh-CN" class="">/);
	for (const cookie of ['2', 'on', '<script>', ''])
		assert.match((await exchange({ path: '/', headers: { Cookie: `portal_elder=${cookie}` } })).text, /<html lang="zh-CN" class="">/);
});
test('a page greets whoever is signed in, and nobody else', async () => {
	const person = await sign_up({ name: '欧阳示例' });
	assert.ok((await person.get('/')).text.includes('欧阳示例'));
	assert.ok(!(await visitor.get('/')).text.includes('欧阳示例'));
	assert.doesNotMatch((await person.get('/')).headers['cache-control'], /public|max-age/);
});
test('/healthz says whether the portal and its database live', async () => {
	const r = await visitor.get('/healthz');
	assert.equal(r.status, 200);
	assert.equal(r.text, 'ok\n');
	assert.equal(r.headers['cache-control'], 'no-store');
	assert.equal(r.headers['set-cookie'], undefined);
});
test('HEAD gives the headers of GET and no body', async () => {
	for (const url of ['/', '/matters', `/matters/${matter_codes.F1}`, '/healthz', '/deadline']) {
		const [get, head] = [await visitor.get(url), await visitor.head(url)];
		assert.equal(head.status, 200);
		assert.equal(head.body.length, 0);
		assert.equal(head.type, get.type);
		assert.equal(head.headers['content-length'], get.headers['content-length']);
	}
});
