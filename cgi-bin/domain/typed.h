/* typed.h - numbers and codes as people type them, brought into one form before they are checked. */
#ifndef DOMAIN_TYPED_H
#define DOMAIN_TYPED_H

#include <stdbool.h>
#include <stddef.h>

#define TYPED_MAX 120                 /* characters kept: more than any number has, so a longer one stays too long */
#define TYPED_TEXT (TYPED_MAX * 4 + 1) /* bytes, with the NUL */

/* typed_fold - full-width letters, digits and signs become ASCII, lower case upper, every kind of dash '-', every kind
 * of bracket '(' or ')'; blanks and invisible characters go.  Other characters stay, for the check to name.
 * s: well-formed UTF-8; NULL counts as "".  Returns out. */
char *typed_fold(const char *s, char out[static TYPED_TEXT]);
/* typed_strip - take every character of `drop` (ASCII) out of s, in place.  Returns s. */
char *typed_strip(char *s, const char *drop);
/* typed_digits_repair - letters that look like digits (O, I, L) become those, in n characters of s that can only be
 * digits. */
void typed_digits_repair(char *s, size_t n);
/* typed_digits - the first n characters of s are decimal digits. */
bool typed_digits(const char *s, size_t n);
/* typed_number - value of n decimal digits, n <= 9, that typed_digits has seen. */
int typed_number(const char *s, size_t n);

#endif
