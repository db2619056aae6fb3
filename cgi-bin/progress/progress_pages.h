/* progress_pages.h - following a case without signing in, and working days explained. */
#ifndef PROGRESS_PROGRESS_PAGES_H
#define PROGRESS_PROGRESS_PAGES_H

#include "domain/progress.h"
#include "parts/work.h"
#include "web/route.h"

extern const struct route progress_routes[];

handler token_get;               /* track.c: /t/{token}, where every QR code leads */
handler lookup_get, lookup_post; /* track.c: by number and query code */
handler notice_get, notice_pdf_get;              /* notice.c: a notice of the case */
handler deadline_get;            /* deadline.c */
handler verify_get, verify_post; /* verify.c: is a certificate real? */

#endif
