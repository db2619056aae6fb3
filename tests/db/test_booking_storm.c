/* Many people at once, over simulated weeks: they hold, confirm, abandon, move, cancel, wait, take offers and come, while hours
 * change, closures come and go and the clock job runs; no place is ever double or lost, nobody has two bookings of one thing, and
 * every booking is found.  */
#include "db/bookworld.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/token.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define PEOPLE 40
#define RUNNERS 4
#define WEEKS "2" /* STORM_WEEKS=20 for longer */
#define ACTS 15 /* of a runner in one day */
#define TAKERS 24
#define EACH 12

struct dice {
	uint32_t x;
};
static uint32_t roll(struct dice *d, uint32_t n)
{
	d->x = d->x * 1664525u + 1013904223u;
	return (d->x >> 8) % n;
}

static const char *const groups[] = {"A", "B", "C", "E"};

/* One runner of one day. */
struct runner {
	struct casework w, clock, desk;
	struct dice d;
	const struct booking_person *people;
	day today;
};

/* fine - what may come of an act when others act too. */
static bool fine(enum err e)
{
	return e == ERR_NONE || e == ERR_CONFLICT || e == ERR_NOT_FOUND;
}

static enum err some_slot(struct runner *r, const char *group, int64_t *slot)
{
	struct slot_count *c;
	size_t n;

	TRY(slot_times(&r->w, group, r->today + (day)roll(&r->d, 6), &c, &n));
	if (!n)
		return ERR_NOT_FOUND;
	*slot = c[roll(&r->d, (uint32_t)(n > 3 ? 3 : n))].id; /* where many want to go */
	return ERR_NONE;
}

/* hold_and - hold; then mostly confirm, sometimes give back, sometimes walk away. */
static enum err hold_and(struct runner *r, const struct booking_person *who, const char *key)
{
	struct booking_subject s;
	struct booking_hold h;
	int64_t slot, booked, id;
	const char *say;

	TRY(booking_subject_find(&r->w, key, who->account_id, &s));
	TRY(some_slot(r, s.group, &slot));
	TRY(booking_take(&r->w, s.group, slot, 0, booking_live_key(&r->w, who, &s), &h, &booked, &say));
	switch (roll(&r->d, 6)) {
	case 0:
		return ERR_NONE;
	case 1:
		return booking_give_back(&r->w, &h);
	default:
		return booking_confirm(&r->w, &h, &s, who, 0, &id, &say);
	}
}

static enum err own_some(struct runner *r, const struct booking_person *who, struct booking **b)
{
	struct sql_bookings_own_row *rows;
	size_t n;

	TRY(sql_bookings_own(r->w.db, r->w.ctx, &(struct sql_bookings_own_in){who->account_id, 5}, &rows, &n));
	return n ? booking_load(&r->w, rows[roll(&r->d, (uint32_t)n)].id, b) : ERR_NOT_FOUND;
}

static enum err wait_some(struct runner *r, const struct booking_person *who, const char *group)
{
	struct booking_subject s;
	const char *say;

	TRY(booking_subject_find(&r->w, group, who->account_id, &s));
	return waitlist_join(&r->w, &s, who, r->today + (day)roll(&r->d, 6), &say);
}

static enum err offer_take(struct runner *r, const struct booking_person *who)
{
	struct booking_subject s;
	struct booking_hold h;
	struct waiting *x;
	const char *say;
	int64_t id;
	size_t n;

	TRY(waitlist_of(&r->w, who->account_id, &x, &n));
	for (size_t i = 0; i < n; i++) {
		if (!x[i].hold)
			continue;
		if (roll(&r->d, 4) == 0)
			return waitlist_leave(&r->w, who->account_id, x[i].id);
		TRY(booking_subject_find(&r->w, x[i].subject, who->account_id, &s));
		TRY(booking_hold_find(&r->w, x[i].hold, booking_live_key(&r->w, who, &s), &h));
		TRY(waitlist_taken(&r->w, &h));
		return booking_confirm(&r->w, &h, &s, who, 0, &id, &say);
	}
	return ERR_NOT_FOUND;
}

struct coming {
	struct casework *w;
	const char *key;
};
static enum err come_work(void *arg)
{
	struct coming *c = arg;
	struct booking *b;
	const char *say;
	int64_t late;

	return booking_checkin(c->w, c->key, &b, &late, &say);
}

static enum err act(struct runner *r)
{
	const struct booking_person *who = &r->people[roll(&r->d, PEOPLE)];
	const char *group = groups[roll(&r->d, LEN(groups))], *say;
	struct booking_round round;
	struct booking *b;

