/* intake_form.c - the matter's own form, filled in by the window with what is on the paper; the same engine as online. */
#include "desk/intake.h"

#include "base/text.h"
#include "parts/formpage.h"
#include "web/page.h"
#include "wrap/json.h"

/* Our own inputs beside the matter's fields, whose keys never have a '-'. */
#define IN_VERSION "draft-version"
#define IN_DELIVERY "result-delivery"

/* --- the case, and the head of its pages ----------------------------------------------------------------- */

enum err intake_here(const struct request *q, struct intake_at *at)
{
	const char *key = request_param(q, "key");
	struct sql_case_by_ref_row *row;
	struct bytes ref;

	*at = (struct intake_at){.w = casework_of(q), .actor = actor_staff(q)};
	if (!case_unkey(q->ctx, key, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_case_by_ref(at->w.db, q->ctx, &(struct sql_case_by_ref_in){ref}, &row));
	TRY(case_load(&at->w, row->id, &at->c));
	if (!case_visible(&at->actor, at->c->dept_code))
		return ERR_NOT_FOUND;
	if (text_eq(at->c->channel, "web") && at->c->state == STATE_DRAFT)
		return ERR_NOT_FOUND;
	at->page = mem_fmt(q->ctx, "/desk/intake/%s", case_key(q->ctx, ref));
	return ERR_NONE;
}

enum err intake_draft(struct request *q, struct page *p, struct intake_at *at, bool *away)
{
	TRY(intake_here(q, at));
	*away = at->c->state != STATE_DRAFT;
	if (*away)
		page_see(q, p, "/desk/case/%s", at->c->short_no);
	return ERR_NONE;
}

enum err intake_read(struct intake_at *at, enum mform_mode mode)
{
	TRY(draft_answers(&at->w, at->c, &at->stored));
	TRY(draft_who(&at->w, at->c, &at->who));
	return mform_check(at->w.ctx, &at->c->matter->form, &at->who, &at->stored, msec_day(at->w.now), mode, &at->report);
}

static const struct {
	enum intake_step step;
	const char *name, *path;
} steps[] = {
	{INTAKE_FORM, "录入申请表", ""},
	{INTAKE_MATERIALS, "登记材料", "/materials"},
	{INTAKE_CHECK, "核对收件", "/check"},
};

enum err intake_head(const struct request *q, struct page *p, const struct intake_at *at, enum intake_step now)
{
	struct tpl *head = tpl_include(p->d, T_STEPS, TPL_desk_intake_steps);
	struct intake *in;

	TRY(intake_load(&at->w, at->c->id, &in));
	p->section = "desk";
	tpl_text(head, T_NAME, at->c->matter_name);
	tpl_text(head, T_APPLICANT, at->c->applicant_name);
	tpl_text(head, T_ID_MASK, at->c->applicant_id_mask);
	tpl_text(head, T_CHANNEL, channel_name(at->c->channel));
	const char *words = intake_words(q->ctx, &in->how);
	if (*words)
		tpl_text(tpl_add(head, T_HOW_SHOWN), T_HOW, words);
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		struct tpl *s = tpl_add(head, T_STEP);
		tpl_text(s, T_STEP_NAME, steps[i].name);
		if (steps[i].step == now)
			tpl_show(s, T_STEP_HERE);
		else
			tpl_text(tpl_add(s, steps[i].step < now ? T_STEP_BEFORE : T_STEP_AFTER), T_STEP_URL,
				 mem_fmt(q->ctx, "%s%s", at->page, steps[i].path));
	}
	if (at->c->matter->settings.allow_commitment && at->c->state == STATE_DRAFT) {
		struct tpl *mode = tpl_add(head, T_MODE_SHOWN);
		tpl_text(mode, T_MODE_NAME, at->c->committed ? "告知承诺" : "一般程序");
		tpl_text(mode, T_MODE_DO, at->c->committed ? "换一种" : "申请人要选告知承诺的，在这里打印、签字、登记");
		tpl_text(mode, T_MODE_URL, mem_fmt(q->ctx, "%s/mode", at->page));
	}
	return ERR_NONE;
}

/* --- the form ------------------------------------------------------------------------------------------ */

