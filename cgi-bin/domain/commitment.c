#include "domain/commitment.h"

#include "base/text.h"

#define NO_DAY "　　年　　月　　日"
#define NO_ITEMS "第　　项"

static void line_add(void *ctx, struct commitment_section *s, const char *text)
{
	s->line = mem_grow(ctx, s->line, const char *, s->n + 1);
	s->line[s->n++] = text;
}

static struct commitment_section *section_add(void *ctx, struct commitment *t, const char *title)
{
	t->section = mem_grow(ctx, t->section, struct commitment_section, t->n + 1);
	t->section[t->n] = (struct commitment_section){.title = title};
	return &t->section[t->n++];
}

/* --- blanks ----------------------------------------------------------------------------------------------- */

static void numbered(void *ctx, struct commitment_section *s, const char *text, bool last)
{
	size_t no = s->n; /* the lead of the section is line 0 */

	line_add(ctx, s, mem_fmt(ctx, "%zu.%s%s", no, text, last ? "。" : "；"));
}

static void put_basis(void *ctx, struct commitment_section *s, const struct matter *m)
{
	for (size_t i = 0; i < m->basis.n; i++)
		numbered(ctx, s, mem_fmt(ctx, "《%s》%s", m->basis.at[i].title, text_or(m->basis.at[i].article, "")),
			 i + 1 == m->basis.n);
}

static void put_conditions(void *ctx, struct commitment_section *s, const struct matter *m)
{
	for (size_t i = 0; i < m->conditions.n; i++)
		numbered(ctx, s, m->conditions.at[i], i + 1 == m->conditions.n);
}

static const struct case_item *item_of(const struct commitment_blanks *b, size_t i)
{
	return b->c ? case_item_find(b->c, b->matter->materials.at[i].key) : NULL;
}

/* is_listed - the material is among those that this case needs. */
static bool is_listed(const struct commitment_blanks *b, size_t i)
{
	const struct case_item *it = item_of(b, i);

	if (b->need)
		return b->need[i].asked;
	return !b->c || (it && it->state != MATERIAL_NONE);
}

static void put_materials(void *ctx, struct commitment_section *s, const struct commitment_blanks *b)
{
	size_t left = 0;

	for (size_t i = 0; i < b->matter->materials.n; i++)
		left += is_listed(b, i);
	for (size_t i = 0; i < b->matter->materials.n; i++) {
		const struct matter_material *m = &b->matter->materials.at[i];
		bool may_not = !b->c && !text_empty(m->condition);
		if (is_listed(b, i))
			numbered(ctx, s, mem_fmt(ctx, "%s%s%s%s", m->name, may_not ? "（" : "", may_not ? m->condition : "",
						 may_not ? "）" : ""),
				 --left == 0);
	}
}

enum standing { HANDED_IN, COMES_LATER, AT_CHECK };

static bool stands(const struct case_item *it, enum standing how)
{
	switch (how) {
	case COMES_LATER:
		return it->state == MATERIAL_GAP;
	case AT_CHECK:
		return it->state == MATERIAL_PROMISED;
	case HANDED_IN:
		break;
	}
	return it->state != MATERIAL_GAP && it->state != MATERIAL_PROMISED && it->state != MATERIAL_NONE;
}

/* items_words - 第1项、第2项: by their numbers in section three; 无 when there are none. */
static const char *items_words(void *ctx, const struct commitment_blanks *b, enum standing how)
{
	const char *out = "";
	size_t no = 0;

	if (!b->c)
		return NO_ITEMS;
	for (size_t i = 0; i < b->matter->materials.n; i++) {
		const struct case_item *it = item_of(b, i);
		no += is_listed(b, i);
		if (it && is_listed(b, i) && stands(it, how))
			out = mem_fmt(ctx, "%s%s第%zu项", out, *out ? "、" : "", no);
	}
	return text_or(out, "无");
}

static const char *day_or_blank(void *ctx, day d)
{
	return d == DAY_NONE ? NO_DAY : day_words(ctx, d);
}

/* The standard runs the last two together; they are two things, and so two lines. */
static void put_supplements(void *ctx, struct commitment_section *s, const struct commitment_blanks *b)
{
	line_add(ctx, s, mem_fmt(ctx, "1.下列材料，申请人已经提交：%s。", items_words(ctx, b, HANDED_IN)));
	line_add(ctx, s, mem_fmt(ctx, "2.下列材料，申请人应当在%s前提交：%s。", day_or_blank(ctx, b->gap_due),
				 items_words(ctx, b, COMES_LATER)));
	line_add(ctx, s, mem_fmt(ctx, "下列材料，申请人应当在行政许可实施机关对承诺内容是否属实进行检查时提交：%s。",
				 items_words(ctx, b, AT_CHECK)));
}

/* --- the authority's letter (App B.1) --------------------------------------------------------------------- */

