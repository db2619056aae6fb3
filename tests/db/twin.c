#include "db/twin.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

static bool is(const struct twin *t, const char *state)
{
	return text_eq(t->state, state);
}

void twin_start(struct twin *t, const struct walk_case *c)
{
	*t = (struct twin){.c = *c, .state = "draft", .version = 1, .correction_from = DAY_NONE, .received = DAY_NONE,
			   .accepted = DAY_NONE, .remind = DAY_NONE, .opinion = "none"};
	for (int i = 0; i < CLOCK_COUNT; i++)
		t->clock[i].due = DAY_NONE;
}

/* --- the second clock -------------------------------------------------------------------------------- */

static int index_of(day d)
{
	return (int)d - NAIVE_FIRST_DAY;
}

static enum naive_unit unit_of(const char *key)
{
	return text_eq(key, "half_day")	     ? NAIVE_HALF
	       : text_eq(key, "natural_day") ? NAIVE_NATURAL
	       : text_eq(key, "month")	     ? NAIVE_MONTHS
					     : NAIVE_WORKING;
}

/* The archive has until the last day of the month after the decision (ZJG 12(4)): go on until the second month is over. */
static day month_after_ends(const struct naive *n, day from)
{
	int d = index_of(from), turns = 0;

	while (turns < 2)
		turns += n->days[++d].mday == 1;
	return (day)(d - 1 + NAIVE_FIRST_DAY);
}

static int count(const struct naive *n, const struct twin_clock *k, int from, enum naive_unit unit, int amount)
{
	struct naive_question q = {.from = from, .unit = unit, .amount = amount, .npauses = k->npauses};

	memcpy(q.pauses, k->pauses, sizeof(q.pauses));
	return naive_due(n, &q);
}

/* A pause that goes on is taken to end today: the due date is what it would be then.  Days of an extension are working days
 * (ALL 42) and follow on whatever unit the limit has. */
static void wind(const struct twin *t, struct twin_clock *k, const struct naive *n, bool limit, day today)
{
	struct twin_clock now = *k;
	bool working = text_eq(k->unit, "working_day");
	int extra = limit ? t->extended : 0, due;

	/* who promises is served on the day of acceptance (CQ 5.3.2) */
	if (k == &t->clock[CLOCK_PROMISED] && t->c.committed && !t->extended) {
		k->due = k->from;
		k->provisional = false;
		return;
	}
	if (now.npauses > 0 && now.pauses[now.npauses - 1].to == NAIVE_NEVER)
		now.pauses[now.npauses - 1].to = index_of(today);
	due = count(n, &now, index_of(k->from), unit_of(k->unit), k->amount + (working ? extra : 0));
	if (!working && extra)
		due = count(n, &now, due, NAIVE_WORKING, extra);
	k->due = (day)(due + NAIVE_FIRST_DAY);
	k->provisional = naive_gap(n, index_of(k->from), due);
}

static void length_of(const struct twin *t, enum clock_name c, const struct case_args *args, struct twin_clock *k)
{
	const struct trait *m = t->c.trait;
	const int days[CLOCK_COUNT] = {[CLOCK_FEEDBACK] = 1, [CLOCK_CORRECTION] = 5, [CLOCK_LEGAL] = m->legal,
				       [CLOCK_PROMISED] = m->promised, [CLOCK_SPECIAL] = args ? (int)args->days : 0,
				       [CLOCK_GAP] = m->gap_days, [CLOCK_DELIVERY] = m->delivery ? m->delivery : 10,
				       [CLOCK_MAIL] = m->mail_days, [CLOCK_CHECK] = m->check_days};

	k->amount = days[c];
	k->unit = c == CLOCK_LEGAL ? m->legal_unit : c == CLOCK_PROMISED ? m->promised_unit : "working_day";
}

static day begins(const struct twin *t, enum clock_name c, day today)
{
	if (c == CLOCK_LEGAL)
		return t->c.trait->from_application ? t->received : t->accepted;
	if (c == CLOCK_PROMISED && twin_promise_from_part(t))
		return today;
	return c == CLOCK_PROMISED || c == CLOCK_GAP ? t->accepted : today;
}

