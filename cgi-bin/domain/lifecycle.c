#include "domain/lifecycle.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define S(state) STATE_BIT(STATE_##state)
/* from submission up to, and without, the decision (rows 21 and 22) */
#define UNDECIDED                                                                                              \
	(S(SUBMITTED) | S(PRE_REVIEW) | S(RECEIVED) | S(CORRECTION) | S(ACCEPTED) | S(IN_REVIEW) |             \
	 S(SPECIAL_PROCEDURE) | S(SUSPENDED))
#define CLAIMABLE                                                                                              \
	(S(SUBMITTED) | S(RECEIVED) | S(ACCEPTED) | S(IN_REVIEW) | S(SPECIAL_PROCEDURE) | S(SUSPENDED) |         \
	 S(DECIDED) | S(RESULT_HELD) | S(RESULT_READY) | S(MAILING))
#define ALL_STOP                                                                                               \
	{[CLOCK_FEEDBACK] = CLOCK_STOP, [CLOCK_CORRECTION] = CLOCK_STOP, [CLOCK_LEGAL] = CLOCK_STOP,           \
	 [CLOCK_PROMISED] = CLOCK_STOP, [CLOCK_SPECIAL] = CLOCK_STOP, [CLOCK_GAP] = CLOCK_STOP,                \
	 [CLOCK_DELIVERY] = CLOCK_STOP, [CLOCK_MAIL] = CLOCK_STOP, [CLOCK_CHECK] = CLOCK_STOP,                 \
	 [CLOCK_ARCHIVE] = CLOCK_STOP}
/* act_for of case_clock.c leaves the gap clock alone where nothing was tolerated, and the like */
#define LIMITS_START                                                                                           \
	{[CLOCK_CORRECTION] = CLOCK_STOP, [CLOCK_LEGAL] = CLOCK_START, [CLOCK_PROMISED] = CLOCK_START,         \
	 [CLOCK_GAP] = CLOCK_START}
#define PAUSE_SOME {[CLOCK_LEGAL] = CLOCK_PAUSE, [CLOCK_PROMISED] = CLOCK_PAUSE}
#define RESUME_SOME {[CLOCK_LEGAL] = CLOCK_RESUME, [CLOCK_PROMISED] = CLOCK_RESUME, [CLOCK_SPECIAL] = CLOCK_STOP}
#define DECISION                                                                                               \
	{[CLOCK_CORRECTION] = CLOCK_STOP, [CLOCK_LEGAL] = CLOCK_STOP, [CLOCK_DELIVERY] = CLOCK_START,          \
	 [CLOCK_CHECK] = CLOCK_START, [CLOCK_ARCHIVE] = CLOCK_START}
#define REFUSAL                                                                                                \
	{[CLOCK_CORRECTION] = CLOCK_STOP, [CLOCK_LEGAL] = CLOCK_STOP, [CLOCK_DELIVERY] = CLOCK_START,          \
	 [CLOCK_GAP] = CLOCK_STOP, [CLOCK_ARCHIVE] = CLOCK_START}
#define DECIDER \
	(FACT_OWN_DEPT | FACT_CLAIM_FREE | FACT_OPINION | FACT_OTHER_ACCEPTED | FACT_PARTS_DONE | FACT_ONE_RESULT)
/* where the departments of a joint case work: from acceptance to the decision, unless the case rests */
#define PARTS_RUN (S(ACCEPTED) | S(IN_REVIEW) | S(SPECIAL_PROCEDURE))
#define PARTS_ISSUE \
	(PARTS_RUN | S(SUSPENDED) | S(DECIDED) | S(RESULT_READY))

#define DECIDED_STATES (S(DECIDED) | S(RESULT_HELD) | S(RESULT_READY) | S(MAILING) | S(DELIVERED) | S(ARCHIVED))
#define LAW_38 "《中华人民共和国行政许可法》第三十八条"
#define LAW_42 "《中华人民共和国行政许可法》第四十二条"
#define LAW_43 "《中华人民共和国行政许可法》第四十三条"
#define LAW_45 "《中华人民共和国行政许可法》第四十五条"
#define LAW_69 "《中华人民共和国行政许可法》第六十九条"
#define LAW_32_1 "《中华人民共和国行政许可法》第三十二条第一款第（一）、（二）项"
#define LAW_32_3 "《中华人民共和国行政许可法》第三十二条第一款第（三）项"
#define LAW_32_4 "《中华人民共和国行政许可法》第三十二条第一款第（四）项"
#define LAW_32_5 "《中华人民共和国行政许可法》第三十二条第一款第（五）项"

