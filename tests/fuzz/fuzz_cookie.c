/* The Cookie header: whatever comes, at most so many cookies, each of one name, of nothing but visible ASCII.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "web/cookie.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static bool visible(const char *s)
{
	for (; *s; s++)
		if (*s <= 0x20 || *s >= 0x7F || *s == ';')
			return false;
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *ctx = talloc_new(NULL);
	struct pairs pairs;

	cookie_parse(ctx, mem_copy(ctx, data, size), &pairs);
	must(pairs.n <= COOKIE_PAIRS_MAX);
	for (size_t i = 0; i < pairs.n; i++) {
		must(pairs.at[i].name[0] && visible(pairs.at[i].name) && visible(pairs.at[i].value));
		must(!strchr(pairs.at[i].name, '='));
		for (size_t j = 0; j < i; j++)
			must(strcmp(pairs.at[i].name, pairs.at[j].name) != 0);
	}
	talloc_free(ctx);
	return 0;
}
