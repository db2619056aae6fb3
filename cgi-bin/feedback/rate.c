/* rate.c - /rate/{token}: a level and send; the rest may be left alone.
 *
 * No account is asked for, and what is kept is what sql/schema/0018_rating.sql says.  A browser in which an officer is signed
 * in gets nothing here: nobody at work rates in somebody's place, or looks at how somebody rated. */
#include <string.h>

#include "base/text.h"
#include "domain/progress.h"
#include "domain/rating.h"
#include "domain/rating_order.h"
#include "feedback/feedback_pages.h"
#include "feedback/forms.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define TRIES_ADDRESS 60 /* a whole office or mobile network may share an address */
#define TRIES_TOKEN 12
#define TRIES_WINDOW_MS (10 * 60 * 1000)

/* --- flood ------------------------------------------------------------------------------------------- */

/* take_tries - the address is counted under a keyed hash: it is not kept. */
static enum err take_tries(const struct request *q, const struct casework *w, const char *token)
{
	uint8_t by_address[HASH_SIZE], by_token[HASH_SIZE];

	mac(w->keys, "rating.address", q->ip, strlen(q->ip), by_address);
	mac(w->keys, "rating.token", token, strlen(token), by_token);
	TRY(rate_take(w, mem_fmt(q->ctx, "rate:ip:%s", text_hex(q->ctx, by_address, 12)), TRIES_ADDRESS, TRIES_WINDOW_MS));
	return rate_take(w, mem_fmt(q->ctx, "rate:no:%s", text_hex(q->ctx, by_token, 12)), TRIES_TOKEN, TRIES_WINDOW_MS);
}

/* --- page -------------------------------------------------------------------------------------------- */

static void show_levels(struct request *q, struct tpl *form)
{
	const char *chosen = form_raw(q->form, "level");

	for (int64_t level = RATING_LEVELS; level >= 1; level--) {
		struct tpl *t = tpl_add(form, T_LEVEL_ROW);
		tpl_int(t, T_LEVEL, level);
		tpl_text(t, T_LEVEL_NAME, rating_level_name(level));
		tpl_show_if(t, T_LEVEL_ON, chosen && chosen[0] == '0' + (char)level && !chosen[1]);
	}
}

static bool tag_on(const struct request *q, const struct rating_right *r, const struct rating_tag *tag)
{
	if (q->method == METHOD_POST)
		return pairs_get(&q->post, mem_fmt(q->ctx, "tag.%s", tag->key)) != NULL;
	const char *one[] = {tag->key};
	return r->id && !r->may_again && text_eq(rating_tags_for(q->ctx, one, 1, tag->min), tag->key) && r->tags &&
	       strstr(mem_fmt(q->ctx, " %s ", r->tags), mem_fmt(q->ctx, " %s ", tag->key));
}

static void show_tags(struct request *q, struct tpl *form, const struct rating_right *r)
{
	static const struct {
		int max;
		const char *name;
	} groups[] = {{5, "满意的地方"}, {3, "还可以更好的地方"}, {2, "不满意的地方"}};

	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		struct tpl *g = tpl_add(form, T_TAG_GROUP);
		tpl_text(g, T_TAG_GROUP_NAME, groups[i].name);
		for (const struct rating_tag *tag = rating_tags; tag->key; tag++) {
			if (tag->max != groups[i].max)
				continue;
			struct tpl *t = tpl_add(g, T_TAG_ROW);
			tpl_text(t, T_TAG_KEY, tag->key);
			tpl_text(t, T_TAG_NAME, tag->name);
			tpl_show_if(t, T_TAG_ON, tag_on(q, r, tag));
		}
	}
}

static void show_form(struct request *q, struct page *p, const struct rating_right *r)
{
	struct tpl *form = tpl_add(p->d, T_FORM);
	bool first = r->may_rate, again = r->may_again;

	if (!first && !again && q->method == METHOD_GET) {
		form_preset(q->form, "level", mem_fmt(q->ctx, "%lld", (long long)r->level));
		form_preset(q->form, "text", r->text);
	}
	const char *via = pairs_get(&q->query, "via");
	if (text_eq(via, "qr") || text_eq(via, "sms"))
		form_preset(q->form, "via", via);
	form_show(form, q->form);
	tpl_text(form, T_TOKEN, request_param(q, "token"));
	tpl_text(form, T_QUESTION, again ? "现在，您满意吗？" : first ? "这次服务，您满意吗？" : "改成：");
	tpl_text(form, T_SEND, again ? "再次评价" : first ? "提交评价" : "修改评价");
	tpl_show_if(form, T_OPEN, !first);
	tpl_show_if(form, T_CHANGE, !first && !again);
	tpl_show_if(form, T_CHANGE_OPEN, q->method == METHOD_POST);
	tpl_show_if(form, T_NAMED_OFFERED, r->invite->case_id || r->invite->account_id);
	show_levels(q, form);
	show_tags(q, form, r);
	if (r->until != DAY_NONE && !again)
		tpl_day(tpl_add(form, first ? T_UNTIL_RATE : T_UNTIL_CHANGE), T_UNTIL, r->until);
}

