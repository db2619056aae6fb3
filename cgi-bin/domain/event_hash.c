/* event_hash.c - the canonical form of events: without a database, so that an archive package is checked by the same code. */
#include "domain/event.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

/* --- canonical form ---------------------------------------------------------------------------------- */

static void add_field(struct sha256 *s, const char *value)
{
	char length[24];

	if (!value) {
		sha256_add(s, "-\n", 2);
		return;
	}
	int n = snprintf(length, sizeof(length), "%zu:", strlen(value));
	sha256_add(s, length, (size_t)n);
	sha256_add(s, value, strlen(value));
	sha256_add(s, "\n", 1);
}

static void add_int(struct sha256 *s, int64_t value)
{
	char text[24];

	snprintf(text, sizeof(text), "%" PRId64, value);
	add_field(s, text);
}

static void add_ref(struct sha256 *s, int64_t value)
{
	if (value)
		add_int(s, value);
	else
		add_field(s, NULL);
}

static void add_hash(struct sha256 *s, struct bytes hash)
{
	char hex[2 * HASH_SIZE + 1];

	if (!hash.p || hash.n != HASH_SIZE) {
		add_field(s, NULL);
		return;
	}
	for (size_t i = 0; i < HASH_SIZE; i++)
		snprintf(hex + 2 * i, 3, "%02x", hash.p[i]);
	add_field(s, hex);
}

void event_hash(const struct event *e, uint8_t out[static HASH_SIZE])
{
	char at[MSEC_TEXT];
	struct sha256 s;

	sha256_start(&s);
	sha256_add(&s, e->prev_hash, HASH_SIZE);
	add_int(&s, e->case_id);
	add_int(&s, e->seq);
	add_field(&s, msec_text(e->at, at));
	add_field(&s, e->action);
	add_field(&s, e->from_state);
	add_field(&s, e->to_state);
	add_field(&s, e->actor_kind);
	add_int(&s, e->actor_id);
	add_field(&s, e->actor_name);
	add_field(&s, e->post);
	add_ref(&s, e->acting_for);
	add_field(&s, e->acting_name);
	add_field(&s, e->reason);
	add_field(&s, e->note);
	add_field(&s, e->clause);
	add_ref(&s, e->doc_id);
	add_hash(&s, e->doc_hash);
	sha256_end(&s, out);
}

void event_docs_start(struct event_docs *d)
{
	sha256_start(&d->sum);
	d->n = 0;
}

void event_docs_add(struct event_docs *d, const char *kind, const char *number, const char *data)
{
	add_field(&d->sum, kind);
	add_field(&d->sum, number);
	add_field(&d->sum, data);
	d->n++;
}

void event_docs_end(struct event_docs *d, uint8_t out[static HASH_SIZE])
{
	sha256_end(&d->sum, out);
}
