/* rating.c - /desk/ratings/{order}: what was said, what has been done, until when, and what comes next. */
#include "desk/ratings.h"

#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/rating.h"
#include "domain/rating_order.h"
#include "domain/rating_text.h"
#include "parts/duetag.h"
#include "web/page.h"
#include "web/session.h"

static void show_said(struct request *q, struct page *p, const struct sql_rating_get_row *r, const char *text)
{
	tpl_int(p->d, T_LEVEL, r->level);
	tpl_text(p->d, T_LEVEL_NAME, rating_level_name(r->level));
	tpl_text(p->d, T_NAME, text_or(r->matter_name, "窗口服务"));
	tpl_text(p->d, T_WHERE, r->window_code ? mem_fmt(q->ctx, "%s %s窗口", text_or(r->dept_name, ""), r->window_code)
					       : text_or(r->dept_name, "服务中心"));
	tpl_text(p->d, T_KIND_NAME, rating_kind_name(rating_kind_of(r->kind)));
	tpl_day(p->d, T_GIVEN_DAY, r->given_day);
	tpl_text(p->d, T_AUTHOR, r->anonymous ? "没有留姓名" : text_or(r->author_mask, ""));
	if (!text_empty(r->tags))
		tpl_text(tpl_add(p->d, T_TAGS_SHOWN), T_TAGS, rating_tags_names(q->ctx, r->tags));
	if (!text_empty(text))
		tpl_text(tpl_add(p->d, T_TEXT_SHOWN), T_TEXT, text);
	tpl_show_if(p->d, T_CONTACT_SHOWN, r->contact_sealed.p != NULL || r->case_id != 0);
	tpl_show_if(p->d, T_CONTACT_NONE, r->contact_sealed.p == NULL && r->case_id == 0);
	if (!r->counted)
		tpl_text(tpl_add(p->d, T_OUT), T_OUT_REASON, text_or(r->out_reason, "等待审核"));
}

static enum err show_rounds(struct request *q, struct page *p, const struct casework *w, int64_t order_id)
{
	struct sql_rating_rounds_row *rows;
	char *text;
	size_t n;

	TRY(sql_rating_rounds(w->db, q->ctx, &(struct sql_rating_rounds_in){.order_id = order_id}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(p->d, T_AGAIN);
		TRY(rating_text_open(w, rows[i].text_sealed, &text));
		tpl_text(t, T_LEVEL_NAME, rating_level_name(rows[i].level));
		tpl_int(t, T_LEVEL, rows[i].level);
		tpl_day(t, T_GIVEN_DAY, rows[i].given_day);
		if (!text_empty(text))
			tpl_text(tpl_add(t, T_TEXT_SHOWN), T_TEXT, text);
	}
	return ERR_NONE;
}

static enum err show_clocks(struct request *q, struct page *p, const struct casework *w, int64_t order_id)
{
	struct sql_rating_dues_row *rows;
	size_t n;

	TRY(sql_rating_dues(w->db, q->ctx, &(struct sql_rating_dues_in){.order_id = order_id}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(p->d, T_CLOCK);
		tpl_text(t, T_CLOCK_NAME, order_clock_name(rows[i].clock));
		tpl_day(t, T_DUE, rows[i].due);
		tpl_show_if(t, T_PROVISIONAL, rows[i].provisional);
		if (rows[i].running)
			duetag_show(q, tpl_add(t, T_DUE_SHOWN), rows[i].due);
		else
			tpl_day(tpl_add(t, rows[i].ended_day > rows[i].due ? T_ENDED_LATE : T_ENDED), T_ENDED_DAY, rows[i].ended_day);
	}
	return ERR_NONE;
}

static enum err show_events(struct request *q, struct page *p, const struct casework *w, int64_t order_id)
{
	struct sql_rating_events_row *rows;
	size_t n;

