/* document_data.h - the fields that a document prints, fixed at issue; document.h lists them. */
#ifndef DOMAIN_DOCUMENT_DATA_H
#define DOMAIN_DOCUMENT_DATA_H

#include "domain/document.h"

/* document_data - JSON under w->ctx.  number: NULL when the kind has none. */
MUST_CHECK enum err document_data(const struct casework *w, const struct document_issue *issue,
				  const struct document_form *form, const char *number, char **json);

#endif
