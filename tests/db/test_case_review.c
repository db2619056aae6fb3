/* The department's part: from acceptance to the decision, on the sample matters (domain C.2 rows 10 to 15, C.3, C.6). */
#include "db/caseworld.h"

#include <string.h>

#include "base/text.h"
#include "domain/attach.h"
#include "domain/clock.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/progress.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

/* --- people and cases -------------------------------------------------------------------------------- */

/* the people at a department's desk, and the clerk who accepts */
struct people {
	struct actor who, clerk, reviewer, chief, leader;
};

static struct people people_of(struct world *w, const char *dept)
{
	return (struct people){.who = world_person(w, "natural"),
			       .clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL),
			       .reviewer = world_officer(w, "示例·审查员", ROLE_REVIEWER, dept),
			       .chief = world_officer(w, "示例·首席代表", ROLE_CHIEF, dept),
			       .leader = world_officer(w, "示例·负责人", ROLE_LEADER, dept)};
}

static void accept_by(struct world *w, int64_t id, const struct actor *clerk)
{
	struct case_args right = world_all_right(w, id);

	world_do(w, id, ACTION_ACCEPT, clerk, &right);
}

/* accepted, in_review - a case of F1 (市场监督管理局), accepted today. */
static int64_t accepted(struct world *w, const struct people *p)
{
	int64_t id = world_received(w, &p->who, "F1");

	accept_by(w, id, &p->clerk);
	return id;
}

static int64_t in_review(struct world *w, const struct people *p)
{
	int64_t id = accepted(w, p);

	world_do(w, id, ACTION_BEGIN_REVIEW, &p->reviewer, NULL);
	return id;
}

static void refused(struct world *w, int64_t id, enum action action, const struct actor *a, const struct case_args *args,
		    enum err expected)
{
	struct case_result r;
	enum err e = world_try(w, id, action, a, args, &r);

	if (e != expected || text_empty(r.say))
		fail_msg("%s: %s instead of %s (%s)", action_key(action), err_name(e), err_name(expected),
			 text_or(r.say, "no word"));
}

static struct document *last_document(struct world *w, int64_t id, const char *kind)
{
	struct sql_document_last_row *r;
	struct document *d;

	CHECK(sql_document_last(w->desk.db, w->ctx, &(struct sql_document_last_in){.case_id = id, .kind = kind}, &r));
	CHECK(document_load(&w->desk, r->id, &d));
	return d;
}

static int64_t documents(struct world *w, int64_t id, const char *kind)
{
	return world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM document WHERE case_id = %lld AND kind = '%s'", (long long)id,
				      kind));
}

static void assert_due(struct world *w, int64_t id, enum clock_name clock, const char *expected)
{
	assert_day(world_case(w, id)->due[clock], expected);
}

static bool runs(struct world *w, int64_t id, enum clock_name clock)
{
	return world_case(w, id)->running & CLOCK_BIT(clock);
}

static void assert_trail(struct world *w, int64_t id)
{
	const char *fault;

	CHECK(event_check(w->eventcheck.db, w->ctx, id, &fault));
	assert_null(fault);
}

static const struct case_args agree = {.stance = "agree", .note = "材料齐全，符合条件。"};
static const struct case_args visit = {.procedure = 1, .days = 5, .reason = "需要到现场看布局。"};
static const struct case_args seen = {.reason = "布局和图纸一致。", .inspectors = {"核查员甲", "核查员乙"}};

static const struct case_args endless = {.valid_until = DAY_NONE};

static void inspect(struct world *w, int64_t id, const struct people *p)
{
	world_do(w, id, ACTION_SPECIAL_START, &p->reviewer, &visit);
	world_do(w, id, ACTION_SPECIAL_END, &p->reviewer, &seen);
}

