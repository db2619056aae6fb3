/* Joint and parallel approval: departments that work side by side, each on a clock of its own; silence and conflict by the
 * rule of domain/case_part.h; one thing made of several decisions.  The clock job looks at everybody's cases, so the days of
 * those tests are in 2024, before those of the others. */
#include "db/caseworld.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/alert.h"
#include "domain/case_part.h"
#include "domain/event.h"
#include "gen/sql.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

enum { F7_FIRE = 2, F7_QUALITY, F7_DEFENCE };
enum { F8_REGISTRATION = 1, F8_FOOD, F8_FIRE, F8_SIGN, F8_TOBACCO };

struct team { /* officers of every department that takes part, and some who do not */
	struct actor clerk, issuer, supervisor, system;
	struct actor housing, housing_chief, defence, market, fire, urban, tobacco, health;
};

static struct team team_of(struct world *w)
{
	uint32_t all = ROLES_DEPT;

	return (struct team){
		.clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL),
		.issuer = world_officer(w, "示例·发证员", ROLE_ISSUER, NULL),
		.supervisor = world_officer(w, "示例·监察员", ROLE_SUPERVISOR, NULL),
		.system = actor_system(),
		.housing = world_officer(w, "示例·住建审查员", ROLE_REVIEWER, "housing"),
		.housing_chief = world_officer(w, "示例·住建首席代表", ROLE_CHIEF | ROLE_LEADER, "housing"),
		.defence = world_officer(w, "示例·人防审查员", all, "defence"),
		.market = world_officer(w, "示例·市监首席代表", all, "market"),
		.fire = world_officer(w, "示例·消防审查员", all, "fire"),
		.urban = world_officer(w, "示例·城管审查员", all, "urban"),
		.tobacco = world_officer(w, "示例·烟草审查员", all, "tobacco"),
		.health = world_officer(w, "示例·卫健审查员", all, "health"),
	};
}

/* F7 with every department that may take part, accepted by housing. */
static int64_t f7_accepted(struct world *w, const struct team *t)
{
	static const struct mform_answer given[] = {{"fire_special", "1"}, {"defence", "build"}};
	struct actor who = world_person(w, "legal");
	int64_t id = world_draft_with(w, &who, "F7", given, LEN(given));

	world_receive(w, &who, id);
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_ACCEPT, &t->housing, &right);
	return id;
}

/* F7 as far as the lead has an opinion of its own. */
static int64_t f7_reviewed(struct world *w, const struct team *t)
{
	int64_t id = f7_accepted(w, t);

	world_do(w, id, ACTION_BEGIN_REVIEW, &t->housing, NULL);
	world_do(w, id, ACTION_OPINE, &t->housing, &(struct case_args){.stance = "agree", .note = "符合条件"});
	return id;
}

static int64_t f8_accepted(struct world *w, const struct team *t, const char *collect)
{
	const struct mform_answer given[] = {
		{"fire", "commit"}, {"sign", "1"}, {"tobacco", "1"}, {"collect", collect}, {"licence", "new"}};
	struct actor who = world_person(w, "natural");
	int64_t id = world_draft_with(w, &who, "F8", given, LEN(given));

	world_receive(w, &who, id);
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_ACCEPT, &t->clerk, &right);
	return id;
}

static const struct case_part *part(struct world *w, int64_t id, int64_t seq)
{
	const struct case_part *p = case_part_find(world_case(w, id), seq);

	assert_non_null(p);
	return p;
}

static void part_do(struct world *w, int64_t id, enum action action, const struct actor *a, int64_t seq, const char *words)
{
	bool told = action == ACTION_PART_REFUSE || action == ACTION_PART_GUIDE;

	world_do(w, id, action, a,
		 &(struct case_args){.part = seq, .note = told ? NULL : words, .reason = told ? words : NULL});
}

static enum err part_try(struct world *w, int64_t id, enum action action, const struct actor *a, int64_t seq)
{
	struct case_result r;

	return world_try(w, id, action, a, &(struct case_args){.part = seq, .note = "情况", .reason = "理由"}, &r);
}

static int64_t count(struct world *w, const char *what, int64_t id)
{
	return world_count(w, mem_fmt(w, "SELECT COUNT(*) FROM %s AND case_id = %lld", what, (long long)id));
}

static void chain_is_whole(struct world *w, int64_t id)
{
	const char *fault;

	CHECK(event_check(w->eventcheck.db, w, id, &fault));
	if (fault)
		fail_msg("%s", fault);
}

/* --- one licence, several departments (REV-2) --------------------------------------------------------- */

