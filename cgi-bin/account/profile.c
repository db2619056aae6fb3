#include <string.h>

#include "account/account_pages.h"
#include "account/forms.h"
#include "base/text.h"
#include "domain/account.h"
#include "domain/mask.h"
#include "domain/progress.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

static enum err profile_load(struct request *q, struct sql_account_profile_row **row)
{
	return sql_account_profile(q->app->db, q->ctx,
				   &(struct sql_account_profile_in){q->session->account_id}, row);
}

enum err profile_get(struct request *q, struct page *p)
{
	struct sql_account_profile_row *a;
	enum identity_type type;

	TRY(profile_load(q, &a));
	p->title = "我的资料";
	p->section = "account";
	p->body = TPL_account_profile;
	if (q->form)
		form_show(p->d, q->form);
	tpl_text(p->d, T_NAME, a->name);
	tpl_text(p->d, T_ID_TYPE_NAME, identity_type_parse(a->id_type, &type) ? identity_name(type) : "");
	tpl_text(p->d, T_ID_MASK, a->id_mask);
	tpl_text(p->d, T_PHONE_MASK, a->phone_mask);
	tpl_minute(p->d, T_CREATED_AT, a->created_at);
	if (!text_empty(a->legal_rep))
		tpl_text(tpl_add(p->d, T_LEGAL_REP_SHOWN), T_LEGAL_REP, a->legal_rep);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, const char *field, const char *message)
{
	form_wrong(q->form, field, message);
	p->status = 422;
	return profile_get(q, p);
}

/* check_password - the person at the keyboard is still the one who signed in.  ERR_INVALID: not. */
static enum err check_password(struct request *q, const struct sql_account_profile_row *a, const char *password)
{
	struct casework w = casework_of(q);
	const char *bucket = mem_fmt(q->ctx, "password:%lld", (long long)q->session->account_id);
	enum err e = rate_take(&w, bucket, SIGNIN_TRIES, SIGNIN_WINDOW_MS);
	if (e == ERR_RATE)
		q->say = "密码输错的次数太多，请 15 分钟后再试。";
	TRY(e);
	if (!password_check(a->pw_hash, password))
		return ERR_INVALID;
	return sql_rate_forget(q->app->db, &(struct sql_rate_forget_in){bucket}, NULL);
}

enum err password_post(struct request *q, struct page *p)
{
	const struct password_change_form *f = q->form->value;
	struct sql_account_profile_row *a;
	char *hash;

	TRY(profile_load(q, &a));
	const char *weak = password_weak(q->ctx, f->password_new, (const char *[]){a->name, NULL});
	if (weak)
		return again(q, p, "password_new", weak);
	if (!text_eq(f->password_new, f->password_again))
		return again(q, p, "password_again", "两次输入的新密码不一样，请重新输入");
	enum err e = check_password(q, a, f->password);
	if (e == ERR_INVALID)
		return again(q, p, "password", "现在的密码不对");
	TRY(e);
	TRY(password_hash(q->ctx, f->password_new, &hash));
	TRY(sql_account_password_set(q->app->db,
				     &(struct sql_account_password_set_in){q->session->account_id, hash}, NULL));
	TRY(session_begin_citizen(q, p, q->session->account_id));
	page_note(q, p, "密码已修改，其他设备上的登录已退出。");
	page_see(q, p, "/account/profile");
	return ERR_NONE;
}

enum err phone_post(struct request *q, struct page *p)
{
	const struct phone_change_form *f = q->form->value;
	const struct keys *k = q->app->keys;
	struct sql_account_profile_row *a;
	const char *phone = phone_normal(q->ctx, f->phone);
	enum phone_kind kind;
	enum phone_fault fault = phone_check(phone, &kind);

	if (fault != PHONE_FINE || kind != PHONE_MOBILE)
		return again(q, p, "phone", fault != PHONE_FINE ? phone_message(fault) : "请填写手机号，座机收不到通知");
	TRY(profile_load(q, &a));
	enum err e = check_password(q, a, f->password);
	if (e == ERR_INVALID)
		return again(q, p, "password", "密码不对");
	TRY(e);
	TRY(sql_account_phone_set(q->app->db,
				  &(struct sql_account_phone_set_in){q->session->account_id,
								     field_seal(q->ctx, k, "account.phone_sealed", 0, phone),
								     blind_index(q->ctx, k, "phone", phone),
								     mask_phone(q->ctx, phone)},
				  NULL));
	page_note(q, p, "手机号已更换。");
	page_see(q, p, "/account/profile");
	return ERR_NONE;
}
