#include "domain/case.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/case_part.h"
#include "domain/draft.h"
#include "domain/matter.h"
#include "domain/number.h"
#include "gen/sql.h"

#define REF_BYTES 8
#define CHECK_BYTES 8
#define TOKEN_BYTES (REF_BYTES + CHECK_BYTES)

/* --- words ------------------------------------------------------------------------------------------- */

struct word {
	const char *key;
	const char *name;
};

static const struct word material_states[] = {
	[MATERIAL_NONE] = {"none", "未提供"},
	[MATERIAL_UPLOADED] = {"uploaded", "已上传"},
	[MATERIAL_PAPER] = {"paper", "已交纸质件"},
	[MATERIAL_SHARED] = {"shared", "由部门共享获取，免提交"},
	[MATERIAL_PROMISED] = {"promised", "以书面承诺代替"},
	[MATERIAL_GAP] = {"gap", "容缺后补"},
	[MATERIAL_FILLED] = {"filled", "网上填写"},
};
static const struct word verdicts[] = {
	[VERDICT_NONE] = {"none", "未审核"},
	[VERDICT_OK] = {"ok", "符合要求"},
	[VERDICT_MISSING] = {"missing", "材料不齐全"},
	[VERDICT_NOT_IN_FORM] = {"not_in_form", "不符合法定形式"},
};
static const struct word revoke_grounds[] = {
	[REVOKE_NONE] = {"none", ""},
	[REVOKE_FALSE_PROMISE] = {"false_promise", "承诺的内容与实际情况不符"},
	[REVOKE_UNLAWFUL] = {"unlawful", "作出决定时有违反法定职权、程序或者条件的情形"},
	[REVOKE_FRAUD] = {"fraud", "以欺骗、贿赂等不正当手段取得"},
};
static const struct word channels[] = {{"web", "网上申请"}, {"counter", "窗口申请"}, {"post", "邮寄申请"}};
static const struct word deliveries[] = {{"counter", "窗口领取"}, {"mail", "免费邮寄"}, {"electronic", "电子送达"}};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static size_t word_find(const struct word *list, size_t n, const char *key)
{
	size_t i = 0;

	while (i < n && !text_eq(list[i].key, key))
		i++;
	return i;
}

static const char *word_name(const struct word *list, size_t n, const char *key)
{
	size_t i = word_find(list, n, key);

	return i < n ? list[i].name : "";
}

const char *material_state_key(enum material_state s)
{
	return material_states[s].key;
}

enum material_state material_state_of(const char *key)
{
	size_t i = word_find(material_states, COUNT(material_states), key);

	return i < COUNT(material_states) ? (enum material_state)i : MATERIAL_NONE;
}

const char *material_state_name(enum material_state s)
{
	return material_states[s].name;
}

const char *verdict_key(enum verdict v)
{
	return verdicts[v].key;
}

enum verdict verdict_of(const char *key)
{
	size_t i = word_find(verdicts, COUNT(verdicts), key);

	return i < COUNT(verdicts) ? (enum verdict)i : VERDICT_NONE;
}

const char *verdict_name(enum verdict v)
{
	return verdicts[v].name;
}

const char *revoke_ground_text(enum revoke_ground g)
{
	return revoke_grounds[g].name;
}

const char *channel_name(const char *channel)
{
	return word_name(channels, COUNT(channels), channel);
}

const char *delivery_name(const char *delivery)
{
	return word_name(deliveries, COUNT(deliveries), delivery);
}

/* --- loading ----------------------------------------------------------------------------------------- */

static void head_names(const struct sql_case_get_row *r, struct casefile *c)
{
	c->id = r->id;
	c->ref = r->ref;
	c->token_version = r->token_version;
	c->submit_key = r->submit_key;
	c->case_no = r->case_no;
	c->short_no = r->short_no;
	c->matter_id = r->matter_id;
	c->revision_id = r->revision_id;
	c->matter_code = r->matter_code;
	c->matter_name = r->matter_name;
	c->dept_code = r->dept_code;
	c->dept_name = r->dept_name;
	c->dept_accepts = r->dept_accepts;
	c->account_id = r->account_id;
	c->channel = r->channel;
	c->delivery = r->delivery;
	c->committed = r->committed;
}

