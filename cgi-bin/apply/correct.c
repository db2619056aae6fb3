/* correct.c - answering a one-time notice: field by field, material by material (upload, materials.c), then as a whole. */
#include "apply/apply.h"
#include "apply/forms.h"

#include "base/text.h"
#include "parts/formpage.h"

/* posted_answer - the one field that the form names; nothing sent for it means that it was emptied. */
static enum err posted_answer(const struct request *q, const struct own *o, struct mform_answer *one)
{
	const struct mform *form = &o->c->matter->form;
	struct mform_answers all;
	int at = mform_find(form, text_or(pairs_get(&q->post, "the-field"), ""));

	if (at < 0)
		return ERR_BAD_REQUEST;
	*one = (struct mform_answer){form->field[at]->key, ""};
	formpage_posted(q->ctx, form, &q->post, false, &all);
	for (size_t i = 0; i < all.n; i++)
		if (text_eq(all.at[i].key, one->key))
			*one = all.at[i];
	return ERR_NONE;
}

enum err fix_field_post(struct request *q, struct page *p)
{
	struct draft_saved saved = {0};
	struct mform_answer one;
	struct own o;

	TRY(own_case(q, &o));
	TRY(posted_answer(q, &o, &one));
	enum err e = draft_fields_save(&o.w, &o.actor, o.c->id, &(struct mform_answers){&one, 1}, &saved);
	if (e != ERR_NONE) {
		q->say = saved.say;
		return e;
	}
	const char *wrong = saved.report.wrong[mform_find(&o.c->matter->form, one.key)];
	if (q->wants_json) {
		page_json(p, saved_json(q, &saved, wrong));
		return ERR_NONE;
	}
	if (wrong)
		return case_again(q, p, 422, "刚才填的已经存下，但还要再改，见那一项旁边的说明。");
	page_note(q, p, "这一项已经改好。");
	page_see(q, p, "%s#x-%s", own_page(q, &o), one.key);
	return ERR_NONE;
}

enum err answer_post(struct request *q, struct page *p)
{
	const struct answer_form *f = q->form->value;
	struct case_result done = {0};
	struct own o;

	TRY(own_case(q, &o));
	enum err e = correction_answer(&o.w, &o.actor, o.c->id, f->version, &done);
	q->say = done.say;
	if (e == ERR_INVALID)
		return case_again(q, p, 422, done.say);
	TRY(e);
	page_note(q, p, "补正材料已经提交，窗口会接着办。接收凭证在下面“文书和通知”里，可以打印。");
	page_see(q, p, "%s", own_page(q, &o));
	return ERR_NONE;
}
