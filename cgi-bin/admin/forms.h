/* forms.h - the forms of the administration pages. */
#ifndef ADMIN_FORMS_H
#define ADMIN_FORMS_H

#include "web/form.h"

#define CALENDAR_IMPORT(F, S)                                                      \
	F(S, TEXT, region, "地区", 2, 6, FORM_REQUIRED, NULL)                      \
	F(S, INT, year, "年份", 2000, 2199, FORM_REQUIRED, NULL)                   \
	F(S, TEXT, notice_no, "通知文号", 2, 60, FORM_REQUIRED, NULL)              \
	F(S, TEXT, text, "放假安排", 10, 20000, FORM_REQUIRED | FORM_MULTILINE | FORM_KEEP, NULL) \
	F(S, CHOICE, step, "步骤", 1, 10, FORM_REQUIRED, "preview|apply")
FORM_DECLARE(calendar_import, CALENDAR_IMPORT)

#define SUBSTITUTION(F, S)                                                  \
	F(S, TEXT, a_login, "不在岗人员的登录名", 1, 40, FORM_REQUIRED, NULL) \
	F(S, TEXT, b_login, "顶岗人员的登录名", 1, 40, FORM_REQUIRED, NULL) \
	F(S, DAY, from_day, "从哪天起", 0, 0, FORM_REQUIRED, NULL)          \
	F(S, DAY, until_day, "到哪天止", 0, 0, FORM_REQUIRED, NULL)         \
	F(S, TEXT, reason, "事由", 2, 200, FORM_REQUIRED, NULL)
FORM_DECLARE(substitution, SUBSTITUTION)

/* A letter holds scope, powers and term (CAT-7). */
#define LETTER(F, S)                                                              \
	F(S, TEXT, number, "授权委托书编号", 2, 80, FORM_REQUIRED, NULL)          \
	F(S, TEXT, matter, "事项", 31, 31, FORM_REQUIRED, NULL)                   \
	F(S, FLAG, may_accept, "受理", 0, 1, 0, NULL)                             \
	F(S, FLAG, may_decide, "当场决定", 0, 1, 0, NULL)                         \
	F(S, DAY, from_day, "从哪天起", 0, 0, FORM_REQUIRED, NULL)                \
	F(S, DAY, until_day, "到哪天止", 0, 0, FORM_REQUIRED, NULL)               \
	F(S, TEXT, signed_by, "签发人", 2, 60, FORM_REQUIRED, NULL)
FORM_DECLARE(letter, LETTER)

#define LETTER_END(F, S) F(S, INT, id, "授权委托书", 1, INT64_MAX, FORM_REQUIRED, NULL)
FORM_DECLARE(letter_end, LETTER_END)

#define SUBSTITUTION_END(F, S) F(S, INT, id, "记录", 1, INT64_MAX, FORM_REQUIRED, NULL)
FORM_DECLARE(substitution_end, SUBSTITUTION_END)

/* --- the hall ------------------------------------------------------------------------------------------------- */

#define HALL_GROUP_FIELDS(F, S)                                                              \
	F(S, TEXT, name, "名称", 2, 60, FORM_REQUIRED, NULL)                                 \
	F(S, TEXT, summary, "办什么", 2, 200, FORM_REQUIRED, NULL)                           \
	F(S, INT, serve_min, "每人办理分钟数", 1, 480, FORM_REQUIRED, NULL)                  \
	F(S, FLAG, bookable, "可以预约", 0, 1, 0, NULL)                                      \
	F(S, INT, position, "排第几", 1, 999, FORM_REQUIRED, NULL)                           \
	F(S, TOKEN, sure, "确认码", 1, 40, 0, NULL)
#define HALL_GROUP_NEW(F, S)                                                                 \
	F(S, TEXT, code, "代号", 1, 2, FORM_REQUIRED, NULL)                                  \
	HALL_GROUP_FIELDS(F, S)
FORM_DECLARE(hall_group, HALL_GROUP_FIELDS)
FORM_DECLARE(hall_group_new, HALL_GROUP_NEW)

#define HALL_GROUP_TAKE(F, S) F(S, TEXT, matter, "事项", 1, 40, FORM_REQUIRED, NULL)
FORM_DECLARE(hall_group_take, HALL_GROUP_TAKE)

