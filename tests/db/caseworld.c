#include "db/caseworld.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/account.h"
#include "domain/calendar_store.h"
#include "domain/identity.h"
#include "domain/matter_publish.h"
#include "scratch.h"
#include "wrap/store.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

/* --- programs ---------------------------------------------------------------------------------------- */

static struct conf *conf_of(void *ctx, const char *program)
{
	struct conf *conf = mem_new(ctx, struct conf);

	CHECK(conf_load(ctx, mem_fmt(ctx, "%s/%s.conf", getenv("PORTAL_CONF_DIR"), program), conf));
	return conf;
}

struct casework world_as(const struct world *w, const char *program)
{
	struct conf *conf = conf_of(w->ctx, program);
	struct casework out = {.ctx = w->ctx, .conf = conf, .now = w->apply.now};
	struct keys *keys;

	CHECK(keys_load(w->ctx, conf->key_file, &keys));
	out.keys = keys;
	CHECK(db_open(w->ctx, conf, program, &out.db));
	out.calendar = w->apply.calendar;
	return out;
}

static enum err publish_samples(struct world *w)
{
	struct publication all[8];

	for (int i = 0; i < 8; i++) {
		char *text = mem_array(w->ctx, char, MATTER_BYTES_MAX);
		FILE *f = fopen(mem_fmt(w->ctx, "sql/sample/matters/F%d.json", i + 1), "re");
		struct texts faults;
		if (!f)
			return ERR_NOT_FOUND;
		size_t n = fread(text, 1, MATTER_BYTES_MAX, f);
		fclose(f);
		TRY(publication_read(w->ctx, text, n, &all[i], &faults));
	}
	enum err e;
	do /* another test program may be at the same */
		e = matters_publish(w->publish, w->ctx, all, 8, msec_make(day_make(2024, 1, 2), 9, 0, 0, 0), false);
	while (e == ERR_CONFLICT || e == ERR_DUPLICATE);
	return e;
}

int world_setup(void **state)
{
	struct world *w = mem_new(NULL, struct world);

	w->ctx = w;
	*state = w;
	if (!getenv("PORTAL_CONF_DIR")) {
		fprintf(stderr, "run me under tests/db/with-mariadb\n");
		return -1;
	}
	if (crypt_start() != ERR_NONE ||
	    system("sed 's/^INSERT/INSERT IGNORE/' sql/sample/0010_dept.sql | tests/admin-sql") != 0)
		return -1;
	struct casework publish = world_as(w, "matter-publish");
	w->publish = publish.db;
	CHECK(publish_samples(w));
	w->apply = world_as(w, "apply");
	CHECK(calendar_load(w->apply.db, w, "CN", &w->apply.calendar));
	w->account = world_as(w, "account");
	w->upload = world_as(w, "upload");
	w->desk = world_as(w, "desk");
	w->clock = world_as(w, "clock");
	w->sender = world_as(w, "sender");
	w->progress = world_as(w, "progress");
	w->eventcheck = world_as(w, "eventcheck");
	world_at(w, "2026-03-02", 9, 30);
	return 0;
}

int world_teardown(void **state)
{
	return talloc_free(*state);
}

void world_at(struct world *w, const char *date, int hour, int minute)
{
	struct casework *all[] = {&w->account, &w->apply, &w->upload, &w->desk, &w->clock, &w->sender, &w->progress,
				  &w->eventcheck};
	day d;

	assert_true(day_parse(date, &d));
	for (size_t i = 0; i < LEN(all); i++)
		all[i]->now = msec_make(d, hour, minute, 0, 0);
}

/* --- people ------------------------------------------------------------------------------------------ */

