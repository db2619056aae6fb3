#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "domain/case_part.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define FOUND_ROWS 50

/* token_in - the token when a scanner typed the address of a QR code ("https://…/t/TOKEN"), or NULL. */
static const char *token_in(const char *typed)
{
	const char *t = strstr(typed, "/t/");
	return t ? t + 3 : NULL;
}

enum err desk_find(const struct request *q, const struct casework *w, const char *typed, int64_t *id)
{
	const char *token = token_in(typed);
	struct bytes ref;
	struct sql_case_by_ref_row *row;
	if (!token)
		return case_find(w, typed, id);
	if (!case_token_ref(q->ctx, token, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_case_by_ref(w->db, q->ctx, &(struct sql_case_by_ref_in){ref}, &row));
	if (!case_token_ok(q->ctx, w->keys, token, ref, row->token_version))
		return ERR_NOT_FOUND;
	*id = row->id;
	return ERR_NONE;
}

static void show_case(const struct request *q, struct tpl *t, const struct sql_cases_of_person_row *r)
{
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	tpl_text(t, T_APPLICANT, mask_name(q->ctx, r->applicant_name));
	tpl_text(t, T_STATE_KEY, r->state);
	tpl_text(t, T_STATE_NAME, state_name_numbered(state_of(r->state)));
	tpl_minute(t, T_SUBMITTED_AT, r->submitted_at);
}

static enum err find_person(struct request *q, struct page *p, const struct casework *w, const char *typed)
{
	const struct session *s = q->session;
	struct sql_cases_of_person_row *rows;
	size_t n;
	struct bytes bidx = blind_index(q->ctx, w->keys, "id_no", identity_normal(q->ctx, typed));
	TRY(sql_cases_of_person(w->db, q->ctx,
				&(struct sql_cases_of_person_in){bidx, text_empty(s->dept) ? NULL : s->dept, INT64_MAX,
								 FOUND_ROWS},
				&rows, &n));
	TRY(sql_access_log_add(w->db,
			       &(struct sql_access_log_add_in){.at = q->now, .staff_id = s->staff_id, .staff_name = s->name,
							       .post = s->post, .fields = "find_person", .ip = q->ip,
							       .reason = "按证件号码查找"},
			       NULL));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++)
		show_case(q, tpl_add(table, T_ROW), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}

/* find_get - one box for everything that comes over the counter: a scanned receipt, a number, a document number. */
enum err find_get(struct request *q, struct page *p)
{
	const char *typed = text_trim(q->ctx, text_or(pairs_get(&q->query, "q"), ""));
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;
	int64_t id;
	bool may;

	p->title = "查找办件";
	p->section = "desk";
	p->body = TPL_desk_find;
	tpl_text(p->d, T_QUERY, typed);
	if (text_empty(typed))
		return ERR_NONE;
	enum err e = desk_find(q, &w, typed, &id);
	if (e == ERR_NOT_FOUND)
		return find_person(q, p, &w, typed);
	TRY(e);
	TRY(case_load(&w, id, &c));
	TRY(case_open_to(&w, &a, c->id, c->dept_code, &may));
	if (!may || !c->short_no) {
		tpl_show(p->d, T_EMPTY);
		return ERR_NONE;
	}
	/* who hands results out and holds the receipt of one that waits is shown what to check */
	bool waits = c->state == STATE_RESULT_READY || c->state == STATE_RESULT_HELD || c->state == STATE_MAILING;
	bool issues = q->session->roles & (ROLE_ISSUER | ROLE_CLERK);
	page_see(q, p, waits && issues ? "/desk/issue/%s" : "/desk/case/%s", c->short_no);
	return ERR_NONE;
}
