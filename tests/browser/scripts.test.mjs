// portal.js, upload.js and review.js against a small stand-in for the programs.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch, serve } from './look.mjs';

const HEAD = '<!DOCTYPE html><html lang="zh-CN"><head><title>x</title><link rel="stylesheet" href="/static/css/portal.css">' +
	'<script src="/static/js/portal.js" defer></script></head><body><main class="wrap page" id="main">';
const FORM = `
<div class="wrong-summary" tabindex="-1" data-focus><ul><li><a href="#f-name">姓名</a></li><li><a href="#f-kind">身份</a></li></ul></div>
<form method="post" action="/next" novalidate data-autosave="/field"><input type="hidden" name="csrf" value="tok"><input type="hidden" name="draft-version" value="7">
<div class="field"><label for="f-name">姓名</label><p class="field-help" id="f-name-help">?</p>
<input id="f-name" name="name" aria-describedby="f-name-help"></div>
<fieldset class="field"><legend>身份</legend><div class="choices" id="f-kind"><label><input type="radio" name="kind" value="self" checked>我</label>
<label><input type="radio" name="kind" value="agent">他</label></div></fieldset>
<div id="agent-part" data-when-field="kind" data-when-values="agent"><p class="when-hint">代办才填</p>
<div class="field"><label for="f-agent">代办人</label><input id="f-agent" name="agent"></div>
<div class="field" id="paper" data-when-field="agent name" data-when-values="李某|王某;某人"><label for="f-paper">委托书</label><input id="f-paper" name="paper"></div></div>
<div class="field" id="blank" data-when-field="paper" data-when-values=""><label for="f-blank">没有委托书</label><input id="f-blank" name="blank"></div>
<div class="field" id="tel" data-need-field="kind" data-need-values="agent"><label for="f-tel">电话<span class="opt">选填</span></label><input id="f-tel" name="tel"></div>
<fieldset class="field"><legend>项目</legend><div class="choices"><label><input type="checkbox" id="f-items" name="items" value="a">a</label>
<label><input type="checkbox" name="items" value="b">b</label></div></fieldset>
<div class="field"><label for="f-pass">密码</label><input type="password" id="f-pass" name="pass"></div>
<p class="saved-line" role="status" data-saved></p><button class="btn" id="go" data-busy="正在保存…">下一步</button></form>`;
const UPLOAD = (files) => `<p id="sum" data-refresh>共 ${files.length} 个</p>
<section class="upload" id="m-1"><ul>${files.map((f) => `<li class="there">${f}</li>`).join('')}</ul>
<form class="upload-drop" method="post" enctype="multipart/form-data" action="/upload" data-upload="m-1" data-max-bytes="1048576">
<input type="hidden" name="csrf" value="tok"><label for="f-file">选</label>
<input type="file" id="f-file" name="file" accept=".pdf,.jpg" multiple><button class="btn" id="send">上传</button></form></section>`;
const REVIEW = `<form method="post" action="/next" data-review><p data-keys hidden>J K 1 2 O</p>
<div class="review-item" id="r1"><a href="/next?1" target="preview" data-open>1</a><p class="verdict"><input type="radio" name="v1" value="pass" aria-label="p"><label class="verdict-fail"><input type="radio" name="v1" value="fail">f</label></p><textarea aria-label="t"></textarea></div>
<div class="review-item" id="r2"><a href="/next?2" target="preview" data-open>2</a><p class="verdict"><input type="radio" name="v2" value="pass" aria-label="p"></p></div></form>
<iframe name="preview" title="材料"></iframe><button data-copy="AY-1" hidden>复制编号</button><button data-print hidden>打印</button>`;

let browser, server, page, posts, files, answers, broken;

function programs(url, method, body) {
	if (method === 'POST') posts.push({ url, body: body.toString() });
	if (url === '/form') return { body: HEAD + FORM };
	if (url === '/upload-page') return { body: HEAD + UPLOAD(files) };
	if (url === '/review') return { body: HEAD + REVIEW };
	if (url.startsWith('/next')) return { body: `${HEAD}<p id="done">好了</p>`, wait: 300 };
	if (url === '/field' || url === '/upload') {
		const next = answers.shift() || { body: { saved: '10:32' } };
		if (url === '/upload' && !next.status) files.push(/filename="([^"]+)"/.exec(body.toString())[1]);
		return { status: next.status, type: 'application/json', body: JSON.stringify(next.body || {}), wait: next.wait };
	}
	return undefined;
}

before(async () => {
	browser = await launch();
	server = await serve(programs);
});
after(async () => {
	await browser.close();
	await server.stop();
});
beforeEach(async () => {
	posts = [];
	files = [];
	answers = [];
	broken = [];
	page = await browser.newPage();
	page.on('pageerror', (e) => broken.push(String(e)));
	page.on('console', (m) => { if (/Content Security Policy/.test(m.text())) broken.push(m.text()); });
});
afterEach(async () => {
	await page.close();
	assert.deepEqual(broken, []);
});

