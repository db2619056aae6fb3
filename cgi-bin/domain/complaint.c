#include "domain/complaint.h"

#include "base/text.h"
#include "domain/clock.h"
#include "domain/complaint_letter.h"
#include "domain/freetext.h"
#include "domain/number.h"
#include "domain/outbox.h"
#include "domain/progress.h"
#include "domain/token.h"
#include "domain/voice.h"

#define FACTS_AS "complaint.facts_sealed"
#define REPLY_AS "complaint.reply_sealed"
#define WORDS_AS "complaint_event.words_sealed"

static enum err wrong(const char **field, const char **say, const char *at, const char *why)
{
	*field = at;
	*say = why;
	return ERR_INVALID;
}

/* --- making one -------------------------------------------------------------------------------------------------- */

struct sending {
	const struct casework *w;
	const struct actor *a; /* NULL: the writer online */
	const struct complaint_new *n;
	struct voice_contact who;
	struct bytes submit_key, same_mac;
	const char *unit; /* that answers, NULL: to be looked at */
	int64_t id;
	bool rude;
};

/* what an anonymous writer does is kept to the hour */
static msec stamp(const struct casework *w, bool anonymous)
{
	return anonymous ? voice_hour(w->now) : w->now;
}

/* find_same - sent twice: the key of the form says so; or the same words, by the same person where there is one. */
static enum err find_same(const struct sending *s, struct complaint_sent *out)
{
	struct sql_complaint_by_submit_row *key;
	struct sql_complaint_by_same_row *same;

	enum err e = sql_complaint_by_submit(s->w->db, s->w->ctx, &(struct sql_complaint_by_submit_in){s->submit_key}, &key);
	if (e == ERR_NONE)
		*out = (struct complaint_sent){key->id, true, true};
	if (e != ERR_NOT_FOUND)
		return e;
	TRY(sql_complaint_by_same(s->w->db, s->w->ctx, &(struct sql_complaint_by_same_in){s->same_mac}, &same));
	*out = (struct complaint_sent){same->id, true, s->a || s->n->account_id || s->who.phone};
	return ERR_NONE;
}

static enum err subject_add(const struct casework *w, int64_t id, int64_t staff_id, const char *why)
{
	return sql_complaint_subject_add(w->db, &(struct sql_complaint_subject_add_in){id, staff_id, why}, NULL);
}

static enum err subjects_window(const struct casework *w, int64_t id, const char *code)
{
	struct sql_staff_at_window_row *on;
	size_t n;

	TRY(sql_staff_at_window(w->db, w->ctx, &(struct sql_staff_at_window_in){code, msec_day(w->now)}, &on, &n));
	for (size_t i = 0; i < n; i++)
		TRY(subject_add(w, id, on[i].staff_id, "window"));
	return ERR_NONE;
}

static enum err subjects_case(const struct casework *w, int64_t id, int64_t case_id)
{
	struct sql_staff_on_case_row *on;
	size_t n;

	TRY(sql_staff_on_case(w->db, w->ctx, &(struct sql_staff_on_case_in){case_id}, &on, &n));
	for (size_t i = 0; i < n; i++)
		TRY(subject_add(w, id, on[i].staff_id, "case"));
	return ERR_NONE;
}

static enum err subjects_named(const struct casework *w, int64_t id, const char *name, size_t *found)
{
	struct sql_staff_named_row *named;

	TRY(sql_staff_named(w->db, w->ctx, &(struct sql_staff_named_in){name}, &named, found));
	for (size_t i = 0; i < *found; i++)
		TRY(subject_add(w, id, named[i].id, "named"));
	return ERR_NONE;
}

/* subjects_add - whom it is about, as far as the words say it, so that they never see it. */
static enum err subjects_add(const struct sending *s, int64_t case_id, const char *window)
{
	size_t n;

	if (window)
		TRY(subjects_window(s->w, s->id, window));
	if (case_id)
		TRY(subjects_case(s->w, s->id, case_id));
	if (text_eq(s->n->about, "person") && s->n->about_text)
		TRY(subjects_named(s->w, s->id, s->n->about_text, &n));
	return ERR_NONE;
}

