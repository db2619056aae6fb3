#include "parts/work.h"

#include <string.h>

#include "base/text.h"
#include "domain/calendar_store.h"
#include "web/session.h"

#define REF_BYTES 8
#define KEY_CHARS 13 /* base32 of REF_BYTES */

static enum err calendar_renew(struct app *app, struct work *w)
{
	const struct calendar *fresh, *old = w->calendar;

	TRY(calendar_load(app->db, w, app->conf.region, &fresh));
	w->calendar = fresh;
	talloc_free((void *)(uintptr_t)old);
	return ERR_NONE;
}

static struct work *work_new(struct app *app)
{
	struct work *w = mem_new(app, struct work);

	w->matters = matter_cache_new(w, WORK_MATTERS);
	return w;
}

enum err work_start(struct app *app)
{
	struct work *w = work_new(app);
	enum err e = calendar_renew(app, w);

	if (e != ERR_NONE) {
		talloc_free(w);
		return e;
	}
	app->extra = w;
	return ERR_NONE;
}

enum err work_start_plain(struct app *app)
{
	app->extra = work_new(app);
	return ERR_NONE;
}

enum err work_refresh(struct app *app)
{
	return calendar_renew(app, app->extra);
}

struct work *work_of(const struct request *q)
{
	return q->app->extra;
}

struct casework casework_of(const struct request *q)
{
	return (struct casework){
		.ctx = q->ctx,
		.db = q->app->db,
		.conf = &q->app->conf,
		.keys = q->app->keys,
		.calendar = work_of(q)->calendar,
		.matters = work_of(q)->matters,
		.now = q->now,
	};
}

struct actor actor_citizen(const struct request *q)
{
	return (struct actor){.kind = ACTOR_APPLICANT, .id = q->session->account_id, .name = q->session->name};
}

struct actor actor_staff(const struct request *q)
{
	const struct session *s = q->session;

	return (struct actor){
		.kind = ACTOR_STAFF,
		.id = s->staff_id,
		.name = s->name,
		.roles = s->roles,
		.post = s->post,
		.dept = s->dept,
		.acting_for = s->acting_for,
		.acting_name = s->acting_name,
	};
}

char *case_key(void *ctx, struct bytes ref)
{
	return text_base32(ctx, ref.p, ref.n);
}

bool case_unkey(void *ctx, const char *key, struct bytes *ref)
{
	uint8_t *p;
	size_t n;

	if (strlen(key) != KEY_CHARS || !text_unbase32(ctx, key, &p, &n) || n != REF_BYTES)
		return false;
	*ref = (struct bytes){p, n};
	return true;
}
