#include "base/mem.h"

#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

static void abort_logged(const char *reason)
{
	(void)log_err(ERR_INTERNAL, "memory: %s", reason);
	abort();
}

void mem_init(void)
{
	talloc_set_abort_fn(abort_logged);
}

void *mem_must(void *p)
{
	if (!p)
		abort_logged("out of memory");
	return p;
}

unsigned mem_count(size_t count)
{
	if (count > UINT_MAX)
		abort_logged("array too long");
	return count > 0 ? (unsigned)count : 1;
}

char *mem_copy(void *ctx, const void *p, size_t n)
{
	char *s;

	if (n == SIZE_MAX)
		abort_logged("block too long");
	s = mem_must(talloc_size(ctx, n + 1));
	if (n > 0)
		memcpy(s, p, n);
	s[n] = '\0';
	return s;
}

char *mem_str(void *ctx, const char *s)
{
	return s ? mem_must(talloc_strdup(ctx, s)) : NULL;
}

char *mem_fmt(void *ctx, const char *fmt, ...)
{
	va_list args;
	char *s;

	va_start(args, fmt);
	s = talloc_vasprintf(ctx, fmt, args);
	va_end(args);
	return mem_must(s);
}
