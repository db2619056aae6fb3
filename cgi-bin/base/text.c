#include "base/text.h"

#include <string.h>

#include "base/mem.h"

/* --- UTF-8 ------------------------------------------------------------------------------------ */

/* A row per form of a sequence, by Table 3-7 of the Unicode standard: the limits of the second byte are what keeps
 * out overlong forms, surrogates and values above U+10FFFF. */
static const struct utf8_form {
	uint8_t first_min, first_max;   /* of the leading byte */
	uint8_t second_min, second_max; /* of the byte after it */
	uint8_t length;
	uint8_t payload; /* bits of the leading byte that count */
} utf8_forms[] = {
	{0x01, 0x7F, 0x00, 0x00, 1, 0x7F}, {0xC2, 0xDF, 0x80, 0xBF, 2, 0x1F}, {0xE0, 0xE0, 0xA0, 0xBF, 3, 0x0F},
	{0xE1, 0xEC, 0x80, 0xBF, 3, 0x0F}, {0xED, 0xED, 0x80, 0x9F, 3, 0x0F}, {0xEE, 0xEF, 0x80, 0xBF, 3, 0x0F},
	{0xF0, 0xF0, 0x90, 0xBF, 4, 0x07}, {0xF1, 0xF3, 0x80, 0xBF, 4, 0x07}, {0xF4, 0xF4, 0x80, 0x8F, 4, 0x07},
};

/* The form that n bytes begin with, or NULL when they begin with none. */
static const struct utf8_form *utf8_form_of(const uint8_t *p, size_t n)
{
	const struct utf8_form *f = utf8_forms;
	const struct utf8_form *end = f + sizeof(utf8_forms) / sizeof(utf8_forms[0]);

	while (f < end && (n == 0 || p[0] < f->first_min || p[0] > f->first_max))
		f++;
	if (f == end || f->length > n)
		return NULL;
	if (f->length > 1 && (p[1] < f->second_min || p[1] > f->second_max))
		return NULL;
	for (size_t i = 2; i < f->length; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return NULL;
	}
	return f;
}

bool utf8_ok(const void *p, size_t n)
{
	const uint8_t *at = p;
	const uint8_t *end = at + n;

	while (at < end) {
		const struct utf8_form *f = utf8_form_of(at, (size_t)(end - at));

		if (!f)
			return false;
		at += f->length;
	}
	return true;
}

uint32_t utf8_next(const char **s)
{
	const uint8_t *p = (const uint8_t *)*s;
	const struct utf8_form *f;
	uint32_t c;

	if (*p == 0)
		return 0;
	f = utf8_form_of(p, strnlen(*s, 4));
	if (!f) { /* the caller broke the promise; never run past the end of the string for it */
		*s += 1;
		return 0xFFFD;
	}
	c = p[0] & f->payload;
	for (size_t i = 1; i < f->length; i++)
		c = c << 6 | (p[i] & 0x3F);
	*s += f->length;
	return c;
}

size_t utf8_len(const char *s)
{
	size_t n = 0;

	while (utf8_next(&s) != 0)
		n++;
	return n;
}

size_t utf8_prefix(const char *s, size_t chars)
{
	const char *at = s;

	while (chars-- > 0 && utf8_next(&at) != 0)
		;
	return (size_t)(at - s);
}

/* --- whole strings ---------------------------------------------------------------------------- */

bool text_empty(const char *s)
{
	return !s || !*s;
}

bool text_eq(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

bool text_starts(const char *s, const char *prefix)
{
	return s && prefix && strncmp(s, prefix, strlen(prefix)) == 0;
}

bool text_word_in(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words ? words : ""; *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");
		if (len == n && strncmp(at, word, n) == 0)
			return true;
		at += len;
	}
	return false;
}

const char *text_or(const char *s, const char *otherwise)
{
	return text_empty(s) ? otherwise : s;
}

static const char wide_blank[] = "\xE3\x80\x80"; /* U+3000, typed by Chinese input methods */

static size_t blank_at_start(const char *s)
{
	if (*s && strchr(" \t\r\n\v\f", *s))
		return 1;
	return text_starts(s, wide_blank) ? 3 : 0;
}

