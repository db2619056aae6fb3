#include "desk/ratings.h"

#include "base/text.h"
#include "desk/desk.h"
#include "domain/rating.h"
#include "domain/rating_order.h"
#include "parts/duetag.h"
#include "web/page.h"
#include "web/session.h"

#define PAGE_ROWS 30

/* tabs - the first is what one has oneself, in whatever state. */
static const struct {
	const char *key, *name;
	uint32_t states;
	bool mine;
} tabs[] = {
	{"mine", "我办的", ORDER_BIT(ORDER_TAKEN) | ORDER_BIT(ORDER_CONTACTED) | ORDER_BIT(ORDER_VERIFIED) | ORDER_BIT(ORDER_RECTIFYING), true},
	{"new", "待领办", ORDER_BIT(ORDER_NEW), false},
	{"open", "全部在办", ORDER_BIT(ORDER_TAKEN) | ORDER_BIT(ORDER_CONTACTED) | ORDER_BIT(ORDER_VERIFIED) | ORDER_BIT(ORDER_RECTIFYING), false},
	{"appealed", "待复核", ORDER_BIT(ORDER_APPEALED), false},
	{"replied", "等再评", ORDER_BIT(ORDER_REPLIED), false},
	{"done", "已办结", ORDER_BIT(ORDER_PASSED) | ORDER_BIT(ORDER_LAPSED) | ORDER_BIT(ORDER_REMOVED), false},
};
#define NTABS (sizeof(tabs) / sizeof(tabs[0]))

static size_t tab_of(const struct request *q)
{
	const char *wanted = pairs_get(&q->query, "tab");

	for (size_t i = 0; i < NTABS; i++)
		if (text_eq(tabs[i].key, wanted))
			return i;
	return q->session->roles & ROLE_COMPLAINT ? 0 : 1;
}

static void show_row(const struct request *q, struct tpl *t, const struct sql_rating_worklist_row *r)
{
	tpl_text(t, T_NUMBER, r->number);
	tpl_text(t, T_LEVEL_NAME, rating_level_name(r->level));
	tpl_int(t, T_LEVEL, r->level);
	tpl_text(t, T_NAME, text_or(r->matter_name, "窗口服务"));
	tpl_text(t, T_WHERE, r->window_code ? mem_fmt(q->ctx, "%s %s窗口", text_or(r->dept_name, ""), r->window_code)
					    : text_or(r->dept_name, "服务中心"));
	tpl_text(t, T_STATE_NAME, order_state_name(order_state_of(r->state)));
	tpl_show_if(t, T_COMPLEX, r->complex);
	if (r->round > 1)
		tpl_int(tpl_add(t, T_ROUND_SHOWN), T_ROUND, r->round);
	tpl_text(t, T_HANDLER, text_or(r->handler_name, "还没有人"));
	if (r->due != DAY_NONE)
		duetag_show(q, tpl_add(t, T_DUE_SHOWN), r->due);
}

static enum err show_state(struct request *q, struct page *p, struct tpl **table, size_t tab, enum order_state state, int64_t after,
			   bool *more)
{
	const struct session *s = q->session;
	struct sql_rating_worklist_in in = {
		.state = order_state_key(state), .mine = tabs[tab].mine ? s->staff_id : 0, .me = s->staff_id,
		.acting_for = s->acting_for, .now = q->now, .after = after, .limit = PAGE_ROWS + 1};
	struct sql_rating_worklist_row *rows;
	size_t n;

	TRY(sql_rating_worklist(q->app->db, q->ctx, &in, &rows, &n));
	if (n && !*table)
		*table = tpl_add(p->d, T_TABLE);
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_row(q, tpl_add(*table, T_ROW), &rows[i]);
	if (n > PAGE_ROWS) {
		struct tpl *next = tpl_add(p->d, T_NEXT);
		tpl_text(next, T_NEXT_URL, mem_fmt(q->ctx, "/desk/ratings?tab=%s&state=%s&after=%lld", tabs[tab].key, in.state,
						   (long long)rows[PAGE_ROWS - 1].id));
		tpl_text(next, T_STATE_NAME, order_state_name(state));
		*more = true;
	}
	return ERR_NONE;
}

enum err ratings_get(struct request *q, struct page *p)
{
	enum order_state only = order_state_of(pairs_get(&q->query, "state"));
	size_t tab = tab_of(q);
	struct tpl *table = NULL;
	bool more = false;
	int64_t after;

	if (!text_int(text_or(pairs_get(&q->query, "after"), ""), 0, INT64_MAX, &after))
		after = 0;
	p->title = "差评整改";
	p->section = "desk";
	p->body = TPL_desk_ratings;
	for (size_t i = 0; i < NTABS; i++) {
		struct tpl *t = tpl_add(p->d, T_TAB);
		tpl_text(t, T_TAB_URL, mem_fmt(q->ctx, "/desk/ratings?tab=%s", tabs[i].key));
		tpl_text(t, T_TAB_NAME, tabs[i].name);
		tpl_show_if(t, T_TAB_ON, i == tab);
	}
	tpl_show_if(p->d, T_REVIEW_LINK, q->session->roles & ROLES_RATING);
	for (enum order_state s = ORDER_NEW; s < ORDER_STATES; s++)
		if ((tabs[tab].states & ORDER_BIT(s)) && (only == ORDER_NONE || only == s))
			TRY(show_state(q, p, &table, tab, s, after, &more));
	tpl_show_if(p->d, T_EMPTY, !table);
	return ERR_NONE;
}
