/* matter_format.c - the format of a revision's document: the members of domain/matter.h, one row each. */
#include "domain/matter.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "wrap/filekind.h"
#include "wrap/json.h"

#define FORMAT 1
#define POOL_LISTS 24576 /* room for the lists of a revision; what does not fit is allocated on its own */

/* --- words and their names -------------------------------------------------------------------- */

const char *const matter_type_keys[] = {"licence",	"levy",	 "payment", "confirmation",   "reward",
					"adjudication", "other", "filing",  "public_service", NULL};
const char *const matter_type_names[] = {"行政许可", "行政征收",     "行政给付", "行政确认", "行政奖励",
					 "行政裁决", "其他行政权力", "行政备案", "公共服务", NULL};
const char *const matter_kind_keys[] = {"instant", "promised", "joint", "upward", NULL};
const char *const matter_kind_names[] = {"即办件", "承诺件", "联办件", "上报件", NULL};
const char *const matter_level_keys[] = {"state", "province", "city", "county", "township", "village", NULL};
const char *const matter_level_names[] = {"国家级", "省级", "市级", "县级", "乡级", "村级", NULL};
const char *const matter_theme_keys[] = {"business", "food",	"health",     "transport", "construction", "family",
					 "elderly",  "disability", "property", "other",	   NULL};
const char *const matter_theme_names[] = {"开办企业", "食品餐饮", "医疗卫生", "交通出行", "工程建设", "婚姻生育",
					  "老年人",   "残疾人",	  "房产土地", "其他",	  NULL};
const char *const matter_object_keys[] = {"natural", "legal", "other_org", NULL};
const char *const matter_object_names[] = {"自然人", "法人", "其他组织", NULL};

static const char *const start_words[] = {"acceptance", "application", NULL};
static const char *const authority_words[] = {"window", "dept", NULL};
static const char *const incomplete_words[] = {"correct", "return", NULL};
static const char *const unit_words[] = {"working_day", "half_day", "natural_day", "month", NULL}; /* enum clock_unit */
static const char *const material_words[] = {"form", "proof", "licence", "drawing", "other", NULL};
const char *const material_type_names[] = {"申请表", "证明", "证照", "图纸", "其他", NULL};
static const char *const source_words[] = {"applicant", "government", "third_party", NULL};
const char *const material_source_names[] = {"申请人自备", "政府部门核发", "第三方机构出具", NULL};
static const char *const necessity_words[] = {"required", "conditional", "deficient_ok", NULL};
const char *const necessity_names[] = {"必要", "符合条件时需要", "必要，可容缺后补", NULL};
static const char *const form_words[] = {"original", "copy", "electronic", "checked_copy", NULL};
const char *const material_form_names[] = {"原件", "复印件", "电子件", "复印件（核对原件）", NULL};
static const char *const channel_words[] = {"web", "counter", "post", NULL};
const char *const channel_names[] = {"网上办", "窗口办", "邮寄办", NULL};
static const char *const delivery_words[] = {"counter", "mail", "electronic", NULL};
const char *const delivery_names[] = {"窗口领取", "免费邮寄", "电子证照", NULL};
const char *const matter_file_kinds[] = {"pdf", "jpg", "png", "ofd", "docx", "xlsx", NULL}; /* bits of enum file_kind */
_Static_assert(FILE_PDF == 1u << 0 && FILE_JPG == 1u << 1 && FILE_PNG == 1u << 2 && FILE_OFD == 1u << 3 &&
		       FILE_DOCX == 1u << 4 && FILE_XLSX == 1u << 5,
	       "the words are in the order of the bits");
const char *const matter_special_keys[] = {"hearing",	"tender",	 "auction",	  "test",
					   "inspection", "quarantine",	 "appraisal",	  "expert_review",
					   "assessment", "site_inspection", "publicity", NULL};
const char *const matter_special_names[] = {"听证", "招标",	"拍卖", "检测",	    "检验", "检疫",
					    "鉴定", "专家评审", "评定", "现场核查", "公示", NULL};

/* --- shapes ----------------------------------------------------------------------------------- */

