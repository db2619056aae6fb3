// joint.mjs - joint cases for tests of pages: a building permit that several departments look at (F7), and a restaurant made of
// several decisions (F8), made by walking through the pages.
import { APPLICATIONS, PAPER, acted, every_ok, received } from './cases.mjs';
import { new_uscc, officer, sign_up } from './client.mjs';

APPLICATIONS.F7 = {
	answers: {
		legal_rep: '法示例', legal_rep_id: '410599196208151012', contact: '联系人', contact_phone: '13800000009',
		project_name: '示例市幸福花园1号楼', project_code: '2602-410599-04-01-100001', project_address: '示例市幸福路1号', project_kind: 'house',
		area: '8600', floors: '11', price: '21500000', start: '2026-06-01', finish: '2027-06-01', fire_special: '1', defence: 'build',
		surveyor: '示例勘察院', designer: '示例设计院', contractor: '示例建筑公司', contractor_uscc: '91410599MAXX00015U', manager: '王经理', truth: '1',
	},
	materials: {
		application: PAPER, land: 'shared', planning: 'shared', drawing_review: PAPER, contract: PAPER, funds: PAPER, measures: PAPER,
		fire_design: PAPER, defence_design: PAPER,
	},
};
APPLICATIONS.F8 = {
	answers: {
		address: '示例市幸福街道建设路8号2单元301', shop_name: '示例市好味来餐饮店', premises_address: '示例市幸福街道建设路8号一层', premises_area: '86.5',
		premises_right: 'rent', licence: 'new', capital: '50000', venue: 'small', items: ['hot'], safety_manager: '王安全', staff_count: '4',
		fire: 'commit', sign: '1', sign_size: '长4米、高1米', collect: 'singly', truth: '1',
	},
	materials: { id_card: 'shared', premises: PAPER, layout: PAPER, fire_promise: PAPER, fire_plan: PAPER, sign: PAPER },
};

const company = () => sign_up({
	kind: 'legal', name: '示例市测试建设有限公司', id_type: '001', id_no: new_uscc(), legal_rep: '法示例', contact: '联系人',
});

// permit - F7, taken up by housing, which has an opinion of its own: {person, no, ...}.
export async function permit(pre_reviewer, clerk, housing) {
	const c = await received(pre_reviewer, clerk, { matter: 'F7', person: await company() });
	await acted(housing, c.no, 'accept', await every_ok(housing, c.no));
	await acted(housing, c.no, 'begin_review');
	await acted(housing, c.no, 'opine', { stance: 'agree', note: '符合条件' });
	return c;
}
// restaurant - F8, accepted at the window.  collect: singly, together.
export async function restaurant(pre_reviewer, clerk, collect = 'singly') {
	const c = await received(pre_reviewer, clerk, { matter: 'F8', answers: { collect } });
	await acted(clerk, c.no, 'accept', await every_ok(clerk, c.no));
	return c;
}
export const team = async () => ({
	pre_reviewer: await officer('yushen1'), clerk: await officer('chuangkou1'), issuer: await officer('fazheng1'),
	housing: await officer('zhujian1'), chief: await officer('zhujian2'), defence: await officer('renfang1'), market: await officer('shijian2'),
	fire: await officer('xiaofang1'), urban: await officer('chengguan1'), health: await officer('weijian1'),
	supervisor: await officer('jiancha1'),
});
