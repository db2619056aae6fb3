/* desk.h - the officers' pages: worklists, the review screen, and every act that the lifecycle leaves to a person. */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "domain/case.h"
#include "parts/work.h"
#include "web/route.h"

extern const struct route desk_routes[];

handler sign_in_get, sign_in_post, sign_out_post, sign_out_all_post; /* sign_in.c */
handler worklist_get;                                                /* worklist.c */
handler alerts_get;                                                  /* alerts.c */
handler find_get;                                                    /* find.c: number, QR address, document number */
handler case_get;                                                    /* case.c: material beside its review points */
handler act_get, act_post, act_again;                                /* act.c: one page and one handler for every act */
handler reveal_post;                                                 /* reveal.c: a masked value, with a logged reason */
handler password_get, password_post;                                 /* password.c: for applicants who forgot theirs */
handler document_get;                                                /* document.c: print an issued document */

/* desk_case - the case of {case_no}, if this officer may open it.  errors: ERR_NOT_FOUND also when it is out of scope. */
MUST_CHECK enum err desk_case(const struct request *q, const struct casework *w, const struct actor *a,
			      struct casefile **c);
/* desk_case_page - the review screen once more, with what was typed (act.c: an act that did not go through). */
enum err desk_case_page(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			const struct casefile *c, const char *say);

#endif
