#include "crowd.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TIMES_MAX 200000 /* of one client */

struct share { /* memory that all processes see; one for each client */
	int64_t done, errors;
	float ms[TIMES_MAX];
};

static double seconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void client_run(const struct crowd *c, int who, double end, struct share *out)
{
	void *client = c->begin(who, c->arg);

	if (!client) {
		out->errors = 1;
		return;
	}
	for (double start = seconds_now(); start < end && out->done < TIMES_MAX;) {
		bool ok = c->again(client);
		double now = seconds_now();
		if (ok)
			out->ms[out->done++] = (float)((now - start) * 1000);
		else
			out->errors++;
		start = now;
	}
}

static int by_size(const void *a, const void *b)
{
	float x, y;

	x = *(const float *)a;
	y = *(const float *)b;
	return (x > y) - (x < y);
}

static bool report(const struct crowd *c, const struct share *s, double took)
{
	int64_t done = 0, errors = 0, at = 0;
	float *ms;

	for (int i = 0; i < c->clients; i++) {
		done += s[i].done;
		errors += s[i].errors;
	}
	ms = calloc((size_t)done + 1, sizeof(*ms));
	if (!ms)
		return false;
	for (int i = 0; i < c->clients; i++)
		for (int64_t k = 0; k < s[i].done; k++)
			ms[at++] = s[i].ms[k];
	qsort(ms, (size_t)done, sizeof(*ms), by_size);
	printf("%lld %lld %.3f %.2f %.2f\n", (long long)done, (long long)errors, took, (double)ms[done / 2],
	       (double)ms[done * 99 / 100]);
	free(ms);
	return done > 0;
}

bool crowd_run(const struct crowd *c)
{
	size_t size = (size_t)c->clients * sizeof(struct share);
	struct share *s = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	double start = seconds_now();

	if (s == MAP_FAILED)
		return false;
	for (int i = 0; i < c->clients; i++)
		if (fork() == 0) {
			client_run(c, i, start + c->seconds, &s[i]);
			_exit(0);
		}
	while (wait(NULL) > 0)
		;
	return report(c, s, seconds_now() - start);
}
