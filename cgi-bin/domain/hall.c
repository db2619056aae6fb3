#include "domain/hall.h"

#include <string.h>

#include "base/text.h"
#include "wrap/json.h"

#define EARLY_MS (8 * QUEUE_MINUTE) /* before their booked time, most people are here */

static int group_index(const struct hall *h, const char *code)
{
	for (size_t i = 0; i < h->ngroups; i++)
		if (text_eq(h->groups[i].code, code))
			return (int)i;
	return 0; /* tickets and windows name existing groups: a foreign key */
}

static int window_index(const struct hall *h, const char *code)
{
	for (size_t i = 0; i < h->nwindows; i++)
		if (text_eq(h->windows[i].code, code))
			return (int)i;
	return (int)h->nwindows; /* not manned: nobody will call */
}

static uint64_t groups_of(void *ctx, const struct hall *h, const char *codes)
{
	char *text = mem_str(ctx, text_or(codes, "")), *rest = NULL;
	uint64_t bits = 0;

	for (char *code = strtok_r(text, " ", &rest); code; code = strtok_r(NULL, " ", &rest))
		bits |= UINT64_C(1) << group_index(h, code);
	return bits;
}

static int64_t *paces(void *ctx, const struct hall *h)
{
	int64_t *pace = mem_array(ctx, int64_t, QUEUE_GROUPS);

	for (size_t i = 0; i < h->ngroups; i++)
		pace[i] = h->groups[i].pace_ms ? h->groups[i].pace_ms : h->groups[i].serve_min * QUEUE_MINUTE;
	return pace;
}

/* busy_until - who is at a window will be there for so much longer. */
static msec busy_until(const struct hall *h, const char *window_code, const int64_t *pace)
{
	for (size_t i = 0; i < h->ntickets; i++) {
		const struct sql_hall_tickets_row *t = &h->tickets[i];
		if (!text_eq(t->state, "waiting") && text_eq(t->window_code, window_code))
			return h->at + queue_left(pace[group_index(h, t->group_code)], h->at - t->called_at);
	}
	return h->at;
}

/* Paused windows keep their own tickets waiting and take no part in the count; indices stay those of h->windows. */
static struct queue_window *windows_of(void *ctx, const struct hall *h, const int64_t *pace)
{
	struct queue_window *w = mem_array(ctx, struct queue_window, h->nwindows);

	for (size_t i = 0; i < h->nwindows; i++)
		w[i] = (struct queue_window){
			.groups = h->windows[i].paused_at == MSEC_NONE ? groups_of(ctx, h, h->windows[i].groups) : 0,
			.free_at = busy_until(h, h->windows[i].code, pace)};
	return w;
}

static struct queue_ticket waiting_one(const struct hall *h, const struct sql_hall_tickets_row *t)
{
	return (struct queue_ticket){.rank = t->rank_at, .id = t->id, .group = group_index(h, t->group_code),
				     .window_only = t->window_only ? window_index(h, t->window_only) : -1, .from = h->at};
}

/* expected_one - people come some minutes before their time; who is late is expected any moment. */
static struct queue_ticket expected_one(const struct hall *h, const struct sql_hall_expected_row *b)
{
	msec comes = b->start_at - EARLY_MS;

	return (struct queue_ticket){.rank = b->start_at - QUEUE_BOOKED_MS, .group = group_index(h, b->group_code), .window_only = -1,
				     .from = comes > h->at ? comes : h->at, .expected = true};
}

static void estimate(void *ctx, const struct hall *h, struct queue_ticket *queue, size_t n)
{
	int64_t *pace = paces(ctx, h);
	struct queue_hall q = {pace, queue, n, windows_of(ctx, h, pace), h->nwindows};

	queue_estimate(&q);
}

enum err hall_load(const struct casework *w, struct hall *h)
{
	struct sql_hall_expected_row *booked;
	size_t n;

	*h = (struct hall){.at = w->now};
	TRY(sql_hall_groups(w->db, w->ctx, &h->groups, &h->ngroups));
	TRY(sql_hall_windows(w->db, w->ctx, &h->windows, &h->nwindows));
	TRY(sql_hall_tickets(w->db, w->ctx, &(struct sql_hall_tickets_in){msec_day(w->now)}, &h->tickets, &h->ntickets));
	TRY(sql_hall_expected(w->db, w->ctx, &(struct sql_hall_expected_in){w->now - QUEUE_GRACE_MS, w->now + QUEUE_BOOKED_MS}, &booked, &n));
	h->queue = mem_array(w->ctx, struct queue_ticket, h->ntickets + n);
	for (size_t i = 0; i < h->ntickets; i++)
		if (text_eq(h->tickets[i].state, "waiting"))
			h->queue[h->nqueue++] = waiting_one(h, &h->tickets[i]);
	for (size_t i = 0; i < n; i++)
		h->queue[h->nqueue++] = expected_one(h, &booked[i]);
	estimate(w->ctx, h, h->queue, h->nqueue);
	return ERR_NONE;
}

