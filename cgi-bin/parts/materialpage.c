#include "parts/materialpage.h"

#include "base/text.h"
#include "domain/draft.h"
#include "domain/promise.h"
#include "parts/work.h"

#define MIB INT64_C(1048576)

enum err materialpage_load(const struct casework *w, const struct casefile *c, const struct mform_who *who,
			   const struct mform_report *report, struct materialpage *out)
{
	struct sql_case_files_row *files;
	struct material_need *needs = mem_array(w->ctx, struct material_need, c->matter->materials.n);
	struct sql_reuse_origins_row *origins;
	size_t n, norigins;

	TRY(sql_case_files(w->db, w->ctx, &(struct sql_case_files_in){c->id}, &files, &n));
	matter_needs(c->matter, who, report, needs);
	TRY(promise_needs(w, c, needs));
	TRY(sql_reuse_origins(w->db, w->ctx, &(struct sql_reuse_origins_in){c->id}, &origins, &norigins));
	*out = (struct materialpage){
		.ctx = w->ctx, .conf = w->conf, .c = c, .needs = needs, .files = files, .nfiles = n,
		.origins = origins, .norigins = norigins};
	return ERR_NONE;
}

struct file_rules material_rules(const struct conf *conf, const struct matter_material *material)
{
	int64_t max = material->max_mb * MIB;

	if (max == 0 || max > conf->file_max_bytes)
		max = conf->file_max_bytes;
	return (struct file_rules){max, material->kinds ? material->kinds : FILE_KINDS_ALL};
}

/* --- what to say of one material ------------------------------------------------------------------ */

/* How a material stands, for its tag and the colour of its edge. */
struct standing {
	const char *state; /* missing, given, wrong, skipped: data-state of .upload */
	const char *tag_class, *tag;
	const char *say; /* a sentence below, or NULL */
};

/* item_state - how it is provided; a way that these answers do not allow any more counts for nothing. */
static enum material_state item_state(const struct case_item *item, const struct material_need *need)
{
	return item && case_item_ready(item, need) ? item->state : MATERIAL_NONE;
}

/* is_back - a notice or return asks for this one, and nothing was done about it yet. */
static bool is_back(const struct case_item *item)
{
	return item && item->listed && item->supplied_at == MSEC_NONE;
}

static struct standing standing_of(const struct case_item *item, const struct material_need *need)
{
	static const struct standing by_state[] = {
		[MATERIAL_NONE] = {"missing", "tag-wait", "还没有交", NULL},
		[MATERIAL_UPLOADED] = {"given", "tag-ok", "已上传", NULL},
		[MATERIAL_PAPER] = {"given", "tag-ok", "交纸质材料", "这份材料交纸质的，请到窗口交或寄来。"},
		[MATERIAL_SHARED] = {"skipped", "tag-ok", "不用交", "不用您交，由部门自己查。"},
		[MATERIAL_PROMISED] = {"skipped", "tag-ok", "已承诺", "您选择了用书面承诺代替这份材料。"},
		[MATERIAL_GAP] = {"skipped", "tag-ok", "以后补交", "您选择了先受理、以后补交这份材料。"},
		[MATERIAL_FILLED] = {"skipped", "tag-ok", "网上已填",
				     "您在网上填的表就是这份材料，不用再传。想另外传一份签字盖章的，也可以。"},
	};

	enum material_state now = item_state(item, need);

	if (is_back(item))
		return (struct standing){"wrong", "tag-wrong", "要重交", by_state[now].say};
	if (item && item->certificate && now == MATERIAL_SHARED)
		return (struct standing){"given", "tag-ok", "用已有证照", NULL};
	if (now == MATERIAL_NONE && !need->required)
		return (struct standing){"skipped", "tag-plain", "可以不交", NULL};
	return by_state[now];
}

const char *material_wanted(void *ctx, const struct matter_material *m)
{
	const char *forms = "";

	for (unsigned i = 0; material_form_names[i]; i++)
		if (m->forms & (1u << i))
			forms = mem_fmt(ctx, "%s%s%s", forms, *forms ? "或" : "", material_form_names[i]);
	return mem_fmt(ctx, "%s，%lld 份", forms, (long long)m->copies);
}

static const char *wanted_text(void *ctx, const struct matter_material *m)
{
	return mem_fmt(ctx, "%s%s%s%s%s。", text_or(m->condition, ""), text_empty(m->condition) ? "" : "。",
		       material_wanted(ctx, m), text_empty(m->paper) ? "" : "，", text_or(m->paper, ""));
}

