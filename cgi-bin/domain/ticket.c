#include "domain/ticket.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "domain/booking.h"
#include "domain/rating.h"
#include "domain/token.h"
#include "gen/sql.h"

#define CALL_TRIES 200  /* each lost one is another window's call: somebody is served */
#define NOTE_MAX 190

/* --- the table of acts --------------------------------------------------------------------------------------- */

enum ticket_state { WAITING = 1, CALLED = 2, SERVING = 4, SKIPPED = 8, DONE = 16, LEFT = 32, ENDED = 64 };

static const struct {
	enum ticket_state state;
	const char *key, *name;
} states[] = {
	{WAITING, "waiting", "等待叫号"}, {CALLED, "called", "已叫号"},	   {SERVING, "serving", "正在办理"}, {SKIPPED, "skipped", "已过号"},
	{DONE, "done", "已办结"},	  {LEFT, "left", "已放弃"}, {ENDED, "ended", "已失效"},
};

static const struct act_row {
	const char *key;
	unsigned from; /* states */
	enum ticket_state to;
	bool at_window; /* only where the ticket is */
	bool frees;     /* the window can call somebody else */
} acts[TICKET_ACTS] = {
	[TICKET_TAKE] = {"take", 0, WAITING, false, false},
	[TICKET_CALL] = {"call", WAITING, CALLED, false, false},
	[TICKET_RECALL] = {"recall", CALLED, CALLED, true, false},
	[TICKET_SKIP] = {"skip", CALLED, SKIPPED, true, true},
	[TICKET_START] = {"start", CALLED, SERVING, true, false},
	[TICKET_BACK] = {"back", SKIPPED, WAITING, false, false},
	[TICKET_TRANSFER] = {"transfer", CALLED | SERVING, WAITING, true, true},
	[TICKET_FINISH] = {"finish", SERVING, DONE, true, true},
	[TICKET_LEAVE] = {"leave", WAITING | SKIPPED, LEFT, false, false},
	[TICKET_END] = {"end", WAITING | CALLED | SERVING | SKIPPED, ENDED, false, false},
};

static unsigned state_bit(const char *key)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (text_eq(states[i].key, key))
			return states[i].state;
	return 0;
}

static const char *key_of_state(enum ticket_state s)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (states[i].state == s)
			return states[i].key;
	return "";
}

const char *ticket_state_name(const char *state)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (text_eq(states[i].key, state))
			return states[i].name;
	return "";
}

enum ticket_act ticket_act_of(const char *key)
{
	for (enum ticket_act a = TICKET_TAKE; a < TICKET_ACTS; a++)
		if (text_eq(acts[a].key, key))
			return a;
	return 0;
}

const char *ticket_priority_name(const char *priority)
{
	return text_eq(priority, "senior")     ? "60 岁以上"
	       : text_eq(priority, "disabled") ? "残疾人"
	       : text_eq(priority, "pregnant") ? "孕妇"
					       : "";
}

/* --- events ---------------------------------------------------------------------------------------------------- */

/* step - what has just been written into a ticket, as an event. */
struct step {
	int64_t id, seq;
	enum ticket_act act;
	const char *state, *group_code, *window_only, *window_code, *note;
	msec at;
};

/* step_at - a request that began first may come second; time goes on all the same. */
static msec step_at(const struct casework *w, const struct sql_ticket_row *t)
{
	return t->last_at > w->now ? t->last_at : w->now;
}

static enum err event_add(const struct casework *w, const struct actor *a, const struct step *s)
{
	const char *queue = s->window_only ? mem_fmt(w->ctx, "@%s", s->window_only) : s->group_code;
	const char *note = s->note ? mem_copy(w->ctx, s->note, utf8_prefix(s->note, NOTE_MAX)) : NULL;

	return sql_ticket_event_add(w->db,
				    &(struct sql_ticket_event_add_in){
					    .ticket_id = s->id, .seq = s->seq, .now = s->at, .act = acts[s->act].key, .state = s->state,
					    .queue = queue, .window_code = s->window_code, .actor_kind = actor_kind_key(a->kind),
					    .actor_id = a->id, .actor_name = text_or(a->name, ""), .note = note},
				    NULL);
}

/* --- taking ------------------------------------------------------------------------------------------------------ */

struct taking {
	const struct casework *w;
	const struct actor *a;
	struct ticket_wish wish;
	const char *booking; /* key of the booking that is checked in; NULL: none */
	const char *say;
	int64_t id;
};

