#include "apply/apply.h"

static enum err discard_check(struct request *q, struct own *o)
{
	TRY(own_draft(q, o));
	if (o->c->state == STATE_DRAFT && !o->c->case_no)
		return ERR_NONE;
	q->say = "这份申请提交过，不能删除；不想办了，可以在办件页面撤回。";
	return ERR_CONFLICT;
}

enum err discard_get(struct request *q, struct page *p)
{
	struct own o;

	TRY(discard_check(q, &o));
	p->title = "删除草稿";
	p->section = "account";
	p->body = TPL_layout_confirm;
	tpl_text(p->d, T_HEADLINE, "要删除这份草稿吗？");
	tpl_text(p->d, T_EXPLAIN, mem_fmt(q->ctx, "“%s”，还没有提交过。", o.c->matter_name));
	tpl_text(tpl_add(p->d, T_CONSEQUENCE), T_CONSEQUENCE_TEXT, "填的内容和传的文件都会删掉，不能恢复。");
	tpl_text(p->d, T_ACTION, q->path);
	tpl_show(p->d, T_DANGER);
	tpl_text(p->d, T_YES, "删除草稿");
	tpl_text(p->d, T_NO, "不删，返回");
	tpl_text(p->d, T_BACK, o.page);
	return ERR_NONE;
}

enum err discard_post(struct request *q, struct page *p)
{
	struct own o;

	TRY(discard_check(q, &o));
	TRY(draft_discard(&o.w, &o.actor, o.c->id));
	page_note(q, p, "草稿已经删除。");
	page_see(q, p, "/account");
	return ERR_NONE;
}
