/* documentread.h - reading a document's data, and adding what it says to a sheet.  For the files that put documents into words. */
#ifndef PARTS_DOCUMENTREAD_H
#define PARTS_DOCUMENTREAD_H

#include "parts/documentsheet.h"

struct reading { /* what is being read, and what has been made of it */
	const struct documentpage *page;
	void *ctx;
	const struct json *data;
	struct sheet *s;
};

/* said - text of the data; part: object that it is in, or NULL.  Never NULL. */
const char *said(const struct reading *r, const char *part, const char *key);
day said_day(const struct reading *r, const char *part, const char *key);
/* said_name - of the applicant or the agent, masked for strangers; an organisation's name is public. */
const char *said_name(const struct reading *r, const char *part);
/* said_code - the query code in two groups of three, or "" on copies that do not have it. */
const char *said_code(const struct reading *r);
/* said_law - "依据…，", or "". */
const char *said_law(const struct reading *r);

const char *minute_words(void *ctx, msec t);  /* 2026年3月2日 09:30 */

/* Adding: empty texts add nothing. */
void say_para(const struct reading *r, const char *text);
void say_heading(const struct reading *r, const char *text);
void say_fact(const struct reading *r, const char *name, const char *text, bool big);
void say_items(const struct reading *r, const char *list);
void say_remedies(const struct reading *r);
void say_materials(const struct reading *r, const char *list, const char *title);

#endif
