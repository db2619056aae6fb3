/* ask.c - enquiries by people: asked, followed, asked again. */
#include "base/text.h"
#include "domain/voice.h"
#include "feedback/feedback_pages.h"
#include "parts/voicepage.h"
#include "web/page.h"
#include "web/session.h"

#define SENDS_PER_HOUR 30
#define ACTS_PER_HOUR 60
#define LOOKUPS_PER_HOUR 60
#define LOOKUPS_PER_NUMBER 6
#define NUMBER_WINDOW_MS (10 * 60 * 1000)
#define TOO_MANY "问得太多了，请一小时后再试。着急的话，请打电话或者到窗口问。"

enum err ask_get(struct request *q, struct page *p)
{
	p->title = "咨询";
	p->section = "ask";
	p->body = TPL_feedback_ask;
	tpl_int(p->d, T_ENQUIRY_DAYS, q->app->conf.enquiry_days);
	voicepage_phone(q, p->d);
	return voicepage_ask(q, p, false);
}

static enum err again(struct request *q, struct page *p, const char *field, const char *say)
{
	voicepage_wrong(q, p, field, say);
	return ask_get(q, p);
}

enum err ask_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct enquiry_new n = voicepage_enquiry_new(q, "web");
	struct enquiry_sent sent;
	struct enquiry *e;
	const char *field, *say;

	enum err x = voice_rate(&w, "ask", q->ip, SENDS_PER_HOUR);
	if (x == ERR_RATE) {
		x = again(q, p, NULL, TOO_MANY);
		p->status = 429;
		return x;
	}
	TRY(x);
	x = enquiry_send(&w, NULL, &n, &sent, &field, &say);
	if (x == ERR_INVALID)
		return again(q, p, field, say);
	TRY(x);
	TRY(enquiry_load(&w, sent.id, &e));
	if (!sent.own) {
		p->title = "已经收到";
		p->section = "ask";
		p->body = TPL_feedback_same;
		tpl_text(p->d, T_NUMBER, e->r->number);
		tpl_text(p->d, T_FIND, "/ask/find");
		return ERR_NONE;
	}
	page_note(q, p, sent.again ? "这个问题已经交过了，这是原来的。" : "交好了。请记下编号和查询码，或者拍下二维码。");
	page_see(q, p, "/ask/v/%s", enquiry_token(&w, e));
	return ERR_NONE;
}

/* --- what became of it ----------------------------------------------------------------------------------------------- */

static enum err token_load(struct request *q, const struct casework *w, struct enquiry **e)
{
	enum err x = enquiry_by_token(w, request_param(q, "token"), e);

	if (x == ERR_NOT_FOUND)
		q->say = "这个二维码不对，或者已经作废。请用编号和查询码查询。";
	return x;
}

static const char *headline(const struct enquiry *e)
{
	switch (e->state) {
	case ENQUIRY_OPEN:
		return "已经收到，马上会有人接。";
	case ENQUIRY_TAKEN:
		return "已经有人负责，正在准备答复。";
	case ENQUIRY_ASKED:
		return "正在请主管部门答复，仍由最先接待的人负责到底。";
	case ENQUIRY_ANSWERED:
		return "已经答复，见下面。没说清楚的，可以再问一句。";
	case ENQUIRY_CLOSED:
		return "已经解决。还有不明白的，可以再问一句。";
	case ENQUIRY_WITHHELD:
		return "这个问题暂不处理，理由见下面的经过。您也可以打电话或者到窗口问。";
	case ENQUIRY_STATES:
		break;
	}
	return "";
}

static enum err show(struct request *q, struct page *p, const struct casework *w, const struct enquiry *e)
{
	static const struct voice_offer offers[] = {{ENQUIRY_SETTLED, 0, false}, {ENQUIRY_FOLLOW, 0, false}, {0, 0, false}};
	const char *token = request_param(q, "token");

