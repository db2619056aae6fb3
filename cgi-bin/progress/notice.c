#include "base/text.h"
#include "parts/documentpage.h"
#include "parts/documentpaper.h"
#include "progress/progress_pages.h"
#include "web/page.h"

/* shown - the notice is one of those on the case's own timeline: what staff keep to themselves is not. */
static bool shown(const struct progress *c, int64_t document_id)
{
	for (size_t i = 0; i < c->nsteps; i++)
		if (c->steps[i].document_id == document_id)
			return true;
	return false;
}

/* notice_load - one of the case that the token is for. */
static enum err notice_load(struct request *q, const struct casework *w, struct document **doc)
{
	struct progress *c;
	int64_t id;

	TRY(progress_by_token(w, request_param(q, "token"), &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id) || !shown(c, id))
		return ERR_NOT_FOUND;
	return document_load(w, id, doc);
}

/* notice_get - a notice for whoever holds the QR code: names and numbers masked, no query code.  The applicant's own
 * copy, with the full name, is at /case/…/documents/…. */
enum err notice_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct document *doc;

	TRY(notice_load(q, &w, &doc));
	p->title = doc->title;
	p->section = "progress";
	p->body = TPL_progress_notice;
	tpl_text(p->d, T_TOKEN, request_param(q, "token"));
	tpl_int(p->d, T_DOC_ID, doc->id);
	return documentpage_show(&(struct documentpage){.w = &w, .doc = doc, .masked = true}, p->d);
}

enum err notice_pdf_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct document *doc;

	TRY(notice_load(q, &w, &doc));
	return documentpaper_send(q, p, &(struct documentpage){.w = &w, .doc = doc, .masked = true});
}
