/* The form engine: what is shown, what is asked, what is said about each answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/form.h"
#include "wrap/json.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define TODAY day_make(2026, 3, 2)

/* One field of every type, an agent, a field for organisations, conditions of every sort. */
static const char form_text[] =
	"{\"sections\":["
	"{\"key\":\"who\",\"title\":\"申请人\",\"fields\":["
	"{\"key\":\"name\",\"label\":\"姓名\",\"type\":\"text\",\"pattern\":\"person\",\"required\":true,\"prefill\":\"name\",\"locked\":true},"
	"{\"key\":\"id_type\",\"label\":\"证件类型\",\"type\":\"choice\",\"required\":true,"
	"\"options\":[{\"value\":\"111\",\"label\":\"居民身份证\"},{\"value\":\"414\",\"label\":\"护照\"}]},"
	"{\"key\":\"id_no\",\"label\":\"证件号码\",\"type\":\"id_no\",\"id_type\":\"id_type\",\"sensitive\":true},"
	"{\"key\":\"uscc\",\"label\":\"统一社会信用代码\",\"type\":\"uscc\",\"applies_to\":[\"legal\",\"other_org\"],\"required\":true},"
	"{\"key\":\"phone\",\"label\":\"手机\",\"type\":\"phone\",\"pattern\":\"mobile\"},"
	"{\"key\":\"desk_phone\",\"label\":\"电话\",\"type\":\"phone\",\"pattern\":\"landline\"},"
	"{\"key\":\"address\",\"label\":\"地址\",\"type\":\"address\",\"sensitive\":true},"
	"{\"key\":\"postcode\",\"label\":\"邮编\",\"type\":\"postcode\"}]},"
	"{\"key\":\"what\",\"title\":\"内容\",\"fields\":["
	"{\"key\":\"note\",\"label\":\"说明\",\"type\":\"textarea\",\"max\":10},"
	"{\"key\":\"count\",\"label\":\"数量\",\"type\":\"integer\",\"min\":1,\"max\":500,\"unit\":\"人\"},"
	"{\"key\":\"area\",\"label\":\"面积\",\"type\":\"decimal\",\"min\":1,\"max\":1000,\"unit\":\"平方米\"},"
	"{\"key\":\"price\",\"label\":\"金额\",\"type\":\"money\"},"
	"{\"key\":\"born\",\"label\":\"开始日期\",\"type\":\"date\",\"pattern\":\"past\"},"
	"{\"key\":\"until\",\"label\":\"到期日期\",\"type\":\"date\",\"pattern\":\"future\"},"
	"{\"key\":\"kinds\",\"label\":\"类别\",\"type\":\"multi\",\"max\":2,\"options\":[{\"value\":\"a\",\"label\":\"甲\"},"
	"{\"value\":\"b\",\"label\":\"乙\"},{\"value\":\"c\",\"label\":\"丙\"}]},"
	"{\"key\":\"b_more\",\"label\":\"乙的说明\",\"type\":\"text\",\"required\":true,\"shown_when\":{\"field\":\"kinds\",\"in\":[\"b\",\"c\"]}},"
	"{\"key\":\"reason\",\"label\":\"理由\",\"type\":\"text\",\"required_when\":{\"any\":[{\"field\":\"count\",\"equals\":\"2\"},"
	"{\"field\":\"@applicant\",\"equals\":\"legal\"}]}},"
	"{\"key\":\"mail\",\"label\":\"邮箱\",\"type\":\"text\",\"pattern\":\"email\"},"
	"{\"key\":\"licence_no\",\"label\":\"证号\",\"type\":\"text\",\"pattern\":\"latin\"}]},"
	"{\"key\":\"filer\",\"title\":\"谁来办\",\"fields\":[{\"key\":\"by_agent\",\"label\":\"委托他人\",\"type\":\"flag\"}]},"
	"{\"key\":\"agent\",\"title\":\"代理人\",\"applies_to\":[\"agent\"],\"fields\":["
	"{\"key\":\"agent_name\",\"label\":\"代理人姓名\",\"type\":\"text\",\"pattern\":\"person\",\"required\":true}]},"
	"{\"key\":\"end\",\"title\":\"声明\",\"fields\":[{\"key\":\"truth\",\"label\":\"我保证真实\",\"type\":\"flag\",\"required\":true}]}"
	"]}";

