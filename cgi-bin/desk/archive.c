/* archive.c - cases on their way into the archive: the list that goes with the paper, and the archivist's answer to it (OUT-6;
 * AY 6.4; ZJG 12(4)). */
#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/mask.h"
#include "gen/sql.h"
#include "web/after.h"
#include "web/csv.h"
#include "web/page.h"
#include "web/session.h"
#include "web/urlencoded.h"
#include "wrap/filekind.h"

#define PAGE_ROWS 60
#define FILE_ROWS 5000

/* The state of the hand-over, as cases.archive_state. */
static const struct hand_over {
	const char *key, *name, *tag;
} hand_overs[] = {
	{"none", "还没有归档", "tag-plain"},
	{"made", "等档案员接收", "tag-wait"},
	{"defect", "退回补正", "tag-wrong"},
	{"accepted", "已接收", "tag-ok"},
};

static const struct hand_over *hand_over_of(const char *key)
{
	for (size_t i = 0; i < sizeof hand_overs / sizeof hand_overs[0]; i++)
		if (text_eq(hand_overs[i].key, key))
			return &hand_overs[i];
	return &hand_overs[0];
}

/* next_month_end - what is concluded this month goes over by the end of the next (ZJG 12(4)). */
static day next_month_end(day today)
{
	int year, month, mday;

	day_split(today, &year, &month, &mday);
	return month >= 11 ? day_make(year + 1, month - 10, 1) - 1 : day_make(year, month + 2, 1) - 1;
}

/* dept_wanted - an officer of a department sees that one; the centre and the archive choose.  "": none chosen. */
static const char *dept_wanted(const struct request *q)
{
	const char *own = q->session->dept;

	return text_empty(own) ? text_trim(q->ctx, text_or(pairs_get(&q->query, "dept"), "")) : own;
}

static enum err dept_name_of(const struct request *q, const char *code, const char **name)
{
	struct sql_dept_names_row *depts;
	size_t n;

	TRY(sql_dept_names(q->app->db, q->ctx, &depts, &n));
	for (size_t i = 0; i < n; i++)
		if (text_eq(depts[i].code, code)) {
			*name = depts[i].name;
			return ERR_NONE;
		}
	return ERR_NOT_FOUND;
}

/* --- every department ------------------------------------------------------------------------------------- */

static const struct sql_archive_counts_row *counts_of(const struct sql_archive_counts_row *rows, size_t n, const char *dept)
{
	for (size_t i = 0; i < n; i++)
		if (text_eq(rows[i].dept_code, dept))
			return &rows[i];
	return NULL;
}

static enum err departments_show(struct request *q, struct page *p, day until)
{
	struct sql_archive_counts_row *rows;
	struct sql_dept_names_row *depts;
	size_t n, ndepts;

	TRY(sql_archive_counts(q->app->db, q->ctx, &(struct sql_archive_counts_in){NULL, until, q->today}, &rows, &n));
	TRY(sql_dept_names(q->app->db, q->ctx, &depts, &ndepts));
	struct tpl *table = tpl_add(p->d, T_DEPARTMENTS);
	for (size_t i = 0; i < ndepts; i++) {
		const struct sql_archive_counts_row *c = counts_of(rows, n, depts[i].code);
		struct tpl *t = tpl_add(table, T_DEPARTMENT);
		tpl_text(t, T_DEPT_NAME, depts[i].name);
		tpl_text(t, T_URL, url_with(q->ctx, "/desk/archive", "dept", depts[i].code));
		tpl_int(t, T_WAITING, c ? c->waiting : 0);
		tpl_int(t, T_MADE, c ? c->made : 0);
		tpl_int(t, T_RETURNED_COUNT, c ? c->returned : 0);
		tpl_int(t, T_LATE, c ? c->late : 0);
	}
	return ERR_NONE;
}

/* --- one department ---------------------------------------------------------------------------------------- */

static const char *applicant(const struct request *q, const struct sql_archive_row_row *r)
{
	return text_eq(r->applicant_kind, "natural") ? mask_name(q->ctx, r->applicant_name) : r->applicant_name;
}

