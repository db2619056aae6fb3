/* json.h - reading and writing JSON by jansson, as values that die with their context. */
#ifndef WRAP_JSON_H
#define WRAP_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"

struct json; /* borrowed from the root; the root dies with the ctx it was made under */

/* json_parse - errors: ERR_INVALID with *why naming line and column. Duplicate keys are refused. */
MUST_CHECK enum err json_parse(void *ctx, const char *text, size_t n, struct json **out, char **why);
const struct json *json_get(const struct json *o, const char *key);  /* NULL when absent, null or not an object */
const char *json_text(const struct json *o, const char *key);        /* NULL when absent or not a string */
int64_t json_int(const struct json *o, const char *key, int64_t otherwise);
bool json_bool(const struct json *o, const char *key, bool otherwise);
size_t json_count(const struct json *array);                         /* 0 when not an array */
const struct json *json_at(const struct json *array, size_t i);      /* NULL when there is none, or null */
const char *json_str(const struct json *v);                          /* the value itself as text, or NULL */
/* json_kind - what a value is; NULL and null are JSON_IS_NOTHING, a number with a fraction is JSON_IS_OTHER. */
enum json_kind { JSON_IS_NOTHING, JSON_IS_TEXT, JSON_IS_INT, JSON_IS_BOOL, JSON_IS_LIST, JSON_IS_OBJECT, JSON_IS_OTHER };
enum json_kind json_kind(const struct json *v);
/* json_next - walk an object: *iter is NULL first; false at the end. A null value is passed on as NULL. */
bool json_next(const struct json *o, void **iter, const char **key, const struct json **value);

/* writing: children belong to their container.  Text that is not UTF-8 becomes null. */
/* json_new - an empty object that dies with ctx. (json_object is the library's own name and must not be taken.) */
struct json *json_new(void *ctx);
void json_set_text(struct json *o, const char *key, const char *value); /* NULL writes null */
void json_set_int(struct json *o, const char *key, int64_t value);
void json_set_bool(struct json *o, const char *key, bool value);
struct json *json_set_array(struct json *o, const char *key);
struct json *json_set_object(struct json *o, const char *key);
struct json *json_add_object(struct json *array);
void json_add_text(struct json *array, const char *value);
/* json_write - compact, keys in the order they were set. */
char *json_write(void *ctx, const struct json *o);

#endif
