/* forms.h - the forms of the desk. */
#ifndef DESK_FORMS_H
#define DESK_FORMS_H

#include "domain/faq.h"
#include "domain/signin.h"
#include "web/form.h"

/* Every act on a case, in the order of the page, so that its summary of faults has the same.  Verdicts per material come beside these, under names made from the material's key (act.c). */
#define ACT(F, S)                                                                          \
	F(S, TOKEN, act, "操作", 1, 40, FORM_REQUIRED, NULL)                               \
	F(S, INT, version, "版本", 1, 2000000000, FORM_REQUIRED, NULL)                     \
	F(S, CHOICE, ground, "不予受理的情形", 0, 20, 0, "no_licence|other_authority")     \
	F(S, TEXT, authority, "应当向哪个机关申请", 0, 100, 0, NULL)                       \
	F(S, TEXT, receiver_name, "领取人姓名", 0, 60, 0, NULL)                            \
	F(S, CHOICE, receiver_relation, "谁来领取", 0, 10, 0, "self|agent")                \
	F(S, TEXT, receiver_tail, "证件号码后四位", 0, 4, 0, NULL)                         \
	F(S, FLAG, receiver_checked, "已核对身份", 0, 1, 0, NULL)                          \
	F(S, TEXT, courier, "寄递公司", 0, 30, 0, NULL)                                    \
	F(S, TEXT, waybill, "运单号", 0, 60, 0, NULL)                                      \
	F(S, CHOICE, stance, "审查意见", 0, 10, 0, "agree|against")                        \
	F(S, INT, procedure, "哪一种", 1, 50, 0, NULL)                                     \
	F(S, INT, days, "工作日数", 1, 3660, 0, NULL)                                      \
	F(S, TEXT, inspector1, "第一名核查人员", 0, 30, 0, NULL)                           \
	F(S, TEXT, inspector2, "第二名核查人员", 0, 30, 0, NULL)                           \
	F(S, TEXT, inspector3, "第三名核查人员", 0, 30, 0, NULL)                           \
	F(S, TEXT, inspector4, "第四名核查人员", 0, 30, 0, NULL)                           \
	F(S, DAY, valid_from, "有效期的第一天", 0, 0, 0, NULL)                             \
	F(S, DAY, valid_until, "有效期的最后一天", 0, 0, 0, NULL)                          \
	F(S, CHOICE, revoke, "撤销的依据", 0, 20, 0, "false_promise|unlawful|fraud")       \
	F(S, TEXT, reason, "理由", 0, 2000, FORM_MULTILINE, NULL)                          \
	F(S, TEXT, note, "情况说明", 0, 2000, FORM_MULTILINE, NULL)                        \
	F(S, INT, part, "哪一件", 0, 99, 0, NULL)                                          \
	F(S, CHOICE, confirmed, "确认", 0, 3, 0, "yes|no")
FORM_DECLARE(act, ACT)

#define REVEAL(F, S)                                                                                  \
	F(S, TEXT, field, "要看的内容", 1, 60, FORM_REQUIRED, NULL)                                       \
	F(S, TEXT, why, "查看的理由", 2, 200, FORM_REQUIRED, NULL)
FORM_DECLARE(reveal, REVEAL)

/* ratings.h: one form for every act on an order */
#define ORDER_ACT(F, S)                                                                               \
	F(S, TOKEN, act, "操作", 1, 20, FORM_REQUIRED, NULL)                                              \
	F(S, INT, version, "版本", 1, 2000000000, FORM_REQUIRED, NULL)                                    \
	F(S, INT, handler, "办理人", 1, 2000000000, 0, NULL)                                              \
	F(S, CHOICE, finding, "核实的结果", 0, 8, 0, "true|partly|untrue")                                \
	F(S, DAY, date, "整改期限", 0, 0, 0, NULL)                                                        \
	F(S, TEXT, words, "情况说明", 0, 1000, FORM_MULTILINE, NULL)                                      \
	F(S, TEXT, reply, "给评价人的答复", 0, 1000, FORM_MULTILINE, NULL)
FORM_DECLARE(order_act, ORDER_ACT)

#define ORDER_REVEAL(F, S) F(S, TEXT, why, "查看的理由", 2, 200, FORM_REQUIRED, NULL)
FORM_DECLARE(order_reveal, ORDER_REVEAL)

#define RATING_REVIEW(F, S)                                                                           \
	F(S, INT, rating, "评价", 1, 2000000000, FORM_REQUIRED, NULL)                      \
	F(S, CHOICE, words, "文字", 1, 10, FORM_REQUIRED, "public|withheld")                              \
	F(S, CHOICE, counts, "计入", 1, 3, FORM_REQUIRED, "yes|no")                                       \
	F(S, TEXT, note, "理由", 2, 300, FORM_REQUIRED | FORM_MULTILINE, NULL)
