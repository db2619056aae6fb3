#include "base/text.h"
#include "domain/mask.h"
#include "domain/token.h"
#include "parts/casepage.h"
#include "progress/forms.h"
#include "progress/progress_pages.h"
#include "web/page.h"
#include "web/session.h"

#define LOOKUPS_PER_ADDRESS 30 /* in the window; a service point looks up for many people */
#define LOOKUPS_PER_NUMBER 6
#define LOOKUP_WINDOW_MS (10 * 60 * 1000)

static const char *shown_name(const struct request *q, const struct progress *c)
{
	return text_eq(c->applicant_kind, "natural") ? mask_name(q->ctx, c->applicant_name) : c->applicant_name;
}

/* show - the same page for the holder of the QR code and of number and query code: masked, nothing but the course of
 * the case. */
static void show(struct request *q, struct page *p, const struct progress *c)
{
	const char *token = case_token(q->ctx, q->app->keys, c->ref, c->token_version);
	struct casepage_links links = {
		.act = mem_fmt(q->ctx, "/case/%s", c->short_no),
		.act_label = "登录后处理",
		.notice = mem_fmt(q->ctx, "/t/%s/notice/", token),
	};
	p->title = "办件进度";
	p->section = "progress";
	p->body = TPL_progress_case;
	tpl_text(p->d, T_NAME, c->matter_name);
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_text(p->d, T_CASE_NO, c->case_no);
	tpl_text(p->d, T_DEPT_NAME, c->dept_name);
	tpl_text(p->d, T_APPLICANT, shown_name(q, c));
	tpl_text(p->d, T_CHANNEL, channel_name(c->channel));
	tpl_text(p->d, T_DELIVERY, delivery_name(c->delivery));
	tpl_minute(p->d, T_SUBMITTED_AT, c->submitted_at);
	tpl_text(p->d, T_CODE, c->matter_code);
	tpl_int(p->d, T_EVENT_COUNT, (int64_t)c->nevents);
	/* an officer who scanned the receipt with their phone goes on at the desk */
	if (session_staff_cookie(q))
		tpl_text(tpl_add(p->d, T_STAFF_WAY), T_TOKEN, token);
	tpl_text(p->d, T_EVENT_HEAD, text_hex(q->ctx, c->head.p, c->head.n));
	casepage_show(q, p->d, c, &links);
}

/* sent_on - the QR code of something that is no case has a page of its own, which tells whether it is real. */
static bool sent_on(struct request *q, struct page *p, const char *token)
{
	static const struct {
		char letter;
		const char *path;
	} pages[] = {{TOKEN_BOOKING, "/booking/v/"}, {TOKEN_TICKET, "/hall/ticket/"}, {TOKEN_RATING, "/rate/"},
		     {TOKEN_COMPLAINT, "/complain/v/"}, {TOKEN_ENQUIRY, "/ask/v/"}};
	struct bytes ref;

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (token_ref(q->ctx, token, pages[i].letter, &ref)) {
			page_see(q, p, "%s%s", pages[i].path, token);
			return true;
		}
	return false;
}

enum err token_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct progress *c;

	if (sent_on(q, p, request_param(q, "token")))
		return ERR_NONE;
	enum err e = progress_by_token(&w, request_param(q, "token"), &c);
	if (e == ERR_NOT_FOUND)
		q->say = "这个二维码不对，或者已经作废。请核对回执，或用办件编号和查询码查询。";
	TRY(e);
	show(q, p, c);
	return ERR_NONE;
}

enum err lookup_get(struct request *q, struct page *p)
{
	p->title = "查办件进度";
	p->section = "progress";
	p->body = TPL_progress_lookup;
	tpl_text(p->d, T_SHORT_PREFIX, q->app->conf.short_prefix);
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return lookup_get(q, p);
}

/* take_tries - from one address, and for one number whoever asks and however it is spelt: six digits must not be found
 * by trying. */
static enum err take_tries(struct request *q, const struct casework *w, const char *typed)
{
	const char *number = text_or(progress_number(q->ctx, typed), typed);
	uint8_t h[HASH_SIZE];
	hash_sha256(number, utf8_prefix(number, 80), h);
	TRY(rate_take(w, mem_fmt(q->ctx, "progress:ip:%.45s", q->ip), LOOKUPS_PER_ADDRESS, LOOKUP_WINDOW_MS));
	return rate_take(w, mem_fmt(q->ctx, "progress:no:%s", text_hex(q->ctx, h, 16)), LOOKUPS_PER_NUMBER,
			 LOOKUP_WINDOW_MS);
}

enum err lookup_post(struct request *q, struct page *p)
{
	const struct lookup_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct progress *c;

	enum err e = take_tries(q, &w, f->number);
	if (e == ERR_RATE)
		return again(q, p, 429, "查询的次数太多，请 10 分钟后再试。着急的话，可以扫回执上的二维码，或者打电话问我们。");
	TRY(e);
	e = progress_by_number(&w, f->number, f->code, &c);
	if (e == ERR_NOT_FOUND)
		return again(q, p, 404, "没有查到。请对照回执，看看办件编号和查询码有没有输错。");
	TRY(e);
	show(q, p, c);
	return ERR_NONE;
}
