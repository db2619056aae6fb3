/* Archive packages from anywhere: whole, or one line that says why not.  Bytes that begin like a zip file are taken for one;
 * others are the name of an entry, a line feed, and what stands in it, in a package whose manifest fits: so that the parsers
 * behind the check sums are reached. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/archive.h"
#include "scratch.h"
#include "unit/sample_archive.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(void *ctx, struct package_in *in)
{
	struct archive_report r;
	const char *fault = archive_check(ctx, in, &r);

	must(!fault || !strchr(fault, '\n'), "a fault is one line");
	must(fault || (r.head && strlen(r.head) == 64 && r.events > 0), "a whole package has events");
}

static void whole_package(void *ctx, const uint8_t *data, size_t size)
{
	struct package_in *in;
	const char *fault = NULL;

	if (package_open_bytes(ctx, (struct bytes){data, size}, &in, &fault) == ERR_NONE)
		check(ctx, in);
	else
		must(fault != NULL, "a fault is named");
}

static void one_entry(void *ctx, const char *text)
{
	const char *end = strchr(text, '\n');
	const char *path = mem_fmt(ctx, "%s/fuzz-archive-%ld.zip", scratch_dir(), (long)getpid());
	struct package_in *in;
	const char *fault = NULL;
	struct sample s;

	sample_make(ctx, &s);
	for (size_t i = 0; end && i < s.n; i++)
		if (strlen(s.at[i].name) == (size_t)(end - text) && strncmp(s.at[i].name, text, (size_t)(end - text)) == 0)
			s.at[i].text = end + 1;
	sample_write(&s, sample_manifest(&s), path);
	if (package_open(ctx, path, &in, &fault) == ERR_NONE)
		check(ctx, in);
	unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *ctx = talloc_new(NULL);

	if (crypt_start() != ERR_NONE)
		abort();
	if (size >= 2 && memcmp(data, "PK", 2) == 0)
		whole_package(ctx, data, size);
	else
		one_entry(ctx, mem_copy(ctx, data, size));
	talloc_free(ctx);
	return 0;
}
