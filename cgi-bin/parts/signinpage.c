#include "parts/signinpage.h"

#include "base/text.h"
#include "parts/work.h"

FORM_DEFINE(sign_in, SIGN_IN)

enum err signinpage_get(struct request *q, struct page *p, const struct signin_door *door)
{
	p->title = door->title;
	p->section = door->section;
	p->body = door->body;
	form_preset(q->form, "back", text_or(pairs_get(&q->query, "back"), door->home));
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, const struct signin_door *door, int status, const char *say)
{
	q->form->notice = say;
	p->status = status;
	return signinpage_get(q, p, door);
}

enum err signinpage_post(struct request *q, struct page *p, const struct signin_door *door)
{
	const struct sign_in_form *f = q->form->value;
	struct casework w = casework_of(q);
	const char *say = NULL;
	int64_t id;

	enum err e = door->check(&w, f->login, f->password, q->ip, &id, &say);
	if (e == ERR_RATE)
		return again(q, p, door, 429, say);
	if (e == ERR_FORBIDDEN)
		return again(q, p, door, 422, say);
	TRY(e);
	TRY(door->begin(q, p, id));
	page_see(q, p, "%s", path_local(text_or(f->back, door->home)));
	return ERR_NONE;
}
