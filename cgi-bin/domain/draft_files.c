/* draft_files.c - the materials of a draft or correction: files, and the ways of not needing one. */
#include "domain/draft.h"

#include "base/text.h"
#include "domain/intake.h"
#include "domain/matter.h"
#include "domain/promise.h"
#include "gen/sql.h"

struct change { /* arguments of one transaction */
	const struct casework *w;
	const struct actor *a;
	int64_t case_id;
	const struct draft_file *file;
	const char *item;
	enum material_state state;
	const char *held; /* paper */
	int64_t file_id;
	const char **say;
};

static enum err refuse(struct change *x, enum err e, const char *say)
{
	*x->say = say;
	return e;
}

bool draft_material_open(const struct casefile *c, const struct actor *a, const char *item)
{
	const struct case_item *it = case_item_find(c, item);

	if (!it || text_starts(item, "f.") || !draft_editor(c, a))
		return false;
	return c->state == STATE_DRAFT || (c->state == STATE_CORRECTION && it->listed) || promise_gap_open(c, it);
}

static enum err hold(struct change *x, const char *item, struct casefile **c)
{
	TRY(draft_hold(x->w, x->a, x->case_id, c, x->say));
	if (!case_item_find(*c, item))
		return refuse(x, ERR_NOT_FOUND, "这个事项没有这项材料。");
	if (!draft_material_open(*c, x->a, item))
		return refuse(x, ERR_FORBIDDEN, (*c)->state == STATE_CORRECTION ? "告知书没有列出这项材料，不能修改。"
										: "这项材料不是容缺后补的，不能修改。");
	return ERR_NONE;
}

/* settle - the material's new state; whatever was said about the old one is void. */
static enum err settle(const struct change *x, const struct casefile *c, const char *item, enum material_state state,
		       bool supplied)
{
	TRY(sql_case_item_change(x->w->db,
				 &(struct sql_case_item_change_in){.case_id = c->id, .item = item,
								   .state = material_state_key(state),
								   .supplied_at = supplied ? x->w->now : MSEC_NONE,
								   .now = x->w->now},
				 NULL));
	return sql_draft_touch(x->w->db, &(struct sql_draft_touch_in){.id = c->id, .now = x->w->now}, NULL);
}

/* --- files ------------------------------------------------------------------------------------------- */

static bool kind_ok(const struct matter_material *m, const char *kind)
{
	for (unsigned i = 0; matter_file_kinds[i]; i++)
		if ((m->kinds & 1u << i) && text_eq(matter_file_kinds[i], kind))
			return true;
	return m->kinds == 0;
}

static enum err check_file(struct change *x, const struct casefile *c, const struct case_item *it)
{
	const struct matter_material *m = matter_material(c->matter, it->item);
	const struct draft_file *f = x->file;
	int64_t limit = x->w->conf->files_per_material;

	if (m && !kind_ok(m, f->kind))
		return refuse(x, ERR_INVALID, "这项材料不接受这种格式的文件。");
	if (m && m->max_mb > 0 && f->size > m->max_mb * 1024 * 1024)
		return refuse(x, ERR_INVALID,
			      mem_fmt(x->w->ctx, "文件太大，这项材料每个文件不超过%lldMB。", (long long)m->max_mb));
	if (it->files - (f->replaces ? 1 : 0) >= limit)
		return refuse(x, ERR_INVALID,
			      mem_fmt(x->w->ctx, "每项材料最多%lld个文件，请先删除不需要的。", (long long)limit));
	return ERR_NONE;
}

static enum err take_out(struct change *x, const struct casefile *c, const char *item, int64_t file_id)
{
	struct db_done done;

	TRY(sql_case_file_remove(x->w->db,
				 &(struct sql_case_file_remove_in){.id = file_id, .case_id = c->id, .item = item,
								   .now = x->w->now},
				 &done));
	return done.affected ? ERR_NONE : refuse(x, ERR_NOT_FOUND, "这个文件已经不在了，请刷新后查看。");
}

static enum err add_work(void *arg)
{
	struct change *x = arg;
	const struct draft_file *f = x->file;
	struct casefile *c;
	struct db_done done;

	TRY(hold(x, f->item, &c));
	TRY(check_file(x, c, case_item_find(c, f->item)));
	if (f->replaces)
		TRY(take_out(x, c, f->item, f->replaces));
	TRY(sql_case_file_add(x->w->db,
			      &(struct sql_case_file_add_in){
				      .case_id = c->id,
				      .item = f->item,
				      .sha256 = {.p = f->sha256, .n = HASH_SIZE},
				      .size = f->size,
				      .kind = f->kind,
				      .file_name = mem_copy(x->w->ctx, f->name, utf8_prefix(f->name, 200)),
				      .round = c->correction_round,
				      .now = x->w->now,
				      .by_kind = actor_kind_key(x->a->kind),
				      .by_id = x->a->id,
			      },
			      &done));
	x->file_id = done.insert_id;
	return settle(x, c, f->item, MATERIAL_UPLOADED, true);
}

enum err draft_file_add(const struct casework *w, const struct actor *a, int64_t case_id, const struct draft_file *file,
			int64_t *file_id, const char **say)
{
	struct change x = {.w = w, .a = a, .case_id = case_id, .file = file, .say = say};

	*say = NULL;
	TRY(db_tx(w->db, add_work, &x));
	*file_id = x.file_id;
	return ERR_NONE;
}

/* at_first - without any file: as the matter says, or still to come. */
static enum material_state at_first(const struct casefile *c, const char *item)
{
	const struct matter_material *m = matter_material(c->matter, item);

	if (promise_gap_open(c, case_item_find(c, item)))
		return MATERIAL_GAP;
	return m ? material_at_first(m) : MATERIAL_NONE;
}

