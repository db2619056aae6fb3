#include "wrap/crypt.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

#define KEY_SIZE 32
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE crypto_aead_xchacha20poly1305_ietf_ABYTES
#define SEAL_VERSION 1 /* first byte of a sealed field, so that another method can come beside this one */

struct keys {
	uint8_t field[KEY_SIZE];
	uint8_t blind[KEY_SIZE];
	uint8_t mac[KEY_SIZE];
};

static_assert(crypto_kdf_KEYBYTES == KEY_SIZE, "the key file is the key that others are derived from");
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == KEY_SIZE, "field key");
static_assert(crypto_generichash_KEYBYTES == KEY_SIZE && crypto_generichash_BYTES == HASH_SIZE, "keyed hashes");
static_assert(crypto_hash_sha256_BYTES == HASH_SIZE, "digests");
static_assert(SEAL_EXTRA == 1 + NONCE_SIZE + TAG_SIZE, "crypt.h tells the schema how many bytes are added");
static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct sha256), "the state must fit");
static_assert(_Alignof(crypto_hash_sha256_state) <= _Alignof(struct sha256), "and be aligned");

enum err crypt_start(void)
{
	if (sodium_init() < 0)
		return log_err(ERR_INTERNAL, "libsodium could not start");
	return ERR_NONE;
}

void crypt_random(void *p, size_t n)
{
	randombytes_buf(p, n);
}

/* --- keys --------------------------------------------------------------------------------------- */

static int keys_wipe(struct keys *k)
{
	sodium_memzero(k, sizeof(*k));
	return 0;
}

struct keys *keys_from_bytes(void *ctx, const uint8_t key[static 32])
{
	static const char context[crypto_kdf_CONTEXTBYTES] = {'p', 'o', 'r', 't', 'a', 'l', '/', '1'};
	struct keys *k = mem_new(ctx, struct keys);

	talloc_set_destructor(k, keys_wipe);
	/* cannot fail with these sizes; the numbers are for ever, or nothing stored can be read again */
	crypto_kdf_derive_from_key(k->field, KEY_SIZE, 1, context, key);
	crypto_kdf_derive_from_key(k->blind, KEY_SIZE, 2, context, key);
	crypto_kdf_derive_from_key(k->mac, KEY_SIZE, 3, context, key);
	return k;
}

/* A key file that others can read is refused, because by then somebody may have read it. */
static enum err key_file_check(int fd, const char *path)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return log_err(ERR_INTERNAL, "key file %s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return log_err(ERR_INTERNAL, "key file %s is not a plain file", path);
	if (st.st_mode & (S_IRWXG | S_IRWXO))
		return log_err(ERR_INTERNAL,
			       "key file %s is open to other users (mode %03o); make it private with: chmod 600 %s",
			       path, (unsigned)st.st_mode & 0777, path);
	if (st.st_size != KEY_SIZE)
		return log_err(ERR_INTERNAL,
			       "key file %s has %lld bytes instead of %d; restore it from its backup, or, for a portal "
			       "without data, make one with: head -c %d /dev/urandom",
			       path, (long long)st.st_size, KEY_SIZE, KEY_SIZE);
	return ERR_NONE;
}

static enum err key_file_read(int fd, const char *path, uint8_t key[static KEY_SIZE])
{
	ssize_t n;

	TRY(key_file_check(fd, path));
	n = read(fd, key, KEY_SIZE);
	if (n != KEY_SIZE)
		return log_err(ERR_INTERNAL, "key file %s: %s", path, n < 0 ? strerror(errno) : "ended early");
	return ERR_NONE;
}

enum err keys_load(void *ctx, const char *key_file, struct keys **out)
{
	uint8_t key[KEY_SIZE];
	int fd = open(key_file, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not block */
	enum err e;

	*out = NULL;
	if (fd < 0)
		return log_err(ERR_INTERNAL, "key file %s: %s; the setting key_file names it", key_file,
			       strerror(errno));
	e = key_file_read(fd, key_file, key);
	close(fd);
	if (e == ERR_NONE)
		*out = keys_from_bytes(ctx, key);
	sodium_memzero(key, sizeof(key));
	return e;
}

/* --- passwords ---------------------------------------------------------------------------------- */

/* The hash of a random password that was thrown away, made with the limits of password_hash: checking against it
 * takes as long as checking against a real one, so that time does not tell which accounts exist. */
static const char nobody[] = "$argon2id$v=19$m=65536,t=2,p=1$/xZS7ycrUNFoGaxp1qTVlg$"
			     "KfvrWB+AXm3FwB8MGFoBRS2oHdJISR/UsaIVuYEq7GY";

enum err password_hash(void *ctx, const char *password, char **out)
{
	char hash[crypto_pwhash_STRBYTES];

