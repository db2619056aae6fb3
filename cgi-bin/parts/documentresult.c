/* documentresult.c - the words of documents from acceptance to the archive, and of kinds that nobody put into words. */
#include "parts/documentwords.h"

#include <string.h>

#include "base/text.h"
#include "domain/mask.h"
#include "parts/documentplain.h"

/* --- words that several have ------------------------------------------------------------------------------ */

static const char *matter_of(const struct reading *r)
{
	return said(r, "matter", "name");
}

/* licence_word - licences are 行政许可; other matters are not. */
static const char *licence_word(const struct reading *r)
{
	return strstr(r->page->doc->title, "行政许可") ? "行政许可" : "";
}

static void say_reason(const struct reading *r, const char *label)
{
	const char *reason = said(r, NULL, "reason");

	if (*reason)
		say_para(r, mem_fmt(r->ctx, "%s：%s", label, reason));
}

/* say_end - 依据…，特此告知。 */
static void say_end(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "%s特此告知。", said_law(r)));
}

static const char *texts_joined(const struct reading *r, const char *key)
{
	const struct json *list = json_get(r->data, key);
	const char *out = "";

	for (size_t i = 0; i < json_count(list); i++)
		out = mem_fmt(r->ctx, "%s%s%s", out, i ? "、" : "", text_or(json_str(json_at(list, i)), ""));
	return out;
}

/* --- promises --------------------------------------------------------------------------------------------- */

/* say_signature - how the applicant signed; on paper that is done by hand, on the copy that the officer takes. */
static void say_signature(const struct reading *r)
{
	const struct json *s = json_get(r->data, "signature");

	r->s->copy[0] = "申请人留存";
	r->s->copy[1] = "行政许可实施机关留存";
	if (!s || text_eq(json_text(s, "way"), "paper"))
		return;
	r->s->signed_name = said_name(r, "signature");
	r->s->signed_how = said(r, "signature", "way_text");
	r->s->signed_day = day_words(r->ctx, said_day(r, "signature", "at"));
}

/* say_parties - who promises and who is promised, in the blocks of figure B.2; documents and phones are masked on paper, too. */
static void say_parties(const struct reading *r)
{
	bool person = text_eq(said(r, "applicant", "kind"), "natural");
	const char *name = said_name(r, "applicant"), *agent = said_name(r, "agent"), *phone = said(r, "applicant", "phone_mask");

	if (person)
		say_fact(r, "申请人（自然人）",
			 mem_fmt(r->ctx, "姓名：%s　证件类型：%s　编号：%s　联系方式：%s", name, said(r, "applicant", "id_type_name"),
				 said(r, "applicant", "id_mask"), phone),
			 false);
	else
		say_fact(r, text_eq(said(r, "applicant", "kind"), "legal") ? "申请人（法人）" : "申请人（其他组织）",
			 mem_fmt(r->ctx, "单位名称：%s　法定代表人：%s　地址：见申请表　联系方式：%s　统一社会信用代码和项目代码：%s", name,
				 said(r, "applicant", "legal_rep"), phone, said(r, "applicant", "id_mask")),
			 false);
	if (*agent)
		say_fact(r, "委托代理人",
			 mem_fmt(r->ctx, "姓名：%s　证件类型：%s　编号：%s　联系方式：%s", agent, said(r, "agent", "id_type_name"),
				 said(r, "agent", "id_mask"), said(r, "agent", "phone_mask")),
			 false);
	say_fact(r, "行政许可实施机关",
		 mem_fmt(r->ctx, "部门（单位）：%s　联系人姓名：%s　联系方式：%s", said(r, NULL, "authority"),
			 said(r, "consult", "contact"), said(r, "consult", "phone")),
		 false);
	say_fact(r, "办件编号", said(r, "case", "short_no"), false);
}

void words_gap_promise(const struct reading *r)
{
	say_para(r, said(r, NULL, "body"));
	say_para(r, mem_fmt(r->ctx, "补交的最后一天：%s。", text_or(day_words(r->ctx, said_day(r, NULL, "gap_due")), "见受理通知书")));
	say_items(r, "gaps");
	say_signature(r);
	say_parties(r);
}

