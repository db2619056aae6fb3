/* Cases from draft to acceptance and to every other end, on the sample matters, each program under its own account. */
#include "db/caseworld.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/clock.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/intake.h"
#include "domain/number.h"
#include "domain/progress.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static struct document *last_document(struct world *w, int64_t id, const char *kind)
{
	struct sql_document_last_row *r;
	struct document *d;

	CHECK(sql_document_last(w->desk.db, w->ctx, &(struct sql_document_last_in){.case_id = id, .kind = kind}, &r));
	CHECK(document_load(&w->desk, r->id, &d));
	return d;
}

static const char *trail_fault(struct world *w, int64_t id)
{
	const char *fault;

	CHECK(event_check(w->eventcheck.db, w->ctx, id, &fault));
	return fault;
}

static void expect_refusal(struct world *w, int64_t id, enum action action, const struct actor *a,
			   const struct case_args *args, enum err expected)
{
	struct case_result r;
	enum err e = world_try(w, id, action, a, args, &r);

	if (e != expected || text_empty(r.say))
		fail_msg("%s: %s instead of %s (%s)", action_key(action), err_name(e), err_name(expected),
			 text_or(r.say, "no word"));
}

/* --- the straight way -------------------------------------------------------------------------------- */

static void from_draft_to_acceptance(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor reviewer = world_officer(w, "示例·预审员", ROLE_PRE_REVIEWER, NULL);
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);

	world_at(w, "2026-02-12", 10, 0);
	int64_t id = world_submitted(w, &who, "F1");
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_SUBMITTED);
	assert_int_equal(c->turn, TURN_PRE_REVIEW);
	assert_int_equal(strlen(c->case_no), CASE_NO_LEN);
	assert_day(c->due[CLOCK_FEEDBACK], "2026-02-13");
	assert_true(c->next_due == c->due[CLOCK_FEEDBACK]);

	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &reviewer, NULL);
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_PRE_REVIEW_PASS, &reviewer, &right);
	c = world_case(w, id);
	assert_int_equal(c->turn, TURN_WINDOW);
	assert_int_equal(c->claimed_by, 0);

	world_do(w, id, ACTION_RECEIVE, &clerk, NULL);
	c = world_case(w, id);
	assert_day(c->due[CLOCK_CORRECTION], "2026-02-26"); /* five working days over the Spring Festival */
	assert_int_equal(c->running, 1u << CLOCK_CORRECTION);

	world_do(w, id, ACTION_ACCEPT, &clerk, NULL);
	c = world_case(w, id);
	day due;
	CHECK(clock_due_limit(w->desk.calendar, c->accepted_day, matter_limit_clock(&c->matter->limits.promised), NULL, 0,
			      &due));
	assert_true(c->due[CLOCK_PROMISED] == due && c->next_due == due);
	assert_int_equal(c->running, 1u << CLOCK_LEGAL | 1u << CLOCK_PROMISED);
	assert_int_equal(c->accepted_by, clerk.id);
	assert_int_equal(c->turn, TURN_DEPT);
	assert_null(trail_fault(w, id));

	struct document *d = last_document(w, id, "acceptance_notice");
	assert_true(text_starts(d->number, "（市监）受字〔2026〕第"));
	assert_string_equal(json_text(json_get(d->data, "applicant"), "name"), "张示例");
	assert_string_equal(json_text(json_get(d->data, "due"), "legal"), "2026-03-04");
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM document WHERE case_id = %lld", (long long)id)), 4);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM outbox WHERE case_id = %lld", (long long)id)), 8);
}

static void a_second_submission_shows_the_first_receipt(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	int64_t id = world_draft(w, &who, "F1");
	const char *key = world_case(w, id)->submit_key;
	struct case_result first, second;

	CHECK(draft_submit(&w->apply, &who, id, key, &first));
	CHECK(draft_submit(&w->apply, &who, id, key, &second));
	assert_false(first.repeated);
	assert_true(second.repeated);
	assert_string_equal(first.case_no, second.case_no);
	assert_int_equal(first.document_id, second.document_id);
	assert_int_equal(world_case(w, id)->event_count, 1);
	/* long afterwards too */
	struct actor reviewer = world_officer(w, "示例·预审员", ROLE_PRE_REVIEWER, NULL);
	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &reviewer, NULL);
	CHECK(draft_submit(&w->apply, &who, id, key, &second));
	assert_string_equal(first.case_no, second.case_no);
}

static void an_incomplete_draft_is_not_submitted(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct case_result r;
	bool continued;
	int64_t id;

	CHECK(draft_open(&w->apply, &who, world_matter(w, "F1"), false, &id, &continued));
	assert_false(continued);
	assert_int_equal(draft_submit(&w->apply, &who, id, world_case(w, id)->submit_key, &r), ERR_INVALID);
	assert_true(!text_empty(r.item) && !text_empty(r.say));
	assert_null(world_case(w, id)->case_no);
	int64_t again;
	CHECK(draft_open(&w->apply, &who, world_matter(w, "F1"), false, &again, &continued));
	assert_true(continued && again == id);
	CHECK(draft_discard(&w->apply, &who, id));
	assert_int_equal(draft_discard(&w->apply, &who, id), ERR_NOT_FOUND);
}

