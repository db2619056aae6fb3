/* Closed cases into packages: made by the job under its own account, checked without a database, kept on record. */
#include "db/caseworld.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/archive.h"
#include "domain/event.h"
#include "parts/documentpaper.h"
#include "wrap/json.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

struct fix {
	struct world *w;
	struct casework job;
};

static struct fix *fix_of(void **state)
{
	return *state;
}

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);
	void *world;

	if (world_setup(&world) != 0)
		return -1;
	f->w = world;
	f->job = world_as(f->w, "archive");
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fix *f = *state;
	void *world = f->w;
	int done = world_teardown(&world);

	talloc_free(f);
	return done;
}

/* print - what a document is drawn from, and when: the drawing itself is tested in unit/test_paper.c, and with the job over HTTP. */
static enum err print(const struct casework *w, const struct document *doc, struct bytes *pdf)
{
	struct paper *paper = documentpaper_make(&(struct documentpage){.w = w, .doc = doc});
	struct bytes blocks = paper_blocks(w->ctx, paper);
	const char *text = mem_fmt(w->ctx, "%%PDF-1.7 %.*s", (int)blocks.n, (const char *)blocks.p);

	*pdf = (struct bytes){(const uint8_t *)text, strlen(text)};
	return ERR_NONE;
}

static enum err printer_broken(const struct casework *w, const struct document *doc, struct bytes *pdf)
{
	(void)w, (void)doc, (void)pdf;
	return ERR_UNAVAILABLE;
}

/* --- a case to its end ----------------------------------------------------------------------------------- */

/* granted - F6 as far as the result at the window. */
static int64_t granted(struct world *w, const struct actor *who)
{
	int64_t id = world_received(w, who, "F6");
	const char *dept = world_case(w, id)->dept_code;
	struct actor clerk = world_officer(w, "示例·窗口员", ROLE_CLERK, NULL);
	struct actor reviewer = world_officer(w, "示例·审查员", ROLE_REVIEWER, dept);
	struct actor chief = world_officer(w, "示例·首席代表", ROLE_CHIEF, dept);
	struct case_args right = world_all_right(w, id);
	struct case_args stance = {.stance = "agree", .note = "符合条件"};
	struct case_args valid = {.valid_until = DAY_NONE};

	world_do(w, id, ACTION_ACCEPT, &clerk, &right);
	world_do(w, id, ACTION_BEGIN_REVIEW, &reviewer, NULL);
	world_do(w, id, ACTION_OPINE, &reviewer, &stance);
	world_do(w, id, ACTION_GRANT, &chief, &valid);
	world_do(w, id, ACTION_HAND_RESULT, &reviewer, NULL);
	return id;
}

static int64_t archived(struct world *w, const struct actor *who)
{
	int64_t id = granted(w, who);
	struct actor issuer = world_officer(w, "示例·发证员", ROLE_ISSUER, NULL);
	struct case_args receiver = {.receiver = {.name = "张示例", .relation = "self", .id_tail = "0028", .checked = true}};

	world_do(w, id, ACTION_ISSUE, &issuer, &receiver);
	world_do(w, id, ACTION_ARCHIVE, &issuer, NULL);
	return id;
}

static const char *path_of(const struct fix *f, const struct archive_made *made)
{
	return mem_fmt(f->w, "%s/%s", f->job.conf->archive_dir, made->file);
}

static struct package_in *open_whole(const struct fix *f, const struct archive_made *made, struct archive_report *r)
{
	struct package_in *in;
	const char *fault = NULL;

	if (package_open(f->w, path_of(f, made), &in, &fault) != ERR_NONE)
		fail_msg("%s: %s", made->file, fault);
	fault = archive_check(f->w, in, r);
	if (fault)
		fail_msg("%s: %s", made->file, fault);
	return in;
}

static const char *entry_text(const struct fix *f, const struct package_in *in, const char *name)
{
	struct bytes b;
	int64_t at = package_find(in, name);

	assert_true(at >= 0);
	CHECK(package_read(f->w, in, (size_t)at, 1 << 20, &b));
	return (const char *)b.p;
}

