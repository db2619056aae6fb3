#include "catalog/catalog.h"

#include "base/text.h"
#include "gen/sql.h"

#define HOME_MATTERS 8

/* index_of - place of a key in a list that ends with NULL, or -1. */
static int index_of(const char *const *keys, const char *key)
{
	for (int i = 0; keys[i]; i++)
		if (text_eq(keys[i], key))
			return i;
	return -1;
}

static void show_row(struct tpl *d, const struct sql_matter_home_row *r)
{
	int theme = index_of(matter_theme_keys, r->theme);
	if (text_eq(r->row_kind, "theme")) {
		struct tpl *t = tpl_add(d, T_THEME);
		tpl_text(t, T_THEME_KEY, r->theme);
		tpl_text(t, T_THEME_NAME, theme < 0 ? r->theme : matter_theme_names[theme]);
		tpl_int(t, T_COUNT_SHOWN, r->n);
		return;
	}
	struct tpl *t = tpl_add(d, T_MATTER);
	tpl_text(t, T_CODE, r->code);
	tpl_text(t, T_NAME, r->name);
	tpl_text(t, T_SUMMARY, r->summary);
}

enum err home_get(struct request *q, struct page *p)
{
	struct sql_matter_home_row *rows;
	size_t n;
	TRY(sql_matter_home(q->app->db, q->ctx, &(struct sql_matter_home_in){HOME_MATTERS}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		show_row(p->d, &rows[i]);
	p->title = "首页";
	p->body = TPL_catalog_home;
	return ERR_NONE;
}
