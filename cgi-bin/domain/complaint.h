/* complaint.h - complaints, suggestions and reports: made, loaded, and changed by complaint_act alone, which goes by the table
 * of complaint_rule.h (AY 6.3.5, ZJG 14, GD 7.1.6, 7.1.7, FBK-3). */
#ifndef DOMAIN_COMPLAINT_H
#define DOMAIN_COMPLAINT_H

#include "domain/case.h"
#include "domain/complaint_rule.h"
#include "gen/sql.h"

#define COMPLAINT_FACTS_MAX 3000 /* characters, of what happened and of every other text */
#define COMPLAINT_FACTS_MIN 6
#define COMPLAINT_REPLY_MIN 10
#define COMPLAINT_FILES_MAX 9

struct complaint {
	const struct sql_complaint_row *r;
	enum complaint_state state;
	const char *facts;      /* in clear */
	const char *reply;      /* in clear, or NULL */
	const char *unit_name;  /* of r->unit, or "" */
};

struct complaint_new {
	const char *channel, *kind;
	bool anonymous;
	int64_t account_id;             /* 0: none; not kept when anonymous */
	const char *name, *phone;       /* or NULL; not kept when anonymous */
	const char *about, *about_text; /* about_text may be NULL */
	const char *fault;              /* key, or NULL: not known */
	const char *dept;               /* department that the writer thinks it is, or NULL */
	const char *facts;
	const char *submit_key; /* of the form */
};
struct complaint_sent {
	int64_t id;
	bool again; /* it was here already */
	bool own;   /* certainly by the same person: number, query code and QR code may be shown */
};
/* complaint_send - a: the officer who writes it down, or NULL.  Assigned at once where ZJG 14 says to whom; reports and rude
 * texts are looked at first.  Sent again it gives the first one.  errors: ERR_INVALID: *field and *say. */
MUST_CHECK enum err complaint_send(const struct casework *w, const struct actor *a, const struct complaint_new *n,
				   struct complaint_sent *out, const char **field, const char **say);

/* complaint_load - by id.  complaint_find - id by number as typed.  complaint_by_token - of the QR code.
 * errors: ERR_NOT_FOUND. */
MUST_CHECK enum err complaint_load(const struct casework *w, int64_t id, struct complaint **out);
MUST_CHECK enum err complaint_find(const struct casework *w, const char *number, int64_t *id);
MUST_CHECK enum err complaint_by_token(const struct casework *w, const char *token, struct complaint **out);
char *complaint_token(const struct casework *w, const struct complaint *c);

/* complaint_facts - CF_ bits of an officer.  complaint_visible - they may open it: nobody whom it is about, a department only
 * what it answers for. */
MUST_CHECK enum err complaint_facts(const struct casework *w, const struct complaint *c, const struct actor *a, uint32_t *facts);
MUST_CHECK enum err complaint_visible(const struct casework *w, const struct complaint *c, const struct actor *a, bool *may);
/* complaint_conflict - it is about this officer, or whom they stand in for. */
MUST_CHECK enum err complaint_conflict(const struct casework *w, int64_t id, const struct actor *a, bool *about_me);

struct complaint_args {
	const char *words;   /* reason, reply, what is added */
	const char *fault;   /* ROUTE, REROUTE: of ZJG 14 */
	const char *unit;    /* ROUTE, REROUTE: department or UNIT_CENTRE; NULL: as the rule says */
	const char *finding; /* ANSWER */
	const char *name;    /* NAME: of an officer */
};
/* complaint_act - one act in one transaction.  a: officer, system, or kind ACTOR_APPLICANT for whoever holds the receipt.
 * version: as the page had it, 0: any.  errors: ERR_CONFLICT (state, or somebody was first), ERR_FORBIDDEN, ERR_INVALID;
 * *say is why, *field the input at fault (may be NULL). */
MUST_CHECK enum err complaint_act(const struct casework *w, const struct actor *a, int64_t id, int64_t version,
				  enum complaint_action action, const struct complaint_args *args, const char **field,
				  const char **say);

/* complaint_file_add - a file that is in the store already.  file_name is not kept when the writer is anonymous. */
MUST_CHECK enum err complaint_file_add(const struct casework *w, int64_t id, const uint8_t *sha256, int64_t size,
				       const char *kind, const char *ending, const char *file_name, const char **say);

/* complaint_round - of the clock job: warnings, and answered ones that nobody reopened. */
struct complaint_round {
	int64_t alerts, closed, failed;
};
MUST_CHECK enum err complaint_round(const struct casework *w, struct complaint_round *out);

#endif
