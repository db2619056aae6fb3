/* Tickets on the database: one at a time by the rule, many windows at once, and simulated weeks in which staff and citizens do whatever
 * comes to their minds in several processes, after which nothing may be out of order, lost or twice. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "db/bookworld.h"
#include "domain/hall.h"
#include "domain/slot.h"
#include "domain/ticket.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define STAFF_MAX 12

struct fix {
	struct bookworld *b;
	struct casework hall, desk, clock;
	struct actor terminal, staff[STAFF_MAX]; /* staff: one at each window of windows[] */
};
static const char *const windows[STAFF_MAX] = {"A01", "A02", "A05", "A07", "A08", "A09", "A11", "A12", "C01", "C02", "B01", "Z01"};

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);

	if (!(f->b = bookworld_make(f, "tickets")))
		return -1;
	f->hall = bookworld_as(f->b, "hall");
	f->desk = f->b->desk;
	f->clock = f->b->clock;
	f->terminal = (struct actor){.kind = ACTOR_STAFF, .id = 1, .name = "示例·取号机", .roles = ROLE_TERMINAL};
	for (int i = 0; i < STAFF_MAX; i++) {
		scratchdb_do(f->b->db, mem_fmt(f, "INSERT INTO staff (id, login, name, post, pw_hash, trained_on, created_at) VALUES (%d, 't%d', "
						  "'示例·窗口员%d', '综合办理岗', 'x', '2025-01-01', '2025-01-01')", 100 + i, i, i));
		scratchdb_do(f->b->db, mem_fmt(f, "INSERT INTO window_duty (window_code, staff_id, post, from_day) VALUES ('%s', %d, 'A', "
						  "'2025-01-01')", windows[i], 100 + i));
		f->staff[i] = (struct actor){.kind = ACTOR_STAFF, .id = 100 + i, .name = mem_fmt(f, "示例·窗口员%d", i), .roles = ROLE_CLERK};
	}
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static void at(struct fix *f, const char *date, int hour, int minute)
{
	bookworld_at(f->b, date, hour, minute);
	f->hall.now = f->desk.now = f->clock.now = f->b->desk.now;
}

/* fresh - an empty hall at nine, with the first n windows manned. */
static void fresh(struct fix *f, int n)
{
	scratchdb_do(f->b->db, "DELETE FROM rating_invite; DELETE FROM ticket_event; DELETE FROM ticket; DELETE FROM ticket_counter; "
			       "DELETE FROM window_live; DELETE FROM group_pace; UPDATE booking SET state = 'lapsed' WHERE state = 'arrived'");
	at(f, "2026-03-02", 9, 0);
	for (int i = 0; i < n; i++)
		CHECK(window_open(&f->desk, &f->staff[i], windows[i]));
}

static const char *key(void *ctx)
{
	uint8_t r[16];

	crypt_random(r, sizeof(r));
	return text_base32(ctx, r, sizeof(r));
}

static int64_t take(struct fix *f, const char *group, const char *priority)
{
	struct ticket_wish wish = {.take_key = key(f), .group_code = group, .priority = priority, .slot_at = MSEC_NONE};
	int64_t id;

	CHECK(ticket_take(&f->hall, &f->terminal, &wish, &id));
	return id;
}

static const struct sql_ticket_row *get(struct fix *f, int64_t id)
{
	struct sql_ticket_row *t;

	CHECK(ticket_get(&f->desk, id, &t));
	return t;
}

static int64_t call(struct fix *f, int who)
{
	int64_t id = 0;

	CHECK(ticket_call(&f->desk, &f->staff[who], &id));
	return id;
}

static void act(struct fix *f, int who, int64_t id, enum ticket_act a)
{
	CHECK(ticket_do(&f->desk, &f->staff[who], id, a, NULL));
}

static const char *cell(struct fix *f, const char *sql)
{
	return scratchdb_text(f->b->db, f, sql);
}

/* --- what must hold whenever nobody is in the middle of an act ------------------------------------------------------- */

