/* typed.c - what people type, in one form. */
#include "domain/typed.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

#define DROP 0

/* Characters from first to last all become the same ASCII character; the table is in order. */
static const struct fold {
	uint32_t first, last;
	char to;
} folds[] = {
	{0x0001, 0x0020, DROP}, /* controls, tab, line breaks, blank */
	{0x005B, 0x005B, '('},  /* [ */
	{0x005D, 0x005D, ')'},
	{0x007B, 0x007B, '('}, /* { */
	{0x007D, 0x007D, ')'},
	{0x007F, 0x00A0, DROP}, /* controls, no-break space */
	{0x00AD, 0x00AD, DROP}, /* soft hyphen: not shown */
	{0x2000, 0x200F, DROP}, /* spaces of all widths, zero-width ones, direction marks */
	{0x2010, 0x2015, '-'},
	{0x2028, 0x202F, DROP}, /* line separators, direction marks */
	{0x205F, 0x2064, DROP},
	{0x2066, 0x206F, DROP},
	{0x2212, 0x2212, '-'}, /* minus */
	{0x3000, 0x3000, DROP}, /* ideographic space */
	{0x3008, 0x3008, '('}, /* 〈〉《》「」『』【】 */
	{0x3009, 0x3009, ')'},
	{0x300A, 0x300A, '('},
	{0x300B, 0x300B, ')'},
	{0x300C, 0x300C, '('},
	{0x300D, 0x300D, ')'},
	{0x300E, 0x300E, '('},
	{0x300F, 0x300F, ')'},
	{0x3010, 0x3010, '('},
	{0x3011, 0x3011, ')'},
	{0x3014, 0x3014, '('}, /* 〔〕〖〗 */
	{0x3015, 0x3015, ')'},
	{0x3016, 0x3016, '('},
	{0x3017, 0x3017, ')'},
	{0xFE58, 0xFE58, '-'},
	{0xFE63, 0xFE63, '-'},
	{0xFEFF, 0xFEFF, DROP}, /* byte order mark */
};

static uint32_t half_width(uint32_t c)
{
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + 0x21 : c;
}

/* The character that c stands for; c itself when the table has none. */
static uint32_t fold_one(uint32_t c)
{
	c = half_width(c);
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 'A';
	for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]) && folds[i].first <= c; i++) {
		if (c <= folds[i].last)
			return (uint32_t)folds[i].to;
	}
	return c;
}

char *typed_fold(const char *s, char out[static TYPED_TEXT])
{
	const char *at = text_or(s, ""), *next = at;
	size_t n = 0, chars = 0;

	for (uint32_t c; chars < TYPED_MAX && (c = utf8_next(&next)) != 0; at = next) {
		uint32_t to = fold_one(c);

		if (to == DROP)
			continue;
		chars++;
		if (to < 0x80) {
			out[n++] = (char)to;
		} else {
			memcpy(out + n, at, (size_t)(next - at));
			n += (size_t)(next - at);
		}
	}
	out[n] = '\0';
	return out;
}

char *typed_strip(char *s, const char *drop)
{
	char *to = s;

	for (const char *from = s; *from; from++) {
		if (!strchr(drop, *from))
			*to++ = *from;
	}
	*to = '\0';
	return s;
}

void typed_digits_repair(char *s, size_t n)
{
	for (size_t i = 0; i < n && s[i]; i++) {
		if (s[i] == 'O')
			s[i] = '0';
		else if (s[i] == 'I' || s[i] == 'L')
			s[i] = '1';
	}
}

bool typed_digits(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
	}
	return true;
}

int typed_number(const char *s, size_t n)
{
	int v = 0;

	for (size_t i = 0; i < n; i++)
		v = v * 10 + (s[i] - '0');
	return v;
}
