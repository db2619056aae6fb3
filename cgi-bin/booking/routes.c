#include "booking/booking_pages.h"
#include "booking/forms.h"

FORM_DEFINE(take, TAKE)
FORM_DEFINE(appeal, APPEAL)

#define SMALL BODY_FORM, .body_max = 4096

const struct route booking_routes[] = {
	{METHOD_GET, "/booking", LET_VISITOR, .handle = choose_get},
	{METHOD_GET, "/booking/mine", LET_CITIZEN, .handle = mine_get},
	{METHOD_POST, "/booking/mine/wait/{id}/leave", LET_CITIZEN, .body = SMALL, .handle = wait_leave_post},
	{METHOD_GET, "/booking/for/{subject}", LET_VISITOR, .handle = month_get},
	{METHOD_GET, "/booking/for/{subject}/{day}", LET_VISITOR, .form = &take_spec, .handle = day_get},
	{METHOD_POST, "/booking/for/{subject}/{day}", LET_CITIZEN, .body = SMALL, .form = &take_spec, .handle = take_post,
	 .refill = day_get},
	{METHOD_POST, "/booking/for/{subject}/{day}/wait", LET_CITIZEN, .body = SMALL, .handle = wait_post},
	{METHOD_GET, "/booking/for/{subject}/hold/{hold}", LET_CITIZEN, .handle = hold_get},
	{METHOD_POST, "/booking/for/{subject}/hold/{hold}", LET_CITIZEN, .body = SMALL, .handle = confirm_post},
	{METHOD_POST, "/booking/for/{subject}/hold/{hold}/drop", LET_CITIZEN, .body = SMALL, .handle = drop_post},
	{METHOD_GET, "/booking/v/{token}", LET_VISITOR, .form = &appeal_spec, .handle = visit_get},
	{METHOD_GET, "/booking/v/{token}/calendar.ics", LET_VISITOR, .handle = visit_ics_get},
	{METHOD_POST, "/booking/v/{token}/cancel", LET_CITIZEN, .body = SMALL, .handle = visit_cancel_post},
	{METHOD_POST, "/booking/v/{token}/appeal", LET_CITIZEN, .body = SMALL, .form = &appeal_spec,
	 .handle = visit_appeal_post, .refill = visit_get},
	{.path = NULL},
};
