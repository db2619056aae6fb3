#include "domain/signin.h"

#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "domain/progress.h"
#include "gen/sql.h"

/* door - what both kinds of people meet: counted before the password is looked at. */
struct door {
	const char *by_name; /* rate buckets */
	const char *by_address;
};

static struct door door_make(const struct casework *w, const char *kind, const char *login, const char *ip)
{
	struct bytes h = blind_index(w->ctx, w->keys, "signin", login);
	return (struct door){
		.by_name = mem_fmt(w->ctx, "signin:%s:%s", kind, text_hex(w->ctx, h.p, 16)),
		.by_address = mem_fmt(w->ctx, "signin:%s:ip:%.45s", kind, ip),
	};
}

static enum err door_knock(const struct casework *w, const struct door *d, const char **say)
{
	enum err e = rate_take(w, d->by_address, SIGNIN_TRIES_ADDRESS, SIGNIN_WINDOW_MS);
	if (e == ERR_NONE)
		e = rate_take(w, d->by_name, SIGNIN_TRIES, SIGNIN_WINDOW_MS);
	if (e == ERR_RATE)
		*say = "输错的次数太多，为保护您的账号，请 15 分钟后再试。忘记密码可以带上证件到窗口重设。";
	return e;
}

/* door_open - a right password takes the count back, so that nobody is locked out by their own visits. */
static enum err door_open(const struct casework *w, const struct door *d)
{
	return sql_rate_forget(w->db, &(struct sql_rate_forget_in){d->by_name}, NULL);
}

static enum err refuse(const char **say)
{
	*say = "账号或密码不对，请核对后再试。连续输错 5 次会暂停登录 15 分钟。";
	return ERR_FORBIDDEN;
}

/* whose - the row that the password fits.  People of one family share a telephone, and two kinds of documents may have
 * the same number: nobody is kept out because somebody else's account answers to the same name.
 * errors: ERR_FORBIDDEN, with *say. */
static enum err whose(const struct sql_signin_account_row *rows, size_t n, const char *password, int64_t *account_id,
		      const char **say)
{
	size_t fits = 0;

	if (n == 0) /* as much work as for a name that exists */
		(void)password_check(NULL, password);
	for (size_t i = 0; i < n; i++) {
		if (!password_check(rows[i].pw_hash, password))
			continue;
		*account_id = rows[i].id;
		fits++;
	}
	if (fits == 1)
		return ERR_NONE;
	if (fits == 0)
		return refuse(say);
	*say = "这个号码和密码对应几个账号，请改用证件号码登录；还是不行的话，请带证件到窗口办理。";
	return ERR_FORBIDDEN;
}

enum err signin_account(const struct casework *w, const char *login, const char *password, const char *ip,
			int64_t *account_id, const char **say)
{
	const char *id = identity_normal(w->ctx, login);
	const char *phone = phone_normal(w->ctx, login);
	struct door d = door_make(w, "account", id, ip);
	struct sql_signin_account_row *rows;
	size_t n;

	TRY(door_knock(w, &d, say));
	TRY(sql_signin_account(w->db, w->ctx,
			       &(struct sql_signin_account_in){blind_index(w->ctx, w->keys, "id_no", id),
							       blind_index(w->ctx, w->keys, "phone", phone)},
			       &rows, &n));
	TRY(whose(rows, n, password, account_id, say));
	return door_open(w, &d);
}

enum err signin_staff(const struct casework *w, const char *login, const char *password, const char *ip,
		      int64_t *staff_id, const char **say)
{
	struct door d = door_make(w, "staff", login, ip);
	struct sql_signin_staff_row *row;

	TRY(door_knock(w, &d, say));
	enum err e = sql_signin_staff(w->db, w->ctx, &(struct sql_signin_staff_in){login}, &row);
	if (e != ERR_NONE && e != ERR_NOT_FOUND)
		return e;
	if (!password_check(row ? row->pw_hash : NULL, password))
		return refuse(say);
	if (!row->enabled || row->trained_on == DAY_NONE) {
		*say = row->enabled ? "您还没有培训记录，按规定先培训、后上岗。请联系本单位管理员。"
				    : "您的账号已停用，请联系本单位管理员。";
		return ERR_FORBIDDEN;
	}
	*staff_id = row->id;
	return door_open(w, &d);
}

static bool one_character(const char *s)
{
	for (const char *c = s; *c; c++)
		if (*c != *s)
			return false;
	return true;
}

static bool straight_run(const char *s)
{
	for (const char *c = s; c[1]; c++)
		if (c[1] != c[0] + 1 && c[1] != c[0] - 1)
			return false;
	return true;
}

const char *password_weak(void *ctx, const char *password, const char *const *about)
{
	if (utf8_len(password) < PASSWORD_MIN)
		return mem_fmt(ctx, "密码至少要 %d 位", PASSWORD_MIN);
	if (one_character(password) || straight_run(password))
		return "密码太简单，容易被人猜到，请换一个不连续、不重复的";
	for (; *about; about++)
		if (utf8_len(*about) >= 6 && (strcasestr(password, *about) || strcasestr(*about, password)))
			return "密码里不要用自己的证件号码、手机号或姓名";
	return NULL;
}
