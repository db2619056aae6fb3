/* intake_receive.c - everything once more, the receipt on the spot (INT-1), and what is given up. */
#include "desk/intake.h"

#include "base/text.h"
#include "desk/forms.h"
#include "domain/document.h"
#include "gen/sql.h"
#include "parts/documentpage.h"
#include "web/page.h"

/* --- the last look ------------------------------------------------------------------------------------- */

static enum err wrong_find(struct intake_at *at, struct materialpage *m, struct wrong_list *wrong)
{
	struct formpage fp = {.ctx = at->w.ctx, .form = &at->c->matter->form, .report = &at->report};

	TRY(materialpage_load(&at->w, at->c, &at->who, &at->report, m));
	wrong_add_fields(&fp, wrong, at->page);
	materialpage_wrong(m, wrong, mem_fmt(at->w.ctx, "%s/materials", at->page));
	return ERR_NONE;
}

static enum err check_draw(struct request *q, struct page *p, struct intake_at *at)
{
	struct wrong_list wrong = {0};
	struct materialpage m;

	TRY(intake_read(at, MFORM_SUBMIT));
	TRY(wrong_find(at, &m, &wrong));
	p->title = mem_fmt(q->ctx, "核对收件：%s", at->c->matter_name);
	p->body = TPL_desk_intake_check;
	TRY(intake_head(q, p, at, INTAKE_CHECK));
	tpl_text(p->d, T_PAGE, at->page);
	wrong_show(q->ctx, p->d, &wrong, "还不齐全或要改正");
	struct formpage fp = {.ctx = q->ctx, .form = &at->c->matter->form, .who = &at->who, .report = &at->report,
			      .edit = at->page};
	formpage_read(&fp, p->d);
	m.edit = mem_fmt(q->ctx, "%s/materials", at->page);
	materialpage_read(&m, p->d);
	tpl_text(p->d, T_DELIVERY_NAME, delivery_name(at->c->delivery));
	tpl_int(p->d, T_VERSION, at->c->version);
	tpl_show(p->d, wrong.n ? T_SHORT_OF : T_COMPLETE);
	form_show(p->d, q->form ? q->form : form_blank(q->ctx, &intake_receive_spec));
	return ERR_NONE;
}

enum err intake_check_get(struct request *q, struct page *p)
{
	struct intake_at at;
	bool away;

	TRY(intake_draft(q, p, &at, &away));
	if (away)
		return ERR_NONE;
	TRY(case_look(&at.w, &at.actor, q->ip, at.c->id, "form", "窗口核对收件"));
	return check_draw(q, p, &at);
}

/* --- receiving ----------------------------------------------------------------------------------------- */

/* may_receive - what is incomplete is received all the same, because the law wants it so, but not by oversight: what is
 * missing is told once, afterwards (ALL 32(4)). */
static enum err may_receive(struct intake_at *at, const struct intake_receive_form *f, bool *ok)
{
	struct wrong_list wrong = {0};
	struct materialpage m;

	TRY(intake_read(at, MFORM_SUBMIT));
	TRY(wrong_find(at, &m, &wrong));
	*ok = wrong.n == 0 || f->incomplete;
	return ERR_NONE;
}

enum err intake_receive_post(struct request *q, struct page *p)
{
	const struct intake_receive_form *f = q->form->value;
	struct case_result r = {0};
	struct intake_at at;
	struct intake *in;
	bool ok = true;

	TRY(intake_here(q, &at));
	if (at.c->state == STATE_DRAFT)
		TRY(may_receive(&at, f, &ok));
	if (!ok) {
		form_wrong(q->form, "incomplete", "还有不齐全的地方。请先补齐；申请人现在就要交的，请在这里打勾");
		p->status = 422;
		return check_draw(q, p, &at);
	}
	TRY(intake_load(&at.w, at.c->id, &in));
	struct case_args args = {.note = intake_words(q->ctx, &in->how)};
	enum err e = case_apply(&at.w, at.c->id, f->version, ACTION_RECEIVE, &at.actor, &args, &r);
	q->say = r.say;
	TRY(e);
	TRY(sql_staff_seen_put(at.w.db, &(struct sql_staff_seen_put_in){at.actor.id, at.c->id, r.version}, NULL));
	page_see(q, p, "%s/done", at.page);
	return ERR_NONE;
}