/* limits_change - give this case a revision of its own, in which one value differs: path in the JSON, value as SQL. */
static void limits_change(struct world *w, int64_t id, const char *changes)
{
	world_sql(w, mem_fmt(w,
			     "INSERT INTO matter_revision (matter_id, rev_no, status, name, summary, type, kind, object, theme, level,"
			     " dept_code, promised, visits, online, doc, doc_hash, search, created_at, published_at)"
			     " SELECT r.matter_id, -c.id, 'retired', r.name, r.summary, r.type, r.kind, r.object, r.theme, r.level,"
			     " r.dept_code, r.promised, r.visits, r.online, JSON_SET(r.doc, %s), UNHEX(SHA2('x', 256)), r.search,"
			     " r.created_at, r.published_at FROM matter_revision r JOIN cases c ON c.revision_id = r.id"
			     " WHERE c.id = %lld; UPDATE cases SET revision_id = LAST_INSERT_ID() WHERE id = %lld;",
			     changes, (long long)id, (long long)id));
}

/* --- the straight way -------------------------------------------------------------------------------- */

static void from_acceptance_to_a_grant(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = accepted(w, &p);
	assert_int_equal(world_case(w, id)->turn, TURN_DEPT);
	assert_due(w, id, CLOCK_LEGAL, "2026-03-16");
	assert_due(w, id, CLOCK_PROMISED, "2026-03-11");

	world_at(w, "2026-03-03", 9, 0);
	world_do(w, id, ACTION_BEGIN_REVIEW, &p.reviewer, NULL);
	assert_int_equal(world_case(w, id)->state, STATE_IN_REVIEW);
	assert_int_equal(documents(w, id, "handover_receipt"), 0); /* there was no paper to sign for */

	/* no decision without a visit and an opinion */
	refused(w, id, ACTION_GRANT, &p.chief, NULL, ERR_CONFLICT); /* the reviewer has it */
	world_do(w, id, ACTION_OPINE, &p.reviewer, &agree);
	assert_true(world_case(w, id)->claimed_by == 0); /* on to whoever decides */
	refused(w, id, ACTION_GRANT, &p.chief, NULL, ERR_FORBIDDEN);
	inspect(w, id, &p);
	refused(w, id, ACTION_GRANT, &p.reviewer, NULL, ERR_FORBIDDEN);

	world_at(w, "2026-03-09", 16, 0);
	struct case_args valid = {.valid_until = day_make(2026, 3, 8)};
	refused(w, id, ACTION_GRANT, &p.chief, &valid, ERR_INVALID); /* over before it begins */
	valid.valid_until = day_make(2031, 3, 8);
	struct case_result r = world_do(w, id, ACTION_GRANT, &p.chief, &valid);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_DECIDED);
	assert_string_equal(c->outcome, "granted");
	assert_day(c->decided_day, "2026-03-09");
	assert_true(c->decided_by == p.chief.id);
	assert_false(runs(w, id, CLOCK_LEGAL));
	assert_true(runs(w, id, CLOCK_PROMISED)); /* until the result is at the window (AY 6.3.1) */
	assert_true(runs(w, id, CLOCK_DELIVERY));
	assert_due(w, id, CLOCK_DELIVERY, "2026-03-16"); /* F1: 5 working days */
	assert_due(w, id, CLOCK_ARCHIVE, "2026-04-30");
	struct document *d;
	CHECK(document_load(&w->desk, r.document_id, &d));
	assert_string_equal(d->form->key, "grant");
	assert_true(text_starts(d->number, "（市监）"));
	assert_string_equal(world_sql(w, mem_fmt(w, "SELECT valid_from, valid_until, state FROM certificate WHERE case_id = %lld",
						 (long long)id)),
			    "2026-03-09\t2031-03-08\tvalid\n");

	/* what the applicant holds says it too, without what is the office's own */
	struct progress *seen_by_all;
	CHECK(progress_by_token(&w->progress, case_token(w->ctx, w->progress.keys, c->ref, c->token_version), &seen_by_all));
	assert_string_equal(seen_by_all->outcome, "granted");
	for (size_t i = 0; i < seen_by_all->nsteps; i++)
		assert_false(text_eq(text_or(seen_by_all->steps[i].document_kind, ""), "review_opinion"));
	world_do(w, id, ACTION_HAND_RESULT, &p.reviewer, NULL);
	assert_false(runs(w, id, CLOCK_PROMISED));
	assert_trail(w, id);
}