struct fix {
	void *ctx;
	struct mform form;
	struct mform_who who;
	struct mform_report report;
};

static enum err form_read_text(void *ctx, const char *text, struct mform *out, char **why)
{
	struct json *root;

	TRY(json_parse(ctx, text, strlen(text), &root, why));
	TRY(shape_read(ctx, &mform_shape, root, strlen(text), out, why));
	return mform_index(ctx, out, why);
}

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);
	char *why = NULL;

	f->ctx = f;
	f->who.kind = WHO_NATURAL;
	*state = f;
	return form_read_text(f, form_text, &f->form, &why) == ERR_NONE ? 0 : -1;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static enum err check(struct fix *f, const struct mform_answer *answers, size_t n, enum mform_mode mode)
{
	return mform_check(f->ctx, &f->form, &f->who, &(struct mform_answers){answers, n}, TODAY, mode, &f->report);
}

static const char *wrong_of(const struct fix *f, const char *key)
{
	return f->report.wrong[mform_find(&f->form, key)];
}

static const char *value_of(const struct fix *f, const char *key)
{
	return f->report.value[mform_find(&f->form, key)];
}

/* One answer of a field, after choosing a resident ID and organisations where they apply. */
static void one(struct fix *f, const char *key, const char *typed)
{
	struct mform_answer answers[] = {{"id_type", "111"}, {key, typed}};

	f->who.kind = strcmp(key, "uscc") == 0 ? WHO_LEGAL : WHO_NATURAL;
	assert_int_equal(check(f, answers, 2, MFORM_DRAFT), ERR_NONE);
}

static void answers_are_tidied(void **state)
{
	static const struct {
		const char *key, *typed, *stored;
	} table[] = {
		{"name", "  张三　", "张三"},
		{"id_no", "４１０５９９ 1990 0307 0028", "410599199003070028"},
		{"uscc", "91410599maxx00015u", "91410599MAXX00015U"},
		{"phone", "138-0000 0001", "13800000001"},
		{"postcode", "４５５０００", "455000"},
		{"note", "一\r\n二\t三", "一\n二 三"},
		{"count", "０120", "120"},
		{"count", "1,20", "120"},
		{"count", "000", "0"},
		{"area", "86.50", "86.5"},
		{"area", "007.00", "7"},
		{"area", "0.5", "0.5"},
		{"price", "12,000", "12000"},
		{"born", "1990年3月7日", "1990-03-07"},
		{"born", "1990/3/7", "1990-03-07"},
		{"born", "19900307", "1990-03-07"},
		{"born", "1990.03.07", "1990-03-07"},
		{"kinds", "b,a", "a,b"},
		{"kinds", "a,a", "a"},
		{"truth", "on", "1"},
		{"licence_no", "ab-１２", "AB-12"},
	};

	for (size_t i = 0; i < LEN(table); i++) {
		struct fix *f = *state;
		one(f, table[i].key, table[i].typed);
		assert_string_equal(value_of(f, table[i].key), table[i].stored);
		/* what is stored is not changed again */
		one(f, table[i].key, table[i].stored);
		assert_string_equal(value_of(f, table[i].key), table[i].stored);
	}
}

