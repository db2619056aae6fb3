/* JSON in and out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "wrap/json.h"

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

static struct json *parse(void *ctx, const char *text)
{
	struct json *v = NULL;
	char *why;

	assert_int_equal(json_parse(ctx, text, strlen(text), &v, &why), ERR_NONE);
	assert_non_null(v);
	assert_null(why);
	return v;
}

static void values_are_found_by_name_and_kind(void **state)
{
	const struct json *o = parse(*state, "{\"t\":\"𠮷\",\"i\":-9223372036854775808,\"r\":1.5,\"b\":true,\"n\":null,"
					     "\"a\":[\"x\",null,{\"k\":1}],\"o\":{\"deep\":\"yes\"}}");

	assert_string_equal(json_text(o, "t"), "𠮷");
	assert_null(json_text(o, "i"));
	assert_null(json_text(o, "absent"));
	assert_true(json_int(o, "i", 0) == INT64_MIN);
	assert_int_equal(json_int(o, "r", 7), 7); /* no silent rounding */
	assert_int_equal(json_int(o, "t", 7), 7);
	assert_int_equal(json_int(o, "absent", 7), 7);
	assert_true(json_bool(o, "b", false));
	assert_true(json_bool(o, "i", true));
	assert_false(json_bool(o, "absent", false));
	assert_null(json_get(o, "n"));
	assert_string_equal(json_text(json_get(o, "o"), "deep"), "yes");
	assert_int_equal(json_count(json_get(o, "a")), 3);
	assert_string_equal(json_str(json_at(json_get(o, "a"), 0)), "x");
	assert_null(json_at(json_get(o, "a"), 1));
	assert_int_equal(json_int(json_at(json_get(o, "a"), 2), "k", 0), 1);
	assert_null(json_at(json_get(o, "a"), 3));
}

static void a_value_says_what_it_is(void **state)
{
	static const enum json_kind kinds[] = {JSON_IS_TEXT, JSON_IS_INT, JSON_IS_OTHER, JSON_IS_BOOL, JSON_IS_BOOL,
					       JSON_IS_NOTHING, JSON_IS_LIST, JSON_IS_OBJECT};
	const struct json *a = parse(*state, "[\"1\",1,1.0,true,false,null,[],{}]");

	assert_int_equal(json_count(a), LEN(kinds));
	for (size_t i = 0; i < LEN(kinds); i++)
		assert_int_equal(json_kind(json_at(a, i)), kinds[i]);
	assert_int_equal(json_kind(NULL), JSON_IS_NOTHING);
}

static void asking_the_wrong_thing_is_harmless(void **state)
{
	const struct json *array = parse(*state, "[1]");
	const char *key;
	const struct json *value;
	void *iter = NULL;

	assert_null(json_get(NULL, "x"));
	assert_null(json_get(array, "x"));
	assert_null(json_text(NULL, "x"));
	assert_int_equal(json_int(array, "x", 3), 3);
	assert_int_equal(json_count(NULL), 0);
	assert_null(json_at(NULL, 0));
	assert_null(json_str(NULL));
	assert_null(json_str(array));
	assert_false(json_next(array, &iter, &key, &value));
	iter = NULL;
	assert_false(json_next(NULL, &iter, &key, &value));
}

static void an_object_is_walked_in_order(void **state)
{
	static const char *const keys[] = {"z", "a", "m"};
	const struct json *o = parse(*state, "{\"z\":\"1\",\"a\":null,\"m\":\"3\"}"), *value;
	const char *key;
	void *iter = NULL;
	size_t n = 0;

	while (json_next(o, &iter, &key, &value)) {
		assert_string_equal(key, keys[n]);
		assert_true((value == NULL) == (n == 1));
		n++;
	}
	assert_int_equal(n, 3);
}

