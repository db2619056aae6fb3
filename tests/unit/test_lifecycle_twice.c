/* The lifecycle as a whole.  Its table against the second one (lifecycle_twice.h), row by row and for every state, act and
 * post; and, for every nature that a matter and a case can have, each way that the rows open: all states are reached, every
 * row is of use, and from wherever a case can be it can come to an end, also when the applicant does nothing any more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "domain/document.h"
#include "domain/lifecycle.h"
#include "unit/lifecycle_twice.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

/* --- words and bits ---------------------------------------------------------------------------------- */

struct name {
	factset bit;
	const char *word;
};
static const struct name facts[] = {
	{FACT_OWN_CASE, "own_case"}, {FACT_IN_SCOPE, "in_scope"}, {FACT_OWN_DEPT, "own_dept"},
	{FACT_FORM_VALID, "form_valid"}, {FACT_MATERIALS_READY, "materials_ready"},
	{FACT_NOT_PRE_REVIEWED, "not_pre_reviewed"}, {FACT_INTAKE_READY, "intake_ready"}, {FACT_WEB, "web"},
	{FACT_PAPER, "paper"}, {FACT_UNCLAIMED, "unclaimed"}, {FACT_CLAIM_MINE, "claim_mine"},
	{FACT_CLAIM_OTHER, "claim_other"}, {FACT_CLAIM_FREE, "claim_free"}, {FACT_WINDOW_ACCEPTS, "window_accepts"},
	{FACT_DEPT_ACCEPTS, "dept_accepts"}, {FACT_ITEMS_LISTED, "items_listed"}, {FACT_COMPLETE, "complete"},
	{FACT_CONFIRM_DONE, "confirm_done"}, {FACT_CONFIRM_OPEN, "confirm_open"}, {FACT_CONFIRM_ASKED, "confirm_asked"},
	{FACT_NOTICE_ALLOWED, "notice_allowed"}, {FACT_REPEAT_OPEN, "repeat_open"},
	{FACT_ITEMS_SUPPLIED, "items_supplied"}, {FACT_NOTICE_OVERDUE, "notice_overdue"},
	{FACT_TURN_WINDOW, "turn_window"}, {FACT_TURN_DEPT, "turn_dept"}, {FACT_NUMBERED, "numbered"},
	{FACT_CORRECTABLE, "correctable"}, {FACT_WHOLE_RETURN, "whole_return"}, {FACT_PAPER_HELD, "paper_held"},
	{FACT_PAPER_SETTLED, "paper_settled"}, {FACT_HAS_SPECIAL, "has_special"}, {FACT_SUSPENDABLE, "suspendable"},
	{FACT_EXTENDABLE, "extendable"}, {FACT_BEFORE_DUE, "before_due"}, {FACT_OPINION, "opinion"},
	{FACT_OTHER_ACCEPTED, "other_accepted"}, {FACT_INSPECTED, "inspected"}, {FACT_PARTS_DONE, "parts_done"},
	{FACT_UPWARD, "upward"}, {FACT_DECIDED_HERE, "decided_here"}, {FACT_INSTANT, "instant"}, {FACT_LETTER, "letter"},
	{FACT_ON_SPOT, "on_spot"}, {FACT_GAPS_OPEN, "gaps_open"}, {FACT_NO_GAPS, "no_gaps"},
	{FACT_GAPS_SUPPLIED, "gaps_supplied"}, {FACT_GAPS_RIGHT, "gaps_right"}, {FACT_GAP_OVERDUE, "gap_overdue"},
	{FACT_GRANTED, "granted"}, {FACT_BY_MAIL, "by_mail"}, {FACT_ELECTRONIC, "electronic"}, {FACT_BY_HAND, "by_hand"},
	{FACT_CHECK_OPEN, "check_open"}, {FACT_UNCOLLECTED, "uncollected"}, {FACT_ONE_RESULT, "one_result"},
	{FACT_PARTS_CONSENT, "parts_consent"}, {FACT_PARTS_SETTLED, "parts_settled"}, {FACT_PART_OPINES, "part_opines"},
	{FACT_PART_DECIDES, "part_decides"}, {FACT_PART_GUIDES, "part_guides"}, {FACT_PART_OVERDUE, "part_overdue"},
	{FACT_PART_ISSUABLE, "part_issuable"}, {FACT_PART_HANDABLE, "part_handable"}, {FACT_PART_REVOCABLE, "part_revocable"},
	{FACT_PARTS_REVOKED, "parts_revoked"}, {FACT_GAPS_CAME, "gaps_came"}, {FACT_GAPS_FAULTY, "gaps_faulty"},
};
static const struct name asks[] = {
	{ASK_REASON, "reason"}, {ASK_VERDICTS, "verdicts"}, {ASK_GROUND, "ground"}, {ASK_NOTE, "note"},
	{ASK_REASON_OR_ITEMS, "reason_or_items"}, {ASK_ANSWERS, "answers"}, {ASK_SPECIAL, "special"},
	{ASK_INSPECTORS, "inspectors"}, {ASK_CAUSE, "cause"}, {ASK_DAYS, "days"}, {ASK_VALIDITY, "validity"},
	{ASK_STANCE, "stance"}, {ASK_RECEIVER, "receiver"}, {ASK_WAYBILL, "waybill"}, {ASK_REVOKE_GROUND, "revoke_ground"},
};
static const struct name effects[] = {
	{EFFECT_NUMBER, "number"}, {EFFECT_CLAIM, "claim"}, {EFFECT_UNCLAIM, "unclaim"}, {EFFECT_PASS, "pass"},
	{EFFECT_RETURN, "return"}, {EFFECT_LIST, "list"}, {EFFECT_RECEIVE, "receive"}, {EFFECT_ACCEPT, "accept"},
	{EFFECT_ASKED, "asked"}, {EFFECT_CONFIRMED, "confirmed"}, {EFFECT_UNCONFIRM, "unconfirm"},
	{EFFECT_PERMIT, "permit"}, {EFFECT_SUPERVISE, "supervise"}, {EFFECT_SUBMITTED, "submitted"},
	{EFFECT_PAPER_SENT, "paper_sent"}, {EFFECT_PAPER_SIGNED, "paper_signed"}, {EFFECT_OPINION, "opinion"},
	{EFFECT_SPECIAL, "special"}, {EFFECT_SPECIAL_OVER, "special_over"}, {EFFECT_SUSPEND, "suspend"},
	{EFFECT_EXTEND, "extend"}, {EFFECT_GRANT, "grant"}, {EFFECT_REFUSE, "refuse"}, {EFFECT_FORWARD, "forward"},
	{EFFECT_ON_SPOT, "on_spot"}, {EFFECT_MAIL, "mail"}, {EFFECT_REVOKE, "revoke"}, {EFFECT_AWAIT, "await"},
	{EFFECT_CONCLUDE, "conclude"}, {EFFECT_PART_ISSUE, "part_issue"},
	{EFFECT_PART_READY, "part_ready"}, {EFFECT_GAP_BACK, "gap_back"},
};

