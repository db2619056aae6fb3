/* load.c - how busy the hall was, by hour, window and matter, as pictures beside their tables, and when a tidal window would have
 * helped (WIN-2, CQ 5.4.3, ZJG 7). */
#include "base/text.h"
#include "desk/queue.h"
#include "domain/queue.h"
#include "gen/sql.h"
#include "web/page.h"

#define DAYS_MAX 92
#define DAYS_USUAL 14
#define HOURS 24
#define WIDTH 720    /* of a picture, in its own units */
#define LEFT 90      /* room for words at the left */
#define BARS 200     /* height of the bars */
#define ROW 30       /* height of a window's or matter's row */
#define LEVELS 5     /* shades, besides none */
#define WINDOWS_MAX 200

/* sums of what the database gave */
struct sum {
	int64_t taken, waited, wait_ms, served, serve_ms, gone;
};
struct load {
	day from, until;
	int64_t days; /* on which anybody came; at least 1 */
	struct sql_load_rows_row *rows;
	size_t n;
	int first, last; /* hours shown */
	struct sum all, hour[HOURS];
};

static void sum_add(struct sum *s, const struct sql_load_rows_row *r)
{
	s->taken += r->taken;
	s->waited += r->waited;
	s->wait_ms += r->wait_ms;
	s->served += r->served;
	s->serve_ms += r->serve_ms;
	s->gone += r->gone;
}

static int64_t mean_minutes(int64_t ms, int64_t n)
{
	return n ? (ms / n + QUEUE_MINUTE / 2) / QUEUE_MINUTE : 0;
}

/* a_day - so many of the whole time as a number for one day, with one decimal when small. */
static const char *a_day(void *ctx, const struct load *l, int64_t n)
{
	int64_t tenths = (n * 10 + l->days / 2) / l->days;

	return tenths < 100 && tenths % 10 ? mem_fmt(ctx, "%lld.%lld", (long long)tenths / 10, (long long)tenths % 10)
					   : mem_fmt(ctx, "%lld", (long long)(tenths + 5) / 10);
}

/* --- which days --------------------------------------------------------------------------------------------------- */

static const char *span_read(const struct request *q, struct load *l)
{
	const char *from = pairs_get(&q->query, "from"), *until = pairs_get(&q->query, "until");

	l->until = q->today;
	l->from = q->today - DAYS_USUAL + 1;
	if (text_empty(from) && text_empty(until))
		return NULL;
	if (!day_parse(text_or(from, ""), &l->from) || !day_parse(text_or(until, ""), &l->until))
		return "请选两个日期。";
	if (l->from > l->until)
		return "开始的日期要在结束的日期前面。";
	return l->until - l->from >= DAYS_MAX ? "一次最多看 92 天。" : NULL;
}

static enum err load_read(struct request *q, struct load *l)
{
	struct sql_load_days_row *d;

	TRY(sql_load_rows(q->app->db, q->ctx, &(struct sql_load_rows_in){l->from, l->until}, &l->rows, &l->n));
	TRY(sql_load_days(q->app->db, q->ctx, &(struct sql_load_days_in){l->from, l->until}, &d));
	l->days = d->days ? d->days : 1;
	l->first = 9;
	l->last = 16;
	for (size_t i = 0; i < l->n; i++) {
		int hour = (int)l->rows[i].hour;
		sum_add(&l->all, &l->rows[i]);
		sum_add(&l->hour[hour], &l->rows[i]);
		l->first = hour < l->first ? hour : l->first;
		l->last = hour > l->last ? hour : l->last;
	}
	return ERR_NONE;
}

static int64_t column(const struct load *l, int hour)
{
	return LEFT + (hour - l->first) * (WIDTH - LEFT - 10) / (l->last - l->first + 1);
}
static int64_t column_width(const struct load *l)
{
	return (WIDTH - LEFT - 10) / (l->last - l->first + 1);
}

/* --- by hour ---------------------------------------------------------------------------------------------------- */

