/* case.c - the applicant's own page of a case: where it stands, what is to be done now, and what was handed in. */
#include "apply/apply.h"

#include "apply/gaps.h"
#include "base/text.h"
#include "domain/progress.h"
#include "gen/sql.h"
#include "parts/casepage.h"
#include "parts/materialpage.h"

struct case_view {
	struct own o;
	struct own_form form;
	struct materialpage materials;
	struct reuse_offers offers; /* for what a notice asks for */
	struct case_actions allowed;
	struct progress *progress;
	const char *url; /* "/case/AY..." */
};

static enum err view_load(const struct request *q, struct case_view *v)
{
	const struct casefile *c = v->o.c;
	const char *token = case_token(q->ctx, q->app->keys, c->ref, c->token_version);

	v->url = mem_fmt(q->ctx, "/case/%s", c->short_no);
	TRY(progress_by_token(&v->o.w, token, &v->progress));
	TRY(own_form(&v->o, MFORM_DRAFT, &v->form));
	TRY(materialpage_load(&v->o.w, c, &v->form.who, &v->form.report, &v->materials));
	if (c->state == STATE_CORRECTION) {
		TRY(reuse_offers(&v->o.w, c, &v->offers));
		v->materials.offers = &v->offers;
	}
	return case_allowed(&v->o.w, c, &v->o.actor, &v->allowed);
}

static bool may(const struct case_view *v, enum action action)
{
	for (size_t i = 0; i < v->allowed.n; i++)
		if (v->allowed.at[i]->action == action)
			return true;
	return false;
}

/* --- what the one-time notice asks for ------------------------------------------------------------ */

static int material_index(const struct matter *m, const char *key)
{
	for (size_t i = 0; i < m->materials.n; i++)
		if (text_eq(m->materials.at[i].key, key))
			return (int)i;
	return -1;
}

static void fix_field(const struct request *q, struct tpl *d, const struct case_view *v, const char *key)
{
	const struct mform *form = &v->o.c->matter->form;
	int at = mform_find(form, key);
	struct formpage fp = {.ctx = q->ctx, .form = form, .who = &v->form.who, .report = &v->form.report};

	if (at < 0)
		return;
	struct tpl *f = tpl_add(d, T_FIX_FIELD);
	tpl_text(f, T_FIELD_KEY, key);
	tpl_text(f, T_URL, v->url);
	formpage_field(&fp, f, (size_t)at);
}

static void fix_item(const struct request *q, struct tpl *box, const struct case_view *v, const struct case_item *item)
{
	struct tpl *d = tpl_add(box, T_FIX);
	bool field = text_starts(item->item, "f."), done = item->supplied_at != MSEC_NONE;
	int at = field ? -1 : material_index(v->o.c->matter, item->item);

	tpl_text(d, T_FIX_ID, field ? mem_fmt(q->ctx, "x-%s", item->item + 2) : mem_fmt(q->ctx, "m-%s", item->item));
	tpl_text(d, T_NAME, item->name);
	tpl_text(d, T_BACK_REASON, item->reason);
	tpl_text(d, T_BACK_REMEDY, item->remedy);
	tpl_show(d, done ? T_DONE : T_OPEN);
	if (field)
		fix_field(q, d, v, item->item + 2);
	else if (at >= 0)
		materialpage_body(&v->materials, d, (size_t)at);
}

/* fix_show - item by item: material, what is wrong, what would be right, and the way to supply it right there. */
static void fix_show(const struct request *q, struct tpl *casepage, struct case_view *v)
{
	const struct casefile *c = v->o.c;
	struct tpl *box = tpl_include(casepage, T_AFTER_NOW, TPL_apply_fix);
	int64_t listed = 0, open = 0;

	v->materials.actor = &v->o.actor;
	v->materials.choose = mem_fmt(q->ctx, "%s/materials", v->url);
	for (size_t i = 0; i < c->nitems; i++) {
		if (!c->items[i].listed)
			continue;
		listed++;
		open += c->items[i].supplied_at == MSEC_NONE;
		fix_item(q, box, v, &c->items[i]);
	}
	tpl_int(box, T_FIX_COUNT, listed);
	tpl_text(box, T_URL, v->url);
	if (open) {
		tpl_int(tpl_add(box, T_FIX_LEFT), T_FIX_OPEN, open);
		return;
	}
	tpl_int(tpl_add(box, T_ANSWER), T_VERSION, c->version);
}