/* bits_are - the words of the list, and no others, stand for these bits. */
static bool bits_are(const char *list, const struct name *names, size_t n, factset bits)
{
	for (size_t i = 0; i < n; i++) {
		if (word_in(list, names[i].word) != ((bits & names[i].bit) != 0))
			return false;
		bits &= ~names[i].bit;
	}
	return bits == 0;
}

static bool states_are(const char *list, uint32_t bits)
{
	for (int s = STATE_NONE + 1; s < STATE_COUNT; s++)
		if (word_in(list, state_key((enum state)s)) != ((bits & STATE_BIT(s)) != 0))
			return false;
	return true;
}

static bool posts_are(const char *list, uint32_t bits)
{
	static const struct name pseudo[] = {{ROLE_APPLICANT, "applicant"}, {ROLE_AGENT, "agent"}, {ROLE_SYSTEM, "system"}};

	for (const struct role *r = role_table; r->key; r++)
		if (word_in(list, r->key) != ((bits & r->bit) != 0))
			return false;
	return bits_are(list, pseudo, LEN(pseudo), bits & (ROLES_PARTY | ROLE_SYSTEM));
}

static bool clocks_are(const char *list, const enum clock_act *acts)
{
	char word[40];

	for (int c = 0; c < CLOCK_COUNT; c++)
		for (int a = CLOCK_START; a <= CLOCK_MOVE; a++) {
			snprintf(word, sizeof(word), "%s:%s", clock_key((enum clock_name)c), clock_act_key((enum clock_act)a));
			bool said = word_in(list, word) || (a == CLOCK_STOP && word_in(list, "all:stop"));
			if (said != ((int)acts[c] == a))
				return false;
		}
	return true;
}