static void a_refusal_gives_reasons_and_remedies(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = in_review(w, &p);
	refused(w, id, ACTION_OPINE, &p.reviewer, &(struct case_args){.note = "没有表态"}, ERR_INVALID);
	refused(w, id, ACTION_OPINE, &p.reviewer, &(struct case_args){.stance = "against"}, ERR_INVALID);
	world_do(w, id, ACTION_OPINE, &p.reviewer, &(struct case_args){.stance = "against", .note = "没有洗消间。"});
	refused(w, id, ACTION_REFUSE, &p.leader, NULL, ERR_INVALID);
	world_do(w, id, ACTION_REFUSE, &p.leader, &(struct case_args){.reason = "经营场所没有洗消间。"});

	struct casefile *c = world_case(w, id);
	struct document *d = last_document(w, id, "refusal");
	assert_string_equal(c->outcome, "refused");
	assert_string_equal(json_text(d->data, "reason"), "经营场所没有洗消间。");
	assert_true(json_count(json_get(d->data, "remedies")) >= 2); /* reconsideration and suit (ALL 38) */
	assert_int_equal(documents(w, id, "certificate"), 0);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM certificate WHERE case_id = %lld", (long long)id)), 0);
	world_do(w, id, ACTION_HAND_RESULT, &p.leader, NULL); /* handed over like a grant */
	assert_trail(w, id);
}

static void paper_is_signed_for(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = world_received(w, &p.who, "F1");
	struct case_args right = world_all_right(w, id);
	struct casefile *c = world_case(w, id);
	size_t i = 0;
	while (i < c->nitems && c->items[i].state != MATERIAL_NONE)
		i++;
	assert_true(i < c->nitems);
	struct case_judgement *all = mem_array(w->ctx, struct case_judgement, right.njudgements + 1);
	memcpy(all, right.judgements, right.njudgements * sizeof(*all));
	all[right.njudgements] = (struct case_judgement){.item = c->items[i].item, .verdict = VERDICT_OK};
	world_do(w, id, ACTION_ACCEPT, &p.clerk, &(struct case_args){.judgements = all, .njudgements = right.njudgements + 1});
	assert_int_equal(world_case(w, id)->items[i].state, MATERIAL_PAPER);

	refused(w, id, ACTION_BEGIN_REVIEW, &p.reviewer, NULL, ERR_FORBIDDEN);
	world_do(w, id, ACTION_HAND_OVER, &p.clerk, NULL);
	assert_string_equal(world_case(w, id)->paper_state, "sent");
	world_do(w, id, ACTION_BEGIN_REVIEW, &p.reviewer, NULL);
	assert_string_equal(world_case(w, id)->paper_state, "signed");
	assert_int_equal(documents(w, id, "handover_slip"), 1);
	assert_int_equal(documents(w, id, "handover_receipt"), 1);
}

/* --- separation -------------------------------------------------------------------------------------- */

static void who_accepted_does_not_decide(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");
	struct actor both = world_officer(w, "示例·两岗", ROLE_CLERK | ROLE_CHIEF | ROLE_LEADER, "market");
	struct actor stand_in = world_officer(w, "示例·顶岗", ROLE_CHIEF, "market");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = world_received(w, &p.who, "F1");
	accept_by(w, id, &both);
	world_do(w, id, ACTION_BEGIN_REVIEW, &p.reviewer, NULL);
	inspect(w, id, &p);
	world_do(w, id, ACTION_OPINE, &p.reviewer, &agree);
	refused(w, id, ACTION_GRANT, &both, NULL, ERR_FORBIDDEN);
	refused(w, id, ACTION_REFUSE, &both, &(struct case_args){.reason = "不符合"}, ERR_FORBIDDEN);
	stand_in.acting_for = both.id; /* nor does who stands in for them */
	stand_in.acting_name = both.name;
	refused(w, id, ACTION_GRANT, &stand_in, NULL, ERR_FORBIDDEN);
	world_do(w, id, ACTION_GRANT, &p.chief, &endless);
}

