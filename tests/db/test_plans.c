/* How statements find their rows in a large portal (many.sql): by an index, and no more of them than they need.
 * An INSERT of values reaches rows by their keys only and is not looked at. */
#include "db/scratchdb.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "wrap/db.h"

#define LARGE 1000 /* rows: a table from here on is not read whole, nor that many rows sorted */
#define A_PAGE 100 /* rows read: 31 of a list, and a few look-ups for each */

/* A line of statement-values. */
struct line {
	const char *statement; /* "*": all */
	const char **param, **value;
	size_t n;
};

/* A statement with values in its place, and the plan that the server makes of it. */
struct look {
	const struct db_stmt *s;
	const char *name, *sql;
	struct answer plan;
};

struct fix {
	void *ctx;
	struct scratchdb *db;
	struct line *lines;
	struct look *looks;
	size_t nlines, nlooks;
};

enum plan_column { PLAN_TABLE = 2, PLAN_TYPE = 3, PLAN_KEY = 5, PLAN_ROWS = 8, PLAN_EXTRA = 9 };

/* --- values ------------------------------------------------------------------------------------------ */

static struct line line_read(void *ctx, char *text)
{
	struct line l = {.param = mem_array(ctx, const char *, 32), .value = mem_array(ctx, const char *, 32)};
	char *rest = NULL;

	l.statement = text_trim(ctx, strtok_r(text, "|", &rest));
	for (char *part = strtok_r(NULL, "|", &rest); part; part = strtok_r(NULL, "|", &rest)) {
		char *eq = strchr(part, '=');
		assert_non_null(eq);
		*eq = '\0';
		l.param[l.n] = text_trim(ctx, part);
		l.value[l.n++] = text_trim(ctx, eq + 1);
		assert_true(l.n < 32);
	}
	return l;
}

static void lines_read(struct fix *f)
{
	char *text = file_text(f, "tests/db/statement-values"), *rest = NULL;

	f->lines = mem_array(f, struct line, strlen(text));
	for (char *l = strtok_r(text, "\n", &rest); l; l = strtok_r(NULL, "\n", &rest))
		if (*l != '#')
			f->lines[f->nlines++] = line_read(f, l);
}

static const char *line_value(const struct line *l, const char *param)
{
	for (size_t i = 0; i < l->n; i++)
		if (text_eq(l->param[i], param))
			return l->value[i];
	return NULL;
}

static const char *value_for(const struct fix *f, const struct line *own, const struct db_field *field)
{
	static const char *const usual[] = {
		[DB_INT] = "1234",
		[DB_REF] = "1234",
		[DB_TEXT] = "'nowhere'",
		[DB_BYTES] = "UNHEX(SHA2('nowhere', 256))",
		[DB_DAY] = "DATE'2026-03-02'",
		[DB_MSEC] = "TIMESTAMP'2026-03-02 09:30:00'",
	};
	const char *v = own ? line_value(own, field->name) : NULL;

	for (size_t i = 0; !v && i < f->nlines; i++)
		if (text_eq(f->lines[i].statement, "*"))
			v = line_value(&f->lines[i], field->name);
	return v ? v : usual[field->type];
}

/* --- looks ------------------------------------------------------------------------------------------- */

static char *quoted(void *ctx, const char *text)
{
	char *out = mem_array(ctx, char, strlen(text) * 2 + 3), *o = out;

	*o++ = '\'';
	for (; *text; *o++ = *text++)
		if (*text == '\'' || *text == '\\')
			*o++ = *text;
	*o = '\'';
	return out;
}

/* Values are parameters here too, so that the server plans as it does for the programs. */
static const char *execution(const struct fix *f, const struct look *l, const struct line *own, const char *before)
{
	char *sql = mem_fmt(f->ctx, "EXECUTE IMMEDIATE %s", quoted(f->ctx, mem_fmt(f->ctx, "%s%s", before, l->s->text)));

	for (size_t i = 0; i < l->s->nparams; i++)
		sql = mem_fmt(f->ctx, "%s%s%s", sql, i ? ", " : " USING ", value_for(f, own, &l->s->params[i]));
	return sql;
}

