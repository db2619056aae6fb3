/* token.h - what the QR codes of bookings, tickets and ratings carry, in the shape of a case's token (domain/case.h):
 * a letter that says what it is, then base32 of 8 bytes by which to look and the first 8 bytes of a keyed hash of letter,
 * those bytes and a version.  Nothing secret is stored; raising the version revokes a token.  A case's token has no letter
 * and is one character shorter, so that no token can be taken for another's. */
#ifndef DOMAIN_TOKEN_H
#define DOMAIN_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "wrap/crypt.h"

#define TOKEN_BOOKING 'B' /* /booking/v/{token} */
#define TOKEN_TICKET 'Q'  /* /hall/ticket/{token} */
#define TOKEN_RATING 'R'  /* /rate/{token} */
#define TOKEN_COMPLAINT 'C' /* /complain/v/{token} */
#define TOKEN_ENQUIRY 'A'   /* /ask/v/{token} */
#define TOKEN_REF_BYTES 8
#define TOKEN_LETTERED (1 + 26) /* characters */

/* token_make - ref: TOKEN_REF_BYTES bytes, random, of the row.  version: of the row, from 1. */
char *token_make(void *ctx, const struct keys *k, char letter, struct bytes ref, int64_t version);
/* token_ref - the bytes by which to look; false when it cannot be a token of this letter.  token may be NULL. */
bool token_ref(void *ctx, const char *token, char letter, struct bytes *ref);
/* token_ok - of the row with this ref and version; takes the same time whatever is wrong. */
bool token_ok(void *ctx, const struct keys *k, const char *token, char letter, struct bytes ref, int64_t version);
/* token_letter - which of the letters above this can be a token of, or 0. */
char token_letter(const char *token);

#endif
