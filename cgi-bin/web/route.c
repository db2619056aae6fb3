#include "web/route.h"

#include <string.h>

#include "base/text.h"

/* segment_end - first '/' or the end. */
static const char *segment_end(const char *s)
{
	return s + strcspn(s, "/");
}

static void param_add(void *ctx, struct pairs *params, const char *name, size_t n, const char *value, size_t vn)
{
	params->at = mem_grow(ctx, params->at, struct pair, params->n + 1);
	params->at[params->n++] = (struct pair){mem_copy(ctx, name, n), mem_copy(ctx, value, vn)};
}

/* path_matches - compare segment by segment; a {name} takes one whole, non-empty segment. */
static bool path_matches(void *ctx, const char *pattern, const char *path, struct pairs *params)
{
	params->n = 0;
	while (*pattern && *path) {
		const char *pe = segment_end(pattern), *se = segment_end(path);
		if (*pattern == '{' && pe[-1] == '}' && se > path)
			param_add(ctx, params, pattern + 1, (size_t)(pe - pattern - 2), path, (size_t)(se - path));
		else if (pe - pattern != se - path || memcmp(pattern, path, (size_t)(pe - pattern)))
			return false;
		if (*pe != *se)
			return false;
		pattern = *pe ? pe + 1 : pe;
		path = *se ? se + 1 : se;
		if (!*pe)
			return true;
	}
	return !*pattern && !*path;
}

enum err route_find(void *ctx, const struct route *table, const char *path, enum method method,
		    const struct route **out, struct pairs *params, const char **allow)
{
	unsigned methods = 0;
	for (const struct route *r = table; r->path; r++) {
		if (!path_matches(ctx, r->path, path, params))
			continue;
		if (r->method == method) {
			*out = r;
			return ERR_NONE;
		}
		methods |= (unsigned)r->method;
	}
	if (!methods)
		return ERR_NOT_FOUND;
	*allow = methods == METHOD_GET ? "GET, HEAD" : methods == METHOD_POST ? "POST" : "GET, HEAD, POST";
	return ERR_METHOD;
}
