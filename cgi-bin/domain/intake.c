#include "domain/intake.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "domain/account.h"
#include "domain/mask.h"
#include "gen/sql.h"

#define TRACKING_MAX 40

/* --- words ------------------------------------------------------------------------------------------- */

struct word {
	const char *key;
	const char *name;
};

static const struct word consents[] = {
	{"account", "注册时已经同意"}, {"paper", "本人签字的书面同意"}, {"spoken", "本人当面口头同意"}, {NULL, NULL}};
static const struct word relations[] = {{"family", "亲属"},		   {"community", "社区（村）工作人员"},
					{"volunteer", "志愿者"},	   {"proxy", "帮办代办员"},
					{"other", "其他人"},		   {NULL, NULL}};
static const struct word helds[] = {{"original", "收下原件"},
				    {"copy", "看过原件，收复印件"},
				    {"seen", "看过原件，当场退还"},
				    {"none", "没有交纸质的"},
				    {NULL, NULL}};

static const char *word_name(const struct word *list, const char *key)
{
	while (list->key && !text_eq(list->key, key))
		list++;
	return text_or(list->name, "");
}

const char *intake_consent_name(const char *key)
{
	return word_name(consents, key);
}

const char *intake_relation_name(const char *key)
{
	return word_name(relations, key);
}

const char *intake_held_name(const char *key)
{
	return word_name(helds, key);
}

static char *joined(void *ctx, const char *before, const char *more)
{
	return mem_fmt(ctx, "%s%s%s", before, *before ? "；" : "", more);
}

char *intake_words(void *ctx, const struct intake_how *how)
{
	char *out = mem_str(ctx, "");

	if (how->arrived != DAY_NONE)
		out = mem_fmt(ctx, "%s邮寄到达%s%s", day_words(ctx, how->arrived), how->tracking_no ? "，单号 " : "",
			      text_or(how->tracking_no, ""));
	if (how->helper_name)
		out = joined(ctx, out,
			     mem_fmt(ctx, "帮办人 %s（%s），%s", how->helper_name,
				     intake_relation_name(how->helper_relation), intake_consent_name(how->helper_consent)));
	if (how->district)
		out = joined(ctx, out, mem_fmt(ctx, "异地代收，转%s办理", how->district));
	return out;
}

size_t intake_districts(void *ctx, const struct conf *conf, const char *names[static DISTRICTS_MAX])
{
	const char *s = conf->districts;
	size_t n = 0;

	while (n < DISTRICTS_MAX && *(s += strspn(s, " "))) {
		size_t len = strcspn(s, " ");
		names[n++] = mem_copy(ctx, s, len);
		s += len;
	}
	return n;
}

enum err intake_depts(const struct casework *w, const struct matter *m, struct intake_dept **out, size_t *n)
{
	struct sql_depts_of_districts_row *rows;

	*n = 0;
	*out = NULL;
	if (m->parts.n > 0)
		return ERR_NONE;
	TRY(sql_depts_of_districts(w->db, w->ctx, &(struct sql_depts_of_districts_in){.acts_for = m->dept}, &rows, n));
	*out = mem_array(w->ctx, struct intake_dept, *n);
	for (size_t i = 0; i < *n; i++)
		(*out)[i] = (struct intake_dept){rows[i].district, rows[i].code, rows[i].name};
	return ERR_NONE;
}

const struct intake_dept *intake_dept_of(const struct intake_dept *list, size_t n, const char *district)
{
	for (size_t i = 0; i < n && district; i++)
		if (text_eq(list[i].district, district))
			return &list[i];
	return NULL;
}

/* --- the record of how it came ----------------------------------------------------------------------- */

enum err intake_record(const struct casework *w, const struct actor *a, int64_t case_id, const struct intake_how *how)
{
	return sql_intake_add(w->db,
			      &(struct sql_intake_add_in){.case_id = case_id, .taken_by = a->id,
							  .taken_name = text_or(a->name, ""), .now = w->now,
							  .consent = how->consent, .id_override = how->id_confirmed,
							  .arrived_day = how->arrived, .tracking_no = how->tracking_no,
							  .helper_name = how->helper_name,
							  .helper_relation = how->helper_relation,
							  .helper_consent = how->helper_consent,
							  .district = how->district},
			      NULL);
}

enum err intake_close(const struct casework *w, int64_t case_id)
{
	return sql_intake_close(w->db, &(struct sql_intake_close_in){.case_id = case_id}, NULL);
}

enum err intake_load(const struct casework *w, int64_t case_id, struct intake **out)
{
	struct sql_intake_get_row *r;
	struct intake *in = mem_new(w->ctx, struct intake);

