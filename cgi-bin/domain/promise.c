#include "domain/promise.h"

#include "base/text.h"
#include "domain/clock.h"
#include "domain/draft.h"
#include "gen/sql.h"

static const struct {
	const char *key, *title;
} kinds[PROMISE_KINDS] = {
	[PROMISE_GAP] = {"gap", "容缺受理承诺书"},
	[PROMISE_COMMITMENT] = {"commitment", "信用承诺书"},
};

const char *promise_title(enum promise_kind kind)
{
	return kinds[kind].title;
}

const char *promise_way_text(const struct promise *p)
{
	return text_eq(p->way, "paper") ? "当面签字" : "网上确认";
}

enum err promise_load(const struct casework *w, int64_t case_id, struct promises *out)
{
	struct sql_promise_list_row *rows;
	size_t n;

	for (int k = 0; k < PROMISE_KINDS; k++)
		out->at[k] = (struct promise){.told = DAY_NONE, .made_at = MSEC_NONE};
	TRY(sql_promise_list(w->db, w->ctx, &(struct sql_promise_list_in){.case_id = case_id}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < PROMISE_KINDS; k++)
			if (text_eq(rows[i].kind, kinds[k].key))
				out->at[k] = (struct promise){rows[i].way, rows[i].told_day, rows[i].made_at, rows[i].made_by};
	return ERR_NONE;
}

day promise_until(const struct casework *w, day told)
{
	day until = told;

	enum err e = clock_due(w->calendar, told, PROMISE_DAYS, &until);
	return e == ERR_NONE || e == ERR_CALENDAR_GAP ? until : told;
}

/* --- who may promise -------------------------------------------------------------------------------------- */

enum err credit_find(const struct casework *w, const struct casefile *c, struct credit *out)
{
	struct sql_credit_open_row *r;
	enum err e = sql_credit_open(w->db, w->ctx, &(struct sql_credit_open_in){.case_id = c->id}, &r);

	*out = (struct credit){.recorded_at = MSEC_NONE};
	if (e == ERR_NONE)
		*out = (struct credit){r->id, r->recorded_at, r->reason};
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

enum err promise_needs(const struct casework *w, const struct casefile *c, struct material_need *need)
{
	struct credit credit;
	bool any = false;

	for (size_t i = 0; i < c->matter->materials.n; i++) {
		need[i].may_promise = need[i].may_promise && c->committed;
		any = any || need[i].may_promise || need[i].may_gap;
	}
	if (!any)
		return ERR_NONE;
	TRY(credit_find(w, c, &credit));
	for (size_t i = 0; i < c->matter->materials.n; i++) {
		need[i].may_promise = need[i].may_promise && !credit.id;
		need[i].may_gap = need[i].may_gap && !credit.id;
	}
	return ERR_NONE;
}

static const char *late_words(void *ctx, day until)
{
	return mem_fmt(ctx,
		       "告知承诺要在收到告知书后三个工作日内作出承诺，最晚是%s，现在已经过了。"
		       "按规定改按一般程序办理；已经填的、传的都在。",
		       day_words(ctx, until));
}

static const char *credit_words(void *ctx, const struct credit *r)
{
	return mem_fmt(ctx, "%s记录了一次不实承诺，还没有修复，按规定不能选择告知承诺，也不能容缺后补。请按一般程序办理。",
		       day_words(ctx, msec_day(r->recorded_at)));
}

static enum err choice_of(const struct casework *w, const struct casefile *c, const struct promise *p,
			  struct promise_choice *out)
{
	struct credit credit;

	*out = (struct promise_choice){.offered = c->matter->settings.allow_commitment, .until = DAY_NONE};
	if (!out->offered)
		return ERR_NONE;
	if (p->told != DAY_NONE)
		out->until = promise_until(w, p->told);
	TRY(credit_find(w, c, &credit));
	out->by_credit = credit.id != 0;
	if (credit.id)
		out->why_not = credit_words(w->ctx, &credit);
	else if (out->until != DAY_NONE && p->made_at == MSEC_NONE && msec_day(w->now) > out->until)
		out->why_not = late_words(w->ctx, out->until);
	return ERR_NONE;
}

enum err promise_choice_find(const struct casework *w, const struct casefile *c, struct promise_choice *out)
{
	struct promises all;