static void departments_work_side_by_side(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_result r;

	world_at(w, "2026-03-02", 9, 30); /* Monday */
	int64_t id = f7_reviewed(w, &t);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->nparts, 3); /* the lead's own part is the case itself */
	assert_null(c->collect);
	for (int64_t seq = F7_FIRE; seq <= F7_DEFENCE; seq++) {
		const struct case_part *p = part(w, id, seq);
		assert_int_equal(p->state, PART_OPEN);
		assert_int_equal(p->kind, PART_OPINION);
		assert_day(p->due, "2026-03-05"); /* three working days, each its own */
		assert_string_equal(p->number, mem_fmt(w, "%s-%02d", c->short_no, (int)seq));
	}
	assert_string_equal(part(w, id, F7_DEFENCE)->dept_code, "defence");

	/* the lead waits for all of them */
	assert_int_equal(world_try(w, id, ACTION_GRANT, &t.housing_chief, NULL, &r), ERR_FORBIDDEN);
	/* two have the page open; that one speaks is no conflict for the other */
	int64_t version = world_case(w, id)->version;
	struct case_args fire = {.part = F7_FIRE, .note = "消防设计符合要求"};
	struct case_args defence = {.part = F7_DEFENCE, .note = "防空地下室设计符合要求"};
	CHECK(case_apply(&w->desk, id, version, ACTION_PART_AGREE, &t.housing, &fire, &r));
	CHECK(case_apply(&w->desk, id, version, ACTION_PART_AGREE, &t.defence, &defence, &r));
	/* a double click says nothing twice */
	CHECK(case_apply(&w->desk, id, version, ACTION_PART_AGREE, &t.defence, &defence, &r));
	assert_true(r.repeated);
	assert_int_equal(count(w, "document WHERE kind = 'part_opinion'", id), 2);
	assert_int_equal(world_try(w, id, ACTION_GRANT, &t.housing_chief, NULL, &r), ERR_FORBIDDEN);
	part_do(w, id, ACTION_PART_AGREE, &t.housing, F7_QUALITY, "手续齐全");

	world_do(w, id, ACTION_GRANT, &t.housing_chief, &(struct case_args){.valid_until = DAY_NONE});
	c = world_case(w, id);
	assert_int_equal(c->state, STATE_DECIDED);
	assert_string_equal(c->outcome, "granted");
	assert_int_equal(count(w, "certificate WHERE dept_code = 'housing'", id), 1);
	assert_int_equal(count(w, "document WHERE kind = 'part_opinion' AND dept_code = 'defence' AND number LIKE '%人防%联意字%'", id), 1);
	assert_int_equal(part_try(w, id, ACTION_PART_OBJECT, &t.defence, F7_DEFENCE), ERR_CONFLICT);
	chain_is_whole(w, id);
}

static void only_departments_that_are_asked_take_part(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	const struct mform_answer given[] = {{"defence", "none"}};
	struct actor who = world_person(w, "legal");
	int64_t id = world_draft_with(w, &who, "F7", given, 1);

	world_receive(w, &who, id);
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_ACCEPT, &t.housing, &right);
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->nparts, 1);
	assert_int_equal(c->parts[0].seq, F7_QUALITY); /* its number says which part it is, whoever else takes part */
	bool may;
	CHECK(case_open_to(&w->desk, &t.defence, id, c->dept_code, &may));
	assert_false(may);
}

static void an_objection_holds_the_grant(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_result r;

	for (int changed = 0; changed <= 1; changed++) {
		int64_t id = f7_reviewed(w, &t);
		part_do(w, id, ACTION_PART_AGREE, &t.housing, F7_FIRE, "符合");
		part_do(w, id, ACTION_PART_AGREE, &t.housing, F7_QUALITY, "符合");
		part_do(w, id, ACTION_PART_OBJECT, &t.defence, F7_DEFENCE, "面积不足");
		assert_int_equal(world_try(w, id, ACTION_GRANT, &t.housing_chief, NULL, &r), ERR_FORBIDDEN);
		assert_non_null(strstr(r.say, "不同意"));
		/* nobody else takes the objection back */
		assert_int_equal(part_try(w, id, ACTION_PART_AGREE, &t.housing_chief, F7_DEFENCE), ERR_FORBIDDEN);
		if (changed) {
			part_do(w, id, ACTION_PART_AGREE, &t.defence, F7_DEFENCE, "图纸已改");
			world_do(w, id, ACTION_GRANT, &t.housing_chief, &(struct case_args){.valid_until = DAY_NONE});
		} else {
			world_do(w, id, ACTION_REFUSE, &t.housing_chief, &(struct case_args){.reason = "人防面积不足"});
		}
		assert_string_equal(world_case(w, id)->outcome, changed ? "granted" : "refused");
		assert_int_equal(count(w, "document WHERE kind = 'part_opinion'", id), changed ? 4 : 3);
		chain_is_whole(w, id);
	}
}

/* --- who sees what ------------------------------------------------------------------------------------ */

static bool sees(struct world *w, const struct casework *by, const struct actor *a, int64_t id)
{
	bool may;

	CHECK(case_open_to(by, a, id, world_case(w, id)->dept_code, &may));
	return may;
}

