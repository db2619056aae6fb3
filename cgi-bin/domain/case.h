/* case.h - a case as programs see it, and the one function that changes one.
 *
 * Pages load a case (case_load and its like), draw buttons from case_allowed, and post back version and action;
 * case_apply does the rest in one transaction: lock, check, move, event, clocks, numbered document, messages. */
#ifndef DOMAIN_CASE_H
#define DOMAIN_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/conf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/time.h"
#include "domain/calendar.h"
#include "domain/lifecycle.h"
#include "domain/role.h"
#include "wrap/crypt.h"
#include "wrap/db.h"

struct matter;        /* domain/matter.h: a published revision */
struct matter_cache;
struct mform_answers; /* domain/form.h */

/* casework - what every act on a case needs; filled by the program for each request (or round of a job). */
struct casework {
	void *ctx; /* results hang here */
	struct db *db;
	const struct conf *conf;
	const struct keys *keys;
	const struct calendar *calendar;
	struct matter_cache *matters; /* revisions in memory; NULL: read from the database each time */
	msec now;                     /* one instant for the whole act */
};

#define DUE_NEVER (day_make(9999, 12, 31)) /* casefile.next_due when no clock runs */

/* MATERIAL_FILLED: the form filled in online is this material (matter_material.from_form) */
enum material_state {
	MATERIAL_NONE,
	MATERIAL_UPLOADED,
	MATERIAL_PAPER,
	MATERIAL_SHARED,
	MATERIAL_PROMISED,
	MATERIAL_GAP,
	MATERIAL_FILLED
};
enum verdict { VERDICT_NONE, VERDICT_OK, VERDICT_MISSING, VERDICT_NOT_IN_FORM };

/* case_item - one material of the case, or ("f.NAME") one field of its form that a notice names. */
struct case_item {
	const char *item; /* material key, or "f." and the field's key */
	int64_t seq;
	const char *name;
	enum material_state state;
	enum verdict verdict;
	const char *reason; /* what is wrong; NULL unless missing or not in form */
	const char *remedy; /* what would be right */
	bool listed;        /* in the last notice or return */
	msec supplied_at;   /* answered since then, or MSEC_NONE */
	int64_t files;      /* files attached now */
	int64_t certificate; /* of the library, used as this material (domain/reuse.h); 0: none */
	bool gap;           /* was tolerated at acceptance; closed when judged right (C.4) */
};

/* casefile - the head of a case and its materials.  Days are DAY_NONE and instants MSEC_NONE when not set. */
struct casefile {
	int64_t id;
	struct bytes ref; /* 8 bytes, for case_token */
	int64_t token_version;
	const char *submit_key;
	const char *case_no;  /* NULL until submitted */
	const char *short_no; /* NULL until submitted */
	int64_t matter_id, revision_id;
	const char *matter_code, *matter_name;
	const char *dept_code, *dept_name;
	bool dept_accepts;
	int64_t account_id; /* 0: none */
	const char *channel; /* web, counter, post */
	const char *delivery; /* counter, mail, electronic */
	bool committed;       /* by notification and commitment (C.5) */
	const char *applicant_kind; /* natural, legal, other_org */
	const char *applicant_name, *applicant_id_type, *applicant_id_mask;
	const char *applicant_phone_mask; /* or NULL */
	const char *legal_rep;            /* or NULL */
	const char *agent_name, *agent_id_type, *agent_id_mask, *agent_phone_mask; /* NULL: no agent */
	enum state state;
	enum turn turn;
	int64_t draft_version;
	msec created_at, saved_at, submitted_at, pre_reviewed_at;
	day received_day, accepted_day;
	int64_t accepted_by;
	day due[CLOCK_COUNT]; /* last day of each clock that was started, also when it has stopped */
	uint32_t running;     /* CLOCK_BIT of each clock that runs */
	day correction_from;  /* receipt from which the correction clock counts */
	bool provisional;     /* a due date lies in a year without a published calendar */
	day next_due;         /* DUE_NEVER: none */
	int64_t claimed_by;   /* staff id, 0: nobody */
	const char *claimed_name;
	msec claimed_at;
	const char *confirm_state; /* none, asked, confirmed */
	int64_t correction_round;
	bool repeat_permitted;
	const char *paper_state; /* none, sent, signed: paper on its way to the department (INT-9) */
	const char *opinion;     /* none, agree, against: the reviewer's last */
	int64_t procedure_at;    /* special procedure or cause of suspension that runs: place in the matter's list, from 1 */
	bool inspected;          /* two officers' result is recorded */
	int64_t extended_days;   /* working days; 0: not extended (ALL 42: once) */
	const char *outcome;     /* NULL until decided; granted, refused, forwarded */
	day decided_day;
	int64_t decided_by;
	bool on_spot;            /* decided at the window */
	day ready_day;           /* the result came to the window */
	day remind_due;          /* last day before the next reminder to come for it; DAY_NONE: none, not to be collected */
	const char *letter;      /* number of the letter under which the window may decide today (CAT-7), or NULL */
	int64_t version;
	int64_t event_count;
	struct bytes event_head;
	struct case_item *items;
	size_t nitems;
	struct case_part *parts; /* of a joint case, from acceptance (domain/case_part.h) */
	size_t nparts;
	const char *collect; /* several results: together, singly; NULL: one result */
	int64_t part_at;     /* seq of the part that the next act is about; 0: the whole case */
	const struct matter *matter; /* its revision; from the cache, if there is one: good until the next case is loaded */
};

