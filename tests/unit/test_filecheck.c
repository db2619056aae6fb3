/* Uploaded files: what each sample in tests/fixtures is taken for, and what people are told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "wrap/filecheck.h"

#define LEN(a)    (sizeof(a) / sizeof((a)[0]))
#define FIXTURES  "tests/fixtures/"
#define MAX_BYTES 20971520

static const struct file_rules takes_all = {MAX_BYTES, FILE_KINDS_ALL};

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

static struct bytes file_read(void *ctx, const char *path)
{
	FILE *f = fopen(path, "rb");
	uint8_t *p;
	long n;

	if (!f)
		fail_msg("cannot open %s", path);
	fseek(f, 0, SEEK_END);
	n = ftell(f);
	rewind(f);
	p = mem_array(ctx, uint8_t, n);
	assert_int_equal(fread(p, 1, (size_t)n, f), n);
	fclose(f);
	return (struct bytes){p, (size_t)n};
}

static struct bytes fixture(void *ctx, const char *name)
{
	return file_read(ctx, mem_fmt(ctx, FIXTURES "%s", name));
}

static struct file_verdict check(void *ctx, const char *name)
{
	return filecheck_bytes(fixture(ctx, name), strrchr(name, '/') + 1, &takes_all);
}

static struct bytes text(const char *s)
{
	return (struct bytes){(const uint8_t *)s, strlen(s)};
}

/* --- samples ---------------------------------------------------------------------------------- */

static const struct sample {
	const char *name;
	enum file_kind kind;
	enum file_fault fault;
} samples[] = {
    {"good/pages.pdf", FILE_PDF, FILE_FINE},
    {"good/wrong-offsets.pdf", FILE_PDF, FILE_FINE},
    {"good/object-streams.pdf", FILE_PDF, FILE_FINE},
    {"good/linearized.pdf", FILE_PDF, FILE_FINE},
    {"good/printing-restricted.pdf", FILE_PDF, FILE_FINE},
    {"good/invoice-with-xml.pdf", FILE_PDF, FILE_FINE},
    {"good/photo.jpg", FILE_JPG, FILE_FINE},
    {"good/progressive.jpg", FILE_JPG, FILE_FINE},
    {"good/picture.png", FILE_PNG, FILE_FINE},
    {"good/palette.png", FILE_PNG, FILE_FINE},
    {"good/form.docx", FILE_DOCX, FILE_FINE},
    {"good/chart.docx", FILE_DOCX, FILE_FINE},
    {"good/table.xlsx", FILE_XLSX, FILE_FINE},
    {"good/certificate.ofd", FILE_OFD, FILE_FINE},

    {"bad/password.pdf", FILE_PDF, FILE_LOCKED},
    {"bad/no-pages.pdf", FILE_PDF, FILE_DAMAGED},
    {"bad/page-lost.pdf", FILE_PDF, FILE_DAMAGED},
    {"bad/content-lost.pdf", FILE_PDF, FILE_DAMAGED},
    {"bad/script.pdf", FILE_PDF, FILE_SCRIPTED},
    {"bad/script-odd-spelling.pdf", FILE_PDF, FILE_SCRIPTED},
    {"bad/script-object-streams.pdf", FILE_PDF, FILE_SCRIPTED},
    {"bad/launch.pdf", FILE_PDF, FILE_SCRIPTED},
    {"bad/attached-program.pdf", FILE_PDF, FILE_ATTACHMENT},

    {"bad/palette-missing.png", FILE_PNG, FILE_DAMAGED},
    {"bad/huge.png", FILE_PNG, FILE_IMAGE_HUGE},
    {"bad/program.jpg", FILE_UNKNOWN, FILE_MISNAMED},
    {"bad/phone.heic", FILE_UNKNOWN, FILE_NOT_ALLOWED},

    {"bad/macro.docx", FILE_DOCX, FILE_MACRO},
    {"bad/controls.docx", FILE_DOCX, FILE_MACRO},
    {"bad/bomb.docx", FILE_DOCX, FILE_BOMB},
    {"bad/nested.docx", FILE_DOCX, FILE_NESTED},
    {"bad/nested-as-picture.docx", FILE_DOCX, FILE_NESTED},
    {"bad/same-name-twice.docx", FILE_DOCX, FILE_TRICK},
    {"bad/climbs-out.ofd", FILE_OFD, FILE_TRICK},
    {"bad/climbs-out-backslash.ofd", FILE_OFD, FILE_TRICK},
    {"bad/rooted.ofd", FILE_OFD, FILE_TRICK},
    {"bad/link.ofd", FILE_OFD, FILE_TRICK},
    {"bad/program-inside.ofd", FILE_OFD, FILE_NESTED},
    {"bad/password.ofd", FILE_OFD, FILE_LOCKED},
    {"bad/password.docx", FILE_UNKNOWN, FILE_LOCKED},
    {"bad/old.doc", FILE_UNKNOWN, FILE_NOT_ALLOWED},
    {"bad/plain.zip", FILE_UNKNOWN, FILE_NOT_ALLOWED},
};

