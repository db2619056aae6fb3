/* Archive packages: the same bytes for the same contents, and every way of changing one is found and named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "scratch.h"
#include "unit/sample_archive.h"

struct fix {
	void *ctx;
	const char *path;
	struct sample s;
};

static int setup(void **state)
{
	struct fix *f = mem_new(NULL, struct fix);

	f->ctx = f;
	f->path = mem_fmt(f, "%s/test_archive-%ld.zip", scratch_dir(), (long)getpid());
	assert_int_equal(crypt_start(), ERR_NONE);
	sample_make(f, &f->s);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fix *f = *state;

	unlink(f->path);
	talloc_free(f);
	return 0;
}

static struct bytes slurp(void *ctx, const char *path)
{
	FILE *f = fopen(path, "re");
	char *room = mem_room(ctx, 65536);

	assert_non_null(f);
	size_t n = fread(room, 1, 65536, f);
	fclose(f);
	return (struct bytes){(const uint8_t *)room, n};
}

/* fault_of - of the package at the path: opening counts. */
static const char *fault_of(struct fix *f, struct archive_report *r)
{
	struct package_in *in;
	const char *fault = NULL;

	if (package_open(f->ctx, f->path, &in, &fault) != ERR_NONE) {
		assert_non_null(fault);
		return fault;
	}
	return archive_check(f->ctx, in, r);
}

static void assert_fault(struct fix *f, const char *manifest, const char *expected)
{
	struct archive_report r;

	sample_write(&f->s, manifest, f->path);
	const char *fault = fault_of(f, &r);
	assert_non_null(fault);
	assert_string_equal(fault, expected);
	assert_null(strchr(fault, '\n'));
}
/* A forger who makes the manifest fit. */
static void assert_forged(struct fix *f, const char *expected)
{
	assert_fault(f, sample_manifest(&f->s), expected);
}

/* --- packages ------------------------------------------------------------------------------------------ */

