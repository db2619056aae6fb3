#include "domain/document_data.h"

#include <string.h>

#include "base/text.h"
#include "domain/case_part.h"
#include "domain/commitment.h"
#include "domain/identity.h"
#include "domain/matter.h"
#include "domain/promise.h"
#include "gen/sql.h"

/* What the parts below read and write. */
struct sheet {
	const struct casework *w;
	const struct document_issue *in;
	const struct casefile *c;
	const struct matter *m;
	const struct case_args *args; /* never NULL */
	const struct case_part *part; /* whose paper it is, or NULL: the whole case */
	const struct sql_dept_by_code_row *dept;
	struct json *o;
};

/* --- parts of every document ------------------------------------------------------------------------- */

static void set_day(struct json *o, const char *key, day d)
{
	char text[DAY_TEXT];

	json_set_text(o, key, d == DAY_NONE ? NULL : day_text(d, text));
}

static void set_instant(struct json *o, const char *key, msec t)
{
	char text[MSEC_TEXT];

	json_set_text(o, key, t == MSEC_NONE ? NULL : msec_text(t, text));
}

static const char *id_type_name(const char *code)
{
	enum identity_type type;

	return identity_type_parse(code, &type) ? identity_name(type) : "";
}

/* law_of - the article that the act stands on; refusing to accept has an item of its own for each ground. */
static const char *law_of(const struct sheet *s)
{
	switch (s->args->ground) {
	case GROUND_NO_LICENCE_NEEDED:
		return "《中华人民共和国行政许可法》第三十二条第一款第（一）项";
	case GROUND_OTHER_AUTHORITY:
		return "《中华人民共和国行政许可法》第三十二条第一款第（二）项";
	case GROUND_NONE:
		break;
	}
	return s->in->t->law;
}

static void put_head(const struct sheet *s, const struct document_form *form, const char *number)
{
	const struct actor *a = s->in->actor;

	json_set_text(s->o, "kind", form->key);
	json_set_text(s->o, "title", document_title(s->w->ctx, form, s->in->c, s->part != NULL));
	json_set_text(s->o, "number", number);
	set_instant(s->o, "issued_at", s->w->now);
	set_day(s->o, "issued_day", msec_day(s->w->now));
	json_set_text(s->o, "officer", a->name);
	json_set_text(s->o, "post", a->post);
	json_set_text(s->o, "acting_for", a->acting_for ? text_or(a->acting_name, NULL) : NULL);
	json_set_text(s->o, "authority", s->dept->name);
	json_set_text(s->o, "centre", s->w->conf->centre_name);
	json_set_text(s->o, "city", s->w->conf->city_name);
	json_set_text(s->o, "reason", s->args->reason);
	json_set_text(s->o, "law", law_of(s));
	json_set_text(s->o, "chain", s->in->chain.p ? text_hex(s->w->ctx, s->in->chain.p, s->in->chain.n) : NULL);
}

static void put_case(const struct sheet *s)
{
	const struct casefile *c = s->c;
	struct json *o = json_set_object(s->o, "matter");

	json_set_text(o, "code", c->matter_code);
	json_set_text(o, "name", c->matter_name);
	o = json_set_object(s->o, "dept");
	json_set_text(o, "code", s->dept->code);
	json_set_text(o, "name", s->dept->name);
	json_set_text(o, "short_name", s->dept->short_name);
	o = json_set_object(s->o, "case");
	json_set_text(o, "case_no", c->case_no);
	json_set_text(o, "short_no", c->short_no);
	json_set_text(o, "channel", c->channel);
	json_set_text(o, "channel_name", channel_name(c->channel));
	json_set_text(o, "delivery", c->delivery);
	json_set_text(o, "delivery_name", delivery_name(c->delivery));
	set_instant(o, "submitted_at", c->submitted_at);
	set_day(o, "received_day", c->received_day);
	set_day(o, "accepted_day", c->accepted_day);
}

