/* Document numbers and telephone numbers.  All numbers are synthetic: region 410599 is assigned to no place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/identity.h"
#include "domain/typed.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

static day today(void)
{
	return day_make(2026, 3, 2);
}

static void numbers_in_use_are_fine(void **state)
{
	static const struct {
		enum identity_type type;
		const char *typed, *normal;
	} good[] = {
		{IDENTITY_RESIDENT, "410599199003070028", "410599199003070028"},
		{IDENTITY_RESIDENT, "410599196208151012", "410599196208151012"},
		{IDENTITY_RESIDENT, " 410599 19900307 0028 ", "410599199003070028"},
		{IDENTITY_RESIDENT, "４１０５９９１９９００３０７００２８", "410599199003070028"},
		{IDENTITY_RESIDENT, "410599-19900307-0028", "410599199003070028"},
		{IDENTITY_RESIDENT, "41059919900307001x", "41059919900307001X"},
		{IDENTITY_RESIDENT, "\xE2\x80\x8B" "410599199003070028\xC2\xA0", "410599199003070028"},
		{IDENTITY_HMT_RESIDENCE, "830000198005200011", "830000198005200011"},
		{IDENTITY_FOREIGN_RESIDENCE, "941840198501010015", "941840198501010015"},
		{IDENTITY_FOREIGN_RESIDENCE, "usa110080010101", "USA110080010101"},
		{IDENTITY_HK_MACAU_PERMIT, "h12345678", "H12345678"},
		{IDENTITY_HK_MACAU_PERMIT, "M12345678（01）", "M1234567801"},
		{IDENTITY_TAIWAN_PERMIT, "12345678", "12345678"},
		{IDENTITY_TAIWAN_PERMIT, "1234567801", "1234567801"},
		{IDENTITY_PASSPORT, "e12345678", "E12345678"},
		{IDENTITY_PASSPORT, "AB123", "AB123"},
		{IDENTITY_USCC, "91410599MAXX00015U", "91410599MAXX00015U"},
		{IDENTITY_USCC, "92410599maxx00023k", "92410599MAXX00023K"},
		{IDENTITY_USCC, "11410599MBXX00019J", "11410599MBXX00019J"},
		{IDENTITY_USCC, "11410599MBXX00027D", "11410599MBXX00027D"},
		{IDENTITY_USCC, "11410599MBXX000358", "11410599MBXX000358"},
		{IDENTITY_USCC, "91350100M000100Y43", "91350100M000100Y43"},
	};

	for (size_t i = 0; i < LEN(good); i++) {
		char *no = identity_normal(*state, good[i].typed);
		struct identity_verdict v = identity_check(good[i].type, no, today());

		assert_string_equal(no, good[i].normal);
		if (v.fault != IDENTITY_FINE)
			fail_msg("%s: %s", no, identity_message(*state, good[i].type, no, v));
		assert_null(identity_message(*state, good[i].type, no, v));
		assert_string_equal(identity_normal(*state, no), no);
	}
}

static void each_fault_says_what_to_do(void **state)
{
	static const struct {
		enum identity_type type;
		const char *no;
		enum identity_fault fault;
		const char *says;
	} bad[] = {
		{IDENTITY_RESIDENT, "", IDENTITY_EMPTY, "请填写居民身份证号码"},
		{IDENTITY_RESIDENT, "41059919900307002", IDENTITY_LENGTH, "现在填了 17 位"},
		{IDENTITY_RESIDENT, "4105991990030700288", IDENTITY_LENGTH, "现在填了 19 位"},
		{IDENTITY_RESIDENT, "410599900307002", IDENTITY_OLD_CARD, "15 位的旧身份证号码已经停用"},
		{IDENTITY_RESIDENT, "41059919900307OO28", IDENTITY_CHARACTER, "第 15 位“O”"},
		{IDENTITY_RESIDENT, "41059919900307OO28", IDENTITY_CHARACTER, "是不是把数字 0 写成了字母 O"},
		{IDENTITY_RESIDENT, "X10599199003070028", IDENTITY_CHARACTER, "第 1 位“X”"},
		{IDENTITY_RESIDENT, "41059919900307002零", IDENTITY_CHARACTER, "第 18 位“零”"},
		{IDENTITY_RESIDENT, "𠮷10599199003070028", IDENTITY_CHARACTER, "第 1 位“𠮷”"},
		{IDENTITY_RESIDENT, "410599199002300028", IDENTITY_BIRTH, "现在是“19900230”，没有这一天"},
		{IDENTITY_RESIDENT, "410599199013010028", IDENTITY_BIRTH, "没有这一天"},
		{IDENTITY_RESIDENT, "410599189903070028", IDENTITY_BIRTH, "没有这一天"},
		{IDENTITY_RESIDENT, "410599202603030028", IDENTITY_FUTURE, "还没有到这一天"},
		{IDENTITY_RESIDENT, "410599199003070029", IDENTITY_CHECK, "最后一位和前面 17 位对不上"},
		{IDENTITY_RESIDENT, "41059919900307002X", IDENTITY_CHECK, "逐位核对"},
		{IDENTITY_RESIDENT, "410599199003070208", IDENTITY_CHECK, "逐位核对"}, /* two digits swapped */
		{IDENTITY_RESIDENT, "830000198005200011", IDENTITY_OTHER_TYPE, "改选为“港澳台居民居住证”"},
		{IDENTITY_RESIDENT, "830000198005200012", IDENTITY_CHECK, "逐位核对"},
		{IDENTITY_RESIDENT, "941840198501010015", IDENTITY_OTHER_TYPE, "改选为“外国人永久居留身份证”"},
		{IDENTITY_HMT_RESIDENCE, "410599199003070028", IDENTITY_OTHER_TYPE, "改选为“居民身份证”"},
		{IDENTITY_HMT_RESIDENCE, "840000198005200011", IDENTITY_REGION, "810000、820000 或 830000"},
		{IDENTITY_FOREIGN_RESIDENCE, "410599199003070029", IDENTITY_REGION, "应当以 9 开头"},
		{IDENTITY_FOREIGN_RESIDENCE, "9418401985010100", IDENTITY_LENGTH, "旧证是 15 位"},
		{IDENTITY_FOREIGN_RESIDENCE, "US1110080010101", IDENTITY_CHARACTER, "第 3 位“1”不对，这一位应当是字母"},
		{IDENTITY_HK_MACAU_PERMIT, "C12345678", IDENTITY_CHARACTER, "字母 H（香港）或 M（澳门）"},
		{IDENTITY_HK_MACAU_PERMIT, "H123456789", IDENTITY_LENGTH, "现在填了 10 位"},
		{IDENTITY_TAIWAN_PERMIT, "1234567", IDENTITY_LENGTH, "8 位数字"},
		{IDENTITY_TAIWAN_PERMIT, "1234567I", IDENTITY_CHARACTER, "是不是把数字 1 写成了字母 I"},
		{IDENTITY_PASSPORT, "E123", IDENTITY_LENGTH, "5 到 20 位"},
		{IDENTITY_PASSPORT, "E1234,678", IDENTITY_CHARACTER, "第 6 位“,”"},
		{IDENTITY_USCC, "", IDENTITY_EMPTY, "请填写统一社会信用代码。"},
		{IDENTITY_USCC, "410500100012345", IDENTITY_LENGTH, "旧的 15 位注册号"},
		{IDENTITY_USCC, "9141O599MAXX00015U", IDENTITY_CHARACTER, "是不是把数字 0 写成了字母 O"},
		{IDENTITY_USCC, "91410599MAIX00015U", IDENTITY_CHARACTER, "第 11 位“I”"},
		{IDENTITY_USCC, "91410599MAXX00015A", IDENTITY_USCC_CHECK, "可以继续"},
	};

	for (size_t i = 0; i < LEN(bad); i++) {
		struct identity_verdict v = identity_check(bad[i].type, bad[i].no, today());
		const char *message = identity_message(*state, bad[i].type, bad[i].no, v);

		if (v.fault != bad[i].fault || !strstr(message, bad[i].says))
			fail_msg("%s: fault %d, %s", bad[i].no, (int)v.fault, message);
		assert_int_equal(identity_stops(v.fault), bad[i].fault != IDENTITY_USCC_CHECK);
	}
	assert_false(identity_stops(IDENTITY_FINE));
}

