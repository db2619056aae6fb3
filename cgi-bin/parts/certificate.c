#include "parts/certificate.h"

#include "base/mem.h"
#include "domain/number.h"

enum certificate_standing certificate_standing(const struct certificate_life *life, day today)
{
	if (!life->valid)
		return CERTIFICATE_VOID;
	if (life->valid_from > today)
		return CERTIFICATE_NOT_YET;
	if (life->valid_until == DAY_NONE)
		return CERTIFICATE_HOLDS;
	if (life->valid_until < today)
		return CERTIFICATE_OVER;
	return life->valid_until - today <= CERTIFICATE_WARN_DAYS ? CERTIFICATE_ENDS_SOON : CERTIFICATE_HOLDS;
}

static const char *more_to_say(void *ctx, const struct certificate_life *life, enum certificate_standing s, day today)
{
	switch (s) {
	case CERTIFICATE_ENDS_SOON:
		return mem_fmt(ctx, "还有 %d 天到期，请记得续办", (int)(life->valid_until - today));
	case CERTIFICATE_NOT_YET:
		return mem_fmt(ctx, "%s 起有效", day_words(ctx, life->valid_from));
	case CERTIFICATE_OVER:
		return mem_fmt(ctx, "%s 已经到期", day_words(ctx, life->valid_until));
	case CERTIFICATE_VOID:
		return life->void_at == MSEC_NONE ? "已被撤销" : mem_fmt(ctx, "%s 被撤销", day_words(ctx, msec_day(life->void_at)));
	case CERTIFICATE_HOLDS:
		break;
	}
	return NULL;
}

void certificate_show(void *ctx, struct tpl *d, const struct certificate_life *life, day today)
{
	static const struct {
		const char *tag, *tag_class;
	} words[] = {
		[CERTIFICATE_HOLDS] = {"有效", "tag-ok"},	   [CERTIFICATE_ENDS_SOON] = {"快到期", "tag-wait"},
		[CERTIFICATE_NOT_YET] = {"还没有生效", "tag-plain"}, [CERTIFICATE_OVER] = {"已到期", "tag-wrong"},
		[CERTIFICATE_VOID] = {"已失效", "tag-wrong"},
	};
	enum certificate_standing s = certificate_standing(life, today);
	const char *more = more_to_say(ctx, life, s, today);

	tpl_text(d, T_TAG, words[s].tag);
	tpl_text(d, T_TAG_CLASS, words[s].tag_class);
	tpl_text(d, T_LIFE_SPAN,
		 life->valid_until == DAY_NONE
			 ? mem_fmt(ctx, "%s 起，长期有效", day_words(ctx, life->valid_from))
			 : mem_fmt(ctx, "%s 至 %s", day_words(ctx, life->valid_from), day_words(ctx, life->valid_until)));
	if (more)
		tpl_text(tpl_add(d, T_LIFE_SAID), T_LIFE_SAY, more);
}

const char *certificate_number(void *ctx, const char *typed)
{
	struct doc_no no;
	char *text;

	return doc_no_parse(ctx, typed, &no) == ERR_NONE && doc_no_text(ctx, &no, &text) == ERR_NONE ? text : NULL;
}
