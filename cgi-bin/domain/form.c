/* form.c - a matter's application form: its format, what makes it sound, conditions, values as people read them. */
#include "domain/form.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/identity.h"
#include "domain/mask.h"

#define KEY_MAX 40 /* case_field.name, and "f.NAME" in notices */

/* --- format ----------------------------------------------------------------------------------- */

const char *const mform_who_words[] = {"natural", "legal", "other_org", "agent", NULL};

static const char *const type_words[] = {"text", "textarea", "integer", "decimal", "money", "date",    "choice",   "multi",
					 "flag", "id_no",    "uscc",    "phone",   "address", "postcode", NULL};
static const char *const pattern_words[] = {"any",  "person", "latin", "mobile", "landline",
					    "past", "future", "email", NULL};
static const char *const prefill_words[] = {"none",	"name", "id_type",   "id_no",	"phone", "address",
					    "postcode", "uscc", "legal_rep", "contact", "email", NULL};

static const struct shape_key rule_keys[] = {
	K_TEXT(mform_rule, field)
	K_TEXT(mform_rule, equals)
	K_TEXTS(mform_rule, in)
	K_LIST(mform_rule, any, mform_rule_shape)
};
const struct shape mform_rule_shape = SHAPE_OF(mform_rule, rule_keys);

static const struct shape_key option_keys[] = {
	K_TEXT_MUST(mform_option, value)
	K_TEXT_MUST(mform_option, label)
	K_TEXT(mform_option, help)
};
static const struct shape option_shape = SHAPE_OF(mform_option, option_keys);

static const struct shape_key field_keys[] = {
	K_TEXT_MUST(mform_field, key)
	K_TEXT_MUST(mform_field, label)
	K_WORD_MUST(mform_field, type, type_words)
	K_WORD(mform_field, pattern, pattern_words, MFORM_ANY)
	K_BOOL(mform_field, required)
	K_BOOL(mform_field, sensitive)
	K_BOOL(mform_field, locked)
	K_REF(mform_field, required_when, mform_rule_shape)
	K_REF(mform_field, shown_when, mform_rule_shape)
	K_WORDS(mform_field, applies_to, mform_who_words, WHO_ANYONE)
	K_INT(mform_field, min, 0)
	K_INT(mform_field, max, 0)
	K_TEXT(mform_field, help)
	K_TEXT(mform_field, example)
	K_TEXT(mform_field, unit)
	K_LIST(mform_field, options, option_shape)
	K_WORD(mform_field, prefill, prefill_words, PREFILL_NONE)
	K_TEXT(mform_field, id_type)
};
static const struct shape field_shape = SHAPE_OF(mform_field, field_keys);

static const struct shape_key section_keys[] = {
	K_TEXT_MUST(mform_section, key)
	K_TEXT_MUST(mform_section, title)
	K_TEXT(mform_section, help)
	K_REF(mform_section, shown_when, mform_rule_shape)
	K_WORDS(mform_section, applies_to, mform_who_words, WHO_ANYONE)
	K_LIST(mform_section, fields, field_shape)
};
static const struct shape section_shape = SHAPE_OF(mform_section, section_keys);

static const struct shape_key form_keys[] = {
	K_LIST(mform, sections, section_shape)
};
const struct shape mform_shape = SHAPE_OF(mform, form_keys);

uint32_t who_bit(const char *word)
{
	int w = word ? shape_word(mform_who_words, word) : -1;

	return w >= 0 && w < 3 ? UINT32_C(1) << w : 0;
}

/* --- finding ---------------------------------------------------------------------------------- */

/* A field among the first n. */
static int find_before(const struct mform *form, const char *key, size_t n)
{
	for (size_t i = 0; key && i < n; i++)
		if (strcmp(form->field[i]->key, key) == 0)
			return (int)i;
	return -1;
}

int mform_find(const struct mform *form, const char *key)
{
	return find_before(form, key, form->nfields);
}

static const struct mform_option *option_find(const struct mform_field *f, const char *value, size_t n)
{
	for (size_t i = 0; i < f->options.n; i++)
		if (strlen(f->options.at[i].value) == n && strncmp(f->options.at[i].value, value, n) == 0)
			return &f->options.at[i];
	return NULL;
}

/* --- what makes a form sound ------------------------------------------------------------------ */

static bool key_ok(const char *s, bool capitals)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < n; i++) {
		bool fine = (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9') || s[i] == '_' ||
			    (capitals && s[i] >= 'A' && s[i] <= 'Z');
		if (!fine)
			return false;
	}
	return n > 0 && n <= KEY_MAX;
}

static bool rule_value_known(const struct mform_field *f, const char *value)
{
	if (value[0] == '\0')
		return true;
	if (f->type == MFORM_FLAG)
		return strcmp(value, "1") == 0;
	if (f->type == MFORM_CHOICE || f->type == MFORM_MULTI)
		return option_find(f, value, strlen(value)) != NULL;
	return true;
}

