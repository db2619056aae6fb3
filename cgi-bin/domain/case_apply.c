/* case_apply.c - the one function that changes a case: a row of the lifecycle table, in one transaction. */
#include "domain/case_apply.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/alert.h"
#include "domain/attach.h"
#include "domain/case_invite.h"
#include "domain/case_part.h"
#include "domain/clock.h"
#include "domain/document.h"
#include "domain/draft.h"
#include "domain/matter.h"
#include "domain/number.h"
#include "domain/promise.h"
#include "gen/sql.h"

#define WORDS_MAX 2000 /* characters of reason and note */

struct order { /* the arguments of case_apply, from which every try starts afresh */
	const struct casework *w;
	int64_t case_id, version;
	enum action action;
	const struct actor *a;
	const struct case_args *args;
	struct case_result *out;
	bool rehearsal;  /* stop before anything is carried out ... */
	bool passed;     /* ... and it got that far */
};

enum err act_refuse(struct act *x, enum err e, const char *item, const char *say)
{
	x->out->item = item;
	x->out->say = say;
	return e;
}

/* --- who was first ----------------------------------------------------------------------------------- */

static void report_case(struct act *x)
{
	x->out->version = x->c->version;
	x->out->state = x->c->state;
	x->out->case_no = x->c->case_no;
	x->out->short_no = x->c->short_no;
}

static const char *clock_words(void *ctx, msec at, msec now)
{
	char text[MSEC_TEXT];

	msec_text(at, text);
	text[16] = '\0';
	return mem_str(ctx, msec_day(at) == msec_day(now) ? text + 11 : text);
}

static bool same_actor(const struct actor *a, const struct sql_event_at_row *e)
{
	return text_eq(actor_kind_key(a->kind), e->actor_kind) && a->id == e->actor_id;
}

/* late - the case has moved on since the page was drawn.  A double click is no conflict: the same act of the same
 * person, done as the very next one, and nothing since but what the system does at once. */
static enum err late(struct act *x, const struct order *o)
{
	int64_t since = x->c->version - o->version; /* events */
	struct sql_event_at_row *e;
	enum err err = sql_event_at(x->w->db, x->w->ctx,
				    &(struct sql_event_at_in){.case_id = x->c->id, .seq = x->c->event_count - since + 1}, &e);

	if (err == ERR_NOT_FOUND)
		return act_refuse(x, ERR_CONFLICT, NULL, "办件的内容刚刚有变化，请刷新后再试。");
	if (err != ERR_NONE)
		return err;
	if (action_of(e->action) == o->action && same_actor(x->a, e) && (since == 1 || e->last_kind_system)) {
		report_case(x);
		x->out->repeated = true;
		x->out->event_seq = e->seq;
		x->out->document_id = e->doc_id;
		return ERR_NONE;
	}
	x->out->first_name = e->actor_name;
	x->out->first_did = action_told(action_of(e->action));
	x->out->first_at = e->at;
	return act_refuse(x, ERR_CONFLICT, NULL,
			  mem_fmt(x->w->ctx, "%s已在%s办理了这个办件：%s。您这次的操作没有生效，请刷新后查看。", e->actor_name,
				  clock_words(x->w->ctx, e->at, x->w->now), x->out->first_did));
}

/* submitted_before - the same submission once more (a reload, a second click, a resend): the first receipt again. */
static enum err submitted_before(struct act *x, bool *before)
{
	const char *receipt = document_form_of(DOCUMENT_SUBMISSION_RECEIPT)->key;
	bool same_key = text_eq(x->c->submit_key, x->args->submit_key);
	struct sql_document_last_row *r;

	*before = false;
	if (x->c->state == STATE_DRAFT && x->args->submit_key && !same_key)
		return act_refuse(x, ERR_CONFLICT, NULL, "申请已退回修改，请打开最新的页面，改好后再提交。");
	if (x->c->state == STATE_DRAFT || !same_key || !x->c->case_no)
		return ERR_NONE;
	TRY(sql_document_last(x->w->db, x->w->ctx,
			      &(struct sql_document_last_in){.case_id = x->c->id, .kind = receipt}, &r));
	*before = x->out->repeated = true;
	x->out->document_id = r->id;
	report_case(x);
	return ERR_NONE;
}

/* --- may it be done ---------------------------------------------------------------------------------- */

static bool is_party(const struct actor *a)
{
	return a->kind == ACTOR_APPLICANT || a->kind == ACTOR_AGENT;
}

static enum err find_row(struct act *x, enum action action, factset facts)
{
	factset missing;
	const char *why;

