/* freetext.h - what people write in their own words, before others read it: other people's data in it, and rudeness.
 * Nothing is thrown away because of it: rude words go to a person first, and numbers are masked wherever the text is public. */
#ifndef DOMAIN_FREETEXT_H
#define DOMAIN_FREETEXT_H

#include <stdbool.h>

/* freetext_mask - the text with identity numbers, card numbers, mobile telephones and e-mail addresses replaced by stars of the
 * same length (also when written with blanks, dashes or full-width digits).  Landlines, dates, case numbers and amounts stay.
 * text: well-formed UTF-8; NULL gives "".  Under ctx. */
char *freetext_mask(void *ctx, const char *text);
/* freetext_rude - it holds a word of the list, also with blanks or signs between its characters. */
bool freetext_rude(void *ctx, const char *text);

#endif
