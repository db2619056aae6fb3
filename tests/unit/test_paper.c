/* wrap/paper: blocks put down and drawn as a PDF; looked at by poppler, which had no part in making it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "scratch.h"
#include "wrap/paper.h"
#include "wrap/paperdraw.h"

/* Both libraries keep things until the process ends; the leak detector asks here what to pass over. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libcairo\n";
}

static int setup(void **state)
{
	*state = talloc_new(NULL);
	return 0;
}

static int teardown(void **state)
{
	return talloc_free(*state);
}

static struct paper *sheet(void *ctx)
{
	return paper_new(ctx, &(struct paper_about){.title = "受理通知书", .author = "示例市民政局",
						   .made = msec_make(day_make(2026, 3, 2), 9, 30, 0, 0),
						   .running = "受理通知书　第1号", .foot = "办理记录校验值 ab12"});
}

static struct bytes pdf_of(void *ctx, const struct paper *p)
{
	struct bytes pdf = {NULL, 0};

	assert_int_equal(paperdraw_pdf(ctx, paper_blocks(ctx, p), &pdf), ERR_NONE);
	assert_true(pdf.n > 500 && memcmp(pdf.p, "%PDF-", 5) == 0);
	return pdf;
}

/* told - what a program of poppler says about the PDF. */
static const char *told(void *ctx, struct bytes pdf, const char *program, const char *options)
{
	const char *path = mem_fmt(ctx, "%s/paper.pdf", scratch_dir());
	FILE *f = fopen(path, "wb");
	char *all = mem_str(ctx, ""), line[4096];

	assert_non_null(f);
	assert_int_equal(fwrite(pdf.p, 1, pdf.n, f), pdf.n);
	fclose(f);
	f = popen(mem_fmt(ctx, "%s %s %s 2>&1", program, path, options), "r");
	assert_non_null(f);
	while (fgets(line, sizeof line, f))
		all = mem_fmt(ctx, "%s%s", all, line);
	assert_int_equal(pclose(f), 0);
	return all;
}

static int pages(void *ctx, struct bytes pdf)
{
	const char *at = strstr(told(ctx, pdf, "pdfinfo", ""), "Pages:");

	assert_non_null(at);
	return (int)strtol(at + strlen("Pages:"), NULL, 10);
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("no \"%s\" in: %s", part, text);
}

static void text_comes_out_as_it_went_in(void **state)
{
	struct paper *p = sheet(*state);
	paper_text(p, PAPER_HEAD, "示例市民政局");
	paper_text(p, PAPER_TITLE, "受理通知书");
	paper_text(p, PAPER_BODY, "依据《中华人民共和国行政许可法》，决定予以受理。");
	paper_text(p, PAPER_BODY, "<b>&amp; “引号” 0.5 个工作日");
	struct bytes pdf = pdf_of(*state, p);
	const char *text = told(*state, pdf, "pdftotext", "-"), *info = told(*state, pdf, "pdfinfo", "-isodates");

	assert_has(text, "示例市民政局");
	assert_has(text, "依据《中华人民共和国行政许可法》，决定予以受理。");
	assert_has(text, "<b>&amp; “引号” 0.5 个工作日");
	assert_has(text, "办理记录校验值 ab12");
	assert_has(info, "受理通知书");
	assert_has(info, "A4");
	assert_has(info, "2026-03-02T09:30:00+08");
	assert_null(strstr(text, "页/共")); /* one sheet has no number */
}

static void every_font_is_embedded(void **state)
{
	struct paper *p = sheet(*state);
	paper_text(p, PAPER_TITLE, "粗体");
	paper_text(p, PAPER_BODY, "常规 regular ■□ 〔2026〕第1号");
	const char *fonts = told(*state, pdf_of(*state, p), "pdffonts", "| tail -n +3 | awk '{ print $1, $(NF-4), $(NF-2) }'");

	assert_has(fonts, "NotoSerifCJK");
	assert_null(strstr(fonts, " no"));
}

static void long_tables_go_on_with_their_head(void **state)
{
	const char *cells[400];
	const struct paper_column columns[] = {{"序号", 1, true}, {"材料名称", 4, false}};
	struct paper *p = sheet(*state);

	for (size_t i = 0; i < 400; i++)
		cells[i] = mem_fmt(*state, i % 2 ? "材料%zu" : "%zu", i / 2 + 1);
	paper_table(p, "申请材料", columns, 2, cells, 200);
	struct bytes pdf = pdf_of(*state, p);
	int n = pages(*state, pdf);
	assert_in_range(n, 4, 6);
	for (int i = 1; i <= n; i++) {
		const char *text = told(*state, pdf, "pdftotext", mem_fmt(*state, "-f %d -l %d -", i, i));
		assert_has(text, "材料名称");
		assert_has(text, mem_fmt(*state, "第%d页/共%d页", i, n));
		assert_int_equal(strstr(text, "第1号") != NULL, i > 1);
		assert_int_equal(strstr(text, "材料200") != NULL, i == n);
	}
}

