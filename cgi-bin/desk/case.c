#include "base/text.h"
#include "desk/course.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "desk/promise.h"
#include "domain/case_part.h"
#include "domain/document.h"
#include "domain/draft.h"
#include "domain/identity.h"
#include "domain/intake.h"
#include "gen/sql.h"
#include "parts/formpage.h"
#include "parts/materialpage.h"
#include "web/page.h"
#include "web/session.h"

#define FIELD_ROWS 3 /* form fields that one act may name */

/* Everything the screen shows; loaded once, shown by the functions below. */
struct screen {
	struct request *q;
	const struct casework *w;
	const struct actor *a;
	const struct casefile *c;
	struct case_actions actions;
	bool judging; /* some act open to this officer takes verdicts */
	struct mform_who who;
	struct mform_report report; /* of the application form */
	struct materialpage materials;
	int64_t seen; /* version this officer saw last */
};

/* part_wanted - the part of a joint case that the page or the act is about; 0: the whole case. */
static int64_t part_wanted(const struct request *q)
{
	const char *typed = pairs_get(q->method == METHOD_POST ? &q->post : &q->query, "part");
	int64_t seq;
	return typed && text_int(typed, 1, 99, &seq) ? seq : 0;
}

enum err desk_case(const struct request *q, const struct casework *w, const struct actor *a, struct casefile **c)
{
	int64_t id;
	bool may;
	TRY(case_find(w, request_param(q, "case_no"), &id));
	TRY(case_load(w, id, c));
	TRY(case_open_to(w, a, id, (*c)->dept_code, &may));
	(*c)->part_at = part_wanted(q);
	return may ? ERR_NONE : ERR_NOT_FOUND;
}

/* --- buttons ------------------------------------------------------------------------------------------- */

/* Where a button goes: into the review form when verdicts come with it, to a page of its own when it asks for anything
 * else or ends the case, else it is a form by itself. */
enum button { BUTTON_SIMPLE, BUTTON_ASKING, BUTTON_JUDGING };

static enum button button_of(const struct transition *t)
{
	if (t->asks & ASK_ANSWERS)
		return BUTTON_ASKING;
	if (t->asks & ASK_VERDICTS)
		return BUTTON_JUDGING;
	return t->asks || t->danger ? BUTTON_ASKING : BUTTON_SIMPLE;
}

/* rank_of - the way forward first, then what turns the case back, then the rest. */
static int rank_of(const struct transition *row)
{
	static const enum action forward[] = {
		ACTION_PRE_REVIEW_PASS, ACTION_RECEIVE, ACTION_ACCEPT, ACTION_GRANT_ON_SPOT, ACTION_HAND_OVER,
		ACTION_BEGIN_REVIEW, ACTION_SPECIAL_END, ACTION_RESUME, ACTION_OPINE, ACTION_GRANT, ACTION_FORWARD,
		ACTION_CLOSE_GAP, ACTION_HAND_RESULT, ACTION_ISSUE, ACTION_MAIL, ACTION_CONFIRM_MAIL, ACTION_ARCHIVE,
	};
	for (size_t i = 0; i < sizeof forward / sizeof forward[0]; i++)
		if (row->action == forward[i])
			return 0;
	return row->danger ? 1 : 2;
}

static void show_button(const struct screen *s, struct tpl *t, const struct transition *row)
{
	tpl_text(t, T_SHORT_NO, s->c->short_no);
	tpl_int(t, T_VERSION, s->c->version);
	tpl_text(t, T_ACT_KEY, action_key(row->action));
	tpl_text(t, T_ACT_LABEL, row->label);
	tpl_show_if(t, T_DANGER, row->danger);
	tpl_show_if(t, T_MILD, rank_of(row) == 2);
}

/* show_preview - a notice can be read, as it will be printed, before it goes out. */
static void show_preview(const struct screen *s, struct tpl *bar, const struct transition *row)
{
	if (!row->danger || !row->document)
		return;
	struct tpl *t = tpl_add(bar, T_PREVIEW);
	tpl_text(t, T_SHORT_NO, s->c->short_no);
	tpl_text(t, T_ACT_KEY, action_key(row->action));
	tpl_text(t, T_DOCUMENT_TITLE, document_form_of(row->document)->title);
}

