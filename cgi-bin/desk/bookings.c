/* bookings.c - visits at the desk: found for whoever stands there or calls, booked for callers, the list of a day, and appeals of
 * people who are said not to have come.  Names and telephones are masked; every look for a person is on record (domain H). */
#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/booking.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "domain/typed.h"
#include "web/page.h"
#include "web/session.h"

#define APPEAL_ROWS 50

static const char *shown_name(void *ctx, const char *kind, const char *name)
{
	return text_eq(kind, "natural") ? mask_name(ctx, name) : name;
}

static void row_show(const struct request *q, struct tpl *t, const struct sql_desk_bookings_row *r)
{
	enum booking_state s = booking_state_of(r->state);

	tpl_text(t, T_NUMBER, booking_number(q->ctx, r->id));
	tpl_text(t, T_WHEN, booking_when(q->ctx, r->start_at, r->end_at));
	tpl_text(t, T_NAME, text_or(r->matter_name, r->group_name));
	tpl_text(t, T_APPLICANT, shown_name(q->ctx, r->kind, r->name));
	tpl_text(t, T_PHONE_MASK, r->phone_mask);
	tpl_text(t, T_STATE_NAME, booking_state_name(s));
	tpl_text(t, T_STATE_CLASS, s == BOOKING_BOOKED ? "tag-ok" : "tag-plain");
	tpl_show_if(t, T_DISPLACED, s == BOOKING_BOOKED && r->displaced_at != MSEC_NONE);
	if (s == BOOKING_BOOKED && r->start_at > q->now)
		tpl_text(tpl_add(t, T_MAY_CANCEL), T_NUMBER, booking_number(q->ctx, r->id));
}

static void rows_show(const struct request *q, struct tpl *d, const struct sql_desk_bookings_row *r, size_t n)
{
	struct tpl *table = n ? tpl_add(d, T_TABLE) : NULL;

	for (size_t i = 0; i < n; i++)
		row_show(q, tpl_add(table, T_ROW), &r[i]);
	tpl_show_if(d, T_EMPTY, n == 0);
}

static enum err look_log(const struct request *q, const char *fields, const char *reason)
{
	const struct session *s = q->session;

	return sql_access_log_add(q->app->db,
				  &(struct sql_access_log_add_in){.at = q->now, .staff_id = s->staff_id, .staff_name = s->name,
								  .post = s->post, .fields = fields, .ip = q->ip, .reason = reason},
				  NULL);
}

/* find - by number, document or telephone. */
static enum err find(struct request *q, struct page *p, const char *typed)
{
	const struct keys *k = q->app->keys;
	struct sql_desk_bookings_row *r;
	struct casework w = casework_of(q);
	struct booking *b;
	int64_t id;
	size_t n;

	TRY(look_log(q, "find_booking", "查找预约"));
	if (booking_number_id(q->ctx, typed, &id)) {
		enum err e = booking_load(&w, id, &b);
		tpl_show_if(p->d, T_EMPTY, e == ERR_NOT_FOUND);
		if (e != ERR_NONE)
			return e == ERR_NOT_FOUND ? ERR_NONE : e;
		row_show(q, tpl_add(tpl_add(p->d, T_TABLE), T_ROW),
			 &(struct sql_desk_bookings_row){b->id, b->group_name, b->matter_name, b->kind, b->name, b->phone_mask,
							 booking_state_key(b->state), b->start_at, b->end_at, b->displaced_at});
		return ERR_NONE;
	}
	TRY(sql_desk_bookings_of(q->app->db, q->ctx,
				 &(struct sql_desk_bookings_of_in){
					 blind_index(q->ctx, k, "id_no", identity_normal(q->ctx, typed)),
					 blind_index(q->ctx, k, "phone", phone_normal(q->ctx, typed))},
				 &r, &n));
	rows_show(q, p->d, r, n);
	return ERR_NONE;
}

static day day_asked(const struct request *q)
{
	day d = q->today;

	day_parse(text_or(pairs_get(&q->query, "day"), ""), &d);
	return d;
}

/* groups_show - to choose from; gives the one that was asked for, or the first. */
static enum err groups_show(struct request *q, struct tpl *d, const char *asked, const char **group)
{
	struct sql_group_list_row *g;
	size_t n;

