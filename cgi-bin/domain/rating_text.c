#include "domain/rating_text.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define PLATE_LENGTH_MIN 5 /* letters and digits after province and letter; electric cars have six */
#define PLATE_LENGTH_MAX 6
#define REPEATED_MIN 12 /* characters from which repetition is looked at */

static const struct {
	uint32_t flag;
	const char *key, *name;
} flag_table[] = {
	{TEXT_PERSONAL, "personal", "含个人信息（已遮盖）"},
	{TEXT_CONTACT, "contact", "可能提到别人的姓名、住址、账号"},
	{TEXT_INSULT, "insult", "含辱骂词语"},
	{TEXT_REPEATED, "repeated", "重复字符"},
	{TEXT_MANY, "many", "同一人一天内评价过多"},
	{TEXT_SAME, "same", "同一人对几次服务写了同样的话"},
};
#define NFLAGS (sizeof(flag_table) / sizeof(flag_table[0]))

/* Words that make a person look first.  Plain data: add to them freely; a hit hides nothing for good. */
static const struct {
	uint32_t flag;
	const char *word;
} words[] = {
	{TEXT_INSULT, "他妈的"},   {TEXT_INSULT, "妈的"},     {TEXT_INSULT, "混蛋"},   {TEXT_INSULT, "王八蛋"},
	{TEXT_INSULT, "滚蛋"},     {TEXT_INSULT, "去死"},     {TEXT_INSULT, "傻逼"},   {TEXT_INSULT, "傻子"},
	{TEXT_INSULT, "白痴"},     {TEXT_INSULT, "畜生"},     {TEXT_INSULT, "狗东西"}, {TEXT_INSULT, "垃圾"},
	{TEXT_INSULT, "脑残"},     {TEXT_INSULT, "废物"},     {TEXT_INSULT, "流氓"},   {TEXT_INSULT, "婊"},
	{TEXT_CONTACT, "身份证号"}, {TEXT_CONTACT, "住在"},     {TEXT_CONTACT, "家住"},   {TEXT_CONTACT, "微信"},
	{TEXT_CONTACT, "qq"},       {TEXT_CONTACT, "名叫"},     {TEXT_CONTACT, "叫做"},   {TEXT_CONTACT, "姓名"},
	{TEXT_CONTACT, "先生"},     {TEXT_CONTACT, "女士"},     {TEXT_CONTACT, "小姐"},   {TEXT_CONTACT, "科长"},
	{TEXT_CONTACT, "处长"},     {TEXT_CONTACT, "局长"},     {TEXT_CONTACT, "主任"},   {TEXT_CONTACT, "工号"},
	{TEXT_CONTACT, "http"},     {TEXT_CONTACT, "www."},
};
#define NWORDS (sizeof(words) / sizeof(words[0]))

/* --- characters -------------------------------------------------------------------------------------- */

struct chars {
	uint32_t *at; /* full-width letters and digits as ASCII */
	const char **from; /* where each begins in the text, and where the text ends */
	size_t n;
};

