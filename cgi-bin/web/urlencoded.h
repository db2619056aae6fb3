/* urlencoded.h - percent encoding: queries, form bodies and paths, read strictly; links, written.
 *
 * A '%' that is not followed by two hex digits, a NUL and bytes that are not UTF-8 make the whole input
 * ERR_BAD_REQUEST: no text that came in here can mean one thing to us and another thing to somebody else. */
#ifndef WEB_URLENCODED_H
#define WEB_URLENCODED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "web/request.h"

#define URLENCODED_PAIRS_MAX 1000
#define URLENCODED_NAME_MAX  200 /* bytes, decoded */

/* urlencoded_parse - application/x-www-form-urlencoded (WHATWG URL 5.1, but strict) in n bytes: a query, or a
 * whole body. out: the pairs in the order they came, owned by ctx; "a" is {"a", ""}; a pair without a name is
 * left out. errors: ERR_BAD_REQUEST; ERR_TOO_LARGE for too many pairs or a name that is too long. */
MUST_CHECK enum err urlencoded_parse(void *ctx, const char *p, size_t n, struct pairs *out);

/* path_decode - the path of a request line in n bytes, without its query.
 * out: "/" or "/a/b", owned by ctx.  Paths are refused, never repaired: no "." or ".." segment, no empty
 * segment but a last one, no encoded slash, no backslash, no control character, in whatever way they are
 * spelt. errors: ERR_BAD_REQUEST. */
MUST_CHECK enum err path_decode(void *ctx, const char *p, size_t n, const char **out);

/* url_decode - n bytes with percent decoding (RFC 3986 2.1); plus: '+' is a space.
 * out: UTF-8 without NUL, owned by ctx, or NULL when the input breaks the rules above. */
char *url_decode(void *ctx, const char *p, size_t n, bool plus);

/* url_encode - text as one path segment or query value: everything but RFC 3986's unreserved characters is
 * escaped. */
char *url_encode(void *ctx, const char *text);
/* url_with - url with "?name=value" or "&name=value" added; value NULL gives the url as it is. */
char *url_with(void *ctx, const char *url, const char *name, const char *value);

#endif
