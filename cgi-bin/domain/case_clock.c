/* case_clock.c - the clocks of a case: which ones an act moves, and to which day (domain C.3). */
#include "domain/case_apply.h"

#include "base/text.h"
#include "domain/case_part.h"
#include "domain/clock.h"
#include "domain/matter.h"
#include "gen/sql.h"

#define NOTICE_DAYS 5 /* working days to ask for corrections (ALL 32(4)) */

/* Some limits run from receipt of the application, not from acceptance (domain 0-7); the time that the applicant takes
 * for a correction does not count then. */
static enum clock_act act_for_limit(const struct act *x, enum clock_name clock)
{
	const struct transition *t = x->t;
	enum clock_act usual = t->clocks[clock];

	if (clock != CLOCK_LEGAL || x->c->matter->limits.clock_start != CLOCK_FROM_APPLICATION)
		return usual;
	if (t->effects & EFFECT_RECEIVE)
		return CLOCK_START;
	if (t->to == STATE_CORRECTION)
		return CLOCK_PAUSE;
	if (x->from == STATE_CORRECTION && t->to == STATE_RECEIVED)
		return CLOCK_RESUME;
	return usual == CLOCK_START ? CLOCK_LEAVE : usual;
}

/* Where the promised limit counts from a part of a joint case (F8: "from ①"), it begins when that part has ended. */
static enum clock_act act_for_promise(const struct act *x, enum clock_act usual)
{
	const struct case_part *first = case_part_promised(x->c);
	bool begun = x->c->due[CLOCK_PROMISED] != DAY_NONE;

	if (usual != CLOCK_START)
		return usual;
	if (!first)
		return transition_of_part(x->t) ? CLOCK_LEAVE : CLOCK_START;
	return begun || part_open_still(first->state) ? CLOCK_LEAVE : CLOCK_START;
}

/* waits - such a promise has not begun; its rests are entered in the ledger all the same, for the parts go by them. */
static bool waits(const struct act *x, enum clock_name clock)
{
	return clock == CLOCK_PROMISED && case_part_promised(x->c) && x->c->due[clock] == DAY_NONE;
}

/* excluded - the flags of the special procedure or the cause of suspension that runs (domain 0-6): whether its time does not
 * count for this clock. */
static bool excluded(const struct act *x, enum clock_name clock)
{
	const struct matter_limits *l = &x->c->matter->limits;
	size_t at = (size_t)x->c->procedure_at - 1;
	bool special = x->from == STATE_SPECIAL_PROCEDURE || x->c->state == STATE_SPECIAL_PROCEDURE;

	if (special && at < l->special.n)
		return clock == CLOCK_LEGAL ? l->special.at[at].excludes_from_legal : l->special.at[at].excludes_from_promised;
	if (!special && at < l->suspension.n)
		return clock == CLOCK_LEGAL ? l->suspension.at[at].excludes_from_legal
					    : l->suspension.at[at].excludes_from_promised;
	return false;
}

static bool has_gap(const struct casefile *c)
{
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].state == MATERIAL_GAP)
			return true;
	return false;
}

/* wanted - whether this case has such a clock at all. */
static bool wanted(const struct act *x, enum clock_name clock)
{
	const struct casefile *c = x->c;

	switch (clock) {
	case CLOCK_GAP:
		return has_gap(c);
	case CLOCK_CHECK:
		return c->committed && text_eq(c->outcome, "granted");
	case CLOCK_MAIL:
		return text_eq(c->delivery, "mail");
	case CLOCK_FEEDBACK:
	case CLOCK_CORRECTION:
	case CLOCK_LEGAL:
	case CLOCK_PROMISED:
	case CLOCK_SPECIAL:
	case CLOCK_DELIVERY:
	case CLOCK_ARCHIVE:
	case CLOCK_COUNT:
		break;
	}
	return true;
}

static enum clock_act act_for(const struct act *x, enum clock_name clock)
{
	enum clock_act legal = act_for_limit(x, clock);
	enum clock_act usual = clock == CLOCK_PROMISED ? act_for_promise(x, legal) : legal;
	bool limit = clock == CLOCK_LEGAL || clock == CLOCK_PROMISED;
	bool of_review = x->t->to != STATE_CORRECTION && x->from != STATE_CORRECTION;

