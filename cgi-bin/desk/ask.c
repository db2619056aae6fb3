/* ask.c - what an act has to bring with it beside verdicts: one row per ASK_ bit of the lifecycle.  The page of an act asks
 * for what the rows of its bits ask for, and for nothing else; what is missing is said beside the field. */
#include "base/text.h"
#include "desk/ask.h"
#include "desk/desk.h"
#include "domain/case_part.h"
#include "domain/clock.h"
#include "domain/identity.h"
#include "parts/duetag.h"

#define INSPECTORS 4

/* --- words -------------------------------------------------------------------------------------------- */

/* What an act calls its reason, which the applicant is told, and its note, which stays inside. */
static const struct words {
	enum action action;
	const char *reason, *reason_help, *note, *note_help;
} words[] = {
	{ACTION_OPINE, NULL, NULL, "意见的理由", "写明查了什么、依据是什么。只供内部查看，不告诉申请人。"},
	{ACTION_SPECIAL_START, "启动的理由", "写进《特别程序告知书》，告诉申请人。", NULL, NULL},
	{ACTION_SPECIAL_END, "结果", "告诉申请人，例如：现场布局和图纸一致，符合要求。", NULL, NULL},
	{ACTION_SUSPEND, "中止的理由", "写进《中止办理告知书》，告诉申请人，并写明什么时候可以恢复。", NULL, NULL},
	{ACTION_RESUME, "恢复的理由", "写进《恢复办理告知书》，告诉申请人。", NULL, NULL},
	{ACTION_EXTEND, "延期的理由", "写进《延期告知书》，告诉申请人。", NULL, NULL},
	{ACTION_REFUSE, "不予的理由", "写明哪一项不符合规定、依据是什么。写进决定书，告诉申请人。", NULL, NULL},
	{ACTION_FORWARD, "初审意见", "写进上报的文书，也告诉申请人。", NULL, NULL},
	{ACTION_MAIL_BACK, "退回的原因", "告诉申请人，例如：地址不对，没有人签收。", NULL, NULL},
	{ACTION_CONFIRM_MAIL, NULL, NULL, "签收情况", "谁、在哪一天签收。"},
	{ACTION_PASS_CHECK, NULL, NULL, "核查情况", "查了什么、结果怎样。只供内部查看。"},
	{ACTION_REVOKE, "撤销的理由", "写进《撤销决定书》，告诉申请人。", NULL, NULL},
	{ACTION_NONE, "理由", "写进文书，告诉申请人。", "情况说明", "记录在案。"},
};

static const struct words *words_of(enum action action)
{
	const struct words *w = words;

	while (w->action != action && w->action != ACTION_NONE)
		w++;
	return w;
}

static const char *reason_name(enum action action)
{
	return text_or(words_of(action)->reason, words_of(ACTION_NONE)->reason);
}

static const char *note_name(enum action action)
{
	return text_or(words_of(action)->note, words_of(ACTION_NONE)->note);
}

static void show_reason(const struct asking *a, struct tpl *t)
{
	tpl_text(t, T_REASON_LABEL, reason_name(a->row->action));
	tpl_text(t, T_REASON_HELP, text_or(words_of(a->row->action)->reason_help, words_of(ACTION_NONE)->reason_help));
}

static void show_note(const struct asking *a, struct tpl *t)
{
	tpl_text(t, T_NOTE_LABEL, note_name(a->row->action));
	tpl_text(t, T_NOTE_HELP, text_or(words_of(a->row->action)->note_help, words_of(ACTION_NONE)->note_help));
}

static void wrong(const struct asking *a, const char *field, const char *say)
{
	form_wrong(a->q->form, field, say);
}

static void check_reason(const struct asking *a, const struct act_form *f)
{
	if (text_empty(f->reason))
		wrong(a, "reason", mem_fmt(a->q->ctx, "请写明%s。", reason_name(a->row->action)));
}

static void check_note(const struct asking *a, const struct act_form *f)
{
	if (text_empty(f->note))
		wrong(a, "note", mem_fmt(a->q->ctx, "请写明%s。", note_name(a->row->action)));
}

