/* issue.c - the one counter where results go out (OUT-1 to OUT-3): what waits, and one case with what has to be checked
 * before its papers change hands.  The acts themselves go through act.c like any other. */
#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/case_part.h"
#include "domain/document.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "gen/sql.h"
#include "parts/duetag.h"
#include "web/after.h"
#include "web/page.h"
#include "web/session.h"
#include "web/urlencoded.h"

#define PAGE_ROWS 30

/* --- what waits ---------------------------------------------------------------------------------------- */

enum tab { TAB_READY, TAB_PARTS, TAB_UNCLAIMED, TAB_COURIER, TAB_MAILING, TAB_COUNT };
static const struct {
	const char *key, *name, *state, *delivery;
	const char *empty;
} tabs[TAB_COUNT] = {
	[TAB_READY] = {"ready", "待领取", "result_ready", "counter", "现在没有等人领取的结果。"},
	[TAB_PARTS] = {"parts", "单件待领", NULL, NULL, "现在没有等人领取的单件。"}, /* of joint cases, before the others */
	[TAB_UNCLAIMED] = {"unclaimed", "久未领取", "result_ready", "counter", "没有久未领取的结果。"},
	[TAB_COURIER] = {"courier", "待交寄", "result_ready", "mail", "没有等着交寄的结果。"},
	[TAB_MAILING] = {"mailing", "寄递中", "mailing", "mail", "没有在路上的邮件。"},
};

static enum tab tab_of(const char *key)
{
	enum tab t = TAB_COUNT;

	while (t-- > TAB_READY)
		if (text_eq(tabs[t].key, key))
			return t;
	return TAB_READY;
}

/* long_ago - the last day from which a result has waited for as many working days as the setting says. */
static day long_ago(const struct request *q)
{
	const struct calendar *cal = work_of(q)->calendar;
	day d = q->today;

	while (calendar_count(cal, d, q->today) < q->app->conf.collect_days)
		d--;
	return d;
}

static struct sql_results_waiting_in wanted(const struct request *q, enum tab t)
{
	struct sql_results_waiting_in in = {.state = tabs[t].state, .delivery = tabs[t].delivery, .limit = PAGE_ROWS + 1,
					    .until = t == TAB_UNCLAIMED ? long_ago(q) : q->today,
					    .after_day = day_make(1900, 1, 1)};

	after_day(q, &in.after_day, &in.after_id, 1);
	return in;
}

const char *desk_outcome(const char *outcome)
{
	static const char *const names[][2] = {{"granted", "准予"}, {"refused", "不予"}, {"forwarded", "已上报"}};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (text_eq(names[i][0], outcome))
			return names[i][1];
	return "";
}

static void show_row(const struct request *q, struct tpl *t, enum tab tab, const struct sql_results_waiting_row *r)
{
	bool person = text_eq(r->applicant_kind, "natural");
	day due = tab == TAB_COURIER ? r->mail_due : r->delivery_due;

	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	tpl_text(t, T_APPLICANT, person ? mask_name(q->ctx, r->applicant_name) : r->applicant_name);
	tpl_show_if(t, T_HAS_AGENT, r->agent_name != NULL);
	tpl_text(t, T_OUTCOME, desk_outcome(r->outcome));
	tpl_day(t, T_READY_DAY, r->ready_day);
	tpl_int(t, T_WAITED, calendar_count(work_of(q)->calendar, r->ready_day, q->today));
	if (due != DAY_NONE)
		duetag_show(q, tpl_add(t, T_DUE_SHOWN), due);
	tpl_text(t, T_HOLDER, r->claimed_by == q->session->staff_id ? "我" : text_or(r->claimed_name, ""));
}

static void show_tabs(struct request *q, struct page *p, enum tab on)
{
	for (enum tab t = TAB_READY; t < TAB_COUNT; t++) {
		struct tpl *d = tpl_add(p->d, T_TAB);
		tpl_text(d, T_TAB_URL, mem_fmt(q->ctx, "/desk/issue?tab=%s", tabs[t].key));
		tpl_text(d, T_TAB_NAME, tabs[t].name);
		tpl_show_if(d, T_TAB_ON, t == on);
	}
}

static struct sql_parts_ready_in parts_wanted(const struct request *q)
{
	struct sql_parts_ready_in in = {.after_at = msec_make(day_make(1900, 1, 1), 0, 0, 0, 0), .limit = PAGE_ROWS + 1};
	int64_t after[3];

	if (after_ints(q, after, 3))
		in = (struct sql_parts_ready_in){after[0], after[1], after[2], PAGE_ROWS + 1};
	return in;
}

