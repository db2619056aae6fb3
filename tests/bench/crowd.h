/* crowd.h - many clients at once, each doing one thing over and over for a while, and what came of it. */
#ifndef BENCH_CROWD_H
#define BENCH_CROWD_H

#include <stdbool.h>

/* crowd_client - one client: *begin once, then *again until time is up.  Each client is a process of its own. */
struct crowd {
	int clients;
	int seconds;
	/* begin - state of client number `who`, or NULL when it cannot begin. */
	void *(*begin)(int who, void *arg);
	/* again - do it once; false when it went wrong. */
	bool (*again)(void *client);
	void *arg;
};

/* crowd_run - prints one line: done, errors, seconds, milliseconds of the 50th and of the 99th percentile.
 * false when nothing was done. */
bool crowd_run(const struct crowd *c);

#endif
