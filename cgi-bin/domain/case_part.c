#include "domain/case_part.h"

#include "base/log.h"
#include "base/text.h"
#include "domain/draft.h"
#include "domain/matter.h"
#include "gen/sql.h"

#define PAGE 100 /* parts that the clock job reads at a time */

static const struct {
	const char *key, *name;
} kinds[] = {
	[PART_OPINION] = {"opinion", "联办意见"},
	[PART_DECISION] = {"decision", "单独决定"},
	[PART_GUIDANCE] = {"guidance", "指导意见"},
};
#define NKINDS (sizeof(kinds) / sizeof(kinds[0]))

const char *part_kind_key(enum part_kind k)
{
	return kinds[k].key;
}

const char *part_kind_name(enum part_kind k)
{
	return kinds[k].name;
}

static enum part_kind kind_of(const char *key)
{
	size_t i = 0;

	while (i + 1 < NKINDS && !text_eq(kinds[i].key, key))
		i++;
	return (enum part_kind)i;
}

bool part_open_still(enum part_state s)
{
	return s == PART_WAITING || s == PART_OPEN;
}

/* --- loading and planning ---------------------------------------------------------------------------- */

enum err case_parts_load(const struct casework *w, int64_t case_id, struct case_part **parts, size_t *n)
{
	struct sql_case_parts_row *rows;

	TRY(sql_case_parts(w->db, w->ctx, &(struct sql_case_parts_in){.case_id = case_id}, &rows, n));
	*parts = mem_array(w->ctx, struct case_part, *n);
	for (size_t i = 0; i < *n; i++)
		(*parts)[i] = (struct case_part){
			.seq = rows[i].seq, .key = rows[i].part, .number = rows[i].number, .name = rows[i].name,
			.dept_code = rows[i].dept_code, .dept_name = rows[i].dept_name, .after = rows[i].after_seq,
			.kind = kind_of(rows[i].kind), .days = rows[i].days, .state = part_state_of(rows[i].state),
			.opened_day = rows[i].opened_day, .due = rows[i].due, .opinion = rows[i].opinion,
			.starts_promise = rows[i].starts_promise, .on_promise = rows[i].on_promise,
			.ended_day = rows[i].ended_day, .ready_at = rows[i].ready_at, .ready_by = rows[i].ready_by,
			.staff_id = rows[i].staff_id, .staff_name = rows[i].staff_name,
			.spoken_at = rows[i].spoken_at, .overdue = rows[i].overdue,
			.document_id = rows[i].document_id, .certificate_id = rows[i].certificate_id,
			.handed_at = rows[i].handed_at, .handed_to = rows[i].handed_to,
		};
	return ERR_NONE;
}

/* after_of - the part that has to be granted first, passing over those that do not take place. */
static int64_t after_of(const struct matter *m, size_t at, const bool *takes)
{
	const char *key = m->parts.at[at].after;

	for (size_t i = at; key && i-- > 0;) {
		if (!text_eq(m->parts.at[i].key, key))
			continue;
		if (takes[i])
			return (int64_t)i + 1;
		key = m->parts.at[i].after;
	}
	return 0;
}

static struct case_part part_planned(const struct casework *w, const struct casefile *c, size_t at, const bool *takes)
{
	const struct matter_part *p = &c->matter->parts.at[at];

	return (struct case_part){
		.seq = (int64_t)at + 1, .key = p->key, .name = p->name, .dept_code = p->dept, .dept_name = p->body,
		/* the place in the revision, not among those that take place: it stays whatever the answers become */
		.number = mem_fmt(w->ctx, "%s-%02zu", text_or(c->short_no, ""), at + 1),
		.after = after_of(c->matter, at, takes), .days = p->days > 0 ? p->days : 1,
		.kind = p->guidance_only ? PART_GUIDANCE : p->decides ? PART_DECISION : PART_OPINION,
		.state = PART_WAITING, .opened_day = DAY_NONE, .due = DAY_NONE, .ended_day = DAY_NONE, .spoken_at = MSEC_NONE,
		.ready_at = MSEC_NONE, .handed_at = MSEC_NONE,
		.starts_promise = p->decides && text_eq(p->key, c->matter->limits.promised_from),
	};
}

/* open_report - what the answers that are no secret say. */
static enum err open_report(const struct casework *w, const struct casefile *c, const struct mform_who *who,
			    struct mform_report *out)
{
	struct sql_case_fields_open_row *rows;
	struct mform_answers answers = {NULL, 0};

	TRY(sql_case_fields_open(w->db, w->ctx, &(struct sql_case_fields_open_in){.case_id = c->id}, &rows, &answers.n));
	struct mform_answer *at = mem_array(w->ctx, struct mform_answer, answers.n);
	for (size_t i = 0; i < answers.n; i++)
		at[i] = (struct mform_answer){.key = rows[i].name, .value = rows[i].value};
	answers.at = at;
	return mform_check(w->ctx, &c->matter->form, who, &answers, msec_day(w->now), MFORM_DRAFT, out);
}

