#include "apply/apply.h"
#include "apply/forms.h"

/* may_withdraw - errors: ERR_CONFLICT, with q->say, when it is too late or too early. */
static enum err may_withdraw(struct request *q, struct own *o)
{
	struct case_actions allowed;

	TRY(own_case(q, o));
	TRY(case_allowed(&o->w, o->c, &o->actor, &allowed));
	for (size_t i = 0; i < allowed.n; i++)
		if (allowed.at[i]->action == ACTION_WITHDRAW)
			return ERR_NONE;
	q->say = o->c->short_no ? "这件事已经有了结果，不能再撤回。" : "还没有提交过的草稿，直接删除就可以。";
	return ERR_CONFLICT;
}

enum err withdraw_get(struct request *q, struct page *p)
{
	struct own o;

	TRY(may_withdraw(q, &o));
	if (!q->form)
		q->form = form_blank(q->ctx, &withdraw_spec);
	p->title = "撤回申请";
	p->section = "account";
	p->body = TPL_apply_withdraw;
	tpl_text(p->d, T_NAME, o.c->matter_name);
	tpl_text(p->d, T_SHORT_NO, o.c->short_no);
	tpl_text(p->d, T_URL, mem_fmt(q->ctx, "/case/%s", o.c->short_no));
	tpl_int(p->d, T_VERSION, o.c->version);
	form_show(p->d, q->form);
	return ERR_NONE;
}

enum err withdraw_post(struct request *q, struct page *p)
{
	const struct withdraw_form *f = q->form->value;
	struct case_result done = {0};
	struct own o;

	TRY(own_case(q, &o));
	enum err e = case_apply(&o.w, o.c->id, f->version, ACTION_WITHDRAW, &o.actor,
				&(struct case_args){.reason = f->reason}, &done);
	if (e != ERR_NONE) {
		q->say = done.say;
		return e;
	}
	page_note(q, p, "申请已经撤回。撤回确认书在下面“文书和通知”里，可以打印。");
	page_see(q, p, "/case/%s", o.c->short_no);
	return ERR_NONE;
}
