/* faqs.c - frequent questions: drafted from an answer, published by a second person, withdrawn with a reason (SVC-2). */
#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "desk/voice.h"
#include "domain/freetext.h"
#include "web/page.h"
#include "web/session.h"

#define PAGE_ROWS 30

static const struct {
	const char *key, *name;
} states[] = {{"draft", "待审核"}, {"published", "已公布"}, {"returned", "退回修改"}, {"withdrawn", "已撤下"}};
#define STATES (sizeof states / sizeof states[0])

static const char *state_label(const char *key)
{
	for (size_t i = 0; i < STATES; i++)
		if (text_eq(states[i].key, key))
			return states[i].name;
	return "";
}

enum err faqs_get(struct request *q, struct page *p)
{
	const char *state = text_or(pairs_get(&q->query, "tab"), "draft");
	struct sql_faq_list_row *rows;
	int64_t before;
	size_t n;

	if (!*state_label(state))
		state = "draft";
	if (!text_int(text_or(pairs_get(&q->query, "before"), ""), 1, INT64_MAX, &before))
		before = INT64_MAX;
	TRY(sql_faq_list(q->app->db, q->ctx, &(struct sql_faq_list_in){state, before, PAGE_ROWS + 1}, &rows, &n));
	p->title = "常见问题";
	p->section = "desk";
	p->body = TPL_desk_faqs;
	for (size_t i = 0; i < STATES; i++) {
		struct tpl *t = tpl_add(p->d, T_TAB);
		tpl_text(t, T_TAB_URL, mem_fmt(q->ctx, "/desk/faq?tab=%s", states[i].key));
		tpl_text(t, T_TAB_NAME, states[i].name);
		tpl_show_if(t, T_TAB_ON, text_eq(states[i].key, state));
	}
	struct tpl *table = n ? tpl_add(p->d, T_TABLE) : NULL;
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++) {
		struct tpl *t = tpl_add(table, T_ROW);
		tpl_int(t, T_ID, rows[i].id);
		tpl_text(t, T_FAQ_Q, rows[i].question);
		tpl_text(t, T_NAME, rows[i].matter_name);
		tpl_text(t, T_DRAFTED_BY, rows[i].drafted_name);
		tpl_text(t, T_REVIEWED_BY, rows[i].reviewed_name);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	if (n > PAGE_ROWS)
		tpl_text(tpl_add(p->d, T_NEXT), T_NEXT_URL,
			 mem_fmt(q->ctx, "/desk/faq?tab=%s&before=%lld", state, (long long)rows[PAGE_ROWS - 1].id));
	return ERR_NONE;
}

/* --- drafted from an enquiry ---------------------------------------------------------------------------------------- */

static enum err source_load(struct request *q, const struct casework *w, const struct actor *a, struct enquiry **e)
{
	int64_t id;

	TRY(enquiry_find(w, request_param(q, "number"), &id));
	TRY(enquiry_load(w, id, e));
	bool may = enquiry_visible(*e, a) && (*e)->answer && *(*e)->matter_name && faq_may_write(a, (*e)->matter_dept);
	return may ? ERR_NONE : ERR_NOT_FOUND;
}

static void form_page(struct request *q, struct page *p, const char *action, const char *matter)
{
	p->title = "常见问题";
	p->section = "desk";
	p->body = TPL_desk_faq_form;
	tpl_text(p->d, T_ACTION, action);
	tpl_text(p->d, T_NAME, matter);
	form_show(p->d, q->form);
}

/* The words of the asker come in with every number masked; making them general is for the officer. */
static const char *general(void *ctx, const char *text, size_t chars)
{
	char *masked = freetext_mask(ctx, text);

	return mem_copy(ctx, masked, utf8_prefix(masked, chars));
}

enum err faq_new_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct enquiry *e;

	TRY(source_load(q, &w, &a, &e));
	form_preset(q->form, "question", general(q->ctx, e->question, FAQ_QUESTION_MAX));
	form_preset(q->form, "answer", general(q->ctx, e->answer, FAQ_ANSWER_MAX));
	form_page(q, p, mem_fmt(q->ctx, "/desk/enquiries/%s/faq", e->r->number), e->matter_name);
	return ERR_NONE;
}

static bool words_fine(struct request *q, struct page *p)
{
	const struct faq_form *f = q->form->value;
	const char *field, *say = faq_wrong(q->ctx, f->question, f->answer, &field);

	if (!say)
		return true;
	form_wrong(q->form, field, say);
	p->status = 422;
	return false;
}

enum err faq_new_post(struct request *q, struct page *p)
{
	const struct faq_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct enquiry *e;
	int64_t id;

	TRY(source_load(q, &w, &a, &e));
	if (!words_fine(q, p)) {
		form_page(q, p, mem_fmt(q->ctx, "/desk/enquiries/%s/faq", e->r->number), e->matter_name);
		return ERR_NONE;
	}
	enum err x = faq_draft(&w, &a, e->r->matter_code, e->matter_dept, e, f->question, f->answer, &id);
	if (x == ERR_CONFLICT)
		q->say = "这个咨询已经有一条常见问题了。";
	TRY(x);
	page_note(q, p, "草稿已经交给审核的人。");
	page_see(q, p, "/desk/faq/%lld", (long long)id);
	return ERR_NONE;
}

/* --- one ------------------------------------------------------------------------------------------------------------- */

