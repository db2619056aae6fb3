/* Complaints and enquiries as tables, against the rules written down a second time: ZJG 14 fault by fault, levels, and every
 * state with every act and every role; due days against the independent clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/clock.h"
#include "domain/complaint_rule.h"
#include "domain/enquiry_rule.h"
#include "unit/naive_clock.h"
#include "unit/sample_calendar.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static bool word_in(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = strstr(list, word); p; p = strstr(p + 1, word))
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

/* --- ZJG 14 -------------------------------------------------------------------------------------------------------- */

static void each_fault_goes_where_zjg_14_says(void **state)
{
	static const struct {
		const char *fault, *unit, *clause;
	} rules[] = {
		{"attitude", "centre", "ZJG 14(1)1"}, {"progress", "centre", "ZJG 14(1)2"}, {"receipt", "centre", "ZJG 14(1)3"},
		{"content", "market", "ZJG 14(2)1"},  {"process", "market", "ZJG 14(2)1"},  {"system", "market", "ZJG 14(2)1"},
		{"time", "market", "ZJG 14(2)1"},     {"result", "market", "ZJG 14(2)1"},   {"list", "market", "ZJG 14(2)2"},
		{"absent", "market", "ZJG 14(2)3"},
	};
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rules); i++) {
		const struct complaint_fault *f = complaint_fault(rules[i].fault);
		assert_non_null(f);
		assert_string_equal(complaint_unit(f, "market"), rules[i].unit);
		assert_string_equal(f->clause, rules[i].clause);
		if (f->dept)
			assert_null(complaint_unit(f, NULL)); /* somebody has to find out which */
	}
	while (complaint_faults[n].key)
		n++;
	assert_int_equal(n, LEN(rules));
	assert_null(complaint_fault("unknown"));
	assert_null(complaint_unit(NULL, "market"));
}

/* --- levels ---------------------------------------------------------------------------------------------------------- */

static void levels_rise_to_the_manager(void **state)
{
	(void)state;
	assert_true(complaint_at_level(1, "centre", ROLE_COMPLAINT, ""));
	assert_false(complaint_at_level(1, "centre", ROLE_REVIEWER, "market"));
	assert_true(complaint_at_level(1, "market", ROLE_REVIEWER, "market"));
	assert_false(complaint_at_level(1, "market", ROLE_REVIEWER, "health"));
	assert_false(complaint_at_level(1, "market", ROLE_COMPLAINT, ""));
	assert_false(complaint_at_level(2, "market", ROLE_REVIEWER, "market"));
	assert_true(complaint_at_level(2, "market", ROLE_LEADER, "market"));
	assert_true(complaint_at_level(2, "centre", ROLE_COORDINATOR, ""));
	assert_false(complaint_at_level(2, "centre", ROLE_COMPLAINT, ""));
	assert_false(complaint_at_level(3, "market", ROLE_LEADER, "market"));
	for (int n = 1; n <= COMPLAINT_LEVELS; n++) {
		assert_true(complaint_at_level(n, "market", ROLE_MANAGER, ""));
		assert_false(complaint_at_level(n, "market", ROLE_MANAGER, "health"));
		assert_false(complaint_at_level(n, NULL, ROLE_MANAGER, ""));
	}
	assert_null(complaint_level(COMPLAINT_LEVELS + 1));
}

/* --- every state, act and role ------------------------------------------------------------------------------------------ */

#define HANDLERS "complaint coordinator reviewer chief leader manager supervisor"
static const struct {
	const char *action, *states, *who;
} complaint_rules[] = {
	{"route", "received", "complaint coordinator system"},
	{"reroute", "routed handling", "complaint coordinator"},
	{"return", "routed handling", HANDLERS},
	{"name", "received routed handling", "complaint coordinator"},
	{"take", "routed", HANDLERS},
	{"release", "handling", HANDLERS},
	{"answer", "handling", HANDLERS},
	{"satisfied", "answered", "applicant"},
	{"reopen", "answered", "applicant"},
	{"lapse", "answered", "system"},
	{"add", "received routed handling", "applicant"},
	{"withdraw", "received routed handling", "applicant"},
	{"withhold", "received routed handling", "complaint coordinator"},
	{"restore", "withheld", "supervisor manager"},
};
#define FRONT "guide clerk personal coordinator"
static const struct {
	const char *action, *states, *who;
} enquiry_rules_said[] = {
	{"take", "open", FRONT},
	{"transfer", "taken", FRONT},
	{"back", "asked", FRONT " reviewer chief leader"},
	{"later", "taken asked", FRONT},
	{"later", "asked", "reviewer chief leader"},
	{"answer", "taken asked", FRONT},
	{"answer", "asked", "reviewer chief leader"},
	{"follow", "answered closed", "applicant"},
	{"settled", "answered", "applicant"},
	{"pass", "taken asked", "coordinator manager"},
	{"withhold", "open taken", FRONT},
	{"restore", "withheld", "coordinator manager supervisor"},
};

