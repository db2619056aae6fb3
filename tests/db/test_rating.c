/* Ratings on the database: once per service, changeable for a time, two taps at once; what an anonymous row holds; orders, their
 * clocks against the second clock of the tests, second ratings, appeals, reviews; sums against the rows they are made of.
 * The days of these tests are in 2025, so that others' ratings are not counted with them. */
#include "db/caseworld.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/alert.h"
#include "domain/rating.h"
#include "domain/rating_order.h"
#include "domain/rating_public.h"
#include "domain/rating_review.h"
#include "gen/sql.h"
#include "unit/naive_clock.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

static struct casework feedback(struct world *w)
{
	static const char program[] = "feedback";
	struct casework f = world_as(w, program);

	f.now = w->desk.now;
	return f;
}

/* token_of - of the right with this subject. */
static char *token_of(struct world *w, const char *subject)
{
	struct sql_rating_invite_of_row *r;

	CHECK(sql_rating_invite_of(w->desk.db, w->ctx, &(struct sql_rating_invite_of_in){.subject = subject}, &r));
	return rating_token_of_ref(&w->desk, r->ref);
}

/* served - somebody was served at the counter by this officer; the token of their right. */
static char *served(struct world *w, int64_t staff_id, const char *dept)
{
	static int64_t ticket;
	struct bytes person = {(const uint8_t *)mem_room(w->ctx, 32), 32};
	char *token;

	crypt_random((void *)(uintptr_t)person.p, 32);
	if (!ticket)
		ticket = world_count(w, "SELECT COUNT(*) FROM rating_invite") * 1000 + getpid() * INT64_C(1000000);
	struct rating_about about = {.kind = RATING_COUNTER, .ticket_id = ++ticket, .since = MSEC_NONE, .staff_id = staff_id,
				     .window_code = "A01", .dept_code = dept, .person = person};
	CHECK(rating_invite(&w->desk, &about, &token));
	return token;
}

static enum err give(const struct casework *f, const char *token, int64_t level, const char *text)
{
	struct rating_given g = {.level = level, .tags = "", .text = text, .channel = "web"};
	const char *say;

	return rating_give(f, token, &g, &say);
}

static const struct sql_rating_order_row *order_of(const struct casework *f, const char *token)
{
	struct rating_right r;

	CHECK(rating_right_of(f, token, &r));
	return r.order;
}

static int64_t rating_of(struct world *w, const struct casework *f, const char *token)
{
	struct rating_right r;

	(void)w;
	CHECK(rating_right_of(f, token, &r));
	return r.id;
}

/* --- the right ----------------------------------------------------------------------------------------- */

static void one_right_per_service(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	char *again;

	world_at(w, "2025-03-03", 9, 30);
	int64_t id = world_received(w, &who, "F6");
	/* submitting on the web gave the case its right; receiving what came by the web is no service at the counter */
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating_invite WHERE case_id = %lld", (long long)id)), 1);
	char *token = token_of(w, mem_fmt(w, "c%lld", (long long)id));
	struct rating_about same = {.kind = RATING_CONCLUSION, .case_id = id, .stage = "grant", .since = MSEC_NONE, .staff_id = 4711};
	CHECK(rating_invite(&w->desk, &same, &again));
	assert_string_equal(token, again); /* the conclusion renews it */
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating_invite WHERE case_id = %lld AND kind = 'conclusion'"
						   " AND staff_id = 4711 AND person_key IS NOT NULL", (long long)id)), 1);
	/* what is no token, or another one's, opens nothing */
	struct casework f = feedback(w);
	struct rating_right r;
	assert_int_equal(rating_right_of(&f, "R", &r), ERR_NOT_FOUND);
	char *forged = mem_str(w, token);
	forged[20] = forged[20] == 'A' ? 'B' : 'A';
	assert_int_equal(rating_right_of(&f, forged, &r), ERR_NOT_FOUND);
}