static void another_department_has_no_say(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market"), other = people_of(w, "health");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = accepted(w, &p);
	refused(w, id, ACTION_BEGIN_REVIEW, &other.reviewer, NULL, ERR_FORBIDDEN);
	world_do(w, id, ACTION_BEGIN_REVIEW, &p.reviewer, NULL);
	refused(w, id, ACTION_OPINE, &other.reviewer, &agree, ERR_CONFLICT); /* somebody has it */
	world_do(w, id, ACTION_RELEASE, &p.reviewer, NULL);
	refused(w, id, ACTION_OPINE, &other.reviewer, &agree, ERR_FORBIDDEN);
	refused(w, id, ACTION_SPECIAL_START, &other.chief, &visit, ERR_FORBIDDEN);
	refused(w, id, ACTION_EXTEND, &other.leader, &(struct case_args){.days = 1, .reason = "复杂"}, ERR_FORBIDDEN);
	refused(w, id, ACTION_EXTEND, &p.reviewer, &(struct case_args){.days = 1, .reason = "复杂"}, ERR_FORBIDDEN);
}

/* --- special procedure ------------------------------------------------------------------------------- */

static void one_officer_alone_is_no_inspection(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");
	static const struct case_args bad[] = {
		{.reason = "看过了"},
		{.reason = "看过了", .inspectors = {"核查员甲"}},
		{.reason = "看过了", .inspectors = {"核查员甲", "核查员甲"}},
		{.reason = "看过了", .inspectors = {"核查员甲", "", "", ""}},
		{.inspectors = {"核查员甲", "核查员乙"}},
	};

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = in_review(w, &p);
	world_do(w, id, ACTION_SPECIAL_START, &p.reviewer, &visit);
	for (size_t i = 0; i < LEN(bad); i++)
		refused(w, id, ACTION_SPECIAL_END, &p.reviewer, &bad[i], ERR_INVALID);
	assert_false(world_case(w, id)->inspected);
	world_do(w, id, ACTION_SPECIAL_END, &p.reviewer,
		 &(struct case_args){.reason = "看过了", .inspectors = {"核查员甲", "", "核查员乙"}});
	assert_true(world_case(w, id)->inspected);
	assert_true(world_case(w, id)->procedure_at == 0);
}

static void a_procedure_is_one_of_the_matters_and_no_longer(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");
	static const struct case_args bad[] = {
		{.days = 5, .reason = "要看"},
		{.procedure = 2, .days = 5, .reason = "要看"},
		{.procedure = 1, .days = 0, .reason = "要看"},
		{.procedure = 1, .days = 6, .reason = "要看"},
		{.procedure = 1, .days = 5},
	};

	world_at(w, "2026-09-17", 9, 30);
	int64_t id = in_review(w, &p);
	for (size_t i = 0; i < LEN(bad); i++)
		refused(w, id, ACTION_SPECIAL_START, &p.reviewer, &bad[i], ERR_INVALID);
	world_do(w, id, ACTION_SPECIAL_START, &p.reviewer, &visit);
	assert_due(w, id, CLOCK_SPECIAL, "2026-09-23"); /* 5 working days, 09-20 is one */
	const struct json *data = last_document(w, id, "special_notice")->data;
	assert_string_equal(json_text(data, "special_due"), "2026-09-23"); /* the time is told (ALL 45) */
	assert_string_equal(json_text(data, "procedure"), "现场核查");
	assert_true(world_case(w, id)->procedure_at == 1);
}

/* C.6: accepted 2026-09-14, 10 working days, paused 09-17 to 09-24: 10-12; and what is not excluded goes on. */
static void each_limit_stands_still_only_where_its_flag_says_so(void **state)
{
	static const struct {
		bool legal, promised;
		const char *legal_due, *promised_due;
	} flags[] = {
		{false, false, "2026-09-28", "2026-09-22"},
		{true, false, "2026-10-12", "2026-09-22"},
		{false, true, "2026-09-28", "2026-10-08"},
		{true, true, "2026-10-12", "2026-10-08"},
	};
	struct world *w = *state;
	struct people p = people_of(w, "market");

	for (size_t i = 0; i < LEN(flags); i++) {
		world_at(w, "2026-09-14", 9, 30);
		int64_t id = in_review(w, &p);
		limits_change(w, id,
			      mem_fmt(w, "'$.limits.special[0].excludes_from_legal', %s, '$.limits.special[0].excludes_from_promised', %s",
				      flags[i].legal ? "true" : "false", flags[i].promised ? "true" : "false"));
		world_at(w, "2026-09-17", 10, 0);
		world_do(w, id, ACTION_SPECIAL_START, &p.reviewer, &visit);
		assert_int_equal(runs(w, id, CLOCK_LEGAL), !flags[i].legal);
		assert_int_equal(runs(w, id, CLOCK_PROMISED), !flags[i].promised);
		assert_true(runs(w, id, CLOCK_SPECIAL));
		world_at(w, "2026-09-24", 10, 0);
		world_do(w, id, ACTION_SPECIAL_END, &p.reviewer, &seen);
		assert_due(w, id, CLOCK_LEGAL, flags[i].legal_due);
		assert_due(w, id, CLOCK_PROMISED, flags[i].promised_due);
		assert_true(runs(w, id, CLOCK_LEGAL) && runs(w, id, CLOCK_PROMISED));
		assert_false(runs(w, id, CLOCK_SPECIAL));
		assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM clock_ledger WHERE case_id = %lld AND act IN ('pause',"
							   " 'resume') AND clause <> ''", (long long)id)),
				 2 * (flags[i].legal + flags[i].promised));
		assert_trail(w, id);
	}
}

