#include "parts/casepage.h"

#include <string.h>

#include "base/text.h"
#include "domain/case_invite.h"
#include "domain/clock.h"
#include "parts/work.h"

/* --- what is expected of whom -------------------------------------------------------------------------- */

/* One row per state and turn; TURN_NONE fits any turn.  %s is the department. */
struct now_row {
	enum state state;
	enum turn turn;
	const char *headline, *say, *next;
};
static const struct now_row now_rows[] = {
	{STATE_DRAFT, TURN_NONE, "等您修改后再提交", "预审时发现有要改的地方，已经一次全部列出。请改好后重新提交。",
	 "提交后由预审岗再看一遍"},
	{STATE_SUBMITTED, TURN_PRE_REVIEW, "等待预审", "工作人员会先看一遍材料。您现在不用做什么，结果会发消息告诉您。",
	 "预审通过后由窗口收件"},
	{STATE_SUBMITTED, TURN_NONE, "预审已通过，等待窗口收件", "您现在不用做什么，也不用来窗口。", "窗口收件，出具收件凭证"},
	{STATE_PRE_REVIEW, TURN_NONE, "正在预审", "工作人员正在看您的材料。您现在不用做什么。", "预审通过后由窗口收件"},
	{STATE_RECEIVED, TURN_DEPT, "%s正在核对申请", "您现在不用做什么。", "决定是否受理"},
	{STATE_RECEIVED, TURN_NONE, "窗口正在核对申请", "您现在不用做什么。如果材料有缺，我们会一次说清。",
	 "决定是否受理"},
	{STATE_CORRECTION, TURN_NONE, "等您补正材料", "要补的内容已经在《一次性告知书》里全部列出，补齐后接着往下办。",
	 "补齐后窗口接着办"},
	{STATE_ACCEPTED, TURN_NONE, "已受理，转%s审查", "您现在不用做什么。办理时限已经开始计算。", "审查后作出决定"},
	{STATE_IN_REVIEW, TURN_NONE, "%s正在审查", "您现在不用做什么。有结果会发消息告诉您。", "作出决定"},
	{STATE_SPECIAL_PROCEDURE, TURN_NONE, "%s正在进行特别程序", "要多久、这段时间算不算在时限里，写在《特别程序告知书》里。",
	 "程序结束后继续审查"},
	{STATE_SUSPENDED, TURN_NONE, "办理已中止", "写在《中止办理告知书》里。原因消除后会恢复办理，并发消息告诉您。", "恢复办理"},
	{STATE_DECIDED, TURN_NONE, "%s已作出准予的决定", "证件正在送到窗口，到了会发消息通知您。", "通知您领取"},
	{STATE_RESULT_HELD, TURN_NONE, "已准予，等您补齐后补的材料", "补齐以后就可以领取结果。", "通知您领取"},
	{STATE_RESULT_READY, TURN_NONE, "结果已到窗口，可以领取", "请带上证件和回执。", "领取结果"},
	{STATE_MAILING, TURN_NONE, "结果正在寄给您", "请留意快递电话。", "签收"},
	{STATE_DELIVERED, TURN_NONE, "结果已送达", "这件事办完了。", NULL},
	{STATE_ARCHIVED, TURN_NONE, "已归档", "这件事办完了。", NULL},
	{STATE_NOT_ACCEPTED, TURN_NONE, "不予受理", "原因、应当去哪里办、不服怎么办，都写在《不予受理决定书》里。", NULL},
	{STATE_WITHDRAWN, TURN_NONE, "您已撤回申请", "以后需要时可以重新申请。", NULL},
	{STATE_TERMINATED, TURN_NONE, "办理已终止", "原因见《终止办理告知书》。", NULL},
	{STATE_REVOKED, TURN_NONE, "决定已被撤销", "原因见《撤销决定书》。", NULL},
};

/* Where the outcome, or how the applicant wants the result, makes a difference; looked at first.  NULL fits any. */
static const struct {
	const char *outcome, *delivery;
	struct now_row row;
} now_outcomes[] = {
	{"refused", NULL, {STATE_DECIDED, TURN_NONE, "%s作出了不予的决定", "依据、您可以怎样申请复议或者提起诉讼，都写在决定书里。",
			   "决定书送到您手里"}},
	{"forwarded", NULL, {STATE_DECIDED, TURN_NONE, "%s初审完毕，已上报上级机关", "由上级机关作出决定。您现在不用做什么。",
			     "上级机关作出决定"}},
	{NULL, "mail", {STATE_RESULT_READY, TURN_NONE, "结果已到窗口，将免费寄给您", "我们会尽快交寄。也可以带上证件和回执来窗口领取。",
			"交寄"}},
	{"refused", NULL, {STATE_RESULT_READY, TURN_NONE, "不予的决定书已到窗口，可以领取",
			   "请带上证件和回执。不服决定怎么办，写在决定书里。", "领取决定书"}},
	{"refused", NULL, {STATE_DELIVERED, TURN_NONE, "不予的决定书已送达", "不服决定怎么办，写在决定书里。", NULL}},
};