/* event_add - e: what differs from case to case; the rest is the same for all. */
static enum err event_add(const struct casework *w, const struct actor *a, bool anonymous, const char *words,
			  struct sql_complaint_event_add_in *e)
{
	bool staff = a && a->kind == ACTOR_STAFF;

	e->actor_kind = a ? actor_kind_key(a->kind) : "applicant";
	e->at = stamp(w, anonymous && !staff);
	e->actor_id = staff ? a->id : 0;
	e->actor_name = staff ? text_or(a->name, "") : "";
	e->post = staff ? text_or(a->post, "") : "";
	e->acting_for = staff ? a->acting_for : 0;
	if (!text_empty(words))
		e->words_sealed = field_seal(w->ctx, w->keys, WORDS_AS, 0, words);
	return sql_complaint_event_add(w->db, e, NULL);
}

/* place - what the words name: a case with its department, a window. */
static enum err place(const struct sending *s, int64_t *case_id, const char **dept, const char **window)
{
	const struct casework *w = s->w;
	const char *number = voice_number_fold(w->ctx, text_or(s->n->about_text, ""));
	struct sql_complaint_window_row *at;
	struct sql_complaint_case_row *c;
	enum err e = ERR_NOT_FOUND;

	*case_id = 0;
	*window = NULL;
	*dept = s->n->dept;
	if (text_eq(s->n->about, "case")) {
		const char *no = progress_number(w->ctx, number);
		e = no ? sql_complaint_case(w->db, w->ctx, &(struct sql_complaint_case_in){no}, &c) : ERR_NOT_FOUND;
		if (e == ERR_NONE) {
			*case_id = c->id;
			*dept = c->dept_code;
		}
	} else if (text_eq(s->n->about, "window")) {
		e = sql_complaint_window(w->db, w->ctx, &(struct sql_complaint_window_in){number}, &at);
		if (e == ERR_NONE)
			*window = at->code;
	}
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

static enum err send_work(void *arg)
{
	struct sending *s = arg;
	const struct casework *w = s->w;
	const struct complaint_new *n = s->n;
	struct sql_complaint_add_in row = {.submit_key = s->submit_key, .same_mac = s->same_mac, .channel = n->channel,
					   .kind = n->kind, .anonymous = n->anonymous, .about = n->about,
					   .about_text = n->about_text, .fault = n->fault, .rude = s->rude,
					   .received_at = stamp(w, n->anonymous), .entered_by = s->a ? s->a->id : 0};
	const char *dept;
	struct db_done done;

	TRY(place(s, &row.case_id, &dept, &row.window_code));
	s->unit = complaint_unit(complaint_fault(n->fault), dept);
	enum err e = clock_due(w->calendar, msec_day(w->now), (int32_t)w->conf->complaint_days, &row.due);
	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	row.provisional = e == ERR_CALENDAR_GAP;
	TRY(voice_number(w, VOICE_COMPLAINT, &row.number));
	row.ref = voice_ref(w->ctx);
	row.facts_sealed = field_seal(w->ctx, w->keys, FACTS_AS, 0, n->facts);
	if (!n->anonymous) {
		row.account_id = n->account_id;
		row.name_sealed = s->who.name_sealed;
		row.name_mask = s->who.name_mask;
		row.phone_sealed = s->who.phone_sealed;
		row.phone_mask = s->who.phone_mask;
	}
	TRY(sql_complaint_add(w->db, &row, &done));
	s->id = done.insert_id;
	TRY(subjects_add(s, row.case_id, row.window_code));
	return event_add(w, s->a, n->anonymous, NULL,
			 &(struct sql_complaint_event_add_in){.complaint_id = s->id, .seq = 1, .action = "send", .from_state = "",
							      .to_state = "received", .level = 1, .due = row.due,
							      .clause = "AY 6.3.5"});
}

static bool key_in(const struct voice_word *list, const char *key)
{
	return *voice_word(list, key) != '\0';
}

static enum err send_check(struct sending *s, const char **field, const char **say)
{
	const struct complaint_new *n = s->n;
	size_t chars = utf8_len(text_or(n->facts, ""));

