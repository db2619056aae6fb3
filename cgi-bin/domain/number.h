/* number.h - numbers of matters, cases and documents: made in one form, read in the forms in which people type them
 * (lower case, blanks, full-width characters, other dashes and brackets, missing zeros).  What people typed comes in as
 * well-formed UTF-8; NULL counts as "".  Numbers are ASCII except the document number. */
#ifndef DOMAIN_NUMBER_H
#define DOMAIN_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/time.h"
#include "wrap/crypt.h"

#define TASK_CODE_LEN 31    /* USCC of the implementing body (18), level (1), base code (12) */
#define TASK_HANDLE_LEN 33  /* the same and a handling item (2) */
#define CASE_NO_LEN 43      /* task code, yyyymmdd, serial of that day (4) */
#define CASE_NO_TEXT 47     /* with the part of a joint case ("-01") and a NUL */
#define SHORT_NO_TEXT 26    /* with the longest prefix, and a NUL */
#define SHORT_PREFIX_MAX 6
#define QUERY_CODE_TEXT 7   /* six digits and a NUL */

/* task_code_wrong - NULL when code (31 or 33 characters) is well formed, else what is wrong, in Chinese.  Length and
 * character set only; that it is unique is for the database to say (CQ 4.2.3.3). */
const char *task_code_wrong(const char *code);
/* task_code_normal - as stored: folded, without dashes and blanks. */
char *task_code_normal(void *ctx, const char *typed);

/* Case number.  A joint case's parts carry the parent's number and -01 ... -99. */
struct case_no {
	char task_code[TASK_CODE_LEN + 1];
	day date;
	int serial; /* 1 ... 9999 */
	int part;   /* 1 ... 99; 0: no part */
};
/* case_no_text - errors: ERR_INVALID when a member is out of range. */
MUST_CHECK enum err case_no_text(const struct case_no *no, char out[static CASE_NO_TEXT]);
/* case_no_parse - errors: ERR_INVALID, *out untouched. */
MUST_CHECK enum err case_no_parse(const char *typed, struct case_no *out);

/* Short number for print and telephone: AY20260921-0301-00042. */
struct short_no {
	char prefix[SHORT_PREFIX_MAX + 1]; /* 1 to 6 capital letters, a setting of the deployment */
	day date;
	int dept;   /* 0 ... 9999: area and department */
	int serial; /* 1 ... 99999 */
};
MUST_CHECK enum err short_no_text(const struct short_no *no, char out[static SHORT_NO_TEXT]);
MUST_CHECK enum err short_no_parse(const char *typed, struct short_no *out);

/* Document number: （市监）收字〔2026〕第00042号. */
struct doc_no {
	const char *dept; /* short name of the authority, 1 to 12 characters: 市监 */
	const char *word; /* kind of document, 1 to 6 characters: 收, 受, 补 */
	int year;         /* 1900 ... 2199 */
	int serial;       /* 1 ... 99999 */
};
/* doc_no_text - errors: ERR_INVALID when a member is out of range or holds a bracket, blank or digit. */
MUST_CHECK enum err doc_no_text(void *ctx, const struct doc_no *no, char **out);
/* doc_no_parse - strings of *out under ctx.  errors: ERR_INVALID. */
MUST_CHECK enum err doc_no_parse(void *ctx, const char *typed, struct doc_no *out);

/* query_code_make - six digits that belong to a case number and cannot be guessed without the key.  case_no: in
 * the form of case_no_text. */
void query_code_make(const struct keys *k, const char *case_no, char out[static QUERY_CODE_TEXT]);
/* query_code_ok - typed is that code; takes the same time whatever is typed. */
bool query_code_ok(const struct keys *k, const char *case_no, const char *typed);

#endif
