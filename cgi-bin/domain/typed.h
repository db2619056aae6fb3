/* typed.h - numbers and codes as people type them, brought into one form before they are checked. */
#ifndef DOMAIN_TYPED_H
#define DOMAIN_TYPED_H

#include <stdbool.h>
#include <stddef.h>

#define TYPED_MAX 120 /* characters kept; more than any number has, so that a longer one is still too long */

/* typed_fold - copy of a well-formed string: full-width letters, digits and signs become ASCII, lower case upper,
 * every kind of dash '-', every kind of bracket a round one; blanks and invisible characters go.  Other characters
 * stay, for the check to name.  NULL gives "". */
char *typed_fold(void *ctx, const char *s);
/* typed_strip - remove every character of `drop` (ASCII) from s, in place; returns s. */
char *typed_strip(char *s, const char *drop);
/* typed_digits - s is exactly n decimal digits and then ends. */
bool typed_digits(const char *s, size_t n);

#endif
