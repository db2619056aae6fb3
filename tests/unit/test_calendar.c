/* The calendar: the shipped years, regions, counting; files read, refused and compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/calendar_file.h"
#include "unit/sample_calendar.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define DAY sample_day

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

/* --- the calendar --------------------------------------------------------------------------------------- */

static void shipped_years_have_their_working_days(void **state)
{
	static const struct {
		int year, working;
	} years[] = {{2024, 251}, {2025, 248}, {2026, 248}};
	const struct calendar *cal = sample_calendar(*state);

	for (size_t i = 0; i < LEN(years); i++) {
		day last = day_make(years[i].year, 12, 31), before = day_make(years[i].year, 1, 1) - 1;
		int one_by_one = 0;

		for (day d = before + 1; d <= last; d++)
			one_by_one += calendar_is_working(cal, d);
		assert_int_equal(one_by_one, years[i].working);
		assert_int_equal(calendar_count(cal, before, last), years[i].working);
		assert_int_equal(calendar_count(cal, last, before), -years[i].working);
		assert_int_equal(calendar_nth(cal, before, years[i].working + 1), calendar_nth(cal, last, 1));
	}
}

static void counting_and_finding_are_inverse(void **state)
{
	const struct calendar *cal = sample_calendar(*state);

	for (day d = DAY("2023-12-01"); d < DAY("2027-02-01"); d++) {
		for (int n = 1; n < 30; n++) {
			day found = calendar_nth(cal, d, n);

			assert_true(found > d && calendar_is_working(cal, found));
			assert_int_equal(calendar_count(cal, d, found), n);
		}
	}
}

static void every_day_has_a_reason(void **state)
{
	static const struct {
		const char *date;
		bool working;
		const char *why;
	} days[] = {
		{"2024-02-09", true, "工作日"},         {"2024-02-10", false, "春节"},
		{"2024-02-18", true, "春节调休上班"},   {"2025-10-06", false, "国庆节、中秋节"},
		{"2026-01-04", true, "元旦调休上班"},   {"2026-03-07", false, "周末"},
		{"2026-09-25", false, "中秋节"},        {"2026-10-08", true, "工作日"},
		{"2027-01-01", true, "工作日"}, /* not known yet */
	};
	const struct calendar *cal = sample_calendar(*state);

	for (size_t i = 0; i < LEN(days); i++) {
		assert_int_equal(calendar_is_working(cal, DAY(days[i].date)), days[i].working);
		assert_string_equal(calendar_why(cal, DAY(days[i].date)), days[i].why);
	}
	assert_null(calendar_row_of(cal, DAY("2026-03-07")));
	assert_string_equal(calendar_row_of(cal, DAY("2026-10-10"))->name, "国庆节调休上班");
}

static void years_are_covered_or_not(void **state)
{
	const struct calendar *cal = sample_calendar(*state);
	const struct calendar_rows none = {NULL, 0};
	const struct calendar *empty = calendar_build(*state, &none, &none, NULL, 0);

	assert_true(calendar_covers(cal, 2024));
	assert_false(calendar_covers(cal, 2027));
	assert_int_equal(calendar_last_year(cal), 2026);
	assert_true(calendar_covers_days(cal, DAY("2024-01-01"), DAY("2026-12-31")));
	assert_false(calendar_covers_days(cal, DAY("2026-12-31"), DAY("2027-01-01")));
	assert_true(calendar_covers_days(cal, DAY("2030-01-02"), DAY("2030-01-01")));
	assert_int_equal(calendar_last_year(empty), 0);
	assert_true(calendar_is_working(empty, DAY("2026-02-17")));
	assert_int_equal(calendar_count(empty, DAY("2026-02-08"), DAY("2026-02-15")), 5);
}

static void a_region_wins_over_the_nation(void **state)
{
	struct calendar_row local_rows[] = {
		{DAY("2026-02-18"), false, "藏历新年"}, /* off anyway: the reason changes */
		{DAY("2026-02-24"), false, "藏历新年"}, /* a day off more */
		{DAY("2026-02-28"), false, "周末"},     /* the make-up Saturday is off here */
		{DAY("2026-08-15"), true, "地方调休上班"},
	};
	const struct calendar_rows local = {local_rows, LEN(local_rows)};
	const struct calendar_rows nation = sample_rows(*state, 2026);
	const int year = 2026;
	const struct calendar *cal = calendar_build(*state, &nation, &local, &year, 1);

	assert_string_equal(calendar_why(cal, DAY("2026-02-18")), "藏历新年");
	assert_string_equal(calendar_why(cal, DAY("2026-02-19")), "春节");
	assert_false(calendar_is_working(cal, DAY("2026-02-24")));
	assert_false(calendar_is_working(cal, DAY("2026-02-28")));
	assert_true(calendar_is_working(cal, DAY("2026-08-15")));
	assert_int_equal(calendar_count(cal, DAY("2025-12-31"), DAY("2026-12-31")), 248 - 2 + 1);
	assert_int_equal(calendar_nth(cal, DAY("2026-02-13"), 2), DAY("2026-02-25"));
}

