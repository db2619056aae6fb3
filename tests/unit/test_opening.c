/* When a group is open (domain/opening.h): rules by weekday, made-up working days, holidays, closures by the hour, rules that change.
 * Dates are those of the shipped calendar of 2026. */
#include "domain/opening.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "unit/sample_calendar.h"

#define H(hour, minute) ((hour) * 60 + (minute))
#define ALWAYS 0, DAY_NONE
#define RULES 16

struct fix {
	const struct calendar *cal;
	struct opening_rule rule[RULES];
	struct opening_closure closure[4];
	struct opening_of of;
};

/* rule - 9:00 to 12:00 and 13:30 to 17:00 from Monday to Friday; on Fridays only until 16:00. */
static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);
	size_t n = 0;

	f->cal = sample_calendar(f);
	for (int64_t weekday = 5; weekday >= 1; weekday--) { /* not in order: nobody promised that */
		f->rule[n++] = (struct opening_rule){weekday, H(13, 30), weekday == 5 ? H(16, 0) : H(17, 0), 30, 4, ALWAYS};
		f->rule[n++] = (struct opening_rule){weekday, H(9, 0), H(12, 0), 30, 6, ALWAYS};
	}
	f->of = (struct opening_of){f->rule, n, f->closure, 0};
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static char *spans_text(void *ctx, struct opening_spans s)
{
	char *out = mem_str(ctx, "");

	for (size_t i = 0; i < s.n; i++)
		out = mem_fmt(ctx, "%s%s%lld:%02lld-%lld:%02lld", out, i ? " " : "", (long long)s.at[i].from_min / 60, (long long)s.at[i].from_min % 60,
			      (long long)s.at[i].until_min / 60, (long long)s.at[i].until_min % 60);
	return out;
}

static const char *plan(struct fix *f, const char *date)
{
	return spans_text(f, opening_plan(f, f->cal, &f->of, sample_day(date)));
}

static const char *left(struct fix *f, const char *date)
{
	return spans_text(f, opening_day(f, f->cal, &f->of, sample_day(date)));
}

static void rule_add(struct fix *f, struct opening_rule r)
{
	assert_true(f->of.nrules < RULES);
	f->rule[f->of.nrules++] = r;
}

static msec instant(const char *date, int hour, int minute)
{
	return msec_make(sample_day(date), hour, minute, 0, 0);
}

static void closure_add(struct fix *f, msec from, msec until, const char *why)
{
	assert_true(f->of.nclosures < 4);
	f->closure[f->of.nclosures++] = (struct opening_closure){from, until, why};
}

/* --- days ------------------------------------------------------------------------------------------------------ */

static void each_weekday_goes_by_its_rules(void **state)
{
	struct fix *f = *state;

	assert_string_equal(plan(f, "2026-03-02"), "9:00-12:00 13:30-17:00"); /* Monday */
	assert_string_equal(plan(f, "2026-03-05"), "9:00-12:00 13:30-17:00"); /* Thursday */
	assert_string_equal(plan(f, "2026-03-06"), "9:00-12:00 13:30-16:00"); /* Friday */
	assert_string_equal(plan(f, "2026-03-07"), "");                       /* Saturday */
	assert_string_equal(plan(f, "2026-03-08"), "");                       /* Sunday */
	struct opening_spans s = opening_plan(f, f->cal, &f->of, sample_day("2026-03-02"));
	assert_int_equal(s.at[0].places, 6);
	assert_int_equal(s.at[1].places, 4);
	assert_int_equal(s.at[1].slot_min, 30);
}

static void holidays_are_closed_whatever_the_rules_say(void **state)
{
	struct fix *f = *state;

	for (int64_t weekday = 6; weekday <= 7; weekday++)
		rule_add(f, (struct opening_rule){weekday, H(9, 0), H(11, 0), 30, 2, ALWAYS});
	assert_string_equal(plan(f, "2026-02-16"), ""); /* Spring Festival, a Monday */
	assert_string_equal(plan(f, "2026-05-01"), ""); /* Labour Day, a Friday */
	assert_string_equal(plan(f, "2026-05-02"), ""); /* and its Saturday */
	assert_string_equal(plan(f, "2026-10-07"), ""); /* the last one of the National Day */
	assert_string_equal(plan(f, "2026-10-08"), "9:00-12:00 13:30-17:00");
	assert_string_equal(plan(f, "2026-03-07"), ""); /* an ordinary Saturday is no working day either */
}