/* Every one of the check characters, and no second one for the same number. */
static void one_check_character_fits(void **state)
{
	static const struct {
		enum identity_type type;
		const char *stem, *alphabet;
	} stems[] = {{IDENTITY_RESIDENT, "4105991990030", "0123456789X"}, {IDENTITY_USCC, "91410599MA000", USCC_ALPHABET}};

	for (size_t i = 0; i < LEN(stems); i++) {
		char seen[64] = "";

		for (int serial = 7000; serial < 7100; serial++) {
			int fits = 0;

			for (const char *c = stems[i].alphabet; *c; c++) {
				char *no = mem_fmt(*state, "%s%d%c", stems[i].stem, serial, *c);

				if (identity_check(stems[i].type, no, today()).fault != IDENTITY_FINE)
					continue;
				fits++;
				if (!strchr(seen, *c))
					strncat(seen, c, 1);
			}
			assert_int_equal(fits, 1);
		}
		assert_int_equal(strlen(seen), strlen(stems[i].alphabet));
	}
}

static void types_have_codes_and_names(void **state)
{
	static const char *const codes[] = {"111", "HMT", "553", "516", "511", "414", "001"};
	enum identity_type type;

	(void)state;
	assert_int_equal(LEN(codes), IDENTITY_TYPES);
	for (size_t i = 0; i < LEN(codes); i++) {
		assert_true(identity_type_parse(codes[i], &type));
		assert_int_equal(type, i);
		assert_string_equal(identity_code(type), codes[i]);
		assert_true(utf8_ok(identity_name(type), strlen(identity_name(type))));
	}
	assert_false(identity_type_parse("112", &type));
	assert_false(identity_type_parse("", &type));
	assert_false(identity_type_parse(NULL, &type));
}

