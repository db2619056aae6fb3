/* twin_part.c - the parts of a joint case, lived a second time by the rule that domain/case_part.h states. */
#include "db/twin.h"

#include <string.h>

#include "base/text.h"

#define RUNS "accepted in_review special_procedure"
#define OVER "decided result_held result_ready mailing delivered archived"
#define UNDONE "waiting open"
#define DECISIONS "granted refused"

/* index_named - of the part that an act is about, or -1. */
static int index_named(const struct twin *t, const struct twin_act *a)
{
	for (int i = 0; i < t->nparts && text_starts(a->action, "part_"); i++)
		if (t->part[i].seq == a->args->part)
			return i;
	return -1;
}

/* --- days --------------------------------------------------------------------------------------------- */

static bool resting(const struct twin *t)
{
	return t->nrests > 0 && t->rest[t->nrests - 1].to == NAIVE_NEVER;
}

/* part_due - a rest that goes on is taken to end today. */
static day part_due(const struct twin *t, const struct naive *n, const struct twin_part *p, day today)
{
	struct naive_question q = {.from = (int)p->opened - NAIVE_FIRST_DAY, .unit = NAIVE_WORKING, .amount = p->days,
				   .npauses = t->nrests};

	memcpy(q.pauses, t->rest, sizeof(q.pauses));
	if (resting(t))
		q.pauses[q.npauses - 1].to = (int)today - NAIVE_FIRST_DAY;
	return (day)(naive_due(n, &q) + NAIVE_FIRST_DAY);
}

void twin_parts_rest(struct twin *t, const struct naive *n, const char *was, day today)
{
	const struct trait *m = t->c.trait;
	bool rests = (text_eq(t->state, "special_procedure") && m->special[t->procedure - 1].rests_promised) ||
		     (text_eq(t->state, "suspended") && m->suspension[t->procedure - 1].rests_promised);

	if (text_eq(was, t->state) || rests == resting(t))
		return;
	if (rests) {
		t->rest[t->nrests++] = (struct naive_pause){(int)today - NAIVE_FIRST_DAY, NAIVE_NEVER};
		return;
	}
	t->rest[t->nrests - 1].to = (int)today - NAIVE_FIRST_DAY;
	for (int i = 0; i < t->nparts; i++)
		if (text_eq(t->part[i].state, "open"))
			t->part[i].due = part_due(t, n, &t->part[i], today);
}

/* --- coming and going --------------------------------------------------------------------------------- */

static void part_open(struct twin *t, const struct naive *n, struct twin_part *p, day today)
{
	p->state = "open";
	p->opened = today;
	p->due = part_due(t, n, p, today);
}

static void part_ends(struct twin_part *p, const char *state, int64_t by, day today)
{
	p->state = state;
	p->by = by;
	p->ended = today;
}

static bool takes_place(const struct twin *t, int place)
{
	return !t->c.trait->part[place - 1].asked || t->c.more;
}

/* comes_after - what does not take place is waited for by nobody, but its own turn is kept. */
static int comes_after(const struct twin *t, int place)
{
	int first = t->c.trait->part[place - 1].after;

	while (first && !takes_place(t, first))
		first = t->c.trait->part[first - 1].after;
	return first;
}

static void parts_make(struct twin *t, const struct naive *n, day today)
{
	const struct trait *m = t->c.trait;

	for (int place = 1; place <= m->nparts; place++) {
		const struct trait_part *p = &m->part[place - 1];
		bool whole = !m->several && p->kind == PART_DECISION;
		if (whole || !takes_place(t, place))
			continue;
		struct twin_part *mine = &t->part[t->nparts++];
		*mine = (struct twin_part){.seq = place, .after = comes_after(t, place), .kind = p->kind, .dept = p->dept,
					   .days = p->days, .may_guide = p->may_guide, .starts_promise = p->starts_promise,
					   .on_promise = p->promises && t->c.more, .state = "waiting", .opened = DAY_NONE,
					   .due = DAY_NONE, .ended = DAY_NONE};
		if (!mine->after)
			part_open(t, n, mine, today);
	}
}

/* Whoever waited for a part begins when it has ended, but after a refusal, or what could not take place, cannot begin. */
static void parts_follow(struct twin *t, const struct naive *n, const struct twin_part *ended, day today)
{
	for (int i = 0; i < t->nparts; i++) {
		struct twin_part *p = &t->part[i];
		if (p->after != ended->seq || !text_eq(p->state, "waiting"))
			continue;
		if (!word_in("refused closed", ended->state)) {
			part_open(t, n, p, today);
			continue;
		}
		part_ends(p, "closed", 0, today);
		parts_follow(t, n, p, today);
	}
}

static void part_done(struct twin *t, const struct naive *n, struct twin_part *p, const char *state, const struct twin_act *a)
{
	if (text_eq(p->state, "open"))
		p->overdue = p->overdue || part_due(t, n, p, a->today) < a->today;
	if (text_eq(state, "silent") && p->kind == PART_DECISION)
		return;
	part_ends(p, state, a->actor->id, a->today);
	parts_follow(t, n, p, a->today);
}