static void sound(struct fix *f)
{
	static const struct {
		const char *what, *sql;
	} rules[] = {
		{"a window with two tickets",
		 "SELECT COUNT(*) FROM (SELECT window_code FROM ticket WHERE state IN ('called', 'serving') GROUP BY window_code HAVING COUNT(*) > 1) x"},
		{"a ticket whose events do not count to its number of them",
		 "SELECT COUNT(*) FROM ticket t WHERE t.events <> (SELECT COUNT(*) FROM ticket_event e WHERE e.ticket_id = t.id) OR "
		 "t.events <> (SELECT MAX(seq) FROM ticket_event e WHERE e.ticket_id = t.id)"},
		{"a ticket in another state than its last event says",
		 "SELECT COUNT(*) FROM ticket t JOIN ticket_event e ON e.ticket_id = t.id AND e.seq = t.events WHERE e.state <> t.state OR e.queue <> t.queue"},
		{"an event before the one before",
		 "SELECT COUNT(*) FROM ticket_event a JOIN ticket_event b ON b.ticket_id = a.ticket_id AND b.seq = a.seq + 1 WHERE b.at < a.at"},
		{"a rank that is not of the arrival, or was moved",
		 "SELECT COUNT(*) FROM ticket WHERE rank_at <> LEAST(arrived_at - INTERVAL IF(priority IS NULL, 0, 15) MINUTE, "
		 "IF(slot_at IS NULL OR arrived_at > slot_at + INTERVAL 15 MINUTE, arrived_at, GREATEST(arrived_at, slot_at) - INTERVAL 30 MINUTE))"},
		{"a booking that has arrived without its one ticket, or a ticket of one that has not",
		 "SELECT COUNT(*) FROM booking b WHERE (b.state = 'arrived') <> (SELECT COUNT(*) FROM ticket t WHERE t.booking_id = b.id AND "
		 "t.slot_at = b.start_at AND t.day = DATE(b.start_at))"},
		{"a gap in the numbers",
		 "SELECT COUNT(*) FROM ticket_counter c WHERE c.last_no <> (SELECT COUNT(*) FROM ticket t WHERE t.day = c.day AND "
		 "LEFT(t.number, 1) = c.letter)"},
		{"a service that is over and cannot be rated",
		 "SELECT COUNT(*) FROM ticket t WHERE t.state = 'done' AND NOT EXISTS (SELECT 1 FROM rating_invite r WHERE r.subject = CONCAT('t', t.id))"},
		{"a done ticket without each of its times",
		 "SELECT COUNT(*) FROM ticket WHERE state = 'done' AND NOT COALESCE(arrived_at <= first_at AND first_at <= called_at AND "
		 "called_at <= serving_at AND serving_at <= ended_at, 0)"},
		{"a ticket that came back more than half an hour after it was passed over",
		 "SELECT COUNT(*) FROM ticket_event a JOIN ticket_event b ON b.ticket_id = a.ticket_id AND b.seq = a.seq + 1 WHERE "
		 "b.act = 'back' AND b.at > a.at + INTERVAL 30 MINUTE"},
		{"an act that leads nowhere from where the ticket was",
		 "SELECT COUNT(*) FROM ticket_event a JOIN ticket_event b ON b.ticket_id = a.ticket_id AND b.seq = a.seq + 1 WHERE "
		 "(a.state, b.act, b.state) NOT IN (('waiting', 'call', 'called'), ('called', 'recall', 'called'), ('called', 'skip', 'skipped'), "
		 "('called', 'start', 'serving'), ('skipped', 'back', 'waiting'), ('called', 'transfer', 'waiting'), ('serving', 'transfer', 'waiting'), "
		 "('serving', 'finish', 'done'), ('waiting', 'leave', 'left'), ('skipped', 'leave', 'left'), ('waiting', 'end', 'ended'), "
		 "('called', 'end', 'ended'), ('serving', 'end', 'ended'), ('skipped', 'end', 'ended'))"},
		{"a ticket called although another with a lower rank was waiting in a line of that window all the while",
		 "SELECT COUNT(*) FROM ticket_event e JOIN ticket x ON x.id = e.ticket_id JOIN ticket y ON y.day = x.day AND "
		 "(y.rank_at, y.id) < (x.rank_at, x.id) JOIN ticket_event u ON u.ticket_id = y.id AND u.state = 'waiting' JOIN ticket_event v ON "
		 "v.ticket_id = y.id AND v.seq = u.seq + 1 WHERE e.act = 'call' AND u.at < e.at AND v.at > e.at "
		 "AND (u.queue = CONCAT('@', e.window_code) OR EXISTS (SELECT 1 FROM window_group g WHERE g.window_code = e.window_code AND "
		 "g.group_code = u.queue))"},
		{"a ticket called by a window that does not serve its line",
		 "SELECT COUNT(*) FROM ticket_event e WHERE e.act = 'call' AND NOT (e.queue = CONCAT('@', e.window_code) OR EXISTS (SELECT 1 FROM window_group g "
		 "WHERE g.window_code = e.window_code AND g.group_code = e.queue))"},
	};

	for (size_t i = 0; i < LEN(rules); i++) {
		long n = strtol(cell(f, rules[i].sql), NULL, 10);
		if (n)
			fail_msg("%s: %ld", rules[i].what, n);
	}
}