	/* where every part was refused there is no result to hold back */
	if (clock == CLOCK_GAP && (x->t->effects & EFFECT_CONCLUDE) && !text_eq(x->c->outcome, "granted"))
		return CLOCK_STOP;
	if (limit && of_review && (usual == CLOCK_PAUSE || usual == CLOCK_RESUME) && !excluded(x, clock))
		return CLOCK_LEAVE;
	return usual == CLOCK_START && !wanted(x, clock) ? CLOCK_LEAVE : usual;
}

#define DELIVERY_DAYS 10 /* ALL 44 */

/* limit_of - of a matter that an earlier revision left without one, the law's. */
static struct clock_limit limit_of(const struct act *x, enum clock_name clock)
{
	const struct matter *m = x->c->matter;

	switch (clock) {
	case CLOCK_FEEDBACK:
		return (struct clock_limit){(int32_t)x->w->conf->feedback_days, CLOCK_WORKING_DAY};
	case CLOCK_CORRECTION:
		return (struct clock_limit){NOTICE_DAYS, CLOCK_WORKING_DAY};
	case CLOCK_LEGAL:
		return matter_limit_clock(&x->c->matter->limits.legal);
	case CLOCK_PROMISED:
		return matter_limit_clock(&x->c->matter->limits.promised);
	case CLOCK_SPECIAL:
		return (struct clock_limit){(int32_t)x->args->days, CLOCK_WORKING_DAY};
	case CLOCK_GAP:
		return (struct clock_limit){m->settings.gap_days > 0 ? (int32_t)m->settings.gap_days : 1, CLOCK_WORKING_DAY};
	case CLOCK_DELIVERY:
		return m->limits.delivery.n ? matter_limit_clock(&m->limits.delivery.at[0])
					    : (struct clock_limit){DELIVERY_DAYS, CLOCK_WORKING_DAY};
	case CLOCK_MAIL:
		return (struct clock_limit){m->settings.mail_within_wd > 0 ? (int32_t)m->settings.mail_within_wd : 1,
					    CLOCK_WORKING_DAY};
	case CLOCK_CHECK:
		return (struct clock_limit){m->settings.check_days > 0 ? (int32_t)m->settings.check_days : 1,
					    CLOCK_WORKING_DAY};
	case CLOCK_ARCHIVE:
	case CLOCK_COUNT:
		break;
	}
	return (struct clock_limit){1, CLOCK_WORKING_DAY};
}

/* The day from which a limit counts; that day itself does not. */
static day start_of(const struct act *x, enum clock_name clock)
{
	switch (clock) {
	case CLOCK_FEEDBACK:
		return clock_event_day(x->w->now, x->w->conf->closing_hour);
	case CLOCK_LEGAL:
		return x->c->matter->limits.clock_start == CLOCK_FROM_APPLICATION ? x->c->received_day
										  : x->c->accepted_day;
	case CLOCK_PROMISED:
		return case_part_promised(x->c) ? case_part_promised(x->c)->ended_day : x->c->accepted_day;
	case CLOCK_GAP:
		return x->c->accepted_day;
	case CLOCK_CORRECTION:
	case CLOCK_SPECIAL:
	case CLOCK_DELIVERY:
	case CLOCK_MAIL:
	case CLOCK_CHECK:
	case CLOCK_ARCHIVE:
	case CLOCK_COUNT:
		break;
	}
	return msec_day(x->w->now);
}

enum err act_pauses(struct act *x, enum clock_name clock, day since, struct clock_pause **pauses, size_t *n)
{
	struct sql_case_ledger_row *rows;
	size_t nrows, all;

	TRY(sql_case_ledger(x->w->db, x->w->ctx, &(struct sql_case_ledger_in){.case_id = x->c->id}, &rows, &nrows));
	*pauses = mem_array(x->w->ctx, struct clock_pause, nrows);
	*n = 0;
	for (size_t i = 0; i < nrows; i++) {
		if (!text_eq(rows[i].clock, clock_key(clock)))
			continue;
		if (text_eq(rows[i].act, clock_act_key(CLOCK_PAUSE)))
			(*pauses)[(*n)++] = (struct clock_pause){rows[i].on_day, msec_day(x->w->now)};
		else if (text_eq(rows[i].act, clock_act_key(CLOCK_RESUME)) && *n > 0)
			(*pauses)[*n - 1].to = rows[i].on_day;
	}
	all = *n;
	*n = 0;
	for (size_t i = 0; i < all; i++)
		if ((*pauses)[i].to > since)
			(*pauses)[(*n)++] = (struct clock_pause){(*pauses)[i].from < since ? since : (*pauses)[i].from, (*pauses)[i].to};
	return ERR_NONE;
}

