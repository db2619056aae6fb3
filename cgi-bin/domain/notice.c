#include "domain/notice.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

/* In the texts, {who} {matter} {no} {due} {link} {centre} are replaced.  A phone shows some seventy characters of a
 * message at a glance: what happened and what to do come first. */
static const struct {
	const char *key;
	const char *subject;
	const char *body;
} notices[] = {
	{"submitted", "申请已提交",
	 "【{centre}】{who}：您申请的“{matter}”已提交，编号{no}。工作人员将在{due}前答复。查看进度：{link}"},
	{"pre_review_passed", "预审通过",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已通过预审，窗口将为您收件。查看进度：{link}"},
	{"pre_review_returned", "预审退回，请修改",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）有需要修改的地方，全部原因已一次列明，改好后可再次提交：{link}"},
	{"received", "窗口已收件",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）窗口已收件。{due}前会告诉您是否需要补正，逾期未告知即视为受理。查看：{link}"},
	{"correction", "请补正材料",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）需要补正材料，内容已一次列明，请按告知书逐项补正：{link}"},
	{"file_returned", "申请材料已退回",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）材料不齐全或不符合法定形式，已退回。请按告知书备齐后重新申请：{link}"},
	{"supplemented", "已收到补正材料",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）补正材料已收到，{due}前会告诉您结果。查看进度：{link}"},
	{"accepted", "申请已受理",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已受理，预计{due}前办结。受理通知书和进度：{link}"},
	{"deemed", "申请视为受理",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）依法视为已经受理，预计{due}前办结。受理通知书和进度：{link}"},
	{"not_accepted", "申请不予受理",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）不予受理，原因和救济途径见决定书：{link}"},
	{"withdrawn", "申请已撤回",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已按您的要求撤回。如不是您本人操作，请尽快联系我们：{link}"},
	{"terminated", "办理已终止",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已终止办理，原因和救济途径见告知书：{link}"},
	{"special_started", "进入特别程序",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）需要进行特别程序，所需时间已书面告知：{link}"},
	{"special_ended", "特别程序已结束",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）特别程序已结束，继续审查，预计{due}前办结：{link}"},
	{"suspended", "中止办理",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）暂时中止办理，原因见告知书：{link}"},
	{"resumed", "恢复办理",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已恢复办理，预计{due}前办结：{link}"},
	{"extended", "办理时限延长",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）办理时限经批准延长，理由见告知书，预计{due}前办结：{link}"},
	{"granted", "申请已准予",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已经准予，证件做好后会再告诉您。决定书：{link}"},
	{"refused", "申请未获准予",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）未获准予，理由和救济途径见决定书：{link}"},
	{"forwarded", "初审完毕，已上报",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）初审完毕，已报上级机关决定：{link}"},
	{"held", "请补齐容缺材料",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已有结果。请在{due}前补齐承诺后补的材料，补齐后即可领取：{link}"},
	{"gap_closed", "容缺材料已补齐",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）后补的材料已收到，符合要求：{link}"},
	{"gap_faulty", "补交的材料请再补",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）补交的材料还不符合要求，问题和怎样改已写明，请在{due}前再交来：{link}"},
	{"result_ready", "结果可以领取",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）结果已到窗口。领取请带身份证件；选择邮寄的，我们会尽快寄出：{link}"},
	{"remind", "结果等您领取",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）结果还在窗口等您领取。请带身份证件来；不方便来的，可以委托别人代领：{link}"},
	{"delivered", "结果已送达",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）结果已送达。如不是您本人或您委托的人领取，请尽快联系我们：{link}"},
	{"delivered_online", "结果已电子送达",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）结果已送达您的网上账户，请登录查看、下载：{link}"},
	{"mailed", "结果已寄出",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）结果已寄出，登录后可以看运单号：{link}"},
	{"mail_back", "邮件退回",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）的邮件没有送到，已退回窗口，请与我们联系：{link}"},
	{"part_granted", "其中一件已准予",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）已经准予。各件进度和决定书：{link}"},
	{"part_refused", "其中一件未获准予",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）未获准予，其他能独立办的照常办。理由和救济途径见决定书：{link}"},
	{"part_guided", "其中一件已给指导意见",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）不需要审批，主管部门给出了指导意见：{link}"},
	{"part_ready", "其中一件可以领取",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）结果已到窗口，可以先领这一件。领取请带身份证件：{link}"},
	{"part_delivered", "其中一件已领取",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）结果已领取。如不是您本人或您委托的人领取，请尽快联系我们：{link}"},
	{"parts_done", "各件都已办完",
	 "【{centre}】{who}：您申请的“{matter}”（{no}）各件都已办完，结果见通知书：{link}"},
	{"part_revoked", "其中一件的决定已撤销",
	 "【{centre}】{who}：您的“{matter}”（{no}）决定已撤销，其他各件不受影响。理由和救济途径见决定书：{link}"},
	{"revoked", "决定已撤销",
	 "【{centre}】{who}：您的“{matter}”（{no}）决定已撤销，理由和救济途径见决定书：{link}"},
};
#define NNOTICES (sizeof(notices) / sizeof(notices[0]))

static size_t notice_find(const char *key)
{
	size_t i = 0;

	while (i < NNOTICES && !text_eq(notices[i].key, key))
		i++;
	return i;
}

bool notice_known(const char *key)
{
	return notice_find(key) < NNOTICES;
}

static const char *value_of(const struct notice_facts *f, const char *name, size_t n)
{
	const struct {
		const char *name, *value;
	} values[] = {{"who", f->surname}, {"matter", f->matter}, {"no", f->short_no},
		      {"due", f->due},     {"link", f->link},     {"centre", f->centre}};

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		if (strlen(values[i].name) == n && memcmp(values[i].name, name, n) == 0)
			return text_or(values[i].value, "");
	return "";
}

static char *fill(void *ctx, const char *pattern, const struct notice_facts *f)
{
	char *out = mem_str(ctx, "");

	for (const char *p = pattern; *p;) {
		size_t plain = strcspn(p, "{");
		out = mem_fmt(ctx, "%s%.*s", out, (int)plain, p);
		p += plain;
		if (*p == '{') {
			size_t n = strcspn(++p, "}");
			out = mem_fmt(ctx, "%s%s", out, value_of(f, p, n));
			p += n + 1;
		}
	}
	return out;
}

bool notice_make(void *ctx, const char *key, const struct notice_facts *f, const char **subject, const char **body)
{
	size_t i = notice_find(key);

	if (i == NNOTICES)
		return false;
	*subject = notices[i].subject;
	*body = fill(ctx, notices[i].body, f);
	return true;
}
