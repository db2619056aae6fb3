/* conf.h - settings: "name = value" lines, '#' comments.  Which settings exist, their defaults and
 * ranges are one table in conf.c; an unknown or out-of-range line is an error that names the line.
 * The programs read the file named by PORTAL_CONF. */
#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct conf {
#define CONF_TEXT(name, def) const char *name;
#define CONF_INT(name, def, min, max) int64_t name;
#include "base/conf_table.h"
#undef CONF_TEXT
#undef CONF_INT
};

/* conf_read - parse text of n bytes.  errors: ERR_INVALID with *why set (talloc under ctx). */
MUST_CHECK enum err conf_parse(void *ctx, const char *text, size_t n, struct conf *out, char **why);
/* conf_load - the same from a file; errors are logged. */
MUST_CHECK enum err conf_load(void *ctx, const char *path, struct conf *out);

#endif
