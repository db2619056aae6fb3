/* Queries and paths: what is taken is clean text, and means the same when it is written and read again. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "web/urlencoded.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void query_try(void *ctx, const char *p, size_t n)
{
	struct pairs pairs, again;
	char *url = mem_str(ctx, "");

	if (urlencoded_parse(ctx, p, n, &pairs) != ERR_NONE)
		return;
	must(pairs.n <= URLENCODED_PAIRS_MAX);
	for (size_t i = 0; i < pairs.n; i++) {
		const struct pair *pair = &pairs.at[i];

		must(pair->name[0] && strlen(pair->name) <= URLENCODED_NAME_MAX);
		must(utf8_ok(pair->name, strlen(pair->name)) && utf8_ok(pair->value, strlen(pair->value)));
		url = url_with(ctx, url, pair->name, pair->value);
	}
	must(urlencoded_parse(ctx, url + (*url == '?'), strlen(url + (*url == '?')), &again) == ERR_NONE);
	must(again.n == pairs.n);
	for (size_t i = 0; i < pairs.n; i++)
		must(text_eq(pairs.at[i].name, again.at[i].name) &&
		     text_eq(pairs.at[i].value, again.at[i].value));
}

static void path_try(void *ctx, const char *p, size_t n)
{
	const char *path, *around;

	if (path_decode(ctx, p, n, &path) != ERR_NONE)
		return;
	around = mem_fmt(ctx, "%s/", path); /* so that the last segment has an end, too */
	must(path[0] == '/' && utf8_ok(path, strlen(path)));
	must(!strstr(path, "//") && !strchr(path, '\\') && !strstr(around, "/../") && !strstr(around, "/./"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *ctx = talloc_new(NULL);

	query_try(ctx, (const char *)data, size);
	path_try(ctx, (const char *)data, size);
	talloc_free(ctx);
	return 0;
}
