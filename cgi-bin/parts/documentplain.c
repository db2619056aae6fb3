#include "parts/documentplain.h"

#include "base/text.h"

struct word {
	const char *key, *label;
};

static const struct word facts[] = {
    {"procedure", "程序"},
    {"cause", "原因"},
    {"days", "工作日数"},
    {"special_due", "最晚完成日期"},
    {"gap_due", "补交期限"},
    {"result", "结果"},
    {"outcome_text", "结论"},
    {"stance_text", "意见"},
    {"valid_from", "有效期自"},
    {"valid_until", "有效期至"},
    {"way", "送达方式"},
    {"courier", "寄递公司"},
    {"waybill", "运单号"},
    {"address_mask", "收件地址"},
    {"delivery_text", "领取方式"},
    {"certificate", "证书编号"},
    {"notice_number", "告知书编号"},
};

/* Names of columns.  A list of objects prints those of its keys that are here. */
static const struct column {
	const char *key;
	struct sheet_column is;
} columns[] = {
    {"name", {"名称", COLUMN_TITLE}},        {"title", {"名称", COLUMN_TITLE}},
    {"kind_name", {"种类", COLUMN_TEXT}},    {"number", {"编号", COLUMN_TEXT}},
    {"form", {"形式", COLUMN_TEXT}},         {"copies", {"份数", COLUMN_TEXT}},
    {"pages", {"页数", COLUMN_TEXT}},        {"state_name", {"情况", COLUMN_TEXT}},
    {"verdict_name", {"核验", COLUMN_TEXT}}, {"text", {"内容", COLUMN_TEXT}},
    {"opinion", {"意见", COLUMN_TEXT}},      {"result", {"结果", COLUMN_TEXT}},
    {"reason", {"理由", COLUMN_TEXT}},       {"remedy", {"要求", COLUMN_TEXT}},
    {"due", {"期限", COLUMN_TEXT}},          {"day", {"日期", COLUMN_TEXT}},
    {"at", {"时间", COLUMN_TEXT}},           {"officer", {"经办人", COLUMN_TEXT}},
    {"note", {"备注", COLUMN_TEXT}},
};

static const struct word titles[] = {
    {"materials", "申请材料"}, {"items", "清单"},        {"gaps", "待补材料"},   {"opinions", "审查意见"},
    {"files", "文件"},         {"documents", "文书"},    {"events", "办理记录"}, {"findings", "核查情况"},
    {"officers", "人员"},      {"certificates", "证照"}, {"papers", "文件清单"},
};

static const char *title_of(const char *key)
{
	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
		if (text_eq(titles[i].key, key))
			return titles[i].label;
	return "";
}

/* value - as print shows it: text, number, 是 or 否; dates in words.  "" when there is nothing. */
static const char *value(void *ctx, const struct json *o, const char *key)
{
	const char *text = json_text(o, key);
	day d;

	switch (json_kind(json_get(o, key))) {
	case JSON_IS_TEXT:
		return day_parse(text, &d) ? day_words(ctx, d) : text;
	case JSON_IS_INT:
		return mem_fmt(ctx, "%lld", (long long)json_int(o, key, 0));
	case JSON_IS_BOOL:
		return json_bool(o, key, false) ? "是" : "否";
	case JSON_IS_NOTHING:
	case JSON_IS_LIST:
	case JSON_IS_OBJECT:
	case JSON_IS_OTHER:
		break;
	}
	return "";
}

void plain_facts(const struct reading *r)
{
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
		say_fact(r, facts[i].label, value(r->ctx, r->data, facts[i].key), false);
}

static bool has_column(void *ctx, const struct json *list, const char *key)
{
	for (size_t i = 0; i < json_count(list); i++)
		if (*value(ctx, json_at(list, i), key))
			return true;
	return false;
}

static struct sheet_table table_of(void *ctx, const struct json *list, const char *title)
{
	struct sheet_table t = {.title = title, .column = {{"序号", COLUMN_SEQ}}, .ncolumns = 1};
	const char *keys[SHEET_COLUMNS];

	for (size_t k = 0; k < sizeof columns / sizeof columns[0] && t.ncolumns < SHEET_COLUMNS; k++) {
		if (!has_column(ctx, list, columns[k].key))
			continue;
		keys[t.ncolumns] = columns[k].key;
		t.column[t.ncolumns++] = columns[k].is;
	}
	t.row = mem_array(ctx, struct sheet_row, json_count(list));
	for (; t.ncolumns > 1 && t.nrows < json_count(list); t.nrows++) {
		t.row[t.nrows].cell[0] = mem_fmt(ctx, "%zu", t.nrows + 1);
		for (size_t k = 1; k < t.ncolumns; k++)
			t.row[t.nrows].cell[k] = value(ctx, json_at(list, t.nrows), keys[k]);
	}
	return t;
}

static void table_put(const struct reading *r, const char *key, const struct json *v)
{
	struct sheet_table t = table_of(r->ctx, v, title_of(key));
	struct sheet *s = r->s;

	if (!t.nrows)
		return;
	s->table = mem_grow(r->ctx, s->table, struct sheet_table, s->ntables + 1);
	s->table[s->ntables++] = t;
}

void plain_table(const struct reading *r, const char *key)
{
	const struct json *v = json_get(r->data, key);

	if (v)
		table_put(r, key, v);
}

void plain_tables(const struct reading *r)
{
	const struct json *v;
	const char *key;
	void *at = NULL;

	while (json_next(r->data, &at, &key, &v))
		table_put(r, key, v);
}
