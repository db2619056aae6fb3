/* promise.h - pages about promises: gaps, checks, the credit record; and what the case page says of them. */
#ifndef DESK_PROMISE_H
#define DESK_PROMISE_H

#include "desk/desk.h"
#include "wrap/tpl.h"

handler checks_get;                    /* promises of the department that have to be checked */
handler gaps_get;                      /* cases that wait for something tolerated */
handler case_gaps_get, case_gap_post;  /* taking it in at the window */
handler credit_get;                    /* broken promises */
handler repair_get, repair_post;       /* ... put right */

/* promise_show - on the case page: by commitment, and how many gaps are open. */
void promise_show(struct tpl *d, const struct casefile *c);

#endif