static enum err faq_load(struct request *q, struct sql_faq_get_row **f)
{
	int64_t id;

	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	return sql_faq_get(q->app->db, q->ctx, &(struct sql_faq_get_in){id}, f);
}

static void faq_show(struct request *q, struct page *p, const struct sql_faq_get_row *f)
{
	struct actor a = actor_staff(q);
	bool draft = text_eq(f->state, "draft"), published = text_eq(f->state, "published");

	p->title = "常见问题";
	p->section = "desk";
	p->body = TPL_desk_faq;
	tpl_int(p->d, T_ID, f->id);
	tpl_text(p->d, T_FAQ_Q, f->question);
	tpl_text(p->d, T_FAQ_A, f->answer);
	tpl_text(p->d, T_NAME, f->matter_name);
	tpl_text(p->d, T_CODE, f->matter_code);
	tpl_text(p->d, T_STATE_NAME, state_label(f->state));
	tpl_text(p->d, T_DRAFTED_BY, f->drafted_name);
	tpl_minute(p->d, T_AT, f->drafted_at);
	if (f->reviewed_name) {
		struct tpl *t = tpl_add(p->d, T_REVIEWED);
		tpl_text(t, T_REVIEWED_BY, f->reviewed_name);
		tpl_minute(t, T_REVIEWED_AT, f->reviewed_at);
		tpl_text(t, T_REASON, f->reason);
	}
	if (draft && faq_may_judge(&a, f->dept_code, f->drafted_by)) {
		struct tpl *t = tpl_add(p->d, T_JUDGE);
		tpl_int(t, T_ID, f->id);
		tpl_int(t, T_VERSION, f->drafted_at);
		form_show(t, q->form);
	}
	if (!published && faq_may_write(&a, f->dept_code))
		tpl_int(tpl_add(p->d, T_EDIT), T_ID, f->id);
	if (published && faq_may_judge(&a, f->dept_code, 0)) {
		struct tpl *t = tpl_add(p->d, T_WITHDRAW);
		tpl_int(t, T_ID, f->id);
		form_show(t, q->form);
	}
}

enum err faq_get(struct request *q, struct page *p)
{
	struct sql_faq_get_row *f;
	struct actor a = actor_staff(q);

	TRY(faq_load(q, &f));
	if (text_eq(pairs_get(&q->query, "edit"), "1") && !text_eq(f->state, "published") && faq_may_write(&a, f->dept_code)) {
		q->form = form_blank(q->ctx, &faq_spec);
		form_preset(q->form, "question", f->question);
		form_preset(q->form, "answer", f->answer);
		form_page(q, p, mem_fmt(q->ctx, "/desk/faq/%lld/write", (long long)f->id), f->matter_name);
		return ERR_NONE;
	}
	if (!q->form)
		q->form = form_blank(q->ctx, &faq_judge_spec);
	faq_show(q, p, f);
	return ERR_NONE;
}

enum err faq_write_post(struct request *q, struct page *p)
{
	const struct faq_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_faq_get_row *old;

	TRY(faq_load(q, &old));
	if (!faq_may_write(&a, old->dept_code))
		return ERR_NOT_FOUND;
	if (!words_fine(q, p)) {
		form_page(q, p, mem_fmt(q->ctx, "/desk/faq/%lld/write", (long long)old->id), old->matter_name);
		return ERR_NONE;
	}
	TRY(faq_rewrite(&w, &a, old->id, f->question, f->answer));
	page_note(q, p, "草稿已经交给审核的人。");
	page_see(q, p, "/desk/faq/%lld", (long long)old->id);
	return ERR_NONE;
}

static enum err judge_again(struct request *q, struct page *p, const struct sql_faq_get_row *f, int status, const char *say)
{
	form_wrong(q->form, "reason", say);
	p->status = status;
	faq_show(q, p, f);
	return ERR_NONE;
}

enum err faq_judge_post(struct request *q, struct page *p)
{
	const struct faq_judge_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_faq_get_row *old;
	bool publish = text_eq(f->verdict, "publish");

	TRY(faq_load(q, &old));
	if (!faq_may_judge(&a, old->dept_code, old->drafted_by))
		return ERR_FORBIDDEN;
	if (!publish && utf8_len(text_or(f->reason, "")) < 2)
		return judge_again(q, p, old, 422, "退回要写明哪里要改");
	enum err e = faq_judge(&w, &a, old->id, f->version, publish, f->reason);
	if (e == ERR_CONFLICT)
		return judge_again(q, p, old, 409, "就在刚才，内容有了变化，请重新看过再审");
	TRY(e);
	page_note(q, p, publish ? "已经公布在办事指南上。" : "已经退回。");
	page_see(q, p, "/desk/faq/%lld", (long long)old->id);
	return ERR_NONE;
}

enum err faq_withdraw_post(struct request *q, struct page *p)
{
	const struct faq_judge_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_faq_get_row *old;

	TRY(faq_load(q, &old));
	if (!faq_may_judge(&a, old->dept_code, 0))
		return ERR_FORBIDDEN;
	if (utf8_len(text_or(f->reason, "")) < 2)
		return judge_again(q, p, old, 422, "撤下要写明理由");
	enum err e = faq_withdraw(&w, &a, old->id, f->reason);
	if (e == ERR_CONFLICT)
		return judge_again(q, p, old, 409, "这一条已经不在公布中");
	TRY(e);
	page_note(q, p, "已经撤下。");
	page_see(q, p, "/desk/faq/%lld", (long long)old->id);
	return ERR_NONE;
}
