/* rating_give.c - what the holder of a token may do, and the rating itself. */
#include "domain/rating.h"

#include <string.h>

#include "base/text.h"
#include "domain/mask.h"
#include "domain/rating_order.h"
#include "domain/rating_text.h"
#include "domain/token.h"
#include "gen/sql.h"

#define TOKEN_VERSION 1
#define TEXT_SEALED_AS "rating.text_sealed"
#define CONTACT_SEALED_AS "rating.contact_sealed"

enum err rating_text_open(const struct casework *w, struct bytes sealed, char **text)
{
	return field_open(w->ctx, w->keys, TEXT_SEALED_AS, 0, sealed, text);
}

enum err rating_contact_open(const struct casework *w, struct bytes sealed, char **contact)
{
	return field_open(w->ctx, w->keys, CONTACT_SEALED_AS, 0, sealed, contact);
}

/* --- what is possible -------------------------------------------------------------------------------- */

static struct bytes keyed(const struct casework *w, const char *purpose, const void *p, size_t n)
{
	uint8_t *h = (uint8_t *)mem_room(w->ctx, HASH_SIZE);

	mac(w->keys, purpose, p, n, h);
	return (struct bytes){h, HASH_SIZE};
}

/* newest - of the ratings of this right; a first one may change as long as the time runs, counted anew from the conclusion. */
static void newest(const struct casework *w, const struct sql_rating_of_link_row *r, struct rating_right *out)
{
	day made = msec_day(out->invite->made_at), from = r->given_day > made ? r->given_day : made;

	out->id = r->id;
	out->round = r->round;
	out->level = r->level;
	out->tags = r->tags;
	out->anonymous = r->anonymous;
	out->waits = r->review || !r->counted;
	out->given_day = r->given_day;
	out->contact = r->contact_sealed.p != NULL;
	out->until = from + (day)w->conf->rating_change_days;
	out->may_change = msec_day(w->now) <= out->until;
}

static enum err look(const struct casework *w, struct rating_right *out)
{
	struct sql_rating_of_link_row *r;
	struct sql_rating_order_row *o;
	size_t n, orders;
	char *text;

	TRY(sql_rating_of_link(w->db, w->ctx, &(struct sql_rating_of_link_in){.link = out->link}, &r, &n));
	if (n == 0) {
		out->until = out->invite->until_day;
		out->may_rate = msec_day(w->now) <= out->until;
		return ERR_NONE;
	}
	newest(w, &r[0], out);
	TRY(rating_text_open(w, r[0].text_sealed, &text));
	out->text = text;
	TRY(sql_rating_order_of_link(w->db, w->ctx, &(struct sql_rating_order_of_link_in){.link = out->link}, &o, &orders));
	out->order = orders ? &o[0] : NULL;
	if (!out->order)
		return ERR_NONE;
	/* once the answer is there, what is asked is how it is now; what was said before stays said */
	out->may_again = order_state_of(o[0].state) == ORDER_REPLIED;
	out->may_change = out->may_change && out->round == 1 && o[0].replied_day == DAY_NONE && !order_over(order_state_of(o[0].state));
	return ERR_NONE;
}

enum err rating_right_of(const struct casework *w, const char *token, struct rating_right *out)
{
	struct sql_rating_right_row *i;
	struct bytes ref;

	*out = (struct rating_right){.given_day = DAY_NONE, .until = DAY_NONE};
	if (!token_ref(w->ctx, token, TOKEN_RATING, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_rating_right(w->db, w->ctx, &(struct sql_rating_right_in){.ref = ref}, &i));
	if (!token_ok(w->ctx, w->keys, token, TOKEN_RATING, i->ref, TOKEN_VERSION))
		return ERR_NOT_FOUND;
	out->invite = i;
	out->link = keyed(w, "rating.link", i->ref.p, i->ref.n);
	return look(w, out);
}

/* --- giving ------------------------------------------------------------------------------------------ */

struct giving {
	const struct casework *w;
	const char *token;
	const struct rating_given *g;
	const char **say;
	struct rating_right right;
	/* made of what was given */
	const char *author_mask, *text_public, *held_for, *text_state;
	struct bytes text_sealed, contact_sealed;
	uint32_t doubts;
	bool named;
};

static enum err name_author(struct giving *x)
{
	const struct sql_rating_right_row *i = x->right.invite;
	struct sql_rating_author_row *r;
	size_t n;