static const struct role pseudo[] = {
	{ROLE_APPLICANT, "applicant", "", false}, {ROLE_AGENT, "agent", "", false}, {ROLE_SYSTEM, "system", "", false}};

static bool complaint_said(const char *action, const char *state, const char *who)
{
	for (size_t i = 0; i < LEN(complaint_rules); i++)
		if (text_eq(complaint_rules[i].action, action) && word_in(complaint_rules[i].states, state) &&
		    word_in(complaint_rules[i].who, who))
			return true;
	return false;
}

static bool enquiry_said(const char *action, const char *state, const char *who)
{
	for (size_t i = 0; i < LEN(enquiry_rules_said); i++)
		if (text_eq(enquiry_rules_said[i].action, action) && word_in(enquiry_rules_said[i].states, state) &&
		    word_in(enquiry_rules_said[i].who, who))
			return true;
	return false;
}

/* open with some set of facts */
static bool complaint_open(enum complaint_state s, enum complaint_action a, uint32_t role)
{
	for (uint32_t facts = 0; facts <= CF_ALL; facts++)
		if (voice_allowed(&complaint_rule, s, a, role, facts, NULL))
			return true;
	return false;
}

static bool enquiry_open(enum enquiry_state s, enum enquiry_action a, uint32_t role)
{
	for (uint32_t facts = 0; facts <= EF_ALL; facts++)
		if (voice_allowed(&enquiry_rule, s, a, role, facts, NULL))
			return true;
	return false;
}

static void complaint_check(enum complaint_state s, enum complaint_action a, const struct role *r)
{
	const char *why = NULL;
	bool open = complaint_open(s, a, r->bit);

	if (open != complaint_said(complaint_rule.actions[a], complaint_rule.states[s].key, r->key))
		fail_msg("%s in %s by %s: %s", complaint_rule.actions[a], complaint_rule.states[s].key, r->key, open ? "allowed" : "refused");
	if (!voice_allowed(&complaint_rule, s, a, r->bit, 0, &why) && text_empty(why))
		fail_msg("%s in %s by %s is refused without a word", complaint_rule.actions[a], complaint_rule.states[s].key, r->key);
}

static void complaints_every_state_act_and_role(void **state)
{
	(void)state;
	for (enum complaint_state s = COMPLAINT_RECEIVED; s < COMPLAINT_STATES; s++)
		for (enum complaint_action a = COMPLAINT_SEND; a < COMPLAINT_ACTIONS; a++) {
			for (const struct role *r = role_table; r->key; r++)
				complaint_check(s, a, r);
			for (size_t i = 0; i < LEN(pseudo); i++)
				complaint_check(s, a, &pseudo[i]);
		}
}

static void enquiries_every_state_act_and_role(void **state)
{
	(void)state;
	for (enum enquiry_state s = ENQUIRY_OPEN; s < ENQUIRY_STATES; s++)
		for (enum enquiry_action a = ENQUIRY_SEND; a < ENQUIRY_ACTIONS; a++)
			for (const struct role *r = role_table; r->key; r++)
				if (enquiry_open(s, a, r->bit) != enquiry_said(enquiry_rule.actions[a], enquiry_rule.states[s].key, r->key))
					fail_msg("%s in %s by %s", enquiry_rule.actions[a], enquiry_rule.states[s].key, r->key);
}

static void nobody_touches_what_is_about_them(void **state)
{
	(void)state;
	for (enum complaint_state s = COMPLAINT_RECEIVED; s < COMPLAINT_STATES; s++)
		for (enum complaint_action a = COMPLAINT_SEND; a < COMPLAINT_ACTIONS; a++)
			for (const struct role *r = role_table; r->key; r++)
				for (uint32_t facts = 0; facts <= CF_ALL; facts++)
					assert_null(voice_allowed(&complaint_rule, s, a, r->bit, facts | CF_ABOUT_ME, NULL));
}

