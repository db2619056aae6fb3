/* Numbers of matters, cases and documents: made, read as people type them, refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/number.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define TASK "11410599MBXX00019J3000131001000"
#define CASE_NO TASK "202609210042"

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state && crypt_start() == ERR_NONE ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

static void task_codes(void **state)
{
	static const struct {
		const char *code, *says; /* NULL: fine */
	} codes[] = {
		{TASK, NULL},
		{TASK "01", NULL},
		{"12441500196720244T3442199806003", NULL},
		{NULL, "请填写"},
		{"", "请填写"},
		{TASK "0", "31 位"},
		{"11410599MBXX00019J300013100100", "31 位"},
		{"1141O599MBXX00019J3000131001000", "前 18 位"},
		{"11410599mbxx00019J3000131001000", "前 18 位"},
		{"11410599MBXX00019JA000131001000", "第 19 位"},
		{"11410599MBXX00019J300013100100-", "第 20 位"},
		{"11410599MBXX00019J3000131001一", "第 20 位"},
	};

	for (size_t i = 0; i < LEN(codes); i++) {
		const char *wrong = task_code_wrong(codes[i].code);

		if (!codes[i].says)
			assert_null(wrong);
		else if (!wrong || !strstr(wrong, codes[i].says))
			fail_msg("%s: %s", codes[i].code, wrong ? wrong : "fine");
	}
	assert_string_equal(task_code_normal(*state, " 11410599mbxx00019j－3－000131001000 "), TASK);
}

static void case_numbers(void **state)
{
	static const char *const forms[] = {
		CASE_NO,
		"11410599mbxx00019j3000131001000202609210042",
		"11410599MBXX00019J 3 000131001000 20260921 0042",
		"11410599MBXX00019J-3-000131001000-20260921-0042",
		"１１４１０５９９ＭＢＸＸ０００１９Ｊ３０００１３１００１０００２０２６０９２１００４２",
		"11410599MBXX00019J3000131001000 2026O92l OO42",
	};
	char text[CASE_NO_TEXT];
	struct case_no no;

	(void)state;
	for (size_t i = 0; i < LEN(forms); i++) {
		memset(&no, 0, sizeof(no));
		assert_int_equal(case_no_parse(forms[i], &no), ERR_NONE);
		assert_string_equal(no.task_code, TASK);
		assert_int_equal(no.date, day_make(2026, 9, 21));
		assert_int_equal(no.serial, 42);
		assert_int_equal(no.part, 0);
		assert_int_equal(case_no_text(&no, text), ERR_NONE);
		assert_string_equal(text, CASE_NO);
		assert_int_equal(strlen(text), CASE_NO_LEN);
	}
	assert_int_equal(case_no_parse(CASE_NO "—03", &no), ERR_NONE);
	assert_int_equal(no.part, 3);
	assert_int_equal(case_no_text(&no, text), ERR_NONE);
	assert_string_equal(text, CASE_NO "-03");
}

static void bad_case_numbers_are_refused(void **state)
{
	static const char *const bad[] = {
		"", TASK, CASE_NO "0", CASE_NO "-00", CASE_NO "-1", CASE_NO "-001", TASK "202602300001", TASK "202609210000",
		TASK "189909210001", TASK "2026092100A1", "11410599MBXX00019JX000131001000202609210042", "编号" CASE_NO,
		CASE_NO CASE_NO CASE_NO CASE_NO,
	};
	struct case_no no = {.serial = 7}, good = {.task_code = TASK, .date = day_make(2026, 9, 21), .serial = 1};
	char text[CASE_NO_TEXT];

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++) {
		assert_int_equal(case_no_parse(bad[i], &no), ERR_INVALID);
		assert_int_equal(no.serial, 7);
	}
	assert_int_equal(case_no_text(&good, text), ERR_NONE);
	good.serial = 10000;
	assert_int_equal(case_no_text(&good, text), ERR_INVALID);
	good.serial = 1;
	good.part = 100;
	assert_int_equal(case_no_text(&good, text), ERR_INVALID);
	good.part = 0;
	good.date = DAY_NONE;
	assert_int_equal(case_no_text(&good, text), ERR_INVALID);
	good.date = day_make(2026, 9, 21);
	good.task_code[0] = '\0';
	assert_int_equal(case_no_text(&good, text), ERR_INVALID);
}

static void short_numbers(void **state)
{
	static const char *const forms[] = {
		"AY20260921-0301-00042", "ay20260921-0301-00042", "AY 20260921 0301 00042", "AY20260921030100042",
		"ＡＹ２０２６０９２１—０３０１—０００４２", "AY2O260921-0301-OOO42",
	};
	static const char *const bad[] = {
		"", "20260921-0301-00042", "AY20260921-0301-0042", "AY20260921-0301-00000", "AY20261321-0301-00042",
		"AYAYAYA20260921-0301-00042", "AY20260921-0301-000421", "AY20260921-030A-00042", "阳20260921-0301-00042",
	};
	struct short_no no = {.serial = 7};
	char text[SHORT_NO_TEXT];

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++) {
		assert_int_equal(short_no_parse(bad[i], &no), ERR_INVALID);
		assert_int_equal(no.serial, 7);
	}
	for (size_t i = 0; i < LEN(forms); i++) {
		memset(&no, 0, sizeof(no));
		assert_int_equal(short_no_parse(forms[i], &no), ERR_NONE);
		assert_int_equal(no.dept, 301);
		assert_int_equal(short_no_text(&no, text), ERR_NONE);
		assert_string_equal(text, "AY20260921-0301-00042");
	}
	strcpy(no.prefix, "ABCDEF");
	assert_int_equal(short_no_text(&no, text), ERR_NONE);
	assert_int_equal(strlen(text), SHORT_NO_TEXT - 1);
	strcpy(no.prefix, "a");
	assert_int_equal(short_no_text(&no, text), ERR_INVALID);
	strcpy(no.prefix, "");
	assert_int_equal(short_no_text(&no, text), ERR_INVALID);
}

