/* app.h - what a program holds for its whole life; made in serve_main, passed down, never global. */
#ifndef WEB_APP_H
#define WEB_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/conf.h"
#include "base/err.h"
#include "wrap/crypt.h"
#include "wrap/db.h"

struct app;
struct route;

/* program - the constant part: what cgi-bin/<program>/main.c says about itself. */
struct program {
	const char *name;
	const struct route *routes; /* ends with a row whose path is NULL */
	/* start - make app->extra (calendar, settings from the database); run again at the next request while it fails */
	enum err (*start)(struct app *app);
	/* refresh - renew what start made; called between requests, at most once a minute */
	enum err (*refresh)(struct app *app);
	/* role_bits - "clerk supervisor" as bits of struct route.roles; programs with LET_STAFF rows need it */
	uint32_t (*role_bits)(const char *role_keys);
};

struct app {
	const struct program *program;
	struct conf conf;
	struct keys *keys;
	struct db *db;
	struct store *store; /* opened when the first file comes in */
	bool started;
	int64_t refreshed_ms;
	void *extra; /* the program's own long-lived data */
};

/* serve_main - the body of every FastCGI program's main: serve until SIGTERM, or answer one request as plain CGI when
 * started with a CGI environment.  Returns the exit status. */
int serve_main(const struct program *program);

#endif