const open = (path) => page.goto(server.base + path);
async function until(check) {
	for (const end = Date.now() + 8000; ;) {
		try { return await check(); } catch (e) { if (Date.now() > end) throw e; }
		await page.waitForTimeout(30);
	}
}
const line = (text) => until(async () => assert.equal(await page.textContent('[data-saved]'), text));
const last = () => posts.at(-1).body;
async function fill(id, text) {
	await page.fill(id, text);
	await page.press(id, 'Tab');
}
const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.className);
const file = (name, size = 100) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.alloc(size, 7) });

test('the error summary has the focus, and its links lead into the fields', async () => {
	await open('/form');
	assert.equal(await focused(), 'wrong-summary');
	await page.click('.wrong-summary a >> nth=0');
	assert.equal(await focused(), 'f-name');
	await page.click('.wrong-summary a >> nth=1');
	assert.equal(await focused(), 'kind');
});

test('conditional fields come and go, one inside the other, and are posted only when they are there', async () => {
	await open('/form');
	assert(await page.isHidden('#agent-part'));
	assert(await page.isDisabled('#f-paper'));
	assert.equal(await page.textContent('#tel span'), '选填');
	await page.check('[value=agent]');
	assert(await page.isVisible('#f-agent'));
	assert(await page.isHidden('.when-hint'));
	assert(await page.isHidden('#paper'));
	assert(await page.isDisabled('#f-paper'));
	assert.equal(await page.textContent('#tel span'), '必填');
	assert.equal(await page.getAttribute('#f-tel', 'aria-required'), 'true');
	await fill('#f-agent', '王某');
	assert(await page.isVisible('#f-paper'));
	await fill('#f-paper', '有');
	assert(await page.isHidden('#blank'));
	await page.check('[value=self]');
	assert(await page.isDisabled('#f-paper'));
	assert(await page.isVisible('#blank'), 'a field that is not there has no answer');
	await fill('#f-name', '某人');
	assert(await page.isDisabled('#f-paper'), 'the part around it is still away');
});

test('every field is saved as it is left', async () => {
	await open('/form');
	await fill('#f-name', '𠮷田 & 1=2');
	await line('已保存 10:32');
	assert.equal(last(), `csrf=tok&name=${encodeURIComponent('𠮷田').replace(/%20/g, '+')}+%26+1%3D2`);
	await page.check('[value=a]');
	await page.check('[value=b]');
	await until(() => assert.equal(last(), 'csrf=tok&items=a&items=b'));
	await page.uncheck('[value=a]');
	await page.uncheck('[value=b]');
	await until(() => assert.equal(last(), 'csrf=tok&items='));
	answers = [{ body: { saved: '10:33', version: 8 } }];
	await fill('#f-tel', '138');
	await line('已保存 10:33');
	assert.equal(await page.inputValue('[name=draft-version]'), '8');
	await fill('#f-pass', 'geheim12');
	await fill('#f-name', '𠮷田 & 1=2');
	await page.waitForTimeout(100);
	assert.equal(last(), 'csrf=tok&tel=138', 'neither a password nor an unchanged field');
});

test('the whole form waits for the field that is on its way', async () => {
	await open('/form');
	answers = [{ wait: 4000, body: { saved: '10:32', version: 8 } }];
	await fill('#f-name', '王某');
	await fill('#f-tel', '138');
	await page.click('#go');
	await page.click('#go');
	await page.waitForSelector('#done');
	assert.deepEqual(posts.map((p) => p.url), ['/field', '/next']);
	assert.match(last(), /draft-version=8&.*tel=138/);
});

test('typing without leaving the field is saved too', async () => {
	await open('/form');
	await page.fill('#f-tel', '138');
	await until(() => assert.equal(last(), 'csrf=tok&tel=138'));
});

test('what is wrong is said at the field, and taken away when it is right', async () => {
	await open('/form');
	answers = [{ status: 422, body: { wrong: '请写全名' } }];
	await fill('#f-name', '张');
	await line('刚填的这一项要修改，问题写在它上面。');
	assert.equal(await page.textContent('#f-name-wrong'), '请写全名');
	assert.equal(await page.getAttribute('#f-name', 'aria-describedby'), 'f-name-help f-name-wrong');
	assert.equal(await page.getAttribute('#f-name', 'aria-invalid'), 'true');
	await page.check('[value=a]');
	await line('已保存 10:32，还有 1 项要修改');
	await fill('#f-name', '张三');
	await line('已保存 10:32');
	assert(await page.isHidden('#f-name-wrong'), 'its room stays, so that nothing below moves up');
	assert.equal(await page.textContent('#f-name-wrong'), '');
	assert.equal(await page.getAttribute('#f-name', 'aria-describedby'), 'f-name-help');
	assert.equal(await page.getAttribute('#f-name', 'aria-invalid'), null);
});