static void a_department_sees_what_it_has_a_part_in(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	const enum action not_theirs[] = {ACTION_GRANT, ACTION_REFUSE, ACTION_BEGIN_REVIEW, ACTION_TERMINATE, ACTION_OPINE};

	int64_t id = f8_accepted(w, &t, "together");
	assert_true(sees(w, &w->desk, &t.market, id));
	assert_true(sees(w, &w->desk, &t.supervisor, id));
	assert_false(sees(w, &w->desk, &t.fire, id)); /* its part waits for the registration */
	assert_false(sees(w, &w->desk, &t.health, id));
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	assert_true(sees(w, &w->desk, &t.fire, id));
	assert_true(sees(w, &w->upload, &t.fire, id)); /* files are served by the same question */
	assert_false(sees(w, &w->desk, &t.health, id));
	assert_false(sees(w, &w->upload, &t.health, id));
	/* a part opens the case, and nothing in it but the part */
	for (size_t i = 0; i < LEN(not_theirs); i++) {
		struct case_result r;
		enum err e = world_try(w, id, not_theirs[i], &t.fire, &(struct case_args){.reason = "理由", .stance = "agree"}, &r);
		assert_true(e == ERR_FORBIDDEN || e == ERR_CONFLICT);
	}
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.fire, F8_SIGN), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.health, F8_FIRE), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.supervisor, F8_FIRE), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.clerk, F8_FIRE), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.fire, 77), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.fire, 0), ERR_FORBIDDEN);
	/* its list holds its own, and only what is open */
	struct sql_part_work_row *rows;
	size_t n, mine = 0;
	CHECK(sql_parts_open(w->desk.db, w, &(struct sql_parts_open_in){"fire", day_make(1900, 1, 1), 0, 0, 1000}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		mine += rows[i].case_id == id && rows[i].seq == F8_FIRE;
	assert_int_equal(mine, 1);
	part_do(w, id, ACTION_PART_GRANT, &t.fire, F8_FIRE, NULL);
	CHECK(sql_parts_open(w->desk.db, w, &(struct sql_parts_open_in){"fire", day_make(1900, 1, 1), 0, 0, 1000}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		assert_true(rows[i].case_id != id);
	assert_true(sees(w, &w->desk, &t.fire, id)); /* their decision is in it */
}

/* --- one thing, several decisions (REV-3) ------------------------------------------------------------- */

static void parts_come_in_their_order_and_are_refused_alone(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_result r;

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->nparts, 5);
	assert_string_equal(c->collect, "together");
	assert_int_equal(part(w, id, F8_REGISTRATION)->state, PART_OPEN);
	for (int64_t seq = F8_FOOD; seq <= F8_TOBACCO; seq++)
		assert_int_equal(part(w, id, seq)->state, PART_WAITING);
	/* before its turn nobody decides, and the lead decides for nobody */
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.market, F8_FOOD), ERR_FORBIDDEN);
	world_do(w, id, ACTION_BEGIN_REVIEW, &t.market, NULL);
	world_do(w, id, ACTION_OPINE, &t.market, &(struct case_args){.stance = "agree", .note = "符合"});
	assert_int_equal(world_try(w, id, ACTION_GRANT, &t.market, NULL, &r), ERR_FORBIDDEN);
	assert_int_equal(world_try(w, id, ACTION_REFUSE, &t.market, &(struct case_args){.reason = "理由"}, &r), ERR_FORBIDDEN);

	world_at(w, "2026-03-03", 9, 30);
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	assert_day(part(w, id, F8_FOOD)->due, "2026-03-12");  /* 7 from the day of the registration */
	assert_day(part(w, id, F8_FIRE)->due, "2026-03-17");  /* 10 */
	assert_day(part(w, id, F8_SIGN)->due, "2026-03-10");  /* 5 */
	part_do(w, id, ACTION_PART_REFUSE, &t.urban, F8_SIGN, "招牌遮挡消防通道");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_FOOD, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t.fire, F8_FIRE, NULL);
	assert_int_equal(world_case(w, id)->state, STATE_IN_REVIEW);
	/* all at once: nothing is handed over before the end */
	struct case_args receiver = {.part = F8_FOOD, .receiver = {"张示例", "self", "0028", true}};
	assert_int_equal(world_try(w, id, ACTION_PART_ISSUE, &t.issuer, &receiver, &r), ERR_FORBIDDEN);
	part_do(w, id, ACTION_PART_GRANT, &t.tobacco, F8_TOBACCO, NULL);

	c = world_case(w, id);
	assert_int_equal(c->state, STATE_DECIDED); /* by the system, with the last of them */
	assert_string_equal(c->outcome, "granted");
	assert_int_equal(count(w, "document WHERE kind = 'grant'", id), 4);
	assert_int_equal(count(w, "document WHERE kind = 'refusal' AND dept_code = 'urban'", id), 1);
	assert_int_equal(count(w, "document WHERE kind = 'parts_result'", id), 1);
	assert_int_equal(count(w, "certificate WHERE state = 'valid'", id), 4);
	assert_int_equal(count(w, "certificate WHERE dept_code = 'tobacco' AND name = '烟草专卖零售许可证'", id), 1);
	assert_int_equal(count(w, "document WHERE kind = 'certificate' AND dept_code = 'fire' AND number LIKE '%消防%证字%'", id), 1);
	assert_int_equal(count(w, "seal_use s JOIN document d ON d.id = s.document_id WHERE s.authority = '示例市消防救援大队'", id), 2);
	/* the refused one says why and where to turn, in its own department's name */
	assert_int_equal(count(w, "document WHERE kind = 'refusal' AND data LIKE '%招牌遮挡消防通道%' AND data LIKE '%行政复议%'"
				  " AND data LIKE '%示例市城市管理局%'", id), 1);
	chain_is_whole(w, id);
}

static void results_go_out_one_by_one(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_result r;
	struct case_args receiver = {.receiver = {"张示例", "self", "0028", true}};

	int64_t id = f8_accepted(w, &t, "singly");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	part_do(w, id, ACTION_PART_REFUSE, &t.urban, F8_SIGN, "不符合规划");
	receiver.part = F8_FOOD;
	assert_int_equal(world_try(w, id, ACTION_PART_ISSUE, &t.issuer, &receiver, &r), ERR_FORBIDDEN);
	receiver.part = F8_REGISTRATION;
	/* it is with the department; the window hands over what it has signed for (OUT-1) */
	assert_int_equal(world_try(w, id, ACTION_PART_ISSUE, &t.issuer, &receiver, &r), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_HAND_RESULT, &t.fire, F8_REGISTRATION), ERR_FORBIDDEN); /* not theirs */
	assert_int_equal(part_try(w, id, ACTION_PART_HAND_RESULT, &t.market, F8_FOOD), ERR_FORBIDDEN); /* not decided */
	part_do(w, id, ACTION_PART_HAND_RESULT, &t.market, F8_REGISTRATION, NULL);
	assert_string_equal(part(w, id, F8_REGISTRATION)->ready_by, t.market.name);
	assert_int_equal(part_try(w, id, ACTION_PART_HAND_RESULT, &t.market, F8_REGISTRATION), ERR_FORBIDDEN);
	assert_int_equal(count(w, "document WHERE kind = 'result_handover' AND dept_code = 'market' AND data LIKE '%营业执照%'", id), 1);
	assert_int_equal(count(w, "outbox WHERE subject = '其中一件可以领取' AND channel = 'sms'", id), 1);
	assert_int_equal(world_try(w, id, ACTION_PART_ISSUE, &t.market, &receiver, &r), ERR_FORBIDDEN); /* only the window */
	world_do(w, id, ACTION_PART_ISSUE, &t.issuer, &receiver);
	assert_int_equal(world_try(w, id, ACTION_PART_ISSUE, &t.issuer, &receiver, &r), ERR_FORBIDDEN); /* never twice */
	assert_string_equal(part(w, id, F8_REGISTRATION)->handed_to, "张示例");
	char *papers = world_sql(w, mem_fmt(w, "SELECT JSON_LENGTH(data, '$.papers') FROM document WHERE case_id = %lld AND kind = "
					       "'proof_of_service'", (long long)id));
	assert_int_equal(strtol(papers, NULL, 10), 2); /* its decision and its certificate, nobody else's */

	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_FOOD, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t.fire, F8_FIRE, NULL);
	part_do(w, id, ACTION_PART_REFUSE, &t.tobacco, F8_TOBACCO, "附近有学校");
	assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
	for (int64_t seq = F8_FOOD; seq <= F8_TOBACCO; seq++) {
		receiver.part = seq;
		assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
		const struct actor *by = seq == F8_FOOD ? &t.market : seq == F8_FIRE ? &t.fire : seq == F8_SIGN ? &t.urban : &t.tobacco;
		part_do(w, id, ACTION_PART_HAND_RESULT, by, seq, NULL);
		world_do(w, id, ACTION_PART_ISSUE, &t.clerk, &receiver);
	}
	assert_int_equal(world_case(w, id)->state, STATE_DELIVERED); /* nothing is left to issue */
	assert_int_equal(count(w, "document WHERE kind = 'proof_of_service'", id), 5);
	chain_is_whole(w, id);
}

