/* forms.h - the forms of the progress pages. */
#ifndef PROGRESS_FORMS_H
#define PROGRESS_FORMS_H

#include "web/form.h"

#define LOOKUP(F, S)                                                     \
	F(S, TEXT, number, "办件编号", 8, 80, FORM_REQUIRED, NULL)       \
	F(S, TEXT, code, "查询码", 1, 20, FORM_REQUIRED, NULL)
FORM_DECLARE(lookup, LOOKUP)

#define VERIFY(F, S) F(S, TEXT, number, "证照编号", 1, 100, FORM_REQUIRED, NULL)
FORM_DECLARE(verify, VERIFY)

#endif