/* --- suspension -------------------------------------------------------------------------------------- */

static void a_suspension_has_a_cause_of_the_matter(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2026-09-14", 9, 30);
	int64_t id = in_review(w, &p);
	world_at(w, "2026-09-17", 9, 30);
	refused(w, id, ACTION_SUSPEND, &p.reviewer, &(struct case_args){.procedure = 1, .reason = "申请人请求"}, ERR_FORBIDDEN);
	refused(w, id, ACTION_SUSPEND, &p.leader, &(struct case_args){.reason = "申请人请求"}, ERR_INVALID);
	refused(w, id, ACTION_SUSPEND, &p.leader, &(struct case_args){.procedure = 9, .reason = "申请人请求"}, ERR_INVALID);
	refused(w, id, ACTION_SUSPEND, &p.leader, &(struct case_args){.procedure = 1}, ERR_INVALID);
	world_do(w, id, ACTION_SUSPEND, &p.leader, &(struct case_args){.procedure = 1, .reason = "申请人书面请求。"});
	assert_int_equal(world_case(w, id)->state, STATE_SUSPENDED);
	assert_true(runs(w, id, CLOCK_LEGAL)); /* no law lets it stand still */
	assert_false(runs(w, id, CLOCK_PROMISED));
	refused(w, id, ACTION_OPINE, &p.reviewer, &agree, ERR_CONFLICT); /* nothing goes on meanwhile */

	world_at(w, "2026-09-24", 9, 30);
	refused(w, id, ACTION_RESUME, &p.leader, NULL, ERR_INVALID);
	world_do(w, id, ACTION_RESUME, &p.leader, &(struct case_args){.reason = "条件已经具备。"});
	assert_due(w, id, CLOCK_LEGAL, "2026-09-28");
	assert_due(w, id, CLOCK_PROMISED, "2026-10-08");
	assert_int_equal(documents(w, id, "suspension"), 1);
	assert_int_equal(documents(w, id, "resumption"), 1);
	assert_true(world_case(w, id)->procedure_at == 0);
	assert_trail(w, id);
}

static void no_cause_no_suspension(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = in_review(w, &p);
	limits_change(w, id, "'$.limits.suspension', JSON_ARRAY(), '$.limits.extension', JSON_ARRAY()");
	refused(w, id, ACTION_SUSPEND, &p.leader, &(struct case_args){.procedure = 1, .reason = "请求"}, ERR_FORBIDDEN);
	refused(w, id, ACTION_EXTEND, &p.leader, &(struct case_args){.days = 1, .reason = "复杂"}, ERR_FORBIDDEN);
}

/* --- extension --------------------------------------------------------------------------------------- */

