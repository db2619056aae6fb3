/* documentparts.c - the words of joint cases: who takes part, what each department said, what became of each part. */
#include "parts/documentwords.h"

#include "base/text.h"

static struct sheet_table *table_add(const struct reading *r, const char *title, size_t rows)
{
	struct sheet *s = r->s;

	s->table = mem_grow(r->ctx, s->table, struct sheet_table, s->ntables + 1);
	struct sheet_table *t = &s->table[s->ntables++];
	*t = (struct sheet_table){.title = title};
	t->row = mem_array(r->ctx, struct sheet_row, rows);
	return t;
}

static void column_add(struct sheet_table *t, const char *name, enum column_kind kind)
{
	t->column[t->ncolumns++] = (struct sheet_column){name, kind};
}

static const char *text_of(const struct json *o, const char *key)
{
	return text_or(json_text(o, key), "");
}

void say_parts(const struct reading *r)
{
	const struct json *list = json_get(r->data, "parts");
	size_t n = json_count(list);

	if (n == 0)
		return;
	bool opinions = text_eq(json_text(json_at(list, 0), "kind"), "opinion");
	struct sheet_table *t = table_add(r, opinions ? "同时审查的部门" : "分别办理的各件", n);
	column_add(t, "序号", COLUMN_SEQ);
	column_add(t, opinions ? "审查的内容" : "办理的事", COLUMN_TITLE);
	column_add(t, "编号", COLUMN_TEXT);
	column_add(t, "部门", COLUMN_TEXT);
	column_add(t, "最长", COLUMN_TEXT);
	for (size_t i = 0; i < n; i++) {
		const struct json *p = json_at(list, i);
		t->row[t->nrows++] = (struct sheet_row){
			{mem_fmt(r->ctx, "%zu", i + 1), text_of(p, "name"), text_of(p, "number"), text_of(p, "body"),
			 mem_fmt(r->ctx, "%lld个工作日", (long long)json_int(p, "days", 0))}};
	}
}

static const char *parent_of(const struct reading *r)
{
	return mem_fmt(r->ctx, "“%s”（%s）", said(r, "part", "parent_matter"), said(r, "part", "parent"));
}

void words_part_opinion(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "关于申请人办理的%s，本部门负责审查其中的“%s”。", parent_of(r), said(r, "matter", "name")));
	say_para(r, mem_fmt(r->ctx, "联办意见：%s。", said(r, NULL, "stance_text")));
	say_para(r, mem_fmt(r->ctx, "理由：%s", said(r, NULL, "note")));
}

void words_part_guidance(const struct reading *r)
{
	say_para(r, mem_fmt(r->ctx, "您申请办理的%s中，“%s”一件不需要审批。本机关给出下面的指导意见，请照着办。", parent_of(r),
			    said(r, "matter", "name")));
	say_para(r, said(r, NULL, "reason"));
}

void words_parts_result(const struct reading *r)
{
	const struct json *list = json_get(r->data, "parts");
	size_t n = json_count(list);

	say_para(r, mem_fmt(r->ctx, "您申请办理的“%s”，各件都已办完。每一件由主管的部门分别决定，结果见下表；决定书另附。",
			    said(r, "matter", "name")));
	struct sheet_table *t = table_add(r, "各件的结果", n);
	column_add(t, "序号", COLUMN_SEQ);
	column_add(t, "办理的事", COLUMN_TITLE);
	column_add(t, "编号", COLUMN_TEXT);
	column_add(t, "部门", COLUMN_TEXT);
	column_add(t, "结果", COLUMN_TEXT);
	column_add(t, "说明", COLUMN_TEXT);
	for (size_t i = 0; i < n; i++) {
		const struct json *p = json_at(list, i);
		t->row[t->nrows++] =
			(struct sheet_row){{mem_fmt(r->ctx, "%zu", i + 1), text_of(p, "name"), text_of(p, "number"),
					    text_of(p, "body"), text_of(p, "state_name"), text_of(p, "reason")}};
	}
	say_para(r, "没有批准的一件，不服的可以按那一件决定书上写明的途径申请行政复议或者提起行政诉讼。");
}
