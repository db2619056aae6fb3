/* rating_text.h - people's own words before anybody but a handler reads them: personal data masked, and doubts named, so
 * that a person looks first (PIPL 25).  Pure; nothing is deleted: the words as written stay sealed in the database. */
#ifndef DOMAIN_RATING_TEXT_H
#define DOMAIN_RATING_TEXT_H

#include <stdint.h>

#define TEXT_PERSONAL UINT32_C(0x01) /* numbers of documents, telephones, plates, cards, accounts, addresses of mail: masked */
#define TEXT_CONTACT UINT32_C(0x02)  /* speaks of a name, an address or an account of somebody: a person looks at it */
#define TEXT_INSULT UINT32_C(0x04)   /* a word of the list of insults, also with blanks or signs in between */
#define TEXT_REPEATED UINT32_C(0x08) /* the same sign over and over: a script or a cat on the keyboard */
#define TEXT_MANY UINT32_C(0x10)     /* not of the text: more ratings of one person on a day than the limit */
#define TEXT_SAME UINT32_C(0x20)     /* not of the text: one person wrote the same about another service in these days */

/* text_masked - copy of well-formed UTF-8 with personal data masked: 410***********0028, 138****0001, 示A*****; *flags are
 * the doubts.  NULL gives "". */
char *text_masked(void *ctx, const char *text, uint32_t *flags);
/* text_flags_keys - "insult personal"; text_flags_names - "含辱骂词语、含个人信息" of stored keys. */
char *text_flags_keys(void *ctx, uint32_t flags);
char *text_flags_names(void *ctx, const char *keys);

#endif