static void put_people(const struct sheet *s)
{
	const struct casefile *c = s->c;
	struct json *o = json_set_object(s->o, "applicant");

	json_set_text(o, "kind", c->applicant_kind);
	json_set_text(o, "name", c->applicant_name);
	json_set_text(o, "id_type", c->applicant_id_type);
	json_set_text(o, "id_type_name", id_type_name(c->applicant_id_type));
	json_set_text(o, "id_mask", c->applicant_id_mask);
	json_set_text(o, "phone_mask", c->applicant_phone_mask);
	json_set_text(o, "legal_rep", c->legal_rep);
	if (!c->agent_name) {
		json_set_text(s->o, "agent", NULL);
		return;
	}
	o = json_set_object(s->o, "agent");
	json_set_text(o, "name", c->agent_name);
	json_set_text(o, "id_type_name", id_type_name(text_or(c->agent_id_type, "")));
	json_set_text(o, "id_mask", c->agent_id_mask);
	json_set_text(o, "phone_mask", c->agent_phone_mask);
}

static bool is_field(const struct case_item *it)
{
	return text_starts(it->item, "f.");
}

static bool is_handed_in(const struct case_item *it)
{
	return !is_field(it) && it->state != MATERIAL_NONE;
}

static void put_materials(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "materials");

	for (size_t i = 0; i < s->c->nitems; i++) {
		const struct case_item *it = &s->c->items[i];
		const struct matter_material *m = matter_material(s->m, it->item);
		if (!is_handed_in(it))
			continue;
		struct json *o = json_add_object(list);
		json_set_int(o, "seq", (int64_t)json_count(list));
		json_set_text(o, "key", it->item);
		json_set_text(o, "name", it->name);
		json_set_text(o, "form", m ? matter_bits_text(s->w->ctx, material_form_names, m->forms) : NULL);
		json_set_int(o, "copies", m ? m->copies : 1);
		json_set_text(o, "state", material_state_key(it->state));
		json_set_text(o, "state_name", material_state_name(it->state));
		json_set_text(o, "verdict", verdict_key(it->verdict));
		json_set_text(o, "verdict_name", verdict_name(it->verdict));
		json_set_int(o, "files", it->files);
	}
}

/* promise_after - name of the part from whose end the promised limit counts, as far as that is known; or NULL (F8). */
static const char *promise_after(const struct sheet *s)
{
	const char *from = s->m->limits.promised_from;

	for (size_t i = 0; from && (case_part_promised(s->in->c) || s->in->c->nparts == 0) && i < s->m->parts.n; i++)
		if (text_eq(s->m->parts.at[i].key, from))
			return s->m->parts.at[i].name;
	return NULL;
}

/* promised_text - from which day, where that is not acceptance: served on the day (CQ 5.3.2), or from a part (F8). */
static const char *promised_text(const struct sheet *s)
{
	const char *limit = matter_limit_text(s->w->ctx, &s->m->limits.promised), *after = promise_after(s);

	if (s->c->committed)
		return "受理当天";
	return after ? mem_fmt(s->w->ctx, "“%s”办好之后%s", after, limit) : limit;
}

static void put_limits(const struct sheet *s)
{
	struct json *o = json_set_object(s->o, "limits");

	json_set_text(o, "legal", matter_limit_text(s->w->ctx, &s->m->limits.legal));
	json_set_text(o, "promised", promised_text(s));
	json_set_text(o, "promised_after", promise_after(s));
	o = json_set_object(s->o, "due");
	for (int i = 0; i < CLOCK_COUNT; i++)
		set_day(o, clock_key((enum clock_name)i), s->c->due[i]);
	json_set_bool(s->o, "provisional", s->c->provisional);
}

static const char *join(void *ctx, struct texts t)
{
	char *out = mem_str(ctx, "");

	for (size_t i = 0; i < t.n; i++)
		out = mem_fmt(ctx, "%s%s%s", out, i ? "；" : "", t.at[i]);
	return out;
}

