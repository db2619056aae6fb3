/* The result, from the decision to the applicant's hands: rows 16 to 19 of C.2, reminders, and decisions on the spot. */
#include "db/caseworld.h"

#include <string.h>

#include "base/text.h"
#include "domain/alert.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/promise.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static const struct case_receiver IN_PERSON = {"张示例", "self", "0028", true};

/* --- people and cases ---------------------------------------------------------------------------------- */

struct people {
	struct actor applicant, pre, clerk, issuer, reviewer, chief, supervisor;
};

static struct people people_of(struct world *w, const char *dept)
{
	return (struct people){.applicant = world_person(w, "natural"),
			       .pre = world_officer(w, "示例·预审员", ROLE_PRE_REVIEWER, NULL),
			       .clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL),
			       .issuer = world_officer(w, "示例·发证员", ROLE_ISSUER, NULL),
			       .reviewer = world_officer(w, "示例·审查员", ROLE_REVIEWER, dept),
			       .chief = world_officer(w, "示例·首席代表", ROLE_CHIEF, dept),
			       .supervisor = world_officer(w, "示例·监察员", ROLE_SUPERVISOR, NULL)};
}

/* received - at the window, with the way of delivery that the applicant chose; gap: a material that is to come later, or NULL. */
static int64_t received(struct world *w, const struct people *p, const char *file, const char *delivery, const char *gap)
{
	int64_t id = world_draft(w, &p->applicant, file);
	struct case_result r;
	const char *say;

	CHECK(draft_delivery_set(&w->apply, &p->applicant, id, delivery));
	if (gap) {
		world_sql(w, mem_fmt(w, "UPDATE case_file SET removed_at = '2024-01-01' WHERE case_id = %lld AND item = '%s'",
				     (long long)id, gap));
		CHECK(draft_material_set(&w->apply, &p->applicant, id, gap, MATERIAL_GAP, &say));
		CHECK(promise_sign(&w->apply, &p->applicant, id, 1u << PROMISE_GAP, &say));
	}
	CHECK(draft_submit(&w->apply, &p->applicant, id, world_case(w, id)->submit_key, &r));
	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &p->pre, NULL);
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_PRE_REVIEW_PASS, &p->pre, &right);
	world_do(w, id, ACTION_RECEIVE, &p->clerk, NULL);
	return id;
}

/* decided - as far as the decision, in the department. */
static void decide(struct world *w, int64_t id, const struct people *p, enum action how)
{
	struct case_args right = world_all_right(w, id);
	struct case_args opinion = {.stance = "agree", .note = "材料属实"};
	struct case_args reason = {.reason = "不符合规定的条件"};
	bool window = !world_case(w, id)->dept_accepts;

	world_do(w, id, ACTION_ACCEPT, window ? &p->clerk : &p->reviewer, &right);
	world_do(w, id, ACTION_BEGIN_REVIEW, &p->reviewer, NULL);
	world_do(w, id, ACTION_OPINE, &p->reviewer, &opinion);
	world_do(w, id, how, &p->chief, how == ACTION_REFUSE ? &reason : &(struct case_args){.valid_until = DAY_NONE});
}

static int64_t ready(struct world *w, const struct people *p, const char *delivery)
{
	int64_t id = received(w, p, "F6", delivery, NULL);

	decide(w, id, p, ACTION_GRANT);
	world_do(w, id, ACTION_HAND_RESULT, &p->reviewer, NULL);
	return id;
}

static int64_t count(struct world *w, int64_t id, const char *what)
{
	return world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM %s AND case_id = %lld", what, (long long)id));
}

static void expect(struct world *w, int64_t id, enum action action, const struct actor *a, const struct case_args *args,
		   enum err expected, const char *part)
{
	int64_t version = world_case(w, id)->version;
	struct case_result r;
	enum err e = world_try(w, id, action, a, args, &r);

	if (e != expected || !strstr(text_or(r.say, ""), part))
		fail_msg("%s: %s instead of %s (%s)", action_key(action), err_name(e), err_name(expected),
			 text_or(r.say, "no word"));
	assert_int_equal(world_case(w, id)->version, version);
}

static void trail_is_whole(struct world *w, int64_t id)
{
	const char *fault;

	CHECK(event_check(w->eventcheck.db, w->ctx, id, &fault));
	assert_null(fault);
}

/* --- at the counter ------------------------------------------------------------------------------------ */

