/* wrap/db against a real server: transactions that lose, connections that go away, a server that is slow, silent or not
 * there yet; and every type there and back. */
#include "db/scratchdb.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define TIMEOUT_S 2

struct fix {
	void *ctx;
	struct scratchdb *server;
	struct conf *conf;
	struct db *db; /* the desk's */
};

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);

	f->ctx = f;
	*state = f;
	f->server = scratchdb_make(f, "connections");
	return f->server ? 0 : -1;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

/* Each test has a connection and two counters of its own. */
static int connect_anew(void **state)
{
	struct fix *f = *state;

	scratchdb_do(f->server, "DELETE FROM doc_counter;"
				"INSERT INTO doc_counter VALUES ('d1', '甲', 2026, 0), ('d1', '乙', 2026, 0)");
	f->conf = scratchdb_conf(f->server, "desk");
	f->conf->db_timeout_s = TIMEOUT_S;
	return db_open(f, f->conf, "desk", &f->db) == ERR_NONE ? 0 : -1;
}

static int disconnect(void **state)
{
	struct fix *f = *state;

	talloc_free(f->db);
	return 0;
}

static enum err count_up(struct db *db, const char *series)
{
	return sql_doc_counter_next(db, &(struct sql_doc_counter_next_in){"d1", series, 2026}, NULL);
}

static enum err look(struct fix *f, struct db *db)
{
	struct sql_worklist_counts_row *row;

	return sql_worklist_counts(db, f->ctx, &(struct sql_worklist_counts_in){"d1", 10}, &row);
}

/* "甲 乙" as they are now, for everybody to see. */
static const char *counted(struct fix *f)
{
	return scratchdb_text(f->server, f->ctx, "SELECT GROUP_CONCAT(n ORDER BY series = '乙') FROM doc_counter");
}

/* --- transactions ------------------------------------------------------------------------------------- */

struct pair {
	struct db *db;
	const char *first, *second;
	int say, hear; /* ends of pipes; both have their first when both have spoken */
	int tries;
	enum err fail_with;
};

static enum err count_both(void *arg)
{
	struct pair *p = arg;
	char c = 0;

	p->tries++;
	TRY(count_up(p->db, p->first));
	if (p->say && p->tries == 1 && (write(p->say, &c, 1) != 1 || read(p->hear, &c, 1) != 1))
		return ERR_INTERNAL;
	TRY(count_up(p->db, p->second));
	return p->fail_with;
}

static void the_loser_of_a_deadlock_starts_again(void **state)
{
	struct fix *f = *state;
	int to[2], from[2], status;

	assert_int_equal(pipe(to) | pipe(from), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct pair other = {.first = "乙", .second = "甲", .say = from[1], .hear = to[0]};
		if (db_open(NULL, f->conf, "desk", &other.db) != ERR_NONE || db_tx(other.db, count_both, &other) != ERR_NONE)
			_exit(100);
		_exit(other.tries);
	}
	close(to[0]);
	close(from[1]);
	struct pair mine = {.db = f->db, .first = "甲", .second = "乙", .say = to[1], .hear = from[0]};
	CHECK(db_tx(f->db, count_both, &mine));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(mine.tries + WEXITSTATUS(status), 3); /* one of them twice */
	assert_string_equal(counted(f), "2,2");
	close(to[1]);
	close(from[0]);
}

static void a_lock_that_stays_is_a_conflict(void **state)
{
	struct fix *f = *state;
	struct pair p = {.db = f->db, .first = "甲", .second = "乙"};

	scratchdb_do(f->server, "START TRANSACTION; UPDATE doc_counter SET n = n + 100 WHERE series = '乙'");
	assert_int_equal(db_tx(f->db, count_both, &p), ERR_CONFLICT);
	scratchdb_do(f->server, "ROLLBACK");
	assert_string_equal(counted(f), "0,0");
	CHECK(db_tx(f->db, count_both, &p));
	assert_string_equal(counted(f), "1,1");
}

static void an_error_undoes_the_work(void **state)
{
	struct fix *f = *state;
	struct pair p = {.db = f->db, .first = "甲", .second = "乙", .fail_with = ERR_INVALID};

	assert_int_equal(db_tx(f->db, count_both, &p), ERR_INVALID);
	assert_int_equal(p.tries, 1);
	assert_string_equal(counted(f), "0,0");
}

static enum err begin_another(void *arg)
{
	struct pair *p = arg;

	p->tries++;
	return db_tx(p->db, count_both, p);
}

static void transactions_do_not_nest(void **state)
{
	struct fix *f = *state;
	struct pair p = {.db = f->db, .first = "甲", .second = "乙"};

	assert_int_equal(db_tx(f->db, begin_another, &p), ERR_INTERNAL);
	assert_int_equal(p.tries, 1);
	assert_string_equal(counted(f), "0,0");
}

