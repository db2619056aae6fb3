/* hours.c - opening hours of each group: as they are, as they will be, and a change for some weekdays from a day on, which is shown
 * with everybody whose booked time it takes before it is confirmed. */
#include "domain/hours.h"

#include "admin/admin.h"
#include "admin/forms.h"
#include "admin/hall.h"
#include "base/text.h"
#include "domain/window.h"

#define AHEAD_DAYS 366
#define NEW_PLACES "4" /* of a group that had no hours */

/* --- as they are --------------------------------------------------------------------------------------------------- */

/* rules_of - of one group, out of all. */
static struct hours_rules rules_of(void *ctx, const struct sql_opening_rules_row *r, size_t n, const char *group)
{
	struct hours_rules out = {.at = mem_array(ctx, struct opening_rule, n)};

	for (size_t i = 0; i < n; i++)
		if (text_eq(r[i].group_code, group))
			out.at[out.n++] = (struct opening_rule){r[i].weekday, r[i].from_min, r[i].until_min, r[i].slot_min,
								r[i].places, r[i].from_day, r[i].until_day};
	return out;
}

static enum err rules_read(const struct request *q, struct sql_opening_rules_row **r, size_t *n)
{
	return sql_opening_rules(q->app->db, q->ctx, &(struct sql_opening_rules_in){q->today, q->today + AHEAD_DAYS + 1}, r, n);
}

/* week_show - the week as it is from a day on; weekdays with the same hours are one line. */
static void week_show(const struct request *q, struct tpl *d, const struct hours_rules *r, day on)
{
	uint32_t shown = 0;

	for (int weekday = 1; weekday <= WEEKDAYS; weekday++) {
		const char *text = hours_text(q->ctx, r, on, weekday);
		uint32_t same = 0;
		if ((shown & WEEKDAY_BIT(weekday)) || text_empty(text))
			continue;
		for (int k = weekday; k <= WEEKDAYS; k++)
			if (text_eq(hours_text(q->ctx, r, on, k), text))
				same |= WEEKDAY_BIT(k);
		shown |= same;
		struct tpl *t = tpl_add(d, T_LINE);
		tpl_text(t, T_WEEKDAYS, hours_weekdays(q->ctx, same));
		tpl_text(t, T_HOURS, text);
	}
	tpl_show_if(d, T_SHUT, !shown);
}

static void rules_show(const struct request *q, struct tpl *d, const struct hours_rules *r)
{
	day *days;
	size_t n = hours_change_days(q->ctx, r, q->today, &days);

	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(d, T_WEEK);
		if (i)
			tpl_day(tpl_add(t, T_LATER), T_FROM, days[i]);
		else
			tpl_show(t, T_NOW);
		week_show(q, t, r, days[i]);
	}
}

enum err hours_get(struct request *q, struct page *p)
{
	struct sql_opening_rules_row *r;
	struct sql_group_list_row *g;
	size_t n, ngroups;

	p->title = "开放时间";
	p->section = "admin";
	p->body = TPL_admin_hours;
	TRY(rules_read(q, &r, &n));
	TRY(sql_group_list(q->app->db, q->ctx, &g, &ngroups));
	for (size_t i = 0; i < ngroups; i++) {
		struct hours_rules own = rules_of(q->ctx, r, n, g[i].code);
		struct tpl *t = tpl_add(p->d, T_GROUP);
		tpl_text(t, T_CODE, g[i].code);
		tpl_text(t, T_NAME, g[i].name);
		tpl_show_if(t, T_UNBOOKABLE, !g[i].bookable);
		rules_show(q, t, &own);
	}
	return hall_changes_show(q, p->d, HALL_HOURS, NULL);
}

/* --- of one group -------------------------------------------------------------------------------------------------- */

static const char *const weekday_field[] = {"", "d1", "d2", "d3", "d4", "d5", "d6", "d7"};

/* preset - the form begins with Monday's hours for Monday to Friday from tomorrow. */
static void preset(const struct request *q, const struct hours_rules *r)
{
	static const char *const from[] = {"from_1", "from_2"}, *const until[] = {"until_1", "until_2"};
	char date[DAY_TEXT];
	size_t n = 0;

	for (int k = 1; k <= 5; k++)
		form_preset(q->form, weekday_field[k], "1");
	form_preset(q->form, "open", "open");
	form_preset(q->form, "from_day", day_text(q->today + 1, date));
	for (size_t i = 0; i < r->n && n < HOURS_SPANS; i++) {
		const struct opening_rule *o = &r->at[i];
		if (o->weekday != 1 || o->from_day > q->today || (o->until_day != DAY_NONE && o->until_day < q->today))
			continue;
		form_preset(q->form, from[n], opening_clock(q->ctx, o->from_min));
		form_preset(q->form, until[n++], opening_clock(q->ctx, o->until_min));
		form_preset(q->form, "slot_min", mem_fmt(q->ctx, "%lld", (long long)o->slot_min));
		form_preset(q->form, "places", mem_fmt(q->ctx, "%lld", (long long)o->places));
	}
	form_preset(q->form, "slot_min", "30");
	form_preset(q->form, "places", NEW_PLACES);
}

