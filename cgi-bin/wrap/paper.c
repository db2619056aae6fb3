#include "wrap/paper.h"

#include <string.h>

#include "base/text.h"
#include "wrap/child.h"
#include "wrap/json.h"

#define HELPER   "paper"
#define PDF_MOST 33554432 /* bytes: far more than hundreds of sheets take */

struct paper {
	struct json *all, *blocks;
};

struct paper *paper_new(void *ctx, const struct paper_about *about)
{
	struct paper *p = mem_new(ctx, struct paper);
	char made[MSEC_TEXT];

	p->all = json_new(p);
	json_set_text(p->all, "title", about->title);
	json_set_text(p->all, "author", about->author);
	json_set_text(p->all, "made", about->made == MSEC_NONE ? NULL : msec_text(about->made, made));
	json_set_text(p->all, "running", about->running);
	json_set_text(p->all, "foot", about->foot);
	json_set_bool(p->all, "framed", about->framed);
	p->blocks = json_set_array(p->all, "blocks");
	return p;
}

static struct json *block_add(struct paper *p, const char *kind)
{
	struct json *o = json_add_object(p->blocks);

	json_set_text(o, "block", kind);
	return o;
}

void paper_text(struct paper *p, enum paper_style style, const char *text)
{
	if (text_empty(text))
		return;
	struct json *o = block_add(p, "text");
	json_set_int(o, "style", (int64_t)style);
	json_set_text(o, "text", text);
}

void paper_facts(struct paper *p, const struct paper_fact *fact, size_t n, const struct paper_qr *beside)
{
	struct json *o = block_add(p, "facts"), *list = json_set_array(o, "facts");

	for (size_t i = 0; i < n; i++) {
		struct json *f = json_add_object(list);
		json_set_text(f, "name", fact[i].name);
		json_set_text(f, "text", fact[i].text);
		json_set_bool(f, "half", fact[i].half);
		json_set_bool(f, "big", fact[i].big);
	}
	if (beside) {
		json_set_text(o, "url", beside->url);
		json_set_text(o, "caption", beside->caption);
	}
}

void paper_corner(struct paper *p, const char *url)
{
	json_set_text(block_add(p, "corner"), "url", url);
}

void paper_table(struct paper *p, const char *title, const struct paper_column *column, size_t ncolumns,
		 const char *const *cell, size_t rows)
{
	struct json *o = block_add(p, "table");

	json_set_text(o, "title", text_empty(title) ? NULL : title);
	struct json *list = json_set_array(o, "columns");
	for (size_t k = 0; k < ncolumns; k++) {
		struct json *c = json_add_object(list);
		json_set_text(c, "name", column[k].name);
		json_set_int(c, "weight", column[k].weight);
		json_set_bool(c, "centred", column[k].centred);
	}
	list = json_set_array(o, "cells");
	for (size_t i = 0; i < rows * ncolumns; i++)
		json_add_text(list, text_or(cell[i], ""));
}

static void seal_set(struct json *o, const struct paper_seal *seal)
{
	json_set_text(o, "authority", seal->authority);
	json_set_text(o, "legend", seal->legend);
}

static void side_set(struct json *o, const struct paper_side *side)
{
	struct json *list = json_set_array(o, "lines");

	for (size_t i = 0; i < side->n; i++)
		json_add_text(list, text_or(side->line[i], ""));
	seal_set(o, &side->seal);
}

void paper_foot(struct paper *p, const struct paper_side *left, const struct paper_side *right)
{
	struct json *o = block_add(p, "foot");

	side_set(json_set_object(o, "left"), left);
	side_set(json_set_object(o, "right"), right);
}

static void hand_set(struct json *o, const struct paper_hand *hand)
{
	json_set_text(o, "who", hand->who);
	side_set(o, &hand->with);
}

void paper_hands(struct paper *p, const struct paper_hand *left, const struct paper_hand *right)
{
	struct json *o = block_add(p, "hands");

	hand_set(json_set_object(o, "left"), left);
	hand_set(json_set_object(o, "right"), right);
}

void paper_sheet(struct paper *p)
{
	block_add(p, "sheet");
}

void paper_cut(struct paper *p, const char *words)
{
	json_set_text(block_add(p, "cut"), "words", words);
}

struct bytes paper_blocks(void *ctx, const struct paper *p)
{
	const char *text = json_write(ctx, p->all);

	return (struct bytes){(const uint8_t *)text, strlen(text)};
}

enum err paper_print(void *ctx, const struct paper *p, struct bytes *pdf)
{
	return child_run(ctx, HELPER, paper_blocks(ctx, p), &(struct child_limits){PAPER_SECONDS, PDF_MOST}, pdf);
}
