/* documentsheet.h - what an issued document says, in the order of print, before it is drawn.  The page (documentpage.h) and
 * the PDF (documentpaper.h) draw the same sheet, and so they say the same.
 *
 * Everything comes from document.data, as it was at issue (domain/document.h); only the QR code and the query code are
 * made anew, because they can be revoked, and the seal comes from the record of its use. */
#ifndef PARTS_DOCUMENTSHEET_H
#define PARTS_DOCUMENTSHEET_H

#include "domain/document.h"

struct documentpage {
	const struct casework *w;
	const struct document *doc;
	bool with_code; /* print the query code: for the applicant's own copy */
	bool masked;    /* names of people as strangers may see them (H): whoever holds the QR code */
};

enum sheet_shape {
	SHEET_LETTER,  /* addressee, paragraphs, facts, tables, seal */
	SHEET_RECEIPT, /* facts, what was handed in, what comes next */
	SHEET_NOTICE,  /* stub and reply on one sheet (CQ App A) */
};
struct sheet_para {
	const char *text;
	bool heading; /* 一、审批依据 */
};
struct sheet_fact {
	const char *name, *text;
	bool big;  /* numbers that people copy by hand */
	bool half; /* beside another one */
};
struct sheet_item { /* what is wrong with one material, or one that may come later */
	const char *name, *reason, *remedy; /* reason and remedy may be "" */
	bool missing, not_in_form;
};
enum column_kind { COLUMN_TEXT, COLUMN_SEQ, COLUMN_TITLE };
struct sheet_column {
	const char *name;
	enum column_kind kind;
};
#define SHEET_COLUMNS 8
struct sheet_row {
	const char *cell[SHEET_COLUMNS];
};
struct sheet_table {
	const char *title; /* "" for none */
	struct sheet_column column[SHEET_COLUMNS];
	size_t ncolumns;
	struct sheet_row *row;
	size_t nrows;
};
struct sheet_next { /* a line of "what happens next": what, the last day of it, and then */
	const char *what, *then;
	const char *by; /* 2026年3月9日, or "" */
	int32_t days;   /* working days until then; 0: not said */
};

struct sheet {
	enum sheet_shape shape;
	bool framed; /* a certificate: with a frame around it */
	const char *title, *number; /* number: NULL when not numbered */
	const char *head;           /* whose letter it is: the authority, or the centre */
	const char *centre, *issued_day;
	const char *addressee; /* "" when it is addressed to nobody */
	struct sheet_para *para;
	struct sheet_item *item;
	struct sheet_fact *fact;
	struct sheet_table *table;
	struct sheet_next *next;
	const char **remedy;
	size_t nparas, nitems, nfacts, ntables, nnexts, nremedies;
	const char *sign, *countersign; /* who signs, or NULL; both: in two columns (CQ App B.2, INT-9) */
	/* letters of promise: who keeps which copy, NULL elsewhere; how the applicant signed, NULL: by hand on this paper */
	const char *copy[2];
	const char *signed_name, *signed_how, *signed_day;
	const char *officer; /* "" when not told */
	const char *contact, *consult_phone, *supervise_phone;
	const char *seal_words; /* where the seal goes; "" when there is no place for one */
	struct document_seal seal;
	const char *chain; /* hash that ties the paper to the case's events, or "" */
	const char *qr_url;
	/* SHEET_NOTICE: the standard's own sentences */
	const char *body, *lead, *closing;
	/* SHEET_RECEIPT */
	const char *case_no_line, *progress_url, *foot;
};

/* documentsheet_make - of any kind: those that the table in the .c file does not name get the plain layout, which prints what it
 * has words for. */
void documentsheet_make(const struct documentpage *p, struct sheet *out);

#endif