static void wrong_answers_are_told(void **state)
{
	static const struct {
		const char *key, *typed, *says; /* NULL: fine */
	} table[] = {
		{"name", "张三", NULL},
		{"name", "𠮷田・花子", NULL},
		{"name", "张3", "“3”"},
		{"name", "张", "太短"},
		{"id_no", "410599199003070028", NULL},
		{"id_no", "410599199003070029", ""},
		{"id_no", "41059919900307", ""},
		{"uscc", "91410599MAXX00015U", NULL},
		{"uscc", "91410599MAXX0001", ""},
		{"phone", "13800000001", NULL},
		{"phone", "0399-5550101", "手机号"},
		{"phone", "1380000", ""},
		{"desk_phone", "0399-5550101", NULL},
		{"desk_phone", "13800000001", "固定电话"},
		{"address", "建设路", "门牌号"},
		{"postcode", "4550", "6 位"},
		{"note", "一二三四五六七八九十一", "最多写 10 个字，现在有 11 个字"},
		{"count", "12人", "整数"},
		{"count", "0", "1 到 500 人"},
		{"count", "501", "1 到 500 人"},
		{"count", "99999999999999999999", "太大"},
		{"area", "86.5", NULL},
		{"area", "86.555", "两位"},
		{"area", "86.", NULL},
		{"area", ".5", "数字"},
		{"area", "1.2.3", "数字"},
		{"area", "0.5", "1 到 1000"},
		{"area", "1000.01", "1 到 1000"},
		{"area", "约86", "数字"},
		{"price", "0", NULL},
		{"price", "-5", "数字"},
		{"born", "2026-03-02", NULL},
		{"born", "2026-03-03", "还没有到"},
		{"born", "2026-02-29", "没有这一天"},
		{"born", "去年", "没有这一天"},
		{"born", "2026-1-1-1", "没有这一天"},
		{"until", "2026-03-02", NULL},
		{"until", "2026-03-01", "已经过去"},
		{"id_type", "999", "选项"},
		{"kinds", "a,b", NULL},
		{"kinds", "a,x", "选项"},
		{"kinds", "a,b,c", "最多选 2 项，现在选了 3 项"},
		{"mail", "a@b.example", NULL},
		{"mail", "a@b", "邮箱"},
		{"mail", "ab.example", "邮箱"},
		{"licence_no", "AB-12", NULL},
		{"licence_no", "AB字", "字母、数字"},
		{"truth", "maybe", "勾选"},
	};

	for (size_t i = 0; i < LEN(table); i++) {
		struct fix *f = *state;
		struct mform_answer answers[] = {{"id_type", "111"}, {table[i].key, table[i].typed}};
		size_t skip = strcmp(table[i].key, "id_type") == 0;
		f->who.kind = strcmp(table[i].key, "uscc") == 0 ? WHO_LEGAL : WHO_NATURAL;
		assert_int_equal(check(f, answers + skip, 2 - skip, MFORM_DRAFT), ERR_NONE);
		const char *wrong = wrong_of(f, table[i].key);
		if (!table[i].says) {
			assert_null(wrong);
			assert_int_equal(f->report.nwrong, 0);
			continue;
		}
		if (!wrong || !strstr(wrong, table[i].says))
			print_error("%s = %s: %s\n", table[i].key, table[i].typed, wrong ? wrong : "(nothing)");
		assert_non_null(wrong);
		assert_non_null(strstr(wrong, table[i].says));
		assert_non_null(value_of(f, table[i].key)); /* kept, so that the page comes back as it was */
		assert_int_equal(f->report.nwrong, 1);
	}
}

static void old_codes_of_organisations_are_a_warning(void **state)
{
	struct fix *f = *state;

	one(f, "uscc", "91410599MAXX00015A");
	assert_null(wrong_of(f, "uscc"));
	assert_non_null(f->report.warn[mform_find(&f->form, "uscc")]);
	assert_int_equal(f->report.nwrong, 0);
}

static void an_id_number_follows_its_kind(void **state)
{
	struct fix *f = *state;
	struct mform_answer passport[] = {{"id_type", "414"}, {"id_no", "E12345678"}};
	struct mform_answer resident[] = {{"id_type", "111"}, {"id_no", "E12345678"}};
	struct mform_answer unknown[] = {{"id_no", "E12345678"}};

	assert_int_equal(check(f, passport, 2, MFORM_DRAFT), ERR_NONE);
	assert_int_equal(f->report.nwrong, 0);
	assert_int_equal(check(f, resident, 2, MFORM_DRAFT), ERR_NONE);
	assert_non_null(wrong_of(f, "id_no"));
	/* the kind is asked for where it is missing, the number is not blamed */
	assert_int_equal(check(f, unknown, 1, MFORM_SUBMIT), ERR_NONE);
	assert_null(wrong_of(f, "id_no"));
	assert_string_equal(wrong_of(f, "id_type"), "请选择证件类型。");
}

static void a_draft_may_be_incomplete_and_a_submission_not(void **state)
{
	struct fix *f = *state;

	assert_int_equal(check(f, NULL, 0, MFORM_DRAFT), ERR_NONE);
	assert_int_equal(f->report.nwrong, 0);
	assert_int_equal(check(f, NULL, 0, MFORM_SUBMIT), ERR_NONE);
	assert_int_equal(f->report.nwrong, 3);
	assert_string_equal(wrong_of(f, "name"), "请填写姓名。");
	assert_string_equal(wrong_of(f, "truth"), "请勾选我保证真实。");
	assert_true(f->report.required[mform_find(&f->form, "name")]);
}

