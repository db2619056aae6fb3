/* mimehead.h - the two header values that a multipart form depends on: the boundary in Content-Type (RFC
 * 2046 5.1.1) and the Content-Disposition of a part (RFC 7578 4.2). */
#ifndef WEB_MIMEHEAD_H
#define WEB_MIMEHEAD_H

#include "base/err.h"

#define FILE_NAME_CHARS                                                                                      \
	120 /* of a client's file name that are kept: the last ones, so that the ending stays */

struct disposition {
	const char *name;      /* of the input; never NULL */
	const char *file_name; /* NULL: an ordinary field; "" when the client gave none that could be shown */
};

/* mime_boundary - of "multipart/form-data; boundary=...".  out: owned by ctx, 1 to 70 characters.
 * errors: ERR_UNSUPPORTED for another type, ERR_BAD_REQUEST for a boundary that is missing, double or
 * malformed. */
MUST_CHECK enum err mime_boundary(void *ctx, const char *content_type, const char **out);

/* mime_disposition - of "form-data; name=...".  value: valid UTF-8.  Takes names in quotes, with \" and
 * \\ (older browsers, curl) or %22 (browsers today) for a quote, and filename*=UTF-8''... (RFC 8187), which
 * counts before filename. The file name is cut to its base name and loses control characters and marks that
 * turn the reading direction, so that it can be shown; it is never a path.  errors: ERR_BAD_REQUEST. */
MUST_CHECK enum err mime_disposition(void *ctx, const char *value, struct disposition *out);

#endif
