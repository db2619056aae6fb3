/* visit.c - one booking, for whoever has its QR code: masked; its owner, signed in, changes or cancels it here. */
#include <string.h>

#include "base/text.h"
#include "booking/booking_pages.h"
#include "booking/forms.h"
#include "domain/ics.h"
#include "domain/mask.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"
#include "wrap/qr.h"

static enum err visit_find(struct request *q, const struct casework *w, struct booking **b)
{
	enum err e = booking_by_token(w, request_param(q, "token"), b);

	if (e == ERR_NOT_FOUND)
		q->say = "这个二维码不对，或者已经作废。请核对预约单，或者登录后看“我的预约”。";
	return e;
}

/* visit_own - errors: ERR_NOT_FOUND also when it is somebody else's. */
static enum err visit_own(struct request *q, const struct casework *w, struct booking **b)
{
	TRY(visit_find(q, w, b));
	return (*b)->account_id == q->session->account_id ? ERR_NONE : ERR_NOT_FOUND;
}

static const char *shown_name(const struct request *q, const struct booking *b)
{
	return text_eq(b->kind, "natural") ? mask_name(q->ctx, b->name) : b->name;
}

/* kept_show - the other time that is kept for somebody whose time was closed. */
static enum err kept_show(struct request *q, const struct casework *w, struct tpl *d, const struct booking *b, const char *token)
{
	struct booking_subject s = {.group = b->group, .moves = (struct booking *)(uintptr_t)b};
	struct sql_place_live_row *p;
	struct sql_slot_when_row *when;
	enum err e = sql_place_live(w->db, q->ctx, &(struct sql_place_live_in){booking_live_key(w, NULL, &s)}, &p);

	if (e != ERR_NONE || p->booking_id || p->hold_until <= q->now || p->hold_key.n != HOLD_KEY_BYTES)
		return e == ERR_NOT_FOUND ? ERR_NONE : e;
	struct booking_hold h = {.slot_id = p->slot_id, .no = p->no};
	memcpy(h.key, p->hold_key.p, HOLD_KEY_BYTES);
	TRY(sql_slot_when(w->db, q->ctx, &(struct sql_slot_when_in){p->slot_id}, &when));
	struct tpl *t = tpl_add(d, T_KEPT);
	tpl_text(t, T_TOKEN, token);
	tpl_text(t, T_HOLD, booking_hold_text(q->ctx, &h));
	tpl_text(t, T_KEPT_WHEN, booking_when(q->ctx, when->start_at, when->end_at));
	tpl_minute(t, T_UNTIL, p->hold_until);
	return ERR_NONE;
}

static enum err owner_show(struct request *q, const struct casework *w, struct page *p, const struct booking *b, const char *token)
{
	bool live = b->state == BOOKING_BOOKED, displaced = live && (b->displaced_at != MSEC_NONE || b->closed_why);

	if (live && (displaced || b->start_at > q->now))
		tpl_text(tpl_add(p->d, T_MAY_CHANGE), T_TOKEN, token);
	if (displaced)
		TRY(kept_show(q, w, p->d, b, token));
	if (b->state == BOOKING_NO_SHOW && !b->appeal) {
		struct tpl *t = tpl_add(p->d, T_MAY_APPEAL);
		tpl_text(t, T_TOKEN, token);
		form_show(t, q->form);
	}
	if (b->appeal) {
		struct tpl *t = tpl_add(p->d, T_APPEALED);
		tpl_text(t, T_TEXT, b->appeal);
		tpl_text(t, T_DECISION, !b->appeal_decision ? "正在处理" : text_eq(b->appeal_decision, "granted") ? "同意，这次不计入" : "没有同意");
		tpl_text(t, T_REPLY, b->appeal_reply);
	}
	return ERR_NONE;
}

static enum err qr_show(struct request *q, struct page *p, const char *token)
{
	struct qr qr;

	TRY(qr_make(q->ctx, mem_fmt(q->ctx, "%s/t/%s", q->app->conf.base_url, token), &qr));
	struct tpl *t = tpl_include(tpl_add(p->d, T_QR_SHOWN), T_QR, TPL_layout_qr);
	tpl_int(t, T_QR_SIZE, qr.size);
	tpl_text(t, T_QR_PATH, qr.path);
	tpl_text(t, T_QR_LABEL, "预约的二维码，到大厅扫它报到");
	return ERR_NONE;
}

