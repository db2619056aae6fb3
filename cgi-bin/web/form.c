#include "web/form.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

static const struct upload *file_get(const struct uploads *files, const char *name)
{
	for (size_t i = 0; i < files->n; i++)
		if (text_eq(files->at[i].field, name))
			return &files->at[i];
	return NULL;
}

static bool is_choice(const char *choices, const char *v)
{
	size_t n = strlen(v);
	for (const char *c = choices; n && c; c = strchr(c, '|')) {
		c += *c == '|';
		if (!strncmp(c, v, n) && (c[n] == '|' || c[n] == '\0'))
			return true;
	}
	return false;
}

static bool has_control(const char *v, bool multiline)
{
	for (; *v; v++) {
		unsigned char c = (unsigned char)*v;
		if ((c < 0x20 && !(multiline && (c == '\n' || c == '\r' || c == '\t'))) || c == 0x7f)
			return true;
	}
	return false;
}

/* check_text - message for a value that breaks a rule, or NULL. */
static const char *check_text(void *ctx, const struct form_field *f, const char *v)
{
	int64_t n = (int64_t)utf8_len(v);
	if (has_control(v, f->flags & FORM_MULTILINE))
		return mem_fmt(ctx, "%s里有无法显示的字符，请删去后重新填写", f->label);
	if (n < f->min)
		return mem_fmt(ctx, "%s至少要 %lld 个字，现在是 %lld 个", f->label, (long long)f->min, (long long)n);
	if (n > f->max)
		return mem_fmt(ctx, "%s最多 %lld 个字，现在是 %lld 个，请删减", f->label, (long long)f->max,
			       (long long)n);
	return NULL;
}

static bool is_token(const char *v)
{
	for (; *v; v++)
		if (!isalnum((unsigned char)*v) && !strchr("-_.", *v))
			return false;
	return true;
}

/* take - store one present value in the struct; the message when it is wrong, or NULL. */
static const char *take(void *ctx, const struct form_field *f, const char *v, char *slot)
{
	const char *wrong = NULL;
	switch (f->kind) {
	case FORM_TEXT:
	case FORM_SECRET:
		wrong = check_text(ctx, f, v);
		memcpy(slot, &v, sizeof v);
		return wrong;
	case FORM_TOKEN:
		if (!is_token(v) || check_text(ctx, f, v))
			return mem_fmt(ctx, "%s的格式不对，请核对后重新填写", f->label);
		memcpy(slot, &v, sizeof v);
		return NULL;
	case FORM_CHOICE:
		if (!is_choice(f->choices, v))
			return mem_fmt(ctx, "请从列出的选项里选择%s", f->label);
		memcpy(slot, &v, sizeof v);
		return NULL;
	case FORM_INT: {
		int64_t n;
		if (!text_int(v, f->min, f->max, &n))
			return mem_fmt(ctx, "%s应是 %lld 到 %lld 之间的整数", f->label, (long long)f->min,
				       (long long)f->max);
		memcpy(slot, &n, sizeof n);
		return NULL;
	}
	case FORM_FLAG: {
		bool on = !text_empty(v);
		memcpy(slot, &on, sizeof on);
		return NULL;
	}
	case FORM_DAY: {
		day d;
		if (!day_parse(v, &d))
			return mem_fmt(ctx, "%s请按“年-月-日”填写，例如 2026-02-12", f->label);
		memcpy(slot, &d, sizeof d);
		return NULL;
	}
	case FORM_FILE:
		return NULL;
	}
	return NULL;
}

static void blank_slot(const struct form_field *f, char *slot)
{
	day none = DAY_NONE;
	if (f->kind == FORM_DAY)
		memcpy(slot, &none, sizeof none);
}

static void read_file(struct form_in *in, size_t i, const struct form_field *f, char *slot, const struct request *q)
{
	const struct upload *u = file_get(&q->files, f->name);
	if (u)
		memcpy(slot, &u, sizeof u);
	else if (f->flags & FORM_REQUIRED)
		in->wrong[i] = mem_fmt(in, "请选择%s", f->label);
}

/* plain_breaks - browsers send CR LF for a line break that people, and maxlength, count as one character. */
static const char *plain_breaks(void *ctx, const char *v)
{
	char *out = mem_str(ctx, v), *to = out;

	for (; *v; v++)
		if (!(*v == '\r' && v[1] == '\n'))
			*to++ = *v;
	*to = '\0';
	return out;
}

