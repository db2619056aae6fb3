#include "domain/enquiry.h"

#include "base/text.h"
#include "domain/clock.h"
#include "domain/freetext.h"
#include "domain/outbox.h"
#include "domain/token.h"
#include "domain/voice.h"

#define QUESTION_AS "enquiry.question_sealed"
#define ANSWER_AS "enquiry.answer_sealed"
#define WORDS_AS "enquiry_event.words_sealed"

static enum err wrong(const char **field, const char **say, const char *at, const char *why)
{
	*field = at;
	*say = why;
	return ERR_INVALID;
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

struct sending {
	const struct casework *w;
	const struct actor *a;
	const struct enquiry_new *n;
	struct voice_contact who;
	struct bytes submit_key, same_mac;
	int64_t id;
};

static enum err find_same(const struct sending *s, struct enquiry_sent *out)
{
	struct sql_enquiry_by_submit_row *key;
	struct sql_enquiry_by_same_row *same;

	enum err e = sql_enquiry_by_submit(s->w->db, s->w->ctx, &(struct sql_enquiry_by_submit_in){s->submit_key}, &key);
	if (e == ERR_NONE)
		*out = (struct enquiry_sent){key->id, true, true};
	if (e != ERR_NOT_FOUND)
		return e;
	TRY(sql_enquiry_by_same(s->w->db, s->w->ctx, &(struct sql_enquiry_by_same_in){s->same_mac}, &same));
	*out = (struct enquiry_sent){same->id, true, s->a || s->n->account_id || s->who.phone};
	return ERR_NONE;
}

static enum err event_add(const struct casework *w, const struct actor *a, const char *words,
			  struct sql_enquiry_event_add_in *e)
{
	bool staff = a && a->kind == ACTOR_STAFF;

	e->at = w->now;
	e->actor_kind = a ? actor_kind_key(a->kind) : "applicant";
	e->actor_id = staff ? a->id : 0;
	e->actor_name = staff ? text_or(a->name, "") : "";
	e->post = staff ? text_or(a->post, "") : "";
	if (!text_empty(words))
		e->words_sealed = field_seal(w->ctx, w->keys, WORDS_AS, 0, words);
	return sql_enquiry_event_add(w->db, e, NULL);
}

static enum err due_after(const struct casework *w, int64_t days, day *due, int64_t *provisional)
{
	enum err e = clock_due(w->calendar, msec_day(w->now), (int32_t)days, due);

	*provisional = e == ERR_CALENDAR_GAP;
	return e == ERR_CALENDAR_GAP ? ERR_NONE : e;
}

static enum err send_work(void *arg)
{
	struct sending *s = arg;
	const struct casework *w = s->w;
	const struct enquiry_new *n = s->n;
	enum enquiry_state state = s->a ? ENQUIRY_TAKEN : ENQUIRY_OPEN; /* who is asked first, is the first contact */
	struct sql_enquiry_add_in row = {.ref = voice_ref(w->ctx), .submit_key = s->submit_key, .same_mac = s->same_mac,
					 .channel = n->channel, .account_id = n->account_id,
					 .name_sealed = s->who.name_sealed, .name_mask = s->who.name_mask,
					 .phone_sealed = s->who.phone_sealed, .phone_mask = s->who.phone_mask,
					 .matter_code = n->matter_code, .rude = freetext_rude(w->ctx, n->question),
					 .owner_id = s->a ? s->a->id : 0, .owner_name = s->a ? s->a->name : NULL,
					 .state = enquiry_rule.states[state].key, .desk = enquiry_rule.states[state].desk,
					 .received_at = w->now, .entered_by = s->a ? s->a->id : 0};
	struct db_done done;

	row.question_sealed = field_seal(w->ctx, w->keys, QUESTION_AS, 0, n->question);
	TRY(due_after(w, w->conf->enquiry_days, &row.due, &row.provisional));
	TRY(voice_number(w, VOICE_ENQUIRY, &row.number));
	TRY(sql_enquiry_add(w->db, &row, &done));
	s->id = done.insert_id;
	return event_add(w, s->a, NULL,
			 &(struct sql_enquiry_event_add_in){.enquiry_id = s->id, .seq = 1, .action = "send", .from_state = "",
							    .to_state = row.state, .due = row.due, .clause = "CQ 5.10.1"});
}

static enum err matter_check(const struct sending *s, const char **field, const char **say)
{
	struct sql_enquiry_matter_row *m;

	if (!s->n->matter_code)
		return ERR_NONE;
	enum err e = sql_enquiry_matter(s->w->db, s->w->ctx, &(struct sql_enquiry_matter_in){s->n->matter_code}, &m);
	return e == ERR_NOT_FOUND ? wrong(field, say, "matter", "没有这个事项，请重新选择") : e;
}

static enum err send_check(struct sending *s, const char **field, const char **say)
{
	size_t chars = utf8_len(text_or(s->n->question, ""));

