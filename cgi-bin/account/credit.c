/* credit.c - what is on record about the signed-in person's own promises, and how it is put right (CQ App B 7). */
#include "account/account_pages.h"
#include "base/text.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

static void record_show(struct tpl *d, const struct sql_credit_own_row *r)
{
	tpl_text(d, T_NAME, r->matter_name);
	tpl_text(d, T_SHORT_NO, r->short_no);
	tpl_text(d, T_DEPT_NAME, r->dept_name);
	tpl_text(d, T_REASON, r->reason);
	tpl_minute(d, T_AT, r->recorded_at);
	if (r->repaired_at == MSEC_NONE) {
		tpl_show(d, T_OPEN);
		return;
	}
	struct tpl *done = tpl_add(d, T_DONE);
	tpl_minute(done, T_REPAIRED_AT, r->repaired_at);
	tpl_text(done, T_REPAIR_REASON, r->repair_reason);
}

enum err credit_get(struct request *q, struct page *p)
{
	const struct conf *conf = &q->app->conf;
	struct sql_credit_own_row *rows;
	bool open = false;
	size_t n;

	TRY(sql_credit_own(q->app->db, q->ctx, &(struct sql_credit_own_in){q->session->account_id}, &rows, &n));
	p->title = "我的信用记录";
	p->section = "account";
	p->body = TPL_account_credit;
	for (size_t i = 0; i < n; i++) {
		open = open || rows[i].repaired_at == MSEC_NONE;
		record_show(tpl_add(p->d, T_RECORD), &rows[i]);
	}
	tpl_show_if(p->d, T_EMPTY, n == 0);
	tpl_text(p->d, T_CENTRE_NAME, conf->centre_name);
	if (open)
		tpl_text(tpl_add(p->d, T_HOW), T_CENTRE_NAME, conf->centre_name);
	return ERR_NONE;
}
