/* feedback_pages.h - ratings, complaints and enquiries of people: everybody's voice, and what became of it in public. */
#ifndef FEEDBACK_PAGES_H
#define FEEDBACK_PAGES_H

#include "parts/work.h"
#include "web/route.h"

extern const struct route feedback_routes[];

handler rate_public_get;                   /* rate_public.c: what people said, in numbers and words */
handler rate_get, rate_post;               /* rate.c: the holder of a token rates, changes, reads the answer, rates again */
handler rate_case_get;                     /* rate_case.c: from the receipt of a case to what can be rated in it */
handler rate_window_get, rate_window_post; /* rate_window.c: the screen at a window asks */

handler complain_get, complain_post;           /* complain.c */
handler complain_find_get, complain_find_post; /* complain.c: by number and query code */
handler complaint_get, complaint_reply_get, complaint_reply_pdf_get, complaint_act_post; /* complain.c: for whoever holds the QR code */

handler ask_get, ask_post, ask_find_get, ask_find_post, enquiry_get, enquiry_act_post; /* ask.c */

#endif