	TRY(sql_rating_events(w->db, q->ctx, &(struct sql_rating_events_in){.order_id = order_id}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(p->d, T_STEP);
		if (rows[i].at != MSEC_NONE)
			tpl_minute(t, T_AT, rows[i].at);
		else
			tpl_day(t, T_AT, rows[i].on_day);
		tpl_text(t, T_DID, order_action_told(order_action_of(rows[i].action)));
		tpl_text(t, T_WHO, rows[i].actor_name);
		if (!text_empty(rows[i].words))
			tpl_text(tpl_add(t, T_WORDS_SHOWN), T_WORDS, rows[i].words);
	}
	tpl_show_if(p->d, T_STEPS_NONE, n == 0);
	return ERR_NONE;
}

static enum err show_handlers(struct request *q, const struct casework *w, struct tpl *act, const struct sql_rating_order_row *o)
{
	const char *chosen = form_raw(q->form, "handler");
	struct sql_rating_handlers_row *rows;
	struct tpl *list = tpl_add(act, T_ASK_HANDLER);
	bool stands_in;
	size_t n;

	TRY(sql_rating_handlers(w->db, q->ctx, &(struct sql_rating_handlers_in){.today = q->today}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		TRY(order_stands_in(w, o->rated_id, rows[i].id, o->opened_day, &stands_in));
		if (stands_in || rows[i].id == o->rated_id || rows[i].id == o->handler_id)
			continue;
		struct tpl *t = tpl_add(list, T_OPTION);
		tpl_int(t, T_OPTION_VALUE, rows[i].id);
		tpl_text(t, T_OPTION_NAME, mem_fmt(q->ctx, "%s（%s）", rows[i].name, rows[i].post));
		tpl_show_if(t, T_OPTION_ON, text_eq(chosen, mem_fmt(q->ctx, "%lld", (long long)rows[i].id)));
	}
	return ERR_NONE;
}

/* show_acts - a form for each row of the table that is open to this officer now.  What was typed comes back in its own; the
 * other answers (finding, date, handler) are asked by one row of a state only, and come back by their names. */
static enum err show_acts(struct request *q, struct page *p, const struct casework *w, const struct sql_rating_order_row *o,
			  uint32_t who)
{
	const char *typed_in = form_raw(q->form, "act");
	bool any = false;

	for (const struct order_row *r = order_table; r->action; r++) {
		if (!(r->from & ORDER_BIT(order_state_of(o->state))) || !(r->who & who) || (r->action == ORDER_COMPLEX && o->complex))
			continue;
		struct tpl *t = tpl_add(p->d, T_ACT);
		const char *key = order_action_key(r->action);
		bool typed = text_eq(typed_in, key);
		any = true;
		tpl_text(t, T_ACT_KEY, key);
		tpl_text(t, T_ACT_LABEL, r->label);
		tpl_text(t, T_NUMBER, o->number);
		tpl_int(t, T_VERSION, o->version);
		tpl_show_if(t, T_OPEN, typed);
		tpl_show_if(t, T_ASK_FINDING, r->asks & ORDER_ASK_FINDING);
		tpl_show_if(t, T_ASK_DATE, r->asks & ORDER_ASK_DATE);
		if (r->asks & ORDER_ASK_HANDLER)
			TRY(show_handlers(q, w, t, o));
		if (r->asks & ORDER_ASK_WORDS)
			tpl_text(tpl_add(t, T_ASK_WORDS), T_WORDS, typed ? text_or(form_raw(q->form, "words"), "") : "");
		if (r->asks & ORDER_ASK_REPLY)
			tpl_text(tpl_add(t, T_ASK_REPLY), T_REPLY, typed ? text_or(form_raw(q->form, "reply"), "") : "");
	}
	tpl_show_if(p->d, T_ACT_NONE, !any);
	return ERR_NONE;
}

static enum err draw(struct request *q, struct page *p, const struct casework *w, const struct actor *a, const char *contact,
		     const struct form_in *shown)
{
	const struct sql_rating_order_row *o;
	struct sql_rating_get_row *r;
	uint32_t who;
	char *text;

	TRY(order_load(w, a, request_param(q, "order"), &o, &who));
	TRY(sql_rating_get(w->db, q->ctx, &(struct sql_rating_get_in){.id = o->rating_id}, &r));
	TRY(rating_text_open(w, r->text_sealed, &text));
	p->title = mem_fmt(q->ctx, "差评整改 %s", o->number);
	p->section = "desk";
	p->body = TPL_desk_rating;
	form_show(p->d, shown);
	tpl_text(p->d, T_NUMBER, o->number);
	tpl_text(p->d, T_STATE_NAME, order_state_name(order_state_of(o->state)));
	tpl_text(p->d, T_HANDLER, text_or(o->handler_name, "还没有人"));
	tpl_show_if(p->d, T_COMPLEX, o->complex);
	if (!text_empty(o->reply))
		tpl_text(tpl_add(p->d, T_REPLY_SHOWN), T_REPLY, o->reply);
	tpl_show_if(p->d, T_REVEAL, (r->contact_sealed.p || r->case_id) && who);
	if (contact)
		tpl_text(tpl_add(p->d, T_REVEALED), T_REVEALED_VALUE, contact);
	show_said(q, p, r, text);
	TRY(show_rounds(q, p, w, o->id));
	TRY(show_clocks(q, p, w, o->id));
	TRY(show_events(q, p, w, o->id));
	return show_acts(q, p, w, o, who);
}

enum err rating_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);