/* --- drafts ------------------------------------------------------------------------------------------ */

static int field_of_type(const struct matter *m, enum mform_type type, bool sensitive)
{
	for (size_t i = 0; i < m->form.nfields; i++)
		if (m->form.field[i]->type == (int)type && m->form.field[i]->sensitive == sensitive &&
		    !m->form.field[i]->locked)
			return (int)i;
	return -1;
}

static void wrong_values_are_kept_and_named(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	const struct matter *m = world_matter(w, "F1");
	struct draft_saved saved;
	bool continued;
	int64_t id;

	CHECK(draft_open(&w->apply, &who, m, true, &id, &continued));
	int at = field_of_type(m, MFORM_PHONE, false);
	if (at < 0)
		at = field_of_type(m, MFORM_PHONE, true);
	assert_true(at >= 0);
	struct mform_answer one = {m->form.field[at]->key, "12345"};
	CHECK(draft_fields_save(&w->apply, &who, id, &(struct mform_answers){&one, 1}, &saved));
	assert_non_null(saved.report.wrong[at]);
	struct mform_report report;
	CHECK(draft_check(&w->apply, world_case(w, id), MFORM_DRAFT, &report));
	assert_string_equal(report.value[at], "12345");
	assert_int_equal(saved.draft_version, world_case(w, id)->draft_version);
}

static void rare_characters_survive_sealed_and_plain(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	const struct matter *m = world_matter(w, "F1");
	const char *text = "𠮷野家𡈽地<b>{{X}}</b>' OR 1=1 --";
	struct draft_saved saved;
	struct mform_report report;
	bool continued;
	int64_t id;

	CHECK(draft_open(&w->apply, &who, m, true, &id, &continued));
	for (int sensitive = 0; sensitive < 2; sensitive++) {
		int at = field_of_type(m, MFORM_TEXT, sensitive);
		if (at < 0)
			continue;
		struct mform_answer one = {m->form.field[at]->key, text};
		CHECK(draft_fields_save(&w->apply, &who, id, &(struct mform_answers){&one, 1}, &saved));
		CHECK(draft_check(&w->apply, world_case(w, id), MFORM_DRAFT, &report));
		assert_string_equal(report.value[at], text);
	}
	/* what is sensitive is nowhere in clear */
	char *clear = world_sql(w, mem_fmt(w, "SELECT COUNT(*) FROM case_field f WHERE case_id = %lld AND sealed IS NOT NULL"
					      " AND INSTR(CONVERT(sealed USING latin1), 'OR 1=1')", (long long)id));
	assert_string_equal(clear, "0\n");
}

static void strangers_see_nothing(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural"), other = world_person(w, "natural");
	int64_t id = world_draft(w, &who, "F1");
	struct mform_answer one = {"anything", "x"};
	struct draft_saved saved;
	struct case_result r;
	struct casefile *c;
	const char *say;

	assert_int_equal(case_load_own(&w->apply, other.id, id, &c), ERR_NOT_FOUND);
	assert_int_equal(draft_fields_save(&w->apply, &other, id, &(struct mform_answers){&one, 1}, &saved), ERR_NOT_FOUND);
	assert_int_equal(draft_file_remove(&w->upload, &other, id, 1, &say), ERR_NOT_FOUND);
	assert_int_equal(draft_submit(&w->apply, &other, id, world_case(w, id)->submit_key, &r), ERR_NOT_FOUND);
	assert_int_equal(draft_discard(&w->apply, &other, id), ERR_NOT_FOUND);
	assert_int_equal(case_apply(&w->apply, id, 0, ACTION_WITHDRAW, &other, NULL, &r), ERR_NOT_FOUND);
	assert_int_equal(world_case(w, id)->state, STATE_DRAFT);
}

static const char *an_uploaded_item(const struct casefile *c)
{
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].state == MATERIAL_UPLOADED)
			return c->items[i].item;
	fail_msg("no uploaded material");
	return NULL;
}

static enum err add_file(struct world *w, const struct actor *a, int64_t id, const char *item, int64_t replaces,
			 int64_t *file_id)
{
	const struct matter_material *m = matter_material(world_case(w, id)->matter, item);
	uint8_t sha[HASH_SIZE] = {0};
	const char *kind = "pdf", *say;

	for (unsigned i = 0; matter_file_kinds[i]; i++)
		if (m->kinds & 1u << i) {
			kind = matter_file_kinds[i];
			break;
		}
	return draft_file_add(&w->upload, a, id,
			      &(struct draft_file){.item = item, .sha256 = sha, .size = 10, .kind = kind,
						   .name = "扫描.pdf", .replaces = replaces},
			      file_id, &say);
}