/* A number that nobody has: unassigned region, random date and serial, the check character that fits. */
static char *fresh_number(void *ctx, bool person)
{
	uint32_t r[2];

	for (;;) {
		crypt_random(r, sizeof(r));
		for (const char *c = "0123456789ABCDEFGHJKLMNPQRTUWXY"; *c; c++) {
			char *no = person ? mem_fmt(ctx, "410599%04u%02u%02u%03u%c", 1950 + r[0] % 50, 1 + r[1] % 12,
						    1 + r[1] / 12 % 28, r[0] / 50 % 1000, *c)
					  : mem_fmt(ctx, "91410599MA%07u%c", r[0] % 10000000, *c);
			enum identity_type type = person ? IDENTITY_RESIDENT : IDENTITY_USCC;
			if (identity_check(type, no, day_make(2024, 1, 1)).fault == IDENTITY_FINE)
				return no;
		}
	}
}

struct actor world_person(struct world *w, const char *kind)
{
	bool person = text_eq(kind, "natural");
	uint32_t r;
	int64_t id = 0;
	struct account_problem problem;
	struct account_new in = {
		.kind = kind,
		.name = person ? "张示例" : "示例市测试有限公司",
		.id_type = person ? IDENTITY_RESIDENT : IDENTITY_USCC,
		.id_no = fresh_number(w->ctx, person),
		.legal_rep = person ? NULL : "王示例",
		.contact = person ? NULL : "赵示例",
		.address = "示例市为民路100号",
		.email = "someone@example.org",
		.password = "Test-portal-2026",
	};

	crypt_random(&r, sizeof(r));
	in.phone = mem_fmt(w->ctx, "138%08u", r % 100000000);
	enum err e = account_create(&w->account, &in, &id, &problem);
	if (e != ERR_NONE)
		fail_msg("account: %s %s", err_name(e), text_or(problem.message, ""));
	return (struct actor){.kind = ACTOR_APPLICANT, .id = id, .name = in.name};
}

struct actor world_officer(struct world *w, const char *name, uint32_t roles, const char *dept)
{
	uint32_t id;

	crypt_random(&id, sizeof(id));
	return (struct actor){.kind = ACTOR_STAFF, .id = (int64_t)id + 1, .name = mem_str(w->ctx, name), .roles = roles,
			      .post = role_name(roles & -roles), .dept = dept};
}

/* --- matters and drafts ------------------------------------------------------------------------------ */

const struct matter *world_matter(struct world *w, const char *file)
{
	char code[64] = "";
	struct matter *m;
	FILE *f = fopen(mem_fmt(w->ctx, "sql/sample/matters/%s.json", file), "re");
	char line[4096];

	assert_non_null(f);
	while (!code[0] && fgets(line, sizeof(line), f))
		if (sscanf(line, " \"code\": \"%63[^\"]\"", code) != 1)
			code[0] = '\0';
	fclose(f);
	CHECK(matter_load_current(w->apply.db, w->ctx, code, &m));
	return m;
}

static const char *answer_for(void *ctx, const struct mform_field *f, day today)
{
	char text[DAY_TEXT];

	switch ((enum mform_type)f->type) {
	case MFORM_TEXT:
		return f->pattern == MFORM_EMAIL   ? "someone@example.org"
		       : f->pattern == MFORM_LATIN ? "AB-1234567890"
		       : f->pattern == MFORM_PERSON ? "李示例"
						    : "示例内容";
	case MFORM_TEXTAREA:
		return "示例内容，用于测试，文字略长一些，以免太短。";
	case MFORM_INTEGER:
	case MFORM_DECIMAL:
	case MFORM_MONEY:
		return mem_fmt(ctx, "%lld", (long long)(f->min > 0 ? f->min : f->max > 0 && f->max < 10 ? f->max : 10));
	case MFORM_DATE:
		return mem_str(ctx, day_text(f->pattern == MFORM_PAST ? today - 30 : today + 30, text));
	case MFORM_CHOICE:
	case MFORM_MULTI:
		return f->options.at[0].value;
	case MFORM_FLAG:
		return "1";
	case MFORM_ID_NO:
		return "410599199003070028";
	case MFORM_USCC:
		return "91410599MAXX00015U";
	case MFORM_PHONE:
		return f->pattern == MFORM_LANDLINE ? "0399-5551234" : "13800000001";
	case MFORM_ADDRESS:
		return "示例市为民路100号";
	case MFORM_POSTCODE:
		return "455000";
	}
	return "示例";
}

