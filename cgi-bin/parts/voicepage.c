#include "parts/voicepage.h"

#include "base/text.h"
#include "domain/progress.h"
#include "web/session.h"
#include "wrap/filekind.h"
#include "wrap/qr.h"

FORM_DEFINE(complain, COMPLAIN)
FORM_DEFINE(ask, ASK)
FORM_DEFINE(voice_find, VOICE_FIND)
FORM_DEFINE(voice_act, VOICE_ACT)

#define KEY_BYTES 15

/* --- forms --------------------------------------------------------------------------------------------------------- */

static const char *fresh_key(void *ctx)
{
	uint8_t raw[KEY_BYTES];

	crypt_random(raw, sizeof raw);
	return text_base32(ctx, raw, sizeof raw);
}

static void option(struct tpl *d, enum tpl_name section, const char *key, const char *name, const char *help, const char *chosen)
{
	struct tpl *o = tpl_add(d, section);

	tpl_text(o, T_OPTION_VALUE, key);
	tpl_text(o, T_OPTION_NAME, name);
	tpl_show_if(o, T_OPTION_ON, text_eq(key, chosen));
	if (help)
		tpl_text(tpl_add(o, T_OPTION_HELP_SHOWN), T_OPTION_HELP, help);
}

static void options(struct tpl *d, enum tpl_name section, const struct voice_word *list, const char *chosen)
{
	for (; list->key; list++)
		option(d, section, list->key, list->name, list->help, chosen);
}

static void fault_options(struct tpl *d, enum tpl_name section, const char *chosen, bool plain)
{
	for (const struct complaint_fault *f = complaint_faults; f->key; f++)
		option(d, section, f->key, plain ? f->plain : f->name, NULL, chosen);
}

static enum err unit_options(struct request *q, struct tpl *d, enum tpl_name section, const char *chosen, bool centre)
{
	struct sql_unit_list_row *rows;
	size_t n;

	TRY(sql_unit_list(q->app->db, q->ctx, &rows, &n));
	for (size_t i = 0; i < n; i++)
		if (centre || !text_eq(rows[i].code, UNIT_CENTRE))
			option(d, section, rows[i].code, rows[i].name, NULL, chosen);
	return ERR_NONE;
}

static enum err matter_options(struct request *q, struct tpl *d, const char *chosen)
{
	struct sql_enquiry_matters_row *rows;
	size_t n;

	TRY(sql_enquiry_matters(q->app->db, q->ctx, &rows, &n));
	for (size_t i = 0; i < n; i++)
		option(d, T_MATTER_OPTION, rows[i].code, rows[i].name, NULL, chosen);
	return ERR_NONE;
}

static struct tpl *fields_begin(struct request *q, struct page *p, enum tpl_file file)
{
	struct tpl *d = tpl_include(p->d, T_FIELDS, file);

	form_preset(q->form, "key", fresh_key(q->ctx));
	form_show(p->d, q->form); /* the summary of what is wrong */
	form_show(d, q->form);
	tpl_int(d, T_COMPLAINT_DAYS, q->app->conf.complaint_days);
	tpl_int(d, T_ENQUIRY_DAYS, q->app->conf.enquiry_days);
	return d;
}

enum err voicepage_complain(struct request *q, struct page *p, bool desk)
{
	if (!desk && q->session->account_id)
		form_preset(q->form, "name", q->session->name);
	form_preset(q->form, "about", text_or(pairs_get(&q->query, "about"), NULL));
	form_preset(q->form, "about_text", pairs_get(&q->query, "no"));
	struct tpl *d = fields_begin(q, p, TPL_parts_complain_fields);
	tpl_show_if(d, T_DESK, desk);
	tpl_show_if(d, T_ONLINE, !desk);
	options(d, T_KIND, complaint_kinds, form_raw(q->form, "kind"));
	options(d, T_ABOUT, complaint_abouts, form_raw(q->form, "about"));
	fault_options(d, T_FAULT, form_raw(q->form, "fault"), true);
	option(d, T_FAULT, "unknown", "说不清，请工作人员判断", NULL, form_raw(q->form, "fault"));
	return unit_options(q, d, T_DEPT_OPTION, form_raw(q->form, "dept"), false);
}

