/* Random walks of cases through the real code over the years 2024 to 2026, each lived a second time by a twin (db/twin.h).
 * After every act the invariants (a) to (e) of domain C.2 are looked at, and every due date is compared with the second clock.
 *
 *   WALK_CASES=100000 WALK_JOBS=2 WALK_SEED=1   how many, in how many processes, from which seed (make walk CASES=...)
 *   WALK_SECONDS=1800                           begin no case after so many seconds
 *   WALK_ONLY=joint                             only matters that are made of parts (REV-2, REV-3); else all kinds
 *   WALK_EPISODE=17                             one episode again (with the same WALK_CASES and WALK_JOBS): its number is in
 *                                               what a failure prints
 * An episode is one run through the three years with some hundred cases; it depends on the seed and its number alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "db/twin.h"
#include "domain/alert.h"
#include "domain/event.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define EPISODE 400 /* cases */
#define USUAL 300   /* of them in make test */
#define POOL 16     /* of them at a time */
#define STEPS 31    /* about so many acts a case, to spread them over the years ... */
#define STEPS_JOINT 36 /* ... and where all are joint */
#define LIFE 90     /* acts, then it is let go where it is ... */
#define LIFE_JOINT 140 /* ... and a joint one */
#define MINUTE INT64_C(60000)
#define PACE 400 /* minutes at most from act to act, whosever case it is */
#define SPAN (INT64_C(1095) * 24 * 60) /* minutes of three years */

struct figures { /* in memory that the processes share */
	int64_t cases, acts, refused, repeated, events, documents, ledger, rounds, deemed, alerts;
	int64_t joint, action[ACTION_COUNT], ended[STATE_COUNT], part[PART_STATES];
};

struct walk {
	struct walkworld *w;
	struct dice d;
	struct naive naive;
	struct twin live[POOL];
	int nlive;
	int64_t made, episode;
	uint64_t seed;
	struct figures *f;
	int64_t alerts_seen, checked;
	time_t until; /* 0: as long as it takes */
	bool only_joint;
	char alerts_sum[40];
};

/* --- telling ----------------------------------------------------------------------------------------- */

static void die(struct walk *k, const struct twin *t, const char *what)
{
	struct answer a = scratchdb_ask(k->w->db, k->w->ctx,
					mem_fmt(k->w->ctx, "SELECT seq, at, action, to_state, actor_name, IFNULL(note, reason) FROM case_event"
							   " WHERE case_id = %lld ORDER BY seq", (long long)t->c.id));
	char at[MSEC_TEXT], opened[DAY_TEXT], due[DAY_TEXT];

	for (size_t i = 0; i < a.rows; i++)
		fprintf(stderr, "  %s %s %s -> %s by %s%s%s\n", a.at[i][0], a.at[i][1], a.at[i][2], a.at[i][3], a.at[i][4],
			text_empty(a.at[i][5]) ? "" : "; ", text_or(a.at[i][5], ""));
	for (int i = 0; i < t->nparts; i++)
		fprintf(stderr, "  part %d of %s, kind %d, after %d, %d days: %s, opened %s, due %s\n", t->part[i].seq, t->part[i].dept,
			(int)t->part[i].kind, t->part[i].after, t->part[i].days, t->part[i].state,
			day_text(t->part[i].opened, opened), day_text(t->part[i].due, due));
	fprintf(stderr, "  now %s; %s, legal %d %s, promised %d %s%s%s\n", msec_text(k->w->now, at), t->c.trait->kind,
		t->c.trait->legal, t->c.trait->legal_unit, t->c.trait->promised, t->c.trait->promised_unit,
		t->c.trait->from_application ? ", from application" : "", t->c.committed ? ", committed" : "");
	fail_msg("WALK_SEED=%llu WALK_EPISODE=%lld case %lld: %s", (unsigned long long)k->seed, (long long)k->episode,
		 (long long)t->c.id, what);
}

