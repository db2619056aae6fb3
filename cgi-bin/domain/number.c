/* number.c - numbers of matters, cases and documents. */
#include "domain/number.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "domain/typed.h"

#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"
#define DATE_DIGITS 8
#define DATE_TEXT 9
#define DOC_DEPT_CHARS 12
#define DOC_WORD_CHARS 6

/* --- parts of numbers ---------------------------------------------------------------------------------- */

static bool within(int v, int min, int max)
{
	return v >= min && v <= max;
}

static bool date_write(day d, char out[static DATE_TEXT])
{
	int year, month, mday;

	day_split(d, &year, &month, &mday);
	if (!within(year, 1900, 2199))
		return false;
	snprintf(out, DATE_TEXT, "%04u%02u%02u", (unsigned)year % 10000, (unsigned)month % 100, (unsigned)mday % 100);
	return true;
}

/* Eight digits. */
static bool date_read(const char *s, day *out)
{
	int year = typed_number(s, 4), month = typed_number(s + 4, 2), mday = typed_number(s + 6, 2);

	if (!within(year, 1900, 2199) || !day_valid(year, month, mday))
		return false;
	*out = day_make(year, month, mday);
	return true;
}

/* --- matters ------------------------------------------------------------------------------------------- */

const char *task_code_wrong(const char *code)
{
	size_t n;

	if (text_empty(code))
		return "请填写事项编码。";
	n = strlen(code);
	if (n != TASK_CODE_LEN && n != TASK_HANDLE_LEN)
		return "事项编码应当是 31 位，业务办理项编码应当是 33 位，请看看是不是漏写或多写了。";
	if (strspn(code, USCC_ALPHABET) < 18)
		return "事项编码前 18 位是实施机关的统一社会信用代码，只能用数字和大写字母（不用 I、O、S、V、Z）。";
	if (!typed_digits(code + 18, 1))
		return "事项编码第 19 位是行使层级，应当是一位数字。";
	if (strspn(code + 19, DIGITS CAPITALS) < n - 19)
		return "事项编码第 20 位以后只能用数字和大写字母。";
	return NULL;
}

char *task_code_normal(void *ctx, const char *typed)
{
	char folded[TYPED_TEXT];

	return mem_str(ctx, typed_strip(typed_fold(typed, folded), "-"));
}

/* --- cases --------------------------------------------------------------------------------------------- */

enum err case_no_text(const struct case_no *no, char out[static CASE_NO_TEXT])
{
	char date[DATE_TEXT], part[4] = "";

	if (strlen(no->task_code) != TASK_CODE_LEN || task_code_wrong(no->task_code) || !date_write(no->date, date) ||
	    !within(no->serial, 1, 9999) || !within(no->part, 0, 99))
		return ERR_INVALID;
	if (no->part > 0)
		snprintf(part, sizeof(part), "-%02u", (unsigned)no->part % 100);
	snprintf(out, CASE_NO_TEXT, "%s%s%04u%s", no->task_code, date, (unsigned)no->serial % 10000, part);
	return ERR_NONE;
}

enum err case_no_parse(const char *typed, struct case_no *out)
{
	char buf[TYPED_TEXT], *s = typed_strip(typed_fold(typed, buf), "-()");
	char *tail = s + TASK_CODE_LEN;
	struct case_no no = {.part = 0};
	size_t n = strlen(s);

	if (n != CASE_NO_LEN && n != CASE_NO_LEN + 2)
		return ERR_INVALID;
	typed_digits_repair(tail, n - TASK_CODE_LEN);
	if (!typed_digits(tail, n - TASK_CODE_LEN) || !date_read(tail, &no.date))
		return ERR_INVALID;
	memcpy(no.task_code, s, TASK_CODE_LEN);
	no.serial = typed_number(tail + DATE_DIGITS, 4);
	if (n > CASE_NO_LEN)
		no.part = typed_number(tail + DATE_DIGITS + 4, 2);
	if (task_code_wrong(no.task_code) || no.serial == 0 || (n > CASE_NO_LEN && no.part == 0))
		return ERR_INVALID;
	*out = no;
	return ERR_NONE;
}

enum err short_no_text(const struct short_no *no, char out[static SHORT_NO_TEXT])
{
	size_t n = strlen(no->prefix);
	char date[DATE_TEXT];

	if (n < 1 || strspn(no->prefix, CAPITALS) != n || !date_write(no->date, date) || !within(no->dept, 0, 9999) ||
	    !within(no->serial, 1, 99999))
		return ERR_INVALID;
	snprintf(out, SHORT_NO_TEXT, "%s%s-%04u-%05u", no->prefix, date, (unsigned)no->dept % 10000,
		 (unsigned)no->serial % 100000);
	return ERR_NONE;
}

