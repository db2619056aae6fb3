/* document.h - notices and slips: numbered without gaps, dated, and never changed after issue (domain C.2, invariant b).
 *
 * A document's `data` is a JSON object with every field that is printed; a page prints nothing else (the QR code apart,
 * which is made from the case when printing, because it can be revoked).  Keys of every kind:
 *   kind, title, number (null: not numbered), issued_at "2026-02-12 09:30:00.123", issued_day "2026-02-12",
 *   officer, post, acting_for (of who issued it; acting_for: name of the A post or null), authority (whose seal: 受理机构), centre, city,
 *   matter {code, name}, dept {code, name, short_name},
 *   case {case_no, short_no, channel, channel_name, delivery, delivery_name, submitted_at, received_day, accepted_day},
 *   applicant {kind, name, id_type, id_type_name, id_mask, phone_mask, legal_rep},
 *   agent {name, id_type_name, id_mask, phone_mask} or null,
 *   materials [{seq, key, name, form, copies, state, state_name, verdict, verdict_name, files}],
 *   limits {legal, promised, promised_after (a part's name, or null)} as text, due {feedback, correction, legal, promised} as days or null, provisional (bool),
 *   consult {contact, phone}, supervise {phone}, place {name, address, hours},
 *   reason (null when there is none), law (statute in words, or null), chain (hash of the case's last event before this one, hex: the paper in
 *   the applicant's hand is a witness of the trail).
 * Further keys by kind:
 *   one_time_notice       addressee, count (materials handed in), round,
 *                         items [{seq, key, name, box: missing|not_in_form, reason, remedy}],
 *                         body, lead, closing: the sentences of CQ Appendix A with the blanks filled
 *   pre_review_opinion    passed (bool), items (as above)
 *   supplement_receipt    items [{seq, key, name, state_name}], notice_number
 *   acceptance_notice, deemed_notice   special (special procedures whose time does not count), fee, gaps [{seq, key, name}]
 *   deficient_notice      gaps [{seq, key, name}], gap_due or null, consequence
 *   non_acceptance        ground, ground_text, competent_authority (or null), remedies [text]
 *   withdrawal            returned (text about originals)
 *   termination           remedies [text]
 *   refusal, revocation   remedies [text]; revocation also ground_text, certificate (number) or null
 *   gap_promise           gaps, gap_due, body, signature {name, way: online|paper, way_text, at} or null: not recorded
 *   commitment_notice, commitment_letter   lead, sections [{title, lines [text]}], signature; see domain/commitment.h
 *   handover_slip, handover_receipt   papers [{seq, key, name, copies}]
 *   review_opinion        stance (agree, against), stance_text, note
 *   special_notice        procedure, days, special_due, counts (what its time does to the limits), explain
 *   special_result        procedure, inspectors [text]
 *   suspension, resumption   cause, counts
 *   extension             days, due as it is now
 *   grant                 result (name), delivery_text
 *   certificate           holder, id_mask, scope, valid_from, valid_until or null
 *   result_handover       result, outcome_text
 *   proof_of_service      receiver {name, relation_text, id_tail} or null (by mail, online), way, papers [{number, title}]
 *   waybill               courier, waybill, address_mask, papers
 *   archive_list          papers [{seq, number, title}], events (how many)
 *   check_record          inspectors, note
 *   part_opinion          stance_text, note; part_guidance: reason
 *   parts_result          outcome_text, parts (with state_name, reason)
 * Joint cases: submission_receipt, receipt_slip, acceptance_notice and deemed_notice have parts [{seq, number, name, body, days,
 * kind}]; papers of one part have its number, name and department where others have those of the case, and
 *   part {seq, number, parent (short number of the case), parent_matter} */
#ifndef DOMAIN_DOCUMENT_H
#define DOMAIN_DOCUMENT_H

#include "domain/case.h"
#include "domain/event.h"
#include "wrap/json.h"

struct document_form {
	enum document_kind kind;
	const char *key;    /* as stored: one_time_notice */
	const char *title;  /* as printed: 一次性告知书 */
	const char *series; /* 补; NULL: not numbered */
	bool staff_only;    /* not shown to the applicant */
	bool seals;         /* bears the authority's seal; false for what has no legal effect */
};
/* document_form_of - never NULL for a kind other than DOCUMENT_NONE. */
const struct document_form *document_form_of(enum document_kind kind);
const struct document_form *document_form_find(const char *key);
/* document_title - as printed for this case, or for its named part when `of_part`: 准予行政许可决定书, or what the certificate
 * is called. */
const char *document_title(void *ctx, const struct document_form *form, const struct casefile *c, bool of_part);

/* The use of a seal, recorded in the transaction that issued the document (GD 11.11).  Pages and PDFs show the seal when there
 * is such a record, and never otherwise. */
struct document_seal {
	const char *authority; /* engraved around: 示例市交通运输局; NULL: no seal was used */
	const char *legend;    /* engraved below the star: 业务专用章 */
};
#define SEAL_LEGEND "业务专用章"

struct document {
	int64_t id, case_id, event_seq;
	const struct document_form *form;
	const char *number; /* or NULL */
	const char *title;
	msec issued_at;
	const char *issued_by;
	const struct json *data;
	struct document_seal seal;
	/* of the case, for the QR code of the page that prints it */
	const char *case_no, *short_no, *dept_code;
	struct bytes ref;
	int64_t token_version;
	int64_t account_id;
};
/* document_load - errors: ERR_NOT_FOUND.  The caller checks who may see it (account_id, dept_code). */
MUST_CHECK enum err document_load(const struct casework *w, int64_t id, struct document **out);

/* document_issue - give one document its number, fix its data, record the use of the seal, and add it to an event that is being
 * made: inside the transaction of case_apply. */
struct document_issue {
	const struct casefile *c; /* as it is after the act */
	const struct actor *actor;
	const struct case_args *args;
	const struct transition *t;
	int64_t event_seq;
	struct bytes chain; /* hash of the event before; p NULL: there is none */
};
MUST_CHECK enum err document_issue(const struct casework *w, const struct document_issue *issue,
				   enum document_kind kind, struct event_docs *docs, int64_t *id);

#endif
