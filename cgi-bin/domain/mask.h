/* mask.h - personal data as others may see it (PIPL 25; 行政许可法 40 asks for publication of the decision, not of the
 * person).  Names of organisations and their codes are public and are shown as they are.  All results are new strings
 * under ctx; NULL gives "".  Text is well-formed UTF-8. */
#ifndef DOMAIN_MASK_H
#define DOMAIN_MASK_H

#include "domain/identity.h"

/* mask_name - surname, then a star per character: 张*, 欧阳**, 阿**·***, J*** *****.  Two-character surnames come
 * from a list; a name of two characters shows one.  A name of one character is a star. */
char *mask_name(void *ctx, const char *name);
/* mask_identity - first 3 and last 4 of numbers with 15 characters or more (410***********0028), first 2 and last 2
 * of shorter ones, first and last below 8; a USCC is open. */
char *mask_identity(void *ctx, enum identity_type type, const char *no);
/* mask_phone - 138****0001, 0372-****567. */
char *mask_phone(void *ctx, const char *phone);
/* mask_address - up to the street, town or village, then ***; never a house number.  Nothing but *** when no place
 * of that size is found. */
char *mask_address(void *ctx, const char *address);

#endif