	if (!*voice_word(enquiry_channels, s->n->channel))
		return wrong(field, say, "channel", "请选择怎样来问的");
	if (chars < ENQUIRY_QUESTION_MIN || chars > ENQUIRY_QUESTION_MAX)
		return wrong(field, say, "question", "请写一写您想问什么");
	TRY(matter_check(s, field, say));
	enum err e = voice_contact(s->w, "enquiry", s->n->name, s->n->phone, &s->who, say);
	if (e == ERR_INVALID)
		*field = "phone";
	return e;
}

enum err enquiry_send(const struct casework *w, const struct actor *a, const struct enquiry_new *n, struct enquiry_sent *out,
		      const char **field, const char **say)
{
	struct sending s = {.w = w, .a = a, .n = n};
	char date[DAY_TEXT];

	*field = *say = NULL;
	TRY(send_check(&s, field, say));
	s.submit_key = voice_mac(w, "enquiry-submit", n->submit_key);
	s.same_mac = voice_mac(w, "enquiry-same",
			       mem_fmt(w->ctx, "%s|%lld|%s|%s|%s", day_text(msec_day(w->now), date), (long long)n->account_id,
				       text_or(s.who.phone, ""), text_or(n->matter_code, ""), n->question));
	enum err e = find_same(&s, out);
	if (e != ERR_NOT_FOUND)
		return e;
	e = db_tx(w->db, send_work, &s);
	if (e == ERR_DUPLICATE) /* the same form came twice in the same moment */
		return find_same(&s, out);
	TRY(e);
	*out = (struct enquiry_sent){s.id, false, true};
	return ERR_NONE;
}

/* --- loading ------------------------------------------------------------------------------------------------------ */

static enum err names_load(const struct casework *w, struct enquiry *e)
{
	struct sql_enquiry_matter_row *m;
	struct sql_dept_by_code_row *d;
	enum err x;

	e->matter_name = e->matter_dept = e->dept_name = "";
	if (e->r->matter_code) {
		x = sql_enquiry_matter(w->db, w->ctx, &(struct sql_enquiry_matter_in){e->r->matter_code}, &m);
		if (x != ERR_NONE && x != ERR_NOT_FOUND)
			return x;
		if (x == ERR_NONE) {
			e->matter_name = m->name;
			e->matter_dept = m->dept_code;
		}
	}
	if (!e->r->dept_code)
		return ERR_NONE;
	x = sql_dept_by_code(w->db, w->ctx, &(struct sql_dept_by_code_in){.code = e->r->dept_code}, &d);
	if (x == ERR_NONE)
		e->dept_name = d->name;
	return x == ERR_NOT_FOUND ? ERR_NONE : x;
}

enum err enquiry_load(const struct casework *w, int64_t id, struct enquiry **out)
{
	struct enquiry *e = mem_new(w->ctx, struct enquiry);
	struct sql_enquiry_row *r;
	char *plain;

	TRY(sql_enquiry_get(w->db, w->ctx, &(struct sql_enquiry_get_in){id}, &r));
	e->r = r;
	e->state = voice_state_of(&enquiry_rule, r->state);
	TRY(field_open(w->ctx, w->keys, QUESTION_AS, 0, r->question_sealed, &plain));
	e->question = plain;
	TRY(field_open(w->ctx, w->keys, ANSWER_AS, 0, r->answer_sealed, &plain));
	e->answer = plain;
	*out = e;
	return names_load(w, e);
}

enum err enquiry_find(const struct casework *w, const char *number, int64_t *id)
{
	struct sql_enquiry_by_number_row *r;

	TRY(sql_enquiry_by_number(w->db, w->ctx, &(struct sql_enquiry_by_number_in){voice_number_fold(w->ctx, number)}, &r));
	*id = r->id;
	return ERR_NONE;
}

enum err enquiry_by_token(const struct casework *w, const char *token, struct enquiry **out)
{
	struct sql_enquiry_by_ref_row *r;
	struct bytes ref;

