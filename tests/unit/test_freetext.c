/* Free text: whose numbers are masked and what stays readable; rude words, however they are spaced. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/freetext.h"

static void numbers_of_people_are_masked(void **state)
{
	static const char *const pairs[][2] = {
		{"我的电话13800000001，请回", "我的电话***********，请回"},
		{"138 0000-0001 找我", "************* 找我"},
		{"电话：１３８００００００01", "电话：***********"},
		{"身份证410599199003070028", "身份证******************"},
		{"41059919900307002X的人", "******************的人"},
		{"卡号6222 0200 0000 0000 000", "卡号***********************"},
		{"写信到 li.shi@example.cn 吧", "写信到 ***************** 吧"},
	};

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		void *ctx = talloc_new(*state);
		assert_string_equal(freetext_mask(ctx, pairs[i][0]), pairs[i][1]);
		talloc_free(ctx);
	}
}

static void what_is_nobodys_stays(void **state)
{
	static const char *const texts[] = {
		"",
		"打0399-5553001问过",
		"2026-03-02 09:30去的，等了120分钟",
		"办件SL20260302-0305-00042和SLTS20260302-00001",
		"交了12345678901元",
		"第10599条，a@b 不是邮箱",
		"<script>alert(1)</script> & \"引号\"",
	};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		void *ctx = talloc_new(*state);
		assert_string_equal(freetext_mask(ctx, texts[i]), texts[i]);
		talloc_free(ctx);
	}
	assert_string_equal(freetext_mask(*state, NULL), "");
}

static void rude_words_are_found(void **state)
{
	assert_true(freetext_rude(*state, "你们都是王八蛋"));
	assert_true(freetext_rude(*state, "王 八*蛋"));
	assert_false(freetext_rude(*state, "窗口的同志很不耐烦，请改进"));
	assert_false(freetext_rude(*state, NULL));
}

int main(void)
{
	void *ctx = talloc_new(NULL);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(numbers_of_people_are_masked, ctx),
		cmocka_unit_test_prestate(what_is_nobodys_stays, ctx),
		cmocka_unit_test_prestate(rude_words_are_found, ctx),
	};

	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	talloc_free(ctx);
	return failed;
}
