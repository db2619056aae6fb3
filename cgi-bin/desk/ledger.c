/* ledger.c - what was received, accepted, decided and delivered, day by day: on the page, and as a table for spreadsheet
 * programs (OUT-4).  Read in pages of the index, so that a year costs no more memory than a day; a file ends where it says. */
#include "base/text.h"
#include "desk/desk.h"
#include "domain/mask.h"
#include "gen/sql.h"
#include "web/after.h"
#include "web/csv.h"
#include "web/page.h"
#include "web/session.h"
#include "web/urlencoded.h"

#define PAGE_ROWS 50
#define READ_ROWS 500   /* at a time, for a file */
#define FILE_ROWS 10000 /* in one file: about 3 MB */

/* The ledgers.  A decision on the spot is acceptance and decision in one. */
static const struct book {
	const char *key, *name, *also;
} books[] = {{"received", "收件", ""}, {"accepted", "受理", "on_spot"}, {"decided", "办结", "on_spot"}, {"delivered", "送达", ""}};
#define NBOOKS (sizeof books / sizeof books[0])

/* What was asked for. */
struct wanted {
	const struct book *book;
	const char *dept; /* NULL: all */
	day from, until;  /* both included */
	const char *wrong; /* NULL, or what is not right about it */
};

static const char *typed(const struct request *q, const char *name)
{
	return text_trim(q->ctx, text_or(pairs_get(&q->query, name), ""));
}

static const struct book *book_of(const char *key)
{
	for (size_t i = 0; i < NBOOKS; i++)
		if (text_eq(books[i].key, key))
			return &books[i];
	return NULL;
}

/* day_typed - or the usual one when nothing was typed; false for what is no day. */
static bool day_typed(const struct request *q, const char *name, day usual, day *out)
{
	const char *text = typed(q, name);

	*out = usual;
	return text_empty(text) || day_parse(text, out);
}

static day first_of_month(day d)
{
	int year, month, mday;

	day_split(d, &year, &month, &mday);
	return day_make(year, month, 1);
}

static void wanted_read(const struct request *q, struct wanted *w)
{
	const char *own = q->session->dept, *kind = typed(q, "kind"), *dept = typed(q, "dept");

	*w = (struct wanted){.book = text_empty(kind) ? &books[0] : book_of(kind)};
	w->dept = !text_empty(own) ? own : text_empty(dept) ? NULL : dept;
	bool days = day_typed(q, "from", first_of_month(q->today), &w->from) & day_typed(q, "until", q->today, &w->until);
	if (!w->book) {
		w->book = &books[0];
		w->wrong = "请选择是哪一种台账。";
	} else if (!days) {
		w->wrong = "日期不对，请按“年-月-日”填写，比如 2026-03-02。";
	} else if (w->until < w->from) {
		w->wrong = "结束日期不能早于开始日期。";
	}
}

static struct sql_ledger_page_in first_page(const struct wanted *w, int64_t limit)
{
	return (struct sql_ledger_page_in){.book = w->book->key, .also = w->book->also, .dept_code = w->dept,
					   .until = msec_make(w->until + 1, 0, 0, 0, 0),
					   .after_at = msec_make(w->from, 0, 0, 0, 0), .limit = limit};
}

static void turn_page(struct sql_ledger_page_in *in, const struct sql_ledger_page_row *last)
{
	in->after_at = last->at;
	in->after_case = last->case_id;
	in->after_seq = last->seq;
}

/* --- one row --------------------------------------------------------------------------------------------- */

static const char *applicant(void *ctx, const struct sql_ledger_page_row *r)
{
	return text_eq(r->applicant_kind, "natural") ? mask_name(ctx, r->applicant_name) : r->applicant_name;
}

static const char *officer(void *ctx, const struct sql_ledger_page_row *r)
{
	return r->acting_name ? mem_fmt(ctx, "%s（代%s）", r->actor_name, r->acting_name) : r->actor_name;
}

static const char *minute(void *ctx, msec at)
{
	char text[MSEC_TEXT];

	msec_text(at, text);
	text[16] = '\0';
	return mem_str(ctx, text);
}

