// cases.mjs - cases for the HTTP tests, made by walking through the pages as applicants and officers do.
import assert from 'node:assert/strict';
import { fixture, matter_codes, new_id, new_phone, said, sign_up } from './client.mjs';

// The forms of the matters that tests apply for: answers beyond what the account fills in, and how each material is
// provided (a file, or a state of `choose`).
export const PHOTO = { name: '照片.jpg', type: 'image/jpeg', bytes: fixture('good/photo.jpg') };
export const PAPER = { name: '扫描件.pdf', type: 'application/pdf', bytes: fixture('good/pages.pdf') };
const PERSON = { address: '示例市幸福街道建设路8号2单元301', truth: '1' };
const TRANSPORT = {
	scope: ['general'], mass: 'over', vehicle_state: 'owned', vehicle_count: '1', plates: '示A12345', parking: '示例市幸福街道停车场1号',
	driver_count: '1', driver_name: '李司机', driver_id: '410599196208151012', safety_manager: '王安全',
};
export const APPLICATIONS = {
	// 老年人优待证: the window accepts, no confirmation; department civil
	F6: {
		answers: { ...PERSON, household: 'local', kin_name: '王亲属', kin_phone: '13800000009' },
		materials: { id_card: 'shared', photo: PHOTO },
	},
	// 道路普通货物运输经营许可: the department accepts and confirms corrections; department transport
	F3: {
		answers: {
			...PERSON, ...TRANSPORT,
		},
		materials: { application: PAPER, id_card: 'shared', vehicle_docs: 'shared', driver_docs: 'shared', safety_rules: 'gap' },
	},
	// the same for a company
	F3_company: {
		matter: 'F3',
		answers: {
			...TRANSPORT, truth: '1', legal_rep: '法示例', legal_rep_id: '410599196208151012', contact: '联系人', contact_phone: '13800000009',
		},
		materials: { application: PAPER, id_card: 'shared', vehicle_docs: 'shared', driver_docs: 'shared', safety_rules: 'gap' },
	},
	// 个体工商户设立登记: what is incomplete goes back as a whole; department market
	F4: {
		answers: {
			...PERSON, use_name: 'no', industry: 'catering', scope: '餐饮服务', composition: 'person', capital: '50000', staff: '2',
			premises_type: 'online', online_address: '示例外卖平台示例小店', premises_right: 'platform',
		},
		materials: { operator_id: 'shared', premises: PAPER },
	},
};

// draft - the address of a new, empty application.
export async function draft(person, matter = 'F6') {
	const code = matter_codes[APPLICATIONS[matter]?.matter ?? matter] ?? matter;
	const r = await person.post(`/apply/${code}`, { fresh: '1' });
	assert.equal(r.status, 303, said(r));
	return r.headers.location.replace(/\/mode$/, '');
}
export const key_of = (page) => page.split('/')[3];

// fill - everything that a submission needs; answers replaces some.
export async function fill(person, page, matter = 'F6', answers = {}) {
	const { answers: usual, materials } = APPLICATIONS[matter];
	const form = await person.get(page);
	const saved = await person.submit(form, page, { ...usual, ...answers });
	assert.equal(saved.status, 303, said(saved));
	for (const [item, how] of Object.entries(materials)) {
		const r = typeof how === 'string'
			? await person.post(`${page}/materials/${item}`, { state: how })
			: await person.upload(`/upload/${key_of(page)}/${item}`, [how]);
		assert.equal(r.status, 303, said(r));
	}
}

// submit - hand the application in; gives its short number.
export async function submit(person, page) {
	const check = await person.get(`${page}/check`);
	const promised = Object.fromEntries(['gap_promise', 'commitment'].filter((n) => check.text.includes(`name="${n}"`)).map((n) => [n, '1']));
	const r = await person.submit(check, `${page}/submit`, { agree: '1', ...promised });
	assert.equal(r.status, 303, said(r));
	return /^\/case\/([^/]+)\/receipt$/.exec(r.headers.location)[1];
}

// submitted - a case as far as "submitted", of a fresh person: {person, page, no, key, receipt}.
export async function submitted(matter = 'F6', { person, answers } = {}) {
	person ??= await sign_up();
	const page = await draft(person, matter);
	await fill(person, page, matter, answers);
	const no = await submit(person, page);
	return { person, page, key: key_of(page), no };
}

