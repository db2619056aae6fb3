/* ask.h - what an act has to bring with it beside verdicts: shown, checked and read by one table (ask.c). */
#ifndef DESK_ASK_H
#define DESK_ASK_H

#include "desk/desk.h"
#include "desk/forms.h"

struct asking {
	struct request *q;
	const struct casework *w;
	const struct casefile *c;
	const struct transition *row;
};

/* ask_show - the inputs of the act's page, with what was typed or what is suggested; also shows the form (form_show). */
void ask_show(const struct asking *a, struct tpl *d);
/* ask_check - everything is there, as far as it can be said beside a field; false: the form says what is wrong. */
bool ask_check(const struct asking *a);
/* ask_args - what was typed, but for verdicts. */
void ask_args(const struct request *q, const struct casefile *c, struct case_args *args);

#endif
