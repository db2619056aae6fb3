/* window.h - service groups, windows, and who sits where (WIN-1, CAT-6, CQ 5.11.1, GD 9.2).  Each change is a transaction with its
 * entry in the record of changes. */
#ifndef DOMAIN_WINDOW_H
#define DOMAIN_WINDOW_H

#include "domain/hall_change.h"

#define ZONES_MAX 6 /* more zones than this are hard to find one's way in (GD 9.2) */

/* Types of window (WIN-1).  window_kinds ends with a row whose key is NULL. */
struct window_kind {
	const char *key, *name, *help;
};
extern const struct window_kind window_kinds[];
const char *window_kind_name(const char *key); /* 潮汐窗口; "" when unknown */

/* group_code_ok, window_code_ok - of a group: one or two capital letters; of a window: letters and digits, a letter first, at most 8. */
bool group_code_ok(const char *code);
bool window_code_ok(const char *code);

/* --- groups ------------------------------------------------------------------------------------------------------ */

struct hall_group {
	const char *code, *name, *summary;
	int64_t serve_min; /* minutes that one person usually takes */
	bool bookable;
	int64_t position;
};
/* hall_group_find - errors: ERR_NOT_FOUND. */
MUST_CHECK enum err hall_group_find(const struct casework *w, const char *code, struct hall_group *out);
/* hall_group_add - errors: ERR_DUPLICATE. */
MUST_CHECK enum err hall_group_add(const struct casework *w, const struct actor *a, const struct hall_group *g);
/* hall_group_set - when it can be booked no more, whoever booked is displaced: then sure (of *again, when it was shown) must fit.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT with *people and *again: to be confirmed. */
MUST_CHECK enum err hall_group_set(const struct casework *w, const struct actor *a, const struct hall_group *g, const char *sure,
				   struct displaced *people, const char **again);
#define NOT_BOOKABLE_WHY "开放时间有调整，这个时间不再办理" /* what people are told, as of any time that the rules know no more */
/* hall_group_take - a matter is handled in this group from now on; bookings that were made stay where they are. */
MUST_CHECK enum err hall_group_take(const struct casework *w, const struct actor *a, const struct hall_group *g,
				    const char *matter_code, const char *matter_name);

/* --- windows ------------------------------------------------------------------------------------------------------ */

struct hall_window {
	const char *code, *name, *kind, *zone;
	bool enabled;
	int64_t position;
	const char **groups; /* codes of those it serves */
	size_t ngroups;
};
/* hall_window_add - errors: ERR_DUPLICATE. */
MUST_CHECK enum err hall_window_add(const struct casework *w, const struct actor *a, const struct hall_window *x);
/* hall_window_set - errors: ERR_NOT_FOUND; ERR_CONFLICT with *say: it cannot be taken away now. */
MUST_CHECK enum err hall_window_set(const struct casework *w, const struct actor *a, const struct hall_window *x, const char **say);

/* --- duties -------------------------------------------------------------------------------------------------------- */

struct duty {
	const char *window, *login;
	const char *post; /* A or B */
	day from_day, until_day; /* DAY_NONE: open */
};
/* duty_give - errors: ERR_NOT_FOUND: no such window; ERR_CONFLICT with *say: no such officer, none who may sit at a window, or one
 * who has a post there in that time (nobody stands in for themselves). */
MUST_CHECK enum err duty_give(const struct casework *w, const struct actor *a, const struct duty *d, const char **say);
/* duty_take - ends with yesterday, or with today when it began today; one that has not begun is gone.  errors: ERR_NOT_FOUND. */
MUST_CHECK enum err duty_take(const struct casework *w, const struct actor *a, const char *window, int64_t id);

#endif
