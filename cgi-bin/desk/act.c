#include <string.h>

#include "base/text.h"
#include "desk/ask.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/document.h"
#include "domain/case_part.h"
#include "gen/sql.h"
#include "web/page.h"

#define FIELD_ROWS 3

/* --- the page of an act that asks for something --------------------------------------------------------- */

enum err desk_act(const struct casework *w, const struct actor *a, const struct casefile *c, enum action action,
		  const struct transition **row)
{
	struct case_actions list;
	TRY(case_allowed(w, c, a, &list));
	*row = NULL;
	for (size_t i = 0; i < list.n; i++)
		if (list.at[i]->action == action)
			*row = list.at[i];
	return ERR_NONE;
}

/* show_part - which part of a joint case the act is about. */
static void show_part(struct tpl *d, const struct transition *row, const struct casefile *c)
{
	const struct case_part *part = transition_of_part(row) ? case_part_named(c) : NULL;
	if (!part)
		return;
	struct tpl *t = tpl_add(d, T_OF_PART);
	tpl_int(t, T_PART_SEQ, part->seq);
	tpl_text(t, T_PART_NAME, part->name);
	tpl_text(t, T_PART_NUMBER, part->number);
	tpl_text(t, T_PART_DEPT, part->dept_name);
}

/* show_gives - the paper that the act leads to. */
static void show_gives(const struct request *q, struct tpl *d, const struct casefile *c, const struct transition *row)
{
	if (!row->document)
		return;
	const struct document_form *form = document_form_of(row->document);
	struct tpl *t = tpl_add(d, T_GIVES);
	tpl_text(t, T_GIVES_TITLE, mem_fmt(q->ctx, "《%s》", document_title(q->ctx, form, c, c->part_at > 0)));
	tpl_show_if(t, T_GIVES_INNER, form->staff_only);
}

static enum err ask_page(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			 const struct casefile *c, enum action action, const char *say)
{
	const struct transition *row;
	TRY(desk_act(w, a, c, action, &row));
	if (!row)
		return desk_case_page(q, p, w, a, c, say ? say : "这个操作现在不能做，请看最新情况。");
	p->title = row->label;
	p->section = "desk";
	p->body = TPL_desk_act;
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_text(p->d, T_NAME, c->matter_name);
	tpl_text(p->d, T_APPLICANT, c->applicant_name);
	tpl_int(p->d, T_VERSION, c->version);
	tpl_text(p->d, T_ACT_KEY, action_key(action));
	tpl_text(p->d, T_ACT_LABEL, row->label);
	tpl_text(p->d, T_CLAUSE, clause_text(q->ctx, row->clause));
	if (say)
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
	tpl_show(p->d, row->danger ? T_DANGER : T_SAFE);
	show_part(p->d, row, c);
	show_gives(q, p->d, c, row);
	ask_show(&(struct asking){q, w, c, row}, p->d);
	return attached_waiting(q, p, w, a, c, action);
}

enum err act_get(struct request *q, struct page *p)
{
	static const struct case_args no_args;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	enum action action = action_of(request_param(q, "act"));
	const struct transition *row;
	struct casefile *c;
	TRY(desk_case(q, &w, &a, &c));
	if (action == ACTION_NONE)
		return ERR_NOT_FOUND;
	TRY(desk_act(&w, &a, c, action, &row));
	if (row && (row->asks & ASK_ANSWERS)) {
		page_see(q, p, "/desk/case/%s/correct", c->short_no);
		return ERR_NONE;
	}
	if (row && row->danger && !row->asks)
		return desk_confirm(q, p, &(struct desk_deed){&w, &a, c, row, &no_args});
	return ask_page(q, p, &w, &a, c, action, NULL);
}

/* --- doing it ------------------------------------------------------------------------------------------ */

static const char *posted(const struct request *q, const char *prefix, const char *item)
{
	return pairs_get(&q->post, mem_fmt(q->ctx, "%s.%s", prefix, item));
}

static const char *posted_text(const struct request *q, const char *prefix, const char *item)
{
	const char *v = posted(q, prefix, item);
	return v ? text_trim(q->ctx, v) : NULL;
}

static void judge(struct case_args *args, struct case_judgement *list, const char *item, enum verdict v,
		  const char *reason, const char *remedy)
{
	bool fault = v == VERDICT_MISSING || v == VERDICT_NOT_IN_FORM;
	list[args->njudgements++] =
		(struct case_judgement){item, v, fault ? reason : NULL, fault ? remedy : NULL};
	args->judgements = list;
}

/* desk_judgements - the verdicts posted on this case's own items, and on the form fields that were named. */
static void desk_judgements(const struct request *q, const struct casefile *c, struct case_args *args)
{
	struct case_judgement *list = mem_array(q->ctx, struct case_judgement, c->nitems + FIELD_ROWS);
	for (size_t i = 0; i < c->nitems; i++) {
		const char *item = c->items[i].item, *v = posted(q, "v", item);
		if (v)
			judge(args, list, item, verdict_of(v), posted_text(q, "r", item), posted_text(q, "d", item));
	}
	for (int n = 1; n <= FIELD_ROWS; n++) {
		const char *no = mem_fmt(q->ctx, "%d", n), *key = posted(q, "fk", no);
		if (!text_empty(key))
			judge(args, list, mem_fmt(q->ctx, "f.%s", key), VERDICT_NOT_IN_FORM, posted_text(q, "fr", no),
			      posted_text(q, "fd", no));
	}
}