static void a_working_saturday_goes_by_its_own_rules_or_by_fridays(void **state)
{
	struct fix *f = *state;

	assert_string_equal(plan(f, "2026-02-14"), "9:00-12:00 13:30-16:00"); /* Saturday, made up for Spring Festival */
	assert_string_equal(plan(f, "2026-01-04"), "9:00-12:00 13:30-16:00"); /* Sunday */
	rule_add(f, (struct opening_rule){6, H(9, 30), H(11, 30), 30, 2, ALWAYS});
	assert_string_equal(plan(f, "2026-02-14"), "9:30-11:30");
	assert_string_equal(plan(f, "2026-02-28"), "9:30-11:30");
	assert_string_equal(plan(f, "2026-01-04"), "9:00-12:00 13:30-16:00"); /* Sundays have none still */
	rule_add(f, (struct opening_rule){7, H(10, 0), H(11, 0), 30, 1, sample_day("2026-06-01"), DAY_NONE});
	assert_string_equal(plan(f, "2026-01-04"), "9:00-12:00 13:30-16:00"); /* not yet */
	assert_string_equal(plan(f, "2026-09-20"), "10:00-11:00");
}

static void rules_change_on_their_day(void **state)
{
	struct fix *f = *state;

	for (size_t i = 0; i < f->of.nrules; i++)
		f->rule[i].until_day = sample_day("2026-06-30");
	for (int64_t weekday = 1; weekday <= 5; weekday++) /* summer hours */
		rule_add(f, (struct opening_rule){weekday, H(8, 30), H(12, 30), 20, 5, sample_day("2026-07-01"), sample_day("2026-08-31")});
	assert_string_equal(plan(f, "2026-06-30"), "9:00-12:00 13:30-17:00"); /* Tuesday: the last day holds */
	assert_string_equal(plan(f, "2026-07-01"), "8:30-12:30");             /* Wednesday: the first */
	assert_string_equal(plan(f, "2026-08-31"), "8:30-12:30");             /* Monday */
	assert_string_equal(plan(f, "2026-09-01"), "");                       /* nobody said what comes then */
	assert_string_equal(plan(f, "2026-09-20"), "");                       /* a working Sunday has Friday's, which are none */
}

/* --- closures -------------------------------------------------------------------------------------------------- */

static void a_closure_takes_its_hours_only(void **state)
{
	struct fix *f = *state;

	closure_add(f, instant("2026-03-02", 10, 0), instant("2026-03-02", 10, 45), "系统检修");
	assert_string_equal(left(f, "2026-03-02"), "9:00-10:00 10:45-12:00 13:30-17:00");
	assert_string_equal(plan(f, "2026-03-02"), "9:00-12:00 13:30-17:00"); /* the plan is without closures */
	assert_string_equal(left(f, "2026-03-03"), "9:00-12:00 13:30-17:00");
	closure_add(f, instant("2026-03-02", 11, 30), instant("2026-03-02", 14, 0), "停电");
	assert_string_equal(left(f, "2026-03-02"), "9:00-10:00 10:45-11:30 14:00-17:00");
	closure_add(f, instant("2026-03-02", 10, 30), instant("2026-03-02", 11, 45), "演练"); /* over both */
	assert_string_equal(left(f, "2026-03-02"), "9:00-10:00 14:00-17:00");
	struct opening_spans s = opening_day(f, f->cal, &f->of, sample_day("2026-03-02"));
	assert_int_equal(s.at[1].places, 4); /* what is left keeps the places of its rule */
}