FORM_DECLARE(rating_review, RATING_REVIEW)

#define ARCHIVE_RETURN(F, S) F(S, TEXT, defect, "哪里不对", 2, 500, FORM_REQUIRED | FORM_MULTILINE, NULL)
FORM_DECLARE(archive_return, ARCHIVE_RETURN)

/* An application on paper: whose, and how it came (intake.c). */
#define INTAKE_FIND(F, S)                                                         \
	F(S, CHOICE, channel, "收件方式", 1, 8, FORM_REQUIRED, "counter|post")    \
	F(S, TEXT, id_no, "证件号码", 5, 40, FORM_REQUIRED, NULL)
FORM_DECLARE(intake_find, INTAKE_FIND)

#define INTAKE_OPEN(F, S)                                                                                      \
	F(S, CHOICE, channel, "收件方式", 1, 8, FORM_REQUIRED, "counter|post")                                 \
	F(S, CHOICE, id_type, "证件类型", 1, 4, FORM_REQUIRED, "111|HMT|553|516|511|414|001")                  \
	F(S, TEXT, id_no, "证件号码", 5, 40, FORM_REQUIRED, NULL)                                              \
	F(S, FLAG, id_confirmed, "代码无误", 0, 1, 0, NULL)                                                    \
	F(S, CHOICE, kind, "申请人", 1, 12, 0, "natural|legal|other_org")                                      \
	F(S, TEXT, name, "姓名或单位名称", 0, 60, 0, NULL)                                                     \
	F(S, TEXT, legal_rep, "法定代表人（负责人）", 0, 60, 0, NULL)                                          \
	F(S, TEXT, phone, "手机号", 0, 20, 0, NULL)                                                            \
	F(S, TEXT, address, "地址", 0, 200, 0, NULL)                                                           \
	F(S, CHOICE, consent, "申请人怎样同意", 0, 8, 0, "paper|spoken")                                       \
	F(S, DAY, arrived, "到达日期", 0, 0, 0, NULL)                                                          \
	F(S, TEXT, tracking_no, "寄件单号", 0, 40, 0, NULL)                                                    \
	F(S, TEXT, helper_name, "帮办人姓名", 0, 50, 0, NULL)                                                  \
	F(S, CHOICE, helper_relation, "帮办人和申请人的关系", 0, 12, 0, "family|community|volunteer|proxy|other") \
	F(S, CHOICE, helper_consent, "申请人怎样同意帮办", 0, 8, 0, "paper|spoken")                            \
	F(S, TEXT, district, "办理地区", 0, 60, 0, NULL)
FORM_DECLARE(intake_open, INTAKE_OPEN)

/* What became of one material: a word of material_state without a file, or of the paper. */
#define INTAKE_MATERIAL(F, S)                                                            \
	F(S, CHOICE, state, "提供方式", 0, 8, 0, "none|shared|promised|gap")             \
	F(S, CHOICE, held, "纸质材料", 0, 8, 0, "original|copy|seen|none")
FORM_DECLARE(intake_material, INTAKE_MATERIAL)

#define INTAKE_RECEIVE(F, S)                                                  \
	F(S, INT, version, "版本", 1, 2000000000, FORM_REQUIRED, NULL)        \
	F(S, FLAG, incomplete, "不齐也先收件", 0, 1, 0, NULL)
FORM_DECLARE(intake_receive, INTAKE_RECEIVE)

#define PASSWORD_RESET(F, S)                                                      \
	F(S, TEXT, id_no, "证件号码", 5, 40, FORM_REQUIRED, NULL)                 \
	F(S, TEXT, name, "姓名或单位名称", 2, 60, FORM_REQUIRED, NULL)            \
	F(S, TEXT, reason, "情况说明", 2, 150, FORM_REQUIRED, NULL)               \
	F(S, FLAG, checked, "已当面核对证件原件和本人", 0, 1, FORM_REQUIRED, NULL)
FORM_DECLARE(password_reset, PASSWORD_RESET)

/* the console of a window (queue.c) */
#define QUEUE_OPEN(F, S) F(S, TOKEN, window, "窗口", 1, 8, FORM_REQUIRED, NULL)
FORM_DECLARE(queue_open, QUEUE_OPEN)
#define QUEUE_PAUSE(F, S)                                                   \
	F(S, CHOICE, act, "操作", 1, 10, FORM_REQUIRED, "pause|resume")     \
	F(S, TEXT, reason, "暂停的原因", 0, 50, 0, NULL)