enum err voicepage_ask(struct request *q, struct page *p, bool desk)
{
	if (!desk && q->session->account_id)
		form_preset(q->form, "name", q->session->name);
	const char *no = progress_number(q->ctx, text_or(pairs_get(&q->query, "no"), ""));
	form_preset(q->form, "matter", pairs_get(&q->query, "matter"));
	if (no) /* as it was given in the address: nobody is told whether there is such a case */
		form_preset(q->form, "question", mem_fmt(q->ctx, "关于办件 %s：", no));
	struct tpl *d = fields_begin(q, p, TPL_parts_ask_fields);
	tpl_show_if(d, T_DESK, desk);
	tpl_show_if(d, T_ONLINE, !desk);
	return matter_options(q, d, form_raw(q->form, "matter"));
}

static const char *given(const char *s)
{
	return text_empty(s) ? NULL : s;
}

struct complaint_new voicepage_complaint_new(const struct request *q, const char *channel)
{
	const struct complain_form *f = q->form->value;
	bool anonymous = text_eq(f->who, "anonymous");

	return (struct complaint_new){
		.channel = text_or(channel, f->channel), .kind = f->kind, .anonymous = anonymous,
		.account_id = anonymous ? 0 : q->session->account_id, .name = anonymous ? NULL : given(f->name),
		.phone = anonymous ? NULL : given(f->phone), .about = f->about, .about_text = given(f->about_text),
		.fault = text_eq(f->fault, "unknown") ? NULL : given(f->fault), .dept = given(f->dept), .facts = f->facts,
		.submit_key = f->key};
}

struct enquiry_new voicepage_enquiry_new(const struct request *q, const char *channel)
{
	const struct ask_form *f = q->form->value;

	return (struct enquiry_new){.channel = text_or(channel, f->channel), .account_id = q->session->account_id,
				    .name = given(f->name), .phone = given(f->phone), .matter_code = given(f->matter),
				    .question = f->question, .submit_key = f->key};
}

void voicepage_wrong(struct request *q, struct page *p, const char *field, const char *say)
{
	p->status = 422;
	if (field)
		form_wrong(q->form, field, say);
	else
		q->form->notice = say;
}

/* --- acts ---------------------------------------------------------------------------------------------------------- */

static enum err act_inputs(struct request *q, struct tpl *t, const struct voice_acts *x, unsigned ask, bool again)
{
	const struct form_in *f = again ? q->form : NULL;

	if (ask & VOICE_ASK_ROUTE) {
		struct tpl *r = tpl_add(t, T_ASK_ROUTE);
		fault_options(r, T_FAULT, f ? form_raw(f, "fault") : x->fault, false);
		TRY(unit_options(q, r, T_UNIT_OPTION, f ? form_raw(f, "unit") : x->unit, true));
	}
	if (ask & VOICE_ASK_DEPT)
		TRY(unit_options(q, tpl_add(t, T_ASK_DEPT), T_UNIT_OPTION, f ? form_raw(f, "unit") : x->unit, false));
	if (ask & VOICE_ASK_FINDING)
		options(tpl_add(t, T_ASK_FINDING), T_FINDING, complaint_findings, f ? form_raw(f, "finding") : NULL);
	if (ask & VOICE_ASK_WAY)
		options(tpl_add(t, T_ASK_WAY), T_WAY, enquiry_ways, f ? form_raw(f, "way") : NULL);
	tpl_show_if(t, T_ASK_LATER, ask & VOICE_ASK_LATER);
	tpl_show_if(t, T_ASK_NAME, ask & VOICE_ASK_NAME);
	return ERR_NONE;
}

/* words_label - what the words of an act are */
static const char *words_label(const char *act)
{
	static const char *const labels[][2] = {
		{"answer", "答复的内容"}, {"add", "要补充什么"}, {"reopen", "哪里没有解决"}, {"satisfied", "想说的话"},
		{"withdraw", "想说的话"}, {"transfer", "请部门说明什么"}, {"later", "为什么现在答不了"}, {"follow", "还想问什么"}};

	for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
		if (text_eq(labels[i][0], act))
			return labels[i][1];
	return "理由";
}

