/* Calendar arithmetic, the city's clock, and the clock that tests lead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/time.h"
#include "scratch.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static void days_have_known_numbers(void **state)
{
	static const struct {
		int year, month, mday, weekday;
		day number;
	} known[] = {
		{1970, 1, 1, 4, 0},       {1969, 12, 31, 3, -1},    {2000, 2, 29, 2, 11016}, {2000, 3, 1, 3, 11017},
		{1900, 2, 28, 3, -25509}, {1900, 3, 1, 4, -25508},  {2026, 2, 12, 4, 20496}, {2199, 12, 31, 2, 84005},
		{1, 1, 1, 1, -719162},    {9999, 12, 31, 5, 2932896},
	};

	(void)state;
	for (size_t i = 0; i < LEN(known); i++) {
		int y, m, d;

		assert_int_equal(day_make(known[i].year, known[i].month, known[i].mday), known[i].number);
		assert_int_equal(day_weekday(known[i].number), known[i].weekday);
		day_split(known[i].number, &y, &m, &d);
		assert_int_equal(y, known[i].year);
		assert_int_equal(m, known[i].month);
		assert_int_equal(d, known[i].mday);
	}
}

static void every_day_agrees_with_the_c_library(void **state)
{
	(void)state;
	for (day n = -36524; n <= 90000; n++) {
		time_t t = (time_t)n * 86400;
		struct tm tm;
		int y, m, d;

		gmtime_r(&t, &tm);
		day_split(n, &y, &m, &d);
		assert_int_equal(y, tm.tm_year + 1900);
		assert_int_equal(m, tm.tm_mon + 1);
		assert_int_equal(d, tm.tm_mday);
		assert_int_equal(day_weekday(n), tm.tm_wday == 0 ? 7 : tm.tm_wday);
		assert_int_equal(day_make(y, m, d), n);
	}
}

static void far_days_survive(void **state)
{
	static const day far[] = {INT32_MIN, INT32_MIN + 1, -719163, -719162, -719528, 2932897, INT32_MAX};
	char buf[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < LEN(far); i++) {
		int y, m, d;

		day_split(far[i], &y, &m, &d);
		assert_int_equal(day_make(y, m, d), far[i]);
		if (y < 1 || y > 9999)
			assert_string_equal(day_text(far[i], buf), "");
	}
}

static void leap_days_are_valid_where_they_exist(void **state)
{
	(void)state;
	assert_true(day_valid(2024, 2, 29));
	assert_true(day_valid(2000, 2, 29));
	assert_false(day_valid(1900, 2, 29));
	assert_false(day_valid(2100, 2, 29));
	assert_false(day_valid(2026, 2, 29));
	assert_false(day_valid(2024, 2, 30));
	assert_false(day_valid(2026, 4, 31));
	assert_true(day_valid(2026, 12, 31));
	assert_false(day_valid(2026, 13, 1));
	assert_false(day_valid(2026, 0, 1));
	assert_false(day_valid(2026, 1, 0));
	assert_false(day_valid(2026, 1, -1));
	assert_false(day_valid(0, 1, 1));
	assert_false(day_valid(10000, 1, 1));
}

static void day_reads_one_form_only(void **state)
{
	static const char *const bad[] = {
		"",           "2026-2-12",   "2026-02-12 ", " 2026-02-12", "2026/02/12", "20260212",   "2026-02-29",
		"1899-12-31", "2200-01-01",  "2026-13-01",  "2026-00-10",  "2026-01-00", "+026-01-01", "2026-+1-01",
		"2026-02-1x", "-026-01-01",  "2026-02-12T", "２026-1-1",
	};
	char buf[DAY_TEXT];
	day d = 77;

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(day_parse(bad[i], &d));
	assert_false(day_parse(NULL, &d));
	assert_int_equal(d, 77);
	assert_true(day_parse("1900-01-01", &d));
	assert_true(day_parse("2199-12-31", &d));
	assert_true(day_parse("2024-02-29", &d));
	assert_string_equal(day_text(d, buf), "2024-02-29");
	assert_string_equal(day_text(DAY_NONE, buf), "");
}

static void the_day_begins_at_local_midnight(void **state)
{
	msec midnight = msec_make(day_make(2026, 2, 12), 0, 0, 0, 0);
	char buf[MSEC_TEXT];
	void *ctx = talloc_new(NULL);

	(void)state;
	assert_int_equal(midnight, INT64_C(1770825600000)); /* 2026-02-11 16:00 UTC */
	assert_int_equal(msec_day(midnight), day_make(2026, 2, 12));
	assert_int_equal(msec_day(midnight - 1), day_make(2026, 2, 11));
	assert_string_equal(msec_text(midnight, buf), "2026-02-12 00:00:00.000");
	assert_string_equal(msec_text(midnight - 1, buf), "2026-02-11 23:59:59.999");
	assert_string_equal(msec_soon(ctx, midnight), "2月12日 00:00");
	assert_string_equal(msec_soon(ctx, midnight - 1), "2月11日 23:59");
	assert_string_equal(msec_soon(ctx, MSEC_NONE), "");
	assert_string_equal(day_words(ctx, day_make(2024, 2, 29)), "2024年2月29日");
	assert_string_equal(day_words(ctx, DAY_NONE), "");
	talloc_free(ctx);
	assert_string_equal(msec_text(msec_make(day_make(2024, 2, 29), 9, 30, 5, 123), buf), "2024-02-29 09:30:05.123");
	assert_string_equal(msec_text(0, buf), "1970-01-01 08:00:00.000");
	assert_string_equal(msec_text(-28800001, buf), "1969-12-31 23:59:59.999");
}

