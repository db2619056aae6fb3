/* bookings.c - visits at the desk: found for whoever stands there or calls, the list of a day, and appeals of people who are said
 * not to have come.  Names and telephones are masked; every look for a person is on record (domain H). */
#include "base/text.h"
#include "desk/bookings.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "web/page.h"
#include "web/session.h"

#define APPEAL_ROWS 50

const char *booking_name(void *ctx, const char *kind, const char *name)
{
	return text_eq(kind, "natural") ? mask_name(ctx, name) : name;
}

bool booking_open(const struct request *q, enum booking_state s, msec start_at, msec displaced_at)
{
	return s == BOOKING_BOOKED && (start_at > q->now || displaced_at != MSEC_NONE);
}

static void row_show(const struct request *q, struct tpl *t, const struct sql_desk_bookings_row *r)
{
	enum booking_state s = booking_state_of(r->state);

	tpl_text(t, T_NUMBER, booking_number(q->ctx, r->id));
	tpl_text(t, T_WHEN, booking_when(q->ctx, r->start_at, r->end_at));
	tpl_text(t, T_NAME, text_or(r->matter_name, r->group_name));
	tpl_text(t, T_APPLICANT, booking_name(q->ctx, r->kind, r->name));
	tpl_text(t, T_PHONE_MASK, r->phone_mask);
	tpl_text(t, T_STATE_NAME, booking_state_name(s));
	tpl_text(t, T_STATE_CLASS, s == BOOKING_BOOKED ? "tag-ok" : "tag-plain");
	tpl_show_if(t, T_DISPLACED, s == BOOKING_BOOKED && r->displaced_at != MSEC_NONE);
	if (booking_open(q, s, r->start_at, r->displaced_at))
		tpl_text(tpl_add(t, T_MAY_CHANGE), T_NUMBER, booking_number(q->ctx, r->id));
}

/* rows_show - none: the words for it when there is nothing. */
static void rows_show(const struct request *q, struct tpl *d, const struct sql_desk_bookings_row *r, size_t n, enum tpl_name none)
{
	struct tpl *table = n ? tpl_add(d, T_TABLE) : NULL;

	for (size_t i = 0; i < n; i++)
		row_show(q, tpl_add(table, T_ROW), &r[i]);
	if (n == 0)
		tpl_show(tpl_add(d, T_EMPTY), none);
}

enum err booking_log(const struct request *q, const char *fields, const char *reason)
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

	TRY(booking_log(q, "find_booking", "查找预约"));
	if (booking_number_id(q->ctx, typed, &id)) {
		enum err e = booking_load(&w, id, &b);
		if (e == ERR_NOT_FOUND) {
			rows_show(q, p->d, NULL, 0, T_FOUND_NONE);
			return ERR_NONE;
		}
		TRY(e);
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
	rows_show(q, p->d, r, n, T_FOUND_NONE);
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
		tpl_text(t, T_APPLICANT, booking_name(q->ctx, r[i].kind, r[i].name));
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
	rows_show(q, p->d, r, n, T_DAY_NONE);
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
