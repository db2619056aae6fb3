/* enquiries.c - enquiries at the desk: who takes one first answers for it to the end (CQ 5.1, GD 10.3.2). */
#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "desk/voice.h"
#include "domain/voice.h"
#include "parts/duetag.h"
#include "parts/voicepage.h"
#include "web/page.h"
#include "web/session.h"

#define PAGE_ROWS 30

enum tab { TAB_NEW, TAB_MINE, TAB_WORK, TAB_DONE, TAB_HELD, TAB_COUNT };
#define FRONT_AND_ABOVE (ROLES_ENQUIRY_FRONT | ROLE_MANAGER | ROLE_SUPERVISOR)
static const struct {
	const char *key, *name, *desk;
	uint32_t roles;
} tabs[TAB_COUNT] = {
	[TAB_NEW] = {"new", "等人接", "new", FRONT_AND_ABOVE},
	[TAB_MINE] = {"mine", "我负责的", NULL, ROLES_ENQUIRY_FRONT},
	[TAB_WORK] = {"work", "在答复", "work", ROLES_ENQUIRY},
	[TAB_DONE] = {"done", "已答复", "done", ROLES_ENQUIRY},
	[TAB_HELD] = {"held", "暂不处理", "held", FRONT_AND_ABOVE},
};

static enum tab tab_of(const struct request *q)
{
	const char *key = pairs_get(&q->query, "tab");
	enum tab first = TAB_COUNT;

	for (enum tab t = TAB_NEW; t < TAB_COUNT; t++) {
		if (!(tabs[t].roles & q->session->roles))
			continue;
		if (text_eq(tabs[t].key, key))
			return t;
		if (first == TAB_COUNT)
			first = t;
	}
	return first;
}

static enum err rows_find(const struct request *q, enum tab t, const struct desk_after *after,
			  struct sql_enquiry_item_row **rows, size_t *n)
{
	struct db *db = q->app->db;

	if (t == TAB_MINE)
		return sql_enquiry_list_mine(db, q->ctx,
					     &(struct sql_enquiry_list_mine_in){q->session->staff_id, after->due, after->id,
										PAGE_ROWS + 1},
					     rows, n);
	if (!text_empty(q->session->dept))
		return sql_enquiry_list_dept(db, q->ctx,
					     &(struct sql_enquiry_list_dept_in){q->session->dept, tabs[t].desk, after->due,
										after->id, PAGE_ROWS + 1},
					     rows, n);
	return sql_enquiry_list(db, q->ctx, &(struct sql_enquiry_list_in){tabs[t].desk, after->due, after->id, PAGE_ROWS + 1},
				rows, n);
}

static void show_row(const struct request *q, struct tpl *table, const struct sql_enquiry_item_row *r)
{
	struct tpl *t = tpl_add(table, T_ROW);

	tpl_text(t, T_NUMBER, r->number);
	tpl_text(t, T_NAME, text_or(r->matter_name, "没有指定事项"));
	tpl_text(t, T_CHANNEL, voice_word(enquiry_channels, r->channel));
	tpl_text(t, T_STATE_KEY, r->state);
	tpl_text(t, T_STATE_NAME, voice_state(&enquiry_rule, r->state)->name);
	tpl_text(t, T_OWNER, r->owner_id == q->session->staff_id ? "我" : text_or(r->owner_name, ""));
	tpl_show_if(t, T_RUDE, r->rude);
	if (!text_eq(voice_state(&enquiry_rule, r->state)->desk, "done"))
		duetag_show(q, tpl_add(t, T_DUE_SHOWN), r->due);
}

enum err enquiries_get(struct request *q, struct page *p)
{
	struct desk_after after = desk_after_read(q);
	struct sql_enquiry_item_row *rows;
	enum tab on = tab_of(q);
	size_t n;