/* --- connections that go away ------------------------------------------------------------------------- */

static void cut_off(struct fix *f)
{
	struct answer a = scratchdb_ask(f->server, f->ctx,
					"SELECT ID FROM information_schema.PROCESSLIST WHERE USER = 'desk' AND DB = 'connections'");

	assert_int_equal(a.rows, 1);
	scratchdb_do(f->server, mem_fmt(f->ctx, "KILL %s", a.at[0][0]));
}

struct cut {
	struct fix *f;
	void (*how)(struct fix *);
};

static enum err cut_half_way(void *arg)
{
	struct cut *c = arg;

	TRY(count_up(c->f->db, "甲"));
	c->how(c->f);
	enum err e = count_up(c->f->db, "乙");
	if (e == ERR_NONE)
		return e;
	/* whoever goes on regardless gets no further, and does not begin anew on another connection either */
	assert_int_equal(count_up(c->f->db, "乙"), ERR_UNAVAILABLE);
	assert_int_equal(look(c->f, c->f->db), ERR_UNAVAILABLE);
	return e;
}

static void a_connection_lost_in_a_transaction_leaves_nothing(void **state)
{
	struct fix *f = *state;
	struct cut c = {f, cut_off};
	struct pair p = {.db = f->db, .first = "甲", .second = "乙"};

	assert_int_equal(db_tx(f->db, cut_half_way, &c), ERR_UNAVAILABLE);
	assert_string_equal(counted(f), "0,0");
	/* the next one connects and prepares by itself */
	CHECK(db_tx(f->db, count_both, &p));
	assert_string_equal(counted(f), "1,1");
}

static void reads_are_repeated_and_writes_are_not(void **state)
{
	struct fix *f = *state;

	cut_off(f);
	CHECK(look(f, f->db));
	cut_off(f);
	assert_int_equal(count_up(f->db, "甲"), ERR_UNAVAILABLE);
	assert_string_equal(counted(f), "0,0");
	assert_true(db_ready(f->db));
	CHECK(count_up(f->db, "甲"));
	assert_string_equal(counted(f), "1,0");
}

/* --- a server that is slow, silent or not there ------------------------------------------------------- */

static void a_statement_that_takes_too_long_is_given_up(void **state)
{
	struct fix *f = *state;

	scratchdb_do(f->server, "LOCK TABLES doc_counter WRITE");
	assert_int_equal(count_up(f->db, "甲"), ERR_UNAVAILABLE);
	scratchdb_do(f->server, "UNLOCK TABLES");
	CHECK(count_up(f->db, "甲")); /* on the same connection: a write is not repeated on another */
	assert_string_equal(counted(f), "1,0");
}

/* Stop the whole server.  It goes on after some seconds whatever becomes of this program. */
static void silence_server(struct fix *f)
{
	pid_t server = (pid_t)strtol(file_text(f->ctx, mem_fmt(f->ctx, "%s/run/db.pid", getenv("PORTAL_VAR"))), NULL, 10);
	int gone[2];
	char c;

	assert_true(server > 1);
	assert_int_equal(pipe(gone), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		close(gone[0]);
		kill(server, SIGSTOP);
		close(gone[1]);
		sleep(TIMEOUT_S + 4);
		kill(server, SIGCONT);
		_exit(0);
	}
	close(gone[1]);
	assert_int_equal(read(gone[0], &c, 1), 0); /* it has been stopped */
	close(gone[0]);
}

static void a_silent_server_is_not_waited_for(void **state)
{
	struct fix *f = *state;
	struct cut c = {f, silence_server};
	int status;

	assert_int_equal(db_tx(f->db, cut_half_way, &c), ERR_UNAVAILABLE);
	assert_true(wait(&status) > 0); /* it goes on */
	assert_true(db_ready(f->db));
	assert_string_equal(counted(f), "0,0");
	CHECK(count_up(f->db, "甲"));
	assert_string_equal(counted(f), "1,0");
}

static void programs_may_start_before_the_server(void **state)
{
	struct fix *f = *state;
	const char *socket = f->conf->db_socket;
	struct db *db;

	f->conf->db_socket = "/nowhere/db.sock";
	assert_int_equal(db_open(f->ctx, f->conf, "desk", &db), ERR_UNAVAILABLE);
	assert_false(db_ready(db));
	assert_int_equal(look(f, db), ERR_UNAVAILABLE);
	f->conf->db_socket = socket;
	assert_true(db_ready(db));
	CHECK(look(f, db));
	talloc_free(db);
}

