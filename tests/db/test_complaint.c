/* Complaints in the database: one taker, nobody in their own matter, each level another person, limits in
 * working days, and the same form twice. */
#include "db/voiceworld.h"

#include "base/text.h"
#include "domain/complaint.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static int setup(void **state)
{
	*state = voiceworld_make(NULL, "complaint_test");
	return *state ? 0 : -1;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static struct complaint_new about(const char *kind, const char *text, const char *facts)
{
	return (struct complaint_new){.channel = "web",
				      .kind = "complaint",
				      .name = "张示例",
				      .phone = "13900000001",
				      .about = kind,
				      .about_text = text,
				      .fault = "attitude",
				      .facts = facts,
				      .submit_key = facts};
}

static int64_t sent(struct voiceworld *v, const struct complaint_new *n)
{
	struct complaint_sent out;
	const char *field, *say;
	enum err e = complaint_send(&v->web, NULL, n, &out, &field, &say);

	if (e != ERR_NONE)
		fail_msg("%s: %s", text_or(field, ""), text_or(say, err_name(e)));
	assert_false(out.again);
	return out.id;
}

static struct complaint *now(struct voiceworld *v, int64_t id)
{
	struct complaint *c;

	CHECK(complaint_load(&v->desk, id, &c));
	return c;
}

static enum err act(struct voiceworld *v, const struct actor *a, int64_t id, enum complaint_action action)
{
	struct complaint_args args = {.words = "已经核实，向您道歉，并已改正。", .finding = "upheld"};
	const char *field, *say;
	const struct casework *w = a->kind == ACTOR_APPLICANT ? &v->web : &v->desk;

	return complaint_act(w, a, id, 0, action, &args, &field, &say);
}

static const struct actor writer = {.kind = ACTOR_APPLICANT, .name = ""};

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

	return complaint_act(own, &t->who[i], t->id, t->version, COMPLAINT_TAKE, NULL, &field, &say);
}

static void two_take_it_and_one_has_it(void **state)
{
	struct voiceworld *v = *state;
	struct complaint_new n = about("none", NULL, "窗口的人不耐烦，问两句就不理人了。");
	struct taking t = {.id = sent(v, &n),
			   .who = {voiceworld_officer(v, "t1", "示例·接收员一", ROLE_COMPLAINT, NULL),
				   voiceworld_officer(v, "t2", "示例·接收员二", ROLE_COMPLAINT, NULL)}};
	int won, lost;

	t.version = now(v, t.id)->r->version;
	voiceworld_race(v, &(struct voice_race){"desk", take, &t}, &won, &lost);
	assert_int_equal(won, 1);
	assert_int_equal(lost, 1);
	struct complaint *c = now(v, t.id);
	assert_int_equal(c->state, COMPLAINT_HANDLING);
	assert_true(c->r->handler_id == t.who[0].id || c->r->handler_id == t.who[1].id);
	assert_int_equal(
	    voiceworld_count(
		v,
		mem_fmt(v,
			"SELECT COUNT(*) FROM complaint_event WHERE action = 'take' AND complaint_id = %lld",
			(long long)t.id)),
	    1);
}

static enum err send_same(const struct voice_race *r, const struct casework *own, int i)
{
	struct complaint_sent out;
	const char *field, *say;

	(void)i;
	TRY(complaint_send(own, NULL, r->about, &out, &field, &say));
	return out.again ? ERR_CONFLICT : ERR_NONE;
}

static void the_same_form_twice_is_one_complaint(void **state)
{
	struct voiceworld *v = *state;
	struct complaint_new n = about("none", NULL, "叫号的屏幕看不清，过了号也没有人提醒。");
	struct complaint_sent again, other;
	const char *field, *say;
	int won, lost;

	voiceworld_race(v, &(struct voice_race){"feedback", send_same, &n}, &won, &lost);
	assert_int_equal(won, 1);
	assert_int_equal(lost, 1);
	CHECK(complaint_send(&v->web, NULL, &n, &again, &field, &say));
	assert_true(again.again && again.own);
	/* another form with the same words: the same person by the telephone; without a name nobody knows who
	 * it is */
	n.submit_key = "another form";
	CHECK(complaint_send(&v->web, NULL, &n, &other, &field, &say));
	assert_true(other.again && other.own);
	assert_int_equal(other.id, again.id);
	n = about("none", NULL, "饮水机没有水，开水间的门也锁着。");
	n.anonymous = true;
	int64_t id = sent(v, &n);
	n.submit_key = "of somebody else";
	CHECK(complaint_send(&v->web, NULL, &n, &other, &field, &say));
	assert_int_equal(other.id, id);
	assert_true(other.again);
	assert_false(other.own);
}

/* --- who may
 * ---------------------------------------------------------------------------------------------------------
 */

static bool visible(struct voiceworld *v, const struct actor *a, int64_t id)
{
	bool may;

	CHECK(complaint_visible(&v->desk, now(v, id), a, &may));
	return may;
}

static void closed_to(struct voiceworld *v, const struct actor *a, int64_t id)
{
	assert_false(visible(v, a, id));
	assert_int_equal(act(v, a, id, COMPLAINT_TAKE), ERR_FORBIDDEN);
}