static void put_contacts(const struct sheet *s)
{
	struct json *o = json_set_object(s->o, "consult");
	/* of a case that went to another district: the guide tells of the city's department only */
	bool there = !s->part && !text_eq(s->c->dept_code, s->m->dept);

	json_set_text(o, "contact", text_or(there ? NULL : s->m->responsible, s->dept->name));
	json_set_text(o, "phone", text_or(there ? NULL : s->m->contact.enquiry, s->dept->phone_enquiry));
	o = json_set_object(s->o, "supervise");
	json_set_text(o, "phone", text_or(there ? NULL : s->m->contact.complaint, s->dept->phone_complaint));
	o = json_set_object(s->o, "place");
	if (s->m->places.n == 0) {
		json_set_text(o, "name", s->w->conf->centre_name);
		json_set_text(o, "address", s->dept->address);
		json_set_text(o, "hours", NULL);
		return;
	}
	json_set_text(o, "name", s->m->places.at[0].name);
	json_set_text(o, "address", s->m->places.at[0].address);
	json_set_text(o, "hours", join(s->w->ctx, s->m->places.at[0].hours));
}

/* --- parts of some ----------------------------------------------------------------------------------- */

/* What is judged wrong, in one list: the applicant must not learn of one fault after the other (ALL 32(4)). */
static void put_faults(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "items");

	for (size_t i = 0; i < s->c->nitems; i++) {
		const struct case_item *it = &s->c->items[i];
		if (it->verdict != VERDICT_MISSING && it->verdict != VERDICT_NOT_IN_FORM)
			continue;
		struct json *o = json_add_object(list);
		json_set_int(o, "seq", (int64_t)json_count(list));
		json_set_text(o, "key", it->item);
		json_set_text(o, "name", it->name);
		json_set_text(o, "box", verdict_key(it->verdict));
		json_set_text(o, "reason", it->reason);
		json_set_text(o, "remedy", it->remedy);
	}
}

static int64_t count_handed_in(const struct casefile *c)
{
	int64_t n = 0;

	for (size_t i = 0; i < c->nitems; i++)
		n += is_handed_in(&c->items[i]);
	return n;
}

/* The sentences are those of CQ Appendix A; only its blanks are ours. */
static enum err put_one_time_notice(const struct sheet *s)
{
	const char *body = mem_fmt(s->w->ctx,
				   "本窗口收到您单位（个人）申请办理%s事项（事项编号：%s）所提交的全部申请材料%lld项。"
				   "依法进行初审后，因您所送的材料不齐全（或不符合法定形式），暂时不能受理。"
				   "请您将下述材料尽快补正后再次来本窗口办理。",
				   s->c->matter_name, s->c->matter_code, (long long)count_handed_in(s->c));

	json_set_text(s->o, "addressee", s->c->applicant_name);
	json_set_int(s->o, "count", count_handed_in(s->c));
	json_set_int(s->o, "round", s->c->correction_round);
	put_faults(s);
	json_set_text(s->o, "body", body);
	json_set_text(s->o, "lead", "需补交或更正的材料如下：");
	json_set_text(s->o, "closing", "特此告知！");
	return ERR_NONE;
}

static enum err put_opinion(const struct sheet *s)
{
	json_set_bool(s->o, "passed", s->in->t->action == ACTION_PRE_REVIEW_PASS);
	put_faults(s);
	return ERR_NONE;
}

static enum err put_supplements(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "items");
	struct sql_document_last_row *notice;
	enum err e;

	for (size_t i = 0; i < s->c->nitems; i++) {
		const struct case_item *it = &s->c->items[i];
		if (!it->listed)
			continue;
		struct json *o = json_add_object(list);
		json_set_int(o, "seq", (int64_t)json_count(list));
		json_set_text(o, "key", it->item);
		json_set_text(o, "name", it->name);
		json_set_text(o, "state_name", is_field(it) ? "已更正" : material_state_name(it->state));
	}
	e = sql_document_last(s->w->db, s->w->ctx,
			      &(struct sql_document_last_in){
				      .case_id = s->c->id, .kind = document_form_of(DOCUMENT_ONE_TIME_NOTICE)->key},
			      &notice);
	json_set_text(s->o, "notice_number", e == ERR_NONE ? notice->number : NULL);
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

