/* calendar_store.c - the calendar in the database. */
#include "domain/calendar_store.h"

#include "base/text.h"
#include "gen/sql.h"

/* --- loading ------------------------------------------------------------------------------------------- */

/* The statement gives a row per day, the nation's first, and one with DAY_NONE for a year without days. */
static const struct calendar *build_from(void *ctx, const struct sql_calendar_all_row *rows, size_t n)
{
	struct calendar_rows part[2] = {{mem_array(rows, struct calendar_row, n), 0},
					{mem_array(rows, struct calendar_row, n), 0}};
	int *years = mem_array(rows, int, n);
	size_t nyears = 0;

	for (const struct sql_calendar_all_row *r = rows; r < rows + n; r++) {
		struct calendar_rows *p = &part[r->local ? 1 : 0];

		if (!r->local && (nyears == 0 || years[nyears - 1] != r->year))
			years[nyears++] = (int)r->year;
		if (r->day != DAY_NONE)
			p->at[p->n++] = (struct calendar_row){r->day, r->working != 0, r->name};
	}
	return calendar_build(ctx, &part[0], &part[1], years, nyears);
}

enum err calendar_load(struct db *db, void *ctx, const char *region, const struct calendar **out)
{
	struct sql_calendar_all_in in = {.region = region};
	struct sql_calendar_all_row *rows;
	size_t n;

	TRY(sql_calendar_all(db, ctx, &in, &rows, &n));
	*out = build_from(ctx, rows, n);
	talloc_free(rows);
	return ERR_NONE;
}

/* --- importing ----------------------------------------------------------------------------------------- */

struct import {
	struct db *db;
	void *ctx;
	const struct calendar_import *in;
	struct calendar_rows rows; /* as the file says */
	struct calendar_report *report;
};

static enum err whole_file_fault(void *ctx, struct calendar_report *report, const char *text)
{
	struct calendar_fault *f = mem_new(ctx, struct calendar_fault);

	f->text = text;
	report->faults = (struct calendar_faults){f, 1};
	return ERR_INVALID;
}

static enum err arguments_check(const struct import *im)
{
	const struct calendar_import *in = im->in;

	if (!calendar_region_ok(in->region))
		return whole_file_fault(im->ctx, im->report, "地区应当是 CN（全国）或六位行政区划代码。");
	if (text_empty(in->notice_no) || utf8_len(in->notice_no) > 60)
		return whole_file_fault(im->ctx, im->report, "请写上通知的文号（60 字以内），例如：国办发明电〔2025〕7号。");
	if (utf8_len(text_or(in->note, "")) > 200)
		return whole_file_fault(im->ctx, im->report, "备注请写在 200 字以内。");
	return ERR_NONE;
}

/* A region's file is checked against the nation's calendar, which must therefore be there. */
static enum err file_check(struct import *im)
{
	const struct calendar_import *in = im->in;
	const struct calendar *nation = NULL;

	if (!text_eq(in->region, CALENDAR_NATION)) {
		TRY(calendar_load(im->db, im->ctx, CALENDAR_NATION, &nation));
		if (!calendar_covers(nation, in->year))
			return whole_file_fault(im->ctx, im->report, "还没有这一年的全国安排，请先导入全国（CN）的文件。");
	}
	return calendar_parse_csv(im->ctx, in->text, in->size, in->year, nation, &im->rows, &im->report->faults);
}

static enum err days_read(const struct import *im, struct calendar_rows *out)
{
	struct sql_calendar_days_in in = {.region = im->in->region,
					  .first = day_make(im->in->year, 1, 1),
					  .last = day_make(im->in->year, 12, 31)};
	struct sql_calendar_days_row *rows;
	size_t n;

	TRY(sql_calendar_days(im->db, im->ctx, &in, &rows, &n));
	*out = (struct calendar_rows){mem_array(im->ctx, struct calendar_row, n), n};
	for (size_t i = 0; i < n; i++)
		out->at[i] = (struct calendar_row){rows[i].day, rows[i].working != 0, rows[i].name};
	return ERR_NONE;
}

static enum err change_write(const struct import *im, const struct calendar_change *c)
{
	struct sql_calendar_day_put_in put = {im->in->region, c->after.date, c->after.working, c->after.name};
	struct sql_calendar_day_drop_in drop = {im->in->region, c->before.date};

	if (c->kind == CALENDAR_REMOVE)
		return sql_calendar_day_drop(im->db, &drop, NULL);
	return sql_calendar_day_put(im->db, &put, NULL);
}

static enum err year_add(const struct import *im)
{
	struct sql_calendar_year_add_in in = {im->in->region, im->in->year, im->in->notice_no,
					      text_or(im->in->note, ""), im->in->now};
	enum err e = sql_calendar_year_add(im->db, &in, NULL);

	/* there was no row to lock, and somebody else was first */
	return e == ERR_DUPLICATE ? ERR_CONFLICT : e;
}

static enum err year_set(const struct import *im)
{
	struct sql_calendar_year_set_in in = {im->in->region, im->in->year, im->in->notice_no,
					      text_or(im->in->note, ""), im->in->now};

	return sql_calendar_year_set(im->db, &in, NULL);
}

/* Inside the transaction: the row of the year is the lock.  Starts from the arguments alone, so it can run again. */
static enum err import_work(void *arg)
{
	struct import *im = arg;
	struct calendar_report *report = im->report;
	struct sql_calendar_year_lock_in key = {im->in->region, im->in->year};
	struct sql_calendar_year_lock_row *year;
	struct calendar_rows before;
	enum err e = sql_calendar_year_lock(im->db, im->ctx, &key, &year);
	bool known = e == ERR_NONE;

	if (!known && e != ERR_NOT_FOUND)
		return e;
	report->imported_before = known ? year->imported_at : MSEC_NONE;
	report->notice_before = known ? year->notice_no : NULL;
	TRY(days_read(im, &before));
	report->changes = calendar_diff(im->ctx, &before, &im->rows);
	if (im->in->preview)
		return ERR_NONE;
	if (!known)
		TRY(year_add(im));
	else if (report->changes.n > 0 || !text_eq(year->notice_no, im->in->notice_no) ||
		 !text_eq(year->note, text_or(im->in->note, "")))
		TRY(year_set(im));
	for (size_t i = 0; i < report->changes.n; i++)
		TRY(change_write(im, &report->changes.at[i]));
	return ERR_NONE;
}

enum err calendar_import(struct db *db, void *ctx, const struct calendar_import *in, struct calendar_report *report)
{
	struct import im = {.db = db, .ctx = ctx, .in = in, .report = report};

	*report = (struct calendar_report){.imported_before = MSEC_NONE};
	TRY(arguments_check(&im));
	TRY(file_check(&im));
	return db_tx(db, import_work, &im);
}
