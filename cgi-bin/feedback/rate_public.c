/* rate_public.c - /rate: satisfaction in numbers, the latest words with what was answered, and how long answers take. */
#include "base/text.h"
#include "domain/rating.h"
#include "domain/rating_order.h"
#include "domain/rating_public.h"
#include "feedback/feedback_pages.h"
#include "gen/sql.h"
#include "web/page.h"
#include "wrap/json.h"

#define LATEST 20
#define BAR_WIDTH 600 /* of the picture, in its own units */
#define BAR_STEP 60
#define BAR_TEXT 24 /* the name lies above its bar */
#define BAR_TOP 32

static const struct {
	const char *dim, *title, *head;
} tables[] = {
	{"dept", "按部门", "部门"},
	{"matter", "按事项", "事项"},
	{"window", "按窗口", "窗口"},
};
#define NTABLES (sizeof(tables) / sizeof(tables[0]))

/* --- numbers ----------------------------------------------------------------------------------------- */

static void show_numbers(void *ctx, struct tpl *t, const struct rating_line *l)
{
	struct tpl *n = tpl_add(t, l->hidden ? T_FEW : T_NUMBERS);

	if (l->hidden)
		return;
	tpl_int(n, T_RATED, rating_line_rated(l));
	tpl_text(n, T_GOOD, rating_percent(ctx, (rating_line_good(l) + 5) / 10));
	tpl_text(n, T_SILENT, rating_percent(ctx, rating_line_silent(l)));
	tpl_int(n, T_INVITED, l->invited);
	for (int64_t level = RATING_LEVELS; level >= 1; level--) {
		struct tpl *cell = tpl_add(n, T_LEVEL_CELL);
		tpl_text(cell, T_LEVEL_NAME, rating_level_name(level));
		tpl_int(cell, T_LEVEL_COUNT, l->level[level]);
	}
}

static void show_table(struct request *q, struct page *p, size_t i, const struct rating_public *pub)
{
	struct tpl *table = NULL;

	for (size_t k = 0; k < pub->nlines; k++) {
		const struct rating_line *l = &pub->lines[k];
		if (!text_eq(l->dim, tables[i].dim))
			continue;
		if (!table) {
			table = tpl_add(p->d, T_SUMS);
			tpl_text(table, T_TABLE_TITLE, tables[i].title);
			tpl_text(table, T_TABLE_HEAD, tables[i].head);
			tpl_text(table, T_TABLE_KEY, tables[i].dim);
		}
		struct tpl *row = tpl_add(table, T_ROW);
		tpl_text(row, T_NAME, l->name);
		show_numbers(q->ctx, row, l);
	}
}

/* --- picture ----------------------------------------------------------------------------------------- */

/* show_bar - the five levels side by side, as wide as their shares. */
static void show_bar(struct tpl *picture, const struct rating_line *l, int64_t at)
{
	int64_t rated = rating_line_rated(l), done = 0;
	struct tpl *bar = tpl_add(picture, T_BAR);

	tpl_text(bar, T_NAME, l->name);
	tpl_int(bar, T_TEXT_Y, at * BAR_STEP + BAR_TEXT);
	for (int64_t level = RATING_LEVELS; level >= 1; level--) {
		int64_t from = done * BAR_WIDTH / rated, to = (done + l->level[level]) * BAR_WIDTH / rated;
		done += l->level[level];
		if (to == from)
			continue;
		struct tpl *part = tpl_add(bar, T_BAR_PART);
		tpl_int(part, T_LEVEL, level);
		tpl_int(part, T_X, from);
		tpl_int(part, T_Y, at * BAR_STEP + BAR_TOP);
		tpl_int(part, T_W, to - from);
	}
}

static void show_picture(struct page *p, const struct rating_public *pub)
{
	struct tpl *picture = NULL;
	int64_t at = 0;

	for (size_t i = 0; i < pub->nlines; i++) {
		const struct rating_line *l = &pub->lines[i];
		if (l->hidden || (!text_eq(l->dim, "dept") && !text_eq(l->dim, "all")))
			continue;
		if (!picture)
			picture = tpl_add(p->d, T_PICTURE);
		show_bar(picture, l, at++);
	}
	if (picture)
		tpl_int(picture, T_HEIGHT, at * BAR_STEP);
}

/* --- words ------------------------------------------------------------------------------------------- */

/* many - enough ratings, so that naming the place names nobody. */
static bool many(const struct rating_public *pub, const char *dim, const char *code)
{
	const struct rating_line *l = code ? rating_line_find(pub->lines, pub->nlines, dim, code) : NULL;

	return l && !l->hidden;
}

static const char *about(const struct rating_public *pub, const struct sql_rating_latest_row *r)
{
	if (many(pub, "matter", r->matter_code))
		return r->matter_name;
	return many(pub, "dept", r->dept_code) ? text_or(r->dept_name, "") : "政务服务";
}