static uint32_t show_ranked(const struct screen *s, struct page *p, struct tpl *bar, int rank)
{
	static const enum tpl_name section[] = {[BUTTON_SIMPLE] = T_SIMPLE, [BUTTON_ASKING] = T_ASKING,
						[BUTTON_JUDGING] = T_JUDGING};
	uint32_t asks = 0;
	for (size_t i = 0; i < s->actions.n; i++) {
		const struct transition *row = s->actions.at[i];
		enum button b = button_of(row);
		if (rank_of(row) != rank)
			continue;
		show_button(s, tpl_add(b == BUTTON_JUDGING ? bar : tpl_add(p->d, T_BUTTON), section[b]), row);
		if (b != BUTTON_JUDGING)
			continue;
		show_preview(s, bar, row);
		asks |= row->asks;
	}
	return asks;
}

static void show_buttons(const struct screen *s, struct page *p)
{
	struct tpl *bar = s->judging ? tpl_add(p->d, T_ACTS) : NULL;
	uint32_t asks = 0;
	for (int rank = 0; rank <= 2; rank++)
		asks |= show_ranked(s, p, bar, rank);
	tpl_show_if(p->d, T_KEYS, s->judging);
	if (asks & ASK_NOTE)
		tpl_text(tpl_add(p->d, T_NOTE_FIELD), T_NOTE_VALUE, pairs_get(&s->q->post, "note"));
	if (asks & ASK_REASON_OR_ITEMS)
		tpl_text(tpl_add(p->d, T_REASON_FIELD), T_REASON_VALUE, pairs_get(&s->q->post, "reason"));
}

/* --- materials ----------------------------------------------------------------------------------------- */

/* typed - what was posted for an item, else what is stored. */
static const char *typed(const struct screen *s, const char *prefix, const char *item, const char *stored)
{
	const char *v = pairs_get(&s->q->post, mem_fmt(s->q->ctx, "%s.%s", prefix, item));
	return v ? v : text_or(stored, "");
}

static void show_verdict(const struct screen *s, struct tpl *t, const struct case_item *i)
{
	if (!s->judging) {
		if (i->verdict == VERDICT_NONE)
			return;
		struct tpl *j = tpl_add(t, T_JUDGED);
		tpl_text(j, T_VERDICT_NAME, verdict_name(i->verdict));
		if (i->reason) {
			struct tpl *r = tpl_add(j, T_VERDICT_SAID);
			tpl_text(r, T_VERDICT_REASON, i->reason);
			tpl_text(r, T_VERDICT_REMEDY, i->remedy);
		}
		return;
	}
	struct tpl *j = tpl_add(t, T_JUDGE);
	const char *v = typed(s, "v", i->item, verdict_key(i->verdict));
	tpl_text(j, T_ITEM_KEY, i->item);
	tpl_show_if(j, T_V_OK, text_eq(v, "ok"));
	tpl_show_if(j, T_V_MISSING, text_eq(v, "missing"));
	tpl_show_if(j, T_V_NOT_IN_FORM, text_eq(v, "not_in_form"));
	tpl_text(j, T_V_REASON, typed(s, "r", i->item, i->reason));
	tpl_text(j, T_V_REMEDY, typed(s, "d", i->item, i->remedy));
}

static const char *size_text(void *ctx, int64_t size)
{
	return size < 1024 * 1024 ? mem_fmt(ctx, "%lld KB", (long long)(size + 1023) / 1024)
				  : mem_fmt(ctx, "%.1f MB", (double)size / (1024 * 1024));
}

/* in_frame - shown by browsers themselves; anything else is downloaded. */
static bool in_frame(const struct sql_case_files_row *f)
{
	return text_eq(f->kind, "pdf") || text_eq(f->kind, "jpg") || text_eq(f->kind, "png");
}

/* frame_url - where the preview shows it: a PDF in the browser's own viewer, as wide as the frame; a picture on a page of
 * ours that fits it in, because browsers show it in full size and cut off. */
