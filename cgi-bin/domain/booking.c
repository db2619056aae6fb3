#include "domain/booking.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "domain/token.h"
#include "domain/typed.h"
#include "domain/waitlist.h"
#include "gen/sql.h"

#define MINUTE_MS INT64_C(60000)
#define DAY_MS INT64_C(86400000)
#define TAKE_TRIES 24 /* others were faster so often: it is full, as far as anybody can tell */
#define GROUP_TEXT 8

static const struct {
	const char *key, *name;
} states[] = {
	[BOOKING_BOOKED] = {"booked", "已预约"},       [BOOKING_ARRIVED] = {"arrived", "已到场"},
	[BOOKING_CANCELLED] = {"cancelled", "已取消"}, [BOOKING_NO_SHOW] = {"no_show", "没有来"},
	[BOOKING_LAPSED] = {"lapsed", "已失效"},
};

enum booking_state booking_state_of(const char *key)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (text_eq(states[i].key, key))
			return (enum booking_state)i;
	return BOOKING_LAPSED;
}

const char *booking_state_key(enum booking_state s)
{
	return states[s].key;
}

const char *booking_state_name(enum booking_state s)
{
	return states[s].name;
}

/* --- what for ------------------------------------------------------------------------------------------------- */

static enum err subject_group(const struct casework *w, const char *code, struct booking_subject *s)
{
	struct sql_group_get_row *g;

	TRY(sql_group_get(w->db, w->ctx, &(struct sql_group_get_in){code}, &g));
	if (!g->bookable)
		return ERR_NOT_FOUND;
	s->group = g->code;
	s->group_name = g->name;
	s->summary = g->summary;
	s->position = g->position;
	return ERR_NONE;
}

static enum err subject_matter(const struct casework *w, const char *key, struct booking_subject *s)
{
	struct sql_booking_matter_row *m;

	TRY(sql_booking_matter(w->db, w->ctx, &(struct sql_booking_matter_in){key}, &m));
	s->matter_code = m->code;
	s->matter_name = m->name;
	return subject_group(w, m->group_code, s);
}

/* subject_case - account_id 0 is an officer's look, who may book for anybody. */
static enum err subject_case(const struct casework *w, const char *key, int64_t account_id, struct booking_subject *s)
{
	struct sql_booking_case_row *c;

	TRY(sql_booking_case(w->db, w->ctx, &(struct sql_booking_case_in){key}, &c));
	if (account_id && c->account_id != account_id)
		return ERR_NOT_FOUND;
	s->case_id = c->id;
	s->matter_code = c->matter_code;
	s->matter_name = c->matter_name;
	return subject_group(w, c->group_code, s);
}

static enum err subject_move(const struct casework *w, const char *key, int64_t account_id, struct booking_subject *s)
{
	TRY(booking_by_token(w, key, &s->moves));
	if (account_id && s->moves->account_id != account_id)
		return ERR_NOT_FOUND;
	if (s->moves->state != BOOKING_BOOKED || (s->moves->start_at <= w->now && s->moves->displaced_at == MSEC_NONE))
		return ERR_CONFLICT;
	s->case_id = s->moves->case_id;
	s->matter_code = s->moves->matter_code;
	s->matter_name = s->moves->matter_name;
	return subject_group(w, s->moves->group, s);
}

enum err booking_subject_find(const struct casework *w, const char *key, int64_t account_id, struct booking_subject *out)
{
	*out = (struct booking_subject){.key = key};
	if (token_letter(key) == TOKEN_BOOKING)
		return subject_move(w, key, account_id, out);
	if (strlen(key) <= GROUP_TEXT)
		return subject_group(w, key, out);
	enum err e = subject_matter(w, key, out);
	return e == ERR_NOT_FOUND ? subject_case(w, key, account_id, out) : e;
}

enum err booking_person_of(const struct casework *w, int64_t account_id, struct booking_person *out)
{
	struct sql_booking_account_row *a;
	char *phone;

