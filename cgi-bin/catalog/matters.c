#include "catalog/catalog.h"

#include "base/text.h"
#include "domain/search.h"
#include "gen/sql.h"
#include "web/after.h"
#include "web/urlencoded.h"

#define PAGE_ROWS 20
#define CLOSE_ROWS 8

/* --- filters ------------------------------------------------------------------------------------------- */

enum filter { FILTER_TYPE, FILTER_DEPT, FILTER_OBJECT, FILTER_THEME, FILTER_COUNT };

struct filter_row {
	const char *id; /* in the address, and facet of matter_facets */
	const char *name;
	const char *const *keys, *const *names; /* NULL: names come from the database (departments) */
};

static void filter_rows(struct filter_row out[static FILTER_COUNT])
{
	out[FILTER_TYPE] = (struct filter_row){"type", "类型", matter_type_keys, matter_type_names};
	out[FILTER_DEPT] = (struct filter_row){"dept", "部门", NULL, NULL};
	out[FILTER_OBJECT] = (struct filter_row){"object", "谁来办", matter_object_keys, matter_object_names};
	out[FILTER_THEME] = (struct filter_row){"theme", "主题", matter_theme_keys, matter_theme_names};
}

/* What was asked for, as the address says it. */
struct wanted {
	const char *typed; /* "" when nothing was typed */
	bool searching;
	struct search_query query;
	const char *choice[FILTER_COUNT]; /* NULL: any */
	int64_t tier, position, id;       /* last row of the page before */
};

static void wanted_read(struct request *q, const struct filter_row *rows, struct wanted *w)
{
	int64_t after[3];
	*w = (struct wanted){.tier = -1};
	w->typed = text_or(pairs_get(&q->query, "q"), "");
	w->searching = search_parse(q->ctx, w->typed, &w->query);
	for (int i = 0; i < FILTER_COUNT; i++) {
		const char *v = pairs_get(&q->query, rows[i].id);
		w->choice[i] = text_empty(v) ? NULL : v;
	}
	if (after_ints(q, after, 3)) {
		w->tier = after[0];
		w->position = after[1];
		w->id = after[2];
	}
}

/* url_of - the address of this list with one filter taken out (FILTER_COUNT: none). */
static char *url_of(struct request *q, const struct filter_row *rows, const struct wanted *w, int without)
{
	char *url = mem_str(q->ctx, "/matters");
	if (*w->typed)
		url = url_with(q->ctx, url, "q", w->typed);
	for (int i = 0; i < FILTER_COUNT; i++)
		if (i != without && w->choice[i])
			url = url_with(q->ctx, url, rows[i].id, w->choice[i]);
	return url;
}

static const char *choice_name(const struct filter_row *row, const char *value, const char *label)
{
	for (int i = 0; row->keys && row->keys[i]; i++)
		if (text_eq(row->keys[i], value))
			return row->names[i];
	return text_or(label, value);
}

static void show_options(struct request *q, struct tpl *d, struct tpl **chosen, const struct filter_row *row, int f,
			 const struct wanted *w, const struct filter_row *all, const struct sql_matter_facets_row *facets,
			 size_t n)
{
	struct tpl *t = tpl_add(d, T_FILTER);
	tpl_text(t, T_FILTER_ID, row->id);
	tpl_text(t, T_FILTER_NAME, row->name);
	for (size_t i = 0; i < n; i++) {
		if (!text_eq(facets[i].facet, row->id))
			continue;
		struct tpl *o = tpl_add(t, T_OPTION);
		const char *name = choice_name(row, facets[i].value, facets[i].label);
		bool on = text_eq(w->choice[f], facets[i].value);
		tpl_text(o, T_OPTION_VALUE, facets[i].value);
		tpl_text(o, T_OPTION_NAME, name);
		tpl_int(o, T_OPTION_COUNT, facets[i].n);
		tpl_show_if(o, T_OPTION_ON, on);
		if (!on)
			continue;
		if (!*chosen)
			*chosen = tpl_add(d, T_CHOSEN);
		struct tpl *c = tpl_add(*chosen, T_CHOICE);
		tpl_text(c, T_CHOICE_NAME, name);
		tpl_text(c, T_CHOICE_URL, url_of(q, all, w, f));
	}
}

static enum err show_filters(struct request *q, struct page *p, const struct filter_row *rows, const struct wanted *w)
{
	struct sql_matter_facets_row *facets;
	struct tpl *chosen = NULL;
	size_t n;
	TRY(sql_matter_facets(q->app->db, q->ctx,
			      &(struct sql_matter_facets_in){.query = w->searching ? w->query.exact : NULL,
							     .type = w->choice[FILTER_TYPE],
							     .dept = w->choice[FILTER_DEPT],
							     .object = w->choice[FILTER_OBJECT],
							     .theme = w->choice[FILTER_THEME]},
			      &facets, &n));
	for (int f = 0; f < FILTER_COUNT; f++)
		show_options(q, p->d, &chosen, &rows[f], f, w, rows, facets, n);
	for (size_t i = 0; i < n; i++)
		if (text_eq(facets[i].facet, "all") && facets[i].n)
			tpl_int(tpl_add(p->d, T_FOUND), T_TOTAL, facets[i].n);
	return ERR_NONE;
}

/* --- cards --------------------------------------------------------------------------------------------- */

struct card {
	const char *code, *name, *summary, *type, *kind, *dept_name, *promised;
	int64_t online, tier, position, id;
};
#define CARD_OF(r, tier_)                                                                                            \
	(struct card)                                                                                                \
	{                                                                                                            \
		(r).code, (r).name, (r).summary, (r).type, (r).kind, (r).dept_name, (r).promised, (r).online, tier_, \
			(r).position, (r).id                                                                         \
	}