static int64_t highest(const struct load *l, bool waits)
{
	int64_t most = 1;

	for (int h = l->first; h <= l->last; h++) {
		int64_t v = waits ? mean_minutes(l->hour[h].wait_ms, l->hour[h].waited) : l->hour[h].taken;
		most = v > most ? v : most;
	}
	return most;
}

static void bar_show(void *ctx, struct tpl *d, const struct load *l, int h, int64_t most)
{
	const struct sum *s = &l->hour[h];
	int64_t high = s->taken * BARS / most;
	struct tpl *t = tpl_add(d, T_BAR);

	tpl_int(t, T_X, column(l, h) + 4);
	tpl_int(t, T_Y, 20 + BARS - high);
	tpl_int(t, T_W, column_width(l) - 8);
	tpl_int(t, T_H, high);
	tpl_int(t, T_MIDDLE, column(l, h) + column_width(l) / 2);
	tpl_int(t, T_ABOVE, 20 + BARS - high - 5);
	tpl_text(t, T_VALUE, s->taken ? a_day(ctx, l, s->taken) : "");
	tpl_int(t, T_HOUR, h);
}

static void hours_show(void *ctx, struct tpl *d, const struct load *l)
{
	int64_t most = highest(l, false), longest = highest(l, true);
	const char *points = "";

	for (int h = l->first; h <= l->last; h++) {
		const struct sum *s = &l->hour[h];
		int64_t wait = mean_minutes(s->wait_ms, s->waited), y = 20 + BARS - wait * BARS / longest;
		int64_t x = column(l, h) + column_width(l) / 2;
		bar_show(ctx, d, l, h, most);
		points = mem_fmt(ctx, "%s%lld,%lld ", points, (long long)x, (long long)y);
		struct tpl *dot = tpl_add(d, T_DOT);
		tpl_int(dot, T_X, x);
		tpl_int(dot, T_Y, y);
		struct tpl *t = tpl_add(d, T_HOUR_ROW);
		tpl_int(t, T_HOUR, h);
		tpl_text(t, T_TAKEN, a_day(ctx, l, s->taken));
		tpl_int(t, T_WAIT, wait);
		tpl_text(t, T_SERVED, a_day(ctx, l, s->served));
		tpl_int(t, T_SERVE, mean_minutes(s->serve_ms, s->served));
	}
	tpl_text(d, T_POINTS, points);
	tpl_int(d, T_LONGEST, longest);
}

/* --- by window and hour ------------------------------------------------------------------------------------------ */

static int64_t served_at(const struct load *l, const char *window, int hour)
{
	int64_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		if (text_eq(l->rows[i].window_code, window) && l->rows[i].hour == hour)
			n += l->rows[i].served;
	return n;
}

/* windows_of - each window once; window_group has a row for each of its groups. */
static size_t windows_of(const struct sql_load_windows_row *r, size_t n, const struct sql_load_windows_row **out)
{
	size_t found = 0;

	for (size_t i = 0; i < n && found < WINDOWS_MAX; i++) {
		size_t k = 0;
		while (k < found && !text_eq(out[k]->window_code, r[i].window_code))
			k++;
		if (k == found)
			out[found++] = &r[i];
	}
	return found;
}

static void window_row(void *ctx, struct tpl *d, const struct load *l, const struct sql_load_windows_row *w, int64_t y, int64_t most)
{
	struct tpl *row = tpl_add(d, T_WINDOW_ROW), *cells = tpl_add(d, T_WINDOW_LINE);

	tpl_text(row, T_WINDOW, w->window_code);
	tpl_text(row, T_NAME, w->name);
	tpl_text(cells, T_WINDOW, w->window_code);
	tpl_int(cells, T_Y, y + ROW / 2 + 5);
	for (int h = l->first; h <= l->last; h++) {
		int64_t n = served_at(l, w->window_code, h), level = n ? 1 + (n - 1) * (LEVELS - 1) / most : 0;
		struct tpl *t = tpl_add(cells, T_CELL);
		tpl_int(t, T_X, column(l, h) + 1);
		tpl_int(t, T_Y, y + 1);
		tpl_int(t, T_W, column_width(l) - 2);
		tpl_int(t, T_H, ROW - 2);
		tpl_int(t, T_LEVEL, level);
		tpl_int(t, T_MIDDLE, column(l, h) + column_width(l) / 2);
		tpl_int(t, T_BASE, y + ROW / 2 + 5);
		tpl_text(t, T_VALUE, n ? a_day(ctx, l, n) : "");
		tpl_show_if(t, T_ON_DARK, level >= 4);
		tpl_text(tpl_add(row, T_WINDOW_CELL), T_VALUE, n ? a_day(ctx, l, n) : "0");
	}
}