const struct transition lifecycle_table[] = {
	{.row = "1", .from = S(DRAFT), .action = ACTION_SUBMIT, .to = STATE_SUBMITTED,
	 .who = ROLES_PARTY,
	 .needs = FACT_OWN_CASE | FACT_WEB | FACT_FORM_VALID | FACT_MATERIALS_READY,
	 .effects = EFFECT_NUMBER | EFFECT_SUBMITTED,
	 .clocks = {[CLOCK_FEEDBACK] = CLOCK_START},
	 .document = DOCUMENT_SUBMISSION_RECEIPT, .message = "submitted",
	 .clause = "AY 6.1.2, 6.1.4", .label = "提交申请"},

	{.row = "2a", .from = S(SUBMITTED), .action = ACTION_PRE_REVIEW_CLAIM, .to = STATE_PRE_REVIEW,
	 .who = ROLE_PRE_REVIEWER,
	 .needs = FACT_IN_SCOPE | FACT_WEB | FACT_NOT_PRE_REVIEWED | FACT_UNCLAIMED,
	 .effects = EFFECT_CLAIM, .clause = "GD 7.1.3", .label = "领取并预审"},
	{.row = "2b", .from = S(PRE_REVIEW), .action = ACTION_PRE_REVIEW_RELEASE, .to = STATE_SUBMITTED,
	 .who = ROLE_PRE_REVIEWER, .needs = FACT_IN_SCOPE | FACT_CLAIM_MINE,
	 .effects = EFFECT_UNCLAIM, .clause = "GD 7.1.3", .label = "放回待办"},
	{.row = "2b", .from = S(PRE_REVIEW), .action = ACTION_PRE_REVIEW_RELEASE, .to = STATE_SUBMITTED,
	 .who = ROLE_COORDINATOR | ROLE_MANAGER, .needs = FACT_IN_SCOPE | FACT_CLAIM_OTHER, .asks = ASK_NOTE,
	 .effects = EFFECT_UNCLAIM, .clause = "GD 7.1.6", .label = "替他人放回待办"},
	{.row = "2c", .from = S(PRE_REVIEW), .action = ACTION_PRE_REVIEW_PASS, .to = STATE_SUBMITTED,
	 .who = ROLE_PRE_REVIEWER, .needs = FACT_IN_SCOPE | FACT_CLAIM_MINE | FACT_COMPLETE, .asks = ASK_VERDICTS,
	 .effects = EFFECT_PASS,
	 .document = DOCUMENT_PRE_REVIEW_OPINION, .message = "pre_review_passed",
	 .clause = "GD 7.1.3; AY 6.1.2", .label = "预审通过"},
	{.row = "2d", .from = S(PRE_REVIEW), .action = ACTION_PRE_REVIEW_RETURN, .to = STATE_DRAFT,
	 .who = ROLE_PRE_REVIEWER, .needs = FACT_IN_SCOPE | FACT_CLAIM_MINE,
	 .asks = ASK_VERDICTS | ASK_REASON_OR_ITEMS,
	 .effects = EFFECT_RETURN, .clocks = {[CLOCK_FEEDBACK] = CLOCK_STOP},
	 .document = DOCUMENT_PRE_REVIEW_OPINION, .message = "pre_review_returned",
	 .clause = "GD 7.1.3; AY 6.1.2", .label = "退回修改", .danger = true},

	{.row = "3", .from = S(SUBMITTED), .action = ACTION_RECEIVE, .to = STATE_RECEIVED,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_INTAKE_READY | FACT_CLAIM_FREE,
	 .effects = EFFECT_RECEIVE,
	 .clocks = {[CLOCK_FEEDBACK] = CLOCK_STOP, [CLOCK_CORRECTION] = CLOCK_START},
	 .document = DOCUMENT_RECEIPT_SLIP, .message = "received",
	 .clause = "AY 6.1.1; ZJG 8(2)", .label = "收件"},
	{.row = "3", .from = S(DRAFT), .action = ACTION_RECEIVE, .to = STATE_RECEIVED,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_PAPER | FACT_CLAIM_FREE,
	 .effects = EFFECT_NUMBER | EFFECT_SUBMITTED | EFFECT_RECEIVE,
	 .clocks = {[CLOCK_CORRECTION] = CLOCK_START},
	 .document = DOCUMENT_RECEIPT_SLIP, .message = "received",
	 .clause = "AY 6.1.1, 6.1.4; ZJG 8(2)", .label = "收件"},

	{.row = "-", .from = CLAIMABLE, .action = ACTION_CLAIM,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_TURN_WINDOW | FACT_UNCLAIMED,
	 .effects = EFFECT_CLAIM, .clause = "GD 7.1.4", .label = "领取"},
	{.row = "-", .from = CLAIMABLE, .action = ACTION_CLAIM,
	 .who = ROLES_DEPT, .needs = FACT_OWN_DEPT | FACT_TURN_DEPT | FACT_UNCLAIMED,
	 .effects = EFFECT_CLAIM, .clause = "AY 6.2.1", .label = "领取"},
	{.row = "-", .from = CLAIMABLE, .action = ACTION_RELEASE,
	 .who = ROLE_CLERK | ROLES_DEPT, .needs = FACT_IN_SCOPE | FACT_CLAIM_MINE,
	 .effects = EFFECT_UNCLAIM, .clause = "GD 7.1.4", .label = "放回待办"},
	{.row = "-", .from = CLAIMABLE, .action = ACTION_RELEASE,
	 .who = ROLE_COORDINATOR | ROLE_MANAGER, .needs = FACT_IN_SCOPE | FACT_CLAIM_OTHER, .asks = ASK_NOTE,
	 .effects = EFFECT_UNCLAIM, .clause = "GD 7.1.6", .label = "替他人放回待办"},

	{.row = "2", .from = S(PRE_REVIEW), .action = ACTION_JUDGE,
	 .who = ROLE_PRE_REVIEWER, .needs = FACT_IN_SCOPE | FACT_CLAIM_MINE, .asks = ASK_VERDICTS,
	 .clause = "GD 7.1.3", .label = "保存审核意见"},
	{.row = "3", .from = S(RECEIVED), .action = ACTION_JUDGE,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE, .asks = ASK_VERDICTS,
	 .clause = "AY 6.1.1; ZJG 12(1)", .label = "保存审核意见"},
	{.row = "3", .from = S(RECEIVED), .action = ACTION_JUDGE,
	 .who = ROLE_REVIEWER | ROLE_CHIEF, .needs = FACT_OWN_DEPT | FACT_TURN_DEPT | FACT_CLAIM_FREE,
	 .asks = ASK_VERDICTS, .clause = "ZJG 11(5)", .label = "保存审核意见"},

	{.row = "4", .from = S(RECEIVED), .action = ACTION_CORRECT_ON_SPOT,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE, .asks = ASK_NOTE | ASK_VERDICTS | ASK_ANSWERS,
	 .clause = "ALL 32(3); CQ 5.2.2", .law = LAW_32_3, .label = "当场更正"},

	{.row = "5a", .from = S(RECEIVED), .action = ACTION_ASK_CONFIRMATION,
	 .who = ROLE_CLERK,
	 .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_ITEMS_LISTED | FACT_CONFIRM_OPEN | FACT_NOTICE_ALLOWED,
	 .asks = ASK_VERDICTS, .effects = EFFECT_ASKED, .clause = "AY 6.1.3", .label = "请部门确认补正内容"},
	{.row = "5b", .from = S(RECEIVED), .action = ACTION_CONFIRM_CORRECTION,
	 .who = ROLES_DEPT, .needs = FACT_OWN_DEPT | FACT_ITEMS_LISTED | FACT_CONFIRM_ASKED,
	 .effects = EFFECT_CONFIRMED, .clause = "AY 6.1.3", .label = "确认补正内容"},
	{.row = "5b", .from = S(RECEIVED), .action = ACTION_CONFIRM_CORRECTION,
	 .who = ROLES_DEPT,
	 .needs = FACT_OWN_DEPT | FACT_DEPT_ACCEPTS | FACT_ITEMS_LISTED | FACT_CONFIRM_OPEN | FACT_CLAIM_FREE |
		  FACT_NOTICE_ALLOWED,
	 .asks = ASK_VERDICTS, .effects = EFFECT_CONFIRMED, .clause = "AY 6.1.3", .label = "交窗口告知补正"},
	{.row = "5c", .from = S(RECEIVED), .action = ACTION_DECLINE_CORRECTION,
	 .who = ROLES_DEPT, .needs = FACT_OWN_DEPT | FACT_CONFIRM_ASKED, .asks = ASK_NOTE,
	 .effects = EFFECT_UNCONFIRM, .clause = "AY 6.1.3", .label = "不同意补正内容"},
	{.row = "5d", .from = S(RECEIVED), .action = ACTION_PERMIT_REPEAT,
	 .who = ROLE_SUPERVISOR, .needs = FACT_IN_SCOPE | FACT_REPEAT_OPEN, .asks = ASK_NOTE,
	 .effects = EFFECT_PERMIT, .clause = "ALL 32(4), 72(4)", .label = "批准再次告知补正"},
	{.row = "5", .from = S(RECEIVED), .action = ACTION_NOTIFY_CORRECTION, .to = STATE_CORRECTION,
	 .who = ROLE_CLERK,
	 .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_CORRECTABLE | FACT_ITEMS_LISTED | FACT_CONFIRM_DONE |
		  FACT_NOTICE_ALLOWED,
	 .asks = ASK_VERDICTS, .effects = EFFECT_LIST, .clocks = {[CLOCK_CORRECTION] = CLOCK_STOP},
	 .document = DOCUMENT_ONE_TIME_NOTICE, .message = "correction",
	 .clause = "AY 6.1.3; CQ 5.2.2, App A; ZJG 8(4); ALL 32(4)", .law = LAW_32_4,
	 .label = "发出一次性告知书", .danger = true},
	{.row = "5r", .from = S(RECEIVED), .action = ACTION_RETURN_FILE, .to = STATE_NOT_ACCEPTED,
	 .who = ROLE_CLERK,
	 .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_WHOLE_RETURN | FACT_ITEMS_LISTED | FACT_CONFIRM_DONE,
	 .asks = ASK_VERDICTS, .effects = EFFECT_LIST, .clocks = ALL_STOP,
	 .document = DOCUMENT_ONE_TIME_NOTICE, .message = "file_returned",
	 .clause = "ZJG 8(4), 11(5); F4", .label = "退件并一次性告知", .danger = true},

	/* C.2 leaves the clock of row 6 open.  The five days of ALL 32(4) run from receiving materials, so they run anew
	 * from the supplements: silence must not become a way out. */
	{.row = "6", .from = S(CORRECTION), .action = ACTION_ANSWER_CORRECTION, .to = STATE_RECEIVED,
	 .who = ROLES_PARTY, .needs = FACT_OWN_CASE | FACT_ITEMS_SUPPLIED,
	 .effects = EFFECT_UNCONFIRM, .clocks = {[CLOCK_CORRECTION] = CLOCK_START},
	 .document = DOCUMENT_SUPPLEMENT_RECEIPT, .message = "supplemented",
	 .clause = "ALL 32(5)", .law = LAW_32_5, .label = "提交补正材料"},
	{.row = "6", .from = S(CORRECTION), .action = ACTION_ANSWER_CORRECTION, .to = STATE_RECEIVED,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_ITEMS_SUPPLIED,
	 .effects = EFFECT_UNCONFIRM, .clocks = {[CLOCK_CORRECTION] = CLOCK_START},
	 .document = DOCUMENT_SUPPLEMENT_RECEIPT, .message = "supplemented",
	 .clause = "ALL 32(5)", .law = LAW_32_5, .label = "接收补正材料"},

	{.row = "7", .from = S(RECEIVED), .action = ACTION_ACCEPT, .to = STATE_ACCEPTED,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_WINDOW_ACCEPTS | FACT_COMPLETE | FACT_CLAIM_FREE,
	 .asks = ASK_VERDICTS, .effects = EFFECT_ACCEPT, .clocks = LIMITS_START,
	 .document = DOCUMENT_ACCEPTANCE_NOTICE, .message = "accepted",
	 .clause = "ALL 32(5); AY 6.1.1", .law = LAW_32_5, .label = "受理"},
	{.row = "7", .from = S(RECEIVED), .action = ACTION_ACCEPT, .to = STATE_ACCEPTED,
	 .who = ROLE_REVIEWER | ROLE_CHIEF,
	 .needs = FACT_OWN_DEPT | FACT_DEPT_ACCEPTS | FACT_COMPLETE | FACT_CLAIM_FREE,
	 .asks = ASK_VERDICTS, .effects = EFFECT_ACCEPT, .clocks = LIMITS_START,
	 .document = DOCUMENT_ACCEPTANCE_NOTICE, .message = "accepted",
	 .clause = "ALL 32(5); ZJG 11(5)", .law = LAW_32_5, .label = "受理"},
	{.row = "8", .from = S(RECEIVED), .action = ACTION_DEEM_ACCEPTED, .to = STATE_ACCEPTED,
	 .who = ROLE_SYSTEM, .needs = FACT_NOTICE_OVERDUE,
	 .effects = EFFECT_ACCEPT | EFFECT_SUPERVISE, .clocks = LIMITS_START,
	 .document = DOCUMENT_DEEMED_NOTICE, .message = "deemed",
	 .clause = "ALL 32(4)", .law = LAW_32_4, .label = "依法视为受理"},
	{.row = "9", .from = S(RECEIVED), .action = ACTION_REFUSE_ACCEPTANCE, .to = STATE_NOT_ACCEPTED,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_WINDOW_ACCEPTS | FACT_CLAIM_FREE,
	 .asks = ASK_REASON | ASK_GROUND, .clocks = ALL_STOP,
	 .document = DOCUMENT_NON_ACCEPTANCE, .message = "not_accepted",
	 .clause = "ALL 32(1)(2); AY 6.1.1", .law = LAW_32_1, .label = "不予受理", .danger = true},
	{.row = "9", .from = S(RECEIVED), .action = ACTION_REFUSE_ACCEPTANCE, .to = STATE_NOT_ACCEPTED,
	 .who = ROLE_REVIEWER | ROLE_CHIEF, .needs = FACT_OWN_DEPT | FACT_DEPT_ACCEPTS | FACT_CLAIM_FREE,
	 .asks = ASK_REASON | ASK_GROUND, .clocks = ALL_STOP,
	 .document = DOCUMENT_NON_ACCEPTANCE, .message = "not_accepted",
	 .clause = "ALL 32(1)(2); ZJG 11(5)", .law = LAW_32_1, .label = "不予受理", .danger = true},

	/* Row 10.  The department sees the case the moment it is accepted; its reviewer takes it up, and with it whatever
	 * paper the window has sent. */
	{.row = "10", .from = S(ACCEPTED), .action = ACTION_HAND_OVER,
	 .who = ROLE_CLERK | ROLE_COORDINATOR, .needs = FACT_IN_SCOPE | FACT_PAPER_HELD,
	 .effects = EFFECT_PAPER_SENT, .document = DOCUMENT_HANDOVER_SLIP,
	 .clause = "AY 6.1.5; ZJG 8(5)", .label = "移交纸质材料"},
	{.row = "10", .from = S(ACCEPTED), .action = ACTION_BEGIN_REVIEW, .to = STATE_IN_REVIEW,
	 .who = ROLE_REVIEWER | ROLE_CHIEF, .needs = FACT_OWN_DEPT | FACT_CLAIM_FREE | FACT_PAPER_SETTLED,
	 .effects = EFFECT_CLAIM | EFFECT_PAPER_SIGNED, .document = DOCUMENT_HANDOVER_RECEIPT,
	 .clause = "AY 6.1.5, 6.2.1; ZJG 8(5)", .label = "签收并开始审查"},
	{.row = "15", .from = S(IN_REVIEW), .action = ACTION_OPINE,
	 .who = ROLE_REVIEWER | ROLE_CHIEF, .needs = FACT_OWN_DEPT | FACT_CLAIM_FREE, .asks = ASK_STANCE | ASK_NOTE,
	 .effects = EFFECT_OPINION | EFFECT_UNCLAIM, .document = DOCUMENT_REVIEW_OPINION,
	 .clause = "AY 6.2.1; ZJG 11(5)", .label = "提出审查意见"},

	{.row = "11", .from = S(IN_REVIEW), .action = ACTION_SPECIAL_START, .to = STATE_SPECIAL_PROCEDURE,
	 .who = ROLE_REVIEWER | ROLE_CHIEF, .needs = FACT_OWN_DEPT | FACT_CLAIM_FREE | FACT_HAS_SPECIAL,
	 .asks = ASK_SPECIAL | ASK_REASON, .effects = EFFECT_SPECIAL,
	 .clocks = {[CLOCK_LEGAL] = CLOCK_PAUSE, [CLOCK_PROMISED] = CLOCK_PAUSE, [CLOCK_SPECIAL] = CLOCK_START},
	 .document = DOCUMENT_SPECIAL_NOTICE, .message = "special_started",
	 .clause = "ALL 45; AY 4.2.2", .law = LAW_45, .label = "启动特别程序"},
	{.row = "12", .from = S(SPECIAL_PROCEDURE), .action = ACTION_SPECIAL_END, .to = STATE_IN_REVIEW,
	 .who = ROLE_REVIEWER | ROLE_CHIEF, .needs = FACT_OWN_DEPT | FACT_CLAIM_FREE,
	 .asks = ASK_REASON | ASK_INSPECTORS, .effects = EFFECT_SPECIAL_OVER, .clocks = RESUME_SOME,
	 .document = DOCUMENT_SPECIAL_RESULT, .message = "special_ended",
	 .clause = "ALL 45; AY 4.2.2", .law = LAW_45, .label = "登记特别程序结果"},
	{.row = "13", .from = S(IN_REVIEW), .action = ACTION_SUSPEND, .to = STATE_SUSPENDED,
	 .who = ROLE_LEADER, .needs = FACT_OWN_DEPT | FACT_SUSPENDABLE,
	 .asks = ASK_CAUSE | ASK_REASON, .effects = EFFECT_SUSPEND, .clocks = PAUSE_SOME,
	 .document = DOCUMENT_SUSPENSION, .message = "suspended",
	 .clause = "C.2 row 13", .label = "中止办理", .danger = true},
	{.row = "13", .from = S(SUSPENDED), .action = ACTION_RESUME, .to = STATE_IN_REVIEW,
	 .who = ROLE_LEADER, .needs = FACT_OWN_DEPT, .asks = ASK_REASON, .clocks = RESUME_SOME,
	 .document = DOCUMENT_RESUMPTION, .message = "resumed",
	 .clause = "C.2 row 13", .label = "恢复办理"},
	{.row = "14", .from = S(IN_REVIEW) | S(SPECIAL_PROCEDURE), .action = ACTION_EXTEND,
	 .who = ROLE_LEADER, .needs = FACT_OWN_DEPT | FACT_EXTENDABLE | FACT_BEFORE_DUE,
	 .asks = ASK_DAYS | ASK_REASON, .effects = EFFECT_EXTEND,
	 .clocks = {[CLOCK_LEGAL] = CLOCK_MOVE, [CLOCK_PROMISED] = CLOCK_MOVE},
	 .document = DOCUMENT_EXTENSION, .message = "extended",
	 .clause = "ALL 42; CQ 5.7.3", .law = LAW_42, .label = "批准延期"},

	{.row = "15", .from = S(IN_REVIEW), .action = ACTION_GRANT, .to = STATE_DECIDED,
	 .who = ROLE_CHIEF | ROLE_LEADER, .needs = DECIDER | FACT_INSPECTED | FACT_DECIDED_HERE | FACT_PARTS_CONSENT,
	 .asks = ASK_VALIDITY, .effects = EFFECT_GRANT, .clocks = DECISION,
	 .document = DOCUMENT_GRANT, .message = "granted",
	 .clause = "ALL 34, 38, 39; AY 6.2.1", .law = LAW_38, .label = "准予"},
	{.row = "15", .from = S(IN_REVIEW), .action = ACTION_REFUSE, .to = STATE_DECIDED,
	 .who = ROLE_CHIEF | ROLE_LEADER, .needs = DECIDER | FACT_DECIDED_HERE,
	 .asks = ASK_REASON, .effects = EFFECT_REFUSE, .clocks = REFUSAL,
	 .document = DOCUMENT_REFUSAL, .message = "refused",
	 .clause = "ALL 38; AY 6.2.1", .law = LAW_38, .label = "不予", .danger = true},
	{.row = "15", .from = S(IN_REVIEW), .action = ACTION_FORWARD, .to = STATE_DECIDED,
	 .who = ROLE_CHIEF | ROLE_LEADER, .needs = DECIDER | FACT_UPWARD | FACT_PARTS_CONSENT,
	 .asks = ASK_REASON, .effects = EFFECT_FORWARD, .clocks = REFUSAL,
	 .document = DOCUMENT_FORWARDING, .message = "forwarded",
	 .clause = "ALL 43; ZJG 11(2)", .law = LAW_43, .label = "初审完毕，上报"},
	{.row = "15", .from = S(RECEIVED), .action = ACTION_GRANT_ON_SPOT, .to = STATE_DECIDED,
	 .who = ROLE_CLERK,
	 .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_INSTANT | FACT_LETTER | FACT_COMPLETE | FACT_DECIDED_HERE,
	 .asks = ASK_VERDICTS | ASK_VALIDITY, .effects = EFFECT_ACCEPT | EFFECT_GRANT | EFFECT_ON_SPOT,
	 .clocks = {[CLOCK_CORRECTION] = CLOCK_STOP, [CLOCK_LEGAL] = CLOCK_STOP, [CLOCK_PROMISED] = CLOCK_STOP,
		    [CLOCK_GAP] = CLOCK_START, [CLOCK_DELIVERY] = CLOCK_START, [CLOCK_CHECK] = CLOCK_START,
		    [CLOCK_ARCHIVE] = CLOCK_START},
	 .document = DOCUMENT_GRANT, .message = "granted",
	 .clause = "GD 6.2.2, 9.4; AY 4.2.2", .label = "当场办结"},

	{.row = "16", .from = S(DECIDED), .action = ACTION_HOLD_RESULT, .to = STATE_RESULT_HELD,
	 .who = ROLE_SYSTEM, .needs = FACT_GRANTED | FACT_GAPS_OPEN, .message = "held",
	 .clause = "ZJG 10(4)", .label = "容缺待补，暂不发放结果", .at_once = true},
	{.row = "16", .from = S(RESULT_HELD), .action = ACTION_CLOSE_GAP, .to = STATE_DECIDED,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_GAPS_OPEN | FACT_GAPS_SUPPLIED | FACT_GAPS_RIGHT,
	 .asks = ASK_VERDICTS, .clocks = {[CLOCK_GAP] = CLOCK_STOP},
	 .document = DOCUMENT_SUPPLEMENT_RECEIPT, .message = "gap_closed",
	 .clause = "ZJG 10(4), 12(2)", .label = "容缺材料已补齐"},
	{.row = "16", .from = S(ACCEPTED) | S(IN_REVIEW) | S(SPECIAL_PROCEDURE) | S(SUSPENDED),
	 .action = ACTION_CLOSE_GAP, .who = ROLE_CLERK,
	 .needs = FACT_IN_SCOPE | FACT_GAPS_OPEN | FACT_GAPS_SUPPLIED | FACT_GAPS_RIGHT,
	 .asks = ASK_VERDICTS, .clocks = {[CLOCK_GAP] = CLOCK_STOP},
	 .document = DOCUMENT_SUPPLEMENT_RECEIPT, .message = "gap_closed",
	 .clause = "ZJG 10(4), 12(2)", .label = "容缺材料已补齐"},

	/* C.4 says nothing of what comes and is faulty.  As with every notice, each fault is told with what would be right; the
	 * day by which it has to come stays as it was promised. */
	{.row = "16", .from = S(RESULT_HELD), .action = ACTION_RETURN_GAP,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_GAPS_OPEN | FACT_GAPS_CAME | FACT_GAPS_FAULTY,
	 .asks = ASK_VERDICTS, .effects = EFFECT_GAP_BACK, .message = "gap_faulty",
	 .clause = "ZJG 10(4), 12(2); ALL 32(4)", .label = "补交的材料退回再补"},
	{.row = "16", .from = S(ACCEPTED) | S(IN_REVIEW) | S(SPECIAL_PROCEDURE) | S(SUSPENDED),
	 .action = ACTION_RETURN_GAP, .who = ROLE_CLERK,
	 .needs = FACT_IN_SCOPE | FACT_GAPS_OPEN | FACT_GAPS_CAME | FACT_GAPS_FAULTY,
	 .asks = ASK_VERDICTS, .effects = EFFECT_GAP_BACK, .message = "gap_faulty",
	 .clause = "ZJG 10(4), 12(2); ALL 32(4)", .label = "补交的材料退回再补"},

	{.row = "17", .from = S(DECIDED), .action = ACTION_HAND_RESULT, .to = STATE_RESULT_READY,
	 .who = ROLES_DEPT, .needs = FACT_OWN_DEPT | FACT_CLAIM_FREE | FACT_NO_GAPS,
	 .effects = EFFECT_AWAIT, .clocks = {[CLOCK_PROMISED] = CLOCK_STOP, [CLOCK_MAIL] = CLOCK_START},
	 .document = DOCUMENT_RESULT_HANDOVER, .message = "result_ready",
	 .clause = "AY 6.3.1; ZJG 10(1)", .label = "结果送交窗口"},
	{.row = "17", .from = S(DECIDED), .action = ACTION_HAND_RESULT, .to = STATE_RESULT_READY,
	 .who = ROLE_SYSTEM, .needs = FACT_ON_SPOT | FACT_NO_GAPS,
	 .effects = EFFECT_AWAIT, .clocks = {[CLOCK_PROMISED] = CLOCK_STOP, [CLOCK_MAIL] = CLOCK_START},
	 .document = DOCUMENT_RESULT_HANDOVER, .clause = "GD 6.2.2, 9.4", .label = "结果已在窗口", .at_once = true},

	{.row = "18", .from = S(RESULT_READY), .action = ACTION_ISSUE, .to = STATE_DELIVERED,
	 .who = ROLE_ISSUER | ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_NO_GAPS | FACT_BY_HAND,
	 .asks = ASK_RECEIVER, .clocks = {[CLOCK_DELIVERY] = CLOCK_STOP, [CLOCK_MAIL] = CLOCK_STOP},
	 .document = DOCUMENT_PROOF_OF_SERVICE, .message = "delivered",
	 .clause = "AY 6.3.2; ZJG 10(2)", .label = "窗口发放"},
	{.row = "18", .from = S(RESULT_READY), .action = ACTION_DELIVER_ELECTRONIC, .to = STATE_DELIVERED,
	 .who = ROLE_SYSTEM, .needs = FACT_ELECTRONIC | FACT_NO_GAPS,
	 .clocks = {[CLOCK_DELIVERY] = CLOCK_STOP, [CLOCK_MAIL] = CLOCK_STOP},
	 .document = DOCUMENT_PROOF_OF_SERVICE, .message = "delivered_online",
	 .clause = "AY 6.2.4, 6.3.2", .label = "电子送达", .at_once = true},
	{.row = "19", .from = S(RESULT_READY), .action = ACTION_MAIL, .to = STATE_MAILING,
	 .who = ROLE_ISSUER | ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE | FACT_NO_GAPS | FACT_BY_MAIL,
	 .asks = ASK_WAYBILL, .effects = EFFECT_MAIL, .clocks = {[CLOCK_MAIL] = CLOCK_STOP},
	 .document = DOCUMENT_WAYBILL, .message = "mailed",
	 .clause = "ZJG 10(3); AY 6.3.3", .label = "交寄"},
	{.row = "19", .from = S(MAILING), .action = ACTION_CONFIRM_MAIL, .to = STATE_DELIVERED,
	 .who = ROLE_ISSUER | ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE, .asks = ASK_NOTE,
	 .clocks = {[CLOCK_DELIVERY] = CLOCK_STOP},
	 .document = DOCUMENT_PROOF_OF_SERVICE, .message = "delivered",
	 .clause = "ZJG 10(3); AY 6.3.4", .label = "登记签收"},
	{.row = "19", .from = S(MAILING), .action = ACTION_MAIL_BACK, .to = STATE_RESULT_READY,
	 .who = ROLE_ISSUER | ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_CLAIM_FREE, .asks = ASK_REASON,
	 .effects = EFFECT_AWAIT, .clocks = {[CLOCK_MAIL] = CLOCK_START}, .message = "mail_back",
	 .clause = "ZJG 10(3)", .label = "邮件退回"},
	{.row = "18", .from = S(RESULT_READY), .action = ACTION_REMIND,
	 .who = ROLE_SYSTEM, .needs = FACT_UNCOLLECTED, .effects = EFFECT_AWAIT, .message = "remind",
	 .clause = "AY 6.3.2; GD 7.1.5", .label = "提醒领取结果"},
	{.row = "20", .from = S(DELIVERED), .action = ACTION_ARCHIVE, .to = STATE_ARCHIVED,
	 .who = ROLE_CLERK | ROLE_ISSUER | ROLE_COORDINATOR | ROLE_REVIEWER, .needs = FACT_IN_SCOPE,
	 .clocks = {[CLOCK_ARCHIVE] = CLOCK_STOP}, .document = DOCUMENT_ARCHIVE_LIST,
	 .clause = "AY 6.4; ZJG 12(4)", .label = "归档"},

	/* A file returned by pre-review is a draft again; who has a number may also give it up. */
	{.row = "21", .from = UNDECIDED | S(DRAFT), .action = ACTION_WITHDRAW, .to = STATE_WITHDRAWN,
	 .who = ROLES_PARTY, .needs = FACT_OWN_CASE | FACT_NUMBERED, .clocks = ALL_STOP,
	 .document = DOCUMENT_WITHDRAWAL, .message = "withdrawn",
	 .clause = "C.2 row 21", .label = "撤回申请", .danger = true},
	{.row = "21", .from = UNDECIDED, .action = ACTION_WITHDRAW, .to = STATE_WITHDRAWN,
	 .who = ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_PAPER | FACT_CLAIM_FREE, .asks = ASK_NOTE, .clocks = ALL_STOP,
	 .document = DOCUMENT_WITHDRAWAL, .message = "withdrawn",
	 .clause = "C.2 row 21", .label = "登记书面撤回", .danger = true},
	{.row = "22", .from = UNDECIDED, .action = ACTION_TERMINATE, .to = STATE_TERMINATED,
	 .who = ROLES_DEPT, .needs = FACT_OWN_DEPT, .asks = ASK_REASON, .clocks = ALL_STOP,
	 .document = DOCUMENT_TERMINATION, .message = "terminated",
	 .clause = "C.2 row 22", .label = "终止办理", .danger = true},

	{.row = "22", .from = S(RESULT_HELD), .action = ACTION_TERMINATE, .to = STATE_TERMINATED,
	 .who = ROLES_DEPT, .needs = FACT_OWN_DEPT | FACT_GAPS_OPEN | FACT_GAP_OVERDUE, .asks = ASK_REASON, .clocks = ALL_STOP,
	 .effects = EFFECT_REVOKE, .document = DOCUMENT_TERMINATION, .message = "terminated",
	 .clause = "C.2 row 22", .label = "终止办理", .danger = true},
	{.row = "23", .from = DECIDED_STATES, .action = ACTION_REVOKE, .to = STATE_REVOKED,
	 .who = ROLE_LEADER, .needs = FACT_OWN_DEPT | FACT_GRANTED | FACT_ONE_RESULT,
	 .asks = ASK_REASON | ASK_REVOKE_GROUND,
	 .effects = EFFECT_REVOKE, .clocks = ALL_STOP, .document = DOCUMENT_REVOCATION, .message = "revoked",
	 .clause = "ALL 69; CQ 5.3.5, App B", .law = LAW_69, .label = "撤销决定", .danger = true},
	{.row = "23", .from = DECIDED_STATES, .action = ACTION_PASS_CHECK,
	 .who = ROLE_REVIEWER | ROLE_CHIEF, .needs = FACT_OWN_DEPT | FACT_CHECK_OPEN, .asks = ASK_NOTE | ASK_INSPECTORS,
	 .clocks = {[CLOCK_CHECK] = CLOCK_STOP}, .document = DOCUMENT_CHECK_RECORD,
	 .clause = "CQ 5.3.5", .label = "承诺核查通过"},

	/* Joint and parallel (REV-2, REV-3; see domain/case_part.h for the rule on silence and conflict).  A department speaks
	 * and decides for its own part only; the lead coordinates, and decides for nobody else. */
	{.row = "15j", .from = PARTS_RUN, .action = ACTION_PART_AGREE, .part = PART_AGREED,
	 .who = ROLES_DEPT, .needs = FACT_PART_OPINES, .asks = ASK_NOTE,
	 .document = DOCUMENT_PART_OPINION,
	 .clause = "AY 6.2.2; ZJG 9(2)", .label = "联办意见：同意"},
	{.row = "15j", .from = PARTS_RUN, .action = ACTION_PART_OBJECT, .part = PART_AGAINST,
	 .who = ROLES_DEPT, .needs = FACT_PART_OPINES, .asks = ASK_NOTE,
	 .document = DOCUMENT_PART_OPINION,
	 .clause = "AY 6.2.2; ZJG 9(2)", .label = "联办意见：不同意"},
	{.row = "15j", .from = PARTS_RUN, .action = ACTION_PART_SILENT, .part = PART_SILENT,
	 .who = ROLE_SYSTEM, .needs = FACT_PART_OVERDUE,
	 .clause = "CQ 5.6.1, 5.6.2; AY 6.2.2", .label = "逾期未提意见"},
	/* where the promised limit counts from a part (F8), the row that ends that part starts it: act_for of case_clock.c */
	{.row = "15p", .from = PARTS_RUN, .action = ACTION_PART_GRANT, .part = PART_GRANTED,
	 .who = ROLE_CHIEF | ROLE_LEADER, .needs = FACT_PART_DECIDES | FACT_OTHER_ACCEPTED, .asks = ASK_VALIDITY,
	 .clocks = {[CLOCK_PROMISED] = CLOCK_START},
	 .document = DOCUMENT_GRANT, .message = "part_granted",
	 .clause = "ALL 34, 38, 39; CQ 5.5.2", .law = LAW_38, .label = "准予这一件"},
	{.row = "15p", .from = PARTS_RUN, .action = ACTION_PART_REFUSE, .part = PART_REFUSED,
	 .who = ROLE_CHIEF | ROLE_LEADER, .needs = FACT_PART_DECIDES | FACT_OTHER_ACCEPTED, .asks = ASK_REASON,
	 .clocks = {[CLOCK_PROMISED] = CLOCK_START},
	 .document = DOCUMENT_REFUSAL, .message = "part_refused",
	 .clause = "ALL 38; CQ 5.5.2", .law = LAW_38, .label = "不予这一件", .danger = true},
	{.row = "15p", .from = PARTS_RUN, .action = ACTION_PART_GUIDE, .part = PART_GUIDED,
	 .who = ROLES_DEPT, .needs = FACT_PART_GUIDES, .asks = ASK_REASON,
	 .clocks = {[CLOCK_PROMISED] = CLOCK_START},
	 .document = DOCUMENT_PART_GUIDANCE, .message = "part_guided",
	 .clause = "CQ 5.5.2", .label = "给出指导意见"},
	{.row = "15p", .from = S(ACCEPTED) | S(IN_REVIEW), .action = ACTION_PARTS_CONCLUDE, .to = STATE_DECIDED,
	 .who = ROLE_SYSTEM, .needs = FACT_PARTS_SETTLED, .effects = EFFECT_CONCLUDE, .clocks = DECISION,
	 .document = DOCUMENT_PARTS_RESULT, .message = "parts_done",
	 .clause = "CQ 5.5.2; AY 6.2.2", .label = "各件都已办完", .at_once = true},
	{.row = "17p", .from = PARTS_RUN | S(SUSPENDED) | S(DECIDED), .action = ACTION_PART_HAND_RESULT,
	 .who = ROLES_DEPT, .needs = FACT_PART_HANDABLE, .effects = EFFECT_PART_READY,
	 .document = DOCUMENT_RESULT_HANDOVER, .message = "part_ready",
	 .clause = "AY 6.3.1; ZJG 10(1); CQ 5.5.2", .label = "这一件送交窗口"},
	{.row = "18p", .from = PARTS_ISSUE, .action = ACTION_PART_ISSUE,
	 .who = ROLE_ISSUER | ROLE_CLERK, .needs = FACT_IN_SCOPE | FACT_PART_ISSUABLE | FACT_NO_GAPS | FACT_BY_HAND,
	 .asks = ASK_RECEIVER, .effects = EFFECT_PART_ISSUE,
	 .document = DOCUMENT_PROOF_OF_SERVICE, .message = "part_delivered",
	 .clause = "AY 6.3.2; ZJG 10(2); CQ 5.5.2", .label = "发放这一件"},
	/* before the next: what was revoked is not a result that came to the applicant */
	{.row = "23p", .from = DECIDED_STATES, .action = ACTION_PARTS_REVOKED, .to = STATE_REVOKED,
	 .who = ROLE_SYSTEM, .needs = FACT_PARTS_REVOKED | FACT_GRANTED, .clocks = ALL_STOP,
	 .clause = "ALL 69; CQ 5.5.2", .law = LAW_69, .label = "准予的各件都已撤销", .at_once = true},
	{.row = "18p", .from = S(DECIDED) | S(RESULT_READY), .action = ACTION_PARTS_DELIVERED, .to = STATE_DELIVERED,
	 .who = ROLE_SYSTEM, .needs = FACT_PARTS_SETTLED | FACT_NO_GAPS,
	 .clocks = {[CLOCK_PROMISED] = CLOCK_STOP, [CLOCK_DELIVERY] = CLOCK_STOP, [CLOCK_MAIL] = CLOCK_STOP},
	 .clause = "AY 6.3.2; CQ 5.5.2", .label = "各件都已领取", .at_once = true},
	/* Whoever granted a part revokes it, and nobody else's part falls with it. */
	{.row = "23p", .from = PARTS_RUN | S(SUSPENDED) | DECIDED_STATES, .action = ACTION_PART_REVOKE, .part = PART_REVOKED,
	 .who = ROLE_LEADER, .needs = FACT_PART_REVOCABLE, .asks = ASK_REASON | ASK_REVOKE_GROUND,
	 .effects = EFFECT_REVOKE, .document = DOCUMENT_REVOCATION, .message = "part_revoked",
	 .clause = "ALL 69; CQ 5.3.5, 5.5.2, App B", .law = LAW_69, .label = "撤销这一件", .danger = true},

	{.action = ACTION_NONE},
};