#define WINDOW_KINDS "by_field|undifferentiated|all_round|enquiry|receipt|issue|topic|tidal|one_thing|cross_region"
#define HALL_WINDOW_FIELDS(F, S)                                                             \
	F(S, TEXT, name, "名称", 2, 60, FORM_REQUIRED, NULL)                                 \
	F(S, CHOICE, kind, "类型", 1, 16, FORM_REQUIRED, WINDOW_KINDS)                       \
	F(S, FLAG, enabled, "在用", 0, 1, 0, NULL)                                           \
	F(S, TEXT, zone, "所在的区", 2, 40, FORM_REQUIRED, NULL)                             \
	F(S, INT, position, "排第几", 1, 999, FORM_REQUIRED, NULL)
#define HALL_WINDOW_NEW(F, S)                                                                \
	F(S, TEXT, code, "窗口号", 2, 8, FORM_REQUIRED, NULL)                                \
	HALL_WINDOW_FIELDS(F, S)
FORM_DECLARE(hall_window, HALL_WINDOW_FIELDS)
FORM_DECLARE(hall_window_new, HALL_WINDOW_NEW)

#define DUTY_GIVE(F, S)                                                                      \
	F(S, TEXT, login, "登录名", 1, 40, FORM_REQUIRED, NULL)                              \
	F(S, CHOICE, post, "岗位", 1, 1, FORM_REQUIRED, "A|B")                               \
	F(S, DAY, until_day, "到哪天止", 0, 0, 0, NULL)                                      \
	F(S, DAY, from_day, "从哪天起", 0, 0, FORM_REQUIRED, NULL)
FORM_DECLARE(duty_give, DUTY_GIVE)

#define DUTY_TAKE(F, S) F(S, INT, id, "安排", 1, INT64_MAX, FORM_REQUIRED, NULL)
FORM_DECLARE(duty_take, DUTY_TAKE)

#define HOURS(F, S)                                                                          \
	F(S, FLAG, d1, "星期一", 0, 1, 0, NULL)                                              \
	F(S, FLAG, d2, "星期二", 0, 1, 0, NULL)                                              \
	F(S, FLAG, d3, "星期三", 0, 1, 0, NULL)                                              \
	F(S, FLAG, d4, "星期四", 0, 1, 0, NULL)                                              \
	F(S, FLAG, d5, "星期五", 0, 1, 0, NULL)                                              \
	F(S, FLAG, d6, "星期六", 0, 1, 0, NULL)                                              \
	F(S, FLAG, d7, "星期日", 0, 1, 0, NULL)                                              \
	F(S, CHOICE, open, "这几天开不开放", 1, 4, FORM_REQUIRED, "open|shut")               \
	F(S, TEXT, from_1, "上午开始的时间", 0, 5, 0, NULL)                                  \
	F(S, TEXT, until_1, "上午结束的时间", 0, 5, 0, NULL)                                 \
	F(S, TEXT, from_2, "下午开始的时间", 0, 5, 0, NULL)                                  \
	F(S, TEXT, until_2, "下午结束的时间", 0, 5, 0, NULL)                                 \
	F(S, INT, slot_min, "每个时段的分钟数", 5, 240, 0, NULL)                             \
	F(S, INT, places, "每个时段的号", 0, 500, 0, NULL)                                   \
	F(S, DAY, from_day, "从哪天起", 0, 0, FORM_REQUIRED, NULL)                           \
	F(S, TOKEN, sure, "确认码", 1, 40, 0, NULL)
FORM_DECLARE(hours, HOURS)

#define CLOSURE(F, S)                                                                        \
	F(S, TEXT, group, "停办的范围", 1, 3, FORM_REQUIRED, NULL)                           \
	F(S, DAY, from_day, "开始日期", 0, 0, FORM_REQUIRED, NULL)                             \
	F(S, TEXT, from_time, "开始时间", 0, 5, 0, NULL)                                       \
	F(S, DAY, until_day, "结束日期", 0, 0, FORM_REQUIRED, NULL)                            \
	F(S, TEXT, until_time, "结束时间", 0, 5, 0, NULL)                                      \
	F(S, TEXT, reason, "原因", 2, 100, FORM_REQUIRED, NULL)                              \
	F(S, TOKEN, sure, "确认码", 1, 40, 0, NULL)
FORM_DECLARE(closure, CLOSURE)

#define CLOSURE_END(F, S) F(S, INT, id, "停办记录", 1, INT64_MAX, FORM_REQUIRED, NULL)
FORM_DECLARE(closure_end, CLOSURE_END)

#endif
