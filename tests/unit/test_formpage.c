/* A matter's form on a page: inputs, conditions in words and as data, what a request answers, what is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "parts/formpage.h"
#include "wrap/json.h"
#include "wrap/tpl.h"

#define TODAY day_make(2026, 3, 2)

static const char form_text[] =
	"{\"sections\":["
	"{\"key\":\"who\",\"title\":\"申请人\",\"fields\":["
	"{\"key\":\"name\",\"label\":\"姓名\",\"type\":\"text\",\"required\":true,\"prefill\":\"name\",\"locked\":true},"
	"{\"key\":\"uscc\",\"label\":\"信用代码\",\"type\":\"uscc\",\"applies_to\":[\"legal\"]},"
	"{\"key\":\"note\",\"label\":\"说明\",\"type\":\"textarea\",\"example\":\"开一家面馆\"},"
	"{\"key\":\"born\",\"label\":\"成立日期\",\"type\":\"date\",\"pattern\":\"past\"},"
	"{\"key\":\"until\",\"label\":\"到期日期\",\"type\":\"date\"},"
	"{\"key\":\"kinds\",\"label\":\"类别\",\"type\":\"multi\",\"options\":[{\"value\":\"a\",\"label\":\"甲\"},"
	"{\"value\":\"b\",\"label\":\"乙\"}]},"
	"{\"key\":\"online\",\"label\":\"网上卖\",\"type\":\"flag\"},"
	"{\"key\":\"more\",\"label\":\"补充\",\"type\":\"text\",\"shown_when\":{\"any\":["
	"{\"field\":\"kinds\",\"in\":[\"a\",\"b\"]},{\"field\":\"online\",\"equals\":\"1\"}]}},"
	"{\"key\":\"only_legal\",\"label\":\"章程\",\"type\":\"text\",\"shown_when\":{\"field\":\"@applicant\",\"equals\":\"legal\"}},"
	"{\"key\":\"always\",\"label\":\"住址\",\"type\":\"text\",\"shown_when\":{\"any\":["
	"{\"field\":\"@applicant\",\"equals\":\"natural\"},{\"field\":\"online\",\"equals\":\"1\"}]}},"
	"{\"key\":\"why\",\"label\":\"理由\",\"type\":\"text\",\"required_when\":{\"field\":\"online\",\"equals\":\"1\"}}]},"
	"{\"key\":\"filer\",\"title\":\"谁来办\",\"fields\":[{\"key\":\"by_agent\",\"label\":\"委托他人\",\"type\":\"flag\"}]},"
	"{\"key\":\"agent\",\"title\":\"代理人\",\"applies_to\":[\"agent\"],\"fields\":["
	"{\"key\":\"agent_name\",\"label\":\"代理人姓名\",\"type\":\"text\",\"required\":true}]}]}";

struct fix {
	void *ctx;
	struct mform form;
	struct mform_who who;
	struct mform_report report;
	struct formpage page;
};

static int set_up(void **state)
{
	struct fix *x = mem_new(NULL, struct fix);
	struct json *root;
	char *why = NULL;

	x->ctx = x;
	assert_int_equal(tpl_start("templates", "apply"), ERR_NONE);
	assert_int_equal(json_parse(x, form_text, sizeof(form_text) - 1, &root, &why), ERR_NONE);
	assert_int_equal(shape_read(x, &mform_shape, root, sizeof(form_text), &x->form, &why), ERR_NONE);
	assert_int_equal(mform_index(x, &x->form, &why), ERR_NONE);
	x->who = (struct mform_who){.kind = WHO_NATURAL};
	x->who.account[PREFILL_NAME] = "欧阳<静>";
	x->page = (struct formpage){.ctx = x, .form = &x->form, .who = &x->who, .report = &x->report};
	*state = x;
	return 0;
}

static int tear_down(void **state)
{
	talloc_free(*state);
	return 0;
}

static void answer(struct fix *x, const struct mform_answer *at, size_t n, enum mform_mode mode)
{
	struct mform_answers all = {at, n};

	assert_int_equal(mform_check(x, &x->form, &x->who, &all, TODAY, mode, &x->report), ERR_NONE);
}

/* drawn - the page of step 1 with nothing but this form. */
static const char *drawn(struct fix *x)
{
	struct tpl *d = tpl_new(x);
	struct bytes out;

	formpage_edit(&x->page, d);
	assert_int_equal(tpl_render(x, TPL_apply_form, d, &out), ERR_NONE);
	return (const char *)out.p;
}

static void assert_has(const char *html, const char *part)
{
	if (!strstr(html, part))
		fail_msg("not in the page: %s\n%s", part, html);
}

static void assert_lacks(const char *html, const char *part)
{
	if (strstr(html, part))
		fail_msg("in the page: %s", part);
}

static void conditions_are_data_and_words(void **state)
{
	struct fix *x = *state;

	answer(x, NULL, 0, MFORM_DRAFT);
	const char *html = drawn(x);
	assert_has(html, "data-when-field=\"kinds online\" data-when-values=\"a|b;1\"");
	assert_has(html, "“类别”选了“甲”或选了“乙”，或者“网上卖”打了勾时才需要填。");
	assert_has(html, "data-need-field=\"online\" data-need-values=\"1\"");
	assert_has(html, "“网上卖”打了勾时必须填。");
	assert_has(html, "id=\"s-agent\" aria-labelledby=\"s-agent-h\" data-when-field=\"by_agent\" data-when-values=\"1\"");
}

