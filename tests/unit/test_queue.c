/* The fair rule of the hall, and how well waits are foretold: days of a hall are simulated with people who come by booking and
 * without, in a rush, of whom some go before they are called, and what each was told on arrival is compared with what came. */
#include "domain/queue.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define MIN QUEUE_MINUTE
#define T0 (INT64_C(1772413200000)) /* 2026-03-02 09:00 */

/* --- the rule --------------------------------------------------------------------------------------------- */

static void credit_of_each_kind(void **state)
{
	(void)state;
	assert_int_equal(queue_rank(T0, MSEC_NONE, false), T0);
	assert_int_equal(queue_rank(T0, MSEC_NONE, true), T0 - 15 * MIN);
	/* booked for 9:10, here at 9:00: as if here since 8:40 */
	assert_int_equal(queue_rank(T0, T0 + 10 * MIN, false), T0 - 20 * MIN);
	assert_int_equal(queue_rank(T0, T0 + 10 * MIN, true), T0 - 20 * MIN);
	/* 25 minutes early: five minutes of credit, priority has more */
	assert_int_equal(queue_rank(T0, T0 + 25 * MIN, false), T0 - 5 * MIN);
	assert_int_equal(queue_rank(T0, T0 + 25 * MIN, true), T0 - 15 * MIN);
	/* hours early: as a walk-in */
	assert_int_equal(queue_rank(T0, T0 + 120 * MIN, false), T0);
	/* late within the grace: no more than half an hour; later: a walk-in */
	assert_int_equal(queue_rank(T0, T0 - 15 * MIN, false), T0 - 30 * MIN);
	assert_int_equal(queue_rank(T0, T0 - 15 * MIN - 1, false), T0);
	assert_int_equal(queue_rank(T0, T0 - 15 * MIN - 1, true), T0 - 15 * MIN);
}

static void nobody_is_overtaken_by_who_comes_half_an_hour_later(void **state)
{
	(void)state;
	for (int64_t slot = -90; slot <= 180; slot++)
		for (int priority = 0; priority < 2; priority++) {
			msec booked = slot == 180 ? MSEC_NONE : T0 + slot * MIN;
			msec rank = queue_rank(T0, booked, priority);
			assert_true(rank <= T0 && rank >= T0 - 30 * MIN);
		}
}

/* --- estimates, counted by hand ----------------------------------------------------------------------------- */

static struct queue_ticket waits(int64_t id, int group, msec rank)
{
	return (struct queue_ticket){.id = id, .rank = rank, .group = group, .window_only = -1, .from = T0 - MIN};
}

static msec called(const struct queue_ticket *t, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (t[i].id == id)
			return t[i].call_at == MSEC_NONE ? -1 : (t[i].call_at - T0) / MIN;
	return -2;
}

static void windows_take_the_lowest_rank_that_they_may(void **state)
{
	const int64_t pace[] = {10 * MIN, 20 * MIN};
	struct queue_ticket t[] = {waits(4, 0, T0 - 1), waits(1, 0, T0 - 9), waits(2, 1, T0 - 8), waits(3, 0, T0 - 2), waits(5, 1, T0 - 1)};
	struct queue_window w[] = {{.groups = 1, .free_at = T0}, {.groups = 3, .free_at = T0 + 5 * MIN}};
	struct queue_hall h = {pace, t, LEN(t), w, LEN(w)};

	(void)state;
	queue_estimate(&h);
	assert_int_equal(called(t, LEN(t), 1), 0);  /* first window at once */
	assert_int_equal(called(t, LEN(t), 2), 5);  /* second window, when it is free */
	assert_int_equal(called(t, LEN(t), 3), 10); /* first window again */
	assert_int_equal(called(t, LEN(t), 4), 20);
	assert_int_equal(called(t, LEN(t), 5), 25); /* only the second serves this group */
	assert_int_equal(t[0].id, 1);
	assert_int_equal(t[4].ahead + t[3].ahead, 1 + 2); /* ids 4 and 5: two and one of their own line before them */
}

static void a_ticket_for_one_window_waits_for_that_one(void **state)
{
	const int64_t pace[] = {10 * MIN};
	struct queue_ticket t[] = {waits(1, 0, T0 - 3), waits(2, 0, T0 - 2), waits(3, 0, T0 - 1)};
	struct queue_window w[] = {{1, T0}, {1, T0 + 7 * MIN}};
	struct queue_hall h = {pace, t, LEN(t), w, LEN(w)};

	(void)state;
	t[0].window_only = 1;
	queue_estimate(&h);
	assert_int_equal(called(t, LEN(t), 1), 7);
	assert_int_equal(called(t, LEN(t), 2), 0);
	assert_int_equal(called(t, LEN(t), 3), 10);
	assert_int_equal(t[0].ahead, 0);
	assert_int_equal(t[2].ahead, 1);
}

