/* What happens by itself: acceptance deemed by law, warnings, and messages that leave.  The days of these tests are in
 * 2024, before those of the other tests, because the jobs look at everybody's cases. */
#include "db/caseworld.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/alert.h"
#include "domain/event.h"
#include "domain/outbox.h"
#include "gen/sql.h"
#include "scratch.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static struct clock_round round_now(struct world *w)
{
	struct clock_round r;

	CHECK(clock_round(&w->clock, &r));
	assert_int_equal(r.failed, 0);
	return r;
}

static int64_t alerts(struct world *w, int64_t id, enum alert_kind kind)
{
	return world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM alert WHERE case_id = %lld AND kind = '%s'", (long long)id,
				      alert_key(kind)));
}

/* --- the clock --------------------------------------------------------------------------------------- */

static void silence_is_acceptance(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	const char *fault;

	/* received on Monday 2024-03-04: the fifth working day is Monday 2024-03-11 */
	world_at(w, "2024-03-04", 15, 0);
	int64_t id = world_received(w, &who, "F1");
	assert_day(world_case(w, id)->due[CLOCK_CORRECTION], "2024-03-11");

	world_at(w, "2024-03-07", 23, 59);
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_DEEMING_TOMORROW), 0);
	world_at(w, "2024-03-08", 9, 0); /* Friday: one working day is left */
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_DEEMING_TOMORROW), 1);
	world_at(w, "2024-03-11", 23, 59); /* the last day is not over */
	round_now(w);
	assert_int_equal(world_case(w, id)->state, STATE_RECEIVED);

	world_at(w, "2024-03-12", 0, 1);
	assert_int_equal(round_now(w).deemed, 1);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->state, STATE_ACCEPTED);
	assert_day(c->accepted_day, "2024-03-04"); /* from receipt, not from today */
	assert_int_equal(c->accepted_by, 0);
	day due;
	CHECK(clock_due_limit(w->clock.calendar, c->received_day, matter_limit_clock(&c->matter->limits.legal), NULL, 0, &due));
	assert_true(c->due[CLOCK_LEGAL] == due);
	assert_int_equal(alerts(w, id, ALERT_DEEMED), 1);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM document WHERE case_id = %lld AND kind = 'deemed_notice'",
						(long long)id)), 1);
	CHECK(event_check(w->eventcheck.db, w, id, &fault));
	assert_null(fault);

	/* once more changes nothing */
	assert_int_equal(round_now(w).deemed, 0);
	assert_int_equal(alerts(w, id, ALERT_DEEMING_TOMORROW), 1);
	assert_int_equal(world_case(w, id)->version, c->version);
}

static void an_answer_in_time_is_no_silence(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);

	world_at(w, "2024-04-08", 9, 0);
	int64_t id = world_received(w, &who, "F1");
	struct case_args fault = world_fault(w, id);
	world_do(w, id, ACTION_NOTIFY_CORRECTION, &clerk, &fault);
	world_at(w, "2024-05-20", 9, 0);
	round_now(w);
	assert_int_equal(world_case(w, id)->state, STATE_CORRECTION);
	/* the days run anew from the supplements */
	struct case_result r;
	const char *say;
	CHECK(draft_material_set(&w->desk, &clerk, id, world_case(w, id)->items[0].item, MATERIAL_PAPER, &say));
	CHECK(case_apply(&w->desk, id, 0, ACTION_ANSWER_CORRECTION, &clerk, NULL, &r));
	assert_day(world_case(w, id)->due[CLOCK_CORRECTION], "2024-05-27");
	world_at(w, "2024-05-28", 9, 0);
	round_now(w);
	assert_int_equal(world_case(w, id)->state, STATE_ACCEPTED);
	assert_day(world_case(w, id)->accepted_day, "2024-05-20");
}

static void an_unanswered_submission_is_reported_once(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");

	world_at(w, "2024-06-03", 9, 0);
	int64_t id = world_submitted(w, &who, "F1");
	world_at(w, "2024-06-04", 23, 0);
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_FEEDBACK_OVERDUE), 0);
	for (int i = 0; i < 3; i++) {
		world_at(w, "2024-06-05", 9 + i, 0);
		round_now(w);
	}
	assert_int_equal(alerts(w, id, ALERT_FEEDBACK_OVERDUE), 1);
	assert_int_equal(world_case(w, id)->state, STATE_SUBMITTED);
}