static const char *key_name(const char *const *keys, const char *const *names, const char *key)
{
	for (int i = 0; keys[i]; i++)
		if (text_eq(keys[i], key))
			return names[i];
	return key;
}

static void show_cards(struct tpl *d, const struct card *cards, size_t n)
{
	struct tpl *list = n ? tpl_add(d, T_LIST) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(list, T_CARD);
		tpl_text(t, T_CODE, cards[i].code);
		tpl_text(t, T_NAME, cards[i].name);
		tpl_text(t, T_SUMMARY, cards[i].summary);
		tpl_text(t, T_DEPT_NAME, cards[i].dept_name);
		tpl_text(t, T_TYPE_NAME, key_name(matter_type_keys, matter_type_names, cards[i].type));
		tpl_text(t, T_KIND_NAME, key_name(matter_kind_keys, matter_kind_names, cards[i].kind));
		tpl_text(t, T_PROMISED, cards[i].promised);
		tpl_show_if(t, T_ONLINE, cards[i].online);
	}
}

static enum err find_cards(struct request *q, const struct wanted *w, struct card **cards, size_t *n)
{
	const char *const *c = w->choice;
	if (w->searching) {
		struct sql_matter_search_row *r;
		TRY(sql_matter_search(q->app->db, q->ctx,
				      &(struct sql_matter_search_in){w->query.exact, w->query.plain, c[FILTER_TYPE],
								     c[FILTER_DEPT], c[FILTER_OBJECT],
								     c[FILTER_THEME], w->tier, w->position, w->id,
								     PAGE_ROWS + 1},
				      &r, n));
		*cards = mem_array(q->ctx, struct card, *n + 1);
		for (size_t i = 0; i < *n; i++)
			(*cards)[i] = CARD_OF(r[i], r[i].tier);
		return ERR_NONE;
	}
	struct sql_matter_list_row *r;
	TRY(sql_matter_list(q->app->db, q->ctx,
			    &(struct sql_matter_list_in){c[FILTER_TYPE], c[FILTER_DEPT], c[FILTER_OBJECT],
							 c[FILTER_THEME], w->position, w->id, PAGE_ROWS + 1},
			    &r, n));
	*cards = mem_array(q->ctx, struct card, *n + 1);
	for (size_t i = 0; i < *n; i++)
		(*cards)[i] = CARD_OF(r[i], 0);
	return ERR_NONE;
}

/* find_close - nothing fits every word: what comes closest, so that a slip of the tongue is no dead end. */
static enum err find_close(struct request *q, const struct wanted *w, struct card **cards, size_t *n)
{
	struct sql_matter_search_loose_row *r;
	TRY(sql_matter_search_loose(q->app->db, q->ctx,
				    &(struct sql_matter_search_loose_in){w->query.loose, CLOSE_ROWS}, &r, n));
	*cards = mem_array(q->ctx, struct card, *n + 1);
	for (size_t i = 0; i < *n; i++)
		(*cards)[i] = CARD_OF(r[i], 0);
	return ERR_NONE;
}

static void show_pager(struct request *q, struct page *p, const char *url, const struct wanted *w, const struct card *last)
{
	bool later = w->id != 0;
	if (!later && !last)
		return;
	struct tpl *t = tpl_add(p->d, T_PAGER);
	if (later)
		tpl_text(tpl_add(t, T_FIRST), T_FIRST_URL, url);
	if (last)
		tpl_text(tpl_add(t, T_NEXT), T_NEXT_URL,
			 url_with(q->ctx, url, "after",
				  mem_fmt(q->ctx, "%lld.%lld.%lld", (long long)last->tier, (long long)last->position,
					  (long long)last->id)));
}

/* show_questions - answered questions that the words fit; only on the first page. */
static enum err show_questions(struct request *q, struct page *p, const struct wanted *w)
{
	struct sql_faq_search_row *rows;
	size_t n;

	if (!w->searching || w->id)
		return ERR_NONE;
	TRY(sql_faq_search(q->app->db, q->ctx, &(struct sql_faq_search_in){w->query.exact, CLOSE_ROWS}, &rows, &n));
	struct tpl *list = n ? tpl_add(p->d, T_QUESTIONS) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(list, T_ASKED);
		tpl_text(t, T_FAQ_Q, rows[i].question);
		tpl_text(t, T_FAQ_A, rows[i].answer);
		tpl_text(t, T_CODE, rows[i].matter_code);
		tpl_text(t, T_NAME, rows[i].matter_name);
	}
	return ERR_NONE;
}

enum err matters_get(struct request *q, struct page *p)
{
	struct filter_row rows[FILTER_COUNT];
	struct wanted w;
	struct card *cards;
	size_t n;

	filter_rows(rows);
	wanted_read(q, rows, &w);
	p->title = "办事指南";
	p->section = "matters";
	p->body = TPL_catalog_matters;
	tpl_text(p->d, T_QUERY, w.typed);
	TRY(show_filters(q, p, rows, &w));
	TRY(find_cards(q, &w, &cards, &n));
	bool more = n > PAGE_ROWS;
	if (more)
		n = PAGE_ROWS;
	show_pager(q, p, url_of(q, rows, &w, FILTER_COUNT), &w, more ? &cards[n - 1] : NULL);
	if (n == 0 && w.searching && w.id == 0) {
		TRY(find_close(q, &w, &cards, &n));
		if (n)
			tpl_text(tpl_add(p->d, T_CLOSE), T_QUERY, w.typed);
	}
	show_cards(p->d, cards, n);
	TRY(show_questions(q, p, &w));
	tpl_show_if(p->d, T_EMPTY, n == 0);
	return ERR_NONE;
}
