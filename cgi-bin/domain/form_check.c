/* form_check.c - the answers to a matter's form: brought into one style, checked, and what to say about them. */
#include "domain/form.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/identity.h"
#include "domain/typed.h"

#define NUMBER_MAX INT64_C(999999999999)

struct check {
	void *ctx;
	const struct mform *form;
	const struct mform_who *who;
	day today;
	struct mform_report *out;
};

/* --- one style -------------------------------------------------------------------------------- */

static char *fold(void *ctx, const char *s)
{
	char folded[TYPED_TEXT];

	return mem_str(ctx, typed_fold(s, folded));
}

static bool all_digits(const char *s, size_t n)
{
	return strlen(s) == n && typed_digits(s, n);
}

/* Line breaks stay in a textarea as '\n'; elsewhere they and other control characters are blanks. */
static char *tidy_lines(void *ctx, const char *s, bool keep_breaks)
{
	char *copy = mem_str(ctx, s), *to = copy;

	for (const char *p = s; *p; p++) {
		if (*p == '\r' && p[1] == '\n')
			continue;
		bool newline = *p == '\n' || *p == '\r';
		bool control = (unsigned char)*p < 0x20 || *p == 0x7F;
		*to++ = newline && keep_breaks ? '\n' : control ? ' ' : *p;
	}
	*to = '\0';
	return text_trim(ctx, copy);
}

static char *tidy_text(void *ctx, const struct mform_field *f, const char *s)
{
	if (f->pattern == MFORM_LATIN)
		return fold(ctx, s);
	return tidy_lines(ctx, s, f->type == MFORM_TEXTAREA);
}

static char *tidy_integer(void *ctx, const struct mform_field *f, const char *s)
{
	char *v = typed_strip(fold(ctx, s), ",");
	size_t zeros = strspn(v, "0");

	(void)f;
	if (zeros > 0 && v[zeros] == '\0')
		zeros--;
	return v + zeros;
}

/* 0120.50 -> 120.5; what is no number stays for the check to name. */
static char *tidy_decimal(void *ctx, const struct mform_field *f, const char *s)
{
	char *v = typed_strip(fold(ctx, s), ",");
	char *point = strchr(v, '.');

	(void)f;
	if (v[0] == '\0' || v[strspn(v, "0123456789.")] != '\0' || v[0] == '.' || (point && strchr(point + 1, '.')))
		return v;
	if (point) {
		size_t n = strlen(v);
		while (v[n - 1] == '0')
			v[--n] = '\0';
		if (v[n - 1] == '.')
			v[--n] = '\0';
	}
	while (v[0] == '0' && v[1] >= '0' && v[1] <= '9')
		v++;
	return v;
}

/* 2026-2-3, 2026/02/03, 2026.2.3, 2026年2月3日, 20260203 -> 2026-02-03 */
static char *tidy_date(void *ctx, const struct mform_field *f, const char *s)
{
	int part[3] = {0}, n = 0, digits[3] = {0};
	char *v = fold(ctx, s);

	(void)f;
	if (all_digits(v, 8))
		return mem_fmt(ctx, "%.4s-%.2s-%.2s", v, v + 4, v + 6);
	for (const char *p = v; *p;) {
		if (*p >= '0' && *p <= '9') {
			if (n > 2 || ++digits[n] > 4)
				return v;
			part[n] = part[n] * 10 + (*p++ - '0');
			continue;
		}
		size_t skip = *p == '-' || *p == '/' || *p == '.'      ? 1
			      : text_starts(p, "年") || text_starts(p, "月") || text_starts(p, "日") ? strlen("年")
											 : 0;
		if (skip == 0 || n > 2 || digits[n] == 0)
			return v;
		p += skip;
		n++;
	}
	if (digits[0] != 4 || digits[1] == 0 || digits[1] > 2 || digits[2] == 0 || digits[2] > 2)
		return v;
	return mem_fmt(ctx, "%04d-%02d-%02d", part[0], part[1], part[2]);
}