static enum err windows_show(struct request *q, struct tpl *d, const struct load *l, const struct sql_load_windows_row *r, size_t n)
{
	const struct sql_load_windows_row **w = mem_array(q->ctx, const struct sql_load_windows_row *, WINDOWS_MAX);
	size_t count = windows_of(r, n, w);
	int64_t most = 1;

	for (size_t i = 0; i < count; i++)
		for (int h = l->first; h <= l->last; h++)
			most = served_at(l, w[i]->window_code, h) > most ? served_at(l, w[i]->window_code, h) : most;
	for (int h = l->first; h <= l->last; h++) {
		struct tpl *t = tpl_add(d, T_HOUR_HEAD);
		tpl_int(t, T_HOUR, h);
		tpl_int(t, T_MIDDLE, column(l, h) + column_width(l) / 2);
		tpl_int(tpl_add(d, T_HOUR_COLUMN), T_HOUR, h);
	}
	for (size_t i = 0; i < count; i++)
		window_row(q->ctx, d, l, w[i], 24 + (int64_t)i * ROW, most);
	tpl_int(d, T_WINDOWS_HIGH, 24 + (int64_t)count * ROW + 6);
	return ERR_NONE;
}

/* --- by matter ---------------------------------------------------------------------------------------------------- */

static struct sum sum_of_matter(const struct load *l, const char *code)
{
	struct sum s = {0};

	for (size_t i = 0; i < l->n; i++)
		if (code ? text_eq(l->rows[i].matter_code, code) : !l->rows[i].matter_code)
			sum_add(&s, &l->rows[i]);
	return s;
}

static void matter_row(void *ctx, struct tpl *d, const struct load *l, const char *name, const struct sum *s, int64_t most)
{
	struct tpl *t = tpl_add(d, T_MATTER_ROW);

	tpl_text(t, T_NAME, name);
	tpl_int(t, T_TAKEN, s->taken);
	tpl_text(t, T_VALUE, a_day(ctx, l, s->taken));
	tpl_int(t, T_W, s->taken * 240 / most);
	tpl_int(t, T_WAIT, mean_minutes(s->wait_ms, s->waited));
	tpl_int(t, T_SERVE, mean_minutes(s->serve_ms, s->served));
}

static enum err matters_show(struct request *q, struct tpl *d, const struct load *l)
{
	struct sql_load_matters_row *r;
	struct sum unknown = sum_of_matter(l, NULL);
	int64_t most = unknown.taken > 0 ? unknown.taken : 1;
	size_t n;

	TRY(sql_load_matters(q->app->db, q->ctx, &r, &n));
	for (size_t i = 0; i < n; i++) {
		struct sum s = sum_of_matter(l, r[i].code);
		most = s.taken > most ? s.taken : most;
	}
	for (size_t i = 0; i < n; i++) {
		struct sum s = sum_of_matter(l, r[i].code);
		if (s.taken)
			matter_row(q->ctx, d, l, r[i].name, &s, most);
	}
	if (unknown.taken)
		matter_row(q->ctx, d, l, "取号时没有说办什么", &unknown, most);
	return ERR_NONE;
}

/* --- when to open a tidal window ------------------------------------------------------------------------------------- */

/* The rule, which the page states: in this hour people of the group wait for QUEUE_LONG_MS or more on average, and its usual windows
 * that were in use are fewer than keep each busy for no more than QUEUE_BUSY_PERCENT of the time. */
