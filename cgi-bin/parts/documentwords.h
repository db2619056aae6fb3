/* documentwords.h - each kind of document in words: paragraphs, lists and tables, from its data.  One function per kind, named in
 * the table of documentsheet.c. */
#ifndef PARTS_DOCUMENTWORDS_H
#define PARTS_DOCUMENTWORDS_H

#include "parts/documentread.h"

typedef void document_words(const struct reading *r);

/* documentwords.c: up to acceptance */
document_words words_submission, words_supplement, words_one_time, words_opinion;
document_words words_slip, words_acceptance, words_deemed, words_deficient;
document_words words_non_acceptance, words_withdrawal, words_termination;

/* documentresult.c: from acceptance to the archive */
document_words words_gap_promise, words_commitment, words_handover, words_handover_receipt, words_review_opinion;
document_words words_special_notice, words_special_result, words_suspension, words_resumption, words_extension;
document_words words_grant, words_refusal, words_certificate, words_forwarding, words_result_handover;
document_words words_service, words_waybill, words_archive_list, words_revocation, words_check_record;
document_words words_plain;

/* documentparts.c: joint cases */
document_words words_part_opinion, words_part_guidance, words_parts_result;
/* say_parts - which departments take part, under which numbers; nothing for other cases. */
void say_parts(const struct reading *r);

#endif
