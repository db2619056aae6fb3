#include "domain/enquiry_rule.h"

#include "base/text.h"

const struct voice_word enquiry_ways[] = {
	{"page", "在这个网页上答复", NULL},
	{"phone", "打电话告诉您", NULL},
	{"window", "请到窗口，当面说", NULL},
	{"dept", "请直接问主管部门", NULL},
	{NULL, NULL, NULL},
};
const struct voice_word enquiry_channels[] = {
	{"web", "网上", NULL}, {"counter", "当面", NULL}, {"phone", "电话", NULL}, {"letter", "信函", NULL}, {NULL, NULL, NULL}};

static const struct voice_state states[ENQUIRY_STATES] = {
	[ENQUIRY_OPEN] = {"open", "等人接", "new"},	    [ENQUIRY_TAKEN] = {"taken", "正在答复", "work"},
	[ENQUIRY_ASKED] = {"asked", "正在问部门", "work"},  [ENQUIRY_ANSWERED] = {"answered", "已答复", "done"},
	[ENQUIRY_CLOSED] = {"closed", "已解决", "done"},    [ENQUIRY_WITHHELD] = {"withheld", "暂不处理", "held"},
};
static const char *const actions[ENQUIRY_ACTIONS] = {
	[ENQUIRY_SEND] = "send",	 [ENQUIRY_TAKE] = "take",	[ENQUIRY_TRANSFER] = "transfer",
	[ENQUIRY_BACK] = "back",	 [ENQUIRY_LATER] = "later",	[ENQUIRY_ANSWER] = "answer",
	[ENQUIRY_FOLLOW] = "follow",	 [ENQUIRY_SETTLED] = "settled", [ENQUIRY_PASS] = "pass",
	[ENQUIRY_WITHHOLD] = "withhold", [ENQUIRY_RESTORE] = "restore",
};

#define IN(s) (UINT32_C(1) << ENQUIRY_##s)
#define FRONT (ROLE_GUIDE | ROLE_CLERK | ROLE_PERSONAL) /* who answers at the front (GD 7.1.1) */
#define LEADS (ROLE_COORDINATOR | ROLE_MANAGER)

static const struct voice_row rows[] = {
	{ENQUIRY_TAKE, IN(OPEN), ENQUIRY_TAKEN, FRONT | ROLE_COORDINATOR, 0, 0, EDUE_KEEP, SAYS_NONE, true, "我来答",
	 "已有人接待，由他负责到底", "GD 10.3.2; CQ 5.1.2"},
	{ENQUIRY_TRANSFER, IN(TAKEN), ENQUIRY_ASKED, FRONT | ROLE_COORDINATOR, EF_MINE, 0, EDUE_KEEP, SAYS_MUST, true,
	 "转部门答复（仍由我负责）", "转主管部门答复", "GD 7.1.1; CQ 5.1.3"},
	{ENQUIRY_BACK, IN(ASKED), ENQUIRY_TAKEN, ROLES_DEPT, EF_MY_DEPT, 0, EDUE_KEEP, SAYS_MUST, false, "答不了，退回",
	 "部门退回", "CQ 5.1.5"},
	{ENQUIRY_BACK, IN(ASKED), ENQUIRY_TAKEN, FRONT | ROLE_COORDINATOR, EF_MINE, 0, EDUE_KEEP, SAYS_MUST, false,
	 "收回，自己答", "收回", "CQ 5.1.3"},
	{ENQUIRY_LATER, IN(TAKEN) | IN(ASKED), 0, FRONT | ROLE_COORDINATOR, EF_MINE, EF_LATER, EDUE_LATER, SAYS_MUST, true,
	 "现在答不了，告诉什么时候、怎样答", "告知答复时间和途径", "CQ 5.1.4"},
	{ENQUIRY_LATER, IN(ASKED), 0, ROLES_DEPT, EF_MY_DEPT, EF_LATER, EDUE_LATER, SAYS_MUST, true,
	 "现在答不了，告诉什么时候、怎样答", "告知答复时间和途径", "CQ 5.1.4"},
	{ENQUIRY_ANSWER, IN(TAKEN) | IN(ASKED), ENQUIRY_ANSWERED, FRONT | ROLE_COORDINATOR, EF_MINE, 0, EDUE_KEEP, SAYS_MUST,
	 true, "答复", "答复", "CQ 5.1.3; GD 7.1.1"},
	{ENQUIRY_ANSWER, IN(ASKED), ENQUIRY_ANSWERED, ROLES_DEPT, EF_MY_DEPT, 0, EDUE_KEEP, SAYS_MUST, true, "答复",
	 "部门答复", "ZJG 11(6); GD 7.1.1"},
	{ENQUIRY_FOLLOW, IN(ANSWERED) | IN(CLOSED), ENQUIRY_TAKEN, ROLE_APPLICANT, 0, 0, EDUE_START, SAYS_MUST, true, "再问一句",
	 "咨询人追问", "CQ 5.10.4"},
	{ENQUIRY_SETTLED, IN(ANSWERED), ENQUIRY_CLOSED, ROLE_APPLICANT, 0, 0, EDUE_KEEP, SAYS_NONE, true, "解决了，谢谢",
	 "咨询人表示已解决", "GD 7.1.1"},
	{ENQUIRY_PASS, IN(TAKEN) | IN(ASKED), ENQUIRY_OPEN, LEADS, 0, 0, EDUE_KEEP, SAYS_MUST, false, "请别人接",
	 "收回另派", "GD 10.3.5"},
	{ENQUIRY_WITHHOLD, IN(OPEN) | IN(TAKEN), ENQUIRY_WITHHELD, FRONT | ROLE_COORDINATOR, 0, 0, EDUE_KEEP, SAYS_MUST, true,
	 "暂不处理（辱骂、刷屏、无关内容）", "暂不处理", "FBK-3"},
	{ENQUIRY_RESTORE, IN(WITHHELD), ENQUIRY_OPEN, LEADS | ROLE_SUPERVISOR, 0, EF_MY_HOLD, EDUE_START, SAYS_MUST, true,
	 "恢复处理", "恢复处理", "CQ 3.8"},
	{.action = 0},
};

static const char *why_not(uint32_t missing, uint32_t barred)
{
	if (barred & EF_LATER)
		return "已经告诉过一次答复时间，不能再往后推；请答复，或者请统筹岗协调。";
	if (barred & EF_MY_HOLD)
		return "是您自己作出的“暂不处理”，恢复要由另一位同事决定。";
	if (missing & EF_MY_DEPT)
		return "这个问题没有转给您的部门。";
	return "这个问题由最先接待的同事负责到底。";
}

const struct voice_rule enquiry_rule = {states, ENQUIRY_STATES, actions, ENQUIRY_ACTIONS, rows, why_not};
