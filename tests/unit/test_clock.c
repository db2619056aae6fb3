/* Due dates: the vectors of the rule book, units, pauses, what is left, and what was skipped.  test_clock_twin.c compares
 * a million more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/clock.h"
#include "unit/sample_calendar.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define DAY sample_day

static int cal_make(void **state)
{
	void *ctx = talloc_new(NULL);
	const struct calendar **cal = mem_new(ctx, const struct calendar *);

	*cal = sample_calendar(ctx);
	*state = cal;
	return 0;
}

static int cal_free(void **state)
{
	return talloc_free(talloc_parent(*state));
}

static const struct calendar *cal_of(void **state)
{
	return *(const struct calendar **)*state;
}

static void assert_day(day got, const char *expected)
{
	char text[DAY_TEXT];

	assert_string_equal(day_text(got, text), expected);
}

static void assert_due(const struct calendar *cal, const char *from, int days, enum err e, const char *expected)
{
	day due;

	assert_int_equal(clock_due(cal, DAY(from), days, &due), e);
	assert_day(due, expected);
}

static void working_days(void **state)
{
	static const struct {
		const char *from;
		int days;
		const char *due;
	} vectors[] = {
		{"2026-02-12", 5, "2026-02-26"}, {"2026-09-18", 10, "2026-10-09"}, {"2026-09-24", 3, "2026-09-30"},
		{"2025-12-31", 1, "2026-01-04"}, {"2026-04-30", 1, "2026-05-06"},  {"2024-02-08", 3, "2024-02-19"},
		{"2025-09-26", 10, "2025-10-16"}, {"2026-01-30", 20, "2026-03-05"},
		/* the event on a day off */
		{"2026-02-15", 1, "2026-02-24"}, {"2026-02-23", 1, "2026-02-24"}, {"2026-03-07", 1, "2026-03-09"},
		/* the event on a make-up Saturday */
		{"2026-02-14", 1, "2026-02-24"}, {"2026-02-13", 1, "2026-02-14"},
		/* New Year's Eve 2024 was a working day */
		{"2024-02-08", 1, "2024-02-09"},
	};

	for (size_t i = 0; i < LEN(vectors); i++)
		assert_due(cal_of(state), vectors[i].from, vectors[i].days, ERR_NONE, vectors[i].due);
}

static void a_year_without_calendar_is_provisional(void **state)
{
	const struct calendar *cal = cal_of(state);

	assert_due(cal, "2026-12-30", 1, ERR_NONE, "2026-12-31");
	assert_due(cal, "2026-12-31", 1, ERR_CALENDAR_GAP, "2027-01-01"); /* a Friday: only weekends are known */
	assert_due(cal, "2026-12-31", 2, ERR_CALENDAR_GAP, "2027-01-04");
	assert_due(cal, "2023-12-29", 1, ERR_CALENDAR_GAP, "2024-01-02"); /* two days of 2023 are passed */
	assert_due(cal, "2023-12-31", 1, ERR_NONE, "2024-01-02");         /* the event day itself does not count */
	assert_due(cal, "2030-07-01", 5, ERR_CALENDAR_GAP, "2030-07-08");
}

static void arguments_out_of_range_are_refused(void **state)
{
	const struct calendar *cal = cal_of(state);
	const struct clock_pause backwards[] = {{DAY("2026-03-05"), DAY("2026-03-04")}};
	const struct clock_pause unordered[] = {{DAY("2026-03-05"), DAY("2026-03-06")},
						{DAY("2026-03-03"), DAY("2026-03-04")}};
	const struct clock_limit ten = {10, CLOCK_WORKING_DAY};
	day due = 0;

	assert_int_equal(clock_due(cal, DAY("2026-03-02"), 0, &due), ERR_INVALID);
	assert_int_equal(due, DAY_NONE);
	assert_int_equal(clock_due(cal, DAY("2026-03-02"), -1, &due), ERR_INVALID);
	assert_int_equal(clock_due(cal, DAY("2026-03-02"), CLOCK_AMOUNT_MAX + 1, &due), ERR_INVALID);
	assert_int_equal(clock_due(cal, DAY_NONE, 1, &due), ERR_INVALID);
	assert_int_equal(clock_due(cal, INT32_MAX, 1, &due), ERR_INVALID);
	assert_int_equal(clock_due(cal, DAY("2199-12-31"), CLOCK_AMOUNT_MAX, &due), ERR_CALENDAR_GAP);
	assert_int_equal(clock_due_limit(cal, DAY("2026-03-02"), ten, backwards, 1, &due), ERR_INVALID);
	assert_int_equal(clock_due_limit(cal, DAY("2026-03-02"), ten, unordered, 2, &due), ERR_INVALID);
	assert_int_equal(clock_due_limit(cal, DAY("2026-03-02"), (struct clock_limit){121, CLOCK_MONTH}, NULL, 0, &due),
			 ERR_INVALID);
}

