#include "db/scratchdb.h"

#include <glob.h>
#include <mariadb/mysql.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "wrap/db.h"

#define PROGRAMS 32

struct scratchdb {
	const char *name;
	MYSQL *admin;
	MYSQL *as[PROGRAMS]; /* by place in db_programs; opened when first asked for */
};

/* --- talking to the server --------------------------------------------------------------------------- */

static struct answer rows_read(void *ctx, MYSQL_RES *res)
{
	struct answer a = {.rows = (size_t)mysql_num_rows(res), .cols = mysql_num_fields(res)};

	a.at = mem_array(ctx, const char **, a.rows);
	for (size_t r = 0; r < a.rows; r++) {
		MYSQL_ROW row = mysql_fetch_row(res);
		unsigned long *n = mysql_fetch_lengths(res);
		a.at[r] = mem_array(a.at, const char *, a.cols);
		for (size_t c = 0; c < a.cols; c++)
			a.at[r][c] = row[c] ? mem_copy(a.at, row[c], n[c]) : NULL;
	}
	return a;
}

/* The answer of the last statement that gave one. */
const char *scratchdb_try(struct scratchdb *s, void *ctx, const char *sql, struct answer *out)
{
	int more = mysql_real_query(s->admin, sql, strlen(sql));

	*out = (struct answer){0};
	while (more == 0) {
		MYSQL_RES *res = mysql_store_result(s->admin);
		if (res) {
			*out = rows_read(ctx, res);
			mysql_free_result(res);
		} else {
			out->matched = mysql_affected_rows(s->admin);
		}
		more = mysql_next_result(s->admin);
	}
	return more > 0 ? mem_str(ctx, mysql_error(s->admin)) : NULL;
}

struct answer scratchdb_ask(struct scratchdb *s, void *ctx, const char *sql)
{
	struct answer a;
	const char *objection = scratchdb_try(s, ctx, sql, &a);

	if (objection)
		fail_msg("%.200s: %s", sql, objection);
	return a;
}

void scratchdb_do(struct scratchdb *s, const char *sql)
{
	void *ctx = talloc_new(s);

	scratchdb_ask(s, ctx, sql);
	talloc_free(ctx);
}

void scratchdb_load(struct scratchdb *s, const char *path)
{
	char *sql = file_text(s, path);

	scratchdb_do(s, sql);
	talloc_free(sql);
}

const char *scratchdb_text(struct scratchdb *s, void *ctx, const char *sql)
{
	struct answer a = scratchdb_ask(s, ctx, sql);

	return a.rows ? text_or(a.at[0][0], "") : "";
}

/* --- as a program ------------------------------------------------------------------------------------ */

struct conf *scratchdb_conf(struct scratchdb *s, const char *program)
{
	struct conf *conf = mem_new(s, struct conf);
	const char *path = mem_fmt(conf, "%s/%s.conf", getenv("PORTAL_CONF_DIR"), program);

	assert_int_equal(conf_load(conf, path, conf), ERR_NONE);
	conf->db_name = s->name;
	return conf;
}

static MYSQL *connect_as(struct scratchdb *s, const char *program)
{
	struct conf *conf = scratchdb_conf(s, program);
	MYSQL *my = mysql_init(NULL);

	mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (!mysql_real_connect(my, NULL, conf->db_user, conf->db_password, s->name, 0, conf->db_socket, 0))
		fail_msg("%s: %s", program, mysql_error(my));
	return my;
}

const char *scratchdb_refusal(struct scratchdb *s, void *ctx, const char *program, const char *sql)
{
	size_t i = 0;

	while (db_programs[i] && !text_eq(db_programs[i], program))
		i++;
	assert_non_null(db_programs[i]);
	if (!s->as[i])
		s->as[i] = connect_as(s, program);
	MYSQL_STMT *st = mysql_stmt_init(s->as[i]);
	const char *refusal = mysql_stmt_prepare(st, sql, strlen(sql)) ? mem_str(ctx, mysql_stmt_error(st)) : NULL;
	mysql_stmt_close(st);
	return refusal;
}

/* --- making ------------------------------------------------------------------------------------------ */

char *file_text(void *ctx, const char *path)
{
	FILE *f = fopen(path, "re");
	char block[4096];
	char *text = mem_str(ctx, "");
	size_t n;

	if (!f)
		fail_msg("%s is not there", path);
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		text = talloc_strndup_append_buffer(text, block, n);
	fclose(f);
	return mem_must(text);
}

/* The administrator is root, or whoever made the server: known by their Unix user (conf/db.sh). */
static MYSQL *connect_admin(void)
{
	const struct passwd *me = getpwuid(geteuid());
	const char *socket = getenv("PORTAL_DB_SOCKET");
	MYSQL *my = mysql_init(NULL);

	mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(my, MYSQL_INIT_COMMAND, "SET SESSION max_statement_time = 0");
	if (socket && me && mysql_real_connect(my, NULL, me->pw_name, NULL, NULL, 0, socket,
					       CLIENT_FOUND_ROWS | CLIENT_MULTI_STATEMENTS))
		return my;
	fprintf(stderr, "run me under tests/db/with-mariadb: %s\n", mysql_error(my));
	mysql_close(my);
	return NULL;
}

static void rights_forget(struct scratchdb *s)
{
	scratchdb_do(s, mem_fmt(s,
				"DROP DATABASE IF EXISTS %s; DELETE FROM mysql.tables_priv WHERE Db = '%s';"
				"DELETE FROM mysql.columns_priv WHERE Db = '%s'; FLUSH PRIVILEGES",
				s->name, s->name, s->name));
}

static void rights_give(struct scratchdb *s)
{
	const char *rest = file_text(s, "sql/grants.sql"), *at;
	char *sql = mem_str(s, "");

	for (; (at = strstr(rest, " ON portal.")); rest = at + strlen(" ON portal."))
		sql = mem_fmt(s, "%s%.*s ON %s.", sql, (int)(at - rest), rest, s->name);
	scratchdb_do(s, mem_fmt(s, "%s%s", sql, rest));
}

static int scratchdb_free(struct scratchdb *s)
{
	for (size_t i = 0; i < PROGRAMS; i++)
		if (s->as[i])
			mysql_close(s->as[i]);
	rights_forget(s);
	mysql_close(s->admin);
	return 0;
}

struct scratchdb *scratchdb_make(void *ctx, const char *name)
{
	struct scratchdb *s = mem_new(ctx, struct scratchdb);
	glob_t files;

	s->name = name;
	s->admin = connect_admin();
	if (!s->admin)
		return NULL;
	talloc_set_destructor(s, scratchdb_free);
	rights_forget(s);
	scratchdb_do(s, mem_fmt(s, "CREATE DATABASE %s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci; USE %s", name,
				name));
	assert_int_equal(glob("sql/schema/[0-9]*.sql", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		scratchdb_load(s, files.gl_pathv[i]);
	globfree(&files);
	rights_give(s);
	return s;
}
