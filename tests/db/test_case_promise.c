/* What applicants promise (domain C.4, C.5): who may, by when, what the letters say, what stays locked until it is kept, and what
 * follows when it is broken. */
#include "db/caseworld.h"

#include <string.h>

#include "base/text.h"
#include "domain/alert.h"
#include "domain/clock.h"
#include "domain/commitment.h"
#include "domain/document.h"
#include "domain/intake.h"
#include "domain/promise.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

struct cast { /* who takes part */
	struct actor who, pre, clerk, other, reviewer, chief, leader, manager;
};

static struct cast cast_of(struct world *w)
{
	return (struct cast){.who = world_person(w, "natural"),
			     .pre = world_officer(w, "示例·预审员", ROLE_PRE_REVIEWER, NULL),
			     .clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL),
			     .other = world_officer(w, "示例·窗口员乙", ROLE_CLERK, NULL),
			     .reviewer = world_officer(w, "示例·审查员", ROLE_REVIEWER, "health"),
			     .chief = world_officer(w, "示例·首席代表", ROLE_CHIEF, "health"),
			     .leader = world_officer(w, "示例·负责人", ROLE_LEADER, "health"),
			     .manager = world_officer(w, "示例·中心管理员", ROLE_MANAGER, NULL)};
}

static enum err add_file(struct world *w, const struct actor *a, int64_t id, const char *item)
{
	uint8_t sha[HASH_SIZE];
	const char *say;
	int64_t file;

	crypt_random(sha, sizeof sha);
	struct draft_file f = {.item = item, .sha256 = sha, .size = 1000, .kind = "pdf", .name = "补交.pdf"};
	return draft_file_add(&w->upload, a, id, &f, &file, &say);
}

static enum err set(struct world *w, const struct actor *a, int64_t id, const char *item, enum material_state state)
{
	const char *say;
	const struct casework *by = a->kind == ACTOR_STAFF ? &w->desk : &w->apply;

	return draft_material_set(by, a, id, item, state, &say);
}

/* forget_files - so that a material can be left for later: what world_draft attached goes out again. */
static void forget_files(struct world *w, int64_t id, const char *item)
{
	world_sql(w, mem_fmt(w->ctx,
			     "UPDATE case_file SET removed_at = NOW(3) WHERE case_id = %lld AND item = '%s';"
			     "UPDATE case_material SET state = 'none' WHERE case_id = %lld AND item = '%s';",
			     (long long)id, item, (long long)id, item));
}

/* draft - F2 with these left for later or promised; NULL: none. */
static int64_t draft(struct world *w, const struct cast *k, bool committed, const char *gap, const char *promised)
{
	int64_t id = world_draft(w, &k->who, "F2");
	const char *say;

	CHECK(promise_mode_set(&w->apply, &k->who, id, committed, false, &say));
	if (gap)
		forget_files(w, id, gap);
	if (gap)
		CHECK(set(w, &k->who, id, gap, MATERIAL_GAP));
	if (promised)
		forget_files(w, id, promised);
	if (promised)
		CHECK(set(w, &k->who, id, promised, MATERIAL_PROMISED));
	return id;
}

static enum err submit(struct world *w, const struct cast *k, int64_t id, uint32_t kinds, struct case_result *r)
{
	const char *say;

	if (kinds)
		CHECK(promise_sign(&w->apply, &k->who, id, kinds, &say));
	return draft_submit(&w->apply, &k->who, id, world_case(w, id)->submit_key, r);
}

static int64_t received(struct world *w, const struct cast *k, bool committed, const char *gap, const char *promised)
{
	int64_t id = draft(w, k, committed, gap, promised);
	struct case_result r;

	CHECK(submit(w, k, id, 1u << PROMISE_GAP | 1u << PROMISE_COMMITMENT, &r));
	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &k->pre, NULL);
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_PRE_REVIEW_PASS, &k->pre, &right);
	world_do(w, id, ACTION_RECEIVE, &k->clerk, NULL);
	return id;
}