	TRY(sql_intake_get(w->db, w->ctx, &(struct sql_intake_get_in){.case_id = case_id}, &r));
	*in = (struct intake){
		.how = {.channel = r->arrived_day == DAY_NONE ? "counter" : "post",
			.consent = r->consent, .id_confirmed = r->id_override, .arrived = r->arrived_day,
			.tracking_no = r->tracking_no, .helper_name = r->helper_name,
			.helper_relation = r->helper_relation, .helper_consent = r->helper_consent,
			.district = r->district},
		.open_by = r->open_by, .taken_by = r->taken_by, .taken_name = r->taken_name, .taken_at = r->taken_at};
	*out = in;
	return ERR_NONE;
}

enum err intake_discard(const struct casework *w, const struct actor *a, int64_t case_id)
{
	struct db_done done;
	struct casefile *c;

	TRY(case_load(w, case_id, &c));
	if (text_eq(c->channel, "web") || !draft_editor(c, a))
		return ERR_NOT_FOUND;
	TRY(sql_intake_drop(w->db, &(struct sql_intake_drop_in){.id = case_id}, &done));
	return done.affected ? ERR_NONE : ERR_NOT_FOUND;
}

/* --- what must be right ------------------------------------------------------------------------------ */

static enum err wrong(struct intake_problem *p, const char *field, const char *message)
{
	p->field = field;
	p->message = message;
	return ERR_INVALID;
}

static bool tracking_ok(const char *no)
{
	for (const char *c = no; *c; c++)
		if (!isalnum((unsigned char)*c) && *c != '-')
			return false;
	return strlen(no) <= TRACKING_MAX;
}

static bool district_known(const struct casework *w, const char *name)
{
	const char *names[DISTRICTS_MAX];
	size_t n = intake_districts(w->ctx, w->conf, names);

	for (size_t i = 0; i < n; i++)
		if (text_eq(names[i], name))
			return true;
	return false;
}

static enum err check_helper(const struct casework *w, const struct intake_how *how, struct intake_problem *p)
{
	if (!how->helper_name)
		return ERR_NONE;
	const char *bad = person_name_wrong(w->ctx, how->helper_name);
	if (bad)
		return wrong(p, "helper_name", bad);
	if (text_empty(intake_relation_name(how->helper_relation)))
		return wrong(p, "helper_relation", "请选择帮办人和申请人的关系");
	if (!text_eq(how->helper_consent, "paper") && !text_eq(how->helper_consent, "spoken"))
		return wrong(p, "helper_consent", "请选择申请人怎样同意由他帮办");
	return ERR_NONE;
}

static enum err check_how(const struct casework *w, const struct intake_how *how, struct intake_problem *p)
{
	bool post = text_eq(how->channel, "post");

	if (post && how->arrived == DAY_NONE)
		return wrong(p, "arrived", "请填写邮件到达的日期");
	if (post && how->arrived > msec_day(w->now))
		return wrong(p, "arrived", "到达日期不能晚于今天，请核对");
	if (how->tracking_no && !tracking_ok(how->tracking_no))
		return wrong(p, "tracking_no", "寄件单号只有字母、数字和短横，请对照面单核对");
	TRY(check_helper(w, how, p));
	if (how->district && !district_known(w, how->district))
		return wrong(p, "district", "请从列出的地区里选择");
	return ERR_NONE;
}

static enum err check_document(const struct casework *w, const struct intake_person *person,
			       const struct intake_how *how, enum identity_type type, const char *no,
			       struct intake_problem *p)
{
	bool natural = text_eq(person->kind, "natural");
	struct identity_verdict v = identity_check(type, no, msec_day(w->now));

	if (natural == (type == IDENTITY_USCC))
		return wrong(p, "id_type", natural ? "请选择个人证件" : "单位请用统一社会信用代码");
	if (v.fault == IDENTITY_FINE || (!identity_stops(v.fault) && how->id_confirmed))
		return ERR_NONE;
	p->may_confirm = !identity_stops(v.fault);
	return wrong(p, "id_no", identity_message(w->ctx, type, no, v));
}

/* Without a mobile the answer goes back by letter; without either nobody could be told anything. */
static enum err check_reach(const char *phone, const char *address, struct intake_problem *p)
{
	enum phone_kind kind;

	if (text_empty(phone))
		return text_empty(address) ? wrong(p, "phone", "手机号和地址至少填一项，不然没法告诉申请人结果") : ERR_NONE;
	enum phone_fault fault = phone_check(phone, &kind);
	if (fault != PHONE_FINE)
		return wrong(p, "phone", phone_message(fault));
	return kind == PHONE_MOBILE ? ERR_NONE : wrong(p, "phone", "请填写手机号，座机收不到通知；没有手机就空着，填上地址");
}

static enum err check_person(const struct casework *w, const struct intake_person *person, const struct intake_how *how,
			     struct draft_person *out, struct intake_problem *p)
{
	bool natural = text_eq(person->kind, "natural");
	enum identity_type type;

