#include "admin/admin.h"
#include "admin/forms.h"

FORM_DEFINE(calendar_import, CALENDAR_IMPORT)
FORM_DEFINE(substitution, SUBSTITUTION)
FORM_DEFINE(substitution_end, SUBSTITUTION_END)
FORM_DEFINE(letter, LETTER)
FORM_DEFINE(letter_end, LETTER_END)
FORM_DEFINE(hall_group, HALL_GROUP_FIELDS)
FORM_DEFINE(hall_group_new, HALL_GROUP_NEW)
FORM_DEFINE(hall_group_take, HALL_GROUP_TAKE)
FORM_DEFINE(hall_window, HALL_WINDOW_FIELDS)
FORM_DEFINE(hall_window_new, HALL_WINDOW_NEW)
FORM_DEFINE(duty_give, DUTY_GIVE)
FORM_DEFINE(duty_take, DUTY_TAKE)
FORM_DEFINE(hours, HOURS)
FORM_DEFINE(closure, CLOSURE)
FORM_DEFINE(closure_end, CLOSURE_END)

#define KB 1024

/* City administrators keep the calendar; heads of the centre and unit administrators arrange who stands in. */
#define CALENDAR_KEEPERS LET_STAFF, .roles = ROLE_CITY_ADMIN
/* letters of authorisation: of one's own unit, and of all by the administrators of the platform (ORG-1) */
#define LETTER_KEEPERS LET_STAFF, .roles = ROLE_UNIT_ADMIN | ROLE_CITY_ADMIN
#define ARRANGERS LET_STAFF, .roles = ROLE_MANAGER | ROLE_UNIT_ADMIN | ROLE_CITY_ADMIN
/* the hall is the service centre's (ZJG 13) */
#define HALL_KEEPERS LET_STAFF, .roles = ROLE_MANAGER
#define SMALL .body = BODY_FORM, .body_max = 8 * KB

const struct route admin_routes[] = {
	{METHOD_GET, "/admin", LET_STAFF, .roles = ROLES_ADMIN, .handle = admin_home_get},
	{METHOD_GET, "/admin/calendar", CALENDAR_KEEPERS, .form = &calendar_import_spec, .handle = calendar_get},
	{METHOD_POST, "/admin/calendar", CALENDAR_KEEPERS, .body = BODY_FORM, .body_max = 128 * KB,
	 .form = &calendar_import_spec, .handle = calendar_post, .refill = calendar_get},
	{METHOD_GET, "/admin/substitutions", ARRANGERS, .form = &substitution_spec, .handle = substitutions_get},
	{METHOD_POST, "/admin/substitutions", ARRANGERS, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &substitution_spec, .handle = substitution_post, .refill = substitutions_get},
	{METHOD_POST, "/admin/substitutions/end", ARRANGERS, .body = BODY_FORM, .body_max = 4 * KB,
	 .form = &substitution_end_spec, .handle = substitution_end_post},
	{METHOD_GET, "/admin/letters", LETTER_KEEPERS, .form = &letter_spec, .handle = letters_get},
	{METHOD_POST, "/admin/letters", LETTER_KEEPERS, .body = BODY_FORM, .body_max = 8 * KB, .form = &letter_spec,
	 .handle = letter_post, .refill = letters_get},
	{METHOD_POST, "/admin/letters/end", LETTER_KEEPERS, .body = BODY_FORM, .body_max = 4 * KB,
	 .form = &letter_end_spec, .handle = letter_end_post},
	{METHOD_GET, "/admin/groups", HALL_KEEPERS, .form = &hall_group_new_spec, .handle = groups_get},
	{METHOD_POST, "/admin/groups", HALL_KEEPERS, SMALL, .form = &hall_group_new_spec, .handle = group_new_post,
	 .refill = groups_get},
	{METHOD_GET, "/admin/groups/{group}", HALL_KEEPERS, .form = &hall_group_spec, .handle = group_get},
	{METHOD_POST, "/admin/groups/{group}", HALL_KEEPERS, SMALL, .form = &hall_group_spec, .handle = group_post,
	 .refill = group_get},
	{METHOD_POST, "/admin/groups/{group}/matters", HALL_KEEPERS, SMALL, .form = &hall_group_take_spec,
	 .handle = group_take_post, .refill = group_get},
	{METHOD_GET, "/admin/windows", HALL_KEEPERS, .form = &hall_window_new_spec, .handle = windows_get},
	{METHOD_POST, "/admin/windows", HALL_KEEPERS, SMALL, .form = &hall_window_new_spec, .handle = window_new_post,
	 .refill = windows_get},
	{METHOD_GET, "/admin/windows/{window}", HALL_KEEPERS, .form = &hall_window_spec, .handle = window_get},
	{METHOD_POST, "/admin/windows/{window}", HALL_KEEPERS, SMALL, .form = &hall_window_spec, .handle = window_post,
	 .refill = window_get},
	{METHOD_POST, "/admin/windows/{window}/duty", HALL_KEEPERS, SMALL, .form = &duty_give_spec, .handle = duty_give_post,
	 .refill = window_get},
	{METHOD_POST, "/admin/windows/{window}/duty/end", HALL_KEEPERS, SMALL, .form = &duty_take_spec,
	 .handle = duty_take_post},
	{METHOD_GET, "/admin/hours", HALL_KEEPERS, .handle = hours_get},
	{METHOD_GET, "/admin/hours/{group}", HALL_KEEPERS, .form = &hours_spec, .handle = hours_group_get},
	{METHOD_POST, "/admin/hours/{group}", HALL_KEEPERS, SMALL, .form = &hours_spec, .handle = hours_group_post,
	 .refill = hours_group_get},
	{METHOD_GET, "/admin/closures", HALL_KEEPERS, .form = &closure_spec, .handle = closures_get},
	{METHOD_POST, "/admin/closures", HALL_KEEPERS, SMALL, .form = &closure_spec, .handle = closure_post,
	 .refill = closures_get},
	{METHOD_POST, "/admin/closures/end", HALL_KEEPERS, SMALL, .form = &closure_end_spec, .handle = closure_end_post},
	{.path = NULL},
};
