#include "domain/rating_order.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/clock.h"
#include "domain/outbox.h"
#include "domain/rating.h"
#include "domain/rating_text.h"
#include "gen/sql.h"

#define S(s) ORDER_BIT(ORDER_##s)
#define WORDS_MAX 2000
#define REPLY_MAX 1000
#define OPEN_HANDLED (S(TAKEN) | S(CONTACTED) | S(VERIFIED) | S(RECTIFYING))

/* The whole loop of FBK-2 and GD 12.2.  Clocks: contact and close run from the day of the rating, whatever is done meanwhile;
 * an appeal stops nothing, so that it delays nothing. */
const struct order_row order_table[] = {
	{S(NEW), ORDER_TAKE, ORDER_TAKEN, ORDER_WHO_OFFICER, 0, 0, 0, NULL, "由我办理"},
	{S(NEW), ORDER_ASSIGN, ORDER_TAKEN, ORDER_WHO_LEAD, ORDER_ASK_HANDLER | ORDER_ASK_WORDS, 0, 0, NULL, "指定办理人"},
	{OPEN_HANDLED, ORDER_ASSIGN, ORDER_NONE, ORDER_WHO_LEAD, ORDER_ASK_HANDLER | ORDER_ASK_WORDS, 0, 0, NULL, "改由他人办理"},
	{S(TAKEN), ORDER_CONTACT, ORDER_CONTACTED, ORDER_WHO_HANDLER, ORDER_ASK_WORDS, 0, ORDER_CLOCK_CONTACT, NULL, "登记联系情况"},
	{S(TAKEN) | S(CONTACTED) | S(VERIFIED), ORDER_COMPLEX, ORDER_NONE, ORDER_WHO_LEAD, ORDER_ASK_WORDS, ORDER_CLOCK_CLOSE, 0, NULL,
	 "认定为复杂问题"},
	{S(CONTACTED), ORDER_VERIFY, ORDER_VERIFIED, ORDER_WHO_HANDLER, ORDER_ASK_FINDING | ORDER_ASK_WORDS, 0, 0, NULL, "登记核实结果"},
	{S(VERIFIED), ORDER_RECTIFY, ORDER_REPLIED, ORDER_WHO_HANDLER, ORDER_ASK_WORDS | ORDER_ASK_REPLY, 0, ORDER_CLOCK_CLOSE, "rectified",
	 "已经整改，答复评价人"},
	{S(VERIFIED), ORDER_PROMISE, ORDER_RECTIFYING, ORDER_WHO_HANDLER, ORDER_ASK_WORDS | ORDER_ASK_DATE | ORDER_ASK_REPLY,
	 ORDER_CLOCK_RECTIFY, ORDER_CLOCK_CLOSE, NULL, "限期整改，告诉评价人"},
	{S(RECTIFYING), ORDER_RECTIFIED, ORDER_REPLIED, ORDER_WHO_HANDLER, ORDER_ASK_WORDS | ORDER_ASK_REPLY, 0, ORDER_CLOCK_RECTIFY,
	 "rectified", "整改完成，答复评价人"},
	{S(VERIFIED), ORDER_EXPLAIN, ORDER_REPLIED, ORDER_WHO_HANDLER, ORDER_ASK_REPLY, 0, ORDER_CLOCK_CLOSE, "explained", "向评价人说明"},
	{S(CONTACTED) | S(VERIFIED), ORDER_APPEAL, ORDER_APPEALED, ORDER_WHO_HANDLER, ORDER_ASK_WORDS, 0, 0, NULL, "认为是误评或恶意评价，申请复核"},
	{S(APPEALED), ORDER_UPHOLD, ORDER_REMOVED, ORDER_WHO_SECOND, ORDER_ASK_WORDS | ORDER_ASK_REPLY, 0, ORDER_CLOCKS_ALL, "removed",
	 "复核：不计入"},
	{S(APPEALED), ORDER_DISMISS, ORDER_CONTACTED, ORDER_WHO_SECOND, ORDER_ASK_WORDS, 0, 0, NULL, "复核：仍然有效"},
	{S(REPLIED), ORDER_PASS, ORDER_PASSED, ORDER_WHO_AUTHOR, 0, 0, 0, NULL, "再次评价"},
	{S(REPLIED), ORDER_AGAIN, ORDER_TAKEN, ORDER_WHO_AUTHOR, 0, ORDER_CLOCK_CONTACT | ORDER_CLOCK_CLOSE, 0, NULL, "再次评价"},
	{S(REPLIED), ORDER_LAPSE, ORDER_LAPSED, ORDER_WHO_SYSTEM, 0, 0, 0, NULL, "到期"},
	{0, ORDER_NOTHING, ORDER_NONE, 0, 0, 0, 0, NULL, NULL},
};