static void nobody_in_their_own_matter(void **state)
{
	struct voiceworld *v = *state;
	struct actor a =
	    voiceworld_officer(v, "s1", "示例·被反映人", ROLE_COMPLAINT | ROLE_COORDINATOR, NULL);
	struct actor b = voiceworld_officer(v, "s2", "示例·顶岗人", ROLE_COMPLAINT, NULL), b_as_a = b;
	struct complaint_new n = about("person", a.name, "这位工作人员说话很难听，还让我下个月再来。");
	int64_t id = sent(v, &n);

	closed_to(v, &a, id);
	b_as_a.acting_for = a.id;
	closed_to(v, &b_as_a, id);
	assert_true(visible(v, &b, id));
	scratchdb_do(
	    v->b->db,
	    mem_fmt(v,
		    "INSERT INTO substitution (a_staff, b_staff, from_at, until_at, reason, approver) VALUES "
		    "(%lld, %lld, '2026-03-01', '2026-03-03', '休假', '示例·统筹员')",
		    (long long)a.id, (long long)b.id));
	closed_to(v, &b, id); /* also when they act in their own name */
	voiceworld_at(v, "2026-03-03", 9, 30);
	CHECK(act(v, &b, id, COMPLAINT_TAKE));
	voiceworld_at(v, "2026-03-02", 9, 30);
}

static void each_level_is_somebody_else(void **state)
{
	struct voiceworld *v = *state;
	struct actor a = voiceworld_officer(v, "l1", "示例·统筹员一", ROLE_COORDINATOR, NULL);
	struct actor b = voiceworld_officer(v, "l2", "示例·统筹员二", ROLE_COORDINATOR | ROLE_MANAGER, NULL);
	struct actor m = voiceworld_officer(v, "l3", "示例·监察员", ROLE_SUPERVISOR, NULL);
	struct complaint_new n = about("none", NULL, "排队两个小时，没有人说明为什么这么慢。");
	int64_t id = sent(v, &n);

	assert_int_equal(act(v, &m, id, COMPLAINT_TAKE), ERR_CONFLICT); /* not their level yet */
	CHECK(act(v, &a, id, COMPLAINT_TAKE));
	CHECK(act(v, &a, id, COMPLAINT_ANSWER));
	CHECK(act(v, &writer, id, COMPLAINT_REOPEN));
	assert_int_equal(now(v, id)->r->level, 2);
	assert_int_equal(now(v, id)->r->handler_id, 0);
	assert_int_equal(act(v, &a, id, COMPLAINT_TAKE), ERR_CONFLICT);
	CHECK(act(v, &b, id, COMPLAINT_TAKE));
	CHECK(act(v, &b, id, COMPLAINT_ANSWER));
	CHECK(act(v, &writer, id, COMPLAINT_REOPEN));
	assert_int_equal(act(v, &b, id, COMPLAINT_TAKE),
			 ERR_CONFLICT); /* a manager, but answered it before */
	CHECK(act(v, &m, id, COMPLAINT_TAKE));
	CHECK(act(v, &m, id, COMPLAINT_ANSWER));
	assert_int_equal(act(v, &writer, id, COMPLAINT_REOPEN), ERR_CONFLICT);
	assert_int_equal(now(v, id)->r->level, 3);
}

/* --- days
 * -------------------------------------------------------------------------------------------------------------
 */

static struct complaint_round tick(struct voiceworld *v, const char *date)
{
	struct complaint_round r;

	voiceworld_at(v, date, 8, 0);
	CHECK(complaint_round(&v->clock, &r));
	assert_int_equal(r.failed, 0);
	return r;
}

static int64_t alerts_of(struct voiceworld *v, int64_t id, const char *kind)
{
	return voiceworld_count(
	    v,
	    mem_fmt(
		v, "SELECT COUNT(*) FROM alert WHERE topic = 'complaint' AND topic_id = %lld AND kind = '%s'",
		(long long)id, kind));
}

static void alerted(struct voiceworld *v, int64_t id, int near, int overdue)
{
	assert_int_equal(alerts_of(v, id, "complaint_near"), near);
	assert_int_equal(alerts_of(v, id, "complaint_overdue"), overdue);
}

static void warned_before_and_after_and_closed_in_the_end(void **state)
{
	struct voiceworld *v = *state;
	struct actor a = voiceworld_officer(v, "d1", "示例·接收员三", ROLE_COMPLAINT, NULL);
	struct complaint_new n = about("none", NULL, "大厅的椅子坏了好几把，老人没有地方坐。");
	int64_t id = sent(v, &n);

	assert_int_equal(now(v, id)->r->due, day_make(2026, 3, 10)); /* five working days, with Monday off */
	(void)tick(v, "2026-03-05");
	alerted(v, id, 0, 0);
	(void)tick(v, "2026-03-06"); /* the last working day before */
	(void)tick(v, "2026-03-10");
	alerted(v, id, 1, 0);
	(void)tick(v, "2026-03-11");
	assert_int_equal(tick(v, "2026-03-11").alerts, 0);
	alerted(v, id, 1, 1);
	CHECK(act(v, &a, id, COMPLAINT_TAKE));
	CHECK(act(v, &a, id, COMPLAINT_ANSWER));
	assert_int_equal(now(v, id)->r->lapse_day, day_make(2026, 3, 25));
	(void)tick(v, "2026-03-25");
	assert_int_equal(now(v, id)->state, COMPLAINT_ANSWERED);
	assert_true(tick(v, "2026-03-26").closed >= 1);
	assert_int_equal(now(v, id)->state, COMPLAINT_CLOSED);
	assert_int_equal(now(v, id)->r->satisfied, 0); /* silence is no praise */
	assert_int_equal(act(v, &writer, id, COMPLAINT_REOPEN), ERR_CONFLICT);
	alerted(v, id, 1, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_take_it_and_one_has_it),
	    cmocka_unit_test(the_same_form_twice_is_one_complaint),
	    cmocka_unit_test(nobody_in_their_own_matter),
	    cmocka_unit_test(each_level_is_somebody_else),
	    cmocka_unit_test(warned_before_and_after_and_closed_in_the_end),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
