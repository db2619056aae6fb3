/* certificate.h - whether a result of the library holds today, in the same words for its holder, officers and anybody. */
#ifndef PARTS_CERTIFICATE_H
#define PARTS_CERTIFICATE_H

#include <stdbool.h>

#include "base/time.h"
#include "wrap/tpl.h"

#define CERTIFICATE_WARN_DAYS 90 /* before the last day: time to renew (ALL 50 asks for 30) */

struct certificate_life {
	day valid_from, valid_until; /* until: DAY_NONE without end */
	msec void_at;                /* revocation, or MSEC_NONE */
	bool valid;                  /* not revoked */
};
enum certificate_standing { CERTIFICATE_HOLDS, CERTIFICATE_ENDS_SOON, CERTIFICATE_NOT_YET, CERTIFICATE_OVER, CERTIFICATE_VOID };

enum certificate_standing certificate_standing(const struct certificate_life *life, day today);
/* certificate_show - TAG, TAG_CLASS, LIFE_SPAN and, where there is more to say, {{#LIFE_SAID}}{{LIFE_SAY}}{{/LIFE_SAID}}. */
void certificate_show(void *ctx, struct tpl *d, const struct certificate_life *life, day today);
/* certificate_number - as it is printed, however it was typed; NULL when it can be none. */
const char *certificate_number(void *ctx, const char *typed);

#endif