const struct order_row *order_find(enum order_state state, enum order_action action, uint32_t who)
{
	for (const struct order_row *r = order_table; r->action; r++)
		if (r->action == action && (r->from & ORDER_BIT(state)) && (r->who & who))
			return r;
	return NULL;
}

/* --- words ------------------------------------------------------------------------------------------- */

static const struct {
	const char *key, *name;
} states[ORDER_STATES] = {
	[ORDER_NONE] = {"", ""},
	[ORDER_NEW] = {"new", "待领办"},
	[ORDER_TAKEN] = {"taken", "待联系"},
	[ORDER_CONTACTED] = {"contacted", "待核实"},
	[ORDER_VERIFIED] = {"verified", "待整改或说明"},
	[ORDER_RECTIFYING] = {"rectifying", "限期整改中"},
	[ORDER_APPEALED] = {"appealed", "待复核"},
	[ORDER_REPLIED] = {"replied", "已答复，等再次评价"},
	[ORDER_PASSED] = {"passed", "再次评价通过"},
	[ORDER_LAPSED] = {"lapsed", "已答复，没有再评"},
	[ORDER_REMOVED] = {"removed", "复核后不计入"},
};

static const struct {
	const char *key, *told;
} actions[ORDER_ACTIONS] = {
	[ORDER_NOTHING] = {"", ""},
	[ORDER_TAKE] = {"take", "领办"},
	[ORDER_ASSIGN] = {"assign", "指定了办理人"},
	[ORDER_CONTACT] = {"contact", "联系了评价人"},
	[ORDER_COMPLEX] = {"complex", "认定为复杂问题"},
	[ORDER_VERIFY] = {"verify", "核实"},
	[ORDER_RECTIFY] = {"rectify", "整改并答复"},
	[ORDER_PROMISE] = {"promise", "定下整改期限"},
	[ORDER_RECTIFIED] = {"rectified", "整改完成并答复"},
	[ORDER_EXPLAIN] = {"explain", "说明情况"},
	[ORDER_APPEAL] = {"appeal", "申请复核"},
	[ORDER_UPHOLD] = {"uphold", "复核：不计入"},
	[ORDER_DISMISS] = {"dismiss", "复核：仍然有效"},
	[ORDER_PASS] = {"pass", "再次评价：通过"},
	[ORDER_AGAIN] = {"again", "再次评价：仍不满意"},
	[ORDER_LAPSE] = {"lapse", "到期没有再次评价"},
};

const char *order_state_key(enum order_state s)
{
	return states[s].key;
}

enum order_state order_state_of(const char *key)
{
	for (enum order_state s = ORDER_NEW; s < ORDER_STATES; s++)
		if (text_eq(states[s].key, key))
			return s;
	return ORDER_NONE;
}

const char *order_state_name(enum order_state s)
{
	return states[s].name;
}

const char *order_action_key(enum order_action a)
{
	return actions[a].key;
}

enum order_action order_action_of(const char *key)
{
	for (enum order_action a = ORDER_TAKE; a < ORDER_ACTIONS; a++)
		if (text_eq(actions[a].key, key))
			return a;
	return ORDER_NOTHING;
}

const char *order_action_told(enum order_action a)
{
	return actions[a].told;
}

static const struct {
	uint32_t bit;
	const char *key, *name;
} clocks[] = {
	{ORDER_CLOCK_CONTACT, "contact", "联系评价人"},
	{ORDER_CLOCK_CLOSE, "close", "书面答复"},
	{ORDER_CLOCK_RECTIFY, "rectify", "完成整改"},
};
#define NCLOCKS (sizeof(clocks) / sizeof(clocks[0]))

const char *order_clock_name(const char *key)
{
	for (size_t i = 0; i < NCLOCKS; i++)
		if (text_eq(clocks[i].key, key))
			return clocks[i].name;
	return "";
}

const char *order_finding_name(const char *key)
{
	return text_eq(key, "true") ? "属实" : text_eq(key, "partly") ? "部分属实" : text_eq(key, "untrue") ? "不属实" : "";
}

bool order_over(enum order_state s)
{
	return s == ORDER_PASSED || s == ORDER_LAPSED || s == ORDER_REMOVED;
}

