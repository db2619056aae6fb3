/* form.c - step 1: the matter's own form, saved field by field as it is filled in and as a whole when one goes on. */
#include "apply/apply.h"

#include "base/text.h"
#include "parts/formpage.h"

/* Names of our own inputs beside the matter's fields; a field's key never has a '-'. */
#define IN_VERSION "draft-version"
#define IN_DELIVERY "result-delivery"
#define IN_GO "go-on" /* "later": save and leave */

struct view { /* what the page shows */
	const struct own *o;
	const struct own_form *form;
	const struct mform_report *report; /* of what is in the inputs */
	const char *delivery;
	bool summary;                        /* list what is wrong at the top */
	const struct mform_report *clash;    /* what is stored, when somebody else stored it in between; else NULL */
	const struct mform_answers *typed;   /* with clash: what came with the request */
};

/* --- drawing -------------------------------------------------------------------------------------- */

static void delivery_show(struct tpl *d, const struct matter *m, const char *now)
{
	static const char *const keys[] = {"counter", "mail", "electronic"};
	struct tpl *box = tpl_add(d, T_DELIVERIES);

	if (!text_empty(m->delivery_explain))
		tpl_text(tpl_add(box, T_DELIVERY_HELP_SHOWN), T_DELIVERY_HELP, m->delivery_explain);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		if (!(m->delivery & (1u << i)))
			continue;
		struct tpl *o = tpl_add(box, T_DELIVERY);
		tpl_text(o, T_DELIVERY_KEY, keys[i]);
		tpl_text(o, T_DELIVERY_NAME, delivery_name(keys[i]));
		tpl_show_if(o, T_DELIVERY_ON, text_eq(keys[i], now));
	}
}

static const char *shown_value(void *ctx, const struct mform_field *f, const char *value)
{
	return text_or(mform_value_text(ctx, f, value, false), "（空）");
}

static bool was_typed(const struct mform_answers *typed, const char *key)
{
	for (size_t i = 0; i < typed->n; i++)
		if (text_eq(typed->at[i].key, key))
			return true;
	return false;
}

/* clashes - saving would put another answer in the place of one that is stored; a first answer takes nothing away. */
static bool clashes(const struct view *v, size_t i)
{
	const char *stored = v->clash->value[i], *typed = text_or(v->report->value[i], "");

	return was_typed(v->typed, v->o->c->matter->form.field[i]->key) && !text_empty(stored) && !text_eq(stored, typed);
}

static void clash_show(const struct view *v, struct tpl *d)
{
	const struct mform *form = &v->o->c->matter->form;
	struct tpl *box = tpl_add(d, T_CLASH);

	tpl_minute(box, T_SAVED_AT, v->o->c->saved_at);
	for (size_t i = 0; i < form->nfields; i++) {
		if (!clashes(v, i))
			continue;
		struct tpl *row = tpl_add(box, T_CLASH_ROW);
		tpl_text(row, T_KEY, form->field[i]->key);
		tpl_text(row, T_LABEL, form->field[i]->label);
		tpl_text(row, T_TYPED, shown_value(v->o->w.ctx, form->field[i], v->report->value[i]));
		tpl_text(row, T_STORED, shown_value(v->o->w.ctx, form->field[i], v->clash->value[i]));
	}
}

static enum err form_draw(const struct request *q, struct page *p, const struct view *v)
{
	const struct own *o = v->o;
	struct formpage fp = {
		.ctx = q->ctx, .form = &o->c->matter->form, .who = &v->form->who, .report = v->report, .c = o->c};
	struct wrong_list wrong = {0};

	p->title = mem_fmt(q->ctx, "填写信息：%s", o->c->matter_name);
	p->body = TPL_apply_form;
	step_show(q, p, o, STEP_FORM);
	tpl_text(p->d, T_PAGE, o->page);
	tpl_int(p->d, T_VERSION, o->c->draft_version);
	tpl_text(p->d, T_SAVED_STATE, v->clash ? "wrong" : "");
	tpl_text(p->d, T_SAVED_SAY,
		 v->clash ? "刚才填的还没有保存" : mem_fmt(q->ctx, "上次保存 %s", time_of_day(q->ctx, o->c->saved_at)));
	if (v->clash)
		clash_show(v, p->d);
	if (v->summary) {
		wrong_add_fields(&fp, &wrong, "");
		wrong_show(q->ctx, p->d, &wrong, "要填好或改正");
		tpl_show_if(p->d, T_GO_ANYWAY, wrong.n > 0);
	}
	tpl_show_if(p->d, T_MAY_DISCARD, !o->c->case_no);
	formpage_edit(&fp, p->d);
	delivery_show(p->d, o->c->matter, v->delivery);
	return ERR_NONE;
}

/* --- reading -------------------------------------------------------------------------------------- */

enum err form_get(struct request *q, struct page *p)
{
	struct own_form form;
	struct own o;

	TRY(own_draft(q, &o));
	if (o.c->state != STATE_DRAFT) {
		page_see(q, p, "%s", own_page(q, &o));
		return ERR_NONE;
	}
	TRY(own_form(&o, MFORM_DRAFT, &form));
	struct view v = {.o = &o, .form = &form, .report = &form.report, .delivery = o.c->delivery};
	return form_draw(q, p, &v);
}

/* --- saving --------------------------------------------------------------------------------------- */

