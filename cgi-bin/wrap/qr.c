#include "wrap/qr.h"

#include <errno.h>
#include <qrencode.h>
#include <stdbool.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"

#define QUIET 4 /* light modules on every side, ISO/IEC 18004 */
#define TEXT_MAX 1000

/* Room for "M181 181h177v1h-177z", the longest there is, for each run of dark modules. */
#define RUN_TEXT 24

static bool dark(const QRcode *code, int x, int y)
{
	return x < code->width && (code->data[y * code->width + x] & 1) != 0;
}

static int runs_count(const QRcode *code)
{
	int n = 0;

	for (int y = 0; y < code->width; y++) {
		for (int x = 0; x < code->width; x++)
			n += dark(code, x, y) && !dark(code, x + 1, y);
	}
	return n;
}

static char *number_put(char *at, int n)
{
	if (n >= 10)
		at = number_put(at, n / 10);
	*at++ = (char)('0' + n % 10);
	return at;
}

/* run_put - a rectangle one module high: "M4 4h7v1h-7z". */
static char *run_put(char *at, int x, int y, int n)
{
	*at++ = 'M';
	at = number_put(at, x);
	*at++ = ' ';
	at = number_put(at, y);
	*at++ = 'h';
	at = number_put(at, n);
	at = mempcpy(at, "v1h-", 4);
	at = number_put(at, n);
	*at++ = 'z';
	return at;
}

static const char *path_make(void *ctx, const QRcode *code)
{
	char *path = mem_room(ctx, (size_t)runs_count(code) * RUN_TEXT + 1), *at = path;

	for (int y = 0; y < code->width; y++) {
		for (int x = 0, start; x < code->width; x++) {
			if (!dark(code, x, y))
				continue;
			start = x;
			while (dark(code, x + 1, y))
				x++;
			at = run_put(at, start + QUIET, y + QUIET, x + 1 - start);
		}
	}
	*at++ = '\0';
	return mem_grow(ctx, path, char, at - path); /* some are kept for long */
}

enum err qr_make(void *ctx, const char *text, struct qr *out)
{
	QRcode *code;

	if (text_empty(text) || strlen(text) > TEXT_MAX)
		return log_err(ERR_INVALID, "qr: text is empty or longer than %d bytes", TEXT_MAX);
	/* version 0: the smallest that fits; mixed modes: digits and capitals take less room than other bytes */
	code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	if (!code)
		return log_err(ERR_INTERNAL, "qr: %s", strerror(errno));
	out->size = code->width + 2 * QUIET;
	out->path = path_make(ctx, code);
	QRcode_free(code);
	return ERR_NONE;
}