static char *words(struct walk *k, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static char *words(struct walk *k, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	char *out = mem_must(talloc_vasprintf(k->w->ctx, fmt, args));
	va_end(args);
	return out;
}

/* --- (a), (b), (c): what one event left behind -------------------------------------------------------- */

static void check_event(struct walk *k, const struct twin *t, const struct twice *row, const struct twin_act *a,
			const char *const *e)
{
	const struct actor *who = a->actor;
	char at[MSEC_TEXT];

	if (!text_eq(e[1], a->action) || !text_eq(e[2], t->state))
		die(k, t, words(k, "event %s from %s", e[1], e[2]));
	if (!text_eq(e[3], *row->to ? row->to : t->state))
		die(k, t, words(k, "event %s leads to %s", e[1], e[3]));
	if (!text_eq(e[4], actor_kind_key(who->kind)) || atoll(e[5]) != who->id || !text_eq(e[6], text_or(who->name, "")) ||
	    !text_eq(text_or(e[7], ""), text_or(who->post, "")))
		die(k, t, words(k, "event %s names %s as actor", e[1], e[6]));
	if (atoll(text_or(e[8], "0")) != who->acting_for || !text_eq(text_or(e[9], ""), text_or(who->acting_name, "")))
		die(k, t, words(k, "event %s: acting for %s", e[1], text_or(e[9], "")));
	if (word_in(row->asks, "reason") && text_empty(e[10]))
		die(k, t, words(k, "event %s has no reason", e[1]));
	if (word_in(row->asks, "note") && text_empty(e[11]))
		die(k, t, words(k, "event %s has no note", e[1]));
	if (!text_eq(e[12], msec_text(k->w->now, at)) || text_empty(e[13]))
		die(k, t, words(k, "event %s has another time, or no clause: %s", e[1], e[12]));
}

static void check_documents(struct walk *k, struct twin *t, int64_t seq, const char *expected)
{
	struct answer d = scratchdb_ask(k->w->db, k->w->desk.ctx,
					mem_fmt(k->w->desk.ctx,
						"SELECT id, kind, CONCAT(id, ':', SHA2(CONCAT_WS('|', kind, number, title, issued_at, issued_by, data), 256)),"
						" series"
						" FROM document d WHERE case_id = %lld AND event_seq = %lld ORDER BY id",
						(long long)t->c.id, (long long)seq));
	char *kinds = mem_str(k->w->desk.ctx, "");

	for (size_t i = 0; i < d.rows; i++) {
		kinds = mem_fmt(k->w->desk.ctx, "%s%s%s", kinds, *kinds ? " " : "", d.at[i][1]);
		if (t->ndocs < TWIN_DOCS) {
			t->doc_id[t->ndocs] = atoll(d.at[i][0]);
			strncpy(t->docs[t->ndocs++], strchr(d.at[i][2], ':') + 1, sizeof(t->docs[0]) - 1);
		}
		k->f->documents++;
	}
	while (*expected == ' ')
		expected++;
	if (!text_eq(kinds, expected))
		die(k, t, words(k, "documents are '%s', not '%s'", kinds, expected));
}

/* (c) - each due date that changed has a row of this event, by a start, or by one of the events 11 to 14 (or 6, where the
 * limit runs from the application). */
static void check_ledger(struct walk *k, const struct twin *before, const struct twin *t, int64_t seq, const char *action)
{
	struct answer l = scratchdb_ask(k->w->db, k->w->desk.ctx,
					mem_fmt(k->w->desk.ctx,
						"SELECT clock, act, IFNULL(due, ''), amount FROM clock_ledger WHERE case_id = %lld"
						" AND event_seq = %lld", (long long)t->c.id, (long long)seq));

	k->f->ledger += (int64_t)l.rows;
	for (int c = 0; c < CLOCK_COUNT; c++) {
		const char *const *row = NULL;
		char due[DAY_TEXT];
		for (size_t i = 0; i < l.rows; i++)
			if (text_eq(l.at[i][0], clock_key((enum clock_name)c)))
				row = l.at[i];
		if (before->clock[c].runs != t->clock[c].runs && !row)
			die(k, t, words(k, "%s of clock %s is not in the ledger", action, clock_key((enum clock_name)c)));
		if (before->clock[c].due == t->clock[c].due)
			continue;
		if (!row || !text_eq(row[2], day_text(t->clock[c].due, due)))
			die(k, t, words(k, "the ledger does not explain the due date of %s (%s)", clock_key((enum clock_name)c), action));
		if (!text_eq(row[1], "start") && !word_in("special_end resume extend answer_correction", action))
			die(k, t, words(k, "%s moved the due date of %s", action, clock_key((enum clock_name)c)));
	}
}

/* (e) and the rules that no row may get round. */
static void check_rules(struct walk *k, const struct twin *t, const struct twin_act *a)
{
	const struct trait *m = t->c.trait;
	bool instant = text_eq(m->kind, "instant");
	const char *broken = twin_part_broken(t, a);

	if (broken)
		die(k, t, broken);
	if (text_eq(a->action, "notify_correction") && t->round > 0 && !t->permitted)
		die(k, t, "a second notice without permission");
	if (word_in("grant refuse forward", a->action) && !instant && t->accepted_by &&
	    (a->actor->id == t->accepted_by || a->actor->acting_for == t->accepted_by))
		die(k, t, "who accepted decided");
	if (text_eq(a->action, "grant") && !t->inspected && !t->c.committed &&
	    ((m->nspecial > 0 && m->special[0].visit) || (m->nspecial > 1 && m->special[1].visit)))
		die(k, t, "granted without the visit of two officers");
	if (text_eq(a->action, "grant_on_spot") && (!instant || !m->letter || a->today > LETTER_UNTIL))
		die(k, t, "decided at the window without a letter");
	if (word_in("hand_result issue mail deliver_electronic", a->action) && t->clock[CLOCK_GAP].runs)
		die(k, t, "the result left with a gap open");
	if (text_eq(a->action, "extend") && (t->extended || !m->extension || a->args->days > m->extension))
		die(k, t, "extended twice or too far");
	if (text_eq(a->action, "extend") && t->clock[CLOCK_LEGAL].runs && a->today > t->clock[CLOCK_LEGAL].due)
		die(k, t, "extended after the limit");
	if (text_eq(a->action, "extend") && !t->clock[CLOCK_LEGAL].runs &&
	    t->clock[CLOCK_LEGAL].pauses[t->clock[CLOCK_LEGAL].npauses - 1].from + NAIVE_FIRST_DAY > t->clock[CLOCK_LEGAL].due)
		die(k, t, "extended after the limit, while it rested");
	if (text_eq(a->action, "revoke") && !text_eq(t->outcome, "granted"))
		die(k, t, "revoked what was never granted");
	if (text_eq(a->action, "issue") && t->c.electronic && t->c.web)
		die(k, t, "issued at the window what stands in the account");
}

/* --- one act and what follows ------------------------------------------------------------------------- */

static struct answer events_since(struct walk *k, const struct twin *t)
{
	return scratchdb_ask(k->w->db, k->w->desk.ctx,
			     mem_fmt(k->w->desk.ctx,
				     "SELECT seq, action, from_state, to_state, actor_kind, actor_id, actor_name, post, acting_for,"
				     " acting_name, reason, note, at, clause FROM case_event WHERE case_id = %lld AND seq >= %lld ORDER BY seq",
				     (long long)t->c.id, (long long)t->version));
}

static void live_event(struct walk *k, struct twin *t, const struct twin_act *a, const char *const *e)
{
	const struct twice *row = twin_row(t, a->action, a->actor);
	struct twin before = *t;

	if (!row)
		die(k, t, words(k, "%s by %s is not in the second table", a->action, text_or(a->actor->name, "")));
	check_rules(k, t, a);
	check_event(k, t, row, a, e);
	const char *papers = twin_papers(k->w->desk.ctx, t, row, a);
	twin_move(t, &k->naive, row, a);
	check_documents(k, t, before.version, papers);
	check_ledger(k, &before, t, before.version, a->action);
	k->f->events++;
	k->f->action[action_of(a->action)]++;
}

static void check_whole(struct walk *k, struct twin *t, const struct casefile *c)
{
	const char *fault = twin_differs(k->w->desk.ctx, t, c);

	if (fault)
		die(k, t, fault);
	k->checked++;
	if (k->checked % 3 && !state_terminal(c->state))
		return; /* the chain costs most; each is looked at on its way, and at its end */
	CHECK(event_check(k->w->eventcheck.db, k->w->desk.ctx, t->c.id, &fault));
	if (fault)
		die(k, t, fault);
}

/* live_on - the event at `at`, and those that the system adds at once; gives the place after them. */
static size_t live_on(struct walk *k, struct twin *t, const struct twin_act *a, const struct answer *e, size_t at)
{
	struct actor system = actor_system();
	struct twin_act then = {.actor = &system, .today = a->today};

	if (at == e->rows)
		die(k, t, words(k, "%s left no event", a->action));
	live_event(k, t, a, e->at[at++]);
	while ((then.action = twin_next(t))) {
		if (at == e->rows)
			die(k, t, words(k, "%s did not follow", then.action));
		live_event(k, t, &then, e->at[at++]);
	}
	return at;
}

static void live_end(struct walk *k, struct twin *t, const struct answer *e, size_t at, const struct casefile *now)
{
	if (at != e->rows)
		die(k, t, words(k, "%s followed", e->at[at][1]));
	check_whole(k, t, now);
}

/* live_act - the act succeeded. */
static void live_act(struct walk *k, struct twin *t, const struct twin_act *a, const struct casefile *now)
{
	struct answer e = events_since(k, t);

	live_end(k, t, &e, live_on(k, t, a, &e, 0), now);
}

/* --- (d): alerts --------------------------------------------------------------------------------------- */

static void check_alerts(struct walk *k)
{
	struct answer a = scratchdb_ask(k->w->db, k->w->desk.ctx,
					mem_fmt(k->w->desk.ctx, "SELECT COUNT(*), IFNULL(SUM(CRC32(CONCAT(id, kind, case_id, on_day, text,"
								" created_at))), 0), (SELECT IFNULL(MAX(id), 0) FROM alert) FROM alert WHERE id <= %lld",
						(long long)k->alerts_seen));
	char sum[40];

	snprintf(sum, sizeof(sum), "%s %s", a.at[0][0], a.at[0][1]);
	if (k->alerts_seen && !text_eq(sum, k->alerts_sum))
		fail_msg("WALK_SEED=%llu WALK_EPISODE=%lld: an alert was changed", (unsigned long long)k->seed, (long long)k->episode);
	k->alerts_seen = atoll(a.at[0][2]);
	a = scratchdb_ask(k->w->db, k->w->desk.ctx,
			  "SELECT COUNT(*), IFNULL(SUM(CRC32(CONCAT(id, kind, case_id, on_day, text, created_at))), 0) FROM alert");
	snprintf(k->alerts_sum, sizeof(k->alerts_sum), "%s %s", a.at[0][0], a.at[0][1]);
}

static void check_told(struct walk *k, struct twin *t, day today)
{
	static const struct {
		enum clock_name clock;
		const char *kind;
	} told[] = {{CLOCK_LEGAL, "legal_overdue"}, {CLOCK_PROMISED, "promised_overdue"}, {CLOCK_FEEDBACK, "feedback_overdue"}};

	for (size_t i = 0; i < LEN(told); i++) {
		const struct twin_clock *c = &t->clock[told[i].clock];
		char due[DAY_TEXT];
		if (!c->runs || today <= c->due || today > c->due + 100 || t->told[i] == c->due)
			continue;
		t->told[i] = c->due;
		if (!*scratchdb_text(k->w->db, k->w->desk.ctx,
				     mem_fmt(k->w->desk.ctx, "SELECT 1 FROM alert WHERE case_id = %lld AND kind = '%s' AND on_day = '%s'",
					     (long long)t->c.id, told[i].kind, day_text(c->due, due))))
			die(k, t, words(k, "nobody was told of %s %s", told[i].kind, due));
	}
}

/* clock_did - what the clock job had to do with this case, and not a day too soon or too late; false: nothing more. */
static bool clock_did(const struct twin *t, struct twin_act *a, struct case_args *args)
{
	args->part = twin_part_late(t, a->today);
	a->action = NULL;
	if (text_eq(t->state, "received") && a->today > t->clock[CLOCK_CORRECTION].due)
		a->action = "deem_accepted";
	else if (text_eq(t->state, "result_ready") && t->remind != DAY_NONE && a->today > t->remind)
		a->action = "remind";
	else if (args->part)
		a->action = "part_silent";
	return a->action != NULL;
}

/* check_part_told - the supervisor learns of every part that is late, by its number. */
static void check_part_told(struct walk *k, const struct twin *t, const struct casefile *c, int64_t seq)
{
	const struct case_part *p = case_part_find(c, seq);
	char due[DAY_TEXT];

	if (!*scratchdb_text(k->w->db, k->w->desk.ctx,
			     mem_fmt(k->w->desk.ctx, "SELECT 1 FROM alert WHERE case_id = %lld AND kind = '%s' AND on_day = '%s' AND"
				     " dept_code = '%s' AND text LIKE '%%%s%%'",
				     (long long)t->c.id, p->kind == PART_DECISION ? "part_overdue" : "part_silent",
				     day_text(p->due, due), p->dept_code, p->number)))
		die(k, t, words(k, "nobody was told that part %lld is late", (long long)seq));
}

static void check_clock_job(struct walk *k, struct twin *t, int64_t version)
{
	struct actor system = actor_system();
	struct case_args args = {0};
	struct twin_act a = {.actor = &system, .args = &args, .today = msec_day(k->w->now)};
	size_t at = 0;

	if (!clock_did(t, &a, &args) || version == t->version) {
		if ((a.action != NULL) != (version != t->version))
			die(k, t, words(k, "the clock job should have done %s", text_or(a.action, "nothing")));
		return;
	}
	struct answer e = events_since(k, t);
	struct casefile *c = walk_case_open(k->w, t->c.id);
	for (size_t j = 0; j < c->nitems; j++)
		a.tolerates = a.tolerates || c->items[j].state == MATERIAL_GAP;
	do {
		at = live_on(k, t, &a, &e, at);
		if (args.part)
			check_part_told(k, t, c, args.part);
	} while (clock_did(t, &a, &args));
	live_end(k, t, &e, at, c);
}

static int64_t version_in(const struct answer *a, int64_t id)
{
	for (size_t i = 0; i < a->rows; i++)
		if (atoll(a->at[i][0]) == id)
			return atoll(a->at[i][1]);
	return 0;
}

/* clock_day - the clock job's round, once a day, and what it did to the cases that live. */
static void clock_day(struct walk *k)
{
	char *ids = mem_str(k->w->desk.ctx, "0");
	struct clock_round r;

	CHECK(clock_round(&k->w->clock, &r));
	assert_int_equal(r.failed, 0);
	k->f->rounds++;
	k->f->deemed += r.deemed;
	for (int i = 0; i < k->nlive; i++)
		ids = mem_fmt(k->w->desk.ctx, "%s, %lld", ids, (long long)k->live[i].c.id);
	struct answer a = scratchdb_ask(k->w->db, k->w->desk.ctx,
					mem_fmt(k->w->desk.ctx, "SELECT id, version FROM cases WHERE id IN (%s)", ids));
	for (int i = 0; i < k->nlive; i++) {
		check_clock_job(k, &k->live[i], version_in(&a, k->live[i].c.id));
		check_told(k, &k->live[i], msec_day(k->w->now));
	}
	if (k->f->rounds % 5 == 0)
		check_alerts(k);
	if (k->f->rounds % 20 == 0)
		walkworld_forgive(k->w);
}

/* --- acting -------------------------------------------------------------------------------------------- */

struct try { /* what is tried */
	const struct actor *who;
	enum action action;
	struct case_args args;
	int64_t version;
	bool offered; /* a button with this label was there, and the form was filled in well */
};

/* A button that somebody has now.  What ends a case, or goes in circles, comes up often enough all the same. */
enum weight { ONWARD, IDLE, ENDS, WEIGHTS };
struct button {
	const struct actor *who;
	const struct transition *row;
	int64_t part; /* that it is about, or 0 */
};
struct buttons {
	struct button at[WHO_COUNT * 16];
	size_t n;
};

static enum weight weight_of(enum action a)
{
	static const char *const ends = "withdraw terminate revoke refuse_acceptance";
	static const char *const idle = "claim release opine correct_on_spot pre_review_return pre_review_release special_start suspend"
					" mail_back return_file return_gap part_object part_revoke";

	return word_in(ends, action_key(a)) ? ENDS : word_in(idle, action_key(a)) ? IDLE : ONWARD;
}

/* is_again - what a department has said may be said again for ever. */
static bool is_again(const struct case_part *p, enum action action)
{
	bool back = p && p->state == PART_AGAINST && action == ACTION_PART_AGREE;

	return (action == ACTION_PART_AGREE || action == ACTION_PART_OBJECT) && p && p->state != PART_OPEN && !back;
}

/* worth - how often a button comes up: there are more grants than refusals, and few are taken back. */
static int worth(struct walk *k, const struct case_part *p, enum action action)
{
	if (is_again(p, action) || action == ACTION_PART_REVOKE)
		return dice_in(&k->d, 1, 4);
	return action == ACTION_PART_GRANT ? 4 : 1;
}

/* buttons_of - on the page of the whole case, or of one part. */
static void buttons_of(struct walk *k, const struct casefile *c, const struct actor *a, struct buttons list[WEIGHTS])
{
	struct case_actions open = {.n = 0};

	CHECK(case_allowed(&k->w->desk, c, a, &open));
	for (size_t i = 0; i < open.n; i++) {
		enum action action = open.at[i]->action;
		const struct case_part *p = case_part_named(c);
		struct buttons *to = &list[is_again(p, action) ? IDLE : weight_of(action)];
		if (p && !transition_of_part(open.at[i]))
			continue;
		for (int n = worth(k, p, action); n > 0 && to->n < LEN(to->at); n--)
			to->at[to->n++] = (struct button){a, open.at[i], c->part_at};
	}
}

/* choose - false when nobody has a button. */
static bool choose(struct walk *k, struct casefile *c, struct try *out)
{
	struct buttons list[WEIGHTS] = {0};
	uint32_t die_shows = dice_roll(&k->d, 100);
	enum weight at = die_shows < 1 ? ENDS : die_shows < 11 ? IDLE : ONWARD;

	for (size_t part = 0; part <= c->nparts; part++) {
		c->part_at = part ? c->parts[part - 1].seq : 0;
		for (int i = 0; i < WHO_COUNT; i++)
			buttons_of(k, c, &k->w->who[i], list);
	}
	c->part_at = 0;
	if (list[at].n == 0)
		at = list[ONWARD].n ? ONWARD : list[IDLE].n ? IDLE : ENDS;
	if (list[at].n == 0)
		return false;
	const struct button *b = &list[at].at[dice_roll(&k->d, (uint32_t)list[at].n)];
	c->part_at = b->part;
	*out = (struct try){.who = b->who, .action = b->row->action, .version = c->version, .offered = !b->row->at_once};
	return true;
}

static bool pauses_left(const struct twin *t)
{
	return t->clock[CLOCK_LEGAL].npauses < NAIVE_PAUSES - 2 && t->clock[CLOCK_PROMISED].npauses < NAIVE_PAUSES - 2 &&
	       t->nrests < NAIVE_PAUSES - 2;
}

static bool draw(struct walk *k, const struct twin *t, struct casefile *c, struct try *out)
{
	bool proper = dice_in(&k->d, 9, 10);

	if (dice_in(&k->d, 1, 8) || !choose(k, c, out)) {
		c->part_at = 0;
		*out = (struct try){.who = &k->w->who[dice_roll(&k->d, WHO_COUNT)], .version = c->version,
				    .action = (enum action)(1 + dice_roll(&k->d, ACTION_COUNT - 1))};
	}
	if (word_in("special_start suspend notify_correction", action_key(out->action)) && !pauses_left(t))
		return false;
	out->args = walk_args(k->w, &k->d, c, out->action, proper);
	out->offered = out->offered && proper;
	if (out->who->kind == ACTOR_STAFF || out->who->kind == ACTOR_SYSTEM)
		out->args.submit_key = NULL; /* the applicant's page has it, nobody else's */
	if (dice_in(&k->d, 1, 20) && c->version > 1) {
		out->version--;
		out->offered = false;
	}
	return true;
}

/* is_late - done on a page that shows the case as it was.  Departments work side by side: what others did is no conflict for an
 * act on a part. */
static bool is_late(const struct twin *t, const struct try *try)
{
	return try->version != t->version && !(text_starts(action_key(try->action), "part_") && try->args.part);
}

/* check_refusal - with the error that stands for it: somebody else's case does not exist for an applicant; what the state
 * does not allow any more is a conflict, what the post never does is forbidden. */
static void check_refusal(struct walk *k, const struct twin *t, const struct try *try, enum err e)
{
	bool party = try->who->kind != ACTOR_STAFF && try->who->kind != ACTOR_SYSTEM;
	bool stranger = party && !(t->c.web && try->who->id == k->w->who[t->c.who].id);
	const char *action = action_key(try->action);
	bool in_state = false;

	for (const struct twice *w = lifecycle_twice; w->action; w++)
		in_state = in_state || (text_eq(w->action, action) && word_in(w->from, t->state));
	enum err expected = stranger                        ? ERR_NOT_FOUND
			    : is_late(t, try)               ? ERR_CONFLICT
			    : !in_state                     ? ERR_CONFLICT
			    : !twin_row(t, action, try->who) ? ERR_FORBIDDEN
							    : e;
	if (e != expected)
		die(k, t, words(k, "%s was refused with %s, not %s", action, err_name(e), err_name(expected)));
}

/* unchanged - a refusal left no trace. */
static void unchanged(struct walk *k, struct twin *t, const struct try *try, const struct casefile *before, enum err e,
		      const struct case_result *r)
{
	struct casefile *c = walk_case_open(k->w, t->c.id);
	const char *fault = twin_differs(k->w->desk.ctx, t, c);

	if (fault)
		die(k, t, words(k, "%s was refused, but: %s", action_key(try->action), fault));
	if (text_empty(r->say) || (e != ERR_CONFLICT && e != ERR_FORBIDDEN && e != ERR_INVALID && e != ERR_NOT_FOUND))
		die(k, t, words(k, "%s was refused with %s and without a word", action_key(try->action), err_name(e)));
	/* whether a limit that rests was late before is asked of the ledger, not for every button */
	check_refusal(k, t, try, e);
	if (try->offered && e != ERR_INVALID && !(try->action == ACTION_EXTEND && !t->clock[CLOCK_LEGAL].runs))
		die(k, t, words(k, "the button %s was there, but: %s", action_key(try->action), text_or(r->say, "")));
	if (c->nitems != before->nitems)
		die(k, t, "a refusal left an item");
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].verdict != before->items[i].verdict || c->items[i].state != before->items[i].state)
			die(k, t, words(k, "refused %s left a verdict", action_key(try->action)));
	k->f->refused++;
}

