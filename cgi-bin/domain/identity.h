/* identity.h - numbers of persons' and organisations' documents, and telephone numbers: one form, checks that say
 * what is wrong, and what a number tells about its holder.
 *
 * Resident identity: GB 11643 (MOD 11-2).  Organisation: GB 32100 (MOD 31). */
#ifndef DOMAIN_IDENTITY_H
#define DOMAIN_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/time.h"

/* Characters of a unified social credit code, in the order of their values (GB 32100). */
#define USCC_ALPHABET "0123456789ABCDEFGHJKLMNPQRTUWXY"

enum identity_type {
	IDENTITY_RESIDENT,          /* 居民身份证 */
	IDENTITY_HMT_RESIDENCE,     /* 港澳台居民居住证: same form, begins 810000, 820000 or 830000 */
	IDENTITY_FOREIGN_RESIDENCE, /* 外国人永久居留身份证: 18 digits beginning with 9, or the old 3 letters + 12 digits */
	IDENTITY_HK_MACAU_PERMIT,   /* 港澳居民来往内地通行证 */
	IDENTITY_TAIWAN_PERMIT,     /* 台湾居民来往大陆通行证 */
	IDENTITY_PASSPORT,          /* 护照 */
	IDENTITY_USCC,              /* 统一社会信用代码 */
	IDENTITY_TYPES
};

#define PERSON_NAME_MAX 50 /* characters */

/* person_name_wrong - what is wrong with the name of a person, a sentence; NULL: nothing.  The same at sign-up, where the
 * name is set for good, and in every form that takes it over. */
const char *person_name_wrong(void *ctx, const char *name);

/* identity_code - as stored and exchanged: "111", "HMT", "553", "516", "511", "414", "001". */
const char *identity_code(enum identity_type type);
/* identity_name - Chinese name of the document. */
const char *identity_name(enum identity_type type);
bool identity_type_parse(const char *code, enum identity_type *out);

/* identity_normal - the number as it is stored: see typed_fold; dashes and brackets go too.  typed: well-formed
 * UTF-8.  Idempotent. */
char *identity_normal(void *ctx, const char *typed);

enum identity_fault {
	IDENTITY_FINE,
	IDENTITY_EMPTY,
	IDENTITY_LENGTH,     /* too short or too long */
	IDENTITY_CHARACTER,  /* the character at position `at` cannot stand there */
	IDENTITY_OLD_CARD,   /* 15 digits: not valid since 2013 */
	IDENTITY_OTHER_TYPE, /* a good number, of the document `other` */
	IDENTITY_REGION,     /* not one of the beginnings that this document has */
	IDENTITY_BIRTH,      /* no such date */
	IDENTITY_FUTURE,     /* born after today */
	IDENTITY_CHECK,      /* check character of a person's number */
	IDENTITY_USCC_CHECK, /* check character of an organisation's: a warning, some old codes in use break it */
};
struct identity_verdict {
	enum identity_fault fault;
	int at;                   /* CHARACTER: position counted from 1 */
	enum identity_type other; /* OTHER_TYPE */
};

/* identity_check - no: in normal form.  today: for dates in the future.  A region code is not held against a list
 * (codes of abolished counties stay valid on cards). */
struct identity_verdict identity_check(enum identity_type type, const char *no, day today);
/* identity_stops - the number cannot be used.  False for FINE and for a warning that the person may confirm. */
bool identity_stops(enum identity_fault fault);
/* identity_message - Chinese: what is wrong and what to do; NULL for FINE. */
char *identity_message(void *ctx, enum identity_type type, const char *no, struct identity_verdict v);

enum identity_sex { IDENTITY_SEX_UNKNOWN, IDENTITY_MALE, IDENTITY_FEMALE };
struct identity_person {
	day birth;
	enum identity_sex sex;
};
/* identity_person - what a number that identity_check found fine tells.  False for documents that tell nothing. */
bool identity_person(enum identity_type type, const char *no, struct identity_person *out);

#define AGE_CHILD 14  /* below: sensitive information, PIPL 28 and 31 */
#define AGE_ADULT 18  /* below: a minor, 民法典 17 */
#define AGE_ELDER 60  /* from: an elder, 老年人权益保障法 2 */
/* identity_age - full years on a day; a year is full on the birthday, for 29 February in other years on the 28th
 * (民法典 202 by analogy).  Negative before the birth. */
int identity_age(day birth, day on);

enum phone_kind { PHONE_MOBILE, PHONE_LANDLINE };
enum phone_fault {
	PHONE_FINE,
	PHONE_EMPTY,
	PHONE_CHARACTER, /* something that is no digit */
	PHONE_MOBILE_LENGTH,
	PHONE_MOBILE_BEGIN, /* 10..., 11..., 12...: no such numbers */
	PHONE_LANDLINE_LENGTH,
	PHONE_AREA, /* seven or eight digits without an area code, or a number that begins like no other */
};
/* phone_normal - 13812345678, 0372-1234567; +86 and brackets go. */
char *phone_normal(void *ctx, const char *typed);
/* phone_check - no: in normal form.  *kind is set when fine; kind may be NULL. */
enum phone_fault phone_check(const char *no, enum phone_kind *kind);
/* phone_message - Chinese; NULL for FINE. */
const char *phone_message(enum phone_fault fault);

#endif
