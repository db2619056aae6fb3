#include "parts/promisepage.h"

#include "base/text.h"

void promisepage_text(struct tpl *d, const struct commitment *text)
{
	struct tpl *t = tpl_include(d, T_LETTER_TEXT, TPL_parts_promise_text);

	tpl_text(t, T_LEAD, text->lead);
	for (size_t i = 0; i < text->n; i++) {
		struct tpl *s = tpl_add(t, T_PART);
		if (!text_empty(text->section[i].title))
			tpl_text(tpl_add(s, T_PART_TITLED), T_PART_TITLE, text->section[i].title);
		for (size_t k = 0; k < text->section[i].n; k++)
			tpl_text(tpl_add(s, T_LINE), T_LINE_TEXT, text->section[i].line[k]);
	}
}

const char *promisepage_gap(void *ctx, const struct casefile *c)
{
	const char *names = "";

	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].state == MATERIAL_GAP)
			names = mem_fmt(ctx, "%s%s%s", names, *names ? "、" : "", c->items[i].name);
	return mem_fmt(ctx,
		       "本人（单位）申请办理“%s”，下列材料暂时不能提交：%s。本人（单位）承诺在受理后 %lld 个工作日内补齐，并知悉："
		       "材料补齐前结果暂不发放；逾期未补齐的，办理将终止。",
		       c->matter_name, names, (long long)(c->matter->settings.gap_days > 0 ? c->matter->settings.gap_days : 1));
}