/* Fields must be among the first n, so that one pass in order settles what is shown. */
static bool rule_known(const struct mform *form, const struct mform_rule *rule, size_t n, const char **bad)
{
	const char *none = NULL;

	if (!bad)
		bad = &none;
	for (size_t i = 0; i < rule->any.n; i++)
		if (!rule_known(form, &rule->any.at[i], n, bad))
			return false;
	if (rule->any.n > 0)
		return true;
	*bad = text_or(rule->field, "field");
	if (rule->in.n == 0 && !rule->equals)
		return false;
	int at = find_before(form, rule->field, n);
	bool who = text_eq(rule->field, "@applicant");
	if (at < 0 && !who)
		return false;
	for (size_t i = 0; i < rule->in.n + 1; i++) {
		const char *v = i < rule->in.n ? rule->in.at[i] : rule->equals;
		*bad = v;
		if (v && (who ? who_bit(v) == 0 : !rule_value_known(form->field[at], v)))
			return false;
	}
	return true;
}

bool mform_rule_known(const struct mform *form, const struct mform_rule *rule, const char **bad)
{
	return rule_known(form, rule, form->nfields, bad);
}

static bool pattern_fits(const struct mform_field *f)
{
	static const unsigned fits[] = {
		[MFORM_ANY] = ~0u,
		[MFORM_PERSON] = 1u << MFORM_TEXT,
		[MFORM_LATIN] = 1u << MFORM_TEXT,
		[MFORM_MOBILE] = 1u << MFORM_PHONE,
		[MFORM_LANDLINE] = 1u << MFORM_PHONE,
		[MFORM_PAST] = 1u << MFORM_DATE,
		[MFORM_FUTURE] = 1u << MFORM_DATE,
		[MFORM_EMAIL] = 1u << MFORM_TEXT,
	};

	return (fits[f->pattern] >> f->type & 1u) != 0;
}

static const char *options_wrong(const struct mform_field *f)
{
	bool choosing = f->type == MFORM_CHOICE || f->type == MFORM_MULTI;

	if (!choosing)
		return f->options.n ? "这种类型没有选项" : NULL;
	if (f->options.n < (f->type == MFORM_CHOICE ? 2 : 1))
		return "选项太少";
	for (size_t i = 0; i < f->options.n; i++) {
		const char *v = f->options.at[i].value;
		if (!key_ok(v, true))
			return "选项的 value 只能用字母、数字和下划线";
		if (option_find(f, v, strlen(v)) != &f->options.at[i])
			return "选项的 value 重复";
		if (text_empty(f->options.at[i].label))
			return "选项没有文字";
	}
	return NULL;
}

/* Every option of the field that names the kind of document must be a kind that can be checked. */
static bool id_types_ok(const struct mform_field *types)
{
	enum identity_type type;

	for (size_t i = 0; i < types->options.n; i++)
		if (!identity_type_parse(types->options.at[i].value, &type))
			return false;
	return types->type == MFORM_CHOICE;
}

static const char *field_wrong(const struct mform *form, const struct mform_section *s, const struct mform_field *f,
			       size_t before)
{
	int other;

	if (!key_ok(f->key, false))
		return "key 只能用小写字母、数字和下划线，最多 40 个";
	if (find_before(form, f->key, before) >= 0)
		return "key 重复";
	if (text_empty(f->label))
		return "没有名称（label）";
	if (!pattern_fits(f))
		return "pattern 与 type 不相配";
	if (f->max > 0 && f->min > f->max)
		return "min 大于 max";
	if (f->shown_when && !rule_known(form, f->shown_when, before, NULL))
		return "shown_when 要引用排在前面的项目和它已有的选项";
	if (strcmp(f->key, MFORM_BY_AGENT) == 0 && f->type != MFORM_FLAG)
		return "by_agent 必须是 flag";
	if (((f->applies_to | s->applies_to) & WHO_AGENT) && find_before(form, MFORM_BY_AGENT, before) < 0)
		return "只给代理人填的项目，前面要有 by_agent";
	if (f->id_type) {
		other = find_before(form, f->id_type, before);
		if (f->type != MFORM_ID_NO || other < 0 || !id_types_ok(form->field[other]))
			return "id_type 要引用排在前面的证件类型";
	}
	return options_wrong(f);
}

static enum err section_index(void *ctx, struct mform *form, size_t at, char **why)
{
	struct mform_section *s = &form->sections.at[at];

	if (!key_ok(s->key, false) || text_empty(s->title) || s->fields.n == 0) {
		*why = mem_fmt(ctx, "form.sections[%zu]：key、title 要填好，至少要有一个项目", at);
		return ERR_INVALID;
	}
	if (s->shown_when && !rule_known(form, s->shown_when, form->nfields, NULL)) {
		*why = mem_fmt(ctx, "form.sections[%zu]：shown_when 要引用排在前面的项目和它已有的选项", at);
		return ERR_INVALID;
	}
	for (size_t i = 0; i < s->fields.n; i++) {
		struct mform_field *f = &s->fields.at[i];
		const char *wrong = field_wrong(form, s, f, form->nfields);
		if (wrong) {
			*why = mem_fmt(ctx, "form.sections[%zu].fields[%zu]（%s）：%s", at, i, f->key, wrong);
			return ERR_INVALID;
		}
		f->section = at;
		form->field[form->nfields++] = f;
	}
	return ERR_NONE;
}

