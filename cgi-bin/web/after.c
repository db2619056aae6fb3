#include "web/after.h"

#include <string.h>

#include "base/text.h"

#define PIECE 24 /* longest number or day, with its NUL */

/* piece_take - the next piece up to a dot or the end; false when there is none or it is too long. */
static bool piece_take(const char **at, char piece[static PIECE])
{
	size_t n = *at ? strcspn(*at, ".") : 0;

	if (n == 0 || n >= PIECE)
		return false;
	memcpy(piece, *at, n);
	piece[n] = '\0';
	*at = (*at)[n] == '.' ? *at + n + 1 : NULL;
	return true;
}

static bool ints_take(const char *at, int64_t *out, size_t n)
{
	int64_t read[4];
	char piece[PIECE];

	if (n > sizeof(read) / sizeof(read[0]))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!piece_take(&at, piece) || !text_int(piece, INT64_MIN, INT64_MAX, &read[i]))
			return false;
	if (at)
		return false;
	memcpy(out, read, n * sizeof(*out));
	return true;
}

bool after_ints(const struct request *q, int64_t *out, size_t n)
{
	return ints_take(pairs_get(&q->query, "after"), out, n);
}

bool after_day(const struct request *q, day *due, int64_t *out, size_t n)
{
	const char *at = pairs_get(&q->query, "after");
	char piece[PIECE];
	day read = day_make(9999, 12, 31);

	if (!piece_take(&at, piece) || (!text_eq(piece, "never") && !day_parse(piece, &read)) || !ints_take(at, out, n))
		return false;
	*due = read;
	return true;
}
