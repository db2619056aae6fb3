#include "web/session.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "gen/sql.h"
#include "web/app.h"
#include "web/page_send.h"
#include "web/route.h"

#define CITIZEN_COOKIE "portal_session"
#define STAFF_COOKIE "portal_staff"
#define VISIT_COOKIE "portal_visit"
#define TOKEN_BYTES 20
#define TOKEN_CHARS 32 /* base32 of TOKEN_BYTES */
#define TOUCH_EVERY_MS (5 * 60 * 1000)

static const char *new_token(void *ctx)
{
	uint8_t raw[TOKEN_BYTES];
	crypt_random(raw, sizeof raw);
	return text_base32(ctx, raw, sizeof raw);
}

/* cookie_token - the cookie's value when it looks like one of ours. */
static const char *cookie_token(const struct request *q, const char *cookie)
{
	const char *v = pairs_get(&q->cookies, page_cookie_name(q, cookie));
	if (!v || strlen(v) != TOKEN_CHARS || strspn(v, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") != TOKEN_CHARS)
		return NULL;
	return v;
}

static struct bytes token_hash(void *ctx, const char *token)
{
	uint8_t *h = talloc_size(ctx, HASH_SIZE);
	hash_sha256(token, strlen(token), h);
	return (struct bytes){h, HASH_SIZE};
}

static const char *csrf_of(const struct request *q, const char *token)
{
	uint8_t m[HASH_SIZE];
	mac(q->app->keys, "csrf", token, strlen(token), m);
	return text_base32(q->ctx, m, 16);
}

static msec expiry(const struct request *q)
{
	return q->now + q->app->conf.session_hours * 3600 * 1000;
}

/* --- loading ------------------------------------------------------------------------------------------- */

static enum err load_citizen(struct request *q, const char *token)
{
	struct sql_session_citizen_row *row;
	struct session *s = q->session;
	enum err e = sql_session_citizen(q->app->db, q->ctx,
					 &(struct sql_session_citizen_in){token_hash(q->ctx, token), q->now}, &row);
	if (e == ERR_NOT_FOUND)
		return ERR_NONE;
	TRY(e);
	s->account_id = row->account_id;
	s->name = row->name;
	s->token = token;
	s->last_seen = row->last_seen;
	return ERR_NONE;
}

static enum err load_staff(struct request *q, const char *token)
{
	struct sql_session_staff_row *row;
	struct session *s = q->session;
	enum err e = sql_session_staff(
		q->app->db, q->ctx,
		&(struct sql_session_staff_in){token_hash(q->ctx, token), q->now, q->today}, &row);
	if (e == ERR_NOT_FOUND)
		return ERR_NONE;
	TRY(e);
	s->staff_id = row->staff_id;
	s->name = row->name;
	s->post = row->post;
	s->dept = text_or(row->dept_code, "");
	s->acting_for = row->acting_for;
	s->acting_name = row->acting_name;
	s->roles = q->app->program->role_bits ? q->app->program->role_bits(text_or(row->roles, "")) : 0;
	s->admin = row->roles && strstr(row->roles, "_admin");
	s->token = token;
	s->last_seen = row->last_seen;
	return ERR_NONE;
}

/* is_staff_page - these pages are for officers; their sign-in page greets officers, not applicants. */
static bool is_staff_page(const struct request *q)
{
	return q->route->let == LET_STAFF || q->route->let == LET_STAFF_VISITOR;
}

static void visit_cookie(struct request *q, struct page *p)
{
	const char *token = cookie_token(q, VISIT_COOKIE);
	if (!token) {
		token = new_token(q->ctx);
		page_cookie(q, p, VISIT_COOKIE, token, 0);
	}
	q->session->csrf = csrf_of(q, token);
}

enum err session_load(struct request *q, struct page *p)
{
	struct session *s = q->session;
	if (q->route->let == LET_ANYONE)
		return ERR_NONE;
	const char *token;
	if (!is_staff_page(q) && (token = cookie_token(q, CITIZEN_COOKIE)))
		TRY(load_citizen(q, token));
	if ((is_staff_page(q) || q->route->let == LET_PARTY) && (token = cookie_token(q, STAFF_COOKIE)))
		TRY(load_staff(q, token));
	if (s->token)
		s->csrf = csrf_of(q, s->token);
	else
		visit_cookie(q, p);
	return ERR_NONE;
}

bool session_staff_cookie(const struct request *q)
{
	const char *v = pairs_get(&q->cookies, page_cookie_name(q, STAFF_COOKIE));

	return v && *v;
}

struct session *session_anonymous(void *ctx)
{
	struct session *s = mem_new(ctx, struct session);
	s->name = s->post = s->dept = s->csrf = "";
	s->last_seen = MSEC_NONE;
	return s;
}

bool session_csrf_ok(const struct request *q)
{
	const char *sent = pairs_get(&q->post, "csrf");
	const char *want = q->session->csrf;
	size_t n = strlen(want);
	return sent && n && strlen(sent) == n && mac_equal(sent, want, n);
}

/* --- beginning and ending ------------------------------------------------------------------------------ */

static enum err end_citizen(struct request *q, bool everywhere)
{
	struct session *s = q->session;
	if (everywhere)
		TRY(sql_session_citizen_end_all(q->app->db, &(struct sql_session_citizen_end_all_in){s->account_id},
						NULL));
	return sql_session_citizen_end(q->app->db,
				       &(struct sql_session_citizen_end_in){token_hash(q->ctx, s->token)}, NULL);
}

static enum err end_staff(struct request *q, bool everywhere)
{
	struct session *s = q->session;
	if (everywhere)
		TRY(sql_session_staff_end_all(q->app->db, &(struct sql_session_staff_end_all_in){s->staff_id}, NULL));
	return sql_session_staff_end(q->app->db, &(struct sql_session_staff_end_in){token_hash(q->ctx, s->token)},
				     NULL);
}

enum err session_begin_citizen(struct request *q, struct page *p, int64_t account_id)
{
	const char *token = new_token(q->ctx);
	if (q->session->account_id)
		TRY(end_citizen(q, false));
	TRY(sql_session_citizen_begin(q->app->db,
				      &(struct sql_session_citizen_begin_in){.token_hash = token_hash(q->ctx, token),
									     .account_id = account_id,
									     .now = q->now,
									     .expires_at = expiry(q)},
				      NULL));
	page_cookie(q, p, CITIZEN_COOKIE, token, 0);
	return ERR_NONE;
}

enum err session_begin_staff(struct request *q, struct page *p, int64_t staff_id)
{
	const char *token = new_token(q->ctx);
	if (q->session->staff_id)
		TRY(end_staff(q, false));
	TRY(sql_session_staff_begin(q->app->db,
				    &(struct sql_session_staff_begin_in){.token_hash = token_hash(q->ctx, token),
									 .staff_id = staff_id,
									 .now = q->now,
									 .expires_at = expiry(q)},
				    NULL));
	page_cookie(q, p, STAFF_COOKIE, token, 0);
	return ERR_NONE;
}

bool session_wants_touch(const struct request *q)
{
	const struct session *s = q->session;
	return s->token && q->now - s->last_seen > TOUCH_EVERY_MS;
}

enum err session_touch(struct request *q)
{
	if (!session_wants_touch(q))
		return ERR_NONE;
	struct bytes h = token_hash(q->ctx, q->session->token);
	if (q->session->staff_id)
		return sql_session_staff_touch(q->app->db,
					       &(struct sql_session_staff_touch_in){h, q->now, expiry(q)}, NULL);
	return sql_session_citizen_touch(q->app->db, &(struct sql_session_citizen_touch_in){h, q->now, expiry(q)},
					 NULL);
}

enum err session_end(struct request *q, struct page *p, bool everywhere)
{
	if (!q->session->token)
		return ERR_NONE;
	bool staff = q->session->staff_id != 0;
	TRY(staff ? end_staff(q, everywhere) : end_citizen(q, everywhere));
	page_cookie(q, p, staff ? STAFF_COOKIE : CITIZEN_COOKIE, "", -1);
	return ERR_NONE;
}
