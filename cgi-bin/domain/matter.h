/* matter.h - a service matter: everything that its guide shows and that a case of it goes by.
 *
 * A published revision is immutable and is one JSON document (domain D.1, D.2).  It is read into the structs below by
 * tables (matter_format.c), whose key names are the member names; so this header is also the description of the
 * document.  Running cases keep their revision (CAT-3), so they ask for it by id; guides ask for the current one.
 * Texts are NULL when absent; a revision that was published has every part that matter_check demands (CAT-5). */
#ifndef DOMAIN_MATTER_H
#define DOMAIN_MATTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/time.h"
#include "domain/clock.h"
#include "domain/form.h"
#include "wrap/db.h"

#define MATTER_BYTES_MAX (1024 * 1024)

/* `illustrative`: a value made up for the sample data, not taken from law; pages may mark it. */

enum matter_type { /* CAT-1; words: licence levy payment confirmation reward adjudication other filing public_service */
	MATTER_LICENCE,
	MATTER_LEVY,
	MATTER_PAYMENT,
	MATTER_CONFIRMATION,
	MATTER_REWARD,
	MATTER_ADJUDICATION,
	MATTER_OTHER,
	MATTER_FILING,
	MATTER_PUBLIC_SERVICE,
	MATTER_TYPES
};
enum matter_kind { /* words: instant promised joint upward */
	MATTER_INSTANT,
	MATTER_PROMISED,
	MATTER_JOINT,
	MATTER_UPWARD,
	MATTER_KINDS
};
enum matter_level { /* words: state province city county township village; in the task code 1 to 6 */
	LEVEL_STATE,
	LEVEL_PROVINCE,
	LEVEL_CITY,
	LEVEL_COUNTY,
	LEVEL_TOWNSHIP,
	LEVEL_VILLAGE,
	LEVEL_COUNT
};
enum matter_theme { /* words: business food health transport construction family elderly disability property other */
	THEME_BUSINESS,
	THEME_FOOD,
	THEME_HEALTH,
	THEME_TRANSPORT,
	THEME_CONSTRUCTION,
	THEME_FAMILY,
	THEME_ELDERLY,
	THEME_DISABILITY,
	THEME_PROPERTY,
	THEME_OTHER,
	THEME_COUNT
};
enum clock_start { CLOCK_FROM_ACCEPTANCE, CLOCK_FROM_APPLICATION }; /* words: acceptance application (domain 0-7) */
enum acceptance_authority { ACCEPT_WINDOW, ACCEPT_DEPT };           /* words: window dept (domain 0-5) */
enum matter_incomplete { INCOMPLETE_CORRECT, INCOMPLETE_RETURN };   /* words: correct (ALL 32), return (F4) */
enum material_type { /* words: form proof licence drawing other */
	MATERIAL_FORM,
	MATERIAL_PROOF,
	MATERIAL_LICENCE,
	MATERIAL_DRAWING,
	MATERIAL_OTHER
};
enum material_source { SOURCE_APPLICANT, SOURCE_GOVERNMENT, SOURCE_THIRD_PARTY }; /* applicant government third_party */
enum necessity { NEED_REQUIRED, NEED_CONDITIONAL, NEED_GAP }; /* words: required conditional deficient_ok */

enum special_kind { /* hearing tender auction test inspection quarantine appraisal expert_review: ALL 45; then local:
		     * assessment site_inspection publicity (domain 0-6) */
	SPECIAL_HEARING,
	SPECIAL_TENDER,
	SPECIAL_AUCTION,
	SPECIAL_TEST,
	SPECIAL_INSPECTION,
	SPECIAL_QUARANTINE,
	SPECIAL_APPRAISAL,
	SPECIAL_EXPERT_REVIEW,
	SPECIAL_ASSESSMENT,
	SPECIAL_SITE_INSPECTION,
	SPECIAL_PUBLICITY
};

#define FORM_ORIGINAL 1u   /* words: original copy electronic checked_copy */
#define FORM_COPY 2u
#define FORM_ELECTRONIC 4u
#define FORM_CHECKED_COPY 8u /* copy kept after comparison with the original */

#define CHANNEL_WEB 1u /* words: web counter post */
#define CHANNEL_COUNTER 2u
#define CHANNEL_POST 4u
#define DELIVERY_COUNTER 1u /* words: counter mail electronic */
#define DELIVERY_MAIL 2u
#define DELIVERY_ELECTRONIC 4u

