/* paperpen.h - where and how something is put on a sheet: the lower half of wrap/paperdraw.c.  Lengths are points; a pen with
 * `dry` moves and measures, and leaves no ink. */
#ifndef WRAP_PAPERPEN_H
#define WRAP_PAPERPEN_H

#include <cairo.h>
#include <pango/pango.h>
#include <stdbool.h>

#include "base/err.h"
#include "base/mem.h"

#define MM (72 / 25.4)
#define A4_WIDTH  (210 * MM)
#define A4_HEIGHT (297 * MM)

struct ink {
	double r, g, b, a;
};
extern const struct ink ink_black, ink_grey, ink_line, ink_tint, ink_red, ink_seal;

struct pen {
	cairo_t *cr;           /* NULL while dry */
	PangoContext *letters; /* fonts, and what language the text is in */
	bool dry;
	double scale;         /* of type and of space */
	double x, y, width;   /* the column, and how far down it is filled */
	double bottom;        /* where it ends */
};

/* pen_text - how a text is set, at most `width` wide. */
struct type {
	double size; /* points at scale 1 */
	bool bold;
	PangoAlignment align;
	double first;   /* ems by which the first line is moved in; negative: the others are */
	double spacing; /* ems between letters */
	double leading; /* factor on the font's own line height; 0: 1 */
	const struct ink *ink; /* NULL: black */
};
/* pen_height - of the text when set; pen_put - set it with its upper left corner at x, y: gives its height. */
double pen_height(const struct pen *pen, const struct type *type, const char *text, double width);
double pen_put(const struct pen *pen, const struct type *type, const char *text, double x, double y, double width);
/* pen_part - its lines from *line on, as many as are not higher than `most`; moves *line to the first that is left, or -1 when
 * there is none.  Gives the height of what was set. */
double pen_part(const struct pen *pen, const struct type *type, const char *text, double x, double y, double width,
		double most, int *line);
/* pen_outline - text as a shape in cairo's current path, centred on the current point and standing on it; gives its width.
 * Shapes are not text: nobody finds them by searching or copies them. */
double pen_outline(const struct pen *pen, const struct type *type, const char *text);

/* pen_tag - what comes now, up to pen_tag_end, is a heading, a paragraph, a cell (ISO 32000-1, 14.8.4): for those who are read to.
 * pen_say - pen_put of a text that is such an element by itself. */
#define PEN_ASIDE "Private" /* what repeats on each sheet and is not read out (papertags.h takes it out of the tree) */
void pen_tag(const struct pen *pen, const char *tag);
void pen_tag_end(const struct pen *pen, const char *tag);
double pen_say(const struct pen *pen, const char *tag, const struct type *type, const char *text, double x, double y,
	       double width);

void pen_ink(const struct pen *pen, const struct ink *ink);
void pen_line(const struct pen *pen, double x1, double y1, double x2, double y2, double thick);
void pen_box(const struct pen *pen, double x, double y, double width, double height, const struct ink *fill);
/* pen_qr - a square with a QR code of the text. */
MUST_CHECK enum err pen_qr(const struct pen *pen, void *ctx, const char *text, double x, double y, double side);
/* pen_seal - a round seal around a centre: ring, star, name along the ring, legend below the star. */
#define SEAL_WIDE (38 * MM)
void pen_seal(const struct pen *pen, double cx, double cy, const char *authority, const char *legend);

#endif