	TRY(sql_booking_account(w->db, w->ctx, &(struct sql_booking_account_in){account_id}, &a));
	TRY(field_open(w->ctx, w->keys, "account.phone_sealed", 0, a->phone_sealed, &phone));
	*out = (struct booking_person){.account_id = account_id, .kind = a->kind, .name = a->name, .id_type = a->id_type,
				       .id_mask = a->id_mask, .id_bidx = a->id_bidx, .phone = phone};
	return ERR_NONE;
}

static struct bytes keyed(const struct casework *w, const char *purpose, struct bytes who, const char *what)
{
	uint8_t *out = mem_array(w->ctx, uint8_t, HASH_SIZE);
	size_t n = strlen(what);
	uint8_t *message = mem_array(w->ctx, uint8_t, who.n + n);

	memcpy(message, who.p, who.n);
	memcpy(message + who.n, what, n);
	mac(w->keys, purpose, message, who.n + n, out);
	return (struct bytes){out, HASH_SIZE};
}

struct bytes booking_live_key(const struct casework *w, const struct booking_person *who, const struct booking_subject *s)
{
	if (s->moves)
		return keyed(w, "booking-move", s->moves->ref, "");
	return keyed(w, "booking-live", who->id_bidx, text_or(s->matter_code, s->group));
}

/* --- holding a place -------------------------------------------------------------------------------------------- */

/* why_none - nothing was taken: ERR_NONE when something was free a moment later. */
static enum err why_none(const struct casework *w, const char *group, int64_t slot_id)
{
	struct sql_slot_look_row *s;

	TRY(sql_slot_look(w->db, w->ctx, &(struct sql_slot_look_in){slot_id, w->now}, &s));
	if (!text_eq(s->group_code, group))
		return ERR_NOT_FOUND;
	return s->open && s->free ? ERR_NONE : ERR_CONFLICT;
}

enum err place_take(const struct casework *w, const char *group, int64_t slot_id, int64_t crowd, struct bytes live_key, msec until,
		    struct booking_hold *out)
{
	struct db_done done = {0, 0};
	int64_t after = 0;

	*out = (struct booking_hold){.slot_id = slot_id, .until = until};
	crypt_random(out->key, HOLD_KEY_BYTES);
	if (crowd > 0) {
		uint32_t draw;
		crypt_random(&draw, sizeof(draw));
		after = draw % crowd;
	}
	for (int i = 0; i < TAKE_TRIES; i++, after = 0) {
		TRY(sql_place_take(w->db,
				   &(struct sql_place_take_in){slot_id, group, after, w->now, {out->key, HOLD_KEY_BYTES},
							       until, live_key},
				   &done));
		out->no = done.insert_id;
		if (done.affected)
			return ERR_NONE;
		TRY(why_none(w, group, slot_id));
	}
	return ERR_CONFLICT;
}

/* lives_elsewhere - the key that is in the way: a booking, or a hold of the same person, which is given up. */
static enum err lives_elsewhere(const struct casework *w, struct bytes live_key, int64_t *booking)
{
	struct sql_place_live_row *r;
	enum err e = sql_place_live(w->db, w->ctx, &(struct sql_place_live_in){live_key}, &r);

	if (e != ERR_NONE)
		return e == ERR_NOT_FOUND ? ERR_NONE : e;
	*booking = r->booking_id;
	return *booking ? ERR_NONE
			: sql_place_give_back(w->db, &(struct sql_place_give_back_in){r->slot_id, r->no, r->hold_key}, NULL);
}

enum err booking_take_in(const struct casework *w, const char *group, int64_t slot_id, int64_t crowd, struct bytes live_key,
			 struct booking_hold *out, int64_t *booking, const char **say)
{
	msec until = w->now + w->conf->hold_minutes * MINUTE_MS;
	enum err e = ERR_DUPLICATE;

	*booking = 0;
	*say = "这个时间刚刚约满了，请换一个时间。";
	for (int i = 0; i < TAKE_TRIES && e == ERR_DUPLICATE; i++) {
		if (i > 0)
			TRY(lives_elsewhere(w, live_key, booking));
		if (*booking) {
			*say = "您已经约过这件事了。要换时间，请在原来的预约上改。";
			return ERR_CONFLICT;
		}
		e = place_take(w, group, slot_id, crowd, live_key, until, out);
	}
	return e == ERR_DUPLICATE ? ERR_CONFLICT : e;
}