/* --- questions --------------------------------------------------------------------------------------- */

static const struct {
	factset fact;
	const char *say;
} missing_text[] = {
	{FACT_OWN_CASE, "这不是您的申请。"},
	{FACT_IN_SCOPE, "这个办件不属于您的部门。"},
	{FACT_OWN_DEPT, "只有本事项的业务主管部门可以办理这一步。"},
	{FACT_WEB, "这一步只用于网上申请。"},
	{FACT_PAPER, "网上申请由申请人本人在网上办理这一步。"},
	{FACT_NUMBERED, "还没有提交过的草稿，请直接删除。"},
	{FACT_FORM_VALID, "表单还有没填好的地方，请按提示改好后再提交。"},
	{FACT_MATERIALS_READY, "还有必须提供的材料没有备齐，请补齐后再提交。"},
	{FACT_NOT_PRE_REVIEWED, "这个办件已经通过预审。"},
	{FACT_INTAKE_READY, "网上申请要先通过预审，才能收件。"},
	{FACT_CLAIM_MINE, "请先领取这个办件，再办理。"},
	{FACT_UNCLAIMED, "这个办件已经有人领取。"},
	{FACT_CLAIM_FREE, "这个办件正由其他工作人员办理。"},
	{FACT_CLAIM_OTHER, "没有其他人领取这个办件。"},
	{FACT_TURN_WINDOW, "这个办件现在不在窗口办理。"},
	{FACT_TURN_DEPT, "这个办件现在不在部门办理。"},
	{FACT_WINDOW_ACCEPTS, "这个事项由业务主管部门决定是否受理，窗口只收件。"},
	{FACT_DEPT_ACCEPTS, "这个事项由综合窗口受理。"},
	{FACT_CORRECTABLE, "这个事项的材料不齐全时，应当退件并一次性告知，由申请人备齐后重新申请。"},
	{FACT_WHOLE_RETURN, "这个事项的材料不齐全时，应当一次性告知补正，不退件。"},
	{FACT_ITEMS_LISTED, "请先逐项注明哪些材料不齐全或不符合法定形式，并写明问题和补正要求。"},
	{FACT_COMPLETE, "还有材料没有审核，或审核为不齐全、不符合法定形式。"},
	{FACT_CONFIRM_ASKED, "窗口还没有请部门确认补正内容。"},
	{FACT_CONFIRM_OPEN, "补正内容不需要再请部门确认。"},
	{FACT_NOTICE_ALLOWED, "补正内容应当一次告知。这次收件已经发出过告知书，再次告知须由监察人员写明理由批准。"},
	{FACT_CONFIRM_DONE, "补正内容须先经业务主管部门确认。"},
	{FACT_REPEAT_OPEN, "现在不需要批准再次告知。"},
	{FACT_ITEMS_SUPPLIED, "告知书列出的内容还没有全部补正。"},
	{FACT_NOTICE_OVERDUE, "告知补正的期限还没有过。"},
	{FACT_PAPER_HELD, "没有需要移交的纸质材料。"},
	{FACT_PAPER_SETTLED, "窗口还没有移交纸质材料。"},
	{FACT_HAS_SPECIAL, "这个事项没有特别程序。"},
	{FACT_SUSPENDABLE, "这个事项没有可以中止办理的情形。"},
	{FACT_EXTENDABLE, "这个事项不能延期，或者已经延期过一次。"},
	{FACT_BEFORE_DUE, "法定时限已过，不能再延期。"},
	{FACT_OPINION, "还没有审查意见，请先提出审查意见。"},
	{FACT_OTHER_ACCEPTED, "受理和决定应当由不同的人办理。这个办件是您受理的，请由其他人决定。"},
	{FACT_INSPECTED, "这个事项要先现场核查，由两名以上工作人员登记核查结果。"},
	{FACT_PARTS_DONE, "还有联办部门没有提出意见，期限也还没有到。"},
	{FACT_ONE_RESULT, "这个事项的每一件由主管的部门分别决定，牵头部门不能代为决定。"},
	{FACT_PARTS_CONSENT, "有联办部门不同意。请先协调，由这个部门改提意见；协调不成的，只能不予。"},
	{FACT_PARTS_SETTLED, "还有没办完或者没领取的一件。"},
	{FACT_PART_OPINES, "只有这一件的联办部门，在开始办理以后可以提出意见。"},
	{FACT_PART_DECIDES, "只有这一件的主管部门，在开始办理以后、决定以前可以决定。"},
	{FACT_PART_GUIDES, "这一件不能只给指导意见，或者不由您的部门办理。"},
	{FACT_PART_OVERDUE, "这一件的期限还没有过。"},
	{FACT_PART_ISSUABLE, "这一件还没有送到窗口，或者申请人要全部办好一起领，或者已经领取。"},
	{FACT_PART_HANDABLE, "这一件不由您的部门办理，还没有决定，或者申请人要全部办好一起领。"},
	{FACT_PART_REVOCABLE, "只有作出准予决定的部门可以撤销这一件；没有准予、已经撤销的不能撤销。"},
	{FACT_PARTS_REVOKED, "还有准予的一件没有撤销。"},
	{FACT_GAPS_CAME, "容缺材料还没有交来，没有可以退回的。"},
	{FACT_GAPS_FAULTY, "请先注明补交的哪份材料不符合要求，并写明问题和补正要求。"},
	{FACT_UPWARD, "这个事项由本机关决定，不上报。"},
	{FACT_DECIDED_HERE, "这个事项由上级机关决定，请上报。"},
	{FACT_INSTANT, "这个事项不是即办件，不能当场决定。"},
	{FACT_LETTER, "没有有效的授权委托书，窗口不能当场决定。"},
	{FACT_ON_SPOT, "这个办件不是在窗口当场办结的。"},
	{FACT_GAPS_OPEN, "没有待补的容缺材料。"},
	{FACT_NO_GAPS, "容缺材料还没有补齐，结果暂不发放。"},
	{FACT_GAPS_SUPPLIED, "容缺材料还没有全部交来。"},
	{FACT_GAPS_RIGHT, "请先逐项审核补交的容缺材料，都符合要求才能补齐。"},
	{FACT_GAP_OVERDUE, "容缺材料的补交期限还没有过。"},
	{FACT_GRANTED, "这个办件没有准予的决定。"},
	{FACT_BY_MAIL, "申请人没有选择邮寄。"},
	{FACT_ELECTRONIC, "申请人没有选择电子送达。"},
	{FACT_BY_HAND, "这个办件的结果不在窗口领取。"},
	{FACT_CHECK_OPEN, "没有需要核查的承诺。"},
	{FACT_UNCOLLECTED, "还没有到提醒领取结果的日子。"},
};
#define NMISSING (sizeof(missing_text) / sizeof(missing_text[0]))