/* overlay - the stored answers with the typed ones in their place. */
static struct mform_answers overlay(void *ctx, const struct mform_answers *stored, const struct mform_answers *typed)
{
	struct mform_answer *at = mem_array(ctx, struct mform_answer, stored->n + typed->n);
	size_t n = 0;

	for (size_t i = 0; i < typed->n; i++)
		at[n++] = typed->at[i];
	for (size_t i = 0; i < stored->n; i++)
		if (!was_typed(typed, stored->at[i].key))
			at[n++] = stored->at[i];
	return (struct mform_answers){at, n};
}

/* is_clash - the page was drawn before the last save (two tabs, two devices), and what it sends is something else. */
static bool is_clash(const struct request *q, const struct view *v)
{
	int64_t version;

	if (text_int(text_or(pairs_get(&q->post, IN_VERSION), ""), 1, INT32_MAX, &version) &&
	    version == v->o->c->draft_version)
		return false;
	for (size_t i = 0; i < v->o->c->matter->form.nfields; i++)
		if (clashes(v, i))
			return true;
	return false;
}

static enum err delivery_save(struct request *q, const struct own *o)
{
	const char *want = pairs_get(&q->post, IN_DELIVERY);

	if (text_empty(want) || text_eq(want, o->c->delivery))
		return ERR_NONE;
	enum err e = draft_delivery_set(&o->w, &o->actor, o->c->id, want);
	if (e == ERR_INVALID)
		q->say = "请从列出的方式里选择怎样领取结果。";
	return e;
}

static enum err fields_save(struct request *q, const struct own *o, const struct mform_answers *typed,
			    struct draft_saved *saved)
{
	enum err e = draft_fields_save(&o->w, &o->actor, o->c->id, typed, saved);

	if (e != ERR_NONE)
		q->say = saved->say;
	return e;
}

static enum err draft_only(struct request *q, const struct own *o)
{
	if (o->c->state == STATE_DRAFT)
		return ERR_NONE;
	q->say = "这份申请已经提交，不能在这里改了。请到“我的办件”看它的进展。";
	return ERR_CONFLICT;
}

/* form_next - saved; on to the materials when everything is in order, else the same page says what is not. */
static enum err form_next(struct request *q, struct page *p, struct own *o)
{
	struct own_form form;

	TRY(own_reload(o));
	TRY(own_form(o, MFORM_SUBMIT, &form));
	if (form.report.nwrong == 0) {
		page_see(q, p, "%s/materials", o->page);
		return ERR_NONE;
	}
	struct view v = {
		.o = o, .form = &form, .report = &form.report, .delivery = o->c->delivery, .summary = true};
	p->status = 422;
	return form_draw(q, p, &v);
}

enum err form_post(struct request *q, struct page *p)
{
	struct mform_answers typed, merged;
	struct mform_report report;
	struct own_form stored;
	struct draft_saved saved = {0};
	struct own o;

	TRY(own_draft(q, &o));
	TRY(draft_only(q, &o));
	const struct mform *form = &o.c->matter->form;
	formpage_posted(q->ctx, form, &q->post, true, &typed);
	TRY(own_form(&o, MFORM_DRAFT, &stored));
	merged = overlay(q->ctx, &stored.stored, &typed);
	TRY(mform_check(q->ctx, form, &stored.who, &merged, q->today, MFORM_DRAFT, &report));
	struct view v = {.o = &o,
			 .form = &stored,
			 .report = &report,
			 .delivery = text_or(pairs_get(&q->post, IN_DELIVERY), o.c->delivery),
			 .clash = &stored.report,
			 .typed = &typed};
	if (is_clash(q, &v)) {
		p->status = 409;
		return form_draw(q, p, &v);
	}
	TRY(delivery_save(q, &o));
	TRY(fields_save(q, &o, &typed, &saved));
	if (!text_eq(pairs_get(&q->post, IN_GO), "later"))
		return form_next(q, p, &o);
	page_note(q, p, "都存好了。想接着填的时候，点“继续填写”。");
	page_see(q, p, "/account");
	return ERR_NONE;
}

/* --- one field ------------------------------------------------------------------------------------ */

/* field_wrong - what is wrong with the one that came, or NULL. */
static const char *field_wrong(const struct mform *form, const struct draft_saved *saved,
			       const struct mform_answers *typed)
{
	for (size_t i = 0; i < typed->n; i++) {
		int at = mform_find(form, typed->at[i].key);
		if (at >= 0 && saved->report.wrong[at])
			return saved->report.wrong[at];
	}
	return NULL;
}

/* field_post - portal.js saves each field as it is left.  A value that is wrong is stored all the same. */
enum err field_post(struct request *q, struct page *p)
{
	struct mform_answers typed;
	struct draft_saved saved = {.saved_at = q->now};
	const char *wrong = NULL;
	struct own o;

	TRY(own_draft(q, &o));
	TRY(draft_only(q, &o));
	formpage_posted(q->ctx, &o.c->matter->form, &q->post, false, &typed);
	if (typed.n == 0 && !pairs_get(&q->post, IN_DELIVERY))
		return ERR_BAD_REQUEST;
	TRY(delivery_save(q, &o));
	saved.draft_version = o.c->draft_version + 1;
	if (typed.n > 0) {
		TRY(fields_save(q, &o, &typed, &saved));
		wrong = field_wrong(&o.c->matter->form, &saved, &typed);
	}
	if (q->wants_json)
		page_json(p, saved_json(q, &saved, wrong));
	else
		page_see(q, p, "%s", o.page);
	return ERR_NONE;
}
