/* shape.c - JSON into C structs, by tables. */
#include "domain/shape.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

struct reader {
	void *ctx;
	char *text; /* block that takes every string */
	size_t used, size;
	char **why;
};

/* place - where in the document a value stands; made into text only when something is wrong. */
struct place {
	const struct place *up; /* NULL for the root */
	const char *key;        /* NULL for an element of a list */
	size_t index;
	int depth;
};

static char *place_text(void *ctx, const struct place *at)
{
	if (!at->up)
		return mem_str(ctx, "");
	char *up = place_text(ctx, at->up);
	if (!at->key)
		return mem_fmt(ctx, "%s[%zu]", up, at->index);
	return mem_fmt(ctx, "%s%s%s", up, up[0] ? "." : "", at->key);
}

static enum err slip(struct reader *r, const struct place *at, const char *what)
{
	char *where = place_text(r->ctx, at);

	*r->why = mem_fmt(r->ctx, "%s：%s", where[0] ? where : "最外层", what);
	return ERR_INVALID;
}

int shape_word(const char *const *words, const char *word)
{
	for (int i = 0; words[i]; i++)
		if (text_eq(words[i], word))
			return i;
	return -1;
}

static const char *text_keep(struct reader *r, const char *s)
{
	size_t n = strlen(s) + 1;

	/* A decoded string is never longer than its source with the quotes, so there is always room; were the
	 * bound ever wrong, a copy of its own is still correct. */
	if (n > r->size - r->used)
		return mem_str(r->ctx, s);
	char *p = r->text + r->used;
	memcpy(p, s, n);
	r->used += n;
	return p;
}

static enum err struct_read(struct reader *r, const struct shape *shape, const struct json *o, const struct place *at,
			    char *out);

static enum err text_read(struct reader *r, const struct json *v, const struct place *at, const char **out)
{
	const char *s = json_str(v);

	if (!s)
		return slip(r, at, "应是文字，写在双引号里");
	*out = text_keep(r, s);
	return ERR_NONE;
}

static enum err word_read(struct reader *r, const char *const *words, const struct json *v, const struct place *at,
			  int *out)
{
	const char *s = json_str(v);
	int w = s ? shape_word(words, s) : -1;

	if (w < 0)
		return slip(r, at, mem_fmt(r->ctx, "“%s”不是这里可用的词", s ? s : ""));
	*out = w;
	return ERR_NONE;
}

static enum err words_read(struct reader *r, const char *const *words, const struct json *v, const struct place *at,
			   uint32_t *out)
{
	uint32_t bits = 0;
	int w = 0;

	for (size_t i = 0; i < json_count(v); i++) {
		struct place here = {at, NULL, i, at->depth};
		TRY(word_read(r, words, json_at(v, i), &here, &w));
		bits |= UINT32_C(1) << w;
	}
	if (!bits)
		return slip(r, at, "应是一个列表，至少有一项");
	*out = bits;
	return ERR_NONE;
}

static enum err texts_read(struct reader *r, const struct json *v, const struct place *at, struct texts *out)
{
	out->n = json_count(v);
	out->at = mem_array(r->ctx, const char *, out->n);
	for (size_t i = 0; i < out->n; i++) {
		struct place here = {at, NULL, i, at->depth};
		TRY(text_read(r, json_at(v, i), &here, &out->at[i]));
	}
	return ERR_NONE;
}

/* Every list is laid out as struct texts is; only the type of its elements differs. */
static enum err list_read(struct reader *r, const struct shape *of, const struct json *v, const struct place *at,
			  char *out)
{
	size_t n = json_count(v);
	char *elements = mem_array(r->ctx, char, n * of->size);

	for (size_t i = 0; i < n; i++) {
		struct place here = {at, NULL, i, at->depth + 1};
		TRY(struct_read(r, of, json_at(v, i), &here, elements + i * of->size));
	}
	memcpy(out + offsetof(struct texts, at), &elements, sizeof elements);
	memcpy(out + offsetof(struct texts, n), &n, sizeof n);
	return ERR_NONE;
}

static enum err ref_read(struct reader *r, const struct shape *of, const struct json *v, const struct place *at,
			 char *out)
{
	char *p = mem_array(r->ctx, char, of->size);

	TRY(struct_read(r, of, v, at, p));
	memcpy(out, &p, sizeof p);
	return ERR_NONE;
}

