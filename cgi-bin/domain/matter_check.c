/* matter_check.c - may a revision be published?  (CAT-5)
 * A guide with an empty part sends people away for nothing; every gap is one sentence for the editor. */
#include "domain/matter.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/number.h"

struct finding {
	void *ctx;
	const struct matter *m;
	struct texts out;
};

static void find(struct finding *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void find(struct finding *f, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	char *s = mem_must(talloc_vasprintf(f->ctx, fmt, args));
	va_end(args);
	f->out.at = mem_grow(f->ctx, f->out.at, const char *, f->out.n + 1);
	f->out.at[f->out.n++] = s;
}

/* --- parts that every guide has --------------------------------------------------------------- */

struct part {
	const char *name; /* as the editor knows it, with the key */
	const char *clause;
	size_t at; /* offset of the text, or of the list */
};

#define PART_TEXT(m, name, clause) {name "（" #m "）", clause, offsetof(struct matter, m)},
static const struct part text_parts[] = {
	PART_TEXT(name, "事项名称", "GD 6.3")
	PART_TEXT(summary, "一句话说明", "GD 6.3")
	PART_TEXT(scope, "受理范围", "GD 6.3")
	PART_TEXT(body, "实施机关", "XZ 5.2")
	PART_TEXT(power_source, "权力来源", "XZ 5.2")
	PART_TEXT(responsible, "办理责任人", "GD 10.2.6.2")
	PART_TEXT(area, "通办范围", "GD 9.6")
	PART_TEXT(quantity_limit, "数量限制", "GD 10.2.6.2")
	PART_TEXT(intermediary, "中介服务", "GD 6.3")
	PART_TEXT(visits_explain, "到办事现场次数的说明", "AY 4.2.4")
	PART_TEXT(delivery_explain, "结果送达的说明", "AY 6.3.3")
	PART_TEXT(fee.standard, "收费标准", "GD 6.3")
	PART_TEXT(fee.basis, "收费依据", "GD 6.3")
	PART_TEXT(contact.enquiry, "咨询电话", "GD 10.2.6.2")
	PART_TEXT(contact.complaint, "投诉电话", "GD 10.2.6.2")
	PART_TEXT(contact.complaint_mail, "投诉邮箱", "GD 10.2.6.2")
	PART_TEXT(contact.complaint_box, "意见箱", "GD 10.2.6.2")
	PART_TEXT(remedies, "救济途径", "ALL 38")
};

#define PART_LIST(m, name, clause) {name "（" #m "）", clause, offsetof(struct matter, m)},
static const struct part list_parts[] = {
	PART_LIST(aliases, "常用搜索词", "GD 6.3")
	PART_LIST(basis, "设立依据", "ZJG 11(3)")
	PART_LIST(conditions, "办理条件", "GD 6.3")
	PART_LIST(materials, "申请材料", "ZJG 11(3)")
	PART_LIST(review_points, "审查要点", "ZJG 11(3)")
	PART_LIST(flow, "办理流程", "ZJG 11(3)")
	PART_LIST(results, "办理结果", "GD 10.2.6.2")
	PART_LIST(faq, "常见问题", "ZJG 11(3)")
	PART_LIST(places, "办理地点和时间", "GD 10.2.6.2")
	PART_LIST(form.sections, "申请表", "GD 6.3")
};

static void parts_check(struct finding *f)
{
	for (size_t i = 0; i < sizeof text_parts / sizeof text_parts[0]; i++) {
		const char *text;
		memcpy(&text, (const char *)f->m + text_parts[i].at, sizeof text);
		if (text_empty(text))
			find(f, "缺少%s。[%s]", text_parts[i].name, text_parts[i].clause);
	}
	for (size_t i = 0; i < sizeof list_parts / sizeof list_parts[0]; i++) {
		size_t n;
		memcpy(&n, (const char *)f->m + list_parts[i].at + offsetof(struct texts, n), sizeof n);
		if (n == 0)
			find(f, "缺少%s。[%s]", list_parts[i].name, list_parts[i].clause);
	}
	if (f->m->objects == 0)
		find(f, "缺少服务对象（objects）。[CQ 4.2.1.1]");
	if (f->m->channels == 0)
		find(f, "缺少办理方式（channels）。[GD 9.5]");
	if (f->m->delivery == 0)
		find(f, "缺少结果领取方式（delivery）。[ZJG 10]");
}

static void texts_check(struct finding *f, const char *name, const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (text_empty(t->at[i]))
			find(f, "%s第 %zu 项是空的。", name, i + 1);
}

/* --- the code (CQ 4.2.3; domain D.1) ---------------------------------------------------------- */

static void code_check(struct finding *f)
{
	const char *code = f->m->code, *wrong = task_code_wrong(code);

	if (wrong || strlen(code) != TASK_CODE_LEN) {
		find(f, "实施编码（code）：%s", wrong ? wrong : "要有 31 位，不带业务办理项编码。");
		return;
	}
	if (code[18] != '1' + f->m->level)
		find(f, "实施编码（code）的第 19 位应是 %d，与行使层级（level）一致。", f->m->level + 1);
	if (strcmp(code + 19, f->m->catalog_code) != 0)
		find(f, "实施编码（code）的后 12 位应与基本编码（catalog_code）一致。");
}

/* --- materials (D.2; ALL 31; OSR 7) ----------------------------------------------------------- */

static void material_rule_check(struct finding *f, const struct matter_material *mat)
{
	const char *bad = NULL;

	if (mat->necessity == NEED_CONDITIONAL && (!mat->when || text_empty(mat->condition)))
		find(f, "材料“%s”按条件提交，要写明条件（when 和 condition）。", mat->name);
	if (mat->when && !mform_rule_known(&f->m->form, mat->when, &bad))
		find(f, "材料“%s”的条件（when）引用了申请表里没有的“%s”。", mat->name, text_or(bad, ""));
	if (mat->when && text_empty(mat->condition))
		find(f, "材料“%s”有条件（when），要用一句话说明（condition）。", mat->name);
}

static void material_check(struct finding *f, const struct matter_material *mat)
{
	const struct matter_settings *s = &f->m->settings;

	if (mat->review_points.n == 0)
		find(f, "材料“%s”缺少审查要点（review_points）。[ZJG 11(3)]", mat->name);
	texts_check(f, mem_fmt(f->ctx, "材料“%s”的审查要点", mat->name), &mat->review_points);
	if (mat->type == MATERIAL_FORM && (text_empty(mat->sample.text) || text_empty(mat->blank.text)))
		find(f, "材料“%s”是申请表，要有示范文本（sample）和空白表（blank）。[ZJG 11(3)]", mat->name);
	if (!mat->waivable_by_share && text_empty(mat->sample.text))
		find(f, "材料“%s”缺少示范文本（sample）。[ZJG 11(3)]", mat->name);
	if (text_empty(mat->good))
		find(f, "材料“%s”要写明怎样算合格（good）。", mat->name);
	if (text_empty(mat->legal_basis))
		find(f, "材料“%s”缺少依据（legal_basis）。[ALL 31]", mat->name);
	if (mat->kinds == 0)
		find(f, "材料“%s”要写明可以上传哪些类型的文件（kinds）。", mat->name);
	if (mat->max_mb < 1 || mat->max_mb > 20)
		find(f, "材料“%s”的文件大小上限（max_mb）要在 1 到 20 之间。", mat->name);
	if (mat->copies < 1 || mat->copies > 20)
		find(f, "材料“%s”的份数（copies）要在 1 到 20 之间。", mat->name);
	if (mat->source != SOURCE_APPLICANT && text_empty(mat->issuer))
		find(f, "材料“%s”不是申请人自备的，要写明由谁出具（issuer）。", mat->name);
	if (mat->waivable_by_share && text_empty(mat->e_licence_code))
		find(f, "材料“%s”免于提交，要写明对应的电子证照（e_licence_code）。[OSR 7]", mat->name);
	if (mat->necessity == NEED_GAP && !s->allow_deficient)
		find(f, "材料“%s”可以容缺，但本事项没有开通容缺受理（settings.allow_deficient）。[ZJG 8(3)]", mat->name);
	if (mat->commitment_replaceable && !s->allow_commitment)
		find(f, "材料“%s”可以承诺代替，但本事项没有开通告知承诺（settings.allow_commitment）。[CQ 5.3.1]",
		     mat->name);
	if (mat->from_form && mat->type != MATERIAL_FORM)
		find(f, "材料“%s”不是申请表，不能用网上填写代替（from_form）。", mat->name);
	material_rule_check(f, mat);
}

static bool key_fine(const char *key)
{
	size_t n = strlen(key);

	return n > 0 && n <= 40 && strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

static void materials_check(struct finding *f)
{
	for (size_t i = 0; i < f->m->materials.n; i++) {
		const struct matter_material *mat = &f->m->materials.at[i];
		if (!key_fine(mat->key) || matter_material(f->m, mat->key) != mat)
			find(f, "材料“%s”的 key 要用小写字母、数字和下划线，不能重复。", mat->name);
		material_check(f, mat);
	}
}

/* --- limits (CQ 5.7; ALL 42, 45) -------------------------------------------------------------- */

/* Days at most, to compare limits of different units: a working day is never shorter than a natural one. */
static int64_t limit_days(const struct matter_limit *l)
{
	static const int64_t days[] = {[CLOCK_WORKING_DAY] = 2, [CLOCK_HALF_DAY] = 1, [CLOCK_NATURAL_DAY] = 2,
				       [CLOCK_MONTH] = 60};

	return l->n * days[l->unit];
}

static void limit_check(struct finding *f, const char *name, const struct matter_limit *l)
{
	if (l->n < 1 || l->n > (l->unit == CLOCK_MONTH ? 120 : CLOCK_AMOUNT_MAX))
		find(f, "缺少%s，或者天数不对。[ZJG 11(3)]", name);
	if (text_empty(l->explain))
		find(f, "%s要有一句说明（explain）。", name);
}

static void limits_check(struct finding *f)
{
	const struct matter_limits *l = &f->m->limits;

	limit_check(f, "法定时限（limits.legal）", &l->legal);
	limit_check(f, "承诺时限（limits.promised）", &l->promised);
	if (limit_days(&l->promised) > limit_days(&l->legal))
		find(f, "承诺时限不能比法定时限长。[CQ 5.7.1]");
	if (l->extension.n > 1 || l->delivery.n > 1)
		find(f, "延期（extension）和送达（delivery）时限各只能有一项。");
	for (size_t i = 0; i < l->special.n; i++) {
		const struct matter_special *s = &l->special.at[i];
		if (s->days < 1)
			find(f, "特别程序“%s”要写明最长需要几个工作日（days）。[ALL 45]", s->name);
		/* ALL 45 lists what the legal limit leaves out; a site inspection is not on the list */
		if (s->excludes_from_legal && s->kind >= SPECIAL_ASSESSMENT && f->m->type == MATTER_LICENCE)
			find(f, "“%s”不在行政许可法第四十五条列举的情形里，不能从法定时限中扣除。", s->name);
	}
}

/* --- settings, kinds, form, joint parts -------------------------------------------------------- */

static bool any_material(const struct matter *m, bool commitment)
{
	for (size_t i = 0; i < m->materials.n; i++)
		if (commitment ? m->materials.at[i].commitment_replaceable : m->materials.at[i].necessity == NEED_GAP)
			return true;
	return false;
}

static void settings_check(struct finding *f)
{
	const struct matter_settings *s = &f->m->settings;

	if (s->allow_deficient && (s->gap_days < 1 || !any_material(f->m, false)))
		find(f, "开通了容缺受理，要写明补齐期限（settings.gap_days），并至少有一份可以容缺的材料。[ZJG 8(3)]");
	/* our reading of practice (domain C.4): the gap is closed before the promised limit ends */
	if (s->allow_deficient && f->m->limits.promised.unit == CLOCK_WORKING_DAY &&
	    s->gap_days > f->m->limits.promised.n)
		find(f, "容缺补齐期限（settings.gap_days）不能比承诺时限长。");
	if (s->allow_commitment && (s->check_days < 1 || !any_material(f->m, true) || text_empty(s->commitment_explain)))
		find(f, "开通了告知承诺，要写明核查期限（settings.check_days）、说明（commitment_explain），"
			"并至少有一份可以承诺代替的材料。[CQ 5.3]");
	if (s->mail_within_wd < 1 || s->mail_within_wd > 10)
		find(f, "寄出结果的期限（settings.mail_within_wd）要在 1 到 10 个工作日之间。[ZJG 10(3)]");
}

static const struct matter_part *part_find(const struct matter *m, const char *key, size_t before)
{
	for (size_t i = 0; i < before; i++)
		if (text_eq(m->parts.at[i].key, key))
			return &m->parts.at[i];
	return NULL;
}

/* always_decides - whatever is answered, there is a part that decides. */
static bool always_decides(const struct matter *m)
{
	for (size_t i = 0; i < m->parts.n; i++)
		if (m->parts.at[i].decides && !m->parts.at[i].when)
			return true;
	return false;
}

/* after_decision - it waits, if only through others, for a part that decides. */
static bool after_decision(const struct matter *m, const struct matter_part *p)
{
	for (size_t steps = 0; p && p->after && steps < m->parts.n; steps++) {
		p = part_find(m, p->after, m->parts.n);
		if (p && p->decides)
			return true;
	}
	return false;
}

/* results_check - one decision for all, or one for each: which, has to be said (REV-2, REV-3). */
static void results_check(struct finding *f)
{
	const struct matter *m = f->m;
	size_t results = matter_results(m);

	if (m->parts.n > 0 && results == 0)
		find(f, "要写明由哪个环节作出决定（decides）。[AY 6.2.2]");
	else if (results > 0 && !always_decides(m))
		find(f, "至少要有一个作决定的环节不附条件（when），不然有的申请没有人作决定。[AY 6.2.2]");
	if (results > 1 && mform_find(&m->form, MATTER_COLLECT) < 0)
		find(f, "分别决定的联办件，申请表要有“怎样领结果”（" MATTER_COLLECT "：together、singly）。[CQ 5.5.2]");
	for (size_t i = 0; i < m->parts.n; i++) {
		const struct matter_part *p = &m->parts.at[i];
		if (p->decides && results > 1 && text_empty(p->result))
			find(f, "环节“%s”要写明结果的名称（result）。", p->name);
		if (results == 1 && after_decision(m, p))
			find(f, "环节“%s”排在作决定的环节后面：决定以前它轮不到，决定以后就不用了。", p->name);
		if (p->decides && p->guidance_only)
			find(f, "环节“%s”不能既作决定（decides）又只给指导（guidance_only）。", p->name);
	}
}

/* promised_check - a promise that counts from a part needs one that ends by a decision of its own (F8). */
static void promised_check(struct finding *f)
{
	const char *key = f->m->limits.promised_from;
	const struct matter_part *p = key ? part_find(f->m, key, f->m->parts.n) : NULL;

	if (key && (!p || !p->decides || matter_results(f->m) < 2))
		find(f, "承诺时限的起算环节（limits.promised_from）要引用一个单独作决定的环节。[CQ 5.7.1]");
}

static void joint_check(struct finding *f)
{
	const struct matter *m = f->m;

	if (m->kind == MATTER_JOINT && (m->parts.n < 2 || m->joint_depts.n == 0))
		find(f, "联办件要写明联办部门（joint_depts）和至少两个办理环节（parts）。[AY 6.2.2; CQ 5.6.2]");
	if (m->kind != MATTER_JOINT && m->parts.n > 0)
		find(f, "只有联办件才有办理环节（parts）。");
	for (size_t i = 0; i < m->parts.n; i++) {
		const struct matter_part *p = &m->parts.at[i];
		const char *bad = NULL;
		if (!key_fine(p->key) || part_find(m, p->key, i))
			find(f, "环节“%s”的 key 要用小写字母、数字和下划线，不能重复。", p->name);
		if (p->after && !part_find(m, p->after, i))
			find(f, "环节“%s”的 after 要引用排在前面的环节。", p->name);
		if (p->when && !mform_rule_known(&m->form, p->when, &bad))
			find(f, "环节“%s”的条件（when）引用了申请表里没有的“%s”。", p->name, text_or(bad, ""));
		if (p->on_promise && !mform_rule_known(&m->form, p->on_promise, &bad))
			find(f, "环节“%s”的承诺条件（on_promise）引用了申请表里没有的“%s”。", p->name, text_or(bad, ""));
		if (p->days < 1)
			find(f, "环节“%s”要写明最长几个工作日（days）。", p->name);
	}
}

/* An applicant who may be represented is asked for all of D.3: name, document, number, powers, until when. */
static void agent_check(struct finding *f)
{
	static const char *const keys[] = {"agent_name",  "agent_id_type", "agent_id_no",
					   "agent_phone", "agent_scope",   "agent_until"};

	if (mform_find(&f->m->form, MFORM_BY_AGENT) < 0)
		return;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (mform_find(&f->m->form, keys[i]) < 0)
			find(f, "申请表可以由代理人填写，缺少代理人项目 %s。[ALL 29]", keys[i]);
}

/* Whoever may apply must find fields to fill in, and a number by which they are known. */
static void applicants_check(struct finding *f)
{
	const struct mform *form = &f->m->form;

	for (int w = 0; w < 3; w++) {
		uint32_t who = UINT32_C(1) << w;
		size_t fields = 0;
		for (size_t i = 0; i < form->nfields; i++) {
			uint32_t to = form->field[i]->applies_to, section = form->sections.at[form->field[i]->section].applies_to;
			fields += (to & who) != 0 && (section & who) != 0;
		}
		if ((f->m->objects & who) && fields == 0)
			find(f, "服务对象有“%s”，但申请表没有给他们填的项目。", matter_object_names[w]);
	}
}

static void lists_check(struct finding *f)
{
	const struct matter *m = f->m;

	texts_check(f, "常用搜索词（aliases）", &m->aliases);
	texts_check(f, "办理条件（conditions）", &m->conditions);
	texts_check(f, "审查要点（review_points）", &m->review_points);
	for (size_t i = 0; i < m->basis.n; i++)
		if (text_empty(m->basis.at[i].title) || text_empty(m->basis.at[i].article))
			find(f, "设立依据第 %zu 项要有名称和条文号。", i + 1);
	for (size_t i = 0; i < m->places.n; i++)
		if (m->places.at[i].windows.n == 0 || m->places.at[i].hours.n == 0)
			find(f, "办理地点“%s”要写明窗口（windows）和时间（hours）。", m->places.at[i].name);
	for (size_t i = 0; i < m->faq.n; i++)
		if (text_empty(m->faq.at[i].q) || text_empty(m->faq.at[i].a))
			find(f, "常见问题第 %zu 项要有问和答。", i + 1);
	for (size_t i = 0; i < m->results.n; i++)
		if (text_empty(m->results.at[i].valid) || text_empty(m->results.at[i].sample))
			find(f, "办理结果“%s”要写明有效期（valid）和样本（sample）。", m->results.at[i].name);
}

struct texts matter_check(void *ctx, const struct matter *m)
{
	static void (*const checks[])(struct finding *) = {parts_check,	  code_check,  lists_check,	 materials_check,
							   limits_check,  settings_check, joint_check,	 results_check, promised_check,
							   agent_check,	  applicants_check};
	struct finding f = {ctx, m, {NULL, 0}};

	for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
		checks[i](&f);
	return f.out;
}
