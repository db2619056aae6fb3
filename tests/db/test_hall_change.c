/* Changes to the hall against the database: closures that are taken back before the clock job ran, hours from a day on, and
 * confirmations that stand for what was shown. */
#include "db/bookworld.h"

#include "base/text.h"
#include "domain/calendar_store.h"
#include "domain/closure.h"
#include "domain/hours.h"
#include "domain/window.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

struct world {
	struct bookworld *b;
	struct casework admin;
	struct actor manager;
};

static int setup(void **state)
{
	struct world *t = mem_new(NULL, struct world);
	struct booking_round r;

	*state = t;
	t->b = bookworld_make(t, "hall_change_test");
	if (!t->b)
		return -1;
	scratchdb_do(t->b->db, "INSERT INTO calendar_day (region, day, working, name) VALUES ('CN', '2026-03-14', 1, '调休上班')");
	CHECK(calendar_load(t->b->desk.db, t->b, "CN", &t->b->clock.calendar));
	t->admin = bookworld_as(t->b, "admin");
	t->admin.calendar = t->b->clock.calendar;
	t->manager = (struct actor){.kind = ACTOR_STAFF, .id = t->b->staff, .name = "示例·管理员"};
	return booking_round(&t->b->clock, &r) == ERR_NONE ? 0 : -1;
}

static int teardown(void **state)
{
	struct world *t = *state;

	bookworld_sound(t->b);
	return talloc_free(t);
}

static void tick(struct world *t)
{
	struct booking_round r;

	CHECK(booking_round(&t->b->clock, &r));
	bookworld_sound(t->b);
}

static int64_t book(struct world *t, const char *group, const char *date, int minute)
{
	struct bookworld *b = t->b;
	struct booking_person who = bookworld_person(b);
	struct booking_subject s;
	struct booking_hold h;
	int64_t booked, id;
	const char *say;

	CHECK(booking_subject_find(&b->citizen, group, who.account_id, &s));
	CHECK(booking_take(&b->citizen, s.group, bookworld_slot(b, group, date, minute), 0, booking_live_key(&b->citizen, &who, &s), &h,
			   &booked, &say));
	CHECK(booking_confirm(&b->citizen, &h, &s, &who, 0, &id, &say));
	return id;
}

static day date_of(const char *text)
{
	day d = DAY_NONE;

	assert_true(day_parse(text, &d));
	return d;
}

static int64_t told(struct world *t, int64_t booking, const char *key)
{
	return bookworld_count(t->b, mem_fmt(t->b, "SELECT COUNT(*) FROM outbox WHERE topic = 'booking' AND topic_id = %lld AND template = '%s'",
					     (long long)booking, key));
}

static int64_t open_places(struct world *t, const char *group, const char *date)
{
	return bookworld_count(t->b, mem_fmt(t->b, "SELECT COUNT(*) FROM place p JOIN slot s ON s.id = p.slot_id WHERE s.group_code = '%s' "
						   "AND s.day = '%s' AND s.closed = 0 AND p.opens_at < '9999-01-01'", group, date));
}

static struct closure of_day(const char *group, const char *date, const char *reason)
{
	day d = date_of(date);

	return (struct closure){group, group ? "工程建设" : NULL, msec_make(d, 0, 0, 0, 0), msec_make(d + 1, 0, 0, 0, 0), reason};
}

/* closed_now - previewed and made; gives its id. */
static int64_t closed_now(struct world *t, const struct closure *c, size_t people)
{
	struct displaced d;
	const char *sure;

	CHECK(closure_preview(&t->admin, &t->manager, c, &d, &sure));
	assert_int_equal(d.n, people);
	CHECK(closure_make(&t->admin, &t->manager, c, sure));
	return bookworld_count(t->b, "SELECT MAX(id) FROM closure");
}

