/* search.c - Chinese search on MariaDB's FULLTEXT. */
#include "domain/search.h"

#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define TYPED_CHARS 60
#define BETWEEN " _ " /* a word that nobody can ask for, so that phrases do not run on */

/* --- a growing string ------------------------------------------------------------------------- */

struct out {
	char *p;
	size_t n, room;
};

static void out_add(struct out *o, const char *s)
{
	size_t n = strlen(s);

	if (o->n + n >= o->room) {
		o->room = (o->n + n) * 2;
		o->p = mem_grow(talloc_parent(o->p), o->p, char, o->room);
	}
	memcpy(o->p + o->n, s, n + 1);
	o->n += n;
}

static struct out out_new(void *ctx)
{
	return (struct out){mem_array(ctx, char, 256), 0, 256};
}

/* --- characters and runs ---------------------------------------------------------------------- */

enum class { CLASS_NONE, CLASS_LATIN, CLASS_HAN };

/* Letters and digits of every alphabet that is written with blanks count as Latin; what is neither that nor an
 * ideograph or kana ends a word. */
static enum class class_of(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7))
		return CLASS_LATIN;
	if ((c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
	    (c >= 0x3040 && c <= 0x30FF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007)
		return CLASS_HAN;
	return CLASS_NONE;
}

static uint32_t fold(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFEE0;
	if (c >= 'A' && c <= 'Z')
		c += 'a' - 'A';
	return c;
}

static void out_add_code(struct out *o, uint32_t c)
{
	char b[5] = {0};

	if (c > 0xFFFF) { /* the server takes these for blanks */
		char *name = mem_fmt(o->p, "u%05x", (unsigned)c);
		out_add(o, name);
		return;
	}
	if (c >= 0x800) {
		b[0] = (char)(0xE0 | c >> 12);
		b[1] = (char)(0x80 | (c >> 6 & 0x3F));
		b[2] = (char)(0x80 | (c & 0x3F));
	} else if (c >= 0x80) {
		b[0] = (char)(0xC0 | c >> 6);
		b[1] = (char)(0x80 | (c & 0x3F));
	} else {
		b[0] = (char)c;
	}
	out_add(o, b);
}

/* run - neighbouring characters of one class, folded. */
struct run {
	enum class class;
	uint32_t *at;
	size_t n;
};

/* run_next - the next run at *s, of at most *left characters; false at the end. */
static bool run_next(void *ctx, const char **s, size_t *left, struct run *out)
{
	size_t room = 0;

	*out = (struct run){CLASS_NONE, NULL, 0};
	while (*left > 0) {
		const char *before = *s;
		uint32_t c = fold(utf8_next(s));
		enum class class = c ? class_of(c) : CLASS_NONE;
		if (out->n > 0 && class != out->class) {
			*s = before;
			return true;
		}
		if (c == 0)
			return false;
		(*left)--;
		if (class == CLASS_NONE)
			continue;
		if (out->n == room)
			out->at = mem_grow(ctx, out->at, uint32_t, room = room ? room * 2 : 16);
		out->class = class;
		out->at[out->n++] = c;
	}
	return out->n > 0;
}

static void run_add_plain(struct out *o, const struct run *r)
{
	for (size_t i = 0; i < r->n; i++)
		out_add_code(o, r->at[i]);
}

static void run_add_pairs(struct out *o, const struct run *r)
{
	for (size_t i = 0; i + 1 < r->n; i++) {
		if (i > 0)
			out_add(o, " ");
		out_add_code(o, r->at[i]);
		out_add_code(o, r->at[i + 1]);
	}
}

static void run_add_singles(struct out *o, const struct run *r)
{
	for (size_t i = 0; i < r->n; i++) {
		out_add_code(o, r->at[i]);
		out_add(o, " ");
	}
}

/* --- index ------------------------------------------------------------------------------------ */

char *search_index(void *ctx, const char *const *pieces, size_t n)
{
	void *tmp = talloc_new(ctx);
	struct out words = out_new(tmp), singles = out_new(tmp);
	struct run r;

	for (size_t i = 0; i < n; i++) {
		const char *s = text_or(pieces[i], "");
		size_t left = SIZE_MAX;
		while (run_next(tmp, &s, &left, &r)) {
			if (r.class == CLASS_LATIN)
				run_add_plain(&words, &r);
			else
				run_add_pairs(&words, &r);
			out_add(&words, BETWEEN);
			if (r.class == CLASS_HAN)
				run_add_singles(&singles, &r);
		}
	}
	char *text = mem_fmt(ctx, "%s%s", words.p, singles.p);
	talloc_free(tmp);
	return text;
}

/* --- query ------------------------------------------------------------------------------------ */

/* Latin words and numbers match from their beginning, so that half a matter code is enough. */
static void exact_add(struct out *o, const struct run *r)
{
	out_add(o, o->n ? " +" : "+");
	if (r->class == CLASS_LATIN) {
		run_add_plain(o, r);
		out_add(o, "*");
		return;
	}
	out_add(o, "\"");
	if (r->n == 1)
		run_add_plain(o, r);
	else
		run_add_pairs(o, r);
	out_add(o, "\"");
}

static void loose_add(struct out *o, const struct run *r)
{
	if (o->n)
		out_add(o, " ");
	if (r->class == CLASS_LATIN || r->n == 1)
		run_add_plain(o, r);
	else
		run_add_pairs(o, r);
}

bool search_parse(void *ctx, const char *typed, struct search_query *out)
{
	void *tmp = talloc_new(ctx);
	struct out exact = out_new(tmp), loose = out_new(tmp), plain = out_new(tmp);
	struct run r, longest = {CLASS_NONE, NULL, 0};
	const char *s = text_or(typed, "");
	size_t left = TYPED_CHARS;

	while (run_next(tmp, &s, &left, &r)) {
		exact_add(&exact, &r);
		loose_add(&loose, &r);
		if (r.n > longest.n)
			longest = r;
	}
	run_add_plain(&plain, &longest);
	out->exact = mem_str(ctx, exact.p);
	out->loose = mem_str(ctx, loose.p);
	out->plain = mem_str(ctx, plain.p);
	talloc_free(tmp);
	return longest.n > 0;
}
