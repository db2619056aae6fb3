#include "domain/freetext.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define MOBILE_DIGITS 11
#define IDENTITY_DIGITS 15 /* and longer: old and new identity numbers, bank cards */

/* One character of the text: where it is, and what it counts as. */
struct sign {
	const char *at;
	size_t n;
	char plain; /* its ASCII form, full-width folded; 0: none */
};

static struct sign sign_at(const char *s)
{
	const char *next = s;
	uint32_t c = utf8_next(&next);

	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFEE0;
	return (struct sign){s, (size_t)(next - s), c < 0x80 ? (char)c : '\0'};
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* run_end - of digits from s, a single blank or dash between them allowed; *digits of them, *first two as a number. */
static const char *run_end(const char *s, int *digits, int *begins)
{
	const char *end = s;
	bool gap = false;

	*digits = *begins = 0;
	for (struct sign c = sign_at(s); c.plain; c = sign_at(s)) {
		bool check = (c.plain == 'X' || c.plain == 'x') && *digits == 17;
		if (is_digit(c.plain) || check) {
			if (*digits < 2)
				*begins = *begins * 10 + (c.plain - '0');
			(*digits)++;
			gap = false;
			end = c.at + c.n;
		} else if ((c.plain == ' ' || c.plain == '-') && !gap) {
			gap = true;
		} else {
			break;
		}
		s = c.at + c.n;
	}
	return end;
}

static bool personal(int digits, int begins)
{
	return digits >= IDENTITY_DIGITS || (digits == MOBILE_DIGITS && begins >= 13 && begins <= 19);
}

static bool mail_sign(char c)
{
	return is_digit(c) || is_letter(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

/* mail_end - of an address that begins at s, or s. */
static const char *mail_end(const char *s)
{
	const char *p = s;
	size_t before = 0, after = 0;
	bool dot = false;

	for (; mail_sign(*p); p++)
		before++;
	if (!before || *p != '@')
		return s;
	for (p++; mail_sign(*p); p++) {
		after++;
		dot = dot || *p == '.';
	}
	return after > 2 && dot ? p : s;
}

static void stars(char *out, const char *from, const char *to)
{
	while (from < to) {
		struct sign c = sign_at(from);
		strcat(out, "*");
		from += c.n;
	}
}

char *freetext_mask(void *ctx, const char *text)
{
	const char *s = text_or(text, "");
	char *out = mem_room(ctx, strlen(s) + 1);
	char before = '\0';

	*out = '\0';
	while (*s) {
		struct sign c = sign_at(s);
		const char *end = s;
		int digits = 0, begins = 0;
		bool word = is_letter(before) || is_digit(before); /* a number goes on, or a case number has a letter in front */
		if (is_digit(c.plain) && !word) {
			end = run_end(s, &digits, &begins);
			if (!personal(digits, begins))
				end = s;
		}
		if (end == s && mail_sign(c.plain) && !mail_sign(before))
			end = mail_end(s);
		if (end > s) {
			stars(out, s, end);
			s = end;
			before = '*';
			continue;
		}
		strncat(out, c.at, c.n);
		s += c.n;
		before = c.plain == '-' && (is_letter(before) || is_digit(before)) ? '0' : c.plain;
	}
	return out;
}

static const char *const rude_words[] = {"傻逼", "傻比", "煞笔", "操你", "艹你", "草泥马", "王八蛋", "混蛋", "去死", "滚蛋", "狗官",
					 "脑残", "他妈的", "你妈的", "尼玛", "废物", "畜生", "狗东西", "人渣", "贱人", "弄死你", "杀了你"};

bool freetext_rude(void *ctx, const char *text)
{
	const char *s = text_or(text, "");
	char *tight = mem_room(ctx, strlen(s) + 1);

	*tight = '\0';
	while (*s) {
		struct sign c = sign_at(s);
		if (!c.plain || is_digit(c.plain) || is_letter(c.plain))
			strncat(tight, c.at, c.n);
		s += c.n;
	}
	for (size_t i = 0; i < sizeof(rude_words) / sizeof(rude_words[0]); i++)
		if (strstr(tight, rude_words[i]))
			return true;
	return false;
}