/* Kinds of files that a material may ask for: enum file_kind of wrap/filekind.h; bit i is matter_file_kinds[i]: pdf jpg
 * png ofd docx xlsx. */
extern const char *const matter_file_kinds[];

#define LIST_OF(T)            \
	struct {              \
		struct T *at; \
		size_t n;     \
	}

struct matter_basis {
	const char *title;   /* law, without its marks: 中华人民共和国食品安全法 */
	const char *article; /* 第三十五条 */
	const char *text;    /* what it says for this matter, in our words */
};
struct matter_limit {
	int64_t n; /* > 0 */
	int unit;  /* enum clock_unit; words: its keys */
	const char *explain;
	bool illustrative;
};
struct matter_special { /* special procedure (ALL 45; domain 0-6) */
	const char *name;
	int kind;     /* enum special_kind */
	int64_t days; /* working days it takes at most */
	const char *explain;
	bool excludes_from_legal;
	bool excludes_from_promised;
	bool illustrative;
};
struct matter_suspension { /* a cause for which review may rest (C.2 row 13) */
	const char *name;
	const char *explain;
	bool excludes_from_legal; /* only where a law says so */
	bool excludes_from_promised;
	bool illustrative;
};
struct matter_limits {
	struct matter_limit legal;
	struct matter_limit promised;
	int clock_start; /* enum clock_start */
	const char *promised_from; /* key of the part with whose end the promised limit begins; NULL: acceptance */
	LIST_OF(matter_limit) extension; /* at most one: how long a decision may be put off once (ALL 42) */
	LIST_OF(matter_limit) delivery;  /* at most one: decision to delivery (ALL 44) */
	LIST_OF(matter_special) special;
	LIST_OF(matter_suspension) suspension;
};
struct matter_doc { /* a filled-in example or an empty form, as text; shown on the guide and to be copied */
	const char *title;
	const char *text;
};
struct matter_material {
	const char *key; /* a-z 0-9 _, at most 40 */
	const char *name;
	int type;       /* enum material_type */
	uint32_t forms; /* FORM_ bits: any of these is enough */
	int64_t copies;
	const char *paper; /* A4; NULL for electronic only */
	int source;        /* enum material_source */
	const char *issuer; /* who issues it, when it is not the applicant */
	int necessity;      /* enum necessity */
	struct mform_rule *when; /* asked for only when this holds; conditional materials have one */
	const char *condition;   /* the same in words, for the guide: 委托他人办理时提交 */
	bool waivable_by_share;  /* need not be handed in: the authority fetches it (OSR 7) */
	const char *e_licence_code; /* kind of e-licence that replaces it */
	bool commitment_replaceable; /* may be promised instead (CQ 5.3) */
	bool from_form;              /* the form filled in online is this material: nothing to upload */
	bool reusable;
	const char *reuse; /* for how long, in words */
	int64_t reuse_months; /* months after the upload in which the portal offers it again (domain/reuse.h); 12 */
	uint32_t kinds;    /* enum file_kind bits */
	int64_t max_mb;
	const char *legal_basis;
	struct matter_doc sample;
	struct matter_doc blank;
	struct texts review_points; /* 审查要点, shown beside the material in pre-review */
	const char *good;           /* what a good one looks like, for the applicant */
	bool illustrative;          /* the choice that it may come later (容缺) is made up */
};
struct matter_step {
	const char *step;
	const char *who;
	int64_t days; /* working days; 0: the same day, or `time` says it */
	const char *time;
	const char *text;
};
struct matter_fee {
	bool charged;
	const char *standard; /* 不收费, or how much */
	const char *basis;
	bool illustrative;
};
struct matter_result {
	const char *name;
	const char *form;  /* 纸质和电子证照 */
	const char *valid; /* 5 年 */
	const char *sample;
	const char *licence_code; /* e-licence that it is: materials that ask for this e_licence_code take it (INT-11) */
};
struct matter_faq {
	const char *q, *a;
};
struct matter_place {
	const char *name;
	const char *address;
	struct texts windows;
	struct texts hours;
	const char *transit;
	bool illustrative;
};
struct matter_contact {
	const char *enquiry; /* 咨询电话 */
	const char *complaint;
	const char *complaint_mail;
	const char *complaint_box; /* where it hangs */
	bool illustrative;
};
struct matter_part { /* what a joint matter is made of (REV-2, REV-3) */
	const char *key;
	const char *name;
	const char *dept; /* department code */
	const char *body; /* its name */
	const char *after; /* key of the part that comes first, or NULL: at once, in parallel */
	int64_t days;      /* working days that this part takes at most, within the promised limit */
	struct mform_rule *when;
	struct mform_rule *on_promise; /* granted on a promise that is checked later, when this holds (CQ 5.3) */
	const char *explain;
	bool guidance_only; /* advice, no decision */
	bool decides;       /* gives a result of its own.  One part that does: it is the decision of the whole case, and the
			     * others give opinions (F7).  Several: each is decided by itself (F8), and the form has the
			     * question MATTER_COLLECT */
	bool may_guide;     /* decides, but where nothing has to be decided gives advice only */
	bool licence;       /* its result is a licence: 行政许可 on its papers */
	const char *result; /* name of its result: 食品经营许可证; demanded where several decide */
};
#define MATTER_COLLECT "collect" /* field of the form: together, singly */
struct matter_settings {
	int acceptance_authority; /* enum acceptance_authority */
	bool correction_needs_dept_confirm;
	int incomplete; /* enum matter_incomplete */
	bool allow_deficient;
	int64_t gap_days; /* working days to bring what was missing; <= promised limit */
	bool allow_commitment;
	int64_t check_days; /* working days until promises are checked */
	const char *commitment_explain;
	int64_t mail_within_wd; /* working days (ZJG 10(3)) */
	bool illustrative;
};

