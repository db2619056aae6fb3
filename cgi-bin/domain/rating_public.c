#include "domain/rating_public.h"

#include "base/text.h"
#include "domain/alert.h"
#include "domain/clock.h"
#include "domain/rating_order.h"
#include "gen/sql.h"

#define MONTHS_DAYS 365
#define STALE_ROWS 500
#define ROWS 100
#define LOOK_BACK 400  /* days: what fell due earlier has been alerted by then */
#define LINK_DAYS 365  /* then nothing leads from an anonymous rating to its invitation */
#define PERSON_DAYS 90 /* as long the same words of one person are recognised (rating_person_day) */

/* --- numbers ----------------------------------------------------------------------------------------- */

int64_t rating_line_rated(const struct rating_line *l)
{
	return l->level[1] + l->level[2] + l->level[3] + l->level[4] + l->level[5];
}

int64_t rating_line_good(const struct rating_line *l)
{
	int64_t rated = rating_line_rated(l), good = l->level[3] + l->level[4] + l->level[5];

	return rated ? (good * 10000 + rated / 2) / rated : 0;
}

char *rating_percent(void *ctx, int64_t permille)
{
	return mem_fmt(ctx, "%lld.%lld%%", (long long)(permille / 10), (long long)(permille % 10));
}

int64_t rating_line_silent(const struct rating_line *l)
{
	int64_t silent = l->invited - rating_line_rated(l);

	/* rated in this year and invited in the last one */
	return silent <= 0 ? 0 : (silent * 1000 + l->invited / 2) / l->invited;
}

static bool child_of(const struct rating_line *l, const struct rating_line *parent)
{
	if (text_eq(parent->dim, "all"))
		return text_eq(l->dim, "dept");
	return text_eq(parent->dim, "dept") && text_eq(l->dim, "matter") && text_eq(l->parent, parent->code);
}

/* hide_within - while what is hidden of a shown total adds up to few, the smallest that is still shown is hidden too. */
static void hide_within(struct rating_line *lines, size_t n, const struct rating_line *parent)
{
	for (;;) {
		int64_t hidden = 0;
		struct rating_line *smallest = NULL;
		for (size_t i = 0; i < n; i++) {
			if (!child_of(&lines[i], parent))
				continue;
			int64_t rated = rating_line_rated(&lines[i]);
			if (lines[i].hidden)
				hidden += rated;
			else if (!smallest || rated < rating_line_rated(smallest))
				smallest = &lines[i];
		}
		if (hidden == 0 || hidden >= RATING_FEW || !smallest)
			return;
		smallest->hidden = true;
	}
}

void rating_hide(struct rating_line *lines, size_t n)
{
	for (size_t i = 0; i < n; i++)
		lines[i].hidden = rating_line_rated(&lines[i]) < RATING_FEW;
	/* totals before their parts */
	for (size_t i = 0; i < n; i++)
		if (text_eq(lines[i].dim, "all") && !lines[i].hidden)
			hide_within(lines, n, &lines[i]);
	for (size_t i = 0; i < n; i++) {
		if (!text_eq(lines[i].dim, "dept"))
			continue;
		if (!lines[i].hidden)
			hide_within(lines, n, &lines[i]);
		for (size_t j = 0; j < n && lines[i].hidden; j++) /* its matters would add up to it */
			lines[j].hidden = lines[j].hidden || child_of(&lines[j], &lines[i]);
	}
}

const struct rating_line *rating_line_find(const struct rating_line *lines, size_t n, const char *dim, const char *code)
{
	for (size_t i = 0; i < n; i++)
		if (text_eq(lines[i].dim, dim) && text_eq(lines[i].code, text_or(code, "")))
			return &lines[i];
	return NULL;
}

/* at - value of the k-th smallest, from 0. */
static int64_t at(const struct rating_bin *bins, size_t n, int64_t k)
{
	for (size_t i = 0; i < n; i++) {
		if (k < bins[i].n)
			return bins[i].value;
		k -= bins[i].n;
	}
	return 0;
}

bool rating_median(const struct rating_bin *bins, size_t n, int64_t *twice)
{
	int64_t all = 0;

	for (size_t i = 0; i < n; i++)
		all += bins[i].n;
	if (all == 0)
		return false;
	*twice = at(bins, n, (all - 1) / 2) + at(bins, n, all / 2);
	return true;
}

static enum err lines_load(const struct casework *w, struct rating_line **out, size_t *n)
{
	struct sql_rating_sums_row *s;

	TRY(sql_rating_sums(w->db, w->ctx, &s, n));
	struct rating_line *l = *out = mem_array(w->ctx, struct rating_line, *n);
	for (size_t i = 0; i < *n; i++)
		l[i] = (struct rating_line){.dim = s[i].dim, .code = s[i].code, .name = s[i].name, .parent = s[i].parent,
					    .invited = s[i].invited, .hidden = s[i].hidden,
					    .level = {0, s[i].level1, s[i].level2, s[i].level3, s[i].level4, s[i].level5}};
	return ERR_NONE;
}

enum err rating_public_load(const struct casework *w, struct rating_public *out)
{
	struct sql_rating_replies_row *r;
	size_t bins;

	*out = (struct rating_public){0};
	TRY(lines_load(w, &out->lines, &out->nlines));
	TRY(sql_rating_replies(w->db, w->ctx, &r, &bins));
	struct rating_bin *b = mem_array(w->ctx, struct rating_bin, bins);
	for (size_t i = 0; i < bins; i++) {
		b[i] = (struct rating_bin){r[i].days, r[i].n};
		out->replies += r[i].n;
	}
	(void)rating_median(b, bins, &out->median_twice);
	return ERR_NONE;
}

