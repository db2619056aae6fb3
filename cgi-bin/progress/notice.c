#include "base/text.h"
#include "parts/documentpage.h"
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

/* notice_get - a notice for whoever holds the QR code: names and numbers masked, no query code.  The applicant's own
 * copy, with the full name, is at /case/…/documents/…. */
enum err notice_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct progress *c;
	struct document *doc;
	int64_t id;

	TRY(progress_by_token(&w, request_param(q, "token"), &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id) || !shown(c, id))
		return ERR_NOT_FOUND;
	TRY(document_load(&w, id, &doc));
	p->title = doc->title;
	p->section = "progress";
	p->body = TPL_progress_notice;
	tpl_text(p->d, T_TOKEN, request_param(q, "token"));
	return documentpage_show(&(struct documentpage){.w = &w, .doc = doc, .masked = true}, p->d);
}
