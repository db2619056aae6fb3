/* intake_materials.c - the papers on the counter: which were kept, seen or given back, and their scans (INT-8); and the same
 * for what is brought in answer to a one-time notice. */
#include "desk/intake.h"

#include "base/text.h"
#include "desk/forms.h"
#include "gen/sql.h"
#include "parts/formpage.h"
#include "web/page.h"

static const char *const held_keys[] = {"original", "copy", "seen", "none"};

/* papers - what is on record of the papers of a case. */
struct papers {
	struct sql_paper_list_row *at;
	size_t n;
};

static const char *held_of(const struct papers *papers, const char *item)
{
	for (size_t i = 0; i < papers->n; i++)
		if (text_eq(papers->at[i].item, item))
			return papers->at[i].held;
	return "none";
}

/* The desk's own view of one material: what it is, what became of the paper, files and ways without them. */
struct tray {
	const struct intake_at *at;
	struct materialpage materials;
	struct papers papers;
};

static enum err tray_load(const struct intake_at *at, struct tray *t)
{
	*t = (struct tray){.at = at};
	TRY(materialpage_load(&at->w, at->c, &at->who, &at->report, &t->materials));
	t->materials.actor = &at->actor;
	t->materials.back = mem_fmt(at->w.ctx, "%s/%s", at->page, at->c->state == STATE_DRAFT ? "materials" : "supplement");
	t->materials.choose = mem_fmt(at->w.ctx, "%s/materials", at->page);
	return sql_paper_list(at->w.db, at->w.ctx, &(struct sql_paper_list_in){at->c->id}, &t->papers.at, &t->papers.n);
}

static void paper_show(const struct tray *t, struct tpl *d, const char *item)
{
	const char *now = held_of(&t->papers, item);
	struct tpl *box = tpl_add(d, T_PAPER);

	tpl_text(box, T_PAGE, t->at->page);
	tpl_text(box, T_KEY, item);
	for (size_t i = 0; i < sizeof held_keys / sizeof held_keys[0]; i++) {
		struct tpl *o = tpl_add(box, T_HELD);
		tpl_text(o, T_HELD_KEY, held_keys[i]);
		tpl_text(o, T_HELD_NAME, intake_held_name(held_keys[i]));
		tpl_show(o, text_eq(now, held_keys[i]) ? T_HELD_ON : T_HELD_OFF);
	}
}

static void tray_show(const struct tray *t, struct tpl *d, size_t i, int64_t seq)
{
	const struct matter_material *m = &t->at->c->matter->materials.at[i];
	const struct case_item *item = case_item_find(t->at->c, m->key);
	const struct material_need *need = &t->materials.needs[i];
	bool ready = item && case_item_ready(item, need);

	tpl_int(d, T_SEQ, seq);
	tpl_text(d, T_KEY, m->key);
	tpl_text(d, T_NAME, m->name);
	tpl_text(d, T_WANTED, material_wanted(t->at->w.ctx, m));
	tpl_show(d, need->required ? T_REQUIRED : T_OPTIONAL);
	tpl_text(d, T_TAG, ready ? material_state_name(item->state) : need->required ? "还没有登记" : "可以不交");
	tpl_text(d, T_TAG_CLASS, ready ? "tag-ok" : need->required ? "tag-wait" : "tag-plain");
	tpl_text(d, T_STATE, ready ? "given" : need->required ? "missing" : "skipped");
	if (!m->from_form || !ready)
		paper_show(t, d, m->key);
	if (!ready && text_eq(held_of(&t->papers, m->key), "seen"))
		tpl_show(d, T_SCAN_FIRST);
	materialpage_body(&t->materials, d, i);
}

enum err intake_materials_get(struct request *q, struct page *p)
{
	struct wrong_list missing = {0};
	struct intake_at at;
	struct tray t;
	bool away;
	int64_t seq = 0;

	TRY(intake_draft(q, p, &at, &away));
	if (away)
		return ERR_NONE;
	TRY(intake_read(&at, MFORM_DRAFT));
	TRY(tray_load(&at, &t));
	p->title = mem_fmt(q->ctx, "登记材料：%s", at.c->matter_name);
	p->body = TPL_desk_intake_materials;
	TRY(intake_head(q, p, &at, INTAKE_MATERIALS));
	tpl_text(p->d, T_PAGE, at.page);
	materialpage_wrong(&t.materials, &missing, "");
	tpl_text(p->d, T_LEFT_SAY,
		 missing.n ? mem_fmt(q->ctx, "还有 %zu 份必须交的材料没有登记。", missing.n) : "必须交的材料都登记了。");
	tpl_text(p->d, T_LEFT_CLASS, missing.n ? "note" : "note note-ok");
	for (size_t i = 0; i < at.c->matter->materials.n; i++)
		if (t.materials.needs[i].asked)
			tray_show(&t, tpl_add(p->d, T_MATERIAL), i, ++seq);
	return ERR_NONE;
}

