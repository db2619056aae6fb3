/* complaints.c - complaints, suggestions and reports at the desk: written down, assigned, looked into, answered.
 * Whom one is about never sees it, nor does who stands in for them: for them it does not exist. */
#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "desk/voice.h"
#include "domain/voice.h"
#include "parts/duetag.h"
#include "parts/voicepage.h"
#include "web/page.h"
#include "web/session.h"
#include "web/urlencoded.h"
#include "wrap/filekind.h"
#include "wrap/store.h"

#define PAGE_ROWS 30

/* --- lists ---------------------------------------------------------------------------------------------------------- */

enum tab { TAB_SORT, TAB_WORK, TAB_MINE, TAB_DONE, TAB_HELD, TAB_COUNT };
static const struct {
	const char *key, *name, *desk;
	uint32_t roles;
} tabs[TAB_COUNT] = {
	[TAB_SORT] = {"sort", "待分派", "sort", ROLE_COMPLAINT | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR},
	[TAB_WORK] = {"work", "在办理", "work", ROLES_COMPLAINT},
	[TAB_MINE] = {"mine", "我在办的", NULL, ROLES_COMPLAINT},
	[TAB_DONE] = {"done", "已答复", "done", ROLES_COMPLAINT},
	[TAB_HELD] = {"held", "暂不处理", "held", ROLE_COMPLAINT | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR},
};

static enum tab tab_of(const struct request *q)
{
	const char *key = pairs_get(&q->query, "tab");
	enum tab first = TAB_COUNT;

	for (enum tab t = TAB_SORT; t < TAB_COUNT; t++) {
		if (!(tabs[t].roles & q->session->roles))
			continue;
		if (text_eq(tabs[t].key, key))
			return t;
		if (first == TAB_COUNT)
			first = t;
	}
	return first;
}

static void show_tabs(const struct request *q, struct page *p, enum tab on)
{
	for (enum tab t = TAB_SORT; t < TAB_COUNT; t++) {
		if (!(tabs[t].roles & q->session->roles))
			continue;
		struct tpl *d = tpl_add(p->d, T_TAB);
		tpl_text(d, T_TAB_URL, mem_fmt(q->ctx, "/desk/complaints?tab=%s", tabs[t].key));
		tpl_text(d, T_TAB_NAME, tabs[t].name);
		tpl_show_if(d, T_TAB_ON, t == on);
	}
}

static enum err rows_find(const struct request *q, enum tab t, const struct desk_after *after,
			  struct sql_complaint_item_row **rows, size_t *n)
{
	const char *unit = q->session->dept;
	struct db *db = q->app->db;

	if (t == TAB_MINE)
		return sql_complaint_list_mine(db, q->ctx,
					       &(struct sql_complaint_list_mine_in){q->session->staff_id, after->due, after->id,
										    PAGE_ROWS + 1},
					       rows, n);
	if (!text_empty(unit))
		return sql_complaint_list_unit(db, q->ctx,
					       &(struct sql_complaint_list_unit_in){unit, tabs[t].desk, after->due, after->id,
										    PAGE_ROWS + 1},
					       rows, n);
	return sql_complaint_list(db, q->ctx,
				  &(struct sql_complaint_list_in){tabs[t].desk, after->due, after->id, PAGE_ROWS + 1}, rows, n);
}

static void show_row(const struct request *q, struct tpl *table, const struct sql_complaint_item_row *r)
{
	struct tpl *t = tpl_add(table, T_ROW);
	const struct complaint_fault *fault = complaint_fault(r->fault);
	const struct complaint_level *level = complaint_level(r->level);

	tpl_text(t, T_NUMBER, r->number);
	tpl_text(t, T_KIND_NAME, voice_word(complaint_kinds, r->kind));
	tpl_text(t, T_ABOUT_TEXT, text_or(r->about_text, voice_word(complaint_abouts, r->about)));
	tpl_text(t, T_FAULT_NAME, fault ? fault->name : "");
	tpl_text(t, T_STATE_KEY, r->state);
	tpl_text(t, T_STATE_NAME, voice_state(&complaint_rule, r->state)->name);
	tpl_text(t, T_HOLDER, r->handler_id == q->session->staff_id ? "我" : text_or(r->handler_name, ""));
	if (r->level > 1 && level)
		tpl_text(tpl_add(t, T_LEVEL_SHOWN), T_LEVEL_NAME, level->name);
	tpl_show_if(t, T_RUDE, r->rude);
	tpl_show_if(t, T_REOPENED, r->satisfied == 2);
	if (text_eq(voice_state(&complaint_rule, r->state)->desk, "done"))
		return;
	duetag_show(q, tpl_add(t, T_DUE_SHOWN), r->due);
}

