/* queue.c - the console of a window: sit down, call, serve, pass on.  What may be done with a ticket is domain/ticket.h's. */
#include "desk/queue.h"

#include <string.h>

#include "base/text.h"
#include "desk/forms.h"
#include "domain/hall.h"
#include "domain/ticket.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define PREVIEW 5

struct console {
	struct casework w;
	struct actor a;
	struct sql_window_live_row *live;
	struct hall hall;
	struct sql_ticket_row *now; /* ticket at the window, or NULL */
};

static const char *group_name(const struct hall *h, const char *code)
{
	for (size_t i = 0; i < h->ngroups; i++)
		if (text_eq(h->groups[i].code, code))
			return h->groups[i].name;
	return "";
}

/* lines_of - codes of the groups that a manned window serves, between blanks. */
static const char *lines_of(const struct hall *h, const char *window)
{
	for (size_t i = 0; i < h->nwindows; i++)
		if (text_eq(h->windows[i].code, window))
			return text_or(h->windows[i].groups, "");
	return "";
}

static enum err here(const struct casework *w, const struct sql_window_live_row *live, struct sql_ticket_row **now)
{
	struct sql_ticket_at_window_row *r;
	enum err e = sql_ticket_at_window(w->db, w->ctx, &(struct sql_ticket_at_window_in){live->window_code}, &r);

	*now = NULL;
	if (e == ERR_NOT_FOUND)
		return ERR_NONE;
	TRY(e);
	return ticket_get(w, r->id, now);
}

/* --- which window --------------------------------------------------------------------------------------------- */

static enum err choose_show(struct request *q, struct page *p, const struct console *c)
{
	struct sql_window_mine_row *r;
	size_t n;

	TRY(sql_window_mine(c->w.db, q->ctx, &(struct sql_window_mine_in){c->a.id, c->a.acting_for, q->today}, &r, &n));
	struct tpl *box = tpl_add(p->d, n ? T_CHOOSE : T_NO_DUTY);
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(box, T_WINDOW_ROW);
		tpl_text(t, T_WINDOW, r[i].code);
		tpl_text(t, T_NAME, r[i].name);
		tpl_text(t, T_ZONE, r[i].zone);
		tpl_text(t, T_POST_NAME, r[i].acting ? mem_fmt(q->ctx, "代 %s", text_or(c->a.acting_name, "")) : text_eq(r[i].post, "A") ? "A 岗" : "B 岗");
		if (r[i].staff_id)
			tpl_text(tpl_add(t, T_TAKEN), T_HOLDER, r[i].staff_name);
		else
			tpl_text(tpl_add(t, T_FREE), T_WINDOW, r[i].code);
	}
	return ERR_NONE;
}

/* --- the window ------------------------------------------------------------------------------------------------- */

/* typed - what was sent with an act that was not done; "" on a fresh page. */
static const char *typed(const struct request *q, const char *field)
{
	return q->form && q->form->spec == &queue_act_spec ? text_or(form_raw(q->form, field), "") : "";
}

static void target_show(const struct request *q, struct tpl *t, const char *kind, const char *code, const char *name)
{
	const char *value = mem_fmt(q->ctx, "%s.%s", kind, code);

	tpl_text(t, T_TARGET, value);
	tpl_text(t, T_CODE, code);
	tpl_text(t, T_NAME, name);
	tpl_show_if(t, T_CHOSEN, text_eq(value, typed(q, "to")));
}

static void targets_show(struct request *q, struct tpl *d, const struct console *c)
{
	struct sql_window_choices_row *r;
	size_t n;

	tpl_text(d, T_NOTE, typed(q, "note"));
	tpl_show_if(d, T_AGAIN, text_eq(typed(q, "act"), "transfer"));
	for (size_t i = 0; i < c->hall.ngroups; i++)
		target_show(q, tpl_add(d, T_TO_GROUP), "g", c->hall.groups[i].code, c->hall.groups[i].name);
	if (sql_window_choices(c->w.db, q->ctx, &r, &n) != ERR_NONE)
		return; /* the groups are choice enough */
	for (size_t i = 0; i < n; i++)
		if (r[i].staff_name && !text_eq(r[i].code, c->live->window_code))
			target_show(q, tpl_add(d, T_TO_WINDOW), "w", r[i].code, r[i].name);
}

