/* groups.c - service groups: what people choose and queue for, and which matters are handled where (CAT-6). */
#include "admin/admin.h"
#include "admin/forms.h"
#include "admin/hall.h"
#include "base/text.h"
#include "domain/window.h"

struct counted {
	struct sql_group_list_row *groups;
	struct sql_group_matters_row *matters;
	struct sql_window_list_row *windows;
	struct sql_opening_rules_row *rules;
	size_t ngroups, nmatters, nwindows, nrules;
};

static enum err count_read(const struct request *q, struct counted *c)
{
	struct db *db = q->app->db;

	TRY(sql_group_list(db, q->ctx, &c->groups, &c->ngroups));
	TRY(sql_group_matters(db, q->ctx, &c->matters, &c->nmatters));
	TRY(sql_window_list(db, q->ctx, &(struct sql_window_list_in){q->today}, &c->windows, &c->nwindows));
	return sql_opening_rules(db, q->ctx, &(struct sql_opening_rules_in){q->today, q->today}, &c->rules, &c->nrules);
}

static int64_t matters_in(const struct counted *c, const char *group)
{
	int64_t n = 0;

	for (size_t i = 0; i < c->nmatters; i++)
		n += text_eq(c->matters[i].group_code, group);
	return n;
}

static int64_t windows_of(const struct counted *c, const char *group)
{
	int64_t n = 0;

	for (size_t i = 0; i < c->nwindows; i++)
		n += c->windows[i].enabled && text_word_in(c->windows[i].groups, group);
	return n;
}

/* places_of - most places in a slot by the rules of today; -1: it has no hours. */
static int64_t places_of(const struct counted *c, const char *group)
{
	int64_t most = -1;

	for (size_t i = 0; i < c->nrules; i++)
		if (text_eq(c->rules[i].group_code, group) && c->rules[i].places > most)
			most = c->rules[i].places;
	return most;
}

/* warnings_show - matters that are on and handled nowhere (CAT-6), groups without hours or windows. */
static void warnings_show(struct tpl *d, const struct counted *c)
{
	struct tpl *box = NULL;

	for (size_t i = 0; i < c->nmatters; i++) {
		if (c->matters[i].group_code)
			continue;
		box = box ? box : tpl_add(d, T_HOMELESS);
		struct tpl *t = tpl_add(box, T_MATTER);
		tpl_text(t, T_MATTER_NAME, c->matters[i].name);
		tpl_text(t, T_DEPT_NAME, c->matters[i].dept_name);
	}
	box = NULL;
	for (size_t i = 0; i < c->ngroups; i++) {
		const char *code = c->groups[i].code;
		bool no_window = !windows_of(c, code), no_hours = places_of(c, code) < 0;
		if (!no_window && !no_hours)
			continue;
		box = box ? box : tpl_add(d, T_LACKING);
		struct tpl *t = tpl_add(box, T_LACK);
		tpl_text(t, T_CODE, code);
		tpl_text(t, T_NAME, c->groups[i].name);
		tpl_text(t, T_LACK_SAY, no_window && no_hours ? "没有窗口办理，也没有开放时间" : no_window ? "没有窗口办理" : "没有开放时间");
	}
}

enum err groups_get(struct request *q, struct page *p)
{
	struct counted c;

	p->title = "业务分组";
	p->section = "admin";
	p->body = TPL_admin_groups;
	TRY(count_read(q, &c));
	warnings_show(p->d, &c);
	for (size_t i = 0; i < c.ngroups; i++) {
		struct tpl *t = tpl_add(p->d, T_ROW);
		int64_t places = places_of(&c, c.groups[i].code);
		tpl_text(t, T_CODE, c.groups[i].code);
		tpl_text(t, T_NAME, c.groups[i].name);
		tpl_text(t, T_SUMMARY, c.groups[i].summary);
		tpl_int(t, T_SERVE_MIN, c.groups[i].serve_min);
		tpl_text(t, T_PLACES, !c.groups[i].bookable ? "不能预约" : places < 0 ? "没有开放时间" : mem_fmt(q->ctx, "%lld 个", (long long)places));
		tpl_int(t, T_MATTERS, matters_in(&c, c.groups[i].code));
		tpl_int(t, T_WINDOWS, windows_of(&c, c.groups[i].code));
	}
	if (q->method == METHOD_GET)
		form_preset(q->form, "bookable", "1");
	form_preset(q->form, "position", mem_fmt(q->ctx, "%zu", c.ngroups + 1));
	form_show(p->d, q->form);
	return hall_changes_show(q, p->d, HALL_GROUP, NULL);
}

enum err group_new_post(struct request *q, struct page *p)
{
	const struct hall_group_new_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);

	if (!group_code_ok(f->code))
		return page_again(q, p, groups_get, "code", "代号是一个或两个大写字母，印在号码前面，例如 D");
	enum err e = hall_group_add(&w, &a, &(struct hall_group){f->code, f->name, f->summary, f->serve_min, f->bookable, f->position});
	if (e == ERR_DUPLICATE)
		return page_again(q, p, groups_get, "code", "这个代号已经有了");
	TRY(e);
	page_note(q, p, mem_fmt(q->ctx, "已新增“%s”。再给它归事项、排窗口、定开放时间。", f->name));
	page_see(q, p, "/admin/groups/%s", f->code);
	return ERR_NONE;
}