/* plain - full-width forms as their ASCII ones; circled and Chinese digits are left to people. */
static uint32_t plain(uint32_t c)
{
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

static struct chars chars_of(void *ctx, const char *text)
{
	size_t n = utf8_len(text), i = 0;
	struct chars c = {mem_array(ctx, uint32_t, n + 1), mem_array(ctx, const char *, n + 1), n};

	for (const char *p = text; *p; i++) {
		c.from[i] = p;
		c.at[i] = plain(utf8_next(&p));
	}
	c.from[n] = text + strlen(text);
	return c;
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_alnum(uint32_t c)
{
	return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_han(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* in_number - between the digits of one number, as people write it: 138 0000-0001. */
static bool in_number(uint32_t c)
{
	return c == ' ' || c == '-' || c == '.' || c == 0x2014 || c == 0x3000;
}

/* --- numbers ----------------------------------------------------------------------------------------- */

/* digits_end - one past a run of digits that begins at i, single separators inside it and an X at its end included;
 * *count digits. */
static size_t digits_end(const struct chars *c, size_t i, size_t *count)
{
	size_t end = i;

	*count = 0;
	while (i < c->n && (is_digit(c->at[i]) || (in_number(c->at[i]) && i + 1 < c->n && is_digit(c->at[i + 1])))) {
		*count += is_digit(c->at[i]);
		if (is_digit(c->at[i]))
			end = i + 1;
		i++;
	}
	if (*count == 17 && end < c->n && (c->at[end] == 'X' || c->at[end] == 'x')) {
		++*count;
		end++;
	}
	return end;
}

/* kept - how many digits stay readable at both ends: a telephone as 138****0001, a document as 410***********0028. */
static void kept(size_t count, size_t *front, size_t *back)
{
	bool long_number = count >= 11;

	*front = long_number ? 3 : 0;
	*back = long_number ? 4 : 0;
}

static bool is_year_or_small(size_t count)
{
	return count < 7;
}

struct maker {
	void *ctx;
	char *out;
	uint32_t flags;
};

static void put(struct maker *m, const char *from, const char *to)
{
	m->out = mem_fmt(m->ctx, "%s%.*s", m->out, (int)(to - from), from);
}

static size_t mask_digits(struct maker *m, const struct chars *c, size_t i)
{
	size_t count, front, back, seen = 0, end = digits_end(c, i, &count);

	if (is_year_or_small(count)) {
		put(m, c->from[i], c->from[end]);
		return end;
	}
	kept(count, &front, &back);
	for (; i < end; i++) {
		bool digit = !in_number(c->at[i]);
		if (digit && seen >= front && seen < count - back)
			m->out = mem_fmt(m->ctx, "%s*", m->out);
		else if (digit)
			put(m, c->from[i], c->from[i + 1]);
		seen += digit;
	}
	m->flags |= TEXT_PERSONAL;
	return end;
}

/* plate_end - one past a number plate (京A12345, 示A·12345) that begins at i, or i. */
static size_t plate_end(const struct chars *c, size_t i)
{
	size_t j = i + 2, from;

	if (i + 2 >= c->n || !is_han(c->at[i]) || !is_alnum(c->at[i + 1]) || is_digit(c->at[i + 1]))
		return i;
	if (c->at[j] == 0xB7 || c->at[j] == ' ' || c->at[j] == '-')
		j++;
	from = j;
	bool digit = false;
	while (j < c->n && is_alnum(c->at[j])) {
		digit = digit || is_digit(c->at[j]);
		j++;
	}
	return digit && j - from >= PLATE_LENGTH_MIN && j - from <= PLATE_LENGTH_MAX ? j : i;
}

/* word_end - one past a run of letters, digits and the signs of mail addresses and accounts. */
static size_t word_end(const struct chars *c, size_t i, bool *mail, size_t *letters, size_t *digits)
{
	*mail = false;
	*letters = *digits = 0;
	for (; i < c->n && (is_alnum(c->at[i]) || c->at[i] == '@' || c->at[i] == '.' || c->at[i] == '_' || c->at[i] == '-'); i++) {
		*mail = *mail || c->at[i] == '@';
		*digits += is_digit(c->at[i]);
		*letters += is_alnum(c->at[i]) && !is_digit(c->at[i]);
	}
	return i;
}

/* mask_word - a mail address, a passport number, an account: letters and six digits or more. */
static size_t mask_word(struct maker *m, const struct chars *c, size_t i)
{
	bool mail;
	size_t letters, digits, end = word_end(c, i, &mail, &letters, &digits);

	if (!mail && !(letters && digits >= 6)) {
		put(m, c->from[i], c->from[i + 1]);
		return i + 1;
	}
	put(m, c->from[i], c->from[i + 1]);
	m->out = mem_fmt(m->ctx, "%s***", m->out);
	m->flags |= TEXT_PERSONAL;
	return end;
}

/* --- words ------------------------------------------------------------------------------------------- */

/* letters_only - without blanks and signs, in small letters: 混 - 蛋 is 混蛋. */
static char *letters_only(void *ctx, const struct chars *c)
{
	char *out = mem_room(ctx, c->n * 4 + 1), *p = out;

	for (size_t i = 0; i < c->n; i++) {
		uint32_t ch = c->at[i];
		if (is_alnum(ch) || ch == '.')
			*p++ = (char)(ch >= 'A' && ch <= 'Z' ? ch + 32 : ch);
		else if (is_han(ch)) {
			memcpy(p, c->from[i], (size_t)(c->from[i + 1] - c->from[i]));
			p += c->from[i + 1] - c->from[i];
		}
	}
	*p = '\0';
	return out;
}

static uint32_t words_in(void *ctx, const struct chars *c)
{
	const char *letters = letters_only(ctx, c);
	uint32_t flags = 0;

	for (size_t i = 0; i < NWORDS; i++)
		if (strstr(letters, words[i].word))
			flags |= words[i].flag;
	return flags;
}

/* repeated - most of it is one character. */
static bool repeated(const struct chars *c)
{
	if (c->n < REPEATED_MIN)
		return false;
	for (size_t i = 0; i < c->n; i++) {
		size_t same = 0;
		for (size_t j = 0; j < c->n; j++)
			same += c->at[j] == c->at[i];
		if (same * 3 > c->n * 2)
			return true;
	}
	return false;
}

char *text_masked(void *ctx, const char *text, uint32_t *flags)
{
	struct chars c = chars_of(ctx, text_or(text, ""));
	struct maker m = {ctx, mem_str(ctx, ""), 0};

	for (size_t i = 0; i < c.n;) {
		size_t end = plate_end(&c, i);
		if (end > i) {
			put(&m, c.from[i], c.from[i + 2]);
			m.out = mem_fmt(ctx, "%s*****", m.out);
			m.flags |= TEXT_PERSONAL;
			i = end;
		} else if (is_digit(c.at[i])) {
			i = mask_digits(&m, &c, i);
		} else if (is_alnum(c.at[i]) && (i == 0 || !is_alnum(c.at[i - 1]))) {
			i = mask_word(&m, &c, i);
		} else {
			put(&m, c.from[i], c.from[i + 1]);
			i++;
		}
	}
	*flags = m.flags | words_in(ctx, &c) | (repeated(&c) ? TEXT_REPEATED : 0);
	return m.out;
}

char *text_flags_keys(void *ctx, uint32_t flags)
{
	char *out = mem_str(ctx, "");

	for (size_t i = 0; i < NFLAGS; i++)
		if (flags & flag_table[i].flag)
			out = mem_fmt(ctx, "%s%s%s", out, *out ? " " : "", flag_table[i].key);
	return out;
}

char *text_flags_names(void *ctx, const char *keys)
{
	char *out = mem_str(ctx, "");

	for (size_t i = 0; i < NFLAGS; i++)
		if (keys && strstr(keys, flag_table[i].key))
			out = mem_fmt(ctx, "%s%s%s", out, *out ? "、" : "", flag_table[i].name);
	return out;
}