	switch (roll(&r->d, 12)) {
	case 0:
		TRY(own_some(r, who, &b));
		return booking_cancel(&r->w, b->id, NULL, &say);
	case 1:
	case 2:
		TRY(own_some(r, who, &b));
		return hold_and(r, who, booking_token(&r->w, b));
	case 3:
		return wait_some(r, who, group);
	case 4:
		return offer_take(r, who);
	case 5: {
		TRY(own_some(r, who, &b));
		struct coming c = {&r->desk, booking_token(&r->desk, b)};
		return db_tx(r->desk.db, come_work, &c);
	}
	case 6:
		return roll(&r->d, 4) ? ERR_NOT_FOUND : booking_round(&r->clock, &round);
	default:
		return hold_and(r, who, group);
	}
}

static void runner_live(struct bookworld *b, const struct booking_person *people, uint32_t seed)
{
	struct runner r = {.w = bookworld_as(b, "booking"), .clock = bookworld_as(b, "clock"), .desk = bookworld_as(b, "desk"),
			   .d = {seed}, .people = people, .today = msec_day(b->citizen.now)};
	msec began = r.w.now;

	for (int i = 0; i < ACTS; i++) {
		r.w.now = r.clock.now = r.desk.now = began + (msec)i * 24 * 60000; /* over eight hours */
		r.w.ctx = r.clock.ctx = r.desk.ctx = talloc_new(NULL);
		enum err e = act(&r);
		if (!fine(e)) {
			fprintf(stderr, "seed %u, act %d: %s\n", seed, i, err_name(e));
			_exit(1);
		}
		talloc_free(r.w.ctx);
	}
	_exit(0);
}

/* change_hours - what administrators do between two days. */
static void change_hours(struct bookworld *b, struct dice *d, const char *date)
{
	const char *g = groups[roll(d, LEN(groups))];

	switch (roll(d, 4)) {
	case 0:
		scratchdb_do(b->db, mem_fmt(b, "UPDATE opening SET places = %u WHERE group_code = '%s'", 1 + roll(d, 4), g));
		break;
	case 1:
		scratchdb_do(b->db, mem_fmt(b, "INSERT INTO closure (group_code, from_at, until_at, reason, made_by, made_at) SELECT '%s', "
					       "TIMESTAMP'%s 09:00:00' + INTERVAL %u DAY, TIMESTAMP'%s 10:15:00' + INTERVAL %u DAY, '检修', 1, NOW()",
					    g, date, 2u, date, 2u));
		break;
	case 2:
		scratchdb_do(b->db, "UPDATE closure SET ended_at = NOW() ORDER BY id DESC LIMIT 1");
		break;
	default:
		break;
	}
}

static void every_booking_is_found(struct bookworld *b)
{
	struct answer ids = scratchdb_ask(b->db, b, "SELECT id FROM booking");
	struct booking *k, *found;

	assert_true(ids.rows > 40);
	for (size_t i = 0; i < ids.rows; i++) {
		CHECK(booking_load(&b->citizen, strtoll(ids.at[i][0], NULL, 10), &k));
		CHECK(booking_by_token(&b->citizen, booking_token(&b->citizen, k), &found));
		assert_int_equal(found->id, k->id);
	}
}