static bool same_row(const struct transition *t, const struct twice *w)
{
	const char *document = t->document == DOCUMENT_NONE ? "" : document_form_of(t->document)->key;

	return text_eq(t->row, w->row) && text_eq(action_key(t->action), w->action) && states_are(w->from, t->from) &&
	       text_eq(state_key(t->to), w->to) && posts_are(w->who, t->who) && bits_are(w->needs, facts, LEN(facts), t->needs) &&
	       bits_are(w->asks, asks, LEN(asks), t->asks) && word_in(w->effects, "at_once") == t->at_once &&
	       bits_are(w->effects, effects, LEN(effects), t->effects) && clocks_are(w->clocks, t->clocks) &&
	       text_eq(document, w->document) && text_eq(text_or(t->message, ""), w->message);
}

/* --- row by row -------------------------------------------------------------------------------------- */

static void every_row_is_as_written_twice(void **state)
{
	size_t rows = 0, twins = 0;

	(void)state;
	for (const struct twice *w = lifecycle_twice; w->action; w++)
		twins++;
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++) {
		const struct twice *w = lifecycle_twice;
		while (w->action && !same_row(t, w))
			w++;
		if (!w->action)
			fail_msg("row %s %s (%s) has no equal in the second table", t->row, action_key(t->action), t->label);
		rows++;
	}
	assert_int_equal(rows, twins);
}

static void check_place(enum state s, enum action a, const char *post, uint32_t bit)
{
	const struct twice *w = twice_find(action_key(a), state_key(s), post);
	const struct transition *t;
	const char *why;
	factset missing;

	t = lifecycle_find(s, a, bit, FACT_ALL, &why, &missing);
	if ((t != NULL) != (w != NULL))
		fail_msg("%s in %s by %s: %s", action_key(a), state_key(s), post, t ? "allowed" : "refused");
	if (t && (!same_row(t, w) || !text_empty(why)))
		fail_msg("%s in %s by %s is another row", action_key(a), state_key(s), post);
	if (t)
		return;
	/* case_apply makes the one a conflict (somebody was first), the other a refusal */
	const char *wrong = lifecycle_in_state(s, a) ? "您的岗位不能办理这一步。" : "办件已经进入别的环节，这一步现在不能办理。";
	assert_string_equal(why, wrong);
	assert_true(missing == 0);
}

static void every_state_act_and_post(void **state)
{
	(void)state;
	for (int s = STATE_NONE + 1; s < STATE_COUNT; s++)
		for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
			for (const struct role *r = role_table; r->key; r++)
				check_place((enum state)s, (enum action)a, r->key, r->bit);
			check_place((enum state)s, (enum action)a, "applicant", ROLE_APPLICANT);
			check_place((enum state)s, (enum action)a, "agent", ROLE_AGENT);
			check_place((enum state)s, (enum action)a, "system", ROLE_SYSTEM);
		}
}

/* The list above has each fact, and each once: no bit of the set is left without a word. */
static void every_fact_is_listed(void **state)
{
	factset seen = 0;

	(void)state;
	for (size_t i = 0; i < LEN(facts); i++) {
		assert_true(facts[i].bit && !(facts[i].bit & (facts[i].bit - 1)) && !(seen & facts[i].bit));
		seen |= facts[i].bit;
	}
	assert_true(seen == FACT_ALL);
}

