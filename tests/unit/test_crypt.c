/* Keys, sealed fields, blind index, passwords, digests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sodium.h>

#include "base/text.h"
#include "wrap/crypt.h"
#include "scratch.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static const uint8_t key_a[32] = "key a: thirty-two bytes of test";
static const uint8_t key_b[32] = "key b: thirty-two bytes of test";

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state && crypt_start() == ERR_NONE ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

/* --- sealed fields ---- */

static void a_sealed_field_opens_where_it_belongs(void **state)
{
	static const char *const texts[] = {"", "x", "张三", "𠮷田", "110105194912310021"};
	struct keys *k = keys_from_bytes(*state, key_a);

	for (size_t i = 0; i < LEN(texts); i++) {
		struct bytes s = field_seal(*state, k, "account.id_number", 42, texts[i]);
		char *plain;

		assert_int_equal(s.n, strlen(texts[i]) + SEAL_EXTRA);
		assert_int_equal(field_open(*state, k, "account.id_number", 42, s, &plain), ERR_NONE);
		assert_string_equal(plain, texts[i]);
	}
}

static void null_stays_null(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a);
	struct bytes s = field_seal(*state, k, "a.b", 1, NULL);
	char *plain = (char *)1;

	assert_null(s.p);
	assert_int_equal(field_open(*state, k, "a.b", 1, s, &plain), ERR_NONE);
	assert_null(plain);
	assert_null(blind_index(*state, k, "a.b", NULL).p);
}

static void it_does_not_open_elsewhere(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a), *other = keys_from_bytes(*state, key_b);
	struct bytes s = field_seal(*state, k, "account.phone", 42, "13800000000");
	char *plain = (char *)1;

	assert_int_equal(field_open(*state, k, "account.phone", 43, s, &plain), ERR_INTERNAL);
	assert_null(plain);
	assert_int_equal(field_open(*state, k, "account.phone", -42, s, &plain), ERR_INTERNAL);
	assert_int_equal(field_open(*state, k, "account.phone", INT64_C(42) << 32, s, &plain), ERR_INTERNAL);
	assert_int_equal(field_open(*state, k, "account.phon", 42, s, &plain), ERR_INTERNAL);
	assert_int_equal(field_open(*state, k, "account.phones", 42, s, &plain), ERR_INTERNAL);
	assert_int_equal(field_open(*state, k, "", 42, s, &plain), ERR_INTERNAL);
	assert_int_equal(field_open(*state, other, "account.phone", 42, s, &plain), ERR_INTERNAL);
}

static void one_changed_bit_is_found(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a);
	struct bytes s = field_seal(*state, k, "t.c", 1, "secret");
	uint8_t *copy = (uint8_t *)mem_copy(*state, s.p, s.n);
	char *plain;

	for (size_t bit = 0; bit < s.n * 8; bit++) {
		copy[bit / 8] ^= (uint8_t)(1u << bit % 8);
		assert_int_equal(field_open(*state, k, "t.c", 1, (struct bytes){copy, s.n}, &plain), ERR_INTERNAL);
		copy[bit / 8] ^= (uint8_t)(1u << bit % 8);
	}
	assert_int_equal(field_open(*state, k, "t.c", 1, (struct bytes){copy, s.n}, &plain), ERR_NONE);
}

static void any_missing_byte_is_found(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a);
	struct bytes s = field_seal(*state, k, "t.c", 1, "secret");
	char *plain;

	for (size_t n = 0; n < s.n; n++) {
		/* a block of its own, so that the sanitizer sees a read past it */
		uint8_t *piece = (uint8_t *)mem_copy(*state, s.p, n);

		assert_int_equal(field_open(*state, k, "t.c", 1, (struct bytes){piece, n}, &plain), ERR_INTERNAL);
	}
}

static void the_same_text_never_looks_the_same(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a);
	struct bytes a = field_seal(*state, k, "t.c", 1, "secret"), b = field_seal(*state, k, "t.c", 1, "secret");

	assert_memory_not_equal(a.p, b.p, a.n);
	assert_null(memmem(a.p, a.n, "secret", 6));
}

static void the_index_is_blind_but_steady(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a), *again = keys_from_bytes(*state, key_a);
	struct keys *other = keys_from_bytes(*state, key_b);
	struct bytes i = blind_index(*state, k, "t.c", "x");

	assert_int_equal(i.n, HASH_SIZE);
	assert_memory_equal(i.p, blind_index(*state, again, "t.c", "x").p, HASH_SIZE);
	assert_memory_not_equal(i.p, blind_index(*state, k, "t.d", "x").p, HASH_SIZE);
	assert_memory_not_equal(i.p, blind_index(*state, k, "t.c", "y").p, HASH_SIZE);
	assert_memory_not_equal(i.p, blind_index(*state, other, "t.c", "x").p, HASH_SIZE);
	/* the border between place and text counts */
	assert_memory_not_equal(blind_index(*state, k, "t.c", "dx").p, blind_index(*state, k, "t.cd", "x").p, HASH_SIZE);
}

