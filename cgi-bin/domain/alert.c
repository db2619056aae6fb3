#include "domain/alert.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/case_part.h"
#include "gen/sql.h"

#define PAGE 100         /* cases read at a time */
#define LOOK_BACK 120    /* days: what fell due earlier has been alerted by then */
#define SWEEP_MS INT64_C(86400000)

static const struct {
	const char *key;
	const char *name;
} kinds[ALERT_KINDS] = {
	[ALERT_FEEDBACK_OVERDUE] = {"feedback_overdue", "网上申请答复超时"},
	[ALERT_DEEMING_TOMORROW] = {"deeming_near", "再不告知补正将视为受理"},
	[ALERT_DEEMED] = {"deemed", "逾期未告知补正，已视为受理"},
	[ALERT_SPECIAL_TOMORROW] = {"special_near", "特别程序时间将到"},
	[ALERT_SPECIAL_OVERDUE] = {"special_overdue", "特别程序超过告知的时间"},
	[ALERT_DELIVERY_TOMORROW] = {"delivery_near", "送达时限将到"},
	[ALERT_ARCHIVE_TOMORROW] = {"archive_near", "归档期限将到"},
	[ALERT_ARCHIVE_OVERDUE] = {"archive_overdue", "逾期没有归档"},
	[ALERT_LEGAL_TOMORROW] = {"legal_near", "法定时限将到"},
	[ALERT_LEGAL_OVERDUE] = {"legal_overdue", "超过法定时限"},
	[ALERT_PROMISED_TOMORROW] = {"promised_near", "承诺时限将到"},
	[ALERT_PROMISED_OVERDUE] = {"promised_overdue", "超过承诺时限"},
	[ALERT_GAP_TOMORROW] = {"gap_near", "容缺材料补交期限将到"},
	[ALERT_GAP_OVERDUE] = {"gap_overdue", "容缺材料逾期没有补齐"},
	[ALERT_CHECK_TOMORROW] = {"check_near", "承诺核查期限将到"},
	[ALERT_CHECK_OVERDUE] = {"check_overdue", "承诺逾期没有核查"},
	[ALERT_MAIL_OVERDUE] = {"mail_overdue", "结果没有按时交寄"},
	[ALERT_DELIVERY_OVERDUE] = {"delivery_overdue", "超过送达时限"},
	[ALERT_UNCLAIMED] = {"unclaimed", "结果久未领取，已提醒申请人"},
	[ALERT_PART_SILENT] = {"part_silent", "联办部门逾期未提意见"},
	[ALERT_PART_OVERDUE] = {"part_overdue", "联办的一件逾期未办"},
	[ALERT_COMPLAINT_TOMORROW] = {"complaint_near", "投诉建议答复期限将到"},
	[ALERT_COMPLAINT_OVERDUE] = {"complaint_overdue", "投诉建议逾期没有答复"},
	[ALERT_ENQUIRY_TOMORROW] = {"enquiry_near", "咨询答复期限将到"},
	[ALERT_ENQUIRY_OVERDUE] = {"enquiry_overdue", "咨询逾期没有答复"},
	[ALERT_RATING_CONTACT_OVERDUE] = {"rating_contact_overdue", "差评没有按时联系评价人"},
	[ALERT_RATING_CLOSE_TOMORROW] = {"rating_close_near", "差评答复期限将到"},
	[ALERT_RATING_CLOSE_OVERDUE] = {"rating_close_overdue", "差评逾期没有答复"},
	[ALERT_RATING_RECTIFY_TOMORROW] = {"rating_rectify_near", "差评整改期限将到"},
	[ALERT_RATING_RECTIFY_OVERDUE] = {"rating_rectify_overdue", "差评逾期没有整改"},
};

const char *alert_key(enum alert_kind k)
{
	return kinds[k].key;
}

const char *alert_name(enum alert_kind k)
{
	return kinds[k].name;
}

const char *alert_name_of(const char *key)
{
	for (int i = 0; i < ALERT_KINDS; i++)
		if (text_eq(kinds[i].key, key))
			return kinds[i].name;
	return "";
}

/* What is to come is called "..._near" in the stored keys. */
bool alert_before(const char *key)
{
	static const char suffix[] = "_near";
	size_t n = strlen(key), end = sizeof(suffix) - 1;

	return n > end && text_eq(key + n - end, suffix);
}

