/* account_pages.h - the applicant's own pages: sign-up, sign-in, own cases, own data. */
#ifndef ACCOUNT_ACCOUNT_PAGES_H
#define ACCOUNT_ACCOUNT_PAGES_H

#include "parts/work.h"
#include "web/route.h"

extern const struct route account_routes[];

handler sign_in_get, sign_in_post;           /* sign_in.c */
handler sign_out_post, sign_out_all_post;    /* sign_in.c */
handler sign_up_get, sign_up_post;           /* sign_up.c */
handler own_cases_get;                       /* cases.c */
handler credit_get;                          /* credit.c */
handler certificates_get, certificate_get;      /* certificates.c */
handler profile_get, password_post, phone_post; /* profile.c */

#endif
