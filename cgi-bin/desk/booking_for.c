/* booking_for.c - an officer books a visit for whoever calls or stands there, by matter, with any document that the portal knows;
 * gives it another time, or cancels it, with a reason that stays on record. */
#include "base/text.h"
#include "desk/bookings.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "domain/opening.h"
#include "web/page.h"
#include "web/session.h"

/* --- what for, and when ------------------------------------------------------------------------------------------- */

static void option(struct tpl *t, const char *value, const char *name, const char *chosen)
{
	struct tpl *o = tpl_add(t, T_OPTION);

	tpl_text(o, T_OPTION_VALUE, value);
	tpl_text(o, T_OPTION_NAME, name);
	tpl_show_if(o, T_OPTION_ON, text_eq(value, chosen));
}

/* subjects_show - matters under the group where they are handled, each group with what is no matter of the catalogue.  *key: what
 * was asked for, or the first. */
static enum err subjects_show(struct request *q, struct tpl *d, const char **key)
{
	struct sql_booking_matters_row *m;
	struct sql_group_list_row *g;
	size_t n, ngroups;

	TRY(sql_group_list(q->app->db, q->ctx, &g, &ngroups));
	TRY(sql_booking_matters(q->app->db, q->ctx, &m, &n));
	for (size_t i = 0; i < ngroups; i++) {
		if (!g[i].bookable)
			continue;
		*key = text_empty(*key) ? g[i].code : *key;
		struct tpl *t = tpl_add(d, T_OPTIONS);
		tpl_text(t, T_GROUP_NAME, g[i].name);
		for (size_t k = 0; k < n; k++)
			if (text_eq(m[k].group_code, g[i].code))
				option(t, m[k].code, m[k].name, *key);
		option(t, g[i].code, mem_fmt(q->ctx, "%s：其他事", g[i].name), *key);
	}
	return ERR_NONE;
}

static day day_asked(const struct request *q, day otherwise)
{
	day d = otherwise;

	day_parse(text_or(pairs_get(q->method == METHOD_POST ? &q->post : &q->query, "day"), ""), &d);
	return d;
}

static void near_show(struct tpl *d, enum tpl_name section, day x, const char *key)
{
	char text[DAY_TEXT];
	struct tpl *t = tpl_add(d, section);

	tpl_text(t, T_DAY, day_text(x, text));
	tpl_text(t, T_SUBJECT, key);
}

/* times_show - the free times of a day; one that was chosen and is gone is still shown, so that nothing typed is lost. */
static enum err times_show(struct request *q, struct tpl *d, const char *group, const char *key, day on)
{
	struct casework w = casework_of(q);
	struct slot_count *c;
	char text[DAY_TEXT];
	int64_t chosen = 0;
	bool there = false;
	size_t n, shown = 0;

	if (!text_int(text_or(form_raw(q->form, "slot"), ""), 1, INT64_MAX, &chosen))
		chosen = 0;
	TRY(slot_times(&w, group, on, &c, &n));
	for (size_t i = 0; i < n; i++) {
		if (!c[i].free)
			continue;
		struct tpl *t = tpl_add(d, T_TIME);
		tpl_int(t, T_SLOT, c[i].id);
		tpl_text(t, T_TIME_TEXT, opening_clock(q->ctx, c[i].from_min));
		tpl_int(t, T_LEFT, c[i].free);
		tpl_show_if(t, T_SLOT_ON, c[i].id == chosen);
		there = there || c[i].id == chosen;
		shown++;
	}
	if (chosen && !there)
		tpl_int(tpl_add(d, T_SLOT_GONE), T_SLOT, chosen);
	tpl_show_if(d, T_NOTHING, shown == 0);
	tpl_text(d, T_DAY, day_text(on, text));
	tpl_day(d, T_DATE, on);
	if (on > q->today)
		near_show(d, T_EARLIER, on - 1, key);
	if (on < q->today + (day)q->app->conf.book_days)
		near_show(d, T_LATER, on + 1, key);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, handler *show, const char *field, const char *message)
{
	if (field)
		form_wrong(q->form, field, message);
	else
		q->form->notice = message;
	p->status = field ? 422 : 409;
	return show(q, p);
}

/* --- a new one ------------------------------------------------------------------------------------------------------ */

/* subject_find - what can be booked for anybody: not the move of a booking, which has a page of its own. */
static enum err subject_find(const struct casework *w, const char *key, struct booking_subject *s)
{
	TRY(booking_subject_find(w, key, 0, s));
	return s->moves ? ERR_NOT_FOUND : ERR_NONE;
}

/* booking_new_get - what for, the free times of a day, and who calls. */
enum err booking_new_get(struct request *q, struct page *p)
{
	const char *key = text_trim(q->ctx, text_or(pairs_get(q->method == METHOD_POST ? &q->post : &q->query, "subject"), ""));
	struct casework w = casework_of(q);
	struct booking_subject s;

