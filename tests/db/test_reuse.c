/* What the portal holds already is offered to the same person, and to nobody else (INT-11, OUT-5). */
#include "db/caseworld.h"

#include <string.h>

#include "base/text.h"
#include "domain/reuse.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static struct world *world_of(void **state)
{
	return *state;
}

/* granted - this matter, as far as the decision; its materials are judged right. */
static int64_t granted(struct world *w, const struct actor *who, const char *file, day until)
{
	int64_t id = world_received(w, who, file);
	const char *dept = world_case(w, id)->dept_code;
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor reviewer = world_officer(w, "示例·审查员", ROLE_REVIEWER, dept);
	struct actor chief = world_officer(w, "示例·首席代表", ROLE_CHIEF, dept);
	struct case_args right = world_all_right(w, id);
	struct case_args stance = {.stance = "agree", .note = "符合条件"};
	struct case_args valid = {.valid_until = until};

	world_do(w, id, ACTION_ACCEPT, &clerk, &right);
	world_do(w, id, ACTION_BEGIN_REVIEW, &reviewer, NULL);
	world_do(w, id, ACTION_OPINE, &reviewer, &stance);
	world_do(w, id, ACTION_GRANT, &chief, &valid);
	return id;
}

static int64_t fresh_draft(struct world *w, const struct actor *a, const char *file)
{
	bool continued;
	int64_t id;

	CHECK(draft_open(&w->apply, a, world_matter(w, file), true, &id, &continued));
	return id;
}

static struct casefile *draft_of(struct world *w, int64_t id)
{
	struct casefile *c;

	CHECK(case_load(&w->apply, id, &c));
	return c;
}

static const struct reuse_offer *offer_of(struct world *w, int64_t id, const char *item, bool certificate)
{
	struct reuse_offers all;

	CHECK(reuse_offers(&w->apply, draft_of(w, id), &all));
	for (size_t i = 0; i < all.n; i++)
		if (text_eq(all.at[i].item, item) && (all.at[i].certificate_id != 0) == certificate)
			return &all.at[i];
	return NULL;
}

/* The licence of F4 is what F1 asks for, by its licence code. */
static void a_certificate_is_offered_and_used(void **state)
{
	struct world *w = world_of(state);
	struct actor who = world_person(w, "natural"), other = world_person(w, "natural");
	const char *say;

	world_at(w, "2026-03-02", 9, 30);
	granted(w, &who, "F4", DAY_NONE);
	int64_t id = fresh_draft(w, &who, "F1");
	const struct reuse_offer *o = offer_of(w, id, "business_licence", true);
	assert_non_null(o);
	assert_string_equal(o->name, "营业执照");
	assert_null(offer_of(w, fresh_draft(w, &other, "F1"), "business_licence", true));

	CHECK(reuse_take(&w->apply, &who, id, "business_licence", o->certificate_id, 0, &say));
	const struct case_item *it = case_item_find(draft_of(w, id), "business_licence");
	assert_int_equal(it->state, MATERIAL_SHARED);
	assert_int_equal(it->certificate, o->certificate_id);
	assert_true(case_item_ready(it, &(struct material_need){.asked = true, .required = true}));

	/* and can be replaced: then nothing of it is left */
	int64_t size;
	int64_t file_id;
	struct draft_file f = {.item = "business_licence", .sha256 = world_paper(w, &size), .size = size, .kind = "pdf", .name = "执照.pdf"};
	CHECK(draft_file_add(&w->upload, &who, id, &f, &file_id, &say));
	assert_int_equal(case_item_find(draft_of(w, id), "business_licence")->certificate, 0);
	assert_int_equal(reuse_take(&w->apply, &who, id, "business_licence", o->certificate_id, 0, &say), ERR_INVALID);
	assert_non_null(say);
}