static void every_sample_is_taken_for_what_it_is(void **state)
{
	for (size_t i = 0; i < LEN(samples); i++) {
		struct file_verdict v = check(*state, samples[i].name);

		if (v.kind != samples[i].kind || v.fault != samples[i].fault)
			fail_msg("%s: kind %d, fault %d; expected %d, %d", samples[i].name, v.kind, v.fault,
				 samples[i].kind, samples[i].fault);
	}
}

/* --- damage ----------------------------------------------------------------------------------- */

/* A copy in a block of its own, so that the sanitizer sees a read beyond the end. */
static struct file_verdict check_copy(struct bytes file, const char *name)
{
	uint8_t *p = malloc(file.n > 0 ? file.n : 1);
	struct file_verdict v;

	assert_non_null(p);
	memcpy(p, file.p, file.n);
	v = filecheck_bytes((struct bytes){p, file.n}, name, &takes_all);
	free(p);
	return v;
}

static void a_file_cut_off_anywhere_is_refused(void **state)
{
	for (size_t i = 0; i < LEN(samples) && samples[i].fault == FILE_FINE; i++) {
		struct bytes whole = fixture(*state, samples[i].name);
		const char *name = strrchr(samples[i].name, '/') + 1;

		if (strcmp(name, "linearized.pdf") == 0) /* has an end mark near its beginning, too */
			continue;
		for (size_t n = 0; n + 2 < whole.n; n += n < 32 ? 1 : 7)
			if (check_copy((struct bytes){whole.p, n}, name).fault == FILE_FINE)
				fail_msg("%s cut to %zu of %zu bytes was taken", name, n, whole.n);
	}
}

static void a_changed_byte_in_a_png_is_found(void **state)
{
	struct bytes whole = fixture(*state, "good/picture.png");
	uint8_t *p = mem_array(*state, uint8_t, whole.n);

	memcpy(p, whole.p, whole.n);
	for (size_t i = 0; i < whole.n; i++) {
		p[i] ^= 0x20;
		if (filecheck_bytes((struct bytes){p, whole.n}, "a.png", &takes_all).fault == FILE_FINE)
			fail_msg("byte %zu", i);
		p[i] ^= 0x20;
	}
}

static void a_changed_byte_anywhere_does_no_harm(void **state)
{
	for (size_t i = 0; i < LEN(samples) && samples[i].fault == FILE_FINE; i++) {
		struct bytes whole = fixture(*state, samples[i].name);
		uint8_t *p = mem_array(*state, uint8_t, whole.n);

		if (strstr(samples[i].name, "restricted")) /* each try derives a key, slowly on purpose */
			continue;
		memcpy(p, whole.p, whole.n);
		for (size_t at = 0; at < whole.n; at += 5) {
			p[at] = (uint8_t)~p[at];
			(void)check_copy((struct bytes){p, whole.n}, "a.pdf");
			p[at] = (uint8_t)~p[at];
		}
		talloc_free(p);
	}
}

