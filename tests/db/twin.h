/* twin.h - a case lived a second time, by the second table (unit/lifecycle_twice.h) and the second clock
 * (unit/naive_clock.h): what the portal made of a case is compared with it after every act. */
#ifndef TESTS_DB_TWIN_H
#define TESTS_DB_TWIN_H

#include "db/walkworld.h"
#include "unit/lifecycle_twice.h"
#include "unit/naive_clock.h"

struct twin_clock {
	bool runs, provisional;
	day from, due; /* due DAY_NONE: never started */
	int amount;
	const char *unit;
	struct naive_pause pauses[NAIVE_PAUSES];
	int npauses;
};

struct twin_part {
	int seq, after; /* as in the matter's list; after 0: none */
	enum part_kind kind;
	const char *dept;
	int days;
	bool may_guide, starts_promise, on_promise;
	const char *state;
	day opened, due, ended;
	int64_t by; /* officer who spoke last */
	bool overdue, ready, handed;
};

#define TWIN_DOCS 120
struct twin {
	struct walk_case c;
	const char *state;
	int64_t version;
	struct twin_clock clock[CLOCK_COUNT];
	day correction_from, received, accepted, remind; /* remind: last day before the next reminder */
	int64_t accepted_by, decided_by, claimed_by;
	int procedure, extended, round;
	bool pre_reviewed, permitted, asked, confirmed, inspected, on_spot, paper_sent, paper_signed;
	const char *opinion, *outcome;
	int reminders;
	struct twin_part part[TRAIT_PARTS];
	int nparts;
	struct naive_pause rest[NAIVE_PAUSES]; /* when the promised limit rested, or would have (domain/case_part.h) */
	int nrests;
	day told[3]; /* last days of clocks whose passing the supervisor was told of */
	int steps;
	char docs[TWIN_DOCS][68]; /* id and hash of each document when it was issued */
	int64_t doc_id[TWIN_DOCS];
	int ndocs;
};

/* twin_act - one event.  tolerates: some material is still to come when the case is accepted (C.4). */
struct twin_act {
	const char *action;
	const struct actor *actor;
	const struct case_args *args; /* or NULL */
	day today;
	bool tolerates;
	bool judged; /* verdicts changed something: what the department confirmed is void */
};
void twin_start(struct twin *t, const struct walk_case *c);
/* twin_row - the row of the second table for this actor in the twin's state, or NULL. */
const struct twice *twin_row(const struct twin *t, const char *action, const struct actor *actor);
void twin_move(struct twin *t, const struct naive *n, const struct twice *row, const struct twin_act *a);
/* twin_next - what the system does at once now, or NULL. */
const char *twin_next(const struct twin *t);
/* twin_papers - kinds of documents that the row issues, in order, with spaces.  Before twin_move for this act. */
const char *twin_papers(void *ctx, const struct twin *t, const struct twice *row, const struct twin_act *a);
/* twin_differs - NULL, or in words what of the case is not as the twin has it. */
const char *twin_differs(void *ctx, const struct twin *t, const struct casefile *c);

/* Parts of a joint case (twin_part.c); for twin.c: */
void twin_parts_move(struct twin *t, const struct naive *n, const struct twice *row, const struct twin_act *a);
/* twin_parts_rest - the act has led from the state `was`: the days of parts begin or cease to rest. */
void twin_parts_rest(struct twin *t, const struct naive *n, const char *was, day today);
bool twin_resting(const struct twin *t);
const char *twin_parts_next(const struct twin *t);
const char *twin_parts_outcome(const struct twin *t);
const char *twin_parts_differ(void *ctx, const struct twin *t, const struct casefile *c);
/* twin_promise_from_part - the promised limit counts from a part; twin_promise_waits - which has not ended. */
bool twin_promise_from_part(const struct twin *t);
bool twin_promise_waits(const struct twin *t);
/* and for the walk: */
/* twin_part_late - seq of the next part that the clock job has to record as late, or 0. */
int64_t twin_part_late(const struct twin *t, day today);
/* twin_part_broken - NULL, or in words the rule on joint cases that this act breaks.  Before twin_move. */
const char *twin_part_broken(const struct twin *t, const struct twin_act *a);

#endif
