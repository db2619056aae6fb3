/* ratings.h - the desk's pages of bad ratings (FBK-2): for handlers, those who lead them, and the supervisor who looks on.  The
 * person rated, and whoever stands in for them, finds none of it. */
#ifndef DESK_RATINGS_H
#define DESK_RATINGS_H

#include "web/route.h"

handler ratings_get;                              /* ratings.c: the worklist */
handler rating_get, rating_again, rating_act_post, rating_reveal_post; /* rating.c: one order */
handler rating_review_get, rating_review_post;    /* rating_review.c: doubtful words and numbers, before they are public */

#endif