static void show_row(const struct request *q, struct tpl *t, const struct sql_ledger_page_row *r)
{
	tpl_minute(t, T_AT, r->at);
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	tpl_text(t, T_APPLICANT, applicant(q->ctx, r));
	tpl_text(t, T_TOLD, action_told(action_of(r->action)));
	tpl_text(t, T_DOCUMENT_NUMBER, r->doc_number);
	tpl_text(t, T_ACTOR, officer(q->ctx, r));
}

/* --- the page -------------------------------------------------------------------------------------------- */

static void show_option(struct tpl *d, enum tpl_name section, const char *value, const char *name, bool on)
{
	struct tpl *o = tpl_add(d, section);

	tpl_text(o, T_OPTION_VALUE, value);
	tpl_text(o, T_OPTION_NAME, name);
	tpl_show_if(o, T_OPTION_ON, on);
}

static enum err show_filters(struct request *q, struct page *p, const struct wanted *w)
{
	struct sql_dept_names_row *depts;
	char text[DAY_TEXT];
	size_t n;

	for (size_t i = 0; i < NBOOKS; i++)
		show_option(p->d, T_OPTION, books[i].key, books[i].name, w->book == &books[i]);
	tpl_text(p->d, T_FROM, text_empty(typed(q, "from")) ? day_text(w->from, text) : typed(q, "from"));
	tpl_text(p->d, T_UNTIL, text_empty(typed(q, "until")) ? day_text(w->until, text) : typed(q, "until"));
	if (!text_empty(q->session->dept))
		return ERR_NONE;
	struct tpl *box = tpl_add(p->d, T_DEPT_CHOICE);
	TRY(sql_dept_names(q->app->db, q->ctx, &depts, &n));
	for (size_t i = 0; i < n; i++)
		show_option(box, T_DEPT_OPTION, depts[i].code, depts[i].name, text_eq(w->dept, depts[i].code));
	return ERR_NONE;
}

/* address - of the page or the file with the same filters. */
static char *address(const struct request *q, const struct wanted *w, const char *path)
{
	char text[DAY_TEXT];
	char *url = url_with(q->ctx, path, "kind", w->book->key);

	url = url_with(q->ctx, url, "from", day_text(w->from, text));
	url = url_with(q->ctx, url, "until", day_text(w->until, text));
	return text_empty(q->session->dept) && w->dept ? url_with(q->ctx, url, "dept", w->dept) : url;
}

static enum err show_rows(struct request *q, struct page *p, const struct wanted *w)
{
	struct sql_ledger_page_in in = first_page(w, PAGE_ROWS + 1);
	struct sql_ledger_page_row *rows;
	int64_t after[3];
	size_t n;

	if (after_ints(q, after, 3) && after[0] >= in.after_at) {
		in.after_at = after[0];
		in.after_case = after[1];
		in.after_seq = after[2];
	}
	TRY(sql_ledger_page(q->app->db, q->ctx, &in, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_row(q, tpl_add(table, T_ROW), &rows[i]);
	if (table)
		tpl_text(table, T_BOOK_NAME, w->book->name);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > 0)
		tpl_text(tpl_add(p->d, T_CSV), T_CSV_URL, address(q, w, "/desk/ledger.csv"));
	if (n <= PAGE_ROWS)
		return ERR_NONE;
	const struct sql_ledger_page_row *last = &rows[PAGE_ROWS - 1];
	tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
		 url_with(q->ctx, address(q, w, "/desk/ledger"), "after",
			  mem_fmt(q->ctx, "%lld.%lld.%lld", (long long)last->at, (long long)last->case_id,
				  (long long)last->seq)));
	return ERR_NONE;
}

static enum err ledger_page(struct request *q, struct page *p, const struct wanted *w)
{
	p->title = "台账";
	p->section = "desk";
	p->body = TPL_desk_ledger;
	tpl_int(p->d, T_FILE_ROWS, FILE_ROWS);
	TRY(show_filters(q, p, w));
	if (!w->wrong)
		return show_rows(q, p, w);
	p->status = 422;
	tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, w->wrong);
	return ERR_NONE;
}

enum err ledger_get(struct request *q, struct page *p)
{
	struct wanted w;

	wanted_read(q, &w);
	return ledger_page(q, p, &w);
}