	*group = NULL;
	TRY(sql_group_list(q->app->db, q->ctx, &g, &n));
	for (size_t i = 0; i < n; i++)
		if (g[i].bookable && (!*group || text_eq(g[i].code, asked)))
			*group = g[i].code;
	for (size_t i = 0; i < n; i++) {
		if (!g[i].bookable)
			continue;
		struct tpl *t = tpl_add(d, T_OPTION);
		tpl_text(t, T_OPTION_VALUE, g[i].code);
		tpl_text(t, T_OPTION_NAME, g[i].name);
		tpl_show_if(t, T_OPTION_ON, text_eq(g[i].code, *group));
	}
	return ERR_NONE;
}

/* appeals_show - those that wait, for the coordinator who decides them. */
static enum err appeals_show(struct request *q, struct page *p)
{
	struct sql_appeals_open_row *r;
	size_t n;

	TRY(sql_appeals_open(q->app->db, q->ctx, &(struct sql_appeals_open_in){APPEAL_ROWS}, &r, &n));
	struct tpl *box = n ? tpl_add(p->d, T_APPEALS) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(box, T_APPEAL);
		tpl_int(t, T_ID, r[i].booking_id);
		tpl_text(t, T_NUMBER, booking_number(q->ctx, r[i].booking_id));
		tpl_text(t, T_WHEN, booking_when(q->ctx, r[i].start_at, r[i].end_at));
		tpl_text(t, T_NAME, text_or(r[i].matter_name, r[i].group_name));
		tpl_text(t, T_APPLICANT, shown_name(q->ctx, r[i].kind, r[i].name));
		tpl_text(t, T_TEXT, r[i].text);
	}
	return ERR_NONE;
}

enum err bookings_get(struct request *q, struct page *p)
{
	const char *typed = text_trim(q->ctx, text_or(pairs_get(&q->query, "q"), "")), *group;
	struct sql_desk_bookings_row *r;
	char text[DAY_TEXT];
	day d = day_asked(q);
	size_t n;

	p->title = "预约";
	p->section = "desk";
	p->body = TPL_desk_bookings;
	tpl_text(p->d, T_QUERY, typed);
	tpl_text(p->d, T_DAY, day_text(d, text));
	TRY(groups_show(q, p->d, text_or(pairs_get(&q->query, "group"), ""), &group));
	if (q->session->roles & ROLE_COORDINATOR)
		TRY(appeals_show(q, p));
	if (!text_empty(typed))
		return find(q, p, typed);
	if (!group)
		return ERR_NONE;
	tpl_day(tpl_add(p->d, T_OF_DAY), T_DATE, d);
	TRY(sql_desk_bookings_day(q->app->db, q->ctx,
				  &(struct sql_desk_bookings_day_in){group, msec_make(d, 0, 0, 0, 0), msec_make(d + 1, 0, 0, 0, 0)}, &r,
				  &n));
	rows_show(q, p->d, r, n);
	return ERR_NONE;
}

enum err booking_cancel_post(struct request *q, struct page *p)
{
	const struct desk_booking_cancel_form *f = q->form->value;
	struct casework w = casework_of(q);
	int64_t id;

	if (!booking_number_id(q->ctx, f->number, &id))
		return ERR_NOT_FOUND;
	TRY(booking_cancel(&w, id, f->why, &q->say));
	page_note(q, p, "预约已取消，已发短信告诉本人。");
	page_see(q, p, "/desk/bookings?q=%s", booking_number(q->ctx, id));
	return ERR_NONE;
}

enum err booking_appeal_post(struct request *q, struct page *p)
{
	const struct desk_appeal_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);

	enum err e = booking_appeal_decide(&w, f->id, &a, text_eq(f->decision, "grant"), f->reply);
	if (e == ERR_CONFLICT)
		q->say = "这个申诉已经有人处理过了。";
	TRY(e);
	page_note(q, p, "申诉已处理，结果用短信告诉本人。");
	page_see(q, p, "/desk/bookings");
	return ERR_NONE;
}

/* --- for a caller ----------------------------------------------------------------------------------------------- */

/* booking_new_get - the free times of a group and day, and who calls. */
enum err booking_new_get(struct request *q, struct page *p)
{
	const struct pairs *from = q->method == METHOD_POST ? &q->post : &q->query;
	struct casework w = casework_of(q);
	struct slot_count *c;
	const char *group;
	char text[DAY_TEXT];
	day d = q->today;
	int64_t chosen = 0;
	bool there = false;
	size_t n, shown = 0;

