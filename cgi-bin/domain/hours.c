#include "domain/hours.h"

#include <stdlib.h>

#include "base/text.h"

#define MINUTE_MS INT64_C(60000)

/* --- what a change does to the rules --------------------------------------------------------------------------- */

struct change {
	const struct casework *w;
	const struct actor *a;
	const struct hours *h;
	const char *sure; /* NULL: a preview */
	struct hours_effect *out;
	struct hours_rules now;
};

static bool touched(const struct hours *h, const struct opening_rule *r)
{
	return (h->weekdays & WEEKDAY_BIT(r->weekday)) && (r->until_day == DAY_NONE || r->until_day >= h->from_day);
}

/* rules_then - the rules as they will be. */
static struct hours_rules rules_then(void *ctx, const struct hours_rules *now, const struct hours *h)
{
	struct hours_rules out = {.at = mem_array(ctx, struct opening_rule, now->n + (size_t)WEEKDAYS * HOURS_SPANS)};

	for (size_t i = 0; i < now->n; i++) {
		struct opening_rule r = now->at[i];
		if (touched(h, &r) && r.from_day >= h->from_day)
			continue;
		if (touched(h, &r))
			r.until_day = h->from_day - 1;
		out.at[out.n++] = r;
	}
	for (int64_t weekday = 1; weekday <= WEEKDAYS; weekday++)
		for (size_t s = 0; s < h->nspans && (h->weekdays & WEEKDAY_BIT(weekday)); s++)
			out.at[out.n++] = (struct opening_rule){weekday, h->span[s].from_min, h->span[s].until_min,
								h->span[s].slot_min, h->span[s].places, h->from_day, DAY_NONE};
	return out;
}

static const struct slot_span *span_in(const struct slot_span *s, size_t n, int64_t from_min, int64_t until_min)
{
	for (size_t i = 0; i < n; i++)
		if (s[i].from_min == from_min && s[i].until_min == until_min)
			return &s[i];
	return NULL;
}

static size_t plan_of(const struct change *c, const struct hours_rules *r, day d, struct slot_span **out)
{
	return slot_plan(c->w->ctx, c->w->calendar, &(struct opening_of){.rules = r->at, .nrules = r->n}, d, out);
}

static void slots_count(const struct change *c, const struct hours_rules *then)
{
	struct slot_span *was, *will;

	for (day d = c->h->from_day; d <= c->out->last; d++) {
		size_t n = plan_of(c, &c->now, d, &was), k = plan_of(c, then, d, &will);
		for (size_t i = 0; i < n; i++) {
			const struct slot_span *s = span_in(will, k, was[i].from_min, was[i].until_min);
			c->out->gone += !s;
			c->out->changed += s && s->places != was[i].places;
		}
		for (size_t i = 0; i < k; i++)
			c->out->fresh += !span_in(was, n, will[i].from_min, will[i].until_min);
	}
}

/* people_keep - of those who booked, those whose time the rules will not know. */
static void people_keep(const struct change *c, const struct hours_rules *then, struct displaced *p)
{
	struct slot_span *will = NULL;
	day of = DAY_NONE;
	size_t k = 0, n = 0;

	for (size_t i = 0; i < p->n; i++) {
		day d = msec_day(p->at[i].start_at);
		msec midnight = msec_make(d, 0, 0, 0, 0);
		if (d != of)
			k = plan_of(c, then, of = d, &will);
		if (!span_in(will, k, (p->at[i].start_at - midnight) / MINUTE_MS, (p->at[i].end_at - midnight) / MINUTE_MS))
			p->at[n++] = p->at[i];
	}
	p->n = n;
}

/* what_text - everything that the confirmation stands for: the change, and the rules that it was compared with. */
static char *what_text(const struct change *c)
{
	const struct hours *h = c->h;
	char *out = mem_fmt(c->w->ctx, "%s|%u|%d", h->group, h->weekdays, h->from_day);

	for (size_t i = 0; i < h->nspans; i++)
		out = mem_fmt(c->w->ctx, "%s|%s", out, hours_span_text(c->w->ctx, &h->span[i]));
	for (size_t i = 0; i < c->now.n; i++)
		out = mem_fmt(c->w->ctx, "%s|%lld %d", out, (long long)c->now.id[i], c->now.at[i].until_day);
	return out;
}

static enum err rules_lock(struct change *c)
{
	const struct casework *w = c->w;
	struct sql_group_lock_row *g;
	struct sql_opening_lock_row *r;

	TRY(sql_group_lock(w->db, w->ctx, &(struct sql_group_lock_in){c->h->group}, &g));
	TRY(sql_opening_lock(w->db, w->ctx, &(struct sql_opening_lock_in){c->h->group, msec_day(w->now)}, &r, &c->now.n));
	c->now.at = mem_array(w->ctx, struct opening_rule, c->now.n);
	c->now.id = mem_array(w->ctx, int64_t, c->now.n);
	for (size_t i = 0; i < c->now.n; i++) {
		c->now.at[i] = (struct opening_rule){r[i].weekday, r[i].from_min, r[i].until_min, r[i].slot_min, r[i].places,
						     r[i].from_day, r[i].until_day};
		c->now.id[i] = r[i].id;
	}
	return ERR_NONE;
}

static enum err effect_find(struct change *c)
{
	const struct casework *w = c->w;
	struct hours_rules then = rules_then(w->ctx, &c->now, c->h);
	msec from = msec_make(c->h->from_day, 0, 0, 0, 0);

	*c->out = (struct hours_effect){.last = msec_day(w->now) + (day)w->conf->book_days};
	slots_count(c, &then);
	/* slots may have been made while more days were booked ahead: to the end of time */
	TRY(displaced_find(w, c->h->group, from, PLACE_NEVER, &c->out->people));
	people_keep(c, &then, &c->out->people);
	c->out->sure = hall_sure(w, c->a, what_text(c), &c->out->people);
	return ERR_NONE;
}

