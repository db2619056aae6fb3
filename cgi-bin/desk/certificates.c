/* certificates.c - the library of results, for officers: by number, or everything of one holder (OUT-5). */
#include "base/text.h"
#include "desk/desk.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "domain/number.h"
#include "gen/sql.h"
#include "parts/certificate.h"
#include "web/page.h"
#include "web/session.h"

#define FOUND_ROWS 50

static void row_show(const struct request *q, struct tpl *t, const struct sql_certificate_found_row *r)
{
	tpl_text(t, T_NAME, r->name);
	tpl_text(t, T_NUMBER, r->number);
	tpl_text(t, T_HOLDER, text_eq(r->applicant_kind, "natural") ? mask_name(q->ctx, r->holder_name) : r->holder_name);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	certificate_show(q->ctx, t,
			 &(struct certificate_life){r->valid_from, r->valid_until, r->void_at, text_eq(r->state, "valid")},
			 q->today);
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_int(t, T_DOCUMENT_ID, r->document_id);
}

/* by_holder - a document number; on record, because it tells what somebody holds. */
static enum err by_holder(struct request *q, const char *typed, struct sql_certificate_found_row **rows, size_t *n)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct bytes bidx = blind_index(q->ctx, w.keys, "id_no", identity_normal(q->ctx, typed));

	TRY(case_look(&w, &a, q->ip, 0, "certificates", "按证件号码查证照"));
	return sql_certificates_of_person(w.db, q->ctx, &(struct sql_certificates_of_person_in){bidx, FOUND_ROWS}, rows, n);
}

enum err certificates_get(struct request *q, struct page *p)
{
	const char *typed = text_trim(q->ctx, text_or(pairs_get(&q->query, "q"), ""));
	const char *number = certificate_number(q->ctx, typed);
	struct sql_certificate_found_row *rows = NULL;
	size_t n = 0;

	p->title = "查证照";
	p->section = "desk";
	p->body = TPL_desk_certificates;
	tpl_text(p->d, T_QUERY, typed);
	if (text_empty(typed))
		return ERR_NONE;
	if (number)
		TRY(sql_certificate_by_number(q->app->db, q->ctx, &(struct sql_certificate_by_number_in){number}, &rows, &n));
	else
		TRY(by_holder(q, typed, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++)
		row_show(q, tpl_add(table, T_ROW), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}
