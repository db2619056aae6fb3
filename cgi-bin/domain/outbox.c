#include "domain/outbox.h"

#include "base/log.h"
#include "base/text.h"
#include "gen/sql.h"

#define HOUR_MS INT64_C(3600000)
#define SEALED_AS "outbox.to_sealed"

/* --- times ------------------------------------------------------------------------------------------- */

msec outbox_quiet_end(const struct conf *conf, msec t)
{
	day d = msec_day(t);
	int64_t hour = (t - msec_make(d, 0, 0, 0, 0)) / HOUR_MS;
	int64_t from = conf->quiet_from, until = conf->quiet_until;

	if (from == until)
		return t;
	if (from < until) /* within one day */
		return hour >= from && hour < until ? msec_make(d, 0, 0, 0, 0) + until * HOUR_MS : t;
	if (hour >= from)
		return msec_make(d + 1, 0, 0, 0, 0) + until * HOUR_MS;
	return hour < until ? msec_make(d, 0, 0, 0, 0) + until * HOUR_MS : t;
}

msec outbox_backoff(msec now, int64_t attempts)
{
	int64_t minutes = 360;

	if (attempts < 9)
		minutes = INT64_C(1) << (attempts > 0 ? attempts - 1 : 0);
	return now + minutes * 60000;
}

/* --- queueing ---------------------------------------------------------------------------------------- */

/* put - everything but the address and the times comes from the caller. */
static enum err put(const struct casework *w, struct sql_outbox_add_in *m, const char *to)
{
	m->to_sealed = field_seal(w->ctx, w->keys, SEALED_AS, 0, to);
	m->next_at = outbox_quiet_end(w->conf, w->now);
	m->now = w->now;
	return sql_outbox_add(w->db, m, NULL);
}

enum err outbox_put(const struct casework *w, int64_t case_id, int64_t event_seq, int64_t account_id,
		    const char *channel, const char *key, const char *subject, const char *body, const char *to)
{
	return put(w,
		   &(struct sql_outbox_add_in){.case_id = case_id, .event_seq = event_seq, .account_id = account_id,
					       .channel = channel, .template = key, .subject = subject, .body = body},
		   to);
}

enum err outbox_put_about(const struct casework *w, const char *topic, int64_t id, int64_t seq, int64_t account_id,
			  const char *channel, const char *key, const char *subject, const char *body, const char *to)
{
	return put(w,
		   &(struct sql_outbox_add_in){.topic = topic, .topic_id = id, .topic_seq = seq,
					       .account_id = account_id, .channel = channel, .template = key,
					       .subject = subject, .body = body},
		   to);
}

/* --- sending ----------------------------------------------------------------------------------------- */

struct claim {
	const struct casework *w;
	const char *me;
	int64_t limit;
	struct sql_outbox_due_row *rows;
	size_t n;
};

/* Short: the rows are marked as ours and let go before anything slow happens. */
static enum err claim_rows(void *arg)
{
	struct claim *c = arg;

	TRY(sql_outbox_due(c->w->db, c->w->ctx, &(struct sql_outbox_due_in){.now = c->w->now, .limit = c->limit},
			   &c->rows, &c->n));
	for (size_t i = 0; i < c->n; i++)
		TRY(sql_outbox_lease(c->w->db,
				     &(struct sql_outbox_lease_in){.id = c->rows[i].id, .lease_by = c->me,
								   .lease_until = c->w->now + OUTBOX_LEASE_MS},
				     NULL));
	return ERR_NONE;
}

static enum err note_failure(const struct casework *w, const char *me, const struct outbox_message *m,
			     const char *why, struct outbox_round *out)
{
	bool dead = m->attempts >= OUTBOX_TRIES;

	log_warn("message %lld, try %lld: %s", (long long)m->id, (long long)m->attempts, why);
	if (dead)
		out->dead++;
	else
		out->failed++;
	return sql_outbox_failed(w->db,
				 &(struct sql_outbox_failed_in){
					 .id = m->id,
					 .lease_by = me,
					 .state = dead ? "dead" : "queued",
					 .next_at = outbox_quiet_end(w->conf, outbox_backoff(w->now, m->attempts)),
					 .last_error = mem_copy(w->ctx, why, utf8_prefix(why, 300)),
				 },
				 NULL);
}

static enum err open_message(const struct casework *w, int64_t id, struct outbox_message *m)
{
	struct sql_outbox_get_row *r;
	char *to;

	TRY(sql_outbox_get(w->db, w->ctx, &(struct sql_outbox_get_in){.id = id}, &r));
	*m = (struct outbox_message){.id = r->id, .topic = r->topic, .about_id = r->about_id,
				     .about_seq = r->about_seq, .account_id = r->account_id, .attempts = r->attempts, .channel = r->channel,
				     .subject = r->subject, .body = r->body};
	TRY(field_open(w->ctx, w->keys, SEALED_AS, 0, r->to_sealed, &to));
	m->to = to;
	return ERR_NONE;
}

static enum err send_one(const struct casework *w, const char *me, int64_t id, outbox_adapter *adapter, void *arg,
			 struct outbox_round *out)
{
	struct outbox_message m = {.id = id};
	const char *why = "unknown";
	enum err e = open_message(w, id, &m);

	if (e == ERR_UNAVAILABLE)
		return e;
	if (e != ERR_NONE)
		return note_failure(w, me, &m, "the address cannot be opened", out);
	if (adapter(w->ctx, arg, &m, &why) != ERR_NONE)
		return note_failure(w, me, &m, why, out);
	out->sent++;
	return sql_outbox_sent(w->db, &(struct sql_outbox_sent_in){.id = id, .lease_by = me, .now = w->now}, NULL);
}

enum err outbox_send(const struct casework *w, const char *me, int64_t limit, outbox_adapter *adapter, void *arg,
		     struct outbox_round *out)
{
	struct claim c = {.w = w, .me = me, .limit = limit};

	*out = (struct outbox_round){0, 0, 0};
	TRY(db_tx(w->db, claim_rows, &c));
	for (size_t i = 0; i < c.n; i++)
		TRY(send_one(w, me, c.rows[i].id, adapter, arg, out));
	return ERR_NONE;
}