/* has - whether such a clock starts for this case. */
static bool has(const struct twin *t, enum clock_name c, const struct twin_act *a)
{
	switch (c) {
	case CLOCK_GAP:
		return a->tolerates;
	case CLOCK_CHECK:
		return t->c.committed && text_eq(t->outcome, "granted");
	case CLOCK_MAIL:
		return t->c.mail;
	case CLOCK_LEGAL:
		return !t->c.trait->from_application || text_eq(a->action, "receive");
	case CLOCK_PROMISED:
		/* from acceptance; where it counts from a part, from the day on which that has ended, once */
		if (!twin_promise_from_part(t))
			return !text_starts(a->action, "part_");
		return t->clock[c].due == DAY_NONE && !twin_promise_waits(t);
	case CLOCK_FEEDBACK:
	case CLOCK_CORRECTION:
	case CLOCK_SPECIAL:
	case CLOCK_DELIVERY:
	case CLOCK_ARCHIVE:
	case CLOCK_COUNT:
		break;
	}
	return true;
}

static void clock_pause(struct twin_clock *k, day today)
{
	if (!k->runs)
		return;
	k->runs = false;
	k->pauses[k->npauses++] = (struct naive_pause){index_of(today), NAIVE_NEVER};
}

static void clock_start(struct twin *t, const struct naive *n, enum clock_name c, const struct twin_act *a)
{
	struct twin_clock *k = &t->clock[c];

	if (!has(t, c, a))
		return;
	*k = (struct twin_clock){.runs = true, .from = begins(t, c, a->today)};
	length_of(t, c, a->args, k);
	if (c == CLOCK_ARCHIVE)
		k->due = month_after_ends(n, k->from);
	else
		wind(t, k, n, c == CLOCK_PROMISED, a->today); /* that may have been extended before it began */
	/* a promise that begins in the midst of a rest */
	if (c == CLOCK_PROMISED && twin_resting(t))
		clock_pause(k, a->today);
}

/* rests - what the procedure or suspension that runs says of this clock (domain 0-6). */
static bool rests(const struct twin *t, const char *action, enum clock_name c)
{
	const struct trait *m = t->c.trait;
	const struct trait_span *s = text_starts(action, "special_") ? &m->special[t->procedure - 1]
								     : &m->suspension[t->procedure - 1];

	return c == CLOCK_LEGAL ? s->rests_legal : s->rests_promised;
}

static void clock_resume(struct twin *t, struct twin_clock *k, const struct naive *n, day today)
{
	if (k->due == DAY_NONE)
		return;
	if (k->npauses > 0)
		k->pauses[k->npauses - 1].to = index_of(today);
	k->runs = true;
	wind(t, k, n, true, today);
}

static void clock_turn(struct twin *t, const struct naive *n, enum clock_name c, const char *how, const struct twin_act *a)
{
	struct twin_clock *k = &t->clock[c];

	if (text_eq(how, "start"))
		clock_start(t, n, c, a);
	else if (text_eq(how, "stop"))
		k->runs = false;
	else if (text_eq(how, "pause") && rests(t, a->action, c))
		clock_pause(k, a->today);
	else if (text_eq(how, "resume") && rests(t, a->action, c))
		clock_resume(t, k, n, a->today);
	else if (text_eq(how, "move") && k->due != DAY_NONE)
		wind(t, k, n, true, a->today);
}

static void clocks_move(struct twin *t, const struct naive *n, const struct twice *row, const struct twin_act *a)
{
	static const char *const hows[] = {"start", "stop", "pause", "resume", "move"};
	char word[40];

	for (int c = 0; c < CLOCK_COUNT; c++)
		for (size_t i = 0; i < LEN(hows); i++) {
			snprintf(word, sizeof(word), "%s:%s", clock_key((enum clock_name)c), hows[i]);
			if (word_in(row->clocks, word) || (i == 1 && word_in(row->clocks, "all:stop")))
				clock_turn(t, n, (enum clock_name)c, hows[i], a);
		}
	/* where every part was refused there is no result that a gap could hold back, as in row 15 */
	if (word_in(row->effects, "conclude") && text_eq(t->outcome, "refused"))
		t->clock[CLOCK_GAP].runs = false;
	/* limits that run from the application (domain 0-7) rest while the applicant corrects */
	if (!t->c.trait->from_application)
		return;
	if (text_eq(row->action, "receive"))
		clock_start(t, n, CLOCK_LEGAL, a);
	if (text_eq(row->action, "notify_correction"))
		clock_pause(&t->clock[CLOCK_LEGAL], a->today);
	if (text_eq(row->action, "answer_correction"))
		clock_resume(t, &t->clock[CLOCK_LEGAL], n, a->today);
}