static void part_acts(struct twin *t, const struct naive *n, struct twin_part *p, const struct twin_act *a)
{
	static const struct {
		const char *action, *state;
	} ends[] = {{"part_agree", "agreed"}, {"part_object", "against"}, {"part_silent", "silent"},
		    {"part_grant", "granted"}, {"part_refuse", "refused"}, {"part_guide", "guided"}};

	for (size_t i = 0; i < LEN(ends); i++)
		if (text_eq(ends[i].action, a->action))
			part_done(t, n, p, ends[i].state, a);
	if (text_eq(a->action, "part_hand_result"))
		p->ready = true;
	if (text_eq(a->action, "part_issue"))
		p->handed = true;
	if (text_eq(a->action, "part_revoke")) {
		p->state = "revoked";
		p->by = a->actor->id;
	}
}

void twin_parts_move(struct twin *t, const struct naive *n, const struct twice *row, const struct twin_act *a)
{
	int named = index_named(t, a);

	if (word_in(row->effects, "accept"))
		parts_make(t, n, a->today);
	if (named >= 0)
		part_acts(t, n, &t->part[named], a);
	for (int i = 0; i < t->nparts; i++) {
		struct twin_part *p = &t->part[i];
		if (word_in("archived withdrawn terminated revoked", t->state) && word_in(UNDONE, p->state))
			part_ends(p, "closed", 0, a->today);
		/* what waited at the window by itself went with the rest */
		if (text_eq(row->to, "delivered") && p->ready && !text_eq(p->state, "revoked"))
			p->handed = true;
	}
}

/* --- questions ---------------------------------------------------------------------------------------- */

const char *twin_parts_outcome(const struct twin *t)
{
	for (int i = 0; i < t->nparts; i++)
		if (text_eq(t->part[i].state, "granted"))
			return "granted";
	return "refused";
}

bool twin_promise_waits(const struct twin *t)
{
	for (int i = 0; i < t->nparts; i++)
		if (t->part[i].starts_promise)
			return word_in(UNDONE, t->part[i].state);
	return false;
}

bool twin_promise_from_part(const struct twin *t)
{
	for (int i = 0; i < t->nparts; i++)
		if (t->part[i].starts_promise)
			return true;
	return false;
}

bool twin_resting(const struct twin *t)
{
	return resting(t);
}

const char *twin_parts_next(const struct twin *t)
{
	int undone = 0, revoked = 0, standing = 0, kept = 0, handed = 0;

	for (int i = 0; i < t->nparts; i++) {
		const struct twin_part *p = &t->part[i];
		undone += word_in(UNDONE, p->state);
		revoked += text_eq(p->state, "revoked");
		standing += text_eq(p->state, "granted");
		kept += word_in(DECISIONS, p->state) && !p->handed;
		handed += p->handed;
	}
	if (!t->c.trait->several)
		return NULL;
	if (word_in("accepted in_review", t->state) && undone == 0)
		return "parts_conclude";
	if (word_in(OVER, t->state) && text_eq(t->outcome, "granted") && revoked && !standing)
		return "parts_revoked";
	if (word_in("decided result_ready", t->state) && !t->clock[CLOCK_GAP].runs && handed && !kept)
		return "parts_delivered";
	return NULL;
}

int64_t twin_part_late(const struct twin *t, day today)
{
	const struct twin_part *late = NULL;

	for (int i = 0; i < t->nparts && word_in(RUNS, t->state) && !resting(t); i++) {
		const struct twin_part *p = &t->part[i];
		if (text_eq(p->state, "open") && !p->overdue && p->due < today && (!late || p->due < late->due))
			late = p;
	}
	return late ? late->seq : 0;
}

/* --- rules that no row may get round --------------------------------------------------------------------- */

static const char *whole_broken(const struct twin *t, const struct twin_act *a)
{
	bool decides = word_in("grant refuse forward", a->action);

	if (t->c.trait->several && (decides || text_eq(a->action, "revoke")))
		return "the lead decided or revoked for all departments";
	for (int i = 0; i < t->nparts; i++) {
		if (decides && word_in(UNDONE, t->part[i].state))
			return "decided before all departments had spoken";
		if (text_eq(a->action, "grant") && text_eq(t->part[i].state, "against"))
			return "granted while a department objects";
	}
	return NULL;
}

static const char *decision_broken(const struct twin *t, const struct twin_part *p, const struct twin_act *a)
{
	bool advice = text_eq(a->action, "part_guide");

	if (!text_eq(p->state, "open") && !(p->kind == PART_GUIDANCE && text_eq(p->state, "silent")))
		return "a part was decided that is not open";
	if (advice ? p->kind == PART_OPINION || (p->kind == PART_DECISION && !p->may_guide) : p->kind != PART_DECISION)
		return "a part was decided that gives no decision, or advised on that has to be decided";
	if (!advice && t->accepted_by && (a->actor->id == t->accepted_by || a->actor->acting_for == t->accepted_by))
		return "who accepted decided a part";
	return NULL;
}