/* ease_text - the way out for those who do not have it now; "" when there is none. */
static const char *ease_text(const struct material_need *need)
{
	return need->may_share	   ? "可以不传，由部门查"
	       : need->may_promise ? "可以用承诺代替"
	       : need->may_gap	   ? "可以以后补"
				   : "";
}

/* --- where it comes from --------------------------------------------------------------------------- */

static const char *until_words(void *ctx, day until)
{
	return until == DAY_NONE ? "长期有效" : mem_fmt(ctx, "有效期至 %s", day_words(ctx, until));
}

const char *materialpage_origin(const struct materialpage *m, const char *item, int64_t file_id)
{
	for (size_t i = 0; i < m->norigins; i++) {
		const struct sql_reuse_origins_row *o = &m->origins[i];
		if (!text_eq(o->item, item) || o->file_id != file_id)
			continue;
		if (file_id)
			return mem_fmt(m->ctx, "沿用 %s 办理“%s”（%s）时交的文件", day_words(m->ctx, msec_day(o->at)),
				       o->matter_name, o->short_no);
		return mem_fmt(m->ctx, "用的是已有证照：%s，%s，%s%s", o->name, o->number, until_words(m->ctx, o->valid_until),
			       text_eq(o->state, "valid") ? "" : "（现在已经失效）");
	}
	return NULL;
}

static void origin_show(const struct materialpage *m, struct tpl *d, const char *item, int64_t file_id)
{
	const char *say = materialpage_origin(m, item, file_id);

	if (say)
		tpl_text(tpl_add(d, T_ORIGIN_SHOWN), T_ORIGIN, say);
}

/* offers_show - what the portal holds already, each with one button. */
static void offers_show(const struct materialpage *m, struct tpl *d, const struct case_item *item, size_t have)
{
	struct tpl *box = NULL;

	for (size_t i = 0; m->offers && item && i < m->offers->n; i++) {
		const struct reuse_offer *o = &m->offers->at[i];
		if (!text_eq(o->item, item->item) || (o->certificate_id && (have || o->certificate_id == item->certificate)) ||
		    (o->file_id && have))
			continue;
		if (!box) {
			box = tpl_add(d, T_OFFERS);
			tpl_text(box, T_CHOOSE_URL, m->choose);
		}
		struct tpl *t = tpl_add(box, T_OFFER);
		tpl_int(t, T_OFFER_CERTIFICATE, o->certificate_id);
		tpl_int(t, T_OFFER_FILE, o->file_id);
		tpl_text(t, T_OFFER_NAME, o->name);
		tpl_text(t, T_OFFER_SAY,
			 o->certificate_id
				 ? mem_fmt(m->ctx, "证照编号 %s，%s 发证，%s", o->number, day_words(m->ctx, msec_day(o->at)),
					   until_words(m->ctx, o->valid_until))
				 : mem_fmt(m->ctx, "%s，%s 办理“%s”时交的", file_size_text(m->ctx, o->size),
					   day_words(m->ctx, msec_day(o->at)), o->matter_name));
	}
}

static size_t files_show(const struct materialpage *m, struct tpl *d, const struct matter_material *material,
			 bool open)
{
	struct tpl *box = NULL;
	size_t shown = 0;

	for (size_t i = 0; i < m->nfiles; i++) {
		const struct sql_case_files_row *f = &m->files[i];
		if (!text_eq(f->item, material->key))
			continue;
		box = shown++ ? box : tpl_add(d, T_FILES);
		struct tpl *row = tpl_add(box, T_FILE);
		tpl_int(row, T_FILE_ID, f->id);
		tpl_text(row, T_FILE_NAME, f->file_name);
		tpl_text(row, T_FILE_SIZE, file_size_text(m->ctx, f->size));
		tpl_text(row, T_FILE_TIME, msec_soon(m->ctx, f->uploaded_at));
		origin_show(m, row, material->key, f->id);
		tpl_show_if(row, T_FILE_ACTS, open);
	}
	return shown;
}