/* --- one after the other ------------------------------------------------------------------------------------------- */

static void called_by_rank_from_every_line_of_the_window(void **state)
{
	struct fix *f = *state;

	fresh(f, 8);
	int64_t first = take(f, "A", NULL);
	at(f, "2026-03-02", 9, 5);
	int64_t second = take(f, "C", NULL);
	at(f, "2026-03-02", 9, 10);
	int64_t old = take(f, "C", "senior"); /* as if here at 8:55 */
	assert_string_equal(get(f, first)->number, "A001");
	assert_string_equal(get(f, old)->number, "C002");
	assert_int_equal(call(f, 7), old); /* A12 serves A, C and F */
	act(f, 7, old, TICKET_START);
	act(f, 7, old, TICKET_FINISH);
	assert_int_equal(call(f, 7), first);
	assert_int_equal(call(f, 6), second);
	int64_t none;
	assert_int_equal(ticket_call(&f->desk, &f->staff[0], &none), ERR_NOT_FOUND);
	sound(f);
}

static void a_window_has_one_ticket_and_an_officer_one_window(void **state)
{
	struct fix *f = *state;
	int64_t id;

	fresh(f, 2);
	int64_t first = take(f, "A", NULL), second = take(f, "A", NULL);
	assert_int_equal(call(f, 0), first);
	assert_int_equal(ticket_call(&f->desk, &f->staff[0], &id), ERR_CONFLICT); /* pressed twice */
	assert_int_equal(id, first);
	assert_int_equal(window_close(&f->desk, &f->staff[0]), ERR_CONFLICT);
	assert_int_equal(ticket_do(&f->desk, &f->staff[1], first, TICKET_START, NULL), ERR_CONFLICT); /* not at their window */
	assert_int_equal(window_open(&f->desk, &f->staff[2], "A01"), ERR_FORBIDDEN);             /* not their window */
	assert_int_equal(window_open(&f->desk, &f->staff[0], "A01"), ERR_CONFLICT);
	assert_int_equal(ticket_call(&f->desk, &f->staff[5], &id), ERR_CONFLICT); /* sits nowhere */
	CHECK(window_pause(&f->desk, &f->staff[1], "暂时离开"));
	assert_int_equal(ticket_call(&f->desk, &f->staff[1], &id), ERR_CONFLICT);
	CHECK(window_pause(&f->desk, &f->staff[1], NULL));
	assert_int_equal(call(f, 1), second);
	sound(f);
}

static void passed_over_and_back_within_half_an_hour(void **state)
{
	struct fix *f = *state;

	fresh(f, 1);
	int64_t id = take(f, "A", NULL), other = take(f, "A", NULL);
	msec rank = get(f, id)->rank_at;
	call(f, 0);
	act(f, 0, id, TICKET_RECALL);
	assert_int_equal(get(f, id)->calls, 2);
	act(f, 0, id, TICKET_SKIP);
	assert_int_equal(call(f, 0), other);
	at(f, "2026-03-02", 9, 30);
	CHECK(ticket_back(&f->hall, &f->terminal, id));
	assert_true(get(f, id)->rank_at == rank); /* place kept */
	act(f, 0, other, TICKET_SKIP);
	assert_int_equal(call(f, 0), id);
	at(f, "2026-03-02", 10, 1);
	assert_int_equal(ticket_back(&f->hall, &f->terminal, other), ERR_CONFLICT);
	int64_t ended = 0;
	CHECK(ticket_round(&f->clock, &ended));
	assert_int_equal(ended, 1);
	assert_string_equal(get(f, other)->state, "ended");
	sound(f);
}

