#include "domain/rating_review.h"

#include "base/text.h"
#include "domain/rating.h"
#include "domain/rating_order.h"
#include "gen/sql.h"

struct reviewing {
	const struct casework *w;
	const struct actor *a;
	int64_t id;
	const struct rating_verdict *v;
};

/* mine - about the officer, or about whom they stand in for. */
static enum err mine(const struct reviewing *x, const struct sql_rating_lock_row *r, bool *yes)
{
	*yes = r->staff_id && (r->staff_id == x->a->id || r->staff_id == x->a->acting_for);
	return *yes ? ERR_NONE : order_stands_in(x->w, r->staff_id, x->a->id, r->given_day, yes);
}

static enum err review(void *arg)
{
	struct reviewing *x = arg;
	struct sql_rating_order_row *o;
	struct sql_rating_lock_row *r;
	const char *state;
	bool about_me;
	size_t n;

	TRY(sql_rating_lock(x->w->db, x->w->ctx, &(struct sql_rating_lock_in){.id = x->id}, &r));
	TRY(mine(x, r, &about_me));
	if (about_me)
		return ERR_NOT_FOUND;
	if (!r->review)
		return ERR_CONFLICT;
	state = text_eq(r->text_state, "none") ? "none" : x->v->publish ? "public" : "withheld";
	TRY(sql_rating_reviewed(x->w->db,
				&(struct sql_rating_reviewed_in){
					.id = r->id, .text_state = state, .counted = x->v->counts,
					.out_reason = x->v->counts ? NULL : x->v->note, .out_by = x->v->counts ? 0 : x->a->id,
					.by = x->a->id, .note = x->v->note},
				NULL));
	TRY(sql_rating_stale_add(x->w->db, &(struct sql_rating_stale_add_in){.on_day = r->given_day}, NULL));
	if (!x->v->counts || r->counted || r->round > 1 || !rating_bad(r->level))
		return ERR_NONE;
	TRY(sql_rating_order_of_rating(x->w->db, x->w->ctx, &(struct sql_rating_order_of_rating_in){.rating_id = r->id}, &o, &n));
	return n ? ERR_NONE : order_open(x->w, r->id, r->dept_code, r->staff_id);
}

enum err rating_review(const struct casework *w, const struct actor *a, int64_t id, const struct rating_verdict *v)
{
	struct reviewing x = {w, a, id, v};

	return db_tx(w->db, review, &x);
}