static int64_t accepted(struct world *w, const struct cast *k, bool committed, const char *gap, const char *promised)
{
	int64_t id = received(w, k, committed, gap, promised);
	struct case_args right = world_all_right(w, id);

	world_do(w, id, ACTION_ACCEPT, &k->clerk, &right);
	return id;
}

static void grant(struct world *w, const struct cast *k, int64_t id)
{
	struct case_args agree = {.stance = "agree", .note = "符合条件"};
	struct case_args valid = {.valid_until = DAY_NONE};

	world_do(w, id, ACTION_BEGIN_REVIEW, &k->reviewer, NULL);
	world_do(w, id, ACTION_OPINE, &k->reviewer, &agree);
	world_do(w, id, ACTION_GRANT, &k->chief, &valid);
}

static struct document *paper(struct world *w, int64_t id, const char *kind)
{
	struct sql_document_last_row *r;
	struct document *d;

	CHECK(sql_document_last(w->desk.db, w->ctx, &(struct sql_document_last_in){.case_id = id, .kind = kind}, &r));
	CHECK(document_load(&w->desk, r->id, &d));
	return d;
}

static struct case_args judged(struct world *w, const char *item, enum verdict v)
{
	struct case_judgement *j = mem_new(w->ctx, struct case_judgement);

	*j = (struct case_judgement){item, v, v == VERDICT_OK ? NULL : "图不清楚", v == VERDICT_OK ? NULL : "请重交"};
	return (struct case_args){.judgements = j, .njudgements = 1};
}

/* --- the letters say what the standard says ---------------------------------------------------------------- */

/* Typed from figures B.1 and B.2 of the standard, with full-width punctuation; the blanks are left out. */
static const char *const notice_says[] = {
	"事项告知如下：", "一、审批依据", "本行政审批事项的依据为：", "二、法定条件",
	"本行政审批事项获得批准应当具备以下条件、标准和技术要求：", "三、应当提交的材料",
	"根据审批依据和法定条件，本行政审批事项获得批准，申请人应当提交下列材料：", "四、已经提交和需要补充提交的材料",
	"1.下列材料，申请人已经提交：", "2.下列材料，申请人应当在", "在行政许可实施机关对承诺内容是否属实进行检查时提交：",
	"五、承诺的期限和效力", "申请人愿意做出承诺的，在收到本告知承诺书之日起三日内作出承诺。",
	"申请人作出符合上述申请条件的承诺，并提交签章的告知承诺书后，行政许可实施机关将依法进行审查并作出是否予以行政许可的决定。",
	"申请人逾期不作出承诺的，行政许可实施机关将按照法律、法规和规章的有关规定作出许可决定。",
	"申请人作出不实承诺的，行政许可实施机关将依法及时作出处理，并由申请人依法承担相应的法律责任。", "六、监督和法律责任",
	"申请人应当在本告知承诺书约定的期限内提交应补充的材料。未提交材料或者提交的材料不符合要求且无法补正的，将不予以颁发行政许可文书。",
	"本行政许可实施机关，将在作出准予行政许可的决定后尽快进行监督检查。发现被许可人实际情况与承诺内容不符的，依法撤销行政许可决定。",
	"依法撤销行政许可决定并办理注销手续，因被许可人自身原因造成的一切法律后果和经济损失均由申请人承担。", "七、诚信管理",
	"对申请人、被许可人在规定期限内未提交材料，或者提交的材料不符合要求的，行政许可实施机关在审查、后续监管中发现申请人、被许可人作出不实承诺的，"
	"应当记入申请人、被许可人诚信档案，并对该申请人、被许可人以后在本市范围内的行政许可申请，不再适用告知承诺的许可方式。",
};
static const char *const letter_says[] = {
	"申请人就申请许可的行政许可事项，现作出下列承诺：", "（一）已经知晓行政许可实施机关告知的全部内容；",
	"（二）保证申请资料和相关数据的合法性、真实性、准确性，保证电子档案和纸质资料的一致性，所作承诺是申请人的真实意思表示；",
	"（三）自认满足行政许可实施机关告知的条件、标准和技术要求；", "（四）能够在约定期限内，提交行政许可实施机关告知的相关材料；",
	"（五）严格遵守国家法律、法规、规章和相关政策规定，依法从事生产经营活动，重信守诺，维护良好的信用记录，并主动接受政府、行业组织、社会公众、"
	"新闻舆论的监督，积极履行社会责任；",
	"（六）上述陈述是申请人的真实意思表示；", "（七）愿意承担不实承诺、违反承诺的法律责任及由此造成的损失；",
	"（八）对有关许可文书颁发后从事许可的有效期予以确认和承诺；", "（九）本承诺书在“信用", "等网站上公开。",
};