static void look_add(struct fix *f, const struct db_stmt *s, const struct line *own)
{
	struct look *l = &f->looks[f->nlooks++];

	*l = (struct look){.s = s, .name = s->name};
	l->sql = execution(f, l, own, "");
	l->plan = scratchdb_ask(f->db, f->ctx, execution(f, l, own, "EXPLAIN "));
}

static bool looks_things_up(const struct db_stmt *s)
{
	return strncmp(s->text, "INSERT", 6) != 0 || strstr(s->text, "SELECT");
}

static void looks_take(struct fix *f)
{
	f->looks = mem_array(f, struct look, db_nstmts + f->nlines);
	for (const struct db_stmt *s = db_stmts; s < db_stmts + db_nstmts; s++) {
		size_t before = f->nlooks;
		if (!looks_things_up(s))
			continue;
		for (size_t i = 0; i < f->nlines; i++)
			if (text_eq(f->lines[i].statement, s->name))
				look_add(f, s, &f->lines[i]);
		if (f->nlooks == before)
			look_add(f, s, NULL);
	}
}

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);

	f->ctx = f;
	*state = f;
	f->db = scratchdb_make(f, "plans");
	if (!f->db)
		return -1;
	scratchdb_load(f->db, "tests/db/many.sql");
	lines_read(f);
	looks_take(f);
	return 0;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

/* --- tests ------------------------------------------------------------------------------------------- */

static void values_are_for_what_exists(void **state)
{
	struct fix *f = *state;

	for (size_t i = 0; i < f->nlines; i++) {
		const struct line *l = &f->lines[i];
		for (size_t p = 0; p < l->n; p++) {
			bool known = false;
			for (const struct db_stmt *s = db_stmts; s < db_stmts + db_nstmts; s++)
				for (size_t k = 0; k < s->nparams; k++)
					known = known || (text_eq(s->params[k].name, l->param[p]) &&
							  (text_eq(l->statement, "*") || text_eq(l->statement, s->name)));
			if (!known)
				fail_msg("statement-values: %s has no %s", l->statement, l->param[p]);
		}
	}
}

static void plan_print(const struct look *l)
{
	print_error("%s\n", l->sql);
	for (size_t r = 0; r < l->plan.rows; r++) {
		for (size_t c = 0; c < l->plan.cols; c++)
			print_error("%s\t", text_or(l->plan.at[r][c], "-"));
		print_error("\n");
	}
}

/* What is wrong with a line of a plan, or NULL. */
static const char *plan_fault(const char *const *at)
{
	const char *type = text_or(at[PLAN_TYPE], ""), *extra = text_or(at[PLAN_EXTRA], "");
	long rows = strtol(text_or(at[PLAN_ROWS], "0"), NULL, 10);

	if (rows <= LARGE)
		return NULL;
	if (text_eq(type, "ALL"))
		return "reads a whole table";
	if (text_eq(type, "index"))
		return "reads a whole index";
	return strstr(extra, "filesort") ? "sorts many rows" : NULL;
}

static void statements_find_rows_by_an_index(void **state)
{
	struct fix *f = *state;
	size_t faults = 0, statements = 0;

	for (size_t i = 0; i < f->nlooks; i++) {
		const struct look *l = &f->looks[i];
		statements += i == 0 || l->s != f->looks[i - 1].s;
		for (size_t r = 0; r < l->plan.rows; r++) {
			const char *fault = plan_fault(l->plan.at[r]);
			if (!fault)
				continue;
			faults++;
			print_error("%s %s (%s)\n", l->name, fault, l->plan.at[r][PLAN_TABLE]);
			plan_print(l);
		}
	}
	print_message("# %zu statements with %zu sets of values\n", statements, f->nlooks);
	assert_int_equal(faults, 0);
}

