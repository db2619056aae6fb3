/* promise.h - what applicants promise: to bring a tolerated material later (容缺, domain C.4), and that they meet the
 * conditions of a matter (告知承诺, C.5; CQ 5.3, App B); and the record of those who broke a promise.
 *
 * The promise is made before the application is handed in: online by a confirmation in the account, at the window on
 * paper that an officer takes.  The letters themselves are issued at acceptance (domain/commitment.h). */
#ifndef DOMAIN_PROMISE_H
#define DOMAIN_PROMISE_H

#include "domain/case.h"
#include "domain/matter.h"

enum promise_kind { PROMISE_GAP, PROMISE_COMMITMENT, PROMISE_KINDS };

/* Working days in which a commitment is made, from the day on which the applicant had the notice; who is later is served by
 * the ordinary procedure (CQ App B 5: 三日内; days are working days by ALL 82). */
#define PROMISE_DAYS 3

struct promise {
	const char *way;     /* online, paper; NULL: there is none of this kind */
	day told;            /* the applicant had the notice */
	msec made_at;        /* MSEC_NONE: chosen, and not promised yet */
	const char *made_by; /* name; NULL while not promised */
};
struct promises {
	struct promise at[PROMISE_KINDS];
};
MUST_CHECK enum err promise_load(const struct casework *w, int64_t case_id, struct promises *out);
/* promise_title - of the letter: 容缺受理承诺书, 信用承诺书. */
const char *promise_title(enum promise_kind kind);
/* promise_way_text - 网上确认, 当面签字. */
const char *promise_way_text(const struct promise *p);

/* promise_until - the last day for a commitment of which the applicant had the notice on `told`; provisional when the
 * calendar of the next year is not there yet. */
day promise_until(const struct casework *w, day told);

/* The credit record of the case's applicant (CQ App B 7): who broke a promise and has not put it right promises nothing more
 * in this city, neither conditions nor materials. */
struct credit {
	int64_t id; /* 0: nothing is recorded, or it was put right */
	msec recorded_at;
	const char *reason;
};
MUST_CHECK enum err credit_find(const struct casework *w, const struct casefile *c, struct credit *out);

/* promise_needs - what remains of the ways to hand a material in: a promise instead only in the commitment mode, and
 * neither that nor a gap for who has a record. */
MUST_CHECK enum err promise_needs(const struct casework *w, const struct casefile *c, struct material_need *need);

/* What the applicant may choose now. */
struct promise_choice {
	bool offered;         /* the matter is handled by commitment for those who want it */
	const char *why_not;  /* one sentence when the mode is refused to this applicant, or NULL */
	bool by_credit;       /* because of the credit record */
	day until;            /* the commitment has to be made by then; DAY_NONE: the notice was not given yet */
};
MUST_CHECK enum err promise_choice_find(const struct casework *w, const struct casefile *c, struct promise_choice *out);

/* promise_mode_set - by commitment or by the ordinary procedure; in a draft only.  signed_paper: the officer has the letter
 * with the applicant's signature; officers need it to choose the commitment.
 * errors: ERR_FORBIDDEN (matter, credit record, too late), ERR_INVALID (no signature), those of draft_hold; *say tells. */
MUST_CHECK enum err promise_mode_set(const struct casework *w, const struct actor *a, int64_t case_id, bool committed,
				     bool signed_paper, const char **say);
/* promise_sign - the applicant confirms online; kinds: bits 1 << PROMISE_.  What the case does not need is left out.
 * errors: ERR_FORBIDDEN when it is too late or refused; *say tells. */
MUST_CHECK enum err promise_sign(const struct casework *w, const struct actor *a, int64_t case_id, uint32_t kinds,
				 const char **say);
/* promise_tolerate - inside the transaction that leaves a material for later: at the window the officer has the signed
 * promise, online it has to be confirmed (anew). */
MUST_CHECK enum err promise_tolerate(const struct casework *w, const struct actor *a, const struct casefile *c);

/* promise_check - inside the submission: everything that this case needs is promised, in time, by somebody who may.
 * *note: the promises in words, for the event, NULL when there are none.  errors: ERR_INVALID with *say. */
MUST_CHECK enum err promise_check(const struct casework *w, const struct casefile *c, const char **note,
				  const char **say);

/* promise_gap_open - a tolerated material that may still be brought: accepted, not closed, and its clock runs (C.4). */
bool promise_gap_open(const struct casefile *c, const struct case_item *it);
/* promise_gaps_open - how many of those; *left: of them, not handed in yet. */
size_t promise_gaps_open(const struct casefile *c, size_t *left);

/* credit_repair - the record is put right, with the reason that the person is told; once (国办发〔2020〕42号; CQ App B 7).
 * errors: ERR_FORBIDDEN (not the coordinator or manager), ERR_INVALID (no reason), ERR_NOT_FOUND (unknown or done before). */
MUST_CHECK enum err credit_repair(const struct casework *w, const struct actor *a, int64_t id, const char *reason,
				  const char **say);

#endif
