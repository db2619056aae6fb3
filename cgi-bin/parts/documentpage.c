#include "parts/documentpage.h"

#include <string.h>

#include "base/text.h"
#include "domain/clock.h"
#include "domain/mask.h"
#include "domain/number.h"
#include "wrap/qr.h"

#define KIND(k) (UINT32_C(1) << DOCUMENT_##k)
#define ACCEPTANCES (KIND(ACCEPTANCE_NOTICE) | KIND(DEEMED_NOTICE))
#define REFUSALS (KIND(NON_ACCEPTANCE) | KIND(TERMINATION))
#define ALL_KINDS (~UINT32_C(0))
#define FACT_NARROW 27 /* bytes of a fact that fits into half the width: nine characters */

struct sheet { /* what is being printed */
	const struct documentpage *page;
	void *ctx;
	const struct json *data;
	uint32_t kind; /* KIND bit */
	struct tpl *d;
};

/* --- reading the data ----------------------------------------------------------------------------- */

static const char *text_at(const struct sheet *s, const char *part, const char *key)
{
	return text_or(json_text(part ? json_get(s->data, part) : s->data, key), "");
}

static day day_at(const struct sheet *s, const char *part, const char *key)
{
	day d = DAY_NONE;

	day_parse(mem_fmt(s->ctx, "%.10s", text_at(s, part, key)), &d);
	return d;
}

static const char *day_words(void *ctx, day d)
{
	int y, m, md;

	if (d == DAY_NONE)
		return "";
	day_split(d, &y, &m, &md);
	return mem_fmt(ctx, "%d年%d月%d日", y, m, md);
}

/* name_at - of the applicant or the agent; an organisation's name is public. */
static const char *name_at(const struct sheet *s, const char *part)
{
	const char *name = text_at(s, part, "name"), *kind = text_at(s, part, "kind");
	bool person = !*kind || text_eq(kind, "natural");

	return s->page->masked && person && *name ? mask_name(s->ctx, name) : name;
}

static void text_shown(struct tpl *d, enum tpl_name section, enum tpl_name name, const char *text)
{
	if (!text_empty(text))
		tpl_text(tpl_add(d, section), name, text);
}

/* --- what every sheet has ------------------------------------------------------------------------- */

static enum err qr_show(const struct sheet *s)
{
	const struct casework *w = s->page->w;
	const struct document *doc = s->page->doc;
	const char *token = case_token(s->ctx, w->keys, doc->ref, doc->token_version);
	struct tpl *d = tpl_include(s->d, T_QR, TPL_layout_qr);
	struct qr qr;

	TRY(qr_make(s->ctx, mem_fmt(s->ctx, "%s/t/%s", w->conf->base_url, token), &qr));
	tpl_int(d, T_QR_SIZE, qr.size);
	tpl_text(d, T_QR_PATH, qr.path);
	tpl_text(d, T_QR_LABEL, "二维码：打开本件的进度页");
	return ERR_NONE;
}

static void heads_show(const struct sheet *s)
{
	const char *authority = text_at(s, NULL, "authority");

	tpl_text(s->d, T_DOC_TITLE, s->page->doc->title);
	tpl_text(s->d, T_CENTRE_NAME, text_at(s, NULL, "centre"));
	tpl_text(s->d, T_AUTHORITY, text_or(authority, text_at(s, NULL, "centre")));
	tpl_text(s->d, T_NUMBER, s->page->doc->number);
	text_shown(s->d, T_NUMBER_SHOWN, T_NUMBER, s->page->doc->number);
	text_shown(s->d, T_CHAIN_SHOWN, T_CHAIN, text_at(s, NULL, "chain"));
	tpl_text(s->d, T_ISSUED_DAY, day_words(s->ctx, day_at(s, NULL, "issued_day")));
	tpl_text(s->d, T_CONTACT, text_at(s, "consult", "contact"));
	tpl_text(s->d, T_CONSULT_PHONE, text_at(s, "consult", "phone"));
	tpl_text(s->d, T_SUPERVISE_PHONE, text_at(s, "supervise", "phone"));
	tpl_show_if(s->d, T_CONSULT_SHOWN, *text_at(s, "consult", "phone"));
	tpl_show_if(s->d, T_SUPERVISE_SHOWN, *text_at(s, "supervise", "phone"));
	tpl_text(s->d, T_ADDRESSEE, name_at(s, "applicant"));
}

