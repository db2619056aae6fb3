/* session.h - who is at the other end.  Citizens and staff have separate tables and separate cookies. */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "web/request.h"

struct page;

struct session {
	int64_t account_id; /* signed-in applicant, or 0 */
	int64_t staff_id;   /* signed-in officer, or 0 */
	const char *name;   /* full name of either, or "" */
	uint32_t roles;     /* officer: bits of domain/role.h */
	const char *post;   /* officer: post at this window or department, as recorded in events */
	const char *dept;   /* officer: department code */
	int64_t acting_for; /* officer: staff id of the A post being substituted (CQ 5.11), or 0 */
	const char *acting_name; /* officer: name of that A post, or NULL */
	bool admin;         /* officer: may open /admin */
	const char *token;  /* cookie value of a signed-in person, or NULL */
	msec last_seen;     /* previous request, kept to some minutes */
	const char *csrf;   /* token for this visitor's forms; also for anonymous ones */
};

/* session_load - from the cookies, as route->let asks.  An invalid or expired cookie is nobody, not an error.  A
 * visitor without any cookie gets one, so that forms of people who are not signed in are protected too. */
MUST_CHECK enum err session_load(struct request *q, struct page *p);
/* session_csrf_ok - the posted "csrf" field belongs to this visitor. */
bool session_csrf_ok(const struct request *q);
/* session_begin_citizen / _staff - new session after a correct password; sets the cookie; the old one is void. */
MUST_CHECK enum err session_begin_citizen(struct request *q, struct page *p, int64_t account_id);
MUST_CHECK enum err session_begin_staff(struct request *q, struct page *p, int64_t staff_id);
/* session_end - this session, or with everywhere=true every session of the person. */
MUST_CHECK enum err session_end(struct request *q, struct page *p, bool everywhere);

/* session_touch - note that the person is still there, so that the session does not run out under their hands. */
MUST_CHECK enum err session_touch(struct request *q);
bool session_wants_touch(const struct request *q);
/* session_staff_cookie - an officer's cookie came along.  Whether it still opens anything is asked where they go next: on a page
 * that is the same for all, it may show them the way there and nothing more. */
bool session_staff_cookie(const struct request *q);
/* session_anonymous - nobody. */
struct session *session_anonymous(void *ctx);

#endif
