/* materialpage.h - the materials of a case on a page: to be handed in, and to be read.
 *
 * Uploading works at /upload/{case_key}/{material}, for forms and for upload.js; how a material is provided without
 * a file (fetched by sharing, promised, brought later) is chosen by a small form that is posted to
 * {choose}/{material} with `state`. */
#ifndef PARTS_MATERIALPAGE_H
#define PARTS_MATERIALPAGE_H

#include "domain/case.h"
#include "domain/matter.h"
#include "domain/reuse.h"
#include "gen/sql.h"
#include "parts/formpage.h"
#include "wrap/filekind.h"
#include "wrap/tpl.h"

struct materialpage {
	void *ctx;
	const struct conf *conf;
	const struct casefile *c;
	const struct actor *actor;         /* gets buttons for what may be changed now; NULL: to read only */
	const struct material_need *needs; /* one per material of c->matter */
	const struct sql_case_files_row *files;
	size_t nfiles;
	const struct sql_reuse_origins_row *origins; /* where materials come from that were not handed in for this case */
	size_t norigins;
	const struct reuse_offers *offers; /* what the portal holds already, to be used by a form at {choose}/{material}/reuse; or NULL */
	const char *choose; /* "/apply/CODE/KEY/materials"; NULL: no such forms */
	const char *back;   /* officers: page that an upload comes back to; NULL: the applicant's own */
	const char *edit;   /* reading: page where materials can be changed; NULL: no links */
};

/* materialpage_load - the files and needs of a case.  report: of its form. */
MUST_CHECK enum err materialpage_load(const struct casework *w, const struct casefile *c, const struct mform_who *who,
				      const struct mform_report *report, struct materialpage *out);

/* materialpage_edit - every material that these answers call for, into {{>MATERIALS}}. */
void materialpage_edit(const struct materialpage *m, struct tpl *d);
/* materialpage_body - files, upload form and choices of one material, into {{>MATERIAL_BODY}} of a container whose id
 * is "m-KEY".  i: index in c->matter->materials. */
void materialpage_body(const struct materialpage *m, struct tpl *d, size_t i);
/* materialpage_read - a table with links to the files, into {{>MATERIAL_TABLE}}. */
void materialpage_read(const struct materialpage *m, struct tpl *d);
/* materialpage_wrong - what is still missing, to the list; page: before the anchor. */
void materialpage_wrong(const struct materialpage *m, struct wrong_list *list, const char *page);
/* materialpage_untouched - what a return asked for and nobody did anything about: worth a reminder, no more. */
void materialpage_untouched(const struct materialpage *m, struct wrong_list *list, const char *page);

/* materialpage_origin - where a material, or one file of it, comes from, as a sentence; NULL when it was handed in for this
 * case.  file_id: 0 for the material itself. */
const char *materialpage_origin(const struct materialpage *m, const char *item, int64_t file_id);

/* material_wanted - 原件或电子件，1 份. */
const char *material_wanted(void *ctx, const struct matter_material *material);
/* material_rules - what may be uploaded for a material: its kinds, and the smaller of its limit and the portal's. */
struct file_rules material_rules(const struct conf *conf, const struct matter_material *material);

#endif
