/* paper.h - an A4 document put together from blocks, top to bottom, and printed as a PDF: fonts embedded, text that can be
 * searched and copied, vector seal and QR code, and the same bytes for the same input.
 *
 * The blocks are only written down here.  They are drawn (wrap/paperdraw.h) by a helper program that lives as long as one
 * PDF: to embed two Chinese fonts takes 50 MB for a moment, and libraries that a worker need not carry all day.
 * Texts are UTF-8 and are copied; NULL or "" adds nothing.  Everything dies with the ctx of paper_new. */
#ifndef WRAP_PAPER_H
#define WRAP_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/time.h"

#define PAPER_SECONDS 20 /* for one PDF; one of a sheet takes a quarter of a second */

struct paper;
struct paper_about {       /* properties of the file; the head and foot of its sheets */
	const char *title;
	const char *author;
	msec made;         /* creation date: when the document was issued */
	const char *running; /* at the top of the second sheet and those after it */
	const char *foot;    /* at the bottom of every sheet, small; or NULL */
	bool framed;         /* with a double line around it: certificates */
};
struct paper *paper_new(void *ctx, const struct paper_about *about);

enum paper_style {
	PAPER_HEAD,     /* whose paper it is, in red */
	PAPER_TITLE,
	PAPER_SUBTITLE, /* below a title: （存根联） */
	PAPER_NUMBER,   /* at the right edge */
	PAPER_TO,       /* addressee */
	PAPER_BODY,     /* first line moved in by two characters */
	PAPER_PLAIN,
	PAPER_HEADING,  /* of a part of the text, or of a list */
	PAPER_ITEM,     /* of a list: the text brings its number; later lines are moved in */
	PAPER_SMALL,
	PAPER_STYLES
};
void paper_text(struct paper *p, enum paper_style style, const char *text);

/* paper_facts - a grid of names and texts.  half: beside the next one, which must be half too.  beside: a QR code at the right,
 * or NULL. */
struct paper_fact {
	const char *name, *text;
	bool half;
	bool big; /* numbers that people copy by hand */
};
struct paper_qr {
	const char *url, *caption;
};
void paper_facts(struct paper *p, const struct paper_fact *fact, size_t n, const struct paper_qr *beside);

/* paper_corner - a small QR code at the upper left corner of what comes next, beside its number and title; text begins below it. */
void paper_corner(struct paper *p, const char *url);

/* paper_table - weight: share of the width; rows: n times ncolumns texts.  Its head is repeated on each sheet. */
struct paper_column {
	const char *name;
	int weight;
	bool centred;
};
void paper_table(struct paper *p, const char *title, const struct paper_column *column, size_t ncolumns,
		 const char *const *cell, size_t rows);

/* paper_foot - the end of a letter, kept together: lines at the left; lines at the right, centred, the last of which is the
 * date, and the seal over them. */
struct paper_seal {
	const char *authority; /* engraved around; NULL: no seal */
	const char *legend;    /* engraved below the star */
};
struct paper_side {
	const char *const *line;
	size_t n;
	struct paper_seal seal;
};
void paper_foot(struct paper *p, const struct paper_side *left, const struct paper_side *right);
/* paper_hands - two columns, for who signs: "申请人（签字盖章）", what stands for the signature, and the seal over it; without
 * lines there is room to sign by hand, and a date to fill in. */
struct paper_hand {
	const char *who;
	struct paper_side with;
};
void paper_hands(struct paper *p, const struct paper_hand *left, const struct paper_hand *right);

/* paper_cut - what is above and what is below are copies that share a sheet; words: on the line between them.  Copies that
 * are too long for that begin a sheet each. */
void paper_cut(struct paper *p, const char *words);

/* paper_sheet - what comes now begins a sheet, and is numbered from one: another copy for somebody else. */
void paper_sheet(struct paper *p);

/* paper_print - the PDF.  Runs the helper, which lies beside the program that asks.  errors: ERR_UNAVAILABLE when
 * there was no PDF in time. */
MUST_CHECK enum err paper_print(void *ctx, const struct paper *p, struct bytes *pdf);
/* paper_blocks - as they are handed to the helper; what paperdraw reads. */
struct bytes paper_blocks(void *ctx, const struct paper *p);

#endif
