// Documents as PDF: one for each kind, the same words as the page, for the same people; A4, fonts embedded, text that can be
// read back, a QR code that leads to the case, and the seal where its use is on record and nowhere else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { before, test } from 'node:test';
import { PAPER, PHOTO, acted, all_ok, draft, every_ok, key_of, one_bad, receipt, received, result_ready, submit, submitted } from './cases.mjs';
import { exchange, officer, said, sign_up, sql, words } from './client.mjs';
import { pdf_read } from './pdf.mjs';
import { qr_read } from './qr.mjs';

const UNSEALED = ['申请提交回执', '预审意见'];
let pre, clerk, dept, c, papers;

before(async () => {
	[pre, clerk, dept] = await Promise.all(['yushen1', 'chuangkou1', 'minzheng1'].map((login) => officer(login)));
	c = await received(pre, clerk);
	await acted(clerk, c.no, 'notify_correction', one_bad);
	await c.person.upload(`/upload/${c.key}/photo`, [PHOTO]);
	await c.person.submit(await c.person.get(`/case/${c.no}`), `/case/${c.no}/answer`);
	await acted(clerk, c.no, 'accept', all_ok);
	papers = await papers_of(c);
});

async function papers_of(found) {
	const page = await found.person.get(`/case/${found.no}`);
	return [...page.text.matchAll(/href="(\/case\/[^"]+\/documents\/(\d+))">([^<]+)</g)].map(([, url, id, title]) => ({ url, id, title }));
}
const of_title = (list, title) => list.find((p) => p.title === title) ?? assert.fail(`no ${title}`);

async function pdf(visitor, url) {
	const r = await visitor.get(`${url}/pdf`);
	assert.equal(r.status, 200, `${url}: ${said(r)}`);
	assert.equal(r.type, 'application/pdf');
	assert.equal(r.body.subarray(0, 5).toString(), '%PDF-');
	if (process.env.PAPER_KEEP)
		fs.writeFileSync(`${process.env.PAPER_KEEP}/${url.replaceAll('/', '_')}.pdf`, r.body);
	return { ...pdf_read(r.body), headers: r.headers, bytes: r.body };
}

function is_sound(paper, what) {
	assert.match(paper.size, /A4/, what);
	assert.ok(paper.fonts.length > 0, what);
	for (const font of paper.fonts)
		assert.deepEqual([font.embedded, font.subset, font.unicode], ['yes', 'yes', 'yes'], `${what}: ${font.name}`);
	assert.ok(paper.bytes.length < 1000000, `${what}: ${paper.bytes.length} bytes`);
}

// number_of - of a document, as the database has it; '' when the kind has none.
const number_of = (id) => sql(`SELECT CONCAT('#', COALESCE(number, '')) FROM document WHERE id = ${id}`)[0][0].slice(1);

test('every document up to acceptance is a PDF of one A4 sheet with number, applicant and the way to the case', async () => {
	assert.deepEqual(papers.map((p) => p.title), ['申请提交回执', '预审意见', '收件凭证', '一次性告知书', '补正材料接收凭证', '受理通知书']);
	for (const { url, id, title } of papers) {
		const paper = await pdf(c.person, url);
		is_sound(paper, title);
		assert.equal(paper.pages, 1, title);
		assert.ok(paper.text.includes(title), `${title}: ${paper.text}`);
		assert.ok(paper.text.includes(c.person.name), title);
		assert.ok(paper.text.includes(number_of(id).replaceAll(' ', '')), title);
		assert.ok(paper.title.includes(title), paper.title);
		assert.match(paper.author, /^示例市/);
		assert.match(paper.made, /^2026-03-02T09:30:00\+08/);
		assert.match(paper.headers['content-disposition'], /^inline; filename="\w+-SL[\d-]+\.pdf"; filename\*=UTF-8''[\w%.-]+$/);
		assert.match(decodeURIComponent(paper.headers['content-disposition']), new RegExp(`UTF-8''${title} ${c.no}\\.pdf$`));
		assert.match(paper.headers['cache-control'], /^private\b/);
	}
});

test('the QR code of a PDF opens the case', async () => {
	for (const { url, title } of papers) {
		const { qr } = await pdf(c.person, url);
		assert.match(qr, /\/t\/[0-9A-Z]+$/, title);
		const r = await exchange({ path: new URL(qr).pathname });
		assert.equal(r.status, 200);
		assert.ok(r.text.includes(c.no));
	}
});

