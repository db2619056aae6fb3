#include "domain/complaint_rule.h"

#include "base/text.h"

const struct voice_word complaint_kinds[] = {
	{"complaint", "投诉", "事情没办好，或者受到了不该有的对待"},
	{"suggestion", "建议", "希望哪里改一改"},
	{"demand", "求助", "有困难，需要帮忙解决"},
	{"opinion", "意见", "对做法有看法"},
	{"report", "举报", "有人违反规定、乱收费、谋私利"},
	{NULL, NULL, NULL},
};
const struct voice_word complaint_abouts[] = {
	{"case", "一件正在办的事", "请写办件编号，在回执上"},
	{"window", "一个窗口", "请写窗口号，例如 A05"},
	{"person", "一位工作人员", "请写姓名或者工号；不知道的，写在哪个窗口、什么样子"},
	{"none", "都不是，或者说不清", NULL},
	{NULL, NULL, NULL},
};
const struct voice_word complaint_findings[] = {
	{"upheld", "情况属实", NULL},
	{"partly", "部分属实", NULL},
	{"unfounded", "不属实", NULL},
	{"guided", "已说明、已指引", "不归本中心和进驻部门管的，已告诉向哪里反映（GD 10.3.2）"},
	{NULL, NULL, NULL},
};
const struct voice_word complaint_channels[] = {
	{"web", "网上", NULL}, {"counter", "当面", NULL}, {"phone", "电话", NULL}, {NULL, NULL, NULL}};

/* --- ZJG 14 -------------------------------------------------------------------------------------------------------- */

const struct complaint_fault complaint_faults[] = {
	{"attitude", "窗口人员服务态度", "态度不好、不耐烦", false, "ZJG 14(1)1"},
	{"progress", "业务办理进度查询", "查不到办到哪一步了", false, "ZJG 14(1)2"},
	{"receipt", "未按业务审批部门的要求收件", "窗口收材料的时候收错了、收漏了", false, "ZJG 14(1)3"},
	{"content", "业务内容", "政策、要求不合理或者讲不清", true, "ZJG 14(2)1"},
	{"process", "业务流程", "环节太多、来回跑", true, "ZJG 14(2)1"},
	{"system", "系统对接", "网上办不成、系统之间不通", true, "ZJG 14(2)1"},
	{"time", "审批时效", "办得太慢、超过了承诺的时间", true, "ZJG 14(2)1"},
	{"result", "审批结果", "对结果不服、结果有错", true, "ZJG 14(2)1"},
	{"list", "收件材料清单与公示的不一致", "要的材料和公布的不一样", true, "ZJG 14(2)2"},
	{"absent", "部门未即时派人到现场解答专业问题", "专业问题没人来解答，等了很久", true, "ZJG 14(2)3"},
	{NULL, NULL, NULL, false, NULL},
};

const struct complaint_fault *complaint_fault(const char *key)
{
	for (const struct complaint_fault *f = complaint_faults; f->key; f++)
		if (text_eq(f->key, key))
			return f;
	return NULL;
}

const char *complaint_unit(const struct complaint_fault *fault, const char *dept_code)
{
	if (!fault)
		return NULL;
	if (!fault->dept)
		return UNIT_CENTRE;
	return text_empty(dept_code) ? NULL : dept_code;
}

/* --- levels -------------------------------------------------------------------------------------------------------- */

static const struct complaint_level levels[COMPLAINT_LEVELS] = {
	{"窗口或承办部门", ROLE_COMPLAINT | ROLE_COORDINATOR, ROLES_DEPT, ROLE_MANAGER},
	{"部门负责人或后台统筹岗", ROLE_COORDINATOR, ROLE_LEADER, ROLE_MANAGER},
	{"中心负责人或监察岗", 0, 0, ROLE_MANAGER | ROLE_SUPERVISOR},
};

const struct complaint_level *complaint_level(int64_t n)
{
	return n >= 1 && n <= COMPLAINT_LEVELS ? &levels[n - 1] : NULL;
}

