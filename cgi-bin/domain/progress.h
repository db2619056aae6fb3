/* progress.h - what anybody who holds the receipt may see of a case: one statement, one round trip; one more for the parts of a
 * joint case. */
#ifndef DOMAIN_PROGRESS_H
#define DOMAIN_PROGRESS_H

#include "domain/case_part.h"

struct progress_step {
	int64_t seq;
	msec at;
	enum action action;
	const char *told;   /* 窗口已收件 */
	enum state to;
	const char *reason; /* or NULL */
	int64_t document_id; /* 0: none that the applicant may see */
	const char *document_kind, *document_title, *document_number; /* NULL without one */
};

struct progress {
	int64_t case_id, account_id, version;
	struct bytes ref;
	int64_t token_version;
	const char *case_no, *short_no;
	const char *matter_code, *matter_name, *dept_name;
	const char *channel, *delivery;
	const char *applicant_kind, *applicant_name; /* the page masks the name */
	enum state state;
	enum turn turn;
	msec submitted_at;
	day received_day, accepted_day;
	day due[CLOCK_COUNT];
	uint32_t running; /* CLOCK_BIT of each clock that runs */
	bool provisional;
	const char *outcome; /* NULL until decided; granted, refused, forwarded */
	struct case_part *parts; /* of a joint case, from acceptance */
	size_t nparts;
	const char *collect; /* several results: together, singly; NULL: one result */
	day next_due;
	bool bookable; /* a visit to the window for this case can be booked */
	struct progress_step *steps; /* oldest first, those that the applicant may see; an event with two documents is two steps */
	size_t nsteps;
	size_t nevents; /* in the trail, staff's own included */
	struct bytes head; /* hash of the last event */
};

/* progress_by_token - a QR code.  errors: ERR_NOT_FOUND for anything that is not a valid token. */
MUST_CHECK enum err progress_by_token(const struct casework *w, const char *token, struct progress **out);
/* progress_by_number - case number or short number and query code, as typed.
 * errors: ERR_NOT_FOUND, the same for a wrong code and an unknown number, after the same work. */
MUST_CHECK enum err progress_by_number(const struct casework *w, const char *number, const char *code,
				       struct progress **out);

/* progress_number - a case number or short number as it is stored, however it was typed; NULL when it cannot be one. */
const char *progress_number(void *ctx, const char *typed);

/* rate_take - count a try.  bucket: "progress:" and an address, at most 96 bytes of ASCII.
 * errors: ERR_RATE when there were more than `limit` in `window_ms`. */
MUST_CHECK enum err rate_take(const struct casework *w, const char *bucket, int64_t limit, int64_t window_ms);

#endif