	return draw(q, p, &w, &a, NULL, q->form);
}

/* rating_again - after the form of the reason, which has no fields in common with those of the acts: they are drawn blank,
 * and what is said and kept is its own. */
enum err rating_again(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct form_in *reason = q->form;

	q->form = form_blank(q->ctx, &order_act_spec);
	return draw(q, p, &w, &a, NULL, reason);
}

enum err rating_act_post(struct request *q, struct page *p)
{
	const struct order_act_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct order_args args = {.words = f->words, .reply = f->reply, .date = f->date, .finding = f->finding,
				  .handler_id = f->handler};
	const struct sql_rating_order_row *o;
	struct sql_rating_handlers_row *rows;
	const char *say;
	uint32_t who;
	size_t n;

	TRY(order_load(&w, &a, request_param(q, "order"), &o, &who));
	TRY(sql_rating_handlers(w.db, q->ctx, &(struct sql_rating_handlers_in){.today = q->today}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		if (rows[i].id == f->handler)
			args.handler_name = rows[i].name;
	if (!args.handler_name)
		args.handler_id = 0; /* none of those who may */
	enum err e = order_apply(&w, o->id, f->version, order_action_of(f->act), &a, &args, &say);
	if (e == ERR_NONE) {
		page_note(q, p, "已经记下。");
		page_see(q, p, "/desk/ratings/%s", o->number);
		return ERR_NONE;
	}
	if (!say || (e != ERR_CONFLICT && e != ERR_INVALID && e != ERR_FORBIDDEN))
		return e;
	q->form->notice = say;
	p->status = e == ERR_CONFLICT ? 409 : e == ERR_INVALID ? 422 : 403;
	return draw(q, p, &w, &a, NULL, q->form);
}

/* rating_reveal_post - how to reach somebody who wanted to be reached; who looked and why is logged first (domain H). */
enum err rating_reveal_post(struct request *q, struct page *p)
{
	const struct order_reveal_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	const struct sql_rating_order_row *o;
	struct sql_rating_get_row *r;
	char *contact = NULL;
	uint32_t who;

	TRY(order_load(&w, &a, request_param(q, "order"), &o, &who));
	if (!who)
		return ERR_FORBIDDEN;
	TRY(sql_rating_get(w.db, q->ctx, &(struct sql_rating_get_in){.id = o->rating_id}, &r));
	TRY(case_look(&w, &a, q->ip, r->case_id, mem_fmt(q->ctx, "rating %s", o->number), f->why));
	TRY(rating_contact_open(&w, r->contact_sealed, &contact));
	if (!contact && r->case_id)
		TRY(case_reveal(&w, &a, q->ip, r->case_id, "phone", f->why, &contact));
	q->form = form_blank(q->ctx, &order_act_spec);
	return draw(q, p, &w, &a, text_or(contact, "没有留"), q->form);
}