FORM_DECLARE(queue_pause, QUEUE_PAUSE)
#define QUEUE_ACT(F, S)                                                                                              \
	F(S, INT, ticket, "号", 1, INT64_MAX, FORM_REQUIRED, NULL)                                                   \
	F(S, CHOICE, act, "操作", 1, 12, FORM_REQUIRED, "recall|skip|start|back|transfer|finish|finish_next")        \
	F(S, TEXT, to, "转到", 0, 12, 0, NULL)                                                                       \
	F(S, TEXT, note, "告诉下一个窗口", 0, 100, 0, NULL)
FORM_DECLARE(queue_act, QUEUE_ACT)

/* what was tolerated has come on paper, or (a slip) has not */
#define GAP_TAKE(F, S) F(S, CHOICE, state, "收到纸质件", 0, 0, FORM_REQUIRED, "paper|gap")
FORM_DECLARE(gap_take, GAP_TAKE)

/* by commitment or not, as the applicant at the window chose */
#define INTAKE_MODE(F, S)                                                                             \
	F(S, CHOICE, mode, "办理方式", 0, 0, FORM_REQUIRED, "promise|ordinary")                           \
	F(S, FLAG, signed_paper, "已在纸质的告知承诺书上签字", 0, 0, 0, NULL)
FORM_DECLARE(intake_mode, INTAKE_MODE)

#define REPAIR(F, S) F(S, TEXT, reason, "修复的理由", 2, 2000, FORM_REQUIRED | FORM_MULTILINE, NULL)
FORM_DECLARE(repair, REPAIR)

/* name and telephone of whoever wrote or asked, in clear */
#define VOICE_WHY(F, S) F(S, TEXT, why, "查看的理由", 2, 200, FORM_REQUIRED, NULL)
FORM_DECLARE(voice_why, VOICE_WHY)

/* a frequent question, and what a second person says of it */
#define FAQ(F, S)                                                                                      \
	F(S, TEXT, question, "问题", 4, FAQ_QUESTION_MAX, FORM_REQUIRED, NULL)                         \
	F(S, TEXT, answer, "答案", 4, FAQ_ANSWER_MAX, FORM_REQUIRED | FORM_MULTILINE, NULL)
FORM_DECLARE(faq, FAQ)
#define FAQ_JUDGE(F, S)                                                                                \
	F(S, INT, version, "版本", 1, INT64_MAX, FORM_REQUIRED, NULL)                                  \
	F(S, CHOICE, verdict, "审核意见", 0, 8, 0, "publish|return")                                   \
	F(S, TEXT, reason, "理由", 0, 500, FORM_MULTILINE, NULL)
FORM_DECLARE(faq_judge, FAQ_JUDGE)
/* --- bookings --- */
#define DESK_BOOKING(F, S)                                                                            \
	F(S, TEXT, subject, "办什么", 1, 60, FORM_REQUIRED, NULL)                                     \
	F(S, DAY, day, "日期", 0, 0, 0, NULL)                                                         \
	F(S, INT, slot, "时间", 1, INT64_MAX, FORM_REQUIRED, NULL)                                    \
	F(S, TEXT, name, "姓名或单位名称", 2, 120, FORM_REQUIRED, NULL)                               \
	F(S, CHOICE, id_type, "证件类型", 1, 4, FORM_REQUIRED, "111|HMT|553|516|511|414|001")         \
	F(S, TEXT, id_no, "证件号码", 5, 40, FORM_REQUIRED, NULL)                                     \
	F(S, TEXT, phone, "手机号", 5, 20, FORM_REQUIRED, NULL)
FORM_DECLARE(desk_booking, DESK_BOOKING)

#define DESK_BOOKING_CHANGE(F, S)                                                \
	F(S, TOKEN, act, "改时间还是取消", 1, 8, FORM_REQUIRED, NULL)            \
	F(S, DAY, day, "日期", 0, 0, 0, NULL)                                    \
	F(S, INT, slot, "新的时间", 1, INT64_MAX, 0, NULL)                       \
	F(S, TEXT, why, "原因", 2, 100, FORM_REQUIRED, NULL)
FORM_DECLARE(desk_booking_change, DESK_BOOKING_CHANGE)

#define DESK_APPEAL(F, S)                                                   \
	F(S, INT, id, "申诉", 1, INT64_MAX, FORM_REQUIRED, NULL)            \
	F(S, CHOICE, decision, "决定", 1, 8, FORM_REQUIRED, "grant|refuse") \
	F(S, TEXT, reply, "理由", 2, 300, FORM_REQUIRED, NULL)
FORM_DECLARE(desk_appeal, DESK_APPEAL)

#endif
