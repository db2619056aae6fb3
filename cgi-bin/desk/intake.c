/* intake.c - the beginning of every application on paper: which matter, whose it is, how it came; what is not received yet;
 * what came by post and what was answered. */
#include "desk/intake.h"
#include "desk/queue.h"

#include <string.h>

#include "base/text.h"
#include "desk/forms.h"
#include "domain/mask.h"
#include "domain/search.h"
#include "gen/sql.h"
#include "web/after.h"
#include "web/page.h"
#include "web/session.h"
#include "web/urlencoded.h"

#define MATTER_ROWS 20
#define OPEN_ROWS 50
#define POST_ROWS 20

static const char *dept_scope(const struct request *q)
{
	return text_empty(q->session->dept) ? NULL : q->session->dept;
}

static bool by_post(const char *channel)
{
	return text_eq(channel, "post");
}

/* --- the first page ------------------------------------------------------------------------------------ */

static void matter_row(struct tpl *d, const char *channel, const char *code, const char *name, const char *dept)
{
	struct tpl *t = tpl_add(d, T_MATTER);

	tpl_text(t, T_CODE, code);
	tpl_text(t, T_CHANNEL_KEY, channel);
	tpl_text(t, T_NAME, name);
	tpl_text(t, T_DEPT_NAME, dept);
}

/* matters_show - the published matters, or those that were looked for. */
static enum err matters_show(struct request *q, struct page *p, const char *channel)
{
	const char *typed = text_or(pairs_get(&q->query, "q"), "");
	struct search_query s;
	size_t n;

	tpl_text(p->d, T_QUERY, typed);
	if (search_parse(q->ctx, typed, &s)) {
		struct sql_matter_search_row *r;
		TRY(sql_matter_search(q->app->db, q->ctx,
				      &(struct sql_matter_search_in){.query = s.exact, .plain = s.plain,
								     .dept = dept_scope(q), .after_tier = -1,
								     .limit = MATTER_ROWS},
				      &r, &n));
		for (size_t i = 0; i < n; i++)
			matter_row(p->d, channel, r[i].code, r[i].name, r[i].dept_name);
	} else {
		struct sql_matter_list_row *r;
		TRY(sql_matter_list(q->app->db, q->ctx,
				    &(struct sql_matter_list_in){.dept = dept_scope(q), .limit = MATTER_ROWS}, &r, &n));
		for (size_t i = 0; i < n; i++)
			matter_row(p->d, channel, r[i].code, r[i].name, r[i].dept_name);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	tpl_show_if(p->d, T_CUT_OFF, n == MATTER_ROWS);
	return ERR_NONE;
}

static const char *shown_name(void *ctx, const char *kind, const char *name)
{
	return text_eq(kind, "natural") ? mask_name(ctx, name) : name;
}

/* open_show - what was begun and not received: one's own, and what somebody else left behind. */
static enum err open_show(struct request *q, struct page *p)
{
	struct sql_intake_open_list_row *r;
	struct tpl *box = NULL;
	size_t n;

	TRY(sql_intake_open_list(q->app->db, q->ctx, &(struct sql_intake_open_list_in){dept_scope(q), OPEN_ROWS}, &r, &n));
	if (n)
		box = tpl_add(p->d, T_OPEN);
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(box, T_OPEN_ROW);
		tpl_text(t, T_CASE_KEY, case_key(q->ctx, r[i].ref));
		tpl_text(t, T_NAME, r[i].matter_name);
		tpl_text(t, T_APPLICANT, shown_name(q->ctx, r[i].applicant_kind, r[i].applicant_name));
		tpl_text(t, T_ID_MASK, r[i].applicant_id_mask);
		tpl_text(t, T_CHANNEL, channel_name(r[i].channel));
		tpl_minute(t, T_SAVED_AT, r[i].saved_at);
		tpl_text(t, T_HOLDER, r[i].open_by == q->session->staff_id ? "我" : r[i].taken_name);
	}
	return ERR_NONE;
}

/* answered - what the sender was told, or has to be told. */
static const char *answered(void *ctx, const struct sql_intake_post_list_row *r)
{
	enum state s = state_of(r->state);

	if (s == STATE_DRAFT)
		return "已登记到达，还没有收件";
	if (s == STATE_CORRECTION || (s == STATE_NOT_ACCEPTED && r->correction_round))
		return mem_fmt(ctx, "不齐，已一次性告知：%s", text_or(r->listed, "见告知书"));
	if (s == STATE_RECEIVED)
		return r->correction_round ? "补正材料已收到，正在核对" : "已收件，正在核对是否齐全";
	return s == STATE_NOT_ACCEPTED ? "不予受理" : "齐全";
}

