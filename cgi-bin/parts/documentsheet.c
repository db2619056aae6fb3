#include "parts/documentsheet.h"

#include <string.h>

#include "base/text.h"
#include "parts/documentread.h"
#include "parts/documentwords.h"

#define FACT_NARROW 27 /* bytes of a fact that fits into half the width: nine characters */

/* Facts that a layout asks for; facts[] below says which those are. */
#define EVERY    UINT32_C(1)
#define COPY     UINT32_C(2) /* what the applicant keeps: query code, phone, how to collect */
#define ACCEPTED UINT32_C(4)
#define LIMITS   UINT32_C(8)
#define PLACE    UINT32_C(16)
#define DELIVERY UINT32_C(32)
#define ACCEPTANCE (EVERY | COPY | ACCEPTED | LIMITS | PLACE)

#define RECEIVED "申请人签收"

/* How each kind is put together: a new kind is a row here, and a function in documentwords.h unless words_plain will do. */
static const struct layout {
	const char *kind; /* key of domain/document.c; NULL: any other */
	enum sheet_shape shape;
	document_words *words;
	uint32_t facts;
	bool materials; /* with the table of materials */
	bool addressed; /* begins with the name of whom it is for */
	const char *sign, *countersign; /* who signs; both: in two columns */
	const char *seal; /* words where the seal goes */
} layouts[] = {
	{"submission_receipt", SHEET_RECEIPT, words_submission, 0, false, true, NULL, NULL, ""},
	{"supplement_receipt", SHEET_RECEIPT, words_supplement, 0, false, true, NULL, NULL, ""},
	{"one_time_notice", SHEET_NOTICE, words_one_time, 0, false, true, NULL, NULL, "受理机构（专用章）"},
	{"pre_review_opinion", SHEET_LETTER, words_opinion, EVERY, false, true, NULL, NULL, "在线预审"},
	{"receipt_slip", SHEET_LETTER, words_slip, EVERY | COPY | PLACE, true, true, RECEIVED, NULL, "收件专用章"},
	{"acceptance_notice", SHEET_LETTER, words_acceptance, ACCEPTANCE, true, true, RECEIVED, NULL, "受理专用章"},
	{"deemed_notice", SHEET_LETTER, words_deemed, ACCEPTANCE, true, true, RECEIVED, NULL, "受理专用章"},
	{"deficient_notice", SHEET_LETTER, words_deficient, EVERY | ACCEPTED, false, true, NULL, NULL, "受理专用章"},
	{"non_acceptance", SHEET_LETTER, words_non_acceptance, EVERY | PLACE, false, true, RECEIVED, NULL, "（印章）"},
	{"withdrawal", SHEET_LETTER, words_withdrawal, EVERY, false, true, NULL, NULL, "（印章）"},
	{"termination", SHEET_LETTER, words_termination, EVERY | PLACE, false, true, RECEIVED, NULL, "（印章）"},
	{"gap_promise", SHEET_LETTER, words_gap_promise, 0, false, false, "承诺人（签字或盖章）", "受理机构（盖章）", ""},
	{"commitment_notice", SHEET_LETTER, words_commitment, 0, false, false, "申请人（委托代理人）（签字盖章）", "行政许可实施机关（盖章）", ""},
	{"commitment_letter", SHEET_LETTER, words_commitment, 0, false, false, "申请人（委托代理人）（签字盖章）", "行政许可实施机关（盖章）", ""},
	{"handover_slip", SHEET_LETTER, words_handover, EVERY, false, false, "移交人（窗口）签字", "接收人（部门）签字", ""},
	{"handover_receipt", SHEET_LETTER, words_handover_receipt, EVERY, false, false, "移交人（窗口）签字", "接收人（部门）签字", ""},
	{"review_opinion", SHEET_LETTER, words_review_opinion, EVERY | ACCEPTED, false, false, NULL, NULL, ""},
	{"special_notice", SHEET_LETTER, words_special_notice, EVERY | ACCEPTED, false, true, NULL, NULL, "（印章）"},
	{"special_result", SHEET_LETTER, words_special_result, EVERY | ACCEPTED | LIMITS, false, true, NULL, NULL, "（印章）"},
	{"suspension", SHEET_LETTER, words_suspension, EVERY | ACCEPTED, false, true, NULL, NULL, "（印章）"},
	{"resumption", SHEET_LETTER, words_resumption, EVERY | ACCEPTED | LIMITS, false, true, NULL, NULL, "（印章）"},
	{"extension", SHEET_LETTER, words_extension, EVERY | ACCEPTED | LIMITS, false, true, NULL, NULL, "（印章）"},
	{"grant", SHEET_LETTER, words_grant, EVERY | ACCEPTED | DELIVERY, false, true, RECEIVED, NULL, "（印章）"},
	{"refusal", SHEET_LETTER, words_refusal, EVERY | ACCEPTED, false, true, RECEIVED, NULL, "（印章）"},
	{"certificate", SHEET_LETTER, words_certificate, 0, false, false, NULL, NULL, "（印章）"},
	{"forwarding", SHEET_LETTER, words_forwarding, EVERY | ACCEPTED, false, true, NULL, NULL, "（印章）"},
	{"result_handover", SHEET_LETTER, words_result_handover, EVERY, false, false, "移交人（部门）签字", "接收人（窗口）签字", ""},
	{"proof_of_service", SHEET_LETTER, words_service, EVERY, false, false, "受送达人签字", NULL, ""},
	{"waybill", SHEET_LETTER, words_waybill, EVERY, false, false, NULL, NULL, ""},
	{"archive_list", SHEET_LETTER, words_archive_list, EVERY | ACCEPTED, false, false, "移交人签字", "接收人（档案）签字", ""},
	{"revocation", SHEET_LETTER, words_revocation, EVERY, false, true, RECEIVED, NULL, "（印章）"},
	{"check_record", SHEET_LETTER, words_check_record, EVERY, false, false, NULL, NULL, ""},
	{"part_opinion", SHEET_LETTER, words_part_opinion, EVERY | ACCEPTED, false, false, NULL, NULL, "（印章）"},
	{"part_guidance", SHEET_LETTER, words_part_guidance, EVERY | ACCEPTED, false, true, RECEIVED, NULL, "（印章）"},
	{"parts_result", SHEET_LETTER, words_parts_result, EVERY | ACCEPTED | DELIVERY, false, true, RECEIVED, NULL, "（印章）"},
	{NULL, SHEET_LETTER, words_plain, EVERY | ACCEPTED, false, true, NULL, NULL, "（印章）"},
};