	x->named = x->g->named && (i->case_id || i->account_id);
	if (!x->named)
		return ERR_NONE;
	TRY(sql_rating_author(x->w->db, x->w->ctx,
			      &(struct sql_rating_author_in){.case_id = i->case_id, .account_id = i->account_id}, &r, &n));
	x->named = n > 0;
	if (n > 0)
		x->author_mask = text_eq(r[0].kind, "natural") ? mask_name(x->w->ctx, r[0].name) : r[0].name;
	return ERR_NONE;
}

/* same_words - this person has written exactly this about something else in these days.  The hash of person and words leads to
 * neither, and goes with the counts of the day. */
static enum err same_words(struct giving *x)
{
	struct bytes person = x->right.invite->person_key;
	struct db_done done;

	if (!person.p || text_eq(x->right.text, x->g->text)) /* only the level changes */
		return ERR_NONE;
	char *both = mem_fmt(x->w->ctx, "%s %s", text_hex(x->w->ctx, person.p, person.n), x->g->text);
	TRY(sql_rating_person_count(
		x->w->db,
		&(struct sql_rating_person_count_in){.person_day = keyed(x->w, "rating.person_words", both, strlen(both)),
						     .today = msec_day(x->w->now)},
		&done));
	x->doubts |= done.insert_id > 1 ? TEXT_SAME : 0;
	return ERR_NONE;
}

static enum err take_words(struct giving *x)
{
	const struct rating_given *g = x->g;

	x->text_state = "none";
	if (!text_empty(g->text)) {
		x->text_public = text_masked(x->w->ctx, g->text, &x->doubts);
		TRY(same_words(x));
		x->text_state = x->doubts ? "held" : "public";
		x->text_sealed = field_seal(x->w->ctx, x->w->keys, TEXT_SEALED_AS, 0, g->text);
	}
	if (!text_empty(g->contact))
		x->contact_sealed = field_seal(x->w->ctx, x->w->keys, CONTACT_SEALED_AS, 0, g->contact);
	return ERR_NONE;
}

/* too_many - this person has rated so much today that a person looks first.  What is counted leads to no rating. */
static enum err too_many(struct giving *x, bool *many)
{
	struct bytes person = x->right.invite->person_key;
	char date[DAY_TEXT];
	struct db_done done;

	*many = false;
	if (!person.p)
		return ERR_NONE;
	day_text(msec_day(x->w->now), date);
	char *both = mem_fmt(x->w->ctx, "%s %s", text_hex(x->w->ctx, person.p, person.n), date);
	TRY(sql_rating_person_count(
		x->w->db,
		&(struct sql_rating_person_count_in){.person_day = keyed(x->w, "rating.person_day", both, strlen(both)),
						     .today = msec_day(x->w->now)},
		&done));
	*many = done.insert_id > x->w->conf->rating_person_max;
	return ERR_NONE;
}

static enum err add(struct giving *x, int64_t round, int64_t order_id)
{
	const struct sql_rating_right_row *i = x->right.invite;
	const struct rating_given *g = x->g;
	bool many = false;
	struct db_done done;

	if (round == 1)
		TRY(too_many(x, &many));
	x->doubts |= many ? TEXT_MANY : 0;
	TRY(sql_rating_add(
		x->w->db,
		&(struct sql_rating_add_in){
			.link = x->right.link, .round = round, .order_id = order_id, .kind = i->kind, .channel = g->channel,
			.dept_code = i->dept_code, .matter_code = i->matter_code, .matter_name = i->matter_name,
			.window_code = i->window_code, .staff_id = i->staff_id, .level = g->level, .tags = text_or(g->tags, ""),
			.text_sealed = x->text_sealed, .text_public = x->text_public, .text_state = x->text_state,
			.held_for = text_flags_keys(x->w->ctx, x->doubts), .anonymous = !x->named,
			.account_id = x->named ? i->account_id : 0, .case_id = x->named ? i->case_id : 0,
			.invite_id = x->named ? i->id : 0, .author_mask = x->author_mask, .contact_sealed = x->contact_sealed,
			.today = msec_day(x->w->now), .counted = !many, .review = x->doubts != 0},
		&done));
	x->right.id = done.insert_id;
	TRY(sql_rating_stale_add(x->w->db, &(struct sql_rating_stale_add_in){.on_day = msec_day(x->w->now)}, NULL));
	return round == 1 && rating_bad(g->level) && !many
		       ? order_open(x->w, done.insert_id, i->dept_code, i->staff_id)
		       : ERR_NONE;
}

static bool unchanged(const struct giving *x)
{
	const struct rating_right *r = &x->right;
	const struct rating_given *g = x->g;

	return r->level == g->level && text_eq(text_or(r->tags, ""), text_or(g->tags, "")) &&
	       text_eq(text_or(r->text, ""), text_or(g->text, "")) && r->anonymous == !x->named && text_empty(g->contact);
}

static enum err change(struct giving *x)
{
	const struct sql_rating_right_row *i = x->right.invite;
	const struct rating_given *g = x->g;

