#include "domain/document.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/case_part.h"
#include "domain/document_data.h"
#include "domain/matter.h"
#include "domain/number.h"
#include "gen/sql.h"

static const struct document_form forms[DOCUMENT_COUNT] = {
	[DOCUMENT_NONE] = {DOCUMENT_NONE, "", "", NULL, false, false},
	[DOCUMENT_SUBMISSION_RECEIPT] = {DOCUMENT_SUBMISSION_RECEIPT, "submission_receipt", "申请提交回执", NULL, false, false},
	[DOCUMENT_PRE_REVIEW_OPINION] = {DOCUMENT_PRE_REVIEW_OPINION, "pre_review_opinion", "预审意见", NULL, false, false},
	[DOCUMENT_RECEIPT_SLIP] = {DOCUMENT_RECEIPT_SLIP, "receipt_slip", "收件凭证", "收", false, true},
	[DOCUMENT_ONE_TIME_NOTICE] = {DOCUMENT_ONE_TIME_NOTICE, "one_time_notice", "一次性告知书", "补", false, true},
	[DOCUMENT_SUPPLEMENT_RECEIPT] = {DOCUMENT_SUPPLEMENT_RECEIPT, "supplement_receipt", "补正材料接收凭证", "补收", false, true},
	[DOCUMENT_ACCEPTANCE_NOTICE] = {DOCUMENT_ACCEPTANCE_NOTICE, "acceptance_notice", "受理通知书", "受", false, true},
	[DOCUMENT_DEEMED_NOTICE] = {DOCUMENT_DEEMED_NOTICE, "deemed_notice", "受理通知书", "受", false, true},
	[DOCUMENT_DEFICIENT_NOTICE] = {DOCUMENT_DEFICIENT_NOTICE, "deficient_notice", "容缺受理通知书", "容", false, true},
	[DOCUMENT_NON_ACCEPTANCE] = {DOCUMENT_NON_ACCEPTANCE, "non_acceptance", "不予受理决定书", "不受", false, true},
	[DOCUMENT_WITHDRAWAL] = {DOCUMENT_WITHDRAWAL, "withdrawal", "撤回申请确认书", "撤", false, true},
	[DOCUMENT_TERMINATION] = {DOCUMENT_TERMINATION, "termination", "终止办理告知书", "终", false, true},
	[DOCUMENT_GAP_PROMISE] = {DOCUMENT_GAP_PROMISE, "gap_promise", "容缺受理承诺书", "容诺", false, false},
	[DOCUMENT_COMMITMENT_NOTICE] = {DOCUMENT_COMMITMENT_NOTICE, "commitment_notice", "行政审批机关告知书", "告", false, true},
	[DOCUMENT_COMMITMENT_LETTER] = {DOCUMENT_COMMITMENT_LETTER, "commitment_letter", "信用承诺书", "诺", false, true},
	[DOCUMENT_HANDOVER_SLIP] = {DOCUMENT_HANDOVER_SLIP, "handover_slip", "材料交接单", "交", true, false},
	[DOCUMENT_HANDOVER_RECEIPT] = {DOCUMENT_HANDOVER_RECEIPT, "handover_receipt", "材料交接单（部门签收）", "交收", true, false},
	[DOCUMENT_REVIEW_OPINION] = {DOCUMENT_REVIEW_OPINION, "review_opinion", "审查意见", NULL, true, false},
	[DOCUMENT_SPECIAL_NOTICE] = {DOCUMENT_SPECIAL_NOTICE, "special_notice", "特别程序告知书", "特", false, true},
	[DOCUMENT_SPECIAL_RESULT] = {DOCUMENT_SPECIAL_RESULT, "special_result", "特别程序结果告知书", "特果", false, true},
	[DOCUMENT_SUSPENSION] = {DOCUMENT_SUSPENSION, "suspension", "中止办理告知书", "中", false, true},
	[DOCUMENT_RESUMPTION] = {DOCUMENT_RESUMPTION, "resumption", "恢复办理告知书", "恢", false, true},
	[DOCUMENT_EXTENSION] = {DOCUMENT_EXTENSION, "extension", "延期办理告知书", "延", false, true},
	[DOCUMENT_GRANT] = {DOCUMENT_GRANT, "grant", "准予决定书", "准", false, true},
	[DOCUMENT_REFUSAL] = {DOCUMENT_REFUSAL, "refusal", "不予决定书", "不准", false, true},
	[DOCUMENT_CERTIFICATE] = {DOCUMENT_CERTIFICATE, "certificate", "证书", "证", false, true},
	[DOCUMENT_FORWARDING] = {DOCUMENT_FORWARDING, "forwarding", "初审上报告知书", "报", false, true},
	[DOCUMENT_RESULT_HANDOVER] = {DOCUMENT_RESULT_HANDOVER, "result_handover", "结果交接单", "果交", true, false},
	[DOCUMENT_PROOF_OF_SERVICE] = {DOCUMENT_PROOF_OF_SERVICE, "proof_of_service", "送达回证", "送", false, false},
	[DOCUMENT_WAYBILL] = {DOCUMENT_WAYBILL, "waybill", "寄递单", "寄", false, false},
	[DOCUMENT_ARCHIVE_LIST] = {DOCUMENT_ARCHIVE_LIST, "archive_list", "归档目录", "档", true, false},
	[DOCUMENT_REVOCATION] = {DOCUMENT_REVOCATION, "revocation", "撤销决定书", "撤决", false, true},
	[DOCUMENT_CHECK_RECORD] = {DOCUMENT_CHECK_RECORD, "check_record", "承诺核查记录", "核", true, false},
	[DOCUMENT_PART_OPINION] = {DOCUMENT_PART_OPINION, "part_opinion", "联办意见书", "联意", true, true},
	[DOCUMENT_PART_GUIDANCE] = {DOCUMENT_PART_GUIDANCE, "part_guidance", "指导意见书", "导", false, true},
	[DOCUMENT_PARTS_RESULT] = {DOCUMENT_PARTS_RESULT, "parts_result", "联办结果通知书", "联", false, true},
};