static const char *frame_url(const struct screen *s, const struct sql_case_files_row *f)
{
	return text_eq(f->kind, "pdf")
		       ? mem_fmt(s->q->ctx, "/file/%lld#navpanes=0&view=FitH", (long long)f->id)
		       : mem_fmt(s->q->ctx, "/desk/case/%s/files/%lld", s->c->short_no, (long long)f->id);
}

/* show_origin - a material that the portal held already (INT-11). */
static void show_origin(const struct screen *s, struct tpl *t, const char *item, int64_t file_id)
{
	const char *say = materialpage_origin(&s->materials, item, file_id);

	if (say)
		tpl_text(tpl_add(t, T_ORIGIN_SHOWN), T_ORIGIN, say);
}

static void show_files(const struct screen *s, struct tpl *t, const struct case_item *i)
{
	bool any = false;
	for (size_t k = 0; k < s->materials.nfiles; k++) {
		const struct sql_case_files_row *f = &s->materials.files[k];
		if (!text_eq(f->item, i->item))
			continue;
		struct tpl *d = tpl_add(t, T_FILE);
		struct tpl *link = tpl_add(d, in_frame(f) ? T_FILE_SEEN : T_FILE_SAVED);
		tpl_int(link, T_FILE_ID, f->id);
		tpl_text(link, T_FILE_URL, frame_url(s, f));
		tpl_text(link, T_FILE_NAME, f->file_name);
		tpl_text(d, T_FILE_SIZE, size_text(s->q->ctx, f->size));
		tpl_minute(d, T_FILE_AT, f->uploaded_at);
		tpl_show_if(d, T_FILE_NEW, f->round > 0);
		show_origin(s, d, i->item, f->id);
		any = true;
	}
	tpl_show_if(t, T_NO_FILE, !any && i->state == MATERIAL_NONE && !text_starts(i->item, "f."));
	tpl_show_if(t, T_FILLED, i->state == MATERIAL_FILLED);
}

static void show_item(const struct screen *s, struct tpl *t, const struct case_item *i, int64_t seq)
{
	const struct matter_material *m = matter_material(s->c->matter, i->item);
	tpl_text(t, T_ITEM_KEY, i->item);
	tpl_int(t, T_ITEM_SEQ, seq);
	tpl_text(t, T_ITEM_NAME, i->name);
	tpl_text(t, T_ITEM_STATE, text_starts(i->item, "f.") ? "申请表内容" : material_state_name(i->state));
	tpl_show_if(t, T_LISTED, i->listed);
	tpl_show_if(t, T_GAP_ASKED, s->judging && i->state == MATERIAL_GAP && s->c->accepted_day == DAY_NONE);
	show_files(s, t, i);
	show_origin(s, t, i->item, 0);
	if (m && m->review_points.n) {
		struct tpl *points = tpl_add(t, T_POINTS);
		for (size_t k = 0; k < m->review_points.n; k++)
			tpl_text(tpl_add(points, T_POINT), T_POINT_TEXT, m->review_points.at[k]);
	}
	show_verdict(s, t, i);
}

static void show_field_rows(const struct screen *s, struct page *p)
{
	const struct mform *form = &s->c->matter->form;
	struct tpl *box = tpl_add(p->d, T_FIELD_JUDGE);
	for (int n = 1; n <= FIELD_ROWS; n++) {
		const char *no = mem_fmt(s->q->ctx, "%d", n), *key = typed(s, "fk", no, NULL);
		struct tpl *t = tpl_add(box, T_FIELD_ROW);
		tpl_int(t, T_ROW_NO, n);
		tpl_text(t, T_FR, typed(s, "fr", no, NULL));
		tpl_text(t, T_FD, typed(s, "fd", no, NULL));
		for (size_t k = 0; k < form->nfields; k++) {
			struct tpl *o = tpl_add(t, T_FIELD_OPTION);
			tpl_text(o, T_FIELD_KEY, form->field[k]->key);
			tpl_text(o, T_FIELD_LABEL, form->field[k]->label);
			tpl_show_if(o, T_FIELD_ON, text_eq(key, form->field[k]->key));
		}
	}
}

