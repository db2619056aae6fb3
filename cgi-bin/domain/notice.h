/* notice.h - the messages of the portal to applicants, one row per occasion. */
#ifndef DOMAIN_NOTICE_H
#define DOMAIN_NOTICE_H

#include <stdbool.h>
#include <stddef.h>

struct notice_facts {
	const char *surname;   /* 张*; messages never carry a full name (domain H) */
	const char *matter;
	const char *short_no;
	const char *due;       /* "2026年2月26日" or "" */
	const char *link;      /* where the applicant sees more */
	const char *centre;
};

/* notice_make - subject and text under ctx.  key: of struct transition.message.  False for an unknown key. */
bool notice_make(void *ctx, const char *key, const struct notice_facts *f, const char **subject, const char **body);
/* notice_known - for the tests: every row of the lifecycle names one that exists. */
bool notice_known(const char *key);

#endif