/* --- the file -------------------------------------------------------------------------------------------- */

static void write_head(struct csv *out)
{
	static const char *const names[] = {"台账",   "时间",     "办件编号", "办件全号", "事项",   "业务主管部门", "申请人",
					    "证件号码", "申请方式", "领取方式", "办理环节", "决定", "文书编号",     "经办人", "岗位"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		csv_cell(out, names[i]);
	csv_end(out);
}

static void write_row(void *ctx, struct csv *out, const struct wanted *w, const struct sql_ledger_page_row *r)
{
	const char *const cells[] = {w->book->name, minute(ctx, r->at), r->short_no, r->case_no, r->matter_name, r->dept_name,
				     applicant(ctx, r), r->applicant_id_mask, channel_name(r->channel),
				     delivery_name(r->delivery), action_told(action_of(r->action)), desk_outcome(r->outcome),
				     r->doc_number, officer(ctx, r), r->post};

	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
		csv_cell(out, cells[i]);
	csv_end(out);
}

/* write_rows - page by page.  *n: how many; one more than FILE_ROWS when there are too many, and then *last is the day of that
 * one. */
static enum err write_rows(struct request *q, const struct wanted *w, struct csv *out, int64_t *n, day *last)
{
	struct sql_ledger_page_in in = first_page(w, READ_ROWS);
	struct sql_ledger_page_row *rows;
	size_t got = READ_ROWS;

	for (*n = 0; got == READ_ROWS && *n <= FILE_ROWS;) {
		void *ctx = talloc_new(q->ctx);
		TRY(sql_ledger_page(q->app->db, ctx, &in, &rows, &got));
		for (size_t i = 0; i < got && *n <= FILE_ROWS; i++, ++*n) {
			write_row(ctx, out, w, &rows[i]);
			*last = msec_day(rows[i].at);
		}
		if (got > 0)
			turn_page(&in, &rows[got - 1]);
		talloc_free(ctx);
	}
	return ERR_NONE;
}

/* too_many - never a file that ends half-way without saying so: the days that would fit are named instead. */
static const char *too_many(void *ctx, const struct wanted *w, day last)
{
	char text[DAY_TEXT];

	if (last <= w->from)
		return mem_fmt(ctx, "这一天的台账超过 %d 条，一个文件装不下，请按部门分几次导出。", FILE_ROWS);
	return mem_fmt(ctx, "这段时间的台账超过 %d 条，请分几次导出。结束日期改成 %s 就装得下。", FILE_ROWS,
		       day_text(last - 1, text));
}

static enum err on_record(const struct request *q, const struct wanted *w, int64_t n)
{
	const struct session *s = q->session;
	char from[DAY_TEXT], until[DAY_TEXT];

	return sql_access_log_add(q->app->db,
				  &(struct sql_access_log_add_in){
					  .at = q->now, .staff_id = s->staff_id, .staff_name = s->name, .post = s->post,
					  .fields = mem_fmt(q->ctx, "ledger %s", w->book->key), .ip = q->ip,
					  .reason = mem_fmt(q->ctx, "导出%s台账 %s 至 %s，%s，%lld 条", w->book->name,
							    day_text(w->from, from), day_text(w->until, until),
							    text_or(w->dept, "全部部门"), (long long)n)},
				  NULL);
}

enum err ledger_csv_get(struct request *q, struct page *p)
{
	struct csv *out = csv_new(q->ctx);
	struct wanted w;
	char from[DAY_TEXT], until[DAY_TEXT];
	day last = DAY_NONE;
	int64_t n = 0;

	wanted_read(q, &w);
	if (w.wrong)
		return ledger_page(q, p, &w);
	write_head(out);
	TRY(write_rows(q, &w, out, &n, &last));
	if (n > FILE_ROWS) {
		w.wrong = too_many(q->ctx, &w, last);
		return ledger_page(q, p, &w);
	}
	TRY(on_record(q, &w, n));
	p->type = "text/csv; charset=utf-8";
	p->raw = csv_bytes(out);
	p->download = mem_fmt(q->ctx, "%s台账_%s_%s.csv", w.book->name, day_text(w.from, from), day_text(w.until, until));
	return ERR_NONE;
}