enum err booking_take(const struct casework *w, const char *group, int64_t slot_id, int64_t crowd, struct bytes live_key,
		      struct booking_hold *out, int64_t *booking, const char **say)
{
	enum err e = ERR_RETRY;

	for (int i = 0; i < TAKE_TRIES && e == ERR_RETRY; i++)
		e = booking_take_in(w, group, slot_id, crowd, live_key, out, booking, say);
	return e == ERR_RETRY ? ERR_CONFLICT : e;
}

char *booking_hold_text(void *ctx, const struct booking_hold *h)
{
	return mem_fmt(ctx, "%lld-%lld-%s", (long long)h->slot_id, (long long)h->no, text_base32(ctx, h->key, HOLD_KEY_BYTES));
}

static bool hold_parse(void *ctx, const char *text, struct booking_hold *out)
{
	long long slot, no;
	char key[27];
	uint8_t *bytes;
	size_t n;
	int end = 0;

	if (sscanf(text, "%lld-%lld-%26[0-9A-Z]%n", &slot, &no, key, &end) != 3 || text[end] || !text_unbase32(ctx, key, &bytes, &n) ||
	    n != HOLD_KEY_BYTES)
		return false;
	*out = (struct booking_hold){.slot_id = slot, .no = no};
	memcpy(out->key, bytes, HOLD_KEY_BYTES);
	return true;
}

enum err booking_hold_find(const struct casework *w, const char *text, struct bytes live_key, struct booking_hold *out)
{
	struct sql_place_hold_row *r;

	if (!hold_parse(w->ctx, text, out))
		return ERR_NOT_FOUND;
	TRY(sql_place_hold(w->db, w->ctx, &(struct sql_place_hold_in){out->slot_id, out->no, {out->key, HOLD_KEY_BYTES}}, &r));
	if (r->booking_id || r->hold_until == MSEC_NONE || r->hold_until <= w->now || r->live_key.n != live_key.n ||
	    memcmp(r->live_key.p, live_key.p, live_key.n) != 0)
		return ERR_NOT_FOUND;
	out->until = r->hold_until;
	out->start_at = r->start_at;
	out->end_at = r->end_at;
	return ERR_NONE;
}

enum err booking_give_back(const struct casework *w, const struct booking_hold *h)
{
	return sql_place_give_back(w->db, &(struct sql_place_give_back_in){h->slot_id, h->no, {h->key, HOLD_KEY_BYTES}}, NULL);
}

/* --- bookings -------------------------------------------------------------------------------------------------------- */

char *booking_number(void *ctx, int64_t id)
{
	return mem_fmt(ctx, "Y%06lld", (long long)id);
}

bool booking_number_id(void *ctx, const char *typed, int64_t *id)
{
	const char *s = identity_normal(ctx, text_or(typed, ""));

	return (s[0] == 'Y' || s[0] == 'y') && text_int(s + 1, 1, INT64_MAX, id);
}

char *booking_token(const struct casework *w, const struct booking *b)
{
	return token_make(w->ctx, w->keys, TOKEN_BOOKING, b->ref, b->token_version);
}

static struct booking *booking_of(void *ctx, const struct sql_booking_full_row *r)
{
	struct booking *b = mem_new(ctx, struct booking);

	*b = (struct booking){
		.id = r->id, .ref = r->ref, .token_version = r->token_version, .number = booking_number(ctx, r->id),
		.group = r->group_code, .group_name = r->group_name, .matter_code = r->matter_code, .matter_name = r->matter_name,
		.case_id = r->case_id, .short_no = r->short_no, .account_id = r->account_id, .kind = r->kind, .name = r->name,
		.id_type = r->id_type, .id_mask = r->id_mask, .phone_mask = r->phone_mask, .person_bidx = r->person_bidx,
		.live_key = r->live_key, .state = booking_state_of(r->state), .slot_id = r->slot_id, .place_no = r->place_no,
		.start_at = r->start_at, .end_at = r->end_at, .made_at = r->made_at, .displaced_at = r->displaced_at,
		.ended_at = r->ended_at, .closed_why = r->closed_why, .ended_why = r->ended_why, .made_by = r->made_by,
		.moved = r->moved, .told = r->told, .excused = r->excused != 0, .appeal = r->appeal,
		.appeal_decision = r->appeal_decision, .appeal_reply = r->appeal_reply,
	};
	return b;
}

