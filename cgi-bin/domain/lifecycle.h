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
	ACTION_HAND_OVER,          /* 10: paper goes to the department (INT-9) */
	ACTION_BEGIN_REVIEW,       /* 10: the department takes the case up, and signs for the paper */
	ACTION_OPINE,              /* the reviewer's opinion (REV-1) */
	ACTION_SPECIAL_START,      /* 11 */
	ACTION_SPECIAL_END,        /* 12 */
	ACTION_SUSPEND,            /* 13 */
	ACTION_RESUME,             /* 13 */
	ACTION_EXTEND,             /* 14 */
	ACTION_GRANT,              /* 15 */
	ACTION_REFUSE,             /* 15 */
	ACTION_FORWARD,            /* 15: first-level review done, up to the next level (ALL 43) */
	ACTION_GRANT_ON_SPOT,      /* 15 with 3 and 7 in one step: instant matters under a letter (CAT-7, REV-5) */
	ACTION_HOLD_RESULT,        /* 16 */
	ACTION_CLOSE_GAP,          /* 16: what was tolerated has come, and is right ... */
	ACTION_RETURN_GAP,         /* 16: ... or is not: what is wrong and what would be right is told (C.4) */
	ACTION_HAND_RESULT,        /* 17 */
	ACTION_ISSUE,              /* 18 */
	ACTION_DELIVER_ELECTRONIC, /* 18: the result stands in the applicant's account */
	ACTION_MAIL,               /* 19 */
	ACTION_CONFIRM_MAIL,       /* 19: signed for */
	ACTION_MAIL_BACK,          /* 19: came back undelivered */
	ACTION_ARCHIVE,            /* 20 */
	ACTION_WITHDRAW,           /* 21 */
	ACTION_TERMINATE,          /* 22 */
	ACTION_REVOKE,             /* 23 */
	ACTION_PASS_CHECK,         /* what was promised was checked and found true (CQ 5.3.5) */
	ACTION_PART_AGREE,         /* 15, joint: a department has no objection (REV-2) ... */
	ACTION_PART_OBJECT,        /* ... or objects; a later word of the same department takes the place of an earlier one */
	ACTION_PART_SILENT,        /* ... or has let its days pass */
	ACTION_PART_GRANT,         /* 15, one thing: a department decides the part that is its own (REV-3) */
	ACTION_PART_REFUSE,
	ACTION_PART_GUIDE,         /* ... or gives advice where nothing has to be decided */
	ACTION_PART_HAND_RESULT,   /* 17: one part's result, from its department to the window (OUT-1) */
	ACTION_PART_ISSUE,         /* 18: one part's result, handed over before the others */
	ACTION_PARTS_CONCLUDE,     /* 15: every part has its decision, and so has the case */
	ACTION_PARTS_DELIVERED,    /* 18: every part was handed over by itself: nothing is left to issue */
	ACTION_PART_REVOKE,        /* 23: one part's grant */
	ACTION_PARTS_REVOKED,      /* 23: of all that was granted nothing stands any more, and neither does the case */
	ACTION_REMIND,             /* 18: nobody has come for the result */
	ACTION_COUNT
};

/* Whose turn it is: the worklists, and the column cases.turn. */
enum turn { TURN_NONE = 0, TURN_APPLICANT, TURN_PRE_REVIEW, TURN_WINDOW, TURN_DEPT, TURN_CLOSED, TURN_COUNT };

