/* gaps.h - a part of the own case page. */
#ifndef APPLY_GAPS_H
#define APPLY_GAPS_H

#include "parts/materialpage.h"
#include "web/request.h"

/* gaps_show - what has still to come, into {{>AFTER_NOW}}; nothing when there is nothing. */
void gaps_show(const struct request *q, struct tpl *casepage, struct materialpage *m, const struct actor *a);

#endif
