/* The lifecycle against the rule book: who may do what in which state, written down a second time as plain words; what
 * each row needs; what every row must have; and the answers that pages are built from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/document.h"
#include "domain/lifecycle.h"
#include "domain/notice.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

/* C.2, rows 1 to 23, and the acts in between: action, states, who. */
static const struct {
	const char *action, *states, *who;
} rules[] = {
	{"submit", "draft", "applicant agent"},
	{"pre_review_claim", "submitted", "pre_reviewer"},
	{"pre_review_release", "pre_review", "pre_reviewer coordinator manager"},
	{"pre_review_pass", "pre_review", "pre_reviewer"},
	{"pre_review_return", "pre_review", "pre_reviewer"},
	{"receive", "draft submitted", "clerk"},
	{"claim", "submitted received accepted in_review special_procedure suspended decided result_held result_ready mailing",
	 "clerk reviewer chief leader"},
	{"release",
	 "submitted received accepted in_review special_procedure suspended decided result_held result_ready mailing",
	 "clerk reviewer chief leader coordinator manager"},
	{"judge", "pre_review", "pre_reviewer"},
	{"judge", "received", "clerk reviewer chief"},
	{"correct_on_spot", "received", "clerk"},
	{"ask_confirmation", "received", "clerk"},
	{"confirm_correction", "received", "reviewer chief leader"},
	{"decline_correction", "received", "reviewer chief leader"},
	{"permit_repeat", "received", "supervisor"},
	{"notify_correction", "received", "clerk"},
	{"return_file", "received", "clerk"},
	{"answer_correction", "correction", "applicant agent clerk"},
	{"accept", "received", "clerk reviewer chief"},
	{"deem_accepted", "received", "system"},
	{"refuse_acceptance", "received", "clerk reviewer chief"},
	{"withdraw", "draft submitted pre_review received correction accepted in_review special_procedure suspended",
	 "applicant agent"},
	{"withdraw", "submitted pre_review received correction accepted in_review special_procedure suspended", "clerk"},
	{"hand_over", "accepted", "clerk coordinator"},
	{"begin_review", "accepted", "reviewer chief"},
	{"opine", "in_review", "reviewer chief"},
	{"special_start", "in_review", "reviewer chief"},
	{"special_end", "special_procedure", "reviewer chief"},
	{"suspend", "in_review", "leader"},
	{"resume", "suspended", "leader"},
	{"extend", "in_review special_procedure", "leader"},
	{"grant", "in_review", "chief leader"},
	{"refuse", "in_review", "chief leader"},
	{"forward", "in_review", "chief leader"},
	{"grant_on_spot", "received", "clerk"},
	{"hold_result", "decided", "system"},
	{"close_gap", "accepted in_review special_procedure suspended result_held", "clerk"},
	{"return_gap", "accepted in_review special_procedure suspended result_held", "clerk"},
	{"hand_result", "decided", "reviewer chief leader system"},
	{"issue", "result_ready", "clerk issuer"},
	{"deliver_electronic", "result_ready", "system"},
	{"mail", "result_ready", "clerk issuer"},
	{"confirm_mail", "mailing", "clerk issuer"},
	{"mail_back", "mailing", "clerk issuer"},
	{"archive", "delivered", "clerk issuer coordinator reviewer"},
	{"terminate", "submitted pre_review received correction accepted in_review special_procedure suspended result_held",
	 "reviewer chief leader"},
	{"revoke", "decided result_held result_ready mailing delivered archived", "leader"},
	{"remind", "result_ready", "system"},
	{"pass_check", "decided result_held result_ready mailing delivered archived", "reviewer chief"},
	{"part_agree", "accepted in_review special_procedure", "reviewer chief leader"},
	{"part_object", "accepted in_review special_procedure", "reviewer chief leader"},
	{"part_silent", "accepted in_review special_procedure", "system"},
	{"part_grant", "accepted in_review special_procedure", "chief leader"},
	{"part_refuse", "accepted in_review special_procedure", "chief leader"},
	{"part_guide", "accepted in_review special_procedure", "reviewer chief leader"},
	{"part_issue", "accepted in_review special_procedure suspended decided result_ready", "clerk issuer"},
	{"parts_conclude", "accepted in_review", "system"},
	{"part_hand_result", "accepted in_review special_procedure suspended decided", "reviewer chief leader"},
	{"parts_delivered", "decided result_ready", "system"},
	{"part_revoke",
	 "accepted in_review special_procedure suspended decided result_held result_ready mailing delivered archived", "leader"},
	{"parts_revoked", "decided result_held result_ready mailing delivered archived", "system"},
};

static bool word_in(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = strstr(list, word); p; p = strstr(p + 1, word))
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static bool allowed(const char *action, const char *state, const char *who)
{
	for (size_t i = 0; i < LEN(rules); i++)
		if (text_eq(rules[i].action, action) && word_in(rules[i].states, state) && word_in(rules[i].who, who))
			return true;
	return false;
}

