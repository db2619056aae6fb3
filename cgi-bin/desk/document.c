#include "base/text.h"
#include "desk/desk.h"
#include "parts/documentpage.h"
#include "web/page.h"

/* document_get - any issued document of a case in this officer's scope, as it prints.  Without the query code: that is
 * for the applicant. */
enum err document_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;
	struct document *doc;
	int64_t id;

	TRY(desk_case(q, &w, &a, &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(document_load(&w, id, &doc));
	if (doc->case_id != c->id)
		return ERR_NOT_FOUND;
	TRY(case_look(&w, &a, q->ip, c->id, mem_fmt(q->ctx, "document %lld", (long long)id), "查看文书"));
	p->title = doc->title;
	p->section = "desk";
	p->body = TPL_desk_document;
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	return documentpage_show(&(struct documentpage){.w = &w, .doc = doc}, p->d);
}