static void nobody_can_say_without_a_window(void **state)
{
	const int64_t pace[] = {10 * MIN, 10 * MIN};
	struct queue_ticket t[] = {waits(1, 1, T0)};
	struct queue_window w[] = {{1, T0}};
	struct queue_hall h = {pace, t, 1, w, 1};

	(void)state;
	queue_estimate(&h);
	assert_true(t[0].call_at == MSEC_NONE);
	h.nwindows = 0;
	queue_estimate(&h);
	assert_true(t[0].call_at == MSEC_NONE);
}

static void who_is_expected_takes_time_when_they_come_and_none_before(void **state)
{
	const int64_t pace[] = {10 * MIN};
	struct queue_ticket t[] = {waits(1, 0, T0), waits(2, 0, T0 + 1), waits(9, 0, T0 - 20 * MIN)};
	struct queue_window w[] = {{1, T0}};
	struct queue_hall h = {pace, t, 3, w, 1};

	(void)state;
	t[2].expected = true;
	t[2].from = T0 + 4 * MIN; /* booked: will be here then, and before the second */
	queue_estimate(&h);
	assert_int_equal(called(t, 3, 1), 0);
	assert_int_equal(called(t, 3, 9), 10);
	assert_int_equal(called(t, 3, 2), 10 + 10 * QUEUE_SHOW / 100);
	assert_int_equal(t[2].id, 2);
	assert_int_equal(t[2].ahead, 1); /* one who waits; who is expected is nobody yet */
}

static void minutes_are_round(void **state)
{
	(void)state;
	assert_int_equal(queue_minutes(-5), 0);
	assert_int_equal(queue_minutes(29999), 0);
	assert_int_equal(queue_minutes(30000), 1);
	assert_int_equal(queue_minutes(9 * MIN), 9);
	assert_int_equal(queue_minutes(12 * MIN), 10);
	assert_int_equal(queue_minutes(13 * MIN), 15);
	assert_int_equal(queue_minutes(58 * MIN), 60);
}

static void the_pace_follows_and_is_not_carried_away(void **state)
{
	int64_t pace = 20 * MIN, n = 0;

	(void)state;
	for (; n < 400; n++)
		pace = queue_pace_next(pace, n, 12 * MIN);
	assert_in_range(pace, 12 * MIN, 12 * MIN + 1000);
	assert_in_range(queue_pace_next(pace, n, 240 * MIN), pace, pace + pace / 10); /* nobody pressed the button over lunch */
	assert_int_equal(queue_left(12 * MIN, 0), 12 * MIN);
	assert_int_equal(queue_left(12 * MIN, 5 * MIN), 7 * MIN);
	assert_int_equal(queue_left(12 * MIN, 50 * MIN), 6 * MIN);
}

static void windows_needed_for_an_hour(void **state)
{
	(void)state;
	assert_int_equal(queue_windows_needed(0, 15 * MIN), 0);
	assert_int_equal(queue_windows_needed(340, 15 * MIN), 1); /* 3.4 an hour of 15 minutes: exactly 85 % */
	assert_int_equal(queue_windows_needed(341, 15 * MIN), 2);
	assert_int_equal(queue_windows_needed(1200, 20 * MIN), 5);
}

/* --- simulated days --------------------------------------------------------------------------------------- */

struct dice {
	uint64_t at;
};

static uint32_t roll(struct dice *d, uint32_t sides)
{
	uint64_t z = d->at += UINT64_C(0x9E3779B97F4A7C15); /* splitmix64 */

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return (uint32_t)((z ^ z >> 31) >> 32) % sides;
}

/* Four steps, of which one in five goes wrong and takes six times as long: standard deviation about half of the
 * mean, always positive, skewed; most are short, some take thrice the usual. */
static msec service(struct dice *d, msec mean)
{
	msec m = mean / 4, x = 0;

	for (int i = 0; i < 4; i++) {
		msec one = m * (50 + roll(d, 101)) / 100;
		x += roll(d, 5) ? one / 2 : one * 3;
	}
	return x;
}