/* A file that went back as a whole ends like one that was not accepted, but no decision was made about it. */
static const struct now_row returned_row = {STATE_NOT_ACCEPTED, TURN_NONE, "已退件，请备齐后重新申请",
					    "缺什么、应当怎样，都写在《一次性告知书》里。备齐以后可以重新申请。", NULL};

static bool is_returned(const struct progress *c)
{
	return c->nsteps > 0 && c->steps[c->nsteps - 1].action == ACTION_RETURN_FILE;
}

static bool now_fits(const struct now_row *r, const struct progress *c)
{
	return r->state == c->state && (r->turn == TURN_NONE || r->turn == c->turn);
}

static const struct now_row *now_find(const struct progress *c)
{
	if (is_returned(c))
		return &returned_row;
	for (size_t i = 0; i < sizeof now_outcomes / sizeof now_outcomes[0]; i++)
		if (now_fits(&now_outcomes[i].row, c) &&
		    (!now_outcomes[i].outcome || text_eq(now_outcomes[i].outcome, c->outcome)) &&
		    (!now_outcomes[i].delivery || text_eq(now_outcomes[i].delivery, c->delivery)))
			return &now_outcomes[i].row;
	for (size_t i = 0; i < sizeof now_rows / sizeof now_rows[0]; i++)
		if (now_fits(&now_rows[i], c))
			return &now_rows[i];
	return &now_rows[0];
}

/* now_because - what holds the case up, or why it was refused, as it was told with the step that led here; or NULL. */
static const char *now_because(const struct progress *c)
{
	bool told = c->state == STATE_SPECIAL_PROCEDURE || c->state == STATE_SUSPENDED ||
		    (c->state == STATE_DECIDED && text_eq(c->outcome, "refused"));

	for (size_t i = c->nsteps; told && i-- > 0;)
		if (c->steps[i].to == c->state && !text_empty(c->steps[i].reason))
			return c->steps[i].reason;
	return NULL;
}

const char *casepage_headline(void *ctx, const struct progress *c)
{
	const char *h = now_find(c)->headline;
	const char *at = strstr(h, "%s");
	return at ? mem_fmt(ctx, "%.*s%s%s", (int)(at - h), h, c->dept_name, at + 2) : h;
}

static void show_now(const struct request *q, struct tpl *t, const struct progress *c, const struct casepage_links *l)
{
	bool yours = c->turn == TURN_APPLICANT;
	tpl_text(t, T_STATE_KEY, state_key(c->state));
	tpl_text(t, T_STATE_NAME, is_returned(c) ? "已退件" : state_name_numbered(c->state));
	tpl_text(t, T_HEADLINE, casepage_headline(q->ctx, c));
	tpl_text(t, T_SAY, now_find(c)->say);
	if (now_because(c))
		tpl_text(tpl_add(t, T_BECAUSE_SHOWN), T_BECAUSE, now_because(c));
	tpl_show_if(t, T_YOURS, yours);
	if (!yours || !l->act)
		return;
	struct tpl *a = tpl_add(t, T_ACT);
	tpl_text(a, T_ACT_URL, l->act);
	tpl_text(a, T_ACT_LABEL, l->act_label);
}

/* --- clocks -------------------------------------------------------------------------------------------- */

static bool clock_runs(const struct progress *c, enum clock_name clock)
{
	return c->running & CLOCK_BIT(clock);
}

/* promise_starter - the part from which the promised limit counts, or NULL: that counts from acceptance. */
static const struct case_part *promise_starter(const struct progress *c)
{
	for (size_t i = 0; i < c->nparts; i++)
		if (c->parts[i].starts_promise)
			return &c->parts[i];
	return NULL;
}

/* clock_start_day - the day from which a clock counts, where the case tells it; DAY_NONE for the statutory limit, which
 * for some matters runs from the application and for others from acceptance. */