/* Who does not come for the result is reminded, every ten working days (GD 7.1.5). */
static day wait_for(const struct twin *t, const struct naive *n, day today)
{
	struct twin_clock none = {.npauses = 0};

	return t->c.mail || t->c.electronic ? DAY_NONE
					    : (day)(count(n, &none, index_of(today), NAIVE_WORKING, 10) + NAIVE_FIRST_DAY);
}

/* --- the second course ------------------------------------------------------------------------------- */

static const char *turn_of_twin(const struct twin *t)
{
	if (word_in("draft correction", t->state))
		return "applicant";
	if (is(t, "pre_review") || (is(t, "submitted") && t->c.web && !t->pre_reviewed))
		return "pre_review";
	if (is(t, "received") && (t->asked || (t->c.trait->dept_accepts && !t->confirmed)))
		return "dept";
	if (word_in("submitted received result_held result_ready mailing delivered", t->state))
		return "window";
	return word_in("accepted in_review special_procedure suspended decided", t->state) ? "dept" : "closed";
}

const struct twice *twin_row(const struct twin *t, const char *action, const struct actor *actor)
{
	if (actor->kind == ACTOR_SYSTEM)
		return twice_find(action, t->state, "system");
	if (actor->kind != ACTOR_STAFF)
		return twice_find(action, t->state, "applicant");
	for (const struct role *r = role_table; r->key; r++)
		if (r->bit == actor->roles)
			return twice_find(action, t->state, r->key);
	return NULL;
}

const char *twin_next(const struct twin *t)
{
	bool gap = t->clock[CLOCK_GAP].runs;

	if (is(t, "decided") && gap && text_eq(t->outcome, "granted"))
		return "hold_result";
	if (is(t, "decided") && !gap && t->on_spot)
		return "hand_result";
	if (is(t, "result_ready") && !gap && t->c.electronic && t->c.web)
		return "deliver_electronic";
	return twin_parts_next(t);
}

const char *twin_papers(void *ctx, const struct twin *t, const struct twice *row, const struct twin_act *a)
{
	bool unsigned_for = word_in(row->effects, "paper_signed") && !t->paper_sent;
	char *out = mem_str(ctx, unsigned_for ? "" : row->document);

	if (word_in(row->effects, "accept") && a->tolerates)
		out = mem_fmt(ctx, "%s deficient_notice gap_promise", out);
	if (word_in(row->effects, "accept") && t->c.committed)
		out = mem_fmt(ctx, "%s commitment_notice commitment_letter", out);
	if (word_in(row->effects, "grant") || text_eq(row->action, "part_grant"))
		out = mem_fmt(ctx, "%s certificate", out);
	return out;
}

static void effects_of_intake(struct twin *t, const char *fx, const struct twin_act *a)
{
	if (a->judged && is(t, "received"))
		t->asked = t->confirmed = false;
	if (word_in(fx, "submitted"))
		t->pre_reviewed = false;
	if (word_in(fx, "pass"))
		t->pre_reviewed = true;
	if (word_in(fx, "receive"))
		t->received = a->today;
	if (word_in(fx, "asked"))
		t->asked = true;
	if (word_in(fx, "confirmed")) {
		t->confirmed = true;
		t->asked = false;
	}
	if (word_in(fx, "unconfirm") || word_in(fx, "list"))
		t->asked = t->confirmed = false;
	if (word_in(fx, "permit"))
		t->permitted = true;
	if (word_in(fx, "list")) {
		t->round++;
		t->permitted = false;
	}
	if (word_in(fx, "accept")) {
		t->accepted = a->actor->kind == ACTOR_SYSTEM ? t->correction_from : a->today;
		t->accepted_by = a->actor->kind == ACTOR_STAFF ? a->actor->id : 0;
	}
}

static void effects_of_review(struct twin *t, const char *fx, const struct twin_act *a)
{
	const struct trait *m = t->c.trait;

	if (word_in(fx, "paper_sent"))
		t->paper_sent = true;
	if (word_in(fx, "paper_signed") && t->paper_sent)
		t->paper_signed = true;
	if (word_in(fx, "opinion"))
		t->opinion = text_eq(a->args->stance, "agree") ? "agree" : "against";
	if (word_in(fx, "special") || word_in(fx, "suspend"))
		t->procedure = (int)a->args->procedure;
	if (word_in(fx, "special_over") && m->special[t->procedure - 1].visit)
		t->inspected = true;
	if (word_in(fx, "extend"))
		t->extended = (int)a->args->days;
	if (word_in(fx, "on_spot"))
		t->on_spot = true;
	if (word_in(fx, "grant") || word_in(fx, "refuse") || word_in(fx, "forward")) {
		t->outcome = word_in(fx, "grant") ? "granted" : word_in(fx, "refuse") ? "refused" : "forwarded";
		t->decided_by = a->actor->id;
	}
	if (word_in(fx, "conclude"))
		t->outcome = twin_parts_outcome(t);
}

