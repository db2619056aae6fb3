// promises.mjs - cases with promises, made through the pages: F2, which knows both kinds.
import assert from 'node:assert/strict';
import { PAPER, acted, draft, every_ok, key_of, submit } from './cases.mjs';
import { said } from './client.mjs';

const status = (r, wanted) => assert.equal(r.status, wanted, `${r.method} ${r.path}: ${said(r)}`);
export const ANSWERS = {
	address: '示例市幸福街道建设路8号', shop_name: '示例市清泉旅馆', shop_uscc: '92410599MAXX00023K', place_address: '示例市幸福街道为民路12号',
	place_type: ['beauty'], area: '120', staff_count: '4', health_manager: '王卫生', truth: '1',
};
const GIVEN = { application: PAPER, rep_id: 'shared', plans: PAPER, test_report: PAPER, rules: PAPER };

// place - a filled-in application for F2; materials replaces some of GIVEN.  mode: promise, ordinary.
export async function place(person, mode, materials = {}) {
	const page = await draft(person, 'F2');
	const chosen = await person.post(`${page}/mode`, { mode, known: '1' });
	if (chosen.status !== 303) return { page, chosen };
	status(await person.submit(await person.get(page), page, ANSWERS), 303);
	for (const [item, how] of Object.entries({ ...GIVEN, ...materials })) {
		const r = typeof how === 'string'
			? await person.post(`${page}/materials/${item}`, { state: how }) : await person.upload(`/upload/${key_of(page)}/${item}`, [how]);
		status(r, 303);
	}
	return { page, key: key_of(page) };
}
// at_window - submitted, pre-reviewed and received.
export async function at_window(person, page, pre, clerk) {
	const no = await submit(person, page);
	await acted(pre, no, 'pre_review_claim');
	await acted(pre, no, 'pre_review_pass', await every_ok(pre, no));
	await acted(clerk, no, 'receive');
	return no;
}
export async function granted(no, by) {
	await acted(by, no, 'begin_review');
	await acted(by, no, 'opine', { stance: 'agree', note: '符合条件' });
	await acted(by, no, 'grant', {});
}
