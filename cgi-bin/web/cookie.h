/* cookie.h - the Cookie request header (RFC 6265 4.2, 5.4).
 *
 * Cookies of other programs on the same host come along, so a bad one is left out and never an error. */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include "web/request.h"

#define COOKIE_PAIRS_MAX 50
#define COOKIE_BYTES_MAX 8192 /* of the header; what is beyond is not looked at */

/* cookie_parse - header: its value, or NULL.  out: at most COOKIE_PAIRS_MAX cookies, owned by ctx, in the
 * order they came.  Of two with one name the first counts: browsers send the one with the longer path first,
 * and a later one cannot displace it.  Left out: names that are no token, values with bytes beyond RFC 6265's
 * cookie-octet. */
void cookie_parse(void *ctx, const char *header, struct pairs *out);

#endif
