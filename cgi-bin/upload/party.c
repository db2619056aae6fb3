#include "upload/upload_pages.h"

#include "base/text.h"
#include "domain/case_part.h"
#include "gen/sql.h"
#include "web/session.h"

enum err party_staff(const struct request *q, int64_t case_id, const char *dept_code, bool *may)
{
	struct actor a = actor_staff(q);
	struct casework w = casework_of(q);

	*may = false;
	if (!q->session->staff_id || !(a.roles & ROLES_CASE))
		return ERR_NONE;
	return case_open_to(&w, &a, case_id, dept_code, may);
}

bool party_attaches(const struct party *y, const char *item)
{
	return y->actor.kind == ACTOR_STAFF && text_eq(item, ATTACH_NEW);
}

static bool on_paper(const struct casefile *c)
{
	return !text_eq(c->channel, "web");
}

/* back_page - where this person came from; an officer's page says so itself. */
static const char *back_page(const struct request *q, const struct party *y)
{
	if (y->actor.kind == ACTOR_STAFF && y->c->state == STATE_DRAFT)
		return mem_fmt(q->ctx, "/desk/intake/%s/materials", case_key(q->ctx, y->c->ref));
	if (y->actor.kind == ACTOR_STAFF && y->c->state == STATE_CORRECTION)
		return mem_fmt(q->ctx, "/desk/intake/%s/supplement", case_key(q->ctx, y->c->ref));
	if (y->actor.kind == ACTOR_STAFF)
		return path_local(text_or(pairs_get(&q->post, "back"), "/desk"));
	if (y->c->state == STATE_DRAFT)
		return mem_fmt(q->ctx, "/apply/%s/%s/materials", y->c->matter_code, case_key(q->ctx, y->c->ref));
	return mem_fmt(q->ctx, "/case/%s", y->c->short_no);
}

enum err party_open(struct request *q, struct party *y)
{
	struct sql_case_by_ref_row *row;
	struct bytes ref;
	bool staff;

	*y = (struct party){.w = casework_of(q)};
	if (!case_unkey(q->ctx, request_param(q, "key"), &ref))
		return ERR_NOT_FOUND;
	TRY(sql_case_by_ref(y->w.db, q->ctx, &(struct sql_case_by_ref_in){ref}, &row));
	TRY(party_staff(q, row->id, row->dept_code, &staff));
	bool own = q->session->account_id && row->account_id == q->session->account_id;
	if (!own && !staff)
		return ERR_NOT_FOUND;
	TRY(case_load(&y->w, row->id, &y->c));
	/* what a window is entering is nobody else's yet, also when the officer's browser knows an applicant */
	bool window = on_paper(y->c) && y->c->state == STATE_DRAFT;
	if (window ? !staff : !own && y->c->state == STATE_DRAFT)
		return ERR_NOT_FOUND;
	y->actor = own && !window ? actor_citizen(q) : actor_staff(q);
	y->back = back_page(q, y);
	return ERR_NONE;
}