static enum err raise(const struct casework *w, enum alert_kind kind, struct sql_alert_add_in *in, const char *label)
{
	char date[DAY_TEXT];

	in->kind = kinds[kind].key;
	in->text = mem_fmt(w->ctx, "%s：%s（%s）", label, kinds[kind].name, day_text(in->on_day, date));
	in->now = w->now;
	return sql_alert_add(w->db, in, NULL);
}

enum err alert_raise(const struct casework *w, enum alert_kind kind, int64_t case_id, const char *dept_code,
		     const char *short_no, day about)
{
	return raise(w, kind, &(struct sql_alert_add_in){.case_id = case_id, .on_day = about, .dept_code = dept_code},
		     text_or(short_no, "未编号"));
}

enum err alert_raise_about(const struct casework *w, enum alert_kind kind, const char *topic, int64_t id,
			   const char *dept_code, const char *label, day about)
{
	return raise(w, kind,
		     &(struct sql_alert_add_in){.topic = topic, .topic_id = id, .label = label, .on_day = about,
						.dept_code = dept_code},
		     label);
}

/* --- the clock job's round --------------------------------------------------------------------------- */

/* Each case is an act of its own: checked again under its lock, so that a second runner, or an officer who is a moment
 * earlier, makes this one find nothing to do. */
static enum err deem_one(const struct casework *w, int64_t id, struct clock_round *out)
{
	struct actor system = actor_system();
	struct case_result result;
	enum err e = case_apply(w, id, 0, ACTION_DEEM_ACCEPTED, &system, NULL, &result);

	if (e == ERR_UNAVAILABLE)
		return e;
	if (e == ERR_NONE) {
		out->deemed++;
		log_info("case %lld counts as accepted", (long long)id);
	} else if (e != ERR_CONFLICT && e != ERR_FORBIDDEN) {
		out->failed++;
		log_warn("case %lld cannot be deemed accepted: %s %s", (long long)id, err_name(e),
			 text_or(result.say, ""));
	}
	return ERR_NONE;
}

/* remind_one - the message and the record of it are one act; a second runner finds that its day has moved on. */
static enum err remind_one(const struct casework *w, const struct sql_clock_unclaimed_row *r, struct clock_round *out)
{
	struct actor system = actor_system();
	struct case_result result;
	enum err e = case_apply(w, r->id, 0, ACTION_REMIND, &system, NULL, &result);

	if (e == ERR_UNAVAILABLE)
		return e;
	if (e == ERR_NONE) {
		out->reminded++;
		return alert_raise(w, ALERT_UNCLAIMED, r->id, r->dept_code, r->short_no, r->remind_due);
	}
	if (e != ERR_CONFLICT && e != ERR_FORBIDDEN) {
		out->failed++;
		log_warn("nobody can be reminded of case %lld: %s %s", (long long)r->id, err_name(e),
			 text_or(result.say, ""));
	}
	return ERR_NONE;
}

static enum err remind_page(const struct casework *w, struct sql_clock_unclaimed_in *in, struct clock_round *out, bool *more)
{
	struct sql_clock_unclaimed_row *rows;
	size_t n;

	TRY(sql_clock_unclaimed(w->db, w->ctx, in, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		TRY(remind_one(w, &rows[i], out));
		in->after_due = rows[i].remind_due;
		in->after_id = rows[i].id;
	}
	*more = n == PAGE;
	return ERR_NONE;
}

/* by_page - one page's memory at a time, however many cases there are. */
static struct casework by_page(const struct casework *w)
{
	struct casework page = *w;

	page.ctx = talloc_new(w->ctx);
	return page;
}

static enum err deem_page(const struct casework *w, struct sql_clock_silent_in *in, struct clock_round *out, bool *more)
{
	struct sql_clock_silent_row *rows;
	size_t n;

	TRY(sql_clock_silent(w->db, w->ctx, in, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		TRY(deem_one(w, rows[i].id, out));
		in->after_due = rows[i].correction_due;
		in->after_id = rows[i].id;
	}
	*more = n == PAGE;
	return ERR_NONE;
}

static enum err deem_all(const struct casework *w, struct clock_round *out)
{
	struct sql_clock_silent_in in = {.today = msec_day(w->now), .after_due = day_make(1900, 1, 1), .limit = PAGE};
	bool more = true;