static void delivery_show(struct tpl *d, const struct matter *m, const char *now)
{
	static const char *const keys[] = {"counter", "mail", "electronic"};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		if (!(m->delivery & (1u << i)))
			continue;
		struct tpl *o = tpl_add(d, T_DELIVERY);
		tpl_text(o, T_DELIVERY_KEY, keys[i]);
		tpl_text(o, T_DELIVERY_NAME, delivery_name(keys[i]));
		tpl_show_if(o, T_DELIVERY_ON, text_eq(keys[i], now));
	}
}

static const char *time_of_day(void *ctx, msec at)
{
	char text[MSEC_TEXT];

	return mem_fmt(ctx, "%.5s", msec_text(at, text) + 11);
}

/* form_draw - report: of what is in the inputs; summary: list what is wrong; clash: somebody else saved in between. */
static enum err form_draw(struct request *q, struct page *p, const struct intake_at *at, const struct mform_report *report,
			  bool summary, bool clash)
{
	struct formpage fp = {.ctx = q->ctx, .form = &at->c->matter->form, .who = &at->who, .report = report, .c = at->c};
	struct wrong_list wrong = {0};

	p->title = mem_fmt(q->ctx, "录入申请表：%s", at->c->matter_name);
	p->body = TPL_desk_intake_form;
	TRY(intake_head(q, p, at, INTAKE_FORM));
	tpl_text(p->d, T_PAGE, at->page);
	tpl_int(p->d, T_VERSION, at->c->draft_version);
	tpl_text(p->d, T_SAVED_STATE, clash ? "wrong" : "");
	tpl_text(p->d, T_SAVED_SAY,
		 clash ? "刚才填的还没有保存" : mem_fmt(q->ctx, "上次保存 %s", time_of_day(q->ctx, at->c->saved_at)));
	tpl_show_if(p->d, T_CLASH, clash);
	if (summary) {
		wrong_add_fields(&fp, &wrong, "");
		wrong_show(q->ctx, p->d, &wrong, "要填好或改正");
		tpl_show_if(p->d, T_GO_ANYWAY, wrong.n > 0);
	}
	formpage_edit(&fp, p->d);
	delivery_show(p->d, at->c->matter, text_or(pairs_get(&q->post, IN_DELIVERY), at->c->delivery));
	return ERR_NONE;
}

enum err intake_form_get(struct request *q, struct page *p)
{
	struct intake_at at;
	bool away;

	TRY(intake_draft(q, p, &at, &away));
	if (away)
		return ERR_NONE;
	TRY(intake_read(&at, MFORM_DRAFT));
	/* the form is shown in clear: that is a look (domain H) */
	TRY(case_look(&at.w, &at.actor, q->ip, at.c->id, "form", "窗口录入申请表"));
	return form_draw(q, p, &at, &at.report, false, false);
}

/* --- saving -------------------------------------------------------------------------------------------- */

static enum err draft_only(struct request *q, struct intake_at *at)
{
	TRY(intake_here(q, at));
	if (at->c->state == STATE_DRAFT)
		return ERR_NONE;
	q->say = mem_fmt(q->ctx, "已经收件，编号 %s，不能在这里改了。", at->c->short_no);
	return ERR_CONFLICT;
}

static enum err delivery_save(struct request *q, const struct intake_at *at)
{
	const char *want = pairs_get(&q->post, IN_DELIVERY);

	if (text_empty(want) || text_eq(want, at->c->delivery))
		return ERR_NONE;
	enum err e = draft_delivery_set(&at->w, &at->actor, at->c->id, want);
	if (e == ERR_INVALID)
		q->say = "请从列出的方式里选择怎样领取结果。";
	return e;
}

static enum err fields_save(struct request *q, const struct intake_at *at, const struct mform_answers *typed,
			    struct draft_saved *saved)
{
	enum err e = draft_fields_save(&at->w, &at->actor, at->c->id, typed, saved);

	if (e != ERR_NONE)
		q->say = saved->say;
	return e;
}

/* saved_since - another officer, or another tab, saved after this page was drawn. */
static bool saved_since(const struct request *q, const struct intake_at *at)
{
	int64_t version;

	return !text_int(text_or(pairs_get(&q->post, IN_VERSION), ""), 1, INT32_MAX, &version) ||
	       version != at->c->draft_version;
}

