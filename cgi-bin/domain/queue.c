#include "domain/queue.h"

#include <stdlib.h>

#define PACE_TICKETS 40 /* the mean looks back over about so many */
#define CUT 4           /* times the pace: longer than any service */

msec queue_rank(msec arrived, msec slot, bool priority)
{
	msec credit = priority ? QUEUE_PRIORITY_MS : 0;

	if (slot != MSEC_NONE && arrived <= slot + QUEUE_GRACE_MS) {
		msec booked = arrived - (slot - QUEUE_BOOKED_MS);
		booked = booked > QUEUE_BOOKED_MS ? QUEUE_BOOKED_MS : booked;
		credit = booked > credit ? booked : credit;
	}
	return arrived - credit;
}

int64_t queue_pace_next(int64_t pace, int64_t served, int64_t took)
{
	int64_t n = served + PACE_TICKETS / 4; /* what the list said counts for some tickets in the beginning */

	n = n > PACE_TICKETS ? PACE_TICKETS : n;
	took = took > CUT * pace ? CUT * pace : took;
	return pace + (took - pace) / n;
}

/* Who has been there for long is not done at once: services are of very different length, so half of the pace is left
 * however long it has been. */
int64_t queue_left(int64_t pace, int64_t since)
{
	int64_t left = pace - since;

	return left > pace / 2 ? left : pace / 2;
}

static int by_rank(const void *a, const void *b)
{
	const struct queue_ticket *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

static bool serves(const struct queue_hall *h, size_t window, const struct queue_ticket *t)
{
	if (t->window_only >= 0)
		return (size_t)t->window_only == window;
	return h->windows[window].groups >> t->group & 1;
}

/* next_of - the ticket that a window calls next; moves its clock on to when there is one.  NULL: none any more. */
static struct queue_ticket *next_of(const struct queue_hall *h, size_t window)
{
	struct queue_window *w = &h->windows[window];
	struct queue_ticket *first = NULL;

	for (size_t i = 0; i < h->ntickets; i++) {
		struct queue_ticket *t = &h->tickets[i];
		if (t->call_at != MSEC_NONE || !serves(h, window, t))
			continue;
		if (t->from <= w->free_at)
			return t;
		if (!first || t->from < first->from)
			first = t;
	}
	if (first)
		w->free_at = first->from;
	return NULL;
}

static bool more_for(const struct queue_hall *h, size_t window)
{
	for (size_t i = 0; i < h->ntickets; i++)
		if (h->tickets[i].call_at == MSEC_NONE && serves(h, window, &h->tickets[i]))
			return true;
	return false;
}

/* free_first - the window that is free first and still has somebody to call; nwindows: none. */
static size_t free_first(const struct queue_hall *h)
{
	size_t best = h->nwindows;

	for (size_t i = 0; i < h->nwindows; i++)
		if ((best == h->nwindows || h->windows[i].free_at < h->windows[best].free_at) && more_for(h, i))
			best = i;
	return best;
}

static bool same_line(const struct queue_ticket *a, const struct queue_ticket *b)
{
	return a->window_only == b->window_only && (a->window_only >= 0 || a->group == b->group);
}

static void count_ahead(const struct queue_hall *h)
{
	for (size_t i = 0; i < h->ntickets; i++) {
		struct queue_ticket *t = &h->tickets[i];
		t->ahead = 0;
		t->call_at = MSEC_NONE;
		for (size_t k = 0; k < i; k++)
			t->ahead += !h->tickets[k].expected && same_line(&h->tickets[k], t);
	}
}

void queue_estimate(const struct queue_hall *h)
{
	qsort(h->tickets, h->ntickets, sizeof(*h->tickets), by_rank);
	count_ahead(h);
	for (size_t w = free_first(h); w < h->nwindows; w = free_first(h)) {
		struct queue_ticket *t = next_of(h, w);
		if (!t)
			continue;
		int64_t takes = h->pace[t->group];
		t->call_at = h->windows[w].free_at;
		h->windows[w].free_at += t->expected ? takes * QUEUE_SHOW / 100 : takes;
	}
}

int64_t queue_minutes(int64_t ms)
{
	int64_t m = (ms + QUEUE_MINUTE / 2) / QUEUE_MINUTE;

	return m < 0 ? 0 : m < 10 ? m : (m + 2) / 5 * 5;
}

int64_t queue_windows_needed(int64_t arrived_x100, int64_t serve_ms)
{
	int64_t room = 60 * QUEUE_MINUTE * QUEUE_BUSY_PERCENT; /* x100 from the percent */
	int64_t busy = arrived_x100 * serve_ms;

	return (busy + room - 1) / room;
}
