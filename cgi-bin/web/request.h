/* request.h - one request, parsed: everything a handler may look at. */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/time.h"

/* HEAD is served as GET without a body.  No row has METHOD_OTHER: its answer is 405 with what the address takes. */
enum method { METHOD_OTHER = 0, METHOD_GET = 1, METHOD_POST = 2 };

struct pair { /* one name and value of a query, cookie or form; both valid UTF-8 without NUL */
	const char *name;
	const char *value;
};
struct pairs {
	struct pair *at;
	size_t n;
};

/* upload - one file part of a multipart body, already in a temporary file of the store. */
struct upload {
	const char *field;     /* name of the input */
	const char *file_name; /* as the client says; base name only, never used as a path */
	const char *path;      /* temporary file; removed with the request unless store_commit(file) was called */
	int64_t size;
	uint8_t sha256[32];
	struct store_file *file; /* wrap/store.h */
};
struct uploads {
	struct upload *at;
	size_t n;
};

struct app;      /* web/app.h */
struct form_in;  /* web/form.h */
struct session;  /* web/session.h */
struct route;    /* web/route.h */

struct request {
	void *ctx; /* everything made while answering hangs here */
	struct app *app;
	enum method method;
	bool head;
	const char *path;   /* decoded, valid UTF-8, starts with '/', no dot segments */
	const char *ip;     /* client address as text */
	const char *id;     /* request id, for the log and the error page */
	const char *accept; /* headers; "" when absent */
	const char *content_type;
	int64_t content_length;
	msec now; /* one instant for the whole request */
	day today;
	struct pairs query;
	struct pairs cookies;
	struct pairs post; /* fields of a form body */
	struct uploads files;
	const struct route *route;
	struct pairs params;      /* {name} parts of the route's path */
	struct session *session;  /* never NULL; anonymous when nobody is signed in */
	struct form_in *form;     /* when the route has one */
	bool wants_json;          /* Accept prefers application/json */
	const char *say;          /* one more sentence for the error page: set it, then return the error */
};

/* pairs_get - first value of a name, or NULL. */
const char *pairs_get(const struct pairs *p, const char *name);
/* request_param - a {name} of the route; never NULL for a name that the route has. */
const char *request_param(const struct request *q, const char *name);

/* path_local - back when it is a path of this portal, else "/": a link can never send people elsewhere. */
const char *path_local(const char *back);

#endif
