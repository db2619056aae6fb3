#include "wrap/paperdraw.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "wrap/json.h"
#include "wrap/paper.h"
#include "wrap/paperpen.h"
#include "wrap/papertags.h"

#define SIDE   (20 * MM) /* margins */
#define TOP    (19 * MM)
#define BOTTOM (22 * MM)
#define FOOT_Y (A4_HEIGHT - 17 * MM) /* chain and number of the sheet */
#define CUT    (11 * MM)             /* strip around a cut line */
#define QR_SIDE (32 * MM)
#define CORNER_SIDE (21 * MM) /* of a QR code in a head */
#define PAD    1.6 /* points within cells, times scale */

#define PARTS_MOST 8

/* sheets - the state of one run over all blocks. */
struct sheets {
	void *ctx;
	const struct json *all;
	struct pen pen;
	int part, page; /* copy for somebody else, and sheet of it, both from 1 */
	int sheets;     /* in all */
	int pages[PARTS_MOST + 1]; /* of each part; 0 until they are counted */
	double share;    /* height of each copy's share of the sheet; 0: no copies */
	struct json *figures; /* what each picture shows, in the order of drawing */
	double corner;   /* what is not part of a head begins below this; 0: no matter */
	double filled;   /* how far down the last sheet was filled */
	enum err e;
};

/* --- sheets ----------------------------------------------------------------------------------------------- */

static const struct type small_type = {.size = 7.5, .ink = &ink_grey};

static void sheet_foot(struct sheets *s)
{
	const char *foot = json_text(s->all, "foot");
	struct pen own = s->pen;
	struct type right = {.size = 9, .align = PANGO_ALIGN_RIGHT};

	own.scale = 1;
	if (foot)
		pen_put(&own, &small_type, foot, SIDE, FOOT_Y, A4_WIDTH - 2 * SIDE - 32 * MM);
	if (s->pages[s->part] > 1)
		pen_put(&own, &right, mem_fmt(s->ctx, "第%d页/共%d页", s->page, s->pages[s->part]), A4_WIDTH - SIDE - 32 * MM,
			FOOT_Y - 1, 32 * MM);
}

/* frame - around a certificate: a thick line and a thin one within. */
static void frame(const struct sheets *s)
{
	static const struct {
		double off, thick;
	} lines[] = {{10 * MM, 2.4}, {12 * MM, .7}};

	if (s->pen.dry)
		return;
	pen_ink(&s->pen, &ink_red);
	for (size_t i = 0; i < 2; i++) {
		double off = lines[i].off;
		cairo_set_line_width(s->pen.cr, lines[i].thick);
		cairo_rectangle(s->pen.cr, off, off, A4_WIDTH - 2 * off, A4_HEIGHT - 2 * off);
		cairo_stroke(s->pen.cr);
	}
}

static void sheet_head(const struct sheets *s)
{
	const char *running = json_text(s->all, "running");
	struct pen own = s->pen;

	own.scale = 1;
	if (json_bool(s->all, "framed", false))
		frame(s);
	if (s->page == 1 || !running)
		return;
	pen_put(&own, &small_type, running, SIDE, TOP - 6 * MM, s->pen.width);
	pen_ink(&own, &ink_line);
	pen_line(&own, SIDE, TOP - 2 * MM, A4_WIDTH - SIDE, TOP - 2 * MM, .5);
}

static void sheet_begin(struct sheets *s)
{
	s->page++;
	s->sheets++;
	s->pen.x = SIDE;
	s->pen.width = A4_WIDTH - 2 * SIDE;
	s->pen.y = TOP;
	s->pen.bottom = A4_HEIGHT - BOTTOM;
	s->corner = 0;
	pen_tag(&s->pen, PEN_ASIDE);
	sheet_head(s);
	pen_tag_end(&s->pen, PEN_ASIDE);
}

static void sheet_end(struct sheets *s)
{
	pen_tag(&s->pen, PEN_ASIDE);
	sheet_foot(s);
	pen_tag_end(&s->pen, PEN_ASIDE);
	s->filled = s->pen.y;
	if (s->pen.dry)
		s->pages[s->part] = s->page;
	if (!s->pen.dry)
		cairo_show_page(s->pen.cr);
}

