/* Applications on paper: whose they are, how they came, the papers, and who may touch them before and after the receipt. */
#include "db/caseworld.h"

#include <string.h>

#include "base/text.h"
#include "domain/intake.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static const struct intake_how at_counter = {.channel = "counter", .consent = "spoken", .arrived = DAY_NONE};

static struct intake_person somebody(void)
{
	return (struct intake_person){.kind = "natural", .name = "李示例", .id_type = "111", .id_no = "410599196208151012",
				      .phone = "13800000009"};
}

static enum err open_try(struct world *w, const struct intake_how *how, const struct intake_person *person, int64_t *id,
			 struct intake_problem *p)
{
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);

	return intake_open(&w->desk, &clerk, world_matter(w, "F6"), how, person, id, p);
}

static void what_is_wrong_names_its_field(void **state)
{
	struct world *w = *state;
	struct intake_person p = somebody();
	struct intake_how how = at_counter;
	struct intake_problem problem;
	int64_t id;

	p.phone = NULL;
	assert_int_equal(open_try(w, &how, &p, &id, &problem), ERR_INVALID);
	assert_string_equal(problem.field, "phone");
	p.address = "示例市为民路100号";
	CHECK(open_try(w, &how, &p, &id, &problem)); /* a letter can be answered by letter */
	p.id_no = "410599196208151013";
	assert_int_equal(open_try(w, &how, &p, &id, &problem), ERR_INVALID);
	assert_string_equal(problem.field, "id_no");
	assert_false(problem.may_confirm);
	p = somebody();
	how.channel = "post";
	assert_int_equal(open_try(w, &how, &p, &id, &problem), ERR_INVALID);
	assert_string_equal(problem.field, "arrived");
	how.arrived = msec_day(w->desk.now) + 1;
	assert_int_equal(open_try(w, &how, &p, &id, &problem), ERR_INVALID);
	how.arrived--;
	how.helper_name = "王示例";
	assert_int_equal(open_try(w, &how, &p, &id, &problem), ERR_INVALID);
	assert_string_equal(problem.field, "helper_relation");
	how.helper_relation = "family";
	how.helper_consent = "account";
	assert_int_equal(open_try(w, &how, &p, &id, &problem), ERR_INVALID);
	assert_string_equal(problem.field, "helper_consent");
}

static void an_account_has_its_case_but_not_the_draft(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural"), clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct mform_answer one = {"kin_name", "王亲属"};
	struct intake_problem problem;
	struct draft_saved saved;
	int64_t id, other;
	bool continued;

	CHECK(intake_open_account(&w->desk, &clerk, world_matter(w, "F6"), &at_counter, who.id, &id, &problem));
	assert_int_equal(world_case(w, id)->account_id, who.id);
	assert_int_equal(draft_fields_save(&w->apply, &who, id, &(struct mform_answers){&one, 1}, &saved), ERR_CONFLICT);
	CHECK(draft_fields_save(&w->desk, &clerk, id, &(struct mform_answers){&one, 1}, &saved));
	assert_int_equal(draft_discard(&w->apply, &who, id), ERR_NOT_FOUND);
	CHECK(draft_open(&w->apply, &who, world_matter(w, "F6"), false, &other, &continued));
	assert_false(continued);
	assert_int_not_equal(other, id);
	assert_int_equal(intake_discard(&w->desk, &clerk, other), ERR_NOT_FOUND); /* the applicant's own */
	world_do(w, id, ACTION_RECEIVE, &clerk, NULL);
	assert_int_equal(intake_discard(&w->desk, &clerk, id), ERR_NOT_FOUND);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM case_intake WHERE case_id = %lld AND open_by IS NULL",
						(long long)id)), 1);
}

static void papers_count_while_they_are_here(void **state)
{
	struct world *w = *state;
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct intake_person p = somebody();
	struct intake_problem problem;
	const char *say;
	int64_t id;

	CHECK(open_try(w, &at_counter, &p, &id, &problem));
	CHECK(draft_paper_set(&w->desk, &clerk, id, "photo", "copy", &say));
	assert_int_equal(case_item_find(world_case(w, id), "photo")->state, MATERIAL_PAPER);
	CHECK(draft_paper_set(&w->desk, &clerk, id, "photo", "seen", &say));
	assert_int_equal(case_item_find(world_case(w, id), "photo")->state, MATERIAL_NONE);
	assert_int_equal(draft_paper_set(&w->desk, &clerk, id, "photo", "eaten", &say), ERR_INVALID);
	CHECK(draft_paper_set(&w->desk, &clerk, id, "photo", "original", &say));
	CHECK(draft_paper_set(&w->desk, &clerk, id, "photo", "none", &say));
	assert_int_equal(case_item_find(world_case(w, id), "photo")->state, MATERIAL_NONE);
	CHECK(intake_discard(&w->desk, &clerk, id));
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM case_intake WHERE case_id = %lld", (long long)id)), 0);
}

static void a_rehearsal_leaves_nothing(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural"), clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F6");
	struct case_args fault = world_fault(w, id);
	struct casefile *before = world_case(w, id);
	struct case_result r;

	CHECK(case_rehearse(&w->desk, id, before->version, ACTION_NOTIFY_CORRECTION, &clerk, &fault, &r));
	assert_int_equal(world_case(w, id)->version, before->version);
	assert_int_equal(world_case(w, id)->items[0].verdict, before->items[0].verdict);
	assert_int_equal(case_rehearse(&w->desk, id, before->version, ACTION_NOTIFY_CORRECTION, &clerk, NULL, &r), ERR_INVALID);
	assert_false(text_empty(r.say));
	assert_int_equal(case_rehearse(&w->desk, id, before->version - 1, ACTION_NOTIFY_CORRECTION, &clerk, &fault, &r),
			 ERR_CONFLICT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_names_its_field),
		cmocka_unit_test(an_account_has_its_case_but_not_the_draft),
		cmocka_unit_test(papers_count_while_they_are_here),
		cmocka_unit_test(a_rehearsal_leaves_nothing),
	};

	return cmocka_run_group_tests_name("applications on paper", tests, world_setup, world_teardown);
}
