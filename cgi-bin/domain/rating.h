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

/* --- levels and tags ---------------------------------------------------------------------------------- */

#define RATING_LEVELS 5     /* 5 very satisfied ... 1 not at all satisfied */
#define RATING_BAD 2        /* 2 and 1 are negative (差评) */
#define RATING_TEXT_MAX 500 /* characters */
const char *rating_level_name(int64_t level); /* 非常满意; "" out of range */
static inline bool rating_bad(int64_t level)
{
	return level <= RATING_BAD;
}

struct rating_tag {
	const char *key, *name;
	int min, max; /* levels at which it is offered */
};
/* rating_tags - ends with a row whose key is NULL. */
extern const struct rating_tag rating_tags[];
/* rating_tags_for - those of a posted list that exist and fit the level, each once, in table order, separated by blanks. */
char *rating_tags_for(void *ctx, const char *const *posted, size_t n, int64_t level);
/* rating_tags_names - 办得快、说得清楚 of stored keys. */
char *rating_tags_names(void *ctx, const char *keys);

/* --- the holder of a token ------------------------------------------------------------------------------ */

struct sql_rating_right_row;
struct sql_rating_order_row;

/* rating_right - what the holder of /rate/{token} may do now. */
struct rating_right {
	const struct sql_rating_right_row *invite;
	struct bytes link;
	/* the newest rating of this right; id 0: none yet */
	int64_t id, round, level;
	const char *tags;
	const char *text; /* as written, or NULL */
	bool anonymous, waits; /* waits: for review */
	day given_day;
	bool contact; /* left a way to be reached */
	const struct sql_rating_order_row *order; /* of a bad rating, or NULL */
	bool may_rate, may_change, may_again; /* first; the newest; after the reply to a bad one */
	day until; /* of what is possible now, or DAY_NONE */
};

/* rating_right_of - errors: ERR_NOT_FOUND for anything that is no valid token. */
MUST_CHECK enum err rating_right_of(const struct casework *w, const char *token, struct rating_right *out);

struct rating_given {
	int64_t level;
	const char *tags; /* of rating_tags_for */
	const char *text; /* NULL: none */
	bool named;       /* the author wants to be named; else nothing that leads to them is kept */
	const char *contact; /* how they want to be reached; NULL: not at all */
	const char *channel; /* web, qr, sms, device */
};
/* rating_give - the first rating, a change of it, or one more after a reply: whatever the right allows.  One transaction; two
 * taps at once give one rating.  A bad one opens an order at once.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT (too late, *say tells the holder why); ERR_INVALID. */
MUST_CHECK enum err rating_give(const struct casework *w, const char *token, const struct rating_given *given, const char **say);

/* rating_text_open - the words as written, for handlers; NULL bytes give NULL. */
MUST_CHECK enum err rating_text_open(const struct casework *w, struct bytes sealed, char **text);
MUST_CHECK enum err rating_contact_open(const struct casework *w, struct bytes sealed, char **contact);

/* rating_window_open - token of the newest right of a window that is not rated yet and not older than rating_screen_min;
 * NULL: none. */
MUST_CHECK enum err rating_window_open(const struct casework *w, const char *window_code, char **token);

/* rating_token_of_ref - of an invitation's ref. */
char *rating_token_of_ref(const struct casework *w, struct bytes ref);

#endif
