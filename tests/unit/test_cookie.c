/* The Cookie header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "web/cookie.h"

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

static const char *parsed(void *ctx, const char *header)
{
	struct pairs pairs;
	char *out = mem_str(ctx, "");

	cookie_parse(ctx, header, &pairs);
	for (size_t i = 0; i < pairs.n; i++)
		out = mem_fmt(ctx, "%s%s=%s;", out, pairs.at[i].name, pairs.at[i].value);
	return out;
}

static void good_cookies_are_taken_and_bad_ones_left_out(void **state)
{
	static const struct {
		const char *header, *pairs;
	} rows[] = {
	    {"", ""},
	    {"a=1", "a=1;"},
	    {"a=1; b=2", "a=1;b=2;"},
	    {"a=1;b=2", "a=1;b=2;"},
	    {" a = 1 ;\tb=2 ;", "a=1;b=2;"},
	    {"__Host-sid=AB12", "__Host-sid=AB12;"},
	    {"a=", "a=;"},
	    {"a=\"1\"", "a=1;"},
	    {"a=\"\"", "a=;"},
	    {"a=x=y==", "a=x=y==;"},
	    {"a=1; a=2", "a=1;"},
	    {"A=1; a=2", "A=1;a=2;"}, /* names are case-sensitive */
	    {"a; b=2", "b=2;"},
	    {"=1; b=2", "b=2;"},
	    {"; ;; b=2", "b=2;"},
	    {"a b=1; c=2", "c=2;"},
	    {"a=1 2; c=2", "c=2;"},
	    {"a=1,2; c=2", "c=2;"},
	    {"a=\"1; c=2", "c=2;"},
	    {"a=1\\; c=2", "c=2;"},
	    {"a=食; c=2", "c=2;"},
	    {"食=a; c=2", "c=2;"},
	    {"a=1\r\nSet-Cookie: b=2; c=3", "c=3;"},
	    {"a=\x01; c=2", "c=2;"},
	    {"a=\xFF; a=2", "a=2;"}, /* a bad one does not take the name */
	};

	for (size_t i = 0; i < LEN(rows); i++)
		assert_string_equal(parsed(*state, rows[i].header), rows[i].pairs);
	assert_string_equal(parsed(*state, NULL), "");
}

static void there_is_a_limit_to_cookies(void **state)
{
	char *header = mem_str(*state, "");
	struct pairs pairs;

	for (int i = 0; i < COOKIE_PAIRS_MAX + 5; i++)
		header = talloc_asprintf_append(header, "n%d=v; ", i);
	cookie_parse(*state, header, &pairs);
	assert_int_equal(pairs.n, COOKIE_PAIRS_MAX);
	assert_string_equal(pairs.at[COOKIE_PAIRS_MAX - 1].name, "n49");
}

static void a_cookie_across_the_limit_of_bytes_is_not_cut_but_left_out(void **state)
{
	char *value = mem_array(*state, char, COOKIE_BYTES_MAX + 1);

	memset(value, 'v', COOKIE_BYTES_MAX);
	assert_string_equal(parsed(*state, mem_fmt(*state, "a=1; b=%s", value)), "a=1;");
	assert_string_equal(parsed(*state, mem_fmt(*state, "b=%s; a=1", value)), "");
	value[COOKIE_BYTES_MAX - 7] = '\0';
	assert_string_equal(parsed(*state, mem_fmt(*state, "a=1; b=%s", value + 8)),
			    mem_fmt(*state, "a=1;b=%s;", value + 8));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(good_cookies_are_taken_and_bad_ones_left_out, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(there_is_a_limit_to_cookies, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_cookie_across_the_limit_of_bytes_is_not_cut_but_left_out,
					    ctx_make, ctx_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