static void edges_touch_and_do_not_cut(void **state)
{
	struct fix *f = *state;

	closure_add(f, instant("2026-03-02", 12, 0), instant("2026-03-02", 13, 30), "午间");
	assert_string_equal(left(f, "2026-03-02"), "9:00-12:00 13:30-17:00");
	assert_null(opening_closed(&f->of, sample_day("2026-03-02"), H(11, 30), H(12, 0)));
	assert_null(opening_closed(&f->of, sample_day("2026-03-02"), H(13, 30), H(14, 0)));
	assert_non_null(opening_closed(&f->of, sample_day("2026-03-02"), H(11, 59), H(12, 1)));
	f->closure[0].from_at -= 30000; /* half a minute: the minute that has begun is lost */
	f->closure[0].until_at += 30000;
	assert_string_equal(left(f, "2026-03-02"), "9:00-11:59 13:31-17:00");
}

static void a_closure_over_days_takes_them_whole(void **state)
{
	struct fix *f = *state;

	closure_add(f, instant("2026-03-03", 15, 0), instant("2026-03-05", 10, 0), "搬迁");
	assert_string_equal(left(f, "2026-03-02"), "9:00-12:00 13:30-17:00");
	assert_string_equal(left(f, "2026-03-03"), "9:00-12:00 13:30-15:00");
	assert_string_equal(left(f, "2026-03-04"), "");
	assert_string_equal(left(f, "2026-03-05"), "10:00-12:00 13:30-17:00");
	assert_string_equal(opening_closed(&f->of, sample_day("2026-03-04"), H(9, 0), H(9, 30))->reason, "搬迁");
	closure_add(f, instant("2026-03-09", 0, 0), instant("2026-03-10", 0, 0), "全天");
	assert_string_equal(left(f, "2026-03-09"), "");
	assert_string_equal(left(f, "2026-03-10"), "9:00-12:00 13:30-17:00"); /* midnight is the next day's */
	assert_string_equal(left(f, "2026-03-06"), "9:00-12:00 13:30-16:00");
}

/* Every minute of many days by itself: open by the day's plan, and no closure over it. */
static void minutes_agree(void **state)
{
	struct fix *f = *state;
	uint32_t x = 42;

	for (int n = 0; n < 200; n++) {
		day d = sample_day("2026-01-01") + n;
		f->of.nclosures = 0;
		for (int i = 0; i < 3; i++) {
			x = x * 1664525u + 1013904223u;
			msec from = msec_make(d, 0, 0, 0, 0) + (msec)(x >> 8) % 2000 * 60000 - 10 * 3600000;
			x = x * 1664525u + 1013904223u;
			closure_add(f, from, from + (msec)(1 + (x >> 8) % 300) * 60000, "x");
		}
		struct opening_spans all = opening_plan(f, f->cal, &f->of, d), s = opening_day(f, f->cal, &f->of, d);
		for (int64_t m = 0; m < MINUTES_OF_DAY; m++) {
			msec t = msec_make(d, 0, 0, 0, 0) + m * 60000;
			bool want = false, is = false;
			for (size_t i = 0; i < all.n; i++)
				want = want || (all.at[i].from_min <= m && m < all.at[i].until_min);
			for (size_t i = 0; i < f->of.nclosures; i++)
				want = want && !(f->closure[i].from_at <= t && t < f->closure[i].until_at);
			for (size_t i = 0; i < s.n; i++)
				is = is || (s.at[i].from_min <= m && m < s.at[i].until_min);
			assert_int_equal(is, want);
		}
	}
}

int main(void)
{
#define TEST(t) cmocka_unit_test_setup_teardown(t, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(each_weekday_goes_by_its_rules), TEST(holidays_are_closed_whatever_the_rules_say),
		TEST(a_working_saturday_goes_by_its_own_rules_or_by_fridays), TEST(rules_change_on_their_day),
		TEST(a_closure_takes_its_hours_only), TEST(edges_touch_and_do_not_cut),
		TEST(a_closure_over_days_takes_them_whole), TEST(minutes_agree),
	};

	mem_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
