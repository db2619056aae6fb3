/* event.h - the chain of events of a case: one row per act, each holding the hash of the one before.
 *
 * Canonical form, hashed with SHA-256: the 32 bytes of prev_hash, then these fields in order, each as its length in
 * bytes in decimal, ':', its bytes, and a line feed; NULL is "-" and a line feed:
 *   case_id, seq, at ("2026-02-12 09:30:00.123"), action, from_state, to_state, actor_kind, actor_id, actor_name, post,
 *   acting_for, acting_name, reason, note, clause, doc_id, doc_hash (hex)
 * Numbers are in decimal.  doc_hash is NULL without documents; else SHA-256 over the documents of the event in order of
 * id, each as kind, number and data in the same notation.  The first event's prev_hash is 32 zero bytes. */
#ifndef DOMAIN_EVENT_H
#define DOMAIN_EVENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/time.h"
#include "wrap/crypt.h"
#include "wrap/db.h"

struct event {
	int64_t case_id, seq;
	msec at;
	const char *action, *from_state, *to_state;
	const char *actor_kind;
	int64_t actor_id;
	const char *actor_name, *post;
	int64_t acting_for; /* 0: NULL */
	const char *acting_name, *reason, *note, *clause;
	int64_t doc_id;                   /* 0: NULL */
	struct bytes doc_hash;            /* p NULL: none */
	uint8_t prev_hash[HASH_SIZE];
};

/* event_hash - of the canonical form. */
void event_hash(const struct event *e, uint8_t out[static HASH_SIZE]);

/* event_docs - hash over documents, one call per document in order of id. */
struct event_docs {
	struct sha256 sum;
	size_t n;
};
void event_docs_start(struct event_docs *d);
void event_docs_add(struct event_docs *d, const char *kind, const char *number, const char *data);
void event_docs_end(struct event_docs *d, uint8_t out[static HASH_SIZE]);

/* event_check - walk the chain of one case, documents included.  *fault is NULL when it is whole, else one English line that
 * names the event: for the log and the check command.  errors: ERR_NOT_FOUND, ERR_UNAVAILABLE. */
MUST_CHECK enum err event_check(struct db *db, void *ctx, int64_t case_id, const char **fault);

#endif
