/* hall_change.h - changing the hall without losing anybody: who would lose a booked time, that what is confirmed is what was
 * shown, and the record of what was changed. */
#ifndef DOMAIN_HALL_CHANGE_H
#define DOMAIN_HALL_CHANGE_H

#include "domain/case.h"
#include "gen/sql.h"

/* Pages that keep the hall; the record of changes is kept by them. */
enum hall_topic { HALL_GROUP, HALL_WINDOW, HALL_HOURS, HALL_CLOSURE };
const char *hall_topic_key(enum hall_topic t);

#define DISPLACED_MAX 10000 /* bookings looked at; the count is "or more" from here on */

/* displaced - people whose booked time a change would take, in order of time, without those who know that already. */
struct displaced {
	struct sql_bookings_between_row *at;
	size_t n;
};
/* displaced_find - bookings of a group (NULL: all) that touch [from, until) and have not begun. */
MUST_CHECK enum err displaced_find(const struct casework *w, const char *group, msec from, msec until, struct displaced *out);
/* displaced_text - the message that number i will get, as booking_tell will write it.  why: reason in it. */
char *displaced_text(const struct casework *w, const struct displaced *d, size_t i, const char *why);

/* hall_sure - what the form that confirms carries: a keyed hash of the officer, of what is to be done, and of whom it displaces.
 * 26 characters.  what: everything that the preview showed, as text. */
#define HALL_SURE 26
char *hall_sure(const struct casework *w, const struct actor *a, const char *what, const struct displaced *d);

/* hall_change_add - for the record, inside the caller's transaction.  subject: group or window, NULL: the centre.  what: at most
 * 500 characters; longer ones are cut. */
MUST_CHECK enum err hall_change_add(const struct casework *w, const struct actor *a, enum hall_topic t, const char *subject,
				    const char *what);

#endif