static const char *told_how(const struct sql_intake_post_list_row *r)
{
	if (state_of(r->state) == STATE_DRAFT)
		return "";
	if (!r->applicant_phone_mask)
		return "没有手机号，请把凭证和告知书寄回";
	return r->waiting ? "短信等待发出" : "短信已发出";
}

static void post_row(struct request *q, struct tpl *t, const struct sql_intake_post_list_row *r)
{
	tpl_day(t, T_ARRIVED, r->arrived_day);
	tpl_text(t, T_TRACKING_NO, r->tracking_no);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_APPLICANT, shown_name(q->ctx, r->applicant_kind, r->applicant_name));
	tpl_text(t, T_ANSWERED, answered(q->ctx, r));
	tpl_text(t, T_TOLD_HOW, told_how(r));
	struct tpl *link = tpl_add(t, r->short_no ? T_AS_CASE : T_AS_DRAFT);
	tpl_text(link, T_SHORT_NO, r->short_no);
	tpl_text(link, T_CASE_KEY, case_key(q->ctx, r->ref));
}

/* post_show - what came by post, latest first (INT-3). */
static enum err post_show(struct request *q, struct page *p)
{
	struct sql_intake_post_list_in in = {DUE_NEVER, INT64_MAX, POST_ROWS + 1};
	struct actor a = actor_staff(q);
	struct sql_intake_post_list_row *r;
	char text[DAY_TEXT];
	size_t n;

	after_day(q, &in.before_day, &in.before_id, 1);
	TRY(sql_intake_post_list(q->app->db, q->ctx, &in, &r, &n));
	struct tpl *box = tpl_add(p->d, n ? T_POST : T_POST_NONE);
	for (size_t i = 0; i < n && i < POST_ROWS; i++)
		if (case_visible(&a, r[i].dept_code))
			post_row(q, tpl_add(box, T_POST_ROW), &r[i]);
	if (n > POST_ROWS)
		tpl_text(tpl_add(box, T_NEXT), T_AFTER,
			 mem_fmt(q->ctx, "%s.%lld", day_text(r[POST_ROWS - 1].arrived_day, text),
				 (long long)r[POST_ROWS - 1].case_id));
	return ERR_NONE;
}

enum err intake_get(struct request *q, struct page *p)
{
	const char *channel = by_post(pairs_get(&q->query, "channel")) ? "post" : "counter";

	p->title = "收件登记";
	p->section = "desk";
	p->body = TPL_desk_intake;
	tpl_show(p->d, by_post(channel) ? T_BY_POST : T_AT_COUNTER);
	tpl_text(p->d, T_CHANNEL_KEY, channel);
	TRY(matters_show(q, p, channel));
	TRY(open_show(q, p));
	return by_post(channel) ? post_show(q, p) : ERR_NONE;
}

/* --- whose it is, and how it came ------------------------------------------------------------------------ */

/* What the page is about. */
struct opening {
	struct casework w;
	struct actor actor;
	const struct matter *m;
	const char *channel;
	const char *id_no;          /* as typed; "" before anybody was looked for */
	struct intake_found *found; /* accounts with that document */
	size_t nfound;
	bool may_confirm;
};

static const char *asked_for(const struct request *q, const char *name)
{
	return text_or(pairs_get(q->method == METHOD_POST ? &q->post : &q->query, name), "");
}

static enum err opening_read(struct request *q, struct opening *o)
{
	uint32_t channel;

	*o = (struct opening){.w = casework_of(q), .actor = actor_staff(q), .channel = "counter"};
	if (by_post(asked_for(q, "channel")))
		o->channel = "post";
	o->id_no = text_trim(q->ctx, asked_for(q, "id_no"));
	TRY(matter_cached_current(o->w.db, q->ctx, work_of(q)->matters, request_param(q, "code"), &o->m));
	if (!case_visible(&o->actor, o->m->dept))
		return ERR_NOT_FOUND;
	channel = by_post(o->channel) ? CHANNEL_POST : CHANNEL_COUNTER;
	if (o->m->channels & channel)
		return ERR_NONE;
	q->say = by_post(o->channel) ? "这件事不收邮寄申请，请看办事指南。" : "这件事不在窗口收件，请看办事指南。";
	return ERR_CONFLICT;
}

static enum err districts_show(struct request *q, struct tpl *d, const struct opening *o, const char *chosen)
{
	struct intake_dept *depts;
	size_t ndepts;
	const char *names[DISTRICTS_MAX];
	size_t n = intake_districts(q->ctx, &q->app->conf, names);
	struct tpl *box = n ? tpl_add(d, T_DISTRICTS) : NULL;

