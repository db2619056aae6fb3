/* Bookings against the database: slots from opening hours, the way from a hold to a visit, closures, the waiting list, absences. */
#include "db/bookworld.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/token.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define THURSDAY "2026-03-05"

static int setup(void **state)
{
	struct bookworld *b = bookworld_make(NULL, "booking_test");
	struct booking_round r;

	*state = b;
	return b && booking_round(&b->clock, &r) == ERR_NONE ? 0 : -1;
}

static int teardown(void **state)
{
	bookworld_sound(*state);
	return talloc_free(*state);
}

static void tick(struct bookworld *b)
{
	struct booking_round r;

	CHECK(booking_round(&b->clock, &r));
	bookworld_sound(b);
}

/* hold, book - one person's way; fails unless it works. */
static struct booking_hold hold(struct bookworld *b, const struct booking_person *who, const struct booking_subject *s, int64_t slot)
{
	struct booking_hold h;
	int64_t booked;
	const char *say;

	CHECK(booking_take(&b->citizen, s->group, slot, 0, booking_live_key(&b->citizen, who, s), &h, &booked, &say));
	return h;
}

static struct booking *confirm(struct bookworld *b, const struct booking_person *who, const struct booking_subject *s,
			       const struct booking_hold *h)
{
	struct booking *out;
	const char *say;
	int64_t id;

	CHECK(booking_confirm(&b->citizen, h, s, who, 0, &id, &say));
	CHECK(booking_load(&b->citizen, id, &out));
	return out;
}

static struct booking *book(struct bookworld *b, const struct booking_person *who, const char *group, const char *date, int minute)
{
	struct booking_subject s;
	struct booking_hold h;

	CHECK(booking_subject_find(&b->citizen, group, who->account_id, &s));
	h = hold(b, who, &s, bookworld_slot(b, group, date, minute));
	return confirm(b, who, &s, &h);
}

static struct booking *again(struct bookworld *b, const struct booking *old)
{
	struct booking *out;

	CHECK(booking_load(&b->citizen, old->id, &out));
	return out;
}

static int64_t messages(struct bookworld *b, const struct booking *k, const char *key)
{
	return bookworld_count(b, mem_fmt(b, "SELECT COUNT(*) FROM outbox WHERE topic = 'booking' AND topic_id = %lld AND template = '%s'",
					  (long long)k->id, key));
}

static int64_t free_at(struct bookworld *b, const char *group, const char *date, int minute)
{
	struct slot_count *c;
	day d;
	size_t n;

	assert_true(day_parse(date, &d));
	CHECK(slot_times(&b->citizen, group, d, &c, &n));
	for (size_t i = 0; i < n; i++)
		if (c[i].from_min == minute)
			return c[i].free;
	return -1;
}

static void slots_follow_the_hours(void **state)
{
	struct bookworld *b = *state;

	/* group C: 9:00 to 12:00 and 13:30 to 17:00 in half hours, four places each */
	assert_int_equal(bookworld_count(b, "SELECT COUNT(*) FROM slot WHERE group_code = 'C' AND day = '2026-03-05'"), 13);
	assert_int_equal(bookworld_count(b, "SELECT COUNT(*) FROM slot WHERE day = '2026-03-07'"), 0);
	assert_int_equal(bookworld_count(b, "SELECT MAX(day) = '2026-03-30' FROM slot"), 1);
	assert_int_equal(bookworld_count(b, "SELECT COUNT(*) FROM slot WHERE start_at <= '2026-03-02 09:30:00'"), 0);
	assert_int_equal(free_at(b, "C", "2026-03-03", 540), 4);
	/* a quarter of four waits for those who decide late */
	assert_int_equal(free_at(b, "C", "2026-03-10", 540), 3);
	/* the last day of all is released group after group: at 8:00 the first, ten minutes later the next */
	assert_int_equal(bookworld_count(b, "SELECT COUNT(DISTINCT opens_at) FROM place p JOIN slot s ON s.id = p.slot_id "
					    "WHERE s.day = '2026-03-30' AND p.no = 1"), 4);
	int64_t all = bookworld_count(b, "SELECT COUNT(*) FROM place");
	tick(b);
	assert_int_equal(bookworld_count(b, "SELECT COUNT(*) FROM place"), all);
}