enum clock_name { /* C.3 */
	CLOCK_FEEDBACK,
	CLOCK_CORRECTION,
	CLOCK_LEGAL,
	CLOCK_PROMISED,
	CLOCK_SPECIAL,  /* stated time of the special procedure that runs (ALL 45) */
	CLOCK_GAP,      /* what was tolerated has to come (C.4) */
	CLOCK_DELIVERY, /* decision to delivery (ALL 44) */
	CLOCK_MAIL,     /* result at the window to courier (ZJG 10(3)) */
	CLOCK_CHECK,    /* promises are checked (CQ 5.3.5) */
	CLOCK_ARCHIVE,  /* paper to the archive by the end of the next month (ZJG 12(4)) */
	CLOCK_COUNT
};
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
	DOCUMENT_GAP_PROMISE,         /* 容缺受理承诺书 */
	DOCUMENT_COMMITMENT_NOTICE,   /* 行政审批机关告知书 (CQ App B.1) */
	DOCUMENT_COMMITMENT_LETTER,   /* 信用承诺书 (CQ App B.2) */
	DOCUMENT_HANDOVER_SLIP,       /* 材料交接单, by the window */
	DOCUMENT_HANDOVER_RECEIPT,    /* 材料交接单, signed by the department */
	DOCUMENT_REVIEW_OPINION,      /* 审查意见, inside the authority */
	DOCUMENT_SPECIAL_NOTICE,      /* 特别程序告知书, states the time needed (ALL 45) */
	DOCUMENT_SPECIAL_RESULT,      /* 特别程序结果 */
	DOCUMENT_SUSPENSION,          /* 中止办理告知书 */
	DOCUMENT_RESUMPTION,          /* 恢复办理告知书 */
	DOCUMENT_EXTENSION,           /* 延期告知书 (ALL 42) */
	DOCUMENT_GRANT,               /* 准予决定书 (ALL 38) */
	DOCUMENT_REFUSAL,             /* 不予决定书: reasons and remedies (ALL 38) */
	DOCUMENT_CERTIFICATE,         /* the result itself (ALL 39) */
	DOCUMENT_FORWARDING,          /* 上报函 (ALL 43) */
	DOCUMENT_RESULT_HANDOVER,     /* 结果交接单, department to window */
	DOCUMENT_PROOF_OF_SERVICE,    /* 送达回证 */
	DOCUMENT_WAYBILL,             /* 寄递单 */
	DOCUMENT_ARCHIVE_LIST,        /* 归档目录 */
	DOCUMENT_REVOCATION,          /* 撤销决定书 */
	DOCUMENT_CHECK_RECORD,        /* 承诺核查记录 */
	DOCUMENT_PART_OPINION,        /* 联办意见书: a department's opinion to the lead, inside the authorities (REV-2) */
	DOCUMENT_PART_GUIDANCE,       /* 指导意见书: advice where nothing has to be decided (F8) */
	DOCUMENT_PARTS_RESULT,        /* 联办结果通知书: what became of each part (REV-3) */
	DOCUMENT_COUNT
};

/* Facts that rows ask for.  domain/case.h finds them; each has a sentence for people when it is missing.
 * A set of facts is one number with a bit for each, so that rows write A | B; 128 of them, for 64 were nearly used up. */