static enum err group_known(const struct casework *w, const char *code)
{
	struct sql_hall_groups_row *r;
	size_t n;

	TRY(sql_hall_groups(w->db, w->ctx, &r, &n));
	for (size_t i = 0; i < n; i++)
		if (text_eq(r[i].code, code))
			return ERR_NONE;
	return ERR_INVALID;
}

/* booked - what the ticket is for, from its booking, which has arrived by this. */
static enum err booked(struct taking *t)
{
	struct booking *b;
	int64_t late;

	TRY(booking_checkin(t->w, t->booking, &b, &late, &t->say));
	t->wish.group_code = b->group;
	t->wish.matter_code = b->matter_code;
	t->wish.booking_id = b->id;
	t->wish.account_id = b->account_id;
	t->wish.case_id = b->case_id;
	t->wish.slot_at = b->start_at;
	return ERR_NONE;
}

static enum err take_it(void *arg)
{
	struct taking *t = arg;
	const struct casework *w = t->w;
	const struct ticket_wish *wish = &t->wish;
	uint8_t ref[TOKEN_REF_BYTES];
	struct db_done done;

	if (t->booking)
		TRY(booked(t));
	TRY(group_known(w, wish->group_code));
	TRY(sql_ticket_number_next(w->db, &(struct sql_ticket_number_next_in){.day = msec_day(w->now), .letter = wish->group_code}, &done));
	crypt_random(ref, sizeof(ref));
	TRY(sql_ticket_add(w->db,
			   &(struct sql_ticket_add_in){
				   .ref = {ref, sizeof(ref)}, .take_key = wish->take_key, .day = msec_day(w->now),
				   .number = mem_fmt(w->ctx, "%s%03lld", wish->group_code, (long long)done.insert_id),
				   .group_code = wish->group_code, .matter_code = wish->matter_code, .priority = wish->priority,
				   .booking_id = wish->booking_id, .account_id = wish->account_id, .case_id = wish->case_id,
				   .slot_at = wish->slot_at, .now = w->now,
				   .rank_at = queue_rank(w->now, wish->slot_at, wish->priority != NULL)},
			   &done));
	t->id = done.insert_id;
	return event_add(w, t->a, &(struct step){.id = t->id, .at = w->now, .seq = 1, .act = TICKET_TAKE, .state = "waiting", .group_code = wish->group_code,
						 .note = text_or(ticket_priority_name(wish->priority), NULL)});
}

static enum err same_key(const struct taking *t, int64_t *id)
{
	struct sql_ticket_by_key_row *r;

	TRY(sql_ticket_by_key(t->w->db, t->w->ctx, &(struct sql_ticket_by_key_in){t->wish.take_key}, &r));
	*id = r->id;
	return ERR_NONE;
}

static enum err take(struct taking *t, int64_t *id)
{
	if (t->a->kind != ACTOR_STAFF || !(t->a->roles & (ROLE_TERMINAL | ROLE_GUIDE | ROLE_CLERK)))
		return ERR_FORBIDDEN;
	if (strlen(t->wish.take_key) != TOKEN_TEXT - 1 || (t->wish.priority && !*ticket_priority_name(t->wish.priority)))
		return ERR_INVALID;
	enum err e = same_key(t, id);
	if (e != ERR_NOT_FOUND)
		return e;
	e = db_tx(t->w->db, take_it, t);
	*id = t->id;
	return e == ERR_DUPLICATE ? same_key(t, id) : e; /* pressed twice in the same moment */
}

enum err ticket_take(const struct casework *w, const struct actor *a, const struct ticket_wish *wish, int64_t *id)
{
	struct taking t = {.w = w, .a = a, .wish = *wish};

	return take(&t, id);
}

/* has_ticket - the booking came before: the slip was lost, or the code scanned twice. */
static enum err has_ticket(const struct casework *w, const char *key, int64_t *id)
{
	struct sql_ticket_by_booking_row *r;
	struct booking *b;
	int64_t booking;

	if (token_letter(key) == TOKEN_BOOKING) {
		TRY(booking_by_token(w, key, &b));
		booking = b->id;
	} else if (!booking_number_id(w->ctx, key, &booking)) {
		return ERR_NOT_FOUND;
	}
	TRY(sql_ticket_by_booking(w->db, w->ctx, &(struct sql_ticket_by_booking_in){booking, msec_day(w->now)}, &r));
	*id = r->id;
	return ERR_NONE;
}