static void check_ground(const struct asking *a, const struct act_form *f)
{
	if (text_empty(f->ground))
		wrong(a, "ground", "请选择属于哪种情形。");
	else if (text_eq(f->ground, "other_authority") && text_empty(f->authority))
		wrong(a, "authority", "请写明应当向哪个机关申请，例如：示例市交通运输局。");
}

static void check_stance(const struct asking *a, const struct act_form *f)
{
	if (text_empty(f->stance))
		wrong(a, "stance", "请选择同意还是不同意。");
}

/* --- procedures, suspension, extension ----------------------------------------------------------------- */

/* clock_effect - what happens to the two limits meanwhile (domain 0-6). */
static const char *clock_effect(bool legal, bool promised)
{
	static const char *const said[2][2] = {
		{"这段时间，法定时限和承诺时限都照常计算。", "这段时间，法定时限照常计算，承诺时限暂停。"},
		{"这段时间，法定时限暂停，承诺时限照常计算。", "这段时间，法定时限和承诺时限都暂停。"},
	};
	return said[legal][promised];
}

/* show_limits - the two limits as they are now. */
static void show_limits(const struct asking *a, struct tpl *t)
{
	for (enum clock_name k = CLOCK_LEGAL; k <= CLOCK_PROMISED; k++) {
		if (a->c->due[k] == DAY_NONE)
			continue;
		struct tpl *d = tpl_add(t, T_LIMIT_NOW);
		tpl_text(d, T_LIMIT_NAME, clock_title(k));
		duetag_show(a->q, d, a->c->due[k]);
	}
}

struct choice {
	const char *name, *explain;
	int64_t days; /* 0: no limit */
	bool legal, promised;
};

static void show_choice(const struct asking *a, struct tpl *t, size_t i, const struct choice *c)
{
	const char *no = mem_fmt(a->q->ctx, "%zu", i + 1);
	struct tpl *d = tpl_add(t, T_PROCEDURE_CHOICE);
	tpl_text(d, T_PROCEDURE_NO, no);
	tpl_text(d, T_PROCEDURE_NAME, c->name);
	tpl_text(d, T_PROCEDURE_EXPLAIN, c->explain);
	tpl_text(d, T_CLOCK_EFFECT, clock_effect(c->legal, c->promised));
	tpl_show_if(d, T_PROCEDURE_ON, text_eq(form_raw(a->q->form, "procedure"), no));
	if (c->days)
		tpl_int(tpl_add(d, T_PROCEDURE_MOST), T_MOST_DAYS, c->days);
}

static void show_special(const struct asking *a, struct tpl *t)
{
	const struct matter_limits *l = &a->c->matter->limits;
	show_limits(a, t);
	for (size_t i = 0; i < l->special.n; i++) {
		const struct matter_special *s = &l->special.at[i];
		show_choice(a, t, i, &(struct choice){s->name, s->explain, s->days, s->excludes_from_legal,
						      s->excludes_from_promised});
	}
}

static void preset_special(const struct asking *a)
{
	const struct matter_limits *l = &a->c->matter->limits;
	if (l->special.n != 1)
		return;
	form_preset(a->q->form, "procedure", "1");
	form_preset(a->q->form, "days", mem_fmt(a->q->ctx, "%lld", (long long)l->special.at[0].days));
}

static void check_special(const struct asking *a, const struct act_form *f)
{
	const struct matter_limits *l = &a->c->matter->limits;
	if (f->procedure < 1 || f->procedure > (int64_t)l->special.n) {
		wrong(a, "procedure", "请选择是哪一种特别程序。");
		return;
	}
	int64_t most = l->special.at[f->procedure - 1].days;
	if (f->days < 1 || f->days > most)
		wrong(a, "days", mem_fmt(a->q->ctx, "请填需要的工作日数，1 到 %lld：“%s”最多 %lld 个工作日。", (long long)most,
					 l->special.at[f->procedure - 1].name, (long long)most));
}