static void what_the_lead_brings_brings_all_parts(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_args receiver = {.receiver = {"张示例", "self", "0028", true}, .part = F8_FIRE};

	int64_t id = f8_accepted(w, &t, "singly");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_FOOD, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t.fire, F8_FIRE, NULL);
	part_do(w, id, ACTION_PART_REFUSE, &t.urban, F8_SIGN, "不符合规划");
	part_do(w, id, ACTION_PART_REFUSE, &t.tobacco, F8_TOBACCO, "附近有学校");
	world_do(w, id, ACTION_HAND_RESULT, &t.market, NULL);
	assert_int_equal(world_case(w, id)->state, STATE_RESULT_READY);
	assert_int_equal(part_try(w, id, ACTION_PART_HAND_RESULT, &t.fire, F8_FIRE), ERR_CONFLICT);
	world_do(w, id, ACTION_PART_ISSUE, &t.issuer, &receiver); /* one of them */
	receiver.part = 0;
	world_do(w, id, ACTION_ISSUE, &t.issuer, &receiver); /* and the others together */
	assert_int_equal(count(w, "document WHERE kind = 'proof_of_service'", id), 2);
	char *papers = world_sql(w, mem_fmt(w, "SELECT JSON_LENGTH(data, '$.papers') FROM document WHERE case_id = %lld AND kind = "
					       "'proof_of_service' ORDER BY id DESC LIMIT 1", (long long)id));
	assert_int_equal(strtol(papers, NULL, 10), 7); /* two granted with their certificates, two refused, and the letter on all */
	chain_is_whole(w, id);
}

/* --- a promise from one part (F8: "promised 10 working days from ①") ----------------------------------- */

static char *promised_ledger(struct world *w, int64_t id)
{
	return world_sql(w, mem_fmt(w, "SELECT GROUP_CONCAT(act, ' ', on_day, ' ', IFNULL(due, '-') ORDER BY event_seq SEPARATOR '; ')"
				       " FROM clock_ledger WHERE clock = 'promised' AND case_id = %lld", (long long)id));
}

static void the_promise_counts_from_the_registration(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	struct casefile *c = world_case(w, id);
	assert_int_equal(c->due[CLOCK_PROMISED], DAY_NONE); /* accepted, and nothing is promised for a day yet */
	assert_false(c->running & CLOCK_BIT(CLOCK_PROMISED));
	assert_day(c->due[CLOCK_LEGAL], "2026-03-30"); /* the law's limit runs from acceptance all the same */
	assert_int_equal(count(w, "document WHERE kind = 'acceptance_notice' AND JSON_VALUE(data, '$.due.promised') IS NULL"
				  " AND JSON_VALUE(data, '$.limits.promised') LIKE '“营业执照%”办好之后%'", id), 1);
	world_at(w, "2026-03-04", 9, 30);
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	c = world_case(w, id);
	assert_day(c->due[CLOCK_PROMISED], "2026-03-18"); /* ten from the 4th */
	assert_true(c->running & CLOCK_BIT(CLOCK_PROMISED));
	assert_string_equal(promised_ledger(w, id), "start 2026-03-04 2026-03-18\n");
	assert_int_equal(count(w, "clock_ledger WHERE clock = 'promised' AND clause LIKE '%CQ 5.5.2%'", id), 1);
	world_at(w, "2026-03-05", 9, 30);
	part_do(w, id, ACTION_PART_GRANT, &t.fire, F8_FIRE, NULL); /* other parts start nothing */
	assert_day(world_case(w, id)->due[CLOCK_PROMISED], "2026-03-18");
	chain_is_whole(w, id);
}

static void a_refused_registration_starts_it_too(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	part_do(w, id, ACTION_PART_REFUSE, &t.market, F8_REGISTRATION, "场所不能用于经营");
	assert_day(world_case(w, id)->due[CLOCK_PROMISED], "2026-03-16"); /* the refusal has to come to the window, too */
	world_at(w, "2026-03-03", 9, 30);
	world_do(w, id, ACTION_HAND_RESULT, &t.market, NULL);
	assert_false(world_case(w, id)->running & CLOCK_BIT(CLOCK_PROMISED));
}