static void a_hold_comes_back_by_itself(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b), other = bookworld_person(b);
	struct booking_subject s;
	struct booking_hold h, found;
	const char *say;
	int64_t id;

	CHECK(booking_subject_find(&b->citizen, "E", who.account_id, &s));
	h = hold(b, &who, &s, bookworld_slot(b, "E", THURSDAY, 540));
	int64_t left = free_at(b, "E", THURSDAY, 540);
	char *text = booking_hold_text(b, &h);
	CHECK(booking_hold_find(&b->citizen, text, booking_live_key(&b->citizen, &who, &s), &found));
	assert_int_equal(booking_hold_find(&b->citizen, text, booking_live_key(&b->citizen, &other, &s), &found), ERR_NOT_FOUND);
	assert_int_equal(booking_hold_find(&b->citizen, "1-1-X", booking_live_key(&b->citizen, &who, &s), &found), ERR_NOT_FOUND);
	bookworld_at(b, "2026-03-02", 9, 40); /* ten minutes: over */
	assert_int_equal(free_at(b, "E", THURSDAY, 540), left + 1);
	assert_int_equal(booking_confirm(&b->citizen, &h, &s, &who, 0, &id, &say), ERR_CONFLICT);
	assert_non_null(strstr(say, "重新选"));
	/* the same person may begin anew, and change their mind */
	h = hold(b, &who, &s, bookworld_slot(b, "E", THURSDAY, 570));
	h = hold(b, &who, &s, bookworld_slot(b, "E", THURSDAY, 600));
	assert_int_equal(free_at(b, "E", THURSDAY, 570), left + 1);
	CHECK(booking_give_back(&b->citizen, &h));
	assert_int_equal(free_at(b, "E", THURSDAY, 600), left + 1);
	bookworld_at(b, "2026-03-02", 9, 30);
}

static void one_booking_per_person_and_matter(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b);
	struct booking *k = book(b, &who, "C", THURSDAY, 540);
	struct booking_subject s;
	struct booking_hold h;
	const char *say;
	int64_t booked;

	assert_int_equal(k->state, BOOKING_BOOKED);
	assert_int_equal(messages(b, k, "booking_made"), 1);
	CHECK(booking_subject_find(&b->citizen, "C", who.account_id, &s));
	assert_int_equal(booking_take(&b->citizen, "C", bookworld_slot(b, "C", THURSDAY, 600), 0, booking_live_key(&b->citizen, &who, &s), &h,
				      &booked, &say),
			 ERR_CONFLICT);
	assert_int_equal(booked, k->id);
	book(b, &who, "A", THURSDAY, 540); /* another matter is another thing */
	CHECK(booking_cancel(&b->citizen, k->id, NULL, &say));
	assert_int_equal(booking_cancel(&b->citizen, k->id, NULL, &say), ERR_CONFLICT);
	assert_int_equal(messages(b, k, "booking_cancelled"), 1);
	book(b, &who, "C", THURSDAY, 600);
}

static void confirmed_twice_is_once(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b);
	struct booking_subject s;
	struct booking_hold h;

	CHECK(booking_subject_find(&b->citizen, "B", who.account_id, &s));
	h = hold(b, &who, &s, bookworld_slot(b, "B", THURSDAY, 540));
	struct booking *first = confirm(b, &who, &s, &h);
	assert_int_equal(confirm(b, &who, &s, &h)->id, first->id);
	assert_int_equal(messages(b, first, "booking_made"), 1);
}

