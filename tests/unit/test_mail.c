/* Letters as they are sent, and both ways of handing a message over, each to a small server of the test's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <arpa/inet.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "wrap/mail.h"

static const struct letter letter = {
	.id = "case.1.2.3.email",
	.from = "portal@example.org",
	.to = "someone@example.net",
	.subject = "申请已受理",
	.text = "您申请的“食品经营许可”已受理。𠮷",
};

static struct letter dated(void)
{
	struct letter l = letter;

	l.at = msec_make(day_make(2026, 2, 12), 9, 30, 5, 0);
	return l;
}

/* --- the letter -------------------------------------------------------------------------------------- */

static void a_letter_is_plain_ascii_with_short_lines(void **state)
{
	void *ctx = talloc_new(NULL);
	struct letter l = dated();
	char *text;

	(void)state;
	l.subject = "一个相当长的主题，长到一个编码字放不下，需要折成好几段，每一段都在字与字之间断开";
	text = mail_letter(ctx, &l);
	for (const char *p = text, *end; *p; p = end + 2) {
		end = strstr(p, "\r\n");
		assert_non_null(end);
		assert_true(end - p <= 76 + 9);
		for (const char *c = p; c < end; c++)
			assert_true(*c >= ' ' && *c <= '~');
	}
	assert_non_null(strstr(text, "Date: Thu, 12 Feb 2026 09:30:05 +0800\r\n"));
	assert_non_null(strstr(text, "Message-ID: <case.1.2.3.email@example.org>\r\n"));
	assert_non_null(strstr(text, "Subject: =?UTF-8?B?"));
	talloc_free(ctx);
}

static void the_text_is_base64(void **state)
{
	void *ctx = talloc_new(NULL);
	struct letter l = dated();

	(void)state;
	l.subject = "a";
	l.text = "Man"; /* the example of every book */
	assert_non_null(strstr(mail_letter(ctx, &l), "Subject: =?UTF-8?B?YQ==?=\r\n"));
	assert_non_null(strstr(mail_letter(ctx, &l), "\r\n\r\nTWFu\r\n"));
	l.text = "Ma";
	assert_non_null(strstr(mail_letter(ctx, &l), "\r\n\r\nTWE=\r\n"));
	l.text = "";
	assert_non_null(strstr(mail_letter(ctx, &l), "\r\n\r\n"));
	talloc_free(ctx);
}

static void what_is_no_address_makes_no_letter(void **state)
{
	static const char *const bad[] = {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>", "a@b,c@d", "甲@b"};
	void *ctx = talloc_new(NULL);
	struct letter l = dated();
	const char *why;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		l.to = bad[i];
		assert_null(mail_letter(ctx, &l));
	}
	assert_int_equal(mail_smtp(ctx, "smtp://127.0.0.1:1", &l, &why), ERR_INVALID);
	talloc_free(ctx);
}

/* --- a server that talks one connection through ------------------------------------------------------ */

struct server {
	pid_t pid;
	int port;
	int heard; /* what the client said comes out here */
};

typedef void talk(FILE *in, FILE *out, FILE *heard);

static void serve(int listener, int heard, talk *say)
{
	int c = accept(listener, NULL, NULL);
	FILE *in = fdopen(c, "r"), *out = fdopen(dup(c), "w"), *h = fdopen(heard, "w");

	if (in && out && h)
		say(in, out, h);
	if (h)
		fflush(h);
	_exit(0);
}

static struct server server_start(talk *say)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t n = sizeof(a);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), ends[2];
	struct server s;

	assert_true(listener >= 0);
	assert_int_equal(bind(listener, (struct sockaddr *)&a, sizeof(a)), 0);
	assert_int_equal(listen(listener, 1), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&a, &n), 0);
	assert_int_equal(pipe(ends), 0);
	s.pid = fork();
	assert_true(s.pid >= 0);
	if (s.pid == 0)
		serve(listener, ends[1], say);
	close(ends[1]);
	close(listener);
	s.port = ntohs(a.sin_port);
	s.heard = ends[0];
	return s;
}

static char *server_end(void *ctx, struct server *s)
{
	char *text = mem_str(ctx, ""), some[1024];
	ssize_t n;

	while ((n = read(s->heard, some, sizeof(some) - 1)) > 0) {
		some[n] = '\0';
		text = mem_fmt(ctx, "%s%s", text, some);
	}
	close(s->heard);
	waitpid(s->pid, NULL, 0);
	return text;
}

static void reply(FILE *out, const char *line)
{
	fprintf(out, "%s\r\n", line);
	fflush(out);
}

static void smtp_talk(FILE *in, FILE *out, FILE *heard)
{
	char line[1024];
	bool data = false;

	reply(out, "220 test");
	while (fgets(line, sizeof(line), in)) {
		fputs(line, heard);
		if (data && strcmp(line, ".\r\n") != 0)
			continue;
		if (strncmp(line, "DATA", 4) == 0) {
			data = true;
			reply(out, "354 go on");
		} else if (strncmp(line, "QUIT", 4) == 0) {
			reply(out, "221 bye");
			return;
		} else {
			data = false;
			reply(out, "250 ok");
		}
	}
}

