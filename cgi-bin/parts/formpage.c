#include "parts/formpage.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define RADIO_MAX 7 /* more options than this are a drop-down list */

/* --- conditions in words and as data -------------------------------------------------------------- */

enum when { WHEN_ALWAYS, WHEN_NEVER, WHEN_SOME };

struct condition {
	enum when when;
	const char *fields; /* "a b" */
	const char *values; /* "1|2;x" */
	const char *say;    /* “经营方式”选“餐饮服务” */
};

static const char *option_label(const struct mform_field *f, const char *value)
{
	for (size_t i = 0; i < f->options.n; i++)
		if (text_eq(f->options.at[i].value, value))
			return f->options.at[i].label;
	return value;
}

static const char *value_say(void *ctx, const struct mform_field *f, const char *value)
{
	if (value[0] == '\0')
		return "没有填";
	if (f->type == MFORM_FLAG)
		return "打了勾";
	bool chosen = f->type == MFORM_CHOICE || f->type == MFORM_MULTI;
	return mem_fmt(ctx, "%s“%s”", chosen ? "选了" : "填的是", option_label(f, value));
}

static void condition_join(void *ctx, struct condition *c, const char *field, const char *values, const char *say)
{
	bool first = c->when != WHEN_SOME;

	c->fields = first ? field : mem_fmt(ctx, "%s %s", c->fields, field);
	c->values = first ? values : mem_fmt(ctx, "%s;%s", c->values, values);
	c->say = first ? say : mem_fmt(ctx, "%s，或者%s", c->say, say);
	c->when = WHEN_SOME;
}

/* rule_value - the i-th value of a rule: those of `in`, then `equals`; NULL at the end. */
static const char *rule_value(const struct mform_rule *r, size_t i)
{
	return i < r->in.n ? r->in.at[i] : i == r->in.n ? r->equals : NULL;
}

static bool applicant_is(const struct formpage *p, const struct mform_rule *r)
{
	const char *v;

	for (size_t i = 0; (v = rule_value(r, i)); i++)
		for (int w = 0; w < 3; w++)
			if ((p->who->kind & (1u << w)) && text_eq(v, mform_who_words[w]))
				return true;
	return false;
}

/* rule_add - one more alternative; what is known of the applicant is settled here. */
static void rule_add(const struct formpage *p, const struct mform_rule *r, struct condition *c)
{
	const char *v, *values = NULL, *say = NULL;
	int at;

	for (size_t i = 0; i < r->any.n; i++)
		rule_add(p, &r->any.at[i], c);
	if (r->any.n > 0 || c->when == WHEN_ALWAYS)
		return;
	if (text_eq(r->field, "@applicant")) {
		c->when = applicant_is(p, r) ? WHEN_ALWAYS : c->when;
		return;
	}
	if ((at = mform_find(p->form, r->field)) < 0)
		return;
	const struct mform_field *f = p->form->field[at];
	for (size_t i = 0; (v = rule_value(r, i)); i++) {
		values = values ? mem_fmt(p->ctx, "%s|%s", values, v) : v;
		say = say ? mem_fmt(p->ctx, "%s或%s", say, value_say(p->ctx, f, v)) : value_say(p->ctx, f, v);
	}
	condition_join(p->ctx, c, r->field, text_or(values, ""), mem_fmt(p->ctx, "“%s”%s", f->label, text_or(say, "")));
}

static struct condition rule_condition(const struct formpage *p, const struct mform_rule *r)
{
	struct condition c = {.when = r ? WHEN_NEVER : WHEN_ALWAYS};

	if (r)
		rule_add(p, r, &c);
	return c;
}

/* for_applicant - a field or section for this kind of applicant (an agent's is for all of them). */
static bool for_applicant(const struct formpage *p, uint32_t applies_to)
{
	return (applies_to & WHO_ANYONE) == 0 || (applies_to & p->who->kind) != 0;
}

static struct condition agent_condition(const struct formpage *p, uint32_t applies_to)
{
	static const struct mform_rule by_agent = {.field = MFORM_BY_AGENT, .equals = "1"};

	return rule_condition(p, applies_to & WHO_AGENT ? &by_agent : NULL);
}

static void condition_show(struct tpl *d, const struct condition *c, enum tpl_name section, enum tpl_name fields,
			   enum tpl_name values)
{
	if (c->when != WHEN_SOME)
		return;
	struct tpl *s = tpl_add(d, section);
	tpl_text(s, fields, c->fields);
	tpl_text(s, values, c->values);
}

