/* bare.c - what pages are measured against: a FastCGI program that answers as many bytes as the address asks for, and
 * that may ask the database one question first.
 *
 *   bare               /bench/<pool>/<bytes>
 *   bare <statement>   /bench/<pool>/<bytes>/<key>: runs the statement of sql/stmt, prepared, and reads all its rows
 *
 * Statements: progress_by_ref and case_by_ref (key: a token of /t/), matter_current (key: <code>/<revision in memory>).
 * PORTAL_CONF names the settings of a program that may run it.  Nothing of the portal is in the way of a request: no
 * routes, no sessions, no templates. */
#include <fcgiapp.h>
#include <mariadb/mysql.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/log.h"
#include "base/text.h"
#include "wrap/db.h"

#define BYTES_MAX (1024 * 1024)
#define PARAMS_MAX 2
#define COLUMNS_MAX 64
#define TEXT_MAX 2048

struct look_up {
	const struct db_stmt *s; /* NULL: none */
	MYSQL_STMT *st;
	struct {
		char text[64];
		unsigned long length;
		long long number;
	} in;
	struct {
		union {
			long long number;
			MYSQL_TIME time;
			char text[TEXT_MAX];
		} v;
		unsigned long length;
		my_bool null, cut;
	} out[COLUMNS_MAX];
};

/* --- the question ------------------------------------------------------------------------------------- */

static const struct db_stmt *statement(const char *name)
{
	for (size_t i = 0; i < db_nstmts; i++)
		if (text_eq(db_stmts[i].name, name))
			return &db_stmts[i];
	return NULL;
}

static enum enum_field_types column_type(enum db_type t)
{
	switch (t) {
	case DB_INT:
	case DB_REF:
		return MYSQL_TYPE_LONGLONG;
	case DB_TEXT:
		return MYSQL_TYPE_STRING;
	case DB_BYTES:
		return MYSQL_TYPE_BLOB;
	case DB_DAY:
		return MYSQL_TYPE_DATE;
	case DB_MSEC:
		return MYSQL_TYPE_DATETIME;
	}
	return MYSQL_TYPE_NULL;
}

static void bind_in(struct look_up *l, MYSQL_BIND *b, enum db_type type)
{
	if (type == DB_INT)
		*b = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &l->in.number};
	else
		*b = (MYSQL_BIND){.buffer_type = column_type(type), .buffer = l->in.text, .length = &l->in.length,
				  .buffer_length = sizeof(l->in.text)};
}

static bool bind(struct look_up *l)
{
	MYSQL_BIND in[PARAMS_MAX], out[COLUMNS_MAX];

	if (l->s->nparams > PARAMS_MAX || l->s->ncols > COLUMNS_MAX)
		return false;
	for (size_t i = 0; i < l->s->nparams; i++)
		bind_in(l, &in[i], l->s->params[i].type);
	for (size_t i = 0; i < l->s->ncols; i++)
		out[i] = (MYSQL_BIND){.buffer_type = column_type(l->s->cols[i].type),
				      .buffer = &l->out[i].v,
				      .buffer_length = sizeof(l->out[i].v),
				      .length = &l->out[i].length,
				      .is_null = &l->out[i].null,
				      .error = &l->out[i].cut};
	return !mysql_stmt_bind_param(l->st, in) && !mysql_stmt_bind_result(l->st, out);
}

static enum err look_up_open(void *ctx, struct look_up *l, const char *name)
{
	struct conf *c = mem_new(ctx, struct conf);
	MYSQL *my = mysql_init(NULL);

	l->s = statement(name);
	if (!l->s)
		return log_err(ERR_INTERNAL, "there is no statement %s", name);
	TRY(conf_load(ctx, text_or(getenv("PORTAL_CONF"), ""), c));
	mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (!mysql_real_connect(my, NULL, c->db_user, c->db_password, c->db_name, 0, c->db_socket, 0))
		return log_err(ERR_UNAVAILABLE, "cannot connect: %s", mysql_error(my));
	l->st = mysql_stmt_init(my);
	if (mysql_stmt_prepare(l->st, l->s->text, strlen(l->s->text)) || !bind(l))
		return log_err(ERR_INTERNAL, "statement %s: %s", name, mysql_stmt_error(l->st));
	return ERR_NONE;
}

/* key_read - the parameters, out of the end of the address. */
static bool key_read(void *ctx, struct look_up *l, const char *key)
{
	const char *slash = strchr(key, '/');
	uint8_t *ref;
	size_t n = slash ? (size_t)(slash - key) : 0;

	if (slash) {
		l->in.number = atoll(slash + 1);
		l->in.length = n;
		memcpy(l->in.text, key, n < sizeof(l->in.text) ? n : 0);
		return n < sizeof(l->in.text);
	}
	if (!text_unbase32(ctx, key, &ref, &n) || n < 8)
		return false;
	memcpy(l->in.text, ref, 8);
	l->in.length = 8;
	return true;
}

/* look_up - true when at least one row came. */
static bool look_up(struct look_up *l, const char *key)
{
	void *ctx = talloc_new(NULL);
	bool ok = key_read(ctx, l, key) && !mysql_stmt_execute(l->st) && !mysql_stmt_store_result(l->st);
	size_t rows = 0;

	talloc_free(ctx);
	while (ok && mysql_stmt_fetch(l->st) != MYSQL_NO_DATA)
		rows++;
	mysql_stmt_free_result(l->st);
	return ok && rows > 0;
}

/* --- the answer --------------------------------------------------------------------------------------- */

/* body_drop - to its end, as a program must before it answers. */
static bool body_drop(FCGX_Request *r)
{
	char buf[65536];
	const char *length = FCGX_GetParam("CONTENT_LENGTH", r->envp);
	long long left = length ? atoll(length) : 0;
	int n;

	while (left > 0 && (n = FCGX_GetStr(buf, sizeof(buf), r->in)) > 0)
		left -= n;
	return left == 0;
}

static void answer(FCGX_Request *r, struct look_up *l, const char *body)
{
	const char *at = FCGX_GetParam("REQUEST_URI", r->envp);
	char head[160];
	char *key = NULL;
	long n = -1;

	at = at ? strchr(at + 1, '/') : NULL;
	at = at ? strchr(at + 1, '/') : NULL;
	if (at)
		n = strtol(at + 1, &key, 10);
	if (n < 0 || n > BYTES_MAX || !body_drop(r) || (l->s && (*key != '/' || !look_up(l, key + 1)))) {
		FCGX_PutS("Status: 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", r->out);
		return;
	}
	snprintf(head, sizeof(head),
		 "Status: 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %ld\r\n"
		 "Cache-Control: no-store\r\n\r\n", n);
	FCGX_PutS(head, r->out);
	FCGX_PutStr(body, (int)n, r->out);
}

int main(int argc, char **argv)
{
	struct look_up *l = mem_new(NULL, struct look_up);
	char *body = talloc_size(l, BYTES_MAX);
	FCGX_Request r;

	log_start("bare");
	memset(body, 'x', BYTES_MAX);
	if (argc > 1 && look_up_open(l, l, argv[1]) != ERR_NONE)
		return EXIT_FAILURE;
	if (FCGX_Init() || FCGX_InitRequest(&r, 0, 0))
		return EXIT_FAILURE;
	while (FCGX_Accept_r(&r) == 0) {
		answer(&r, l, body);
		FCGX_Finish_r(&r);
	}
	return EXIT_SUCCESS;
}