	if (unchanged(x)) /* the second of two taps */
		return ERR_NONE;
	TRY(sql_rating_change(
		x->w->db,
		&(struct sql_rating_change_in){
			.id = x->right.id, .level = g->level, .tags = text_or(g->tags, ""), .text_sealed = x->text_sealed,
			.text_public = x->text_public, .text_state = x->text_state,
			.held_for = text_flags_keys(x->w->ctx, x->doubts), .anonymous = !x->named,
			.account_id = x->named ? i->account_id : 0, .case_id = x->named ? i->case_id : 0,
			.invite_id = x->named ? i->id : 0, .author_mask = x->author_mask, .contact_sealed = x->contact_sealed,
			.review = x->right.waits || x->doubts != 0},
		NULL));
	TRY(sql_rating_stale_add(x->w->db, &(struct sql_rating_stale_add_in){.on_day = x->right.given_day}, NULL));
	/* an order that was opened stays open: a better level does not undo it, so that nobody is talked into one */
	return rating_bad(g->level) && !x->right.order && !x->right.waits
		       ? order_open(x->w, x->right.id, i->dept_code, i->staff_id)
		       : ERR_NONE;
}

static enum err give(void *arg)
{
	struct giving *x = arg;
	struct sql_rating_right_lock_row *locked;

	TRY(rating_right_of(x->w, x->token, &x->right));
	TRY(sql_rating_right_lock(x->w->db, x->w->ctx, &(struct sql_rating_right_lock_in){.id = x->right.invite->id}, &locked));
	/* what the one before us did is seen only now */
	TRY(rating_right_of(x->w, x->token, &x->right));
	x->doubts = 0;
	x->text_public = x->author_mask = NULL;
	x->text_sealed = x->contact_sealed = (struct bytes){NULL, 0};
	TRY(name_author(x));
	TRY(take_words(x));
	if (x->right.may_rate)
		return add(x, 1, 0);
	if (x->right.may_again) {
		TRY(add(x, x->right.round + 1, x->right.order->id));
		return order_rated_again(x->w, x->right.order->id, x->g->level);
	}
	if (x->right.may_change)
		return change(x);
	*x->say = x->right.id == 0 ? "评价的时间已经过了。想说的话，可以写进投诉建议。" : "修改评价的时间已经过了，您原来的评价仍然有效。";
	return ERR_CONFLICT;
}

enum err rating_give(const struct casework *w, const char *token, const struct rating_given *given, const char **say)
{
	struct giving x = {.w = w, .token = token, .g = given, .say = say};

	*say = NULL;
	if (given->level < 1 || given->level > RATING_LEVELS)
		return ERR_INVALID;
	return db_tx(w->db, give, &x);
}

/* --- the screen at a window -------------------------------------------------------------------------- */

enum err rating_window_open(const struct casework *w, const char *window_code, char **token)
{
	struct sql_rating_window_newest_row *rows;
	struct sql_rating_of_link_row *given;
	size_t n, rated;

	*token = NULL;
	TRY(sql_rating_window_newest(w->db, w->ctx,
				     &(struct sql_rating_window_newest_in){
					     .window_code = window_code, .since = w->now - w->conf->rating_screen_min * 60000,
					     .today = msec_day(w->now)},
				     &rows, &n));
	if (n == 0)
		return ERR_NONE;
	/* the newest only: whoever was there before has gone */
	struct bytes link = keyed(w, "rating.link", rows[0].ref.p, rows[0].ref.n);
	TRY(sql_rating_of_link(w->db, w->ctx, &(struct sql_rating_of_link_in){.link = link}, &given, &rated));
	if (rated == 0)
		*token = rating_token_of_ref(w, rows[0].ref);
	return ERR_NONE;
}
