#include "desk/voice.h"

#include "base/text.h"
#include "desk/forms.h"
#include "gen/sql.h"
#include "web/after.h"
#include "web/app.h"
#include "web/session.h"
#include "web/urlencoded.h"

struct desk_after desk_after_read(const struct request *q)
{
	struct desk_after out = {day_make(1900, 1, 1), 0};

	after_day(q, &out.due, &out.id, 1);
	return out;
}

char *desk_after_url(const struct request *q, const char *url, day due, int64_t id)
{
	char text[DAY_TEXT];

	return url_with(q->ctx, url, "after", mem_fmt(q->ctx, "%s.%lld", day_text(due, text), (long long)id));
}

enum err desk_look_log(const struct request *q, const char *fields, const char *why)
{
	return sql_access_log_add(q->app->db,
				  &(struct sql_access_log_add_in){.at = q->now, .staff_id = q->session->staff_id,
								  .staff_name = q->session->name, .post = q->session->post,
								  .fields = fields, .ip = q->ip, .reason = why},
				  NULL);
}

void desk_reveal_show(const struct request *q, struct tpl *t)
{
	bool asked = q->form && q->form->spec == &voice_why_spec;

	tpl_show_if(t, T_REVEAL_OPEN, asked && !q->form->ok);
	if (asked)
		form_show(t, q->form);
}
