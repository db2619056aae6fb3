#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "web/page.h"

static const char *field_name(const char *field)
{
	static const char *const names[][2] = {{"id", "证件号码"}, {"phone", "手机号"}, {"address", "地址"},
					       {"agent_id", "代理人证件号码"}, {"agent_phone", "代理人手机号"}};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (text_eq(names[i][0], field))
			return names[i][1];
	return field;
}

/* reveal_post - one masked value in clear, on this page only; who, when and why are logged before it is shown (H). */
enum err reveal_post(struct request *q, struct page *p)
{
	const struct reveal_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;
	char *plain;

	TRY(desk_case(q, &w, &a, &c));
	TRY(case_reveal(&w, &a, q->ip, c->id, f->field, f->why, &plain));
	struct tpl *t = tpl_add(p->d, T_REVEALED);
	tpl_text(t, T_REVEALED_NAME, field_name(f->field));
	tpl_text(t, T_REVEALED_VALUE, plain ? plain : "没有填写");
	return desk_case_page(q, p, &w, &a, c, NULL);
}