static void not_set_stays_not_set(void **state)
{
	char buf[MSEC_TEXT];

	(void)state;
	assert_int_equal(msec_day(MSEC_NONE), DAY_NONE);
	assert_true(msec_make(DAY_NONE, 1, 2, 3, 4) == MSEC_NONE);
	assert_string_equal(msec_text(MSEC_NONE, buf), "");
	assert_string_equal(msec_text(INT64_MAX, buf), "");
	assert_string_equal(msec_text(INT64_MIN + 1, buf), "");
	assert_int_equal(msec_day(INT64_MAX), DAY_NONE);
}

static void the_zone_of_the_machine_does_not_matter(void **state)
{
	char buf[MSEC_TEXT];

	(void)state;
	setenv("TZ", "America/New_York", 1);
	tzset();
	assert_string_equal(msec_text(INT64_C(1770825600000), buf), "2026-02-12 00:00:00.000");
	unsetenv("TZ");
	tzset();
}

static void file_write(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static bool real_now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return llabs((long long)(msec_now() / 1000 - ts.tv_sec)) <= 60;
}

static void tests_lead_the_clock(void **state)
{
	static const char *const broken[] = {"",
					     "2026-02-12",
					     "2026-02-12 24:00:00",
					     "2026-02-12 09:60:00",
					     "2026-02-12 09:30:60",
					     "2026-02-30 09:30:00",
					     "2026-02-12 09:30:00.5",
					     "2026-02-12T09:30:00",
					     "2026-02-12 9:30:00\n",
					     "2026-02-12 09:30:00\n\n"};
	char path[200], buf[MSEC_TEXT];
	int fd;

	(void)state;
	snprintf(path, sizeof(path), "%s/test_time.XXXXXX", scratch_dir());
	fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	time_follow_file(path);
	file_write(path, "2026-02-12 09:30:00\n");
	assert_string_equal(msec_text(msec_now(), buf), "2026-02-12 09:30:00.000");
	file_write(path, "2028-02-29 23:59:59");
	assert_string_equal(msec_text(msec_now(), buf), "2028-02-29 23:59:59.000");
	for (size_t i = 0; i < LEN(broken); i++) {
		file_write(path, broken[i]);
		assert_true(real_now());
	}
	unlink(path);
	assert_true(real_now());
	time_follow_file("");
	assert_true(real_now());
	time_follow_file(NULL);
	assert_true(real_now());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_have_known_numbers),
		cmocka_unit_test(every_day_agrees_with_the_c_library),
		cmocka_unit_test(far_days_survive),
		cmocka_unit_test(leap_days_are_valid_where_they_exist),
		cmocka_unit_test(day_reads_one_form_only),
		cmocka_unit_test(the_day_begins_at_local_midnight),
		cmocka_unit_test(not_set_stays_not_set),
		cmocka_unit_test(the_zone_of_the_machine_does_not_matter),
		cmocka_unit_test(tests_lead_the_clock),
	};

	return cmocka_run_group_tests_name("time", tests, NULL, NULL);
}