/* --- tests ------------------------------------------------------------------------------------------------ */

static void an_archived_case_becomes_a_package(void **state)
{
	struct fix *f = fix_of(state);
	struct actor who = world_person(f->w, "natural");
	int64_t id = archived(f->w, &who);
	struct archive_made made, again;
	struct archive_report r;
	struct stat st;

	f->job.now = f->w->desk.now;
	CHECK(archive_pack(&f->job, print, id, &made));
	struct casefile *c = world_case(f->w, id);
	assert_string_equal(made.file, mem_fmt(f->w, "2026/%s.zip", c->short_no));
	assert_true(made.written);
	struct package_in *in = open_whole(f, &made, &r);
	assert_string_equal(r.case_no, c->case_no);
	assert_int_equal(r.events, c->event_count);
	assert_int_equal(r.prints, world_count(f->w, mem_fmt(f->w, "SELECT COUNT(*) FROM document WHERE case_id = %lld", (long long)id)));
	assert_int_equal(r.uploads, world_count(f->w, mem_fmt(f->w, "SELECT COUNT(*) FROM case_file WHERE case_id = %lld", (long long)id)));
	assert_string_equal(r.head, text_hex(f->w, c->event_head.p, c->event_head.n));
	assert_int_equal(stat(path_of(f, &made), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0440);
	assert_int_equal(st.st_size, made.size);

	/* the legal record: who it was, in clear */
	assert_non_null(strstr(entry_text(f, in, "metadata.json"), "\"name\":\"张示例\""));
	assert_non_null(strstr(entry_text(f, in, "metadata.json"), "\"id_no\":\"410599"));
	assert_non_null(strstr(entry_text(f, in, "metadata.json"), "\"state\":\"archived\""));
	assert_non_null(strstr(entry_text(f, in, "clocks.json"), "\"clock\":\"archive\""));
	assert_non_null(strstr(entry_text(f, in, "matter.json"), c->matter_code));
	assert_null(strstr(entry_text(f, in, "application.json"), "\"value\":null"));

	/* each document also as it prints: dated as it was issued, with the seal on record, without the applicant's query code */
	const char *grant = world_sql(f->w, mem_fmt(f->w, "SELECT id FROM document WHERE case_id = %lld AND kind = 'grant'", (long long)id));
	const char *paper = entry_text(f, in, mem_fmt(f->w, "documents/%.*s.pdf", (int)strcspn(grant, "\n"), grant));
	assert_non_null(strstr(paper, "\"made\":\"2026-"));
	assert_non_null(strstr(paper, "\"legend\":\"业务专用章\""));
	assert_non_null(strstr(paper, "/t/"));
	assert_non_null(strstr(paper, "张示例"));
	for (size_t i = 0; i < package_count(in); i++)
		if (strstr(package_name(in, i), ".pdf") && text_starts(package_name(in, i), "documents/"))
			assert_null(strstr(entry_text(f, in, package_name(in, i)), "查询码\""));

	/* the same case, the same bytes */
	CHECK(archive_pack(&f->job, print, id, &again));
	assert_memory_equal(made.sum, again.sum, HASH_SIZE);
	assert_string_equal(made.file, again.file);
	assert_int_equal(world_count(f->w, mem_fmt(f->w, "SELECT COUNT(*) FROM archive_package WHERE case_id = %lld", (long long)id)), 1);
	assert_string_equal(world_sql(f->w, mem_fmt(f->w, "SELECT archive_state, to_pack FROM cases WHERE id = %lld", (long long)id)),
			    "made\t0\n");
}

static void the_job_makes_what_is_missing(void **state)
{
	struct fix *f = fix_of(state);
	struct actor who = world_person(f->w, "natural");
	int64_t id = archived(f->w, &who);
	struct archive_round r;

	CHECK(archive_pending(&f->job, print, &r));
	assert_true(r.made >= 1);
	assert_int_equal(r.failed, 0);
	assert_string_equal(world_sql(f->w, mem_fmt(f->w, "SELECT archive_state FROM cases WHERE id = %lld", (long long)id)), "made\n");
	CHECK(archive_pending(&f->job, print, &r));
	assert_int_equal(r.made, 0);
}

static void what_comes_later_makes_a_further_package(void **state)
{
	struct fix *f = fix_of(state);
	struct actor who = world_person(f->w, "natural");
	int64_t id = archived(f->w, &who);
	struct actor leader = world_officer(f->w, "示例·负责人", ROLE_LEADER, world_case(f->w, id)->dept_code);
	struct case_args why = {.reason = "申请材料不真实", .revoke = REVOKE_FRAUD};
	struct archive_made first, second;
	struct archive_report r;

	CHECK(archive_pack(&f->job, print, id, &first));
	world_sql(f->w, mem_fmt(f->w, "UPDATE archive_package SET accepted = 1, judged_by = 1, judged_name = '档案员', judged_at = made_at"
				      " WHERE case_id = %lld", (long long)id));
	CHECK(archive_pack(&f->job, print, id, &second));
	assert_false(second.written); /* accepted: nobody touches it */

	world_do(f->w, id, ACTION_REVOKE, &leader, &why);
	CHECK(archive_pack(&f->job, print, id, &second));
	assert_true(second.written);
	assert_string_equal(second.file, mem_fmt(f->w, "2026/%s-2.zip", world_case(f->w, id)->short_no));
	assert_int_equal(second.events, first.events + 1);
	open_whole(f, &first, &r);
	open_whole(f, &second, &r);
}

static void only_what_has_ended(void **state)
{
	struct fix *f = fix_of(state);
	struct actor who = world_person(f->w, "natural");
	int64_t id = granted(f->w, &who), gone = world_submitted(f->w, &who, "F6");
	struct archive_made made;
	struct archive_report r;

	assert_int_equal(archive_pack(&f->job, print, id, &made), ERR_CONFLICT);
	assert_int_equal(archive_pack(&f->job, print, INT64_MAX, &made), ERR_NOT_FOUND);
	assert_int_equal(archive_pack(&f->job, print, gone, &made), ERR_CONFLICT);
	world_do(f->w, gone, ACTION_WITHDRAW, &who, NULL);
	CHECK(archive_pack(&f->job, print, gone, &made)); /* on demand */
	open_whole(f, &made, &r);
}

static void without_a_pdf_there_is_no_package(void **state)
{
	struct fix *f = fix_of(state);
	struct actor who = world_person(f->w, "natural");
	int64_t id = archived(f->w, &who);
	struct archive_made made;

	assert_int_equal(archive_pack(&f->job, printer_broken, id, &made), ERR_UNAVAILABLE);
	assert_int_equal(world_count(f->w, mem_fmt(f->w, "SELECT COUNT(*) FROM archive_package WHERE case_id = %lld", (long long)id)), 0);
	CHECK(archive_pack(&f->job, print, id, &made));
}

static void a_lost_upload_is_not_passed_over(void **state)
{
	struct fix *f = fix_of(state);
	struct actor who = world_person(f->w, "natural");
	int64_t id = archived(f->w, &who);
	struct archive_made made;

	world_sql(f->w, mem_fmt(f->w, "UPDATE case_file SET sha256 = REPEAT('x', 32) WHERE case_id = %lld LIMIT 1", (long long)id));
	assert_int_equal(archive_pack(&f->job, print, id, &made), ERR_INTERNAL);
	assert_int_equal(world_count(f->w, mem_fmt(f->w, "SELECT COUNT(*) FROM archive_package WHERE case_id = %lld", (long long)id)), 0);
	world_sql(f->w, mem_fmt(f->w, "DELETE FROM case_file WHERE case_id = %lld AND sha256 = REPEAT('x', 32)", (long long)id));
	CHECK(archive_pack(&f->job, print, id, &made));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_archived_case_becomes_a_package),
		cmocka_unit_test(the_job_makes_what_is_missing),
		cmocka_unit_test(what_comes_later_makes_a_further_package),
		cmocka_unit_test(only_what_has_ended),
		cmocka_unit_test(without_a_pdf_there_is_no_package),
		cmocka_unit_test(a_lost_upload_is_not_passed_over),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
