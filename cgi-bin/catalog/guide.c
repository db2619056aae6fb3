#include "catalog/catalog.h"

#include "base/text.h"
#include "gen/sql.h"
#include "domain/matter.h"
#include "domain/rating_public.h"
#include "wrap/qr.h"

/* show_text - a section around one value, left out when there is none. */
static void show_text(struct tpl *d, enum tpl_name section, enum tpl_name name, const char *value)
{
	if (!text_empty(value))
		tpl_text(tpl_add(d, section), name, value);
}

static void show_list(struct tpl *d, enum tpl_name section, enum tpl_name name, const struct texts *list)
{
	for (size_t i = 0; i < list->n; i++)
		tpl_text(tpl_add(d, section), name, list->at[i]);
}

static const char *join(void *ctx, const struct texts *list, const char *by)
{
	const char *s = list->n ? list->at[0] : "";
	for (size_t i = 1; i < list->n; i++)
		s = mem_fmt(ctx, "%s%s%s", s, by, list->at[i]);
	return s;
}

/* --- what it is ---------------------------------------------------------------------------------------- */

static void show_fact(struct tpl *d, const char *name, const char *text)
{
	if (text_empty(text))
		return;
	struct tpl *f = tpl_add(d, T_FACT);
	tpl_text(f, T_FACT_NAME, name);
	tpl_text(f, T_FACT_TEXT, text);
}

static void show_basics(void *ctx, struct tpl *d, const struct matter *m)
{
	tpl_text(d, T_NAME, m->name);
	tpl_text(d, T_SUMMARY, m->summary);
	tpl_text(d, T_CODE, m->code);
	show_text(d, T_CATALOG_CODE_SHOWN, T_CATALOG_CODE, m->catalog_code);
	tpl_text(d, T_TYPE_NAME, matter_type_names[m->type]);
	tpl_text(d, T_KIND_NAME, matter_kind_names[m->kind]);
	tpl_text(d, T_LEVEL_NAME, matter_level_names[m->level]);
	tpl_text(d, T_THEME_NAME, matter_theme_names[m->theme]);
	tpl_text(d, T_OBJECTS, matter_bits_text(ctx, matter_object_names, m->objects));
	tpl_text(d, T_BODY_NAME, m->body);
	show_text(d, T_BODY_TYPE_SHOWN, T_BODY_TYPE, m->body_type);
	show_fact(d, "权力来源", m->power_source);
	show_fact(d, "委托部门", m->entrusted_to);
	show_fact(d, "联办机构", join(ctx, &m->joint_depts, "、"));
	show_fact(d, "通办范围", m->area);
	show_fact(d, "中介服务", m->intermediary);
	show_fact(d, "网上办理深度", m->online_depth);
	show_fact(d, "预约办理", m->appointment);
	show_fact(d, "进驻政务服务中心", m->in_centre ? "是" : "否");
	show_fact(d, "网上支付", m->pay_online ? "支持" : "不需要或暂不支持");
	show_fact(d, "自助终端办理", m->terminals ? "支持" : "暂不支持");
	tpl_int(d, T_REV_NO, m->rev_no);
	tpl_day(d, T_PUBLISHED, m->published_at == MSEC_NONE ? DAY_NONE : msec_day(m->published_at));
}

static void show_scope(struct tpl *d, const struct matter *m)
{
	tpl_text(d, T_SCOPE, m->scope);
	show_list(d, T_CONDITION, T_CONDITION_TEXT, &m->conditions);
	show_text(d, T_QUANTITY_SHOWN, T_QUANTITY, m->quantity_limit);
	show_text(d, T_RENEWAL_SHOWN, T_RENEWAL, m->renewal);
}

/* --- materials ----------------------------------------------------------------------------------------- */

static void show_doc(struct tpl *d, enum tpl_name section, enum tpl_name title, enum tpl_name text,
		     const struct matter_doc *doc)
{
	if (text_empty(doc->text))
		return;
	struct tpl *s = tpl_add(d, section);
	tpl_text(s, title, doc->title);
	tpl_text(s, text, doc->text);
}