static void document_numbers(void **state)
{
	static const char *const forms[] = {
		"（市监）收字〔2026〕第00042号", "(市监)收字[2026]第42号", "（市监）收字【２０２６】第００４２号",
		" ( 市监 ) 收字 ( 2026 ) 第 42 号 ", "〔市监〕收字（2026）42号", "（市监）收字〔2026〕42",
	};
	static const char *const bad[] = {
		"", "市监收字〔2026〕第00042号", "（市监）收〔2026〕第00042号", "（）收字〔2026〕第00042号",
		"（市监）字〔2026〕第00042号", "（市监）收字〔26〕第00042号", "（市监）收字〔2026〕第号", "（市监）收字〔2026〕第0号",
		"（市监）收字〔2026〕第123456号", "（市监）收字〔2026〕第42号。", "（市监）收字〔2026〕第999999999999号", "（市监",
		"（市监市监市监市监市监市监市）收字〔2026〕第00042号", "（市监）收字〔1899〕第00042号",
	};
	struct doc_no no;
	char *text;

	for (size_t i = 0; i < LEN(forms); i++) {
		assert_int_equal(doc_no_parse(*state, forms[i], &no), ERR_NONE);
		assert_string_equal(no.dept, "市监");
		assert_string_equal(no.word, "收");
		assert_int_equal(no.year, 2026);
		assert_int_equal(no.serial, 42);
		assert_int_equal(doc_no_text(*state, &no, &text), ERR_NONE);
		assert_string_equal(text, "（市监）收字〔2026〕第00042号");
	}
	for (size_t i = 0; i < LEN(bad); i++)
		assert_int_equal(doc_no_parse(*state, bad[i], &no), ERR_INVALID);
}

static void document_parts_that_would_not_read_back_are_refused(void **state)
{
	static const struct doc_no bad[] = {
		{"", "收", 2026, 1},     {"市监", "", 2026, 1},      {"市）监", "收", 2026, 1}, {"市 监", "收", 2026, 1},
		{"市监", "收2", 2026, 1}, {"市监", "收字", 2026, 1},  {"市监", "收", 1899, 1},  {"市监", "收", 2026, 0},
		{"ab", "收", 2026, 1},   {"市监", "收", 2026, 100000}, {NULL, "收", 2026, 1},   {"市-监", "收", 2026, 1},
	};
	char *text = NULL;

	for (size_t i = 0; i < LEN(bad); i++)
		assert_int_equal(doc_no_text(*state, &bad[i], &text), ERR_INVALID);
	assert_null(text);
}

static void query_codes(void **state)
{
	static const uint8_t key[32] = {1, 2, 3}, other_key[32] = {1, 2, 4};
	const struct keys *k = keys_from_bytes(*state, key), *other = keys_from_bytes(*state, other_key);
	char code[QUERY_CODE_TEXT], again[QUERY_CODE_TEXT];
	size_t differ = 0;

	query_code_make(k, CASE_NO, code);
	query_code_make(k, CASE_NO, again);
	assert_string_equal(code, again);
	assert_int_equal(strspn(code, "0123456789"), 6);
	assert_true(query_code_ok(k, CASE_NO, code));
	assert_true(query_code_ok(k, CASE_NO, mem_fmt(*state, " %.3s %s ", code, code + 3)));
	assert_true(query_code_ok(k, CASE_NO, mem_fmt(*state, "%.3s－%s", code, code + 3)));
	assert_false(query_code_ok(k, CASE_NO, ""));
	assert_false(query_code_ok(k, CASE_NO, NULL));
	assert_false(query_code_ok(k, CASE_NO, mem_fmt(*state, "%s0", code)));
	assert_false(query_code_ok(k, CASE_NO, mem_fmt(*state, "%.5s", code)));
	code[5] = code[5] == '9' ? '0' : (char)(code[5] + 1);
	assert_false(query_code_ok(k, CASE_NO, code));

	/* another case and another key have other codes, nearly always */
	for (int i = 1; i <= 50; i++) {
		const char *no = mem_fmt(*state, TASK "20260921%04d", i);

		query_code_make(k, no, code);
		query_code_make(other, no, again);
		differ += strcmp(code, again) != 0;
	}
	assert_in_range(differ, 49, 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(task_codes),
		cmocka_unit_test(case_numbers),
		cmocka_unit_test(bad_case_numbers_are_refused),
		cmocka_unit_test(short_numbers),
		cmocka_unit_test(document_numbers),
		cmocka_unit_test(document_parts_that_would_not_read_back_are_refused),
		cmocka_unit_test(query_codes),
	};

	return cmocka_run_group_tests_name("number", tests, ctx_make, ctx_free);
}
