/* duetag.h - a due date as officers see it in lists: how many working days are left, and how urgent that is. */
#ifndef PARTS_DUETAG_H
#define PARTS_DUETAG_H

#include "web/request.h"
#include "wrap/tpl.h"

/* duetag_show - sets DUE_CLASS, DUE_SAY and DUE of d.  due: a day, not DUE_NEVER. */
void duetag_show(const struct request *q, struct tpl *d, day due);

#endif
