/* archive.c - what goes into a package, and the package into the register; archive_parts.c writes the parts. */
#include "domain/archive.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/archive_parts.h"
#include "gen/sql.h"
#include "wrap/store.h"

#define ROUND_CASES 50

/* --- gathering --------------------------------------------------------------------------------------- */

void archive_put(struct archive_pack *x, const char *name, struct bytes bytes)
{
	struct archive_entry *e;

	x->entries = mem_grow(x, x->entries, struct archive_entry, x->n + 1);
	e = &x->entries[x->n++];
	*e = (struct archive_entry){.name = name, .bytes = bytes, .size = (int64_t)bytes.n};
	hash_sha256(bytes.p, bytes.n, e->sum);
}

/* put_upload - each file once, however many rows name it.  What the store holds must be what came in. */
static enum err put_upload(struct archive_pack *x, struct store *store, const struct sql_archive_files_row *f)
{
	const char *name = archive_upload_name(x, f);
	struct archive_entry e = {.name = name, .size = f->size};

	for (size_t i = 0; i < x->n; i++)
		if (text_eq(x->entries[i].name, name))
			return ERR_NONE;
	memcpy(e.sum, f->sha256.p, HASH_SIZE);
	enum err wrong = store_verify(store, e.sum);
	if (wrong == ERR_NOT_FOUND)
		return log_err(ERR_INTERNAL, "case %s: the store has lost file %" PRId64, x->c->short_no, f->id);
	TRY(wrong);
	e.path = mem_fmt(x, "%s/%s", x->w->conf->file_store, store_path(x, e.sum));
	x->entries = mem_grow(x, x->entries, struct archive_entry, x->n + 1);
	x->entries[x->n++] = e;
	return ERR_NONE;
}

static enum err put_uploads(struct archive_pack *x)
{
	struct store *store;

	if (x->nfiles == 0)
		return ERR_NONE;
	TRY(store_open(x, x->w->conf->file_store, &store));
	for (size_t i = 0; i < x->nfiles; i++) {
		if (x->files[i].sha256.n != HASH_SIZE)
			return log_err(ERR_INTERNAL, "file %" PRId64 " has no hash", x->files[i].id);
		TRY(put_upload(x, store, &x->files[i]));
	}
	return ERR_NONE;
}

/* read_all - in one transaction: everything is of the same instant. */
static enum err read_all(void *arg)
{
	struct archive_pack *x = arg;
	struct db *db = x->w->db;

	TRY(sql_archive_case(db, x, &(struct sql_archive_case_in){.id = x->case_id}, &x->c));
	TRY(sql_archive_events(db, x, &(struct sql_archive_events_in){.case_id = x->case_id}, &x->events, &x->nevents));
	TRY(sql_archive_documents(db, x, &(struct sql_archive_documents_in){.case_id = x->case_id}, &x->documents,
				  &x->ndocuments));
	TRY(sql_archive_clocks(db, x, &(struct sql_archive_clocks_in){.case_id = x->case_id}, &x->clocks, &x->nclocks));
	TRY(sql_archive_fields(db, x, &(struct sql_archive_fields_in){.case_id = x->case_id}, &x->fields, &x->nfields));
	TRY(sql_archive_items(db, x, &(struct sql_archive_items_in){.case_id = x->case_id}, &x->items, &x->nitems));
	TRY(sql_archive_files(db, x, &(struct sql_archive_files_in){.case_id = x->case_id}, &x->files, &x->nfiles));
	return sql_archive_matter(db, x, &(struct sql_archive_matter_in){.revision_id = x->c->revision_id}, &x->matter);
}

/* --- writing ----------------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct archive_entry *)a)->name, ((const struct archive_entry *)b)->name);
}

static enum err folder_make(const char *path)
{
	if (mkdir(path, 0750) == 0 || errno == EEXIST)
		return ERR_NONE;
	return log_err(ERR_UNAVAILABLE, "archive: mkdir %s: %s", path, strerror(errno));
}

static enum err write_package(struct archive_pack *x, struct archive_made *out)
{
	const char *dir = x->w->conf->archive_dir;
	struct package *p;

	if (text_empty(dir))
		return log_err(ERR_INTERNAL, "the setting archive_dir is empty");
	TRY(folder_make(dir));
	TRY(folder_make(mem_fmt(x, "%s/%.4s", dir, out->file)));
	p = package_begin(x, mem_fmt(x, "%s/%s", dir, out->file));
	qsort(x->entries, x->n, sizeof(*x->entries), by_name);
	for (size_t i = 0; i < x->n; i++) {
		const struct archive_entry *e = &x->entries[i];
		TRY(e->path ? package_add_file(p, e->name, e->path) : package_add(p, e->name, e->bytes));
	}
	TRY(package_add(p, ARCHIVE_MANIFEST, archive_manifest(x)));
	return package_end(p, out->sum, &out->size);
}

/* --- the register -------------------------------------------------------------------------------------- */