/* show_rows - those about this officer are passed over, so a page may hold fewer than it could. */
static enum err show_rows(struct request *q, struct page *p, const struct casework *w, struct sql_complaint_item_row *rows,
			  size_t n)
{
	struct actor a = actor_staff(q);
	struct tpl *table = NULL;
	bool about_me;

	for (size_t i = 0; i < n; i++) {
		TRY(complaint_conflict(w, rows[i].id, &a, &about_me));
		if (about_me)
			continue;
		table = table ? table : tpl_add(p->d, T_TABLE);
		show_row(q, table, &rows[i]);
	}
	tpl_show_if(p->d, T_EMPTY, !table);
	return ERR_NONE;
}

enum err complaints_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct desk_after after = desk_after_read(q);
	struct sql_complaint_item_row *rows;
	enum tab t = tab_of(q);
	size_t n;

	p->title = "投诉建议";
	p->section = "desk";
	p->body = TPL_desk_complaints;
	tpl_show_if(p->d, T_NEW_LINK, q->session->roles & ROLES_COMPLAINT_NEW);
	if (t == TAB_COUNT) { /* may write down, and no more */
		tpl_show(p->d, T_EMPTY);
		return ERR_NONE;
	}
	show_tabs(q, p, t);
	TRY(rows_find(q, t, &after, &rows, &n));
	TRY(show_rows(q, p, &w, rows, n < PAGE_ROWS ? n : PAGE_ROWS));
	if (n > PAGE_ROWS)
		tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
			 desk_after_url(q, mem_fmt(q->ctx, "/desk/complaints?tab=%s", tabs[t].key), rows[PAGE_ROWS - 1].due,
					rows[PAGE_ROWS - 1].id));
	return ERR_NONE;
}

/* --- written down at the desk or the telephone ------------------------------------------------------------------------ */

enum err complaint_new_get(struct request *q, struct page *p)
{
	p->title = "登记投诉建议";
	p->section = "desk";
	p->body = TPL_desk_complaint_new;
	return voicepage_complain(q, p, true);
}

static enum err new_again(struct request *q, struct page *p, const char *field, const char *say)
{
	voicepage_wrong(q, p, field, say);
	return complaint_new_get(q, p);
}

enum err complaint_new_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct complaint_new n = voicepage_complaint_new(q, NULL);
	struct complaint_sent sent;
	struct complaint *c;
	const char *field, *say;

	if (text_empty(n.channel))
		return new_again(q, p, "channel", "请选择是当面还是电话");
	enum err e = complaint_send(&w, &a, &n, &sent, &field, &say);
	if (e == ERR_INVALID)
		return new_again(q, p, field, say);
	TRY(e);
	TRY(complaint_load(&w, sent.id, &c));
	page_note(q, p, sent.again ? "这件事已经登记过了。" : "已经登记。请把回执打印给反映人。");
	page_see(q, p, "/desk/complaints/%s", c->r->number);
	return ERR_NONE;
}

/* --- one ------------------------------------------------------------------------------------------------------------- */

static enum err desk_complaint(struct request *q, const struct casework *w, const struct actor *a, struct complaint **c)
{
	int64_t id;
	bool may;

	TRY(complaint_find(w, request_param(q, "number"), &id));
	TRY(complaint_load(w, id, c));
	TRY(complaint_visible(w, *c, a, &may));
	return may ? ERR_NONE : ERR_NOT_FOUND;
}

static enum err acts_show(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			  const struct complaint *c)
{
	static const struct voice_offer offers[] = {
		{COMPLAINT_TAKE, 0, false},
		{COMPLAINT_ANSWER, VOICE_ASK_FINDING, false},
		{COMPLAINT_ROUTE, VOICE_ASK_ROUTE, false},
		{COMPLAINT_REROUTE, VOICE_ASK_ROUTE, false},
		{COMPLAINT_RETURN, 0, false},
		{COMPLAINT_NAME, VOICE_ASK_NAME, false},
		{COMPLAINT_RELEASE, 0, false},
		{COMPLAINT_RESTORE, 0, false},
		{COMPLAINT_WITHHOLD, 0, true},
		{0, 0, false},
	};
	uint32_t facts;

