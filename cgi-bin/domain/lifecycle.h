/* lifecycle.h - the one table of what may happen to a case (domain C.2), and questions about it.
 *
 * Pure: no database, no time of day.  domain/case.h applies a row; pages draw their buttons from lifecycle_allowed;
 * nothing else changes the state of a case. */
#ifndef DOMAIN_LIFECYCLE_H
#define DOMAIN_LIFECYCLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/role.h"

/* C.1.  Keys as stored: draft, submitted, ... */
enum state {
	STATE_NONE = 0,
	STATE_DRAFT,
	STATE_SUBMITTED,
	STATE_PRE_REVIEW,
	STATE_RECEIVED,
	STATE_CORRECTION,
	STATE_ACCEPTED,
	STATE_IN_REVIEW,
	STATE_SPECIAL_PROCEDURE,
	STATE_SUSPENDED,
	STATE_DECIDED,
	STATE_RESULT_HELD,
	STATE_RESULT_READY,
	STATE_MAILING,
	STATE_DELIVERED,
	STATE_ARCHIVED,
	STATE_NOT_ACCEPTED,
	STATE_WITHDRAWN,
	STATE_TERMINATED,
	STATE_REVOKED,
	STATE_COUNT
};

enum action {
	ACTION_NONE = 0,
	ACTION_SUBMIT,             /* 1 */
	ACTION_PRE_REVIEW_CLAIM,   /* 2 */
	ACTION_PRE_REVIEW_RELEASE, /* 2: back to the list, undecided */
	ACTION_PRE_REVIEW_PASS,    /* 2 */
	ACTION_PRE_REVIEW_RETURN,  /* 2: all reasons at once */
	ACTION_RECEIVE,            /* 3 */
	ACTION_CLAIM,              /* take a case from the worklist; the state stays */
	ACTION_RELEASE,            /* give it back; the coordinator may do so for somebody who is away */
	ACTION_JUDGE,              /* verdicts on materials recorded; nothing is sent */
	ACTION_CORRECT_ON_SPOT,    /* 4 */
	ACTION_ASK_CONFIRMATION,   /* 5: clerk shows the list to the department (AY 6.1.3) */
	ACTION_CONFIRM_CORRECTION, /* 5: department agrees */
	ACTION_DECLINE_CORRECTION, /* 5: department does not */
	ACTION_PERMIT_REPEAT,      /* 5: supervisor's reason for one more notice (invariant e) */
	ACTION_NOTIFY_CORRECTION,  /* 5 */
	ACTION_RETURN_FILE,        /* 5, matters whose incomplete files go back whole: one-time notice, apply anew */
	ACTION_ANSWER_CORRECTION,  /* 6 */
	ACTION_ACCEPT,             /* 7 */
	ACTION_DEEM_ACCEPTED,      /* 8 */
	ACTION_REFUSE_ACCEPTANCE,  /* 9 */
	ACTION_WITHDRAW,           /* 21 */
	ACTION_TERMINATE,          /* 22 */
	ACTION_COUNT
};

/* Whose turn it is: the worklists, and the column cases.turn. */
enum turn { TURN_NONE = 0, TURN_APPLICANT, TURN_PRE_REVIEW, TURN_WINDOW, TURN_DEPT, TURN_CLOSED, TURN_COUNT };

enum clock_name { CLOCK_FEEDBACK, CLOCK_CORRECTION, CLOCK_LEGAL, CLOCK_PROMISED, CLOCK_COUNT }; /* C.3 */
#define CLOCK_BIT(c) (UINT32_C(1) << (c)) /* in sets of clocks */
enum clock_act { CLOCK_LEAVE = 0, CLOCK_START, CLOCK_STOP, CLOCK_PAUSE, CLOCK_RESUME, CLOCK_MOVE };

/* Documents that a row issues; domain/document.h knows title and number series of each. */
enum document_kind {
	DOCUMENT_NONE = 0,
	DOCUMENT_SUBMISSION_RECEIPT,  /* 提交回执, no legal effect, no number */
	DOCUMENT_PRE_REVIEW_OPINION,  /* 预审意见, no number */
	DOCUMENT_RECEIPT_SLIP,        /* 收件凭证 */
	DOCUMENT_ONE_TIME_NOTICE,     /* 一次性告知书 (CQ App A) */
	DOCUMENT_SUPPLEMENT_RECEIPT,  /* 补正材料接收凭证 */
	DOCUMENT_ACCEPTANCE_NOTICE,   /* 受理通知书 */
	DOCUMENT_DEEMED_NOTICE,       /* 受理通知书, deemed by law */
	DOCUMENT_DEFICIENT_NOTICE,    /* 容缺受理通知书, beside the acceptance notice when gaps are open */
	DOCUMENT_NON_ACCEPTANCE,      /* 不予受理决定书 */
	DOCUMENT_WITHDRAWAL,          /* 撤回确认书 */
	DOCUMENT_TERMINATION,         /* 终止告知书 */
	DOCUMENT_COUNT
};