	p->title = "咨询";
	p->section = "desk";
	p->body = TPL_desk_enquiries;
	tpl_show_if(p->d, T_NEW_LINK, q->session->roles & ROLES_ENQUIRY_FRONT);
	for (enum tab t = TAB_NEW; t < TAB_COUNT; t++) {
		if (!(tabs[t].roles & q->session->roles))
			continue;
		struct tpl *d = tpl_add(p->d, T_TAB);
		tpl_text(d, T_TAB_URL, mem_fmt(q->ctx, "/desk/enquiries?tab=%s", tabs[t].key));
		tpl_text(d, T_TAB_NAME, tabs[t].name);
		tpl_show_if(d, T_TAB_ON, t == on);
	}
	TRY(rows_find(q, on, &after, &rows, &n));
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++)
		show_row(q, table, &rows[i]);
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > PAGE_ROWS)
		tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
			 desk_after_url(q, mem_fmt(q->ctx, "/desk/enquiries?tab=%s", tabs[on].key), rows[PAGE_ROWS - 1].due,
					rows[PAGE_ROWS - 1].id));
	return ERR_NONE;
}

/* --- asked at the desk or by telephone -------------------------------------------------------------------------------- */

enum err enquiry_new_get(struct request *q, struct page *p)
{
	p->title = "登记咨询";
	p->section = "desk";
	p->body = TPL_desk_enquiry_new;
	return voicepage_ask(q, p, true);
}

static enum err new_again(struct request *q, struct page *p, const char *field, const char *say)
{
	voicepage_wrong(q, p, field, say);
	return enquiry_new_get(q, p);
}

enum err enquiry_new_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct enquiry_new n = voicepage_enquiry_new(q, NULL);
	struct enquiry_sent sent;
	struct enquiry *e;
	const char *field, *say;

	if (text_empty(n.channel))
		return new_again(q, p, "channel", "请选择怎样来问的");
	enum err x = enquiry_send(&w, &a, &n, &sent, &field, &say);
	if (x == ERR_INVALID)
		return new_again(q, p, field, say);
	TRY(x);
	TRY(enquiry_load(&w, sent.id, &e));
	page_note(q, p, sent.again ? "这个问题已经登记过了。" : "已经登记，由您负责到底。");
	page_see(q, p, "/desk/enquiries/%s", e->r->number);
	return ERR_NONE;
}

/* --- one ------------------------------------------------------------------------------------------------------------- */

static enum err desk_enquiry(struct request *q, const struct casework *w, const struct actor *a, struct enquiry **e)
{
	int64_t id;

	TRY(enquiry_find(w, request_param(q, "number"), &id));
	TRY(enquiry_load(w, id, e));
	return enquiry_visible(*e, a) ? ERR_NONE : ERR_NOT_FOUND;
}

static enum err acts_show(struct request *q, struct page *p, const struct actor *a, const struct enquiry *e)
{
	static const struct voice_offer offers[] = {
		{ENQUIRY_TAKE, 0, false},
		{ENQUIRY_ANSWER, VOICE_ASK_WAY, false},
		{ENQUIRY_TRANSFER, VOICE_ASK_DEPT, false},
		{ENQUIRY_LATER, VOICE_ASK_LATER | VOICE_ASK_WAY, false},
		{ENQUIRY_BACK, 0, false},
		{ENQUIRY_PASS, 0, false},
		{ENQUIRY_RESTORE, 0, false},
		{ENQUIRY_WITHHOLD, 0, true},
		{0, 0, false},
	};

	return voicepage_acts(q, p->d,
			      &(struct voice_acts){.rule = &enquiry_rule, .offers = offers, .state = e->state, .roles = a->roles,
						   .facts = enquiry_facts(e, a),
						   .url = mem_fmt(q->ctx, "/desk/enquiries/%s/act", e->r->number),
						   .version = e->r->version, .unit = e->matter_dept});
}

/* faq_link - an answered one about a matter can become a frequent question. */
static enum err faq_link(struct request *q, struct page *p, const struct actor *a, const struct enquiry *e)
{
	struct sql_faq_of_enquiry_row *f;

