#include "domain/draft.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/identity.h"
#include "domain/intake.h"
#include "domain/mask.h"
#include "domain/matter.h"
#include "domain/promise.h"
#include "gen/sql.h"

#define SEALED_MAX 7900 /* bytes of a sensitive answer; the column takes 8,000 with the seal */
#define PLAIN_MAX 60000

/* --- opening ----------------------------------------------------------------------------------------- */

static const char *random_key(void *ctx)
{
	uint8_t key[16];

	crypt_random(key, sizeof(key));
	return text_base32(ctx, key, sizeof(key));
}

static const char *delivery_usual(const struct matter *m)
{
	return m->delivery & DELIVERY_COUNTER || !m->delivery ? "counter"
	       : m->delivery & DELIVERY_MAIL                  ? "mail"
							      : "electronic";
}

/* The columns that a new case takes from its matter. */
static struct sql_draft_add_in draft_of(const struct casework *w, const struct matter *m, const char *channel)
{
	uint8_t *ref = mem_array(w->ctx, uint8_t, 8);

	crypt_random(ref, 8);
	return (struct sql_draft_add_in){
		.ref = {.p = ref, .n = 8},
		.submit_key = random_key(w->ctx),
		.matter_id = m->id,
		.revision_id = m->revision_id,
		.matter_code = m->code,
		.matter_name = m->name,
		.dept_code = m->dept,
		.dept_name = m->dept_name,
		.dept_accepts = m->settings.acceptance_authority == ACCEPT_DEPT,
		.channel = channel,
		.delivery = delivery_usual(m),
		.turn = turn_key(TURN_APPLICANT),
		.now = w->now,
	};
}

enum material_state material_at_first(const struct matter_material *m)
{
	return m->from_form ? MATERIAL_FILLED : m->waivable_by_share ? MATERIAL_SHARED : MATERIAL_NONE;
}

static enum err add_items(const struct casework *w, int64_t case_id, const struct matter *m)
{
	for (size_t i = 0; i < m->materials.n; i++) {
		const struct matter_material *t = &m->materials.at[i];
		enum material_state first = material_at_first(t);
		TRY(sql_case_item_add(w->db,
				      &(struct sql_case_item_add_in){.case_id = case_id, .item = t->key,
								     .seq = (int64_t)i + 1, .name = t->name,
								     .now = w->now},
				      NULL));
		if (first != MATERIAL_NONE)
			TRY(sql_case_item_change(
				w->db,
				&(struct sql_case_item_change_in){.case_id = case_id, .item = t->key,
								  .state = material_state_key(first),
								  .supplied_at = MSEC_NONE, .now = w->now},
				NULL));
	}
	return ERR_NONE;
}

static struct bytes reseal(const struct casework *w, const char *where, const char *plain)
{
	return text_empty(plain) ? (struct bytes){NULL, 0} : field_seal(w->ctx, w->keys, where, 0, plain);
}

enum err draft_person_of(const struct casework *w, int64_t account_id, struct draft_person *out)
{
	struct sql_draft_account_row *row;
	char *id_no, *phone, *address, *email;

	TRY(sql_draft_account(w->db, w->ctx, &(struct sql_draft_account_in){.id = account_id}, &row));
	TRY(field_open(w->ctx, w->keys, "account.id_sealed", 0, row->id_sealed, &id_no));
	TRY(field_open(w->ctx, w->keys, "account.phone_sealed", 0, row->phone_sealed, &phone));
	TRY(field_open(w->ctx, w->keys, "account.address_sealed", 0, row->address_sealed, &address));
	TRY(field_open(w->ctx, w->keys, "account.email_sealed", 0, row->email_sealed, &email));
	*out = (struct draft_person){.account_id = account_id, .kind = row->kind, .name = row->name,
				     .id_type = row->id_type, .id_no = id_no, .phone = phone, .address = address,
				     .legal_rep = row->legal_rep, .contact = row->contact, .email = email};
	return ERR_NONE;
}

