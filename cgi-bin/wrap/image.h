/* image.h - is a JPEG or PNG whole?  Reads the structure only: no pixel is decoded, so nothing can be blown
 * up. */
#ifndef WRAP_IMAGE_H
#define WRAP_IMAGE_H

#include "base/mem.h"
#include "wrap/filekind.h"

#define IMAGE_SIDE_MAX   32767     /* pixels */
#define IMAGE_PIXELS_MAX 300000000 /* an A1 drawing scanned at 600 dpi */

/* jpeg_inspect - ITU-T T.81 Annex B: segments from SOI to EOI, a frame that browsers show (baseline or
 * progressive), at least one scan.  Bytes after EOI are left alone: phones put more pictures there.
 * png_inspect - PNG (ISO/IEC 15948) 5: signature, every chunk inside the file and with the right CRC, IHDR
 * first, IDAT, IEND. Both give FILE_FINE, FILE_DAMAGED or FILE_IMAGE_HUGE. */
enum file_fault jpeg_inspect(struct bytes file);
enum file_fault png_inspect(struct bytes file);

#endif