	if (!key_in(complaint_kinds, n->kind) || !key_in(complaint_channels, n->channel))
		return wrong(field, say, "kind", "请选择是哪一类");
	if (!key_in(complaint_abouts, n->about))
		return wrong(field, say, "about", "请选择反映的是什么");
	if (n->fault && !complaint_fault(n->fault))
		return wrong(field, say, "fault", "请选择哪里不对，说不清的选“说不清”");
	if (chars < COMPLAINT_FACTS_MIN || chars > COMPLAINT_FACTS_MAX)
		return wrong(field, say, "facts", "请写一写是什么事：什么时候、在哪里、怎么回事");
	if (n->anonymous)
		return ERR_NONE;
	if (text_empty(n->phone))
		return wrong(field, say, "phone", "请留一个电话，好把结果告诉您；不想留的，请选“不留姓名”");
	enum err e = voice_contact(s->w, "complaint", n->name, n->phone, &s->who, say);
	if (e == ERR_INVALID)
		*field = "phone";
	return e;
}

/* keys_make - by what a second one is known.  The account and the telephone of somebody anonymous do not go in. */
static void keys_make(struct sending *s)
{
	const struct complaint_new *n = s->n;
	const struct casework *w = s->w;
	char date[DAY_TEXT];
	const char *who = n->anonymous ? "" : mem_fmt(w->ctx, "%lld %s", (long long)n->account_id, text_or(s->who.phone, ""));

	s->submit_key = voice_mac(w, "complaint-submit", n->submit_key);
	s->same_mac = voice_mac(w, "complaint-same",
				mem_fmt(w->ctx, "%s|%s|%s|%s|%s|%s", day_text(msec_day(w->now), date), n->kind, n->about,
					text_or(n->about_text, ""), who, n->facts));
}

/* assign - at once where the rule says to whom; a report is read by the complaint desk first, and so is a rude text. */
static enum err assign(const struct sending *s)
{
	struct actor system = actor_system();
	const char *field, *say;

	if (!s->unit || s->rude || text_eq(s->n->kind, "report"))
		return ERR_NONE;
	enum err e = complaint_act(s->w, &system, s->id, 0, COMPLAINT_ROUTE,
				   &(struct complaint_args){.fault = s->n->fault, .unit = s->unit}, &field, &say);
	return e == ERR_CONFLICT ? ERR_NONE : e; /* an officer was quicker */
}

enum err complaint_send(const struct casework *w, const struct actor *a, const struct complaint_new *n,
			struct complaint_sent *out, const char **field, const char **say)
{
	struct sending s = {.w = w, .a = a, .n = n};

	*field = *say = NULL;
	TRY(send_check(&s, field, say));
	keys_make(&s);
	s.rude = freetext_rude(w->ctx, n->facts);
	enum err e = find_same(&s, out);
	if (e != ERR_NOT_FOUND)
		return e;
	e = db_tx(w->db, send_work, &s);
	if (e == ERR_DUPLICATE) /* the same form came twice in the same moment */
		return find_same(&s, out);
	TRY(e);
	*out = (struct complaint_sent){s.id, false, true};
	return assign(&s);
}

/* --- loading ------------------------------------------------------------------------------------------------------ */

static enum err unit_name(const struct casework *w, const char *unit, const char **out)
{
	struct sql_dept_by_code_row *d;

	*out = "";
	if (!unit)
		return ERR_NONE;
	enum err e = sql_dept_by_code(w->db, w->ctx, &(struct sql_dept_by_code_in){.code = unit}, &d);
	if (e == ERR_NONE)
		*out = d->name;
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

enum err complaint_load(const struct casework *w, int64_t id, struct complaint **out)
{
	struct complaint *c = mem_new(w->ctx, struct complaint);
	struct sql_complaint_row *r;
	char *plain;