const char *lifecycle_missing(factset fact)
{
	for (size_t i = 0; i < NMISSING; i++)
		if (missing_text[i].fact & fact)
			return missing_text[i].say;
	return "";
}

static unsigned count_facts(factset s)
{
	return (unsigned)(__builtin_popcountll((uint64_t)s) + __builtin_popcountll((uint64_t)(s >> 64)));
}

/* distance - a row that lacks only what the act may bring is nearer than any other: what is said is then of use. */
static unsigned distance(const struct transition *t, factset facts)
{
	factset missing = t->needs & ~facts;

	return 64 * count_facts(missing & ~FACTS_SOFT) + count_facts(missing);
}

const struct transition *lifecycle_find(enum state state, enum action action, uint32_t roles, factset facts,
					const char **why, factset *missing)
{
	const struct transition *nearest = NULL;
	bool in_state = false;

	if (missing)
		*missing = 0;
	*why = "";
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++) {
		if (t->action != action || !(t->from & STATE_BIT(state)))
			continue;
		in_state = true;
		if (!(t->who & roles))
			continue;
		if (!(t->needs & ~facts))
			return t;
		if (!nearest || distance(t, facts) < distance(nearest, facts))
			nearest = t;
	}
	if (nearest) {
		if (missing)
			*missing = nearest->needs & ~facts;
		*why = lifecycle_missing(nearest->needs & ~facts);
	} else {
		*why = in_state ? "您的岗位不能办理这一步。" : "办件已经进入别的环节，这一步现在不能办理。";
	}
	return NULL;
}