static void head_people(const struct sql_case_get_row *r, struct casefile *c)
{
	c->applicant_kind = r->applicant_kind;
	c->applicant_name = r->applicant_name;
	c->applicant_id_type = r->applicant_id_type;
	c->applicant_id_mask = r->applicant_id_mask;
	c->applicant_phone_mask = r->applicant_phone_mask;
	c->legal_rep = r->legal_rep;
	c->agent_name = r->agent_name;
	c->agent_id_type = r->agent_id_type;
	c->agent_id_mask = r->agent_id_mask;
	c->agent_phone_mask = r->agent_phone_mask;
	c->claimed_by = r->claimed_by;
	c->claimed_name = r->claimed_name;
	c->claimed_at = r->claimed_at;
}

static void head_state(const struct sql_case_get_row *r, struct casefile *c)
{
	c->state = state_of(r->state);
	c->turn = turn_of(r->turn);
	c->draft_version = r->draft_version;
	c->created_at = r->created_at;
	c->saved_at = r->saved_at;
	c->submitted_at = r->submitted_at;
	c->pre_reviewed_at = r->pre_reviewed_at;
	c->confirm_state = r->confirm_state;
	c->correction_round = r->correction_round;
	c->repeat_permitted = r->repeat_permitted;
	c->version = r->version;
	c->event_count = r->event_count;
	c->event_head = r->event_head;
}

static void head_result(const struct sql_case_get_row *r, struct casefile *c)
{
	c->paper_state = r->paper_state;
	c->opinion = r->opinion;
	c->procedure_at = r->procedure_at;
	c->inspected = r->inspected;
	c->extended_days = r->extended_days;
	c->outcome = r->outcome;
	c->decided_day = r->decided_day;
	c->decided_by = r->decided_by;
	c->on_spot = r->on_spot;
	c->collect = r->collect;
	c->nparts = (size_t)r->parts;
	c->ready_day = r->ready_day;
	c->remind_due = r->remind_due;
}

static void head_days(const struct sql_case_get_row *r, struct casefile *c)
{
	c->received_day = r->received_day;
	c->accepted_day = r->accepted_day;
	c->accepted_by = r->accepted_by;
	c->due[CLOCK_FEEDBACK] = r->feedback_due;
	c->due[CLOCK_CORRECTION] = r->correction_due;
	c->due[CLOCK_LEGAL] = r->legal_due;
	c->due[CLOCK_PROMISED] = r->promised_due;
	c->due[CLOCK_SPECIAL] = r->special_due;
	c->due[CLOCK_GAP] = r->gap_due;
	c->due[CLOCK_DELIVERY] = r->delivery_due;
	c->due[CLOCK_MAIL] = r->mail_due;
	c->due[CLOCK_CHECK] = r->check_due;
	c->due[CLOCK_ARCHIVE] = r->archive_due;
	c->correction_from = r->correction_from;
	c->running = (uint32_t)r->running;
	c->provisional = r->provisional;
	c->next_due = r->next_due;
}

static enum err load_items(const struct casework *w, struct casefile *c)
{
	struct sql_case_items_row *rows;
	size_t n;

	TRY(sql_case_items(w->db, w->ctx, &(struct sql_case_items_in){.case_id = c->id}, &rows, &n));
	c->items = mem_array(w->ctx, struct case_item, n);
	c->nitems = n;
	for (size_t i = 0; i < n; i++)
		c->items[i] = (struct case_item){
			.item = rows[i].item,
			.seq = rows[i].seq,
			.name = rows[i].name,
			.state = material_state_of(rows[i].state),
			.verdict = verdict_of(rows[i].verdict),
			.reason = rows[i].reason,
			.remedy = rows[i].remedy,
			.listed = rows[i].listed,
			.supplied_at = rows[i].supplied_at,
			.files = rows[i].files,
			.gap = rows[i].gap,
			.certificate = rows[i].certificate_id,
		};
	return ERR_NONE;
}

static enum err load_matter(const struct casework *w, struct casefile *c)
{
	struct matter *own;

