#include "domain/rating.h"

#include <string.h>

#include "base/text.h"
#include "domain/outbox.h"
#include "domain/token.h"
#include "gen/sql.h"

#define RENEW_DAYS 330 /* a right may be renewed for so long; the link of a rating is kept for a year */
#define TOKEN_VERSION 1

static const struct {
	const char *key, *name;
} kinds[RATING_KINDS] = {
	[RATING_NONE] = {"", ""},
	[RATING_COUNTER] = {"counter", "窗口服务"},
	[RATING_ONLINE] = {"online", "网上办理"},
	[RATING_CONCLUSION] = {"conclusion", "整个办理过程"},
};

const char *rating_kind_key(enum rating_kind k)
{
	return kinds[k].key;
}

enum rating_kind rating_kind_of(const char *key)
{
	for (enum rating_kind k = RATING_COUNTER; k < RATING_KINDS; k++)
		if (text_eq(kinds[k].key, key))
			return k;
	return RATING_NONE;
}

const char *rating_kind_name(enum rating_kind k)
{
	return kinds[k].name;
}

/* --- levels and tags --------------------------------------------------------------------------------- */

const char *rating_level_name(int64_t level)
{
	static const char *const names[RATING_LEVELS + 1] = {"", "非常不满意", "不满意", "基本满意", "满意", "非常满意"};

	return level >= 1 && level <= RATING_LEVELS ? names[level] : "";
}

const struct rating_tag rating_tags[] = {
	{"kind", "态度好", 4, 5},           {"clear", "说得清楚", 4, 5},         {"quick", "办得快", 4, 5},
	{"once", "一次办成", 4, 5},         {"easy", "网上好操作", 4, 5},        {"kept_word", "说到做到", 4, 5},
	{"could_quick", "可以再快些", 3, 3}, {"could_clear", "可以说得更清楚", 3, 3}, {"could_easy", "可以更好操作", 3, 3},
	{"could_kind", "可以更热情", 3, 3},
	{"rude", "态度不好", 1, 2},         {"unclear", "没有说清楚", 1, 2},     {"slow", "办得慢、等得久", 1, 2},
	{"trips", "让我来回跑", 1, 2},      {"extra", "要清单以外的材料", 1, 2}, {"late", "超过承诺的时间", 1, 2},
	{"fee", "收了不该收的钱", 1, 2},    {"system", "网上系统不好用", 1, 2},
	{NULL, NULL, 0, 0},
};