static void moving_keeps_the_old_time_until_the_new_one_is_sure(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b), other = bookworld_person(b);
	struct booking *k = book(b, &who, "B", THURSDAY, 600);
	struct booking_subject s;
	char *token = booking_token(&b->citizen, k);
	int64_t before = free_at(b, "B", THURSDAY, 600);

	assert_int_equal(booking_subject_find(&b->citizen, token, other.account_id, &s), ERR_NOT_FOUND);
	CHECK(booking_subject_find(&b->citizen, token, who.account_id, &s));
	struct booking_hold h = hold(b, &who, &s, bookworld_slot(b, "B", "2026-03-06", 600));
	assert_int_equal(again(b, k)->start_at, k->start_at);
	struct booking *moved = confirm(b, &who, &s, &h);
	assert_int_equal(moved->id, k->id);
	assert_int_equal(moved->moved, 1);
	assert_int_equal(msec_day(moved->start_at), day_make(2026, 3, 6));
	assert_int_equal(free_at(b, "B", THURSDAY, 600), before + 1);
	assert_int_equal(messages(b, k, "booking_moved"), 1);
	bookworld_sound(b);
}

static void checkin_is_on_the_day_and_once(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b);
	struct booking *k = book(b, &who, "C", THURSDAY, 660), *found;
	char *token = booking_token(&b->desk, k);
	const char *say;
	int64_t late;

	assert_int_equal(booking_checkin(&b->desk, token, &found, &late, &say), ERR_CONFLICT);
	assert_non_null(strstr(say, "3月5日"));
	bookworld_at(b, THURSDAY, 11, 10);
	assert_int_equal(booking_checkin(&b->desk, "Y999999", &found, &late, &say), ERR_NOT_FOUND);
	CHECK(booking_checkin(&b->desk, mem_fmt(b, " y%06lld", (long long)k->id), &found, &late, &say));
	assert_int_equal(found->id, k->id);
	assert_int_equal(late, 0);
	assert_int_equal(booking_checkin(&b->desk, token, &found, &late, &say), ERR_CONFLICT);
	assert_non_null(strstr(say, "已到场"));
	bookworld_at(b, "2026-03-02", 9, 30);
	book(b, &who, "C", "2026-03-06", 660); /* the visit is over: another may be booked */
}

static void close_it(struct bookworld *b, const char *group, const char *from, const char *until)
{
	scratchdb_do(b->db, mem_fmt(b, "INSERT INTO closure (group_code, from_at, until_at, reason, made_by, made_at) VALUES ('%s', '%s', "
				       "'%s', '系统升级', 1, '2026-03-02 09:30:00')", group, from, until));
}

static void a_closure_loses_nobody(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b), stays = bookworld_person(b);
	struct booking *k = book(b, &who, "E", "2026-03-10", 540), *kept = book(b, &stays, "E", "2026-03-10", 810);
	struct booking_subject s;

	close_it(b, "E", "2026-03-10 09:15:00", "2026-03-10 12:00:00");
	tick(b);
	tick(b);
	assert_int_equal(free_at(b, "E", "2026-03-10", 540), 0);
	assert_int_equal(again(b, kept)->displaced_at, MSEC_NONE);
	struct booking *d = again(b, k);
	assert_int_equal(d->state, BOOKING_BOOKED);
	assert_string_equal(d->closed_why, "系统升级");
	assert_int_equal(messages(b, k, "booking_closed"), 1);
	/* another time is kept, and confirming takes it */
	CHECK(booking_subject_find(&b->citizen, booking_token(&b->citizen, d), who.account_id, &s));
	struct sql_place_live_row *p;
	CHECK(sql_place_live(b->citizen.db, b, &(struct sql_place_live_in){booking_live_key(&b->citizen, &who, &s)}, &p));
	struct booking_hold h = {.slot_id = p->slot_id, .no = p->no}, found;
	memcpy(h.key, p->hold_key.p, HOLD_KEY_BYTES);
	CHECK(booking_hold_find(&b->citizen, booking_hold_text(b, &h), booking_live_key(&b->citizen, &who, &s), &found));
	assert_int_equal(confirm(b, &who, &s, &found)->displaced_at, MSEC_NONE);
	/* who had not chosen yet keeps the old time when it is opened again */
	close_it(b, "E", "2026-03-10 13:30:00", "2026-03-10 14:00:00");
	tick(b);
	assert_int_not_equal(again(b, kept)->displaced_at, MSEC_NONE);
	scratchdb_do(b->db, "UPDATE closure SET ended_at = '2026-03-02 09:31:00' WHERE from_at = '2026-03-10 13:30:00'");
	tick(b);
	assert_int_equal(again(b, kept)->displaced_at, MSEC_NONE);
	assert_int_equal(messages(b, kept, "booking_reopened"), 1);
	assert_int_equal(free_at(b, "E", "2026-03-10", 810), 1);
}