	TRY(intake_depts(&o->w, o->m, &depts, &ndepts));

	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(box, T_DISTRICT);
		tpl_text(t, T_DISTRICT_NAME, names[i]);
		tpl_show_if(t, T_DISTRICT_ON, text_eq(names[i], chosen));
		const struct intake_dept *there = intake_dept_of(depts, ndepts, names[i]);
		tpl_text(t, T_DISTRICT_DEPT, there ? mem_fmt(q->ctx, "：转%s", there->name) : "：登记在案");
	}
	return ERR_NONE;
}

static void found_show(const struct opening *o, struct tpl *open, const char *chosen)
{
	struct tpl *box = tpl_add(open, T_FOUND);

	for (size_t i = 0; i < o->nfound; i++) {
		const struct intake_found *f = &o->found[i];
		struct tpl *t = tpl_add(box, T_PERSON);
		enum identity_type type;
		tpl_text(t, T_ID_TYPE, f->id_type);
		tpl_text(t, T_ID_TYPE_NAME, identity_type_parse(f->id_type, &type) ? identity_name(type) : "");
		tpl_text(t, T_ID_MASK, f->id_mask);
		tpl_text(t, T_APPLICANT, f->name_mask);
		tpl_text(t, T_PHONE_MASK, f->phone_mask);
		tpl_show_if(t, T_PERSON_ON, i == 0 || text_eq(f->id_type, chosen));
	}
}

/* type_guess - a document whose number looks like this: 18 characters with a letter before the last are a credit code. */
static enum identity_type type_guess(const char *no)
{
	bool digits = strspn(no, "0123456789") + 1 >= strlen(no);

	return strlen(no) == 18 && !digits ? IDENTITY_USCC : IDENTITY_RESIDENT;
}

/* guess - for somebody who was not found: which document that is, and whether the number was mistyped. */
static void guess(struct request *q, struct form_in *f, const struct opening *o)
{
	const char *no = identity_normal(q->ctx, o->id_no);
	enum identity_type type = type_guess(no);
	struct identity_verdict v = identity_check(type, no, q->today);
	bool number = strspn(no, "0123456789") >= strlen(no) - (*no != '\0');

	form_preset(f, "id_type", identity_code(type));
	form_preset(f, "kind", type == IDENTITY_USCC ? "legal" : "natural");
	if (q->form == f || o->nfound || !identity_stops(v.fault) || !(number || type == IDENTITY_USCC))
		return;
	form_wrong(f, "id_no", identity_message(q->ctx, type, no, v));
}

/* open_form_show - the person who was found, or the inputs for one who was not, and how the application came. */
static enum err open_form_show(struct request *q, struct page *p, const struct opening *o)
{
	struct form_in *f = q->form && q->form->spec == &intake_open_spec ? q->form : form_blank(q->ctx, &intake_open_spec);
	struct tpl *open = tpl_add(p->d, T_OPENING);
	char today[DAY_TEXT];

	guess(q, f, o);
	form_preset(f, "id_no", o->id_no);
	form_preset(f, "arrived", day_text(q->today, today));
	form_preset(f, "consent", by_post(o->channel) ? "paper" : "spoken");
	form_show(open, f);
	tpl_text(open, T_ID_NO, o->id_no);
	tpl_show(open, by_post(o->channel) ? T_BY_POST : T_AT_COUNTER);
	tpl_text(open, T_CODE, o->m->code);
	tpl_text(open, T_CHANNEL_KEY, o->channel);
	if (o->nfound)
		found_show(o, open, asked_for(q, "id_type"));
	else
		tpl_show_if(tpl_add(open, T_ENTERED), T_MAY_CONFIRM, o->may_confirm);
	return districts_show(q, open, o, asked_for(q, "district"));
}

static void new_draw(struct request *q, struct page *p, const struct opening *o)
{
	p->title = mem_fmt(q->ctx, "收件登记：%s", o->m->name);
	p->section = "desk";
	p->body = TPL_desk_intake_new;
	tpl_text(p->d, T_NAME, o->m->name);
	tpl_text(p->d, T_DEPT_NAME, o->m->dept_name);
	tpl_text(p->d, T_CODE, o->m->code);
	tpl_text(p->d, T_CHANNEL_KEY, o->channel);
	tpl_text(p->d, T_CHANNEL, by_post(o->channel) ? "邮寄收件" : "窗口收件");
	tpl_text(p->d, T_OBJECTS, matter_bits_text(q->ctx, matter_object_names, o->m->objects));
}