test('the reply copy of the one-time notice has its QR code on the page too', async () => {
	const { url } = of_title(papers, '一次性告知书');
	const [stub, reply] = (await c.person.get(url)).text.split('沿此线剪开');
	assert.ok(!/class="qr-code"/.test(stub));
	assert.equal(qr_read(reply), (await pdf(c.person, url)).qr);
	assert.match(words({ text: reply }), /^ ?No: .*（回执联）/);
});

test('a PDF is tagged: its title is the heading, its pictures say what they are, and all words are read out in their order', async () => {
	for (const { url, title } of papers) {
		const paper = await pdf(c.person, url);
		assert.ok(paper.tagged, title);
		assert.ok(paper.tags.some(([tag, said_there]) => tag === 'H1' && said_there.replace(/\s/g, '') === title), `${title}: ${JSON.stringify(paper.tags)}`);
		assert.ok(paper.tags.some(([tag]) => tag === 'Figure'), title);
		assert.match(paper.bytes.toString('latin1'), /\/Lang \(zh-CN\)/);
		const spoken = paper.tags.map(([, text]) => text).join('').replace(/\s/g, '');
		for (const part of [number_of(of_title(papers, title).id).replaceAll(' ', ''), c.person.name])
			assert.ok(spoken.includes(part), `${title} does not say ${part}: ${spoken}`);
	}
	const { tags } = await pdf(c.person, of_title(papers, '受理通知书').url);
	const at = (tag, text) => tags.findIndex(([t, s]) => t === tag && s.includes(text));
	assert.ok(at('H1', '受理通知书') < at('TH', '办件编号') && at('TH', '办件编号') < at('Caption', '申请材料') && at('Caption', '申请材料') < at('P', '咨询电话'), JSON.stringify(tags));
});