static void pictures_after_the_end_of_a_jpeg_are_left_alone(void **state)
{
	struct bytes whole = fixture(*state, "good/photo.jpg");
	uint8_t *p = mem_array(*state, uint8_t, whole.n * 2);

	memcpy(p, whole.p, whole.n);
	memcpy(p + whole.n, whole.p, whole.n);
	assert_int_equal(filecheck_bytes((struct bytes){p, whole.n * 2}, "a.jpg", &takes_all).fault,
			 FILE_FINE);
}

static void padding_after_a_pdf_is_left_alone(void **state)
{
	struct bytes whole = fixture(*state, "good/pages.pdf");
	uint8_t *p = mem_array(*state, uint8_t, whole.n + 10000);

	memcpy(p, whole.p, whole.n);
	assert_int_equal(filecheck_bytes((struct bytes){p, whole.n + 10000}, "a.pdf", &takes_all).fault,
			 FILE_FINE);
}

/* --- packages made here ----------------------------------------------------------------------- */

struct zip_out {
	uint8_t *p;
	size_t n;
};

static void put(struct zip_out *z, const void *p, size_t n)
{
	memcpy(z->p + z->n, p, n);
	z->n += n;
}

static void put_number(struct zip_out *z, uint32_t v, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++, v >>= 8)
		z->p[z->n++] = (uint8_t)v;
}

/* Stored entries without bytes: local headers, directory, end record (APPNOTE 4.3). */
static struct bytes package(void *ctx, const char *const *names, size_t count)
{
	struct zip_out z = {mem_array(ctx, uint8_t, count * 160 + 22), 0};
	uint32_t *at = mem_array(ctx, uint32_t, count), start;

	for (size_t i = 0; i < count; i++) {
		at[i] = (uint32_t)z.n;
		put(&z, "PK\3\4\x14\0\0\0\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0", 26);
		put_number(&z, (uint32_t)strlen(names[i]), 4);
		put(&z, names[i], strlen(names[i]));
	}
	start = (uint32_t)z.n;
	for (size_t i = 0; i < count; i++) {
		put(&z, "PK\1\2\x14\0\x14\0\0\0\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0", 28);
		put_number(&z, (uint32_t)strlen(names[i]), 4);
		put_number(&z, 0, 2 + 2 + 2 + 4);
		put_number(&z, at[i], 4);
		put(&z, names[i], strlen(names[i]));
	}
	put(&z, "PK\5\6\0\0\0\0", 8);
	put_number(&z, (uint32_t)count, 2);
	put_number(&z, (uint32_t)count, 2);
	put_number(&z, (uint32_t)z.n - 12 - start, 4);
	put_number(&z, start, 4);
	put_number(&z, 0, 2);
	return (struct bytes){z.p, z.n};
}

static void names_inside_a_package_must_be_plain(void **state)
{
	static const struct {
		const char *name;
		enum file_fault fault;
	} rows[] = {
	    {"Doc_0/Document.xml", FILE_FINE},
	    {"Doc_0\\Document.xml", FILE_FINE},
	    {"文档/内容.xml", FILE_FINE},
	    {"a..b/c", FILE_FINE},
	    {"Doc_0/..", FILE_TRICK},
	    {"..\\x", FILE_TRICK},
	    {"C:/x", FILE_TRICK},
	    {"\\\\server\\x", FILE_TRICK},
	    {"a\nb", FILE_TRICK},
	    {"Doc_0/run.BAT", FILE_NESTED},
	    {"xl/macrosheets/sheet1.xml", FILE_MACRO},
	    {"macrosheets", FILE_FINE},
	};

	for (size_t i = 0; i < LEN(rows); i++) {
		const char *names[] = {"OFD.xml", rows[i].name};
		struct file_verdict v = filecheck_bytes(package(*state, names, 2), "a.ofd", &takes_all);

		if (v.kind != FILE_OFD || v.fault != rows[i].fault)
			fail_msg("%s: kind %d, fault %d", rows[i].name, v.kind, v.fault);
	}
}