/* fill_form - answer what is asked until nothing more is. */
static void fill_form(struct world *w, const struct actor *a, int64_t id)
{
	for (int round = 0; round < 8; round++) {
		struct draft_saved saved;
		struct mform_report report;
		struct mform_answer one;
		struct casefile *c;
		bool asked = false;
		CHECK(case_load(&w->apply, id, &c));
		CHECK(draft_check(&w->apply, c, MFORM_SUBMIT, &report));
		for (size_t i = 0; i < report.n; i++) {
			const struct mform_field *f = c->matter->form.field[i];
			if (!report.wrong[i])
				continue;
			one = (struct mform_answer){f->key, answer_for(w->ctx, f, msec_day(w->apply.now))};
			CHECK(draft_fields_save(&w->apply, a, id, &(struct mform_answers){&one, 1}, &saved));
			if (saved.report.wrong[i])
				fail_msg("%s = %s: %s", f->key, one.value, saved.report.wrong[i]);
			asked = true;
		}
		if (!asked)
			return;
	}
	fail_msg("the form cannot be filled");
}

static const char *kind_for(const struct matter_material *m)
{
	for (unsigned i = 0; matter_file_kinds[i]; i++)
		if (!m->kinds || (m->kinds & 1u << i))
			return matter_file_kinds[i];
	return "pdf";
}

const uint8_t *world_paper(struct world *w, int64_t *size)
{
	static const char paper[] = "%PDF-1.4 a sheet of paper";
	uint8_t *sha = mem_array(w->ctx, uint8_t, HASH_SIZE);
	struct store_file *f;
	struct store *s;

	*size = sizeof(paper) - 1;
	hash_sha256(paper, sizeof(paper) - 1, sha);
	CHECK(store_open(w->ctx, w->upload.conf->file_store, &s));
	if (store_verify(s, sha) == ERR_NOT_FOUND) { /* written once, whichever test comes first */
		CHECK(store_begin(w->ctx, s, &f));
		CHECK(store_write(f, paper, sizeof(paper) - 1));
		CHECK(store_commit(f));
	}
	talloc_free(s);
	return sha;
}

static void add_file(struct world *w, const struct actor *a, int64_t id, const struct matter_material *m)
{
	const char *say;
	int64_t file, size;
	const uint8_t *sha = world_paper(w, &size);

	struct draft_file f = {.item = m->key, .sha256 = sha, .size = size, .kind = kind_for(m), .name = "扫描件.pdf"};
	CHECK(draft_file_add(&w->upload, a, id, &f, &file, &say));
}

static void bring_materials(struct world *w, const struct actor *a, int64_t id)
{
	struct draft_needs needs;
	struct casefile *c;

	CHECK(case_load(&w->apply, id, &c));
	CHECK(draft_needs(&w->apply, c, &needs));
	for (size_t i = 0; i < c->matter->materials.n; i++) {
		const struct matter_material *m = &c->matter->materials.at[i];
		if (needs.need[i].required && !case_item_ready(case_item_find(c, m->key), &needs.need[i]))
			add_file(w, a, id, m);
	}
}

int64_t world_draft(struct world *w, const struct actor *a, const char *file)
{
	return world_draft_with(w, a, file, NULL, 0);
}

int64_t world_draft_with(struct world *w, const struct actor *a, const char *file, const struct mform_answer *given, size_t n)
{
	struct mform_answer answers[16];
	struct draft_saved saved;
	bool continued;
	int64_t id;

	CHECK(draft_open(&w->apply, a, world_matter(w, file), true, &id, &continued));
	for (size_t i = 0; i < n; i++)
		answers[i] = given[i];
	CHECK(draft_fields_save(&w->apply, a, id, &(struct mform_answers){answers, n}, &saved));
	fill_form(w, a, id);
	bring_materials(w, a, id);
	return id;
}

static void submit(struct world *w, const struct actor *a, int64_t id)
{
	struct case_result r;
	enum err e = draft_submit(&w->apply, a, id, world_case(w, id)->submit_key, &r);

	if (e != ERR_NONE)
		fail_msg("submit: %s %s %s", err_name(e), text_or(r.item, ""), text_or(r.say, ""));
}

