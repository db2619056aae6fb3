/* multipart/form-data: the same whatever pieces it comes in, and nothing left behind when it is bad. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "web/mimehead.h"
#include "web/multipart.h"
#include "wrap/store.h"

#define LEN(a)      (sizeof(a) / sizeof((a)[0]))
#define TYPE        "multipart/form-data; boundary=XyZ"
#define FIELD(name) "Content-Disposition: form-data; name=\"" name "\"\r\n\r\n"
#define FILE_PART(name, file)                                                                                \
	"Content-Disposition: form-data; name=\"" name "\"; filename=\"" file                                \
	"\"\r\nContent-Type: application/pdf\r\n\r\n"
#define NEXT "\r\n--XyZ\r\n"
#define END  "\r\n--XyZ--\r\n"

static const struct multipart_limits usual = {.file_bytes = 1 << 20, .files = 9};

struct place {
	const char *base;
	struct store *store;
	void *ctx; /* of one request */
};

static int place_make(void **state)
{
	struct place *p = mem_new(NULL, struct place);
	char *base = mem_str(p, "/tmp/test_multipart.XXXXXX");

	assert_non_null(mkdtemp(base));
	p->base = base;
	p->ctx = talloc_new(p);
	assert_int_equal(store_open(p, mem_fmt(p, "%s/files", base), &p->store), ERR_NONE);
	*state = p;
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int place_remove(void **state)
{
	struct place *p = *state;

	assert_int_equal(nftw(p->base, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
	return talloc_free(p);
}

static int temporary_files(const struct place *p)
{
	char *path = mem_fmt(NULL, "%s/files/tmp", p->base);
	DIR *dir = opendir(path);
	const struct dirent *d;
	int n = 0;

	assert_non_null(dir);
	while ((d = readdir(dir)) != NULL)
		n += d->d_name[0] != '.';
	closedir(dir);
	talloc_free(path);
	return n;
}

/* --- a body, and what came of it as text -------------------------------------------------------- */

static const char *file_text(void *ctx, const char *path)
{
	FILE *f = fopen(path, "rb");
	char *buf = mem_array(ctx, char, 4096);
	size_t n;

	assert_non_null(f);
	n = fread(buf, 1, 4095, f);
	fclose(f);
	return mem_copy(ctx, buf, n);
}

static const char *result_text(void *ctx, const struct pairs *fields, const struct uploads *files)
{
	char *out = mem_str(ctx, "");

	for (size_t i = 0; i < fields->n; i++)
		out = talloc_asprintf_append(out, "%s=%s;", fields->at[i].name, fields->at[i].value);
	for (size_t i = 0; i < files->n; i++) {
		const struct upload *u = &files->at[i];
		const char *content = file_text(ctx, u->path);
		uint8_t hash[HASH_SIZE];

		hash_sha256(content, (size_t)u->size, hash);
		assert_memory_equal(hash, u->sha256, HASH_SIZE);
		assert_non_null(u->file);
		out = talloc_asprintf_append(out, "[%s|%s|%d|%s]", u->field, u->file_name, (int)u->size,
					     content);
	}
	return out;
}

/* Fed in pieces of `first` bytes, then `step` bytes each. */
static const char *fed(struct place *p, const char *body, size_t n, size_t first, size_t step)
{
	struct multipart *m;
	struct pairs fields;
	struct uploads files;
	enum err e = multipart_begin(p->ctx, p->store, TYPE, (int64_t)n, usual, &m);

	assert_int_equal(e, ERR_NONE);
	for (size_t at = 0; at < n && e == ERR_NONE;) {
		size_t piece = at == 0 && first > 0 ? first : step;
		char *copy;

		if (piece > n - at)
			piece = n - at;
		copy = mem_copy(NULL, body + at, piece);
		e = multipart_feed(m, copy, piece);
		talloc_free(copy);
		at += piece;
	}
	if (e == ERR_NONE)
		e = multipart_end(m, &fields, &files);
	if (e != ERR_NONE) {
		assert_int_equal(temporary_files(p), 0);
		assert_int_equal(multipart_feed(m, "x", 1), e);
		assert_int_equal(multipart_end(m, &fields, &files), e);
		return err_name(e);
	}
	return result_text(p->ctx, &fields, &files);
}

static void request_forget(struct place *p)
{
	talloc_free(p->ctx);
	p->ctx = talloc_new(p);
	assert_int_equal(temporary_files(p), 0);
}

static const char *whole(struct place *p, const char *body)
{
	return fed(p, body, strlen(body), 0, strlen(body));
}

/* --- good bodies -------------------------------------------------------------------------------- */

static const struct {
	const char *body, *result;
} bodies[] = {
    {"--XyZ\r\n" FIELD("a") "1" END, "a=1;"},
    {"--XyZ\r\n" FIELD("a") "" END, "a=;"},
    {"--XyZ\r\n" FIELD("a") "1" NEXT FIELD("b") "2" END, "a=1;b=2;"},
    {"--XyZ--\r\n", ""},
    {"--XyZ--", ""},
    {"A preamble.\r\n--XyZ\r\n" FIELD("a") "1" END "An epilogue.", "a=1;"},
    {"\r\n--XyZ \t\r\n" FIELD("a") "1" END, "a=1;"},
    {"--XyZ\r\n" FIELD("a") "\r\n--Xy\r\n--XyY\r\r\n-\r\n\r\n" END, "a=\r\n--Xy\r\n--XyY\r\r\n-\r\n\r\n;"},
    {"--XyZ\r\n" FIELD("a") "--XyZ\n--XyZ" END, "a=--XyZ\n--XyZ;"},
    {"--XyZ\r\n" FIELD("姓名") "𠮷" END, "姓名=𠮷;"},
    {"--XyZ\r\n" FIELD("a%22b") "1" END, "a\"b=1;"},
    {"--XyZ\r\n" FILE_PART("f", "合同.pdf") "%PDF\r\n-\r\n" END, "[f|合同.pdf|9|%PDF\r\n-\r\n]"},
    {"--XyZ\r\n" FILE_PART("f", "a.pdf") "A" NEXT FIELD("x") "1" NEXT FILE_PART("f", "b.pdf") "BB" END,
     "x=1;[f|a.pdf|1|A][f|b.pdf|2|BB]"},
    {"--XyZ\r\n" FILE_PART("f", "") "" END, ""}, /* nothing was chosen */
    {"--XyZ\r\n" FILE_PART("f", "") "A" END, "[f||1|A]"},
    {"--XyZ\r\n" FILE_PART("f", "empty.pdf") "" END, "[f|empty.pdf|0|]"},
    {"--XyZ\r\ncontent-disposition:form-data;name=a\r\n\r\n1" END, "a=1;"},
    {"--XyZ\r\nX-Other: y\r\nContent-Transfer-Encoding: binary\r\n" FIELD("a") "1" END, "a=1;"},
};

static void every_body_is_the_same_in_every_pair_of_pieces(void **state)
{
	struct place *p = *state;

	for (size_t i = 0; i < LEN(bodies); i++) {
		size_t n = strlen(bodies[i].body);

		for (size_t first = 0; first <= n; first++) {
			assert_string_equal(fed(p, bodies[i].body, n, first, n), bodies[i].result);
			request_forget(p);
		}
		for (size_t step = 1; step < 8; step++) {
			assert_string_equal(fed(p, bodies[i].body, n, 0, step), bodies[i].result);
			request_forget(p);
		}
	}
}

static void a_file_may_hold_any_bytes(void **state)
{
	static const char head[] = "--XyZ\r\n" FILE_PART("f", "a.bin"), tail[] = END;
	struct place *p = *state;
	const size_t n = 300000;
	char *body = mem_array(p->ctx, char, sizeof(head) + n + sizeof(tail));
	struct multipart *m;
	struct pairs fields;
	struct uploads files;
	uint8_t want[HASH_SIZE];
	size_t length = sizeof(head) - 1 + n + sizeof(tail) - 1;

	memcpy(body, head, sizeof(head));
	for (size_t i = 0; i < n; i++) /* many NULs, carriage returns and dashes */
		body[sizeof(head) - 1 + i] = "\r\n--Xy\0\r\xFFz\r\n"[(i * i >> 3) % 12];
	memcpy(body + sizeof(head) - 1 + n, tail, sizeof(tail));
	hash_sha256(body + sizeof(head) - 1, n, want);
	for (size_t step = 1; step < length * 2; step = step * 13 + 1) {
		assert_int_equal(multipart_begin(p->ctx, p->store, TYPE, (int64_t)length, usual, &m),
				 ERR_NONE);
		for (size_t at = 0; at < length; at += step)
			assert_int_equal(
			    multipart_feed(m, body + at, step < length - at ? step : length - at), ERR_NONE);
		assert_int_equal(multipart_end(m, &fields, &files), ERR_NONE);
		assert_int_equal(files.n, 1);
		assert_int_equal(files.at[0].size, n);
		assert_memory_equal(files.at[0].sha256, want, HASH_SIZE);
	}
}

static void an_upload_can_be_kept(void **state)
{
	struct place *p = *state;
	const char *body = "--XyZ\r\n" FILE_PART("f", "a.pdf") "abc" END;
	struct multipart *m;
	struct pairs fields;
	struct uploads files;
	uint8_t hash[HASH_SIZE];

	assert_int_equal(multipart_begin(p->ctx, p->store, TYPE, (int64_t)strlen(body), usual, &m), ERR_NONE);
	assert_int_equal(multipart_feed(m, body, strlen(body)), ERR_NONE);
	assert_int_equal(multipart_end(m, &fields, &files), ERR_NONE);
	assert_int_equal(store_commit(files.at[0].file), ERR_NONE);
	memcpy(hash, files.at[0].sha256, sizeof(hash));
	request_forget(p);
	assert_int_equal(store_verify(p->store, hash), ERR_NONE);
}

/* --- bad bodies --------------------------------------------------------------------------------- */

#define BAD "ERR_BAD_REQUEST"

static void broken_bodies_are_refused_in_one_piece_or_many(void **state)
{
	static const char *const rows[] = {
	    "",
	    "--XyZ\r\n",
	    "--XyZ-\r\n",
	    "--Xy--\r\n",
	    "--XyZ\r\n" FIELD("a") "1",
	    "--XyZ\r\n" FIELD("a") "1\r\n--XyZ",
	    "--XyZ\r\n" FIELD("a") "1\r\n--XyZ\r\n",
	    "--XyZ\r\n" FIELD("a") "1\n--XyZ--\r\n",
	    "--XyZ\r\n" FIELD("a") "1\r\n--XyZZ\r\n",
	    "--XyZ\n" FIELD("a") "1" END,
	    "--XyZ\r\n\r\n1" END,
	    "--XyZ\r\nContent-Type: text/plain\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: form-data\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: form-data; name=\"a\nb\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition form-data; name=\"a\"\r\n\r\n1" END,
	    "--XyZ\r\n: form-data; name=\"a\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition : form-data; name=\"a\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
	    "name=\"b\"\r\n\r\n1" END,
	    "--XyZ\r\nContent-Transfer-Encoding: base64\r\n" FIELD("a") "MQ==" END,
	    "--XyZ\r\n" FIELD("a") "\xFF" END,
	    "--XyZ\r\n" FIELD("\xFF") "1" END,
	    "--XyZ\r\n" FILE_PART("f", "\xD6\xD0.pdf") "1" END,
	    "--XyZ\r\n" FILE_PART("f", "a.pdf") "a file that is cut off",
	    "--XyZ\r\n" FILE_PART("f", "a.pdf") "A" NEXT FILE_PART("g", "b.pdf") "B" NEXT "bad\r\n\r\n" END,
	};
	struct place *p = *state;

	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i]);

		for (size_t step = 1; step <= n + 1; step = step * 3 + 1) {
			const char *result = fed(p, rows[i], n, 0, step);

			if (strcmp(result, BAD) != 0)
				fail_msg("row %zu gave %s", i, result);
			request_forget(p);
		}
		assert_string_equal(fed(p, rows[i], n, 0, n + 1), BAD);
		request_forget(p);
	}
	assert_string_equal(
	    fed(p, "--XyZ\r\n" FIELD("a") "1\0" END, sizeof("--XyZ\r\n" FIELD("a") "1\0" END) - 1, 0, 1000),
	    BAD);
}