/* person_of_paper - what was entered when an application on paper was opened. */
static enum err person_of_paper(const struct casework *w, const struct casefile *c, struct draft_person *out)
{
	struct sql_case_sealed_row *row;
	char *id_no, *phone, *address;

	TRY(sql_case_sealed(w->db, w->ctx, &(struct sql_case_sealed_in){.id = c->id}, &row));
	TRY(field_open(w->ctx, w->keys, "cases.applicant_id_sealed", 0, row->applicant_id_sealed, &id_no));
	TRY(field_open(w->ctx, w->keys, "cases.applicant_phone_sealed", 0, row->applicant_phone_sealed, &phone));
	TRY(field_open(w->ctx, w->keys, "cases.applicant_address_sealed", 0, row->applicant_address_sealed, &address));
	*out = (struct draft_person){.kind = c->applicant_kind, .name = c->applicant_name, .id_type = c->applicant_id_type,
				     .id_no = id_no, .phone = phone, .address = address, .legal_rep = c->legal_rep};
	return ERR_NONE;
}

static void person_tell(const struct draft_person *p, struct mform_who *who)
{
	*who = (struct mform_who){.kind = who_bit(p->kind)};
	who->account[PREFILL_NAME] = p->name;
	who->account[PREFILL_ID_TYPE] = p->id_type;
	who->account[PREFILL_ID_NO] = p->id_no;
	who->account[PREFILL_PHONE] = p->phone;
	who->account[PREFILL_ADDRESS] = p->address;
	who->account[PREFILL_USCC] = text_eq(p->id_type, identity_code(IDENTITY_USCC)) ? p->id_no : NULL;
	who->account[PREFILL_LEGAL_REP] = p->legal_rep;
	who->account[PREFILL_CONTACT] = p->contact;
	who->account[PREFILL_EMAIL] = p->email;
}

/* person_put - the columns of a new case that say whose it is. */
static void person_put(const struct casework *w, const struct draft_person *p, enum identity_type type,
		       struct sql_draft_add_in *row)
{
	row->account_id = p->account_id;
	row->applicant_kind = p->kind;
	row->applicant_name = p->name;
	row->applicant_id_type = p->id_type;
	row->applicant_id_sealed = reseal(w, "cases.applicant_id_sealed", p->id_no);
	row->applicant_id_bidx = blind_index(w->ctx, w->keys, "id_no", p->id_no);
	row->applicant_id_mask = mask_identity(w->ctx, type, p->id_no);
	row->applicant_phone_sealed = reseal(w, "cases.applicant_phone_sealed", p->phone);
	row->applicant_phone_mask = text_empty(p->phone) ? NULL : mask_phone(w->ctx, p->phone);
	row->applicant_address_sealed = reseal(w, "cases.applicant_address_sealed", p->address);
	row->legal_rep = p->legal_rep;
}

struct opening { /* arguments of the transaction that makes a draft */
	const struct casework *w;
	const struct matter *m;
	struct sql_draft_add_in row;
	struct mform_who who;
	const struct intake_how *how; /* on paper, and who takes it in; else NULL */
	const struct actor *a;
	int64_t id;
};

static enum err put_field(const struct casework *w, int64_t case_id, const struct mform_field *f, const char *value)
{
	struct sql_case_field_put_in in = {.case_id = case_id, .name = f->key, .now = w->now};

	if (!value)
		return sql_case_field_drop(
			w->db, &(struct sql_case_field_drop_in){.case_id = case_id, .name = f->key}, NULL);
	if (mform_field_sealed(f))
		in.sealed = field_seal(w->ctx, w->keys, mem_fmt(w->ctx, "case_field.%s", f->key), case_id, value);
	else
		in.value = value;
	return sql_case_field_put(w->db, &in, NULL);
}

static enum err open_work(void *arg)
{
	struct opening *o = arg;
	struct db_done done;