test('a PDF says what the page says', async () => {
	for (const { url, title } of papers) {
		const { text } = await pdf(c.person, url);
		const page = await c.person.get(url);
		const sheet = { text: /<article class="sheet[\s\S]*<\/article>/.exec(page.text)[0].replace(/<svg[\s\S]*?<\/svg>/g, '') };
		for (const part of sheet.text.matchAll(/<(p|dt|dd|li|td|th|h1|h2|caption)\b[^>]*>([\s\S]*?)<\/\1>/g)) {
			// what is between tags, without punctuation that the page sets by other means
			for (const said_there of words({ text: part[2] }).split(/\s+/).filter((w) => w && !/^\d+$/.test(w)))
				assert.ok(text.includes(said_there.replace(/[（）]/g, '')) || text.includes(said_there) || [...said_there.split(/[（）：　]/)].every((w) => text.includes(w)),
					`${title} lacks ${said_there}: ${text}`);
		}
	}
});

test('the one-time notice has stub and reply on one sheet, with the sentences of the standard', async () => {
	const { text, pages } = await pdf(c.person, of_title(papers, '一次性告知书').url);
	const count = (pattern) => text.match(pattern)?.length ?? 0;
	assert.equal(pages, 1);
	assert.match(text, /（存根联）.*沿此线剪开.*（回执联）/);
	assert.equal(count(/暂时不能受理。请您将下述材料尽快补正后再次来本窗口办理。/g), 2);
	assert.equal(count(/需补交或更正的材料如下：/g), 2);
	assert.equal(count(/□材料不齐全■不符合法定形式/g), 2);
	assert.equal(count(/特此告知！/g), 2);
	assert.equal(count(/受理机构（专用章）/g), 2);
	assert.match(text, /申请人（签字）：.*联系方式：.*签字日期：.*联系人：.*联系电话：.*监督投诉电话：/);
});

test('the seal is on what has legal effect, by the record of its use, and on nothing else', async () => {
	const rows = sql(`SELECT d.title, s.legend, s.authority = t.name, s.staff_name, s.at = d.issued_at, s.staff_id IS NULL
		FROM document d JOIN cases c ON c.id = d.case_id JOIN dept t ON t.code = c.dept_code LEFT JOIN seal_use s ON s.document_id = d.id
		WHERE c.short_no = '${c.no}' ORDER BY d.id`);
	const clerk_name = sql(`SELECT name FROM staff WHERE login = 'chuangkou1'`)[0][0];
	for (const [title, legend, ours, who, at_once, nobody] of rows) {
		if (UNSEALED.includes(title)) {
			assert.equal(legend, 'NULL', title);
			continue;
		}
		assert.deepEqual([legend, ours, at_once], ['业务专用章', '1', '1'], title);
		assert.deepEqual([who, nobody], title === '补正材料接收凭证' ? ['系统', '1'] : [clerk_name, '0'], title);
	}
	for (const { url, title } of papers) {
		const sealed = !UNSEALED.includes(title);
		const { red } = await pdf(c.person, url);
		assert.equal(red > 0.002, sealed, `${title}: ${red}`);
		assert.equal(/<svg class="seal"/.test((await c.person.get(url)).text), sealed, title);
	}
	const last = papers.at(-1);
	sql(`DELETE FROM seal_use WHERE document_id = ${last.id}`);
	assert.ok((await pdf(c.person, last.url)).red < 0.002, 'no record, no seal');
	assert.doesNotMatch((await c.person.get(last.url)).text, /<svg class="seal"/);
	sql(`INSERT INTO seal_use (document_id, authority, legend, staff_name, at) SELECT ${last.id}, '示例市民政局', '业务专用章', '系统', issued_at FROM document WHERE id = ${last.id}`);
});

test('the same document is the same bytes', async () => {
	const [first, second] = [await pdf(c.person, papers[2].url), await pdf(c.person, papers[2].url)];
	assert.ok(first.bytes.equals(second.bytes));
});

test('the applicant has the query code, officers and finders do not; finders see masked names', async () => {
	const { query_code } = await receipt(c);
	const slip = of_title(papers, '收件凭证');
	assert.ok((await pdf(c.person, slip.url)).text.includes(query_code));
	const at_desk = await pdf(clerk, `/desk/case/${c.no}/documents/${slip.id}`);
	assert.ok(at_desk.text.includes(c.person.name) && !at_desk.text.includes(query_code));
	const token = /\/t\/([0-9A-Z]+)$/.exec(at_desk.qr)[1];
	for (const { id, title } of papers) {
		const r = await exchange({ path: `/t/${token}/notice/${id}/pdf` });
		assert.equal(r.status, 200, title);
		const { text } = pdf_read(r.body);
		assert.ok(text.includes('示**'), `${title}: ${text}`);
		for (const secret of [c.person.name, c.person.id_no, c.person.phone, query_code])
			assert.ok(!text.includes(secret), `${title} shows ${secret}`);
	}
});

test('strangers find nothing, visitors are asked to sign in, and every look of an officer is on record', async () => {
	const [{ url, id }] = papers;
	const other = await submitted();
	const theirs = (await papers_of(other))[0];
	const stranger = await officer('weijian1');
	const status = async (visitor, path) => (await visitor.get(path)).status;

	assert.equal(await status(await sign_up(), `${url}/pdf`), 404);
	assert.equal((await exchange({ path: `${url}/pdf`, headers: { Accept: 'application/json' } })).status, 401);
	assert.equal((await exchange({ path: `/desk/case/${c.no}/documents/${id}/pdf`, headers: { Accept: 'application/json' } })).status, 401);
	assert.equal(await status(c.person, `/case/${c.no}/documents/${theirs.id}/pdf`), 404);
	for (const bad of ['0', '-1', 'x', '999999999', `${id}x`])
		assert.equal(await status(c.person, `/case/${c.no}/documents/${bad}/pdf`), 404, bad);
	assert.equal(await status(clerk, `/desk/case/${c.no}/documents/${theirs.id}/pdf`), 404);
	assert.equal(await status(stranger, `/desk/case/${c.no}/documents/${id}/pdf`), 404);
	const { qr } = await pdf(c.person, url);
	assert.equal((await exchange({ path: `${new URL(qr).pathname}/notice/${theirs.id}/pdf` })).status, 404);
	const looks = () => Number(sql(`SELECT COUNT(*) FROM access_log WHERE fields = 'document ${id}'`)[0][0]);
	const before_it = looks();
	await pdf(clerk, `/desk/case/${c.no}/documents/${id}`);
	assert.equal(looks(), before_it + 1);
});

test('a refusal, a termination and an acceptance with gaps are PDFs with reason and remedies', async () => {
	const refused = await received(pre, clerk);
	await acted(clerk, refused.no, 'refuse_acceptance', { ground: 'no_licence', reason: '这件事不用办证' });
	const refusal = await pdf(refused.person, (await papers_of(refused)).at(-1).url);
	is_sound(refusal, '不予受理');
	assert.match(refusal.text, /不予受理决定书.*这件事不用办证.*不服本决定的救济途径.*行政复议.*行政诉讼/);
	const ended = await received(pre, clerk);
	await acted(dept, ended.no, 'terminate', { reason: '申请人已死亡' });
	assert.match((await pdf(ended.person, (await papers_of(ended)).at(-1).url)).text, /终止办理告知书.*申请人已死亡/);
});

test('every document of a decided case, for its department as for the applicant', async () => {
	const decided = await result_ready(pre, clerk, dept);
	const rows = sql(`SELECT d.id, d.kind, d.title, CONCAT('#', COALESCE(d.number, '')) FROM document d JOIN cases c ON c.id = d.case_id
		WHERE c.short_no = '${decided.no}' ORDER BY d.id`);
	for (const kind of ['grant', 'certificate', 'review_opinion', 'result_handover'])
		assert.ok(rows.some((r) => r[1] === kind), kind);
	for (const [id, , title, number] of rows) {
		const paper = await pdf(dept, `/desk/case/${decided.no}/documents/${id}`);
		is_sound(paper, title);
		for (const part of [title, number.slice(1), decided.person.name])
			assert.ok(paper.text.includes(part.replaceAll(' ', '')), `${title} lacks ${part}: ${paper.text}`);
	}
	const own = (await papers_of(decided)).map((p) => p.id);
	for (const [id, kind] of rows)
		assert.equal((await decided.person.get(`/case/${decided.no}/documents/${id}/pdf`)).status, own.includes(id) ? 200 : 404, kind);
});

// promised - a case by notification and commitment, accepted.
async function promised() {
	const person = await sign_up();
	const page = await draft(person, 'F2');
	await person.post(`${page}/mode`, { mode: 'promise', known: '1' });
	await person.submit(await person.get(page), page, {
		address: '示例市幸福街道建设路8号', shop_name: '示例市清泉旅馆', shop_uscc: '92410599MAXX00023K', place_address: '示例市幸福街道为民路12号',
		place_type: ['beauty'], area: '120', staff_count: '4', health_manager: '王卫生', truth: '1',
	});
	for (const [item, how] of Object.entries({ application: PAPER, rep_id: 'shared', plans: 'gap', test_report: 'promised', rules: PAPER })) {
		const r = typeof how === 'string'
			? await person.post(`${page}/materials/${item}`, { state: how }) : await person.upload(`/upload/${key_of(page)}/${item}`, [how]);
		assert.equal(r.status, 303, said(r));
	}
	const no = await submit(person, page);
	await acted(pre, no, 'pre_review_claim');
	await acted(pre, no, 'pre_review_pass', await every_ok(pre, no));
	await acted(clerk, no, 'receive');
	await acted(clerk, no, 'accept', await every_ok(clerk, no));
	return { person, no };
}

test('letters of promise are two copies on sheets of their own, with the sentences of the page', async () => {
	const made = await promised();
	const all = await papers_of(made);
	for (const [title, sentence, sealed] of [
		['行政审批机关告知书', /一、.*二、.*三、.*四、.*五、.*六、.*七、/, true],
		['信用承诺书', /（一）.*（九）/, true], ['容缺受理承诺书', /方位图/, false]]) {
		const { url, id } = of_title(all, title);
		const paper = await pdf(made.person, url);
		is_sound(paper, title);
		assert.ok(paper.pages >= 2, title);
		assert.match(paper.text, new RegExp(`一式两份，申请人留存.*${sentence.source}.*一式两份，行政许可实施机关留存.*${sentence.source}`), title);
		assert.match(paper.text, /申请人（委托代理人）（签字盖章）|承诺人（签字或盖章）/);
		assert.ok(paper.text.includes(number_of(id)), title);
		assert.equal(paper.red > 0.002, sealed, title);
		// each sentence of the page; its beginning, because a sheet may end within it
		const article = /<article class="sheet[\s\S]*<\/article>/.exec((await made.person.get(url)).text)[0];
		for (const part of words({ text: article }).match(/[\u4e00-\u9fff]{9,}/g))
			assert.ok(paper.text.includes(part.slice(0, 6)), `${title} lacks ${part}`);
	}
});

// --- the kinds that later acts issue: their data as domain/document.h lists it, put beside an acceptance ----------------------

const PAPERS_ISSUED = [{ seq: 1, number: '（示）准字〔2026〕第00001号', title: '准予决定书' }, { seq: 2, number: '（示）证字〔2026〕第00001号', title: '示例证' }];
const KINDS = [
	['handover_slip', '材料交接单', { papers: [{ seq: 1, key: 'a', name: '申请书', copies: 2 }] }, ['申请书', '移交人（窗口）签字', '接收人（部门）签字']],
	['review_opinion', '审查意见', { stance_text: '符合条件，建议准予', note: '资料齐备' }, ['符合条件，建议准予', '资料齐备']],
	['special_notice', '特别程序告知书', { procedure: '现场核查', days: 5, special_due: '2026-03-09', counts: '这段时间不计入承诺时限，仍计入法定时限。' }, ['现场核查', '5个工作日', '2026年3月9日', '不计入承诺时限']],
	['suspension', '中止办理告知书', { cause: '等待检测报告', counts: '这段时间不计入承诺时限，仍计入法定时限。' }, ['因等待检测报告，现中止办理']],
	['extension', '延期办理告知书', { days: 5, reason: '需要上级解释' }, ['延长5个工作日', '需要上级解释']],
	['grant', '准予行政许可决定书', { result: '示例证' }, ['本机关决定准予行政许可', '示例证']],
	['refusal', '不予行政许可决定书', { reason: '场所不合格', remedies: ['可以申请行政复议。'] }, ['本机关决定不予行政许可', '场所不合格', '可以申请行政复议']],
	['certificate', '示例证', { holder: '示例', valid_from: '2026-03-02', valid_until: '2030-03-01' }, ['持有人', '2030年3月1日']],
	['proof_of_service', '送达回证', { way: '窗口领取', receiver: { name: '示例人', relation_text: '本人', id_tail: '0028' }, papers: PAPERS_ISSUED }, ['窗口领取', '示例证', '0028', '受送达人签字']],
	['archive_list', '归档目录', { papers: Array.from({ length: 90 }, (_, i) => ({ seq: i + 1, number: `（示）文字〔2026〕第${i}号`, title: '示例文书' })), events: 12 }, ['第1页/共3页', '第3页/共3页', '第89号']],
	['revocation', '撤销决定书', { ground_text: '承诺不属实', certificate: '证0001', remedies: ['可以申请行政复议。'], reason: '核查不符' }, ['承诺不属实', '证0001', '本机关决定撤销']],
	['unheard_of', '示例文书', { reason: '没有专门版式', valid_until: '2030-03-01', things: [{ seq: 1, name: '甲物', note: '乙注' }] }, ['没有专门版式', '甲物', '乙注', '2030年3月1日']],
];

test('every later kind is drawn from its data, long lists on several numbered sheets', async () => {
	const base = papers.at(-1).id, known = fs.readFileSync(new URL('../../cgi-bin/domain/document.c', import.meta.url), 'utf8');
	for (const [kind, title, extra, expected] of KINDS) {
		if (!known.includes(`"${kind}"`))
			continue; // stored kinds are those of the table
		sql(`INSERT INTO document (case_id, event_seq, kind, dept_code, title, issued_at, issued_by, data)
			SELECT case_id, event_seq, '${kind}', dept_code, '${title}', issued_at, issued_by,
			JSON_MERGE_PATCH(data, '${JSON.stringify({ materials: [], gaps: [], special: '', ...extra })}') FROM document WHERE id = ${base}`);
		const [[id]] = sql('SELECT MAX(id) FROM document');
		const paper = await pdf(clerk, `/desk/case/${c.no}/documents/${id}`);
		is_sound(paper, title);
		assert.match(paper.qr, /\/t\/[0-9A-Z]+$/, title);
		for (const part of [title, ...expected])
			assert.ok(paper.text.includes(part), `${title} lacks ${part}: ${paper.text}`);
		sql(`DELETE FROM document WHERE id = ${id}`);
	}
});
