/* voiceletter.c - the written reply to a complaint, as a page and as a PDF: the same words, as they were issued. */
#include "parts/documentpage.h"
#include "parts/voicepage.h"

#include <string.h>

#include "base/text.h"
#include "web/session.h"
#include "web/urlencoded.h"
#include "wrap/paper.h"

#define TITLE "投诉处理书"

struct letter {
	const struct complaint *c;
	struct complaint_letter l;
	const char *to, *day, *qr;
};

static struct document_seal seal_of(const struct sql_complaint_letter_row *r)
{
	return r->seal_legend ? (struct document_seal){r->unit_name, r->seal_legend} : (struct document_seal){NULL, NULL};
}

static enum err letter_load(struct request *q, const struct casework *w, const struct voice_letter *v, struct letter *out)
{
	int64_t level;

	if (!text_int(v->level, 1, COMPLAINT_LEVELS, &level))
		return ERR_NOT_FOUND;
	*out = (struct letter){.c = v->c, .qr = v->qr};
	TRY(complaint_letter_load(w, v->c, level, &out->l));
	out->day = day_words(q->ctx, msec_day(out->l.r->issued_at));
	return complaint_addressee(w, v->c, q->session->account_id, &out->to);
}

enum err voicepage_letter(struct request *q, struct page *p, const struct casework *w, const struct voice_letter *v)
{
	struct tpl *d = tpl_include(p->d, T_SHEET, TPL_parts_complaint_letter);
	struct letter x;

	TRY(letter_load(q, w, v, &x));
	p->title = TITLE;
	p->personal = true;
	tpl_text(d, T_CENTRE_NAME, x.l.r->centre);
	tpl_text(d, T_REPLY_NO, x.l.r->number);
	tpl_text(d, T_WHO, x.to);
	tpl_text(d, T_OPENING, x.l.r->opening);
	tpl_text(d, T_FINDING_NAME, x.l.r->finding);
	tpl_text(d, T_REPLY, x.l.words);
	tpl_text(d, T_CLOSING, x.l.r->closing);
	tpl_text(d, T_UNIT_NAME, x.l.r->unit_name);
	tpl_text(d, T_ISSUED_DAY, x.day);
	struct document_seal seal = seal_of(x.l.r);
	documentpage_seal(&seal, d, "seal-arc");
	tpl_show_if(d, T_SEAL_PLACE, seal.authority != NULL);
	if (*x.l.r->phone)
		tpl_text(tpl_add(d, T_PHONE_GIVEN), T_CENTRE_PHONE, x.l.r->phone);
	return voicepage_qr(q, d, x.qr);
}

/* words_draw - a paragraph for each line. */
static void words_draw(void *ctx, struct paper *paper, const char *words)
{
	char *copy = mem_str(ctx, words), *rest = NULL;

	for (char *line = strtok_r(copy, "\r\n", &rest); line; line = strtok_r(NULL, "\r\n", &rest))
		paper_text(paper, PAPER_BODY, line);
}

static struct paper *letter_draw(void *ctx, const struct letter *x)
{
	const struct sql_complaint_letter_row *r = x->l.r;
	struct document_seal seal = seal_of(r);
	struct paper *paper = paper_new(ctx, &(struct paper_about){.title = mem_fmt(ctx, TITLE " %s", r->number), .author = r->unit_name,
								   .made = r->issued_at,
								   .running = mem_fmt(ctx, TITLE "　%s", r->number)});
	const char *left[] = {r->centre, mem_fmt(ctx, "投诉咨询电话：%s", r->phone)}, *right[] = {r->unit_name, x->day};
	const struct paper_fact facts[] = {{"编号", x->c->r->number, false, true}, {"答复日期", x->day, false, false}};

	paper_text(paper, PAPER_HEAD, r->unit_name);
	paper_text(paper, PAPER_TITLE, TITLE);
	paper_text(paper, PAPER_NUMBER, r->number);
	paper_text(paper, PAPER_TO, mem_fmt(ctx, "%s：", x->to));
	paper_text(paper, PAPER_BODY, r->opening);
	paper_text(paper, PAPER_BODY, mem_fmt(ctx, "调查结论：%s。", r->finding));
	words_draw(ctx, paper, x->l.words);
	paper_text(paper, PAPER_BODY, r->closing);
	paper_facts(paper, facts, 2, &(struct paper_qr){x->qr, "手机扫一扫，\n看办理进度。"});
	paper_foot(paper, &(struct paper_side){left, *r->phone ? 2 : 1, {NULL, NULL}}, &(struct paper_side){right, 2, {seal.authority, seal.legend}});
	return paper;
}

enum err voicepage_letter_pdf(struct request *q, struct page *p, const struct casework *w, const struct voice_letter *v)
{
	struct letter x;

	TRY(letter_load(q, w, v, &x));
	TRY(paper_print(q->ctx, letter_draw(q->ctx, &x), &p->raw));
	p->type = "application/pdf";
	p->personal = true;
	page_header(q, p, "Content-Disposition",
		    mem_fmt(q->ctx, "inline; filename=\"reply-%s.pdf\"; filename*=UTF-8''%s", x.c->r->number,
			    url_encode(q->ctx, mem_fmt(q->ctx, TITLE " %s.pdf", x.c->r->number))));
	return ERR_NONE;
}
