/* Photographs without what the camera wrote beside them: the notes go, the picture stays bit by bit, and what
 * does not read to its end is not passed on.  The notes are put into the samples here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "wrap/imagestrip.h"

#define SECRET   "Exif\0\0GPS 34.56N 113.45E owner"
#define PNG_HEAD 33 /* signature and IHDR with length, name and checksum */

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

static struct bytes sample(void *ctx, const char *path)
{
	uint8_t *p = mem_array(ctx, uint8_t, 65536);
	FILE *f = fopen(path, "rbe");

	assert_non_null(f);
	size_t n = fread(p, 1, 65536, f);
	fclose(f);
	assert_in_range(n, 64, 65535);
	return (struct bytes){p, n};
}

/* put - into in, before its byte `at`. */
static struct bytes put(void *ctx, struct bytes in, size_t at, const void *what, size_t n)
{
	uint8_t *p = mem_array(ctx, uint8_t, in.n + n);

	memcpy(p, in.p, at);
	memcpy(p + at, what, n);
	memcpy(p + at + n, in.p + at, in.n - at);
	return (struct bytes){p, in.n + n};
}

/* segment - of a JPEG: marker, length, the secret. */
static struct bytes segment(void *ctx, struct bytes in, uint8_t marker)
{
	uint8_t s[4 + sizeof(SECRET)] = {0xFF, marker, 0, 2 + sizeof(SECRET)};

	memcpy(s + 4, SECRET, sizeof(SECRET));
	return put(ctx, in, 2, s, sizeof(s));
}

/* chunk - of a PNG; readers of notes do not look at the checksum, and neither does what takes them out. */
static struct bytes chunk(void *ctx, struct bytes in, const char *name)
{
	uint8_t s[12 + sizeof(SECRET)] = {0, 0, 0, sizeof(SECRET)};

	memcpy(s + 4, name, 4);
	memcpy(s + 8, SECRET, sizeof(SECRET));
	return put(ctx, in, PNG_HEAD, s, sizeof(s));
}

static void same(struct bytes got, struct bytes expected)
{
	assert_int_equal(got.n, expected.n);
	assert_memory_equal(got.p, expected.p, expected.n);
}

static void jpeg_loses_its_notes_and_nothing_else(void **state)
{
	static const uint8_t notes[] = {0xE1, 0xE2, 0xE3,
					0xED, 0xEF, 0xFE}; /* Exif, other maker's APP2, ..., comment */
	static const char *const files[] = {"tests/fixtures/good/photo.jpg",
					    "tests/fixtures/good/progressive.jpg"};

	for (size_t f = 0; f < 2; f++) {
		struct bytes plain = sample(*state, files[f]), in = plain, out;
		for (size_t i = 0; i < sizeof(notes); i++)
			in = segment(*state, in, notes[i]);
		in = put(*state, in, in.n, SECRET,
			 sizeof(SECRET)); /* behind the end, where telephones keep films */
		assert_true(image_strip(*state, FILE_JPG, in, &out));
		same(out, plain);
	}
}

static void jpeg_keeps_what_its_colours_need(void **state)
{
	uint8_t icc[4 + 14] = {0xFF, 0xE2, 0, 16};
	struct bytes in = segment(*state, sample(*state, "tests/fixtures/good/photo.jpg"), 0xEE), out;

	memcpy(icc + 4, "ICC_PROFILE\0\1\1", 14);
	in = put(*state, in, 2, icc, sizeof(icc));
	assert_true(image_strip(*state, FILE_JPG, in, &out));
	same(out, in);
}

static void png_loses_its_notes_and_nothing_else(void **state)
{
	static const char *const notes[] = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME"};
	struct bytes plain = sample(*state, "tests/fixtures/good/palette.png"), in = plain, out;

	for (size_t i = 0; i < 5; i++)
		in = chunk(*state, in, notes[i]);
	in = put(*state, in, in.n, SECRET, sizeof(SECRET));
	assert_true(image_strip(*state, FILE_PNG, in, &out));
	same(out, plain);
	in = chunk(*state, plain, "gAMA"); /* how bright it is shown */
	assert_true(image_strip(*state, FILE_PNG, in, &out));
	same(out, in);
}

/* what_is_cut_short - at every byte: refused, and nothing read beyond the end (the sanitizers see that). */
static void what_is_cut_short_is_refused(void **state)
{
	struct bytes jpg = segment(*state, sample(*state, "tests/fixtures/good/photo.jpg"), 0xE1);
	struct bytes png = chunk(*state, sample(*state, "tests/fixtures/good/picture.png"), "tEXt"), out;

	for (size_t n = 0; n < jpg.n; n++) {
		void *ctx = talloc_new(*state);
		struct bytes cut = put(ctx, (struct bytes){jpg.p, n}, 0, "", 0);
		assert_false(image_strip(ctx, FILE_JPG, cut, &out));
		talloc_free(ctx);
	}
	for (size_t n = 0; n < png.n; n++) {
		void *ctx = talloc_new(*state);
		struct bytes cut = put(ctx, (struct bytes){png.p, n}, 0, "", 0);
		assert_false(image_strip(ctx, FILE_PNG, cut, &out));
		talloc_free(ctx);
	}
	assert_false(image_strip(*state, FILE_PDF, png, &out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(jpeg_loses_its_notes_and_nothing_else, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(jpeg_keeps_what_its_colours_need, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(png_loses_its_notes_and_nothing_else, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(what_is_cut_short_is_refused, ctx_make, ctx_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