enum err booking_load(const struct casework *w, int64_t id, struct booking **out)
{
	struct sql_booking_full_row *r;

	TRY(sql_booking_get(w->db, w->ctx, &(struct sql_booking_get_in){id}, &r));
	*out = booking_of(w->ctx, r);
	return ERR_NONE;
}

enum err booking_by_token(const struct casework *w, const char *token, struct booking **out)
{
	struct sql_booking_by_ref_row *r;
	struct bytes ref;

	if (!token_ref(w->ctx, token, TOKEN_BOOKING, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_booking_by_ref(w->db, w->ctx, &(struct sql_booking_by_ref_in){ref}, &r));
	TRY(booking_load(w, r->id, out));
	return token_ok(w->ctx, w->keys, token, TOKEN_BOOKING, (*out)->ref, (*out)->token_version) ? ERR_NONE : ERR_NOT_FOUND;
}

/* An act on a booking, for db_tx. */
struct deed {
	const struct casework *w;
	const struct booking_hold *h;
	const struct booking_subject *s;
	const struct booking_person *who;
	int64_t staff, id;
	const char *why, *say;
};

static enum err add_row(struct deed *d)
{
	const struct casework *w = d->w;
	uint8_t ref[TOKEN_REF_BYTES];
	struct db_done done;

	crypt_random(ref, sizeof(ref));
	TRY(sql_booking_add(
		w->db,
		&(struct sql_booking_add_in){
			.ref = {ref, sizeof(ref)}, .hold_key = {d->h->key, HOLD_KEY_BYTES}, .group_code = d->s->group,
			.matter_code = d->s->matter_code, .matter_name = d->s->matter_name, .case_id = d->s->case_id,
			.account_id = d->who->account_id, .person_bidx = d->who->id_bidx, .id_type = d->who->id_type,
			.id_sealed = d->who->id_no ? field_seal(w->ctx, w->keys, "booking.id_sealed", 0, d->who->id_no)
						   : (struct bytes){NULL, 0},
			.id_mask = d->who->id_mask, .kind = d->who->kind, .name = d->who->name,
			.phone_sealed = field_seal(w->ctx, w->keys, "booking.phone_sealed", 0, d->who->phone),
			.phone_bidx = blind_index(w->ctx, w->keys, "phone", d->who->phone),
			.phone_mask = mask_phone(w->ctx, d->who->phone), .live_key = booking_live_key(w, d->who, d->s),
			.slot_id = d->h->slot_id, .place_no = d->h->no, .now = w->now, .made_by = d->staff},
		&done));
	d->id = done.insert_id;
	return ERR_NONE;
}

/* settle - the held place is the booking's.  Nothing found: the hold was over a moment before. */
static enum err settle(struct deed *d, struct bytes live_key)
{
	struct db_done done;

	TRY(sql_place_confirm(d->w->db,
			      &(struct sql_place_confirm_in){d->h->slot_id, d->h->no, {d->h->key, HOLD_KEY_BYTES}, live_key, d->id,
							     d->w->now},
			      &done));
	if (done.affected)
		return ERR_NONE;
	d->say = "为您保留的时间已经过了，请重新选一个时间。";
	return ERR_CONFLICT;
}

static enum err free_place(const struct casework *w, int64_t slot_id, int64_t no, int64_t booking)
{
	bool passed;

	TRY(sql_place_clear(w->db, &(struct sql_place_clear_in){slot_id, no, booking}, NULL));
	return waitlist_pass(w, slot_id, no, &passed);
}

static enum err confirm_new(struct deed *d)
{
	struct booking *b;

