/* commitment.h - the two letters of notification and commitment: what the authority tells (行政审批机关告知书, CQ App B.1) and
 * what the applicant promises (信用承诺书, App B.2).
 *
 * The sentences are the standard's own; only its blanks are filled: matter, basis, conditions, materials, the last day,
 * and the city in the name of the site where the letter is published.  One thing is put right: figure B.1 prints
 * 行政行政许可实施机关 once, with the first word twice. */
#ifndef DOMAIN_COMMITMENT_H
#define DOMAIN_COMMITMENT_H

#include "domain/case.h"
#include "domain/matter.h"
#include "wrap/json.h"

struct commitment_section {
	const char *title; /* 一、审批依据; "" when the letter has no headings */
	const char **line;
	size_t n;
};
struct commitment {
	const char *lead;
	struct commitment_section *section;
	size_t n;
};

/* What fills the blanks. */
struct commitment_blanks {
	const struct matter *matter;
	const struct casefile *c;         /* NULL: nothing is chosen yet; the numbers of materials stay blank */
	const struct material_need *need; /* which materials the answers call for, or NULL: those that the case has, else all */
	day gap_due;                      /* last day of what comes later; DAY_NONE: not known yet */
	const char *city;
};
/* commitment_notice - the authority's letter, seven sections.  commitment_letter - the applicant's, nine sentences. */
void commitment_notice(void *ctx, const struct commitment_blanks *b, struct commitment *out);
void commitment_letter(void *ctx, const struct commitment_blanks *b, struct commitment *out);
/* commitment_put - lead and sections, as document.data has them. */
void commitment_put(struct json *o, const struct commitment *text);

#endif
