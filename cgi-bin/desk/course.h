/* course.h - the course of a case on the officers' page. */
#ifndef DESK_COURSE_H
#define DESK_COURSE_H

#include "desk/desk.h"

struct course {
	struct request *q;
	const struct casework *w;
	const struct casefile *c;
	int64_t seen; /* version that this officer saw last, 0: none */
	const struct sql_case_files_row *files; /* of the case */
	size_t nfiles;
	/* filled by course_show */
	struct sql_case_events_row *events;
	struct sql_case_ledger_row *ledger;
	struct sql_alerts_of_case_row *alerts;
	size_t nevents, nledger, nalerts;
};

/* course_show - clocks with both limits, the ledger, facts of review and decision, documents and events, into d. */
MUST_CHECK enum err course_show(struct course *s, struct tpl *d);

#endif
