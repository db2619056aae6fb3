/* windows.c - windows of the hall with zone and type, what each serves, and who sits there as A and B post (WIN-1, CQ 5.11.1). */
#include "admin/admin.h"
#include "admin/forms.h"
#include "admin/hall.h"
#include "base/text.h"
#include "domain/window.h"

#define ZONE_ROWS 100
#define GROUP_FIELD "g." /* a checkbox for each group; what it is followed by is the group's code */

/* --- what both pages show ------------------------------------------------------------------------------------------ */

/* zones_of - names of the zones of windows that are in use, each once.  Returns how many. */
static size_t zones_of(void *ctx, const struct sql_window_list_row *r, size_t n, const char ***out)
{
	const char **zone = mem_array(ctx, const char *, n);
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		size_t j = 0;
		while (j < k && !text_eq(zone[j], r[i].zone))
			j++;
		if (j == k && r[i].enabled)
			zone[k++] = r[i].zone;
	}
	*out = zone;
	return k;
}

static void zones_show(struct tpl *d, const char *const *zone, size_t n)
{
	for (size_t i = 0; i < n && i < ZONE_ROWS; i++)
		tpl_text(tpl_add(d, T_ZONE_OPTION), T_ZONE, zone[i]);
}

static void kinds_show(struct tpl *d, const char *chosen)
{
	for (const struct window_kind *k = window_kinds; k->key; k++) {
		struct tpl *t = tpl_add(d, T_KIND_OPTION);
		tpl_text(t, T_KIND_KEY, k->key);
		tpl_text(t, T_KIND_NAME, k->name);
		tpl_text(t, T_KIND_HELP, k->help);
		tpl_show_if(t, T_KIND_ON, text_eq(chosen, k->key));
	}
}

/* groups_show - a checkbox each: as typed, or as it is. */
static enum err groups_show(const struct request *q, struct tpl *d, const char *now, bool typed)
{
	struct sql_group_list_row *r;
	size_t n;

	TRY(sql_group_list(q->app->db, q->ctx, &r, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(d, T_GROUP_OPTION);
		const char *field = mem_fmt(q->ctx, GROUP_FIELD "%s", r[i].code);
		tpl_text(t, T_GROUP_CODE, r[i].code);
		tpl_text(t, T_GROUP_NAME, r[i].name);
		tpl_show_if(t, T_GROUP_ON, typed ? pairs_get(&q->post, field) != NULL : text_word_in(now, r[i].code));
	}
	return ERR_NONE;
}

/* groups_typed - codes of the boxes that are ticked; what is no group's is passed over. */
static enum err groups_typed(const struct request *q, struct hall_window *x)
{
	struct sql_group_list_row *r;
	size_t n;

	TRY(sql_group_list(q->app->db, q->ctx, &r, &n));
	x->groups = mem_array(q->ctx, const char *, n);
	for (size_t i = 0; i < n; i++)
		if (pairs_get(&q->post, mem_fmt(q->ctx, GROUP_FIELD "%s", r[i].code)))
			x->groups[x->ngroups++] = r[i].code;
	return ERR_NONE;
}

static const char *posts_missing(const struct sql_window_list_row *r)
{
	if (!r->a_post && !r->b_post)
		return "没有 A 岗，也没有 B 岗";
	return !r->a_post ? "没有 A 岗" : !r->b_post ? "没有 B 岗" : NULL;
}

/* --- all windows ----------------------------------------------------------------------------------------------------- */

/* warnings_show - too many zones (GD 9.2), windows without A or B post (CQ 5.11.1). */
static void warnings_show(struct tpl *d, const struct sql_window_list_row *r, size_t n, size_t nzones)
{
	struct tpl *box = NULL;

	if (nzones > ZONES_MAX) {
		struct tpl *t = tpl_add(d, T_TOO_MANY_ZONES);
		tpl_int(t, T_ZONES, (int64_t)nzones);
		tpl_int(t, T_ZONES_MAX, ZONES_MAX);
	}
	for (size_t i = 0; i < n; i++) {
		const char *missing = r[i].enabled ? posts_missing(&r[i]) : NULL;
		if (!missing)
			continue;
		box = box ? box : tpl_add(d, T_UNMANNED);
		struct tpl *t = tpl_add(box, T_LACK);
		tpl_text(t, T_CODE, r[i].code);
		tpl_text(t, T_LACK_SAY, missing);
	}
}

static void row_show(struct tpl *t, const struct sql_window_list_row *r)
{
	tpl_text(t, T_CODE, r->code);
	tpl_text(t, T_NAME, r->name);
	tpl_text(t, T_KIND, window_kind_name(r->kind));
	tpl_show_if(t, T_TIDAL, text_eq(r->kind, "tidal"));
	tpl_text(t, T_ZONE, r->zone);
	tpl_text(t, T_GROUPS, text_or(r->groups, "（无）"));
	tpl_text(t, T_A_POST, text_or(r->a_post, "（缺）"));
	tpl_text(t, T_B_POST, text_or(r->b_post, "（缺）"));
	tpl_show_if(t, T_OUT_OF_USE, !r->enabled);
}

enum err windows_get(struct request *q, struct page *p)
{
	struct sql_window_list_row *r;
	const char **zone;
	size_t n, nzones;