static const struct shape_key basis_keys[] = {
	K_TEXT_MUST(matter_basis, title)
	K_TEXT_MUST(matter_basis, article)
	K_TEXT(matter_basis, text)
};
static const struct shape basis_shape = SHAPE_OF(matter_basis, basis_keys);

static const struct shape_key limit_keys[] = {
	K_INT_MUST(matter_limit, n)
	K_WORD_MUST(matter_limit, unit, unit_words)
	K_TEXT(matter_limit, explain)
	K_BOOL(matter_limit, illustrative)
};
static const struct shape limit_shape = SHAPE_OF(matter_limit, limit_keys);

static const struct shape_key special_keys[] = {
	K_TEXT_MUST(matter_special, name)
	K_WORD_MUST(matter_special, kind, matter_special_keys)
	K_INT_MUST(matter_special, days)
	K_TEXT(matter_special, explain)
	K_BOOL(matter_special, excludes_from_legal)
	K_BOOL(matter_special, excludes_from_promised)
	K_BOOL(matter_special, illustrative)
};
static const struct shape special_shape = SHAPE_OF(matter_special, special_keys);
static const struct shape_key suspension_keys[] = {
	K_TEXT_MUST(matter_suspension, name)
	K_TEXT(matter_suspension, explain)
	K_BOOL(matter_suspension, excludes_from_legal)
	K_BOOL(matter_suspension, excludes_from_promised)
	K_BOOL(matter_suspension, illustrative)
};
static const struct shape suspension_shape = SHAPE_OF(matter_suspension, suspension_keys);

static const struct shape_key limits_keys[] = {
	K_PART(matter_limits, legal, limit_shape)
	K_PART(matter_limits, promised, limit_shape)
	K_WORD(matter_limits, clock_start, start_words, CLOCK_FROM_ACCEPTANCE)
	K_TEXT(matter_limits, promised_from)
	K_LIST(matter_limits, extension, limit_shape)
	K_LIST(matter_limits, delivery, limit_shape)
	K_LIST(matter_limits, special, special_shape)
	K_LIST(matter_limits, suspension, suspension_shape)
};
static const struct shape limits_shape = SHAPE_OF(matter_limits, limits_keys);

static const struct shape_key doc_keys[] = {
	K_TEXT_MUST(matter_doc, title)
	K_TEXT_MUST(matter_doc, text)
};
static const struct shape doc_shape = SHAPE_OF(matter_doc, doc_keys);

static const struct shape_key material_keys[] = {
	K_TEXT_MUST(matter_material, key)
	K_TEXT_MUST(matter_material, name)
	K_WORD_MUST(matter_material, type, material_words)
	K_WORDS(matter_material, forms, form_words, FORM_ELECTRONIC)
	K_INT(matter_material, copies, 1)
	K_TEXT(matter_material, paper)
	K_WORD(matter_material, source, source_words, SOURCE_APPLICANT)
	K_TEXT(matter_material, issuer)
	K_WORD_MUST(matter_material, necessity, necessity_words)
	K_REF(matter_material, when, mform_rule_shape)
	K_TEXT(matter_material, condition)
	K_BOOL(matter_material, waivable_by_share)
	K_TEXT(matter_material, e_licence_code)
	K_BOOL(matter_material, commitment_replaceable)
	K_BOOL(matter_material, from_form)
	K_BOOL(matter_material, reusable)
	K_TEXT(matter_material, reuse)
	K_INT(matter_material, reuse_months, 12)
	K_WORDS(matter_material, kinds, matter_file_kinds, 0)
	K_INT(matter_material, max_mb, 10)
	K_TEXT(matter_material, legal_basis)
	K_PART(matter_material, sample, doc_shape)
	K_PART(matter_material, blank, doc_shape)
	K_TEXTS(matter_material, review_points)
	K_TEXT(matter_material, good)
	K_BOOL(matter_material, illustrative)
};
static const struct shape material_shape = SHAPE_OF(matter_material, material_keys);

