/* account.h - applicants: signing up with real-name data (PLT-1, domain D.3). */
#ifndef DOMAIN_ACCOUNT_H
#define DOMAIN_ACCOUNT_H

#include "domain/case.h"
#include "domain/identity.h"

struct account_new {
	const char *kind; /* natural, legal, other_org */
	const char *name;
	enum identity_type id_type;
	const char *id_no; /* as typed */
	bool id_confirmed; /* the holder insists on a credit code whose check character does not fit (D.3) */
	const char *phone; /* as typed */
	const char *legal_rep, *contact, *email, *address; /* NULL where not given */
	const char *password;
};

/* account_problem - which field and why, for the first rule that the data break; field NULL: none. */
struct account_problem {
	const char *field;
	const char *message;
	bool may_confirm; /* a warning: id_confirmed lets it pass */
};

/* account_create - errors: ERR_INVALID with *problem; ERR_DUPLICATE when the document has an account (the caller must
 * say so only in words that lead to signing in). */
MUST_CHECK enum err account_create(const struct casework *w, const struct account_new *a, int64_t *account_id,
				   struct account_problem *problem);

#endif
