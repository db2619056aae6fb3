#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/text.h"
#include "web/app.h"
#include "web/body.h"
#include "web/cookie.h"
#include "web/page_send.h"
#include "web/route.h"
#include "web/session.h"
#include "web/urlencoded.h"

#define REFRESH_EVERY_MS 60000
#define REQUEST_POOL (48 * 1024) /* bytes that answering a page takes; what goes beyond is malloc's */

/* --- the request --------------------------------------------------------------------------------------- */

static const char *env(const struct fcgi *f, const char *name)
{
	return text_or(fcgi_env(f, name), "");
}

/* client_ip - behind a proxy that we trust, the address that it wrote: the last one.  Those before it are whatever the
 * client claimed, and would let it choose whose tries it uses up. */
static char *client_ip(void *ctx, const struct app *app, const struct fcgi *f)
{
	const char *forwarded = env(f, "HTTP_X_FORWARDED_FOR"), *last = strrchr(forwarded, ',');
	if (!app->conf.trust_forwarded_for || !*forwarded)
		return mem_str(ctx, env(f, "REMOTE_ADDR"));
	return text_trim(ctx, mem_fmt(ctx, "%.45s", last ? last + 1 + strspn(last + 1, " ") : forwarded));
}

static const char *request_id(void *ctx)
{
	uint8_t raw[6];
	crypt_random(raw, sizeof raw);
	return text_base32(ctx, raw, sizeof raw);
}

/* wants_json - the first type named in Accept decides; browsers name text/html first. */
static bool wants_json(const char *accept)
{
	return text_starts(accept, "application/json");
}

static void read_method(struct request *q, const char *m)
{
	q->head = !strcmp(m, "HEAD");
	if (q->head || !strcmp(m, "GET"))
		q->method = METHOD_GET;
	else
		q->method = !strcmp(m, "POST") ? METHOD_POST : METHOD_OTHER;
}

/* read_path - nginx gives the address as it was sent; a shell with a CGI environment gives PATH_INFO. */
static enum err read_path(struct request *q, const struct fcgi *f)
{
	const char *uri = env(f, "REQUEST_URI");
	if (!*uri)
		uri = env(f, "PATH_INFO");
	size_t n = strcspn(uri, "?#");
	TRY(path_decode(q->ctx, uri, n, &q->path));
	const char *query = uri[n] == '?' ? uri + n + 1 : env(f, "QUERY_STRING");
	return urlencoded_parse(q->ctx, query, strcspn(query, "#"), &q->query);
}

static enum err request_read(struct request *q, const struct fcgi *f)
{
	int64_t n = 0;
	q->path = "/";
	q->ip = client_ip(q->ctx, q->app, f);
	q->accept = env(f, "HTTP_ACCEPT");
	q->wants_json = wants_json(q->accept);
	q->content_type = env(f, "CONTENT_TYPE");
	cookie_parse(q->ctx, env(f, "HTTP_COOKIE"), &q->cookies);
	if (*env(f, "CONTENT_LENGTH") && !text_int(env(f, "CONTENT_LENGTH"), 0, INT64_MAX / 2, &n))
		return ERR_BAD_REQUEST;
	q->content_length = n;
	read_method(q, env(f, "REQUEST_METHOD"));
	return read_path(q, f);
}

/* --- the decision -------------------------------------------------------------------------------------- */

static enum err permit(const struct request *q)
{
	const struct session *s = q->session;
	switch (q->route->let) {
	case LET_ANYONE:
	case LET_VISITOR:
	case LET_STAFF_VISITOR:
		return ERR_NONE;
	case LET_CITIZEN:
		return s->account_id ? ERR_NONE : ERR_UNAUTHENTICATED;
	case LET_STAFF:
		if (!s->staff_id)
			return ERR_UNAUTHENTICATED;
		return s->roles & q->route->roles ? ERR_NONE : ERR_FORBIDDEN;
	case LET_PARTY:
		return s->account_id || s->staff_id ? ERR_NONE : ERR_UNAUTHENTICATED;
	case LET_NOBODY:
		break;
	}
	return ERR_FORBIDDEN;
}

/* sign_in_first - the way to the sign-in form, which leads back to the page that was asked for or sent. */
static void sign_in_first(struct request *q, struct page *p)
{
	bool staff = q->route->let == LET_STAFF;
	const char *form = staff ? "/desk/sign-in" : "/account/sign-in";
	page_error(q, p, ERR_UNAUTHENTICATED,
		   q->method == METHOD_POST ? "登录已经过期，刚才填的没有保存；以前保存的都在。登录以后请再做一次。" : NULL);
	if (!q->wants_json)
		tpl_text(tpl_add(p->d, T_SIGN_IN), T_SIGN_IN_URL,
			 mem_fmt(q->ctx, "%s?back=%s", form, url_encode(q->ctx, page_near(q))));
}