static void show_material(void *ctx, struct tpl *d, const struct matter *m, size_t i)
{
	const struct matter_material *x = &m->materials.at[i];
	tpl_text(d, T_KEY, x->key);
	tpl_int(d, T_SEQ, (int64_t)i + 1);
	tpl_text(d, T_NAME, x->name);
	tpl_text(d, T_NEED_NAME, necessity_names[x->necessity]);
	tpl_show_if(d, T_WAIVABLE, x->waivable_by_share);
	tpl_show_if(d, T_MAY_GAP, x->necessity == NEED_GAP && m->settings.allow_deficient);
	tpl_show_if(d, T_MAY_PROMISE, x->commitment_replaceable && m->settings.allow_commitment);
	show_text(d, T_CONDITION_SHOWN, T_CONDITION, x->condition);
	tpl_text(d, T_FORMS, matter_bits_text(ctx, material_form_names, x->forms));
	tpl_int(d, T_COPIES, x->copies);
	show_text(d, T_PAPER_SHOWN, T_PAPER, x->paper);
	tpl_text(d, T_MATERIAL_TYPE, material_type_names[x->type]);
	tpl_text(d, T_SOURCE, material_source_names[x->source]);
	show_text(d, T_ISSUER_SHOWN, T_ISSUER, x->issuer);
	show_text(d, T_GOOD_SHOWN, T_GOOD, x->good);
	show_text(d, T_LEGAL_BASIS_SHOWN, T_LEGAL_BASIS, x->legal_basis);
	show_text(d, T_REUSE_SHOWN, T_REUSE, x->reuse);
	tpl_text(d, T_KINDS, matter_bits_text(ctx, matter_file_kinds, x->kinds));
	tpl_int(d, T_MAX_MB, x->max_mb);
	if (x->review_points.n)
		show_list(tpl_add(d, T_POINTS), T_POINT, T_POINT_TEXT, &x->review_points);
	show_doc(d, T_SAMPLE, T_SAMPLE_TITLE, T_SAMPLE_TEXT, &x->sample);
	show_doc(d, T_BLANK, T_BLANK_TITLE, T_BLANK_TEXT, &x->blank);
}

static void show_materials(void *ctx, struct tpl *d, const struct matter *m)
{
	tpl_int(d, T_MATERIAL_COUNT, (int64_t)m->materials.n);
	for (size_t i = 0; i < m->materials.n; i++)
		show_material(ctx, tpl_add(d, T_MATERIAL), m, i);
}

/* --- flow and time ------------------------------------------------------------------------------------- */

static const char *step_time(void *ctx, const struct matter_step *s)
{
	if (s->time)
		return s->time;
	return s->days ? mem_fmt(ctx, "%lld个工作日", (long long)s->days) : NULL;
}

static void show_flow(void *ctx, struct tpl *d, const struct matter *m)
{
	for (size_t i = 0; i < m->flow.n; i++) {
		const struct matter_step *s = &m->flow.at[i];
		struct tpl *t = tpl_add(d, T_STEP);
		tpl_text(t, T_STEP_NAME, s->step);
		tpl_text(t, T_STEP_TEXT, s->text);
		tpl_text(t, T_STEP_WHO, s->who);
		show_text(t, T_STEP_TIME_SHOWN, T_STEP_TIME, step_time(ctx, s));
	}
	struct tpl *parts = m->parts.n ? tpl_add(d, T_PARTS) : NULL;
	for (size_t i = 0; i < m->parts.n; i++) {
		const struct matter_part *x = &m->parts.at[i];
		struct tpl *t = tpl_add(parts, T_PART);
		tpl_text(t, T_PART_NAME, x->name);
		tpl_text(t, T_PART_BODY, x->body);
		if (x->days)
			tpl_int(tpl_add(t, T_PART_DAYS_SHOWN), T_PART_DAYS, x->days);
		show_text(t, T_PART_EXPLAIN_SHOWN, T_PART_EXPLAIN, x->explain);
	}
}

static const char *special_counts(const struct matter_special *s)
{
	if (s->excludes_from_legal && s->excludes_from_promised)
		return "不算在法定时限和承诺时限里";
	if (s->excludes_from_promised)
		return "算在法定时限里，不算在承诺时限里";
	return s->excludes_from_legal ? "不算在法定时限里" : "算在办理时限里";
}

