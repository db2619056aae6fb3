/* parts.c - joint cases at the desk: what each department has said or decided, with its own clock and its own buttons; and the
 * list of parts that wait for a department (联办待办). */
#include "base/text.h"
#include "desk/desk.h"
#include "domain/case_part.h"
#include "domain/mask.h"
#include "gen/sql.h"
#include "parts/duetag.h"
#include "web/after.h"
#include "web/page.h"
#include "web/session.h"
#include "web/urlencoded.h"

#define PAGE_ROWS 30
#define COUNT_MOST 1000

/* --- on the page of a case ------------------------------------------------------------------------------ */

static void show_acts(const struct casework *w, const struct actor *a, const struct casefile *c, const struct case_part *p,
		      struct tpl *t)
{
	const struct transition *rows[LIFECYCLE_MAX];
	struct casefile named = *c;

	named.part_at = p->seq;
	size_t n = lifecycle_allowed(c->state, actor_roles(a), case_facts_plain(w, &named, a), rows);
	for (size_t i = 0; i < n; i++) {
		if (!transition_of_part(rows[i]))
			continue;
		struct tpl *b = tpl_add(t, T_PART_ACT);
		tpl_text(b, T_SHORT_NO, c->short_no);
		tpl_int(b, T_PART_SEQ, p->seq);
		tpl_text(b, T_ACT_KEY, action_key(rows[i]->action));
		tpl_text(b, T_ACT_LABEL, rows[i]->label);
		tpl_show_if(b, T_DANGER, rows[i]->danger);
		tpl_show_if(b, T_MILD, p->state != PART_OPEN && !rows[i]->danger); /* said already: it may be said anew */
	}
}

static void show_paper(const struct casefile *c, struct tpl *t, int64_t document_id, const char *title)
{
	if (!document_id)
		return;
	struct tpl *d = tpl_add(t, T_PART_PAPER);
	tpl_text(d, T_SHORT_NO, c->short_no);
	tpl_int(d, T_DOCUMENT_ID, document_id);
	tpl_text(d, T_DOCUMENT_TITLE, title);
}

static const char *paper_title(enum part_state s)
{
	if (s == PART_GRANTED || s == PART_REFUSED || s == PART_REVOKED)
		return "决定书";
	return s == PART_GUIDED ? "指导意见书" : "联办意见书";
}

static void show_said(const struct case_part *p, struct tpl *t)
{
	if (!text_empty(p->opinion))
		tpl_text(tpl_add(t, T_PART_SAID), T_PART_OPINION, p->opinion);
	if (p->staff_name && p->spoken_at != MSEC_NONE) {
		struct tpl *by = tpl_add(t, T_PART_BY);
		tpl_text(by, T_PART_STAFF, p->staff_name);
		tpl_minute(by, T_PART_AT, p->spoken_at);
	}
	if (p->ready_at != MSEC_NONE && p->handed_at == MSEC_NONE) {
		struct tpl *r = tpl_add(t, T_PART_READY);
		tpl_text(r, T_PART_STAFF, p->ready_by);
		tpl_minute(r, T_PART_AT, p->ready_at);
	}
	if (p->handed_at != MSEC_NONE) {
		struct tpl *h = tpl_add(t, T_PART_HANDED);
		tpl_text(h, T_PART_RECEIVER, p->handed_to);
		tpl_minute(h, T_PART_AT, p->handed_at);
	}
}

static const char *tag_of(const struct case_part *p)
{
	switch (p->state) {
	case PART_AGREED:
	case PART_GRANTED:
	case PART_GUIDED:
		return "tag-ok";
	case PART_AGAINST:
	case PART_REFUSED:
	case PART_REVOKED:
		return "tag-wrong";
	case PART_OPEN:
	case PART_SILENT:
		return "tag-wait";
	case PART_WAITING:
	case PART_CLOSED:
	case PART_NONE:
	case PART_STATES:
		break;
	}
	return "tag-plain";
}

