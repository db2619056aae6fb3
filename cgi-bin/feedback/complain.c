/* complain.c - complaints, suggestions and reports by people: with a name or without, with an account or without.
 *
 * Of somebody who stays anonymous nothing is read but the words: neither the session nor the address goes into anything that
 * is kept (the limit on floods counts by a hash of 12 bits that changes every day). */
#include "base/text.h"
#include "domain/voice.h"
#include "feedback/feedback_pages.h"
#include "parts/voicepage.h"
#include "web/page.h"
#include "web/session.h"
#include "wrap/filekind.h"

#define SENDS_PER_HOUR 30 /* of one bucket, which a service point shares with many */
#define ACTS_PER_HOUR 60
#define LOOKUPS_PER_HOUR 60
#define LOOKUPS_PER_NUMBER 6
#define NUMBER_WINDOW_MS (10 * 60 * 1000)
#define TOO_MANY "提交得太多了，请一小时后再试。着急的话，请打电话或者到“有诉即办”窗口。"

enum err complain_get(struct request *q, struct page *p)
{
	p->title = "投诉建议";
	p->section = "complain";
	p->body = TPL_feedback_complain;
	tpl_int(p->d, T_COMPLAINT_DAYS, q->app->conf.complaint_days);
	voicepage_phone(q, p->d);
	return voicepage_complain(q, p, false);
}

static enum err again(struct request *q, struct page *p, const char *field, const char *say)
{
	voicepage_wrong(q, p, field, say);
	return complain_get(q, p);
}

/* sent_other - the same words are here already, and nothing shows that it is the same person: no code, no QR code. */
static enum err sent_other(struct request *q, struct page *p, const struct complaint *c)
{
	p->title = "已经收到";
	p->section = "complain";
	p->body = TPL_feedback_same;
	tpl_text(p->d, T_NUMBER, c->r->number);
	tpl_text(p->d, T_FIND, "/complain/find");
	(void)q;
	return ERR_NONE;
}

enum err complain_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct complaint_new n = voicepage_complaint_new(q, "web");
	struct complaint_sent sent;
	struct complaint *c;
	const char *field, *say;

	enum err e = voice_rate(&w, "complain", q->ip, SENDS_PER_HOUR);
	if (e == ERR_RATE) {
		e = again(q, p, NULL, TOO_MANY);
		p->status = 429;
		return e;
	}
	TRY(e);
	e = complaint_send(&w, NULL, &n, &sent, &field, &say);
	if (e == ERR_INVALID)
		return again(q, p, field, say);
	TRY(e);
	TRY(complaint_load(&w, sent.id, &c));
	if (!sent.own)
		return sent_other(q, p, c);
	page_note(q, p, sent.again ? "这件事已经交过了，这是原来的回执。" : "交好了。请记下编号和查询码，或者拍下二维码。");
	page_see(q, p, "/complain/v/%s", complaint_token(&w, c));
	return ERR_NONE;
}

/* --- what became of it ----------------------------------------------------------------------------------------------- */

static enum err token_load(struct request *q, const struct casework *w, struct complaint **c)
{
	enum err e = complaint_by_token(w, request_param(q, "token"), c);

	if (e == ERR_NOT_FOUND)
		q->say = "这个二维码不对，或者已经作废。请用回执上的编号和查询码查询。";
	return e;
}

static struct actor writer(const struct complaint *c)
{
	return (struct actor){.kind = ACTOR_APPLICANT, .id = c->r->account_id, .name = ""};
}

static enum err buttons_show(struct request *q, struct page *p, const struct casework *w, const struct complaint *c)
{
	static const struct voice_offer offers[] = {
		{COMPLAINT_SATISFIED, 0, false},
		{COMPLAINT_REOPEN, 0, false},
		{COMPLAINT_ADD, 0, false},
		{COMPLAINT_WITHDRAW, 0, true},
		{0, 0, false},
	};
	struct actor a = writer(c);
	uint32_t facts;

