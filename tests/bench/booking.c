/* booking - 10,000 people after 500 places, beside the durable single-row updates of the same MariaDB.
 *
 *   booking CONF SOCKET CLIENTS ROUNDS
 *
 * CONF: settings of the program booking, whose account and statements take the places; SOCKET: the same server for its
 * administrator, who makes the tables and runs the yardstick.  A round is: the yardsticks, one slot of 500 places, 125 slots of 4.
 * Yardsticks: an update that counts on in a row of its own; one that gives a row a unique key of 32 bytes, as every place gets.
 * Every tenth winner gives the place back and comes again at the end.  A line per round and kind: name, durable takes (or updates) a
 * second from the start of all until so many were made as there are places, p99 of one of them in ms, winners, people who hold two,
 * places that are free. */
#include <mariadb/mysql.h>
#include <pwd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "domain/booking.h"

#define PEOPLE 10000
#define PLACES 500
#define CLIENTS_MAX 64
#define UPDATES 400 /* of each client, for the yardstick */
#define HOT 1
#define WARM 2 /* a slot where everybody tries it once before the start */
#define SPREAD_FIRST 1001
#define SPREAD_SLOTS 125

struct share { /* in memory that the processes have in common */
	pthread_barrier_t ready;
	int64_t at[CLIENTS_MAX][PEOPLE + UPDATES]; /* when each success was known, ns */
	int64_t began[CLIENTS_MAX]; /* when each set out, ns */
	int64_t done[CLIENTS_MAX];
	int64_t took[CLIENTS_MAX][PEOPLE + UPDATES]; /* ns of each success */
	int failed;
};

struct bench {
	const char *conf, *socket;
	int clients, rounds;
	struct share *s;
};

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static MYSQL *admin(const char *socket)
{
	const struct passwd *me = getpwuid(geteuid());
	MYSQL *my = mysql_init(NULL);

	mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (me && mysql_real_connect(my, NULL, me->pw_name, NULL, "portal", 0, socket, CLIENT_MULTI_STATEMENTS))
		return my;
	fprintf(stderr, "booking: %s\n", mysql_error(my));
	exit(EXIT_FAILURE);
}

static void ask(MYSQL *my, const char *sql, long long *out)
{
	int more;

	if (mysql_query(my, sql)) {
		fprintf(stderr, "booking: %s\n", mysql_error(my));
		exit(EXIT_FAILURE);
	}
	do {
		MYSQL_RES *r = mysql_store_result(my);
		if (r) {
			MYSQL_ROW row = mysql_fetch_row(r);
			if (out && row && row[0])
				*out = atoll(row[0]);
			mysql_free_result(r);
		}
		more = mysql_next_result(my);
	} while (more == 0);
}

static const char setup[] =
	"INSERT IGNORE INTO service_group (code, name, summary, serve_min, bookable, position) VALUES ('X', 'X', 'X', 10, 1, 1);"
	"INSERT IGNORE INTO slot (id, group_code, day, from_min, until_min, start_at, end_at, places) SELECT 1, 'X', '2099-01-05', 0, 30,"
	" '2099-01-05', '2099-01-05 00:30:00', 500;"
	"INSERT IGNORE INTO slot (id, group_code, day, from_min, until_min, start_at, end_at, places) SELECT 2, 'X', '2099-01-05', 30, 60,"
	" '2099-01-05 00:30:00', '2099-01-05 01:00:00', 500;"
	"INSERT IGNORE INTO slot (id, group_code, day, from_min, until_min, start_at, end_at, places) SELECT 1000 + seq, 'X',"
	" '2099-01-06', seq, seq + 1, '2099-01-06', '2099-01-06 00:30:00', 4 FROM seq_1_to_125;"
	"CREATE DATABASE IF NOT EXISTS bench;"
	"CREATE TABLE IF NOT EXISTS bench.one (id INT PRIMARY KEY, n BIGINT NOT NULL) ENGINE=InnoDB;"
	"INSERT IGNORE INTO bench.one SELECT seq, 0 FROM seq_0_to_63;"
	"CREATE TABLE IF NOT EXISTS bench.keyed (id INT PRIMARY KEY, who BINARY(32) NULL UNIQUE) ENGINE=InnoDB";
static const char places_new[] =
	"DELETE FROM bench.keyed; INSERT INTO bench.keyed (id) SELECT seq FROM seq_0_to_29999; DELETE FROM place; "
	"INSERT INTO place (slot_id, no, group_code, opens_at, shuts_at) SELECT s.seq, p.seq, 'X', '2020-01-01', '2099-01-05' FROM seq_1_to_2 s,"
	" seq_1_to_500 p;"
	"INSERT INTO place (slot_id, no, group_code, opens_at, shuts_at) SELECT 1001 + (seq - 1) DIV 4, 1 + (seq - 1) % 4, 'X', '2020-01-01',"
	" '2099-01-06' FROM seq_1_to_500";

