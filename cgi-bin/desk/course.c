/* course.c - the course of a case on the officers' page: its clocks and why they stand where they do, what was decided, the
 * papers, and who did what. */
#include "base/text.h"
#include "desk/course.h"
#include "domain/alert.h"
#include "domain/case_part.h"
#include "domain/clock.h"
#include "domain/document.h"
#include "parts/duetag.h"

static void show_text(struct tpl *d, enum tpl_name section, enum tpl_name name, const char *value)
{
	if (!text_empty(value))
		tpl_text(tpl_add(d, section), name, value);
}

static enum err course_load(struct course *s)
{
	struct db *db = s->w->db;
	void *ctx = s->q->ctx;
	TRY(sql_case_events(db, ctx, &(struct sql_case_events_in){s->c->id}, &s->events, &s->nevents));
	TRY(sql_case_ledger(db, ctx, &(struct sql_case_ledger_in){s->c->id}, &s->ledger, &s->nledger));
	return sql_alerts_of_case(db, ctx, &(struct sql_alerts_of_case_in){s->c->id}, &s->alerts, &s->nalerts);
}

/* --- clocks -------------------------------------------------------------------------------------------- */

/* show_dues - in the line below the title: what runs now. */
static void show_dues(const struct course *s, struct tpl *d)
{
	struct tpl *box = NULL;
	for (enum clock_name k = CLOCK_FEEDBACK; k < CLOCK_COUNT; k++) {
		if (s->c->due[k] == DAY_NONE || !(s->c->running & CLOCK_BIT(k)))
			continue;
		if (!box)
			box = tpl_add(d, T_DUES);
		struct tpl *t = tpl_add(box, T_DUE_ROW);
		tpl_text(t, T_DUE_NAME, clock_title(k));
		duetag_show(s->q, t, s->c->due[k]);
	}
}

static const char *limit_text(void *ctx, const struct sql_case_ledger_row *r)
{
	enum clock_unit unit;
	if (!r->amount || !clock_unit_parse(text_or(r->unit, ""), &unit))
		return "";
	return clock_limit_text(ctx, (struct clock_limit){(int32_t)r->amount, unit});
}

/* ledger_last - the last entry of a clock; of one act only, when that is given. */
static const struct sql_case_ledger_row *ledger_last(const struct course *s, enum clock_name clock, const char *act)
{
	for (size_t i = s->nledger; i-- > 0;)
		if (text_eq(s->ledger[i].clock, clock_key(clock)) && (!act || text_eq(s->ledger[i].act, act)))
			return &s->ledger[i];
	return NULL;
}

/* clock_length - as long as it was given, and by how much that was extended. */
static const char *clock_length(const struct course *s, enum clock_name clock)
{
	const struct sql_case_ledger_row *start = ledger_last(s, clock, "start"), *move = ledger_last(s, clock, "move");
	const char *length = start ? limit_text(s->q->ctx, start) : "";
	return move ? mem_fmt(s->q->ctx, "%s，延长%s", length, limit_text(s->q->ctx, move)) : length;
}

static void show_standing(const struct course *s, struct tpl *t, enum clock_name clock)
{
	const struct sql_case_ledger_row *last = ledger_last(s, clock, NULL);
	if (s->c->running & CLOCK_BIT(clock)) {
		duetag_show(s->q, tpl_add(t, T_RUNS), s->c->due[clock]);
		return;
	}
	/* a promise may begin while a special procedure runs: then it rests from its first day */
	bool paused = last && (text_eq(last->act, "pause") || text_eq(last->act, "start"));
	struct tpl *d = tpl_add(t, paused ? T_PAUSED : T_STOPPED);
	if (last)
		tpl_day(d, T_SINCE, last->on_day);
	tpl_show_if(t, T_STOPPED_LATE, !paused && last && last->on_day > s->c->due[clock]);
}

/* show_records - alerts are the record: who was late once stays on the page, whatever became of the clock since. */
static void show_records(const struct course *s, struct tpl *t, enum clock_name clock)
{
	const char *over = mem_fmt(s->q->ctx, "%s_overdue", clock_key(clock));
	for (size_t i = 0; i < s->nalerts; i++)
		if (text_eq(s->alerts[i].kind, over) || (clock == CLOCK_CORRECTION && text_eq(s->alerts[i].kind, "deemed")))
			tpl_day(tpl_add(t, T_WAS_OVER), T_OVER_DAY, s->alerts[i].on_day);
}