static void a_ticket_takes_the_act_along(void **state)
{
	struct world *w = *state;
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	char *act, *ticket;

	world_at(w, "2025-03-03", 10, 0);
	struct rating_about a = {.kind = RATING_COUNTER, .case_id = 1234567, .event_seq = 2, .stage = "receive", .since = MSEC_NONE, .staff_id = clerk.id};
	CHECK(rating_invite(&w->desk, &a, &act));
	msec began = w->desk.now - 60000;
	world_at(w, "2025-03-03", 10, 20);
	struct rating_about t = {.kind = RATING_COUNTER, .ticket_id = 99000000 + getpid(), .since = began, .staff_id = clerk.id};
	CHECK(rating_invite(&w->desk, &t, &ticket));
	assert_string_equal(act, ticket);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating_invite WHERE staff_id = %lld", (long long)clerk.id)), 1);
}

/* --- rating -------------------------------------------------------------------------------------------- */

static void once_and_changeable_for_a_time(void **state)
{
	struct world *w = *state;
	struct rating_right r;
	const char *say;

	world_at(w, "2025-03-04", 9, 0);
	struct casework f = feedback(w);
	char *token = served(w, 101, NULL);
	CHECK(rating_right_of(&f, token, &r));
	assert_true(r.may_rate && r.id == 0 && r.level == 0); /* nothing is preselected */
	CHECK(give(&f, token, 4, "办得快"));
	CHECK(give(&f, token, 5, "办得很快"));
	CHECK(rating_right_of(&f, token, &r));
	assert_int_equal(r.level, 5);
	assert_string_equal(r.text, "办得很快");
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT changed FROM rating WHERE id = %lld", (long long)r.id)), 1);
	world_at(w, "2025-03-14", 23, 0); /* the tenth day */
	f.now = w->desk.now;
	CHECK(give(&f, token, 3, NULL));
	world_at(w, "2025-03-15", 0, 1);
	f.now = w->desk.now;
	struct rating_given late = {.level = 1, .tags = "", .channel = "web"};
	assert_int_equal(rating_give(&f, token, &late, &say), ERR_CONFLICT);
	assert_non_null(strstr(say, "原来的评价仍然有效"));
	CHECK(rating_right_of(&f, token, &r));
	assert_int_equal(r.level, 3);
	/* and whoever waits too long has not rated: nothing is granted on silence */
	world_at(w, "2025-03-20", 9, 0);
	char *silent = served(w, 101, NULL);
	world_at(w, "2025-04-20", 9, 0);
	f.now = w->desk.now;
	assert_int_equal(rating_give(&f, silent, &late, &say), ERR_CONFLICT);
	assert_int_equal(rating_of(w, &f, silent), 0);
	assert_int_equal(rating_give(&f, silent, &(struct rating_given){.level = 0, .channel = "web"}, &say), ERR_INVALID);
	assert_int_equal(rating_give(&f, silent, &(struct rating_given){.level = 6, .channel = "web"}, &say), ERR_INVALID);
}

#define TAPS 8
static void two_taps_are_one_rating(void **state)
{
	struct world *w = *state;
	pid_t pid[TAPS];
	int gate[2], status;

	world_at(w, "2025-03-05", 9, 0);
	char *token = served(w, 102, NULL);
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < TAPS; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			char c;
			close(gate[1]);
			struct casework f = feedback(w);
			(void)!read(gate[0], &c, 1);
			_exit(give(&f, token, 1, "太慢") == ERR_NONE ? 0 : 1);
		}
	}
	usleep(300000); /* until all have connected; the outcome does not depend on it */
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < TAPS; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
	struct casework f = feedback(w);
	int64_t id = rating_of(w, &f, token);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating WHERE link = (SELECT link FROM rating WHERE id = %lld)", (long long)id)), 1);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT changed FROM rating WHERE id = %lld", (long long)id)), 0);
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating_order WHERE rating_id = %lld", (long long)id)), 1);
}