static const char *row_state(const struct sheet *s, const struct json *m)
{
	int64_t files = json_int(m, "files", 0);

	if (text_eq(json_text(m, "state"), "uploaded") && files > 0)
		return mem_fmt(s->ctx, "已上传 %lld 个文件", (long long)files);
	return text_or(json_text(m, "state_name"), "");
}

static void row_show(const struct sheet *s, struct tpl *table, const struct json *m, int64_t seq, bool forms)
{
	struct tpl *row = tpl_add(table, T_TABLE_ROW);

	tpl_int(row, T_ROW_SEQ, seq);
	tpl_text(row, T_ROW_NAME, json_text(m, "name"));
	tpl_text(row, T_ROW_STATE, row_state(s, m));
	if (!forms)
		return;
	struct tpl *f = tpl_add(row, T_ROW_FORMS);
	tpl_text(f, T_ROW_FORM, json_text(m, "form"));
	tpl_int(f, T_ROW_COPIES, json_int(m, "copies", 1));
}

/* table_show - a list of materials; the supplements' list tells no forms and copies. */
static void table_show(const struct sheet *s, const char *list, const char *title)
{
	const struct json *rows = json_get(s->data, list);
	size_t n = json_count(rows);

	if (n == 0)
		return;
	struct tpl *t = tpl_add(s->d, T_TABLE);
	bool forms = json_text(json_at(rows, 0), "form") != NULL;
	tpl_text(t, T_TABLE_TITLE, title);
	tpl_show_if(t, T_TABLE_FORMS, forms);
	for (size_t i = 0; i < n; i++)
		row_show(s, t, json_at(rows, i), (int64_t)i + 1, forms);
}

static void items_show(const struct sheet *s, struct tpl *box, const char *list)
{
	const struct json *items = json_get(s->data, list);

	for (size_t i = 0; i < json_count(items); i++) {
		const struct json *it = json_at(items, i);
		struct tpl *row = tpl_add(box, T_ITEM);
		const char *reason = text_or(json_text(it, "reason"), "");
		tpl_text(row, T_ITEM_NAME, json_text(it, "name"));
		tpl_text(row, T_ITEM_REASON, reason);
		tpl_text(row, T_ITEM_REMEDY, json_text(it, "remedy"));
		tpl_show_if(row, T_ITEM_WHY, *reason);
		tpl_show_if(row, T_ITEM_MISSING, text_eq(json_text(it, "box"), "missing"));
		tpl_show_if(row, T_ITEM_NOT_IN_FORM, text_eq(json_text(it, "box"), "not_in_form"));
	}
}

/* --- receipts ------------------------------------------------------------------------------------- */

/* next_show - one line of "what happens next"; due: key of a clock whose last day is named, or NULL. */
static void next_show(const struct sheet *s, struct tpl *box, const char *what, const char *due, const char *then)
{
	struct tpl *d = tpl_add(box, T_NEXT);
	day last = due ? day_at(s, "due", due) : DAY_NONE;

	tpl_text(d, T_NEXT_WHAT, what);
	tpl_text(d, T_NEXT_THEN, then);
	if (last == DAY_NONE)
		return;
	int32_t days = clock_between(s->page->w->calendar, day_at(s, NULL, "issued_day"), last);
	struct tpl *by = tpl_add(d, T_NEXT_DUE);
	tpl_text(by, T_NEXT_DAY, day_words(s->ctx, last));
	if (days > 0)
		tpl_int(tpl_add(by, T_NEXT_DAYS_SHOWN), T_NEXT_DAYS, days);
}

