#include "account/account_pages.h"
#include "account/forms.h"
#include "base/text.h"
#include "domain/account.h"
#include "domain/progress.h"
#include "web/page.h"
#include "web/session.h"

#define SIGN_UPS_PER_HOUR 30 /* from one address: a service point helps many people from one line */

enum err sign_up_get(struct request *q, struct page *p)
{
	p->title = "注册";
	p->section = "account";
	p->body = TPL_account_sign_up;
	form_preset(q->form, "kind", "natural");
	form_preset(q->form, "id_type", "111");
	form_preset(q->form, "back", text_or(pairs_get(&q->query, "back"), "/account"));
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, const char *field, const char *message)
{
	form_wrong(q->form, field, message);
	p->status = 422;
	return sign_up_get(q, p);
}

static enum err check_rate(struct request *q, const struct casework *w)
{
	enum err e = rate_take(w, mem_fmt(q->ctx, "signup:%.45s", q->ip), SIGN_UPS_PER_HOUR, 3600 * 1000);
	if (e == ERR_RATE)
		q->say = "这个网络上的注册太多了，请一小时后再试，或到窗口办理。";
	return e;
}

enum err sign_up_post(struct request *q, struct page *p)
{
	const struct sign_up_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct account_problem problem;
	struct account_new a = {.kind = f->kind, .name = f->name, .id_no = f->id_no, .id_confirmed = f->id_confirmed,
				.phone = f->phone, .legal_rep = f->legal_rep, .password = f->password};
	int64_t account_id;

	if (!identity_type_parse(f->id_type, &a.id_type))
		return again(q, p, "id_type", "请选择证件类型");
	if (!text_eq(f->password, f->password_again))
		return again(q, p, "password_again", "两次输入的密码不一样，请重新输入");
	TRY(check_rate(q, &w));
	enum err e = account_create(&w, &a, &account_id, &problem);
	if (e == ERR_INVALID) {
		tpl_show_if(p->d, T_MAY_CONFIRM, problem.may_confirm);
		return again(q, p, problem.field, problem.message);
	}
	if (e == ERR_DUPLICATE)
		return again(q, p, "id_no", "这个证件号码已经注册过，请直接登录；忘记密码可以带证件到窗口重设");
	TRY(e);
	TRY(session_begin_citizen(q, p, account_id));
	page_note(q, p, "注册成功，已为您登录。");
	page_see(q, p, "%s", path_local(text_or(f->back, "/account")));
	return ERR_NONE;
}