/* What is known of the applicant is settled on the server: such a field is there, or it is not. */
static void kinds_of_applicants_have_their_fields(void **state)
{
	struct fix *x = *state;

	answer(x, NULL, 0, MFORM_DRAFT);
	const char *html = drawn(x);
	assert_lacks(html, "id=\"f-uscc\"");
	assert_lacks(html, "id=\"f-only_legal\"");
	assert_has(html, "<div class=\"field\">\n<label for=\"f-always\">");
	x->who.kind = WHO_LEGAL;
	answer(x, NULL, 0, MFORM_DRAFT);
	html = drawn(x);
	assert_has(html, "id=\"f-uscc\"");
	assert_has(html, "id=\"f-only_legal\"");
	assert_has(html, "data-when-field=\"online\" data-when-values=\"1\">\n<label for=\"f-always\">");
}

static void what_the_account_knows_is_shown_and_not_sent(void **state)
{
	struct fix *x = *state;

	answer(x, NULL, 0, MFORM_DRAFT);
	const char *html = drawn(x);
	assert_has(html, "id=\"f-name\" class=\"w-l\" value=\"欧阳&lt;静&gt;\" readonly");
	assert_lacks(html, "name=\"name\"");
}

static void values_and_messages_come_back(void **state)
{
	static const struct mform_answer typed[] = {
		{"note", "</textarea><script>"}, {"until", "下个月"}, {"kinds", "b"}, {"online", "1"}};
	struct fix *x = *state;

	answer(x, typed, 4, MFORM_SUBMIT);
	const char *html = drawn(x);
	assert_has(html, ">&lt;/textarea&gt;&lt;script&gt;</textarea>");
	assert_has(html, "<input type=\"text\" id=\"f-until\" name=\"until\""); /* a date box would not show it */
	assert_has(html, "value=\"下个月\"");
	assert_has(html, "aria-invalid=\"true\" aria-describedby=\"f-until-wrong\"");
	assert_has(html, "name=\"kinds\" value=\"b\" checked");
	assert_has(html, "name=\"online\" value=\"1\" checked");
	assert_has(html, "<input type=\"text\" id=\"f-born\""); /* long past: typed, not chosen */
	assert_has(html, "例如：开一家面馆");
	x->page.quiet = true;
	assert_lacks(drawn(x), "aria-invalid");
}

static void wrong_fields_are_listed_with_their_place(void **state)
{
	static const struct mform_answer typed[] = {{"online", "1"}, {"until", "下个月"}};
	struct fix *x = *state;
	struct wrong_list list = {0};

	answer(x, typed, 2, MFORM_SUBMIT);
	wrong_add_fields(&x->page, &list, "/apply/x/y");
	assert_int_equal(list.n, 2);
	assert_string_equal(list.at[0].url, "/apply/x/y#f-until");
	assert_int_equal(strncmp(list.at[0].text, "到期日期：", strlen("到期日期：")), 0);
	assert_string_equal(list.at[1].url, "/apply/x/y#f-why");
	assert_string_equal(list.at[1].text, "请填写理由。"); /* names itself: not said twice */
}

static const char *posted(const struct mform_answers *all, const char *key)
{
	for (size_t i = 0; i < all->n; i++)
		if (text_eq(all->at[i].key, key))
			return all->at[i].value;
	return NULL;
}

static void a_request_answers_the_fields_of_the_form(void **state)
{
	struct pair sent[] = {{"csrf", "x"}, {"note", "一"}, {"note", "二"}, {"kinds", "a"}, {"kinds", "b"}, {"nothing", "1"}};
	struct pairs post = {sent, 6};
	struct fix *x = *state;
	struct mform_answers all;

	formpage_posted(x, &x->form, &post, false, &all);
	assert_int_equal(all.n, 2);
	assert_string_equal(posted(&all, "note"), "一");
	assert_string_equal(posted(&all, "kinds"), "a,b");
	/* the whole page came: boxes that send nothing were unticked */
	formpage_posted(x, &x->form, &post, true, &all);
	assert_string_equal(posted(&all, "online"), "");
	assert_string_equal(posted(&all, "by_agent"), "");
	assert_null(posted(&all, "until"));
}

static void answers_are_read_as_text(void **state)
{
	static const struct mform_answer typed[] = {{"until", "2026-10-01"}, {"kinds", "a,b"}, {"online", "1"}};
	struct fix *x = *state;
	struct tpl *d = tpl_new(x);
	struct bytes out;

	answer(x, typed, 3, MFORM_SUBMIT);
	x->page.edit = "/apply/x/y";
	formpage_read(&x->page, d);
	assert_int_equal(tpl_render(x, TPL_apply_check, d, &out), ERR_NONE);
	const char *html = (const char *)out.p;
	assert_has(html, "2026年10月1日");
	assert_has(html, "甲、乙");
	assert_has(html, "href=\"/apply/x/y#f-until\"");
	assert_lacks(html, "href=\"/apply/x/y#f-name\""); /* the account's own */
	assert_lacks(html, "说明");                         /* nothing was said */
	assert_has(html, "<div class=\"is-wrong\"><dt>理由</dt><dd><span class=\"muted\">没有填</span>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(conditions_are_data_and_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(kinds_of_applicants_have_their_fields, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_the_account_knows_is_shown_and_not_sent, set_up, tear_down),
		cmocka_unit_test_setup_teardown(values_and_messages_come_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(wrong_fields_are_listed_with_their_place, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_request_answers_the_fields_of_the_form, set_up, tear_down),
		cmocka_unit_test_setup_teardown(answers_are_read_as_text, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
