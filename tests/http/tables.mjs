// tables.mjs - the routes, forms and roles of the programs, read from their sources, so that no test keeps a second list.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './client.mjs';

const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const number = (text) => text.split('*').reduce((n, part) => n * Number(part), 1);

export const programs = fs.readdirSync(path.join(ROOT, 'cgi-bin'))
	.filter((name) => fs.existsSync(path.join(ROOT, 'cgi-bin', name, 'main.c')));

// roles - key of a role -> its bit (domain/role.h and role.c).
const bits = Object.fromEntries([...read('cgi-bin/domain/role.h').matchAll(/#define (ROLE_\w+) UINT32_C\((0x[0-9A-F]+)\)/g)]
	.map(([, name, bit]) => [name, Number(bit)]));
export const roles = Object.fromEntries([...read('cgi-bin/domain/role.c').matchAll(/\{(ROLE_\w+), "(\w+)",/g)]
	.map(([, name, key]) => [key, bits[name]]));

// officers - sign-in name -> {dept, roles: bits} (sql/sample/accounts.txt).
export const officers = Object.fromEntries([...read('sql/sample/accounts.txt').matchAll(/^ +staff +(\S+) +(\S+) +\S+ +\S+ +(\S+)$/gm)]
	.map(([, login, dept, keys]) => [login, { dept, roles: keys.split(',').reduce((all, key) => all | roles[key], 0) }]));

// expanded - a file after the preprocessor: rows of constants, whatever macros made them.
const expanded = (file) => execFileSync('cc', ['-E', '-P', '-std=c11', '-D_GNU_SOURCE', '-Icgi-bin', '-Ibuild', file],
	{ cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 });
const files_in = (folder) => fs.readdirSync(path.join(ROOT, 'cgi-bin', folder)).filter((name) => name.endsWith('.c'))
	.map((name) => `cgi-bin/${folder}/${name}`);

const FIELD = /\{FORM_(\w+), "(\w+)", "[^"]*", (-?\d+), ([^,]+), ([0-9u| ]+), (?:"([^"]*)"|[^"]*?), __builtin_offsetof/g;
// forms_in - the forms that the files of a folder define.
function forms_in(folder) {
	const forms = {};
	const source = files_in(folder).filter((file) => read(file).includes('FORM_DEFINE(')).map(expanded).join('\n');
	for (const [, form, rows] of source.matchAll(/struct form_field (\w+)_fields\[\] = \{(.*?)\};/gs))
		forms[form] = [...rows.matchAll(FIELD)].map(([, kind, name, min, max, flags, choices]) => ({
			kind, name, min: Number(min), max: Number(max.replace(/[()L]/g, '')),
			required: flags.includes('1u'), lines: flags.includes('2u'), choices: choices?.split('|'),
		}));
	return forms;
}

const NULL = 'void*0'; // after the preprocessor, without brackets and blanks
const ROW = /\{METHOD_(\w+), "([^"]*)", LET_(\w+)((?:,\s*\.\w+ = [^,{}]+)*)\}/g;
const shared_forms = forms_in('parts');
function routes_in(program) {
	const source = expanded(`cgi-bin/${program}/routes.c`);
	const [, table] = new RegExp(`struct route ${program}_routes\\[\\] = \\{(.*)\\};`, 's').exec(source);
	const forms = { ...shared_forms, ...forms_in(program) };
	const rows = [...table.matchAll(ROW)].map(([, method, url, who, rest]) => {
		const given = Object.fromEntries([...rest.matchAll(/\.(\w+) = ([^,{}]+)/g)].map(([, k, v]) => [k, v.replace(/[()&\s]/g, '')]));
		const form = given.form && forms[given.form.replace(/_spec$/, '')];
		assert.ok(!given.form || form?.length, `${program}: the form of ${url} was not understood`);
		return {
			program, method, path: url, who, form, name: `${method} ${url}`, body: given.body ?? 'BODY_NONE',
			roles: (given.roles ?? '0').replaceAll('U', '').split('|').reduce((all, bit) => all | Number(bit), 0),
			body_max: number(given.body_max ?? '0'), refill: Boolean(given.refill) && given.refill !== NULL,
		};
	});
	// each row names its method once: none was passed over
	assert.equal(rows.length, table.match(/METHOD_/g).length, `${program}: a row was not understood`);
	return rows;
}
export const routes = programs.flatMap(routes_in);

// pool_of - the program that nginx hands a path to (conf/pools).
const pools = read('conf/pools').split('\n').map((l) => l.replace(/#.*/, '').trim().split(/\s+/)).filter((l) => l.length > 4)
	.flatMap(([, program, , , ...paths]) => paths.map((p) => ({ program, exact: /^[=~]/.test(p), path: p.replace(/^[=~]/, '') })));
export function pool_of(url) {
	const fits = (p) => url === p.path || (!p.exact && (p.path === '/' || url.startsWith(`${p.path}/`)));
	return pools.filter(fits).sort((a, b) => b.path.length - a.path.length)[0]?.program;
}