static void a_rest_before_the_promise_begins(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct clock_round round;

	world_at(w, "2024-11-04", 9, 30); /* Monday; the registration has one working day */
	int64_t id = f8_accepted(w, &t, "together");
	world_do(w, id, ACTION_BEGIN_REVIEW, &t.market, NULL);
	assert_day(part(w, id, F8_REGISTRATION)->due, "2024-11-05");
	world_do(w, id, ACTION_SUSPEND, &t.market, &(struct case_args){.procedure = 1, .reason = "申请人书面请求暂缓"});
	world_at(w, "2024-11-07", 9, 30);
	CHECK(clock_round(&w->clock, &round));
	assert_int_equal(round.failed, 0);
	assert_false(part(w, id, F8_REGISTRATION)->overdue); /* what rests is not late */
	world_do(w, id, ACTION_RESUME, &t.market, &(struct case_args){.reason = "已经完工"});
	assert_day(part(w, id, F8_REGISTRATION)->due, "2024-11-08");
	world_at(w, "2024-11-08", 9, 30);
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	assert_day(world_case(w, id)->due[CLOCK_PROMISED], "2024-11-22"); /* rests before its beginning do not lengthen it */
	world_do(w, id, ACTION_SUSPEND, &t.market, &(struct case_args){.procedure = 1, .reason = "申请人书面请求暂缓"});
	world_at(w, "2024-11-12", 9, 30);
	world_do(w, id, ACTION_RESUME, &t.market, &(struct case_args){.reason = "已经完工"});
	assert_day(world_case(w, id)->due[CLOCK_PROMISED], "2024-11-26");
	assert_string_equal(promised_ledger(w, id),
			    "pause 2024-11-04 -; resume 2024-11-07 -; start 2024-11-08 2024-11-22; pause 2024-11-08 -; "
			    "resume 2024-11-12 2024-11-26\n");
	chain_is_whole(w, id);
}

static void a_late_registration_is_on_record(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct clock_round round;

	world_at(w, "2024-11-25", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	world_at(w, "2024-11-27", 0, 5);
	CHECK(clock_round(&w->clock, &round));
	assert_true(part(w, id, F8_REGISTRATION)->overdue); /* although the promise of the whole has not begun */
}

/* --- revoked alone (C.2 row 23) ------------------------------------------------------------------------ */

static int64_t f8_granted(struct world *w, const struct team *t)
{
	int64_t id = f8_accepted(w, t, "together");

	part_do(w, id, ACTION_PART_GRANT, &t->market, F8_REGISTRATION, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t->market, F8_FOOD, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t->fire, F8_FIRE, NULL);
	part_do(w, id, ACTION_PART_REFUSE, &t->urban, F8_SIGN, "不符合规划");
	part_do(w, id, ACTION_PART_REFUSE, &t->tobacco, F8_TOBACCO, "附近有学校");
	return id;
}

static void one_part_is_revoked_alone(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_args ground = {.part = F8_FIRE, .reason = "检查时没有消防设施，与承诺不符。", .revoke = REVOKE_FALSE_PROMISE};
	struct case_result r;

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_granted(w, &t);
	/* not by another department, not what was refused, and never the case as a whole by its lead */
	assert_int_equal(world_try(w, id, ACTION_PART_REVOKE, &t.market, &ground, &r), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_REVOKE, &t.urban, F8_SIGN), ERR_FORBIDDEN);
	assert_int_equal(part_try(w, id, ACTION_PART_REVOKE, &t.fire, F8_FIRE), ERR_INVALID); /* no ground */
	struct case_args whole = {.reason = "理由", .revoke = REVOKE_UNLAWFUL};
	assert_int_equal(world_try(w, id, ACTION_REVOKE, &t.market, &whole, &r), ERR_FORBIDDEN);
	/* the food licence was examined: nobody promised anything there */
	struct case_args food = {.part = F8_FOOD, .reason = "理由", .revoke = REVOKE_FALSE_PROMISE};
	assert_int_equal(world_try(w, id, ACTION_PART_REVOKE, &t.market, &food, &r), ERR_INVALID);

	world_do(w, id, ACTION_PART_REVOKE, &t.fire, &ground);
	assert_int_equal(part(w, id, F8_FIRE)->state, PART_REVOKED);
	assert_int_equal(part(w, id, F8_FOOD)->state, PART_GRANTED);
	assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
	assert_int_equal(count(w, "certificate WHERE state = 'void' AND dept_code = 'fire'", id), 1);
	assert_int_equal(count(w, "certificate WHERE state = 'valid'", id), 2);
	assert_int_equal(count(w, "document WHERE kind = 'revocation' AND dept_code = 'fire' AND title = '撤销行政许可决定书'"
				  " AND data LIKE '%消防设施%' AND data LIKE '%行政复议%'", id), 1);
	assert_int_equal(count(w, "seal_use s JOIN document d ON d.id = s.document_id WHERE d.kind = 'revocation' AND s.authority ="
				  " '示例市消防救援大队'", id), 1);
	assert_int_equal(count(w, "credit_record WHERE reason LIKE '%消防设施%'", id), 1);
	assert_int_equal(count(w, "outbox WHERE subject = '其中一件的决定已撤销' AND channel = 'sms'", id), 1);
	assert_int_equal(part_try(w, id, ACTION_PART_REVOKE, &t.fire, F8_FIRE), ERR_FORBIDDEN); /* not twice */
	/* its decision stays what it was; the papers are still its own */
	assert_int_equal(count(w, "document WHERE kind = 'grant' AND id = (SELECT document_id FROM case_part p WHERE p.part = 'fire'"
				  " AND p.case_id = document.case_id)", id), 1);
	chain_is_whole(w, id);
}

