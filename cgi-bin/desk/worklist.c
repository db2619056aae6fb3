#include "base/text.h"
#include "desk/desk.h"
#include "desk/queue.h"
#include "desk/voice.h"
#include "domain/rating_order.h"
#include "domain/mask.h"
#include "gen/sql.h"
#include "parts/duetag.h"
#include "web/after.h"
#include "web/page.h"
#include "web/session.h"
#include "web/urlencoded.h"

#define PAGE_ROWS 30
#define COUNT_MOST 1000 /* the tabs say "1000+" beyond that */

/* One tab per worklist.  An officer sees those that the posts they hold have work in. */
enum tab { TAB_MINE, TAB_PRE_REVIEW, TAB_WINDOW, TAB_DEPT, TAB_DELIVERED, TAB_COUNT };
struct tab_row {
	const char *key, *name;
	const char *turn; /* NULL: claimed by me */
	uint32_t roles;
	const char *state; /* NULL: all that are in that turn */
};
static const struct tab_row tabs[TAB_COUNT] = {
	[TAB_MINE] = {"mine", "我在办的", NULL, ROLES_CASE},
	[TAB_PRE_REVIEW] = {"pre_review", "待预审", "pre_review",
			    ROLE_PRE_REVIEWER | ROLE_COACH | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR},
	[TAB_WINDOW] = {"window", "窗口待办", "window",
			ROLE_CLERK | ROLE_ISSUER | ROLE_PERSONAL | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR},
	[TAB_DEPT] = {"dept", "部门待办", "dept", ROLES_DEPT | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR},
	/* the department sees at once what has reached its applicant (OUT-4) */
	[TAB_DELIVERED] = {"delivered", "已送达", "window", ROLES_DEPT | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR,
			   "delivered"},
};

/* What was asked for. */
struct wanted {
	enum tab tab;
	const char *state; /* NULL: any */
	int64_t matter;    /* 0: any */
	int64_t claim;     /* 0 any, 1 mine, 2 nobody's */
	bool only_new;
	const char *dept; /* NULL: all departments */
	day after_due;
	int64_t after_id;
};

static const char *dept_scope(const struct request *q)
{
	return text_empty(q->session->dept) ? NULL : q->session->dept;
}

static enum tab tab_of(const struct request *q)
{
	const char *key = pairs_get(&q->query, "tab");
	enum tab first = TAB_MINE;
	for (enum tab t = TAB_COUNT; t-- > TAB_MINE;) {
		if (!(tabs[t].roles & q->session->roles))
			continue;
		if (text_eq(tabs[t].key, key))
			return t;
		if (t != TAB_MINE && t != TAB_DELIVERED)
			first = t;
	}
	return text_eq(key, tabs[TAB_MINE].key) ? TAB_MINE : first;
}

static void wanted_read(const struct request *q, struct wanted *w)
{
	const char *state = pairs_get(&q->query, "state");

	*w = (struct wanted){.tab = tab_of(q), .dept = dept_scope(q), .after_due = day_make(1900, 1, 1)};
	w->state = state && state_of(state) != STATE_NONE ? state : NULL;
	if (tabs[w->tab].state)
		w->state = tabs[w->tab].state;
	if (!text_int(text_or(pairs_get(&q->query, "claim"), "0"), 0, 2, &w->claim))
		w->claim = 0;
	if (!text_int(text_or(pairs_get(&q->query, "matter"), "0"), 0, INT64_MAX, &w->matter))
		w->matter = 0;
	w->only_new = text_eq(pairs_get(&q->query, "new"), "1");
	after_day(q, &w->after_due, &w->after_id, 1); /* "never" is DUE_NEVER */
}