static void files_come_and_go_within_the_limit(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	int64_t id = world_draft(w, &who, "F1"), file = 0, other;
	const char *item = an_uploaded_item(world_case(w, id)), *say;
	enum err e = ERR_NONE;

	for (int i = 0; i < 20 && e == ERR_NONE; i++)
		e = add_file(w, &who, id, item, 0, &file);
	assert_int_equal(e, ERR_INVALID);
	assert_int_equal(case_item_find(world_case(w, id), item)->files, w->apply.conf->files_per_material);
	CHECK(add_file(w, &who, id, item, file, &other)); /* replacing is always possible */
	assert_int_equal(add_file(w, &who, id, item, file, &other), ERR_NOT_FOUND);
	struct sql_case_files_row *rows;
	size_t n;
	CHECK(sql_case_files(w->apply.db, w, &(struct sql_case_files_in){.case_id = id}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		if (text_eq(rows[i].item, item))
			CHECK(draft_file_remove(&w->upload, &who, id, rows[i].id, &say));
	assert_int_equal(case_item_find(world_case(w, id), item)->files, 0);
	struct case_result r;
	assert_int_equal(draft_submit(&w->apply, &who, id, world_case(w, id)->submit_key, &r), ERR_INVALID);
	assert_string_equal(r.item, item);
}

static void a_submitted_case_is_closed_to_its_applicant(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	int64_t id = world_submitted(w, &who, "F1"), file;
	struct mform_answer one = {world_case(w, id)->matter->form.field[0]->key, "x"};
	struct draft_saved saved;

	assert_int_equal(draft_fields_save(&w->apply, &who, id, &(struct mform_answers){&one, 1}, &saved), ERR_CONFLICT);
	assert_false(text_empty(saved.say));
	assert_int_equal(add_file(w, &who, id, an_uploaded_item(world_case(w, id)), 0, &file), ERR_CONFLICT);
}

/* --- pre-review -------------------------------------------------------------------------------------- */

static void a_return_tells_all_reasons_and_takes_a_new_key(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor reviewer = world_officer(w, "示例·预审员", ROLE_PRE_REVIEWER, NULL);
	int64_t id = world_submitted(w, &who, "F1");
	const char *old_key = world_case(w, id)->submit_key, *number = world_case(w, id)->case_no;
	struct case_result r;

	expect_refusal(w, id, ACTION_PRE_REVIEW_RETURN, &reviewer, NULL, ERR_CONFLICT); /* not claimed */
	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &reviewer, NULL);
	expect_refusal(w, id, ACTION_PRE_REVIEW_PASS, &reviewer, NULL, ERR_INVALID);	/* nothing judged */
	expect_refusal(w, id, ACTION_PRE_REVIEW_RETURN, &reviewer, NULL, ERR_INVALID);	/* no reason */
	struct case_judgement two[] = {
		{world_case(w, id)->items[0].item, VERDICT_NOT_IN_FORM, "没有签名", "请签名"},
		{mem_fmt(w, "f.%s", world_case(w, id)->matter->form.field[0]->key), VERDICT_NOT_IN_FORM, "与证件不一致", "请按证件填写"},
	};
	struct case_args args = {.judgements = two, .njudgements = 2};
	world_do(w, id, ACTION_PRE_REVIEW_RETURN, &reviewer, &args);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_DRAFT);
	assert_string_not_equal(c->submit_key, old_key);
	assert_true(c->next_due == DUE_NEVER);
	assert_int_equal(json_count(json_get(last_document(w, id, "pre_review_opinion")->data, "items")), 2);
	assert_int_equal(draft_submit(&w->apply, &who, id, old_key, &r), ERR_CONFLICT);
	CHECK(draft_submit(&w->apply, &who, id, c->submit_key, &r));
	assert_string_equal(r.case_no, number); /* one number for the case's whole life */
	/* what was found wrong and not changed is still wrong */
	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &reviewer, NULL);
	expect_refusal(w, id, ACTION_PRE_REVIEW_PASS, &reviewer, NULL, ERR_INVALID);
	assert_null(trail_fault(w, id));
}

static void a_claim_keeps_others_away_until_released(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor one = world_officer(w, "示例·预审员一", ROLE_PRE_REVIEWER, NULL);
	struct actor two = world_officer(w, "示例·预审员二", ROLE_PRE_REVIEWER, NULL);
	struct actor boss = world_officer(w, "示例·统筹员", ROLE_COORDINATOR, NULL);
	struct actor deputy = two;
	int64_t id = world_submitted(w, &who, "F1");
	struct case_args right = world_all_right(w, id), note = {.note = "经办人请假"};

	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &one, NULL);
	expect_refusal(w, id, ACTION_PRE_REVIEW_PASS, &two, &right, ERR_FORBIDDEN);
	expect_refusal(w, id, ACTION_PRE_REVIEW_RELEASE, &two, NULL, ERR_FORBIDDEN);
	expect_refusal(w, id, ACTION_PRE_REVIEW_RELEASE, &boss, NULL, ERR_INVALID); /* says why */
	/* the B post has the rights of the A post that it stands in for (CQ 5.11.3) */
	deputy.acting_for = one.id;
	deputy.acting_name = one.name;
	world_do(w, id, ACTION_JUDGE, &deputy, &right);
	char *acting = world_sql(w, mem_fmt(w, "SELECT acting_name FROM case_event WHERE case_id = %lld AND action = 'judge'",
					    (long long)id));
	assert_string_equal(acting, "示例·预审员一\n");
	world_do(w, id, ACTION_PRE_REVIEW_RELEASE, &boss, &note);
	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &two, NULL);
	assert_null(trail_fault(w, id));
}

/* --- the one-time notice ----------------------------------------------------------------------------- */

