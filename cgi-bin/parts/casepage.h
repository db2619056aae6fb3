/* casepage.h - where a case stands: what is expected of whom, its clocks in working days, its timeline and notices.
 * The same for everybody who holds the receipt (/t/{token}, /progress) and on the applicant's own page. */
#ifndef PARTS_CASEPAGE_H
#define PARTS_CASEPAGE_H

#include "domain/progress.h"
#include "web/request.h"
#include "wrap/tpl.h"

struct casepage_links {
	const char *act;    /* where the applicant goes on when it is their turn, or NULL */
	const char *act_label;
	const char *notice; /* path before a document's id: "/t/…/notice/" */
};

/* casepage_show - fill {{>CASEPAGE}} of d.  The result has a place {{>AFTER_NOW}} below the box that says what is
 * expected, for what the applicant has to do. */
struct tpl *casepage_show(const struct request *q, struct tpl *d, const struct progress *c,
			  const struct casepage_links *links);
/* casepage_now - one sentence of what happens now. */
const char *casepage_headline(void *ctx, const struct progress *c);

#endif