static void limits_next(const struct sheet *s, struct tpl *box)
{
	const char *legal = text_at(s, "limits", "legal"), *promised = text_at(s, "limits", "promised");

	next_show(s, box,
		  mem_fmt(s->ctx, "审查和决定：从受理的第二天算起，我们承诺%s内办好（法定%s）。", text_or(promised, legal), legal),
		  NULL, "");
	next_show(s, box, mem_fmt(s->ctx, "结果：%s。", text_at(s, "case", "delivery_name")), NULL, "");
}

static void submission_next(const struct sheet *s, struct tpl *box)
{
	next_show(s, box, "预审：工作人员看您的材料，", "feedback", "答复您；有要改的，会一次说清。");
	next_show(s, box, "收件和受理：预审通过后窗口收件，5 个工作日内告诉您是否受理；要补正的，一次告知全部内容。", NULL, "");
	limits_next(s, box);
}

static void supplement_next(const struct sheet *s, struct tpl *box)
{
	next_show(s, box, "受理：窗口看您补正的材料，", "correction", "告诉您是否受理。");
	limits_next(s, box);
}

static void party_show(const struct sheet *s)
{
	tpl_text(s->d, T_APPLICANT_NAME, name_at(s, "applicant"));
	tpl_text(s->d, T_APPLICANT_ID, text_at(s, "applicant", "id_mask"));
	if (*text_at(s, "agent", "name")) {
		struct tpl *a = tpl_add(s->d, T_AGENT_SHOWN);
		tpl_text(a, T_AGENT_NAME, name_at(s, "agent"));
		tpl_text(a, T_AGENT_ID, text_at(s, "agent", "id_mask"));
	}
}

/* query_code - as printed: two groups of three, easier to read and to dictate. */
static const char *query_code(const struct sheet *s)
{
	char code[QUERY_CODE_TEXT];

	query_code_make(s->page->w->keys, text_at(s, "case", "case_no"), code);
	return mem_fmt(s->ctx, "%.3s %s", code, code + 3);
}

static void receipt_fill(const struct sheet *s)
{
	bool submission = s->kind == KIND(SUBMISSION_RECEIPT);
	struct tpl *next = tpl_add(s->d, T_NEXT_SHOWN);

	party_show(s);
	tpl_text(s->d, T_SHORT_NO, text_at(s, "case", "short_no"));
	tpl_text(s->d, T_CASE_NO_LINE, mem_fmt(s->ctx, "办件全号 %s", text_at(s, "case", "case_no")));
	if (s->page->with_code)
		tpl_text(tpl_add(s->d, T_CODE_SHOWN), T_CODE, query_code(s));
	tpl_text(s->d, T_MATTER_NAME, text_at(s, "matter", "name"));
	tpl_text(s->d, T_WHEN_LABEL, submission ? "提交时间" : "收到补正的时间");
	tpl_minute(s->d, T_WHEN, s->page->doc->issued_at);
	tpl_text(s->d, T_PROGRESS_URL, mem_fmt(s->ctx, "%s/progress", s->page->w->conf->base_url));
	table_show(s, submission ? "materials" : "items", submission ? "已提交的材料" : "收到的补正材料");
	(submission ? submission_next : supplement_next)(s, next);
	tpl_text(s->d, T_FOOT,
		 submission ? "本回执只证明您已经提交申请，不是受理通知书。请保管好查询码，不要给不认识的人。"
			    : "本凭证只证明已经收到上面的补正材料，不是受理通知书。");
}

/* --- the one-time notice: stub and reply on one sheet (CQ App A) ---------------------------------- */

static void one_time_fill(const struct sheet *s)
{
	struct tpl *stub = tpl_add(s->d, T_STUB), *reply = tpl_add(s->d, T_REPLY);

	tpl_text(s->d, T_BODY_TEXT, text_at(s, NULL, "body"));
	tpl_text(s->d, T_LEAD_TEXT, text_at(s, NULL, "lead"));
	tpl_text(s->d, T_CLOSING_TEXT, text_at(s, NULL, "closing"));
	items_show(s, stub, "items");
	items_show(s, reply, "items");
}