enum err ticket_check_in(const struct casework *w, const struct actor *a, const char *key, const char *take_key, const char *priority,
			 int64_t *id, const char **say)
{
	const char *scanned = strstr(key, "/t/");
	struct taking t = {.w = w, .a = a, .wish = {.take_key = take_key, .priority = priority, .slot_at = MSEC_NONE},
			   .booking = scanned ? scanned + 3 : key};

	*say = NULL;
	enum err e = has_ticket(w, t.booking, id);
	if (e != ERR_NOT_FOUND)
		return e;
	e = take(&t, id);
	*say = t.say;
	return e;
}

/* --- finding ------------------------------------------------------------------------------------------------------- */

enum err ticket_get(const struct casework *w, int64_t id, struct sql_ticket_row **out)
{
	return sql_ticket_get(w->db, w->ctx, &(struct sql_ticket_get_in){id}, out);
}

char *ticket_token(const struct casework *w, const struct sql_ticket_row *t)
{
	return token_make(w->ctx, w->keys, TOKEN_TICKET, t->ref, 1);
}

enum err ticket_by_token(const struct casework *w, const char *token, struct sql_ticket_row **out)
{
	struct sql_ticket_by_ref_row *r;
	struct bytes ref;

	if (!token_ref(w->ctx, token, TOKEN_TICKET, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_ticket_by_ref(w->db, w->ctx, &(struct sql_ticket_by_ref_in){ref}, &r));
	return token_ok(w->ctx, w->keys, token, TOKEN_TICKET, ref, 1) ? ticket_get(w, r->id, out) : ERR_NOT_FOUND;
}

/* upper - "a12" as it is on the slip. */
static char *upper(void *ctx, const char *typed)
{
	char *out = text_trim(ctx, typed);

	for (char *p = out; *p; p++)
		*p = (char)toupper((unsigned char)*p);
	return out;
}

enum err ticket_find(const struct casework *w, const char *typed, struct sql_ticket_row **out)
{
	const char *scanned = strstr(typed, "/t/");
	struct sql_ticket_by_number_row *r;

	if (scanned || token_letter(typed) == TOKEN_TICKET)
		return ticket_by_token(w, scanned ? scanned + 3 : typed, out);
	TRY(sql_ticket_by_number(w->db, w->ctx, &(struct sql_ticket_by_number_in){msec_day(w->now), upper(w->ctx, typed)}, &r));
	return ticket_get(w, r->id, out);
}

/* --- windows --------------------------------------------------------------------------------------------------------- */

enum err window_open(const struct casework *w, const struct actor *a, const char *window_code)
{
	struct sql_window_mine_row *r;
	size_t n, i;

	TRY(sql_window_mine(w->db, w->ctx, &(struct sql_window_mine_in){a->id, a->acting_for, msec_day(w->now)}, &r, &n));
	for (i = 0; i < n && !text_eq(r[i].code, window_code); i++)
		;
	if (i == n)
		return ERR_FORBIDDEN;
	enum err e = sql_window_open(w->db,
				     &(struct sql_window_open_in){.window_code = window_code, .staff_id = a->id, .staff_name = a->name,
								  .acting_for = r[i].acting ? a->acting_for : 0, .now = w->now},
				     NULL);
	return e == ERR_DUPLICATE ? ERR_CONFLICT : e;
}

enum err window_of(const struct casework *w, const struct actor *a, struct sql_window_live_row **out)
{
	return sql_window_of_staff(w->db, w->ctx, &(struct sql_window_of_staff_in){a->id}, out);
}

enum err window_pause(const struct casework *w, const struct actor *a, const char *reason)
{
	struct sql_window_live_row *r;
	enum err e = window_of(w, a, &r);

	if (e == ERR_NOT_FOUND)
		return ERR_CONFLICT;
	TRY(e);
	return sql_window_pause(w->db,
				&(struct sql_window_pause_in){.id = r->id, .paused_at = reason ? w->now : MSEC_NONE, .pause_reason = reason},
				NULL);
}

struct at_desk {
	const struct casework *w;
	const struct actor *a;
	struct sql_window_live_row *live;
	int64_t id;
	enum ticket_act act;
	const struct ticket_args *args;
};

/* sits - the officer's window, held until the end of the transaction: whoever presses twice does one thing after the other. */
static enum err sits(struct at_desk *d)
{
	enum err e = sql_window_of_staff_lock(d->w->db, d->w->ctx, &(struct sql_window_of_staff_lock_in){d->a->id}, &d->live);

