#include "domain/slot.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "gen/sql.h"

#define MINUTE_MS INT64_C(60000)
#define PLACES_MAX 500
#define LATE_SHARE 3 /* one place in so many is for those who decide late */
#define NOT_OPEN "开放时间有调整，这个时间不再办理"

msec slot_opens(const struct conf *conf, day d, int64_t position, int64_t no, int64_t n)
{
	bool late = no > n - n / LATE_SHARE;
	day from = d - (day)(late ? RELEASE_LATE_DAYS : conf->book_days);

	return msec_make(from, RELEASE_HOUR, 0, 0, 0) + (position - 1) * RELEASE_STAGGER_MIN * MINUTE_MS;
}

/* slot_cut - a span of the plan as slots; what is left over at its end is too short to be one. */
static size_t slot_cut(void *ctx, const struct opening_of *o, day d, const struct opening_span *s, struct slot_span **out, size_t n)
{
	for (int64_t from = s->from_min; from + s->slot_min <= s->until_min && s->places > 0; from += s->slot_min) {
		const struct opening_closure *c = opening_closed(o, d, from, from + s->slot_min);
		*out = mem_grow(ctx, *out, struct slot_span, n + 1);
		(*out)[n++] = (struct slot_span){from, from + s->slot_min, s->places > PLACES_MAX ? PLACES_MAX : s->places,
						 c ? c->reason : NULL};
	}
	return n;
}

size_t slot_plan(void *ctx, const struct calendar *cal, const struct opening_of *o, day d, struct slot_span **out)
{
	struct opening_spans plan = opening_plan(ctx, cal, o, d);
	size_t n = 0;

	*out = mem_array(ctx, struct slot_span, 0);
	for (size_t i = 0; i < plan.n; i++)
		n = slot_cut(ctx, o, d, &plan.at[i], out, n);
	return n;
}

/* --- what should be ---------------------------------------------------------------------------------------- */

struct wanted {
	const char *group;
	int64_t position;
	day date;
	int64_t from_min, until_min, places;
	const char *why; /* closed, or NULL */
	bool known;      /* there is a row */
};

struct round {
	const struct casework *w;
	struct slot_round *out;
	day first, last;
	struct sql_group_list_row *groups;
	struct sql_opening_rules_row *rules;
	struct sql_closures_at_row *closures;
	struct sql_slots_ahead_row *slots;
	size_t ngroups, nrules, nclosures, nslots;
	struct wanted *wanted;
	size_t nwanted;
};

static struct opening_of opening_of_group(const struct round *r, const char *group)
{
	struct opening_rule *rules = mem_array(r->w->ctx, struct opening_rule, r->nrules);
	struct opening_closure *closures = mem_array(r->w->ctx, struct opening_closure, r->nclosures);
	size_t n = 0, nc = 0;

	for (const struct sql_opening_rules_row *o = r->rules; o < r->rules + r->nrules; o++)
		if (text_eq(o->group_code, group))
			rules[n++] = (struct opening_rule){o->weekday, o->from_min, o->until_min, o->slot_min, o->places,
							   o->from_day, o->until_day};
	for (const struct sql_closures_at_row *c = r->closures; c < r->closures + r->nclosures; c++)
		if (!c->group_code || text_eq(c->group_code, group))
			closures[nc++] = (struct opening_closure){c->from_at, c->until_at, c->reason};
	return (struct opening_of){rules, n, closures, nc};
}

static void want_all(struct round *r)
{
	struct slot_span *s;

	for (const struct sql_group_list_row *g = r->groups; g < r->groups + r->ngroups; g++) {
		struct opening_of o = opening_of_group(r, g->code);
		for (day d = r->first; d <= r->last && g->bookable; d++) {
			size_t n = slot_plan(r->w->ctx, r->w->calendar, &o, d, &s);
			r->wanted = mem_grow(r->w->ctx, r->wanted, struct wanted, r->nwanted + n);
			for (size_t i = 0; i < n; i++)
				r->wanted[r->nwanted++] = (struct wanted){g->code, g->position, d, s[i].from_min, s[i].until_min,
									  s[i].places, s[i].why, false};
		}
	}
}

