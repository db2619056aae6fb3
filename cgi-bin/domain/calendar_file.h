/* calendar_file.h - the yearly table as people hand it in: a CSV file, read, checked and compared.
 *
 *   # region: CN
 *   # year: 2026
 *   # notice: 国办发明电〔2025〕7号
 *   date,working,name
 *   2026-02-14,1,春节调休上班
 *   2026-02-15,0,春节
 *
 * The line "date,working,name" as shown, then a line per day that the notice names.  date: 2026-02-14 or 2026/2/14 (spreadsheets
 * rewrite it so); working: 1 or 班, 0 or 休; name: the reason shown to the public.  UTF-8, with or without a
 * byte order mark; any line ends; empty lines and lines that begin with '#' are skipped. */
#ifndef DOMAIN_CALENDAR_FILE_H
#define DOMAIN_CALENDAR_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "domain/calendar.h"

#define CALENDAR_FILE_MAX 65536 /* bytes */
#define CALENDAR_YEAR_MIN 2000
#define CALENDAR_YEAR_MAX 2199
#define CALENDAR_FAULTS_MAX 20 /* more are not listed */

/* calendar_region_ok - CALENDAR_NATION or six digits of an administrative division; false for NULL. */
bool calendar_region_ok(const char *region);

struct calendar_fault {
	size_t line;      /* counted from 1; 0 when it is about the whole file */
	const char *text; /* Chinese: what is wrong and what to do */
};
struct calendar_faults {
	struct calendar_fault *at;
	size_t n;
};

/* calendar_parse_csv - rows of one year, sorted by date.  text: n bytes, any bytes.  base: the calendar that
 * the rows will lie on, so that a row which changes nothing is noticed: NULL for the nation's table (then
 * Monday to Friday is the base and the statutory days of fixed date must be off, so that half a file is
 * refused), the nation's calendar for a region's.
 * errors: ERR_INVALID, with every fault found in *faults, in order of lines. */
MUST_CHECK enum err calendar_parse_csv(void *ctx, const char *text, size_t n, int year, const struct calendar *base,
				       struct calendar_rows *rows, struct calendar_faults *faults);

/* What a file says of itself, in lines "# key: value" before its first other line; NULL and 0 for what it leaves out. */
struct calendar_heading {
	const char *region;
	int year;
	const char *notice_no;
	const char *note;
};
struct calendar_heading calendar_parse_heading(void *ctx, const char *text, size_t n);

/* What an import does to one date. */
enum calendar_change_kind { CALENDAR_ADD, CALENDAR_CHANGE, CALENDAR_REMOVE };
struct calendar_change {
	enum calendar_change_kind kind;
	struct calendar_row before; /* of CHANGE and REMOVE */
	struct calendar_row after;  /* of ADD and CHANGE */
};
struct calendar_changes {
	struct calendar_change *at;
	size_t n;
};

/* calendar_diff - what leads from `before` to `after`, by date.  Both sorted; names are not copied. */
struct calendar_changes calendar_diff(void *ctx, const struct calendar_rows *before,
				      const struct calendar_rows *after);
/* calendar_change_text - one line for people: "改动 2026-05-09 星期六：休息（…） → 上班（…）". */
char *calendar_change_text(void *ctx, const struct calendar_change *c);

#endif
