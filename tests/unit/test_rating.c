/* Ratings, as far as no database is needed: tags, masking of people's own words, the table of orders, what the public may see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/case_invite.h"
#include "domain/rating.h"
#include "domain/rating_order.h"
#include "domain/rating_public.h"
#include "domain/rating_text.h"
#include "gen/sql.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static int setup(void **state)
{
	*state = talloc_new(NULL);
	return 0;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

/* --- levels and tags --------------------------------------------------------------------------------- */

static void five_levels_two_of_them_bad(void **state)
{
	(void)state;
	assert_string_equal(rating_level_name(5), "非常满意");
	assert_string_equal(rating_level_name(4), "满意");
	assert_string_equal(rating_level_name(3), "基本满意");
	assert_string_equal(rating_level_name(2), "不满意");
	assert_string_equal(rating_level_name(1), "非常不满意");
	assert_string_equal(rating_level_name(0), "");
	assert_string_equal(rating_level_name(6), "");
	for (int64_t level = 1; level <= 5; level++)
		assert_int_equal(rating_bad(level), level <= 2);
}

static void tags_fit_their_level(void **state)
{
	const char *posted[] = {"slow", "quick", "slow", "nonsense", "could_quick", "rude"};

	assert_string_equal(rating_tags_for(*state, posted, LEN(posted), 1), "rude slow");
	assert_string_equal(rating_tags_for(*state, posted, LEN(posted), 3), "could_quick");
	assert_string_equal(rating_tags_for(*state, posted, LEN(posted), 5), "quick");
	assert_string_equal(rating_tags_names(*state, "rude slow"), "态度不好、办得慢、等得久");
	/* a key inside another one is another one */
	assert_string_equal(rating_tags_names(*state, "could_quick"), "可以再快些");
	assert_string_equal(rating_tags_names(*state, ""), "");
	for (const struct rating_tag *t = rating_tags; t->key; t++) {
		assert_true(t->min >= 1 && t->min <= t->max && t->max <= 5);
		assert_true(rating_bad(t->min) == rating_bad(t->max)); /* no tag is both praise and complaint */
		for (const struct rating_tag *o = t + 1; o->key; o++)
			assert_string_not_equal(t->key, o->key);
	}
}

/* --- invitations ------------------------------------------------------------------------------------- */

static void what_invites(void **state)
{
	(void)state;
	assert_int_equal(case_invites(ACTION_SUBMIT, "web"), RATING_ONLINE);
	assert_int_equal(case_invites(ACTION_RECEIVE, "counter"), RATING_COUNTER);
	assert_int_equal(case_invites(ACTION_RECEIVE, "web"), RATING_NONE);
	assert_int_equal(case_invites(ACTION_RECEIVE, "post"), RATING_NONE);
	assert_int_equal(case_invites(ACTION_GRANT, "post"), RATING_CONCLUSION);
	assert_int_equal(case_invites(ACTION_REFUSE, "web"), RATING_CONCLUSION);
	assert_int_equal(case_invites(ACTION_GRANT_ON_SPOT, "counter"), RATING_COUNTER);
	assert_int_equal(case_invites(ACTION_ISSUE, "web"), RATING_COUNTER);
	assert_int_equal(case_invites(ACTION_CLAIM, "web"), RATING_NONE);
	/* whoever drives a case to its end in the table of the lifecycle is asked about: no conclusion goes without */
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++)
		if ((t->effects & EFFECTS_DECIDE) || t->to == STATE_NOT_ACCEPTED || (t->to == STATE_DELIVERED && (t->asks & ASK_RECEIVER)))
			assert_int_not_equal(case_invites(t->action, "counter"), RATING_NONE);
}

/* --- own words --------------------------------------------------------------------------------------- */

