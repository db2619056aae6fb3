#include "base/text.h"
#include "desk/desk.h"
#include "domain/alert.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define PAGE_ROWS 50

/* Where the things of a topic are, and what they are called. */
static const struct {
	const char *topic;
	const char *path;
	const char *name;
} topics[] = {
	{"rating", "/desk/ratings/", "差评整改"},
	{"complaint", "/desk/complaints/", "投诉建议"},
	{"enquiry", "/desk/enquiries/", "咨询"},
};

static void show_topic(void *ctx, struct tpl *t, const struct sql_alert_list_row *r)
{
	for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
		if (text_eq(topics[i].topic, r->topic)) {
			tpl_text(t, T_PATH, mem_fmt(ctx, "%s%s", topics[i].path, r->label));
			tpl_text(t, T_NAME, topics[i].name);
		}
	tpl_text(t, T_SHORT_NO, r->label);
}

static void show_alert(void *ctx, struct tpl *t, const struct sql_alert_list_row *r)
{
	tpl_text(t, T_KIND_NAME, alert_name_of(r->kind));
	tpl_text(t, T_KIND_CLASS, alert_before(r->kind) ? "due-soon" : "due-over");
	tpl_text(t, T_DEPT, text_or(r->dept_name, ""));
	tpl_day(t, T_DUE, r->on_day);
	if (r->topic) {
		show_topic(ctx, t, r);
		return;
	}
	tpl_text(t, T_PATH, mem_fmt(ctx, "/desk/case/%s", r->short_no));
	tpl_text(t, T_SHORT_NO, r->short_no);
	tpl_text(t, T_NAME, r->matter_name);
	struct tpl *state = tpl_add(t, T_STATE);
	tpl_text(state, T_STATE_KEY, r->state);
	tpl_text(state, T_STATE_NAME, state_name_numbered(state_of(r->state)));
}

/* alerts_get - what is about to run out or has; a supervisor sees everything and changes nothing (CQ 3.8). */
enum err alerts_get(struct request *q, struct page *p)
{
	const char *dept = text_empty(q->session->dept) ? NULL : q->session->dept;
	struct sql_alert_list_row *rows;
	int64_t before;
	size_t n;

	if (!text_int(text_or(pairs_get(&q->query, "before"), ""), 1, INT64_MAX, &before))
		before = INT64_MAX;
	TRY(sql_alert_list(q->app->db, q->ctx, &(struct sql_alert_list_in){dept, before, PAGE_ROWS + 1}, &rows, &n));
	p->title = "预警";
	p->section = "desk";
	p->body = TPL_desk_alerts;
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_alert(q->ctx, tpl_add(table, T_ROW), &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > PAGE_ROWS)
		tpl_int(tpl_add(p->d, T_NEXT), T_BEFORE, rows[PAGE_ROWS - 1].id);
	return ERR_NONE;
}