static void a_result_is_handed_to_who_was_checked(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	struct case_args args = {.receiver = IN_PERSON};

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = ready(w, &p, "counter");
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_RESULT_READY);
	assert_int_equal(c->turn, TURN_WINDOW);
	assert_false(c->running & CLOCK_BIT(CLOCK_PROMISED));
	assert_false(c->running & CLOCK_BIT(CLOCK_MAIL));
	assert_true(c->running & CLOCK_BIT(CLOCK_DELIVERY));
	assert_day(c->ready_day, "2026-03-02");
	assert_day(c->remind_due, "2026-03-16"); /* ten working days */

	expect(w, id, ACTION_ISSUE, &p.reviewer, &args, ERR_FORBIDDEN, "岗位");
	expect(w, id, ACTION_ISSUE, &p.supervisor, &args, ERR_FORBIDDEN, "岗位");
	args.receiver.checked = false;
	expect(w, id, ACTION_ISSUE, &p.issuer, &args, ERR_INVALID, "核对");
	args.receiver = (struct case_receiver){.relation = "self", .checked = true};
	expect(w, id, ACTION_ISSUE, &p.issuer, &args, ERR_INVALID, "姓名");
	args.receiver = IN_PERSON;
	world_do(w, id, ACTION_ISSUE, &p.issuer, &args);
	c = world_case(w, id);
	assert_int_equal(c->state, STATE_DELIVERED);
	assert_false(c->running & (CLOCK_BIT(CLOCK_DELIVERY) | CLOCK_BIT(CLOCK_MAIL)));
	assert_true(c->running & CLOCK_BIT(CLOCK_ARCHIVE));
	assert_int_equal(count(w, id, "document WHERE kind = 'proof_of_service'"), 1);
	trail_is_whole(w, id);
}

static void a_second_clerk_hears_that_it_is_gone(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	struct case_args args = {.receiver = IN_PERSON};
	struct case_result r;

	int64_t id = ready(w, &p, "counter");
	int64_t version = world_case(w, id)->version;
	CHECK(case_apply(&w->desk, id, version, ACTION_ISSUE, &p.issuer, &args, &r));
	/* the same click once more is no second issue, and no fault */
	CHECK(case_apply(&w->desk, id, version, ACTION_ISSUE, &p.issuer, &args, &r));
	assert_true(r.repeated);
	assert_int_equal(case_apply(&w->desk, id, version, ACTION_ISSUE, &p.clerk, &args, &r), ERR_CONFLICT);
	assert_string_equal(r.first_name, "示例·发证员");
	assert_non_null(strstr(r.say, "结果已领取"));
	expect(w, id, ACTION_ISSUE, &p.clerk, &args, ERR_CONFLICT, "别的环节");
	expect(w, id, ACTION_MAIL, &p.clerk, &(struct case_args){.courier = "示例快递", .waybill = "SF12345678"}, ERR_CONFLICT, "");
	assert_int_equal(count(w, id, "document WHERE kind = 'proof_of_service'"), 1);
}

static void a_refusal_is_delivered_like_a_grant(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	int64_t id = received(w, &p, "F6", "counter", NULL);

	decide(w, id, &p, ACTION_REFUSE);
	world_do(w, id, ACTION_HAND_RESULT, &p.reviewer, NULL);
	assert_string_equal(world_case(w, id)->outcome, "refused");
	world_do(w, id, ACTION_ISSUE, &p.clerk, &(struct case_args){.receiver = {"李示例", "agent", "0012", true}});
	assert_int_equal(world_case(w, id)->state, STATE_DELIVERED);
	char *data = world_sql(w, mem_fmt(w, "SELECT data FROM document WHERE case_id = %lld AND kind = 'proof_of_service'",
					  (long long)id));
	assert_non_null(strstr(data, "代领人"));
	assert_non_null(strstr(data, "0012"));
	assert_int_equal(count(w, id, "certificate WHERE 1"), 0);
}

static void what_is_wanted_online_is_there_at_once(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	int64_t id = ready(w, &p, "electronic");
	struct casefile *c = world_case(w, id);

	assert_int_equal(c->state, STATE_DELIVERED);
	assert_false(c->running & CLOCK_BIT(CLOCK_DELIVERY));
	assert_int_equal(c->remind_due, DAY_NONE);
	assert_int_equal(count(w, id, "case_event WHERE action = 'deliver_electronic' AND actor_kind = 'system'"), 1);
	assert_int_equal(count(w, id, "outbox WHERE template = 'delivered_online' AND channel = 'sms'"), 1);
	trail_is_whole(w, id);
}

/* --- gaps ------------------------------------------------------------------------------------------------ */

