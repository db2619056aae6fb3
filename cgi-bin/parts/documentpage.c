#include "parts/documentpage.h"

#include "base/text.h"
#include "wrap/qr.h"

/* In units of templates/parts/seal.tpl: how far apart the letters of a name stand, and the longest arc that they may take. */
#define SEAL_STEP  19
#define SEAL_ROUND 200

static void text_shown(struct tpl *d, enum tpl_name section, enum tpl_name name, const char *text)
{
	if (!text_empty(text))
		tpl_text(tpl_add(d, section), name, text);
}

/* --- parts of every sheet --------------------------------------------------------------------------------- */

static enum err qr_show(void *ctx, const struct sheet *s, struct tpl *d)
{
	struct tpl *box = tpl_include(d, T_QR, TPL_layout_qr);
	struct qr qr;

	TRY(qr_make(ctx, s->qr_url, &qr));
	tpl_int(box, T_QR_SIZE, qr.size);
	tpl_text(box, T_QR_PATH, qr.path);
	tpl_text(box, T_QR_LABEL, "二维码：打开本件的进度页");
	return ERR_NONE;
}

void documentpage_seal(const struct document_seal *s, struct tpl *d, const char *id)
{
	if (!s->authority)
		return;
	struct tpl *box = tpl_include(d, T_SEAL, TPL_parts_seal);
	tpl_text(box, T_SEAL_ID, id);
	tpl_text(box, T_SEAL_AUTHORITY, s->authority);
	tpl_text(box, T_SEAL_LEGEND, s->legend);
	size_t arc = utf8_len(s->authority) * SEAL_STEP;
	tpl_int(box, T_SEAL_ARC, (int64_t)(arc < SEAL_ROUND ? arc : SEAL_ROUND));
}

static void heads_show(const struct sheet *s, struct tpl *d)
{
	tpl_text(d, T_DOC_TITLE, s->title);
	tpl_text(d, T_CENTRE_NAME, s->centre);
	tpl_text(d, T_AUTHORITY, s->head);
	tpl_text(d, T_NUMBER, s->number);
	text_shown(d, T_NUMBER_SHOWN, T_NUMBER, s->number);
	text_shown(d, T_CHAIN_SHOWN, T_CHAIN, s->chain);
	tpl_text(d, T_ISSUED_DAY, s->issued_day);
	tpl_text(d, T_CONTACT, s->contact);
	tpl_text(d, T_CONSULT_PHONE, s->consult_phone);
	tpl_text(d, T_SUPERVISE_PHONE, s->supervise_phone);
	tpl_show_if(d, T_CONSULT_SHOWN, *s->consult_phone);
	tpl_show_if(d, T_SUPERVISE_SHOWN, *s->supervise_phone);
	tpl_text(d, T_ADDRESSEE, s->addressee);
	tpl_text(d, T_SEAL_TEXT, s->seal_words);
}

static void facts_show(const struct sheet *s, struct tpl *d)
{
	for (size_t i = 0; i < s->nfacts; i++) {
		struct tpl *row = tpl_add(d, T_FACT);
		tpl_text(row, T_FACT_NAME, s->fact[i].name);
		tpl_text(row, T_FACT_TEXT, s->fact[i].text);
		tpl_show_if(row, T_FACT_WIDE, !s->fact[i].half);
		tpl_show(row, s->fact[i].big ? T_FACT_BIG : T_FACT_PLAIN);
	}
}

static void table_show(const struct sheet_table *t, struct tpl *d)
{
	static const enum tpl_name cells[] = {
		[COLUMN_TEXT] = T_CELL_PLAIN, [COLUMN_SEQ] = T_CELL_SEQ, [COLUMN_TITLE] = T_CELL_TITLE};

	text_shown(d, T_TABLE_TITLED, T_TABLE_TITLE, t->title);
	for (size_t k = 0; k < t->ncolumns; k++)
		tpl_text(tpl_add(d, T_TABLE_COLUMN), T_COLUMN_NAME, t->column[k].name);
	for (size_t i = 0; i < t->nrows; i++) {
		struct tpl *row = tpl_add(d, T_TABLE_ROW);
		for (size_t k = 0; k < t->ncolumns; k++) {
			struct tpl *cell = tpl_add(tpl_add(row, T_TABLE_CELL), cells[t->column[k].kind]);
			tpl_text(cell, T_COLUMN_NAME, t->column[k].name);
			tpl_text(cell, T_CELL_TEXT, t->row[i].cell[k]);
		}
	}
}

static void items_show(const struct sheet *s, struct tpl *box)
{
	for (size_t i = 0; i < s->nitems; i++) {
		const struct sheet_item *it = &s->item[i];
		struct tpl *row = tpl_add(box, T_ITEM);
		tpl_text(row, T_ITEM_NAME, it->name);
		tpl_text(row, T_ITEM_REASON, it->reason);
		tpl_text(row, T_ITEM_REMEDY, it->remedy);
		tpl_show_if(row, T_ITEM_WHY, *it->reason);
		tpl_show_if(row, T_ITEM_MISSING, it->missing);
		tpl_show_if(row, T_ITEM_NOT_IN_FORM, it->not_in_form);
	}
}

/* --- the three shapes ------------------------------------------------------------------------------------- */

static enum err receipt_show(void *ctx, const struct sheet *s, struct tpl *d)
{
	struct tpl *nexts = tpl_add(d, T_NEXT_SHOWN);