	p->title = "代人预约";
	p->section = "desk";
	p->body = TPL_desk_booking_new;
	form_preset(q->form, "id_type", identity_code(IDENTITY_RESIDENT));
	enum err e = text_empty(key) ? ERR_NOT_FOUND : subject_find(&w, key, &s);
	if (e == ERR_NOT_FOUND && q->method == METHOD_POST) { /* what else was typed is kept */
		form_wrong(q->form, "subject", "请重新选办什么");
		key = "";
	} else if (e != ERR_NONE && !text_empty(key)) {
		return e;
	}
	form_show(p->d, q->form);
	TRY(subjects_show(q, p->d, &key));
	if (text_empty(key))
		return ERR_NONE;
	TRY(subject_find(&w, key, &s));
	if (s.case_id) /* by its number, which is in no list */
		tpl_text(tpl_add(p->d, T_OF_CASE), T_SHORT_NO, key);
	tpl_text(p->d, T_SUBJECT, key);
	tpl_text(p->d, T_NAME, text_or(s.matter_name, s.group_name));
	return times_show(q, p->d, s.group, key, day_asked(q, q->today));
}

/* caller_wrong - the first thing that is wrong with what was typed: its field, and *say; NULL: nothing. */
static const char *caller_wrong(struct request *q, const struct desk_booking_form *f, enum identity_type type, const char *no,
				const char *phone, const char **say)
{
	struct identity_verdict v = identity_check(type, no, q->today);
	enum phone_kind kind = PHONE_MOBILE;
	enum phone_fault fault = phone_check(phone, &kind);

	*say = type == IDENTITY_USCC ? NULL : person_name_wrong(q->ctx, f->name);
	if (*say)
		return "name";
	if (identity_stops(v.fault)) {
		*say = identity_message(q->ctx, type, no, v);
		return "id_no";
	}
	if (fault != PHONE_FINE || kind != PHONE_MOBILE) {
		*say = fault != PHONE_FINE ? phone_message(fault) : "请填手机号，座机收不到短信";
		return "phone";
	}
	return NULL;
}

/* account_of - 0, or the account of exactly this document and name: they see the booking on their own page at once (PLT-3). */
static enum err account_of(const struct request *q, struct booking_person *who)
{
	struct sql_account_by_document_row *a;
	enum err e = sql_account_by_document(q->app->db, q->ctx, &(struct sql_account_by_document_in){who->id_bidx, who->name}, &a);

	if (e == ERR_NONE)
		who->account_id = a->id;
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

static enum err caller_read(struct request *q, const struct desk_booking_form *f, struct booking_person *who, const char **field,
			    const char **say)
{
	const char *no = identity_normal(q->ctx, f->id_no), *phone = phone_normal(q->ctx, f->phone);
	enum identity_type type;

	if (!identity_type_parse(f->id_type, &type))
		return ERR_INVALID; /* the form has checked it */
	*field = caller_wrong(q, f, type, no, phone, say);
	*who = (struct booking_person){.kind = type == IDENTITY_USCC ? "legal" : "natural", .name = f->name,
				       .id_type = identity_code(type), .id_mask = mask_identity(q->ctx, type, no), .id_no = no,
				       .id_bidx = blind_index(q->ctx, q->app->keys, "id_no", no), .phone = phone};
	return *field ? ERR_NONE : account_of(q, who);
}

/* booking_new_post - people who may not book online any more may by telephone: the bar is not asked. */
enum err booking_new_post(struct request *q, struct page *p)
{
	const struct desk_booking_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct booking_subject s;
	struct booking_person who;
	struct booking_hold h;
	const char *field, *say;
	int64_t booked, id;

	TRY(caller_read(q, f, &who, &field, &say));
	if (field)
		return again(q, p, booking_new_get, field, say);
	enum err e = subject_find(&w, f->subject, &s);
	if (e == ERR_NOT_FOUND)
		return again(q, p, booking_new_get, "subject", "请重新选办什么");
	TRY(e);
	e = booking_take(&w, s.group, f->slot, 0, booking_live_key(&w, &who, &s), &h, &booked, &say);
	if (e == ERR_CONFLICT || e == ERR_NOT_FOUND)
		return again(q, p, booking_new_get, NULL,
			     booked ? mem_fmt(q->ctx, "这个人已经约过，编号 %s。", booking_number(q->ctx, booked)) : say);
	TRY(e);
	TRY(booking_confirm(&w, &h, &s, &who, q->session->staff_id, &id, &q->say));
	const char *number = booking_number(q->ctx, id);
	TRY(booking_log(q, "booking_for_caller", mem_fmt(q->ctx, "代人预约 %s", number)));
	page_note(q, p, mem_fmt(q->ctx, "约好了，编号 %s，请告诉本人；短信也会发到手机。", number));
	page_see(q, p, "/desk/bookings/v/%s", number);
	return ERR_NONE;
}

/* --- another time, or none ------------------------------------------------------------------------------------------- */

static enum err change_find(const struct request *q, const struct casework *w, struct booking **b)
{
	int64_t id;