/* Where one fact alone is missing, that is what is said, in a sentence of its own. */
static void every_missing_fact_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(facts); i++) {
		assert_false(text_empty(lifecycle_missing(facts[i].bit)));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(lifecycle_missing(facts[i].bit), lifecycle_missing(facts[j].bit));
	}
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++)
		for (size_t i = 0; i < LEN(facts); i++) {
			enum state from = (enum state)__builtin_ctz(t->from);
			const char *why;
			factset missing;
			if (!(t->needs & facts[i].bit) ||
			    lifecycle_find(from, t->action, t->who & -t->who, t->needs & ~facts[i].bit, &why, &missing))
				continue;
			assert_string_equal(why, lifecycle_missing(missing));
		}
}

/* --- every way --------------------------------------------------------------------------------------- */

/* What a matter and a case may be like, as far as rows ask for it. */
struct nature {
	bool web, dept_accepts, confirms, whole, letter, visit, tolerates, committed, paper;
	bool extras;  /* special procedures without a visit, suspension, extension */
	int kind;     /* 0 promised, 1 instant, 2 upward, 3 joint with an opinion, 4 with a decision in a part */
	int delivery; /* 0 counter, 1 mail, 2 electronic */
};

/* Where a case is, in one number. */
struct place {
	unsigned state : 5, passed : 1, confirm : 2, noticed : 1, permitted : 1, opinion : 1, inspected : 1, extended : 1,
		sent : 1, gap : 1, outcome : 2, on_spot : 1, check : 1, numbered : 1;
	/* of the part: opinion or decision; no; at the window; given to the applicant; grant taken back */
	unsigned spoken : 1, against : 1, ready : 1, handed : 1, revoked : 1;
};
#define PLACES (1u << 25)
#define WAYS_MAX 60000

static unsigned number_of(struct place p)
{
	unsigned n = 0;

	_Static_assert(sizeof(p) == sizeof(n), "a place is one number");
	memcpy(&n, &p, sizeof(n));
	return n;
}

static struct place place_of(unsigned n)
{
	struct place p;

	memcpy(&p, &n, sizeof(p));
	return p;
}

static factset unless(bool holds, factset fact)
{
	return holds ? 0 : fact;
}

static enum turn turn_at(const struct nature *m, struct place p)
{
	return lifecycle_turn(&(struct turn_facts){.state = (enum state)p.state, .web = m->web, .pre_reviewed = p.passed,
						   .dept_accepts = m->dept_accepts, .confirm_asked = p.confirm == 1,
						   .confirmed = p.confirm == 2});
}

static factset untrue_of_intake(const struct nature *m, struct place p)
{
	return unless(m->web, FACT_WEB) | unless(!m->web, FACT_PAPER) | unless(!p.passed, FACT_NOT_PRE_REVIEWED) |
	       unless(p.passed || !m->web, FACT_INTAKE_READY) | unless(p.numbered, FACT_NUMBERED) |
	       unless(m->dept_accepts, FACT_DEPT_ACCEPTS) | unless(!m->dept_accepts, FACT_WINDOW_ACCEPTS) |
	       unless(turn_at(m, p) == TURN_WINDOW, FACT_TURN_WINDOW) | unless(turn_at(m, p) == TURN_DEPT, FACT_TURN_DEPT) |
	       unless(p.confirm == 2 || (!m->confirms && p.confirm == 0), FACT_CONFIRM_DONE) |
	       unless(p.confirm == 0 && (m->confirms || m->dept_accepts), FACT_CONFIRM_OPEN) |
	       unless(p.confirm == 1, FACT_CONFIRM_ASKED) | unless(!p.noticed || p.permitted, FACT_NOTICE_ALLOWED) |
	       unless(p.noticed && !p.permitted, FACT_REPEAT_OPEN) | unless(m->whole, FACT_WHOLE_RETURN) |
	       unless(!m->whole, FACT_CORRECTABLE) | unless(m->kind == 1, FACT_INSTANT) | unless(m->letter, FACT_LETTER);
}

