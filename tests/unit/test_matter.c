/* Service matters: the shipped ones are complete and say what the law says; a ninth needs no code; slips are named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/matter.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define TODAY day_make(2026, 3, 2)

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return 0;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

static char *file_text(void *ctx, const char *path, size_t *n)
{
	char *text = mem_array(ctx, char, MATTER_BYTES_MAX);
	FILE *f = fopen(path, "rb");

	if (!f)
		fail_msg("%s is not there", path);
	*n = fread(text, 1, MATTER_BYTES_MAX - 1, f);
	fclose(f);
	return text;
}

static struct matter *matter_of(void *ctx, const char *path)
{
	struct matter *m = NULL;
	char *why = NULL;
	size_t n;
	const char *text = file_text(ctx, path, &n);

	if (matter_parse(ctx, text, n, &m, &why) != ERR_NONE)
		fail_msg("%s: %s", path, why);
	return m;
}

static struct matter *sample(void *ctx, int number)
{
	return matter_of(ctx, mem_fmt(ctx, "sql/sample/matters/F%d.json", number));
}

static bool found(const struct texts *t, const char *words)
{
	for (size_t i = 0; i < t->n; i++)
		if (strstr(t->at[i], words))
			return true;
	return false;
}

/* --- the shipped matters ---------------------------------------------------------------------- */

static void the_eight_may_be_published(void **state)
{
	const char *codes[9] = {NULL};

	for (int i = 1; i <= 8; i++) {
		struct matter *m = sample(*state, i);
		struct texts faults = matter_check(*state, m);
		for (size_t k = 0; k < faults.n; k++)
			print_error("F%d: %s\n", i, faults.at[k]);
		assert_int_equal(faults.n, 0);
		codes[i] = m->code;
		for (int k = 1; k < i; k++)
			assert_string_not_equal(codes[k], m->code);
		assert_in_range(m->form.nfields, 10, 40);
		assert_true(m->channels & CHANNEL_WEB); /* all eight can be applied for online */
	}
}

static void limits_are_those_of_the_law(void **state)
{
	static const struct {
		int legal, promised, unit, kind, type;
	} want[] = {
		{10, 7, CLOCK_WORKING_DAY, MATTER_PROMISED, MATTER_LICENCE},
		{20, 5, CLOCK_WORKING_DAY, MATTER_PROMISED, MATTER_LICENCE},
		{20, 5, CLOCK_WORKING_DAY, MATTER_PROMISED, MATTER_LICENCE},
		{3, 1, CLOCK_HALF_DAY, MATTER_INSTANT, MATTER_CONFIRMATION},
		{20, 15, CLOCK_WORKING_DAY, MATTER_PROMISED, MATTER_PUBLIC_SERVICE},
		{5, 1, CLOCK_HALF_DAY, MATTER_INSTANT, MATTER_PUBLIC_SERVICE},
		{7, 4, CLOCK_WORKING_DAY, MATTER_JOINT, MATTER_LICENCE},
		{20, 10, CLOCK_WORKING_DAY, MATTER_JOINT, MATTER_LICENCE},
	};

	for (int i = 0; i < 8; i++) {
		const struct matter *m = sample(*state, i + 1);
		assert_int_equal(m->limits.legal.n, want[i].legal);
		assert_int_equal(m->limits.promised.n, want[i].promised);
		assert_int_equal(m->limits.promised.unit, want[i].unit);
		assert_int_equal(m->kind, want[i].kind);
		assert_int_equal(m->type, want[i].type);
		/* 施工许可 alone runs from the application (建筑法 8) */
		assert_int_equal(m->limits.clock_start, i == 6 ? CLOCK_FROM_APPLICATION : CLOCK_FROM_ACCEPTANCE);
		/* no site inspection is taken out of the legal limit of a licence (ALL 45) */
		for (size_t k = 0; k < m->limits.special.n; k++)
			if (m->limits.special.at[k].kind == SPECIAL_SITE_INSPECTION)
				assert_false(m->limits.special.at[k].excludes_from_legal);
		assert_false(m->fee.charged);
	}
	assert_string_equal(matter_limit_text(*state, &sample(*state, 1)->limits.promised), "7个工作日");
	assert_int_equal(sample(*state, 4)->settings.incomplete, INCOMPLETE_RETURN);
	assert_true(sample(*state, 6)->illustrative);
}

