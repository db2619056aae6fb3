/* qr.h - QR codes as the numbers and the path of an SVG; the markup is in templates/layout/qr.tpl. */
#ifndef WRAP_QR_H
#define WRAP_QR_H

#include "base/err.h"
#include "base/mem.h"

struct qr {
	int size;         /* modules on a side, quiet zone of 4 included */
	const char *path; /* "M4 4h7v1h-7z...": one rectangle per run of dark modules */
};

/* qr_make - error correction level M.  errors: ERR_INVALID when text is empty or too long (over 1,000 bytes). */
MUST_CHECK enum err qr_make(void *ctx, const char *text, struct qr *out);

#endif
