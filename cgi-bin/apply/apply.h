/* apply.h - applying and what comes after, for the applicant: drafts, submission, the own case, its papers. */
#ifndef APPLY_APPLY_H
#define APPLY_APPLY_H

#include "domain/draft.h"
#include "parts/work.h"
#include "web/app.h"
#include "web/route.h"

extern const struct route apply_routes[];

handler start_get, start_post;                          /* start.c: before the first field */
handler mode_get, mode_post;                            /* mode.c: by commitment or not */
handler form_get, form_post, field_post;                /* form.c: step 1 */
handler materials_get, material_post;                   /* materials.c: step 2 */
handler reuse_post, fix_reuse_post;                     /* materials.c: what the portal holds already */
handler check_get, submit_post;                         /* check.c: step 3 */
handler discard_get, discard_post;                      /* discard.c */
handler case_get;                                       /* case.c: own case */
handler receipt_get, document_get, document_pdf_get;    /* paper.c: what can be printed */
handler fix_field_post, fix_material_post, answer_post; /* correct.c: answering a one-time notice */
handler withdraw_get, withdraw_post;                    /* withdraw.c */

/* own - a case of the signed-in applicant, and what acts on it need. */
struct own {
	struct casework w;
	struct actor actor;
	struct casefile *c;
	const char *page; /* "/apply/CODE/KEY" */
};

/* own_draft - the case of /apply/{code}/{key}.  errors: ERR_NOT_FOUND also when it is somebody else's. */
MUST_CHECK enum err own_draft(struct request *q, struct own *o);
/* own_case - the case of /case/{case_no}: short number, full number, or the key of a draft. */
MUST_CHECK enum err own_case(struct request *q, struct own *o);
/* own_reload - the case again, after something was changed. */
MUST_CHECK enum err own_reload(struct own *o);
/* own_page - where this case is best looked at: its form while it is a draft, else its own page. */
const char *own_page(const struct request *q, const struct own *o);

/* own_form - the form of a case with its stored answers, ready to be shown. */
struct own_form {
	struct mform_answers stored;
	struct mform_who who;
	struct mform_report report;
};
MUST_CHECK enum err own_form(const struct own *o, enum mform_mode mode, struct own_form *out);

enum step { STEP_FORM = 1, STEP_MATERIALS, STEP_CHECK };
/* step_show - headings that the three steps share: matter, where one is, what a return says.  The body's template
 * includes {{>STEPS}}. */
void step_show(const struct request *q, struct page *p, const struct own *o, enum step step);

/* case_again - the own page of /case/{case_no} with a sentence on top: an act on it did not go through. */
enum err case_again(struct request *q, struct page *p, int status, const char *say);

/* saved_json - {"saved":"10:32","version":7} and, when wrong is not NULL, "wrong". */
const char *saved_json(const struct request *q, const struct draft_saved *saved, const char *wrong);
/* time_of_day - "10:32" */
const char *time_of_day(void *ctx, msec at);

#endif
