/* Everybody at once: two clerks and their substitute, officers of two departments, the issuer, the applicant and the clock job
 * act on the same case in the same moment, round after round, each from a page drawn before anybody moved.  Whoever loses is
 * told who was first, and nothing is lost, doubled or out of order. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "db/twin.h"
#include "domain/alert.h"
#include "domain/event.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define CASES 8
#define ROUNDS 96
#define SAY 300

static const int people[] = {WHO_CLERK, WHO_CLERK_2, WHO_SUBSTITUTE, WHO_ISSUER, WHO_REVIEWER, WHO_CHIEF, WHO_MARKET,
			     WHO_MARKET + 2, WHO_LEADER, WHO_APPLICANT, WHO_SYSTEM};
#define PEOPLE LEN(people)

struct deed { /* what one of them did in one round */
	bool done, repeated;
	enum err e;
	enum action action;
	int64_t version, after, seq; /* of the page; of the case afterwards; of the event */
	char say[SAY], first[SAY];
};

struct storm { /* in memory that the processes share */
	pthread_barrier_t ready, over;
	struct walk_case c[CASES];
	struct deed deed[ROUNDS][PEOPLE];
	int64_t failed; /* rounds of the clock job that said so */
};

static struct storm *storm_make(void)
{
	pthread_barrierattr_t shared;
	struct storm *s = mmap(NULL, sizeof(*s), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	assert_true(s != MAP_FAILED);
	pthread_barrierattr_init(&shared);
	pthread_barrierattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
	pthread_barrier_init(&s->ready, &shared, PEOPLE);
	pthread_barrier_init(&s->over, &shared, PEOPLE);
	return s;
}

/* --- before the storm ----------------------------------------------------------------------------------- */

static int trait_for(const struct walkworld *w, int i)
{
	for (int at = i * 5 % TRAITS, n = 0; n < TRAITS; n++, at = (at + 1) % TRAITS)
		if (!w->trait[at].whole && !w->trait[at].nparts && text_eq(w->trait[at].dept, i % 2 ? "market" : "civil"))
			return at;
	return 0;
}

/* act - with what the dice give; they leave out the verdicts now and then. */
static void act(struct walkworld *w, int64_t id, enum action action, int who)
{
	enum err e = ERR_INVALID;
	struct case_result r;

	for (uint64_t seed = 1; e == ERR_INVALID && seed < 20; seed++) {
		struct dice d = {seed};
		struct case_args args = walk_args(w, &d, walk_case_open(w, id), action, true);
		e = case_apply(walkworld_of(w, &w->who[who]), id, 0, action, &w->who[who], &args, &r);
	}
	if (e != ERR_NONE)
		fail_msg("%s: %s", action_key(action), text_or(r.say, err_name(e)));
}

/* Received, and on the day after the last one on which a notice could be sent: the clock job has its part in it. */
static void cases_make(struct walkworld *w, struct storm *s)
{
	struct dice d = {20250303};

	walkworld_now(w, msec_make(day_make(2025, 3, 3), 9, 0, 0, 0));
	for (int i = 0; i < CASES; i++) {
		do
			s->c[i] = walk_case_make(w, &d, trait_for(w, i));
		while (!s->c[i].web || s->c[i].who != WHO_APPLICANT);
		act(w, s->c[i].id, ACTION_SUBMIT, WHO_APPLICANT);
		act(w, s->c[i].id, ACTION_PRE_REVIEW_CLAIM, WHO_PRE_REVIEWER);
		act(w, s->c[i].id, ACTION_PRE_REVIEW_PASS, WHO_PRE_REVIEWER);
		act(w, s->c[i].id, ACTION_RECEIVE, WHO_CLERK);
	}
	walkworld_now(w, msec_make(day_make(2025, 3, 11), 9, 0, 0, 0));
}

/* --- in the storm ---------------------------------------------------------------------------------------- */

static bool ends(enum action a)
{
	return a == ACTION_WITHDRAW || a == ACTION_TERMINATE || a == ACTION_REVOKE || a == ACTION_REFUSE_ACCEPTANCE;
}

static enum action pick(struct walkworld *w, struct dice *d, const struct casefile *c, const struct actor *a)
{
	struct case_actions open = {.n = 0};

