/* fcgi.h - requests from a FastCGI socket on descriptor 0, or the one request of a plain CGI environment. */
#ifndef WRAP_FCGI_H
#define WRAP_FCGI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct fcgi;

/* fcgi_open - errors: ERR_INTERNAL.  SIGTERM ends fcgi_accept; it is held back while a request is being answered. */
MUST_CHECK enum err fcgi_open(void *ctx, struct fcgi **out);
/* fcgi_accept - wait for a request; false when it is time to end. */
bool fcgi_accept(struct fcgi *f);
/* fcgi_env - a CGI variable, or NULL. */
const char *fcgi_env(const struct fcgi *f, const char *name);
/* fcgi_read - up to n bytes of the body; 0 at its end, -1 when the client broke off. */
int64_t fcgi_read(struct fcgi *f, void *buf, size_t n);
/* fcgi_write - false when the client is gone. */
bool fcgi_write(struct fcgi *f, const void *p, size_t n);
/* fcgi_finish - the answer is complete. */
void fcgi_finish(struct fcgi *f);

#endif