static const struct role pseudo[] = {{ROLE_APPLICANT, "applicant", "", false},
				     {ROLE_AGENT, "agent", "", false},
				     {ROLE_SYSTEM, "system", "", false}};

static void check_role(enum state s, enum action a, const struct role *r)
{
	const char *why;
	bool found = lifecycle_find(s, a, r->bit, FACT_ALL, &why, NULL) != NULL;

	if (found != allowed(action_key(a), state_key(s), r->key))
		fail_msg("%s in %s by %s: %s", action_key(a), state_key(s), r->key, found ? "allowed" : "refused");
	if (!found && text_empty(why))
		fail_msg("%s in %s by %s is refused without a word", action_key(a), state_key(s), r->key);
}

static void every_state_action_and_post(void **state)
{
	(void)state;
	for (int s = STATE_NONE + 1; s < STATE_COUNT; s++)
		for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
			for (const struct role *r = role_table; r->key; r++)
				check_role((enum state)s, (enum action)a, r);
			for (size_t i = 0; i < LEN(pseudo); i++)
				check_role((enum state)s, (enum action)a, &pseudo[i]);
		}
}

/* Each fact that a row needs is missed when it is not there, and nothing else is. */
static void every_fact_counts(void **state)
{
	const char *why;
	factset missing;

	(void)state;
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++) {
		enum state from = (enum state)__builtin_ctz(t->from);
		uint32_t who = t->who & -t->who;
		for (int n = 0; n < FACT_COUNT; n++) {
			factset bit = FACT(n);
			const struct transition *found =
				lifecycle_find(from, t->action, who, t->needs & ~bit, &why, &missing);
			if (!(t->needs & bit))
				continue;
			if (found == t)
				fail_msg("row %s %s does not miss fact %d", t->row, action_key(t->action), n);
			if (!found)
				assert_true(missing != 0 && !text_empty(why));
		}
		assert_non_null(lifecycle_find(from, t->action, who, t->needs, &why, &missing));
	}
}

static void every_fact_has_words(void **state)
{
	(void)state;
	for (int n = 0; n < FACT_COUNT; n++)
		assert_false(text_empty(lifecycle_missing(FACT(n))));
}

static void every_row_is_whole(void **state)
{
	(void)state;
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++) {
		assert_true(t->from && t->who);
		assert_false(text_empty(t->row) || text_empty(t->clause) || text_empty(t->label));
		assert_false(text_empty(action_key(t->action)) || text_empty(action_told(t->action)));
		if (t->message && !notice_known(t->message))
			fail_msg("row %s names the message %s, which does not exist", t->row, t->message);
		if (t->document != DOCUMENT_NONE)
			assert_false(text_empty(document_form_of(t->document)->title));
		/* officers act inside their scope, applicants on what is theirs */
		if (t->who & ROLES_PARTY)
			assert_true((t->needs & FACT_OWN_CASE) != 0);
		else if (t->who != ROLE_SYSTEM)
			assert_true((t->needs & (FACT_IN_SCOPE | FACT_OWN_DEPT | FACTS_PART_DEPT)) != 0);
		/* whoever acts for a department belongs to it */
		if (!(t->who & ~ROLES_DEPT))
			assert_true((t->needs & (FACT_OWN_DEPT | FACTS_PART_DEPT)) != 0);
		/* what turns a case back or ends it gives a reason, lists items, or was asked for by the applicant */
		if (t->danger && !(t->who & ROLES_PARTY))
			assert_true(t->asks || (t->needs & FACT_ITEMS_LISTED) != 0);
	}
}

/* Whoever supervises reads everything and changes no case's state (domain B). */
static void the_supervisor_moves_nothing(void **state)
{
	(void)state;
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++)
		if (t->who & ROLE_SUPERVISOR)
			assert_int_equal(t->to, STATE_NONE);
}

/* One row per action and post, so that a button means one thing; acceptance by window or department excludes the other. */
static void rows_do_not_overlap(void **state)
{
	(void)state;
	for (const struct transition *a = lifecycle_table; a->action != ACTION_NONE; a++)
		for (const struct transition *b = a + 1; b->action != ACTION_NONE; b++) {
			factset both = a->needs | b->needs;
			bool apart = (both & FACT_CLAIM_MINE && both & FACT_CLAIM_OTHER) ||
				     (both & FACT_CONFIRM_ASKED && both & FACT_CONFIRM_OPEN);
			if (a->action == b->action && (a->from & b->from) && (a->who & b->who) && !apart)
				fail_msg("rows %s and %s of %s overlap", a->row, b->row, action_key(a->action));
		}
}