static const char *const notice_effect[] = {
	"申请人愿意做出承诺的，在收到本告知承诺书之日起三日内作出承诺。",
	"申请人作出符合上述申请条件的承诺，并提交签章的告知承诺书后，行政许可实施机关将依法进行审查并作出是否予以行政许可的决定。",
	"申请人逾期不作出承诺的，行政许可实施机关将按照法律、法规和规章的有关规定作出许可决定。",
	"申请人作出不实承诺的，行政许可实施机关将依法及时作出处理，并由申请人依法承担相应的法律责任。",
};
static const char *const notice_liability[] = {
	"申请人应当在本告知承诺书约定的期限内提交应补充的材料。未提交材料或者提交的材料不符合要求且无法补正的，将不予以颁发行政许可文书。",
	"本行政许可实施机关，将在作出准予行政许可的决定后尽快进行监督检查。发现被许可人实际情况与承诺内容不符的，依法撤销行政许可决定。",
	"行政许可实施机关依法撤销行政许可决定并办理注销手续，因被许可人自身原因造成的一切法律后果和经济损失均由申请人承担。",
};
static const char *const notice_credit[] = {
	"对申请人、被许可人在规定期限内未提交材料，或者提交的材料不符合要求的，行政许可实施机关在审查、后续监管中发现申请人、"
	"被许可人作出不实承诺的，应当记入申请人、被许可人诚信档案，并对该申请人、被许可人以后在本市范围内的行政许可申请，"
	"不再适用告知承诺的许可方式。",
};

static void put_fixed(void *ctx, struct commitment_section *s, const char *const *lines, size_t n)
{
	for (size_t i = 0; i < n; i++)
		line_add(ctx, s, lines[i]);
}
#define PUT_FIXED(ctx, s, list) put_fixed((ctx), (s), (list), sizeof(list) / sizeof((list)[0]))

static struct commitment_section *section_led(void *ctx, struct commitment *t, const char *title, const char *lead)
{
	struct commitment_section *s = section_add(ctx, t, title);

	line_add(ctx, s, lead);
	return s;
}

void commitment_notice(void *ctx, const struct commitment_blanks *b, struct commitment *out)
{
	const struct matter *m = b->matter;

	*out = (struct commitment){.lead = mem_fmt(ctx, "本行政审批机关就%s事项告知如下：", m->name)};
	put_basis(ctx, section_led(ctx, out, "一、审批依据", "本行政审批事项的依据为："), m);
	put_conditions(ctx,
		       section_led(ctx, out, "二、法定条件", "本行政审批事项获得批准应当具备以下条件、标准和技术要求："), m);
	put_materials(ctx,
		      section_led(ctx, out, "三、应当提交的材料",
				  "根据审批依据和法定条件，本行政审批事项获得批准，申请人应当提交下列材料："),
		      b);
	put_supplements(ctx, section_add(ctx, out, "四、已经提交和需要补充提交的材料"), b);
	PUT_FIXED(ctx, section_add(ctx, out, "五、承诺的期限和效力"), notice_effect);
	PUT_FIXED(ctx, section_add(ctx, out, "六、监督和法律责任"), notice_liability);
	PUT_FIXED(ctx, section_add(ctx, out, "七、诚信管理"), notice_credit);
}

/* --- the applicant's letter (App B.2) --------------------------------------------------------------------- */

static const char *const letter_lines[] = {
	"（一）已经知晓行政许可实施机关告知的全部内容；",
	"（二）保证申请资料和相关数据的合法性、真实性、准确性，保证电子档案和纸质资料的一致性，所作承诺是申请人的真实意思表示；",
	"（三）自认满足行政许可实施机关告知的条件、标准和技术要求；",
	"（四）能够在约定期限内，提交行政许可实施机关告知的相关材料；",
	"（五）严格遵守国家法律、法规、规章和相关政策规定，依法从事生产经营活动，重信守诺，维护良好的信用记录，"
	"并主动接受政府、行业组织、社会公众、新闻舆论的监督，积极履行社会责任；",
	"（六）上述陈述是申请人的真实意思表示；",
	"（七）愿意承担不实承诺、违反承诺的法律责任及由此造成的损失；",
	"（八）对有关许可文书颁发后从事许可的有效期予以确认和承诺；",
};

void commitment_letter(void *ctx, const struct commitment_blanks *b, struct commitment *out)
{
	*out = (struct commitment){.lead = "申请人就申请许可的行政许可事项，现作出下列承诺："};
	struct commitment_section *s = section_add(ctx, out, "");
	PUT_FIXED(ctx, s, letter_lines);
	line_add(ctx, s, mem_fmt(ctx, "（九）本承诺书在“信用%s”等网站上公开。", b->city));
}

void commitment_put(struct json *o, const struct commitment *text)
{
	json_set_text(o, "lead", text->lead);
	struct json *list = json_set_array(o, "sections");
	for (size_t i = 0; i < text->n; i++) {
		struct json *s = json_add_object(list);
		json_set_text(s, "title", text->section[i].title);
		struct json *lines = json_set_array(s, "lines");
		for (size_t k = 0; k < text->section[i].n; k++)
			json_add_text(lines, text->section[i].line[k]);
	}
}