static const struct layout *layout_of(const char *kind)
{
	const struct layout *l = layouts;

	while (l->kind && !text_eq(l->kind, kind))
		l++;
	return l;
}

/* --- facts of letters -------------------------------------------------------------------------------------- */

enum fact_style { AS_TEXT, AS_DAY, AS_CODE, AS_NAME };
static const struct fact_row {
	const char *label;
	const char *part, *key;
	enum fact_style style;
	uint32_t facts; /* in layouts that ask for one of these */
} facts[] = {
	{"办件编号", "case", "short_no", AS_TEXT, EVERY},
	{"查询码", NULL, NULL, AS_CODE, COPY},
	{"事项名称", "matter", "name", AS_TEXT, EVERY},
	{"事项编码", "matter", "code", AS_TEXT, EVERY},
	{"申请人", "applicant", "name", AS_NAME, EVERY},
	{"证件号码", "applicant", "id_mask", AS_TEXT, EVERY},
	{"代理人", "agent", "name", AS_NAME, EVERY},
	{"联系电话", "applicant", "phone_mask", AS_TEXT, COPY},
	{"申请方式", "case", "channel_name", AS_TEXT, EVERY},
	{"收到日期", "case", "received_day", AS_DAY, EVERY},
	{"受理日期", "case", "accepted_day", AS_DAY, ACCEPTED},
	{"法定时限", "limits", "legal", AS_TEXT, LIMITS},
	{"法定办结日期", "due", "legal", AS_DAY, LIMITS},
	{"承诺时限", "limits", "promised", AS_TEXT, LIMITS},
	{"应办结日期", "due", "promised", AS_DAY, LIMITS},
	{"特别程序", NULL, "special", AS_TEXT, LIMITS},
	{"业务主管部门", "dept", "name", AS_TEXT, EVERY},
	{"领取方式", "case", "delivery_name", AS_TEXT, COPY | DELIVERY},
	{"收费", NULL, "fee", AS_TEXT, LIMITS},
	{"办理地点", "place", "address", AS_TEXT, PLACE},
};