/* item_counts - these answers call for it, or there is something to see; ALL 31: nothing else is asked for. */
static bool item_counts(const struct screen *s, const struct case_item *i)
{
	const struct matter *m = s->c->matter;
	const struct matter_material *material = matter_material(m, i->item);
	return !material || i->state != MATERIAL_NONE || i->listed || s->materials.needs[material - m->materials.at].asked;
}

/* show_first_file - what the preview begins with: the first file in the order of the list that a browser can show. */
static void show_first_file(const struct screen *s, struct page *p)
{
	for (size_t i = 0; i < s->c->nitems; i++)
		for (size_t k = 0; k < s->materials.nfiles; k++)
			if (text_eq(s->materials.files[k].item, s->c->items[i].item) && in_frame(&s->materials.files[k])) {
				tpl_text(tpl_add(p->d, T_FIRST_FILE), T_FILE_URL, frame_url(s, &s->materials.files[k]));
				return;
			}
	tpl_show(p->d, T_FIRST_NONE);
}

static void show_items(const struct screen *s, struct page *p)
{
	const struct casefile *c = s->c;
	int64_t seq = 0;
	for (size_t i = 0; i < c->nitems; i++)
		if (item_counts(s, &c->items[i]))
			show_item(s, tpl_add(p->d, T_ITEM), &c->items[i], ++seq);
	if (s->judging)
		show_field_rows(s, p);
	show_first_file(s, p);
	const struct texts *points = &c->matter->review_points;
	struct tpl *box = points->n ? tpl_add(p->d, T_REVIEW_POINTS) : NULL;
	for (size_t i = 0; i < points->n; i++)
		tpl_text(tpl_add(box, T_REVIEW_POINT), T_REVIEW_POINT_TEXT, points->at[i]);
}

/* --- the applicant and the form ------------------------------------------------------------------------ */

static void show_text(struct tpl *d, enum tpl_name section, enum tpl_name name, const char *value)
{
	if (!text_empty(value))
		tpl_text(tpl_add(d, section), name, value);
}

static void show_head(const struct screen *s, struct page *p)
{
	const struct casefile *c = s->c;
	enum identity_type type;
	tpl_text(p->d, T_NAME, c->matter_name);
	tpl_text(p->d, T_SHORT_NO, c->short_no);
	tpl_text(p->d, T_CASE_NO, c->case_no);
	tpl_int(p->d, T_VERSION, c->version);
	tpl_text(p->d, T_STATE_KEY, state_key(c->state));
	tpl_text(p->d, T_STATE_NAME, state_name_numbered(c->state));
	tpl_text(p->d, T_TURN_NAME, turn_name(c->turn));
	if (c->claimed_by)
		tpl_text(tpl_add(p->d, T_HELD), T_HOLDER, c->claimed_by == s->a->id ? "您" : c->claimed_name);
	tpl_text(p->d, T_APPLICANT, c->applicant_name);
	tpl_text(p->d, T_APPLICANT_KIND, text_eq(c->applicant_kind, "natural") ? "自然人" : text_eq(c->applicant_kind, "legal") ? "法人" : "其他组织");
	tpl_text(p->d, T_ID_TYPE_NAME, identity_type_parse(c->applicant_id_type, &type) ? identity_name(type) : "");
	tpl_text(p->d, T_ID_MASK, c->applicant_id_mask);
	show_text(p->d, T_PHONE_SHOWN, T_PHONE_MASK, c->applicant_phone_mask);
	show_text(p->d, T_LEGAL_REP_SHOWN, T_LEGAL_REP, c->legal_rep);
	if (c->agent_name) {
		struct tpl *t = tpl_add(p->d, T_AGENT_SHOWN);
		tpl_text(t, T_AGENT_NAME, c->agent_name);
		tpl_text(t, T_AGENT_ID_MASK, c->agent_id_mask);
		tpl_text(t, T_AGENT_PHONE_MASK, c->agent_phone_mask);
	}
	tpl_text(p->d, T_CHANNEL, channel_name(c->channel));
	tpl_text(p->d, T_DELIVERY, delivery_name(c->delivery));
	tpl_minute(p->d, T_SUBMITTED_AT, c->submitted_at);
	promise_show(p->d, c);
}

