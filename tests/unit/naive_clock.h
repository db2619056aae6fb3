/* naive_clock.h - due dates once more, written without anything of the portal: it reads the CSV files by itself, knows the
 * length of months by itself, and walks one day at a time.  What domain/clock.c says is compared with it.
 *
 * Days are indexes into one array of days; index 0 is 2022-01-01. */
#ifndef UNIT_NAIVE_CLOCK_H
#define UNIT_NAIVE_CLOCK_H

#include <stdbool.h>

#define NAIVE_DAYS 3200 /* into the year 2030 */
#define NAIVE_NEVER (-1)
#define NAIVE_PAUSES 24
#define NAIVE_FIRST_DAY 18993 /* 2022-01-01 in days since 1970-01-01 */

struct naive {
	struct naive_day {
		int year, month, mday;
		bool works;
		bool listed;   /* a file has a row for it */
		bool has_file; /* its year has one */
	} days[NAIVE_DAYS];
};

enum naive_unit { NAIVE_WORKING, NAIVE_HALF, NAIVE_NATURAL, NAIVE_MONTHS };

struct naive_pause {
	int from, to; /* NAIVE_NEVER: goes on */
};
struct naive_question {
	int from;
	enum naive_unit unit;
	int amount;
	struct naive_pause pauses[NAIVE_PAUSES];
	int npauses;
};

/* naive_start - Monday to Friday. */
void naive_start(struct naive *n);
/* naive_read - one year's file; false when it cannot be read or does not make sense. */
bool naive_read(struct naive *n, const char *path);
/* naive_due - index of the due day, or NAIVE_NEVER while a pause goes on. */
int naive_due(const struct naive *n, const struct naive_question *q);
/* naive_gap - a day after from and up to due lies in a year without a file. */
bool naive_gap(const struct naive *n, int from, int due);
/* naive_used - working days after from, up to and including today, outside the pauses. */
int naive_used(const struct naive *n, const struct naive_question *q, int today);

#endif