	return e == ERR_NOT_FOUND ? ERR_CONFLICT : e;
}

static enum err ticket_here(const struct at_desk *d, int64_t *id)
{
	struct sql_ticket_at_window_row *r;
	enum err e = sql_ticket_at_window(d->w->db, d->w->ctx, &(struct sql_ticket_at_window_in){d->live->window_code}, &r);

	*id = e == ERR_NONE ? r->id : 0;
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

static enum err close_it(void *arg)
{
	struct at_desk *d = arg;

	TRY(sits(d));
	TRY(ticket_here(d, &d->id));
	if (d->id)
		return ERR_CONFLICT;
	return sql_window_close(d->w->db, &(struct sql_window_close_in){.id = d->live->id, .now = d->w->now}, NULL);
}

enum err window_close(const struct casework *w, const struct actor *a)
{
	struct at_desk d = {.w = w, .a = a};

	return db_tx(w->db, close_it, &d);
}

/* --- calling ----------------------------------------------------------------------------------------------------------- */

/* head - the waiting ticket with the lowest rank among the window's lines, and its number of events.  errors: ERR_NOT_FOUND. */
static enum err head(const struct at_desk *d, int64_t *id, int64_t *events)
{
	struct sql_ticket_heads_row *r;
	size_t n, best = 0;

	TRY(sql_ticket_heads(d->w->db, d->w->ctx, &(struct sql_ticket_heads_in){d->live->window_code, msec_day(d->w->now)}, &r, &n));
	for (size_t i = 1; i < n; i++)
		if (r[i].rank_at < r[best].rank_at || (r[i].rank_at == r[best].rank_at && r[i].id < r[best].id))
			best = i;
	if (!n)
		return ERR_NOT_FOUND;
	*id = r[best].id;
	*events = r[best].events;
	return ERR_NONE;
}

/* Reading first and taking afterwards, instead of a lock that others skip: a lock on the first of several lines would let another
 * window pass over somebody who is called by nobody. */
static enum err call_once(struct at_desk *d, bool *won)
{
	struct sql_ticket_row *t;
	int64_t seen;

	TRY(head(d, &d->id, &seen));
	TRY(sql_ticket_lock(d->w->db, d->w->ctx, &(struct sql_ticket_lock_in){d->id}, &t));
	*won = t->events == seen; /* two windows want it: the other finds that it waits no more, or waits in another line by now */
	if (!*won)
		return ERR_NONE;
	msec at = step_at(d->w, t);
	TRY(sql_ticket_call(d->w->db,
			    &(struct sql_ticket_call_in){.id = d->id, .window_code = d->live->window_code, .staff_id = d->a->id, .now = at},
			    NULL));
	return event_add(d->w, d->a, &(struct step){.id = t->id, .seq = t->events + 1, .act = TICKET_CALL, .state = "called",
						    .group_code = t->group_code, .window_only = t->window_only,
						    .window_code = d->live->window_code, .at = at});
}

static enum err call_it(void *arg)
{
	struct at_desk *d = arg;
	bool won = false;

	TRY(sits(d));
	TRY(ticket_here(d, &d->id));
	if (d->id || d->live->paused_at != MSEC_NONE)
		return ERR_CONFLICT;
	for (int i = 0; i < CALL_TRIES && !won; i++)
		TRY(call_once(d, &won));
	return won ? ERR_NONE : ERR_RETRY;
}

enum err ticket_call(const struct casework *w, const struct actor *a, int64_t *id)
{
	struct at_desk d = {.w = w, .a = a};
	enum err e = db_tx(w->db, call_it, &d);

	*id = d.id;
	return e == ERR_DUPLICATE ? ERR_CONFLICT : e;
}

/* --- every other act --------------------------------------------------------------------------------------------------- */

/* moved - the ticket as it will be: what each state says about times is in one place. */
static struct sql_ticket_set_in moved(const struct sql_ticket_row *t, enum ticket_act act, msec now)
{
	enum ticket_state to = acts[act].to;
	struct sql_ticket_set_in in = {.id = t->id, .state = key_of_state(to), .group_code = t->group_code, .window_only = t->window_only,
				       .calls = t->calls + (act == TICKET_RECALL), .called_at = t->called_at, .serving_at = t->serving_at,
				       .skipped_at = t->skipped_at, .ended_at = MSEC_NONE};

