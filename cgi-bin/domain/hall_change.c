#include "domain/hall_change.h"

#include <string.h>

#include "base/text.h"
#include "domain/booking.h"

#define WHAT_MAX 500
#define SURE_BYTES 16 /* 26 characters of base32 */

const char *hall_topic_key(enum hall_topic t)
{
	static const char *const key[] = {
		[HALL_GROUP] = "group", [HALL_WINDOW] = "window", [HALL_HOURS] = "hours", [HALL_CLOSURE] = "closure"};

	return key[t];
}

enum err displaced_find(const struct casework *w, const char *group, msec from, msec until, struct displaced *out)
{
	msec since = msec_make(msec_day(from), 0, 0, 0, 0);

	return sql_bookings_between(w->db, w->ctx,
				    &(struct sql_bookings_between_in){group, from, until, since > w->now ? since : w->now + 1,
								      DISPLACED_MAX},
				    &out->at, &out->n);
}

char *displaced_text(const struct casework *w, const struct displaced *d, size_t i, const char *why)
{
	const struct sql_bookings_between_row *r = &d->at[i];
	struct booking b = {.id = r->id, .number = booking_number(w->ctx, r->id), .group_name = r->group_name,
			    .matter_name = r->matter_name, .kind = r->kind, .name = r->name, .start_at = r->start_at,
			    .end_at = r->end_at, .closed_why = why};

	return booking_news_text(w, &b, NEWS_CLOSED, "给您留了（最近的空时间）。");
}

char *hall_sure(const struct casework *w, const struct actor *a, const char *what, const struct displaced *d)
{
	char *all = mem_fmt(w->ctx, "%lld|%s|%zu", (long long)a->id, what, d->n);
	uint8_t out[HASH_SIZE];

	for (size_t i = 0; i < d->n; i++)
		all = talloc_asprintf_append_buffer(all, "|%lld", (long long)d->at[i].id);
	mac(w->keys, "hall.sure", all, strlen(mem_must(all)), out);
	return text_base32(w->ctx, out, SURE_BYTES);
}

enum err hall_change_add(const struct casework *w, const struct actor *a, enum hall_topic t, const char *subject, const char *what)
{
	return sql_hall_change_add(w->db,
				   &(struct sql_hall_change_add_in){w->now, hall_topic_key(t), subject,
								    mem_copy(w->ctx, what, utf8_prefix(what, WHAT_MAX)), a->id,
								    a->name, a->acting_for ? a->acting_name : NULL},
				   NULL);
}