/* begin_show - what is being served: its case, or the way to a new application with the person filled in. */
static enum err begin_show(struct request *q, struct tpl *d, const struct console *c)
{
	const struct sql_ticket_row *t = c->now;
	struct sql_window_matters_row *r;
	struct casefile *f;
	size_t n;

	if (t->case_id) {
		TRY(case_load(&c->w, t->case_id, &f));
		struct tpl *x = tpl_add(d, T_OF_CASE);
		tpl_text(x, T_NAME, f->matter_name);
		if (f->short_no)
			tpl_text(tpl_add(x, T_AS_CASE), T_SHORT_NO, f->short_no);
		else
			tpl_text(tpl_add(x, T_AS_DRAFT), T_CASE_KEY, case_key(q->ctx, f->ref));
		return ERR_NONE;
	}
	if (!(c->a.roles & ROLE_CLERK))
		return ERR_NONE;
	TRY(sql_window_matters(c->w.db, q->ctx, &(struct sql_window_matters_in){c->live->window_code}, &r, &n));
	struct tpl *box = n ? tpl_add(d, T_MATTERS) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *x = tpl_add(box, T_MATTER);
		tpl_text(x, T_CODE, r[i].code);
		tpl_text(x, T_NAME, r[i].name);
		tpl_int(x, T_TICKET_ID, t->id);
		tpl_show_if(x, T_WANTED, text_eq(r[i].code, t->matter_code));
	}
	return ERR_NONE;
}

/* word_show - what the window that sent this person on wrote. */
static enum err word_show(struct request *q, struct tpl *d, const struct console *c)
{
	struct sql_ticket_word_row *r;
	enum err e = sql_ticket_word(c->w.db, q->ctx, &(struct sql_ticket_word_in){c->now->id}, &r);

	if (e == ERR_NONE && !text_empty(r->note))
		tpl_text(tpl_add(d, T_WORD), T_NOTE, r->note);
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

static enum err now_show(struct request *q, struct tpl *d, const struct console *c)
{
	const struct sql_ticket_row *t = c->now;
	bool called = text_eq(t->state, "called");
	struct tpl *x = tpl_add(d, T_NOW);

	tpl_text(x, T_NUMBER, t->number);
	tpl_text(x, T_STATE_NAME, ticket_state_name(t->state));
	tpl_text(x, T_NAME, group_name(&c->hall, t->group_code));
	tpl_int(x, T_MINUTES, ((t->first_at != MSEC_NONE ? t->first_at : q->now) - t->arrived_at) / QUEUE_MINUTE);
	if (t->calls > 1)
		tpl_int(tpl_add(x, T_CALLS), T_HOW_MANY, t->calls);
	if (t->priority)
		tpl_text(tpl_add(x, T_PRIORITY), T_PRIORITY_NAME, ticket_priority_name(t->priority));
	if (t->slot_at != MSEC_NONE)
		tpl_minute(tpl_add(x, T_BOOKED), T_SLOT_AT, t->slot_at);
	TRY(word_show(q, x, c));
	struct tpl *acts = tpl_add(x, called ? T_IS_CALLED : T_IS_SERVING);
	tpl_int(acts, T_TICKET_ID, t->id);
	struct tpl *move = tpl_add(x, T_MOVE);
	tpl_int(move, T_TICKET_ID, t->id);
	targets_show(q, move, c);
	return called ? ERR_NONE : begin_show(q, acts, c);
}

static enum err skipped_show(struct request *q, struct tpl *d, const struct console *c)
{
	struct sql_ticket_skipped_row *r;
	size_t n;

	TRY(sql_ticket_skipped(c->w.db, q->ctx,
			       &(struct sql_ticket_skipped_in){c->live->window_code, q->today, q->now - QUEUE_RETURN_MS}, &r, &n));
	struct tpl *box = n ? tpl_add(d, T_SKIPPED) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(box, T_SKIPPED_ROW);
		tpl_text(t, T_NUMBER, r[i].number);
		tpl_int(t, T_TICKET_ID, r[i].id);
		tpl_int(t, T_MINUTES, (q->now - r[i].skipped_at) / QUEUE_MINUTE);
	}
	return ERR_NONE;
}