/* case_load - by id; for officers and jobs.  The caller has checked that the person may see it (case_visible).
 * case_load_own - only when it belongs to the account.  errors: ERR_NOT_FOUND also when it is somebody else's.
 * case_find - id by case number or short number, as typed. errors: ERR_NOT_FOUND. */
MUST_CHECK enum err case_load(const struct casework *w, int64_t id, struct casefile **out);
MUST_CHECK enum err case_load_own(const struct casework *w, int64_t account_id, int64_t id, struct casefile **out);
MUST_CHECK enum err case_find(const struct casework *w, const char *number, int64_t *id);
/* case_visible - centre posts see all cases, department posts their own department's.  Whether an officer may open a case:
 * case_open_to (domain/case_part.h), which knows the departments of joint cases too. */
bool case_visible(const struct actor *a, const char *dept_code);
struct material_need; /* domain/matter.h */
/* case_item_ready - handed in, in a way that the matter admits for these answers.  it may be NULL. */
bool case_item_ready(const struct case_item *it, const struct material_need *need);
/* case_gap_faulty - it was tolerated, has come, and was judged not to be right (C.4). */
bool case_gap_faulty(const struct case_item *it);
/* case_field_item_name - how a list of faults names a field of the form. */
char *case_field_item_name(void *ctx, const char *label);
/* case_item_find - or NULL. */
const struct case_item *case_item_find(const struct casefile *c, const char *item);

/* case_facts - FACT_ bits that hold for this actor.  Those about contents (FACT_FORM_VALID, FACT_MATERIALS_READY,
 * FACT_COMPLETE) cost a look at the answers and are found only where a row asks for them.
 * case_facts_plain - the same without those three, without a look at the database. */
factset case_facts_plain(const struct casework *w, const struct casefile *c, const struct actor *a);
MUST_CHECK enum err case_facts(const struct casework *w, const struct casefile *c, const struct actor *a,
			       factset *facts);
/* case_allowed - rows open to this actor now, for buttons. */
struct case_actions {
	const struct transition *at[LIFECYCLE_MAX];
	size_t n;
};
MUST_CHECK enum err case_allowed(const struct casework *w, const struct casefile *c, const struct actor *a,
				 struct case_actions *out);

/* case_judgement - a verdict posted with an act.  item: material key, or "f." and a field's key.
 * VERDICT_MISSING and VERDICT_NOT_IN_FORM need reason and remedy. */
struct case_judgement {
	const char *item;
	enum verdict verdict;
	const char *reason;
	const char *remedy;
};

/* ground of a refusal to accept (ALL 32(1)(2)) */
enum ground { GROUND_NONE, GROUND_NO_LICENCE_NEEDED, GROUND_OTHER_AUTHORITY };

/* ground of a revocation */
enum revoke_ground { REVOKE_NONE, REVOKE_FALSE_PROMISE, REVOKE_UNLAWFUL, REVOKE_FRAUD };
const char *revoke_ground_text(enum revoke_ground g);

/* who takes the result (OUT-2) */
struct case_receiver {
	const char *name;
	const char *relation; /* self, agent */
	const char *id_tail;  /* last four characters of the document that was shown */
	bool checked;         /* the officer compared person, document and, for an agent, the authority */
};

