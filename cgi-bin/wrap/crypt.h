/* crypt.h - passwords, tokens, field encryption, blind index, hashes: libsodium behind plain names.
 * All keys are derived from the one 32-byte key file; losing it loses every encrypted field. */
#ifndef WRAP_CRYPT_H
#define WRAP_CRYPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"

#define HASH_SIZE 32
#define TOKEN_TEXT 27 /* 26 base32 characters and a NUL */
#define SEAL_EXTRA 41 /* bytes by which a sealed field is longer than its text */

struct keys; /* derived keys; wiped when freed */

MUST_CHECK enum err crypt_start(void);
/* keys_load - errors: ERR_INTERNAL, with a log line that says what to do about the file. */
MUST_CHECK enum err keys_load(void *ctx, const char *key_file, struct keys **out);
/* keys_from_bytes - for tests and fuzz targets. */
struct keys *keys_from_bytes(void *ctx, const uint8_t key[static 32]);

void crypt_random(void *p, size_t n);

/* password_hash - argon2id, "interactive" limits (64 MiB, about 0.1 s). */
MUST_CHECK enum err password_hash(void *ctx, const char *password, char **out);
/* password_check - same time for a wrong password and for hash NULL (no such account). */
bool password_check(const char *hash, const char *password);

/* field_seal - encrypt one field.  where: "table.column", bound to the text so that values cannot be swapped
 * between columns; owner: row id, bound likewise (0 when not known before the insert). */
struct bytes field_seal(void *ctx, const struct keys *k, const char *where, int64_t owner, const char *plain);
/* field_open - errors: ERR_INTERNAL when the bytes were changed or belong elsewhere. NULL bytes give NULL text. */
MUST_CHECK enum err field_open(void *ctx, const struct keys *k, const char *where, int64_t owner,
			       struct bytes sealed, char **plain);
/* blind_index - 32 bytes by which an exact value can be found without storing it. */
struct bytes blind_index(void *ctx, const struct keys *k, const char *where, const char *plain);

/* mac - keyed hash for cookies, CSRF and tokens; purpose separates them. */
void mac(const struct keys *k, const char *purpose, const void *p, size_t n, uint8_t out[static HASH_SIZE]);
bool mac_equal(const void *a, const void *b, size_t n); /* constant time */
void hash_sha256(const void *p, size_t n, uint8_t out[static HASH_SIZE]);

struct sha256 { /* for data that comes in pieces */
	_Alignas(16) uint8_t state[128];
};
void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *p, size_t n);
void sha256_end(struct sha256 *s, uint8_t out[static HASH_SIZE]);

#endif