static enum err length_differs(struct place *p, int64_t announced)
{
	const char *body = "--XyZ\r\n" FILE_PART("f", "a.pdf") "A" END;
	struct multipart *m;
	struct pairs fields;
	struct uploads files;

	assert_int_equal(multipart_begin(p->ctx, p->store, TYPE, announced, usual, &m), ERR_NONE);
	assert_int_equal(multipart_feed(m, body, strlen(body)), ERR_NONE);
	return multipart_end(m, &fields, &files);
}

static void a_body_of_another_length_than_announced_is_refused(void **state)
{
	struct place *p = *state;
	int64_t n = (int64_t)strlen("--XyZ\r\n" FILE_PART("f", "a.pdf") "A" END);

	assert_int_equal(length_differs(p, n + 1), ERR_BAD_REQUEST);
	assert_int_equal(length_differs(p, n - 1), ERR_BAD_REQUEST);
	assert_int_equal(temporary_files(p), 0);
	assert_int_equal(length_differs(p, n), ERR_NONE);
	assert_int_equal(temporary_files(p), 1);
}

/* --- limits ------------------------------------------------------------------------------------- */

static char *repeated(void *ctx, const char *part, int times)
{
	char *body = mem_str(ctx, "--XyZ\r\n");

	for (int i = 0; i < times; i++)
		body = talloc_asprintf_append(body, "%s%s", i > 0 ? NEXT : "", part);
	return talloc_strdup_append(body, END);
}