const struct document_form *document_form_of(enum document_kind kind)
{
	return &forms[kind];
}

const char *document_title(void *ctx, const struct document_form *form, const struct casefile *c, bool of_part)
{
	const struct matter *m = c->matter;
	const struct matter_part *part = of_part ? case_part_matter(c, case_part_named(c)) : NULL;
	bool licence = part ? part->licence : m->type == MATTER_LICENCE;

	if (form->kind == DOCUMENT_CERTIFICATE && part)
		return text_or(part->result, part->name);
	if (form->kind == DOCUMENT_CERTIFICATE && m->results.n > 0)
		return m->results.at[0].name;
	if (licence && form->kind == DOCUMENT_GRANT)
		return "准予行政许可决定书";
	if (licence && form->kind == DOCUMENT_REFUSAL)
		return "不予行政许可决定书";
	if (licence && form->kind == DOCUMENT_REVOCATION)
		return "撤销行政许可决定书";
	return mem_str(ctx, form->title);
}

const struct document_form *document_form_find(const char *key)
{
	for (int i = DOCUMENT_NONE + 1; i < DOCUMENT_COUNT; i++)
		if (text_eq(forms[i].key, key))
			return &forms[i];
	return NULL;
}

/* seal_load - absent where the seal was not used. */
static enum err seal_load(const struct casework *w, struct document *d)
{
	struct sql_seal_get_row *r;
	enum err e = d->form->seals ? sql_seal_get(w->db, d, &(struct sql_seal_get_in){.document_id = d->id}, &r)
				    : ERR_NOT_FOUND;

