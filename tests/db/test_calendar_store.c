/* The calendar in the database: what was shipped is there; importing compares, writes once, reports, refuses.  Years and
 * a region that no other test looks at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/conf.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/calendar_store.h"
#include "domain/clock.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define YEAR 2098
#define REGION "549998"
/* 2098-01-01 is a Wednesday, 05-01 and 05-02 a Thursday and a Friday, 10-01 to 10-03 Wednesday to Friday */
#define FIXED                                                                                            \
	"date,working,name\n2098-01-01,0,元旦\n2098-05-01,0,劳动节\n2098-05-02,0,劳动节\n"                \
	"2098-10-01,0,国庆节\n2098-10-02,0,国庆节\n2098-10-03,0,国庆节\n"

struct fixture {
	struct conf conf;
	struct db *db;
};

static int db_make(void **state)
{
	struct fixture *f = mem_new(NULL, struct fixture);
	const char *dir = getenv("PORTAL_CONF_DIR");

	*state = f;
	if (!dir || conf_load(f, mem_fmt(f, "%s/calendar-import.conf", dir), &f->conf) != ERR_NONE)
		return -1;
	return db_open(f, &f->conf, "calendar-import", &f->db) == ERR_NONE ? 0 : -1;
}

static int db_free(void **state)
{
	return talloc_free(*state);
}

static struct calendar_import import_of(const char *region, const char *text)
{
	return (struct calendar_import){.region = region,
					.year = YEAR,
					.text = text,
					.size = strlen(text),
					.notice_no = "试〔2097〕1号",
					.note = "",
					.now = msec_make(day_make(2097, 11, 1), 9, 0, 0, 0)};
}

static void the_shipped_calendar_is_there(void **state)
{
	struct fixture *f = *state;
	const struct calendar *cal;
	day due;

	assert_int_equal(calendar_load(f->db, f, "CN", &cal), ERR_NONE);
	assert_true(calendar_covers_days(cal, day_make(2024, 1, 1), day_make(2026, 12, 31)));
	assert_int_equal(calendar_count(cal, day_make(2023, 12, 31), day_make(2026, 12, 31)), 251 + 248 + 248);
	assert_int_equal(clock_due(cal, day_make(2026, 2, 12), 5, &due), ERR_NONE);
	assert_int_equal(due, day_make(2026, 2, 26));
	assert_string_equal(calendar_why(cal, day_make(2026, 2, 17)), "春节");
}

static void importing_writes_once_and_reports_changes(void **state)
{
	struct fixture *f = *state;
	struct calendar_import in = import_of("CN", FIXED "2098-01-04,1,元旦调休上班\n");
	const struct calendar *cal;
	struct calendar_report r;

	in.preview = true;
	assert_int_equal(calendar_import(f->db, f, &in, &r), ERR_NONE);
	assert_int_equal(r.changes.n, 7);
	assert_null(r.notice_before);
	assert_int_equal(calendar_load(f->db, f, "CN", &cal), ERR_NONE);
	assert_false(calendar_covers(cal, YEAR)); /* nothing was written */

	in.preview = false;
	assert_int_equal(calendar_import(f->db, f, &in, &r), ERR_NONE);
	assert_int_equal(r.changes.n, 7);
	assert_int_equal(calendar_load(f->db, f, "CN", &cal), ERR_NONE);
	assert_true(calendar_covers(cal, YEAR));
	assert_true(calendar_is_working(cal, day_make(YEAR, 1, 4)));

	in.now += 1000;
	assert_int_equal(calendar_import(f->db, f, &in, &r), ERR_NONE);
	assert_int_equal(r.changes.n, 0);

	in.text = FIXED "2098-01-05,1,元旦调休上班\n";
	in.notice_no = "试〔2097〕2号";
	assert_int_equal(calendar_import(f->db, f, &in, &r), ERR_NONE);
	assert_int_equal(r.changes.n, 2);
	assert_int_equal(r.changes.at[0].kind, CALENDAR_REMOVE);
	assert_int_equal(r.changes.at[1].kind, CALENDAR_ADD);
	assert_string_equal(r.notice_before, "试〔2097〕1号");
	assert_int_equal(r.imported_before, in.now - 1000); /* the import that changed nothing left no trace */
	assert_int_equal(calendar_load(f->db, f, "CN", &cal), ERR_NONE);
	assert_false(calendar_is_working(cal, day_make(YEAR, 1, 4)));
	assert_true(calendar_is_working(cal, day_make(YEAR, 1, 5)));
}

static void a_region_needs_the_nation_and_wins_over_it(void **state)
{
	struct fixture *f = *state;
	struct calendar_import in = import_of(REGION, "date,working,name\n2025-08-25,0,雪顿节\n2025-01-01,1,地方上班\n");
	const struct calendar *cal;
	struct calendar_report r;

	in.year = 2097;
	assert_int_equal(calendar_import(f->db, f, &in, &r), ERR_INVALID);
	assert_int_equal(r.faults.n, 1);
	assert_non_null(strstr(r.faults.at[0].text, "先导入全国"));

	in.year = 2025;
	assert_int_equal(calendar_import(f->db, f, &in, &r), ERR_NONE);
	assert_int_equal(calendar_load(f->db, f, REGION, &cal), ERR_NONE);
	assert_string_equal(calendar_why(cal, day_make(2025, 8, 25)), "雪顿节");
	assert_true(calendar_is_working(cal, day_make(2025, 1, 1)));
	assert_string_equal(calendar_why(cal, day_make(2025, 10, 1)), "国庆节、中秋节");
	assert_string_equal(calendar_why(cal, day_make(2026, 2, 17)), "春节");
	assert_int_equal(calendar_load(f->db, f, "CN", &cal), ERR_NONE);
	assert_string_equal(calendar_why(cal, day_make(2025, 8, 25)), "工作日");
	assert_false(calendar_is_working(cal, day_make(2025, 1, 1)));
}

static void a_bad_import_says_why_and_writes_nothing(void **state)
{
	struct fixture *f = *state;
	struct calendar_report r;
	const struct {
		struct calendar_import in;
		const char *says;
	} bad[] = {
		{import_of("cn", FIXED), "六位行政区划代码"},
		{import_of("CN", "date,working,name\n2098-13-01,0,x\n"), "没有这一天"},
		{import_of("CN", "date,working,name\n2098-01-01,0,元旦\n"), "法定节日"},
	};
	struct calendar_import unnumbered = import_of("CN", FIXED);
	const struct calendar *before, *after;

	assert_int_equal(calendar_load(f->db, f, "CN", &before), ERR_NONE);
	for (size_t i = 0; i < LEN(bad); i++) {
		assert_int_equal(calendar_import(f->db, f, &bad[i].in, &r), ERR_INVALID);
		assert_non_null(strstr(r.faults.at[0].text, bad[i].says));
	}
	unnumbered.notice_no = "";
	assert_int_equal(calendar_import(f->db, f, &unnumbered, &r), ERR_INVALID);
	assert_non_null(strstr(r.faults.at[0].text, "文号"));
	assert_int_equal(calendar_load(f->db, f, "CN", &after), ERR_NONE);
	assert_int_equal(calendar_count(before, 0, day_make(2100, 1, 1)), calendar_count(after, 0, day_make(2100, 1, 1)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shipped_calendar_is_there),
		cmocka_unit_test(importing_writes_once_and_reports_changes),
		cmocka_unit_test(a_region_needs_the_nation_and_wins_over_it),
		cmocka_unit_test(a_bad_import_says_why_and_writes_nothing),
	};

	return cmocka_run_group_tests_name("calendar store", tests, db_make, db_free);
}