static enum err act_show(struct request *q, struct tpl *d, const struct voice_acts *x, const struct voice_offer *o,
			 const struct voice_row *row)
{
	const char *key = x->rule->actions[o->action];
	bool again = q->form && q->form->spec == &voice_act_spec && text_eq(form_raw(q->form, "act"), key);
	bool plain = row->says == SAYS_NONE && !o->ask;
	struct tpl *in = tpl_add(tpl_add(d, T_ACT), plain ? T_PLAIN : T_ASKING);

	tpl_text(in, T_ACTION, x->url);
	tpl_text(in, T_ACT_KEY, key);
	tpl_text(in, T_ACT_LABEL, row->button);
	tpl_int(in, T_VERSION, x->version);
	tpl_show_if(in, T_DANGER, o->danger);
	if (plain)
		return ERR_NONE;
	if (again)
		form_show(in, q->form);
	tpl_show_if(in, T_OPEN, again);
	tpl_text(in, T_WORDS_LABEL, words_label(key));
	tpl_show_if(in, T_WORDS_NEEDED, row->says == SAYS_MUST);
	tpl_show_if(in, T_WORDS_MAY, row->says == SAYS_MAY);
	return act_inputs(q, in, x, o->ask, again);
}

enum err voicepage_acts(struct request *q, struct tpl *d, const struct voice_acts *x)
{
	struct tpl *acts = tpl_include(d, T_ACTS, TPL_parts_voice_acts);

	for (const struct voice_offer *o = x->offers; o->action; o++) {
		const struct voice_row *row = voice_allowed(x->rule, x->state, o->action, x->roles, x->facts, NULL);
		if (row)
			TRY(act_show(q, acts, x, o, row));
	}
	return ERR_NONE;
}

void voicepage_phone(const struct request *q, struct tpl *d)
{
	const char *phone = q->app->conf.centre_phone;

	if (!text_empty(phone))
		tpl_text(tpl_add(d, T_PHONE_GIVEN), T_CENTRE_PHONE, phone);
}

/* --- QR code, what it is about --------------------------------------------------------------------------------------- */

char *voicepage_track(const struct request *q, const char *token)
{
	return mem_fmt(q->ctx, "%s/t/%s", q->app->conf.base_url, token);
}

enum err voicepage_qr(const struct request *q, struct tpl *d, const char *url)
{
	struct tpl *box = tpl_include(d, T_QR, TPL_layout_qr);
	struct qr qr;

	TRY(qr_make(q->ctx, url, &qr));
	tpl_int(box, T_QR_SIZE, qr.size);
	tpl_text(box, T_QR_PATH, qr.path);
	tpl_text(box, T_QR_LABEL, "二维码：打开进度页");
	return ERR_NONE;
}

static const char *level_name(int64_t level)
{
	const struct complaint_level *l = complaint_level(level);

	return l ? l->name : "";
}

