/* faq.h - frequent questions: drafted from an answered enquiry, published by a second person on the guide page of their matter
 * and in the search (SVC-2, GD 7.1.1). */
#ifndef DOMAIN_FAQ_H
#define DOMAIN_FAQ_H

#include "domain/enquiry.h"

#define FAQ_QUESTION_MAX 200 /* characters */
#define FAQ_ANSWER_MAX 1500
#define ROLES_FAQ_WRITE (ROLE_GUIDE | ROLE_CLERK | ROLE_PERSONAL | ROLE_COORDINATOR | ROLE_EDITOR | ROLES_DEPT)
#define ROLES_FAQ_JUDGE (ROLE_EDITOR | ROLE_PUBLISHER)

/* faq_may_judge - an editor of the matter's department or a publisher of the centre, and not who wrote it. */
bool faq_may_judge(const struct actor *a, const char *dept_code, int64_t drafted_by);
/* faq_may_write - an officer of the centre or of the matter's department. */
bool faq_may_write(const struct actor *a, const char *dept_code);

/* faq_wrong - why these words cannot be published: somebody's number or telephone in them; NULL: fine. */
const char *faq_wrong(void *ctx, const char *question, const char *answer, const char **field);

/* faq_draft - enquiry NULL: of nobody's question.  errors: ERR_CONFLICT when the enquiry has one already. */
MUST_CHECK enum err faq_draft(const struct casework *w, const struct actor *a, const char *matter_code, const char *dept_code,
			      const struct enquiry *e, const char *question, const char *answer, int64_t *id);
MUST_CHECK enum err faq_rewrite(const struct casework *w, const struct actor *a, int64_t id, const char *question,
				const char *answer);
/* faq_judge - publish, or return with a reason.  drafted_at: of the words that were read.  errors: ERR_CONFLICT. */
MUST_CHECK enum err faq_judge(const struct casework *w, const struct actor *a, int64_t id, msec drafted_at, bool publish,
			      const char *reason);
MUST_CHECK enum err faq_withdraw(const struct casework *w, const struct actor *a, int64_t id, const char *reason);

#endif