static void fewer_places_keep_who_booked(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who[2] = {bookworld_person(b), bookworld_person(b)};
	struct booking *k[2];
	const char *say;

	for (int i = 0; i < 2; i++)
		k[i] = book(b, &who[i], "E", "2026-03-11", 540);
	scratchdb_do(b->db, "UPDATE opening SET places = 1 WHERE group_code = 'E' AND weekday = 3");
	tick(b);
	assert_int_equal(again(b, k[0])->displaced_at, MSEC_NONE);
	assert_int_equal(free_at(b, "E", "2026-03-11", 540), 0);
	CHECK(booking_cancel(&b->citizen, k[0]->id, NULL, &say));
	CHECK(booking_cancel(&b->citizen, k[1]->id, NULL, &say));
	assert_int_equal(free_at(b, "E", "2026-03-11", 540), 1);
	scratchdb_do(b->db, "UPDATE opening SET places = 5 WHERE group_code = 'E' AND weekday = 3");
	tick(b);
	assert_int_equal(bookworld_count(b, "SELECT COUNT(*) FROM place p JOIN slot s ON s.id = p.slot_id WHERE s.group_code = 'E' AND "
					    "s.day = '2026-03-11' AND s.from_min = 540 AND p.opens_at < '9999-01-01'"), 5);
	/* a time that the rules know no more is closed, and who booked it is told */
	k[0] = book(b, &who[0], "E", "2026-03-11", 990);
	scratchdb_do(b->db, "UPDATE opening SET until_min = 960 WHERE group_code = 'E' AND weekday = 3 AND from_min = 810");
	tick(b);
	assert_int_equal(messages(b, k[0], "booking_closed"), 1);
	assert_int_equal(again(b, k[0])->state, BOOKING_BOOKED);
}

static void the_waiting_list_goes_in_order(void **state)
{
	struct bookworld *b = *state;
	struct booking_person has = bookworld_person(b), first = bookworld_person(b), second = bookworld_person(b);
	struct booking_subject s;
	struct waiting *w;
	const char *say;
	size_t n;
	day d = day_make(2026, 3, 12);

	scratchdb_do(b->db, "INSERT INTO service_group (code, name, summary, serve_min, bookable, position) VALUES ('W', '候补', '测试', 10, 1, 9);"
			    "INSERT INTO opening (group_code, weekday, from_min, until_min, slot_min, places, from_day) VALUES ('W', 4, 540, 570, 30, 1, '2020-01-01')");
	tick(b);
	struct booking *k = book(b, &has, "W", "2026-03-12", 540);
	CHECK(booking_subject_find(&b->citizen, "W", first.account_id, &s));
	CHECK(waitlist_join(&b->citizen, &s, &first, d, &say));
	assert_int_equal(waitlist_join(&b->citizen, &s, &first, d, &say), ERR_CONFLICT);
	assert_int_equal(waitlist_join(&b->citizen, &s, &has, d, &say), ERR_CONFLICT);
	CHECK(waitlist_join(&b->citizen, &s, &second, d, &say));
	CHECK(waitlist_of(&b->citizen, second.account_id, &w, &n));
	assert_int_equal(w[0].before, 1);
	CHECK(booking_cancel(&b->citizen, k->id, NULL, &say));
	/* nobody from outside gets between */
	assert_int_equal(free_at(b, "W", "2026-03-12", 540), 0);
	CHECK(waitlist_of(&b->citizen, first.account_id, &w, &n));
	assert_string_equal(w[0].state, "offered");
	assert_int_equal(bookworld_count(b, "SELECT COUNT(*) FROM outbox WHERE topic = 'wait'"), 1);
	bookworld_at(b, "2026-03-02", 11, 31); /* two hours are over */
	tick(b);
	CHECK(waitlist_of(&b->citizen, first.account_id, &w, &n));
	assert_string_equal(w[0].state, "lapsed");
	CHECK(waitlist_of(&b->citizen, second.account_id, &w, &n));
	assert_string_equal(w[0].state, "offered");
	struct booking_hold h;
	CHECK(booking_hold_find(&b->citizen, w[0].hold, booking_live_key(&b->citizen, &second, &s), &h));
	CHECK(waitlist_taken(&b->citizen, &h));
	confirm(b, &second, &s, &h);
	bookworld_at(b, "2026-03-02", 9, 30);
	bookworld_sound(b);
}

