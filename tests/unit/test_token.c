/* Tokens with a letter: made, read, and refused when anything about them is not as it was made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/case.h"
#include "domain/token.h"

static const uint8_t ref_bytes[TOKEN_REF_BYTES] = {0, 1, 2, 3, 0xFC, 0xFD, 0xFE, 0xFF};
static const struct bytes ref = {ref_bytes, TOKEN_REF_BYTES};

struct box {
	void *ctx;
	struct keys *keys, *other;
};

static int box_make(void **state)
{
	uint8_t key[32] = {7};
	struct box *b;

	if (crypt_start() != ERR_NONE)
		return -1;
	b = mem_new(NULL, struct box);
	b->ctx = b;
	b->keys = keys_from_bytes(b, key);
	key[0] = 8;
	b->other = keys_from_bytes(b, key);
	*state = b;
	return 0;
}

static int box_free(void **state)
{
	return talloc_free(*state);
}

static void made_and_read(void **state)
{
	struct box *b = *state;
	const char letters[] = {TOKEN_BOOKING, TOKEN_TICKET, TOKEN_RATING};

	for (size_t i = 0; i < sizeof(letters); i++) {
		char *t = token_make(b->ctx, b->keys, letters[i], ref, 1);
		struct bytes found;
		assert_int_equal(strlen(t), TOKEN_LETTERED);
		assert_int_equal(token_letter(t), letters[i]);
		assert_true(token_ref(b->ctx, t, letters[i], &found));
		assert_int_equal(found.n, TOKEN_REF_BYTES);
		assert_memory_equal(found.p, ref_bytes, TOKEN_REF_BYTES);
		assert_true(token_ok(b->ctx, b->keys, t, letters[i], ref, 1));
	}
}

static void small_letters_are_read(void **state)
{
	struct box *b = *state;
	char *t = token_make(b->ctx, b->keys, TOKEN_BOOKING, ref, 1);

	for (char *c = t; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	assert_int_equal(token_letter(t), TOKEN_BOOKING);
	assert_true(token_ok(b->ctx, b->keys, t, TOKEN_BOOKING, ref, 1));
}

static void anything_else_is_refused(void **state)
{
	struct box *b = *state;
	char *t = token_make(b->ctx, b->keys, TOKEN_BOOKING, ref, 1);
	uint8_t near[TOKEN_REF_BYTES];
	struct bytes found;

	assert_false(token_ok(b->ctx, b->keys, t, TOKEN_BOOKING, ref, 2));
	assert_false(token_ok(b->ctx, b->other, t, TOKEN_BOOKING, ref, 1));
	assert_false(token_ok(b->ctx, b->keys, t, TOKEN_TICKET, ref, 1));
	memcpy(near, ref_bytes, sizeof(near));
	near[0] ^= 1;
	assert_false(token_ok(b->ctx, b->keys, t, TOKEN_BOOKING, (struct bytes){near, sizeof(near)}, 1));
	/* each character counts; the letter cannot be exchanged for another's */
	for (size_t i = 1; i < TOKEN_LETTERED; i++) {
		char *wrong = mem_str(b->ctx, t);
		wrong[i] = wrong[i] == '7' ? '8' : '7';
		assert_false(token_ok(b->ctx, b->keys, wrong, TOKEN_BOOKING, ref, 1));
	}
	t[0] = TOKEN_RATING;
	assert_true(token_ref(b->ctx, t, TOKEN_RATING, &found));
	assert_false(token_ok(b->ctx, b->keys, t, TOKEN_RATING, ref, 1));
	assert_false(token_ref(b->ctx, NULL, TOKEN_RATING, &found));
	assert_false(token_ref(b->ctx, "", TOKEN_RATING, &found));
	assert_false(token_ref(b->ctx, "R!!!!!!!!!!!!!!!!!!!!!!!!!!", TOKEN_RATING, &found));
}

static void a_case_has_none_of_the_letters(void **state)
{
	struct box *b = *state;
	char *t = case_token(b->ctx, b->keys, ref, 1);
	struct bytes found;

	assert_int_equal(token_letter(t), 0);
	assert_true(case_token_ref(b->ctx, t, &found));
	t = token_make(b->ctx, b->keys, TOKEN_BOOKING, ref, 1);
	assert_false(case_token_ref(b->ctx, t, &found));
	assert_int_equal(token_letter(mem_fmt(b->ctx, "X%s", t + 1)), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(made_and_read),
		cmocka_unit_test(small_letters_are_read),
		cmocka_unit_test(anything_else_is_refused),
		cmocka_unit_test(a_case_has_none_of_the_letters),
	};

	return cmocka_run_group_tests(tests, box_make, box_free);
}