enum err intake_material_post(struct request *q, struct page *p)
{
	const struct intake_material_form *f = q->form->value;
	const char *item = request_param(q, "item");
	struct intake_at at;

	TRY(intake_here(q, &at));
	if (!matter_material(at.c->matter, item))
		return ERR_NOT_FOUND;
	if (text_empty(f->held) == text_empty(f->state)) {
		q->say = "请选一种情况。";
		return ERR_INVALID;
	}
	if (f->held)
		TRY(draft_paper_set(&at.w, &at.actor, at.c->id, item, f->held, &q->say));
	else
		TRY(draft_material_set(&at.w, &at.actor, at.c->id, item, material_state_of(f->state), &q->say));
	bool draft = at.c->state == STATE_DRAFT;
	page_see(q, p, "%s/%s#m-%s", at.page, draft ? "materials" : "supplement", item);
	return ERR_NONE;
}

/* --- in answer to a notice ------------------------------------------------------------------------------- */

static int material_index(const struct matter *m, const char *key)
{
	for (size_t i = 0; i < m->materials.n; i++)
		if (text_eq(m->materials.at[i].key, key))
			return (int)i;
	return -1;
}

static void listed_field(const struct tray *t, struct tpl *d, const char *key)
{
	const struct intake_at *at = t->at;
	struct formpage fp = {.ctx = at->w.ctx, .form = &at->c->matter->form, .who = &at->who, .report = &at->report};
	int i = mform_find(fp.form, key);

	if (i < 0)
		return;
	struct tpl *f = tpl_add(d, T_FIX_FIELD);
	tpl_text(f, T_PAGE, at->page);
	tpl_text(f, T_FIELD_KEY, key);
	formpage_field(&fp, f, (size_t)i);
}

static void listed_item(const struct tray *t, struct tpl *d, const struct case_item *item)
{
	bool field = text_starts(item->item, "f.");
	int i = field ? -1 : material_index(t->at->c->matter, item->item);

	tpl_text(d, T_FIX_ID, mem_fmt(t->at->w.ctx, "%s-%s", field ? "x" : "m", field ? item->item + 2 : item->item));
	tpl_text(d, T_NAME, item->name);
	tpl_text(d, T_BACK_REASON, item->reason);
	tpl_text(d, T_BACK_REMEDY, item->remedy);
	tpl_show(d, item->supplied_at != MSEC_NONE ? T_DONE : T_WAITING);
	if (field) {
		listed_field(t, d, item->item + 2);
	} else if (i >= 0) {
		paper_show(t, d, item->item);
		materialpage_body(&t->materials, d, (size_t)i);
	}
}

/* intake_supplement_get - supplements that come over the counter or by post, item by item as the notice lists them. */
enum err intake_supplement_get(struct request *q, struct page *p)
{
	struct intake_at at;
	struct tray t;
	size_t open = 0;

	TRY(intake_here(q, &at));
	if (at.c->state != STATE_CORRECTION) {
		page_see(q, p, at.c->short_no ? "/desk/case/%s" : "%s", at.c->short_no ? at.c->short_no : at.page);
		return ERR_NONE;
	}
	TRY(intake_read(&at, MFORM_DRAFT));
	TRY(tray_load(&at, &t));
	TRY(case_look(&at.w, &at.actor, q->ip, at.c->id, "form", "登记补正材料"));
	p->title = mem_fmt(q->ctx, "登记补正材料：%s", at.c->matter_name);
	p->section = "desk";
	p->body = TPL_desk_intake_supplement;
	tpl_text(p->d, T_SHORT_NO, at.c->short_no);
	tpl_text(p->d, T_NAME, at.c->matter_name);
	tpl_text(p->d, T_APPLICANT, at.c->applicant_name);
	for (size_t i = 0; i < at.c->nitems; i++) {
		if (!at.c->items[i].listed)
			continue;
		open += at.c->items[i].supplied_at == MSEC_NONE;
		listed_item(&t, tpl_add(p->d, T_FIX), &at.c->items[i]);
	}
	struct tpl *end = tpl_add(p->d, open ? T_FIX_LEFT : T_ANSWER);
	tpl_int(end, T_FIX_OPEN, (int64_t)open);
	tpl_int(end, T_VERSION, at.c->version);
	tpl_text(end, T_SHORT_NO, at.c->short_no);
	return ERR_NONE;
}