void voicepage_complaint(struct tpl *d, const struct complaint *c, enum voice_reader reader)
{
	const struct sql_complaint_row *r = c->r;
	const struct complaint_fault *fault = complaint_fault(r->fault);

	tpl_text(d, T_NUMBER, r->number);
	tpl_text(d, T_KIND_NAME, voice_word(complaint_kinds, r->kind));
	tpl_text(d, T_STATE_KEY, r->state);
	tpl_text(d, T_STATE_NAME, complaint_rule.states[c->state].name);
	tpl_text(d, T_CHANNEL, voice_word(complaint_channels, r->channel));
	tpl_text(d, T_FACTS, c->facts);
	if (r->about_text || !text_eq(r->about, "none")) {
		struct tpl *t = tpl_add(d, T_ABOUT_SHOWN);
		tpl_text(t, T_ABOUT_NAME, voice_word(complaint_abouts, r->about));
		tpl_text(t, T_ABOUT_TEXT, r->about_text);
	}
	if (fault) {
		struct tpl *t = tpl_add(d, T_FAULT_SHOWN);
		tpl_text(t, T_FAULT_NAME, reader == VOICE_OFFICER ? fault->name : fault->plain);
		if (reader == VOICE_OFFICER)
			tpl_text(tpl_add(t, T_CLAUSE_SHOWN), T_CLAUSE, fault->clause);
	}
	if (*c->unit_name) {
		struct tpl *t = tpl_add(d, T_UNIT_SHOWN);
		tpl_text(t, T_UNIT_NAME, c->unit_name);
		tpl_text(t, T_LEVEL_NAME, level_name(r->level));
	}
	tpl_minute(d, T_AT, r->received_at);
	if (r->anonymous) /* the minute is not kept */
		tpl_day(d, T_AT, msec_day(r->received_at));
	tpl_day(d, T_DUE, r->due);
	tpl_show_if(d, T_PROVISIONAL, r->provisional);
	if (c->reply) {
		struct tpl *t = tpl_add(d, T_REPLY_SHOWN);
		tpl_text(t, T_REPLY, c->reply);
		tpl_text(t, T_FINDING_NAME, voice_word(complaint_findings, r->finding));
		tpl_text(t, T_REPLY_NO, r->reply_no);
		tpl_minute(t, T_REPLY_AT, r->answered_at);
	}
}

static const char *words_open(const struct casework *w, const char *as, struct bytes sealed)
{
	char *plain;

	if (!sealed.p || field_open(w->ctx, w->keys, as, 0, sealed, &plain) != ERR_NONE)
		return NULL;
	return plain;
}

struct step {
	const char *what, *words, *who, *clause; /* clause: NULL for the writer */
	msec at;
	bool by_day;
};
static void step_show(struct tpl *d, const struct step *s)
{
	struct tpl *t = tpl_add(d, T_STEP_DONE);

	tpl_text(t, T_TOLD, s->what);
	if (s->by_day)
		tpl_day(t, T_AT, msec_day(s->at));
	else
		tpl_minute(t, T_AT, s->at);
	if (!text_empty(s->who))
		tpl_text(tpl_add(t, T_WHO_SHOWN), T_WHO, s->who);
	if (!text_empty(s->words))
		tpl_text(tpl_add(t, T_WORDS_SHOWN), T_WORDS, s->words);
	if (s->clause)
		tpl_text(tpl_add(t, T_CLAUSE_SHOWN), T_CLAUSE, s->clause);
}

enum err voicepage_course(struct tpl *d, const struct casework *w, const struct complaint *c, enum voice_reader reader)
{
	struct sql_complaint_events_row *e;
	size_t n;

	TRY(sql_complaint_events(w->db, w->ctx, &(struct sql_complaint_events_in){c->r->id}, &e, &n));
	for (size_t i = 0; i < n; i++) {
		const struct voice_row *row = voice_row_of(&complaint_rule, voice_action_of(&complaint_rule, e[i].action));
		bool staff = text_eq(e[i].actor_kind, "staff");
		if (reader == VOICE_WRITER && row && !row->told)
			continue;
		struct step s = {.what = row ? row->what : "收到", .at = e[i].at,
				 .clause = reader == VOICE_OFFICER ? e[i].clause : NULL,
				 .by_day = c->r->anonymous && !staff,
				 .words = words_open(w, "complaint_event.words_sealed", e[i].words_sealed)};
		if (staff && reader == VOICE_OFFICER)
			s.who = mem_fmt(w->ctx, "%s（%s）", e[i].actor_name, e[i].post);
		step_show(d, &s);
	}
	return ERR_NONE;
}

enum err voicepage_files(struct request *q, struct tpl *d, const struct casework *w, int64_t complaint_id, const char *base)
{
	struct sql_complaint_files_row *f;
	size_t n;

