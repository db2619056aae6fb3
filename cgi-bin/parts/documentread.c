#include "parts/documentread.h"

#include <string.h>

#include "base/text.h"
#include "domain/mask.h"
#include "domain/number.h"

/* --- reading the data ------------------------------------------------------------------------------------- */

const char *said(const struct reading *r, const char *part, const char *key)
{
	return text_or(json_text(part ? json_get(r->data, part) : r->data, key), "");
}

day said_day(const struct reading *r, const char *part, const char *key)
{
	day d = DAY_NONE;

	day_parse(mem_fmt(r->ctx, "%.10s", said(r, part, key)), &d);
	return d;
}

const char *minute_words(void *ctx, msec t)
{
	char text[MSEC_TEXT];

	msec_text(t, text);
	return mem_fmt(ctx, "%s %.5s", day_words(ctx, msec_day(t)), text + DAY_TEXT);
}

const char *said_name(const struct reading *r, const char *part)
{
	const char *name = said(r, part, "name"), *kind = said(r, part, "kind");
	bool person = !*kind || text_eq(kind, "natural");

	return r->page->masked && person && *name ? mask_name(r->ctx, name) : name;
}

const char *said_code(const struct reading *r)
{
	char code[QUERY_CODE_TEXT];

	if (!r->page->with_code)
		return "";
	query_code_make(r->page->w->keys, said(r, "case", "case_no"), code);
	return mem_fmt(r->ctx, "%.3s %s", code, code + 3);
}

const char *said_law(const struct reading *r)
{
	const char *law = said(r, NULL, "law");

	return *law ? mem_fmt(r->ctx, "依据%s，", law) : "";
}

/* --- adding to the sheet ---------------------------------------------------------------------------------- */

static void para_add(const struct reading *r, const char *text, bool heading)
{
	if (text_empty(text))
		return;
	r->s->para = mem_grow(r->ctx, r->s->para, struct sheet_para, r->s->nparas + 1);
	r->s->para[r->s->nparas++] = (struct sheet_para){text, heading};
}

void say_para(const struct reading *r, const char *text)
{
	para_add(r, text, false);
}

void say_heading(const struct reading *r, const char *text)
{
	para_add(r, text, true);
}

void say_fact(const struct reading *r, const char *name, const char *text, bool big)
{
	if (text_empty(text))
		return;
	r->s->fact = mem_grow(r->ctx, r->s->fact, struct sheet_fact, r->s->nfacts + 1);
	r->s->fact[r->s->nfacts++] = (struct sheet_fact){name, text, big, false};
}

/* sentence - with a full stop, unless it has an end of its own: what follows is another one. */
static const char *sentence(void *ctx, const char *text)
{
	static const char *const ends[] = {"。", "；", "！", "？", "，", "：", ".", ";"};
	size_t n = strlen(text);

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size_t k = strlen(ends[i]);
		if (n >= k && text_eq(text + n - k, ends[i]))
			return text;
	}
	return n ? mem_fmt(ctx, "%s。", text) : text;
}

void say_items(const struct reading *r, const char *list)
{
	const struct json *all = json_get(r->data, list);
	size_t n = json_count(all);

	r->s->item = mem_array(r->ctx, struct sheet_item, n);
	r->s->nitems = n;
	for (size_t i = 0; i < n; i++) {
		const struct json *it = json_at(all, i);
		const char *box = json_text(it, "box");
		const char *name = text_or(json_text(it, "name"), ""), *form = json_text(it, "form");
		r->s->item[i] = (struct sheet_item){.name = form ? mem_fmt(r->ctx, "%s（%s，%lld 份）", name, form,
									   (long long)json_int(it, "copies", 1))
								 : name,
						    .reason = sentence(r->ctx, text_or(json_text(it, "reason"), "")),
						    .remedy = text_or(json_text(it, "remedy"), ""),
						    .missing = text_eq(box, "missing"),
						    .not_in_form = text_eq(box, "not_in_form")};
	}
}

void say_remedies(const struct reading *r)
{
	const struct json *list = json_get(r->data, "remedies");

	r->s->remedy = mem_array(r->ctx, const char *, json_count(list));
	for (size_t i = 0; i < json_count(list); i++)
		r->s->remedy[r->s->nremedies++] = text_or(json_str(json_at(list, i)), "");
}

/* --- materials -------------------------------------------------------------------------------------------- */

static const char *material_state(const struct reading *r, const struct json *m)
{
	int64_t files = json_int(m, "files", 0);

	if (text_eq(json_text(m, "state"), "uploaded") && files > 0)
		return mem_fmt(r->ctx, "已上传 %lld 个文件", (long long)files);
	return text_or(json_text(m, "state_name"), "");
}

static struct sheet_row material_row(const struct reading *r, const struct json *m, size_t seq, bool forms)
{
	struct sheet_row row = {{mem_fmt(r->ctx, "%zu", seq), text_or(json_text(m, "name"), "")}};

	if (forms) {
		row.cell[2] = text_or(json_text(m, "form"), "");
		row.cell[3] = mem_fmt(r->ctx, "%lld", (long long)json_int(m, "copies", 1));
	}
	row.cell[forms ? 4 : 2] = material_state(r, m);
	return row;
}

/* materials - a list of materials; the supplements' list tells no forms and copies. */
void say_materials(const struct reading *r, const char *list, const char *title)
{
	static const struct sheet_column with_forms[] = {
		{"序号", COLUMN_SEQ}, {"材料", COLUMN_TITLE}, {"形式", COLUMN_TEXT}, {"份数", COLUMN_TEXT}, {"情况", COLUMN_TEXT}};
	static const struct sheet_column plain[] = {{"序号", COLUMN_SEQ}, {"材料", COLUMN_TITLE}, {"情况", COLUMN_TEXT}};
	const struct json *rows = json_get(r->data, list);
	size_t n = json_count(rows);

	if (n == 0)
		return;
	bool forms = json_text(json_at(rows, 0), "form") != NULL;
	r->s->table = mem_grow(r->ctx, r->s->table, struct sheet_table, r->s->ntables + 1);
	struct sheet_table *t = &r->s->table[r->s->ntables++];
	*t = (struct sheet_table){.title = title, .ncolumns = forms ? 5 : 3};
	memcpy(t->column, forms ? with_forms : plain, t->ncolumns * sizeof t->column[0]);
	t->row = mem_array(r->ctx, struct sheet_row, n);
	for (size_t i = 0; i < n; i++)
		t->row[t->nrows++] = material_row(r, json_at(rows, i), i + 1, forms);
}
