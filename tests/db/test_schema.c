/* What holds for every table: engine, key, collation, a comment on everything; and that names keep characters apart. */
#include "db/scratchdb.h"

#include <stdlib.h>

#include "base/text.h"
#include "gen/sql.h"

#define NOW msec_make(day_make(2026, 3, 2), 9, 30, 0, 0)

struct fix {
	void *ctx;
	struct scratchdb *db;
};

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);

	f->ctx = f;
	*state = f;
	f->db = scratchdb_make(f, "shape");
	return f->db ? 0 : -1;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

/* None of these may be found; each row names one thing that should be otherwise. */
static void assert_none(struct fix *f, const char *what, const char *sql)
{
	struct answer a = scratchdb_ask(f->db, f->ctx, sql);

	for (size_t i = 0; i < a.rows; i++)
		print_error("%s: %s\n", what, a.at[i][0]);
	assert_int_equal(a.rows, 0);
}

#define COLUMNS "SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'portal' AND "

static void every_table_has_engine_key_and_comments(void **state)
{
	struct fix *f = *state;

	assert_true(strtol(scratchdb_text(f->db, f->ctx,
					  "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'portal'"),
			   NULL, 10) > 20);
	assert_none(f, "not an InnoDB table with a comment",
		    "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'portal'"
		    " AND (TABLE_TYPE <> 'BASE TABLE' OR ENGINE <> 'InnoDB' OR TABLE_COMMENT = '')");
	assert_none(f, "no primary key",
		    "SELECT TABLE_NAME FROM information_schema.TABLES t WHERE TABLE_SCHEMA = 'portal' AND NOT EXISTS"
		    " (SELECT 1 FROM information_schema.STATISTICS s WHERE s.TABLE_SCHEMA = t.TABLE_SCHEMA"
		    "  AND s.TABLE_NAME = t.TABLE_NAME AND s.INDEX_NAME = 'PRIMARY')");
	assert_none(f, "no comment", COLUMNS "COLUMN_COMMENT = ''");
	assert_none(f, "something that runs by itself in the database",
		    "SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'portal' UNION ALL "
		    "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'portal' UNION ALL "
		    "SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'portal'");
}

static void text_is_compared_as_people_or_as_bytes(void **state)
{
	struct fix *f = *state;

	assert_none(f, "collation of the table",
		    "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'portal'"
		    " AND TABLE_COLLATION <> 'utf8mb4_uca1400_ai_ci'");
	/* by code point: documents as they were issued and hashed, what FULLTEXT cuts, and series words of numbers */
	assert_none(f, "collation",
		    COLUMNS "COLLATION_NAME IS NOT NULL"
			    " AND COLLATION_NAME NOT IN ('utf8mb4_uca1400_ai_ci', 'ascii_bin')"
			    " AND NOT (COLLATION_NAME = 'utf8mb4_bin' AND CONCAT(TABLE_NAME, '.', COLUMN_NAME) IN ("
			    "'matter_revision.doc', 'matter_revision.search', 'document.data', 'document.series',"
			    "'doc_counter.series', 'faq.search'))");
}

/* Time comes in from the programs, whole or to the millisecond; an amount of money would be whole fen or a DECIMAL. */
static void types_are_exact(void **state)
{
	struct fix *f = *state;

	assert_none(f, "not exact", COLUMNS "DATA_TYPE IN ('float', 'double', 'bit')");
	assert_none(f, "shown in the time zone of whoever asks", COLUMNS "DATA_TYPE = 'timestamp'");
	assert_none(f, "time of the database", COLUMNS "(COLUMN_DEFAULT REGEXP 'current|now' OR EXTRA <> '')"
						       " AND EXTRA NOT IN ('auto_increment', 'VIRTUAL GENERATED', 'STORED GENERATED')");
	assert_none(f, "milliseconds are cut",
		    COLUMNS "DATA_TYPE = 'datetime' AND DATETIME_PRECISION <> 3"
			    " AND TABLE_NAME NOT IN ('schema_migration', 'data_load')"); /* written by scripts */
}

static int64_t account_named(struct db *db, const char *name, uint8_t number)
{
	uint8_t bytes[32] = {number};
	struct bytes b = {bytes, sizeof(bytes)};
	struct sql_account_add_in in = {.kind = "natural", .id_type = "111", .id_sealed = b, .id_bidx = b, .id_mask = "*",
					.name = name, .phone_sealed = b, .phone_bidx = b, .phone_mask = "*",
					.pw_hash = "none", .now = NOW};
	struct db_done done;

	assert_int_equal(sql_account_add(db, &in, &done), ERR_NONE);
	return done.insert_id;
}

static void rare_characters_stay_apart(void **state)
{
	/* CJK unified, extension B (four bytes) twice, and the everyday character that the first is a variant of */
	static const char *const names[] = {"张𠮷", "张𡈽", "张吉", "张土"};
	struct fix *f = *state;
	struct db *db;

	assert_int_equal(db_open(f, scratchdb_conf(f->db, "account"), "account", &db), ERR_NONE);
	for (uint8_t i = 0; i < LEN(names); i++) {
		struct sql_account_profile_row *r;
		int64_t id = account_named(db, names[i], i);
		assert_int_equal(sql_account_profile(db, f, &(struct sql_account_profile_in){id}, &r), ERR_NONE);
		assert_string_equal(r->name, names[i]);
	}
	assert_string_equal(scratchdb_text(f->db, f, "SELECT COUNT(DISTINCT name) FROM account"), "4");
	assert_string_equal(scratchdb_text(f->db, f, "SELECT COUNT(*) FROM account WHERE name = '张𠮷'"), "1");
	talloc_free(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_has_engine_key_and_comments),
		cmocka_unit_test(text_is_compared_as_people_or_as_bytes),
		cmocka_unit_test(types_are_exact),
		cmocka_unit_test(rare_characters_stay_apart),
	};

	return cmocka_run_group_tests_name("schema", tests, setup, teardown);
}
