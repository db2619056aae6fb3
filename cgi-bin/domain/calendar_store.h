/* calendar_store.h - the calendar in the database: loading it, and importing a year. */
#ifndef DOMAIN_CALENDAR_STORE_H
#define DOMAIN_CALENDAR_STORE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/time.h"
#include "domain/calendar.h"
#include "domain/calendar_file.h"
#include "wrap/db.h"

/* calendar_load - all years of a region, in one statement.  region: conf's `region`.
 * errors: ERR_UNAVAILABLE, ERR_INTERNAL (logged).  An empty table is a calendar that covers no year. */
MUST_CHECK enum err calendar_load(struct db *db, void *ctx, const char *region, const struct calendar **out);

struct calendar_import {
	const char *region;    /* CALENDAR_NATION or six digits of an administrative division */
	int year;
	const char *text;      /* the CSV file */
	size_t size;           /* its bytes */
	const char *notice_no; /* number of the notice, e.g. 国办发明电〔2025〕7号 */
	const char *note;      /* where the data comes from; may be "" */
	bool preview;          /* compare only, write nothing */
	msec now;
};

struct calendar_report {
	struct calendar_faults faults;   /* when ERR_INVALID */
	struct calendar_changes changes; /* made, or to be made; empty when the year is like that already */
	msec imported_before;            /* when this year was imported last; MSEC_NONE: never */
	const char *notice_before;       /* under which notice; NULL: never */
};

/* calendar_import - check a file and make the year like it, in one transaction.  The same file again changes
 * nothing.  A year in use may change; limits that were set from the old table stay as they are, and
 * `imported_before` tells the caller to say so.  A region's year needs the nation's year first.
 * errors: ERR_INVALID with report->faults; ERR_CONFLICT when somebody else imports; ERR_UNAVAILABLE. */
MUST_CHECK enum err calendar_import(struct db *db, void *ctx, const struct calendar_import *in,
				    struct calendar_report *report);

#endif