/* Every example in a form obeys the rules of its field. */
static void examples_are_right(void **state)
{
	for (int i = 1; i <= 8; i++) {
		const struct matter *m = sample(*state, i);
		for (size_t k = 0; k < m->form.nfields; k++) {
			const struct mform_field *f = m->form.field[k];
			struct mform_report report;
			struct mform_answer a = {f->key, f->example};
			struct mform_who who = {.kind = m->objects & (~m->objects + 1)};
			if (!f->example)
				continue;
			assert_int_equal(mform_check(*state, &m->form, &who, &(struct mform_answers){&a, 1}, TODAY,
						     MFORM_DRAFT, &report),
					 ERR_NONE);
			if (report.wrong[k])
				print_error("F%d %s: %s\n", i, f->key, report.wrong[k]);
			assert_null(report.wrong[k]);
		}
	}
}

/* --- materials asked for ---------------------------------------------------------------------- */

static struct material_need need(void *ctx, const struct matter *m, const char *key, const struct mform_answer *answers,
				 size_t n)
{
	struct mform_who who = {.kind = WHO_NATURAL};
	struct mform_report report;
	struct material_need *needs = mem_array(ctx, struct material_need, m->materials.n);
	const struct matter_material *mat = matter_material(m, key);

	assert_non_null(mat);
	assert_int_equal(mform_check(ctx, &m->form, &who, &(struct mform_answers){answers, n}, TODAY, MFORM_DRAFT,
				     &report),
			 ERR_NONE);
	matter_needs(m, &who, &report, needs);
	return needs[mat - m->materials.at];
}

static void answers_decide_the_materials(void **state)
{
	const struct matter *food = sample(*state, 1), *place = sample(*state, 2), *card = sample(*state, 5);
	struct mform_answer agent = {"by_agent", "1"}, minor = {"is_minor", "1"}, mental = {"kinds", "physical,mental"};

	assert_false(need(*state, food, "authorization", NULL, 0).asked);
	assert_true(need(*state, food, "authorization", &agent, 1).required);
	assert_true(need(*state, food, "layout", NULL, 0).required);
	assert_true(need(*state, food, "rules", NULL, 0).may_gap);
	assert_true(need(*state, food, "business_licence", NULL, 0).may_share);
	assert_false(need(*state, food, "layout", NULL, 0).may_gap);
	assert_true(need(*state, food, "application", NULL, 0).by_form);
	assert_false(need(*state, food, "application", NULL, 0).required);
	assert_true(need(*state, place, "test_report", NULL, 0).may_promise);
	assert_false(need(*state, place, "ac_report", NULL, 0).asked);
	assert_false(need(*state, card, "guardian", NULL, 0).asked);
	assert_true(need(*state, card, "guardian", &minor, 1).required);
	assert_true(need(*state, card, "guardian", &mental, 1).required);
	assert_null(matter_material(food, "nothing"));
}

static void answers_decide_the_parts(void **state)
{
	const struct matter *m = sample(*state, 8);
	struct mform_answer answers[] = {{"fire", "none"}, {"tobacco", "1"}};
	struct mform_who who = {.kind = WHO_NATURAL};
	struct mform_report report;
	bool *on = mem_array(*state, bool, m->parts.n);

	assert_int_equal(
		mform_check(*state, &m->form, &who, &(struct mform_answers){answers, 2}, TODAY, MFORM_DRAFT, &report),
		ERR_NONE);
	matter_part_needs(m, &who, &report, on);
	for (size_t i = 0; i < m->parts.n; i++) {
		bool optional = text_eq(m->parts.at[i].key, "fire") || text_eq(m->parts.at[i].key, "sign");
		assert_int_equal(on[i], !optional);
	}
}

/* --- a ninth matter: data, no code ------------------------------------------------------------ */