static enum err rows_find(const struct request *q, const struct wanted *w, struct sql_work_row **rows, size_t *n)
{
	struct db *db = q->app->db;
	int64_t me = q->session->staff_id;
	if (w->tab == TAB_MINE)
		return sql_worklist_mine(db, q->ctx,
					 &(struct sql_worklist_mine_in){me, w->after_due, w->after_id, PAGE_ROWS + 1},
					 rows, n);
	if (w->dept)
		return sql_worklist_dept(db, q->ctx,
					 &(struct sql_worklist_dept_in){.staff_id = me, .dept_code = w->dept,
									.turn = tabs[w->tab].turn, .state = w->state,
									.matter_id = w->matter, .claim = w->claim, .only_new = w->only_new,
									.after_due = w->after_due,
									.after_id = w->after_id,
									.limit = PAGE_ROWS + 1},
					 rows, n);
	return sql_worklist_turn(db, q->ctx,
				 &(struct sql_worklist_turn_in){.staff_id = me, .turn = tabs[w->tab].turn,
								.state = w->state, .matter_id = w->matter,
								.claim = w->claim, .only_new = w->only_new, .after_due = w->after_due,
								.after_id = w->after_id, .limit = PAGE_ROWS + 1},
				 rows, n);
}

/* --- showing ------------------------------------------------------------------------------------------- */

static const char *shown_name(const struct request *q, const struct sql_work_row *r)
{
	return text_eq(r->applicant_kind, "natural") ? mask_name(q->ctx, r->applicant_name) : r->applicant_name;
}

/* show_limits - the two limits that the law and the promise set, while they run; whatever else is due before them. */
static void show_limits(const struct request *q, struct tpl *t, const struct sql_work_row *r)
{
	const struct {
		enum clock_name clock;
		day due;
	} limits[] = {{CLOCK_PROMISED, r->promised_due}, {CLOCK_LEGAL, r->legal_due}};
	bool named = false;

	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		named = named || (r->running & CLOCK_BIT(limits[i].clock) && limits[i].due == r->next_due);
	if (r->next_due != DUE_NEVER && !named)
		duetag_show(q, tpl_add(t, T_DUE_SHOWN), r->next_due);
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		if (limits[i].due == DAY_NONE || !(r->running & CLOCK_BIT(limits[i].clock)))
			continue;
		struct tpl *d = tpl_add(t, T_LIMIT_SHOWN);
		tpl_text(d, T_LIMIT_NAME, limits[i].clock == CLOCK_LEGAL ? "法定" : "承诺");
		duetag_show(q, d, limits[i].due);
	}
}

static void show_row(const struct request *q, struct tpl *t, const struct sql_work_row *r)
{
	bool mine = r->claimed_by && r->claimed_by == q->session->staff_id;
	show_limits(q, t, r);
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_NAME, r->matter_name);
	tpl_text(t, T_APPLICANT, shown_name(q, r));
	tpl_text(t, T_CHANNEL, channel_name(r->channel));
	tpl_text(t, T_STATE_KEY, r->state);
	tpl_text(t, T_STATE_NAME, state_name_numbered(state_of(r->state)));
	tpl_text(t, T_HOLDER, mine ? "我" : text_or(r->claimed_name, ""));
	tpl_text(t, T_ROW_CLASS, mine ? "is-mine" : r->claimed_by ? "is-theirs" : "");
	if (r->seen < r->version)
		tpl_text(tpl_add(t, T_NEW), T_NEW_SAY, r->seen ? "有变化" : "新");
	tpl_show_if(t, T_ASKED, text_eq(r->confirm_state, "asked"));
	if (!text_empty(r->district))
		tpl_text(tpl_add(t, T_DISTRICT_SHOWN), T_DISTRICT, r->district);
}

static const char *tab_url(struct request *q, enum tab t)
{
	return mem_fmt(q->ctx, "/desk?tab=%s", tabs[t].key);
}