void desk_args(const struct request *q, const struct casefile *c, struct case_args *args)
{
	ask_args(q, c, args);
	args->part = c->part_at;
	desk_judgements(q, c, args);
}

/* why_not - the sentence of an act that did not go through, with the material that it is about; with a conflict, who was
 * first and when. */
static const char *why_not(void *ctx, const struct casefile *c, const struct case_result *r)
{
	const struct case_item *item = r->item ? case_item_find(c, r->item) : NULL;
	char at[MSEC_TEXT];
	if (item && r->say)
		return mem_fmt(ctx, "%s：%s", item->name, r->say);
	if (!r->first_name)
		return text_or(r->say, "没有办成，请看最新情况后再试。");
	msec_text(r->first_at, at);
	at[16] = '\0';
	return mem_fmt(ctx, "%s 已在 %s 先操作了：%s。您刚才的操作没有生效，请看最新情况。", r->first_name, at,
		       text_or(r->first_did, ""));
}

static int status_of(enum err e)
{
	return e == ERR_CONFLICT ? 409 : e == ERR_FORBIDDEN ? 403 : 422;
}

/* from_issue - pressed at the counter where results go out (issue.c). */
static bool from_issue(const struct request *q)
{
	return text_eq(pairs_get(&q->post, "page"), "issue");
}

/* came_from - the page that the officer pressed the button on, as they left it. */
static enum err came_from(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			  const struct casefile *c, enum action action, const char *say)
{
	bool own_page = text_eq(pairs_get(&q->post, "page"), "ask");

	if (from_issue(q))
		return desk_issue_page(q, p, w, a, c, say);
	return own_page ? ask_page(q, p, w, a, c, action, say) : desk_case_page(q, p, w, a, c, say);
}

/* failed - back there, with the reason on top; when the case has moved on, to the case itself. */
static enum err failed(struct request *q, struct page *p, const struct casework *w, const struct actor *a, enum err e,
		       enum action action, const struct case_result *r)
{
	struct casefile *fresh;
	TRY(desk_case(q, w, a, &fresh));
	p->status = status_of(e);
	const char *say = why_not(q->ctx, fresh, r);
	bool stay = e == ERR_INVALID || from_issue(q);
	return stay ? came_from(q, p, w, a, fresh, action, say) : desk_case_page(q, p, w, a, fresh, say);
}

static enum err done(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
		     const struct casefile *c, enum action action, const struct case_result *r)
{
	/* what they did themselves is no news to them */
	TRY(sql_staff_seen_put(w->db, &(struct sql_staff_seen_put_in){a->id, c->id, r->version}, NULL));
	page_note(q, p, mem_fmt(q->ctx, "已办：%s。", action_told(action)));
	/* on the spot the result is there at once: the next thing is to hand it over (REV-5) */
	bool issue = from_issue(q) || (action == ACTION_GRANT_ON_SPOT && r->state == STATE_RESULT_READY);
	page_see(q, p, issue ? "/desk/issue/%s" : "/desk/case/%s", c->short_no);
	return ERR_NONE;
}

static const char *first_wrong(const struct form_in *f)
{
	for (size_t i = 0; i < f->spec->n; i++)
		if (f->wrong[i])
			return f->wrong[i];
	return NULL;
}

/* act_again - a rule of the form was broken: the page that the officer came from, as they left it. */
enum err act_again(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;

	TRY(desk_case(q, &w, &a, &c));
	if (from_issue(q))
		return desk_issue_page(q, p, &w, &a, c, NULL);
	if (text_eq(pairs_get(&q->post, "page"), "ask"))
		return ask_page(q, p, &w, &a, c, action_of(pairs_get(&q->post, "act")), NULL);
	return desk_case_page(q, p, &w, &a, c, first_wrong(q->form));
}

/* act_post - what cannot be taken back is rehearsed first, and shown on a page of its own (confirm.c); from there it comes
 * again, confirmed or not. */
enum err act_post(struct request *q, struct page *p)
{
	const struct act_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	enum action action = action_of(f->act);
	const struct transition *row;
	struct case_result r = {0};
	struct case_args args;
	struct casefile *c;

	TRY(desk_case(q, &w, &a, &c));
	if (action == ACTION_NONE)
		return ERR_INVALID;
	if (text_eq(f->confirmed, "no"))
		return came_from(q, p, &w, &a, c, action, NULL);
	TRY(desk_act(&w, &a, c, action, &row));
	if (row && !(row->asks & ASK_VERDICTS) && !ask_check(&(struct asking){q, &w, c, row})) {
		p->status = 422;
		return act_again(q, p);
	}
	desk_args(q, c, &args);
	bool ask = row && row->danger && !text_eq(f->confirmed, "yes");
	enum err e = (ask ? case_rehearse : case_apply)(&w, c->id, f->version, action, &a, &args, &r);
	if (e == ERR_CONFLICT || e == ERR_FORBIDDEN || e == ERR_INVALID)
		return failed(q, p, &w, &a, e, action, &r);
	TRY(e);
	if (ask && !r.repeated)
		return desk_confirm(q, p, &(struct desk_deed){&w, &a, c, row, &args});
	return done(q, p, &w, &a, c, action, &r);
}
