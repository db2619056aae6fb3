#include <string.h>

#include "admin/admin.h"
#include "admin/forms.h"
#include "base/text.h"
#include "domain/calendar_store.h"
#include "gen/sql.h"
#include "web/page.h"

static enum err show_years(struct request *q, struct page *p)
{
	struct sql_calendar_years_row *rows;
	size_t n;
	TRY(sql_calendar_years(q->app->db, q->ctx, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		tpl_text(t, T_REGION, text_eq(rows[i].region, "CN") ? "全国" : rows[i].region);
		tpl_int(t, T_YEAR, rows[i].year);
		tpl_text(t, T_NOTICE_NO, rows[i].notice_no);
		tpl_int(t, T_OFF_DAYS, rows[i].off);
		tpl_int(t, T_MADE_UP_DAYS, rows[i].made_up);
		tpl_minute(t, T_AT, rows[i].imported_at);
	}
	return ERR_NONE;
}

enum err calendar_get(struct request *q, struct page *p)
{
	p->title = "工作日历";
	p->section = "admin";
	p->body = TPL_admin_calendar;
	form_preset(q->form, "region", "CN");
	form_preset(q->form, "text", "date,working,name\n");
	form_show(p->d, q->form);
	return show_years(q, p);
}

static void show_faults(struct page *p, const struct calendar_faults *faults)
{
	struct tpl *box = tpl_add(p->d, T_FAULTS);
	for (size_t i = 0; i < faults->n; i++) {
		struct tpl *t = tpl_add(box, T_FAULT);
		tpl_text(t, T_FAULT_SAY, faults->at[i].text);
		if (faults->at[i].line)
			tpl_int(tpl_add(t, T_LINE_SHOWN), T_LINE, (int64_t)faults->at[i].line);
	}
}

static void show_changes(const struct request *q, struct page *p, const struct calendar_report *r)
{
	struct tpl *box = tpl_add(p->d, T_PREVIEW);
	for (size_t i = 0; i < r->changes.n; i++)
		tpl_text(tpl_add(box, T_CHANGE), T_CHANGE_SAY, calendar_change_text(q->ctx, &r->changes.at[i]));
	tpl_show_if(box, T_NO_CHANGE, r->changes.n == 0);
	tpl_show_if(box, T_CHANGES, r->changes.n > 0);
	if (r->notice_before)
		tpl_text(tpl_add(box, T_IN_USE), T_NOTICE_BEFORE, r->notice_before);
}

/* calendar_post - preview first, then apply; what was typed stays in the form either way. */
enum err calendar_post(struct request *q, struct page *p)
{
	const struct calendar_import_form *f = q->form->value;
	bool apply = text_eq(f->step, "apply");
	struct calendar_report report = {0};
	struct calendar_import in = {.region = f->region, .year = (int)f->year, .text = f->text, .size = strlen(f->text),
				     .notice_no = f->notice_no, .note = "", .preview = !apply, .now = q->now};

	enum err e = calendar_import(q->app->db, q->ctx, &in, &report);
	if (e == ERR_INVALID) {
		p->status = 422;
		show_faults(p, &report.faults);
		return calendar_get(q, p);
	}
	TRY(e);
	if (!apply) {
		show_changes(q, p, &report);
		return calendar_get(q, p);
	}
	page_note(q, p, mem_fmt(q->ctx, "%d 年的安排已导入，改动 %zu 天；各页面一分钟内生效。", in.year, report.changes.n));
	page_see(q, p, "/admin/calendar");
	return ERR_NONE;
}