static enum err show_tabs(struct request *q, struct page *p, const struct wanted *w)
{
	struct sql_worklist_counts_row *n;
	TRY(sql_worklist_counts(q->app->db, q->ctx, &(struct sql_worklist_counts_in){w->dept, COUNT_MOST}, &n));
	const int64_t counts[TAB_COUNT] = {
		[TAB_MINE] = -1, [TAB_PRE_REVIEW] = n->pre_review, [TAB_WINDOW] = n->window, [TAB_DEPT] = n->dept, [TAB_DELIVERED] = -1};
	for (enum tab t = TAB_MINE; t < TAB_COUNT; t++) {
		if (!(tabs[t].roles & q->session->roles))
			continue;
		struct tpl *d = tpl_add(p->d, T_TAB);
		tpl_text(d, T_TAB_URL, tab_url(q, t));
		tpl_text(d, T_TAB_NAME, tabs[t].name);
		tpl_show_if(d, T_TAB_ON, t == w->tab);
		if (counts[t] >= 0)
			tpl_text(tpl_add(d, T_TAB_COUNTED), T_TAB_COUNT,
				 counts[t] >= COUNT_MOST ? "1000+" : mem_fmt(q->ctx, "%lld", (long long)counts[t]));
	}
	return ERR_NONE;
}

/* tab_states - what a case can be while it is this tab's turn. */
static uint32_t tab_states(enum tab t)
{
	static const uint32_t states[TAB_COUNT] = {
		[TAB_PRE_REVIEW] = STATE_BIT(STATE_SUBMITTED) | STATE_BIT(STATE_PRE_REVIEW),
		[TAB_WINDOW] = STATE_BIT(STATE_SUBMITTED) | STATE_BIT(STATE_RECEIVED) | STATE_BIT(STATE_RESULT_HELD) |
			       STATE_BIT(STATE_RESULT_READY) | STATE_BIT(STATE_MAILING) | STATE_BIT(STATE_DELIVERED),
		[TAB_DEPT] = STATE_BIT(STATE_RECEIVED) | STATE_BIT(STATE_ACCEPTED) | STATE_BIT(STATE_IN_REVIEW) |
			     STATE_BIT(STATE_SPECIAL_PROCEDURE) | STATE_BIT(STATE_SUSPENDED) | STATE_BIT(STATE_DECIDED),
	};
	return states[t];
}

static enum err show_matters(struct request *q, struct tpl *f, const struct wanted *w)
{
	struct sql_worklist_matters_row *rows;
	size_t n;
	TRY(sql_worklist_matters(q->app->db, q->ctx, &(struct sql_worklist_matters_in){w->dept}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *o = tpl_add(f, T_MATTER_OPTION);
		tpl_int(o, T_OPTION_VALUE, rows[i].id);
		tpl_text(o, T_OPTION_NAME, rows[i].name);
		tpl_show_if(o, T_OPTION_ON, rows[i].id == w->matter);
	}
	return ERR_NONE;
}

static enum err show_filters(struct request *q, struct page *p, const struct wanted *w)
{
	if (w->tab == TAB_MINE || tabs[w->tab].state)
		return ERR_NONE;
	struct tpl *f = tpl_add(p->d, T_FILTERS);
	tpl_text(f, T_TAB_KEY, tabs[w->tab].key);
	for (unsigned i = STATE_NONE + 1; i < STATE_COUNT; i++) {
		if (!(tab_states(w->tab) & STATE_BIT(i)))
			continue;
		struct tpl *o = tpl_add(f, T_OPTION);
		tpl_text(o, T_OPTION_VALUE, state_key((enum state)i));
		tpl_text(o, T_OPTION_NAME, state_name((enum state)i));
		tpl_show_if(o, T_OPTION_ON, text_eq(w->state, state_key((enum state)i)));
	}
	tpl_show_if(f, T_CLAIM_MINE, w->claim == 1);
	tpl_show_if(f, T_CLAIM_NOBODY, w->claim == 2);
	tpl_show_if(f, T_NEW_ON, w->only_new);
	return show_matters(q, f, w);
}

static void show_next(struct request *q, struct page *p, const struct wanted *w, const struct sql_work_row *last)
{
	char text[DAY_TEXT];
	const char *due = last->next_due == DUE_NEVER ? "never" : day_text(last->next_due, text);
	char *url = mem_str(q->ctx, tab_url(q, w->tab));
	if (w->state)
		url = url_with(q->ctx, url, "state", w->state);
	if (w->matter)
		url = url_with(q->ctx, url, "matter", mem_fmt(q->ctx, "%lld", (long long)w->matter));
	if (w->claim)
		url = url_with(q->ctx, url, "claim", w->claim == 1 ? "1" : "2");
	if (w->only_new)
		url = url_with(q->ctx, url, "new", "1");
	tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
		 url_with(q->ctx, url, "after", mem_fmt(q->ctx, "%s.%lld", due, (long long)last->id)));
}