/* The whole database is searched for what could lead to the author: number, name, case, account; and for the time. */
static void anonymous_is_anonymous(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");

	world_at(w, "2025-03-06", 9, 0);
	int64_t id = world_submitted(w, &who, "F6");
	char *token = token_of(w, mem_fmt(w, "c%lld", (long long)id));
	world_at(w, "2025-03-06", 17, 43);
	struct casework f = feedback(w);
	CHECK(give(&f, token, 2, "说不清楚"));
	int64_t rating = rating_of(w, &f, token);
	char *row = world_sql(w, mem_fmt(w, "SELECT CONCAT_WS('|', anonymous, account_id, case_id, invite_id, author_mask, contact_sealed IS NULL) FROM rating"
					    " WHERE id = %lld", (long long)rating));
	assert_non_null(strstr(row, "1|1"));
	assert_null(strstr(row, "1|1|")); /* every other column is NULL */
	/* the invitation does not say that it was used, and no column of any rating table keeps the time of the rating */
	assert_int_equal(world_count(w, "SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
					" AND TABLE_NAME IN ('rating', 'rating_order', 'rating_due', 'rating_person_day', 'rating_stale')"
					" AND DATA_TYPE IN ('datetime', 'timestamp', 'time')"), 0);
	assert_int_equal(world_count(w, "SELECT COUNT(*) FROM rating_event WHERE at IS NOT NULL AND actor_id IS NULL AND actor_name <> '系统'"), 0);
	/* the link is no plain hash of anything that is stored */
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating r JOIN rating_invite i WHERE r.id = %lld AND r.link IN (UNHEX(SHA2(i.ref, 256)),"
						   " UNHEX(SHA2(i.id, 256)), UNHEX(SHA2(HEX(i.ref), 256)), UNHEX(SHA2(i.subject, 256)))", (long long)rating)), 0);
	/* after a year the link goes, too */
	world_at(w, "2026-03-10", 9, 0);
	CHECK(sql_rating_unlink(w->clock.db, &(struct sql_rating_unlink_in){.before = msec_day(w->clock.now) - 365}, NULL));
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT link IS NULL FROM rating WHERE id = %lld", (long long)rating)), 1);
	world_at(w, "2025-03-06", 18, 0);
}

static void named_is_masked(void **state)
{
	struct world *w = *state;
	struct actor who = world_person(w, "natural");
	const char *say;

	world_at(w, "2025-03-07", 9, 0);
	int64_t id = world_submitted(w, &who, "F6");
	char *token = token_of(w, mem_fmt(w, "c%lld", (long long)id));
	struct casework f = feedback(w);
	struct rating_given g = {.level = 2, .tags = "slow", .text = "我的电话13800000001打不通", .named = true, .channel = "qr"};
	CHECK(rating_give(&f, token, &g, &say));
	char *row = world_sql(w, mem_fmt(w, "SELECT CONCAT_WS('|', case_id, author_mask, text_state, text_public, held_for) FROM rating WHERE id = %lld",
					 (long long)rating_of(w, &f, token)));
	assert_non_null(strstr(row, mem_fmt(w, "%lld|", (long long)id)));
	assert_non_null(strstr(row, "*|held|我的电话138****0001打不通|personal"));
	/* who changes their mind about the name is gone from the row */
	g.named = false;
	CHECK(rating_give(&f, token, &g, &say));
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating WHERE case_id = %lld", (long long)id)), 0);
}

static void many_of_one_person_wait(void **state)
{
	struct world *w = *state;
	uint8_t person[32];
	int64_t counted = 0;

	crypt_random(person, sizeof(person));
	world_at(w, "2025-03-10", 9, 0);
	struct casework f = feedback(w);
	for (int i = 0; i < 8; i++) {
		char *token;
		struct rating_about a = {.kind = RATING_COUNTER, .case_id = 7000000 + getpid(), .event_seq = i + 1, .stage = "issue", .since = MSEC_NONE,
					 .staff_id = 103, .person = {person, sizeof(person)}};
		CHECK(rating_invite(&w->desk, &a, &token));
		CHECK(give(&f, token, 1, NULL));
		int64_t id = rating_of(w, &f, token);
		int64_t counts = world_count(w, mem_fmt(w, "SELECT counted FROM rating WHERE id = %lld", (long long)id));
		counted += counts;
		assert_int_equal(counts, i < f.conf->rating_person_max);
		assert_int_equal(world_count(w, mem_fmt(w, "SELECT review FROM rating WHERE id = %lld", (long long)id)), !counts);
		assert_true((order_of(&f, token) != NULL) == (counts == 1));
		if (i == 7) { /* a person looks, and it counts: then its order opens */
			struct actor tousu = world_officer(w, "示例·投诉接收员", ROLE_COMPLAINT, NULL), rated = tousu;
			struct rating_verdict v = {.publish = true, .counts = true, .note = "确实去了八次"};
			rated.id = 103;
			assert_int_equal(rating_review(&w->desk, &rated, id, &v), ERR_NOT_FOUND);
			CHECK(rating_review(&w->desk, &tousu, id, &v));
			assert_int_equal(rating_review(&w->desk, &tousu, id, &v), ERR_CONFLICT);
			assert_non_null(order_of(&f, token));
		}
	}
	assert_int_equal(counted, f.conf->rating_person_max);
}

