/* mail.h - handing messages to other servers by libcurl: letters by SMTP, anything else as JSON to an HTTP hook.
 * Both are tried once, with time limits; who calls decides about trying again. */
#ifndef WRAP_MAIL_H
#define WRAP_MAIL_H

#include <stdint.h>

#include "base/err.h"
#include "base/time.h"

/* mail_start - once per process, before anything else here. */
MUST_CHECK enum err mail_start(void);

struct letter {
	const char *id; /* of the message: letters, digits and dots; a repeated letter has the same one */
	const char *from, *to; /* plain addresses: name@host */
	const char *subject;
	const char *text;
	msec at;
};
/* mail_letter - the letter as sent (RFC 5322, UTF-8, base64), or NULL when an address cannot be one. */
char *mail_letter(void *ctx, const struct letter *l);
/* mail_smtp - send by url ("smtp://host:25", "smtps://user:password@host").
 * errors: ERR_INVALID when an address cannot be one; ERR_UNAVAILABLE; *why (under ctx) is for the log. */
MUST_CHECK enum err mail_smtp(void *ctx, const char *url, const struct letter *l, const char **why);
/* mail_hook - POST a JSON text; id goes along as Idempotency-Key.  errors: ERR_UNAVAILABLE unless the answer is 2xx. */
MUST_CHECK enum err mail_hook(void *ctx, const char *url, const char *id, const char *json, const char **why);

#endif
