/* admin.h - what administrators keep: the working-day calendar, and who stands in for whom. */
#ifndef ADMIN_ADMIN_H
#define ADMIN_ADMIN_H

#include "parts/work.h"
#include "web/route.h"

extern const struct route admin_routes[];

handler admin_home_get;                            /* home.c */
handler calendar_get, calendar_post;               /* calendar.c */
handler letters_get, letter_post, letter_end_post;  /* letters.c: what windows may do for departments */
handler substitutions_get, substitution_post, substitution_end_post; /* substitution.c */

#endif