static void show_cause(const struct asking *a, struct tpl *t)
{
	const struct matter_limits *l = &a->c->matter->limits;
	show_limits(a, t);
	for (size_t i = 0; i < l->suspension.n; i++) {
		const struct matter_suspension *s = &l->suspension.at[i];
		show_choice(a, t, i,
			    &(struct choice){s->name, s->explain, 0, s->excludes_from_legal, s->excludes_from_promised});
	}
}

static void preset_cause(const struct asking *a)
{
	if (a->c->matter->limits.suspension.n == 1)
		form_preset(a->q->form, "procedure", "1");
}

static void check_cause(const struct asking *a, const struct act_form *f)
{
	if (f->procedure < 1 || f->procedure > (int64_t)a->c->matter->limits.suspension.n)
		wrong(a, "procedure", "请选择是哪一种中止的情形。");
}

static void show_days(const struct asking *a, struct tpl *t)
{
	const struct matter_limit *most = &a->c->matter->limits.extension.at[0];
	show_limits(a, t);
	tpl_int(t, T_MOST_DAYS, most->n);
	tpl_text(t, T_EXTENSION_EXPLAIN, most->explain);
}

static void check_days(const struct asking *a, const struct act_form *f)
{
	int64_t most = a->c->matter->limits.extension.at[0].n;
	if (f->days < 1 || f->days > most)
		wrong(a, "days", mem_fmt(a->q->ctx, "请填延长几个工作日，1 到 %lld。", (long long)most));
}

/* is_visit - officers go there: the names of two are wanted (C.2 row 15). */
static bool is_visit(const struct asking *a)
{
	const struct matter_limits *l = &a->c->matter->limits;
	size_t at = (size_t)a->c->procedure_at - 1;
	return a->row->action == ACTION_PASS_CHECK ||
	       (at < l->special.n && l->special.at[at].kind == SPECIAL_SITE_INSPECTION);
}

static void show_inspectors(const struct asking *a, struct tpl *t)
{
	size_t at = (size_t)a->c->procedure_at - 1;
	if (at < a->c->matter->limits.special.n)
		tpl_text(tpl_add(t, T_PROCEDURE_RUNS), T_PROCEDURE_NAME, a->c->matter->limits.special.at[at].name);
	tpl_show_if(t, T_VISIT, is_visit(a));
}

static void check_inspectors(const struct asking *a, const struct act_form *f)
{
	const char *const names[INSPECTORS] = {f->inspector1, f->inspector2, f->inspector3, f->inspector4};
	size_t n = 0;
	if (!is_visit(a))
		return;
	for (size_t i = 0; i < INSPECTORS; i++) {
		bool again = false;
		for (size_t k = 0; k < i; k++)
			again = again || (!text_empty(names[i]) && text_eq(names[i], names[k]));
		if (again)
			wrong(a, mem_fmt(a->q->ctx, "inspector%zu", i + 1), "这个人前面已经写过，请写另一名核查人员。");
		n += !text_empty(names[i]) && !again;
	}
	if (n < 2)
		wrong(a, text_empty(names[0]) ? "inspector1" : "inspector2",
		      "现场核查要由两名以上工作人员进行，请填写他们的姓名。");
}

/* --- the decision and after ---------------------------------------------------------------------------- */

/* years_of - "5年" is 5; 0 for anything else, such as 长期. */
static int years_of(const char *valid)
{
	int years = 0;
	const char *p = text_or(valid, "");
	for (; *p >= '0' && *p <= '9' && years < 100; p++)
		years = years * 10 + (*p - '0');
	return text_eq(p, "年") ? years : 0;
}

/* result_of - what is being granted: of a part of a joint case the result that has its name; or NULL. */
static const struct matter_result *result_of(const struct casefile *c)
{
	const struct matter *m = c->matter;
	const struct matter_part *part = case_part_matter(c, case_part_named(c));
	for (size_t i = 0; part && i < m->results.n; i++)
		if (text_eq(m->results.at[i].name, part->result))
			return &m->results.at[i];
	return part || !m->results.n ? NULL : &m->results.at[0];
}

