/* One line per happening, whatever the text; error names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/text.h"

/* stderr goes through a pipe while a line is written; what came out is in `line`. */
struct capture {
	int pipe[2];
	int saved;
	char line[8192];
};

static void capture_start(struct capture *c)
{
	assert_int_equal(pipe(c->pipe), 0);
	c->saved = dup(STDERR_FILENO);
	assert_true(c->saved >= 0);
	assert_true(dup2(c->pipe[1], STDERR_FILENO) >= 0);
}

static const char *capture_end(struct capture *c)
{
	ssize_t n;

	dup2(c->saved, STDERR_FILENO);
	close(c->saved);
	close(c->pipe[1]);
	n = read(c->pipe[0], c->line, sizeof(c->line) - 1); /* one write is one read */
	close(c->pipe[0]);
	assert_true(n > 0);
	c->line[n] = '\0';
	return c->line;
}

static void a_line_says_when_what_and_who(void **state)
{
	struct capture c;
	char pid[32];
	const char *line;

	(void)state;
	snprintf(pid, sizeof(pid), " catalog[%d] ", (int)getpid());
	log_start("catalog");
	log_request("R7F3");
	capture_start(&c);
	log_warn("took %d ms", 1200);
	line = capture_end(&c);
	assert_int_equal(line[4], '-');
	assert_int_equal(line[19], '.');
	assert_non_null(strstr(line, pid));
	assert_non_null(strstr(line, " warn "));
	assert_non_null(strstr(line, " R7F3 took 1200 ms\n"));
	log_request(NULL);
	capture_start(&c);
	log_info("stopped");
	line = capture_end(&c);
	assert_non_null(strstr(line, " info "));
	assert_non_null(strstr(line, "] - stopped\n"));
}

static void an_error_is_logged_and_passed_on(void **state)
{
	struct capture c;
	enum err e;

	(void)state;
	capture_start(&c);
	errno = ENOSPC;
	e = log_err(ERR_UNAVAILABLE, "store: %m");
	assert_int_equal(errno, ENOSPC);
	capture_end(&c);
	assert_int_equal(e, ERR_UNAVAILABLE);
	assert_non_null(strstr(c.line, " error ERR_UNAVAILABLE "));
	assert_non_null(strstr(c.line, "store: No space left on device\n"));
}

static void text_from_outside_stays_on_one_line(void **state)
{
	struct capture c;

	(void)state;
	capture_start(&c);
	log_info("path %s", "/a\r\n2026-01-01 info forged\x1B[2J\x7F\t𠮷");
	capture_end(&c);
	assert_non_null(strstr(c.line, "path /a??2026-01-01 info forged?[2J??𠮷\n"));
	assert_ptr_equal(strchr(c.line, '\n') + 1, c.line + strlen(c.line));
}

static void a_long_line_is_cut_between_characters(void **state)
{
	char text[6001];
	struct capture c;

	(void)state;
	for (size_t i = 0; i < 6000; i += 3)
		memcpy(text + i, "好", 3);
	text[6000] = '\0';
	for (int shift = 0; shift < 3; shift++) {
		capture_start(&c);
		log_info("%.*s%s", shift, "abc", text);
		capture_end(&c);
		assert_true(strlen(c.line) <= 2048);
		assert_true(strlen(c.line) > 2000);
		assert_true(utf8_ok(c.line, strlen(c.line)));
		assert_string_equal(c.line + strlen(c.line) - 4, "...\n");
	}
}

static void a_long_program_name_leaves_room(void **state)
{
	char name[3001];
	struct capture c;

	(void)state;
	memset(name, 'p', 3000);
	name[3000] = '\0';
	log_start(name);
	capture_start(&c);
	log_info("still here");
	capture_end(&c);
	log_start("test");
	assert_non_null(strstr(c.line, "still here\n"));
}

static void every_error_has_its_name(void **state)
{
	(void)state;
	for (int e = ERR_NONE; e <= ERR_CALENDAR_GAP; e++)
		assert_true(text_starts(err_name((enum err)e), "ERR_") && !text_eq(err_name((enum err)e), "ERR_?"));
	assert_string_equal(err_name(ERR_CALENDAR_GAP), "ERR_CALENDAR_GAP");
	assert_string_equal(err_name((enum err)(ERR_CALENDAR_GAP + 1)), "ERR_?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_says_when_what_and_who),
		cmocka_unit_test(an_error_is_logged_and_passed_on),
		cmocka_unit_test(text_from_outside_stays_on_one_line),
		cmocka_unit_test(a_long_line_is_cut_between_characters),
		cmocka_unit_test(a_long_program_name_leaves_room),
		cmocka_unit_test(every_error_has_its_name),
	};

	return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
