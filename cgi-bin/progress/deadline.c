#include "base/text.h"
#include "domain/clock.h"
#include "progress/progress_pages.h"
#include "web/page.h"
#include "wrap/json.h"

struct question {
	day from;
	int64_t days;
	const char *from_typed, *days_typed;
	const char *wrong; /* what to put right, or NULL */
	bool asked;
};

struct answer {
	day due;
	bool provisional;
	struct clock_days skipped, made_up;
};

static struct question question_read(const struct request *q)
{
	struct question a = {.from = q->today, .days = 5};
	char today[DAY_TEXT];
	a.from_typed = pairs_get(&q->query, "from");
	a.days_typed = pairs_get(&q->query, "days");
	a.asked = a.from_typed || a.days_typed;
	if (!a.asked)
		a.from_typed = mem_str(q->ctx, day_text(q->today, today));
	else if (!a.from_typed || !day_parse(a.from_typed, &a.from))
		a.wrong = "开始日期请按“年-月-日”填写，例如 2026-02-12";
	if (!a.wrong && a.asked && (!a.days_typed || !text_int(a.days_typed, 1, 1000, &a.days)))
		a.wrong = "工作日数请填 1 到 1000 之间的整数";
	return a;
}

static enum err answer_find(const struct request *q, const struct question *a, struct answer *out)
{
	const struct calendar *cal = work_of(q)->calendar;
	enum err e = clock_due(cal, a->from, (int32_t)a->days, &out->due);
	out->provisional = e == ERR_CALENDAR_GAP;
	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	out->skipped = clock_skipped(q->ctx, cal, a->from, out->due);
	out->made_up = clock_made_up(q->ctx, cal, a->from, out->due);
	return ERR_NONE;
}

/* --- JSON ---------------------------------------------------------------------------------------------- */

static void json_days(struct json *o, const char *key, const struct clock_days *days)
{
	struct json *list = json_set_array(o, key);
	char text[DAY_TEXT];
	for (size_t i = 0; i < days->n; i++) {
		struct json *d = json_add_object(list);
		json_set_text(d, "date", day_text(days->at[i].date, text));
		json_set_text(d, "reason", days->at[i].why);
	}
}

static void answer_json(const struct request *q, struct page *p, const struct question *a, const struct answer *x)
{
	char text[DAY_TEXT];
	struct json *o = json_new(q->ctx);
	if (a->wrong) {
		json_set_text(o, "error", a->wrong);
		p->status = 422;
	} else {
		json_set_text(o, "due", day_text(x->due, text));
		json_set_text(o, "from", day_text(a->from, text));
		json_set_int(o, "days", a->days);
		json_set_bool(o, "provisional", x->provisional);
		json_days(o, "skipped", &x->skipped);
		json_days(o, "made_up", &x->made_up);
	}
	page_json(p, json_write(q->ctx, o));
}

/* --- HTML ---------------------------------------------------------------------------------------------- */

static void show_days(struct tpl *d, enum tpl_name section, const struct clock_days *days)
{
	static const char *const weekday[] = {"", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"};
	for (size_t i = 0; i < days->n; i++) {
		struct tpl *t = tpl_add(d, section);
		tpl_day(t, T_DATE, days->at[i].date);
		tpl_text(t, T_WEEKDAY, weekday[day_weekday(days->at[i].date)]);
		tpl_text(t, T_WHY, days->at[i].why);
	}
}

static void answer_html(struct page *p, const struct question *a, const struct answer *x)
{
	p->title = "工作日计算";
	p->section = "matters";
	p->body = TPL_progress_deadline;
	tpl_text(p->d, T_FROM_VALUE, a->from_typed);
	tpl_text(p->d, T_DAYS_VALUE, a->days_typed ? a->days_typed : "5");
	if (a->wrong) {
		p->status = 422;
		tpl_text(tpl_add(p->d, T_WRONG), T_WRONG_SAY, a->wrong);
		return;
	}
	if (!a->asked)
		return;
	struct tpl *t = tpl_add(p->d, T_ANSWER);
	tpl_day(t, T_FROM, a->from);
	tpl_int(t, T_DAYS, a->days);
	tpl_day(t, T_DUE, x->due);
	tpl_show_if(t, T_PROVISIONAL, x->provisional);
	if (x->skipped.n)
		show_days(tpl_add(t, T_SKIPPED), T_SKIPPED_DAY, &x->skipped);
	if (x->made_up.n)
		show_days(tpl_add(t, T_MADE_UP), T_MADE_UP_DAY, &x->made_up);
}

/* deadline_get - /deadline?from=2026-02-12&days=5: the last day of a limit, and every day that did not count with its
 * reason (ALL 82); JSON for Accept: application/json. */
enum err deadline_get(struct request *q, struct page *p)
{
	struct question a = question_read(q);
	struct answer x = {.due = DAY_NONE};
	if (!a.wrong) {
		enum err e = answer_find(q, &a, &x);
		if (e == ERR_INVALID)
			a.wrong = "这个日期太早或太晚，算不了";
		else
			TRY(e);
	}
	if (q->wants_json)
		answer_json(q, p, &a, &x);
	else
		answer_html(p, &a, &x);
	return ERR_NONE;
}