static void row_show(const struct request *q, struct tpl *t, const struct sql_archive_row_row *r, int64_t seq)
{
	const struct hand_over *h = hand_over_of(r->archive_state);

	tpl_int(t, T_SEQ, seq);
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_APPLICANT, applicant(q, r));
	tpl_text(t, T_OUTCOME, desk_outcome(r->outcome));
	tpl_day(t, T_DECIDED, r->decided_day);
	tpl_int(t, T_PAPERS, r->papers);
	tpl_day(t, T_DUE, r->archive_due);
	tpl_show_if(t, T_LATE_MARK, r->archive_due < q->today);
	tpl_text(t, T_TAG, h->name);
	tpl_text(t, T_TAG_CLASS, h->tag);
	if (!text_empty(r->defect))
		tpl_text(tpl_add(t, T_DEFECT_SHOWN), T_DEFECT, r->defect);
}

static struct sql_archive_due_in due_first(const char *dept, day until, int64_t limit)
{
	return (struct sql_archive_due_in){.dept_code = dept, .until = until, .after_due = day_make(1900, 1, 1), .limit = limit};
}

static enum err due_show(struct request *q, struct page *p, const char *dept, day until)
{
	struct sql_archive_due_in in = due_first(dept, until, PAGE_ROWS + 1);
	struct sql_archive_row_row *rows;
	char text[DAY_TEXT];
	size_t n;

	after_day(q, &in.after_due, &in.after_id, 1);
	TRY(sql_archive_due(q->app->db, q->ctx, &in, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		row_show(q, tpl_add(table, T_ROW), &rows[i], (int64_t)i + 1);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n)
		tpl_text(tpl_add(p->d, T_CSV), T_CSV_URL, url_with(q->ctx, "/desk/archive.csv", "dept", dept));
	if (n <= PAGE_ROWS)
		return ERR_NONE;
	const struct sql_archive_row_row *last = &rows[PAGE_ROWS - 1];
	tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
		 url_with(q->ctx, url_with(q->ctx, "/desk/archive", "dept", dept), "after",
			  mem_fmt(q->ctx, "%s.%lld", day_text(last->archive_due, text), (long long)last->id)));
	return ERR_NONE;
}

static enum err accepted_show(struct request *q, struct page *p, const char *dept)
{
	struct sql_archive_accepted_row *rows;
	size_t n;

	TRY(sql_archive_accepted(q->app->db, q->ctx,
				 &(struct sql_archive_accepted_in){dept, DUE_NEVER, INT64_MAX, PAGE_ROWS}, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_ACCEPTED) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		tpl_text(t, T_SHORT_NO, rows[i].short_no);
		tpl_text(t, T_NAME, rows[i].matter_name);
		tpl_day(t, T_DUE, rows[i].archive_due);
		tpl_text(t, T_OFFICER, rows[i].judged_name);
		tpl_minute(t, T_AT, rows[i].judged_at);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}

enum err archive_get(struct request *q, struct page *p)
{
	const char *dept = dept_wanted(q), *name = NULL;
	bool accepted = text_eq(pairs_get(&q->query, "view"), "accepted");
	day until = next_month_end(q->today);

	p->title = "归档移交";
	p->section = "desk";
	p->body = TPL_desk_archive;
	tpl_day(p->d, T_UNTIL, until);
	tpl_day(p->d, T_TODAY, q->today);
	if (text_empty(dept))
		return departments_show(q, p, until);
	TRY(dept_name_of(q, dept, &name));
	struct tpl *one = tpl_add(p->d, T_ONE_DEPARTMENT);
	tpl_text(one, T_DEPT_NAME, name);
	tpl_text(one, T_URL, url_with(q->ctx, "/desk/archive", "dept", dept));
	tpl_text(one, T_NEXT_URL, url_with(q->ctx, url_with(q->ctx, "/desk/archive", "dept", dept), "view", "accepted"));
	tpl_show_if(one, T_TAB_ON, accepted);
	tpl_show_if(one, T_OPEN, !accepted);
	tpl_show_if(one, T_ALL_LINK, text_empty(q->session->dept));
	tpl_text(p->d, T_DEPT_NAME, name);
	return accepted ? accepted_show(q, p, dept) : due_show(q, p, dept, until);
}

/* --- for spreadsheet programs -------------------------------------------------------------------------------- */

static void csv_row(const struct request *q, struct csv *out, const char *dept, const struct sql_archive_row_row *r)
{
	char decided[DAY_TEXT], due[DAY_TEXT];
	const char *const cells[] = {dept,
				     r->short_no,
				     r->matter_name,
				     applicant(q, r),
				     desk_outcome(r->outcome),
				     day_text(r->decided_day, decided),
				     mem_fmt(q->ctx, "%lld", (long long)r->papers),
				     day_text(r->archive_due, due),
				     hand_over_of(r->archive_state)->name,
				     r->defect};

	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
		csv_cell(out, cells[i]);
	csv_end(out);
}

enum err archive_csv_get(struct request *q, struct page *p)
{
	static const char *const heads[] = {"业务主管部门", "办件编号", "事项",     "申请人",   "决定",
					    "办结日期",     "文书件数", "移交期限", "移交状态", "退回原因"};
	const char *dept = dept_wanted(q), *name;
	struct csv *out = csv_new(q->ctx);
	struct sql_archive_row_row *rows;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	size_t n;