	if (who_bit(person->kind) == 0)
		return wrong(p, "kind", "请选择申请人是个人还是单位");
	const char *bad = natural ? person_name_wrong(w->ctx, text_or(person->name, "")) : NULL;
	if (bad || text_empty(person->name))
		return wrong(p, "name", text_or(bad, "请填写单位名称"));
	if (!identity_type_parse(person->id_type, &type))
		return wrong(p, "id_type", "请选择证件类型");
	const char *no = identity_normal(w->ctx, text_or(person->id_no, ""));
	TRY(check_document(w, person, how, type, no, p));
	if (!natural && text_empty(person->legal_rep))
		return wrong(p, "legal_rep", "请填写法定代表人（负责人）姓名");
	const char *phone = text_empty(person->phone) ? NULL : phone_normal(w->ctx, person->phone);
	TRY(check_reach(phone, person->address, p));
	if (text_empty(intake_consent_name(how->consent)) || text_eq(how->consent, "account"))
		return wrong(p, "consent", "请选择申请人怎样同意登记这些信息");
	*out = (struct draft_person){.kind = person->kind, .name = person->name, .id_type = identity_code(type),
				     .id_no = no, .phone = phone, .address = text_or(person->address, NULL),
				     .legal_rep = natural ? NULL : person->legal_rep};
	return ERR_NONE;
}

/* --- whose it is ------------------------------------------------------------------------------------- */

static enum err accounts_of(const struct casework *w, const char *id_no, struct sql_intake_accounts_row **rows, size_t *n)
{
	struct bytes bidx = blind_index(w->ctx, w->keys, "id_no", identity_normal(w->ctx, id_no));

	return sql_intake_accounts(w->db, w->ctx, &(struct sql_intake_accounts_in){.id_bidx = bidx}, rows, n);
}

enum err intake_find(const struct casework *w, const struct actor *a, const char *ip, const char *id_no,
		     struct intake_found **out, size_t *n)
{
	struct sql_intake_accounts_row *rows;

	TRY(sql_access_log_add(w->db,
			       &(struct sql_access_log_add_in){.at = w->now, .staff_id = a->id,
							       .staff_name = text_or(a->name, ""),
							       .post = text_or(a->post, ""), .fields = "find_account",
							       .ip = ip, .reason = "窗口收件，按证件号码查找申请人"},
			       NULL));
	TRY(accounts_of(w, id_no, &rows, n));
	*out = mem_array(w->ctx, struct intake_found, *n + 1);
	for (size_t i = 0; i < *n; i++)
		(*out)[i] = (struct intake_found){
			.account_id = rows[i].id, .kind = rows[i].kind, .id_type = rows[i].id_type,
			.id_mask = rows[i].id_mask, .name = rows[i].name,
			.name_mask = text_eq(rows[i].kind, "natural") ? mask_name(w->ctx, rows[i].name) : rows[i].name,
			.phone_mask = rows[i].phone_mask};
	return ERR_NONE;
}

/* account_take - the document has an account already: it is its holder's case, if it is the same person. */
static enum err account_take(const struct casework *w, struct draft_person *person, struct intake_problem *p)
{
	struct sql_intake_accounts_row *rows;
	size_t n;

	TRY(accounts_of(w, person->id_no, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		if (!text_eq(rows[i].id_type, person->id_type))
			continue;
		if (!text_eq(rows[i].name, person->name))
			return wrong(p, "name", "这个证件号码在网上注册的是另一个姓名，请对照证件原件核对");
		return draft_person_of(w, rows[i].id, person);
	}
	return ERR_NONE;
}

static enum err open_for(const struct casework *w, const struct actor *a, const struct matter *matter,
			 const struct intake_how *how, const struct draft_person *person, int64_t *case_id,
			 struct intake_problem *p)
{
	if (!matter_applies(matter, who_bit(person->kind)))
		return wrong(p, person->account_id ? "id_type" : "kind",
			     mem_fmt(w->ctx, "这件事只面向：%s", matter_bits_text(w->ctx, matter_object_names, matter->objects)));
	return draft_open_counter(w, a, matter, how, person, case_id);
}

enum err intake_open(const struct casework *w, const struct actor *a, const struct matter *matter,
		     const struct intake_how *how, const struct intake_person *person, int64_t *case_id,
		     struct intake_problem *problem)
{
	struct draft_person whose;

	*problem = (struct intake_problem){NULL, NULL, false};
	TRY(check_person(w, person, how, &whose, problem));
	TRY(check_how(w, how, problem));
	TRY(account_take(w, &whose, problem));
	return open_for(w, a, matter, how, &whose, case_id, problem);
}

enum err intake_open_account(const struct casework *w, const struct actor *a, const struct matter *matter,
			     const struct intake_how *how, int64_t account_id, int64_t *case_id,
			     struct intake_problem *problem)
{
	struct draft_person whose;

	*problem = (struct intake_problem){NULL, NULL, false};
	TRY(check_how(w, how, problem));
	TRY(draft_person_of(w, account_id, &whose));
	return open_for(w, a, matter, how, &whose, case_id, problem);
}
