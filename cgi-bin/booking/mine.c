#include "base/text.h"
#include "booking/booking_pages.h"
#include "domain/token.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define OWN_ROWS 50

static void row_show(const struct request *q, struct tpl *t, const struct sql_bookings_own_row *r)
{
	enum booking_state s = booking_state_of(r->state);

	tpl_text(t, T_TOKEN, token_make(q->ctx, q->app->keys, TOKEN_BOOKING, r->ref, r->token_version));
	tpl_text(t, T_NUMBER, booking_number(q->ctx, r->id));
	tpl_text(t, T_NAME, text_or(r->matter_name, r->group_name));
	tpl_text(t, T_WHEN, booking_when(q->ctx, r->start_at, r->end_at));
	tpl_text(t, T_STATE_NAME, booking_state_name(s));
	tpl_text(t, T_STATE_CLASS, s == BOOKING_BOOKED ? "tag-ok" : "tag-plain");
	tpl_show_if(t, T_DISPLACED, s == BOOKING_BOOKED && r->displaced_at != MSEC_NONE);
	tpl_show_if(t, T_OBJECT, s == BOOKING_NO_SHOW);
}

static void wait_show(const struct request *q, struct tpl *t, const struct waiting *x)
{
	bool offered = x->hold && x->offer_until > q->now;

	tpl_int(t, T_ID, x->id);
	tpl_text(t, T_GROUP_NAME, x->group_name);
	tpl_day(t, T_DATE, x->date);
	if (offered) {
		struct tpl *o = tpl_add(t, T_OFFERED);
		tpl_text(o, T_SUBJECT, x->subject);
		tpl_text(o, T_HOLD, x->hold);
		tpl_minute(o, T_UNTIL, x->offer_until);
	} else if (text_eq(x->state, "waiting")) {
		tpl_int(tpl_add(t, T_WAITS), T_BEFORE, x->before);
	} else {
		tpl_text(tpl_add(t, T_OVER), T_SAY, text_eq(x->state, "taken") ? "已经约到" : text_eq(x->state, "left") ? "已退出" : "没有及时确认，或者没有等到");
	}
	if (offered || text_eq(x->state, "waiting"))
		tpl_int(tpl_add(t, T_MAY_LEAVE), T_ID, x->id);
}

enum err mine_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_bookings_own_row *rows;
	struct waiting *waits;
	size_t n, nwaits;
	bool barred;

	TRY(sql_bookings_own(w.db, q->ctx, &(struct sql_bookings_own_in){q->session->account_id, OWN_ROWS}, &rows, &n));
	TRY(waitlist_of(&w, q->session->account_id, &waits, &nwaits));
	p->title = "我的预约";
	p->section = "booking";
	p->body = TPL_booking_mine;
	TRY(bar_show(q, &w, p->d, &barred));
	for (size_t i = 0; i < n; i++)
		row_show(q, tpl_add(p->d, T_BOOKING), &rows[i]);
	struct tpl *box = nwaits ? tpl_add(p->d, T_WAITING) : NULL;
	for (size_t i = 0; i < nwaits; i++)
		wait_show(q, tpl_add(box, T_WAIT), &waits[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0 && nwaits == 0);
	return ERR_NONE;
}

enum err wait_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct booking_subject s;
	struct booking_person who;
	int64_t absences;
	day d, until;

	TRY(day_param(q, &d));
	TRY(subject_of(q, &w, &s));
	if (s.moves || d < q->today || d > q->today + q->app->conf.book_days) {
		q->say = "这一天不能排候补。";
		return ERR_CONFLICT;
	}
	TRY(booking_person_of(&w, q->session->account_id, &who));
	TRY(booking_bar(&w, who.id_bidx, &until, &absences));
	if (until != DAY_NONE) {
		q->say = "您现在不能在网上预约和候补，原因和申诉办法见“我的预约”。";
		return ERR_CONFLICT;
	}
	TRY(waitlist_join(&w, &s, &who, d, &q->say));
	page_note(q, p, "已经排上候补。有空位会发短信给您，也会显示在这里。");
	page_see(q, p, "/booking/mine");
	return ERR_NONE;
}

enum err wait_leave_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	int64_t id;

	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(waitlist_leave(&w, q->session->account_id, id));
	page_note(q, p, "已经退出候补。");
	page_see(q, p, "/booking/mine");
	return ERR_NONE;
}
