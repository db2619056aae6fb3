#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "web/app.h"
#include "web/page_send.h"
#include "web/route.h"
#include "web/session.h"
#include "web/urlencoded.h"
#include "wrap/json.h"

#define NOTE_COOKIE "portal_note"
#define NOTE_MAX 300

struct error_page {
	enum err e;
	int status;
	const char *headline, *explain, *what_to_do;
};
static const struct error_page error_pages[] = {
#define ERROR_PAGE(e, status, headline, explain, what_to_do) {e, status, headline, explain, what_to_do},
#include "web/page_errors.h"
#undef ERROR_PAGE
};

static const struct error_page *error_find(enum err e)
{
	size_t n = sizeof error_pages / sizeof error_pages[0];
	for (size_t i = 0; i < n; i++)
		if (error_pages[i].e == e)
			return &error_pages[i];
	return error_find(ERR_INTERNAL); /* values that must not reach a page are our fault */
}

/* A page for a frame: nobody else may frame it, and it sends nothing. */
#define FRAMED_CSP                                                                                              \
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "      \
	"form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

struct page_frame {
	struct tpl *root;    /* layout/page.tpl */
	const char *headers; /* "Name: value\r\n" each */
};

void page_start(struct request *q, struct page *p)
{
	struct page_frame *f = mem_new(q->ctx, struct page_frame);
	f->root = tpl_new(q->ctx);
	f->headers = "";
	*p = (struct page){.status = 200, .title = "", .frame = f};
	p->d = tpl_include(f->root, T_BODY, TPL_layout_error);
}

/* --- headers ------------------------------------------------------------------------------------------- */

void page_header(struct request *q, struct page *p, const char *name, const char *value)
{
	if (strpbrk(value, "\r\n")) {
		log_warn("header %s with a line break was dropped", name);
		return;
	}
	p->frame->headers = mem_fmt(q->ctx, "%s%s: %s\r\n", p->frame->headers, name, value);
}

const char *page_cookie_name(const struct request *q, const char *name)
{
	return q->app->conf.secure_cookies ? mem_fmt(q->ctx, "__Host-%s", name) : name;
}

void page_cookie(struct request *q, struct page *p, const char *name, const char *value, int64_t max_age)
{
	const char *age = max_age > 0   ? mem_fmt(q->ctx, "; Max-Age=%lld", (long long)max_age)
			  : max_age < 0 ? "; Max-Age=0"
					: "";
	page_header(q, p, "Set-Cookie",
		    mem_fmt(q->ctx, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", page_cookie_name(q, name), value,
			    q->app->conf.secure_cookies ? "; Secure" : "", age));
}

void page_see(struct request *q, struct page *p, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	p->location = talloc_vasprintf(q->ctx, fmt, ap);
	va_end(ap);
}

/* --- the note that the next page shows ----------------------------------------------------------------- */

static void note_mac(const struct request *q, const char *text, char out[static 17])
{
	uint8_t m[HASH_SIZE];
	mac(q->app->keys, "note", text, strlen(text), m);
	memcpy(out, text_hex(q->ctx, m, 8), 17);
}

enum err page_again(struct request *q, struct page *p, enum err (*page)(struct request *, struct page *), const char *field,
		    const char *message)
{
	form_wrong(q->form, field, message);
	p->status = 422;
	return page(q, p);
}

void page_note(struct request *q, struct page *p, const char *text)
{
	char sum[17];
	const char *body = text_base64url(q->ctx, text, strnlen(text, NOTE_MAX));
	note_mac(q, body, sum);
	page_cookie(q, p, NOTE_COOKIE, mem_fmt(q->ctx, "%s.%s", body, sum), 60);
}

/* note_take - the note this visitor brought, checked and spent; NULL when there is none. */
static const char *note_take(struct request *q, struct page *p)
{
	const char *c = pairs_get(&q->cookies, page_cookie_name(q, NOTE_COOKIE));
	const char *dot = c ? strchr(c, '.') : NULL;
	uint8_t *text;
	size_t n;
	char sum[17];
	if (!dot)
		return NULL;
	page_cookie(q, p, NOTE_COOKIE, "", -1);
	const char *body = mem_copy(q->ctx, c, (size_t)(dot - c));
	note_mac(q, body, sum);
	if (strlen(dot + 1) != 16 || !mac_equal(dot + 1, sum, 16) || !text_unbase64url(q->ctx, body, &text, &n) ||
	    !utf8_ok(text, n))
		return NULL;
	return mem_copy(q->ctx, text, n);
}

