/* case_apply.h - the parts of case_apply that have files of their own; for case_apply.c only. */
#ifndef DOMAIN_CASE_APPLY_H
#define DOMAIN_CASE_APPLY_H

#include "domain/case.h"
#include "domain/event.h"

/* act - one act, between its parts.  c is the case as it was read under the lock, and is moved step by step. */
struct act {
	const struct casework *w;
	struct casefile *c;
	const struct transition *t;
	const struct actor *a;
	const struct case_args *args; /* never NULL */
	struct case_result *out;
	enum state from;
	enum turn turn_before;
	int64_t seq; /* of the event */
	const char *reason, *note; /* as the event keeps them */
};

/* act_refuse - set what the page says and return e. */
enum err act_refuse(struct act *x, enum err e, const char *item, const char *say);

/* case_judge.c: record the verdicts and corrected fields that came with the act. */
MUST_CHECK enum err act_judge(struct act *x);
/* act_list - the notice lists what is wrong now. */
MUST_CHECK enum err act_list(struct act *x);

/* case_clock.c: move the clocks of the row; the ledger rows follow the event, which they refer to. */
struct clock_moves {
	struct clock_move {
		enum clock_name clock;
		enum clock_act act;
		day on_day;
		int64_t amount; /* 0: none */
		int unit;
		day due;
		bool provisional;
	} at[CLOCK_COUNT];
	size_t n;
};
MUST_CHECK enum err act_clocks(struct act *x, struct clock_moves *moves);
MUST_CHECK enum err act_ledger(const struct act *x, const struct clock_moves *moves);
/* act_rested_late - a clock that rests: its last day had passed when it began to. */
MUST_CHECK enum err act_rested_late(const struct act *x, enum clock_name clock, bool *late);

/* act_pauses - of a limit, from the ledger, after the day `since`; the last one ending today. */
struct clock_pause;
MUST_CHECK enum err act_pauses(struct act *x, enum clock_name clock, day since, struct clock_pause **pauses, size_t *n);

/* case_apply_part.c: the parts of a joint case.  _move: before the event is written, so that its papers show what has
 * become of them; _resume: with the clocks; _save: after the event. */
MUST_CHECK enum err act_parts_move(struct act *x);
MUST_CHECK enum err act_parts_resume(struct act *x, const struct clock_moves *moves);
MUST_CHECK enum err act_parts_save(struct act *x);
/* act_part_repeated - the named part is already what this act would make of it, by the same officer. */
bool act_part_repeated(struct act *x, enum action action);

/* case_tell.c: queue the messages of the event. */
MUST_CHECK enum err act_tell(const struct act *x);

#endif
