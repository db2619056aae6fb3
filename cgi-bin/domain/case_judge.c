/* case_judge.c - what an officer says of materials and fields, recorded together with the act it came with. */
#include "domain/case_apply.h"

#include "base/text.h"
#include "domain/draft.h"
#include "domain/matter.h"
#include "gen/sql.h"

#define SAID_MAX 500 /* characters of reason and remedy */

static bool is_fault(enum verdict v)
{
	return v == VERDICT_MISSING || v == VERDICT_NOT_IN_FORM;
}

static bool same_text(const char *a, const char *b)
{
	return text_eq(text_or(a, ""), text_or(b, ""));
}

/* item_make - a form field enters the list of items when something is said about it. */
static enum err item_make(struct act *x, const char *item, struct case_item **out)
{
	struct casefile *c = x->c;
	int at = text_starts(item, "f.") ? mform_find(&c->matter->form, item + 2) : -1;

	if (at < 0)
		return act_refuse(x, ERR_INVALID, item, "这个办件没有这项材料。");
	c->items = mem_grow(x->w->ctx, c->items, struct case_item, c->nitems + 1);
	*out = &c->items[c->nitems++];
	**out = (struct case_item){.item = mem_str(x->w->ctx, item), .seq = 1000 + at,
				   .name = case_field_item_name(x->w->ctx, c->matter->form.field[at]->label),
				   .supplied_at = MSEC_NONE};
	return sql_case_item_add(x->w->db,
				 &(struct sql_case_item_add_in){.case_id = c->id, .item = item, .seq = (*out)->seq,
								.name = (*out)->name, .now = x->w->now},
				 NULL);
}

static enum err item_of(struct act *x, const char *item, struct case_item **out)
{
	for (size_t i = 0; i < x->c->nitems; i++)
		if (text_eq(x->c->items[i].item, item)) {
			*out = &x->c->items[i];
			return ERR_NONE;
		}
	return item_make(x, item, out);
}

static enum err check_said(struct act *x, const struct case_judgement *j)
{
	if (!is_fault(j->verdict))
		return ERR_NONE;
	if (text_empty(j->reason))
		return act_refuse(x, ERR_INVALID, j->item, "请写明这份材料有什么问题。");
	if (text_empty(j->remedy))
		return act_refuse(x, ERR_INVALID, j->item, "请写明这份材料应当怎样补正。");
	if (utf8_len(j->reason) > SAID_MAX || utf8_len(j->remedy) > SAID_MAX)
		return act_refuse(x, ERR_INVALID, j->item, "问题和补正要求各不超过500个字。");
	return ERR_NONE;
}

/* Judged right although nothing was uploaded: at the window that means the paper was seen; online it is a slip. */
static enum err take_paper(struct act *x, struct case_item *it)
{
	if (it->state != MATERIAL_NONE || text_starts(it->item, "f."))
		return ERR_NONE;
	if (x->from != STATE_RECEIVED)
		return act_refuse(x, ERR_INVALID, it->item, "这份材料还没有提交，不能审核为符合要求。");
	it->state = MATERIAL_PAPER;
	return sql_case_item_change(x->w->db,
				    &(struct sql_case_item_change_in){.case_id = x->c->id, .item = it->item,
								      .state = material_state_key(it->state),
								      .supplied_at = it->supplied_at,
								      .now = x->w->now},
				    NULL);
}

static enum err judge_one(struct act *x, const struct case_judgement *j, bool *changed)
{
	const char *reason = is_fault(j->verdict) ? j->reason : NULL, *remedy = is_fault(j->verdict) ? j->remedy : NULL;
	struct case_item *it = NULL;