static void show_given(struct request *q, struct page *p, const struct rating_right *r)
{
	struct tpl *g = tpl_add(p->d, T_GIVEN);

	tpl_int(g, T_LEVEL, r->level);
	tpl_text(g, T_LEVEL_NAME, rating_level_name(r->level));
	tpl_text(g, T_WHO, r->anonymous ? "没有留姓名" : "留了姓名");
	if (!text_empty(r->tags))
		tpl_text(tpl_add(g, T_TAGS_SHOWN), T_TAGS, rating_tags_names(q->ctx, r->tags));
	if (!text_empty(r->text))
		tpl_text(tpl_add(g, T_TEXT_SHOWN), T_TEXT, r->text);
	tpl_show_if(g, T_WAITS, r->waits);
	tpl_show_if(g, T_CONTACT_SHOWN, r->contact);
}

static void show_order(struct page *p, const struct rating_right *r)
{
	const struct sql_rating_order_row *o = r->order;
	struct tpl *t = tpl_add(p->d, T_ORDER);

	tpl_text(t, T_NUMBER, o->number);
	tpl_text(t, T_STATE_NAME, order_state_name(order_state_of(o->state)));
	if (o->handler_name)
		tpl_text(tpl_add(t, T_HANDLER_SHOWN), T_HANDLER, o->handler_name);
	if (o->rectify_by != DAY_NONE)
		tpl_day(tpl_add(t, T_RECTIFY_SHOWN), T_RECTIFY_BY, o->rectify_by);
	if (!text_empty(o->reply))
		tpl_text(tpl_add(t, T_REPLY_SHOWN), T_REPLY, o->reply);
}

static const char *what_for(const struct request *q, const struct sql_rating_right_row *i)
{
	if (i->window_code)
		return mem_fmt(q->ctx, "%s %s", i->window_code, text_or(i->window_name, "窗口"));
	return text_or(i->dept_name, q->app->conf.centre_name);
}

static enum err show(struct request *q, struct page *p, const struct casework *w)
{
	struct rating_right r;
	enum err e = rating_right_of(w, request_param(q, "token"), &r);

	if (e == ERR_NOT_FOUND)
		q->say = "这个评价链接不对，请核对短信，或者扫回执上的二维码。";
	TRY(e);
	bool form = r.may_rate || r.may_change || r.may_again;
	p->title = r.id == 0 ? "请您评价" : "您的评价";
	p->section = "rate";
	p->body = TPL_feedback_rate;
	tpl_text(p->d, T_NAME, text_or(r.invite->matter_name, "窗口服务"));
	tpl_text(p->d, T_WHERE, what_for(q, r.invite));
	tpl_text(p->d, T_KIND_NAME, rating_kind_name(rating_kind_of(r.invite->kind)));
	tpl_day(p->d, T_SERVED, msec_day(r.invite->made_at));
	tpl_show_if(p->d, T_FIRST, r.id == 0 && form);
	if (r.id)
		show_given(q, p, &r);
	if (r.order)
		show_order(p, &r);
	if (form)
		show_form(q, p, &r);
	tpl_show_if(p->d, T_TOO_LATE, r.id == 0 && !form);
	return ERR_NONE;
}

static enum err no_officers(struct request *q)
{
	if (!session_staff_cookie(q))
		return ERR_NONE;
	q->say = "这台设备上登录着工作人员账号。评价只能由办事人自己做，请用办事人自己的手机。";
	return ERR_FORBIDDEN;
}

enum err rate_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);

	TRY(no_officers(q));
	return show(q, p, &w);
}

/* --- sending ----------------------------------------------------------------------------------------- */

static const char *tags_posted(const struct request *q, int64_t level)
{
	const char **keys = mem_array(q->ctx, const char *, q->post.n);
	size_t n = 0;

	for (size_t i = 0; i < q->post.n; i++)
		if (text_starts(q->post.at[i].name, "tag."))
			keys[n++] = q->post.at[i].name + 4;
	return rating_tags_for(q->ctx, keys, n, level);
}

static enum err again(struct request *q, struct page *p, const struct casework *w, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return show(q, p, w);
}

enum err rate_post(struct request *q, struct page *p)
{
	const struct rate_form *f = q->form->value;
	const char *token = request_param(q, "token"), *say;
	struct casework w = casework_of(q);
	int64_t level = f->level[0] - '0';
	struct rating_given g = {.level = level, .tags = tags_posted(q, level), .text = text_empty(f->text) ? NULL : f->text,
				 .named = f->named, .contact = f->contact, .channel = text_or(f->via, "web")};

	TRY(no_officers(q));
	enum err e = take_tries(q, &w, token);
	if (e == ERR_RATE)
		return again(q, p, &w, 429, "提交的次数太多，请过10分钟再试。您已经提交的评价不受影响。");
	TRY(e);
	e = rating_give(&w, token, &g, &say);
	if (e == ERR_CONFLICT && say)
		return again(q, p, &w, 409, say);
	TRY(e);
	page_note(q, p, rating_bad(level) ? "谢谢您告诉我们。会有专人处理，在这一页可以看到答复。" : "谢谢您的评价。");
	page_see(q, p, "/rate/%s", token);
	return ERR_NONE;
}