static enum err check_form(struct request *q, struct page *p, bool *answered)
{
	const struct route *r = q->route;
	*answered = false;
	if (!r->form)
		return ERR_NONE;
	q->form = q->method == METHOD_POST ? form_read(q->ctx, r->form, q) : form_blank(q->ctx, r->form);
	if (q->form->ok)
		return ERR_NONE;
	if (!r->refill)
		return ERR_INVALID;
	*answered = true;
	p->status = 422;
	return r->refill(q, p);
}

static enum err handle(struct request *q, struct page *p, struct fcgi *f)
{
	const struct route *r = q->route;
	bool answered;
	TRY(session_load(q, p));
	TRY(permit(q));
	if (r->let == LET_CITIZEN || r->let == LET_STAFF || r->let == LET_PARTY)
		TRY(session_touch(q));
	if (q->method == METHOD_POST) {
		TRY(body_read(q, f));
		if (r->let != LET_ANYONE && !session_csrf_ok(q))
			return ERR_FORBIDDEN;
	}
	TRY(check_form(q, p, &answered));
	return answered ? ERR_NONE : r->handle(q, p);
}

static enum err answer(struct request *q, struct page *p, struct fcgi *f)
{
	const char *allow = NULL;
	enum err e = request_read(q, f);
	if (e == ERR_NONE)
		e = route_find(q->ctx, q->app->program->routes, q->path, q->method, &q->route, &q->params, &allow);
	if (allow)
		page_header(q, p, "Allow", allow);
	if (e == ERR_NONE && q->content_length > (q->route->body ? q->route->body_max : 0))
		e = ERR_TOO_LARGE;
	if (e == ERR_NONE && !q->app->started)
		e = ERR_UNAVAILABLE; /* what the handlers build on is not there yet */
	return e == ERR_NONE ? handle(q, p, f) : e;
}

/* --- the program --------------------------------------------------------------------------------------- */

/* refresh_due - a clock that was put back must not keep old data until it has caught up. */
static bool refresh_due(const struct app *app, int64_t now)
{
	return now - app->refreshed_ms > REFRESH_EVERY_MS || now < app->refreshed_ms;
}

/* app_ready - the database is there and what the program keeps from it is loaded and fresh. */
static enum err app_ready(struct app *app, int64_t now)
{
	const struct program *pr = app->program;
	if (!db_ready(app->db))
		return ERR_UNAVAILABLE;
	if (app->started && !refresh_due(app, now))
		return ERR_NONE;
	enum err (*make)(struct app *) = app->started ? pr->refresh : pr->start;
	if (make)
		TRY(make(app));
	app->started = true;
	app->refreshed_ms = now;
	return ERR_NONE;
}

static void log_slow(const struct request *q, const struct page *p)
{
	msec took = msec_now() - q->now;
	if (took >= q->app->conf.slow_request_ms)
		log_warn("slow: %s took %lld ms, status %d", q->route ? q->route->path : "-", (long long)took, p->status);
}

/* serve_one - pool: where the request's memory comes from; empty again afterwards. */
static void serve_one(struct app *app, void *pool, struct fcgi *f)
{
	struct request *q = mem_new(pool, struct request);
	struct page p;
	q->ctx = q;
	q->app = app;
	q->now = msec_now();
	q->today = msec_day(q->now);
	q->id = request_id(q);
	q->session = session_anonymous(q);
	log_request(q->id);
	page_start(q, &p);

	enum err ready = app_ready(app, q->now);
	enum err e = answer(q, &p, f);
	if (e != ERR_NONE && ready == ERR_UNAVAILABLE)
		e = ERR_UNAVAILABLE;
	if (e == ERR_UNAUTHENTICATED && q->route)
		sign_in_first(q, &p);
	else if (e != ERR_NONE)
		page_error(q, &p, e, q->say);
	page_send(q, &p, f);
	log_slow(q, &p);
	log_request(NULL);
	talloc_free(q);
}

static enum err app_open(struct app *app)
{
	const char *path = getenv("PORTAL_CONF");
	if (text_empty(path))
		return log_err(ERR_INTERNAL, "PORTAL_CONF must name the settings file");
	TRY(conf_load(app, path, &app->conf));
	time_follow_file(app->conf.now_file);
	TRY(crypt_start());
	TRY(keys_load(app, app->conf.key_file, &app->keys));
	TRY(tpl_start(app->conf.template_dir, app->program->name));
	enum err e = db_open(app, &app->conf, app->program->name, &app->db);
	return e == ERR_UNAVAILABLE ? ERR_NONE : e; /* pages say "try again" until the database is back */
}

int serve_main(const struct program *program)
{
	mem_init();
	log_start(program->name);
	struct app *app = mem_new(NULL, struct app);
	struct fcgi *f = NULL;
	void *pool = mem_pool(app, REQUEST_POOL);
	app->program = program;
	enum err e = app_open(app);
	if (e == ERR_NONE)
		e = fcgi_open(app, &f);
	while (e == ERR_NONE && fcgi_accept(f)) {
		serve_one(app, pool, f);
		fcgi_finish(f);
	}
	talloc_free(app);
	return e == ERR_NONE ? EXIT_SUCCESS : EXIT_FAILURE;
}