static void a_ninth_matter_needs_no_code(void **state)
{
	const struct matter *m = matter_of(*state, "tests/fixtures/ninth.json");
	struct mform_who who = {.kind = WHO_NATURAL, .account = {[PREFILL_NAME] = "张三",
								 [PREFILL_ID_TYPE] = "111",
								 [PREFILL_ID_NO] = "410599199003070028"}};
	struct mform_answer answers[] = {
		{"phone", "138 0000 0001"}, {"address", "示例市幸福街道建设路8号"},
		{"shop_address", "示例市幸福街道建设路9号"}, {"ways", "machine"},
		{"machines", "3"}, {"storage", "normal"}, {"storage", "frozen"}, {"start", "2026年3月9日"}, {"truth", "on"},
	};
	struct mform_report report;

	assert_int_equal(matter_check(*state, m).n, 0);
	assert_int_equal(m->type, MATTER_FILING);
	assert_true(matter_applies(m, WHO_LEGAL));
	assert_false(matter_applies(m, WHO_OTHER));
	assert_int_equal(mform_check(*state, &m->form, &who, &(struct mform_answers){answers, LEN(answers)}, TODAY,
				     MFORM_SUBMIT, &report),
			 ERR_NONE);
	for (size_t i = 0; i < report.n; i++)
		if (report.wrong[i])
			print_error("%s: %s\n", m->form.field[i]->key, report.wrong[i]);
	assert_int_equal(report.nwrong, 0);
	assert_string_equal(report.value[mform_find(&m->form, "start")], "2026-03-09");
	assert_string_equal(report.value[mform_find(&m->form, "name")], "张三");
	assert_true(need(*state, m, "cold_chain", answers, LEN(answers)).required);
	assert_false(need(*state, m, "cold_chain", answers, 3).asked);
	/* without the number of machines it is not complete */
	answers[4].key = "storage";
	answers[4].value = "chilled";
	assert_int_equal(mform_check(*state, &m->form, &who, &(struct mform_answers){answers, LEN(answers)}, TODAY,
				     MFORM_SUBMIT, &report),
			 ERR_NONE);
	assert_int_equal(report.nwrong, 1);
	assert_non_null(report.wrong[mform_find(&m->form, "machines")]);
}

/* --- completeness (CAT-5) --------------------------------------------------------------------- */

static void every_empty_part_is_named(void **state)
{
	static const struct {
		size_t at;
		bool list;
		const char *says;
	} parts[] = {
		{offsetof(struct matter, name), false, "事项名称"},
		{offsetof(struct matter, summary), false, "summary"},
		{offsetof(struct matter, scope), false, "受理范围"},
		{offsetof(struct matter, responsible), false, "办理责任人"},
		{offsetof(struct matter, quantity_limit), false, "数量限制"},
		{offsetof(struct matter, fee.standard), false, "收费标准"},
		{offsetof(struct matter, fee.basis), false, "收费依据"},
		{offsetof(struct matter, contact.enquiry), false, "咨询电话"},
		{offsetof(struct matter, contact.complaint), false, "投诉电话"},
		{offsetof(struct matter, remedies), false, "救济途径"},
		{offsetof(struct matter, limits.legal.explain), false, "法定时限"},
		{offsetof(struct matter, limits.promised.explain), false, "承诺时限"},
		{offsetof(struct matter, basis.n), true, "设立依据"},
		{offsetof(struct matter, conditions.n), true, "办理条件"},
		{offsetof(struct matter, materials.n), true, "申请材料"},
		{offsetof(struct matter, review_points.n), true, "审查要点"},
		{offsetof(struct matter, flow.n), true, "办理流程"},
		{offsetof(struct matter, results.n), true, "办理结果"},
		{offsetof(struct matter, faq.n), true, "常见问题"},
		{offsetof(struct matter, places.n), true, "办理地点"},
		{offsetof(struct matter, form.sections.n), true, "申请表"},
		{offsetof(struct matter, limits.legal.n), true, "法定时限"},
		{offsetof(struct matter, limits.promised.n), true, "承诺时限"},
	};

	for (size_t i = 0; i < LEN(parts); i++) {
		struct matter *m = sample(*state, 1);
		memset((char *)m + parts[i].at, 0, parts[i].list ? sizeof(size_t) : sizeof(char *));
		struct texts faults = matter_check(*state, m);
		if (!found(&faults, parts[i].says))
			print_error("not named: %s\n", parts[i].says);
		assert_true(found(&faults, parts[i].says));
	}
}

static void parts_must_fit_each_other(void **state)
{
	struct matter *m = sample(*state, 1);
	struct matter_material *mat = &m->materials.at[2];

	mat->review_points.n = 0;
	mat->sample.text = NULL;
	mat->kinds = 0;
	mat->max_mb = 99;
	mat->key = "Layout";
	mat->necessity = NEED_CONDITIONAL;
	mat->commitment_replaceable = true;
	m->materials.at[3].when = mem_new(m, struct mform_rule);
	*m->materials.at[3].when = (struct mform_rule){.field = "nobody", .equals = "1"};
	m->settings.allow_deficient = false;
	m->limits.promised.n = 11;
	m->limits.special.at[0].excludes_from_legal = true;
	m->level = LEVEL_CITY;
	m->catalog_code = "000131017999";
	m->kind = MATTER_JOINT;
	struct texts faults = matter_check(*state, m);
	static const char *const says[] = {"缺少审查要点", "缺少示范文本", "kinds",	 "max_mb",	 "key",
					   "condition",	   "nobody",	   "告知承诺",	 "容缺",	 "不能比法定时限长",
					   "第四十五条",   "第 19 位",	   "后 12 位",	 "parts"};
	for (size_t i = 0; i < LEN(says); i++) {
		if (!found(&faults, says[i]))
			print_error("not named: %s\n", says[i]);
		assert_true(found(&faults, says[i]));
	}
}