	if (w->matters)
		return matter_cached_revision(w->db, w->ctx, w->matters, c->revision_id, &c->matter);
	TRY(matter_load_revision(w->db, w->ctx, c->revision_id, &own));
	c->matter = own;
	return ERR_NONE;
}

/* letter_find - where the window may be allowed to decide. */
static enum err letter_find(const struct casework *w, struct casefile *c)
{
	struct sql_auth_letter_valid_row *r;
	enum err e;

	if (c->matter->kind != MATTER_INSTANT || c->state != STATE_RECEIVED)
		return ERR_NONE;
	e = sql_auth_letter_valid(w->db, c,
				  &(struct sql_auth_letter_valid_in){.matter_id = c->matter_id, .dept_code = c->dept_code,
								     .today = msec_day(w->now)},
				  &r);
	if (e == ERR_NONE)
		c->letter = r->number;
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

enum err case_load(const struct casework *w, int64_t id, struct casefile **out)
{
	struct casefile *c = mem_new(w->ctx, struct casefile);
	struct sql_case_get_row *r;

	TRY(sql_case_get(w->db, c, &(struct sql_case_get_in){.id = id}, &r));
	head_names(r, c);
	head_people(r, c);
	head_state(r, c);
	head_days(r, c);
	head_result(r, c);
	if (c->state == STATE_NONE || c->turn == TURN_NONE)
		return log_err(ERR_INTERNAL, "case %lld is in a state that this program does not know", (long long)id);
	TRY(load_items(w, c));
	TRY(load_matter(w, c));
	if (c->nparts > 0)
		TRY(case_parts_load(w, id, &c->parts, &c->nparts));
	TRY(letter_find(w, c));
	*out = c;
	return ERR_NONE;
}

enum err case_load_own(const struct casework *w, int64_t account_id, int64_t id, struct casefile **out)
{
	struct casefile *c;

	TRY(case_load(w, id, &c));
	if (account_id == 0 || c->account_id != account_id)
		return ERR_NOT_FOUND;
	*out = c;
	return ERR_NONE;
}

/* number_normal - in the one form in which it is stored, or NULL when it is no such number. */
static const char *number_normal(void *ctx, const char *typed)
{
	char long_text[CASE_NO_TEXT], short_text[SHORT_NO_TEXT];
	struct case_no long_no;
	struct short_no short_no;

	if (case_no_parse(typed, &long_no) == ERR_NONE && case_no_text(&long_no, long_text) == ERR_NONE)
		return mem_str(ctx, long_text);
	if (short_no_parse(typed, &short_no) == ERR_NONE && short_no_text(&short_no, short_text) == ERR_NONE)
		return mem_str(ctx, short_text);
	return NULL;
}

enum err case_find(const struct casework *w, const char *number, int64_t *id)
{
	struct sql_case_by_number_row *r;
	const char *normal = number_normal(w->ctx, number);

