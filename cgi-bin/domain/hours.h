/* hours.h - opening hours of a group, changed for some weekdays from a day on: what held until then ends the day before and stays
 * on record, what was planned for later is given up.  Slots follow with the next round of the clock job, which also tells those
 * whose booked time is gone and keeps another for them. */
#ifndef DOMAIN_HOURS_H
#define DOMAIN_HOURS_H

#include "domain/hall_change.h"
#include "domain/slot.h"

#define WEEKDAYS 7
#define HOURS_SPANS 2 /* before and after noon */
#define WEEKDAY_BIT(weekday) (UINT32_C(1) << (weekday))

struct hours {
	const char *group, *group_name;
	uint32_t weekdays; /* WEEKDAY_BIT of those that change, 1 Monday to 7 Sunday */
	struct opening_span span[HOURS_SPANS];
	size_t nspans; /* 0: not open on these weekdays; a working Saturday or Sunday then goes by Friday again */
	day from_day;  /* tomorrow or later */
};

/* Rules of a group that hold on some day from today on. */
struct hours_rules {
	struct opening_rule *at;
	int64_t *id; /* of each */
	size_t n;
};

struct hours_effect {
	struct displaced people;
	int64_t gone, fresh, changed; /* slots until `last` that vanish, are new, have another number of places */
	day last;                     /* last day for which places are made */
	const char *sure;             /* to confirm it with */
};
/* hours_preview - as things are now.  errors: ERR_NOT_FOUND: no such group. */
MUST_CHECK enum err hours_preview(const struct casework *w, const struct actor *a, const struct hours *h, struct hours_effect *out);
/* hours_set - the rows of the group are locked, and what is confirmed is what was shown.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT: the effect is another one than was shown. */
MUST_CHECK enum err hours_set(const struct casework *w, const struct actor *a, const struct hours *h, const char *sure);

/* --- in words ------------------------------------------------------------------------------------------------- */

/* hours_span_text - 09:00—12:00（每 30 分钟 6 个号） */
char *hours_span_text(void *ctx, const struct opening_span *s);
/* hours_text - of one weekday by the rules that hold on day d; "" when there are none. */
char *hours_text(void *ctx, const struct hours_rules *r, day d, int weekday);
/* hours_weekdays - 星期一、星期三到星期五.  bits: WEEKDAY_BIT. */
char *hours_weekdays(void *ctx, uint32_t bits);
/* hours_change_days - today, and each later day on which some rule begins or has ended; in order.  Returns how many. */
size_t hours_change_days(void *ctx, const struct hours_rules *r, day today, day **out);

#endif
