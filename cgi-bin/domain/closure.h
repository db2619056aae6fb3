/* closure.h - times out of the rule: a group or the whole centre is closed.  Booking stops at once; who had booked is told by the
 * clock job, and another time is kept for them (domain/booking_clock.c).  GD 9.5. */
#ifndef DOMAIN_CLOSURE_H
#define DOMAIN_CLOSURE_H

#include "domain/hall_change.h"

struct closure {
	const char *group, *group_name; /* NULL: the whole centre */
	msec from_at, until_at;         /* [from_at, until_at) */
	const char *reason;             /* told to the people affected */
};
/* closure_when - 3月10日（星期二）09:15 到 12:00 */
char *closure_when(void *ctx, msec from_at, msec until_at);
/* closure_preview - who would be displaced, and the word to confirm it with. */
MUST_CHECK enum err closure_preview(const struct casework *w, const struct actor *a, const struct closure *c,
				    struct displaced *people, const char **sure);
/* closure_make - close.  sure: of the preview.  errors: ERR_CONFLICT: another closure than was shown, or other people. */
MUST_CHECK enum err closure_make(const struct casework *w, const struct actor *a, const struct closure *c, const char *sure);
/* closure_take_back - the rest of it is open again; places come back with the next round of the clock job.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT: over, or taken back before. */
MUST_CHECK enum err closure_take_back(const struct casework *w, const struct actor *a, int64_t id);

#endif