enum { GROUPS = 3, WINDOWS = 8, PEOPLE = 900, DAY_MIN = 480 };
struct person {
	msec arrives, slot; /* slot MSEC_NONE: walks in */
	int group;
	bool priority, comes, answers; /* comes to the hall; comes to the window when called */
	msec rank, told, called, takes;
};
struct window {
	uint64_t groups;
	msec opens, free_at, called_at;
	int serving; /* person, or -1 */
};
struct hall {
	struct dice dice;
	struct person at[PEOPLE];
	int n;
	struct window window[WINDOWS];
	int64_t pace[GROUPS], served[GROUPS];
};
static const struct {
	msec mean, listed; /* what the table of groups says is not what it takes */
	int places, walk_ins; /* each half hour; each hour of a quiet time */
} groups[GROUPS] = {{14 * MIN, 20 * MIN, 5, 8}, {9 * MIN, 15 * MIN, 3, 8}, {6 * MIN, 6 * MIN, 0, 7}};
static const uint64_t serves[WINDOWS] = {1, 1, 1, 1, 2, 2, 4, 7}; /* the last one is for all */

static void person_add(struct hall *h, int group, msec arrives, msec slot, bool comes)
{
	struct person *p = &h->at[h->n++];

	assert_true(h->n <= PEOPLE);
	*p = (struct person){.group = group, .arrives = arrives, .slot = slot, .comes = comes, .called = MSEC_NONE, .told = -1};
	p->priority = roll(&h->dice, 100) < 12;
	p->answers = roll(&h->dice, 100) >= 5;
	p->takes = p->answers ? 40000 + service(&h->dice, groups[group].mean) : 2 * MIN;
	p->rank = queue_rank(arrives, slot, p->priority);
}

/* rush - walk-ins of this hour, in percent of a quiet one. */
static int rush(int hour)
{
	static const int percent[] = {240, 190, 80, 40, 80, 170, 110, 60};

	return percent[hour % 8];
}

static void people_make(struct hall *h)
{
	for (int g = 0; g < GROUPS; g++) {
		for (int half = 0; half < DAY_MIN / 30; half++)
			for (int i = 0; i < groups[g].places; i++) {
				msec slot = T0 + half * 30 * MIN;
				msec early = (msec)(roll(&h->dice, 25 * 60)) * 1000 - 7 * MIN; /* 18 minutes early to 7 late */
				if (roll(&h->dice, 100) < 75) /* booked at all */
					person_add(h, g, slot - early, slot, roll(&h->dice, 100) < 88);
			}
		for (int minute = 0; minute < DAY_MIN; minute++)
			if (roll(&h->dice, 6000) < (uint32_t)(groups[g].walk_ins * rush(minute / 60)))
				person_add(h, g, T0 + minute * MIN + (msec)roll(&h->dice, 60000), MSEC_NONE, true);
	}
}

static bool waits_at(const struct person *p, msec now)
{
	return p->comes && p->arrives <= now && p->called == MSEC_NONE;
}

/* tell - what the portal would say to the person who has just arrived: it sees who waits, who sits at a window since when, and who
 * booked and is not here yet. */
static void tell(struct hall *h, int who, msec now)
{
	struct queue_ticket t[PEOPLE];
	struct queue_window w[WINDOWS];
	size_t nt = 0, nw = 0;

	for (int i = 0; i < h->n; i++) {
		const struct person *p = &h->at[i];
		bool here = waits_at(p, now);
		bool coming = p->slot != MSEC_NONE && (!p->comes || p->arrives > now) && p->slot + QUEUE_GRACE_MS >= now;
		if (here || coming)
			t[nt++] = (struct queue_ticket){.id = i, .rank = here ? p->rank : p->slot - QUEUE_BOOKED_MS, .group = p->group, .window_only = -1,
							.from = here ? now : p->slot - 8 * MIN, .expected = !here};
	}
	for (int i = 0; i < WINDOWS; i++)
		if (h->window[i].opens <= now) {
			const struct window *v = &h->window[i];
			msec left = v->serving >= 0 ? queue_left(h->pace[h->at[v->serving].group], now - v->called_at) : 0;
			w[nw++] = (struct queue_window){v->groups, now + left};
		}
	struct queue_hall hall = {h->pace, t, nt, w, nw};
	queue_estimate(&hall);
	for (size_t i = 0; i < nt; i++)
		if (t[i].id == who && t[i].call_at != MSEC_NONE)
			h->at[who].told = queue_minutes(t[i].call_at - now) * MIN;
}

static void call_next(struct hall *h, struct window *w, msec now)
{
	struct person *first = NULL;

	for (int i = 0; i < h->n; i++) {
		struct person *p = &h->at[i];
		if (waits_at(p, now) && w->groups >> p->group & 1 && (!first || p->rank < first->rank))
			first = p;
	}
	w->serving = first ? (int)(first - h->at) : -1;
	if (!first)
		return;
	first->called = w->called_at = now;
	w->free_at = now + first->takes;
}

