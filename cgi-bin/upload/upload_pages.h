/* upload_pages.h - files of a case: taken in, taken out, handed out. */
#ifndef UPLOAD_UPLOAD_PAGES_H
#define UPLOAD_UPLOAD_PAGES_H

#include "domain/attach.h"
#include "domain/draft.h"
#include "parts/work.h"
#include "web/app.h"
#include "web/route.h"

extern const struct route upload_routes[];

handler take_post;   /* take.c */
handler remove_post; /* remove.c */
handler file_get;    /* file.c */
handler complaint_file_post, complaint_file_get; /* complaint.c */

/* party - somebody at a case of theirs: its applicant, or an officer who may open it. */
struct party {
	struct casework w;
	struct actor actor;
	struct casefile *c;
	const char *back; /* page on which the materials are */
};
/* party_open - the case of /upload/{key}.  errors: ERR_NOT_FOUND also when it is not theirs to know of. */
MUST_CHECK enum err party_open(struct request *q, struct party *out);
/* party_attaches - this is no material but what an officer attaches to a record of their own. */
bool party_attaches(const struct party *y, const char *item);
/* party_staff - an officer is signed in who may open this case of this department. */
MUST_CHECK enum err party_staff(const struct request *q, int64_t case_id, const char *dept_code, bool *may);

#endif