struct matter {
	/* of the row, 0, "" or NULL when the matter was parsed from a file */
	int64_t id, revision_id;
	int64_t rev_no;
	msec published_at;
	bool current; /* the revision that guides showed when it was read */
	const char *dept_name, *dept_short; /* as in table dept: 示例市市场监督管理局, 市监 */
	int64_t dept_number;                /* of short case numbers */
	bool bookable; /* a visit for it can be booked; known of the current revision, as it was when that was last asked for */

	/* of the document */
	int64_t format; /* 1 */
	const char *code, *catalog_code; /* task code (domain/number.h) and its base code */
	const char *name;
	struct texts aliases;   /* words that people search by: 饭店, 开店 */
	const char *summary;    /* one or two plain sentences */
	const char *scope;      /* who may apply for what (GD 6.3 受理范围) */
	int type, kind, level, theme;
	int64_t position; /* place in lists; smaller comes first */
	uint32_t objects; /* WHO_ bits (服务对象) */
	const char *dept; /* department code */
	const char *body; /* implementing body, full name */
	const char *body_type;
	const char *power_source, *entrusted_to;
	const char *responsible; /* post answerable for the matter (GD 10.2.6.2) */
	struct texts joint_depts;
	const char *area;         /* 通办范围 */
	const char *intermediary; /* paid services somebody else gives, or that there are none */
	const char *quantity_limit;
	const char *renewal; /* how and when to renew, or NULL */
	const char *appointment;
	const char *online_depth;
	bool in_centre, pay_online, terminals;
	int64_t visits; /* how often one has to come */
	const char *visits_explain;
	uint32_t channels; /* CHANNEL_ bits */
	uint32_t delivery; /* DELIVERY_ bits */
	const char *delivery_explain;
	LIST_OF(matter_basis) basis;
	struct texts conditions;
	struct texts review_points; /* of the whole application */
	LIST_OF(matter_material) materials;
	LIST_OF(matter_step) flow;
	struct matter_limits limits;
	struct matter_fee fee;
	LIST_OF(matter_result) results;
	LIST_OF(matter_faq) faq;
	LIST_OF(matter_place) places;
	struct matter_contact contact;
	LIST_OF(matter_part) parts;
	struct matter_settings settings;
	const char *remedies;
	struct mform form;
	bool illustrative; /* the whole matter (F6) */
};

