#include "domain/progress.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/document.h"
#include "domain/number.h"
#include "gen/sql.h"

static void fill_head(const struct sql_progress_row *r, struct progress *p)
{
	p->case_id = r->case_id;
	p->account_id = r->account_id;
	p->version = r->version;
	p->ref = r->ref;
	p->token_version = r->token_version;
	p->case_no = r->case_no;
	p->short_no = r->short_no;
	p->matter_code = r->matter_code;
	p->matter_name = r->matter_name;
	p->dept_name = r->dept_name;
	p->channel = r->channel;
	p->delivery = r->delivery;
	p->applicant_kind = r->applicant_kind;
	p->applicant_name = r->applicant_name;
	p->head = r->event_head;
}

static void fill_course(const struct sql_progress_row *r, struct progress *p)
{
	p->state = state_of(r->state);
	p->turn = turn_of(r->turn);
	p->submitted_at = r->submitted_at;
	p->received_day = r->received_day;
	p->accepted_day = r->accepted_day;
	for (int i = 0; i < CLOCK_COUNT; i++)
		p->due[i] = DAY_NONE; /* of those that are the office's own nothing is told */
	p->due[CLOCK_FEEDBACK] = r->feedback_due;
	p->due[CLOCK_CORRECTION] = r->correction_due;
	p->due[CLOCK_LEGAL] = r->legal_due;
	p->due[CLOCK_PROMISED] = r->promised_due;
	p->due[CLOCK_SPECIAL] = r->special_due;
	p->due[CLOCK_GAP] = r->gap_due;
	p->running = (uint32_t)r->running;
	p->provisional = r->provisional;
	p->next_due = r->next_due;
	p->outcome = r->outcome;
	p->nparts = (size_t)r->parts;
	p->collect = r->collect;
	p->bookable = r->bookable != 0;
}

static void add_step(const struct sql_progress_row *r, struct progress *p)
{
	enum action action = action_of(r->action);
	const struct document_form *form = r->doc_id ? document_form_find(r->doc_kind) : NULL;
	bool show = form && !form->staff_only;

	if (!action_public(action))
		return;
	p->steps[p->nsteps++] = (struct progress_step){
		.seq = r->seq,
		.at = r->at,
		.action = action,
		.told = action_told(action),
		.to = state_of(r->to_state),
		.reason = r->reason,
		.document_id = show ? r->doc_id : 0,
		.document_kind = show ? r->doc_kind : NULL,
		.document_title = show ? r->doc_title : NULL,
		.document_number = show ? r->doc_number : NULL,
	};
}

/* by_course - events in their order, the documents of one event in the order of issue. */
static int by_course(const void *a, const void *b)
{
	const struct sql_progress_row *x = a, *y = b;

	if (x->seq != y->seq)
		return x->seq < y->seq ? -1 : 1;
	return (x->doc_id > y->doc_id) - (x->doc_id < y->doc_id);
}

static struct progress *progress_of(void *ctx, struct sql_progress_row *rows, size_t n)
{
	struct progress *p = mem_new(ctx, struct progress);

	qsort(rows, n, sizeof(*rows), by_course);
	fill_head(&rows[0], p);
	fill_course(&rows[0], p);
	p->steps = mem_array(p, struct progress_step, n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].seq) { /* a draft has no event yet */
			add_step(&rows[i], p);
			p->nevents = (size_t)rows[i].seq;
		}
	return p;
}

static enum err parts_add(const struct casework *w, struct progress *p)
{
	return p->nparts > 0 ? case_parts_load(w, p->case_id, &p->parts, &p->nparts) : ERR_NONE;
}

enum err progress_by_token(const struct casework *w, const char *token, struct progress **out)
{
	struct sql_progress_row *rows;
	struct bytes ref;
	size_t n;

	if (!case_token_ref(w->ctx, token, &ref))
		return ERR_NOT_FOUND;
	TRY(sql_progress_by_ref(w->db, w->ctx, &(struct sql_progress_by_ref_in){.ref = ref}, &rows, &n));
	if (n == 0 || !rows[0].case_no ||
	    !case_token_ok(w->ctx, w->keys, token, rows[0].ref, rows[0].token_version))
		return ERR_NOT_FOUND;
	*out = progress_of(w->ctx, rows, n);
	return parts_add(w, *out);
}

const char *progress_number(void *ctx, const char *typed)
{
	char long_text[CASE_NO_TEXT], short_text[SHORT_NO_TEXT];
	struct case_no long_no;
	struct short_no short_no;

	if (case_no_parse(typed, &long_no) == ERR_NONE && case_no_text(&long_no, long_text) == ERR_NONE)
		return mem_str(ctx, long_text);
	if (short_no_parse(typed, &short_no) == ERR_NONE && short_no_text(&short_no, short_text) == ERR_NONE)
		return mem_str(ctx, short_text);
	return NULL;
}

/* The course of the case is looked up only when the code is right: until then, unknown and wrong do the same work. */
enum err progress_by_number(const struct casework *w, const char *number, const char *code, struct progress **out)
{
	/* what cannot be a number is looked up all the same, so that the time tells nothing */
	struct sql_progress_key_by_number_in in = {.number = text_or(progress_number(w->ctx, number), "-")};
	struct sql_progress_key_by_number_row *key = NULL;
	struct sql_progress_row *rows;
	size_t n;
	enum err e = sql_progress_key_by_number(w->db, w->ctx, &in, &key);

	if (e != ERR_NONE && e != ERR_NOT_FOUND)
		return e;
	if (!query_code_ok(w->keys, key ? key->case_no : in.number, code) || !key)
		return ERR_NOT_FOUND;
	TRY(sql_progress_by_ref(w->db, w->ctx, &(struct sql_progress_by_ref_in){.ref = key->ref}, &rows, &n));
	if (n == 0)
		return ERR_NOT_FOUND;
	*out = progress_of(w->ctx, rows, n);
	return parts_add(w, *out);
}

enum err rate_take(const struct casework *w, const char *bucket, int64_t limit, int64_t window_ms)
{
	struct db_done done;

	TRY(sql_rate_bucket_take(
		w->db,
		&(struct sql_rate_bucket_take_in){.bucket = bucket, .now = w->now, .window_start = w->now - window_ms},
		&done));
	return done.insert_id > limit ? ERR_RATE : ERR_NONE;
}
