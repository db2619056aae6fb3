#include "domain/voice_rule.h"

#include "base/text.h"

const char *voice_word(const struct voice_word *list, const char *key)
{
	for (; list->key; list++)
		if (text_eq(list->key, key))
			return list->name;
	return "";
}

int voice_state_of(const struct voice_rule *rule, const char *key)
{
	for (int s = 1; s < rule->nstates; s++)
		if (text_eq(rule->states[s].key, key))
			return s;
	return 0;
}

const struct voice_state *voice_state(const struct voice_rule *rule, const char *key)
{
	return &rule->states[voice_state_of(rule, key)];
}

int voice_action_of(const struct voice_rule *rule, const char *key)
{
	for (int a = 1; a < rule->nactions; a++)
		if (text_eq(rule->actions[a], key))
			return a;
	return 0;
}

const struct voice_row *voice_allowed(const struct voice_rule *rule, int state, int action, uint32_t roles, uint32_t facts,
				      const char **say)
{
	const char *why = "现在这一步不能这样做，请看最新情况。";

	for (const struct voice_row *r = rule->rows; r->action; r++) {
		if (r->action != action || !(r->from & UINT32_C(1) << state) || !(r->who & roles))
			continue;
		if ((facts & r->needs) == r->needs && !(facts & r->bars))
			return r;
		why = rule->why_not(r->needs & ~facts, r->bars & facts);
	}
	if (say)
		*say = why;
	return NULL;
}

const struct voice_row *voice_row_of(const struct voice_rule *rule, int action)
{
	for (const struct voice_row *r = rule->rows; r->action; r++)
		if (r->action == action)
			return r;
	return NULL;
}
