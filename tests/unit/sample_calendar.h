/* sample_calendar.h - the calendar of the shipped files, for tests of what counts with it. */
#ifndef UNIT_SAMPLE_CALENDAR_H
#define UNIT_SAMPLE_CALENDAR_H

#include "domain/calendar.h"

#define SAMPLE_FIRST_YEAR 2024
#define SAMPLE_LAST_YEAR 2026

/* sample_path - file of one year; lives as long as ctx. */
const char *sample_path(void *ctx, int year);
/* sample_text - the file's bytes, NUL-terminated. */
char *sample_text(void *ctx, int year);
/* sample_rows - its rows. */
struct calendar_rows sample_rows(void *ctx, int year);
/* sample_calendar - all years.  Tests run in the top folder. */
const struct calendar *sample_calendar(void *ctx);
/* sample_day - day of "2026-02-12". */
day sample_day(const char *text);

#endif
