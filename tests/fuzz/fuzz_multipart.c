/* Multipart bodies.  The input's first line is the Content-Type, the rest is the body.  Fed whole and fed in
 * pieces it must come to the same; names are clean; no temporary file outlives the request. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "web/multipart.h"
#include "wrap/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static char base[] = "/dev/shm/fuzz_multipart.XXXXXX";
static struct store *store;

static void must(bool holds)
{
	if (!holds)
		abort();
}

static const char *below(void *ctx, const char *name)
{
	return mem_fmt(ctx, "%s/%s", base, name);
}

static void base_remove(void)
{
	void *ctx = talloc_new(NULL);

	rmdir(below(ctx, "files/tmp"));
	rmdir(below(ctx, "files"));
	rmdir(base);
	talloc_free(ctx);
	talloc_free(store);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	char *files;

	(void)argc;
	(void)argv;
	must(crypt_start() == ERR_NONE && mkdtemp(base));
	files = mem_fmt(NULL, "%s/files", base);
	must(store_open(NULL, files, &store) == ERR_NONE);
	talloc_free(files);
	atexit(base_remove);
	return 0;
}

static void tmp_must_be_empty(void)
{
	char *path = mem_fmt(NULL, "%s/files/tmp", base);
	DIR *dir = opendir(path);
	const struct dirent *d;

	must(dir != NULL);
	while ((d = readdir(dir)) != NULL)
		must(d->d_name[0] == '.');
	closedir(dir);
	talloc_free(path);
}

/* What came of the body, as one text; the error's name when it was refused. */
static const char *outcome(void *ctx, const char *type, const uint8_t *body, size_t n, size_t step)
{
	const struct multipart_limits limits = {.file_bytes = 4096, .files = 3};
	struct multipart *m;
	struct pairs fields;
	struct uploads files;
	char *out = mem_str(ctx, "");
	enum err e = multipart_begin(ctx, store, type, (int64_t)n, limits, &m);

	for (size_t at = 0; at < n && e == ERR_NONE; at += step)
		e = multipart_feed(m, body + at, step < n - at ? step : n - at);
	if (e == ERR_NONE)
		e = multipart_end(m, &fields, &files);
	if (e != ERR_NONE) {
		must(e == ERR_BAD_REQUEST || e == ERR_TOO_LARGE || e == ERR_UNSUPPORTED);
		return err_name(e);
	}
	for (size_t i = 0; i < fields.n; i++) {
		must(utf8_ok(fields.at[i].name, strlen(fields.at[i].name)));
		must(utf8_ok(fields.at[i].value, strlen(fields.at[i].value)));
		out = talloc_asprintf_append(out, "%s=%s\n", fields.at[i].name, fields.at[i].value);
	}
	for (size_t i = 0; i < files.n; i++) {
		const struct upload *u = &files.at[i];

		must(utf8_ok(u->file_name, strlen(u->file_name)) && !strpbrk(u->file_name, "/\\\r\n"));
		must(access(u->path, R_OK) == 0);
		out = talloc_asprintf_append(out, "%s|%s|%d|%s\n", u->field, u->file_name, (int)u->size,
					     text_hex(ctx, u->sha256, sizeof(u->sha256)));
	}
	return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const size_t steps[] = {1, 2, 7, 64};
	void *ctx = talloc_new(NULL);
	const uint8_t *line = size > 0 ? memchr(data, '\n', size) : NULL;
	size_t used = line ? (size_t)(line - data) + 1 : size;
	const char *type = mem_copy(ctx, data, line ? used - 1 : used);
	const char *whole = outcome(ctx, type, data + used, size - used, size + 1);

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		must(strcmp(whole, outcome(ctx, type, data + used, size - used, steps[i])) == 0);
	talloc_free(ctx);
	tmp_must_be_empty();
	return 0;
}
