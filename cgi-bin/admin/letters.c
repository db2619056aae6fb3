/* letters.c - letters of authorisation: what the window may do for a department, for which matter, from when until when
 * (CAT-7; GD 6.2.1 to 6.2.4).  Letters are never changed: a new one takes the place of one that was ended. */
#include "admin/admin.h"
#include "admin/forms.h"
#include "base/text.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define ROWS 200

/* unit - NULL: every unit; else the administrator's own (CQ 4.3.2, ORG-1). */
static const char *unit(const struct request *q)
{
	return text_empty(q->session->dept) ? NULL : q->session->dept;
}

/* --- the list -------------------------------------------------------------------------------------------- */

static const struct standing {
	const char *class, *say;
} standings[] = {{"tag-ok", "有效"}, {"tag-wait", "还没到日子"}, {"tag-plain", "已到期"}, {"tag-plain", "已终止"}};

static const struct standing *standing_of(const struct request *q, const struct sql_letter_list_row *r)
{
	if (r->ended_at != MSEC_NONE)
		return &standings[3];
	if (q->today > r->valid_until)
		return &standings[2];
	return &standings[q->today < r->valid_from];
}

static const char *powers_text(const char *powers)
{
	bool accept = text_starts(powers, "accept");

	if (text_eq(powers, "accept"))
		return "受理";
	return accept ? "受理、当场决定" : "当场决定";
}

static void show_letter(const struct request *q, struct tpl *t, const struct sql_letter_list_row *r)
{
	const struct standing *s = standing_of(q, r);

	tpl_text(t, T_NUMBER, r->number);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_POWERS, powers_text(r->powers));
	tpl_day(t, T_FROM, r->valid_from);
	tpl_day(t, T_UNTIL, r->valid_until);
	tpl_text(t, T_SIGNED_BY, r->signed_by);
	tpl_text(t, T_STANDING, s->say);
	tpl_text(t, T_STANDING_CLASS, s->class);
	if (r->ended_at == MSEC_NONE && q->today <= r->valid_until)
		tpl_int(tpl_add(t, T_MAY_END), T_ID, r->id);
}

static enum err show_letters(struct request *q, struct page *p)
{
	struct sql_letter_list_row *rows;
	size_t n;

	TRY(sql_letter_list(q->app->db, q->ctx, &(struct sql_letter_list_in){unit(q), ROWS}, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++)
		show_letter(q, tpl_add(table, T_ROW), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}

static enum err show_matters(struct request *q, struct page *p)
{
	const char *typed = pairs_get(&q->post, "matter");
	struct sql_letter_matters_row *rows;
	size_t n;

	TRY(sql_letter_matters(q->app->db, q->ctx, &(struct sql_letter_matters_in){unit(q)}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(p->d, T_OPTION);
		tpl_text(t, T_OPTION_VALUE, rows[i].code);
		tpl_text(t, T_OPTION_NAME, mem_fmt(q->ctx, "%s（%s%s）", rows[i].name, rows[i].dept_name,
						   text_eq(rows[i].kind, "instant") ? "，即办件" : ""));
		tpl_show_if(t, T_OPTION_ON, text_eq(typed, rows[i].code));
	}
	return ERR_NONE;
}

enum err letters_get(struct request *q, struct page *p)
{
	p->title = "授权委托书";
	p->section = "admin";
	p->body = TPL_admin_letters;
	form_show(p->d, q->form);
	TRY(show_letters(q, p));
	return show_matters(q, p);
}

/* --- a new one ------------------------------------------------------------------------------------------- */

static const char *powers_of(const struct letter_form *f)
{
	if (f->may_accept)
		return f->may_decide ? "accept decide" : "accept";
	return f->may_decide ? "decide" : NULL;
}

static enum err letter_add(const struct request *q, const struct letter_form *f, const struct sql_letter_matter_row *m)
{
	return sql_letter_add(q->app->db,
			      &(struct sql_letter_add_in){.number = f->number, .dept_code = m->dept_code, .matter_id = m->id,
							  .powers = powers_of(f), .valid_from = f->from_day,
							  .valid_until = f->until_day, .signed_by = f->signed_by,
							  .staff_id = q->session->staff_id, .now = q->now},
			      NULL);
}

/* letter_post - for promised matters the window may accept and pass on, never decide (GD 6.2.2, 6.2.3). */
enum err letter_post(struct request *q, struct page *p)
{
	const struct letter_form *f = q->form->value;
	struct sql_letter_matter_row *m;

	if (!powers_of(f))
		return page_again(q, p, letters_get, "may_accept", "请选择授权窗口做什么");
	if (f->until_day < f->from_day)
		return page_again(q, p, letters_get, "until_day", "结束日期不能早于开始日期");
	if (f->until_day < q->today)
		return page_again(q, p, letters_get, "until_day", "结束日期已经过去");
	enum err e = sql_letter_matter(q->app->db, q->ctx, &(struct sql_letter_matter_in){f->matter, unit(q)}, &m);
	if (e == ERR_NOT_FOUND)
		return page_again(q, p, letters_get, "matter", "没有这个事项，或者不是本单位的事项");
	TRY(e);
	if (f->may_decide && !text_eq(m->kind, "instant"))
		return page_again(q, p, letters_get, "may_decide", "这个事项不是即办件，不能授权窗口当场决定");
	e = letter_add(q, f, m);
	if (e == ERR_DUPLICATE)
		return page_again(q, p, letters_get, "number", "这个编号已经登记过");
	TRY(e);
	page_note(q, p, mem_fmt(q->ctx, "已登记：%s。", f->number));
	page_see(q, p, "/admin/letters");
	return ERR_NONE;
}

enum err letter_end_post(struct request *q, struct page *p)
{
	const struct letter_end_form *f = q->form->value;
	struct db_done done;

	TRY(sql_letter_end(q->app->db, &(struct sql_letter_end_in){f->id, unit(q), q->now}, &done));
	if (!done.affected)
		return ERR_NOT_FOUND;
	page_note(q, p, "授权已终止，窗口从现在起不能再按它办理。");
	page_see(q, p, "/admin/letters");
	return ERR_NONE;
}