static char *tidy_choice(void *ctx, const struct mform_field *f, const char *s)
{
	(void)f;
	return text_trim(ctx, s);
}

/* token_next - the next of the values joined by ','; blanks around it do not count.  False at the end. */
static bool token_next(const char **s, const char **token, size_t *n)
{
	*s += strspn(*s, ", ");
	*token = *s;
	*n = strcspn(*s, ",");
	*s += *n;
	while (*n > 0 && (*token)[*n - 1] == ' ')
		(*n)--;
	return *n > 0;
}

static bool tokens_have(const char *s, const char *value)
{
	const char *token;
	size_t n;

	while (token_next(&s, &token, &n))
		if (strlen(value) == n && strncmp(token, value, n) == 0)
			return true;
	return false;
}

static bool is_option(const struct mform_field *f, const char *token, size_t n)
{
	for (size_t i = 0; i < f->options.n; i++)
		if (strlen(f->options.at[i].value) == n && strncmp(f->options.at[i].value, token, n) == 0)
			return true;
	return false;
}

/* Once each, in the order of the options; values that are no option stay, at the end, for the check to see. */
static char *tidy_multi(void *ctx, const struct mform_field *f, const char *s)
{
	char *out = mem_str(ctx, "");
	const char *token;
	size_t n;

	for (size_t i = 0; i < f->options.n; i++)
		if (tokens_have(s, f->options.at[i].value))
			out = mem_fmt(ctx, "%s%s%s", out, out[0] ? "," : "", f->options.at[i].value);
	while (token_next(&s, &token, &n))
		if (!is_option(f, token, n))
			out = mem_fmt(ctx, "%s%s%.*s", out, out[0] ? "," : "", (int)n, token);
	return out;
}

static char *tidy_flag(void *ctx, const struct mform_field *f, const char *s)
{
	static const char *const yes[] = {"1", "on", "yes", "true", NULL};

	(void)f;
	if (shape_word(yes, s) >= 0)
		return mem_str(ctx, "1");
	return mem_str(ctx, s[0] == '0' && s[1] == '\0' ? "" : s);
}

static char *tidy_identity(void *ctx, const struct mform_field *f, const char *s)
{
	(void)f;
	return identity_normal(ctx, s);
}

static char *tidy_phone(void *ctx, const struct mform_field *f, const char *s)
{
	(void)f;
	return phone_normal(ctx, s);
}

static char *tidy_fold(void *ctx, const struct mform_field *f, const char *s)
{
	(void)f;
	return fold(ctx, s);
}

/* --- what is wrong: NULL, or a sentence ------------------------------------------------------- */

static const char *wrong_length(struct check *c, const struct mform_field *f, const char *v, int64_t otherwise)
{
	int64_t n = (int64_t)utf8_len(v), max = f->max ? f->max : otherwise;

	if (n > max)
		return mem_fmt(c->ctx, "最多写 %lld 个字，现在有 %lld 个字，请写得短一些。", (long long)max, (long long)n);
	if (n < f->min)
		return mem_fmt(c->ctx, "写得太短了，至少要写 %lld 个字，现在只有 %lld 个字。", (long long)f->min,
			       (long long)n);
	return NULL;
}

static const char *wrong_email(const char *v)
{
	const char *at = strchr(v, '@');

	if (!at || at == v || !strchr(at, '.') || strchr(at + 1, '@') || at[1] == '.' || v[strlen(v) - 1] == '.' ||
	    strpbrk(v, " ,;<>()\""))
		return "电子邮箱的写法不对，应当像 name@example.com 这样。";
	return NULL;
}