static bool mine(const struct sql_hall_tickets_row *t, const char *lines, const char *window)
{
	return t->window_only ? text_eq(t->window_only, window) : text_word_in(lines, t->group_code);
}

static void lines_show(struct tpl *d, const struct console *c)
{
	const char *window = c->live->window_code, *lines = lines_of(&c->hall, window);
	size_t shown = 0;

	tpl_text(d, T_LINES, lines);
	for (size_t i = 0; i < c->hall.ngroups; i++) {
		if (!text_word_in(lines, c->hall.groups[i].code))
			continue;
		struct tpl *t = tpl_add(d, T_LINE);
		tpl_text(t, T_CODE, c->hall.groups[i].code);
		tpl_text(t, T_NAME, c->hall.groups[i].name);
		tpl_int(t, T_HOW_MANY, hall_waiting(&c->hall, c->hall.groups[i].code));
	}
	for (size_t i = 0; i < c->hall.ntickets && shown < PREVIEW; i++) {
		const struct sql_hall_tickets_row *t = &c->hall.tickets[i];
		if (!text_eq(t->state, "waiting") || !mine(t, lines, window))
			continue;
		struct tpl *x = tpl_add(d, T_NEXT_ONE);
		tpl_text(x, T_NUMBER, t->number);
		tpl_show_if(x, T_ONLY, t->window_only != NULL);
		shown++;
	}
	tpl_show_if(d, T_NOBODY, shown == 0);
}

static enum err console_show(struct request *q, struct page *p, struct console *c)
{
	struct tpl *d = tpl_add(p->d, T_CONSOLE);

	TRY(hall_load(&c->w, &c->hall));
	TRY(here(&c->w, c->live, &c->now));
	tpl_text(d, T_WINDOW, c->live->window_code);
	tpl_text(d, T_NAME, c->live->name);
	tpl_text(d, T_ZONE, c->live->zone);
	tpl_minute(d, T_SINCE, c->live->from_at);
	if (c->live->paused_at != MSEC_NONE)
		tpl_text(tpl_add(d, T_PAUSED), T_REASON, c->live->pause_reason);
	else
		tpl_show(d, T_OPEN_NOW);
	tpl_show_if(d, T_MAY_CLOSE, !c->now);
	lines_show(d, c);
	if (c->now)
		TRY(now_show(q, d, c));
	else
		tpl_show(d, c->live->paused_at == MSEC_NONE ? T_FREE : T_RESTING);
	return skipped_show(q, d, c);
}

static enum err show(struct request *q, struct page *p, const char *say)
{
	struct console c = {.w = casework_of(q), .a = actor_staff(q)};
	enum err e = window_of(&c.w, &c.a, &c.live);

	p->title = "窗口叫号";
	p->section = "desk";
	p->body = TPL_desk_queue;
	if (say)
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
	tpl_show_if(p->d, T_CASES_LINK, q->session->roles & ROLES_CASE);
	tpl_show_if(p->d, T_TAKE_LINK, q->session->roles & (ROLE_GUIDE | ROLE_CLERK));
	if (e == ERR_NOT_FOUND)
		return choose_show(q, p, &c);
	TRY(e);
	return console_show(q, p, &c);
}

enum err queue_get(struct request *q, struct page *p)
{
	return show(q, p, NULL);
}

/* again - the console as it is now, with why the act was not done. */
static enum err again(struct request *q, struct page *p, enum err e, const char *say)
{
	if (e != ERR_CONFLICT && e != ERR_FORBIDDEN && e != ERR_NOT_FOUND && e != ERR_INVALID)
		return e;
	p->status = e == ERR_FORBIDDEN ? 403 : e == ERR_INVALID ? 422 : 409;
	return show(q, p, say);
}

static enum err done(struct request *q, struct page *p)
{
	page_see(q, p, "/desk/queue");
	return ERR_NONE;
}

/* --- acts --------------------------------------------------------------------------------------------------------- */

enum err queue_open_post(struct request *q, struct page *p)
{
	const struct queue_open_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	enum err e = window_open(&w, &a, f->window);

	if (e != ERR_NONE)
		return again(q, p, e,
			     e == ERR_FORBIDDEN ? "这个窗口今天没有排您的班，也没有请您顶岗。排班由中心管理员改。"
						: "这个窗口已经有人上岗，或者您已经在别的窗口上岗。");
	return done(q, p);
}

