/* draft.h - what an applicant may change: a draft, and in a correction the items that the notice lists.
 *
 * Every save is a small transaction of its own; what was acknowledged is in the database.  Nothing here moves a case:
 * draft_submit and correction_answer go through case_apply. */
#ifndef DOMAIN_DRAFT_H
#define DOMAIN_DRAFT_H

#include "domain/case.h"
#include "domain/form.h"
#include "domain/matter.h"

/* draft_open - the applicant's open draft for this matter, or a new one pre-filled from the account.
 * fresh: begin a new one although there is an open one.  *continued: an old one was found. */
MUST_CHECK enum err draft_open(const struct casework *w, const struct actor *a, const struct matter *matter,
			       bool fresh, int64_t *case_id, bool *continued);

/* draft_person - whose application it is: an account's holder, or as a clerk entered them (domain/intake.h). */
struct draft_person {
	int64_t account_id; /* 0: none */
	const char *kind;   /* natural, legal, other_org */
	const char *name;
	const char *id_type;
	const char *id_no; /* in normal form, checked */
	const char *phone; /* in normal form; NULL: none */
	const char *address;
	const char *legal_rep;
	const char *contact, *email;
};
/* draft_person_of - what an account says, opened. */
MUST_CHECK enum err draft_person_of(const struct casework *w, int64_t account_id, struct draft_person *out);
struct intake_how; /* domain/intake.h */
/* draft_open_counter - an application on paper, with the record of how it came.  Needs ROLE_CLERK (ERR_FORBIDDEN).  Its
 * account sees it once it is received. */
MUST_CHECK enum err draft_open_counter(const struct casework *w, const struct actor *a, const struct matter *matter,
				       const struct intake_how *how, const struct draft_person *person, int64_t *case_id);

/* draft_answers - the stored answers of a case, opened.  n: how many. */
MUST_CHECK enum err draft_answers(const struct casework *w, const struct casefile *c, struct mform_answers *out);
/* draft_who - for mform_check: kind of applicant and what the account is known to say. */
MUST_CHECK enum err draft_who(const struct casework *w, const struct casefile *c, struct mform_who *out);
/* draft_check - the stored answers against the form of the case's revision. */
MUST_CHECK enum err draft_check(const struct casework *w, const struct casefile *c, enum mform_mode mode,
				struct mform_report *out);

/* draft_needs - which materials these answers call for; need: one per material of the matter. */
struct draft_needs {
	struct mform_report report; /* of the stored answers, MFORM_SUBMIT */
	struct material_need *need;
};
MUST_CHECK enum err draft_needs(const struct casework *w, const struct casefile *c, struct draft_needs *out);

struct draft_saved {
	int64_t draft_version;
	msec saved_at;
	struct mform_report report; /* of the whole form, with the new answers */
	const char *say;            /* why it was refused (ERR_CONFLICT, ERR_FORBIDDEN) */
};
/* draft_fields_save - store these answers; others stay.  Values that break a rule are stored too and named in
 * out->report.wrong.  In a correction only listed fields may come (ERR_FORBIDDEN).
 * errors: ERR_CONFLICT when the case is not open to the applicant any more. */
MUST_CHECK enum err draft_fields_save(const struct casework *w, const struct actor *a, int64_t case_id,
				      const struct mform_answers *answers, struct draft_saved *out);
/* draft_overlay - the stored answers with the new ones in their place. */
struct mform_answers draft_overlay(void *ctx, const struct mform_answers *stored, const struct mform_answers *fresh);
/* draft_store - the same without asking who may: inside a transaction that holds the case. */
MUST_CHECK enum err draft_store(const struct casework *w, const struct casefile *c,
				const struct mform_answers *answers, struct mform_report *report);
/* draft_freeze - at submission, while c is still a draft: the answers become the record as they were checked, and the
 * agent that they name becomes part of the case (in c too). */
MUST_CHECK enum err draft_freeze(const struct casework *w, struct casefile *c);
/* draft_delivery_set - counter, mail or electronic. */
MUST_CHECK enum err draft_delivery_set(const struct casework *w, const struct actor *a, int64_t case_id,
				       const char *delivery);

/* A file that is already in the store, flushed to disk. */
struct draft_file {
	const char *item; /* material key */
	const uint8_t *sha256;
	int64_t size;
	const char *kind; /* type found in the content */
	const char *name; /* base name as the client says */
	int64_t replaces; /* file id that goes out in the same moment, or 0 */
};
/* draft_file_add / draft_file_remove - errors: ERR_FORBIDDEN when the state or the notice does not leave this material
 * open, ERR_INVALID over the limit of files, ERR_NOT_FOUND; *say is the sentence for the page. */
MUST_CHECK enum err draft_file_add(const struct casework *w, const struct actor *a, int64_t case_id,
				   const struct draft_file *file, int64_t *file_id, const char **say);
MUST_CHECK enum err draft_file_remove(const struct casework *w, const struct actor *a, int64_t case_id,
				      int64_t file_id, const char **say);
/* draft_material_set - shared, promised, gap, paper or none, as far as the matter allows it for this material. */
MUST_CHECK enum err draft_material_set(const struct casework *w, const struct actor *a, int64_t case_id,
				       const char *item, enum material_state state, const char **say);
/* draft_paper_set - what a clerk did with the paper: original (kept), copy (kept; original seen), seen (given back; needs a
 * scan to count as handed in), or none.  errors: as above, and ERR_INVALID for another word. */
MUST_CHECK enum err draft_paper_set(const struct casework *w, const struct actor *a, int64_t case_id, const char *item,
				    const char *held, const char **say);
/* draft_material_open - the actor may change this material now (for buttons). */
bool draft_material_open(const struct casefile *c, const struct actor *a, const char *item);
/* draft_field_open - the actor may change this field now. */
bool draft_field_open(const struct casefile *c, const struct actor *a, const char *field);

/* material_at_first - how a material stands while no file is there: what can be had by sharing need not be handed in
 * (OSR 7), and what was filled in online is there already. */
enum material_state material_at_first(const struct matter_material *m);

/* draft_editor - the actor may change something of this case now.
 * draft_hold - for the parts of this module: lock and load the case; ERR_CONFLICT, with *say, when it is not theirs to
 * edit any more. */
bool draft_editor(const struct casefile *c, const struct actor *a);
MUST_CHECK enum err draft_hold(const struct casework *w, const struct actor *a, int64_t case_id, struct casefile **c,
			       const char **say);

/* draft_submit - submit_key: as the page had it.  The second call with the same key does nothing and gives the same
 * receipt (out->repeated).  errors: those of case_apply; ERR_INVALID with out->item when the form is not complete. */
MUST_CHECK enum err draft_submit(const struct casework *w, const struct actor *a, int64_t case_id,
				 const char *submit_key, struct case_result *out);
/* correction_answer - every listed item supplied: back to the window. */
MUST_CHECK enum err correction_answer(const struct casework *w, const struct actor *a, int64_t case_id,
				      int64_t version, struct case_result *out);
/* draft_discard - a draft that was never submitted goes, with its rows; files stay in the store until its clean-up.  Those on
 * paper: intake_discard. */
MUST_CHECK enum err draft_discard(const struct casework *w, const struct actor *a, int64_t case_id);

#endif
