/* matter_publish.c - from a document to a published revision. */
#include "domain/matter_publish.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/search.h"
#include "gen/sql.h"
#include "wrap/crypt.h"
#include "wrap/json.h"

/* --- the document ----------------------------------------------------------------------------- */

/* Stored as parsed and written again: white space and key escapes make no new revision. */
static enum err doc_normal(void *ctx, const char *text, size_t n, const char **doc, char **why)
{
	struct json *root;

	TRY(json_parse(ctx, text, n, &root, why));
	*doc = json_write(ctx, root);
	return ERR_NONE;
}

enum err publication_read(void *ctx, const char *text, size_t n, struct publication *out, struct texts *faults)
{
	char *why = NULL;
	enum err e = matter_parse(ctx, text, n, &out->m, &why);

	if (e == ERR_NONE)
		e = doc_normal(ctx, text, n, &out->doc, &why);
	if (e != ERR_NONE) {
		faults->at = mem_array(ctx, const char *, 1);
		faults->at[0] = why;
		faults->n = 1;
		return ERR_INVALID;
	}
	hash_sha256(out->doc, strlen(out->doc), out->hash);
	*faults = matter_check(ctx, out->m);
	return faults->n > 0 ? ERR_INVALID : ERR_NONE;
}

/* --- columns ---------------------------------------------------------------------------------- */

/* What people may type to find it: its names and codes first, then what the guide says. */
static char *search_text(void *ctx, const struct matter *m)
{
	const char *fixed[] = {m->name, m->code, m->catalog_code, m->body, matter_type_names[m->type], m->summary,
			       m->scope};
	size_t nfixed = sizeof fixed / sizeof fixed[0], n = 0;
	const char **pieces = mem_array(ctx, const char *, nfixed + m->aliases.n + m->results.n + m->parts.n);

	for (size_t i = 0; i < nfixed; i++)
		pieces[n++] = fixed[i];
	for (size_t i = 0; i < m->aliases.n; i++)
		pieces[n++] = m->aliases.at[i];
	for (size_t i = 0; i < m->results.n; i++)
		pieces[n++] = m->results.at[i].name;
	for (size_t i = 0; i < m->parts.n; i++)
		pieces[n++] = m->parts.at[i].name;
	return search_index(ctx, pieces, n);
}

/* The value of a SET column. */
static const char *object_text(void *ctx, uint32_t objects)
{
	const char *out = "";

	for (unsigned i = 0; matter_object_keys[i]; i++)
		if (objects >> i & 1u)
			out = mem_fmt(ctx, "%s%s%s", out, out[0] ? "," : "", matter_object_keys[i]);
	return out;
}

static enum err revision_add(struct db *db, void *ctx, const struct publication *p, int64_t matter_id, msec now,
			     int64_t *revision_id)
{
	const struct matter *m = p->m;
	struct db_done done;
	struct sql_publish_revision_add_in in = {
		.matter_id = matter_id,
		.rev_no = p->rev_no,
		.name = m->name,
		.summary = m->summary,
		.type = matter_type_keys[m->type],
		.kind = matter_kind_keys[m->kind],
		.object = object_text(ctx, m->objects),
		.theme = matter_theme_keys[m->theme],
		.level = matter_level_keys[m->level],
		.dept_code = m->dept,
		.promised = matter_limit_text(ctx, &m->limits.promised),
		.visits = m->visits,
		.online = (m->channels & CHANNEL_WEB) != 0,
		.doc = p->doc,
		.doc_hash = {p->hash, sizeof p->hash},
		.search = search_text(ctx, m),
		.now = now,
	};

	TRY(sql_publish_revision_add(db, &in, &done));
	*revision_id = done.insert_id;
	return ERR_NONE;
}

/* --- publication ------------------------------------------------------------------------------ */

struct work {
	struct db *db;
	void *ctx;
	struct publication *at;
	size_t n;
	msec now;
	bool preview;
};

static enum err refuse(struct publication *p, const char *why)
{
	p->refused = why;
	return ERR_INVALID;
}

/* The code begins with the USCC of the body that exercises the power (domain D.1). */
static enum err dept_check(struct work *w, struct publication *p)
{
	struct sql_publish_dept_row *dept;
	enum err e = sql_publish_dept(w->db, w->ctx, &(struct sql_publish_dept_in){p->m->dept}, &dept);

	if (e == ERR_NOT_FOUND)
		return refuse(p, mem_fmt(w->ctx, "没有代码是“%s”的部门，请先登记部门。", p->m->dept));
	TRY(e);
	if (strncmp(dept->uscc, p->m->code, strlen(dept->uscc)) != 0)
		return refuse(p, mem_fmt(w->ctx, "编码前 18 位与%s的统一社会信用代码 %s 不一致。", dept->name, dept->uscc));
	return ERR_NONE;
}

