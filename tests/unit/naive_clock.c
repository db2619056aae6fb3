/* naive_clock.c - due dates, one day at a time. */
#include "unit/naive_clock.h"

#include <stdio.h>

static int days_in(int year, int month)
{
	if (month == 2)
		return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

void naive_start(struct naive *n)
{
	int year = 2022, month = 1, mday = 1, weekday = 6; /* a Saturday; 7 is Sunday */

	for (int i = 0; i < NAIVE_DAYS; i++) {
		n->days[i] = (struct naive_day){.year = year, .month = month, .mday = mday, .works = weekday < 6};
		weekday = weekday == 7 ? 1 : weekday + 1;
		if (++mday > days_in(year, month)) {
			mday = 1;
			if (++month > 12) {
				month = 1;
				year++;
			}
		}
	}
}

static struct naive_day *find(struct naive *n, int year, int month, int mday)
{
	for (int i = 0; i < NAIVE_DAYS; i++) {
		struct naive_day *d = &n->days[i];

		if (d->year == year && d->month == month && d->mday == mday)
			return d;
	}
	return NULL;
}

bool naive_read(struct naive *n, const char *path)
{
	FILE *f = fopen(path, "r");
	char line[200];
	int rows = 0, year = 0, month, mday, works;

	while (f && fgets(line, sizeof(line), f)) {
		struct naive_day *d;

		if (sscanf(line, "%4d-%2d-%2d,%1d,", &year, &month, &mday, &works) != 4)
			continue;
		d = find(n, year, month, mday);
		if (!d)
			break;
		d->works = works == 1;
		d->listed = true;
		rows++;
	}
	if (f)
		fclose(f);
	for (int i = 0; i < NAIVE_DAYS; i++) {
		if (n->days[i].year == year)
			n->days[i].has_file = true;
	}
	return rows > 20;
}

static bool paused(const struct naive_question *q, int d)
{
	for (int i = 0; i < q->npauses; i++) {
		if (d > q->pauses[i].from && (q->pauses[i].to == NAIVE_NEVER || d <= q->pauses[i].to))
			return true;
	}
	return false;
}

/* How many days after `from` the day of the same number, `months` months later, comes. */
static int month_length(const struct naive *n, int from, int months)
{
	int year = n->days[from].year, month = n->days[from].month, mday = n->days[from].mday, d = from;

	while (months-- > 0) {
		if (++month > 12) {
			month = 1;
			year++;
		}
	}
	if (mday > days_in(year, month))
		mday = days_in(year, month);
	while (n->days[d].year != year || n->days[d].month != month || n->days[d].mday != mday)
		d++;
	return d - from;
}

int naive_due(const struct naive *n, const struct naive_question *q)
{
	bool by_work = q->unit == NAIVE_WORKING || q->unit == NAIVE_HALF;
	int left = q->amount, d = q->from;

	if (q->unit == NAIVE_HALF)
		left = q->amount / 2 + q->amount % 2;
	if (q->unit == NAIVE_MONTHS)
		left = month_length(n, q->from, q->amount);
	while (left > 0) {
		if (++d == NAIVE_DAYS)
			return NAIVE_NEVER;
		if (!paused(q, d) && (!by_work || n->days[d].works))
			left--;
	}
	while (!n->days[d].works || paused(q, d)) {
		if (++d == NAIVE_DAYS)
			return NAIVE_NEVER;
	}
	return d;
}

bool naive_gap(const struct naive *n, int from, int due)
{
	for (int d = from + 1; d <= due; d++) {
		if (!n->days[d].has_file)
			return true;
	}
	return false;
}

int naive_used(const struct naive *n, const struct naive_question *q, int today)
{
	int used = 0;

	for (int d = q->from + 1; d <= today; d++)
		used += n->days[d].works && !paused(q, d);
	return used;
}