/* in_order - each sentence, one after the other, in what the document says. */
static void in_order(struct world *w, const struct document *d, const char *const *says, size_t n)
{
	const struct json *sections = json_get(d->data, "sections");
	char *all = mem_str(w->ctx, json_text(d->data, "lead"));

	for (size_t i = 0; i < json_count(sections); i++) {
		const struct json *lines = json_get(json_at(sections, i), "lines");
		all = mem_fmt(w->ctx, "%s\n%s", all, json_text(json_at(sections, i), "title"));
		for (size_t k = 0; k < json_count(lines); k++)
			all = mem_fmt(w->ctx, "%s\n%s", all, json_str(json_at(lines, k)));
	}
	const char *at = all;
	for (size_t i = 0; i < n; i++) {
		at = strstr(at, says[i]);
		if (!at)
			fail_msg("not there, or out of place: %s\n%s", says[i], all);
		at += strlen(says[i]);
	}
}

static void both_letters_are_the_standards_own(void **state)
{
	struct world *w = *state;
	world_at(w, "2026-03-02", 9, 30);
	struct cast k = cast_of(w);
	int64_t id = accepted(w, &k, true, "plans", "test_report");
	struct document *notice = paper(w, id, "commitment_notice"), *letter = paper(w, id, "commitment_letter");

	in_order(w, notice, notice_says, LEN(notice_says));
	in_order(w, letter, letter_says, LEN(letter_says));
	assert_int_equal(json_count(json_get(notice->data, "sections")), 7);
	assert_int_equal(json_count(json_get(json_at(json_get(letter->data, "sections"), 0), "lines")), 9);
	assert_non_null(notice->seal.authority);
	assert_non_null(letter->seal.authority);
	const struct json *signed_ = json_get(letter->data, "signature");
	assert_string_equal(json_text(signed_, "name"), k.who.name);
	assert_string_equal(json_text(signed_, "at"), "2026-03-02 09:30:00.000");
	assert_string_equal(json_text(signed_, "way"), "online");
	assert_string_equal(json_text(paper(w, id, "gap_promise")->data, "gap_due"), "2026-03-09");
	assert_string_equal(json_text(paper(w, id, "deficient_notice")->data, "gap_due"), "2026-03-09");
}

/* --- who may promise, and how ------------------------------------------------------------------------------ */

static void nothing_is_handed_in_without_its_promise(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	struct case_result r;
	int64_t id = draft(w, &k, true, "plans", "test_report");

	assert_int_equal(submit(w, &k, id, 0, &r), ERR_INVALID);
	assert_true(text_starts(r.say, "您选择了以后补交材料"));
	assert_int_equal(submit(w, &k, id, 1u << PROMISE_GAP, &r), ERR_INVALID);
	assert_true(text_starts(r.say, "您选择了告知承诺"));
	/* another material is left for later: that promise is a new one */
	forget_files(w, id, "rules");
	CHECK(set(w, &k.who, id, "rules", MATERIAL_GAP));
	assert_int_equal(submit(w, &k, id, 1u << PROMISE_COMMITMENT, &r), ERR_INVALID);
	CHECK(submit(w, &k, id, 1u << PROMISE_GAP, &r));
}