static void a_notice_opens_what_it_lists_and_nothing_else(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor watch = world_officer(w, "示例·监察员", ROLE_SUPERVISOR, NULL);
	int64_t id = world_received(w, &who, "F1"), file;
	struct case_args fault = world_fault(w, id), note = {.note = "首次告知后发现原件系伪造"};
	struct case_result r;

	expect_refusal(w, id, ACTION_NOTIFY_CORRECTION, &clerk, NULL, ERR_INVALID);
	world_do(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &fault);
	struct casefile *c = world_case(w, id);
	const char *item = c->items[0].item, *other = NULL;
	assert_int_equal(c->state, STATE_CORRECTION);
	assert_int_equal(c->correction_round, 1);
	for (size_t i = 1; i < c->nitems && !other; i++)
		if (c->items[i].state == MATERIAL_UPLOADED)
			other = c->items[i].item;
	struct document *d = last_document(w, id, "one_time_notice");
	assert_true(text_starts(d->number, "（市监）补字〔2026〕第"));
	assert_int_equal(json_count(json_get(d->data, "items")), 1);
	assert_string_equal(json_text(json_at(json_get(d->data, "items"), 0), "reason"), "没有签名");
	assert_true(text_starts(json_text(d->data, "body"), "本窗口收到您单位（个人）申请办理"));

	if (other)
		assert_int_equal(add_file(w, &who, id, other, 0, &file), ERR_FORBIDDEN);
	assert_int_equal(correction_answer(&w->apply, &who, id, c->version, &r), ERR_INVALID);
	CHECK(add_file(w, &who, id, item, 0, &file));
	CHECK(correction_answer(&w->apply, &who, id, c->version, &r));
	assert_int_equal(world_case(w, id)->state, STATE_RECEIVED);
	assert_non_null(json_text(last_document(w, id, "supplement_receipt")->data, "notice_number"));

	/* a second one on the same receipt only with a supervisor's reason (C.2 invariant e) */
	fault = world_fault(w, id);
	expect_refusal(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &fault, ERR_INVALID);
	expect_refusal(w, id, ACTION_PERMIT_REPEAT, &watch, NULL, ERR_INVALID);
	expect_refusal(w, id, ACTION_PERMIT_REPEAT, &clerk, &note, ERR_FORBIDDEN);
	world_do(w, id, ACTION_PERMIT_REPEAT, &watch, &note);
	world_do(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &fault);
	assert_int_equal(world_case(w, id)->correction_round, 2);
	assert_null(trail_fault(w, id));
}

static void a_field_can_be_listed_and_answered(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F1");
	const struct matter *m = world_matter(w, "F1");
	int at = field_of_type(m, MFORM_TEXT, false), not_listed = at ? 0 : 1;
	struct case_judgement j = {mem_fmt(w, "f.%s", m->form.field[at]->key), VERDICT_NOT_IN_FORM, "名称不完整", "请写全称"};
	struct case_args args = {.judgements = &j, .njudgements = 1};
	struct draft_saved saved;
	struct case_result r;

	world_do(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &args);
	struct mform_answer one = {m->form.field[at]->key, "补正后的全称"}, two = {m->form.field[not_listed]->key, "偷偷改"};
	assert_int_equal(draft_fields_save(&w->apply, &who, id, &(struct mform_answers){&two, 1}, &saved), ERR_FORBIDDEN);
	CHECK(draft_fields_save(&w->apply, &who, id, &(struct mform_answers){&one, 1}, &saved));
	CHECK(correction_answer(&w->apply, &who, id, world_case(w, id)->version, &r));
	struct mform_report report;
	CHECK(draft_check(&w->desk, world_case(w, id), MFORM_DRAFT, &report));
	assert_string_equal(report.value[at], "补正后的全称");
}

static void the_department_confirms_where_the_matter_asks_for_it(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "legal");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor dept = world_officer(w, "示例·卫健审查员", ROLE_REVIEWER, "health");
	struct actor alien = world_officer(w, "示例·交运审查员", ROLE_REVIEWER, "transport");
	int64_t id = world_received(w, &who, "F2");
	struct case_args fault = world_fault(w, id), note = {.note = "该项可以不补"};

	expect_refusal(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &fault, ERR_FORBIDDEN);
	world_do(w, id, ACTION_ASK_CONFIRMATION, &clerk, &fault);
	assert_int_equal(world_case(w, id)->turn, TURN_DEPT);
	expect_refusal(w, id, ACTION_CONFIRM_CORRECTION, &alien, NULL, ERR_FORBIDDEN);
	world_do(w, id, ACTION_DECLINE_CORRECTION, &dept, &note);
	world_do(w, id, ACTION_ASK_CONFIRMATION, &clerk, NULL);
	world_do(w, id, ACTION_CONFIRM_CORRECTION, &dept, NULL);
	assert_int_equal(world_case(w, id)->turn, TURN_WINDOW);
	/* another list is not what was confirmed */
	struct case_judgement more = {world_case(w, id)->items[1].item, VERDICT_MISSING, "缺少", "请补交"};
	struct case_args longer = {.judgements = &more, .njudgements = 1};
	expect_refusal(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &longer, ERR_FORBIDDEN);
	world_do(w, id, ACTION_NOTIFY_CORRECTION, &clerk, NULL);
	assert_int_equal(world_case(w, id)->state, STATE_CORRECTION);
}