bool complaint_at_level(int64_t n, const char *unit, uint32_t roles, const char *dept)
{
	const struct complaint_level *l = complaint_level(n);

	if (!l || text_empty(unit))
		return false;
	if (text_empty(dept) && roles & l->above)
		return true;
	if (text_eq(unit, UNIT_CENTRE))
		return text_empty(dept) && roles & l->centre;
	return text_eq(unit, dept) && roles & l->dept;
}

/* --- states and acts ------------------------------------------------------------------------------------------------ */

static const struct voice_state states[COMPLAINT_STATES] = {
	[COMPLAINT_RECEIVED] = {"received", "已收到", "sort"},	 [COMPLAINT_ROUTED] = {"routed", "已转办", "work"},
	[COMPLAINT_HANDLING] = {"handling", "正在调查", "work"}, [COMPLAINT_ANSWERED] = {"answered", "已答复", "done"},
	[COMPLAINT_CLOSED] = {"closed", "已办结", "done"},	 [COMPLAINT_WITHDRAWN] = {"withdrawn", "已撤回", "done"},
	[COMPLAINT_WITHHELD] = {"withheld", "暂不处理", "held"},
};
static const char *const actions[COMPLAINT_ACTIONS] = {
	[COMPLAINT_SEND] = "send",	   [COMPLAINT_ROUTE] = "route",	      [COMPLAINT_REROUTE] = "reroute",
	[COMPLAINT_RETURN] = "return",	   [COMPLAINT_NAME] = "name",	      [COMPLAINT_TAKE] = "take",
	[COMPLAINT_RELEASE] = "release",   [COMPLAINT_ANSWER] = "answer",     [COMPLAINT_SATISFIED] = "satisfied",
	[COMPLAINT_REOPEN] = "reopen",	   [COMPLAINT_LAPSE] = "lapse",	      [COMPLAINT_ADD] = "add",
	[COMPLAINT_WITHDRAW] = "withdraw", [COMPLAINT_WITHHOLD] = "withhold", [COMPLAINT_RESTORE] = "restore",
};

#define IN(s) (UINT32_C(1) << COMPLAINT_##s)
#define OPEN (IN(RECEIVED) | IN(ROUTED) | IN(HANDLING))
#define WORK (IN(ROUTED) | IN(HANDLING))
#define SORTERS (ROLE_COMPLAINT | ROLE_COORDINATOR) /* who classifies and assigns (GD 7.1.6, 7.1.7) */
#define HANDLERS (SORTERS | ROLES_DEPT | ROLE_MANAGER | ROLE_SUPERVISOR)

