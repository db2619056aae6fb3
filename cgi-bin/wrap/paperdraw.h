/* paperdraw.h - blocks of wrap/paper.h as a PDF, by cairo and pango.  For the helper program and tests: it brings in both
 * libraries and takes 50 MB for a moment. */
#ifndef WRAP_PAPERDRAW_H
#define WRAP_PAPERDRAW_H

#include "base/err.h"
#include "base/mem.h"

/* paperdraw_pdf - errors: ERR_INVALID when the blocks cannot be read, ERR_INTERNAL when the library fails. */
MUST_CHECK enum err paperdraw_pdf(void *ctx, struct bytes blocks, struct bytes *pdf);

#endif
