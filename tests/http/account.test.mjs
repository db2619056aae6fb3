// Signing up with every kind of document, signing in and out, sessions and their cookies, own data, own cases.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { draft, key_of, submitted } from './cases.mjs';
import { form_read } from './html.mjs';
import {
	check_digit, clock_set, exchange, matter_codes, new_id, new_phone, new_uscc, PASSWORD, said, sign_in, sign_up, sql, START, Visitor,
	words,
} from './client.mjs';

after(() => clock_set(START));

// --- signing up ---------------------------------------------------------------------------------------------------

const serial = new_phone().slice(3); // eight digits of this run
let made = 0;
const digits = (n) => (serial + String(++made).padStart(3, '0')).slice(-n);
const with_check = (seventeen) => seventeen + check_digit(seventeen);
const birth_and_rank = () => new_id().slice(6, 17);

// DOCUMENTS - kind of document, a number, how the number is shown to its holder.
const DOCUMENTS = [
	['111', () => new_id(), /^410\*+\w{4}$/],
	['HMT', () => with_check(`830000${birth_and_rank()}`), /^830\*+\w{4}$/],
	['553', () => with_check(`941840${birth_and_rank()}`), /^941\*+\w{4}$/],
	['553', () => `CHN${digits(11)}0`, /^CHN\*+\d{4}$/],
	['516', () => `H${digits(8)}`, /^H\d{0,2}\*+\d{2,4}$/],
	['516', () => `M${digits(10)}`, /^M\d{0,2}\*+\d{2,4}$/],
	['511', () => digits(8), /^\d{1,3}\*+\d{2,4}$/],
	['511', () => digits(10), /^\d{1,3}\*+\d{2,4}$/],
	['414', () => `E${digits(8)}`, /^E\d{0,2}\*+\d{2,4}$/],
];
for (const [id_type, number, mask] of DOCUMENTS)
	test(`sign-up with a document of type ${id_type}, ${number().length} characters`, async () => {
		const id_no = number();
		const person = await sign_up({ id_type, id_no });
		const profile = await person.get('/account/profile');
		const shown = /<dt>证件<\/dt><dd>[^<]*<span class="num">([^<]*)</.exec(profile.text)[1];
		assert.match(shown, mask);
		assert.equal(shown.length, id_no.length);
		assert.ok(!profile.text.includes(id_no));
		assert.equal((await (await sign_in(id_no)).get('/account')).status, 200);
	});
for (const kind of ['legal', 'other_org'])
	test(`sign-up of an organisation: ${kind}`, async () => {
		const company = await sign_up({ kind, name: '示例市某某有限公司', id_type: '001', id_no: new_uscc(), legal_rep: '法示例' });
		const profile = words(await company.get('/account/profile'));
		assert.ok(profile.includes(company.id_no), 'a USCC is public');
		assert.match(profile, /法定代表人（负责人） 法示例/);
	});
test('numbers may be typed in lower case, full width and with blanks', async () => {
	let id_no = new_id();
	while (!id_no.endsWith('X')) id_no = new_id();
	const typed = `${id_no.slice(0, 6)} ${id_no.slice(6, 14)}-${id_no.slice(14)}`.toLowerCase();
	await sign_up({ id_no: typed });
	await sign_in(id_no);
	const other = new_id();
	await sign_up({ id_no: [...other].map((c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)).join('') });
	await sign_in(other);
});
test('what identifies a person is sealed in the database', async () => {
	const person = await sign_up();
	const [[row]] = sql(`SELECT CONCAT_WS('|', HEX(id_sealed), HEX(phone_sealed), id_mask, phone_mask, pw_hash) FROM account
		WHERE id = (SELECT MAX(id) FROM account)`);
	assert.ok(!row.includes(person.id_no) && !row.includes(person.phone) && !row.includes(PASSWORD));
	assert.ok(!row.includes(Buffer.from(person.id_no).toString('hex').toUpperCase()));
	assert.match(row, /\$argon2id\$/);
});