/* room - begin another sheet unless `height` more fits on this one. */
static bool room(struct sheets *s, double height)
{
	if (s->pen.y + height <= s->pen.bottom || s->pen.y <= TOP + 1)
		return true;
	sheet_end(s);
	sheet_begin(s);
	return false;
}

/* --- text ------------------------------------------------------------------------------------------------- */

static const struct style {
	struct type type;
	double before, after; /* points */
	bool keeps;           /* with what comes after it */
	const char *tag;      /* NULL: a paragraph */
} styles[PAPER_STYLES] = {
	[PAPER_HEAD] = {{.size = 14, .bold = true, .align = PANGO_ALIGN_CENTER, .spacing = .16, .ink = &ink_red}, 0, 3, true},
	[PAPER_TITLE] = {{.size = 22, .bold = true, .align = PANGO_ALIGN_CENTER, .spacing = .14}, 2, 6, true, "H1"},
	[PAPER_SUBTITLE] = {{.size = 11, .align = PANGO_ALIGN_CENTER}, -7, 3, true},
	[PAPER_NUMBER] = {{.size = 10.5, .align = PANGO_ALIGN_RIGHT}, 0, 6, true},
	[PAPER_TO] = {{.size = 12, .bold = true}, 6, 4, true},
	[PAPER_BODY] = {{.size = 12, .first = 2, .leading = 1.14}, 0, 3, false},
	[PAPER_PLAIN] = {{.size = 12, .leading = 1.12}, 0, 3, false},
	[PAPER_HEADING] = {{.size = 12, .bold = true}, 7, 2, true, "H2"},
	[PAPER_ITEM] = {{.size = 12, .first = -1.6, .leading = 1.08}, 0, 3, false, "LBody"},
	[PAPER_SMALL] = {{.size = 9, .ink = &ink_grey, .leading = 1.05}, 3, 0, false},
};

/* text_long - goes on upon the next sheet, unless hardly any of it would be on this one. */
static void text_long(struct sheets *s, const struct style *style, const char *text)
{
	int line = 0;

	room(s, 3 * style->type.size * 1.5 * s->pen.scale);
	for (;;) {
		pen_tag(&s->pen, text_or(style->tag, "P"));
		s->pen.y += pen_part(&s->pen, &style->type, text, s->pen.x, s->pen.y, s->pen.width, s->pen.bottom - s->pen.y, &line);
		pen_tag_end(&s->pen, text_or(style->tag, "P"));
		if (line < 0)
			break;
		sheet_end(s);
		sheet_begin(s);
	}
	s->pen.y += style->after * s->pen.scale;
}

static void text_block(struct sheets *s, const struct json *b)
{
	int64_t i = json_int(b, "style", 0);
	const struct style *style = &styles[i >= 0 && i < PAPER_STYLES ? i : PAPER_PLAIN];
	const char *text = text_or(json_text(b, "text"), "");
	if (!style->keeps)
		s->pen.y = fmax(s->pen.y, s->corner);
	double before = style->before * s->pen.scale, h = pen_height(&s->pen, &style->type, text, s->pen.width);

	if (!style->keeps && !s->share && s->pen.y + before + h > s->pen.bottom) {
		s->pen.y += before;
		text_long(s, style, text);
		return;
	}
	room(s, before + h + (style->keeps ? 14 * MM : 0));
	s->pen.y += before;
	s->pen.y += pen_say(&s->pen, text_or(style->tag, "P"), &style->type, text, s->pen.x, s->pen.y, s->pen.width) +
		    style->after * s->pen.scale;
	if (i == PAPER_HEAD && !s->share) {
		pen_ink(&s->pen, &ink_red);
		pen_line(&s->pen, s->pen.x, s->pen.y, s->pen.x + s->pen.width, s->pen.y, 1.4);
		s->pen.y += 9 * s->pen.scale;
	}
}

/* --- facts ------------------------------------------------------------------------------------------------ */

static const struct type name_type = {.size = 9.5, .bold = true}, fact_type = {.size = 10},
			 big_type = {.size = 15, .bold = true, .spacing = .02};

#define NAME_WIDE (23 * MM)

static const struct type *fact_type_of(const struct json *f)
{
	return json_bool(f, "big", false) ? &big_type : &fact_type;
}

static double fact_height(const struct sheets *s, const struct json *f, double width)
{
	double name = pen_height(&s->pen, &name_type, text_or(json_text(f, "name"), ""), NAME_WIDE - 2 * PAD);
	double text = pen_height(&s->pen, fact_type_of(f), text_or(json_text(f, "text"), ""), width - NAME_WIDE - 4 * PAD);

	return fmax(name, text) + 3 * PAD * s->pen.scale;
}

