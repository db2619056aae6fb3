/* confirm.c - an act that cannot be taken back: what will be sent, as it will be printed, and the question once more.
 * Everything that was typed goes through this page in hidden inputs: whoever says no finds it as they left it. */
#include "base/text.h"
#include "desk/desk.h"
#include "domain/document.h"
#include "web/page.h"

/* own_input - what this page has inputs of its own for. */
static bool own_input(const char *name)
{
	static const char *const names[] = {"csrf", "act", "version", "confirmed"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (text_eq(names[i], name))
			return true;
	return false;
}

static void keep_typed(const struct request *q, struct tpl *d)
{
	for (size_t i = 0; i < q->post.n; i++) {
		if (own_input(q->post.at[i].name))
			continue;
		struct tpl *t = tpl_add(d, T_KEPT);
		tpl_text(t, T_KEPT_NAME, q->post.at[i].name);
		tpl_text(t, T_KEPT_VALUE, q->post.at[i].value);
	}
}

enum err desk_confirm(struct request *q, struct page *p, const struct desk_deed *deed)
{
	const struct casefile *c = deed->c;
	const struct transition *row = deed->row;

	p->title = mem_fmt(q->ctx, "核对后确认：%s", row->label);
	p->section = "desk";
	p->body = TPL_desk_confirm;
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_text(p->d, T_NAME, c->matter_name);
	tpl_text(p->d, T_APPLICANT, c->applicant_name);
	tpl_int(p->d, T_VERSION, c->version);
	tpl_text(p->d, T_ACT_KEY, action_key(row->action));
	tpl_text(p->d, T_ACT_LABEL, row->label);
	tpl_show_if(p->d, T_TOLD_BY_MESSAGE, row->message && c->applicant_phone_mask);
	tpl_text(p->d, T_PHONE_MASK, c->applicant_phone_mask);
	keep_typed(q, p->d);
	tpl_show(p->d, q->method == METHOD_POST ? T_BACK_TYPED : T_BACK_PLAIN);
	if (!row->document) {
		tpl_show(p->d, T_PLAIN);
		return ERR_NONE;
	}
	return desk_unsent(deed, tpl_add(p->d, T_UNSENT));
}
