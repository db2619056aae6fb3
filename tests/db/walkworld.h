/* walkworld.h - a small city of its own for walks and storms: matters of every kind made up from a seed, people of every
 * post, and a database that nobody else sees (db/scratchdb.h), so that the clock job may run and numbers may be counted. */
#ifndef TESTS_DB_WALKWORLD_H
#define TESTS_DB_WALKWORLD_H

#include "db/scratchdb.h"
#include "domain/case.h"
#include "domain/case_part.h"
#include "domain/draft.h"
#include "domain/matter.h"

/* dice - numbers that come again with the same seed. */
struct dice {
	uint64_t at;
};
uint32_t dice_roll(struct dice *d, uint32_t sides);        /* 0 ... sides - 1 */
bool dice_in(struct dice *d, uint32_t n, uint32_t sides);  /* n times out of sides */

struct trait_span { /* special procedure or cause of suspension */
	bool visit; /* by two officers, before a grant */
	int days;
	bool rests_legal, rests_promised;
};
struct trait_part { /* of a joint matter (domain/case_part.h) */
	const char *dept; /* civil market fire */
	enum part_kind kind;
	int after; /* place of the part that comes first, from 1; 0: none */
	int days;  /* working days */
	bool may_guide, starts_promise;
	bool asked;    /* takes place only where the applicant asks for more (walk_case.more) */
	bool promises; /* where the applicant asks for more, it is granted on a promise */
};
#define TRAIT_PARTS 5
/* trait - what a made-up matter is like; its JSON is written from this, and the second clock reads nothing else. */
struct trait {
	const char *kind, *dept; /* instant promised upward joint; civil market */
	bool dept_accepts, confirms, whole, from_application;
	int gap_days, check_days; /* 0: none */
	int legal, promised;      /* amounts */
	const char *legal_unit, *promised_unit;
	int extension, delivery; /* working days; 0: none, and the law's ten */
	int mail_days;
	struct trait_span special[2], suspension[2];
	int nspecial, nsuspension;
	bool letter; /* the window may decide until LETTER_UNTIL */
	struct trait_part part[TRAIT_PARTS];
	int nparts;
	bool several; /* parts decide, each for itself; else the one decision among them is the lead's, of the whole */
};
#define TRAITS 40
#define TRAITS_JOINT 12 /* the first so many have parts */
#define LETTER_UNTIL (day_make(2025, 9, 30))

#define WALK_ACCOUNTS 4
enum walk_who { /* places in walkworld.who */
	WHO_APPLICANT,
	WHO_STRANGER = WHO_APPLICANT + WALK_ACCOUNTS - 1,
	WHO_SYSTEM,
	WHO_PRE_REVIEWER,
	WHO_PRE_REVIEWER_2,
	WHO_CLERK,
	WHO_CLERK_2,
	WHO_SUBSTITUTE, /* a clerk in place of WHO_CLERK (CQ 5.11.3) */
	WHO_ISSUER,
	WHO_COORDINATOR,
	WHO_MANAGER,
	WHO_SUPERVISOR,
	WHO_REVIEWER, /* of civil; and so on */
	WHO_REVIEWER_2,
	WHO_CHIEF,
	WHO_LEADER,
	WHO_MARKET, /* the same four of market */
	WHO_FIRE = WHO_MARKET + 4, /* and of fire, which leads no matter */
	WHO_COUNT = WHO_FIRE + 4
};

struct walkworld {
	void *ctx;
	struct scratchdb *db;
	struct casework account, apply, upload, desk, clock, eventcheck;
	struct trait trait[TRAITS];
	const struct matter *matter[TRAITS];
	struct actor who[WHO_COUNT];
	struct mform_answers answers; /* to a matter's form, all of them */
	msec now;
};

/* walkworld_make - database `name` with matters from the seed; fails the test when it cannot. */
struct walkworld *walkworld_make(const char *name, uint64_t seed);
/* walkworld_now - the time of every program, and memory for what they give until the next call. */
void walkworld_now(struct walkworld *w, msec now);
/* walkworld_empty - no cases, numbers from 1. */
void walkworld_empty(struct walkworld *w);
/* walkworld_fault - over all cases: numbers without a gap or twin (C.2, b), seals, and the records that acts leave in other
 * tables.  NULL, or what is wrong. */
const char *walkworld_fault(struct walkworld *w);
/* walkworld_as - one more connection under a program's account; for children after fork. */
struct casework walkworld_as(const struct walkworld *w, const char *program);
const struct casework *walkworld_of(const struct walkworld *w, const struct actor *a);

/* walk_case - a new case as the dice fall: channel, delivery, how each material comes, commitment.  trait < 0: any. */
struct walk_case {
	int64_t id;
	const struct trait *trait;
	bool web, mail, electronic, committed;
	bool more, singly; /* of joint matters: asks for more; wants each result as soon as it is there */
	int who; /* applicant's place in walkworld.who */
};
struct walk_case walk_case_make(struct walkworld *w, struct dice *d, int trait);
/* walk_case_open - as it is now, read by the desk. */
struct casefile *walk_case_open(struct walkworld *w, int64_t id);
/* walk_supply - the applicant or the window brings everything that the notice lists, or what was tolerated. */
void walk_supply(struct walkworld *w, const struct casefile *c, const struct actor *a);
/* walkworld_forgive - credit records are repaired, so that people may promise again. */
void walkworld_forgive(struct walkworld *w);
/* walk_args - what a row's form asks for, about the part that c->part_at names.  proper: all of it and right; else something
 * is missing or wrong. */
struct case_args walk_args(struct walkworld *w, struct dice *d, const struct casefile *c, enum action action, bool proper);

#endif