static void fact_put(struct sheets *s, const struct json *f, double x, double width, double height)
{
	const struct type *type = fact_type_of(f);
	const char *name = text_or(json_text(f, "name"), ""), *text = text_or(json_text(f, "text"), "");
	double text_high = pen_height(&s->pen, type, text, width - NAME_WIDE - 4 * PAD);
	double name_high = pen_height(&s->pen, &name_type, name, NAME_WIDE - 2 * PAD);

	pen_box(&s->pen, x, s->pen.y, NAME_WIDE, height, &ink_tint);
	pen_box(&s->pen, x + NAME_WIDE, s->pen.y, width - NAME_WIDE, height, NULL);
	pen_say(&s->pen, "TH", &name_type, name, x + 2 * PAD, s->pen.y + (height - name_high) / 2, NAME_WIDE - 2 * PAD);
	pen_say(&s->pen, "TD", type, text, x + NAME_WIDE + 2 * PAD, s->pen.y + (height - text_high) / 2,
		width - NAME_WIDE - 4 * PAD);
}

/* facts_row - the fact at i, and the one beside it; gives how many. */
static size_t facts_row(struct sheets *s, const struct json *list, size_t i, double width)
{
	const struct json *a = json_at(list, i), *b = json_at(list, i + 1);
	bool pair = json_bool(a, "half", false) && b && json_bool(b, "half", false);
	double half = pair ? width / 2 : width, h = fact_height(s, a, half);

	if (pair)
		h = fmax(h, fact_height(s, b, half));
	room(s, h);
	pen_tag(&s->pen, "TR");
	fact_put(s, a, s->pen.x, half, h);
	if (pair)
		fact_put(s, b, s->pen.x + half, half, h);
	pen_tag_end(&s->pen, "TR");
	s->pen.y += h;
	return pair ? 2 : 1;
}

/* figure - what comes now, up to pen_tag_end, is a picture that is described by these words. */
static void figure(struct sheets *s, const char *words)
{
	if (!s->pen.dry)
		json_add_text(s->figures, words);
	pen_tag(&s->pen, "Figure");
}

static void qr_put(struct sheets *s, const char *url, double x, double y, double side)
{
	figure(s, "二维码：手机扫一扫，打开本件的进度页");
	if (s->e == ERR_NONE)
		s->e = pen_qr(&s->pen, s->ctx, url, x, y, side);
	pen_tag_end(&s->pen, "Figure");
}

static void seal_put(struct sheets *s, double cx, double cy, const struct json *side)
{
	const char *authority = json_text(side, "authority"), *legend = text_or(json_text(side, "legend"), "");

	if (text_empty(authority))
		return;
	figure(s, mem_fmt(s->ctx, "印章：%s%s", authority, legend));
	pen_seal(&s->pen, cx, cy, authority, legend);
	pen_tag_end(&s->pen, "Figure");
}

static void qr_beside(struct sheets *s, const struct json *b)
{
	const struct type caption = {.size = 8.5, .align = PANGO_ALIGN_CENTER};
	double x = s->pen.x + s->pen.width - QR_SIDE, y = s->pen.y;

	qr_put(s, json_text(b, "url"), x, y - 3 * MM, QR_SIDE);
	pen_say(&s->pen, "P", &caption, text_or(json_text(b, "caption"), ""), x, y + QR_SIDE - 5 * MM, QR_SIDE);
}

/* corner_block - the quiet zone of the code lies in the margin. */
static void corner_block(struct sheets *s, const struct json *b)
{
	room(s, CORNER_SIDE + 14 * MM);
	qr_put(s, json_text(b, "url"), s->pen.x - 2 * MM, s->pen.y - 2 * MM, CORNER_SIDE);
	s->corner = s->pen.y + CORNER_SIDE - 3 * MM;
}