	TRY(sql_complaint_get(w->db, w->ctx, &(struct sql_complaint_get_in){id}, &r));
	c->r = r;
	c->state = voice_state_of(&complaint_rule, r->state);
	TRY(field_open(w->ctx, w->keys, FACTS_AS, 0, r->facts_sealed, &plain));
	c->facts = plain;
	TRY(field_open(w->ctx, w->keys, REPLY_AS, 0, r->reply_sealed, &plain));
	c->reply = plain;
	TRY(unit_name(w, r->unit, &c->unit_name));
	*out = c;
	return ERR_NONE;
}

enum err complaint_find(const struct casework *w, const char *number, int64_t *id)
{
	struct sql_complaint_by_number_row *r;

	TRY(sql_complaint_by_number(w->db, w->ctx, &(struct sql_complaint_by_number_in){voice_number_fold(w->ctx, number)}, &r));
	*id = r->id;
	return ERR_NONE;
}

enum err complaint_by_token(const struct casework *w, const char *token, struct complaint **out)
{
	struct sql_complaint_by_ref_row *r;
	struct bytes ref;

	if (!token_ref(w->ctx, token, TOKEN_COMPLAINT, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_complaint_by_ref(w->db, w->ctx, &(struct sql_complaint_by_ref_in){ref}, &r));
	TRY(complaint_load(w, r->id, out));
	return token_ok(w->ctx, w->keys, token, TOKEN_COMPLAINT, (*out)->r->ref, (*out)->r->token_version) ? ERR_NONE
													     : ERR_NOT_FOUND;
}

char *complaint_token(const struct casework *w, const struct complaint *c)
{
	return token_make(w->ctx, w->keys, TOKEN_COMPLAINT, c->r->ref, c->r->token_version);
}

/* --- who may ------------------------------------------------------------------------------------------------------ */

enum err complaint_conflict(const struct casework *w, int64_t id, const struct actor *a, bool *about_me)
{
	struct sql_complaint_conflict_row *r;

	TRY(sql_complaint_conflict(w->db, w->ctx,
				   &(struct sql_complaint_conflict_in){.complaint_id = id, .staff_id = a->id,
								       .acting_for = a->acting_for, .now = w->now},
				   &r));
	*about_me = r->n > 0;
	return ERR_NONE;
}

enum err complaint_facts(const struct casework *w, const struct complaint *c, const struct actor *a, uint32_t *facts)
{
	struct sql_complaint_answered_by_row *before;
	bool about_me;

	*facts = c->r->level >= COMPLAINT_LEVELS ? CF_LAST : 0;
	if (a->kind != ACTOR_STAFF)
		return ERR_NONE;
	TRY(complaint_conflict(w, c->r->id, a, &about_me));
	TRY(sql_complaint_answered_by(w->db, w->ctx, &(struct sql_complaint_answered_by_in){c->r->id, a->id}, &before));
	*facts |= about_me ? CF_ABOUT_ME : 0;
	*facts |= before->n ? CF_BEFORE : 0;
	*facts |= c->r->handler_id && c->r->handler_id == a->id ? CF_MINE : 0;
	*facts |= c->r->withheld_by && c->r->withheld_by == a->id ? CF_MY_HOLD : 0;
	*facts |= complaint_at_level(c->r->level, c->r->unit, a->roles, a->dept) ? CF_AT_LEVEL : 0;
	return ERR_NONE;
}

enum err complaint_visible(const struct casework *w, const struct complaint *c, const struct actor *a, bool *may)
{
	bool about_me, centre = text_empty(a->dept);
	uint32_t all = ROLE_COMPLAINT | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR;