	TRY(complaint_facts(w, c, &a, &facts));
	return voicepage_acts(q, p->d,
			      &(struct voice_acts){.rule = &complaint_rule, .offers = offers, .state = c->state,
						   .roles = ROLE_APPLICANT, .facts = facts,
						   .url = mem_fmt(q->ctx, "/complain/v/%s/act", request_param(q, "token")),
						   .version = c->r->version});
}

static const char *headline(void *ctx, const struct complaint *c, const char *due)
{
	switch (c->state) {
	case COMPLAINT_RECEIVED:
		return mem_fmt(ctx, "已经收到，正在安排由谁办理。最晚%s书面答复您。", due);
	case COMPLAINT_ROUTED:
	case COMPLAINT_HANDLING:
		return mem_fmt(ctx, "%s%s，正在调查核实。最晚%s书面答复您。", c->r->level > 1 ? "已经交上一级另派人办理：" : "已经转给",
			       c->unit_name, due);
	case COMPLAINT_ANSWERED:
		if (c->r->level >= COMPLAINT_LEVELS)
			return "已经由最高一级书面答复，见下面。";
		return mem_fmt(ctx, "已经书面答复，见下面。不满意的，最晚%s告诉我们，由上一级另派人再办。", day_words(ctx, c->r->lapse_day));
	case COMPLAINT_CLOSED:
		return "已经办结。";
	case COMPLAINT_WITHDRAWN:
		return "已经按您的要求撤回。";
	case COMPLAINT_WITHHELD:
		return "这件事暂不处理，理由见下面的经过。监察人员会复查；您也可以打电话或者到窗口反映。";
	case COMPLAINT_STATES:
		break;
	}
	return "";
}

static enum err show(struct request *q, struct page *p, const struct casework *w, const struct complaint *c)
{
	const char *token = request_param(q, "token");
	bool open = !text_eq(complaint_rule.states[c->state].desk, "done");

	p->title = "反映的进度";
	p->section = "complain";
	p->personal = true;
	p->body = TPL_feedback_complaint;
	voicepage_complaint(p->d, c, VOICE_WRITER);
	tpl_text(p->d, T_HEADLINE, headline(q->ctx, c, day_words(q->ctx, c->r->due)));
	tpl_text(p->d, T_CODE, voice_code(w, c->r->number));
	voicepage_phone(q, p->d);
	tpl_text(p->d, T_TOKEN, token);
	tpl_show_if(p->d, T_NAMELESS, c->r->anonymous);
	if (session_staff_cookie(q))
		tpl_text(tpl_add(p->d, T_STAFF_WAY), T_NUMBER, c->r->number);
	if (open) {
		struct tpl *t = tpl_add(p->d, T_ATTACH);
		tpl_text(t, T_ACCEPT, file_kinds_accept(q->ctx, FILE_KINDS_ALL));
		tpl_text(t, T_KINDS, file_kinds_label(q->ctx, FILE_KINDS_ALL));
		tpl_text(t, T_MAX_SIZE, file_size_text(q->ctx, q->app->conf.file_max_bytes));
	}
	TRY(voicepage_files(q, p->d, w, c->r->id, mem_fmt(q->ctx, "/complain/file/%s/", token)));
	TRY(voicepage_letters(p->d, w, c, mem_fmt(q->ctx, "/complain/v/%s/reply", token)));
	TRY(voicepage_qr(q, p->d, voicepage_track(q, token)));
	TRY(buttons_show(q, p, w, c));
	return voicepage_course(tpl_include(p->d, T_COURSE, TPL_parts_voice_course), w, c, VOICE_WRITER);
}

enum err complaint_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct complaint *c;

	TRY(token_load(q, &w, &c));
	return show(q, p, &w, c);
}

static struct voice_letter letter_of(const struct request *q, const struct complaint *c)
{
	return (struct voice_letter){c, request_param(q, "level"), voicepage_track(q, request_param(q, "token"))};
}

