/* booking_pages.h - visits booked beforehand: what for, which day and time, the form while the place is held, the booking. */
#ifndef BOOKING_BOOKING_PAGES_H
#define BOOKING_BOOKING_PAGES_H

#include "domain/booking.h"
#include "domain/waitlist.h"
#include "parts/work.h"
#include "web/route.h"

extern const struct route booking_routes[];

handler choose_get;                          /* choose.c: matter or group */
handler month_get, day_get;                  /* calendar.c */
handler take_post, hold_get, confirm_post, drop_post; /* hold.c: ten minutes for the form */
handler visit_get, visit_ics_get, visit_cancel_post, visit_appeal_post; /* visit.c: one booking */
handler mine_get, wait_post, wait_leave_post; /* mine.c: own bookings, the waiting list */

/* subject_of - {subject} of the address, with what the visitor may see of it.  errors: ERR_NOT_FOUND; ERR_CONFLICT. */
MUST_CHECK enum err subject_of(struct request *q, const struct casework *w, struct booking_subject *s);
/* subject_show - what for, in the head of each page. */
void subject_show(const struct request *q, struct tpl *d, const struct booking_subject *s);
/* bar_show - section BARRED when this person may not book online now.  *barred says so. */
MUST_CHECK enum err bar_show(struct request *q, const struct casework *w, struct tpl *d, bool *barred);
/* already_show - section ALREADY: the booking that this person has for it. */
MUST_CHECK enum err already_show(struct request *q, const struct casework *w, struct tpl *d, int64_t id);
/* when_show - VISIT_DAY and VISIT_TIME: 3月5日（星期四） and 09:30—10:00, which no line breaks. */
void when_show(const struct request *q, struct tpl *d, msec start_at, msec end_at);
/* day_param - {day} of the address. */
MUST_CHECK enum err day_param(const struct request *q, day *d);

#endif