	for (size_t i = 0; i < s->nnexts; i++) {
		const struct sheet_next *n = &s->next[i];
		struct tpl *line = tpl_add(nexts, T_NEXT);
		tpl_text(line, T_NEXT_WHAT, n->what);
		tpl_text(line, T_NEXT_THEN, n->then);
		if (!*n->by)
			continue;
		struct tpl *by = tpl_add(line, T_NEXT_DUE);
		tpl_text(by, T_NEXT_DAY, n->by);
		if (n->days > 0)
			tpl_int(tpl_add(by, T_NEXT_DAYS_SHOWN), T_NEXT_DAYS, n->days);
	}
	tpl_text(d, T_CASE_NO_LINE, s->case_no_line);
	tpl_text(d, T_PROGRESS_URL, s->progress_url);
	tpl_text(d, T_FOOT, s->foot);
	if (s->seal.authority)
		documentpage_seal(&s->seal, tpl_add(d, T_SEAL_SHOWN), "seal-arc");
	return qr_show(ctx, s, d);
}

static enum err notice_show(void *ctx, const struct sheet *s, struct tpl *d)
{
	struct tpl *stub = tpl_add(d, T_STUB), *reply = tpl_add(d, T_REPLY);

	tpl_text(d, T_BODY_TEXT, s->body);
	tpl_text(d, T_LEAD_TEXT, s->lead);
	tpl_text(d, T_CLOSING_TEXT, s->closing);
	items_show(s, stub);
	items_show(s, reply);
	documentpage_seal(&s->seal, stub, "seal-arc-stub");
	documentpage_seal(&s->seal, reply, "seal-arc-reply");
	return qr_show(ctx, s, reply);
}

static enum err letter_show(void *ctx, const struct sheet *s, struct tpl *d)
{
	struct tpl *box = s->nremedies ? tpl_add(d, T_REMEDIES) : NULL;

	for (size_t i = 0; i < s->nparas; i++) {
		struct tpl *para = tpl_add(d, T_PARA);
		tpl_text(tpl_add(para, s->para[i].heading ? T_PARA_HEADING : T_PARA_PLAIN), T_PARA_TEXT, s->para[i].text);
	}
	if (s->nitems)
		items_show(s, tpl_add(d, T_ITEMS));
	for (size_t i = 0; i < s->nremedies; i++)
		tpl_text(tpl_add(box, T_REMEDY), T_REMEDY_TEXT, s->remedy[i]);
	if (s->sign && s->countersign) {
		struct tpl *both = tpl_add(d, T_SIGN_BOTH_SHOWN);
		tpl_text(both, T_SIGN_WHO, s->sign);
		tpl_text(both, T_COUNTERSIGN_WHO, s->countersign);
	} else {
		text_shown(d, T_SIGN_SHOWN, T_SIGN_WHO, s->sign);
	}
	text_shown(d, T_ADDRESSEE_SHOWN, T_ADDRESSEE, s->addressee);
	tpl_show_if(d, T_FRAMED_SHEET, s->framed);
	tpl_show_if(d, T_SEAL_PLACE, *s->seal_words);
	text_shown(d, T_OFFICER_SHOWN, T_OFFICER, s->officer);
	documentpage_seal(&s->seal, d, "seal-arc");
	return qr_show(ctx, s, d);
}

/* promise_show - a letter that both sides sign and keep: two copies. */
static enum err promise_show(void *ctx, const struct sheet *s, struct tpl *d)
{
	static const enum tpl_name heading[] = {T_COPY_FIRST, T_COPY_SECOND};

	for (size_t i = 0; i < s->nparas; i++) {
		struct tpl *para = tpl_add(d, T_PARA);
		tpl_text(tpl_add(para, s->para[i].heading ? T_PARA_HEADING : T_PARA_PLAIN), T_PARA_TEXT, s->para[i].text);
	}
	if (s->nitems)
		items_show(s, tpl_add(d, T_ITEMS));
	tpl_text(d, T_SIGN_WHO, s->sign);
	tpl_text(d, T_COUNTERSIGN_WHO, s->countersign);
	tpl_text(d, T_SIGNED_NAME, s->signed_name);
	tpl_text(d, T_SIGNED_HOW, s->signed_how);
	tpl_text(d, T_SIGNED_DAY, s->signed_day);
	tpl_show(d, s->signed_name ? T_SIGNED_SHOWN : T_UNSIGNED);
	for (size_t i = 0; i < 2; i++) {
		struct tpl *copy = tpl_add(d, T_COPY);
		tpl_text(copy, T_COPY_NAME, s->copy[i]);
		tpl_show(copy, heading[i]);
		documentpage_seal(&s->seal, copy, i ? "seal-arc-kept" : "seal-arc");
		TRY(qr_show(ctx, s, copy));
	}
	return ERR_NONE;
}

static const struct shape {
	enum tpl_file file;
	enum err (*show)(void *ctx, const struct sheet *s, struct tpl *d);
} shapes[] = {
	[SHEET_LETTER] = {TPL_parts_document_letter, letter_show},
	[SHEET_RECEIPT] = {TPL_parts_document_receipt, receipt_show},
	[SHEET_NOTICE] = {TPL_parts_document_one_time, notice_show},
};
static const struct shape promise_shape = {TPL_parts_document_promise, promise_show};

enum err documentpage_show(const struct documentpage *p, struct tpl *d)
{
	struct sheet s;

	documentsheet_make(p, &s);
	const struct shape *shape = s.copy[0] ? &promise_shape : &shapes[s.shape];
	struct tpl *sheet = tpl_include(d, T_DOCUMENT, shape->file);
	heads_show(&s, sheet);
	facts_show(&s, sheet);
	for (size_t i = 0; i < s.ntables; i++)
		table_show(&s.table[i], tpl_add(sheet, T_TABLE));
	return shape->show(p->w->ctx, &s, sheet);
}
