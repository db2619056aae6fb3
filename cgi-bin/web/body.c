#include "web/body.h"

#include <string.h>

#include "base/text.h"
#include "web/app.h"
#include "web/multipart.h"
#include "web/route.h"
#include "web/urlencoded.h"
#include "wrap/store.h"

#define CHUNK 65536

static bool is_type(const char *header, const char *type)
{
	size_t n = strlen(type);
	return !strncasecmp(header, type, n) && (header[n] == '\0' || strchr("; \t", header[n]));
}

/* read_form - the whole body in memory: route->body_max bounds it. */
static enum err read_form(struct request *q, struct fcgi *f)
{
	size_t n = (size_t)q->content_length, got = 0;
	char *p = talloc_size(q->ctx, n + 1);

	if (!is_type(q->content_type, "application/x-www-form-urlencoded"))
		return ERR_UNSUPPORTED;
	while (got < n) {
		int64_t r = fcgi_read(f, p + got, n - got);
		if (r <= 0)
			return ERR_BAD_REQUEST; /* shorter than announced: nothing of it counts */
		got += (size_t)r;
	}
	p[n] = '\0';
	return urlencoded_parse(q->ctx, p, n, &q->post);
}

static enum err store_ready(struct app *app)
{
	return app->store ? ERR_NONE : store_open(app, app->conf.file_store, &app->store);
}

static enum err read_multipart(struct request *q, struct fcgi *f)
{
	const struct conf *c = &q->app->conf;
	struct multipart_limits limits = {.file_bytes = c->file_max_bytes, .files = (size_t)c->files_per_material};
	struct multipart *m;
	char *chunk = talloc_size(q->ctx, CHUNK);
	int64_t left = q->content_length;

	TRY(store_ready(q->app));
	TRY(multipart_begin(q->ctx, q->app->store, q->content_type, q->content_length, limits, &m));
	while (left > 0) {
		int64_t r = fcgi_read(f, chunk, left < CHUNK ? (size_t)left : CHUNK);
		if (r <= 0)
			break; /* multipart_end sees that the body is too short */
		TRY(multipart_feed(m, chunk, (size_t)r));
		left -= r;
	}
	return multipart_end(m, &q->post, &q->files);
}

enum err body_read(struct request *q, struct fcgi *f)
{
	switch (q->route->body) {
	case BODY_NONE:
		return ERR_NONE;
	case BODY_FORM:
		return read_form(q, f);
	case BODY_MULTIPART:
		return read_multipart(q, f);
	}
	return ERR_INTERNAL;
}
