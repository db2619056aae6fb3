/* queue.h - whose turn it is, and how long it will take: pure rules of the hall (WIN-3, GD 9.5, 7.1.5P).
 *
 * The fair rule.  A ticket's rank is the instant of its arrival, less a credit:
 *   - none for a walk-in;
 *   - 15 minutes for people over 60, disabled or pregnant (GD 7.1.5P);
 *   - for a booking up to 30 minutes: it ranks as if one had come half an hour before the booked time.  Who comes earlier
 *     than that ranks by their arrival; who is more than 15 minutes late is a walk-in.
 * The lowest rank is called first, and a rank never changes: not by a return, not by a transfer, not by what others do.
 * As no credit exceeds 30 minutes, nobody is ever overtaken by somebody who comes more than half an hour later. */
#ifndef DOMAIN_QUEUE_H
#define DOMAIN_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

#define QUEUE_MINUTE INT64_C(60000)
#define QUEUE_PRIORITY_MS (15 * QUEUE_MINUTE)
#define QUEUE_BOOKED_MS (30 * QUEUE_MINUTE)
#define QUEUE_GRACE_MS (15 * QUEUE_MINUTE)  /* so late a booking still counts */
#define QUEUE_RETURN_MS (30 * QUEUE_MINUTE) /* so long after being skipped one may come back to one's place */
#define QUEUE_GROUPS 64

/* queue_rank - slot: booked time, or MSEC_NONE.  Between arrived - QUEUE_BOOKED_MS and arrived. */
msec queue_rank(msec arrived, msec slot, bool priority);

/* queue_pace_next - moving mean of milliseconds from the call of a ticket until its window is free again.  pace: so far;
 * served: tickets behind it, at most as many count as are in the window of the mean; took: this one's.  Single long ones are cut
 * at four times the pace: a forgotten ticket at lunch time is no service. */
int64_t queue_pace_next(int64_t pace, int64_t served, int64_t took);
/* queue_left - how much longer one takes that was called `since` milliseconds ago. */
int64_t queue_left(int64_t pace, int64_t since);

/* One ticket that waits, or one that is expected. */
struct queue_ticket {
	msec rank;
	int64_t id;      /* who of one rank was first */
	int group;       /* 0 ... QUEUE_GROUPS - 1 */
	int window_only; /* index of a window; -1: any of the group */
	msec from;       /* cannot be called before; waiting tickets: any instant that has passed */
	bool expected;   /* a booking that has not been checked in: not everybody comes, so it counts for QUEUE_SHOW percent */
	/* filled in by queue_estimate: */
	msec call_at;  /* MSEC_NONE: no window serves it now */
	int64_t ahead; /* tickets of the same line that are called first, expected ones not counted */
};
#define QUEUE_SHOW 85
struct queue_window {
	uint64_t groups; /* bit per group */
	msec free_at;    /* when it can call: now, or when whoever is there will be done */
};
struct queue_hall {
	const int64_t *pace; /* of each group, milliseconds */
	struct queue_ticket *tickets;
	size_t ntickets;
	struct queue_window *windows; /* used up: free_at is moved on */
	size_t nwindows;
};
/* queue_estimate - list scheduling by the rule above: whichever window is free first calls the lowest rank that it may.
 * Sorts the tickets by rank. */
void queue_estimate(const struct queue_hall *hall);

/* queue_minutes - as people are told: whole minutes, from ten on rounded to five. */
int64_t queue_minutes(int64_t ms);

/* --- for the manager (WIN-2, CQ 5.4.3) ---------------------------------------------------------------------- */

#define QUEUE_BUSY_PERCENT 85               /* a window that is busy for longer has no time to breathe */
#define QUEUE_LONG_MS (20 * QUEUE_MINUTE)   /* waits from here on are long */
/* queue_windows_needed - arrived: tickets of one hour of a usual day, in hundredths; serve: milliseconds for one.
 * As many windows as keep each busy for no more than QUEUE_BUSY_PERCENT of the hour. */
int64_t queue_windows_needed(int64_t arrived_x100, int64_t serve_ms);

#endif