static void other_units(void **state)
{
	static const struct {
		const char *from;
		struct clock_limit limit;
		const char *due;
	} vectors[] = {
		{"2026-03-02", {7, CLOCK_NATURAL_DAY}, "2026-03-09"},
		{"2026-02-12", {7, CLOCK_NATURAL_DAY}, "2026-02-24"}, /* ends in the Spring Festival */
		{"2026-02-07", {7, CLOCK_NATURAL_DAY}, "2026-02-14"}, /* ends on a make-up Saturday */
		{"2026-02-28", {7, CLOCK_NATURAL_DAY}, "2026-03-09"}, /* ends on a Saturday */
		{"2026-03-02", {1, CLOCK_HALF_DAY}, "2026-03-03"},
		{"2026-03-02", {2, CLOCK_HALF_DAY}, "2026-03-03"},
		{"2026-03-02", {3, CLOCK_HALF_DAY}, "2026-03-04"},
		{"2026-03-10", {1, CLOCK_MONTH}, "2026-04-10"},
		{"2026-01-31", {1, CLOCK_MONTH}, "2026-02-28"}, /* no 31st; a make-up Saturday */
		{"2024-01-31", {1, CLOCK_MONTH}, "2024-02-29"},
		{"2025-11-28", {3, CLOCK_MONTH}, "2026-02-28"},
		{"2024-02-29", {12, CLOCK_MONTH}, "2025-02-28"},
		{"2026-08-07", {2, CLOCK_MONTH}, "2026-10-08"}, /* 7 October is a day off */
	};
	day due;

	for (size_t i = 0; i < LEN(vectors); i++) {
		assert_int_equal(clock_due_limit(cal_of(state), DAY(vectors[i].from), vectors[i].limit, NULL, 0, &due),
				 ERR_NONE);
		assert_day(due, vectors[i].due);
	}
}

static void limits_are_read_and_shown(void **state)
{
	void *ctx = *state;
	enum clock_unit unit = CLOCK_MONTH;

	assert_true(clock_unit_parse("working_day", &unit));
	assert_int_equal(unit, CLOCK_WORKING_DAY);
	assert_true(clock_unit_parse("natural_day", &unit));
	assert_string_equal(clock_unit_key(unit), "natural_day");
	assert_false(clock_unit_parse("fortnight", &unit));
	assert_false(clock_unit_parse(NULL, &unit));
	assert_int_equal(unit, CLOCK_NATURAL_DAY);
	assert_string_equal(clock_limit_text(ctx, (struct clock_limit){20, CLOCK_WORKING_DAY}), "20个工作日");
	assert_string_equal(clock_limit_text(ctx, (struct clock_limit){1, CLOCK_HALF_DAY}), "0.5个工作日");
	assert_string_equal(clock_limit_text(ctx, (struct clock_limit){3, CLOCK_HALF_DAY}), "1.5个工作日");
	assert_string_equal(clock_limit_text(ctx, (struct clock_limit){4, CLOCK_HALF_DAY}), "2个工作日");
	assert_string_equal(clock_limit_text(ctx, (struct clock_limit){7, CLOCK_NATURAL_DAY}), "7个自然日");
	assert_string_equal(clock_limit_text(ctx, (struct clock_limit){3, CLOCK_MONTH}), "3个月");
}