enum err hours_group_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_opening_rules_row *r;
	struct hours_rules own;
	struct hall_group g;
	size_t n;

	TRY(hall_group_find(&w, request_param(q, "group"), &g));
	p->title = mem_fmt(q->ctx, "%s的开放时间", g.name);
	p->section = "admin";
	p->body = TPL_admin_hours_group;
	tpl_text(p->d, T_CODE, g.code);
	tpl_text(p->d, T_NAME, g.name);
	tpl_show_if(p->d, T_UNBOOKABLE, !g.bookable);
	TRY(rules_read(q, &r, &n));
	own = rules_of(q->ctx, r, n, g.code);
	rules_show(q, p->d, &own);
	if (q->method == METHOD_GET)
		preset(q, &own);
	form_show(p->d, q->form);
	return hall_changes_show(q, p->d, HALL_HOURS, g.code);
}

/* span_wrong - one span of the form; NULL when it is fine, also when it is left out altogether. */
static const char *span_wrong(const struct hours_form *f, int which, struct hours *h, const char **say)
{
	const char *from = which == 1 ? f->from_1 : f->from_2, *until = which == 1 ? f->until_1 : f->until_2;
	struct opening_span s = {.slot_min = f->slot_min, .places = f->places};

	if (text_empty(from) && text_empty(until))
		return NULL;
	*say = "请写几点几分，例如 09:30";
	if (!opening_minute(from, &s.from_min))
		return which == 1 ? "from_1" : "from_2";
	if (!opening_minute(until, &s.until_min))
		return which == 1 ? "until_1" : "until_2";
	*say = "结束要在开始之后，至少够一个时段";
	if (s.until_min < s.from_min + s.slot_min)
		return which == 1 ? "until_1" : "until_2";
	*say = "下午要在上午结束以后开始";
	if (h->nspans && s.from_min < h->span[0].until_min)
		return "from_2";
	h->span[h->nspans++] = s;
	return NULL;
}

/* hours_wrong - the field that is wrong and what to do about it; NULL when *h is complete. */
static const char *hours_wrong(const struct request *q, const struct hours_form *f, struct hours *h, const char **say)
{
	const bool on[] = {false, f->d1, f->d2, f->d3, f->d4, f->d5, f->d6, f->d7};

	for (int k = 1; k <= WEEKDAYS; k++)
		h->weekdays |= on[k] ? WEEKDAY_BIT(k) : 0;
	h->from_day = f->from_day;
	*say = "请选择改星期几的";
	if (!h->weekdays)
		return "d1";
	*say = "最早从明天起：今天的安排已经有人按它来了";
	if (f->from_day <= q->today)
		return "from_day";
	*say = "最多安排到一年以后";
	if (f->from_day > q->today + AHEAD_DAYS)
		return "from_day";
	if (text_eq(f->open, "shut"))
		return NULL;
	*say = "请填每个时段多少分钟";
	if (!f->slot_min)
		return "slot_min";
	for (int which = 1; which <= HOURS_SPANS; which++) {
		const char *field = span_wrong(f, which, h, say);
		if (field)
			return field;
	}
	*say = "请填开放的时间；全天不开放请选“不开放”";
	return h->nspans ? NULL : "from_1";
}

static enum err preview(struct request *q, struct page *p, const struct actor *a, const struct hours *h)
{
	struct casework w = casework_of(q);
	struct hours_effect e;

	TRY(hours_preview(&w, a, h, &e));
	struct tpl *box = tpl_add(p->d, T_PREVIEW);
	tpl_text(box, T_WEEKDAYS, hours_weekdays(q->ctx, h->weekdays));
	tpl_day(box, T_FROM, h->from_day);
	tpl_text(box, T_SURE, e.sure);
	tpl_show_if(box, T_AGAIN, p->status == 409);
	for (size_t i = 0; i < h->nspans; i++)
		tpl_text(tpl_add(box, T_SPAN), T_HOURS, hours_span_text(q->ctx, &h->span[i]));
	tpl_show_if(box, T_SHUT, h->nspans == 0);
	if (h->from_day > e.last) {
		tpl_day(tpl_add(box, T_FAR), T_LAST, e.last);
	} else {
		struct tpl *t = tpl_add(box, T_SLOTS);
		tpl_day(t, T_LAST, e.last);
		tpl_int(t, T_GONE, e.gone);
		tpl_int(t, T_FRESH, e.fresh);
		tpl_int(t, T_CHANGED, e.changed);
	}
	hall_displaced_show(q, box, &e.people, NOT_BOOKABLE_WHY);
	return hours_group_get(q, p);
}

enum err hours_group_post(struct request *q, struct page *p)
{
	const struct hours_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct hours h = {0};
	struct hall_group g;
	const char *say;

	TRY(hall_group_find(&w, request_param(q, "group"), &g));
	h.group = g.code;
	h.group_name = g.name;
	const char *field = hours_wrong(q, f, &h, &say);
	if (field)
		return page_again(q, p, hours_group_get, field, say);
	if (text_empty(f->sure))
		return preview(q, p, &a, &h);
	enum err e = hours_set(&w, &a, &h, f->sure);
	if (e == ERR_CONFLICT) {
		p->status = 409;
		return preview(q, p, &a, &h);
	}
	TRY(e);
	page_note(q, p, mem_fmt(q->ctx, "已改：%s，%s。一分钟左右按新的时间放号；受影响的人会收到短信。", g.name, hours_weekdays(q->ctx, h.weekdays)));
	page_see(q, p, "/admin/hours/%s", g.code);
	return ERR_NONE;
}