static const char *fact_text(const struct reading *r, const struct fact_row *f)
{
	switch (f->style) {
	case AS_CODE:
		return said_code(r);
	case AS_NAME:
		return said_name(r, f->part);
	case AS_DAY:
		return day_words(r->ctx, said_day(r, f->part, f->key));
	case AS_TEXT:
		break;
	}
	return said(r, f->part, f->key);
}

static void letter_facts(const struct reading *r, uint32_t wanted)
{
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
		if (facts[i].facts & wanted)
			say_fact(r, facts[i].label, fact_text(r, &facts[i]), false);
}

/* facts_pair - two beside each other where both are short; whoever is left alone gets the whole width. */
static void facts_pair(struct sheet *s)
{
	for (size_t i = 0; i + 1 < s->nfacts; i++) {
		struct sheet_fact *a = &s->fact[i], *b = &s->fact[i + 1];
		if (strlen(a->text) > FACT_NARROW || strlen(b->text) > FACT_NARROW)
			continue;
		a->half = b->half = true;
		i++;
	}
}


/* --- the sheet -------------------------------------------------------------------------------------------- */

/* officer_words - who issued it; not the applicant's own name, on a letter that answers what they did (withdrawal). */
static const char *officer_words(const struct reading *r)
{
	const char *a_post = said(r, NULL, "acting_for"), *officer = said(r, NULL, "officer");

	if (text_empty(said(r, NULL, "post")))
		return "";
	return *a_post ? mem_fmt(r->ctx, "%s（代%s）", officer, a_post) : officer;
}

static const char *qr_url(const struct reading *r)
{
	const struct casework *w = r->page->w;
	const struct document *doc = r->page->doc;

	return mem_fmt(r->ctx, "%s/t/%s", w->conf->base_url, case_token(r->ctx, w->keys, doc->ref, doc->token_version));
}

/* heads - what every sheet has.  A letter that bears a seal ends with the authority's name, as the seal does. */
static void heads(const struct reading *r, const struct layout *l)
{
	const struct document *doc = r->page->doc;
	const char *centre = said(r, NULL, "centre"), *authority = text_or(said(r, NULL, "authority"), centre);

	*r->s = (struct sheet){
		.shape = l->shape, .framed = text_eq(doc->form->key, "certificate"), .title = doc->title, .number = doc->number, .centre = centre,
		.head = l->shape == SHEET_RECEIPT ? centre : authority,
		.addressee = l->addressed ? said_name(r, "applicant") : "",
		.issued_day = day_words(r->ctx, said_day(r, NULL, "issued_day")), .sign = l->sign,
		.countersign = l->countersign, .officer = officer_words(r), .contact = said(r, "consult", "contact"),
		.consult_phone = said(r, "consult", "phone"), .supervise_phone = said(r, "supervise", "phone"),
		.seal_words = doc->seal.authority && l->shape != SHEET_NOTICE ? doc->seal.authority : l->seal,
		.seal = doc->seal, .chain = said(r, NULL, "chain"), .qr_url = qr_url(r),
		.body = "", .lead = "", .closing = "", .case_no_line = "", .progress_url = "", .foot = ""};
}

void documentsheet_make(const struct documentpage *p, struct sheet *out)
{
	const struct layout *l = layout_of(p->doc->form->key);
	struct reading r = {p, p->w->ctx, p->doc->data, out};

	heads(&r, l);
	letter_facts(&r, l->facts);
	l->words(&r);
	if (l->materials)
		say_materials(&r, "materials", "申请材料");
	if (l->shape == SHEET_LETTER)
		facts_pair(out);
}