/* The rule on parts is that of domain/case_part.h; one part stands for all of them. */
static factset untrue_of_parts(const struct nature *m, struct place p)
{
	bool opinion = m->kind == 3, several = m->kind == 4, decided = p.outcome != 0;

	return unless(!several, FACT_ONE_RESULT) | unless(!opinion || p.spoken, FACT_PARTS_DONE) |
	       unless(!opinion || !p.against, FACT_PARTS_CONSENT) |
	       unless(several && (decided ? p.handed : p.spoken), FACT_PARTS_SETTLED) | unless(opinion, FACT_PART_OPINES) |
	       unless(several && !p.spoken, FACT_PART_DECIDES | FACT_PART_GUIDES) |
	       unless(opinion && !p.spoken, FACT_PART_OVERDUE) | unless(several && p.spoken && !p.handed && !p.revoked && (p.ready || p.state == STATE_RESULT_READY),
		      FACT_PART_ISSUABLE) |
	       unless(several && p.spoken && !p.handed && !p.revoked && !p.ready && p.state != STATE_RESULT_READY,
		      FACT_PART_HANDABLE) |
	       unless(several && p.spoken && !p.against && !p.revoked, FACT_PART_REVOCABLE) |
	       unless(several && p.revoked, FACT_PARTS_REVOKED);
}

/* Facts of people, of time and of contents hold for somebody, some day: those are left true. */
static factset untrue(const struct nature *m, struct place p)
{
	bool electronic = m->delivery == 2 && m->web;

	return untrue_of_intake(m, p) | untrue_of_parts(m, p) | unless(m->paper && !p.sent, FACT_PAPER_HELD) |
	       unless(!m->paper || p.sent, FACT_PAPER_SETTLED) | unless(m->extras || m->visit, FACT_HAS_SPECIAL) |
	       unless(m->extras, FACT_SUSPENDABLE) | unless(m->extras && !p.extended, FACT_EXTENDABLE) |
	       unless(p.opinion, FACT_OPINION) | unless(p.inspected || !m->visit || m->committed, FACT_INSPECTED) |
	       unless(m->kind == 2, FACT_UPWARD) | unless(m->kind != 2, FACT_DECIDED_HERE) |
	       unless(p.on_spot, FACT_ON_SPOT) |
	       unless(p.gap, FACT_GAPS_OPEN | FACT_GAPS_SUPPLIED | FACT_GAPS_RIGHT | FACT_GAPS_CAME | FACT_GAPS_FAULTY | FACT_GAP_OVERDUE) |
	       unless(!p.gap, FACT_NO_GAPS) | unless(p.outcome == 1, FACT_GRANTED) | unless(m->delivery == 1, FACT_BY_MAIL) |
	       unless(electronic, FACT_ELECTRONIC) | unless(!electronic, FACT_BY_HAND) | unless(p.check, FACT_CHECK_OPEN) |
	       unless(m->delivery == 0, FACT_UNCOLLECTED);
}

static struct place effects_of_intake(struct place p, uint32_t fx)
{
	if (fx & EFFECT_NUMBER)
		p.numbered = 1;
	if (fx & EFFECT_SUBMITTED)
		p.passed = 0;
	if (fx & EFFECT_PASS)
		p.passed = 1;
	if (fx & (EFFECT_UNCONFIRM | EFFECT_LIST))
		p.confirm = 0;
	if (fx & EFFECT_ASKED)
		p.confirm = 1;
	if (fx & EFFECT_CONFIRMED)
		p.confirm = 2;
	if (fx & EFFECT_PERMIT)
		p.permitted = 1;
	if (fx & EFFECT_LIST) {
		p.noticed = 1;
		p.permitted = 0;
	}
	return p;
}

static struct place moved(const struct nature *m, struct place p, const struct transition *t)
{
	uint32_t fx = t->effects;

