/* forms.h - the forms of the booking pages. */
#ifndef BOOKING_FORMS_H
#define BOOKING_FORMS_H

#include "web/form.h"

/* crowd: as of place_take; the page knows it, and it changes nothing but the order in which places are tried */
#define TAKE(F, S)                                                                                                                      \
	F(S, INT, slot, "时间", 1, INT64_MAX, FORM_REQUIRED, NULL)                                                              \
	F(S, TOKEN, crowd, "位数", 1, 3, 0, NULL)
FORM_DECLARE(take, TAKE)

#define APPEAL(F, S) F(S, TEXT, text, "没有来的原因", 4, 500, FORM_REQUIRED | FORM_MULTILINE, NULL)
FORM_DECLARE(appeal, APPEAL)

#endif
