#include "web/cookie.h"

#include <stdbool.h>
#include <string.h>

/* token of RFC 9110 5.6.2 */
static bool token_ok(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] <= 0x20 || p[i] >= 0x7F || strchr("()<>@,;:\\\"/[]?={}", p[i]))
			return false;
	return n > 0;
}

/* cookie-value of RFC 6265 4.1.1, without its quotes */
static bool value_ok(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] <= 0x20 || p[i] >= 0x7F || strchr("\",;\\", p[i]))
			return false;
	return true;
}

static size_t trim(const char **p, size_t n)
{
	while (n > 0 && (**p == ' ' || **p == '\t')) {
		*p += 1;
		n--;
	}
	while (n > 0 && ((*p)[n - 1] == ' ' || (*p)[n - 1] == '\t'))
		n--;
	return n;
}

static size_t unquote(const char **p, size_t n)
{
	if (n < 2 || (*p)[0] != '"' || (*p)[n - 1] != '"')
		return n;
	*p += 1;
	return n - 2;
}

static bool known(const struct pairs *pairs, const char *name, size_t n)
{
	for (size_t i = 0; i < pairs->n; i++)
		if (strlen(pairs->at[i].name) == n && memcmp(pairs->at[i].name, name, n) == 0)
			return true;
	return false;
}

static void cookie_add(void *ctx, const char *p, size_t n, struct pairs *out)
{
	const char *equals = n > 0 ? memchr(p, '=', n) : NULL;
	const char *name = p, *value;
	size_t name_length, value_length;

	if (!equals || out->n == COOKIE_PAIRS_MAX)
		return;
	value = equals + 1;
	value_length = trim(&value, n - (size_t)(value - p));
	value_length = unquote(&value, value_length);
	name_length = trim(&name, (size_t)(equals - p));
	if (!token_ok(name, name_length) || !value_ok(value, value_length) || known(out, name, name_length))
		return;
	out->at[out->n++] =
	    (struct pair){mem_copy(ctx, name, name_length), mem_copy(ctx, value, value_length)};
}

/* How much of the header is looked at: whole cookies only. */
static size_t header_length(const char *header)
{
	size_t n = header ? strnlen(header, COOKIE_BYTES_MAX) : 0;

	if (n == COOKIE_BYTES_MAX)
		while (n > 0 && header[n] != ';' && header[n] != '\0')
			n--;
	return n;
}

void cookie_parse(void *ctx, const char *header, struct pairs *out)
{
	size_t n = header_length(header);

	out->at = mem_array(ctx, struct pair, COOKIE_PAIRS_MAX);
	out->n = 0;
	for (size_t at = 0; at < n;) {
		const char *end = memchr(header + at, ';', n - at);
		size_t length = end ? (size_t)(end - header) - at : n - at;

		cookie_add(ctx, header + at, length, out);
		at += length + 1;
	}
}