static void reminded_the_day_before_and_once(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b);
	struct booking *k = book(b, &who, "B", "2026-03-04", 540);

	bookworld_at(b, "2026-03-03", 9, 0);
	tick(b);
	tick(b);
	assert_int_equal(messages(b, k, "booking_reminder"), 1);
	bookworld_at(b, "2026-03-02", 9, 30);
}

static void three_absences_and_an_appeal(void **state)
{
	struct bookworld *b = *state;
	struct booking_person who = bookworld_person(b);
	struct actor staff = {.kind = ACTOR_STAFF, .id = b->staff, .name = "示例·统筹员", .roles = ROLE_COORDINATOR};
	static const char *const groups[] = {"A", "B", "C"};
	struct booking *k[3];
	int64_t absences;
	day until;

	for (int i = 0; i < 3; i++)
		k[i] = book(b, &who, groups[i], "2026-03-13", 540);
	bookworld_at(b, "2026-03-13", 9, 55);
	tick(b);
	assert_int_equal(again(b, k[0])->state, BOOKING_BOOKED);
	bookworld_at(b, "2026-03-13", 10, 0);
	tick(b);
	tick(b);
	assert_int_equal(again(b, k[0])->state, BOOKING_NO_SHOW);
	assert_int_equal(messages(b, k[0], "booking_absent"), 1);
	CHECK(booking_bar(&b->citizen, who.id_bidx, &until, &absences));
	assert_int_equal(absences, 3);
	assert_int_equal(until, day_make(2026, 4, 12));
	CHECK(booking_appeal(&b->citizen, again(b, k[0]), "路上发生了事故"));
	assert_int_equal(booking_appeal(&b->citizen, again(b, k[0]), "再说一次"), ERR_CONFLICT);
	CHECK(booking_appeal_decide(&b->desk, k[0]->id, &staff, true, "情况属实"));
	assert_int_equal(booking_appeal_decide(&b->desk, k[0]->id, &staff, false, "改主意"), ERR_CONFLICT);
	CHECK(booking_bar(&b->citizen, who.id_bidx, &until, &absences));
	assert_int_equal(until, DAY_NONE);
	assert_int_equal(messages(b, k[0], "booking_appeal"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slots_follow_the_hours),
		cmocka_unit_test(a_hold_comes_back_by_itself),
		cmocka_unit_test(one_booking_per_person_and_matter),
		cmocka_unit_test(confirmed_twice_is_once),
		cmocka_unit_test(moving_keeps_the_old_time_until_the_new_one_is_sure),
		cmocka_unit_test(checkin_is_on_the_day_and_once),
		cmocka_unit_test(a_closure_loses_nobody),
		cmocka_unit_test(fewer_places_keep_who_booked),
		cmocka_unit_test(the_waiting_list_goes_in_order),
		cmocka_unit_test(reminded_the_day_before_and_once),
		cmocka_unit_test(three_absences_and_an_appeal),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