static void show_form(const struct screen *s, struct page *p)
{
	struct formpage f = {.ctx = s->q->ctx, .form = &s->c->matter->form, .who = &s->who, .report = &s->report,
			     .c = s->c, .masked = true};
	formpage_read(&f, p->d);
	desk_reveals(s->q, p, s->c, &s->report);
}

/* show_intake - how an application on paper came in, and where what is brought for a notice is entered. */
static enum err show_intake(const struct screen *s, struct page *p)
{
	struct intake *in;

	if (s->c->state == STATE_CORRECTION && (actor_roles(s->a) & ROLE_CLERK))
		tpl_text(tpl_add(p->d, T_SUPPLEMENT), T_CASE_KEY, case_key(s->q->ctx, s->c->ref));
	if (text_eq(s->c->channel, "web"))
		return ERR_NONE;
	TRY(intake_load(s->w, s->c->id, &in));
	struct tpl *t = tpl_add(p->d, T_INTAKE);
	tpl_text(t, T_INTAKE_BY, in->taken_name);
	tpl_text(t, T_INTAKE_CONSENT, intake_consent_name(in->how.consent));
	show_text(t, T_INTAKE_HOW_SHOWN, T_INTAKE_HOW, intake_words(s->q->ctx, &in->how));
	show_text(p->d, T_DISTRICT_SHOWN, T_DISTRICT, in->how.district);
	return ERR_NONE;
}

/* --- the page ------------------------------------------------------------------------------------------ */

/* screen_seen - what this officer saw last, and that they see it now. */
static enum err screen_seen(struct screen *s)
{
	struct sql_staff_seen_get_row *row;
	enum err e = sql_staff_seen_get(s->w->db, s->q->ctx, &(struct sql_staff_seen_get_in){s->a->id, s->c->id}, &row);
	if (e != ERR_NONE && e != ERR_NOT_FOUND)
		return e;
	s->seen = e == ERR_NONE ? row->version : 0;
	if (s->seen == s->c->version)
		return ERR_NONE;
	return sql_staff_seen_put(s->w->db, &(struct sql_staff_seen_put_in){s->a->id, s->c->id, s->c->version}, NULL);
}

static enum err screen_load(struct screen *s)
{
	TRY(case_allowed(s->w, s->c, s->a, &s->actions));
	for (size_t i = 0; i < s->actions.n; i++)
		s->judging = s->judging || (s->actions.at[i]->asks & ASK_VERDICTS);
	TRY(draft_who(s->w, s->c, &s->who));
	TRY(draft_check(s->w, s->c, MFORM_DRAFT, &s->report));
	TRY(materialpage_load(s->w, s->c, &s->who, &s->report, &s->materials));
	return screen_seen(s);
}

enum err desk_case_page(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			const struct casefile *c, const char *say)
{
	struct screen s = {.q = q, .w = w, .a = a, .c = c};
	TRY(screen_load(&s));
	p->title = mem_fmt(q->ctx, "%s %s", c->short_no, c->matter_name);
	p->section = "desk";
	p->body = TPL_desk_case;
	if (say)
		tpl_text(tpl_add(p->d, T_SAY_SHOWN), T_SAY, say);
	show_head(&s, p);
	show_buttons(&s, p);
	/* what was returned is its applicant's own again until they submit it */
	tpl_show(p->d, c->state == STATE_DRAFT ? T_WITH_APPLICANT : T_WITH_STAFF);
	desk_parts(q, w, a, c, p->d);
	show_items(&s, p);
	show_form(&s, p);
	TRY(show_intake(&s, p));
	return course_show(&(struct course){.q = q, .w = w, .c = c, .seen = s.seen, .files = s.materials.files,
					    .nfiles = s.materials.nfiles},
			   p->d);
}

enum err case_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct casefile *c;
	TRY(desk_case(q, &w, &a, &c));
	TRY(case_look(&w, &a, q->ip, c->id, "case", "查看办件"));
	if (q->form && q->form->spec == &reveal_spec) {
		form_show(p->d, q->form);
		tpl_show(p->d, T_REVEAL_OPEN);
	}
	return desk_case_page(q, p, &w, &a, c, NULL);
}