	TRY(check_said(x, j));
	enum err e = item_of(x, j->item, &it);
	if (e != ERR_NONE || !it)
		return e;
	if (it->verdict == j->verdict && same_text(it->reason, reason) && same_text(it->remedy, remedy))
		return ERR_NONE;
	if (j->verdict == VERDICT_OK)
		TRY(take_paper(x, it));
	it->verdict = j->verdict;
	it->reason = reason;
	it->remedy = remedy;
	x->note = mem_fmt(x->w->ctx, "%s%s%s：%s", text_or(x->note, ""), text_empty(x->note) ? "" : "；", it->name,
			  verdict_name(j->verdict));
	*changed = true;
	return sql_case_item_judge(x->w->db,
				   &(struct sql_case_item_judge_in){.case_id = x->c->id, .item = it->item,
								    .verdict = verdict_key(j->verdict),
								    .reason = reason, .remedy = remedy,
								    .now = x->w->now},
				   NULL);
}

static const char *old_answer(const struct mform_answers *old, const char *key)
{
	for (size_t i = 0; i < old->n; i++)
		if (text_eq(old->at[i].key, key))
			return old->at[i].value;
	return NULL;
}

/* put_right - one answer: it must be right, a real name stays as it is, and the file keeps what it was and what it is. */
static enum err put_right(struct act *x, const struct mform_field *f, const char *was, const char *is, const char *wrong)
{
	void *ctx = x->w->ctx;
	bool masked = mform_field_sealed(f);

	if (same_text(was, is))
		return ERR_NONE;
	if (wrong)
		return act_refuse(x, ERR_INVALID, mem_fmt(ctx, "f.%s", f->key), mem_fmt(ctx, "%s：%s", f->label, wrong));
	if (f->locked && !text_empty(was))
		return act_refuse(x, ERR_INVALID, mem_fmt(ctx, "f.%s", f->key),
				  mem_fmt(ctx, "%s是实名信息，不能在这里更正。", f->label));
	x->note = mem_fmt(ctx, "%s%s更正“%s”：%s 改为 %s", text_or(x->note, ""), text_empty(x->note) ? "" : "；", f->label,
			  text_or(mform_value_text(ctx, f, was, masked), "（空）"),
			  text_or(mform_value_text(ctx, f, is, masked), "（空）"));
	return ERR_NONE;
}

/* put_answers - fields put right on the spot, with the applicant present (ALL 32(3)). */
static enum err put_answers(struct act *x)
{
	const struct mform *form = &x->c->matter->form;
	const struct mform_answers *answers = x->args->answers;
	struct mform_answers old;
	struct mform_report report;

	TRY(draft_answers(x->w, x->c, &old));
	TRY(draft_store(x->w, x->c, answers, &report));
	for (size_t i = 0; i < answers->n; i++) {
		int at = mform_find(form, answers->at[i].key);
		if (at >= 0)
			TRY(put_right(x, form->field[at], old_answer(&old, answers->at[i].key), report.value[at],
				      report.wrong[at]));
	}
	return ERR_NONE;
}

enum err act_judge(struct act *x)
{
	bool changed = false;

	if ((x->args->njudgements > 0 && !(x->t->asks & ASK_VERDICTS)) ||
	    (x->args->answers && !(x->t->asks & ASK_ANSWERS)))
		return act_refuse(x, ERR_INVALID, NULL, "这一步不附带审核意见。");
	for (size_t i = 0; i < x->args->njudgements; i++)
		TRY(judge_one(x, &x->args->judgements[i], &changed));
	if (x->args->answers && x->args->answers->n > 0)
		TRY(put_answers(x));
	/* what the department confirmed is no longer what would be sent */
	if (changed && x->from == STATE_RECEIVED)
		x->c->confirm_state = "none";
	if (!changed && x->t->action == ACTION_JUDGE)
		x->out->repeated = true;
	return ERR_NONE;
}

enum err act_list(struct act *x)
{
	for (size_t i = 0; i < x->c->nitems; i++) {
		x->c->items[i].listed = is_fault(x->c->items[i].verdict);
		x->c->items[i].supplied_at = MSEC_NONE;
	}
	return sql_case_items_list(x->w->db, &(struct sql_case_items_list_in){.case_id = x->c->id, .now = x->w->now},
				   NULL);
}
