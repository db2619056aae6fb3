// From acceptance to the decision, F1: the window hands over paper, the department's officers go and look, the leader extends,
// the reviewer gives an opinion with an attachment, the chief representative grants - at desks; the citizen follows on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acted, APPLICATIONS, every_ok, PAPER, PHOTO, received } from '../http/cases.mjs';
import { officer } from '../http/client.mjs';
import { become, DESKTOP, faults, fill, good, launch, person, PHONE, print, sign_in, step } from './people.mjs';

APPLICATIONS.F1 ??= {
	answers: {
		address: '示例市文峰区示例街道幸福路1号', shop_name: '好味小馆', shop_uscc: '92410599MAXX00023K',
		premises_address: '示例市文峰区示例街道幸福路1号101室', premises_area: '86', kitchen_area: '30', safety_manager: '张示例',
		staff_count: '3', health_cert_count: '3', premises_right: 'own', venue: 'small', items: ['hot'], truth: '1',
	},
	materials: { application: PAPER, layout: PHOTO, rules: PAPER },
};

let browser, citizen, clerk, reviewer, chief, no;
before(async () => {
	browser = await launch();
	[citizen, clerk, reviewer, chief] = await Promise.all([PHONE, DESKTOP, DESKTOP, DESKTOP].map((size) => person(browser, size)));
	const [pre, window_] = [await officer('yushen1'), await officer('chuangkou1')];
	const c = await received(pre, window_, { matter: 'F1' });
	no = c.no;
	// what is judged right without having been uploaded was brought on paper
	await acted(window_, no, 'accept', { ...await every_ok(window_, no), 'v.authorization': 'ok' });
	await become(citizen, c.person);
});
after(async () => { await browser.close(); });

const at_case = (p) => p.go(`/desk/case/${no}`);
const text = (p, where = 'main') => p.page.textContent(where);

step('the window hands the paper over, the reviewer signs for it and begins', async () => {
	await sign_in(reviewer, 'shijian1', true);
	await at_case(reviewer);
	assert.equal(await reviewer.page.locator('button:has-text("签收并开始审查")').count(), 0, 'the paper is still at the window');
	await sign_in(clerk, 'chuangkou1', true);
	await at_case(clerk);
	await clerk.press('移交纸质材料');
	await clerk.look('decision-01-handed-over');
	await reviewer.go('/desk?tab=dept&state=accepted');
	await reviewer.look('decision-02-worklist');
	await reviewer.page.click(`a:has-text("${no}")`);
	await reviewer.press('签收并开始审查');
	await reviewer.look('decision-03-in-review');
	assert.match(await text(reviewer), /部门已签收/);
	await citizen.go(`/case/${no}`);
	assert.match(await text(citizen, '.now-box'), /市场监督管理局正在审查/);
});

step('an inspection: the time is told, two officers go', async () => {
	const { page } = reviewer;
	await reviewer.press('启动特别程序');
	await reviewer.look('decision-04-special');
	await fill(page, { days: '8' });
	await reviewer.press(/^启动特别程序/);
	await reviewer.look('decision-05-special-wrong');
	assert.match(await text(reviewer, '.field.is-wrong .field-wrong'), /最多 5 个工作日/);
	await fill(page, { days: '3', reason: '要到店里看布局和设施。' });
	await reviewer.press(/^启动特别程序/);
	assert.match(await text(reviewer, '.case-line'), /特别程序/);
	await citizen.go(`/case/${no}`);
	await citizen.look('decision-06-citizen-special');
	assert.match(await text(citizen, '.now-box'), /正在进行特别程序[\s\S]*要到店里看布局和设施/);

	await at_case(reviewer);
	await reviewer.press('登记特别程序结果');
	await fill(page, { inspector1: '核查员甲', reason: '布局和图纸一致，设施齐全。' });
	const sent = page.waitForResponse((r) => r.url().includes('/upload/'));
	await page.setInputFiles('input[type=file]', good('photo.jpg'));
	await sent;
	await page.waitForSelector('#m-o\\.new .file-row a');
	assert.equal(await page.inputValue('[name=reason]'), '布局和图纸一致，设施齐全。', 'what was typed survives the upload');
	await reviewer.press(/^登记特别程序结果/);
	await reviewer.look('decision-07-one-inspector');
	assert.match(await text(reviewer, '.field.is-wrong'), /两名以上/);
	await fill(page, { inspector2: '核查员乙' });
	await reviewer.press(/^登记特别程序结果/);
	assert.match(await text(reviewer), /photo\.jpg/);
});

step('the leader extends once', async () => {
	await at_case(reviewer);
	await reviewer.press('放回待办');
	await sign_in(chief, 'shijian2', true);
	await at_case(chief);
	await chief.press('批准延期');
	await chief.look('decision-08-extend');
	await fill(chief.page, { days: '2', reason: '要请专业机构复核排烟设施。' });
	await chief.press(/^批准延期/);
	assert.equal(await chief.page.locator('a:has-text("批准延期")').count(), 0);
	await citizen.go(`/case/${no}`);
	assert.match(await text(citizen), /已经批准延期一次/);
});

step('the reviewer gives an opinion with an attachment, for officers only', async () => {
	const { page } = reviewer;
	await at_case(reviewer);
	await reviewer.press('提出审查意见');
	await page.setInputFiles('input[type=file]', good('pages.pdf'));
	await page.waitForSelector('#m-o\\.new .file-row a');
	await reviewer.look('decision-09-opinion');
	await fill(page, { stance: 'agree', note: '材料齐全，现场核查合格，建议准予。' });
	await reviewer.press(/^提出审查意见/);
	await reviewer.look('decision-10-case');
	assert.match(await text(reviewer), /建议准予。示例·市监审查员/);
	await citizen.go(`/case/${no}`);
	assert.doesNotMatch(await text(citizen), /审查意见|pages\.pdf/);
});

step('the chief representative grants; the certificate is there at once', async () => {
	await at_case(chief);
	await chief.press(/^准予$/);
	await chief.look('decision-11-grant');
	assert.equal(await chief.page.inputValue('[name=valid_until]'), '2031-03-01');
	await chief.press(/^准予$/);
	await chief.look('decision-12-granted');
	assert.match(await text(chief), /决定准予。示例·市监首席代表/);
	await chief.go(await chief.page.getAttribute('.doc-list a:has-text("准予")', 'href'));
	await chief.look('decision-13-decision');
	await at_case(chief);
	await chief.go(await chief.page.getAttribute('.doc-list a:has-text("食品经营许可证")', 'href'));
	await chief.look('decision-14-certificate');
	const { sheets, text: printed } = await print(chief.page, 'certificate');
	assert.equal(sheets, 1);
	assert.match(printed, /食品经营许可证[\s\S]*2031年3月1日/);
});

step('the citizen reads it on the phone', async () => {
	await citizen.go(`/case/${no}`);
	await citizen.look('decision-15-citizen');
	assert.match(await text(citizen, '.now-box'), /市场监督管理局已作出准予的决定/);
	for (const paper of ['特别程序告知书', '延期', '准予', '食品经营许可证'])
		assert.ok(await citizen.page.locator(`.doc-list a:has-text("${paper}")`).count(), paper);
	assert.equal(await citizen.page.locator('.doc-list a:has-text("审查意见")').count(), 0);
	await citizen.page.click('.doc-list a:has-text("食品经营许可证")');
	await citizen.look('decision-16-citizen-certificate');
});

test('every page seen: no script error, nothing for axe, nothing sticks out', () => assert.deepEqual(faults, []));