/* the clock job is over before each: what it sweeps is not found again */
static void the_same_words_are_known_for_ninety_days(void **state)
{
	static const struct {
		const char *on;
		int same;
	} times[] = {{"2025-04-01", 0}, {"2025-06-20", 1}, {"2025-09-18", 1}, {"2025-12-18", 0}}; /* 80, 90 and 91 days apart */
	struct world *w = *state;
	uint8_t person[32];

	crypt_random(person, sizeof(person));
	for (size_t i = 0; i < LEN(times); i++) {
		struct rating_round r;
		char *token;
		world_at(w, times[i].on, 9, 0);
		CHECK(rating_round(&w->clock, &r));
		struct casework f = feedback(w);
		struct rating_about a = {.kind = RATING_COUNTER, .case_id = 8000000 + getpid(), .event_seq = (int64_t)i + 1, .stage = "issue",
					 .since = MSEC_NONE, .staff_id = 104, .person = {person, sizeof(person)}};
		CHECK(rating_invite(&w->desk, &a, &token));
		CHECK(give(&f, token, 5, "叫号很快，不用等"));
		assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating WHERE id = %lld AND held_for = 'same'",
							(long long)rating_of(w, &f, token))),
				 times[i].same);
	}
}

/* --- orders -------------------------------------------------------------------------------------------- */

static void naive_load(struct naive *n)
{
	naive_start(n);
	for (int year = 2024; year <= 2026; year++) {
		char path[80];
		(void)snprintf(path, sizeof(path), "sql/sample/calendar/CN-%d.csv", year);
		assert_true(naive_read(n, path));
	}
}

static day naive_working(const struct naive *n, day from, int days)
{
	int at = from - NAIVE_FIRST_DAY;

	while (days > 0)
		days -= n->days[++at].works;
	return at + NAIVE_FIRST_DAY;
}

static day due_of(struct world *w, int64_t order, int64_t round, const char *clock)
{
	day d;
	char *text = world_sql(w, mem_fmt(w, "SELECT due FROM rating_due WHERE order_id = %lld AND round = %lld AND clock = '%s'", (long long)order,
					  (long long)round, clock));

	assert_true(day_parse(mem_copy(w->ctx, text, 10), &d));
	return d;
}

/* All over a year: contact, close, and close of a complex one, against a clock that walks day by day. */
static void limits_all_over_the_year(void **state)
{
	struct world *w = *state;
	struct naive *n = mem_new(w->ctx, struct naive);
	struct actor lead = world_officer(w, "示例·统筹员", ROLE_COORDINATOR, NULL);
	struct actor tousu = world_officer(w, "示例·投诉接收员", ROLE_COMPLAINT, NULL);
	struct order_args why = {.words = "涉及多个部门", .date = DAY_NONE};
	struct casework f = feedback(w);
	const char *say;
	day first, last;

	naive_load(n);
	assert_true(day_parse("2025-01-01", &first) && day_parse("2025-12-01", &last));
	for (day d = first; d <= last; d += 5) {
		char date[DAY_TEXT];
		struct sql_rating_dues_row *due;
		size_t ndue;
		world_at(w, day_text(d, date), 16, 0);
		f.now = w->desk.now;
		char *token = served(w, 104, NULL);
		CHECK(give(&f, token, 2, NULL));
		const struct sql_rating_order_row *o = order_of(&f, token);
		CHECK(sql_rating_dues(w->desk.db, w->ctx, &(struct sql_rating_dues_in){.order_id = o->id}, &due, &ndue));
		assert_int_equal(ndue, 2);
		assert_int_equal(due[0].due, naive_working(n, d, 1));
		assert_int_equal(due[1].due, naive_working(n, d, 5));
		CHECK(order_apply(&w->desk, o->id, 1, ORDER_TAKE, &tousu, &why, &say));
		CHECK(order_apply(&w->desk, o->id, 2, ORDER_COMPLEX, &lead, &why, &say));
		CHECK(sql_rating_dues(w->desk.db, w->ctx, &(struct sql_rating_dues_in){.order_id = o->id}, &due, &ndue));
		assert_int_equal(due[1].due, naive_working(n, d, 15));
	}
}

