/* identity.c - document numbers and telephone numbers. */
#include "domain/identity.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/typed.h"

/* --- kinds of documents -------------------------------------------------------------------------------- */

/* Codes are those in common use between government systems; HMT is ours, as no code for that card is known. */
static const struct kind {
	const char *code;
	const char *name;
	const char *length; /* what its number looks like, for the message about a wrong length */
} kinds[IDENTITY_TYPES] = {
	[IDENTITY_RESIDENT] = {"111", "居民身份证", "18 位"},
	[IDENTITY_HMT_RESIDENCE] = {"HMT", "港澳台居民居住证", "18 位"},
	[IDENTITY_FOREIGN_RESIDENCE] = {"553", "外国人永久居留身份证", "18 位，旧证是 15 位"},
	[IDENTITY_HK_MACAU_PERMIT] = {"516", "港澳居民来往内地通行证", "字母 H 或 M 加 8 位数字，旧证加 10 位数字"},
	[IDENTITY_TAIWAN_PERMIT] = {"511", "台湾居民来往大陆通行证", "8 位数字，旧证是 10 位"},
	[IDENTITY_PASSPORT] = {"414", "护照", "5 到 20 位字母和数字"},
	[IDENTITY_USCC] = {"001", "统一社会信用代码", "18 位，旧的 15 位注册号和 9 位机构代码已经停用"},
};

enum { CHECK_NONE, CHECK_PERSON, CHECK_USCC };

/* What may stand where: d digit, x digit or X, l letter, a letter or digit, u character of a USCC, h H or M.
 * A number has from `min` characters to as many as the shape. */
static const struct pattern {
	enum identity_type type;
	size_t min;
	const char *shape;
	int check;
} patterns[] = {
	{IDENTITY_RESIDENT, 18, "dddddddddddddddddx", CHECK_PERSON},
	{IDENTITY_HMT_RESIDENCE, 18, "dddddddddddddddddx", CHECK_PERSON},
	{IDENTITY_FOREIGN_RESIDENCE, 18, "dddddddddddddddddx", CHECK_PERSON},
	{IDENTITY_FOREIGN_RESIDENCE, 15, "llldddddddddddd", CHECK_NONE},
	{IDENTITY_HK_MACAU_PERMIT, 9, "hdddddddd", CHECK_NONE},
	{IDENTITY_HK_MACAU_PERMIT, 11, "hdddddddddd", CHECK_NONE},
	{IDENTITY_TAIWAN_PERMIT, 8, "dddddddd", CHECK_NONE},
	{IDENTITY_TAIWAN_PERMIT, 10, "dddddddddd", CHECK_NONE},
	{IDENTITY_PASSPORT, 5, "aaaaaaaaaaaaaaaaaaaa", CHECK_NONE},
	{IDENTITY_USCC, 18, "uudddddduuuuuuuuuu", CHECK_USCC},
};

