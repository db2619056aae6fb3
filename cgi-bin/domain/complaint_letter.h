/* complaint_letter.h - 投诉处理书, the written reply to a complaint: put down as it is printed when it is issued, one for each level
 * that answers, and never changed (AY 6.3.5, FBK-3).  Pages and PDFs print these words and no others; only the addressee and
 * the QR code are made anew, because they depend on who reads it. */
#ifndef DOMAIN_COMPLAINT_LETTER_H
#define DOMAIN_COMPLAINT_LETTER_H

#include "domain/complaint.h"

struct complaint_letter {
	const struct sql_complaint_letter_row *r;
	const char *words; /* the reply, in clear */
};
/* complaint_letter_issue - inside the transaction that answers.  finding: key; until: last day to say that it is not settled. */
struct complaint_letter_new {
	const char *number, *finding, *words;
	day until;
};
MUST_CHECK enum err complaint_letter_issue(const struct casework *w, const struct complaint *c, const struct actor *a,
					   const struct complaint_letter_new *n);

/* complaint_letter_load - of one level.  errors: ERR_NOT_FOUND. */
MUST_CHECK enum err complaint_letter_load(const struct casework *w, const struct complaint *c, int64_t level,
					  struct complaint_letter *out);
/* complaint_addressee - the name of who wrote, in clear, for their own account alone; masked for whoever has the receipt and for
 * officers; nobody's when it is anonymous. */
MUST_CHECK enum err complaint_addressee(const struct casework *w, const struct complaint *c, int64_t account_id, const char **out);

#endif