static void put_gaps(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "gaps");

	for (size_t i = 0; i < s->c->nitems; i++) {
		if (s->c->items[i].state != MATERIAL_GAP)
			continue;
		struct json *o = json_add_object(list);
		json_set_int(o, "seq", (int64_t)json_count(list));
		json_set_text(o, "key", s->c->items[i].item);
		json_set_text(o, "name", s->c->items[i].name);
		const struct matter_material *m = matter_material(s->m, s->c->items[i].item);
		json_set_text(o, "form", m ? matter_bits_text(s->w->ctx, material_form_names, m->forms) : NULL);
		json_set_int(o, "copies", m ? m->copies : 1);
	}
}

/* Whose time does not count, and how long it takes at most (ALL 45 asks for telling the applicant). */
static const char *special_text(const struct sheet *s)
{
	char *out = mem_str(s->w->ctx, "");

	for (size_t i = 0; i < s->m->limits.special.n; i++) {
		const struct matter_special *p = &s->m->limits.special.at[i];
		if (!p->excludes_from_legal && !p->excludes_from_promised)
			continue;
		out = mem_fmt(s->w->ctx, "%s%s%s（最长%lld个工作日，不计入%s）", out, *out ? "；" : "", p->name,
			      (long long)p->days,
			      !p->excludes_from_legal      ? "承诺时限"
			      : !p->excludes_from_promised ? "法定时限"
							   : "办理时限");
	}
	return *out ? out : NULL;
}

/* --- joint cases -------------------------------------------------------------------------------------- */

/* put_part - of which part of which case a paper is. */
static void put_part(const struct sheet *s)
{
	if (!s->part)
		return;
	struct json *o = json_set_object(s->o, "part");
	json_set_int(o, "seq", s->part->seq);
	json_set_text(o, "number", s->part->number);
	json_set_text(o, "parent", s->in->c->short_no);
	json_set_text(o, "parent_matter", s->in->c->matter_name);
}

static struct json *add_part(struct json *list, const struct case_part *p)
{
	struct json *o = json_add_object(list);

	json_set_int(o, "seq", p->seq);
	json_set_text(o, "number", p->number);
	json_set_text(o, "name", p->name);
	json_set_text(o, "body", p->dept_name);
	json_set_int(o, "days", p->days);
	json_set_text(o, "kind", part_kind_key(p->kind));
	return o;
}

/* put_parts - which departments take part, under which numbers: as made at acceptance, or as the answers stand before. */
static enum err put_parts(const struct sheet *s)
{
	struct case_part *parts = s->c->parts;
	size_t n = s->c->nparts;
	const char *collect;

	if (n == 0)
		TRY(case_parts_plan(s->w, s->c, &parts, &n, &collect));
	if (n == 0)
		return ERR_NONE;
	struct json *list = json_set_array(s->o, "parts");
	for (size_t i = 0; i < n; i++)
		add_part(list, &parts[i]);
	return ERR_NONE;
}

static enum err put_parts_result(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "parts");

	json_set_text(s->o, "outcome_text", text_eq(s->c->outcome, "granted") ? "准予" : "不予");
	for (size_t i = 0; i < s->c->nparts; i++) {
		const struct case_part *p = &s->c->parts[i];
		struct json *o = add_part(list, p);
		json_set_text(o, "state_name", part_state_name(p->state));
		json_set_text(o, "reason", p->state == PART_GRANTED ? NULL : p->opinion);
	}
	return ERR_NONE;
}

static enum err put_part_opinion(const struct sheet *s)
{
	bool agree = s->in->t->part == PART_AGREED;

	json_set_text(s->o, "stance", agree ? "agree" : "against");
	json_set_text(s->o, "stance_text", agree ? "同意" : "不同意");
	json_set_text(s->o, "note", s->args->note);
	return ERR_NONE;
}

static enum err put_acceptance(const struct sheet *s)
{
	TRY(put_parts(s));
	json_set_text(s->o, "special", special_text(s));
	json_set_text(s->o, "fee", s->m->fee.standard);
	put_gaps(s);
	return ERR_NONE;
}