static void facts_block(struct sheets *s, const struct json *b)
{
	const struct json *list = json_get(b, "facts");
	bool beside = json_text(b, "url") != NULL;
	double width = s->pen.width - (beside ? QR_SIDE + 3 * MM : 0), end;
	int page;

	s->pen.y += 4 * s->pen.scale;
	if (beside)
		room(s, QR_SIDE + 10 * MM);
	end = s->pen.y + QR_SIDE + 5 * MM;
	page = s->page;
	if (beside)
		qr_beside(s, b);
	pen_tag(&s->pen, "Table");
	for (size_t i = 0; i < json_count(list);)
		i += facts_row(s, list, i, width);
	pen_tag_end(&s->pen, "Table");
	if (beside && page == s->page)
		s->pen.y = fmax(s->pen.y, end);
	s->pen.y += 6 * s->pen.scale;
}

/* --- tables ----------------------------------------------------------------------------------------------- */

static const struct type head_type = {.size = 10, .bold = true, .align = PANGO_ALIGN_CENTER}, cell_type = {.size = 10};
#define COLUMNS_MOST 12

struct table {
	const struct json *columns, *cells;
	size_t n, rows;
	double wide[COLUMNS_MOST];
};

static struct table table_read(const struct sheets *s, const struct json *b)
{
	struct table t = {.columns = json_get(b, "columns"), .cells = json_get(b, "cells")};
	double all = 0;

	t.n = json_count(t.columns) < COLUMNS_MOST ? json_count(t.columns) : COLUMNS_MOST;
	t.rows = t.n ? json_count(t.cells) / json_count(t.columns) : 0;
	for (size_t k = 0; k < t.n; k++)
		all += (double)json_int(json_at(t.columns, k), "weight", 1);
	for (size_t k = 0; k < t.n; k++)
		t.wide[k] = s->pen.width * (double)json_int(json_at(t.columns, k), "weight", 1) / all;
	return t;
}

/* cell_text - row 0 is the head. */
static const char *cell_text(const struct table *t, size_t row, size_t k)
{
	return row == 0 ? text_or(json_text(json_at(t->columns, k), "name"), "")
			: text_or(json_str(json_at(t->cells, (row - 1) * json_count(t->columns) + k)), "");
}

/* table_row - again: the head of a table once more, which is not read out again. */
enum table_draw { MEASURE, DRAW, AGAIN };
static double table_row(struct sheets *s, const struct table *t, size_t row, enum table_draw how)
{
	bool measure = how == MEASURE, tagged = how == DRAW;
	double x = s->pen.x, h = 0;

	for (size_t k = 0; k < t->n; k++)
		h = fmax(h, pen_height(&s->pen, row ? &cell_type : &head_type, cell_text(t, row, k), t->wide[k] - 4 * PAD));
	h += 3 * PAD * s->pen.scale;
	if (tagged)
		pen_tag(&s->pen, "TR");
	for (size_t k = 0; k < t->n && !measure; k++) {
		struct type type = row ? cell_type : head_type;
		const char *text = cell_text(t, row, k);
		if (row && json_bool(json_at(t->columns, k), "centred", false))
			type.align = PANGO_ALIGN_CENTER;
		pen_box(&s->pen, x, s->pen.y, t->wide[k], h, row ? NULL : &ink_tint);
		if (tagged)
			pen_tag(&s->pen, row ? "TD" : "TH");
		pen_put(&s->pen, &type, text, x + 2 * PAD,
			s->pen.y + (h - pen_height(&s->pen, &type, text, t->wide[k] - 4 * PAD)) / 2, t->wide[k] - 4 * PAD);
		if (tagged)
			pen_tag_end(&s->pen, row ? "TD" : "TH");
		x += t->wide[k];
	}
	if (tagged)
		pen_tag_end(&s->pen, "TR");
	if (!measure)
		s->pen.y += h;
	return h;
}

static void head_again(struct sheets *s, const struct table *t)
{
	pen_tag(&s->pen, PEN_ASIDE);
	table_row(s, t, 0, AGAIN);
	pen_tag_end(&s->pen, PEN_ASIDE);
}

static void table_block(struct sheets *s, const struct json *b)
{
	struct table t = table_read(s, b);
	const char *title = json_text(b, "title");
	const struct type title_type = {.size = 11, .bold = true};
	double title_high = title ? pen_height(&s->pen, &title_type, title, s->pen.width) : 0;

	if (!t.rows)
		return;
	s->pen.y += 3 * s->pen.scale;
	room(s, title_high + 2 + table_row(s, &t, 0, MEASURE) + table_row(s, &t, 1, MEASURE));
	pen_tag(&s->pen, "Table");
	if (title)
		s->pen.y += pen_say(&s->pen, "Caption", &title_type, title, s->pen.x, s->pen.y, s->pen.width) + 2;
	table_row(s, &t, 0, DRAW);
	for (size_t row = 1; row <= t.rows; row++) {
		if (!room(s, table_row(s, &t, row, MEASURE)))
			head_again(s, &t);
		table_row(s, &t, row, DRAW);
	}
	pen_tag_end(&s->pen, "Table");
	s->pen.y += 6 * s->pen.scale;
}