static bool is_judged(const struct casefile *before, const struct casefile *after)
{
	if (before->nitems != after->nitems)
		return true;
	for (size_t i = 0; i < after->nitems; i++)
		if (before->items[i].verdict != after->items[i].verdict ||
		    !text_eq(text_or(before->items[i].reason, ""), text_or(after->items[i].reason, "")) ||
		    !text_eq(text_or(before->items[i].remedy, ""), text_or(after->items[i].remedy, "")))
			return true;
	return false;
}

static void rehearse(struct walk *k, const struct twin *t, const struct try *try, enum err *e)
{
	struct case_result r;

	*e = case_rehearse(walkworld_of(k->w, try->who), t->c.id, try->version, try->action, try->who, &try->args, &r);
}

static void attempt(struct walk *k, struct twin *t, const struct casefile *c, const struct try *try)
{
	bool twice = try->version == c->version && dice_in(&k->d, 1, 12);
	struct case_result r;
	enum err first = ERR_NONE, e;

	if (twice)
		rehearse(k, t, try, &first);
	e = case_apply(walkworld_of(k->w, try->who), t->c.id, try->version, try->action, try->who, &try->args, &r);
	k->f->acts++;
	if (twice && e != first)
		die(k, t, words(k, "rehearsed: %s, done: %s", err_name(first), err_name(e)));
	if (e != ERR_NONE) {
		unchanged(k, t, try, c, e, &r);
		return;
	}
	struct casefile *after = walk_case_open(k->w, t->c.id);
	if (r.repeated) {
		if (after->version != t->version)
			die(k, t, "a repeated act did something");
		k->f->repeated++;
		return;
	}
	if (is_late(t, try))
		die(k, t, words(k, "%s was done over what others had done since", action_key(try->action)));
	struct twin_act a = {.action = action_key(try->action), .actor = try->who, .args = &try->args,
			     .today = msec_day(k->w->now), .judged = is_judged(c, after)};
	for (size_t j = 0; j < c->nitems; j++)
		a.tolerates = a.tolerates || after->items[j].state == MATERIAL_GAP;
	if (r.state != after->state || r.version != after->version || r.event_seq != t->version)
		die(k, t, "the answer does not say what the case is now");
	live_act(k, t, &a, after);
}