static enum err put_deficient(const struct sheet *s)
{
	int64_t days = s->m->settings.gap_days;
	day due = DAY_NONE;
	enum err e = days > 0 ? clock_due(s->w->calendar, s->c->accepted_day, (int32_t)days, &due) : ERR_NONE;

	put_gaps(s);
	set_day(s->o, "gap_due", due);
	json_set_text(s->o, "consequence",
		      "请在上述日期前补齐所缺材料。材料补齐前，办理结果暂不发放；逾期未补齐的，依法终止办理。");
	return e == ERR_CALENDAR_GAP ? ERR_NONE : e;
}

static void put_remedies(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "remedies");

	/* 行政复议法 20, 行政诉讼法 46 */
	json_add_text(list, mem_fmt(s->w->ctx, "如不服本决定，可以自知道本决定之日起六十日内，依法向%s申请行政复议。",
				    s->dept->reconsider_at));
	json_add_text(list, mem_fmt(s->w->ctx, "也可以自知道本决定之日起六个月内，依法向%s提起行政诉讼。",
				    s->dept->court));
}

static enum err put_non_acceptance(const struct sheet *s)
{
	bool other = s->args->ground == GROUND_OTHER_AUTHORITY;

	json_set_text(s->o, "ground", other ? "other_authority" : "no_licence_needed");
	json_set_text(s->o, "ground_text",
		      other                          ? "申请事项依法不属于本机关职权范围"
		      : s->m->type == MATTER_LICENCE ? "申请事项依法不需要取得行政许可"
						     : "申请事项依法不需要办理");
	json_set_text(s->o, "competent_authority", other ? s->args->authority : NULL);
	put_remedies(s);
	return ERR_NONE;
}

static enum err put_withdrawal(const struct sheet *s)
{
	bool paper = false;

	for (size_t i = 0; i < s->c->nitems; i++)
		paper = paper || s->c->items[i].state == MATERIAL_PAPER;
	json_set_text(s->o, "returned",
		      paper ? "您交来的纸质材料原件，请到收件窗口领回。" : "您在网上提交的材料不再使用，不必另行取回。");
	return ERR_NONE;
}

static enum err put_termination(const struct sheet *s)
{
	put_remedies(s);
	return ERR_NONE;
}

/* --- from acceptance to the archive ------------------------------------------------------------------ */

static enum err put_revocation(const struct sheet *s)
{
	json_set_text(s->o, "ground_text", revoke_ground_text(s->args->revoke));
	put_remedies(s);
	return ERR_NONE;
}

/* put_signature - the applicant's, as it was given: a confirmation in the account, or by hand at the window. */
static enum err put_signature(const struct sheet *s, enum promise_kind kind)
{
	struct promises all;

	TRY(promise_load(s->w, s->c->id, &all));
	const struct promise *p = &all.at[kind];
	if (p->made_at == MSEC_NONE) {
		json_set_text(s->o, "signature", NULL);
		return ERR_NONE;
	}
	struct json *o = json_set_object(s->o, "signature");
	json_set_text(o, "name", p->made_by);
	json_set_text(o, "way", p->way);
	json_set_text(o, "way_text", promise_way_text(p));
	set_instant(o, "at", p->made_at);
	return ERR_NONE;
}

static enum err put_gap_promise(const struct sheet *s)
{
	TRY(put_deficient(s));
	TRY(put_signature(s, PROMISE_GAP));
	json_set_text(s->o, "body",
		      mem_fmt(s->w->ctx,
			      "本人（单位）申请办理“%s”，下列材料暂时不能提交。本人（单位）承诺在上述日期前补齐，"
			      "并知悉：材料补齐前结果暂不发放；逾期未补齐的，办理将终止。",
			      s->c->matter_name));
	return ERR_NONE;
}

static struct commitment_blanks blanks_of(const struct sheet *s)
{
	return (struct commitment_blanks){.matter = s->m, .c = s->c, .gap_due = s->c->due[CLOCK_GAP],
					  .city = s->w->conf->city_name};
}

