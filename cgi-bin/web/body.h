/* body.h - read the body of a request into fields and files. */
#ifndef WEB_BODY_H
#define WEB_BODY_H

#include "base/err.h"
#include "web/request.h"
#include "wrap/fcgi.h"

/* body_read - fills q->post and q->files as q->route->body says.  errors: ERR_TOO_LARGE, ERR_UNSUPPORTED,
 * ERR_BAD_REQUEST (broken, or shorter than announced), ERR_UNAVAILABLE (disk). */
MUST_CHECK enum err body_read(struct request *q, struct fcgi *f);

#endif