static void personal_data_is_masked(void **state)
{
	static const struct {
		const char *text, *shown;
		uint32_t doubts;
	} rows[] = {
		{"办得很快，谢谢", "办得很快，谢谢", 0},
		{"等了20分钟，跑了3趟", "等了20分钟，跑了3趟", 0},
		{"2026年3月2日去的", "2026年3月2日去的", 0},
		{"电话13800000001打不通", "电话138****0001打不通", TEXT_PERSONAL},
		{"电话 138 0000 0001 打不通", "电话 138****0001 打不通", TEXT_PERSONAL},
		{"电话１３８００００００１１", "电话１３８****００１１", TEXT_PERSONAL},
		{"410599199003070028办的", "410***********0028办的", TEXT_PERSONAL},
		{"41059919900307002X办的", "410***********002X办的", TEXT_PERSONAL},
		{"打0399-5550001", "打039****0001", TEXT_PERSONAL},
		{"车是示A12345的", "车是示A*****的", TEXT_PERSONAL},
		{"车是示A·D12345的", "车是示A*****的", TEXT_PERSONAL},
		{"写给 a.person@example.cn 吧", "写给 a*** 吧", TEXT_PERSONAL},
		{"护照E12345678", "护照E***", TEXT_PERSONAL},
		{"卡号6222020000000000000", "卡号622************0000", TEXT_PERSONAL},
		{"用PDF上传，A4纸", "用PDF上传，A4纸", 0},
		{"A05窗口很好", "A05窗口很好", 0},
		{"王女士帮了我", "王女士帮了我", TEXT_CONTACT},
		{"真是混蛋", "真是混蛋", TEXT_INSULT},
		{"真是混 - 蛋", "真是混 - 蛋", TEXT_INSULT},
		{"混！蛋", "混！蛋", TEXT_INSULT},
		{"好好好好好好好好好好好好好好", "好好好好好好好好好好好好好好", TEXT_REPEATED},
		{"好好好", "好好好", 0},
		{"", "", 0},
	};

	for (size_t i = 0; i < LEN(rows); i++) {
		uint32_t doubts;
		assert_string_equal(text_masked(*state, rows[i].text, &doubts), rows[i].shown);
		if (doubts != rows[i].doubts)
			fail_msg("%s: %x", rows[i].text, doubts);
	}
	uint32_t doubts;
	assert_string_equal(text_masked(*state, NULL, &doubts), "");
	assert_string_equal(text_flags_keys(*state, TEXT_INSULT | TEXT_PERSONAL), "personal insult");
	assert_string_equal(text_flags_names(*state, "insult"), "含辱骂词语");
}

/* No run of seven digits is left, wherever a number of 7 to 20 digits stands. */
static void no_number_gets_through(void **state)
{
	static const char *const around[][2] = {{"", ""}, {"我的号是", "。"}, {"a", "b"}, {"（", "）"}, {" ", " "}};

	for (size_t n = 7; n <= 20; n++)
		for (size_t i = 0; i < LEN(around); i++) {
			uint32_t doubts;
			char *text = mem_fmt(*state, "%s%.*s%s", around[i][0], (int)n, "98765432101234567890", around[i][1]);
			char *shown = text_masked(*state, text, &doubts);
			assert_true(doubts & TEXT_PERSONAL);
			size_t run = 0, longest = 0;
			for (const char *p = shown; *p; p++) {
				run = *p >= '0' && *p <= '9' ? run + 1 : 0;
				longest = run > longest ? run : longest;
			}
			if (longest > 4)
				fail_msg("%s shows %s", text, shown);
		}
}

/* --- the table of orders ----------------------------------------------------------------------------- */

/* Once more, as plain words: state, action, who, and what becomes of it. */
static const char *const orders_twice[] = {
	"new take officer taken",
	"new assign lead taken",
	"taken assign lead taken",
	"contacted assign lead contacted",
	"verified assign lead verified",
	"rectifying assign lead rectifying",
	"taken contact handler contacted",
	"taken complex lead taken",
	"contacted complex lead contacted",
	"verified complex lead verified",
	"contacted verify handler verified",
	"verified rectify handler replied",
	"verified promise handler rectifying",
	"rectifying rectified handler replied",
	"verified explain handler replied",
	"contacted appeal handler appealed",
	"verified appeal handler appealed",
	"appealed uphold second removed",
	"appealed dismiss second contacted",
	"replied pass author passed",
	"replied again author taken",
	"replied lapse system lapsed",
};
static const struct {
	uint32_t bit;
	const char *name;
} whos[] = {{ORDER_WHO_OFFICER, "officer"}, {ORDER_WHO_HANDLER, "handler"}, {ORDER_WHO_LEAD, "lead"},
	    {ORDER_WHO_SECOND, "second"},   {ORDER_WHO_AUTHOR, "author"},   {ORDER_WHO_SYSTEM, "system"}};

