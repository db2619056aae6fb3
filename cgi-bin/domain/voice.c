#include "domain/voice.h"

#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "domain/number.h"
#include "domain/progress.h"
#include "domain/typed.h"
#include "gen/sql.h"

#define HOUR_MS INT64_C(3600000)
#define REF_BYTES 8

enum err voice_number(const struct casework *w, const char *word, const char **out)
{
	struct db_done done;
	day today = msec_day(w->now);
	int y, m, d;

	TRY(sql_case_counter_next(w->db, &(struct sql_case_counter_next_in){.scope = word, .on_day = today}, &done));
	day_split(today, &y, &m, &d);
	*out = mem_fmt(w->ctx, "%s%s%04d%02d%02d-%05lld", w->conf->short_prefix, word, y, m, d, (long long)done.insert_id);
	return ERR_NONE;
}

const char *voice_number_fold(void *ctx, const char *typed)
{
	char folded[TYPED_TEXT];

	return mem_str(ctx, typed_fold(typed, folded));
}

const char *voice_code(const struct casework *w, const char *number)
{
	char code[QUERY_CODE_TEXT];

	query_code_make(w->keys, number, code);
	return mem_str(w->ctx, code);
}

bool voice_code_ok(const struct casework *w, const char *number, const char *typed)
{
	return query_code_ok(w->keys, number, typed);
}

struct bytes voice_mac(const struct casework *w, const char *purpose, const char *text)
{
	uint8_t *h = mem_array(w->ctx, uint8_t, HASH_SIZE);

	mac(w->keys, purpose, text, strlen(text), h);
	return (struct bytes){h, HASH_SIZE};
}

struct bytes voice_ref(void *ctx)
{
	uint8_t *p = mem_array(ctx, uint8_t, REF_BYTES);

	crypt_random(p, REF_BYTES);
	return (struct bytes){p, REF_BYTES};
}

msec voice_hour(msec t)
{
	return t - t % HOUR_MS;
}

enum err voice_rate(const struct casework *w, const char *what, const char *ip, int64_t limit)
{
	struct casework hourly = *w;
	char date[DAY_TEXT];
	struct bytes h = voice_mac(w, "voice-rate", mem_fmt(w->ctx, "%s %s %.45s", day_text(msec_day(w->now), date), what, ip));

	hourly.now = voice_hour(w->now);
	return rate_take(&hourly, mem_fmt(w->ctx, "voice:%s:%03x", what, (unsigned)((h.p[0] << 4 | h.p[1] >> 4) & 0xfff)), limit,
			 HOUR_MS);
}

enum err voice_rate_number(const struct casework *w, const char *typed, int64_t limit, int64_t window_ms)
{
	struct bytes h = voice_mac(w, "voice-number", voice_number_fold(w->ctx, typed));

	return rate_take(w, mem_fmt(w->ctx, "voice:no:%s", text_hex(w->ctx, h.p, 16)), limit, window_ms);
}

enum err voice_contact(const struct casework *w, const char *table, const char *name, const char *phone,
		       struct voice_contact *out, const char **say)
{
	*out = (struct voice_contact){.phone = NULL};
	if (!text_empty(name)) {
		out->name_sealed = field_seal(w->ctx, w->keys, mem_fmt(w->ctx, "%s.name_sealed", table), 0, name);
		out->name_mask = mask_name(w->ctx, name);
	}
	if (text_empty(phone))
		return ERR_NONE;
	out->phone = phone_normal(w->ctx, phone);
	*say = phone_message(phone_check(out->phone, NULL));
	if (*say)
		return ERR_INVALID;
	out->phone_sealed = field_seal(w->ctx, w->keys, mem_fmt(w->ctx, "%s.phone_sealed", table), 0, out->phone);
	out->phone_mask = mask_phone(w->ctx, out->phone);
	return ERR_NONE;
}