// refused - a sign-up that must fail with a message beside the field, and nothing lost but the passwords.
async function refused(change, field, message) {
	const person = new Visitor();
	const fields = {
		kind: 'natural', name: '示例人', id_type: '111', id_no: new_id(), phone: new_phone(), password: PASSWORD, password_again: PASSWORD,
		agree: '1', ...change,
	};
	const r = await person.post('/account/sign-up', fields);
	assert.equal(r.status, 422, said(r));
	const beside = new RegExp(`id="f-${field}-wrong">([^<]*)<`).exec(r.text);
	assert.ok(beside, `${field}: ${said(r)}`);
	assert.match(beside[1], message);
	const again = form_read(r.text, '/account/sign-up');
	for (const name of ['kind', 'name', 'id_type', 'id_no', 'phone', 'legal_rep', 'agree'])
		assert.equal(again[name] ?? '', fields[name] ?? '', name);
	for (const name of ['password', 'password_again']) assert.equal(again[name], '');
	assert.equal(person.cookies.get('portal_session'), undefined);
	return { person, fields, r };
}
const flip = (no) => no.slice(0, -1) + (no.endsWith('1') ? '2' : '1');
const REFUSED = [
	['a wrong check digit', () => ({ id_no: flip('410599199003070028') }), 'id_no', /最后一位和前面 17 位对不上/],
	['the check digit of another type', () => ({ id_type: 'HMT', id_no: flip('830000198005200011') }), 'id_no', /最后一位和前面 17 位对不上|应当以/],
	['a foreigner with a wrong check digit', () => ({ id_type: '553', id_no: flip('941840198501010015') }), 'id_no', /最后一位和前面 17 位对不上|应当以/],
	['a day that does not exist', () => ({ id_no: '410599199002300028' }), 'id_no', /出生日期.*没有这一天/],
	['a day still to come', () => ({ id_no: with_check('41059920300101001') }), 'id_no', /还没有到这一天/],
	['the number of an old card', () => ({ id_no: '410599900307002' }), 'id_no', /15 位的旧身份证号码已经停用/],
	['a number that is too short', () => ({ id_no: '41059919900307' }), 'id_no', /应当是 18 位.*14 位/],
	['a letter O for a zero', () => ({ id_no: '41O599199003070028' }), 'id_no', /第 3 位.*把数字 0 写成了字母 O/],
	['a Chinese character in it', () => ({ id_no: '41零599199003070028' }), 'id_no', /第 3 位“零”不对/],
	['a resident number of Hong Kong as an ID card', () => ({ id_no: '830000198005200011' }), 'id_no', /请把证件类型改选为“港澳台居民居住证”/],
	['a permit without its letter', () => ({ id_type: '516', id_no: 'A12345678' }), 'id_no', /第 1 位“A”不对.*H（香港）或 M（澳门）/],
	['a Taiwan permit of nine digits', () => ({ id_type: '511', id_no: '123456789' }), 'id_no', /应当是 8 位数字/],
	['a passport with a sign', () => ({ id_type: '414', id_no: 'E1234_678' }), 'id_no', /第 6 位“_”不对/],
	['a USCC with a letter that is none of it', () => ({ kind: 'legal', id_type: '001', id_no: '91410599MAXX0001IU', legal_rep: '法示例' }), 'id_no', /不用 I、O、S、V、Z/],
	['a person with a USCC', () => ({ id_type: '001', id_no: new_uscc() }), 'id_type', /请选择个人证件/],
	['a company with an ID card', () => ({ kind: 'legal', legal_rep: '法示例' }), 'id_type', /单位请用统一社会信用代码/],
	['a company without a representative', () => ({ kind: 'legal', id_type: '001', id_no: new_uscc() }), 'legal_rep', /请填写法定代表人/],
	['a mobile with too few digits', () => ({ phone: '1380000001' }), 'phone', /11 位/],
	['a mobile that begins wrongly', () => ({ phone: '12800000001' }), 'phone', /第 2 位/],
	['a landline', () => ({ phone: '0372-1234567' }), 'phone', /座机收不到通知/],
	['a password of seven characters', () => ({ password: 'abc123!', password_again: 'abc123!' }), 'password', /至少要 8/],
	['a password of one character', () => ({ password: 'aaaaaaaaaa', password_again: 'aaaaaaaaaa' }), 'password', /太简单/],
	['a password in a row', () => ({ password: '12345678', password_again: '12345678' }), 'password', /太简单/],
	['a password in a falling row', () => ({ password: '987654321', password_again: '987654321' }), 'password', /太简单/],
	['a password with the telephone in it', () => ({ phone: '13912345678', password: 'a13912345678', password_again: 'a13912345678' }), 'password', /不要用自己的/],
	['a password of 129 characters', () => ({ password: 'ab'.repeat(65), password_again: 'ab'.repeat(65) }), 'password', /最多 128/],
	['two different passwords', () => ({ password_again: 'another-one' }), 'password_again', /两次输入的密码不一样/],
	['no consent', () => ({ agree: undefined }), 'agree', /请先确认/],
	['a name of one character', () => ({ name: '示' }), 'name', /至少要 2/],
	['a name with a control character', () => ({ name: '示例\u0001人' }), 'name', /无法显示的字符/],
];
for (const [what, change, field, message] of REFUSED)
	test(`sign-up is refused: ${what}`, () => refused(change(), field, message));

