#include "domain/window.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "domain/slot.h"

#define CODE_MAX 8
#define GROUP_CODE_MAX 2

const struct window_kind window_kinds[] = {
	{"by_field", "分领域窗口", "办一个领域的事"},
	{"undifferentiated", "无差别窗口", "综合受理，什么事都收"},
	{"all_round", "全科窗口", "一个人从收件办到出件"},
	{"enquiry", "咨询窗口", "咨询、导办、帮填"},
	{"receipt", "收件窗口", "只收件"},
	{"issue", "出件窗口", "发证、发文书"},
	{"topic", "主题窗口", "一类主题的事，比如工程建设"},
	{"tidal", "潮汐窗口", "人多的时候才开"},
	{"one_thing", "“一件事”窗口", "几个部门的事一次办"},
	{"cross_region", "跨区域窗口", "外地的事在这里办"},
	{NULL, NULL, NULL},
};

const char *window_kind_name(const char *key)
{
	for (const struct window_kind *k = window_kinds; k->key; k++)
		if (text_eq(k->key, key))
			return k->name;
	return "";
}

bool group_code_ok(const char *code)
{
	size_t n = strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return n >= 1 && n <= GROUP_CODE_MAX && code[n] == '\0';
}

bool window_code_ok(const char *code)
{
	size_t n = strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

	return n >= 2 && n <= CODE_MAX && code[n] == '\0' && isupper((unsigned char)*code);
}

/* what every change has; the rest by what it is about */
struct deed {
	const struct casework *w;
	const struct actor *a;
	const struct hall_group *g;
	const struct hall_window *x;
	const struct duty *d;
	const char *sure, *matter_code, *matter_name;
	struct displaced *people;
	const char **again, **say;
	int64_t id;
};

/* --- groups -------------------------------------------------------------------------------------------------------- */

enum err hall_group_find(const struct casework *w, const char *code, struct hall_group *out)
{
	struct sql_group_list_row *r;
	size_t n;

	TRY(sql_group_list(w->db, w->ctx, &r, &n));
	for (size_t i = 0; i < n; i++)
		if (text_eq(r[i].code, code)) {
			*out = (struct hall_group){r[i].code, r[i].name, r[i].summary, r[i].serve_min, r[i].bookable != 0, r[i].position};
			return ERR_NONE;
		}
	return ERR_NOT_FOUND;
}

static enum err group_record(const struct deed *x, const char *verb)
{
	const struct hall_group *g = x->g;

	return hall_change_add(x->w, x->a, HALL_GROUP, g->code,
			       mem_fmt(x->w->ctx, "%s %s %s：每人 %lld 分钟，%s，排第 %lld；%s", verb, g->code, g->name,
				       (long long)g->serve_min, g->bookable ? "可以预约" : "不能预约", (long long)g->position, g->summary));
}

static enum err group_add_work(void *arg)
{
	const struct deed *x = arg;
	const struct hall_group *g = x->g;

	TRY(sql_group_add(x->w->db, &(struct sql_group_add_in){g->code, g->name, g->summary, g->serve_min, g->bookable, g->position}, NULL));
	return group_record(x, "新增");
}

enum err hall_group_add(const struct casework *w, const struct actor *a, const struct hall_group *g)
{
	return db_tx(w->db, group_add_work, &(struct deed){.w = w, .a = a, .g = g});
}

static enum err group_set_work(void *arg)
{
	const struct deed *x = arg;
	const struct casework *w = x->w;
	const struct hall_group *g = x->g;
	struct sql_group_lock_row *r;

	TRY(sql_group_lock(w->db, w->ctx, &(struct sql_group_lock_in){g->code}, &r));
	*x->people = (struct displaced){NULL, 0};
	if (r->bookable && !g->bookable)
		TRY(displaced_find(w, g->code, w->now, PLACE_NEVER, x->people));
	*x->again = hall_sure(w, x->a, mem_fmt(w->ctx, "group|%s", g->code), x->people);
	if (x->people->n && !text_eq(*x->again, x->sure))
		return ERR_CONFLICT;
	TRY(sql_group_set(w->db, &(struct sql_group_set_in){g->code, g->name, g->summary, g->serve_min, g->bookable, g->position}, NULL));
	return group_record(x, "修改");
}