	if (!normal)
		return ERR_NOT_FOUND;
	TRY(sql_case_by_number(w->db, w->ctx, &(struct sql_case_by_number_in){.number = normal}, &r));
	*id = r->id;
	return ERR_NONE;
}

const struct case_item *case_item_find(const struct casefile *c, const char *item)
{
	for (size_t i = 0; i < c->nitems; i++)
		if (text_eq(c->items[i].item, item))
			return &c->items[i];
	return NULL;
}

/* --- facts ------------------------------------------------------------------------------------------- */

bool case_visible(const struct actor *a, const char *dept_code)
{
	return a->kind == ACTOR_STAFF && (text_empty(a->dept) || text_eq(a->dept, dept_code));
}

static factset fact_if(bool yes, factset fact)
{
	return yes ? fact : 0;
}

static factset facts_of_person(const struct casefile *c, const struct actor *a)
{
	bool party = a->kind == ACTOR_APPLICANT || a->kind == ACTOR_AGENT;
	bool staff = a->kind == ACTOR_STAFF;
	bool mine = staff && c->claimed_by && (c->claimed_by == a->id || c->claimed_by == a->acting_for);

	return fact_if(party && c->account_id && a->id == c->account_id, FACT_OWN_CASE) |
	       fact_if(case_visible(a, c->dept_code), FACT_IN_SCOPE) |
	       fact_if(staff && text_eq(a->dept, c->dept_code), FACT_OWN_DEPT) |
	       fact_if(!c->claimed_by, FACT_UNCLAIMED) | fact_if(mine, FACT_CLAIM_MINE) |
	       fact_if(c->claimed_by && !mine, FACT_CLAIM_OTHER) | fact_if(!c->claimed_by || mine, FACT_CLAIM_FREE);
}

static factset facts_of_course(const struct casefile *c, day today)
{
	bool web = text_eq(c->channel, "web");
	bool passed = c->pre_reviewed_at != MSEC_NONE;
	bool silent = c->state == STATE_RECEIVED && (c->running & CLOCK_BIT(CLOCK_CORRECTION)) && today > c->due[CLOCK_CORRECTION];

	return fact_if(web, FACT_WEB) | fact_if(!web, FACT_PAPER) | fact_if(!passed, FACT_NOT_PRE_REVIEWED) |
	       fact_if(passed || !web, FACT_INTAKE_READY) | fact_if(c->case_no != NULL, FACT_NUMBERED) |
	       fact_if(c->dept_accepts, FACT_DEPT_ACCEPTS) | fact_if(!c->dept_accepts, FACT_WINDOW_ACCEPTS) |
	       fact_if(c->turn == TURN_WINDOW, FACT_TURN_WINDOW) | fact_if(c->turn == TURN_DEPT, FACT_TURN_DEPT) |
	       fact_if(silent, FACT_NOTICE_OVERDUE);
}

/* Correction notices: confirmation by the department (domain 0-5), and once per receipt (C.2 invariant e). */
static factset facts_of_notice(const struct casefile *c)
{
	bool asked = text_eq(c->confirm_state, "asked"), confirmed = text_eq(c->confirm_state, "confirmed");
	bool wanted = c->matter->settings.correction_needs_dept_confirm;
	bool first = c->correction_round == 0;
	bool whole = c->matter->settings.incomplete == INCOMPLETE_RETURN;

	return fact_if(confirmed || (!wanted && !asked), FACT_CONFIRM_DONE) |
	       fact_if(!confirmed && !asked && (wanted || c->dept_accepts), FACT_CONFIRM_OPEN) |
	       fact_if(asked, FACT_CONFIRM_ASKED) | fact_if(first || c->repeat_permitted, FACT_NOTICE_ALLOWED) |
	       fact_if(!first && !c->repeat_permitted, FACT_REPEAT_OPEN) | fact_if(whole, FACT_WHOLE_RETURN) |
	       fact_if(!whole, FACT_CORRECTABLE);
}

static bool is_faulty(const struct case_item *it)
{
	return it->verdict == VERDICT_MISSING || it->verdict == VERDICT_NOT_IN_FORM;
}

static factset facts_of_items(const struct casefile *c)
{
	size_t listed = 0, supplied = 0, faulty = 0;

	for (size_t i = 0; i < c->nitems; i++) {
		faulty += is_faulty(&c->items[i]);
		listed += c->items[i].listed;
		supplied += c->items[i].listed && c->items[i].supplied_at != MSEC_NONE;
	}
	return fact_if(faulty > 0, FACT_ITEMS_LISTED) |
	       fact_if(listed > 0 && supplied == listed, FACT_ITEMS_SUPPLIED);
}

static bool is_supplied(const struct case_item *it)
{
	return it->state == MATERIAL_PAPER || it->state == MATERIAL_SHARED || (it->state == MATERIAL_UPLOADED && it->files > 0);
}

bool case_gap_faulty(const struct case_item *it)
{
	return it->gap && is_supplied(it) && is_faulty(it);
}

/* C.4: what was tolerated is a gap until it has come and was judged right. */
static factset facts_of_gaps(const struct casefile *c, day today)
{
	size_t open = 0, supplied = 0, right = 0, faulty = 0;

	for (size_t i = 0; i < c->nitems; i++) {
		const struct case_item *it = &c->items[i];
		bool closed = it->verdict == VERDICT_OK;
		if (!it->gap)
			continue;
		open += !closed;
		supplied += is_supplied(it);
		right += closed;
		faulty += case_gap_faulty(it);
	}
	/* a gap that was judged right a moment ago is open until the act that says so: row 16 */
	bool running = c->running & CLOCK_BIT(CLOCK_GAP);
	size_t all = open + right;
	return fact_if(running && all > 0, FACT_GAPS_OPEN) | fact_if(!running, FACT_NO_GAPS) |
	       fact_if(all > 0 && supplied == all, FACT_GAPS_SUPPLIED) | fact_if(all > 0 && right == all, FACT_GAPS_RIGHT) |
	       fact_if(running && supplied > 0, FACT_GAPS_CAME) | fact_if(running && faulty > 0, FACT_GAPS_FAULTY) |
	       fact_if(running && today > c->due[CLOCK_GAP], FACT_GAP_OVERDUE);
}

static bool has_paper(const struct casefile *c)
{
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].state == MATERIAL_PAPER)
			return true;
	return false;
}

