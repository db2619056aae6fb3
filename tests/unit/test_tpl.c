/* Dictionaries of templates: what is found where, how often sections and included files are shown, pages of any size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/time.h"
#include "wrap/tpl.h"

static int set_up(void **state)
{
	assert_int_equal(tpl_start("templates", NULL), ERR_NONE);
	*state = talloc_new(NULL);
	return 0;
}

static int tear_down(void **state)
{
	talloc_free(*state);
	return 0;
}

/* page - a whole page of the layout around a file. */
static struct tpl *page(void *ctx, struct tpl **root, enum tpl_file body)
{
	*root = tpl_new(ctx);
	return tpl_include(*root, T_BODY, body);
}

static const char *drawn(void *ctx, enum tpl_file file, const struct tpl *d)
{
	struct bytes out;

	assert_int_equal(tpl_render(ctx, file, d, &out), ERR_NONE);
	return mem_copy(ctx, out.p, out.n);
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("\"%s\" is not in: %s", part, text);
}

static void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("\"%s\" is in: %s", part, text);
}

static size_t count_of(const char *text, const char *part)
{
	size_t n = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		n++;
	return n;
}

static void values_are_escaped_and_the_last_one_counts(void **state)
{
	struct tpl *d = tpl_new(*state);
	const char *out;

	tpl_text(d, T_NAME, "旧的");
	tpl_text(d, T_NAME, "<b>&\"张三\"");
	tpl_text(d, T_SHORT_NO, NULL);
	out = drawn(*state, TPL_progress_case, d);
	assert_has(out, "<h1>&lt;b&gt;&amp;&quot;张三&quot;</h1>");
	assert_has(out, "<span class=\"num\"></span>");
	assert_lacks(out, "旧的");
}

static void values_are_copied(void **state)
{
	char name[] = "食品经营许可";
	struct tpl *d = tpl_new(*state);

	tpl_text(d, T_NAME, name);
	memset(name, 'x', sizeof(name) - 1);
	assert_has(drawn(*state, TPL_progress_case, d), "<h1>食品经营许可</h1>");
}

static void numbers_and_dates_read_well(void **state)
{
	struct tpl *d = tpl_new(*state);
	const char *out;

	tpl_int(d, T_EVENT_COUNT, INT64_MIN);
	tpl_day(d, T_CHANNEL, day_make(2026, 2, 9));
	tpl_minute(d, T_SUBMITTED_AT, msec_make(day_make(2026, 12, 31), 9, 5, 59, 999));
	tpl_day(d, T_NAME, DAY_NONE);
	tpl_minute(d, T_DELIVERY, MSEC_NONE);
	out = drawn(*state, TPL_progress_case, d);
	assert_has(out, "-9223372036854775808");
	assert_has(out, "<dd>2026年2月9日</dd>");
	assert_has(out, "<dd>2026年12月31日 09:05</dd>");
	assert_has(out, "<h1></h1>");
}

static void sections_are_hidden_until_shown(void **state)
{
	struct tpl *d = tpl_new(*state);
	const char *out = drawn(*state, TPL_parts_casepage, d);

	assert_lacks(out, "is-yours");
	assert_lacks(out, "clocks-h");
	tpl_show(d, T_YOURS);
	tpl_show_if(d, T_NOTICES, false);
	out = drawn(*state, TPL_parts_casepage, d);
	assert_has(out, "is-yours");
	assert_lacks(out, "notices-h");
}

static void turns_come_in_order_and_see_what_is_around(void **state)
{
	struct tpl *d = tpl_new(*state), *clocks, *clock;
	const char *out;

	tpl_text(d, T_CLOCK_NAME, "外面的");
	clocks = tpl_add(d, T_CLOCKS);
	clock = tpl_add(clocks, T_CLOCK);
	tpl_text(clock, T_CLOCK_CLASS, "first");
	clock = tpl_add(clocks, T_CLOCK);
	tpl_text(clock, T_CLOCK_CLASS, "second");
	tpl_text(clock, T_CLOCK_NAME, "里面的");
	tpl_int(tpl_add(clock, T_LEFT), T_LEFT_DAYS, 3);
	out = drawn(*state, TPL_parts_casepage, d);
	assert_int_equal(count_of(out, "<div class=\"clock "), 2);
	assert_true(strstr(out, "clock first") < strstr(out, "clock second"));
	assert_true(strstr(out, ">外面的<") < strstr(out, ">里面的<"));
	assert_int_equal(count_of(out, "外面的"), 1);
	assert_int_equal(count_of(out, "<strong>3</strong>"), 1);
}

static void included_files_see_only_what_is_for_all(void **state)
{
	struct tpl *root, *d = page(*state, &root, TPL_progress_case), *part;
	const char *out;

	tpl_text(d, T_NAME, "页面");
	tpl_text(d, T_HEADLINE, "页面的标题");
	tpl_all(root, T_CENTRE, "示例中心");
	part = tpl_include(d, T_CASEPAGE, TPL_parts_casepage);
	tpl_text(part, T_SAY, "第一份");
	part = tpl_include(d, T_CASEPAGE, TPL_parts_casepage);
	tpl_text(part, T_SAY, "第二份");
	out = drawn(*state, TPL_layout_page, root);
	assert_has(out, "<h1>页面</h1>");
	assert_lacks(out, "页面的标题");
	assert_true(strstr(out, "第一份") < strstr(out, "第二份"));
	assert_int_equal(count_of(out, "<section class=\"now-box"), 2);
	assert_true(count_of(out, "示例中心") >= 2);
}

static void a_body_can_become_another_file(void **state)
{
	struct tpl *root, *d = page(*state, &root, TPL_progress_case);

	tpl_refile(d, TPL_layout_error);
	tpl_text(d, T_HEADLINE, "没有找到");
	assert_has(drawn(*state, TPL_layout_page, root), "没有找到");
}

static void names_can_be_made_while_running(void **state)
{
	struct tpl *d = tpl_new(*state);

	tpl_text_named(d, "NAME", "按名字");
	assert_has(drawn(*state, TPL_progress_case, d), "<h1>按名字</h1>");
	tpl_show_named(d, "YOURS");
	assert_has(drawn(*state, TPL_parts_casepage, d), "is-yours");
}

static void pages_and_values_of_any_size(void **state)
{
	struct tpl *d = tpl_new(*state);
	size_t n = 300000;
	char *value = mem_array(*state, char, n + 1);
	const char *out;

	memset(value, 'v', n);
	tpl_text(d, T_NAME, value);
	for (int i = 0; i < 5000; i++)
		tpl_int(tpl_add(d, T_STEP_DONE), T_TOLD, i);
	out = drawn(*state, TPL_progress_case, d);
	assert_true(strlen(out) > n);
	out = drawn(*state, TPL_parts_casepage, d);
	assert_int_equal(count_of(out, "<p class=\"timeline-what\">"), 5000);
	assert_has(out, ">4999<");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_escaped_and_the_last_one_counts),
		cmocka_unit_test(values_are_copied),
		cmocka_unit_test(numbers_and_dates_read_well),
		cmocka_unit_test(sections_are_hidden_until_shown),
		cmocka_unit_test(turns_come_in_order_and_see_what_is_around),
		cmocka_unit_test(included_files_see_only_what_is_for_all),
		cmocka_unit_test(a_body_can_become_another_file),
		cmocka_unit_test(names_can_be_made_while_running),
		cmocka_unit_test(pages_and_values_of_any_size),
	};

	return cmocka_run_group_tests_name("tpl", tests, set_up, tear_down);
}