	TRY(promise_load(w, c->id, &all));
	return choice_of(w, c, &all.at[PROMISE_COMMITMENT], out);
}

/* --- promising ---------------------------------------------------------------------------------------------- */

struct saying { /* arguments of one transaction */
	const struct casework *w;
	const struct actor *a;
	int64_t case_id;
	bool committed, signed_paper;
	uint32_t kinds;
	const char **say;
};

static enum err refuse(const struct saying *x, enum err e, const char *say)
{
	*x->say = say;
	return e;
}

/* put - way and time of a promise by this actor; at MSEC_NONE: chosen only. */
static enum err put(const struct casework *w, const struct actor *a, const struct casefile *c, enum promise_kind kind,
		    msec at)
{
	bool paper = a->kind == ACTOR_STAFF;

	return sql_promise_put(w->db,
			       &(struct sql_promise_put_in){
				       .case_id = c->id, .kind = kinds[kind].key, .way = paper ? "paper" : "online",
				       .told_day = msec_day(w->now), .made_at = at,
				       .made_by = at == MSEC_NONE ? NULL : paper ? c->applicant_name : a->name,
				       .staff_id = paper ? a->id : 0},
			       NULL);
}

/* choose - the applicant has the notice from now on; what is on paper is signed, too. */
static enum err choose(const struct saying *x, const struct casefile *c)
{
	struct promise_choice choice;

	TRY(promise_choice_find(x->w, c, &choice));
	if (!choice.offered)
		return refuse(x, ERR_FORBIDDEN, "这个事项不实行告知承诺，请按一般程序办理。");
	if (choice.why_not)
		return refuse(x, ERR_FORBIDDEN, choice.why_not);
	if (x->a->kind == ACTOR_STAFF && !x->signed_paper)
		return refuse(x, ERR_INVALID, "请先请申请人在纸质的告知承诺书上签字，收好以后再勾选。");
	return put(x->w, x->a, c, PROMISE_COMMITMENT, x->a->kind == ACTOR_STAFF ? x->w->now : MSEC_NONE);
}

static enum err mode_work(void *arg)
{
	const struct saying *x = arg;
	struct casefile *c;

	TRY(draft_hold(x->w, x->a, x->case_id, &c, x->say));
	if (c->state != STATE_DRAFT)
		return refuse(x, ERR_CONFLICT, "申请已经提交，现在不能改办理方式。");
	if (x->committed)
		TRY(choose(x, c));
	else
		TRY(sql_promise_items_drop(x->w->db, &(struct sql_promise_items_drop_in){c->id, x->w->now}, NULL));
	return sql_promise_mode_put(x->w->db,
				    &(struct sql_promise_mode_put_in){
					    .id = c->id, .committed = x->committed, .now = x->w->now},
				    NULL);
}

enum err promise_mode_set(const struct casework *w, const struct actor *a, int64_t case_id, bool committed,
			  bool signed_paper, const char **say)
{
	struct saying x = {.w = w, .a = a, .case_id = case_id, .committed = committed, .signed_paper = signed_paper,
			   .say = say};

	*say = NULL;
	return db_tx(w->db, mode_work, &x);
}

static bool tolerates(const struct casefile *c)
{
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].state == MATERIAL_GAP)
			return true;
	return false;
}

static enum err sign_work(void *arg)
{
	const struct saying *x = arg;
	struct promise_choice choice;
	struct casefile *c;

	TRY(draft_hold(x->w, x->a, x->case_id, &c, x->say));
	if ((x->kinds & 1u << PROMISE_COMMITMENT) && c->committed) {
		TRY(promise_choice_find(x->w, c, &choice));
		if (choice.why_not)
			return refuse(x, ERR_FORBIDDEN, choice.why_not);
		TRY(put(x->w, x->a, c, PROMISE_COMMITMENT, x->w->now));
	}
	return (x->kinds & 1u << PROMISE_GAP) && tolerates(c) ? put(x->w, x->a, c, PROMISE_GAP, x->w->now) : ERR_NONE;
}

enum err promise_sign(const struct casework *w, const struct actor *a, int64_t case_id, uint32_t kinds_said,
		      const char **say)
{
	struct saying x = {.w = w, .a = a, .case_id = case_id, .kinds = kinds_said, .say = say};

	*say = NULL;
	return db_tx(w->db, sign_work, &x);
}

enum err promise_tolerate(const struct casework *w, const struct actor *a, const struct casefile *c)
{
	if (a->kind == ACTOR_STAFF)
		return put(w, a, c, PROMISE_GAP, w->now);
	return sql_promise_unsay(w->db, &(struct sql_promise_unsay_in){.case_id = c->id, .kind = kinds[PROMISE_GAP].key},
				 NULL);
}

