/* formpage.h - a matter's own form on a page: to be filled in, and to be read.
 *
 * Every field of every form of every matter is drawn here, from the data of its revision (domain/form.h): a new matter
 * takes no template and no code.  Inputs have the id f-KEY and the name KEY.  A field that is wanted only for some
 * answers is always in the page, with the condition in words for those without JavaScript and in data attributes for
 * portal.js, which then shows and hides it:
 *   data-when-field="a b" data-when-values="1|2;x"   shown while a is 1 or 2, or b is x
 *   data-need-field, data-need-values                 required while ...                                              */
#ifndef PARTS_FORMPAGE_H
#define PARTS_FORMPAGE_H

#include "domain/case.h"
#include "domain/form.h"
#include "web/request.h"
#include "wrap/tpl.h"

struct formpage {
	void *ctx;
	const struct mform *form;
	const struct mform_who *who;
	const struct mform_report *report;
	const struct casefile *c; /* shows beside a field what a return or notice says of it; NULL: nothing */
	bool quiet;               /* do not say what is wrong yet */
	bool masked;              /* reading: sensitive values as others may see them (domain H) */
	const char *edit;         /* reading: page where fields can be changed; NULL: no links */
};

/* formpage_edit - every section with its inputs, into {{>FORM}}. */
void formpage_edit(const struct formpage *f, struct tpl *d);
/* formpage_field - the input of one field, into {{>FIELD}}; again for one more.  i: index in form->field. */
void formpage_field(const struct formpage *f, struct tpl *d, size_t i);
/* formpage_read - every section with the answers as text, into {{>FORM_READ}}. */
void formpage_read(const struct formpage *f, struct tpl *d);

/* One thing to put right, and where. */
struct wrong_item {
	const char *url; /* "#f-name", or a path and such an anchor */
	const char *text;
};
struct wrong_list {
	struct wrong_item *at;
	size_t n;
};
/* wrong_add - one more; both strings are kept as they are. */
void wrong_add(void *ctx, struct wrong_list *list, const char *url, const char *text);
/* wrong_add_fields - what the report says is wrong; page: before the anchor, "" for this page. */
void wrong_add_fields(const struct formpage *f, struct wrong_list *list, const char *page);
/* wrong_show - the box at the top, into {{>WRONG_LIST}}; nothing when the list is empty.  title: after "有 2 处". */
void wrong_show(void *ctx, struct tpl *d, const struct wrong_list *list, const char *title);

/* formpage_posted - the answers in a request's form body; names that the form does not have are left out, and of a
 * single value that came twice the first counts.
 * whole: all inputs of the form were on the page, so that a flag or multi field without a value was emptied: a checkbox
 * that is not ticked sends nothing. */
void formpage_posted(void *ctx, const struct mform *form, const struct pairs *post, bool whole,
		     struct mform_answers *out);

#endif
