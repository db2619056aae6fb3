/* ticket.c - one's own ticket on the phone: place, waiting time, where to go.  Whoever has the token sees the ticket and nothing
 * else; there is no name in it. */
#include "base/text.h"
#include "domain/token.h"
#include "hall/hall_pages.h"

#define NO_SCRIPT_S 15

static enum err rating_link(const struct request *q, struct tpl *d, const struct casework *w, const struct sql_ticket_row *t)
{
	struct sql_rating_invite_of_row *r;
	enum err e = sql_rating_invite_of(w->db, q->ctx, &(struct sql_rating_invite_of_in){mem_fmt(q->ctx, "t%lld", (long long)t->id)}, &r);

	if (e == ERR_NOT_FOUND)
		return ERR_NONE;
	TRY(e);
	tpl_text(tpl_add(d, T_RATE), T_TOKEN, token_make(q->ctx, w->keys, TOKEN_RATING, r->ref, 1));
	return ERR_NONE;
}

static void waiting_show(const struct request *q, struct tpl *d, const struct hall *h, const struct sql_ticket_row *t)
{
	const struct queue_ticket *place = hall_place(h, t->id);
	struct tpl *x = tpl_add(d, T_WAITING);

	tpl_int(x, T_AHEAD, place ? place->ahead : 0);
	tpl_text(x, T_WAIT, hall_wait_text(q->ctx, place ? hall_wait(h, place) : -1));
	if (t->window_only)
		tpl_text(tpl_add(x, T_ONLY), T_WINDOW, t->window_only);
}

static enum err state_show(const struct request *q, struct tpl *d, const struct casework *w, const struct hall *h,
			   const struct sql_ticket_row *t)
{
	if (text_eq(t->state, "waiting"))
		waiting_show(q, d, h, t);
	else if (text_eq(t->state, "called") || text_eq(t->state, "serving"))
		tpl_text(tpl_add(d, text_eq(t->state, "called") ? T_CALLED : T_SERVING), T_WINDOW, t->window_code);
	else if (text_eq(t->state, "skipped"))
		tpl_minute(tpl_add(d, T_SKIPPED), T_UNTIL, t->skipped_at + QUEUE_RETURN_MS);
	else if (text_eq(t->state, "done"))
		return rating_link(q, tpl_add(d, T_DONE), w, t);
	else
		tpl_show(d, text_eq(t->state, "left") ? T_LEFT : T_ENDED);
	return ERR_NONE;
}

enum err ticket_page_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_ticket_row *t;
	struct hall h;
	enum err e = ticket_by_token(&w, request_param(q, "token"), &t);

	if (e == ERR_NOT_FOUND)
		q->say = "这个二维码不对，请核对号票，或者问导办人员。";
	TRY(e);
	TRY(hall_load(&w, &h));
	bool open = !text_eq(t->state, "done") && !text_eq(t->state, "left") && !text_eq(t->state, "ended");
	p->title = mem_fmt(q->ctx, "我的号 %s", t->number);
	p->refresh_s = open ? NO_SCRIPT_S : 0;
	p->body = TPL_hall_ticket;
	tpl_text(p->d, T_NUMBER, t->number);
	tpl_text(p->d, T_STATE_KEY, t->state);
	for (size_t i = 0; i < h.ngroups; i++)
		if (text_eq(h.groups[i].code, t->group_code))
			tpl_text(p->d, T_NAME, h.groups[i].name);
	tpl_minute(p->d, T_AT, t->arrived_at);
	if (t->priority)
		tpl_text(tpl_add(p->d, T_PRIORITY), T_PRIORITY_NAME, ticket_priority_name(t->priority));
	if (t->slot_at != MSEC_NONE)
		tpl_minute(tpl_add(p->d, T_BOOKED), T_SLOT_AT, t->slot_at);
	if (text_eq(t->state, "waiting") || text_eq(t->state, "skipped"))
		tpl_text(tpl_add(p->d, T_MAY_LEAVE), T_TOKEN, request_param(q, "token"));
	return state_show(q, p->d, &w, &h, t);
}

/* ticket_page_leave - not coming any more: the others move up. */
enum err ticket_page_leave(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_ticket_row *t;

	TRY(ticket_by_token(&w, request_param(q, "token"), &t));
	enum err e = ticket_leave(&w, t->id);
	if (e == ERR_CONFLICT)
		q->say = "这个号已经叫到，或者已经用过了，不能再放弃。";
	TRY(e);
	page_note(q, p, "这个号已经放弃。还要办事的，请到取号机重新取号。");
	page_see(q, p, "/hall/ticket/%s", request_param(q, "token"));
	return ERR_NONE;
}