	TRY(complaint_conflict(w, c->r->id, a, &about_me));
	*may = !about_me && ((centre && a->roles & all) || (c->r->entered_by && c->r->entered_by == a->id) ||
			     (!centre && a->roles & ROLES_DEPT && text_eq(a->dept, c->r->unit)));
	return ERR_NONE;
}

/* --- acts --------------------------------------------------------------------------------------------------------- */

struct act {
	const struct casework *w;
	const struct actor *a;
	int64_t id, version;
	enum complaint_action action;
	const struct complaint_args *args;
	const char **field, **say;
	/* found on the way */
	struct complaint *c;
	const struct voice_row *row;
	struct sql_complaint_move_in next;
};

static enum err refuse(const struct act *x, enum err e, const char *field, const char *why)
{
	*x->field = field;
	*x->say = why;
	return e;
}

static enum err due_start(const struct act *x, int64_t days, day *due, int64_t *provisional)
{
	enum err e = clock_due(x->w->calendar, msec_day(x->w->now), (int32_t)days, due);

	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	if (provisional)
		*provisional = e == ERR_CALENDAR_GAP;
	return ERR_NONE;
}

/* route - to whom the rule sends it; another one only with a reason. */
static enum err route(struct act *x)
{
	const struct complaint_fault *fault = complaint_fault(x->args->fault);
	const char *unit, *name;

	if (!fault)
		return refuse(x, ERR_INVALID, "fault", "请选择属于 ZJG 14 的哪一种情形");
	const char *asked = text_empty(x->args->unit) ? NULL : x->args->unit;
	unit = complaint_unit(fault, asked && !text_eq(asked, UNIT_CENTRE) ? asked : NULL);
	if (!unit && !asked)
		return refuse(x, ERR_INVALID, "unit", "这种情形由业务审批部门为主答复，请选择部门");
	if (asked && !text_eq(asked, unit)) {
		if (text_empty(x->args->words))
			return refuse(x, ERR_INVALID, "words", "和分工规定不一样的，请写明为什么转给这里");
		unit = asked;
	}
	TRY(unit_name(x->w, unit, &name));
	if (!*name)
		return refuse(x, ERR_INVALID, "unit", "没有这个部门");
	x->next.fault = fault->key;
	x->next.unit = unit;
	x->next.handler_id = 0;
	x->next.handler_name = NULL;
	return ERR_NONE;
}

/* reply_number - （政务）诉字〔2026〕第00001号, without gaps per authority and year. */
static enum err reply_number(const struct act *x, const char **out)
{
	struct sql_dept_by_code_row *dept;
	struct db_done done;
	int year, month, mday;
	char *number;

	day_split(msec_day(x->w->now), &year, &month, &mday);
	TRY(sql_doc_counter_next(x->w->db, &(struct sql_doc_counter_next_in){x->next.unit, "诉", year}, &done));
	TRY(sql_dept_by_code(x->w->db, x->w->ctx, &(struct sql_dept_by_code_in){.code = x->next.unit}, &dept));
	TRY(doc_no_text(x->w->ctx, &(struct doc_no){dept->short_name, "诉", year, (int)done.insert_id}, &number));
	*out = number;
	return ERR_NONE;
}

static enum err answer(struct act *x)
{
	if (!key_in(complaint_findings, x->args->finding))
		return refuse(x, ERR_INVALID, "finding", "请选择调查的结论");
	if (utf8_len(x->args->words) < COMPLAINT_REPLY_MIN)
		return refuse(x, ERR_INVALID, "words", "书面答复请写清楚：查到了什么、怎样处理、依据是什么");
	x->next.finding = x->args->finding;
	x->next.reply_sealed = field_seal(x->w->ctx, x->w->keys, REPLY_AS, 0, x->args->words);
	x->next.answered_at = x->w->now;
	TRY(reply_number(x, &x->next.reply_no));
	TRY(due_start(x, x->w->conf->complaint_reopen_days, &x->next.lapse_day, NULL));
	return complaint_letter_issue(x->w, x->c, x->a,
				      &(struct complaint_letter_new){x->next.reply_no, x->args->finding, x->args->words,
								     x->next.lapse_day});
}

static enum err name_subject(struct act *x)
{
	size_t n = 0;