void twin_move(struct twin *t, const struct naive *n, const struct twice *row, const struct twin_act *a)
{
	const char *turn = turn_of_twin(t), *was = t->state;

	effects_of_intake(t, row->effects, a);
	effects_of_review(t, row->effects, a);
	if (*row->to)
		t->state = row->to;
	twin_parts_move(t, n, row, a);
	clocks_move(t, n, row, a);
	twin_parts_rest(t, n, was, a->today);
	if (word_in(row->effects, "await"))
		t->remind = wait_for(t, n, a->today);
	if (word_in(row->clocks, "correction:start"))
		t->correction_from = a->today;
	if (word_in(row->effects, "unclaim") || !text_eq(turn, turn_of_twin(t)))
		t->claimed_by = 0;
	if (word_in(row->effects, "claim"))
		t->claimed_by = a->actor->id;
	if (word_in("special_procedure suspended", was) && is(t, "in_review"))
		t->procedure = 0;
	t->version++;
}

/* --- comparing --------------------------------------------------------------------------------------- */

static const char *clocks_differ(void *ctx, const struct twin *t, const struct casefile *c)
{
	char mine[DAY_TEXT], theirs[DAY_TEXT];
	bool provisional = false;
	day next = DUE_NEVER;

	for (int i = 0; i < CLOCK_COUNT; i++) {
		const struct twin_clock *k = &t->clock[i];
		bool runs = c->running & CLOCK_BIT(i);
		if (runs != k->runs)
			return mem_fmt(ctx, "clock %s %s", clock_key((enum clock_name)i), runs ? "runs" : "does not run");
		if (c->due[i] != k->due)
			return mem_fmt(ctx, "clock %s is due %s, not %s", clock_key((enum clock_name)i),
				       day_text(c->due[i], theirs), day_text(k->due, mine));
		provisional = provisional || (k->runs && k->provisional);
		next = k->runs && k->due < next ? k->due : next;
	}
	if (c->provisional != provisional)
		return provisional ? "a due date is provisional and nobody says so" : "no due date is provisional";
	return c->next_due == next ? NULL : mem_fmt(ctx, "the next due date is not %s", day_text(next, mine));
}

const char *twin_differs(void *ctx, const struct twin *t, const struct casefile *c)
{
	if (!text_eq(state_key(c->state), t->state))
		return mem_fmt(ctx, "state is %s, not %s", state_key(c->state), t->state);
	if (c->version != t->version || c->event_count != t->version - 1)
		return "version and events do not count together";
	if (!text_eq(turn_key(c->turn), turn_of_twin(t)))
		return mem_fmt(ctx, "turn is %s, not %s", turn_key(c->turn), turn_of_twin(t));
	if (c->claimed_by != t->claimed_by)
		return mem_fmt(ctx, "claimed by %lld, not %lld", (long long)c->claimed_by, (long long)t->claimed_by);
	if (c->accepted_by != t->accepted_by || c->decided_by != t->decided_by || c->accepted_day != t->accepted ||
	    c->received_day != t->received)
		return "who or when of receipt, acceptance or decision";
	if (c->correction_round != t->round || c->repeat_permitted != t->permitted)
		return "count of notices";
	if (!text_eq(c->confirm_state, t->confirmed ? "confirmed" : t->asked ? "asked" : "none"))
		return mem_fmt(ctx, "confirmation is %s", c->confirm_state);
	if (!text_eq(c->opinion, t->opinion) || !text_eq(text_or(c->outcome, ""), text_or(t->outcome, "")))
		return "opinion or outcome";
	if (c->extended_days != t->extended || c->procedure_at != t->procedure || c->inspected != t->inspected ||
	    c->on_spot != t->on_spot)
		return "extension, procedure, visit or on the spot";
	if (c->remind_due != t->remind)
		return "day of the next reminder";
	if (!text_eq(c->paper_state, t->paper_signed ? "signed" : t->paper_sent ? "sent" : "none"))
		return mem_fmt(ctx, "paper is %s", c->paper_state);
	const char *fault = clocks_differ(ctx, t, c);
	return fault ? fault : twin_parts_differ(ctx, t, c);
}