/* --- a life --------------------------------------------------------------------------------------------- */

static void check_papers(struct walk *k, const struct twin *t)
{
	struct answer d = scratchdb_ask(k->w->db, k->w->desk.ctx,
					mem_fmt(k->w->desk.ctx,
						"SELECT id, SHA2(CONCAT_WS('|', kind, number, title, issued_at, issued_by, data), 256)"
						" FROM document WHERE case_id = %lld ORDER BY id", (long long)t->c.id));

	for (size_t i = 0; i < d.rows && i < TWIN_DOCS; i++)
		if (atoll(d.at[i][0]) != t->doc_id[i] || !text_eq(d.at[i][1], t->docs[i]))
			die(k, t, "a document was changed after it was issued");
	if (d.rows < (size_t)t->ndocs)
		die(k, t, "a document is gone");
}

/* Sealed columns hold what was written, and nobody reads it there. */
static void check_sealed(struct walk *k, const struct twin *t)
{
	struct answer a = scratchdb_ask(k->w->db, k->w->desk.ctx,
					mem_fmt(k->w->desk.ctx,
						"SELECT (SELECT COUNT(*) FROM cases WHERE id = %1$lld AND (applicant_id_sealed LIKE '%%4105991%%'"
						" OR applicant_phone_sealed LIKE '%%1380000%%')) + (SELECT COUNT(*) FROM document WHERE case_id ="
						" %1$lld AND (data LIKE '%%410599196208151012%%' OR data LIKE '%%41059919900307%%' OR data LIKE"
						" '%%1380000%%')) + (SELECT COUNT(*) FROM outbox WHERE case_id = %1$lld AND (body LIKE '%%4105991%%'"
						" OR to_sealed LIKE '%%1380000%%'))", (long long)t->c.id));
	char *plain = NULL;

	if (!text_eq(a.at[0][0], "0"))
		die(k, t, "something that is to be sealed can be read");
	CHECK(case_reveal(&k->w->desk, &k->w->who[WHO_CLERK], "198.51.100.7", t->c.id, "id", "核对身份", &plain));
	if (!t->c.web && !text_eq(plain, "410599196208151012"))
		die(k, t, "what was sealed cannot be opened");
}