static void an_incomplete_file_goes_back_whole_where_the_matter_says_so(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F4");
	struct case_args fault = world_fault(w, id);

	expect_refusal(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &fault, ERR_FORBIDDEN);
	world_do(w, id, ACTION_RETURN_FILE, &clerk, &fault);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_NOT_ACCEPTED);
	assert_int_equal(c->turn, TURN_CLOSED);
	assert_int_equal(json_count(json_get(last_document(w, id, "one_time_notice")->data, "items")), 1);
}

/* --- acceptance and its opposites -------------------------------------------------------------------- */

static void the_department_accepts_where_it_has_the_authority(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "legal");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor alien = world_officer(w, "示例·市监审查员", ROLE_REVIEWER, "market");
	struct actor dept = world_officer(w, "示例·交运审查员", ROLE_REVIEWER, "transport");
	int64_t id = world_received(w, &who, "F3");

	assert_int_equal(world_case(w, id)->turn, TURN_DEPT);
	expect_refusal(w, id, ACTION_ACCEPT, &clerk, NULL, ERR_FORBIDDEN);
	expect_refusal(w, id, ACTION_ACCEPT, &alien, NULL, ERR_FORBIDDEN);
	world_do(w, id, ACTION_CLAIM, &dept, NULL);
	world_do(w, id, ACTION_ACCEPT, &dept, NULL);
	assert_int_equal(world_case(w, id)->accepted_by, dept.id);
}

static void a_refusal_says_why_and_where_else(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F1");
	struct case_args args = {.reason = "经营范围属于烟草专卖"};

	expect_refusal(w, id, ACTION_REFUSE_ACCEPTANCE, &clerk, &args, ERR_INVALID);
	args.ground = GROUND_OTHER_AUTHORITY;
	expect_refusal(w, id, ACTION_REFUSE_ACCEPTANCE, &clerk, &args, ERR_INVALID);
	args.authority = "示例市烟草专卖局";
	world_do(w, id, ACTION_REFUSE_ACCEPTANCE, &clerk, &args);
	struct document *d = last_document(w, id, "non_acceptance");
	assert_string_equal(json_text(d->data, "competent_authority"), "示例市烟草专卖局");
	assert_int_equal(json_count(json_get(d->data, "remedies")), 2);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->running, 0);
	assert_int_equal(c->state, STATE_NOT_ACCEPTED);
	expect_refusal(w, id, ACTION_ACCEPT, &clerk, NULL, ERR_CONFLICT);
}

static void the_applicant_withdraws_and_the_department_terminates(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor dept = world_officer(w, "示例·市监审查员", ROLE_REVIEWER, "market");
	int64_t id = world_received(w, &who, "F1"), other = world_received(w, &who, "F1");
	struct case_args reason = {.reason = "申请人死亡"};

	world_do(w, id, ACTION_WITHDRAW, &who, NULL);
	assert_int_equal(world_case(w, id)->state, STATE_WITHDRAWN);
	assert_true(world_case(w, id)->next_due == DUE_NEVER);
	assert_true(text_starts(last_document(w, id, "withdrawal")->number, "（市监）撤字"));
	expect_refusal(w, other, ACTION_TERMINATE, &clerk, &reason, ERR_FORBIDDEN);
	expect_refusal(w, other, ACTION_TERMINATE, &dept, NULL, ERR_INVALID);
	world_do(w, other, ACTION_TERMINATE, &dept, &reason);
	assert_int_equal(world_case(w, other)->state, STATE_TERMINATED);
	expect_refusal(w, other, ACTION_WITHDRAW, &who, NULL, ERR_CONFLICT);
}

static void a_limit_from_application_stands_still_during_a_correction(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "legal");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor dept = world_officer(w, "示例·住建审查员", ROLE_REVIEWER, "housing");
	int64_t file;
	struct case_result r;

	world_at(w, "2026-09-14", 9, 0);
	int64_t id = world_received(w, &who, "F7");
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->matter->limits.clock_start, CLOCK_FROM_APPLICATION);
	assert_true(c->running & 1u << CLOCK_LEGAL);
	day first = c->due[CLOCK_LEGAL];

	world_at(w, "2026-09-17", 9, 0);
	struct case_args fault = world_fault(w, id);
	world_do(w, id, ACTION_CONFIRM_CORRECTION, &dept, &fault);
	world_do(w, id, ACTION_NOTIFY_CORRECTION, &clerk, NULL);
	assert_false(world_case(w, id)->running & 1u << CLOCK_LEGAL);

	world_at(w, "2026-09-24", 9, 0);
	CHECK(add_file(w, &who, id, world_case(w, id)->items[0].item, 0, &file));
	CHECK(correction_answer(&w->apply, &who, id, world_case(w, id)->version, &r));
	c = world_case(w, id);
	struct clock_pause pause = {day_make(2026, 9, 17), day_make(2026, 9, 24)};
	day due;
	CHECK(clock_due_limit(w->desk.calendar, day_make(2026, 9, 14), matter_limit_clock(&c->matter->limits.legal), &pause,
			      1, &due));
	assert_true(c->due[CLOCK_LEGAL] == due && due > first);

	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_ACCEPT, &dept, &right);
	c = world_case(w, id);
	assert_true(c->due[CLOCK_LEGAL] == due); /* acceptance starts the promised limit only */
	assert_true(c->running & 1u << CLOCK_PROMISED);
	world_at(w, "2026-03-02", 9, 30);
}