static void show_part(const struct request *q, const struct casework *w, const struct actor *a, const struct casefile *c,
		      const struct case_part *p, struct tpl *t)
{
	tpl_int(t, T_PART_SEQ, p->seq);
	tpl_text(t, T_PART_NUMBER, p->number);
	tpl_text(t, T_PART_NAME, p->name);
	tpl_text(t, T_PART_DEPT, p->dept_name);
	tpl_text(t, T_PART_TAG, tag_of(p));
	tpl_text(t, T_PART_STATE, part_state_name(p->state));
	if (p->state == PART_OPEN)
		duetag_show(q, tpl_add(t, T_PART_CLOCK), p->due);
	tpl_show_if(t, T_PART_LATE, p->overdue);
	show_said(p, t);
	show_paper(c, t, p->document_id, paper_title(p->state));
	show_paper(c, t, p->certificate_id, "结果");
	show_acts(w, a, c, p, t);
}

void desk_parts(const struct request *q, const struct casework *w, const struct actor *a, const struct casefile *c,
		struct tpl *d)
{
	if (c->nparts == 0)
		return;
	struct tpl *box = tpl_include(d, T_PARTS, TPL_desk_parts);
	tpl_show_if(box, T_OPINIONS, !c->collect);
	tpl_show_if(box, T_DECISIONS, c->collect != NULL);
	tpl_show_if(box, T_SINGLY, text_eq(c->collect, "singly"));
	tpl_show_if(box, T_TOGETHER, text_eq(c->collect, "together"));
	for (size_t i = 0; i < c->nparts; i++)
		show_part(q, w, a, c, &c->parts[i], tpl_add(box, T_PART));
}

/* --- the list ------------------------------------------------------------------------------------------- */

struct after {
	day due;
	int64_t id, seq;
};

static struct after after_of(const struct request *q)
{
	struct after a = {.due = day_make(1900, 1, 1)};
	int64_t read[2];

	if (after_day(q, &a.due, read, 2)) {
		a.id = read[0];
		a.seq = read[1];
	}
	return a;
}

static enum err rows_find(const struct request *q, struct sql_part_work_row **rows, size_t *n)
{
	struct after a = after_of(q);
	const char *dept = q->session->dept;

	if (text_empty(dept))
		return sql_parts_open_all(q->app->db, q->ctx, &(struct sql_parts_open_all_in){a.due, a.id, a.seq, PAGE_ROWS + 1},
					  rows, n);
	return sql_parts_open(q->app->db, q->ctx, &(struct sql_parts_open_in){dept, a.due, a.id, a.seq, PAGE_ROWS + 1}, rows, n);
}

static void show_row(const struct request *q, struct tpl *t, const struct sql_part_work_row *r)
{
	bool person = text_eq(r->applicant_kind, "natural");

	duetag_show(q, t, r->due);
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_PART_NUMBER, r->number);
	tpl_text(t, T_PART_NAME, r->name);
	tpl_text(t, T_PART_DEPT, r->dept_name);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_APPLICANT, person ? mask_name(q->ctx, r->applicant_name) : r->applicant_name);
	tpl_text(t, T_PART_KIND, text_eq(r->kind, part_kind_key(PART_OPINION)) ? "提意见" : "作决定");
}

/* parts_get - what departments have open, the most urgent first: an officer's own department, the centre all of them. */
enum err parts_get(struct request *q, struct page *p)
{
	struct sql_part_work_row *rows;
	char text[DAY_TEXT];
	size_t n;

	p->title = "联办待办";
	p->section = "desk";
	p->body = TPL_desk_partlist;
	TRY(rows_find(q, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_row(q, tpl_add(table, T_ROW), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > PAGE_ROWS) {
		const struct sql_part_work_row *last = &rows[PAGE_ROWS - 1];
		tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
			 url_with(q->ctx, "/desk/parts", "after",
				  mem_fmt(q->ctx, "%s.%lld.%lld", day_text(last->due, text), (long long)last->case_id,
					  (long long)last->seq)));
	}
	return ERR_NONE;
}

enum err desk_parts_tab(struct request *q, struct tpl *d)
{
	const char *dept = text_empty(q->session->dept) ? NULL : q->session->dept;
	struct sql_parts_open_count_row *r;

	if (!(q->session->roles & ROLES_PARTS))
		return ERR_NONE;
	TRY(sql_parts_open_count(q->app->db, q->ctx, &(struct sql_parts_open_count_in){dept, COUNT_MOST}, &r));
	tpl_text(tpl_add(d, T_PARTS_LINK), T_TAB_COUNT,
		 r->n >= COUNT_MOST ? "1000+" : mem_fmt(q->ctx, "%lld", (long long)r->n));
	return ERR_NONE;
}
