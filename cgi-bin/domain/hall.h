/* hall.h - the hall at this moment, as it may be seen by everybody: numbers, windows, and how long it will take. */
#ifndef DOMAIN_HALL_H
#define DOMAIN_HALL_H

#include "domain/case.h"
#include "domain/queue.h"
#include "gen/sql.h"

struct hall {
	msec at;
	struct sql_hall_groups_row *groups; /* in the order of lists */
	size_t ngroups;
	struct sql_hall_windows_row *windows; /* manned ones */
	size_t nwindows;
	struct sql_hall_tickets_row *tickets; /* open ones of today by rank */
	size_t ntickets;
	struct queue_ticket *queue; /* those that wait and those that are expected, estimated, by rank; id 0: expected */
	size_t nqueue;
};

/* hall_load - read and estimate: a handful of statements, whatever the number of watchers (nginx keeps the answer for a second). */
MUST_CHECK enum err hall_load(const struct casework *w, struct hall *out);
/* hall_foretell - keep with a fresh ticket what its holder is told, so that it can be compared with what came. */
MUST_CHECK enum err hall_foretell(const struct casework *w, int64_t id);
/* hall_place - of a waiting ticket; NULL when it does not wait. */
const struct queue_ticket *hall_place(const struct hall *h, int64_t id);
/* hall_wait - milliseconds until a ticket will be called; -1: nobody can say, no window serves it now. */
int64_t hall_wait(const struct hall *h, const struct queue_ticket *t);
/* hall_waiting - how many wait for a group. */
int64_t hall_waiting(const struct hall *h, const char *group_code);
/* hall_new_waits - by place in groups: what somebody would wait who took a walk-in ticket now; -1: nobody can say. */
void hall_new_waits(const struct casework *w, const struct hall *h, int64_t *by_group);
/* hall_wait_text - 约 25 分钟, 马上, 窗口暂未开放. */
const char *hall_wait_text(void *ctx, int64_t wait_ms);
/* hall_json - what screens and phones read: {"at":"09:30:12","called":[{"n","w","name","c","s"}],
 * "groups":[{"code","name","waiting"}],"wait":{"A012":{"ahead","wait"}}}.  n: number, w: window, t: second of the call, c: how often
 * called, s: called or serving.  Numbers and nothing else of anybody. */
char *hall_json(void *ctx, const struct hall *h);

#endif