static void a_due_date_without_a_calendar_is_provisional(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");

	world_at(w, "2026-12-30", 9, 0);
	int64_t id = world_received(w, &who, "F1");
	assert_true(world_case(w, id)->provisional);
	world_at(w, "2026-03-02", 9, 30);
	assert_false(world_case(w, world_received(w, &who, "F1"))->provisional);
}

/* --- the counter ------------------------------------------------------------------------------------- */

static void paper_is_received_at_the_counter(void **state)
{
	struct world *w = *state;
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor guide = world_officer(w, "示例·导办员", ROLE_GUIDE, NULL);
	struct draft_person person = {.kind = "natural", .name = "李示例", .id_type = "111",
				      .id_no = "410599196208151012", .phone = "13800000009"};
	const struct intake_how how = {.channel = "counter", .consent = "spoken", .arrived = DAY_NONE};
	const struct matter *m = world_matter(w, "F6");
	int64_t id;

	assert_int_equal(draft_open_counter(&w->desk, &guide, m, &how, &person, &id), ERR_FORBIDDEN);
	CHECK(draft_open_counter(&w->desk, &clerk, m, &how, &person, &id));
	world_do(w, id, ACTION_RECEIVE, &clerk, NULL);
	struct casefile *c = world_case(w, id);
	assert_int_equal(strlen(c->case_no), CASE_NO_LEN);
	assert_int_equal(c->turn, TURN_WINDOW);
	/* seen on paper: right without an upload */
	struct case_judgement *j = mem_array(w, struct case_judgement, c->nitems);
	for (size_t i = 0; i < c->nitems; i++)
		j[i] = (struct case_judgement){.item = c->items[i].item, .verdict = VERDICT_OK};
	struct case_args args = {.judgements = j, .njudgements = c->nitems};
	world_do(w, id, ACTION_ACCEPT, &clerk, &args);
	assert_int_equal(world_case(w, id)->items[0].state == MATERIAL_PAPER || world_case(w, id)->items[0].state == MATERIAL_SHARED, 1);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM outbox WHERE case_id = %lld AND channel = 'sms'",
						(long long)id)), 2);
	struct case_args note = {.note = "收到书面撤回申请"};
	world_do(w, id, ACTION_WITHDRAW, &clerk, &note);
	assert_null(trail_fault(w, id));
}

static void simple_errors_are_put_right_on_the_spot(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F1");
	const struct matter *m = world_matter(w, "F1");
	int at = field_of_type(m, MFORM_TEXT, false);
	struct mform_answer one = {m->form.field[at]->key, "更正后的内容"};
	struct mform_answers answers = {&one, 1};
	struct case_args args = {.note = "错别字，申请人当场确认", .answers = &answers};
	struct mform_report report;

	world_do(w, id, ACTION_CORRECT_ON_SPOT, &clerk, &args);
	CHECK(draft_check(&w->desk, world_case(w, id), MFORM_DRAFT, &report));
	assert_string_equal(report.value[at], "更正后的内容");
	assert_int_equal(world_case(w, id)->state, STATE_RECEIVED);
}

/* --- who is first ------------------------------------------------------------------------------------ */

static void the_second_officer_hears_who_was_first(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor one = world_officer(w, "示例·窗口员一", ROLE_CLERK, NULL);
	struct actor two = world_officer(w, "示例·窗口员二", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F1"), seen = world_case(w, id)->version;
	struct case_args reason = {.reason = "不需要许可", .ground = GROUND_NO_LICENCE_NEEDED};
	struct case_result r;

	CHECK(case_apply(&w->desk, id, seen, ACTION_ACCEPT, &one, NULL, &r));
	assert_int_equal(case_apply(&w->desk, id, seen, ACTION_REFUSE_ACCEPTANCE, &two, &reason, &r), ERR_CONFLICT);
	assert_string_equal(r.first_name, "示例·窗口员一");
	assert_string_equal(r.first_did, "已受理");
	assert_non_null(strstr(r.say, "示例·窗口员一已在09:30办理了这个办件"));
	/* a double click of the winner is no conflict */
	CHECK(case_apply(&w->desk, id, seen, ACTION_ACCEPT, &one, NULL, &r));
	assert_true(r.repeated && r.document_id > 0);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM document WHERE case_id = %lld AND kind = 'acceptance_notice'",
						(long long)id)), 1);
}

/* --- nothing half-done ------------------------------------------------------------------------------- */

