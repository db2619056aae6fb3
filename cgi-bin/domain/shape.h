/* shape.h - JSON into C structs, by tables: a struct's members are rows, one function reads them all.
 *
 * Written for documents that people edit: every slip (a key that does not exist, a missing one, a wrong type or word)
 * is an error that names the place as "materials[2].copies".  Nothing is guessed. */
#ifndef DOMAIN_SHAPE_H
#define DOMAIN_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "wrap/json.h"

/* A list of strings; every other list has the same two members with its own element type. */
struct texts {
	const char **at;
	size_t n;
};

enum shape_kind {
	SHAPE_TEXT,  /* const char *, NULL when absent */
	SHAPE_INT,   /* int64_t within 0 ... SHAPE_INT_MAX; `otherwise` when absent */
	SHAPE_BOOL,  /* bool */
	SHAPE_WORD,  /* int: index in `words`; `otherwise` when absent */
	SHAPE_WORDS, /* uint32_t: bit per word of a list of them; `otherwise` when absent */
	SHAPE_TEXTS, /* struct texts */
	SHAPE_PART,  /* the struct itself, zero when absent (its defaults do not apply then) */
	SHAPE_REF,   /* pointer to the struct, NULL when absent */
	SHAPE_LIST,  /* { T *at; size_t n; } */
};

#define SHAPE_INT_MAX INT64_C(1000000000000)
#define SHAPE_DEPTH 12 /* structs inside structs; deeper is refused */

struct shape;

struct shape_key {
	const char *name;
	enum shape_kind kind;
	bool required;
	size_t at;                /* offset of the member */
	const struct shape *of;   /* PART, REF, LIST */
	const char *const *words; /* WORD, WORDS: ends with NULL; at most 32 for WORDS */
	int64_t otherwise;
};

struct shape {
	size_t size;
	const struct shape_key *keys;
	size_t nkeys;
};

/* Rows.  S is the struct's tag; key and member have the same name. */
#define SHAPE_ROW_(S, m, kind, req, of, words, def) {#m, kind, req, offsetof(struct S, m), of, words, def},
#define K_TEXT(S, m) SHAPE_ROW_(S, m, SHAPE_TEXT, false, NULL, NULL, 0)
#define K_TEXT_MUST(S, m) SHAPE_ROW_(S, m, SHAPE_TEXT, true, NULL, NULL, 0)
#define K_INT(S, m, def) SHAPE_ROW_(S, m, SHAPE_INT, false, NULL, NULL, def)
#define K_INT_MUST(S, m) SHAPE_ROW_(S, m, SHAPE_INT, true, NULL, NULL, 0)
#define K_BOOL(S, m) SHAPE_ROW_(S, m, SHAPE_BOOL, false, NULL, NULL, 0)
#define K_WORD(S, m, words, def) SHAPE_ROW_(S, m, SHAPE_WORD, false, NULL, words, def)
#define K_WORD_MUST(S, m, words) SHAPE_ROW_(S, m, SHAPE_WORD, true, NULL, words, 0)
#define K_WORDS(S, m, words, def) SHAPE_ROW_(S, m, SHAPE_WORDS, false, NULL, words, def)
#define K_TEXTS(S, m) SHAPE_ROW_(S, m, SHAPE_TEXTS, false, NULL, NULL, 0)
#define K_PART(S, m, shape) SHAPE_ROW_(S, m, SHAPE_PART, false, &(shape), NULL, 0)
#define K_REF(S, m, shape) SHAPE_ROW_(S, m, SHAPE_REF, false, &(shape), NULL, 0)
#define K_LIST(S, m, shape) SHAPE_ROW_(S, m, SHAPE_LIST, false, &(shape), NULL, 0)
#define SHAPE_OF(S, rows) {sizeof(struct S), rows, sizeof(rows) / sizeof((rows)[0])}

/* shape_read - fill *out (already zero) from a JSON object.
 * text_bytes: length of the JSON text, which bounds all its strings together; they are copied into one block.
 * Lists and strings belong to ctx.  errors: ERR_INVALID with *why (under ctx), Chinese, naming the place. */
MUST_CHECK enum err shape_read(void *ctx, const struct shape *shape, const struct json *root, size_t text_bytes,
			       void *out, char **why);

/* shape_word - index of a word in a list that ends with NULL, or -1. */
int shape_word(const char *const *words, const char *word);

#endif