static void let_go(struct walk *k, int at)
{
	struct twin *t = &k->live[at];

	check_papers(k, t);
	if (dice_in(&k->d, 1, 10))
		check_sealed(k, t);
	k->f->ended[state_of(t->state)]++;
	k->f->joint += t->c.trait->nparts > 0;
	for (int i = 0; i < t->nparts; i++)
		k->f->part[part_state_of(t->part[i].state)]++;
	k->f->cases++;
	k->live[at] = k->live[--k->nlive];
}

/* bring - what is asked for, now and then; true when something came. */
static bool bring(struct walk *k, struct twin *t, const struct casefile *c)
{
	bool held = t->clock[CLOCK_GAP].runs && word_in("accepted in_review special_procedure suspended result_held", t->state);
	bool comes = held ? dice_in(&k->d, 1, 4) : text_eq(t->state, "correction") && dice_in(&k->d, 1, 2);

	if (comes)
		walk_supply(k->w, c, t->c.web && dice_in(&k->d, 1, 2) ? &k->w->who[t->c.who] : &k->w->who[WHO_CLERK]);
	return comes;
}

static void begin(struct walk *k)
{
	struct walk_case c = walk_case_make(k->w, &k->d, k->only_joint ? (int)dice_roll(&k->d, TRAITS_JOINT) : -1);

	twin_start(&k->live[k->nlive++], &c);
	k->made++;
}