/* --- errors -------------------------------------------------------------------------------------------- */

void page_json(struct page *p, const char *json)
{
	p->type = "application/json; charset=utf-8";
	p->raw = (struct bytes){(const uint8_t *)json, strlen(json)};
}

static void error_json(struct request *q, struct page *p, const struct error_page *x, const char *say)
{
	struct json *o = json_new(q->ctx);
	json_set_text(o, "error", x->headline);
	json_set_text(o, "wrong", text_or(say, x->explain));
	page_json(p, json_write(q->ctx, o));
}

void page_error(struct request *q, struct page *p, enum err e, const char *say)
{
	const struct error_page *x = error_find(e);
	const char *headers = p->frame->headers;
	page_start(q, p);
	p->frame->headers = headers;
	p->status = x->status;
	if (q->wants_json) {
		error_json(q, p, x, say);
		return;
	}
	p->body = TPL_layout_error;
	p->title = x->headline;
	tpl_int(p->d, T_STATUS, x->status);
	tpl_text(p->d, T_HEADLINE, x->headline);
	tpl_text(p->d, T_EXPLAIN, x->explain);
	tpl_text(p->d, T_WHAT_TO_DO, x->what_to_do);
	tpl_text(p->d, T_REQUEST_ID, q->id);
	if (!text_empty(say)) {
		tpl_show(p->d, T_SAY_SHOWN);
		tpl_text(p->d, T_SAY, say);
	}
}

/* --- layout -------------------------------------------------------------------------------------------- */

static const struct {
	const char *section;
	enum tpl_name on;
} nav[] = {
	{"matters", T_NAV_MATTERS_ON}, {"progress", T_NAV_PROGRESS_ON}, {"account", T_NAV_ACCOUNT_ON},
	{"booking", T_NAV_BOOKING_ON}, {"complain", T_NAV_COMPLAIN_ON}, {"ask", T_NAV_ASK_ON},
	{"rate", T_NAV_RATE_ON},       {"desk", T_NAV_DESK_ON},         {"admin", T_NAV_ADMIN_ON},
};

static void layout_staff(const struct request *q, struct tpl *root)
{
	const struct session *s = q->session;
	struct tpl *t = tpl_add(root, T_STAFF);
	tpl_text(t, T_USER_NAME, s->name);
	if (!text_empty(s->post))
		tpl_text(tpl_add(t, T_USER_POST_SHOWN), T_USER_POST, s->post);
	tpl_show_if(t, T_STAFF_ADMIN, s->admin);
}

static void layout_person(const struct request *q, struct tpl *root)
{
	const struct session *s = q->session;
	if (s->staff_id) {
		layout_staff(q, root);
		return;
	}
	tpl_show(root, T_CITIZEN);
	if (s->account_id)
		tpl_text(tpl_add(root, T_SIGNED_IN), T_USER_NAME, s->name);
	else if (q->route && q->route->let != LET_ANYONE && q->route->let != LET_STAFF)
		tpl_show(root, T_SIGNED_OUT);
}

const char *page_near(const struct request *q)
{
	char *path = mem_str(q->ctx, q->path), *end = path;
	const struct route *row;
	const char *allow;

	while (end) {
		struct pairs params = {0};
		if (route_find(q->ctx, q->app->program->routes, path, METHOD_GET, &row, &params, &allow) == ERR_NONE)
			return path;
		end = strrchr(path, '/');
		if (end)
			*end = '\0';
	}
	return "/";
}

/* layout_refresh - pages that follow what happens by script do so without it too. */
static void layout_refresh(const struct page *p, struct tpl *root)
{
	if (!p->refresh_s)
		return;
	struct tpl *t = tpl_add(root, T_REFRESH);
	tpl_int(t, T_REFRESH_S, p->refresh_s);
	if (p->refresh_to)
		tpl_text(tpl_add(t, T_REFRESH_ELSEWHERE), T_REFRESH_TO, p->refresh_to);
}

