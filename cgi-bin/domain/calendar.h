/* calendar.h - which days the authority works: Monday to Friday, as changed by a table of exceptions.
 *
 * The State Council General Office publishes, once a year, the days off and the weekend days that become
 * working days; 行政许可法 82 counts limits in working days.  A row of the table decides; a day without a row
 * is a working day from Monday to Friday.  A region's own rows (local festivals) win over the nation's.
 * A year is covered when the nation's table of that year is there; in other years only weekends are known and
 * every result is provisional.
 *
 * A calendar is made once (calendar_load in domain/calendar_store.h), never changed, and read by everybody.
 * It keeps the exceptions only, with a running total of what each does to the number of working days, so that
 * counting and finding days takes a binary search and no walk. */
#ifndef DOMAIN_CALENDAR_H
#define DOMAIN_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

#define CALENDAR_NATION "CN" /* region whose rows hold everywhere */

/* One exception: this date is a working day, or is not, whatever its weekday. */
struct calendar_row {
	day date;
	bool working;
	const char *name; /* reason in Chinese: 春节, 春节调休上班; 1 to 40 characters */
};
struct calendar_rows {
	struct calendar_row *at;
	size_t n;
};

struct calendar;

/* calendar_build - calendar under ctx from exceptions.  nation, local: each sorted by date, no date twice; for
 * a date in both, local wins.  years: the years that the nation's table covers.  Everything is copied. */
const struct calendar *calendar_build(void *ctx, const struct calendar_rows *nation,
				      const struct calendar_rows *local, const int *years, size_t nyears);

bool calendar_is_working(const struct calendar *cal, day d);
/* calendar_why - why d is as it is: the row's name, else 周末 or 工作日.  Lives as long as cal. */
const char *calendar_why(const struct calendar *cal, day d);
/* calendar_row_of - the exception for d, or NULL. */
const struct calendar_row *calendar_row_of(const struct calendar *cal, day d);

/* calendar_covers - a table for this year is there. */
bool calendar_covers(const struct calendar *cal, int year);
/* calendar_covers_days - for the years of all days from first to last; true when last < first. */
bool calendar_covers_days(const struct calendar *cal, day first, day last);
/* calendar_last_year - last year that is covered, or 0. */
int calendar_last_year(const struct calendar *cal);

/* calendar_count - working days in (after, through]: the first day is not counted, the last one is.
 * Negative, the count of (through, after], when through is earlier. */
int32_t calendar_count(const struct calendar *cal, day after, day through);
/* calendar_nth - the n-th working day after `after`, n >= 1. */
day calendar_nth(const struct calendar *cal, day after, int32_t n);

#endif
