#include "wrap/fcgi.h"

#include <fcgiapp.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"

struct fcgi {
	FCGX_Request r;
	bool cgi;      /* one request from the environment, standard input and output */
	bool cgi_done; /* it has been answered */
	sigset_t term; /* held back while answering, so that a body is never cut short by a restart */
};

static void on_term(int sig)
{
	(void)sig;
	FCGX_ShutdownPending();
}

static enum err catch_term(struct fcgi *f)
{
	struct sigaction sa = {.sa_handler = on_term}; /* no SA_RESTART: accept must return */
	sigemptyset(&sa.sa_mask);
	sigemptyset(&f->term);
	sigaddset(&f->term, SIGTERM);
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	if (sigaction(SIGTERM, &sa, NULL) || sigaction(SIGPIPE, &ignore, NULL) ||
	    sigprocmask(SIG_BLOCK, &f->term, NULL))
		return log_err(ERR_INTERNAL, "signals cannot be set up");
	return ERR_NONE;
}

enum err fcgi_open(void *ctx, struct fcgi **out)
{
	struct fcgi *f = mem_new(ctx, struct fcgi);
	*out = f;
	f->cgi = FCGX_IsCGI() != 0;
	if (f->cgi)
		return ERR_NONE;
	TRY(catch_term(f));
	if (FCGX_Init() || FCGX_InitRequest(&f->r, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		return log_err(ERR_INTERNAL, "descriptor 0 is no FastCGI socket");
	return ERR_NONE;
}

bool fcgi_accept(struct fcgi *f)
{
	if (f->cgi) {
		bool first = !f->cgi_done;
		f->cgi_done = true;
		return first && getenv("REQUEST_METHOD");
	}
	sigprocmask(SIG_UNBLOCK, &f->term, NULL);
	int rc = FCGX_Accept_r(&f->r);
	sigprocmask(SIG_BLOCK, &f->term, NULL);
	return rc == 0;
}

const char *fcgi_env(const struct fcgi *f, const char *name)
{
	return f->cgi ? getenv(name) : FCGX_GetParam(name, f->r.envp);
}

int64_t fcgi_read(struct fcgi *f, void *buf, size_t n)
{
	if (n > INT_MAX)
		n = INT_MAX;
	if (f->cgi) {
		size_t got = fread(buf, 1, n, stdin);
		return got == 0 && ferror(stdin) ? -1 : (int64_t)got;
	}
	int got = FCGX_GetStr(buf, (int)n, f->r.in);
	/* libfcgi gives a short read both at the end and when the client broke off; only the error tells them apart */
	return got == 0 && FCGX_GetError(f->r.in) ? -1 : got;
}

bool fcgi_write(struct fcgi *f, const void *p, size_t n)
{
	if (f->cgi)
		return fwrite(p, 1, n, stdout) == n;
	return n <= INT_MAX && FCGX_PutStr(p, (int)n, f->r.out) == (int)n;
}

void fcgi_finish(struct fcgi *f)
{
	if (f->cgi)
		fflush(stdout);
	else
		FCGX_Finish_r(&f->r);
}
