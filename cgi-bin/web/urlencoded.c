#include "web/urlencoded.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The byte that "%XX" at p stands for, or -1. */
static int percent_value(const char *p, size_t n)
{
	int high, low;

	if (n < 3)
		return -1;
	high = hex_value(p[1]);
	low = hex_value(p[2]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

char *url_decode(void *ctx, const char *p, size_t n, bool plus)
{
	char *out = mem_copy(ctx, p, n);
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		int c = (unsigned char)p[i];

		if (c == '%') {
			c = percent_value(p + i, n - i);
			if (c < 0)
				goto refuse;
			i += 2;
		} else if (c == '+' && plus) {
			c = ' ';
		}
		out[at++] = (char)c;
	}
	if (!utf8_ok(out, at))
		goto refuse;
	out[at] = '\0';
	return out;
refuse:
	talloc_free(out);
	return NULL;
}

/* --- reading pairs ------------------------------------------------------------------------------ */

static size_t count_of(const char *p, size_t n, char c)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += p[i] == c;
	return count;
}

/* Bytes before the first c, or all n. */
static size_t length_to(const char *p, size_t n, char c)
{
	const char *at = n > 0 ? memchr(p, c, n) : NULL;

	return at ? (size_t)(at - p) : n;
}

/* One "name=value"; *out stays as it is when there is no name. */
static enum err pair_parse(void *ctx, const char *p, size_t n, struct pairs *out)
{
	size_t name_length = length_to(p, n, '=');
	size_t value_at = name_length < n ? name_length + 1 : n;
	struct pair pair;

	if (name_length == 0)
		return ERR_NONE;
	pair.name = url_decode(ctx, p, name_length, true);
	pair.value = url_decode(ctx, p + value_at, n - value_at, true);
	if (!pair.name || !pair.value)
		return log_err(ERR_BAD_REQUEST, "urlencoded: bad escape or text in a pair of %zu bytes", n);
	if (strlen(pair.name) > URLENCODED_NAME_MAX)
		return log_err(ERR_TOO_LARGE, "urlencoded: name of %zu bytes", strlen(pair.name));
	if (out->n == URLENCODED_PAIRS_MAX)
		return log_err(ERR_TOO_LARGE, "urlencoded: more than %d pairs", URLENCODED_PAIRS_MAX);
	out->at[out->n++] = pair;
	return ERR_NONE;
}

enum err urlencoded_parse(void *ctx, const char *p, size_t n, struct pairs *out)
{
	size_t most = n > 0 ? count_of(p, n, '&') + 1 : 0;

	if (most > URLENCODED_PAIRS_MAX)
		most = URLENCODED_PAIRS_MAX;
	out->at = mem_array(ctx, struct pair, most);
	out->n = 0;
	for (size_t at = 0; at < n;) {
		size_t length = length_to(p + at, n - at, '&');

		TRY(pair_parse(ctx, p + at, length, out));
		at += length + 1;
	}
	return ERR_NONE;
}

/* --- reading paths ------------------------------------------------------------------------------ */

static bool segment_ok(const char *s, size_t n, bool last)
{
	if (n == 0)
		return last;
	return !(n == 1 && s[0] == '.') && !(n == 2 && s[0] == '.' && s[1] == '.');
}

static bool segments_ok(const char *path)
{
	while (*path == '/') {
		size_t n = strcspn(path + 1, "/");

		if (!segment_ok(path + 1, n, path[1 + n] == '\0'))
			return false;
		path += 1 + n;
	}
	return *path == '\0';
}

static bool plain(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < 0x20 || *s == 0x7F || *s == '\\')
			return false;
	return true;
}

enum err path_decode(void *ctx, const char *p, size_t n, const char **out)
{
	char *path = url_decode(ctx, p, n, false);

	/* as many slashes as came plainly: an encoded one would move the borders of the segments */
	if (!path || *path != '/' || count_of(p, n, '/') != count_of(path, strlen(path), '/') ||
	    !plain(path) || !segments_ok(path))
		return log_err(ERR_BAD_REQUEST, "path of %zu bytes refused", n);
	*out = path;
	return ERR_NONE;
}

/* --- writing ------------------------------------------------------------------------------------ */

static bool unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
	       c == '.' || c == '_' || c == '~';
}

char *url_encode(void *ctx, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = mem_array(ctx, char, strlen(text) * 3 + 1);
	char *at = out;

	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (unreserved(*text)) {
			*at++ = *text;
		} else {
			*at++ = '%';
			*at++ = hex[c >> 4];
			*at++ = hex[c & 15];
		}
	}
	*at = '\0';
	return out;
}

char *url_with(void *ctx, const char *url, const char *name, const char *value)
{
	if (!value)
		return mem_str(ctx, url);
	return mem_fmt(ctx, "%s%c%s=%s", url, strchr(url, '?') ? '&' : '?', url_encode(ctx, name),
		       url_encode(ctx, value));
}