enum err case_parts_plan(const struct casework *w, const struct casefile *c, struct case_part **parts, size_t *n,
			 const char **collect)
{
	const struct matter *m = c->matter;
	struct mform_report report;
	struct mform_who who;

	*n = 0;
	*collect = NULL;
	if (m->parts.n == 0)
		return ERR_NONE;
	bool *takes = mem_array(w->ctx, bool, m->parts.n);
	TRY(draft_who(w, c, &who));
	TRY(open_report(w, c, &who, &report));
	matter_part_needs(m, &who, &report, takes);
	*parts = mem_array(w->ctx, struct case_part, m->parts.n);
	for (size_t i = 0; i < m->parts.n; i++)
		if (takes[i] && &m->parts.at[i] != matter_part_own(m))
			(*parts)[(*n)++] = part_planned(w, c, i, takes);
	for (size_t i = 0; i < *n; i++) {
		const struct mform_rule *rule = case_part_matter(c, &(*parts)[i])->on_promise;
		(*parts)[i].on_promise = rule && mform_holds(&m->form, rule, &who, &report);
	}
	int at = mform_find(&m->form, MATTER_COLLECT);
	if (matter_results(m) > 1)
		*collect = at >= 0 && text_eq(report.value[at], "singly") ? "singly" : "together";
	return ERR_NONE;
}

struct case_part *case_part_find(const struct casefile *c, int64_t seq)
{
	for (size_t i = 0; i < c->nparts; i++)
		if (c->parts[i].seq == seq)
			return &c->parts[i];
	return NULL;
}

struct case_part *case_part_promised(const struct casefile *c)
{
	for (size_t i = 0; i < c->nparts; i++)
		if (c->parts[i].starts_promise)
			return &c->parts[i];
	return NULL;
}

struct case_part *case_part_named(const struct casefile *c)
{
	return case_part_find(c, c->part_at);
}

const struct matter_part *case_part_matter(const struct casefile *c, const struct case_part *p)
{
	size_t at = p ? (size_t)p->seq - 1 : c->matter->parts.n;

	return at < c->matter->parts.n ? &c->matter->parts.at[at] : NULL;
}

struct casefile case_part_view(const struct casefile *c)
{
	const struct case_part *p = case_part_named(c);
	struct casefile view = *c;

	if (!p)
		return view;
	view.short_no = p->number;
	view.matter_name = p->name;
	view.dept_code = p->dept_code;
	view.dept_name = p->dept_name;
	return view;
}

/* --- facts ------------------------------------------------------------------------------------------- */

static factset fact_if(bool yes, factset fact)
{
	return yes ? fact : 0;
}

static bool is_decided(enum part_state s)
{
	return s == PART_GRANTED || s == PART_REFUSED;
}

bool case_part_issuable(const struct casefile *c, const struct case_part *p)
{
	bool here = p->ready_at != MSEC_NONE || c->state == STATE_RESULT_READY;

	return text_eq(c->collect, "singly") && is_decided(p->state) && p->document_id && here && p->handed_at == MSEC_NONE;
}

/* is_handable - its own department has the result, and the applicant does not want to wait for the others. */
static bool is_handable(const struct casefile *c, const struct case_part *p)
{
	return text_eq(c->collect, "singly") && is_decided(p->state) && p->document_id && p->handed_at == MSEC_NONE &&
	       p->ready_at == MSEC_NONE && c->state != STATE_RESULT_READY;
}

/* rests - the days of parts do not count while the promised limit rests; where that has not begun yet, while it would. */
static bool rests(const struct casefile *c)
{
	const struct matter_limits *l = &c->matter->limits;
	size_t at = (size_t)c->procedure_at - 1;

	if ((c->running & CLOCK_BIT(CLOCK_PROMISED)) || c->due[CLOCK_PROMISED] != DAY_NONE)
		return !(c->running & CLOCK_BIT(CLOCK_PROMISED));
	return (c->state == STATE_SPECIAL_PROCEDURE && at < l->special.n && l->special.at[at].excludes_from_promised) ||
	       (c->state == STATE_SUSPENDED && at < l->suspension.n && l->suspension.at[at].excludes_from_promised);
}

/* all_revoked - some part was, and no grant stands. */
static bool all_revoked(const struct casefile *c)
{
	size_t revoked = 0, standing = 0;

	for (size_t i = 0; i < c->nparts; i++) {
		revoked += c->parts[i].state == PART_REVOKED;
		standing += c->parts[i].state == PART_GRANTED;
	}
	return revoked > 0 && standing == 0;
}

/* settled - of several decisions: all made; once the case is decided: all that have papers were handed over, by themselves. */
static bool settled(const struct casefile *c)
{
	bool over = STATE_BIT(c->state) & (STATE_BIT(STATE_DECIDED) | STATE_BIT(STATE_RESULT_READY));
	size_t handed = 0;

	for (size_t i = 0; i < c->nparts; i++) {
		const struct case_part *p = &c->parts[i];
		if (part_open_still(p->state) || (over && is_decided(p->state) && p->handed_at == MSEC_NONE))
			return false;
		handed += p->handed_at != MSEC_NONE;
	}
	return c->nparts > 0 && (!over || handed > 0);
}

