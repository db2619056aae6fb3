/* queue.h - the window's console: tickets called and served (queue.c), and the load of the hall for those who plan it (load.c). */
#ifndef DESK_QUEUE_H
#define DESK_QUEUE_H

#include "domain/role.h"
#include "parts/work.h"
#include "web/route.h"

#define ROLES_LOAD (ROLE_MANAGER | ROLE_COORDINATOR | ROLE_SUPERVISOR)

handler queue_get, queue_open_post, queue_close_post, queue_pause_post, queue_call_post, queue_act_post; /* queue.c */
handler load_get;                                                                                       /* load.c */

/* queue_person - document number in clear of the person who is being served at this officer's window, for an application that
 * begins there; the look is logged.  *id_no NULL: not known.  errors: ERR_NOT_FOUND: no ticket of this officer's. */
MUST_CHECK enum err queue_person(const struct request *q, const struct casework *w, const struct actor *a, const char *ticket,
				 const char **id_no);
/* queue_case - the case that was opened for whoever sits at this officer's window becomes the ticket's; nothing when nobody
 * does, or the ticket has one. */
MUST_CHECK enum err queue_case(const struct casework *w, const struct actor *a, int64_t case_id);

#endif
