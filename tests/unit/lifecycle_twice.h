/* lifecycle_twice.h - the rows of domain C.2 written down a second time, as plain words: what domain/lifecycle.c says is
 * compared with it row by row, and the walks over real cases go by it.
 *
 * Lists are words with spaces between.  States, actions, posts, clocks, documents and messages by their stored keys; facts
 * (needs), what the form has to carry (asks) and effects by the names of the constants in small letters; "at_once" among the
 * effects: the system does it in the same transaction; clocks as "legal:start", and "all:stop" for every clock. */
#ifndef UNIT_LIFECYCLE_TWICE_H
#define UNIT_LIFECYCLE_TWICE_H

#include <stdbool.h>

struct twice {
	const char *row, *action, *from, *to; /* to "": the state stays */
	const char *who, *needs, *asks, *effects, *clocks, *document, *message;
};

/* lifecycle_twice - ends with a row without an action. */
extern const struct twice lifecycle_twice[];

/* word_in - one of the words of the list. */
bool word_in(const char *list, const char *word);
/* twice_find - first row of this action in this state for this post, or NULL. */
const struct twice *twice_find(const char *action, const char *state, const char *who);

#endif