	if (!e->answer || !*e->matter_name)
		return ERR_NONE;
	enum err x = sql_faq_of_enquiry(q->app->db, q->ctx, &(struct sql_faq_of_enquiry_in){e->r->id}, &f);
	if (x == ERR_NONE)
		tpl_int(tpl_add(p->d, T_FAQ_THERE), T_ID, f->id);
	if (x == ERR_NOT_FOUND && faq_may_write(a, e->matter_dept))
		tpl_text(tpl_add(p->d, T_FAQ_NEW), T_NUMBER, e->r->number);
	return x == ERR_NOT_FOUND ? ERR_NONE : x;
}

static enum err show(struct request *q, struct page *p, const struct casework *w, const struct actor *a, const struct enquiry *e)
{
	const struct sql_enquiry_row *r = e->r;

	p->title = mem_fmt(q->ctx, "咨询 %s", r->number);
	p->section = "desk";
	p->body = TPL_desk_enquiry;
	voicepage_enquiry(p->d, e);
	tpl_text(p->d, T_WHO, text_or(r->name_mask, "没有写姓名"));
	tpl_show_if(p->d, T_RUDE, r->rude);
	if (r->phone_mask) {
		struct tpl *t = tpl_add(p->d, T_PHONE_KNOWN);
		tpl_text(t, T_PHONE_MASK, r->phone_mask);
		tpl_text(t, T_NUMBER, r->number);
		desk_reveal_show(q, t);
	}
	if (r->entered_by && r->entered_by == a->id) {
		struct tpl *t = tpl_add(p->d, T_RECEIPT);
		tpl_text(t, T_QUERY_CODE, voice_code(w, r->number));
	}
	if (!text_eq(enquiry_rule.states[e->state].desk, "done"))
		duetag_show(q, tpl_add(p->d, T_DUE_TAG), r->due);
	TRY(faq_link(q, p, a, e));
	TRY(acts_show(q, p, a, e));
	return voicepage_answers(tpl_include(p->d, T_COURSE, TPL_parts_voice_course), w, e, VOICE_OFFICER);
}

enum err desk_enquiry_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct enquiry *e;

	TRY(desk_enquiry(q, &w, &a, &e));
	return show(q, p, &w, &a, e);
}

enum err desk_enquiry_act_post(struct request *q, struct page *p)
{
	const struct voice_act_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct enquiry_args args = {f->words, f->unit, f->way, f->later};
	const char *field, *say;
	struct enquiry *e;

	TRY(desk_enquiry(q, &w, &a, &e));
	enum err x = enquiry_act(&w, &a, e->r->id, f->version, voice_action_of(&enquiry_rule, f->act), &args, &field, &say);
	if (x == ERR_INVALID || x == ERR_CONFLICT) {
		TRY(enquiry_load(&w, e->r->id, &e));
		p->status = x == ERR_INVALID ? 422 : 409;
		if (field) /* said beside the input, and above it */
			form_wrong(q->form, text_eq(field, "dept") ? "unit" : field, say);
		else
			tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
		return show(q, p, &w, &a, e);
	}
	TRY(x);
	page_note(q, p, "已经记录。");
	TRY(enquiry_load(&w, e->r->id, &e));
	page_see(q, p, enquiry_visible(e, &a) ? "/desk/enquiries/%s" : "/desk/enquiries", e->r->number);
	return ERR_NONE;
}

enum err desk_enquiry_reveal_post(struct request *q, struct page *p)
{
	const struct voice_why_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct enquiry *e;
	char *name, *phone;

	TRY(desk_enquiry(q, &w, &a, &e));
	TRY(desk_look_log(q, mem_fmt(q->ctx, "enquiry %s name phone", e->r->number), f->why));
	TRY(field_open(q->ctx, w.keys, "enquiry.name_sealed", 0, e->r->name_sealed, &name));
	TRY(field_open(q->ctx, w.keys, "enquiry.phone_sealed", 0, e->r->phone_sealed, &phone));
	struct tpl *t = tpl_add(p->d, T_REVEALED);
	tpl_text(t, T_REVEALED_NAME, text_or(name, "没有写姓名"));
	tpl_text(t, T_REVEALED_VALUE, text_or(phone, "没有留电话"));
	return show(q, p, &w, &a, e);
}
