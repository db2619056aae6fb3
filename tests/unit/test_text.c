/* UTF-8, trimming, numbers, and bytes as letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"

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

static void utf8_takes_well_formed_text(void **state)
{
	static const char *const good[] = {
		"",
		"plain",
		"\x7F",
		"\xC2\x80",         /* first of two bytes */
		"\xDF\xBF",         /* last of two */
		"\xE0\xA0\x80",     /* first of three */
		"\xED\x9F\xBF",     /* last before the surrogates */
		"\xEE\x80\x80",     /* first after them */
		"\xEF\xBF\xBF",     /* last of three */
		"\xF0\x90\x80\x80", /* first of four */
		"\xF4\x8F\xBF\xBF", /* U+10FFFF */
		"𠮷野家 𡈽 张三",
	};

	(void)state;
	for (size_t i = 0; i < LEN(good); i++)
		assert_true(utf8_ok(good[i], strlen(good[i])));
}

static void utf8_refuses_everything_else(void **state)
{
	static const char *const bad[] = {
		"\x80",                 /* continuation alone */
		"\xBF\xBF",             /* two of them */
		"\xC0\xAF",             /* '/' in two bytes */
		"\xC1\xBF",             /* overlong */
		"\xE0\x80\xAF",         /* '/' in three */
		"\xE0\x9F\xBF",         /* overlong */
		"\xF0\x80\x80\xAF",     /* '/' in four */
		"\xF0\x8F\xBF\xBF",     /* overlong */
		"\xED\xA0\x80",         /* surrogate D800 */
		"\xED\xBF\xBF",         /* surrogate DFFF */
		"\xF4\x90\x80\x80",     /* above U+10FFFF */
		"\xF5\x80\x80\x80",     /* no such lead */
		"\xF8\x88\x80\x80\x80", /* five bytes */
		"\xFE",
		"\xFF",
		"\xC2",             /* ends early */
		"\xE4\xBD",         /* ends early */
		"\xF0\xA0\xAE",     /* ends early */
		"\xC2\x41",         /* not a continuation */
		"\xE4\x41\x80",     /* not one */
		"\xE4\xBD\x41",     /* nor here */
		"\xF0\xA0\xAE\x41", /* nor here */
		"好\xE5",
	};

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(utf8_ok(bad[i], strlen(bad[i])));
	assert_false(utf8_ok("a\0b", 3));
	assert_true(utf8_ok("a\0b", 1)); /* no look past n */
	assert_true(utf8_ok(NULL, 0));
}

static void utf8_walks_characters(void **state)
{
	const char *s = "a\xC3\xA9好𠮷";

	(void)state;
	assert_int_equal(utf8_len(s), 4);
	assert_int_equal(utf8_len(""), 0);
	assert_int_equal(utf8_prefix(s, 0), 0);
	assert_int_equal(utf8_prefix(s, 1), 1);
	assert_int_equal(utf8_prefix(s, 2), 3);
	assert_int_equal(utf8_prefix(s, 3), 6);
	assert_int_equal(utf8_prefix(s, 4), 10);
	assert_int_equal(utf8_prefix(s, 99), 10);
	assert_int_equal(utf8_next(&s), 'a');
	assert_int_equal(utf8_next(&s), 0xE9);
	assert_int_equal(utf8_next(&s), 0x597D);
	assert_int_equal(utf8_next(&s), 0x20BB7);
	assert_int_equal(utf8_next(&s), 0);
	assert_int_equal(utf8_next(&s), 0); /* stays at the end */
}

static void utf8_never_leaves_a_broken_string(void **state)
{
	static const char *const broken[] = {"\xE4", "\xE4\xBD", "\xF0\xA0\xAE", "\xC2\xC2", "\xFFok"};

	(void)state;
	for (size_t i = 0; i < LEN(broken); i++) {
		const char *s = broken[i], *end = s + strlen(s);

		while (utf8_next(&s) != 0)
			assert_true(s <= end);
		assert_ptr_equal(s, end);
	}
}

static void strings_compare(void **state)
{
	(void)state;
	assert_true(text_empty(NULL));
	assert_true(text_empty(""));
	assert_false(text_empty(" "));
	assert_true(text_eq("a", "a"));
	assert_false(text_eq("a", "b"));
	assert_false(text_eq(NULL, NULL));
	assert_false(text_eq("a", NULL));
	assert_true(text_starts("/case/1", "/case/"));
	assert_true(text_starts("x", ""));
	assert_false(text_starts("/cas", "/case/"));
	assert_false(text_starts(NULL, "x"));
	assert_string_equal(text_or(NULL, "b"), "b");
	assert_string_equal(text_or("", "b"), "b");
	assert_string_equal(text_or("a", "b"), "a");
}