test('a document number as the password is refused', async () => {
	const id_no = new_id();
	await refused({ id_no, password: id_no, password_again: id_no }, 'password', /不要用自己的证件号码/);
});
test('an old USCC whose check character is wrong goes in after its holder has confirmed it', async () => {
	const company = { kind: 'legal', name: '示例市某某有限公司', id_type: '001', id_no: flip(new_uscc()), legal_rep: '法示例' };
	const { person, fields, r } = await refused(company, 'id_no', /最后一位.*如果和证照上完全一样，可以继续/);
	assert.match(r.text, /name="id_confirmed"/);
	const done = await person.post('/account/sign-up', { ...fields, id_confirmed: '1' });
	assert.equal(done.status, 303, said(done));
	assert.equal(sql('SELECT id_override FROM account ORDER BY id DESC LIMIT 1')[0][0], '1');
});
test('a confirmation helps no ID card', () =>
	refused({ id_no: flip(new_id()), id_confirmed: '1' }, 'id_no', /最后一位和前面 17 位对不上/));
test('a document has one account', async () => {
	const person = await sign_up();
	await refused({ id_no: `${person.id_no.slice(0, 9)} ${person.id_no.slice(9)}` }, 'id_no', /已经注册过，请直接登录/);
});
test('of two sign-ups with one document at the same moment one wins', async () => {
	const fields = {
		kind: 'natural', name: '示例人', id_type: '111', id_no: new_id(), phone: new_phone(), password: PASSWORD, password_again: PASSWORD, agree: '1',
	};
	const both = await Promise.all([1, 2, 3].map(() => new Visitor().post('/account/sign-up', fields)));
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 422, 422]);
});
test('sign-ups from one address are limited', async () => {
	const person = new Visitor();
	const one = () => person.post('/account/sign-up', {
		kind: 'natural', name: '示例人', id_type: '111', id_no: flip('410599199003070028'), phone: new_phone(), password: PASSWORD,
		password_again: PASSWORD, agree: '1',
	});
	for (let n = 0; n < 30; n++) assert.equal((await one()).status, 422);
	const r = await one();
	assert.equal(r.status, 429);
	assert.match(words(r), /一小时后再试/);
	assert.ok(r.headers['retry-after']);
});

// --- signing in ---------------------------------------------------------------------------------------------------

const attempt = (who, login, password) => who.post('/account/sign-in', { login, password, back: '/account' });
// notice - the sentence above the form.
const notice = (r) => /<div class="note note-warn" role="alert"><p>([^<]*)<\/p>/.exec(r.text)?.[1];