enum err hall_group_set(const struct casework *w, const struct actor *a, const struct hall_group *g, const char *sure,
			struct displaced *people, const char **again)
{
	return db_tx(w->db, group_set_work, &(struct deed){.w = w, .a = a, .g = g, .sure = sure, .people = people, .again = again});
}

static enum err group_take_work(void *arg)
{
	const struct deed *x = arg;

	TRY(sql_group_matter_put(x->w->db, &(struct sql_group_matter_put_in){x->matter_code, x->g->code}, NULL));
	return hall_change_add(x->w, x->a, HALL_GROUP, x->g->code,
			       mem_fmt(x->w->ctx, "事项“%s”归到 %s %s", x->matter_name, x->g->code, x->g->name));
}

enum err hall_group_take(const struct casework *w, const struct actor *a, const struct hall_group *g, const char *matter_code,
			 const char *matter_name)
{
	return db_tx(w->db, group_take_work,
		     &(struct deed){.w = w, .a = a, .g = g, .matter_code = matter_code, .matter_name = matter_name});
}

/* --- windows ------------------------------------------------------------------------------------------------------- */

static enum err window_groups_set(const struct deed *x)
{
	for (size_t i = 0; i < x->x->ngroups; i++)
		TRY(sql_window_group_add(x->w->db, &(struct sql_window_group_add_in){x->x->code, x->x->groups[i]}, NULL));
	return ERR_NONE;
}

static enum err window_record(const struct deed *d, const char *verb)
{
	const struct hall_window *x = d->x;
	char *groups = mem_str(d->w->ctx, "");

	for (size_t i = 0; i < x->ngroups; i++)
		groups = mem_fmt(d->w->ctx, "%s%s%s", groups, i ? "、" : "", x->groups[i]);
	return hall_change_add(d->w, d->a, HALL_WINDOW, x->code,
			       mem_fmt(d->w->ctx, "%s %s %s：%s，%s，办理 %s，%s，排第 %lld", verb, x->code, x->name,
				       window_kind_name(x->kind), x->zone, text_or(groups, "（无）"), x->enabled ? "在用" : "停用",
				       (long long)x->position));
}

static enum err window_add_work(void *arg)
{
	const struct deed *d = arg;
	const struct hall_window *x = d->x;

	TRY(sql_window_add(d->w->db, &(struct sql_window_add_in){x->code, x->name, x->kind, x->zone, x->enabled, x->position}, NULL));
	TRY(window_groups_set(d));
	return window_record(d, "新增");
}

enum err hall_window_add(const struct casework *w, const struct actor *a, const struct hall_window *x)
{
	return db_tx(w->db, window_add_work, &(struct deed){.w = w, .a = a, .x = x});
}

/* window_free - nobody sits there, and no ticket waits for it alone. */
static enum err window_free(const struct deed *d)
{
	const struct casework *w = d->w;
	struct sql_window_busy_row *r;

	TRY(sql_window_busy(w->db, w->ctx, &(struct sql_window_busy_in){d->x->code, msec_day(w->now)}, &r));
	if (r->staff_name)
		*d->say = mem_fmt(w->ctx, "%s正坐在这个窗口，请先让他关闭窗口，再停用", r->staff_name);
	else if (r->tickets)
		*d->say = mem_fmt(w->ctx, "还有 %lld 个号转给了这个窗口，办完才能停用", (long long)r->tickets);
	return *d->say ? ERR_CONFLICT : ERR_NONE;
}

static enum err window_set_work(void *arg)
{
	const struct deed *d = arg;
	const struct hall_window *x = d->x;
	struct sql_window_lock_row *r;

	*d->say = NULL;
	TRY(sql_window_lock(d->w->db, d->w->ctx, &(struct sql_window_lock_in){x->code}, &r));
	if (r->enabled && !x->enabled)
		TRY(window_free(d));
	TRY(sql_window_set(d->w->db, &(struct sql_window_set_in){x->code, x->name, x->kind, x->zone, x->enabled, x->position}, NULL));
	TRY(sql_window_groups_drop(d->w->db, &(struct sql_window_groups_drop_in){x->code}, NULL));
	TRY(window_groups_set(d));
	return window_record(d, "修改");
}

enum err hall_window_set(const struct casework *w, const struct actor *a, const struct hall_window *x, const char **say)
{
	return db_tx(w->db, window_set_work, &(struct deed){.w = w, .a = a, .x = x, .say = say});
}