static void a_failure_on_the_way_leaves_nothing(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F1");
	const char *counts = mem_fmt(w,
				     "SELECT (SELECT COUNT(*) FROM case_event WHERE case_id = %lld), (SELECT COUNT(*) FROM document"
				     " WHERE case_id = %lld), (SELECT COUNT(*) FROM outbox WHERE case_id = %lld), (SELECT COUNT(*)"
				     " FROM clock_ledger WHERE case_id = %lld), (SELECT version FROM cases WHERE id = %lld)",
				     (long long)id, (long long)id, (long long)id, (long long)id, (long long)id);
	char *before = world_sql(w, counts);
	struct case_result r;

	/* the message, made last, cannot be addressed */
	world_sql(w, mem_fmt(w, "UPDATE account SET phone_sealed = CONCAT(phone_sealed, 'broken') WHERE id = %lld", (long long)who.id));
	assert_int_equal(world_try(w, id, ACTION_ACCEPT, &clerk, NULL, &r), ERR_INTERNAL);
	assert_string_equal(world_sql(w, counts), before);
	assert_int_equal(world_case(w, id)->state, STATE_RECEIVED);
	assert_null(trail_fault(w, id));
	/* the clock job of another test meets this case too */
	world_sql(w, mem_fmt(w, "UPDATE account SET phone_sealed = LEFT(phone_sealed, LENGTH(phone_sealed) - 6) WHERE id = %lld",
			     (long long)who.id));
}

/* --- the trail --------------------------------------------------------------------------------------- */

static void tamper(struct world *w, int64_t id, const char *change, const char *undo)
{
	world_sql(w, change);
	if (!trail_fault(w, id))
		fail_msg("not noticed: %s", change);
	if (undo) {
		world_sql(w, undo);
		assert_null(trail_fault(w, id));
	}
}

static void a_changed_trail_is_found(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t n = world_received(w, &who, "F1");
	long long id = n;

	world_do(w, n, ACTION_ACCEPT, &clerk, NULL);
	assert_null(trail_fault(w, n));
	tamper(w, n, mem_fmt(w, "UPDATE case_event SET actor_name = '别人' WHERE case_id = %lld AND action = 'receive'", id),
	       mem_fmt(w, "UPDATE case_event SET actor_name = '示例·窗口员' WHERE case_id = %lld AND action = 'receive'", id));
	tamper(w, n, mem_fmt(w, "UPDATE case_event SET at = at + INTERVAL 1 SECOND WHERE case_id = %lld AND seq = 2", id),
	       mem_fmt(w, "UPDATE case_event SET at = at - INTERVAL 1 SECOND WHERE case_id = %lld AND seq = 2", id));
	tamper(w, n, mem_fmt(w, "UPDATE document SET data = REPLACE(data, '张示例', '李示例') WHERE case_id = %lld AND kind = 'receipt_slip'", id),
	       mem_fmt(w, "UPDATE document SET data = REPLACE(data, '李示例', '张示例') WHERE case_id = %lld AND kind = 'receipt_slip'", id));
	tamper(w, n, mem_fmt(w, "UPDATE cases SET state = 'received' WHERE id = %lld", id),
	       mem_fmt(w, "UPDATE cases SET state = 'accepted' WHERE id = %lld", id));
	tamper(w, n, mem_fmt(w, "UPDATE cases SET event_head = UNHEX(REPEAT('00', 32)) WHERE id = %lld", id),
	       mem_fmt(w, "UPDATE cases c SET event_head = (SELECT hash FROM case_event WHERE case_id = c.id ORDER BY seq DESC LIMIT 1) WHERE id = %lld", id));
	tamper(w, n, mem_fmt(w, "DELETE FROM document WHERE case_id = %lld AND kind = 'submission_receipt'", id), NULL);
	tamper(w, n, mem_fmt(w, "SET foreign_key_checks = 0; DELETE FROM case_event WHERE case_id = %lld AND seq = 3", id), NULL);
	tamper(w, n, mem_fmt(w, "SET foreign_key_checks = 0; DELETE FROM case_event WHERE case_id = %lld AND seq >= 3", id), NULL);
}

/* --- following --------------------------------------------------------------------------------------- */

static void the_token_opens_one_case_until_it_is_revoked(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	int64_t id = world_received(w, &who, "F1");
	struct casefile *c = world_case(w, id);
	char *token = case_token(w, w->apply.keys, c->ref, c->token_version), code[QUERY_CODE_TEXT];
	struct progress *p;

	CHECK(progress_by_token(&w->progress, token, &p));
	assert_string_equal(p->case_no, c->case_no);
	assert_int_equal(p->state, STATE_RECEIVED);
	assert_int_equal(p->nevents, c->event_count);
	assert_int_equal(p->nsteps, 4); /* submitted, pre-review begun, passed, received */
	assert_string_equal(p->steps[3].document_title, "收件凭证");
	for (size_t i = 0; token[i]; i++) { /* any other letter is no token */
		char *forged = mem_str(w, token);
		forged[i] = forged[i] == 'A' ? 'B' : 'A';
		assert_int_equal(progress_by_token(&w->progress, forged, &p), ERR_NOT_FOUND);
	}
	assert_int_equal(progress_by_token(&w->progress, "", &p), ERR_NOT_FOUND);

	query_code_make(w->apply.keys, c->case_no, code);
	CHECK(progress_by_number(&w->progress, c->short_no, code, &p));
	CHECK(progress_by_number(&w->progress, c->case_no, code, &p));
	assert_int_equal(progress_by_number(&w->progress, c->short_no, "000", &p), ERR_NOT_FOUND);
	assert_int_equal(progress_by_number(&w->progress, "SL20200101-0001-00001", code, &p), ERR_NOT_FOUND);
	assert_int_equal(progress_by_number(&w->progress, "nothing like it", code, &p), ERR_NOT_FOUND);

	world_sql(w, mem_fmt(w, "UPDATE cases SET token_version = 2 WHERE id = %lld", (long long)id));
	assert_int_equal(progress_by_token(&w->progress, token, &p), ERR_NOT_FOUND);
}