static void trim_takes_blanks_of_both_widths(void **state)
{
	assert_string_equal(text_trim(*state, " \t\r\n\v\f张 三\xE3\x80\x80 \n"), "张 三");
	assert_string_equal(text_trim(*state, "\xE3\x80\x80\xE3\x80\x80"), "");
	assert_string_equal(text_trim(*state, ""), "");
	assert_string_equal(text_trim(*state, "x"), "x");
	/* U+3001 and U+00A0 only share bytes with it */
	assert_string_equal(text_trim(*state, "\xE3\x80\x81"), "\xE3\x80\x81");
	assert_string_equal(text_trim(*state, "\xC2\xA0x"), "\xC2\xA0x");
	assert_null(text_trim(*state, NULL));
}

static void int_takes_whole_numbers_in_range(void **state)
{
	int64_t v = 7;

	(void)state;
	assert_true(text_int("0", 0, 10, &v) && v == 0);
	assert_true(text_int("007", 0, 10, &v) && v == 7);
	assert_true(text_int("-0", 0, 10, &v) && v == 0);
	assert_true(text_int("-5", -5, -5, &v) && v == -5);
	assert_true(text_int("9223372036854775807", INT64_MIN, INT64_MAX, &v) && v == INT64_MAX);
	assert_true(text_int("-9223372036854775808", INT64_MIN, INT64_MAX, &v) && v == INT64_MIN);
}

static void int_refuses_the_rest_and_leaves_out_alone(void **state)
{
	static const char *const bad[] = {"",     "-",     "+1",   " 1",  "1 ",  "1.0", "1e3", "0x1", "--1", "1-",
					  "１２", "11",    "-1",   "abc", "1,0", "9223372036854775808",
					  "-9223372036854775809", "99999999999999999999999999999999"};
	int64_t v = 42;

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(text_int(bad[i], 0, 10, &v));
	assert_false(text_int(NULL, 0, 10, &v));
	assert_false(text_int("9223372036854775808", INT64_MIN, INT64_MAX, &v));
	assert_false(text_int("-9223372036854775809", INT64_MIN, INT64_MAX, &v));
	assert_int_equal(v, 42);
}

