/* multipart.h - multipart/form-data (RFC 7578), read as it arrives: in pieces of any size, so that a file of
 * 20 MB goes to the store's temporary folder and never sits in memory.
 *
 *   multipart_begin → multipart_feed for each piece of the body → multipart_end
 *
 * Strict, because nothing but browsers and tests sends this: every part is form-data with a name, text is
 * UTF-8 without NUL, the last boundary is there and the body is as long as was announced.  After an error
 * every temporary file is gone. */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "web/request.h"

struct store;

#define MULTIPART_HEADER_MAX 8192    /* bytes of one part's header lines */
#define MULTIPART_FIELDS_MAX 1000    /* parts that are not files */
#define MULTIPART_NAME_MAX   200     /* bytes of a field's name */
#define MULTIPART_FIELD_MAX  65536   /* bytes of one field */
#define MULTIPART_TEXT_MAX   1048576 /* bytes of all fields together */

struct multipart_limits {
	int64_t file_bytes; /* of one file */
	size_t files;
};

struct multipart;

/* multipart_begin - content_type and content_length are the request's.  Everything is owned by ctx.
 * errors: ERR_UNSUPPORTED, ERR_BAD_REQUEST. */
MUST_CHECK enum err multipart_begin(void *ctx, struct store *store, const char *content_type,
				    int64_t content_length, struct multipart_limits limits,
				    struct multipart **out);
/* multipart_feed - the next n bytes.  errors: ERR_BAD_REQUEST, ERR_TOO_LARGE, ERR_UNAVAILABLE; the same one
 * again when it is called after an error. */
MUST_CHECK enum err multipart_feed(struct multipart *m, const void *p, size_t n);
/* multipart_end - no more bytes.  out: fields and files in the order they came, valid as long as ctx; a file
 * input that was left empty is not among them.  errors: as multipart_feed. */
MUST_CHECK enum err multipart_end(struct multipart *m, struct pairs *fields, struct uploads *files);

#endif