/* --- one field ------------------------------------------------------------------------------------ */

struct look { /* how a type of field is drawn */
	const char *type;  /* of the input */
	const char *width; /* classes of portal.css */
	const char *mode;  /* inputmode, or NULL */
	bool plain;        /* codes: no spelling check, capitals */
};

static const struct look looks[] = {
	[MFORM_TEXT] = {"text", "w-l", NULL, false},
	[MFORM_TEXTAREA] = {NULL, NULL, NULL, false},
	[MFORM_INTEGER] = {"text", "w-s num", "numeric", false},
	[MFORM_DECIMAL] = {"text", "w-m num", "decimal", false},
	[MFORM_MONEY] = {"text", "w-m num", "decimal", false},
	[MFORM_DATE] = {"text", "w-m num", NULL, false},
	[MFORM_CHOICE] = {NULL, "w-l", NULL, false},
	[MFORM_MULTI] = {NULL, "w-l", NULL, false},
	[MFORM_FLAG] = {NULL, "w-l", NULL, false},
	[MFORM_ID_NO] = {"text", "w-l num", NULL, true},
	[MFORM_USCC] = {"text", "w-l num", NULL, true},
	[MFORM_PHONE] = {"tel", "w-m num", "tel", false},
	[MFORM_ADDRESS] = {"text", "w-full", NULL, false},
	[MFORM_POSTCODE] = {"text", "w-s num", "numeric", false},
};

static const char *const complete[PREFILL_COUNT] = {
	[PREFILL_NAME] = "name",
	[PREFILL_PHONE] = "tel",
	[PREFILL_ADDRESS] = "street-address",
	[PREFILL_POSTCODE] = "postal-code",
	[PREFILL_EMAIL] = "email",
};

/* is_locked - the account knows it and that value counts. */
static bool is_locked(const struct formpage *p, const struct mform_field *f)
{
	return f->locked && f->prefill != PREFILL_NONE && !text_empty(p->who->account[f->prefill]);
}

static bool is_chosen(const char *value, const char *option)
{
	size_t n = strlen(option);

	for (const char *v = text_or(value, ""); *v; v += strcspn(v, ","), v += *v == ',')
		if (strcspn(v, ",") == n && strncmp(v, option, n) == 0)
			return true;
	return false;
}

static const struct case_item *field_item(const struct formpage *p, const struct mform_field *f)
{
	const struct case_item *item = p->c ? case_item_find(p->c, mem_fmt(p->ctx, "f.%s", f->key)) : NULL;

	return item && item->listed && !text_empty(item->reason) ? item : NULL;
}

static const char *field_help(const struct formpage *p, const struct mform_field *f)
{
	const char *help = text_or(f->help, "");

	if (is_locked(p, f))
		return "来自您的实名账号，这里不用填、也不能改。";
	return text_empty(help) && f->type == MFORM_MULTI ? "可以选多项。" : help;
}

/* says - what stands between the label and the input; returns the ids that describe the input. */
static const char *field_says(const struct formpage *p, struct tpl *d, size_t i, const struct condition *when,
			      const struct condition *need)
{
	const struct mform_field *f = p->form->field[i];
	const struct case_item *item = field_item(p, f);
	const char *ids = "", *help = field_help(p, f);
	struct tpl *s = tpl_include(d, T_FIELD_SAYS, TPL_parts_field_says);

	tpl_text(s, T_KEY, f->key);
	const char *example = is_locked(p, f) ? "" : text_or(f->example, "");
	if (*help || *example) {
		struct tpl *h = tpl_add(s, T_HELP);
		tpl_text(h, T_HELP_TEXT, help);
		if (*example)
			tpl_text(tpl_add(h, T_EXAMPLE_SHOWN), T_EXAMPLE, example);
		ids = mem_fmt(p->ctx, "f-%s-help", f->key);
	}
	if (when->when == WHEN_SOME || need->when == WHEN_SOME) {
		const struct condition *c = when->when == WHEN_SOME ? when : need;
		tpl_text(tpl_add(s, T_HINT), T_HINT_TEXT,
			 mem_fmt(p->ctx, "%s时%s", c->say, c == when ? "才需要填。" : "必须填。"));
		ids = mem_fmt(p->ctx, "%s f-%s-hint", ids, f->key);
	}
	if (item) {
		struct tpl *back = tpl_add(s, T_RETURNED);
		tpl_text(back, T_BACK_REASON, item->reason);
		tpl_text(back, T_BACK_REMEDY, item->remedy);
		ids = mem_fmt(p->ctx, "%s f-%s-back", ids, f->key);
	}
	if (p->report->warn[i]) {
		tpl_text(tpl_add(s, T_WARNED), T_WARN, p->report->warn[i]);
		ids = mem_fmt(p->ctx, "%s f-%s-warn", ids, f->key);
	}
	if (p->report->wrong[i] && !p->quiet) {
		tpl_text(tpl_add(s, T_BAD), T_MESSAGE, p->report->wrong[i]);
		ids = mem_fmt(p->ctx, "%s f-%s-wrong", ids, f->key);
	}
	return ids + (*ids == ' ');
}