enum err complaint_reply_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct complaint *c;

	TRY(token_load(q, &w, &c));
	p->section = "complain";
	p->body = TPL_feedback_letter;
	tpl_text(p->d, T_BACK, mem_fmt(q->ctx, "/complain/v/%s", request_param(q, "token")));
	tpl_text(p->d, T_LEVEL, request_param(q, "level"));
	struct voice_letter v = letter_of(q, c);
	return voicepage_letter(q, p, &w, &v);
}

enum err complaint_reply_pdf_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct complaint *c;

	TRY(token_load(q, &w, &c));
	struct voice_letter v = letter_of(q, c);
	return voicepage_letter_pdf(q, p, &w, &v);
}

static enum err acted(struct request *q, struct page *p, const struct casework *w, struct complaint *c)
{
	const struct voice_act_form *f = q->form->value;
	enum complaint_action action = voice_action_of(&complaint_rule, f->act);
	struct actor a = writer(c);
	const char *field, *say;

	/* only acts of the writer: the table refuses the others for ROLE_APPLICANT */
	enum err e = complaint_act(w, &a, c->r->id, f->version, action, &(struct complaint_args){.words = f->words}, &field, &say);
	if (e == ERR_INVALID || e == ERR_CONFLICT) {
		TRY(complaint_load(w, c->r->id, &c));
		voicepage_wrong(q, p, field, say);
		p->status = e == ERR_CONFLICT ? 409 : 422;
		if (e == ERR_CONFLICT)
			tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
		return show(q, p, w, c);
	}
	TRY(e);
	page_note(q, p, "已经记下。");
	page_see(q, p, "/complain/v/%s", request_param(q, "token"));
	return ERR_NONE;
}

enum err complaint_act_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct complaint *c;

	TRY(token_load(q, &w, &c));
	enum err e = voice_rate(&w, "act", q->ip, ACTS_PER_HOUR);
	if (e == ERR_RATE)
		q->say = TOO_MANY;
	TRY(e);
	return acted(q, p, &w, c);
}

/* --- by number and query code ------------------------------------------------------------------------------------------ */

enum err complain_find_get(struct request *q, struct page *p)
{
	p->title = "查投诉建议的进度";
	p->section = "complain";
	p->body = TPL_feedback_find;
	tpl_text(p->d, T_ACTION, "/complain/find");
	tpl_text(p->d, T_EXAMPLE, mem_fmt(q->ctx, "%s%s20260302-00001", q->app->conf.short_prefix, VOICE_COMPLAINT));
	form_preset(q->form, "number", pairs_get(&q->query, "no")); /* from the code of a letter */
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err not_found(struct request *q, struct page *p, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return complain_find_get(q, p);
}

static enum err take_tries(struct request *q, const struct casework *w, const char *number)
{
	TRY(voice_rate(w, "find", q->ip, LOOKUPS_PER_HOUR));
	return voice_rate_number(w, number, LOOKUPS_PER_NUMBER, NUMBER_WINDOW_MS);
}

enum err complain_find_post(struct request *q, struct page *p)
{
	const struct voice_find_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct complaint *c;
	int64_t id = 0;

	enum err e = take_tries(q, &w, f->number);
	if (e == ERR_RATE)
		return not_found(q, p, 429, "查询的次数太多，请 10 分钟后再试。着急的话，可以扫回执上的二维码，或者打电话问我们。");
	TRY(e);
	e = complaint_find(&w, f->number, &id);
	bool right = voice_code_ok(&w, voice_number_fold(q->ctx, f->number), f->code); /* the same work for an unknown number */
	if (e == ERR_NOT_FOUND || (e == ERR_NONE && !right))
		return not_found(q, p, 404, "没有查到。请对照回执，看看编号和查询码有没有输错。");
	TRY(e);
	TRY(complaint_load(&w, id, &c));
	page_see(q, p, "/complain/v/%s", complaint_token(&w, c));
	return ERR_NONE;
}