static void late_submissions_count_for_the_next_day(void **state)
{
	day d = DAY("2026-03-05");

	(void)state;
	assert_int_equal(clock_event_day(msec_make(d, 16, 59, 59, 999), 17), d);
	assert_int_equal(clock_event_day(msec_make(d, 17, 0, 0, 0), 17), d + 1);
	assert_int_equal(clock_event_day(msec_make(d, 23, 59, 59, 999), 24), d);
	assert_int_equal(clock_event_day(msec_make(d, 0, 0, 0, 0), 24), d);
}

/* Accepted 2026-09-14, ten working days: what pauses make of 2026-09-28. */
static void pauses_move_the_due_date(void **state)
{
	static const struct {
		struct {
			const char *from, *to; /* to NULL: goes on */
		} pauses[2];
		const char *due; /* "" while the clock stands still */
	} vectors[] = {
		{{{NULL, NULL}}, "2026-09-28"},
		{{{"2026-09-17", "2026-09-24"}}, "2026-10-12"}, /* the vector of the rule book */
		{{{"2026-09-17", "2026-09-17"}}, "2026-09-28"}, /* resumed on the same day: the day counts */
		{{{"2026-09-17", "2026-09-18"}}, "2026-09-29"},
		{{{"2026-09-18", "2026-09-19"}}, "2026-09-28"}, /* only a Saturday is left out */
		{{{"2026-09-28", "2026-10-20"}}, "2026-09-28"}, /* on the last day, which still counts */
		{{{"2026-09-24", "2026-10-08"}}, "2026-10-09"}, /* a day before it */
		{{{"2026-09-14", "2026-09-15"}}, "2026-09-29"}, /* on the event day */
		{{{"2026-09-01", "2026-09-10"}}, "2026-09-28"}, /* over before it */
		{{{"2026-09-01", "2026-09-15"}}, "2026-09-29"},
		{{{"2026-09-16", "2026-09-17"}, {"2026-09-21", "2026-09-22"}}, "2026-09-30"},
		{{{"2026-09-16", "2026-09-22"}, {"2026-09-17", "2026-09-18"}}, "2026-10-10"}, /* one inside the other */
		{{{"2026-09-16", "2026-09-18"}, {"2026-09-17", "2026-09-22"}}, "2026-10-10"}, /* overlapping */
		{{{"2026-09-16", "2026-09-18"}, {"2026-09-18", "2026-09-22"}}, "2026-10-10"}, /* touching */
		{{{"2026-09-17", NULL}}, ""},
		{{{"2026-09-28", NULL}}, "2026-09-28"},
		{{{"2026-09-16", "2026-09-17"}, {"2026-09-21", NULL}}, ""},
	};

	for (size_t i = 0; i < LEN(vectors); i++) {
		struct clock_pause pauses[2];
		size_t n = 0;
		day due;

		for (; n < 2 && vectors[i].pauses[n].from; n++) {
			pauses[n].from = DAY(vectors[i].pauses[n].from);
			pauses[n].to = vectors[i].pauses[n].to ? DAY(vectors[i].pauses[n].to) : DAY_NONE;
		}
		assert_int_equal(clock_due_limit(cal_of(state), DAY("2026-09-14"),
						 (struct clock_limit){10, CLOCK_WORKING_DAY}, pauses, n, &due),
				 ERR_NONE);
		assert_day(due, vectors[i].due);
	}
}

static void pauses_move_natural_limits_too(void **state)
{
	const struct clock_limit week = {7, CLOCK_NATURAL_DAY};
	const struct clock_pause three_days[] = {{DAY("2026-03-04"), DAY("2026-03-07")}};
	const struct clock_pause after_the_end[] = {{DAY("2026-03-07"), DAY("2026-03-10")}};
	const struct clock_pause open[] = {{DAY("2026-03-07"), DAY_NONE}};
	day due;

	assert_int_equal(clock_due_limit(cal_of(state), DAY("2026-03-02"), week, three_days, 1, &due), ERR_NONE);
	assert_day(due, "2026-03-12");
	/* ends on Saturday the 7th and so on Monday the 9th, which a pause from the 7th takes out */
	assert_int_equal(clock_due_limit(cal_of(state), DAY("2026-02-28"), week, after_the_end, 1, &due), ERR_NONE);
	assert_day(due, "2026-03-11");
	assert_int_equal(clock_due_limit(cal_of(state), DAY("2026-02-28"), week, open, 1, &due), ERR_NONE);
	assert_int_equal(due, DAY_NONE);
}