/* differs - an answer that is stored would be replaced by another one. */
static bool differs(const struct intake_at *at, const struct mform_report *typed)
{
	for (size_t i = 0; i < typed->n; i++)
		if (!text_empty(at->report.value[i]) && !text_eq(at->report.value[i], text_or(typed->value[i], "")))
			return true;
	return false;
}

enum err intake_form_post(struct request *q, struct page *p)
{
	struct mform_answers typed, all;
	struct mform_report report;
	struct draft_saved saved;
	struct intake_at at;

	TRY(draft_only(q, &at));
	TRY(intake_read(&at, MFORM_DRAFT));
	formpage_posted(q->ctx, &at.c->matter->form, &q->post, true, &typed);
	all = draft_overlay(q->ctx, &at.stored, &typed);
	TRY(mform_check(q->ctx, &at.c->matter->form, &at.who, &all, q->today, MFORM_SUBMIT, &report));
	if (saved_since(q, &at) && differs(&at, &report)) {
		p->status = 409;
		return form_draw(q, p, &at, &report, false, true);
	}
	TRY(delivery_save(q, &at));
	TRY(fields_save(q, &at, &typed, &saved));
	if (report.nwrong == 0) {
		page_see(q, p, "%s/materials", at.page);
		return ERR_NONE;
	}
	p->status = 422;
	TRY(case_load(&at.w, at.c->id, &at.c));
	return form_draw(q, p, &at, &report, true, false);
}

static const char *field_wrong(const struct mform *form, const struct draft_saved *saved, const struct mform_answers *typed)
{
	for (size_t i = 0; i < typed->n; i++) {
		int at = mform_find(form, typed->at[i].key);
		if (at >= 0 && saved->report.wrong[at])
			return saved->report.wrong[at];
	}
	return NULL;
}

static void saved_json(const struct request *q, struct page *p, const struct draft_saved *saved, const char *wrong)
{
	struct json *o = json_new(q->ctx);

	json_set_text(o, "saved", time_of_day(q->ctx, saved->saved_at));
	json_set_int(o, "version", saved->draft_version);
	if (wrong)
		json_set_text(o, "wrong", wrong);
	page_json(p, json_write(q->ctx, o));
}

/* posted_fields - what came; a box that was not ticked sends nothing, but its form says which field it is. */
static void posted_fields(const struct request *q, const struct mform *form, struct mform_answers *typed)
{
	int at = mform_find(form, text_or(pairs_get(&q->post, "the-field"), ""));

	formpage_posted(q->ctx, form, &q->post, false, typed);
	if (at < 0 || typed->n > 0)
		return;
	struct mform_answer *one = mem_new(q->ctx, struct mform_answer);
	*one = (struct mform_answer){form->field[at]->key, ""};
	*typed = (struct mform_answers){one, 1};
}

/* intake_field_post - one field as it is left (portal.js), or one that a notice listed (supplement). */
enum err intake_field_post(struct request *q, struct page *p)
{
	struct mform_answers typed;
	struct draft_saved saved = {.saved_at = q->now};
	struct intake_at at;
	const char *wrong = NULL;

	TRY(intake_here(q, &at));
	posted_fields(q, &at.c->matter->form, &typed);
	if (typed.n == 0 && !pairs_get(&q->post, IN_DELIVERY))
		return ERR_BAD_REQUEST;
	TRY(delivery_save(q, &at));
	saved.draft_version = at.c->draft_version + 1;
	if (typed.n > 0) {
		TRY(fields_save(q, &at, &typed, &saved));
		wrong = field_wrong(&at.c->matter->form, &saved, &typed);
	}
	if (q->wants_json) {
		saved_json(q, p, &saved, wrong);
		return ERR_NONE;
	}
	if (at.c->state == STATE_CORRECTION)
		page_note(q, p, wrong ? mem_fmt(q->ctx, "已经存下，但还要再改：%s", wrong) : "这一项已经改好。");
	page_see(q, p, at.c->state == STATE_CORRECTION ? "%s/supplement" : "%s", at.page);
	return ERR_NONE;
}
