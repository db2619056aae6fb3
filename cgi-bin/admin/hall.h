/* hall.h - what the pages of the hall share. */
#ifndef ADMIN_HALL_H
#define ADMIN_HALL_H

#include "domain/hall_change.h"
#include "web/form.h"
#include "web/page.h"
#include "web/request.h"

/* hall_form - the form of this spec: as posted when the request was about it, else blank.  A page may have several. */
struct form_in *hall_form(const struct request *q, const struct form_spec *spec);
/* hall_changes_show - fills {{>CHANGES}}: the latest of a topic, of one group or window when subject is not NULL. */
MUST_CHECK enum err hall_changes_show(const struct request *q, struct tpl *d, enum hall_topic t, const char *subject);
/* hall_displaced_show - fills {{>DISPLACED}}: how many, who, and what they will be told.  why: in the message. */
void hall_displaced_show(const struct request *q, struct tpl *d, const struct displaced *people, const char *why);
/* hall_groups_show - a turn of section GROUP_OPTION for each group, with GROUP_CODE and GROUP_NAME; GROUP_ON for `chosen`. */
MUST_CHECK enum err hall_groups_show(const struct request *q, struct tpl *d, const char *chosen);

#endif