/* --- duties -------------------------------------------------------------------------------------------------------- */

static bool overlaps(const struct duty *d, const struct sql_duty_of_window_row *r)
{
	return (r->until_day == DAY_NONE || r->until_day >= d->from_day) && (d->until_day == DAY_NONE || r->from_day <= d->until_day);
}

/* duty_wrong - why this officer cannot have it, or NULL. */
static const char *duty_wrong(const struct deed *x, const struct sql_duty_person_row *who, const struct sql_duty_of_window_row *r,
			      size_t n)
{
	void *ctx = x->w->ctx;

	if (!(role_bits(who->roles) & ROLES_QUEUE))
		return mem_fmt(ctx, "%s没有窗口岗位，不能在窗口服务", who->name);
	for (size_t i = 0; i < n; i++)
		if (r[i].staff_id == who->id && overlaps(x->d, &r[i]))
			return text_eq(r[i].post, x->d->post)
				       ? mem_fmt(ctx, "%s在这些日子已经是这个窗口的 %s 岗", who->name, r[i].post)
				       : mem_fmt(ctx, "%s在这些日子是这个窗口的 %s 岗，不能自己顶自己的岗", who->name, r[i].post);
	return NULL;
}

static enum err duty_record(const struct deed *x, const char *window, const char *what)
{
	return hall_change_add(x->w, x->a, HALL_WINDOW, window, what);
}

static enum err duty_give_work(void *arg)
{
	const struct deed *x = arg;
	const struct casework *w = x->w;
	const struct duty *d = x->d;
	struct sql_window_lock_row *lock;
	struct sql_duty_person_row *who;
	struct sql_duty_of_window_row *r;
	size_t n;

	TRY(sql_window_lock(w->db, w->ctx, &(struct sql_window_lock_in){d->window}, &lock));
	enum err e = sql_duty_person(w->db, w->ctx, &(struct sql_duty_person_in){d->login, msec_day(w->now)}, &who);
	*x->say = "没有这个登录名";
	if (e == ERR_NOT_FOUND)
		return ERR_CONFLICT;
	TRY(e);
	TRY(sql_duty_of_window(w->db, w->ctx, &(struct sql_duty_of_window_in){d->window, msec_day(w->now)}, &r, &n));
	*x->say = duty_wrong(x, who, r, n);
	if (*x->say)
		return ERR_CONFLICT;
	TRY(sql_duty_add(w->db, &(struct sql_duty_add_in){d->window, who->id, d->post, d->from_day, d->until_day}, NULL));
	return duty_record(x, d->window,
			   mem_fmt(w->ctx, "%s：%s 任 %s 岗，从%s%s%s", d->window, who->name, d->post, day_words(w->ctx, d->from_day),
				   d->until_day == DAY_NONE ? "起" : "到", day_words(w->ctx, d->until_day)));
}

enum err duty_give(const struct casework *w, const struct actor *a, const struct duty *d, const char **say)
{
	return db_tx(w->db, duty_give_work, &(struct deed){.w = w, .a = a, .d = d, .say = say});
}

static enum err duty_take_work(void *arg)
{
	const struct deed *x = arg;
	const struct casework *w = x->w;
	struct sql_window_lock_row *lock;
	struct sql_duty_of_window_row *r;
	day today = msec_day(w->now);
	size_t n, i = 0;

	TRY(sql_window_lock(w->db, w->ctx, &(struct sql_window_lock_in){x->d->window}, &lock));
	TRY(sql_duty_of_window(w->db, w->ctx, &(struct sql_duty_of_window_in){x->d->window, today}, &r, &n));
	while (i < n && r[i].id != x->id)
		i++;
	if (i == n)
		return ERR_NOT_FOUND;
	TRY(sql_duty_drop(w->db, &(struct sql_duty_drop_in){x->id, today}, NULL));
	if (r[i].from_day <= today)
		TRY(sql_duty_end(w->db, &(struct sql_duty_end_in){x->id, today - 1}, NULL));
	return duty_record(x, x->d->window, mem_fmt(w->ctx, "%s：%s 不再任 %s 岗", x->d->window, r[i].name, r[i].post));
}

enum err duty_take(const struct casework *w, const struct actor *a, const char *window, int64_t id)
{
	return db_tx(w->db, duty_take_work, &(struct deed){.w = w, .a = a, .d = &(struct duty){.window = window}, .id = id});
}