static void step(struct walk *k, int64_t cases)
{
	struct try try;

	if (k->made < cases && k->nlive < POOL && (k->nlive == 0 || dice_in(&k->d, 1, 12))) {
		begin(k);
		return;
	}
	int at = (int)dice_roll(&k->d, (uint32_t)k->nlive);
	struct twin *t = &k->live[at];
	struct casefile *c = walk_case_open(k->w, t->c.id);
	if (bring(k, t, c))
		c = walk_case_open(k->w, t->c.id);
	if (draw(k, t, c, &try))
		attempt(k, t, c, &try);
	t->steps++;
	if (t->steps > (t->c.trait->nparts ? LIFE_JOINT : LIFE) || (state_terminal(state_of(t->state)) && dice_in(&k->d, 1, 4)))
		let_go(k, at);
}

/* --- an episode ----------------------------------------------------------------------------------------- */

static void episode(struct walk *k, int64_t number, int64_t cases)
{
	int64_t acts = cases * (k->only_joint ? STEPS_JOINT : STEPS), each = 2 * SPAN / (acts + 1), left;
	msec now = msec_make(day_make(2024, 1, 2), 8, 30, 0, 0);

	k->episode = number;
	k->d.at = k->seed * UINT64_C(1000003) + (uint64_t)number;
	k->made = k->nlive = 0;
	/* few cases go as fast as many, through a part of the years */
	each = each < PACE ? each : PACE;
	left = SPAN - each / 2 * acts;
	now += (int64_t)dice_roll(&k->d, (uint32_t)(left > 1 ? left : 1)) * MINUTE;
	k->alerts_seen = 0;
	walkworld_empty(k->w);
	while ((k->made < cases && !(k->until && time(NULL) > k->until)) || k->nlive > 0) {
		day was = msec_day(now);
		if (now < msec_make(day_make(2026, 12, 30), 0, 0, 0, 0))
			now += (1 + dice_roll(&k->d, (uint32_t)(each > 1 ? each : 1))) * MINUTE;
		walkworld_now(k->w, now);
		if (msec_day(now) != was)
			clock_day(k);
		step(k, k->until && time(NULL) > k->until ? k->made : cases);
	}
	const char *fault = walkworld_fault(k->w);
	if (fault)
		fail_msg("WALK_SEED=%llu WALK_EPISODE=%lld: %s", (unsigned long long)k->seed, (long long)k->episode, fault);
	k->f->alerts += atoll(scratchdb_text(k->w->db, k->w->desk.ctx, "SELECT COUNT(*) FROM alert"));
}