/* --- the page ------------------------------------------------------------------------------------- */

static struct casepage_links links_of(const struct request *q, const struct case_view *v)
{
	bool back = v->o.c->state == STATE_DRAFT;

	return (struct casepage_links){
		.act = back ? v->o.page : "#fix",
		.act_label = back ? "去修改，再提交" : "去补正",
		.notice = mem_fmt(q->ctx, "%s/documents/", v->url),
	};
}

static void facts_show(struct tpl *d, const struct casefile *c)
{
	tpl_text(d, T_NAME, c->matter_name);
	tpl_text(d, T_CODE, c->matter_code);
	tpl_text(d, T_SHORT_NO, c->short_no);
	tpl_text(d, T_CASE_NO, c->case_no);
	tpl_text(d, T_APPLICANT, c->applicant_name);
	tpl_text(d, T_APPLICANT_ID, c->applicant_id_mask);
	tpl_text(d, T_DEPT_NAME, c->dept_name);
	tpl_text(d, T_CHANNEL, channel_name(c->channel));
	tpl_text(d, T_DELIVERY_NAME, delivery_name(c->delivery));
	if (c->agent_name)
		tpl_text(tpl_add(d, T_AGENT_SHOWN), T_AGENT_NAME, c->agent_name);
}

static void contents_show(const struct request *q, struct tpl *d, struct case_view *v)
{
	struct formpage fp = {.ctx = q->ctx,
			      .form = &v->o.c->matter->form,
			      .who = &v->form.who,
			      .report = &v->form.report,
			      .quiet = true};

	formpage_read(&fp, d);
	v->materials.actor = NULL;
	materialpage_read(&v->materials, d);
}

/* waybill_show - who carries the result, and under which number: for its owner alone (OUT-3). */
static enum err waybill_show(const struct request *q, struct tpl *d, const struct case_view *v)
{
	struct sql_waybill_last_row *r;

	if (v->o.c->state != STATE_MAILING && v->o.c->state != STATE_DELIVERED)
		return ERR_NONE;
	enum err e = sql_waybill_last(q->app->db, q->ctx, &(struct sql_waybill_last_in){v->o.c->id}, &r);
	if (e == ERR_NOT_FOUND)
		return ERR_NONE;
	TRY(e);
	struct tpl *t = tpl_add(d, T_WAYBILL_SHOWN);
	tpl_text(t, T_COURIER, r->courier);
	tpl_text(t, T_WAYBILL, r->number);
	return ERR_NONE;
}

static enum err case_draw(const struct request *q, struct page *p, struct case_view *v, const char *say)
{
	TRY(view_load(q, v));
	p->title = mem_fmt(q->ctx, "办件：%s", v->o.c->matter_name);
	p->section = "account";
	p->body = TPL_apply_case;
	if (say)
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
	facts_show(p->d, v->o.c);
	TRY(waybill_show(q, p->d, v));
	struct casepage_links links = links_of(q, v);
	struct tpl *box = casepage_show(q, p->d, v->progress, &links);
	if (may(v, ACTION_ANSWER_CORRECTION))
		fix_show(q, box, v);
	gaps_show(q, box, &v->materials, &v->o.actor);
	if (may(v, ACTION_WITHDRAW))
		tpl_text(tpl_add(p->d, T_MAY_WITHDRAW), T_URL, v->url);
	contents_show(q, p->d, v);
	return ERR_NONE;
}

enum err case_get(struct request *q, struct page *p)
{
	struct case_view v;

	TRY(own_case(q, &v.o));
	if (v.o.c->short_no)
		return case_draw(q, p, &v, NULL);
	page_see(q, p, "%s", own_page(q, &v.o));
	return ERR_NONE;
}

enum err case_again(struct request *q, struct page *p, int status, const char *say)
{
	struct case_view v;

	TRY(own_case(q, &v.o));
	if (!v.o.c->short_no)
		return ERR_CONFLICT;
	p->status = status;
	return case_draw(q, p, &v, say);
}