	return booking_number_id(q->ctx, request_param(q, "number"), &id) ? booking_load(w, id, b) : ERR_NOT_FOUND;
}

static void facts_show(const struct request *q, struct tpl *d, const struct booking *b)
{
	enum identity_type type;

	tpl_text(d, T_NUMBER, b->number);
	tpl_text(d, T_STATE_NAME, booking_state_name(b->state));
	tpl_text(d, T_STATE_CLASS, b->state == BOOKING_BOOKED ? "tag-ok" : "tag-plain");
	tpl_text(d, T_WHEN, booking_when(q->ctx, b->start_at, b->end_at));
	tpl_text(d, T_NAME, text_or(b->matter_name, b->group_name));
	tpl_text(d, T_GROUP_NAME, b->group_name);
	tpl_text(d, T_APPLICANT, booking_name(q->ctx, b->kind, b->name));
	tpl_text(d, T_ID_TYPE_NAME, identity_type_parse(b->id_type, &type) ? identity_name(type) : "");
	tpl_text(d, T_ID_MASK, b->id_mask);
	tpl_text(d, T_PHONE_MASK, b->phone_mask);
	if (b->short_no)
		tpl_text(tpl_add(d, T_OF_CASE), T_SHORT_NO, b->short_no);
	if (b->ended_why)
		tpl_text(tpl_add(d, T_ENDED), T_WHY, b->ended_why);
	if (b->state == BOOKING_BOOKED && b->closed_why)
		tpl_text(tpl_add(d, T_CLOSED), T_WHY, b->closed_why);
}

/* booking_change_get - one booking, and what may be done for its owner. */
enum err booking_change_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct booking *b;

	TRY(change_find(q, &w, &b));
	if (q->method == METHOD_GET)
		TRY(booking_log(q, "find_booking", mem_fmt(q->ctx, "打开预约 %s", b->number)));
	p->title = mem_fmt(q->ctx, "预约 %s", b->number);
	p->section = "desk";
	p->body = TPL_desk_booking;
	facts_show(q, p->d, b);
	struct tpl *t = booking_open(q, b->state, b->start_at, b->displaced_at) ? tpl_add(p->d, T_MAY_CHANGE) : NULL;
	form_show(t ? t : p->d, q->form);
	if (!t)
		return ERR_NONE;
	tpl_text(t, T_NUMBER, b->number);
	return times_show(q, t, b->group, b->number, day_asked(q, msec_day(b->start_at)));
}

static enum err move(struct request *q, const struct casework *w, struct booking *b, int64_t slot)
{
	struct booking_subject s = {.key = b->number, .group = b->group, .moves = b};
	struct booking_hold h;
	int64_t booked, id;

	TRY(booking_take(w, s.group, slot, 0, booking_live_key(w, NULL, &s), &h, &booked, &q->say));
	return booking_confirm(w, &h, &s, NULL, q->session->staff_id, &id, &q->say);
}

/* booking_change_post - the reason is told to the person when the visit is cancelled, and kept with the officer's name always. */
enum err booking_change_post(struct request *q, struct page *p)
{
	const struct desk_booking_change_form *f = q->form->value;
	bool moves = text_eq(f->act, "move");
	struct casework w = casework_of(q);
	struct booking *b;

	TRY(change_find(q, &w, &b));
	if (!moves && !text_eq(f->act, "cancel"))
		return ERR_BAD_REQUEST; /* no button of the page */
	if (!booking_open(q, b->state, b->start_at, b->displaced_at))
		return again(q, p, booking_change_get, NULL, "这个预约已经结束，不能再改了。");
	if (moves && !f->slot)
		return again(q, p, booking_change_get, "slot", "请选新的时间");
	enum err e = moves ? move(q, &w, b, f->slot) : booking_cancel(&w, b->id, f->why, &q->say);
	if (e == ERR_CONFLICT || e == ERR_NOT_FOUND)
		return again(q, p, booking_change_get, NULL, text_or(q->say, "这个时间刚刚约满了，请换一个时间。"));
	TRY(e);
	TRY(booking_log(q, moves ? "booking_moved" : "booking_cancelled", mem_fmt(q->ctx, "%s：%s", b->number, f->why)));
	page_note(q, p, moves ? "时间改好了，已发短信告诉本人。" : "预约已取消，已发短信告诉本人。");
	page_see(q, p, "/desk/bookings/v/%s", b->number);
	return ERR_NONE;
}
