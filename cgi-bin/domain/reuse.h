/* reuse.h - material that the portal holds already is offered, not asked for again (INT-11; AY 6.2.4; CQ 5.5.1).
 *
 * A certificate of the library that is valid today is a material when
 *   - the result that it is has, in the matter that gave it, a licence_code, and that is the material's e_licence_code; or
 *   - it is called exactly what the material is called.
 * A file of an earlier case of the same person (by document number) is one when
 *   - the material is marked reusable, and the file was first uploaded within its reuse_months;
 *   - it was handed in as the same material: the same matter and key, or the same name in another matter;
 *   - an officer found it right, and the case was accepted with it.
 * Nothing is taken over by itself: the applicant sees where it comes from and presses once, or hands in another. */
#ifndef DOMAIN_REUSE_H
#define DOMAIN_REUSE_H

#include "domain/draft.h"

struct reuse_offer {
	const char *item;       /* material key */
	int64_t certificate_id; /* or 0 */
	int64_t file_id;        /* or 0 */
	const char *name;       /* of the certificate, or of the file */
	const char *number;     /* of the certificate, or NULL */
	day valid_until;        /* of the certificate; DAY_NONE: without end, or a file */
	msec at;                /* issued, or first uploaded */
	const char *short_no, *matter_name; /* the case that a file comes from; NULL for a certificate */
	int64_t size;           /* of a file */
};
struct reuse_offers {
	struct reuse_offer *at;
	size_t n;
};
/* reuse_offers - what fits the materials of a draft or correction, one certificate and one file per material at most, the
 * newest. */
MUST_CHECK enum err reuse_offers(const struct casework *w, const struct casefile *c, struct reuse_offers *out);

/* reuse_take - use one of them: exactly what was offered and is still to be had.
 * errors: those of draft_file_add; ERR_NOT_FOUND when it is no offer (any more). */
MUST_CHECK enum err reuse_take(const struct casework *w, const struct actor *a, int64_t case_id, const char *item,
			       int64_t certificate_id, int64_t file_id, const char **say);

/* reuse_months - for how long a file of this material may be used again. */
#define REUSE_MONTHS_MOST 120

#endif
