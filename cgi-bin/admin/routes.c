#include "admin/admin.h"
#include "admin/forms.h"

FORM_DEFINE(calendar_import, CALENDAR_IMPORT)
FORM_DEFINE(substitution, SUBSTITUTION)
FORM_DEFINE(substitution_end, SUBSTITUTION_END)
FORM_DEFINE(letter, LETTER)
FORM_DEFINE(letter_end, LETTER_END)

#define KB 1024

/* City administrators keep the calendar; heads of the centre and unit administrators arrange who stands in. */
#define CALENDAR_KEEPERS LET_STAFF, .roles = ROLE_CITY_ADMIN
/* letters of authorisation: of one's own unit, and of all by the administrators of the platform (ORG-1) */
#define LETTER_KEEPERS LET_STAFF, .roles = ROLE_UNIT_ADMIN | ROLE_CITY_ADMIN
#define ARRANGERS LET_STAFF, .roles = ROLE_MANAGER | ROLE_UNIT_ADMIN | ROLE_CITY_ADMIN

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
	{.path = NULL},
};