static void closing_says_why_on_the_slots_and_taking_back_opens_them(void **state)
{
	struct world *t = *state;
	int64_t k = book(t, "E", "2026-03-10", 540), places = open_places(t, "E", "2026-03-10");
	struct closure c = of_day("E", "2026-03-10", "设备检修");

	assert_int_equal(places, 26);
	int64_t id = closed_now(t, &c, 1);
	assert_int_equal(open_places(t, "E", "2026-03-10"), 0);
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM slot WHERE closed_why = '设备检修'"), 13);
	CHECK(closure_take_back(&t->admin, &t->manager, id));
	assert_int_equal(closure_take_back(&t->admin, &t->manager, id), ERR_CONFLICT);
	tick(t);
	assert_int_equal(open_places(t, "E", "2026-03-10"), places);
	assert_int_equal(told(t, k, "booking_closed"), 0);
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM hall_change WHERE topic = 'closure' AND subject = 'E'"), 2);
}

static void of_two_closures_one_still_holds(void **state)
{
	struct world *t = *state;
	int64_t k = book(t, "E", "2026-03-11", 540);
	struct closure one = of_day("E", "2026-03-11", "设备检修"), all = of_day(NULL, "2026-03-11", "停电");

	int64_t id = closed_now(t, &one, 1);
	closed_now(t, &all, 0); /* that time is closed already */
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM slot WHERE group_code = 'E' AND closed_why = '设备检修'"), 13);
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM slot WHERE day = '2026-03-11' AND closed = 0"), 0);
	tick(t);
	assert_int_equal(told(t, k, "booking_closed"), 1);
	CHECK(closure_take_back(&t->admin, &t->manager, id));
	tick(t);
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM slot WHERE group_code = 'E' AND closed_why = '停电'"), 13);
	assert_int_equal(told(t, k, "booking_reopened"), 0);
	assert_int_equal(told(t, k, "booking_closed"), 1);
}

static void only_what_was_shown_is_confirmed(void **state)
{
	struct world *t = *state;
	struct closure c = of_day("E", "2026-03-12", "设备检修");
	struct displaced d;
	const char *sure;

	CHECK(closure_preview(&t->admin, &t->manager, &c, &d, &sure));
	assert_int_equal(d.n, 0);
	book(t, "E", "2026-03-12", 540);
	int64_t before = bookworld_count(t->b, "SELECT COUNT(*) FROM closure");
	assert_int_equal(closure_make(&t->admin, &t->manager, &c, sure), ERR_CONFLICT);
	c.reason = "别的原因";
	CHECK(closure_preview(&t->admin, &t->manager, &c, &d, &sure));
	assert_int_equal(d.n, 1);
	c.reason = "设备检修";
	assert_int_equal(closure_make(&t->admin, &t->manager, &c, sure), ERR_CONFLICT);
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM closure"), before);
	assert_int_equal(open_places(t, "E", "2026-03-12"), 26);
}

static struct hours fridays(const char *from, size_t nspans)
{
	return (struct hours){.group = "E", .group_name = "工程建设", .weekdays = WEEKDAY_BIT(5), .from_day = date_of(from), .nspans = nspans,
			      .span = {{540, 720, 30, 2}, {810, 1020, 30, 2}}};
}