/* show_parts_ready - single results that came to the window before the others (OUT-1, CQ 5.5.2). */
static enum err show_parts_ready(struct request *q, struct page *p)
{
	struct sql_parts_ready_in in = parts_wanted(q);
	struct sql_parts_ready_row *rows;
	size_t n;

	TRY(sql_parts_ready(q->app->db, q->ctx, &in, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_PART_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		bool person = text_eq(rows[i].applicant_kind, "natural");
		tpl_text(t, T_SHORT_NO, rows[i].short_no);
		tpl_int(t, T_PART_SEQ, rows[i].seq);
		tpl_text(t, T_PART_NUMBER, rows[i].number);
		tpl_text(t, T_PART_NAME, rows[i].name);
		tpl_text(t, T_PART_DEPT, rows[i].dept_name);
		tpl_text(t, T_NAME, rows[i].matter_name);
		tpl_text(t, T_APPLICANT, person ? mask_name(q->ctx, rows[i].applicant_name) : rows[i].applicant_name);
		tpl_show_if(t, T_HAS_AGENT, rows[i].agent_name != NULL);
		tpl_text(t, T_OUTCOME, part_state_name(part_state_of(rows[i].state)));
		tpl_minute(t, T_PART_AT, rows[i].ready_at);
	}
	if (n == 0)
		tpl_text(tpl_add(p->d, T_EMPTY), T_EMPTY_SAY, tabs[TAB_PARTS].empty);
	if (n > PAGE_ROWS)
		tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
			 url_with(q->ctx, "/desk/issue?tab=parts", "after",
				  mem_fmt(q->ctx, "%lld.%lld.%lld", (long long)rows[PAGE_ROWS - 1].ready_at,
					  (long long)rows[PAGE_ROWS - 1].case_id, (long long)rows[PAGE_ROWS - 1].seq)));
	return ERR_NONE;
}

static enum err show_waiting(struct request *q, struct page *p)
{
	enum tab tab = tab_of(pairs_get(&q->query, "tab"));
	struct sql_results_waiting_in in = wanted(q, tab);
	struct sql_results_waiting_row *rows;
	char text[DAY_TEXT];
	size_t n;

	show_tabs(q, p, tab);
	if (tab == TAB_PARTS)
		return show_parts_ready(q, p);
	TRY(sql_results_waiting(q->app->db, q->ctx, &in, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	if (table)
		tpl_text(table, T_TAB_NAME, tabs[tab].name);
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_row(q, tpl_add(table, T_ROW), tab, &rows[i]);
	if (n == 0)
		tpl_text(tpl_add(p->d, T_EMPTY), T_EMPTY_SAY, tabs[tab].empty);
	if (tab == TAB_UNCLAIMED)
		tpl_int(tpl_add(p->d, T_UNCLAIMED_HINT), T_COLLECT_DAYS, q->app->conf.collect_days);
	if (n > PAGE_ROWS)
		tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
			 url_with(q->ctx, mem_fmt(q->ctx, "/desk/issue?tab=%s", tabs[tab].key), "after",
				  mem_fmt(q->ctx, "%s.%lld", day_text(rows[PAGE_ROWS - 1].ready_day, text),
					  (long long)rows[PAGE_ROWS - 1].id)));
	return ERR_NONE;
}

/* issues_get - the list; and whatever a scanner types from the QR code of a receipt, or a clerk from its number. */
enum err issues_get(struct request *q, struct page *p)
{
	const char *typed = text_trim(q->ctx, text_or(pairs_get(&q->query, "q"), ""));
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c = NULL;
	int64_t id;

	p->title = "发放结果";
	p->section = "desk";
	p->body = TPL_desk_issues;
	tpl_text(p->d, T_QUERY, typed);
	if (!text_empty(typed)) {
		enum err e = desk_find(q, &w, typed, &id);
		if (e == ERR_NONE)
			e = case_load(&w, id, &c);
		if (e != ERR_NONE && e != ERR_NOT_FOUND)
			return e;
		if (c && c->short_no && case_visible(&a, c->dept_code)) {
			page_see(q, p, "/desk/issue/%s", c->short_no);
			return ERR_NONE;
		}
		tpl_show(p->d, T_NOT_FOUND);
	}
	return show_waiting(q, p);
}

/* --- one case ------------------------------------------------------------------------------------------ */

/* The acts of this page: where each is offered, and whether it is open to the officer now. */
static const struct {
	enum action action;
	enum tpl_name section;
} offers[] = {
	{ACTION_PART_ISSUE, T_MAY_ISSUE}, /* of the part that was chosen, which goes first */
	{ACTION_ISSUE, T_MAY_ISSUE},
	{ACTION_MAIL, T_MAY_MAIL},
	{ACTION_CONFIRM_MAIL, T_MAY_CONFIRM},
	{ACTION_MAIL_BACK, T_MAY_BACK},
};

static enum err show_offers(struct page *p, const struct casework *w, const struct actor *a, const struct casefile *c)
{
	const struct transition *row;
	bool any = false;

