/* page.h - what a handler answers with, and how it is sent: expanded into a buffer first, so that an error
 * half-way never leaves half a page. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "base/err.h"
#include "base/mem.h"
#include "base/time.h"
#include "wrap/tpl.h"

struct request;
struct page_frame;

struct page {
	int status;           /* HTTP status; 200 when the handler leaves it alone */
	enum tpl_file body;   /* templates/<program>/<page>.tpl, shown inside layout/page.tpl */
	struct tpl *d;        /* dictionary of the body; never NULL */
	const char *title;    /* of the browser tab and the page's h1 unless the body has its own */
	const char *location; /* 303 to this path when set */
	const char *type;     /* content type of `raw` */
	struct bytes raw;     /* sent instead of a template when type is set */
	const char *download; /* file name for Content-Disposition: attachment */
	const char *accel;    /* X-Accel-Redirect target; nginx sends the file */
	const char *section;  /* navigation entry to mark: "matters", "progress", "account", "desk", "admin" */
	bool framed;          /* without head and foot; pages of ours may show it in a frame */
	bool wall;            /* without head and foot: a screen or terminal of the hall */
	int refresh_s;        /* without JavaScript the page loads itself again after so many seconds; 0: never */
	const char *refresh_to; /* then loads this path instead; NULL: itself */
	bool personal;        /* the visitor's own browser may keep it for going back, and nothing on the way */
	bool cacheable;       /* public page that depends on nothing but its URL */
	struct page_frame *frame; /* layout around the body, and headers; web/page.c's own */
};

/* page_see - answer 303 See Other. fmt makes a path beginning with '/'. */
void page_see(struct request *q, struct page *p, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* page_header - one more response header; value is checked for line breaks. */
void page_header(struct request *q, struct page *p, const char *name, const char *value);
/* page_error - fill p with the error page of e; `say` is one more sentence for this case, or NULL.  A handler that
 * returns an error gets this page by itself, with q->say. */
void page_error(struct request *q, struct page *p, enum err e, const char *say);
/* page_json - answer with this JSON text instead of a page. */
void page_json(struct page *p, const char *json);
/* page_near - the page that the request came from, as far as its path tells: the path itself or the nearest one above it
 * that can be opened, because forms are sent to addresses that have no page. */
const char *page_near(const struct request *q);
/* page_note - a sentence shown once at the top of the next page this visitor opens ("已保存"). */
void page_note(struct request *q, struct page *p, const char *text);
/* page_again - the page that the form was on, with what was typed, this message beside the field and status 422. */
MUST_CHECK enum err page_again(struct request *q, struct page *p, enum err (*page)(struct request *, struct page *),
			       const char *field, const char *message);

#endif