static void numbers_tell_birth_and_sex(void **state)
{
	struct identity_person p;

	(void)state;
	assert_true(identity_person(IDENTITY_RESIDENT, "410599199003070028", &p));
	assert_int_equal(p.birth, day_make(1990, 3, 7));
	assert_int_equal(p.sex, IDENTITY_FEMALE);
	assert_true(identity_person(IDENTITY_RESIDENT, "410599196208151012", &p));
	assert_int_equal(p.sex, IDENTITY_MALE);
	assert_true(identity_person(IDENTITY_HMT_RESIDENCE, "830000198005200011", &p));
	assert_int_equal(p.birth, day_make(1980, 5, 20));
	assert_true(identity_person(IDENTITY_FOREIGN_RESIDENCE, "941840198501010015", &p));
	assert_int_equal(p.birth, day_make(1985, 1, 1));
	assert_false(identity_person(IDENTITY_FOREIGN_RESIDENCE, "USA110080010101", &p));
	assert_false(identity_person(IDENTITY_PASSPORT, "E12345678", &p));
	assert_false(identity_person(IDENTITY_USCC, "91410599MAXX00015U", &p));
	assert_false(identity_person(IDENTITY_RESIDENT, "", &p));
}

static void ages_change_on_the_birthday(void **state)
{
	static const struct {
		int birth[3], on[3], age;
	} ages[] = {
		{{1966, 3, 2}, {2026, 3, 1}, 59},  {{1966, 3, 2}, {2026, 3, 2}, 60},  {{1966, 3, 2}, {2026, 12, 31}, 60},
		{{2008, 2, 29}, {2026, 2, 27}, 17}, {{2008, 2, 29}, {2026, 2, 28}, 18}, {{2008, 2, 29}, {2028, 2, 28}, 19},
		{{2008, 2, 29}, {2028, 2, 29}, 20}, {{2026, 3, 2}, {2026, 3, 2}, 0},   {{2026, 3, 3}, {2026, 3, 2}, -1},
	};

	(void)state;
	for (size_t i = 0; i < LEN(ages); i++)
		assert_int_equal(identity_age(day_make(ages[i].birth[0], ages[i].birth[1], ages[i].birth[2]),
					      day_make(ages[i].on[0], ages[i].on[1], ages[i].on[2])),
				 ages[i].age);
}