/* Stable keys (as stored and in URLs) and Chinese names; by enum, each list ends with NULL. */
extern const char *const matter_type_keys[], *const matter_type_names[];
extern const char *const matter_kind_keys[], *const matter_kind_names[];
extern const char *const matter_level_keys[], *const matter_level_names[];
extern const char *const matter_theme_keys[], *const matter_theme_names[];
extern const char *const matter_object_keys[], *const matter_object_names[]; /* by bit number of WHO_ */
extern const char *const matter_special_keys[], *const matter_special_names[];
extern const char *const material_type_names[], *const material_source_names[], *const necessity_names[];
extern const char *const material_form_names[]; /* by bit number of FORM_ */
extern const char *const channel_names[], *const delivery_names[]; /* by bit number */
/* matter_bits_text - the names of set bits: 原件、电子件. */
const char *matter_bits_text(void *ctx, const char *const *names, uint32_t bits);
/* matter_limit_text - 7个工作日. */
const char *matter_limit_text(void *ctx, const struct matter_limit *limit);
struct clock_limit matter_limit_clock(const struct matter_limit *limit);

/* --- the document ----------------------------------------------------------------------------- */

/* matter_parse - text of n bytes into *out (under ctx), without a database.
 * errors: ERR_INVALID with *why: line and column, or the place in the document. */
MUST_CHECK enum err matter_parse(void *ctx, const char *text, size_t n, struct matter **out, char **why);

/* matter_check - may it be published?  (CAT-5; ZJG 11(3); GD 6.3, 10.2.6.2)  Every part that is missing or does not
 * fit the others is one Chinese sentence for the editor; none: it may. */
struct texts matter_check(void *ctx, const struct matter *m);

/* --- of a case -------------------------------------------------------------------------------- */

struct material_need {
	bool asked;    /* applies to these answers; the rest is false when not */
	bool required; /* must be there, in one of the ways below, when the case is submitted */
	bool may_gap;     /* 容缺: may come later, within gap_days */
	bool may_promise; /* may be replaced by a commitment */
	bool may_share;   /* fetched by sharing: nothing to upload */
	bool by_form;     /* the answers are this material: nothing to upload, and not required as a file */
};
/* matter_needs - which materials these answers call for (ALL 31: only listed ones).  needs: one per material.
 * What is asked for is required, except by_form; those that may_gap, may_promise or may_share need no upload. */
void matter_needs(const struct matter *m, const struct mform_who *who, const struct mform_report *report,
		  struct material_need *needs);
/* matter_part_needs - which parts of a joint matter take place; one per part. */
void matter_part_needs(const struct matter *m, const struct mform_who *who, const struct mform_report *report,
		       bool *takes_place);
/* matter_results - how many parts give a result of their own; 0 for a matter without parts. */
size_t matter_results(const struct matter *m);
/* matter_part_own - the part that is the decision of the whole case, or NULL: several decide, or there are no parts. */
const struct matter_part *matter_part_own(const struct matter *m);
/* matter_material - by key, or NULL. */
const struct matter_material *matter_material(const struct matter *m, const char *key);
/* matter_applies - this kind of applicant (one WHO_ bit) may apply. */
bool matter_applies(const struct matter *m, uint32_t who);

/* --- from the database: programs catalog, apply, upload, progress, desk ------------------------- */

/* matter_load_current - the published revision of a matter that is on.  code: as in the URL.
 * errors: ERR_NOT_FOUND, ERR_UNAVAILABLE, ERR_INTERNAL (a stored document that cannot be read). */
MUST_CHECK enum err matter_load_current(struct db *db, void *ctx, const char *code, struct matter **out);
/* matter_load_revision - a revision by its id, whatever became of it since. */
MUST_CHECK enum err matter_load_revision(struct db *db, void *ctx, int64_t revision_id, struct matter **out);

/* A program's own store of revisions already read.  They never change, so that none is ever wrong; which one is
 * current is asked of the database each time (CAT-4), in the same one round trip. */
struct matter_cache;
/* matter_cache_new - keeps the `keep` revisions used last. */
struct matter_cache *matter_cache_new(void *ctx, size_t keep);
/* matter_cached_current, matter_cached_revision - as above.  *out is good until `keep` other revisions have been asked
 * for, so at least for the length of a request. */
MUST_CHECK enum err matter_cached_current(struct db *db, void *ctx, struct matter_cache *cache, const char *code,
					  const struct matter **out);
MUST_CHECK enum err matter_cached_revision(struct db *db, void *ctx, struct matter_cache *cache, int64_t revision_id,
					   const struct matter **out);

#endif
