/* filecheck.h - is an uploaded file what it says it is, whole, readable by the officer and harmless?
 *
 * The kind is decided by content: an allow-list of first bytes at offset 0, then the structure.  Only the
 * upload program calls this: it brings in libqpdf and libzip.  The sentences for a verdict are in
 * wrap/filekind.h. */
#ifndef WRAP_FILECHECK_H
#define WRAP_FILECHECK_H

#include "base/err.h"
#include "base/mem.h"
#include "wrap/filekind.h"

#define FILECHECK_SECONDS 20        /* for one file */
#define FILECHECK_MEMORY  805306368 /* bytes of address space for the check */

/* filecheck_run - check the file at path in a child process, so that a file which makes a library crash, loop
 * or ask for more memory than there is cannot harm this one: a crash counts as FILE_DAMAGED, no answer in
 * time as FILE_TOO_COMPLEX. Blocks; 2 ms for a photo, seconds for the worst.  file_name: as the client said;
 * path: may be NULL when size is 0. errors: ERR_UNAVAILABLE when the file cannot be read or no process can be
 * made. */
MUST_CHECK enum err filecheck_run(const char *path, int64_t size, const char *file_name,
				  const struct file_rules *rules, struct file_verdict *out);

/* filecheck_bytes - the same judgement in this process, of bytes in memory; for the child, tests and fuzz
 * targets. */
struct file_verdict filecheck_bytes(struct bytes file, const char *file_name, const struct file_rules *rules);

#endif