enum err visit_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct booking *b;

	TRY(visit_find(q, &w, &b));
	const char *token = booking_token(&w, b);
	bool live = b->state == BOOKING_BOOKED;
	p->title = mem_fmt(q->ctx, "预约 %s", b->number);
	p->section = "booking";
	p->body = TPL_booking_visit;
	tpl_text(p->d, T_NUMBER, b->number);
	tpl_text(p->d, T_NAME, text_or(b->matter_name, b->group_name));
	tpl_text(p->d, T_GROUP_NAME, b->group_name);
	tpl_text(p->d, T_STATE_NAME, booking_state_name(b->state));
	tpl_text(p->d, T_STATE_CLASS, live ? "tag-ok" : "tag-plain");
	when_show(q, p->d, b->start_at, b->end_at);
	if (b->short_no)
		tpl_text(tpl_add(p->d, T_OF_CASE), T_SHORT_NO, b->short_no);
	if (b->matter_code)
		tpl_text(tpl_add(p->d, T_DOCS), T_CODE, b->matter_code);
	tpl_text(p->d, T_PLACE, q->app->conf.centre_name);
	tpl_text(p->d, T_PERSON_NAME, shown_name(q, b));
	tpl_text(p->d, T_PHONE_MASK, b->phone_mask);
	if (live && b->closed_why)
		tpl_text(tpl_add(p->d, T_CLOSED), T_WHY, b->closed_why);
	if (b->ended_why)
		tpl_text(tpl_add(p->d, T_ENDED), T_WHY, b->ended_why);
	if (live) {
		TRY(qr_show(q, p, token));
		tpl_text(tpl_add(p->d, T_TAKE_ALONG), T_TOKEN, token);
	}
	if (session_staff_cookie(q))
		tpl_text(tpl_add(p->d, T_STAFF_WAY), T_NUMBER, b->number);
	if (b->account_id && b->account_id == q->session->account_id)
		return owner_show(q, &w, p, b, token);
	tpl_show_if(p->d, T_NOT_OWN, live);
	return ERR_NONE;
}

static const char *host_of(void *ctx, const char *url)
{
	const char *host = strstr(url, "://");

	host = host ? host + 3 : url;
	return mem_copy(ctx, host, strcspn(host, "/:"));
}

/* visit_ics_get - for the calendar of a phone; taken in again after a change, it replaces the earlier entry. */
enum err visit_ics_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	const struct conf *conf = &q->app->conf;
	struct booking *b;

	TRY(visit_find(q, &w, &b));
	const char *url = mem_fmt(q->ctx, "%s/t/%s", conf->base_url, booking_token(&w, b));
	const char *text = ics_text(
		q->ctx, &(struct ics_event){.uid = mem_fmt(q->ctx, "%s@%s", b->number, host_of(q->ctx, conf->base_url)),
					    .sequence = b->moved + (b->state == BOOKING_CANCELLED),
					    .cancelled = b->state != BOOKING_BOOKED && b->state != BOOKING_ARRIVED,
					    .stamp = q->now, .start_at = b->start_at, .end_at = b->end_at,
					    .summary = mem_fmt(q->ctx, "到窗口办事：%s", text_or(b->matter_name, b->group_name)),
					    .location = conf->centre_name,
					    .description = mem_fmt(q->ctx, "预约编号 %s。请带好材料，在时段内报到。\n来不了请提前取消：%s", b->number, url),
					    .url = url});
	p->type = "text/calendar; charset=utf-8";
	p->raw = (struct bytes){(const uint8_t *)text, strlen(text)};
	p->download = mem_fmt(q->ctx, "%s.ics", b->number);
	return ERR_NONE;
}

enum err visit_cancel_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct booking *b;

	TRY(visit_own(q, &w, &b));
	TRY(booking_cancel(&w, b->id, NULL, &q->say));
	page_note(q, p, "预约已经取消，谢谢您把号让给别人。");
	page_see(q, p, "/booking/v/%s", request_param(q, "token"));
	return ERR_NONE;
}

enum err visit_appeal_post(struct request *q, struct page *p)
{
	const struct appeal_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct booking *b;

	TRY(visit_own(q, &w, &b));
	enum err e = booking_appeal(&w, b, f->text);
	if (e == ERR_CONFLICT)
		q->say = "这个预约不用申诉，或者已经申诉过了。";
	TRY(e);
	page_note(q, p, "申诉已经收到，结果用短信告诉您，也会显示在这里。");
	page_see(q, p, "/booking/v/%s", request_param(q, "token"));
	return ERR_NONE;
}