static void tries_are_limited_by_window(void **state)
{
	struct world *w = *state;
	struct casework p = w->progress;
	uint32_t r;

	crypt_random(&r, sizeof(r));
	const char *bucket = mem_fmt(w, "test:%u", r);
	for (int i = 0; i < 3; i++)
		CHECK(rate_take(&p, bucket, 3, 60000));
	assert_int_equal(rate_take(&p, bucket, 3, 60000), ERR_RATE);
	p.now += 60000;
	CHECK(rate_take(&p, bucket, 3, 60000));
}

static void an_unmasked_look_leaves_a_trace(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t id = world_received(w, &who, "F1");
	char *plain;

	assert_int_equal(case_reveal(&w->desk, &clerk, "192.0.2.1", id, "id", "", &plain), ERR_INVALID);
	CHECK(case_reveal(&w->desk, &clerk, "192.0.2.1", id, "id", "核对身份证原件", &plain));
	assert_int_equal(strlen(plain), 18);
	CHECK(case_reveal(&w->desk, &clerk, "192.0.2.1", id, "agent_id", "核对", &plain));
	assert_null(plain);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM access_log WHERE case_id = %lld", (long long)id)), 2);
}

static void worklists_page_by_due_date(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	int64_t mine[5];
	size_t n, seen = 0;

	for (int i = 0; i < 5; i++) {
		mine[i] = world_received(w, &who, "F1");
		world_do(w, mine[i], ACTION_CLAIM, &clerk, NULL);
	}
	struct sql_worklist_turn_in in = {.staff_id = clerk.id, .turn = "window", .claim = 1, .after_due = day_make(1900, 1, 1),
					  .limit = 2};
	do {
		struct sql_work_row *rows;
		CHECK(sql_worklist_turn(w->desk.db, w, &in, &rows, &n));
		for (size_t i = 0; i < n; i++) {
			assert_int_equal(rows[i].id, mine[seen++]);
			assert_true(rows[i].seen < rows[i].version); /* new to me */
			in.after_due = rows[i].next_due;
			in.after_id = rows[i].id;
		}
	} while (n > 0);
	assert_int_equal(seen, 5);
	CHECK(sql_staff_seen_put(w->desk.db, &(struct sql_staff_seen_put_in){clerk.id, mine[0], world_case(w, mine[0])->version},
				 NULL));
	struct sql_work_row *rows;
	in = (struct sql_worklist_turn_in){.staff_id = clerk.id, .turn = "window", .claim = 1, .only_new = 1,
					   .after_due = day_make(1900, 1, 1), .limit = 50};
	CHECK(sql_worklist_turn(w->desk.db, w, &in, &rows, &n));
	assert_int_equal(n, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_draft_to_acceptance),
		cmocka_unit_test(a_second_submission_shows_the_first_receipt),
		cmocka_unit_test(an_incomplete_draft_is_not_submitted),
		cmocka_unit_test(wrong_values_are_kept_and_named),
		cmocka_unit_test(rare_characters_survive_sealed_and_plain),
		cmocka_unit_test(strangers_see_nothing),
		cmocka_unit_test(files_come_and_go_within_the_limit),
		cmocka_unit_test(a_submitted_case_is_closed_to_its_applicant),
		cmocka_unit_test(a_return_tells_all_reasons_and_takes_a_new_key),
		cmocka_unit_test(a_claim_keeps_others_away_until_released),
		cmocka_unit_test(a_notice_opens_what_it_lists_and_nothing_else),
		cmocka_unit_test(a_field_can_be_listed_and_answered),
		cmocka_unit_test(the_department_confirms_where_the_matter_asks_for_it),
		cmocka_unit_test(an_incomplete_file_goes_back_whole_where_the_matter_says_so),
		cmocka_unit_test(the_department_accepts_where_it_has_the_authority),
		cmocka_unit_test(a_refusal_says_why_and_where_else),
		cmocka_unit_test(the_applicant_withdraws_and_the_department_terminates),
		cmocka_unit_test(a_limit_from_application_stands_still_during_a_correction),
		cmocka_unit_test(a_due_date_without_a_calendar_is_provisional),
		cmocka_unit_test(paper_is_received_at_the_counter),
		cmocka_unit_test(simple_errors_are_put_right_on_the_spot),
		cmocka_unit_test(the_second_officer_hears_who_was_first),
		cmocka_unit_test(a_failure_on_the_way_leaves_nothing),
		cmocka_unit_test(a_changed_trail_is_found),
		cmocka_unit_test(the_token_opens_one_case_until_it_is_revoked),
		cmocka_unit_test(tries_are_limited_by_window),
		cmocka_unit_test(an_unmasked_look_leaves_a_trace),
		cmocka_unit_test(worklists_page_by_due_date),
	};

	return cmocka_run_group_tests_name("cases", tests, world_setup, world_teardown);
}
