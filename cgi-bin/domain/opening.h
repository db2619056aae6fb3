/* opening.h - when a service group is open on a day: rules by weekday, the working-day calendar, closures.  Pure: no
 * database; whoever has the rows asks here.
 *
 * Working days of the calendar go by the rules of their weekday.  A Saturday or Sunday that is a working day (made up for a
 * holiday) goes by its own rules and, where it has none, by those of Friday.  A day that is no working day is closed, whatever
 * the rules say. */
#ifndef DOMAIN_OPENING_H
#define DOMAIN_OPENING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"
#include "domain/calendar.h"

#define MINUTES_OF_DAY 1440

/* One row of table opening.  Minutes after midnight. */
struct opening_rule {
	int64_t weekday; /* 1 Monday to 7 Sunday */
	int64_t from_min, until_min;
	int64_t slot_min; /* length of a booking slot */
	int64_t places;   /* to book in each slot */
	day from_day;
	day until_day; /* last day; DAY_NONE: open */
};

/* One row of table closure that holds. */
struct opening_closure {
	msec from_at, until_at;
	const char *reason;
};

/* A span in which the group is open: [from_min, until_min). */
struct opening_span {
	int64_t from_min, until_min;
	int64_t slot_min, places; /* of the rule that it comes from */
};
struct opening_spans {
	struct opening_span *at; /* in order of time, none within another of the same rule */
	size_t n;
};

/* What is known of one group. */
struct opening_of {
	const struct opening_rule *rules;
	size_t nrules;
	const struct opening_closure *closures;
	size_t nclosures;
};

/* opening_plan - by the rules and the calendar alone, closures left out: what would be open.
 * opening_day - the same with what closures leave of it. */
struct opening_spans opening_plan(void *ctx, const struct calendar *cal, const struct opening_of *o, day d);
struct opening_spans opening_day(void *ctx, const struct calendar *cal, const struct opening_of *o, day d);
/* opening_closed - the closure that takes some of [from_min, until_min) of this day, or NULL. */
const struct opening_closure *opening_closed(const struct opening_of *o, day d, int64_t from_min, int64_t until_min);

/* opening_clock - 09:00, from minutes after midnight.  opening_minute - back again; 24:00 is the end of the day; false leaves
 * *out alone. */
char *opening_clock(void *ctx, int64_t minute);
bool opening_minute(const char *text, int64_t *out);

#endif