/* Reading more than A_PAGE, index entries and rows of temporary tables taken together, is for these only. */
static const struct {
	const char *name;
	uint64_t most;
	const char *why;
} readers[] = {
	{"calendar_all", 3000, "40 days a year; once per process and then once a day"},
	{"calendar_years", 3000, "the same, for the administrator"},
	{"matter_list", 2500, "a catalogue has a few thousand matters; filters pass over a narrow index"},
	{"matter_search", 8000, "the same: what a word finds is put in the editors' order"},
	{"matter_facets", 8000, "the same: it counts the whole catalogue"},
	{"matter_home", 2500, "the same: it counts themes"},
	{"matter_search_loose", 300, "the same"},
	{"worklist_counts", 6100, "counts to 1,000 three times, through temporary tables"},
	{"archive_due", 200, "counts the papers of each case on its page"},
	{"archive_counts", 800, "counts what is under way to the archive in every department"},
	{"intake_post_list", 300, "twenty letters, each with what was listed and told"},
	{"substitution_list", 500, "of a unit: passes over those of its officers"},
	{"clock_due_soon", 1500, "a background job: passes over open cases that are due in its span of days"},
	{"ledger_page", 6000, "of one department: passes over what others entered in between"},
	{"letter_list", 1000, "of a unit: passes over the letters of others"},
	{"letter_matters", 2500, "a catalogue has a few thousand matters"},
	{"enquiry_matters", 2500, "the same: matters that one can ask about"},
	{"worklist_matters", 2500, "the same: the choices of a filter"},
	{"gaps_due", 300, "of one department: passes over what others wait for"},
	{"hall_tickets", 500, "everybody who waits or is served now; once a second for all who watch (conf/pools)"},
	{"hall_windows", 600, "the same: windows that are manned and what they serve"},
	{"window_choices", 600, "windows of the hall, of which there are some dozens"},
	{"load_rows", 2500, "adds up the tickets of the days that were chosen, by the index of days"},
	{"load_windows", 600, "names for the same: windows and their groups"},
	{"load_matters", 600, "names for the same: matters that are handled at the counter"},
	{"ticket_open", 200, "a background job: today's open tickets"},
	{"slots_ahead", 4000, "a background job: the slots of two weeks"},
	{"slots_stop", 500, "an administrator closes a day: the places of its slots"},
	{"slot_days", 2500, "the calendar of two weeks: counts the places of one group"},
	{"slot_times", 300, "the same of one day"},
	{"booking_matters", 700, "up to 200 matters that can be booked, with their departments"},
	{"waiters_gone", 500, "a background job: those who waited for yesterday"},
	{"waiters_days", 1500, "a background job: places of the days for which somebody waits"},
	{"bookings_displaced", 300, "a background job: bookings of the closed slots ahead"},
	{"appeals_open", 200, "fifty, each with its booking and group"},
	{"window_list", 8000, "for the administrator: windows of the hall with everybody who sits there"},
	{"group_matters", 7000, "for the administrator: a catalogue has a few thousand matters"},
	{"rating_day_make", 4000, "a background job: adds up the ratings of one day four ways"},
	{"rating_sum_make", 40000, "a background job: adds up the days of a year"},
	{"rating_reply_make", 6000, "a background job: the bad ratings of a year"},
	{"rating_person_sweep", 1500, "a background job: a thousand at a time"},
	{"rating_worklist", 400, "thirty orders of one state, sorted by what is due first"},
	{"rate_bucket_sweep", 1001, "a background job: takes away up to 1,000 a minute"},
};

static uint64_t most_read(const char *name)
{
	for (size_t i = 0; i < LEN(readers); i++)
		if (text_eq(readers[i].name, name))
			return readers[i].most;
	return A_PAGE;
}