	TRY(sql_complaint_files(w->db, w->ctx, &(struct sql_complaint_files_in){complaint_id}, &f, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(d, T_FILE);
		tpl_text(t, T_FILE_NAME, f[i].file_name);
		tpl_text(t, T_FILE_SIZE, file_size_text(q->ctx, f[i].size));
		tpl_text(t, T_FILE_URL, mem_fmt(q->ctx, "%s%lld", base, (long long)f[i].id));
	}
	return ERR_NONE;
}

enum err voicepage_letters(struct tpl *d, const struct casework *w, const struct complaint *c, const char *base)
{
	struct sql_complaint_letters_row *l;
	size_t n;

	TRY(sql_complaint_letters(w->db, w->ctx, &(struct sql_complaint_letters_in){c->r->id}, &l, &n));
	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(d, T_LETTER);
		tpl_text(t, T_LETTER_URL, mem_fmt(w->ctx, "%s/%lld", base, (long long)l[i].level));
		tpl_text(t, T_REPLY_NO, l[i].number);
		tpl_day(t, T_ISSUED_DAY, msec_day(l[i].issued_at));
	}
	return ERR_NONE;
}

/* --- enquiries ------------------------------------------------------------------------------------------------------ */

void voicepage_enquiry(struct tpl *d, const struct enquiry *e)
{
	const struct sql_enquiry_row *r = e->r;

	tpl_text(d, T_NUMBER, r->number);
	tpl_text(d, T_STATE_KEY, r->state);
	tpl_text(d, T_STATE_NAME, enquiry_rule.states[e->state].name);
	tpl_text(d, T_CHANNEL, voice_word(enquiry_channels, r->channel));
	tpl_text(d, T_QUESTION, e->question);
	tpl_minute(d, T_AT, r->received_at);
	tpl_day(d, T_DUE, r->due);
	tpl_show_if(d, T_PROVISIONAL, r->provisional);
	if (*e->matter_name) {
		struct tpl *t = tpl_add(d, T_MATTER_SHOWN);
		tpl_text(t, T_CODE, r->matter_code);
		tpl_text(t, T_NAME, e->matter_name);
	}
	if (r->owner_name)
		tpl_text(tpl_add(d, T_OWNER_SHOWN), T_OWNER, r->owner_name);
	if (e->state == ENQUIRY_ASKED && *e->dept_name)
		tpl_text(tpl_add(d, T_DEPT_SHOWN), T_DEPT_NAME, e->dept_name);
	if (r->later_day != DAY_NONE && !e->answer) {
		struct tpl *t = tpl_add(d, T_LATER_SHOWN);
		tpl_day(t, T_LATER, r->later_day);
		tpl_text(t, T_WAY_NAME, voice_word(enquiry_ways, r->later_way));
	}
	if (e->answer) {
		struct tpl *t = tpl_add(d, T_ANSWER_SHOWN);
		tpl_text(t, T_ANSWER, e->answer);
		tpl_minute(t, T_ANSWER_AT, r->answered_at);
		tpl_text(t, T_WAY_NAME, voice_word(enquiry_ways, r->answer_way));
	}
}

enum err voicepage_answers(struct tpl *d, const struct casework *w, const struct enquiry *e, enum voice_reader reader)
{
	struct sql_enquiry_events_row *ev;
	size_t n;

	TRY(sql_enquiry_events(w->db, w->ctx, &(struct sql_enquiry_events_in){e->r->id}, &ev, &n));
	for (size_t i = 0; i < n; i++) {
		const struct voice_row *row = voice_row_of(&enquiry_rule, voice_action_of(&enquiry_rule, ev[i].action));
		if (reader == VOICE_WRITER && row && !row->told)
			continue;
		struct step s = {.what = row ? row->what : "收到", .at = ev[i].at,
				 .clause = reader == VOICE_OFFICER ? ev[i].clause : NULL,
				 .words = words_open(w, "enquiry_event.words_sealed", ev[i].words_sealed)};
		if (text_eq(ev[i].actor_kind, "staff"))
			s.who = reader == VOICE_WRITER ? ev[i].actor_name : mem_fmt(w->ctx, "%s（%s）", ev[i].actor_name, ev[i].post);
		step_show(d, &s);
	}
	return ERR_NONE;
}
