#include "domain/closure.h"

#include "base/text.h"
#include "domain/booking.h"

#define MINUTE_MS INT64_C(60000)

static bool midnight(msec t)
{
	return t == msec_make(msec_day(t), 0, 0, 0, 0);
}

static char *clock_of(void *ctx, msec t)
{
	return opening_clock(ctx, (t - msec_make(msec_day(t), 0, 0, 0, 0)) / MINUTE_MS);
}

char *closure_when(void *ctx, msec from_at, msec until_at)
{
	day first = msec_day(from_at), last = msec_day(until_at - 1);
	const char *from = booking_day(ctx, first), *until = booking_day(ctx, last);
	const char *end = midnight(until_at) ? "24:00" : clock_of(ctx, until_at);

	if (midnight(from_at) && midnight(until_at))
		return first == last ? mem_fmt(ctx, "%s全天", from) : mem_fmt(ctx, "%s到%s，全天", from, until);
	if (first == last)
		return mem_fmt(ctx, "%s%s 到 %s", from, clock_of(ctx, from_at), end);
	return mem_fmt(ctx, "%s%s 到 %s%s", from, clock_of(ctx, from_at), until, end);
}

static char *closure_text(const struct casework *w, const struct closure *c)
{
	return mem_fmt(w->ctx, "%s，%s，原因：%s", c->group ? c->group_name : "整个中心",
		       closure_when(w->ctx, c->from_at, c->until_at), c->reason);
}

enum err closure_preview(const struct casework *w, const struct actor *a, const struct closure *c, struct displaced *people,
			 const char **sure)
{
	TRY(displaced_find(w, c->group, c->from_at, c->until_at, people));
	*sure = hall_sure(w, a, mem_fmt(w->ctx, "%s|%lld|%lld|%s", text_or(c->group, "*"), (long long)c->from_at,
					(long long)c->until_at, c->reason), people);
	return ERR_NONE;
}

struct making {
	const struct casework *w;
	const struct actor *a;
	const struct closure *c;
	const char *sure;
};

static enum err make_work(void *arg)
{
	const struct making *m = arg;
	const struct casework *w = m->w;
	const struct closure *c = m->c;
	struct displaced people;
	const char *sure;

	TRY(closure_preview(w, m->a, c, &people, &sure));
	if (!text_eq(sure, m->sure))
		return ERR_CONFLICT;
	TRY(sql_closure_add(w->db, &(struct sql_closure_add_in){c->group, c->from_at, c->until_at, c->reason, m->a->id, w->now}, NULL));
	TRY(sql_slots_stop(w->db,
			   &(struct sql_slots_stop_in){c->group, c->from_at, c->until_at, msec_day(c->from_at),
						       msec_day(c->until_at - 1), PLACE_NEVER, c->reason},
			   NULL));
	return hall_change_add(w, m->a, HALL_CLOSURE, c->group,
			       mem_fmt(w->ctx, "停办：%s。影响 %zu 个预约。", closure_text(w, c), people.n));
}

enum err closure_make(const struct casework *w, const struct actor *a, const struct closure *c, const char *sure)
{
	return db_tx(w->db, make_work, &(struct making){w, a, c, sure});
}

struct taking_back {
	const struct casework *w;
	const struct actor *a;
	int64_t id;
};

static enum err take_back_work(void *arg)
{
	const struct taking_back *t = arg;
	const struct casework *w = t->w;
	struct sql_closure_lock_row *r;
	struct db_done done;

	TRY(sql_closure_lock(w->db, w->ctx, &(struct sql_closure_lock_in){t->id}, &r));
	TRY(sql_closure_end(w->db, &(struct sql_closure_end_in){t->id, w->now}, &done));
	if (!done.affected)
		return ERR_CONFLICT;
	return hall_change_add(w, t->a, HALL_CLOSURE, r->group_code,
			       mem_fmt(w->ctx, "撤回停办：%s，%s，原因：%s。", r->group_code ? r->group_name : "整个中心",
				       closure_when(w->ctx, r->from_at, r->until_at), r->reason));
}

enum err closure_take_back(const struct casework *w, const struct actor *a, int64_t id)
{
	return db_tx(w->db, take_back_work, &(struct taking_back){w, a, id});
}