static void read_value(struct form_in *in, size_t i, const struct form_field *f, char *slot, const struct request *q)
{
	const char *v = pairs_get(&q->post, f->name);
	if (v && (f->flags & FORM_MULTILINE))
		v = plain_breaks(in, v);
	if (v && !(f->flags & FORM_KEEP) && f->kind != FORM_SECRET)
		v = text_trim(in, v);
	if (f->kind != FORM_SECRET)
		in->raw[i] = v;
	if (!text_empty(v))
		in->wrong[i] = take(in, f, v, slot);
	else if (f->flags & FORM_REQUIRED)
		in->wrong[i] = mem_fmt(in, f->kind == FORM_CHOICE ? "请选择%s" : f->kind == FORM_FLAG ? "请先确认：%s" : "请填写%s",
				       f->label);
}

struct form_in *form_blank(void *ctx, const struct form_spec *spec)
{
	struct form_in *in = mem_new(ctx, struct form_in);
	in->spec = spec;
	in->value = talloc_zero_size(in, spec->size ? spec->size : 1);
	in->raw = mem_array(in, const char *, spec->n + 1);
	in->wrong = mem_array(in, const char *, spec->n + 1);
	in->ok = true;
	for (size_t i = 0; i < spec->n; i++)
		blank_slot(&spec->fields[i], (char *)in->value + spec->fields[i].offset);
	return in;
}

struct form_in *form_read(void *ctx, const struct form_spec *spec, const struct request *q)
{
	struct form_in *in = form_blank(ctx, spec);
	for (size_t i = 0; i < spec->n; i++) {
		const struct form_field *f = &spec->fields[i];
		char *slot = (char *)in->value + f->offset;
		if (f->kind == FORM_FILE)
			read_file(in, i, f, slot, q);
		else
			read_value(in, i, f, slot, q);
		in->ok = in->ok && !in->wrong[i];
	}
	return in;
}

static size_t field_index(const struct form_in *f, const char *field)
{
	size_t i = 0;
	while (i < f->spec->n && !text_eq(f->spec->fields[i].name, field))
		i++;
	return i; /* spec->n: the spare place at the end */
}

void form_wrong(struct form_in *f, const char *field, const char *message)
{
	f->wrong[field_index(f, field)] = mem_str(f, message);
	f->ok = false;
}

void form_preset(struct form_in *f, const char *field, const char *value)
{
	size_t i = field_index(f, field);
	if (!f->raw[i])
		f->raw[i] = mem_str(f, value);
}

const char *form_raw(const struct form_in *f, const char *field)
{
	return f->raw[field_index(f, field)];
}

static const char *marker(void *ctx, const char *field, const char *suffix)
{
	char *m = mem_fmt(ctx, "%s_%s", field, suffix);
	for (char *c = m; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return m;
}

static void show_field(struct tpl *d, const struct form_in *in, size_t i)
{
	const struct form_field *f = &in->spec->fields[i];
	const char *raw = in->raw[i];
	void *tmp = talloc_new(NULL);
	tpl_text_named(d, marker(tmp, f->name, "VALUE"), raw);
	if (f->kind == FORM_CHOICE && !text_empty(raw) && is_choice(f->choices, raw))
		tpl_show_named(d, marker(tmp, f->name, mem_fmt(tmp, "IS_%s", raw)));
	if (f->kind == FORM_FLAG && !text_empty(raw))
		tpl_show_named(d, marker(tmp, f->name, "ON"));
	if (in->wrong[i]) {
		tpl_show_named(d, marker(tmp, f->name, "WRONG"));
		tpl_text_named(d, marker(tmp, f->name, "MESSAGE"), in->wrong[i]);
	}
	talloc_free(tmp);
}

static void show_summary(struct tpl *errors, const struct form_in *in, int64_t count)
{
	struct tpl *box = tpl_add(errors, T_FORM_WRONG);
	tpl_int(box, T_WRONG_COUNT, count);
	for (size_t i = 0; i < in->spec->n; i++) {
		if (!in->wrong[i])
			continue;
		struct tpl *item = tpl_add(box, T_WRONG_ITEM);
		tpl_text(item, T_WRONG_FIELD, in->spec->fields[i].name);
		tpl_text(item, T_WRONG_MESSAGE, in->wrong[i]);
	}
}

void form_show(struct tpl *d, const struct form_in *in)
{
	struct tpl *errors = tpl_include(d, T_FORM_ERRORS, TPL_layout_form_errors);
	int64_t wrong = 0;
	for (size_t i = 0; i < in->spec->n; i++) {
		show_field(d, in, i);
		wrong += in->wrong[i] != NULL;
	}
	if (in->notice)
		tpl_text(tpl_add(errors, T_FORM_NOTICE), T_FORM_NOTICE_TEXT, in->notice);
	if (wrong)
		show_summary(errors, in, wrong);
}