static void the_limits_are_extended_once_and_before_they_end(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");
	struct case_args five = {.days = 5, .reason = "情况复杂。"};

	/* accepted 2026-09-18: 10 working days are 10-09 (C.6) */
	world_at(w, "2026-09-18", 9, 30);
	int64_t id = in_review(w, &p);
	int64_t late = in_review(w, &p);
	assert_due(w, id, CLOCK_LEGAL, "2026-10-09");
	assert_due(w, id, CLOCK_PROMISED, "2026-09-29");
	refused(w, id, ACTION_EXTEND, &p.leader, &(struct case_args){.days = 6, .reason = "复杂"}, ERR_INVALID);
	refused(w, id, ACTION_EXTEND, &p.leader, &(struct case_args){.days = 0, .reason = "复杂"}, ERR_INVALID);
	refused(w, id, ACTION_EXTEND, &p.leader, &(struct case_args){.days = 5}, ERR_INVALID);

	world_at(w, "2026-10-09", 17, 0); /* the last day is in time */
	world_do(w, id, ACTION_EXTEND, &p.leader, &five);
	assert_due(w, id, CLOCK_LEGAL, "2026-10-15"); /* 10-10 is a Saturday that is worked */
	assert_due(w, id, CLOCK_PROMISED, "2026-10-12");
	assert_int_equal(documents(w, id, "extension"), 1);
	refused(w, id, ACTION_EXTEND, &p.leader, &(struct case_args){.days = 1, .reason = "还要"}, ERR_FORBIDDEN);

	world_at(w, "2026-10-10", 9, 0); /* the day after is too late */
	refused(w, late, ACTION_EXTEND, &p.leader, &five, ERR_FORBIDDEN);
	assert_due(w, late, CLOCK_LEGAL, "2026-10-09");
	assert_trail(w, id);
}

/* extended first, then paused: both count. */
static void an_extension_survives_a_pause(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2026-09-14", 9, 30);
	int64_t id = in_review(w, &p);
	limits_change(w, id, "'$.limits.special[0].excludes_from_legal', true");
	world_do(w, id, ACTION_EXTEND, &p.leader, &(struct case_args){.days = 5, .reason = "情况复杂。"});
	assert_due(w, id, CLOCK_LEGAL, "2026-10-10"); /* 15 working days */
	world_at(w, "2026-09-17", 10, 0);
	world_do(w, id, ACTION_SPECIAL_START, &p.reviewer, &visit);
	world_at(w, "2026-09-24", 10, 0);
	world_do(w, id, ACTION_SPECIAL_END, &p.reviewer, &seen);
	day expected;
	CHECK(clock_due(w->desk.calendar, day_make(2026, 10, 12), 5, &expected)); /* 10-12 and five more */
	assert_true(world_case(w, id)->due[CLOCK_LEGAL] == expected);
}

/* --- a limit that runs from the application ----------------------------------------------------------- */

static void a_limit_from_application_is_not_started_again(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "housing");

	world_at(w, "2026-09-16", 9, 30);
	p.who = world_person(w, "legal");
	int64_t id = world_received(w, &p.who, "F7"); /* 建筑法 8: seven working days from receipt */
	assert_due(w, id, CLOCK_LEGAL, "2026-09-24");
	assert_true(runs(w, id, CLOCK_LEGAL));
	world_at(w, "2026-09-18", 9, 30);
	accept_by(w, id, &p.chief);
	assert_due(w, id, CLOCK_LEGAL, "2026-09-24");    /* accepting does not lengthen it */
	assert_due(w, id, CLOCK_PROMISED, "2026-09-23"); /* that one is from acceptance: four days */
}

/* --- documents and attachments ------------------------------------------------------------------------ */

static void what_was_issued_stays_as_it_is(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = in_review(w, &p);
	inspect(w, id, &p);
	world_do(w, id, ACTION_OPINE, &p.reviewer, &agree);
	world_do(w, id, ACTION_GRANT, &p.chief, &endless);
	const char *query = mem_fmt(w, "SELECT id, number, SHA2(data, 256), title, issued_at FROM document WHERE case_id = %lld"
				       " AND kind IN ('grant', 'certificate') ORDER BY id", (long long)id);
	const char *before = world_sql(w, query);
	world_do(w, id, ACTION_REVOKE, &p.leader,
		 &(struct case_args){.reason = "作出决定时违反了规定。", .revoke = REVOKE_UNLAWFUL});
	assert_string_equal(world_sql(w, query), before);
	assert_int_equal(documents(w, id, "revocation"), 1);
	assert_int_equal(world_count(w, "SELECT COUNT(*) FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA = 'portal' AND"
					" TABLE_NAME IN ('document', 'case_event', 'clock_ledger') AND PRIVILEGE_TYPE IN ('UPDATE', 'DELETE')"),
			 0);
	/* numbers have no gaps: there are as many as the last one says */
	assert_int_equal(world_count(w, "SELECT COUNT(*) FROM doc_counter c WHERE c.dept_code = 'market' AND c.year = 2026 AND c.n <>"
					" (SELECT COUNT(*) FROM document d WHERE d.dept_code = c.dept_code AND d.series = c.series"
					" AND d.year = c.year)"),
			 0);
}