static const char *result_broken(const struct twin *t, const struct twin_part *p, const struct twin_act *a)
{
	if (!t->c.singly || !word_in(DECISIONS, p->state))
		return "a part left by itself that was not wanted so, or has no decision";
	if (p->handed)
		return "a part was handed over twice";
	if (text_eq(a->action, "part_hand_result"))
		return p->ready ? "a part came to the window twice" : NULL;
	if (!p->ready && !text_eq(t->state, "result_ready"))
		return "a part was handed over that is not at the window";
	if (t->clock[CLOCK_GAP].runs)
		return "a part left with a gap open";
	return t->c.electronic && t->c.web ? "a part was issued at the window that stands in the account" : NULL;
}

const char *twin_part_broken(const struct twin *t, const struct twin_act *a)
{
	int named = index_named(t, a);
	const struct twin_part *p = named >= 0 ? &t->part[named] : NULL;

	if (!text_starts(a->action, "part_"))
		return whole_broken(t, a);
	if (!p)
		return "an act on a part that there is not";
	if (text_eq(a->action, "part_silent"))
		return !text_eq(p->state, "open") || resting(t) || p->due >= a->today ? "silence before the last day was over" : NULL;
	if (!text_eq(a->action, "part_issue") && !text_eq(a->actor->dept, p->dept))
		return "a department acted for another";
	if (word_in("part_agree part_object", a->action))
		return p->kind != PART_OPINION || text_eq(p->state, "waiting") ? "an opinion on what is no opinion, or too soon" : NULL;
	if (word_in("part_grant part_refuse part_guide", a->action))
		return decision_broken(t, p, a);
	if (text_eq(a->action, "part_revoke"))
		return text_eq(p->state, "granted") ? NULL : "a part was revoked that was not granted";
	return result_broken(t, p, a);
}

/* --- comparing -------------------------------------------------------------------------------------------- */

static const char *part_differs(void *ctx, const struct twin_part *mine, const struct case_part *p)
{
	char ours[DAY_TEXT], theirs[DAY_TEXT];

	if (p->seq != mine->seq || p->after != mine->after || p->kind != mine->kind || !text_eq(p->dept_code, mine->dept))
		return "its place, kind or department";
	if (!text_eq(part_state_key(p->state), mine->state))
		return mem_fmt(ctx, "it is %s, not %s", part_state_key(p->state), mine->state);
	if (p->opened_day != mine->opened || p->ended_day != mine->ended)
		return "the day of its opening or end";
	if (p->due != mine->due)
		return mem_fmt(ctx, "it is due %s, not %s", day_text(p->due, theirs), day_text(mine->due, ours));
	if (p->overdue != mine->overdue)
		return p->overdue ? "it is on record as overdue, and was not" : "it was overdue, and that is not on record";
	if ((p->ready_at != MSEC_NONE) != mine->ready || (p->handed_at != MSEC_NONE) != mine->handed)
		return "whether it is at the window, or handed over";
	if (p->staff_id != mine->by || p->starts_promise != mine->starts_promise || p->on_promise != mine->on_promise)
		return "who spoke, or what it promises";
	return NULL;
}

/* Without the twin: what has to hold of any part. */
static const char *part_impossible(const struct casefile *c, const struct case_part *p)
{
	const struct case_part *first = case_part_find(c, p->after);

	if (first && p->opened_day != DAY_NONE && part_open_still(first->state))
		return "opened before the one that it comes after has ended";
	if (part_open_still(p->state) && (state_terminal(c->state) || c->outcome))
		return "open although the case is over";
	if ((p->certificate_id != 0) != (p->state == PART_GRANTED || p->state == PART_REVOKED))
		return "a grant without its result, or a result of no grant";
	return NULL;
}

const char *twin_parts_differ(void *ctx, const struct twin *t, const struct casefile *c)
{
	const char *collect = !t->nparts || !t->c.trait->several ? NULL : t->c.singly ? "singly" : "together";

	if (c->nparts != (size_t)t->nparts)
		return mem_fmt(ctx, "%zu parts, not %d", c->nparts, t->nparts);
	if (!text_eq(text_or(c->collect, ""), text_or(collect, "")))
		return mem_fmt(ctx, "collected %s", text_or(c->collect, "at once"));
	for (int i = 0; i < t->nparts; i++) {
		const char *fault = part_differs(ctx, &t->part[i], &c->parts[i]);
		if (!fault)
			fault = part_impossible(c, &c->parts[i]);
		if (!fault && !text_eq(c->parts[i].number, mem_fmt(ctx, "%s-%02d", c->short_no, t->part[i].seq)))
			fault = "its number";
		if (fault)
			return mem_fmt(ctx, "part %d: %s", t->part[i].seq, fault);
	}
	return NULL;
}
