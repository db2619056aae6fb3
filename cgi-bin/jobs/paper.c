/* paper - the helper that draws one PDF: blocks of wrap/paper.h on standard input, the PDF on standard output.
 *
 * Not a background job: workers start it (wrap/child.h) and wait for it.  It needs no settings and no database.
 * Exit status: 0 all is written, 1 not. */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/log.h"
#include "wrap/paperdraw.h"

#define MOST 8388608 /* bytes of blocks */

static bool read_all(void *ctx, struct bytes *out)
{
	uint8_t *all = NULL;
	size_t n = 0;
	ssize_t got;

	do {
		all = mem_grow(ctx, all, uint8_t, n + 65536);
		got = read(STDIN_FILENO, all + n, 65536);
		n += got > 0 ? (size_t)got : 0;
	} while (n < MOST && (got > 0 || (got < 0 && errno == EINTR)));
	*out = (struct bytes){all, n};
	return got == 0;
}

static bool write_all(struct bytes b)
{
	while (b.n) {
		ssize_t n = write(STDOUT_FILENO, b.p, b.n);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			b = (struct bytes){b.p + n, b.n - (size_t)n};
	}
	return true;
}

int main(void)
{
	struct bytes blocks, pdf;
	bool ok;

	mem_init();
	log_start("paper");
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	void *ctx = talloc_new(NULL);
	ok = read_all(ctx, &blocks) && paperdraw_pdf(ctx, blocks, &pdf) == ERR_NONE && write_all(pdf);
	talloc_free(ctx);
	return ok ? 0 : 1;
}