/* A request that began first may come second: the other's step is in the book by then, and time does not go back. */
static void steps_never_run_backwards(void **state)
{
	struct fix *f = *state;

	fresh(f, 1);
	at(f, "2026-03-02", 9, 10);
	int64_t id = take(f, "A", NULL);
	at(f, "2026-03-02", 9, 9);
	assert_int_equal(call(f, 0), id);
	assert_true(get(f, id)->called_at == get(f, id)->arrived_at);
	at(f, "2026-03-02", 9, 20);
	act(f, 0, id, TICKET_RECALL);
	at(f, "2026-03-02", 9, 15);
	act(f, 0, id, TICKET_START);
	act(f, 0, id, TICKET_FINISH);
	assert_true(get(f, id)->serving_at == msec_make(day_make(2026, 3, 2), 9, 20, 0, 0));
	assert_true(get(f, id)->ended_at == get(f, id)->serving_at);
	assert_string_equal(cell(f, "SELECT GROUP_CONCAT(TIME_FORMAT(at, '%i') ORDER BY seq) FROM ticket_event"), "10,10,20,20,20");
	sound(f);
}

static void transferred_with_the_place_kept(void **state)
{
	struct fix *f = *state;

	fresh(f, 9);
	int64_t id = take(f, "A", NULL);
	at(f, "2026-03-02", 9, 10);
	int64_t waits = take(f, "B", NULL);
	msec rank = get(f, id)->rank_at;
	call(f, 0);
	act(f, 0, id, TICKET_START);
	assert_int_equal(ticket_do(&f->desk, &f->staff[0], id, TICKET_TRANSFER, &(struct ticket_args){.group_code = "X"}), ERR_INVALID);
	assert_int_equal(ticket_do(&f->desk, &f->staff[0], id, TICKET_TRANSFER, &(struct ticket_args){.window_code = "A01"}), ERR_INVALID);
	CHECK(ticket_do(&f->desk, &f->staff[0], id, TICKET_TRANSFER, &(struct ticket_args){.group_code = "B", .note = "要先办执照"}));
	assert_true(get(f, id)->rank_at == rank);
	assert_int_equal(call(f, 4), id); /* before who came later */
	CHECK(ticket_do(&f->desk, &f->staff[4], id, TICKET_TRANSFER, &(struct ticket_args){.window_code = "A09"}));
	assert_int_equal(call(f, 4), waits); /* A08 cannot have what is for A09 */
	assert_int_equal(call(f, 5), id);
	assert_string_equal(get(f, id)->number, "A001");
	sound(f);
}

static void given_up_and_left_over(void **state)
{
	struct fix *f = *state;
	int64_t ended = 0, ids[4];

	fresh(f, 2);
	for (int i = 0; i < 4; i++)
		ids[i] = take(f, "A", NULL);
	CHECK(ticket_leave(&f->hall, ids[0]));
	assert_int_equal(ticket_leave(&f->hall, ids[0]), ERR_CONFLICT);
	assert_int_equal(call(f, 0), ids[1]);
	assert_int_equal(ticket_leave(&f->hall, ids[1]), ERR_CONFLICT); /* called: tell the window */
	act(f, 0, ids[1], TICKET_START);
	assert_int_equal(call(f, 1), ids[2]);
	at(f, "2026-03-02", 18, 0); /* closed at five */
	CHECK(ticket_round(&f->clock, &ended));
	assert_int_equal(ended, 0);
	at(f, "2026-03-02", 18, 1);
	CHECK(ticket_round(&f->clock, &ended));
	assert_int_equal(ended, 2); /* called, waiting; who is being served is served */
	at(f, "2026-03-03", 0, 1);
	CHECK(ticket_round(&f->clock, &ended));
	assert_int_equal(ended, 3);
	assert_string_equal(cell(f, "SELECT COUNT(*) FROM window_live WHERE until_at IS NULL"), "0");
	assert_string_equal(cell(f, "SELECT note FROM ticket_event WHERE act = 'end' ORDER BY at DESC, ticket_id LIMIT 1"), "当天没有办完，号已失效");
	sound(f);
}