static void a_program_does_not_start_without_a_right(void **state)
{
	struct fix *f = *state;
	struct db *db;

	scratchdb_do(f->server, "REVOKE UPDATE ON connections.doc_counter FROM 'desk'@'localhost'");
	enum err e = db_open(f->ctx, f->conf, "desk", &db);
	bool ready = db_ready(db);
	scratchdb_do(f->server, "GRANT UPDATE ON connections.doc_counter TO 'desk'@'localhost'");
	assert_int_equal(e, ERR_INTERNAL);
	assert_false(ready);
	assert_true(db_ready(db));
	talloc_free(db);
}

/* --- types -------------------------------------------------------------------------------------------- */

#define AT msec_make(day_make(2026, 12, 31), 23, 59, 59, 987)

static void put_field(struct fix *f, const char *name, const char *value, struct bytes sealed)
{
	CHECK(sql_case_field_put(f->db, &(struct sql_case_field_put_in){1, name, value, sealed, AT}, NULL));
}

static void values_come_back_as_they_went(void **state)
{
	static const uint8_t odd[] = {0, 1, 0xff, '\'', '\\', 0};
	struct fix *f = *state;
	struct sql_case_fields_row *r;
	struct sql_case_get_row *c;
	char *longest = mem_array(f->ctx, char, 60001);
	size_t n;

	memset(longest, 'x', 60000);
	scratchdb_do(f->server,
		     "SET foreign_key_checks = 0; INSERT IGNORE INTO cases (id, ref, submit_key, matter_id, revision_id,"
		     " matter_code, matter_name, dept_code, dept_name, dept_accepts, account_id, channel, applicant_kind,"
		     " applicant_name, applicant_id_type, applicant_id_sealed, applicant_id_bidx, applicant_id_mask, state, turn,"
		     " created_at, saved_at, feedback_due) VALUES (1, 'refrefre', 'key', 1, 1, 'code', '名', 'd1', '局', 1, NULL,"
		     " 'counter', 'natural', '张𠮷', '111', 's', REPEAT('b', 32), '*', 'draft', 'window',"
		     " '2026-01-01 00:00:00.001', '2026-02-28', '2028-02-29'); SET foreign_key_checks = 1");
	put_field(f, "a_long", longest, (struct bytes){NULL, 0});
	put_field(f, "b_rare", "𠮷 ' \" \\ %s \n 名", (struct bytes){NULL, 0});
	put_field(f, "c_empty", "", (struct bytes){NULL, 0});
	put_field(f, "d_null", NULL, (struct bytes){NULL, 0});
	put_field(f, "e_sealed", NULL, (struct bytes){odd, sizeof(odd)});
	CHECK(sql_case_fields(f->db, f->ctx, &(struct sql_case_fields_in){1}, &r, &n));
	assert_int_equal(n, 5);
	assert_string_equal(r[0].value, longest);
	assert_string_equal(r[1].value, "𠮷 ' \" \\ %s \n 名");
	assert_string_equal(r[2].value, "");
	assert_null(r[3].value);
	assert_null(r[3].sealed.p);
	assert_int_equal(r[4].sealed.n, sizeof(odd));
	assert_memory_equal(r[4].sealed.p, odd, sizeof(odd));
	assert_int_equal(r[4].updated_at, AT);

	CHECK(sql_case_get(f->db, f->ctx, &(struct sql_case_get_in){1}, &c));
	assert_string_equal(c->applicant_name, "张𠮷");
	assert_int_equal(c->account_id, 0); /* NULL */
	assert_int_equal(c->created_at, msec_make(day_make(2026, 1, 1), 0, 0, 0, 1));
	assert_int_equal(c->submitted_at, MSEC_NONE);
	assert_int_equal(c->feedback_due, day_make(2028, 2, 29));
	assert_int_equal(c->legal_due, DAY_NONE);
	assert_int_equal(c->next_due, day_make(9999, 12, 31));
	assert_null(c->case_no);
	assert_int_equal(sql_case_get(f->db, f->ctx, &(struct sql_case_get_in){2}, &c), ERR_NOT_FOUND);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, connect_anew, disconnect)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ONE(the_loser_of_a_deadlock_starts_again),
		ONE(a_lock_that_stays_is_a_conflict),
		ONE(an_error_undoes_the_work),
		ONE(transactions_do_not_nest),
		ONE(a_connection_lost_in_a_transaction_leaves_nothing),
		ONE(reads_are_repeated_and_writes_are_not),
		ONE(a_statement_that_takes_too_long_is_given_up),
		ONE(a_silent_server_is_not_waited_for),
		ONE(programs_may_start_before_the_server),
		ONE(a_program_does_not_start_without_a_right),
		ONE(values_come_back_as_they_went),
	};

	return cmocka_run_group_tests_name("connections and transactions", tests, setup, teardown);
}