/* What is stored today must be readable for ever: this field was sealed by the first version. */
static void stored_fields_stay_readable(void **state)
{
	static const char sealed[] = "AfWJQXNxN4dm8HlBZ6yqWraKRuC0hIQbiTXpEmfV7Mvtun_WHi0NC43pEvJ-KaQEWX0FQw";
	static const char index[] = "K7phC9HCcWa4U0xu_drHniAi1DYf32zOx7X6EkD1OdY";
	struct keys *k = keys_from_bytes(*state, key_a);
	struct bytes i = blind_index(*state, k, "account.phone", "13800000000");
	uint8_t *p;
	size_t n;
	char *plain;

	assert_true(text_unbase64url(*state, sealed, &p, &n));
	assert_int_equal(field_open(*state, k, "account.phone", 7, (struct bytes){p, n}, &plain), ERR_NONE);
	assert_string_equal(plain, "13800000000");
	assert_string_equal(text_base64url(*state, i.p, i.n), index);
}

/* --- codes ---- */

static void codes_differ_by_purpose_key_and_text(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a), *other = keys_from_bytes(*state, key_b);
	uint8_t a[HASH_SIZE], b[HASH_SIZE];

	mac(k, "csrf", "text", 4, a);
	mac(k, "csrf", "text", 4, b);
	assert_true(mac_equal(a, b, HASH_SIZE));
	mac(k, "cookie", "text", 4, b);
	assert_false(mac_equal(a, b, HASH_SIZE));
	mac(k, "csrf", "text", 3, b);
	assert_false(mac_equal(a, b, HASH_SIZE));
	mac(other, "csrf", "text", 4, b);
	assert_false(mac_equal(a, b, HASH_SIZE));
	mac(k, "csrft", "ext", 3, b);
	assert_false(mac_equal(a, b, HASH_SIZE));
	mac(k, "csrf", NULL, 0, a);
	mac(k, "csrf", "", 0, b);
	assert_true(mac_equal(a, b, HASH_SIZE));
	b[HASH_SIZE - 1] ^= 1;
	assert_false(mac_equal(a, b, HASH_SIZE));
	assert_true(mac_equal(a, b, HASH_SIZE - 1));
}

static void a_code_is_no_index(void **state)
{
	struct keys *k = keys_from_bytes(*state, key_a);
	uint8_t m[HASH_SIZE];

	mac(k, "t.c", "x", 1, m);
	assert_memory_not_equal(m, blind_index(*state, k, "t.c", "x").p, HASH_SIZE);
}

