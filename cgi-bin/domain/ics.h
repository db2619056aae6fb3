/* ics.h - a visit as a calendar file that phones take in (RFC 5545): UTC times, lines of at most 75 octets, CRLF. */
#ifndef DOMAIN_ICS_H
#define DOMAIN_ICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/time.h"

struct ics_event {
	const char *uid;      /* the same for the life of the booking: a changed time replaces the old entry */
	int64_t sequence;     /* raised by each change (3.8.7.4) */
	bool cancelled;
	msec stamp, start_at, end_at;
	const char *summary, *location, *description, *url;
};
/* ics_text - the whole file; texts are escaped and folded. */
char *ics_text(void *ctx, const struct ics_event *e);

#endif