__extension__ typedef unsigned __int128 factset;
#define FACT(n) ((factset)1 << (n))
#define FACT_OWN_CASE FACT(0) /* the applicant's or agent's own */
#define FACT_IN_SCOPE FACT(1) /* officer of the centre, or of the case's department */
#define FACT_OWN_DEPT FACT(2) /* officer of the case's department */
#define FACT_FORM_VALID FACT(3) /* every shown field is right */
#define FACT_MATERIALS_READY FACT(4) /* each required one uploaded, shared, promised, tolerated or on paper */
#define FACT_NOT_PRE_REVIEWED FACT(5)
#define FACT_INTAKE_READY FACT(6) /* pre-review passed, or not from the web */
#define FACT_WEB FACT(7) /* applied online */
#define FACT_PAPER FACT(8) /* counter or post */
#define FACT_UNCLAIMED FACT(9)
#define FACT_CLAIM_MINE FACT(10) /* mine, or of the A post that I stand in for */
#define FACT_CLAIM_OTHER FACT(11)
#define FACT_CLAIM_FREE FACT(12) /* unclaimed or mine */
#define FACT_WINDOW_ACCEPTS FACT(13) /* acceptance_authority (domain 0-5) */
#define FACT_DEPT_ACCEPTS FACT(14)
#define FACT_ITEMS_LISTED FACT(15) /* at least one material judged missing or not in form */
#define FACT_COMPLETE FACT(16) /* every required one judged right, shared, promised or tolerated */
#define FACT_CONFIRM_DONE FACT(17) /* department confirmed, or the matter does not ask for it */
#define FACT_CONFIRM_OPEN FACT(18) /* confirmation is due and not asked for yet */
#define FACT_CONFIRM_ASKED FACT(19) /* the department has to say */
#define FACT_NOTICE_ALLOWED FACT(20) /* no notice yet on this receipt, or one more permitted */
#define FACT_REPEAT_OPEN FACT(21) /* there was one, and one more is not permitted yet */
#define FACT_ITEMS_SUPPLIED FACT(22) /* every listed item answered */
#define FACT_NOTICE_OVERDUE FACT(23) /* the last day of the correction clock is over */
#define FACT_TURN_WINDOW FACT(24) /* the window has to act */
#define FACT_TURN_DEPT FACT(25) /* the department has to act */
#define FACT_NUMBERED FACT(26) /* submitted at least once */
#define FACT_CORRECTABLE FACT(27) /* an incomplete file waits for correction (ALL 32(4)) ... */
#define FACT_WHOLE_RETURN FACT(28) /* ... or goes back whole, to apply anew (matter setting `incomplete`) */
#define FACT_PAPER_HELD FACT(29) /* paper lies at the window and was not handed over */
#define FACT_PAPER_SETTLED FACT(30) /* there is none, or it is under way to the department */
#define FACT_HAS_SPECIAL FACT(31) /* the matter lists a special procedure */
#define FACT_SUSPENDABLE FACT(32) /* the matter lists a cause of suspension */
#define FACT_EXTENDABLE FACT(33) /* the matter allows it, and it was not used (ALL 42: once) */
#define FACT_BEFORE_DUE FACT(34) /* the statutory limit has not passed */
#define FACT_OPINION FACT(35) /* a reviewer's opinion is recorded */
#define FACT_OTHER_ACCEPTED FACT(36) /* somebody else accepted it (ORG-2), or it is instant */
#define FACT_INSPECTED FACT(37) /* two officers were on the spot, where the matter asks for it */
#define FACT_PARTS_DONE FACT(38) /* every department of a joint matter has spoken, or its time is over */
#define FACT_UPWARD FACT(39) /* the next level decides (上报件) */
#define FACT_DECIDED_HERE FACT(40) /* this authority decides */
#define FACT_INSTANT FACT(41) /* 即办件 */
#define FACT_LETTER FACT(42) /* a valid letter lets the window decide (CAT-7) */
#define FACT_ON_SPOT FACT(43) /* was decided at the window: the result is there */
#define FACT_GAPS_OPEN FACT(44) /* something tolerated is still missing */
#define FACT_NO_GAPS FACT(45)
#define FACT_GAPS_SUPPLIED FACT(46) /* everything tolerated has come, */
#define FACT_GAPS_RIGHT FACT(47) /* and was judged right */
#define FACT_GAP_OVERDUE FACT(48)
#define FACT_GRANTED FACT(49)
#define FACT_BY_MAIL FACT(50) /* the applicant wants the result by mail */
#define FACT_ELECTRONIC FACT(51) /* ... in the account */
#define FACT_BY_HAND FACT(52) /* ... or comes for it, which is always possible */
#define FACT_CHECK_OPEN FACT(53) /* a promise is to be checked */
#define FACT_UNCOLLECTED FACT(54) /* the result has been waiting at the window too long */
#define FACT_ONE_RESULT FACT(55) /* one decision, the lead's; else each part has its own (REV-3) */
#define FACT_PARTS_CONSENT FACT(56) /* no department objects (REV-2) */
/* several decisions: until the case is decided, each of them is made; from then on, each was handed over by itself */
#define FACT_PARTS_SETTLED FACT(57)
#define FACT_PART_OPINES FACT(58) /* of the part that the act names: the actor's department has its say, */
#define FACT_PART_DECIDES FACT(59) /* decides it, */
#define FACT_PART_GUIDES FACT(60) /* or advises */
#define FACT_PART_OVERDUE FACT(61) /* an opinion whose last day is over */
#define FACT_PART_ISSUABLE FACT(62) /* decided, wanted by itself, and still at the window */
#define FACT_PART_HANDABLE FACT(63) /* decided by the actor's department, wanted by itself, and not at the window yet */
#define FACT_PART_REVOCABLE FACT(64) /* granted by the actor's department, and it stands */
#define FACT_PARTS_REVOKED FACT(65) /* several decisions: some were revoked, and no grant stands */
#define FACT_GAPS_CAME FACT(66)     /* something tolerated has come, */
#define FACT_GAPS_FAULTY FACT(67)   /* and was judged not to be right */
#define FACT_COUNT 68
#define FACT_ALL (FACT(FACT_COUNT) - 1)
/* officers of the department that a part of the case belongs to */
#define FACTS_PART_DEPT \
	(FACT_PART_OPINES | FACT_PART_DECIDES | FACT_PART_GUIDES | FACT_PART_HANDABLE | FACT_PART_REVOCABLE)

