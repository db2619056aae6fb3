// What was granted once and handed in once is not asked for again; a closed case goes to the archive with its paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acted, draft, every_ok, received, submit, fill as fill_by_http } from '../http/cases.mjs';
import { job, officer, sql, words } from '../http/client.mjs';
import { DESKTOP, PHONE, become, faults, launch, person, print, sign_in, step } from './people.mjs';

let browser, citizen, stranger, clerk, archivist, shop, number;
before(async () => {
	const [pre, window_clerk, reviewer, chief] = await Promise.all(['yushen1', 'chuangkou1', 'shijian1', 'shijian2'].map((l) => officer(l)));
	shop = await received(pre, window_clerk, { matter: 'F4' });
	await acted(window_clerk, shop.no, 'accept', await every_ok(window_clerk, shop.no));
	await acted(reviewer, shop.no, 'begin_review');
	await acted(reviewer, shop.no, 'opine', { stance: 'agree', note: '符合规定' });
	await acted(chief, shop.no, 'grant', { valid_until: '2026-05-20' });
	await acted(reviewer, shop.no, 'hand_result');
	[[number]] = sql(`SELECT h.number FROM certificate h JOIN cases c ON c.id = h.case_id WHERE c.short_no = '${shop.no}'`);
	browser = await launch();
	[citizen, stranger] = await Promise.all([1, 2].map(() => person(browser, PHONE)));
	[clerk, archivist] = await Promise.all([1, 2].map(() => person(browser, DESKTOP)));
	await become(citizen, shop.person);
	await sign_in(clerk, 'chuangkou1', true);
	await sign_in(archivist, 'dangan1', true);
});
after(async () => { await browser.close(); });

step('the certificate is in the library, with a warning before it ends, and prints on one sheet', async () => {
	const { page } = citizen;
	await citizen.go('/account');
	await citizen.press('我的证照');
	assert.match(await page.textContent('main'), /快到期了/);
	await citizen.look('reuse-01-certificates');
	await page.click('.card a:has-text("营业执照")');
	await citizen.look('reuse-02-certificate');
	const paper = await print(page, 'reuse-02-certificate-print');
	assert.equal(paper.sheets, 1);
	assert.ok(paper.text.includes(number.replace(/\s/g, '')));
});

step('anybody with the number learns that it holds, and no name', async () => {
	await stranger.go('/verify');
	await stranger.page.fill('[name=number]', number);
	await stranger.press('核验');
	assert.match(await stranger.page.textContent('main'), /快到期/);
	assert.ok(!(await stranger.page.textContent('main')).includes(shop.person.name));
	await stranger.look('reuse-03-verify');
});

step('a licence that the portal gave is offered where another matter asks for it', async () => {
	const { page } = citizen;
	await citizen.go(`${await draft(shop.person, 'F1')}/materials`);
	const offer = page.locator('#m-business_licence .reuse');
	assert.match(await offer.textContent(), new RegExp(`不用再交.*营业执照.*${number}`, 's'));
	await citizen.look('reuse-04-offer');
	await offer.locator('button').click();
	await page.waitForSelector('#m-business_licence .reuse-from');
	assert.match(await page.textContent('#m-business_licence'), /用已有证照/);
	await citizen.look('reuse-05-used');
	await page.click('#m-business_licence button:has-text("改为自己上传")');
	await page.waitForSelector('#m-business_licence .reuse');
});

step('a file of the earlier case: one press, and the clerk sees where it comes from', async () => {
	const { page } = citizen;
	const form = await draft(shop.person, 'F4');
	await citizen.go(`${form}/materials`);
	await page.click('#m-premises .reuse button');
	await page.waitForSelector('#m-premises .file-row');
	assert.match(await page.textContent('#m-premises'), new RegExp(`沿用 2026年\\d+月\\d+日.*${shop.no}`));
	await citizen.look('reuse-06-file');
	await fill_by_http(shop.person, form, 'F4');
	const no = await submit(shop.person, form);
	await clerk.go(`/desk/case/${no}`);
	assert.match(await clerk.page.textContent('main'), new RegExp(`沿用 2026年\\d+月\\d+日.*${shop.no}`, 's'));
	await clerk.look('reuse-07-clerk');
});

step('the paper goes to the archive: the list prints, the package waits, the archivist returns and then accepts it', async () => {
	const issuer = await officer('fazheng1'), { page } = archivist;
	await acted(issuer, shop.no, 'issue', {
		receiver_relation: 'self', receiver_name: shop.person.name, receiver_tail: shop.person.id_no.slice(-4), receiver_checked: '1', page: 'issue',
	});
	await acted(issuer, shop.no, 'archive');
	await job('archive');
	await archivist.go('/desk');
	await archivist.look('archive-01-departments');
	await page.click('a:has-text("示例市市场监督管理局")');
	assert.match(await page.textContent('main'), new RegExp(`${shop.no}.*等档案员接收`, 's'));
	await archivist.look('archive-02-list');
	const paper = await print(page, 'archive-02-list-print');
	assert.equal(paper.sheets, 1);
	assert.match(paper.text, /移交人（签字）/);
	await page.click(`a:has-text("${shop.no}")`);
	await page.fill('[name=defect]', '纸质申请表缺第二页');
	await archivist.press('退回');
	assert.match(await page.textContent('main'), /退回补正/);
	await archivist.look('archive-03-returned');
	await archivist.press('接收');
	assert.match(await page.textContent('main'), /已接收/);
	await archivist.look('archive-04-accepted');
	assert.ok(words({ text: await page.content() }).includes('校验值'));
});

step('the library at the desk', async () => {
	await clerk.go(`/desk/certificates?q=${encodeURIComponent(number)}`);
	assert.match(await clerk.page.textContent('main'), /营业执照/);
	await clerk.look('reuse-08-desk');
});

test('no page broke, stuck out or shut anybody out', () => assert.deepEqual(faults, []));
