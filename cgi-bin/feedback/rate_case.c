/* rate_case.c - the holder of a case's receipt comes to what can be rated in it: at once when it is one thing. */
#include "base/text.h"
#include "domain/rating.h"
#include "feedback/feedback_pages.h"
#include "gen/sql.h"
#include "web/page.h"

enum err rate_case_get(struct request *q, struct page *p)
{
	const char *token = request_param(q, "case");
	struct casework w = casework_of(q);
	struct sql_rating_invites_of_case_row *rows;
	struct bytes ref;
	size_t n;

	if (!case_token_ref(q->ctx, token, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_rating_invites_of_case(w.db, q->ctx, &(struct sql_rating_invites_of_case_in){.ref = ref, .today = q->today}, &rows,
				       &n));
	if (n == 0 || !case_token_ok(q->ctx, w.keys, token, rows[0].case_ref, rows[0].token_version))
		return ERR_NOT_FOUND;
	if (n == 1 && rows[0].ref.p) {
		page_see(q, p, "/rate/%s?via=qr", rating_token_of_ref(&w, rows[0].ref));
		return ERR_NONE;
	}
	p->title = "请您评价";
	p->section = "rate";
	p->body = TPL_feedback_rate_case;
	tpl_text(p->d, T_NAME, rows[0].matter_name);
	tpl_show_if(p->d, T_EMPTY, !rows[0].ref.p);
	for (size_t i = 0; i < n && rows[i].ref.p; i++) {
		struct tpl *t = tpl_add(p->d, T_ROW);
		tpl_text(t, T_TOKEN, rating_token_of_ref(&w, rows[i].ref));
		tpl_text(t, T_KIND_NAME, rating_kind_name(rating_kind_of(rows[i].kind)));
		tpl_text(t, T_DID, action_told(action_of(rows[i].stage)));
		tpl_day(t, T_SERVED, msec_day(rows[i].made_at));
	}
	return ERR_NONE;
}
