#include "apply/apply.h"

#include "base/text.h"
#include "gen/sql.h"
#include "web/session.h"
#include "wrap/json.h"

static enum err own_open(struct request *q, int64_t id, struct own *o)
{
	TRY(case_load_own(&o->w, q->session->account_id, id, &o->c));
	if (!text_eq(o->c->channel, "web") && !o->c->case_no)
		return ERR_NOT_FOUND; /* a window is still entering it */
	o->page = mem_fmt(q->ctx, "/apply/%s/%s", o->c->matter_code, case_key(q->ctx, o->c->ref));
	return ERR_NONE;
}

static void own_begin(const struct request *q, struct own *o)
{
	*o = (struct own){.w = casework_of(q), .actor = actor_citizen(q)};
}

/* key_find - the case whose key is in the address. */
static enum err key_find(const struct own *o, const char *key, int64_t *id)
{
	struct sql_case_by_ref_row *row;
	struct bytes ref;

	if (!case_unkey(o->w.ctx, key, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_case_by_ref(o->w.db, o->w.ctx, &(struct sql_case_by_ref_in){ref}, &row));
	*id = row->id;
	return ERR_NONE;
}

enum err own_draft(struct request *q, struct own *o)
{
	int64_t id;

	own_begin(q, o);
	TRY(key_find(o, request_param(q, "key"), &id));
	TRY(own_open(q, id, o));
	return text_eq(o->c->matter_code, request_param(q, "code")) ? ERR_NONE : ERR_NOT_FOUND;
}

enum err own_case(struct request *q, struct own *o)
{
	const char *no = request_param(q, "case_no");
	int64_t id;

	own_begin(q, o);
	enum err e = key_find(o, no, &id);
	if (e == ERR_NOT_FOUND)
		e = case_find(&o->w, no, &id);
	TRY(e);
	return own_open(q, id, o);
}

enum err own_reload(struct own *o)
{
	return case_load_own(&o->w, o->actor.id, o->c->id, &o->c);
}

const char *own_page(const struct request *q, const struct own *o)
{
	return o->c->state == STATE_DRAFT ? o->page : mem_fmt(q->ctx, "/case/%s", o->c->short_no);
}

enum err own_form(const struct own *o, enum mform_mode mode, struct own_form *out)
{
	TRY(draft_answers(&o->w, o->c, &out->stored));
	TRY(draft_who(&o->w, o->c, &out->who));
	return mform_check(o->w.ctx, &o->c->matter->form, &out->who, &out->stored, msec_day(o->w.now), mode,
			   &out->report);
}

/* --- the head of the three steps ------------------------------------------------------------------ */

static const struct {
	enum step step;
	const char *name, *path;
} steps[] = {
	{STEP_FORM, "填写信息", ""},
	{STEP_MATERIALS, "准备材料", "/materials"},
	{STEP_CHECK, "核对提交", "/check"},
};

/* returned_row - one thing that pre-review wants changed, as a link to it. */
static void returned_row(const struct request *q, struct tpl *box, const struct own *o, const struct case_item *item)
{
	struct tpl *row = tpl_add(box, T_RETURNED_ROW);
	bool field = text_starts(item->item, "f.");

	tpl_text(row, T_URL, field ? mem_fmt(q->ctx, "%s#f-%s", o->page, item->item + 2)
				   : mem_fmt(q->ctx, "%s/materials#m-%s", o->page, item->item));
	tpl_text(row, T_NAME, item->name);
	tpl_show_if(row, T_TOUCHED, item->supplied_at != MSEC_NONE);
}

/* returned_show - what pre-review said, all of it in one place. */
static void returned_show(const struct request *q, struct tpl *head, const struct own *o)
{
	if (!o->c->short_no)
		return;
	struct tpl *box = tpl_add(head, T_RETURNED_NOTE);
	tpl_text(box, T_SHORT_NO, o->c->short_no);
	for (size_t i = 0; i < o->c->nitems; i++)
		if (o->c->items[i].listed)
			returned_row(q, box, o, &o->c->items[i]);
}

void step_show(const struct request *q, struct page *p, const struct own *o, enum step now)
{
	struct tpl *head = tpl_include(p->d, T_STEPS, TPL_apply_steps);

	p->section = "account";
	tpl_text(head, T_NAME, o->c->matter_name);
	tpl_text(head, T_CODE, o->c->matter_code);
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		struct tpl *s = tpl_add(head, T_STEP);
		const char *url = mem_fmt(q->ctx, "%s%s", o->page, steps[i].path);
		tpl_text(s, T_STEP_NAME, steps[i].name);
		if (steps[i].step == now)
			tpl_show(s, T_STEP_HERE);
		else
			tpl_text(tpl_add(s, steps[i].step < now ? T_STEP_BEFORE : T_STEP_AFTER), T_STEP_URL, url);
	}
	if (o->c->matter->settings.allow_commitment && o->c->state == STATE_DRAFT) {
		struct tpl *mode = tpl_add(head, T_MODE_SHOWN);
		tpl_text(mode, T_MODE_NAME, o->c->committed ? "告知承诺" : "一般程序");
		tpl_text(mode, T_MODE_URL, mem_fmt(q->ctx, "%s/mode", o->page));
	}
	returned_show(q, head, o);
}

/* --- answers for portal.js ------------------------------------------------------------------------ */

const char *time_of_day(void *ctx, msec at)
{
	char text[MSEC_TEXT];

	return mem_fmt(ctx, "%.5s", msec_text(at, text) + 11);
}

const char *saved_json(const struct request *q, const struct draft_saved *saved, const char *wrong)
{
	struct json *o = json_new(q->ctx);

	json_set_text(o, "saved", time_of_day(q->ctx, saved->saved_at));
	json_set_int(o, "version", saved->draft_version);
	if (wrong)
		json_set_text(o, "wrong", wrong);
	return json_write(q->ctx, o);
}