/* valid_until - the last day that the matter's own words lead to, or DAY_NONE: the day before the same day, years later. */
static day valid_until(const struct matter_result *r, day from)
{
	int years = r ? years_of(r->valid) : 0, year, month, mday;
	if (!years)
		return DAY_NONE;
	day_split(from, &year, &month, &mday);
	if (!day_valid(year + years, month, mday)) /* 29 February */
		return day_make(year + years, 3, 1) - 1;
	return day_make(year + years, month, mday) - 1;
}

static void preset_validity(const struct asking *a)
{
	char text[DAY_TEXT];
	day until = valid_until(result_of(a->c), a->q->today);
	form_preset(a->q->form, "valid_from", day_text(a->q->today, text));
	if (until != DAY_NONE)
		form_preset(a->q->form, "valid_until", day_text(until, text));
}

static void show_validity(const struct asking *a, struct tpl *t)
{
	const struct matter_result *m = result_of(a->c);
	if (!m)
		return;
	struct tpl *r = tpl_add(t, T_RESULT_SHOWN);
	tpl_text(r, T_RESULT_NAME, m->name);
	tpl_text(r, T_RESULT_VALID, m->valid);
}

static void check_validity(const struct asking *a, const struct act_form *f)
{
	day from = f->valid_from == DAY_NONE ? a->q->today : f->valid_from;
	if (f->valid_until != DAY_NONE && f->valid_until < from)
		wrong(a, "valid_until", "最后一天不能早于第一天，请改成更晚的日期；长期有效的，请留空。");
}

/* number_kept - a number as it is kept: capital letters and digits, however it was typed or scanned. */
static const char *number_kept(void *ctx, const char *typed)
{
	return typed ? identity_normal(ctx, typed) : NULL;
}

/* check_person - somebody who comes in person is the applicant (OUT-2). */
static void check_person(const struct asking *a, const struct act_form *f)
{
	struct case_receiver r = {f->receiver_name, f->receiver_relation, number_kept(a->q->ctx, f->receiver_tail), true};
	const char *field, *say = desk_stranger(a->q->ctx, a->c, &r, &field);

	if (say)
		wrong(a, field, say);
}

static void check_receiver(const struct asking *a, const struct act_form *f)
{
	if (text_empty(f->receiver_name))
		wrong(a, "receiver_name", "请填写领取人的姓名，和证件上的一样。");
	if (text_empty(f->receiver_relation))
		wrong(a, "receiver_relation", "请选择是本人领取还是代领。");
	if (text_empty(f->receiver_tail))
		wrong(a, "receiver_tail", "请填写领取人证件号码的后四位。");
	if (!f->receiver_checked)
		wrong(a, "receiver_checked", "请先核对领取人和证件是否一致；代领的，还要核对委托书，再勾选。");
	check_person(a, f);
}

static void preset_receiver(const struct asking *a)
{
	form_preset(a->q->form, "receiver_name", a->c->applicant_name);
}

static void check_waybill(const struct asking *a, const struct act_form *f)
{
	if (text_empty(f->courier))
		wrong(a, "courier", "请填写寄递公司，例如：示例快递。");
	if (text_empty(f->waybill))
		wrong(a, "waybill", "请填写运单号，在寄递单的条码下面。");
}

static const struct {
	const char *key;
	enum revoke_ground ground;
} revokes[] = {{"false_promise", REVOKE_FALSE_PROMISE}, {"unlawful", REVOKE_UNLAWFUL}, {"fraud", REVOKE_FRAUD}};

static enum revoke_ground revoke_of(const char *key)
{
	for (size_t i = 0; i < sizeof revokes / sizeof revokes[0]; i++)
		if (text_eq(revokes[i].key, key))
			return revokes[i].ground;
	return REVOKE_NONE;
}

static void show_revoke(const struct asking *a, struct tpl *t)
{
	for (size_t i = 0; i < sizeof revokes / sizeof revokes[0]; i++) {
		struct tpl *d = tpl_add(t, T_REVOKE_CHOICE);
		tpl_text(d, T_REVOKE_KEY, revokes[i].key);
		tpl_text(d, T_REVOKE_TEXT, revoke_ground_text(revokes[i].ground));
		tpl_show_if(d, T_REVOKE_CHOSEN, text_eq(form_raw(a->q->form, "revoke"), revokes[i].key));
	}
}