static void conditions_decide_what_is_asked(void **state)
{
	struct fix *f = *state;
	struct mform_answer answers[] = {{"kinds", "a"}, {"b_more", "x"}, {"count", "2"}};
	struct mform_answer more[] = {{"kinds", "c"}, {"kinds", "a"}, {"b_more", " x "}};

	assert_int_equal(check(f, answers, 3, MFORM_SUBMIT), ERR_NONE);
	int b = mform_find(&f->form, "b_more");
	assert_false(f->report.shown[b]);
	assert_null(f->report.value[b]); /* whatever was sent for a hidden field */
	assert_non_null(wrong_of(f, "reason"));
	assert_int_equal(check(f, more, 3, MFORM_SUBMIT), ERR_NONE);
	assert_true(f->report.shown[b]);
	assert_string_equal(f->report.value[b], "x");
	assert_string_equal(value_of(f, "kinds"), "a,c");
	assert_null(wrong_of(f, "reason"));
	f->who.kind = WHO_LEGAL;
	assert_int_equal(check(f, more, 3, MFORM_SUBMIT), ERR_NONE);
	assert_non_null(wrong_of(f, "reason"));
	assert_non_null(wrong_of(f, "uscc"));
}

static void an_agent_is_asked_for_only_when_one_files(void **state)
{
	struct fix *f = *state;
	struct mform_answer alone[] = {{"agent_name", "李四"}};
	struct mform_answer agent[] = {{"by_agent", "on"}};

	assert_int_equal(check(f, alone, 1, MFORM_SUBMIT), ERR_NONE);
	assert_null(value_of(f, "agent_name"));
	assert_null(wrong_of(f, "agent_name"));
	assert_int_equal(check(f, agent, 1, MFORM_SUBMIT), ERR_NONE);
	assert_string_equal(wrong_of(f, "agent_name"), "请填写代理人姓名。");
}

static void the_account_wins_for_locked_fields(void **state)
{
	struct fix *f = *state;
	struct mform_answer answers[] = {{"name", "王五"}, {"phone", "13800000001"}};

	f->who.account[PREFILL_NAME] = "张三";
	assert_int_equal(check(f, answers, 2, MFORM_DRAFT), ERR_NONE);
	assert_string_equal(value_of(f, "name"), "张三");
	f->who.account[PREFILL_NAME] = NULL;
	assert_int_equal(check(f, answers, 2, MFORM_DRAFT), ERR_NONE);
	assert_string_equal(value_of(f, "name"), "王五");
}

static void what_the_form_does_not_have_is_refused(void **state)
{
	struct fix *f = *state;
	struct mform_answer unknown[] = {{"name", "张三"}, {"status", "granted"}};
	struct mform_answer twice[] = {{"name", "张三"}, {"name", "李四"}};
	struct mform_answer bytes[] = {{"name", "\xC3("}};

	assert_int_equal(check(f, unknown, 2, MFORM_DRAFT), ERR_BAD_REQUEST);
	assert_string_equal(f->report.unknown, "status");
	assert_int_equal(check(f, twice, 2, MFORM_DRAFT), ERR_BAD_REQUEST);
	assert_string_equal(f->report.unknown, "name");
	assert_int_equal(check(f, bytes, 1, MFORM_DRAFT), ERR_BAD_REQUEST);
}

static void values_as_people_read_them(void **state)
{
	static const struct {
		const char *key, *value, *open, *masked;
	} table[] = {
		{"id_type", "111", "居民身份证", "居民身份证"},
		{"kinds", "a,c", "甲、丙", "甲、丙"},
		{"born", "1990-03-07", "1990年3月7日", "1990年3月7日"},
		{"truth", "1", "是", "是"},
		{"count", "12", "12 人", "12 人"},
		{"price", "5000", "5000 元", "5000 元"},
		{"name", "张三", "张三", "张三"},
		{"id_no", "410599199003070028", "410599199003070028", "410***********0028"},
		{"phone", "13800000001", "13800000001", "138****0001"},
		{"uscc", "91410599MAXX00015U", "91410599MAXX00015U", "91410599MAXX00015U"},
		{"note", NULL, "", ""},
	};

	for (size_t i = 0; i < LEN(table); i++) {
		struct fix *f = *state;
		const struct mform_field *field = f->form.field[mform_find(&f->form, table[i].key)];
		assert_string_equal(mform_value_text(f, field, table[i].value, false), table[i].open);
		assert_string_equal(mform_value_text(f, field, table[i].value, true), table[i].masked);
	}
}