static void hours_change_from_a_day_on(void **state)
{
	struct world *t = *state;
	int64_t before = book(t, "E", "2026-03-06", 540), friday = book(t, "E", "2026-03-13", 540), saturday = book(t, "E", "2026-03-14", 600);
	struct hours h = fridays("2026-03-13", 0);
	struct hours_effect e;

	/* three Fridays until the 30th, and a working Saturday, which goes by Friday's hours */
	CHECK(hours_preview(&t->admin, &t->manager, &h, &e));
	assert_int_equal(e.gone, 4 * 13);
	assert_int_equal(e.fresh + e.changed, 0);
	assert_int_equal(e.people.n, 2);
	assert_int_equal(e.people.at[0].id, friday);
	assert_int_equal(e.people.at[1].id, saturday);
	CHECK(hours_set(&t->admin, &t->manager, &h, e.sure));
	assert_int_equal(hours_set(&t->admin, &t->manager, &h, e.sure), ERR_CONFLICT); /* the rules are others now */
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM opening WHERE group_code = 'E' AND weekday = 5 AND until_day = '2026-03-12'"), 2);
	tick(t);
	assert_int_equal(told(t, before, "booking_closed"), 0);
	assert_int_equal(told(t, friday, "booking_closed"), 1);
	assert_int_equal(told(t, saturday, "booking_closed"), 1);
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM booking WHERE state = 'booked' AND displaced_at IS NOT NULL AND group_code = 'E' "
					       "AND start_at BETWEEN '2026-03-13' AND '2026-03-15'"), 2);

	/* open again, earlier and shorter: the slots there are become open, others vanish, and the old row keeps its last day */
	h = fridays("2026-03-20", 1);
	CHECK(hours_preview(&t->admin, &t->manager, &h, &e));
	assert_int_equal(e.fresh, 2 * 6);
	assert_int_equal(e.people.n, 0);
	CHECK(hours_set(&t->admin, &t->manager, &h, e.sure));
	h = fridays("2026-03-13", 2); /* what was planned for the 20th is given up */
	CHECK(hours_preview(&t->admin, &t->manager, &h, &e));
	assert_int_equal(e.fresh, 2 * 13 + 2 * 7);
	CHECK(hours_set(&t->admin, &t->manager, &h, e.sure));
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM opening WHERE group_code = 'E' AND weekday = 5"), 4);
	assert_int_equal(bookworld_count(t->b, "SELECT COUNT(*) FROM opening WHERE group_code = 'E' AND weekday = 5 AND from_day = '2026-03-20'"), 0);
	tick(t);
	assert_int_equal(told(t, friday, "booking_reopened"), 1);
	assert_int_equal(open_places(t, "E", "2026-03-14"), 26);
}

static void hours_of_no_group_are_nobodys(void **state)
{
	struct world *t = *state;
	struct hours h = fridays("2026-03-13", 2);
	struct hours_effect e;

	h.group = "Q";
	assert_int_equal(hours_preview(&t->admin, &t->manager, &h, &e), ERR_NOT_FOUND);
	assert_int_equal(hours_set(&t->admin, &t->manager, &h, NULL), ERR_NOT_FOUND);
	h.group = "E";
	assert_int_equal(hours_set(&t->admin, &t->manager, &h, NULL), ERR_CONFLICT); /* not without having looked */
}

static void a_group_is_taken_from_booking_with_everybodys_knowledge(void **state)
{
	struct world *t = *state;
	struct displaced people;
	struct hall_group g;
	const char *sure;

	CHECK(hall_group_find(&t->admin, "C", &g));
	int64_t k = book(t, "C", "2026-03-16", 540);
	g.bookable = false;
	assert_int_equal(hall_group_set(&t->admin, &t->manager, &g, NULL, &people, &sure), ERR_CONFLICT);
	assert_int_equal(people.n, 1);
	assert_int_equal(hall_group_set(&t->admin, &t->manager, &g, "X", &people, &sure), ERR_CONFLICT);
	CHECK(hall_group_set(&t->admin, &t->manager, &g, sure, &people, &sure));
	tick(t);
	assert_int_equal(told(t, k, "booking_closed"), 1);
	assert_int_equal(open_places(t, "C", "2026-03-16"), 0);
	g.bookable = true;
	CHECK(hall_group_set(&t->admin, &t->manager, &g, NULL, &people, &sure));
	tick(t);
	assert_int_equal(told(t, k, "booking_reopened"), 1);
	assert_int_equal(open_places(t, "C", "2026-03-16"), 52);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(closing_says_why_on_the_slots_and_taking_back_opens_them),
		cmocka_unit_test(of_two_closures_one_still_holds),
		cmocka_unit_test(only_what_was_shown_is_confirmed),
		cmocka_unit_test(hours_change_from_a_day_on),
		cmocka_unit_test(hours_of_no_group_are_nobodys),
		cmocka_unit_test(a_group_is_taken_from_booking_with_everybodys_knowledge),
	};

	return cmocka_run_group_tests_name("hall_change", tests, setup, teardown);
}
