#include "progress/forms.h"
#include "progress/progress_pages.h"

FORM_DEFINE(lookup, LOOKUP)
FORM_DEFINE(verify, VERIFY)

const struct route progress_routes[] = {
	{METHOD_GET, "/t/{token}", LET_ANYONE, .handle = token_get},
	{METHOD_GET, "/t/{token}/notice/{id}", LET_ANYONE, .handle = notice_get},
	{METHOD_GET, "/t/{token}/notice/{id}/pdf", LET_ANYONE, .handle = notice_pdf_get},
	{METHOD_GET, "/progress", LET_VISITOR, .form = &lookup_spec, .handle = lookup_get},
	{METHOD_POST, "/progress", LET_VISITOR, .body = BODY_FORM, .body_max = 4096, .form = &lookup_spec,
	 .handle = lookup_post, .refill = lookup_get},
	{METHOD_GET, "/verify", LET_VISITOR, .form = &verify_spec, .handle = verify_get},
	{METHOD_POST, "/verify", LET_VISITOR, .body = BODY_FORM, .body_max = 4096, .form = &verify_spec,
	 .handle = verify_post, .refill = verify_get},
	{METHOD_GET, "/deadline", LET_ANYONE, .handle = deadline_get},
	{.path = NULL},
};