static char *filled(void *ctx, char c, size_t n)
{
	char *s = mem_array(ctx, char, n + 1);

	memset(s, c, n);
	return s;
}

static void there_is_a_limit_to_everything(void **state)
{
	struct place *p = *state;
	char *field = filled(p, 'v', MULTIPART_FIELD_MAX + 1);
	char *full = mem_fmt(p, FIELD("a") "%.*s", MULTIPART_FIELD_MAX, field);
	char *long_header = filled(p, 'h', MULTIPART_HEADER_MAX);
	char *long_name = filled(p, 'n', MULTIPART_NAME_MAX + 1);
	char *file = filled(p, 'f', (size_t)usual.file_bytes + 1);

	assert_string_not_equal(whole(p, repeated(p, FIELD("a") "1", MULTIPART_FIELDS_MAX)), "ERR_TOO_LARGE");
	assert_string_equal(whole(p, repeated(p, FIELD("a") "1", MULTIPART_FIELDS_MAX + 1)), "ERR_TOO_LARGE");
	assert_string_equal(whole(p, repeated(p, mem_fmt(p, FIELD("a") "%s", field), 1)), "ERR_TOO_LARGE");
	assert_string_not_equal(whole(p, repeated(p, full, 16)), "ERR_TOO_LARGE");
	assert_string_equal(whole(p, repeated(p, full, 17)), "ERR_TOO_LARGE");
	assert_string_equal(whole(p, mem_fmt(p, "--XyZ\r\nX: %s\r\n" FIELD("a") "1" END, long_header)), BAD);
	assert_string_equal(whole(p, mem_fmt(p, "--XyZ\r\n%s", long_header)), BAD); /* without an end */
	assert_string_equal(
	    whole(p, mem_fmt(p, "--XyZ\r\nContent-Disposition: form-data; name=%s\r\n\r\n1" END, long_name)),
	    BAD);
	request_forget(p);
	assert_string_not_equal(whole(p, repeated(p, FILE_PART("f", "a.pdf") "1", 9)), "ERR_TOO_LARGE");
	request_forget(p);
	assert_string_equal(whole(p, repeated(p, FILE_PART("f", "a.pdf") "1", 10)), "ERR_TOO_LARGE");
	assert_string_equal(whole(p, repeated(p, mem_fmt(p, FILE_PART("f", "a.pdf") "%s", file), 1)),
			    "ERR_TOO_LARGE");
}