/* --- one client ------------------------------------------------------------------------------------------------ */

/* start - everybody is connected and has tried it once, as workers in service have. */
static void start(struct share *s, int who)
{
	pthread_barrier_wait(&s->ready);
	s->began[who] = now_ns();
}

static void note(struct share *s, int who, int64_t began)
{
	int64_t t = now_ns();

	s->at[who][s->done[who]] = t;
	s->took[who][s->done[who]++] = t - began;
}

/* updates - the yardsticks: a row of one's own counts on; or, keyed, a row gets a key that is unique, as a place does. */
static void updates(const struct bench *b, int who, bool keyed)
{
	static const char count[] = "UPDATE bench.one SET n = n + 1 WHERE id = ?", key[] = "UPDATE bench.keyed SET who = ? WHERE id = ?";
	const char *text = keyed ? key : count;
	MYSQL *my = admin(b->socket);
	MYSQL_STMT *st = mysql_stmt_init(my);
	uint8_t bytes[HASH_SIZE];
	unsigned long n = sizeof(bytes);
	int id = who;
	MYSQL_BIND number = {.buffer_type = MYSQL_TYPE_LONG, .buffer = &id};
	MYSQL_BIND in[2] = {{.buffer_type = MYSQL_TYPE_BLOB, .buffer = bytes, .buffer_length = sizeof(bytes), .length = &n}, number};

	if (mysql_stmt_prepare(st, text, strlen(text)) || mysql_stmt_bind_param(st, keyed ? in : &number))
		b->s->failed = 1;
	for (int i = -1; i < UPDATES && !b->s->failed; i++) {
		if (i == 0)
			start(b->s, who);
		int64_t began = now_ns();
		if (keyed) {
			id = who * (UPDATES + 1) + i + 1;
			crypt_random(bytes, sizeof(bytes));
		}
		if (mysql_stmt_execute(st))
			b->s->failed = 1;
		if (i >= 0)
			note(b->s, who, began);
	}
}

/* take - true when this person holds a place.  slots: how many they try, beginning with one of their own. */
static bool take(struct casework *w, struct share *s, int who, int person, bool spread, int slots, struct booking_hold *h)
{
	uint8_t key[HASH_SIZE];
	char text[32];
	const char *say;
	int64_t booked;

	snprintf(text, sizeof(text), "person %d", person);
	hash_sha256(text, strlen(text), key);
	for (int i = 0; i < (spread ? slots : 1); i++) {
		int64_t slot = spread ? SPREAD_FIRST + (person * 7 + i) % SPREAD_SLOTS : HOT, began = now_ns();
		enum err e = booking_take(w, "X", slot, spread ? 0 : PLACES, (struct bytes){key, HASH_SIZE}, h, &booked, &say);
		if (e == ERR_NONE)
			note(s, who, began);
		if (e != ERR_NONE && e != ERR_CONFLICT)
			s->failed = 1;
		if (e == ERR_NONE || s->failed)
			return e == ERR_NONE;
	}
	return false;
}

static void warm_up(struct casework *w, struct share *s, int who)
{
	uint8_t key[HASH_SIZE] = {1, (uint8_t)who};
	struct booking_hold h;
	const char *say;
	int64_t booked;

	if (booking_take(w, "X", WARM, PLACES, (struct bytes){key, HASH_SIZE}, &h, &booked, &say) != ERR_NONE || booking_give_back(w, &h) != ERR_NONE)
		s->failed = 1;
}

static void takers(const struct bench *b, int who, bool spread)
{
	void *ctx = talloc_new(NULL);
	struct conf *conf = mem_new(ctx, struct conf);
	struct casework w = {.ctx = ctx, .conf = conf, .now = msec_now()};
	struct booking_hold h;
	int back[PEOPLE], n = 0, wins = 0;

	if (conf_load(ctx, b->conf, conf) != ERR_NONE || db_open(ctx, conf, "booking", &w.db) != ERR_NONE)
		b->s->failed = 1;
	warm_up(&w, b->s, who);
	start(b->s, who);
	for (int person = who; person < PEOPLE && !b->s->failed; person += b->clients) {
		w.ctx = talloc_new(ctx);
		if (take(&w, b->s, who, person, spread, 2, &h) && ++wins % 10 == 0) {
			if (booking_give_back(&w, &h) != ERR_NONE)
				b->s->failed = 1;
			back[n++] = person;
		}
		talloc_free(w.ctx);
	}
	/* those who gave back come again; what is free now, somebody of them gets */
	for (int i = 0; i < n && !b->s->failed; i++) {
		w.ctx = talloc_new(ctx);
		take(&w, b->s, who, back[i], spread, SPREAD_SLOTS, &h);
		talloc_free(w.ctx);
	}
}