static int64_t alerts(struct world *w, int64_t order, enum alert_kind kind)
{
	return world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM alert WHERE topic = 'rating' AND topic_id = %lld AND kind = '%s'", (long long)order, alert_key(kind)));
}

static void round_at(struct world *w, const char *date)
{
	struct rating_round r;

	world_at(w, date, 9, 0);
	CHECK(rating_round(&w->clock, &r));
}

/* do_it - the act, with the version of now. */
static enum err do_it(struct world *w, const struct casework *f, const char *token, enum order_action action, const struct actor *a,
		      const struct order_args *args)
{
	const struct sql_rating_order_row *o = order_of(f, token);
	const char *say;

	return order_apply(&w->desk, o->id, o->version, action, a, args, &say);
}

static void a_bad_rating_is_put_right_until_it_passes(void **state)
{
	struct world *w = *state;
	struct actor handler = world_officer(w, "示例·投诉接收员", ROLE_COMPLAINT, NULL);
	struct actor rated = world_officer(w, "示例·窗口员", ROLE_CLERK | ROLE_COMPLAINT | ROLE_COORDINATOR | ROLE_MANAGER, NULL);
	struct order_args words = {.words = "情况", .date = DAY_NONE}, reply = {.words = "已改", .reply = "对不起，已经改好。请打13800000001", .date = DAY_NONE};

	/* Monday 2025-05-12 */
	world_at(w, "2025-05-12", 9, 0);
	struct casework f = feedback(w);
	char *token = served(w, rated.id, NULL);
	CHECK(give(&f, token, 1, "态度很差"));
	int64_t id = order_of(&f, token)->id;
	round_at(w, "2025-05-13"); /* the day of contact is not over */
	assert_int_equal(alerts(w, id, ALERT_RATING_CONTACT_OVERDUE), 0);
	round_at(w, "2025-05-14");
	round_at(w, "2025-05-14");
	assert_int_equal(alerts(w, id, ALERT_RATING_CONTACT_OVERDUE), 1);

	/* the person rated can do nothing with any role, whatever the act */
	for (enum order_action a = ORDER_TAKE; a < ORDER_ACTIONS; a++)
		assert_int_equal(do_it(w, &f, token, a, &rated, &reply), ERR_NOT_FOUND);
	const struct sql_rating_order_row *seen;
	uint32_t who;
	assert_int_equal(order_load(&w->desk, &rated, order_of(&f, token)->number, &seen, &who), ERR_NOT_FOUND);
	CHECK(order_load(&w->desk, &handler, order_of(&f, token)->number, &seen, &who));

	CHECK(do_it(w, &f, token, ORDER_TAKE, &handler, &words));
	const char *say;
	assert_int_equal(order_apply(&w->desk, id, 1, ORDER_CONTACT, &handler, &words, &say), ERR_CONFLICT); /* an old page */
	CHECK(do_it(w, &f, token, ORDER_CONTACT, &handler, &words));
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT running = 0 AND ended_day > due FROM rating_due WHERE order_id = %lld AND clock = 'contact'", (long long)id)), 1);
	assert_int_equal(do_it(w, &f, token, ORDER_VERIFY, &handler, &words), ERR_INVALID); /* without a finding */
	words.finding = "true";
	CHECK(do_it(w, &f, token, ORDER_VERIFY, &handler, &words));
	assert_int_equal(do_it(w, &f, token, ORDER_RECTIFY, &handler, &words), ERR_INVALID); /* without a reply */
	round_at(w, "2025-05-16"); /* one working day is left */
	assert_int_equal(alerts(w, id, ALERT_RATING_CLOSE_TOMORROW), 1);
	CHECK(do_it(w, &f, token, ORDER_RECTIFY, &handler, &reply));
	round_at(w, "2025-05-30");
	assert_int_equal(alerts(w, id, ALERT_RATING_CLOSE_OVERDUE), 0);
	assert_string_equal(order_of(&f, token)->reply_public, "对不起，已经改好。请打138****0001");
	assert_int_equal(order_of(&f, token)->reply_days, 4);

	/* rated again, still bad: again from the start, with new clocks */
	world_at(w, "2025-05-19", 9, 0);
	f.now = w->desk.now;
	CHECK(give(&f, token, 2, "还是慢"));
	assert_string_equal(order_of(&f, token)->state, "taken");
	assert_int_equal(order_of(&f, token)->round, 2);
	day monday, due;
	assert_true(day_parse("2025-05-19", &monday) && day_parse("2025-05-26", &due));
	assert_int_equal(due_of(w, id, 2, "close"), due);
	CHECK(do_it(w, &f, token, ORDER_CONTACT, &handler, &words));
	CHECK(do_it(w, &f, token, ORDER_VERIFY, &handler, &words));
	reply.date = monday; /* not after today */
	assert_int_equal(do_it(w, &f, token, ORDER_PROMISE, &handler, &reply), ERR_INVALID);
	assert_true(day_parse("2025-05-31", &reply.date)); /* a Saturday off */
	assert_int_equal(do_it(w, &f, token, ORDER_PROMISE, &handler, &reply), ERR_INVALID);
	assert_true(day_parse("2025-05-30", &reply.date));
	CHECK(do_it(w, &f, token, ORDER_PROMISE, &handler, &reply));
	round_at(w, "2025-06-03");
	assert_int_equal(alerts(w, id, ALERT_RATING_RECTIFY_OVERDUE), 1);
	CHECK(do_it(w, &f, token, ORDER_RECTIFIED, &handler, &reply));
	f.now = w->desk.now;
	CHECK(give(&f, token, 4, NULL));
	assert_string_equal(order_of(&f, token)->state, "passed");
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM rating WHERE order_id = %lld", (long long)id)), 2);
	/* the order is closed for good, and the rating stands */
	assert_int_equal(give(&f, token, 1, NULL), ERR_CONFLICT);
}

