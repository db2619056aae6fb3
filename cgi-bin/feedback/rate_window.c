/* rate_window.c - the screen that stands at a window: it asks whoever was just served, for some minutes, then thanks, and
 * waits again.  It belongs to a device of the hall, whose account can do nothing else with ratings; the officer at the window
 * neither starts nor ends it. */
#include "base/text.h"
#include "domain/rating.h"
#include "feedback/feedback_pages.h"
#include "feedback/forms.h"
#include "gen/sql.h"
#include "web/page.h"

#define LOOK_AGAIN_S "5"
#define THANKS_S "6"

static enum err window_of(const struct request *q, const struct casework *w, const char **name)
{
	struct sql_rating_window_name_row *r;

	TRY(sql_rating_window_name(w->db, q->ctx, &(struct sql_rating_window_name_in){.code = request_param(q, "window")}, &r));
	*name = r->name;
	return ERR_NONE;
}

enum err rate_window_get(struct request *q, struct page *p)
{
	const char *code = request_param(q, "window"), *name;
	struct casework w = casework_of(q);
	char *token;

	TRY(window_of(q, &w, &name));
	TRY(rating_window_open(&w, code, &token));
	bool thanks = pairs_get(&q->query, "thanks") != NULL && !token;
	p->title = mem_fmt(q->ctx, "%s窗口评价", code);
	p->body = TPL_feedback_rate_window;
	p->wall = true;
	page_header(q, p, "Refresh", mem_fmt(q->ctx, "%s;url=/rate/window/%s", thanks ? THANKS_S : LOOK_AGAIN_S, code));
	tpl_text(p->d, T_CODE, code);
	tpl_text(p->d, T_NAME, name);
	tpl_show_if(p->d, T_THANKS, thanks);
	tpl_show_if(p->d, T_IDLE, !token && !thanks);
	if (!token)
		return ERR_NONE;
	struct tpl *form = tpl_add(p->d, T_FORM);
	tpl_text(form, T_CODE, code);
	tpl_text(form, T_TOKEN, token);
	for (int64_t level = RATING_LEVELS; level >= 1; level--) {
		struct tpl *t = tpl_add(form, T_LEVEL_ROW);
		tpl_int(t, T_LEVEL, level);
		tpl_text(t, T_LEVEL_NAME, rating_level_name(level));
	}
	return ERR_NONE;
}

/* rate_window_post - only what this window asks for now: a device cannot rate elsewhere, or change what was given. */
enum err rate_window_post(struct request *q, struct page *p)
{
	const struct rate_window_form *f = q->form->value;
	const char *code = request_param(q, "window"), *name, *say;
	struct casework w = casework_of(q);
	struct rating_given g = {.level = f->level[0] - '0', .tags = "", .channel = "device"};
	char *token;

	TRY(window_of(q, &w, &name));
	TRY(rating_window_open(&w, code, &token));
	if (token && text_eq(token, f->token)) {
		enum err e = rating_give(&w, token, &g, &say);
		if (e != ERR_CONFLICT)
			TRY(e);
	}
	page_see(q, p, "/rate/window/%s?thanks=1", code);
	return ERR_NONE;
}
