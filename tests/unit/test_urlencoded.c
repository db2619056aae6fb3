/* Percent encoding: queries, bodies and paths in, links out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "web/urlencoded.h"

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

/* The pairs as "name=value;" each, or the name of the error. */
static const char *parsed(void *ctx, const char *text, size_t n)
{
	struct pairs pairs;
	enum err e = urlencoded_parse(ctx, text, n, &pairs);
	char *out = mem_str(ctx, "");

	if (e != ERR_NONE)
		return err_name(e);
	for (size_t i = 0; i < pairs.n; i++)
		out = mem_fmt(ctx, "%s%s=%s;", out, pairs.at[i].name, pairs.at[i].value);
	return out;
}

static void pairs_are_read_in_order(void **state)
{
	static const struct {
		const char *text, *pairs;
	} rows[] = {
	    {"", ""},
	    {"a=1", "a=1;"},
	    {"a=1&b=2&a=3", "a=1;b=2;a=3;"},
	    {"a", "a=;"},
	    {"a=", "a=;"},
	    {"&&a=1&", "a=1;"},
	    {"=1&b=2", "b=2;"},
	    {"=", ""},
	    {"a=1=2", "a=1=2;"},
	    {"a+b=c+d%2B", "a b=c d+;"},
	    {"q=%E9%A3%9F%e5%93%81", "q=食品;"},
	    {"q=食品", "q=食品;"},
	    {"q=%F0%A0%AE%B7", "q=𠮷;"},
	    {"a%3Db%26=%3D%26", "a=b&==&;"},
	    {"a=%0D%0A", "a=\r\n;"},
	    {"a=%41%zz", "ERR_BAD_REQUEST"},
	    {"a=%", "ERR_BAD_REQUEST"},
	    {"a=%4", "ERR_BAD_REQUEST"},
	    {"a=%u98DF", "ERR_BAD_REQUEST"},
	    {"a=%+1", "ERR_BAD_REQUEST"},
	    {"a=%00", "ERR_BAD_REQUEST"},
	    {"a%00=1", "ERR_BAD_REQUEST"},
	    {"a=%C0%80", "ERR_BAD_REQUEST"},           /* a NUL in two bytes */
	    {"a=%ED%A0%80", "ERR_BAD_REQUEST"},        /* half a surrogate pair */
	    {"a=%E9%A3", "ERR_BAD_REQUEST"},           /* cut off */
	    {"a=%CA%B3%C6%B7", "a=\xCA\xB3\xC6\xB7;"}, /* GBK that happens to be UTF-8 too */
	    {"a=%D6%D0", "ERR_BAD_REQUEST"},           /* GBK */
	    {"a=\xFF", "ERR_BAD_REQUEST"},
	};

	for (size_t i = 0; i < LEN(rows); i++)
		assert_string_equal(parsed(*state, rows[i].text, strlen(rows[i].text)), rows[i].pairs);
	assert_string_equal(parsed(*state, "a=\0b", 4), "ERR_BAD_REQUEST");
	assert_string_equal(parsed(*state, "a=1&b=2", 3), "a=1;"); /* no byte beyond n counts */
}

static void there_is_a_limit_to_pairs_and_names(void **state)
{
	char *many = mem_copy(*state, "", 0);
	char name[URLENCODED_NAME_MAX + 2];
	struct pairs pairs;

	for (int i = 0; i < URLENCODED_PAIRS_MAX; i++)
		many = talloc_strdup_append(many, "a=1&");
	assert_int_equal(urlencoded_parse(*state, many, strlen(many), &pairs), ERR_NONE);
	assert_int_equal(pairs.n, URLENCODED_PAIRS_MAX);
	many = talloc_strdup_append(many, "a");
	assert_int_equal(urlencoded_parse(*state, many, strlen(many), &pairs), ERR_TOO_LARGE);

	memset(name, 'n', sizeof(name));
	assert_int_equal(urlencoded_parse(*state, name, URLENCODED_NAME_MAX, &pairs), ERR_NONE);
	assert_int_equal(urlencoded_parse(*state, name, URLENCODED_NAME_MAX + 1, &pairs), ERR_TOO_LARGE);
}

