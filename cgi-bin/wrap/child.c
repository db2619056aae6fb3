#include "wrap/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

#define ROOM 65536 /* bytes read at a time: what a pipe holds */

static const char *program_path(void *ctx, const char *name)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash;

	if (n < 0)
		return NULL;
	self[n] = '\0';
	slash = strrchr(self, '/');
	return slash ? mem_fmt(ctx, "%.*s/%s", (int)(slash - self), self, name) : NULL;
}

/* input_make - a file in memory: unlike a pipe it never makes anybody wait. */
static int input_make(struct bytes in)
{
	int fd = memfd_create("input", MFD_CLOEXEC);
	size_t done = 0;

	while (fd >= 0 && done < in.n) {
		ssize_t n = write(fd, in.p + done, in.n - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			close(fd);
			return -1;
		}
		done += (size_t)n;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* spawn - the child's standard input and output are these two; every other descriptor of ours is closed in it, and the signals
 * that a worker holds back are free again. */
static int spawn(const char *path, int in, int out, pid_t *child)
{
	char locale[] = "LC_ALL=C.UTF-8";
	char *const argv[] = {(char *)(uintptr_t)path, NULL}, *const env[] = {locale, NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t none, all;
	int fault;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&how);
	posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
	posix_spawnattr_setsigmask(&how, &none);
	posix_spawnattr_setsigdefault(&how, &all);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	fault = posix_spawn(child, path, &files, &how, argv, env);
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	return fault;
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool wait_readable(int fd, int64_t end)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	int ready;

	do {
		int64_t left = end - now_ms();
		ready = poll(&p, 1, left > 0 ? (int)left : 0);
	} while (ready < 0 && errno == EINTR);
	return ready > 0;
}

/* gather - until the other end is closed; false when time or room is over. */
static bool gather(void *ctx, int fd, const struct child_limits *limits, struct bytes *out)
{
	int64_t end = now_ms() + (int64_t)limits->seconds * 1000;
	uint8_t *all = NULL;
	size_t n = 0;

	while (n <= limits->out_max && wait_readable(fd, end)) {
		all = mem_grow(ctx, all, uint8_t, n + ROOM);
		ssize_t got = read(fd, all + n, ROOM);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			*out = (struct bytes){all, n};
			return got == 0;
		}
		n += (size_t)got;
	}
	return false;
}

static enum err talk(void *ctx, const char *path, int in, const int ends[2], const struct child_limits *limits,
		     struct bytes *out)
{
	pid_t child;
	int status = 0, fault = spawn(path, in, ends[1], &child);

	close(ends[1]);
	if (fault)
		return log_err(ERR_UNAVAILABLE, "%s: %s", path, strerror(fault));
	bool whole = gather(ctx, ends[0], limits, out);
	if (!whole)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (!whole || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return log_err(ERR_UNAVAILABLE, "%s: no answer, ended with status %#x", path, (unsigned)status);
	return ERR_NONE;
}

enum err child_run(void *ctx, const char *name, struct bytes in, const struct child_limits *limits, struct bytes *out)
{
	const char *path = program_path(ctx, name);
	int input = input_make(in), ends[2];
	enum err e;

	if (!path || input < 0 || pipe2(ends, O_CLOEXEC) < 0) {
		e = log_err(ERR_UNAVAILABLE, "child %s: %m", name);
	} else {
		e = talk(ctx, path, input, ends, limits, out);
		close(ends[0]);
	}
	if (input >= 0)
		close(input);
	return e;
}
