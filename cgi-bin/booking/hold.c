/* hold.c - a place is held while the form is read and confirmed; until when is said, and it comes back by itself. */
#include "base/text.h"
#include "booking/booking_pages.h"
#include "booking/forms.h"
#include "domain/mask.h"
#include "domain/progress.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define TAKES_PER_ACCOUNT 30
#define TAKES_PER_ADDRESS 300 /* a service point books for many */
#define TAKES_WINDOW_MS (10 * 60 * 1000)
#define CROWD_MAX 500 /* places of a slot at most */

/* What every page here needs. */
struct visit {
	struct casework w;
	struct booking_subject s;
	struct booking_person who;
	struct bytes live_key;
};

static enum err visit_read(struct request *q, struct visit *v)
{
	v->w = casework_of(q);
	TRY(subject_of(q, &v->w, &v->s));
	TRY(booking_person_of(&v->w, q->session->account_id, &v->who));
	v->live_key = booking_live_key(&v->w, &v->who, &v->s);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return day_get(q, p);
}

static enum err barred(struct visit *v, bool *out)
{
	int64_t absences;
	day until;

	TRY(booking_bar(&v->w, v->who.id_bidx, &until, &absences));
	*out = until != DAY_NONE;
	return ERR_NONE;
}

/* A choice of a time, for db_tx: the place and the counts of the limits are one commit, and none when nothing is taken. */
struct choice {
	struct request *q;
	const struct visit *v;
	int64_t slot, crowd, booked;
	struct booking_hold h;
	const char *say;
};

static enum err choice_work(void *arg)
{
	struct choice *c = arg;
	const struct casework *w = &c->v->w;

	TRY(booking_take_in(w, c->v->s.group, c->slot, c->crowd, c->v->live_key, &c->h, &c->booked, &c->say));
	TRY(rate_take(w, mem_fmt(w->ctx, "book:%lld", (long long)c->v->who.account_id), TAKES_PER_ACCOUNT, TAKES_WINDOW_MS));
	return rate_take(w, mem_fmt(w->ctx, "book:ip:%.45s", c->q->ip), TAKES_PER_ADDRESS, TAKES_WINDOW_MS);
}

enum err take_post(struct request *q, struct page *p)
{
	const struct take_form *f = q->form->value;
	struct visit v;
	bool no;

	TRY(visit_read(q, &v));
	TRY(barred(&v, &no));
	if (no)
		return again(q, p, 409, "您现在不能在网上预约，原因和申诉办法见“我的预约”。可以打电话预约，或者直接到窗口取号。");
	struct choice c = {.q = q, .v = &v, .slot = f->slot};
	if (!text_int(text_or(f->crowd, "0"), 0, CROWD_MAX, &c.crowd))
		c.crowd = 0;
	enum err e = db_tx(v.w.db, choice_work, &c);
	if (e == ERR_RATE)
		return again(q, p, 429, "选的次数太多了，请过 10 分钟再试，或者打电话预约。");
	if (e == ERR_CONFLICT || e == ERR_NOT_FOUND) {
		if (c.booked)
			TRY(already_show(q, &v.w, p->d, c.booked));
		return again(q, p, 409, c.say);
	}
	TRY(e);
	page_see(q, p, "/booking/for/%s/hold/%s", v.s.key, booking_hold_text(q->ctx, &c.h));
	return ERR_NONE;
}

/* hold_over - what was held is not any more: the way to another time, or to the booking that was made of it. */
static enum err hold_over(struct request *q, struct page *p, struct visit *v)
{
	struct sql_place_live_row *live;
	enum err e = sql_place_live(v->w.db, q->ctx, &(struct sql_place_live_in){v->live_key}, &live);

	p->title = "这个时间没有留住";
	p->section = "booking";
	p->body = TPL_booking_over;
	p->status = 404;
	subject_show(q, p->d, &v->s);
	if (e == ERR_NONE && live->booking_id)
		return already_show(q, &v->w, p->d, live->booking_id);
	tpl_text(tpl_add(p->d, T_OVER), T_SUBJECT, v->s.key);
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

/* hold_read - *held: false when it is over; the page then says so. */
static enum err hold_read(struct request *q, struct page *p, struct visit *v, struct booking_hold *h, bool *held)
{
	TRY(visit_read(q, v));
	enum err e = booking_hold_find(&v->w, request_param(q, "hold"), v->live_key, h);
	*held = e == ERR_NONE;
	return e == ERR_NOT_FOUND ? hold_over(q, p, v) : e;
}

enum err hold_get(struct request *q, struct page *p)
{
	struct booking_hold h;
	struct visit v;
	bool held;

	TRY(hold_read(q, p, &v, &h, &held));
	if (!held)
		return ERR_NONE;
	p->title = "确认预约";
	p->section = "booking";
	p->body = TPL_booking_hold;
	subject_show(q, p->d, &v.s);
	tpl_text(p->d, T_HOLD, request_param(q, "hold"));
	when_show(q, p->d, h.start_at, h.end_at);
	char text[DAY_TEXT];
	tpl_text(p->d, T_DAY, day_text(msec_day(h.start_at), text));
	tpl_text(p->d, T_PLACE, q->app->conf.centre_name);
	tpl_text(p->d, T_PERSON_NAME, v.who.name);
	tpl_text(p->d, T_ID_MASK, v.who.id_mask);
	tpl_text(p->d, T_PHONE_MASK, mask_phone(q->ctx, v.who.phone));
	tpl_minute(p->d, T_UNTIL, h.until);
	tpl_int(p->d, T_SECONDS, (h.until - q->now) / 1000);
	return ERR_NONE;
}

enum err confirm_post(struct request *q, struct page *p)
{
	struct booking_hold h;
	struct booking *b;
	struct visit v;
	int64_t id;
	bool held;

	TRY(hold_read(q, p, &v, &h, &held));
	if (!held)
		return ERR_NONE;
	TRY(waitlist_taken(&v.w, &h));
	TRY(booking_confirm(&v.w, &h, &v.s, &v.who, 0, &id, &q->say));
	TRY(booking_load(&v.w, id, &b));
	page_note(q, p, v.s.moves ? "时间改好了。" : "预约好了。请保存这一页，或者打印出来。");
	page_see(q, p, "/booking/v/%s", booking_token(&v.w, b));
	return ERR_NONE;
}

enum err drop_post(struct request *q, struct page *p)
{
	struct booking_hold h;
	struct visit v;
	bool held;

	TRY(hold_read(q, p, &v, &h, &held));
	if (!held)
		return ERR_NONE;
	TRY(booking_give_back(&v.w, &h));
	page_note(q, p, "已经放弃这个时间，别人可以约了。");
	page_see(q, p, "/booking/for/%s", v.s.key);
	return ERR_NONE;
}