const struct transition *lifecycle_follows(enum state state, factset facts)
{
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++)
		if (t->at_once && (t->from & STATE_BIT(state)) && !(t->needs & ~facts))
			return t;
	return NULL;
}

bool lifecycle_in_state(enum state state, enum action action)
{
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++)
		if (t->action == action && (t->from & STATE_BIT(state)))
			return true;
	return false;
}

static bool listed_already(const struct transition *const *list, size_t n, enum action action)
{
	for (size_t i = 0; i < n; i++)
		if (list[i]->action == action)
			return true;
	return false;
}

size_t lifecycle_allowed(enum state state, uint32_t roles, factset facts,
			 const struct transition *out[static LIFECYCLE_MAX])
{
	size_t n = 0;

	facts |= FACTS_SOFT;
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE && n < LIFECYCLE_MAX; t++) {
		if (!(t->from & STATE_BIT(state)) || !(t->who & roles) || (t->needs & ~facts))
			continue;
		if (!listed_already(out, n, t->action))
			out[n++] = t;
	}
	return n;
}

static enum turn turn_received(const struct turn_facts *f)
{
	if (f->confirm_asked)
		return TURN_DEPT;
	return f->dept_accepts && !f->confirmed ? TURN_DEPT : TURN_WINDOW;
}