static void with_the_last_grant_the_case_is_revoked(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	const struct actor *who[] = {&t.fire, &t.market, &t.market};
	const int64_t seq[] = {F8_FIRE, F8_FOOD, F8_REGISTRATION};

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_granted(w, &t);
	world_do(w, id, ACTION_HAND_RESULT, &t.market, NULL);
	for (size_t i = 0; i < LEN(seq); i++) {
		assert_int_equal(world_case(w, id)->state, STATE_RESULT_READY);
		world_do(w, id, ACTION_PART_REVOKE, who[i],
			 &(struct case_args){.part = seq[i], .reason = "违反法定程序", .revoke = REVOKE_UNLAWFUL});
	}
	assert_int_equal(world_case(w, id)->state, STATE_REVOKED);
	assert_int_equal(world_case(w, id)->running, 0);
	assert_int_equal(count(w, "certificate WHERE state = 'valid'", id), 0);
	assert_int_equal(count(w, "case_event WHERE action = 'parts_revoked' AND actor_kind = 'system'", id), 1);
	assert_int_equal(count(w, "credit_record WHERE 1", id), 0);
	chain_is_whole(w, id);
}

static void the_last_one_is_revoked_and_not_delivered(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	const struct actor *by[] = {&t.market, &t.fire, &t.urban, &t.tobacco};
	const int64_t given[] = {F8_REGISTRATION, F8_FIRE, F8_SIGN, F8_TOBACCO};

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_accepted(w, &t, "singly");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_FOOD, NULL);
	for (size_t i = 1; i < LEN(given); i++)
		part_do(w, id, ACTION_PART_REFUSE, by[i], given[i], "不符合条件");
	for (size_t i = 0; i < LEN(given); i++) { /* all but the food licence */
		part_do(w, id, ACTION_PART_HAND_RESULT, by[i], given[i], NULL);
		world_do(w, id, ACTION_PART_ISSUE, &t.issuer,
			 &(struct case_args){.part = given[i], .receiver = {"张示例", "self", "0028", true}});
	}
	for (int64_t seq = F8_REGISTRATION; seq <= F8_FOOD; seq++)
		world_do(w, id, ACTION_PART_REVOKE, &t.market,
			 &(struct case_args){.part = seq, .reason = "违反法定程序", .revoke = REVOKE_UNLAWFUL});
	assert_int_equal(world_case(w, id)->state, STATE_REVOKED);
	assert_int_equal(count(w, "case_event WHERE action = 'parts_delivered'", id), 0); /* nobody received the food licence */
}

static void revoked_before_the_others_are_decided(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	world_do(w, id, ACTION_PART_REVOKE, &t.market,
		 &(struct case_args){.part = F8_REGISTRATION, .reason = "以欺骗手段取得", .revoke = REVOKE_FRAUD});
	for (int64_t seq = F8_FOOD; seq <= F8_TOBACCO; seq++)
		assert_int_equal(part(w, id, seq)->state, PART_OPEN); /* each department judges for itself */
	assert_day(world_case(w, id)->due[CLOCK_PROMISED], "2026-03-16");
	part_do(w, id, ACTION_PART_REFUSE, &t.market, F8_FOOD, "没有营业执照");
	part_do(w, id, ACTION_PART_REFUSE, &t.fire, F8_FIRE, "没有营业执照");
	part_do(w, id, ACTION_PART_REFUSE, &t.urban, F8_SIGN, "没有营业执照");
	part_do(w, id, ACTION_PART_REFUSE, &t.tobacco, F8_TOBACCO, "没有营业执照");
	assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
	assert_string_equal(world_case(w, id)->outcome, "refused");
	chain_is_whole(w, id);
}

static void what_depends_on_a_refused_part_is_closed(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	int64_t id = f8_accepted(w, &t, "together");
	part_do(w, id, ACTION_PART_REFUSE, &t.market, F8_REGISTRATION, "场所不能用于经营");
	for (int64_t seq = F8_FOOD; seq <= F8_TOBACCO; seq++) {
		const struct case_part *p = part(w, id, seq);
		assert_int_equal(p->state, PART_CLOSED);
		assert_non_null(strstr(p->opinion, "营业执照"));
		assert_int_equal(p->due, DAY_NONE);
	}
	assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
	assert_string_equal(world_case(w, id)->outcome, "refused");
	chain_is_whole(w, id);
}

static void advice_instead_of_a_decision(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	int64_t id = f8_accepted(w, &t, "together");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	assert_int_equal(part_try(w, id, ACTION_PART_GUIDE, &t.fire, F8_FIRE), ERR_FORBIDDEN); /* has to be decided */
	part_do(w, id, ACTION_PART_GUIDE, &t.urban, F8_SIGN, "这条街不用审批，请装在一层以下。");
	assert_int_equal(part(w, id, F8_SIGN)->state, PART_GUIDED);
	assert_int_equal(count(w, "document WHERE kind = 'part_guidance' AND dept_code = 'urban'", id), 1);
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.urban, F8_SIGN), ERR_FORBIDDEN);
}

static void an_end_of_the_case_ends_its_parts(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_result r;

	int64_t id = f8_accepted(w, &t, "together");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	struct casefile *c = world_case(w, id);
	struct actor who = {.kind = ACTOR_APPLICANT, .id = c->account_id, .name = c->applicant_name};
	CHECK(case_apply(&w->apply, id, 0, ACTION_WITHDRAW, &who, NULL, &r));
	assert_int_equal(part(w, id, F8_REGISTRATION)->state, PART_GRANTED);
	for (int64_t seq = F8_FOOD; seq <= F8_TOBACCO; seq++)
		assert_int_equal(part(w, id, seq)->state, PART_CLOSED);
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.fire, F8_FIRE), ERR_CONFLICT);
}