static void show_limits(void *ctx, struct tpl *d, const struct matter *m)
{
	const struct matter_limits *l = &m->limits;
	tpl_text(d, T_LEGAL, matter_limit_text(ctx, &l->legal));
	tpl_text(d, T_PROMISED, matter_limit_text(ctx, &l->promised));
	show_text(d, T_LEGAL_EXPLAIN_SHOWN, T_LEGAL_EXPLAIN, l->legal.explain);
	show_text(d, T_PROMISED_EXPLAIN_SHOWN, T_PROMISED_EXPLAIN, l->promised.explain);
	tpl_text(d, T_CLOCK_START,
		 l->clock_start == CLOCK_FROM_APPLICATION ? "从收到申请的第二天算起" : "从受理的下一个工作日算起");
	if (l->extension.n) {
		struct tpl *t = tpl_add(d, T_EXTENSION);
		tpl_text(t, T_EXTENSION_TEXT, matter_limit_text(ctx, &l->extension.at[0]));
		tpl_text(t, T_EXTENSION_EXPLAIN, l->extension.at[0].explain);
	}
	if (l->delivery.n)
		tpl_text(tpl_add(d, T_DELIVERY_LIMIT), T_DELIVERY_LIMIT_TEXT, matter_limit_text(ctx, &l->delivery.at[0]));
	struct tpl *specials = l->special.n ? tpl_add(d, T_SPECIALS) : NULL;
	for (size_t i = 0; i < l->special.n; i++) {
		const struct matter_special *s = &l->special.at[i];
		struct tpl *t = tpl_add(specials, T_SPECIAL);
		tpl_text(t, T_SPECIAL_NAME, s->name);
		tpl_int(t, T_SPECIAL_DAYS, s->days);
		tpl_text(t, T_SPECIAL_COUNTS, special_counts(s));
		tpl_text(t, T_SPECIAL_EXPLAIN, s->explain);
	}
}

/* --- result, place, remedies --------------------------------------------------------------------------- */

static void show_results(void *ctx, struct tpl *d, const struct matter *m)
{
	tpl_text(d, T_FEE_SHORT, m->fee.charged ? "收费" : "不收费");
	tpl_text(d, T_FEE_STANDARD, m->fee.standard);
	show_text(d, T_FEE_BASIS_SHOWN, T_FEE_BASIS, m->fee.basis);
	for (size_t i = 0; i < m->results.n; i++) {
		const struct matter_result *r = &m->results.at[i];
		struct tpl *t = tpl_add(d, T_RESULT);
		tpl_text(t, T_RESULT_NAME, r->name);
		show_text(t, T_RESULT_FORM_SHOWN, T_RESULT_FORM, r->form);
		show_text(t, T_RESULT_VALID_SHOWN, T_RESULT_VALID, r->valid);
		show_text(t, T_RESULT_SAMPLE_SHOWN, T_RESULT_SAMPLE, r->sample);
	}
	tpl_text(d, T_DELIVERY, matter_bits_text(ctx, delivery_names, m->delivery));
	tpl_text(d, T_DELIVERY_EXPLAIN, m->delivery_explain);
}

static void show_places(void *ctx, struct tpl *d, const struct matter *m)
{
	tpl_int(d, T_VISITS, m->visits);
	show_text(d, T_VISITS_EXPLAIN_SHOWN, T_VISITS_EXPLAIN, m->visits_explain);
	tpl_text(d, T_CHANNELS, matter_bits_text(ctx, channel_names, m->channels));
	for (size_t i = 0; i < m->places.n; i++) {
		const struct matter_place *x = &m->places.at[i];
		struct tpl *t = tpl_add(d, T_PLACE);
		tpl_text(t, T_PLACE_NAME, x->name);
		tpl_text(t, T_PLACE_ADDRESS, x->address);
		show_text(t, T_WINDOWS_SHOWN, T_WINDOWS, join(ctx, &x->windows, "、"));
		tpl_text(t, T_HOURS, join(ctx, &x->hours, ";"));
		show_text(t, T_TRANSIT_SHOWN, T_TRANSIT, x->transit);
	}
}

static void show_rights(struct tpl *d, const struct matter *m)
{
	show_list(d, T_REVIEW_POINT, T_REVIEW_POINT_TEXT, &m->review_points);
	for (size_t i = 0; i < m->basis.n; i++) {
		struct tpl *t = tpl_add(d, T_BASIS);
		tpl_text(t, T_BASIS_TITLE, m->basis.at[i].title);
		tpl_text(t, T_BASIS_ARTICLE, m->basis.at[i].article);
		show_text(t, T_BASIS_TEXT_SHOWN, T_BASIS_TEXT, m->basis.at[i].text);
	}
	for (size_t i = 0; i < m->faq.n; i++) {
		struct tpl *t = tpl_add(d, T_FAQ);
		tpl_text(t, T_FAQ_Q, m->faq.at[i].q);
		tpl_text(t, T_FAQ_A, m->faq.at[i].a);
	}
	tpl_text(d, T_ENQUIRY, m->contact.enquiry);
	tpl_text(d, T_COMPLAINT, m->contact.complaint);
	show_text(d, T_COMPLAINT_MAIL_SHOWN, T_COMPLAINT_MAIL, m->contact.complaint_mail);
	show_text(d, T_COMPLAINT_BOX_SHOWN, T_COMPLAINT_BOX, m->contact.complaint_box);
	show_text(d, T_RESPONSIBLE_SHOWN, T_RESPONSIBLE, m->responsible);
	tpl_text(d, T_REMEDIES, m->remedies);
}