	p = effects_of_intake(p, fx);
	if (fx & EFFECT_ACCEPT)
		p.gap = m->tolerates;
	if (fx & EFFECT_PAPER_SENT)
		p.sent = 1;
	if (fx & EFFECT_OPINION)
		p.opinion = 1;
	if ((fx & EFFECT_SPECIAL_OVER) && m->visit)
		p.inspected = 1;
	if (fx & EFFECT_EXTEND)
		p.extended = 1;
	if (fx & EFFECT_ON_SPOT)
		p.on_spot = 1;
	if (fx & EFFECTS_DECIDE)
		p.outcome = fx & EFFECT_CONCLUDE ? 1u + (p.against | p.revoked) : fx & EFFECT_GRANT ? 1 : fx & EFFECT_REFUSE ? 2 : 3;
	if (t->part == PART_REVOKED) {
		p.revoked = 1;
	} else if (t->part != PART_NONE) {
		p.spoken = 1;
		p.against = t->part == PART_AGAINST || t->part == PART_REFUSED || t->part == PART_GUIDED;
	}
	if (fx & EFFECT_PART_READY)
		p.ready = 1;
	if (fx & EFFECT_PART_ISSUE)
		p.handed = 1;
	if (t->clocks[CLOCK_CHECK] == CLOCK_START)
		p.check = m->committed && p.outcome == 1;
	if (t->clocks[CLOCK_GAP] == CLOCK_STOP || ((fx & EFFECT_CONCLUDE) && p.outcome != 1))
		p.gap = 0; /* nothing was granted: there is no result to hold back */
	if (t->clocks[CLOCK_CHECK] == CLOCK_STOP)
		p.check = 0;
	if (t->to != STATE_NONE)
		p.state = t->to & 31u;
	return p;
}

struct way {
	unsigned from, to;
	const struct transition *t;
};
struct ways {
	struct way at[WAYS_MAX];
	size_t n;
	unsigned place[20000]; /* reached, in order */
	size_t nplaces;
	uint8_t reached[PLACES], ends[PLACES];
};
static struct ways all; /* too large for a stack */

static void reach(unsigned n)
{
	if (all.reached[n])
		return;
	all.reached[n] = 1;
	assert_true(all.nplaces < LEN(all.place));
	all.place[all.nplaces++] = n;
}

static void look_around(const struct nature *m, unsigned n)
{
	struct place p = place_of(n);
	factset holds = ~untrue(m, p);
	const struct transition *follows = lifecycle_follows((enum state)p.state, holds);

	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++) {
		if (!(t->from & STATE_BIT(p.state)) || (t->needs & ~holds) || (follows && t != follows))
			continue;
		assert_true(all.n < WAYS_MAX);
		all.at[all.n] = (struct way){n, number_of(moved(m, p, t)), t};
		reach(all.at[all.n++].to);
	}
}

static void explore(const struct nature *m)
{
	for (size_t i = 0; i < all.nplaces; i++)
		all.reached[all.place[i]] = 0;
	all.n = all.nplaces = 0;
	reach(number_of((struct place){.state = STATE_DRAFT}));
	for (size_t i = 0; i < all.nplaces; i++)
		look_around(m, all.place[i]);
}

/* What may be relied on. */
enum helpers {
	EVERYBODY_WILLING, /* nobody withdraws, nothing is ended before its time */
	APPLICANT_SILENT,  /* the applicant does nothing, supplies nothing */
};

static bool counts(const struct transition *t, enum helpers who)
{
	if (who == EVERYBODY_WILLING)
		return t->action != ACTION_WITHDRAW && t->action != ACTION_TERMINATE && t->action != ACTION_REVOKE;
	return !(t->who & ROLES_PARTY) && !(t->needs & (FACT_ITEMS_SUPPLIED | FACT_GAPS_SUPPLIED));
}

/* What is delivered has reached its end for the applicant: the archive alone is still to do. */
static void find_ends(enum helpers who)
{
	bool more = true;

	for (size_t i = 0; i < all.nplaces; i++)
		all.ends[all.place[i]] = state_terminal((enum state)place_of(all.place[i]).state);
	while (more) {
		more = false;
		for (size_t i = all.n; i-- > 0;)
			if (!all.ends[all.at[i].from] && all.ends[all.at[i].to] && counts(all.at[i].t, who))
				all.ends[all.at[i].from] = more = true;
	}
}

