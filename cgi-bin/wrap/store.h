/* store.h - uploaded files by content: the name of a file is the SHA-256 of its bytes, so the same file is
 * kept once and a changed one is found out.
 *
 *   <dir>/tmp/<random>        being written, mode 0600; removed with its talloc context
 *   <dir>/ab/cd/<64 hex>      committed, mode 0440, never changed again
 *
 * store_commit returns only after the bytes and the name are on the disk: a row that names the file is
 * committed after it, never before.  A disk that is full or failing gives ERR_UNAVAILABLE, logged, and leaves
 * no file behind. */
#ifndef WRAP_STORE_H
#define WRAP_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "wrap/crypt.h"

struct store;      /* an open store; holds one descriptor */
struct store_file; /* one file that is being written; holds one descriptor until it is freed */

/* store_open - dir is made, with tmp/ in it, when its parent exists.  errors: ERR_UNAVAILABLE. */
MUST_CHECK enum err store_open(void *ctx, const char *dir, struct store **out);

/* store_begin - an empty temporary file that is a child of ctx.  errors:
 * ERR_UNAVAILABLE. */
MUST_CHECK enum err store_begin(void *ctx, struct store *s, struct store_file **out);
/* store_write - append n bytes; they are gathered into large writes.  errors: ERR_UNAVAILABLE; the file is of
 * no use then. */
MUST_CHECK enum err store_write(struct store_file *f, const void *p, size_t n);
/* store_end - no more bytes will come: all of them can be read at store_tmp_path, and the hash is known.
 * Again: nothing. errors: ERR_UNAVAILABLE. */
MUST_CHECK enum err store_end(struct store_file *f);
int64_t store_size(const struct store_file *f);        /* bytes so far */
const uint8_t *store_hash(const struct store_file *f); /* HASH_SIZE bytes; after store_end */
const char *store_tmp_path(const struct store_file *f);
/* store_commit - keep the file under its hash for ever; it replaces an equal one.  After it, freeing f only
 * closes. Calls store_end when that was not done.  errors: ERR_UNAVAILABLE. */
MUST_CHECK enum err store_commit(struct store_file *f);
/* store_discard - remove a file that was not committed, now; same as talloc_free.  NULL is fine. */
void store_discard(struct store_file *f);

/* store_path - "ab/cd/<64 hex>", relative to the store: for X-Accel-Redirect. */
char *store_path(void *ctx, const uint8_t hash[static HASH_SIZE]);
/* store_verify - read a committed file again.  errors: ERR_NOT_FOUND; ERR_INTERNAL when its bytes are not
 * those that were stored; ERR_UNAVAILABLE. */
MUST_CHECK enum err store_verify(struct store *s, const uint8_t hash[static HASH_SIZE]);
/* store_sweep - remove temporary files that were last written more than older_s seconds of real time ago:
 * what a killed process left.  *removed: how many.  errors: ERR_UNAVAILABLE. */
MUST_CHECK enum err store_sweep(struct store *s, int64_t older_s, int64_t *removed);

#endif