static const struct letter_class {
	char name;
	const char *members;
	const char *text; /* for the message */
} classes[] = {
	{'d', "0123456789", "数字"},
	{'x', "0123456789X", "数字或字母 X"},
	{'l', "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "字母"},
	{'a', "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "字母或数字"},
	{'u', USCC_ALPHABET, "数字或字母（不用 I、O、S、V、Z）"},
	{'h', "HM", "字母 H（香港）或 M（澳门）"},
};

/* Beginnings that tell a card of the resident form from a resident's. */
static const struct beginning {
	const char *text;
	enum identity_type type;
} beginnings[] = {
	{"810000", IDENTITY_HMT_RESIDENCE},
	{"820000", IDENTITY_HMT_RESIDENCE},
	{"830000", IDENTITY_HMT_RESIDENCE},
	{"9", IDENTITY_FOREIGN_RESIDENCE},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

const char *identity_code(enum identity_type type)
{
	return kinds[type].code;
}

const char *identity_name(enum identity_type type)
{
	return kinds[type].name;
}

bool identity_type_parse(const char *code, enum identity_type *out)
{
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (text_eq(code, kinds[i].code)) {
			*out = (enum identity_type)i;
			return true;
		}
	}
	return false;
}

char *identity_normal(void *ctx, const char *typed)
{
	char folded[TYPED_TEXT];

	return mem_str(ctx, typed_strip(typed_fold(typed, folded), "-()"));
}

/* --- check characters ---------------------------------------------------------------------------------- */

/* GB 11643, ISO 7064 MOD 11-2 */
static char person_check_character(const char *no)
{
	static const int weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	int sum = 0;

	for (size_t i = 0; i < 17; i++)
		sum += weights[i] * (no[i] - '0');
	return "10X98765432"[sum % 11];
}

/* GB 32100, MOD 31 */
static char uscc_check_character(const char *no)
{
	static const int weights[17] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
	int sum = 0;

	for (size_t i = 0; i < 17; i++)
		sum += weights[i] * (int)(strchr(USCC_ALPHABET, no[i]) - USCC_ALPHABET);
	return USCC_ALPHABET[(31 - sum % 31) % 31];
}

/* --- checking ------------------------------------------------------------------------------------------ */

static const struct letter_class *class_of(char name)
{
	size_t i = 0;

	while (classes[i].name != name)
		i++;
	return &classes[i];
}

static const struct pattern *pattern_of(enum identity_type type, size_t length)
{
	for (const struct pattern *f = patterns; f < patterns + COUNT(patterns); f++) {
		if (f->type == type && length >= f->min && length <= strlen(f->shape))
			return f;
	}
	return NULL;
}

/* Position, from 1, of the first character that cannot stand where it is; 0: all can. */
static int misfit(const struct pattern *f, const char *no)
{
	const char *at = no;

	for (int i = 0; *at; i++) {
		uint32_t c = utf8_next(&at);

		if (c >= 0x80 || !strchr(class_of(f->shape[i])->members, (int)c))
			return i + 1;
	}
	return 0;
}

static bool birth_read(const char *no, day *out)
{
	int year = typed_number(no + 6, 4), month = typed_number(no + 10, 2), mday = typed_number(no + 12, 2);

	if (year < 1900 || !day_valid(year, month, mday))
		return false;
	*out = day_make(year, month, mday);
	return true;
}

static enum identity_type person_type_of(const char *no)
{
	for (size_t i = 0; i < COUNT(beginnings); i++) {
		if (text_starts(no, beginnings[i].text))
			return beginnings[i].type;
	}
	return IDENTITY_RESIDENT;
}

/* Eighteen characters of a person's number, each in its place. */
static struct identity_verdict person_check(enum identity_type type, const char *no, day today)
{
	struct identity_verdict v = {.fault = IDENTITY_FINE, .other = person_type_of(no)};
	day birth;

	if (!birth_read(no, &birth))
		v.fault = IDENTITY_BIRTH;
	else if (birth > today)
		v.fault = IDENTITY_FUTURE;
	else if (no[17] != person_check_character(no))
		v.fault = IDENTITY_CHECK;
	if (v.other == type)
		return v;
	if (v.fault == IDENTITY_FINE)
		v.fault = IDENTITY_OTHER_TYPE;
	else if (type != IDENTITY_RESIDENT)
		v.fault = IDENTITY_REGION;
	return v;
}

struct identity_verdict identity_check(enum identity_type type, const char *no, day today)
{
	struct identity_verdict v = {.fault = IDENTITY_FINE, .other = type};
	size_t length = utf8_len(no);
	const struct pattern *f = pattern_of(type, length);

	if (length == 0) {
		v.fault = IDENTITY_EMPTY;
	} else if (!f) {
		bool old = type == IDENTITY_RESIDENT && length == 15 && typed_digits(no, 15);

		v.fault = old ? IDENTITY_OLD_CARD : IDENTITY_LENGTH;
	} else if ((v.at = misfit(f, no)) > 0) {
		v.fault = IDENTITY_CHARACTER;
	} else if (f->check == CHECK_PERSON) {
		v = person_check(type, no, today);
	} else if (f->check == CHECK_USCC && no[17] != uscc_check_character(no)) {
		v.fault = IDENTITY_USCC_CHECK;
	}
	return v;
}

bool identity_stops(enum identity_fault fault)
{
	return fault != IDENTITY_FINE && fault != IDENTITY_USCC_CHECK;
}

/* --- messages ------------------------------------------------------------------------------------------ */

/* Letters that are often typed for a digit. */
static const struct look_alike {
	char letter, digit;
} look_alikes[] = {{'O', '0'}, {'I', '1'}, {'L', '1'}, {'S', '5'}, {'Z', '2'}, {'B', '8'}};

static const char *look_alike_hint(void *ctx, char found, const struct letter_class *wanted)
{
	for (size_t i = 0; i < COUNT(look_alikes); i++) {
		if (found == look_alikes[i].letter && strchr(wanted->members, look_alikes[i].digit))
			return mem_fmt(ctx, "是不是把数字 %c 写成了字母 %c？", look_alikes[i].digit, found);
	}
	return "";
}

static char *character_message(void *ctx, enum identity_type type, const char *no, int at)
{
	const struct pattern *f = pattern_of(type, utf8_len(no));
	const struct letter_class *wanted;
	const char *found = no + utf8_prefix(no, (size_t)at - 1);

	if (!f)
		return mem_fmt(ctx, "%s号码第 %d 位不对，请对照证件核对。", identity_name(type), at);
	wanted = class_of(f->shape[at - 1]);
	return mem_fmt(ctx, "第 %d 位“%s”不对，这一位应当是%s。%s请对照证件核对。", at,
		       mem_copy(ctx, found, utf8_prefix(found, 1)), wanted->text, look_alike_hint(ctx, *found, wanted));
}

char *identity_message(void *ctx, enum identity_type type, const char *no, struct identity_verdict v)
{
	const char *name = type == IDENTITY_USCC ? "统一社会信用代码" : mem_fmt(ctx, "%s号码", identity_name(type));

	switch (v.fault) {
	case IDENTITY_FINE:
		return NULL;
	case IDENTITY_EMPTY:
		return mem_fmt(ctx, "请填写%s。", name);
	case IDENTITY_LENGTH:
		return mem_fmt(ctx, "%s应当是 %s；现在填了 %zu 位，请看看是不是漏写或多写了。", name,
			       kinds[type].length, utf8_len(no));
	case IDENTITY_CHARACTER:
		return character_message(ctx, type, no, v.at);
	case IDENTITY_OLD_CARD:
		return mem_str(ctx, "15 位的旧身份证号码已经停用，请填写现在身份证上的 18 位号码。");
	case IDENTITY_OTHER_TYPE:
		return mem_fmt(ctx, "这是%s的号码，请把证件类型改选为“%s”。", identity_name(v.other),
			       identity_name(v.other));
	case IDENTITY_REGION:
		return mem_fmt(ctx, "%s应当以 %s 开头，请核对证件类型和号码。", name,
			       type == IDENTITY_HMT_RESIDENCE ? "810000、820000 或 830000" : "9");
	case IDENTITY_BIRTH:
		return mem_fmt(ctx, "第 7 到 14 位是出生日期，现在是“%.8s”，没有这一天，请对照证件核对。", no + 6);
	case IDENTITY_FUTURE:
		return mem_fmt(ctx, "第 7 到 14 位是出生日期，现在是“%.8s”，还没有到这一天，请对照证件核对。", no + 6);
	case IDENTITY_CHECK:
		return mem_fmt(ctx, "%s的最后一位和前面 17 位对不上，其中有一位写错了，请对照证件逐位核对。", name);
	case IDENTITY_USCC_CHECK:
		return mem_fmt(ctx, "%s的最后一位和前面 17 位对不上，可能有一位写错了，请对照证照核对。"
				    "如果和证照上完全一样，可以继续，工作人员会核实。", name);
	}
	return NULL;
}

/* --- names --------------------------------------------------------------------------------------------- */

/* A name is written in letters of any script; the signs that names have are blanks, dots and apostrophes. */
const char *person_name_wrong(void *ctx, const char *name)
{
	static const char *const signs = "!\"#$%&()*+,/:;<=>?@[\\]^_`{|}~0123456789";
	const char *bad = strpbrk(name, signs);

	if (bad)
		return mem_fmt(ctx, "姓名里不能有“%c”，请照着证件上的姓名填写。", *bad);
	if (utf8_len(name) < 2)
		return "姓名太短了，请照着证件上的姓名填写完整。";
	if (utf8_len(name) > PERSON_NAME_MAX)
		return mem_fmt(ctx, "姓名最多 %d 个字，请照着证件上的姓名填写；证件上更长的，请到窗口办理。", PERSON_NAME_MAX);
	return NULL;
}

/* --- what a number tells ------------------------------------------------------------------------------- */

bool identity_person(enum identity_type type, const char *no, struct identity_person *out)
{
	const struct pattern *f = pattern_of(type, strlen(no));

	if (!f || f->check != CHECK_PERSON || !typed_digits(no, 17) || !birth_read(no, &out->birth))
		return false;
	out->sex = (no[16] - '0') % 2 ? IDENTITY_MALE : IDENTITY_FEMALE;
	return true;
}

int identity_age(day birth, day on)
{
	int year, month, mday, year_on, month_on, mday_on;

	day_split(birth, &year, &month, &mday);
	day_split(on, &year_on, &month_on, &mday_on);
	if (!day_valid(year_on, month, mday))
		mday = 28;
	return year_on - year - (month_on < month || (month_on == month && mday_on < mday));
}

/* --- telephone ----------------------------------------------------------------------------------------- */

/* 010 and 02x have three digits, the others four. */
static size_t area_length(const char *no)
{
	return no[1] == '1' || no[1] == '2' ? 3 : 4;
}

/* A number of this country without its prefix; anything else as it is. */
static const char *without_country(const char *no)
{
	static const char *const prefixes[] = {"+86", "0086", "86"};

	for (size_t i = 0; i < COUNT(prefixes); i++) {
		const char *rest = text_starts(no, prefixes[i]) ? no + strlen(prefixes[i]) : "";
		size_t n = strlen(rest);

		if (n >= 10 && n <= 12 && (rest[0] == '0' || rest[0] == '1'))
			return rest;
	}
	return no;
}

char *phone_normal(void *ctx, const char *typed)
{
	char folded[TYPED_TEXT];
	const char *no = without_country(typed_strip(typed_fold(typed, folded), "-()"));
	size_t area;

	if (no[0] != '0' || strlen(no) < 10 || strlen(no) > 12)
		return mem_str(ctx, no);
	area = area_length(no);
	return mem_fmt(ctx, "%.*s-%s", (int)area, no, no + area);
}

static bool landline_ok(const char *no)
{
	size_t area = strcspn(no, "-"), rest;

	if (no[area] != '-' || area < 3 || area > 4)
		return false;
	rest = strlen(no + area + 1);
	return (rest == 7 || rest == 8) && typed_digits(no + area + 1, rest);
}

enum phone_fault phone_check(const char *no, enum phone_kind *kind)
{
	enum phone_kind unused;

	if (!kind)
		kind = &unused;
	if (!*no)
		return PHONE_EMPTY;
	if (no[strspn(no, "0123456789-")])
		return PHONE_CHARACTER;
	if (no[0] == '1') {
		*kind = PHONE_MOBILE;
		if (strlen(no) != 11 || !typed_digits(no, 11))
			return PHONE_MOBILE_LENGTH;
		return no[1] >= '3' ? PHONE_FINE : PHONE_MOBILE_BEGIN;
	}
	if (no[0] == '0') {
		*kind = PHONE_LANDLINE;
		return landline_ok(no) ? PHONE_FINE : PHONE_LANDLINE_LENGTH;
	}
	return PHONE_AREA;
}

const char *phone_message(enum phone_fault fault)
{
	static const char *const messages[] = {
		[PHONE_FINE] = NULL,
		[PHONE_EMPTY] = "请填写联系电话。",
		[PHONE_CHARACTER] = "电话号码里只能有数字，请去掉其他字。",
		[PHONE_MOBILE_LENGTH] = "手机号码应当是 11 位数字，请看看是不是漏写或多写了。",
		[PHONE_MOBILE_BEGIN] = "没有这样开头的手机号码，请核对第 2 位数字。",
		[PHONE_LANDLINE_LENGTH] = "固定电话应当是区号加 7 或 8 位号码，例如 0372-1234567，请核对。",
		[PHONE_AREA] = "请填写 11 位手机号码，或者带区号的固定电话，例如 0372-1234567。",
	};

	return messages[fault];
}
