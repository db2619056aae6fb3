/* take.c - the ticket terminal: choose a service, or show a booking; then the slip. */
#include "base/text.h"
#include "domain/token.h"
#include "hall/forms.h"
#include "hall/hall_pages.h"
#include "web/session.h"
#include "wrap/qr.h"

#define SLIP_BACK_S 15 /* without script the slip page goes back to the start after so many seconds */

static const char *new_key(void *ctx)
{
	uint8_t r[16];

	crypt_random(r, sizeof(r));
	return text_base32(ctx, r, sizeof(r));
}

static void groups_show(struct request *q, struct tpl *d, const struct casework *w, const struct hall *h)
{
	int64_t *waits = mem_array(q->ctx, int64_t, h->ngroups);

	hall_new_waits(w, h, waits);
	for (size_t i = 0; i < h->ngroups; i++) {
		struct tpl *t = tpl_add(d, T_GROUP);
		tpl_text(t, T_CODE, h->groups[i].code);
		tpl_text(t, T_NAME, h->groups[i].name);
		tpl_text(t, T_SUMMARY, h->groups[i].summary);
		tpl_int(t, T_HOW_MANY, hall_waiting(h, h->groups[i].code));
		tpl_text(t, T_WAIT, hall_wait_text(q->ctx, waits[i]));
	}
}

enum err take_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct hall h;

	TRY(hall_load(&w, &h));
	p->title = "取号";
	p->wall = true;
	p->body = TPL_hall_take;
	form_show(p->d, q->form);
	tpl_text(p->d, T_CENTRE, q->app->conf.centre_name);
	tpl_text(p->d, T_TAKE_KEY, new_key(q->ctx));
	groups_show(q, p->d, &w, &h);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return take_get(q, p);
}

static enum err slip(struct request *q, struct page *p, const struct casework *w, int64_t id)
{
	struct sql_ticket_row *t;

	TRY(ticket_get(w, id, &t));
	page_see(q, p, "/hall/slip/%s", ticket_token(w, t));
	return ERR_NONE;
}

/* scanned - a ticket that was passed over goes back to its place; one that waits is shown again. */
static enum err scanned(struct request *q, struct page *p, const struct casework *w, const struct actor *a, const struct sql_ticket_row *t)
{
	if (text_eq(t->state, "waiting") && t->day == q->today)
		return slip(q, p, w, t->id);
	enum err e = ticket_back(w, a, t->id);
	if (e == ERR_CONFLICT)
		return again(q, p, 409,
			     text_eq(t->state, "skipped") ? "过号超过 30 分钟，这个号已经失效。请在下面重新取号。"
							  : "这个号已经叫到，或者已经用过了。还要办事的，请在下面重新取号。");
	TRY(e);
	return slip(q, p, w, t->id);
}

static const char *wanted(const struct hall_take_form *f)
{
	return text_eq(f->priority, "none") || text_empty(f->priority) ? NULL : f->priority;
}

static enum err ticketed(struct request *q, struct page *p, const struct casework *w, int64_t id)
{
	TRY(hall_foretell(w, id));
	return slip(q, p, w, id);
}

static enum err by_code(struct request *q, struct page *p, const struct hall_take_form *f)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_ticket_row *t;
	enum err e = ticket_find(&w, f->code, &t);

	if (e == ERR_NONE)
		return scanned(q, p, &w, &a, t);
	if (e != ERR_NOT_FOUND)
		return e;
	const char *say;
	int64_t id;
	e = ticket_check_in(&w, &a, f->code, f->key, wanted(f), &id, &say);
	if (e == ERR_CONFLICT)
		return again(q, p, 409, text_or(say, "这个预约不能报到，请问导办人员。"));
	if (e == ERR_NONE)
		return ticketed(q, p, &w, id);
	if (e != ERR_NOT_FOUND)
		return e;
	return again(q, p, 404, "没有找到这个预约或号码。请把二维码对准扫码口再扫一次，或者问导办人员。");
}

enum err take_post(struct request *q, struct page *p)
{
	const struct hall_take_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	int64_t id;

	if (!text_empty(f->code))
		return by_code(q, p, f);
	if (text_empty(f->group))
		return again(q, p, 422, "请选择要办什么，或者扫预约的二维码。");
	struct ticket_wish wish = {.take_key = f->key, .group_code = f->group, .slot_at = MSEC_NONE,
				   .priority = wanted(f)};
	enum err e = ticket_take(&w, &a, &wish, &id);
	if (e == ERR_INVALID)
		return again(q, p, 422, "没有这项服务，请在下面选一项。");
	TRY(e);
	return ticketed(q, p, &w, id);
}

enum err ticket_qr(const struct request *q, struct tpl *d, const char *token)
{
	struct qr qr;

	TRY(qr_make(q->ctx, mem_fmt(q->ctx, "%s/t/%s", q->app->conf.base_url, token), &qr));
	struct tpl *t = tpl_include(d, T_QR, TPL_layout_qr);
	tpl_int(t, T_QR_SIZE, qr.size);
	tpl_text(t, T_QR_PATH, qr.path);
	tpl_text(t, T_QR_LABEL, "号票的二维码：手机上看排到哪里了");
	return ERR_NONE;
}

static const char *group_name(const struct hall *h, const char *code)
{
	for (size_t i = 0; i < h->ngroups; i++)
		if (text_eq(h->groups[i].code, code))
			return h->groups[i].name;
	return "";
}

/* slip_get - what is printed, 80 mm wide; the screen shows the same and goes back to the start. */
enum err slip_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_ticket_row *t;
	struct hall h;

	TRY(ticket_by_token(&w, request_param(q, "token"), &t));
	TRY(hall_load(&w, &h));
	const struct queue_ticket *place = hall_place(&h, t->id);
	p->title = mem_fmt(q->ctx, "号票 %s", t->number);
	p->wall = true;
	p->refresh_s = SLIP_BACK_S;
	p->refresh_to = "/hall/take";
	p->body = TPL_hall_slip;
	tpl_text(p->d, T_CENTRE, q->app->conf.centre_name);
	tpl_text(p->d, T_NUMBER, t->number);
	tpl_text(p->d, T_NAME, group_name(&h, t->group_code));
	tpl_minute(p->d, T_AT, t->arrived_at);
	if (t->priority)
		tpl_text(tpl_add(p->d, T_PRIORITY), T_PRIORITY_NAME, ticket_priority_name(t->priority));
	if (t->slot_at != MSEC_NONE)
		tpl_minute(tpl_add(p->d, T_BOOKED), T_SLOT_AT, t->slot_at);
	if (place) {
		struct tpl *d = tpl_add(p->d, T_WAITING);
		tpl_int(d, T_AHEAD, place->ahead);
		tpl_text(d, T_WAIT, hall_wait_text(q->ctx, hall_wait(&h, place)));
	}
	return ticket_qr(q, p->d, request_param(q, "token"));
}
