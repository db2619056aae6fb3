#include "domain/attach.h"

#include "base/text.h"
#include "gen/sql.h"

#define HASH_SHOWN 8 /* bytes of a file's hash that the note names: enough to tell which file it was */

struct change { /* arguments of one transaction */
	const struct casework *w;
	const struct actor *a;
	int64_t case_id;
	const struct draft_file *file;
	int64_t file_id;
	const char **say;
};

bool attach_item(const char *item)
{
	return text_starts(text_or(item, ""), "o.");
}

bool attach_takes(enum action action)
{
	return action == ACTION_OPINE || action == ACTION_SPECIAL_END || action == ACTION_PASS_CHECK;
}

bool attach_open(const struct casework *w, const struct casefile *c, const struct actor *a)
{
	const struct transition *open[LIFECYCLE_MAX];
	size_t n = lifecycle_allowed(c->state, actor_roles(a), case_facts_plain(w, c, a), open);

	for (size_t i = 0; i < n; i++)
		if (attach_takes(open[i]->action))
			return true;
	return false;
}

static enum err refuse(struct change *x, enum err e, const char *say)
{
	*x->say = say;
	return e;
}

/* hold - lock and load the case; whoever records the opinion at the same time comes before or after. */
static enum err hold(struct change *x)
{
	struct sql_case_lock_row *locked;
	struct casefile *c;

	TRY(sql_case_lock(x->w->db, x->w->ctx, &(struct sql_case_lock_in){.id = x->case_id}, &locked));
	TRY(case_load(x->w, x->case_id, &c));
	if (!case_visible(x->a, c->dept_code))
		return ERR_NOT_FOUND;
	return attach_open(x->w, c, x->a) ? ERR_NONE : refuse(x, ERR_CONFLICT, "这一步现在不能加附件，请看最新情况。");
}

static enum err count_waiting(struct change *x, int64_t *waiting)
{
	struct sql_case_files_row *rows;
	size_t n;

	TRY(sql_case_files(x->w->db, x->w->ctx, &(struct sql_case_files_in){.case_id = x->case_id}, &rows, &n));
	*waiting = 0;
	for (size_t i = 0; i < n; i++)
		*waiting += text_eq(rows[i].item, ATTACH_NEW);
	return ERR_NONE;
}

static enum err add_work(void *arg)
{
	struct change *x = arg;
	const struct draft_file *f = x->file;
	int64_t limit = x->w->conf->files_per_material, waiting;
	struct db_done done;

	TRY(hold(x));
	TRY(count_waiting(x, &waiting));
	if (waiting >= limit)
		return refuse(x, ERR_INVALID, mem_fmt(x->w->ctx, "附件最多%lld个，请先删除不需要的。", (long long)limit));
	TRY(sql_case_file_add(x->w->db,
			      &(struct sql_case_file_add_in){.case_id = x->case_id, .item = ATTACH_NEW,
							     .sha256 = {.p = f->sha256, .n = HASH_SIZE}, .size = f->size,
							     .kind = f->kind,
							     .file_name = mem_copy(x->w->ctx, f->name,
										   utf8_prefix(f->name, 200)),
							     .round = 0, .now = x->w->now,
							     .by_kind = actor_kind_key(x->a->kind), .by_id = x->a->id},
			      &done));
	x->file_id = done.insert_id;
	return ERR_NONE;
}

enum err attach_add(const struct casework *w, const struct actor *a, int64_t case_id, const struct draft_file *file,
		    int64_t *file_id, const char **say)
{
	struct change x = {.w = w, .a = a, .case_id = case_id, .file = file, .say = say};

	*say = NULL;
	TRY(db_tx(w->db, add_work, &x));
	*file_id = x.file_id;
	return ERR_NONE;
}

static enum err remove_work(void *arg)
{
	struct change *x = arg;
	struct db_done done;

	TRY(hold(x));
	TRY(sql_case_file_remove(x->w->db,
				 &(struct sql_case_file_remove_in){.id = x->file_id, .case_id = x->case_id,
								   .item = ATTACH_NEW, .now = x->w->now},
				 &done));
	return done.affected ? ERR_NONE : refuse(x, ERR_NOT_FOUND, "这个文件已经不在了，请刷新后查看。");
}

enum err attach_remove(const struct casework *w, const struct actor *a, int64_t case_id, int64_t file_id,
		       const char **say)
{
	struct change x = {.w = w, .a = a, .case_id = case_id, .file_id = file_id, .say = say};

	*say = NULL;
	return db_tx(w->db, remove_work, &x);
}

enum err attach_bind(const struct casework *w, int64_t case_id, enum action action, int64_t seq, const char **note)
{
	struct sql_case_files_row *rows;
	const char *named = "";
	size_t n;

	if (!attach_takes(action))
		return ERR_NONE;
	TRY(sql_case_files(w->db, w->ctx, &(struct sql_case_files_in){.case_id = case_id}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		if (text_eq(rows[i].item, ATTACH_NEW))
			named = mem_fmt(w->ctx, "%s%s%s（%s）", named, *named ? "、" : "附件：", rows[i].file_name,
					text_hex(w->ctx, rows[i].sha256.p, HASH_SHOWN));
	if (!*named)
		return ERR_NONE;
	/* first, so that a very long note is cut and not the list */
	*note = text_empty(*note) ? named : mem_fmt(w->ctx, "%s；%s", named, *note);
	return sql_attach_bind(w->db,
			       &(struct sql_attach_bind_in){.case_id = case_id, .waiting = ATTACH_NEW,
							    .item = mem_fmt(w->ctx, "o.%lld", (long long)seq)},
			       NULL);
}