enum err mform_index(void *ctx, struct mform *form, char **why)
{
	size_t n = 0;

	for (size_t i = 0; i < form->sections.n; i++)
		n += form->sections.at[i].fields.n;
	form->field = mem_array(ctx, const struct mform_field *, n);
	form->nfields = 0;
	for (size_t i = 0; i < form->sections.n; i++)
		TRY(section_index(ctx, form, i, why));
	for (size_t i = 0; i < form->nfields; i++) {
		const char *bad = NULL;
		const struct mform_rule *rule = form->field[i]->required_when;
		if (rule && !mform_rule_known(form, rule, &bad)) {
			*why = mem_fmt(ctx, "form（%s）：required_when 里的“%s”不存在", form->field[i]->key, text_or(bad, ""));
			return ERR_INVALID;
		}
	}
	return ERR_NONE;
}

/* --- conditions ------------------------------------------------------------------------------- */

/* list_has - value is one of the comma-joined values of list. */
static bool list_has(const char *list, const char *value)
{
	size_t n = strlen(value);

	for (const char *p = list; p; p = strchr(p, ',')) {
		p += *p == ',';
		if (strncmp(p, value, n) == 0 && (p[n] == ',' || p[n] == '\0'))
			return true;
	}
	return false;
}

static bool value_is(const struct mform_field *f, const char *have, const char *want)
{
	if (f && f->type == MFORM_MULTI && want[0] != '\0')
		return list_has(have, want);
	return strcmp(have, want) == 0;
}

bool mform_holds(const struct mform *form, const struct mform_rule *rule, const struct mform_who *who,
		 const struct mform_report *report)
{
	if (!rule)
		return true;
	for (size_t i = 0; i < rule->any.n; i++)
		if (mform_holds(form, &rule->any.at[i], who, report))
			return true;
	if (rule->any.n > 0)
		return false;
	int at = mform_find(form, rule->field);
	const struct mform_field *f = at < 0 ? NULL : form->field[at];
	const char *have = at < 0 ? NULL : report->value[at];
	if (text_eq(rule->field, "@applicant"))
		for (int w = 0; w < 3; w++)
			if (who->kind == UINT32_C(1) << w)
				have = mform_who_words[w];
	have = text_or(have, "");
	for (size_t i = 0; i < rule->in.n; i++)
		if (value_is(f, have, rule->in.at[i]))
			return true;
	return rule->equals && value_is(f, have, rule->equals);
}

/* --- values as people read them --------------------------------------------------------------- */

static const char *labels_text(void *ctx, const struct mform_field *f, const char *value)
{
	char *out = mem_str(ctx, "");

	for (const char *p = value; *p;) {
		size_t n = strcspn(p, ",");
		const struct mform_option *o = option_find(f, p, n);
		const char *label = o ? o->label : mem_copy(ctx, p, n);
		out = mem_fmt(ctx, "%s%s%s", out, out[0] ? "、" : "", label);
		p += n + (p[n] == ',');
	}
	return out;
}

static const char *date_text(void *ctx, const char *value)
{
	day d;

	return day_parse(value, &d) ? day_words(ctx, d) : value;
}

bool mform_field_sealed(const struct mform_field *f)
{
	return f->sensitive || f->type == MFORM_ID_NO || f->type == MFORM_PHONE || f->type == MFORM_ADDRESS ||
	       f->pattern == MFORM_EMAIL;
}

static const char *masked_text(void *ctx, const struct mform_field *f, const char *value)
{
	if (f->type == MFORM_ID_NO)
		return mask_identity(ctx, IDENTITY_RESIDENT, value);
	if (f->type == MFORM_PHONE)
		return mask_phone(ctx, value);
	if (f->prefill == PREFILL_ADDRESS)
		return mask_address(ctx, value);
	if (!f->sensitive)
		return NULL;
	if (f->type == MFORM_ADDRESS)
		return mask_address(ctx, value);
	if (f->pattern == MFORM_PERSON)
		return mask_name(ctx, value);
	return "***";
}

const char *mform_value_text(void *ctx, const struct mform_field *f, const char *value, bool masked)
{
	const char *hidden = masked && !text_empty(value) ? masked_text(ctx, f, value) : NULL;

	if (text_empty(value))
		return "";
	if (hidden)
		return hidden;
	if (f->type == MFORM_CHOICE || f->type == MFORM_MULTI)
		return labels_text(ctx, f, value);
	if (f->type == MFORM_DATE)
		return date_text(ctx, value);
	if (f->type == MFORM_FLAG)
		return "是";
	if (f->type == MFORM_MONEY)
		return mem_fmt(ctx, "%s %s", value, text_or(f->unit, "元"));
	return f->unit ? mem_fmt(ctx, "%s %s", value, f->unit) : mem_str(ctx, value);
}
