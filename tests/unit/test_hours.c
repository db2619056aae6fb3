/* Opening hours as plain rules: what is open on a day, the slots of it, times and weekdays in words, the days
 * on which something changes. */
#include "domain/hours.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "domain/window.h"
#include "unit/sample_calendar.h"

static int setup(void **state)
{
	*state = talloc_new(NULL);
	return 0;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

/* Tuesdays and Fridays; Fridays shorter from 2026-02-20 on, and on Sundays by a rule of their own. */
static struct opening_rule rules[] = {{2, 540, 720, 30, 3, 0, DAY_NONE},
				      {5, 540, 720, 30, 3, 0, 0},
				      {5, 810, 900, 40, 2, 0, DAY_NONE},
				      {7, 600, 660, 30, 1, 0, DAY_NONE}};

static struct opening_of opening(void)
{
	rules[1].until_day = sample_day("2026-02-19");
	return (struct opening_of){.rules = rules, .nrules = sizeof rules / sizeof rules[0]};
}

static const char *plan(void *ctx, const struct opening_of *o, const char *date)
{
	struct opening_spans s = opening_day(ctx, sample_calendar(ctx), o, sample_day(date));
	char *out = mem_str(ctx, "");

	for (size_t i = 0; i < s.n; i++)
		out = mem_fmt(ctx, "%s%s-%s ", out, opening_clock(ctx, s.at[i].from_min),
			      opening_clock(ctx, s.at[i].until_min));
	return out;
}

static void open_by_weekday_and_calendar(void **state)
{
	void *ctx = *state;
	struct opening_of o = opening();

	assert_string_equal(plan(ctx, &o, "2026-02-10"), "09:00-12:00 ");             /* Tuesday */
	assert_string_equal(plan(ctx, &o, "2026-02-11"), "");                         /* Wednesday */
	assert_string_equal(plan(ctx, &o, "2026-02-13"), "09:00-12:00 13:30-15:00 "); /* Friday */
	assert_string_equal(plan(ctx, &o, "2026-02-27"), "13:30-15:00 "); /* after the last day of a rule */
	assert_string_equal(plan(ctx, &o, "2026-02-17"), ""); /* a Tuesday of the Spring Festival */
	assert_string_equal(plan(ctx, &o, "2026-02-14"),
			    "09:00-12:00 13:30-15:00 "); /* a working Saturday goes by Friday */
	assert_string_equal(plan(ctx, &o, "2026-02-28"), "13:30-15:00 "); /* and so it does later */
	assert_string_equal(plan(ctx, &o, "2026-01-04"),
			    "10:00-11:00 ");                  /* a working Sunday has rules of its own */
	assert_string_equal(plan(ctx, &o, "2026-03-08"), ""); /* other Sundays are closed all the same */
}

static void closures_cut_spans(void **state)
{
	void *ctx = *state;
	day d = sample_day("2026-02-10");
	struct opening_closure c[] = {{msec_make(d, 10, 0, 0, 0), msec_make(d, 10, 15, 30, 0), "停电"},
				      {msec_make(d, 11, 30, 0, 0), msec_make(d + 1, 0, 0, 0, 0), "会议"}};
	struct opening_of o = opening();
	struct slot_span *s;

	o.closures = c;
	o.nclosures = 2;
	assert_string_equal(plan(ctx, &o, "2026-02-10"), "09:00-10:00 10:16-11:30 ");
	assert_string_equal(opening_closed(&o, d, 600, 630)->reason, "停电");
	assert_null(opening_closed(&o, d, 630, 690));
	/* what a closure touches is closed as a whole */
	assert_int_equal(slot_plan(ctx, sample_calendar(ctx), &o, d, &s), 6);
	assert_null(s[1].why);
	assert_string_equal(s[2].why, "停电");
	assert_null(s[4].why);
	assert_string_equal(s[5].why, "会议");
}

static void slots_are_whole(void **state)
{
	struct opening_of o = opening();
	struct slot_span *s;

	/* 90 minutes hold two of 40 */
	assert_int_equal(slot_plan(*state, sample_calendar(*state), &o, sample_day("2026-02-27"), &s), 2);
	assert_int_equal(s[1].from_min, 850);
	assert_int_equal(s[1].until_min, 890);
	assert_int_equal(s[1].places, 2);
}

static void times_of_day(void **state)
{
	static const char *const bad[] = {NULL,    "",      "9:00",  "09:0",  "09:60", "24:01",  "25:00",
					  "0a:00", "09-00", "+9:00", "-1:00", "09:+1", "009:00", " 9:00"};
	int64_t m = -1;

	assert_true(opening_minute("00:00", &m) && m == 0);
	assert_true(opening_minute("09:05", &m) && m == 545);
	assert_true(opening_minute("24:00", &m) && m == 1440);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (opening_minute(bad[i], &m))
			fail_msg("\"%s\" was taken for %lld", bad[i], (long long)m);
	assert_int_equal(m, 1440);
	assert_string_equal(opening_clock(*state, 545), "09:05");
}

static void weekdays_in_words(void **state)
{
	static const struct {
		uint32_t bits;
		const char *text;
	} rows[] = {
	    {0, ""},
	    {WEEKDAY_BIT(1), "星期一"},
	    {WEEKDAY_BIT(1) | WEEKDAY_BIT(2), "星期一、星期二"},
	    {WEEKDAY_BIT(1) | WEEKDAY_BIT(2) | WEEKDAY_BIT(3), "星期一到星期三"},
	    {WEEKDAY_BIT(1) | WEEKDAY_BIT(3) | WEEKDAY_BIT(4) | WEEKDAY_BIT(5) | WEEKDAY_BIT(7),
	     "星期一、星期三到星期五、星期日"},
	    {0xFE, "星期一到星期日"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(hours_weekdays(*state, rows[i].bits), rows[i].text);
}

static void the_week_and_when_it_changes(void **state)
{
	void *ctx = *state;
	day today = sample_day("2026-02-10"), *days;
	struct opening_of o = opening();
	struct hours_rules r = {.at = rules, .n = o.nrules};

	assert_string_equal(hours_text(ctx, &r, today, 5),
			    "09:00—12:00（每 30 分钟 3 个号），13:30—15:00（每 40 分钟 2 个号）");
	assert_string_equal(hours_text(ctx, &r, sample_day("2026-02-20"), 5),
			    "13:30—15:00（每 40 分钟 2 个号）");
	assert_string_equal(hours_text(ctx, &r, today, 3), "");
	assert_string_equal(hours_span_text(ctx, &(struct opening_span){540, 720, 30, 0}),
			    "09:00—12:00（不放预约号）");
	assert_int_equal(hours_change_days(ctx, &r, today, &days), 2);
	assert_int_equal(days[0], today);
	assert_int_equal(days[1], sample_day("2026-02-20"));
	assert_int_equal(hours_change_days(ctx, &r, sample_day("2026-02-20"), &days), 1);
}

static void codes(void **state)
{
	(void)state;
	assert_true(group_code_ok("A") && group_code_ok("AB"));
	assert_false(group_code_ok("") || group_code_ok("ABC") || group_code_ok("a") || group_code_ok("A1") ||
		     group_code_ok("Á"));
	assert_true(window_code_ok("A05") && window_code_ok("A1234567"));
	assert_false(window_code_ok("A") || window_code_ok("5A") || window_code_ok("a05") ||
		     window_code_ok("A12345678") || window_code_ok("A 5"));
	assert_string_equal(window_kind_name("tidal"), "潮汐窗口");
	assert_string_equal(window_kind_name(NULL), "");
	assert_true(text_word_in("A C F", "C") && text_word_in("A", "A") && text_word_in("AB A", "A"));
	assert_false(text_word_in("AB", "A") || text_word_in(NULL, "A") || text_word_in("", "A") ||
		     text_word_in("A C", ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(open_by_weekday_and_calendar),
	    cmocka_unit_test(closures_cut_spans),
	    cmocka_unit_test(slots_are_whole),
	    cmocka_unit_test(times_of_day),
	    cmocka_unit_test(weekdays_in_words),
	    cmocka_unit_test(the_week_and_when_it_changes),
	    cmocka_unit_test(codes),
	};

	return cmocka_run_group_tests_name("hours", tests, setup, teardown);
}