static void days_used_and_left(void **state)
{
	const struct calendar *cal = cal_of(state);
	const struct clock_pause paused[] = {{DAY("2026-09-17"), DAY("2026-09-24")}};
	const struct clock_pause open[] = {{DAY("2026-09-17"), DAY_NONE}};
	day accepted = DAY("2026-09-14");

	assert_int_equal(clock_between(cal, accepted, accepted), 0);
	assert_int_equal(clock_between(cal, accepted, DAY("2026-09-28")), 10);
	assert_int_equal(clock_between(cal, DAY("2026-09-28"), accepted), -10);

	assert_int_equal(clock_used(cal, accepted, NULL, 0, DAY("2026-09-28")), 10);
	assert_int_equal(clock_used(cal, accepted, NULL, 0, DAY("2026-09-01")), 0);
	assert_int_equal(clock_used(cal, accepted, paused, 1, DAY("2026-09-17")), 3);
	assert_int_equal(clock_used(cal, accepted, paused, 1, DAY("2026-09-22")), 3);
	assert_int_equal(clock_used(cal, accepted, paused, 1, DAY("2026-09-28")), 4);
	assert_int_equal(clock_used(cal, accepted, paused, 1, DAY("2026-10-12")), 10);
	assert_int_equal(clock_used(cal, accepted, open, 1, DAY("2026-10-12")), 3);

	/* due on a Friday before a make-up Sunday */
	assert_int_equal(clock_left(cal, DAY("2026-09-16"), DAY("2026-09-18")), 2);
	assert_int_equal(clock_left(cal, DAY("2026-09-17"), DAY("2026-09-18")), 1);
	assert_int_equal(clock_left(cal, DAY("2026-09-18"), DAY("2026-09-18")), 0);
	assert_int_equal(clock_left(cal, DAY("2026-09-19"), DAY("2026-09-18")), -1);
	assert_int_equal(clock_left(cal, DAY("2026-09-20"), DAY("2026-09-18")), -1);
	assert_int_equal(clock_left(cal, DAY("2026-09-21"), DAY("2026-09-18")), -2);
}

static void skipped_days_have_reasons(void **state)
{
	void *ctx = *state;
	const struct calendar *cal = cal_of(state);
	struct clock_days skipped = clock_skipped(ctx, cal, DAY("2026-02-12"), DAY("2026-02-26"));
	struct clock_days made_up = clock_made_up(ctx, cal, DAY("2026-02-12"), DAY("2026-02-26"));

	assert_int_equal(skipped.n, 9);
	for (size_t i = 0; i < skipped.n; i++) {
		assert_int_equal(skipped.at[i].date, DAY("2026-02-15") + (day)i);
		assert_string_equal(skipped.at[i].why, "春节");
	}
	assert_int_equal(made_up.n, 1);
	assert_day(made_up.at[0].date, "2026-02-14");
	assert_string_equal(made_up.at[0].why, "春节调休上班");

	skipped = clock_skipped(ctx, cal, DAY("2026-03-05"), DAY("2026-03-09"));
	assert_int_equal(skipped.n, 2);
	assert_string_equal(skipped.at[0].why, "周末");
	assert_int_equal(clock_skipped(ctx, cal, DAY("2026-03-05"), DAY("2026-03-05")).n, 0);
	assert_int_equal(clock_skipped(ctx, cal, DAY("2026-03-05"), DAY("2026-03-01")).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(working_days),
		cmocka_unit_test(a_year_without_calendar_is_provisional),
		cmocka_unit_test(arguments_out_of_range_are_refused),
		cmocka_unit_test(other_units),
		cmocka_unit_test(limits_are_read_and_shown),
		cmocka_unit_test(late_submissions_count_for_the_next_day),
		cmocka_unit_test(pauses_move_the_due_date),
		cmocka_unit_test(pauses_move_natural_limits_too),
		cmocka_unit_test(days_used_and_left),
		cmocka_unit_test(skipped_days_have_reasons),
	};

	return cmocka_run_group_tests_name("clock", tests, cal_make, cal_free);
}