/* no_cases - where those begin who have no cases to work on; NULL: here. */
static const char *no_cases(uint32_t roles)
{
	static const struct {
		uint32_t role;
		const char *home;
	} homes[] = {{ROLE_ARCHIVIST, "/desk/archive"}, {ROLE_COMPLAINT, "/desk/complaints"}, {ROLE_GUIDE, "/desk/queue"},
		     {ROLE_TERMINAL, "/hall/take"}, {ROLES_FAQ_JUDGE, "/desk/faq"}};

	for (size_t i = 0; !(roles & ROLES_CASE) && i < sizeof(homes) / sizeof(homes[0]); i++)
		if (roles & homes[i].role)
			return homes[i].home;
	return NULL;
}

/* worklist_get - due first; what is new to this officer is marked; keyset pages. */
enum err worklist_get(struct request *q, struct page *p)
{
	struct wanted w;
	struct sql_work_row *rows;
	size_t n;

	const char *home = no_cases(q->session->roles);
	if (home) {
		page_see(q, p, "%s", home);
		return ERR_NONE;
	}
	wanted_read(q, &w);
	p->title = "待办件";
	p->section = "desk";
	p->body = TPL_desk_worklist;
	TRY(show_tabs(q, p, &w));
	TRY(desk_parts_tab(q, p->d));
	TRY(show_filters(q, p, &w));
	TRY(rows_find(q, &w, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_row(q, tpl_add(table, T_ROW), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	tpl_show_if(p->d, T_ALERTS_LINK,
		    q->session->roles & (ROLE_SUPERVISOR | ROLE_COORDINATOR | ROLE_MANAGER | ROLES_DEPT));
	tpl_show_if(p->d, T_RATINGS_LINK, q->session->roles & (ROLES_RATING | ROLE_SUPERVISOR));
	tpl_show_if(p->d, T_ISSUE_LINK, q->session->roles & ROLES_ISSUE);
	tpl_show_if(p->d, T_ARCHIVE_LINK, q->session->roles & ROLES_ARCHIVE);
	tpl_show_if(p->d, T_LEDGER_LINK, q->session->roles & ROLES_LEDGER);
	tpl_show_if(p->d, T_GAPS_LINK, q->session->roles & (ROLE_CLERK | ROLE_ISSUER | ROLE_COORDINATOR));
	tpl_show_if(p->d, T_CHECKS_LINK, q->session->roles & ROLES_DEPT);
	tpl_show_if(p->d, T_CREDIT_LINK, q->session->roles & (ROLE_SUPERVISOR | ROLE_COORDINATOR | ROLE_MANAGER));
	tpl_show_if(p->d, T_INTAKE_LINK, q->session->roles & ROLE_CLERK);
	tpl_show_if(p->d, T_BOOKINGS_LINK, q->session->roles & ROLES_BOOKING);
	tpl_show_if(p->d, T_QUEUE_LINK, q->session->roles & ROLES_QUEUE);
	tpl_show_if(p->d, T_LOAD_LINK, q->session->roles & ROLES_LOAD);
	tpl_show_if(p->d, T_COMPLAINTS_LINK, q->session->roles & (ROLES_COMPLAINT | ROLES_COMPLAINT_NEW));
	tpl_show_if(p->d, T_ENQUIRIES_LINK, q->session->roles & ROLES_ENQUIRY);
	tpl_show_if(p->d, T_FAQ_LINK, q->session->roles & ROLES_FAQ);
	tpl_show_if(p->d, T_PASSWORD_LINK, q->session->roles & (ROLE_CLERK | ROLE_PERSONAL));
	if (n > PAGE_ROWS)
		show_next(q, p, &w, &rows[PAGE_ROWS - 1]);
	return ERR_NONE;
}
