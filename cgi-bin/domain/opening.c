#include "domain/opening.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define MINUTE_MS INT64_C(60000)
#define FRIDAY 5

static bool holds(const struct opening_rule *r, day d, int64_t weekday)
{
	return r->weekday == weekday && r->from_day <= d && (r->until_day == DAY_NONE || r->until_day >= d);
}

/* rule_day - the weekday whose rules a working day goes by. */
static int64_t rule_day(const struct opening_of *o, day d)
{
	int weekday = day_weekday(d);

	for (size_t i = 0; i < o->nrules && weekday > FRIDAY; i++)
		if (holds(&o->rules[i], d, weekday))
			return weekday;
	return weekday > FRIDAY ? FRIDAY : weekday;
}

static int by_time(const void *a, const void *b)
{
	const struct opening_span *x = a, *y = b;

	if (x->from_min != y->from_min)
		return x->from_min < y->from_min ? -1 : 1;
	return (x->until_min > y->until_min) - (x->until_min < y->until_min);
}

struct opening_spans opening_plan(void *ctx, const struct calendar *cal, const struct opening_of *o, day d)
{
	struct opening_spans out = {mem_array(ctx, struct opening_span, o->nrules), 0};
	int64_t weekday = rule_day(o, d);

	for (size_t i = 0; i < o->nrules && calendar_is_working(cal, d); i++) {
		const struct opening_rule *r = &o->rules[i];
		if (holds(r, d, weekday))
			out.at[out.n++] = (struct opening_span){r->from_min, r->until_min, r->slot_min, r->places};
	}
	qsort(out.at, out.n, sizeof(out.at[0]), by_time);
	return out;
}

/* minute_of - an instant in minutes after midnight of d, within that day; up: begun minutes count as whole. */
static int64_t minute_of(msec t, day d, bool up)
{
	int64_t m = (t - msec_make(d, 0, 0, 0, 0) + (up ? MINUTE_MS - 1 : 0)) / MINUTE_MS;

	if (t <= msec_make(d, 0, 0, 0, 0))
		return 0;
	return m > MINUTES_OF_DAY ? MINUTES_OF_DAY : m;
}

const struct opening_closure *opening_closed(const struct opening_of *o, day d, int64_t from_min, int64_t until_min)
{
	msec from = msec_make(d, 0, 0, 0, 0) + from_min * MINUTE_MS, until = msec_make(d, 0, 0, 0, 0) + until_min * MINUTE_MS;

	for (size_t i = 0; i < o->nclosures; i++)
		if (o->closures[i].from_at < until && o->closures[i].until_at > from)
			return &o->closures[i];
	return NULL;
}

/* cut - what one closure leaves of the spans: each may become two. */
static struct opening_spans cut(void *ctx, const struct opening_spans *in, const struct opening_closure *c, day d)
{
	struct opening_spans out = {mem_array(ctx, struct opening_span, 2 * in->n), 0};
	int64_t from = minute_of(c->from_at, d, false), until = minute_of(c->until_at, d, true);

	for (size_t i = 0; i < in->n; i++) {
		struct opening_span s = in->at[i];
		if (until <= s.from_min || from >= s.until_min) {
			out.at[out.n++] = s;
			continue;
		}
		if (from > s.from_min)
			out.at[out.n++] = (struct opening_span){s.from_min, from, s.slot_min, s.places};
		if (until < s.until_min)
			out.at[out.n++] = (struct opening_span){until, s.until_min, s.slot_min, s.places};
	}
	return out;
}

struct opening_spans opening_day(void *ctx, const struct calendar *cal, const struct opening_of *o, day d)
{
	struct opening_spans s = opening_plan(ctx, cal, o, d);

	for (size_t i = 0; i < o->nclosures; i++)
		if (opening_closed(&(struct opening_of){.closures = &o->closures[i], .nclosures = 1}, d, 0, MINUTES_OF_DAY))
			s = cut(ctx, &s, &o->closures[i], d);
	return s;
}

char *opening_clock(void *ctx, int64_t minute)
{
	return mem_fmt(ctx, "%02d:%02d", (int)(minute / 60), (int)(minute % 60));
}

bool opening_minute(const char *text, int64_t *out)
{
	char hour[3] = {0};
	int64_t h, m;

	if (!text || strlen(text) != 5 || text[2] != ':')
		return false;
	memcpy(hour, text, 2);
	if (!text_int(hour, 0, 24, &h) || !text_int(text + 3, 0, 59, &m) || h * 60 + m > MINUTES_OF_DAY)
		return false;
	*out = h * 60 + m;
	return true;
}
