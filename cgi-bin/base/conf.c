#include "base/conf.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"

#define CONF_MAX_BYTES 65536

static const struct conf defaults = {
#define CONF_TEXT(name, def) .name = (def),
#define CONF_INT(name, def, min, max) .name = (def),
#include "base/conf_table.h"
#undef CONF_TEXT
#undef CONF_INT
};

static const struct setting {
	const char *name;
	size_t offset; /* in struct conf */
	bool is_text;
	int64_t min, max; /* of a number */
} settings[] = {
#define CONF_TEXT(name, def) {#name, offsetof(struct conf, name), true, 0, 0},
#define CONF_INT(name, def, min, max) {#name, offsetof(struct conf, name), false, (min), (max)},
#include "base/conf_table.h"
#undef CONF_TEXT
#undef CONF_INT
};
#define NSETTINGS (sizeof(settings) / sizeof(settings[0]))

struct reader {
	void *ctx;     /* keeps the values */
	void *scratch; /* the lines; freed at the end */
	struct conf *out;
	size_t line;           /* counted from 1 */
	size_t set[NSETTINGS]; /* line that set it; 0: none yet */
	char **why;
};

static size_t setting_index(const char *name)
{
	size_t i = 0;

	while (i < NSETTINGS && !text_eq(settings[i].name, name))
		i++;
	return i;
}

/* Values are never repeated in a message: one of them is a password. */
static enum err value_take(struct reader *r, const struct setting *s, const char *value)
{
	void *place = (char *)r->out + s->offset;
	int64_t number;

	if (s->is_text) {
		*(const char **)place = value;
		return ERR_NONE;
	}
	if (!text_int(value, s->min, s->max, &number)) {
		*r->why = mem_fmt(r->ctx, "line %zu: %s must be a whole number from %lld to %lld", r->line, s->name,
				  (long long)s->min, (long long)s->max);
		return ERR_INVALID;
	}
	*(int64_t *)place = number;
	return ERR_NONE;
}

static enum err line_take(struct reader *r, const char *line)
{
	const char *equals = strchr(line, '=');
	const char *name;
	size_t i;

	if (!*line || *line == '#')
		return ERR_NONE;
	if (!equals) {
		*r->why = mem_fmt(r->ctx, "line %zu: expected \"name = value\"", r->line);
		return ERR_INVALID;
	}
	name = text_trim(r->scratch, mem_copy(r->scratch, line, (size_t)(equals - line)));
	i = setting_index(name);
	if (i == NSETTINGS) {
		*r->why = mem_fmt(r->ctx, "line %zu: there is no setting \"%s\"", r->line, name);
		return ERR_INVALID;
	}
	if (r->set[i] > 0) {
		*r->why = mem_fmt(r->ctx, "line %zu: %s is set in line %zu already", r->line, name, r->set[i]);
		return ERR_INVALID;
	}
	r->set[i] = r->line;
	return value_take(r, &settings[i], text_trim(r->ctx, equals + 1));
}

static enum err lines_take(struct reader *r, const char *text, size_t n)
{
	const char *end = text + n;

	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t len = (size_t)((stop ? stop : end) - text);

		r->line++;
		if (!utf8_ok(text, len)) {
			*r->why = mem_fmt(r->ctx, "line %zu: not UTF-8 text", r->line);
			return ERR_INVALID;
		}
		TRY(line_take(r, text_trim(r->scratch, mem_copy(r->scratch, text, len))));
		text += len + (stop ? 1 : 0);
	}
	return ERR_NONE;
}

enum err conf_parse(void *ctx, const char *text, size_t n, struct conf *out, char **why)
{
	struct reader r = {.ctx = ctx, .scratch = mem_new(ctx, char), .out = out, .why = why};
	enum err e;

	*out = defaults;
	*why = NULL;
	e = lines_take(&r, text, n);
	talloc_free(r.scratch);
	return e;
}

/* The whole file, or an error that is logged. */
static enum err file_read(void *ctx, const char *path, char **text, size_t *n)
{
	FILE *f = fopen(path, "re");
	enum err e = ERR_NONE;

	if (!f)
		return log_err(ERR_INTERNAL, "settings %s: %s", path, strerror(errno));
	*text = mem_array(ctx, char, CONF_MAX_BYTES + 1);
	*n = fread(*text, 1, CONF_MAX_BYTES + 1, f);
	if (ferror(f))
		e = log_err(ERR_INTERNAL, "settings %s: %s", path, strerror(errno));
	else if (*n > CONF_MAX_BYTES)
		e = log_err(ERR_INVALID, "settings %s: longer than %d bytes", path, CONF_MAX_BYTES);
	fclose(f);
	return e;
}

enum err conf_load(void *ctx, const char *path, struct conf *out)
{
	char *text = NULL, *why = NULL;
	size_t n = 0;

	TRY(file_read(ctx, path, &text, &n));
	if (conf_parse(ctx, text, n, out, &why) != ERR_NONE)
		return log_err(ERR_INVALID, "settings %s: %s", path, why);
	talloc_free(text);
	return ERR_NONE;
}
