/* route.h - one row per URL.  The dispatcher (web/serve.c) alone answers 404, 405, 413, 415, 401/403 and 422, from
 * these rows.  A row without `let` admits nobody. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "base/err.h"
#include "web/form.h"
#include "web/page.h"
#include "web/request.h"

enum let {
	LET_NOBODY = 0,
	LET_ANYONE,  /* no session is looked up: the page is the same for all */
	LET_VISITOR, /* anyone; the session is looked up so that the page can greet and pre-fill */
	LET_CITIZEN, /* a signed-in applicant */
	LET_STAFF_VISITOR, /* officers' pages that need no sign-in yet: the sign-in page itself */
	LET_STAFF,         /* a signed-in officer holding one of `roles` */
	LET_PARTY,         /* a signed-in applicant or officer; the handler decides by the case (file downloads) */
};

enum body {
	BODY_NONE = 0,  /* GET */
	BODY_FORM,      /* application/x-www-form-urlencoded */
	BODY_MULTIPART, /* multipart/form-data; files go to the store's temporary folder */
};

typedef enum err handler(struct request *q, struct page *p);

struct route {
	enum method method;
	const char *path; /* "/case/{case_no}/withdraw" */
	enum let let;
	uint32_t roles; /* LET_STAFF: bits of domain/role.h; 0 denies */
	enum body body;
	int64_t body_max; /* bytes */
	const struct form_spec *form; /* checked before `handle` when set */
	handler *handle;
	handler *refill; /* shows the form again, status 422, when `form` was not valid; NULL: plain error page */
};

/* route_find - row for a path and method; fills *params.  errors: ERR_NOT_FOUND, ERR_METHOD (then *allow is the list). */
MUST_CHECK enum err route_find(void *ctx, const struct route *table, const char *path, enum method method,
			       const struct route **out, struct pairs *params, const char **allow);

#endif
