#include "wrap/imagestrip.h"

#include <string.h>

#define SOI 0xD8
#define EOI 0xD9
#define SOS 0xDA
#define APP0 0xE0  /* JFIF: pixel shape */
#define APP2 0xE2  /* colour profile */
#define APP14 0xEE /* Adobe: kind of colours, needed to show the picture */
#define APP15 0xEF
#define COM 0xFE

struct copy {
	struct bytes in;
	uint8_t *out;
	size_t at, n;
};

static void keep(struct copy *c, size_t from, size_t to)
{
	memcpy(c->out + c->n, c->in.p + from, to - from);
	c->n += to - from;
}

/* scan_end - of the picture data that begins at `at`: the next marker that is none of the data's own. */
static size_t scan_end(struct bytes in, size_t at)
{
	for (; at + 1 < in.n; at++)
		if (in.p[at] == 0xFF && in.p[at + 1] != 0 && in.p[at + 1] != 0xFF && (in.p[at + 1] < 0xD0 || in.p[at + 1] > 0xD7))
			return at;
	return in.n;
}

static bool is_note(int marker)
{
	return marker == COM || (marker > APP0 && marker <= APP15 && marker != APP14 && marker != APP2);
}

/* icc - of APP2 only the colour profile stays; other makers keep whole pictures there. */
static bool is_icc(struct bytes in, size_t at, size_t end)
{
	return end - at >= 4 + 12 && !memcmp(in.p + at + 4, "ICC_PROFILE", 12);
}

/* jpeg_segment - one marker with what belongs to it; false at a fault, *done after the last. */
static bool jpeg_segment(struct copy *c, bool *done)
{
	struct bytes in = c->in;

	while (c->at + 1 < in.n && in.p[c->at] == 0xFF && in.p[c->at + 1] == 0xFF)
		c->at++; /* fill bytes */
	if (c->at + 2 > in.n || in.p[c->at] != 0xFF)
		return false;
	int marker = in.p[c->at + 1];
	if (marker == SOI || marker == EOI) {
		keep(c, c->at, c->at + 2);
		c->at += 2;
		*done = marker == EOI;
		return true;
	}
	if (c->at + 4 > in.n)
		return false;
	size_t end = c->at + 2 + (size_t)(in.p[c->at + 2] << 8 | in.p[c->at + 3]);
	if (end > in.n || end < c->at + 4)
		return false;
	if (marker == SOS)
		end = scan_end(in, end);
	if (!is_note(marker) && (marker != APP2 || is_icc(in, c->at, end)))
		keep(c, c->at, end);
	c->at = end;
	return true;
}

static bool jpeg_strip(struct copy *c)
{
	bool done = false;

	while (!done)
		if (!jpeg_segment(c, &done))
			return false;
	return true;
}

static bool png_strip(struct copy *c)
{
	static const char notes[][5] = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME"};
	struct bytes in = c->in;

	if (in.n < 8)
		return false;
	keep(c, 0, 8);
	for (c->at = 8; c->at + 12 <= in.n;) {
		const uint8_t *p = in.p + c->at;
		size_t n = (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
		bool note = false;
		if (n > in.n - c->at - 12)
			return false;
		for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
			note = note || !memcmp(p + 4, notes[i], 4);
		if (!note)
			keep(c, c->at, c->at + n + 12);
		c->at += n + 12;
		if (!memcmp(p + 4, "IEND", 4))
			return true;
	}
	return false;
}

bool image_strip(void *ctx, enum file_kind kind, struct bytes in, struct bytes *out)
{
	struct copy c = {.in = in, .out = mem_array(ctx, uint8_t, in.n + 1)};
	bool whole = kind == FILE_JPG ? jpeg_strip(&c) : kind == FILE_PNG && png_strip(&c);

	if (whole)
		*out = (struct bytes){c.out, c.n};
	return whole;
}