static void stuck(const struct nature *m, unsigned n, enum helpers who)
{
	struct place p = place_of(n);

	fail_msg("stuck in %s (%s): web %d, dept accepts %d, confirms %d, whole %d, letter %d, extras %d, visit %d, tolerates %d,"
		 " committed %d, paper %d, kind %d, delivery %d; gap %d, outcome %d",
		 state_key((enum state)p.state), who == APPLICANT_SILENT ? "the applicant is silent" : "everybody is willing", m->web,
		 m->dept_accepts, m->confirms, m->whole, m->letter, m->extras, m->visit, m->tolerates, m->committed, m->paper,
		 m->kind, m->delivery, p.gap, p.outcome);
}

/* A draft without a number may lie there for ever, or be deleted: it is nobody's case yet. */
static void check_ends(const struct nature *m, enum helpers who)
{
	find_ends(who);
	for (size_t i = 0; i < all.nplaces; i++) {
		struct place p = place_of(all.place[i]);
		bool mine = who == APPLICANT_SILENT && p.state == STATE_DRAFT;
		if (!all.ends[all.place[i]] && !mine)
			stuck(m, all.place[i], who);
	}
}

static struct nature nature_of(unsigned n)
{
	struct nature m = {.web = n & 1, .dept_accepts = n & 2, .confirms = n & 4, .whole = n & 8, .letter = n & 16,
			   .visit = n & 32, .extras = n & 64, .tolerates = n & 128, .committed = n & 256, .paper = n & 512};

	n >>= 10;
	m.kind = (int)(n % 5);
	m.delivery = (int)(n / 5);
	return m;
}
#define NATURES (15u << 10)

static void mark_used(uint8_t *used, uint32_t *states)
{
	for (size_t i = 0; i < all.n; i++)
		used[all.at[i].t - lifecycle_table] = 1;
	for (size_t i = 0; i < all.nplaces; i++)
		*states |= STATE_BIT(place_of(all.place[i]).state);
}

static void every_way_comes_to_an_end(void **state)
{
	uint8_t used[128] = {0};
	uint32_t states = 0;

	(void)state;
	for (unsigned n = 0; n < NATURES; n++) {
		struct nature m = nature_of(n);
		explore(&m);
		check_ends(&m, EVERYBODY_WILLING);
		check_ends(&m, APPLICANT_SILENT);
		mark_used(used, &states);
	}
	for (int s = STATE_NONE + 1; s < STATE_COUNT; s++)
		if (!(states & STATE_BIT(s)))
			fail_msg("%s is never reached", state_key((enum state)s));
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++)
		if (!used[t - lifecycle_table])
			fail_msg("row %s %s (%s) is never of use", t->row, action_key(t->action), t->label);
}

/* Out of every state that is no end there is a row, and out of an end none that begins anything anew. */
static void states_have_a_way_out(void **state)
{
	uint32_t from = 0;

	(void)state;
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++) {
		from |= t->to != STATE_NONE ? t->from : 0;
		for (int s = STATE_NONE + 1; s < STATE_COUNT; s++)
			if ((t->from & STATE_BIT(s)) && state_terminal((enum state)s) && t->to != STATE_NONE)
				assert_int_equal(t->to, STATE_REVOKED);
	}
	for (int s = STATE_NONE + 1; s < STATE_COUNT; s++)
		assert_true((from & STATE_BIT(s)) || state_terminal((enum state)s));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_as_written_twice), cmocka_unit_test(every_state_act_and_post),
		cmocka_unit_test(every_fact_is_listed), cmocka_unit_test(every_missing_fact_is_named),	 cmocka_unit_test(states_have_a_way_out),
		cmocka_unit_test(every_way_comes_to_an_end),
	};

	return cmocka_run_group_tests_name("lifecycle, twice", tests, NULL, NULL);
}
