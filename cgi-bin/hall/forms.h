/* forms.h - the forms of the hall. */
#ifndef HALL_FORMS_H
#define HALL_FORMS_H

#include "web/form.h"

/* A ticket: for a service, or for what was scanned or typed (a booking, or a ticket that was passed over). */
#define HALL_TAKE(F, S)                                                            \
	F(S, TOKEN, key, "页面", 26, 26, FORM_REQUIRED, NULL)                      \
	F(S, TEXT, code, "预约码或号码", 0, 300, 0, NULL)                          \
	F(S, TOKEN, group, "办什么", 0, 8, 0, NULL)                                \
	F(S, CHOICE, priority, "优先", 0, 10, 0, "none|senior|disabled|pregnant")
FORM_DECLARE(hall_take, HALL_TAKE)

#endif
