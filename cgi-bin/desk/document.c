#include "base/text.h"
#include "desk/desk.h"
#include "parts/documentpage.h"
#include "parts/documentpaper.h"
#include "web/page.h"

/* document_look - an issued document of a case in this officer's scope; that they looked at it is on record. */
static enum err document_look(struct request *q, const struct casework *w, struct casefile **c, struct document **doc)
{
	struct actor a = actor_staff(q);
	int64_t id;

	TRY(desk_case(q, w, &a, c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(document_load(w, id, doc));
	if ((*doc)->case_id != (*c)->id)
		return ERR_NOT_FOUND;
	return case_look(w, &a, q->ip, (*c)->id, mem_fmt(q->ctx, "document %lld", (long long)id), "查看文书");
}

/* document_get - as it prints.  Without the query code: that is for the applicant. */
enum err document_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct casefile *c;
	struct document *doc;

	TRY(document_look(q, &w, &c, &doc));
	p->title = doc->title;
	p->section = "desk";
	p->body = TPL_desk_document;
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_int(p->d, T_DOC_ID, doc->id);
	return documentpage_show(&(struct documentpage){.w = &w, .doc = doc}, p->d);
}

enum err document_pdf_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct casefile *c;
	struct document *doc;

	TRY(document_look(q, &w, &c, &doc));
	return documentpaper_send(q, p, &(struct documentpage){.w = &w, .doc = doc});
}