static void nobody_who_stands_in_handles_it(void **state)
{
	struct world *w = *state;
	struct order_args to = {.words = "请办理", .date = DAY_NONE};
	char *ids = world_sql(w, "SELECT GROUP_CONCAT(id ORDER BY id SEPARATOR ' ') FROM (SELECT id FROM staff ORDER BY id LIMIT 3) x");
	long long a, b, c;

	if (sscanf(ids, "%lld %lld %lld", &a, &b, &c) != 3) { /* officers of the sample data, or our own */
		world_sql(w, "INSERT INTO staff (login, name, post, pw_hash, created_at) VALUES ('rt1', '示例·一', '岗', 'x', '2025-01-01'),"
			     " ('rt2', '示例·二', '岗', 'x', '2025-01-01'), ('rt3', '示例·三', '岗', 'x', '2025-01-01')");
		assert_int_equal(sscanf(world_sql(w, "SELECT GROUP_CONCAT(id ORDER BY id SEPARATOR ' ') FROM staff WHERE login LIKE 'rt%'"),
					"%lld %lld %lld", &a, &b, &c), 3);
	}
	world_sql(w, mem_fmt(w, "INSERT INTO substitution (a_staff, b_staff, from_at, until_at, reason, approver) VALUES (%lld, %lld, '2025-06-01', '2025-06-30',"
				" '休假', '示例')", a, b));
	world_at(w, "2025-06-10", 9, 0);
	struct casework f = feedback(w);
	char *token = served(w, a, NULL);
	CHECK(give(&f, token, 1, NULL));
	struct actor lead = world_officer(w, "示例·统筹员", ROLE_COORDINATOR, NULL);
	struct actor stand_in = {.kind = ACTOR_STAFF, .id = b, .name = "示例·二", .roles = ROLE_COMPLAINT | ROLE_COORDINATOR};
	assert_int_equal(do_it(w, &f, token, ORDER_TAKE, &stand_in, &to), ERR_NOT_FOUND);
	to.handler_id = b;
	to.handler_name = "示例·二";
	assert_int_equal(do_it(w, &f, token, ORDER_ASSIGN, &lead, &to), ERR_INVALID);
	to.handler_id = a;
	assert_int_equal(do_it(w, &f, token, ORDER_ASSIGN, &lead, &to), ERR_INVALID);
	to.handler_id = c;
	to.handler_name = "示例·三";
	CHECK(do_it(w, &f, token, ORDER_ASSIGN, &lead, &to));
	assert_string_equal(order_of(&f, token)->handler_name, "示例·三");
}