	p->title = "窗口";
	p->section = "admin";
	p->body = TPL_admin_windows;
	TRY(sql_window_list(q->app->db, q->ctx, &(struct sql_window_list_in){q->today}, &r, &n));
	nzones = zones_of(q->ctx, r, n, &zone);
	warnings_show(p->d, r, n, nzones);
	tpl_int(p->d, T_ZONES, (int64_t)nzones);
	for (size_t i = 0; i < n; i++)
		row_show(tpl_add(p->d, T_ROW), &r[i]);
	if (q->method == METHOD_GET)
		form_preset(q->form, "enabled", "1");
	form_preset(q->form, "position", mem_fmt(q->ctx, "%zu", n + 1));
	form_show(p->d, q->form);
	zones_show(p->d, zone, nzones);
	kinds_show(p->d, form_raw(q->form, "kind"));
	TRY(groups_show(q, p->d, NULL, q->method == METHOD_POST));
	return hall_changes_show(q, p->d, HALL_WINDOW, NULL);
}

enum err window_new_post(struct request *q, struct page *p)
{
	const struct hall_window_new_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct hall_window x = {f->code, f->name, f->kind, f->zone, f->enabled, f->position, NULL, 0};

	if (!window_code_ok(f->code))
		return page_again(q, p, windows_get, "code", "窗口号先写一个大写字母，再写数字，例如 A05");
	TRY(groups_typed(q, &x));
	enum err e = hall_window_add(&w, &a, &x);
	if (e == ERR_DUPLICATE)
		return page_again(q, p, windows_get, "code", "这个窗口号已经有了");
	TRY(e);
	page_note(q, p, mem_fmt(q->ctx, "已新增窗口 %s。再安排谁任 A 岗、B 岗。", f->code));
	page_see(q, p, "/admin/windows/%s", f->code);
	return ERR_NONE;
}

/* --- one window ------------------------------------------------------------------------------------------------------ */

static enum err duties_show(const struct request *q, struct tpl *d, const char *window)
{
	struct sql_duty_of_window_row *r;
	size_t n;

	TRY(sql_duty_of_window(q->app->db, q->ctx, &(struct sql_duty_of_window_in){window, q->today}, &r, &n));
	struct tpl *table = n ? tpl_add(d, T_TABLE) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		tpl_text(t, T_NAME, r[i].name);
		tpl_text(t, T_POST_NAME, text_eq(r[i].post, "A") ? "A 岗" : "B 岗");
		tpl_day(t, T_FROM, r[i].from_day);
		tpl_text(t, T_STANDING, r[i].from_day > q->today ? "还没到" : "在岗");
		if (r[i].until_day != DAY_NONE)
			tpl_day(tpl_add(t, T_ENDS), T_UNTIL, r[i].until_day);
		if (r[i].until_day != q->today)
			tpl_int(tpl_add(t, T_MAY_END), T_ID, r[i].id);
	}
	tpl_show_if(d, T_EMPTY, n == 0);
	return ERR_NONE;
}