static void member_default(const struct shape_key *k, char *out)
{
	if (k->kind == SHAPE_INT)
		memcpy(out, &k->otherwise, sizeof k->otherwise);
	else if (k->kind == SHAPE_WORD)
		memcpy(out, &(int){(int)k->otherwise}, sizeof(int));
	else if (k->kind == SHAPE_WORDS)
		memcpy(out, &(uint32_t){(uint32_t)k->otherwise}, sizeof(uint32_t));
}

/* v is not NULL and is k's value in o. */
static enum err member_read(struct reader *r, const struct shape_key *k, const struct json *o, const struct json *v,
			    const struct place *at, char *out)
{
	static const struct {
		enum json_kind json;
		const char *want;
	} kinds[] = {
		[SHAPE_TEXT] = {JSON_IS_TEXT, "应是文字，写在双引号里"},
		[SHAPE_INT] = {JSON_IS_INT, "应是整数"},
		[SHAPE_BOOL] = {JSON_IS_BOOL, "应是 true 或 false"},
		[SHAPE_WORD] = {JSON_IS_TEXT, "应是一个词，写在双引号里"},
		[SHAPE_WORDS] = {JSON_IS_LIST, "应是列表，写在方括号里"},
		[SHAPE_TEXTS] = {JSON_IS_LIST, "应是列表，写在方括号里"},
		[SHAPE_PART] = {JSON_IS_OBJECT, "应是一组内容，写在花括号里"},
		[SHAPE_REF] = {JSON_IS_OBJECT, "应是一组内容，写在花括号里"},
		[SHAPE_LIST] = {JSON_IS_LIST, "应是列表，写在方括号里"},
	};
	void *to = out;

	if (json_kind(v) != kinds[k->kind].json)
		return slip(r, at, kinds[k->kind].want);
	switch (k->kind) {
	case SHAPE_TEXT:
		return text_read(r, v, at, to);
	case SHAPE_INT:
		*(int64_t *)to = json_int(o, k->name, -1);
		if (*(int64_t *)to < 0 || *(int64_t *)to > SHAPE_INT_MAX)
			return slip(r, at, "数字太小或太大");
		return ERR_NONE;
	case SHAPE_BOOL:
		*(bool *)to = json_bool(o, k->name, false);
		return ERR_NONE;
	case SHAPE_WORD:
		return word_read(r, k->words, v, at, to);
	case SHAPE_WORDS:
		return words_read(r, k->words, v, at, to);
	case SHAPE_TEXTS:
		return texts_read(r, v, at, to);
	case SHAPE_PART:
		return struct_read(r, k->of, v, at, out);
	case SHAPE_REF:
		return ref_read(r, k->of, v, at, out);
	case SHAPE_LIST:
		return list_read(r, k->of, v, at, out);
	}
	return ERR_INTERNAL;
}

/* A key that no row names is a slip of the pen, and would otherwise be lost without a word. */
static enum err keys_known(struct reader *r, const struct shape *shape, const struct json *o, const struct place *at)
{
	void *iter = NULL;
	const char *key;
	const struct json *value;

	while (json_next(o, &iter, &key, &value)) {
		size_t i = 0;
		while (i < shape->nkeys && strcmp(shape->keys[i].name, key) != 0)
			i++;
		if (i == shape->nkeys)
			return slip(r, at, mem_fmt(r->ctx, "没有“%s”这个键", key));
	}
	return ERR_NONE;
}

static enum err struct_read(struct reader *r, const struct shape *shape, const struct json *o, const struct place *at,
			    char *out)
{
	if (json_kind(o) != JSON_IS_OBJECT)
		return slip(r, at, "应是一组内容，写在花括号里");
	if (at->depth > SHAPE_DEPTH)
		return slip(r, at, "层次太深");
	TRY(keys_known(r, shape, o, at));
	for (size_t i = 0; i < shape->nkeys; i++) {
		const struct shape_key *k = &shape->keys[i];
		const struct json *v = json_get(o, k->name);
		struct place here = {at, k->name, 0, at->depth + 1};
		if (v)
			TRY(member_read(r, k, o, v, &here, out + k->at));
		else if (k->required)
			return slip(r, &here, "必须填写");
		else
			member_default(k, out + k->at);
	}
	return ERR_NONE;
}

enum err shape_read(void *ctx, const struct shape *shape, const struct json *root, size_t text_bytes, void *out,
		    char **why)
{
	struct reader r = {ctx, mem_array(ctx, char, text_bytes), 0, text_bytes, why};
	struct place top = {NULL, NULL, 0, 0};

	*why = NULL;
	return struct_read(&r, shape, root, &top, out);
}