static struct wanted *wanted_for(struct round *r, const struct sql_slots_ahead_row *s)
{
	for (size_t i = 0; i < r->nwanted; i++) {
		struct wanted *x = &r->wanted[i];
		if (x->date == s->day && x->from_min == s->from_min && x->until_min == s->until_min &&
		    text_eq(x->group, s->group_code))
			return x;
	}
	return NULL;
}

static enum err round_read(struct round *r)
{
	const struct casework *w = r->w;

	TRY(sql_group_list(w->db, w->ctx, &r->groups, &r->ngroups));
	TRY(sql_opening_rules(w->db, w->ctx, &(struct sql_opening_rules_in){r->first, r->last}, &r->rules, &r->nrules));
	TRY(sql_closures_at(w->db, w->ctx,
			    &(struct sql_closures_at_in){msec_make(r->first, 0, 0, 0, 0), msec_make(r->last + 1, 0, 0, 0, 0)},
			    &r->closures, &r->nclosures));
	return sql_slots_ahead(w->db, w->ctx, &(struct sql_slots_ahead_in){r->first, r->last}, &r->slots, &r->nslots);
}

/* --- bringing a slot in step ---------------------------------------------------------------------------------- */

struct fit {
	const struct casework *w;
	int64_t slot_id, places, position;
	const char *why;
};

static enum err places_add(const struct fit *f, day d, int64_t first, int64_t last, int64_t n)
{
	int64_t early = n - n / LATE_SHARE;

	return sql_place_add(f->w->db,
			     &(struct sql_place_add_in){f->slot_id, first, last, early,
							slot_opens(f->w->conf, d, f->position, early, n),
							slot_opens(f->w->conf, d, f->position, early + 1, n)},
			     NULL);
}

/* fit_places - as many as the rules say, those first that are taken; when there are more of these, they stay, and vanish when
 * they become free. */
static enum err fit_places(const struct fit *f, day d, const struct sql_places_lock_row *p, size_t n)
{
	int64_t target = f->why ? 0 : f->places, taken = 0, no = 0;

	for (size_t i = 0; i < n; i++)
		taken += p[i].taken != 0;
	int64_t room_taken = target, room_free = taken < target ? target - taken : 0;
	for (size_t i = 0; i < n; i++) {
		int64_t *room = p[i].taken ? &room_taken : &room_free;
		bool stays = *room > 0;
		*room -= stays;
		no = p[i].no;
		if (stays == (p[i].opens_at != PLACE_NEVER))
			continue;
		TRY(sql_place_open(f->w->db,
				   &(struct sql_place_open_in){f->slot_id, no,
							       stays ? slot_opens(f->w->conf, d, f->position, no, target)
								     : PLACE_NEVER},
				   NULL));
	}
	return room_free > 0 ? places_add(f, d, no + 1, no + room_free, target) : ERR_NONE;
}

static enum err fit_work(void *arg)
{
	const struct fit *f = arg;
	struct sql_slot_lock_row *s;
	struct sql_places_lock_row *p;
	size_t n;

	TRY(sql_slot_lock(f->w->db, f->w->ctx, &(struct sql_slot_lock_in){f->slot_id}, &s));
	TRY(sql_places_lock(f->w->db, f->w->ctx, &(struct sql_places_lock_in){f->slot_id, f->w->now}, &p, &n));
	TRY(fit_places(f, s->day, p, n));
	return sql_slot_set(f->w->db, &(struct sql_slot_set_in){f->slot_id, f->places, f->why}, NULL);
}

static enum err slot_fit(const struct round *r, int64_t id, int64_t places, int64_t position, const char *why)
{
	struct fit f = {r->w, id, places, position, why};

	return db_tx(r->w->db, fit_work, &f);
}

/* The slots of one group and day that are not there yet: one transaction. */
struct making {
	const struct round *r;
	const struct wanted *at;
	size_t n;
	int64_t made;
};

static enum err slot_make(const struct making *m, const struct wanted *x)
{
	const struct casework *w = m->r->w;
	msec midnight = msec_make(x->date, 0, 0, 0, 0);
	struct fit f = {.w = w, .places = x->places, .position = x->position, .why = x->why};
	struct db_done done;

	TRY(sql_slot_add(w->db,
			 &(struct sql_slot_add_in){x->group, x->date, x->from_min, x->until_min, midnight + x->from_min * MINUTE_MS,
						   midnight + x->until_min * MINUTE_MS, x->places, x->why},
			 &done));
	f.slot_id = done.insert_id;
	return x->why ? ERR_NONE : places_add(&f, x->date, 1, x->places, x->places);
}

