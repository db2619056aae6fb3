/* complaint.c - files for a complaint: whoever holds its QR code may add some while it is open and look at them.  Nothing says
 * who they are; photographs lose what the camera wrote into them, and files of somebody anonymous lose their names. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/complaint.h"
#include "domain/voice.h"
#include "upload/upload_pages.h"
#include "web/session.h"
#include "wrap/filecheck.h"
#include "wrap/imagestrip.h"
#include "wrap/store.h"

#define FILES_PER_HOUR 60

static enum err token_load(struct request *q, const struct casework *w, struct complaint **c)
{
	enum err e = complaint_by_token(w, request_param(q, "token"), c);

	if (e == ERR_NOT_FOUND)
		q->say = "这个二维码不对，或者已经作废。";
	return e;
}

static enum err file_read(void *ctx, const char *path, int64_t size, struct bytes *out)
{
	uint8_t *p = mem_array(ctx, uint8_t, size + 1);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, p, (size_t)size);

	if (fd >= 0)
		close(fd);
	if (n != size)
		return ERR_UNAVAILABLE;
	*out = (struct bytes){p, (size_t)n};
	return ERR_NONE;
}

/* file_clean - the file to keep: the one that came, or the picture alone. */
static enum err file_clean(const struct request *q, const struct upload *u, enum file_kind kind, struct store_file **out)
{
	struct bytes raw, clean;

	*out = u->file;
	if (!(kind & (FILE_JPG | FILE_PNG)))
		return ERR_NONE;
	TRY(file_read(q->ctx, u->path, u->size, &raw));
	if (!image_strip(q->ctx, kind, raw, &clean))
		return ERR_INVALID;
	TRY(store_begin(q->ctx, q->app->store, out));
	TRY(store_write(*out, clean.p, clean.n));
	return store_end(*out);
}

/* take - on the disk first, then named in the database. */
static enum err take(const struct request *q, const struct casework *w, const struct complaint *c, const struct upload *u,
		     const char **wrong)
{
	struct file_rules rules = {w->conf->file_max_bytes, FILE_KINDS_ALL};
	const char *name = text_or(u->file_name, "未命名");
	struct file_verdict verdict;
	struct store_file *file;

	TRY(filecheck_run(u->path, u->size, name, &rules, &verdict));
	if (verdict.fault != FILE_FINE) {
		*wrong = file_fault_say(q->ctx, &verdict, &rules, name, u->size);
		return ERR_NONE;
	}
	enum err e = file_clean(q, u, verdict.kind, &file);
	if (e == ERR_INVALID) {
		*wrong = "这张照片读不完整，请换一张。";
		return ERR_NONE;
	}
	TRY(e);
	TRY(store_commit(file));
	const struct file_kind_row *row = file_kind_row(verdict.kind);
	e = complaint_file_add(w, c->r->id, store_hash(file), store_size(file), row->name, row->ending, name, wrong);
	return *wrong ? ERR_NONE : e;
}

static void refused_draw(const struct request *q, struct page *p, const char *name, const char *wrong)
{
	p->status = 422;
	p->title = "有文件没有传上去";
	p->section = "complain";
	p->body = TPL_upload_refused;
	tpl_text(p->d, T_NAME, "附件");
	tpl_text(p->d, T_KEY, "files");
	tpl_text(p->d, T_ACTION, q->path);
	tpl_text(p->d, T_BACK, mem_fmt(q->ctx, "/complain/v/%s", request_param(q, "token")));
	tpl_text(p->d, T_ACCEPT, file_kinds_accept(q->ctx, FILE_KINDS_ALL));
	tpl_text(p->d, T_KINDS, file_kinds_label(q->ctx, FILE_KINDS_ALL));
	tpl_text(p->d, T_MAX_SIZE, file_size_text(q->ctx, q->app->conf.file_max_bytes));
	struct tpl *row = tpl_add(p->d, T_REFUSED);
	tpl_text(row, T_FILE_NAME, name);
	tpl_text(row, T_MESSAGE, wrong);
}

enum err complaint_file_post(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct complaint *c;
	const char *wrong = NULL;

	TRY(token_load(q, &w, &c));
	enum err e = voice_rate(&w, "file", q->ip, FILES_PER_HOUR);
	if (e == ERR_RATE)
		q->say = "传得太多了，请一小时后再试。";
	TRY(e);
	if (q->files.n == 0) {
		q->say = "还没有选择文件。请先选好文件，再点“上传”。";
		return ERR_INVALID;
	}
	for (size_t i = 0; i < q->files.n; i++) {
		TRY(take(q, &w, c, &q->files.at[i], &wrong));
		if (wrong) {
			refused_draw(q, p, text_or(q->files.at[i].file_name, "未命名"), wrong);
			return ERR_NONE;
		}
	}
	page_note(q, p, mem_fmt(q->ctx, "传好了 %zu 个文件。", q->files.n));
	page_see(q, p, "/complain/v/%s", request_param(q, "token"));
	return ERR_NONE;
}

enum err complaint_file_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct sql_complaint_files_row *f;
	struct complaint *c;
	int64_t id;
	size_t n;

	TRY(token_load(q, &w, &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(sql_complaint_files(w.db, q->ctx, &(struct sql_complaint_files_in){c->r->id}, &f, &n));
	for (size_t i = 0; i < n; i++) {
		if (f[i].id != id)
			continue;
		p->type = "application/octet-stream";
		p->download = f[i].file_name;
		p->accel = mem_fmt(q->ctx, "/private/%s", store_path(q->ctx, f[i].sha256.p));
		return ERR_NONE;
	}
	return ERR_NOT_FOUND;
}
