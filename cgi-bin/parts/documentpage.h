/* documentpage.h - an issued document as a sheet of A4 in HTML: receipts, notices and decisions. */
#ifndef PARTS_DOCUMENTPAGE_H
#define PARTS_DOCUMENTPAGE_H

#include "parts/documentsheet.h"
#include "wrap/tpl.h"

/* documentpage_show - the sheet, into {{>DOCUMENT}}. */
MUST_CHECK enum err documentpage_show(const struct documentpage *p, struct tpl *d);

#endif
