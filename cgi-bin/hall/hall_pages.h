/* hall_pages.h - the hall: call screen, ticket terminal, and the page of one's own ticket. */
#ifndef HALL_PAGES_H
#define HALL_PAGES_H

#include "domain/hall.h"
#include "domain/ticket.h"
#include "parts/work.h"
#include "web/page.h"
#include "web/route.h"

extern const struct route hall_routes[];

handler screen_get, now_get;             /* screen.c */
handler take_get, take_post, slip_get;   /* take.c */
handler ticket_page_get, ticket_page_leave; /* ticket.c */

/* ticket_qr - {{>QR}}: the address that the slip and the phone share. */
MUST_CHECK enum err ticket_qr(const struct request *q, struct tpl *d, const char *token);

#endif
