/* forms.h - the portal's own forms around an application; the application's form is data of its matter. */
#ifndef APPLY_FORMS_H
#define APPLY_FORMS_H

#include "web/form.h"

/* How a material is provided without a file: keys of enum material_state. */
#define CHOOSE(F, S) \
	F(S, CHOICE, state, "提供方式", 0, 0, FORM_REQUIRED, "none|shared|promised|gap")
FORM_DECLARE(choose, CHOOSE)

#define SUBMIT(F, S)                                                            \
	F(S, TOKEN, submit_key, "提交凭据", 8, 32, FORM_REQUIRED, NULL)         \
	F(S, FLAG, agree, "我已核对，内容和材料真实", 0, 0, FORM_REQUIRED, NULL) \
	F(S, FLAG, gap_promise, "容缺受理承诺", 0, 0, 0, NULL)                  \
	F(S, FLAG, commitment, "信用承诺", 0, 0, 0, NULL)
FORM_DECLARE(submit, SUBMIT)

/* by commitment or by the ordinary procedure; known: the notice was read */
#define MODE(F, S)                                                                      \
	F(S, CHOICE, mode, "办理方式", 0, 0, FORM_REQUIRED, "promise|ordinary")         \
	F(S, FLAG, known, "我已收到并看清告知书", 0, 0, 0, NULL)
FORM_DECLARE(mode, MODE)

/* version: of the case when the page was drawn */
/* what the portal holds already and the applicant wants to use; one of the two is 0 */
#define REUSE(F, S)                                                    \
	F(S, INT, certificate, "证照", 0, INT64_C(1) << 53, 0, NULL)  \
	F(S, INT, file, "文件", 0, INT64_C(1) << 53, 0, NULL)
FORM_DECLARE(reuse, REUSE)

#define ANSWER(F, S) F(S, INT, version, "页面版本", 1, 1000000000, FORM_REQUIRED, NULL)
FORM_DECLARE(answer, ANSWER)

#define WITHDRAW(F, S)                                                               \
	F(S, INT, version, "页面版本", 1, 1000000000, FORM_REQUIRED, NULL)           \
	F(S, TEXT, reason, "撤回的原因", 2, 300, FORM_REQUIRED | FORM_MULTILINE, NULL)
FORM_DECLARE(withdraw, WITHDRAW)

#endif
