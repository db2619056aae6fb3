/* package.h - archive packages: zip files of our own making, by libzip, with the same bytes for the same contents.
 *
 * Entries are stored, not compressed: what a compressor makes of the same text depends on its version, uploads are
 * compressed already, and a reader then never unpacks more than is on the disk.  Times are 1980-01-01 and every entry has
 * the same mode, so that nothing of the machine or the hour gets in.  Names are a-z 0-9 . _ - and '/' between folders. */
#ifndef WRAP_PACKAGE_H
#define WRAP_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "wrap/crypt.h"

#define PACKAGE_NAME_MAX 120
#define PACKAGE_FILES_MAX 20000

/* package_name_ok - fit to be the name of an entry. */
bool package_name_ok(const char *name);

/* --- writing -------------------------------------------------------------------------------------- */

struct package; /* being made; nothing is at its path before package_end */

/* package_begin - for a file at `path`, whose folder exists. */
struct package *package_begin(void *ctx, const char *path);
/* package_add - in the order in which they shall stand in it.  bytes: copied.  package_add_file: read at package_end. */
MUST_CHECK enum err package_add(struct package *p, const char *name, struct bytes bytes);
MUST_CHECK enum err package_add_file(struct package *p, const char *name, const char *path);
/* package_end - write it: whole and on the disk, mode 0440, or not there.  It replaces what was at the path.
 * sum, size: of the package.  errors: ERR_UNAVAILABLE, logged. */
MUST_CHECK enum err package_end(struct package *p, uint8_t sum[static HASH_SIZE], int64_t *size);

/* --- reading -------------------------------------------------------------------------------------- */

struct package_in; /* an open package; closed when freed */

/* package_open - path, or package_open_bytes for one in memory, which must outlive it.  Anything that package_end would not
 * have written is a fault: other names, compressed, encrypted or double entries, bytes that belong to no entry.
 * errors: ERR_INVALID with *fault, one English line (under ctx). */
MUST_CHECK enum err package_open(void *ctx, const char *path, struct package_in **out, const char **fault);
MUST_CHECK enum err package_open_bytes(void *ctx, struct bytes bytes, struct package_in **out, const char **fault);
size_t package_count(const struct package_in *p);
const char *package_name(const struct package_in *p, size_t i);
int64_t package_size(const struct package_in *p, size_t i);
/* package_find - index of an entry, or -1. */
int64_t package_find(const struct package_in *p, const char *name);
/* package_hash - SHA-256 of an entry.  package_read - all of it, with a NUL behind that does not count; not more than max
 * bytes.  errors: ERR_INVALID when it cannot be read or is too long. */
MUST_CHECK enum err package_hash(const struct package_in *p, size_t i, uint8_t sum[static HASH_SIZE]);
MUST_CHECK enum err package_read(void *ctx, const struct package_in *p, size_t i, size_t max, struct bytes *out);

#endif
