/* clock.h - every due date of the portal, by pure functions over a calendar.
 *
 * Days are local dates (base/time.h).  The day of the event does not count, counting starts on the next day
 * (民法典 201; by analogy for limits in working days), which for working days is the next working day.
 * Limits of the licensing law are in working days (行政许可法 82).  Limits in natural days and months run through
 * days off; when their last day is a day off, the next working day is the last one (民法典 203), and a month ends on
 * the day of the same number or, where there is none, on the last of the month (民法典 202). */
#ifndef DOMAIN_CLOCK_H
#define DOMAIN_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/time.h"
#include "domain/calendar.h"

#define CLOCK_AMOUNT_MAX 3660 /* longest limit, in its unit; months: 120 */

enum clock_unit {
	CLOCK_WORKING_DAY,
	CLOCK_HALF_DAY, /* half a working day; a begun working day is a whole one, so 1 is due like one working day */
	CLOCK_NATURAL_DAY,
	CLOCK_MONTH,
};
struct clock_limit {
	int32_t amount; /* > 0 */
	enum clock_unit unit;
};

/* clock_unit_parse - "working_day", "half_day", "natural_day", "month"; false leaves *out alone. */
bool clock_unit_parse(const char *key, enum clock_unit *out);
const char *clock_unit_key(enum clock_unit unit);
/* clock_limit_text - for people: 7个工作日, 0.5个工作日, 7个自然日, 3个月. */
char *clock_limit_text(void *ctx, struct clock_limit limit);

/* A time that does not count: suspension or special procedure (行政许可法 45).  The day it begins still counts; the
 * day it ends does not: counting goes on the working day after.  to = DAY_NONE: not ended yet. */
struct clock_pause {
	day from;
	day to; /* >= from */
};

/* clock_event_day - the day that a submission counts for.  closing_hour: as in conf; from that hour on, the next day. */
day clock_event_day(msec at, int64_t closing_hour);

/* clock_due - last day of a limit.  from: event day, years 1900-2199; days: working days, 1 ... CLOCK_AMOUNT_MAX
 * out: *due, always a working day of cal
 * errors: ERR_CALENDAR_GAP when a year between the event and the due date has no calendar (*due is then set all the
 * same, but provisional); ERR_INVALID when an argument is out of range (*due is DAY_NONE)
 * source: 行政许可法 82; the event day itself does not count */
MUST_CHECK enum err clock_due(const struct calendar *cal, day from, int32_t days, day *due);
/* clock_due_limit - the same for any unit and with pauses.  pauses: n of them (NULL when 0), in order of `from`; may overlap.
 * Pauses that begin on or after the due date change nothing.  *due is DAY_NONE, without an error, while a pause that
 * has not ended holds the clock.  errors: as clock_due; ERR_INVALID also for pauses out of order or that end early.
 * source: 行政许可法 45; vector: accepted 2026-09-14, 10 working days, paused 09-17 to 09-24, due 10-12 */
MUST_CHECK enum err clock_due_limit(const struct calendar *cal, day from, struct clock_limit limit,
				    const struct clock_pause *pauses, size_t n, day *due);

/* clock_between - working days after `from` up to and including `to`; negative the other way round. */
int32_t clock_between(const struct calendar *cal, day from, day to);
/* clock_used - working days of a limit that have passed when `today` ends: those of clock_between without the pauses.
 * 0 when today is not after from.  pauses as for clock_due_limit; one that has not ended lasts beyond today. */
int32_t clock_used(const struct calendar *cal, day from, const struct clock_pause *pauses, size_t n, day today);
/* clock_left - working days left after today: 0 when today is the last day, negative when it has passed: the number
 * of working days since, and -1 on the days off right after it. */
int32_t clock_left(const struct calendar *cal, day today, day due);

/* One day that an explanation of a due date names. */
struct clock_day {
	day date;
	const char *why; /* 周末, 春节, 春节调休上班 ...; lives as long as the calendar */
};
struct clock_days {
	struct clock_day *at;
	size_t n;
};
/* clock_skipped - the days off in (from, due], in order: why the due date is no earlier. */
struct clock_days clock_skipped(void *ctx, const struct calendar *cal, day from, day due);
/* clock_made_up - the Saturdays and Sundays in (from, due] that are working days: why it is no later. */
struct clock_days clock_made_up(void *ctx, const struct calendar *cal, day from, day due);

#endif
