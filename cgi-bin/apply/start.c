#include "apply/apply.h"

#include "base/text.h"
#include "gen/sql.h"
#include "parts/materialpage.h"
#include "web/session.h"

/* starter - who is about to apply, as far as the page needs it. */
struct starter {
	uint32_t who;    /* WHO_ bit of the account, 0: nobody is signed in */
	bool has_draft;  /* one is open for this matter */
};

static enum err matter_of(const struct request *q, const struct casework *w, const struct matter **m)
{
	return matter_cached_current(w->db, w->ctx, work_of(q)->matters, request_param(q, "code"), m);
}

static enum err starter_find(const struct request *q, const struct casework *w, const struct matter *m,
			     struct starter *out)
{
	struct sql_draft_account_row *account;
	struct sql_draft_find_row *draft;
	int64_t id = q->session->account_id;

	*out = (struct starter){0};
	if (!id)
		return ERR_NONE;
	TRY(sql_draft_account(w->db, w->ctx, &(struct sql_draft_account_in){id}, &account));
	out->who = who_bit(account->kind);
	enum err e = sql_draft_find(w->db, w->ctx, &(struct sql_draft_find_in){id, m->id}, &draft);
	out->has_draft = e == ERR_NONE;
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

static void material_row(const struct request *q, struct tpl *d, const struct matter_material *m)
{
	struct tpl *row = tpl_add(d, T_MATERIAL);
	const char *say = m->from_form		       ? "网上填表就是，不用上传"
			  : m->waivable_by_share      ? "一般不用交，部门能查到"
			  : m->commitment_replaceable ? "可以用书面承诺代替"
			  : m->necessity == NEED_GAP  ? "可以先受理、以后补交"
						      : "";

	tpl_text(row, T_NAME, m->name);
	tpl_text(row, T_KEY, m->key);
	tpl_text(row, T_WANTED, material_wanted(q->ctx, m));
	if (!text_empty(m->condition))
		tpl_text(tpl_add(row, T_CONDITION_SHOWN), T_CONDITION, m->condition);
	if (*say)
		tpl_text(tpl_add(row, T_EASE_SHOWN), T_EASE, say);
}

static void matter_show(const struct request *q, struct tpl *d, const struct matter *m)
{
	tpl_text(d, T_NAME, m->name);
	tpl_text(d, T_CODE, m->code);
	tpl_text(d, T_SUMMARY, m->summary);
	tpl_text(d, T_DEPT_NAME, m->dept_name);
	tpl_text(d, T_PROMISED, matter_limit_text(q->ctx, &m->limits.promised));
	tpl_text(d, T_LEGAL, matter_limit_text(q->ctx, &m->limits.legal));
	tpl_int(d, T_VISITS, m->visits);
	tpl_text(d, T_FEE, m->fee.charged ? m->fee.standard : "不收费");
	for (size_t i = 0; i < m->materials.n; i++)
		material_row(q, d, &m->materials.at[i]);
}

/* gate_show - the button, or why there is none. */
static void gate_show(const struct request *q, struct tpl *d, const struct matter *m, const struct starter *s)
{
	if (!(m->channels & CHANNEL_WEB)) {
		tpl_show(d, T_NOT_ONLINE);
	} else if (!s->who) {
		struct tpl *first = tpl_add(d, T_SIGN_IN_FIRST);
		tpl_text(first, T_SIGN_IN_URL, mem_fmt(q->ctx, "/account/sign-in?back=%s", q->path));
		tpl_text(first, T_SIGN_UP_URL, mem_fmt(q->ctx, "/account/sign-up?back=%s", q->path));
	} else if (!matter_applies(m, s->who)) {
		tpl_text(tpl_add(d, T_NOT_FOR_YOU), T_OBJECTS, matter_bits_text(q->ctx, matter_object_names, m->objects));
	} else {
		struct tpl *ready = tpl_add(d, T_READY);
		tpl_text(ready, T_APPLICANT, q->session->name);
		tpl_show(ready, s->has_draft ? T_HAS_DRAFT : T_NO_DRAFT);
	}
}

enum err start_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	const struct matter *m;
	struct starter s;

	TRY(matter_of(q, &w, &m));
	TRY(starter_find(q, &w, m, &s));
	p->title = mem_fmt(q->ctx, "申请：%s", m->name);
	p->section = "matters";
	p->body = TPL_apply_start;
	matter_show(q, p->d, m);
	gate_show(q, p->d, m, &s);
	return ERR_NONE;
}

/* start_post - begin, or go on with the open draft; fresh=1 begins another one beside it. */
enum err start_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_citizen(q);
	bool fresh = text_eq(pairs_get(&q->post, "fresh"), "1"), continued;
	const struct matter *m;
	struct casefile *c;
	struct starter s;
	int64_t id;

	TRY(matter_of(q, &w, &m));
	TRY(starter_find(q, &w, m, &s));
	if (!(m->channels & CHANNEL_WEB) || !matter_applies(m, s.who)) {
		p->status = 403; /* the page says why */
		return start_get(q, p);
	}
	TRY(draft_open(&w, &a, m, fresh, &id, &continued));
	TRY(case_load_own(&w, a.id, id, &c));
	if (continued)
		page_note(q, p, "接着上次的填。以前存的都在。");
	page_see(q, p, "/apply/%s/%s%s", c->matter_code, case_key(q->ctx, c->ref),
		 !continued && m->settings.allow_commitment ? "/mode" : "");
	return ERR_NONE;
}