static void option_add(const struct formpage *p, struct tpl *box, const struct mform_field *f, size_t n,
		       const struct mform_option *o, const char *value)
{
	struct tpl *s = tpl_add(box, T_OPTION);

	tpl_text(s, T_OPTION_TYPE, f->type == MFORM_CHOICE ? "radio" : "checkbox");
	tpl_text(s, T_OPTION_ID, n ? mem_fmt(p->ctx, "f-%s-%zu", f->key, n + 1) : mem_fmt(p->ctx, "f-%s", f->key));
	tpl_text(s, T_OPTION_VALUE, o->value);
	tpl_text(s, T_OPTION_LABEL, o->label);
	tpl_show_if(s, T_OPTION_ON, is_chosen(value, o->value));
	tpl_show_if(s, T_OPTION_MARK, f->type == MFORM_FLAG);
	if (!text_empty(o->help))
		tpl_text(tpl_add(s, T_OPTION_HELP), T_OPTION_HELP_TEXT, o->help);
}

static void options_show(const struct formpage *p, struct tpl *box, const struct mform_field *f, const char *value)
{
	const struct mform_option tick = {.value = "1", .label = f->label};

	if (f->type == MFORM_FLAG)
		option_add(p, box, f, 0, &tick, value);
	else
		tpl_show(box, T_LEGEND);
	for (size_t i = 0; i < f->options.n; i++)
		option_add(p, box, f, i, &f->options.at[i], value);
}

/* A date that is still wrong would vanish from a date box, and days long past are typed faster than chosen. */
static const char *date_type(const struct mform_field *f, const char *value)
{
	day d;

	return f->pattern == MFORM_PAST || (!text_empty(value) && !day_parse(value, &d)) ? "text" : "date";
}

static void input_show(struct tpl *box, const struct mform_field *f, const char *value)
{
	const struct look *look = &looks[f->type];
	struct tpl *s = tpl_add(box, T_INPUT);

	tpl_text(s, T_TYPE, f->type == MFORM_DATE ? date_type(f, value) : look->type);
	if (look->mode)
		tpl_text(tpl_add(s, T_MODE), T_MODE_NAME, look->mode);
	if (f->prefill != PREFILL_NONE && complete[f->prefill])
		tpl_text(tpl_add(s, T_COMPLETE), T_COMPLETE_NAME, complete[f->prefill]);
	tpl_show_if(s, T_PLAIN, look->plain);
}

static void single_show(const struct formpage *p, struct tpl *box, const struct mform_field *f, const char *value)
{
	if (is_locked(p, f)) {
		tpl_text(box, T_VALUE, mform_value_text(p->ctx, f, value, false));
		tpl_show(box, T_LOCKED);
		return;
	}
	tpl_text(box, T_VALUE, value);
	if (f->type == MFORM_TEXTAREA)
		tpl_show(box, T_TEXTAREA);
	else if (f->type == MFORM_CHOICE)
		options_show(p, tpl_add(box, T_SELECT), f, value);
	else
		input_show(box, f, value);
}

static bool is_group(const struct formpage *p, const struct mform_field *f)
{
	if (is_locked(p, f))
		return false;
	return f->type == MFORM_MULTI || f->type == MFORM_FLAG ||
	       (f->type == MFORM_CHOICE && f->options.n <= RADIO_MAX);
}

