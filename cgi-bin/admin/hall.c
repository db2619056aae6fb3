#include "admin/hall.h"

#include "base/text.h"
#include "domain/booking.h"
#include "domain/mask.h"
#include "parts/work.h"

#define CHANGES 10
#define PEOPLE 50

struct form_in *hall_form(const struct request *q, const struct form_spec *spec)
{
	return q->form && q->form->spec == spec ? q->form : form_blank(q->ctx, spec);
}

enum err hall_changes_show(const struct request *q, struct tpl *d, enum hall_topic t, const char *subject)
{
	struct tpl *x = tpl_include(d, T_CHANGES, TPL_admin_changes);
	struct sql_hall_change_row *r;
	size_t n;

	if (subject)
		TRY(sql_hall_changes_of(q->app->db, q->ctx, &(struct sql_hall_changes_of_in){hall_topic_key(t), subject, CHANGES}, &r, &n));
	else
		TRY(sql_hall_changes(q->app->db, q->ctx, &(struct sql_hall_changes_in){hall_topic_key(t), CHANGES}, &r, &n));
	struct tpl *box = n ? tpl_add(x, T_CHANGE_LIST) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *row = tpl_add(box, T_CHANGE);
		tpl_minute(row, T_CHANGE_AT, r[i].at);
		tpl_text(row, T_CHANGE_WHAT, r[i].what);
		tpl_text(row, T_CHANGE_BY, r[i].acting_name ? mem_fmt(q->ctx, "%s（代 %s）", r[i].staff_name, r[i].acting_name)
							    : r[i].staff_name);
	}
	return ERR_NONE;
}

void hall_displaced_show(const struct request *q, struct tpl *d, const struct displaced *people, const char *why)
{
	struct tpl *x = tpl_include(d, T_DISPLACED, TPL_admin_displaced);
	struct casework w = casework_of(q);

	if (!people->n) {
		tpl_show(x, T_NOBODY);
		return;
	}
	struct tpl *box = tpl_add(x, T_SOMEBODY);
	tpl_int(box, T_PEOPLE, (int64_t)people->n);
	tpl_show_if(box, T_OR_MORE, people->n >= DISPLACED_MAX);
	tpl_text(box, T_MESSAGE, displaced_text(&w, people, 0, why));
	tpl_show_if(box, T_MORE, people->n > PEOPLE);
	for (size_t i = 0; i < people->n && i < PEOPLE; i++) {
		const struct sql_bookings_between_row *r = &people->at[i];
		struct tpl *row = tpl_add(box, T_PERSON);
		tpl_text(row, T_PERSON_NO, booking_number(q->ctx, r->id));
		tpl_text(row, T_PERSON_WHEN, booking_when(q->ctx, r->start_at, r->end_at));
		tpl_text(row, T_PERSON_WHAT, text_or(r->matter_name, r->group_name));
		tpl_text(row, T_PERSON_NAME, text_eq(r->kind, "natural") ? mask_name(q->ctx, r->name) : r->name);
	}
}

enum err hall_groups_show(const struct request *q, struct tpl *d, const char *chosen)
{
	struct sql_group_list_row *r;
	size_t n;

	TRY(sql_group_list(q->app->db, q->ctx, &r, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(d, T_GROUP_OPTION);
		tpl_text(t, T_GROUP_CODE, r[i].code);
		tpl_text(t, T_GROUP_NAME, r[i].name);
		tpl_show_if(t, T_GROUP_ON, text_eq(chosen, r[i].code));
	}
	return ERR_NONE;
}
