/* documentwords.c - the words of documents up to acceptance. */
#include "parts/documentwords.h"

#include "base/text.h"
#include "domain/clock.h"

/* --- receipts --------------------------------------------------------------------------------------------- */

/* next - one line of "what happens next"; due: key of a clock whose last day is named, or NULL. */
static void next(const struct reading *r, const char *what, const char *due, const char *then)
{
	struct sheet *s = r->s;
	day last = due ? said_day(r, "due", due) : DAY_NONE;
	struct sheet_next n = {.what = what, .then = then, .by = day_words(r->ctx, last)};

	if (last != DAY_NONE)
		n.days = clock_between(r->page->w->calendar, said_day(r, NULL, "issued_day"), last);
	s->next = mem_grow(r->ctx, s->next, struct sheet_next, s->nnexts + 1);
	s->next[s->nnexts++] = n;
}

static void next_limits(const struct reading *r)
{
	const char *legal = said(r, "limits", "legal"), *promised = said(r, "limits", "promised");

	next(r,
	     *said(r, "limits", "promised_after")
		     ? mem_fmt(r->ctx, "审查和决定：我们承诺%s内办好（法定从受理的第二天算起%s）。", promised, legal)
		     : mem_fmt(r->ctx, "审查和决定：从受理的第二天算起，我们承诺%s内办好（法定%s）。", text_or(promised, legal), legal),
	     NULL, "");
	next(r, mem_fmt(r->ctx, "结果：%s。", said(r, "case", "delivery_name")), NULL, "");
}

static const char *person_words(const struct reading *r, const char *part)
{
	const char *name = said_name(r, part);

	return *name ? mem_fmt(r->ctx, "%s　%s", name, said(r, part, "id_mask")) : "";
}

static void receipt_facts(const struct reading *r, const char *when)
{
	say_fact(r, "办件编号", said(r, "case", "short_no"), true);
	say_fact(r, "查询码", said_code(r), true);
	say_fact(r, "事项", said(r, "matter", "name"), false);
	say_fact(r, "申请人", person_words(r, "applicant"), false);
	say_fact(r, "代理人", person_words(r, "agent"), false);
	say_fact(r, when, minute_words(r->ctx, r->page->doc->issued_at), false);
	r->s->case_no_line = mem_fmt(r->ctx, "办件全号 %s", said(r, "case", "case_no"));
	r->s->progress_url = mem_fmt(r->ctx, "%s/progress", r->page->w->conf->base_url);
}

void words_submission(const struct reading *r)
{
	receipt_facts(r, "提交时间");
	say_materials(r, "materials", "已提交的材料");
	say_parts(r);
	next(r, "预审：工作人员看您的材料，", "feedback", "答复您；有要改的，会一次说清。");
	next(r, "收件和受理：预审通过后窗口收件，5 个工作日内告诉您是否受理；要补正的，一次告知全部内容。", NULL, "");
	next_limits(r);
	r->s->foot = "本回执只证明您已经提交申请，不是受理通知书。请保管好查询码，不要给不认识的人。";
}

void words_supplement(const struct reading *r)
{
	receipt_facts(r, "补正时间");
	say_materials(r, "items", "收到的补正材料");
	next(r, "受理：窗口看您补正的材料，", "correction", "告诉您是否受理。");
	next_limits(r);
	r->s->foot = "本凭证只证明已经收到上面的补正材料，不是受理通知书。";
}

/* --- the one-time notice: stub and reply on one sheet (CQ App A) ------------------------------------------ */

void words_one_time(const struct reading *r)
{
	r->s->body = said(r, NULL, "body");
	r->s->lead = said(r, NULL, "lead");
	r->s->closing = said(r, NULL, "closing");
	say_items(r, "items");
}

/* --- letters ---------------------------------------------------------------------------------------------- */

void words_opinion(const struct reading *r)
{
	bool passed = json_bool(r->data, "passed", false);

	say_para(r, !passed ? mem_fmt(r->ctx, "您网上申请“%s”的材料已经看过，有下面这些地方要改。这是全部问题，改好后重新提交就可以。",
				said(r, "matter", "name"))
		      : mem_fmt(r->ctx, "您网上申请“%s”的材料已经看过，预审通过。接下来由窗口收件。",
				said(r, "matter", "name")));
	say_para(r, said(r, NULL, "reason"));
	say_items(r, "items");
}

void words_slip(const struct reading *r)
{
	day due = said_day(r, "due", "correction");

	say_para(r, mem_fmt(r->ctx, "您申请办理“%s”的材料，本窗口已于%s收到，材料清单见下表。", said(r, "matter", "name"),
			day_words(r->ctx, said_day(r, "case", "received_day"))));
	if (due != DAY_NONE)
		say_para(r, mem_fmt(r->ctx,
				"最晚%s告诉您是否受理。需要补正的，在这一天以前一次告知全部内容；到期没有告知的，"
				"依照《中华人民共和国行政许可法》第三十二条，自收到申请材料之日起即为受理。",
				day_words(r->ctx, due)));
	say_parts(r);
}

void words_acceptance(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，申请材料齐全、符合法定形式。%s决定予以受理。", said(r, "matter", "name"),
			said_law(r)));
	if (json_count(json_get(r->data, "gaps")) > 0)
		say_para(r, "其中有材料允许以后补交，见随附的容缺受理通知书。");
	say_parts(r);
}

void words_deemed(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx,
			"您申请办理的“%s”，本机关于%s收到申请材料后，没有在法定期限内一次告知需要补正的全部内容。"
			"%s您的申请自收到申请材料之日起即为受理。",
			said(r, "matter", "name"), day_words(r->ctx, said_day(r, "case", "received_day")),
			said_law(r)));
	say_parts(r);
}

void words_deficient(const struct reading *r)
{
	day due = said_day(r, NULL, "gap_due");

	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，主要材料齐全、符合法定形式，先予受理。下列材料请您%s%s补交：",
			said(r, "matter", "name"), due == DAY_NONE ? "尽快" : "最晚于",
			due == DAY_NONE ? "" : day_words(r->ctx, due)));
	say_items(r, "gaps");
	say_para(r, said(r, NULL, "consequence"));
}

void words_non_acceptance(const struct reading *r)
{
	const char *other = said(r, NULL, "competent_authority");

	say_para(r, mem_fmt(r->ctx, "您申请办理“%s”。经审查，%s。", said(r, "matter", "name"),
			said(r, NULL, "ground_text")));
	if (*said(r, NULL, "reason"))
		say_para(r, mem_fmt(r->ctx, "具体理由：%s", said(r, NULL, "reason")));
	if (*other)
		say_para(r, mem_fmt(r->ctx, "请向%s申请。", other));
	say_para(r, mem_fmt(r->ctx, "%s决定不予受理。", said_law(r)));
	say_remedies(r);
}

void words_withdrawal(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "您提出撤回“%s”的申请，现予确认。这件申请到此结束，各项时限停止计算；以后需要时可以重新申请。",
			said(r, "matter", "name")));
	say_para(r, said(r, NULL, "returned"));
}

void words_termination(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，因下列原因终止办理：", said(r, "matter", "name")));
	say_para(r, said(r, NULL, "reason"));
	if (*said_law(r))
		say_para(r, mem_fmt(r->ctx, "%s特此告知。", said_law(r)));
	say_remedies(r);
}