static bool has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = words; (p = strstr(p, word)); p += n)
		if ((p == words || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

char *rating_tags_for(void *ctx, const char *const *posted, size_t n, int64_t level)
{
	char *out = mem_str(ctx, "");

	for (const struct rating_tag *t = rating_tags; t->key; t++) {
		bool wanted = false;
		for (size_t i = 0; i < n; i++)
			wanted = wanted || text_eq(posted[i], t->key);
		if (wanted && level >= t->min && level <= t->max)
			out = mem_fmt(ctx, "%s%s%s", out, *out ? " " : "", t->key);
	}
	return out;
}

char *rating_tags_names(void *ctx, const char *keys)
{
	char *out = mem_str(ctx, "");

	for (const struct rating_tag *t = rating_tags; t->key && keys; t++)
		if (has_word(keys, t->key))
			out = mem_fmt(ctx, "%s%s%s", out, *out ? "、" : "", t->name);
	return out;
}

/* --- the right to rate ------------------------------------------------------------------------------- */

static const char *subject_of(void *ctx, const struct rating_about *a)
{
	if (a->kind == RATING_COUNTER && a->ticket_id)
		return mem_fmt(ctx, "t%lld", (long long)a->ticket_id);
	if (a->kind == RATING_COUNTER)
		return mem_fmt(ctx, "e%lld.%lld", (long long)a->case_id, (long long)a->event_seq);
	return mem_fmt(ctx, "c%lld", (long long)a->case_id);
}

static enum err window_of(const struct casework *w, const struct rating_about *a, const char **code)
{
	struct sql_rating_window_of_row *rows;
	size_t n;

	*code = a->window_code;
	if (*code || a->kind != RATING_COUNTER || !a->staff_id)
		return ERR_NONE;
	TRY(sql_rating_window_of(w->db, w->ctx,
				 &(struct sql_rating_window_of_in){.staff_id = a->staff_id, .today = msec_day(w->now)}, &rows,
				 &n));
	*code = n ? rows[0].window_code : NULL;
	return ERR_NONE;
}

/* person_key - of the blind index, so that this table and those of the cases cannot be joined. */
static struct bytes person_key(const struct casework *w, struct bytes person)
{
	uint8_t *h = (uint8_t *)mem_room(w->ctx, HASH_SIZE);

	if (!person.p)
		return person;
	mac(w->keys, "rating.person", person.p, person.n, h);
	return (struct bytes){h, HASH_SIZE};
}

static enum err add(const struct casework *w, const struct rating_about *a, const char *subject, bool *fresh)
{
	uint8_t ref[TOKEN_REF_BYTES];
	const char *window;

	crypt_random(ref, sizeof(ref));
	TRY(window_of(w, a, &window));
	enum err e = sql_rating_invite_add(
		w->db,
		&(struct sql_rating_invite_add_in){
			.ref = {ref, sizeof(ref)}, .kind = rating_kind_key(a->kind), .subject = subject,
			.stage = text_or(a->stage, "ticket"), .case_id = a->case_id, .account_id = a->account_id,
			.person_key = person_key(w, a->person), .dept_code = a->dept_code, .matter_code = a->matter_code,
			.matter_name = a->matter_name, .window_code = window, .staff_id = a->staff_id,
			.today = msec_day(w->now), .now = w->now,
			.until_day = msec_day(w->now) + (day)w->conf->rating_days},
		NULL);
	*fresh = e == ERR_NONE;
	if (e != ERR_DUPLICATE || a->kind != RATING_CONCLUSION)
		return e == ERR_DUPLICATE ? ERR_NONE : e;
	*fresh = true;
	return sql_rating_invite_renew(
		w->db,
		&(struct sql_rating_invite_renew_in){.subject = subject, .kind = rating_kind_key(a->kind), .stage = a->stage,
						     .staff_id = a->staff_id, .window_code = window, .now = w->now,
						     .until_day = msec_day(w->now) + (day)w->conf->rating_days,
						     .since = msec_day(w->now) - RENEW_DAYS},
		NULL);
}

/* absorb - a right that a counter act of this officer made while the ticket was served becomes the ticket's. */
static enum err absorb(const struct casework *w, const struct rating_about *a, const char *subject)
{
	if (a->kind != RATING_COUNTER || !a->ticket_id || !a->staff_id || a->since == MSEC_NONE)
		return ERR_NONE;
	enum err e = sql_rating_invite_absorb(
		w->db, &(struct sql_rating_invite_absorb_in){.subject = subject, .staff_id = a->staff_id, .since = a->since}, NULL);
	return e == ERR_DUPLICATE ? ERR_NONE : e;
}

/* tell - a message with the link; never for an online step, whose page shows it at once. */
static enum err tell(const struct casework *w, const struct rating_about *a, int64_t id, const char *token)
{
	if (text_empty(a->phone) || a->kind == RATING_ONLINE)
		return ERR_NONE;
	enum err e = outbox_put_about(
		w, "rating", id, a->kind, a->account_id, "sms", "rating_invite", "请您评价这次服务",
		mem_fmt(w->ctx, "【%s】您办理的“%s”，请您评一评，满意不满意都可以说，可以不留姓名：%s/rate/%s?via=sms", w->conf->centre_name,
			text_or(a->subject_name, "事项"), w->conf->base_url, token),
		a->phone);
	return e == ERR_DUPLICATE ? ERR_NONE : e;
}

char *rating_token_of_ref(const struct casework *w, struct bytes ref)
{
	return token_make(w->ctx, w->keys, TOKEN_RATING, ref, TOKEN_VERSION);
}

enum err rating_invite(const struct casework *w, const struct rating_about *about, char **token)
{
	const char *subject = subject_of(w->ctx, about);
	struct sql_rating_invite_of_row *r;
	bool fresh;

	TRY(absorb(w, about, subject));
	TRY(add(w, about, subject, &fresh));
	TRY(sql_rating_invite_of(w->db, w->ctx, &(struct sql_rating_invite_of_in){.subject = subject}, &r));
	char *t = rating_token_of_ref(w, r->ref);
	if (fresh)
		TRY(tell(w, about, r->id, t));
	if (token)
		*token = t;
	return ERR_NONE;
}
