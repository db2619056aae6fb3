/* clock.c - due dates. */
#include "domain/clock.h"

#include "base/mem.h"
#include "base/text.h"

#define MONTHS_MAX 120

/* --- limits -------------------------------------------------------------------------------------------- */

/* Half days are shown as halves of the working day that they are a part of. */
static const struct unit {
	const char *key;
	const char *name;
	int32_t parts; /* of one shown unit */
	int32_t max;
} units[] = {
	[CLOCK_WORKING_DAY] = {"working_day", "个工作日", 1, CLOCK_AMOUNT_MAX},
	[CLOCK_HALF_DAY] = {"half_day", "个工作日", 2, CLOCK_AMOUNT_MAX},
	[CLOCK_NATURAL_DAY] = {"natural_day", "个自然日", 1, CLOCK_AMOUNT_MAX},
	[CLOCK_MONTH] = {"month", "个月", 1, MONTHS_MAX},
};
#define NUNITS (sizeof(units) / sizeof(units[0]))

bool clock_unit_parse(const char *key, enum clock_unit *out)
{
	for (size_t i = 0; i < NUNITS; i++) {
		if (text_eq(key, units[i].key)) {
			*out = (enum clock_unit)i;
			return true;
		}
	}
	return false;
}

const char *clock_unit_key(enum clock_unit unit)
{
	return units[unit].key;
}

char *clock_limit_text(void *ctx, struct clock_limit limit)
{
	const struct unit *u = &units[limit.unit];
	const char *half = limit.amount % u->parts ? ".5" : "";

	return mem_fmt(ctx, "%d%s%s", limit.amount / u->parts, half, u->name);
}

day clock_event_day(msec at, int64_t closing_hour)
{
	day d = msec_day(at);

	return at >= msec_make(d, (int)closing_hour, 0, 0, 0) ? d + 1 : d;
}

/* --- counting through pauses --------------------------------------------------------------------------- */

static bool pauses_valid(const struct clock_pause *pauses, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct clock_pause *p = &pauses[i];

		if (p->from == DAY_NONE || (p->to != DAY_NONE && p->to < p->from))
			return false;
		if (i > 0 && p->from < pauses[i - 1].from)
			return false;
	}
	return true;
}

/* What one step of counting is: a working day, or any day. */
struct count {
	const struct calendar *cal;
	bool working;
};

static int32_t count_between(const struct count *c, day after, day through)
{
	return c->working ? calendar_count(c->cal, after, through) : through - after;
}

static day count_nth(const struct count *c, day after, int32_t n)
{
	return c->working ? calendar_nth(c->cal, after, n) : after + n;
}

/* The n-th counted day after from; a pause takes the days (p->from, p->to] out.  DAY_NONE while one lasts. */
static day count_through(const struct count *c, day from, int32_t n, const struct clock_pause *pauses, size_t npauses)
{
	day at = from;

	for (size_t i = 0; i < npauses; i++) {
		const struct clock_pause *p = &pauses[i];
		int32_t before = p->from > at ? count_between(c, at, p->from) : 0;

		if (before >= n)
			break;
		n -= before;
		if (p->to == DAY_NONE)
			return DAY_NONE;
		if (p->from > at)
			at = p->from;
		if (p->to > at)
			at = p->to;
	}
	return count_nth(c, at, n);
}

/* 民法典 203: a limit never ends on a day off, nor, while it moves on from one, inside a pause. */
static day end_on_working_day(const struct calendar *cal, day last, const struct clock_pause *pauses, size_t npauses)
{
	day due = calendar_nth(cal, last - 1, 1);

	for (size_t i = 0; i < npauses && pauses[i].from < due; i++) {
		if (pauses[i].to == DAY_NONE)
			return DAY_NONE;
		if (due <= pauses[i].to)
			due = calendar_nth(cal, pauses[i].to, 1);
	}
	return due;
}