	*out = NULL;
	if (crypto_pwhash_str(hash, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
			      crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		return log_err(ERR_UNAVAILABLE, "no memory for a password hash");
	*out = mem_str(ctx, hash);
	return ERR_NONE;
}

bool password_check(const char *hash, const char *password)
{
	char stored[crypto_pwhash_STRBYTES] = "";
	const char *from = hash ? hash : nobody;
	bool same;

	if (strlen(from) >= sizeof(stored))
		return false;
	memcpy(stored, from, strlen(from));
	same = crypto_pwhash_str_verify(stored, password, strlen(password)) == 0;
	return same && hash;
}

/* --- keyed hashes ------------------------------------------------------------------------------- */

/* BLAKE2b of label, a NUL that no label holds, and n bytes. */
static void keyed_hash(const uint8_t key[static KEY_SIZE], const char *label, const void *p, size_t n,
		       uint8_t out[static HASH_SIZE])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, key, KEY_SIZE, HASH_SIZE);
	crypto_generichash_update(&state, (const uint8_t *)label, strlen(label) + 1);
	crypto_generichash_update(&state, p, n);
	crypto_generichash_final(&state, out, HASH_SIZE);
	sodium_memzero(&state, sizeof(state));
}

void mac(const struct keys *k, const char *purpose, const void *p, size_t n, uint8_t out[static HASH_SIZE])
{
	keyed_hash(k->mac, purpose, p, n, out);
}

bool mac_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

struct bytes blind_index(void *ctx, const struct keys *k, const char *where, const char *plain)
{
	uint8_t *out;

	if (!plain)
		return (struct bytes){NULL, 0};
	out = mem_array(ctx, uint8_t, HASH_SIZE);
	keyed_hash(k->blind, where, plain, strlen(plain), out);
	return (struct bytes){out, HASH_SIZE};
}

/* --- encrypted fields --------------------------------------------------------------------------- */

/* What a sealed field is bound to: version, owner as eight bytes (low first), where. */
static struct bytes place_of(void *ctx, const char *where, int64_t owner)
{
	size_t n = strlen(where);
	uint8_t *p = mem_array(ctx, uint8_t, 9 + n);

	p[0] = SEAL_VERSION;
	for (unsigned i = 0; i < 8; i++)
		p[1 + i] = (uint8_t)((uint64_t)owner >> (8 * i));
	memcpy(p + 9, where, n);
	return (struct bytes){p, 9 + n};
}

/* sealed: version, nonce, text as long as it was, tag */
struct bytes field_seal(void *ctx, const struct keys *k, const char *where, int64_t owner, const char *plain)
{
	struct bytes place;
	uint8_t *out;
	size_t n;

	if (!plain)
		return (struct bytes){NULL, 0};
	n = strlen(plain);
	place = place_of(ctx, where, owner);
	out = mem_array(ctx, uint8_t, n + SEAL_EXTRA);
	out[0] = SEAL_VERSION;
	randombytes_buf(out + 1, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + 1 + NONCE_SIZE, NULL, (const uint8_t *)plain, n, place.p,
						   place.n, NULL, out + 1, k->field);
	return (struct bytes){out, n + SEAL_EXTRA};
}

enum err field_open(void *ctx, const struct keys *k, const char *where, int64_t owner, struct bytes sealed,
		    char **plain)
{
	struct bytes place;
	char *out;

	*plain = NULL;
	if (!sealed.p)
		return ERR_NONE;
	if (sealed.n < SEAL_EXTRA || sealed.p[0] != SEAL_VERSION)
		return log_err(ERR_INTERNAL, "%s of %lld is not a sealed field", where, (long long)owner);
	place = place_of(ctx, where, owner);
	out = mem_array(ctx, char, sealed.n - SEAL_EXTRA + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt((uint8_t *)out, NULL, NULL, sealed.p + 1 + NONCE_SIZE,
						       sealed.n - 1 - NONCE_SIZE, place.p, place.n, sealed.p + 1,
						       k->field) != 0)
		return log_err(ERR_INTERNAL, "%s of %lld was changed, belongs elsewhere, or has another key", where,
			       (long long)owner);
	*plain = out;
	return ERR_NONE;
}

/* --- SHA-256 ------------------------------------------------------------------------------------ */

void hash_sha256(const void *p, size_t n, uint8_t out[static HASH_SIZE])
{
	crypto_hash_sha256(out, p, n);
}

static crypto_hash_sha256_state *state_of(struct sha256 *s)
{
	return (void *)s->state;
}

void sha256_start(struct sha256 *s)
{
	crypto_hash_sha256_init(state_of(s));
}

void sha256_add(struct sha256 *s, const void *p, size_t n)
{
	crypto_hash_sha256_update(state_of(s), p, n);
}

void sha256_end(struct sha256 *s, uint8_t out[static HASH_SIZE])
{
	crypto_hash_sha256_final(state_of(s), out);
}