	if (!text_empty(x->args->name))
		TRY(subjects_named(x->w, x->id, x->args->name, &n));
	return n ? ERR_NONE : refuse(x, ERR_INVALID, "name", "没有叫这个名字的工作人员，请核对");
}

static enum err effect(struct act *x)
{
	switch (x->action) {
	case COMPLAINT_ROUTE:
	case COMPLAINT_REROUTE:
		return route(x);
	case COMPLAINT_ANSWER:
		return answer(x);
	case COMPLAINT_NAME:
		return name_subject(x);
	case COMPLAINT_TAKE:
		x->next.handler_id = x->a->id;
		x->next.handler_name = x->a->name;
		return ERR_NONE;
	case COMPLAINT_REOPEN:
		x->next.level++;
		x->next.satisfied = 2;
		x->next.lapse_day = DAY_NONE;
		break;
	case COMPLAINT_SATISFIED:
		x->next.satisfied = 1;
		return ERR_NONE;
	case COMPLAINT_WITHHOLD:
		x->next.withheld_by = x->a->id;
		break;
	case COMPLAINT_RESTORE:
		x->next.withheld_by = 0;
		x->next.unit = NULL;
		break;
	case COMPLAINT_RETURN:
		x->next.unit = NULL;
		break;
	case COMPLAINT_RELEASE:
		break;
	case COMPLAINT_SEND:
	case COMPLAINT_LAPSE:
	case COMPLAINT_ADD:
	case COMPLAINT_WITHDRAW:
	case COMPLAINT_ACTIONS:
		return ERR_NONE;
	}
	x->next.handler_id = 0;
	x->next.handler_name = NULL;
	return ERR_NONE;
}

/* next_begin - everything as it is. */
static struct sql_complaint_move_in next_begin(const struct sql_complaint_row *r)
{
	return (struct sql_complaint_move_in){
		.id = r->id, .fault = r->fault, .unit = r->unit, .level = r->level, .handler_id = r->handler_id,
		.handler_name = r->handler_name, .due = r->due, .provisional = r->provisional, .answered_at = r->answered_at,
		.lapse_day = r->lapse_day, .finding = r->finding, .reply_sealed = r->reply_sealed, .reply_no = r->reply_no,
		.satisfied = r->satisfied, .withheld_by = r->withheld_by, .version = r->version + 1,
		.event_count = r->event_count + 1};
}

/* tell - to whoever left a telephone; once per event. */
static enum err tell(const struct act *x)
{
	const struct sql_complaint_row *r = x->c->r;
	const struct casework *w = x->w;
	char *phone;

	if (!x->row->told || x->a->kind == ACTOR_APPLICANT || r->anonymous || !r->phone_sealed.p)
		return ERR_NONE;
	TRY(field_open(w->ctx, w->keys, "complaint.phone_sealed", 0, r->phone_sealed, &phone));
	return outbox_put_about(w, "complaint", r->id, x->next.event_count, r->account_id, "sms", "complaint", x->row->what,
				mem_fmt(w->ctx, "【%s】您反映的事（%s）有新情况：%s。查看：%s/t/%s", w->conf->centre_name, r->number,
					x->row->what, w->conf->base_url, complaint_token(w, x->c)),
				phone);
}

static enum err act_check(struct act *x)
{
	uint32_t facts, roles = actor_roles(x->a);
	size_t chars = utf8_len(text_or(x->args->words, ""));

	TRY(complaint_facts(x->w, x->c, x->a, &facts));
	x->row = voice_allowed(&complaint_rule, x->c->state, x->action, roles, facts, x->say);
	if (!x->row)
		return facts & CF_ABOUT_ME ? ERR_FORBIDDEN : ERR_CONFLICT;
	if (x->row->says == SAYS_MUST && chars < 2)
		return refuse(x, ERR_INVALID, "words", "请写明理由或者内容");
	if (chars > COMPLAINT_FACTS_MAX)
		return refuse(x, ERR_INVALID, "words", "写得太长了，请控制在 3000 字以内");
	return ERR_NONE;
}

static enum err act_work(void *arg)
{
	struct act *x = arg;
	const struct casework *w = x->w;
	struct sql_complaint_lock_row *locked;