struct advice {
	struct sum sum;
	int64_t have, need;
	const char *tidal; /* window for rush hours that serves this group, or NULL */
};

static struct advice advice_of(const struct load *l, const char *group, int hour, const struct sql_load_windows_row *w, size_t n)
{
	struct advice a = {.have = 0};

	for (size_t i = 0; i < l->n; i++)
		if (text_eq(l->rows[i].group_code, group) && l->rows[i].hour == hour)
			sum_add(&a.sum, &l->rows[i]);
	for (size_t k = 0; k < n; k++) {
		bool used = false;
		if (!text_eq(w[k].group_code, group))
			continue;
		if (text_eq(w[k].kind, "tidal")) {
			a.tidal = w[k].window_code;
			continue;
		}
		for (size_t i = 0; i < l->n; i++)
			used |= text_eq(l->rows[i].window_code, w[k].window_code) && text_eq(l->rows[i].group_code, group) &&
				l->rows[i].hour == hour;
		a.have += used;
	}
	if (a.sum.served)
		a.need = queue_windows_needed(a.sum.taken * 100 / l->days, a.sum.serve_ms / a.sum.served);
	return a;
}

static enum err advice_show(struct request *q, struct tpl *d, const struct load *l, const struct sql_load_windows_row *w, size_t n)
{
	struct sql_hall_groups_row *g;
	size_t ng, shown = 0;

	TRY(sql_hall_groups(q->app->db, q->ctx, &g, &ng));
	for (size_t i = 0; i < ng; i++)
		for (int h = l->first; h <= l->last; h++) {
			struct advice a = advice_of(l, g[i].code, h, w, n);
			if (!a.sum.waited || a.sum.wait_ms / a.sum.waited < QUEUE_LONG_MS || a.need <= a.have)
				continue;
			struct tpl *t = tpl_add(d, T_ADVICE);
			tpl_text(t, T_NAME, g[i].name);
			tpl_int(t, T_HOUR, h);
			tpl_int(t, T_WAIT, mean_minutes(a.sum.wait_ms, a.sum.waited));
			tpl_int(t, T_HAVE, a.have);
			tpl_int(t, T_NEED, a.need);
			if (a.tidal)
				tpl_text(tpl_add(t, T_TIDAL), T_WINDOW, a.tidal);
			else
				tpl_show(t, T_NO_TIDAL);
			shown++;
		}
	tpl_show_if(d, T_NO_ADVICE, shown == 0);
	return ERR_NONE;
}

enum err load_get(struct request *q, struct page *p)
{
	struct load l = {.days = 1};
	struct sql_load_windows_row *w;
	const char *wrong = span_read(q, &l);
	char text[DAY_TEXT];
	size_t n;

	p->title = "大厅忙闲";
	p->section = "desk";
	p->body = TPL_desk_load;
	tpl_text(p->d, T_FROM, text_or(pairs_get(&q->query, "from"), day_text(l.from, text)));
	tpl_text(p->d, T_UNTIL, text_or(pairs_get(&q->query, "until"), day_text(l.until, text)));
	if (wrong) {
		p->status = 422;
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, wrong);
		return ERR_NONE;
	}
	TRY(load_read(q, &l));
	struct tpl *d = tpl_add(p->d, l.n ? T_SEEN : T_EMPTY);
	if (!l.n)
		return ERR_NONE;
	TRY(sql_load_windows(q->app->db, q->ctx, &w, &n));
	tpl_int(d, T_DAYS, l.days);
	tpl_int(d, T_TAKEN, l.all.taken);
	tpl_int(d, T_SERVED, l.all.served);
	tpl_int(d, T_GONE, l.all.gone);
	tpl_int(d, T_WAIT, mean_minutes(l.all.wait_ms, l.all.waited));
	tpl_int(d, T_SERVE, mean_minutes(l.all.serve_ms, l.all.served));
	TRY(advice_show(q, d, &l, w, n));
	hours_show(q->ctx, d, &l);
	TRY(windows_show(q, d, &l, w, n));
	return matters_show(q, d, &l);
}