static day clock_start_day(const struct progress *c, enum clock_name clock)
{
	switch (clock) {
	case CLOCK_FEEDBACK:
		return msec_day(c->submitted_at);
	case CLOCK_CORRECTION:
		return c->received_day;
	case CLOCK_PROMISED:
		return promise_starter(c) ? promise_starter(c)->ended_day : c->accepted_day;
	case CLOCK_LEGAL:
	case CLOCK_SPECIAL:
	case CLOCK_GAP:
	case CLOCK_DELIVERY:
	case CLOCK_MAIL:
	case CLOCK_CHECK:
	case CLOCK_ARCHIVE:
	case CLOCK_COUNT:
		break;
	}
	return DAY_NONE;
}

static const char *const clock_words[CLOCK_COUNT] = {
	[CLOCK_FEEDBACK] = "我们答复网上申请的时间，从提交的下一个工作日算起",
	[CLOCK_CORRECTION] = "要您补材料，最晚应在这一天前告诉您；到期不说，就算已经受理",
	[CLOCK_LEGAL] = "法律规定最长的办理时间",
	[CLOCK_PROMISED] = "我们答应您的办理时间",
	[CLOCK_SPECIAL] = "特别程序最晚到这一天结束",
	[CLOCK_GAP] = "您承诺后补的材料，请在这一天前交来",
};

static void clock_state(struct tpl *t, const struct calendar *cal, day today, day due)
{
	int32_t left = clock_left(cal, today, due);
	tpl_text(t, T_CLOCK_CLASS, left < 0 ? "is-overdue" : left <= 1 ? "is-soon" : "is-running");
	if (left > 0)
		tpl_int(tpl_add(t, T_LEFT), T_LEFT_DAYS, left);
	else if (left == 0)
		tpl_show(t, T_LAST_DAY);
	else
		tpl_int(tpl_add(t, T_OVER), T_OVER_DAYS, -left);
}

/* show_used - how much of a limit has gone, as words and as a bar. */
static void show_used(const struct request *q, struct tpl *t, enum clock_name clock, day from, day due)
{
	const struct calendar *cal = work_of(q)->calendar;
	int32_t whole = clock_between(cal, from, due), gone = clock_between(cal, from, q->today);
	int32_t used = gone < 0 ? 0 : gone;
	struct tpl *bar = tpl_add(t, T_BAR);
	tpl_int(bar, T_BAR_MAX, whole > 0 ? whole : 1);
	tpl_int(bar, T_BAR_VALUE, used > whole ? whole : used);
	tpl_text(t, T_CLOCK_SAY,
		 mem_fmt(q->ctx, "%s。共 %d 个工作日，已用 %d 个。", clock_words[clock], (int)whole, (int)used));
}

/* had - a step of this kind has been taken. */
static bool had(const struct progress *c, enum action action)
{
	for (size_t i = 0; i < c->nsteps; i++)
		if (c->steps[i].action == action)
			return true;
	return false;
}

/* is_resting - stands still for a special procedure or a suspension, and goes on afterwards. */
static bool is_resting(const struct progress *c, enum clock_name clock)
{
	return !clock_runs(c, clock) && (clock == CLOCK_LEGAL || clock == CLOCK_PROMISED) &&
	       (c->state == STATE_SPECIAL_PROCEDURE || c->state == STATE_SUSPENDED);
}

/* clock_note - what a limit means, and why it is later than it was. */
static const char *clock_note(void *ctx, const struct progress *c, enum clock_name clock)
{
	bool limit = clock == CLOCK_LEGAL || clock == CLOCK_PROMISED;

	if (is_resting(c, clock))
		return mem_fmt(ctx, "%s。这段时间不算，恢复以后接着算，最后一天会往后推。", clock_words[clock]);
	return mem_fmt(ctx, "%s。%s", clock_words[clock], limit && had(c, ACTION_EXTEND) ? "已经批准延期一次。" : "");
}

static void show_clock(const struct request *q, struct tpl *t, const struct progress *c, enum clock_name clock)
{
	char iso[DAY_TEXT];
	day due = c->due[clock], from = clock_start_day(c, clock);

	tpl_text(t, T_CLOCK_NAME, clock_title(clock));
	tpl_text(t, T_DUE_ISO, day_text(due, iso));
	tpl_day(t, T_DUE, due);
	tpl_text(t, T_CLOCK_SAY, clock_note(q->ctx, c, clock));
	if (!clock_runs(c, clock)) {
		tpl_text(t, T_CLOCK_CLASS, "is-stopped");
		tpl_text(tpl_add(t, T_STOPPED), T_STOPPED_SAY, is_resting(c, clock) ? "暂停计时" : "已停止计时");
		return;
	}
	clock_state(t, work_of(q)->calendar, q->today, due);
	/* counted from day to day, which is the limit itself only while nothing has changed it */
	if (from != DAY_NONE && !had(c, ACTION_SPECIAL_START) && !had(c, ACTION_SUSPEND) && !had(c, ACTION_EXTEND))
		show_used(q, t, clock, from, due);
}