static void limits_warn_before_and_record_after(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	char date[DAY_TEXT];

	world_at(w, "2024-07-01", 9, 0);
	int64_t id = world_received(w, &who, "F1");
	world_do(w, id, ACTION_ACCEPT, &clerk, NULL);
	day due = world_case(w, id)->due[CLOCK_PROMISED];
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_PROMISED_TOMORROW), 0);
	world_at(w, day_text(due, date), 9, 0);
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_PROMISED_TOMORROW), 1);
	assert_int_equal(alerts(w, id, ALERT_PROMISED_OVERDUE), 0);
	world_at(w, day_text(due + 1, date), 9, 0);
	round_now(w);
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_PROMISED_OVERDUE), 1);
}

static void two_machines_deem_once(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	int64_t id[6];
	int status;

	world_at(w, "2024-08-05", 9, 0);
	for (size_t i = 0; i < LEN(id); i++)
		id[i] = world_received(w, &who, "F1");
	world_at(w, "2024-08-13", 9, 0);
	pid_t pid[4];
	for (size_t i = 0; i < LEN(pid); i++) {
		pid[i] = fork();
		if (pid[i] == 0) {
			struct casework own = world_as(w, "clock");
			struct clock_round r;
			own.now = w->clock.now;
			_exit(clock_round(&own, &r) == ERR_NONE && r.failed == 0 ? 0 : 1);
		}
	}
	for (size_t i = 0; i < LEN(pid); i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
	for (size_t i = 0; i < LEN(id); i++) {
		assert_int_equal(world_case(w, id[i])->state, STATE_ACCEPTED);
		assert_int_equal(world_case(w, id[i])->event_count, 5);
		assert_int_equal(alerts(w, id[i], ALERT_DEEMED), 1);
	}
}

static void the_lease_lets_one_runner_work(void **state)
{
	struct world *w = *state;
	struct sql_lease_holder_row *r;
	struct sql_lease_take_in in = {.name = "test", .holder = "one", .now = w->clock.now, .until_at = w->clock.now + 1000};

	CHECK(sql_lease_take(w->clock.db, &in, NULL));
	in.holder = "two";
	CHECK(sql_lease_take(w->clock.db, &in, NULL));
	CHECK(sql_lease_holder(w->clock.db, w, &(struct sql_lease_holder_in){.name = "test"}, &r));
	assert_string_equal(r->holder, "one");
	in.now += 1000; /* run out: whoever comes takes it */
	in.until_at += 1000;
	CHECK(sql_lease_take(w->clock.db, &in, NULL));
	CHECK(sql_lease_holder(w->clock.db, w, &(struct sql_lease_holder_in){.name = "test"}, &r));
	assert_string_equal(r->holder, "two");
	CHECK(sql_lease_drop(w->clock.db, &(struct sql_lease_drop_in){.name = "test", .holder = "one"}, NULL));
	CHECK(sql_lease_holder(w->clock.db, w, &(struct sql_lease_holder_in){.name = "test"}, &r));
	CHECK(sql_lease_drop(w->clock.db, &(struct sql_lease_drop_in){.name = "test", .holder = "two"}, NULL));
}

/* --- messages ---------------------------------------------------------------------------------------- */

struct post { /* an adapter that remembers, and fails while it is told to */
	int64_t case_id;
	int sent, failing;
	char text[600], to[40];
};

static enum err post_send(void *ctx, void *arg, const struct outbox_message *m, const char **why)
{
	struct post *p = arg;

	(void)ctx;
	if (m->about_id != p->case_id)
		return ERR_NONE;
	if (p->failing > 0) {
		p->failing--;
		*why = "no line";
		return ERR_UNAVAILABLE;
	}
	p->sent++;
	strncpy(p->text, m->body, sizeof(p->text) - 1);
	if (text_eq(m->channel, "sms"))
		strncpy(p->to, m->to, sizeof(p->to) - 1);
	return ERR_NONE;
}

static struct outbox_round send_now(struct world *w, struct post *p)
{
	struct outbox_round r, sum = {0, 0, 0};

	do {
		CHECK(outbox_send(&w->sender, "test.1", 20, post_send, p, &r));
		sum.sent += r.sent;
		sum.failed += r.failed;
		sum.dead += r.dead;
	} while (r.sent + r.failed + r.dead > 0);
	return sum;
}

static void a_message_is_sent_once(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct post p = {0};

	world_at(w, "2024-09-02", 10, 0);
	send_now(w, &p); /* what other tests of this file left */
	p.case_id = world_submitted(w, &who, "F1");
	send_now(w, &p);
	assert_int_equal(p.sent, 2); /* text message and e-mail */
	assert_int_equal(strlen(p.to), 11);
	assert_non_null(strstr(p.text, world_case(w, p.case_id)->short_no));
	assert_non_null(strstr(p.text, "/t/"));
	assert_null(strstr(p.text, "张示例")); /* never a full name */
	send_now(w, &p);
	assert_int_equal(p.sent, 2);
}

static void what_fails_is_tried_again_later_and_given_up_in_the_end(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct post p = {.failing = 1};

	world_at(w, "2024-09-03", 10, 0);
	p.case_id = world_submitted(w, &who, "F1");
	assert_int_equal(send_now(w, &p).failed, 1);
	assert_int_equal(p.sent, 1);
	send_now(w, &p); /* not yet */
	assert_int_equal(p.sent, 1);
	world_at(w, "2024-09-03", 10, 1);
	send_now(w, &p);
	assert_int_equal(p.sent, 2);

	p = (struct post){.failing = 1000, .case_id = world_submitted(w, &who, "F1")};
	int64_t dead = 0;
	for (int i = 1; i < 28; i++) {
		world_at(w, mem_fmt(w, "2024-10-%02d", i), 12, 0);
		dead += send_now(w, &p).dead;
	}
	assert_int_equal(dead, 2);
	assert_string_equal(world_sql(w, mem_fmt(w, "SELECT DISTINCT state, attempts, last_error FROM outbox WHERE case_id = %lld",
						 (long long)p.case_id)), "dead\t8\tno line\n");
}

static void nobody_is_written_to_at_night(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct post p = {0};

	world_at(w, "2024-11-04", 22, 30);
	p.case_id = world_submitted(w, &who, "F1");
	send_now(w, &p);
	world_at(w, "2024-11-05", 7, 59);
	send_now(w, &p);
	assert_int_equal(p.sent, 0);
	world_at(w, "2024-11-05", 8, 0);
	send_now(w, &p);
	assert_int_equal(p.sent, 2);
}

static void senders_share_the_work(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	int pipes[2], status;
	char mark;

	world_at(w, "2024-12-02", 10, 0);
	int64_t before = world_count(w, "SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'sending') AND next_at <= '2024-12-02 10:00'");
	for (int i = 0; i < 10; i++)
		world_submitted(w, &who, "F1");
	assert_int_equal(pipe(pipes), 0);
	pid_t pid[4];
	for (size_t i = 0; i < LEN(pid); i++) {
		pid[i] = fork();
		if (pid[i] == 0) {
			struct casework own = world_as(w, "sender");
			struct outbox_round r;
			int64_t sent = 0;
			own.now = w->sender.now;
			do {
				struct post p = {0};
				if (outbox_send(&own, mem_fmt(w, "test.%zu", i), 3, post_send, &p, &r) != ERR_NONE)
					_exit(1);
				sent += r.sent;
				for (int64_t k = 0; k < r.sent; k++)
					if (write(pipes[1], "x", 1) != 1)
						_exit(1);
			} while (r.sent > 0);
			_exit(0);
		}
	}
	close(pipes[1]);
	int64_t sent = 0;
	while (read(pipes[0], &mark, 1) == 1)
		sent++;
	close(pipes[0]);
	for (size_t i = 0; i < LEN(pid); i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(sent, before + 20);
}

static void a_message_left_by_a_dead_sender_is_taken_over(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	struct post p = {0};

	world_at(w, "2024-12-03", 10, 0);
	p.case_id = world_submitted(w, &who, "F1");
	world_sql(w, mem_fmt(w, "UPDATE outbox SET state = 'sending', attempts = 1, lease_by = 'gone', lease_until = '2024-12-03 10:02',"
				" next_at = '2024-12-03 10:02' WHERE case_id = %lld", (long long)p.case_id));
	send_now(w, &p);
	assert_int_equal(p.sent, 0);
	world_at(w, "2024-12-03", 10, 2);
	send_now(w, &p);
	assert_int_equal(p.sent, 2);
}

/* --- the commands themselves ------------------------------------------------------------------------- */

/* run_command - exit status of build/bin/<program> at an instant of the test's own, with one more setting. */
static int run_command(struct world *w, const char *program, const char *now, const char *setting, const char *args)
{
	const char *dir = scratch_dir();
	const char *script = mem_fmt(
		w,
		"cd '%s' && echo '%s' > now && sed -e '/^now_file/d' -e '/^%.*s/d' \"$PORTAL_CONF_DIR/%s.conf\" > job.conf &&"
		" printf 'now_file = %s/now\n%s\n' >> job.conf && cd - > /dev/null &&"
		" PORTAL_CONF='%s/job.conf' build/bin/%s %s > '%s/said' 2>> '%s/log'",
		dir, now, (int)strcspn(setting, " "), setting, program, dir, setting, dir, program, args, dir, dir);
	int status = system(script);

	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static bool is_there(const char *path)
{
	return access(path, R_OK) == 0;
}

static void the_commands_do_their_part(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	const char *dir = scratch_dir(), *box = mem_fmt(w, "outbox_dir = %s", dir);

	world_at(w, "2024-12-09", 10, 0);
	int64_t id = world_received(w, &who, "F1");
	assert_int_equal(run_command(w, "clock", "2024-12-16 18:00:00", box, ""), 0);
	assert_int_equal(world_case(w, id)->state, STATE_RECEIVED);
	assert_int_equal(run_command(w, "clock", "2024-12-17 09:00:00", box, ""), 0);
	assert_int_equal(run_command(w, "clock", "2024-12-17 09:01:00", box, ""), 0);
	assert_int_equal(world_case(w, id)->state, STATE_ACCEPTED);
	assert_int_equal(world_case(w, id)->event_count, 5);

	assert_int_equal(run_command(w, "sender", "2024-12-17 09:02:00", box, ""), 0);
	for (int seq = 1; seq <= 5; seq++) /* the pre-review's beginning is not worth a message */
		assert_int_equal(is_there(mem_fmt(w, "%s/case.%lld.%d.%lld.sms.json", dir, (long long)id, seq, (long long)who.id)),
				 seq != 2);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM outbox WHERE case_id = %lld AND state <> 'sent'",
						(long long)id)), 0);
	assert_int_equal(run_command(w, "sender", "2024-12-17 09:02:00", "outbox_adapter = pigeon", ""), 1);

	const char *number = world_case(w, id)->short_no;
	assert_int_equal(run_command(w, "eventcheck", "2024-12-17 09:03:00", box, number), 0);
	world_sql(w, mem_fmt(w, "UPDATE case_event SET reason = '改过' WHERE case_id = %lld AND seq = 4", (long long)id));
	assert_int_equal(run_command(w, "eventcheck", "2024-12-17 09:03:00", box, number), 1);
	assert_int_equal(system(mem_fmt(w, "grep -q 'event 4 was changed' '%s/said'", dir)), 0);
	assert_int_equal(run_command(w, "eventcheck", "2024-12-17 09:03:00", box, "no-such-case"), 2);
}

