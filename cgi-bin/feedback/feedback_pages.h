/* feedback_pages.h - ratings, complaints and enquiries of people: everybody's voice, and what became of it in public. */
#ifndef FEEDBACK_PAGES_H
#define FEEDBACK_PAGES_H

#include "parts/work.h"
#include "web/route.h"

extern const struct route feedback_routes[];

handler rate_public_get; /* rate_public.c: what people said, in numbers and words */

#endif
