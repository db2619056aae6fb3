#include "admin/admin.h"
#include "admin/forms.h"
#include "base/text.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define ROWS 100

/* unit - NULL: everybody; else only the administrator's own unit (CQ 4.3.2). */
static const char *unit(const struct request *q)
{
	return text_empty(q->session->dept) ? NULL : q->session->dept;
}

static enum err show_list(struct request *q, struct page *p)
{
	struct sql_substitution_list_row *rows;
	size_t n;
	TRY(sql_substitution_list(q->app->db, q->ctx, &(struct sql_substitution_list_in){unit(q), q->now, ROWS}, &rows,
				  &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		tpl_int(t, T_ID, rows[i].id);
		tpl_text(t, T_A_NAME, rows[i].a_name);
		tpl_text(t, T_B_NAME, rows[i].b_name);
		tpl_minute(t, T_FROM, rows[i].from_at);
		tpl_minute(t, T_UNTIL, rows[i].until_at);
		tpl_text(t, T_REASON, rows[i].reason);
		tpl_text(t, T_APPROVER, rows[i].approver);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}

enum err substitutions_get(struct request *q, struct page *p)
{
	p->title = "顶岗安排";
	p->section = "admin";
	p->body = TPL_admin_substitutions;
	form_show(p->d, q->form);
	return show_list(q, p);
}

/* person - an officer of the arranger's unit by sign-in name.  errors: ERR_NOT_FOUND. */
static enum err person(struct request *q, const char *login, struct sql_substitution_staff_row **row)
{
	return sql_substitution_staff(q->app->db, q->ctx, &(struct sql_substitution_staff_in){login, unit(q)}, row);
}

/* substitution_post - B takes over A's rights and duties for some days, and answers for them (CQ 5.11.3, GD 10.3.5). */
enum err substitution_post(struct request *q, struct page *p)
{
	const struct substitution_form *f = q->form->value;
	struct sql_substitution_staff_row *a, *b;

	if (f->until_day < f->from_day)
		return page_again(q, p, substitutions_get, "until_day", "结束日期不能早于开始日期");
	if (f->until_day < q->today)
		return page_again(q, p, substitutions_get, "until_day", "结束日期已经过去");
	enum err e = person(q, f->a_login, &a);
	if (e == ERR_NOT_FOUND)
		return page_again(q, p, substitutions_get, "a_login", "没有这个登录名，或者不是本单位的人员");
	TRY(e);
	e = person(q, f->b_login, &b);
	if (e == ERR_NOT_FOUND)
		return page_again(q, p, substitutions_get, "b_login", "没有这个登录名，或者不是本单位的人员");
	TRY(e);
	if (a->id == b->id)
		return page_again(q, p, substitutions_get, "b_login", "顶岗的人不能是本人");
	if (!text_eq(text_or(a->dept_code, ""), text_or(b->dept_code, "")))
		return page_again(q, p, substitutions_get, "b_login", "顶岗人员要和不在岗人员在同一个单位，岗位相同或相近");
	TRY(sql_substitution_add(q->app->db,
				 &(struct sql_substitution_add_in){.a_staff = a->id, .b_staff = b->id,
								   .from_at = msec_make(f->from_day, 0, 0, 0, 0),
								   .until_at = msec_make(f->until_day + 1, 0, 0, 0, 0),
								   .reason = f->reason, .approver = q->session->name},
				 NULL));
	page_note(q, p, mem_fmt(q->ctx, "已安排：%s 顶 %s 的岗。", b->name, a->name));
	page_see(q, p, "/admin/substitutions");
	return ERR_NONE;
}

enum err substitution_end_post(struct request *q, struct page *p)
{
	const struct substitution_end_form *f = q->form->value;
	struct db_done done;
	TRY(sql_substitution_end(q->app->db, &(struct sql_substitution_end_in){f->id, unit(q), q->now}, &done));
	if (!done.affected)
		return ERR_NOT_FOUND;
	page_note(q, p, "顶岗已结束。");
	page_see(q, p, "/admin/substitutions");
	return ERR_NONE;
}
