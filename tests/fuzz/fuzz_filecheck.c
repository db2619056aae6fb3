/* Uploaded files.  The input's first line is the client's file name, the rest is the file.  Any verdict will
 * do, but it must be one that can be told to a person, and a file that is taken is of a kind that was asked
 * for. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "wrap/filecheck.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct file_rules rules = {1 << 20,
						FILE_PDF | FILE_JPG | FILE_PNG | FILE_OFD | FILE_DOCX};
	void *ctx = talloc_new(NULL);
	const uint8_t *line = size > 0 ? memchr(data, '\n', size) : NULL;
	size_t used = line ? (size_t)(line - data) + 1 : 0;
	char *name = mem_copy(ctx, data, line ? used - 1 : 0);
	struct file_verdict v;
	const char *said;

	if (!utf8_ok(name, strlen(name)))
		name[0] = '\0'; /* names are checked before they get here */
	v = filecheck_bytes((struct bytes){data + used, size - used}, name, &rules);
	said = file_fault_say(ctx, &v, &rules, name, (int64_t)(size - used));
	must(v.fault < FILE_FAULTS && utf8_ok(said, strlen(said)));
	must((v.fault == FILE_FINE) == (said[0] == '\0'));
	must(v.fault != FILE_FINE || ((uint32_t)v.kind & rules.kinds) != 0);
	must(file_kind_named(file_name_as(ctx, name, v.kind)) == v.kind || v.kind == FILE_UNKNOWN);
	talloc_free(ctx);
	return 0;
}