static const char *month_of(void *ctx, day d)
{
	int year, month, mday;

	day_split(d, &year, &month, &mday);
	return mem_fmt(ctx, "%d年%d月", year, month);
}

static void show_latest(struct request *q, struct page *p, const struct rating_public *pub,
			const struct sql_rating_latest_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(p->d, T_LATEST);
		tpl_int(t, T_LEVEL, rows[i].level);
		tpl_text(t, T_LEVEL_NAME, rating_level_name(rows[i].level));
		tpl_text(t, T_TEXT, rows[i].text_public);
		tpl_text(t, T_AUTHOR, text_or(rows[i].author_mask, "匿名"));
		tpl_text(t, T_MONTH, month_of(q->ctx, rows[i].given_day));
		tpl_text(t, T_NAME, about(pub, &rows[i]));
		if (!text_empty(rows[i].tags))
			tpl_text(tpl_add(t, T_TAGS_SHOWN), T_TAGS, rating_tags_names(q->ctx, rows[i].tags));
		if (!text_empty(rows[i].reply_public))
			tpl_text(tpl_add(t, T_REPLY_SHOWN), T_REPLY, rows[i].reply_public);
	}
}

/* --- for machines ------------------------------------------------------------------------------------ */

static void line_json(void *ctx, struct json *o, const struct rating_line *l)
{
	struct json *levels;

	json_set_text(o, "name", l->name);
	json_set_text(o, "code", l->code);
	json_set_bool(o, "few", l->hidden);
	if (l->hidden)
		return;
	json_set_int(o, "invited", l->invited);
	json_set_int(o, "rated", rating_line_rated(l));
	json_set_int(o, "good_hundredths", rating_line_good(l));
	json_set_int(o, "silent_permille", rating_line_silent(l));
	levels = json_set_object(o, "levels");
	for (int level = 1; level <= RATING_LEVELS; level++)
		json_set_int(levels, mem_fmt(ctx, "%d", level), l->level[level]);
}

static void answer_json(struct request *q, struct page *p, const struct rating_public *pub)
{
	struct json *o = json_new(q->ctx);

	json_set_int(o, "replies", pub->replies);
	json_set_int(o, "median_reply_days_twice", pub->median_twice);
	struct json *all = json_set_object(o, "all");
	const struct rating_line *l = rating_line_find(pub->lines, pub->nlines, "all", "");
	if (l)
		line_json(q->ctx, all, l);
	for (size_t i = 0; i < NTABLES; i++) {
		struct json *list = json_set_array(o, tables[i].dim);
		for (size_t k = 0; k < pub->nlines; k++)
			if (text_eq(pub->lines[k].dim, tables[i].dim))
				line_json(q->ctx, json_add_object(list), &pub->lines[k]);
	}
	page_json(p, json_write(q->ctx, o));
}

/* --- page -------------------------------------------------------------------------------------------- */

static void show_head(struct request *q, struct page *p, const struct rating_public *pub)
{
	const struct rating_line *all = rating_line_find(pub->lines, pub->nlines, "all", "");

	if (!all || all->hidden) {
		tpl_show(p->d, T_EMPTY);
		return;
	}
	struct tpl *head = tpl_add(p->d, T_HEAD);
	tpl_text(head, T_GOOD, rating_percent(q->ctx, (rating_line_good(all) + 5) / 10));
	tpl_int(head, T_RATED, rating_line_rated(all));
	tpl_int(head, T_INVITED, all->invited);
	tpl_text(head, T_SILENT, rating_percent(q->ctx, rating_line_silent(all)));
	if (pub->replies >= RATING_FEW)
		tpl_text(tpl_add(head, T_MEDIAN_SHOWN), T_MEDIAN,
			 mem_fmt(q->ctx, "%lld%s", (long long)(pub->median_twice / 2), pub->median_twice % 2 ? ".5" : ""));
}

enum err rate_public_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_rating_latest_row *latest;
	struct rating_public pub;
	size_t n;

	TRY(rating_public_load(&w, &pub));
	if (q->wants_json) {
		answer_json(q, p, &pub);
		return ERR_NONE;
	}
	TRY(sql_rating_latest(w.db, q->ctx, &(struct sql_rating_latest_in){.limit = LATEST}, &latest, &n));
	p->title = "大家的评价";
	p->section = "rate";
	p->body = TPL_feedback_rate_public;
	show_head(q, p, &pub);
	show_picture(p, &pub);
	for (size_t i = 0; i < NTABLES; i++)
		show_table(q, p, i, &pub);
	show_latest(q, p, &pub, latest, n);
	tpl_show_if(p->d, T_LATEST_NONE, n == 0);
	return ERR_NONE;
}
