/* slot.h - times that can be booked: made from opening hours weeks ahead by the clock job, kept in step with rules and
 * closures without losing a booking, and counted for the calendar.
 *
 * A slot is as long as its rule says, counted from the beginning of the planned span; what a closure touches is closed as a
 * whole.  A slot that the rules do not know any more stays, closed, with those who booked it. */
#ifndef DOMAIN_SLOT_H
#define DOMAIN_SLOT_H

#include "domain/case.h"
#include "domain/opening.h"

/* PLACE_NEVER - opens_at of a place that cannot be taken any more. */
#define PLACE_NEVER (msec_make(day_make(9999, 12, 31), 0, 0, 0, 0))
#define RELEASE_HOUR 8          /* places are released from this hour on ... */
#define RELEASE_STAGGER_MIN 10  /* ... each group so many minutes after the one before it in the list, so that not everybody comes at once */
#define RELEASE_LATE_DAYS 2     /* a third of the places is kept until so many days before the visit */

/* slot_opens - when place no of n is released.  position: service_group.position, from 1. */
msec slot_opens(const struct conf *conf, day d, int64_t position, int64_t no, int64_t n);

/* One slot as the rules want it. */
struct slot_span {
	int64_t from_min, until_min, places;
	const char *why; /* closed: reason; NULL: open */
};
/* slot_plan - slots of a day; *out in order of time.  Returns how many. */
size_t slot_plan(void *ctx, const struct calendar *cal, const struct opening_of *o, day d, struct slot_span **out);

struct slot_round {
	int64_t made, changed, closed;
};
/* slots_round - today and the next conf book_days days of every group in step with rules, calendar and closures.  Each slot is
 * a transaction of its own; safe to run twice and beside people who book. */
MUST_CHECK enum err slots_round(const struct casework *w, struct slot_round *out);

/* Free places as they are now; what is not released yet counts as later. */
struct slot_count {
	day date;
	int64_t id;                  /* slot; 0 in counts of whole days */
	int64_t from_min, until_min; /* of a slot */
	int64_t free, later, taken;
	msec next_open; /* when the first of `later` is released; MSEC_NONE: none is */
	const char *closed_why; /* of a slot: NULL when open */
};
/* slot_days - one per day of [from, until] that has slots still to come.  slot_times - one per slot of a day, in order. */
MUST_CHECK enum err slot_days(const struct casework *w, const char *group, day from, day until, struct slot_count **out,
			      size_t *n);
MUST_CHECK enum err slot_times(const struct casework *w, const char *group, day d, struct slot_count **out, size_t *n);

#endif
