#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/identity.h"
#include "gen/sql.h"
#include "web/page.h"
#include "web/session.h"

#define NEW_PASSWORD_BYTES 6 /* ten characters to be read out or written down; the holder changes it */

enum err password_get(struct request *q, struct page *p)
{
	p->title = "重设密码";
	p->section = "desk";
	p->body = TPL_desk_password;
	form_show(p->d, q->form);
	return ERR_NONE;
}

static enum err again(struct request *q, struct page *p, const char *field, const char *message)
{
	form_wrong(q->form, field, message);
	p->status = 422;
	return password_get(q, p);
}

/* log_look - before anything is changed: who reset whose password, and why. */
static enum err log_look(struct request *q, const char *id_mask, const char *reason)
{
	const struct session *s = q->session;
	return sql_access_log_add(
		q->app->db,
		&(struct sql_access_log_add_in){.at = q->now, .staff_id = s->staff_id, .staff_name = s->name,
						.post = s->post, .fields = "password_reset", .ip = q->ip,
						.reason = mem_fmt(q->ctx, "%s：%s", id_mask, reason)},
		NULL);
}

/* password_post - an applicant forgot their password and has come with their document: a new one is made, told once, and
 * every session of theirs ends. */
enum err password_post(struct request *q, struct page *p)
{
	const struct password_reset_form *f = q->form->value;
	struct sql_account_by_document_row *a;
	uint8_t raw[NEW_PASSWORD_BYTES];
	char *hash;

	struct bytes bidx = blind_index(q->ctx, q->app->keys, "id_no", identity_normal(q->ctx, f->id_no));
	enum err e = sql_account_by_document(q->app->db, q->ctx,
					     &(struct sql_account_by_document_in){.id_bidx = bidx, .name = f->name}, &a);
	if (e == ERR_NOT_FOUND)
		return again(q, p, "id_no", "没有用这个号码和姓名注册的账号，请对照证件核对");
	TRY(e);
	crypt_random(raw, sizeof raw);
	const char *fresh = text_base32(q->ctx, raw, sizeof raw);
	TRY(password_hash(q->ctx, fresh, &hash));
	TRY(log_look(q, a->id_mask, f->reason));
	TRY(sql_account_password_set(q->app->db, &(struct sql_account_password_set_in){a->id, hash}, NULL));
	struct tpl *t = tpl_add(p->d, T_DONE);
	tpl_text(t, T_NAME, a->name);
	tpl_text(t, T_FRESH, fresh);
	return password_get(q, p);
}
