#include "domain/account.h"

#include "base/text.h"
#include "domain/mask.h"
#include "domain/signin.h"
#include "gen/sql.h"

static enum err wrong(struct account_problem *p, const char *field, const char *message)
{
	p->field = field;
	p->message = message;
	return ERR_INVALID;
}

static bool is_person(const struct account_new *a)
{
	return text_eq(a->kind, "natural");
}

static enum err check_document(const struct casework *w, const struct account_new *a, const char *no,
			       struct account_problem *p)
{
	struct identity_verdict v = identity_check(a->id_type, no, msec_day(w->now));
	if (is_person(a) == (a->id_type == IDENTITY_USCC))
		return wrong(p, "id_type", is_person(a) ? "请选择个人证件" : "单位请用统一社会信用代码");
	if (v.fault == IDENTITY_FINE || (!identity_stops(v.fault) && a->id_confirmed))
		return ERR_NONE;
	p->may_confirm = !identity_stops(v.fault);
	return wrong(p, "id_no", identity_message(w->ctx, a->id_type, no, v));
}

static enum err check_phone(const char *phone, struct account_problem *p)
{
	enum phone_kind kind;
	enum phone_fault f = phone_check(phone, &kind);
	if (f != PHONE_FINE)
		return wrong(p, "phone", phone_message(f));
	if (kind != PHONE_MOBILE)
		return wrong(p, "phone", "请填写手机号，座机收不到通知");
	return ERR_NONE;
}

static enum err check(const struct casework *w, const struct account_new *a, const char *no, const char *phone,
		      struct account_problem *p)
{
	const char *about[] = {no, phone, a->name, NULL};
	const char *name = is_person(a) ? person_name_wrong(w->ctx, a->name) : NULL;
	if (name)
		return wrong(p, "name", name);
	TRY(check_document(w, a, no, p));
	if (!is_person(a) && text_empty(a->legal_rep))
		return wrong(p, "legal_rep", "请填写法定代表人（负责人）姓名");
	TRY(check_phone(phone, p));
	const char *weak = password_weak(w->ctx, a->password, about);
	return weak ? wrong(p, "password", weak) : ERR_NONE;
}

static struct bytes seal(const struct casework *w, const char *where, const char *plain)
{
	return text_empty(plain) ? (struct bytes){NULL, 0} : field_seal(w->ctx, w->keys, where, 0, plain);
}

enum err account_create(const struct casework *w, const struct account_new *a, int64_t *account_id,
			struct account_problem *problem)
{
	const char *no = identity_normal(w->ctx, a->id_no), *phone = phone_normal(w->ctx, a->phone);
	struct db_done done;
	char *hash;

	*problem = (struct account_problem){NULL, NULL, false};
	TRY(check(w, a, no, phone, problem));
	TRY(password_hash(w->ctx, a->password, &hash));
	TRY(sql_account_add(w->db,
			    &(struct sql_account_add_in){
				    .kind = a->kind,
				    .id_type = identity_code(a->id_type),
				    .id_sealed = seal(w, "account.id_sealed", no),
				    .id_bidx = blind_index(w->ctx, w->keys, "id_no", no),
				    .id_mask = mask_identity(w->ctx, a->id_type, no),
				    .id_override = a->id_confirmed,
				    .name = a->name,
				    .phone_sealed = seal(w, "account.phone_sealed", phone),
				    .phone_bidx = blind_index(w->ctx, w->keys, "phone", phone),
				    .phone_mask = mask_phone(w->ctx, phone),
				    .email_sealed = seal(w, "account.email_sealed", a->email),
				    .address_sealed = seal(w, "account.address_sealed", a->address),
				    .legal_rep = a->legal_rep,
				    .contact = a->contact,
				    .pw_hash = hash,
				    .now = w->now,
			    },
			    &done));
	*account_id = done.insert_id;
	return ERR_NONE;
}