/* 民法典 202 */
static day month_later(day d, int months)
{
	int year, month, mday;

	day_split(d, &year, &month, &mday);
	month += months - 1;
	year += month / 12;
	month = month % 12 + 1;
	while (!day_valid(year, month, mday))
		mday--;
	return day_make(year, month, mday);
}

/* --- due dates ----------------------------------------------------------------------------------------- */

static day due_day(const struct calendar *cal, day from, struct clock_limit limit, const struct clock_pause *pauses,
		   size_t npauses)
{
	struct count working = {cal, true}, natural = {cal, false};
	int32_t n = limit.amount;
	day last;

	switch (limit.unit) {
	case CLOCK_WORKING_DAY:
		return count_through(&working, from, n, pauses, npauses);
	case CLOCK_HALF_DAY:
		return count_through(&working, from, (n + 1) / 2, pauses, npauses);
	case CLOCK_MONTH:
		n = month_later(from, n) - from;
		/* fall through */
	case CLOCK_NATURAL_DAY:
		last = count_through(&natural, from, n, pauses, npauses);
		return last == DAY_NONE ? DAY_NONE : end_on_working_day(cal, last, pauses, npauses);
	}
	return DAY_NONE;
}

static bool day_in_range(day d)
{
	return d >= day_make(1900, 1, 1) && d <= day_make(2199, 12, 31);
}

enum err clock_due_limit(const struct calendar *cal, day from, struct clock_limit limit,
			 const struct clock_pause *pauses, size_t n, day *due)
{
	*due = DAY_NONE;
	if (!day_in_range(from) || (unsigned)limit.unit >= NUNITS || limit.amount < 1 ||
	    limit.amount > units[limit.unit].max || !pauses_valid(pauses, n))
		return ERR_INVALID;
	*due = due_day(cal, from, limit, pauses, n);
	if (*due != DAY_NONE && !calendar_covers_days(cal, from + 1, *due))
		return ERR_CALENDAR_GAP;
	return ERR_NONE;
}

enum err clock_due(const struct calendar *cal, day from, int32_t days, day *due)
{
	return clock_due_limit(cal, from, (struct clock_limit){days, CLOCK_WORKING_DAY}, NULL, 0, due);
}

/* --- how far a limit has run --------------------------------------------------------------------------- */

int32_t clock_between(const struct calendar *cal, day from, day to)
{
	return calendar_count(cal, from, to);
}

int32_t clock_used(const struct calendar *cal, day from, const struct clock_pause *pauses, size_t n, day today)
{
	day at = from;
	int32_t used = 0;

	for (size_t i = 0; i < n && pauses[i].from < today; i++) {
		const struct clock_pause *p = &pauses[i];

		if (p->from > at) {
			used += calendar_count(cal, at, p->from);
			at = p->from;
		}
		if (p->to == DAY_NONE)
			return used;
		if (p->to > at)
			at = p->to;
	}
	return today > at ? used + calendar_count(cal, at, today) : used;
}

int32_t clock_left(const struct calendar *cal, day today, day due)
{
	int32_t n = calendar_count(cal, today, due);

	return today > due && n == 0 ? -1 : n;
}

/* --- explaining a due date ----------------------------------------------------------------------------- */

static struct clock_days days_where(void *ctx, const struct calendar *cal, day from, day due, bool working)
{
	struct clock_days out = {NULL, 0};

	if (due <= from)
		return out;
	out.at = mem_array(ctx, struct clock_day, (size_t)(due - from));
	for (day d = from + 1; d <= due; d++) {
		bool weekend = day_weekday(d) > 5;

		if (calendar_is_working(cal, d) == working && (weekend || !working))
			out.at[out.n++] = (struct clock_day){d, calendar_why(cal, d)};
	}
	return out;
}

struct clock_days clock_skipped(void *ctx, const struct calendar *cal, day from, day due)
{
	return days_where(ctx, cal, from, due, false);
}

struct clock_days clock_made_up(void *ctx, const struct calendar *cal, day from, day due)
{
	return days_where(ctx, cal, from, due, true);
}
