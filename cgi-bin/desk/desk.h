/* desk.h - the officers' pages: worklists, the review screen, and every act that the lifecycle leaves to a person. */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "domain/case.h"
#include "gen/sql.h"
#include "parts/work.h"
#include "web/route.h"

extern const struct route desk_routes[];

/* Everybody who has something to do at /desk begins there and is sent on to where their work is (worklist.c). */
#define ROLES_HOME                                                                                             \
	(ROLES_CASE | ROLE_ARCHIVIST | ROLE_GUIDE | ROLE_COMPLAINT | ROLE_EDITOR | ROLE_PUBLISHER | ROLE_TERMINAL)
/* who books visits for those who call, and looks into the list of a day */
#define ROLES_BOOKING (ROLE_GUIDE | ROLE_CLERK | ROLE_COORDINATOR)
/* The window hands results out; those who lead and supervise it look on. */
#define ROLES_ISSUE (ROLE_CLERK | ROLE_ISSUER | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR)
/* The window and the centre see every department's ledger, a department its own (OUT-4). */
#define ROLES_LEDGER (ROLES_ISSUE | ROLES_DEPT)
/* who hands paper over, who takes it, and who looks on (ZJG 12(4)) */
#define ROLES_ARCHIVE (ROLES_LEDGER | ROLE_ARCHIVIST)

handler sign_in_get, sign_in_post, sign_out_post, sign_out_all_post; /* sign_in.c */
handler worklist_get;                                                /* worklist.c */
handler alerts_get;                                                  /* alerts.c */
handler find_get;                                                    /* find.c: number, QR address, document number */
handler bookings_get, booking_appeal_post;                                               /* bookings.c */
handler booking_new_get, booking_new_post, booking_change_get, booking_change_post;      /* booking_for.c: for whoever calls */
handler case_get;                                                    /* case.c: material beside its review points */
handler act_get, act_post, act_again;                                /* act.c: one page and one handler for every act */
handler spot_get, spot_post;                                         /* spot.c: fields of the form put right on the spot */
handler reveal_post;                                                 /* reveal.c: a masked value, with a logged reason */
handler password_get, password_post;                                 /* password.c: for applicants who forgot theirs */
handler issues_get, issue_get, issue_reveal_post;                    /* issue.c: the counter where results go out */
handler ledger_get, ledger_csv_get;                                  /* ledger.c: what was received, accepted, ... */
handler archive_get, archive_csv_get, archive_case_get;               /* archive.c: the paper list, and the packages */
handler archive_accept_post, archive_return_post, archive_package_file_get; /* archive.c: the archivist */
handler certificates_get;                                            /* certificates.c: the library of results */
handler preview_post, picture_get;                                   /* preview.c: what the frame beside the verdicts shows */
handler document_get, document_pdf_get;                             /* document.c: print an issued document */

handler parts_get;                                                   /* parts.c: parts of joint cases that wait for a department */

#define ROLES_PARTS (ROLES_DEPT | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR) /* who has a list of them */
/* desk_parts - {{>PARTS}}: the parts of a joint case, with buttons of this officer.  desk_parts_tab: the link to the list. */
void desk_parts(const struct request *q, const struct casework *w, const struct actor *a, const struct casefile *c,
		struct tpl *d);
MUST_CHECK enum err desk_parts_tab(struct request *q, struct tpl *d);

/* desk_case - the case of {case_no}, if this officer may open it.  errors: ERR_NOT_FOUND also when it is out of scope. */
MUST_CHECK enum err desk_case(const struct request *q, const struct casework *w, const struct actor *a,
			      struct casefile **c);
/* desk_args - what was posted with an act: words, and verdicts on this case's own items and on form fields. */
void desk_args(const struct request *q, const struct casefile *c, struct case_args *args);
/* desk_act - the row of this act when it is open to the officer now, or NULL in *row. */
MUST_CHECK enum err desk_act(const struct casework *w, const struct actor *a, const struct casefile *c,
			     enum action action, const struct transition **row);
/* An act that has not been done yet. */
struct desk_deed {
	const struct casework *w;
	const struct actor *a;
	const struct casefile *c;
	const struct transition *row;
	const struct case_args *args;
};
/* desk_confirm - a page that asks once more (confirm.c); "yes" and "no" come back to act_post. */
MUST_CHECK enum err desk_confirm(struct request *q, struct page *p, const struct desk_deed *deed);
/* desk_unsent - the document of row->document as it would be issued, into {{>DOCUMENT}} and {{DOC_TITLE}} (preview.c). */
MUST_CHECK enum err desk_unsent(const struct desk_deed *deed, struct tpl *d);
/* attached_waiting - what is attached and waits for this act, with the means to add and to take out, into the act's page; nothing
 * when the act takes no files along (attached.c). */
MUST_CHECK enum err attached_waiting(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
				     const struct casefile *c, enum action action);
/* attached_event - the files that belong to an event, into section ATTACHED of t. */
void attached_event(const struct request *q, struct tpl *t, int64_t seq, const struct sql_case_files_row *files, size_t n);
/* desk_find - id of the case that a number or a scanned QR code ("https://…/t/TOKEN") names.  errors: ERR_NOT_FOUND. */
MUST_CHECK enum err desk_find(const struct request *q, const struct casework *w, const char *typed, int64_t *id);
/* desk_revealed - a value in clear, into {{#REVEALED}}. */
void desk_revealed(const struct request *q, struct page *p, const struct casefile *c, const char *field, const char *plain);
/* desk_issue_page - what is checked before a result changes hands (issue.c), with what was typed. */
MUST_CHECK enum err desk_issue_page(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
				    const struct casefile *c, const char *say);
/* desk_outcome - of cases.outcome, in a word: 准予; "" while there is none. */
const char *desk_outcome(const char *outcome);
/* desk_stranger - NULL, or why this cannot be who they say they are: one who comes in person has the applicant's name and
 * document (OUT-2).  *field: the input at fault. */
const char *desk_stranger(void *ctx, const struct casefile *c, const struct case_receiver *r, const char **field);
/* desk_reveals - what is masked in this case and may be looked at for a reason.  report NULL: of the application
 * form only where to write to, for the label of a letter. */
void desk_reveals(const struct request *q, struct page *p, const struct casefile *c, const struct mform_report *report);
/* desk_case_page - the review screen once more, with what was typed (act.c: an act that did not go through). */
enum err desk_case_page(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			const struct casefile *c, const char *say);

#endif
