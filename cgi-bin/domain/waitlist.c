#include "domain/waitlist.h"

#include <string.h>

#include "base/text.h"
#include "domain/outbox.h"
#include "gen/sql.h"

#define MINUTE_MS INT64_C(60000)

enum err waitlist_join(const struct casework *w, const struct booking_subject *s, const struct booking_person *who, day d,
		       const char **say)
{
	struct bytes live_key = booking_live_key(w, who, s);
	struct sql_place_live_row *r;
	enum err e = sql_place_live(w->db, w->ctx, &(struct sql_place_live_in){live_key}, &r);

	*say = "您已经约了这件事，不用再排候补。";
	if (e == ERR_NONE && r->booking_id)
		return ERR_CONFLICT;
	if (e != ERR_NONE && e != ERR_NOT_FOUND)
		return e;
	e = sql_waiter_add(w->db, &(struct sql_waiter_add_in){s->group, d, s->key, who->account_id, live_key, w->now}, NULL);
	*say = "您已经在这一天的候补名单里了。";
	return e == ERR_DUPLICATE ? ERR_CONFLICT : e;
}

enum err waitlist_of(const struct casework *w, int64_t account_id, struct waiting **out, size_t *n)
{
	struct sql_waiters_own_row *r;

	TRY(sql_waiters_own(w->db, w->ctx, &(struct sql_waiters_own_in){account_id, msec_day(w->now)}, &r, n));
	*out = mem_array(w->ctx, struct waiting, *n);
	for (size_t i = 0; i < *n; i++) {
		struct booking_hold h = {.slot_id = r[i].slot_id, .no = r[i].place_no};
		bool offered = text_eq(r[i].state, "offered") && r[i].hold_key.n == HOLD_KEY_BYTES;
		if (offered)
			memcpy(h.key, r[i].hold_key.p, HOLD_KEY_BYTES);
		(*out)[i] = (struct waiting){r[i].id, r[i].group_code, r[i].group_name, r[i].subject, r[i].day, r[i].state,
					     r[i].offer_until, offered ? booking_hold_text(w->ctx, &h) : NULL, r[i].before,
					     r[i].live_key};
	}
	return ERR_NONE;
}

enum err waitlist_taken(const struct casework *w, const struct booking_hold *h)
{
	struct sql_place_hold_row *p;
	enum err e = sql_place_hold(w->db, w->ctx, &(struct sql_place_hold_in){h->slot_id, h->no, {h->key, HOLD_KEY_BYTES}}, &p);

	if (e != ERR_NONE)
		return e == ERR_NOT_FOUND ? ERR_NONE : e;
	return sql_waiter_taken(w->db, &(struct sql_waiter_taken_in){{h->key, HOLD_KEY_BYTES}, p->live_key, h->slot_id}, NULL);
}

/* --- offers ------------------------------------------------------------------------------------------------------- */

static enum err tell_offer(const struct casework *w, const struct sql_waiters_next_row *r, const struct sql_slot_when_row *s,
			   msec until)
{
	char *phone;

	TRY(field_open(w->ctx, w->keys, "account.phone_sealed", 0, r->phone_sealed, &phone));
	return outbox_put_about(
		w, "wait", r->id, r->told + 1, r->account_id, "sms", "wait_offer", "候补到了",
		mem_fmt(w->ctx, "【%s】您候补的时间有空位了：%s。给您留到%s，过时给下一位。请打开 %s/booking/mine 确认。",
			w->conf->centre_name, booking_when(w->ctx, s->start_at, s->end_at), msec_soon(w->ctx, until), w->conf->base_url),
		phone);
}

/* offer - this place to this person.  ERR_DUPLICATE: they have something already. */
static enum err offer(const struct casework *w, const struct sql_waiters_next_row *r, int64_t slot_id, int64_t no,
		      const struct sql_slot_when_row *s, bool *taken)
{
	msec until = w->now + w->conf->offer_minutes * MINUTE_MS;
	uint8_t key[HOLD_KEY_BYTES];
	struct db_done done;

	if (until > s->start_at - OFFER_GRACE_MS)
		until = s->start_at - OFFER_GRACE_MS;
	crypt_random(key, sizeof(key));
	TRY(sql_place_offer(w->db,
			   &(struct sql_place_offer_in){slot_id, no, w->now, {key, sizeof(key)}, until + OFFER_GRACE_MS, r->live_key},
			   &done));
	*taken = done.affected != 0;
	if (!*taken)
		return ERR_NONE;
	TRY(sql_waiter_offer(w->db, &(struct sql_waiter_offer_in){r->id, slot_id, no, {key, sizeof(key)}, until}, NULL));
	return tell_offer(w, r, s, until);
}

