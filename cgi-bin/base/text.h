/* text.h - strings: NUL-terminated UTF-8, checked at the boundary, never changed in place. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* utf8_ok - n bytes are well-formed UTF-8 (no surrogates, no overlong forms, no NUL). */
bool utf8_ok(const void *p, size_t n);
/* utf8_len - characters (code points) in a well-formed string. */
size_t utf8_len(const char *s);
/* utf8_next - code point at *s, which is moved past it; 0 at the end. */
uint32_t utf8_next(const char **s);
/* utf8_prefix - bytes that the first `chars` characters take. */
size_t utf8_prefix(const char *s, size_t chars);

bool text_empty(const char *s);               /* NULL or "" */
bool text_eq(const char *a, const char *b);   /* both non-NULL and equal */
bool text_starts(const char *s, const char *prefix);
/* text_word_in - a word of a list with blanks in between; NULL list: no. */
bool text_word_in(const char *words, const char *word);
/* text_or - s unless it is NULL or empty. */
const char *text_or(const char *s, const char *otherwise);
/* text_trim - copy without leading and trailing ASCII blanks and U+3000. */
char *text_trim(void *ctx, const char *s);
/* text_int - decimal integer, whole string, within [min,max]. */
bool text_int(const char *s, int64_t min, int64_t max, int64_t *out);

/* hex, base64url (no padding) and Crockford base32 (upper case); out is NUL-terminated. */
char *text_hex(void *ctx, const void *p, size_t n);
char *text_base64url(void *ctx, const void *p, size_t n);
bool text_unbase64url(void *ctx, const char *s, uint8_t **out, size_t *n);
char *text_base32(void *ctx, const void *p, size_t n);
/* text_unbase32 - takes lower case and the look-alikes O, I, L too. */
bool text_unbase32(void *ctx, const char *s, uint8_t **out, size_t *n);

#endif
