/* promise.c - what applicants promised, for those who see to it: gaps that are open, promises to be checked, and the record of
 * those that were broken (domain C.4, C.5). */
#include "desk/promise.h"

#include "base/text.h"
#include "desk/forms.h"
#include "domain/draft.h"
#include "domain/mask.h"
#include "domain/promise.h"
#include "gen/sql.h"
#include "parts/duetag.h"
#include "parts/materialpage.h"
#include "web/page.h"
#include "web/session.h"

#define PAGE_ROWS 50
#define CHECK_ROWS 100
#define CHECK_AHEAD 400 /* days: later than any check is due */
#define REPAIRED_ROWS 20

static const char *shown_name(void *ctx, const char *kind, const char *name)
{
	return text_eq(kind, "natural") ? mask_name(ctx, name) : name;
}

static const char *dept_scope(const struct request *q)
{
	return text_empty(q->session->dept) ? NULL : q->session->dept;
}

static void state_show(struct tpl *t, const char *state)
{
	tpl_text(t, T_STATE_KEY, state);
	tpl_text(t, T_STATE_NAME, state_name_numbered(state_of(state)));
}

/* --- checks (CQ 5.3.5) ---------------------------------------------------------------------------------- */

enum err checks_get(struct request *q, struct page *p)
{
	struct sql_checks_due_row *rows;
	size_t n;

	TRY(sql_checks_due(q->app->db, q->ctx,
			   &(struct sql_checks_due_in){text_or(q->session->dept, ""), q->today + CHECK_AHEAD, CHECK_ROWS}, &rows,
			   &n));
	p->title = "承诺核查";
	p->section = "desk";
	p->body = TPL_desk_checks;
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		duetag_show(q, t, rows[i].check_due);
		tpl_text(t, T_SHORT_NO, rows[i].short_no);
		tpl_text(t, T_NAME, rows[i].matter_name);
		tpl_text(t, T_APPLICANT, shown_name(q->ctx, rows[i].applicant_kind, rows[i].applicant_name));
		state_show(t, rows[i].state);
		tpl_show_if(t, T_MAY_PASS, q->session->roles & (ROLE_REVIEWER | ROLE_CHIEF));
		tpl_show_if(t, T_MAY_REVOKE, q->session->roles & ROLE_LEADER);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	tpl_show_if(p->d, T_MORE, n == CHECK_ROWS);
	return ERR_NONE;
}

/* --- gaps (C.4) ----------------------------------------------------------------------------------------- */

static void gap_row(const struct request *q, struct tpl *t, const struct sql_gaps_due_row *r)
{
	duetag_show(q, t, r->gap_due);
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	tpl_text(t, T_APPLICANT, shown_name(q->ctx, r->applicant_kind, r->applicant_name));
	state_show(t, r->state);
	if (r->left)
		tpl_int(tpl_add(t, T_GAP_LEFT), T_GAP_OPEN, r->left);
	else
		tpl_show(t, T_GAP_ALL);
}

/* after_read - where the page before ended: 2026-03-09.123. */
static void after_read(const struct request *q, struct sql_gaps_due_in *in)
{
	const char *after = text_or(pairs_get(&q->query, "after"), "");
	const char *dot = *after ? after + DAY_TEXT - 1 : after;
	int64_t id;
	day due;

	if (utf8_len(after) < DAY_TEXT || *dot != '.' || !text_int(dot + 1, 0, INT64_MAX, &id) ||
	    !day_parse(mem_fmt(q->ctx, "%.10s", after), &due))
		return;
	in->after_due = due;
	in->after_id = id;
}

enum err gaps_get(struct request *q, struct page *p)
{
	struct sql_gaps_due_in in = {.dept_code = dept_scope(q), .after_due = day_make(1900, 1, 1), .limit = PAGE_ROWS + 1};
	struct sql_gaps_due_row *rows;
	char text[DAY_TEXT];
	size_t n;

