/* rating_review.h - the queue of ratings that a person looks at before their words are public or their number counts: insults,
 * other people's data, scripts, many ratings of one person.  Whatever is decided is kept with its reason; nothing is deleted. */
#ifndef DOMAIN_RATING_REVIEW_H
#define DOMAIN_RATING_REVIEW_H

#include "domain/case.h"

struct rating_verdict {
	bool publish, counts;
	const char *note; /* why */
};
/* rating_review - by an officer who is not the one rated.  A bad rating that counts from now on opens its order now.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT when somebody else was first. */
MUST_CHECK enum err rating_review(const struct casework *w, const struct actor *a, int64_t id, const struct rating_verdict *v);

#endif