/* --- letters: everything else --------------------------------------------------------------------- */

static void para(const struct sheet *s, const char *text)
{
	if (!text_empty(text))
		tpl_text(tpl_add(s->d, T_PARA), T_PARA_TEXT, text);
}

static const char *law_words(const struct sheet *s)
{
	const char *law = text_at(s, NULL, "law");

	return *law ? mem_fmt(s->ctx, "依据%s，", law) : "";
}

static void letter_opinion(const struct sheet *s)
{
	bool passed = json_bool(s->data, "passed", false);

	para(s, !passed ? mem_fmt(s->ctx, "您网上申请“%s”的材料已经看过，有下面这些地方要改。这是全部问题，改好后重新提交就可以。",
				text_at(s, "matter", "name"))
		      : mem_fmt(s->ctx, "您网上申请“%s”的材料已经看过，预审通过。接下来由窗口收件。",
				text_at(s, "matter", "name")));
	para(s, text_at(s, NULL, "reason"));
}

static void letter_slip(const struct sheet *s)
{
	day due = day_at(s, "due", "correction");

	para(s, mem_fmt(s->ctx, "您申请办理“%s”的材料，本窗口已于%s收到，材料清单见下表。", text_at(s, "matter", "name"),
			day_words(s->ctx, day_at(s, "case", "received_day"))));
	if (due != DAY_NONE)
		para(s, mem_fmt(s->ctx,
				"最晚%s告诉您是否受理。需要补正的，在这一天以前一次告知全部内容；到期没有告知的，"
				"依照《中华人民共和国行政许可法》第三十二条，自收到申请材料之日起即为受理。",
				day_words(s->ctx, due)));
}

static void letter_acceptance(const struct sheet *s)
{
	para(s, mem_fmt(s->ctx, "您申请办理的“%s”，申请材料齐全、符合法定形式。%s决定予以受理。", text_at(s, "matter", "name"),
			law_words(s)));
	if (json_count(json_get(s->data, "gaps")) > 0)
		para(s, "其中有材料允许以后补交，见随附的容缺受理通知书。");
}

static void letter_deemed(const struct sheet *s)
{
	para(s, mem_fmt(s->ctx,
			"您申请办理的“%s”，本机关于%s收到申请材料后，没有在法定期限内一次告知需要补正的全部内容。"
			"%s您的申请自收到申请材料之日起即为受理。",
			text_at(s, "matter", "name"), day_words(s->ctx, day_at(s, "case", "received_day")),
			law_words(s)));
}

static void letter_deficient(const struct sheet *s)
{
	day due = day_at(s, NULL, "gap_due");

	para(s, mem_fmt(s->ctx, "您申请办理的“%s”，主要材料齐全、符合法定形式，先予受理。下列材料请您%s%s补交：",
			text_at(s, "matter", "name"), due == DAY_NONE ? "尽快" : "最晚于",
			due == DAY_NONE ? "" : day_words(s->ctx, due)));
	items_show(s, tpl_add(s->d, T_ITEMS), "gaps");
	para(s, text_at(s, NULL, "consequence"));
}

static void letter_non_acceptance(const struct sheet *s)
{
	const char *other = text_at(s, NULL, "competent_authority");

	para(s, mem_fmt(s->ctx, "您申请办理“%s”。经审查，%s。", text_at(s, "matter", "name"),
			text_at(s, NULL, "ground_text")));
	if (*text_at(s, NULL, "reason"))
		para(s, mem_fmt(s->ctx, "具体理由：%s", text_at(s, NULL, "reason")));
	if (*other)
		para(s, mem_fmt(s->ctx, "请向%s申请。", other));
	para(s, mem_fmt(s->ctx, "%s决定不予受理。", law_words(s)));
}

static void letter_withdrawal(const struct sheet *s)
{
	para(s, mem_fmt(s->ctx, "您提出撤回“%s”的申请，现予确认。这件申请到此结束，各项时限停止计算；以后需要时可以重新申请。",
			text_at(s, "matter", "name")));
	para(s, text_at(s, NULL, "returned"));
}

