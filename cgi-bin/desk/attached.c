/* attached.c - files beside what the department puts on record inside: while they wait for the act, and with its event. */
#include "base/text.h"
#include "desk/desk.h"
#include "domain/attach.h"
#include "wrap/filekind.h"

static void show_file(const struct request *q, struct tpl *t, const struct sql_case_files_row *f)
{
	tpl_int(t, T_FILE_ID, f->id);
	tpl_text(t, T_FILE_NAME, f->file_name);
	tpl_text(t, T_FILE_SIZE, file_size_text(q->ctx, f->size));
	tpl_minute(t, T_FILE_AT, f->uploaded_at);
}

static void show_upload(const struct request *q, struct tpl *box, const struct casework *w)
{
	struct tpl *u = tpl_add(box, T_UPLOAD);
	tpl_int(u, T_MAX_BYTES, w->conf->file_max_bytes);
	tpl_int(u, T_MAX_FILES, w->conf->files_per_material);
	tpl_text(u, T_ACCEPT, file_kinds_accept(q->ctx, FILE_KINDS_ALL));
	tpl_text(u, T_KINDS, file_kinds_label(q->ctx, FILE_KINDS_ALL));
	tpl_text(u, T_MAX_SIZE, file_size_text(q->ctx, w->conf->file_max_bytes));
}

enum err attached_waiting(struct request *q, struct page *p, const struct casework *w, const struct actor *a,
			  const struct casefile *c, enum action action)
{
	struct sql_case_files_row *files;
	size_t n;
	int64_t waiting = 0;

	if (!attach_takes(action) || !attach_open(w, c, a))
		return ERR_NONE;
	TRY(sql_case_files(w->db, q->ctx, &(struct sql_case_files_in){c->id}, &files, &n));
	struct tpl *box = tpl_add(p->d, T_ATTACHMENTS);
	tpl_text(box, T_CASE_KEY, case_key(q->ctx, c->ref));
	for (size_t i = 0; i < n; i++) {
		if (!text_eq(files[i].item, ATTACH_NEW))
			continue;
		show_file(q, tpl_add(box, T_FILE), &files[i]);
		waiting++;
	}
	if (waiting < w->conf->files_per_material)
		show_upload(q, box, w);
	return ERR_NONE;
}

void attached_event(const struct request *q, struct tpl *t, int64_t seq, const struct sql_case_files_row *files, size_t n)
{
	const char *item = mem_fmt(q->ctx, "o.%lld", (long long)seq);
	struct tpl *box = NULL;

	for (size_t i = 0; i < n; i++) {
		if (!text_eq(files[i].item, item))
			continue;
		if (!box)
			box = tpl_add(t, T_ATTACHED);
		show_file(q, tpl_add(box, T_FILE), &files[i]);
	}
}