static void an_answer_is_given_by_who_took_it_at_the_level_for_the_first_time(void **state)
{
	uint32_t fine = CF_MINE | CF_AT_LEVEL;

	(void)state;
	assert_non_null(voice_allowed(&complaint_rule, COMPLAINT_HANDLING, COMPLAINT_ANSWER, ROLE_LEADER, fine, NULL));
	assert_null(voice_allowed(&complaint_rule, COMPLAINT_HANDLING, COMPLAINT_ANSWER, ROLE_LEADER, CF_MINE, NULL));
	assert_null(voice_allowed(&complaint_rule, COMPLAINT_HANDLING, COMPLAINT_ANSWER, ROLE_LEADER, CF_AT_LEVEL, NULL));
	assert_null(voice_allowed(&complaint_rule, COMPLAINT_HANDLING, COMPLAINT_ANSWER, ROLE_LEADER, fine | CF_BEFORE, NULL));
	assert_null(voice_allowed(&complaint_rule, COMPLAINT_ROUTED, COMPLAINT_TAKE, ROLE_LEADER, CF_AT_LEVEL | CF_BEFORE, NULL));
	assert_null(voice_allowed(&complaint_rule, COMPLAINT_ANSWERED, COMPLAINT_REOPEN, ROLE_APPLICANT, CF_LAST, NULL));
	assert_null(voice_allowed(&complaint_rule, COMPLAINT_WITHHELD, COMPLAINT_RESTORE, ROLE_MANAGER, CF_MY_HOLD, NULL));
	assert_null(voice_allowed(&enquiry_rule, ENQUIRY_TAKEN, ENQUIRY_LATER, ROLE_GUIDE, EF_MINE | EF_LATER, NULL));
	assert_null(voice_allowed(&enquiry_rule, ENQUIRY_TAKEN, ENQUIRY_ANSWER, ROLE_GUIDE, 0, NULL));
}

/* a row without its clause or without a word for people would show on a page as nothing */
static void rows_are_whole(void **state)
{
	(void)state;
	for (const struct voice_row *r = complaint_rule.rows; r->action; r++) {
		assert_false(text_empty(r->clause) || text_empty(r->what));
		assert_true(!text_empty(r->button) || r->who == ROLE_SYSTEM);
	}
	for (const struct voice_row *r = enquiry_rule.rows; r->action; r++)
		assert_false(text_empty(r->clause) || text_empty(r->what) || text_empty(r->button));
	for (enum complaint_state s = COMPLAINT_RECEIVED; s < COMPLAINT_STATES; s++) {
		assert_int_equal(voice_state_of(&complaint_rule, complaint_rule.states[s].key), s);
		assert_non_null(complaint_rule.states[s].desk);
	}
}

/* nothing but what is over stands still: some row leads out of each other state */
static void no_state_is_a_trap(void **state)
{
	(void)state;
	for (enum complaint_state s = COMPLAINT_RECEIVED; s < COMPLAINT_STATES; s++) {
		bool out = false;
		for (const struct voice_row *r = complaint_rule.rows; r->action; r++)
			out = out || (r->from & UINT32_C(1) << s && r->to && r->to != (int)s);
		assert_int_equal(out, s != COMPLAINT_CLOSED && s != COMPLAINT_WITHDRAWN);
	}
}

/* --- due days -------------------------------------------------------------------------------------------------------- */

static void limits_fall_due_as_the_naive_clock_says(void **state)
{
	static const int limits[] = {3, 5, 10, 20}; /* enquiry_days, complaint_days, complaint_reopen_days, ENQUIRY_LATER_MAX */
	void *ctx = talloc_new(NULL);
	struct naive *naive = mem_new(ctx, struct naive);
	const struct calendar *cal = sample_calendar(ctx);

	(void)state;
	naive_start(naive);
	for (int year = 2024; year <= 2026; year++)
		assert_true(naive_read(naive, mem_fmt(ctx, "sql/sample/calendar/CN-%d.csv", year)));
	for (day from = day_make(2024, 1, 1); from <= day_make(2026, 11, 30); from++)
		for (size_t i = 0; i < LEN(limits); i++) {
			struct naive_question q = {.from = from - NAIVE_FIRST_DAY, .unit = NAIVE_WORKING, .amount = limits[i]};
			day due;
			assert_int_equal(clock_due(cal, from, limits[i], &due), ERR_NONE);
			assert_int_equal(due, naive_due(naive, &q) + NAIVE_FIRST_DAY);
		}
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_fault_goes_where_zjg_14_says),
		cmocka_unit_test(levels_rise_to_the_manager),
		cmocka_unit_test(complaints_every_state_act_and_role),
		cmocka_unit_test(enquiries_every_state_act_and_role),
		cmocka_unit_test(nobody_touches_what_is_about_them),
		cmocka_unit_test(an_answer_is_given_by_who_took_it_at_the_level_for_the_first_time),
		cmocka_unit_test(rows_are_whole),
		cmocka_unit_test(no_state_is_a_trap),
		cmocka_unit_test(limits_fall_due_as_the_naive_clock_says),
	};

	mem_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
