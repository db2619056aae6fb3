#include "wrap/paperpen.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "wrap/qr.h"

#define FAMILY "Noto Serif CJK SC"

const struct ink ink_black = {0, 0, 0, 1}, ink_grey = {.38, .38, .38, 1}, ink_line = {.45, .45, .45, 1};
const struct ink ink_tint = {.955, .955, .955, 1}, ink_red = {.78, .06, .08, 1}, ink_seal = {.83, .07, .10, .86};

static int units(double points)
{
	return (int)lround(points * PANGO_SCALE);
}

/* --- text ------------------------------------------------------------------------------------------------- */

static PangoLayout *layout_make(const struct pen *pen, const struct type *type, const char *text, double width)
{
	PangoLayout *layout = pango_layout_new(pen->letters);
	PangoFontDescription *font = pango_font_description_from_string(FAMILY);
	double size = type->size * pen->scale;

	pango_font_description_set_absolute_size(font, units(size));
	pango_font_description_set_weight(font, type->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_text(layout, text, -1);
	if (width > 0)
		pango_layout_set_width(layout, units(width));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, type->align);
	pango_layout_set_indent(layout, units(type->first * size));
	pango_layout_set_line_spacing(layout, (float)(type->leading > 0 ? type->leading : 1));
	if (type->spacing > 0) {
		PangoAttrList *list = pango_attr_list_new();
		pango_attr_list_insert(list, pango_attr_letter_spacing_new(units(type->spacing * size)));
		pango_layout_set_attributes(layout, list);
		pango_attr_list_unref(list);
	}
	return layout;
}

static double layout_height(PangoLayout *layout)
{
	PangoRectangle r;

	pango_layout_get_extents(layout, NULL, &r);
	return (double)r.height / PANGO_SCALE;
}

double pen_height(const struct pen *pen, const struct type *type, const char *text, double width)
{
	PangoLayout *layout = layout_make(pen, type, text, width);
	double h = layout_height(layout);

	g_object_unref(layout);
	return h;
}

double pen_put(const struct pen *pen, const struct type *type, const char *text, double x, double y, double width)
{
	PangoLayout *layout = layout_make(pen, type, text, width);
	double h = layout_height(layout);

	if (!pen->dry) {
		pen_ink(pen, type->ink ? type->ink : &ink_black);
		cairo_move_to(pen->cr, x, y);
		pango_cairo_show_layout(pen->cr, layout);
	}
	g_object_unref(layout);
	return h;
}

void pen_tag(const struct pen *pen, const char *tag)
{
	if (!pen->dry)
		cairo_tag_begin(pen->cr, tag, "");
}

void pen_tag_end(const struct pen *pen, const char *tag)
{
	if (!pen->dry)
		cairo_tag_end(pen->cr, tag);
}

double pen_say(const struct pen *pen, const char *tag, const struct type *type, const char *text, double x, double y,
	       double width)
{
	pen_tag(pen, tag);
	double h = pen_put(pen, type, text, x, y, width);
	pen_tag_end(pen, tag);
	return h;
}

double pen_part(const struct pen *pen, const struct type *type, const char *text, double x, double y, double width,
		double most, int *line)
{
	PangoLayout *layout = layout_make(pen, type, text, width);
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	int i = 0, top = 0, y0, y1, bottom = 0;
	bool more = true;

	for (; more && i < *line; i++)
		more = pango_layout_iter_next_line(at);
	for (bool first = true; more; first = false, i++) {
		PangoRectangle r;
		pango_layout_iter_get_line_yrange(at, &y0, &y1);
		if (first)
			top = y0;
		if (!first && y1 - top > units(most))
			break;
		bottom = y1;
		pango_layout_iter_get_line_extents(at, NULL, &r);
		if (!pen->dry) {
			pen_ink(pen, type->ink ? type->ink : &ink_black);
			cairo_move_to(pen->cr, x + (double)r.x / PANGO_SCALE,
				      y + (double)(pango_layout_iter_get_baseline(at) - top) / PANGO_SCALE);
			pango_cairo_show_layout_line(pen->cr, pango_layout_iter_get_line_readonly(at));
		}
		more = pango_layout_iter_next_line(at);
	}
	*line = more ? i : -1;
	pango_layout_iter_free(at);
	g_object_unref(layout);
	return (double)(bottom - top) / PANGO_SCALE;
}

double pen_outline(const struct pen *pen, const struct type *type, const char *text)
{
	PangoLayout *layout = layout_make(pen, type, text, 0);
	PangoRectangle r;
	double x, y;

	pango_layout_get_extents(layout, NULL, &r);
	cairo_get_current_point(pen->cr, &x, &y);
	cairo_move_to(pen->cr, x - (double)r.width / PANGO_SCALE / 2,
		      y - (double)pango_layout_get_baseline(layout) / PANGO_SCALE);
	pango_cairo_layout_path(pen->cr, layout);
	g_object_unref(layout);
	return (double)r.width / PANGO_SCALE;
}

/* --- lines and boxes -------------------------------------------------------------------------------------- */

void pen_ink(const struct pen *pen, const struct ink *ink)
{
	if (!pen->dry)
		cairo_set_source_rgba(pen->cr, ink->r, ink->g, ink->b, ink->a);
}