static void broken_text_is_refused(void **state)
{
	static const char *const bad[] = {
		"",         "{",          "{}}",        "[1,]",      "{\"a\":1,}", "{'a':1}", "nul",   "\"text\"", "1",
		"[01]",     "[1.]",       "[+1]",       "[NaN]",     "[\"\xC0\xAF\"]", "[\"\xED\xA0\x80\"]",
		"[\"\\ud800\"]", "[\"a\\u0000b\"]", "[\"\n\"]", "[99999999999999999999]", "[1] x", "// c\n[]",
		"{\"a\":1,\"a\":2}",
	};

	for (size_t i = 0; i < LEN(bad); i++) {
		struct json *v = NULL;
		char *why = NULL;

		assert_int_equal(json_parse(*state, bad[i], strlen(bad[i]), &v, &why), ERR_INVALID);
		assert_null(v);
		assert_non_null(why);
	}
}

static void the_error_names_its_place(void **state)
{
	const char *text = "{\n  \"a\": 1,\n  \"a\": 2\n}";
	struct json *v;
	char *why;

	assert_int_equal(json_parse(*state, text, strlen(text), &v, &why), ERR_INVALID);
	assert_ptr_equal(strstr(why, "line 3, column "), why);
}

static void depth_has_a_limit(void **state)
{
	char *text = mem_array(*state, char, 100001);
	struct json *v;
	char *why;

	memset(text, '[', 100000);
	assert_int_equal(json_parse(*state, text, 100000, &v, &why), ERR_INVALID);
}

static void every_cut_is_refused(void **state)
{
	const char *text = "{\"好\":[1,\"x\\n\",{\"b\":false}]}";

	for (size_t n = 0; n < strlen(text); n++) {
		char *piece = mem_array(*state, char, n); /* no NUL after it */
		struct json *v;
		char *why;

		memcpy(piece, text, n);
		assert_int_equal(json_parse(*state, piece, n, &v, &why), ERR_INVALID);
	}
}

static void what_is_written_is_compact_and_ordered(void **state)
{
	struct json *o = json_new(*state), *a, *child;

	json_set_text(o, "z", "引号\" 反斜\\ 换行\n<script>𠮷");
	json_set_int(o, "i", INT64_MIN);
	json_set_bool(o, "b", false);
	json_set_text(o, "none", NULL);
	a = json_set_array(o, "a");
	json_add_text(a, "x");
	json_add_text(a, NULL);
	json_set_int(json_add_object(a), "k", 1);
	child = json_set_object(o, "o");
	json_set_text(child, "deep", "yes");
	json_set_text(o, "z", "again"); /* the place of the first one is kept */
	assert_string_equal(json_write(*state, o), "{\"z\":\"again\",\"i\":-9223372036854775808,\"b\":false,\"none\":null,"
						   "\"a\":[\"x\",null,{\"k\":1}],\"o\":{\"deep\":\"yes\"}}");
}

static void what_is_written_can_be_read(void **state)
{
	const char *text = "引号\" 反斜\\ 换行\n\t\x01 </script> 𠮷";
	struct json *o = json_new(*state);

	json_set_text(o, "k\"ey", text);
	assert_string_equal(json_text(parse(*state, json_write(*state, o)), "k\"ey"), text);
}

static void text_that_is_no_utf8_becomes_null(void **state)
{
	struct json *o = json_new(*state);

	json_set_text(o, "bad", "\xC0\xAF");
	assert_string_equal(json_write(*state, o), "{\"bad\":null}");
}

static void values_die_with_their_context(void **state)
{
	void *ctx = talloc_new(*state);
	struct json *o = json_new(ctx);

	json_set_array(o, "a");
	parse(ctx, "[1,2,3]");
	assert_int_equal(talloc_free(ctx), 0); /* the leak checker says whether that was all */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_found_by_name_and_kind),
		cmocka_unit_test(a_value_says_what_it_is),
		cmocka_unit_test(asking_the_wrong_thing_is_harmless),
		cmocka_unit_test(an_object_is_walked_in_order),
		cmocka_unit_test(broken_text_is_refused),
		cmocka_unit_test(the_error_names_its_place),
		cmocka_unit_test(depth_has_a_limit),
		cmocka_unit_test(every_cut_is_refused),
		cmocka_unit_test(what_is_written_is_compact_and_ordered),
		cmocka_unit_test(what_is_written_can_be_read),
		cmocka_unit_test(text_that_is_no_utf8_becomes_null),
		cmocka_unit_test(values_die_with_their_context),
	};

	return cmocka_run_group_tests_name("json", tests, ctx_make, ctx_free);
}
