#include "web/multipart.h"

#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/text.h"
#include "web/mimehead.h"
#include "wrap/store.h"

/* Where in the body the next byte is.
 *
 *   PREAMBLE --delimiter--> BORDER -- CRLF --> HEADERS -- empty line --> BODY --delimiter--> BORDER ...
 *                              '-- "--" --> EPILOGUE
 */
enum place { PREAMBLE, BORDER, BORDER_BLANK, BORDER_LF, BORDER_DASH, HEADERS, BODY, EPILOGUE };

struct buffer {
	char *p;
	size_t n, room;
};

struct multipart {
	void *made; /* owns all that came out of the body; freed with it when the body turns out to be bad */
	struct store *store;
	struct multipart_limits limits;
	int64_t announced, fed; /* bytes */

	enum place place;
	enum err failed;
	const char *delimiter; /* CR LF "--" boundary */
	size_t delimiter_n;
	size_t matched; /* bytes of the delimiter that the input so far ends with */

	struct buffer header;
	struct disposition part;
	struct buffer text;      /* of a field */
	struct store_file *file; /* of a file part; NULL as long as there is nothing to store */

	size_t text_total;
	size_t fields_room;
	struct pairs fields;
	struct uploads files;
};

static void buffer_add(void *ctx, struct buffer *b, const char *p, size_t n)
{
	if (b->n + n > b->room) {
		b->room = (b->n + n) * 2;
		b->p = mem_grow(ctx, b->p, char, b->room);
	}
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

/* --- what a part holds -------------------------------------------------------------------------- */

static enum err file_begin(struct multipart *m)
{
	if (m->files.n == m->limits.files)
		return log_err(ERR_TOO_LARGE, "multipart: more than %zu files", m->limits.files);
	return store_begin(m->made, m->store, &m->file);
}

static enum err file_add(struct multipart *m, const char *p, size_t n)
{
	if (!m->file)
		TRY(file_begin(m));
	if (store_size(m->file) + (int64_t)n > m->limits.file_bytes)
		return log_err(ERR_TOO_LARGE, "multipart: a file of more than %jd bytes",
			       (intmax_t)m->limits.file_bytes);
	return store_write(m->file, p, n);
}

static enum err text_add(struct multipart *m, const char *p, size_t n)
{
	m->text_total += n;
	if (m->text.n + n > MULTIPART_FIELD_MAX || m->text_total > MULTIPART_TEXT_MAX)
		return log_err(ERR_TOO_LARGE, "multipart: more text than fits in a form");
	buffer_add(m->made, &m->text, p, n);
	return ERR_NONE;
}

static enum err data_add(struct multipart *m, const char *p, size_t n)
{
	if (m->place == PREAMBLE || n == 0)
		return ERR_NONE;
	return m->part.file_name ? file_add(m, p, n) : text_add(m, p, n);
}

static enum err field_end(struct multipart *m)
{
	if (!utf8_ok(m->text.p, m->text.n))
		return log_err(ERR_BAD_REQUEST, "multipart: a field that is not UTF-8 text");
	if (m->fields.n == MULTIPART_FIELDS_MAX)
		return log_err(ERR_TOO_LARGE, "multipart: more than %d fields", MULTIPART_FIELDS_MAX);
	if (m->fields.n == m->fields_room) {
		m->fields_room = m->fields_room * 2 + 8;
		m->fields.at = mem_grow(m->made, m->fields.at, struct pair, m->fields_room);
	}
	m->fields.at[m->fields.n++] = (struct pair){m->part.name, mem_copy(m->made, m->text.p, m->text.n)};
	return ERR_NONE;
}

static enum err file_end(struct multipart *m)
{
	struct upload *u = &m->files.at[m->files.n];

	if (!m->file) /* an input in which nothing was chosen */
		return ERR_NONE;
	TRY(store_end(m->file));
	*u = (struct upload){
	    .field = m->part.name,
	    .file_name = m->part.file_name,
	    .path = store_tmp_path(m->file),
	    .size = store_size(m->file),
	    .file = m->file,
	};
	memcpy(u->sha256, store_hash(m->file), sizeof(u->sha256));
	m->files.n++;
	m->file = NULL;
	return ERR_NONE;
}

static enum err part_end(struct multipart *m)
{
	return m->part.file_name ? file_end(m) : field_end(m);
}

/* --- the lines above a part --------------------------------------------------------------------- */

/* Files come as they are; a body in base64 would be stored as base64. */
static bool encoding_ok(const char *value)
{
	return strcasecmp(value, "binary") == 0 || strcasecmp(value, "8bit") == 0 ||
	       strcasecmp(value, "7bit") == 0;
}

/* A name, a colon, and no control character but tabs.  A line continued from the one before begins with a
 * blank: nobody has been allowed to send that since RFC 7230. */
static bool header_ok(const char *line, const char *colon)
{
	if (!colon || colon == line || strcspn(line, " \t") < (size_t)(colon - line))
		return false;
	for (; *line; line++)
		if ((unsigned char)*line < 0x20 && *line != '\t')
			return false;
	return true;
}

static enum err header_line(struct multipart *m, char *line)
{
	char *colon = strchr(line, ':'), *value;

	if (!header_ok(line, colon))
		return log_err(ERR_BAD_REQUEST, "multipart: malformed header line");
	*colon = '\0';
	value = text_trim(m->made, colon + 1);
	if (strcasecmp(line, "Content-Transfer-Encoding") == 0 && !encoding_ok(value))
		return log_err(ERR_BAD_REQUEST, "multipart: a part in another transfer encoding");
	if (strcasecmp(line, "Content-Disposition") != 0)
		return ERR_NONE;
	if (m->part.name)
		return log_err(ERR_BAD_REQUEST, "multipart: a part with two names");
	return mime_disposition(m->made, value, &m->part);
}

static enum err header_read(struct multipart *m)
{
	char *at = m->header.p;
	char *end = at + m->header.n - 2; /* of the last line; an empty one follows */

	if (!utf8_ok(m->header.p, m->header.n))
		return log_err(ERR_BAD_REQUEST, "multipart: a header that is not UTF-8 text");
	m->part = (struct disposition){0};
	while (at < end) {
		char *cr = memmem(at, (size_t)(end - at), "\r\n", 2);

		*cr = '\0';
		TRY(header_line(m, at));
		at = cr + 2;
	}
	if (!m->part.name || strlen(m->part.name) > MULTIPART_NAME_MAX)
		return log_err(ERR_BAD_REQUEST, "multipart: a part without a usable name");
	return ERR_NONE;
}

static enum err part_begin(struct multipart *m)
{
	TRY(header_read(m));
	m->header.n = 0;
	m->text.n = 0;
	m->place = BODY;
	/* a named file exists even when it has no bytes, so that the page can say so */
	return text_empty(m->part.file_name) ? ERR_NONE : file_begin(m);
}

/* --- steps: each takes some of n bytes, > 0, and says how many ------------------------------------ */

typedef enum err step(struct multipart *m, const char *p, size_t n, size_t *used);

/* The delimiter begins with CR and has no other one, so after a mismatch the only place where it can begin
 * anew is the byte that did not match. */
static enum err step_data(struct multipart *m, const char *p, size_t n, size_t *used)
{
	const char *cr;

	if (m->matched == 0) {
		cr = memchr(p, '\r', n);
		*used = cr ? (size_t)(cr - p) + 1 : n;
		m->matched = cr ? 1 : 0;
		return data_add(m, p, *used - m->matched);
	}
	if (*p != m->delimiter[m->matched]) {
		size_t held = m->matched;

		*used = 0;
		m->matched = 0;
		return data_add(m, m->delimiter, held);
	}
	*used = 1;
	if (++m->matched < m->delimiter_n)
		return ERR_NONE;
	m->matched = 0;
	if (m->place == BODY)
		TRY(part_end(m));
	m->place = BORDER;
	return ERR_NONE;
}

static enum err step_border(struct multipart *m, const char *p, size_t n, size_t *used)
{
	static const struct {
		enum place from;
		char c;
		enum place to;
	} moves[] = {
	    {BORDER, '\r', BORDER_LF},          {BORDER, '-', BORDER_DASH},
	    {BORDER, ' ', BORDER_BLANK},        {BORDER, '\t', BORDER_BLANK},
	    {BORDER_BLANK, '\r', BORDER_LF},    {BORDER_BLANK, ' ', BORDER_BLANK},
	    {BORDER_BLANK, '\t', BORDER_BLANK}, {BORDER_LF, '\n', HEADERS},
	    {BORDER_DASH, '-', EPILOGUE},
	};

	(void)n;
	*used = 1;
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
		if (moves[i].from == m->place && moves[i].c == *p) {
			m->place = moves[i].to;
			return ERR_NONE;
		}
	}
	return log_err(ERR_BAD_REQUEST, "multipart: unexpected byte after a boundary");
}

