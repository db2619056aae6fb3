// certificates.test.mjs - the library of results: its holder, officers, and anybody with a number; and what of it is used again.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { acted, case_page, draft, every_ok, fill, received, result_ready, submit } from './cases.mjs';
import { officer, said, sign_up, sql, Visitor, words } from './client.mjs';

const people = {};
let pass, shop; // cases with a certificate: 老年人优待证 and 营业执照

const certificate_of = (no) => sql(`SELECT h.id, h.number, h.document_id FROM certificate h JOIN cases c ON c.id = h.case_id WHERE c.short_no = '${no}'`)[0];

before(async () => {
	people.pre = await officer('yushen1');
	people.clerk = await officer('chuangkou1');
	people.civil = await officer('minzheng1');
	people.market = await officer('shijian1');
	people.market_chief = await officer('shijian2');
	pass = await result_ready(people.pre, people.clerk, people.civil);
	shop = await received(people.pre, people.clerk, { matter: 'F4' });
	await acted(people.clerk, shop.no, 'accept', await every_ok(people.clerk, shop.no));
	await acted(people.market, shop.no, 'begin_review');
	await acted(people.market, shop.no, 'opine', { stance: 'agree', note: '符合规定' });
	await acted(people.market_chief, shop.no, 'grant', { valid_until: '2026-05-20' });
});

describe('the holder', () => {
	test('sees own certificates with how long they hold, and can print them', async () => {
		const r = await shop.person.get('/account/certificates');
		assert.equal(r.status, 200, said(r));
		assert.match(words(r), /有 1 份证照快到期了/); // 79 days left
		assert.match(words(r), /营业执照 快到期 还有 79 天到期/);
		const [id, number] = certificate_of(shop.no);
		assert.ok(words(r).includes(number));
		const paper = await shop.person.get(`/account/certificates/${id}`);
		assert.equal(paper.status, 200, said(paper));
		assert.ok(words(paper).includes(number));
		assert.match(words(await pass.person.get('/account/certificates')), /老年人优待证 有效 .*长期有效/);
	});

	test('nobody else does', async () => {
		const [id] = certificate_of(shop.no);
		assert.equal((await pass.person.get(`/account/certificates/${id}`)).status, 404);
		assert.equal((await pass.person.get('/account/certificates/0')).status, 404);
		assert.equal((await new Visitor().get('/account/certificates')).status, 401);
		assert.doesNotMatch((await pass.person.get('/account/certificates')).text, /营业执照/);
		assert.match(words(await (await sign_up()).get('/account/certificates')), /还没有证照/);
	});
});

describe('officers', () => {
	test('find by number and by holder; the second is on record', async () => {
		const [, number] = certificate_of(shop.no);
		const by_number = await people.clerk.get(`/desk/certificates?q=${encodeURIComponent(number)}`);
		assert.match(words(by_number), new RegExp(`营业执照 .* 示\\*+ .* ${shop.no}`), said(by_number));
		const was = sql("SELECT COUNT(*) FROM access_log WHERE fields = 'certificates'")[0][0];
		const by_holder = await people.clerk.get(`/desk/certificates?q=${shop.person.id_no}`);
		assert.match(words(by_holder), /营业执照/);
		assert.equal(Number(sql("SELECT COUNT(*) FROM access_log WHERE fields = 'certificates'")[0][0]), Number(was) + 1);
		assert.match(words(await people.clerk.get('/desk/certificates?q=410599196208151012x')), /没有查到/);
		assert.equal((await people.clerk.get('/desk/certificates')).status, 200);
		assert.equal((await shop.person.get('/desk/certificates')).status, 401);
	});
});