	TRY(sql_complaint_lock(w->db, w->ctx, &(struct sql_complaint_lock_in){x->id}, &locked));
	TRY(complaint_load(w, x->id, &x->c));
	if (x->version && x->version != locked->version)
		return refuse(x, ERR_CONFLICT, NULL,
			      x->c->r->handler_name ? mem_fmt(w->ctx, "就在刚才，%s 处理过这件事。请看最新情况。", x->c->r->handler_name)
						    : "就在刚才，这件事有了变化。请看最新情况。");
	TRY(act_check(x));
	int to = x->row->to ? x->row->to : (int)x->c->state;
	x->next = next_begin(x->c->r);
	x->next.state = complaint_rule.states[to].key;
	x->next.desk = complaint_rule.states[to].desk;
	TRY(effect(x));
	if (x->row->due == CDUE_START)
		TRY(due_start(x, w->conf->complaint_days, &x->next.due, &x->next.provisional));
	TRY(sql_complaint_move(w->db, &x->next, NULL));
	TRY(event_add(w, x->a, x->c->r->anonymous, x->args->words,
		      &(struct sql_complaint_event_add_in){.complaint_id = x->id, .seq = x->next.event_count,
							   .action = complaint_rule.actions[x->action],
							   .from_state = x->c->r->state, .to_state = x->next.state,
							   .unit = x->next.unit, .level = x->next.level, .due = x->next.due,
							   .clause = x->row->clause}));
	return tell(x);
}

enum err complaint_act(const struct casework *w, const struct actor *a, int64_t id, int64_t version,
		       enum complaint_action action, const struct complaint_args *args, const char **field, const char **say)
{
	static const struct complaint_args none = {.words = NULL};
	struct act x = {.w = w, .a = a, .id = id, .version = version, .action = action, .args = args ? args : &none,
			.field = field, .say = say};

	*field = *say = NULL;
	return db_tx(w->db, act_work, &x);
}

/* --- files -------------------------------------------------------------------------------------------------------- */

struct filing {
	const struct casework *w;
	int64_t id, size;
	const uint8_t *sha256;
	const char *kind, *ending, *file_name;
	const char **say;
};

static enum err file_work(void *arg)
{
	struct filing *f = arg;
	const struct casework *w = f->w;
	struct sql_complaint_files_row *files;
	struct sql_complaint_lock_row *locked;
	struct sql_complaint_row *c;
	size_t n;

	TRY(sql_complaint_lock(w->db, w->ctx, &(struct sql_complaint_lock_in){f->id}, &locked));
	TRY(sql_complaint_get(w->db, w->ctx, &(struct sql_complaint_get_in){f->id}, &c));
	TRY(sql_complaint_files(w->db, w->ctx, &(struct sql_complaint_files_in){f->id}, &files, &n));
	if (text_eq(voice_state(&complaint_rule, c->state)->desk, "done")) {
		*f->say = "这件事已经答复或者办结，不能再加附件。";
		return ERR_CONFLICT;
	}
	if (n >= COMPLAINT_FILES_MAX) {
		*f->say = "附件已经有 9 个了，不能再加。";
		return ERR_INVALID;
	}
	/* the name of a file on somebody's computer may well be their own */
	const char *name = c->anonymous ? mem_fmt(w->ctx, "附件%zu%s", n + 1, f->ending)
					: mem_copy(w->ctx, f->file_name, utf8_prefix(f->file_name, 200));
	return sql_complaint_file_add(w->db,
				      &(struct sql_complaint_file_add_in){.complaint_id = f->id,
									  .sha256 = {f->sha256, HASH_SIZE},
									  .size = f->size, .kind = f->kind, .file_name = name,
									  .added_at = stamp(w, c->anonymous)},
				      NULL);
}

enum err complaint_file_add(const struct casework *w, int64_t id, const uint8_t *sha256, int64_t size, const char *kind,
			    const char *ending, const char *file_name, const char **say)
{
	struct filing f = {w, id, size, sha256, kind, ending, file_name, say};

	*say = NULL;
	return db_tx(w->db, file_work, &f);
}
