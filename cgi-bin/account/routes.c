#include "account/account_pages.h"
#include "account/forms.h"
#include "parts/signinpage.h"

FORM_DEFINE(sign_up, SIGN_UP)
FORM_DEFINE(password_change, PASSWORD_CHANGE)
FORM_DEFINE(phone_change, PHONE_CHANGE)

#define KB 1024

const struct route account_routes[] = {
	{METHOD_GET, "/account", LET_CITIZEN, .handle = own_cases_get},
	{METHOD_GET, "/account/sign-in", LET_VISITOR, .form = &sign_in_spec, .handle = sign_in_get},
	{METHOD_POST, "/account/sign-in", LET_VISITOR, .body = BODY_FORM, .body_max = 8 * KB, .form = &sign_in_spec,
	 .handle = sign_in_post, .refill = sign_in_get},
	{METHOD_GET, "/account/sign-up", LET_VISITOR, .form = &sign_up_spec, .handle = sign_up_get},
	{METHOD_POST, "/account/sign-up", LET_VISITOR, .body = BODY_FORM, .body_max = 16 * KB, .form = &sign_up_spec,
	 .handle = sign_up_post, .refill = sign_up_get},
	{METHOD_POST, "/account/sign-out", LET_VISITOR, .body = BODY_FORM, .body_max = 4 * KB, .handle = sign_out_post},
	{METHOD_POST, "/account/sign-out-all", LET_CITIZEN, .body = BODY_FORM, .body_max = 4 * KB,
	 .handle = sign_out_all_post},
	{METHOD_GET, "/account/credit", LET_CITIZEN, .handle = credit_get},
	{METHOD_GET, "/account/certificates", LET_CITIZEN, .handle = certificates_get},
	{METHOD_GET, "/account/certificates/{id}", LET_CITIZEN, .handle = certificate_get},
	{METHOD_GET, "/account/profile", LET_CITIZEN, .handle = profile_get},
	{METHOD_POST, "/account/password", LET_CITIZEN, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &password_change_spec, .handle = password_post, .refill = profile_get},
	{METHOD_POST, "/account/phone", LET_CITIZEN, .body = BODY_FORM, .body_max = 8 * KB, .form = &phone_change_spec,
	 .handle = phone_post, .refill = profile_get},
	{.path = NULL},
};