/* --- handing in --------------------------------------------------------------------------------------------- */

static const char *in_words(void *ctx, const char *before, enum promise_kind kind, const struct promise *p)
{
	char at[MSEC_TEXT];

	return mem_fmt(ctx, "%s%s%s%s%s，%.16s", before, *before ? "；" : "", p->made_by, promise_way_text(p),
		       kinds[kind].title, msec_text(p->made_at, at));
}

enum err promise_check(const struct casework *w, const struct casefile *c, const char **note, const char **say)
{
	const struct promises none = {.at = {{.made_at = MSEC_NONE}, {.made_at = MSEC_NONE}}};
	bool needed[PROMISE_KINDS] = {[PROMISE_GAP] = tolerates(c), [PROMISE_COMMITMENT] = c->committed};
	struct promises all = none;
	struct credit credit = {0};
	const char *words = "";

	*note = *say = NULL;
	if (!needed[PROMISE_GAP] && !needed[PROMISE_COMMITMENT])
		return ERR_NONE;
	TRY(promise_load(w, c->id, &all));
	TRY(credit_find(w, c, &credit));
	const struct promise *p = all.at;
	if (credit.id)
		*say = credit_words(w->ctx, &credit);
	else if (needed[PROMISE_GAP] && p[PROMISE_GAP].made_at == MSEC_NONE)
		*say = "您选择了以后补交材料，请先看清容缺受理承诺，并勾选确认。";
	else if (needed[PROMISE_COMMITMENT] && p[PROMISE_COMMITMENT].made_at == MSEC_NONE)
		*say = "您选择了告知承诺，请先看清告知书和信用承诺书，并勾选确认。";
	else if (needed[PROMISE_COMMITMENT] &&
		 msec_day(p[PROMISE_COMMITMENT].made_at) > promise_until(w, p[PROMISE_COMMITMENT].told) && !c->short_no)
		*say = late_words(w->ctx, promise_until(w, p[PROMISE_COMMITMENT].told));
	if (*say)
		return ERR_INVALID;
	for (int k = 0; k < PROMISE_KINDS; k++)
		if (needed[k])
			words = in_words(w->ctx, words, (enum promise_kind)k, &p[k]);
	*note = words;
	return ERR_NONE;
}

/* --- after acceptance --------------------------------------------------------------------------------------- */

#define GAP_STATES                                                                                             \
	(STATE_BIT(STATE_ACCEPTED) | STATE_BIT(STATE_IN_REVIEW) | STATE_BIT(STATE_SPECIAL_PROCEDURE) |         \
	 STATE_BIT(STATE_SUSPENDED) | STATE_BIT(STATE_DECIDED) | STATE_BIT(STATE_RESULT_HELD))

bool promise_gap_open(const struct casefile *c, const struct case_item *it)
{
	bool brought = it->state != MATERIAL_GAP && it->verdict == VERDICT_OK;

	return (STATE_BIT(c->state) & GAP_STATES) && (c->running & CLOCK_BIT(CLOCK_GAP)) && it->gap && !brought;
}

size_t promise_gaps_open(const struct casefile *c, size_t *left)
{
	size_t open = 0;

	*left = 0;
	for (size_t i = 0; i < c->nitems; i++) {
		bool here = promise_gap_open(c, &c->items[i]);
		open += here;
		*left += here && c->items[i].state == MATERIAL_GAP;
	}
	return open;
}

/* --- putting the record right --------------------------------------------------------------------------------- */

enum err credit_repair(const struct casework *w, const struct actor *a, int64_t id, const char *reason,
		       const char **say)
{
	struct db_done done;

	*say = NULL;
	if (!(actor_roles(a) & (ROLE_COORDINATOR | ROLE_MANAGER))) {
		*say = "只有后台统筹岗和中心管理岗可以登记信用修复。";
		return ERR_FORBIDDEN;
	}
	if (text_empty(reason) || utf8_len(reason) > 2000) {
		*say = "请写明怎样纠正的、依据是什么，不超过2000个字。";
		return ERR_INVALID;
	}
	TRY(sql_credit_repair(w->db,
			      &(struct sql_credit_repair_in){.id = id, .reason = reason, .staff_id = a->id,
							     .staff_name = text_or(a->name, ""), .now = w->now},
			      &done));
	return done.affected ? ERR_NONE : ERR_NOT_FOUND;
}