/* --- who --------------------------------------------------------------------------------------------- */

uint32_t order_who(const struct sql_rating_order_row *o, const struct actor *a, bool stands_in)
{
	uint32_t who = 0;

	if (a->kind != ACTOR_STAFF || stands_in || (o->rated_id && (o->rated_id == a->id || o->rated_id == a->acting_for)))
		return 0;
	if (a->roles & (ROLE_COMPLAINT | ROLE_COORDINATOR))
		who |= ORDER_WHO_OFFICER | (o->handler_id == a->id ? ORDER_WHO_HANDLER : 0);
	if (a->roles & (ROLE_COORDINATOR | ROLE_MANAGER))
		who |= ORDER_WHO_LEAD;
	if ((a->roles & ROLES_RATING) && o->handler_id != a->id && o->appeal_by != a->id)
		who |= ORDER_WHO_SECOND;
	return who;
}

enum err order_stands_in(const struct casework *w, int64_t rated_id, int64_t staff_id, day since, bool *yes)
{
	struct sql_rating_stands_in_row *rows;
	size_t n = 0;

	if (rated_id)
		TRY(sql_rating_stands_in(w->db, w->ctx,
					 &(struct sql_rating_stands_in_in){.rated = rated_id, .staff_id = staff_id,
									   .since = msec_make(since, 0, 0, 0, 0)},
					 &rows, &n));
	*yes = n > 0;
	return ERR_NONE;
}

enum err order_load(const struct casework *w, const struct actor *a, const char *number, const struct sql_rating_order_row **o,
		    uint32_t *who)
{
	struct sql_rating_order_row *rows;
	bool stands_in;
	size_t n;

	TRY(sql_rating_order_by_number(w->db, w->ctx, &(struct sql_rating_order_by_number_in){.number = number}, &rows, &n));
	if (n == 0)
		return ERR_NOT_FOUND;
	TRY(order_stands_in(w, rows[0].rated_id, a->id, rows[0].opened_day, &stands_in));
	/* to the person rated, and who stands in for them, it does not exist */
	if (stands_in || (rows[0].rated_id && (rows[0].rated_id == a->id || rows[0].rated_id == a->acting_for)))
		return ERR_NOT_FOUND;
	*o = &rows[0];
	*who = order_who(&rows[0], a, false);
	return ERR_NONE;
}

/* --- doing it ---------------------------------------------------------------------------------------- */

struct deed {
	const struct casework *w;
	struct sql_rating_order_row *o; /* moved step by step */
	const struct order_row *row;
	const struct actor *a; /* NULL: the author */
	const struct order_args *args;
	day today;
};

static enum err clock_start(const struct deed *d, const char *clock, day due, bool provisional)
{
	return sql_rating_due_put(d->w->db,
				  &(struct sql_rating_due_put_in){.order_id = d->o->id, .round = d->o->round, .clock = clock,
								  .due = due, .provisional = provisional},
				  NULL);
}

static enum err clock_from(const struct deed *d, const char *clock, int64_t days)
{
	day due;
	enum err e = clock_due(d->w->calendar, d->o->round_day, (int32_t)days, &due);

	if (e != ERR_NONE && e != ERR_CALENDAR_GAP)
		return e;
	return clock_start(d, clock, due, e == ERR_CALENDAR_GAP);
}

static enum err clocks_move(const struct deed *d)
{
	const struct conf *conf = d->w->conf;

	for (size_t i = 0; i < NCLOCKS; i++)
		if (d->row->stops & clocks[i].bit)
			TRY(sql_rating_due_end(d->w->db,
					       &(struct sql_rating_due_end_in){.order_id = d->o->id, .clock = clocks[i].key,
									       .today = d->today},
					       NULL));
	if (d->row->starts & ORDER_CLOCK_CONTACT)
		TRY(clock_from(d, "contact", conf->rating_contact_days));
	if (d->row->starts & ORDER_CLOCK_CLOSE)
		TRY(clock_from(d, "close", d->o->complex ? conf->rating_complex_days : conf->rating_close_days));
	if (d->row->starts & ORDER_CLOCK_RECTIFY)
		TRY(clock_start(d, "rectify", d->args->date, false));
	return ERR_NONE;
}

static enum err event_put(const struct deed *d, enum order_state from)
{
	const struct order_args *g = d->args;
	const char *words = g->words;

