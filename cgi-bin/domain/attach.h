/* attach.h - files that the department adds to what it puts on record inside: an opinion, the result of a special procedure,
 * a check of promises (REV-1; C.2 row 12).
 *
 * They lie beside the materials, under items of their own: ATTACH_NEW until the act is done, then "o." and the number of the
 * event that they belong to; from then on nothing changes them.  Officers who may open the case see them, the applicant
 * never does. */
#ifndef DOMAIN_ATTACH_H
#define DOMAIN_ATTACH_H

#include "domain/draft.h"

#define ATTACH_NEW "o.new"

/* attach_item - the item of a file is one of these. */
bool attach_item(const char *item);
/* attach_takes - this act takes along what was attached. */
bool attach_takes(enum action action);
/* attach_open - such an act is open to this officer now, so they may add files for it and take them out again. */
bool attach_open(const struct casework *w, const struct casefile *c, const struct actor *a);

/* attach_add, attach_remove - as draft_file_add and draft_file_remove. */
MUST_CHECK enum err attach_add(const struct casework *w, const struct actor *a, int64_t case_id,
			       const struct draft_file *file, int64_t *file_id, const char **say);
MUST_CHECK enum err attach_remove(const struct casework *w, const struct actor *a, int64_t case_id, int64_t file_id,
				  const char **say);

/* attach_bind - inside the transaction of case_apply, before the event is recorded: the waiting files belong to event seq.
 * *note, which the event keeps and its hash covers, names each of them with the hash of its content. */
MUST_CHECK enum err attach_bind(const struct casework *w, int64_t case_id, enum action action, int64_t seq,
				const char **note);

#endif