static void check_revoke(const struct asking *a, const struct act_form *f)
{
	if (text_empty(f->revoke))
		wrong(a, "revoke", "请选择撤销的依据。");
}

/* --- the table ----------------------------------------------------------------------------------------- */

static const struct ask {
	uint32_t bit;
	enum tpl_name section;
	void (*preset)(const struct asking *a); /* what is suggested while nothing was typed */
	void (*show)(const struct asking *a, struct tpl *t);
	void (*check)(const struct asking *a, const struct act_form *f);
} asks[] = {
	{ASK_GROUND, T_ASK_GROUND, NULL, NULL, check_ground},
	{ASK_STANCE, T_ASK_STANCE, NULL, NULL, check_stance},
	{ASK_SPECIAL, T_ASK_SPECIAL, preset_special, show_special, check_special},
	{ASK_CAUSE, T_ASK_CAUSE, preset_cause, show_cause, check_cause},
	{ASK_DAYS, T_ASK_DAYS, NULL, show_days, check_days},
	{ASK_INSPECTORS, T_ASK_INSPECTORS, NULL, show_inspectors, check_inspectors},
	{ASK_VALIDITY, T_ASK_VALIDITY, preset_validity, show_validity, check_validity},
	{ASK_RECEIVER, T_ASK_RECEIVER, preset_receiver, NULL, check_receiver},
	{ASK_WAYBILL, T_ASK_WAYBILL, NULL, NULL, check_waybill},
	{ASK_REVOKE_GROUND, T_ASK_REVOKE_GROUND, NULL, show_revoke, check_revoke},
	{ASK_REASON, T_ASK_REASON, NULL, show_reason, check_reason},
	{ASK_REASON_OR_ITEMS, T_ASK_REASON, NULL, show_reason, NULL},
	{ASK_NOTE, T_ASK_NOTE, NULL, show_note, check_note},
};
#define NASKS (sizeof asks / sizeof asks[0])

void ask_show(const struct asking *a, struct tpl *d)
{
	for (size_t i = 0; i < NASKS; i++)
		if ((a->row->asks & asks[i].bit) && asks[i].preset)
			asks[i].preset(a);
	form_show(d, a->q->form);
	for (size_t i = 0; i < NASKS; i++) {
		if (!(a->row->asks & asks[i].bit))
			continue;
		struct tpl *t = tpl_add(d, asks[i].section);
		if (asks[i].show)
			asks[i].show(a, t);
	}
}

bool ask_check(const struct asking *a)
{
	const struct act_form *f = a->q->form->value;
	for (size_t i = 0; i < NASKS; i++)
		if ((a->row->asks & asks[i].bit) && asks[i].check)
			asks[i].check(a, f);
	return a->q->form->ok;
}

/* --- what goes with the act ---------------------------------------------------------------------------- */

static enum ground ground_of(const char *key)
{
	if (text_eq(key, "no_licence"))
		return GROUND_NO_LICENCE_NEEDED;
	return text_eq(key, "other_authority") ? GROUND_OTHER_AUTHORITY : GROUND_NONE;
}

void ask_args(const struct request *q, const struct casefile *c, struct case_args *args)
{
	const struct act_form *f = q->form->value;
	*args = (struct case_args){
		.reason = f->reason, .note = f->note, .ground = ground_of(f->ground), .authority = f->authority,
		.procedure = f->procedure, .days = f->days,
		.inspectors = {f->inspector1, f->inspector2, f->inspector3, f->inspector4},
		.valid_from = f->valid_from == DAY_NONE ? 0 : f->valid_from, .valid_until = f->valid_until,
		.stance = f->stance,
		.receiver = {f->receiver_name, f->receiver_relation, number_kept(q->ctx, f->receiver_tail),
			     f->receiver_checked},
		.courier = f->courier, .waybill = number_kept(q->ctx, f->waybill), .revoke = revoke_of(f->revoke)};
	/* a page that has no such fields leaves it to the matter's own words */
	if (!form_raw(q->form, "valid_until"))
		args->valid_until = valid_until(result_of(c), args->valid_from ? args->valid_from : q->today);
}
