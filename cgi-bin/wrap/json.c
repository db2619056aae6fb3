#include "wrap/json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

/* A struct json is jansson's json_t under a name of our own: the pointers are the same.  What owns it is a small
 * block under the caller's ctx, which gives up its reference when it is freed. */
struct root {
	json_t *v;
};

static int root_free(struct root *r)
{
	json_decref(r->v);
	return 0;
}

static struct json *root_make(void *ctx, json_t *v)
{
	struct root *r = mem_new(ctx, struct root);

	r->v = mem_must(v);
	talloc_set_destructor(r, root_free);
	return (struct json *)v;
}

/* jansson's readers of an object do not change it, but some of them take it without const. */
static json_t *lib(const struct json *v)
{
	return (json_t *)(uintptr_t)v;
}

/* null is the same as absent to every reader */
static const struct json *ours(const json_t *v)
{
	return json_is_null(v) ? NULL : (const struct json *)v;
}

/* --- reading ----------------------------------------------------------------------------------- */

enum err json_parse(void *ctx, const char *text, size_t n, struct json **out, char **why)
{
	json_error_t error;
	json_t *v = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);

	*out = NULL;
	*why = NULL;
	if (!v) {
		*why = mem_fmt(ctx, "line %d, column %d: %s", error.line, error.column, error.text);
		return ERR_INVALID;
	}
	*out = root_make(ctx, v);
	return ERR_NONE;
}

const struct json *json_get(const struct json *o, const char *key)
{
	return ours(json_object_get(lib(o), key));
}

const char *json_text(const struct json *o, const char *key)
{
	return json_str(json_get(o, key));
}

int64_t json_int(const struct json *o, const char *key, int64_t otherwise)
{
	const json_t *v = lib(json_get(o, key));

	return json_is_integer(v) ? json_integer_value(v) : otherwise;
}

bool json_bool(const struct json *o, const char *key, bool otherwise)
{
	const json_t *v = lib(json_get(o, key));

	return json_is_boolean(v) ? json_is_true(v) : otherwise;
}

size_t json_count(const struct json *array)
{
	return json_array_size(lib(array));
}

const struct json *json_at(const struct json *array, size_t i)
{
	return ours(json_array_get(lib(array), i));
}

const char *json_str(const struct json *v)
{
	return json_string_value(lib(v));
}

enum json_kind json_kind(const struct json *v)
{
	static const enum json_kind kinds[] = {
		[JSON_OBJECT] = JSON_IS_OBJECT, [JSON_ARRAY] = JSON_IS_LIST, [JSON_STRING] = JSON_IS_TEXT,
		[JSON_INTEGER] = JSON_IS_INT,   [JSON_REAL] = JSON_IS_OTHER, [JSON_TRUE] = JSON_IS_BOOL,
		[JSON_FALSE] = JSON_IS_BOOL,    [JSON_NULL] = JSON_IS_NOTHING,
	};

	return v ? kinds[json_typeof(lib(v))] : JSON_IS_NOTHING;
}

bool json_next(const struct json *o, void **iter, const char **key, const struct json **value)
{
	*iter = *iter ? json_object_iter_next(lib(o), *iter) : json_object_iter(lib(o));
	if (!*iter)
		return false;
	*key = json_object_iter_key(*iter);
	*value = ours(json_object_iter_value(*iter));
	return true;
}

/* --- writing ----------------------------------------------------------------------------------- */

/* Text is UTF-8 since it came in; should it not be, null is better than a document nobody can read. */
static json_t *text_value(const char *text)
{
	json_t *v = text ? json_string(text) : json_null();

	if (v)
		return v;
	log_warn("json: text that is not UTF-8 was written as null");
	return json_null();
}

/* The container takes v over.  Failing means that there is no memory, or that the caller took something else for a
 * container: neither can be answered. */
static json_t *put(struct json *o, const char *key, json_t *v)
{
	if (json_object_set_new(lib(o), key, mem_must(v)) != 0)
		mem_must(NULL);
	return v;
}

static json_t *append(struct json *array, json_t *v)
{
	if (json_array_append_new(lib(array), mem_must(v)) != 0)
		mem_must(NULL);
	return v;
}

struct json *json_new(void *ctx)
{
	return root_make(ctx, json_object());
}

void json_set_text(struct json *o, const char *key, const char *value)
{
	put(o, key, text_value(value));
}

void json_set_int(struct json *o, const char *key, int64_t value)
{
	put(o, key, json_integer(value));
}

void json_set_bool(struct json *o, const char *key, bool value)
{
	put(o, key, json_boolean(value));
}

struct json *json_set_array(struct json *o, const char *key)
{
	return (struct json *)put(o, key, json_array());
}

struct json *json_set_object(struct json *o, const char *key)
{
	return (struct json *)put(o, key, json_object());
}

struct json *json_add_object(struct json *array)
{
	return (struct json *)append(array, json_object());
}

void json_add_text(struct json *array, const char *value)
{
	append(array, text_value(value));
}

char *json_write(void *ctx, const struct json *o)
{
	char *text = mem_must(json_dumps(lib(o), JSON_COMPACT));
	char *copy = mem_str(ctx, text);

	free(text);
	return copy;
}