	if (d->row->asks & ORDER_ASK_FINDING)
		words = mem_fmt(d->w->ctx, "%s。%s", order_finding_name(g->finding), text_or(words, ""));
	if (d->row->asks & ORDER_ASK_HANDLER)
		words = mem_fmt(d->w->ctx, "%s：%s", text_or(g->handler_name, ""), text_or(words, ""));
	if (d->row->asks & ORDER_ASK_REPLY)
		words = mem_fmt(d->w->ctx, "%s%s答复：%s", text_or(words, ""), text_empty(words) ? "" : "。", text_or(g->reply, ""));
	return sql_rating_event_add(
		d->w->db,
		&(struct sql_rating_event_add_in){
			.order_id = d->o->id, .seq = d->o->event_count, .on_day = d->today,
			.at = d->a ? d->w->now : MSEC_NONE, .action = order_action_key(d->row->action),
			.from_state = order_state_key(from), .to_state = d->o->state,
			.actor_id = d->a && d->a->kind == ACTOR_STAFF ? d->a->id : 0,
			.actor_name = d->a ? text_or(d->a->name, "") : "评价人", .post = d->a ? d->a->post : NULL,
			.words = text_empty(words) ? NULL : mem_copy(d->w->ctx, words, utf8_prefix(words, WORDS_MAX))},
		NULL);
}

static void answered(struct deed *d)
{
	struct sql_rating_order_row *o = d->o;
	uint32_t doubts;

	o->reply = d->args->reply;
	o->reply_public = text_masked(d->w->ctx, d->args->reply, &doubts);
	o->answered_day = d->today;
	if (o->replied_day != DAY_NONE)
		return;
	o->replied_day = d->today;
	o->reply_days = clock_between(d->w->calendar, o->opened_day, d->today);
}

static void fields_move(struct deed *d)
{
	struct sql_rating_order_row *o = d->o;
	enum order_action action = d->row->action;

	if (d->row->to != ORDER_NONE)
		o->state = order_state_key(d->row->to);
	if (action == ORDER_TAKE || (d->row->asks & ORDER_ASK_HANDLER)) {
		o->handler_id = action == ORDER_TAKE ? d->a->id : d->args->handler_id;
		o->handler_name = action == ORDER_TAKE ? d->a->name : d->args->handler_name;
	}
	if (action == ORDER_COMPLEX)
		o->complex = 1;
	if (action == ORDER_APPEAL)
		o->appeal_by = d->a->id;
	if (action == ORDER_AGAIN) {
		o->round++;
		o->round_day = d->today;
	}
	if (d->row->asks & ORDER_ASK_FINDING)
		o->finding = d->args->finding;
	if (d->row->asks & ORDER_ASK_DATE)
		o->rectify_by = d->args->date;
	if (d->row->outcome)
		o->outcome = d->row->outcome;
	if (d->row->asks & ORDER_ASK_REPLY)
		answered(d);
}

static enum err save(const struct deed *d)
{
	const struct sql_rating_order_row *o = d->o;

	return sql_rating_order_move(
		d->w->db,
		&(struct sql_rating_order_move_in){
			.id = o->id, .state = o->state, .round_day = o->round_day, .complex = o->complex, .handler_id = o->handler_id,
			.handler_name = o->handler_name, .rectify_by = o->rectify_by, .appeal_by = o->appeal_by, .finding = o->finding,
			.reply = o->reply, .reply_public = o->reply_public, .outcome = o->outcome, .round = o->round,
			.replied_day = o->replied_day, .answered_day = o->answered_day,
			.reply_days = o->reply_days, .version = o->version,
			.event_count = o->event_count},
		NULL);
}

/* tell - who left a way to be reached, or their name, gets a message; the others read the answer where they rated. */
static enum err tell(const struct deed *d)
{
	const struct casework *w = d->w;
	struct sql_rating_get_row *r;
	struct sql_case_contact_row *c;
	struct sql_rating_named_right_row *right;
	char *phone = NULL;
	size_t n = 0;

