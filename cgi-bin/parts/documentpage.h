/* documentpage.h - an issued document as a sheet of A4 in HTML: receipts, notices and decisions. */
#ifndef PARTS_DOCUMENTPAGE_H
#define PARTS_DOCUMENTPAGE_H

#include "parts/documentsheet.h"
#include "wrap/tpl.h"

/* documentpage_show - the sheet, into {{>DOCUMENT}}. */
MUST_CHECK enum err documentpage_show(const struct documentpage *p, struct tpl *d);
/* documentpage_seal - the seal as a drawing, into {{>SEAL}}; nothing where none was used.  id: of the arc that the name is written
 * along, one for each copy on the page. */
void documentpage_seal(const struct document_seal *s, struct tpl *d, const char *id);

#endif
