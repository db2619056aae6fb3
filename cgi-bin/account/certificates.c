/* certificates.c - the applicant's own results: what is valid, what is not any more, and the paper to print (OUT-5). */
#include "account/account_pages.h"
#include "base/text.h"
#include "domain/document.h"
#include "gen/sql.h"
#include "parts/certificate.h"
#include "parts/documentpage.h"
#include "web/page.h"
#include "web/session.h"

static void row_show(const struct request *q, struct tpl *t, const struct sql_certificates_own_row *r)
{
	struct certificate_life life = {r->valid_from, r->valid_until, r->void_at, text_eq(r->state, "valid")};
	enum certificate_standing s = certificate_standing(&life, q->today);

	tpl_int(t, T_CERTIFICATE_ID, r->id);
	tpl_text(t, T_NAME, r->name);
	tpl_text(t, T_NUMBER, r->number);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	certificate_show(q->ctx, t, &life, q->today);
	if (s == CERTIFICATE_ENDS_SOON || s == CERTIFICATE_OVER)
		tpl_text(tpl_add(t, T_RENEW), T_CODE, r->matter_code);
}

enum err certificates_get(struct request *q, struct page *p)
{
	struct sql_certificates_own_row *rows;
	size_t n, soon = 0;

	TRY(sql_certificates_own(q->app->db, q->ctx, &(struct sql_certificates_own_in){q->session->account_id}, &rows, &n));
	p->title = "我的证照";
	p->section = "account";
	p->body = TPL_account_certificates;
	for (size_t i = 0; i < n; i++) {
		struct certificate_life life = {rows[i].valid_from, rows[i].valid_until, rows[i].void_at,
						text_eq(rows[i].state, "valid")};
		enum certificate_standing s = certificate_standing(&life, q->today);
		bool holds = s == CERTIFICATE_HOLDS || s == CERTIFICATE_ENDS_SOON || s == CERTIFICATE_NOT_YET;
		row_show(q, tpl_add(p->d, holds ? T_CERTIFICATE : T_PAST), &rows[i]);
		soon += s == CERTIFICATE_ENDS_SOON;
		if (!holds)
			tpl_show_if(p->d, T_PASTS, true);
	}
	if (soon)
		tpl_int(tpl_add(p->d, T_SOON_SHOWN), T_SOON, (int64_t)soon);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}

/* certificate_get - one of them as it prints. */
enum err certificate_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_certificate_own_paper_row *r;
	struct document *doc;
	int64_t id;

	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(sql_certificate_own_paper(w.db, q->ctx, &(struct sql_certificate_own_paper_in){q->session->account_id, id}, &r));
	TRY(document_load(&w, r->document_id, &doc));
	p->title = r->name;
	p->section = "account";
	p->body = TPL_account_certificate;
	tpl_text(p->d, T_NAME, r->name);
	tpl_show_if(p->d, T_IS_VOID, !text_eq(r->state, "valid"));
	return documentpage_show(&(struct documentpage){.w = &w, .doc = doc}, p->d);
}