	for (size_t i = 0; i < sizeof offers / sizeof offers[0]; i++) {
		TRY(desk_act(w, a, c, offers[i].action, &row));
		if (!row || (case_part_named(c) && !transition_of_part(row)))
			continue;
		struct tpl *t = tpl_add(p->d, offers[i].section);
		tpl_text(t, T_SHORT_NO, c->short_no);
		tpl_int(t, T_VERSION, c->version);
		tpl_text(t, T_ACT_KEY, action_key(row->action));
		tpl_text(t, T_CLAUSE, clause_text(w->ctx, row->clause));
		tpl_text(t, T_APPLICANT, c->applicant_name);
		if (transition_of_part(row)) {
			struct tpl *of = tpl_add(t, T_OF_PART);
			tpl_int(of, T_PART_SEQ, c->part_at);
			tpl_text(of, T_PART_NAME, case_part_named(c)->name);
		}
		tpl_show_if(t, T_WANTS_MAIL, text_eq(c->delivery, "mail"));
		any = true;
	}
	if (!any && c->claimed_by && c->claimed_by != a->id)
		tpl_text(tpl_add(p->d, T_HELD_BY), T_HOLDER, c->claimed_name);
	return ERR_NONE;
}

/* show_lock - what was tolerated and has not come: by name, with its day (ZJG 10(4)). */
static void show_lock(const struct request *q, struct page *p, const struct casefile *c)
{
	struct tpl *box = tpl_add(p->d, T_LOCKED);

	tpl_text(box, T_SHORT_NO, c->short_no);
	if (c->due[CLOCK_GAP] != DAY_NONE)
		duetag_show(q, tpl_add(box, T_DUE_SHOWN), c->due[CLOCK_GAP]);
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].gap && c->items[i].verdict != VERDICT_OK)
			tpl_text(tpl_add(box, T_GAP), T_ITEM_NAME, c->items[i].name);
}

/* part_where - of a part that is decided: how far its result has come. */
static const char *part_where(const struct request *q, const struct casefile *c, const struct case_part *p)
{
	char at[MSEC_TEXT];

	if (p->handed_at != MSEC_NONE)
		return mem_fmt(q->ctx, "%.16s 由 %s 领取", msec_text(p->handed_at, at), text_or(p->handed_to, ""));
	if (case_part_issuable(c, p))
		return p->ready_at == MSEC_NONE ? "已到窗口" : mem_fmt(q->ctx, "%.16s 到窗口", msec_text(p->ready_at, at));
	return p->state == PART_GRANTED || p->state == PART_REFUSED ? "还在部门，没有送到窗口" : "";
}

/* show_parts - where the applicant takes each result as it is ready: which of them can go out now. */
static void show_parts(const struct request *q, struct page *p, const struct casefile *c)
{
	struct tpl *box = text_eq(c->collect, "singly") && c->nparts ? tpl_add(p->d, T_PARTS) : NULL;

	for (size_t i = 0; box && i < c->nparts; i++) {
		const struct case_part *part = &c->parts[i];
		struct tpl *t = tpl_add(box, T_PART);
		tpl_text(t, T_PART_NAME, part->name);
		tpl_text(t, T_PART_NUMBER, part->number);
		tpl_text(t, T_PART_DEPT, part->dept_name);
		tpl_text(t, T_PART_STATE, part_state_name(part->state));
		tpl_text(t, T_PART_WHERE, part_where(q, c, part));
		tpl_show_if(t, T_PART_ON, part->seq == c->part_at);
		if (!case_part_issuable(c, part) || part->seq == c->part_at)
			continue;
		struct tpl *go = tpl_add(t, T_PART_GO);
		tpl_text(go, T_SHORT_NO, c->short_no);
		tpl_int(go, T_PART_SEQ, part->seq);
	}
}

static bool any_issuable(const struct casefile *c)
{
	for (size_t i = 0; i < c->nparts; i++)
		if (case_part_issuable(c, &c->parts[i]))
			return true;
	return false;
}