static enum err put_commitment_notice(const struct sheet *s)
{
	struct commitment_blanks b = blanks_of(s);
	struct commitment text;

	commitment_notice(s->w->ctx, &b, &text);
	commitment_put(s->o, &text);
	return put_signature(s, PROMISE_COMMITMENT);
}

static enum err put_commitment_letter(const struct sheet *s)
{
	struct commitment_blanks b = blanks_of(s);
	struct commitment text;

	commitment_letter(s->w->ctx, &b, &text);
	commitment_put(s->o, &text);
	return put_signature(s, PROMISE_COMMITMENT);
}

static enum err put_papers_handed(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "papers");

	for (size_t i = 0; i < s->c->nitems; i++) {
		const struct case_item *it = &s->c->items[i];
		const struct matter_material *m = matter_material(s->m, it->item);
		if (it->state != MATERIAL_PAPER)
			continue;
		struct json *o = json_add_object(list);
		json_set_int(o, "seq", (int64_t)json_count(list));
		json_set_text(o, "key", it->item);
		json_set_text(o, "name", it->name);
		json_set_int(o, "copies", m ? m->copies : 1);
	}
	return ERR_NONE;
}

static enum err put_review_opinion(const struct sheet *s)
{
	bool agree = text_eq(s->args->stance, "agree");

	json_set_text(s->o, "stance", s->args->stance);
	json_set_text(s->o, "stance_text", agree ? "符合条件，建议准予" : "不符合条件，建议不予");
	json_set_text(s->o, "note", s->args->note);
	return ERR_NONE;
}

static const char *counts_text(bool not_legal, bool not_promised)
{
	if (not_legal && not_promised)
		return "这段时间不计入法定时限和承诺时限。";
	if (not_promised)
		return "这段时间不计入承诺时限，仍计入法定时限。";
	return not_legal ? "这段时间不计入法定时限，仍计入承诺时限。" : "这段时间计入办理时限。";
}

static const struct matter_special *special_of(const struct sheet *s)
{
	size_t at = (size_t)s->c->procedure_at - 1;

	return at < s->m->limits.special.n ? &s->m->limits.special.at[at] : NULL;
}

static enum err put_special_notice(const struct sheet *s)
{
	const struct matter_special *p = special_of(s);

	json_set_text(s->o, "procedure", p ? p->name : NULL);
	json_set_int(s->o, "days", s->args->days);
	set_day(s->o, "special_due", s->c->due[CLOCK_SPECIAL]);
	json_set_text(s->o, "counts", p ? counts_text(p->excludes_from_legal, p->excludes_from_promised) : NULL);
	json_set_text(s->o, "explain", p ? p->explain : NULL);
	return ERR_NONE;
}

static void put_inspectors(const struct sheet *s)
{
	struct json *list = json_set_array(s->o, "inspectors");

	for (size_t i = 0; i < sizeof(s->args->inspectors) / sizeof(s->args->inspectors[0]); i++)
		if (!text_empty(s->args->inspectors[i]))
			json_add_text(list, s->args->inspectors[i]);
}

static enum err put_special_result(const struct sheet *s)
{
	const struct matter_special *p = special_of(s);

	json_set_text(s->o, "procedure", p ? p->name : NULL);
	put_inspectors(s);
	return ERR_NONE;
}

static enum err put_suspension(const struct sheet *s)
{
	size_t at = (size_t)s->c->procedure_at - 1;
	const struct matter_suspension *p = at < s->m->limits.suspension.n ? &s->m->limits.suspension.at[at] : NULL;

	json_set_text(s->o, "cause", p ? p->name : NULL);
	json_set_text(s->o, "counts", p ? counts_text(p->excludes_from_legal, p->excludes_from_promised) : NULL);
	return ERR_NONE;
}

static enum err put_extension(const struct sheet *s)
{
	json_set_int(s->o, "days", s->args->days);
	return ERR_NONE;
}

