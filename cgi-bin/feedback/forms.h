/* forms.h - the forms of the feedback pages. */
#ifndef FEEDBACK_FORMS_H
#define FEEDBACK_FORMS_H

#include "web/form.h"

/* tags come as fields tag.KEY beside it */
#define RATE(F, S)                                                                     \
	F(S, CHOICE, level, "满意程度", 1, 1, FORM_REQUIRED, "5|4|3|2|1")              \
	F(S, TEXT, text, "想说的话", 0, 500, FORM_MULTILINE, NULL)                     \
	F(S, FLAG, named, "留下姓名", 0, 1, 0, NULL)                                   \
	F(S, TEXT, contact, "联系电话", 0, 40, 0, NULL)                                \
	F(S, CHOICE, via, "从哪里来", 0, 8, 0, "web|qr|sms")
FORM_DECLARE(rate, RATE)

#define RATE_WINDOW(F, S)                                                              \
	F(S, CHOICE, level, "满意程度", 1, 1, FORM_REQUIRED, "5|4|3|2|1")              \
	F(S, TEXT, token, "评价码", 20, 40, FORM_REQUIRED, NULL)
FORM_DECLARE(rate_window, RATE_WINDOW)

#endif
