/* mode.c - by commitment or by the ordinary procedure: conditions, materials and consequences are told first (CQ 5.3.2). */
#include "apply/apply.h"
#include "apply/forms.h"

#include "base/text.h"
#include "domain/promise.h"
#include "parts/promisepage.h"

/* days_say - until when the promise has to be made, once the notice was received (CQ App B 5). */
static const char *days_say(const struct request *q, const struct casework *w, const struct promise_choice *choice)
{
	day until = choice->until == DAY_NONE ? promise_until(w, q->today) : choice->until;

	return mem_fmt(q->ctx, "从收到告知书算起，要在三个工作日内提交承诺，最晚%s；过了这一天，按一般程序办。", day_words(q->ctx, until));
}

static enum err notice_show(const struct own *o, struct tpl *d)
{
	struct commitment_blanks b = {.matter = o->c->matter, .gap_due = DAY_NONE, .city = o->w.conf->city_name};
	struct commitment text;

	commitment_notice(o->w.ctx, &b, &text);
	promisepage_text(d, &text);
	return ERR_NONE;
}

static void refused_show(const struct request *q, struct tpl *d, const struct promise_choice *choice)
{
	struct tpl *box = tpl_add(d, T_REFUSED);

	tpl_text(box, T_WHY_NOT, choice->why_not);
	tpl_show_if(box, T_BY_CREDIT, choice->by_credit);
	tpl_show_if(box, T_SAID, q->method == METHOD_POST);
	tpl_show(d, T_ORDINARY_ONLY);
}

static enum err mode_draw(struct request *q, struct page *p, const struct own *o)
{
	const struct matter *m = o->c->matter;
	struct promise_choice choice;

	TRY(promise_choice_find(&o->w, o->c, &choice));
	p->title = mem_fmt(q->ctx, "办理方式：%s", m->name);
	p->section = "account";
	p->body = TPL_apply_mode;
	tpl_text(p->d, T_NAME, m->name);
	tpl_text(p->d, T_CODE, m->code);
	tpl_text(p->d, T_PAGE, o->page);
	tpl_text(p->d, T_EXPLAIN, m->settings.commitment_explain);
	tpl_text(p->d, T_PROMISED, matter_limit_text(q->ctx, &m->limits.promised));
	tpl_text(p->d, T_LEGAL, matter_limit_text(q->ctx, &m->limits.legal));
	struct form_in *form = q->form && q->form->spec == &mode_spec ? q->form : form_blank(q->ctx, &mode_spec);
	if (o->c->committed)
		form_preset(form, "mode", "promise");
	form_show(p->d, form);
	if (choice.why_not) {
		refused_show(q, p->d, &choice);
		return ERR_NONE;
	}
	struct tpl *box = tpl_add(p->d, T_CHOICE);
	tpl_text(box, T_DAYS_SAY, days_say(q, &o->w, &choice));
	return notice_show(o, box);
}

/* mode_own - the draft, where there is a choice; elsewhere its form. */
static enum err mode_own(struct request *q, struct page *p, struct own *o, bool *here)
{
	TRY(own_draft(q, o));
	*here = o->c->state == STATE_DRAFT && o->c->matter->settings.allow_commitment;
	if (!*here)
		page_see(q, p, "%s", own_page(q, o));
	return ERR_NONE;
}

enum err mode_get(struct request *q, struct page *p)
{
	struct own o;
	bool here;

	TRY(mode_own(q, p, &o, &here));
	return here ? mode_draw(q, p, &o) : ERR_NONE;
}

enum err mode_post(struct request *q, struct page *p)
{
	const struct mode_form *f = q->form->value;
	bool commit = text_eq(f->mode, "promise"), here;
	struct own o;

	TRY(mode_own(q, p, &o, &here));
	if (!here)
		return ERR_NONE;
	if (commit && !f->known) {
		form_wrong(q->form, "known", "请先看完告知书，再勾选。");
		p->status = 422;
		return mode_draw(q, p, &o);
	}
	enum err e = promise_mode_set(&o.w, &o.actor, o.c->id, commit, false, &q->say);
	if (e == ERR_FORBIDDEN) {
		p->status = 403;
		return mode_draw(q, p, &o);
	}
	TRY(e);
	page_note(q, p, commit ? "已选告知承诺。填好以后，提交时请确认承诺书。" : "按一般程序办。");
	page_see(q, p, "%s", o.page);
	return ERR_NONE;
}