	TRY(sql_draft_add(o->w->db, &o->row, &done));
	o->id = done.insert_id;
	TRY(add_items(o->w, o->id, o->m));
	if (o->how)
		TRY(intake_record(o->w, o->a, o->id, o->how));
	for (size_t i = 0; i < o->m->form.nfields; i++) {
		const struct mform_field *f = o->m->form.field[i];
		const char *known = f->prefill == PREFILL_NONE ? NULL : o->who.account[f->prefill];
		if (!text_empty(known))
			TRY(put_field(o->w, o->id, f, known));
	}
	return ERR_NONE;
}

static enum err open_for(struct opening *o, const struct draft_person *person, int64_t *case_id)
{
	enum identity_type type;

	person_tell(person, &o->who);
	if (!identity_type_parse(person->id_type, &type) || !matter_applies(o->m, o->who.kind))
		return ERR_INVALID;
	person_put(o->w, person, type, &o->row);
	TRY(db_tx(o->w->db, open_work, o));
	*case_id = o->id;
	return ERR_NONE;
}

enum err draft_open(const struct casework *w, const struct actor *a, const struct matter *matter, bool fresh,
		    int64_t *case_id, bool *continued)
{
	struct opening o = {.w = w, .m = matter, .row = draft_of(w, matter, "web")};
	struct sql_draft_find_row *old;
	struct draft_person person;
	enum err e = fresh ? ERR_NOT_FOUND
			   : sql_draft_find(w->db, w->ctx,
					    &(struct sql_draft_find_in){.account_id = a->id, .matter_id = matter->id},
					    &old);

	*continued = e == ERR_NONE;
	if (e == ERR_NONE)
		*case_id = old->id;
	if (e != ERR_NOT_FOUND)
		return e;
	if (!(matter->channels & CHANNEL_WEB))
		return ERR_FORBIDDEN;
	TRY(draft_person_of(w, a->id, &person));
	return open_for(&o, &person, case_id);
}

/* route - received for another district: its department has the case from the beginning (REV-7; GD 9.6).  The numbers stay
 * those of the window's matter; papers, seals and certificates are the department's that acts. */
static enum err route(struct opening *o)
{
	struct intake_dept *depts;
	size_t n;

	if (!o->how->district)
		return ERR_NONE;
	TRY(intake_depts(o->w, o->m, &depts, &n));
	const struct intake_dept *there = intake_dept_of(depts, n, o->how->district);
	if (there) {
		o->row.dept_code = there->code;
		o->row.dept_name = there->name;
	}
	return ERR_NONE;
}

enum err draft_open_counter(const struct casework *w, const struct actor *a, const struct matter *matter,
			    const struct intake_how *how, const struct draft_person *person, int64_t *case_id)
{
	uint32_t wanted = text_eq(how->channel, "post") ? CHANNEL_POST : CHANNEL_COUNTER;
	struct opening o = {.w = w, .m = matter, .row = draft_of(w, matter, how->channel), .how = how, .a = a};

	if (!(actor_roles(a) & ROLE_CLERK) || !case_visible(a, matter->dept) || !(matter->channels & wanted))
		return ERR_FORBIDDEN;
	TRY(route(&o));
	return open_for(&o, person, case_id);
}

/* --- answers ----------------------------------------------------------------------------------------- */

enum err draft_answers(const struct casework *w, const struct casefile *c, struct mform_answers *out)
{
	struct sql_case_fields_row *rows;
	struct mform_answer *at;
	size_t n;

	TRY(sql_case_fields(w->db, w->ctx, &(struct sql_case_fields_in){.case_id = c->id}, &rows, &n));
	at = mem_array(w->ctx, struct mform_answer, n);
	for (size_t i = 0; i < n; i++) {
		char *plain = NULL;
		if (rows[i].sealed.p)
			TRY(field_open(w->ctx, w->keys, mem_fmt(w->ctx, "case_field.%s", rows[i].name), c->id,
				       rows[i].sealed, &plain));
		at[i] = (struct mform_answer){.key = rows[i].name, .value = plain ? plain : rows[i].value};
	}
	*out = (struct mform_answers){.at = at, .n = n};
	return ERR_NONE;
}