static bool to_make(const struct round *r, const struct wanted *x)
{
	return !x->known && msec_make(x->date, 0, 0, 0, 0) + x->from_min * MINUTE_MS > r->w->now;
}

static enum err make_work(void *arg)
{
	struct making *m = arg;

	m->made = 0;
	for (size_t i = 0; i < m->n; i++)
		if (to_make(m->r, &m->at[i])) {
			TRY(slot_make(m, &m->at[i]));
			m->made++;
		}
	return ERR_NONE;
}

/* make_missing - what is wanted comes in order of group and day. */
static enum err make_missing(struct round *r)
{
	for (size_t i = 0, n; i < r->nwanted; i += n) {
		struct making m = {.r = r, .at = &r->wanted[i]};
		bool missing = false;
		for (n = 0; i + n < r->nwanted && r->wanted[i + n].date == m.at->date && r->wanted[i + n].group == m.at->group; n++)
			missing = missing || to_make(r, &r->wanted[i + n]);
		m.n = n;
		enum err e = missing ? db_tx(r->w->db, make_work, &m) : ERR_NONE;
		if (e != ERR_DUPLICATE) /* another runner was a moment earlier */
			TRY(e);
		r->out->made += e == ERR_NONE ? m.made : 0;
	}
	return ERR_NONE;
}

/* slot_keep - one that there is.  What is over is history. */
static enum err slot_keep(struct round *r, const struct sql_slots_ahead_row *s)
{
	struct wanted *x = wanted_for(r, s);
	const char *why = x ? x->why : NOT_OPEN;
	int64_t places = x ? x->places : 0;

	if (x)
		x->known = true;
	if (msec_make(s->day, 0, 0, 0, 0) + s->from_min * MINUTE_MS <= r->w->now)
		return ERR_NONE;
	if (s->places == places && text_eq(text_or(s->closed_why, ""), text_or(why, "")))
		return ERR_NONE;
	if (why && !s->closed_why)
		r->out->closed++;
	else
		r->out->changed++;
	return slot_fit(r, s->id, places, x ? x->position : 1, why);
}

enum err slots_round(const struct casework *w, struct slot_round *out)
{
	struct casework own = *w;
	struct round r = {.w = &own, .out = out, .first = msec_day(w->now), .last = msec_day(w->now) + (day)w->conf->book_days};
	enum err e;

	*out = (struct slot_round){0, 0, 0};
	own.ctx = talloc_new(w->ctx);
	e = round_read(&r);
	if (e == ERR_NONE)
		want_all(&r);
	for (size_t i = 0; e == ERR_NONE && i < r.nslots; i++)
		e = slot_keep(&r, &r.slots[i]);
	if (e == ERR_NONE)
		e = make_missing(&r);
	talloc_free(own.ctx);
	return e;
}

/* --- counts ------------------------------------------------------------------------------------------------------ */

enum err slot_days(const struct casework *w, const char *group, day from, day until, struct slot_count **out, size_t *n)
{
	struct sql_slot_days_row *r;

	TRY(sql_slot_days(w->db, w->ctx, &(struct sql_slot_days_in){group, from, until, w->now, PLACE_NEVER}, &r, n));
	*out = mem_array(w->ctx, struct slot_count, *n);
	for (size_t i = 0; i < *n; i++)
		(*out)[i] = (struct slot_count){.date = r[i].day, .free = r[i].free, .later = r[i].later, .taken = r[i].taken,
						.next_open = r[i].next_open};
	return ERR_NONE;
}

enum err slot_times(const struct casework *w, const char *group, day d, struct slot_count **out, size_t *n)
{
	struct sql_slot_times_row *r;

	TRY(sql_slot_times(w->db, w->ctx, &(struct sql_slot_times_in){group, d, w->now, PLACE_NEVER}, &r, n));
	*out = mem_array(w->ctx, struct slot_count, *n);
	for (size_t i = 0; i < *n; i++)
		(*out)[i] = (struct slot_count){.date = d, .id = r[i].id, .from_min = r[i].from_min, .until_min = r[i].until_min,
						.free = r[i].free, .later = r[i].later, .taken = r[i].taken,
						.next_open = r[i].next_open, .closed_why = r[i].closed_why};
	return ERR_NONE;
}