/* intake_done_get - the slip, to be printed and handed over; with the query code only for the officer who took the papers,
 * on the same day: it is the applicant's. */
enum err intake_done_get(struct request *q, struct page *p)
{
	const char *kind = document_form_of(DOCUMENT_RECEIPT_SLIP)->key;
	struct sql_document_last_row *row;
	struct intake_at at;
	struct document *doc;
	struct intake *in;

	TRY(intake_here(q, &at));
	if (!at.c->short_no)
		return ERR_NOT_FOUND;
	TRY(intake_load(&at.w, at.c->id, &in));
	TRY(sql_document_last(at.w.db, q->ctx, &(struct sql_document_last_in){at.c->id, kind}, &row));
	TRY(document_load(&at.w, row->id, &doc));
	TRY(case_look(&at.w, &at.actor, q->ip, at.c->id, mem_fmt(q->ctx, "document %lld", (long long)doc->id), "打印收件凭证"));
	p->title = mem_fmt(q->ctx, "已收件：%s", at.c->matter_name);
	p->section = "desk";
	p->body = TPL_desk_intake_done;
	tpl_text(p->d, T_SHORT_NO, at.c->short_no);
	tpl_text(p->d, T_APPLICANT, at.c->applicant_name);
	tpl_text(p->d, T_CHANNEL_KEY, at.c->channel);
	tpl_show_if(p->d, T_HAS_ACCOUNT, at.c->account_id);
	bool own = in->taken_by == at.actor.id && msec_day(doc->issued_at) == q->today;
	return documentpage_show(&(struct documentpage){.w = &at.w, .doc = doc, .with_code = own}, p->d);
}

/* --- giving up ----------------------------------------------------------------------------------------- */

static enum err discard_open(struct request *q, struct intake_at *at)
{
	TRY(intake_here(q, at));
	if (at->c->state == STATE_DRAFT)
		return ERR_NONE;
	q->say = "已经收件，不能删除；申请人不办了，请登记书面撤回。";
	return ERR_CONFLICT;
}

enum err intake_discard_get(struct request *q, struct page *p)
{
	struct intake_at at;

	TRY(discard_open(q, &at));
	p->title = "删除录入";
	p->section = "desk";
	p->body = TPL_layout_confirm;
	tpl_text(p->d, T_HEADLINE, "要删除这份录入吗？");
	tpl_text(p->d, T_EXPLAIN, mem_fmt(q->ctx, "“%s”，申请人：%s，还没有收件。", at.c->matter_name, at.c->applicant_name));
	tpl_text(tpl_add(p->d, T_CONSEQUENCE), T_CONSEQUENCE_TEXT, "录入的内容和扫描件都会删掉，不能恢复。收下的纸质材料请退还申请人。");
	tpl_text(p->d, T_ACTION, q->path);
	tpl_show(p->d, T_DANGER);
	tpl_text(p->d, T_YES, "删除录入");
	tpl_text(p->d, T_NO, "不删，返回");
	tpl_text(p->d, T_BACK, at.page);
	return ERR_NONE;
}

enum err intake_discard_post(struct request *q, struct page *p)
{
	struct intake_at at;

	TRY(discard_open(q, &at));
	/* a registered arrival does not vanish without a trace */
	TRY(case_look(&at.w, &at.actor, q->ip, at.c->id, "discard",
		      mem_fmt(q->ctx, "删除没有收件的录入：%s", at.c->matter_name)));
	TRY(intake_discard(&at.w, &at.actor, at.c->id));
	page_note(q, p, "录入已经删除。");
	page_see(q, p, "/desk/intake?channel=%s", at.c->channel);
	return ERR_NONE;
}