enum err queue_close_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	enum err e = window_close(&w, &a);

	return e == ERR_NONE ? done(q, p) : again(q, p, e, "窗口还有一个号没有办完，不能关闭。请先办结、过号或者转出去。");
}

enum err queue_pause_post(struct request *q, struct page *p)
{
	const struct queue_pause_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	enum err e = window_pause(&w, &a, text_eq(f->act, "pause") ? text_or(f->reason, "暂停服务") : NULL);

	return e == ERR_NONE ? done(q, p) : again(q, p, e, "您还没有上岗。");
}

static enum err call(struct request *q, struct page *p, const struct casework *w, const struct actor *a)
{
	int64_t id;
	enum err e = ticket_call(w, a, &id);

	if (e == ERR_NONE || (e == ERR_CONFLICT && id)) /* pressed twice: the page shows whom the first press called */
		return done(q, p);
	if (e == ERR_NOT_FOUND) {
		page_note(q, p, "现在没有人排队。");
		return done(q, p);
	}
	return again(q, p, e, "窗口暂停了，或者您还没有上岗。");
}

enum err queue_call_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);

	return call(q, p, &w, &a);
}

/* target_of - "g.A" or "w.A05" of the list. */
static void target_of(const char *to, struct ticket_args *args)
{
	if (text_starts(text_or(to, ""), "g."))
		args->group_code = to + 2;
	else if (text_starts(text_or(to, ""), "w."))
		args->window_code = to + 2;
}

enum err queue_act_post(struct request *q, struct page *p)
{
	const struct queue_act_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct ticket_args args = {.note = f->note};
	bool next = text_eq(f->act, "finish_next");
	enum ticket_act act = next ? TICKET_FINISH : ticket_act_of(f->act);

	target_of(f->to, &args);
	enum err e = ticket_do(&w, &a, f->ticket, act, &args);
	if (e == ERR_INVALID)
		return again(q, p, e, "请选择转到哪里：另一项服务，或者另一个有人的窗口。");
	if (e != ERR_NONE)
		return again(q, p, e, "这个号的状态已经变了，没有做这一步。现在的情况见下面。");
	return next ? call(q, p, &w, &a) : done(q, p);
}

/* --- what other pages of the desk ask ------------------------------------------------------------------------------- */

static enum err served(const struct casework *w, const struct actor *a, struct sql_ticket_row **t)
{
	struct sql_window_live_row *live;

	TRY(window_of(w, a, &live));
	TRY(here(w, live, t));
	return *t && text_eq((*t)->state, "serving") ? ERR_NONE : ERR_NOT_FOUND;
}

enum err queue_person(const struct request *q, const struct casework *w, const struct actor *a, const char *ticket, const char **id_no)
{
	struct sql_ticket_row *t;
	struct sql_draft_account_row *r;
	int64_t id;
	char *plain;

	*id_no = NULL;
	TRY(served(w, a, &t));
	if (!text_int(ticket, 1, INT64_MAX, &id) || id != t->id)
		return ERR_NOT_FOUND;
	if (!t->account_id)
		return ERR_NONE;
	TRY(sql_draft_account(w->db, q->ctx, &(struct sql_draft_account_in){t->account_id}, &r));
	TRY(sql_access_log_add(w->db,
			       &(struct sql_access_log_add_in){.at = q->now, .staff_id = a->id, .staff_name = a->name, .post = a->post,
							       .fields = "ticket_person", .ip = q->ip,
							       .reason = mem_fmt(q->ctx, "窗口叫号 %s，为本人收件", t->number)},
			       NULL));
	TRY(field_open(q->ctx, w->keys, "account.id_sealed", 0, r->id_sealed, &plain));
	*id_no = plain;
	return ERR_NONE;
}

enum err queue_case(const struct casework *w, const struct actor *a, int64_t case_id)
{
	struct sql_ticket_row *t;
	enum err e = served(w, a, &t);

	if (e == ERR_NOT_FOUND || (e == ERR_NONE && t->case_id))
		return ERR_NONE;
	TRY(e);
	return sql_ticket_case_set(w->db, &(struct sql_ticket_case_set_in){.id = t->id, .case_id = case_id}, NULL);
}
