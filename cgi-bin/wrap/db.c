#include "wrap/db.h"

#include <mariadb/errmsg.h>
#include <mariadb/mysql.h>
#include <mariadb/mysqld_error.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"

#define MAX_FIELDS 96
#define TX_TRIES 6
#define SILENCE_MS 1000 /* a server that has not answered is left alone for so long */
#define INLINE_TEXT 512 /* longer values take one more copy */

struct db {
	const struct conf *conf;
	uint32_t program; /* this program's bit */
	MYSQL *my;        /* NULL when not connected */
	MYSQL_STMT **stmt;
	bool broken; /* the connection is of no more use */
	bool in_tx;
	int64_t asked_ms;  /* when the server was asked last */
	int64_t silent_ms; /* when it was last found not to answer */
};

/* ms_up - a clock that nobody sets. */
static int64_t ms_up(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- errors -------------------------------------------------------------------------------------------- */

static bool is_gone(unsigned code)
{
	switch (code) {
	case CR_SERVER_GONE_ERROR:
	case CR_SERVER_LOST:
	case CR_CONN_HOST_ERROR:
	case CR_CONNECTION_ERROR:
	case CR_COMMANDS_OUT_OF_SYNC:
	case ER_SERVER_SHUTDOWN:
	case ER_NORMAL_SHUTDOWN:
	case ER_CONNECTION_KILLED:
	case ER_UNKNOWN_COM_ERROR:
	case ER_UNKNOWN_STMT_HANDLER:
		return true;
	default:
		return false;
	}
}

/* note_silence - it was waited for in vain: a server that is not there says so at once. */
static void note_silence(struct db *db)
{
	if (ms_up() - db->asked_ms >= SILENCE_MS)
		db->silent_ms = ms_up();
}

static enum err classify(struct db *db, unsigned code, const char *text, const char *what)
{
	if (is_gone(code)) {
		db->broken = true;
		note_silence(db);
		return log_err(ERR_UNAVAILABLE, "database gone in %s: %u %s", what, code, text);
	}
	switch (code) {
	case ER_LOCK_DEADLOCK:
	case ER_LOCK_WAIT_TIMEOUT:
		return ERR_RETRY;
	case ER_DUP_ENTRY:
		return ERR_DUPLICATE;
	case ER_STATEMENT_TIMEOUT:
	case ER_QUERY_INTERRUPTED:
	case ER_RECORD_FILE_FULL:
	case ER_DISK_FULL:
		return log_err(ERR_UNAVAILABLE, "statement %s: %u %s", what, code, text);
	default:
		return log_err(ERR_INTERNAL, "statement %s: %u %s", what, code, text);
	}
}

/* --- connection ---------------------------------------------------------------------------------------- */

static void disconnect(struct db *db)
{
	for (size_t i = 0; i < db_nstmts; i++) {
		if (db->stmt[i])
			mysql_stmt_close(db->stmt[i]);
		db->stmt[i] = NULL;
	}
	if (db->my)
		mysql_close(db->my);
	db->my = NULL;
	db->in_tx = false;
	db->broken = true;
}

static enum err prepare_all(struct db *db)
{
	for (size_t i = 0; i < db_nstmts; i++) {
		const struct db_stmt *s = &db_stmts[i];
		if (!(s->programs & db->program))
			continue;
		MYSQL_STMT *st = mysql_stmt_init(db->my);
		if (!st)
			return log_err(ERR_INTERNAL, "no memory for statement %s", s->name);
		db->stmt[i] = st;
		if (mysql_stmt_prepare(st, s->text, strlen(s->text)))
			return classify(db, mysql_stmt_errno(st), mysql_stmt_error(st), s->name);
		if (mysql_stmt_param_count(st) != s->nparams || mysql_stmt_field_count(st) != s->ncols)
			return log_err(ERR_INTERNAL, "statement %s: %lu parameters and %u columns, :in and :out say %zu and %zu",
				       s->name, mysql_stmt_param_count(st), mysql_stmt_field_count(st), s->nparams,
				       s->ncols);
	}
	return ERR_NONE;
}

static enum err connect_once(struct db *db)
{
	const struct conf *c = db->conf;
	int seconds = (int)c->db_timeout_s;
	unsigned timeout = (unsigned)seconds;
	/* The server gives up on a statement first, and says so; we hang up only when it says nothing. */
	unsigned silence = timeout + 1;
	char setup[160];

	disconnect(db);
	db->my = mysql_init(NULL);
	if (!db->my)
		return log_err(ERR_INTERNAL, "mysql_init failed");
	mysql_options(db->my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(db->my, MYSQL_OPT_CONNECT_TIMEOUT, &timeout);
	mysql_options(db->my, MYSQL_OPT_READ_TIMEOUT, &silence);
	mysql_options(db->my, MYSQL_OPT_WRITE_TIMEOUT, &silence);
	db->asked_ms = ms_up();
	if (!mysql_real_connect(db->my, NULL, c->db_user, c->db_password, c->db_name, 0, c->db_socket,
				CLIENT_FOUND_ROWS)) {
		note_silence(db);
		return log_err(ERR_UNAVAILABLE, "cannot connect to the database as %s: %s", c->db_user,
			       mysql_error(db->my));
	}
	snprintf(setup, sizeof setup,
		 "SET SESSION max_statement_time=%d, tx_isolation='READ-COMMITTED', "
		 "innodb_lock_wait_timeout=%d, time_zone='+08:00'",
		 seconds, seconds > 2 ? seconds / 2 : 1);
	if (mysql_query(db->my, setup))
		return classify(db, mysql_errno(db->my), mysql_error(db->my), "session setup");
	TRY(prepare_all(db));
	db->broken = false;
	return ERR_NONE;
}

static int db_close(struct db *db)
{
	disconnect(db);
	return 0;
}

static uint32_t program_bit(const char *program)
{
	for (unsigned i = 0; db_programs[i]; i++)
		if (text_eq(db_programs[i], program))
			return UINT32_C(1) << i;
	return 0;
}

enum err db_open(void *ctx, const struct conf *conf, const char *program, struct db **out)
{
	struct db *db = mem_new(ctx, struct db);
	db->conf = conf;
	db->program = program_bit(program);
	db->stmt = mem_array(db, MYSQL_STMT *, db_nstmts + 1);
	db->broken = true;
	talloc_set_destructor(db, db_close);
	*out = db;
	return connect_once(db);
}

/* hung_up - the server has closed this connection while it was idle (a restart): nothing but its end can be waiting to be
 * read.  Seen here, it costs nobody a page; a write that finds out by itself cannot be repeated. */
static bool hung_up(const struct db *db)
{
	struct pollfd idle = {.fd = mysql_get_socket(db->my), .events = POLLIN};
	return poll(&idle, 1, 0) > 0;
}

/* A server that hangs is waited for once: the page that found out says so, and those after it do at once. */
bool db_ready(struct db *db)
{
	if (!db->broken && (db->in_tx || !hung_up(db)))
		return true;
	return ms_up() - db->silent_ms >= SILENCE_MS && connect_once(db) == ERR_NONE;
}

/* --- parameters ---------------------------------------------------------------------------------------- */

struct param_store {
	MYSQL_TIME time;
	int64_t number;
	unsigned long length;
	my_bool null;
};

static void time_from_msec(MYSQL_TIME *t, msec v)
{
	int y, mo, md;
	day d = msec_day(v);
	int64_t in_day = v - msec_make(d, 0, 0, 0, 0);
	day_split(d, &y, &mo, &md);
	*t = (MYSQL_TIME){.year = (unsigned)y, .month = (unsigned)mo, .day = (unsigned)md,
			  .hour = (unsigned)(in_day / 3600000), .minute = (unsigned)(in_day / 60000 % 60),
			  .second = (unsigned)(in_day / 1000 % 60), .second_part = (unsigned long)(in_day % 1000) * 1000,
			  .time_type = MYSQL_TIMESTAMP_DATETIME};
}

static void time_from_day(MYSQL_TIME *t, day v)
{
	int y, mo, md;
	day_split(v, &y, &mo, &md);
	*t = (MYSQL_TIME){.year = (unsigned)y, .month = (unsigned)mo, .day = (unsigned)md,
			  .time_type = MYSQL_TIMESTAMP_DATE};
}

static void bind_text(MYSQL_BIND *b, struct param_store *s, enum enum_field_types type, const void *p, size_t n)
{
	b->buffer_type = type;
	/* the interface is not const-correct; a parameter is only read */
	memcpy(&b->buffer, &p, sizeof p);
	s->length = n;
	b->buffer_length = s->length;
	b->length = &s->length;
	s->null = p == NULL;
}

static void bind_param(MYSQL_BIND *b, struct param_store *s, const struct db_field *f, const void *in)
{
	const void *p = (const char *)in + f->offset;
	memset(b, 0, sizeof *b);
	b->is_null = &s->null;
	switch (f->type) {
	case DB_INT:
	case DB_REF:
		memcpy(&s->number, p, sizeof s->number);
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		b->buffer = &s->number;
		s->null = f->type == DB_REF && s->number == 0;
		return;
	case DB_TEXT: {
		const char *t;
		memcpy(&t, p, sizeof t);
		bind_text(b, s, MYSQL_TYPE_STRING, t, t ? strlen(t) : 0);
		return;
	}
	case DB_BYTES: {
		struct bytes v;
		memcpy(&v, p, sizeof v);
		bind_text(b, s, MYSQL_TYPE_BLOB, v.p, v.n);
		return;
	}
	case DB_DAY: {
		day v;
		memcpy(&v, p, sizeof v);
		s->null = v == DAY_NONE;
		if (!s->null)
			time_from_day(&s->time, v);
		b->buffer_type = MYSQL_TYPE_DATE;
		b->buffer = &s->time;
		return;
	}
	case DB_MSEC: {
		msec v;
		memcpy(&v, p, sizeof v);
		s->null = v == MSEC_NONE;
		if (!s->null)
			time_from_msec(&s->time, v);
		b->buffer_type = MYSQL_TYPE_DATETIME;
		b->buffer = &s->time;
		return;
	}
	}
}

/* --- results ------------------------------------------------------------------------------------------- */

struct cell {
	union {
		int64_t number;
		MYSQL_TIME time;
		char text[INLINE_TEXT];
	} v;
	unsigned long length;
	my_bool null;
	my_bool truncated;
};

static void bind_cell(MYSQL_BIND *b, struct cell *c, enum db_type type)
{
	memset(b, 0, sizeof *b);
	b->is_null = &c->null;
	b->length = &c->length;
	b->error = &c->truncated;
	b->buffer = &c->v;
	switch (type) {
	case DB_INT:
	case DB_REF:
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		return;
	case DB_TEXT:
		b->buffer_type = MYSQL_TYPE_STRING;
		b->buffer_length = sizeof c->v.text;
		return;
	case DB_BYTES:
		b->buffer_type = MYSQL_TYPE_BLOB;
		b->buffer_length = sizeof c->v.text;
		return;
	case DB_DAY:
		b->buffer_type = MYSQL_TYPE_DATE;
		return;
	case DB_MSEC:
		b->buffer_type = MYSQL_TYPE_DATETIME;
		return;
	}
}

/* read_text - the value at *at, with a NUL behind it; *at moves on.  A value longer than the cell is fetched once more, in
 * full. */
static enum err read_text(MYSQL_STMT *st, unsigned col, struct cell *c, enum db_type type, char **at, char **out)
{
	*out = NULL;
	if (c->null)
		return ERR_NONE;
	if (c->length <= sizeof c->v.text) {
		memcpy(*at, c->v.text, c->length);
	} else {
		MYSQL_BIND b = {.buffer_type = type == DB_TEXT ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB,
				.buffer = *at,
				.buffer_length = c->length,
				.length = &c->length,
				.is_null = &c->null,
				.error = &c->truncated};
		if (mysql_stmt_fetch_column(st, &b, col, 0))
			return log_err(ERR_INTERNAL, "fetch_column: %s", mysql_stmt_error(st));
	}
	*out = *at;
	*at += c->length;
	*(*at)++ = '\0';
	return ERR_NONE;
}

static day cell_day(const struct cell *c)
{
	return day_make((int)c->v.time.year, (int)c->v.time.month, (int)c->v.time.day);
}

static enum err store_cell(MYSQL_STMT *st, unsigned col, const struct db_field *f, struct cell *c, char **text,
			   void *row)
{
	void *p = (char *)row + f->offset;
	switch (f->type) {
	case DB_INT:
	case DB_REF: {
		int64_t v = c->null ? 0 : c->v.number;
		memcpy(p, &v, sizeof v);
		return ERR_NONE;
	}
	case DB_TEXT: {
		char *v;
		TRY(read_text(st, col, c, f->type, text, &v));
		memcpy(p, &v, sizeof v);
		return ERR_NONE;
	}
	case DB_BYTES: {
		char *v;
		TRY(read_text(st, col, c, f->type, text, &v));
		struct bytes b = {.p = (const uint8_t *)v, .n = v ? c->length : 0};
		memcpy(p, &b, sizeof b);
		return ERR_NONE;
	}
	case DB_DAY: {
		day v = c->null ? DAY_NONE : cell_day(c);
		memcpy(p, &v, sizeof v);
		return ERR_NONE;
	}
	case DB_MSEC: {
		const MYSQL_TIME *t = &c->v.time;
		msec v = c->null ? MSEC_NONE
				 : msec_make(cell_day(c), (int)t->hour, (int)t->minute, (int)t->second,
					     (int)(t->second_part / 1000));
		memcpy(p, &v, sizeof v);
		return ERR_NONE;
	}
	}
	return ERR_INTERNAL;
}

/* text_room - bytes that the texts of a row take, with a NUL each. */
static size_t text_room(const struct db_stmt *s, const struct cell *cells)
{
	size_t n = 0;
	for (size_t i = 0; i < s->ncols; i++)
		if ((s->cols[i].type == DB_TEXT || s->cols[i].type == DB_BYTES) && !cells[i].null)
			n += cells[i].length + 1;
	return n;
}

/* store_row - the row that was just fetched; its texts become one block that hangs off ctx. */
static enum err store_row(MYSQL_STMT *st, const struct db_stmt *s, struct cell *cells, void *ctx, void *row)
{
	size_t n = text_room(s, cells);
	char *text = n ? mem_room(ctx, n) : NULL;
	for (unsigned i = 0; i < s->ncols; i++)
		TRY(store_cell(st, i, &s->cols[i], &cells[i], &text, row));
	return ERR_NONE;
}

/* fetch_rows - all rows as one array under ctx; texts hang off the array. */
static enum err fetch_rows(struct db *db, MYSQL_STMT *st, const struct db_stmt *s, void *ctx, void **rows, size_t *n)
{
	MYSQL_BIND bind[MAX_FIELDS];
	struct cell *cells = talloc_array(ctx, struct cell, (unsigned)s->ncols);
	char *array = NULL;
	size_t room = 0, count = 0;
	enum err e = ERR_NONE;

	for (size_t i = 0; i < s->ncols; i++)
		bind_cell(&bind[i], &cells[i], s->cols[i].type);
	if (mysql_stmt_bind_result(st, bind) || mysql_stmt_store_result(st)) {
		e = classify(db, mysql_stmt_errno(st), mysql_stmt_error(st), s->name);
		goto out;
	}
	room = s->shape == DB_ONE ? 1 : (size_t)mysql_stmt_num_rows(st);
	array = talloc_zero_size(ctx, (room ? room : 1) * s->row_size);
	while (count < room) {
		int rc = mysql_stmt_fetch(st);
		if (rc == MYSQL_NO_DATA)
			break;
		if (rc == 1) {
			e = classify(db, mysql_stmt_errno(st), mysql_stmt_error(st), s->name);
			goto out;
		}
		e = store_row(st, s, cells, array, array + count * s->row_size);
		if (e != ERR_NONE)
			goto out;
		count++;
	}
	if (s->shape == DB_ONE && count == 0)
		e = ERR_NOT_FOUND;
out:
	talloc_free(cells);
	mysql_stmt_free_result(st);
	*rows = e == ERR_NONE ? array : NULL;
	if (n)
		*n = e == ERR_NONE ? count : 0;
	return e;
}

/* --- running ------------------------------------------------------------------------------------------- */

static enum err execute(struct db *db, const struct db_stmt *s, MYSQL_STMT *st, const void *in)
{
	MYSQL_BIND bind[MAX_FIELDS];
	struct param_store store[MAX_FIELDS];

	if (s->nparams > MAX_FIELDS || s->ncols > MAX_FIELDS)
		return log_err(ERR_INTERNAL, "statement %s has more than %d fields", s->name, MAX_FIELDS);
	for (size_t i = 0; i < s->nparams; i++)
		bind_param(&bind[i], &store[i], &s->params[i], in);
	db->asked_ms = ms_up();
	if ((s->nparams && mysql_stmt_bind_param(st, bind)) || mysql_stmt_execute(st))
		return classify(db, mysql_stmt_errno(st), mysql_stmt_error(st), s->name);
	return ERR_NONE;
}

static enum err run_once(struct db *db, unsigned id, const void *in, void *ctx, void **rows, size_t *n,
			 struct db_done *done)
{
	const struct db_stmt *s = &db_stmts[id];
	MYSQL_STMT *st = db->stmt[id];

	if (db->broken)
		return ERR_UNAVAILABLE;
	if (!st)
		return log_err(ERR_INTERNAL, "statement %s is not for this program", s->name);
	TRY(execute(db, s, st, in));
	if (s->shape != DB_NONE)
		return fetch_rows(db, st, s, ctx, rows, n);
	if (done)
		*done = (struct db_done){.affected = (int64_t)mysql_stmt_affected_rows(st),
					 .insert_id = (int64_t)mysql_stmt_insert_id(st)};
	return ERR_NONE;
}

enum err db_run(struct db *db, unsigned stmt, const void *in, void *ctx, void **rows, size_t *n,
		struct db_done *done)
{
	enum err e = run_once(db, stmt, in, ctx, rows, n, done);
	/* A read outside a transaction is safe to repeat: the server may just have closed an idle connection. */
	if (e == ERR_UNAVAILABLE && !db->in_tx && db->broken && db_stmts[stmt].shape != DB_NONE && db_ready(db))
		e = run_once(db, stmt, in, ctx, rows, n, done);
	return e;
}

static enum err plain(struct db *db, const char *text)
{
	if (db->broken)
		return ERR_UNAVAILABLE;
	db->asked_ms = ms_up();
	if (mysql_query(db->my, text))
		return classify(db, mysql_errno(db->my), mysql_error(db->my), text);
	return ERR_NONE;
}

static enum err tx_begin(struct db *db)
{
	enum err e = plain(db, "START TRANSACTION");
	if (e == ERR_UNAVAILABLE && db_ready(db))
		e = plain(db, "START TRANSACTION");
	db->in_tx = e == ERR_NONE;
	return e;
}

static enum err tx_once(struct db *db, enum err (*work)(void *), void *arg)
{
	TRY(tx_begin(db));
	enum err e = work(arg);
	if (e == ERR_NONE)
		e = plain(db, "COMMIT");
	if (e != ERR_NONE && !db->broken && plain(db, "ROLLBACK") != ERR_NONE)
		db->broken = true;
	db->in_tx = false;
	return e;
}

enum err db_tx(struct db *db, enum err (*work)(void *arg), void *arg)
{
	int64_t until = ms_up() + db->conf->db_timeout_s * 1000;
	unsigned tries = 0;

	if (db->in_tx)
		return log_err(ERR_INTERNAL, "a transaction inside a transaction");
	do {
		enum err e = tx_once(db, work, arg);
		if (e != ERR_RETRY)
			return e;
		usleep((1u << tries) * 2000u + ((unsigned)getpid() % 7u) * 500u);
	} while (++tries < TX_TRIES && ms_up() < until);
	return log_err(ERR_CONFLICT, "a transaction lost %u times in a row", tries);
}