static void every_state_action_and_person(void **state)
{
	size_t allowed = 0;

	for (enum order_state s = ORDER_NEW; s < ORDER_STATES; s++)
		for (enum order_action a = ORDER_TAKE; a < ORDER_ACTIONS; a++)
			for (size_t w = 0; w < LEN(whos); w++) {
				const struct order_row *r = order_find(s, a, whos[w].bit);
				enum order_state to = !r || r->to == ORDER_NONE ? s : r->to;
				char *line = mem_fmt(*state, "%s %s %s %s", order_state_key(s), order_action_key(a), whos[w].name,
						     order_state_key(to));
				bool listed = false;
				for (size_t i = 0; i < LEN(orders_twice); i++)
					listed = listed || text_eq(orders_twice[i], line);
				if ((r != NULL) != listed)
					fail_msg("%s is %s", line, r ? "allowed and not listed" : "listed and not allowed");
				allowed += listed;
			}
	assert_int_equal(allowed, LEN(orders_twice));
}

/* From every state an end can be reached, and every state but the ends goes on. */
static void nothing_gets_stuck(void **state)
{
	uint32_t good = ORDER_BIT(ORDER_PASSED) | ORDER_BIT(ORDER_LAPSED) | ORDER_BIT(ORDER_REMOVED), before;

	(void)state;
	do {
		before = good;
		for (const struct order_row *r = order_table; r->action; r++)
			if (r->to != ORDER_NONE && (good & ORDER_BIT(r->to)))
				good |= r->from;
	} while (good != before);
	for (enum order_state s = ORDER_NEW; s < ORDER_STATES; s++) {
		assert_true(good & ORDER_BIT(s));
		assert_int_equal(order_over(s), s == ORDER_PASSED || s == ORDER_LAPSED || s == ORDER_REMOVED);
		assert_int_equal(order_state_of(order_state_key(s)), s);
	}
	/* an answer in writing before anybody can rate again; reasons with each appeal and its decision */
	for (const struct order_row *r = order_table; r->action; r++) {
		if (r->to == ORDER_REPLIED)
			assert_true(r->asks & ORDER_ASK_REPLY);
		if (r->action == ORDER_APPEAL || r->action == ORDER_UPHOLD || r->action == ORDER_DISMISS)
			assert_true((r->asks & ORDER_ASK_WORDS) && !(r->starts & ORDER_CLOCKS_ALL));
		if (r->action == ORDER_APPEAL) /* delays nothing */
			assert_int_equal(r->stops, 0);
	}
}

static void the_person_rated_is_nobody(void **state)
{
	struct sql_rating_order_row o = {.rated_id = 7, .handler_id = 3, .appeal_by = 3};
	struct actor a = {.kind = ACTOR_STAFF, .id = 7, .roles = UINT32_C(0x0FFFFFFF)};

	(void)state;
	assert_int_equal(order_who(&o, &a, false), 0);
	a.id = 8;
	a.acting_for = 7; /* stands in today */
	assert_int_equal(order_who(&o, &a, false), 0);
	a.acting_for = 0;
	assert_int_equal(order_who(&o, &a, true), 0); /* stood in before */
	assert_int_equal(order_who(&o, &a, false), ORDER_WHO_OFFICER | ORDER_WHO_LEAD | ORDER_WHO_SECOND);
	a.id = 3;
	assert_int_equal(order_who(&o, &a, false), ORDER_WHO_OFFICER | ORDER_WHO_HANDLER | ORDER_WHO_LEAD); /* never second */
	a.roles = ROLE_CLERK | ROLE_REVIEWER | ROLE_LEADER | ROLE_SUPERVISOR;
	assert_int_equal(order_who(&o, &a, false), 0);
	a.roles = ROLE_MANAGER;
	assert_int_equal(order_who(&o, &a, false), ORDER_WHO_LEAD);
	a.kind = ACTOR_APPLICANT;
	assert_int_equal(order_who(&o, &a, false), 0);
}

