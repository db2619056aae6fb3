/* signinpage.h - signing in: the same form and the same answers for applicants and for officers, another door each. */
#ifndef PARTS_SIGNINPAGE_H
#define PARTS_SIGNINPAGE_H

#include "domain/signin.h"
#include "web/form.h"
#include "web/page.h"
#include "web/request.h"

#define SIGN_IN(F, S)                                                        \
	F(S, TEXT, login, "登录账号", 1, 64, FORM_REQUIRED, NULL)            \
	F(S, SECRET, password, "密码", 1, PASSWORD_MAX, FORM_REQUIRED, NULL) \
	F(S, TEXT, back, "返回地址", 0, 300, 0, NULL)
FORM_DECLARE(sign_in, SIGN_IN)

struct signin_door {
	const char *title, *section;
	enum tpl_file body;
	const char *home; /* where to go when no page asked for the sign-in */
	enum err (*check)(const struct casework *w, const char *login, const char *password, const char *ip, int64_t *id,
			  const char **say);
	enum err (*begin)(struct request *q, struct page *p, int64_t id);
};

/* signinpage_get - the form; again after a refusal, with the name as it was typed. */
MUST_CHECK enum err signinpage_get(struct request *q, struct page *p, const struct signin_door *door);
/* signinpage_post - check, begin a session, go on to where the person was. */
MUST_CHECK enum err signinpage_post(struct request *q, struct page *p, const struct signin_door *door);

#endif
