#include <stdlib.h>

#include "base/text.h"
#include "hall/hall_pages.h"

#define ROWS 8
#define NO_SCRIPT_S 5

/* by_call - called last comes first. */
static int by_call(const void *a, const void *b)
{
	const struct sql_hall_tickets_row *x = *(const struct sql_hall_tickets_row *const *)a;
	const struct sql_hall_tickets_row *y = *(const struct sql_hall_tickets_row *const *)b;

	if (x->called_at != y->called_at)
		return x->called_at > y->called_at ? -1 : 1;
	return x->id > y->id ? -1 : x->id < y->id;
}

static const char *name_of(const struct hall *h, const char *window)
{
	for (size_t i = 0; i < h->nwindows; i++)
		if (text_eq(h->windows[i].code, window))
			return h->windows[i].name;
	return "";
}

static void called_show(void *ctx, struct tpl *d, const struct hall *h)
{
	const struct sql_hall_tickets_row **at = mem_array(ctx, const struct sql_hall_tickets_row *, h->ntickets);
	size_t n = 0;

	for (size_t i = 0; i < h->ntickets; i++)
		if (!text_eq(h->tickets[i].state, "waiting"))
			at[n++] = &h->tickets[i];
	qsort(at, n, sizeof(*at), by_call);
	for (size_t i = 0; i < n && i < ROWS; i++) {
		struct tpl *t = tpl_add(d, T_CALLED);
		tpl_text(t, T_NUMBER, at[i]->number);
		tpl_text(t, T_WINDOW, at[i]->window_code);
		tpl_text(t, T_NAME, name_of(h, at[i]->window_code));
		tpl_show_if(t, T_SERVING, text_eq(at[i]->state, "serving"));
	}
	tpl_show_if(d, T_EMPTY, n == 0);
}

/* screen_get - what hangs in the hall: numbers and windows, no names (domain H).  The first picture is whole without script. */
enum err screen_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	char at[MSEC_TEXT];
	struct hall h;

	TRY(hall_load(&w, &h));
	p->title = "叫号屏";
	p->wall = true;
	p->refresh_s = NO_SCRIPT_S;
	p->body = TPL_hall_screen;
	tpl_text(p->d, T_CENTRE, q->app->conf.centre_name);
	tpl_text(p->d, T_CLOCK, mem_copy(q->ctx, msec_text(q->now, at) + 11, 5));
	called_show(q->ctx, p->d, &h);
	for (size_t i = 0; i < h.ngroups; i++) {
		struct tpl *t = tpl_add(p->d, T_GROUP);
		tpl_text(t, T_CODE, h.groups[i].code);
		tpl_text(t, T_NAME, h.groups[i].name);
		tpl_int(t, T_HOW_MANY, hall_waiting(&h, h.groups[i].code));
	}
	return ERR_NONE;
}

/* now_get - asked once a second by nginx, whatever the number of screens and phones (conf/pools). */
enum err now_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct hall h;

	TRY(hall_load(&w, &h));
	page_header(q, p, "X-Accel-Expires", "1");
	page_json(p, hall_json(q->ctx, &h));
	return ERR_NONE;
}