static void pressed_twice_is_one_ticket(void **state)
{
	struct fix *f = *state;
	struct ticket_wish wish = {.take_key = key(f), .group_code = "A", .slot_at = MSEC_NONE};
	struct actor citizen = {.kind = ACTOR_APPLICANT, .id = 1};
	int64_t id, again;

	fresh(f, 0);
	CHECK(ticket_take(&f->hall, &f->terminal, &wish, &id));
	CHECK(ticket_take(&f->hall, &f->terminal, &wish, &again));
	assert_int_equal(id, again);
	assert_string_equal(cell(f, "SELECT COUNT(*) FROM ticket"), "1");
	assert_int_equal(ticket_take(&f->hall, &citizen, &wish, &again), ERR_FORBIDDEN);
	wish.take_key = key(f);
	wish.group_code = "X";
	assert_int_equal(ticket_take(&f->hall, &f->terminal, &wish, &again), ERR_INVALID);
	sound(f);
}

static void found_by_token_and_number(void **state)
{
	struct fix *f = *state;
	struct sql_ticket_row *t;

	fresh(f, 0);
	int64_t id = take(f, "A", NULL);
	char *token = ticket_token(&f->hall, get(f, id));
	CHECK(ticket_find(&f->hall, mem_fmt(f, "http://localhost/t/%s", token), &t));
	assert_int_equal(t->id, id);
	CHECK(ticket_find(&f->hall, " a001 ", &t));
	assert_int_equal(t->id, id);
	token[20] = token[20] == 'A' ? 'B' : 'A';
	assert_int_equal(ticket_find(&f->hall, token, &t), ERR_NOT_FOUND);
	assert_int_equal(ticket_find(&f->hall, "A999", &t), ERR_NOT_FOUND);
}

/* book - the token of a new person's booking; NULL: that time is full. */
static const char *book(struct fix *f, const char *group, const char *date, int minute, struct booking_person *who)
{
	struct bookworld *b = f->b;
	struct booking_subject s;
	struct booking_hold h;
	struct booking *bk;
	int64_t id, none;
	const char *say;

	*who = bookworld_person(b);
	CHECK(booking_subject_find(&b->citizen, group, who->account_id, &s));
	enum err e = booking_take(&b->citizen, group, bookworld_slot(b, group, date, minute), 0, booking_live_key(&b->citizen, who, &s), &h, &none, &say);
	if (e == ERR_CONFLICT)
		return NULL;
	CHECK(e);
	CHECK(booking_confirm(&b->citizen, &h, &s, who, 0, &id, &say));
	CHECK(booking_load(&b->citizen, id, &bk));
	return booking_token(&b->citizen, bk);
}

/* A booking is checked in by the act that gives its ticket, and ranks by its time. */
static void booking_becomes_a_ticket(void **state)
{
	struct fix *f = *state;
	struct bookworld *b = f->b;
	struct booking_round round;
	struct booking_person who;
	struct booking *bk;
	const char *say;
	int64_t id, other;

	fresh(f, 1);
	CHECK(booking_round(&b->clock, &round));
	const char *token = book(f, "A", "2026-03-03", 570, &who);
	assert_non_null(token);
	CHECK(booking_by_token(&b->citizen, token, &bk));
	assert_int_equal(ticket_check_in(&f->hall, &f->terminal, token, key(f), NULL, &other, &say), ERR_CONFLICT); /* not today */
	assert_non_null(strstr(say, "不是今天"));
	at(f, "2026-03-03", 9, 10);
	int64_t walk_in = take(f, "A", NULL);
	at(f, "2026-03-03", 9, 20); /* booked for 9:30: as if here at nine */
	CHECK(ticket_check_in(&f->hall, &f->terminal, mem_fmt(f, "http://localhost/t/%s", token), key(f), NULL, &id, &say));
	CHECK(ticket_check_in(&f->hall, &f->terminal, bk->number, key(f), NULL, &other, &say)); /* the slip was lost */
	assert_int_equal(id, other);
	assert_true(get(f, id)->rank_at == msec_make(day_make(2026, 3, 3), 9, 0, 0, 0));
	assert_int_equal(get(f, id)->account_id, who.account_id);
	assert_string_equal(cell(f, "SELECT state FROM booking"), "arrived");
	assert_int_equal(call(f, 0), id);
	act(f, 0, id, TICKET_START);
	act(f, 0, id, TICKET_FINISH);
	assert_int_equal(call(f, 0), walk_in);
	assert_int_equal(ticket_check_in(&f->hall, &f->terminal, "Y999999", key(f), NULL, &other, &say), ERR_NOT_FOUND);
	sound(f);
}