static void wait_all(const pid_t *pid, size_t n)
{
	int status;

	for (size_t i = 0; i < n; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
}

static void weeks_go_by(void **state)
{
	struct bookworld *b = bookworld_make(NULL, "booking_storm");
	int weeks = atoi(text_or(getenv("STORM_WEEKS"), WEEKS));
	struct booking_person people[PEOPLE];
	struct booking_round round;
	struct dice d = {20260302};
	pid_t pid[RUNNERS];
	char date[DAY_TEXT];

	(void)state;
	assert_non_null(b);
	for (int i = 0; i < PEOPLE; i++)
		people[i] = bookworld_person(b);
	scratchdb_do(b->db, "UPDATE opening SET places = 2 WHERE places > 0");
	for (day today = day_make(2026, 3, 2); today < day_make(2026, 3, 2) + 7 * weeks; today++) {
		day_text(today, date);
		bookworld_at(b, date, 8, 30);
		CHECK(booking_round(&b->clock, &round));
		for (int i = 0; i < RUNNERS; i++) {
			uint32_t seed = roll(&d, 1u << 24);
			pid[i] = fork();
			assert_true(pid[i] >= 0);
			if (pid[i] == 0)
				runner_live(b, people, seed);
		}
		wait_all(pid, RUNNERS);
		bookworld_sound(b);
		change_hours(b, &d, date);
		bookworld_at(b, date, 18, 0);
		CHECK(booking_round(&b->clock, &round));
		bookworld_sound(b);
		/* none lost: an open slot has as many open places as its rules say */
		assert_int_equal(bookworld_count(b, "SELECT COUNT(*) FROM (SELECT s.id FROM slot s JOIN place p ON p.slot_id = s.id AND p.opens_at < '9999-01-01' "
						    "WHERE s.closed_why IS NULL GROUP BY s.id, s.places HAVING COUNT(*) <> s.places) x"),
				 0);
	}
	every_booking_is_found(b);
	print_message("# %lld bookings, %lld moved, %lld absent, %lld arrived, %lld offers taken, %lld displaced told\n",
		      (long long)bookworld_count(b, "SELECT COUNT(*) FROM booking"),
		      (long long)bookworld_count(b, "SELECT COUNT(*) FROM booking WHERE moved > 0"),
		      (long long)bookworld_count(b, "SELECT COUNT(*) FROM booking WHERE state = 'no_show'"),
		      (long long)bookworld_count(b, "SELECT COUNT(*) FROM booking WHERE state = 'arrived'"),
		      (long long)bookworld_count(b, "SELECT COUNT(*) FROM waiter WHERE state = 'taken'"),
		      (long long)bookworld_count(b, "SELECT COUNT(*) FROM outbox WHERE template = 'booking_closed'"));
	talloc_free(b);
}

/* --- hundreds after fifty places ------------------------------------------------------------------------------------- */

static void taker_live(struct bookworld *b, int64_t slot, int who, int gate)
{
	struct casework w = bookworld_as(b, "booking");
	int won = 0;
	char go;

	if (read(gate, &go, 1) < 0) /* open until the parent closes its end */
		_exit(255);
	for (int i = 0; i < EACH; i++) {
		uint8_t key[HASH_SIZE] = {1, (uint8_t)who, (uint8_t)i};
		struct booking_hold h;
		int64_t booked;
		const char *say;
		enum err e = booking_take(&w, "X", slot, 50, (struct bytes){key, HASH_SIZE}, &h, &booked, &say);
		if (e == ERR_NONE && i % 3 == 0) { /* changes their mind, and again */
			if (booking_give_back(&w, &h) != ERR_NONE)
				_exit(255);
			e = booking_take(&w, "X", slot, 50, (struct bytes){key, HASH_SIZE}, &h, &booked, &say);
		}
		if (e != ERR_NONE && e != ERR_CONFLICT)
			_exit(255);
		won += e == ERR_NONE;
	}
	_exit(won);
}

static void fifty_places_have_fifty_winners(void **state)
{
	struct bookworld *b = bookworld_make(NULL, "booking_rush");
	pid_t pid[TAKERS];
	int gate[2], status, won = 0;

	(void)state;
	assert_non_null(b);
	scratchdb_do(b->db, "INSERT INTO service_group (code, name, summary, serve_min, bookable, position) VALUES ('X', '抢号', '测试', 10, 1, 9);"
			    "INSERT INTO slot (id, group_code, day, from_min, until_min, start_at, end_at, places) VALUES "
			    "(1, 'X', '2026-03-05', 540, 570, '2026-03-05 09:00:00', '2026-03-05 09:30:00', 50);"
			    "INSERT INTO place (slot_id, no, group_code, opens_at, shuts_at) "
			    "SELECT 1, seq, 'X', '2026-03-01', '2026-03-05 09:00:00' FROM seq_1_to_50");
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < TAKERS; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			close(gate[1]);
			taker_live(b, 1, i, gate[0]);
		}
	}
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < TAKERS; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_true(WIFEXITED(status));
		assert_int_not_equal(WEXITSTATUS(status), 255);
		won += WEXITSTATUS(status);
	}
	/* who looked while another had given up for a moment may have gone without: then somebody else comes */
	assert_true(won <= 50);
	assert_int_equal(bookworld_count(b, "SELECT COUNT(DISTINCT live_key) FROM place WHERE hold_until IS NOT NULL"), won);
	for (uint8_t i = 0; won < 50; i++, won++) {
		uint8_t key[HASH_SIZE] = {2, i};
		struct booking_hold h;
		int64_t booked;
		const char *say;
		CHECK(booking_take(&b->citizen, "X", 1, 0, (struct bytes){key, HASH_SIZE}, &h, &booked, &say));
	}
	assert_int_equal(bookworld_count(b, "SELECT COUNT(DISTINCT live_key) FROM place WHERE hold_until IS NOT NULL"), 50);
	talloc_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fifty_places_have_fifty_winners),
		cmocka_unit_test(weeks_go_by),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
