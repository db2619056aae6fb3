/* check.c - step 3: everything to be read once more, what is missing, and the one submission. */
#include "apply/apply.h"
#include "apply/forms.h"

#include "base/text.h"
#include "domain/promise.h"
#include "parts/materialpage.h"
#include "parts/promisepage.h"

/* review - everything that the page shows. */
struct review {
	struct own o;
	struct own_form form;
	struct materialpage materials;
	struct wrong_list wrong;     /* has to be put right */
	struct wrong_list untouched; /* a return asked for it; the applicant may insist */
	uint32_t promises;           /* 1 << PROMISE_: what this application has to promise */
};

/* promises_load - what has to be promised, and whether it still may be. */
static enum err promises_load(const struct request *q, struct review *r)
{
	struct promise_choice choice;

	r->promises = r->o.c->committed ? 1u << PROMISE_COMMITMENT : 0;
	for (size_t i = 0; i < r->o.c->nitems; i++)
		if (r->o.c->items[i].state == MATERIAL_GAP)
			r->promises |= 1u << PROMISE_GAP;
	if (!r->o.c->committed)
		return ERR_NONE;
	TRY(promise_choice_find(&r->o.w, r->o.c, &choice));
	if (choice.why_not)
		wrong_add(q->ctx, &r->wrong, mem_fmt(q->ctx, "%s/mode", r->o.page), choice.why_not);
	return ERR_NONE;
}

static enum err review_load(const struct request *q, struct review *r)
{
	struct formpage fp;

	TRY(own_form(&r->o, MFORM_SUBMIT, &r->form));
	TRY(materialpage_load(&r->o.w, r->o.c, &r->form.who, &r->form.report, &r->materials));
	fp = (struct formpage){.ctx = q->ctx, .form = &r->o.c->matter->form, .report = &r->form.report};
	wrong_add_fields(&fp, &r->wrong, r->o.page);
	materialpage_wrong(&r->materials, &r->wrong, mem_fmt(q->ctx, "%s/materials", r->o.page));
	materialpage_untouched(&r->materials, &r->untouched, mem_fmt(q->ctx, "%s/materials", r->o.page));
	return promises_load(q, r);
}

static void form_read_show(const struct request *q, struct tpl *d, const struct review *r)
{
	struct formpage fp = {.ctx = q->ctx,
			      .form = &r->o.c->matter->form,
			      .who = &r->form.who,
			      .report = &r->form.report,
			      .edit = r->o.page};

	formpage_read(&fp, d);
}

static void untouched_show(struct tpl *d, const struct review *r)
{
	struct tpl *box = r->untouched.n ? tpl_add(d, T_UNTOUCHED) : NULL;

	for (size_t i = 0; i < r->untouched.n; i++) {
		struct tpl *row = tpl_add(box, T_UNTOUCHED_ROW);
		tpl_text(row, T_URL, r->untouched.at[i].url);
		tpl_text(row, T_NAME, r->untouched.at[i].text);
	}
}

/* promises_show - the letters in full, each with the box that signs it. */
static void promises_show(const struct request *q, struct tpl *s, const struct review *r)
{
	struct commitment_blanks b = {.matter = r->o.c->matter, .c = r->o.c, .need = r->materials.needs, .gap_due = DAY_NONE,
				      .city = q->app->conf.city_name};
	struct commitment text;

	if (r->promises & 1u << PROMISE_GAP)
		tpl_text(tpl_add(s, T_GAP_SHOWN), T_GAP_SAY, promisepage_gap(q->ctx, r->o.c));
	if (!(r->promises & 1u << PROMISE_COMMITMENT))
		return;
	struct tpl *c = tpl_add(s, T_COMMITMENT_SHOWN);
	commitment_notice(q->ctx, &b, &text);
	promisepage_text(tpl_add(c, T_NOTICE), &text);
	commitment_letter(q->ctx, &b, &text);
	promisepage_text(tpl_add(c, T_LETTER), &text);
}