static bool header_complete(const struct buffer *b)
{
	return (b->n == 2 && memcmp(b->p, "\r\n", 2) == 0) ||
	       (b->n >= 4 && memcmp(b->p + b->n - 4, "\r\n\r\n", 4) == 0);
}

static enum err step_headers(struct multipart *m, const char *p, size_t n, size_t *used)
{
	const char *lf = memchr(p, '\n', n);

	*used = lf ? (size_t)(lf - p) + 1 : n;
	if (m->header.n + *used > MULTIPART_HEADER_MAX)
		return log_err(ERR_BAD_REQUEST, "multipart: header of more than %d bytes",
			       MULTIPART_HEADER_MAX);
	buffer_add(m->made, &m->header, p, *used);
	return header_complete(&m->header) ? part_begin(m) : ERR_NONE;
}

static enum err step_epilogue(struct multipart *m, const char *p, size_t n, size_t *used)
{
	(void)m;
	(void)p;
	*used = n;
	return ERR_NONE;
}

static step *const steps[] = {
    [PREAMBLE] = step_data,    [BORDER] = step_border,      [BORDER_BLANK] = step_border,
    [BORDER_LF] = step_border, [BORDER_DASH] = step_border, [HEADERS] = step_headers,
    [BODY] = step_data,        [EPILOGUE] = step_epilogue,
};