	if (to == WAITING)
		in.called_at = in.serving_at = in.skipped_at = MSEC_NONE;
	if (to == SERVING)
		in.serving_at = now;
	if (to == SKIPPED)
		in.skipped_at = now;
	if (to == DONE || to == LEFT || to == ENDED)
		in.ended_at = now;
	return in;
}

static enum err move(const struct casework *w, const struct actor *a, const struct sql_ticket_row *t, enum ticket_act act,
		     const struct ticket_args *args, const char *window)
{
	msec at = step_at(w, t);
	struct sql_ticket_set_in in = moved(t, act, at);

	if (act == TICKET_TRANSFER) {
		in.window_only = args->window_code;
		in.group_code = text_or(args->group_code, t->group_code);
	}
	TRY(sql_ticket_set(w->db, &in, NULL));
	return event_add(w, a, &(struct step){.id = t->id, .seq = t->events + 1, .act = act, .state = in.state, .group_code = in.group_code,
					      .window_only = in.window_only, .window_code = window, .note = args ? args->note : NULL, .at = at});
}

/* pace_note - how long the window was occupied, into the moving mean of the group.  Of two windows that are done in the same moment
 * one may be forgotten: a mean bears that. */
static enum err pace_note(const struct casework *w, const struct sql_ticket_row *t)
{
	struct sql_hall_groups_row *r;
	size_t n;

	TRY(sql_hall_groups(w->db, w->ctx, &r, &n));
	for (size_t i = 0; i < n; i++)
		if (text_eq(r[i].code, t->group_code)) {
			int64_t pace = r[i].pace_ms ? r[i].pace_ms : r[i].serve_min * QUEUE_MINUTE;
			return sql_pace_put(w->db,
					    &(struct sql_pace_put_in){.group_code = t->group_code,
								      .pace_ms = queue_pace_next(pace, r[i].served, step_at(w, t) - t->called_at),
								      .served = r[i].served + 1},
					    NULL);
		}
	return ERR_NONE;
}

/* rating_right - a service at the window is over: whoever was served may rate it (FBK-1). */
static enum err rating_right(const struct casework *w, const struct actor *a, const struct sql_ticket_row *t)
{
	struct sql_ticket_about_row *r;

	TRY(sql_ticket_about(w->db, w->ctx, &(struct sql_ticket_about_in){t->id}, &r));
	return rating_invite(w,
			     &(struct rating_about){.kind = RATING_COUNTER, .ticket_id = t->id, .since = t->serving_at, .case_id = t->case_id,
						    .stage = "ticket", .staff_id = a->id, .window_code = t->window_code,
						    .dept_code = r->dept_code, .matter_code = r->matter_code, .matter_name = r->matter_name,
						    .account_id = r->account_id, .person = r->person},
			     NULL);
}

static enum err transfer_known(const struct at_desk *d)
{
	struct sql_window_known_row *r;

	if (d->act != TICKET_TRANSFER)
		return ERR_NONE;
	if (!d->args || text_empty(d->args->group_code) == text_empty(d->args->window_code))
		return ERR_INVALID;
	if (!text_empty(d->args->group_code))
		return group_known(d->w, d->args->group_code);
	if (text_eq(d->args->window_code, d->live->window_code))
		return ERR_INVALID; /* to oneself */
	enum err e = sql_window_known(d->w->db, d->w->ctx, &(struct sql_window_known_in){d->args->window_code}, &r);
	return e == ERR_NOT_FOUND ? ERR_INVALID : e;
}

static bool open_to(const struct sql_ticket_row *t, enum ticket_act act, msec now)
{
	if (!(acts[act].from & state_bit(t->state)) || t->day != msec_day(now))
		return false;
	return act != TICKET_BACK || now <= t->skipped_at + QUEUE_RETURN_MS;
}

static enum err do_it(void *arg)
{
	struct at_desk *d = arg;
	const struct act_row *row = &acts[d->act];
	struct sql_ticket_row *t;

	TRY(sits(d));
	TRY(transfer_known(d));
	TRY(sql_ticket_lock(d->w->db, d->w->ctx, &(struct sql_ticket_lock_in){d->id}, &t));
	if (!open_to(t, d->act, d->w->now) || (row->at_window && !text_eq(t->window_code, d->live->window_code)))
		return ERR_CONFLICT;
	TRY(move(d->w, d->a, t, d->act, d->args, d->live->window_code));
	if (row->frees)
		TRY(pace_note(d->w, t));
	return d->act == TICKET_FINISH ? rating_right(d->w, d->a, t) : ERR_NONE;
}

enum err ticket_do(const struct casework *w, const struct actor *a, int64_t id, enum ticket_act act, const struct ticket_args *args)
{
	struct at_desk d = {.w = w, .a = a, .id = id, .act = act, .args = args};

