/* case_part.h - the parts of a joint case: parallel approval (REV-2) and one thing (REV-3).
 *
 * A matter lists what it is made of (struct matter_part).  When one part decides, that one is the decision of the case
 * itself, made by the lead, and the other parts are opinions to it (F7).  When several decide, each is a sub-case with a
 * number, a clock, a department and papers of its own, and the case is over when the last of them is (F8).
 *
 * The rule on silence and conflict.
 * - Every department has its own clock: the working days of its part, from the day the part is opened.  While the promised
 *   limit of the case rests, so does it.
 * - Silence.  An opinion that is not given by its last day counts as no objection, and advice is waited for no longer.  The clock job records that as an event of
 *   the case, and the supervisor is alerted; the department answers for what it did not say.  Until the case is decided it may
 *   still speak; and who spoke in time and speaks again is not late.  A decision is never made by silence: it is overdue,
 *   recorded and alerted, and stays to be made.
 * - Conflict.  While one department objects, the lead cannot grant.  The department may speak again, and its last word
 *   counts; else the lead refuses, for that reason.  Nobody decides for anybody else.
 * - The promised limit of the case may count from one part (F8: "from ①"): then the day on which that part ends starts it, and
 *   before that the parts rest when the special procedure or the suspension that runs would make that limit rest.
 * - Who granted a part may revoke it.  The others stand; the case is revoked when of all that was granted nothing stands.
 * - Refusal of one part does not stop the others.  Parts that come after it cannot take place, and are closed with that
 *   reason.  An opinion, whatever it says, is no refusal: what comes after it begins with it.  The case is granted when at
 *   least one part was, else refused. */
#ifndef DOMAIN_CASE_PART_H
#define DOMAIN_CASE_PART_H

#include "domain/case.h"

struct matter_part; /* domain/matter.h */

enum part_kind { PART_OPINION, PART_DECISION, PART_GUIDANCE };

struct case_part {
	int64_t seq;        /* place among the parts of the revision, from 1 */
	const char *key;
	const char *number; /* short number of the case and -01, -02, ... (D.4) */
	const char *name;
	const char *dept_code, *dept_name;
	int64_t after; /* seq of the part that comes first, or 0 */
	enum part_kind kind;
	int64_t days; /* working days from its opening */
	bool starts_promise; /* the promised limit of the case runs from the day this part ends */
	bool on_promise;     /* the applicant chose to promise instead of being examined first (CQ 5.3) */
	enum part_state state;
	day opened_day, due; /* DAY_NONE until it is opened */
	day ended_day;       /* decided, advised on or closed; DAY_NONE: not yet */
	const char *opinion; /* what was said, or why it was closed; or NULL */
	int64_t staff_id;
	const char *staff_name; /* or NULL */
	msec spoken_at;
	bool overdue; /* its last day passed before it was done */
	int64_t document_id, certificate_id; /* 0: none */
	msec ready_at; /* at the window by itself, before the others; MSEC_NONE: not */
	const char *ready_by;
	msec handed_at; /* given to the applicant by itself */
	const char *handed_to;
	bool changed; /* by the act that goes on */
};

/* case_parts_load - those that were made at acceptance; none for other cases.
 * case_parts_plan - those that there will be, as the answers stand, before acceptance. */
MUST_CHECK enum err case_parts_load(const struct casework *w, int64_t case_id, struct case_part **parts, size_t *n);
MUST_CHECK enum err case_parts_plan(const struct casework *w, const struct casefile *c, struct case_part **parts, size_t *n,
				    const char **collect);
/* case_part_find - by its seq, or NULL. */
struct case_part *case_part_find(const struct casefile *c, int64_t seq);
/* case_part_matter - what the revision says of it, or NULL. */
const struct matter_part *case_part_matter(const struct casefile *c, const struct case_part *p);
/* case_part_named - the part that acts are about now (casefile.part_at), or NULL. */
struct case_part *case_part_named(const struct casefile *c);
/* case_part_promised - the part from which the promised limit counts, or NULL: that counts from acceptance. */
struct case_part *case_part_promised(const struct casefile *c);
/* case_part_issuable - its result can be handed to the applicant now, by itself. */
bool case_part_issuable(const struct casefile *c, const struct case_part *p);
/* case_part_view - the case as the papers of its named part show it: number, name and department of that part. */
struct casefile case_part_view(const struct casefile *c);
/* case_part_facts - FACT_ bits about parts. */
factset case_part_facts(const struct casefile *c, const struct actor *a, day today);
/* case_parts_outcome - granted or refused, of a case whose parts are decided. */
const char *case_parts_outcome(const struct casefile *c);

/* case_open_to - this officer may open the case: case_visible, or their department has a part in it that was opened.  The one
 * question that every page asks which shows a case, its papers or its files. */
MUST_CHECK enum err case_open_to(const struct casework *w, const struct actor *a, int64_t case_id, const char *dept_code,
				 bool *may);

/* case_parts_round - for the clock job: what is overdue is recorded.  Safe to run on several machines. */
MUST_CHECK enum err case_parts_round(const struct casework *w, int64_t *late, int64_t *failed);

/* Stored keys.  The names of states are in domain/lifecycle.h. */
const char *part_kind_key(enum part_kind k);
const char *part_kind_name(enum part_kind k); /* 联办意见 */
/* part_open_still - somebody has yet to do something about it. */
bool part_open_still(enum part_state s);

#endif