/* A visit by two officers comes before the grant where the matter lists one, but for a promise, which is checked later. */
static bool needs_inspection(const struct casefile *c)
{
	for (size_t i = 0; i < c->matter->limits.special.n; i++)
		if (c->matter->limits.special.at[i].kind == SPECIAL_SITE_INSPECTION)
			return !c->committed;
	return false;
}

static factset facts_of_review(const struct casefile *c, const struct actor *a, day today)
{
	const struct matter_limits *l = &c->matter->limits;
	bool held = has_paper(c) && text_eq(c->paper_state, "none");
	bool other = c->accepted_by != a->id && (!a->acting_for || c->accepted_by != a->acting_for);
	bool instant = c->matter->kind == MATTER_INSTANT, upward = c->matter->kind == MATTER_UPWARD;
	/* a limit that rests passes no day; case_apply looks when it began to */
	bool rests = !(c->running & CLOCK_BIT(CLOCK_LEGAL));

	return fact_if(held, FACT_PAPER_HELD) | fact_if(!held, FACT_PAPER_SETTLED) |
	       fact_if(l->special.n > 0, FACT_HAS_SPECIAL) | fact_if(l->suspension.n > 0, FACT_SUSPENDABLE) |
	       fact_if(l->extension.n > 0 && c->extended_days == 0, FACT_EXTENDABLE) |
	       fact_if(c->due[CLOCK_LEGAL] != DAY_NONE && (rests || today <= c->due[CLOCK_LEGAL]), FACT_BEFORE_DUE) |
	       fact_if(!text_eq(c->opinion, "none"), FACT_OPINION) | fact_if(instant || other, FACT_OTHER_ACCEPTED) |
	       fact_if(c->inspected || !needs_inspection(c), FACT_INSPECTED) |
	       fact_if(upward, FACT_UPWARD) | fact_if(!upward, FACT_DECIDED_HERE) | fact_if(instant, FACT_INSTANT) |
	       fact_if(c->letter != NULL, FACT_LETTER);
}

static factset facts_of_result(const struct casefile *c, day today)
{
	bool waits = c->state == STATE_RESULT_READY && c->remind_due != DAY_NONE;
	/* online is where an account is; whoever has none comes for it */
	bool mail = text_eq(c->delivery, "mail"), electronic = text_eq(c->delivery, "electronic") && c->account_id;

	return fact_if(c->on_spot, FACT_ON_SPOT) | fact_if(text_eq(c->outcome, "granted"), FACT_GRANTED) |
	       fact_if(mail, FACT_BY_MAIL) | fact_if(electronic, FACT_ELECTRONIC) | fact_if(!electronic, FACT_BY_HAND) |
	       fact_if(c->running & CLOCK_BIT(CLOCK_CHECK), FACT_CHECK_OPEN) |
	       fact_if(waits && today > c->remind_due, FACT_UNCOLLECTED);
}

