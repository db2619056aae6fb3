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
const struct json *json_at(const struct json *array, size_t i);
const char *json_str(const struct json *v);                          /* the value itself as text, or NULL */
/* json_next - walk an object: pass NULL first; false at the end. */
bool json_next(const struct json *o, void **iter, const char **key, const struct json **value);

/* writing */
struct json *json_object(void *ctx);
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