/* --- the end of a letter ---------------------------------------------------------------------------------- */

static const struct type line_type = {.size = 11, .leading = 1.1},
			 seal_line_type = {.size = 11.5, .align = PANGO_ALIGN_CENTER, .leading = 1.1};

static double lines_put(struct sheets *s, const struct json *side, const struct type *type, double x, double y, double width,
			bool measure)
{
	const struct json *lines = json_get(side, "lines");
	double h = 0;

	for (size_t i = 0; i < json_count(lines); i++) {
		const char *line = text_or(json_str(json_at(lines, i)), "");
		h += (measure ? pen_height(&s->pen, type, line, width) : pen_say(&s->pen, "P", type, line, x, y + h, width)) +
		     3 * s->pen.scale;
	}
	return h;
}

/* foot_block - right lines in the middle of where the seal goes, and their ink above its ink, so that all can be read.  On a copy it stands at the end of its share. */
static void foot_block(struct sheets *s, const struct json *b)
{
	const struct json *left = json_get(b, "left"), *right = json_get(b, "right");
	const char *authority = json_text(right, "authority");
	double wide = 72 * MM, rest = s->pen.width - wide;
	double lh = lines_put(s, left, &line_type, 0, 0, rest, true);
	double rh = lines_put(s, right, &seal_line_type, 0, 0, wide, true);
	double h = fmax(fmax(lh, rh), authority ? SEAL_WIDE : 0), x = s->pen.x + s->pen.width - wide;

	room(s, h + 6 * MM * s->pen.scale);
	s->pen.y += 6 * MM * s->pen.scale;
	if (s->share > 0)
		s->pen.y = fmax(s->pen.y, s->pen.bottom - h);
	lines_put(s, left, &line_type, s->pen.x, s->pen.y + h - lh, rest, false);
	seal_put(s, x + wide / 2, s->pen.y + h / 2, right);
	lines_put(s, right, &seal_line_type, x, s->pen.y + (h - rh) / 2, wide, false);
	s->pen.y += h;
}

static void hand_put(struct sheets *s, const struct json *hand, double x, double width, double height)
{
	static const char date[] = "　　　　年　　月　　日";
	const char *who = mem_fmt(s->ctx, "%s：", text_or(json_text(hand, "who"), ""));
	double y = s->pen.y + pen_say(&s->pen, "P", &line_type, who, x, s->pen.y, width), bottom = s->pen.y + height;
	double lines = lines_put(s, hand, &seal_line_type, 0, 0, width, true);

	seal_put(s, x + width / 2, (y + bottom) / 2, hand);
	if (json_count(json_get(hand, "lines")) > 0) {
		lines_put(s, hand, &seal_line_type, x, y + fmax(0, (bottom - y - lines) / 2), width, false);
	} else {
		pen_ink(&s->pen, &ink_line);
		pen_line(&s->pen, x, bottom - 9 * MM, x + width, bottom - 9 * MM, .5);
		pen_say(&s->pen, "P", &line_type, date, x, bottom - 7 * MM, width);
	}
}

static void hands_block(struct sheets *s, const struct json *b)
{
	const struct json *left = json_get(b, "left"), *right = json_get(b, "right");
	double half = s->pen.width / 2, h = (json_text(right, "authority") ? SEAL_WIDE + 9 * MM : 28 * MM);

	room(s, h + 4 * MM);
	s->pen.y += 4 * MM * s->pen.scale;
	hand_put(s, left, s->pen.x, half - 8 * MM, h);
	hand_put(s, right, s->pen.x + half, half - 8 * MM, h);
	s->pen.y += h;
}

/* --- copies ----------------------------------------------------------------------------------------------- */

static void part_begin(struct sheets *s, const struct json *b)
{
	(void)b;
	sheet_end(s);
	s->part += s->part < PARTS_MOST;
	s->page = 0;
	sheet_begin(s);
}

