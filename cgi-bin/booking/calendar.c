/* calendar.c - a month with the free places of each day as they are now, and the times of a day. */
#include <stdio.h>

#include "base/text.h"
#include "booking/booking_pages.h"
#include "domain/opening.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

static const char *const weekdays[] = {"", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"};

#define CROWD 20 /* places of a slot from which on those who come together are led to different ones */

struct month {
	int year, month;
	day first, last; /* of the month */
	day open_until;  /* last day that can be booked */
	const struct slot_count *counts;
	size_t n;
};

/* month_of - the month that was asked for, when something in it can be booked still; else this one. */
static struct month month_of(const struct request *q)
{
	struct month m;
	int year, month, mday;
	const char *asked = text_or(pairs_get(&q->query, "month"), "");

	m.open_until = q->today + (day)q->app->conf.book_days;
	day_split(q->today, &m.year, &m.month, &mday);
	m.first = day_make(m.year, m.month, 1);
	if (sscanf(asked, "%4d-%2d", &year, &month) == 2 && day_valid(year, month, 1) && day_make(year, month, 1) > m.first &&
	    day_make(year, month, 1) <= m.open_until) {
		m.year = year;
		m.month = month;
		m.first = day_make(year, month, 1);
	}
	m.last = m.month == 12 ? day_make(m.year + 1, 1, 1) - 1 : day_make(m.year, m.month + 1, 1) - 1;
	return m;
}

static const struct slot_count *count_of(const struct month *m, day d)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->counts[i].date == d)
			return &m->counts[i];
	return NULL;
}

/* cell_show - a day: a link when there is something to see. */
static void cell_show(const struct request *q, struct tpl *t, const struct month *m, day d, const struct booking_subject *s)
{
	const struct slot_count *c = count_of(m, d);
	int year, month, mday;
	char text[DAY_TEXT];

	day_split(d, &year, &month, &mday);
	if (!c) {
		tpl_int(tpl_add(t, T_SHUT), T_MDAY, mday);
		return;
	}
	struct tpl *a = tpl_add(t, T_OPEN);
	tpl_text(a, T_SUBJECT, s->key);
	tpl_text(a, T_DAY, day_text(d, text));
	tpl_int(a, T_MDAY, mday);
	tpl_text(a, T_CLASS, c->free ? "is-free" : c->later ? "is-later" : "is-full");
	tpl_text(a, T_SAY, c->free ? mem_fmt(q->ctx, "余 %lld", (long long)c->free) : c->later ? "待放号" : c->taken ? "约满" : "不办");
	tpl_text(a, T_LABEL,
		 mem_fmt(q->ctx, "%d月%d日，%s，%s", month, mday, weekdays[day_weekday(d)],
			 c->free    ? mem_fmt(q->ctx, "还有 %lld 个空位", (long long)c->free)
			 : c->later ? "现在没有空位，以后还会放号"
			 : c->taken ? "已经约满，可以排候补"
				    : "这一天不办理"));
}

static void month_show(const struct request *q, struct tpl *d, const struct month *m, const struct booking_subject *s)
{
	struct tpl *table = tpl_add(d, T_MONTH), *week = NULL;

	tpl_text(table, T_MONTH_NAME, mem_fmt(q->ctx, "%d年%d月", m->year, m->month));
	day from = m->first > q->today ? m->first : q->today; /* weeks that are over are of no use */
	for (day x = from - day_weekday(from) + 1; x <= m->last; x++) {
		if (day_weekday(x) == 1)
			week = tpl_add(table, T_WEEK);
		struct tpl *cell = tpl_add(week, T_CELL);
		if (x >= m->first)
			cell_show(q, cell, m, x, s);
	}
}

/* first_show - the earliest day with a free place, for those who do not want to choose. */
static void first_show(struct request *q, struct tpl *d, const struct month *m, const struct booking_subject *s)
{
	char text[DAY_TEXT];

	for (size_t i = 0; i < m->n; i++) {
		if (!m->counts[i].free)
			continue;
		struct tpl *t = tpl_add(d, T_EARLIEST);
		tpl_text(t, T_SUBJECT, s->key);
		tpl_text(t, T_DAY, day_text(m->counts[i].date, text));
		tpl_text(t, T_SAY, booking_day(q->ctx, m->counts[i].date));
		return;
	}
	tpl_show_if(d, T_ALL_TAKEN, m->n > 0);
}

static void turn_show(const struct request *q, struct tpl *d, const struct month *m, const struct booking_subject *s)
{
	if (m->first > q->today) {
		struct tpl *t = tpl_add(d, T_EARLIER);
		tpl_text(t, T_SUBJECT, s->key);
		tpl_text(t, T_TURN, m->month == 1 ? mem_fmt(q->ctx, "%d-12", m->year - 1) : mem_fmt(q->ctx, "%d-%02d", m->year, m->month - 1));
	}
	if (m->last < m->open_until) {
		struct tpl *t = tpl_add(d, T_LATER);
		tpl_text(t, T_SUBJECT, s->key);
		tpl_text(t, T_TURN, m->month == 12 ? mem_fmt(q->ctx, "%d-01", m->year + 1) : mem_fmt(q->ctx, "%d-%02d", m->year, m->month + 1));
	}
}