static void required_show(const struct formpage *p, struct tpl *d, size_t i, const struct condition *need)
{
	const struct mform_field *f = p->form->field[i];
	bool required = f->required || need->when == WHEN_ALWAYS || p->report->required[i];

	if (!is_locked(p, f))
		tpl_show(d, required ? T_REQUIRED : T_OPTIONAL);
	if (!f->required)
		condition_show(d, need, T_NEED, T_NEED_FIELDS, T_NEED_VALUES);
}

void formpage_field(const struct formpage *p, struct tpl *d, size_t i)
{
	const struct mform_field *f = p->form->field[i];
	const char *value = p->report->value[i];
	struct condition when = rule_condition(p, f->shown_when), agent = agent_condition(p, f->applies_to);
	struct condition need = {.when = WHEN_NEVER};

	if (f->required_when && !f->required)
		need = rule_condition(p, f->required_when);
	if (when.when == WHEN_NEVER || !for_applicant(p, f->applies_to))
		return;
	struct tpl *field = tpl_include(d, T_FIELD, TPL_parts_form_field);
	struct tpl *box = tpl_add(field, is_group(p, f) ? T_GROUP : T_SINGLE);
	tpl_show_if(field, T_AGENT_ONLY, agent.when == WHEN_SOME);
	tpl_text(box, T_KEY, f->key);
	tpl_text(box, T_LABEL, f->label);
	tpl_text(box, T_WIDTH, text_or(looks[f->type].width, "w-l"));
	if (!text_empty(f->unit) || f->type == MFORM_MONEY)
		tpl_text(tpl_add(box, T_UNIT_SHOWN), T_UNIT, text_or(f->unit, "元"));
	condition_show(box, &when, T_WHEN, T_WHEN_FIELDS, T_WHEN_VALUES);
	required_show(p, box, i, &need);
	tpl_show_if(box, T_BAD, p->report->wrong[i] && !p->quiet);
	const char *ids = field_says(p, box, i, agent.when == WHEN_SOME ? &agent : &when, &need);
	if (*ids)
		tpl_text(tpl_add(box, T_DESCRIBED), T_DESCRIBED_BY, ids);
	if (is_group(p, f))
		options_show(p, box, f, value);
	else
		single_show(p, box, f, value);
}

/* --- all of them ---------------------------------------------------------------------------------- */

/* section_condition - when a section is there: its own rule, or that of the agent. */
static struct condition section_condition(const struct formpage *p, const struct mform_section *s)
{
	struct condition agent = agent_condition(p, s->applies_to);

	return agent.when == WHEN_SOME ? agent : rule_condition(p, s->shown_when);
}

static void section_edit(const struct formpage *p, struct tpl *form, const struct mform_section *s, size_t first)
{
	struct condition when = section_condition(p, s);

	if (when.when == WHEN_NEVER || !for_applicant(p, s->applies_to))
		return;
	struct tpl *d = tpl_add(form, T_SECTION);
	tpl_text(d, T_SECTION_KEY, s->key);
	tpl_text(d, T_SECTION_TITLE, s->title);
	if (!text_empty(s->help))
		tpl_text(tpl_add(d, T_SECTION_HELP), T_SECTION_HELP_TEXT, s->help);
	condition_show(d, &when, T_WHEN, T_WHEN_FIELDS, T_WHEN_VALUES);
	if (when.when == WHEN_SOME)
		tpl_text(tpl_add(d, T_HINT), T_HINT_TEXT, mem_fmt(p->ctx, "%s时才需要填这一部分。", when.say));
	for (size_t i = 0; i < s->fields.n; i++)
		formpage_field(p, d, first + i);
}

void formpage_edit(const struct formpage *p, struct tpl *d)
{
	struct tpl *form = tpl_include(d, T_FORM, TPL_parts_form_fields);

	for (size_t s = 0, first = 0; s < p->form->sections.n; first += p->form->sections.at[s++].fields.n)
		section_edit(p, form, &p->form->sections.at[s], first);
}

static bool worth_reading(const struct formpage *p, size_t i)
{
	const struct mform_report *r = p->report;

	return r->shown[i] && (r->value[i] || r->required[i] || (r->wrong[i] && !p->quiet));
}