describe('anybody with the number', () => {
	const verify = async (who, number) => who.submit(await who.get('/verify'), '/verify', { number });

	test('learns whether it holds, and no name', async () => {
		const [, number] = certificate_of(shop.no);
		const r = await verify(new Visitor(), number.replace('（', '(').replace('）', ')'));
		assert.equal(r.status, 200, said(r));
		assert.match(words(r), /营业执照 状态 快到期 .* 持证人 示\*+ 发证机关 示例市市场监督管理局/);
		assert.ok(!r.text.includes(shop.person.name));
		assert.ok(!r.text.includes(shop.person.id_no));
		assert.ok(!r.text.includes(shop.no));
	});

	test('a number that is none, nothing, and too many tries', async () => {
		const who = new Visitor();
		assert.equal((await verify(who, '（市监）证字〔2026〕第99999号')).status, 404);
		assert.equal((await verify(who, '<script>')).status, 404);
		assert.equal((await verify(who, '')).status, 422);
		let last;
		for (let n = 0; n < 31; n++) last = await verify(who, '（市监）证字〔2026〕第99999号');
		assert.equal(last.status, 429);
	});

	test('void and over are said', async () => {
		const [id, number] = certificate_of(pass.no);
		sql(`UPDATE certificate SET state = 'void', void_at = '2026-03-02 10:00:00' WHERE id = ${id}`);
		assert.match(words(await verify(new Visitor(), number)), /已失效 2026年3月2日 被撤销/);
		assert.match(words(await pass.person.get('/account/certificates')), /已经不能用的 老年人优待证 已失效/);
		sql(`UPDATE certificate SET state = 'valid', void_at = NULL WHERE id = ${id}`);
	});
});

describe('used again', () => {
	test('a file of an earlier case: offered, taken with one press, replaced, and the clerk sees where it comes from', async () => {
		const page = await draft(shop.person, 'F4'), url = `${page}/materials`;
		const offer = await shop.person.get(url);
		assert.match(words(offer), /可以直接用，不用再交.*扫描件\.pdf .*办理“个体工商户设立登记”时交的/, said(offer));
		const file = /name="file" value="([1-9]\d*)"/.exec(offer.text)[1];
		const taken = await shop.person.post(`${url}/premises/reuse`, { certificate: 0, file });
		assert.equal(taken.status, 303, said(taken));
		assert.match(words(await shop.person.get(url)), new RegExp(`沿用 2026年3月2日 办理“个体工商户设立登记”（${shop.no}）时交的文件`));
		assert.doesNotMatch((await shop.person.get(url)).text, /name="certificate"/);
		await fill(shop.person, page, 'F4');
		const no = await submit(shop.person, page);
		assert.match(words(await case_page(people.clerk, no)), new RegExp(`沿用 2026年3月2日 办理.*${shop.no}`));
	});

	test('what is not offered cannot be had', async () => {
		const file = sql(`SELECT f.id FROM case_file f JOIN cases c ON c.id = f.case_id WHERE c.short_no = '${shop.no}' LIMIT 1`)[0][0];
		const [id] = certificate_of(shop.no);
		const stranger = await sign_up();
		const url = `${await draft(stranger, 'F4')}/materials`;
		assert.doesNotMatch((await stranger.get(url)).text, /\/reuse"/);
		for (const fields of [{ certificate: 0, file }, { certificate: id, file: 0 }, { certificate: id, file }, { certificate: 0, file: 0 }])
			assert.equal((await stranger.post(`${url}/premises/reuse`, fields)).status, 404);
		assert.equal((await stranger.post(`${url}/nothing/reuse`, { certificate: 0, file })).status, 404);
		assert.equal((await stranger.post(`${url}/premises/reuse`, { certificate: 'x', file })).status, 422);
		assert.equal((await shop.person.post(`${url}/premises/reuse`, { certificate: 0, file })).status, 404);
		assert.equal((await new Visitor().post(`${url}/premises/reuse`, { certificate: 0, file })).status, 401);
	});

	test('a certificate: as the licence that another matter asks for', async () => {
		const url = `${await draft(shop.person, 'F1')}/materials`;
		const [id, number] = certificate_of(shop.no);
		const offer = await shop.person.get(url);
		assert.match(words(offer), new RegExp(`营业执照 证照编号 ${number}，2026年3月2日 发证，有效期至 2026年5月20日`));
		assert.equal((await shop.person.post(`${url}/business_licence/reuse`, { certificate: id, file: 0 })).status, 303);
		assert.match(words(await shop.person.get(url)), new RegExp(`用已有证照 .*用的是已有证照：营业执照，${number}`));
		sql(`UPDATE certificate SET valid_from = '2026-02-01', valid_until = '2026-03-01' WHERE id = ${id}`);
		const late = await shop.person.get(`${await draft(shop.person, 'F1')}/materials`);
		assert.doesNotMatch(late.text, /name="certificate"/);
		sql(`UPDATE certificate SET valid_from = '2026-03-02', valid_until = '2026-05-20' WHERE id = ${id}`);
	});
});