enum err month_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct month m = month_of(q);
	struct booking_subject s;
	struct slot_count *counts;
	bool barred;

	TRY(subject_of(q, &w, &s));
	TRY(slot_days(&w, s.group, m.first > q->today ? m.first : q->today, m.last, &counts, &m.n));
	m.counts = counts;
	p->title = mem_fmt(q->ctx, "选日期：%s", text_or(s.matter_name, s.group_name));
	p->section = "booking";
	p->body = TPL_booking_month;
	subject_show(q, p->d, &s);
	TRY(bar_show(q, &w, p->d, &barred));
	first_show(q, p->d, &m, &s);
	month_show(q, p->d, &m, &s);
	turn_show(q, p->d, &m, &s);
	tpl_show_if(p->d, T_NOTHING, m.n == 0);
	return ERR_NONE;
}

/* --- a day ------------------------------------------------------------------------------------------------- */

static void time_show(struct request *q, struct tpl *d, const struct slot_count *c, bool may)
{
	const char *says = mem_fmt(q->ctx, "%s—%s", opening_clock(q->ctx, c->from_min), opening_clock(q->ctx, c->until_min));
	struct tpl *t = tpl_add(d, T_TIME);

	if (c->free > 0) {
		struct tpl *f = tpl_add(t, may ? T_FREE : T_FREE_READ);
		tpl_int(f, T_SLOT, c->id);
		tpl_text(f, T_TIME_TEXT, says);
		tpl_int(f, T_LEFT, c->free);
		return;
	}
	struct tpl *f = tpl_add(t, T_FULL);
	tpl_text(f, T_TIME_TEXT, says);
	if (c->closed_why)
		tpl_text(tpl_add(f, T_CLOSED), T_WHY, c->closed_why);
	else if (c->later)
		tpl_minute(tpl_add(f, T_SOON), T_AT, c->next_open);
	else
		tpl_show(f, T_TAKEN);
}

static void times_show(struct request *q, struct tpl *d, const struct slot_count *c, size_t n, bool may)
{
	struct tpl *morning = NULL, *afternoon = NULL;

	for (size_t i = 0; i < n; i++) {
		bool am = c[i].from_min < 12 * 60;
		struct tpl **half = am ? &morning : &afternoon;
		if (!*half) {
			*half = tpl_add(d, T_HALF);
			tpl_text(*half, T_HALF_NAME, am ? "上午" : "下午");
		}
		time_show(q, *half, &c[i], may);
	}
}

/* crowd_show - how many places a slot of this day has at least, when the first of them would be in great demand. */
static void crowd_show(struct tpl *d, const struct slot_count *c, size_t n)
{
	int64_t least = INT64_MAX;

	for (size_t i = 0; i < n; i++) {
		int64_t places = c[i].free + c[i].later + c[i].taken;
		least = places < least ? places : least;
	}
	if (n > 0 && least > CROWD)
		tpl_int(tpl_add(d, T_CROWD), T_PLACES, least);
}

enum err day_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct booking_subject s;
	struct slot_count *c;
	int64_t free = 0;
	bool barred;
	char text[DAY_TEXT];
	size_t n;
	day d;

	TRY(day_param(q, &d));
	TRY(subject_of(q, &w, &s));
	TRY(slot_times(&w, s.group, d, &c, &n));
	p->title = mem_fmt(q->ctx, "选时间：%s", text_or(s.matter_name, s.group_name));
	p->section = "booking";
	p->body = TPL_booking_day;
	subject_show(q, p->d, &s);
	form_show(p->d, q->form);
	TRY(bar_show(q, &w, p->d, &barred));
	tpl_day(p->d, T_DATE, d);
	tpl_text(p->d, T_DAY, day_text(d, text));
	tpl_text(p->d, T_WEEKDAY, weekdays[day_weekday(d)]);
	for (size_t i = 0; i < n; i++)
		free += c[i].free;
	crowd_show(p->d, c, n);
	times_show(q, p->d, c, n, q->session->account_id && !barred);
	tpl_show_if(p->d, T_NOTHING, n == 0);
	if (free && q->session->account_id && !barred)
		tpl_int(tpl_add(p->d, T_HOW), T_MINUTES, q->app->conf.hold_minutes);
	tpl_show_if(p->d, T_SIGN_IN, !q->session->account_id && n > 0);
	tpl_show_if(p->d, T_MAY_WAIT, n > 0 && !free && q->session->account_id && !barred && !s.moves);
	return ERR_NONE;
}
