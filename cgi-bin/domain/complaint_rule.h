/* complaint_rule.h - complaints as plain data: what they are about, who answers for which fault (ZJG 14), who may do what in
 * which state, and which level follows when an answer does not settle it.  Pure: no database, no time. */
#ifndef DOMAIN_COMPLAINT_RULE_H
#define DOMAIN_COMPLAINT_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/role.h"
#include "domain/voice_rule.h"

/* --- words --------------------------------------------------------------------------------------------------------- */

extern const struct voice_word complaint_kinds[];    /* domain D.5 */
extern const struct voice_word complaint_abouts[];   /* case, window, person, none */
extern const struct voice_word complaint_findings[]; /* what came out of it */
extern const struct voice_word complaint_channels[];

/* --- ZJG 14: whose fault it is to answer for ---------------------------------------------------------------------- */

#define UNIT_CENTRE "centre" /* the window and the service centre; else a department code */

struct complaint_fault {
	const char *key;
	const char *name;   /* for officers, in the words of the rule */
	const char *plain;  /* for the writer */
	bool dept;          /* the department answers in the main; false: the window */
	const char *clause; /* ZJG 14(1)1 */
};
/* complaint_faults - ends with a row whose key is NULL. */
extern const struct complaint_fault complaint_faults[];
const struct complaint_fault *complaint_fault(const char *key); /* NULL when unknown or NULL */
/* complaint_unit - who answers: UNIT_CENTRE, or dept_code when the department does; NULL when that is not known. */
const char *complaint_unit(const struct complaint_fault *fault, const char *dept_code);

/* --- levels -------------------------------------------------------------------------------------------------------- */

struct complaint_level {
	const char *name;     /* 窗口或承办部门 */
	uint32_t centre;      /* roles that handle it there when the centre answers; officers of no department */
	uint32_t dept;        /* roles in the department, when that answers */
	uint32_t above;       /* roles of the centre that handle it whoever answers */
};
#define COMPLAINT_LEVELS 3
const struct complaint_level *complaint_level(int64_t n); /* 1 ... COMPLAINT_LEVELS; NULL beyond */
/* complaint_at_level - an officer with these roles, of this department ("" or NULL: the centre), handles what `unit` answers
 * for at level n. */
bool complaint_at_level(int64_t n, const char *unit, uint32_t roles, const char *dept);

/* --- states and acts ------------------------------------------------------------------------------------------------ */

enum complaint_state {
	COMPLAINT_RECEIVED = 1, /* nobody is assigned yet */
	COMPLAINT_ROUTED,       /* a unit is; nobody took it yet */
	COMPLAINT_HANDLING,
	COMPLAINT_ANSWERED,
	COMPLAINT_CLOSED,
	COMPLAINT_WITHDRAWN,
	COMPLAINT_WITHHELD, /* abuse: set aside with a reason, for the supervisor to see */
	COMPLAINT_STATES
};
enum complaint_action {
	COMPLAINT_SEND = 1, /* made: not in the table of acts */
	COMPLAINT_ROUTE,
	COMPLAINT_REROUTE,
	COMPLAINT_RETURN, /* not ours: back to the complaint desk */
	COMPLAINT_NAME,   /* record whom it is about */
	COMPLAINT_TAKE,
	COMPLAINT_RELEASE,
	COMPLAINT_ANSWER,
	COMPLAINT_SATISFIED,
	COMPLAINT_REOPEN,
	COMPLAINT_LAPSE,
	COMPLAINT_ADD,
	COMPLAINT_WITHDRAW,
	COMPLAINT_WITHHOLD,
	COMPLAINT_RESTORE,
	COMPLAINT_ACTIONS
};

/* what holds for the actor and the complaint */
#define CF_ABOUT_ME UINT32_C(0x01)  /* it is about the officer, or about whom they stand in for */
#define CF_MINE UINT32_C(0x02)      /* the officer took it */
#define CF_AT_LEVEL UINT32_C(0x04)  /* complaint_at_level */
#define CF_BEFORE UINT32_C(0x08)    /* the officer answered it at a lower level */
#define CF_LAST UINT32_C(0x10)      /* there is no higher level */
#define CF_MY_HOLD UINT32_C(0x20)   /* the officer withheld it */
#define CF_ALL UINT32_C(0x3f)

enum complaint_due { CDUE_KEEP, CDUE_START, CDUE_STOP };

extern const struct voice_rule complaint_rule; /* facts CF_, due CDUE_ */

#endif