	TRY(add_row(d));
	TRY(settle(d, booking_live_key(d->w, d->who, d->s)));
	TRY(booking_load(d->w, d->id, &b));
	return booking_tell(d->w, b, NEWS_BOOKED, NULL);
}

/* confirm_move - the old place goes first, so that the key of the person is free for the new one. */
static enum err confirm_move(struct deed *d)
{
	struct sql_booking_lock_row *old;
	struct booking *b;

	d->id = d->s->moves->id;
	TRY(sql_booking_lock(d->w->db, d->w->ctx, &(struct sql_booking_lock_in){d->id}, &old));
	if (!text_eq(old->state, "booked")) {
		d->say = "这个预约已经结束，不能改时间了。";
		return ERR_CONFLICT;
	}
	TRY(free_place(d->w, old->slot_id, old->place_no, d->id));
	TRY(settle(d, d->s->moves->live_key));
	TRY(sql_booking_move(d->w->db,
			     &(struct sql_booking_move_in){d->id, {d->h->key, HOLD_KEY_BYTES}, d->h->slot_id, d->h->no},
			     NULL));
	TRY(booking_load(d->w, d->id, &b));
	return booking_tell(d->w, b, NEWS_MOVED, NULL);
}

static enum err confirm_work(void *arg)
{
	struct deed *d = arg;

	d->say = NULL;
	return d->s->moves ? confirm_move(d) : confirm_new(d);
}

enum err booking_confirm(const struct casework *w, const struct booking_hold *h, const struct booking_subject *s,
			 const struct booking_person *who, int64_t staff, int64_t *id, const char **say)
{
	struct deed d = {.w = w, .h = h, .s = s, .who = who, .staff = staff};
	struct sql_booking_by_hold_row *done;
	enum err e = sql_booking_by_hold(w->db, w->ctx, &(struct sql_booking_by_hold_in){{h->key, HOLD_KEY_BYTES}}, &done);

	if (e == ERR_NONE)
		*id = done->id; /* pressed twice */
	if (e != ERR_NOT_FOUND)
		return e;
	e = db_tx(w->db, confirm_work, &d);
	if (e == ERR_DUPLICATE) { /* the other press was first, or another booking of the same */
		e = sql_booking_by_hold(w->db, w->ctx, &(struct sql_booking_by_hold_in){{h->key, HOLD_KEY_BYTES}}, &done);
		d.id = e == ERR_NONE ? done->id : 0;
		e = e == ERR_NOT_FOUND ? ERR_CONFLICT : e;
	}
	*id = d.id;
	*say = text_or(d.say, "您已经约过这件事了。要换时间，请在原来的预约上改。");
	return e;
}

static enum err cancel_work(void *arg)
{
	struct deed *d = arg;
	struct sql_booking_lock_row *old;
	struct booking *b;

	TRY(sql_booking_lock(d->w->db, d->w->ctx, &(struct sql_booking_lock_in){d->id}, &old));
	if (!text_eq(old->state, "booked")) {
		d->say = "这个预约已经结束了，不用再取消。";
		return ERR_CONFLICT;
	}
	TRY(sql_booking_end(d->w->db,
			    &(struct sql_booking_end_in){d->id, booking_state_key(BOOKING_CANCELLED), d->w->now, d->why}, NULL));
	TRY(free_place(d->w, old->slot_id, old->place_no, d->id));
	TRY(booking_load(d->w, d->id, &b));
	return booking_tell(d->w, b, NEWS_CANCELLED, d->why);
}

enum err booking_cancel(const struct casework *w, int64_t id, const char *why, const char **say)
{
	struct deed d = {.w = w, .id = id, .why = why};
	enum err e = db_tx(w->db, cancel_work, &d);

	*say = d.say;
	return e;
}

enum err booking_checkin(const struct casework *w, const char *key, struct booking **b, int64_t *late, const char **say)
{
	struct sql_booking_lock_row *r;
	int64_t id;