static struct bytes full(void *ctx)
{
	struct paper *p = sheet(ctx);
	const struct paper_fact facts[] = {{"办件编号", "SL20260302-0305-00001", true, false}, {"申请人", "张示例", true, false},
					   {"查询码", "123 456", false, true}};
	static const char *const right[] = {"示例市民政局", "2026年3月2日"}, *const left[] = {"经办人：示例"};

	paper_facts(p, facts, 3, &(struct paper_qr){"http://localhost/t/ABCDEF", "手机扫一扫"});
	paper_foot(p, &(struct paper_side){left, 1, {NULL, NULL}},
		   &(struct paper_side){right, 2, {"示例市文化广电体育和旅游局", "业务专用章"}});
	paper_hands(p, &(struct paper_hand){"申请人（签字盖章）", {NULL, 0, {NULL, NULL}}},
		    &(struct paper_hand){"机关（盖章）", {right, 2, {"示例市民政局", "业务专用章"}}});
	return pdf_of(ctx, p);
}

static void the_same_blocks_are_the_same_bytes(void **state)
{
	struct bytes a = full(*state), b = full(*state);

	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.p, b.p, a.n);
}

static void a_seal_is_a_drawing_not_text(void **state)
{
	const char *text = told(*state, full(*state), "pdftotext", "-");

	assert_null(strstr(text, "专用章"));
	assert_has(text, "123 456");
	assert_has(text, "机关（盖章）");
}

static int copies_pages(void *ctx, size_t items)
{
	struct paper *p = sheet(ctx);
	const struct paper_side none = {NULL, 0, {NULL, NULL}};

	for (int copy = 0; copy < 2; copy++) {
		if (copy)
			paper_cut(p, "沿此线剪开");
		paper_text(p, PAPER_TITLE, copy ? "回执联" : "存根联");
		for (size_t i = 0; i < items; i++)
			paper_text(p, PAPER_ITEM, mem_fmt(ctx, "%zu. 材料：缺少签字，请补上签字后再交来。", i + 1));
		paper_foot(p, &none, &none);
	}
	return pages(ctx, pdf_of(ctx, p));
}

static void copies_share_a_sheet_while_they_can(void **state)
{
	assert_int_equal(copies_pages(*state, 2), 1);
	assert_int_equal(copies_pages(*state, 16), 1); /* in smaller type */
	assert_int_equal(copies_pages(*state, 30), 2); /* a sheet each */
}

static void copies_on_sheets_of_their_own_are_numbered_apart(void **state)
{
	struct paper *p = sheet(*state);
	char *text = mem_str(*state, "");

	for (int i = 0; i < 250; i++)
		text = mem_fmt(*state, "%s这是一句很长的理由，", text);
	paper_text(p, PAPER_BODY, text);
	paper_sheet(p);
	paper_text(p, PAPER_BODY, "另一份");
	struct bytes pdf = pdf_of(*state, p);
	assert_int_equal(pages(*state, pdf), 3);
	assert_has(told(*state, pdf, "pdftotext", "-f 2 -l 2 -"), "第2页/共2页");
	assert_null(strstr(told(*state, pdf, "pdftotext", "-f 3 -"), "页/共"));
}

static void a_text_longer_than_a_sheet_goes_on(void **state)
{
	struct paper *p = sheet(*state);
	char *text = mem_str(*state, "");

	for (int i = 0; i < 300; i++)
		text = mem_fmt(*state, "%s这是一句很长的理由，", text);
	paper_text(p, PAPER_BODY, mem_fmt(*state, "%s终。", text));
	struct bytes pdf = pdf_of(*state, p);
	assert_has(told(*state, pdf, "pdftotext", "-"), "终。");
	assert_int_equal(pages(*state, pdf), 2);
}

/* tags - the elements and their text as poppler reads them out, one line. */
static const char *tags(void *ctx, struct bytes pdf)
{
	return told(ctx, pdf, "pdfinfo -struct-text", "| sed 's/ (block)//; s/ (inline)//' | tr -s ' \\n' ' '");
}

