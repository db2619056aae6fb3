#include "feedback/feedback_pages.h"
#include "web/page.h"

enum err rate_public_get(struct request *q, struct page *p)
{
	(void)q;
	p->title = "大家的评价";
	p->section = "rate";
	p->body = TPL_feedback_rate_public;
	return ERR_NONE;
}