static void the_hall_as_everybody_sees_it(void **state)
{
	struct fix *f = *state;
	struct hall h;

	fresh(f, 1);
	int64_t first = take(f, "A", NULL), second = take(f, "A", NULL), third = take(f, "E", NULL);
	call(f, 0);
	CHECK(hall_load(&f->hall, &h));
	assert_null(hall_place(&h, first));
	assert_int_equal(hall_place(&h, second)->ahead, 0);
	assert_int_equal(hall_wait(&h, hall_place(&h, second)), 20 * QUEUE_MINUTE); /* as the list of groups says, until measured */
	assert_int_equal(hall_wait(&h, hall_place(&h, third)), -1);                  /* nobody serves this group now */
	char *json = hall_json(f, &h);
	assert_non_null(strstr(json, "\"called\":[{\"n\":\"A001\",\"w\":\"A01\""));
	assert_non_null(strstr(json, "\"A002\":{\"ahead\":0,\"wait\":\"约 20 分钟\"}"));
	assert_null(strstr(json, "窗口员")); /* no names */
	act(f, 0, first, TICKET_START);
	at(f, "2026-03-02", 9, 4);
	act(f, 0, first, TICKET_FINISH);
	assert_true(strtoll(cell(f, "SELECT pace_ms FROM group_pace WHERE group_code = 'A'"), NULL, 10) < 20 * QUEUE_MINUTE);
}

/* --- all at once -------------------------------------------------------------------------------------------------- */

static void in_processes(int n, struct fix *f, void (*work)(struct fix *f, int me))
{
	pid_t pid[STAFF_MAX];
	int status;

	for (int i = 0; i < n; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			alarm(60);
			f->hall = bookworld_as(f->b, "hall");
			f->desk = bookworld_as(f->b, "desk");
			f->clock = bookworld_as(f->b, "clock");
			work(f, i);
			_exit(0);
		}
	}
	for (int i = 0; i < n; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
}

/* Everybody calls until nobody waits: each ticket is called once. */
static void call_all(struct fix *f, int me)
{
	for (int64_t id;;) {
		enum err e = ticket_call(&f->desk, &f->staff[me], &id);
		if (e == ERR_NOT_FOUND)
			return;
		if (e != ERR_NONE || ticket_do(&f->desk, &f->staff[me], id, TICKET_START, NULL) != ERR_NONE ||
		    ticket_do(&f->desk, &f->staff[me], id, TICKET_FINISH, NULL) != ERR_NONE)
			_exit(3);
	}
}

static void many_windows_never_call_the_same(void **state)
{
	struct fix *f = *state;
	enum { TICKETS = 300 };

	fresh(f, 8);
	for (int i = 0; i < TICKETS; i++)
		take(f, i % 3 ? "A" : "C", i % 7 ? NULL : "disabled");
	in_processes(8, f, call_all); /* A01 to A12 */
	assert_string_equal(cell(f, "SELECT COUNT(*) FROM ticket WHERE state = 'done'"), "300");
	assert_string_equal(cell(f, "SELECT COUNT(*) FROM ticket_event WHERE act = 'call'"), "300");
	assert_string_equal(cell(f, "SELECT COUNT(*) FROM rating_invite"), "300");
	sound(f);
}

static void take_some(struct fix *f, int me)
{
	(void)me;
	for (int i = 0; i < 40; i++)
		take(f, i % 2 ? "A" : "B", NULL);
}

static void numbers_of_many_terminals_have_no_gap(void **state)
{
	struct fix *f = *state;

	fresh(f, 0);
	in_processes(6, f, take_some);
	assert_string_equal(cell(f, "SELECT GROUP_CONCAT(CONCAT(letter, last_no) ORDER BY letter) FROM ticket_counter"), "A120,B120");
	sound(f);
}

/* --- weeks of whatever comes to mind -------------------------------------------------------------------------------- */

struct dice {
	uint64_t at;
};
static uint32_t roll(struct dice *d, uint32_t sides)
{
	uint64_t z = d->at += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return (uint32_t)((z ^ z >> 31) >> 32) % sides;
}

#define WEEKS "2" /* TICKET_WEEKS=20 for longer */
#define STEPS 18 /* of each day; in each, every process acts once, all at the same moment */
#define STEP_MS (10 * QUEUE_MINUTE)
#define OFFICERS 8
#define CITIZENS 3
#define CLOCKS 1
#define BOOKED 24 /* for each day */