static void the_tags_give_headings_lists_and_tables_in_the_order_of_reading(void **state)
{
	static const char *const cells[] = {"1", "申请书"}, *const left[] = {"经办人：示例"}, *const right[] = {"示例市民政局"};
	const struct paper_column columns[] = {{"序号", 1, true}, {"材料名称", 4, false}};
	const struct paper_fact facts[] = {{"申请人", "张示例", true, false}, {"查询码", "123 456", true, true}};
	struct paper *p = sheet(*state);

	paper_text(p, PAPER_HEAD, "示例市民政局");
	paper_text(p, PAPER_TITLE, "受理通知书");
	paper_text(p, PAPER_HEADING, "一、依据");
	paper_text(p, PAPER_ITEM, "1. 甲");
	paper_text(p, PAPER_ITEM, "2. 乙");
	paper_facts(p, facts, 2, &(struct paper_qr){"http://localhost/t/ABCDEF", "扫一扫"});
	paper_table(p, "申请材料", columns, 2, cells, 1);
	paper_foot(p, &(struct paper_side){left, 1, {NULL, NULL}},
		   &(struct paper_side){right, 1, {"示例市民政局", "业务专用章"}});
	struct bytes pdf = pdf_of(*state, p);
	assert_string_equal(tags(*state, pdf),
			    "Document P \"示例市民政局\" H1 \"受理通知书\" H2 \"一、依据\" L LI LBody \"1. 甲\" LI LBody \"2. 乙\" Figure \"\" P \"扫一扫\" "
			    "Table TR TH \"申请人\" TD \"张示例\" TH \"查询码\" TD \"123 456\" "
			    "Table Caption \"申请材料\" TR TH \"序号\" TH \"材料名称\" TR TD \"1\" TD \"申请书\" "
			    "P \"经办人：示例\" Figure \"\" P \"示例市民政局\" ");
	assert_has(told(*state, pdf, "pdfinfo", ""), "Tagged:          yes");
	assert_has(told(*state, pdf, "grep -a -c '/Lang (zh-CN)'", "") , "1");
	assert_has(told(*state, pdf, "grep -a -c '/DisplayDocTitle true'", ""), "1");
	/* UTF-16: "二维码…", "印章：示例市…" */
	assert_has(told(*state, pdf, "grep -a -c '/Alt <feff4e8c7ef47801'", ""), "1");
	assert_has(told(*state, pdf, "grep -a -c '/Alt <feff53707ae0ff1a793a4f8b5e02'", ""), "1");
}

static void tags_go_on_over_sheets_and_a_repeated_head_is_not_read_again(void **state)
{
	const char *cells[400], *text = "";
	const struct paper_column columns[] = {{"序号", 1, true}, {"材料名称", 4, false}};
	struct paper *p = sheet(*state);

	for (size_t i = 0; i < 400; i++)
		cells[i] = mem_fmt(*state, i % 2 ? "材料%zu" : "%zu", i / 2 + 1);
	paper_table(p, "申请材料", columns, 2, cells, 200);
	for (int i = 0; i < 300; i++)
		text = mem_fmt(*state, "%s这是一句很长的理由，", text);
	paper_text(p, PAPER_BODY, mem_fmt(*state, "%s终。", text));
	text = tags(*state, pdf_of(*state, p));
	const char *table = strstr(text, "Table"), *head = strstr(text, "\"材料名称\"");
	assert_non_null(table);
	assert_null(strstr(table + 1, "Table"));
	assert_non_null(head);
	assert_null(strstr(head + strlen("\"材料名称\""), "材料名称"));
	assert_null(strstr(text, "页/共"));
	assert_has(text, "TD \"材料200\" P \"这是");
	assert_has(text, "终。\"");
}

static void a_corner_holds_a_code_beside_the_head(void **state)
{
	struct paper *p = sheet(*state);

	paper_corner(p, "http://localhost/t/CORNER");
	paper_text(p, PAPER_NUMBER, "No: 1");
	paper_text(p, PAPER_TITLE, "告知书");
	paper_text(p, PAPER_PLAIN, "示例单位：");
	struct bytes pdf = pdf_of(*state, p);
	assert_has(tags(*state, pdf), "Figure \"\" P \"No: 1\" H1 \"告知书\" P \"示例单位：\"");
	assert_has(told(*state, pdf, "pdftoppm -r 150 -png", mem_fmt(*state, "> %s/corner.png && zbarimg -q --raw %s/corner.png", scratch_dir(), scratch_dir())), "http://localhost/t/CORNER");
}

static void what_is_no_paper_is_refused(void **state)
{
	struct bytes pdf;

	assert_int_equal(paperdraw_pdf(*state, (struct bytes){(const uint8_t *)"[", 1}, &pdf), ERR_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_comes_out_as_it_went_in, setup, teardown),
		cmocka_unit_test_setup_teardown(every_font_is_embedded, setup, teardown),
		cmocka_unit_test_setup_teardown(long_tables_go_on_with_their_head, setup, teardown),
		cmocka_unit_test_setup_teardown(the_same_blocks_are_the_same_bytes, setup, teardown),
		cmocka_unit_test_setup_teardown(a_seal_is_a_drawing_not_text, setup, teardown),
		cmocka_unit_test_setup_teardown(copies_share_a_sheet_while_they_can, setup, teardown),
		cmocka_unit_test_setup_teardown(copies_on_sheets_of_their_own_are_numbered_apart, setup, teardown),
		cmocka_unit_test_setup_teardown(a_text_longer_than_a_sheet_goes_on, setup, teardown),
		cmocka_unit_test_setup_teardown(the_tags_give_headings_lists_and_tables_in_the_order_of_reading, setup, teardown),
		cmocka_unit_test_setup_teardown(tags_go_on_over_sheets_and_a_repeated_head_is_not_read_again, setup, teardown),
		cmocka_unit_test_setup_teardown(a_corner_holds_a_code_beside_the_head, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_no_paper_is_refused, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
