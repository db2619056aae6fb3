/* Text at the boundary: what is read one way is the same when it is read another way, and comes back when written. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "base/time.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void characters(const char *s, size_t n)
{
	bool ok = utf8_ok(s, n);
	size_t chars = 0;
	const char *at = s;
	uint32_t c;

	while ((c = utf8_next(&at)) != 0) {
		must(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF));
		chars++;
		if (ok)
			must(utf8_prefix(s, chars) == (size_t)(at - s));
	}
	must(at == s + strlen(s));
	must(utf8_len(s) == chars);
	must(chars <= n);
}

static void trimming(void *ctx, const char *s)
{
	const char *once = text_trim(ctx, s);

	must(strstr(s, once) != NULL);
	must(text_eq(once, text_trim(ctx, once)));
}

static void letters(void *ctx, const char *s)
{
	uint8_t *bytes;
	size_t n;

	if (text_unbase64url(ctx, s, &bytes, &n))
		must(text_eq(text_base64url(ctx, bytes, n), s));
	if (text_unbase32(ctx, s, &bytes, &n)) {
		const char *again = text_base32(ctx, bytes, n);

		must(strlen(again) == strlen(s));
		for (; *s; s++, again++)
			must(toupper((unsigned char)*s) == *again || strchr("OoIiLl", *s));
	}
}

static void numbers(const char *s)
{
	char buf[DAY_TEXT];
	int64_t v;
	day d;

	if (text_int(s, INT64_MIN, INT64_MAX, &v))
		must(v == strtoll(s, NULL, 10));
	if (text_int(s, -5, 5, &v))
		must(v >= -5 && v <= 5);
	if (day_parse(s, &d))
		must(text_eq(day_text(d, buf), s));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *ctx = talloc_new(NULL);
	const char *s = mem_copy(ctx, data, size);
	uint8_t *back;
	size_t n;

	characters(s, size);
	trimming(ctx, s);
	letters(ctx, s);
	numbers(s);
	must(text_unbase32(ctx, text_base32(ctx, data, size), &back, &n));
	must(n == size && (n == 0 || memcmp(back, data, n) == 0));
	must(text_unbase64url(ctx, text_base64url(ctx, data, size), &back, &n));
	must(n == size && (n == 0 || memcmp(back, data, n) == 0));
	talloc_free(ctx);
	return 0;
}