static void cut_block(struct sheets *s, const struct json *b)
{
	const double dash[] = {4, 3};
	const struct type words = {.size = 9, .align = PANGO_ALIGN_CENTER, .ink = &ink_grey};
	double y = s->pen.bottom + CUT / 2, gap = 16 * MM, mid = A4_WIDTH / 2;

	if (s->share <= 0) { /* the copies begin a sheet each */
		part_begin(s, b);
		return;
	}
	pen_ink(&s->pen, &ink_grey);
	if (!s->pen.dry)
		cairo_set_dash(s->pen.cr, dash, 2, 0);
	pen_line(&s->pen, 8 * MM, y, mid - gap, y, .8);
	pen_line(&s->pen, mid + gap, y, A4_WIDTH - 8 * MM, y, .8);
	if (!s->pen.dry)
		cairo_set_dash(s->pen.cr, NULL, 0, 0);
	pen_say(&s->pen, "P", &words, text_or(json_text(b, "words"), ""), mid - gap, y - 7, 2 * gap);
	s->pen.y = s->pen.bottom + CUT;
	s->pen.bottom = s->pen.y + s->share;
}

/* --- all blocks ------------------------------------------------------------------------------------------- */

static const struct {
	const char *key;
	void (*draw)(struct sheets *s, const struct json *b);
	bool grows; /* set larger where a letter is short; grids are not */
} blocks[] = {
	{"text", text_block, true}, {"facts", facts_block, false},	     {"table", table_block, false},
	{"foot", foot_block, true}, {"hands", hands_block, false}, {"cut", cut_block, false},
	{"sheet", part_begin, false}, {"corner", corner_block, false},
};

static void block_draw(struct sheets *s, const struct json *b)
{
	double scale = s->pen.scale;

	for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
		if (!text_eq(blocks[i].key, json_text(b, "block")))
			continue;
		s->pen.scale = blocks[i].grows ? scale : fmin(scale, 1);
		blocks[i].draw(s, b);
		s->pen.scale = scale;
	}
}

static bool is_item(const struct json *b)
{
	return text_eq(json_text(b, "block"), "text") && json_int(b, "style", 0) == PAPER_ITEM;
}

/* item_draw - items beside each other are one list. */
static void item_draw(struct sheets *s, const struct json *list, size_t i)
{
	if (i == 0 || !is_item(json_at(list, i - 1)))
		pen_tag(&s->pen, "L");
	pen_tag(&s->pen, "LI");
	block_draw(s, json_at(list, i));
	pen_tag_end(&s->pen, "LI");
	if (!is_item(json_at(list, i + 1)))
		pen_tag_end(&s->pen, "L");
}

static void run(struct sheets *s)
{
	const struct json *list = json_get(s->all, "blocks");

	s->part = 1;
	s->page = s->sheets = 0;
	sheet_begin(s);
	if (s->share > 0)
		s->pen.bottom = s->pen.y + s->share;
	for (size_t i = 0; i < json_count(list); i++)
		if (is_item(json_at(list, i)))
			item_draw(s, list, i);
		else
			block_draw(s, json_at(list, i));
	sheet_end(s);
}

/* --- how large: as large as fits --------------------------------------------------------------------------- */

static size_t copies(const struct json *all)
{
	const struct json *list = json_get(all, "blocks");
	size_t n = 1;

	for (size_t i = 0; i < json_count(list); i++)
		n += text_eq(json_text(json_at(list, i), "block"), "cut");
	return n;
}

static int count(struct sheets *s, double scale)
{
	s->pen.dry = true;
	s->pen.scale = scale;
	run(s);
	return s->sheets;
}

/* grow - a short letter is set in larger type, as letters of an authority are, while it leaves some of its sheet free. */
static void grow(struct sheets *s, int sheets)
{
	static const double scales[] = {1.25, 1.17, 1.08};

	for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
		if (count(s, scales[i]) == sheets && s->filled < A4_HEIGHT * .84)
			return;
	}
	count(s, 1);
}

/* settle - copies share the sheet when smaller type makes that possible; a letter takes a sheet less where slightly smaller
 * type is enough. */
