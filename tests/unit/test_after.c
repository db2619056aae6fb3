/* Where the page before ended: taken as a whole or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "web/after.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static struct request asked(struct pair *pair, const char *value)
{
	*pair = (struct pair){.name = "after", .value = value};
	return (struct request){.query = {pair, value ? 1 : 0}};
}

static void numbers_with_dots_are_taken_whole(void **state)
{
	static const struct {
		const char *text;
		bool good;
		int64_t first, second, third;
	} rows[] = {
		{"3.20.117", true, 3, 20, 117},
		{"0.0.0", true, 0, 0, 0},
		{"-5.1.2", true, -5, 1, 2},
		{"9223372036854775807.1.2", true, INT64_MAX, 1, 2},
		{"9223372036854775808.1.2", false, 0, 0, 0},
		{"99999999999999999999999999999999999999.1.2", false, 0, 0, 0},
		{"3.20", false, 0, 0, 0},
		{"3.20.117.4", false, 0, 0, 0},
		{"3.20.117.", false, 0, 0, 0},
		{"3..117", false, 0, 0, 0},
		{".3.20", false, 0, 0, 0},
		{"3.20.x", false, 0, 0, 0},
		{"3.20.117 ", false, 0, 0, 0},
		{"", false, 0, 0, 0},
		{NULL, false, 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct pair pair;
		struct request q = asked(&pair, rows[i].text);
		int64_t out[3] = {-1, -1, -1};
		assert_int_equal(after_ints(&q, out, 3), rows[i].good);
		assert_int_equal(out[0], rows[i].good ? rows[i].first : -1);
		assert_int_equal(out[1], rows[i].good ? rows[i].second : -1);
		assert_int_equal(out[2], rows[i].good ? rows[i].third : -1);
	}
}

static void a_day_and_numbers_are_taken_whole(void **state)
{
	static const struct {
		const char *text;
		bool good;
		int year, month, mday;
		int64_t id;
	} rows[] = {
		{"2026-03-02.117", true, 2026, 3, 2, 117},
		{"never.4", true, 9999, 12, 31, 4},
		{"2026-02-29.1", false, 0, 0, 0, 0},
		{"2026-3-2.1", false, 0, 0, 0, 0},
		{"2026-03-02", false, 0, 0, 0, 0},
		{"2026-03-02.", false, 0, 0, 0, 0},
		{"2026-03-02.1.2", false, 0, 0, 0, 0},
		{"20260302.1", false, 0, 0, 0, 0},
		{"x.1", false, 0, 0, 0, 0},
		{"", false, 0, 0, 0, 0},
		{NULL, false, 0, 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct pair pair;
		struct request q = asked(&pair, rows[i].text);
		day due = DAY_NONE;
		int64_t id = -1;
		assert_int_equal(after_day(&q, &due, &id, 1), rows[i].good);
		assert_int_equal(due, rows[i].good ? day_make(rows[i].year, rows[i].month, rows[i].mday) : DAY_NONE);
		assert_int_equal(id, rows[i].good ? rows[i].id : -1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_with_dots_are_taken_whole),
		cmocka_unit_test(a_day_and_numbers_are_taken_whole),
	};

	return cmocka_run_group_tests_name("after", tests, NULL, NULL);
}