static void telephone_numbers(void **state)
{
	static const struct {
		const char *typed, *normal;
		enum phone_fault fault;
		enum phone_kind kind;
	} phones[] = {
		{"13800000001", "13800000001", PHONE_FINE, PHONE_MOBILE},
		{"138-0000-0001", "13800000001", PHONE_FINE, PHONE_MOBILE},
		{" 138 0000 0001 ", "13800000001", PHONE_FINE, PHONE_MOBILE},
		{"＋86 138 0000 0001", "13800000001", PHONE_FINE, PHONE_MOBILE},
		{"008613800000001", "13800000001", PHONE_FINE, PHONE_MOBILE},
		{"8613800000001", "13800000001", PHONE_FINE, PHONE_MOBILE},
		{"０３７２－１２３４５６７", "0372-1234567", PHONE_FINE, PHONE_LANDLINE},
		{"03721234567", "0372-1234567", PHONE_FINE, PHONE_LANDLINE},
		{"（0372）1234567", "0372-1234567", PHONE_FINE, PHONE_LANDLINE},
		{"010 12345678", "010-12345678", PHONE_FINE, PHONE_LANDLINE},
		{"021—12345678", "021-12345678", PHONE_FINE, PHONE_LANDLINE},
		{"", "", PHONE_EMPTY, 0},
		{"1380000000", "1380000000", PHONE_MOBILE_LENGTH, 0},
		{"138000000012", "138000000012", PHONE_MOBILE_LENGTH, 0},
		{"12800000001", "12800000001", PHONE_MOBILE_BEGIN, 0},
		{"1380000000a", "1380000000A", PHONE_CHARACTER, 0},
		{"没有电话", "没有电话", PHONE_CHARACTER, 0},
		{"0372-123456", "0372-123456", PHONE_LANDLINE_LENGTH, 0},
		{"037212", "037212", PHONE_LANDLINE_LENGTH, 0},
		{"0372123456789", "0372123456789", PHONE_LANDLINE_LENGTH, 0},
		{"1234567", "1234567", PHONE_MOBILE_LENGTH, 0},
		{"8613333", "8613333", PHONE_AREA, 0},
		{"2345678", "2345678", PHONE_AREA, 0},
	};

	for (size_t i = 0; i < LEN(phones); i++) {
		char *no = phone_normal(*state, phones[i].typed);
		enum phone_kind kind = PHONE_MOBILE;
		enum phone_fault fault = phone_check(no, &kind);

		assert_string_equal(no, phones[i].normal);
		assert_string_equal(phone_normal(*state, no), no);
		if (fault != phones[i].fault)
			fail_msg("%s: fault %d", no, (int)fault);
		assert_int_equal(phone_check(no, NULL), fault);
		if (fault == PHONE_FINE)
			assert_int_equal(kind, phones[i].kind);
		assert_int_equal(phone_message(fault) == NULL, fault == PHONE_FINE);
	}
}

static void folding_brings_forms_together(void **state)
{
	static const struct {
		const char *typed, *folded;
	} forms[] = {
		{NULL, ""},
		{" \t\r\n　", ""},
		{"ａｂＣ１２３", "ABC123"},
		{"1–2—3－4−5‐6", "1-2-3-4-5-6"},
		{"〔2026〕【1】［2］{3}《4》", "(2026)(1)(2)(3)(4)"},
		{"\xEF\xBB\xBF" "1\xE2\x80\x8E" "2\xC2\xAD" "3", "123"},
		{"市监𠮷", "市监𠮷"},
	};
	char out[TYPED_TEXT];
	char *longer = mem_array(*state, char, 5000);

	for (size_t i = 0; i < LEN(forms); i++)
		assert_string_equal(typed_fold(forms[i].typed, out), forms[i].folded);
	for (int i = 0; i < 1000; i++)
		strcat(longer, "𠮷");
	assert_int_equal(utf8_len(typed_fold(longer, out)), TYPED_MAX);
	assert_string_equal(typed_strip(typed_fold("a-b(c)-", out), "-()"), "ABC");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_in_use_are_fine),
		cmocka_unit_test(each_fault_says_what_to_do),
		cmocka_unit_test(one_check_character_fits),
		cmocka_unit_test(types_have_codes_and_names),
		cmocka_unit_test(numbers_tell_birth_and_sex),
		cmocka_unit_test(ages_change_on_the_birthday),
		cmocka_unit_test(telephone_numbers),
		cmocka_unit_test(folding_brings_forms_together),
	};

	return cmocka_run_group_tests_name("identity", tests, ctx_make, ctx_free);
}
