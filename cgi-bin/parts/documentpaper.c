#include "parts/documentpaper.h"

#include "base/text.h"
#include "web/urlencoded.h"

#define SEQ_WEIGHT  4
#define TITLE_LEAST 10
#define CELL_LEAST 5  /* characters: a column is never weighed as narrower or wider than these */
#define CELL_MOST  22
#define LINES_MOST 8
#define FOLLOW     "手机扫一扫，\n看办理进度。"

struct drawing {
	void *ctx;
	const struct sheet *s;
	struct paper *paper;
};

/* --- parts ------------------------------------------------------------------------------------------------ */

static struct paper_seal seal_of(const struct sheet *s)
{
	return (struct paper_seal){s->seal.authority, s->seal.legend};
}

static void heads_draw(const struct drawing *d)
{
	paper_text(d->paper, PAPER_HEAD, d->s->head);
	paper_text(d->paper, PAPER_TITLE, d->s->title);
	paper_text(d->paper, PAPER_NUMBER, d->s->number);
}

static void facts_draw(const struct drawing *d, const char *caption)
{
	const struct sheet *s = d->s;
	struct paper_fact *facts = mem_array(d->ctx, struct paper_fact, s->nfacts);

	for (size_t i = 0; i < s->nfacts; i++)
		facts[i] = (struct paper_fact){s->fact[i].name, s->fact[i].text, s->fact[i].half, s->fact[i].big};
	paper_facts(d->paper, facts, s->nfacts, &(struct paper_qr){s->qr_url, caption});
}

/* column_weight - by the longest of its texts. */
static int column_weight(const struct sheet_table *t, size_t k)
{
	size_t most = utf8_len(t->column[k].name) + 1;

	if (t->column[k].kind == COLUMN_SEQ)
		return SEQ_WEIGHT;
	for (size_t i = 0; i < t->nrows; i++) {
		size_t n = utf8_len(t->row[i].cell[k]);
		most = n > most ? n : most;
	}
	size_t least = t->column[k].kind == COLUMN_TITLE ? TITLE_LEAST : CELL_LEAST;
	return (int)(most < least ? least : most > CELL_MOST ? CELL_MOST : most);
}

static void table_draw(const struct drawing *d, const struct sheet_table *t)
{
	const char **cells = mem_array(d->ctx, const char *, t->nrows * t->ncolumns);
	struct paper_column columns[SHEET_COLUMNS];

	for (size_t k = 0; k < t->ncolumns; k++)
		columns[k] = (struct paper_column){t->column[k].name, column_weight(t, k), t->column[k].kind != COLUMN_TITLE};
	for (size_t i = 0; i < t->nrows; i++)
		for (size_t k = 0; k < t->ncolumns; k++)
			cells[i * t->ncolumns + k] = t->row[i].cell[k];
	paper_table(d->paper, t->title, columns, t->ncolumns, cells, t->nrows);
}

static void tables_draw(const struct drawing *d)
{
	for (size_t i = 0; i < d->s->ntables; i++)
		table_draw(d, &d->s->table[i]);
}

/* line_add - "name：text", nothing when there is no text. */
static void line_add(const struct drawing *d, const char **lines, size_t *n, const char *name, const char *text)
{
	if (!text_empty(text) && *n < LINES_MOST)
		lines[(*n)++] = mem_fmt(d->ctx, "%s：%s", name, text);
}

static void foot_draw(const struct drawing *d, const char *const *left, size_t n)
{
	const struct sheet *s = d->s;
	const char *right[] = {s->seal_words, s->issued_day};
	size_t skip = *s->seal_words ? 0 : 1;

	paper_foot(d->paper, &(struct paper_side){left, n, {NULL, NULL}},
		   &(struct paper_side){right + skip, 2 - skip, seal_of(s)});
}

/* --- letters ---------------------------------------------------------------------------------------------- */

static void letter_items(const struct drawing *d)
{
	for (size_t i = 0; i < d->s->nitems; i++) {
		const struct sheet_item *it = &d->s->item[i];
		paper_text(d->paper, PAPER_ITEM,
			   *it->reason ? mem_fmt(d->ctx, "%zu. %s\n问题：%s\n请您这样改：%s", i + 1, it->name, it->reason, it->remedy)
				       : mem_fmt(d->ctx, "%zu. %s", i + 1, it->name));
	}
}

