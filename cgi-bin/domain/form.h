/* form.h - a matter's own application form: data in its published revision, one engine for all of them.
 *
 * The engine reads what was typed, tidies it (full-width digits, blanks, date styles), and says per field what is wrong
 * and how to put it right.  It is pure: no database, no HTML, no time of day.  A field that is not shown for these
 * answers has no value, whatever was sent for it.  Matters' forms are not web/form.h, which is for the portal's own. */
#ifndef DOMAIN_FORM_H
#define DOMAIN_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/time.h"
#include "domain/shape.h"

/* Who applies; also the words of "objects" and "applies_to", in this order.  The first three are account.kind. */
#define WHO_NATURAL 1u /* natural: 自然人 */
#define WHO_LEGAL 2u   /* legal: 法人 */
#define WHO_OTHER 4u   /* other_org: 其他组织 */
#define WHO_AGENT 8u   /* agent: only when an agent files; see MFORM_BY_AGENT */
#define WHO_ANYONE (WHO_NATURAL | WHO_LEGAL | WHO_OTHER)

/* The flag field by which the applicant says that an agent files for them (ALL 29). */
#define MFORM_BY_AGENT "by_agent"

enum mform_type { /* words in this order: text textarea integer decimal money date choice multi flag id_no uscc phone
		     address postcode */
	MFORM_TEXT,
	MFORM_TEXTAREA,
	MFORM_INTEGER,
	MFORM_DECIMAL, /* up to two digits after the point; kept without needless zeros */
	MFORM_MONEY,   /* the same, in yuan */
	MFORM_DATE,    /* kept as "2026-02-12" */
	MFORM_CHOICE,  /* kept as the option's value */
	MFORM_MULTI,   /* several options' values, joined by ',' in the order of the options */
	MFORM_FLAG,    /* "1", or nothing */
	MFORM_ID_NO,   /* its kind is the value of the field `id_type`; without one, a resident ID */
	MFORM_USCC,
	MFORM_PHONE,
	MFORM_ADDRESS,
	MFORM_POSTCODE,
};

enum mform_pattern { /* words: any person latin mobile landline past future email */
	MFORM_ANY,
	MFORM_PERSON,   /* text: a person's name */
	MFORM_LATIN,    /* text: letters, digits, '-' (licence and document numbers) */
	MFORM_MOBILE,   /* phone: mobile only */
	MFORM_LANDLINE, /* phone: fixed line only */
	MFORM_PAST,     /* date: not after today */
	MFORM_FUTURE,   /* date: not before today */
	MFORM_EMAIL,    /* text */
};

enum mform_prefill { /* words: none name id_type id_no phone address postcode uscc legal_rep contact email */
	PREFILL_NONE,
	PREFILL_NAME, /* person's or organisation's */
	PREFILL_ID_TYPE,
	PREFILL_ID_NO,
	PREFILL_PHONE,
	PREFILL_ADDRESS,
	PREFILL_POSTCODE,
	PREFILL_USCC,
	PREFILL_LEGAL_REP,
	PREFILL_CONTACT,
	PREFILL_EMAIL,
	PREFILL_COUNT
};

/* mform_rule - a condition on the answers: field equals a value or is one of several (for multi: contains it), or any
 * of several such rules.  The pseudo-field "@applicant" is natural, legal or other_org. */
struct mform_rule {
	const char *field;
	const char *equals; /* "1" for a flag that is set, "" for anything without an answer */
	struct texts in;
	struct {
		struct mform_rule *at;
		size_t n;
	} any;
};

struct mform_option {
	const char *value; /* letters, digits, _ */
	const char *label;
	const char *help;
};

struct mform_field {
	const char *key; /* a-z 0-9 _, at most 40, unique in the form; stored and posted under this name */
	const char *label;
	int type;    /* enum mform_type */
	int pattern; /* enum mform_pattern */
	bool required;
	bool sensitive;                   /* encrypted at rest, masked when shown (PIPL 28) */
	bool locked;                      /* when the account knows it, that value counts: real name */
	struct mform_rule *required_when; /* NULL: see required */
	struct mform_rule *shown_when;    /* NULL: always */
	uint32_t applies_to;              /* WHO_ bits */
	int64_t min, max; /* text: characters; numbers: value; multi: how many; max 0: the type's own limit */
	const char *help;
	const char *example; /* shown as "例如:…" or as the placeholder */
	const char *unit;    /* shown after the box: 平方米 */
	struct {
		struct mform_option *at;
		size_t n;
	} options;
	int prefill;         /* enum mform_prefill */
	const char *id_type; /* id_no: key of the field that holds the kind of document */
	size_t section;      /* index of its section; set by mform_index */
};