static enum err rules_change(const struct change *c)
{
	const struct hours *h = c->h;
	struct db *db = c->w->db;
	day last = h->from_day - 1;

	for (size_t i = 0; i < c->now.n; i++) {
		if (!touched(h, &c->now.at[i]))
			continue;
		if (c->now.at[i].from_day > last)
			TRY(sql_opening_drop(db, &(struct sql_opening_drop_in){c->now.id[i], last}, NULL));
		else
			TRY(sql_opening_end(db, &(struct sql_opening_end_in){c->now.id[i], last}, NULL));
	}
	for (int64_t weekday = 1; weekday <= WEEKDAYS; weekday++)
		for (size_t s = 0; s < h->nspans && (h->weekdays & WEEKDAY_BIT(weekday)); s++)
			TRY(sql_opening_add(db,
					    &(struct sql_opening_add_in){h->group, weekday, h->span[s].from_min, h->span[s].until_min,
									 h->span[s].slot_min, h->span[s].places, h->from_day, DAY_NONE},
					    NULL));
	return ERR_NONE;
}

static char *record_text(const struct change *c)
{
	void *ctx = c->w->ctx;
	char *spans = mem_str(ctx, c->h->nspans ? "" : "不开放");

	for (size_t i = 0; i < c->h->nspans; i++)
		spans = mem_fmt(ctx, "%s%s%s", spans, i ? "，" : "", hours_span_text(ctx, &c->h->span[i]));
	return mem_fmt(ctx, "%s从%s起，%s：%s。影响 %zu 个预约。", c->h->group_name, day_words(ctx, c->h->from_day),
		       hours_weekdays(ctx, c->h->weekdays), spans, c->out->people.n);
}

static enum err change_work(void *arg)
{
	struct change *c = arg;

	TRY(rules_lock(c));
	TRY(effect_find(c));
	if (!c->sure)
		return ERR_NONE;
	if (!text_eq(c->sure, c->out->sure))
		return ERR_CONFLICT;
	TRY(rules_change(c));
	return hall_change_add(c->w, c->a, HALL_HOURS, c->h->group, record_text(c));
}

enum err hours_preview(const struct casework *w, const struct actor *a, const struct hours *h, struct hours_effect *out)
{
	return db_tx(w->db, change_work, &(struct change){.w = w, .a = a, .h = h, .out = out});
}

enum err hours_set(const struct casework *w, const struct actor *a, const struct hours *h, const char *sure)
{
	struct hours_effect effect;

	return db_tx(w->db, change_work, &(struct change){.w = w, .a = a, .h = h, .sure = text_or(sure, "-"), .out = &effect});
}

/* --- in words -------------------------------------------------------------------------------------------------- */

char *hours_span_text(void *ctx, const struct opening_span *s)
{
	const char *when = mem_fmt(ctx, "%s—%s", opening_clock(ctx, s->from_min), opening_clock(ctx, s->until_min));

	return s->places ? mem_fmt(ctx, "%s（每 %lld 分钟 %lld 个号）", when, (long long)s->slot_min, (long long)s->places)
			 : mem_fmt(ctx, "%s（不放预约号）", when);
}

static int by_start(const void *a, const void *b)
{
	const struct opening_span *x = a, *y = b;

	return (x->from_min > y->from_min) - (x->from_min < y->from_min);
}

char *hours_text(void *ctx, const struct hours_rules *r, day d, int weekday)
{
	struct opening_span *s = mem_array(ctx, struct opening_span, r->n);
	char *out = mem_str(ctx, "");
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		const struct opening_rule *o = &r->at[i];
		if (o->weekday == weekday && o->from_day <= d && (o->until_day == DAY_NONE || o->until_day >= d))
			s[n++] = (struct opening_span){o->from_min, o->until_min, o->slot_min, o->places};
	}
	qsort(s, n, sizeof(s[0]), by_start);
	for (size_t i = 0; i < n; i++)
		out = mem_fmt(ctx, "%s%s%s", out, i ? "，" : "", hours_span_text(ctx, &s[i]));
	return out;
}

char *hours_weekdays(void *ctx, uint32_t bits)
{
	static const char *const name[] = {"", "一", "二", "三", "四", "五", "六", "日"};
	char *out = mem_str(ctx, "");

	for (int from = 1, until; from <= WEEKDAYS; from = until + 1) {
		until = from;
		if (!(bits & WEEKDAY_BIT(from)))
			continue;
		while (until < WEEKDAYS && (bits & WEEKDAY_BIT(until + 1)))
			until++;
		if (until < from + 2) /* two days are no span */
			until = from;
		out = mem_fmt(ctx, "%s%s星期%s%s%s", out, *out ? "、" : "", name[from], until > from ? "到星期" : "",
			      until > from ? name[until] : "");
	}
	return out;
}

static int by_day(const void *a, const void *b)
{
	const day *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

size_t hours_change_days(void *ctx, const struct hours_rules *r, day today, day **out)
{
	day *all = mem_array(ctx, day, 2 * r->n + 1);
	size_t n = 0, kept = 0;

	all[n++] = today;
	for (size_t i = 0; i < r->n; i++) {
		if (r->at[i].from_day > today)
			all[n++] = r->at[i].from_day;
		if (r->at[i].until_day != DAY_NONE && r->at[i].until_day >= today)
			all[n++] = r->at[i].until_day + 1;
	}
	qsort(all, n, sizeof(all[0]), by_day);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || all[i] != all[i - 1])
			all[kept++] = all[i];
	*out = all;
	return kept;
}
