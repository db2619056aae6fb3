#include "base/err.h"

#include <stddef.h>

#define ROW(name) [name] = #name

static const char *const names[] = {
	ROW(ERR_NONE),        ROW(ERR_BAD_REQUEST), ROW(ERR_UNAUTHENTICATED), ROW(ERR_FORBIDDEN),
	ROW(ERR_NOT_FOUND),   ROW(ERR_METHOD),      ROW(ERR_TIMEOUT),         ROW(ERR_CONFLICT),
	ROW(ERR_TOO_LARGE),   ROW(ERR_UNSUPPORTED), ROW(ERR_INVALID),         ROW(ERR_RATE),
	ROW(ERR_INTERNAL),    ROW(ERR_UNAVAILABLE), ROW(ERR_RETRY),           ROW(ERR_DUPLICATE),
	ROW(ERR_END),         ROW(ERR_CALENDAR_GAP),
};

const char *err_name(enum err e)
{
	size_t i = (size_t)e;

	if (i >= sizeof(names) / sizeof(names[0]) || !names[i])
		return "ERR_?";
	return names[i];
}