/* --- processes ------------------------------------------------------------------------------------------ */

static int64_t setting(const char *name, int64_t usual)
{
	const char *value = getenv(name);

	return text_empty(value) ? usual : atoll(value);
}

static void job(int number, int jobs, int64_t cases, struct figures *f)
{
	struct walk *k = mem_new(NULL, struct walk);
	int64_t only = setting("WALK_EPISODE", -1), seconds = setting("WALK_SECONDS", 0);

	k->until = seconds ? time(NULL) + seconds : 0;
	k->seed = (uint64_t)setting("WALK_SEED", 20240102);
	k->f = f;
	k->only_joint = text_eq(getenv("WALK_ONLY"), "joint");
	naive_start(&k->naive);
	for (int year = 2024; year <= 2026; year++)
		assert_true(naive_read(&k->naive, mem_fmt(k, "sql/sample/calendar/CN-%d.csv", year)));
	k->w = walkworld_make(mem_fmt(k, "walk_%d", number), k->seed);
	int64_t size = cases / jobs < EPISODE ? (cases + jobs - 1) / jobs : EPISODE;
	for (int64_t at = number; at * size < cases && !(k->until && time(NULL) > k->until); at += jobs)
		if (only < 0 || at == only)
			episode(k, at, cases - at * size < size ? cases - at * size : size);
	talloc_free(k->w);
	talloc_free(k);
}