static void upload_show(const struct materialpage *m, struct tpl *d, const struct matter_material *material,
			size_t have)
{
	struct file_rules rules = material_rules(m->conf, material);

	tpl_text(d, T_ACCEPT, file_kinds_accept(m->ctx, rules.kinds));
	if ((int64_t)have >= m->conf->files_per_material)
		return;
	struct tpl *u = tpl_add(d, T_UPLOAD);
	tpl_int(u, T_MAX_BYTES, rules.max_bytes);
	tpl_text(u, T_UPLOAD_LABEL, have ? "再加一个文件" : "选择文件");
	tpl_text(u, T_KINDS, file_kinds_label(m->ctx, rules.kinds));
	tpl_text(u, T_MAX_SIZE, file_size_text(m->ctx, rules.max_bytes));
	tpl_int(u, T_MAX_FILES, m->conf->files_per_material);
}

struct choice {
	enum material_state state;
	bool offered;
	const char *label, *help;
};

static void choice_add(struct tpl *box, const struct choice *c)
{
	struct tpl *s = tpl_add(box, T_CHOICE);

	tpl_text(s, T_CHOICE_STATE, material_state_key(c->state));
	tpl_text(s, T_CHOICE_LABEL, c->label);
	if (c->help)
		tpl_text(tpl_add(s, T_CHOICE_HELP_SHOWN), T_CHOICE_HELP, c->help);
}

/* choices_show - the ways to provide a material without a file, as far as the matter allows them, and the way back. */
static void choices_show(const struct materialpage *m, struct tpl *d, size_t i, enum material_state now, size_t have)
{
	const struct material_need *need = &m->needs[i];
	const struct matter_settings *s = &m->c->matter->settings;
	bool without = now == MATERIAL_SHARED || now == MATERIAL_PROMISED || now == MATERIAL_GAP;
	const struct choice all[] = {
		{MATERIAL_NONE, without, "改为自己上传", NULL},
		{MATERIAL_SHARED, need->may_share, "不上传，请部门自己查", "部门能查到的证照和信息，不用您交。"},
		{MATERIAL_PROMISED, need->may_promise, "用书面承诺代替",
		 text_or(s->commitment_explain, "承诺不实的，要撤销许可，并记入信用记录。")},
		{MATERIAL_GAP, need->may_gap && m->c->state == STATE_DRAFT, "先受理，以后补交",
		 mem_fmt(m->ctx, "受理后 %lld 个工作日内补交；补齐以前不发放结果。%s", (long long)s->gap_days,
			 m->actor && m->actor->kind == ACTOR_STAFF ? "请先请申请人在纸质的容缺受理承诺书上签字，点了就记为已签。" : "")},
	};
	struct tpl *box = NULL;

	if (!m->choose || have > 0)
		return;
	for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) {
		if (!all[k].offered || all[k].state == now)
			continue;
		if (!box) {
			box = tpl_add(d, T_CHOICES);
			tpl_text(box, T_CHOICES_LEAD, without ? "也可以改主意：" : "现在没有这份材料？也可以：");
			tpl_text(box, T_CHOOSE_URL, m->choose);
		}
		choice_add(box, &all[k]);
	}
}

void materialpage_body(const struct materialpage *m, struct tpl *d, size_t i)
{
	const struct matter_material *material = &m->c->matter->materials.at[i];
	const struct case_item *item = case_item_find(m->c, material->key);
	struct standing standing = standing_of(item, &m->needs[i]);
	bool open = m->actor && draft_material_open(m->c, m->actor, material->key);
	enum material_state now = item_state(item, &m->needs[i]);
	struct tpl *body = tpl_include(d, T_MATERIAL_BODY, TPL_parts_material_body);

	tpl_text(body, T_KEY, material->key);
	tpl_text(body, T_CASE_KEY, case_key(m->ctx, m->c->ref));
	if (standing.say && !m->back)
		tpl_text(tpl_add(body, T_STATE_SAY_SHOWN), T_STATE_SAY, standing.say);
	if (m->back)
		tpl_text(tpl_add(body, T_BACK_SHOWN), T_BACK, m->back);
	if (item && item->certificate)
		origin_show(m, body, material->key, 0);
	size_t have = files_show(m, body, material, open);
	if (!open)
		return;
	if (now == MATERIAL_NONE || now == MATERIAL_UPLOADED || now == MATERIAL_PAPER || now == MATERIAL_FILLED || is_back(item) ||
	    promise_gap_open(m->c, item))
		upload_show(m, body, material, have);
	offers_show(m, body, item, have);
	choices_show(m, body, i, now, have);
}

/* --- the list ------------------------------------------------------------------------------------- */