/* show_state - what this page is good for while the case is where it is. */
static enum err show_state(const struct request *q, struct page *p, const struct casework *w, const struct casefile *c)
{
	struct sql_waybill_last_row *bill;
	enum err e = sql_waybill_last(w->db, q->ctx, &(struct sql_waybill_last_in){c->id}, &bill);

	if (e != ERR_NONE && e != ERR_NOT_FOUND)
		return e;
	if (c->state == STATE_RESULT_HELD)
		show_lock(q, p, c);
	else if (c->state == STATE_DELIVERED || c->state == STATE_ARCHIVED)
		tpl_show(p->d, T_IS_DELIVERED);
	else if (c->state != STATE_RESULT_READY && c->state != STATE_MAILING && !any_issuable(c))
		tpl_text(tpl_add(p->d, T_NOT_READY), T_SHORT_NO, c->short_no);
	if (e == ERR_NONE) {
		struct tpl *t = tpl_add(p->d, T_WAYBILL_SHOWN);
		tpl_text(t, T_COURIER, bill->courier);
		tpl_text(t, T_WAYBILL, bill->number);
		tpl_show_if(t, T_CAME_BACK, c->state == STATE_RESULT_READY);
	}
	for (enum clock_name k = CLOCK_DELIVERY; k <= CLOCK_MAIL; k++) {
		if (!(c->running & CLOCK_BIT(k)))
			continue;
		struct tpl *t = tpl_add(p->d, T_DUE_ROW);
		tpl_text(t, T_DUE_NAME, clock_title(k));
		duetag_show(q, t, c->due[k]);
	}
	return ERR_NONE;
}

/* --- who comes for it ---------------------------------------------------------------------------------- */

/* show_authority - papers of the case that say what the agent may do: to be read before anything is handed over. */
static enum err show_authority(const struct request *q, struct tpl *agent, const struct casework *w, const struct casefile *c)
{
	struct sql_case_files_row *files;
	size_t n;
	bool any = false;

	TRY(sql_case_files(w->db, q->ctx, &(struct sql_case_files_in){c->id}, &files, &n));
	for (size_t i = 0; i < n; i++) {
		const struct case_item *item = case_item_find(c, files[i].item);
		if (!item || !strstr(item->name, "委托"))
			continue;
		struct tpl *t = tpl_add(agent, T_FILE);
		tpl_int(t, T_FILE_ID, files[i].id);
		tpl_text(t, T_FILE_NAME, files[i].file_name);
		any = true;
	}
	tpl_show_if(agent, T_NO_FILE, !any);
	return ERR_NONE;
}

static enum err show_people(const struct request *q, struct page *p, const struct casework *w, const struct casefile *c)
{
	enum identity_type type;

	tpl_text(p->d, T_APPLICANT, c->applicant_name);
	tpl_text(p->d, T_ID_TYPE_NAME, identity_type_parse(c->applicant_id_type, &type) ? identity_name(type) : "");
	tpl_text(p->d, T_ID_MASK, c->applicant_id_mask);
	tpl_text(p->d, T_PHONE_MASK, text_or(c->applicant_phone_mask, "没有登记"));
	if (!text_empty(c->legal_rep))
		tpl_text(tpl_add(p->d, T_LEGAL_REP_SHOWN), T_LEGAL_REP, c->legal_rep);
	if (!c->agent_name) {
		tpl_show(p->d, T_NO_AGENT);
		return ERR_NONE;
	}
	struct tpl *t = tpl_add(p->d, T_AGENT_SHOWN);
	tpl_text(t, T_AGENT_NAME, c->agent_name);
	tpl_text(t, T_AGENT_ID_MASK, c->agent_id_mask);
	tpl_text(t, T_AGENT_PHONE_MASK, c->agent_phone_mask);
	return show_authority(q, t, w, c);
}

/* same_end - the last four characters agree, as far as the mask shows them. */
static bool same_end(const char *mask, const char *tail)
{
	size_t n = strlen(mask);

	return n < 4 || strchr(mask + n - 4, '*') || text_eq(mask + n - 4, tail);
}

const char *desk_stranger(void *ctx, const struct casefile *c, const struct case_receiver *r, const char **field)
{
	bool in_person = text_eq(r->relation, "self") && text_eq(c->applicant_kind, "natural");

	*field = "receiver_name";
	if (in_person && !text_empty(r->name) && !text_eq(r->name, c->applicant_name))
		return mem_fmt(ctx, "选了本人领取，姓名应当是申请人%s；不是本人的，请选代领。", c->applicant_name);
	*field = "receiver_tail";
	if (!text_empty(r->id_tail) && strlen(r->id_tail) != 4)
		return "请填四位，最后一位是字母的也要填。";
	if (in_person && !text_empty(r->id_tail) && !same_end(c->applicant_id_mask, r->id_tail))
		return "和申请人的证件号码对不上，请再看一遍证件。";
	return NULL;
}

