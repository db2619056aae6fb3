/* catalog.h - the public face: home, catalogue, guides, health, display preferences. */
#ifndef CATALOG_CATALOG_H
#define CATALOG_CATALOG_H

#include "web/app.h"
#include "web/route.h"

extern const struct route catalog_routes[];

handler home_get;     /* home.c */
handler matters_get;  /* matters.c: list, filters, search */
handler guide_get;    /* guide.c */
handler healthz_get;  /* healthz.c */
handler elder_get;    /* prefs.c */

#endif
