/* db.h - MariaDB through Connector/C: one connection per process, server-side prepared statements only.
 *
 * A program prepares, at start, exactly the statements that name it in sql/stmt; db_open fails when one does
 * not fit the schema or the account's rights.  A lost connection makes every call return ERR_UNAVAILABLE until
 * db_ready (called between requests) has connected and prepared again: never inside a transaction. */
#ifndef WRAP_DB_H
#define WRAP_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/conf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/time.h"

struct db;

struct db_done {
	int64_t affected;
	int64_t insert_id;
};

/* db_open - connect and prepare.  program: its name as in ":for".  errors: ERR_UNAVAILABLE when the server is
 * away (db_ready may be tried later; *out is set), ERR_INTERNAL when a statement does not fit. */
MUST_CHECK enum err db_open(void *ctx, const struct conf *conf, const char *program, struct db **out);
/* db_ready - true when usable; reconnects and prepares again when it must. */
bool db_ready(struct db *db);

/* db_tx - run work inside one transaction: commit when it returns ERR_NONE, else roll back.  ERR_RETRY (deadlock,
 * lock wait) runs it again, a few times but not for longer than db_timeout_s, after a short wait; work must therefore
 * start from its arguments alone.
 * errors: those of work; ERR_CONFLICT when all retries lost; ERR_UNAVAILABLE. */
MUST_CHECK enum err db_tx(struct db *db, enum err (*work)(void *arg), void *arg);

/* --- used by gen/sql.c only --- */
enum db_type { DB_INT, DB_REF, DB_TEXT, DB_BYTES, DB_DAY, DB_MSEC };
enum db_shape { DB_ONE, DB_MANY, DB_NONE };
struct db_field {
	const char *name;
	enum db_type type;
	size_t offset;
};
struct db_stmt {
	const char *name;
	const char *text;
	enum db_shape shape;
	uint32_t programs;             /* bit per program, see db_programs */
	const struct db_field *params; /* one per '?', in order */
	size_t nparams;
	const struct db_field *cols;
	size_t ncols;
	size_t row_size;
};
extern const struct db_stmt db_stmts[];
extern const size_t db_nstmts;
extern const char *const db_programs[]; /* NULL-terminated */

MUST_CHECK enum err db_run(struct db *db, unsigned stmt, const void *in, void *ctx, void **rows, size_t *n,
			   struct db_done *done);

#endif