/* --- header values ------------------------------------------------------------------------------ */

static void the_boundary_is_read_by_the_rules_of_quoting(void **state)
{
	static const struct {
		const char *type, *boundary; /* an error's name when it begins with ERR_ */
	} rows[] = {
	    {"multipart/form-data; boundary=abc", "abc"},
	    {"Multipart/Form-Data;BOUNDARY=abc", "abc"},
	    {"multipart/form-data; charset=utf-8; boundary=abc;", "abc"},
	    {"multipart/form-data; boundary=\"a b:c\"", "a b:c"},
	    {"multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
	     "----WebKitFormBoundary7MA4YWxkTrZu0gW"},
	    {"multipart/form-data", BAD},
	    {"multipart/form-data; boundary=", BAD},
	    {"multipart/form-data; boundary=\"\"", BAD},
	    {"multipart/form-data; boundary=\"abc", BAD},
	    {"multipart/form-data; boundary=\"abc \"", BAD},
	    {"multipart/form-data; boundary=a; boundary=b", BAD},
	    {"multipart/form-data; boundary=a b", BAD},
	    {"multipart/form-data; boundary=a\"b", BAD},
	    {"multipart/form-data; boundary=\"a\r\nb\"", BAD},
	    {"multipart/form-data; boundary=食", BAD},
	    {"multipart/form-data; "
	     "boundary=0123456789012345678901234567890123456789012345678901234567890123456789",
	     "0123456789012345678901234567890123456789012345678901234567890123456789"},
	    {"multipart/form-data; "
	     "boundary=01234567890123456789012345678901234567890123456789012345678901234567890",
	     BAD},
	    {"application/x-www-form-urlencoded", "ERR_UNSUPPORTED"},
	    {"multipart/mixed; boundary=abc", "ERR_UNSUPPORTED"},
	    {"", BAD},
	};
	struct place *p = *state;

	for (size_t i = 0; i < LEN(rows); i++) {
		const char *boundary = NULL;
		enum err e = mime_boundary(p->ctx, rows[i].type, &boundary);

		assert_string_equal(e == ERR_NONE ? boundary : err_name(e), rows[i].boundary);
	}
}