static void a_promise_instead_of_a_report_only_by_commitment(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	int64_t id = draft(w, &k, false, NULL, NULL);
	const char *say;

	forget_files(w, id, "test_report");
	assert_int_equal(set(w, &k.who, id, "test_report", MATERIAL_PROMISED), ERR_INVALID);
	CHECK(promise_mode_set(&w->apply, &k.who, id, true, false, &say));
	CHECK(set(w, &k.who, id, "test_report", MATERIAL_PROMISED));
	CHECK(promise_mode_set(&w->apply, &k.who, id, false, false, &say));
	assert_int_equal(case_item_find(world_case(w, id), "test_report")->state, MATERIAL_NONE);
	int64_t food = world_draft(w, &k.who, "F1");
	assert_int_equal(promise_mode_set(&w->apply, &k.who, food, true, false, &say), ERR_FORBIDDEN);
	assert_true(text_starts(say, "这个事项不实行告知承诺"));
}

static void a_commitment_is_made_within_three_working_days(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	struct promise_choice choice;
	struct case_result r;
	const char *say;

	world_at(w, "2026-02-12", 9, 30); /* 12 February + 3: Saturday 14 is a working day, then the Spring Festival */
	int64_t on_time = draft(w, &k, true, NULL, "test_report"), late = draft(w, &k, true, NULL, "test_report");
	CHECK(promise_choice_find(&w->apply, world_case(w, late), &choice));
	day expected;
	CHECK(clock_due(w->apply.calendar, day_make(2026, 2, 12), 3, &expected));
	assert_int_equal(choice.until, expected);
	assert_day(choice.until, "2026-02-24");
	world_at(w, "2026-02-24", 16, 0);
	CHECK(submit(w, &k, on_time, 1u << PROMISE_COMMITMENT, &r));
	world_at(w, "2026-02-25", 9, 0);
	assert_int_equal(promise_sign(&w->apply, &k.who, late, 1u << PROMISE_COMMITMENT, &say), ERR_FORBIDDEN);
	assert_non_null(strstr(say, "2026年2月24日"));
	assert_int_equal(promise_mode_set(&w->apply, &k.who, late, true, false, &say), ERR_FORBIDDEN);
	CHECK(promise_mode_set(&w->apply, &k.who, late, false, false, &say));
	CHECK(add_file(w, &k.who, late, "test_report"));
	CHECK(submit(w, &k, late, 0, &r));
	world_at(w, "2026-03-02", 9, 30);
}

static void at_the_window_both_are_on_paper(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	struct draft_person person = {.kind = "natural", .name = "李示例", .id_type = "111", .id_no = "410599196208151012",
				      .phone = "13800000009", .address = "示例市为民路1号"};
	const char *say;
	int64_t id;

	struct intake_how how = {.channel = "counter", .consent = "paper", .arrived = DAY_NONE};
	CHECK(draft_open_counter(&w->desk, &k.clerk, world_matter(w, "F2"), &how, &person, &id));
	assert_int_equal(promise_mode_set(&w->desk, &k.clerk, id, true, false, &say), ERR_INVALID);
	CHECK(promise_mode_set(&w->desk, &k.clerk, id, true, true, &say));
	CHECK(set(w, &k.clerk, id, "plans", MATERIAL_GAP));
	struct promises all;
	CHECK(promise_load(&w->desk, id, &all));
	for (int i = 0; i < PROMISE_KINDS; i++) {
		assert_string_equal(all.at[i].way, "paper");
		assert_string_equal(all.at[i].made_by, "李示例");
		assert_int_not_equal(all.at[i].made_at, MSEC_NONE);
	}
	world_do(w, id, ACTION_RECEIVE, &k.clerk, NULL);
	const char *note = world_sql(w, mem_fmt(w->ctx, "SELECT note FROM case_event WHERE case_id = %lld AND action = 'receive'",
						(long long)id));
	assert_non_null(strstr(note, "李示例当面签字信用承诺书"));
	assert_non_null(strstr(note, "李示例当面签字容缺受理承诺书"));
}