	while (more) {
		struct casework page = by_page(w);
		enum err e = deem_page(&page, &in, out, &more);
		talloc_free(page.ctx);
		TRY(e);
	}
	return ERR_NONE;
}

static enum err remind_all(const struct casework *w, struct clock_round *out)
{
	struct sql_clock_unclaimed_in in = {.today = msec_day(w->now), .after_due = day_make(1900, 1, 1), .limit = PAGE};
	bool more = true;

	while (more) {
		struct casework page = by_page(w);
		enum err e = remind_page(&page, &in, out, &more);
		talloc_free(page.ctx);
		TRY(e);
	}
	return ERR_NONE;
}

/* When an alert is due: days before and after today between which the clock's last day lies. */
static const struct watch {
	enum alert_kind kind;
	enum clock_name clock;
	bool over; /* the day has passed; else: today or the next working day */
} watches[] = {
	{ALERT_FEEDBACK_OVERDUE, CLOCK_FEEDBACK, true},  {ALERT_DEEMING_TOMORROW, CLOCK_CORRECTION, false},
	{ALERT_SPECIAL_TOMORROW, CLOCK_SPECIAL, false},  {ALERT_SPECIAL_OVERDUE, CLOCK_SPECIAL, true},
	{ALERT_ARCHIVE_TOMORROW, CLOCK_ARCHIVE, false},  {ALERT_ARCHIVE_OVERDUE, CLOCK_ARCHIVE, true},
	{ALERT_DELIVERY_TOMORROW, CLOCK_DELIVERY, false},
	{ALERT_LEGAL_TOMORROW, CLOCK_LEGAL, false},	 {ALERT_LEGAL_OVERDUE, CLOCK_LEGAL, true},
	{ALERT_PROMISED_TOMORROW, CLOCK_PROMISED, false}, {ALERT_PROMISED_OVERDUE, CLOCK_PROMISED, true},
	{ALERT_GAP_TOMORROW, CLOCK_GAP, false},		 {ALERT_GAP_OVERDUE, CLOCK_GAP, true},
	{ALERT_CHECK_TOMORROW, CLOCK_CHECK, false},	 {ALERT_CHECK_OVERDUE, CLOCK_CHECK, true},
	{ALERT_MAIL_OVERDUE, CLOCK_MAIL, true},		 {ALERT_DELIVERY_OVERDUE, CLOCK_DELIVERY, true},
};

static enum err watch_page(const struct casework *w, const struct watch *t, const struct sql_clock_due_soon_in *in,
			   struct clock_round *out, bool *more)
{
	struct sql_clock_due_soon_row *rows;
	size_t n;

	TRY(sql_clock_due_soon(w->db, w->ctx, in, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		TRY(alert_raise(w, t->kind, rows[i].id, rows[i].dept_code, rows[i].short_no, rows[i].due));
		out->alerts++;
	}
	*more = n == PAGE;
	return ERR_NONE;
}

static enum err watch_all(const struct casework *w, const struct watch *t, struct clock_round *out)
{
	day today = msec_day(w->now);
	struct sql_clock_due_soon_in in = {
		.kind = kinds[t->kind].key,
		.clock = clock_key(t->clock),
		.bit = INT64_C(1) << t->clock,
		.since = today - LOOK_BACK,
		.from = t->over ? today - LOOK_BACK : today,
		.until = t->over ? today - 1 : calendar_nth(w->calendar, today, 1),
		.limit = PAGE,
	};
	bool more = true;

	while (more) {
		struct casework page = by_page(w);
		enum err e = watch_page(&page, t, &in, out, &more);
		talloc_free(page.ctx);
		TRY(e);
	}
	return ERR_NONE;
}

static enum err sweep(const struct casework *w)
{
	TRY(sql_rate_bucket_sweep(w->db, &(struct sql_rate_bucket_sweep_in){.before = w->now - SWEEP_MS}, NULL));
	TRY(sql_session_sweep(w->db, &(struct sql_session_sweep_in){.now = w->now}, NULL));
	return sql_staff_session_sweep(w->db, &(struct sql_staff_session_sweep_in){.now = w->now}, NULL);
}

enum err clock_round(const struct casework *w, struct clock_round *out)
{
	*out = (struct clock_round){0};
	TRY(deem_all(w, out));
	TRY(remind_all(w, out));
	TRY(case_parts_round(w, &out->late_parts, &out->failed));
	for (size_t i = 0; i < sizeof(watches) / sizeof(watches[0]); i++)
		TRY(watch_all(w, &watches[i], out));
	return sweep(w);
}
