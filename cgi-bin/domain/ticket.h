/* ticket.h - tickets of the hall: taken, called, served, and every step timed (WIN-3, GD 9.5, 10.2.5).
 *
 * One table of acts (ticket.c) says from which state each leads where.  Each act is one transaction: the ticket is locked, its
 * state checked, moved, and an event is added.  Acts at a window are those of the officer who sits there; two windows never
 * have the same ticket, and a window never has two, by unique keys of the database. */
#ifndef DOMAIN_TICKET_H
#define DOMAIN_TICKET_H

#include "domain/case.h"
#include "domain/queue.h"

struct sql_ticket_row; /* gen/sql.h: a row of table ticket */
struct sql_window_live_row;

enum ticket_act {
	TICKET_TAKE = 1,
	TICKET_CALL,
	TICKET_RECALL,
	TICKET_SKIP,     /* called and did not come */
	TICKET_START,    /* sits at the window */
	TICKET_BACK,     /* came after all, within QUEUE_RETURN_MS of being skipped: to the old place */
	TICKET_TRANSFER, /* to another group or window, place kept */
	TICKET_FINISH,
	TICKET_LEAVE, /* given up by its holder */
	TICKET_END,   /* by the clock job, with a reason */
	TICKET_ACTS
};
enum ticket_act ticket_act_of(const char *key);  /* 0: none */
const char *ticket_state_name(const char *state); /* 等待叫号 */
const char *ticket_priority_name(const char *priority); /* 60 岁以上; "" for NULL */

/* What a ticket is taken for. */
struct ticket_wish {
	const char *take_key;    /* random, 26 characters, made with the page: the same key gives the same ticket */
	const char *group_code;
	const char *matter_code; /* or NULL */
	const char *priority;    /* senior, disabled, pregnant, or NULL */
	int64_t booking_id, account_id, case_id; /* 0: none */
	msec slot_at;            /* booked time, or MSEC_NONE */
};
/* ticket_take - by a device of the hall or an officer of it, for somebody who walked in.
 * errors: ERR_INVALID for an unknown group or priority; ERR_FORBIDDEN for other posts. */
MUST_CHECK enum err ticket_take(const struct casework *w, const struct actor *a, const struct ticket_wish *wish, int64_t *id);
/* ticket_check_in - for a booking, which is checked in by the same act.  key: its token, the address of its QR code, or its number as
 * typed.  priority as in ticket_wish.  A booking that has its ticket gives the same one again.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT with *say. */
MUST_CHECK enum err ticket_check_in(const struct casework *w, const struct actor *a, const char *key, const char *take_key,
				    const char *priority, int64_t *id, const char **say);

MUST_CHECK enum err ticket_get(const struct casework *w, int64_t id, struct sql_ticket_row **out);
/* ticket_token - for /t/{token} and /hall/ticket/{token}.  ticket_find - by token, by the address of a QR code, or by a number of
 * today ("a012").  errors: ERR_NOT_FOUND. */
char *ticket_token(const struct casework *w, const struct sql_ticket_row *t);
MUST_CHECK enum err ticket_by_token(const struct casework *w, const char *token, struct sql_ticket_row **out);
MUST_CHECK enum err ticket_find(const struct casework *w, const char *typed, struct sql_ticket_row **out);

/* --- at the window ------------------------------------------------------------------------------------------ */

/* window_open - an officer sits down at a window of theirs by the duty list, or of the person whose place they take.
 * errors: ERR_FORBIDDEN when it is not theirs; ERR_CONFLICT when somebody sits there, or they sit elsewhere. */
MUST_CHECK enum err window_open(const struct casework *w, const struct actor *a, const char *window_code);
/* window_pause - reason NULL: calls again.  window_close - errors: ERR_CONFLICT while a ticket is at the window. */
MUST_CHECK enum err window_pause(const struct casework *w, const struct actor *a, const char *reason);
MUST_CHECK enum err window_close(const struct casework *w, const struct actor *a);
/* window_of - where the officer sits.  errors: ERR_NOT_FOUND: nowhere. */
MUST_CHECK enum err window_of(const struct casework *w, const struct actor *a, struct sql_window_live_row **out);

/* ticket_call - the next one, by the fair rule.  *id: it.
 * errors: ERR_NOT_FOUND: nobody waits; ERR_CONFLICT: the window has a ticket (*id is it), is paused, or nobody sits there. */
MUST_CHECK enum err ticket_call(const struct casework *w, const struct actor *a, int64_t *id);

struct ticket_args {
	const char *group_code;  /* TICKET_TRANSFER: one of the two */
	const char *window_code;
	const char *note;
};
/* ticket_do - everything else that an officer does at a window; args may be NULL.
 * errors: ERR_CONFLICT: the ticket is not in a state, or not at this window, for that; ERR_INVALID: a transfer to nowhere. */
MUST_CHECK enum err ticket_do(const struct casework *w, const struct actor *a, int64_t id, enum ticket_act act,
			      const struct ticket_args *args);
/* ticket_back - at the terminal or by a guide: who was skipped shows the slip again.  ticket_leave - by whoever holds the token. */
MUST_CHECK enum err ticket_back(const struct casework *w, const struct actor *a, int64_t id);
MUST_CHECK enum err ticket_leave(const struct casework *w, int64_t id);

/* ticket_round - the clock job: who was skipped and did not come back, what was left at closing time, windows left open.
 * *ended: tickets. */
MUST_CHECK enum err ticket_round(const struct casework *w, int64_t *ended);

#endif