static void show_clocks(const struct course *s, struct tpl *d)
{
	const struct case_part *first = s->c->due[CLOCK_PROMISED] == DAY_NONE ? case_part_promised(s->c) : NULL;
	struct tpl *box = NULL;
	if (first && !state_terminal(s->c->state)) {
		box = tpl_add(d, T_CLOCKS);
		struct tpl *t = tpl_add(box, T_CLOCK_WAITS);
		tpl_text(t, T_CLOCK_NAME, clock_title(CLOCK_PROMISED));
		tpl_text(t, T_PART_NAME, first->name);
	}
	for (enum clock_name k = CLOCK_FEEDBACK; k < CLOCK_COUNT; k++) {
		if (s->c->due[k] == DAY_NONE)
			continue;
		if (!box)
			box = tpl_add(d, T_CLOCKS);
		struct tpl *t = tpl_add(box, T_CLOCK);
		tpl_text(t, T_CLOCK_NAME, clock_title(k));
		tpl_text(t, T_CLOCK_LENGTH, clock_length(s, k));
		tpl_day(t, T_CLOCK_DUE, s->c->due[k]);
		show_standing(s, t, k);
		show_records(s, t, k);
	}
	if (box)
		tpl_show_if(box, T_PROVISIONAL, s->c->provisional);
}

/* --- the ledger ---------------------------------------------------------------------------------------- */

static const char *ledger_act(const char *key)
{
	static const char *const words[][2] = {{"start", "开始"}, {"stop", "停止"}, {"pause", "暂停"},
					       {"resume", "恢复"}, {"move", "延长"}};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_eq(words[i][0], key))
			return words[i][1];
	return key;
}

static const char *clock_name_of(const char *key)
{
	for (enum clock_name k = CLOCK_FEEDBACK; k < CLOCK_COUNT; k++)
		if (text_eq(clock_key(k), key))
			return clock_title(k);
	return key;
}

static const char *told_at(const struct course *s, int64_t seq)
{
	for (size_t i = 0; i < s->nevents; i++)
		if (s->events[i].seq == seq)
			return action_told(action_of(s->events[i].action));
	return "";
}

static void show_ledger(const struct course *s, struct tpl *d)
{
	struct tpl *box = s->nledger ? tpl_add(d, T_LEDGER) : NULL;
	tpl_show_if(d, T_LEDGER_LINK, s->nledger > 0);
	for (size_t i = 0; i < s->nledger; i++) {
		const struct sql_case_ledger_row *r = &s->ledger[i];
		struct tpl *t = tpl_add(box, T_LEDGER_ROW);
		tpl_text(t, T_LEDGER_CLOCK, clock_name_of(r->clock));
		tpl_text(t, T_LEDGER_ACT, ledger_act(r->act));
		tpl_text(t, T_LEDGER_WHY, told_at(s, r->event_seq));
		tpl_day(t, T_LEDGER_DAY, r->on_day);
		tpl_text(t, T_LEDGER_LIMIT, limit_text(s->q->ctx, r));
		tpl_day(t, T_LEDGER_DUE, r->due);
		tpl_text(t, T_LEDGER_CLAUSE, clause_text(s->q->ctx, r->clause));
	}
}

/* --- what was decided ---------------------------------------------------------------------------------- */

static const struct sql_case_events_row *event_last(const struct course *s, const enum action *of, size_t n)
{
	for (size_t i = s->nevents; i-- > 0;)
		for (size_t k = 0; k < n; k++)
			if (action_of(s->events[i].action) == of[k])
				return &s->events[i];
	return NULL;
}

static void add_fact(struct tpl **box, struct tpl *d, const char *name, const char *value)
{
	if (!*box)
		*box = tpl_add(d, T_FACTS);
	struct tpl *t = tpl_add(*box, T_FACT);
	tpl_text(t, T_FACT_NAME, name);
	tpl_text(t, T_FACT_VALUE, value);
}

static const char *who_when(void *ctx, const struct sql_case_events_row *e)
{
	char at[MSEC_TEXT];
	if (!e)
		return "";
	msec_text(e->at, at);
	return mem_fmt(ctx, "%s%s%s%s，%.16s", e->actor_name, text_empty(e->post) ? "" : "（", text_or(e->post, ""),
		       text_empty(e->post) ? "" : "）", at);
}

static const char *outcome_text(const char *outcome)
{
	return text_eq(outcome, "granted") ? "准予" : text_eq(outcome, "refused") ? "不予" : "初审完毕，已上报";
}