/* --- files ---------------------------------------------------------------------------------------------- */

/* The fixed statutory days of 2026, so that a short file is complete. */
#define FIXED "2026-01-01,0,元旦\n2026-05-01,0,劳动节\n2026-10-01,0,国庆节\n2026-10-02,0,国庆节\n"

static enum err parse(void *ctx, const char *text, const struct calendar *base, struct calendar_rows *rows,
		      struct calendar_faults *faults)
{
	return calendar_parse_csv(ctx, text, strlen(text), 2026, base, rows, faults);
}

static void files_are_read_in_all_their_forms(void **state)
{
	static const char *const forms[] = {
		"date,working,name\n2026-02-14,1,春节调休上班\n" FIXED,
		"\xEF\xBB\xBF" "date,working,name\r\n2026/2/14,1,春节调休上班\r\n" FIXED,
		"# 说明\n\ndate,working,name\n\n# 又一行\n" FIXED " 2026-2-14 , 班 , 春节调休上班 ",
		"date,working,name\r2026-02-14,1,春节调休上班\r\r" FIXED,
	};

	for (size_t i = 0; i < LEN(forms); i++) {
		struct calendar_faults faults;
		struct calendar_rows rows;

		assert_int_equal(parse(*state, forms[i], NULL, &rows, &faults), ERR_NONE);
		assert_int_equal(faults.n, 0);
		assert_int_equal(rows.n, 5);
		assert_int_equal(rows.at[0].date, DAY("2026-01-01"));
		assert_false(rows.at[0].working);
		assert_int_equal(rows.at[1].date, DAY("2026-02-14")); /* sorted */
		assert_true(rows.at[1].working);
		assert_string_equal(rows.at[1].name, "春节调休上班");
	}
}