int64_t world_submitted(struct world *w, const struct actor *a, const char *file)
{
	int64_t id = world_draft(w, a, file);

	submit(w, a, id);
	return id;
}

int64_t world_received(struct world *w, const struct actor *a, const char *file)
{
	int64_t id = world_draft(w, a, file);

	world_receive(w, a, id);
	return id;
}

void world_receive(struct world *w, const struct actor *a, int64_t id)
{
	struct actor reviewer = world_officer(w, "示例·预审员", ROLE_PRE_REVIEWER, NULL);
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);

	submit(w, a, id);
	world_do(w, id, ACTION_PRE_REVIEW_CLAIM, &reviewer, NULL);
	struct case_args right = world_all_right(w, id);
	world_do(w, id, ACTION_PRE_REVIEW_PASS, &reviewer, &right);
	world_do(w, id, ACTION_RECEIVE, &clerk, NULL);
}

/* --- acts -------------------------------------------------------------------------------------------- */

struct casefile *world_case(struct world *w, int64_t id)
{
	struct casefile *c;

	CHECK(case_load(&w->desk, id, &c));
	return c;
}

enum err world_try(struct world *w, int64_t id, enum action action, const struct actor *a, const struct case_args *args,
		   struct case_result *out)
{
	const struct casework *by = a->kind == ACTOR_STAFF    ? &w->desk
				    : a->kind == ACTOR_SYSTEM ? &w->clock
							      : &w->apply;

	return case_apply(by, id, world_case(w, id)->version, action, a, args, out);
}

struct case_result world_do(struct world *w, int64_t id, enum action action, const struct actor *a,
			    const struct case_args *args)
{
	struct case_result r;
	enum err e = world_try(w, id, action, a, args, &r);

	if (e != ERR_NONE)
		fail_msg("%s: %s %s %s", action_key(action), err_name(e), text_or(r.item, ""), text_or(r.say, ""));
	return r;
}

struct case_args world_all_right(struct world *w, int64_t id)
{
	struct casefile *c = world_case(w, id);
	struct case_judgement *j = mem_array(w->ctx, struct case_judgement, c->nitems);
	size_t n = 0;

	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].state == MATERIAL_UPLOADED || text_starts(c->items[i].item, "f."))
			j[n++] = (struct case_judgement){.item = c->items[i].item, .verdict = VERDICT_OK};
	return (struct case_args){.judgements = j, .njudgements = n};
}

struct case_args world_fault(struct world *w, int64_t id)
{
	struct case_judgement *j = mem_array(w->ctx, struct case_judgement, 1);

	*j = (struct case_judgement){.item = world_case(w, id)->items[0].item, .verdict = VERDICT_NOT_IN_FORM,
				     .reason = "没有签名", .remedy = "请申请人签名后重新提交"};
	return (struct case_args){.judgements = j, .njudgements = 1};
}

/* --- behind the programs' backs ---------------------------------------------------------------------- */

char *world_sql(struct world *w, const char *sql)
{
	char *path = mem_fmt(w->ctx, "%s/world-%ld.sql", scratch_dir(), (long)getpid());
	char *out = mem_str(w->ctx, "");
	char line[4096];
	FILE *f = fopen(path, "we");

	assert_non_null(f);
	fprintf(f, "%s\n", sql);
	fclose(f);
	f = popen(mem_fmt(w->ctx, "tests/admin-sql < '%s'", path), "re");
	assert_non_null(f);
	while (fgets(line, sizeof(line), f))
		out = mem_fmt(w->ctx, "%s%s", out, line);
	if (pclose(f) != 0)
		fail_msg("administrator's SQL failed: %s", sql);
	unlink(path);
	return out;
}

int64_t world_count(struct world *w, const char *sql)
{
	return strtoll(world_sql(w, sql), NULL, 10);
}

void assert_day(day got, const char *expected)
{
	char text[DAY_TEXT];

	assert_string_equal(day_text(got, text), expected);
}