struct mform_section {
	const char *key;
	const char *title;
	const char *help;
	struct mform_rule *shown_when;
	uint32_t applies_to;
	struct {
		struct mform_field *at;
		size_t n;
	} fields;
};

struct mform {
	struct {
		struct mform_section *at;
		size_t n;
	} sections;
	/* all fields of all sections in order; an answer belongs to an index here.  Set by mform_index. */
	const struct mform_field **field;
	size_t nfields;
};

extern const struct shape mform_shape;      /* of struct mform */
extern const struct shape mform_rule_shape; /* of struct mform_rule */
extern const char *const mform_who_words[]; /* words of the WHO_ bits */

/* who_bit - WHO_ bit of "natural", "legal", "other_org" (account.kind, cases.applicant_kind); 0 for other words. */
uint32_t who_bit(const char *word);

/* mform_index - after reading a form: number its fields and check that it makes sense by itself: keys unique and
 * well-formed, shown_when and id_type name fields that come before, options where there must be some, limits.
 * errors: ERR_INVALID with *why, Chinese, naming the field. */
MUST_CHECK enum err mform_index(void *ctx, struct mform *form, char **why);

/* mform_find - index of a field, or -1. */
int mform_find(const struct mform *form, const char *key);

/* mform_rule_known - the rule's fields and values exist in this form; otherwise *bad is the name at fault. */
bool mform_rule_known(const struct mform *form, const struct mform_rule *rule, const char **bad);

/* Answers as they come from a request or a draft, in any order; a multi field's values come one by one, or joined. */
struct mform_answer {
	const char *key;
	const char *value;
};
struct mform_answers {
	const struct mform_answer *at;
	size_t n;
};

struct mform_who {
	uint32_t kind;                      /* WHO_NATURAL, WHO_LEGAL or WHO_OTHER */
	const char *account[PREFILL_COUNT]; /* what the account knows, NULL where it does not */
};

struct mform_report {
	size_t n;           /* fields, as form->nfields; the four lists below have one entry each */
	const char **value; /* tidied, to be stored; NULL when there is none or the field is not shown.  A value that breaks
			     * a rule is here too, so that the page comes back as it was */
	const char **wrong; /* what is wrong and how to put it right, or NULL */
	const char **warn;  /* worth a second look, but may be submitted: a number whose check digit does not fit (D.3) */
	bool *shown;
	bool *required;
	const char *unknown; /* name at fault when mform_check fails, else NULL */
	size_t nwrong;       /* 0 when everything may be submitted */
};

enum mform_mode {
	MFORM_DRAFT,  /* what is there must be right; what is missing may come later */
	MFORM_SUBMIT, /* and nothing that is required may be missing */
};

/* mform_check - the whole form.  today: for dates.  *out belongs to ctx.
 * errors: ERR_BAD_REQUEST when a name is unknown, a single value comes twice or bytes are no UTF-8: no page of ours
 * sends that; out->unknown then names the field.
 * Wrong answers are not an error of this function: see out->nwrong. */
MUST_CHECK enum err mform_check(void *ctx, const struct mform *form, const struct mform_who *who,
				const struct mform_answers *answers, day today, enum mform_mode mode,
				struct mform_report *out);

/* mform_holds - a condition, for these answers; a NULL rule holds. */
bool mform_holds(const struct mform *form, const struct mform_rule *rule, const struct mform_who *who,
		 const struct mform_report *report);

/* mform_field_sealed - answers that are encrypted at rest whatever the matter's form says of them: numbers of documents,
 * telephones, addresses of people, e-mail, and what is marked sensitive (H). */
bool mform_field_sealed(const struct mform_field *field);

/* mform_value_text - a stored value as people read it: option labels, 2026年2月12日, 是, with unit.  masked: ID
 * numbers, phones and other sensitive values as H says.  "" for NULL. */
const char *mform_value_text(void *ctx, const struct mform_field *field, const char *value, bool masked);

#endif