static const char *result_name(const struct sheet *s)
{
	const struct matter_part *part = case_part_matter(s->c, s->part);

	if (part)
		return text_or(part->result, part->name);
	if (matter_results(s->m) > 1)
		return s->c->matter_name;
	return s->m->results.n > 0 ? s->m->results.at[0].name : s->c->matter_name;
}

static enum err put_grant(const struct sheet *s)
{
	json_set_text(s->o, "result", result_name(s));
	return ERR_NONE;
}

static enum err put_refusal(const struct sheet *s)
{
	put_remedies(s);
	return ERR_NONE;
}

static enum err put_certificate(const struct sheet *s)
{
	json_set_text(s->o, "holder", s->c->applicant_name);
	json_set_text(s->o, "id_mask", s->c->applicant_id_mask);
	set_day(s->o, "valid_from", s->args->valid_from ? s->args->valid_from : msec_day(s->w->now));
	set_day(s->o, "valid_until", s->args->valid_until ? s->args->valid_until : DAY_NONE);
	return ERR_NONE;
}

static enum err put_result_handover(const struct sheet *s)
{
	const char *o = s->part ? part_state_key(s->part->state) : s->c->outcome;

	json_set_text(s->o, "result", result_name(s));
	json_set_text(s->o, "outcome_text",
		      text_eq(o, "granted") ? "准予" : text_eq(o, "refused") ? "不予" : "已上报");
	return ERR_NONE;
}

/* goes_along - of a part: its own papers; else what was not handed over by itself before. */
static bool goes_along(const struct sheet *s, int64_t document_id)
{
	for (size_t i = 0; i < s->c->nparts; i++) {
		const struct case_part *p = &s->c->parts[i];
		if (document_id == p->document_id || document_id == p->certificate_id)
			return s->part ? p->seq == s->part->seq : p->handed_at == MSEC_NONE;
	}
	return s->part == NULL;
}

static bool is_result(const char *kind)
{
	static const char *const kinds[] = {"grant", "refusal", "certificate", "forwarding", "parts_result", "part_guidance"};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (text_eq(kinds[i], kind))
			return true;
	return false;
}

/* put_issued - what the applicant takes home: the decision and the certificate. */
static enum err put_issued(const struct sheet *s, bool all)
{
	struct json *list = json_set_array(s->o, "papers");
	struct sql_documents_of_row *rows;
	size_t n;

	TRY(sql_documents_of(s->w->db, s->w->ctx, &(struct sql_documents_of_in){.case_id = s->c->id}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		if (!all && (!is_result(rows[i].kind) || !goes_along(s, rows[i].id)))
			continue;
		struct json *o = json_add_object(list);
		json_set_int(o, "seq", (int64_t)json_count(list));
		json_set_text(o, "number", rows[i].number);
		json_set_text(o, "title", rows[i].title);
	}
	return ERR_NONE;
}

static enum err put_proof_of_service(const struct sheet *s)
{
	const struct case_receiver *r = &s->args->receiver;
	bool by_hand = s->in->t->asks & ASK_RECEIVER;

