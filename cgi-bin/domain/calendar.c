/* calendar.c - working days as Monday to Friday plus a sorted list of exceptions. */
#include "domain/calendar.h"

#include <string.h>

#include "base/mem.h"

struct calendar {
	struct calendar_rows rows; /* sorted by date */
	int32_t *shift;            /* shift[i]: what rows 0 ... i add to the number of working days */
	int *years;
	size_t nyears;
};

/* --- Monday to Friday ---------------------------------------------------------------------------------- */

static bool weekday_working(day d)
{
	return day_weekday(d) <= 5;
}

/* Mondays to Fridays from 1969-12-29, a Monday, up to and including d; negative before it. */
static int32_t weekday_rank(day d)
{
	int32_t n = d + 3;
	int32_t weeks = n / 7 - (n % 7 < 0);
	int32_t in_week = n - weeks * 7; /* 0 Monday ... 6 Sunday */

	return weeks * 5 + (in_week < 5 ? in_week + 1 : 5);
}

/* --- making one ---------------------------------------------------------------------------------------- */

static struct calendar_rows merge(void *ctx, const struct calendar_rows *nation, const struct calendar_rows *local)
{
	struct calendar_rows out = {.at = mem_array(ctx, struct calendar_row, nation->n + local->n)};
	size_t i = 0, j = 0;

	while (i < nation->n || j < local->n) {
		bool take_local = j < local->n && (i == nation->n || local->at[j].date <= nation->at[i].date);

		if (take_local && i < nation->n && local->at[j].date == nation->at[i].date)
			i++;
		out.at[out.n++] = take_local ? local->at[j++] : nation->at[i++];
	}
	for (size_t k = 0; k < out.n; k++)
		out.at[k].name = mem_str(out.at, out.at[k].name);
	return out;
}

const struct calendar *calendar_build(void *ctx, const struct calendar_rows *nation,
				      const struct calendar_rows *local, const int *years, size_t nyears)
{
	struct calendar *cal = mem_new(ctx, struct calendar);
	int32_t shift = 0;

	cal->rows = merge(cal, nation, local);
	cal->shift = mem_array(cal, int32_t, cal->rows.n);
	for (size_t i = 0; i < cal->rows.n; i++) {
		const struct calendar_row *r = &cal->rows.at[i];

		shift += (int)r->working - (int)weekday_working(r->date);
		cal->shift[i] = shift;
	}
	cal->years = mem_array(cal, int, nyears);
	cal->nyears = nyears;
	if (nyears > 0)
		memcpy(cal->years, years, nyears * sizeof(years[0]));
	return cal;
}

/* --- one day ------------------------------------------------------------------------------------------- */

/* How many exceptions lie on or before d. */
static size_t rows_through(const struct calendar *cal, day d)
{
	size_t low = 0, high = cal->rows.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (cal->rows.at[mid].date <= d)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct calendar_row *calendar_row_of(const struct calendar *cal, day d)
{
	size_t n = rows_through(cal, d);

	return n > 0 && cal->rows.at[n - 1].date == d ? &cal->rows.at[n - 1] : NULL;
}

bool calendar_is_working(const struct calendar *cal, day d)
{
	const struct calendar_row *r = calendar_row_of(cal, d);

	return r ? r->working : weekday_working(d);
}

const char *calendar_why(const struct calendar *cal, day d)
{
	const struct calendar_row *r = calendar_row_of(cal, d);

	if (r)
		return r->name;
	return weekday_working(d) ? "工作日" : "周末";
}

/* --- years --------------------------------------------------------------------------------------------- */

static int year_of(day d)
{
	int year, month, mday;

	day_split(d, &year, &month, &mday);
	return year;
}

bool calendar_covers(const struct calendar *cal, int year)
{
	for (size_t i = 0; i < cal->nyears; i++) {
		if (cal->years[i] == year)
			return true;
	}
	return false;
}

bool calendar_covers_days(const struct calendar *cal, day first, day last)
{
	if (last < first)
		return true;
	for (int year = year_of(first), end = year_of(last); year <= end; year++) {
		if (!calendar_covers(cal, year))
			return false;
	}
	return true;
}

int calendar_last_year(const struct calendar *cal)
{
	int last = 0;

	for (size_t i = 0; i < cal->nyears; i++) {
		if (cal->years[i] > last)
			last = cal->years[i];
	}
	return last;
}

/* --- counting ------------------------------------------------------------------------------------------ */

/* Working days up to and including d, from a fixed day on: only differences mean something. */
static int32_t rank(const struct calendar *cal, day d)
{
	size_t n = rows_through(cal, d);

	return weekday_rank(d) + (n > 0 ? cal->shift[n - 1] : 0);
}

int32_t calendar_count(const struct calendar *cal, day after, day through)
{
	return rank(cal, through) - rank(cal, after);
}

day calendar_nth(const struct calendar *cal, day after, int32_t n)
{
	int32_t wanted = rank(cal, after) + n;
	day low = after, high = after + n; /* rank(low) < wanted; n days hold at most n working days */

	while (rank(cal, high) < wanted) {
		low = high;
		high += wanted - rank(cal, high) + 7;
	}
	while (high - low > 1) { /* rank(high) >= wanted */
		day mid = low + (high - low) / 2;

		if (rank(cal, mid) < wanted)
			low = mid;
		else
			high = mid;
	}
	return high;
}
