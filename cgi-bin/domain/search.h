/* search.h - Chinese search on MariaDB's FULLTEXT: what is indexed and what is asked.
 *
 * The server cuts text at blanks only and knows no Chinese, so a column holds every pair of neighbouring characters as
 * a word ("食品 品经 经营") and after them each character alone.  What a person types is cut in the same way into a
 * quoted phrase.  Both sides are lower case, full-width forms become plain ones, and characters beyond 16 bits (which
 * the server takes for blanks) are written as "u20bb7".
 * Needs: innodb_ft_min_token_size=1, innodb_ft_enable_stopword=OFF, a utf8mb4_bin column. */
#ifndef DOMAIN_SEARCH_H
#define DOMAIN_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* search_index - index text for n pieces (NULLs are skipped).  A phrase never matches across two pieces. */
char *search_index(void *ctx, const char *const *pieces, size_t n);

struct search_query {
	const char *exact; /* boolean query: every word typed, as it was typed */
	const char *loose; /* boolean query: any pair of characters; for when exact finds nothing ("我想开个饭店") */
	const char *plain; /* the longest word typed, tidied; a name that contains it comes first */
};

/* search_parse - a query from what was typed.  Only the first 60 characters count.  False when there is nothing to
 * look for (blanks, punctuation).  The result holds no operator that a person typed. */
bool search_parse(void *ctx, const char *typed, struct search_query *out);

#endif