static const struct voice_row rows[] = {
	{COMPLAINT_ROUTE, IN(RECEIVED), COMPLAINT_ROUTED, SORTERS | ROLE_SYSTEM, 0, CF_ABOUT_ME, CDUE_KEEP, SAYS_MAY, true,
	 "转交办理", "转交办理", "AY 6.3.5; ZJG 14"},
	{COMPLAINT_REROUTE, WORK, COMPLAINT_ROUTED, SORTERS, 0, CF_ABOUT_ME, CDUE_KEEP, SAYS_MUST, true, "改转别处",
	 "改转办理", "AY 6.3.5; ZJG 14"},
	{COMPLAINT_RETURN, WORK, COMPLAINT_RECEIVED, HANDLERS, CF_AT_LEVEL, CF_ABOUT_ME, CDUE_KEEP, SAYS_MUST, false,
	 "不归我们，退回", "退回投诉接收岗", "AY 6.3.5"},
	{COMPLAINT_NAME, OPEN, 0, SORTERS, 0, CF_ABOUT_ME, CDUE_KEEP, SAYS_NONE, false, "登记被反映的人", "登记被反映的人",
	 "GD 7.1.7"},
	{COMPLAINT_TAKE, IN(ROUTED), COMPLAINT_HANDLING, HANDLERS, CF_AT_LEVEL, CF_ABOUT_ME | CF_BEFORE, CDUE_KEEP,
	 SAYS_NONE, true, "我来办", "开始调查核实", "AY 6.3.5"},
	{COMPLAINT_RELEASE, IN(HANDLING), COMPLAINT_ROUTED, HANDLERS, CF_MINE, CF_ABOUT_ME, CDUE_KEEP, SAYS_MAY, false,
	 "放回，换人办", "放回", "CQ 5.11.3"},
	{COMPLAINT_RELEASE, IN(HANDLING), COMPLAINT_ROUTED, SORTERS | ROLE_MANAGER, 0, CF_ABOUT_ME | CF_MINE, CDUE_KEEP,
	 SAYS_MUST, false, "请别人办", "收回另派", "CQ 5.11.3"},
	{COMPLAINT_ANSWER, IN(HANDLING), COMPLAINT_ANSWERED, HANDLERS, CF_MINE | CF_AT_LEVEL, CF_ABOUT_ME | CF_BEFORE,
	 CDUE_STOP, SAYS_MUST, true, "作出书面答复", "书面答复", "AY 6.3.5"},
	{COMPLAINT_SATISFIED, IN(ANSWERED), COMPLAINT_CLOSED, ROLE_APPLICANT, 0, 0, CDUE_KEEP, SAYS_MAY, true,
	 "满意，可以办结", "反映人表示满意", "AY 6.3.5"},
	{COMPLAINT_REOPEN, IN(ANSWERED), COMPLAINT_ROUTED, ROLE_APPLICANT, 0, CF_LAST, CDUE_START, SAYS_MUST, true,
	 "没有解决，请上一级再办", "反映人不满意，交上一级办理", "FBK-3"},
	{COMPLAINT_LAPSE, IN(ANSWERED), COMPLAINT_CLOSED, ROLE_SYSTEM, 0, 0, CDUE_KEEP, SAYS_NONE, true, "",
	 "期限内没有再反映，归档", "FBK-3"},
	{COMPLAINT_ADD, OPEN, 0, ROLE_APPLICANT, 0, 0, CDUE_KEEP, SAYS_MUST, true, "补充说明", "反映人补充", "AY 6.3.5"},
	{COMPLAINT_WITHDRAW, OPEN, COMPLAINT_WITHDRAWN, ROLE_APPLICANT, 0, 0, CDUE_STOP, SAYS_MAY, true, "撤回",
	 "反映人撤回", "FBK-3"},
	{COMPLAINT_WITHHOLD, OPEN, COMPLAINT_WITHHELD, SORTERS, 0, CF_ABOUT_ME, CDUE_STOP, SAYS_MUST, true,
	 "暂不处理（辱骂、刷屏、无关内容）", "暂不处理", "FBK-3"},
	{COMPLAINT_RESTORE, IN(WITHHELD), COMPLAINT_RECEIVED, ROLE_SUPERVISOR | ROLE_MANAGER, 0, CF_ABOUT_ME | CF_MY_HOLD,
	 CDUE_START, SAYS_MUST, true, "恢复处理", "恢复处理", "CQ 3.8"},
	{.action = 0},
};

static const char *why_not(uint32_t missing, uint32_t barred)
{
	if (barred & CF_ABOUT_ME)
		return "这件事涉及您本人，或者您正在顶岗的人，不能由您办理。";
	if (barred & CF_BEFORE)
		return "这件事您办过一次，反映人不满意，要由上一级的另一位同事来办。";
	if (barred & CF_LAST)
		return "已经由最高一级答复过，不能再交上一级。";
	if (barred & CF_MY_HOLD)
		return "是您自己作出的“暂不处理”，恢复要由另一位同事决定。";
	if (missing & CF_MINE)
		return "这件事现在由另一位同事在办。";
	return "这件事现在不归您这一级或者您的部门办理。";
}

const struct voice_rule complaint_rule = {states, COMPLAINT_STATES, actions, COMPLAINT_ACTIONS, rows, why_not};