static void letters_match_known_texts(void **state)
{
	/* base64url: the vectors of RFC 4648, without padding */
	static const char *const plain[] = {"", "f", "fo", "foo", "foob", "fooba", "foobar"};
	static const char *const url[] = {"", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"};

	for (size_t i = 0; i < LEN(plain); i++)
		assert_string_equal(text_base64url(*state, plain[i], strlen(plain[i])), url[i]);
	assert_string_equal(text_base64url(*state, "\xFB\xFF\xFE", 3), "-__-");
	assert_string_equal(text_hex(*state, "\x00\xA5\xFF", 3), "00a5ff");
	assert_string_equal(text_hex(*state, "", 0), "");
	assert_string_equal(text_base32(*state, "\x00", 1), "00");
	assert_string_equal(text_base32(*state, "\xFF", 1), "ZW");
	assert_string_equal(text_base32(*state, "\xFF\xFF\xFF\xFF\xFF", 5), "ZZZZZZZZ");
	assert_string_equal(text_base32(*state, "\x00\x44\x32\x14\xC7\x42\x54\xB6\x35\xCF\x84\x65\x3A\x56\xD7\xC6", 16),
			    "0123456789ABCDEFGHJKMNPQRR"); /* 128 bits: 26 letters, two bits unused */
}

static void letters_read_what_was_written(void **state)
{
	uint8_t bytes[40], *back;
	size_t n;

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (uint8_t)(i * 151 + 7);
	for (size_t len = 0; len <= sizeof(bytes); len++) {
		assert_true(text_unbase64url(*state, text_base64url(*state, bytes, len), &back, &n));
		assert_int_equal(n, len);
		assert_memory_equal(back, bytes, len);
		assert_true(text_unbase32(*state, text_base32(*state, bytes, len), &back, &n));
		assert_int_equal(n, len);
		assert_memory_equal(back, bytes, len);
	}
}

static void base32_reads_what_people_type(void **state)
{
	uint8_t *a, *b;
	size_t n;

	assert_true(text_unbase32(*state, "00111ABC", &a, &n));
	assert_int_equal(n, 5);
	assert_true(text_unbase32(*state, "oOiLlabc", &b, &n));
	assert_int_equal(n, 5);
	assert_memory_equal(a, b, 5);
}

static void base32_refuses_the_rest(void **state)
{
	/* letters outside the alphabet; lengths that no number of bytes has; a last letter with bits too many */
	static const char *const bad[] = {"0U", "0-0", "0 ", " 00", "0=", "0\xC3\x9F", "0", "000", "000000", "01", "0Z",
					  "ZZZZZZZZ1"};
	uint8_t *out;
	size_t n;

	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(text_unbase32(*state, bad[i], &out, &n));
	assert_false(text_unbase32(*state, NULL, &out, &n));
}

static void base64url_is_strict(void **state)
{
	static const char *const bad[] = {"Zg==", "Zg=", "Z", "Zm9vY", "Zh", "Zm9", "Zm 9", "Zm9v\n", "+/+/", "Zm9v!"};
	uint8_t *out;
	size_t n;

	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(text_unbase64url(*state, bad[i], &out, &n));
	assert_false(text_unbase64url(*state, NULL, &out, &n));
	assert_true(text_unbase64url(*state, "", &out, &n));
	assert_int_equal(n, 0);
}

static void memory_copies(void **state)
{
	char *s = mem_copy(*state, "ab\0c", 4);
	int *grown;

	assert_memory_equal(s, "ab\0c", 5);
	assert_string_equal(mem_copy(*state, NULL, 0), "");
	assert_null(mem_str(*state, NULL));
	assert_string_equal(mem_str(*state, "𠮷"), "𠮷");
	assert_string_equal(mem_fmt(*state, "%d-%s", 7, "x"), "7-x");
	assert_non_null(mem_array(*state, int, 0)); /* an empty array is an address too */
	grown = mem_array(*state, int, 2);
	grown[1] = 9;
	grown = mem_grow(*state, grown, int, 500);
	assert_int_equal(grown[1], 9);
	grown = mem_grow(*state, grown, int, 0);
	assert_non_null(grown);
}

/* What ends a process is tried in a child. */
static void ends(void (*f)(void *ctx), void *ctx)
{
	pid_t child = fork();
	int status = 0;

	assert_true(child >= 0);
	if (child == 0) {
		signal(SIGABRT, SIG_DFL); /* cmocka catches it */
		f(ctx);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

static void too_large(void *ctx)
{
	mem_array(ctx, char, 1u << 30); /* talloc gives no more than 256 MiB */
}

static void negative_count(void *ctx)
{
	mem_array(ctx, char, -1);
}

static void count_that_wraps(void *ctx)
{
	mem_grow(ctx, (char *)NULL, char, ((size_t)1 << 32) + 1);
}

static void impossible_block(void *ctx)
{
	mem_copy(ctx, "", SIZE_MAX);
}

static void wrong_pointer(void *ctx)
{
	static char nothing[256];

	(void)ctx;
	mem_init();
	talloc_free(nothing + 128);
}

static void no_memory_ends_the_process(void **state)
{
	ends(too_large, *state);
	ends(negative_count, *state);
	ends(count_that_wraps, *state);
	ends(impossible_block, *state);
	ends(wrong_pointer, *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(utf8_takes_well_formed_text),
		cmocka_unit_test(utf8_refuses_everything_else),
		cmocka_unit_test(utf8_walks_characters),
		cmocka_unit_test(utf8_never_leaves_a_broken_string),
		cmocka_unit_test(strings_compare),
		cmocka_unit_test(trim_takes_blanks_of_both_widths),
		cmocka_unit_test(int_takes_whole_numbers_in_range),
		cmocka_unit_test(int_refuses_the_rest_and_leaves_out_alone),
		cmocka_unit_test(letters_match_known_texts),
		cmocka_unit_test(letters_read_what_was_written),
		cmocka_unit_test(base32_reads_what_people_type),
		cmocka_unit_test(base32_refuses_the_rest),
		cmocka_unit_test(base64url_is_strict),
		cmocka_unit_test(memory_copies),
		cmocka_unit_test(no_memory_ends_the_process),
	};

	return cmocka_run_group_tests_name("text", tests, ctx_make, ctx_free);
}