static size_t blank_at_end(const char *s, size_t n)
{
	if (n > 0 && strchr(" \t\r\n\v\f", s[n - 1]))
		return 1;
	return n >= 3 && memcmp(s + n - 3, wide_blank, 3) == 0 ? 3 : 0;
}

char *text_trim(void *ctx, const char *s)
{
	size_t n, blank;

	if (!s)
		return NULL;
	while ((blank = blank_at_start(s)) > 0)
		s += blank;
	n = strlen(s);
	while ((blank = blank_at_end(s, n)) > 0)
		n -= blank;
	return mem_copy(ctx, s, n);
}

bool text_int(const char *s, int64_t min, int64_t max, int64_t *out)
{
	bool negative;
	int64_t v = 0;

	if (!s)
		return false;
	negative = *s == '-';
	s += negative;
	if (!*s)
		return false;
	for (; *s; s++) {
		int digit = *s - '0';

		if (digit < 0 || digit > 9 || __builtin_mul_overflow(v, 10, &v))
			return false;
		/* counted downwards for negative numbers, so that INT64_MIN has a way to be written */
		if (__builtin_add_overflow(v, negative ? -digit : digit, &v))
			return false;
	}
	if (v < min || v > max)
		return false;
	*out = v;
	return true;
}

/* --- bytes as letters -------------------------------------------------------------------------- */

struct letters {
	unsigned bits; /* per letter */
	char alphabet[65];
};
static const struct letters hex = {4, "0123456789abcdef"};
static const struct letters base32 = {5, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"};
static const struct letters base64url = {6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"};

static char *letters_write(void *ctx, const struct letters *l, const uint8_t *p, size_t n)
{
	char *out = mem_array(ctx, char, (n * 8 + l->bits - 1) / l->bits + 1);
	uint32_t held = 0;
	unsigned nheld = 0;
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		held = (held << 8 | p[i]) & 0x3FFF;
		for (nheld += 8; nheld >= l->bits; nheld -= l->bits)
			out[at++] = l->alphabet[(held >> (nheld - l->bits)) & ((1u << l->bits) - 1)];
	}
	if (nheld > 0)
		out[at++] = l->alphabet[(held << (l->bits - nheld)) & ((1u << l->bits) - 1)];
	out[at] = '\0';
	return out;
}

/* Only what letters_write makes is taken: no letter too many, and the unused bits of the last one are zero, so that
 * two different texts never stand for the same bytes. */
static bool letters_read(void *ctx, const struct letters *l, int (*value)(char), const char *s, uint8_t **out,
			 size_t *n)
{
	uint8_t *bytes;
	uint32_t held = 0;
	unsigned nheld = 0;
	size_t at = 0;

	if (!s)
		return false;
	bytes = mem_array(ctx, uint8_t, strlen(s) * l->bits / 8 + 1);
	for (; *s; s++) {
		int v = value(*s);

		if (v < 0)
			goto refuse;
		held = (held << l->bits | (uint32_t)v) & 0x3FFF;
		nheld += l->bits;
		if (nheld >= 8) {
			nheld -= 8;
			bytes[at++] = (uint8_t)(held >> nheld);
		}
	}
	if (nheld >= l->bits || (held & ((1u << nheld) - 1)) != 0)
		goto refuse;
	*out = bytes;
	*n = at;
	return true;
refuse:
	talloc_free(bytes);
	return false;
}

static int base64url_value(char c)
{
	const char *at = memchr(base64url.alphabet, c, 64);

	return at ? (int)(at - base64url.alphabet) : -1;
}

static int base32_value(char c)
{
	const char *at;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	at = memchr(base32.alphabet, c, 32);
	return at ? (int)(at - base32.alphabet) : -1;
}

char *text_hex(void *ctx, const void *p, size_t n)
{
	return letters_write(ctx, &hex, p, n);
}

char *text_base64url(void *ctx, const void *p, size_t n)
{
	return letters_write(ctx, &base64url, p, n);
}

char *text_base32(void *ctx, const void *p, size_t n)
{
	return letters_write(ctx, &base32, p, n);
}

bool text_unbase64url(void *ctx, const char *s, uint8_t **out, size_t *n)
{
	return letters_read(ctx, &base64url, base64url_value, s, out, n);
}

bool text_unbase32(void *ctx, const char *s, uint8_t **out, size_t *n)
{
	return letters_read(ctx, &base32, base32_value, s, out, n);
}