	TRY(sql_rating_get(w->db, w->ctx, &(struct sql_rating_get_in){.id = d->o->rating_id}, &r));
	TRY(rating_contact_open(w, r->contact_sealed, &phone));
	if (!phone && r->case_id) {
		TRY(sql_case_contact(w->db, w->ctx, &(struct sql_case_contact_in){.id = r->case_id}, &c));
		if (c->account_phone.p)
			TRY(field_open(w->ctx, w->keys, "account.phone_sealed", 0, c->account_phone, &phone));
		else
			TRY(field_open(w->ctx, w->keys, "cases.applicant_phone_sealed", 0, c->applicant_phone, &phone));
	}
	if (text_empty(phone))
		return ERR_NONE;
	if (r->invite_id)
		TRY(sql_rating_named_right(w->db, w->ctx, &(struct sql_rating_named_right_in){.id = r->invite_id}, &right, &n));
	const char *where = n ? mem_fmt(w->ctx, "%s/rate/%s", w->conf->base_url, rating_token_of_ref(w, right[0].ref))
			      : "您评价时的链接";
	return outbox_put_about(w, "rating", d->o->id, 100 + d->o->event_count, r->account_id, "sms", "rating_reply", "您的评价有了答复",
				mem_fmt(w->ctx, "【%s】您对我们服务的评价（%s）有了书面答复，请打开%s查看，并请您再评一次。", w->conf->centre_name,
					d->o->number, where),
				phone);
}

static enum err carry_out(struct deed *d)
{
	enum order_state from = order_state_of(d->o->state);

	fields_move(d);
	d->o->version++;
	d->o->event_count++;
	TRY(clocks_move(d));
	TRY(event_put(d, from));
	TRY(save(d));
	if (d->row->action == ORDER_UPHOLD)
		TRY(sql_rating_put_out(d->w->db,
				       &(struct sql_rating_put_out_in){.id = d->o->rating_id, .reason = d->args->words, .by = d->a->id},
				       NULL));
	return d->row->asks & ORDER_ASK_REPLY ? tell(d) : ERR_NONE;
}

/* --- by an officer ----------------------------------------------------------------------------------- */

struct order_job { /* of order_apply, from which every try starts afresh */
	const struct casework *w;
	int64_t id, version;
	enum order_action action;
	const struct actor *a;
	const struct order_args *args;
	const char **say;
};

static enum err refuse(const struct order_job *j, enum err e, const char *say)
{
	*j->say = say;
	return e;
}

static enum err check_args(const struct order_job *j, const struct order_row *row)
{
	const struct order_args *g = j->args;
	day today = msec_day(j->w->now);

	if ((row->asks & ORDER_ASK_FINDING) && text_empty(order_finding_name(g->finding)))
		return refuse(j, ERR_INVALID, "请选择核实的结果。");
	if ((row->asks & ORDER_ASK_HANDLER) && !g->handler_id)
		return refuse(j, ERR_INVALID, "请选择由谁办理。");
	if ((row->asks & ORDER_ASK_WORDS) && text_empty(g->words))
		return refuse(j, ERR_INVALID, "请写明情况和理由。");
	if ((row->asks & ORDER_ASK_REPLY) && text_empty(g->reply))
		return refuse(j, ERR_INVALID, "请写给评价人的答复。");
	if (utf8_len(text_or(g->words, "")) > WORDS_MAX / 2 || utf8_len(text_or(g->reply, "")) > REPLY_MAX)
		return refuse(j, ERR_INVALID, "文字太长，请不超过1000个字。");
	if ((row->asks & ORDER_ASK_DATE) &&
	    (g->date <= today || g->date > today + ORDER_RECTIFY_MAX || !calendar_is_working(j->w->calendar, g->date)))
		return refuse(j, ERR_INVALID, "整改的期限要选今天以后、60天以内的工作日。");
	return ERR_NONE;
}

/* check_handler - the one who is named is not the person rated and does not stand in for them. */
static enum err check_handler(const struct order_job *j, const struct sql_rating_order_row *o, const struct order_row *row)
{
	bool stands_in;

	if (!(row->asks & ORDER_ASK_HANDLER))
		return ERR_NONE;
	TRY(order_stands_in(j->w, o->rated_id, j->args->handler_id, o->opened_day, &stands_in));
	if (stands_in || (o->rated_id && o->rated_id == j->args->handler_id))
		return refuse(j, ERR_INVALID, "被评价的人，以及与其互相顶岗的人，不能办理这个评价。");
	return ERR_NONE;
}

static enum err officer_work(void *arg)
{
	struct order_job *j = arg;
	struct deed d = {.w = j->w, .a = j->a, .args = j->args, .today = msec_day(j->w->now)};
	bool stands_in;