static enum err identity_kept(struct publication *p, const struct sql_publish_matter_row *row)
{
	const struct matter *m = p->m;

	if (!text_eq(row->state, "on"))
		return refuse(p, "这个编码已经停用，不能再用，请给事项新的编码。");
	if (!text_eq(row->catalog_code, m->catalog_code) || !text_eq(row->type, matter_type_keys[m->type]) ||
	    !text_eq(row->dept_code, m->dept))
		return refuse(p, "事项的类型、基本编码或者部门变了，就是另一个事项，请给它新的编码。");
	return ERR_NONE;
}

/* Sets p->did and p->rev_no for a matter that is there. */
static enum err revision_plan(struct work *w, struct publication *p, const struct sql_publish_matter_row *row)
{
	struct sql_publish_revision_row *now;
	struct sql_publish_last_rev_row *last;

	if (row->current_revision) {
		TRY(sql_publish_revision(w->db, w->ctx, &(struct sql_publish_revision_in){row->current_revision}, &now));
		if (now->doc_hash.n == sizeof p->hash && memcmp(now->doc_hash.p, p->hash, sizeof p->hash) == 0) {
			p->did = PUBLISH_SAME;
			p->rev_no = now->rev_no;
			return ERR_NONE;
		}
	}
	TRY(sql_publish_last_rev(w->db, w->ctx, &(struct sql_publish_last_rev_in){row->id}, &last));
	p->rev_no = last->rev_no + 1;
	p->did = p->rev_no == 1 ? PUBLISH_FIRST : PUBLISH_NEXT;
	return ERR_NONE;
}

static enum err matter_add(struct work *w, const struct publication *p, int64_t *id)
{
	const struct matter *m = p->m;
	struct db_done done;
	struct sql_publish_matter_add_in in = {
		.code = m->code,
		.catalog_code = m->catalog_code,
		.type = matter_type_keys[m->type],
		.name = m->name,
		.dept_code = m->dept,
		.theme = matter_theme_keys[m->theme],
		.object = object_text(w->ctx, m->objects),
		.position = m->position,
	};

	TRY(sql_publish_matter_add(w->db, &in, &done));
	*id = done.insert_id;
	return ERR_NONE;
}

static enum err matter_write(struct work *w, const struct publication *p, int64_t id, int64_t old_revision)
{
	int64_t revision_id;

	if (old_revision)
		TRY(sql_publish_revision_retire(w->db, &(struct sql_publish_revision_retire_in){old_revision}, NULL));
	TRY(revision_add(w->db, w->ctx, p, id, w->now, &revision_id));
	struct sql_publish_matter_set_in set = {
		.id = id,
		.revision_id = revision_id,
		.name = p->m->name,
		.theme = matter_theme_keys[p->m->theme],
		.object = object_text(w->ctx, p->m->objects),
		.position = p->m->position,
	};
	return sql_publish_matter_set(w->db, &set, NULL);
}

static enum err publish_one(struct work *w, struct publication *p)
{
	struct sql_publish_matter_row *row = NULL;
	int64_t id = 0, old = 0;

	p->did = PUBLISH_FIRST;
	p->rev_no = 1;
	p->refused = NULL;
	TRY(dept_check(w, p));
	enum err e = sql_publish_matter(w->db, w->ctx, &(struct sql_publish_matter_in){p->m->code}, &row);
	if (e != ERR_NONE && e != ERR_NOT_FOUND)
		return e;
	if (e == ERR_NONE) {
		TRY(identity_kept(p, row));
		TRY(revision_plan(w, p, row));
		id = row->id;
		old = row->current_revision;
	}
	if (w->preview || p->did == PUBLISH_SAME)
		return ERR_NONE;
	if (!id)
		TRY(matter_add(w, p, &id));
	return matter_write(w, p, id, old);
}

/* Every refusal is found before the transaction is given up, so that an editor sees all of them at once. */
static enum err publish_all(void *arg)
{
	struct work *w = arg;
	enum err out = ERR_NONE;

	for (size_t i = 0; i < w->n; i++) {
		enum err e = publish_one(w, &w->at[i]);
		if (e == ERR_INVALID)
			out = e;
		else if (e != ERR_NONE)
			return e == ERR_DUPLICATE ? ERR_CONFLICT : e;
	}
	return out;
}

enum err matters_publish(struct db *db, void *ctx, struct publication *at, size_t n, msec now, bool preview)
{
	struct work w = {db, ctx, at, n, now, preview};

	return db_tx(db, publish_all, &w);
}
