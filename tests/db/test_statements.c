/* The statement set against the rights of sql/grants.sql: every program's account can prepare its own statements and
 * not those that others alone may run, and it has no right that none of its statements needs. */
#include "db/scratchdb.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "wrap/db.h"

struct fix {
	void *ctx;
	struct scratchdb *db;
};

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);

	f->ctx = f;
	*state = f;
	f->db = scratchdb_make(f, "rights");
	return f->db ? 0 : -1;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static uint32_t program_bit(const char *program)
{
	for (unsigned i = 0; db_programs[i]; i++)
		if (text_eq(db_programs[i], program))
			return UINT32_C(1) << i;
	return 0;
}

static const struct db_stmt *statement(const char *name)
{
	for (size_t i = 0; i < db_nstmts; i++)
		if (text_eq(db_stmts[i].name, name))
			return &db_stmts[i];
	fail_msg("there is no statement %s", name);
	return NULL;
}

/* The account of a program is its name with _ for -; back again. */
static const char *program_of(void *ctx, const char *account)
{
	char *program = mem_str(ctx, account);

	for (char *c = program; *c; c++)
		if (*c == '_')
			*c = '-';
	return program;
}

/* --- own and others' statements ---------------------------------------------------------------------- */

static void every_program_prepares_its_statements(void **state)
{
	struct fix *f = *state;

	for (size_t i = 0; db_programs[i]; i++) {
		struct db *db;
		enum err e = db_open(f->ctx, scratchdb_conf(f->db, db_programs[i]), db_programs[i], &db);
		if (e != ERR_NONE)
			fail_msg("%s: a statement does not fit the schema or its rights; the log names it", db_programs[i]);
		talloc_free(db);
	}
}

static void accounts_are_those_of_programs(void **state)
{
	struct fix *f = *state;
	struct answer a = scratchdb_ask(f->db, f->ctx,
					"SELECT DISTINCT User FROM mysql.tables_priv WHERE Db = 'rights' ORDER BY User");

	for (size_t i = 0; i < a.rows; i++)
		if (!program_bit(program_of(f->ctx, a.at[i][0])))
			fail_msg("no statement is for %s", a.at[i][0]);
}

/* What decides, what tells, what people trust, what is secret: none but the programs in :for. */
static const char *const guarded[] = {
	"case_move",	  "event_add",	   "ledger_add",	   "document_add",	  "outbox_add",
	"case_sealed",	  "case_item_judge", "case_items_list",	   "signin_account",	  "signin_staff",
	"account_profile", "account_phone_set", "session_citizen_begin", "session_staff_begin", "rate_forget",
	"outbox_get",	  "outbox_sent",   "draft_add",		   "intake_add",	  "draft_agent_put",
	"alert_add",	  "substitution_add", "calendar_day_drop", "calendar_year_add",	  "publish_matter_set",
	"publish_revision_add", "lease_take", "demo_role_put",	   "case_fields",	  "draft_account",
};

static void nobody_prepares_what_is_others_alone(void **state)
{
	struct fix *f = *state;
	size_t refused = 0;

	for (size_t i = 0; i < LEN(guarded); i++) {
		const struct db_stmt *s = statement(guarded[i]);
		for (size_t p = 0; db_programs[p]; p++) {
			if (s->programs & UINT32_C(1) << p)
				continue;
			/* an archive package holds the person in clear */
			if (text_eq(s->name, "case_sealed") && text_eq(db_programs[p], "archive"))
				continue;
			const char *why = scratchdb_refusal(f->db, f->ctx, db_programs[p], s->text);
			if (!why || !strstr(why, "denied"))
				fail_msg("%s can prepare %s", db_programs[p], s->name);
			refused++;
		}
	}
	print_message("# %zu statements, refused %zu times\n", LEN(guarded), refused);
}

/* --- who holds what ---------------------------------------------------------------------------------- */

/* Accounts that hold a right on a table or on this column of it, by table or by column; "" for none.
 * column NULL: on any. */
static const char *holders(struct fix *f, const char *privilege, const char *table, const char *column)
{
	return scratchdb_text(
		f->db, f->ctx,
		mem_fmt(f->ctx,
			"SELECT GROUP_CONCAT(DISTINCT User ORDER BY User SEPARATOR ' ') FROM ("
			"SELECT User FROM mysql.tables_priv WHERE Db = 'rights' AND Table_name = '%s'"
			" AND FIND_IN_SET('%s', Table_priv) UNION ALL "
			"SELECT User FROM mysql.columns_priv WHERE Db = 'rights' AND Table_name = '%s'"
			" AND FIND_IN_SET('%s', Column_priv) AND ('%s' = '' OR Column_name = '%s')) AS u",
			table, privilege, table, privilege, text_or(column, ""), text_or(column, "")));
}