static void window_preset(const struct request *q, struct form_in *f, const struct sql_window_list_row *r)
{
	form_preset(f, "name", r->name);
	form_preset(f, "kind", r->kind);
	form_preset(f, "zone", r->zone);
	form_preset(f, "position", mem_fmt(q->ctx, "%lld", (long long)r->position));
	if (r->enabled && (q->method == METHOD_GET || f != q->form))
		form_preset(f, "enabled", "1");
}

/* forms_show - the window as it is or was typed, and who is to sit there. */
static enum err forms_show(const struct request *q, struct page *p, const struct sql_window_list_row *r, const char *const *zone,
			   size_t nzones)
{
	struct form_in *f = hall_form(q, &hall_window_spec), *duty = hall_form(q, &duty_give_spec);
	struct tpl *t = tpl_add(p->d, T_WINDOW_FORM);
	char date[DAY_TEXT];

	window_preset(q, f, r);
	form_show(t, f);
	zones_show(t, zone, nzones);
	kinds_show(t, form_raw(f, "kind"));
	TRY(groups_show(q, t, r->groups, q->method == METHOD_POST && f == q->form));
	form_preset(duty, "from_day", day_text(q->today, date));
	form_show(tpl_add(p->d, T_DUTY_FORM), duty);
	return ERR_NONE;
}

enum err window_get(struct request *q, struct page *p)
{
	const char *code = request_param(q, "window"), **zone;
	struct sql_window_list_row *r;
	size_t n, i = 0, nzones;

	TRY(sql_window_list(q->app->db, q->ctx, &(struct sql_window_list_in){q->today}, &r, &n));
	while (i < n && !text_eq(r[i].code, code))
		i++;
	if (i == n)
		return ERR_NOT_FOUND;
	p->title = mem_fmt(q->ctx, "窗口 %s", code);
	p->section = "admin";
	p->body = TPL_admin_window;
	tpl_text(p->d, T_CODE, code);
	tpl_text(p->d, T_WINDOW_NAME, r[i].name);
	if (r[i].enabled && posts_missing(&r[i]))
		tpl_text(tpl_add(p->d, T_UNMANNED), T_LACK_SAY, posts_missing(&r[i]));
	if (text_eq(r[i].kind, "tidal"))
		tpl_show(p->d, T_TIDAL);
	nzones = zones_of(q->ctx, r, n, &zone);
	TRY(forms_show(q, p, &r[i], zone, nzones));
	TRY(duties_show(q, p->d, code));
	return hall_changes_show(q, p->d, HALL_WINDOW, code);
}

enum err window_post(struct request *q, struct page *p)
{
	const struct hall_window_form *f = q->form->value;
	const char *code = request_param(q, "window"), *say;
	struct hall_window x = {code, f->name, f->kind, f->zone, f->enabled, f->position, NULL, 0};
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);

	TRY(groups_typed(q, &x));
	enum err e = hall_window_set(&w, &a, &x, &say);
	if (e == ERR_CONFLICT && say)
		return page_again(q, p, window_get, "enabled", say);
	TRY(e);
	page_note(q, p, "已保存。");
	page_see(q, p, "/admin/windows/%s", code);
	return ERR_NONE;
}

enum err duty_give_post(struct request *q, struct page *p)
{
	const struct duty_give_form *f = q->form->value;
	struct duty d = {request_param(q, "window"), f->login, f->post, f->from_day, f->until_day};
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	const char *say = NULL;

	if (d.until_day != DAY_NONE && d.until_day < d.from_day)
		return page_again(q, p, window_get, "until_day", "结束日期不能早于开始日期");
	if (d.from_day < q->today)
		return page_again(q, p, window_get, "from_day", "最早从今天起");
	enum err e = duty_give(&w, &a, &d, &say);
	if (e == ERR_CONFLICT && say)
		return page_again(q, p, window_get, "login", say);
	TRY(e);
	page_note(q, p, "已安排。");
	page_see(q, p, "/admin/windows/%s", d.window);
	return ERR_NONE;
}

enum err duty_take_post(struct request *q, struct page *p)
{
	const struct duty_take_form *f = q->form->value;
	const char *window = request_param(q, "window");
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);

	TRY(duty_take(&w, &a, window, f->id));
	page_note(q, p, "已结束。今天刚开始的，到今天下班为止。");
	page_see(q, p, "/admin/windows/%s", window);
	return ERR_NONE;
}