static void note_move(struct clock_moves *moves, enum clock_name clock, enum clock_act act, day on)
{
	moves->at[moves->n].clock = clock;
	moves->at[moves->n].act = act;
	moves->at[moves->n].on_day = on;
	moves->at[moves->n].amount = 0;
	moves->at[moves->n].due = DAY_NONE;
	moves->at[moves->n].provisional = false;
	moves->n++;
}

static void halt(struct act *x, enum clock_name clock, enum clock_act act, struct clock_moves *moves)
{
	bool rest = act == CLOCK_PAUSE && waits(x, clock);

	if (!(x->c->running & CLOCK_BIT(clock)) && !rest)
		return;
	x->c->running &= ~CLOCK_BIT(clock);
	note_move(moves, clock, act, msec_day(x->w->now));
}

/* same_day - who promises is served at once: the limit is the day of acceptance (CQ 5.3.2). */
static bool same_day(const struct act *x, enum clock_name clock)
{
	return clock == CLOCK_PROMISED && x->c->committed && x->c->extended_days == 0;
}

/* due_of - the last day.  An extension is so many working days more (ALL 42); the archive has until the end of the month
 * after the decision (ZJG 12(4)). */
static enum err due_of(struct act *x, enum clock_name clock, day from, const struct clock_pause *pauses, size_t npauses,
		       day *due)
{
	struct clock_limit limit = limit_of(x, clock);
	bool limited = clock == CLOCK_LEGAL || clock == CLOCK_PROMISED;
	int year, month, mday;

	if (same_day(x, clock)) {
		*due = from;
		return ERR_NONE;
	}
	if (clock == CLOCK_ARCHIVE) {
		day_split(from, &year, &month, &mday);
		*due = month >= 11 ? day_make(year + 1, month - 10, 1) - 1 : day_make(year, month + 2, 1) - 1;
		return ERR_NONE;
	}
	if (!limited || x->c->extended_days == 0)
		return clock_due_limit(x->w->calendar, from, limit, pauses, npauses, due);
	if (limit.unit == CLOCK_WORKING_DAY) {
		limit.amount += (int32_t)x->c->extended_days;
		return clock_due_limit(x->w->calendar, from, limit, pauses, npauses, due);
	}
	enum err e = clock_due_limit(x->w->calendar, from, limit, pauses, npauses, due);
	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	struct clock_limit more = {(int32_t)x->c->extended_days, CLOCK_WORKING_DAY};
	enum err then = clock_due_limit(x->w->calendar, *due, more, pauses, npauses, due);
	return then == ERR_NONE ? e : then;
}

static enum err run(struct act *x, enum clock_name clock, enum clock_act act, struct clock_moves *moves)
{
	struct clock_limit limit = limit_of(x, clock);
	struct clock_pause *pauses = NULL;
	size_t npauses = 0;
	day from = start_of(x, clock), due;

	if (act == CLOCK_RESUME || act == CLOCK_MOVE)
		TRY(act_pauses(x, clock, from, &pauses, &npauses));
	enum err e = due_of(x, clock, from, pauses, npauses, &due);
	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	note_move(moves, clock, act, act == CLOCK_START ? from : msec_day(x->w->now));
	struct clock_move *m = &moves->at[moves->n - 1];
	if (clock != CLOCK_ARCHIVE && !same_day(x, clock)) {
		m->amount = act == CLOCK_MOVE ? x->c->extended_days : limit.amount;
		m->unit = (int)(act == CLOCK_MOVE ? CLOCK_WORKING_DAY : limit.unit);
	}
	m->due = due;
	m->provisional = e == ERR_CALENDAR_GAP;
	x->c->due[clock] = due;
	/* a promise that begins in the midst of a special procedure rests until that is over */
	bool rests = act == CLOCK_START && clock == CLOCK_PROMISED && x->c->state == STATE_SPECIAL_PROCEDURE && excluded(x, clock);
	if (act != CLOCK_MOVE && !rests)
		x->c->running |= CLOCK_BIT(clock);
	if (clock == CLOCK_CORRECTION)
		x->c->correction_from = from;
	return ERR_NONE;
}

