/* intake.h - applications on paper, over the counter and by post (INT-1, INT-3), with help (SVC-4) and for another district
 * (REV-7): whose they are, how they came, and the list of those that are not received yet.
 *
 * What is entered is a draft of domain/draft.h that only clerks may change; receiving it is row 3 of the lifecycle. */
#ifndef DOMAIN_INTAKE_H
#define DOMAIN_INTAKE_H

#include "domain/draft.h"
#include "domain/identity.h"

#define DISTRICTS_MAX 20

/* intake_how - how an application came. */
struct intake_how {
	const char *channel;     /* counter or post */
	const char *consent;     /* account (they signed up), paper (signed), spoken (before the officer) */
	bool id_confirmed;       /* credit code compared with the licence although its check character does not fit */
	day arrived;             /* post; DAY_NONE at the counter */
	const char *tracking_no; /* post: of the sender's parcel, or NULL */
	const char *helper_name; /* NULL: nobody helps; then the next two are NULL too */
	const char *helper_relation; /* see intake_relation_name */
	const char *helper_consent;  /* paper or spoken */
	const char *district;        /* one of intake_districts, or NULL: for here */
};
/* intake_record - inside the transaction that makes the draft.  intake_close - inside that which receives it. */
MUST_CHECK enum err intake_record(const struct casework *w, const struct actor *a, int64_t case_id,
				  const struct intake_how *how);
MUST_CHECK enum err intake_close(const struct casework *w, int64_t case_id);

struct intake_problem {
	const char *field; /* of the page's form */
	const char *message;
	bool may_confirm; /* a warning: how->id_confirmed lets it pass */
};

/* intake_person - as typed by a clerk for somebody who has no account. */
struct intake_person {
	const char *kind; /* natural, legal, other_org */
	const char *name;
	const char *id_type; /* code, "111" */
	const char *id_no;
	const char *phone; /* mobile; NULL or "": none, then there must be an address */
	const char *address;
	const char *legal_rep; /* organisations */
};
/* intake_open - a draft for somebody who is entered by hand; when their document has an account of the same name, it is
 * theirs.  intake_open_account - for somebody who was found.
 * errors: ERR_INVALID with *problem; ERR_FORBIDDEN for other posts, and for a matter that does not take this channel. */
MUST_CHECK enum err intake_open(const struct casework *w, const struct actor *a, const struct matter *matter,
				const struct intake_how *how, const struct intake_person *person, int64_t *case_id,
				struct intake_problem *problem);
MUST_CHECK enum err intake_open_account(const struct casework *w, const struct actor *a, const struct matter *matter,
					const struct intake_how *how, int64_t account_id, int64_t *case_id,
					struct intake_problem *problem);

/* intake_found - an account with this document number, as others may see it. */
struct intake_found {
	int64_t account_id;
	const char *kind, *id_type, *id_mask;
	const char *name; /* in full: for comparing, not for showing */
	const char *name_mask, *phone_mask;
};
/* intake_find - by document number as typed; the look is on record (domain H).  n may be 0, seldom more than 1. */
MUST_CHECK enum err intake_find(const struct casework *w, const struct actor *a, const char *ip, const char *id_no,
				struct intake_found **out, size_t *n);

/* intake_load - errors: ERR_NOT_FOUND for a case that was filed online. */
struct intake {
	struct intake_how how;
	int64_t open_by; /* officer who is entering it; 0: received */
	int64_t taken_by;
	const char *taken_name;
	msec taken_at;
};
MUST_CHECK enum err intake_load(const struct casework *w, int64_t case_id, struct intake **out);
/* intake_words - how it came, in one line for the file: 3月2日邮寄到达，单号 SF123；帮办人 王示例（亲属），本人书面同意. */
char *intake_words(void *ctx, const struct intake_how *how);

/* intake_discard - a draft on paper that was not received goes, with its rows.  errors: ERR_NOT_FOUND. */
MUST_CHECK enum err intake_discard(const struct casework *w, const struct actor *a, int64_t case_id);

/* intake_dept - a department of a district that handles this matter there, to which a case for that district goes. */
struct intake_dept {
	const char *district, *code, *name;
};
/* intake_depts - those that there are; none for a joint matter, whose departments work together in one place. */
MUST_CHECK enum err intake_depts(const struct casework *w, const struct matter *m, struct intake_dept **out, size_t *n);
/* intake_dept_of - that of the district, or NULL: the city's own handles it, and the district is on record. */
const struct intake_dept *intake_dept_of(const struct intake_dept *list, size_t n, const char *district);

/* intake_districts - names in conf->districts, which are separated by blanks; returns how many. */
size_t intake_districts(void *ctx, const struct conf *conf, const char *names[static DISTRICTS_MAX]);

const char *intake_consent_name(const char *key);  /* 本人签字的书面同意; "" for an unknown key */
const char *intake_relation_name(const char *key); /* 亲属 */
/* intake_held_name - what became of the paper: original, copy, seen, none. */
const char *intake_held_name(const char *key);

#endif