static factset facts_of_named(const struct casefile *c, const struct actor *a, day today)
{
	const struct case_part *p = case_part_named(c);
	const struct matter_part *m = case_part_matter(c, p);

	if (!p)
		return 0;
	bool mine = a->kind == ACTOR_STAFF && !text_empty(a->dept) && text_eq(a->dept, p->dept_code);
	bool open = p->state == PART_OPEN, opinion = p->kind == PART_OPINION;
	bool spoken = p->state == PART_AGREED || p->state == PART_AGAINST || p->state == PART_SILENT;
	bool advises = p->kind == PART_GUIDANCE ? open || p->state == PART_SILENT : open && p->kind == PART_DECISION && m && m->may_guide;

	return fact_if(mine && opinion && (open || spoken), FACT_PART_OPINES) |
	       fact_if(mine && open && p->kind == PART_DECISION, FACT_PART_DECIDES) |
	       fact_if(mine && advises, FACT_PART_GUIDES) |
	       fact_if(open && !p->overdue && !rests(c) && p->due < today, FACT_PART_OVERDUE) |
	       fact_if(case_part_issuable(c, p), FACT_PART_ISSUABLE) | fact_if(mine && is_handable(c, p), FACT_PART_HANDABLE) |
	       fact_if(mine && p->state == PART_GRANTED, FACT_PART_REVOCABLE);
}

factset case_part_facts(const struct casefile *c, const struct actor *a, day today)
{
	bool several = matter_results(c->matter) > 1, spoken = true, objected = false;

	for (size_t i = 0; i < c->nparts; i++) {
		spoken = spoken && !part_open_still(c->parts[i].state);
		objected = objected || c->parts[i].state == PART_AGAINST;
	}
	return fact_if(!several, FACT_ONE_RESULT) | fact_if(spoken, FACT_PARTS_DONE) |
	       fact_if(!objected, FACT_PARTS_CONSENT) | fact_if(several && settled(c), FACT_PARTS_SETTLED) |
	       fact_if(several && all_revoked(c), FACT_PARTS_REVOKED) |
	       facts_of_named(c, a, today);
}

const char *case_parts_outcome(const struct casefile *c)
{
	for (size_t i = 0; i < c->nparts; i++)
		if (c->parts[i].state == PART_GRANTED)
			return "granted";
	return "refused";
}

/* --- who may open a case ----------------------------------------------------------------------------- */

enum err case_open_to(const struct casework *w, const struct actor *a, int64_t case_id, const char *dept_code, bool *may)
{
	struct sql_case_part_of_dept_row *r;

	*may = case_visible(a, dept_code);
	if (*may || a->kind != ACTOR_STAFF || text_empty(a->dept))
		return ERR_NONE;
	enum err e = sql_case_part_of_dept(
		w->db, w->ctx, &(struct sql_case_part_of_dept_in){.case_id = case_id, .dept_code = a->dept}, &r);
	*may = e == ERR_NONE;
	return e == ERR_NOT_FOUND ? ERR_NONE : e;
}

/* --- the clock job ----------------------------------------------------------------------------------- */

static enum err late_one(const struct casework *w, const struct sql_parts_overdue_row *r, int64_t *late, int64_t *failed)
{
	struct actor system = actor_system();
	struct case_result result;
	enum err e = case_apply(w, r->case_id, 0, ACTION_PART_SILENT, &system, &(struct case_args){.part = r->seq}, &result);

	if (e == ERR_UNAVAILABLE)
		return e;
	if (e == ERR_NONE) {
		(*late)++;
		log_info("%s is overdue", r->number);
	} else if (e != ERR_CONFLICT && e != ERR_FORBIDDEN) {
		(*failed)++;
		log_warn("%s cannot be recorded as overdue: %s %s", r->number, err_name(e), text_or(result.say, ""));
	}
	return ERR_NONE;
}

static enum err late_page(const struct casework *w, struct sql_parts_overdue_in *in, int64_t *late, int64_t *failed, bool *more)
{
	struct sql_parts_overdue_row *rows;
	size_t n;

	TRY(sql_parts_overdue(w->db, w->ctx, in, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		TRY(late_one(w, &rows[i], late, failed));
		in->after_due = rows[i].due;
		in->after_id = rows[i].case_id;
		in->after_seq = rows[i].seq;
	}
	*more = n == PAGE;
	return ERR_NONE;
}

enum err case_parts_round(const struct casework *w, int64_t *late, int64_t *failed)
{
	struct sql_parts_overdue_in in = {.today = msec_day(w->now), .after_due = day_make(1900, 1, 1), .limit = PAGE};
	bool more = true;

	while (more) {
		struct casework page = *w;
		page.ctx = talloc_new(w->ctx);
		enum err e = late_page(&page, &in, late, failed, &more);
		talloc_free(page.ctx);
		TRY(e);
	}
	return ERR_NONE;
}