	day_parse(text_or(pairs_get(from, "day"), ""), &d);
	if (!text_int(text_or(form_raw(q->form, "slot"), ""), 1, INT64_MAX, &chosen))
		chosen = 0;
	p->title = "代来电人预约";
	p->section = "desk";
	p->body = TPL_desk_booking_new;
	form_show(p->d, q->form);
	TRY(groups_show(q, p->d, text_or(pairs_get(from, "group"), ""), &group));
	tpl_text(p->d, T_GROUP, group);
	tpl_text(p->d, T_DAY, day_text(d, text));
	tpl_day(p->d, T_DATE, d);
	if (!group)
		return ERR_NONE;
	TRY(slot_times(&w, group, d, &c, &n));
	for (size_t i = 0; i < n; i++) {
		if (!c[i].free)
			continue;
		struct tpl *t = tpl_add(p->d, T_TIME);
		tpl_int(t, T_SLOT, c[i].id);
		tpl_text(t, T_TIME_TEXT, mem_fmt(q->ctx, "%02d:%02d", (int)(c[i].from_min / 60), (int)(c[i].from_min % 60)));
		tpl_int(t, T_LEFT, c[i].free);
		tpl_show_if(t, T_SLOT_ON, c[i].id == chosen);
		there = there || c[i].id == chosen;
		shown++;
	}
	if (chosen && !there)
		tpl_int(tpl_add(p->d, T_SLOT_GONE), T_SLOT, chosen);
	tpl_show_if(p->d, T_NOTHING, shown == 0);
	return ERR_NONE;
}

static enum err new_again(struct request *q, struct page *p, const char *field, const char *message)
{
	if (field)
		form_wrong(q->form, field, message);
	else
		q->form->notice = message;
	p->status = field ? 422 : 409;
	return booking_new_get(q, p);
}

/* caller_read - the person as typed; *field and *wrong when something cannot be. */
static void caller_read(struct request *q, const struct desk_booking_form *f, struct booking_person *who, const char **field,
			const char **wrong)
{
	const char *no = identity_normal(q->ctx, f->id_no), *phone = phone_normal(q->ctx, f->phone);
	struct identity_verdict v = identity_check(IDENTITY_RESIDENT, no, q->today);
	enum phone_kind kind;
	enum phone_fault fault = phone_check(phone, &kind);

	*field = NULL;
	*wrong = person_name_wrong(q->ctx, f->name);
	if (*wrong)
		*field = "name";
	else if (identity_stops(v.fault)) {
		*field = "id_no";
		*wrong = identity_message(q->ctx, IDENTITY_RESIDENT, no, v);
	} else if (fault != PHONE_FINE || kind != PHONE_MOBILE) {
		*field = "phone";
		*wrong = fault != PHONE_FINE ? phone_message(fault) : "请填手机号，座机收不到短信";
	}
	*who = (struct booking_person){.kind = "natural", .name = f->name, .id_type = identity_code(IDENTITY_RESIDENT),
				       .id_mask = mask_identity(q->ctx, IDENTITY_RESIDENT, no), .id_no = no,
				       .id_bidx = blind_index(q->ctx, q->app->keys, "id_no", no), .phone = phone};
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

	caller_read(q, f, &who, &field, &say);
	if (field)
		return new_again(q, p, field, say);
	TRY(booking_subject_find(&w, f->group, 0, &s));
	enum err e = booking_take(&w, s.group, f->slot, booking_live_key(&w, &who, &s), &h, &booked, &say);
	if (e == ERR_CONFLICT || e == ERR_NOT_FOUND)
		return new_again(q, p, NULL, booked ? mem_fmt(q->ctx, "这个人已经约过，编号 %s。", booking_number(q->ctx, booked)) : say);
	TRY(e);
	TRY(look_log(q, "booking_for_caller", "代来电人预约"));
	TRY(booking_confirm(&w, &h, &s, &who, q->session->staff_id, &id, &q->say));
	page_note(q, p, mem_fmt(q->ctx, "约好了，编号 %s，请告诉来电人；短信也会发到手机。", booking_number(q->ctx, id)));
	page_see(q, p, "/desk/bookings?q=%s", booking_number(q->ctx, id));
	return ERR_NONE;
}