static void text_shown(struct tpl *d, enum tpl_name section, enum tpl_name name, const char *text)
{
	if (!text_empty(text))
		tpl_text(tpl_add(d, section), name, text);
}

static void head_show(struct tpl *d, int64_t seq, const struct matter_material *material,
		      const struct standing *standing)
{
	tpl_text(d, T_KEY, material->key);
	tpl_int(d, T_SEQ, seq);
	tpl_text(d, T_NAME, material->name);
	tpl_text(d, T_TAG_CLASS, standing->tag_class);
	tpl_text(d, T_TAG, standing->tag);
}

/* each_asked - go over the materials that these answers call for. */
static const struct matter_material *each_asked(const struct materialpage *m, size_t *i)
{
	while (*i < m->c->matter->materials.n && !m->needs[*i].asked)
		++*i;
	return *i < m->c->matter->materials.n ? &m->c->matter->materials.at[*i] : NULL;
}

static void material_edit(const struct materialpage *m, struct tpl *list, size_t i, int64_t seq)
{
	const struct matter_material *material = &m->c->matter->materials.at[i];
	const struct case_item *item = case_item_find(m->c, material->key);
	const struct material_need *need = &m->needs[i];
	struct standing standing = standing_of(item, need);
	struct tpl *d = tpl_add(list, T_MATERIAL);

	head_show(d, seq, material, &standing);
	tpl_text(d, T_STATE, standing.state);
	if (need->required && !*ease_text(need))
		tpl_show(d, T_REQUIRED);
	else if (need->required)
		tpl_text(tpl_add(d, T_OPTIONAL), T_EASE, ease_text(need));
	if (item && item->listed && !text_empty(item->reason)) {
		struct tpl *back = tpl_add(d, T_RETURNED);
		tpl_text(back, T_BACK_REASON, item->reason);
		tpl_text(back, T_BACK_REMEDY, item->remedy);
	}
	tpl_text(d, T_WANTED, wanted_text(m->ctx, material));
	text_shown(d, T_GOOD_SHOWN, T_GOOD, material->good);
	text_shown(d, T_SAMPLE, T_SAMPLE_TEXT, material->sample.text);
	text_shown(d, T_BLANK, T_BLANK_TEXT, material->blank.text);
	materialpage_body(m, d, i);
}

void materialpage_edit(const struct materialpage *m, struct tpl *d)
{
	struct tpl *list = tpl_include(d, T_MATERIALS, TPL_parts_materials);
	int64_t seq = 0;

	for (size_t i = 0; each_asked(m, &i); i++)
		material_edit(m, list, i, ++seq);
}

void materialpage_read(const struct materialpage *m, struct tpl *d)
{
	struct tpl *table = tpl_include(d, T_MATERIAL_TABLE, TPL_parts_material_table);
	const struct matter_material *material;
	int64_t seq = 0;

	tpl_show_if(table, T_EDIT_HEAD, m->edit != NULL);
	for (size_t i = 0; (material = each_asked(m, &i)); i++) {
		struct standing standing = standing_of(case_item_find(m->c, material->key), &m->needs[i]);
		struct tpl *row = tpl_add(table, T_MATERIAL);
		head_show(row, ++seq, material, &standing);
		if (case_item_find(m->c, material->key) && case_item_find(m->c, material->key)->certificate)
			origin_show(m, row, material->key, 0);
		files_show(m, row, material, false);
		if (m->edit)
			tpl_text(tpl_add(row, T_EDIT), T_EDIT_URL, m->edit);
	}
}

void materialpage_wrong(const struct materialpage *m, struct wrong_list *list, const char *page)
{
	const struct matter_material *material;

	for (size_t i = 0; (material = each_asked(m, &i)); i++)
		if (m->needs[i].required && !case_item_ready(case_item_find(m->c, material->key), &m->needs[i]))
			wrong_add(m->ctx, list, mem_fmt(m->ctx, "%s#m-%s", page, material->key),
				  mem_fmt(m->ctx, "“%s”还没有交%s%s", material->name,
					  *ease_text(&m->needs[i]) ? "，" : "", ease_text(&m->needs[i])));
}

void materialpage_untouched(const struct materialpage *m, struct wrong_list *list, const char *page)
{
	const struct matter_material *material;

	for (size_t i = 0; (material = each_asked(m, &i)); i++)
		if (is_back(case_item_find(m->c, material->key)))
			wrong_add(m->ctx, list, mem_fmt(m->ctx, "%s#m-%s", page, material->key), material->name);
}