/* --- gaps -------------------------------------------------------------------------------------------------- */

static void the_result_waits_for_the_gap(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	int64_t id = accepted(w, &k, false, "plans", NULL);
	struct case_args right = judged(w, "plans", VERDICT_OK), wrong = judged(w, "plans", VERDICT_NOT_IN_FORM);
	struct case_result r;
	size_t left;

	assert_day(world_case(w, id)->due[CLOCK_GAP], "2026-03-09");
	assert_int_equal(promise_gaps_open(world_case(w, id), &left), 1);
	assert_int_equal(left, 1);
	assert_int_equal(add_file(w, &k.who, id, "rules"), ERR_FORBIDDEN); /* exactly the gap, nothing else */
	grant(w, &k, id);
	assert_int_equal(world_case(w, id)->state, STATE_RESULT_HELD);
	assert_int_equal(world_try(w, id, ACTION_HAND_RESULT, &k.chief, NULL, &r), ERR_CONFLICT);
	assert_int_equal(world_try(w, id, ACTION_CLOSE_GAP, &k.clerk, &right, &r), ERR_FORBIDDEN);
	CHECK(add_file(w, &k.who, id, "plans"));
	assert_int_equal(world_try(w, id, ACTION_CLOSE_GAP, &k.clerk, NULL, &r), ERR_INVALID);
	assert_int_equal(world_try(w, id, ACTION_CLOSE_GAP, &k.clerk, &wrong, &r), ERR_INVALID);
	world_at(w, "2026-03-12", 10, 0); /* later than it was promised, and nobody has ended it */
	world_do(w, id, ACTION_CLOSE_GAP, &k.clerk, &right);
	assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
	assert_int_equal(add_file(w, &k.who, id, "plans"), ERR_CONFLICT);
	world_do(w, id, ACTION_HAND_RESULT, &k.chief, NULL);
	assert_int_equal(world_case(w, id)->state, STATE_RESULT_READY);
	world_at(w, "2026-03-02", 9, 30);
}

static void paper_for_a_gap_and_a_slip_of_the_hand(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	int64_t id = accepted(w, &k, false, "plans", NULL);
	struct case_args right = judged(w, "plans", VERDICT_OK);

	assert_int_equal(set(w, &k.who, id, "plans", MATERIAL_PAPER), ERR_INVALID);
	assert_int_equal(set(w, &k.clerk, id, "plans", MATERIAL_SHARED), ERR_INVALID);
	CHECK(set(w, &k.clerk, id, "plans", MATERIAL_PAPER));
	CHECK(set(w, &k.clerk, id, "plans", MATERIAL_GAP));
	CHECK(set(w, &k.clerk, id, "plans", MATERIAL_PAPER));
	world_do(w, id, ACTION_CLOSE_GAP, &k.clerk, &right);
	assert_int_equal(world_case(w, id)->state, STATE_ACCEPTED);
	assert_false(world_case(w, id)->running & CLOCK_BIT(CLOCK_GAP));
}

