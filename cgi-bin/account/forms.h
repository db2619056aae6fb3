/* forms.h - the forms of the account pages. */
#ifndef ACCOUNT_FORMS_H
#define ACCOUNT_FORMS_H

#include "domain/signin.h"
#include "web/form.h"

#define SIGN_UP(F, S)                                                                                        \
	F(S, CHOICE, kind, "注册类型", 1, 12, FORM_REQUIRED, "natural|legal|other_org")                      \
	F(S, TEXT, name, "姓名或单位名称", 2, 60, FORM_REQUIRED, NULL)                                       \
	F(S, CHOICE, id_type, "证件类型", 1, 4, FORM_REQUIRED, "111|HMT|553|516|511|414|001")                \
	F(S, TEXT, id_no, "证件号码", 5, 40, FORM_REQUIRED, NULL)                                            \
	F(S, FLAG, id_confirmed, "代码无误", 0, 1, 0, NULL)                                                  \
	F(S, TEXT, legal_rep, "法定代表人（负责人）", 0, 60, 0, NULL)                                        \
	F(S, TEXT, phone, "手机号", 5, 20, FORM_REQUIRED, NULL)                                              \
	F(S, SECRET, password, "密码", PASSWORD_MIN, PASSWORD_MAX, FORM_REQUIRED, NULL)                      \
	F(S, SECRET, password_again, "再输一次密码", 1, PASSWORD_MAX, FORM_REQUIRED, NULL)                   \
	F(S, FLAG, agree, "已阅读并同意个人信息说明", 0, 1, FORM_REQUIRED, NULL)                            \
	F(S, TEXT, back, "返回地址", 0, 300, 0, NULL)
FORM_DECLARE(sign_up, SIGN_UP)

#define PASSWORD_CHANGE(F, S)                                                               \
	F(S, SECRET, password, "现在的密码", 1, PASSWORD_MAX, FORM_REQUIRED, NULL)          \
	F(S, SECRET, password_new, "新密码", PASSWORD_MIN, PASSWORD_MAX, FORM_REQUIRED, NULL) \
	F(S, SECRET, password_again, "再输一次新密码", 1, PASSWORD_MAX, FORM_REQUIRED, NULL)
FORM_DECLARE(password_change, PASSWORD_CHANGE)

#define PHONE_CHANGE(F, S)                                                         \
	F(S, SECRET, password, "密码", 1, PASSWORD_MAX, FORM_REQUIRED, NULL)       \
	F(S, TEXT, phone, "新手机号", 5, 20, FORM_REQUIRED, NULL)
FORM_DECLARE(phone_change, PHONE_CHANGE)

#endif