/* say_sections - sentences that were fixed at issue. */
static void say_sections(const struct reading *r)
{
	const struct json *sections = json_get(r->data, "sections");

	say_para(r, said(r, NULL, "lead"));
	for (size_t i = 0; i < json_count(sections); i++) {
		const struct json *lines = json_get(json_at(sections, i), "lines");
		say_heading(r, json_text(json_at(sections, i), "title"));
		for (size_t k = 0; k < json_count(lines); k++)
			say_para(r, json_str(json_at(lines, k)));
	}
	say_para(r, said(r, NULL, "closing"));
}

/* The sentences are the standard's own (CQ Appendix B); see domain/commitment.h. */
void words_commitment(const struct reading *r)
{
	say_sections(r);
	say_signature(r);
	say_parties(r);
}

/* --- paper from hand to hand ------------------------------------------------------------------------------ */

void words_handover(const struct reading *r)
{
	say_para(r, "窗口将本件下列纸质材料移交业务主管部门，请当面核对后签字。");
	plain_tables(r);
}

void words_handover_receipt(const struct reading *r)
{
	say_para(r, "本件下列纸质材料，业务主管部门已经当面核对并收到。");
	plain_tables(r);
}

void words_result_handover(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "本件的办理结果为“%s”，现将“%s”移交窗口，由窗口发给申请人。", said(r, NULL, "outcome_text"),
			    said(r, NULL, "result")));
}

void words_archive_list(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "本件已经办结，下列文书连同申请材料、%lld 条办理记录一并归档。",
			    (long long)json_int(r->data, "events", 0)));
	plain_tables(r);
}

/* --- review ----------------------------------------------------------------------------------------------- */

void words_review_opinion(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "审查意见：%s。", said(r, NULL, "stance_text")));
	say_reason(r, "理由");
	say_para(r, said(r, NULL, "note"));
}

void words_check_record(const struct reading *r)
{
	const char *who = texts_joined(r, "inspectors");

	say_para(r, mem_fmt(r->ctx, "对申请人就“%s”作出的承诺进行了核查。", matter_of(r)));
	if (*who)
		say_para(r, mem_fmt(r->ctx, "核查人员：%s", who));
	say_reason(r, "核查情况");
	say_para(r, said(r, NULL, "note"));
}

void words_special_notice(const struct reading *r)
{
	const char *by = day_words(r->ctx, said_day(r, NULL, "special_due"));

	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，依法需要进行“%s”，所需时间为 %lld 个工作日%s%s%s。%s", matter_of(r),
			    said(r, NULL, "procedure"), (long long)json_int(r->data, "days", 0), *by ? "，最晚" : "", by,
			    *by ? "完成" : "", said(r, NULL, "counts")));
	say_para(r, said(r, NULL, "explain"));
	say_reason(r, "说明");
	say_end(r);
}

void words_special_result(const struct reading *r)
{
	const char *who = texts_joined(r, "inspectors");

	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，“%s”已经完成。", matter_of(r), said(r, NULL, "procedure")));
	say_reason(r, "结果");
	if (*who)
		say_para(r, mem_fmt(r->ctx, "参加人员：%s", who));
	say_end(r);
}

void words_suspension(const struct reading *r)
{
	const char *cause = said(r, NULL, "cause");

	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”%s%s，现中止办理。%s", matter_of(r), *cause ? "，因" : "", cause,
			    said(r, NULL, "counts")));
	say_reason(r, "具体情况");
	say_para(r, "中止的原因消除后恢复办理，届时另行告知您。");
	say_end(r);
}

void words_resumption(const struct reading *r)
{
	const char *cause = said(r, NULL, "cause");

	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，中止办理的原因%s%s%s已经消除，现恢复办理，时限接着计算。", matter_of(r),
			    *cause ? "（" : "", cause, *cause ? "）" : ""));
	say_reason(r, "具体情况");
	say_end(r);
}

void words_extension(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，不能在原定期限内办结，经本机关负责人批准，延长 %lld 个工作日。", matter_of(r),
			    (long long)json_int(r->data, "days", 0)));
	say_reason(r, "延长的理由");
	say_end(r);
}

