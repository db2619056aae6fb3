#include "domain/event.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "gen/sql.h"

/* --- checking ---------------------------------------------------------------------------------------- */

struct walk {
	void *ctx;
	struct sql_check_documents_row *docs;
	size_t ndocs, at; /* documents come in the order of their events */
	uint8_t head[HASH_SIZE];
};

static bool same(struct bytes b, const uint8_t *hash)
{
	return b.n == HASH_SIZE && memcmp(b.p, hash, HASH_SIZE) == 0;
}

/* check_docs - the documents of one event against its doc_hash. */
static const char *check_docs(struct walk *k, const struct sql_check_events_row *e)
{
	struct event_docs sum;
	uint8_t hash[HASH_SIZE];
	int64_t first = k->at < k->ndocs ? k->docs[k->at].id : 0;

	if (k->at < k->ndocs && k->docs[k->at].event_seq < e->seq)
		return mem_fmt(k->ctx, "document %" PRId64 " belongs to no event", first);
	event_docs_start(&sum);
	for (; k->at < k->ndocs && k->docs[k->at].event_seq == e->seq; k->at++)
		event_docs_add(&sum, k->docs[k->at].kind, k->docs[k->at].number, k->docs[k->at].data);
	event_docs_end(&sum, hash);
	if (sum.n == 0)
		return e->doc_id || e->doc_hash.p ? mem_fmt(k->ctx, "event %" PRId64 ": its document is missing", e->seq)
						  : NULL;
	if (e->doc_id != first || !same(e->doc_hash, hash))
		return mem_fmt(k->ctx, "event %" PRId64 ": a document was changed, added or removed", e->seq);
	return NULL;
}

static const char *check_event(struct walk *k, int64_t case_id, int64_t seq, const struct sql_check_events_row *e)
{
	struct event ev = {
		.case_id = case_id, .seq = e->seq, .at = e->at,
		.action = e->action, .from_state = e->from_state, .to_state = e->to_state,
		.actor_kind = e->actor_kind, .actor_id = e->actor_id, .actor_name = e->actor_name, .post = e->post,
		.acting_for = e->acting_for, .acting_name = e->acting_name, .reason = e->reason, .note = e->note,
		.clause = e->clause, .doc_id = e->doc_id, .doc_hash = e->doc_hash,
	};
	uint8_t hash[HASH_SIZE];

	if (e->seq != seq)
		return mem_fmt(k->ctx, "event %" PRId64 " is missing", seq);
	if (!same(e->prev_hash, k->head))
		return mem_fmt(k->ctx, "event %" PRId64 " does not follow on the one before it", seq);
	memcpy(ev.prev_hash, k->head, HASH_SIZE);
	event_hash(&ev, hash);
	if (!same(e->hash, hash))
		return mem_fmt(k->ctx, "event %" PRId64 " was changed", seq);
	memcpy(k->head, hash, HASH_SIZE);
	return check_docs(k, e);
}

static const char *check_end(const struct walk *k, const struct sql_check_case_row *c,
			     const struct sql_check_events_row *events, size_t n)
{
	if ((int64_t)n < c->event_count)
		return mem_fmt(k->ctx, "the last %" PRId64 " events are missing", c->event_count - (int64_t)n);
	if ((int64_t)n > c->event_count)
		return mem_fmt(k->ctx, "event %" PRId64 " was added", c->event_count + 1);
	if (k->at < k->ndocs)
		return mem_fmt(k->ctx, "document %" PRId64 " belongs to no event", k->docs[k->at].id);
	if (n == 0)
		return NULL;
	if (!same(c->event_head, k->head))
		return "the case does not name its last event";
	return text_eq(c->state, events[n - 1].to_state) ? NULL : "the state is not that of the last event";
}

enum err event_check(struct db *db, void *ctx, int64_t case_id, const char **fault)
{
	struct sql_check_case_row *c;
	struct sql_check_events_row *events;
	struct walk k = {.ctx = ctx};
	size_t n;

	*fault = NULL;
	TRY(sql_check_case(db, ctx, &(struct sql_check_case_in){.id = case_id}, &c));
	TRY(sql_check_events(db, ctx, &(struct sql_check_events_in){.case_id = case_id}, &events, &n));
	TRY(sql_check_documents(db, ctx, &(struct sql_check_documents_in){.case_id = case_id}, &k.docs, &k.ndocs));
	for (size_t i = 0; i < n && !*fault; i++)
		*fault = check_event(&k, case_id, (int64_t)i + 1, &events[i]);
	if (!*fault)
		*fault = check_end(&k, c, events, n);
	return ERR_NONE;
}