	TRY(complaint_facts(w, c, a, &facts));
	return voicepage_acts(q, p->d,
			      &(struct voice_acts){.rule = &complaint_rule, .offers = offers, .state = c->state, .roles = a->roles,
						   .facts = facts, .url = mem_fmt(q->ctx, "/desk/complaints/%s/act", c->r->number),
						   .version = c->r->version, .fault = c->r->fault});
}

static enum err subjects_show(struct request *q, struct page *p, const struct complaint *c)
{
	static const struct voice_word whys[] = {
		{"named", "被点名", NULL}, {"window", "当天在这个窗口", NULL}, {"case", "办过这件事", NULL}, {NULL, NULL, NULL}};
	struct sql_complaint_subjects_row *s;
	size_t n;

	TRY(sql_complaint_subjects(q->app->db, q->ctx, &(struct sql_complaint_subjects_in){c->r->id}, &s, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(p->d, T_SUBJECT);
		tpl_text(t, T_NAME, s[i].name);
		tpl_text(t, T_POST, s[i].post);
		tpl_text(t, T_WHY, voice_word(whys, s[i].why));
	}
	return ERR_NONE;
}

static enum err show(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
		     const struct complaint *c)
{
	const struct sql_complaint_row *r = c->r;

	p->title = mem_fmt(q->ctx, "投诉建议 %s", r->number);
	p->section = "desk";
	p->body = TPL_desk_complaint;
	voicepage_complaint(p->d, c, VOICE_OFFICER);
	tpl_text(tpl_add(p->d, r->handler_name ? T_HELD : T_UNHELD), T_HOLDER, r->handler_name);
	tpl_text(p->d, T_WHO, r->anonymous ? "不留姓名" : text_or(r->name_mask, "没有写姓名"));
	tpl_show_if(p->d, T_RUDE, r->rude);
	tpl_show_if(p->d, T_RECEIPT, r->entered_by && r->entered_by == a->id);
	if (r->phone_mask) {
		struct tpl *t = tpl_add(p->d, T_PHONE_KNOWN);
		tpl_text(t, T_PHONE_MASK, r->phone_mask);
		tpl_text(t, T_NUMBER, r->number);
		desk_reveal_show(q, t);
	}
	if (!text_eq(complaint_rule.states[c->state].desk, "done"))
		duetag_show(q, tpl_add(p->d, T_DUE_SHOWN), r->due);
	TRY(subjects_show(q, p, c));
	TRY(voicepage_files(q, p->d, w, r->id, mem_fmt(q->ctx, "/desk/complaints/%s/files/", r->number)));
	TRY(voicepage_letters(p->d, w, c, mem_fmt(q->ctx, "/desk/complaints/%s/reply", r->number)));
	TRY(acts_show(q, p, w, a, c));
	return voicepage_course(tpl_include(p->d, T_COURSE, TPL_parts_voice_course), w, c, VOICE_OFFICER);
}

enum err desk_complaint_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct complaint *c;

	TRY(desk_complaint(q, &w, &a, &c));
	return show(q, p, &w, &a, c);
}

enum err desk_complaint_act_post(struct request *q, struct page *p)
{
	const struct voice_act_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct complaint_args args = {f->words, f->fault, f->unit, f->finding, f->name};
	const char *field, *say;
	struct complaint *c;
	bool may;

	TRY(desk_complaint(q, &w, &a, &c));
	enum err e = complaint_act(&w, &a, c->r->id, f->version, voice_action_of(&complaint_rule, f->act), &args, &field, &say);
	if (e == ERR_INVALID || e == ERR_CONFLICT || e == ERR_FORBIDDEN) {
		TRY(complaint_load(&w, c->r->id, &c));
		p->status = e == ERR_INVALID ? 422 : 409;
		if (field) /* said beside the input, and above it */
			form_wrong(q->form, field, say);
		else
			tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
		return show(q, p, &w, &a, c);
	}
	TRY(e);
	page_note(q, p, "已经记录。");
	TRY(complaint_load(&w, c->r->id, &c));
	TRY(complaint_visible(&w, c, &a, &may)); /* it may have gone to another unit */
	page_see(q, p, may ? "/desk/complaints/%s" : "/desk/complaints", c->r->number);
	return ERR_NONE;
}