	if (!acts[act].at_window && act != TICKET_BACK)
		return ERR_FORBIDDEN;
	return db_tx(w->db, do_it, &d);
}

/* away - without a window: by the holder, the terminal, the clock job. */
static enum err do_away(void *arg)
{
	struct at_desk *d = arg;
	struct sql_ticket_row *t;

	TRY(sql_ticket_lock(d->w->db, d->w->ctx, &(struct sql_ticket_lock_in){d->id}, &t));
	bool open = d->act == TICKET_END ? acts[d->act].from & state_bit(t->state) : open_to(t, d->act, d->w->now);
	return open ? move(d->w, d->a, t, d->act, d->args, NULL) : ERR_CONFLICT;
}

enum err ticket_back(const struct casework *w, const struct actor *a, int64_t id)
{
	struct at_desk d = {.w = w, .a = a, .id = id, .act = TICKET_BACK};

	return db_tx(w->db, do_away, &d);
}

enum err ticket_leave(const struct casework *w, int64_t id)
{
	struct actor holder = {.kind = ACTOR_APPLICANT, .name = "持号人"};
	struct at_desk d = {.w = w, .a = &holder, .id = id, .act = TICKET_LEAVE};

	return db_tx(w->db, do_away, &d);
}

/* --- the clock job -------------------------------------------------------------------------------------------------------- */

#define PAGE 200
#define CLOSED_FOR_MS (60 * QUEUE_MINUTE) /* who is still there so long after closing is not being waited for */

/* over - why an open ticket ends now, or NULL. */
static enum err over(const struct casework *w, const struct sql_ticket_open_row *t, const char *state, const char **why)
{
	struct sql_group_closes_row *r;

	*why = NULL;
	if (t->day < msec_day(w->now)) {
		*why = "当天没有办完，号已失效";
		return ERR_NONE;
	}
	if (t->skipped_at != MSEC_NONE && w->now > t->skipped_at + QUEUE_RETURN_MS) {
		*why = "过号 30 分钟没有回来";
		return ERR_NONE;
	}
	if (text_eq(state, "serving")) /* until the officer says so, or the day is over */
		return ERR_NONE;
	TRY(sql_group_closes(w->db, w->ctx, &(struct sql_group_closes_in){t->group_code, t->day}, &r));
	if (r->until_min && w->now > msec_make(t->day, 0, 0, 0, 0) + r->until_min * QUEUE_MINUTE + CLOSED_FOR_MS)
		*why = "下班时还没有办理";
	return ERR_NONE;
}

static enum err end_one(const struct casework *w, int64_t id, const char *why, int64_t *ended)
{
	struct actor system = actor_system();
	struct at_desk d = {.w = w, .a = &system, .id = id, .act = TICKET_END, .args = &(struct ticket_args){.note = why}};
	enum err e = db_tx(w->db, do_away, &d);

	*ended += e == ERR_NONE;
	return e == ERR_CONFLICT ? ERR_NONE : e; /* somebody was a moment earlier */
}

static enum err round_of(const struct casework *w, const char *state, int64_t *ended)
{
	struct sql_ticket_open_in in = {.state = state, .day = msec_day(w->now), .after_id = 0, .limit = PAGE};
	struct sql_ticket_open_row *r;
	const char *why;
	size_t n;

	do {
		TRY(sql_ticket_open(w->db, w->ctx, &in, &r, &n));
		for (size_t i = 0; i < n; i++) {
			in.after_id = r[i].id;
			TRY(over(w, &r[i], state, &why));
			if (why)
				TRY(end_one(w, r[i].id, why, ended));
		}
	} while (n == PAGE);
	return ERR_NONE;
}

enum err ticket_round(const struct casework *w, int64_t *ended)
{
	static const char *const open[] = {"waiting", "called", "serving", "skipped"};
	struct sql_window_left_open_row *r;
	size_t n;

	for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++)
		TRY(round_of(w, open[i], ended));
	TRY(sql_window_left_open(w->db, w->ctx, &(struct sql_window_left_open_in){msec_make(msec_day(w->now), 0, 0, 0, 0)}, &r, &n));
	for (size_t i = 0; i < n; i++)
		TRY(sql_window_close(w->db, &(struct sql_window_close_in){.id = r[i].id, .now = w->now}, NULL));
	return ERR_NONE;
}