static void buttons_follow_the_table(void **state)
{
	const struct transition *list[LIFECYCLE_MAX];
	factset facts = FACT_IN_SCOPE | FACT_WINDOW_ACCEPTS | FACT_TURN_WINDOW | FACT_UNCLAIMED | FACT_CLAIM_FREE |
			 FACT_CONFIRM_DONE | FACT_NOTICE_ALLOWED | FACT_CORRECTABLE | FACT_WEB;
	size_t n = lifecycle_allowed(STATE_RECEIVED, ROLE_CLERK, facts, list);
	const enum action expected[] = {ACTION_CLAIM,		 ACTION_JUDGE,	ACTION_CORRECT_ON_SPOT,
					ACTION_NOTIFY_CORRECTION, ACTION_ACCEPT, ACTION_REFUSE_ACCEPTANCE};

	(void)state;
	assert_int_equal(n, LEN(expected));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(list[i]->action, expected[i]);
	assert_int_equal(lifecycle_allowed(STATE_RECEIVED, ROLE_CLERK, facts & ~FACT_IN_SCOPE, list), 0);
	assert_int_equal(lifecycle_allowed(STATE_REVOKED, UINT32_MAX, FACT_ALL, list), 0);
}

static void keys_go_both_ways(void **state)
{
	(void)state;
	for (int i = STATE_NONE + 1; i < STATE_COUNT; i++) {
		assert_int_equal(state_of(state_key((enum state)i)), i);
		assert_false(text_empty(state_name((enum state)i)));
	}
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		assert_int_equal(action_of(action_key((enum action)i)), i);
	for (int i = TURN_NONE + 1; i < TURN_COUNT; i++)
		assert_int_equal(turn_of(turn_key((enum turn)i)), i);
	assert_int_equal(state_of("no such state"), STATE_NONE);
	assert_int_equal(state_of(NULL), STATE_NONE);
	assert_int_equal(action_of(""), ACTION_NONE);
}

static enum turn turn_in(enum state s, bool web, bool passed, bool dept, bool asked, bool confirmed)
{
	return lifecycle_turn(&(struct turn_facts){s, web, passed, dept, asked, confirmed});
}

static void whose_turn_it_is(void **state)
{
	(void)state;
	assert_int_equal(turn_in(STATE_SUBMITTED, true, false, false, false, false), TURN_PRE_REVIEW);
	assert_int_equal(turn_in(STATE_SUBMITTED, true, true, false, false, false), TURN_WINDOW);
	assert_int_equal(turn_in(STATE_SUBMITTED, false, false, false, false, false), TURN_WINDOW);
	assert_int_equal(turn_in(STATE_RECEIVED, true, true, false, false, false), TURN_WINDOW);
	assert_int_equal(turn_in(STATE_RECEIVED, true, true, false, true, false), TURN_DEPT);
	assert_int_equal(turn_in(STATE_RECEIVED, true, true, true, false, false), TURN_DEPT);
	assert_int_equal(turn_in(STATE_RECEIVED, true, true, true, false, true), TURN_WINDOW);
	assert_int_equal(turn_in(STATE_CORRECTION, true, true, true, false, false), TURN_APPLICANT);
	assert_int_equal(turn_in(STATE_ACCEPTED, true, true, false, false, false), TURN_DEPT);
	for (int s = STATE_NONE + 1; s < STATE_COUNT; s++)
		assert_int_equal(turn_in((enum state)s, true, true, false, false, false) == TURN_CLOSED,
				 state_terminal((enum state)s));
}

static void posts_and_actors(void **state)
{
	struct actor a = {.kind = ACTOR_STAFF, .roles = ROLE_CLERK | ROLE_SYSTEM | ROLE_APPLICANT};

	(void)state;
	assert_int_equal(role_bits("clerk supervisor"), ROLE_CLERK | ROLE_SUPERVISOR);
	assert_int_equal(role_bits("clerkx  superviso "), 0);
	assert_int_equal(role_bits(NULL), 0);
	assert_string_equal(role_name(ROLE_CLERK), "综合办理岗");
	/* an officer's row cannot make an applicant or the system of them */
	assert_int_equal(actor_roles(&a), ROLE_CLERK);
	a.kind = ACTOR_APPLICANT;
	assert_int_equal(actor_roles(&a), ROLE_APPLICANT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_state_action_and_post), cmocka_unit_test(every_fact_counts),
		cmocka_unit_test(every_fact_has_words),	       cmocka_unit_test(every_row_is_whole),
		cmocka_unit_test(the_supervisor_moves_nothing), cmocka_unit_test(rows_do_not_overlap),
		cmocka_unit_test(buttons_follow_the_table),    cmocka_unit_test(keys_go_both_ways),
		cmocka_unit_test(whose_turn_it_is),	       cmocka_unit_test(posts_and_actors),
	};

	return cmocka_run_group_tests_name("lifecycle", tests, NULL, NULL);
}
