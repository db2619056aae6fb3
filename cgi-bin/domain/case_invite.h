/* case_invite.h - which acts on a case end a service, so that the applicant is asked how it was. */
#ifndef DOMAIN_CASE_INVITE_H
#define DOMAIN_CASE_INVITE_H

#include "domain/case_apply.h"
#include "domain/rating.h"

/* case_invites - what is rated after this act, by how the application came (web, counter, post), or RATING_NONE. */
enum rating_kind case_invites(enum action action, const char *channel);
/* act_invite - the right to rate, in the act's own transaction: nobody can do the one without the other. */
MUST_CHECK enum err act_invite(const struct act *x);

#endif
