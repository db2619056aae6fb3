// html.mjs - just enough HTML to fill in our own forms: every attribute is quoted, no form is inside another one.
import assert from 'node:assert/strict';

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
export const unescape_html = (s) => s.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, e) => ENTITIES[e]);
// escape_html - as the templates write text.
export const escape_html = (s) =>
	s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

const attribute = (tag, name) => {
	const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
	return found ? unescape_html(found[1] ?? '') : null;
};

// forms_of - every form of a page: {action, method, body}.
export function forms_of(html) {
	return [...html.matchAll(/(<form[^>]*>)([\s\S]*?)<\/form>/g)].map(([, tag, body]) => ({
		action: attribute(tag, 'action'), method: attribute(tag, 'method'), body,
	}));
}

// form_read - the fields that a browser would send with the post form `action`, untouched: no buttons, no files.
// Names that repeat give an array.
export function form_read(html, action) {
	const form = forms_of(html).find((f) => f.method === 'post' && f.action === action);
	assert.ok(form, `the page has no form for ${action}`);
	const out = {};
	const add = (name, value) => {
		if (name === null) return;
		out[name] = name in out ? [out[name], value].flat() : value;
	};
	for (const [, tag] of form.body.matchAll(/(<input[^>]*>)/g)) {
		const type = attribute(tag, 'type');
		if (type === 'file' || type === 'submit') continue;
		const box = type === 'radio' || type === 'checkbox';
		if (box && attribute(tag, 'checked') === null) continue;
		add(attribute(tag, 'name'), attribute(tag, 'value') ?? (box ? 'on' : ''));
	}
	for (const [, tag, text] of form.body.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
		add(attribute(tag, 'name'), unescape_html(text));
	for (const [, tag, options] of form.body.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
		const all = [...options.matchAll(/<option[^>]*>/g)].map(([o]) => o);
		const on = all.find((o) => attribute(o, 'selected') !== null) ?? all[0];
		add(attribute(tag, 'name'), attribute(on, 'value'));
	}
	return out;
}