	json_set_text(s->o, "way",
		      by_hand ? "窗口领取"
		      : s->in->t->action == ACTION_CONFIRM_MAIL ? "邮寄送达" : "电子送达");
	if (by_hand) {
		struct json *o = json_set_object(s->o, "receiver");
		json_set_text(o, "name", r->name);
		json_set_text(o, "relation_text", text_eq(r->relation, "agent") ? "代领人" : "本人");
		json_set_text(o, "id_tail", r->id_tail);
	} else {
		json_set_text(s->o, "receiver", NULL);
	}
	json_set_text(s->o, "note", s->args->note);
	return put_issued(s, false);
}

static enum err put_waybill(const struct sheet *s)
{
	json_set_text(s->o, "courier", s->args->courier);
	json_set_text(s->o, "waybill", s->args->waybill);
	return put_issued(s, false);
}

static enum err put_archive_list(const struct sheet *s)
{
	json_set_int(s->o, "events", s->in->event_seq);
	return put_issued(s, true);
}

static enum err put_check_record(const struct sheet *s)
{
	put_inspectors(s);
	json_set_text(s->o, "note", s->args->note);
	return ERR_NONE;
}

static enum err put_nothing(const struct sheet *s)
{
	(void)s;
	return ERR_NONE;
}

static enum err (*const particulars[DOCUMENT_COUNT])(const struct sheet *s) = {
	[DOCUMENT_NONE] = put_nothing,
	[DOCUMENT_SUBMISSION_RECEIPT] = put_parts,
	[DOCUMENT_PRE_REVIEW_OPINION] = put_opinion,
	[DOCUMENT_RECEIPT_SLIP] = put_parts,
	[DOCUMENT_ONE_TIME_NOTICE] = put_one_time_notice,
	[DOCUMENT_SUPPLEMENT_RECEIPT] = put_supplements,
	[DOCUMENT_ACCEPTANCE_NOTICE] = put_acceptance,
	[DOCUMENT_DEEMED_NOTICE] = put_acceptance,
	[DOCUMENT_DEFICIENT_NOTICE] = put_deficient,
	[DOCUMENT_NON_ACCEPTANCE] = put_non_acceptance,
	[DOCUMENT_WITHDRAWAL] = put_withdrawal,
	[DOCUMENT_TERMINATION] = put_termination,
	[DOCUMENT_GAP_PROMISE] = put_gap_promise,
	[DOCUMENT_COMMITMENT_NOTICE] = put_commitment_notice,
	[DOCUMENT_COMMITMENT_LETTER] = put_commitment_letter,
	[DOCUMENT_HANDOVER_SLIP] = put_papers_handed,
	[DOCUMENT_HANDOVER_RECEIPT] = put_papers_handed,
	[DOCUMENT_REVIEW_OPINION] = put_review_opinion,
	[DOCUMENT_SPECIAL_NOTICE] = put_special_notice,
	[DOCUMENT_SPECIAL_RESULT] = put_special_result,
	[DOCUMENT_SUSPENSION] = put_suspension,
	[DOCUMENT_RESUMPTION] = put_suspension,
	[DOCUMENT_EXTENSION] = put_extension,
	[DOCUMENT_GRANT] = put_grant,
	[DOCUMENT_REFUSAL] = put_refusal,
	[DOCUMENT_CERTIFICATE] = put_certificate,
	[DOCUMENT_FORWARDING] = put_grant,
	[DOCUMENT_RESULT_HANDOVER] = put_result_handover,
	[DOCUMENT_PROOF_OF_SERVICE] = put_proof_of_service,
	[DOCUMENT_WAYBILL] = put_waybill,
	[DOCUMENT_ARCHIVE_LIST] = put_archive_list,
	[DOCUMENT_REVOCATION] = put_revocation,
	[DOCUMENT_CHECK_RECORD] = put_check_record,
	[DOCUMENT_PART_OPINION] = put_part_opinion,
	[DOCUMENT_PART_GUIDANCE] = put_nothing,
	[DOCUMENT_PARTS_RESULT] = put_parts_result,
};

enum err document_data(const struct casework *w, const struct document_issue *issue, const struct document_form *form,
		       const char *number, char **json)
{
	static const struct case_args no_args;
	struct sql_dept_by_code_row *dept;
	bool of_part = transition_of_part(issue->t);
	struct casefile shown = of_part ? case_part_view(issue->c) : *issue->c;
	struct sheet s = {.w = w, .in = issue, .c = &shown, .m = issue->c->matter,
			  .part = of_part ? case_part_named(issue->c) : NULL,
			  .args = issue->args ? issue->args : &no_args};

	TRY(sql_dept_by_code(w->db, w->ctx, &(struct sql_dept_by_code_in){.code = s.c->dept_code}, &dept));
	s.dept = dept;
	s.o = json_new(w->ctx);
	put_head(&s, form, number);
	put_case(&s);
	put_people(&s);
	put_materials(&s);
	put_limits(&s);
	put_contacts(&s);
	put_part(&s);
	TRY(particulars[form->kind](&s));
	*json = json_write(w->ctx, s.o);
	return ERR_NONE;
}
