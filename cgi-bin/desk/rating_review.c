#include "domain/rating_review.h"

#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "desk/ratings.h"
#include "domain/rating.h"
#include "domain/rating_text.h"
#include "web/page.h"
#include "web/session.h"

#define PAGE_ROWS 20

/* show_typed - what was chosen for this row and came back. */
static void show_typed(const struct request *q, struct tpl *t, int64_t id)
{
	const char *words = form_raw(q->form, "words"), *counts = form_raw(q->form, "counts");

	if (!text_eq(form_raw(q->form, "rating"), mem_fmt(q->ctx, "%lld", (long long)id)))
		return;
	form_show(t, q->form); /* what is wrong stands in this row */
	tpl_show_if(t, T_PUBLIC_ON, text_eq(words, "public"));
	tpl_show_if(t, T_WITHHELD_ON, text_eq(words, "withheld"));
	tpl_show_if(t, T_YES_ON, text_eq(counts, "yes"));
	tpl_show_if(t, T_NO_ON, text_eq(counts, "no"));
}

static enum err show_row(struct request *q, struct tpl *t, const struct casework *w, const struct sql_rating_review_list_row *r)
{
	char *text;

	TRY(rating_text_open(w, r->text_sealed, &text));
	tpl_int(t, T_RATING_ID, r->id);
	tpl_int(t, T_LEVEL, r->level);
	tpl_text(t, T_LEVEL_NAME, rating_level_name(r->level));
	tpl_text(t, T_NAME, text_or(r->matter_name, "窗口服务"));
	tpl_text(t, T_WHERE, text_or(r->dept_name, "服务中心"));
	tpl_day(t, T_GIVEN_DAY, r->given_day);
	tpl_text(t, T_WHY, text_flags_names(q->ctx, r->held_for));
	show_typed(q, t, r->id);
	if (text_empty(text))
		return ERR_NONE;
	struct tpl *words = tpl_add(t, T_TEXT_SHOWN);
	tpl_text(words, T_TEXT, text);
	tpl_text(words, T_TEXT_PUBLIC, r->text_public);
	return ERR_NONE;
}

enum err rating_review_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_rating_review_list_in in = {.me = q->session->staff_id, .acting_for = q->session->acting_for, .limit = PAGE_ROWS + 1};
	struct sql_rating_review_list_row *rows;
	size_t n;

	if (text_int(text_or(form_raw(q->form, "rating"), ""), 1, INT64_MAX, &in.after))
		in.after--; /* what came back stands first, whichever page it was on */
	else if (!text_int(text_or(pairs_get(&q->query, "after"), ""), 0, INT64_MAX, &in.after))
		in.after = 0;
	TRY(sql_rating_review_list(w.db, q->ctx, &in, &rows, &n));
	p->title = "评价审核";
	p->section = "desk";
	p->body = TPL_desk_rating_review;
	form_show(p->d, q->form);
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		TRY(show_row(q, tpl_add(p->d, T_ROW), &w, &rows[i]));
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > PAGE_ROWS)
		tpl_int(tpl_add(p->d, T_NEXT), T_AFTER, rows[PAGE_ROWS - 1].id);
	return ERR_NONE;
}

enum err rating_review_post(struct request *q, struct page *p)
{
	const struct rating_review_form *f = q->form->value;
	struct rating_verdict v = {text_eq(f->words, "public"), text_eq(f->counts, "yes"), f->note};
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	enum err e = rating_review(&w, &a, f->rating, &v);

	if (e != ERR_CONFLICT)
		TRY(e);
	page_note(q, p, e == ERR_CONFLICT ? "这一条刚刚由别人审核过了。" : "已经审核。");
	page_see(q, p, "/desk/ratings/review");
	return ERR_NONE;
}