	TRY(sql_rating_order_lock(j->w->db, j->w->ctx, &(struct sql_rating_order_lock_in){.id = j->id}, &d.o));
	TRY(order_stands_in(j->w, d.o->rated_id, j->a->id, d.o->opened_day, &stands_in));
	uint32_t who = order_who(d.o, j->a, stands_in);
	if (!who)
		return refuse(j, ERR_NOT_FOUND, NULL);
	if (d.o->version != j->version)
		return refuse(j, ERR_CONFLICT, "别人刚刚办理过这个评价，请看过最新的情况再办。");
	d.row = order_find(order_state_of(d.o->state), j->action, who);
	if (!d.row)
		return refuse(j, ERR_FORBIDDEN, "现在不能办这一步，或者要由别人来办。");
	if (j->action == ORDER_COMPLEX && d.o->complex)
		return refuse(j, ERR_FORBIDDEN, "已经认定为复杂问题。");
	TRY(check_args(j, d.row));
	TRY(check_handler(j, d.o, d.row));
	TRY(carry_out(&d));
	if (j->action != ORDER_UPHOLD)
		return ERR_NONE;
	struct sql_rating_lock_row *r;
	TRY(sql_rating_lock(j->w->db, j->w->ctx, &(struct sql_rating_lock_in){.id = d.o->rating_id}, &r));
	return sql_rating_stale_add(j->w->db, &(struct sql_rating_stale_add_in){.on_day = r->given_day}, NULL);
}

enum err order_apply(const struct casework *w, int64_t id, int64_t version, enum order_action action, const struct actor *a,
		     const struct order_args *args, const char **say)
{
	struct order_job j = {w, id, version, action, a, args, say};

	*say = NULL;
	return db_tx(w->db, officer_work, &j);
}

/* --- by the author and by the passing of days ---------------------------------------------------------- */

enum err order_rated_again(const struct casework *w, int64_t id, int64_t level)
{
	static const struct order_args none = {.date = DAY_NONE};
	struct deed d = {.w = w, .args = &none, .today = msec_day(w->now)};

	TRY(sql_rating_order_lock(w->db, w->ctx, &(struct sql_rating_order_lock_in){.id = id}, &d.o));
	d.row = order_find(order_state_of(d.o->state), rating_bad(level) ? ORDER_AGAIN : ORDER_PASS, ORDER_WHO_AUTHOR);
	return d.row ? carry_out(&d) : ERR_CONFLICT;
}

struct lapse {
	const struct casework *w;
	int64_t id;
};

static enum err lapse_work(void *arg)
{
	static const struct order_args none = {.date = DAY_NONE};
	struct lapse *l = arg;
	struct actor system = actor_system();
	struct deed d = {.w = l->w, .a = &system, .args = &none, .today = msec_day(l->w->now)};

	TRY(sql_rating_order_lock(l->w->db, l->w->ctx, &(struct sql_rating_order_lock_in){.id = l->id}, &d.o));
	d.row = order_find(order_state_of(d.o->state), ORDER_LAPSE, ORDER_WHO_SYSTEM);
	return d.row ? carry_out(&d) : ERR_NONE;
}

enum err order_lapse(const struct casework *w, int64_t id)
{
	struct lapse l = {w, id};

	return db_tx(w->db, lapse_work, &l);
}

static enum err number_of(const struct casework *w, char **number)
{
	char date[DAY_TEXT];
	struct db_done done;
	day today = msec_day(w->now);

	TRY(sql_case_counter_next(w->db, &(struct sql_case_counter_next_in){.scope = "rating", .on_day = today}, &done));
	day_text(today, date);
	*number = mem_fmt(w->ctx, "CP%.4s%.2s%.2s-%05lld", date, date + 5, date + 8, (long long)done.insert_id);
	return ERR_NONE;
}

enum err order_open(const struct casework *w, int64_t rating_id, const char *dept_code, int64_t staff_id)
{
	struct sql_rating_order_row o = {.round = 1, .round_day = msec_day(w->now), .state = order_state_key(ORDER_NEW)};
	static const struct order_row opening = {.starts = ORDER_CLOCK_CONTACT | ORDER_CLOCK_CLOSE};
	struct deed d = {.w = w, .o = &o, .row = &opening, .today = msec_day(w->now)};
	struct db_done done;
	char *number;

	TRY(number_of(w, &number));
	TRY(sql_rating_order_add(w->db,
				 &(struct sql_rating_order_add_in){.number = number, .rating_id = rating_id, .state = o.state,
								   .today = d.today, .dept_code = dept_code, .rated_id = staff_id},
				 &done));
	o.id = done.insert_id;
	return clocks_move(&d);
}