/* --- papers -------------------------------------------------------------------------------------------- */

/* is_result - what the applicant takes home. */
static bool is_result(const char *kind)
{
	static const char *const kinds[] = {"grant", "refusal", "forwarding", "certificate", "parts_result"};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_eq(kinds[i], kind))
			return true;
	return false;
}

/* is_of - where one part was chosen: its own papers. */
static bool is_of(const struct casefile *c, int64_t document_id)
{
	const struct case_part *p = case_part_named(c);

	return !p || document_id == p->document_id || document_id == p->certificate_id;
}

static void show_paper(struct tpl *t, const struct casefile *c, const struct sql_case_documents_row *r)
{
	tpl_text(t, T_SHORT_NO, c->short_no);
	tpl_int(t, T_DOCUMENT_ID, r->id);
	tpl_text(t, T_DOCUMENT_TITLE, r->title);
	tpl_text(t, T_DOCUMENT_NUMBER, r->number);
	tpl_minute(t, T_DOCUMENT_AT, r->issued_at);
}

static enum err show_papers(const struct request *q, struct page *p, const struct casework *w, const struct casefile *c)
{
	struct sql_case_documents_row *rows;
	size_t n;
	struct tpl *proofs = NULL;
	bool any = false;

	bool gone = c->state == STATE_DELIVERED || c->state == STATE_ARCHIVED;
	tpl_text(p->d, T_PAPERS_TITLE, gone ? "已交付的文书" : "要交付的文书");
	TRY(sql_case_documents(w->db, q->ctx, &(struct sql_case_documents_in){c->id}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		if (text_eq(rows[i].kind, "proof_of_service") || text_eq(rows[i].kind, "waybill")) {
			proofs = proofs ? proofs : tpl_add(p->d, T_PROOFS);
			show_paper(tpl_add(proofs, T_PROOF), c, &rows[i]);
		}
		if (!is_result(rows[i].kind) || !is_of(c, rows[i].id))
			continue;
		show_paper(tpl_add(p->d, T_DOCUMENT), c, &rows[i]);
		any = true;
	}
	tpl_show_if(p->d, T_NO_PAPERS, !any);
	return ERR_NONE;
}

/* --- the page ------------------------------------------------------------------------------------------ */

static void show_head(struct page *p, const struct casefile *c)
{
	tpl_text(p->d, T_NAME, c->matter_name);
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_text(p->d, T_DEPT_NAME, c->dept_name);
	tpl_text(p->d, T_STATE_KEY, state_key(c->state));
	tpl_text(p->d, T_STATE_NAME, state_name_numbered(c->state));
	tpl_text(p->d, T_DELIVERY, delivery_name(c->delivery));
	if (!text_empty(c->outcome))
		tpl_text(tpl_add(p->d, T_OUTCOME_SHOWN), T_OUTCOME, desk_outcome(c->outcome));
	tpl_day(p->d, T_READY_DAY, c->ready_day);
}

enum err desk_issue_page(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			 const struct casefile *c, const char *say)
{
	p->title = mem_fmt(q->ctx, "发放结果 %s", c->short_no);
	p->section = "desk";
	p->body = TPL_desk_issue;
	if (say)
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
	if (q->form)
		form_show(p->d, q->form);
	show_head(p, c);
	TRY(show_state(q, p, w, c));
	show_parts(q, p, c);
	TRY(show_people(q, p, w, c));
	desk_reveals(q, p, c, NULL);
	TRY(show_papers(q, p, w, c));
	return show_offers(p, w, a, c);
}

enum err issue_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;

	TRY(desk_case(q, &w, &a, &c));
	TRY(case_look(&w, &a, q->ip, c->id, "case", "发放结果"));
	return desk_issue_page(q, p, &w, &a, c, NULL);
}

/* issue_reveal_post - a masked value in clear, such as the address that goes on the letter; on record first (H). */
enum err issue_reveal_post(struct request *q, struct page *p)
{
	const struct reveal_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;
	char *plain;

	TRY(desk_case(q, &w, &a, &c));
	TRY(case_reveal(&w, &a, q->ip, c->id, f->field, f->why, &plain));
	desk_revealed(q, p, c, f->field, plain);
	return desk_issue_page(q, p, &w, &a, c, NULL);
}
