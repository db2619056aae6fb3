/* papertags.h - what a PDF needs, besides the tags that cairo writes, to be read out: its language, its title as the name of
 * the window, and what each picture shows.  By qpdf. */
#ifndef WRAP_PAPERTAGS_H
#define WRAP_PAPERTAGS_H

#include "base/err.h"
#include "base/mem.h"
#include "wrap/json.h"

/* papertags_finish - figures: texts, one for each Figure in the order in which they were drawn.  The same input gives the same bytes.
 * errors: ERR_INTERNAL. */
MUST_CHECK enum err papertags_finish(void *ctx, struct bytes in, const struct json *figures, struct bytes *out);

#endif
