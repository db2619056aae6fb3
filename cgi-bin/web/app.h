/* app.h - what a program holds for its whole life; made in serve_main, passed down, never global. */
#ifndef WEB_APP_H
#define WEB_APP_H

#include "base/conf.h"
#include "base/err.h"
#include "wrap/crypt.h"
#include "wrap/db.h"

struct route;

struct app {
	const char *program;
	struct conf conf;
	struct keys *keys;
	struct db *db;
	const struct route *routes; /* ends with a row whose path is NULL */
	void *extra;                /* the program's own long-lived data (calendar, parsed matters), made by `start` */
	enum err (*start)(struct app *app);              /* NULL: nothing to make */
	enum err (*refresh)(struct app *app, int64_t now_ms); /* called between requests; NULL: nothing to renew */
};

/* serve_main - the body of every FastCGI program's main: serve until SIGTERM, or answer one request as plain CGI when
 * started with a CGI environment.  Returns the exit status. */
int serve_main(const char *program, const struct route *routes, enum err (*start)(struct app *),
	       enum err (*refresh)(struct app *, int64_t now_ms));

#endif