	x->t = lifecycle_find(x->c->state, action, actor_roles(x->a), facts, &why, &missing);
	if (x->t)
		return ERR_NONE;
	/* the state is at fault: somebody was first; a claim is, too */
	if (!lifecycle_in_state(x->c->state, action))
		return act_refuse(x, ERR_CONFLICT, NULL, why);
	if (missing & (FACT_UNCLAIMED | FACT_CLAIM_FREE))
		return act_refuse(x, ERR_CONFLICT, NULL,
				  mem_fmt(x->w->ctx, "%s正在办理这个办件。", text_or(x->c->claimed_name, "其他工作人员")));
	if (missing && !(missing & ~FACTS_SOFT))
		return act_refuse(x, ERR_INVALID, NULL, why);
	return act_refuse(x, ERR_FORBIDDEN, NULL, why);
}

static bool too_long(const char *s)
{
	return s && utf8_len(s) > WORDS_MAX;
}

/* check_procedure - one of those that the matter lists, for no longer than it says (ALL 45: the time is told). */
static enum err check_procedure(struct act *x)
{
	const struct matter_limits *l = &x->c->matter->limits;
	const struct case_args *g = x->args;

	if ((x->t->asks & ASK_SPECIAL) && (g->procedure < 1 || g->procedure > (int64_t)l->special.n))
		return act_refuse(x, ERR_INVALID, NULL, "请选择是哪一种特别程序。");
	if ((x->t->asks & ASK_SPECIAL) && (g->days < 1 || g->days > l->special.at[g->procedure - 1].days))
		return act_refuse(x, ERR_INVALID, NULL,
				  mem_fmt(x->w->ctx, "需要的工作日数请填1到%lld。",
					  (long long)l->special.at[g->procedure - 1].days));
	if ((x->t->asks & ASK_CAUSE) && (g->procedure < 1 || g->procedure > (int64_t)l->suspension.n))
		return act_refuse(x, ERR_INVALID, NULL, "请选择中止办理的情形。");
	if ((x->t->asks & ASK_DAYS) && (g->days < 1 || g->days > l->extension.at[0].n))
		return act_refuse(x, ERR_INVALID, NULL,
				  mem_fmt(x->w->ctx, "延长的工作日数请填1到%lld。", (long long)l->extension.at[0].n));
	return ERR_NONE;
}

static size_t count_inspectors(const struct case_args *g)
{
	size_t n = 0;

	for (size_t i = 0; i < sizeof(g->inspectors) / sizeof(g->inspectors[0]); i++)
		for (size_t j = 0; j <= i && !text_empty(g->inspectors[i]); j++) {
			n += j == i;
			if (j < i && text_eq(g->inspectors[i], g->inspectors[j]))
				break; /* the same person twice is one */
		}
	return n;
}

static bool is_visit(const struct act *x)
{
	const struct matter_limits *l = &x->c->matter->limits;
	int64_t at = x->c->procedure_at;

	return x->t->action == ACTION_PASS_CHECK ||
	       (at >= 1 && at <= (int64_t)l->special.n && l->special.at[at - 1].kind == SPECIAL_SITE_INSPECTION);
}