test('the page holds still while an answer comes in: what is about to be pressed stays where it is', async () => {
	await page.setViewportSize({ width: 390, height: 1200 });
	await open('/form');
	for (const wrong of ['请写全名，照着证件上的写，一个字也不要少，也不要多，不然会和证件对不上', '']) {
		answers = [wrong ? { status: 422, body: { wrong }, wait: 300 } : { body: { saved: '10:34' }, wait: 300 }];
		await page.fill('#f-name', wrong ? '王' : '王示例');
		await page.locator('#f-name').blur();
		const box = await page.locator('[name=items][value=b]').boundingBox(), name = await page.locator('#f-name').boundingBox();
		await page.waitForSelector(`[data-saved][data-state=${wrong ? 'wrong' : 'saved'}]`);
		const then = await page.locator('[name=items][value=b]').boundingBox();
		assert.ok(Math.abs(then.y - box.y) < 1, `the box moved by ${then.y - box.y} px`);
		assert.ok(Math.abs((await page.locator("#f-name").boundingBox()).y - name.y) < 1, `the field moved, ${wrong}`);
		await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2); // where it was
		assert.equal(await page.isChecked('[name=items][value=b]'), Boolean(wrong));
	}
});

test('a failing server is tried again, and leaving asks first', async () => {
	await open('/form');
	answers = [{ status: 503, body: { wrong: '请稍后再试' } }];
	await fill('#f-name', '张三');
	await line('有 1 项还没有保存，正在重试，请先不要关闭这一页。');
	let asked = false;
	page.once('dialog', (d) => { asked = true; d.dismiss(); });
	await page.evaluate(() => { location.href = '/next'; });
	await until(() => assert(asked));
	await line('已保存 10:32');
	assert.equal(posts.filter((p) => p.body === `csrf=tok&name=${encodeURIComponent('张三')}`).length, 2);
});

test('signed out meanwhile: says so, with the way back in', async () => {
	await open('/form');
	answers = [{ status: 401, body: { wrong: '请先登录' } }];
	await fill('#f-name', '张三');
	await until(async () => assert.equal(await page.getAttribute('[data-saved] a', 'href'), '/account/sign-in?back=%2Fform'));
});

test('a form is sent once, however often it is pressed, and can be used again after going back', async () => {
	await open('/form');
	const said = await page.evaluate(() => {
		const go = document.getElementById('go');
		go.click();
		go.click();
		go.click();
		return go.textContent;
	});
	assert.equal(said, '正在保存…');
	await page.waitForSelector('#done');
	assert.equal(posts.filter((p) => p.url === '/next').length, 1);
	await page.goBack();
	assert.equal(await page.textContent('#go'), '下一步');
});

test('files go up one by one; those that cannot be taken say why; the material is shown anew', async () => {
	await open('/upload-page');
	await until(async () => assert(await page.isHidden('#send')));
	await page.setInputFiles('#f-file', [file('平面图.pdf', 60000), file('照片.heic'), file('空.pdf', 0), file('大.pdf', 1048577), file('b.JPG')]);
	await until(async () => assert.deepEqual(await page.locator('.there').allTextContents(), ['平面图.pdf', 'b.JPG']));
	assert.equal(await page.textContent('#sum'), '共 2 个');
	assert.deepEqual(await page.locator('.file-row.is-wrong').allTextContents(),
		['照片.heic不能上传这种文件，请换成 PDF JPG', '空.pdf这个文件是空的', '大.pdf文件超过 1 MB，请压缩或分开后再传']);
	assert.match(posts[0].body, /name="csrf"\r\n\r\ntok/);
	answers = [{ status: 422, body: { wrong: '这个 PDF 加了密码' } }, { status: 503, body: {} }];
	await page.setInputFiles('#f-file', [file('密.pdf'), file('忙.pdf')]);
	await until(async () => assert.match((await page.locator('.is-wrong').allTextContents()).join(), /密.pdf这个 PDF 加了密码,忙.pdf没有传上去/));
	assert.equal(await page.locator('.is-wrong button').count(), 1, 'only what may work the second time can be sent again');
	await page.click('.is-wrong button');
	await until(async () => assert.equal(await page.textContent('#sum'), '共 3 个'));
});

test('files can be dropped on the material', async () => {
	await open('/upload-page');
	await until(async () => assert(await page.isHidden('#send')));
	await page.evaluate(() => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File(['x'], 'drop.pdf'));
		document.getElementById('m-1').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
	});
	await until(async () => assert.deepEqual(await page.locator('.there').allTextContents(), ['drop.pdf']));
});

test("reviewers' keys work inside the form, and never while typing", async () => {
	await open('/review');
	await until(async () => assert(await page.isVisible('[data-keys]')));
	await page.focus('#r1 input');
	await page.keyboard.press('2');
	assert(await page.isChecked('#r1 [value=fail]'));
	await page.keyboard.type('j12k');
	assert.equal(await page.inputValue('textarea'), 'j12k');
	await page.focus('#r1 [value=fail]');
	await page.keyboard.press('j');
	assert.equal(await focused(), 'v2');
	await page.keyboard.press('1');
	assert(await page.isChecked('#r2 [value=pass]'));
	await until(() => assert(page.frame('preview').url().endsWith('/next?2')));
	assert.equal(await focused(), 'v2');
	assert(await page.isVisible('[data-print]'));
	await page.click('[data-copy]');
	await until(async () => assert.equal(await page.textContent('[data-copy]'), '已复制'));
});
