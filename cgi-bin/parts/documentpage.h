/* documentpage.h - an issued document as a sheet of A4: receipts, notices and decisions.
 *
 * Everything printed comes from document.data, as it was at issue (domain/document.h); only the QR code and the query
 * code are made anew, because they can be revoked. */
#ifndef PARTS_DOCUMENTPAGE_H
#define PARTS_DOCUMENTPAGE_H

#include "domain/document.h"
#include "wrap/tpl.h"

struct documentpage {
	const struct casework *w;
	const struct document *doc;
	bool with_code; /* print the query code: for the applicant's own copy */
	bool masked;    /* names of people as strangers may see them (H): whoever holds the QR code */
};

/* documentpage_show - the sheet, into {{>DOCUMENT}}. */
MUST_CHECK enum err documentpage_show(const struct documentpage *p, struct tpl *d);

#endif