static void smtp_refuses(FILE *in, FILE *out, FILE *heard)
{
	char line[1024];

	reply(out, "220 test");
	while (fgets(line, sizeof(line), in)) {
		fputs(line, heard);
		reply(out, strncmp(line, "RCPT", 4) == 0 ? "550 nobody of that name" : "250 ok");
	}
}

static void http_answer(FILE *in, FILE *out, FILE *heard, const char *status)
{
	char line[1024];
	size_t left = 0;

	while (fgets(line, sizeof(line), in) && strcmp(line, "\r\n") != 0) {
		fputs(line, heard);
		if (sscanf(line, "Content-Length: %zu", &left) != 1)
			continue;
	}
	for (int c; left > 0 && (c = fgetc(in)) != EOF; left--)
		fputc(c, heard);
	fprintf(out, "HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", status);
	fflush(out);
}

static void http_ok(FILE *in, FILE *out, FILE *heard)
{
	http_answer(in, out, heard, "202 Accepted");
}

static void http_broken(FILE *in, FILE *out, FILE *heard)
{
	http_answer(in, out, heard, "500 Oops");
}

static void a_letter_goes_by_smtp(void **state)
{
	void *ctx = talloc_new(NULL);
	struct server s = server_start(smtp_talk);
	struct letter l = dated();
	const char *why = "";
	enum err e = mail_smtp(ctx, mem_fmt(ctx, "smtp://127.0.0.1:%d", s.port), &l, &why);
	char *heard = server_end(ctx, &s);

	(void)state;
	if (e != ERR_NONE)
		fail_msg("%s", why);
	assert_non_null(strstr(heard, "MAIL FROM:<portal@example.org>"));
	assert_non_null(strstr(heard, "RCPT TO:<someone@example.net>"));
	assert_non_null(strstr(heard, mail_letter(ctx, &l)));
	talloc_free(ctx);
}

static void a_refused_letter_is_an_error(void **state)
{
	void *ctx = talloc_new(NULL);
	struct server s = server_start(smtp_refuses);
	struct letter l = dated();
	const char *why = "";

	(void)state;
	assert_int_equal(mail_smtp(ctx, mem_fmt(ctx, "smtp://127.0.0.1:%d", s.port), &l, &why), ERR_UNAVAILABLE);
	assert_non_null(strstr(why, "550"));
	server_end(ctx, &s);
	talloc_free(ctx);
}

static void a_hook_gets_json_and_a_key(void **state)
{
	void *ctx = talloc_new(NULL);
	struct server s = server_start(http_ok);
	const char *why = "";
	enum err e = mail_hook(ctx, mem_fmt(ctx, "http://127.0.0.1:%d/sms", s.port), "case.1.2.3.sms", "{\"to\":\"1\"}", &why);
	char *heard = server_end(ctx, &s);

	(void)state;
	assert_int_equal(e, ERR_NONE);
	assert_non_null(strstr(heard, "POST /sms HTTP/1.1"));
	assert_non_null(strstr(heard, "Idempotency-Key: case.1.2.3.sms"));
	assert_non_null(strstr(heard, "{\"to\":\"1\"}"));
	talloc_free(ctx);
}

static void a_hook_that_fails_is_an_error(void **state)
{
	void *ctx = talloc_new(NULL);
	struct server s = server_start(http_broken);
	const char *why = "";

	(void)state;
	assert_int_equal(mail_hook(ctx, mem_fmt(ctx, "http://127.0.0.1:%d/", s.port), "x", "{}", &why), ERR_UNAVAILABLE);
	assert_string_equal(why, "the hook answered 500");
	server_end(ctx, &s);
	/* nobody is there any more; and no file or other scheme is ever read */
	assert_int_equal(mail_hook(ctx, mem_fmt(ctx, "http://127.0.0.1:%d/", s.port), "x", "{}", &why), ERR_UNAVAILABLE);
	assert_int_equal(mail_hook(ctx, "file:///etc/hostname", "x", "{}", &why), ERR_UNAVAILABLE);
	talloc_free(ctx);
}

static int setup(void **state)
{
	(void)state;
	signal(SIGPIPE, SIG_IGN);
	return mail_start() == ERR_NONE ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_is_plain_ascii_with_short_lines),
		cmocka_unit_test(the_text_is_base64),
		cmocka_unit_test(what_is_no_address_makes_no_letter),
		cmocka_unit_test(a_letter_goes_by_smtp),
		cmocka_unit_test(a_refused_letter_is_an_error),
		cmocka_unit_test(a_hook_gets_json_and_a_key),
		cmocka_unit_test(a_hook_that_fails_is_an_error),
	};

	return cmocka_run_group_tests_name("mail", tests, setup, NULL);
}
