/* admin.h - what administrators keep: the working-day calendar, who stands in for whom, letters of authorisation, the hall. */
#ifndef ADMIN_ADMIN_H
#define ADMIN_ADMIN_H

#include "parts/work.h"
#include "web/route.h"

extern const struct route admin_routes[];

handler admin_home_get;                            /* home.c */
handler calendar_get, calendar_post;               /* calendar.c */
handler letters_get, letter_post, letter_end_post;  /* letters.c: what windows may do for departments */
handler substitutions_get, substitution_post, substitution_end_post; /* substitution.c */

/* the hall: each page shows what is wrong, and who changed what */
handler groups_get, group_new_post, group_get, group_post, group_take_post;                    /* groups.c */
handler windows_get, window_new_post, window_get, window_post, duty_give_post, duty_take_post; /* windows.c */
handler hours_get, hours_group_get, hours_group_post;                                          /* hours.c */
handler closures_get, closure_post, closure_end_post;                                          /* closures.c */

#endif
