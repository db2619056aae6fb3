/* verify.c - is this certificate real, and does it hold today?  For anybody who has its number.
 *
 * Numbers run on, so that they can be tried: what comes back is therefore no more than what is printed on the certificate
 * beside the number, with a person's name masked, and an address has so many tries.  A QR code on the certificate leads to
 * /t/{token} as everywhere; it shows as little. */
#include "base/text.h"
#include "domain/mask.h"
#include "domain/progress.h"
#include "gen/sql.h"
#include "parts/certificate.h"
#include "progress/forms.h"
#include "progress/progress_pages.h"
#include "web/page.h"

#define VERIFY_TRIES 30
#define VERIFY_WINDOW_MS (10 * 60 * 1000)

enum err verify_get(struct request *q, struct page *p)
{
	p->title = "证照核验";
	p->section = "progress";
	p->body = TPL_progress_verify;
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return verify_get(q, p);
}

static void found_show(struct request *q, struct page *p, const struct sql_certificate_verify_row *r)
{
	struct tpl *t = tpl_add(p->d, T_FOUND);

	tpl_text(t, T_NAME, r->name);
	tpl_text(t, T_NUMBER, r->number);
	tpl_text(t, T_DEPT_NAME, r->dept_name);
	tpl_text(t, T_HOLDER, text_eq(r->applicant_kind, "natural") ? mask_name(q->ctx, r->holder_name) : r->holder_name);
	certificate_show(q->ctx, t,
			 &(struct certificate_life){r->valid_from, r->valid_until, r->void_at, text_eq(r->state, "valid")},
			 q->today);
}

enum err verify_post(struct request *q, struct page *p)
{
	const struct verify_form *f = q->form->value;
	struct casework w = casework_of(q);
	const char *number = certificate_number(q->ctx, f->number);
	struct sql_certificate_verify_row *row;

	enum err e = rate_take(&w, mem_fmt(q->ctx, "verify:ip:%.45s", q->ip), VERIFY_TRIES, VERIFY_WINDOW_MS);
	if (e == ERR_RATE)
		return again(q, p, 429, "查得太多了，请 10 分钟后再试，或者打电话问发证机关。");
	TRY(e);
	e = number ? sql_certificate_verify(w.db, q->ctx, &(struct sql_certificate_verify_in){number}, &row) : ERR_NOT_FOUND;
	if (e == ERR_NOT_FOUND)
		return again(q, p, 404, "证照库里没有这个编号。请对照证照再输一次；还是没有的，请向发证机关核实。");
	TRY(e);
	found_show(q, p, row);
	return verify_get(q, p);
}
