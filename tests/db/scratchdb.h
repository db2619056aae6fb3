/* scratchdb.h - a database of a test's own on the server of with-mariadb: tables and rights as in sql/schema and
 * sql/grants.sql, no rows.  For tests that take rights away, fill tables or look at plans; others see nothing of it.
 * Everything here fails the test when the server objects to what it did not expect. */
#ifndef TESTS_DB_SCRATCHDB_H
#define TESTS_DB_SCRATCHDB_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/conf.h"
#include "base/mem.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

struct scratchdb;

/* an answer: rows of texts, NULL where the database has NULL.  matched: rows that an UPDATE or DELETE found. */
struct answer {
	const char ***at;
	size_t rows, cols;
	uint64_t matched;
};

/* scratchdb_make - made anew when there is one of that name; dropped with ctx.  NULL outside with-mariadb. */
struct scratchdb *scratchdb_make(void *ctx, const char *name);
/* scratchdb_conf - settings of a program, for this database; may be changed. */
struct conf *scratchdb_conf(struct scratchdb *s, const char *program);

/* scratchdb_do - statements as the administrator.  scratchdb_load - the same from a file.  scratchdb_ask - one that
 * answers; scratchdb_text - its first cell, "" when there is none. */
void scratchdb_do(struct scratchdb *s, const char *sql);
void scratchdb_load(struct scratchdb *s, const char *path);
struct answer scratchdb_ask(struct scratchdb *s, void *ctx, const char *sql);
const char *scratchdb_text(struct scratchdb *s, void *ctx, const char *sql);
/* scratchdb_try - the same, but the server's objection comes back; NULL: none. */
const char *scratchdb_try(struct scratchdb *s, void *ctx, const char *sql, struct answer *out);

/* scratchdb_refusal - why a program's account may not prepare this, in the server's words; NULL: it may. */
const char *scratchdb_refusal(struct scratchdb *s, void *ctx, const char *program, const char *sql);

/* file_text - a whole file of the tree. */
char *file_text(void *ctx, const char *path);

#endif
