#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "web/page.h"

static const char *const of_case[][2] = {{"id", "证件号码"}, {"phone", "手机号"}, {"address", "地址"},
					 {"agent_id", "代理人证件号码"}, {"agent_phone", "代理人手机号"}};

static const char *field_name(void *ctx, const struct casefile *c, const char *field)
{
	int at = text_starts(field, "f.") ? mform_find(&c->matter->form, field + 2) : -1;
	for (size_t i = 0; i < sizeof of_case / sizeof of_case[0]; i++)
		if (text_eq(of_case[i][0], field))
			return of_case[i][1];
	return at < 0 ? field : mem_fmt(ctx, "申请表“%s”", c->matter->form.field[at]->label);
}

static void show_choice(const struct request *q, struct page *p, const struct casefile *c, const char *field)
{
	struct tpl *t = tpl_add(p->d, T_REVEAL_CHOICE);
	tpl_text(t, T_FIELD_KEY, field);
	tpl_text(t, T_FIELD_LABEL, field_name(q->ctx, c, field));
	tpl_show_if(t, T_FIELD_ON, text_eq(pairs_get(&q->post, "field"), field));
}

void desk_reveals(const struct request *q, struct page *p, const struct casefile *c, const struct mform_report *report)
{
	const struct mform *form = &c->matter->form;

	for (size_t i = 0; i < sizeof of_case / sizeof of_case[0]; i++)
		if (c->agent_name || !text_starts(of_case[i][0], "agent"))
			show_choice(q, p, c, of_case[i][0]);
	for (size_t i = 0; !report && i < form->nfields; i++)
		if (form->field[i]->type == MFORM_ADDRESS)
			show_choice(q, p, c, mem_fmt(q->ctx, "f.%s", form->field[i]->key));
	for (size_t i = 0; report && i < form->nfields; i++) {
		const char *v = report->value[i];
		bool hidden = !text_empty(v) && !text_eq(mform_value_text(q->ctx, form->field[i], v, true),
							  mform_value_text(q->ctx, form->field[i], v, false));
		if (hidden && form->field[i]->prefill != PREFILL_ID_NO)
			show_choice(q, p, c, mem_fmt(q->ctx, "f.%s", form->field[i]->key));
	}
}

void desk_revealed(const struct request *q, struct page *p, const struct casefile *c, const char *field, const char *plain)
{
	struct tpl *t = tpl_add(p->d, T_REVEALED);

	tpl_text(t, T_REVEALED_NAME, field_name(q->ctx, c, field));
	tpl_text(t, T_REVEALED_VALUE, plain ? plain : "没有填写");
}

/* reveal_post - one masked value in clear, on this page only; who, when and why are logged before it is shown (H). */
enum err reveal_post(struct request *q, struct page *p)
{
	const struct reveal_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;
	char *plain;

	TRY(desk_case(q, &w, &a, &c));
	TRY(case_reveal(&w, &a, q->ip, c->id, f->field, f->why, &plain));
	desk_revealed(q, p, c, f->field, plain);
	return desk_case_page(q, p, &w, &a, c, NULL);
}
