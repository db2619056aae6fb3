/* case_apply_part.c - what an act does to the parts of a joint case (domain/case_part.h has the rule). */
#include "domain/case_apply.h"

#include "base/text.h"
#include "domain/alert.h"
#include "domain/case_part.h"
#include "domain/clock.h"
#include "gen/sql.h"

#define WORDS_MAX 2000

static void note_add(struct act *x, const char *what)
{
	x->note = mem_fmt(x->w->ctx, "%s%s%s", text_or(x->note, ""), text_empty(x->note) ? "" : "；", what);
}

/* part_due - its days from the day it was opened, without those in which the promised limit rested; a rest that goes on is
 * taken to end today. */
static enum err part_due(struct act *x, const struct case_part *p, bool rested, day *due)
{
	struct clock_limit limit = {(int32_t)p->days, CLOCK_WORKING_DAY};
	struct clock_pause *pauses = NULL;
	size_t n = 0;

	if (rested)
		TRY(act_pauses(x, CLOCK_PROMISED, p->opened_day, &pauses, &n));
	enum err e = clock_due_limit(x->w->calendar, p->opened_day, limit, pauses, n, due);
	return e == ERR_CALENDAR_GAP ? ERR_NONE : e;
}

/* part_late - on record: its last day passed before it was done.  Who has spoken in time may speak again later. */
static enum err part_late(struct act *x, struct case_part *p)
{
	day due, today = msec_day(x->w->now);

	if (p->state != PART_OPEN || p->due >= today)
		return ERR_NONE;
	TRY(part_due(x, p, true, &due));
	p->overdue = p->overdue || due < today;
	return ERR_NONE;
}

static enum err part_open(struct act *x, struct case_part *p)
{
	p->state = PART_OPEN;
	p->opened_day = msec_day(x->w->now);
	note_add(x, mem_fmt(x->w->ctx, "开始办理：%s（%s）", p->name, p->number));
	p->changed = true;
	return part_due(x, p, false, &p->due);
}

static void part_close(struct act *x, struct case_part *p, const char *why)
{
	p->state = PART_CLOSED;
	p->opinion = why;
	p->spoken_at = x->w->now;
	p->ended_day = msec_day(x->w->now);
	p->changed = true;
	note_add(x, mem_fmt(x->w->ctx, "不再办理：%s（%s）", p->name, p->number));
}

/* --- acceptance: the parts come into being ------------------------------------------------------------ */

static enum err parts_make(struct act *x)
{
	struct casefile *c = x->c;

	TRY(case_parts_plan(x->w, c, &c->parts, &c->nparts, &c->collect));
	for (size_t i = 0; i < c->nparts; i++) {
		struct case_part *p = &c->parts[i];
		p->changed = true;
		if (!p->after)
			TRY(part_open(x, p));
	}
	return ERR_NONE;
}

static enum err part_add(const struct act *x, const struct case_part *p)
{
	return sql_case_part_add(x->w->db,
				 &(struct sql_case_part_add_in){
					 .case_id = x->c->id, .seq = p->seq, .part = p->key, .number = p->number, .name = p->name,
					 .dept_code = p->dept_code, .dept_name = p->dept_name, .after_seq = p->after,
					 .kind = part_kind_key(p->kind), .days = p->days, .state = part_state_key(p->state),
					 .opened_day = p->opened_day, .due = p->due, .starts_promise = p->starts_promise,
					 .on_promise = p->on_promise},
				 NULL);
}

/* --- an act on one part ------------------------------------------------------------------------------- */

/* part_follow - those that come after a part that has just ended.  A refusal leaves nothing to follow; an opinion, whatever
 * it says, is no refusal. */
static enum err part_follow(struct act *x, const struct case_part *ended)
{
	bool on = ended->state != PART_REFUSED && ended->state != PART_CLOSED;

	for (size_t i = 0; i < x->c->nparts; i++) {
		struct case_part *p = &x->c->parts[i];
		if (p->after != ended->seq || p->state != PART_WAITING)
			continue;
		if (on) {
			TRY(part_open(x, p));
			continue;
		}
		part_close(x, p, mem_fmt(x->w->ctx, "要先办好的“%s”没有批准，这一件不能办理。", ended->name));
		TRY(part_follow(x, p));
	}
	return ERR_NONE;
}

/* Silence makes an opinion, or ends the wait for advice; of a decision it is only recorded that it is late. */
static enum part_state state_after(const struct act *x, const struct case_part *p)
{
	return x->t->part == PART_SILENT && p->kind == PART_DECISION ? p->state : x->t->part;
}

/* part_words - the event names the part: for the applicant where the act is told to them, else for the file. */
static void part_words(struct act *x, const struct case_part *p)
{
	const char *name = mem_fmt(x->w->ctx, "%s（%s）", p->name, p->number);

	if (action_public(x->t->action))
		x->reason = text_empty(x->reason) ? name : mem_fmt(x->w->ctx, "%s：%s", name, x->reason);
	else
		x->note = text_empty(x->note) ? name : mem_fmt(x->w->ctx, "%s：%s", name, x->note);
}

static void part_say(struct act *x, struct case_part *p)
{
	const struct case_args *g = x->args;

	p->state = state_after(x, p);
	p->opinion = text_empty(g->reason) ? g->note : g->reason;
	p->staff_id = x->a->id;
	p->staff_name = x->a->name;
	p->spoken_at = x->w->now;
}

static enum err part_move(struct act *x, struct case_part *p)
{
	const struct case_args *g = x->args;

