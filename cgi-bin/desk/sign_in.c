#include "desk/desk.h"
#include "parts/signinpage.h"
#include "web/session.h"

static const struct signin_door door = {
	.title = "工作台登录",
	.section = "desk",
	.body = TPL_desk_sign_in,
	.home = "/desk",
	.check = signin_staff,
	.begin = session_begin_staff,
};

enum err sign_in_get(struct request *q, struct page *p)
{
	return signinpage_get(q, p, &door);
}

enum err sign_in_post(struct request *q, struct page *p)
{
	return signinpage_post(q, p, &door);
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