static void a_second_person_decides_an_appeal(void **state)
{
	struct world *w = *state;
	struct actor handler = world_officer(w, "示例·投诉接收员", ROLE_COMPLAINT | ROLE_COORDINATOR, NULL);
	struct actor second = world_officer(w, "示例·统筹员", ROLE_COORDINATOR, NULL);
	struct order_args g = {.words = "内容与服务无关", .reply = "经复核，这条评价不计入，理由见上", .date = DAY_NONE};

	world_at(w, "2025-07-01", 9, 0);
	struct casework f = feedback(w);
	char *token = served(w, 105, NULL);
	CHECK(give(&f, token, 1, "隔壁店的菜不好吃"));
	int64_t rating = rating_of(w, &f, token);
	CHECK(do_it(w, &f, token, ORDER_TAKE, &handler, &g));
	CHECK(do_it(w, &f, token, ORDER_CONTACT, &handler, &g));
	CHECK(do_it(w, &f, token, ORDER_APPEAL, &handler, &g));
	assert_int_equal(do_it(w, &f, token, ORDER_UPHOLD, &handler, &g), ERR_FORBIDDEN); /* never the same */
	CHECK(do_it(w, &f, token, ORDER_DISMISS, &second, &g));
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT counted FROM rating WHERE id = %lld", (long long)rating)), 1);
	CHECK(do_it(w, &f, token, ORDER_APPEAL, &handler, &g));
	struct order_args silent = {.date = DAY_NONE};
	assert_int_equal(do_it(w, &f, token, ORDER_UPHOLD, &second, &silent), ERR_INVALID); /* reasons */
	CHECK(do_it(w, &f, token, ORDER_UPHOLD, &second, &g));
	/* it does not count, and is still there with the reason */
	assert_int_equal(world_count(w, mem_fmt(w, "SELECT counted = 0 AND out_reason = '内容与服务无关' AND text_sealed IS NOT NULL FROM rating WHERE id = %lld",
						(long long)rating)), 1);
	assert_int_equal(give(&f, token, 5, NULL), ERR_CONFLICT);
}

static void silence_ends_an_order_and_grants_nothing(void **state)
{
	struct world *w = *state;
	struct actor handler = world_officer(w, "示例·投诉接收员", ROLE_COMPLAINT, NULL);
	struct order_args g = {.words = "情况", .reply = "说明", .finding = "untrue", .date = DAY_NONE};

	world_at(w, "2025-08-01", 9, 0);
	struct casework f = feedback(w);
	char *token = served(w, 106, NULL);
	CHECK(give(&f, token, 1, NULL));
	CHECK(do_it(w, &f, token, ORDER_TAKE, &handler, &g));
	CHECK(do_it(w, &f, token, ORDER_CONTACT, &handler, &g));
	CHECK(do_it(w, &f, token, ORDER_VERIFY, &handler, &g));
	CHECK(do_it(w, &f, token, ORDER_EXPLAIN, &handler, &g));
	round_at(w, "2025-08-31");
	assert_string_equal(order_of(&f, token)->state, "replied");
	round_at(w, "2025-09-01");
	assert_string_equal(order_of(&f, token)->state, "lapsed");
	struct rating_right r;
	CHECK(rating_right_of(&f, token, &r));
	assert_int_equal(r.level, 1);
}