static const char *procedure_name(const struct casefile *c)
{
	const struct matter_limits *l = &c->matter->limits;
	size_t at = (size_t)c->procedure_at - 1;
	if (c->state == STATE_SPECIAL_PROCEDURE && at < l->special.n)
		return l->special.at[at].name;
	return c->state == STATE_SUSPENDED && at < l->suspension.n ? l->suspension.at[at].name : NULL;
}

static void show_facts(const struct course *s, struct tpl *d)
{
	static const enum action opined[] = {ACTION_OPINE},
				 decided[] = {ACTION_GRANT, ACTION_REFUSE, ACTION_FORWARD, ACTION_GRANT_ON_SPOT};
	const struct casefile *c = s->c;
	void *ctx = s->q->ctx;
	struct tpl *box = NULL;

	if (!text_eq(c->paper_state, "none"))
		add_fact(&box, d, "纸质材料", text_eq(c->paper_state, "sent") ? "窗口已移交，部门还没有签收" : "部门已签收");
	if (procedure_name(c))
		add_fact(&box, d, c->state == STATE_SUSPENDED ? "中止的情形" : "正在进行", procedure_name(c));
	if (c->inspected)
		add_fact(&box, d, "现场核查", "两名以上工作人员已到现场，结果已登记");
	if (c->extended_days)
		add_fact(&box, d, "延期", mem_fmt(ctx, "延长 %lld 个工作日（只能一次）", (long long)c->extended_days));
	if (!text_eq(c->opinion, "none"))
		add_fact(&box, d, "审查意见",
			 mem_fmt(ctx, "%s。%s", text_eq(c->opinion, "agree") ? "建议准予" : "建议不予",
				 who_when(ctx, event_last(s, opined, 1))));
	if (c->outcome)
		add_fact(&box, d, "决定",
			 mem_fmt(ctx, "%s。%s", outcome_text(c->outcome),
				 who_when(ctx, event_last(s, decided, sizeof decided / sizeof decided[0]))));
}

/* --- papers and events --------------------------------------------------------------------------------- */

static enum err show_documents(const struct course *s, struct tpl *d)
{
	struct sql_case_documents_row *rows;
	size_t n;
	TRY(sql_case_documents(s->w->db, s->q->ctx, &(struct sql_case_documents_in){s->c->id}, &rows, &n));
	struct tpl *box = n ? tpl_add(d, T_DOCUMENTS) : NULL;
	tpl_show_if(d, T_DOCUMENTS_LINK, n > 0);
	for (size_t i = 0; i < n; i++) {
		const struct document_form *form = document_form_find(rows[i].kind);
		struct tpl *t = tpl_add(box, T_DOCUMENT);
		tpl_text(t, T_SHORT_NO, s->c->short_no);
		tpl_int(t, T_DOCUMENT_ID, rows[i].id);
		tpl_text(t, T_DOCUMENT_TITLE, rows[i].title);
		tpl_text(t, T_DOCUMENT_NUMBER, rows[i].number);
		tpl_minute(t, T_DOCUMENT_AT, rows[i].issued_at);
		tpl_text(t, T_DOCUMENT_BY, rows[i].issued_by);
		tpl_show_if(t, T_DOCUMENT_INNER, form && form->staff_only);
	}
	return ERR_NONE;
}

static void show_events(const struct course *s, struct tpl *d)
{
	int64_t unseen = s->seen && s->seen < s->c->version ? s->c->version - s->seen : 0;
	tpl_show_if(d, T_CHANGED, unseen > 0);
	for (size_t i = s->nevents; i-- > 0;) {
		const struct sql_case_events_row *e = &s->events[i];
		struct tpl *t = tpl_add(d, T_EVENT);
		tpl_text(t, T_TOLD, action_told(action_of(e->action)));
		tpl_minute(t, T_AT, e->at);
		tpl_text(t, T_ACTOR, e->actor_name);
		show_text(t, T_POST_SHOWN, T_POST, e->post);
		show_text(t, T_ACTING_SHOWN, T_ACTING, e->acting_name);
		tpl_text(t, T_CLAUSE, clause_text(s->q->ctx, e->clause));
		show_text(t, T_REASON_SHOWN, T_REASON, e->reason);
		show_text(t, T_INNER_SHOWN, T_INNER, e->note);
		attached_event(s->q, t, e->seq, s->files, s->nfiles);
		tpl_show_if(t, T_EVENT_NEW, (int64_t)(s->nevents - i) <= unseen);
	}
}

enum err course_show(struct course *s, struct tpl *d)
{
	TRY(course_load(s));
	show_dues(s, d);
	show_facts(s, d);
	show_clocks(s, d);
	show_ledger(s, d);
	show_events(s, d);
	return show_documents(s, d);
}