/* A special procedure that takes longer than the applicant was told is warned of, and stays on record when it is over. */
static void a_late_procedure_is_recorded_for_ever(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural"), clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor reviewer = world_officer(w, "示例·审查员", ROLE_REVIEWER, "market");

	world_at(w, "2024-11-04", 9, 30);
	int64_t id = world_received(w, &who, "F1");
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_ACCEPT, &clerk, &right);
	world_do(w, id, ACTION_BEGIN_REVIEW, &reviewer, NULL);
	world_do(w, id, ACTION_SPECIAL_START, &reviewer, &(struct case_args){.procedure = 1, .days = 2, .reason = "要看现场"});
	assert_day(world_case(w, id)->due[CLOCK_SPECIAL], "2024-11-06");
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_SPECIAL_TOMORROW), 0);
	world_at(w, "2024-11-05", 9, 0);
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_SPECIAL_TOMORROW), 1);
	world_at(w, "2024-11-07", 0, 1);
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_SPECIAL_OVERDUE), 1);
	world_do(w, id, ACTION_SPECIAL_END, &reviewer,
		 &(struct case_args){.reason = "看过了", .inspectors = {"核查员甲", "核查员乙"}});
	round_now(w);
	assert_int_equal(alerts(w, id, ALERT_SPECIAL_OVERDUE), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(silence_is_acceptance),
		cmocka_unit_test(an_answer_in_time_is_no_silence),
		cmocka_unit_test(an_unanswered_submission_is_reported_once),
		cmocka_unit_test(limits_warn_before_and_record_after),
		cmocka_unit_test(two_machines_deem_once),
		cmocka_unit_test(the_lease_lets_one_runner_work),
		cmocka_unit_test(a_message_is_sent_once),
		cmocka_unit_test(what_fails_is_tried_again_later_and_given_up_in_the_end),
		cmocka_unit_test(nobody_is_written_to_at_night),
		cmocka_unit_test(senders_share_the_work),
		cmocka_unit_test(a_message_left_by_a_dead_sender_is_taken_over),
		cmocka_unit_test(a_late_procedure_is_recorded_for_ever),
		cmocka_unit_test(the_commands_do_their_part),
	};

	return cmocka_run_group_tests_name("jobs on cases", tests, world_setup, world_teardown);
}
