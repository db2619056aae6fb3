/* Tables for spreadsheet programs: quoting, line ends, and what must not be taken for a formula. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "web/csv.h"

#define MARK "\xEF\xBB\xBF"

static void expect(struct csv *c, const char *text)
{
	struct bytes b = csv_bytes(c);

	assert_int_equal(b.n, strlen(text));
	assert_memory_equal(b.p, text, b.n);
}

static void rows_are_quoted_and_end_with_crlf(void **state)
{
	struct csv *c = csv_new(NULL);

	(void)state;
	csv_cell(c, "事项");
	csv_cell(c, NULL);
	csv_cell(c, "他说“好”，\"真的\"");
	csv_end(c);
	csv_cell(c, "两行\n一格");
	csv_end(c);
	expect(c, MARK "\"事项\",\"\",\"他说“好”，\"\"真的\"\"\"\r\n\"两行\n一格\"\r\n");
	talloc_free(c);
}

static void nothing_is_a_formula(void **state)
{
	static const char *const tempting[] = {"=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠A"};

	(void)state;
	for (size_t i = 0; i < sizeof tempting / sizeof tempting[0]; i++) {
		struct csv *c = csv_new(NULL);
		csv_cell(c, tempting[i]);
		struct bytes b = csv_bytes(c);
		assert_memory_equal(b.p, MARK "\"'", 5);
		assert_memory_equal(b.p + 5, tempting[i], strlen(tempting[i]));
		talloc_free(c);
	}
}

static void plain_text_is_left_alone(void **state)
{
	struct csv *c = csv_new(NULL);

	(void)state;
	csv_cell(c, "1+1=2");
	csv_cell(c, "SL20260302-0301-00001");
	csv_cell(c, "410***********0028");
	csv_cell(c, " 两端有空格 ");
	expect(c, MARK "\"1+1=2\",\"SL20260302-0301-00001\",\"410***********0028\",\" 两端有空格 \"");
	talloc_free(c);
}

static void it_grows(void **state)
{
	struct csv *c = csv_new(NULL);
	char cell[101];

	(void)state;
	memset(cell, 'x', 100);
	cell[100] = '\0';
	for (int i = 0; i < 10000; i++) {
		csv_cell(c, cell);
		csv_end(c);
	}
	assert_int_equal(csv_bytes(c).n, 3 + 10000 * 104);
	talloc_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_quoted_and_end_with_crlf),
		cmocka_unit_test(nothing_is_a_formula),
		cmocka_unit_test(plain_text_is_left_alone),
		cmocka_unit_test(it_grows),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