static const struct shape_key step_keys[] = {
	K_TEXT_MUST(matter_step, step)
	K_TEXT_MUST(matter_step, who)
	K_INT(matter_step, days, 0)
	K_TEXT(matter_step, time)
	K_TEXT(matter_step, text)
};
static const struct shape step_shape = SHAPE_OF(matter_step, step_keys);

static const struct shape_key fee_keys[] = {
	K_BOOL(matter_fee, charged)
	K_TEXT_MUST(matter_fee, standard)
	K_TEXT(matter_fee, basis)
	K_BOOL(matter_fee, illustrative)
};
static const struct shape fee_shape = SHAPE_OF(matter_fee, fee_keys);

static const struct shape_key result_keys[] = {
	K_TEXT_MUST(matter_result, name)
	K_TEXT(matter_result, form)
	K_TEXT(matter_result, valid)
	K_TEXT(matter_result, sample)
	K_TEXT(matter_result, licence_code)
};
static const struct shape result_shape = SHAPE_OF(matter_result, result_keys);

static const struct shape_key faq_keys[] = {
	K_TEXT_MUST(matter_faq, q)
	K_TEXT_MUST(matter_faq, a)
};
static const struct shape faq_shape = SHAPE_OF(matter_faq, faq_keys);

static const struct shape_key place_keys[] = {
	K_TEXT_MUST(matter_place, name)
	K_TEXT_MUST(matter_place, address)
	K_TEXTS(matter_place, windows)
	K_TEXTS(matter_place, hours)
	K_TEXT(matter_place, transit)
	K_BOOL(matter_place, illustrative)
};
static const struct shape place_shape = SHAPE_OF(matter_place, place_keys);

static const struct shape_key contact_keys[] = {
	K_TEXT_MUST(matter_contact, enquiry)
	K_TEXT_MUST(matter_contact, complaint)
	K_TEXT(matter_contact, complaint_mail)
	K_TEXT(matter_contact, complaint_box)
	K_BOOL(matter_contact, illustrative)
};
static const struct shape contact_shape = SHAPE_OF(matter_contact, contact_keys);

static const struct shape_key part_keys[] = {
	K_TEXT_MUST(matter_part, key)
	K_TEXT_MUST(matter_part, name)
	K_TEXT_MUST(matter_part, dept)
	K_TEXT_MUST(matter_part, body)
	K_TEXT(matter_part, after)
	K_INT_MUST(matter_part, days)
	K_REF(matter_part, when, mform_rule_shape)
	K_REF(matter_part, on_promise, mform_rule_shape)
	K_TEXT(matter_part, explain)
	K_BOOL(matter_part, guidance_only)
	K_BOOL(matter_part, decides)
	K_BOOL(matter_part, may_guide)
	K_BOOL(matter_part, licence)
	K_TEXT(matter_part, result)
};
static const struct shape part_shape = SHAPE_OF(matter_part, part_keys);

static const struct shape_key settings_keys[] = {
	K_WORD_MUST(matter_settings, acceptance_authority, authority_words)
	K_BOOL(matter_settings, correction_needs_dept_confirm)
	K_WORD(matter_settings, incomplete, incomplete_words, INCOMPLETE_CORRECT)
	K_BOOL(matter_settings, allow_deficient)
	K_INT(matter_settings, gap_days, 0)
	K_BOOL(matter_settings, allow_commitment)
	K_INT(matter_settings, check_days, 0)
	K_TEXT(matter_settings, commitment_explain)
	K_INT(matter_settings, mail_within_wd, 1)
	K_BOOL(matter_settings, illustrative)
};
static const struct shape settings_shape = SHAPE_OF(matter_settings, settings_keys);

