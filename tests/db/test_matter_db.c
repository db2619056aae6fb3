/* Matters in the database: publication, revisions that running cases keep, the catalogue and its search.
 * Runs beside other tests on one database, so that it looks for its own matters and counts no others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/conf.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/matter_publish.h"
#include "domain/search.h"
#include "gen/sql.h"
#include "wrap/crypt.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define NOW msec_make(day_make(2026, 3, 2), 9, 30, 0, 0)
#define MANY 100

struct fix {
	void *ctx;
	struct db *publish; /* account matter_publish */
	struct db *catalog;
};

static enum err db_as(void *ctx, const char *program, struct db **out)
{
	struct conf *conf = mem_new(ctx, struct conf);

	TRY(conf_load(ctx, mem_fmt(ctx, "%s/%s.conf", getenv("PORTAL_CONF_DIR"), program), conf));
	return db_open(ctx, conf, program, out);
}

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);

	f->ctx = f;
	*state = f;
	if (!getenv("PORTAL_CONF_DIR"))
		return -1;
	/* the sample departments, unless they are there */
	if (system("sed 's/^INSERT/INSERT IGNORE/' sql/sample/0010_dept.sql | tests/admin-sql") != 0)
		return -1;
	return db_as(f, "matter-publish", &f->publish) == ERR_NONE && db_as(f, "catalog", &f->catalog) == ERR_NONE ? 0 : -1;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static char *file_text(void *ctx, const char *path)
{
	char *text = mem_array(ctx, char, MATTER_BYTES_MAX);
	FILE *f = fopen(path, "rb");

	if (!f)
		fail_msg("%s is not there", path);
	text[fread(text, 1, MATTER_BYTES_MAX - 1, f)] = '\0';
	fclose(f);
	return text;
}

static struct publication publication_of(void *ctx, const char *text)
{
	struct publication p = {0};
	struct texts faults = {NULL, 0};

	if (publication_read(ctx, text, strlen(text), &p, &faults) != ERR_NONE)
		fail_msg("%s", faults.at[0]);
	return p;
}