/* --- in public --------------------------------------------------------------------------------------- */

static struct rating_line line(const char *dim, const char *code, const char *parent, int64_t rated)
{
	return (struct rating_line){.dim = dim, .code = code, .name = code, .parent = parent, .invited = rated * 2, .level = {0, 0, 0, 0, 0, rated}};
}

static bool hidden(const struct rating_line *l, size_t n, const char *dim, const char *code)
{
	return rating_line_find(l, n, dim, code)->hidden;
}

static void few_are_hidden_and_cannot_be_subtracted(void **state)
{
	struct rating_line l[] = {
		line("all", "", "", 60),        line("dept", "d1", "", 30),      line("dept", "d2", "", 27),
		line("dept", "d3", "", 3),      line("matter", "m1", "d1", 26),  line("matter", "m2", "d1", 4),
		line("matter", "m3", "d2", 20), line("matter", "m4", "d2", 7),   line("window", "A01", "", 4),
		line("window", "A02", "", 5),
	};

	(void)state;
	rating_hide(l, LEN(l));
	assert_false(hidden(l, LEN(l), "all", ""));
	assert_true(hidden(l, LEN(l), "dept", "d3"));
	assert_true(hidden(l, LEN(l), "dept", "d2"));  /* else 60 - 30 - 27 = 3 */
	assert_false(hidden(l, LEN(l), "dept", "d1"));
	assert_true(hidden(l, LEN(l), "matter", "m2"));
	assert_true(hidden(l, LEN(l), "matter", "m1")); /* else 30 - 26 = 4 */
	assert_true(hidden(l, LEN(l), "matter", "m3")); /* they add up to a hidden department */
	assert_true(hidden(l, LEN(l), "matter", "m4"));
	assert_true(hidden(l, LEN(l), "window", "A01"));
	assert_false(hidden(l, LEN(l), "window", "A02"));
}

static void shares_and_medians(void **state)
{
	struct rating_line l = {.invited = 30, .level = {0, 1, 1, 2, 3, 8}};
	struct rating_bin bins[] = {{1, 2}, {3, 1}, {9, 1}}, odd[] = {{2, 1}, {4, 1}, {100, 1}};
	int64_t twice;

	(void)state;
	assert_int_equal(rating_line_rated(&l), 15);
	assert_int_equal(rating_line_good(&l), 8667);
	assert_int_equal(rating_line_silent(&l), 500);
	l.invited = 3; /* rated this year, invited last year */
	assert_int_equal(rating_line_silent(&l), 0);
	assert_true(rating_median(bins, LEN(bins), &twice));
	assert_int_equal(twice, 4); /* 1 1 3 9 */
	assert_true(rating_median(odd, LEN(odd), &twice));
	assert_int_equal(twice, 8);
	assert_false(rating_median(odd, 0, &twice));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(five_levels_two_of_them_bad, setup, teardown),
		cmocka_unit_test_setup_teardown(tags_fit_their_level, setup, teardown),
		cmocka_unit_test_setup_teardown(what_invites, setup, teardown),
		cmocka_unit_test_setup_teardown(personal_data_is_masked, setup, teardown),
		cmocka_unit_test_setup_teardown(no_number_gets_through, setup, teardown),
		cmocka_unit_test_setup_teardown(every_state_action_and_person, setup, teardown),
		cmocka_unit_test_setup_teardown(nothing_gets_stuck, setup, teardown),
		cmocka_unit_test_setup_teardown(the_person_rated_is_nobody, setup, teardown),
		cmocka_unit_test_setup_teardown(few_are_hidden_and_cannot_be_subtracted, setup, teardown),
		cmocka_unit_test_setup_teardown(shares_and_medians, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