	if (token_letter(key) == TOKEN_BOOKING) {
		TRY(booking_by_token(w, key, b));
		id = (*b)->id;
	} else if (!booking_number_id(w->ctx, key, &id)) {
		return ERR_NOT_FOUND;
	}
	TRY(sql_booking_lock(w->db, w->ctx, &(struct sql_booking_lock_in){id}, &r));
	TRY(booking_load(w, id, b));
	*late = w->now > r->end_at ? (w->now - r->end_at) / MINUTE_MS : 0;
	if (!text_eq(r->state, "booked")) {
		*say = mem_fmt(w->ctx, "这个预约%s，不能再报到。可以现场取号。", booking_state_name((*b)->state));
		return ERR_CONFLICT;
	}
	if (msec_day(r->start_at) != msec_day(w->now)) {
		*say = mem_fmt(w->ctx, "这个预约是%s，不是今天。", booking_when(w->ctx, r->start_at, r->end_at));
		return ERR_CONFLICT;
	}
	TRY(sql_booking_end(w->db, &(struct sql_booking_end_in){id, booking_state_key(BOOKING_ARRIVED), w->now, NULL}, NULL));
	(*b)->state = BOOKING_ARRIVED;
	(*b)->ended_at = w->now;
	return sql_place_past(w->db, &(struct sql_place_past_in){r->slot_id, r->place_no, id}, NULL);
}

/* --- those who do not come ------------------------------------------------------------------------------------------- */

day booking_barred_until(const day *days, size_t n, day today)
{
	for (size_t i = 0; i + NO_SHOWS <= n; i++)
		if (days[i] - days[i + NO_SHOWS - 1] < NO_SHOW_DAYS && days[i] + NO_SHOW_BAR_DAYS >= today)
			return days[i] + NO_SHOW_BAR_DAYS;
	return DAY_NONE;
}

enum err booking_bar(const struct casework *w, struct bytes person_bidx, day *until, int64_t *absences)
{
	struct sql_booking_absences_row *r;
	day *days, today = msec_day(w->now);
	size_t n;

	TRY(sql_booking_absences(w->db, w->ctx,
				 &(struct sql_booking_absences_in){person_bidx,
								   w->now - (NO_SHOW_DAYS + NO_SHOW_BAR_DAYS) * DAY_MS},
				 &r, &n));
	days = mem_array(w->ctx, day, n);
	*absences = 0;
	for (size_t i = 0; i < n; i++) {
		days[i] = msec_day(r[i].start_at);
		*absences += today - days[i] < NO_SHOW_DAYS;
	}
	*until = booking_barred_until(days, n, today);
	return ERR_NONE;
}

enum err booking_appeal(const struct casework *w, const struct booking *b, const char *text)
{
	enum err e = ERR_CONFLICT;

	if (b->state == BOOKING_NO_SHOW && !b->appeal)
		e = sql_appeal_add(w->db, &(struct sql_appeal_add_in){b->id, text, w->now}, NULL);
	return e == ERR_DUPLICATE ? ERR_CONFLICT : e;
}

struct verdict_of_appeal {
	const struct casework *w;
	int64_t id;
	const struct actor *a;
	bool grant;
	const char *reply;
};

static enum err appeal_work(void *arg)
{
	const struct verdict_of_appeal *v = arg;
	struct booking *b;
	struct db_done done;

	TRY(sql_appeal_decide(v->w->db,
			      &(struct sql_appeal_decide_in){v->id, v->grant ? "granted" : "refused", v->reply, v->a->id, v->a->name,
							     v->w->now},
			      &done));
	if (!done.affected)
		return ERR_CONFLICT;
	if (v->grant)
		TRY(sql_booking_excuse(v->w->db, &(struct sql_booking_excuse_in){v->id}, NULL));
	TRY(booking_load(v->w, v->id, &b));
	return booking_tell(v->w, b, NEWS_APPEAL, v->reply);
}

enum err booking_appeal_decide(const struct casework *w, int64_t id, const struct actor *a, bool grant, const char *reply)
{
	struct verdict_of_appeal v = {w, id, a, grant, reply};

	return db_tx(w->db, appeal_work, &v);
}