static void a_package_of_very_many_entries_is_refused(void **state)
{
	const size_t count = 5001;
	const char **names = mem_array(*state, const char *, count);

	names[0] = "OFD.xml";
	for (size_t i = 1; i < count; i++)
		names[i] = mem_fmt(*state, "Doc_0/%zu.xml", i);
	assert_int_equal(filecheck_bytes(package(*state, names, count - 1), "a.ofd", &takes_all).fault,
			 FILE_FINE);
	assert_int_equal(filecheck_bytes(package(*state, names, count), "a.ofd", &takes_all).fault,
			 FILE_BOMB);
}

/* --- names and rules -------------------------------------------------------------------------- */

static void the_name_must_fit_the_content(void **state)
{
	static const struct {
		const char *file, *name;
		enum file_fault fault;
	} rows[] = {
	    {"good/pages.pdf", "合同.PDF", FILE_FINE},
	    {"good/pages.pdf", "合同", FILE_FINE},
	    {"good/pages.pdf", "扫描 2026.01.02", FILE_FINE},
	    {"good/pages.pdf", NULL, FILE_FINE},
	    {"good/pages.pdf", "", FILE_FINE},
	    {"good/pages.pdf", "合同.jpg", FILE_MISNAMED},
	    {"good/pages.pdf", "合同.pdf.exe", FILE_MISNAMED},
	    {"good/pages.pdf", "合同.hta", FILE_MISNAMED},
	    {"good/picture.png", "照片.jpg", FILE_FINE}, /* phones do it; nothing is lost */
	    {"good/photo.jpg", "照片.jpeg", FILE_FINE},
	    {"good/photo.jpg", "照片.JPEG", FILE_FINE},
	    {"good/photo.jpg", "照片.pdf", FILE_MISNAMED},
	    {"good/form.docx", "表.xlsx", FILE_MISNAMED},
	    {"bad/plain.zip", "表.docx", FILE_MISNAMED},
	    {"bad/program.jpg", "setup.exe", FILE_NOT_ALLOWED},
	    {"bad/phone.heic", "IMG_0001.JPG", FILE_MISNAMED},
	};

	for (size_t i = 0; i < LEN(rows); i++) {
		struct file_verdict v =
		    filecheck_bytes(fixture(*state, rows[i].file), rows[i].name, &takes_all);

		if (v.fault != rows[i].fault)
			fail_msg("%s as %s: fault %d", rows[i].file, rows[i].name ? rows[i].name : "-",
				 v.fault);
	}
}

static void what_a_material_does_not_take_is_refused(void **state)
{
	const struct file_rules pictures = {MAX_BYTES, FILE_JPG | FILE_PNG};
	const struct file_rules small = {500, FILE_KINDS_ALL};

	assert_int_equal(filecheck_bytes(fixture(*state, "good/pages.pdf"), "a.pdf", &pictures).fault,
			 FILE_NOT_ALLOWED);
	assert_int_equal(filecheck_bytes(fixture(*state, "good/photo.jpg"), "a.jpg", &pictures).fault,
			 FILE_FINE);
	assert_int_equal(filecheck_bytes(fixture(*state, "good/pages.pdf"), "a.pdf", &small).fault,
			 FILE_TOO_LARGE);
	assert_int_equal(filecheck_bytes(text(""), "a.pdf", &takes_all).fault, FILE_EMPTY);
}