static void a_gap_locks_the_result_until_it_is_closed(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "transport");
	struct case_args take = {.receiver = IN_PERSON};
	int64_t id = received(w, &p, "F3", "counter", "safety_rules");

	decide(w, id, &p, ACTION_GRANT);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_RESULT_HELD); /* by the system, in the same moment */
	assert_true(c->running & CLOCK_BIT(CLOCK_GAP));
	expect(w, id, ACTION_ISSUE, &p.issuer, &take, ERR_CONFLICT, "");
	expect(w, id, ACTION_HAND_RESULT, &p.reviewer, NULL, ERR_CONFLICT, "");
	struct case_judgement right = {.item = "safety_rules", .verdict = VERDICT_OK};
	struct case_args close = {.judgements = &right, .njudgements = 1};
	expect(w, id, ACTION_CLOSE_GAP, &p.clerk, &close, ERR_FORBIDDEN, "容缺材料");
	world_sql(w, mem_fmt(w, "UPDATE case_material SET state = 'paper' WHERE case_id = %lld AND item = 'safety_rules'",
			     (long long)id));
	expect(w, id, ACTION_CLOSE_GAP, &p.clerk, NULL, ERR_INVALID, "审核");
	world_do(w, id, ACTION_CLOSE_GAP, &p.clerk, &close);
	assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
	world_do(w, id, ACTION_HAND_RESULT, &p.reviewer, NULL);
	world_do(w, id, ACTION_ISSUE, &p.issuer, &take);
	assert_int_equal(world_case(w, id)->state, STATE_DELIVERED);
	trail_is_whole(w, id);
}

/* --- mail ------------------------------------------------------------------------------------------------ */

static struct case_args letter(struct world *w, const char *prefix, int64_t id)
{
	return (struct case_args){.courier = "示例快递", .waybill = mem_fmt(w, "%s%08lld", prefix, (long long)id)};
}

static void a_waybill_is_made_at_the_window_only_and_once(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	static const char *const wrong[] = {"", "AB123", "yb12345678", "YB 123456", "单号12345678", "YB123456;--"};

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = ready(w, &p, "mail"), other = ready(w, &p, "mail"), by_hand = ready(w, &p, "counter");
	assert_day(world_case(w, id)->due[CLOCK_MAIL], "2026-03-03"); /* ZJG 10(3) */
	assert_int_equal(world_case(w, id)->remind_due, DAY_NONE);
	struct case_args good = letter(w, "YB", id);
	expect(w, id, ACTION_MAIL, &p.chief, &good, ERR_FORBIDDEN, "岗位"); /* ZJG 10(3): departments do not mail */
	expect(w, by_hand, ACTION_MAIL, &p.issuer, &good, ERR_FORBIDDEN, "邮寄");
	for (size_t i = 0; i < LEN(wrong); i++)
		expect(w, id, ACTION_MAIL, &p.issuer, &(struct case_args){.courier = "示例快递", .waybill = wrong[i]}, ERR_INVALID,
		       "运单号");
	world_do(w, id, ACTION_MAIL, &p.issuer, &good);
	assert_int_equal(world_case(w, id)->state, STATE_MAILING);
	assert_false(world_case(w, id)->running & CLOCK_BIT(CLOCK_MAIL));
	assert_int_equal(count(w, id, "document WHERE kind = 'waybill'"), 1);

	/* the same number on another letter: refused in words, and nothing of it stays */
	expect(w, other, ACTION_MAIL, &p.clerk, &good, ERR_INVALID, "已经登记");
	assert_int_equal(count(w, other, "document WHERE kind = 'waybill'"), 0);
	assert_int_equal(count(w, other, "waybill WHERE 1"), 0);
	trail_is_whole(w, other);
}

static void a_letter_that_comes_back_goes_out_again(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	struct sql_waybill_last_row *last;

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = ready(w, &p, "mail");
	struct case_args first = letter(w, "YC", id), second = letter(w, "YD", id);
	world_do(w, id, ACTION_MAIL, &p.issuer, &first);
	world_at(w, "2026-03-06", 10, 0);
	expect(w, id, ACTION_MAIL_BACK, &p.issuer, NULL, ERR_INVALID, "理由");
	world_do(w, id, ACTION_MAIL_BACK, &p.issuer, &(struct case_args){.reason = "地址没有人"});
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_RESULT_READY);
	assert_day(c->due[CLOCK_MAIL], "2026-03-09");
	assert_day(c->ready_day, "2026-03-06");
	expect(w, id, ACTION_MAIL, &p.issuer, &first, ERR_INVALID, "已经登记");
	world_do(w, id, ACTION_MAIL, &p.clerk, &second);
	CHECK(sql_waybill_last(w->desk.db, w->ctx, &(struct sql_waybill_last_in){id}, &last));
	assert_string_equal(last->number, second.waybill);
	expect(w, id, ACTION_CONFIRM_MAIL, &p.issuer, NULL, ERR_INVALID, "情况");
	world_do(w, id, ACTION_CONFIRM_MAIL, &p.issuer, &(struct case_args){.note = "3月9日本人签收"});
	assert_int_equal(world_case(w, id)->state, STATE_DELIVERED);
	assert_int_equal(count(w, id, "document WHERE kind = 'proof_of_service'"), 1);
	trail_is_whole(w, id);
}