enum err waitlist_pass(const struct casework *w, int64_t slot_id, int64_t no, bool *passed)
{
	struct sql_slot_when_row *s;
	struct sql_waiters_next_row *r;
	size_t n;

	*passed = false;
	TRY(sql_slot_when(w->db, w->ctx, &(struct sql_slot_when_in){slot_id}, &s));
	if (s->start_at <= w->now + 2 * OFFER_GRACE_MS || s->closed_why)
		return ERR_NONE;
	TRY(sql_waiters_next(w->db, w->ctx, &(struct sql_waiters_next_in){s->group_code, s->day}, &r, &n));
	for (size_t i = 0; i < n && !*passed; i++) {
		enum err e = offer(w, &r[i], slot_id, no, s, passed);
		if (e == ERR_DUPLICATE) /* has a booking or a hold by now: not waiting any more */
			e = sql_waiter_lapse(w->db, &(struct sql_waiter_lapse_in){r[i].id}, NULL);
		TRY(e);
	}
	return ERR_NONE;
}

/* --- the clock job ---------------------------------------------------------------------------------------------------- */

struct pass {
	const struct casework *w;
	int64_t waiter, slot_id, no;
	struct bytes hold_key;
	bool passed;
};

static enum err over_work(void *arg)
{
	struct pass *p = arg;

	TRY(sql_waiter_lapse(p->w->db, &(struct sql_waiter_lapse_in){p->waiter}, NULL));
	TRY(sql_place_give_back(p->w->db, &(struct sql_place_give_back_in){p->slot_id, p->no, p->hold_key}, NULL));
	return waitlist_pass(p->w, p->slot_id, p->no, &p->passed);
}

static enum err pass_work(void *arg)
{
	struct pass *p = arg;

	return waitlist_pass(p->w, p->slot_id, p->no, &p->passed);
}

struct leaving {
	const struct casework *w;
	int64_t account_id, id;
};

static enum err leave_work(void *arg)
{
	const struct leaving *l = arg;
	struct sql_waiter_own_hold_row *r;
	bool passed;

	TRY(sql_waiter_own_hold(l->w->db, l->w->ctx, &(struct sql_waiter_own_hold_in){l->id, l->account_id}, &r));
	TRY(sql_waiter_leave(l->w->db, &(struct sql_waiter_leave_in){l->id, l->account_id}, NULL));
	if (!text_eq(r->state, "offered"))
		return ERR_NONE;
	TRY(sql_place_give_back(l->w->db, &(struct sql_place_give_back_in){r->slot_id, r->place_no, r->hold_key}, NULL));
	return waitlist_pass(l->w, r->slot_id, r->place_no, &passed);
}

enum err waitlist_leave(const struct casework *w, int64_t account_id, int64_t id)
{
	struct leaving l = {w, account_id, id};

	return db_tx(w->db, leave_work, &l);
}

enum err waitlist_round(const struct casework *w, int64_t *offered)
{
	day today = msec_day(w->now);
	struct sql_waiters_over_row *over;
	struct sql_waiters_days_row *days;
	size_t n;

	*offered = 0;
	TRY(sql_waiters_gone(w->db, &(struct sql_waiters_gone_in){today}, NULL));
	TRY(sql_waiters_over(w->db, w->ctx, &(struct sql_waiters_over_in){w->now, today}, &over, &n));
	for (size_t i = 0; i < n; i++) {
		struct pass p = {w, over[i].id, over[i].slot_id, over[i].place_no, over[i].hold_key, false};
		TRY(db_tx(w->db, over_work, &p));
		*offered += p.passed;
	}
	TRY(sql_waiters_days(w->db, w->ctx, &(struct sql_waiters_days_in){today, w->now}, &days, &n));
	for (size_t i = 0; i < n; i++) {
		struct pass p = {.w = w, .slot_id = days[i].slot_id, .no = days[i].no};
		TRY(db_tx(w->db, pass_work, &p));
		*offered += p.passed;
	}
	return ERR_NONE;
}
