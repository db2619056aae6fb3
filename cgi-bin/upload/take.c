/* take.c - files for one material: looked at, put into the store for good, and only then named in the database. */
#include "upload/upload_pages.h"

#include "base/text.h"
#include "parts/materialpage.h"
#include "wrap/filecheck.h"
#include "wrap/json.h"
#include "wrap/store.h"

struct taken { /* what became of one file */
	const char *name;
	const char *wrong; /* NULL: it is in */
};

struct taking {
	struct party party;
	bool attached;          /* no material: what an officer adds to a record of their own */
	const char *key, *name; /* of the material */
	struct file_rules rules;
	int64_t replaces; /* file that goes out as the first one comes in, or 0 */
	struct taken *files;
	size_t n, nwrong;
};

/* keep - from here on the file is on the disk; a row that fails leaves bytes that nobody refers to. */
static enum err keep(struct taking *t, const struct upload *u, enum file_kind kind, const char **wrong)
{
	const struct casework *w = &t->party.w;
	int64_t id;

	TRY(store_commit(u->file));
	struct draft_file file = {.item = t->key,
				  .sha256 = u->sha256,
				  .size = u->size,
				  .kind = file_kind_row(kind)->name,
				  .name = text_or(u->file_name, "未命名"),
				  .replaces = t->replaces};
	enum err e = (t->attached ? attach_add : draft_file_add)(w, &t->party.actor, t->party.c->id, &file, &id, wrong);
	t->replaces = 0;
	return e == ERR_INVALID || e == ERR_FORBIDDEN || e == ERR_NOT_FOUND || e == ERR_CONFLICT ? ERR_NONE : e;
}

static enum err take_one(struct taking *t, const struct upload *u)
{
	struct taken *out = &t->files[t->n++];
	struct file_verdict verdict;

	*out = (struct taken){.name = text_or(u->file_name, "未命名")};
	TRY(filecheck_run(u->path, u->size, out->name, &t->rules, &verdict));
	if (verdict.fault == FILE_FINE)
		TRY(keep(t, u, verdict.kind, &out->wrong));
	else
		out->wrong = file_fault_say(t->party.w.ctx, &verdict, &t->rules, out->name, u->size);
	t->nwrong += out->wrong != NULL;
	return ERR_NONE;
}

/* place_find - what the files are for, and what may be put there. */
static enum err place_find(const struct request *q, struct taking *t)
{
	const struct casework *w = &t->party.w;
	const struct matter_material *m = matter_material(t->party.c->matter, request_param(q, "item"));

	t->attached = party_attaches(&t->party, request_param(q, "item"));
	if (!m && !t->attached)
		return ERR_NOT_FOUND;
	t->key = m ? m->key : ATTACH_NEW;
	t->name = m ? m->name : "附件";
	t->rules = m ? material_rules(w->conf, m) : (struct file_rules){w->conf->file_max_bytes, FILE_KINDS_ALL};
	bool open = m ? draft_material_open(t->party.c, &t->party.actor, m->key)
		      : attach_open(w, t->party.c, &t->party.actor);
	return open ? ERR_NONE : ERR_CONFLICT;
}

static enum err taking_begin(struct request *q, struct taking *t)
{
	TRY(party_open(q, &t->party));
	enum err e = place_find(q, t);
	if (e == ERR_CONFLICT)
		q->say = "这份材料现在不能改。请刷新页面，看看办到哪一步了。";
	if (e != ERR_NONE)
		return e;
	if (q->files.n == 0) {
		q->say = "还没有选择文件。请先选好文件，再点“上传”。";
		return ERR_INVALID;
	}
	if (!text_int(text_or(pairs_get(&q->post, "replaces"), "0"), 0, INT64_MAX, &t->replaces))
		return ERR_BAD_REQUEST;
	t->files = mem_array(q->ctx, struct taken, q->files.n);
	return ERR_NONE;
}

/* --- answers -------------------------------------------------------------------------------------- */

static void answer_json(const struct request *q, struct page *p, const struct taking *t)
{
	struct json *o = json_new(q->ctx);
	char at[MSEC_TEXT];

	if (t->nwrong < t->n)
		json_set_text(o, "saved", mem_fmt(q->ctx, "%.5s", msec_text(q->now, at) + 11));
	for (size_t i = 0; i < t->n; i++)
		if (t->files[i].wrong)
			json_set_text(o, "wrong", t->files[i].wrong);
	p->status = t->nwrong ? 422 : 200;
	page_json(p, json_write(q->ctx, o));
}

/* refused_draw - which files were not taken and why, and the means to try again right here. */
static void refused_draw(const struct request *q, struct page *p, const struct taking *t)
{
	p->status = 422;
	p->title = "有文件没有传上去";
	p->section = t->party.actor.kind == ACTOR_STAFF ? "desk" : "account";
	p->body = TPL_upload_refused;
	tpl_text(p->d, T_NAME, t->name);
	tpl_text(p->d, T_KEY, t->key);
	tpl_text(p->d, T_ACTION, q->path);
	tpl_text(p->d, T_BACK, t->party.back);
	tpl_text(p->d, T_ACCEPT, file_kinds_accept(q->ctx, t->rules.kinds));
	tpl_text(p->d, T_KINDS, file_kinds_label(q->ctx, t->rules.kinds));
	tpl_text(p->d, T_MAX_SIZE, file_size_text(q->ctx, t->rules.max_bytes));
	for (size_t i = 0; i < t->n; i++) {
		struct tpl *row = tpl_add(p->d, t->files[i].wrong ? T_REFUSED : T_TAKEN);
		tpl_text(row, T_FILE_NAME, t->files[i].name);
		tpl_text(row, T_MESSAGE, t->files[i].wrong);
	}
}

enum err take_post(struct request *q, struct page *p)
{
	struct taking t = {0};

	TRY(taking_begin(q, &t));
	for (size_t i = 0; i < q->files.n; i++)
		TRY(take_one(&t, &q->files.at[i]));
	if (q->wants_json) {
		answer_json(q, p, &t);
	} else if (t.nwrong) {
		refused_draw(q, p, &t);
	} else {
		page_note(q, p, mem_fmt(q->ctx, "“%s”传好了 %zu 个文件。", t.name, t.n));
		page_see(q, p, "%s#m-%s", t.party.back, t.key);
	}
	return ERR_NONE;
}