static void a_whole_package_is_whole(void **state)
{
	struct fix *f = *state;
	struct archive_report r;
	struct stat st;

	sample_write(&f->s, sample_manifest(&f->s), f->path);
	assert_null(fault_of(f, &r));
	assert_string_equal(r.short_no, "SL-1");
	assert_int_equal(r.events, 3);
	assert_int_equal(r.documents, 2);
	assert_int_equal(r.uploads, 1);
	assert_int_equal(r.prints, 2);
	assert_int_equal(strlen(r.head), 64);
	assert_int_equal(stat(f->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0440);
}

static void the_same_contents_give_the_same_bytes(void **state)
{
	struct fix *f = *state;

	sample_write(&f->s, sample_manifest(&f->s), f->path);
	struct bytes first = slurp(f->ctx, f->path);
	sample_write(&f->s, sample_manifest(&f->s), f->path);
	struct bytes second = slurp(f->ctx, f->path);
	assert_int_equal(first.n, second.n);
	assert_memory_equal(first.p, second.p, first.n);
}

static void names_are_plain(void **state)
{
	(void)state;
	assert_true(package_name_ok("uploads/0a.pdf"));
	static const char *const bad[] = {"", "/etc/passwd", "../up", "a/../b", "a//b", "folder/", ".hidden", "Upper", "a b", "é"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(package_name_ok(bad[i]));
}

static void what_cannot_be_written_is_an_error(void **state)
{
	struct fix *f = *state;
	struct package *p = package_begin(f->ctx, "/nowhere/at/all.zip");
	uint8_t sum[HASH_SIZE];
	int64_t size;

	enum err added = package_add(p, "a", (struct bytes){(const uint8_t *)"x", 1});
	assert_true(added == ERR_NONE || added == ERR_UNAVAILABLE);
	assert_int_not_equal(package_end(p, sum, &size), ERR_NONE);
	p = package_begin(f->ctx, f->path);
	assert_int_equal(package_add(p, "../a", (struct bytes){(const uint8_t *)"x", 1}), ERR_INTERNAL);
	assert_int_equal(package_add_file(p, "a", "/nowhere/at/all"), ERR_NONE);
	assert_int_not_equal(package_end(p, sum, &size), ERR_NONE);
	talloc_free(p);
	assert_int_not_equal(access(f->path, F_OK), 0); /* nothing is left */
}

/* --- what was done to it ------------------------------------------------------------------------------- */

static void no_byte_can_change(void **state)
{
	struct fix *f = *state;
	struct archive_report r;

	sample_write(&f->s, sample_manifest(&f->s), f->path);
	struct bytes whole = slurp(f->ctx, f->path);
	/* every 37th byte, one after the other: in heads, names, contents and the directory at the end.  A zip file has fields
	 * that say nothing about the contents (its time, who made it): nothing may crash, and no content may differ. */
	size_t found = 0, tried = 0;
	for (size_t i = 0; i < whole.n; i += 37, tried++) {
		uint8_t *bytes = (uint8_t *)mem_copy(f->ctx, whole.p, whole.n);
		struct package_in *in;
		const char *fault = NULL;
		bytes[i] ^= 0x41;
		enum err e = package_open_bytes(f->ctx, (struct bytes){bytes, whole.n}, &in, &fault);
		if (e == ERR_NONE)
			fault = archive_check(f->ctx, in, &r);
		found += fault != NULL;
		if (!fault)
			assert_int_equal(r.events, 3);
	}
	assert_true(found * 10 > tried * 8);
}

static void bytes_behind_and_cut_off(void **state)
{
	struct fix *f = *state;
	struct package_in *in;
	const char *fault;

	sample_write(&f->s, sample_manifest(&f->s), f->path);
	struct bytes whole = slurp(f->ctx, f->path);
	char *more = mem_room(f->ctx, whole.n + 4);
	memset(more, 'x', whole.n + 4);
	memcpy(more, whole.p, whole.n);
	fault = NULL;
	assert_int_equal(package_open_bytes(f->ctx, (struct bytes){(uint8_t *)more, whole.n + 4}, &in, &fault), ERR_INVALID);
	assert_non_null(fault);
	fault = NULL;
	assert_int_equal(package_open_bytes(f->ctx, (struct bytes){whole.p, whole.n - 30}, &in, &fault), ERR_INVALID);
	assert_string_equal(fault, "it is no whole zip file");
	fault = NULL;
	assert_int_equal(package_open(f->ctx, "/nowhere/at/all.zip", &in, &fault), ERR_INVALID);
	assert_non_null(strstr(fault, "cannot be opened"));
}

static void a_file_changed_added_or_taken_out(void **state)
{
	struct fix *f = *state;
	const char *manifest = sample_manifest(&f->s);
	struct sample whole = f->s;

	sample_change(&f->s, "application.json", "[]", "{}");
	assert_fault(f, manifest, "application.json was changed");
	f->s = whole;
	sample_drop(&f->s, "application.json");
	assert_fault(f, manifest, "application.json is missing");
	f->s = whole;
	sample_add(&f->s, "uploads/more.pdf", "x");
	assert_fault(f, manifest, "uploads/more.pdf was added");
	assert_forged(f, "uploads/more.pdf belongs to no material");
	f->s = whole;
	assert_fault(f, NULL, "manifest.json is missing");
	assert_fault(f, "{\"format\":\"zip\"}", "it is no archive package of this portal");
	assert_fault(f, "{\"format\":\"portal-archive\",\"version\":3}",
		     "it was made by a newer portal: use the check command of that one");
	assert_fault(f, "[]", "manifest.json is not what it should be");
}

static void an_event_changed(void **state)
{
	struct fix *f = *state;
	struct sample whole = f->s;

	sample_change(&f->s, "events.json", "不办了", "不用办");
	assert_forged(f, "event 3 was changed");
	f->s = whole;
	sample_change(&f->s, "events.json", "09:31:00.000", "09:32:00.000");
	assert_forged(f, "event 2 was changed");
	f->s = whole;
	sample_change(&f->s, "events.json", "09:31:00.000", "9:31");
	assert_forged(f, "event 2 was changed");
	f->s = whole;
	sample_change(&f->s, "events.json", "\"seq\":2", "\"seq\":3");
	assert_forged(f, "event 2 is missing");
	f->s = whole;
	sample_change(&f->s, "events.json", "\"case_id\":7", "\"case_id\":8");
	assert_forged(f, "event 1 belongs to another case");
}

/* events_cut - end the list of events before `from`. */
static void events_cut(struct fix *f, const char *from)
{
	for (size_t i = 0; i < f->s.n; i++) {
		struct sample_entry *e = &f->s.at[i];
		const char *cut = text_eq(e->name, "events.json") ? strstr(e->text, from) : NULL;
		if (cut)
			e->text = mem_fmt(f->ctx, "%.*s]", (int)(cut - e->text), e->text);
	}
}

static void the_chain_broken(void **state)
{
	struct fix *f = *state;
	struct sample whole = f->s;
	const char *manifest;

	sample_change(&f->s, "events.json", "\"prev_hash\":\"00", "\"prev_hash\":\"01");
	assert_forged(f, "event 1 does not follow on the one before it");
	f->s = whole;
	events_cut(f, ",{\"case_id\":7,\"seq\":3");
	assert_forged(f, "the last 1 events are missing");
	f->s = whole;
	manifest = sample_manifest(&f->s);
	const char *head = strstr(manifest, "\"head\":\"");
	assert_fault(f, mem_fmt(f->ctx, "%.*s\"head\":\"%064d%s", (int)(head - manifest), manifest, 0, head + 8 + 64),
		     "the manifest does not name the last event");
}

static void a_document_changed(void **state)
{
	struct fix *f = *state;
	struct sample whole = f->s;

	sample_change(&f->s, "documents/11.json", "提交回执", "另一张纸");
	assert_forged(f, "event 1: a document was changed, added or removed");
	f->s = whole;
	sample_change(&f->s, "documents.json", "第00001号", "第00002号");
	assert_forged(f, "event 1: a document was changed, added or removed");
	f->s = whole;
	sample_change(&f->s, "documents.json", "\"event_seq\":2", "\"event_seq\":3");
	assert_forged(f, "event 2: its document is missing");
	f->s = whole;
	sample_drop(&f->s, "documents/12.json");
	assert_forged(f, "documents/12.json is missing");
	f->s = whole;
	sample_change(&f->s, "documents.json", "\"event_seq\":2", "\"event_seq\":9");
	assert_forged(f, "event 2: its document is missing");
	f->s = whole;
	sample_change(&f->s, "documents.json", "documents/12.json", "metadata.json");
	assert_forged(f, "documents.json: document 12 has no file");
	f->s = whole;
	sample_change(&f->s, "documents/12.json", "\"chain\":\"", "\"chain\":\"0");
	assert_forged(f, "documents/12.json does not follow on the event before it");
}

/* without - text from which every piece from `from` up to the next `to` was taken out. */
static const char *without(void *ctx, const char *text, const char *from, const char *to)
{
	for (const char *at; (at = strstr(text, from));)
		text = mem_fmt(ctx, "%.*s%s", (int)(at - text), text, strstr(at + strlen(from), to));
	return text;
}

static void a_print_changed(void **state)
{
	struct fix *f = *state;
	struct sample whole = f->s;

	sample_change(&f->s, "documents/11.pdf", "第1份", "第9份");
	assert_forged(f, "documents/11.pdf is not the PDF that was made of documents/11.json");
	f->s = whole;
	sample_drop(&f->s, "documents/12.pdf");
	assert_forged(f, "documents/12.pdf is missing");
	f->s = whole;
	sample_change(&f->s, "documents.json", "documents/12.pdf", "documents/11.pdf");
	assert_forged(f, "documents.json: documents/12.json has no PDF");
	f->s = whole;
	sample_change(&f->s, "documents.json", "\"print\":\"documents/12.pdf\",", "");
	assert_forged(f, "documents.json: documents/12.json has no PDF");
	f->s = whole;
	sample_change(&f->s, "documents.json", "\"print_sha256\":\"", "\"print_sha256\":\"0");
	assert_forged(f, "documents/11.pdf is not the PDF that was made of documents/11.json");
	f->s = whole;
	sample_add(&f->s, "documents/13.pdf", "%PDF-1.7 别的文书");
	assert_forged(f, "documents/13.pdf is no document of the list");
}

/* of_version - the manifest with another version in it. */
static const char *of_version(struct fix *f, int version)
{
	const char *manifest = sample_manifest(&f->s), *at = strstr(manifest, "\"version\":2");

	assert_non_null(at);
	return mem_fmt(f->ctx, "%.*s\"version\":%d%s", (int)(at - manifest), manifest, version, at + strlen("\"version\":2"));
}

static void a_package_from_before_the_prints(void **state)
{
	struct fix *f = *state;
	struct archive_report r;

	assert_fault(f, of_version(f, 1), "documents.json names PDFs, which a package of this version does not hold");
	assert_fault(f, of_version(f, 3), "it was made by a newer portal: use the check command of that one");
	for (size_t i = 0; i < f->s.n; i++)
		if (text_eq(f->s.at[i].name, "documents.json"))
			f->s.at[i].text = without(f->ctx, f->s.at[i].text, ",\"print\":", "}");
	sample_drop(&f->s, "documents/11.pdf");
	assert_fault(f, of_version(f, 1), "documents/12.pdf is no document of the list");
	sample_drop(&f->s, "documents/12.pdf");
	sample_write(&f->s, of_version(f, 1), f->path);
	assert_null(fault_of(f, &r));
	assert_int_equal(r.documents, 2);
	assert_int_equal(r.prints, 0);
	assert_fault(f, of_version(f, 2), "documents.json: documents/11.json has no PDF");
}

static void an_upload_changed(void **state)
{
	struct fix *f = *state;
	struct sample whole = f->s;
	const char *name = NULL;

	for (size_t i = 0; i < f->s.n; i++)
		if (text_starts(f->s.at[i].name, "uploads/"))
			name = f->s.at[i].name;
	assert_non_null(name);
	sample_change(&f->s, name, "示例", "换过");
	assert_forged(f, mem_fmt(f->ctx, "%s is not the file that was uploaded", name));
	f->s = whole;
	sample_drop(&f->s, name);
	assert_forged(f, mem_fmt(f->ctx, "%s is missing", name));
	f->s = whole;
	sample_change(&f->s, "uploads.json", "uploads/", "documents/");
	assert_forged(f, "uploads.json: file 3 has no place");
}

static void metadata_of_another_case(void **state)
{
	struct fix *f = *state;
	struct sample whole = f->s;

	sample_change(&f->s, "metadata.json", "NO-1", "NO-2");
	assert_forged(f, "metadata.json is of another case than the manifest");
	f->s = whole;
	sample_change(&f->s, "metadata.json", "withdrawn", "archived");
	assert_forged(f, "metadata.json: the state is not that of the last event");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_whole_package_is_whole, setup, teardown),
		cmocka_unit_test_setup_teardown(the_same_contents_give_the_same_bytes, setup, teardown),
		cmocka_unit_test(names_are_plain),
		cmocka_unit_test_setup_teardown(what_cannot_be_written_is_an_error, setup, teardown),
		cmocka_unit_test_setup_teardown(no_byte_can_change, setup, teardown),
		cmocka_unit_test_setup_teardown(bytes_behind_and_cut_off, setup, teardown),
		cmocka_unit_test_setup_teardown(a_file_changed_added_or_taken_out, setup, teardown),
		cmocka_unit_test_setup_teardown(an_event_changed, setup, teardown),
		cmocka_unit_test_setup_teardown(the_chain_broken, setup, teardown),
		cmocka_unit_test_setup_teardown(a_document_changed, setup, teardown),
		cmocka_unit_test_setup_teardown(a_print_changed, setup, teardown),
		cmocka_unit_test_setup_teardown(a_package_from_before_the_prints, setup, teardown),
		cmocka_unit_test_setup_teardown(an_upload_changed, setup, teardown),
		cmocka_unit_test_setup_teardown(metadata_of_another_case, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
