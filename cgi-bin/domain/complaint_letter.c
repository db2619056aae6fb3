#include "domain/complaint_letter.h"

#include "base/text.h"
#include "domain/document.h"

#define WORDS_AS "complaint_letter.words_sealed"

/* opening - what it answers, in plain words. */
static const char *opening(void *ctx, const struct complaint *c)
{
	const struct sql_complaint_row *r = c->r;
	const struct complaint_fault *fault = complaint_fault(r->fault);
	const char *about = text_eq(r->about, "none") ? "" : voice_word(complaint_abouts, r->about);
	const char *which = text_empty(r->about_text) ? "" : mem_fmt(ctx, "（%s）", r->about_text);

	return mem_fmt(ctx, "您于%s反映的%s（编号 %s）%s%s%s%s，由%s调查核实。现答复如下：", day_words(ctx, msec_day(r->received_at)),
		       voice_word(complaint_kinds, r->kind), r->number, *about || *which ? "，涉及" : "", about, which,
		       fault ? mem_fmt(ctx, "，属于“%s”", fault->plain) : "", c->unit_name);
}

static const char *closing(void *ctx, const struct complaint *c, day until)
{
	if (c->r->level >= COMPLAINT_LEVELS)
		return "这是本中心最高一级的答复。仍不满意的，可以向信访部门反映，或者拨打 12345；属于行政行为的，可以依法申请行政复议或者提起行政诉讼。";
	return mem_fmt(ctx, "您满意的，可以在进度页上告诉我们；不满意的，请最晚在%s写明理由，由上一级另派人员再办。", day_words(ctx, until));
}

enum err complaint_letter_issue(const struct casework *w, const struct complaint *c, const struct actor *a,
				const struct complaint_letter_new *n)
{
	return sql_complaint_letter_add(
		w->db,
		&(struct sql_complaint_letter_add_in){
			.complaint_id = c->r->id, .level = c->r->level, .number = n->number, .centre = w->conf->centre_name,
			.phone = text_or(w->conf->centre_phone, ""), .unit_name = c->unit_name, .opening = opening(w->ctx, c),
			.finding = voice_word(complaint_findings, n->finding),
			.words_sealed = field_seal(w->ctx, w->keys, WORDS_AS, c->r->id, n->words),
			.closing = closing(w->ctx, c, n->until), .seal_legend = SEAL_LEGEND, .officer_id = a->id, .issued_at = w->now},
		NULL);
}

enum err complaint_letter_load(const struct casework *w, const struct complaint *c, int64_t level, struct complaint_letter *out)
{
	struct sql_complaint_letter_row *r;
	char *words;

	TRY(sql_complaint_letter(w->db, w->ctx, &(struct sql_complaint_letter_in){c->r->id, level}, &r));
	TRY(field_open(w->ctx, w->keys, WORDS_AS, c->r->id, r->words_sealed, &words));
	*out = (struct complaint_letter){r, words};
	return ERR_NONE;
}

enum err complaint_addressee(const struct casework *w, const struct complaint *c, int64_t account_id, const char **out)
{
	char *name = NULL;

	if (!c->r->anonymous && account_id && account_id == c->r->account_id)
		TRY(field_open(w->ctx, w->keys, "complaint.name_sealed", 0, c->r->name_sealed, &name));
	*out = text_or(name, text_or(c->r->name_mask, "反映人"));
	return ERR_NONE;
}
