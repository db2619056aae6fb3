/* page_send.h - the end of a request: used by web/serve.c only. */
#ifndef WEB_PAGE_SEND_H
#define WEB_PAGE_SEND_H

#include "web/page.h"
#include "web/request.h"
#include "wrap/fcgi.h"

void page_start(struct request *q, struct page *p);
/* page_send - render and write; a page that cannot be rendered becomes a plain 500. */
void page_send(struct request *q, struct page *p, struct fcgi *f);
#define ELDER_COOKIE "portal_elder" /* "1": large type */

/* page_cookie - one more Set-Cookie; max_age seconds, 0 for the browser's session, -1 to delete. */
void page_cookie(struct request *q, struct page *p, const char *name, const char *value, int64_t max_age);
/* page_cookie_name - with the __Host- prefix when cookies are secure. */
const char *page_cookie_name(const struct request *q, const char *name);

#endif