enum turn lifecycle_turn(const struct turn_facts *f)
{
	switch (f->state) {
	case STATE_DRAFT:
	case STATE_CORRECTION:
		return TURN_APPLICANT;
	case STATE_SUBMITTED:
		return f->web && !f->pre_reviewed ? TURN_PRE_REVIEW : TURN_WINDOW;
	case STATE_PRE_REVIEW:
		return TURN_PRE_REVIEW;
	case STATE_RECEIVED:
		return turn_received(f);
	case STATE_ACCEPTED:
	case STATE_IN_REVIEW:
	case STATE_SPECIAL_PROCEDURE:
	case STATE_SUSPENDED:
	case STATE_DECIDED:
		return TURN_DEPT;
	case STATE_RESULT_HELD:
	case STATE_RESULT_READY:
	case STATE_MAILING:
	case STATE_DELIVERED:
		return TURN_WINDOW;
	case STATE_NONE:
	case STATE_ARCHIVED:
	case STATE_NOT_ACCEPTED:
	case STATE_WITHDRAWN:
	case STATE_TERMINATED:
	case STATE_REVOKED:
	case STATE_COUNT:
		break;
	}
	return TURN_CLOSED;
}

/* --- words ------------------------------------------------------------------------------------------- */

struct word {
	const char *key;
	const char *name;
};