static void who_wanted_it_mailed_may_still_come_for_it(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	int64_t id = ready(w, &p, "mail");

	world_do(w, id, ACTION_ISSUE, &p.issuer, &(struct case_args){.receiver = IN_PERSON});
	assert_int_equal(world_case(w, id)->state, STATE_DELIVERED);
}

/* --- the clock job --------------------------------------------------------------------------------------- */

static void round_now(struct world *w)
{
	struct clock_round r;

	CHECK(clock_round(&w->clock, &r));
	assert_int_equal(r.failed, 0);
}

static void late_letters_raise_an_alert_once(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = ready(w, &p, "mail");
	world_at(w, "2026-03-03", 18, 0); /* the last day is not over */
	round_now(w);
	assert_int_equal(count(w, id, "alert WHERE kind = 'mail_overdue'"), 0);
	world_at(w, "2026-03-04", 8, 0);
	round_now(w);
	round_now(w);
	assert_int_equal(count(w, id, "alert WHERE kind = 'mail_overdue'"), 1);
	world_at(w, "2026-03-17", 8, 0); /* ALL 44: ten working days from the decision */
	round_now(w);
	assert_int_equal(count(w, id, "alert WHERE kind = 'delivery_overdue'"), 1);
}

static void who_does_not_come_is_reminded_every_ten_days(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "civil");
	const char *events = "case_event WHERE action = 'remind'", *messages = "outbox WHERE template = 'remind' AND channel = 'sms'";

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = ready(w, &p, "counter");
	world_at(w, "2026-03-16", 23, 0); /* the tenth day is not over */
	round_now(w);
	assert_int_equal(count(w, id, events), 0);
	world_at(w, "2026-03-17", 8, 30);
	round_now(w);
	round_now(w); /* the second runner finds nothing to do */
	assert_int_equal(count(w, id, events), 1);
	assert_int_equal(count(w, id, messages), 1);
	assert_int_equal(count(w, id, "alert WHERE kind = 'unclaimed'"), 1);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_RESULT_READY);
	assert_day(c->ready_day, "2026-03-02"); /* it has been waiting since then all the same */
	assert_day(c->remind_due, "2026-03-31");
	/* a runner that read the list before the first one wrote is told so */
	struct actor system = actor_system();
	struct case_result r;
	assert_int_equal(case_apply(&w->clock, id, 0, ACTION_REMIND, &system, NULL, &r), ERR_FORBIDDEN);
	world_at(w, "2026-04-01", 8, 30);
	round_now(w);
	assert_int_equal(count(w, id, events), 2);
	assert_int_equal(count(w, id, messages), 2);
	world_do(w, id, ACTION_ISSUE, &p.issuer, &(struct case_args){.receiver = IN_PERSON});
	world_at(w, "2026-04-30", 8, 30);
	round_now(w);
	assert_int_equal(count(w, id, events), 2);
	trail_is_whole(w, id);
}

/* --- on the spot (CAT-7, REV-5): in days of 2024, where no other test has letters --------------------------- */

static void put_letter(struct world *w, const char *file, const char *powers, const char *from, const char *until)
{
	const struct matter *m = world_matter(w, file);

	world_sql(w, mem_fmt(w, "DELETE FROM auth_letter WHERE number = '（测）授字〔2024〕第%s号';"
				"INSERT INTO auth_letter (number, dept_code, matter_id, powers, valid_from, valid_until, signed_by,"
				" entered_by, entered_at) SELECT '（测）授字〔2024〕第%s号', dept_code, id, '%s', '%s', '%s', '王示例', 1,"
				" '2024-01-01' FROM matter WHERE code = '%s'",
			     file, file, powers, from, until, m->code));
}

