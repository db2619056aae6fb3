/* spot.c - simple errors in the form, put right by the clerk with the applicant present (ALL 32(3), CQ 5.2.2).  The form is
 * shown in clear, so that both can read it; that look is on record like any other (domain H). */
#include "base/text.h"
#include "desk/desk.h"
#include "domain/draft.h"
#include "gen/sql.h"
#include "parts/formpage.h"
#include "web/page.h"

/* Our own inputs beside the matter's fields, whose keys never have a '-'. */
#define IN_VERSION "case-version"
#define IN_NOTE "spot-note"

struct spot {
	struct casework w;
	struct actor a;
	struct casefile *c;
	const struct transition *row; /* NULL: not open to this officer now */
	struct mform_answers stored;
	struct mform_who who;
	struct mform_report report; /* of what is stored */
};

/* know_real_name - what the real-name check found stays: the form shows it and takes no other. */
static void know_real_name(struct spot *s)
{
	const struct mform *form = &s->c->matter->form;

	for (size_t i = 0; i < form->nfields; i++)
		if (form->field[i]->locked && form->field[i]->prefill != PREFILL_NONE)
			s->who.account[form->field[i]->prefill] = s->report.value[i];
}

static enum err spot_open(struct request *q, struct spot *s)
{
	*s = (struct spot){.w = casework_of(q), .a = actor_staff(q)};
	TRY(desk_case(q, &s->w, &s->a, &s->c));
	TRY(desk_act(&s->w, &s->a, s->c, ACTION_CORRECT_ON_SPOT, &s->row));
	TRY(draft_answers(&s->w, s->c, &s->stored));
	TRY(draft_who(&s->w, s->c, &s->who));
	TRY(mform_check(q->ctx, &s->c->matter->form, &s->who, &s->stored, q->today, MFORM_DRAFT, &s->report));
	know_real_name(s);
	return ERR_NONE;
}

/* spot_draw - report: of what is in the inputs. */
static enum err spot_draw(struct request *q, struct page *p, const struct spot *s, const struct mform_report *report,
			  const char *say)
{
	struct formpage fp = {.ctx = q->ctx, .form = &s->c->matter->form, .who = &s->who, .report = report};

	p->title = mem_fmt(q->ctx, "当场更正：%s", s->c->matter_name);
	p->section = "desk";
	p->body = TPL_desk_spot;
	tpl_text(p->d, T_SHORT_NO, s->c->short_no);
	tpl_text(p->d, T_NAME, s->c->matter_name);
	tpl_text(p->d, T_APPLICANT, s->c->applicant_name);
	tpl_int(p->d, T_VERSION, s->c->version);
	tpl_text(p->d, T_CLAUSE, clause_text(q->ctx, s->row->clause));
	tpl_text(p->d, T_NOTE_VALUE, pairs_get(&q->post, IN_NOTE));
	if (say)
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
	formpage_edit(&fp, p->d);
	return ERR_NONE;
}

static enum err closed(struct request *q, struct page *p, const struct spot *s)
{
	p->status = 409;
	return desk_case_page(q, p, &s->w, &s->a, s->c, "现在不能当场更正，请看最新情况。");
}

enum err spot_get(struct request *q, struct page *p)
{
	struct spot s;

	TRY(spot_open(q, &s));
	if (!s.row)
		return closed(q, p, &s);
	TRY(case_look(&s.w, &s.a, q->ip, s.c->id, "form", "当场更正，与申请人当面核对"));
	return spot_draw(q, p, &s, &s.report, NULL);
}

/* spot_again - the form as it was left, with what is wrong beside each field. */
static enum err spot_again(struct request *q, struct page *p, struct spot *s, const struct mform_report *typed,
			   const struct case_result *r, enum err e)
{
	p->status = e == ERR_INVALID ? 422 : e == ERR_FORBIDDEN ? 403 : 409;
	if (e == ERR_FORBIDDEN)
		return desk_case_page(q, p, &s->w, &s->a, s->c, r->say);
	return spot_draw(q, p, s, typed, r->say);
}

/* done_before - a second click: everything typed is stored already.  An old page with something new on it is none. */
static bool done_before(const struct spot *s, const struct mform_report *typed)
{
	for (size_t i = 0; i < typed->n; i++)
		if (!text_eq(text_or(typed->value[i], ""), text_or(s->report.value[i], "")))
			return false;
	return true;
}

/* spot_do - the act itself.  An officer's own act is not repeated by an older page of theirs, so that a second click does
 * no harm; what such a page has to say must not be lost either. */
static enum err spot_do(struct spot *s, int64_t version, const struct case_args *args, const struct mform_report *typed,
			struct case_result *r)
{
	if (version != s->c->version && !done_before(s, typed)) {
		r->say = "这个办件刚才有人动过，您填的还没有保存，都留在下面。请核对后再点一次。";
		return ERR_CONFLICT;
	}
	return case_apply(&s->w, s->c->id, version, ACTION_CORRECT_ON_SPOT, &s->a, args, r);
}

enum err spot_post(struct request *q, struct page *p)
{
	struct mform_answers typed, all;
	struct mform_report report;
	struct case_result r = {0};
	struct spot s;
	int64_t version;

	TRY(spot_open(q, &s));
	if (!s.row)
		return closed(q, p, &s);
	if (!text_int(text_or(pairs_get(&q->post, IN_VERSION), ""), 1, INT32_MAX, &version))
		return ERR_BAD_REQUEST;
	formpage_posted(q->ctx, &s.c->matter->form, &q->post, true, &typed);
	struct case_args args = {.note = text_trim(q->ctx, text_or(pairs_get(&q->post, IN_NOTE), "")), .answers = &typed};
	all = draft_overlay(q->ctx, &s.stored, &typed);
	TRY(mform_check(q->ctx, &s.c->matter->form, &s.who, &all, q->today, MFORM_DRAFT, &report));
	enum err e = spot_do(&s, version, &args, &report, &r);
	if (e == ERR_INVALID || e == ERR_CONFLICT || e == ERR_FORBIDDEN)
		return spot_again(q, p, &s, &report, &r, e);
	TRY(e);
	TRY(sql_staff_seen_put(s.w.db, &(struct sql_staff_seen_put_in){s.a.id, s.c->id, r.version}, NULL));
	page_note(q, p, "已经当场更正。原来的和更正后的内容都在办理记录里。");
	page_see(q, p, "/desk/case/%s", s.c->short_no);
	return ERR_NONE;
}