static void kinds_are_listed_and_read(void **state)
{
	uint32_t mask = 0;

	assert_true(file_kinds_parse("pdf,jpg,png", &mask));
	assert_int_equal(mask, FILE_PDF | FILE_JPG | FILE_PNG);
	assert_string_equal(file_kinds_label(*state, mask), "PDF 文件、JPG 图片、PNG 图片");
	assert_string_equal(file_kinds_accept(*state, mask), ".pdf,.jpg,.jpeg,.png");
	assert_false(file_kinds_parse("", &mask));
	assert_false(file_kinds_parse("pdf,", &mask));
	assert_false(file_kinds_parse("pdf, jpg", &mask));
	assert_false(file_kinds_parse("exe", &mask));
	assert_int_equal(mask, FILE_PDF | FILE_JPG | FILE_PNG);
	assert_string_equal(file_kind_row(FILE_OFD)->type, "application/ofd");
	assert_null(file_kind_row(FILE_UNKNOWN));
}

static void a_file_is_handed_out_under_its_own_kind(void **state)
{
	assert_string_equal(file_name_as(*state, "合同.pdf", FILE_PDF), "合同.pdf");
	assert_string_equal(file_name_as(*state, "照片.jpg", FILE_PNG), "照片.jpg.png");
	assert_string_equal(file_name_as(*state, "", FILE_OFD), "文件.ofd");
	assert_string_equal(file_name_ending("a.tar.gz"), ".gz");
	assert_string_equal(file_name_ending("2026.01.02"), "");
	assert_string_equal(file_name_ending("合同."), "");
	assert_string_equal(file_name_ending(NULL), "");
}

/* --- sentences -------------------------------------------------------------------------------- */

static const char *say(void *ctx, struct file_verdict v, uint32_t kinds, const char *name, int64_t size)
{
	const struct file_rules rules = {MAX_BYTES, kinds};

	return file_fault_say(ctx, &v, &rules, name, size);
}

static void sentences_say_what_is_wrong_and_what_helps(void **state)
{
	struct file_verdict heic = check(*state, "bad/phone.heic");
	struct file_verdict program = check(*state, "bad/program.jpg");

	assert_string_equal(
	    say(*state, (struct file_verdict){FILE_TOO_LARGE, FILE_UNKNOWN, NULL}, FILE_PDF, "a.pdf",
		20971521),
	    "文件太大：您的文件有 20.1 MB，最大可以上传 20 MB。请压缩图片，或者分成几个文件后再上传。");
	assert_string_equal(say(*state, (struct file_verdict){FILE_NOT_ALLOWED, FILE_PDF, NULL},
				FILE_JPG | FILE_PNG, "a.pdf", 9),
			    "这里不能上传 PDF 文件。可以上传的有：JPG 图片、PNG 图片。");
	assert_string_equal(say(*state, heic, FILE_JPG, "IMG.heic", 9),
			    "这里不能上传 HEIC 照片。可以上传的有：JPG "
			    "图片。苹果手机可以在“设置”“相机”“格式”里选“兼容性最佳”，"
			    "重新拍照；也可以把照片另存为 JPG。");
	assert_string_equal(say(*state, program, FILE_JPG, "照片.jpg", 9),
			    "文件名的结尾是“.jpg”，内容却是电脑程序，不能上传。请重新选择文件。");
	assert_string_equal(
	    say(*state, (struct file_verdict){FILE_MISNAMED, FILE_PDF, NULL}, FILE_JPG, "照片.jpg", 9),
	    "文件名的结尾是“.jpg”，内容却是 PDF 文件。请把文件名的结尾改成“.pdf”，或者重新选择文件。");
	assert_string_equal(
	    say(*state, (struct file_verdict){FILE_FINE, FILE_PDF, NULL}, FILE_PDF, "a.pdf", 9), "");
}

static void every_fault_has_a_sentence(void **state)
{
	for (int fault = FILE_FINE + 1; fault < FILE_FAULTS; fault++) {
		struct file_verdict v = {(enum file_fault)fault, FILE_UNKNOWN, NULL};
		const char *s = say(*state, v, FILE_PDF, "照片.jpg", 9);

		assert_false(text_empty(s));
		assert_true(utf8_ok(s, strlen(s)));
		assert_string_equal(s + strlen(s) - strlen("。"), "。");
	}
}