static void a_case_that_rests_moves_the_days_of_its_parts(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	world_do(w, id, ACTION_BEGIN_REVIEW, &t.market, NULL);
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	assert_day(part(w, id, F8_SIGN)->due, "2026-03-09");
	world_at(w, "2026-03-04", 9, 30);
	world_do(w, id, ACTION_SUSPEND, &t.market, &(struct case_args){.procedure = 1, .reason = "申请人书面请求暂缓"});
	assert_int_equal(part_try(w, id, ACTION_PART_GRANT, &t.fire, F8_FIRE), ERR_CONFLICT);
	world_at(w, "2026-03-11", 9, 30);
	world_do(w, id, ACTION_RESUME, &t.market, &(struct case_args){.reason = "已经完工"});
	/* the day of suspension counts, that of resumption does not: five working days later */
	assert_day(part(w, id, F8_SIGN)->due, "2026-03-16");
	part_do(w, id, ACTION_PART_GRANT, &t.urban, F8_SIGN, NULL);
	assert_false(part(w, id, F8_SIGN)->overdue);
}

/* --- silence ------------------------------------------------------------------------------------------ */

/* four_clocks - as many machines at once. */
static void four_clocks(struct world *w)
{
	pid_t child[4];

	for (size_t i = 0; i < LEN(child); i++) {
		child[i] = fork();
		assert_true(child[i] >= 0);
		if (child[i] == 0) {
			struct casework mine = world_as(w, "clock");
			struct clock_round r;
			mine.now = w->clock.now;
			_exit(clock_round(&mine, &r) == ERR_NONE && r.failed == 0 ? 0 : 1);
		}
	}
	for (size_t i = 0; i < LEN(child); i++) {
		int status;
		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		assert_int_equal(status, 0);
	}
}

static int64_t alerts(struct world *w, int64_t id, const char *kind, const char *dept)
{
	return count(w, mem_fmt(w, "alert WHERE kind = '%s' AND dept_code = '%s'", kind, dept), id);
}

static void silence_counts_as_no_objection(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2024-09-02", 9, 30); /* Monday; three working days: Thursday */
	int64_t id = f7_reviewed(w, &t);
	part_do(w, id, ACTION_PART_AGREE, &t.housing, F7_FIRE, "符合");
	world_at(w, "2024-09-05", 23, 30);
	four_clocks(w);
	assert_int_equal(part(w, id, F7_DEFENCE)->state, PART_OPEN); /* the last day is not over */
	world_at(w, "2024-09-06", 0, 5);
	four_clocks(w);
	for (int64_t seq = F7_QUALITY; seq <= F7_DEFENCE; seq++) {
		assert_int_equal(part(w, id, seq)->state, PART_SILENT);
		assert_true(part(w, id, seq)->overdue);
	}
	assert_int_equal(part(w, id, F7_FIRE)->state, PART_AGREED);
	assert_int_equal(count(w, "case_event WHERE action = 'part_silent'", id), 2); /* once each, by four machines */
	assert_int_equal(alerts(w, id, "part_silent", "defence"), 1);
	assert_int_equal(alerts(w, id, "part_silent", "housing"), 1);
	/* it may still speak, until the case is decided */
	part_do(w, id, ACTION_PART_OBJECT, &t.defence, F7_DEFENCE, "面积不足");
	struct case_result r;
	assert_int_equal(world_try(w, id, ACTION_GRANT, &t.housing_chief, NULL, &r), ERR_FORBIDDEN);
	part_do(w, id, ACTION_PART_AGREE, &t.defence, F7_DEFENCE, "已补足");
	assert_true(part(w, id, F7_DEFENCE)->overdue); /* what was late stays on record */
	world_do(w, id, ACTION_GRANT, &t.housing_chief, &(struct case_args){.valid_until = DAY_NONE});
	chain_is_whole(w, id);
}

static void every_late_part_of_a_department_is_told(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct clock_round round;

	world_at(w, "2024-09-23", 9, 30);
	int64_t id = f7_reviewed(w, &t); /* two opinions of housing, due on the same day */
	world_at(w, "2024-09-27", 0, 5);
	CHECK(clock_round(&w->clock, &round));
	for (int64_t seq = F7_FIRE; seq <= F7_QUALITY; seq++)
		assert_int_equal(count(w, mem_fmt(w, "alert WHERE kind = 'part_silent' AND dept_code = 'housing' AND text LIKE '%%%s%%'",
						  part(w, id, seq)->number), id), 1);
}

static void who_spoke_in_time_is_never_late(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2026-03-02", 9, 30); /* Monday; three working days: Thursday */
	int64_t id = f7_reviewed(w, &t);
	part_do(w, id, ACTION_PART_OBJECT, &t.defence, F7_DEFENCE, "面积不足");
	world_at(w, "2026-03-12", 9, 30);
	part_do(w, id, ACTION_PART_AGREE, &t.defence, F7_DEFENCE, "已补足"); /* a later word is no late word */
	assert_false(part(w, id, F7_DEFENCE)->overdue);
	part_do(w, id, ACTION_PART_AGREE, &t.housing, F7_FIRE, "符合"); /* the first word of this one is */
	assert_true(part(w, id, F7_FIRE)->overdue);
}

static void who_speaks_while_the_case_rests_is_not_late(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f7_reviewed(w, &t);
	world_at(w, "2026-03-04", 9, 30); /* one day is left */
	/* as a revision would have it that lists a special procedure whose time does not count (domain 0-6) */
	world_sql(w, mem_fmt(w, "UPDATE cases SET state = 'special_procedure', procedure_at = 1, running = running & ~8 WHERE id = %1$lld;"
				" INSERT INTO clock_ledger (case_id, event_seq, clock, act, on_day, clause) SELECT %1$lld, MAX(seq),"
				" 'promised', 'pause', '2026-03-04', 'ALL 45' FROM case_event WHERE case_id = %1$lld", (long long)id));
	world_at(w, "2026-03-10", 9, 30);
	part_do(w, id, ACTION_PART_AGREE, &t.defence, F7_DEFENCE, "符合");
	assert_false(part(w, id, F7_DEFENCE)->overdue);
}