	if (!token_ref(w->ctx, token, TOKEN_ENQUIRY, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_enquiry_by_ref(w->db, w->ctx, &(struct sql_enquiry_by_ref_in){ref}, &r));
	TRY(enquiry_load(w, r->id, out));
	return token_ok(w->ctx, w->keys, token, TOKEN_ENQUIRY, (*out)->r->ref, (*out)->r->token_version) ? ERR_NONE
													 : ERR_NOT_FOUND;
}

char *enquiry_token(const struct casework *w, const struct enquiry *e)
{
	return token_make(w->ctx, w->keys, TOKEN_ENQUIRY, e->r->ref, e->r->token_version);
}

/* --- who may ------------------------------------------------------------------------------------------------------ */

uint32_t enquiry_facts(const struct enquiry *e, const struct actor *a)
{
	uint32_t facts = e->r->later_day != DAY_NONE ? EF_LATER : 0;

	if (a->kind != ACTOR_STAFF)
		return facts;
	if (e->r->owner_id && (e->r->owner_id == a->id || e->r->owner_id == a->acting_for)) /* B has A's duties, CQ 5.11.3 */
		facts |= EF_MINE;
	if (!text_empty(a->dept) && text_eq(a->dept, e->r->dept_code))
		facts |= EF_MY_DEPT;
	if (e->r->withheld_by && e->r->withheld_by == a->id)
		facts |= EF_MY_HOLD;
	return facts;
}

bool enquiry_visible(const struct enquiry *e, const struct actor *a)
{
	if (text_empty(a->dept))
		return a->roles & (ROLE_GUIDE | ROLE_CLERK | ROLE_PERSONAL | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR);
	return a->roles & ROLES_DEPT && text_eq(a->dept, e->r->dept_code);
}

/* --- acts --------------------------------------------------------------------------------------------------------- */

struct act {
	const struct casework *w;
	const struct actor *a;
	int64_t id, version;
	enum enquiry_action action;
	const struct enquiry_args *args;
	const char **field, **say;
	/* found on the way */
	struct enquiry *e;
	const struct voice_row *row;
	struct sql_enquiry_move_in next;
};

static enum err refuse(const struct act *x, enum err e, const char *field, const char *why)
{
	*x->field = field;
	*x->say = why;
	return e;
}

static enum err transfer(struct act *x)
{
	struct sql_dept_by_code_row *d;
	const char *dept = text_or(x->args->dept, x->e->matter_dept);

	if (text_empty(dept) || text_eq(dept, UNIT_CENTRE))
		return refuse(x, ERR_INVALID, "dept", "请选择问哪个部门");
	enum err e = sql_dept_by_code(x->w->db, x->w->ctx, &(struct sql_dept_by_code_in){.code = dept}, &d);
	if (e == ERR_NOT_FOUND)
		return refuse(x, ERR_INVALID, "dept", "没有这个部门");
	x->next.dept_code = dept;
	return e;
}

/* later - "not now" is an answer only with a time and a way (CQ 5.1.4). */
static enum err later(struct act *x)
{
	day today = msec_day(x->w->now), last;
	int64_t provisional;

	if (!*voice_word(enquiry_ways, x->args->way))
		return refuse(x, ERR_INVALID, "way", "请选择用什么方式答复，或者还可以向哪里问");
	TRY(due_after(x->w, ENQUIRY_LATER_MAX, &last, &provisional));
	if (x->args->later == DAY_NONE || x->args->later <= today || x->args->later > last)
		return refuse(x, ERR_INVALID, "later", "请填哪一天答复：明天以后，最晚 20 个工作日");
	x->next.later_day = x->args->later;
	x->next.later_way = x->args->way;
	if (x->args->later > x->next.due)
		x->next.due = x->args->later;
	return ERR_NONE;
}

static enum err answer(struct act *x)
{
	const char *way = text_or(x->args->way, "page");

	if (!*voice_word(enquiry_ways, way) || text_eq(way, "dept"))
		return refuse(x, ERR_INVALID, "way", "请选择答复的方式");
	x->next.answer_sealed = field_seal(x->w->ctx, x->w->keys, ANSWER_AS, 0, x->args->words);
	x->next.answered_at = x->w->now;
	x->next.answer_way = way;
	return ERR_NONE;
}

static enum err effect(struct act *x)
{
	switch (x->action) {
	case ENQUIRY_TAKE:
		x->next.owner_id = x->a->id;
		x->next.owner_name = x->a->name;
		return ERR_NONE;
	case ENQUIRY_TRANSFER:
		return transfer(x);
	case ENQUIRY_BACK:
		x->next.dept_code = NULL;
		return ERR_NONE;
	case ENQUIRY_LATER:
		return later(x);
	case ENQUIRY_ANSWER:
		return answer(x);
	case ENQUIRY_FOLLOW:
		x->next.dept_code = x->next.later_way = NULL;
		x->next.later_day = DAY_NONE;
		x->next.settled = 0;
		return ERR_NONE;
	case ENQUIRY_SETTLED:
		x->next.settled = 1;
		return ERR_NONE;
	case ENQUIRY_WITHHOLD:
		x->next.withheld_by = x->a->id;
		return ERR_NONE;
	case ENQUIRY_RESTORE:
		x->next.withheld_by = 0;
		break;
	case ENQUIRY_PASS:
		break;
	case ENQUIRY_SEND:
	case ENQUIRY_ACTIONS:
		return ERR_NONE;
	}
	x->next.owner_id = 0;
	x->next.owner_name = x->next.dept_code = NULL;
	return ERR_NONE;
}

static struct sql_enquiry_move_in next_begin(const struct sql_enquiry_row *r)
{
	return (struct sql_enquiry_move_in){
		.id = r->id, .owner_id = r->owner_id, .owner_name = r->owner_name, .dept_code = r->dept_code, .due = r->due,
		.provisional = r->provisional, .later_day = r->later_day, .later_way = r->later_way,
		.answer_sealed = r->answer_sealed, .answered_at = r->answered_at, .answer_way = r->answer_way,
		.settled = r->settled, .withheld_by = r->withheld_by, .version = r->version + 1,
		.event_count = r->event_count + 1};
}

static enum err tell(const struct act *x)
{
	const struct sql_enquiry_row *r = x->e->r;
	const struct casework *w = x->w;
	char *phone;