static void letter_termination(const struct sheet *s)
{
	para(s, mem_fmt(s->ctx, "您申请办理的“%s”，因下列原因终止办理：", text_at(s, "matter", "name")));
	para(s, text_at(s, NULL, "reason"));
	if (*law_words(s))
		para(s, mem_fmt(s->ctx, "%s特此告知。", law_words(s)));
}

/* facts - the rows of the table in a letter: label, where in the data, and in which kinds of letter. */
enum fact_style { AS_TEXT, AS_DAY, AS_CODE, AS_NAME };
static const struct fact {
	const char *label;
	const char *part, *key;
	enum fact_style style;
	uint32_t kinds;
} facts[] = {
	{"办件编号", "case", "short_no", AS_TEXT, ALL_KINDS},
	{"查询码", NULL, NULL, AS_CODE, KIND(RECEIPT_SLIP) | ACCEPTANCES},
	{"事项名称", "matter", "name", AS_TEXT, ALL_KINDS},
	{"事项编码", "matter", "code", AS_TEXT, ALL_KINDS},
	{"申请人", "applicant", "name", AS_NAME, ALL_KINDS},
	{"证件号码", "applicant", "id_mask", AS_TEXT, ALL_KINDS},
	{"代理人", "agent", "name", AS_NAME, ALL_KINDS},
	{"联系电话", "applicant", "phone_mask", AS_TEXT, KIND(RECEIPT_SLIP) | ACCEPTANCES},
	{"申请方式", "case", "channel_name", AS_TEXT, ALL_KINDS},
	{"收到日期", "case", "received_day", AS_DAY, ALL_KINDS},
	{"受理日期", "case", "accepted_day", AS_DAY, ACCEPTANCES | KIND(DEFICIENT_NOTICE)},
	{"法定时限", "limits", "legal", AS_TEXT, ACCEPTANCES},
	{"法定办结日期", "due", "legal", AS_DAY, ACCEPTANCES},
	{"承诺时限", "limits", "promised", AS_TEXT, ACCEPTANCES},
	{"应办结日期", "due", "promised", AS_DAY, ACCEPTANCES},
	{"特别程序", NULL, "special", AS_TEXT, ACCEPTANCES},
	{"业务主管部门", "dept", "name", AS_TEXT, ALL_KINDS},
	{"领取方式", "case", "delivery_name", AS_TEXT, KIND(RECEIPT_SLIP) | ACCEPTANCES},
	{"收费", NULL, "fee", AS_TEXT, ACCEPTANCES},
	{"办理地点", "place", "address", AS_TEXT, KIND(RECEIPT_SLIP) | ACCEPTANCES | REFUSALS},
};

struct row { /* of the table of facts, found and to be shown */
	const char *name, *text;
};

static bool is_narrow(const struct row *r)
{
	return strlen(r->text) <= FACT_NARROW;
}

/* rows_show - two beside each other where both are short; whoever is left alone gets the whole width. */
static void rows_show(const struct sheet *s, const struct row *rows, size_t n)
{
	bool pair_open = false;

	for (size_t i = 0; i < n; i++) {
		bool paired = pair_open || (is_narrow(&rows[i]) && i + 1 < n && is_narrow(&rows[i + 1]));
		struct tpl *row = tpl_add(s->d, T_FACT);
		tpl_text(row, T_FACT_NAME, rows[i].name);
		tpl_text(row, T_FACT_TEXT, rows[i].text);
		tpl_show_if(row, T_FACT_WIDE, !paired);
		pair_open = paired && !pair_open;
	}
}

static const char *fact_text(const struct sheet *s, const struct fact *f)
{
	if (f->style == AS_CODE)
		return s->page->with_code ? query_code(s) : "";
	if (f->style == AS_NAME)
		return name_at(s, f->part);
	return f->style == AS_DAY ? day_words(s->ctx, day_at(s, f->part, f->key)) : text_at(s, f->part, f->key);
}

