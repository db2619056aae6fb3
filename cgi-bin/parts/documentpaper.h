/* documentpaper.h - an issued document as a PDF: the same sheet that documentpage.h shows. */
#ifndef PARTS_DOCUMENTPAPER_H
#define PARTS_DOCUMENTPAPER_H

#include "parts/documentsheet.h"
#include "wrap/paper.h"
#include "web/page.h"
#include "web/request.h"

/* documentpaper_make - the blocks of the PDF, for tests and for documentpaper_send. */
struct paper *documentpaper_make(const struct documentpage *p);
/* documentpaper_send - answer with the PDF, to be shown in the browser and kept nowhere on the way.  The caller has checked who
 * asks, as for the page.  errors: ERR_UNAVAILABLE. */
MUST_CHECK enum err documentpaper_send(struct request *q, struct page *page, const struct documentpage *p);

#endif
