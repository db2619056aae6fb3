/* The path must draw the modules of the code: it is rasterised again and its fixed patterns looked at.  That it can be
 * read by a scanner is shown by the browser tests, with a decoder of other people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "wrap/qr.h"

#define SIDE 200

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

/* Every piece is "M<x> <y>h<w>v1h-<w>z" inside the square, and nothing else is in the path. */
static void draw(const struct qr *q, bool pixels[SIDE][SIDE])
{
	const char *at = q->path;

	memset(pixels, 0, sizeof(bool[SIDE][SIDE]));
	while (*at) {
		int x, y, w, back, used = 0;

		assert_int_equal(sscanf(at, "M%d %dh%dv1h-%dz%n", &x, &y, &w, &back, &used), 4);
		assert_true(used > 0 && w > 0 && w == back);
		assert_true(x >= 4 && x + w <= q->size - 4 && y >= 4 && y < q->size - 4);
		for (int i = 0; i < w; i++) {
			assert_false(pixels[y][x + i]); /* drawn once */
			pixels[y][x + i] = true;
		}
		assert_false(pixels[y][x - 1]); /* runs are whole */
		at += used;
	}
}

/* The 7 by 7 square in a corner, with its light border. */
static void assert_finder(bool pixels[SIDE][SIDE], int left, int top)
{
	for (int y = -1; y <= 7; y++) {
		for (int x = -1; x <= 7; x++) {
			bool outside = x < 0 || x > 6 || y < 0 || y > 6;
			bool ring = !outside && (x == 0 || x == 6 || y == 0 || y == 6);
			bool middle = x >= 2 && x <= 4 && y >= 2 && y <= 4;

			assert_int_equal(pixels[top + y][left + x], ring || middle);
		}
	}
}

static void make(void *ctx, const char *text, struct qr *q)
{
	static bool pixels[SIDE][SIDE];

	assert_int_equal(qr_make(ctx, text, q), ERR_NONE);
	assert_int_equal((q->size - 8 - 21) % 4, 0);
	assert_true(q->size <= SIDE);
	draw(q, pixels);
	assert_finder(pixels, 4, 4);
	assert_finder(pixels, q->size - 11, 4);
	assert_finder(pixels, 4, q->size - 11);
	for (int i = 12; i < q->size - 12; i++) { /* timing patterns */
		assert_int_equal(pixels[10][i], i % 2 == 0);
		assert_int_equal(pixels[i][10], i % 2 == 0);
	}
}

static void codes_are_drawn_whole(void **state)
{
	static const char *const texts[] = {"1", "HTTPS://EXAMPLE.TEST/T/0123456789ABCDEFGHJKMNPQRS",
					    "https://portal.example.test/t/0123456789ABCDEFGHJKMNPQRS", "示例市𠮷"};
	struct qr q;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		make(*state, texts[i], &q);
}

static void capitals_make_a_smaller_code(void **state)
{
	struct qr small, large;

	make(*state, "HTTPS://PORTAL.EXAMPLE.TEST/T/0123456789ABCDEFGHJKMNPQRS", &small);
	make(*state, "https://portal.example.test/t/0123456789abcdefghjkmnpqrs", &large);
	assert_true(small.size < large.size);
}

static void the_same_text_gives_the_same_code(void **state)
{
	struct qr a, b;

	make(*state, "https://portal.example.test/", &a);
	make(*state, "https://portal.example.test/", &b);
	assert_int_equal(a.size, b.size);
	assert_string_equal(a.path, b.path);
}

static void length_has_a_limit(void **state)
{
	char text[1002];
	struct qr q;

	memset(text, 'x', sizeof(text));
	text[1000] = '\0';
	make(*state, text, &q);
	text[1000] = 'x';
	text[1001] = '\0';
	assert_int_equal(qr_make(*state, text, &q), ERR_INVALID);
	assert_int_equal(qr_make(*state, "", &q), ERR_INVALID);
	assert_int_equal(qr_make(*state, NULL, &q), ERR_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_are_drawn_whole),
		cmocka_unit_test(capitals_make_a_smaller_code),
		cmocka_unit_test(the_same_text_gives_the_same_code),
		cmocka_unit_test(length_has_a_limit),
	};

	return cmocka_run_group_tests_name("qr", tests, ctx_make, ctx_free);
}