/* --- one group ------------------------------------------------------------------------------------------------------ */

static const char *group_name(const struct counted *c, const char *code)
{
	for (size_t i = 0; i < c->ngroups; i++)
		if (text_eq(c->groups[i].code, code))
			return c->groups[i].name;
	return NULL;
}

static void matters_show(const struct request *q, struct tpl *d, const struct counted *c, const struct hall_group *g,
			 const char *chosen)
{
	struct tpl *list = matters_in(c, g->code) ? tpl_add(d, T_OWN) : NULL;

	tpl_show_if(d, T_NONE, !list);
	for (size_t i = 0; i < c->nmatters; i++) {
		const struct sql_group_matters_row *m = &c->matters[i];
		bool own = text_eq(m->group_code, g->code);
		struct tpl *t = tpl_add(own ? list : d, own ? T_MATTER : T_MATTER_OPTION);
		tpl_text(t, T_MATTER_NAME, m->name);
		tpl_text(t, T_DEPT_NAME, m->dept_name);
		if (own)
			continue;
		tpl_text(t, T_MATTER_CODE, m->code);
		tpl_text(t, T_MATTER_NOW, m->group_code ? mem_fmt(q->ctx, "现在在“%s”", group_name(c, m->group_code)) : "还没有归组");
		tpl_show_if(t, T_MATTER_ON, text_eq(chosen, m->code));
	}
}

static void group_preset(const struct request *q, struct form_in *f, const struct hall_group *g)
{
	form_preset(f, "name", g->name);
	form_preset(f, "summary", g->summary);
	form_preset(f, "serve_min", mem_fmt(q->ctx, "%lld", (long long)g->serve_min));
	form_preset(f, "position", mem_fmt(q->ctx, "%lld", (long long)g->position));
	if (g->bookable && (q->method == METHOD_GET || f != q->form))
		form_preset(f, "bookable", "1");
}

enum err group_get(struct request *q, struct page *p)
{
	struct form_in *f = hall_form(q, &hall_group_spec), *take = hall_form(q, &hall_group_take_spec);
	struct casework w = casework_of(q);
	struct hall_group g;
	struct counted c;

	TRY(hall_group_find(&w, request_param(q, "group"), &g));
	p->title = mem_fmt(q->ctx, "业务分组 %s %s", g.code, g.name);
	p->section = "admin";
	p->body = TPL_admin_group;
	tpl_text(p->d, T_CODE, g.code);
	tpl_text(p->d, T_GROUP_NAME, g.name);
	TRY(count_read(q, &c));
	tpl_show_if(p->d, T_NO_WINDOW, !windows_of(&c, g.code));
	tpl_show_if(p->d, T_NO_HOURS, places_of(&c, g.code) < 0);
	group_preset(q, f, &g);
	form_show(tpl_add(p->d, T_GROUP_FORM), f);
	struct tpl *t = tpl_add(p->d, T_TAKE_FORM);
	form_show(t, take);
	matters_show(q, t, &c, &g, form_raw(take, "matter"));
	return hall_changes_show(q, p->d, HALL_GROUP, g.code);
}

/* group_post - one that can be booked no more is confirmed first, when somebody has booked. */
enum err group_post(struct request *q, struct page *p)
{
	const struct hall_group_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct displaced people;
	const char *code = request_param(q, "group"), *sure;

	enum err e = hall_group_set(&w, &a, &(struct hall_group){code, f->name, f->summary, f->serve_min, f->bookable, f->position},
				    f->sure, &people, &sure);
	if (e == ERR_CONFLICT) {
		struct tpl *box = tpl_add(p->d, T_PREVIEW);
		tpl_text(box, T_SURE, sure);
		hall_displaced_show(q, box, &people, NOT_BOOKABLE_WHY);
		tpl_show_if(box, T_AGAIN, !text_empty(f->sure));
		p->status = text_empty(f->sure) ? 200 : 409;
		return group_get(q, p);
	}
	TRY(e);
	page_note(q, p, "已保存。");
	page_see(q, p, "/admin/groups/%s", code);
	return ERR_NONE;
}

enum err group_take_post(struct request *q, struct page *p)
{
	const struct hall_group_take_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_group_matters_row *m;
	struct hall_group g;
	size_t n, i = 0;

	TRY(hall_group_find(&w, request_param(q, "group"), &g));
	TRY(sql_group_matters(q->app->db, q->ctx, &m, &n));
	while (i < n && !text_eq(m[i].code, f->matter))
		i++;
	if (i == n)
		return page_again(q, p, group_get, "matter", "请从列出的事项里选择");
	TRY(hall_group_take(&w, &a, &g, m[i].code, m[i].name));
	page_note(q, p, mem_fmt(q->ctx, "“%s”归到“%s”了。已经约好的人还在原来的分组办。", m[i].name, g.name));
	page_see(q, p, "/admin/groups/%s", g.code);
	return ERR_NONE;
}
