/* rating_public.h - what the public sees of ratings, and the part of the clock job that keeps it true.
 *
 * Fewer than RATING_FEW ratings of something are not shown, because they might tell who gave them; and where what is hidden
 * could be found by subtraction from a shown total, the next smallest is hidden too.  Nobody who did not rate counts as
 * satisfied: their share is shown as what it is. */
#ifndef DOMAIN_RATING_PUBLIC_H
#define DOMAIN_RATING_PUBLIC_H

#include "domain/case.h"

#define RATING_FEW 5

struct rating_line {
	const char *dim;  /* all, dept, matter, window */
	const char *code, *name;
	const char *parent; /* matter: code of its department; else "" */
	int64_t invited, level[6]; /* level[5] very satisfied ... level[1]; level[0] unused */
	bool hidden;
};
int64_t rating_line_rated(const struct rating_line *l);
/* rating_line_good - hundredths of those who rated that were at least basically satisfied; 0 when nobody rated. */
int64_t rating_line_good(const struct rating_line *l);
/* rating_line_silent - tenths of a percent of those invited that did not rate, 0 ... 1000. */
int64_t rating_line_silent(const struct rating_line *l);
/* rating_percent - "93.4%" of tenths of a percent. */
char *rating_percent(void *ctx, int64_t permille);

/* rating_hide - set `hidden` where numbers are small, or would give small ones away.  A shown department's matters add up to it,
 * and shown departments add up to everything. */
void rating_hide(struct rating_line *lines, size_t n);
const struct rating_line *rating_line_find(const struct rating_line *lines, size_t n, const char *dim, const char *code);

/* rating_median - of a histogram in ascending order; *twice is the median times two; false when it is empty. */
struct rating_bin {
	int64_t value, n;
};
bool rating_median(const struct rating_bin *bins, size_t n, int64_t *twice);

struct rating_public {
	struct rating_line *lines;
	size_t nlines;
	int64_t replies, median_twice; /* orders answered in twelve months, and their median working days times two */
};
MUST_CHECK enum err rating_public_load(const struct casework *w, struct rating_public *out);

/* rating_round - for the clock job: sums of the days that changed, orders that nobody rated again, warnings near and after
 * limits, links and counters that have had their time.  Safe to run twice. */
struct rating_round {
	int64_t days, lapsed, alerts;
};
MUST_CHECK enum err rating_round(const struct casework *w, struct rating_round *out);

#endif
