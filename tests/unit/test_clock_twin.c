/* A million due dates, from domain/clock.c and from a second implementation that shares nothing with it; and proof that
 * the comparison would notice one wrong row of the calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/clock.h"
#include "unit/naive_clock.h"
#include "unit/sample_calendar.h"

#define QUESTIONS 1200000
#define QUESTIONS_PER_ROW 5000

struct twins {
	const struct calendar *cal;
	struct naive *naive;
};

static int twins_make(void **state)
{
	struct twins *t = mem_new(NULL, struct twins);

	t->cal = sample_calendar(t);
	t->naive = mem_new(t, struct naive);
	naive_start(t->naive);
	for (int year = SAMPLE_FIRST_YEAR; year <= SAMPLE_LAST_YEAR; year++) {
		if (!naive_read(t->naive, sample_path(t, year)))
			return -1;
	}
	*state = t;
	return 0;
}

static int twins_free(void **state)
{
	return talloc_free(*state);
}

/* --- questions ------------------------------------------------------------------------------------------ */

/* splitmix64: the same questions on every machine and in every run. */
static uint64_t random_next(uint64_t *seed)
{
	uint64_t z = (*seed += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static int random_between(uint64_t *seed, int min, int max)
{
	return min + (int)(random_next(seed) % (uint64_t)(max - min + 1));
}

/* Event days from July 2023 to June 2027, so that years without a calendar are touched at both ends; mostly limits as the
 * law has them, some long ones; up to three pauses, which may touch, overlap, begin before the event or go on. */
static struct naive_question question_make(uint64_t *seed)
{
	static const int longest[] = {[NAIVE_WORKING] = 65, [NAIVE_HALF] = 20, [NAIVE_NATURAL] = 90, [NAIVE_MONTHS] = 12};
	struct naive_question q = {.from = random_between(seed, 546, 2006)};
	int at = q.from - 5;

	q.unit = random_between(seed, 0, 9) < 6 ? NAIVE_WORKING : (enum naive_unit)random_between(seed, 1, 3);
	q.amount = random_between(seed, 1, longest[q.unit]);
	if (q.unit == NAIVE_WORKING && random_between(seed, 0, 19) == 0)
		q.amount += 200;
	q.npauses = random_between(seed, -3, 3);
	if (q.npauses < 0)
		q.npauses = 0;
	for (int i = 0; i < q.npauses; i++) {
		at += random_between(seed, 0, 25);
		q.pauses[i].from = at;
		q.pauses[i].to = at + random_between(seed, 0, 30);
		if (random_between(seed, 0, 39) == 0)
			q.pauses[i].to = NAIVE_NEVER;
	}
	return q;
}

/* --- the portal's answers ------------------------------------------------------------------------------- */

static day to_day(int index)
{
	return index == NAIVE_NEVER ? DAY_NONE : index + NAIVE_FIRST_DAY;
}

static enum clock_unit to_unit(enum naive_unit unit)
{
	static const enum clock_unit units[] = {CLOCK_WORKING_DAY, CLOCK_HALF_DAY, CLOCK_NATURAL_DAY, CLOCK_MONTH};

	return units[unit];
}

static void pauses_make(const struct naive_question *q, struct clock_pause out[static 4])
{
	for (int i = 0; i < q->npauses; i++)
		out[i] = (struct clock_pause){to_day(q->pauses[i].from), to_day(q->pauses[i].to)};
}

static bool due_agrees(const struct twins *t, const struct naive_question *q, bool *never)
{
	struct clock_pause pauses[4];
	struct clock_limit limit = {q->amount, to_unit(q->unit)};
	int expected = naive_due(t->naive, q);
	bool gap = expected != NAIVE_NEVER && naive_gap(t->naive, q->from, expected);
	enum err e;
	day due;

	*never = expected == NAIVE_NEVER;
	pauses_make(q, pauses);
	e = clock_due_limit(t->cal, to_day(q->from), limit, pauses, (size_t)q->npauses, &due);
	if (e != (gap ? ERR_CALENDAR_GAP : ERR_NONE) || due != to_day(expected))
		return false;
	if (q->npauses > 0 || q->unit != NAIVE_WORKING)
		return true;
	return clock_due(t->cal, to_day(q->from), q->amount, &due) == e && due == to_day(expected);
}

static bool used_agrees(const struct twins *t, const struct naive_question *q, int today)
{
	struct naive_question plain = {.from = q->from};
	struct clock_pause pauses[4];
	int used = naive_used(t->naive, q, today), between = naive_used(t->naive, &plain, today);
	day from = to_day(q->from), until = to_day(today);

	pauses_make(q, pauses);
	return clock_used(t->cal, from, pauses, (size_t)q->npauses, until) == used &&
	       clock_between(t->cal, from, until) == between && clock_between(t->cal, until, from) == -between;
}

static void question_print(const struct naive_question *q)
{
	char text[DAY_TEXT];

	print_error("from %s, %d of unit %d", day_text(to_day(q->from), text), q->amount, (int)q->unit);
	for (int i = 0; i < q->npauses; i++) {
		print_error(", paused %s", day_text(to_day(q->pauses[i].from), text));
		print_error(" to %s", day_text(to_day(q->pauses[i].to), text));
	}
	print_error("\n");
}

/* --- tests ---------------------------------------------------------------------------------------------- */

static void a_million_random_limits_agree(void **state)
{
	const struct twins *t = *state;
	uint64_t seed = 20260212;
	size_t never = 0;

	for (int i = 0; i < QUESTIONS; i++) {
		struct naive_question q = question_make(&seed);
		int today = random_between(&seed, q.from, q.from + 120);
		bool still;

		if (!due_agrees(t, &q, &still) || (i % 8 == 0 && !used_agrees(t, &q, today))) {
			question_print(&q);
			fail();
		}
		never += still;
	}
	/* the questions are of all kinds: some clocks stand still */
	assert_in_range(never, QUESTIONS / 200, QUESTIONS / 10);
}

static void every_event_day_of_the_covered_years_agrees(void **state)
{
	const struct twins *t = *state;

	for (int from = 730; from < 730 + 366 + 365 + 365; from++) {
		for (int amount = 1; amount <= 45; amount++) {
			struct naive_question q = {.from = from, .unit = NAIVE_WORKING, .amount = amount};
			bool still;

			if (!due_agrees(t, &q, &still)) {
				question_print(&q);
				fail();
			}
		}
	}
}

/* The first question whose answers differ, or QUESTIONS_PER_ROW. */
static int first_difference(const struct twins *t, uint64_t seed)
{
	int i = 0;

	for (; i < QUESTIONS_PER_ROW; i++) {
		struct naive_question q = question_make(&seed);
		bool still;

		if (!due_agrees(t, &q, &still))
			break;
	}
	return i;
}

static void one_changed_row_is_noticed(void **state)
{
	const struct twins *t = *state;
	size_t rows = 0;

	assert_int_equal(first_difference(t, 1), QUESTIONS_PER_ROW);
	for (int i = 0; i < NAIVE_DAYS; i++) {
		struct naive_day *d = &t->naive->days[i];

		if (!d->listed)
			continue;
		d->works = !d->works;
		assert_true(first_difference(t, 1) < QUESTIONS_PER_ROW);
		d->works = !d->works;
		rows++;
	}
	assert_int_equal(rows, 36 + 33 + 39);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_million_random_limits_agree),
		cmocka_unit_test(every_event_day_of_the_covered_years_agrees),
		cmocka_unit_test(one_changed_row_is_noticed),
	};

	return cmocka_run_group_tests_name("clock and its twin", tests, twins_make, twins_free);
}