/* Facts that rows ask for.  domain/case.h finds them; each has a sentence for people when it is missing. */
#define FACT_OWN_CASE UINT32_C(0x00000001)        /* the applicant's or agent's own */
#define FACT_IN_SCOPE UINT32_C(0x00000002)        /* officer of the centre, or of the case's department */
#define FACT_OWN_DEPT UINT32_C(0x00000004)        /* officer of the case's department */
#define FACT_FORM_VALID UINT32_C(0x00000008)      /* every shown field is right */
#define FACT_MATERIALS_READY UINT32_C(0x00000010) /* each required one uploaded, shared, promised, tolerated or on paper */
#define FACT_NOT_PRE_REVIEWED UINT32_C(0x00000020)
#define FACT_INTAKE_READY UINT32_C(0x00000040)    /* pre-review passed, or not from the web */
#define FACT_WEB UINT32_C(0x00000080)             /* applied online */
#define FACT_PAPER UINT32_C(0x00000100)           /* counter or post */
#define FACT_UNCLAIMED UINT32_C(0x00000200)
#define FACT_CLAIM_MINE UINT32_C(0x00000400)      /* mine, or of the A post that I stand in for */
#define FACT_CLAIM_OTHER UINT32_C(0x00000800)
#define FACT_CLAIM_FREE UINT32_C(0x00001000)      /* unclaimed or mine */
#define FACT_WINDOW_ACCEPTS UINT32_C(0x00002000)  /* acceptance_authority (domain 0-5) */
#define FACT_DEPT_ACCEPTS UINT32_C(0x00004000)
#define FACT_ITEMS_LISTED UINT32_C(0x00008000)    /* at least one material judged missing or not in form */
#define FACT_COMPLETE UINT32_C(0x00010000)        /* every required one judged right, shared, promised or tolerated */
#define FACT_CONFIRM_DONE UINT32_C(0x00020000)    /* department confirmed, or the matter does not ask for it */
#define FACT_CONFIRM_OPEN UINT32_C(0x00040000)    /* confirmation is due and not asked for yet */
#define FACT_CONFIRM_ASKED UINT32_C(0x00080000)   /* the department has to say */
#define FACT_NOTICE_ALLOWED UINT32_C(0x00100000)  /* no notice yet on this receipt, or one more permitted */
#define FACT_REPEAT_OPEN UINT32_C(0x00200000)     /* there was one, and one more is not permitted yet */
#define FACT_ITEMS_SUPPLIED UINT32_C(0x00400000)  /* every listed item answered */
#define FACT_NOTICE_OVERDUE UINT32_C(0x00800000)  /* the last day of the correction clock is over */
#define FACT_TURN_WINDOW UINT32_C(0x01000000)     /* the window has to act */
#define FACT_TURN_DEPT UINT32_C(0x02000000)       /* the department has to act */
#define FACT_NUMBERED UINT32_C(0x04000000)        /* submitted at least once */
#define FACT_CORRECTABLE UINT32_C(0x08000000)     /* an incomplete file waits for correction (ALL 32(4)) ... */
#define FACT_WHOLE_RETURN UINT32_C(0x10000000)    /* ... or goes back whole, to apply anew (matter setting `incomplete`) */
#define FACT_ALL UINT32_C(0x1fffffff)

/* Facts that the act itself, or the applicant's next key stroke, may bring, and the one whose lack an officer has to be
 * told (one notice only): they never hide a button. */
#define FACTS_SOFT                                                                                              \
	(FACT_FORM_VALID | FACT_MATERIALS_READY | FACT_ITEMS_LISTED | FACT_COMPLETE | FACT_ITEMS_SUPPLIED |      \
	 FACT_NOTICE_ALLOWED)

/* What the act's form has to carry, so that a page knows what to ask. */
#define ASK_REASON UINT32_C(0x01)          /* a reason, told to the applicant */
#define ASK_VERDICTS UINT32_C(0x02)        /* verdicts per material may come with it */
#define ASK_GROUND UINT32_C(0x04)          /* ground of ALL 32(1)(2); with "not this authority" also the competent one */
#define ASK_NOTE UINT32_C(0x08)            /* what was done and why, for the file */
#define ASK_REASON_OR_ITEMS UINT32_C(0x10) /* faulty items, or else a reason */
#define ASK_ANSWERS UINT32_C(0x20)         /* form fields put right may come with it */