bool case_item_ready(const struct case_item *it, const struct material_need *need)
{
	switch (it ? it->state : MATERIAL_NONE) {
	case MATERIAL_UPLOADED:
		return it->files > 0;
	case MATERIAL_PAPER:
		return true;
	case MATERIAL_SHARED:
		return need->may_share || it->certificate;
	case MATERIAL_PROMISED:
		return need->may_promise;
	case MATERIAL_GAP:
		return need->may_gap;
	case MATERIAL_FILLED:
		return need->by_form;
	case MATERIAL_NONE:
		break;
	}
	return false;
}

/* Judged right; what need not be handed in need not be judged, as long as that is still allowed: who has broken a promise
 * since may not leave anything for later (C.4). */
static bool is_in_order(const struct case_item *it, const struct material_need *need)
{
	bool absent = it->state == MATERIAL_SHARED || it->state == MATERIAL_PROMISED || it->state == MATERIAL_GAP;

	if (absent && !case_item_ready(it, need))
		return false;
	return it->verdict == VERDICT_OK || (it->verdict == VERDICT_NONE && absent);
}

/* What the form and the materials say together: which materials are asked for depends on the answers. */
static enum err facts_of_contents(const struct casework *w, const struct casefile *c, factset *facts)
{
	struct draft_needs needs;
	bool ready = true, complete = true;

	TRY(draft_needs(w, c, &needs));
	for (size_t i = 0; i < c->matter->materials.n; i++) {
		const struct case_item *it = case_item_find(c, c->matter->materials.at[i].key);
		if (!needs.need[i].required)
			continue;
		ready = ready && case_item_ready(it, &needs.need[i]);
		complete = complete && it && is_in_order(it, &needs.need[i]);
	}
	for (size_t i = 0; i < c->nitems; i++)
		complete = complete && !is_faulty(&c->items[i]);
	*facts |= fact_if(needs.report.nwrong == 0, FACT_FORM_VALID) | fact_if(ready, FACT_MATERIALS_READY) |
		  fact_if(complete, FACT_COMPLETE);
	return ERR_NONE;
}

static bool contents_matter(const struct casefile *c)
{
	return STATE_BIT(c->state) & (STATE_BIT(STATE_DRAFT) | STATE_BIT(STATE_PRE_REVIEW) | STATE_BIT(STATE_RECEIVED));
}

char *case_field_item_name(void *ctx, const char *label)
{
	return mem_fmt(ctx, "申请表“%s”一栏", label);
}

factset case_facts_plain(const struct casework *w, const struct casefile *c, const struct actor *a)
{
	day today = msec_day(w->now);

	return facts_of_person(c, a) | facts_of_course(c, today) | facts_of_notice(c) | facts_of_items(c) |
	       facts_of_gaps(c, today) | facts_of_review(c, a, today) | facts_of_result(c, today) | case_part_facts(c, a, today);
}

enum err case_facts(const struct casework *w, const struct casefile *c, const struct actor *a, factset *facts)
{
	*facts = case_facts_plain(w, c, a);
	if (a->kind == ACTOR_SYSTEM || !contents_matter(c))
		return ERR_NONE;
	return facts_of_contents(w, c, facts);
}

enum err case_allowed(const struct casework *w, const struct casefile *c, const struct actor *a,
		      struct case_actions *out)
{
	/* facts about contents are soft: they hide no button, so they need not be looked up */
	out->n = lifecycle_allowed(c->state, actor_roles(a), case_facts_plain(w, c, a), out->at);
	return ERR_NONE;
}

/* --- sealed values ----------------------------------------------------------------------------------- */

enum err case_look(const struct casework *w, const struct actor *a, const char *ip, int64_t case_id, const char *what,
		   const char *reason)
{
	return sql_access_log_add(w->db,
				  &(struct sql_access_log_add_in){.at = w->now,
								  .staff_id = a->id,
								  .staff_name = text_or(a->name, ""),
								  .post = text_or(a->post, ""),
								  .case_id = case_id,
								  .fields = what,
								  .ip = ip,
								  .reason = reason},
				  NULL);
}