/* --- a turn ------------------------------------------------------------------------------------------------------ */

static int by_size(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void report(const struct bench *b, const char *name, MYSQL *my)
{
	static int64_t all[CLIENTS_MAX * UPDATES + PEOPLE * 2], at[CLIENTS_MAX * UPDATES + PEOPLE * 2];
	int64_t n = 0, began = b->s->began[0];
	long long holders = 0, two = 0, free_now = 0;

	for (int i = 0; i < b->clients; i++) {
		began = b->s->began[i] < began ? b->s->began[i] : began;
		for (int64_t k = 0; k < b->s->done[i]; k++) {
			at[n] = b->s->at[i][k];
			all[n++] = b->s->took[i][k];
		}
	}
	qsort(all, (size_t)n, sizeof(all[0]), by_size);
	qsort(at, (size_t)n, sizeof(at[0]), by_size);
	int64_t counted = n < PLACES ? n : PLACES; /* of all four alike: from the start, which takes its time, to the five hundredth */
	const char *of = strcmp(name, "hot") == 0 ? "slot_id = 1" : "slot_id > 2";
	char sql[300];
	snprintf(sql, sizeof(sql), "SELECT COUNT(DISTINCT live_key) FROM place WHERE %s", of);
	ask(my, sql, &holders);
	snprintf(sql, sizeof(sql), "SELECT COUNT(live_key) - COUNT(DISTINCT live_key) FROM place WHERE %s", of);
	ask(my, sql, &two);
	snprintf(sql, sizeof(sql), "SELECT COUNT(*) FROM place WHERE %s AND live_key IS NULL", of);
	ask(my, sql, &free_now);
	printf("%s %.1f %.2f %lld %lld %lld\n", name, n ? (double)counted * 1e9 / (double)(at[counted - 1] - began) : 0.0, n ? (double)all[n * 99 / 100] / 1e6 : 0.0,
	       holders, two, free_now);
	fflush(stdout);
}

static bool turn(const struct bench *b, const char *name, MYSQL *my)
{
	int status;
	bool ok = true;

	ask(my, places_new, NULL);
	memset(b->s->done, 0, sizeof(b->s->done));
	for (int i = 0; i < b->clients; i++)
		if (fork() == 0) {
			if (strcmp(name, "update") == 0 || strcmp(name, "keyed") == 0)
				updates(b, i, strcmp(name, "keyed") == 0);
			else
				takers(b, i, strcmp(name, "spread") == 0);
			_exit(b->s->failed);
		}
	pthread_barrier_wait(&b->s->ready);
	for (int i = 0; i < b->clients; i++)
		ok = wait(&status) > 0 && status == 0 && ok;
	report(b, name, my);
	return ok && !b->s->failed;
}

int main(int argc, char **argv)
{
	static const char *const names[] = {"update", "keyed", "hot", "spread"};
	struct bench b;
	pthread_barrierattr_t shared;
	long long durable = 0;
	bool ok = true;

	if (argc != 5 || crypt_start() != ERR_NONE) {
		fprintf(stderr, "usage: booking CONF SOCKET CLIENTS ROUNDS\n");
		return 2;
	}
	mem_init();
	b = (struct bench){argv[1], argv[2], atoi(argv[3]), atoi(argv[4]), NULL};
	b.s = mmap(NULL, sizeof(*b.s), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (b.s == MAP_FAILED || b.clients < 1 || b.clients > CLIENTS_MAX)
		return 2;
	pthread_barrierattr_init(&shared);
	pthread_barrierattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
	pthread_barrier_init(&b.s->ready, &shared, (unsigned)b.clients + 1);
	MYSQL *my = admin(b.socket);
	ask(my, setup, NULL);
	ask(my, "SELECT @@innodb_flush_log_at_trx_commit", &durable);
	if (durable != 1) {
		fprintf(stderr, "booking: this MariaDB does not wait for the disk\n");
		return EXIT_FAILURE;
	}
	for (int r = 0; r < b.rounds * 4 && ok; r++)
		ok = turn(&b, names[(r + r / 4) % 4], my);
	mysql_close(my);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