static void layout_fill(struct request *q, struct page *p)
{
	struct tpl *root = p->frame->root;
	const struct conf *c = &q->app->conf;
	const char *note = p->framed ? NULL : note_take(q, p);

	tpl_text(root, T_TITLE, p->title);
	tpl_all(root, T_CITY, c->city_name);
	tpl_all(root, T_CENTRE, c->centre_name);
	tpl_all(root, T_CSRF, q->session->csrf);
	tpl_all(root, T_STATIC_V, c->static_version);
	tpl_text(root, T_HERE, page_near(q));
	tpl_show(root, text_eq(pairs_get(&q->cookies, page_cookie_name(q, ELDER_COOKIE)), "1") ? T_ELDER : T_STANDARD);
	for (size_t i = 0; i < sizeof nav / sizeof nav[0]; i++)
		if (text_eq(nav[i].section, p->section))
			tpl_show(root, nav[i].on);
	tpl_show_if(root, T_FRAMED, p->framed);
	tpl_show_if(root, T_WALL, p->wall);
	layout_refresh(p, root);
	layout_person(q, root);
	if (text_empty(c->centre_phone))
		tpl_show(root, T_PHONE_NONE);
	else
		tpl_text(tpl_add(root, T_PHONE_SHOWN), T_PHONE, c->centre_phone);
	if (note)
		tpl_text(tpl_add(root, T_NOTE), T_NOTE_TEXT, note);
}

/* --- sending ------------------------------------------------------------------------------------------- */

static enum err render(struct request *q, struct page *p, struct bytes *out)
{
	if (p->location || p->accel)
		return ERR_NONE;
	if (p->type) {
		*out = p->raw;
		return ERR_NONE;
	}
	p->type = "text/html; charset=utf-8";
	tpl_refile(p->d, p->body);
	layout_fill(q, p);
	return tpl_render(q->ctx, TPL_layout_page, p->frame->root, out);
}

static const char *disposition(struct request *q, const struct page *p)
{
	return mem_fmt(q->ctx, "attachment; filename*=UTF-8''%s", url_encode(q->ctx, p->download));
}

/* reason - the phrase after the number, for people who read headers. */
static const char *reason(int status)
{
	static const struct {
		int status;
		const char *phrase;
	} rows[] = {{200, "OK"}, {303, "See Other"}, {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"},
		    {404, "Not Found"}, {405, "Method Not Allowed"}, {408, "Request Timeout"}, {409, "Conflict"},
		    {413, "Content Too Large"}, {415, "Unsupported Media Type"}, {422, "Unprocessable Content"},
		    {429, "Too Many Requests"}, {503, "Service Unavailable"}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (rows[i].status == status)
			return rows[i].phrase;
	return "Internal Server Error";
}

static const char *cache_control(const struct page *p)
{
	if (p->status != 200)
		return "no-store";
	return p->cacheable ? "no-cache" : p->personal ? "private, no-cache" : "no-store";
}

static char *head(struct request *q, struct page *p, size_t n)
{
	if (p->location) {
		p->status = 303;
		page_header(q, p, "Location", p->location);
	}
	if (p->framed)
		page_header(q, p, "Content-Security-Policy", FRAMED_CSP);
	if (p->accel)
		page_header(q, p, "X-Accel-Redirect", p->accel);
	if (p->download)
		page_header(q, p, "Content-Disposition", disposition(q, p));
	if (p->type)
		page_header(q, p, "Content-Type", p->type);
	if (!p->accel)
		page_header(q, p, "Content-Length", mem_fmt(q->ctx, "%zu", n));
	page_header(q, p, "Cache-Control", cache_control(p));
	return mem_fmt(q->ctx, "Status: %d %s\r\n%s\r\n", p->status, reason(p->status),
		       p->frame->headers);
}

void page_send(struct request *q, struct page *p, struct fcgi *f)
{
	struct bytes out = {NULL, 0};
	if (render(q, p, &out) != ERR_NONE) {
		static const char sorry[] = "系统出了问题，请稍后再试。";
		out = (struct bytes){(const uint8_t *)sorry, sizeof sorry - 1};
		p->type = "text/plain; charset=utf-8";
		p->status = 500;
	}
	const char *h = head(q, p, out.n);
	/* a client that has gone needs no answer; everything that mattered is committed */
	if (fcgi_write(f, h, strlen(h)) && !q->head && out.n && !fcgi_write(f, out.p, out.n))
		log_info("client left before the answer");
}
