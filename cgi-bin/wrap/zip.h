/* zip.h - what is in a zip package, by libzip: OFD, Word and Excel files are such packages.
 *
 * Every entry is unpacked to nowhere, up to a limit, so that damage and bombs are found here and not on the
 * desk of the officer who opens the file. */
#ifndef WRAP_ZIP_H
#define WRAP_ZIP_H

#include "base/mem.h"
#include "wrap/filekind.h"

#define ZIP_ENTRIES_MAX 5000
#define ZIP_TOTAL_MAX   268435456 /* bytes, unpacked, of all entries */
#define ZIP_RATIO_FROM  33554432  /* unpacked bytes from which on */
#define ZIP_RATIO_MAX   150       /* unpacked may be no more than so many times the file */

/* zip_inspect - file: the whole package.  *kind: FILE_OFD (has OFD.xml, GB/T 33190), FILE_DOCX or FILE_XLSX
 * (have [Content_Types].xml and their main part, ECMA-376), or FILE_UNKNOWN for any other package. Gives
 * FILE_FINE, FILE_DAMAGED, FILE_LOCKED, FILE_MACRO, FILE_NESTED, FILE_TRICK or FILE_BOMB. */
enum file_fault zip_inspect(struct bytes file, enum file_kind *kind);

#endif