	p->title = "咨询的进度";
	p->section = "ask";
	p->personal = true;
	p->body = TPL_feedback_enquiry;
	voicepage_enquiry(p->d, e);
	tpl_text(p->d, T_HEADLINE, headline(e));
	tpl_text(p->d, T_QUERY_CODE, voice_code(w, e->r->number));
	if (session_staff_cookie(q))
		tpl_text(tpl_add(p->d, T_STAFF_WAY), T_NUMBER, e->r->number);
	TRY(voicepage_acts(q, p->d,
			   &(struct voice_acts){.rule = &enquiry_rule, .offers = offers, .state = e->state, .roles = ROLE_APPLICANT,
						.url = mem_fmt(q->ctx, "/ask/v/%s/act", token), .version = e->r->version}));
	TRY(voicepage_qr(q, p->d, voicepage_track(q, token)));
	return voicepage_answers(tpl_include(p->d, T_COURSE, TPL_parts_voice_course), w, e, VOICE_WRITER);
}

enum err enquiry_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct enquiry *e;

	TRY(token_load(q, &w, &e));
	return show(q, p, &w, e);
}

enum err enquiry_act_post(struct request *q, struct page *p)
{
	const struct voice_act_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct enquiry *e;
	const char *field, *say;

	TRY(token_load(q, &w, &e));
	enum err x = voice_rate(&w, "act", q->ip, ACTS_PER_HOUR);
	if (x == ERR_RATE)
		q->say = TOO_MANY;
	TRY(x);
	struct actor a = {.kind = ACTOR_APPLICANT, .id = e->r->account_id, .name = ""};
	x = enquiry_act(&w, &a, e->r->id, f->version, voice_action_of(&enquiry_rule, f->act),
			&(struct enquiry_args){.words = f->words, .later = DAY_NONE}, &field, &say);
	if (x == ERR_INVALID || x == ERR_CONFLICT) {
		TRY(enquiry_load(&w, e->r->id, &e));
		voicepage_wrong(q, p, field, say);
		p->status = x == ERR_CONFLICT ? 409 : 422;
		if (x == ERR_CONFLICT)
			tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
		return show(q, p, &w, e);
	}
	TRY(x);
	page_note(q, p, "已经记下。");
	page_see(q, p, "/ask/v/%s", request_param(q, "token"));
	return ERR_NONE;
}

/* --- by number and query code ------------------------------------------------------------------------------------------ */

enum err ask_find_get(struct request *q, struct page *p)
{
	p->title = "查咨询的答复";
	p->section = "ask";
	p->body = TPL_feedback_find;
	tpl_text(p->d, T_ACTION, "/ask/find");
	tpl_text(p->d, T_EXAMPLE, mem_fmt(q->ctx, "%s%s20260302-00001", q->app->conf.short_prefix, VOICE_ENQUIRY));
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err not_found(struct request *q, struct page *p, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return ask_find_get(q, p);
}

enum err ask_find_post(struct request *q, struct page *p)
{
	const struct voice_find_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct enquiry *e;
	int64_t id = 0;

	enum err x = voice_rate(&w, "find", q->ip, LOOKUPS_PER_HOUR);
	if (x == ERR_NONE)
		x = voice_rate_number(&w, f->number, LOOKUPS_PER_NUMBER, NUMBER_WINDOW_MS);
	if (x == ERR_RATE)
		return not_found(q, p, 429, "查询的次数太多，请 10 分钟后再试。着急的话，可以扫二维码，或者打电话问我们。");
	TRY(x);
	x = enquiry_find(&w, f->number, &id);
	bool right = voice_code_ok(&w, voice_number_fold(q->ctx, f->number), f->code);
	if (x == ERR_NOT_FOUND || (x == ERR_NONE && !right))
		return not_found(q, p, 404, "没有查到。请对照一下，看看编号和查询码有没有输错。");
	TRY(x);
	TRY(enquiry_load(&w, id, &e));
	page_see(q, p, "/ask/v/%s", enquiry_token(&w, e));
	return ERR_NONE;
}
