/* booking_tell.c - what people are told about their booking, in the transaction of what happened. */
#include "domain/booking.h"

#include "base/text.h"
#include "domain/mask.h"
#include "domain/outbox.h"
#include "gen/sql.h"

#define MINUTE_MS INT64_C(60000)

static int minute_of(msec t)
{
	return (int)((t - msec_make(msec_day(t), 0, 0, 0, 0)) / MINUTE_MS);
}

char *booking_day(void *ctx, day d)
{
	static const char *const weekday[] = {"", "一", "二", "三", "四", "五", "六", "日"};
	int year, month, mday;

	day_split(d, &year, &month, &mday);
	return mem_fmt(ctx, "%d月%d日（星期%s）", month, mday, weekday[day_weekday(d)]);
}

char *booking_when(void *ctx, msec start_at, msec end_at)
{
	int from = minute_of(start_at), until = minute_of(end_at);

	return mem_fmt(ctx, "%s%02d:%02d—%02d:%02d", booking_day(ctx, msec_day(start_at)), from / 60, from % 60, until / 60,
		       until % 60);
}

static const struct {
	const char *key, *subject;
} news_of[] = {
	[NEWS_BOOKED] = {"booking_made", "预约成功"},        [NEWS_MOVED] = {"booking_moved", "预约改了时间"},
	[NEWS_CANCELLED] = {"booking_cancelled", "预约已取消"}, [NEWS_REMINDER] = {"booking_reminder", "明天的预约"},
	[NEWS_CLOSED] = {"booking_closed", "预约的时间不能办理了"}, [NEWS_REOPENED] = {"booking_reopened", "预约的时间恢复办理"},
	[NEWS_NO_SHOW] = {"booking_absent", "预约没有来"},      [NEWS_APPEAL] = {"booking_appeal", "申诉结果"},
};

static char *body_of(const struct casework *w, const struct booking *b, enum booking_news news, const char *more)
{
	const char *when = booking_when(w->ctx, b->start_at, b->end_at);

	switch (news) {
	case NEWS_BOOKED:
	case NEWS_MOVED:
		return mem_fmt(w->ctx, "%s，请到%s。来时出示二维码或报编号，在时段内报到。来不了请提前取消，把号让给别人。", when,
			       w->conf->centre_name);
	case NEWS_CANCELLED:
		return text_empty(more) ? mem_fmt(w->ctx, "%s的预约已经取消。", when)
					: mem_fmt(w->ctx, "%s的预约已经取消，原因：%s。", when, more);
	case NEWS_REMINDER:
		return mem_fmt(w->ctx, "明天您有预约：%s。请带好材料，在时段内报到。来不了请今天取消。", when);
	case NEWS_CLOSED:
		return mem_fmt(w->ctx, "%s不能办理了（%s），很抱歉。%s您的预约还在，请打开下面的地址确认新的时间。", when,
			       text_or(b->closed_why, "时间有调整"), text_or(more, "这个窗口近期没有空的时间，请再看一看，或者直接到窗口来，我们优先给您办。"));
	case NEWS_REOPENED:
		return mem_fmt(w->ctx, "%s恢复办理，您原来的预约有效，不用再约。", when);
	case NEWS_NO_SHOW:
		return mem_fmt(w->ctx, "%s您没有来，也没有取消。%d 天里有 %d 次这样的情况，%d 天内不能在网上预约。如果不是这样，请打开下面的地址申诉。",
			       when, NO_SHOW_DAYS, NO_SHOWS, NO_SHOW_BAR_DAYS);
	case NEWS_APPEAL:
		return mem_fmt(w->ctx, "%s没有来的申诉，%s：%s", when,
			       text_eq(b->appeal_decision, "granted") ? "同意，这次不计入" : "没有同意", text_or(more, ""));
	}
	return mem_str(w->ctx, "");
}

char *booking_news_text(const struct casework *w, const struct booking *b, enum booking_news news, const char *more)
{
	const char *whose = text_eq(b->kind, "natural") ? mask_name(w->ctx, b->name) : b->name;

	return mem_fmt(w->ctx, "【%s】%s您好，您预约的“%s”（%s）：%s", w->conf->centre_name, whose,
		       text_or(b->matter_name, b->group_name), b->number, body_of(w, b, news, more));
}

enum err booking_tell(const struct casework *w, const struct booking *b, enum booking_news news, const char *more)
{
	struct sql_booking_contact_row *c;
	char *phone;

	TRY(sql_booking_contact(w->db, w->ctx, &(struct sql_booking_contact_in){b->id}, &c));
	TRY(field_open(w->ctx, w->keys, "booking.phone_sealed", 0, c->phone_sealed, &phone));
	TRY(sql_booking_told(w->db, &(struct sql_booking_told_in){b->id}, NULL));
	return outbox_put_about(w, "booking", b->id, c->told + 1, b->account_id, "sms", news_of[news].key, news_of[news].subject,
				mem_fmt(w->ctx, "%s%s/t/%s", booking_news_text(w, b, news, more), w->conf->base_url,
					booking_token(w, b)),
				phone);
}