test('in by document number or telephone, in the ways people type them', async () => {
	const person = await sign_up();
	for (const login of [person.id_no, person.id_no.toLowerCase(), ` ${person.id_no} `, person.phone, `+86${person.phone}`,
		`${person.phone.slice(0, 3)} ${person.phone.slice(3, 7)} ${person.phone.slice(7)}`]) {
		const r = await attempt(new Visitor(), login, PASSWORD);
		assert.equal(r.status, 303, `${login}: ${said(r)}`);
	}
});
test('a wrong password and an unknown name get the same answer, and the name as it was typed', async () => {
	const person = await sign_up();
	const visitor = new Visitor();
	const wrong = await attempt(visitor, person.id_no, 'wrong-password');
	const unknown = await attempt(visitor, new_id(), 'wrong-password');
	const nonsense = await attempt(visitor, '𠮷<b>', 'wrong-password');
	for (const r of [wrong, unknown, nonsense]) {
		assert.equal(r.status, 422);
		assert.match(notice(r), /账号或密码不对/);
		assert.equal(r.headers['set-cookie'], undefined);
	}
	const typed = (r) => form_read(r.text, '/account/sign-in').login;
	assert.equal(typed(wrong), person.id_no);
	assert.equal(typed(nonsense), '𠮷<b>');
	assert.equal(unknown.text.replace(typed(unknown), person.id_no), wrong.text);
});
test('a telephone or a number that two accounts share is decided by the password', async () => {
	const phone = new_phone();
	const a = await sign_up({ phone, name: '示例甲', password: 'Ein-eigenes-1' });
	const b = await sign_up({ phone, name: '示例乙', password: 'Ein-anderes-2' });
	// somebody's passport has the number of a's identity card
	await sign_up({ id_type: '414', id_no: a.id_no, name: '示例丙', password: 'Noch-eines-3' });
	const name = async (login, password) => words(await (await sign_in(login, password)).get('/account/profile'));
	assert.match(await name(phone, 'Ein-eigenes-1'), /示例甲/);
	assert.match(await name(phone, 'Ein-anderes-2'), /示例乙/);
	assert.match(await name(a.id_no, 'Ein-eigenes-1'), /示例甲/);
	assert.match(await name(a.id_no, 'Noch-eines-3'), /示例丙/);
	assert.match(notice(await attempt(new Visitor(), phone, 'Noch-eines-3')), /账号或密码不对/);
	const c = await sign_up({ phone, password: 'Ein-eigenes-1' });
	assert.match(notice(await attempt(new Visitor(), phone, 'Ein-eigenes-1')), /请改用证件号码登录/);
	await sign_in(c.id_no, 'Ein-eigenes-1');
	await sign_in(b.id_no, 'Ein-anderes-2');
});
test('five wrong passwords lock the name for 15 minutes, from every address', async () => {
	const person = await sign_up();
	for (let n = 0; n < 5; n++) assert.equal((await attempt(new Visitor(), person.id_no, 'wrong-password')).status, 422);
	const locked = await attempt(new Visitor(), person.id_no, PASSWORD);
	assert.equal(locked.status, 429);
	assert.match(notice(locked), /15 分钟后再试.*窗口重设/);
	assert.equal(locked.headers['set-cookie']?.some((c) => c.startsWith('portal_session')) ?? false, false);
	clock_set('2026-03-02 09:44:59');
	assert.equal((await attempt(new Visitor(), person.id_no, PASSWORD)).status, 429);
	clock_set('2026-03-02 09:45:01');
	assert.equal((await attempt(new Visitor(), person.id_no, PASSWORD)).status, 303);
	clock_set(START);
});
test('an unknown name is locked in the same way', async () => {
	const login = new_id();
	for (let n = 0; n < 5; n++) assert.equal((await attempt(new Visitor(), login, 'wrong-password')).status, 422);
	assert.equal((await attempt(new Visitor(), login, 'wrong-password')).status, 429);
});
test('a right password takes the count back', async () => {
	const person = await sign_up();
	for (let round = 0; round < 2; round++) {
		for (let n = 0; n < 4; n++) await attempt(new Visitor(), person.id_no, 'wrong-password');
		assert.equal((await attempt(new Visitor(), person.id_no, PASSWORD)).status, 303);
	}
});
test('one address cannot try everybody', async () => {
	const visitor = new Visitor();
	await attempt(visitor, new_id(), 'wrong-password');
	sql(`UPDATE rate_bucket SET n = 60 WHERE bucket = 'signin:account:ip:${visitor.from}'`);
	const person = await sign_up();
	assert.equal((await attempt(visitor, person.id_no, PASSWORD)).status, 429);
	assert.equal((await attempt(new Visitor(), person.id_no, PASSWORD)).status, 303);
});
test('after signing in one is where one wanted to go', async () => {
	const person = await sign_up(), visitor = new Visitor();
	const page = await visitor.get('/account/profile');
	const link = /href="(\/account\/sign-in\?back=[^"]*)"/.exec(page.text)[1];
	const r = await visitor.submit(await visitor.get(link), '/account/sign-in', { login: person.phone, password: PASSWORD });
	assert.equal(r.headers.location, '/account/profile');
	assert.match(words(await visitor.follow(r)), /我的资料/);
});

// --- sessions -----------------------------------------------------------------------------------------------------