	after_read(q, &in);
	TRY(sql_gaps_due(q->app->db, q->ctx, &in, &rows, &n));
	p->title = "容缺待补";
	p->section = "desk";
	p->body = TPL_desk_gaps;
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		gap_row(q, tpl_add(table, T_ROW), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > PAGE_ROWS)
		tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
			 mem_fmt(q->ctx, "/desk/gaps?after=%s.%lld", day_text(rows[PAGE_ROWS - 1].gap_due, text),
				 (long long)rows[PAGE_ROWS - 1].id));
	return ERR_NONE;
}

/* --- taking in what was tolerated, at the window ---------------------------------------------------------- */

/* gap_buttons - paper that lies on the counter; and back, when the wrong one was pressed. */
static void gap_buttons(struct tpl *d, const struct casefile *c, const struct case_item *it)
{
	if (it->files || !promise_gap_open(c, it))
		return;
	struct tpl *b = tpl_add(d, T_TAKE);
	bool paper = it->state == MATERIAL_PAPER;
	tpl_text(b, T_SHORT_NO, c->short_no);
	tpl_text(b, T_KEY, it->item);
	tpl_text(b, T_CHOICE_STATE, material_state_key(paper ? MATERIAL_GAP : MATERIAL_PAPER));
	tpl_text(b, T_CHOICE_LABEL, paper ? "点错了，还没有收到" : "收到纸质件");
}

static void gap_item(const struct materialpage *m, struct tpl *d, size_t i, const struct case_item *it)
{
	tpl_text(d, T_KEY, it->item);
	tpl_text(d, T_NAME, it->name);
	tpl_show(d, !promise_gap_open(m->c, it) ? T_CLOSED : it->state == MATERIAL_GAP ? T_OPEN : T_DONE);
	tpl_text(d, T_WANTED, material_wanted(m->ctx, &m->c->matter->materials.at[i]));
	materialpage_body(m, d, i);
	if (m->actor)
		gap_buttons(d, m->c, it);
}

static void gap_due_show(const struct request *q, struct tpl *d, const struct casefile *c)
{
	if (!(c->running & CLOCK_BIT(CLOCK_GAP)))
		return;
	struct tpl *due = tpl_add(d, T_DUE_SHOWN);
	duetag_show(q, due, c->due[CLOCK_GAP]);
}

enum err case_gaps_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct mform_report report;
	struct materialpage m;
	struct mform_who who;
	struct casefile *c;
	size_t left, n = 0;

	TRY(desk_case(q, &w, &a, &c));
	TRY(draft_who(&w, c, &who));
	TRY(draft_check(&w, c, MFORM_DRAFT, &report));
	TRY(materialpage_load(&w, c, &who, &report, &m));
	m.actor = actor_roles(&a) & ROLE_CLERK ? &a : NULL;
	p->title = mem_fmt(q->ctx, "容缺待补 %s", c->short_no);
	p->section = "desk";
	p->body = TPL_desk_case_gaps;
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_text(p->d, T_MATTER_NAME, c->matter_name);
	tpl_text(p->d, T_APPLICANT, c->applicant_name);
	m.back = mem_fmt(q->ctx, "/desk/case/%s/gaps", c->short_no);
	for (size_t i = 0; i < c->matter->materials.n; i++) {
		const struct case_item *it = case_item_find(c, c->matter->materials.at[i].key);
		if (!it || !it->gap)
			continue;
		n++;
		gap_item(&m, tpl_add(p->d, T_GAP), i, it);
	}
	gap_due_show(q, p->d, c);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	tpl_show_if(p->d, T_GAP_ALL, promise_gaps_open(c, &left) > 0 && left == 0);
	return ERR_NONE;
}

enum err case_gap_post(struct request *q, struct page *p)
{
	const struct gap_take_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	const char *item = request_param(q, "item");
	struct casefile *c;

	TRY(desk_case(q, &w, &a, &c));
	if (!matter_material(c->matter, item))
		return ERR_NOT_FOUND;
	TRY(draft_material_set(&w, &a, c->id, item, material_state_of(f->state), &q->say));
	page_note(q, p, text_eq(f->state, "paper") ? "已登记：收到纸质件。" : "已改回：还没有收到。");
	page_see(q, p, "/desk/case/%s/gaps#m-%s", c->short_no, item);
	return ERR_NONE;
}