static const struct word states[STATE_COUNT] = {
	[STATE_NONE] = {"", ""},
	[STATE_DRAFT] = {"draft", "暂存"},
	[STATE_SUBMITTED] = {"submitted", "已提交"},
	[STATE_PRE_REVIEW] = {"pre_review", "预审中"},
	[STATE_RECEIVED] = {"received", "已收件"},
	[STATE_CORRECTION] = {"correction", "待补齐补正"},
	[STATE_ACCEPTED] = {"accepted", "已受理"},
	[STATE_IN_REVIEW] = {"in_review", "审查中"},
	[STATE_SPECIAL_PROCEDURE] = {"special_procedure", "特别程序"},
	[STATE_SUSPENDED] = {"suspended", "中止"},
	[STATE_DECIDED] = {"decided", "已办结"},
	[STATE_RESULT_HELD] = {"result_held", "容缺待补"},
	[STATE_RESULT_READY] = {"result_ready", "待出件"},
	[STATE_MAILING] = {"mailing", "寄递中"},
	[STATE_DELIVERED] = {"delivered", "已送达"},
	[STATE_ARCHIVED] = {"archived", "已归档"},
	[STATE_NOT_ACCEPTED] = {"not_accepted", "不予受理"},
	[STATE_WITHDRAWN] = {"withdrawn", "已撤回"},
	[STATE_TERMINATED] = {"terminated", "已终止"},
	[STATE_REVOKED] = {"revoked", "已撤销"},
};