	if (text_empty(dept)) { /* one list is of one department: choose it first */
		page_see(q, p, "/desk/archive");
		return ERR_NONE;
	}
	TRY(dept_name_of(q, dept, &name));
	struct sql_archive_due_in in = due_first(dept, next_month_end(q->today), FILE_ROWS);
	TRY(sql_archive_due(q->app->db, q->ctx, &in, &rows, &n));
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		csv_cell(out, heads[i]);
	csv_end(out);
	for (size_t i = 0; i < n; i++)
		csv_row(q, out, name, &rows[i]);
	TRY(case_look(&w, &a, q->ip, 0, "archive list", mem_fmt(q->ctx, "导出归档移交清单，%s，%zu 件", name, n)));
	p->type = "text/csv; charset=utf-8";
	p->raw = csv_bytes(out);
	p->download = mem_fmt(q->ctx, "归档移交清单_%s.csv", name);
	return ERR_NONE;
}

/* --- one case -------------------------------------------------------------------------------------------------- */

/* archive_case_of - errors: ERR_NOT_FOUND also for a case that is not this officer's to see. */
static enum err archive_case_of(const struct request *q, const struct casework *w, struct casefile **c)
{
	struct actor a = actor_staff(q);
	int64_t id;

	TRY(case_find(w, request_param(q, "case_no"), &id));
	TRY(case_load(w, id, c));
	return case_visible(&a, (*c)->dept_code) ? ERR_NONE : ERR_NOT_FOUND;
}

static void package_show(struct request *q, struct tpl *list, const struct casefile *c, const struct sql_archive_packages_row *r,
			 bool first)
{
	struct tpl *t = tpl_add(list, T_PACKAGE);
	bool archivist = q->session->roles & ROLE_ARCHIVIST;

	tpl_int(t, T_PACKAGE_ID, r->id);
	tpl_text(t, T_SHORT_NO, c->short_no);
	tpl_minute(t, T_AT, r->made_at);
	tpl_int(t, T_EVENT_COUNT, r->events);
	tpl_text(t, T_FILE_SIZE, file_size_text(q->ctx, r->size));
	tpl_text(t, T_HASH, text_hex(q->ctx, r->sha256.p, r->sha256.n));
	tpl_show_if(t, T_DOWNLOAD, archivist);
	if (r->judged_at != MSEC_NONE) {
		struct tpl *j = tpl_add(t, r->accepted ? T_WAS_ACCEPTED : T_WAS_RETURNED);
		tpl_text(j, T_OFFICER, r->judged_name);
		tpl_minute(j, T_JUDGED_AT, r->judged_at);
	}
	if (!text_empty(r->defect))
		tpl_text(tpl_add(t, T_DEFECT_SHOWN), T_DEFECT, r->defect);
	tpl_show_if(t, T_JUDGE, archivist && first && !r->accepted);
}

enum err archive_case_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_archive_packages_row *rows;
	struct sql_archive_case_state_row *now;
	struct casefile *c;
	size_t n;

