/* promisepage.h - the letters of notification and commitment on a page, before they are issued: to be read and agreed to. */
#ifndef PARTS_PROMISEPAGE_H
#define PARTS_PROMISEPAGE_H

#include "domain/commitment.h"
#include "wrap/tpl.h"

/* promisepage_text - lead and sections, into {{>LETTER_TEXT}} of d. */
void promisepage_text(struct tpl *d, const struct commitment *text);
/* promisepage_gap - the full sentence of the promise to bring materials later: which, and within how long. */
const char *promisepage_gap(void *ctx, const struct casefile *c);

#endif