static const struct {
	const char *key;
	const char *told;
	bool open; /* on the applicant's timeline */
} actions[ACTION_COUNT] = {
	[ACTION_NONE] = {"", "", false},
	[ACTION_SUBMIT] = {"submit", "申请已提交", true},
	[ACTION_PRE_REVIEW_CLAIM] = {"pre_review_claim", "工作人员开始预审", true},
	[ACTION_PRE_REVIEW_RELEASE] = {"pre_review_release", "放回待预审", false},
	[ACTION_PRE_REVIEW_PASS] = {"pre_review_pass", "预审通过", true},
	[ACTION_PRE_REVIEW_RETURN] = {"pre_review_return", "预审退回，请修改后再提交", true},
	[ACTION_RECEIVE] = {"receive", "窗口已收件", true},
	[ACTION_CLAIM] = {"claim", "领取办件", false},
	[ACTION_RELEASE] = {"release", "放回待办", false},
	[ACTION_JUDGE] = {"judge", "保存材料审核意见", false},
	[ACTION_CORRECT_ON_SPOT] = {"correct_on_spot", "当场更正", true},
	[ACTION_ASK_CONFIRMATION] = {"ask_confirmation", "请部门确认补正内容", false},
	[ACTION_CONFIRM_CORRECTION] = {"confirm_correction", "部门确认补正内容", false},
	[ACTION_DECLINE_CORRECTION] = {"decline_correction", "部门不同意补正内容", false},
	[ACTION_PERMIT_REPEAT] = {"permit_repeat", "监察批准再次告知补正", false},
	[ACTION_NOTIFY_CORRECTION] = {"notify_correction", "一次性告知补正内容", true},
	[ACTION_RETURN_FILE] = {"return_file", "退件，请按一次性告知书备齐后重新申请", true},
	[ACTION_ANSWER_CORRECTION] = {"answer_correction", "补正材料已提交", true},
	[ACTION_ACCEPT] = {"accept", "已受理", true},
	[ACTION_DEEM_ACCEPTED] = {"deem_accepted", "逾期未告知补正，依法视为受理", true},
	[ACTION_REFUSE_ACCEPTANCE] = {"refuse_acceptance", "不予受理", true},
	[ACTION_HAND_OVER] = {"hand_over", "窗口移交纸质材料", false},
	[ACTION_BEGIN_REVIEW] = {"begin_review", "部门开始审查", true},
	[ACTION_OPINE] = {"opine", "提出审查意见", false},
	[ACTION_SPECIAL_START] = {"special_start", "进入特别程序", true},
	[ACTION_SPECIAL_END] = {"special_end", "特别程序结束，继续审查", true},
	[ACTION_SUSPEND] = {"suspend", "中止办理", true},
	[ACTION_RESUME] = {"resume", "恢复办理", true},
	[ACTION_EXTEND] = {"extend", "办理时限延长", true},
	[ACTION_GRANT] = {"grant", "准予", true},
	[ACTION_REFUSE] = {"refuse", "不予", true},
	[ACTION_FORWARD] = {"forward", "初审完毕，已上报", true},
	[ACTION_GRANT_ON_SPOT] = {"grant_on_spot", "当场办结，准予", true},
	[ACTION_HOLD_RESULT] = {"hold_result", "容缺材料待补，结果暂不发放", true},
	[ACTION_CLOSE_GAP] = {"close_gap", "容缺材料已补齐", true},
	[ACTION_RETURN_GAP] = {"return_gap", "补交的容缺材料还不符合要求，请再补", true},
	[ACTION_HAND_RESULT] = {"hand_result", "结果已送到窗口", true},
	[ACTION_ISSUE] = {"issue", "结果已领取", true},
	[ACTION_DELIVER_ELECTRONIC] = {"deliver_electronic", "结果已电子送达", true},
	[ACTION_MAIL] = {"mail", "结果已交寄", true},
	[ACTION_CONFIRM_MAIL] = {"confirm_mail", "邮件已签收", true},
	[ACTION_MAIL_BACK] = {"mail_back", "邮件退回窗口", true},
	[ACTION_ARCHIVE] = {"archive", "已归档", true},
	[ACTION_WITHDRAW] = {"withdraw", "申请已撤回", true},
	[ACTION_TERMINATE] = {"terminate", "办理终止", true},
	[ACTION_REVOKE] = {"revoke", "决定已撤销", true},
	[ACTION_PASS_CHECK] = {"pass_check", "承诺核查通过", true},
	[ACTION_PART_AGREE] = {"part_agree", "联办部门同意", false},
	[ACTION_PART_OBJECT] = {"part_object", "联办部门不同意", false},
	[ACTION_PART_SILENT] = {"part_silent", "联办部门逾期没有答复", false},
	[ACTION_PART_GRANT] = {"part_grant", "其中一件已准予", true},
	[ACTION_PART_REFUSE] = {"part_refuse", "其中一件不予", true},
	[ACTION_PART_GUIDE] = {"part_guide", "其中一件已给出指导意见", true},
	[ACTION_PART_HAND_RESULT] = {"part_hand_result", "其中一件的结果已送到窗口", true},
	[ACTION_PART_ISSUE] = {"part_issue", "其中一件的结果已领取", true},
	[ACTION_PARTS_CONCLUDE] = {"parts_conclude", "各件都已办完", true},
	[ACTION_PARTS_DELIVERED] = {"parts_delivered", "各件的结果都已领取", true},
	[ACTION_PART_REVOKE] = {"part_revoke", "其中一件的决定已撤销", true},
	[ACTION_PARTS_REVOKED] = {"parts_revoked", "准予的各件都已撤销", true},
	[ACTION_REMIND] = {"remind", "已提醒领取结果", true},
};

static const struct word parts[PART_STATES] = {
	[PART_NONE] = {"", ""},
	[PART_WAITING] = {"waiting", "等前一件办好"},
	[PART_OPEN] = {"open", "正在办理"},
	[PART_AGREED] = {"agreed", "同意"},
	[PART_AGAINST] = {"against", "不同意"},
	[PART_SILENT] = {"silent", "逾期未提意见"},
	[PART_GRANTED] = {"granted", "已准予"},
	[PART_REFUSED] = {"refused", "不予"},
	[PART_GUIDED] = {"guided", "已给指导意见"},
	[PART_CLOSED] = {"closed", "不再办理"},
	[PART_REVOKED] = {"revoked", "已撤销"},
};

static const struct word turns[TURN_COUNT] = {
	[TURN_NONE] = {"", ""},
	[TURN_APPLICANT] = {"applicant", "申请人"},
	[TURN_PRE_REVIEW] = {"pre_review", "预审人员"},
	[TURN_WINDOW] = {"window", "综合窗口"},
	[TURN_DEPT] = {"dept", "业务主管部门"},
	[TURN_CLOSED] = {"closed", "已结束"},
};

static const struct word clocks[CLOCK_COUNT] = {
	[CLOCK_FEEDBACK] = {"feedback", "网上申请答复时限"},
	[CLOCK_CORRECTION] = {"correction", "告知补正时限"},
	[CLOCK_LEGAL] = {"legal", "法定时限"},
	[CLOCK_PROMISED] = {"promised", "承诺时限"},
	[CLOCK_SPECIAL] = {"special", "特别程序时间"},
	[CLOCK_GAP] = {"gap", "容缺补齐时限"},
	[CLOCK_DELIVERY] = {"delivery", "送达时限"},
	[CLOCK_MAIL] = {"mail", "交寄时限"},
	[CLOCK_CHECK] = {"check", "承诺核查时限"},
	[CLOCK_ARCHIVE] = {"archive", "归档时限"},
};

const char *state_key(enum state s)
{
	return states[s].key;
}

enum state state_of(const char *key)
{
	for (int i = STATE_NONE + 1; i < STATE_COUNT; i++)
		if (text_eq(states[i].key, key))
			return (enum state)i;
	return STATE_NONE;
}

const char *state_name(enum state s)
{
	return states[s].name;
}

const char *state_name_numbered(enum state s)
{
	return s == STATE_DRAFT ? "退回修改" : state_name(s);
}

bool state_terminal(enum state s)
{
	return STATE_BIT(s) & (S(ARCHIVED) | S(NOT_ACCEPTED) | S(WITHDRAWN) | S(TERMINATED) | S(REVOKED));
}

const char *action_key(enum action a)
{
	return actions[a].key;
}

enum action action_of(const char *key)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		if (text_eq(actions[i].key, key))
			return (enum action)i;
	return ACTION_NONE;
}

const char *action_told(enum action a)
{
	return actions[a].told;
}

bool action_public(enum action a)
{
	return actions[a].open;
}

const char *turn_key(enum turn t)
{
	return turns[t].key;
}

enum turn turn_of(const char *key)
{
	for (int i = TURN_NONE + 1; i < TURN_COUNT; i++)
		if (text_eq(turns[i].key, key))
			return (enum turn)i;
	return TURN_NONE;
}

const char *turn_name(enum turn t)
{
	return turns[t].name;
}

const char *part_state_key(enum part_state s)
{
	return parts[s].key;
}

enum part_state part_state_of(const char *key)
{
	for (int i = PART_NONE + 1; i < PART_STATES; i++)
		if (text_eq(parts[i].key, key))
			return (enum part_state)i;
	return PART_NONE;
}

const char *part_state_name(enum part_state s)
{
	return parts[s].name;
}

bool action_of_part(enum action action)
{
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++)
		if (t->action == action)
			return transition_of_part(t);
	return false;
}

bool transition_of_part(const struct transition *t)
{
	return t->part != PART_NONE || (t->effects & (EFFECT_PART_ISSUE | EFFECT_PART_READY));
}

const char *clock_key(enum clock_name c)
{
	return clocks[c].key;
}

const char *clock_title(enum clock_name c)
{
	return clocks[c].name;
}

const char *clock_act_key(enum clock_act a)
{
	static const char *const keys[] = {[CLOCK_LEAVE] = "", [CLOCK_START] = "start", [CLOCK_STOP] = "stop",
					   [CLOCK_PAUSE] = "pause", [CLOCK_RESUME] = "resume", [CLOCK_MOVE] = "move"};

	return keys[a];
}

static const struct word rules[] = {
	{"ALL ", "行政许可法 "}, {"AY ", "DB4105/T 229 "}, {"CQ ", "DB50/T 957.1 "}, {"GD ", "DB44/T 2138 "},
	{"ZJG ", "张协调办〔2023〕9号 "}, {"App A", "附录A"}, {"; ", "；"}, {", ", "、"}, {"C.2 row ", "办理规程 "},
};

char *clause_text(void *ctx, const char *clause)
{
	char *out = mem_str(ctx, "");

	for (const char *p = text_or(clause, ""); *p;) {
		size_t i = 0, n = sizeof(rules) / sizeof(rules[0]);
		while (i < n && !text_starts(p, rules[i].key))
			i++;
		out = i < n ? mem_fmt(ctx, "%s%s", out, rules[i].name) : mem_fmt(ctx, "%s%c", out, *p);
		p += i < n ? strlen(rules[i].key) : 1;
	}
	return out;
}
