/* Settings: every line is taken or named in an error; nothing half-read passes for whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/conf.h"
#include "base/mem.h"
#include "scratch.h"

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

static void parse(void *ctx, const char *text, struct conf *out)
{
	char *why;

	assert_int_equal(conf_parse(ctx, text, strlen(text), out, &why), ERR_NONE);
	assert_null(why);
}

static void refuse(void *ctx, const char *text, const char *expected)
{
	struct conf c;
	char *why = NULL;

	assert_int_equal(conf_parse(ctx, text, strlen(text), &c, &why), ERR_INVALID);
	assert_string_equal(why, expected);
}

static void nothing_gives_the_defaults(void **state)
{
	struct conf c;

	parse(*state, "", &c);
	assert_string_equal(c.region, "CN");
	assert_string_equal(c.city_name, "示例市");
	assert_string_equal(c.db_password, "");
	assert_int_equal(c.session_hours, 12);
	assert_int_equal(c.closing_hour, 24);
}

static void defaults_keep_their_own_ranges(void **state)
{
	struct conf c;

	parse(*state, "", &c);
#define CONF_TEXT(name, def) assert_non_null(c.name);
#define CONF_INT(name, def, min, max) assert_in_range((uintmax_t)c.name, (min), (max));
#include "base/conf_table.h"
#undef CONF_TEXT
#undef CONF_INT
}

static void lines_are_taken(void **state)
{
	struct conf c;

	parse(*state,
	      "# a comment, with = in it\n"
	      "\n"
	      "   \t# an indented one\r\n"
	      "city_name = 𠮷林市　\r\n"
	      "base_url=https://example.test/a?b=c#d\n"
	      "  db_password  =  p w # = \n"
	      "smtp_url =\n"
	      "session_hours = 72\n"
	      "secure_cookies=1",
	      &c); /* no line break at the end */
	assert_string_equal(c.city_name, "𠮷林市");
	assert_string_equal(c.base_url, "https://example.test/a?b=c#d");
	assert_string_equal(c.db_password, "p w # =");
	assert_string_equal(c.smtp_url, "");
	assert_int_equal(c.session_hours, 72);
	assert_int_equal(c.secure_cookies, 1);
	assert_int_equal(c.feedback_days, 1);
}

static void text_after_n_is_not_read(void **state)
{
	const char *text = "session_hours = 1\nnonsense";
	struct conf c;
	char *why;

	assert_int_equal(conf_parse(*state, text, 18, &c, &why), ERR_NONE);
	assert_int_equal(c.session_hours, 1);
	/* cut in the middle of a name, of a value, of a character */
	assert_int_equal(conf_parse(*state, text, 5, &c, &why), ERR_INVALID);
	assert_int_equal(conf_parse(*state, text, 15, &c, &why), ERR_INVALID);
	assert_int_equal(conf_parse(*state, "city_name = 市", 13, &c, &why), ERR_INVALID);
	assert_string_equal(why, "line 1: not UTF-8 text");
}

static void errors_name_the_line(void **state)
{
	refuse(*state, "# one\nfoo = 1\n", "line 2: there is no setting \"foo\"");
	refuse(*state, "\n\nregion", "line 3: expected \"name = value\"");
	refuse(*state, "= 1", "line 1: there is no setting \"\"");
	refuse(*state, "Region = CN", "line 1: there is no setting \"Region\"");
	refuse(*state, "region = CN\n#\nregion = CN-31\n", "line 3: region is set in line 1 already");
	refuse(*state, "city_name = \xC0\xAF", "line 1: not UTF-8 text");
	refuse(*state, "\xEF\xBB\xBFregion = CN", "line 1: there is no setting \"\xEF\xBB\xBFregion\"");
}

static void numbers_keep_their_range(void **state)
{
	static const char *const bad[] = {"0", "73", "-1", "1.5", "", "twelve", "12h", "99999999999999999999"};

	for (size_t i = 0; i < LEN(bad); i++)
		refuse(*state, mem_fmt(*state, "session_hours = %s", bad[i]),
		       "line 1: session_hours must be a whole number from 1 to 72");
}

static void a_zero_byte_is_no_text(void **state)
{
	struct conf c;
	char *why;

	assert_int_equal(conf_parse(*state, "region = C\0N\n", 13, &c, &why), ERR_INVALID);
	assert_string_equal(why, "line 1: not UTF-8 text");
}

static void messages_do_not_repeat_values(void **state)
{
	struct conf c;
	char *why;

	assert_int_equal(conf_parse(*state, "session_hours = hunter2", 23, &c, &why), ERR_INVALID);
	assert_null(strstr(why, "hunter2"));
	assert_int_equal(conf_parse(*state, "hunter2", 7, &c, &why), ERR_INVALID);
	assert_null(strstr(why, "hunter2"));
}

static void files_are_read_whole_or_refused(void **state)
{
	char *path = mem_fmt(*state, "%s/test_conf.XXXXXX", scratch_dir());
	char *big = mem_array(*state, char, 70000);
	const char *text = "region = CN-31\nfeedback_days = 3\n";
	int fd = mkstemp(path);
	struct conf c;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	assert_int_equal(conf_load(*state, path, &c), ERR_NONE);
	assert_string_equal(c.region, "CN-31");
	assert_int_equal(c.feedback_days, 3);
	assert_int_equal(write(fd, "x\n", 2), 2);
	assert_int_equal(conf_load(*state, path, &c), ERR_INVALID);
	memset(big, '#', 70000);
	assert_int_equal(ftruncate(fd, 0), 0);
	assert_int_equal(pwrite(fd, big, 70000, 0), 70000);
	assert_int_equal(conf_load(*state, path, &c), ERR_INVALID);
	close(fd);
	unlink(path);
	assert_int_equal(conf_load(*state, path, &c), ERR_INTERNAL);
	assert_int_equal(conf_load(*state, "/", &c), ERR_INTERNAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_gives_the_defaults),
		cmocka_unit_test(defaults_keep_their_own_ranges),
		cmocka_unit_test(lines_are_taken),
		cmocka_unit_test(text_after_n_is_not_read),
		cmocka_unit_test(errors_name_the_line),
		cmocka_unit_test(numbers_keep_their_range),
		cmocka_unit_test(a_zero_byte_is_no_text),
		cmocka_unit_test(messages_do_not_repeat_values),
		cmocka_unit_test(files_are_read_whole_or_refused),
	};

	return cmocka_run_group_tests_name("conf", tests, ctx_make, ctx_free);
}