static void a_value_may_be_long(void **state)
{
	const size_t n = 1 << 20;
	char *body = mem_array(*state, char, n);
	struct pairs pairs;

	memset(body, '+', n);
	memcpy(body, "a=", 2);
	assert_int_equal(urlencoded_parse(*state, body, n, &pairs), ERR_NONE);
	assert_int_equal(strlen(pairs.at[0].value), n - 2);
	assert_int_equal(pairs.at[0].value[n - 3], ' ');
}

/* --- paths ------------------------------------------------------------------------------------ */

static void paths_are_taken_or_refused_never_repaired(void **state)
{
	static const struct {
		const char *raw, *path; /* NULL: refused */
	} rows[] = {
	    {"/", "/"},
	    {"/matters", "/matters"},
	    {"/matters/F1", "/matters/F1"},
	    {"/account/", "/account/"},
	    {"/%E4%BA%8B%E9%A1%B9", "/事项"},
	    {"/a%20b+c", "/a b+c"},
	    {"/a...b/.c/..d", "/a...b/.c/..d"},
	    {"/a%252e", "/a%2e"}, /* decoded once only */
	    {"", NULL},
	    {"matters", NULL},
	    {"*", NULL},
	    {"//", NULL},
	    {"/a//b", NULL},
	    {"//evil.example/", NULL},
	    {"/.", NULL},
	    {"/..", NULL},
	    {"/a/./b", NULL},
	    {"/a/../b", NULL},
	    {"/a/%2e%2E/b", NULL},
	    {"/a/.%2e", NULL},
	    {"/a%2Fb", NULL},
	    {"/a/%2f", NULL},
	    {"%2Fa", NULL},
	    {"/a%5Cb", NULL},
	    {"/a\\b", NULL},
	    {"/a%00", NULL},
	    {"/a%0Ab", NULL},
	    {"/a%7F", NULL},
	    {"/a%", NULL},
	    {"/%FF", NULL},
	    {"/%C0%AE%C0%AE/", NULL},
	};

	for (size_t i = 0; i < LEN(rows); i++) {
		const char *path = NULL;
		enum err e = path_decode(*state, rows[i].raw, strlen(rows[i].raw), &path);

		if (rows[i].path) {
			assert_int_equal(e, ERR_NONE);
			assert_string_equal(path, rows[i].path);
		} else if (e != ERR_BAD_REQUEST) {
			fail_msg("%s was taken", rows[i].raw);
		}
	}
}

/* --- writing ---------------------------------------------------------------------------------- */

static void what_was_encoded_is_decoded_to_the_same(void **state)
{
	static const char *const texts[] = {"", "a", "食品 𠮷", "a&b=c+d%20/?#\"'<>", "-._~", "\r\n\t"};

	for (size_t i = 0; i < LEN(texts); i++) {
		char *encoded = url_encode(*state, texts[i]);

		assert_string_equal(url_decode(*state, encoded, strlen(encoded), true), texts[i]);
		assert_string_equal(url_decode(*state, encoded, strlen(encoded), false), texts[i]);
		assert_int_equal(
		    strspn(encoded, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%"),
		    strlen(encoded));
	}
	assert_string_equal(url_encode(*state, "食"), "%E9%A3%9F");
}

static void links_are_built_pair_by_pair(void **state)
{
	const char *url = url_with(*state, "/matters", "q", "食品");

	assert_string_equal(url, "/matters?q=%E9%A3%9F%E5%93%81");
	assert_string_equal(url_with(*state, url, "page", "a&b"), "/matters?q=%E9%A3%9F%E5%93%81&page=a%26b");
	assert_string_equal(url_with(*state, "/matters", "q", NULL), "/matters");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(pairs_are_read_in_order, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(there_is_a_limit_to_pairs_and_names, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_value_may_be_long, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(paths_are_taken_or_refused_never_repaired, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(what_was_encoded_is_decoded_to_the_same, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(links_are_built_pair_by_pair, ctx_make, ctx_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
