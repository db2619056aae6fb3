/* after.h - ?after= of a list that is read page by page: where the page before ended, in the words by which it is sorted. */
#ifndef WEB_AFTER_H
#define WEB_AFTER_H

#include "web/request.h"

/* The whole value has to be of that shape; else false, and what out points to is left alone: the list begins at its start.
 * after_ints - n whole numbers with dots between: "3.20.117".
 * after_day  - a day, or "never" for 9999-12-31, and n whole numbers: "2026-03-02.117". */
bool after_ints(const struct request *q, int64_t *out, size_t n);
bool after_day(const struct request *q, day *due, int64_t *out, size_t n);

#endif