static void random_bytes_differ(void **state)
{
	uint8_t a[16], b[16];

	crypt_random(a, sizeof(a));
	crypt_random(b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
	assert_int_equal(strlen(text_base32(*state, a, sizeof(a))), TOKEN_TEXT - 1);
}

/* --- digests ---- */

static void sha256_matches_its_vectors(void **state)
{
	static const struct {
		const char *text, *digest;
	} known[] = {
		{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
	};
	uint8_t out[HASH_SIZE];

	for (size_t i = 0; i < LEN(known); i++) {
		hash_sha256(known[i].text, strlen(known[i].text), out);
		assert_string_equal(text_hex(*state, out, sizeof(out)), known[i].digest);
	}
}

static void sha256_in_pieces_is_the_same(void **state)
{
	uint8_t data[1000], whole[HASH_SIZE], pieces[HASH_SIZE];
	struct sha256 s;

	(void)state;
	for (size_t i = 0; i < sizeof(data); i++)
		data[i] = (uint8_t)(i * 7);
	hash_sha256(data, sizeof(data), whole);
	for (size_t step = 1; step < 130; step++) {
		sha256_start(&s);
		for (size_t at = 0; at < sizeof(data); at += step)
			sha256_add(&s, data + at, at + step < sizeof(data) ? step : sizeof(data) - at);
		sha256_add(&s, data, 0);
		sha256_end(&s, pieces);
		assert_memory_equal(pieces, whole, HASH_SIZE);
	}
}

/* --- passwords ---- */

static void a_password_is_known_again(void **state)
{
	char *a, *b;

	assert_int_equal(password_hash(*state, "对的密码 𠮷", &a), ERR_NONE);
	assert_int_equal(password_hash(*state, "对的密码 𠮷", &b), ERR_NONE);
	assert_true(text_starts(a, "$argon2id$"));
	assert_string_not_equal(a, b);
	assert_true(password_check(a, "对的密码 𠮷"));
	assert_false(password_check(a, "对的密码 "));
	assert_false(password_check(a, ""));
}

static void what_is_no_hash_admits_nobody(void **state)
{
	char *mangled, *long_one = mem_array(*state, char, 2000);

	memset(long_one, '$', 1999);
	assert_false(password_check("", "x"));
	assert_false(password_check("x", "x"));
	assert_false(password_check("$argon2id$v=19$m=65536,t=2,p=1$", "x"));
	assert_false(password_check(long_one, "x"));
	assert_int_equal(password_hash(*state, "x", &mangled), ERR_NONE);
	mangled[strlen(mangled) - 1] = '\0';
	assert_false(password_check(mangled, "x"));
}

/* This program's own definition comes before the library's: it notes the hash that is really worked on. */
static char checked[crypto_pwhash_STRBYTES];

int crypto_pwhash_str_verify(const char str[crypto_pwhash_STRBYTES], const char *const passwd,
			     unsigned long long passwdlen)
{
	int (*real)(const char *, const char *, unsigned long long) =
		(int (*)(const char *, const char *, unsigned long long))dlsym(RTLD_NEXT, "crypto_pwhash_str_verify");

	memcpy(checked, str, sizeof(checked));
	return real(str, passwd, passwdlen);
}

/* No account must not be the quick answer: the work is done on a hash with the same limits. */
static void no_account_takes_as_long(void **state)
{
	char *hash, *limits_end;
	size_t limits;

	assert_int_equal(password_hash(*state, "right", &hash), ERR_NONE);
	limits_end = strstr(hash, ",p=1$");
	assert_non_null(limits_end);
	limits = (size_t)(limits_end - hash) + 5;
	memset(checked, 0, sizeof(checked));
	assert_false(password_check(NULL, "wrong"));
	assert_memory_equal(checked, hash, limits);
	assert_int_equal(strlen(checked), strlen(hash));
}

/* --- the key file ---- */

static void key_file_write(const char *path, mode_t mode, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(write(fd, &key_a[i % 32], 1), 1);
	assert_int_equal(fchmod(fd, mode), 0);
	close(fd);
}

static void the_key_file_is_whole_and_private(void **state)
{
	static const mode_t open_modes[] = {0640, 0604, 0660, 0644, 0610, 0601, 0620, 0602};
	static const size_t sizes[] = {0, 1, 31, 33, 64};
	char *dir = mem_fmt(*state, "%s/test_crypt.XXXXXX", scratch_dir()), *path;
	struct keys *k, *expected = keys_from_bytes(*state, key_a);

	assert_non_null(mkdtemp(dir));
	path = mem_fmt(*state, "%s/key", dir);
	assert_int_equal(keys_load(*state, path, &k), ERR_INTERNAL); /* not there */
	key_file_write(path, 0600, 32);
	assert_int_equal(keys_load(*state, path, &k), ERR_NONE);
	assert_memory_equal(blind_index(*state, k, "t.c", "x").p, blind_index(*state, expected, "t.c", "x").p, HASH_SIZE);
	key_file_write(path, 0400, 32);
	assert_int_equal(keys_load(*state, path, &k), ERR_NONE);
	for (size_t i = 0; i < LEN(open_modes); i++) {
		key_file_write(path, open_modes[i], 32);
		assert_int_equal(keys_load(*state, path, &k), ERR_INTERNAL);
		assert_null(k);
	}
	for (size_t i = 0; i < LEN(sizes); i++) {
		key_file_write(path, 0600, sizes[i]);
		assert_int_equal(keys_load(*state, path, &k), ERR_INTERNAL);
	}
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(keys_load(*state, path, &k), ERR_INTERNAL); /* and does not wait for a writer */
	unlink(path);
	assert_int_equal(keys_load(*state, dir, &k), ERR_INTERNAL);
	rmdir(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sealed_field_opens_where_it_belongs),
		cmocka_unit_test(null_stays_null),
		cmocka_unit_test(it_does_not_open_elsewhere),
		cmocka_unit_test(one_changed_bit_is_found),
		cmocka_unit_test(any_missing_byte_is_found),
		cmocka_unit_test(the_same_text_never_looks_the_same),
		cmocka_unit_test(the_index_is_blind_but_steady),
		cmocka_unit_test(stored_fields_stay_readable),
		cmocka_unit_test(codes_differ_by_purpose_key_and_text),
		cmocka_unit_test(a_code_is_no_index),
		cmocka_unit_test(random_bytes_differ),
		cmocka_unit_test(sha256_matches_its_vectors),
		cmocka_unit_test(sha256_in_pieces_is_the_same),
		cmocka_unit_test(a_password_is_known_again),
		cmocka_unit_test(what_is_no_hash_admits_nobody),
		cmocka_unit_test(no_account_takes_as_long),
		cmocka_unit_test(the_key_file_is_whole_and_private),
	};

	return cmocka_run_group_tests_name("crypt", tests, ctx_make, ctx_free);
}