static void the_trail_is_only_added_to(void **state)
{
	static const struct {
		const char *table, *privilege, *accounts;
	} rows[] = {
		{"case_event", "Update", ""},	   {"case_event", "Delete", ""},
		{"clock_ledger", "Update", ""},	   {"clock_ledger", "Delete", ""},
		{"document", "Update", ""},	   {"document", "Delete", ""},
		{"access_log", "Update", ""},	   {"access_log", "Delete", ""},
		{"access_log", "Select", ""},	   {"case_file", "Delete", ""},
		{"outbox", "Delete", ""},	   {"outbox", "Update", "sender"},
		{"alert", "Delete", ""},	   {"account", "Delete", ""},
		{"staff", "Delete", ""},	   {"staff_role", "Delete", ""},
		{"substitution", "Delete", ""},	   {"matter", "Delete", ""},
		{"matter_revision", "Delete", ""}, {"cases", "Delete", "apply desk"}, /* a draft that was never submitted */
		{"case_counter", "Delete", ""},	   {"doc_counter", "Delete", ""},
	};
	static const struct {
		const char *table, *column; /* that no statement changes once the row is there */
	} fixed[] = {
		{"cases", "ref"},	       {"cases", "matter_id"},	       {"cases", "revision_id"},
		{"cases", "account_id"},       {"cases", "applicant_name"},    {"cases", "applicant_id_sealed"},
		{"cases", "applicant_id_bidx"}, {"cases", "created_at"},       {"account", "id_sealed"},
		{"case_file", "sha256"},       {"case_file", "uploaded_at"},   {"matter", "code"},
		{"matter_revision", "doc"},    {"matter_revision", "doc_hash"}, {"outbox", "to_sealed"},
		{"outbox", "body"},	       {"substitution", "approver"},   {"session", "account_id"},
		{"staff_session", "staff_id"}, {"session", "epoch"},
	};
	struct fix *f = *state;

	for (size_t i = 0; i < LEN(rows); i++)
		if (!text_eq(holders(f, rows[i].privilege, rows[i].table, NULL), rows[i].accounts))
			fail_msg("%s of %s: %s", rows[i].privilege, rows[i].table,
				 holders(f, rows[i].privilege, rows[i].table, NULL));
	for (size_t i = 0; i < LEN(fixed); i++) {
		const char *who = holders(f, "Update", fixed[i].table, fixed[i].column);
		if (!text_empty(who) && !text_eq(who, "demo_accounts"))
			fail_msg("%s may change %s.%s", who, fixed[i].table, fixed[i].column);
	}
}

/* Every column that holds something sealed, or that a sealed thing can be found by, and who may read it. */
static const struct {
	const char *table, *column, *accounts;
} secrets[] = {
	{"account", "id_sealed", "apply desk"},
	{"account", "id_bidx", "account apply booking desk"},
	{"account", "phone_sealed", "apply booking clock desk"},
	{"account", "phone_bidx", "account"},
	{"account", "email_sealed", "apply clock desk"},
	{"account", "address_sealed", "apply desk"},
	{"account", "pw_hash", "account"},
	{"booking", "id_sealed", "desk"},
	{"booking", "person_bidx", "booking clock desk hall"},
	{"booking", "phone_bidx", "desk"},
	{"booking", "phone_sealed", "booking clock desk"},
	{"case_field", "sealed", "apply archive desk"},
	{"cases", "agent_id_sealed", "archive desk"},
	{"cases", "agent_phone_sealed", "archive desk"},
	{"cases", "applicant_address_sealed", "archive desk"},
	{"cases", "applicant_id_bidx", "apply desk"},
	{"cases", "applicant_id_sealed", "archive desk"},
	{"cases", "applicant_phone_sealed", "apply archive clock desk"},
	{"certificate", "holder_bidx", "account apply desk"},
	{"credit_record", "person_bidx", "account apply desk"},
	{"outbox", "to_sealed", "sender"},
	{"rating", "contact_sealed", "desk feedback"},
	{"rating", "text_sealed", "desk feedback"},
	{"staff", "pw_hash", "desk"},
	{"complaint", "facts_sealed", "clock desk feedback upload"},
	{"complaint", "name_sealed", "clock desk feedback upload"},
	{"complaint", "phone_sealed", "clock desk feedback upload"},
	{"complaint", "reply_sealed", "clock desk feedback upload"},
	{"complaint_event", "words_sealed", "desk feedback"},
	{"complaint_letter", "words_sealed", "desk feedback"},
	{"enquiry", "answer_sealed", "desk feedback"},
	{"enquiry", "name_sealed", "desk feedback"},
	{"enquiry", "phone_sealed", "desk feedback"},
	{"enquiry", "question_sealed", "desk feedback"},
	{"enquiry_event", "words_sealed", "desk feedback"},
	/* notes between officers */
	{"case_event", "note", "apply archive desk eventcheck"},
};

