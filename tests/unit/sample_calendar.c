/* sample_calendar.c - the calendar of the shipped files. */
#include "unit/sample_calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "domain/calendar_file.h"

static void give_up(const char *what)
{
	fprintf(stderr, "sample calendar: %s\n", what);
	abort();
}

const char *sample_path(void *ctx, int year)
{
	return mem_fmt(ctx, "sql/sample/calendar/CN-%d.csv", year);
}

char *sample_text(void *ctx, int year)
{
	const char *path = sample_path(ctx, year);
	char *text = mem_array(ctx, char, CALENDAR_FILE_MAX);
	FILE *f = fopen(path, "rb");

	if (!f)
		give_up(path);
	if (fread(text, 1, CALENDAR_FILE_MAX - 1, f) == 0)
		give_up(path);
	fclose(f);
	return text;
}

struct calendar_rows sample_rows(void *ctx, int year)
{
	const char *text = sample_text(ctx, year);
	struct calendar_faults faults;
	struct calendar_rows rows;

	if (calendar_parse_csv(ctx, text, strlen(text), year, NULL, &rows, &faults) != ERR_NONE)
		give_up(faults.at[0].text);
	return rows;
}

const struct calendar *sample_calendar(void *ctx)
{
	const struct calendar_rows none = {NULL, 0};
	struct calendar_rows all = {mem_array(ctx, struct calendar_row, 366 * 3), 0};
	int years[SAMPLE_LAST_YEAR - SAMPLE_FIRST_YEAR + 1];
	size_t n = 0;

	for (int year = SAMPLE_FIRST_YEAR; year <= SAMPLE_LAST_YEAR; year++) {
		struct calendar_rows rows = sample_rows(ctx, year);

		for (size_t i = 0; i < rows.n; i++)
			all.at[all.n++] = rows.at[i];
		years[n++] = year;
	}
	return calendar_build(ctx, &all, &none, years, n);
}

day sample_day(const char *text)
{
	day d;

	if (!day_parse(text, &d))
		give_up(text);
	return d;
}
