/* child.h - run another program of ours for one answer: bytes in, bytes out. */
#ifndef WRAP_CHILD_H
#define WRAP_CHILD_H

#include <stddef.h>

#include "base/err.h"
#include "base/mem.h"

struct child_limits {
	int seconds;    /* it is killed after them */
	size_t out_max; /* bytes that it may answer */
};
/* child_run - start the program `name` that lies in the same folder as this one, with `in` on its standard input, and gather what
 * it writes.  It inherits standard error and nothing else: no connection, no listening socket.  Blocks until it has ended.
 * errors: ERR_UNAVAILABLE when it could not be started, failed, took too long or answered too much; logged. */
MUST_CHECK enum err child_run(void *ctx, const char *name, struct bytes in, const struct child_limits *limits,
			      struct bytes *out);

#endif