enum err draft_who(const struct casework *w, const struct casefile *c, struct mform_who *out)
{
	struct draft_person person;

	*out = (struct mform_who){.kind = who_bit(c->applicant_kind)};
	/* once submitted, what was known of the person is among the answers */
	if (c->state != STATE_DRAFT)
		return ERR_NONE;
	TRY(c->account_id ? draft_person_of(w, c->account_id, &person) : person_of_paper(w, c, &person));
	person_tell(&person, out);
	out->kind = who_bit(c->applicant_kind);
	return ERR_NONE;
}

enum err draft_check(const struct casework *w, const struct casefile *c, enum mform_mode mode,
		     struct mform_report *out)
{
	struct mform_answers answers;
	struct mform_who who;

	TRY(draft_answers(w, c, &answers));
	TRY(draft_who(w, c, &who));
	return mform_check(w->ctx, &c->matter->form, &who, &answers, msec_day(w->now), mode, out);
}

enum err draft_needs(const struct casework *w, const struct casefile *c, struct draft_needs *out)
{
	struct mform_answers answers;
	struct mform_who who;

	TRY(draft_answers(w, c, &answers));
	TRY(draft_who(w, c, &who));
	TRY(mform_check(w->ctx, &c->matter->form, &who, &answers, msec_day(w->now), MFORM_SUBMIT, &out->report));
	out->need = mem_array(w->ctx, struct material_need, c->matter->materials.n);
	matter_needs(c->matter, &who, &out->report, out->need);
	return promise_needs(w, c, out->need);
}

static const struct mform_answer *answer_of(const struct mform_answers *list, const char *key)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_eq(list->at[i].key, key))
			return &list->at[i];
	return NULL;
}

struct mform_answers draft_overlay(void *ctx, const struct mform_answers *old, const struct mform_answers *fresh)
{
	struct mform_answer *at = mem_array(ctx, struct mform_answer, old->n + fresh->n);
	size_t n = 0;

	for (size_t i = 0; i < old->n; i++)
		if (!answer_of(fresh, old->at[i].key))
			at[n++] = old->at[i];
	for (size_t i = 0; i < fresh->n; i++)
		at[n++] = fresh->at[i];
	return (struct mform_answers){.at = at, .n = n};
}

enum err draft_store(const struct casework *w, const struct casefile *c, const struct mform_answers *answers,
		     struct mform_report *report)
{
	const struct mform *form = &c->matter->form;
	struct mform_answers old, all;
	struct mform_who who;

	TRY(draft_answers(w, c, &old));
	TRY(draft_who(w, c, &who));
	all = draft_overlay(w->ctx, &old, answers);
	TRY(mform_check(w->ctx, form, &who, &all, msec_day(w->now), MFORM_DRAFT, report));
	for (size_t i = 0; i < form->nfields; i++) {
		const struct mform_field *f = form->field[i];
		const char *v = report->value[i];
		if (!answer_of(answers, f->key))
			continue;
		if (v && strlen(v) > (mform_field_sealed(f) ? SEALED_MAX : PLAIN_MAX)) {
			report->nwrong += report->wrong[i] == NULL;
			report->wrong[i] = "内容太长，没有保存。";
			continue;
		}
		TRY(put_field(w, c->id, f, v));
	}
	return ERR_NONE;
}

/* The agent is part of the case: lists and notices name them. */
static enum err freeze_agent(const struct casework *w, struct casefile *c, const struct mform_report *report)
{
	static const char *const keys[] = {MFORM_BY_AGENT, "agent_name", "agent_id_type", "agent_id_no", "agent_phone"};
	const char *v[5];
	enum identity_type type = IDENTITY_RESIDENT;