static void row_read(const struct formpage *p, struct tpl *section, size_t i)
{
	const struct mform_field *f = p->form->field[i];
	const char *value = mform_value_text(p->ctx, f, p->report->value[i], p->masked);
	struct tpl *row = tpl_add(section, T_ROW);

	tpl_text(row, T_KEY, f->key);
	tpl_text(row, T_LABEL, f->label);
	bool wrong = p->report->wrong[i] && !p->quiet;
	if (text_empty(value))
		tpl_show(row, T_EMPTY);
	else
		tpl_text(tpl_add(row, T_FILLED), T_VALUE, value);
	if (p->edit && !is_locked(p, f))
		tpl_text(tpl_add(row, T_EDIT), T_EDIT_URL, p->edit);
	tpl_show_if(row, T_BAD, wrong);
	if (wrong && !text_empty(value)) /* for an empty one it is enough to see that it is empty */
		tpl_text(tpl_add(row, T_SAY_WRONG), T_MESSAGE, p->report->wrong[i]);
	if (p->report->warn[i])
		tpl_text(tpl_add(row, T_WARNED), T_WARN, p->report->warn[i]);
}

void formpage_read(const struct formpage *p, struct tpl *d)
{
	struct tpl *form = tpl_include(d, T_FORM_READ, TPL_parts_form_read), *section = NULL;
	size_t last = p->form->sections.n;

	for (size_t i = 0; i < p->form->nfields; i++) {
		const struct mform_field *f = p->form->field[i];
		if (!worth_reading(p, i))
			continue;
		if (f->section != last) {
			section = tpl_add(form, T_SECTION);
			tpl_text(section, T_SECTION_KEY, p->form->sections.at[f->section].key);
			tpl_text(section, T_SECTION_TITLE, p->form->sections.at[f->section].title);
			last = f->section;
		}
		row_read(p, section, i);
	}
}

/* --- what is wrong -------------------------------------------------------------------------------- */

void wrong_add(void *ctx, struct wrong_list *list, const char *url, const char *text)
{
	list->at = mem_grow(ctx, list->at, struct wrong_item, list->n + 1);
	list->at[list->n++] = (struct wrong_item){url, text};
}

void wrong_add_fields(const struct formpage *p, struct wrong_list *list, const char *page)
{
	for (size_t i = 0; i < p->form->nfields; i++) {
		const struct mform_field *f = p->form->field[i];
		const char *wrong = p->report->wrong[i];
		if (!wrong)
			continue;
		/* a message that names its field already says it once */
		const char *text = strstr(wrong, f->label) ? wrong : mem_fmt(p->ctx, "%s：%s", f->label, wrong);
		wrong_add(p->ctx, list, mem_fmt(p->ctx, "%s#f-%s", page, f->key), text);
	}
}

void wrong_show(void *ctx, struct tpl *d, const struct wrong_list *list, const char *title)
{
	if (list->n == 0)
		return;
	struct tpl *box = tpl_include(d, T_WRONG_LIST, TPL_parts_wrong_list);
	tpl_text(box, T_WRONG_TITLE, mem_fmt(ctx, "有 %zu 处%s", list->n, title));
	for (size_t i = 0; i < list->n; i++) {
		struct tpl *item = tpl_add(box, T_WRONG_ITEM);
		tpl_text(item, T_WRONG_URL, list->at[i].url);
		tpl_text(item, T_WRONG_TEXT, list->at[i].text);
	}
}

/* --- what was sent -------------------------------------------------------------------------------- */

/* posted_value - what came for a field: of a multi field everything, joined; NULL when nothing came. */
static const char *posted_value(void *ctx, const struct mform_field *f, const struct pairs *post)
{
	const char *value = NULL;

	for (size_t i = 0; i < post->n; i++) {
		if (!text_eq(post->at[i].name, f->key))
			continue;
		if (value && f->type != MFORM_MULTI)
			break;
		value = value ? mem_fmt(ctx, "%s,%s", value, post->at[i].value) : post->at[i].value;
	}
	return value;
}

void formpage_posted(void *ctx, const struct mform *form, const struct pairs *post, bool whole,
		     struct mform_answers *out)
{
	struct mform_answer *at = mem_array(ctx, struct mform_answer, form->nfields);
	size_t n = 0;

	for (size_t i = 0; i < form->nfields; i++) {
		const struct mform_field *f = form->field[i];
		const char *value = posted_value(ctx, f, post);
		if (!value && whole && (f->type == MFORM_FLAG || f->type == MFORM_MULTI))
			value = "";
		if (value)
			at[n++] = (struct mform_answer){f->key, value};
	}
	*out = (struct mform_answers){at, n};
}
