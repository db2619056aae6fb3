/* paper.c - what the applicant can print: the receipt and every notice of the case. */
#include "apply/apply.h"

#include "base/text.h"
#include "domain/document.h"
#include "gen/sql.h"
#include "parts/documentpage.h"
#include "parts/documentpaper.h"

static enum err paper_load(const struct own *o, int64_t id, struct document **doc)
{
	TRY(document_load(&o->w, id, doc));
	return (*doc)->case_id != o->c->id || (*doc)->form->staff_only ? ERR_NOT_FOUND : ERR_NONE;
}

static enum err paper_draw(struct request *q, struct page *p, const struct own *o, int64_t id, bool receipt)
{
	struct document *doc;

	TRY(paper_load(o, id, &doc));
	p->title = doc->title;
	p->section = "account";
	p->body = TPL_apply_paper;
	tpl_text(p->d, T_URL, mem_fmt(q->ctx, "/case/%s", o->c->short_no));
	tpl_text(p->d, T_SHORT_NO, o->c->short_no);
	tpl_text(p->d, T_DOC_TITLE, doc->title);
	tpl_int(p->d, T_DOC_ID, id);
	if (receipt && (o->c->state == STATE_SUBMITTED || o->c->state == STATE_PRE_REVIEW))
		tpl_text(tpl_add(p->d, T_JUST_DONE), T_CASE_TOKEN, case_token(q->ctx, o->w.keys, o->c->ref, o->c->token_version));
	return documentpage_show(&(struct documentpage){.w = &o->w, .doc = doc, .with_code = true}, p->d);
}

/* receipt_get - of the last submission. */
enum err receipt_get(struct request *q, struct page *p)
{
	const char *kind = document_form_of(DOCUMENT_SUBMISSION_RECEIPT)->key;
	struct sql_document_last_row *row;
	struct own o;

	TRY(own_case(q, &o));
	TRY(sql_document_last(o.w.db, q->ctx, &(struct sql_document_last_in){o.c->id, kind}, &row));
	return paper_draw(q, p, &o, row->id, true);
}

enum err document_get(struct request *q, struct page *p)
{
	struct own o;
	int64_t id;

	TRY(own_case(q, &o));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	return paper_draw(q, p, &o, id, false);
}

enum err document_pdf_get(struct request *q, struct page *p)
{
	struct document *doc;
	struct own o;
	int64_t id;

	TRY(own_case(q, &o));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(paper_load(&o, id, &doc));
	return documentpaper_send(q, p, &(struct documentpage){.w = &o.w, .doc = doc, .with_code = true});
}