/* What came and is not right yet: told with what would be right, and to be brought again by the same day (C.4). */
static void a_faulty_supplement_is_told(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	struct case_judgement faulty = {"plans", VERDICT_NOT_IN_FORM, "平面图没有标注面积", "请标注每个房间的面积后重新上传"};
	struct case_args back = {.judgements = &faulty, .njudgements = 1}, right = judged(w, "plans", VERDICT_OK);
	struct case_result r;
	char *sent;

	world_at(w, "2026-03-02", 9, 30);
	for (int held = 0; held <= 1; held++) {
		int64_t id = accepted(w, &k, false, "plans", NULL);
		if (held)
			grant(w, &k, id);
		assert_int_equal(world_try(w, id, ACTION_RETURN_GAP, &k.clerk, &back, &r), ERR_FORBIDDEN); /* nothing has come */
		CHECK(add_file(w, &k.who, id, "plans"));
		assert_int_equal(world_try(w, id, ACTION_RETURN_GAP, &k.clerk, &right, &r), ERR_INVALID);
		assert_int_equal(world_try(w, id, ACTION_RETURN_GAP, &k.clerk, NULL, &r), ERR_INVALID);
		assert_int_equal(world_try(w, id, ACTION_RETURN_GAP, &k.chief, &back, &r), ERR_FORBIDDEN);
		day due = world_case(w, id)->due[CLOCK_GAP];
		enum state was = world_case(w, id)->state;
		world_do(w, id, ACTION_RETURN_GAP, &k.clerk, &back);
		struct casefile *c = world_case(w, id);
		const struct case_item *it = case_item_find(c, "plans");
		assert_int_equal(c->state, was);
		assert_int_equal(c->due[CLOCK_GAP], due);
		assert_true(c->running & CLOCK_BIT(CLOCK_GAP));
		assert_int_equal(it->state, MATERIAL_GAP);
		assert_int_equal(it->verdict, VERDICT_NOT_IN_FORM);
		assert_string_equal(it->remedy, faulty.remedy);
		sent = world_sql(w, mem_fmt(w->ctx, "SELECT CONCAT(COUNT(*), MAX(body LIKE '%%2026年3月9日%%')) FROM outbox WHERE case_id = %lld AND"
						    " subject = '补交的材料请再补' AND channel = 'sms'", (long long)id));
		assert_string_equal(sent, "11\n");
		assert_int_equal(world_count(w, mem_fmt(w->ctx, "SELECT COUNT(*) FROM case_event WHERE case_id = %lld AND action = 'return_gap'"
								" AND reason LIKE '%%没有标注面积%%' AND reason LIKE '%%请标注每个房间%%'",
							(long long)id)), 1);
		/* one message for what came: it has to come again first */
		assert_int_equal(world_try(w, id, ACTION_RETURN_GAP, &k.clerk, &back, &r), ERR_FORBIDDEN);
		assert_int_equal(world_try(w, id, ACTION_CLOSE_GAP, &k.clerk, &right, &r), ERR_FORBIDDEN);
		CHECK(add_file(w, &k.who, id, "plans"));
		assert_int_equal(case_item_find(world_case(w, id), "plans")->verdict, VERDICT_NONE);
		world_do(w, id, ACTION_CLOSE_GAP, &k.clerk, &right);
		assert_false(world_case(w, id)->running & CLOCK_BIT(CLOCK_GAP));
	}
}

static void an_overdue_gap_is_alerted_and_may_end_the_case(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	int64_t id = accepted(w, &k, false, "plans", NULL);
	struct case_args reason = {.reason = "容缺材料逾期没有补齐。"};
	struct clock_round round;
	struct case_result r;

	grant(w, &k, id);
	assert_int_equal(world_try(w, id, ACTION_TERMINATE, &k.leader, &reason, &r), ERR_FORBIDDEN);
	world_at(w, "2026-03-10", 9, 0);
	CHECK(clock_round(&w->clock, &round));
	assert_int_equal(world_count(w, mem_fmt(w->ctx, "SELECT COUNT(*) FROM alert WHERE kind = 'gap_overdue' AND case_id = %lld",
						(long long)id)),
			 1);
	world_do(w, id, ACTION_TERMINATE, &k.leader, &reason);
	assert_int_equal(world_case(w, id)->state, STATE_TERMINATED);
	assert_int_equal(world_count(w, mem_fmt(w->ctx, "SELECT COUNT(*) FROM certificate WHERE state = 'void' AND case_id = %lld",
						(long long)id)),
			 1);
	assert_int_equal(add_file(w, &k.who, id, "plans"), ERR_CONFLICT);
	world_at(w, "2026-03-02", 9, 30);
}

/* --- commitment -------------------------------------------------------------------------------------------- */

