/* rating.h - ratings of services (好差评; domain D.5, FBK-1; GD 12.2; ZJG 10(6)).
 *
 * A service gives one right to rate it: per service at the counter, per case online.  Nothing is preselected, nothing is
 * granted when people stay silent, and the right is made in the transaction of the service itself, so that nobody can
 * withhold it.  Its holder may change the rating for `rating_change_days`.  What the database holds about the author of an
 * anonymous rating is said at the head of sql/schema/0018_rating.sql. */
#ifndef DOMAIN_RATING_H
#define DOMAIN_RATING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/case.h"

enum rating_kind {
	RATING_NONE,
	RATING_COUNTER,    /* a service at the window: once per ticket, or per counter act without one */
	RATING_ONLINE,     /* a step on the web: once per case */
	RATING_CONCLUSION, /* the case was decided: the right of RATING_ONLINE once more, or a new one */
	RATING_KINDS
};
const char *rating_kind_key(enum rating_kind k); /* counter */
enum rating_kind rating_kind_of(const char *key);
const char *rating_kind_name(enum rating_kind k); /* 窗口服务 */

/* rating_about - the service that people are invited to rate. */
struct rating_about {
	enum rating_kind kind;
	int64_t ticket_id;       /* RATING_COUNTER after a ticket; 0: a counter act of a case, see event_seq */
	msec since;              /* of a ticket: when it began to be served; counter acts of this officer since then are the same service */
	int64_t case_id;         /* 0: a ticket without a case */
	int64_t event_seq;       /* RATING_COUNTER without a ticket: the act */
	const char *stage;       /* key of the act (domain/lifecycle.h), or "ticket" */
	int64_t staff_id;        /* officer who served and is rated; 0: nobody in particular */
	const char *window_code; /* NULL: where that officer sits today (window_duty), if anywhere */
	const char *dept_code, *matter_code, *matter_name; /* NULL: none in particular */
	int64_t account_id;      /* who was served; 0: not known */
	struct bytes person;     /* blind index of their document number (cases.applicant_id_bidx); p NULL: not known */
	const char *phone;       /* in clear: a message with the link goes there; NULL: none */
	const char *subject_name; /* of that message: what was done, "老年人优待证" */
};

/* rating_invite - the right to rate this service.  Call it inside the transaction of the act that ends the service.  Calling it
 * again for the same service does nothing; RATING_CONCLUSION renews the right that RATING_ONLINE made.
 * Programs that call it need the statements rating_invite_*, rating_window_of and outbox_add (sql/stmt/rating.sql).
 * token: of /rate/{token}, under w->ctx; may be NULL.  errors: those of the database. */
MUST_CHECK enum err rating_invite(const struct casework *w, const struct rating_about *about, char **token);

#endif