	TRY(archive_case_of(q, &w, &c));
	TRY(sql_archive_packages(w.db, q->ctx, &(struct sql_archive_packages_in){c->id}, &rows, &n));
	TRY(sql_archive_case_state(w.db, q->ctx, &(struct sql_archive_case_state_in){c->id}, &now));
	p->title = "归档包";
	p->section = "desk";
	p->body = TPL_desk_archive_case;
	if (q->form)
		form_show(p->d, q->form);
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_text(p->d, T_CASE_NO, c->case_no);
	tpl_text(p->d, T_NAME, c->matter_name);
	tpl_text(p->d, T_DEPT_NAME, c->dept_name);
	tpl_text(p->d, T_URL, url_with(q->ctx, "/desk/archive", "dept", c->dept_code));
	tpl_text(p->d, T_STATE_KEY, state_key(c->state));
	tpl_text(p->d, T_STATE_NAME, state_name_numbered(c->state));
	tpl_text(p->d, T_TAG, hand_over_of(now->archive_state)->name);
	tpl_text(p->d, T_TAG_CLASS, hand_over_of(now->archive_state)->tag);
	if (now->archive_due != DAY_NONE)
		tpl_day(tpl_add(p->d, T_DUE_SHOWN), T_DUE, now->archive_due);
	tpl_show_if(p->d, T_CASE_LINK, q->session->roles & ROLES_CASE);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	for (size_t i = 0; i < n; i++)
		package_show(q, p->d, c, &rows[i], i == 0);
	return ERR_NONE;
}

/* --- the archivist's answer -------------------------------------------------------------------------------------- */

struct answer { /* of one transaction */
	const struct request *q;
	const struct casefile *c;
	int64_t package;
	const char *defect; /* NULL: accepted */
};

static enum err answer_work(void *arg)
{
	struct answer *x = arg;
	struct db *db = x->q->app->db;
	const struct session *s = x->q->session;
	struct sql_archive_package_get_row *p;
	struct db_done done;

	TRY(sql_archive_package_get(db, x->q->ctx, &(struct sql_archive_package_get_in){x->package}, &p));
	if (p->case_id != x->c->id)
		return ERR_NOT_FOUND;
	if (!p->latest)
		return ERR_CONFLICT;
	if (x->defect)
		TRY(sql_archive_return(db,
				       &(struct sql_archive_return_in){.id = p->id, .defect = x->defect, .staff_id = s->staff_id,
								       .staff_name = s->name, .now = x->q->now},
				       &done));
	else
		TRY(sql_archive_accept(db,
				       &(struct sql_archive_accept_in){.id = p->id, .staff_id = s->staff_id,
								       .staff_name = s->name, .now = x->q->now},
				       &done));
	if (!done.affected)
		return ERR_CONFLICT;
	return sql_archive_state_put(db,
				     &(struct sql_archive_state_put_in){x->c->id, x->defect ? "defect" : "accepted"}, NULL);
}

static enum err answer(struct request *q, struct page *p, const char *defect, const char *note)
{
	struct casework w = casework_of(q);
	struct casefile *c;
	int64_t package;

	TRY(archive_case_of(q, &w, &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &package))
		return ERR_NOT_FOUND;
	struct answer x = {q, c, package, defect};
	enum err e = db_tx(w.db, answer_work, &x);
	if (e == ERR_CONFLICT)
		q->say = "这个归档包已经被接收，或者办件又有了新的记录，要看最新的归档包。";
	TRY(e);
	page_note(q, p, note);
	page_see(q, p, "/desk/archive/%s", c->short_no);
	return ERR_NONE;
}

enum err archive_accept_post(struct request *q, struct page *p)
{
	return answer(q, p, NULL, "已接收。");
}

enum err archive_return_post(struct request *q, struct page *p)
{
	const struct archive_return_form *f = q->form->value;

	return answer(q, p, f->defect, "已退回，原因已经写在移交清单里。");
}

/* archive_package_file_get - the file itself, to archivists only; every time is on record. */
enum err archive_package_file_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_archive_package_get_row *row;
	struct casefile *c;
	int64_t id;

	TRY(archive_case_of(q, &w, &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(sql_archive_package_get(w.db, q->ctx, &(struct sql_archive_package_get_in){id}, &row));
	if (row->case_id != c->id)
		return ERR_NOT_FOUND;
	TRY(case_look(&w, &a, q->ip, c->id, mem_fmt(q->ctx, "package %lld", (long long)id), "下载归档包"));
	p->type = "application/zip";
	p->download = mem_fmt(q->ctx, "%s.zip", c->short_no);
	p->accel = mem_fmt(q->ctx, "/archive/%s", row->file);
	return ERR_NONE;
}
