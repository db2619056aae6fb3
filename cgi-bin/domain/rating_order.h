/* rating_order.h - a bad rating is put right (FBK-2; GD 12.2; domain D.5): contact within one working day, a written answer
 * within five (fifteen when complex), by a named officer who is neither the person rated nor stands in for them; verify, then
 * rectify at once, rectify by a date, or explain; then the author rates again, until it passes.  A malicious rating may be
 * appealed, and a second person decides, with reasons.  One table of plain data says all of it; one function applies a row. */
#ifndef DOMAIN_RATING_ORDER_H
#define DOMAIN_RATING_ORDER_H

#include "domain/case.h"

enum order_state {
	ORDER_NONE,
	ORDER_NEW,        /* nobody has it yet */
	ORDER_TAKEN,      /* a named handler has it */
	ORDER_CONTACTED,  /* the author was heard, or could not be reached */
	ORDER_VERIFIED,   /* the facts are established */
	ORDER_RECTIFYING, /* rectified by a date that the author was told */
	ORDER_APPEALED,   /* a second person decides whether it counts; the clocks run on */
	ORDER_REPLIED,    /* answered in writing; the author may rate again */
	ORDER_PASSED,     /* rated again, and not badly */
	ORDER_LAPSED,     /* answered, and not rated again in time: nothing is taken for granted */
	ORDER_REMOVED,    /* does not count: appeal upheld */
	ORDER_STATES
};
enum order_action {
	ORDER_NOTHING,
	ORDER_TAKE,
	ORDER_ASSIGN,
	ORDER_CONTACT,
	ORDER_COMPLEX,
	ORDER_VERIFY,
	ORDER_RECTIFY,
	ORDER_PROMISE,
	ORDER_RECTIFIED,
	ORDER_EXPLAIN,
	ORDER_APPEAL,
	ORDER_UPHOLD,
	ORDER_DISMISS,
	ORDER_PASS,
	ORDER_AGAIN,
	ORDER_LAPSE,
	ORDER_ACTIONS
};

#define ORDER_WHO_OFFICER 0x01u /* of the complaint desk or the coordinator */
#define ORDER_WHO_HANDLER 0x02u /* the named one */
#define ORDER_WHO_LEAD 0x04u    /* coordinator, manager of the centre */
#define ORDER_WHO_SECOND 0x08u  /* may decide an appeal: neither handler nor who appealed */
#define ORDER_WHO_AUTHOR 0x10u
#define ORDER_WHO_SYSTEM 0x20u

#define ORDER_ASK_WORDS 0x01u   /* what was done and found, or why; for the file */
#define ORDER_ASK_REPLY 0x02u   /* written answer, which the author reads and which is published masked */
#define ORDER_ASK_DATE 0x04u    /* by when it is rectified */
#define ORDER_ASK_FINDING 0x08u /* true, partly, untrue */
#define ORDER_ASK_HANDLER 0x10u /* who handles it */

#define ORDER_CLOCK_CONTACT 0x01u
#define ORDER_CLOCK_CLOSE 0x02u
#define ORDER_CLOCK_RECTIFY 0x04u
#define ORDER_CLOCKS_ALL 0x07u

#define ORDER_RECTIFY_MAX 60 /* days that a promised rectification may take */

#define ORDER_BIT(s) (UINT32_C(1) << (s))

struct order_row {
	uint32_t from; /* bits ORDER_BIT */
	enum order_action action;
	enum order_state to; /* ORDER_NONE: stays */
	uint32_t who, asks;
	uint32_t starts, stops; /* clocks */
	const char *outcome;    /* or NULL */
	const char *label;      /* of the button */
};
/* order_table - ends with a row whose action is ORDER_NOTHING. */
extern const struct order_row order_table[];
/* order_find - the row that lets `who` do it in this state, or NULL. */
const struct order_row *order_find(enum order_state state, enum order_action action, uint32_t who);

const char *order_state_key(enum order_state s);
enum order_state order_state_of(const char *key);
const char *order_state_name(enum order_state s); /* 已联系 */
const char *order_action_key(enum order_action a);
enum order_action order_action_of(const char *key);
const char *order_action_told(enum order_action a); /* 联系了评价人 */
const char *order_clock_name(const char *key);      /* 联系评价人 */
const char *order_finding_name(const char *key);    /* 属实 */
bool order_over(enum order_state s);

struct sql_rating_order_row;

#define ROLES_RATING (ROLE_COMPLAINT | ROLE_COORDINATOR | ROLE_MANAGER)

/* order_who - what this officer is to the order.  stands_in: for the person rated, or the other way round.  The person rated
 * and whoever stands in is nothing, whatever their roles. */
uint32_t order_who(const struct sql_rating_order_row *o, const struct actor *a, bool stands_in);
/* order_stands_in - since the order was opened. */
MUST_CHECK enum err order_stands_in(const struct casework *w, int64_t rated_id, int64_t staff_id, day since, bool *yes);
/* order_load - for an officer.  errors: ERR_NOT_FOUND also for the person rated and who stands in for them. */
MUST_CHECK enum err order_load(const struct casework *w, const struct actor *a, const char *number,
			       const struct sql_rating_order_row **o, uint32_t *who);

/* order_open - inside the transaction of the rating (or of its review).  staff_id 0: nobody in particular. */
MUST_CHECK enum err order_open(const struct casework *w, int64_t rating_id, const char *dept_code, int64_t staff_id);

struct order_args {
	const char *words, *reply;
	day date;
	const char *finding;
	int64_t handler_id; /* ORDER_ASSIGN */
	const char *handler_name;
};
/* order_apply - one row, by an officer: one transaction.  version: as the page had it.
 * errors: ERR_CONFLICT, ERR_FORBIDDEN, ERR_INVALID with *say; ERR_NOT_FOUND. */
MUST_CHECK enum err order_apply(const struct casework *w, int64_t id, int64_t version, enum order_action action,
				const struct actor *a, const struct order_args *args, const char **say);
/* order_rated_again - inside the transaction of the author's next rating. */
MUST_CHECK enum err order_rated_again(const struct casework *w, int64_t id, int64_t level);
/* order_lapse - by the clock job. */
MUST_CHECK enum err order_lapse(const struct casework *w, int64_t id);

#endif
