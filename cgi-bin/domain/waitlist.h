/* waitlist.h - those who want to come on a day that is full.  A place that becomes free is kept for the first of them, who has
 * conf offer_minutes to take it; then it goes to the next. */
#ifndef DOMAIN_WAITLIST_H
#define DOMAIN_WAITLIST_H

#include "domain/booking.h"

#define OFFER_GRACE_MS INT64_C(180000) /* the place stays kept a little longer than the offer, for the clock job to pass it on */

struct waiting {
	int64_t id;
	const char *group, *group_name, *subject;
	day date;
	const char *state; /* waiting, offered, taken, lapsed, left */
	msec offer_until;
	const char *hold; /* offered: as booking_hold_text */
	int64_t before;   /* people in front */
	struct bytes live_key;
};
/* waitlist_join - errors: ERR_CONFLICT with *say (is on the list, or has a booking). */
MUST_CHECK enum err waitlist_join(const struct casework *w, const struct booking_subject *s, const struct booking_person *who,
				  day d, const char **say);
MUST_CHECK enum err waitlist_of(const struct casework *w, int64_t account_id, struct waiting **out, size_t *n);
MUST_CHECK enum err waitlist_leave(const struct casework *w, int64_t account_id, int64_t id);
/* waitlist_taken - the hold of an offer was confirmed. */
MUST_CHECK enum err waitlist_taken(const struct casework *w, const struct booking_hold *h);
/* waitlist_pass - inside a transaction that has just freed this place: keep it for the first who waits.  *passed: somebody did. */
MUST_CHECK enum err waitlist_pass(const struct casework *w, int64_t slot_id, int64_t no, bool *passed);
/* waitlist_round - offers that ran out, and free places of days for which somebody waits. */
MUST_CHECK enum err waitlist_round(const struct casework *w, int64_t *offered);

#endif