	for (int i = 0; i < 5; i++) {
		int at = mform_find(&c->matter->form, keys[i]);
		v[i] = at < 0 ? NULL : report->value[at];
	}
	bool agent = v[0] && v[1];
	if (v[2] && !identity_type_parse(v[2], &type))
		type = IDENTITY_RESIDENT;
	c->agent_name = agent ? v[1] : NULL;
	c->agent_id_type = agent && v[3] ? identity_code(type) : NULL;
	c->agent_id_mask = agent && v[3] ? mask_identity(w->ctx, type, v[3]) : NULL;
	c->agent_phone_mask = agent && v[4] ? mask_phone(w->ctx, v[4]) : NULL;
	return sql_draft_agent_put(w->db,
				   &(struct sql_draft_agent_put_in){
					   .id = c->id,
					   .agent_name = c->agent_name,
					   .agent_id_type = c->agent_id_type,
					   .agent_id_sealed = reseal(w, "cases.agent_id_sealed", agent ? v[3] : NULL),
					   .agent_id_mask = c->agent_id_mask,
					   .agent_phone_sealed =
						   reseal(w, "cases.agent_phone_sealed", agent ? v[4] : NULL),
					   .agent_phone_mask = c->agent_phone_mask,
				   },
				   NULL);
}

static bool is_web(const struct casefile *c)
{
	return text_eq(c->channel, "web");
}

/* A material that the answers do not call for is no part of the case: no list names it as shared or to come later. */
static enum err forget_unasked(const struct casework *w, struct casefile *c, const struct mform_report *report)
{
	const struct mform_who who = {.kind = who_bit(c->applicant_kind)};
	struct material_need *need = mem_array(w->ctx, struct material_need, c->matter->materials.n);

	matter_needs(c->matter, &who, report, need);
	for (size_t i = 0; i < c->nitems; i++) {
		struct case_item *it = &c->items[i];
		const struct matter_material *m = matter_material(c->matter, it->item);
		if (!m || need[m - c->matter->materials.at].asked || it->files || it->state == MATERIAL_NONE ||
		    it->state == MATERIAL_PAPER)
			continue;
		it->state = MATERIAL_NONE;
		TRY(sql_case_item_change(w->db,
					 &(struct sql_case_item_change_in){.case_id = c->id, .item = it->item,
									   .state = material_state_key(it->state),
									   .supplied_at = MSEC_NONE, .now = w->now},
					 NULL));
	}
	return ERR_NONE;
}

/* Answers become the record: as they were checked, and nothing that the form does not show. */
enum err draft_freeze(const struct casework *w, struct casefile *c)
{
	const struct mform_answer *was;
	struct mform_answers old;
	struct mform_report report;
	struct mform_who who;

	TRY(draft_answers(w, c, &old));
	TRY(draft_who(w, c, &who));
	TRY(mform_check(w->ctx, &c->matter->form, &who, &old, msec_day(w->now), MFORM_SUBMIT, &report));
	for (size_t i = 0; i < report.n; i++) {
		const struct mform_field *f = c->matter->form.field[i];
		was = answer_of(&old, f->key);
		if (was ? !text_eq(was->value, report.value[i]) : report.value[i] != NULL)
			TRY(put_field(w, c->id, f, report.value[i]));
	}
	TRY(forget_unasked(w, c, &report));
	if (!is_web(c))
		TRY(intake_close(w, c->id));
	return freeze_agent(w, c, &report);
}

/* --- saving ------------------------------------------------------------------------------------------ */

static bool is_party_of(const struct casefile *c, const struct actor *a)
{
	return (a->kind == ACTOR_APPLICANT || a->kind == ACTOR_AGENT) && c->account_id && c->account_id == a->id;
}

static bool is_clerk_of(const struct casefile *c, const struct actor *a)
{
	return (actor_roles(a) & ROLE_CLERK) && case_visible(a, c->dept_code);
}

/* Who may edit now: the applicant their draft; the clerk one that came on paper; both in a correction, and while something
 * that was tolerated is missing (C.4). */