	if (!x->row->told || x->a->kind == ACTOR_APPLICANT || !r->phone_sealed.p)
		return ERR_NONE;
	TRY(field_open(w->ctx, w->keys, "enquiry.phone_sealed", 0, r->phone_sealed, &phone));
	return outbox_put_about(w, "enquiry", r->id, x->next.event_count, r->account_id, "sms", "enquiry", x->row->what,
				mem_fmt(w->ctx, "【%s】您咨询的问题（%s）：%s。查看：%s/t/%s", w->conf->centre_name, r->number,
					x->row->what, w->conf->base_url, enquiry_token(w, x->e)),
				phone);
}

static enum err act_check(struct act *x)
{
	size_t chars = utf8_len(text_or(x->args->words, ""));

	x->row = voice_allowed(&enquiry_rule, x->e->state, x->action, actor_roles(x->a), enquiry_facts(x->e, x->a), x->say);
	if (!x->row)
		return ERR_CONFLICT;
	if (x->row->says == SAYS_MUST && chars < 2)
		return refuse(x, ERR_INVALID, "words", "请写明理由或者内容");
	if (chars > ENQUIRY_WORDS_MAX)
		return refuse(x, ERR_INVALID, "words", "写得太长了，请控制在 3000 字以内");
	return ERR_NONE;
}

/* who_first - two officers reach for the same one: the second is told who was first. */
static const char *who_first(const struct act *x)
{
	const struct sql_enquiry_row *r = x->e->r;

	if (x->action == ENQUIRY_TAKE && r->owner_name)
		return mem_fmt(x->w->ctx, "%s 已经先接了这个问题。", r->owner_name);
	return "就在刚才，这个问题有了变化。请看最新情况。";
}

static enum err act_work(void *arg)
{
	struct act *x = arg;
	const struct casework *w = x->w;
	struct sql_enquiry_lock_row *locked;

	TRY(sql_enquiry_lock(w->db, w->ctx, &(struct sql_enquiry_lock_in){x->id}, &locked));
	TRY(enquiry_load(w, x->id, &x->e));
	if (x->version && x->version != locked->version)
		return refuse(x, ERR_CONFLICT, NULL, who_first(x));
	TRY(act_check(x));
	int to = x->row->to ? x->row->to : (int)x->e->state;
	x->next = next_begin(x->e->r);
	x->next.state = enquiry_rule.states[to].key;
	x->next.desk = enquiry_rule.states[to].desk;
	TRY(effect(x));
	if (x->row->due == EDUE_START)
		TRY(due_after(w, w->conf->enquiry_days, &x->next.due, &x->next.provisional));
	TRY(sql_enquiry_move(w->db, &x->next, NULL));
	TRY(event_add(w, x->a, x->args->words,
		      &(struct sql_enquiry_event_add_in){.enquiry_id = x->id, .seq = x->next.event_count,
							 .action = enquiry_rule.actions[x->action],
							 .from_state = x->e->r->state, .to_state = x->next.state,
							 .dept_code = x->next.dept_code, .due = x->next.due,
							 .clause = x->row->clause}));
	return tell(x);
}

enum err enquiry_act(const struct casework *w, const struct actor *a, int64_t id, int64_t version, enum enquiry_action action,
		     const struct enquiry_args *args, const char **field, const char **say)
{
	static const struct enquiry_args none = {.later = DAY_NONE};
	struct act x = {.w = w, .a = a, .id = id, .version = version, .action = action, .args = args ? args : &none,
			.field = field, .say = say};

	*field = *say = NULL;
	return db_tx(w->db, act_work, &x);
}
