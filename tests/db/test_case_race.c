/* Several at once: one submission, one winner, numbers without gaps.  Each runner is a process with a connection of its
 * own, let go at the same moment. */
#include "db/caseworld.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/intake.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define RUNNERS 8
#define EACH 6

struct outcome { /* in memory that the processes share */
	enum err e;
	bool repeated;
	int64_t document_id;
	char case_no[64];
	char say[512];
};

struct race {
	struct world *w;
	const char *program;
	void (*run)(const struct race *r, const struct casework *own, int i, struct outcome *out);
	int64_t id[RUNNERS * EACH];
	int64_t broken[RUNNERS]; /* cases whose messages cannot be addressed */
	int64_t version;
	const char *key;
	struct actor who[RUNNERS];
	struct outcome *out;
};

static struct outcome *shared_outcomes(void)
{
	void *p = mmap(NULL, RUNNERS * sizeof(struct outcome), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	assert_true(p != MAP_FAILED);
	return p;
}

static void runner(const struct race *r, int i, int gate)
{
	struct casework own = world_as(r->w, r->program);
	char go;

	if (read(gate, &go, 1) < 0) /* open until the parent closes its end */
		_exit(1);
	r->run(r, &own, i, &r->out[i]);
	_exit(0);
}

static void race_run(struct race *r)
{
	pid_t pid[RUNNERS];
	int gate[2], status;

	r->out = shared_outcomes();
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < RUNNERS; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			close(gate[1]);
			runner(r, i, gate[0]);
		}
	}
	usleep(500000); /* until all have connected; the outcome does not depend on it */
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < RUNNERS; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
}

static void note(struct outcome *out, enum err e, const struct case_result *r)
{
	out->e = e;
	out->repeated = r->repeated;
	out->document_id = r->document_id;
	if (r->case_no)
		strncpy(out->case_no, r->case_no, sizeof(out->case_no) - 1);
	if (r->say)
		strncpy(out->say, r->say, sizeof(out->say) - 1);
}

/* --- one submission ---------------------------------------------------------------------------------- */

static void submit(const struct race *r, const struct casework *own, int i, struct outcome *out)
{
	struct case_result result;
	enum err e = draft_submit(own, &r->who[i], r->id[0], r->key, &result);

	note(out, e, &result);
}

static void eight_submissions_make_one_case(void **state)
{
	struct world *w = *state;
	struct race r = {.w = w, .program = "apply", .run = submit};
	struct actor who = world_person(w, "natural");
	int firsts = 0;

	r.id[0] = world_draft(w, &who, "F1");
	r.key = world_case(w, r.id[0])->submit_key;
	for (int i = 0; i < RUNNERS; i++)
		r.who[i] = who;
	race_run(&r);
	for (int i = 0; i < RUNNERS; i++) {
		assert_int_equal(r.out[i].e, ERR_NONE);
		assert_string_equal(r.out[i].case_no, r.out[0].case_no);
		assert_int_equal(r.out[i].document_id, r.out[0].document_id);
		firsts += !r.out[i].repeated;
	}
	assert_int_equal(firsts, 1);
	struct casefile *c = world_case(w, r.id[0]);
	assert_int_equal(c->event_count, 1);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM document WHERE case_id = %lld", (long long)c->id)), 1);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM outbox WHERE case_id = %lld", (long long)c->id)), 2);
}

/* --- one winner -------------------------------------------------------------------------------------- */

static void decide(const struct race *r, const struct casework *own, int i, struct outcome *out)
{
	static const struct case_args refusal = {.reason = "不需要许可", .ground = GROUND_NO_LICENCE_NEEDED};
	struct case_result result;
	enum err e = case_apply(own, r->id[0], r->version, i % 2 ? ACTION_ACCEPT : ACTION_REFUSE_ACCEPTANCE, &r->who[i],
				i % 2 ? NULL : &refusal, &result);

	note(out, e, &result);
}

static void two_officers_at_once_have_one_winner(void **state)
{
	struct world *w = *state;
	struct race r = {.w = w, .program = "desk", .run = decide};
	struct actor who = world_person(w, "natural");
	int winners = 0;

	r.id[0] = world_received(w, &who, "F1");
	r.version = world_case(w, r.id[0])->version;
	for (int i = 0; i < RUNNERS; i++)
		r.who[i] = world_officer(w, mem_fmt(w, "示例·窗口员%d", i + 1), ROLE_CLERK, NULL);
	race_run(&r);
	for (int i = 0; i < RUNNERS; i++) {
		winners += r.out[i].e == ERR_NONE;
		if (r.out[i].e != ERR_NONE) {
			assert_int_equal(r.out[i].e, ERR_CONFLICT);
			assert_non_null(strstr(r.out[i].say, "示例·窗口员")); /* says who was first */
		}
	}
	assert_int_equal(winners, 1);
	assert_int_equal(world_case(w, r.id[0])->version, r.version + 1);
}

/* --- numbers ----------------------------------------------------------------------------------------- */

static void receive(const struct race *r, const struct casework *own, int i, struct outcome *out)
{
	struct case_result result = {.say = ""};
	enum err e = ERR_NONE;

	for (int k = 0; k < EACH && e == ERR_NONE; k++) {
		struct case_result lost;
		e = case_apply(own, r->id[i * EACH + k], 0, ACTION_RECEIVE, &r->who[i], NULL, &result);
		/* in between, one that fails after its numbers were taken: they must come back */
		if (case_apply(own, r->broken[i], 0, ACTION_RECEIVE, &r->who[i], NULL, &lost) != ERR_DUPLICATE)
			e = ERR_CONFLICT;
	}
	note(out, e, &result);
}