struct guide_qr {
	const char *code;
	struct qr qr;
};

/* guide_qr - of a guide's address.  It stays the same and takes longer to draw than the rest of the page. */
static enum err guide_qr(const struct request *q, const char *code, const struct qr **out)
{
	struct catalog *c = catalog_of(q);
	for (size_t i = 0; i < GUIDES_KEPT && c->qr[i]; i++)
		if (text_eq(c->qr[i]->code, code)) {
			*out = &c->qr[i]->qr;
			return ERR_NONE;
		}
	struct guide_qr *fresh = mem_new(c, struct guide_qr);
	fresh->code = mem_str(fresh, code);
	enum err e = qr_make(fresh, mem_fmt(q->ctx, "%s/matters/%s", q->app->conf.base_url, code), &fresh->qr);
	if (e != ERR_NONE) {
		talloc_free(fresh);
		return e;
	}
	talloc_free(c->qr[c->next_qr]);
	c->qr[c->next_qr] = fresh;
	c->next_qr = (c->next_qr + 1) % GUIDES_KEPT;
	*out = &fresh->qr;
	return ERR_NONE;
}

static enum err show_qr(const struct request *q, struct tpl *d, const struct matter *m)
{
	const struct qr *qr;
	TRY(guide_qr(q, m->code, &qr));
	struct tpl *t = tpl_include(d, T_QR, TPL_layout_qr);
	tpl_int(t, T_QR_SIZE, qr->size);
	tpl_text(t, T_QR_PATH, qr->path);
	tpl_text(t, T_QR_LABEL, mem_fmt(q->ctx, "“%s”办事指南的二维码", m->name));
	return ERR_NONE;
}

/* show_rated - how people rated it, where enough did that nobody can be made out (domain/rating_public.h). */
static void show_rated(void *ctx, struct tpl *d, const struct sql_guide_voices_row *r)
{
	struct rating_line l = {.invited = r->invited, .level = {0, r->level1, r->level2, r->level3, r->level4, r->level5}};
	int64_t rated = rating_line_rated(&l);

	if (!rated) /* nobody rated it, or too few */
		return;
	struct tpl *t = tpl_add(d, T_RATED_SHOWN);
	tpl_text(t, T_GOOD, rating_percent(ctx, (rating_line_good(&l) + 5) / 10));
	tpl_int(t, T_RATED, rated);
	tpl_int(t, T_INVITED, l.invited);
	tpl_text(t, T_SILENT, rating_percent(ctx, rating_line_silent(&l)));
}

/* show_voices - questions that others asked, and that two officers made general (SVC-2); and how they rated it. */
static enum err show_voices(const struct request *q, struct tpl *d, const struct matter *m)
{
	struct sql_guide_voices_row *rows;
	size_t n;

	TRY(sql_guide_voices(q->app->db, q->ctx, &(struct sql_guide_voices_in){m->code}, &rows, &n));
	if (n)
		show_rated(q->ctx, d, &rows[0]);
	for (size_t i = 0; i < n && rows[i].id; i++) {
		struct tpl *t = tpl_add(d, T_ASKED);
		tpl_text(t, T_FAQ_Q, rows[i].question);
		tpl_text(t, T_FAQ_A, rows[i].answer);
		tpl_day(t, T_FAQ_AT, msec_day(rows[i].reviewed_at));
	}
	return ERR_NONE;
}

/* guide_get - everything that ZJG 11(3), GD 6.3 and 10.2.6.2 want a guide to tell. */
enum err guide_get(struct request *q, struct page *p)
{
	const struct matter *m;
	TRY(matter_cached_current(q->app->db, q->ctx, catalog_of(q)->matters, request_param(q, "code"), &m));
	p->title = m->name;
	p->section = "matters";
	p->body = TPL_catalog_guide;
	p->cacheable = true;
	show_basics(q->ctx, p->d, m);
	show_scope(p->d, m);
	show_materials(q->ctx, p->d, m);
	show_flow(q->ctx, p->d, m);
	show_limits(q->ctx, p->d, m);
	show_results(q->ctx, p->d, m);
	show_places(q->ctx, p->d, m);
	show_rights(p->d, m);
	TRY(show_voices(q, p->d, m));
	tpl_show(p->d, m->channels & CHANNEL_WEB ? T_ONLINE : T_NOT_ONLINE);
	if (m->bookable)
		tpl_text(tpl_add(p->d, T_BOOKABLE), T_CODE, m->code);
	tpl_show_if(p->d, T_ILLUSTRATIVE, m->illustrative || m->contact.illustrative || m->limits.promised.illustrative);
	return show_qr(q, p->d, m);
}