static void facts_show(const struct sheet *s)
{
	struct row rows[sizeof facts / sizeof facts[0]];
	size_t n = 0;

	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		const char *text = facts[i].kinds & s->kind ? fact_text(s, &facts[i]) : "";
		if (!text_empty(text))
			rows[n++] = (struct row){facts[i].label, text};
	}
	rows_show(s, rows, n);
}

static const struct letter {
	enum document_kind kind;
	void (*paras)(const struct sheet *s);
	const char *seal; /* words where the seal goes */
} letters[] = {
	{DOCUMENT_PRE_REVIEW_OPINION, letter_opinion, "在线预审"},
	{DOCUMENT_RECEIPT_SLIP, letter_slip, "收件专用章"},
	{DOCUMENT_ACCEPTANCE_NOTICE, letter_acceptance, "受理专用章"},
	{DOCUMENT_DEEMED_NOTICE, letter_deemed, "受理专用章"},
	{DOCUMENT_DEFICIENT_NOTICE, letter_deficient, "受理专用章"},
	{DOCUMENT_NON_ACCEPTANCE, letter_non_acceptance, "（印章）"},
	{DOCUMENT_WITHDRAWAL, letter_withdrawal, "（印章）"},
	{DOCUMENT_TERMINATION, letter_termination, "（印章）"},
};

static void remedies_show(const struct sheet *s)
{
	const struct json *list = json_get(s->data, "remedies");
	struct tpl *box = json_count(list) ? tpl_add(s->d, T_REMEDIES) : NULL;

	for (size_t i = 0; i < json_count(list); i++)
		tpl_text(tpl_add(box, T_REMEDY), T_REMEDY_TEXT, json_str(json_at(list, i)));
}

/* officer_show - who issued it; not the applicant's own name, on a letter that answers what they did (withdrawal). */
static void officer_show(const struct sheet *s)
{
	const char *a_post = text_at(s, NULL, "acting_for"), *officer = text_at(s, NULL, "officer");

	if (text_empty(text_at(s, NULL, "post")))
		return;
	text_shown(s->d, T_OFFICER_SHOWN, T_OFFICER,
		   *a_post ? mem_fmt(s->ctx, "%s（代%s）", officer, a_post) : officer);
}

static void letter_fill(const struct sheet *s)
{
	const struct letter *letter = NULL;

	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
		if (letters[i].kind == s->page->doc->form->kind)
			letter = &letters[i];
	if (letter) {
		letter->paras(s);
		tpl_text(s->d, T_SEAL_TEXT, letter->seal);
	}
	if (s->kind == KIND(PRE_REVIEW_OPINION) && json_count(json_get(s->data, "items")))
		items_show(s, tpl_add(s->d, T_ITEMS), "items");
	if (s->kind & (KIND(RECEIPT_SLIP) | ACCEPTANCES))
		table_show(s, "materials", "申请材料");
	facts_show(s);
	remedies_show(s);
	tpl_show_if(s->d, T_SIGN_SHOWN, s->kind & (KIND(RECEIPT_SLIP) | ACCEPTANCES | REFUSALS));
	officer_show(s);
}

/* --- the sheet ------------------------------------------------------------------------------------ */

enum err documentpage_show(const struct documentpage *p, struct tpl *d)
{
	uint32_t kind = UINT32_C(1) << p->doc->form->kind;
	bool receipt = kind & (KIND(SUBMISSION_RECEIPT) | KIND(SUPPLEMENT_RECEIPT));
	enum tpl_file file = receipt			      ? TPL_parts_document_receipt
			     : kind == KIND(ONE_TIME_NOTICE) ? TPL_parts_document_one_time
							      : TPL_parts_document_letter;
	struct sheet s = {p, p->w->ctx, p->doc->data, kind, tpl_include(d, T_DOCUMENT, file)};

	heads_show(&s);
	if (kind == KIND(ONE_TIME_NOTICE)) {
		one_time_fill(&s);
		return ERR_NONE;
	}
	(receipt ? receipt_fill : letter_fill)(&s);
	return qr_show(&s);
}