bool draft_editor(const struct casefile *c, const struct actor *a)
{
	size_t left;

	if (promise_gaps_open(c, &left) > 0)
		return is_party_of(c, a) || is_clerk_of(c, a);
	switch ((int)c->state) {
	case STATE_DRAFT:
		return is_web(c) ? is_party_of(c, a) : is_clerk_of(c, a);
	case STATE_CORRECTION:
		return is_party_of(c, a) || is_clerk_of(c, a);
	default:
		return false;
	}
}

bool draft_field_open(const struct casefile *c, const struct actor *a, const char *field)
{
	if (!draft_editor(c, a))
		return false;
	if (c->state == STATE_DRAFT)
		return true;
	for (size_t i = 0; c->state == STATE_CORRECTION && i < c->nitems; i++)
		if (c->items[i].listed && text_starts(c->items[i].item, "f.") && text_eq(c->items[i].item + 2, field))
			return true;
	return false;
}

enum err draft_hold(const struct casework *w, const struct actor *a, int64_t case_id, struct casefile **c,
		    const char **say)
{
	struct sql_case_lock_row *locked;

	*say = NULL;
	TRY(sql_case_lock(w->db, w->ctx, &(struct sql_case_lock_in){.id = case_id}, &locked));
	TRY(case_load(w, case_id, c));
	if (!is_party_of(*c, a) && !is_clerk_of(*c, a))
		return ERR_NOT_FOUND;
	if (!draft_editor(*c, a)) {
		*say = "申请已经提交，现在不能修改。需要补正时，我们会一次性告诉您。";
		return ERR_CONFLICT;
	}
	return ERR_NONE;
}

struct saving {
	const struct casework *w;
	const struct actor *a;
	int64_t case_id;
	const struct mform_answers *answers;
	const char *delivery;
	struct draft_saved *out;
};

/* only_open - without the answers that change nothing; a change to a field that is not open is refused. */
static enum err only_open(struct saving *s, const struct casefile *c, struct mform_answers *out)
{
	struct mform_answer *at = mem_array(s->w->ctx, struct mform_answer, s->answers->n);
	struct mform_answers old;
	size_t n = 0;

	TRY(draft_answers(s->w, c, &old));
	for (size_t i = 0; i < s->answers->n; i++) {
		const struct mform_answer *was = answer_of(&old, s->answers->at[i].key);
		if (draft_field_open(c, s->a, s->answers->at[i].key)) {
			at[n++] = s->answers->at[i];
		} else if (!text_eq(was ? text_or(was->value, "") : "", text_or(s->answers->at[i].value, ""))) {
			s->out->say = "告知书没有列出这一项，不能修改。";
			return ERR_FORBIDDEN;
		}
	}
	*out = (struct mform_answers){.at = at, .n = n};
	return ERR_NONE;
}

/* is_answered - there is something, and it is right: a wrong value is kept, but it answers no notice. */
static bool is_answered(const struct casefile *c, const struct mform_report *report, const char *key)
{
	int at = mform_find(&c->matter->form, key);

	return at >= 0 && !report->wrong[at] && (report->value[at] || !report->required[at]);
}

/* A field that was named in a notice or return is answered by being saved. */
static enum err answer_items(const struct casework *w, const struct casefile *c, const struct mform_answers *answers,
			     const struct mform_report *report)
{
	for (size_t i = 0; i < answers->n; i++) {
		const char *key = answers->at[i].key, *item = mem_fmt(w->ctx, "f.%s", key);
		if (case_item_find(c, item))
			TRY(sql_case_item_change(w->db,
						 &(struct sql_case_item_change_in){
							 .case_id = c->id, .item = item,
							 .state = material_state_key(MATERIAL_NONE),
							 .supplied_at = is_answered(c, report, key) ? w->now : MSEC_NONE,
							 .now = w->now},
						 NULL));
	}
	return ERR_NONE;
}