void pen_line(const struct pen *pen, double x1, double y1, double x2, double y2, double thick)
{
	if (pen->dry)
		return;
	cairo_set_line_width(pen->cr, thick);
	cairo_move_to(pen->cr, x1, y1);
	cairo_line_to(pen->cr, x2, y2);
	cairo_stroke(pen->cr);
}

void pen_box(const struct pen *pen, double x, double y, double width, double height, const struct ink *fill)
{
	if (pen->dry)
		return;
	if (fill) {
		pen_ink(pen, fill);
		cairo_rectangle(pen->cr, x, y, width, height);
		cairo_fill(pen->cr);
	}
	pen_ink(pen, &ink_line);
	cairo_set_line_width(pen->cr, .5);
	cairo_rectangle(pen->cr, x, y, width, height);
	cairo_stroke(pen->cr);
}

/* number_read - the number after the letter at *at. */
static int number_read(const char **at)
{
	int n = 0;

	for (++*at; **at >= '0' && **at <= '9'; ++*at)
		n = n * 10 + (**at - '0');
	return n;
}

enum err pen_qr(const struct pen *pen, void *ctx, const char *text, double x, double y, double side)
{
	struct qr qr;

	if (pen->dry)
		return ERR_NONE;
	TRY(qr_make(ctx, text, &qr));
	pen_ink(pen, &ink_black);
	cairo_save(pen->cr);
	cairo_new_path(pen->cr);
	cairo_translate(pen->cr, x, y);
	cairo_scale(pen->cr, side / qr.size, side / qr.size);
	for (const char *at = qr.path; *at == 'M'; at = strchr(at, 'z') + 1) { /* "M4 4h7v1h-7z" */
		int mx = number_read(&at), my = number_read(&at), run = number_read(&at);
		cairo_rectangle(pen->cr, mx, my, run, 1);
	}
	cairo_fill(pen->cr);
	cairo_restore(pen->cr);
	return ERR_NONE;
}

/* --- the seal --------------------------------------------------------------------------------------------- */

#define RING      (SEAL_WIDE / 2 - .6 * MM) /* radius of the ring, to the middle of its line */
#define NAME_FOOT (RING - 6.4 * MM)         /* radius on which the letters of the name stand */
#define NAME_SIZE (5.0 * MM)
#define NAME_STEP (24 * M_PI / 180) /* between letters, as long as they all find room */
#define NAME_SPAN (246 * M_PI / 180)

static void star(const struct pen *pen, double cx, double cy, double radius)
{
	const double inner = radius * .381966; /* of a regular star */

	cairo_new_path(pen->cr);
	for (int i = 0; i < 10; i++) {
		double angle = i * M_PI / 5, r = i % 2 ? inner : radius;
		cairo_line_to(pen->cr, cx + r * sin(angle), cy - r * cos(angle));
	}
	cairo_close_path(pen->cr);
	cairo_fill(pen->cr);
}

/* name_around - each letter upright on its place of the arc, made narrower where the name is long. */
static void name_around(const struct pen *pen, double cx, double cy, const char *name)
{
	const struct type type = {.size = NAME_SIZE, .bold = true};
	size_t n = utf8_len(name);
	double step = n > 1 ? fmin(NAME_STEP, NAME_SPAN / (double)(n - 1)) : 0;
	double narrow = n > 1 ? fmin(1, step * (NAME_FOOT + NAME_SIZE * .3) / (NAME_SIZE * 1.04)) : 1;

	for (size_t i = 0; i < n; i++) {
		char letter[8] = "";
		size_t bytes = utf8_prefix(name, 1);
		snprintf(letter, sizeof letter, "%.*s", (int)bytes, name);
		cairo_save(pen->cr);
		cairo_translate(pen->cr, cx, cy);
		cairo_rotate(pen->cr, ((double)i - (double)(n - 1) / 2) * step);
		cairo_translate(pen->cr, 0, -NAME_FOOT);
		cairo_scale(pen->cr, narrow, 1);
		cairo_move_to(pen->cr, 0, -NAME_SIZE * .12);
		pen_outline(pen, &type, letter);
		cairo_fill(pen->cr);
		cairo_restore(pen->cr);
		name += bytes;
	}
}

static void legend_below(const struct pen *pen, double cx, double cy, const char *legend)
{
	const struct type type = {.size = 3.4 * MM, .bold = true, .spacing = .06};

	cairo_new_path(pen->cr);
	cairo_move_to(pen->cr, cx, cy + 12.6 * MM);
	pen_outline(pen, &type, legend);
	cairo_fill(pen->cr);
}

void pen_seal(const struct pen *pen, double cx, double cy, const char *authority, const char *legend)
{
	struct pen own = *pen;

	if (pen->dry || text_empty(authority))
		return;
	own.scale = 1; /* a seal has one size */
	pen_ink(&own, &ink_seal);
	cairo_set_line_width(own.cr, 1.2 * MM);
	cairo_new_path(own.cr);
	cairo_arc(own.cr, cx, cy, RING, 0, 2 * M_PI);
	cairo_stroke(own.cr);
	star(&own, cx, cy, 5.6 * MM);
	name_around(&own, cx, cy, authority);
	if (!text_empty(legend))
		legend_below(&own, cx, cy, legend);
}