// receipt - what the receipt prints: {text, query_code, case_no}.
export async function receipt(c) {
	const r = await c.person.get(`/case/${c.no}/receipt`);
	assert.equal(r.status, 200, said(r));
	return {
		query_code: /<dt>查询码<\/dt><dd[^>]*>([0-9 ]+)</.exec(r.text)[1].replaceAll(' ', ''),
		case_no: /办件全号 (\w+)/.exec(r.text)[1],
		text: r.text,
	};
}

// --- at the desk --------------------------------------------------------------------------------------------------

export const case_page = (staff, no) => staff.get(`/desk/case/${no}`);
// version_of - of the case that a desk page shows.
export const version_of = (page) => Number(/name="version" value="(\d+)"/.exec(page.text)?.[1]);

// act - one act as the officer's page would send it, with the version that the page shows now.  What cannot be taken back is
// shown first; there the officer confirms.
export async function act(staff, no, action, fields = {}) {
	const version = fields.version ?? version_of(await case_page(staff, no));
	const url = `/desk/case/${no}/act`;
	const r = await staff.post(url, { act: action, ...fields, version });
	return r.text.includes(' data-confirm>') ? staff.submit(r, url, { confirmed: 'yes' }) : r;
}
// acted - an act that must go through.
export async function acted(staff, no, action, fields) {
	const r = await act(staff, no, action, fields);
	assert.equal(r.status, 303, `${action}: ${said(r)}`);
	return r;
}
// all_ok - the verdict "as it should be" for every material of F6.
export const all_ok = { 'v.id_card': 'ok', 'v.photo': 'ok' };
// every_ok - the same for the materials of any case, as the officer's page lists them.
export async function every_ok(staff, no) {
	const { text } = await case_page(staff, no);
	return Object.fromEntries([...text.matchAll(/name="(v\.[^"]+)" value="ok"/g)].map(([, name]) => [name, 'ok']));
}
// one_bad - the photo is wrong, with its reason.
export const one_bad = {
	'v.id_card': 'ok', 'v.photo': 'not_in_form', 'r.photo': '照片是侧面的', 'd.photo': '请交一张近期正面免冠照片',
};

// counter_person - what a clerk types for somebody without an account.
export const counter_person = (changes = {}) => ({
	kind: 'natural', name: '李示例', id_type: '111', id_no: new_id(), phone: new_phone(), consent: 'spoken', ...changes,
});
// counter_draft - an application that a clerk begins to enter; gives the address of its pages.
export async function counter_draft(clerk, { matter = 'F6', channel = 'counter', ...changes } = {}) {
	const r = await clerk.post(`/desk/intake/matters/${matter_codes[matter]}`, { channel, ...counter_person(), ...changes });
	assert.equal(r.status, 303, said(r));
	return r.headers.location;
}
// counter_received - the same, received as it is; gives its short number.
export async function counter_received(clerk, page) {
	const r = await clerk.submit(await clerk.get(`${page}/check`), `${page}/receive`, { incomplete: '1' });
	assert.equal(r.status, 303, said(r));
	return /SL\d{8}-\d{4}-\d{5}/.exec((await clerk.follow(r)).text)[0];
}

// received - a case that passed pre-review and lies at the window.
export async function received(pre_reviewer, clerk, { matter = 'F6', ...options } = {}) {
	const c = await submitted(matter, options);
	await acted(pre_reviewer, c.no, 'pre_review_claim');
	await acted(pre_reviewer, c.no, 'pre_review_pass', await every_ok(pre_reviewer, c.no));
	await acted(clerk, c.no, 'receive');
	return c;
}

// result_ready - a case whose result lies at the window.  dept: an officer with every post of its department; delivery: counter,
// mail, electronic; how: grant, refuse.
export async function result_ready(pre_reviewer, clerk, dept, { matter = 'F6', delivery = 'counter', how = 'grant', answers = {}, ...options } = {}) {
	const c = await received(pre_reviewer, clerk, { matter, answers: { ...answers, 'result-delivery': delivery }, ...options });
	await acted(clerk, c.no, 'accept', await every_ok(clerk, c.no));
	await acted(dept, c.no, 'begin_review');
	await acted(dept, c.no, 'opine', { stance: 'agree', note: '材料属实' });
	await acted(dept, c.no, how, how === 'refuse' ? { reason: '不符合规定的条件' } : {});
	await acted(dept, c.no, 'hand_result');
	return c;
}
// taker - what the issuing clerk enters when the applicant comes in person.
export const taker = (person) => ({
	receiver_relation: 'self', receiver_name: person.name, receiver_tail: person.id_no.slice(-4), receiver_checked: '1', page: 'issue',
});