/* clock_shown - running ones; and, once they have been started, the two limits that the law and the promise set. */
static bool clock_shown(const struct progress *c, enum clock_name clock)
{
	if (c->due[clock] == DAY_NONE)
		return false;
	return clock_runs(c, clock) || clock == CLOCK_LEGAL || clock == CLOCK_PROMISED;
}

static void show_clocks(const struct request *q, struct tpl *t, const struct progress *c)
{
	struct tpl *box = NULL;
	const struct case_part *first = c->due[CLOCK_PROMISED] == DAY_NONE ? promise_starter(c) : NULL;

	if (first && !state_terminal(c->state)) {
		box = tpl_add(t, T_CLOCKS);
		tpl_text(tpl_add(box, T_CLOCK_WAITS), T_PART_NAME, first->name);
	}
	for (enum clock_name k = CLOCK_FEEDBACK; k < CLOCK_COUNT; k++) {
		if (!clock_shown(c, k))
			continue;
		if (!box)
			box = tpl_add(t, T_CLOCKS);
		show_clock(q, tpl_add(box, T_CLOCK), c, k);
	}
	if (box)
		tpl_show_if(box, T_PROVISIONAL, c->provisional);
}

/* --- timeline and notices ------------------------------------------------------------------------------ */

static bool turned_back(enum action a)
{
	return a == ACTION_PRE_REVIEW_RETURN || a == ACTION_NOTIFY_CORRECTION || a == ACTION_REFUSE_ACCEPTANCE ||
	       a == ACTION_TERMINATE || a == ACTION_REFUSE || a == ACTION_REVOKE;
}

static void show_step(struct tpl *t, const struct progress_step *s)
{
	char iso[MSEC_TEXT];
	tpl_text(t, T_STEP_CLASS, turned_back(s->action) ? "is-wrong" : "is-done");
	tpl_text(t, T_TOLD, s->told);
	msec_text(s->at, iso);
	iso[16] = '\0';
	iso[10] = 'T';
	tpl_text(t, T_AT_ISO, iso);
	tpl_minute(t, T_AT, s->at);
	if (!text_empty(s->reason))
		tpl_text(tpl_add(t, T_REASON_SHOWN), T_REASON, s->reason);
}

static void show_notice(const struct request *q, struct tpl *t, const struct progress_step *s, const char *base)
{
	tpl_text(t, T_NOTICE_TITLE, s->document_title);
	tpl_text(t, T_NOTICE_URL, mem_fmt(q->ctx, "%s%lld", base, (long long)s->document_id));
	tpl_minute(t, T_NOTICE_AT, s->at);
	if (!text_empty(s->document_number))
		tpl_text(tpl_add(t, T_NUMBER_SHOWN), T_NUMBER, s->document_number);
}

static void show_steps(const struct request *q, struct tpl *t, const struct progress *c, const char *notice)
{
	struct tpl *notices = NULL;
	int64_t last = 0;
	for (size_t i = 0; i < c->nsteps; i++) {
		const struct progress_step *s = &c->steps[i];
		if (s->seq != last) /* an act with two documents is one step */
			show_step(tpl_add(t, T_STEP_DONE), s);
		last = s->seq;
		if (!s->document_id)
			continue;
		if (!notices)
			notices = tpl_add(t, T_NOTICES);
		show_notice(q, tpl_add(notices, T_NOTICE_ROW), s, notice);
	}
	if (!state_terminal(c->state))
		tpl_text(tpl_add(t, T_STEP_NOW), T_HEADLINE, casepage_headline(q->ctx, c));
	if (now_find(c)->next)
		tpl_text(tpl_add(t, T_STEP_NEXT), T_NEXT_SAY, now_find(c)->next);
}

/* --- joint cases --------------------------------------------------------------------------------------- */