static const struct shape_key matter_keys[] = {
	K_INT_MUST(matter, format)
	K_TEXT_MUST(matter, code)
	K_TEXT_MUST(matter, catalog_code)
	K_TEXT_MUST(matter, name)
	K_TEXTS(matter, aliases)
	K_TEXT(matter, summary)
	K_TEXT(matter, scope)
	K_WORD_MUST(matter, type, matter_type_keys)
	K_WORD_MUST(matter, kind, matter_kind_keys)
	K_WORD_MUST(matter, level, matter_level_keys)
	K_WORD(matter, theme, matter_theme_keys, THEME_OTHER)
	K_INT(matter, position, 1000)
	K_WORDS(matter, objects, matter_object_keys, 0)
	K_TEXT_MUST(matter, dept)
	K_TEXT(matter, body)
	K_TEXT(matter, body_type)
	K_TEXT(matter, power_source)
	K_TEXT(matter, entrusted_to)
	K_TEXT(matter, responsible)
	K_TEXTS(matter, joint_depts)
	K_TEXT(matter, area)
	K_TEXT(matter, intermediary)
	K_TEXT(matter, quantity_limit)
	K_TEXT(matter, renewal)
	K_TEXT(matter, appointment)
	K_TEXT(matter, online_depth)
	K_BOOL(matter, in_centre)
	K_BOOL(matter, pay_online)
	K_BOOL(matter, terminals)
	K_INT(matter, visits, 0)
	K_TEXT(matter, visits_explain)
	K_WORDS(matter, channels, channel_words, 0)
	K_WORDS(matter, delivery, delivery_words, 0)
	K_TEXT(matter, delivery_explain)
	K_LIST(matter, basis, basis_shape)
	K_TEXTS(matter, conditions)
	K_TEXTS(matter, review_points)
	K_LIST(matter, materials, material_shape)
	K_LIST(matter, flow, step_shape)
	K_PART(matter, limits, limits_shape)
	K_PART(matter, fee, fee_shape)
	K_LIST(matter, results, result_shape)
	K_LIST(matter, faq, faq_shape)
	K_LIST(matter, places, place_shape)
	K_PART(matter, contact, contact_shape)
	K_LIST(matter, parts, part_shape)
	K_PART(matter, settings, settings_shape)
	K_TEXT(matter, remedies)
	K_PART(matter, form, mform_shape)
	K_BOOL(matter, illustrative)
};
static const struct shape matter_shape = SHAPE_OF(matter, matter_keys);

/* --- reading ---------------------------------------------------------------------------------- */

static enum err document_read(void *ctx, const struct json *root, size_t n, struct matter *m, char **why)
{
	TRY(shape_read(ctx, &matter_shape, root, n, m, why));
	if (m->format != FORMAT) {
		*why = mem_fmt(ctx, "format：应是 %d", FORMAT);
		return ERR_INVALID;
	}
	return mform_index(ctx, &m->form, why);
}

enum err matter_parse(void *ctx, const char *text, size_t n, struct matter **out, char **why)
{
	struct json *root = NULL;

	*out = NULL;
	if (n > MATTER_BYTES_MAX) {
		*why = mem_str(ctx, "文件太大");
		return ERR_INVALID;
	}
	/* one block for all of it: a revision is a hundred small lists, made and freed together */
	struct matter *m = mem_must(talloc_pooled_object(ctx, struct matter, 256, n + POOL_LISTS));
	*m = (struct matter){.published_at = MSEC_NONE};
	void *tmp = talloc_new(ctx);
	enum err e = json_parse(tmp, text, n, &root, why);
	if (e == ERR_NONE)
		e = document_read(m, root, n, m, why);
	if (e == ERR_NONE) {
		*out = m;
	} else {
		*why = mem_str(ctx, *why);
		talloc_free(m);
	}
	talloc_free(tmp);
	return e;
}

/* --- as people read it ------------------------------------------------------------------------ */

const char *matter_bits_text(void *ctx, const char *const *names, uint32_t bits)
{
	const char *out = "";

	for (unsigned i = 0; names[i]; i++)
		if (bits >> i & 1u)
			out = mem_fmt(ctx, "%s%s%s", out, out[0] ? "、" : "", names[i]);
	return out;
}

struct clock_limit matter_limit_clock(const struct matter_limit *limit)
{
	return (struct clock_limit){(int32_t)limit->n, (enum clock_unit)limit->unit};
}

const char *matter_limit_text(void *ctx, const struct matter_limit *limit)
{
	return limit->n > 0 ? clock_limit_text(ctx, matter_limit_clock(limit)) : "";
}