/* Facts that the act itself, or the applicant's next key stroke, may bring, and the one whose lack an officer has to be
 * told (one notice only): they never hide a button. */
#define FACTS_SOFT                                                                                              \
	(FACT_FORM_VALID | FACT_MATERIALS_READY | FACT_ITEMS_LISTED | FACT_COMPLETE | FACT_ITEMS_SUPPLIED |      \
	 FACT_NOTICE_ALLOWED | FACT_GAPS_RIGHT | FACT_GAPS_FAULTY)

/* What the act's form has to carry, so that a page knows what to ask. */
#define ASK_REASON UINT32_C(0x01)          /* a reason, told to the applicant */
#define ASK_VERDICTS UINT32_C(0x02)        /* verdicts per material may come with it */
#define ASK_GROUND UINT32_C(0x04)          /* ground of ALL 32(1)(2); with "not this authority" also the competent one */
#define ASK_NOTE UINT32_C(0x08)            /* what was done and why, for the file */
#define ASK_REASON_OR_ITEMS UINT32_C(0x10) /* faulty items, or else a reason */
#define ASK_ANSWERS UINT32_C(0x20)         /* form fields put right may come with it */
#define ASK_SPECIAL UINT32_C(0x40)         /* which special procedure, and how many working days it takes */
#define ASK_INSPECTORS UINT32_C(0x80)      /* result, and for an inspection the two officers or more (C.2 row 15) */
#define ASK_CAUSE UINT32_C(0x100)          /* which of the matter's causes of suspension */
#define ASK_DAYS UINT32_C(0x200)           /* by how many working days the limit is extended */
#define ASK_VALIDITY UINT32_C(0x400)       /* from when until when the result is valid */
#define ASK_STANCE UINT32_C(0x800)         /* for or against */
#define ASK_RECEIVER UINT32_C(0x1000)      /* who takes the result, and that the identity was checked */
#define ASK_WAYBILL UINT32_C(0x2000)       /* courier and number */
#define ASK_REVOKE_GROUND UINT32_C(0x4000) /* false promise, or a ground of ALL 69 */

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
#define EFFECT_PAPER_SENT UINT32_C(0x4000)
#define EFFECT_PAPER_SIGNED UINT32_C(0x8000)   /* for what was sent */
#define EFFECT_OPINION UINT32_C(0x10000)       /* the stance of the last opinion */
#define EFFECT_SPECIAL UINT32_C(0x20000)       /* which procedure runs; pauses what the matter's two flags say (0-6) */
#define EFFECT_SPECIAL_OVER UINT32_C(0x40000)
#define EFFECT_SUSPEND UINT32_C(0x80000)       /* which cause; pauses what its two flags say */
#define EFFECT_EXTEND UINT32_C(0x100000)       /* the limits grow, once */
#define EFFECT_GRANT UINT32_C(0x200000)        /* outcome, day and officer of the decision; certificate */
#define EFFECT_REFUSE UINT32_C(0x400000)
#define EFFECT_FORWARD UINT32_C(0x800000)
#define EFFECT_ON_SPOT UINT32_C(0x1000000)     /* decided at the window */
#define EFFECT_MAIL UINT32_C(0x2000000)        /* a waybill is made */
#define EFFECT_REVOKE UINT32_C(0x4000000)      /* the certificate (of a part: its own) is void; a false promise enters the
						* credit record */
#define EFFECT_AWAIT UINT32_C(0x20000000)      /* the result waits at the window: the day of the next reminder is set */
#define EFFECT_CONCLUDE UINT32_C(0x10000000)    /* outcome of the case from those of its parts: granted when one was */
#define EFFECT_PART_ISSUE UINT32_C(0x8000000) /* the part's papers are with the applicant */
#define EFFECT_PART_READY UINT32_C(0x40000000) /* the part's result is at the window */
#define EFFECT_GAP_BACK UINT32_C(0x80000000)   /* what came and is faulty is a gap again */
#define EFFECTS_DECIDE (EFFECT_GRANT | EFFECT_REFUSE | EFFECT_FORWARD | EFFECT_CONCLUDE)

