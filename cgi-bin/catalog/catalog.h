/* catalog.h - the public face: home, catalogue, guides, health, display preferences. */
#ifndef CATALOG_CATALOG_H
#define CATALOG_CATALOG_H

#include "domain/matter.h"
#include "web/app.h"
#include "web/route.h"

#define GUIDES_KEPT 64

/* What the program keeps between requests. */
struct catalog {
	struct matter_cache *matters;
	struct guide_qr *qr[GUIDES_KEPT]; /* guide.c: NULL where there is none yet */
	size_t next_qr;                   /* which one goes when another one comes */
};
static inline struct catalog *catalog_of(const struct request *q)
{
	return q->app->extra;
}

extern const struct route catalog_routes[];

handler home_get;    /* home.c */
handler matters_get; /* matters.c: list, filters, search */
handler guide_get;   /* guide.c */
handler healthz_get; /* healthz.c */
handler elder_get;   /* prefs.c */

#endif