/* ticket_read - the person who was called to this window, as if their number had been typed. */
static enum err ticket_read(struct request *q, struct opening *o)
{
	const char *ticket = pairs_get(&q->query, "ticket"), *id_no;

	o->id_no = "";
	if (!ticket)
		return ERR_NONE;
	TRY(queue_person(q, &o->w, &o->actor, ticket, &id_no));
	o->id_no = text_or(id_no, "");
	return ERR_NONE;
}

/* intake_new_get - asks for the document number; also again, when that was no number. */
enum err intake_new_get(struct request *q, struct page *p)
{
	struct opening o;

	TRY(opening_read(q, &o));
	TRY(ticket_read(q, &o));
	new_draw(q, p, &o);
	if (*o.id_no) {
		TRY(intake_find(&o.w, &o.actor, q->ip, o.id_no, &o.found, &o.nfound));
		open_form_show(q, p, &o);
		return ERR_NONE;
	}
	struct tpl *find = tpl_add(p->d, T_FINDING);
	tpl_text(find, T_CODE, o.m->code);
	tpl_text(find, T_CHANNEL_KEY, o.channel);
	form_show(find, q->form);
	return ERR_NONE;
}

static enum err opening_find(struct request *q, struct opening *o)
{
	TRY(opening_read(q, o));
	return intake_find(&o->w, &o->actor, q->ip, o->id_no, &o->found, &o->nfound);
}

enum err intake_find_post(struct request *q, struct page *p)
{
	struct opening o;

	TRY(opening_find(q, &o));
	new_draw(q, p, &o);
	return open_form_show(q, p, &o);
}

static enum err open_again(struct request *q, struct page *p, struct opening *o)
{
	if (*asked_for(q, "name"))
		o->nfound = 0; /* entered by hand: as the page was */
	p->status = 422;
	new_draw(q, p, o);
	return open_form_show(q, p, o);
}

/* intake_open_again - a rule of the form was broken. */
enum err intake_open_again(struct request *q, struct page *p)
{
	struct opening o;

	TRY(opening_find(q, &o));
	return open_again(q, p, &o);
}

static const char *or_null(const char *s)
{
	return text_empty(s) ? NULL : s;
}

static struct intake_how how_of(const struct intake_open_form *f, bool account)
{
	bool post = by_post(f->channel);
	bool helped = !text_empty(f->helper_name);

	return (struct intake_how){.channel = f->channel,
				   .consent = account ? "account" : f->consent,
				   .id_confirmed = f->id_confirmed,
				   .arrived = post ? f->arrived : DAY_NONE,
				   .tracking_no = post ? or_null(f->tracking_no) : NULL,
				   .helper_name = helped ? f->helper_name : NULL,
				   .helper_relation = helped ? f->helper_relation : NULL,
				   .helper_consent = helped ? f->helper_consent : NULL,
				   .district = or_null(f->district)};
}

/* chosen - the account that was found and taken; NULL when the person was entered by hand. */
static const struct intake_found *chosen(const struct opening *o, const struct intake_open_form *f)
{
	for (size_t i = 0; i < o->nfound && text_empty(f->name); i++)
		if (text_eq(o->found[i].id_type, f->id_type))
			return &o->found[i];
	return NULL;
}

static enum err open_it(const struct opening *o, const struct intake_open_form *f, int64_t *id, struct intake_problem *problem)
{
	const struct intake_found *account = chosen(o, f);
	struct intake_how how = how_of(f, account != NULL);
	struct intake_person person = {.kind = f->kind, .name = f->name, .id_type = f->id_type, .id_no = f->id_no,
				       .phone = f->phone, .address = f->address, .legal_rep = f->legal_rep};

	return account ? intake_open_account(&o->w, &o->actor, o->m, &how, account->account_id, id, problem)
		       : intake_open(&o->w, &o->actor, o->m, &how, &person, id, problem);
}

enum err intake_open_post(struct request *q, struct page *p)
{
	const struct intake_open_form *f = q->form->value;
	struct intake_problem problem = {NULL, NULL, false};
	struct casefile *c;
	struct opening o;
	int64_t id;

	TRY(opening_find(q, &o));
	enum err e = open_it(&o, f, &id, &problem);
	if (e == ERR_INVALID && problem.field) {
		o.may_confirm = problem.may_confirm;
		form_wrong(q->form, problem.field, problem.message);
		return open_again(q, p, &o);
	}
	TRY(e);
	TRY(queue_case(&o.w, &o.actor, id));
	TRY(case_load(&o.w, id, &c));
	page_see(q, p, "/desk/intake/%s", case_key(q->ctx, c->ref));
	return ERR_NONE;
}
