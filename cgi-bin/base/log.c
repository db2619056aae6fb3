#include "base/log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "base/time.h"

/* One write of less than PIPE_BUF bytes is never mixed with another process's line. */
#define LINE_MAX_BYTES 2048

static const char *program_name = "portal";
static const char *request_id; /* NULL between requests */

void log_start(const char *program)
{
	program_name = program;
}

void log_request(const char *id)
{
	request_id = id;
}

/* The real time, also when the tests lead the clock. */
static char *stamp(char buf[static MSEC_TEXT])
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return msec_text((msec)ts.tv_sec * 1000 + ts.tv_nsec / 1000000, buf);
}

/* Text from outside must not make a second line or move the reader's cursor. */
static void control_blank(char *s)
{
	for (; *s; s++) {
		if ((unsigned char)*s < 0x20 || *s == 0x7F)
			*s = '?';
	}
}

/* Where a line that was too long may be cut: not inside a character. */
static size_t cut_at(const char *s, size_t n)
{
	while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80)
		n--;
	return n;
}

static void line_write(const char *level, const char *fmt, va_list args) __attribute__((format(printf, 2, 0)));

static void line_write(const char *level, const char *fmt, va_list args)
{
	char line[LINE_MAX_BYTES + 8], when[MSEC_TEXT];
	int saved = errno, head, body;
	size_t n;

	head = snprintf(line, LINE_MAX_BYTES / 2, "%s %s %s[%d] %s ", stamp(when), level, program_name, (int)getpid(),
			text_or(request_id, "-"));
	if (head < 0)
		return;
	n = (size_t)head < LINE_MAX_BYTES / 2 ? (size_t)head : LINE_MAX_BYTES / 2 - 1;
	errno = saved; /* for %m */
	body = vsnprintf(line + n, LINE_MAX_BYTES - n, fmt, args);
	if (body >= 0 && (size_t)body >= LINE_MAX_BYTES - n) {
		n = cut_at(line, LINE_MAX_BYTES - 4);
		memcpy(line + n, "...", 4);
	}
	control_blank(line);
	n = strlen(line);
	line[n++] = '\n';
	/* a log that cannot be written has nowhere to complain */
	if (write(STDERR_FILENO, line, n) < 0)
		errno = saved;
	errno = saved;
}

void log_info(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	line_write("info", fmt, args);
	va_end(args);
}

void log_warn(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	line_write("warn", fmt, args);
	va_end(args);
}

void log_error_line(enum err e, const char *fmt, ...)
{
	char level[48];
	va_list args;

	snprintf(level, sizeof(level), "error %s", err_name(e));
	va_start(args, fmt);
	line_write(level, fmt, args);
	va_end(args);
}
