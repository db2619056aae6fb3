/* enquiry.h - enquiries: asked, loaded, and changed by enquiry_act alone, which goes by the table of enquiry_rule.h
 * (CQ 5.1, 5.10, GD 7.1.1, 10.3.2, SVC-1). */
#ifndef DOMAIN_ENQUIRY_H
#define DOMAIN_ENQUIRY_H

#include "domain/case.h"
#include "domain/enquiry_rule.h"
#include "gen/sql.h"

#define ENQUIRY_QUESTION_MIN 4
#define ENQUIRY_QUESTION_MAX 1500 /* characters */
#define ENQUIRY_WORDS_MAX 3000
#define ENQUIRY_LATER_MAX 20 /* working days: no answer is put off for longer */

struct enquiry {
	const struct sql_enquiry_row *r;
	enum enquiry_state state;
	const char *question, *answer;             /* in clear; answer may be NULL */
	const char *matter_name, *matter_dept;     /* of r->matter_code, or "" */
	const char *dept_name;                     /* of the department asked, or "" */
};

struct enquiry_new {
	const char *channel;
	int64_t account_id;
	const char *name, *phone;  /* or NULL */
	const char *matter_code;   /* or NULL */
	const char *question;
	const char *submit_key;
};
struct enquiry_sent {
	int64_t id;
	bool again, own; /* as complaint_sent */
};
/* enquiry_send - a: the officer who was asked at the desk, who is then the first contact; or NULL.
 * errors: ERR_INVALID: *field and *say. */
MUST_CHECK enum err enquiry_send(const struct casework *w, const struct actor *a, const struct enquiry_new *n,
				 struct enquiry_sent *out, const char **field, const char **say);

/* errors: ERR_NOT_FOUND */
MUST_CHECK enum err enquiry_load(const struct casework *w, int64_t id, struct enquiry **out);
MUST_CHECK enum err enquiry_find(const struct casework *w, const char *number, int64_t *id);
MUST_CHECK enum err enquiry_by_token(const struct casework *w, const char *token, struct enquiry **out);
char *enquiry_token(const struct casework *w, const struct enquiry *e);

uint32_t enquiry_facts(const struct enquiry *e, const struct actor *a); /* EF_ */
/* enquiry_visible - the front and those above it see all, a department what it was asked. */
bool enquiry_visible(const struct enquiry *e, const struct actor *a);

struct enquiry_args {
	const char *words;
	const char *dept;  /* TRANSFER */
	const char *way;   /* LATER, ANSWER: of enquiry_ways */
	day later;         /* LATER */
};
/* enquiry_act - as complaint_act. */
MUST_CHECK enum err enquiry_act(const struct casework *w, const struct actor *a, int64_t id, int64_t version,
				enum enquiry_action action, const struct enquiry_args *args, const char **field,
				const char **say);

/* enquiry_round - of the clock job: *alerts raised. */
MUST_CHECK enum err enquiry_round(const struct casework *w, int64_t *alerts);

#endif