enum err hall_foretell(const struct casework *w, int64_t id)
{
	struct hall h;

	TRY(hall_load(w, &h));
	const struct queue_ticket *t = hall_place(&h, id);
	if (!t || hall_wait(&h, t) < 0)
		return ERR_NONE;
	return sql_ticket_guess_set(w->db, &(struct sql_ticket_guess_set_in){.id = id, .guess_ms = hall_wait(&h, t)}, NULL);
}

const struct queue_ticket *hall_place(const struct hall *h, int64_t id)
{
	for (size_t i = 0; i < h->nqueue; i++)
		if (h->queue[i].id == id && !h->queue[i].expected)
			return &h->queue[i];
	return NULL;
}

int64_t hall_wait(const struct hall *h, const struct queue_ticket *t)
{
	return t->call_at == MSEC_NONE ? -1 : t->call_at - h->at;
}

int64_t hall_waiting(const struct hall *h, const char *group_code)
{
	int64_t n = 0;

	for (size_t i = 0; i < h->ntickets; i++)
		n += text_eq(h->tickets[i].state, "waiting") && text_eq(h->tickets[i].group_code, group_code);
	return n;
}

void hall_new_waits(const struct casework *w, const struct hall *h, int64_t *by_group)
{
	for (size_t g = 0; g < h->ngroups; g++) {
		struct queue_ticket *queue = mem_array(w->ctx, struct queue_ticket, h->nqueue + 1);
		if (h->nqueue)
			memcpy(queue, h->queue, h->nqueue * sizeof(*queue));
		queue[h->nqueue] = (struct queue_ticket){.rank = h->at, .id = INT64_MAX, .group = (int)g, .window_only = -1, .from = h->at};
		estimate(w->ctx, h, queue, h->nqueue + 1);
		by_group[g] = -1;
		for (size_t i = 0; i <= h->nqueue; i++)
			if (queue[i].id == INT64_MAX)
				by_group[g] = hall_wait(h, &queue[i]);
	}
}

const char *hall_wait_text(void *ctx, int64_t wait_ms)
{
	int64_t minutes = queue_minutes(wait_ms);

	if (wait_ms < 0)
		return "窗口暂时没有开";
	return minutes < 2 ? "马上就到" : mem_fmt(ctx, "约 %lld 分钟", (long long)minutes);
}

/* --- for screens and phones ------------------------------------------------------------------------------------ */

static const char *window_name(const struct hall *h, const char *code)
{
	int at = window_index(h, code);

	return (size_t)at < h->nwindows ? h->windows[at].name : "";
}

static void json_called(struct json *list, const struct hall *h)
{
	for (size_t i = 0; i < h->ntickets; i++) {
		const struct sql_hall_tickets_row *t = &h->tickets[i];
		if (text_eq(t->state, "waiting"))
			continue;
		struct json *o = json_add_object(list);
		json_set_text(o, "n", t->number);
		json_set_text(o, "w", t->window_code);
		json_set_text(o, "name", window_name(h, t->window_code));
		json_set_int(o, "t", t->called_at / 1000);
		json_set_int(o, "c", t->calls);
		json_set_text(o, "s", t->state);
	}
}

static void json_wait(void *ctx, struct json *o, const struct hall *h)
{
	for (size_t i = 0; i < h->ntickets; i++) {
		const struct queue_ticket *t = hall_place(h, h->tickets[i].id);
		if (!t)
			continue;
		struct json *one = json_set_object(o, h->tickets[i].number);
		json_set_int(one, "ahead", t->ahead);
		json_set_text(one, "wait", hall_wait_text(ctx, hall_wait(h, t)));
	}
}

static void json_groups(struct json *list, const struct hall *h)
{
	for (size_t i = 0; i < h->ngroups; i++) {
		struct json *o = json_add_object(list);
		json_set_text(o, "code", h->groups[i].code);
		json_set_text(o, "name", h->groups[i].name);
		json_set_int(o, "waiting", hall_waiting(h, h->groups[i].code));
	}
}

char *hall_json(void *ctx, const struct hall *h)
{
	struct json *o = json_new(ctx);
	char at[MSEC_TEXT];

	json_set_text(o, "at", mem_copy(ctx, msec_text(h->at, at) + 11, 8));
	json_called(json_set_array(o, "called"), h);
	json_groups(json_set_array(o, "groups"), h);
	json_wait(ctx, json_set_object(o, "wait"), h);
	return json_write(ctx, o);
}