static void one_second(struct hall *h, msec now)
{
	for (int i = 0; i < WINDOWS; i++) {
		struct window *w = &h->window[i];
		if (w->serving >= 0 && w->free_at <= now) {
			int g = h->at[w->serving].group;
			h->pace[g] = queue_pace_next(h->pace[g], h->served[g]++, now - w->called_at);
			w->serving = -1;
		}
		if (w->opens <= now && w->serving < 0)
			call_next(h, w, now);
	}
	for (int i = 0; i < h->n; i++)
		if (h->at[i].comes && h->at[i].arrives > now - 1000 && h->at[i].arrives <= now && h->at[i].called == MSEC_NONE)
			tell(h, i, now);
}

static void one_day(struct hall *h)
{
	h->n = 0;
	people_make(h);
	for (int i = 0; i < WINDOWS; i++) /* one of them opens at ten */
		h->window[i] = (struct window){.groups = serves[i], .opens = i == 3 ? T0 + 60 * MIN : T0, .serving = -1};
	for (msec now = T0; now < T0 + (DAY_MIN + 180) * MIN; now += 1000)
		one_second(h, now);
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* Nobody is called before somebody of the same line with a lower rank who is there. */
static void check_order(const struct hall *h)
{
	for (int i = 0; i < h->n; i++)
		for (int k = 0; k < h->n; k++) {
			const struct person *a = &h->at[i], *b = &h->at[k];
			if (a->comes && b->comes && a->group == b->group && a->rank < b->rank && a->arrives <= b->called)
				assert_true(a->called <= b->called);
		}
}

/* What is compared: of everybody who waited for five minutes or more, what they were told on arrival, in round minutes. */
struct score {
	double error[12000], wait[12000], serve, serve2;
	size_t n, served;
};

static void score_day(struct score *s, const struct hall *h)
{
	for (int i = 0; i < h->n; i++) {
		const struct person *p = &h->at[i];
		double was = (double)(p->called - p->arrives), told = (double)p->told;
		double part = (double)p->takes / (double)groups[p->group].mean;
		s->served += p->answers;
		s->serve += p->answers ? part : 0;
		s->serve2 += p->answers ? part * part : 0;
		if (!p->comes || was < 5 * MIN || p->told < 0)
			continue;
		assert_true(s->n < LEN(s->wait));
		s->wait[s->n] = was;
		s->error[s->n++] = was > told ? (was - told) / was : (told - was) / was;
	}
}

static void waits_are_foretold(void **state)
{
	static const uint64_t seeds[] = {20260302, 7, 99};
	static struct hall h;
	static struct score s;

	(void)state;
	for (size_t seed = 0; seed < LEN(seeds); seed++) {
		h = (struct hall){.dice = {seeds[seed]}};
		for (int g = 0; g < GROUPS; g++)
			h.pace[g] = groups[g].listed;
		for (int d = 0; d < 6; d++) {
			one_day(&h);
			check_order(&h);
			if (d > 0) /* the first one teaches the pace */
				score_day(&s, &h);
		}
	}
	assert_true(s.n > 2000);
	qsort(s.error, s.n, sizeof(*s.error), by_size);
	qsort(s.wait, s.n, sizeof(*s.wait), by_size);
	double mean = s.serve / (double)s.served, variance = s.serve2 / (double)s.served - mean * mean;
	print_message("%zu waits of at least 5 minutes, median %.1f, longest %.0f minutes; services vary by %.0f %% of their mean; "
		      "error of what was told on arrival: median %.1f %% of the wait, three of four below %.0f %%\n",
		      s.n, s.wait[s.n / 2] / MIN, s.wait[s.n - 1] / MIN, sqrt(variance) / mean * 100, s.error[s.n / 2] * 100,
		      s.error[s.n * 3 / 4] * 100);
	assert_true(s.error[s.n / 2] < 0.20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(credit_of_each_kind),
		cmocka_unit_test(nobody_is_overtaken_by_who_comes_half_an_hour_later),
		cmocka_unit_test(windows_take_the_lowest_rank_that_they_may),
		cmocka_unit_test(a_ticket_for_one_window_waits_for_that_one),
		cmocka_unit_test(nobody_can_say_without_a_window),
		cmocka_unit_test(who_is_expected_takes_time_when_they_come_and_none_before),
		cmocka_unit_test(minutes_are_round),
		cmocka_unit_test(the_pace_follows_and_is_not_carried_away),
		cmocka_unit_test(windows_needed_for_an_hour),
		cmocka_unit_test(waits_are_foretold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
