/* clock - one round of what happens by the passing of days: acceptance deemed by law (ALL 32(4)), warnings before a
 * limit and records after one, and sweeping out what has run out.  Run every minute, on any number of machines: the
 * lease lets one of them work, and every case is checked again under its own lock.
 * PORTAL_CONF names the settings.  Exit status: 0 done, or somebody else is at it; 1 something failed. */
#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/alert.h"
#include "domain/booking.h"
#include "domain/calendar_store.h"
#include "domain/complaint.h"
#include "domain/enquiry.h"
#include "domain/matter.h"
#include "domain/ticket.h"
#include "domain/rating_public.h"
#include "gen/sql.h"

#define LEASE "clock"
#define LEASE_MS INT64_C(300000) /* a runner that died is waited for this long */
#define MATTERS 16

static const char *my_name(void *ctx)
{
	char host[48] = "";

	gethostname(host, sizeof(host) - 1);
	return mem_fmt(ctx, "%s:%ld", host, (long)getpid());
}

static enum err lease_take(const struct casework *w, const char *me, bool *mine)
{
	struct sql_lease_holder_row *r;

	TRY(sql_lease_take(w->db,
			   &(struct sql_lease_take_in){.name = LEASE, .holder = me, .now = w->now,
						       .until_at = w->now + LEASE_MS},
			   NULL));
	TRY(sql_lease_holder(w->db, w->ctx, &(struct sql_lease_holder_in){.name = LEASE}, &r));
	*mine = text_eq(r->holder, me);
	return ERR_NONE;
}

static enum err round_tickets(const struct casework *w)
{
	int64_t ended = 0;

	TRY(ticket_round(w, &ended));
	if (ended)
		log_info("%lld tickets ended", (long long)ended);
	return ERR_NONE;
}

static enum err round_cases(const struct casework *w)
{
	struct clock_round r;

	TRY(clock_round(w, &r));
	if (r.deemed || r.reminded || r.late_parts || r.alerts || r.failed)
		log_info("%lld deemed accepted, %lld reminded, %lld parts late, %lld alerts, %lld failed", (long long)r.deemed,
			 (long long)r.reminded, (long long)r.late_parts, (long long)r.alerts, (long long)r.failed);
	return r.failed ? ERR_INTERNAL : ERR_NONE;
}

/* round_bookings - slots, people whose time was closed, the waiting list, reminders, absences. */
static enum err round_bookings(const struct casework *w)
{
	struct booking_round r;

	TRY(booking_round(w, &r));
	if (r.slots.made || r.slots.changed || r.slots.closed || r.displaced_told || r.offered || r.reminded || r.no_shows || r.lapsed)
		log_info("bookings: %lld slots made, %lld changed, %lld closed; %lld told, %lld offers, %lld reminded, %lld absent, "
			 "%lld lapsed",
			 (long long)r.slots.made, (long long)r.slots.changed, (long long)r.slots.closed,
			 (long long)r.displaced_told, (long long)r.offered, (long long)r.reminded, (long long)r.no_shows,
			 (long long)r.lapsed);
	return ERR_NONE;
}

/* round_voices - complaints and enquiries */
static enum err round_voices(const struct casework *w)
{
	struct complaint_round c;
	int64_t asked;

	TRY(complaint_round(w, &c));
	TRY(enquiry_round(w, &asked));
	if (c.alerts || c.closed || c.failed || asked)
		log_info("complaints: %lld alerts, %lld closed, %lld failed; enquiries: %lld alerts", (long long)c.alerts,
			 (long long)c.closed, (long long)c.failed, (long long)asked);
	return c.failed ? ERR_INTERNAL : ERR_NONE;
}

/* round_ratings - bad ratings that wait for somebody. */
static enum err round_ratings(const struct casework *w)
{
	struct rating_round r;

	TRY(rating_round(w, &r));
	if (r.lapsed || r.alerts)
		log_info("ratings: %lld lapsed, %lld alerts", (long long)r.lapsed, (long long)r.alerts);
	return ERR_NONE;
}

/* rounds_all - what fails in one of them does not keep the others from their turn. */
static enum err rounds_all(const struct casework *w)
{
	static enum err (*const rounds[])(const struct casework *) = {round_cases, round_tickets, round_bookings, round_voices,
								      round_ratings};
	enum err first = ERR_NONE;

	for (size_t i = 0; i < sizeof(rounds) / sizeof(rounds[0]); i++) {
		enum err e = rounds[i](w);
		if (first == ERR_NONE)
			first = e;
	}
	return first;
}

static enum err run(void *ctx)
{
	struct conf *conf = mem_new(ctx, struct conf);
	struct casework w = {.ctx = ctx, .conf = conf};
	struct keys *keys;
	bool mine = false;

	TRY(conf_load(ctx, text_or(getenv("PORTAL_CONF"), ""), conf));
	time_follow_file(conf->now_file);
	TRY(crypt_start());
	TRY(keys_load(ctx, conf->key_file, &keys));
	w.keys = keys;
	TRY(db_open(ctx, conf, "clock", &w.db));
	TRY(calendar_load(w.db, ctx, conf->region, &w.calendar));
	w.matters = matter_cache_new(ctx, MATTERS);
	w.now = msec_now();
	const char *me = my_name(ctx);
	TRY(lease_take(&w, me, &mine));
	if (!mine)
		return ERR_NONE;
	enum err e = rounds_all(&w);
	enum err dropped = sql_lease_drop(w.db, &(struct sql_lease_drop_in){.name = LEASE, .holder = me}, NULL);
	return e != ERR_NONE ? e : dropped;
}

int main(void)
{
	log_start("clock");
	mem_init();
	void *ctx = talloc_new(NULL);
	enum err e = run(ctx);
	talloc_free(ctx);
	return e == ERR_NONE ? EXIT_SUCCESS : EXIT_FAILURE;
}