test('the cookies are for the server alone', async () => {
	const visitor = new Visitor();
	const page = await visitor.get('/account/sign-in');
	assert.match(page.headers['set-cookie'][0], /^portal_visit=[0-9A-Z]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
	const person = await sign_up();
	const r = await attempt(visitor, person.phone, PASSWORD);
	assert.match(r.headers['set-cookie'][0], /^portal_session=[0-9A-Z]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
	assert.equal(r.headers['cache-control'], 'no-store');
	const [[stored]] = sql('SELECT COUNT(*) FROM session WHERE token_hash = UNHEX(SHA2(\'' + visitor.cookies.get('portal_session') + "', 256))");
	assert.equal(stored, '1', 'only a hash of it is stored');
});
test('a session that somebody prepared is not taken over', async () => {
	const person = await sign_up(), visitor = new Visitor();
	const prepared = 'A'.repeat(32);
	visitor.cookies.set('portal_session', prepared);
	assert.equal((await attempt(visitor, person.phone, PASSWORD)).status, 303);
	assert.notEqual(visitor.cookies.get('portal_session'), prepared);
	const thief = new Visitor();
	thief.cookies.set('portal_session', prepared);
	assert.equal((await thief.get('/account')).status, 401);
});
test('signing in again begins a new session and ends the old one', async () => {
	const person = await sign_up();
	const old = person.cookies.get('portal_session'), csrf = await person.csrf();
	assert.equal((await attempt(person, person.phone, PASSWORD)).status, 303);
	assert.notEqual(person.cookies.get('portal_session'), old);
	assert.notEqual(await person.csrf(), csrf);
	assert.equal((await person.get('/account')).status, 200);
	assert.equal((await exchange({ path: '/account', headers: { Cookie: `portal_session=${old}` } })).status, 401);
	assert.equal((await person.post('/account/sign-out-all', { csrf })).status, 403, 'the old token is void');
});
test('signing out ends the session, for whoever kept the cookie too', async () => {
	const person = await sign_up();
	const kept = person.cookie_header();
	assert.equal((await person.get('/account/sign-out')).status, 405);
	const r = await person.submit(await person.get('/account'), '/account/sign-out');
	assert.equal(r.headers.location, '/');
	assert.equal(person.cookies.get('portal_session'), undefined);
	assert.match(words(await person.follow(r)), /您已退出登录/);
	assert.equal((await exchange({ path: '/account', headers: { Cookie: kept } })).status, 401);
	assert.equal((await person.post('/account/sign-out')).status, 303, 'once more does no harm');
});
test('signing out everywhere ends every session, and no other person\'s', async () => {
	const person = await sign_up(), other = await sign_up();
	const phone = await sign_in(person.phone), tablet = await sign_in(person.id_no);
	const r = await phone.submit(await phone.get('/account/profile'), '/account/sign-out-all');
	assert.equal(r.status, 303);
	for (const who of [person, phone, tablet]) assert.equal((await who.get('/account')).status, 401);
	assert.equal((await other.get('/account')).status, 200);
	assert.equal((await (await sign_in(person.phone)).get('/account')).status, 200);
});
test('a session lasts twelve hours from the last request', async () => {
	const person = await sign_up();
	try {
		clock_set('2026-03-02 21:00:00');
		assert.equal((await person.get('/account')).status, 200);
		clock_set('2026-03-03 08:30:00');
		assert.equal((await person.get('/account')).status, 200);
		clock_set('2026-03-03 20:31:00');
		assert.equal((await person.get('/account')).status, 401);
	} finally {
		clock_set(START);
	}
});
test('cookies that nobody gave out are nobody', async () => {
	const person = await sign_up();
	const good = person.cookies.get('portal_session');
	const bad = [
		'', 'x', good.slice(0, -1), `${good}0`, good.toLowerCase(), good.replace(/.$/, (c) => (c === '0' ? '1' : '0')), 'O'.repeat(32), `"${good}`,
		good.replace(/^./, '%'), "' OR 1=1 --", '0'.repeat(32), 'A'.repeat(5000), `${good},${good}`,
	];
	for (const value of bad) {
		const r = await exchange({ path: '/account', headers: { Cookie: `portal_session=${value}` } });
		assert.equal(r.status, 401, `${value}: ${said(r)}`);
	}
	for (const header of [`portal_session=; portal_session=${good}`, `portal_staff=${good}`, `Portal_Session=${good}`])
		assert.equal((await exchange({ path: '/account', headers: { Cookie: header } })).status, 401, header);
	for (const header of [`a=b; portal_session=${good}`, `portal_session=${good}; portal_session=x`, `=; ;; portal_session=${good};`])
		assert.equal((await exchange({ path: '/account', headers: { Cookie: header } })).status, 200, header);
	assert.equal((await exchange({ path: '/desk', headers: { Cookie: `portal_staff=${good}` } })).status, 401, 'no officer');
});
test('a note cannot be forged', async () => {
	const text = Buffer.from('<b>您的账号已冻结，请打电话</b>').toString('base64url');
	for (const cookie of [`${text}.`, `${text}.0123456789abcdef`, text, `.${text}`, `${text}.${'0'.repeat(16)}`]) {
		const r = await exchange({ path: '/', headers: { Cookie: `portal_note=${cookie}` } });
		assert.equal(r.status, 200);
		assert.ok(!r.text.includes('冻结'));
	}
});

// --- own data -----------------------------------------------------------------------------------------------------

test('a new password needs the old one, and ends all other sessions', async () => {
	const person = await sign_up(), other = await sign_in(person.phone);
	const change = (fields) => person.post('/account/password', {
		password: PASSWORD, password_new: 'Neues-Passwort-7', password_again: 'Neues-Passwort-7', ...fields,
	});
	const wrong = async (fields, field, message) => {
		const r = await change(fields);
		assert.equal(r.status, 422);
		assert.match(new RegExp(`id="f-${field}-wrong">([^<]*)<`).exec(r.text)?.[1] ?? '', message);
	};
	await wrong({ password: 'not-the-old-one' }, 'password', /现在的密码不对/);
	await wrong({ password_new: '12345678', password_again: '12345678' }, 'password_new', /太简单/);
	await wrong({ password_again: 'something-else' }, 'password_again', /不一样/);
	const before = person.cookies.get('portal_session');
	const r = await change({});
	assert.equal(r.status, 303, said(r));
	assert.notEqual(person.cookies.get('portal_session'), before);
	assert.match(words(await person.follow(r)), /密码已修改，其他设备上的登录已退出/);
	assert.equal((await other.get('/account')).status, 401);
	assert.equal((await attempt(new Visitor(), person.phone, PASSWORD)).status, 422);
	await sign_in(person.phone, 'Neues-Passwort-7');
});
test('the old password cannot be found by trying', async () => {
	const person = await sign_up();
	const change = (password) => person.post('/account/password', { password, password_new: 'Neues-Passwort-7', password_again: 'Neues-Passwort-7' });
	for (let n = 0; n < 5; n++) assert.equal((await change('not-the-old-one')).status, 422);
	assert.equal((await change(PASSWORD)).status, 429);
});
test('a new telephone needs the password', async () => {
	const person = await sign_up(), phone = new_phone();
	const r = await person.post('/account/phone', { phone, password: 'wrong-password' });
	assert.equal(r.status, 422);
	assert.equal(form_read(r.text, '/account/phone').phone, phone);
	assert.equal((await person.post('/account/phone', { phone: '0372-1234567', password: PASSWORD })).status, 422);
	assert.equal((await person.post('/account/phone', { phone, password: PASSWORD })).status, 303);
	assert.match(words(await person.get('/account/profile')), new RegExp(`手机号 ${phone.slice(0, 3)}\\*{4}${phone.slice(-4)}`));
	await sign_in(phone);
	assert.equal((await attempt(new Visitor(), person.phone, PASSWORD)).status, 422);
});

// --- own cases ----------------------------------------------------------------------------------------------------

test('everybody sees their own cases, on every device', async () => {
	const person = await sign_up(), other = await sign_up();
	const c = await submitted('F6', { person });
	const page = await draft(person);
	const list = (await (await sign_in(person.phone)).get('/account')).text;
	assert.ok(list.includes(`href="/case/${c.no}"`));
	assert.ok(list.includes(`href="/case/${key_of(page)}"`));
	assert.match(list, /还没提交，上次保存/);
	assert.match(words(await other.get('/account')), /您还没有办过事/);
});
test('more cases than fit on a page go on to the next', async () => {
	const person = await sign_up();
	const keys = [];
	for (let n = 0; n < 23; n++) keys.push(key_of(await draft(person)));
	const seen = [];
	for (let url = '/account'; url;) {
		const r = await person.get(url);
		seen.push(...[...r.text.matchAll(/<h2 class="card-title"><a href="\/case\/(\w+)">/g)].map(([, key]) => key));
		url = /rel="next" href="([^"]*)"/.exec(r.text)?.[1];
	}
	assert.deepEqual(seen, keys.reverse());
	for (const before of ['x', '-1', '0', '99999999999999999999', "1'"])
		assert.equal((await person.get(`/account?before=${encodeURIComponent(before)}`)).status, 200);
	const other = await sign_up();
	assert.ok(!(await other.get('/account?before=999999999')).text.includes('/case/'));
});
test('a matter for persons is none for companies', async () => {
	const company = await sign_up({ kind: 'legal', name: '示例市某某有限公司', id_type: '001', id_no: new_uscc(), legal_rep: '法示例' });
	assert.match(words(await company.get(`/apply/${matter_codes.F6}`)), /这个账号不能办这件事/);
});
