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

/* back_page - where the applicant came from; an officer's page says so itself. */
static const char *back_page(const struct request *q, const struct party *y)
{
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
	if (q->session->account_id && row->account_id == q->session->account_id)
		y->actor = actor_citizen(q);
	else if (staff)
		y->actor = actor_staff(q);
	else
		return ERR_NOT_FOUND;
	TRY(case_load(&y->w, row->id, &y->c));
	y->back = back_page(q, y);
	return ERR_NONE;
}