/* reveal_answer - what was filled in, in the words of the form. */
static enum err reveal_answer(const struct casework *w, const struct actor *a, const char *ip, int64_t case_id,
			      const char *field, const char *reason, char **plain)
{
	struct mform_answers answers;
	struct casefile *c;

	TRY(case_load(w, case_id, &c));
	int at = mform_find(&c->matter->form, field + 2);
	if (at < 0)
		return ERR_INVALID;
	TRY(case_look(w, a, ip, case_id, field, reason));
	TRY(draft_answers(w, c, &answers));
	*plain = NULL;
	for (size_t i = 0; i < answers.n; i++)
		if (text_eq(answers.at[i].key, field + 2) && !text_empty(answers.at[i].value))
			*plain = mem_str(w->ctx, mform_value_text(w->ctx, c->matter->form.field[at], answers.at[i].value, false));
	return ERR_NONE;
}

enum err case_reveal(const struct casework *w, const struct actor *a, const char *ip, int64_t case_id, const char *field,
		     const char *reason, char **plain)
{
	static const struct {
		const char *field, *where;
		size_t at;
	} known[] = {
		{"id", "cases.applicant_id_sealed", offsetof(struct sql_case_sealed_row, applicant_id_sealed)},
		{"phone", "cases.applicant_phone_sealed", offsetof(struct sql_case_sealed_row, applicant_phone_sealed)},
		{"address", "cases.applicant_address_sealed",
		 offsetof(struct sql_case_sealed_row, applicant_address_sealed)},
		{"agent_id", "cases.agent_id_sealed", offsetof(struct sql_case_sealed_row, agent_id_sealed)},
		{"agent_phone", "cases.agent_phone_sealed", offsetof(struct sql_case_sealed_row, agent_phone_sealed)},
	};
	struct sql_case_sealed_row *row;
	struct bytes sealed;
	size_t i = 0;

	if (!text_empty(reason) && text_starts(text_or(field, ""), "f."))
		return reveal_answer(w, a, ip, case_id, field, reason, plain);
	while (i < COUNT(known) && !text_eq(known[i].field, field))
		i++;
	if (i == COUNT(known) || text_empty(reason))
		return ERR_INVALID;
	TRY(case_look(w, a, ip, case_id, field, reason));
	TRY(sql_case_sealed(w->db, w->ctx, &(struct sql_case_sealed_in){.id = case_id}, &row));
	memcpy(&sealed, (const char *)row + known[i].at, sizeof(sealed));
	return field_open(w->ctx, w->keys, known[i].where, 0, sealed, plain);
}

/* --- token of the QR code ---------------------------------------------------------------------------- */

static void token_check(const struct keys *k, const uint8_t *ref, int64_t version, uint8_t out[static HASH_SIZE])
{
	uint8_t message[REF_BYTES + 8];

	memcpy(message, ref, REF_BYTES);
	for (int i = 0; i < 8; i++)
		message[REF_BYTES + i] = (uint8_t)((uint64_t)version >> (8 * i));
	mac(k, "case-token", message, sizeof(message), out);
}

char *case_token(void *ctx, const struct keys *k, struct bytes ref, int64_t token_version)
{
	uint8_t token[TOKEN_BYTES], check[HASH_SIZE];

	memcpy(token, ref.p, REF_BYTES);
	token_check(k, ref.p, token_version, check);
	memcpy(token + REF_BYTES, check, CHECK_BYTES);
	return text_base32(ctx, token, sizeof(token));
}

bool case_token_ref(void *ctx, const char *token, struct bytes *ref)
{
	uint8_t *bytes;
	size_t n;

	if (!token || strlen(token) != TOKEN_TEXT - 1 || !text_unbase32(ctx, token, &bytes, &n) || n != TOKEN_BYTES)
		return false;
	*ref = (struct bytes){.p = bytes, .n = REF_BYTES};
	return true;
}

bool case_token_ok(void *ctx, const struct keys *k, const char *token, struct bytes ref, int64_t token_version)
{
	uint8_t check[HASH_SIZE];
	uint8_t *bytes;
	size_t n;

	token_check(k, ref.p, token_version, check);
	return text_unbase32(ctx, token, &bytes, &n) && n == TOKEN_BYTES &&
	       mac_equal(bytes + REF_BYTES, check, CHECK_BYTES) && mac_equal(bytes, ref.p, REF_BYTES);
}
