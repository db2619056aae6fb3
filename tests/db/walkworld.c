#include "db/walkworld.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/account.h"
#include "domain/identity.h"
#include "domain/intake.h"
#include "domain/matter_publish.h"
#include "domain/promise.h"
#include "unit/sample_calendar.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

/* --- dice -------------------------------------------------------------------------------------------- */

static uint64_t dice_next(struct dice *d) /* splitmix64 */
{
	uint64_t z = d->at += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

uint32_t dice_roll(struct dice *d, uint32_t sides)
{
	return (uint32_t)(dice_next(d) >> 33) % sides;
}

bool dice_in(struct dice *d, uint32_t n, uint32_t sides)
{
	return dice_roll(d, sides) < n;
}

/* --- matters ----------------------------------------------------------------------------------------- */

static struct trait_span span_roll(struct dice *d)
{
	return (struct trait_span){.visit = dice_in(d, 1, 3), .days = 1 + (int)dice_roll(d, 12),
				   .rests_legal = dice_in(d, 1, 2), .rests_promised = dice_in(d, 1, 2)};
}

static struct trait trait_roll(struct dice *d)
{
	static const struct {
		int legal;
		const char *legal_unit;
		int promised;
		const char *promised_unit;
	} limits[] = {{20, "working_day", 7, "working_day"}, {10, "working_day", 1, "half_day"},
		      {30, "natural_day", 10, "natural_day"}, {1, "month", 8, "working_day"},
		      {7, "natural_day", 3, "working_day"}, {2, "month", 1, "month"}};
	static const char *const kinds[] = {"instant", "promised", "promised", "upward"};
	size_t at = dice_roll(d, LEN(limits));
	struct trait t = {
		.kind = kinds[dice_roll(d, LEN(kinds))], .dept = dice_in(d, 1, 2) ? "civil" : "market",
		.dept_accepts = dice_in(d, 1, 3), .confirms = dice_in(d, 1, 3), .whole = dice_in(d, 1, 5),
		.from_application = dice_in(d, 1, 3), .gap_days = dice_in(d, 2, 3) ? 1 + (int)dice_roll(d, 3) : 0,
		.check_days = dice_in(d, 1, 2) ? 20 + (int)dice_roll(d, 40) : 0, .legal = limits[at].legal,
		.legal_unit = limits[at].legal_unit, .promised = limits[at].promised,
		.promised_unit = limits[at].promised_unit, .extension = dice_in(d, 2, 3) ? 5 + (int)dice_roll(d, 6) : 0,
		.delivery = dice_in(d, 1, 2) ? 3 + (int)dice_roll(d, 8) : 0, .mail_days = 1 + (int)dice_roll(d, 2),
		.nspecial = (int)dice_roll(d, 3), .nsuspension = (int)dice_roll(d, 3), .letter = dice_in(d, 2, 3),
	};

	for (int i = 0; i < 2; i++) {
		t.special[i] = span_roll(d);
		t.suspension[i] = span_roll(d);
	}
	return t;
}

/* part_roll - one of those at place `i`; it may wait for one before it, but for the lead's own decision nobody waits. */
static struct trait_part part_roll(struct dice *d, const struct trait *t, int i, int own)
{
	static const char *const depts[] = {"civil", "market", "fire"};
	uint32_t kind = dice_roll(d, 5);
	struct trait_part p = {
		.dept = depts[dice_roll(d, LEN(depts))], .days = 1 + (int)dice_roll(d, 8),
		.kind = kind == 0 ? PART_GUIDANCE : kind > 1 && t->several ? PART_DECISION : PART_OPINION,
		.after = i > 0 && dice_in(d, 1, 2) ? 1 + (int)dice_roll(d, (uint32_t)i) : 0,
		.may_guide = dice_in(d, 1, 3), .asked = i > 0 && dice_in(d, 1, 3), .promises = dice_in(d, 1, 3),
	};

	if (p.after == own + 1)
		p.after = 0;
	if (t->several ? i < 2 : i == own)
		p.kind = PART_DECISION;
	if (i == own) {
		p.dept = t->dept;
		p.after = 0;
		p.asked = false;
	}
	return p;
}

/* joint_roll - parts for a matter: one decision of the lead's with opinions to it, like F7, or several decisions, like F8. */
static void joint_roll(struct dice *d, struct trait *t)
{
	t->kind = "joint";
	t->several = dice_in(d, 1, 2);
	t->nparts = 2 + (int)dice_roll(d, TRAIT_PARTS - 1);
	int own = t->several ? -1 : (int)dice_roll(d, (uint32_t)t->nparts);
	for (int i = 0; i < t->nparts; i++)
		t->part[i] = part_roll(d, t, i, own);
	int first = (int)dice_roll(d, (uint32_t)t->nparts);
	t->part[first].starts_promise = t->several && t->part[first].kind == PART_DECISION;
}

/* replace - the part of the text from `from` (its first place after `after`) through the `n` bytes behind it. */
static char *replace(void *ctx, const char *text, const char *after, const char *from, const char *with)
{
	const char *start = strstr(text, after), *at = start ? strstr(start, from) : NULL;

	if (!at)
		fail_msg("the sample has no %s", from);
	return mem_fmt(ctx, "%.*s%s%s", (int)(at - text), text, with, at + strlen(from));
}

/* replace_object - "key": { ... } as a whole. */
static char *replace_object(void *ctx, const char *text, const char *key, const char *with)
{
	char *opening = mem_fmt(ctx, "\"%s\": {", key);
	const char *at = strstr(text, opening), *end = at ? at + strlen(opening) : NULL;

	assert_non_null(at);
	for (int depth = 1; depth > 0; end++)
		depth += *end == '{' ? 1 : *end == '}' ? -1 : 0;
	return mem_fmt(ctx, "%.*s\"%s\": %s%s", (int)(at - text), text, key, with, end);
}

static const char *yes(bool b)
{
	return b ? "true" : "false";
}

static char *spans_json(void *ctx, const struct trait_span *s, int n, bool special)
{
	char *out = mem_str(ctx, "");

	for (int i = 0; i < n; i++) {
		char *of = special ? mem_fmt(ctx, "\"kind\": \"%s\", \"days\": %d, ",
					     s[i].visit ? "site_inspection" : "expert_review", s[i].days)
				   : mem_str(ctx, "");
		out = mem_fmt(ctx, "%s%s{\"name\": \"情形%d\", %s\"explain\": \"测试用。\", \"excludes_from_legal\": %s, "
				   "\"excludes_from_promised\": %s}",
			      out, i ? ", " : "", i + 1, of, yes(s[i].rests_legal), yes(s[i].rests_promised));
	}
	return out;
}

static char *limits_json(void *ctx, const struct trait *t)
{
	char *more = mem_str(ctx, "");

	if (t->extension)
		more = mem_fmt(ctx, "\"extension\": [{\"n\": %d, \"unit\": \"working_day\", \"explain\": \"测试用。\"}], ",
			       t->extension);
	if (t->delivery)
		more = mem_fmt(ctx, "%s\"delivery\": [{\"n\": %d, \"unit\": \"working_day\", \"explain\": \"测试用。\"}], ", more,
			       t->delivery);
	for (int i = 0; i < t->nparts; i++)
		if (t->part[i].starts_promise)
			more = mem_fmt(ctx, "%s\"promised_from\": \"p%d\", ", more, i + 1);
	return mem_fmt(ctx, "{\"legal\": {\"n\": %d, \"unit\": \"%s\", \"explain\": \"测试用。\"}, "
			    "\"promised\": {\"n\": %d, \"unit\": \"%s\", \"explain\": \"测试用。\"}, %s"
			    "\"special\": [%s], \"suspension\": [%s], \"clock_start\": \"%s\"}",
		       t->legal, t->legal_unit, t->promised, t->promised_unit, more,
		       spans_json(ctx, t->special, t->nspecial, true),
		       spans_json(ctx, t->suspension, t->nsuspension, false),
		       t->from_application ? "application" : "acceptance");
}

static char *settings_json(void *ctx, const struct trait *t)
{
	char *more = mem_str(ctx, "");

	if (t->gap_days)
		more = mem_fmt(ctx, "\"allow_deficient\": true, \"gap_days\": %d, ", t->gap_days);
	if (t->check_days)
		more = mem_fmt(ctx, "%s\"allow_commitment\": true, \"check_days\": %d, \"commitment_explain\": \"测试用。\", ", more,
			       t->check_days);
	return mem_fmt(ctx, "{\"acceptance_authority\": \"%s\", \"correction_needs_dept_confirm\": %s, "
			    "\"incomplete\": \"%s\", %s\"mail_within_wd\": %d}",
		       t->dept_accepts ? "dept" : "window", yes(t->confirms), t->whole ? "return" : "correct", more,
		       t->mail_days);
}

static const struct {
	const char *code, *name;
} bodies[] = {{"civil", "示例市民政局"}, {"market", "示例市市场监督管理局"}, {"fire", "示例市消防救援大队"}};

static char *part_json(void *ctx, const struct trait *t, int i)
{
	static const char *const more = "{\"field\": \"old_card\", \"equals\": \"1\"}";
	const struct trait_part *p = &t->part[i];
	char *out = mem_fmt(ctx, "{\"key\": \"p%d\", \"name\": \"环节%d\", \"dept\": \"%s\", \"days\": %d, ", i + 1, i + 1, p->dept,
			    p->days);

	for (size_t b = 0; b < LEN(bodies); b++)
		if (text_eq(bodies[b].code, p->dept))
			out = mem_fmt(ctx, "%s\"body\": \"%s\", ", out, bodies[b].name);
	if (p->after)
		out = mem_fmt(ctx, "%s\"after\": \"p%d\", ", out, p->after);
	if (p->asked)
		out = mem_fmt(ctx, "%s\"when\": %s, ", out, more);
	if (p->promises)
		out = mem_fmt(ctx, "%s\"on_promise\": %s, ", out, more);
	if (p->kind == PART_DECISION)
		out = mem_fmt(ctx, "%s\"decides\": true, \"result\": \"结果%d\", ", out, i + 1);
	return mem_fmt(ctx, "%s\"guidance_only\": %s, \"may_guide\": %s, \"explain\": \"测试用。\"}", out,
		       yes(p->kind == PART_GUIDANCE), yes(p->may_guide));
}

/* joint_json - the matter with its parts, and the question how the results are to be collected. */
static char *joint_json(void *ctx, const char *text, const struct trait *t)
{
	char *parts = mem_str(ctx, "");

	for (int i = 0; i < t->nparts; i++)
		parts = mem_fmt(ctx, "%s%s%s", parts, i ? ", " : "", part_json(ctx, t, i));
	if (t->several)
		text = replace(ctx, text, "\"title\": \"证件\"", "{\"key\": \"old_card\"",
			       "{\"key\": \"collect\", \"label\": \"怎样领结果\", \"type\": \"choice\", \"required\": true, \"options\":"
			       " [{\"value\": \"together\", \"label\": \"一起领\"}, {\"value\": \"singly\", \"label\": \"单独领\"}]},"
			       " {\"key\": \"old_card\"");
	return replace(ctx, text, "\"settings\"", "\"settings\"",
		       mem_fmt(ctx, "\"joint_depts\": [\"示例市民政局\", \"示例市市场监督管理局\"], \"parts\": [%s], \"settings\"",
			       parts));
}

/* matter_json - the sample matter F6 with this nature. */
static char *matter_json(void *ctx, const char *sample, const struct trait *t, int i)
{
	char *text = replace_object(ctx, sample, "limits", limits_json(ctx, t));

	text = replace_object(ctx, text, "settings", settings_json(ctx, t));
	text = replace(ctx, text, "\"kind\"", "instant", t->kind);
	text = replace(ctx, text, "\"code\"", "4002011901001", mem_fmt(ctx, "4002011901%03d", 100 + i));
	text = replace(ctx, text, "\"catalog_code\"", "002011901001", mem_fmt(ctx, "002011901%03d", 100 + i));
	text = replace(ctx, text, "\"name\"", "老年人优待证", mem_fmt(ctx, "测试事项%d", i));
	if (text_eq(t->dept, "market")) {
		text = replace(ctx, text, "\"code\"", "11410599MBXX00051X", "11410599MBXX00019J");
		text = replace(ctx, text, "\"dept\"", "civil", "market");
	}
	if (t->gap_days)
		text = replace(ctx, text, "\"key\": \"photo\"", "\"necessity\": \"required\"",
			       "\"necessity\": \"deficient_ok\"");
	if (t->check_days)
		text = replace(ctx, text, "\"key\": \"id_card\"", "\"necessity\":",
			       "\"commitment_replaceable\": true, \"necessity\":");
	return t->nparts ? joint_json(ctx, text, t) : text;
}

static void matters_make(struct walkworld *w, uint64_t seed)
{
	struct publication *all = mem_array(w->ctx, struct publication, TRAITS);
	struct casework publish = walkworld_as(w, "matter-publish");
	char *sample = file_text(w->ctx, "sql/sample/matters/F6.json");
	struct dice d = {seed}, joint = {~seed};
	struct texts faults;

	for (int i = 0; i < TRAITS; i++) {
		w->trait[i] = trait_roll(&d);
		if (i < TRAITS_JOINT)
			joint_roll(&joint, &w->trait[i]);
		char *text = matter_json(w->ctx, sample, &w->trait[i], i);
		if (publication_read(w->ctx, text, strlen(text), &all[i], &faults) != ERR_NONE)
			fail_msg("matter %d: %s", i, faults.at[0]);
	}
	CHECK(matters_publish(publish.db, w->ctx, all, TRAITS, msec_make(day_make(2023, 12, 1), 9, 0, 0, 0), false));
	talloc_free(publish.db);
	for (int i = 0; i < TRAITS; i++) {
		struct matter *m;
		CHECK(matter_load_current(w->apply.db, w->ctx, all[i].m->code, &m));
		w->matter[i] = m;
		if (w->trait[i].letter)
			scratchdb_do(w->db, mem_fmt(w->ctx,
						    "INSERT INTO auth_letter (number, dept_code, matter_id, powers, valid_from,"
						    " valid_until, signed_by, entered_by, entered_at) VALUES ('授%d', '%s', %lld,"
						    " 'accept decide', '2024-01-01', '2025-09-30', '示例', 1, '2024-01-01')",
						    i, w->trait[i].dept, (long long)m->id));
	}
}

/* --- people ------------------------------------------------------------------------------------------ */

static struct actor officer(struct walkworld *w, int place, uint32_t role, const char *dept)
{
	return (struct actor){.kind = ACTOR_STAFF, .id = 1000 + place, .roles = role, .post = role_name(role), .dept = dept,
			      .name = mem_fmt(w->ctx, "示例·%s%d", role_name(role), place)};
}

static void officers_make(struct walkworld *w)
{
	static const struct {
		uint32_t role;
		int place;
	} centre[] = {{ROLE_PRE_REVIEWER, WHO_PRE_REVIEWER}, {ROLE_PRE_REVIEWER, WHO_PRE_REVIEWER_2},
		      {ROLE_CLERK, WHO_CLERK}, {ROLE_CLERK, WHO_CLERK_2}, {ROLE_CLERK, WHO_SUBSTITUTE},
		      {ROLE_ISSUER, WHO_ISSUER}, {ROLE_COORDINATOR, WHO_COORDINATOR}, {ROLE_MANAGER, WHO_MANAGER},
		      {ROLE_SUPERVISOR, WHO_SUPERVISOR}};
	static const uint32_t dept[] = {ROLE_REVIEWER, ROLE_REVIEWER, ROLE_CHIEF, ROLE_LEADER};

	for (size_t i = 0; i < LEN(centre); i++)
		w->who[centre[i].place] = officer(w, centre[i].place, centre[i].role, NULL);
	for (int i = 0; i < 4; i++) {
		w->who[WHO_REVIEWER + i] = officer(w, WHO_REVIEWER + i, dept[i], "civil");
		w->who[WHO_MARKET + i] = officer(w, WHO_MARKET + i, dept[i], "market");
		w->who[WHO_FIRE + i] = officer(w, WHO_FIRE + i, dept[i], "fire");
	}
	w->who[WHO_SUBSTITUTE].acting_for = w->who[WHO_CLERK].id;
	w->who[WHO_SUBSTITUTE].acting_name = w->who[WHO_CLERK].name;
	w->who[WHO_SYSTEM] = actor_system();
}

static const char *const numbers[WALK_ACCOUNTS] = {"410599199003070028", "410599196208151012", "410599195501010024",
						   "410599194903120039"};

/* number_made - an identity number of nobody's with the check character that fits. */
static char *number_made(void *ctx, const char *like)
{
	for (const char *c = "0123456789X"; *c; c++) {
		char *no = mem_fmt(ctx, "%.17s%c", like, *c);
		if (identity_check(IDENTITY_RESIDENT, no, day_make(2024, 1, 1)).fault == IDENTITY_FINE)
			return no;
	}
	fail_msg("no check character fits %s", like);
	return NULL;
}

static void applicants_make(struct walkworld *w)
{
	for (int i = 0; i < WALK_ACCOUNTS; i++) {
		struct account_problem problem;
		struct account_new in = {.kind = "natural", .name = mem_fmt(w->ctx, "%s示例", i % 2 ? "李" : "张"),
					 .id_type = IDENTITY_RESIDENT, .id_no = number_made(w->ctx, numbers[i]),
					 .phone = mem_fmt(w->ctx, "1380000010%d", i), .address = "示例市为民路100号",
					 .email = "someone@example.org", .password = "Test-portal-2026"};
		int64_t id = 0;
		enum err e = account_create(&w->account, &in, &id, &problem);
		if (e != ERR_NONE)
			fail_msg("account: %s %s", err_name(e), text_or(problem.message, ""));
		w->who[WHO_APPLICANT + i] = (struct actor){.kind = i % 2 ? ACTOR_AGENT : ACTOR_APPLICANT, .id = id,
							   .name = in.name};
	}
}

/* --- the world --------------------------------------------------------------------------------------- */

struct casework walkworld_as(const struct walkworld *w, const char *program)
{
	struct conf *conf = scratchdb_conf(w->db, program);
	struct casework out = {.ctx = w->ctx, .conf = conf, .now = w->now, .calendar = w->apply.calendar};
	struct keys *keys;

	CHECK(keys_load(w->ctx, conf->key_file, &keys));
	out.keys = keys;
	CHECK(db_open(w->ctx, conf, program, &out.db));
	out.matters = matter_cache_new(w->ctx, TRAITS + 1);
	return out;
}

static const struct mform_answer form_answers[] = {
	{"household", "local"}, {"kin_name", "王示例"}, {"kin_phone", "13800000001"}, {"truth", "1"},
};

struct walkworld *walkworld_make(const char *name, uint64_t seed)
{
	struct walkworld *w = mem_new(NULL, struct walkworld);

	w->ctx = w;
	CHECK(crypt_start());
	w->db = scratchdb_make(w, name);
	assert_non_null(w->db);
	scratchdb_load(w->db, "sql/sample/0010_dept.sql");
	w->now = msec_make(day_make(2024, 1, 2), 9, 0, 0, 0);
	w->apply.calendar = sample_calendar(w);
	w->apply = walkworld_as(w, "apply");
	w->account = walkworld_as(w, "account");
	w->upload = walkworld_as(w, "upload");
	w->desk = walkworld_as(w, "desk");
	w->clock = walkworld_as(w, "clock");
	w->eventcheck = walkworld_as(w, "eventcheck");
	w->answers = (struct mform_answers){form_answers, LEN(form_answers)};
	matters_make(w, seed);
	officers_make(w);
	applicants_make(w);
	walkworld_now(w, w->now);
	return w;
}

void walkworld_now(struct walkworld *w, msec now)
{
	struct casework *all[] = {&w->account, &w->apply, &w->upload, &w->desk, &w->clock, &w->eventcheck};
	void *fresh = talloc_new(w);

	if (w->apply.ctx != w->ctx)
		talloc_free(w->apply.ctx);
	w->now = now;
	for (size_t i = 0; i < LEN(all); i++) {
		all[i]->now = now;
		all[i]->ctx = fresh;
	}
}

/* Tables that hang on cases, children first. */
void walkworld_empty(struct walkworld *w)
{
	struct answer a = scratchdb_ask(w->db, w->apply.ctx,
					"SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = DATABASE()"
					" AND (column_name IN ('case_id', 'document_id') OR table_name IN ('cases', 'doc_counter', 'case_counter'))");

	for (size_t i = 0; i < a.rows; i++)
		scratchdb_do(w->db, mem_fmt(w->apply.ctx, "SET FOREIGN_KEY_CHECKS = 0; TRUNCATE TABLE %s; SET FOREIGN_KEY_CHECKS = 1",
					    a.at[i][0]));
}

static const struct {
	const char *fault, *sql; /* the statement finds what is wrong */
} books[] = {
	{"numbers of documents have a gap or a twin",
	 "SELECT CONCAT(dept_code, series, year) FROM document WHERE series IS NOT NULL GROUP BY dept_code, series, year"
	 " HAVING COUNT(DISTINCT serial) <> COUNT(*) OR MIN(serial) <> 1 OR MAX(serial) <> COUNT(*)"},
	{"a counter is not at its last number",
	 "SELECT c.series FROM doc_counter c LEFT JOIN (SELECT dept_code, series, year, MAX(serial) n FROM document GROUP BY"
	 " dept_code, series, year) d USING (dept_code, series, year) WHERE NOT c.n <=> d.n"},
	{"a document with legal effect has no seal, or another has one",
	 "SELECT d.kind FROM document d LEFT JOIN seal_use s ON s.document_id = d.id WHERE (s.document_id IS NULL) <>"
	 " (d.kind IN ('submission_receipt', 'pre_review_opinion', 'gap_promise', 'handover_slip', 'handover_receipt',"
	 " 'review_opinion', 'result_handover', 'proof_of_service', 'waybill', 'archive_list', 'check_record'))"},
	{"a grant without its certificate, or a certificate of nothing",
	 "SELECT c.id FROM cases c LEFT JOIN certificate h ON h.case_id = c.id WHERE c.collect IS NULL GROUP BY c.id"
	 " HAVING COUNT(h.id) <> (MAX(c.outcome) <=> 'granted')"},
	{"a part that was granted without its certificate, or a certificate of no part",
	 "SELECT c.id FROM cases c WHERE c.collect IS NOT NULL AND (SELECT GROUP_CONCAT(h.document_id ORDER BY h.document_id)"
	 " FROM certificate h WHERE h.case_id = c.id) <> (SELECT GROUP_CONCAT(p.certificate_id ORDER BY p.certificate_id)"
	 " FROM case_part p WHERE p.case_id = c.id AND p.state IN ('granted', 'revoked'))"},
	{"a part counts more or fewer certificates than grants",
	 "SELECT c.id FROM cases c WHERE c.collect IS NOT NULL AND ((SELECT COUNT(*) FROM certificate h WHERE h.case_id = c.id)"
	 " <> (SELECT COUNT(*) FROM case_event e WHERE e.case_id = c.id AND e.action = 'part_grant') OR (SELECT COUNT(*) FROM"
	 " certificate h WHERE h.case_id = c.id) <> (SELECT COUNT(*) FROM case_part p WHERE p.case_id = c.id AND p.state IN"
	 " ('granted', 'revoked')))"},
	{"a certificate that is valid although revoked, or the other way round",
	 "SELECT c.id FROM cases c JOIN certificate h ON h.case_id = c.id LEFT JOIN case_part p ON p.case_id = c.id AND"
	 " p.certificate_id = h.document_id WHERE (h.state = 'void') <> (IFNULL(p.state, c.state) = 'revoked' OR"
	 " (c.state = 'terminated' AND c.outcome <=> 'granted'))"},
	{"a credit record of somebody who promised nothing",
	 "SELECT r.case_id FROM credit_record r JOIN cases c ON c.id = r.case_id WHERE NOT EXISTS (SELECT 1 FROM case_event e"
	 " LEFT JOIN case_part p ON p.case_id = e.case_id AND p.state = 'revoked' WHERE e.case_id = c.id AND e.action IN"
	 " ('revoke', 'part_revoke') AND (c.committed = 1 OR p.on_promise = 1))"},
	{"a part of a closed case is still open",
	 "SELECT p.number FROM case_part p JOIN cases c ON c.id = p.case_id WHERE p.state IN ('waiting', 'open') AND c.state IN"
	 " ('decided', 'result_held', 'result_ready', 'mailing', 'delivered', 'archived', 'withdrawn', 'terminated', 'revoked')"},
	{"a part went to two people, or to none of those to whom it was given",
	 "SELECT p.case_id FROM case_part p GROUP BY p.case_id HAVING SUM(p.handed_at IS NOT NULL) < (SELECT COUNT(*) FROM"
	 " case_event e WHERE e.case_id = p.case_id AND e.action = 'part_issue')"},
	{"waybills and posted letters do not count together",
	 "SELECT 1 FROM dual WHERE (SELECT COUNT(*) FROM waybill) <> (SELECT COUNT(*) FROM case_event WHERE action = 'mail')"},
	{"a case number is given twice",
	 "SELECT case_no FROM cases WHERE case_no IS NOT NULL GROUP BY case_no HAVING COUNT(*) > 1"},
	{"a closed case has a clock that runs", /* 256: a promise may be checked after the archive has the case */
	 "SELECT id FROM cases WHERE state IN ('archived', 'not_accepted', 'withdrawn', 'terminated', 'revoked')"
	 " AND running <> 0 AND (running <> 256 OR state <> 'archived')"},
	{"events are not numbered from 1 without a gap",
	 "SELECT case_id FROM case_event GROUP BY case_id HAVING MIN(seq) <> 1 OR MAX(seq) <> COUNT(*)"},
	{"a case does not count its events",
	 "SELECT c.id FROM cases c WHERE c.event_count <> (SELECT COUNT(*) FROM case_event e WHERE e.case_id = c.id)"
	 " OR c.version <> c.event_count + 1"},
};

const char *walkworld_fault(struct walkworld *w)
{
	for (size_t i = 0; i < LEN(books); i++) {
		struct answer a = scratchdb_ask(w->db, w->desk.ctx, books[i].sql);
		if (a.rows)
			return mem_fmt(w->ctx, "%s: %s", books[i].fault, text_or(a.at[0][0], ""));
	}
	return NULL;
}

const struct casework *walkworld_of(const struct walkworld *w, const struct actor *a)
{
	return a->kind == ACTOR_STAFF ? &w->desk : a->kind == ACTOR_SYSTEM ? &w->clock : &w->apply;
}

/* --- cases ------------------------------------------------------------------------------------------- */

struct casefile *walk_case_open(struct walkworld *w, int64_t id)
{
	struct casefile *c;

	CHECK(case_load(&w->desk, id, &c));
	return c;
}

static void file_add(struct walkworld *w, const struct actor *a, int64_t id, const char *item)
{
	uint8_t sha[HASH_SIZE] = {1};
	struct draft_file f = {.item = item, .sha256 = sha, .size = 1000, .kind = "jpg", .name = "扫描件.jpg"};
	const char *say = NULL;
	int64_t file;
	enum err e = draft_file_add(&w->upload, a, id, &f, &file, &say);

	if (e != ERR_NONE)
		fail_msg("file for %s: %s %s", item, err_name(e), text_or(say, ""));
}

static void material_set(const struct casework *by, const struct actor *a, int64_t id, const char *item,
			 enum material_state state)
{
	const char *say = NULL;
	enum err e = draft_material_set(by, a, id, item, state, &say);

	if (e != ERR_NONE)
		fail_msg("%s %s: %s %s", item, material_state_key(state), err_name(e), text_or(say, ""));
}

/* tolerate - the photo comes later, for who has no broken promise on record. */
static bool tolerate(const struct casework *by, const struct actor *a, const struct walk_case *c)
{
	const char *say;

	return draft_material_set(by, a, c->id, "photo", MATERIAL_GAP, &say) == ERR_NONE;
}

/* more_fill - what only joint matters ask. */
static void more_fill(const struct casework *by, const struct actor *a, const struct walk_case *c)
{
	const struct mform_answer more[] = {{"old_card", c->more ? "1" : ""}, {"collect", c->singly ? "singly" : "together"}};
	struct draft_saved saved;

	if (c->trait->nparts)
		CHECK(draft_fields_save(by, a, c->id, &(struct mform_answers){more, c->trait->several ? 2 : 1}, &saved));
}

static void web_fill(struct walkworld *w, struct dice *d, struct walk_case *c)
{
	const struct actor *a = &w->who[c->who];
	struct draft_saved saved;
	const char *say;

	CHECK(draft_fields_save(&w->apply, a, c->id, &w->answers, &saved));
	more_fill(&w->apply, a, c);
	if (!c->trait->gap_days || !dice_in(d, 2, 3) || !tolerate(&w->apply, a, c))
		file_add(w, a, c->id, "photo");
	if (c->mail || c->electronic)
		CHECK(draft_delivery_set(&w->apply, a, c->id, c->mail ? "mail" : "electronic"));
	c->committed = c->committed && promise_mode_set(&w->apply, a, c->id, true, false, &say) == ERR_NONE;
	CHECK(promise_sign(&w->apply, a, c->id, 1u << PROMISE_GAP | 1u << PROMISE_COMMITMENT, &say));
}

static void paper_fill(struct walkworld *w, struct dice *d, struct walk_case *c, const struct actor *clerk)
{
	const char *say;

	more_fill(&w->desk, clerk, c);
	if ((!c->trait->gap_days || !dice_in(d, 2, 3) || !tolerate(&w->desk, clerk, c)) && dice_in(d, 1, 2))
		material_set(&w->desk, clerk, c->id, "photo", MATERIAL_PAPER);
	if (c->mail || c->electronic)
		scratchdb_do(w->db, mem_fmt(w->apply.ctx, "UPDATE cases SET delivery = '%s' WHERE id = %lld",
					    c->mail ? "mail" : "electronic", (long long)c->id));
	c->committed = c->committed && promise_mode_set(&w->desk, clerk, c->id, true, true, &say) == ERR_NONE;
}

struct walk_case walk_case_make(struct walkworld *w, struct dice *d, int trait)
{
	static const struct draft_person person = {.kind = "natural", .name = "李示例", .id_type = "111",
						   .id_no = "410599196208151012", .phone = "13800000009"};
	size_t at = trait < 0 ? dice_roll(d, TRAITS) : (size_t)trait;
	const struct trait *t = &w->trait[at];
	uint32_t delivery = dice_roll(d, 4);
	struct walk_case c = {.trait = t, .web = dice_in(d, 3, 5), .mail = delivery == 1, .electronic = delivery == 2,
			      .committed = t->check_days && dice_in(d, 1, 2), .more = t->nparts && dice_in(d, 2, 3),
			      .singly = t->several && dice_in(d, 1, 2),
			      .who = WHO_APPLICANT + (int)dice_roll(d, WALK_ACCOUNTS - 1)};
	const struct actor *clerk = &w->who[WHO_CLERK];
	bool continued;

	if (c.web) {
		CHECK(draft_open(&w->apply, &w->who[c.who], w->matter[at], true, &c.id, &continued));
		web_fill(w, d, &c);
	} else {
		bool post = dice_in(d, 1, 3);
		struct intake_how how = {.channel = post ? "post" : "counter", .consent = "paper",
					 .arrived = post ? msec_day(w->desk.now) : DAY_NONE};
		CHECK(draft_open_counter(&w->desk, clerk, w->matter[at], &how, &person, &c.id));
		paper_fill(w, d, &c, clerk);
	}
	return c;
}

/* A gap is closed with a file or with paper, as the notice's items are. */
void walk_supply(struct walkworld *w, const struct casefile *c, const struct actor *a)
{
	for (size_t i = 0; i < c->nitems; i++) {
		const struct case_item *it = &c->items[i];
		if (c->state == STATE_CORRECTION ? !it->listed : !promise_gap_open(c, it))
			continue;
		if (a->kind != ACTOR_STAFF && it->files < 3)
			file_add(w, a, c->id, it->item);
		else
			material_set(&w->desk, &w->who[WHO_CLERK], c->id, it->item, MATERIAL_PAPER);
	}
}

void walkworld_forgive(struct walkworld *w)
{
	struct answer a = scratchdb_ask(w->db, w->desk.ctx, "SELECT id FROM credit_record WHERE repaired_at IS NULL");
	const char *say;

	for (size_t i = 0; i < a.rows; i++)
		CHECK(credit_repair(&w->desk, &w->who[WHO_MANAGER], atoll(a.at[i][0]), "已经整改，信用修复", &say));
}

/* --- what a form carries ------------------------------------------------------------------------------ */

/* verdicts - on the photo, and on what was found wrong before: right, or not in form. */
static void verdicts(struct walkworld *w, struct dice *d, const struct casefile *c, enum action action, struct case_args *out)
{
	struct case_judgement *j = mem_array(w->desk.ctx, struct case_judgement, c->nitems + 1);
	bool faulty = action == ACTION_NOTIFY_CORRECTION || action == ACTION_RETURN_FILE || action == ACTION_ASK_CONFIRMATION ||
		      action == ACTION_PRE_REVIEW_RETURN || (action == ACTION_CONFIRM_CORRECTION && dice_in(d, 1, 2)) ||
		      (action == ACTION_JUDGE && dice_in(d, 1, 3));
	bool back = action == ACTION_RETURN_GAP, gaps = action == ACTION_CLOSE_GAP || back;
	size_t n = 0;

	for (size_t i = 0; i < c->nitems; i++) {
		const struct case_item *it = &c->items[i];
		bool wrong = it->verdict == VERDICT_MISSING || it->verdict == VERDICT_NOT_IN_FORM;
		if (gaps ? !it->gap : !text_eq(it->item, "photo") && !wrong)
			continue;
		if (back ? it->state != MATERIAL_GAP : faulty && text_eq(it->item, "photo"))
			j[n++] = (struct case_judgement){it->item, VERDICT_NOT_IN_FORM, "没有签名", "请签名后重新提交"};
		else if (!back && (it->state != MATERIAL_GAP || wrong))
			j[n++] = (struct case_judgement){.item = it->item, .verdict = VERDICT_OK};
	}
	out->judgements = j;
	out->njudgements = n;
}

static void spoil(struct dice *d, struct case_args *g)
{
	switch (dice_roll(d, 5)) {
	case 0:
		*g = (struct case_args){0};
		break;
	case 1:
		g->reason = NULL;
		g->note = "";
		break;
	case 2:
		g->procedure = 9;
		g->days = 0;
		g->valid_until = 1;
		g->valid_from = 2;
		break;
	case 3:
		g->inspectors[1] = g->inspectors[0];
		g->receiver.checked = false;
		g->waybill = NULL;
		g->stance = "maybe";
		break;
	default:
		g->ground = GROUND_NONE;
		g->revoke = REVOKE_NONE;
		g->judgements = NULL;
		g->njudgements = 0;
	}
}

/* part_of - the part that an act is about; where nobody pointed at one, any, or one that there is not. */
static int64_t part_of(struct dice *d, const struct casefile *c, enum action action)
{
	bool of_part = text_starts(action_key(action), "part_");

	if (c->part_at || c->nparts == 0)
		return c->part_at;
	return dice_in(d, of_part ? 7 : 1, 8) ? (int64_t)dice_roll(d, TRAIT_PARTS + 2) : 0;
}

/* promised - that the ground of a false promise can be given. */
static bool promised(const struct casefile *c)
{
	const struct case_part *p = case_part_named(c);

	return c->committed || (p && p->on_promise);
}

struct case_args walk_args(struct walkworld *w, struct dice *d, const struct casefile *c, enum action action, bool proper)
{
	const struct matter_limits *l = &c->matter->limits;
	bool extends = action == ACTION_EXTEND, suspends = action == ACTION_SUSPEND;
	size_t choices = suspends ? l->suspension.n : l->special.n;
	size_t at = choices ? dice_roll(d, (uint32_t)choices) : 0;
	int64_t days_max = extends ? (l->extension.n ? l->extension.at[0].n : 1)
				   : (l->special.n && !suspends ? l->special.at[at].days : 1);
	struct case_args g = {
		.reason = "写明了理由", .note = "写明了情况", .ground = GROUND_NO_LICENCE_NEEDED,
		.procedure = (int64_t)at + 1, .days = 1 + (int64_t)dice_roll(d, (uint32_t)days_max),
		.inspectors = {"核查员甲", "核查员乙"}, .stance = dice_in(d, 4, 5) ? "agree" : "against",
		.receiver = {"李示例", "self", "0028", true}, .courier = "示例快递",
		.waybill = mem_fmt(w->desk.ctx, "SF%06lld%03lld", (long long)c->id, (long long)c->version),
		.revoke = promised(c) && dice_in(d, 1, 2) ? REVOKE_FALSE_PROMISE : REVOKE_UNLAWFUL,
		.valid_until = DAY_NONE, .submit_key = c->submit_key, .part = part_of(d, c, action),
	};
	const char *why;
	const struct transition *t = lifecycle_find(c->state, action, UINT32_MAX, FACT_ALL, &why, NULL);

	if (t && (t->asks & ASK_VERDICTS) && (dice_in(d, 7, 8) || action == ACTION_CLOSE_GAP || action == ACTION_RETURN_GAP))
		verdicts(w, d, c, action, &g);
	if (!proper)
		spoil(d, &g);
	return g;
}