static void secrets_are_read_by_few(void **state)
{
	struct fix *f = *state;
	struct answer a = scratchdb_ask(f->db, f->ctx,
					"SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS"
					" WHERE TABLE_SCHEMA = 'rights' AND COLUMN_NAME REGEXP '(sealed|bidx|pw_hash)$'");

	for (size_t i = 0; i < LEN(secrets); i++) {
		const char *who = holders(f, "Select", secrets[i].table, secrets[i].column);
		if (!text_eq(who, secrets[i].accounts))
			fail_msg("%s.%s is read by: %s", secrets[i].table, secrets[i].column, who);
	}
	for (size_t r = 0; r < a.rows; r++) {
		bool named = false;
		for (size_t i = 0; i < LEN(secrets); i++)
			named = named || (text_eq(secrets[i].table, a.at[r][0]) && text_eq(secrets[i].column, a.at[r][1]));
		if (!named)
			fail_msg("who may read %s.%s?", a.at[r][0], a.at[r][1]);
	}
}

/* --- least privilege --------------------------------------------------------------------------------- */

struct right {
	const char *account, *privilege, *table, *column; /* column NULL: the whole table */
};

static struct right *rights_held(struct fix *f, size_t *n)
{
	struct answer a = scratchdb_ask(f->db, f->ctx,
					"SELECT GRANTEE, PRIVILEGE_TYPE, TABLE_NAME, NULL FROM information_schema.TABLE_PRIVILEGES"
					" WHERE TABLE_SCHEMA = 'rights' UNION ALL "
					"SELECT GRANTEE, PRIVILEGE_TYPE, TABLE_NAME, COLUMN_NAME"
					" FROM information_schema.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA = 'rights'");
	struct right *r = mem_array(f->ctx, struct right, a.rows);

	for (size_t i = 0; i < a.rows; i++)
		r[i] = (struct right){a.at[i][0], a.at[i][1], a.at[i][2], a.at[i][3]};
	*n = a.rows;
	return r;
}

static void right_set(struct fix *f, const struct right *r, bool on)
{
	const char *column = r->column ? mem_fmt(f->ctx, "(%s)", r->column) : "";

	scratchdb_do(f->db, mem_fmt(f->ctx, "%s %s %s ON rights.%s %s %s", on ? "GRANT" : "REVOKE", r->privilege, column,
				    r->table, on ? "TO" : "FROM", r->account));
}

static bool is_word(const char *text, const char *at, size_t n)
{
	bool before = at > text && (isalnum((unsigned char)at[-1]) || at[-1] == '_');

	return !before && !isalnum((unsigned char)at[n]) && at[n] != '_';
}

static bool names_table(const char *sql, const char *table)
{
	for (const char *at = strstr(sql, table); at; at = strstr(at + 1, table))
		if (is_word(sql, at, strlen(table)))
			return true;
	return false;
}

/* Does a statement of the account miss the right that was just taken away? */
static bool is_missed(struct fix *f, const struct right *r)
{
	const char *host = strstr(r->account, "'@'");
	const char *program = program_of(f->ctx, mem_copy(f->ctx, r->account + 1, (size_t)(host - r->account - 1)));
	uint32_t bit = program_bit(program);

	for (size_t i = 0; i < db_nstmts; i++)
		if (db_stmts[i].programs & bit && names_table(db_stmts[i].text, r->table) &&
		    scratchdb_refusal(f->db, f->ctx, program, db_stmts[i].text))
			return true;
	return false;
}

static void every_right_is_needed(void **state)
{
	struct fix *f = *state;
	size_t n, idle = 0, by_column = 0;
	struct right *r = rights_held(f, &n);

	assert_true(n > 100);
	for (size_t i = 0; i < n; i++) {
		right_set(f, &r[i], false);
		bool missed = is_missed(f, &r[i]);
		right_set(f, &r[i], true);
		by_column += r[i].column != NULL;
		idle += !missed;
		if (!missed)
			print_error("no statement of %s needs %s of %s.%s\n", r[i].account, r[i].privilege, r[i].table,
				    text_or(r[i].column, "*"));
	}
	print_message("# %zu rights, %zu of them on one column\n", n, by_column);
	assert_int_equal(idle, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_program_prepares_its_statements),
		cmocka_unit_test(accounts_are_those_of_programs),
		cmocka_unit_test(nobody_prepares_what_is_others_alone),
		cmocka_unit_test(the_trail_is_only_added_to),
		cmocka_unit_test(secrets_are_read_by_few),
		cmocka_unit_test(every_right_is_needed),
	};

	return cmocka_run_group_tests_name("statements and rights", tests, setup, teardown);
}