/* --- the clock job: sums ------------------------------------------------------------------------------- */

struct sums {
	const struct casework *w;
	day on;
};

static enum err make_day(void *arg)
{
	struct sums *s = arg;

	TRY(sql_rating_day_clear(s->w->db, &(struct sql_rating_day_clear_in){.on_day = s->on}, NULL));
	return sql_rating_day_make(s->w->db, &(struct sql_rating_day_make_in){.on_day = s->on}, NULL);
}

/* show_sums - which of them anybody may see: decided once, from all of them, for every page. */
static enum err show_sums(const struct casework *w)
{
	struct rating_line *l;
	size_t n;

	TRY(lines_load(w, &l, &n));
	rating_hide(l, n);
	for (size_t i = 0; i < n; i++)
		if (!l[i].hidden)
			TRY(sql_rating_sum_show(w->db, &(struct sql_rating_sum_show_in){l[i].dim, l[i].code}, NULL));
	return ERR_NONE;
}

static enum err make_sums(void *arg)
{
	struct sums *s = arg;

	TRY(sql_rating_sum_clear(s->w->db, NULL));
	TRY(sql_rating_sum_make(s->w->db, &(struct sql_rating_sum_make_in){.since = s->on}, NULL));
	TRY(show_sums(s->w));
	TRY(sql_rating_reply_clear(s->w->db, NULL));
	return sql_rating_reply_make(s->w->db, &(struct sql_rating_reply_make_in){.since = s->on}, NULL);
}

static enum err sum_day(const struct casework *w, day on, struct rating_round *out)
{
	struct sums s = {w, on};

	out->days++;
	return db_tx(w->db, make_day, &s);
}

/* stale_days - each changed day once; then the marks go.  A change that comes meanwhile leaves a mark of its own. */
static enum err stale_days(const struct casework *w, struct rating_round *out)
{
	struct sql_rating_stale_list_row *rows;
	day today = msec_day(w->now);
	size_t n;

	TRY(sql_rating_stale_list(w->db, w->ctx, &(struct sql_rating_stale_list_in){.limit = STALE_ROWS}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		bool seen = rows[i].on_day == today || rows[i].on_day == today - 1;
		for (size_t j = 0; j < i; j++)
			seen = seen || rows[j].on_day == rows[i].on_day;
		if (!seen)
			TRY(sum_day(w, rows[i].on_day, out));
	}
	/* invitations leave no mark: these two days are made anew always */
	TRY(sum_day(w, today - 1, out));
	TRY(sum_day(w, today, out));
	for (size_t i = 0; i < n; i++)
		TRY(sql_rating_stale_drop(w->db, &(struct sql_rating_stale_drop_in){.id = rows[i].id}, NULL));
	return ERR_NONE;
}

/* --- the clock job: orders ------------------------------------------------------------------------------- */

static const struct {
	enum alert_kind kind;
	const char *clock;
	bool over;
} watches[] = {
	{ALERT_RATING_CONTACT_OVERDUE, "contact", true}, {ALERT_RATING_CLOSE_TOMORROW, "close", false},
	{ALERT_RATING_CLOSE_OVERDUE, "close", true},	 {ALERT_RATING_RECTIFY_TOMORROW, "rectify", false},
	{ALERT_RATING_RECTIFY_OVERDUE, "rectify", true},
};

static enum err watch(const struct casework *w, size_t i, struct rating_round *out)
{
	day today = msec_day(w->now);
	struct sql_rating_due_soon_in in = {.clock = watches[i].clock, .kind = alert_key(watches[i].kind),
					    .from = watches[i].over ? today - LOOK_BACK : today,
					    .until = watches[i].over ? today - 1 : calendar_nth(w->calendar, today, 1),
					    .limit = ROWS};
	struct sql_rating_due_soon_row *rows;
	size_t n;

	do {
		TRY(sql_rating_due_soon(w->db, w->ctx, &in, &rows, &n));
		for (size_t k = 0; k < n; k++)
			TRY(alert_raise_about(w, watches[i].kind, "rating", rows[k].order_id, "", rows[k].number, rows[k].due));
		out->alerts += (int64_t)n;
	} while (n == ROWS);
	return ERR_NONE;
}

static enum err lapse(const struct casework *w, struct rating_round *out)
{
	struct sql_rating_lapse_due_in in = {.before = msec_day(w->now) - (day)w->conf->rating_days, .limit = ROWS};
	struct sql_rating_lapse_due_row *rows;
	size_t n;

	TRY(sql_rating_lapse_due(w->db, w->ctx, &in, &rows, &n));
	for (size_t i = 0; i < n; i++)
		TRY(order_lapse(w, rows[i].id));
	out->lapsed = (int64_t)n;
	return ERR_NONE;
}

enum err rating_round(const struct casework *w, struct rating_round *out)
{
	struct sums year = {w, msec_day(w->now) - MONTHS_DAYS};

	*out = (struct rating_round){0};
	TRY(stale_days(w, out));
	TRY(lapse(w, out));
	TRY(db_tx(w->db, make_sums, &year));
	for (size_t i = 0; i < sizeof(watches) / sizeof(watches[0]); i++)
		TRY(watch(w, i, out));
	TRY(sql_rating_unlink(w->db, &(struct sql_rating_unlink_in){.before = msec_day(w->now) - LINK_DAYS}, NULL));
	return sql_rating_person_sweep(w->db, &(struct sql_rating_person_sweep_in){.before = msec_day(w->now) - PERSON_DAYS}, NULL);
}