static void submit_show(const struct request *q, struct tpl *d, const struct review *r)
{
	if (r->wrong.n) {
		tpl_show(d, T_NOT_READY);
		return;
	}
	struct tpl *s = tpl_add(d, T_SUBMIT);
	tpl_text(s, T_PAGE, r->o.page);
	tpl_text(s, T_SUBMIT_KEY, r->o.c->submit_key);
	tpl_int(s, T_FEEDBACK_DAYS, q->app->conf.feedback_days);
	promises_show(q, s, r);
	form_show(d, q->form ? q->form : form_blank(q->ctx, &submit_spec));
}

static enum err review_draw(struct request *q, struct page *p, struct review *r)
{
	struct own *o = &r->o;

	TRY(review_load(q, r));
	p->title = mem_fmt(q->ctx, "核对提交：%s", o->c->matter_name);
	p->body = TPL_apply_check;
	step_show(q, p, o, STEP_CHECK);
	tpl_text(p->d, T_PAGE, o->page);
	wrong_show(q->ctx, p->d, &r->wrong, "要填好或改正，才能提交");
	untouched_show(p->d, r);
	form_read_show(q, p->d, r);
	r->materials.edit = mem_fmt(q->ctx, "%s/materials", o->page);
	materialpage_read(&r->materials, p->d);
	tpl_text(p->d, T_DELIVERY_NAME, delivery_name(o->c->delivery));
	submit_show(q, p->d, r);
	return ERR_NONE;
}

enum err check_get(struct request *q, struct page *p)
{
	struct review r = {0};

	TRY(own_draft(q, &r.o));
	if (r.o.c->state != STATE_DRAFT) {
		page_see(q, p, "%s", own_page(q, &r.o));
		return ERR_NONE;
	}
	return review_draw(q, p, &r);
}

/* sign - every letter that the application needs has its box ticked; what is ticked is recorded. */
static enum err sign(struct request *q, const struct review *r)
{
	const struct submit_form *f = q->form->value;

	if ((r->promises & 1u << PROMISE_GAP) && !f->gap_promise)
		form_wrong(q->form, "gap_promise", "要以后补交材料，请先看清承诺，再勾选。");
	if ((r->promises & 1u << PROMISE_COMMITMENT) && !f->commitment)
		form_wrong(q->form, "commitment", "选了告知承诺，请先看清承诺书，再勾选。");
	if (!q->form->ok)
		return ERR_INVALID;
	return r->promises ? promise_sign(&r->o.w, &r->o.actor, r->o.c->id, r->promises, &q->form->notice) : ERR_NONE;
}

/* refused - the same page with what is wrong. */
static enum err refused(struct request *q, struct page *p, struct review *r)
{
	p->status = 422;
	return review_draw(q, p, r);
}

/* submit_post - a second click, a reload or a resend carries the same key and gets the same receipt. */
enum err submit_post(struct request *q, struct page *p)
{
	const struct submit_form *f = q->form->value;
	struct case_result done = {0};
	struct review r = {0};

	TRY(own_draft(q, &r.o));
	if (r.o.c->state == STATE_DRAFT) {
		TRY(promises_load(q, &r));
		enum err signed_ = sign(q, &r);
		r.wrong.n = 0;
		if (signed_ == ERR_INVALID || signed_ == ERR_FORBIDDEN)
			return refused(q, p, &r);
		TRY(signed_);
	}
	enum err e = draft_submit(&r.o.w, &r.o.actor, r.o.c->id, f->submit_key, &done);
	if (e == ERR_NONE) {
		page_see(q, p, "/case/%s/receipt", done.short_no);
		return ERR_NONE;
	}
	q->say = done.say;
	if (e != ERR_INVALID && e != ERR_FORBIDDEN)
		return e;
	TRY(own_reload(&r.o));
	if (r.o.c->state != STATE_DRAFT)
		return e;
	q->form->notice = done.say;
	return refused(q, p, &r);
}
