#include "account/account_pages.h"
#include "base/text.h"
#include "domain/booking.h"
#include "domain/complaint_rule.h"
#include "domain/enquiry_rule.h"
#include "domain/token.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define PAGE_ROWS 20
#define ABOVE_ALL INT64_MAX
#define VOICE_ROWS 10 /* of complaints, and of enquiries: older ones are found by their receipt */
#define VISIT_ROWS 10 /* booked, and waited for: the rest is on /booking/mine */

/* case_url - where the applicant goes on with it: a draft is edited, a submitted case is followed. */
static const char *case_url(struct request *q, const struct sql_account_cases_row *c)
{
	if (c->short_no)
		return mem_fmt(q->ctx, "/case/%s", c->short_no);
	return mem_fmt(q->ctx, "/case/%s", case_key(q->ctx, c->ref));
}

static void show_case(struct request *q, struct tpl *d, const struct sql_account_cases_row *c)
{
	enum state state = state_of(c->state);
	bool mine = turn_of(c->turn) == TURN_APPLICANT;
	tpl_text(d, T_URL, case_url(q, c));
	tpl_text(d, T_NAME, c->matter_name);
	tpl_text(d, T_STATE_KEY, c->state);
	tpl_text(d, T_STATE_NAME, c->short_no ? state_name_numbered(state) : state_name(state));
	if (c->short_no)
		tpl_text(tpl_add(d, T_SHORT_NO_SHOWN), T_SHORT_NO, c->short_no);
	tpl_minute(d, T_SAVED_AT, c->submitted_at == MSEC_NONE ? c->saved_at : c->submitted_at);
	tpl_show(d, c->submitted_at == MSEC_NONE ? T_IS_DRAFT : T_IS_SUBMITTED);
	tpl_show_if(d, T_YOUR_TURN, mine && c->short_no);
	if (!mine && c->next_due != DUE_NEVER)
		tpl_day(tpl_add(d, T_DUE_SHOWN), T_DUE, c->next_due);
}

static void show_voice(struct request *q, struct tpl *d, const struct sql_account_voices_row *v)
{
	bool complaint = text_eq(v->topic, "complaint");
	const struct voice_state *state = voice_state(complaint ? &complaint_rule : &enquiry_rule, v->state);
	char letter = complaint ? TOKEN_COMPLAINT : TOKEN_ENQUIRY;

	tpl_text(d, T_URL, mem_fmt(q->ctx, "%s%s", complaint ? "/complain/v/" : "/ask/v/",
				   token_make(q->ctx, q->app->keys, letter, v->ref, v->token_version)));
	tpl_text(d, T_KIND_NAME, complaint ? voice_word(complaint_kinds, v->kind) : "咨询");
	tpl_text(d, T_NUMBER, v->number);
	tpl_text(d, T_STATE_KEY, v->state);
	tpl_text(d, T_STATE_NAME, state->name);
	tpl_day(d, T_AT, msec_day(v->received_at));
	if (!text_eq(state->desk, "done"))
		tpl_day(tpl_add(d, T_DUE_SHOWN), T_DUE, v->due);
}

/* show_voices - what the person wrote while signed in; what they wrote without a name has no account and is not among it. */
static enum err show_voices(struct request *q, struct page *p)
{
	struct sql_account_voices_row *rows;
	struct tpl *list = NULL;
	size_t n;

	TRY(sql_account_voices(q->app->db, q->ctx, &(struct sql_account_voices_in){q->session->account_id, VOICE_ROWS}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		list = list ? list : tpl_add(p->d, T_VOICES);
		show_voice(q, tpl_add(list, T_VOICE), &rows[i]);
	}
	return ERR_NONE;
}

static void show_visit(const struct request *q, struct tpl *box, const struct sql_visits_own_row *v)
{
	if (text_eq(v->what, "book")) {
		struct tpl *t = tpl_add(box, T_BOOKED);
		tpl_text(t, T_TOKEN, token_make(q->ctx, q->app->keys, TOKEN_BOOKING, v->ref, v->token_version));
		tpl_text(t, T_WHEN, booking_when(q->ctx, v->start_at, v->end_at));
		tpl_text(t, T_NAME, text_or(v->matter_name, v->group_name));
		tpl_show_if(t, T_DISPLACED, v->displaced);
		return;
	}
	struct tpl *t = tpl_add(box, v->offered ? T_OFFERED : T_WAITS);
	tpl_text(t, T_GROUP_NAME, v->group_name);
	tpl_day(t, T_DATE, v->day);
	if (v->offered)
		tpl_minute(t, T_UNTIL, v->offer_until);
}

/* show_visits - to the window: booked, or waited for. */
static enum err show_visits(const struct request *q, struct tpl *d)
{
	struct sql_visits_own_row *rows;
	size_t n;

	TRY(sql_visits_own(q->app->db, q->ctx,
			   &(struct sql_visits_own_in){q->session->account_id, q->now, q->today, VISIT_ROWS}, &rows, &n));
	struct tpl *box = n ? tpl_add(d, T_VISITS) : NULL;
	for (size_t i = 0; i < n; i++)
		show_visit(q, box, &rows[i]);
	return ERR_NONE;
}

/* own_cases_get - every case of the person, drafts too, on whatever device it was begun. */
enum err own_cases_get(struct request *q, struct page *p)
{
	struct sql_account_cases_row *rows;
	int64_t before = ABOVE_ALL;
	const char *after = pairs_get(&q->query, "before");
	size_t n;

	if (after && !text_int(after, 1, INT64_MAX, &before))
		before = ABOVE_ALL;
	TRY(sql_account_cases(q->app->db, q->ctx,
			      &(struct sql_account_cases_in){q->session->account_id, before, PAGE_ROWS + 1}, &rows, &n));
	p->title = "我的办件";
	p->section = "account";
	p->body = TPL_account_cases;
	if (before == ABOVE_ALL)
		TRY(show_visits(q, p->d));
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_case(q, tpl_add(p->d, T_CASE), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0 && before == ABOVE_ALL);
	if (n > PAGE_ROWS)
		tpl_int(tpl_add(p->d, T_NEXT), T_BEFORE, rows[PAGE_ROWS - 1].id);
	return before == ABOVE_ALL ? show_voices(q, p) : ERR_NONE;
}