/* C.2 has no states for the parts of a joint case (REV-2, REV-3); these are ours.  Keys as stored: waiting, open, ... */
enum part_state {
	PART_NONE,
	PART_WAITING, /* for the part that comes first */
	PART_OPEN,    /* its clock runs */
	PART_AGREED,  /* opinions: no objection, */
	PART_AGAINST, /* objection, */
	PART_SILENT,  /* or nothing by the last day, which counts as no objection */
	PART_GRANTED, /* decisions */
	PART_REFUSED,
	PART_GUIDED,  /* advice was given */
	PART_CLOSED,  /* cannot take place any more: what comes first was refused, or the case has ended */
	PART_REVOKED, /* was granted; the grant does not stand any more (row 23) */
	PART_STATES
};

struct transition {
	const char *row; /* number in C.2, "2a" for its parts */
	uint32_t from;   /* bits STATE_BIT */
	enum action action;
	enum state to; /* STATE_NONE: stays where it is */
	uint32_t who;  /* bits of domain/role.h, with the pseudo-roles */
	factset needs; /* FACT_ bits that must hold */
	uint32_t asks;
	uint32_t effects;
	enum clock_act clocks[CLOCK_COUNT];
	enum document_kind document;
	const char *message; /* key of domain/notice.h, or NULL: nobody is written to */
	const char *clause;  /* source of the rule, as domain C.2 cites it; kept in the event */
	const char *law;     /* the same for people, printed on documents; NULL: no statute */
	const char *label;   /* of the button */
	bool danger;         /* ends or turns back the case: the page asks once more */
	enum part_state part; /* what becomes of the part that the act names; PART_NONE: the act is about the whole case */
	bool at_once;        /* the system does it in the same transaction as the act that made it possible */
};

#define STATE_BIT(s) (UINT32_C(1) << (s))

/* lifecycle_table - ends with a row whose action is ACTION_NONE. */
extern const struct transition lifecycle_table[];

/* lifecycle_find - the row that lets `roles` do `action` in `state` with these facts.
 * When there is none: NULL, and *why is one polite Chinese sentence: wrong state, not this post, or the first fact that
 * is missing; *missing (may be NULL) are the missing facts of the nearest row, 0 when state or post is at fault. */
const struct transition *lifecycle_find(enum state state, enum action action, uint32_t roles, factset facts,
					const char **why, factset *missing);

/* lifecycle_follows - the row that the system does at once in this state, or NULL. */
const struct transition *lifecycle_follows(enum state state, factset facts);

/* lifecycle_in_state - some row has this action in this state, whoever asks. */
bool lifecycle_in_state(enum state state, enum action action);

/* lifecycle_allowed - the rows open to `roles` now, in table order, for buttons.  Facts that the act itself brings
 * (verdicts posted with it) do not hide a row: see `asks`.  Returns how many of `out` were filled. */
#define LIFECYCLE_MAX 32
size_t lifecycle_allowed(enum state state, uint32_t roles, factset facts,
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
const char *lifecycle_missing(factset fact);

/* Stored keys and Chinese names.  The _key functions never return NULL for a value of the enum; the _of functions
 * return the 0 value for an unknown key. */
const char *state_key(enum state s);
enum state state_of(const char *key);
const char *state_name(enum state s); /* 已收件 */
/* state_name_numbered - of a case that has its number: there a draft is one that pre-review sent back. */
const char *state_name_numbered(enum state s);
bool state_terminal(enum state s); /* nobody has to do anything more; a certificate may still be revoked (row 23) */
const char *action_key(enum action a);
enum action action_of(const char *key);
const char *action_told(enum action a); /* for the timeline: 窗口已收件 */
bool action_public(enum action a);      /* shown on the applicant's timeline; false: staff only */
const char *turn_key(enum turn t);
enum turn turn_of(const char *key);
const char *turn_name(enum turn t); /* 窗口 */
const char *part_state_key(enum part_state s);
enum part_state part_state_of(const char *key);
const char *part_state_name(enum part_state s); /* 已准予 */
/* transition_of_part - the row is about one part of a joint case, which the act has to name. */
bool transition_of_part(const struct transition *t);
/* action_of_part - the same of an action: one that is not looks away from whatever part its arguments name. */
bool action_of_part(enum action action);
const char *clock_key(enum clock_name c);
const char *clock_title(enum clock_name c); /* 法定时限 */
const char *clock_act_key(enum clock_act a);
/* clause_text - a row's clause with the rules' names in place of their letters: 行政许可法 32(4)；DB50/T 957.1 附录A */
char *clause_text(void *ctx, const char *clause);

#endif