enum err short_no_parse(const char *typed, struct short_no *out)
{
	char buf[TYPED_TEXT], *s = typed_strip(typed_fold(typed, buf), "-()");
	size_t prefix = strspn(s, CAPITALS);
	char *tail = s + prefix;
	struct short_no no = {.serial = 0};

	if (!within((int)prefix, 1, SHORT_PREFIX_MAX) || strlen(tail) != DATE_DIGITS + 9)
		return ERR_INVALID;
	typed_digits_repair(tail, DATE_DIGITS + 9);
	if (!typed_digits(tail, DATE_DIGITS + 9) || !date_read(tail, &no.date))
		return ERR_INVALID;
	memcpy(no.prefix, s, prefix);
	no.dept = typed_number(tail + DATE_DIGITS, 4);
	no.serial = typed_number(tail + DATE_DIGITS + 4, 5);
	if (no.serial == 0)
		return ERR_INVALID;
	*out = no;
	return ERR_NONE;
}

/* --- documents ----------------------------------------------------------------------------------------- */

/* A part that reads back as it was written: nothing in it that folding changes or that the form uses itself. */
static bool doc_part_ok(const char *s, size_t max_chars)
{
	char folded[TYPED_TEXT];

	return !text_empty(s) && utf8_len(s) <= max_chars && !s[strcspn(s, DIGITS "()-")] &&
	       text_eq(typed_fold(s, folded), s) && !strstr(s, "字");
}

enum err doc_no_text(void *ctx, const struct doc_no *no, char **out)
{
	if (!doc_part_ok(no->dept, DOC_DEPT_CHARS) || !doc_part_ok(no->word, DOC_WORD_CHARS) ||
	    !within(no->year, 1900, 2199) || !within(no->serial, 1, 99999))
		return ERR_INVALID;
	*out = mem_fmt(ctx, "（%s）%s字〔%d〕第%05d号", no->dept, no->word, no->year, no->serial);
	return ERR_NONE;
}

/* Text up to a mark, which is skipped; NULL when the mark is not there. */
static char *text_before(char **at, const char *mark)
{
	char *start = *at, *end = strstr(start, mark);

	if (!end)
		return NULL;
	*end = '\0';
	*at = end + strlen(mark);
	return start;
}

static void skip_word(char **at, const char *word)
{
	if (text_starts(*at, word))
		*at += strlen(word);
}

/* One to eight digits, then the end. */
static int serial_read(char *at)
{
	size_t n;

	skip_word(&at, "第");
	n = strspn(at, DIGITS);
	if (n < 1 || n > 8 || !(at[n] == '\0' || text_eq(at + n, "号")))
		return 0;
	return typed_number(at, n);
}

enum err doc_no_parse(void *ctx, const char *typed, struct doc_no *out)
{
	char buf[TYPED_TEXT], *at = typed_fold(typed, buf);
	const char *dept, *word, *year;
	int serial;

	if (*at++ != '(')
		return ERR_INVALID;
	if (!(dept = text_before(&at, ")")) || !(word = text_before(&at, "字(")) || !(year = text_before(&at, ")")))
		return ERR_INVALID;
	serial = serial_read(at);
	if (!doc_part_ok(dept, DOC_DEPT_CHARS) || !doc_part_ok(word, DOC_WORD_CHARS) || strlen(year) != 4 ||
	    !typed_digits(year, 4) || !within(typed_number(year, 4), 1900, 2199) || !within(serial, 1, 99999))
		return ERR_INVALID;
	*out = (struct doc_no){mem_str(ctx, dept), mem_str(ctx, word), typed_number(year, 4), serial};
	return ERR_NONE;
}

/* --- query code ---------------------------------------------------------------------------------------- */

void query_code_make(const struct keys *k, const char *case_no, char out[static QUERY_CODE_TEXT])
{
	uint8_t hash[HASH_SIZE];
	uint64_t v = 0;

	mac(k, "query code", case_no, strlen(case_no), hash);
	for (size_t i = 0; i < 8; i++)
		v = v << 8 | hash[i];
	snprintf(out, QUERY_CODE_TEXT, "%06u", (unsigned)(v % 1000000));
}

bool query_code_ok(const struct keys *k, const char *case_no, const char *typed)
{
	char folded[TYPED_TEXT], code[QUERY_CODE_TEXT], given[QUERY_CODE_TEXT] = "";
	bool six = strlen(typed_strip(typed_fold(typed, folded), "-()")) == QUERY_CODE_TEXT - 1;

	memcpy(given, six ? folded : "------", QUERY_CODE_TEXT - 1);
	query_code_make(k, case_no, code);
	return mac_equal(code, given, QUERY_CODE_TEXT - 1) && six;
}
