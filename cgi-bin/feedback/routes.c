#include "feedback/feedback_pages.h"
#include "feedback/forms.h"
#include "parts/voicepage.h"

FORM_DEFINE(rate, RATE)
FORM_DEFINE(rate_window, RATE_WINDOW)

const struct route feedback_routes[] = {
	{METHOD_GET, "/rate", LET_VISITOR, .handle = rate_public_get},
	{METHOD_GET, "/complain", LET_VISITOR, .form = &complain_spec, .handle = complain_get},
	{METHOD_POST, "/complain", LET_VISITOR, .body = BODY_FORM, .body_max = 48 * 1024, .form = &complain_spec,
	 .handle = complain_post, .refill = complain_get},
	{METHOD_GET, "/complain/find", LET_VISITOR, .form = &voice_find_spec, .handle = complain_find_get},
	{METHOD_POST, "/complain/find", LET_VISITOR, .body = BODY_FORM, .body_max = 4096, .form = &voice_find_spec,
	 .handle = complain_find_post, .refill = complain_find_get},
	{METHOD_GET, "/complain/v/{token}", LET_VISITOR, .handle = complaint_get},
	{METHOD_GET, "/complain/v/{token}/reply/{level}", LET_VISITOR, .handle = complaint_reply_get},
	{METHOD_GET, "/complain/v/{token}/reply/{level}/pdf", LET_VISITOR, .handle = complaint_reply_pdf_get},
	{METHOD_POST, "/complain/v/{token}/act", LET_VISITOR, .body = BODY_FORM, .body_max = 40 * 1024, .form = &voice_act_spec,
	 .handle = complaint_act_post, .refill = complaint_get},
	{METHOD_GET, "/ask", LET_VISITOR, .form = &ask_spec, .handle = ask_get},
	{METHOD_POST, "/ask", LET_VISITOR, .body = BODY_FORM, .body_max = 24 * 1024, .form = &ask_spec, .handle = ask_post,
	 .refill = ask_get},
	{METHOD_GET, "/ask/find", LET_VISITOR, .form = &voice_find_spec, .handle = ask_find_get},
	{METHOD_POST, "/ask/find", LET_VISITOR, .body = BODY_FORM, .body_max = 4096, .form = &voice_find_spec,
	 .handle = ask_find_post, .refill = ask_find_get},
	{METHOD_GET, "/ask/v/{token}", LET_VISITOR, .handle = enquiry_get},
	{METHOD_POST, "/ask/v/{token}/act", LET_VISITOR, .body = BODY_FORM, .body_max = 40 * 1024, .form = &voice_act_spec,
	 .handle = enquiry_act_post, .refill = enquiry_get},
	{METHOD_GET, "/rate/window/{window}", LET_STAFF, .roles = ROLE_TERMINAL, .form = &rate_window_spec,
	 .handle = rate_window_get},
	{METHOD_POST, "/rate/window/{window}", LET_STAFF, .roles = ROLE_TERMINAL, .body = BODY_FORM, .body_max = 4096,
	 .form = &rate_window_spec, .handle = rate_window_post},
	{METHOD_GET, "/rate/case/{case}", LET_VISITOR, .handle = rate_case_get},
	{METHOD_GET, "/rate/{token}", LET_VISITOR, .form = &rate_spec, .handle = rate_get},
	{METHOD_POST, "/rate/{token}", LET_VISITOR, .body = BODY_FORM, .body_max = 16384, .form = &rate_spec,
	 .handle = rate_post, .refill = rate_get},
	{.path = NULL},
};
