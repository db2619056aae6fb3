/* time.h - calendar days and instants of the city (UTC+8, no daylight saving).
 *
 * day:  days since 1970-01-01, local date.  msec: milliseconds since 1970-01-01 00:00 UTC.
 * Both are plain integers so that they compare and subtract; DAY_NONE and MSEC_NONE mean "not set"
 * and become SQL NULL. */
#ifndef BASE_TIME_H
#define BASE_TIME_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day;
typedef int64_t msec;

#define DAY_NONE INT32_MIN
#define MSEC_NONE INT64_MIN
#define DAY_TEXT 11  /* "2026-02-12" and its NUL */
#define MSEC_TEXT 24 /* "2026-02-12 09:30:00.123" and its NUL */

/* day_make - proleptic Gregorian date; the caller has checked it with day_valid. */
day day_make(int year, int month, int mday);
bool day_valid(int year, int month, int mday);
void day_split(day d, int *year, int *month, int *mday);
/* day_weekday - 1 Monday ... 7 Sunday. */
int day_weekday(day d);
/* day_parse - exactly "YYYY-MM-DD", years 1900-2199; false leaves *out alone. */
bool day_parse(const char *text, day *out);
/* day_text - "2026-02-12", or "" for DAY_NONE.  Returns buf. */
char *day_text(day d, char buf[static DAY_TEXT]);
/* day_words - 2026年3月9日, as people read it; "" for DAY_NONE. */
char *day_words(void *ctx, day d);

/* msec_now - the time.  When time_follow_file was called with a path, the tests' clock instead. */
msec msec_now(void);
day msec_day(msec t);
/* msec_soon - 3月9日 09:30: of days that are near, so without a year; "" for MSEC_NONE. */
char *msec_soon(void *ctx, msec t);
/* msec_text - "2026-02-12 09:30:00.123", or "".  Returns buf. */
char *msec_text(msec t, char buf[static MSEC_TEXT]);
/* msec_make - instant of a local date and time of day. */
msec msec_make(day d, int hour, int minute, int second, int milli);

/* time_follow_file - tests only: read "YYYY-MM-DD HH:MM:SS" from this file at each msec_now.
 * NULL or "" keeps the real clock.  The path is kept, not copied. */
void time_follow_file(const char *path);

#endif
