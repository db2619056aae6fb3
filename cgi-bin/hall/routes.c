#include "hall/forms.h"
#include "hall/hall_pages.h"

FORM_DEFINE(hall_take, HALL_TAKE)

#define KB 1024
/* who gives tickets: the device that stands there, and those who help (walk-ins come from nowhere else) */
#define GIVES LET_STAFF, .roles = ROLE_TERMINAL | ROLE_GUIDE | ROLE_CLERK

const struct route hall_routes[] = {
	{METHOD_GET, "/hall", LET_ANYONE, .handle = screen_get},
	{METHOD_GET, "/hall/now.json", LET_ANYONE, .handle = now_get},
	{METHOD_GET, "/hall/take", GIVES, .form = &hall_take_spec, .handle = take_get},
	{METHOD_POST, "/hall/take", GIVES, .body = BODY_FORM, .body_max = 4 * KB, .form = &hall_take_spec, .handle = take_post,
	 .refill = take_get},
	{METHOD_GET, "/hall/slip/{token}", GIVES, .handle = slip_get},
	{METHOD_GET, "/hall/ticket/{token}", LET_VISITOR, .handle = ticket_page_get},
	{METHOD_POST, "/hall/ticket/{token}/leave", LET_VISITOR, .body = BODY_FORM, .body_max = 4 * KB, .handle = ticket_page_leave},
	{.path = NULL},
};
