/* work.h - what a program keeps for acting on cases, and what one request gets from it.
 *
 * A program whose pages act on cases names work_start and work_refresh in its struct program; app->extra is then a
 * struct work. */
#ifndef PARTS_WORK_H
#define PARTS_WORK_H

#include "domain/case.h"
#include "domain/matter.h"
#include "web/app.h"
#include "web/request.h"

#define WORK_MATTERS 32 /* revisions kept in memory, those used last */

struct work {
	const struct calendar *calendar; /* NULL after work_start_plain */
	struct matter_cache *matters;
};

/* work_start - load the calendar.  work_refresh - load it anew; when the database is away the old one stays. */
MUST_CHECK enum err work_start(struct app *app);
MUST_CHECK enum err work_refresh(struct app *app);
/* work_start_plain - without a calendar, for a program that moves no clock; it needs no refresh. */
MUST_CHECK enum err work_start_plain(struct app *app);

/* work_of - of app->extra; never NULL in a handler. */
struct work *work_of(const struct request *q);
/* casework_of - for domain/case.h and its like; results hang off the request. */
struct casework casework_of(const struct request *q);
/* actor_citizen - the signed-in applicant.  actor_staff - the signed-in officer, as B post also with A's id. */
struct actor actor_citizen(const struct request *q);
struct actor actor_staff(const struct request *q);

/* case_key - a case in the addresses of its applicant's pages: 13 characters made from casefile.ref, which say nothing. */
char *case_key(void *ctx, struct bytes ref);
/* case_unkey - the 8 bytes again; false when it cannot be one. */
bool case_unkey(void *ctx, const char *key, struct bytes *ref);

#endif
