#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/signin.h"
#include "web/page.h"
#include "web/session.h"

enum err sign_in_get(struct request *q, struct page *p)
{
	p->title = "工作台登录";
	p->section = "desk";
	p->body = TPL_desk_sign_in;
	form_preset(q->form, "back", text_or(pairs_get(&q->query, "back"), "/desk"));
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return sign_in_get(q, p);
}

enum err sign_in_post(struct request *q, struct page *p)
{
	const struct staff_sign_in_form *f = q->form->value;
	struct casework w = casework_of(q);
	const char *say = NULL;
	int64_t staff_id;

	enum err e = signin_staff(&w, f->login, f->password, q->ip, &staff_id, &say);
	if (e == ERR_RATE)
		return again(q, p, 429, say);
	if (e == ERR_FORBIDDEN)
		return again(q, p, 422, say);
	TRY(e);
	TRY(session_begin_staff(q, p, staff_id));
	page_see(q, p, "%s", path_local(text_or(f->back, "/desk")));
	return ERR_NONE;
}

enum err sign_out_post(struct request *q, struct page *p)
{
	TRY(session_end(q, p, false));
	page_see(q, p, "/desk/sign-in");
	return ERR_NONE;
}

enum err sign_out_all_post(struct request *q, struct page *p)
{
	TRY(session_end(q, p, true));
	page_note(q, p, "所有设备上的登录都已退出。");
	page_see(q, p, "/desk/sign-in");
	return ERR_NONE;
}