/* --- decisions -------------------------------------------------------------------------------------------- */

void words_grant(const struct reading *r)
{
	const char *result = said(r, NULL, "result");

	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，经审查，符合法定条件、标准。%s本机关决定准予%s。", matter_of(r), said_law(r),
			    licence_word(r)));
	say_reason(r, "理由");
	if (*result)
		say_para(r, mem_fmt(r->ctx, "办理结果：%s。", result));
	say_para(r, said(r, NULL, "delivery_text"));
}

void words_refusal(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，经审查，不符合法定条件、标准。", matter_of(r)));
	say_reason(r, "具体理由");
	say_para(r, mem_fmt(r->ctx, "%s本机关决定不予%s。", said_law(r), text_or(licence_word(r), "办理")));
	say_remedies(r);
}

void words_revocation(const struct reading *r)
{
	const char *number = said(r, NULL, "certificate"), *ground = said(r, NULL, "ground_text");

	say_para(r, mem_fmt(r->ctx, "您取得的“%s”%s%s%s，经查，%s。", matter_of(r), *number ? "（证书编号 " : "", number,
			    *number ? "）" : "", text_or(ground, "应当撤销")));
	say_reason(r, "具体理由");
	say_para(r, mem_fmt(r->ctx, "%s本机关决定撤销%s。", said_law(r), text_or(licence_word(r), "上述决定")));
	say_remedies(r);
}

void words_certificate(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "经审查，准予办理“%s”，特发此证。", matter_of(r)));
	say_fact(r, "持有人", said_name(r, "applicant"), false);
	say_fact(r, "证件号码", said(r, "applicant", "id_mask"), false);
	say_fact(r, "有效期自", day_words(r->ctx, said_day(r, NULL, "valid_from")), false);
	say_fact(r, "有效期至", text_or(day_words(r->ctx, said_day(r, NULL, "valid_until")), "长期"), false);
	say_fact(r, "发证机关", said(r, NULL, "authority"), false);
}

void words_forwarding(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，本机关已经审查完毕，审查意见和全部申请材料已经上报，由上级机关作出决定。",
			    matter_of(r)));
	say_reason(r, "说明");
	say_end(r);
}

/* --- delivery --------------------------------------------------------------------------------------------- */

void words_service(const struct reading *r)
{
	const char *name = said(r, "receiver", "name");

	say_para(r, mem_fmt(r->ctx, "下列文书已经送达。送达方式：%s。", said(r, NULL, "way")));
	say_fact(r, "领取人", r->page->masked && *name ? mask_name(r->ctx, name) : name, false);
	say_fact(r, "与申请人关系", said(r, "receiver", "relation_text"), false);
	say_fact(r, "证件后四位", r->page->masked ? "" : said(r, "receiver", "id_tail"), false);
	plain_table(r, "papers"); /* what changes hands, not what was applied with */
}

void words_waybill(const struct reading *r)
{
	say_para(r, "下列文书已经交寄。");
	say_fact(r, "寄递公司", said(r, NULL, "courier"), false);
	/* with the number, a courier's own pages tell strangers where somebody lives */
	say_fact(r, "运单号", r->page->masked ? "申请人登录后可以看" : said(r, NULL, "waybill"), false);
	say_fact(r, "收件地址", said(r, NULL, "address_mask"), false);
	plain_table(r, "papers"); /* what changes hands, not what was applied with */
}

/* --- any other: whatever the data has ---------------------------------------------------------------------- */

void words_plain(const struct reading *r)
{
	const struct json *body = json_get(r->data, "body");
	const char *law = said(r, NULL, "law");

	say_sections(r);
	say_para(r, json_str(body));
	for (size_t i = 0; i < json_count(body); i++)
		say_para(r, json_str(json_at(body, i)));
	if (!r->s->nparas)
		say_para(r, mem_fmt(r->ctx, "关于您申请办理的“%s”：", matter_of(r)));
	say_reason(r, "理由");
	if (*law)
		say_para(r, mem_fmt(r->ctx, "依据：%s。", law));
	say_para(r, said(r, NULL, "consequence"));
	say_remedies(r);
	plain_facts(r);
	plain_tables(r);
}
