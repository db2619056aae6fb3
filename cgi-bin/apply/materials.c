/* materials.c - step 2: each material by itself, uploaded (cgi-bin/upload) or provided in another way. */
#include "apply/apply.h"
#include "apply/forms.h"

#include "base/text.h"
#include "parts/materialpage.h"

/* left_show - how many are still missing; in an element of its own, which upload.js renews. */
static void left_show(const struct request *q, struct tpl *d, const struct materialpage *m)
{
	struct wrong_list missing = {0}, untouched = {0};
	const char *say = "必须交的材料都齐了，可以去核对提交。";

	materialpage_wrong(m, &missing, "");
	materialpage_untouched(m, &untouched, "");
	if (missing.n)
		say = mem_fmt(q->ctx, "还有 %zu 份材料没有交。", missing.n);
	else if (untouched.n)
		say = mem_fmt(q->ctx, "预审要您重交的材料，还有 %zu 份没有动过。", untouched.n);
	tpl_text(d, T_LEFT_SAY, say);
	tpl_text(d, T_LEFT_CLASS, missing.n || untouched.n ? "note" : "note note-ok");
}

enum err materials_get(struct request *q, struct page *p)
{
	struct reuse_offers offers;
	struct materialpage m;
	struct own_form form;
	struct own o;

	TRY(own_draft(q, &o));
	if (o.c->state != STATE_DRAFT) {
		page_see(q, p, "%s", own_page(q, &o));
		return ERR_NONE;
	}
	TRY(own_form(&o, MFORM_DRAFT, &form));
	TRY(materialpage_load(&o.w, o.c, &form.who, &form.report, &m));
	TRY(reuse_offers(&o.w, o.c, &offers));
	m.offers = &offers;
	m.actor = &o.actor;
	m.choose = mem_fmt(q->ctx, "%s/materials", o.page);
	p->title = mem_fmt(q->ctx, "准备材料：%s", o.c->matter_name);
	p->body = TPL_apply_materials;
	step_show(q, p, &o, STEP_MATERIALS);
	tpl_text(p->d, T_PAGE, o.page);
	left_show(q, p->d, &m);
	materialpage_edit(&m, p->d);
	return ERR_NONE;
}

/* material_choose - how one material is provided; back to it on the page `back`. */
static enum err material_choose(struct request *q, struct page *p, const struct own *o, const char *back)
{
	const struct choose_form *f = q->form->value;
	const char *item = request_param(q, "item");

	if (!matter_material(o->c->matter, item))
		return ERR_NOT_FOUND;
	TRY(draft_material_set(&o->w, &o->actor, o->c->id, item, material_state_of(f->state), &q->say));
	page_see(q, p, "%s#m-%s", back, item);
	return ERR_NONE;
}

enum err material_post(struct request *q, struct page *p)
{
	struct own o;

	TRY(own_draft(q, &o));
	return material_choose(q, p, &o, mem_fmt(q->ctx, "%s/materials", o.page));
}

enum err fix_material_post(struct request *q, struct page *p)
{
	struct own o;

	TRY(own_case(q, &o));
	return material_choose(q, p, &o, own_page(q, &o));
}

/* material_reuse - one press, and what was offered is this material. */
static enum err material_reuse(struct request *q, struct page *p, const struct own *o, const char *back)
{
	const struct reuse_form *f = q->form->value;
	const char *item = request_param(q, "item");

	if (!matter_material(o->c->matter, item) || (f->certificate == 0) == (f->file == 0))
		return ERR_NOT_FOUND;
	TRY(reuse_take(&o->w, &o->actor, o->c->id, item, f->certificate, f->file, &q->say));
	page_see(q, p, "%s#m-%s", back, item);
	return ERR_NONE;
}

enum err reuse_post(struct request *q, struct page *p)
{
	struct own o;

	TRY(own_draft(q, &o));
	return material_reuse(q, p, &o, mem_fmt(q->ctx, "%s/materials", o.page));
}

enum err fix_reuse_post(struct request *q, struct page *p)
{
	struct own o;

	TRY(own_case(q, &o));
	return material_reuse(q, p, &o, own_page(q, &o));
}
