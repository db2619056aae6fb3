#include "catalog/catalog.h"

#include "base/text.h"
#include "web/page_send.h"

#define YEAR_S (365 * 24 * 3600)

/* elder_get - large type on or off, kept in the browser; works without JavaScript and without an account. */
enum err elder_get(struct request *q, struct page *p)
{
	bool on = text_eq(pairs_get(&q->query, "on"), "1");
	page_cookie(q, p, ELDER_COOKIE, on ? "1" : "0", YEAR_S);
	page_see(q, p, "%s", path_local(pairs_get(&q->query, "back")));
	return ERR_NONE;
}
