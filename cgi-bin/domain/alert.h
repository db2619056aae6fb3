/* alert.h - warnings for staff: before a limit, and a record when one has passed.  Once per kind, case and day. */
#ifndef DOMAIN_ALERT_H
#define DOMAIN_ALERT_H

#include "domain/case.h"

enum alert_kind {
	ALERT_FEEDBACK_OVERDUE,  /* online submission not answered in time (AY 6.1.2) */
	ALERT_DEEMING_TOMORROW,  /* one working day is left before deemed acceptance (ALL 32(4)) */
	ALERT_DEEMED,            /* accepted by law: supervision (C.2 row 8) */
	ALERT_SPECIAL_TOMORROW,  /* the time that the applicant was told for a special procedure (ALL 45) */
	ALERT_SPECIAL_OVERDUE,
	ALERT_DELIVERY_TOMORROW, /* one working day is left of the limit of ALL 44 */
	ALERT_ARCHIVE_TOMORROW,  /* paper to the archive by the end of the next month (ZJG 12(4)) */
	ALERT_ARCHIVE_OVERDUE,
	ALERT_LEGAL_TOMORROW,    /* one working day is left of the statutory limit */
	ALERT_LEGAL_OVERDUE,
	ALERT_PROMISED_TOMORROW,
	ALERT_PROMISED_OVERDUE,
	ALERT_MAIL_OVERDUE,      /* at the window for more than a working day, and not with the courier (ZJG 10(3)) */
	ALERT_DELIVERY_OVERDUE,  /* not delivered within the limit of ALL 44 */
	ALERT_UNCLAIMED,         /* nobody came for the result; the applicant was reminded */
	ALERT_PART_SILENT,       /* joint: a department gave no opinion in time; counts as no objection (REV-2) */
	ALERT_PART_OVERDUE,      /* joint: a part was not decided in time (REV-3) */
	ALERT_GAP_TOMORROW,      /* what was tolerated has to come (C.4) */
	ALERT_GAP_OVERDUE,
	ALERT_CHECK_TOMORROW,    /* a promise has to be checked (CQ 5.3.5) */
	ALERT_CHECK_OVERDUE,
	ALERT_COMPLAINT_TOMORROW, /* a complaint has to be answered (AY 6.3.5) */
	ALERT_COMPLAINT_OVERDUE,
	ALERT_ENQUIRY_TOMORROW, /* an enquiry has to be answered (GD 7.1.1) */
	ALERT_ENQUIRY_OVERDUE,
	ALERT_RATING_CONTACT_OVERDUE, /* bad rating: nobody called back within a working day (D.5) */
	ALERT_RATING_CLOSE_TOMORROW,
	ALERT_RATING_CLOSE_OVERDUE,
	ALERT_RATING_RECTIFY_TOMORROW, /* the day by which it was to be put right (GD 12.2) */
	ALERT_RATING_RECTIFY_OVERDUE,
	ALERT_KINDS
};
const char *alert_key(enum alert_kind k);
const char *alert_name(enum alert_kind k); /* 网上申请答复超时 */
const char *alert_name_of(const char *key); /* of a stored key; "" when unknown */
bool alert_before(const char *key);          /* of a stored key: the limit has not passed yet (yellow), else it has (red) */

/* alert_raise - about a day of a case; says nothing when it was raised before. */
MUST_CHECK enum err alert_raise(const struct casework *w, enum alert_kind kind, int64_t case_id,
				const char *dept_code, const char *short_no, day about);
/* alert_raise_about - the same about something that is no case.  topic: a word of alert.topic; id: its row; label: the
 * number that people know it by; dept_code "": the centre alone sees it. */
MUST_CHECK enum err alert_raise_about(const struct casework *w, enum alert_kind kind, const char *topic, int64_t id,
				      const char *dept_code, const char *label, day about);

/* clock_round - what the clock job does once: deem acceptance, raise alerts.  Safe to run twice and on several
 * machines: each case is checked again under its lock. */
struct clock_round {
	int64_t deemed, reminded, late_parts, alerts, failed;
};
MUST_CHECK enum err clock_round(const struct casework *w, struct clock_round *out);

#endif