static void parts_lead_to_a_decision(void **state)
{
	struct matter *m = sample(*state, 7); /* one decides, the first; three give opinions */
	struct mform_rule *when = m->parts.at[1].when;

	assert_true(matter_check(*state, m).n == 0);
	m->parts.at[0].when = when;
	struct texts faults = matter_check(*state, m);
	assert_true(found(&faults, "不附条件"));
	m->parts.at[0].when = NULL;
	m->parts.at[2].after = m->parts.at[0].key;
	m->parts.at[3].after = m->parts.at[2].key;
	faults = matter_check(*state, m);
	assert_int_equal(faults.n, 2);
	assert_true(found(&faults, "排在作决定的环节后面"));
	m->parts.at[2].after = m->parts.at[3].after = NULL;
	m->parts.at[3].guidance_only = true;
	m->parts.at[3].days = 0;
	faults = matter_check(*state, m);
	assert_true(found(&faults, "最长几个工作日"));
}

/* --- documents that cannot be read ------------------------------------------------------------ */

static void slips_of_the_pen_are_named(void **state)
{
	static const struct {
		const char *from, *to, *says;
	} slips[] = {
		{"\"format\": 1,", "\"format\": 1", "line 3"},
		{"\"format\": 1,", "\"format\": 2,", "format"},
		{"\"type\": \"licence\"", "\"type\": \"licences\"", "type"},
		{"\"position\": 10", "\"position\": \"10\"", "position"},
		{"\"position\": 10", "\"position\": -1", "position"},
		{"\"position\": 10", "\"position\": 10.5", "position"},
		{"\"summary\":", "\"sumary\":", "sumary"},
		{"\"name\":", "\"name\": \"x\", \"name\":", "duplicate"},
		{"\"copies\": 1", "\"copies\": true", "materials[0].copies"},
		{"\"necessity\": \"required\"", "\"necessity\": \"always\"", "materials[0].necessity"},
		{"\"conditions\": [", "\"conditions\": [7, ", "conditions[0]"},
		{"\"objects\": [", "\"objects\": [\"alien\", ", "objects[0]"},
		{"\"working_day\"", "\"week\"", "unit"},
		{"\"key\": \"owner\"", "\"key\": \"Owner\"", "form.sections[0]"},
	};
	size_t n;
	const char *text = file_text(*state, "sql/sample/matters/F1.json", &n);

	for (size_t i = 0; i < LEN(slips); i++) {
		const char *at = strstr(text, slips[i].from);
		struct matter *m = NULL;
		char *why = NULL;
		assert_non_null(at);
		char *bad = mem_fmt(*state, "%.*s%s%s", (int)(at - text), text, slips[i].to, at + strlen(slips[i].from));
		assert_int_equal(matter_parse(*state, bad, strlen(bad), &m, &why), ERR_INVALID);
		assert_null(m);
		if (!strstr(why, slips[i].says))
			print_error("%s: %s\n", slips[i].to, why);
		assert_non_null(strstr(why, slips[i].says));
	}
}

static void other_bytes_are_refused(void **state)
{
	static const char *const texts[] = {"", "null", "[]", "{}", "{\"format\":1}", "\"x\"", "\xFF\xFE", "{\"a\":", "[[[[[["};

	for (size_t i = 0; i < LEN(texts); i++) {
		struct matter *m = NULL;
		char *why = NULL;
		assert_int_equal(matter_parse(*state, texts[i], strlen(texts[i]), &m, &why), ERR_INVALID);
		assert_non_null(why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_eight_may_be_published),
		cmocka_unit_test(limits_are_those_of_the_law),
		cmocka_unit_test(examples_are_right),
		cmocka_unit_test(answers_decide_the_materials),
		cmocka_unit_test(answers_decide_the_parts),
		cmocka_unit_test(a_ninth_matter_needs_no_code),
		cmocka_unit_test(every_empty_part_is_named),
		cmocka_unit_test(parts_must_fit_each_other),
		cmocka_unit_test(parts_lead_to_a_decision),
		cmocka_unit_test(slips_of_the_pen_are_named),
		cmocka_unit_test(other_bytes_are_refused),
	};

	return cmocka_run_group_tests_name("matter", tests, ctx_make, ctx_free);
}