static void letter_foot(const struct drawing *d)
{
	const struct sheet *s = d->s;
	const char *lines[LINES_MOST], *all = "";
	size_t n = 0;

	if (s->sign && !s->countersign)
		line_add(d, lines, &n, s->sign, "　　　　　　年　　月　　日");
	line_add(d, lines, &n, "经办人", s->officer);
	line_add(d, lines, &n, "咨询电话", s->consult_phone);
	line_add(d, lines, &n, "监督投诉电话", s->supervise_phone);
	if (s->sign && s->countersign) {
		paper_hands(d->paper, &(struct paper_hand){s->sign, {NULL, 0, {NULL, NULL}}},
			    &(struct paper_hand){s->countersign, {NULL, 0, seal_of(s)}});
		for (size_t i = 0; i < n; i++)
			all = mem_fmt(d->ctx, "%s　%s", all, lines[i]);
		paper_text(d->paper, PAPER_SMALL, mem_fmt(d->ctx, "%s%s", s->issued_day, all));
		return;
	}
	foot_draw(d, lines, n);
}

static void letter_words(const struct drawing *d)
{
	const struct sheet *s = d->s;

	if (*s->addressee)
		paper_text(d->paper, PAPER_TO, mem_fmt(d->ctx, "%s：", s->addressee));
	for (size_t i = 0; i < s->nparas; i++)
		paper_text(d->paper, s->para[i].heading ? PAPER_HEADING : PAPER_BODY, s->para[i].text);
	letter_items(d);
}

/* promise_draw - one of the two copies of a letter that both sides sign (CQ App B). */
static void promise_draw(const struct drawing *d, const char *keeper)
{
	const struct sheet *s = d->s;
	const char *signed_by[] = {s->signed_name, s->signed_how, s->signed_day}, *sealed_by[] = {s->seal_words, s->issued_day};
	size_t skip = *s->seal_words ? 0 : 1;

	paper_text(d->paper, PAPER_NUMBER, mem_fmt(d->ctx, "No: %s", text_or(s->number, "")));
	paper_text(d->paper, PAPER_TITLE, s->title);
	paper_text(d->paper, PAPER_SUBTITLE, mem_fmt(d->ctx, "（一式两份，%s）", keeper));
	letter_words(d);
	paper_hands(d->paper, &(struct paper_hand){s->sign, {signed_by, s->signed_name ? 3 : 0, {NULL, NULL}}},
		    &(struct paper_hand){s->countersign, {sealed_by + skip, 2 - skip, seal_of(s)}});
	facts_draw(d, FOLLOW);
}

static void letter_draw(const struct drawing *d)
{
	const struct sheet *s = d->s;

	if (s->copy[0]) {
		promise_draw(d, s->copy[0]);
		paper_sheet(d->paper);
		promise_draw(d, s->copy[1]);
		return;
	}
	heads_draw(d);
	letter_words(d);
	facts_draw(d, FOLLOW);
	tables_draw(d);
	if (s->nremedies)
		paper_text(d->paper, PAPER_PLAIN, "不服本决定的救济途径：");
	for (size_t i = 0; i < s->nremedies; i++)
		paper_text(d->paper, PAPER_ITEM, mem_fmt(d->ctx, "%zu. %s", i + 1, s->remedy[i]));
	letter_foot(d);
}

/* --- receipts --------------------------------------------------------------------------------------------- */

static const char *next_words(const struct drawing *d, const struct sheet_next *n)
{
	const char *days = n->days > 0 ? mem_fmt(d->ctx, "（%d 个工作日内）", (int)n->days) : "";

	return mem_fmt(d->ctx, "%s%s%s%s%s", n->what, *n->by ? "最晚 " : "", n->by, days, n->then);
}

static void receipt_draw(const struct drawing *d)
{
	const struct sheet *s = d->s;

	heads_draw(d);
	facts_draw(d, "手机扫一扫，\n随时看进度。\n取件时也凭这个码。");
	tables_draw(d);
	paper_text(d->paper, PAPER_HEADING, "接下来");
	for (size_t i = 0; i < s->nnexts; i++)
		paper_text(d->paper, PAPER_ITEM, mem_fmt(d->ctx, "%zu. %s", i + 1, next_words(d, &s->next[i])));
	paper_text(d->paper, PAPER_PLAIN,
		   mem_fmt(d->ctx, "查进度：用手机扫上面的二维码，或者打开 %s，输入办件编号和查询码。", s->progress_url));
	if (s->seal.authority)
		foot_draw(d, NULL, 0);
	paper_text(d->paper, PAPER_SMALL, s->foot);
	paper_text(d->paper, PAPER_SMALL, s->case_no_line);
	paper_text(d->paper, PAPER_SMALL,
		   mem_fmt(d->ctx, "%s%s%s%s%s%s%s", *s->consult_phone ? "咨询电话 " : "", s->consult_phone,
			   *s->consult_phone ? "　" : "", *s->supervise_phone ? "监督投诉电话 " : "", s->supervise_phone,
			   *s->supervise_phone ? "　" : "", s->centre));
}