static void what_comes_after_an_opinion_begins_with_it(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	for (int objects = 0; objects <= 1; objects++) {
		world_at(w, "2026-03-02", 9, 30); /* Monday */
		int64_t id = f7_reviewed(w, &t);
		/* as a revision would have it whose defence comes after fire */
		world_sql(w, mem_fmt(w, "UPDATE case_part SET after_seq = %d, state = 'waiting', opened_day = NULL, due = NULL"
					" WHERE case_id = %lld AND seq = %d", F7_FIRE, (long long)id, F7_DEFENCE));
		world_at(w, "2026-03-04", 9, 30);
		part_do(w, id, objects ? ACTION_PART_OBJECT : ACTION_PART_AGREE, &t.housing, F7_FIRE, "意见");
		assert_int_equal(part(w, id, F7_DEFENCE)->state, PART_OPEN); /* an objection is no refusal */
		assert_day(part(w, id, F7_DEFENCE)->due, "2026-03-09");
	}
}

static void an_act_on_the_whole_minds_the_version(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	struct case_result r;

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f7_reviewed(w, &t);
	int64_t version = world_case(w, id)->version;
	part_do(w, id, ACTION_PART_OBJECT, &t.defence, F7_DEFENCE, "面积不足");
	/* the page was drawn before the objection; that a part is named changes nothing */
	struct case_args args = {.part = F7_DEFENCE, .reason = "条件变化"};
	assert_int_equal(case_apply(&w->desk, id, version, ACTION_TERMINATE, &t.housing_chief, &args, &r), ERR_CONFLICT);
}

static void silence_is_never_a_grant(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);

	world_at(w, "2024-10-14", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	world_at(w, "2024-10-22", 9, 0); /* five working days of the signboard end on the 21st */
	four_clocks(w);
	four_clocks(w);
	const struct case_part *p = part(w, id, F8_SIGN);
	assert_int_equal(p->state, PART_OPEN);
	assert_true(p->overdue);
	assert_int_equal(alerts(w, id, "part_overdue", "urban"), 1);
	assert_int_equal(count(w, "case_event WHERE action = 'part_silent'", id), 1);
	assert_int_equal(count(w, "certificate WHERE dept_code = 'urban'", id), 0);
	part_do(w, id, ACTION_PART_GRANT, &t.urban, F8_SIGN, NULL);
	assert_true(part(w, id, F8_SIGN)->overdue);
	chain_is_whole(w, id);
}

/* --- everybody at once -------------------------------------------------------------------------------- */

static void departments_decide_at_the_same_moment(void **state)
{
	struct world *w = *state;
	struct team t = team_of(w);
	const struct actor *who[] = {&t.market, &t.fire, &t.urban, &t.tobacco};
	pid_t child[8];

	world_at(w, "2026-03-02", 9, 30);
	int64_t id = f8_accepted(w, &t, "together");
	part_do(w, id, ACTION_PART_GRANT, &t.market, F8_REGISTRATION, NULL);
	int64_t version = world_case(w, id)->version;
	for (size_t i = 0; i < LEN(child); i++) {
		child[i] = fork();
		assert_true(child[i] >= 0);
		if (child[i] == 0) {
			struct casework mine = world_as(w, "desk");
			struct case_args args = {.part = F8_FOOD + (int64_t)(i % 4)};
			struct case_result r;
			mine.now = w->desk.now;
			_exit(case_apply(&mine, id, version, ACTION_PART_GRANT, who[i % 4], &args, &r) == ERR_NONE ? 0 : 1);
		}
	}
	for (size_t i = 0; i < LEN(child); i++) {
		int status;
		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		/* the second click of each finds the first one's work done, or the case decided */
		assert_true(WIFEXITED(status));
	}
	assert_int_equal(count(w, "case_event WHERE action = 'part_grant'", id), 5);
	assert_int_equal(count(w, "case_event WHERE action = 'parts_conclude'", id), 1);
	assert_int_equal(count(w, "certificate WHERE state = 'valid'", id), 5);
	assert_int_equal(world_case(w, id)->state, STATE_DECIDED);
	chain_is_whole(w, id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(departments_work_side_by_side),
		cmocka_unit_test(only_departments_that_are_asked_take_part),
		cmocka_unit_test(an_objection_holds_the_grant),
		cmocka_unit_test(a_department_sees_what_it_has_a_part_in),
		cmocka_unit_test(parts_come_in_their_order_and_are_refused_alone),
		cmocka_unit_test(results_go_out_one_by_one),
		cmocka_unit_test(what_the_lead_brings_brings_all_parts),
		cmocka_unit_test(the_promise_counts_from_the_registration),
		cmocka_unit_test(a_refused_registration_starts_it_too),
		cmocka_unit_test(a_rest_before_the_promise_begins),
		cmocka_unit_test(a_late_registration_is_on_record),
		cmocka_unit_test(one_part_is_revoked_alone),
		cmocka_unit_test(with_the_last_grant_the_case_is_revoked),
		cmocka_unit_test(the_last_one_is_revoked_and_not_delivered),
		cmocka_unit_test(revoked_before_the_others_are_decided),
		cmocka_unit_test(what_depends_on_a_refused_part_is_closed),
		cmocka_unit_test(advice_instead_of_a_decision),
		cmocka_unit_test(an_end_of_the_case_ends_its_parts),
		cmocka_unit_test(a_case_that_rests_moves_the_days_of_its_parts),
		cmocka_unit_test(silence_counts_as_no_objection),
		cmocka_unit_test(every_late_part_of_a_department_is_told),
		cmocka_unit_test(who_spoke_in_time_is_never_late),
		cmocka_unit_test(who_speaks_while_the_case_rests_is_not_late),
		cmocka_unit_test(what_comes_after_an_opinion_begins_with_it),
		cmocka_unit_test(an_act_on_the_whole_minds_the_version),
		cmocka_unit_test(silence_is_never_a_grant),
		cmocka_unit_test(departments_decide_at_the_same_moment),
	};

	return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