	if (e == ERR_NONE)
		d->seal = (struct document_seal){r->authority, r->legend};
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

enum err document_load(const struct casework *w, int64_t id, struct document **out)
{
	struct document *d = mem_new(w->ctx, struct document);
	struct sql_document_get_row *r;
	struct json *data;
	char *why;

	TRY(sql_document_get(w->db, d, &(struct sql_document_get_in){.id = id}, &r));
	if (json_parse(d, r->data, strlen(r->data), &data, &why) != ERR_NONE)
		return log_err(ERR_INTERNAL, "document %lld: %s", (long long)id, why);
	*d = (struct document){.id = r->id, .case_id = r->case_id, .event_seq = r->event_seq,
			       .form = document_form_find(r->kind), .number = r->number, .title = r->title,
			       .issued_at = r->issued_at, .issued_by = r->issued_by, .data = data,
			       .case_no = r->case_no, .short_no = r->short_no, .dept_code = r->dept_code,
			       .ref = r->ref, .token_version = r->token_version, .account_id = r->account_id};
	if (!d->form)
		return log_err(ERR_INTERNAL, "document %lld is of a kind that this program does not know", (long long)id);
	TRY(seal_load(w, d));
	*out = d;
	return ERR_NONE;
}

/* number_next - the counter row stays locked until the transaction ends, so that no number is lost or given twice. */
static enum err number_next(const struct casework *w, const char *dept_code, const struct document_form *form,
			    int *year, int64_t *serial, char **number)
{
	struct sql_dept_by_code_row *dept;
	struct db_done done;
	int month, mday;

	day_split(msec_day(w->now), year, &month, &mday);
	TRY(sql_doc_counter_next(w->db,
				 &(struct sql_doc_counter_next_in){.dept_code = dept_code, .series = form->series,
								   .year = *year},
				 &done));
	*serial = done.insert_id;
	TRY(sql_dept_by_code(w->db, w->ctx, &(struct sql_dept_by_code_in){.code = dept_code}, &dept));
	return doc_no_text(w->ctx,
			   &(struct doc_no){.dept = dept->short_name, .word = form->series, .year = *year,
					    .serial = (int)*serial},
			   number);
}

/* seal_use - who put the authority's seal on it, and when.  Not the applicant, where their own act brought the document about:
 * then, as by the clock, it is the system that seals. */
static enum err seal_use(const struct casework *w, const struct document_issue *issue, int64_t document_id)
{
	const struct actor *a = issue->actor;
	bool staff = a->kind == ACTOR_STAFF;

	return sql_seal_add(w->db,
			    &(struct sql_seal_add_in){.document_id = document_id,
						      .legend = SEAL_LEGEND, .staff_id = staff ? a->id : 0,
						      .staff_name = staff ? a->name : "系统", .at = w->now},
			    NULL);
}

enum err document_issue(const struct casework *w, const struct document_issue *issue, enum document_kind kind,
			struct event_docs *docs, int64_t *id)
{
	const struct document_form *form = document_form_of(kind);
	bool of_part = transition_of_part(issue->t);
	struct casefile shown = of_part ? case_part_view(issue->c) : *issue->c;
	char *number = NULL, *data;
	int64_t serial = 0;
	struct db_done done;
	int year = 0;

	if (form->series)
		TRY(number_next(w, shown.dept_code, form, &year, &serial, &number));
	TRY(document_data(w, issue, form, number, &data));
	TRY(sql_document_add(w->db,
			     &(struct sql_document_add_in){.case_id = issue->c->id, .event_seq = issue->event_seq,
							   .kind = form->key, .dept_code = shown.dept_code,
							   .series = form->series, .year = year, .serial = serial,
							   .number = number,
							   .title = document_title(w->ctx, form, issue->c, of_part),
							   .issued_at = w->now,
							   .issued_by = text_or(issue->actor->name, "系统"), .data = data},
			     &done));
	event_docs_add(docs, form->key, number, data);
	*id = done.insert_id;
	return form->seals ? seal_use(w, issue, *id) : ERR_NONE;
}