struct case_args {
	const char *reason; /* up to 2,000 characters; told to the applicant */
	const char *note;   /* the same, for staff only */
	const struct case_judgement *judgements;
	size_t njudgements;
	enum ground ground;
	const char *authority; /* GROUND_OTHER_AUTHORITY: the competent one */
	const struct mform_answers *answers; /* ASK_ANSWERS: fields put right on the spot, or NULL */
	const char *submit_key;              /* ACTION_SUBMIT: as the page had it; see draft_submit */
	int64_t procedure;                   /* ASK_SPECIAL, ASK_CAUSE: place in the matter's list, from 1 */
	int64_t days;                        /* ASK_SPECIAL, ASK_DAYS: working days */
	const char *inspectors[4];           /* ASK_INSPECTORS: names; NULL or "" where there is none */
	day valid_from, valid_until;         /* ASK_VALIDITY: 0 and DAY_NONE are "from the decision" and "without end" */
	const char *stance;                  /* ASK_STANCE: agree, against */
	struct case_receiver receiver;       /* ASK_RECEIVER */
	const char *courier, *waybill;       /* ASK_WAYBILL */
	enum revoke_ground revoke;           /* ASK_REVOKE_GROUND */
	int64_t part;                        /* seq of the part of a joint case that the act is about; 0: the whole case */
};

struct case_result {
	int64_t case_id;
	int64_t version; /* after the act */
	enum state state;
	int64_t event_seq;
	int64_t document_id; /* first document issued, or 0 */
	const char *case_no, *short_no;
	bool repeated;   /* nothing was done: the same act of the same actor had been done before (double click) */
	const char *say; /* Chinese, for the page, whenever the result is not ERR_NONE (except 500 and 503) */
	const char *item; /* ERR_INVALID: the material or field at fault, or NULL */
	/* ERR_CONFLICT: who acted first */
	const char *first_name;
	const char *first_did; /* 窗口已收件 */
	msec first_at;
};

/* case_apply - do one row of the lifecycle table.
 * version: casefile.version when the page was drawn; 0: not checked (jobs).
 * Everything or nothing: one transaction, repeated on a deadlock.  args may be NULL.
 * errors: ERR_CONFLICT (somebody acted first, or the state does not allow it any more), ERR_FORBIDDEN (not this post, or
 * a fact that the law asks for is missing), ERR_INVALID (reason or verdicts wanted), ERR_NOT_FOUND, ERR_UNAVAILABLE;
 * out->say is set for all but the last. */
MUST_CHECK enum err case_apply(const struct casework *w, int64_t case_id, int64_t version, enum action action,
			       const struct actor *a, const struct case_args *args, struct case_result *out);
/* case_rehearse - the same checks and the same answers, and nothing is kept: before a page asks whether an act that cannot
 * be taken back shall really be done. */
MUST_CHECK enum err case_rehearse(const struct casework *w, int64_t case_id, int64_t version, enum action action,
				  const struct actor *a, const struct case_args *args, struct case_result *out);

/* case_look - on record: this officer looked at this part of the case (domain H).  what: case, document 12, phone. */
MUST_CHECK enum err case_look(const struct casework *w, const struct actor *a, const char *ip, int64_t case_id,
			      const char *what, const char *reason);
/* case_reveal - a sealed value in clear, for an officer who says why; the look is logged first (domain H).
 * field: id, phone, address, agent_id, agent_phone, or "f." and the key of a field of the form.  *plain is NULL when the
 * case has none.
 * errors: ERR_INVALID without a reason or for an unknown field. */
MUST_CHECK enum err case_reveal(const struct casework *w, const struct actor *a, const char *ip, int64_t case_id,
				const char *field, const char *reason, char **plain);

/* The token of /t/{token}: base32 of ref and the first 8 bytes of a keyed hash of ref and version.  Nothing secret is
 * stored; raising cases.token_version revokes it. */
char *case_token(void *ctx, const struct keys *k, struct bytes ref, int64_t token_version);
/* case_token_ref - the 8 bytes by which to look; false when it cannot be a token at all. */
bool case_token_ref(void *ctx, const char *token, struct bytes *ref);
/* case_token_ok - same time whatever is wrong. */
bool case_token_ok(void *ctx, const struct keys *k, const char *token, struct bytes ref, int64_t token_version);

const char *material_state_key(enum material_state s);
enum material_state material_state_of(const char *key);
const char *material_state_name(enum material_state s); /* 已上传 */
const char *verdict_key(enum verdict v);
enum verdict verdict_of(const char *key);
const char *verdict_name(enum verdict v); /* 材料不齐全 */
const char *channel_name(const char *channel); /* 网上申请 */
const char *delivery_name(const char *delivery); /* 窗口领取 */

#endif