static enum err save_work(void *arg)
{
	struct saving *s = arg;
	struct mform_answers open;
	struct casefile *c;

	TRY(draft_hold(s->w, s->a, s->case_id, &c, &s->out->say));
	TRY(only_open(s, c, &open));
	TRY(draft_store(s->w, c, &open, &s->out->report));
	TRY(answer_items(s->w, c, &open, &s->out->report));
	s->out->draft_version = c->draft_version + 1;
	s->out->saved_at = s->w->now;
	return sql_draft_touch(s->w->db, &(struct sql_draft_touch_in){.id = c->id, .now = s->w->now}, NULL);
}

enum err draft_fields_save(const struct casework *w, const struct actor *a, int64_t case_id,
			   const struct mform_answers *answers, struct draft_saved *out)
{
	struct saving s = {.w = w, .a = a, .case_id = case_id, .answers = answers, .out = out};

	*out = (struct draft_saved){.saved_at = MSEC_NONE};
	return db_tx(w->db, save_work, &s);
}

static enum err delivery_work(void *arg)
{
	struct saving *s = arg;
	struct casefile *c;

	TRY(draft_hold(s->w, s->a, s->case_id, &c, &s->out->say));
	if (c->state != STATE_DRAFT)
		return ERR_FORBIDDEN;
	return sql_draft_delivery_put(
		s->w->db,
		&(struct sql_draft_delivery_put_in){.id = c->id, .delivery = s->delivery, .now = s->w->now}, NULL);
}

enum err draft_delivery_set(const struct casework *w, const struct actor *a, int64_t case_id, const char *delivery)
{
	struct draft_saved out = {.saved_at = MSEC_NONE};
	struct saving s = {.w = w, .a = a, .case_id = case_id, .delivery = delivery, .out = &out};

	if (text_empty(delivery_name(delivery)))
		return ERR_INVALID;
	return db_tx(w->db, delivery_work, &s);
}

/* --- submitting -------------------------------------------------------------------------------------- */

/* point_out - the first thing that keeps a draft from being submitted. */
static enum err point_out(const struct casework *w, const struct actor *a, int64_t case_id, struct case_result *out)
{
	struct draft_needs needs;
	struct casefile *c;

	TRY(case_load_own(w, a->id, case_id, &c));
	TRY(draft_needs(w, c, &needs));
	for (size_t i = 0; i < needs.report.n; i++)
		if (needs.report.wrong[i]) {
			out->item = mem_fmt(w->ctx, "f.%s", c->matter->form.field[i]->key);
			out->say = needs.report.wrong[i];
			return ERR_INVALID;
		}
	for (size_t i = 0; i < c->matter->materials.n; i++) {
		const struct matter_material *m = &c->matter->materials.at[i];
		if (!needs.need[i].required || case_item_ready(case_item_find(c, m->key), &needs.need[i]))
			continue;
		out->item = m->key;
		out->say = mem_fmt(w->ctx, "还没有提供“%s”。", m->name);
		return ERR_INVALID;
	}
	return ERR_INVALID;
}

enum err draft_submit(const struct casework *w, const struct actor *a, int64_t case_id, const char *submit_key,
		      struct case_result *out)
{
	struct case_args args = {.submit_key = submit_key};
	enum err e = case_apply(w, case_id, 0, ACTION_SUBMIT, a, &args, out);

	return e == ERR_INVALID ? point_out(w, a, case_id, out) : e;
}

enum err correction_answer(const struct casework *w, const struct actor *a, int64_t case_id, int64_t version,
			   struct case_result *out)
{
	return case_apply(w, case_id, version, ACTION_ANSWER_CORRECTION, a, NULL, out);
}

enum err draft_discard(const struct casework *w, const struct actor *a, int64_t case_id)
{
	struct db_done done;

	TRY(sql_draft_drop(w->db, &(struct sql_draft_drop_in){.id = case_id, .account_id = a->id}, &done));
	return done.affected ? ERR_NONE : ERR_NOT_FOUND;
}