/* --- the three calls ---------------------------------------------------------------------------- */

enum err multipart_begin(void *ctx, struct store *store, const char *content_type, int64_t content_length,
			 struct multipart_limits limits, struct multipart **out)
{
	struct multipart *m = mem_new(ctx, struct multipart);
	const char *boundary;

	TRY(mime_boundary(m, content_type, &boundary));
	m->made = mem_must(talloc_new(m));
	m->store = store;
	m->limits = limits;
	m->announced = content_length;
	m->delimiter = mem_fmt(m, "\r\n--%s", boundary);
	m->delimiter_n = strlen(m->delimiter);
	m->matched = 2; /* the first boundary may begin the body: as if a line had ended before it */
	m->place = PREAMBLE;
	m->header.p = mem_array(m->made, char, 1);
	m->text.p = mem_array(m->made, char, 1);
	m->files.at = mem_array(m->made, struct upload, limits.files + 1);
	*out = m;
	return ERR_NONE;
}

static enum err fail(struct multipart *m, enum err e)
{
	m->failed = e;
	talloc_free(m->made);
	m->made = NULL;
	return e;
}

enum err multipart_feed(struct multipart *m, const void *p, size_t n)
{
	const char *at = p;

	if (m->failed != ERR_NONE)
		return m->failed;
	m->fed += (int64_t)n;
	while (n > 0) {
		size_t used;
		enum err e = steps[m->place](m, at, n, &used);

		if (e != ERR_NONE)
			return fail(m, e);
		at += used;
		n -= used;
	}
	return ERR_NONE;
}

enum err multipart_end(struct multipart *m, struct pairs *fields, struct uploads *files)
{
	if (m->failed != ERR_NONE)
		return m->failed;
	if (m->fed != m->announced)
		return fail(m, log_err(ERR_BAD_REQUEST, "multipart: %jd bytes came, %jd were announced",
				       (intmax_t)m->fed, (intmax_t)m->announced));
	if (m->place != EPILOGUE)
		return fail(m, log_err(ERR_BAD_REQUEST, "multipart: the last boundary is missing"));
	*fields = m->fields;
	*files = m->files;
	return ERR_NONE;
}
