/* closures.c - times out of the rule: shown with everybody whom it concerns, then confirmed; and taken back. */
#include "admin/admin.h"
#include "admin/forms.h"
#include "admin/hall.h"
#include "base/text.h"
#include "domain/closure.h"
#include "domain/opening.h"
#include "domain/window.h"

#define ROWS 30
#define AHEAD_DAYS 366
#define MINUTE_MS INT64_C(60000)
#define WHOLE "all" /* the whole centre, in the form */

static enum err list_show(struct request *q, struct page *p)
{
	struct sql_closure_list_row *r;
	size_t n;

	TRY(sql_closure_list(q->app->db, q->ctx, &(struct sql_closure_list_in){ROWS}, &r, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++) {
		bool ended = r[i].ended_at != MSEC_NONE, over = r[i].until_at <= q->now, holds = !ended && !over;
		struct tpl *t = tpl_add(table, T_ROW);
		tpl_text(t, T_WHEN, closure_when(q->ctx, r[i].from_at, r[i].until_at));
		tpl_text(t, T_NAME, r[i].group_code ? r[i].group_name : "整个中心");
		tpl_text(t, T_REASON, r[i].reason);
		tpl_text(t, T_MADE_BY, r[i].made_by);
		tpl_minute(t, T_AT, r[i].made_at);
		tpl_text(t, T_STANDING, ended ? "已撤回" : over ? "已过去" : r[i].from_at <= q->now ? "正在停办" : "还没到");
		tpl_text(t, T_STANDING_CLASS, holds ? "tag-wait" : "tag-plain");
		if (holds)
			tpl_int(tpl_add(t, T_MAY_END), T_ID, r[i].id);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}

enum err closures_get(struct request *q, struct page *p)
{
	struct form_in *f = hall_form(q, &closure_spec);

	p->title = "停办";
	p->section = "admin";
	p->body = TPL_admin_closures;
	form_show(p->d, f);
	tpl_show_if(p->d, T_GROUP_IS_ALL, text_eq(form_raw(f, "group"), WHOLE));
	TRY(hall_groups_show(q, p->d, form_raw(f, "group")));
	TRY(list_show(q, p));
	return hall_changes_show(q, p->d, HALL_CLOSURE, NULL);
}

/* instant - of a day and a time of day, which may be left empty: `usual` minutes after midnight. */
static bool instant(day d, const char *time, int64_t usual, msec *out)
{
	int64_t minute = usual;

	if (!text_empty(time) && !opening_minute(time, &minute))
		return false;
	*out = msec_make(d, 0, 0, 0, 0) + minute * MINUTE_MS;
	return true;
}

/* closure_wrong - the field that is wrong and what to do about it; NULL when *c is complete but for its group. */
static const char *closure_wrong(const struct request *q, const struct closure_form *f, struct closure *c, const char **say)
{
	*say = "请写几点几分，例如 09:30";
	if (!instant(f->from_day, f->from_time, 0, &c->from_at))
		return "from_time";
	if (!instant(f->until_day, f->until_time, MINUTES_OF_DAY, &c->until_at))
		return "until_time";
	*say = "结束要在开始之后";
	if (c->until_at <= c->from_at)
		return text_empty(f->until_time) ? "until_day" : "until_time";
	*say = "这段时间已经过去了";
	if (c->until_at <= q->now)
		return "until_day";
	*say = "不能早于今天";
	if (f->from_day < q->today)
		return "from_day";
	*say = "最多安排到一年以后";
	if (f->until_day > q->today + AHEAD_DAYS)
		return "until_day";
	c->reason = f->reason;
	return NULL;
}

/* preview - whom it concerns, above the form as it was typed. */
static enum err preview(struct request *q, struct page *p, const struct actor *a, const struct closure *c)
{
	struct casework w = casework_of(q);
	struct displaced people;
	const char *sure;

	TRY(closure_preview(&w, a, c, &people, &sure));
	struct tpl *box = tpl_add(p->d, T_PREVIEW);
	tpl_text(box, T_WHEN, closure_when(q->ctx, c->from_at, c->until_at));
	tpl_text(box, T_NAME, c->group ? c->group_name : "整个中心");
	tpl_text(box, T_SURE, sure);
	tpl_show_if(box, T_AGAIN, p->status == 409);
	hall_displaced_show(q, box, &people, c->reason);
	return closures_get(q, p);
}

enum err closure_post(struct request *q, struct page *p)
{
	const struct closure_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct closure c = {0};
	struct hall_group g;
	const char *say, *field = closure_wrong(q, f, &c, &say);

	if (field)
		return page_again(q, p, closures_get, field, say);
	if (!text_eq(f->group, WHOLE)) {
		enum err e = hall_group_find(&w, f->group, &g);
		if (e == ERR_NOT_FOUND)
			return page_again(q, p, closures_get, "group", "请从列出的选项里选择停办的范围");
		TRY(e);
		c.group = g.code;
		c.group_name = g.name;
	}
	if (text_empty(f->sure))
		return preview(q, p, &a, &c);
	enum err e = closure_make(&w, &a, &c, f->sure);
	if (e == ERR_CONFLICT) {
		p->status = 409;
		return preview(q, p, &a, &c);
	}
	TRY(e);
	page_note(q, p, mem_fmt(q->ctx, "已停办：%s，%s。现在起约不了，受影响的人一分钟左右收到短信。", c.group ? c.group_name : "整个中心",
				closure_when(q->ctx, c.from_at, c.until_at)));
	page_see(q, p, "/admin/closures");
	return ERR_NONE;
}

enum err closure_end_post(struct request *q, struct page *p)
{
	const struct closure_end_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);

	enum err e = closure_take_back(&w, &a, f->id);
	if (e == ERR_CONFLICT)
		q->say = "这次停办已经撤回或者过去了。";
	TRY(e);
	page_note(q, p, "已撤回，一分钟左右恢复放号。没有另选时间的人，原来的预约照样有效，会收到短信。");
	page_see(q, p, "/admin/closures");
	return ERR_NONE;
}