/* Forms that make no sense are refused when they are read, not when a citizen meets them. */
static void unsound_forms_are_refused(void **state)
{
#define ONE(field) "{\"sections\":[{\"key\":\"s\",\"title\":\"节\",\"fields\":[" field "]}]}"
#define PICK "{\"key\":\"pick\",\"label\":\"选\",\"type\":\"choice\",\"options\":[{\"value\":\"a\",\"label\":\"甲\"},{\"value\":\"b\",\"label\":\"乙\"}]}"
	static const struct {
		const char *form, *says;
	} table[] = {
		{"{\"sections\":[{\"key\":\"s\",\"title\":\"节\",\"fields\":[]}]}", "至少要有一个项目"},
		{ONE("{\"key\":\"A b\",\"label\":\"x\",\"type\":\"text\"}"), "key"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\"},{\"key\":\"a\",\"label\":\"y\",\"type\":\"text\"}"), "重复"},
		{ONE("{\"key\":\"a\",\"label\":\"\",\"type\":\"text\"}"), "名称"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"number\"}"), "number"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"requird\":true}"), "requird"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"required\":\"yes\"}"), "true"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"integer\",\"min\":5,\"max\":2}"), "min"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"integer\",\"pattern\":\"past\"}"), "pattern"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"choice\"}"), "选项太少"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"options\":[{\"value\":\"a\",\"label\":\"b\"}]}"), "没有选项"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"multi\",\"options\":[{\"value\":\"a,b\",\"label\":\"b\"}]}"), "value"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"shown_when\":{\"field\":\"pick\",\"equals\":\"a\"}}," PICK), "排在前面"},
		{ONE(PICK ",{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"shown_when\":{\"field\":\"pick\",\"equals\":\"z\"}}"), "shown_when"},
		{ONE(PICK ",{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"required_when\":{\"field\":\"nobody\",\"equals\":\"z\"}}"), "nobody"},
		{ONE(PICK ",{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"shown_when\":{\"field\":\"pick\"}}"), "shown_when"},
		{ONE(PICK ",{\"key\":\"a\",\"label\":\"x\",\"type\":\"id_no\",\"id_type\":\"pick\"}"), "id_type"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"applies_to\":[\"agent\"]}"), "by_agent"},
		{ONE("{\"key\":\"by_agent\",\"label\":\"x\",\"type\":\"text\"}"), "by_agent"},
		{ONE("{\"key\":\"a\",\"label\":\"x\",\"type\":\"text\",\"shown_when\":{\"field\":\"@applicant\",\"equals\":\"agent\"}}"), "shown_when"},
	};

	for (size_t i = 0; i < LEN(table); i++) {
		struct mform form = {0};
		char *why = NULL;
		enum err e = form_read_text(*state, table[i].form, &form, &why);
		if (e == ERR_NONE || !strstr(why, table[i].says))
			print_error("%s: %s\n", table[i].form, text_or(why, "(nothing)"));
		assert_int_equal(e, ERR_INVALID);
		assert_non_null(strstr(why, table[i].says));
	}
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(answers_are_tidied),
		EACH(wrong_answers_are_told),
		EACH(old_codes_of_organisations_are_a_warning),
		EACH(an_id_number_follows_its_kind),
		EACH(a_draft_may_be_incomplete_and_a_submission_not),
		EACH(conditions_decide_what_is_asked),
		EACH(an_agent_is_asked_for_only_when_one_files),
		EACH(the_account_wins_for_locked_fields),
		EACH(what_the_form_does_not_have_is_refused),
		EACH(values_as_people_read_them),
		EACH(unsound_forms_are_refused),
	};

	return cmocka_run_group_tests_name("domain_form", tests, NULL, NULL);
}
