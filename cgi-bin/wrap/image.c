#include "wrap/image.h"

#include <string.h>

static uint32_t be16(const uint8_t *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t be32(const uint8_t *p)
{
	return be16(p) << 16 | be16(p + 2);
}

static enum file_fault size_fault(uint64_t width, uint64_t height)
{
	if (width == 0 || height == 0)
		return FILE_DAMAGED;
	if (width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX || width * height > IMAGE_PIXELS_MAX)
		return FILE_IMAGE_HUGE;
	return FILE_FINE;
}

/* --- PNG ---------------------------------------------------------------------------------------- */

#define PNG_SIGNATURE 8
#define PNG_AROUND    12 /* length, type and CRC of a chunk */

struct chunk {
	char type[5];
	const uint8_t *data;
	uint32_t n;
};

/* CRC-32 of ISO 3309, four bits at a time. */
static uint32_t crc32_of(const uint8_t *p, size_t n)
{
	static const uint32_t nibble[16] = {
	    0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
	    0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
	};
	uint32_t crc = 0xFFFFFFFF;

	for (size_t i = 0; i < n; i++) {
		crc ^= p[i];
		crc = crc >> 4 ^ nibble[crc & 15];
		crc = crc >> 4 ^ nibble[crc & 15];
	}
	return ~crc;
}

/* The chunk at *at, which is moved behind it; false when it is cut off or its CRC is wrong. */
static bool chunk_read(struct bytes file, size_t *at, struct chunk *c)
{
	const uint8_t *p = file.p + *at;
	size_t left = file.n - *at;

	if (left < PNG_AROUND)
		return false;
	c->n = be32(p);
	if (c->n > left - PNG_AROUND)
		return false;
	memcpy(c->type, p + 4, 4);
	c->type[4] = '\0';
	c->data = p + 8;
	*at += PNG_AROUND + (size_t)c->n;
	return crc32_of(p + 4, (size_t)c->n + 4) == be32(c->data + c->n);
}

/* Bit depths that a colour type may have, as a mask of the depths themselves. */
static const uint8_t png_depths[7] = {
    [0] = 1 | 2 | 4 | 8 | 16, [2] = 8 | 16, [3] = 1 | 2 | 4 | 8, [4] = 8 | 16, [6] = 8 | 16};
#define PNG_PALETTE 3

static enum file_fault ihdr_fault(const struct chunk *c)
{
	uint8_t depth, colour;

	if (strcmp(c->type, "IHDR") != 0 || c->n != 13)
		return FILE_DAMAGED;
	depth = c->data[8];
	colour = c->data[9];
	/* one bit is set in depth; compression and filter have one method, interlace two */
	if (colour >= sizeof(png_depths) || (depth & png_depths[colour]) == 0 || (depth & (depth - 1)) != 0 ||
	    c->data[10] != 0 || c->data[11] != 0 || c->data[12] > 1)
		return FILE_DAMAGED;
	return size_fault(be32(c->data), be32(c->data + 4));
}

enum file_fault png_inspect(struct bytes file)
{
	struct chunk c;
	size_t at = PNG_SIGNATURE;
	bool palette, pixels = false;
	enum file_fault fault;

	if (file.n < PNG_SIGNATURE || !chunk_read(file, &at, &c))
		return FILE_DAMAGED;
	fault = ihdr_fault(&c);
	if (fault != FILE_FINE)
		return fault;
	palette = c.data[9] != PNG_PALETTE; /* has one, or needs none */
	while (chunk_read(file, &at, &c)) {
		if (strcmp(c.type, "IEND") == 0)
			return pixels ? FILE_FINE : FILE_DAMAGED;
		if (strcmp(c.type, "PLTE") == 0)
			palette = true;
		else if (strcmp(c.type, "IDAT") == 0 && c.n > 0 && palette)
			pixels = true;
	}
	return FILE_DAMAGED;
}

/* --- JPEG --------------------------------------------------------------------------------------- */

enum marker {
	M_SOF0 = 0xC0,
	M_SOF2 = 0xC2,
	M_DHT = 0xC4,
	M_JPG = 0xC8,
	M_DAC = 0xCC,
	M_SOF15 = 0xCF,
	M_RST0 = 0xD0,
	M_RST7 = 0xD7,
	M_SOI = 0xD8,
	M_EOI = 0xD9,
	M_SOS = 0xDA
};

struct jpeg {
	bool frame; /* SOF seen */
	bool scan;  /* SOS seen after it */
};

/* The marker at *at, which is moved behind it; -1 when there is none.  0xFF may be repeated before a marker.
 */
static int marker_read(struct bytes file, size_t *at)
{
	if (*at >= file.n || file.p[*at] != 0xFF)
		return -1;
	while (*at < file.n && file.p[*at] == 0xFF)
		*at += 1;
	return *at < file.n ? file.p[(*at)++] : -1;
}

/* Behind compressed data, at the 0xFF of the next marker that is neither a stuffed zero nor a restart. */
static size_t scan_end(struct bytes file, size_t at)
{
	while (at + 1 < file.n) {
		const uint8_t *ff = memchr(file.p + at, 0xFF, file.n - at - 1);

		if (!ff)
			break;
		at = (size_t)(ff - file.p);
		if (ff[1] != 0 && ff[1] != 0xFF && (ff[1] < M_RST0 || ff[1] > M_RST7))
			return at;
		at += ff[1] == 0xFF ? 1 : 2;
	}
	return file.n;
}

static bool is_frame(int marker)
{
	return marker >= M_SOF0 && marker <= M_SOF15 && marker != M_DHT && marker != M_JPG && marker != M_DAC;
}

/* One segment: n bytes of parameters at p. */
static enum file_fault segment_fault(struct jpeg *j, int marker, const uint8_t *p, size_t n)
{
	if (is_frame(marker)) {
		if (j->frame || marker > M_SOF2 || n < 6)
			return FILE_DAMAGED;
		j->frame = true;
		return size_fault(be16(p + 3), be16(p + 1));
	}
	if (marker == M_SOS) {
		if (!j->frame)
			return FILE_DAMAGED;
		j->scan = true;
	}
	return FILE_FINE;
}

enum file_fault jpeg_inspect(struct bytes file)
{
	struct jpeg j = {0};
	size_t at = 2, length;
	int marker;

	if (file.n < 4 || file.p[0] != 0xFF || file.p[1] != M_SOI)
		return FILE_DAMAGED;
	while ((marker = marker_read(file, &at)) > 0) {
		enum file_fault fault;

		if (marker == M_EOI)
			return j.scan ? FILE_FINE : FILE_DAMAGED;
		if (file.n - at < 2 || (length = be16(file.p + at)) < 2 || length > file.n - at)
			return FILE_DAMAGED;
		fault = segment_fault(&j, marker, file.p + at + 2, length - 2);
		if (fault != FILE_FINE)
			return fault;
		at += length;
		if (marker == M_SOS)
			at = scan_end(file, at);
	}
	return FILE_DAMAGED;
}