static int64_t counter_draft(struct world *w, const struct actor *clerk)
{
	struct draft_person person = {.kind = "natural", .name = "李示例", .id_type = "111", .id_no = "410599196208151012",
				      .phone = "13800000009"};
	int64_t id;

	const struct intake_how how = {.channel = "counter", .consent = "spoken", .arrived = DAY_NONE};

	CHECK(draft_open_counter(&w->desk, clerk, world_matter(w, "F6"), &how, &person, &id));
	return id;
}

static void numbers_have_no_gap_and_no_twin(void **state)
{
	struct world *w = *state;
	struct race r = {.w = w, .program = "desk", .run = receive};

	world_at(w, "2025-06-03", 10, 0);
	for (int i = 0; i < RUNNERS; i++) {
		r.who[i] = world_officer(w, mem_fmt(w, "示例·窗口员%d", i + 1), ROLE_CLERK, NULL);
		for (int k = 0; k < EACH; k++)
			r.id[i * EACH + k] = counter_draft(w, &r.who[i]);
		r.broken[i] = counter_draft(w, &r.who[i]);
		world_sql(w, mem_fmt(w,
				     "INSERT INTO case_event (case_id, seq, at, action, from_state, to_state, actor_kind,"
				     " actor_id, actor_name, prev_hash, hash) VALUES (%lld, 1, '2025-06-03', 'x', 'draft',"
				     " 'draft', 'staff', 0, '', REPEAT('0', 32), REPEAT('0', 32))",
				     (long long)r.broken[i]));
	}
	race_run(&r);
	for (int i = 0; i < RUNNERS; i++)
		if (r.out[i].e != ERR_NONE)
			fail_msg("%s %s", err_name(r.out[i].e), r.out[i].say);
	char *spread = world_sql(w, "SELECT COUNT(*), COUNT(DISTINCT serial), MIN(serial), MAX(serial) - COUNT(*) FROM document"
				    " WHERE dept_code = 'civil' AND series = '收' AND year = 2025");
	assert_string_equal(spread, mem_fmt(w, "%d\t%d\t1\t0\n", RUNNERS * EACH, RUNNERS * EACH));
	char *numbers = world_sql(w, "SELECT COUNT(DISTINCT case_no), COUNT(DISTINCT short_no) FROM cases"
				     " WHERE case_no LIKE '%20250603____'");
	assert_string_equal(numbers, mem_fmt(w, "%d\t%d\n", RUNNERS * EACH, RUNNERS * EACH));
	world_at(w, "2026-03-02", 9, 30);
}

/* --- one result ---------------------------------------------------------------------------------------- */

static void hand_out(const struct race *r, const struct casework *own, int i, struct outcome *out)
{
	struct case_args args = {.receiver = {"张示例", "self", "0028", true}};
	struct case_result result;
	enum err e = case_apply(own, r->id[0], r->version, ACTION_ISSUE, &r->who[i], &args, &result);

	note(out, e, &result);
}

static void eight_clerks_hand_out_one_result(void **state)
{
	struct world *w = *state;
	struct race r = {.w = w, .program = "desk", .run = hand_out};
	struct actor who = world_person(w, "natural"), dept = world_officer(w, "示例·审查员", ROLES_DEPT, "civil");
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct case_args opinion = {.stance = "agree", .note = "属实"}, forever = {.valid_until = DAY_NONE};
	int64_t id = r.id[0] = world_received(w, &who, "F6");
	struct case_args right = world_all_right(w, id);
	int winners = 0;

	world_do(w, id, ACTION_ACCEPT, &clerk, &right);
	world_do(w, id, ACTION_BEGIN_REVIEW, &dept, NULL);
	world_do(w, id, ACTION_OPINE, &dept, &opinion);
	world_do(w, id, ACTION_GRANT, &dept, &forever);
	world_do(w, id, ACTION_HAND_RESULT, &dept, NULL);
	r.version = world_case(w, id)->version;
	for (int i = 0; i < RUNNERS; i++)
		r.who[i] = world_officer(w, mem_fmt(w, "示例·发证员%d", i), i % 2 ? ROLE_ISSUER : ROLE_CLERK, NULL);
	race_run(&r);
	for (int i = 0; i < RUNNERS; i++) {
		winners += r.out[i].e == ERR_NONE;
		if (r.out[i].e != ERR_NONE) {
			assert_int_equal(r.out[i].e, ERR_CONFLICT);
			assert_non_null(strstr(r.out[i].say, "结果已领取"));
		}
	}
	assert_int_equal(winners, 1);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM document WHERE case_id = %lld AND kind = 'proof_of_service'",
						(long long)id)), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(eight_submissions_make_one_case),
		cmocka_unit_test(two_officers_at_once_have_one_winner),
		cmocka_unit_test(numbers_have_no_gap_and_no_twin),
		cmocka_unit_test(eight_clerks_hand_out_one_result),
	};

	return cmocka_run_group_tests_name("races over cases", tests, world_setup, world_teardown);
}
