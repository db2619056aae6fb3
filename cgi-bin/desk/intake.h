/* intake.h - the pages on which a window takes in an application on paper: whose and how (intake.c), the form
 * (intake_form.c), the materials and the receipt (intake_receive.c), and what is brought for a correction notice. */
#ifndef DESK_INTAKE_H
#define DESK_INTAKE_H

#include "domain/intake.h"
#include "domain/matter.h"
#include "parts/materialpage.h"
#include "parts/work.h"
#include "web/route.h"

handler intake_get, intake_new_get, intake_find_post, intake_open_post, intake_open_again; /* intake.c */
handler intake_form_get, intake_form_post, intake_field_post;                             /* intake_form.c */
handler intake_mode_get, intake_mode_post;                                                /* intake_mode.c */
handler intake_materials_get, intake_material_post, intake_supplement_get;                /* intake_materials.c */
handler intake_check_get, intake_receive_post, intake_done_get;                           /* intake_receive.c */
handler intake_discard_get, intake_discard_post;

/* A case at its window. */
struct intake_at {
	struct casework w;
	struct actor actor;
	struct casefile *c;
	const char *page; /* "/desk/intake/KEY" */
	struct mform_answers stored;
	struct mform_who who;
	struct mform_report report; /* of what is stored */
};
/* intake_here - the case of {key}.  errors: ERR_NOT_FOUND also for what this officer may not see, and for what its applicant
 * is still putting together online. */
MUST_CHECK enum err intake_here(const struct request *q, struct intake_at *at);
/* intake_draft - the same; *away: it is no draft any more, and the answer leads to where it is. */
MUST_CHECK enum err intake_draft(struct request *q, struct page *p, struct intake_at *at, bool *away);
/* intake_read - its form as it is stored. */
MUST_CHECK enum err intake_read(struct intake_at *at, enum mform_mode mode);

enum intake_step { INTAKE_FORM = 1, INTAKE_MATERIALS, INTAKE_CHECK };
/* intake_head - headings that the steps share; the body includes {{>STEPS}}. */
MUST_CHECK enum err intake_head(const struct request *q, struct page *p, const struct intake_at *at, enum intake_step step);

#endif
