/* imagestrip.h - photographs without what the camera wrote beside the picture: place, time, device, owner, thumbnails. */
#ifndef WRAP_IMAGESTRIP_H
#define WRAP_IMAGESTRIP_H

#include <stdbool.h>

#include "base/mem.h"
#include "wrap/filekind.h"

/* image_strip - a JPEG or PNG that filecheck found whole, without notes, thumbnails and whatever follows the picture.  The
 * picture itself is copied bit by bit; the note which way up it was held goes too.  *out under ctx.
 * False for other kinds, and for a file that does not read to its end. */
bool image_strip(void *ctx, enum file_kind kind, struct bytes in, struct bytes *out);

#endif
