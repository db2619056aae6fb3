/* What is indexed and what is asked: pairs of characters, no operators. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/search.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return 0;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

static void index_holds_pairs_and_singles(void **state)
{
	const char *pieces[] = {"食品经营许可（餐饮）", NULL, "", "Ａ4纸", "𠮷祥"};

	assert_string_equal(search_index(*state, pieces, LEN(pieces)),
			    "食品 品经 经营 营许 许可 _ 餐饮 _ a4 _  _ u20bb7祥 _ 食 品 经 营 许 可 餐 饮 纸 u20bb7 祥 ");
	assert_string_equal(search_index(*state, pieces, 0), "");
}

static void queries(void **state)
{
	static const struct {
		const char *typed, *exact, *loose, *plain;
	} table[] = {
		{"食品", "+\"食品\"", "食品", "食品"},
		{"  食品经营 ", "+\"食品 品经 经营\"", "食品 品经 经营", "食品经营"},
		{"饭", "+\"饭\"", "饭", "饭"},
		{"开店 执照", "+\"开店\" +\"执照\"", "开店 执照", "开店"},
		{"11410599MBXX00019J4", "+11410599mbxx00019j4*", "11410599mbxx00019j4", "11410599mbxx00019j4"},
		{"ＡＢＣ１２", "+abc12*", "abc12", "abc12"},
		{"办A4证", "+\"办\" +a4* +\"证\"", "办 a4 证", "a4"},
		{"𠮷祥", "+\"u20bb7祥\"", "u20bb7祥", "u20bb7祥"},
		/* nothing that a person types is an operator */
		{"+食品* -经营 \"许可\" (饭店) ~@>< '", "+\"食品\" +\"经营\" +\"许可\" +\"饭店\"", "食品 经营 许可 饭店", "食品"},
		{"a_b", "+a* +b*", "a b", "a"},
	};

	for (size_t i = 0; i < LEN(table); i++) {
		struct search_query q;
		assert_true(search_parse(*state, table[i].typed, &q));
		assert_string_equal(q.exact, table[i].exact);
		assert_string_equal(q.loose, table[i].loose);
		assert_string_equal(q.plain, table[i].plain);
	}
}

static void nothing_to_look_for(void **state)
{
	static const char *const typed[] = {NULL, "", "   ", "，。！", "+-*\"()~<>@", "\xE3\x80\x80", "_"};
	struct search_query q;

	for (size_t i = 0; i < LEN(typed); i++)
		assert_false(search_parse(*state, typed[i], &q));
}

static void long_queries_are_cut(void **state)
{
	char typed[3 * 500 + 1] = "";
	struct search_query q;

	for (int i = 0; i < 500; i++)
		strcat(typed, "饭");
	assert_true(search_parse(*state, typed, &q));
	assert_int_equal(strlen(q.plain), 3 * 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(index_holds_pairs_and_singles),
		cmocka_unit_test(queries),
		cmocka_unit_test(nothing_to_look_for),
		cmocka_unit_test(long_queries_are_cut),
	};

	return cmocka_run_group_tests_name("search", tests, ctx_make, ctx_free);
}