static void settle(struct sheets *s)
{
	static const double share_scales[] = {1.15, 1.07, 1, .95, .9, .85, .8, .75, .7}, letter_scales[] = {.96, .92, .88, .84};
	size_t n = copies(s->all);
	int sheets;

	for (size_t i = 0; n > 1 && i < sizeof share_scales / sizeof share_scales[0]; i++) {
		s->share = (A4_HEIGHT - TOP - BOTTOM - CUT * (double)(n - 1)) / (double)n;
		if (count(s, share_scales[i]) == 1)
			return;
	}
	s->share = 0;
	sheets = count(s, 1);
	if (sheets == s->part && n == 1) {
		grow(s, sheets);
		return;
	}
	for (size_t i = 0; sheets > s->part && i < sizeof letter_scales / sizeof letter_scales[0]; i++) {
		if (count(s, letter_scales[i]) < sheets)
			return;
	}
	count(s, 1);
}

/* --- the file --------------------------------------------------------------------------------------------- */

/* Only the fonts of the system and its cache: what a user or a desktop has set has no say in how a document looks. */
static const char font_settings[] =
	"\x3C""fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
	"<cachedir>/var/cache/fontconfig</cachedir></fontconfig>";

static enum err fonts_open(FcConfig **out)
{
	FcConfig *c = FcConfigCreate();

	if (!c || !FcConfigParseAndLoadFromMemory(c, (const FcChar8 *)font_settings, FcTrue) || !FcConfigBuildFonts(c))
		return log_err(ERR_INTERNAL, "paper: fonts cannot be looked up");
	*out = c;
	return ERR_NONE;
}

static PangoContext *letters_open(PangoFontMap *map)
{
	PangoContext *letters = pango_font_map_create_context(map);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(letters, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(letters, FALSE);
	pango_context_set_language(letters, pango_language_from_string("zh-cn"));
	return letters;
}

struct sink {
	void *ctx;
	uint8_t *p;
	size_t n, room;
};

static cairo_status_t sink_write(void *closure, const unsigned char *data, unsigned n)
{
	struct sink *k = closure;

	if (k->n + n > k->room) {
		k->room = 2 * k->room + n + 65536;
		k->p = mem_grow(k->ctx, k->p, uint8_t, k->room);
	}
	memcpy(k->p + k->n, data, n);
	k->n += n;
	return CAIRO_STATUS_SUCCESS;
}

static void about_set(cairo_surface_t *pdf, const struct json *all)
{
	const char *made = json_text(all, "made");

	cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, text_or(json_text(all, "title"), ""));
	cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_AUTHOR, text_or(json_text(all, "author"), ""));
	if (made && strlen(made) >= 19) { /* 2026-02-12 09:30:00.123, time of the city */
		char iso[32];
		snprintf(iso, sizeof iso, "%.10sT%.8s+08:00", made, made + 11);
		cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, iso);
	}
}

static enum err ink_down(struct sheets *s, struct bytes *out)
{
	struct sink sink = {.ctx = s->ctx};
	cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream(sink_write, &sink, A4_WIDTH, A4_HEIGHT);
	cairo_status_t status;

	about_set(pdf, s->all);
	s->pen.cr = cairo_create(pdf);
	s->pen.dry = false;
	s->figures = json_set_array(json_new(s->ctx), "list");
	run(s);
	cairo_surface_finish(pdf);
	status = cairo_status(s->pen.cr);
	if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_SURFACE_FINISHED)
		status = cairo_surface_status(pdf);
	cairo_destroy(s->pen.cr);
	cairo_surface_destroy(pdf);
	if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED)
		return log_err(ERR_INTERNAL, "paper: %s", cairo_status_to_string(status));
	TRY(s->e);
	return papertags_finish(s->ctx, (struct bytes){sink.p, sink.n}, s->figures, out);
}

enum err paperdraw_pdf(void *ctx, struct bytes in, struct bytes *pdf)
{
	struct sheets s = {.ctx = ctx};
	PangoFontMap *map;
	FcConfig *fonts;
	struct json *all;
	char *why;
	enum err e;

	if (json_parse(ctx, (const char *)in.p, in.n, &all, &why) != ERR_NONE)
		return log_err(ERR_INVALID, "paper: %s", why);
	TRY(fonts_open(&fonts));
	map = pango_cairo_font_map_new();
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
	s.all = all;
	s.pen.letters = letters_open(map);
	settle(&s);
	e = ink_down(&s, pdf);
	g_object_unref(s.pen.letters);
	g_object_unref(map);
	FcConfigDestroy(fonts);
	return e;
}
