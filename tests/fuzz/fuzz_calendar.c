/* Calendar files from anywhere: faults or rows, never both; rows that are taken make a calendar that counts. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/calendar_file.h"
#include "domain/clock.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define YEAR 2026

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void faults_told(const struct calendar_faults *faults)
{
	must(faults->n >= 1 && faults->n <= CALENDAR_FAULTS_MAX);
	for (size_t i = 0; i < faults->n; i++) {
		must(utf8_ok(faults->at[i].text, strlen(faults->at[i].text)));
		must(i == 0 || faults->at[i].line >= faults->at[i - 1].line || faults->at[i].line == 0);
	}
}

static void rows_in_order(const struct calendar_rows *rows)
{
	must(rows->n >= 1);
	for (size_t i = 0; i < rows->n; i++) {
		const struct calendar_row *r = &rows->at[i];

		must(r->date >= day_make(YEAR, 1, 1) && r->date <= day_make(YEAR, 12, 31));
		must(i == 0 || r->date > rows->at[i - 1].date);
		must(utf8_len(r->name) >= 1 && utf8_len(r->name) <= 40);
	}
}

static void calendar_counts(const struct calendar *cal, const struct calendar_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		day d = rows->at[i].date, next = calendar_nth(cal, d, 3), due;

		must(calendar_is_working(cal, d) == rows->at[i].working);
		must(calendar_is_working(cal, next) && calendar_count(cal, d, next) == 3);
		must(clock_due(cal, d, 3, &due) == (calendar_covers_days(cal, d, next) ? ERR_NONE : ERR_CALENDAR_GAP));
		must(due == next);
	}
}

static void file_read(void *ctx, const uint8_t *data, size_t size, const struct calendar *base)
{
	const struct calendar_rows none = {NULL, 0};
	const int year = YEAR;
	struct calendar_rows rows;
	struct calendar_faults faults;
	enum err e = calendar_parse_csv(ctx, (const char *)data, size, YEAR, base, &rows, &faults);
	const struct calendar *cal;

	if (e != ERR_NONE) {
		must(e == ERR_INVALID);
		faults_told(&faults);
		return;
	}
	must(faults.n == 0);
	rows_in_order(&rows);
	cal = calendar_build(ctx, &rows, &none, &year, 1);
	calendar_counts(cal, &rows);
	must(calendar_diff(ctx, &rows, &rows).n == 0);
	must(calendar_diff(ctx, &none, &rows).n == rows.n);
	if (!base)
		file_read(ctx, data, size, cal);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct calendar_rows none = {NULL, 0};
	void *ctx = talloc_new(NULL);
	struct calendar_heading h = calendar_parse_heading(ctx, (const char *)data, size);

	must(h.year == 0 || (h.year >= CALENDAR_YEAR_MIN && h.year <= CALENDAR_YEAR_MAX));
	if (h.region)
		must(utf8_ok(h.region, strlen(h.region)));
	file_read(ctx, data, size, NULL);
	file_read(ctx, data, size, calendar_build(ctx, &none, &none, NULL, 0));
	talloc_free(ctx);
	return 0;
}