/* --- sums ---------------------------------------------------------------------------------------------- */

static void sums_are_what_the_rows_give(void **state)
{
	struct world *w = *state;
	struct rating_round r;

	world_at(w, "2025-10-15", 9, 0);
	struct casework f = feedback(w);
	for (int i = 0; i < 23; i++) {
		char *token = served(w, 200 + i % 3, i % 4 ? "market" : "civil");
		if (i % 5)
			CHECK(give(&f, token, 1 + i % 5, NULL));
	}
	CHECK(rating_round(&w->clock, &r));
	CHECK(rating_round(&w->clock, &r)); /* safe to run twice */
	/* once more in one statement that knows nothing of the roll-up */
	char *own = world_sql(w, "SELECT GROUP_CONCAT(line ORDER BY line) FROM (SELECT CONCAT_WS(':', dim, code, invited, level5, level4, level3, level2, level1)"
				 " AS line FROM rating_day_sum WHERE on_day = '2025-10-15') x");
	char *raw = world_sql(
		w, "SELECT GROUP_CONCAT(line ORDER BY line) FROM (SELECT CONCAT_WS(':', dim, code, COUNT(i), COUNT(IF(l = 5, 1, NULL)), COUNT(IF(l = 4, 1, NULL)),"
		   " COUNT(IF(l = 3, 1, NULL)), COUNT(IF(l = 2, 1, NULL)), COUNT(IF(l = 1, 1, NULL))) AS line FROM ("
		   "SELECT 'all' AS dim, '' AS code, id AS i, NULL AS l FROM rating_invite WHERE first_day = '2025-10-15'"
		   " UNION ALL SELECT 'all', '', NULL, level FROM rating WHERE given_day = '2025-10-15' AND counted AND round = 1"
		   " UNION ALL SELECT 'dept', IFNULL(dept_code, ''), id, NULL FROM rating_invite WHERE first_day = '2025-10-15'"
		   " UNION ALL SELECT 'dept', IFNULL(dept_code, ''), NULL, level FROM rating WHERE given_day = '2025-10-15' AND counted AND round = 1"
		   " UNION ALL SELECT 'window', window_code, id, NULL FROM rating_invite WHERE first_day = '2025-10-15' AND window_code IS NOT NULL"
		   " UNION ALL SELECT 'window', window_code, NULL, level FROM rating WHERE given_day = '2025-10-15' AND counted AND round = 1 AND window_code IS NOT NULL"
		   " UNION ALL SELECT 'matter', matter_code, id, NULL FROM rating_invite WHERE first_day = '2025-10-15' AND matter_code IS NOT NULL"
		   " UNION ALL SELECT 'matter', matter_code, NULL, level FROM rating WHERE given_day = '2025-10-15' AND counted AND round = 1 AND matter_code IS NOT NULL"
		   ") y GROUP BY dim, code) x");
	assert_string_equal(own, raw);
	assert_non_null(strstr(own, "dept:market:17"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_right_per_service),
		cmocka_unit_test(a_ticket_takes_the_act_along),
		cmocka_unit_test(once_and_changeable_for_a_time),
		cmocka_unit_test(two_taps_are_one_rating),
		cmocka_unit_test(anonymous_is_anonymous),
		cmocka_unit_test(named_is_masked),
		cmocka_unit_test(many_of_one_person_wait), cmocka_unit_test(the_same_words_are_known_for_ninety_days),
		cmocka_unit_test(limits_all_over_the_year),
		cmocka_unit_test(a_bad_rating_is_put_right_until_it_passes),
		cmocka_unit_test(nobody_who_stands_in_handles_it),
		cmocka_unit_test(a_second_person_decides_an_appeal),
		cmocka_unit_test(silence_ends_an_order_and_grants_nothing),
		cmocka_unit_test(sums_are_what_the_rows_give),
	};

	return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