/* paper_kept - the window has the paper itself, or a copy that it compared. */
static enum err paper_kept(const struct change *x, const struct casefile *c, const char *item, bool *kept)
{
	struct sql_paper_list_row *rows;
	size_t n;

	*kept = false;
	TRY(sql_paper_list(x->w->db, x->w->ctx, &(struct sql_paper_list_in){.case_id = c->id}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		*kept = *kept || (text_eq(rows[i].item, item) && !text_eq(rows[i].held, "seen"));
	return ERR_NONE;
}

/* What is left: a file of this round answers the notice; without any file it stands as at first. */
static enum err settle_rest(struct change *x, const struct casefile *c, const char *item)
{
	struct sql_case_files_row *rows;
	size_t n, left = 0, fresh = 0;
	bool kept;

	TRY(sql_case_files(x->w->db, x->w->ctx, &(struct sql_case_files_in){.case_id = c->id}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		bool here = text_eq(rows[i].item, item);
		left += here;
		fresh += here && rows[i].round == c->correction_round;
	}
	if (left)
		return settle(x, c, item, MATERIAL_UPLOADED, fresh > 0);
	TRY(paper_kept(x, c, item, &kept));
	return settle(x, c, item, kept ? MATERIAL_PAPER : at_first(c, item), kept);
}

static enum err remove_work(void *arg)
{
	struct change *x = arg;
	struct sql_case_file_get_row *file;
	struct casefile *c;

	TRY(sql_case_file_get(x->w->db, x->w->ctx, &(struct sql_case_file_get_in){.id = x->file_id}, &file));
	if (file->case_id != x->case_id)
		return ERR_NOT_FOUND;
	TRY(hold(x, file->item, &c));
	TRY(take_out(x, c, file->item, x->file_id));
	return settle_rest(x, c, file->item);
}

enum err draft_file_remove(const struct casework *w, const struct actor *a, int64_t case_id, int64_t file_id,
			   const char **say)
{
	struct change x = {.w = w, .a = a, .case_id = case_id, .file_id = file_id, .say = say};

	*say = NULL;
	return db_tx(w->db, remove_work, &x);
}

/* --- without a file ---------------------------------------------------------------------------------- */

/* may_be - what was tolerated comes on paper, or (a slip) does not come yet; anything else is as the matter allows. */
static bool may_be(const struct change *x, const struct casefile *c, const struct case_item *it,
		   const struct material_need *need)
{
	if (promise_gap_open(c, it))
		return x->state == MATERIAL_PAPER ? x->a->kind == ACTOR_STAFF : x->state == MATERIAL_GAP && it->files == 0;
	switch (x->state) {
	case MATERIAL_NONE:
		return it->files == 0;
	case MATERIAL_PAPER:
		return x->a->kind == ACTOR_STAFF;
	case MATERIAL_SHARED:
		return need->may_share;
	case MATERIAL_PROMISED:
		return need->may_promise;
	case MATERIAL_GAP: /* what a notice asks for is not tolerated any more */
		return need->may_gap && c->state == STATE_DRAFT;
	case MATERIAL_UPLOADED:
	case MATERIAL_FILLED:
		break;
	}
	return false;
}

static enum err set_work(void *arg)
{
	struct change *x = arg;
	struct draft_needs needs;
	struct casefile *c;
	size_t i = 0;

	TRY(hold(x, x->item, &c));
	TRY(draft_needs(x->w, c, &needs));
	while (i < c->matter->materials.n && !text_eq(c->matter->materials.at[i].key, x->item))
		i++;
	if (i == c->matter->materials.n)
		return refuse(x, ERR_NOT_FOUND, "这个事项没有这项材料。");
	if (!may_be(x, c, case_item_find(c, x->item), &needs.need[i]))
		return refuse(x, ERR_INVALID, "这项材料不能选择这种方式。");
	if (x->state == MATERIAL_GAP && c->state == STATE_DRAFT)
		TRY(promise_tolerate(x->w, x->a, c));
	return settle(x, c, x->item, x->state, x->state != MATERIAL_NONE);
}

enum err draft_material_set(const struct casework *w, const struct actor *a, int64_t case_id, const char *item,
			    enum material_state state, const char **say)
{
	struct change x = {.w = w, .a = a, .case_id = case_id, .item = item, .state = state, .say = say};

	*say = NULL;
	return db_tx(w->db, set_work, &x);
}

/* --- on paper ---------------------------------------------------------------------------------------- */

static enum err paper_work(void *arg)
{
	struct change *x = arg;
	const char *held = x->held;
	struct casefile *c;

	TRY(hold(x, x->item, &c));
	if (x->a->kind != ACTOR_STAFF)
		return refuse(x, ERR_FORBIDDEN, "纸质材料由窗口登记。");
	if (text_empty(intake_held_name(held)))
		return refuse(x, ERR_INVALID, "请从列出的情况里选择一种。");
	if (text_eq(held, "none"))
		TRY(sql_paper_drop(x->w->db, &(struct sql_paper_drop_in){.case_id = c->id, .item = x->item}, NULL));
	else
		TRY(sql_paper_put(x->w->db,
				  &(struct sql_paper_put_in){.case_id = c->id, .item = x->item, .held = held,
							     .now = x->w->now, .by_id = x->a->id},
				  NULL));
	return settle_rest(x, c, x->item);
}

enum err draft_paper_set(const struct casework *w, const struct actor *a, int64_t case_id, const char *item,
			 const char *held, const char **say)
{
	struct change x = {.w = w, .a = a, .case_id = case_id, .item = item, .held = held, .say = say};

	*say = NULL;
	return db_tx(w->db, paper_work, &x);
}
