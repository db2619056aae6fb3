/* form.h - one list per form makes the C struct and the rules.
 *
 *   #define SIGN_IN(F, S) \
 *     F(S, TEXT,   login,    "账号", 1, 64, FORM_REQUIRED, NULL) \
 *     F(S, SECRET, password, "密码", 8, 128, FORM_REQUIRED, NULL)
 *   FORM_DECLARE(sign_in, SIGN_IN)      // in the program's forms.h: struct sign_in_form, sign_in_spec
 *   FORM_DEFINE(sign_in, SIGN_IN)       // in one .c file
 *
 * A handler gets `const struct sign_in_form *f = q->form->value;` when all rules held.  Otherwise the route's
 * refill handler shows the page again: raw values and a message per field are kept.
 * Members by kind: TEXT, SECRET, CHOICE, TOKEN const char * (NULL when absent); INT int64_t; FLAG bool (checkbox);
 * DAY day; FILE const struct upload *. */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/time.h"
#include "web/request.h"
#include "wrap/tpl.h"

enum form_kind { FORM_TEXT, FORM_SECRET, FORM_CHOICE, FORM_TOKEN, FORM_INT, FORM_FLAG, FORM_DAY, FORM_FILE };
#define FORM_REQUIRED 1u
#define FORM_MULTILINE 2u /* line breaks allowed */
#define FORM_KEEP 4u      /* do not trim */

#define FORM_C_TEXT const char *
#define FORM_C_SECRET const char *
#define FORM_C_CHOICE const char *
#define FORM_C_TOKEN const char *
#define FORM_C_INT int64_t
#define FORM_C_FLAG bool
#define FORM_C_DAY day
#define FORM_C_FILE const struct upload *

struct form_field {
	enum form_kind kind;
	const char *name;
	const char *label; /* Chinese, used in messages */
	int64_t min, max;  /* TEXT, SECRET, TOKEN: characters; INT: value */
	unsigned flags;
	const char *choices; /* CHOICE: "a|b|c" */
	size_t offset;
};
struct form_spec {
	const char *name;
	const struct form_field *fields;
	size_t n;
	size_t size;
};

#define FORM_MEMBER_(S, kind, name, label, min, max, flags, choices) FORM_C_##kind name;
#define FORM_ROW_(S, kind, name, label, min, max, flags, choices) \
	{FORM_##kind, #name, label, min, max, flags, choices, offsetof(struct S, name)},
#define FORM_DECLARE(form, LIST)           \
	struct form##_form {               \
		LIST(FORM_MEMBER_, unused) \
	};                                 \
	extern const struct form_spec form##_spec;
#define FORM_DEFINE(form, LIST)                                                                 \
	static const struct form_field form##_fields[] = {LIST(FORM_ROW_, form##_form)};        \
	const struct form_spec form##_spec = {#form, form##_fields,                             \
					      sizeof(form##_fields) / sizeof(form##_fields[0]), \
					      sizeof(struct form##_form)};

struct form_in {
	const struct form_spec *spec;
	void *value;        /* the typed struct; complete only when ok */
	const char **raw;   /* as typed, one per field, NULL when absent; SECRET is never kept */
	const char **wrong; /* message per field, NULL when fine */
	const char *notice; /* one message for the whole form, set by handlers, or NULL */
	bool ok;
};

/* form_read - check the posted fields against a spec. */
struct form_in *form_read(void *ctx, const struct form_spec *spec, const struct request *q);
/* form_blank - nothing typed yet; for the GET page. */
struct form_in *form_blank(void *ctx, const struct form_spec *spec);
/* form_wrong - add a message to a field (a rule only the handler can check); ok becomes false. */
void form_wrong(struct form_in *f, const char *field, const char *message);
/* form_preset - value shown when nothing was typed. */
void form_preset(struct form_in *f, const char *field, const char *value);
/* form_raw - what the page shows in a field: as typed, or the preset; NULL when there is neither. */
const char *form_raw(const struct form_in *f, const char *field);
/* form_show - for a field "login" sets LOGIN_VALUE and, when wrong, shows section LOGIN_WRONG with LOGIN_MESSAGE; for a
 * CHOICE with value v shows section LOGIN_IS_V; for a FLAG that is set shows LOGIN_ON.  Fills {{>FORM_ERRORS}} with
 * layout/form_errors.tpl: the summary that links to each wrong field (whose input has id="f-login"), and the notice. */
void form_show(struct tpl *d, const struct form_in *f);

#endif