static void sizes_are_rounded_up(void **state)
{
	assert_string_equal(file_size_text(*state, 0), "0 KB");
	assert_string_equal(file_size_text(*state, 1), "1 KB");
	assert_string_equal(file_size_text(*state, 1048575), "1024 KB");
	assert_string_equal(file_size_text(*state, 1048576), "1 MB");
	assert_string_equal(file_size_text(*state, 1048577), "1.1 MB");
	assert_string_equal(file_size_text(*state, 20971520), "20 MB");
}

/* --- in a process of its own ------------------------------------------------------------------ */

static enum file_fault run(const char *path, int64_t size, const char *name)
{
	struct file_verdict v;

	assert_int_equal(filecheck_run(path, size, name, &takes_all, &v), ERR_NONE);
	return v.fault;
}

static void the_child_gives_the_same_verdict(void **state)
{
	struct file_verdict v;

	(void)state;
	assert_int_equal(run(FIXTURES "good/pages.pdf", 869, "a.pdf"), FILE_FINE);
	assert_int_equal(run(FIXTURES "bad/password.pdf", 1710, "a.pdf"), FILE_LOCKED);
	assert_int_equal(run(NULL, 0, "a.pdf"), FILE_EMPTY);
	assert_int_equal(run(NULL, MAX_BYTES + 1, "a.pdf"), FILE_TOO_LARGE);
	assert_int_equal(filecheck_run(FIXTURES "bad/program.jpg", 103, "a.jpg", &takes_all, &v), ERR_NONE);
	assert_string_equal(v.stranger->label, "电脑程序");
	assert_int_equal(filecheck_run(FIXTURES "absent", 10, "a.jpg", &takes_all, &v), ERR_UNAVAILABLE);
}

/* A tree of pages so deep that a reader which descends by calling itself runs out of stack. */
static void deep_pdf_write(FILE *f, int depth)
{
	int at = 0;

	at += fprintf(f, "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
	for (int i = 2; i < depth + 2; i++)
		at += fprintf(f, "%d 0 obj\n<</Type/Pages/Count 1/Kids[%d 0 R]>>\nendobj\n", i, i + 1);
	at += fprintf(f, "%d 0 obj\n<</Type/Page/MediaBox[0 0 9 9]/Parent %d 0 R>>\nendobj\n", depth + 2,
		      depth + 1);
	fprintf(f, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", depth + 3, at);
}

static void a_file_that_breaks_the_reader_breaks_only_the_child(void **state)
{
	char path[] = "/tmp/test_filecheck.XXXXXX";
	int fd = mkstemp(path);
	FILE *f = fdopen(fd, "wb");
	enum file_fault fault;

	(void)state;
	assert_non_null(f);
	deep_pdf_write(f, 150000);
	fclose(f);
	fault = run(path, 10000000, "a.pdf");
	unlink(path);
	assert_true(fault == FILE_DAMAGED || fault == FILE_TOO_COMPLEX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(every_sample_is_taken_for_what_it_is, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_file_cut_off_anywhere_is_refused, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_changed_byte_in_a_png_is_found, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_changed_byte_anywhere_does_no_harm, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(pictures_after_the_end_of_a_jpeg_are_left_alone, ctx_make,
					    ctx_free),
	    cmocka_unit_test_setup_teardown(padding_after_a_pdf_is_left_alone, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(names_inside_a_package_must_be_plain, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_package_of_very_many_entries_is_refused, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(the_name_must_fit_the_content, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(what_a_material_does_not_take_is_refused, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(kinds_are_listed_and_read, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_file_is_handed_out_under_its_own_kind, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(sentences_say_what_is_wrong_and_what_helps, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(every_fault_has_a_sentence, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(sizes_are_rounded_up, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(the_child_gives_the_same_verdict, ctx_make, ctx_free),
	    cmocka_unit_test_setup_teardown(a_file_that_breaks_the_reader_breaks_only_the_child, ctx_make,
					    ctx_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
