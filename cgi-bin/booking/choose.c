#include <string.h>

#include "base/text.h"
#include "booking/booking_pages.h"
#include "domain/progress.h"
#include "domain/token.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

enum err subject_of(struct request *q, const struct casework *w, struct booking_subject *s)
{
	const char *key = request_param(q, "subject");

	/* a case or a booking is its owner's: who that is must be known first, whether there is such a one or not */
	if (!q->session->account_id && (token_letter(key) == TOKEN_BOOKING || progress_number(q->ctx, key)))
		return ERR_UNAUTHENTICATED;
	/* whoever is not signed in is nobody's: cases and bookings are then not found */
	int64_t who = q->session->account_id ? q->session->account_id : -1;
	enum err e = booking_subject_find(w, key, who, s);

	if (e == ERR_NOT_FOUND)
		q->say = "这件事不能在网上预约，或者地址不对。请从“预约”页重新选。";
	if (e == ERR_CONFLICT)
		q->say = "这个预约已经结束，不能再改时间。需要的话请重新预约。";
	return e;
}

void subject_show(const struct request *q, struct tpl *d, const struct booking_subject *s)
{
	tpl_text(d, T_SUBJECT, s->key);
	tpl_text(d, T_NAME, text_or(s->matter_name, s->group_name));
	tpl_text(d, T_GROUP_NAME, s->group_name);
	if (s->matter_name)
		tpl_text(tpl_add(d, T_WINDOW), T_GROUP_NAME, s->group_name);
	if (s->case_id && !s->moves)
		tpl_text(tpl_add(d, T_OF_CASE), T_SHORT_NO, s->key);
	if (s->moves)
		tpl_text(tpl_add(d, T_MOVES), T_WHEN, booking_when(q->ctx, s->moves->start_at, s->moves->end_at));
}

enum err bar_show(struct request *q, const struct casework *w, struct tpl *d, bool *barred)
{
	struct booking_person who;
	int64_t absences;
	day until;

	*barred = false;
	if (!q->session->account_id)
		return ERR_NONE;
	TRY(booking_person_of(w, q->session->account_id, &who));
	TRY(booking_bar(w, who.id_bidx, &until, &absences));
	*barred = until != DAY_NONE;
	if (*barred)
		tpl_day(tpl_add(d, T_BARRED), T_UNTIL, until);
	else if (absences)
		tpl_int(tpl_add(d, T_ABSENT), T_TIMES, absences);
	return ERR_NONE;
}

enum err already_show(struct request *q, const struct casework *w, struct tpl *d, int64_t id)
{
	struct booking *b;

	TRY(booking_load(w, id, &b));
	struct tpl *t = tpl_add(d, T_ALREADY);
	tpl_text(t, T_TOKEN, booking_token(w, b));
	when_show(q, t, b->start_at, b->end_at);
	return ERR_NONE;
}

void when_show(const struct request *q, struct tpl *d, msec start_at, msec end_at)
{
	static const char end_of_day[] = "）";
	const char *all = booking_when(q->ctx, start_at, end_at), *cut = strstr(all, end_of_day);

	tpl_text(d, T_VISIT_DAY, mem_copy(q->ctx, all, (size_t)(cut - all) + strlen(end_of_day)));
	tpl_text(d, T_VISIT_TIME, cut + strlen(end_of_day));
}

enum err day_param(const struct request *q, day *d)
{
	return day_parse(request_param(q, "day"), d) ? ERR_NONE : ERR_NOT_FOUND;
}

static void group_show(struct tpl *t, const struct sql_group_list_row *g, const struct sql_booking_matters_row *m, size_t n)
{
	tpl_text(t, T_GROUP, g->code);
	tpl_text(t, T_GROUP_NAME, g->name);
	tpl_text(t, T_SUMMARY, g->summary);
	for (size_t i = 0; i < n; i++)
		if (text_eq(m[i].group_code, g->code)) {
			struct tpl *row = tpl_add(t, T_MATTER);
			tpl_text(row, T_CODE, m[i].code);
			tpl_text(row, T_NAME, m[i].name);
			tpl_text(row, T_DEPT_NAME, m[i].dept_name);
		}
}

/* choose_get - by matter, under the group where it is handled; or the group, for those who want to ask. */
enum err choose_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_booking_matters_row *m;
	struct sql_group_list_row *g;
	size_t n, ngroups;
	bool barred;

	TRY(sql_group_list(w.db, q->ctx, &g, &ngroups));
	TRY(sql_booking_matters(w.db, q->ctx, &m, &n));
	p->title = "预约办事";
	p->section = "booking";
	p->body = TPL_booking_choose;
	TRY(bar_show(q, &w, p->d, &barred));
	for (size_t i = 0; i < ngroups; i++)
		if (g[i].bookable)
			group_show(tpl_add(p->d, T_GROUP_SHOWN), &g[i], m, n);
	tpl_int(p->d, T_DAYS, q->app->conf.book_days);
	if (!text_empty(q->app->conf.centre_phone))
		tpl_text(tpl_add(p->d, T_PHONE_GIVEN), T_CENTRE_PHONE, q->app->conf.centre_phone);
	tpl_show_if(p->d, T_OWN, q->session->account_id != 0);
	return ERR_NONE;
}
