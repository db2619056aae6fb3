/* forms.h - the forms of the administration pages. */
#ifndef ADMIN_FORMS_H
#define ADMIN_FORMS_H

#include "web/form.h"

#define CALENDAR_IMPORT(F, S)                                                      \
	F(S, TEXT, region, "地区", 2, 6, FORM_REQUIRED, NULL)                      \
	F(S, INT, year, "年份", 2000, 2199, FORM_REQUIRED, NULL)                   \
	F(S, TEXT, notice_no, "通知文号", 2, 60, FORM_REQUIRED, NULL)              \
	F(S, TEXT, text, "放假安排", 10, 20000, FORM_REQUIRED | FORM_MULTILINE | FORM_KEEP, NULL) \
	F(S, CHOICE, step, "步骤", 1, 10, FORM_REQUIRED, "preview|apply")
FORM_DECLARE(calendar_import, CALENDAR_IMPORT)

#define SUBSTITUTION(F, S)                                                  \
	F(S, TEXT, a_login, "不在岗人员的登录名", 1, 40, FORM_REQUIRED, NULL) \
	F(S, TEXT, b_login, "顶岗人员的登录名", 1, 40, FORM_REQUIRED, NULL) \
	F(S, DAY, from_day, "从哪天起", 0, 0, FORM_REQUIRED, NULL)          \
	F(S, DAY, until_day, "到哪天止", 0, 0, FORM_REQUIRED, NULL)         \
	F(S, TEXT, reason, "事由", 2, 200, FORM_REQUIRED, NULL)
FORM_DECLARE(substitution, SUBSTITUTION)

/* A letter holds scope, powers and term (CAT-7). */
#define LETTER(F, S)                                                              \
	F(S, TEXT, number, "授权委托书编号", 2, 80, FORM_REQUIRED, NULL)          \
	F(S, TEXT, matter, "事项", 31, 31, FORM_REQUIRED, NULL)                   \
	F(S, FLAG, may_accept, "受理", 0, 1, 0, NULL)                             \
	F(S, FLAG, may_decide, "当场决定", 0, 1, 0, NULL)                         \
	F(S, DAY, from_day, "从哪天起", 0, 0, FORM_REQUIRED, NULL)                \
	F(S, DAY, until_day, "到哪天止", 0, 0, FORM_REQUIRED, NULL)               \
	F(S, TEXT, signed_by, "签发人", 2, 60, FORM_REQUIRED, NULL)
FORM_DECLARE(letter, LETTER)

#define LETTER_END(F, S) F(S, INT, id, "授权委托书", 1, INT64_MAX, FORM_REQUIRED, NULL)
FORM_DECLARE(letter_end, LETTER_END)

#define SUBSTITUTION_END(F, S) F(S, INT, id, "记录", 1, INT64_MAX, FORM_REQUIRED, NULL)
FORM_DECLARE(substitution_end, SUBSTITUTION_END)

#endif