static void decided_the_same_day_checked_and_kept(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	int64_t id = accepted(w, &k, true, NULL, "test_report");
	struct case_args one = {.note = "属实", .inspectors = {"甲"}}, two = {.note = "属实", .inspectors = {"甲", "乙"}};
	struct case_result r;

	assert_day(world_case(w, id)->due[CLOCK_PROMISED], "2026-03-02");
	grant(w, &k, id);
	struct casefile *c = world_case(w, id);
	assert_day(c->decided_day, "2026-03-02");
	assert_true(c->running & CLOCK_BIT(CLOCK_CHECK));
	day due;
	CHECK(clock_due(w->desk.calendar, day_make(2026, 3, 2), 30, &due));
	assert_int_equal(c->due[CLOCK_CHECK], due);
	assert_int_equal(world_try(w, id, ACTION_PASS_CHECK, &k.reviewer, &one, &r), ERR_INVALID);
	world_do(w, id, ACTION_PASS_CHECK, &k.reviewer, &two);
	assert_false(world_case(w, id)->running & CLOCK_BIT(CLOCK_CHECK));
}

static void a_false_promise_closes_the_mode_until_it_is_put_right(void **state)
{
	struct world *w = *state;
	struct cast k = cast_of(w);
	int64_t id = accepted(w, &k, true, NULL, "test_report");
	int64_t waiting = received(w, &k, false, "plans", NULL);
	struct case_args why = {.reason = "现场与承诺不符。", .revoke = REVOKE_FALSE_PROMISE};
	struct case_result r;
	struct credit credit;
	const char *say;

	grant(w, &k, id);
	world_do(w, id, ACTION_REVOKE, &k.leader, &why);
	CHECK(credit_find(&w->desk, world_case(w, id), &credit));
	assert_int_not_equal(credit.id, 0);
	assert_non_null(paper(w, id, "revocation"));
	/* neither promise nor gap, and a gap that waits for acceptance is not tolerated any more */
	int64_t next = world_draft(w, &k.who, "F2");
	assert_int_equal(promise_mode_set(&w->apply, &k.who, next, true, false, &say), ERR_FORBIDDEN);
	assert_non_null(strstr(say, "还没有修复"));
	forget_files(w, next, "plans");
	assert_int_equal(set(w, &k.who, next, "plans", MATERIAL_GAP), ERR_INVALID);
	struct case_args right = world_all_right(w, waiting);
	assert_int_equal(world_try(w, waiting, ACTION_ACCEPT, &k.clerk, &right, &r), ERR_INVALID);

	assert_int_equal(credit_repair(&w->desk, &k.clerk, credit.id, "复查合格", &say), ERR_FORBIDDEN);
	assert_int_equal(credit_repair(&w->desk, &k.manager, credit.id, "", &say), ERR_INVALID);
	CHECK(credit_repair(&w->desk, &k.manager, credit.id, "复查合格", &say));
	assert_int_equal(credit_repair(&w->desk, &k.manager, credit.id, "复查合格", &say), ERR_NOT_FOUND);
	CHECK(promise_mode_set(&w->apply, &k.who, next, true, false, &say));
	CHECK(set(w, &k.who, next, "plans", MATERIAL_GAP));
	world_do(w, waiting, ACTION_ACCEPT, &k.clerk, &right);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_letters_are_the_standards_own),
		cmocka_unit_test(nothing_is_handed_in_without_its_promise),
		cmocka_unit_test(a_promise_instead_of_a_report_only_by_commitment),
		cmocka_unit_test(a_commitment_is_made_within_three_working_days),
		cmocka_unit_test(at_the_window_both_are_on_paper),
		cmocka_unit_test(the_result_waits_for_the_gap),
		cmocka_unit_test(paper_for_a_gap_and_a_slip_of_the_hand),
		cmocka_unit_test(a_faulty_supplement_is_told),
		cmocka_unit_test(an_overdue_gap_is_alerted_and_may_end_the_case),
		cmocka_unit_test(decided_the_same_day_checked_and_kept),
		cmocka_unit_test(a_false_promise_closes_the_mode_until_it_is_put_right),
	};

	return cmocka_run_group_tests_name("promises", tests, world_setup, world_teardown);
}
