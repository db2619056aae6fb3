/* voice_round.c - what the passing of days does to complaints and enquiries: warnings before and after the last day, and the
 * end of complaints whose answer nobody objected to. */
#include "base/log.h"
#include "base/text.h"
#include "domain/alert.h"
#include "domain/complaint.h"
#include "domain/enquiry.h"

#define PAGE 100
#define LOOK_BACK 120 /* days: what fell due earlier has been alerted by then */

static const struct watch {
	enum alert_kind kind;
	const char *desk;
	bool over;
} complaints[] = {{ALERT_COMPLAINT_TOMORROW, "sort", false}, {ALERT_COMPLAINT_TOMORROW, "work", false},
		  {ALERT_COMPLAINT_OVERDUE, "sort", true},   {ALERT_COMPLAINT_OVERDUE, "work", true}},
  enquiries[] = {{ALERT_ENQUIRY_TOMORROW, "new", false}, {ALERT_ENQUIRY_TOMORROW, "work", false},
		 {ALERT_ENQUIRY_OVERDUE, "new", true},   {ALERT_ENQUIRY_OVERDUE, "work", true}};

struct span {
	day from, until;
};
static struct span span_of(const struct casework *w, const struct watch *t)
{
	day today = msec_day(w->now);

	return t->over ? (struct span){today - LOOK_BACK, today - 1} : (struct span){today, calendar_nth(w->calendar, today, 1)};
}

/* Those that were alerted drop out of the question, so the next page is the first again. */
static enum err complaints_warn(const struct casework *w, const struct watch *t, int64_t *alerts)
{
	struct span s = span_of(w, t);
	struct sql_complaint_due_soon_row *rows;
	size_t n = PAGE;

	while (n == PAGE) {
		TRY(sql_complaint_due_soon(w->db, w->ctx,
					   &(struct sql_complaint_due_soon_in){alert_key(t->kind), t->desk, s.from, s.until, PAGE},
					   &rows, &n));
		for (size_t i = 0; i < n; i++)
			TRY(alert_raise_about(w, t->kind, "complaint", rows[i].id,
					      text_eq(rows[i].unit, UNIT_CENTRE) ? "" : text_or(rows[i].unit, ""), rows[i].number,
					      rows[i].due));
		*alerts += (int64_t)n;
	}
	return ERR_NONE;
}

static enum err enquiries_warn(const struct casework *w, const struct watch *t, int64_t *alerts)
{
	struct span s = span_of(w, t);
	struct sql_enquiry_due_soon_row *rows;
	size_t n = PAGE;

	while (n == PAGE) {
		TRY(sql_enquiry_due_soon(w->db, w->ctx,
					 &(struct sql_enquiry_due_soon_in){alert_key(t->kind), t->desk, s.from, s.until, PAGE}, &rows,
					 &n));
		for (size_t i = 0; i < n; i++)
			TRY(alert_raise_about(w, t->kind, "enquiry", rows[i].id, text_or(rows[i].dept_code, ""), rows[i].number,
					      rows[i].due));
		*alerts += (int64_t)n;
	}
	return ERR_NONE;
}

/* lapse_one - under its own lock: somebody who reopens it in this moment wins or is told. */
static enum err lapse_one(const struct casework *w, const struct sql_complaint_silent_row *r, struct complaint_round *out)
{
	struct actor system = actor_system();
	const char *field, *say;
	enum err e = complaint_act(w, &system, r->id, r->version, COMPLAINT_LAPSE, NULL, &field, &say);

	if (e == ERR_UNAVAILABLE)
		return e;
	if (e == ERR_NONE)
		out->closed++;
	else if (e != ERR_CONFLICT) {
		out->failed++;
		log_warn("complaint %lld cannot be closed: %s", (long long)r->id, err_name(e));
	}
	return ERR_NONE;
}

static enum err lapse_all(const struct casework *w, struct complaint_round *out)
{
	struct sql_complaint_silent_in in = {.today = msec_day(w->now), .limit = PAGE};
	struct sql_complaint_silent_row *rows;
	size_t n = PAGE;

	while (n == PAGE) {
		TRY(sql_complaint_silent(w->db, w->ctx, &in, &rows, &n));
		for (size_t i = 0; i < n; i++) {
			TRY(lapse_one(w, &rows[i], out));
			in.after_id = rows[i].id;
		}
	}
	return ERR_NONE;
}

enum err complaint_round(const struct casework *w, struct complaint_round *out)
{
	*out = (struct complaint_round){0};
	for (size_t i = 0; i < sizeof(complaints) / sizeof(complaints[0]); i++)
		TRY(complaints_warn(w, &complaints[i], &out->alerts));
	return lapse_all(w, out);
}

enum err enquiry_round(const struct casework *w, int64_t *alerts)
{
	*alerts = 0;
	for (size_t i = 0; i < sizeof(enquiries) / sizeof(enquiries[0]); i++)
		TRY(enquiries_warn(w, &enquiries[i], alerts));
	return ERR_NONE;
}