static void add_up(struct figures *sum, const struct figures *f)
{
	int64_t *to = (int64_t *)sum;
	const int64_t *from = (const int64_t *)f;

	for (size_t i = 0; i < sizeof(*f) / sizeof(int64_t); i++)
		to[i] += from[i];
}

static void report(const struct figures *f, double seconds)
{
	fprintf(stderr, "# walked %lld cases (%lld joint) in %.0f s: %lld acts tried, %lld refused, %lld repeated; %lld events, %lld documents,"
			" %lld ledger rows, %lld rounds of the clock job, %lld deemed accepted, %lld alerts\n# events:",
		(long long)f->cases, (long long)f->joint, seconds, (long long)f->acts, (long long)f->refused, (long long)f->repeated,
		(long long)f->events, (long long)f->documents, (long long)f->ledger, (long long)f->rounds,
		(long long)f->deemed, (long long)f->alerts);
	for (int i = 1; i < ACTION_COUNT; i++)
		fprintf(stderr, " %s %lld", action_key((enum action)i), (long long)f->action[i]);
	fprintf(stderr, "\n# ended:");
	for (int i = 1; i < STATE_COUNT; i++)
		fprintf(stderr, " %s %lld", state_key((enum state)i), (long long)f->ended[i]);
	fprintf(stderr, "\n# parts:");
	for (int i = 1; i < PART_STATES; i++)
		fprintf(stderr, " %s %lld", part_state_key((enum part_state)i), (long long)f->part[i]);
	fprintf(stderr, "\n");
}

#define JOBS_MAX 16
static void cases_walk_by_the_rules(void **state)
{
	int64_t cases = setting("WALK_CASES", USUAL);
	int jobs = (int)setting("WALK_JOBS", 2);
	struct figures sum = {0};
	struct timespec from, to;
	pid_t pid[JOBS_MAX];
	int status, failed = 0;

	(void)state;
	jobs = jobs < 1 ? 1 : jobs > JOBS_MAX ? JOBS_MAX : jobs;
	struct figures *f = mmap(NULL, (size_t)jobs * sizeof(*f), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(f != MAP_FAILED);
	clock_gettime(CLOCK_MONOTONIC, &from);
	for (int i = 0; i < jobs; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			job(i, jobs, cases, &f[i]);
			_exit(0);
		}
	}
	for (int i = 0; i < jobs; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		failed += status != 0;
		add_up(&sum, &f[i]);
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	report(&sum, (double)(to.tv_sec - from.tv_sec));
	assert_int_equal(failed, 0);
	if (setting("WALK_EPISODE", -1) < 0 && setting("WALK_SECONDS", 0) == 0)
		assert_int_equal(sum.cases, cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cases_walk_by_the_rules),
	};

	return cmocka_run_group_tests_name("random walks of cases", tests, NULL, NULL);
}
