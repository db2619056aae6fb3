/* intake_mode.c - at the window: by commitment or by the ordinary procedure.  The letters are printed here, signed on paper by
 * the applicant, and that is recorded (CQ 5.3.2, 5.3.3). */
#include "desk/intake.h"

#include "base/text.h"
#include "desk/forms.h"
#include "domain/promise.h"
#include "parts/promisepage.h"
#include "web/page.h"

static void letters_show(const struct intake_at *at, const struct material_need *need, struct tpl *d)
{
	struct commitment_blanks b = {.matter = at->c->matter, .c = at->c, .need = need, .gap_due = DAY_NONE,
				      .city = at->w.conf->city_name};
	struct commitment text;

	commitment_notice(at->w.ctx, &b, &text);
	promisepage_text(tpl_add(d, T_NOTICE), &text);
	commitment_letter(at->w.ctx, &b, &text);
	promisepage_text(tpl_add(d, T_LETTER), &text);
}

static enum err mode_draw(struct request *q, struct page *p, struct intake_at *at, const char *say)
{
	struct promise_choice choice;
	struct draft_needs needs;

	TRY(promise_choice_find(&at->w, at->c, &choice));
	TRY(draft_needs(&at->w, at->c, &needs));
	p->title = mem_fmt(q->ctx, "办理方式：%s", at->c->matter_name);
	p->section = "desk";
	p->body = TPL_desk_intake_mode;
	tpl_text(p->d, T_NAME, at->c->matter_name);
	tpl_text(p->d, T_APPLICANT, at->c->applicant_name);
	tpl_text(p->d, T_PAGE, at->page);
	tpl_text(p->d, T_EXPLAIN, at->c->matter->settings.commitment_explain);
	tpl_text(p->d, T_MODE_NAME, at->c->committed ? "告知承诺，承诺书已签字" : "一般程序");
	if (say)
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
	form_show(p->d, q->form ? q->form : form_blank(q->ctx, &intake_mode_spec));
	if (!choice.offered)
		choice.why_not = "这个事项不实行告知承诺，按一般程序办理。";
	if (choice.why_not)
		tpl_text(tpl_add(p->d, T_REFUSED), T_WHY_NOT, choice.why_not);
	else
		letters_show(at, needs.need, tpl_add(p->d, T_CHOICE));
	return ERR_NONE;
}

enum err intake_mode_get(struct request *q, struct page *p)
{
	struct intake_at at;
	bool away;

	TRY(intake_draft(q, p, &at, &away));
	return away ? ERR_NONE : mode_draw(q, p, &at, NULL);
}

enum err intake_mode_post(struct request *q, struct page *p)
{
	const struct intake_mode_form *f = q->form->value;
	bool commit = text_eq(f->mode, "promise"), away;
	struct intake_at at;
	const char *say;

	TRY(intake_draft(q, p, &at, &away));
	if (away)
		return ERR_NONE;
	enum err e = promise_mode_set(&at.w, &at.actor, at.c->id, commit, f->signed_paper, &say);
	if (e == ERR_INVALID || e == ERR_FORBIDDEN) {
		p->status = e == ERR_INVALID ? 422 : 403;
		return mode_draw(q, p, &at, say);
	}
	q->say = say;
	TRY(e);
	page_note(q, p, commit ? "已登记：按告知承诺办理，纸质承诺书已签字。" : "按一般程序办理。");
	page_see(q, p, "%s/materials", at.page);
	return ERR_NONE;
}