/* What the processes share.  In a step all have the same time and nobody goes on before all are through: so whatever is written in one
 * step is after all of the one before, and times can be compared to the millisecond although the acts of a step race. */
struct walk {
	pthread_barrier_t step;
	msec from;
	int64_t day, first; /* first: ticket of the day */
	const char *bookings[BOOKED];
};

/* allowed - what may come back from an act that somebody else may have made impossible. */
static void allowed(enum err e)
{
	if (e != ERR_NONE && e != ERR_CONFLICT && e != ERR_NOT_FOUND && e != ERR_INVALID && e != ERR_FORBIDDEN)
		_exit(4);
}

/* some_ticket - one of the last, in whatever state. */
static int64_t some_ticket(struct fix *f, struct dice *d, const struct walk *k)
{
	struct sql_hall_tickets_row *r;
	int64_t newest = k->first;
	size_t n;

	if (sql_hall_tickets(f->hall.db, f->hall.ctx, &(struct sql_hall_tickets_in){msec_day(f->hall.now)}, &r, &n) != ERR_NONE)
		_exit(5);
	for (size_t i = 0; i < n; i++)
		newest = r[i].id > newest ? r[i].id : newest;
	int64_t back = roll(d, 30);
	return newest - back < k->first ? k->first : newest - back;
}

static void citizen_does(struct fix *f, struct dice *d, const struct walk *k)
{
	static const char *const groups[] = {"A", "A", "B", "C", "F", "Z"}, *const kinds[] = {NULL, NULL, NULL, "senior", "pregnant"};
	struct ticket_wish wish = {.take_key = key(f->hall.ctx), .group_code = groups[roll(d, 6)], .priority = kinds[roll(d, 5)], .slot_at = MSEC_NONE};
	const char *say, *token = k->bookings[roll(d, BOOKED)];
	int64_t id;

	switch (roll(d, 10)) {
	case 0:
		allowed(ticket_leave(&f->hall, some_ticket(f, d, k)));
		return;
	case 1:
	case 2:
		allowed(ticket_back(&f->hall, &f->terminal, some_ticket(f, d, k)));
		return;
	case 3:
	case 4:
	case 5:
		if (token)
			allowed(ticket_check_in(&f->hall, &f->terminal, token, wish.take_key, wish.priority, &id, &say));
		return;
	default:
		allowed(ticket_take(&f->hall, &f->terminal, &wish, &id));
	}
}

static void officer_does(struct fix *f, struct dice *d, int me, const struct walk *k)
{
	static const enum ticket_act acts[] = {TICKET_RECALL, TICKET_SKIP, TICKET_START, TICKET_START, TICKET_START, TICKET_FINISH, TICKET_FINISH,
					       TICKET_FINISH, TICKET_TRANSFER, TICKET_BACK};
	static const char *const groups[] = {"A", "B", "C", "F"};
	const struct actor *a = &f->staff[me];
	struct ticket_args args = {.group_code = roll(d, 2) ? groups[roll(d, 4)] : NULL};
	int64_t id = 0;

	if (!args.group_code)
		args.window_code = windows[roll(d, OFFICERS)];
	if (roll(d, 15) == 0)
		allowed(window_pause(&f->desk, a, roll(d, 4) ? NULL : "暂时离开"));
	allowed(ticket_call(&f->desk, a, &id));
	if (roll(d, 6) == 0) /* somebody else's, or none */
		id = some_ticket(f, d, k);
	if (id)
		allowed(ticket_do(&f->desk, a, id, acts[roll(d, LEN(acts))], &args));
	if (roll(d, 40) == 0) {
		allowed(window_close(&f->desk, a));
		allowed(window_open(&f->desk, a, windows[me]));
	}
}

/* clock_does - what the clock job does every minute, in the middle of everything. */
static void clock_does(struct fix *f)
{
	struct booking_round round;
	int64_t ended;

	allowed(ticket_round(&f->clock, &ended));
	allowed(booking_round(&f->clock, &round));
}

static struct walk *walk;

