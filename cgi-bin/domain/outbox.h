/* outbox.h - messages to people: written with the event, sent by jobs/sender.
 * One row per event, person and channel; delivery is at least once: a sender that dies after handing a message over
 * and before saying so leads to a second copy, never to none. */
#ifndef DOMAIN_OUTBOX_H
#define DOMAIN_OUTBOX_H

#include "domain/case.h"

#define OUTBOX_LEASE_MS INT64_C(120000) /* another sender may take a message after this */
#define OUTBOX_TRIES 8                  /* then it is dead and stays for people to see */

/* outbox_quiet_end - t itself, or the end of the quiet hours (conf quiet_from, quiet_until) that t falls into. */
msec outbox_quiet_end(const struct conf *conf, msec t);
/* outbox_backoff - when to try again after the n-th failure (n >= 1): 1, 2, 4 ... minutes, at most 6 hours. */
msec outbox_backoff(msec now, int64_t attempts);

/* outbox_put - queue one message of an event (inside its transaction).  to: phone or address in clear. */
MUST_CHECK enum err outbox_put(const struct casework *w, int64_t case_id, int64_t event_seq, int64_t account_id,
			       const char *channel, const char *key, const char *subject, const char *body,
			       const char *to);

/* outbox_put_about - the same about something that is no case.  topic: a word of outbox.topic; id: its row; seq: which of
 * its messages, from 1.  errors: ERR_DUPLICATE when this message was queued before. */
MUST_CHECK enum err outbox_put_about(const struct casework *w, const char *topic, int64_t id, int64_t seq,
				     int64_t account_id, const char *channel, const char *key, const char *subject,
				     const char *body, const char *to);

struct outbox_message {
	int64_t id, account_id, attempts;
	const char *topic; /* "case", or as outbox_put_about had it */
	int64_t about_id, about_seq;
	const char *channel; /* sms, email */
	const char *subject, *body;
	const char *to;
};
/* outbox_adapter - hand one message over; *why (under ctx) says what went wrong. */
typedef enum err outbox_adapter(void *ctx, void *arg, const struct outbox_message *m, const char **why);

struct outbox_round {
	int64_t sent, failed, dead;
};
/* outbox_send - one round: claim what is due (SKIP LOCKED, so that several senders share the work), hand it over, note
 * the result.  me: name of this sender.  limit: messages at most. */
MUST_CHECK enum err outbox_send(const struct casework *w, const char *me, int64_t limit, outbox_adapter *adapter,
				void *arg, struct outbox_round *out);

#endif