static void each_fault_names_its_line(void **state)
{
	static const struct {
		const char *line; /* after the heading and FIXED, as line 6 */
		const char *says;
	} faults_of[] = {
		{"2025-02-14,1,春节调休上班", "不在 2026 年"},
		{"2026-02-30,0,春节", "没有这一天"},
		{"26-02-14,1,春节调休上班", "没有这一天"},
		{"2026-2-14-1,1,春节调休上班", "没有这一天"},
		{"2026-00-14,1,春节调休上班", "没有这一天"},
		{"二月十四日,1,春节调休上班", "“二月十四日”"},
		{"2026-10-02,0,国庆节", "第 5 行已经写过"},
		{"2026-02-14,2,春节调休上班", "第二栏“2”"},
		{"2026-02-14,,春节调休上班", "第二栏“”"},
		{"2026-02-14,1,", "名称要有"},
		{"2026-02-14,1,\"春节调休上班\"", "引号"},
		{"2026-02-14,1,一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "名称要有"},
		{"2026-02-14,1", "应当有三栏"},
		{"2026-02-14,1,春节调休上班,", "应当有三栏"},
		{"2026-02-14，1，春节调休上班", "应当有三栏"},
		{"2026-05-11,1,劳动节调休上班", "星期一，本来就上班"},
	};

	for (size_t i = 0; i < LEN(faults_of); i++) {
		char *text = mem_fmt(*state, "date,working,name\n" FIXED "%s\n", faults_of[i].line);
		struct calendar_faults faults;
		struct calendar_rows rows;

		assert_int_equal(parse(*state, text, NULL, &rows, &faults), ERR_INVALID);
		assert_int_equal(faults.n, 1);
		assert_int_equal(faults.at[0].line, 6);
		if (!strstr(faults.at[0].text, faults_of[i].says))
			fail_msg("%s: %s", faults_of[i].line, faults.at[0].text);
	}
}

static void all_faults_are_listed_at_once(void **state)
{
	char *text = mem_str(*state, "day;off;why\n2026-02-14;1;x\n2026-02-30,0,x\n");
	struct calendar_faults faults;
	struct calendar_rows rows;

	assert_int_equal(parse(*state, text, NULL, &rows, &faults), ERR_INVALID);
	assert_int_equal(faults.n, 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(faults.at[i].line, i + 1);
	for (int i = 0; i < 50; i++)
		text = mem_fmt(*state, "%sx\n", text);
	assert_int_equal(parse(*state, text, NULL, &rows, &faults), ERR_INVALID);
	assert_int_equal(faults.n, CALENDAR_FAULTS_MAX);
}

static void whole_files_are_refused(void **state)
{
	static const struct {
		const char *text;
		const char *says;
	} bad[] = {
		{"", "一天也没有"},
		{"date,working,name\n", "一天也没有"},
		{"date,working,name\n2026-02-14,1,\xB4\xBA\xBD\xDA\n", "UTF-8"}, /* GBK */
		{"date,working,name\n2026-01-01,0,元旦\n2026-05-01,0,劳动节\n2026-10-01,0,国庆节\n", "10 月 2 日是法定节日"},
		{"date,working,name\n" FIXED "2026-10-03,1,国庆节调休上班\n", "10 月 3 日是法定节日"}, /* a Saturday */
	};
	struct calendar_faults faults;
	struct calendar_rows rows;
	char *large = mem_array(*state, char, CALENDAR_FILE_MAX + 2);

	for (size_t i = 0; i < LEN(bad); i++) {
		assert_int_equal(parse(*state, bad[i].text, NULL, &rows, &faults), ERR_INVALID);
		assert_int_equal(faults.n, 1);
		assert_int_equal(faults.at[0].line, 0);
		assert_non_null(strstr(faults.at[0].text, bad[i].says));
	}
	memset(large, '\n', CALENDAR_FILE_MAX + 1);
	assert_int_equal(parse(*state, large, NULL, &rows, &faults), ERR_INVALID);
	assert_non_null(strstr(faults.at[0].text, "文件太大"));
	assert_int_equal(calendar_parse_csv(*state, "x", 1, 1999, NULL, &rows, &faults), ERR_INVALID);
	assert_non_null(strstr(faults.at[0].text, "年份应当在"));
}

static void a_regions_file_lies_on_the_nations(void **state)
{
	const struct calendar *nation = sample_calendar(*state);
	struct calendar_faults faults;
	struct calendar_rows rows;

	/* needs no statutory days of its own; may make a national day off a working day */
	assert_int_equal(parse(*state, "date,working,name\n2026-08-24,0,雪顿节\n2026-02-23,1,地方调休上班\n", nation, &rows,
			       &faults),
			 ERR_NONE);
	assert_int_equal(rows.n, 2);
	/* that Saturday is a working day already */
	assert_int_equal(parse(*state, "date,working,name\n2026-02-28,1,地方调休上班\n", nation, &rows, &faults),
			 ERR_INVALID);
	assert_non_null(strstr(faults.at[0].text, "按全国安排就上班"));
}

static void files_say_what_they_are(void **state)
{
	const char *text = sample_text(*state, 2026);
	const char *bare = "date,working,name\n# region: CN\n";
	struct calendar_heading h = calendar_parse_heading(*state, text, strlen(text));

	assert_string_equal(h.region, CALENDAR_NATION);
	assert_int_equal(h.year, 2026);
	assert_string_equal(h.notice_no, "国办发明电〔2025〕7号");
	assert_non_null(h.note);
	h = calendar_parse_heading(*state, bare, strlen(bare)); /* only before the first other line */
	assert_null(h.region);
	h = calendar_parse_heading(*state, "\xFF", 1);
	assert_int_equal(h.year, 0);

	assert_true(calendar_region_ok("CN"));
	assert_true(calendar_region_ok("540000"));
	assert_false(calendar_region_ok("54000"));
	assert_false(calendar_region_ok("cn"));
	assert_false(calendar_region_ok("-54000"));
	assert_false(calendar_region_ok(NULL));
}

static void changes_are_found_and_told(void **state)
{
	struct calendar_row before_rows[] = {{DAY("2026-05-04"), false, "劳动节"},
					     {DAY("2026-05-05"), false, "劳动节"},
					     {DAY("2026-05-09"), true, "劳动节调休上班"}};
	struct calendar_row after_rows[] = {{DAY("2026-05-05"), false, "劳动节"},
					    {DAY("2026-05-09"), false, "周末"},
					    {DAY("2026-05-10"), true, "劳动节调休上班"}};
	const struct calendar_rows before = {before_rows, 3}, after = {after_rows, 3}, none = {NULL, 0};
	struct calendar_changes c = calendar_diff(*state, &before, &after);

	assert_int_equal(c.n, 3);
	assert_string_equal(calendar_change_text(*state, &c.at[0]), "删除 2026-05-04 星期一：休息（劳动节）");
	assert_string_equal(calendar_change_text(*state, &c.at[1]),
			    "改动 2026-05-09 星期六：上班（劳动节调休上班） → 休息（周末）");
	assert_string_equal(calendar_change_text(*state, &c.at[2]), "增加 2026-05-10 星期日：上班（劳动节调休上班）");
	assert_int_equal(calendar_diff(*state, &before, &before).n, 0);
	assert_int_equal(calendar_diff(*state, &none, &after).n, 3);
	assert_int_equal(calendar_diff(*state, &before, &none).n, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_years_have_their_working_days),
		cmocka_unit_test(counting_and_finding_are_inverse),
		cmocka_unit_test(every_day_has_a_reason),
		cmocka_unit_test(years_are_covered_or_not),
		cmocka_unit_test(a_region_wins_over_the_nation),
		cmocka_unit_test(files_are_read_in_all_their_forms),
		cmocka_unit_test(each_fault_names_its_line),
		cmocka_unit_test(all_faults_are_listed_at_once),
		cmocka_unit_test(whole_files_are_refused),
		cmocka_unit_test(a_regions_file_lies_on_the_nations),
		cmocka_unit_test(files_say_what_they_are),
		cmocka_unit_test(changes_are_found_and_told),
	};

	return cmocka_run_group_tests_name("calendar", tests, ctx_make, ctx_free);
}