static enum err move(struct act *x, enum clock_name clock, struct clock_moves *moves)
{
	enum clock_act act = act_for(x, clock);

	switch (act) {
	case CLOCK_LEAVE:
		return ERR_NONE;
	case CLOCK_STOP:
	case CLOCK_PAUSE:
		halt(x, clock, act, moves);
		return ERR_NONE;
	case CLOCK_RESUME:
		if (waits(x, clock))
			note_move(moves, clock, act, msec_day(x->w->now));
		/* fall through */
	case CLOCK_MOVE:
		return x->c->due[clock] == DAY_NONE ? ERR_NONE : run(x, clock, act, moves);
	case CLOCK_START:
		return run(x, clock, act, moves);
	}
	return ERR_INTERNAL;
}

static day next_due(const struct casefile *c)
{
	day next = DUE_NEVER;

	for (int i = 0; i < CLOCK_COUNT; i++)
		if ((c->running & CLOCK_BIT(i)) && c->due[i] < next)
			next = c->due[i];
	return next;
}

static const struct clock_move *move_of(const struct clock_moves *moves, enum clock_name clock)
{
	for (size_t i = 0; i < moves->n; i++)
		if (moves->at[i].clock == clock && moves->at[i].due != DAY_NONE)
			return &moves->at[i];
	return NULL;
}

/* was_provisional - the due date that a clock has from an earlier event. */
static bool was_provisional(const struct sql_case_ledger_row *rows, size_t n, enum clock_name clock)
{
	bool provisional = false;

	for (size_t i = 0; i < n; i++)
		if (rows[i].due != DAY_NONE && text_eq(rows[i].clock, clock_key(clock)))
			provisional = rows[i].provisional;
	return provisional;
}

/* note_provisional - of the clocks that run now, whether this event set them or an earlier one. */
static enum err note_provisional(struct act *x, const struct clock_moves *moves)
{
	struct sql_case_ledger_row *rows = NULL;
	size_t n = 0;
	bool provisional = false;

	if (x->c->provisional)
		TRY(sql_case_ledger(x->w->db, x->w->ctx, &(struct sql_case_ledger_in){.case_id = x->c->id}, &rows, &n));
	for (int i = 0; i < CLOCK_COUNT; i++) {
		const struct clock_move *m = move_of(moves, (enum clock_name)i);
		if (x->c->running & CLOCK_BIT(i))
			provisional = provisional || (m ? m->provisional : was_provisional(rows, n, (enum clock_name)i));
	}
	x->c->provisional = provisional;
	return ERR_NONE;
}

enum err act_clocks(struct act *x, struct clock_moves *moves)
{
	moves->n = 0;
	for (int i = 0; i < CLOCK_COUNT; i++)
		TRY(move(x, (enum clock_name)i, moves));
	TRY(note_provisional(x, moves));
	x->c->next_due = next_due(x->c);
	return ERR_NONE;
}

enum err act_rested_late(const struct act *x, enum clock_name clock, bool *late)
{
	struct sql_case_ledger_row *rows;
	day since = DAY_NONE;
	size_t n;

	TRY(sql_case_ledger(x->w->db, x->w->ctx, &(struct sql_case_ledger_in){.case_id = x->c->id}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		if (text_eq(rows[i].clock, clock_key(clock)) && text_eq(rows[i].act, clock_act_key(CLOCK_PAUSE)))
			since = rows[i].on_day;
	*late = since != DAY_NONE && since > x->c->due[clock];
	return ERR_NONE;
}

enum err act_ledger(const struct act *x, const struct clock_moves *moves)
{
	for (size_t i = 0; i < moves->n; i++)
		TRY(sql_ledger_add(x->w->db,
				   &(struct sql_ledger_add_in){
					   .case_id = x->c->id,
					   .event_seq = x->seq,
					   .clock = clock_key(moves->at[i].clock),
					   .act = clock_act_key(moves->at[i].act),
					   .on_day = moves->at[i].on_day,
					   .amount = moves->at[i].amount,
					   .unit = moves->at[i].amount
							   ? clock_unit_key((enum clock_unit)moves->at[i].unit)
							   : NULL,
					   .due = moves->at[i].due,
					   .provisional = moves->at[i].provisional,
					   .clause = x->t->clause,
				   },
				   NULL));
	return ERR_NONE;
}