/* place - where it goes: by the year of its last event; later packages of the case are counted. */
static enum err place(struct archive_pack *x, struct archive_made *out, bool *accepted)
{
	struct sql_archive_package_now_row *now;
	int year, month, mday;

	TRY(sql_archive_package_now(x->w->db, x,
				    &(struct sql_archive_package_now_in){.case_id = x->case_id, .events = out->events}, &now));
	*accepted = now->accepted;
	if (now->file) {
		out->file = mem_str(x->w->ctx, now->file);
		out->written = !now->accepted;
		if (now->sha256.n == HASH_SIZE)
			memcpy(out->sum, now->sha256.p, HASH_SIZE);
		return ERR_NONE;
	}
	day_split(msec_day(x->events[x->nevents - 1].at), &year, &month, &mday);
	out->written = true;
	out->file = now->packages ? mem_fmt(x->w->ctx, "%04d/%s-%" PRId64 ".zip", year, x->c->short_no, now->packages + 1)
				  : mem_fmt(x->w->ctx, "%04d/%s.zip", year, x->c->short_no);
	return ERR_NONE;
}

struct record {
	const struct archive_pack *x;
	const struct archive_made *made;
};

static enum err record(void *arg)
{
	const struct record *r = arg;
	const struct archive_pack *x = r->x;
	struct sql_archive_hold_row *held;

	TRY(sql_archive_hold(x->w->db, x->w->ctx, &(struct sql_archive_hold_in){.id = x->case_id}, &held));
	if (held->event_count != r->made->events)
		return ERR_CONFLICT; /* something happened meanwhile: the next round makes it anew */
	TRY(sql_archive_package_put(x->w->db,
				    &(struct sql_archive_package_put_in){.case_id = x->case_id, .events = r->made->events,
									 .file = r->made->file,
									 .sha256 = {r->made->sum, HASH_SIZE},
									 .size = r->made->size, .now = x->w->now},
				    NULL));
	return sql_archive_packed(x->w->db,
				  &(struct sql_archive_packed_in){.id = x->case_id, .events = r->made->events}, NULL);
}

static enum err pack(struct archive_pack *x, struct archive_made *out)
{
	bool accepted;

	TRY(db_tx(x->w->db, read_all, x));
	if (x->nevents == 0 || !state_terminal(state_of(x->c->state)))
		return ERR_CONFLICT;
	out->events = x->c->event_count;
	TRY(place(x, out, &accepted));
	if (accepted)
		return ERR_NONE;
	TRY(archive_parts(x));
	TRY(put_uploads(x));
	TRY(write_package(x, out));
	return db_tx(x->w->db, record, &(struct record){x, out});
}

enum err archive_pack(const struct casework *w, archive_print *print, int64_t case_id, struct archive_made *out)
{
	struct archive_pack *x = mem_new(w->ctx, struct archive_pack);

	*out = (struct archive_made){0};
	x->w = w;
	x->print = print;
	x->case_id = case_id;
	enum err e = pack(x, out);
	talloc_free(x);
	return e;
}

enum err archive_pending(const struct casework *w, archive_print *print, struct archive_round *out)
{
	struct sql_archive_pending_row *rows;
	int64_t after = 0;
	size_t n = ROUND_CASES;

	*out = (struct archive_round){0, 0};
	while (n == ROUND_CASES) {
		TRY(sql_archive_pending(w->db, w->ctx,
					&(struct sql_archive_pending_in){.after_id = after, .limit = ROUND_CASES}, &rows, &n));
		for (size_t i = 0; i < n; i++) {
			struct archive_made made;
			enum err e = archive_pack(w, print, rows[i].id, &made);
			if (e == ERR_UNAVAILABLE)
				return e;
			if (e != ERR_NONE)
				log_warn("archive: case %" PRId64 ": %s", rows[i].id, err_name(e));
			*(e == ERR_NONE ? &out->made : &out->failed) += 1;
			after = rows[i].id;
		}
	}
	return ERR_NONE;
}
