/* booking_clock.c - what becomes of bookings by the passing of time, for the clock job.  Each booking is a transaction of its own,
 * looked at again under its lock. */
#include "domain/booking.h"

#include <string.h>

#include "base/text.h"
#include "domain/waitlist.h"
#include "gen/sql.h"

#define PAGE 200
#define HOUR_MS INT64_C(3600000)
#define ABSENT_AFTER_MS INT64_C(1800000) /* half an hour after the end of the slot nobody comes any more */

struct one {
	const struct casework *w;
	int64_t id;
	bool closed, done;
};

/* --- people whose time was closed -------------------------------------------------------------------------------------- */

/* keep_other - the nearest free time of the same group, kept for them; *said: how they are told of it. */
static enum err keep_other(const struct casework *w, const struct booking *b, const char **said)
{
	struct booking_subject s = {.group = b->group, .moves = (struct booking *)(uintptr_t)b};
	struct bytes key = booking_live_key(w, NULL, &s);
	struct booking_hold h;
	struct sql_slots_next_row *r;
	struct sql_slot_when_row *when;
	size_t n;

	*said = NULL;
	TRY(sql_slots_next(w->db, w->ctx, &(struct sql_slots_next_in){b->group, w->now, msec_day(w->now), w->now}, &r, &n));
	for (size_t i = 0; i < n; i++) {
		TRY(sql_slot_when(w->db, w->ctx, &(struct sql_slot_when_in){r[i].id}, &when));
		msec until = w->now + w->conf->displaced_hours * HOUR_MS;
		enum err e = place_take(w, b->group, r[i].id, 0, key, until < when->start_at ? until : when->start_at, &h);
		if (e == ERR_CONFLICT)
			continue;
		if (e == ERR_DUPLICATE) /* they are choosing another time at this moment */
			return ERR_NONE;
		TRY(e);
		*said = mem_fmt(w->ctx, "给您留了%s。", booking_when(w->ctx, when->start_at, when->end_at));
		return ERR_NONE;
	}
	return ERR_NONE;
}

static enum err displaced_work(void *arg)
{
	struct one *o = arg;
	struct sql_booking_lock_row *r;
	struct booking *b;
	const char *said = NULL;

	TRY(sql_booking_lock(o->w->db, o->w->ctx, &(struct sql_booking_lock_in){o->id}, &r));
	TRY(booking_load(o->w, o->id, &b));
	if (b->state != BOOKING_BOOKED || (b->closed_why != NULL) != o->closed)
		return ERR_NONE;
	TRY(sql_booking_displaced_set(o->w->db,
				      &(struct sql_booking_displaced_set_in){o->id, o->closed ? o->w->now : MSEC_NONE, o->closed},
				      NULL));
	if (o->closed)
		TRY(keep_other(o->w, b, &said));
	o->done = true;
	return booking_tell(o->w, b, o->closed ? NEWS_CLOSED : NEWS_REOPENED, said);
}

static enum err displaced_round(const struct casework *w, int64_t *told)
{
	struct sql_bookings_displaced_row *r;
	size_t n;

	TRY(sql_bookings_displaced(w->db, w->ctx, &(struct sql_bookings_displaced_in){w->now, msec_day(w->now), PAGE}, &r, &n));
	for (size_t i = 0; i < n; i++) {
		struct one o = {w, r[i].id, r[i].closed != 0, false};
		TRY(db_tx(w->db, displaced_work, &o));
		*told += o.done;
	}
	return ERR_NONE;
}

/* --- the day before ------------------------------------------------------------------------------------------------------- */

static enum err remind_work(void *arg)
{
	struct one *o = arg;
	struct sql_booking_lock_row *r;
	struct booking *b;

	TRY(sql_booking_lock(o->w->db, o->w->ctx, &(struct sql_booking_lock_in){o->id}, &r));
	TRY(booking_load(o->w, o->id, &b));
	TRY(sql_booking_reminded(o->w->db, &(struct sql_booking_reminded_in){o->id}, NULL));
	/* booked or moved today for tomorrow: they know */
	if (!text_eq(r->state, "booked") || msec_day(b->made_at) == msec_day(o->w->now))
		return ERR_NONE;
	o->done = true;
	return booking_tell(o->w, b, NEWS_REMINDER, NULL);
}

static enum err remind_round(const struct casework *w, int64_t *reminded)
{
	day tomorrow = msec_day(w->now) + 1;
	struct sql_bookings_to_remind_row *r;
	size_t n;

	TRY(sql_bookings_to_remind(w->db, w->ctx,
				   &(struct sql_bookings_to_remind_in){msec_make(tomorrow, 0, 0, 0, 0),
								       msec_make(tomorrow + 1, 0, 0, 0, 0), PAGE},
				   &r, &n));
	for (size_t i = 0; i < n; i++) {
		struct one o = {.w = w, .id = r[i].id};
		TRY(db_tx(w->db, remind_work, &o));
		*reminded += o.done;
	}
	return ERR_NONE;
}

/* --- those who did not come ------------------------------------------------------------------------------------------------- */

static enum err absent_work(void *arg)
{
	struct one *o = arg;
	struct sql_booking_lock_row *r;
	struct booking *b;

	TRY(sql_booking_lock(o->w->db, o->w->ctx, &(struct sql_booking_lock_in){o->id}, &r));
	if (!text_eq(r->state, "booked") || r->end_at + ABSENT_AFTER_MS > o->w->now)
		return ERR_NONE;
	TRY(booking_load(o->w, o->id, &b));
	o->closed = b->displaced_at != MSEC_NONE || b->closed_why; /* our doing, not theirs */
	o->done = true;
	TRY(sql_booking_end(o->w->db,
			    &(struct sql_booking_end_in){
				    o->id, booking_state_key(o->closed ? BOOKING_LAPSED : BOOKING_NO_SHOW), o->w->now, NULL},
			    NULL));
	TRY(sql_place_past(o->w->db, &(struct sql_place_past_in){r->slot_id, r->place_no, o->id}, NULL));
	return o->closed ? ERR_NONE : booking_tell(o->w, b, NEWS_NO_SHOW, NULL);
}

static enum err absent_round(const struct casework *w, struct booking_round *out)
{
	struct sql_bookings_past_row *r;
	size_t n;

	TRY(sql_bookings_past(w->db, w->ctx, &(struct sql_bookings_past_in){w->now - ABSENT_AFTER_MS, PAGE}, &r, &n));
	for (size_t i = 0; i < n; i++) {
		struct one o = {.w = w, .id = r[i].id};
		TRY(db_tx(w->db, absent_work, &o));
		out->no_shows += o.done && !o.closed;
		out->lapsed += o.done && o.closed;
	}
	return ERR_NONE;
}

enum err booking_round(const struct casework *w, struct booking_round *out)
{
	memset(out, 0, sizeof(*out));
	TRY(slots_round(w, &out->slots));
	TRY(displaced_round(w, &out->displaced_told));
	TRY(waitlist_round(w, &out->offered));
	TRY(remind_round(w, &out->reminded));
	return absent_round(w, out);
}
