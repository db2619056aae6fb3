#include "web/mimehead.h"

#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/text.h"
#include "web/request.h"
#include "web/urlencoded.h"

#define PARAMS_MAX 8

/* --- value; name=text; name="quoted text" ------------------------------------------------------- */

struct mime_value {
	char *first;
	struct pairs params; /* names in lower case; room for PARAMS_MAX */
};

static const char *blanks_skip(const char *p)
{
	return p + strspn(p, " \t");
}

static const char *param(const struct mime_value *v, const char *name)
{
	return pairs_get(&v->params, name);
}

static char *token_read(void *ctx, const char **p, const char *stop)
{
	size_t n = strcspn(*p, stop);
	char *token = mem_copy(ctx, *p, n);

	*p += n;
	return token;
}

static void lower(char *s)
{
	for (; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
}

/* The text after an opening quote, or NULL when it never closes.  Only \" and \\ are escapes: some browsers
 * sent Windows paths as they were. */
static char *quoted_read(void *ctx, const char **p)
{
	char *out = mem_str(ctx, *p);
	size_t at = 0;

	for (const char *c = *p; *c; c++) {
		if (*c == '"') {
			*p = c + 1;
			out[at] = '\0';
			return out;
		}
		if (*c == '\\' && (c[1] == '"' || c[1] == '\\'))
			c++;
		out[at++] = *c;
	}
	return NULL;
}

static bool param_read(void *ctx, const char **p, struct mime_value *v)
{
	char *name = token_read(ctx, p, "=; \t\""), *text;

	if (!*name || **p != '=' || v->params.n == PARAMS_MAX)
		return false;
	lower(name);
	*p += 1;
	if (**p == '"') {
		*p += 1;
		text = quoted_read(ctx, p);
	} else {
		text = token_read(ctx, p, "; \t\"");
	}
	if (!text || param(v, name)) /* two values for one name: two readers could take different ones */
		return false;
	v->params.at[v->params.n++] = (struct pair){name, text};
	return true;
}

static bool value_read(void *ctx, const char *p, struct mime_value *v)
{
	p = blanks_skip(p);
	v->params = (struct pairs){mem_array(ctx, struct pair, PARAMS_MAX), 0};
	v->first = token_read(ctx, &p, "; \t");
	for (;;) {
		p = blanks_skip(p);
		if (!*p)
			return *v->first != '\0';
		if (*p != ';')
			return false;
		p = blanks_skip(p + 1);
		if (*p && *p != ';' && !param_read(ctx, &p, v))
			return false;
	}
}

/* --- boundary ----------------------------------------------------------------------------------- */

static bool boundary_ok(const char *s)
{
	static const char bchars[] =
	    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'()+_,-./:=? ";
	size_t n = strlen(s);

	return n >= 1 && n <= 70 && strspn(s, bchars) == n && s[n - 1] != ' ';
}

enum err mime_boundary(void *ctx, const char *content_type, const char **out)
{
	struct mime_value v;

	if (!value_read(ctx, content_type, &v))
		return log_err(ERR_BAD_REQUEST, "multipart: malformed content type");
	if (strcasecmp(v.first, "multipart/form-data") != 0)
		return log_err(ERR_UNSUPPORTED, "multipart: another content type");
	*out = param(&v, "boundary");
	if (!*out || !boundary_ok(*out))
		return log_err(ERR_BAD_REQUEST, "multipart: no usable boundary");
	return ERR_NONE;
}

/* --- names -------------------------------------------------------------------------------------- */

/* Browsers write a quote inside a file name as %22 and leave every other '%' alone. */
static void quotes_restore(char *s)
{
	char *to = s;

	for (; *s; s++) {
		if (strncmp(s, "%22", 3) == 0) {
			*to++ = '"';
			s += 2;
		} else {
			*to++ = *s;
		}
	}
	*to = '\0';
}

/* RFC 8187: charset ' language ' percent-encoded text; no charset but UTF-8. */
static char *extended_read(void *ctx, const char *s)
{
	const char *language;

	if (strncasecmp(s, "UTF-8'", 6) != 0)
		return NULL;
	language = strchr(s + 6, '\'');
	return language ? url_decode(ctx, language + 1, strlen(language + 1), false) : NULL;
}

static const char *base_name(const char *s)
{
	const char *base = s;

	for (; *s; s++)
		if (*s == '/' || *s == '\\')
			base = s + 1;
	return base;
}

/* Controls, and the marks by which "exe.pdf" can be made to look like "fdp.exe". */
static bool hides(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static const char *last_chars(const char *s, size_t chars)
{
	size_t length = utf8_len(s);

	return length > chars ? s + utf8_prefix(s, length - chars) : s;
}

static const char *file_name_clean(void *ctx, const char *sent)
{
	const char *s = base_name(sent);
	char *out = mem_array(ctx, char, strlen(s) + 1);
	size_t at = 0;

	while (*s) {
		const char *from = s;

		if (!hides(utf8_next(&s))) {
			memcpy(out + at, from, (size_t)(s - from));
			at += (size_t)(s - from);
		}
	}
	out[at] = '\0';
	out = text_trim(ctx, out);
	if (text_eq(out, ".") || text_eq(out, ".."))
		return "";
	return last_chars(out, FILE_NAME_CHARS);
}

/* *out stays NULL when there is no file name at all. */
static bool file_name_read(void *ctx, const struct mime_value *v, const char **out)
{
	const char *extended = param(v, "filename*"), *simple = param(v, "filename");
	char *sent;

	*out = NULL;
	if (!extended && !simple)
		return true;
	if (extended) {
		sent = extended_read(ctx, extended);
	} else {
		sent = mem_str(ctx, simple);
		quotes_restore(sent);
	}
	if (!sent)
		return false;
	*out = file_name_clean(ctx, sent);
	return true;
}

enum err mime_disposition(void *ctx, const char *value, struct disposition *out)
{
	struct mime_value v;
	const char *name;
	char *copy;

	if (!value_read(ctx, value, &v) || strcasecmp(v.first, "form-data") != 0)
		return log_err(ERR_BAD_REQUEST, "multipart: a part that is not form data");
	name = param(&v, "name");
	if (text_empty(name))
		return log_err(ERR_BAD_REQUEST, "multipart: a part without a name");
	if (!file_name_read(ctx, &v, &out->file_name))
		return log_err(ERR_BAD_REQUEST, "multipart: malformed file name");
	copy = mem_str(ctx, name);
	quotes_restore(copy);
	out->name = copy;
	return ERR_NONE;
}