/* waybill_sane - as couriers print it, and as it can be compared: capital letters and digits. */
static bool waybill_sane(const char *number)
{
	size_t n = strlen(number);

	return n >= 6 && n <= 40 && strspn(number, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == n;
}

/* check_limit - what rests was not overdue before (ALL 42: extended before the limit passes). */
static enum err check_limit(struct act *x)
{
	bool late = false;

	if ((x->t->effects & EFFECT_EXTEND) && !(x->c->running & CLOCK_BIT(CLOCK_LEGAL)))
		TRY(act_rested_late(x, CLOCK_LEGAL, &late));
	return late ? act_refuse(x, ERR_FORBIDDEN, NULL, lifecycle_missing(FACT_BEFORE_DUE)) : ERR_NONE;
}

static day valid_from(const struct act *x)
{
	return x->args->valid_from > 0 ? x->args->valid_from : msec_day(x->w->now);
}

/* has_end - 0 is what arguments that say nothing have. */
static bool has_end(const struct case_args *g)
{
	return g->valid_until != DAY_NONE && g->valid_until != 0;
}

/* has_promised - for the part that the act names: that it was chosen to be granted on a promise. */
static bool has_promised(const struct act *x)
{
	const struct casefile *c = x->c;
	const struct case_part *part = transition_of_part(x->t) ? case_part_named(c) : NULL;
	bool promised = c->committed || (part && part->on_promise);

	for (size_t i = 0; i < c->nitems; i++)
		promised = promised || c->items[i].state == MATERIAL_PROMISED;
	return promised;
}

static enum err check_result(struct act *x)
{
	const struct case_args *g = x->args;
	uint32_t asks = x->t->asks;

	if ((asks & ASK_INSPECTORS) && is_visit(x) && count_inspectors(g) < 2)
		return act_refuse(x, ERR_INVALID, NULL, "现场核查要由两名以上工作人员进行，请填写他们的姓名。");
	if ((asks & ASK_STANCE) && !text_eq(g->stance, "agree") && !text_eq(g->stance, "against"))
		return act_refuse(x, ERR_INVALID, NULL, "请选择同意还是不同意。");
	if ((asks & ASK_VALIDITY) && has_end(g) && g->valid_until < valid_from(x))
		return act_refuse(x, ERR_INVALID, NULL, "有效期的最后一天不能早于第一天。");
	if ((asks & ASK_RECEIVER) && (text_empty(g->receiver.name) || text_empty(g->receiver.id_tail)))
		return act_refuse(x, ERR_INVALID, NULL, "请填写领取人的姓名和证件号码后四位。");
	if ((asks & ASK_RECEIVER) && !g->receiver.checked)
		return act_refuse(x, ERR_INVALID, NULL, "请先核对领取人的身份；代领的，还要核对委托书。");
	if ((asks & ASK_WAYBILL) && (text_empty(g->courier) || text_empty(g->waybill)))
		return act_refuse(x, ERR_INVALID, NULL, "请填写寄递公司和运单号。");
	if ((asks & ASK_WAYBILL) && !waybill_sane(g->waybill))
		return act_refuse(x, ERR_INVALID, NULL, "运单号由6到40位大写字母和数字组成，请核对面单。");
	if ((asks & ASK_REVOKE_GROUND) && g->revoke == REVOKE_NONE)
		return act_refuse(x, ERR_INVALID, NULL, "请选择撤销的依据。");
	if ((asks & ASK_REVOKE_GROUND) && g->revoke == REVOKE_FALSE_PROMISE && !has_promised(x))
		return act_refuse(x, ERR_INVALID, NULL, "申请人没有作过承诺，请选择别的依据。");
	return ERR_NONE;
}

static enum err check_words(struct act *x)
{
	const struct case_args *g = x->args;
	bool faults = false;

	for (size_t i = 0; i < x->c->nitems; i++)
		faults = faults || x->c->items[i].verdict == VERDICT_MISSING ||
			 x->c->items[i].verdict == VERDICT_NOT_IN_FORM;
	if (too_long(g->reason) || too_long(g->note))
		return act_refuse(x, ERR_INVALID, NULL, "文字太长，请不超过2000个字。");
	if ((x->t->asks & ASK_REASON) && text_empty(g->reason))
		return act_refuse(x, ERR_INVALID, NULL, "请写明理由。");
	if ((x->t->asks & ASK_REASON_OR_ITEMS) && text_empty(g->reason) && !faults)
		return act_refuse(x, ERR_INVALID, NULL, "请逐项注明问题，或写明退回的理由。");
	if ((x->t->asks & ASK_NOTE) && text_empty(g->note))
		return act_refuse(x, ERR_INVALID, NULL, "请写明情况。");
	if ((x->t->asks & ASK_GROUND) && g->ground == GROUND_NONE)
		return act_refuse(x, ERR_INVALID, NULL, "请选择不予受理的依据。");
	if (g->ground == GROUND_OTHER_AUTHORITY && text_empty(g->authority))
		return act_refuse(x, ERR_INVALID, NULL, "请写明应当向哪个机关申请。");
	TRY(check_procedure(x));
	TRY(check_limit(x));
	return check_result(x);
}

/* check_promises - what is handed in with a promise carries it: who promised, how and when are part of the event. */
static enum err check_promises(struct act *x)
{
	const char *note, *say;

	if (!(x->t->effects & EFFECT_SUBMITTED))
		return ERR_NONE;
	enum err e = promise_check(x->w, x->c, &note, &say);
	if (e == ERR_INVALID)
		return act_refuse(x, e, NULL, say);
	if (note)
		x->note = mem_fmt(x->w->ctx, "%s%s%s", text_or(x->note, ""), text_empty(x->note) ? "" : "；", note);
	return e;
}

/* --- doing it ---------------------------------------------------------------------------------------- */

static enum err counter(const struct act *x, const char *scope, int64_t *n)
{
	struct db_done done;

	TRY(sql_case_counter_next(
		x->w->db, &(struct sql_case_counter_next_in){.scope = scope, .on_day = msec_day(x->w->now)}, &done));
	*n = done.insert_id;
	return ERR_NONE;
}

static enum err number(struct act *x)
{
	struct casefile *c = x->c;
	char long_text[CASE_NO_TEXT], short_text[SHORT_NO_TEXT];
	struct case_no no = {.date = msec_day(x->w->now)};
	struct short_no brief = {.date = no.date, .dept = (int)c->matter->dept_number};
	int64_t in_matter, in_dept;

	if (c->case_no)
		return ERR_NONE;
	TRY(counter(x, mem_fmt(x->w->ctx, "m%lld", (long long)c->matter_id), &in_matter));
	TRY(counter(x, mem_fmt(x->w->ctx, "d%lld", (long long)c->matter->dept_number), &in_dept));
	if (strlen(c->matter_code) != TASK_CODE_LEN || strlen(x->w->conf->short_prefix) > SHORT_PREFIX_MAX)
		return log_err(ERR_INTERNAL, "case %lld cannot be numbered: code or short_prefix", (long long)c->id);
	memcpy(no.task_code, c->matter_code, TASK_CODE_LEN + 1);
	memcpy(brief.prefix, x->w->conf->short_prefix, strlen(x->w->conf->short_prefix) + 1);
	no.serial = (int)in_matter;
	brief.serial = (int)in_dept;
	if (case_no_text(&no, long_text) != ERR_NONE || short_no_text(&brief, short_text) != ERR_NONE)
		return log_err(ERR_INTERNAL, "case %lld cannot be numbered: no numbers left today", (long long)c->id);
	c->case_no = mem_str(x->w->ctx, long_text);
	c->short_no = mem_str(x->w->ctx, short_text);
	return ERR_NONE;
}

static const char *new_key(void *ctx)
{
	uint8_t key[16];

	crypt_random(key, sizeof(key));
	return text_base32(ctx, key, sizeof(key));
}

static enum err effects_of_course(struct act *x)
{
	struct casefile *c = x->c;
	uint32_t fx = x->t->effects;

	if (fx & EFFECT_NUMBER)
		TRY(number(x));
	if (fx & EFFECT_SUBMITTED) {
		TRY(draft_freeze(x->w, c));
		c->submitted_at = x->w->now;
		c->pre_reviewed_at = MSEC_NONE;
	}
	if (fx & EFFECT_PASS)
		c->pre_reviewed_at = x->w->now;
	if (fx & EFFECT_RETURN)
		c->submit_key = new_key(x->w->ctx);
	if (fx & EFFECT_RECEIVE)
		c->received_day = msec_day(x->w->now);
	for (size_t i = 0; (fx & EFFECT_ACCEPT) && i < c->nitems; i++)
		c->items[i].gap = c->items[i].state == MATERIAL_GAP;
	if (fx & EFFECT_ACCEPT) {
		c->accepted_day = x->a->kind == ACTOR_SYSTEM ? c->correction_from : msec_day(x->w->now);
		c->accepted_by = x->a->kind == ACTOR_STAFF ? x->a->id : 0;
	}
	return ERR_NONE;
}

static const char *outcome_of(const struct casefile *c, uint32_t fx)
{
	if (fx & EFFECT_CONCLUDE)
		return case_parts_outcome(c);
	return fx & EFFECT_GRANT ? "granted" : fx & EFFECT_REFUSE ? "refused" : "forwarded";
}

static void effects_of_review(struct act *x)
{
	struct casefile *c = x->c;
	uint32_t fx = x->t->effects;

	if (fx & EFFECT_PAPER_SENT)
		c->paper_state = "sent";
	if ((fx & EFFECT_PAPER_SIGNED) && text_eq(c->paper_state, "sent"))
		c->paper_state = "signed";
	if (fx & EFFECT_OPINION)
		c->opinion = x->args->stance;
	if (fx & (EFFECT_SPECIAL | EFFECT_SUSPEND))
		c->procedure_at = x->args->procedure;
	if ((fx & EFFECT_SPECIAL_OVER) && is_visit(x))
		c->inspected = true;
	if (fx & EFFECT_EXTEND)
		c->extended_days = x->args->days;
	if (fx & EFFECT_ON_SPOT)
		c->on_spot = true;
	if (fx & EFFECTS_DECIDE) {
		c->outcome = outcome_of(c, fx);
		c->decided_day = msec_day(x->w->now);
		c->decided_by = x->a->id;
	}
}

/* await_result - who does not come for it is reminded, every so many working days (GD 7.1.5). */
static enum err await_result(const struct act *x)
{
	day today = msec_day(x->w->now), due = DAY_NONE;
	enum err e = ERR_NONE;

	if (text_eq(x->c->delivery, "counter"))
		e = clock_due(x->w->calendar, today, (int32_t)x->w->conf->collect_days, &due);
	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	if (x->from != STATE_RESULT_READY)
		x->c->ready_day = today;
	x->c->remind_due = due;
	return sql_case_await(x->w->db,
			      &(struct sql_case_await_in){.id = x->c->id, .ready_day = x->c->ready_day, .remind_due = due},
			      NULL);
}

/* effects_of_mail - a number that is in use belongs to another letter: it was mistyped, or the label was taken twice. */
static enum err effects_of_mail(struct act *x)
{
	const struct case_args *g = x->args;
	enum err e = sql_waybill_add(x->w->db,
				     &(struct sql_waybill_add_in){.case_id = x->c->id, .event_seq = x->seq,
								  .courier = g->courier, .number = g->waybill,
								  .staff_id = x->a->id, .now = x->w->now},
				     NULL);

	return e == ERR_DUPLICATE ? act_refuse(x, ERR_INVALID, NULL, "这个运单号已经登记在另一封邮件上，请核对面单后重新填写。") : e;
}

/* gaps_back - what came and is faulty has to come again; the page goes on saying what is wrong with it. */
static enum err gaps_back(const struct act *x)
{
	for (size_t i = 0; i < x->c->nitems; i++) {
		struct case_item *it = &x->c->items[i];
		if (!case_gap_faulty(it))
			continue;
		it->state = MATERIAL_GAP;
		it->supplied_at = MSEC_NONE;
		TRY(sql_case_gap_back(x->w->db,
				      &(struct sql_case_gap_back_in){.case_id = x->c->id, .item = it->item, .now = x->w->now},
				      NULL));
	}
	return ERR_NONE;
}

/* effects_of_revocation - a person whose promise was false in two parts of one case is on record for that case once. */
static enum err effects_of_revocation(const struct act *x)
{
	const struct casework *w = x->w;
	const struct case_part *p = transition_of_part(x->t) ? case_part_named(x->c) : NULL;
	bool broken = (x->t->asks & ASK_REVOKE_GROUND) && x->args->revoke == REVOKE_FALSE_PROMISE;

	if (p)
		TRY(sql_certificate_void_one(w->db,
					     &(struct sql_certificate_void_one_in){.document_id = p->certificate_id, .now = w->now},
					     NULL));
	else
		TRY(sql_certificate_void(w->db,
					 &(struct sql_certificate_void_in){.case_id = x->c->id, .now = w->now}, NULL));
	if (!broken)
		return ERR_NONE;
	enum err e = sql_credit_record_add(w->db,
					   &(struct sql_credit_record_add_in){.case_id = x->c->id, .reason = x->args->reason,
									      .staff_id = x->a->id, .now = w->now},
					   NULL);
	return e == ERR_DUPLICATE && p ? ERR_NONE : e;
}

/* effects_of_record - rows of other tables that an act makes; after the event that they refer to. */
static enum err effects_of_record(struct act *x)
{
	uint32_t fx = x->t->effects;

	if (fx & EFFECT_ACCEPT)
		TRY(sql_case_gaps_open(x->w->db, &(struct sql_case_gaps_open_in){.case_id = x->c->id}, NULL));
	if (fx & EFFECT_MAIL)
		TRY(effects_of_mail(x));
	if (fx & EFFECT_AWAIT)
		TRY(await_result(x));
	if (fx & EFFECT_GAP_BACK)
		TRY(gaps_back(x));
	return fx & EFFECT_REVOKE ? effects_of_revocation(x) : ERR_NONE;
}

/* gaps_words - the applicant's timeline says of each what is wrong and what would be right. */
static void gaps_words(struct act *x)
{
	void *ctx = x->w->ctx;
	const char *said = "";

	for (size_t i = 0; i < x->c->nitems; i++) {
		const struct case_item *it = &x->c->items[i];
		if (case_gap_faulty(it))
			said = mem_fmt(ctx, "%s%s%s：%s（%s）。应当：%s", said, *said ? "；" : "", it->name, verdict_name(it->verdict),
				       text_or(it->reason, ""), text_or(it->remedy, ""));
	}
	x->reason = said;
}

static enum err effects_of_notice(struct act *x)
{
	struct casefile *c = x->c;
	uint32_t fx = x->t->effects;

	if (fx & EFFECT_ASKED)
		c->confirm_state = "asked";
	if (fx & EFFECT_CONFIRMED)
		c->confirm_state = "confirmed";
	if (fx & EFFECT_UNCONFIRM)
		c->confirm_state = "none";
	if (fx & EFFECT_PERMIT)
		c->repeat_permitted = true;
	if (fx & EFFECT_LIST) {
		c->correction_round++;
		c->repeat_permitted = false;
		c->confirm_state = "none";
	}
	return fx & (EFFECT_LIST | EFFECT_RETURN) ? act_list(x) : ERR_NONE;
}

static void pass_turn(struct act *x)
{
	struct casefile *c = x->c;
	struct turn_facts f = {.state = c->state,
			       .web = text_eq(c->channel, "web"),
			       .pre_reviewed = c->pre_reviewed_at != MSEC_NONE,
			       .dept_accepts = c->dept_accepts,
			       .confirm_asked = text_eq(c->confirm_state, "asked"),
			       .confirmed = text_eq(c->confirm_state, "confirmed")};

	c->turn = lifecycle_turn(&f);
	if ((x->t->effects & EFFECT_UNCLAIM) || c->turn != x->turn_before) {
		c->claimed_by = 0;
		c->claimed_name = NULL;
		c->claimed_at = MSEC_NONE;
	}
	if (x->t->effects & EFFECT_CLAIM) {
		c->claimed_by = x->a->id;
		c->claimed_name = x->a->name;
		c->claimed_at = x->w->now;
	}
}

static bool has_gaps(const struct act *x)
{
	for (size_t i = 0; i < x->c->nitems; i++)
		if (x->c->items[i].state == MATERIAL_GAP)
			return true;
	return false;
}

static bool is_committed(const struct act *x)
{
	return x->c->committed;
}

static bool is_last(const struct act *x)
{
	(void)x;
	return true;
}

/* needless - the department signs for paper only where there was some. */
static bool needless(const struct act *x)
{
	return (x->t->effects & EFFECT_PAPER_SIGNED) && !text_eq(x->c->paper_state, "signed");
}

/* certificate - the result enters the library, under the number that was printed (OUT-5). */
static enum err certificate(const struct act *x, int64_t document_id)
{
	struct sql_document_number_row *d;

	TRY(sql_document_number(x->w->db, x->w->ctx, &(struct sql_document_number_in){.id = document_id}, &d));
	return sql_certificate_add(x->w->db,
				   &(struct sql_certificate_add_in){.case_id = x->c->id, .document_id = document_id,
								    .number = d->number, .name = d->title,
								    .dept_code = d->dept_code,
								    .valid_from = valid_from(x),
								    .valid_until = has_end(x->args) ? x->args->valid_until
												    : DAY_NONE,
								    .now = x->w->now},
				   NULL);
}

/* What is issued beside, or instead of nothing: a table, because one act may give several papers. */
static const struct {
	uint32_t effects;         /* with any of these ... */
	bool (*when)(const struct act *x); /* ... and when this holds */
	enum document_kind kind;
} besides[] = {
	{EFFECT_ACCEPT, has_gaps, DOCUMENT_DEFICIENT_NOTICE},
	{EFFECT_ACCEPT, has_gaps, DOCUMENT_GAP_PROMISE},
	{EFFECT_ACCEPT, is_committed, DOCUMENT_COMMITMENT_NOTICE},
	{EFFECT_ACCEPT, is_committed, DOCUMENT_COMMITMENT_LETTER},
	{EFFECT_GRANT, is_last, DOCUMENT_CERTIFICATE},
};

/* issue_for_part - the part knows its papers; its result is one more. */
static enum err issue_for_part(struct act *x, const struct document_issue *in, int64_t document_id, struct event_docs *docs)
{
	struct case_part *p = x->t->part != PART_NONE && x->t->part != PART_REVOKED ? case_part_named(x->c) : NULL;

	if (!p || !document_id)
		return ERR_NONE;
	p->document_id = document_id;
	if (x->t->part != PART_GRANTED)
		return ERR_NONE;
	TRY(document_issue(x->w, in, DOCUMENT_CERTIFICATE, docs, &p->certificate_id));
	return certificate(x, p->certificate_id);
}

static enum err issue(struct act *x, struct event *e, uint8_t *doc_hash)
{
	struct document_issue in = {.c = x->c, .actor = x->a, .args = x->args, .t = x->t, .event_seq = x->seq,
				    .chain = x->c->event_head};
	struct event_docs docs;
	int64_t id;

	event_docs_start(&docs);
	if (x->t->document != DOCUMENT_NONE && !needless(x))
		TRY(document_issue(x->w, &in, x->t->document, &docs, &e->doc_id));
	for (size_t i = 0; i < sizeof(besides) / sizeof(besides[0]); i++) {
		if (!(x->t->effects & besides[i].effects) || !besides[i].when(x))
			continue;
		TRY(document_issue(x->w, &in, besides[i].kind, &docs, &id));
		if (besides[i].kind == DOCUMENT_CERTIFICATE)
			TRY(certificate(x, id));
	}
	TRY(issue_for_part(x, &in, e->doc_id, &docs));
	if (docs.n == 0)
		return ERR_NONE;
	event_docs_end(&docs, doc_hash);
	e->doc_hash = (struct bytes){.p = doc_hash, .n = HASH_SIZE};
	x->out->document_id = e->doc_id;
	return ERR_NONE;
}

static enum err append(struct act *x, const struct event *e, const uint8_t *hash)
{
	return sql_event_add(x->w->db,
			     &(struct sql_event_add_in){
				     .case_id = e->case_id, .seq = e->seq, .at = e->at,
				     .action = e->action, .from_state = e->from_state, .to_state = e->to_state,
				     .actor_kind = e->actor_kind, .actor_id = e->actor_id, .actor_name = e->actor_name,
				     .post = e->post, .acting_for = e->acting_for, .acting_name = e->acting_name,
				     .reason = e->reason, .note = e->note, .clause = e->clause,
				     .doc_id = e->doc_id, .doc_hash = e->doc_hash,
				     .prev_hash = {.p = e->prev_hash, .n = HASH_SIZE},
				     .hash = {.p = hash, .n = HASH_SIZE},
			     },
			     NULL);
}

static const char *or_null(const char *s)
{
	return text_empty(s) ? NULL : s;
}

static const char *cut(void *ctx, const char *s)
{
	return text_empty(s) ? NULL : mem_copy(ctx, s, utf8_prefix(s, WORDS_MAX));
}

static enum err record(struct act *x)
{
	struct event e = {
		.case_id = x->c->id, .seq = x->seq, .at = x->w->now,
		.action = action_key(x->t->action),
		.from_state = state_key(x->from), .to_state = state_key(x->c->state),
		.actor_kind = actor_kind_key(x->a->kind), .actor_id = x->a->id, .actor_name = text_or(x->a->name, ""),
		.post = or_null(x->a->post), .acting_for = x->a->acting_for, .acting_name = or_null(x->a->acting_name),
		.reason = cut(x->w->ctx, x->reason), .note = cut(x->w->ctx, x->note), .clause = x->t->clause,
	};
	uint8_t doc_hash[HASH_SIZE], hash[HASH_SIZE];

	if (x->c->event_head.p)
		memcpy(e.prev_hash, x->c->event_head.p, HASH_SIZE);
	TRY(issue(x, &e, doc_hash));
	event_hash(&e, hash);
	TRY(append(x, &e, hash));
	x->c->event_count = x->seq;
	x->c->event_head = (struct bytes){.p = (const uint8_t *)mem_copy(x->w->ctx, hash, HASH_SIZE), .n = HASH_SIZE};
	x->c->version++;
	return ERR_NONE;
}

static enum err save(const struct act *x)
{
	const struct casefile *c = x->c;

	return sql_case_move(x->w->db,
			     &(struct sql_case_move_in){
				     .id = c->id, .state = state_key(c->state), .turn = turn_key(c->turn),
				     .submit_key = c->submit_key, .case_no = c->case_no, .short_no = c->short_no,
				     .submitted_at = c->submitted_at, .pre_reviewed_at = c->pre_reviewed_at,
				     .received_day = c->received_day, .accepted_day = c->accepted_day,
				     .accepted_by = c->accepted_by, .feedback_due = c->due[CLOCK_FEEDBACK],
				     .correction_from = c->correction_from, .correction_due = c->due[CLOCK_CORRECTION],
				     .legal_due = c->due[CLOCK_LEGAL], .promised_due = c->due[CLOCK_PROMISED],
				     .provisional = c->provisional, .running = c->running, .next_due = c->next_due,
				     .claimed_by = c->claimed_by, .claimed_name = c->claimed_name,
				     .claimed_at = c->claimed_at, .confirm_state = c->confirm_state,
				     .correction_round = c->correction_round, .repeat_permitted = c->repeat_permitted,
				     .version = c->version, .event_count = c->event_count, .event_head = c->event_head,
				     .special_due = c->due[CLOCK_SPECIAL], .gap_due = c->due[CLOCK_GAP],
				     .delivery_due = c->due[CLOCK_DELIVERY], .mail_due = c->due[CLOCK_MAIL],
				     .check_due = c->due[CLOCK_CHECK], .archive_due = c->due[CLOCK_ARCHIVE],
				     .outcome = c->outcome, .paper_state = c->paper_state, .opinion = c->opinion,
				     .procedure_at = c->procedure_at, .inspected = c->inspected,
				     .extended_days = c->extended_days, .decided_day = c->decided_day,
				     .decided_by = c->decided_by, .on_spot = c->on_spot,
			     },
			     NULL);
}

static enum err carry_out_one(struct act *x)
{
	struct clock_moves moves;

	x->seq = x->c->event_count + 1;
	TRY(effects_of_course(x));
	effects_of_review(x);
	if (x->t->to != STATE_NONE)
		x->c->state = x->t->to;
	TRY(act_parts_move(x));
	if (x->t->effects & EFFECT_GAP_BACK)
		gaps_words(x);
	TRY(effects_of_notice(x));
	pass_turn(x);
	TRY(act_clocks(x, &moves));
	TRY(act_parts_resume(x, &moves));
	TRY(attach_bind(x->w, x->c->id, x->t->action, x->seq, &x->note));
	TRY(record(x));
	TRY(act_ledger(x, &moves));
	TRY(effects_of_record(x));
	TRY(act_parts_save(x));
	TRY(act_tell(x));
	TRY(act_invite(x));
	if (x->t->effects & EFFECT_SUPERVISE)
		TRY(alert_raise(x->w, ALERT_DEEMED, x->c->id, x->c->dept_code, x->c->short_no,
				x->c->due[CLOCK_CORRECTION]));
	/* what the procedure or the suspension was is over once the papers and clocks that tell of it are made */
	if ((STATE_BIT(x->from) & (STATE_BIT(STATE_SPECIAL_PROCEDURE) | STATE_BIT(STATE_SUSPENDED))) &&
	    x->c->state == STATE_IN_REVIEW)
		x->c->procedure_at = 0;
	return ERR_NONE;
}

/* carry_out - the row, and whatever follows from it at once (rows 16 to 18: held, ready, delivered online); every event is
 * its own, the transaction is one. */
static enum err carry_out(struct act *x)
{
	struct actor system = actor_system();
	struct case_args none = {0};
	struct act next = *x;

	TRY(carry_out_one(x));
	x->out->event_seq = x->seq;
	while ((next.t = lifecycle_follows(x->c->state, case_facts_plain(x->w, x->c, &system)))) {
		struct case_result unseen = {0};
		next.a = &system;
		next.args = &none;
		next.out = &unseen;
		next.note = next.reason = NULL;
		next.from = x->c->state;
		next.turn_before = x->c->turn;
		TRY(carry_out_one(&next));
	}
	TRY(save(x));
	report_case(x);
	return ERR_NONE;
}

/* --- the transaction --------------------------------------------------------------------------------- */

static enum err begin(struct act *x, const struct order *o)
{
	struct sql_case_lock_row *locked;

	TRY(sql_case_lock(x->w->db, x->w->ctx, &(struct sql_case_lock_in){.id = o->case_id}, &locked));
	TRY(case_load(x->w, o->case_id, &x->c));
	x->from = x->c->state;
	x->turn_before = x->c->turn;
	/* somebody else's case does not exist for an applicant */
	if (is_party(x->a) && (!x->c->account_id || x->c->account_id != x->a->id))
		return ERR_NOT_FOUND;
	return ERR_NONE;
}

static enum err work(void *arg)
{
	static const struct case_args no_args;
	struct order *o = arg;
	struct act x = {.w = o->w, .a = o->a, .args = o->args ? o->args : &no_args, .out = o->out};
	factset facts;
	bool before = false;

	*o->out = (struct case_result){.case_id = o->case_id, .first_at = MSEC_NONE};
	x.note = x.args->note;
	x.reason = x.args->reason;
	TRY(begin(&x, o));
	x.c->part_at = x.args->part;
	if (o->action == ACTION_SUBMIT)
		TRY(submitted_before(&x, &before));
	if (before)
		return ERR_NONE;
	/* departments work side by side: what one did is no conflict with what another does to its own part */
	bool late_page = o->version && x.c->version != o->version, of_part = x.args->part && action_of_part(o->action);
	if (late_page && !of_part)
		return late(&x, o);
	if (late_page && act_part_repeated(&x, o->action)) {
		x.out->repeated = true;
		report_case(&x);
		return ERR_NONE;
	}
	/* state, post and scope first; then what came with the act; then all of it */
	TRY(find_row(&x, o->action, FACTS_SOFT | case_facts_plain(x.w, x.c, x.a)));
	TRY(act_judge(&x));
	if (o->out->repeated) {
		report_case(&x);
		return ERR_NONE;
	}
	TRY(case_facts(x.w, x.c, x.a, &facts));
	TRY(find_row(&x, o->action, facts));
	TRY(check_words(&x));
	TRY(check_promises(&x));
	o->passed = true;
	return o->rehearsal ? ERR_INVALID : carry_out(&x); /* the error takes the verdicts back */
}

static enum err order_run(struct order *o)
{
	enum err e = db_tx(o->w->db, work, o);

	if (e != ERR_NONE && !o->out->say)
		o->out->say = e == ERR_NOT_FOUND  ? "没有找到这个办件。"
			      : e == ERR_CONFLICT ? "同时办理的人太多，请稍后再试一次。"
						  : "";
	return e;
}

enum err case_apply(const struct casework *w, int64_t case_id, int64_t version, enum action action,
		    const struct actor *a, const struct case_args *args, struct case_result *out)
{
	return order_run(&(struct order){.w = w, .case_id = case_id, .version = version, .action = action, .a = a,
					 .args = args, .out = out});
}

enum err case_rehearse(const struct casework *w, int64_t case_id, int64_t version, enum action action,
		       const struct actor *a, const struct case_args *args, struct case_result *out)
{
	struct order o = {.w = w, .case_id = case_id, .version = version, .action = action, .a = a, .args = args,
			  .out = out, .rehearsal = true};
	enum err e = order_run(&o);

	return e == ERR_INVALID && o.passed ? ERR_NONE : e;
}