void promise_show(struct tpl *d, const struct casefile *c)
{
	size_t left, open = promise_gaps_open(c, &left);

	tpl_show_if(d, T_COMMITTED, c->committed);
	if (open)
		tpl_int(tpl_add(d, T_GAPS_LINK), T_GAP_OPEN, (int64_t)open);
}

/* --- the credit record (CQ App B 7) ----------------------------------------------------------------------- */

static void credit_show(const struct request *q, struct tpl *t, const struct sql_credit_row *r)
{
	tpl_int(t, T_RECORD_ID, r->id);
	tpl_text(t, T_APPLICANT, shown_name(q->ctx, r->applicant_kind, r->person_name));
	tpl_text(t, T_APPLICANT_ID, r->applicant_id_mask);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	tpl_text(t, T_REASON, r->reason);
	tpl_minute(t, T_AT, r->recorded_at);
	if (r->repaired_at == MSEC_NONE)
		return;
	tpl_minute(t, T_REPAIRED_AT, r->repaired_at);
	tpl_text(t, T_REPAIRED_BY, r->repaired_name);
	tpl_text(t, T_REPAIR_REASON, r->repair_reason);
}

enum err credit_get(struct request *q, struct page *p)
{
	bool may = q->session->roles & (ROLE_COORDINATOR | ROLE_MANAGER);
	struct sql_credit_row *open, *done;
	int64_t before;
	size_t n, ndone;

	if (!text_int(text_or(pairs_get(&q->query, "before"), ""), 1, INT64_MAX, &before))
		before = INT64_MAX;
	TRY(sql_credit_list(q->app->db, q->ctx, &(struct sql_credit_list_in){before, PAGE_ROWS + 1}, &open, &n));
	TRY(sql_credit_repaired(q->app->db, q->ctx, &(struct sql_credit_repaired_in){REPAIRED_ROWS}, &done, &ndone));
	p->title = "失信记录和信用修复";
	p->section = "desk";
	p->body = TPL_desk_credit;
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		credit_show(q, t, &open[i]);
		tpl_show_if(t, T_MAY_REPAIR, may);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > PAGE_ROWS)
		tpl_int(tpl_add(p->d, T_NEXT), T_BEFORE, open[PAGE_ROWS - 1].id);
	struct tpl *box = ndone ? tpl_add(p->d, T_REPAIRED) : NULL;
	for (size_t i = 0; i < ndone; i++)
		credit_show(q, tpl_add(box, T_REPAIRED_ROW), &done[i]);
	return ERR_NONE;
}

static enum err record_find(const struct request *q, struct sql_credit_row **r)
{
	int64_t id;

	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	return sql_credit_get(q->app->db, q->ctx, &(struct sql_credit_get_in){id}, r);
}

enum err repair_get(struct request *q, struct page *p)
{
	struct sql_credit_row *r;

	TRY(record_find(q, &r));
	p->title = "登记信用修复";
	p->section = "desk";
	p->body = TPL_desk_repair;
	form_show(p->d, q->form ? q->form : form_blank(q->ctx, &repair_spec));
	credit_show(q, p->d, r);
	tpl_show(p->d, r->repaired_at == MSEC_NONE ? T_OPEN : T_DONE);
	return ERR_NONE;
}

/* repair_post - the look into somebody's record, and why it was put right, are on the log of looks, too (domain H). */
enum err repair_post(struct request *q, struct page *p)
{
	const struct repair_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_credit_row *r;
	int64_t case_id;

	TRY(record_find(q, &r));
	TRY(case_find(&w, r->short_no, &case_id));
	TRY(case_look(&w, &a, q->ip, case_id, "credit", "信用修复"));
	enum err e = credit_repair(&w, &a, r->id, f->reason, &q->say);
	if (e == ERR_NOT_FOUND) {
		q->say = "这条记录已经修复过了。";
		return ERR_CONFLICT;
	}
	TRY(e);
	page_note(q, p, "已登记信用修复。这位申请人可以重新选择告知承诺和容缺后补。");
	page_see(q, p, "/desk/credit");
	return ERR_NONE;
}