/* What the applicant is told of a part.  An opinion is between the departments: of it, only that it was given. */
static const struct part_words {
	enum part_state state;
	const char *tag, *opinion, *decision;
} part_words[] = {
	{PART_WAITING, "tag-plain", "还没开始", "等前一件办好"},
	{PART_OPEN, "tag-wait", "正在审查", "正在办理"},
	{PART_AGREED, "tag-ok", "已审查", ""},
	{PART_AGAINST, "tag-ok", "已审查", ""},
	{PART_SILENT, "tag-ok", "审查期限已过", ""},
	{PART_GRANTED, "tag-ok", "", "已准予"},
	{PART_REFUSED, "tag-wrong", "", "没有批准"},
	{PART_GUIDED, "tag-ok", "已给指导意见", "不用审批，已给指导意见"},
	{PART_CLOSED, "tag-plain", "不再审查", "不再办理"},
	{PART_REVOKED, "tag-wrong", "", "决定已撤销"},
};

static void show_part(struct tpl *t, const struct case_part *p)
{
	bool opinion = p->kind == PART_OPINION;
	for (size_t i = 0; i < sizeof part_words / sizeof part_words[0]; i++)
		if (part_words[i].state == p->state) {
			tpl_text(t, T_PART_TAG, part_words[i].tag);
			tpl_text(t, T_PART_STATE, opinion ? part_words[i].opinion : part_words[i].decision);
		}
	tpl_text(t, T_PART_NAME, p->name);
	tpl_text(t, T_PART_DEPT, p->dept_name);
	tpl_text(t, T_PART_NUMBER, p->number);
	if (p->state == PART_OPEN) {
		char iso[DAY_TEXT];
		struct tpl *u = tpl_add(t, T_PART_UNTIL);
		tpl_day(u, T_DUE, p->due);
		tpl_text(u, T_DUE_ISO, day_text(p->due, iso));
	}
	if (!opinion && (p->state == PART_REFUSED || p->state == PART_CLOSED || p->state == PART_GUIDED || p->state == PART_REVOKED))
		tpl_text(tpl_add(t, T_PART_SAYS), T_PART_SAY, p->opinion);
	if (p->ready_at != MSEC_NONE && p->handed_at == MSEC_NONE && p->state != PART_REVOKED)
		tpl_text(tpl_add(t, T_PART_SAYS), T_PART_SAY, "结果已到窗口，可以先来领这一件。");
	if (p->handed_at != MSEC_NONE)
		tpl_text(tpl_add(t, T_PART_SAYS), T_PART_SAY, "结果已经领取。");
}

static void show_parts(struct tpl *d, const struct progress *c)
{
	if (c->nparts == 0)
		return;
	struct tpl *t = tpl_include(d, T_PARTS, TPL_parts_caseparts);
	tpl_show(t, c->collect ? T_DECISIONS : T_OPINIONS);
	tpl_show_if(t, T_SINGLY, text_eq(c->collect, "singly"));
	tpl_show_if(t, T_TOGETHER, text_eq(c->collect, "together"));
	for (size_t i = 0; i < c->nparts; i++)
		show_part(tpl_add(t, T_PART), &c->parts[i]);
}

/* show_rate - something was done lately that can be rated: the link asks at its end what exactly. */
static void show_rate(const struct request *q, struct tpl *t, const struct progress *c)
{
	msec since = q->now - q->app->conf.rating_days * INT64_C(86400000);

	for (size_t i = c->nsteps; i-- > 0 && c->steps[i].at >= since;)
		if (case_invites(c->steps[i].action, c->channel) != RATING_NONE) {
			tpl_text(tpl_add(t, T_RATE), T_CASE_TOKEN, case_token(q->ctx, q->app->keys, c->ref, c->token_version));
			return;
		}
}

/* show_visit - where coming to the window is of use: originals for what is to be put right, and the result. */
static void show_visit(struct tpl *t, const struct progress *c)
{
	if (c->state == STATE_RESULT_READY)
		tpl_show(t, T_COLLECT);
	else if (c->bookable && (c->state == STATE_CORRECTION || c->state == STATE_RESULT_HELD))
		tpl_text(tpl_add(t, T_BRING), T_SHORT_NO, c->short_no);
}

struct tpl *casepage_show(const struct request *q, struct tpl *d, const struct progress *c,
			  const struct casepage_links *links)
{
	struct tpl *t = tpl_include(d, T_CASEPAGE, TPL_parts_casepage);
	show_now(q, t, c, links);
	show_visit(t, c);
	show_rate(q, t, c);
	show_parts(t, c);
	show_clocks(q, t, c);
	show_steps(q, t, c, links->notice);
	return t;
}
