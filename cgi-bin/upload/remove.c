#include "upload/upload_pages.h"

#include "base/text.h"
#include "web/session.h"

/* remove_post - one file goes out of a material that is open to this person.  Its row and its bytes stay for the record. */
enum err remove_post(struct request *q, struct page *p)
{
	struct party y;
	bool attached;
	int64_t id;

	TRY(party_open(q, &y));
	attached = party_attaches(&y, request_param(q, "item"));
	if ((!attached && !matter_material(y.c->matter, request_param(q, "item"))) ||
	    !text_int(request_param(q, "file"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY((attached ? attach_remove : draft_file_remove)(&y.w, &y.actor, y.c->id, id, &q->say));
	if (q->wants_json) {
		page_json(p, "{\"saved\":\"\"}");
		return ERR_NONE;
	}
	page_note(q, p, "文件已经删除。");
	page_see(q, p, "%s#m-%s", y.back, request_param(q, "item"));
	return ERR_NONE;
}