	part_words(x, p);
	p->changed = true;
	if (x->t->effects & EFFECT_PART_ISSUE) {
		p->handed_at = x->w->now;
		p->handed_to = g->receiver.name;
		return ERR_NONE;
	}
	if (x->t->effects & EFFECT_PART_READY) {
		p->ready_at = x->w->now;
		p->ready_by = x->a->name;
		return ERR_NONE;
	}
	if (x->t->part == PART_REVOKED) { /* what follows it stands: those departments judged for themselves */
		part_say(x, p);
		return ERR_NONE;
	}
	TRY(part_late(x, p));
	if (state_after(x, p) == p->state && x->t->part == PART_SILENT)
		return ERR_NONE;
	part_say(x, p);
	p->ended_day = msec_day(x->w->now);
	return part_follow(x, p);
}

/* --- the three moments of an act (case_apply.c) -------------------------------------------------------- */

enum err act_parts_move(struct act *x)
{
	struct case_part *p = transition_of_part(x->t) ? case_part_named(x->c) : NULL;

	if ((x->t->effects & EFFECT_ACCEPT) && x->c->nparts == 0)
		TRY(parts_make(x));
	if (p)
		TRY(part_move(x, p));
	for (size_t i = 0; i < x->c->nparts && state_terminal(x->c->state); i++)
		if (part_open_still(x->c->parts[i].state))
			part_close(x, &x->c->parts[i], mem_fmt(x->w->ctx, "整件%s，这一件不再办理。", state_name(x->c->state)));
	return ERR_NONE;
}

enum err act_parts_resume(struct act *x, const struct clock_moves *moves)
{
	for (size_t i = 0; i < moves->n; i++) {
		if (moves->at[i].clock != CLOCK_PROMISED || moves->at[i].act != CLOCK_RESUME)
			continue;
		for (size_t k = 0; k < x->c->nparts; k++) {
			struct case_part *p = &x->c->parts[k];
			if (p->state != PART_OPEN)
				continue;
			TRY(part_due(x, p, true, &p->due));
			p->changed = true;
		}
	}
	return ERR_NONE;
}

static enum err part_put(const struct act *x, const struct case_part *p)
{
	return sql_case_part_put(x->w->db,
				 &(struct sql_case_part_put_in){
					 .case_id = x->c->id, .seq = p->seq, .state = part_state_key(p->state),
					 .opened_day = p->opened_day, .due = p->due,
					 .opinion = p->opinion ? mem_copy(x->w->ctx, p->opinion, utf8_prefix(p->opinion, WORDS_MAX))
							       : NULL,
					 .staff_id = p->staff_id, .staff_name = p->staff_name, .spoken_at = p->spoken_at,
					 .overdue = p->overdue, .document_id = p->document_id,
					 .certificate_id = p->certificate_id, .handed_at = p->handed_at,
					 .handed_to = p->handed_to, .ended_day = p->ended_day,
					 .ready_at = p->ready_at, .ready_by = p->ready_by},
				 NULL);
}

/* hand_rest - parts that waited at the window by themselves went out with the whole case. */
static void hand_rest(struct act *x)
{
	const char *to = text_empty(x->args->receiver.name) ? x->c->applicant_name : x->args->receiver.name;

	for (size_t i = 0; i < x->c->nparts && x->t->to == STATE_DELIVERED; i++) {
		struct case_part *p = &x->c->parts[i];
		if (p->ready_at == MSEC_NONE || p->handed_at != MSEC_NONE || p->state == PART_REVOKED)
			continue;
		p->handed_at = x->w->now;
		p->handed_to = to;
		p->changed = true;
	}
}

/* late_numbers - an alert is raised once for a department and a day: it names every part of theirs that this round of the clock
 * job finds late with that day. */
static const char *late_numbers(const struct act *x, const struct case_part *first)
{
	const char *out = first->number;

	for (size_t i = 0; i < x->c->nparts; i++) {
		const struct case_part *p = &x->c->parts[i];
		bool late = p->state == PART_OPEN && !p->overdue && p->due == first->due;
		if (late && text_eq(p->dept_code, first->dept_code) && (p->kind == PART_DECISION) == (first->kind == PART_DECISION))
			out = mem_fmt(x->w->ctx, "%s、%s", out, p->number);
	}
	return out;
}

enum err act_parts_save(struct act *x)
{
	const struct case_part *named = case_part_named(x->c);
	bool fresh = x->t->effects & EFFECT_ACCEPT;

	hand_rest(x);

	for (size_t i = 0; i < x->c->nparts; i++) {
		struct case_part *p = &x->c->parts[i];
		if (p->changed)
			TRY(fresh ? part_add(x, p) : part_put(x, p));
		p->changed = false;
	}
	if (fresh && x->c->nparts > 0)
		TRY(sql_case_joint_put(x->w->db,
				       &(struct sql_case_joint_put_in){.id = x->c->id, .parts = (int64_t)x->c->nparts,
								       .collect = x->c->collect},
				       NULL));
	if (x->t->part != PART_SILENT || !named)
		return ERR_NONE;
	return alert_raise(x->w, named->kind == PART_DECISION ? ALERT_PART_OVERDUE : ALERT_PART_SILENT, x->c->id,
			   named->dept_code, late_numbers(x, named), named->due);
}

bool act_part_repeated(struct act *x, enum action action)
{
	const struct case_part *p = case_part_named(x->c);
	const struct transition *t = lifecycle_table;

	while (t->action != ACTION_NONE && t->action != action)
		t++;
	if (!p || !transition_of_part(t))
		return false;
	if (t->effects & EFFECT_PART_ISSUE)
		return p->handed_at != MSEC_NONE && text_eq(p->handed_to, x->args->receiver.name);
	if (t->effects & EFFECT_PART_READY)
		return p->ready_at != MSEC_NONE && text_eq(p->ready_by, x->a->name);
	return p->state == t->part && x->a->kind == ACTOR_STAFF && p->staff_id == x->a->id;
}