static const char *wrong_text(struct check *c, const struct mform_field *f, const char *v)
{
	const char *wrong = wrong_length(c, f, v, f->type == MFORM_TEXTAREA ? 2000 : 100);

	if (wrong)
		return wrong;
	if (f->pattern == MFORM_PERSON)
		return person_name_wrong(c->ctx, v);
	if (f->pattern == MFORM_EMAIL)
		return wrong_email(v);
	if (f->pattern == MFORM_LATIN && v[strspn(v, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] != '\0')
		return "这里只能填字母、数字和短横线，请照着证件上的编号填写。";
	return NULL;
}

static const char *wrong_range(struct check *c, const struct mform_field *f, int64_t value_low, int64_t value_high)
{
	int64_t max = f->max ? f->max : NUMBER_MAX;
	const char *unit = text_or(f->unit, f->type == MFORM_MONEY ? "元" : "");

	if (value_low >= f->min && value_high <= max)
		return NULL;
	if (f->max == 0)
		return mem_fmt(c->ctx, "数字不能小于 %lld%s%s，请核对。", (long long)f->min, unit[0] ? " " : "", unit);
	return mem_fmt(c->ctx, "数字要在 %lld 到 %lld%s%s之间，请核对。", (long long)f->min, (long long)f->max,
		       unit[0] ? " " : "", unit);
}

static const char *wrong_integer(struct check *c, const struct mform_field *f, const char *v)
{
	int64_t n;

	if (v[strspn(v, "0123456789")] != '\0')
		return mem_fmt(c->ctx, "请只填整数，例如 %s，不要写单位和文字。", text_or(f->example, "12"));
	if (!text_int(v, 0, NUMBER_MAX, &n))
		return "数字太大了，请核对。";
	return wrong_range(c, f, n, n);
}

static const char *wrong_decimal(struct check *c, const struct mform_field *f, const char *v)
{
	size_t whole = strspn(v, "0123456789"), part = v[whole] == '.' ? strspn(v + whole + 1, "0123456789") : 0;
	size_t end = whole + (v[whole] == '.') + part;
	int64_t n;

	if (whole == 0 || v[end] != '\0' || (v[whole] == '.' && part == 0))
		return mem_fmt(c->ctx, "请只填数字，例如 %s，不要写单位和文字。", text_or(f->example, "120.5"));
	if (part > 2)
		return "小数点后最多两位，请四舍五入后填写。";
	if (!text_int(mem_copy(c->ctx, v, whole), 0, NUMBER_MAX, &n))
		return "数字太大了，请核对。";
	return wrong_range(c, f, n, part ? n + 1 : n);
}

static const char *wrong_date(struct check *c, const struct mform_field *f, const char *v)
{
	day d;

	if (!day_parse(v, &d))
		return "没有这一天，或者写法不对。请写成“年-月-日”，例如 2026-02-03。";
	if (f->pattern == MFORM_PAST && d > c->today)
		return "这一天还没有到，请核对。";
	if (f->pattern == MFORM_FUTURE && d < c->today)
		return "这一天已经过去了，请填今天或以后的日期。";
	return NULL;
}

static const char *wrong_choice(struct check *c, const struct mform_field *f, const char *v)
{
	(void)c;
	return is_option(f, v, strlen(v)) ? NULL : "请从列出的选项中选一项。";
}

static const char *wrong_multi(struct check *c, const struct mform_field *f, const char *v)
{
	const char *token;
	int64_t count = 0;
	size_t n;

	for (; token_next(&v, &token, &n); count++)
		if (!is_option(f, token, n))
			return "请从列出的选项中选择。";
	if (f->max && count > f->max)
		return mem_fmt(c->ctx, "最多选 %lld 项，现在选了 %lld 项。", (long long)f->max, (long long)count);
	if (count < f->min)
		return mem_fmt(c->ctx, "至少要选 %lld 项，现在选了 %lld 项。", (long long)f->min, (long long)count);
	return NULL;
}

static const char *wrong_flag(struct check *c, const struct mform_field *f, const char *v)
{
	(void)c;
	(void)f;
	return strcmp(v, "1") == 0 ? NULL : "请勾选，或者不勾选。";
}

static const char *wrong_identity(struct check *c, enum identity_type type, const char *v, const char **warn)
{
	struct identity_verdict verdict = identity_check(type, v, c->today);
	const char *message = identity_message(c->ctx, type, v, verdict);

	if (verdict.fault == IDENTITY_FINE || identity_stops(verdict.fault))
		return message;
	*warn = message;
	return NULL;
}

/* Without a chosen kind of document the number cannot be judged; that the kind is missing is said there. */
static const char *wrong_id_no(struct check *c, const struct mform_field *f, const char *v, const char **warn)
{
	enum identity_type type = IDENTITY_RESIDENT;
	int at = f->id_type ? mform_find(c->form, f->id_type) : -1;

	if (at >= 0 && c->out->shown[at] && !identity_type_parse(text_or(c->out->value[at], ""), &type))
		return NULL;
	return wrong_identity(c, type, v, warn);
}

static const char *wrong_phone(struct check *c, const struct mform_field *f, const char *v)
{
	enum phone_kind kind = PHONE_MOBILE;
	enum phone_fault fault = phone_check(v, &kind);

	(void)c;
	if (fault != PHONE_FINE)
		return phone_message(fault);
	if (f->pattern == MFORM_MOBILE && kind != PHONE_MOBILE)
		return "这里要填手机号（11 位，1 开头），不能填固定电话。";
	if (f->pattern == MFORM_LANDLINE && kind != PHONE_LANDLINE)
		return "这里要填固定电话，例如 0372-1234567。";
	return NULL;
}

static const char *wrong_address(struct check *c, const struct mform_field *f, const char *v)
{
	const char *wrong = wrong_length(c, f, v, 200);

	if (!wrong && utf8_len(v) < 5)
		return "地址太短了，请写到街道（乡镇）和门牌号。";
	return wrong;
}

static const char *wrong_postcode(struct check *c, const struct mform_field *f, const char *v)
{
	(void)c;
	(void)f;
	return all_digits(v, 6) ? NULL : "邮政编码是 6 位数字，请核对。";
}

/* --- types ------------------------------------------------------------------------------------ */

static const struct type {
	char *(*tidy)(void *ctx, const struct mform_field *f, const char *s);
	const char *(*wrong)(struct check *c, const struct mform_field *f, const char *v); /* NULL: see value_check */
	const char *ask; /* verb of "please fill in" */
} types[] = {
	[MFORM_TEXT] = {tidy_text, wrong_text, "填写"},
	[MFORM_TEXTAREA] = {tidy_text, wrong_text, "填写"},
	[MFORM_INTEGER] = {tidy_integer, wrong_integer, "填写"},
	[MFORM_DECIMAL] = {tidy_decimal, wrong_decimal, "填写"},
	[MFORM_MONEY] = {tidy_decimal, wrong_decimal, "填写"},
	[MFORM_DATE] = {tidy_date, wrong_date, "填写"},
	[MFORM_CHOICE] = {tidy_choice, wrong_choice, "选择"},
	[MFORM_MULTI] = {tidy_multi, wrong_multi, "选择"},
	[MFORM_FLAG] = {tidy_flag, wrong_flag, "勾选"},
	[MFORM_ID_NO] = {tidy_identity, NULL, "填写"},
	[MFORM_USCC] = {tidy_identity, NULL, "填写"},
	[MFORM_PHONE] = {tidy_phone, wrong_phone, "填写"},
	[MFORM_ADDRESS] = {tidy_text, wrong_address, "填写"},
	[MFORM_POSTCODE] = {tidy_fold, wrong_postcode, "填写"},
};

static const char *value_check(struct check *c, const struct mform_field *f, const char *v, const char **warn)
{
	if (f->type == MFORM_ID_NO)
		return wrong_id_no(c, f, v, warn);
	if (f->type == MFORM_USCC)
		return wrong_identity(c, IDENTITY_USCC, v, warn);
	return types[f->type].wrong(c, f, v);
}

/* --- the form --------------------------------------------------------------------------------- */

static enum err answer_refuse(struct check *c, const char *key)
{
	c->out->unknown = key;
	return ERR_BAD_REQUEST;
}

/* raw[i]: what was sent for field i, or NULL. */
static enum err answers_collect(struct check *c, const struct mform_answers *answers, const char **raw)
{
	for (size_t i = 0; i < answers->n; i++) {
		const struct mform_answer *a = &answers->at[i];
		const char *value = text_or(a->value, "");
		int at = mform_find(c->form, a->key);
		if (at < 0 || !utf8_ok(value, strlen(value)))
			return answer_refuse(c, a->key);
		if (raw[at] && c->form->field[at]->type != MFORM_MULTI)
			return answer_refuse(c, a->key);
		raw[at] = raw[at] ? mem_fmt(c->ctx, "%s,%s", raw[at], value) : value;
	}
	return ERR_NONE;
}

static bool applies(const struct check *c, uint32_t to)
{
	int agent = to & WHO_AGENT ? mform_find(c->form, MFORM_BY_AGENT) : -1;

	if (agent >= 0 && !text_eq(c->out->value[agent], "1"))
		return false;
	/* "agent" alone names no kind of applicant: it is for all of them */
	return (to & WHO_ANYONE) == 0 || (to & c->who->kind) != 0;
}

static bool field_shown(const struct check *c, const struct mform_field *f)
{
	const struct mform_section *s = &c->form->sections.at[f->section];

	return applies(c, s->applies_to) && applies(c, f->applies_to) &&
	       mform_holds(c->form, s->shown_when, c->who, c->out) &&
	       mform_holds(c->form, f->shown_when, c->who, c->out);
}

static const char *field_value(const struct check *c, const struct mform_field *f, const char *raw)
{
	const char *known = f->prefill == PREFILL_NONE ? NULL : c->who->account[f->prefill];

	if (f->locked && !text_empty(known))
		raw = known;
	if (!raw)
		return NULL;
	const char *v = types[f->type].tidy(c->ctx, f, raw);
	return text_empty(v) ? NULL : v;
}

static const char *missing_text(const struct check *c, const struct mform_field *f)
{
	return mem_fmt(c->ctx, "请%s%s。", types[f->type].ask, f->label);
}

enum err mform_check(void *ctx, const struct mform *form, const struct mform_who *who,
		     const struct mform_answers *answers, day today, enum mform_mode mode, struct mform_report *out)
{
	struct check c = {ctx, form, who, today, out};
	const char **raw = mem_array(ctx, const char *, form->nfields);

	*out = (struct mform_report){
		.n = form->nfields,
		.value = mem_array(ctx, const char *, form->nfields),
		.wrong = mem_array(ctx, const char *, form->nfields),
		.warn = mem_array(ctx, const char *, form->nfields),
		.shown = mem_array(ctx, bool, form->nfields),
		.required = mem_array(ctx, bool, form->nfields),
	};
	TRY(answers_collect(&c, answers, raw));
	for (size_t i = 0; i < form->nfields; i++) {
		out->shown[i] = field_shown(&c, form->field[i]);
		if (out->shown[i])
			out->value[i] = field_value(&c, form->field[i], raw[i]);
	}
	for (size_t i = 0; i < form->nfields; i++) {
		const struct mform_field *f = form->field[i];
		if (!out->shown[i])
			continue;
		out->required[i] = f->required || (f->required_when && mform_holds(form, f->required_when, who, out));
		if (out->value[i])
			out->wrong[i] = value_check(&c, f, out->value[i], &out->warn[i]);
		else if (out->required[i] && mode == MFORM_SUBMIT)
			out->wrong[i] = missing_text(&c, f);
		out->nwrong += out->wrong[i] != NULL;
	}
	return ERR_NONE;
}