#define EFFECT_NUMBER UINT32_C(0x0001)      /* give the case its numbers, once */
#define EFFECT_CLAIM UINT32_C(0x0002)       /* the actor has the case from now on */
#define EFFECT_UNCLAIM UINT32_C(0x0004)     /* nobody has it; also whenever the turn passes to somebody else */
#define EFFECT_PASS UINT32_C(0x0008)        /* pre-review passed */
#define EFFECT_RETURN UINT32_C(0x0010)      /* back to the draft: new submit key, items marked */
#define EFFECT_LIST UINT32_C(0x0020)        /* items judged wrong are listed for correction; the round counts */
#define EFFECT_RECEIVE UINT32_C(0x0040)     /* sets the receipt day */
#define EFFECT_ACCEPT UINT32_C(0x0080)      /* sets acceptance day and officer */
#define EFFECT_ASKED UINT32_C(0x0100)       /* confirm_state becomes asked, */
#define EFFECT_CONFIRMED UINT32_C(0x0200)   /* confirmed, */
#define EFFECT_UNCONFIRM UINT32_C(0x0400)   /* none */
#define EFFECT_PERMIT UINT32_C(0x0800)      /* one more notice permitted */
#define EFFECT_SUPERVISE UINT32_C(0x1000)   /* alert for the supervisor */
#define EFFECT_SUBMITTED UINT32_C(0x2000)   /* sets submitted_at */

struct transition {
	const char *row; /* number in C.2, "2a" for its parts */
	uint32_t from;   /* bits STATE_BIT */
	enum action action;
	enum state to; /* STATE_NONE: stays where it is */
	uint32_t who;  /* bits of domain/role.h, with the pseudo-roles */
	uint32_t needs; /* FACT_ bits that must hold */
	uint32_t asks;
	uint32_t effects;
	enum clock_act clocks[CLOCK_COUNT];
	enum document_kind document;
	const char *message; /* key of domain/notice.h, or NULL: nobody is written to */
	const char *clause;  /* source of the rule, as domain C.2 cites it; kept in the event */
	const char *law;     /* the same for people, printed on documents; NULL: no statute */
	const char *label;   /* of the button */
	bool danger;         /* ends or turns back the case: the page asks once more */
};

#define STATE_BIT(s) (UINT32_C(1) << (s))

/* lifecycle_table - ends with a row whose action is ACTION_NONE. */
extern const struct transition lifecycle_table[];

/* lifecycle_find - the row that lets `roles` do `action` in `state` with these facts.
 * When there is none: NULL, and *why is one polite Chinese sentence: wrong state, not this post, or the first fact that
 * is missing; *missing (may be NULL) are the missing facts of the nearest row, 0 when state or post is at fault. */
const struct transition *lifecycle_find(enum state state, enum action action, uint32_t roles, uint32_t facts,
					const char **why, uint32_t *missing);

/* lifecycle_in_state - some row has this action in this state, whoever asks. */
bool lifecycle_in_state(enum state state, enum action action);

/* lifecycle_allowed - the rows open to `roles` now, in table order, for buttons.  Facts that the act itself brings
 * (verdicts posted with it) do not hide a row: see `asks`.  Returns how many of `out` were filled. */
#define LIFECYCLE_MAX 24
size_t lifecycle_allowed(enum state state, uint32_t roles, uint32_t facts,
			 const struct transition *out[static LIFECYCLE_MAX]);

/* lifecycle_turn - who acts next.  pre_reviewed: since the last submission. */
struct turn_facts {
	enum state state;
	bool web;
	bool pre_reviewed;
	bool dept_accepts;
	bool confirm_asked;
	bool confirmed;
};
enum turn lifecycle_turn(const struct turn_facts *f);

/* lifecycle_missing - the sentence for one missing fact. */
const char *lifecycle_missing(uint32_t fact);

/* Stored keys and Chinese names.  The _key functions never return NULL for a value of the enum; the _of functions
 * return the 0 value for an unknown key. */
const char *state_key(enum state s);
enum state state_of(const char *key);
const char *state_name(enum state s); /* 已收件 */
/* state_name_numbered - of a case that has its number: there a draft is one that pre-review sent back. */
const char *state_name_numbered(enum state s);
bool state_terminal(enum state s); /* nothing more can happen */
const char *action_key(enum action a);
enum action action_of(const char *key);
const char *action_told(enum action a); /* for the timeline: 窗口已收件 */
bool action_public(enum action a);      /* shown on the applicant's timeline; false: staff only */
const char *turn_key(enum turn t);
enum turn turn_of(const char *key);
const char *turn_name(enum turn t); /* 窗口 */
const char *clock_key(enum clock_name c);
const char *clock_title(enum clock_name c); /* 法定时限 */
const char *clock_act_key(enum clock_act a);
/* clause_text - a row's clause with the rules' names in place of their letters: 行政许可法 32(4)；DB50/T 957.1 附录A */
char *clause_text(void *ctx, const char *clause);

#endif