static void somebody(struct fix *f, int me)
{
	struct dice d = {(uint64_t)(walk->day * 100 + me)};
	void *ctx = f->hall.ctx;

	for (int i = 0; i < STEPS; i++) {
		pthread_barrier_wait(&walk->step);
		f->hall.ctx = f->desk.ctx = f->clock.ctx = talloc_new(ctx);
		f->hall.now = f->desk.now = f->clock.now = walk->from + i * STEP_MS;
		if (me < OFFICERS)
			officer_does(f, &d, me, walk);
		else if (me == OFFICERS + CITIZENS)
			clock_does(f);
		else
			citizen_does(f, &d, walk);
		talloc_free(f->hall.ctx);
	}
}

static struct walk *walk_make(void)
{
	struct walk *k = mmap(NULL, sizeof(*k), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pthread_barrierattr_t shared;

	assert_true(k != MAP_FAILED);
	pthread_barrierattr_init(&shared);
	pthread_barrierattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
	assert_int_equal(pthread_barrier_init(&k->step, &shared, OFFICERS + CITIZENS + CLOCKS), 0);
	return k;
}

/* morning - windows are manned, and people have booked for between nine and half past eleven. */
static void morning(struct fix *f, struct walk *k, const char *date, int64_t n)
{
	static const char *const groups[] = {"A", "B", "C"};
	struct booking_round round;
	struct booking_person who;

	at(f, date, 0, 30);
	CHECK(booking_round(&f->b->clock, &round));
	for (int i = 0; i < BOOKED; i++)
		k->bookings[i] = book(f, groups[i % 3], date, 540 + 30 * (i % 6), &who);
	at(f, date, 9, 0);
	for (int i = 0; i < OFFICERS; i++)
		CHECK(window_open(&f->desk, &f->staff[i], windows[i]));
	k->from = f->desk.now;
	k->day = n;
	k->first = take(f, "A", NULL);
}

static void weeks_of_anything_break_nothing(void **state)
{
	struct fix *f = *state;
	struct booking_round round;
	int64_t ended = 0;
	day first = day_make(2026, 3, 3), last = first + 7 * atoi(text_or(getenv("TICKET_WEEKS"), WEEKS));

	walk = walk_make();
	fresh(f, 0);
	for (day d = first; d < last; d++) {
		char date[DAY_TEXT], next[DAY_TEXT];
		day_text(d, date);
		day_text(d + 1, next);
		if (day_weekday(d) <= 5) {
			morning(f, walk, date, d - first);
			in_processes(OFFICERS + CITIZENS + CLOCKS, f, somebody);
		}
		at(f, date, 23, 59);
		CHECK(ticket_round(&f->clock, &ended));
		at(f, next, 0, 1);
		CHECK(ticket_round(&f->clock, &ended));
		CHECK(booking_round(&f->b->clock, &round));
		sound(f);
		bookworld_sound(f->b);
	}
	assert_string_equal(cell(f, "SELECT COUNT(*) FROM ticket WHERE state IN ('waiting', 'called', 'serving', 'skipped')"), "0");
	assert_true(bookworld_count(f->b, "SELECT COUNT(*) FROM ticket WHERE booking_id IS NOT NULL") > BOOKED / 2);
	print_message("%s tickets, %s of them booked, %s events: %s\n", cell(f, "SELECT COUNT(*) FROM ticket"),
		      cell(f, "SELECT COUNT(*) FROM ticket WHERE booking_id IS NOT NULL"), cell(f, "SELECT COUNT(*) FROM ticket_event"),
		      cell(f, "SELECT GROUP_CONCAT(CONCAT(n, ' ', act) SEPARATOR ', ') FROM (SELECT act, COUNT(*) AS n FROM ticket_event GROUP BY act) x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(called_by_rank_from_every_line_of_the_window),
		cmocka_unit_test(a_window_has_one_ticket_and_an_officer_one_window),
		cmocka_unit_test(passed_over_and_back_within_half_an_hour),
		cmocka_unit_test(steps_never_run_backwards),
		cmocka_unit_test(transferred_with_the_place_kept),
		cmocka_unit_test(given_up_and_left_over),
		cmocka_unit_test(pressed_twice_is_one_ticket),
		cmocka_unit_test(found_by_token_and_number),
		cmocka_unit_test(booking_becomes_a_ticket),
		cmocka_unit_test(the_hall_as_everybody_sees_it),
		cmocka_unit_test(many_windows_never_call_the_same),
		cmocka_unit_test(numbers_of_many_terminals_have_no_gap),
		cmocka_unit_test(weeks_of_anything_break_nothing),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