/* The document with the first `from` changed into `to`. */
static char *changed(void *ctx, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	assert_non_null(at);
	return mem_fmt(ctx, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static void publish_eight(struct fix *f)
{
	struct publication all[8];

	for (int i = 0; i < 8; i++)
		all[i] = publication_of(f, file_text(f, mem_fmt(f, "sql/sample/matters/F%d.json", i + 1)));
	assert_int_equal(matters_publish(f->publish, f, all, 8, NOW, false), ERR_NONE);
}

/* --- publication ------------------------------------------------------------------------------ */

static void publishing_again_changes_nothing(void **state)
{
	struct fix *f = *state;
	struct publication p = publication_of(f, file_text(f, "sql/sample/matters/F1.json"));
	struct matter *m;

	publish_eight(f);
	assert_int_equal(matters_publish(f->publish, f, &p, 1, NOW, false), ERR_NONE);
	assert_int_equal(p.did, PUBLISH_SAME);
	assert_int_equal(matter_load_current(f->catalog, f, p.m->code, &m), ERR_NONE);
	assert_int_equal(m->rev_no, p.rev_no);
	assert_string_equal(m->dept_short, "市监");
	assert_int_equal(m->materials.n, p.m->materials.n);
	assert_true(m->current);
}

static void a_running_case_keeps_its_revision(void **state)
{
	struct fix *f = *state;
	/* a matter of this test alone */
	char *one = changed(f, changed(f, file_text(f, "tests/fixtures/ninth.json"), "4009031903001", "4009031903777"),
			    "009031903001", "009031903777");
	char *two = changed(f, one, "开始经营前报送信息备案", "开业前报送信息备案");
	struct publication first = publication_of(f, one), second = publication_of(f, two);
	struct matter *m, *old;
	struct matter_cache *cache = matter_cache_new(f, 2);
	const struct matter *cached, *again;

	assert_int_equal(matters_publish(f->publish, f, &first, 1, NOW, true), ERR_NONE); /* preview */
	assert_int_equal(first.did, PUBLISH_FIRST);
	assert_int_equal(matter_load_current(f->catalog, f, first.m->code, &m), ERR_NOT_FOUND);
	assert_int_equal(matters_publish(f->publish, f, &first, 1, NOW, false), ERR_NONE);
	assert_int_equal(matter_load_current(f->catalog, f, first.m->code, &m), ERR_NONE);
	assert_int_equal(m->rev_no, 1);
	assert_int_equal(m->published_at, NOW);
	assert_int_equal(matter_cached_current(f->catalog, f, cache, first.m->code, &cached), ERR_NONE);
	assert_int_equal(matter_cached_current(f->catalog, f, cache, first.m->code, &again), ERR_NONE);
	assert_ptr_equal(cached, again);

	assert_int_equal(matters_publish(f->publish, f, &second, 1, NOW + 1000, false), ERR_NONE);
	assert_int_equal(second.did, PUBLISH_NEXT);
	assert_int_equal(second.rev_no, 2);
	/* everybody sees the new one at once, also who has the old one in memory (CAT-4) */
	assert_int_equal(matter_cached_current(f->catalog, f, cache, first.m->code, &again), ERR_NONE);
	assert_int_equal(again->rev_no, 2);
	assert_non_null(strstr(again->summary, "开业前"));
	assert_int_equal(matter_load_revision(f->catalog, f, m->revision_id, &old), ERR_NONE);
	assert_int_equal(old->rev_no, 1);
	assert_false(old->current);
	assert_non_null(strstr(old->summary, "开始经营前"));
	assert_int_equal(matter_cached_revision(f->catalog, f, cache, m->revision_id, &cached), ERR_NONE);
	assert_int_equal(cached->rev_no, 1);
	assert_int_equal(matter_load_revision(f->catalog, f, INT64_C(999999999), &old), ERR_NOT_FOUND);
	assert_int_equal(matter_load_current(f->catalog, f, "nothing", &old), ERR_NOT_FOUND);
	assert_int_equal(matter_load_current(f->catalog, f, "无", &old), ERR_NOT_FOUND);
}

static void another_matter_needs_another_code(void **state)
{
	struct fix *f = *state;
	const char *text = file_text(f, "sql/sample/matters/F3.json");
	struct publication at[2];

	publish_eight(f);
	at[0] = publication_of(f, changed(f, text, "\"type\": \"licence\"", "\"type\": \"other\""));
	at[1] = publication_of(f, changed(f, file_text(f, "sql/sample/matters/F4.json"), "当场就办好", "马上办好"));
	assert_int_equal(matters_publish(f->publish, f, at, 2, NOW, false), ERR_INVALID);
	assert_non_null(at[0].refused);
	assert_null(at[1].refused);
	/* all or nothing */
	struct matter *m;
	assert_int_equal(matter_load_current(f->catalog, f, at[1].m->code, &m), ERR_NONE);
	assert_non_null(strstr(m->summary, "当场就办好"));

	at[0] = publication_of(f, changed(f, text, "\"dept\": \"transport\"", "\"dept\": \"health\""));
	assert_int_equal(matters_publish(f->publish, f, at, 1, NOW, false), ERR_INVALID);
	assert_non_null(strstr(at[0].refused, "统一社会信用代码"));
	at[0] = publication_of(f, changed(f, text, "\"dept\": \"transport\"", "\"dept\": \"nobody\""));
	assert_int_equal(matters_publish(f->publish, f, at, 1, NOW, false), ERR_INVALID);
	assert_non_null(strstr(at[0].refused, "nobody"));
}

static void a_code_that_was_withdrawn_never_comes_back(void **state)
{
	struct fix *f = *state;
	char *text = changed(f, changed(f, file_text(f, "tests/fixtures/ninth.json"), "4009031903001", "4009031903888"),
			     "009031903001", "009031903888");
	struct publication p = publication_of(f, text);
	struct sql_matter_gone_row *gone;
	struct matter *m;

	assert_int_equal(matters_publish(f->publish, f, &p, 1, NOW, false), ERR_NONE);
	assert_int_equal(system("echo \"UPDATE matter SET state = 'off' WHERE code LIKE '%009031903888'\" | tests/admin-sql"), 0);
	assert_int_equal(matter_load_current(f->catalog, f, p.m->code, &m), ERR_NOT_FOUND);
	assert_int_equal(sql_matter_gone(f->catalog, f, &(struct sql_matter_gone_in){p.m->code}, &gone), ERR_NONE);
	assert_string_equal(gone->name, p.m->name);
	assert_int_equal(matters_publish(f->publish, f, &p, 1, NOW, false), ERR_INVALID);
	assert_non_null(strstr(p.refused, "停用"));
}

/* --- the catalogue ---------------------------------------------------------------------------- */

static bool searched(struct fix *f, const char *typed, const char *name)
{
	struct search_query q;
	struct sql_matter_search_row *rows;
	size_t n;

	assert_true(search_parse(f, typed, &q));
	struct sql_matter_search_in in = {.query = q.exact, .plain = q.plain, .after_tier = -1, .limit = MANY};
	assert_int_equal(sql_matter_search(f->catalog, f, &in, &rows, &n), ERR_NONE);
	for (size_t i = 0; i < n; i++)
		if (text_eq(rows[i].name, name))
			return true;
	return false;
}

static void people_find_it_by_their_own_words(void **state)
{
	static const char food[] = "食品经营许可（新办·餐饮服务）";
	static const struct {
		const char *typed;
		bool found;
	} table[] = {
		{"食品", true},
		{"食品经营许可", true},
		{"许可", true},
		{"饭店", true},
		{"奶茶", true},
		{"市场监督管理局", true},
		{"食品 餐饮", true},
		{"食", true},
		{"11410599MBXX00019J4000131901001", true},
		{"11410599mbxx00019j4000131901", true},
		{"000131901001", true},
		{"品食", false},
		{"食品 货车", false},
		{"经许", false},
		{"+食品* -许可", true},
		{"\" OR 1=1 --食品", false},
		{"𠮷", false},
	};
	struct fix *f = *state;

	publish_eight(f);
	for (size_t i = 0; i < LEN(table); i++) {
		if (searched(f, table[i].typed, food) != table[i].found)
			print_error("%s\n", table[i].typed);
		assert_int_equal(searched(f, table[i].typed, food), table[i].found);
	}
}

static void what_comes_closest_is_offered(void **state)
{
	struct fix *f = *state;
	struct search_query q;
	struct sql_matter_search_loose_row *rows;
	size_t n;
	bool found = false;

	publish_eight(f);
	assert_false(searched(f, "我想拉货跑运输要办啥", "道路普通货物运输经营许可"));
	assert_true(search_parse(f, "我想拉货跑运输要办啥", &q));
	assert_int_equal(
		sql_matter_search_loose(f->catalog, f, &(struct sql_matter_search_loose_in){q.loose, 3}, &rows, &n),
		ERR_NONE);
	for (size_t i = 0; i < n; i++)
		found = found || text_eq(rows[i].name, "道路普通货物运输经营许可");
	assert_true(found);
}

static void filters_and_pages(void **state)
{
	struct fix *f = *state;
	struct sql_matter_list_in in = {.object = "natural", .type = "licence", .limit = 2};
	struct sql_matter_list_row *rows;
	size_t n, total = 0;
	int64_t before = -1;

	publish_eight(f);
	do {
		assert_int_equal(sql_matter_list(f->catalog, f, &in, &rows, &n), ERR_NONE);
		for (size_t i = 0; i < n; i++) {
			assert_string_equal(rows[i].type, "licence");
			assert_non_null(strstr(rows[i].object, "natural"));
			assert_true(rows[i].position >= before);
			before = rows[i].position;
		}
		total += n;
		if (n > 0) {
			in.after_position = rows[n - 1].position;
			in.after_id = rows[n - 1].id;
		}
	} while (n > 0);
	assert_true(total >= 4); /* F1, F2, F3, F8 */
}

static int64_t facet(const struct sql_matter_facets_row *rows, size_t n, const char *name, const char *value)
{
	for (size_t i = 0; i < n; i++)
		if (text_eq(rows[i].facet, name) && text_eq(rows[i].value, value))
			return rows[i].n;
	return 0;
}

static void facets_count_what_a_choice_would_leave(void **state)
{
	struct fix *f = *state;
	struct sql_matter_facets_row *rows;
	struct sql_matter_list_row *listed;
	struct sql_matter_home_row *home;
	struct search_query q;
	size_t n, nlisted, nhome;

	publish_eight(f);
	struct sql_matter_facets_in in = {.dept = "market"};
	assert_int_equal(sql_matter_facets(f->catalog, f, &in, &rows, &n), ERR_NONE);
	assert_int_equal(sql_matter_list(f->catalog, f, &(struct sql_matter_list_in){.dept = "market", .limit = MANY},
					 &listed, &nlisted),
			 ERR_NONE);
	assert_int_equal(facet(rows, n, "all", ""), (int64_t)nlisted);
	assert_true(facet(rows, n, "type", "licence") >= 2);
	assert_int_equal(facet(rows, n, "theme", "transport"), 0);
	assert_true(facet(rows, n, "dept", "transport") >= 1); /* choosing another department would leave these */
	assert_true(facet(rows, n, "object", "natural") >= 3);
	assert_true(search_parse(f, "货车", &q));
	assert_int_equal(sql_matter_facets(f->catalog, f, &(struct sql_matter_facets_in){.query = q.exact}, &rows, &n),
			 ERR_NONE);
	assert_int_equal(facet(rows, n, "theme", "transport"), 1);
	assert_int_equal(facet(rows, n, "theme", "food"), 0);
	assert_int_equal(sql_matter_home(f->catalog, f, &(struct sql_matter_home_in){3}, &home, &nhome), ERR_NONE);
	assert_true(nhome > 3);
	assert_string_equal(home[0].row_kind, "matter");
	assert_string_equal(home[3].row_kind, "theme");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(publishing_again_changes_nothing),
		cmocka_unit_test(a_running_case_keeps_its_revision),
		cmocka_unit_test(another_matter_needs_another_code),
		cmocka_unit_test(a_code_that_was_withdrawn_never_comes_back),
		cmocka_unit_test(people_find_it_by_their_own_words),
		cmocka_unit_test(what_comes_closest_is_offered),
		cmocka_unit_test(filters_and_pages),
		cmocka_unit_test(facets_count_what_a_choice_would_leave),
	};

	if (crypt_start() != ERR_NONE)
		return 1;
	return cmocka_run_group_tests_name("matter_db", tests, setup, teardown);
}
