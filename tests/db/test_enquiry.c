/* Enquiries in the database: the first taker stays responsible, the same form twice, limits in working days.
 */
#include "db/voiceworld.h"

#include "base/text.h"
#include "domain/enquiry.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static int setup(void **state)
{
	*state = voiceworld_make(NULL, "enquiry_test");
	return *state ? 0 : -1;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static int64_t asked(struct voiceworld *v, const char *question)
{
	struct enquiry_new n = {.channel = "web", .question = question, .submit_key = question};
	struct enquiry_sent out;
	const char *field, *say;

	CHECK(enquiry_send(&v->web, NULL, &n, &out, &field, &say));
	assert_false(out.again);
	return out.id;
}

static struct enquiry *now(struct voiceworld *v, int64_t id)
{
	struct enquiry *e;

	CHECK(enquiry_load(&v->desk, id, &e));
	return e;
}

static enum err act(struct voiceworld *v, const struct actor *a, int64_t id, enum enquiry_action action,
		    day later)
{
	struct enquiry_args args = {
	    .words = "先办营业执照。", .way = "page", .dept = "market", .later = later};
	const char *field, *say;

	return enquiry_act(a->kind == ACTOR_APPLICANT ? &v->web : &v->desk, a, id, 0, action, &args, &field,
			   &say);
}

/* --- several at once
 * ------------------------------------------------------------------------------------------------ */

struct taking {
	int64_t id, version;
	struct actor who[2];
};

static enum err take(const struct voice_race *r, const struct casework *own, int i)
{
	const struct taking *t = r->about;
	const char *field, *say;

	return enquiry_act(own, &t->who[i], t->id, t->version, ENQUIRY_TAKE, NULL, &field, &say);
}

static void two_take_it_and_the_first_answers_for_it(void **state)
{
	struct voiceworld *v = *state;
	struct taking t = {.id = asked(v, "开饭店先办什么？"),
			   .who = {voiceworld_officer(v, "g1", "示例·导办员一", ROLE_GUIDE, NULL),
				   voiceworld_officer(v, "g2", "示例·导办员二", ROLE_GUIDE, NULL)}};
	struct actor dept = voiceworld_officer(v, "m1", "示例·审查员", ROLE_REVIEWER, "market");
	struct actor asker = {.kind = ACTOR_APPLICANT, .name = ""};
	int won, lost;

	t.version = now(v, t.id)->r->version;
	voiceworld_race(v, &(struct voice_race){"desk", take, &t}, &won, &lost);
	assert_int_equal(won, 1);
	assert_int_equal(lost, 1);
	bool first = now(v, t.id)->r->owner_id == t.who[0].id;
	const struct actor *mine = &t.who[first ? 0 : 1], *other = &t.who[first ? 1 : 0];
	assert_int_equal(now(v, t.id)->r->owner_id, mine->id);
	assert_int_equal(act(v, other, t.id, ENQUIRY_ANSWER, DAY_NONE), ERR_CONFLICT);
	assert_false(enquiry_visible(now(v, t.id), &dept));
	CHECK(act(v, mine, t.id, ENQUIRY_TRANSFER, DAY_NONE));
	assert_true(enquiry_visible(now(v, t.id), &dept));
	CHECK(act(v, &dept, t.id, ENQUIRY_ANSWER, DAY_NONE));
	CHECK(act(v, &asker, t.id, ENQUIRY_FOLLOW, DAY_NONE));
	assert_int_equal(now(v, t.id)->r->owner_id, mine->id); /* to the end */
	assert_int_equal(act(v, other, t.id, ENQUIRY_ANSWER, DAY_NONE), ERR_CONFLICT);
}

static enum err send_same(const struct voice_race *r, const struct casework *own, int i)
{
	struct enquiry_sent out;
	const char *field, *say;

	(void)i;
	TRY(enquiry_send(own, NULL, r->about, &out, &field, &say));
	return out.again ? ERR_CONFLICT : ERR_NONE;
}

static void the_same_form_twice_is_one_enquiry(void **state)
{
	struct voiceworld *v = *state;
	struct enquiry_new n = {.channel = "web", .question = "身份证丢了能办吗？", .submit_key = "one form"};
	struct enquiry_sent again, other;
	const char *field, *say;
	int won, lost;

	voiceworld_race(v, &(struct voice_race){"feedback", send_same, &n}, &won, &lost);
	assert_int_equal(won, 1);
	assert_int_equal(lost, 1);
	CHECK(enquiry_send(&v->web, NULL, &n, &again, &field, &say));
	assert_true(again.again && again.own);
	n.submit_key = "another form";
	CHECK(enquiry_send(&v->web, NULL, &n, &other, &field, &say));
	assert_int_equal(other.id, again.id);
	assert_false(other.own); /* nothing shows that it is the same person */
}

/* --- days
 * -------------------------------------------------------------------------------------------------------------
 */

static int64_t tick(struct voiceworld *v, const char *date)
{
	int64_t alerts;

	voiceworld_at(v, date, 8, 0);
	CHECK(enquiry_round(&v->clock, &alerts));
	return alerts;
}

static int64_t alerts_of(struct voiceworld *v, int64_t id, const char *kind)
{
	return voiceworld_count(
	    v,
	    mem_fmt(v,
		    "SELECT COUNT(*) FROM alert WHERE topic = 'enquiry' AND topic_id = %lld AND kind = '%s'",
		    (long long)id, kind));
}

static void alerted(struct voiceworld *v, int64_t id, int near, int overdue)
{
	assert_int_equal(alerts_of(v, id, "enquiry_near"), near);
	assert_int_equal(alerts_of(v, id, "enquiry_overdue"), overdue);
}

static void warned_before_and_after(void **state)
{
	struct voiceworld *v = *state;
	struct actor a = voiceworld_officer(v, "d1", "示例·导办员三", ROLE_GUIDE, NULL);

	voiceworld_at(v, "2026-03-05", 9, 30);
	int64_t left = asked(v, "周末能来取证吗？"), told = asked(v, "外地人能代办吗？"),
		done = asked(v, "要带几张照片？");
	assert_int_equal(now(v, left)->r->due,
			 day_make(2026, 3, 11)); /* three working days, with Monday off */
	CHECK(act(v, &a, told, ENQUIRY_TAKE, DAY_NONE));
	CHECK(act(v, &a, told, ENQUIRY_LATER, day_make(2026, 3, 18)));
	CHECK(act(v, &a, done, ENQUIRY_TAKE, DAY_NONE));
	CHECK(act(v, &a, done, ENQUIRY_ANSWER, DAY_NONE));
	(void)tick(v, "2026-03-06");
	alerted(v, left, 0, 0);
	(void)tick(v, "2026-03-10");
	alerted(v, left, 1, 0);
	(void)tick(v, "2026-03-12");
	assert_int_equal(tick(v, "2026-03-12"), 0);
	alerted(v, left, 1, 1);
	alerted(v, told, 0, 0); /* the day that the asker was told counts */
	(void)tick(v, "2026-03-19");
	alerted(v, told, 0, 1);
	alerted(v, done, 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_take_it_and_the_first_answers_for_it),
	    cmocka_unit_test(the_same_form_twice_is_one_enquiry),
	    cmocka_unit_test(warned_before_and_after),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