/* desk_complaint_reveal_post - who wrote, in clear, for a reason that is logged before it is shown (domain H). */
enum err desk_complaint_reveal_post(struct request *q, struct page *p)
{
	const struct voice_why_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct complaint *c;
	char *name, *phone;

	TRY(desk_complaint(q, &w, &a, &c));
	if (c->r->anonymous)
		return ERR_NOT_FOUND;
	TRY(desk_look_log(q, mem_fmt(q->ctx, "complaint %s name phone", c->r->number), f->why));
	TRY(field_open(q->ctx, w.keys, "complaint.name_sealed", 0, c->r->name_sealed, &name));
	TRY(field_open(q->ctx, w.keys, "complaint.phone_sealed", 0, c->r->phone_sealed, &phone));
	struct tpl *t = tpl_add(p->d, T_REVEALED);
	tpl_text(t, T_REVEALED_NAME, text_or(name, "没有写姓名"));
	tpl_text(t, T_REVEALED_VALUE, text_or(phone, "没有留电话"));
	return show(q, p, &w, &a, c);
}

/* letter_of - its code leads officers, and whoever they hand it to, to where the query code is asked for: whoever holds the code of
 * the receipt can act as the writer. */
static struct voice_letter letter_of(const struct request *q, const struct complaint *c)
{
	return (struct voice_letter){c, request_param(q, "level"),
				     mem_fmt(q->ctx, "%s/complain/find?no=%s", q->app->conf.base_url, c->r->number)};
}

enum err desk_complaint_reply_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct complaint *c;

	TRY(desk_complaint(q, &w, &a, &c));
	struct voice_letter v = letter_of(q, c);
	p->section = "desk";
	p->body = TPL_desk_complaint_letter;
	tpl_text(p->d, T_NUMBER, c->r->number);
	tpl_text(p->d, T_LEVEL, v.level);
	return voicepage_letter(q, p, &w, &v);
}

enum err desk_complaint_reply_pdf_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct complaint *c;

	TRY(desk_complaint(q, &w, &a, &c));
	struct voice_letter v = letter_of(q, c);
	return voicepage_letter_pdf(q, p, &w, &v);
}

/* desk_complaint_receipt_get - the slip for whoever came or called: only for the officer who wrote it down, because whoever has it
 * can act as the writer. */
enum err desk_complaint_receipt_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct complaint *c;

	TRY(desk_complaint(q, &w, &a, &c));
	if (!c->r->entered_by || c->r->entered_by != a.id)
		return ERR_NOT_FOUND;
	p->title = "回执";
	p->section = "desk";
	p->body = TPL_desk_complaint_receipt;
	tpl_text(p->d, T_CENTRE_NAME, q->app->conf.centre_name);
	tpl_text(p->d, T_CODE, voice_code(&w, c->r->number));
	tpl_text(p->d, T_PROGRESS_URL, mem_fmt(q->ctx, "%s/complain/find", q->app->conf.base_url));
	voicepage_phone(q, p->d);
	voicepage_complaint(p->d, c, VOICE_WRITER);
	return voicepage_qr(q, p->d, voicepage_track(q, complaint_token(&w, c)));
}

enum err desk_complaint_file_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_complaint_files_row *f;
	struct complaint *c;
	int64_t id;
	size_t n;

	TRY(desk_complaint(q, &w, &a, &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(sql_complaint_files(w.db, q->ctx, &(struct sql_complaint_files_in){c->r->id}, &f, &n));
	for (size_t i = 0; i < n; i++) {
		if (f[i].id != id)
			continue;
		TRY(desk_look_log(q, mem_fmt(q->ctx, "complaint %s file %lld", c->r->number, (long long)id), "办理投诉建议"));
		p->type = "application/octet-stream";
		p->download = f[i].file_name;
		p->accel = mem_fmt(q->ctx, "/private/%s", store_path(q->ctx, f[i].sha256.p));
		return ERR_NONE;
	}
	return ERR_NOT_FOUND;
}