static void the_window_decides_only_under_a_valid_letter(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");
	struct case_args right;

	world_at(w, "2024-06-03", 9, 0);
	int64_t id = received(w, &p, "F4", "counter", NULL);
	right = world_all_right(w, id);
	right.valid_until = DAY_NONE;
	expect(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right, ERR_FORBIDDEN, "授权委托书");
	put_letter(w, "F4", "accept decide", "2024-06-04", "2024-06-05");
	expect(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right, ERR_FORBIDDEN, "授权委托书"); /* its first day is tomorrow */
	put_letter(w, "F4", "accept", "2024-06-03", "2024-06-05");
	expect(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right, ERR_FORBIDDEN, "授权委托书"); /* not what it is for */
	put_letter(w, "F4", "accept decide", "2024-06-03", "2024-06-05");
	world_sql(w, "UPDATE auth_letter SET ended_at = '2024-06-03' WHERE number = '（测）授字〔2024〕第F4号'");
	expect(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right, ERR_FORBIDDEN, "授权委托书"); /* taken back */
	put_letter(w, "F6", "accept decide", "2024-06-03", "2024-06-05");
	expect(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right, ERR_FORBIDDEN, "授权委托书"); /* another matter's */
	put_letter(w, "F4", "accept decide", "2024-06-03", "2024-06-05");
	expect(w, id, ACTION_GRANT_ON_SPOT, &p.issuer, &right, ERR_FORBIDDEN, "岗位");
	world_at(w, "2024-06-05", 17, 0); /* the last day counts */
	world_do(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_RESULT_READY); /* the result is there at once */
	assert_true(c->on_spot);
	assert_string_equal(c->outcome, "granted");
	assert_int_equal(count(w, id, "document WHERE kind IN ('grant', 'certificate', 'result_handover')"), 3);
	world_do(w, id, ACTION_ISSUE, &p.clerk, &(struct case_args){.receiver = IN_PERSON});
	assert_int_equal(world_case(w, id)->state, STATE_DELIVERED);
	trail_is_whole(w, id);

	world_at(w, "2024-06-06", 9, 0);
	int64_t late = received(w, &p, "F4", "counter", NULL);
	right = world_all_right(w, late);
	expect(w, late, ACTION_GRANT_ON_SPOT, &p.clerk, &right, ERR_FORBIDDEN, "授权委托书");
}

static void a_promised_matter_is_never_decided_at_the_window(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2024-06-03", 9, 0);
	put_letter(w, "F1", "accept decide", "2024-06-03", "2024-06-05");
	int64_t id = received(w, &p, "F1", "counter", NULL);
	struct case_args right = world_all_right(w, id);
	expect(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right, ERR_FORBIDDEN, "即办件");
}

static void a_gap_holds_what_was_decided_on_the_spot(void **state)
{
	struct world *w = *state;
	struct people p = people_of(w, "market");

	world_at(w, "2024-06-04", 9, 0);
	put_letter(w, "F4", "accept decide", "2024-06-03", "2024-06-05");
	int64_t id = received(w, &p, "F4", "counter", "premises");
	struct case_args right = world_all_right(w, id);
	right.valid_until = DAY_NONE;
	world_do(w, id, ACTION_GRANT_ON_SPOT, &p.clerk, &right);
	assert_int_equal(world_case(w, id)->state, STATE_RESULT_HELD);
	expect(w, id, ACTION_ISSUE, &p.clerk, &(struct case_args){.receiver = IN_PERSON}, ERR_CONFLICT, "");
	world_sql(w, mem_fmt(w, "UPDATE case_material SET state = 'paper' WHERE case_id = %lld AND item = 'premises'", (long long)id));
	struct case_judgement good = {.item = "premises", .verdict = VERDICT_OK};
	world_do(w, id, ACTION_CLOSE_GAP, &p.clerk, &(struct case_args){.judgements = &good, .njudgements = 1});
	assert_int_equal(world_case(w, id)->state, STATE_RESULT_READY); /* nobody has to bring it from anywhere */
	trail_is_whole(w, id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_result_is_handed_to_who_was_checked),
		cmocka_unit_test(a_second_clerk_hears_that_it_is_gone),
		cmocka_unit_test(a_refusal_is_delivered_like_a_grant),
		cmocka_unit_test(what_is_wanted_online_is_there_at_once),
		cmocka_unit_test(a_gap_locks_the_result_until_it_is_closed),
		cmocka_unit_test(a_waybill_is_made_at_the_window_only_and_once),
		cmocka_unit_test(a_letter_that_comes_back_goes_out_again),
		cmocka_unit_test(who_wanted_it_mailed_may_still_come_for_it),
		cmocka_unit_test(late_letters_raise_an_alert_once),
		cmocka_unit_test(who_does_not_come_is_reminded_every_ten_days),
		cmocka_unit_test(the_window_decides_only_under_a_valid_letter),
		cmocka_unit_test(a_promised_matter_is_never_decided_at_the_window),
		cmocka_unit_test(a_gap_holds_what_was_decided_on_the_spot),
	};

	return cmocka_run_group_tests_name("case_result", tests, world_setup, world_teardown);
}
