/* matter.c - what a case asks of its matter, and matters from the database. */
#include "domain/matter.h"

#include <string.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"
#include "gen/sql.h"

/* --- of a case -------------------------------------------------------------------------------- */

const struct matter_material *matter_material(const struct matter *m, const char *key)
{
	for (size_t i = 0; i < m->materials.n; i++)
		if (text_eq(m->materials.at[i].key, key))
			return &m->materials.at[i];
	return NULL;
}

bool matter_applies(const struct matter *m, uint32_t who)
{
	return (m->objects & who) != 0;
}

void matter_needs(const struct matter *m, const struct mform_who *who, const struct mform_report *report,
		  struct material_need *needs)
{
	for (size_t i = 0; i < m->materials.n; i++) {
		const struct matter_material *mat = &m->materials.at[i];
		bool asked = mform_holds(&m->form, mat->when, who, report);
		needs[i] = (struct material_need){
			.asked = asked,
			.required = asked && !mat->from_form,
			.may_gap = asked && m->settings.allow_deficient && mat->necessity == NEED_GAP,
			.may_promise = asked && m->settings.allow_commitment && mat->commitment_replaceable,
			.may_share = asked && mat->waivable_by_share,
			.by_form = asked && mat->from_form,
		};
	}
}

void matter_part_needs(const struct matter *m, const struct mform_who *who, const struct mform_report *report,
		       bool *takes_place)
{
	for (size_t i = 0; i < m->parts.n; i++)
		takes_place[i] = mform_holds(&m->form, m->parts.at[i].when, who, report);
}

size_t matter_results(const struct matter *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->parts.n; i++)
		n += m->parts.at[i].decides;
	return n;
}

/* Of a revision that does not say which part decides, it is the first of the lead department. */
const struct matter_part *matter_part_own(const struct matter *m)
{
	size_t results = matter_results(m);

	for (size_t i = 0; i < m->parts.n && results < 2; i++)
		if (results ? m->parts.at[i].decides : text_eq(m->parts.at[i].dept, m->dept))
			return &m->parts.at[i];
	return NULL;
}

/* --- from the database ------------------------------------------------------------------------ */

/* What the two statements have in common; doc is NULL when the revision is in memory already. */
struct stored {
	int64_t id, revision_id, rev_no;
	msec published_at;
	bool current;
	const char *dept_name, *dept_short;
	int64_t dept_number;
	const char *doc;
	bool bookable;
};

static enum err stored_current(struct db *db, void *ctx, const char *code, int64_t have, struct stored *out)
{
	struct sql_matter_current_row *r;
	struct sql_matter_current_in in = {.code = code, .have = have};

	TRY(sql_matter_current(db, ctx, &in, &r));
	*out = (struct stored){r->id,	     r->revision_id, r->rev_no,	     r->published_at, true,
			       r->dept_name, r->dept_short,  r->dept_number, r->doc,	      r->bookable != 0};
	return ERR_NONE;
}

static enum err stored_revision(struct db *db, void *ctx, int64_t revision_id, struct stored *out)
{
	struct sql_matter_revision_get_row *r;
	struct sql_matter_revision_get_in in = {.revision_id = revision_id};

	TRY(sql_matter_revision_get(db, ctx, &in, &r));
	*out = (struct stored){r->id,	     r->revision_id, r->rev_no,	     r->published_at, r->current != 0,
			       r->dept_name, r->dept_short,  r->dept_number, r->doc,	      false};
	return ERR_NONE;
}

static void stored_row(const struct stored *s, struct matter *m)
{
	m->id = s->id;
	m->revision_id = s->revision_id;
	m->rev_no = s->rev_no;
	m->published_at = s->published_at;
	m->current = s->current;
	m->dept_number = s->dept_number;
	m->bookable = s->bookable;
	m->dept_name = mem_str(m, s->dept_name);
	m->dept_short = mem_str(m, s->dept_short);
}

static enum err stored_open(void *ctx, const struct stored *s, struct matter **out)
{
	char *why = NULL;
	struct matter *m = NULL;

	if (!s->doc || matter_parse(ctx, s->doc, strlen(s->doc), &m, &why) != ERR_NONE) {
		(void)log_err(ERR_INTERNAL, "matter revision %lld cannot be read: %s", (long long)s->revision_id,
			      text_or(why, "no document"));
		talloc_free(why); /* ctx may live as long as the program */
		return ERR_INTERNAL;
	}
	stored_row(s, m);
	*out = m;
	return ERR_NONE;
}

enum err matter_load_current(struct db *db, void *ctx, const char *code, struct matter **out)
{
	struct stored s;

	TRY(stored_current(db, ctx, code, 0, &s));
	return stored_open(ctx, &s, out);
}

enum err matter_load_revision(struct db *db, void *ctx, int64_t revision_id, struct matter **out)
{
	struct stored s;

	TRY(stored_revision(db, ctx, revision_id, &s));
	return stored_open(ctx, &s, out);
}

/* --- revisions already read ------------------------------------------------------------------- */

struct slot {
	struct matter *m; /* NULL: free */
	uint64_t used;    /* by the cache's count of uses */
};

struct matter_cache {
	struct slot *at;
	size_t n;
	uint64_t uses;
};

struct matter_cache *matter_cache_new(void *ctx, size_t keep)
{
	struct matter_cache *c = mem_new(ctx, struct matter_cache);

	c->n = keep > 0 ? keep : 1;
	c->at = mem_array(c, struct slot, c->n);
	return c;
}

static struct slot *slot_use(struct matter_cache *c, struct slot *s)
{
	s->used = ++c->uses;
	return s;
}

static struct slot *slot_of_code(struct matter_cache *c, const char *code)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].m && c->at[i].m->current && text_eq(c->at[i].m->code, code))
			return &c->at[i];
	return NULL;
}

static struct slot *slot_of_revision(struct matter_cache *c, int64_t revision_id)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].m && c->at[i].m->revision_id == revision_id)
			return &c->at[i];
	return NULL;
}

/* The slot used longest ago gives way; one that was never used is 0. */
static struct slot *slot_put(struct matter_cache *c, struct matter *m)
{
	struct slot *oldest = &c->at[0];

	for (size_t i = 1; i < c->n; i++)
		if (c->at[i].used < oldest->used)
			oldest = &c->at[i];
	talloc_free(oldest->m);
	oldest->m = m;
	return oldest;
}

enum err matter_cached_current(struct db *db, void *ctx, struct matter_cache *c, const char *code,
			       const struct matter **out)
{
	struct slot *s = slot_of_code(c, code);
	struct stored row;
	struct matter *m;

	TRY(stored_current(db, ctx, code, s ? s->m->revision_id : 0, &row));
	if (s && s->m->revision_id != row.revision_id) {
		s->m->current = false; /* a newer one was published; cases may still ask for this one */
		s = NULL;
	}
	if (!s) {
		TRY(stored_open(c, &row, &m));
		s = slot_put(c, m);
	}
	s->m->bookable = row.bookable;
	*out = slot_use(c, s)->m;
	return ERR_NONE;
}

enum err matter_cached_revision(struct db *db, void *ctx, struct matter_cache *c, int64_t revision_id,
				const struct matter **out)
{
	struct slot *s = slot_of_revision(c, revision_id);
	struct stored row;
	struct matter *m;

	if (!s) {
		TRY(stored_revision(db, ctx, revision_id, &row));
		TRY(stored_open(c, &row, &m));
		s = slot_put(c, m);
	}
	*out = slot_use(c, s)->m;
	return ERR_NONE;
}