static uint64_t rows_read_by(struct fix *f, const struct look *l, size_t *found)
{
	struct answer a;
	uint64_t sum = 0;

	scratchdb_do(f->db, "FLUSH STATUS; START TRANSACTION");
	const char *objection = scratchdb_try(f->db, f->ctx, l->sql, &a);
	struct answer reads = scratchdb_ask(f->db, f->ctx, "SHOW STATUS LIKE 'Handler_read%'");
	scratchdb_do(f->db, "ROLLBACK");
	*found = 0; /* what the server objects to has found nothing; all of them are told in one run */
	if (objection) {
		print_error("%s: %s\n", l->name, objection);
		return 0;
	}
	*found = l->s->shape == DB_NONE ? (size_t)a.matched : a.rows;
	for (size_t i = 0; i < reads.rows; i++)
		sum += strtoull(reads.at[i][1], NULL, 10);
	return sum;
}

static void statements_read_no_more_than_they_need(void **state)
{
	struct fix *f = *state;
	size_t faults = 0, found, all = 0;

	for (size_t i = 0; i < f->nlooks; i++) {
		const struct look *l = &f->looks[i];
		uint64_t n = rows_read_by(f, l, &found);
		all = i > 0 && l->s == f->looks[i - 1].s ? all + found : found;
		if (n > most_read(l->name)) {
			faults++;
			print_error("%s reads %llu rows\n", l->name, (unsigned long long)n);
			plan_print(l);
		}
		if (all == 0 && (i + 1 == f->nlooks || f->looks[i + 1].s != l->s)) {
			faults++;
			print_error("%s finds nothing; statement-values lacks values for it\n%s\n", l->name, l->sql);
		}
	}
	assert_int_equal(faults, 0);
}

/* Is key one of those that a plan names?  Plans join several by a comma. */
static bool plan_uses(const struct look *l, const char *key)
{
	size_t n = strlen(key);

	for (size_t r = 0; r < l->plan.rows; r++) {
		const char *keys = text_or(l->plan.at[r][PLAN_KEY], "");
		for (const char *at = strstr(keys, key); at; at = strstr(at + 1, key))
			if ((at == keys || at[-1] == ',') && (at[n] == '\0' || at[n] == ','))
				return true;
	}
	return false;
}

/* Every index costs something at each INSERT.  Unique ones and those that a foreign key stands on are rules; the others
 * are there for statements. */
static void every_index_has_a_statement(void **state)
{
	static const char *const for_people[] = {
		"access_log_case", "access_log_staff", /* who saw this case; what did this officer look at */
	};
	struct fix *f = *state;
	struct answer a = scratchdb_ask(
		f->db, f->ctx,
		"SELECT TABLE_NAME, INDEX_NAME FROM information_schema.STATISTICS s WHERE TABLE_SCHEMA = 'plans'"
		" AND NON_UNIQUE = 1 AND SEQ_IN_INDEX = 1 AND NOT EXISTS (SELECT 1 FROM information_schema.KEY_COLUMN_USAGE k"
		"  WHERE k.TABLE_SCHEMA = s.TABLE_SCHEMA AND k.TABLE_NAME = s.TABLE_NAME AND k.COLUMN_NAME = s.COLUMN_NAME"
		"  AND k.ORDINAL_POSITION = 1 AND k.REFERENCED_TABLE_NAME IS NOT NULL)");
	size_t idle = 0;

	assert_true(a.rows > 10);
	for (size_t r = 0; r < a.rows; r++) {
		bool used = false;
		for (size_t i = 0; !used && i < LEN(for_people); i++)
			used = text_eq(for_people[i], a.at[r][1]);
		for (size_t i = 0; !used && i < f->nlooks; i++)
			used = plan_uses(&f->looks[i], a.at[r][1]);
		idle += !used;
		if (!used)
			print_error("no plan uses %s of %s\n", a.at[r][1], a.at[r][0]);
	}
	assert_int_equal(idle, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_for_what_exists),
		cmocka_unit_test(statements_find_rows_by_an_index),
		cmocka_unit_test(statements_read_no_more_than_they_need),
		cmocka_unit_test(every_index_has_a_statement),
	};

	return cmocka_run_group_tests_name("plans on large tables", tests, setup, teardown);
}
