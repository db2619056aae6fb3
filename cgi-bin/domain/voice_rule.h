/* voice_rule.h - complaints and enquiries as plain data: words for people, and tables of who may do what in which state.  One
 * machine reads both tables; complaint_rule.h and enquiry_rule.h say what is in them.  Pure: no database, no time. */
#ifndef DOMAIN_VOICE_RULE_H
#define DOMAIN_VOICE_RULE_H

#include <stdbool.h>
#include <stdint.h>

/* Words of a choice: key as stored, name for people.  A list ends with a row whose key is NULL. */
struct voice_word {
	const char *key;
	const char *name;
	const char *help; /* one line for the person who chooses, or NULL */
};
/* voice_word - name of a key, or "" */
const char *voice_word(const struct voice_word *list, const char *key);

enum voice_says { SAYS_NONE, SAYS_MAY, SAYS_MUST }; /* reason, reply or what is added */

/* States and actions are enums of the rule's own header; 0 is neither. */
struct voice_row {
	int action;
	uint32_t from; /* bits 1 << state */
	int to;        /* 0: stays as it is */
	uint32_t who;  /* roles */
	uint32_t needs, bars; /* facts that must hold, and must not */
	int due;              /* what becomes of the last day: an enum of the rule's own header */
	enum voice_says says;
	bool told;          /* the writer sees it on their page, with its words */
	const char *button; /* for whoever may do it */
	const char *what;   /* in the record: 转交办理 */
	const char *clause;
};
struct voice_state {
	const char *key;
	const char *name; /* for people */
	const char *desk; /* list of the desk that it stands in */
};
struct voice_rule {
	const struct voice_state *states; /* by state, from 1 */
	int nstates;                      /* one more than the last */
	const char *const *actions;       /* keys by action, from 1 */
	int nactions;
	const struct voice_row *rows; /* end with action 0 */
	const char *(*why_not)(uint32_t missing, uint32_t barred); /* the first thing that stands against it, for whoever asked */
};

int voice_state_of(const struct voice_rule *rule, const char *key);  /* 0: unknown */
/* voice_state - what is known of the state with this key; all NULL when it is unknown. */
const struct voice_state *voice_state(const struct voice_rule *rule, const char *key);
int voice_action_of(const struct voice_rule *rule, const char *key); /* 0: unknown */
/* voice_allowed - the row by which this is open, or NULL; then *say is why not, for people (may be NULL). */
const struct voice_row *voice_allowed(const struct voice_rule *rule, int state, int action, uint32_t roles, uint32_t facts,
				      const char **say);
/* voice_row_of - a row of this action, for its words; NULL when the table has none (it was sent). */
const struct voice_row *voice_row_of(const struct voice_rule *rule, int action);

#endif