/* --- the one-time notice: stub and reply (CQ App A) ------------------------------------------------------- */

static void copy_draw(const struct drawing *d, const char *which)
{
	const struct sheet *s = d->s;

	paper_text(d->paper, PAPER_NUMBER, mem_fmt(d->ctx, "No: %s", text_or(s->number, "")));
	paper_text(d->paper, PAPER_TITLE, s->title);
	paper_text(d->paper, PAPER_SUBTITLE, which);
	paper_text(d->paper, PAPER_PLAIN, mem_fmt(d->ctx, "%s单位（同志）：", s->addressee));
	paper_text(d->paper, PAPER_BODY, s->body);
	paper_text(d->paper, PAPER_PLAIN, s->lead);
	for (size_t i = 0; i < s->nitems; i++) {
		const struct sheet_item *it = &s->item[i];
		paper_text(d->paper, PAPER_ITEM,
			   mem_fmt(d->ctx, "%zu. %s：%s%s（%s材料不齐全　%s不符合法定形式）", i + 1, it->name, it->reason, it->remedy,
				   it->missing ? "■" : "□", it->not_in_form ? "■" : "□"));
	}
	paper_text(d->paper, PAPER_BODY, s->closing);
}

static void notice_draw(const struct drawing *d)
{
	static const char *const stub[] = {"申请人（签字）：", "联系方式：", "签字日期：　　　　年　　月　　日"};
	const struct sheet *s = d->s;
	const char *reply[] = {mem_fmt(d->ctx, "联系人：%s", s->contact), mem_fmt(d->ctx, "联系电话：%s", s->consult_phone),
			       mem_fmt(d->ctx, "监督投诉电话：%s", s->supervise_phone)};

	copy_draw(d, "（存根联）");
	foot_draw(d, stub, 3);
	paper_cut(d->paper, "沿此线剪开");
	paper_corner(d->paper, s->qr_url);
	copy_draw(d, "（回执联）");
	foot_draw(d, reply, 3);
}

/* --- the paper -------------------------------------------------------------------------------------------- */

static void (*const draw[])(const struct drawing *d) = {
	[SHEET_LETTER] = letter_draw, [SHEET_RECEIPT] = receipt_draw, [SHEET_NOTICE] = notice_draw};

struct paper *documentpaper_make(const struct documentpage *p)
{
	struct sheet s;
	struct drawing d = {.ctx = p->w->ctx, .s = &s};

	documentsheet_make(p, &s);
	d.paper = paper_new(d.ctx, &(struct paper_about){
		.title = mem_fmt(d.ctx, "%s%s%s", s.title, s.number ? " " : "", text_or(s.number, "")), .author = s.head,
		.made = p->doc->issued_at,
		.running = mem_fmt(d.ctx, "%s　%s", s.title, text_or(s.number, "")),
		.framed = s.framed, .foot = *s.chain ? mem_fmt(d.ctx, "办理记录校验值 %s", s.chain) : NULL});
	draw[s.shape](&d);
	return d.paper;
}

/* disposition - shown in the browser, what it is saved as: ASCII for old browsers, then the title and the case's number. */
static const char *disposition(struct request *q, const struct document *doc)
{
	return mem_fmt(q->ctx, "inline; filename=\"%s-%s.pdf\"; filename*=UTF-8''%s", doc->form->key, doc->short_no,
		       url_encode(q->ctx, mem_fmt(q->ctx, "%s %s.pdf", doc->title, doc->short_no)));
}

enum err documentpaper_send(struct request *q, struct page *page, const struct documentpage *p)
{
	TRY(paper_print(q->ctx, documentpaper_make(p), &page->raw));
	page->type = "application/pdf";
	page->personal = true;
	page_header(q, page, "Content-Disposition", disposition(q, p->doc));
	return ERR_NONE;
}