static enum err attach(struct world *w, int64_t id, const struct actor *a, const char *name, int64_t *file)
{
	uint8_t sha[HASH_SIZE];
	const char *say;

	crypt_random(sha, sizeof(sha));
	struct draft_file f = {.item = ATTACH_NEW, .sha256 = sha, .size = 1000, .kind = "pdf", .name = name};
	return attach_add(&w->upload, a, id, &f, file, &say);
}

static void attachments_belong_to_their_opinion(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market"), other = people_of(w, "health");
	int64_t kept, out, file;
	const char *say;

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = accepted(w, &p);
	assert_int_equal(attach(w, id, &p.reviewer, "早了.pdf", &file), ERR_CONFLICT);
	world_do(w, id, ACTION_BEGIN_REVIEW, &p.reviewer, NULL);
	assert_int_equal(attach(w, id, &other.reviewer, "别家.pdf", &file), ERR_NOT_FOUND);
	assert_int_equal(attach(w, id, &p.clerk, "窗口.pdf", &file), ERR_CONFLICT);
	CHECK(attach(w, id, &p.reviewer, "照片.pdf", &kept));
	CHECK(attach(w, id, &p.reviewer, "多余.pdf", &out));
	CHECK(attach_remove(&w->upload, &p.reviewer, id, out, &say));
	struct case_result r = world_do(w, id, ACTION_OPINE, &p.reviewer, &agree);
	assert_string_equal(world_sql(w, mem_fmt(w, "SELECT item FROM case_file WHERE id = %lld", (long long)kept)),
			    mem_fmt(w, "o.%lld\n", (long long)r.event_seq));
	assert_string_equal(world_sql(w, mem_fmt(w, "SELECT item FROM case_file WHERE id = %lld", (long long)out)), "o.new\n");
	const char *note = world_sql(w, mem_fmt(w, "SELECT note FROM case_event WHERE case_id = %lld AND seq = %lld", (long long)id,
						(long long)r.event_seq));
	assert_true(strstr(note, "照片.pdf（") && strstr(note, agree.note) && !strstr(note, "多余"));
	assert_int_equal(attach_remove(&w->upload, &p.reviewer, id, kept, &say), ERR_NOT_FOUND); /* on record */
	/* the next opinion has none of these */
	r = world_do(w, id, ACTION_OPINE, &p.reviewer, &agree);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM case_file WHERE case_id = %lld AND item = 'o.%lld'",
						(long long)id, (long long)r.event_seq)), 0);
	assert_trail(w, id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_acceptance_to_a_grant),
		cmocka_unit_test(a_refusal_gives_reasons_and_remedies),
		cmocka_unit_test(paper_is_signed_for),
		cmocka_unit_test(who_accepted_does_not_decide),
		cmocka_unit_test(another_department_has_no_say),
		cmocka_unit_test(one_officer_alone_is_no_inspection),
		cmocka_unit_test(a_procedure_is_one_of_the_matters_and_no_longer),
		cmocka_unit_test(each_limit_stands_still_only_where_its_flag_says_so),
		cmocka_unit_test(a_suspension_has_a_cause_of_the_matter),
		cmocka_unit_test(no_cause_no_suspension),
		cmocka_unit_test(the_limits_are_extended_once_and_before_they_end),
		cmocka_unit_test(an_extension_survives_a_pause),
		cmocka_unit_test(a_limit_from_application_is_not_started_again),
		cmocka_unit_test(what_was_issued_stays_as_it_is),
		cmocka_unit_test(attachments_belong_to_their_opinion),
	};

	return cmocka_run_group_tests_name("review and decision", tests, world_setup, world_teardown);
}
