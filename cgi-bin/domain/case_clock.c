/* case_clock.c - the clocks of a case: which ones an act moves, and to which day (domain C.3). */
#include "domain/case_apply.h"

#include "base/text.h"
#include "domain/clock.h"
#include "domain/matter.h"
#include "gen/sql.h"

#define NOTICE_DAYS 5 /* working days to ask for corrections (ALL 32(4)) */

/* Some limits run from receipt of the application, not from acceptance (domain 0-7); the time that the applicant takes
 * for a correction does not count then. */
static enum clock_act act_for(const struct act *x, enum clock_name clock)
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

static struct clock_limit limit_of(const struct act *x, enum clock_name clock)
{
	switch (clock) {
	case CLOCK_FEEDBACK:
		return (struct clock_limit){(int32_t)x->w->conf->feedback_days, CLOCK_WORKING_DAY};
	case CLOCK_CORRECTION:
		return (struct clock_limit){NOTICE_DAYS, CLOCK_WORKING_DAY};
	case CLOCK_LEGAL:
		return matter_limit_clock(&x->c->matter->limits.legal);
	case CLOCK_PROMISED:
		return matter_limit_clock(&x->c->matter->limits.promised);
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
		return x->c->accepted_day;
	case CLOCK_CORRECTION:
	case CLOCK_COUNT:
		break;
	}
	return msec_day(x->w->now);
}

/* pauses_of - from the ledger, the last one ending today. */
static enum err pauses_of(const struct act *x, enum clock_name clock, struct clock_pause **pauses, size_t *n)
{
	struct sql_case_ledger_row *rows;
	size_t nrows;

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
	if (!(x->c->running & CLOCK_BIT(clock)))
		return;
	x->c->running &= ~CLOCK_BIT(clock);
	note_move(moves, clock, act, msec_day(x->w->now));
}

static enum err run(struct act *x, enum clock_name clock, enum clock_act act, struct clock_moves *moves)
{
	struct clock_limit limit = limit_of(x, clock);
	struct clock_pause *pauses = NULL;
	size_t npauses = 0;
	day from = start_of(x, clock), due;

	if (act == CLOCK_RESUME)
		TRY(pauses_of(x, clock, &pauses, &npauses));
	enum err e = clock_due_limit(x->w->calendar, from, limit, pauses, npauses, &due);
	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	note_move(moves, clock, act, act == CLOCK_START ? from : msec_day(x->w->now));
	moves->at[moves->n - 1].amount = limit.amount;
	moves->at[moves->n - 1].unit = limit.unit;
	moves->at[moves->n - 1].due = due;
	moves->at[moves->n - 1].provisional = e == ERR_CALENDAR_GAP;
	x->c->due[clock] = due;
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
	case CLOCK_START:
	case CLOCK_RESUME:
	case CLOCK_MOVE:
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

enum err act_clocks(struct act *x, struct clock_moves *moves)
{
	bool started = false, provisional = false;

	moves->n = 0;
	for (int i = 0; i < CLOCK_COUNT; i++)
		TRY(move(x, (enum clock_name)i, moves));
	for (size_t i = 0; i < moves->n; i++) {
		started = started || moves->at[i].due != DAY_NONE;
		provisional = provisional || moves->at[i].provisional;
	}
	if (started)
		x->c->provisional = provisional;
	x->c->next_due = next_due(x->c);
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