	if (dice_in(d, 9, 10) && case_allowed(&w->desk, c, a, &open) != ERR_NONE)
		open.n = 0;
	for (int i = 0; open.n > 0 && i < 20; i++) {
		enum action action = open.at[dice_roll(d, (uint32_t)open.n)]->action;
		if (!ends(action) || dice_in(d, 1, 60))
			return action;
	}
	return (enum action)(1 + dice_roll(d, ACTION_COUNT - 1));
}

static void note(struct deed *x, enum err e, const struct case_result *r)
{
	x->done = true;
	x->e = e;
	x->repeated = r->repeated;
	x->after = r->version;
	x->seq = r->event_seq;
	snprintf(x->say, SAY, "%s", text_or(r->say, ""));
	snprintf(x->first, SAY, "%s", text_or(r->first_name, ""));
}

/* own - the connection is this process's own; the world's are the parent's. */
static void one_round(struct walkworld *w, struct storm *s, struct casework *own, struct dice *d, int round, size_t me)
{
	const struct actor *a = &w->who[people[me]];
	struct deed *x = &s->deed[round][me];
	int64_t id = s->c[round % CASES].id;
	struct casefile *c = NULL;
	struct case_args args = {0};
	struct case_result r = {.case_id = id};
	struct clock_round clock = {0};

	if (case_load(own, id, &c) == ERR_NONE) {
		x->version = c->version;
		x->action = pick(w, d, c, a);
		args = walk_args(w, d, c, x->action, dice_in(d, 9, 10));
	}
	pthread_barrier_wait(&s->ready);
	if (a->kind == ACTOR_SYSTEM) {
		enum err e = clock_round(own, &clock);
		s->failed += clock.failed + (e != ERR_NONE);
	} else if (c) {
		enum err e = case_apply(own, id, x->version, x->action, a, &args, &r);
		note(x, e, &r);
	}
	pthread_barrier_wait(&s->over);
}

static void somebody(struct walkworld *w, struct storm *s, size_t me)
{
	const struct actor *a = &w->who[people[me]];
	const char *program = a->kind == ACTOR_STAFF ? "desk" : a->kind == ACTOR_SYSTEM ? "clock" : "apply";
	struct casework own = walkworld_as(w, program);
	struct dice d = {77 + me};

	for (int round = 0; round < ROUNDS; round++) {
		void *ctx = talloc_new(w->ctx);
		own.ctx = w->desk.ctx = ctx;
		own.now = w->now + round;
		one_round(w, s, &own, &d, round, me);
		talloc_free(ctx);
	}
}

static void storm_run(struct walkworld *w, struct storm *s)
{
	pid_t pid[PEOPLE];
	int status;

	for (size_t i = 0; i < PEOPLE; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			alarm(240); /* where one dies the others would wait for ever */
			somebody(w, s, i);
			_exit(0);
		}
	}
	for (size_t i = 0; i < PEOPLE; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
}

/* --- after the storm -------------------------------------------------------------------------------------- */

static const char *event_of(struct walkworld *w, int64_t id, int64_t seq, const char *column)
{
	return scratchdb_text(w->db, w->ctx, mem_fmt(w->ctx, "SELECT %s FROM case_event WHERE case_id = %lld AND seq = %lld", column,
						     (long long)id, (long long)seq));
}

/* Who won has an event of their own, right after what the page showed. */
static void check_winner(struct walkworld *w, int64_t id, const struct deed *x, const struct actor *a)
{
	assert_int_equal(x->seq, x->version);
	assert_string_equal(event_of(w, id, x->seq, "action"), action_key(x->action));
	assert_string_equal(event_of(w, id, x->seq, "actor_name"), a->name);
	assert_true(x->after > x->version);
}

/* Who lost is told why; where the page was out of date, who was first: the one whose event came next. */
static void check_loser(struct walkworld *w, int64_t id, const struct deed *x, int64_t won)
{
	if (x->e != ERR_CONFLICT && x->e != ERR_FORBIDDEN && x->e != ERR_INVALID && x->e != ERR_NOT_FOUND)
		fail_msg("%s lost with %s: %s", action_key(x->action), err_name(x->e), x->say);
	assert_true(x->say[0] != '\0');
	assert_null(strstr(x->say, "同时办理的人太多"));
	if (!x->first[0])
		return;
	assert_int_equal(x->e, ERR_CONFLICT);
	assert_true(won > 0);
	assert_string_equal(x->first, event_of(w, id, x->version, "actor_name"));
	assert_non_null(strstr(x->say, x->first));
}

struct tally {
	int64_t tried, won, told, refused, repeated;
};

static void check_round(struct walkworld *w, struct storm *s, int round, struct tally *sum)
{
	int64_t id = s->c[round % CASES].id, won = 0, version = 0;

	for (size_t i = 0; i < PEOPLE; i++)
		version = s->deed[round][i].version > version ? s->deed[round][i].version : version;
	/* the clock job may have been the first */
	won += *event_of(w, id, version, "actor_kind") && text_eq(event_of(w, id, version, "actor_kind"), "system");
	for (size_t i = 0; i < PEOPLE; i++) {
		const struct deed *x = &s->deed[round][i];
		if (!x->done || x->e != ERR_NONE || x->repeated)
			continue;
		check_winner(w, id, x, &w->who[people[i]]);
		won++;
	}
	if (won > 1)
		fail_msg("round %d has %lld winners", round, (long long)won);
	for (size_t i = 0; i < PEOPLE; i++) {
		const struct deed *x = &s->deed[round][i];
		sum->tried += x->done;
		sum->repeated += x->done && x->repeated;
		sum->won += x->done && x->e == ERR_NONE && !x->repeated;
		sum->told += x->done && x->first[0];
		sum->refused += x->done && x->e != ERR_NONE && !x->first[0];
		if (x->done && x->e != ERR_NONE)
			check_loser(w, id, x, won);
	}
}

static void nothing_is_lost_in_a_storm(void **state)
{
	struct walkworld *w = walkworld_make("storm", 3);
	struct storm *s = storm_make();
	struct tally sum = {0};
	const char *fault;

	(void)state;
	cases_make(w, s);
	storm_run(w, s);
	assert_int_equal(s->failed, 0);
	for (int round = 0; round < ROUNDS; round++)
		check_round(w, s, round, &sum);
	for (int i = 0; i < CASES; i++) {
		CHECK(event_check(w->eventcheck.db, w->ctx, s->c[i].id, &fault));
		if (fault)
			fail_msg("case %lld: %s", (long long)s->c[i].id, fault);
	}
	fault = walkworld_fault(w);
	if (fault)
		fail_msg("%s", fault);
	/* no act without an event, no event without an act: four a case from before, and what the system did */
	int64_t acts = atoll(scratchdb_text(w->db, w->ctx, "SELECT COUNT(*) FROM case_event WHERE actor_kind <> 'system' AND"
							   " case_id IN (SELECT case_id FROM case_event WHERE action = 'receive')"));
	assert_int_equal(acts, sum.won + CASES * 4);
	fprintf(stderr, "# storm: %lld acts at once, %lld won, %lld told who was first, %lld refused, %lld repeated\n",
		(long long)sum.tried, (long long)sum.won, (long long)sum.told, (long long)sum.refused, (long long)sum.repeated);
	assert_true(sum.told > 0 && sum.won > CASES);
	munmap(s, sizeof(*s));
	talloc_free(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_lost_in_a_storm),
	};

	return cmocka_run_group_tests_name("a storm of acts on the same cases", tests, NULL, NULL);
}
