/* bookings.h - what the desk's pages about visits share. */
#ifndef DESK_BOOKINGS_H
#define DESK_BOOKINGS_H

#include "domain/booking.h"
#include "web/request.h"

/* booking_log - somebody's booking was looked for, made or changed by this officer (domain H).  fields: at most 120 bytes of ASCII. */
MUST_CHECK enum err booking_log(const struct request *q, const char *fields, const char *reason);
/* booking_name - as lists show it: of people only in part. */
const char *booking_name(void *ctx, const char *kind, const char *name);
/* booking_open - another time can still be agreed, or the visit cancelled. */
bool booking_open(const struct request *q, enum booking_state s, msec start_at, msec displaced_at);

#endif