static void only_what_is_valid_and_ones_own(void **state)
{
	struct world *w = world_of(state);
	struct actor who = world_person(w, "natural"), other = world_person(w, "natural");
	const char *say;

	world_at(w, "2026-03-02", 9, 30);
	granted(w, &who, "F4", day_make(2026, 4, 30));
	int64_t id = fresh_draft(w, &who, "F1");
	const struct reuse_offer *o = offer_of(w, id, "business_licence", true);
	assert_non_null(o);
	assert_int_equal(reuse_take(&w->apply, &who, id, "layout", o->certificate_id, 0, &say), ERR_NOT_FOUND);
	assert_int_equal(reuse_take(&w->apply, &who, id, "nothing", o->certificate_id, 0, &say), ERR_NOT_FOUND);
	int64_t foreign = fresh_draft(w, &other, "F1");
	assert_int_equal(reuse_take(&w->apply, &other, foreign, "business_licence", o->certificate_id, 0, &say), ERR_NOT_FOUND);
	assert_int_not_equal(reuse_take(&w->apply, &other, id, "business_licence", o->certificate_id, 0, &say), ERR_NONE);

	world_at(w, "2026-05-01", 9, 30);
	assert_null(offer_of(w, id, "business_licence", true));
	world_at(w, "2026-04-30", 23, 0);
	assert_non_null(offer_of(w, id, "business_licence", true));
	world_sql(w, mem_fmt(w, "UPDATE certificate SET state = 'void', void_at = '2026-04-01' WHERE id = %lld", (long long)o->certificate_id));
	assert_null(offer_of(w, id, "business_licence", true));
	assert_int_equal(reuse_take(&w->apply, &who, id, "business_licence", o->certificate_id, 0, &say), ERR_NOT_FOUND);
	world_at(w, "2026-03-02", 9, 30);
}

/* A file that was found right in an accepted case, within its twelve months; it keeps the day of its upload. */
static void a_file_is_offered_and_taken_over(void **state)
{
	struct world *w = world_of(state);
	struct actor who = world_person(w, "natural");
	const char *say;

	world_at(w, "2026-03-02", 9, 30);
	int64_t from = granted(w, &who, "F4", DAY_NONE), id = fresh_draft(w, &who, "F4");
	const struct reuse_offer *o = offer_of(w, id, "premises", false);
	assert_non_null(o);
	assert_string_equal(o->short_no, world_case(w, from)->short_no);
	assert_null(offer_of(w, id, "application", false)); /* not marked reusable */
	CHECK(reuse_take(&w->apply, &who, id, "premises", 0, o->file_id, &say));
	assert_int_equal(case_item_find(draft_of(w, id), "premises")->state, MATERIAL_UPLOADED);
	assert_string_equal(world_sql(w, mem_fmt(w, "SELECT COUNT(*), COUNT(DISTINCT sha256), SUM(reused_from = %lld) FROM case_file"
						    " WHERE case_id IN (%lld, %lld) AND item = 'premises'",
						 (long long)o->file_id, (long long)from, (long long)id)),
			    "2\t1\t1\n");

	world_at(w, "2027-03-02", 9, 30);
	assert_non_null(offer_of(w, id, "premises", false));
	world_at(w, "2027-03-03", 9, 30);
	assert_null(offer_of(w, id, "premises", false));
	world_at(w, "2026-03-02", 9, 30);
}

/* The same name in another matter is the same material; a file that was not judged is not offered. */
static void a_file_by_its_name(void **state)
{
	struct world *w = world_of(state);
	struct actor who = world_person(w, "natural");

	world_at(w, "2026-03-02", 9, 30);
	int64_t waiting = world_received(w, &who, "F4");
	assert_null(offer_of(w, fresh_draft(w, &who, "F8"), "premises", false));
	world_do(w, waiting, ACTION_WITHDRAW, &who, NULL);
	granted(w, &who, "F4", DAY_NONE);
	assert_non_null(offer_of(w, fresh_draft(w, &who, "F8"), "premises", false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_certificate_is_offered_and_used),
		cmocka_unit_test(only_what_is_valid_and_ones_own),
		cmocka_unit_test(a_file_is_offered_and_taken_over),
		cmocka_unit_test(a_file_by_its_name),
	};

	return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
