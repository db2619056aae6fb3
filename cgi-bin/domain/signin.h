/* signin.h - passwords of applicants and officers, and how many tries they get.
 *
 * Five wrong passwords for one name, or sixty from one address, close the door for fifteen minutes.  Names that do not
 * exist are counted and answered in the same way and after the same work, so that nobody learns who has an account. */
#ifndef DOMAIN_SIGNIN_H
#define DOMAIN_SIGNIN_H

#include "domain/case.h"

#define SIGNIN_TRIES 5
#define SIGNIN_TRIES_ADDRESS 60
#define SIGNIN_WINDOW_MS (15 * 60 * 1000)
#define PASSWORD_MIN 8
#define PASSWORD_MAX 128

/* signin_account - login: document number or mobile, as typed.  ip: client address.
 * errors: ERR_FORBIDDEN (wrong name or password), ERR_RATE; *say is the sentence for the page. */
MUST_CHECK enum err signin_account(const struct casework *w, const char *login, const char *password, const char *ip,
				   int64_t *account_id, const char **say);
/* signin_staff - login: sign-in name.  Officers without training or enabled right cannot come in (CQ 4.3.4).
 * errors: as above. */
MUST_CHECK enum err signin_staff(const struct casework *w, const char *login, const char *password, const char *ip,
				 int64_t *staff_id, const char **say);

/* password_weak - one Chinese sentence why this password should not be used, or NULL.  about: texts that must not be the
 * password (document number, phone, name), ends with NULL. */
const char *password_weak(void *ctx, const char *password, const char *const *about);

#endif