static void file_names_are_shown_but_never_paths(void **state)
{
	static const struct {
		const char *value, *file_name; /* NULL: refused */
	} rows[] = {
	    {"filename=\"a.pdf\"", "a.pdf"},
	    {"filename=a.pdf", "a.pdf"},
	    {"filename=\"营业执照 副本.pdf\"", "营业执照 副本.pdf"},
	    {"filename=\"a \\\"b\\\".pdf\"", "a \"b\".pdf"},
	    {"filename=\"a %22b%22 100%.pdf\"", "a \"b\" 100%.pdf"},
	    {"filename=\"/etc/passwd\"", "passwd"},
	    {"filename=\"../../x.pdf\"", "x.pdf"},
	    {"filename=\"C:\\Users\\a\\合同.pdf\"", "合同.pdf"},
	    {"filename=\"C:\\\\Users\\\\a.pdf\"", "a.pdf"},
	    {"filename=\"..\"", ""},
	    {"filename=\".\"", ""},
	    {"filename=\"dir/\"", ""},
	    {"filename=\"  a.pdf  \"", "a.pdf"},
	    {"filename=\"\xE2\x80\xAE"
	     "fdp.exe\"",
	     "fdp.exe"},
	    {"filename=\"a\xC2\x85.pdf\"", "a.pdf"},
	    {"filename=\"x.pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf", "合同.pdf"},
	    {"filename*=utf-8'zh'a%2Fb.pdf", "b.pdf"},
	    {"filename*=UTF-8''a%0Ab.pdf", "ab.pdf"},
	    {"filename*=GBK''%D6%D0.pdf", NULL},
	    {"filename*=UTF-8''%D6%D0.pdf", NULL},
	    {"filename*=UTF-8''%00.pdf", NULL},
	    {"filename*=UTF-8''%zz", NULL},
	    {"filename*=a.pdf", NULL},
	    {"filename=\"a.pdf", NULL},
	    {"filename=\"a.pdf\" x", NULL},
	    {"filename=\"a\"; filename=\"b\"", NULL},
	    {"filename=a b.pdf", NULL},
	    {"filename", NULL},
	};
	struct place *p = *state;

	for (size_t i = 0; i < LEN(rows); i++) {
		struct disposition d = {NULL, NULL};
		enum err e =
		    mime_disposition(p->ctx, mem_fmt(p->ctx, "form-data; name=\"f\"; %s", rows[i].value), &d);

		if (rows[i].file_name) {
			assert_int_equal(e, ERR_NONE);
			assert_string_equal(d.name, "f");
			assert_string_equal(d.file_name, rows[i].file_name);
		} else if (e != ERR_BAD_REQUEST) {
			fail_msg("%s gave %s", rows[i].value, d.file_name);
		}
	}
}

static void a_long_file_name_keeps_its_end(void **state)
{
	struct place *p = *state;
	char *name = mem_str(p->ctx, "");
	struct disposition d;

	for (int i = 0; i < 200; i++)
		name = talloc_strdup_append(name, "长");
	assert_int_equal(
	    mime_disposition(p->ctx, mem_fmt(p->ctx, "form-data; name=f; filename=\"%s.pdf\"", name), &d),
	    ERR_NONE);
	assert_int_equal(utf8_len(d.file_name), FILE_NAME_CHARS);
	assert_string_equal(d.file_name + strlen(d.file_name) - 4, ".pdf");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(every_body_is_the_same_in_every_pair_of_pieces, place_make,
					    place_remove),
	    cmocka_unit_test_setup_teardown(a_file_may_hold_any_bytes, place_make, place_remove),
	    cmocka_unit_test_setup_teardown(an_upload_can_be_kept, place_make, place_remove),
	    cmocka_unit_test_setup_teardown(broken_bodies_are_refused_in_one_piece_or_many, place_make,
					    place_remove),
	    cmocka_unit_test_setup_teardown(a_body_of_another_length_than_announced_is_refused, place_make,
					    place_remove),
	    cmocka_unit_test_setup_teardown(there_is_a_limit_to_everything, place_make, place_remove),
	    cmocka_unit_test_setup_teardown(the_boundary_is_read_by_the_rules_of_quoting, place_make,
					    place_remove),
	    cmocka_unit_test_setup_teardown(file_names_are_shown_but_never_paths, place_make, place_remove),
	    cmocka_unit_test_setup_teardown(a_long_file_name_keeps_its_end, place_make, place_remove),
	};

	if (crypt_start() != ERR_NONE)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
