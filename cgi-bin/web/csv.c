#include "web/csv.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

#define FIRST_SIZE 4096
#define MARK "\xEF\xBB\xBF" /* without it, spreadsheet programs take the file for another encoding */

struct csv {
	char *text;
	size_t n, size;
	bool open; /* a row has begun */
};

static void put(struct csv *c, const char *text, size_t n)
{
	while (c->n + n > c->size) {
		c->size *= 2;
		c->text = mem_grow(c, c->text, char, c->size);
	}
	memcpy(c->text + c->n, text, n);
	c->n += n;
}

struct csv *csv_new(void *ctx)
{
	struct csv *c = mem_new(ctx, struct csv);

	c->size = FIRST_SIZE;
	c->text = mem_array(c, char, c->size);
	put(c, MARK, strlen(MARK));
	return c;
}

/* is_formula - what follows the blanks at the beginning would be worked out, or pastes itself into the next cell. */
static bool is_formula(const char *text)
{
	static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};

	if (*text == '\t' || *text == '\r' || *text == '\n')
		return true;
	text += strspn(text, " ");
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (text_starts(text, signs[i]))
			return true;
	return false;
}

void csv_cell(struct csv *c, const char *text)
{
	text = text_or(text, "");
	put(c, c->open ? ",\"" : "\"", c->open ? 2 : 1);
	c->open = true;
	if (is_formula(text))
		put(c, "'", 1);
	for (; *text; text++)
		put(c, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
	put(c, "\"", 1);
}

void csv_end(struct csv *c)
{
	put(c, "\r\n", 2);
	c->open = false;
}

struct bytes csv_bytes(const struct csv *c)
{
	return (struct bytes){(const uint8_t *)c->text, c->n};
}
