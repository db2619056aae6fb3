/* file.c - a file of a case, sent by nginx from the private store once this program has looked at who asks. */
#include "upload/upload_pages.h"

#include "base/text.h"
#include "domain/attach.h"
#include "gen/sql.h"
#include "web/session.h"
#include "web/urlencoded.h"
#include "wrap/filekind.h"
#include "wrap/store.h"

#define INLINE_KINDS (FILE_PDF | FILE_JPG | FILE_PNG)

/* What a file may do in the browser that shows it: nothing. */
#define FILE_CSP                                                                                        \
	"default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; "            \
	"frame-ancestors 'self'; sandbox"

/* look_log - every look of an officer at somebody's file is on record (domain H). */
static enum err look_log(const struct request *q, const struct sql_case_file_get_row *f)
{
	return sql_access_log_add(q->app->db,
				  &(struct sql_access_log_add_in){.at = q->now,
								  .staff_id = q->session->staff_id,
								  .staff_name = q->session->name,
								  .post = q->session->post,
								  .case_id = f->case_id,
								  .fields = mem_fmt(q->ctx, "file %lld", (long long)f->id),
								  .ip = q->ip,
								  .reason = "审核材料"},
				  NULL);
}

/* with_applicant - the application is being put together online: it is its applicant's alone.  What a window enters is the
 * window's, and the other way round. */
static bool with_applicant(const struct sql_case_file_get_row *f)
{
	return text_eq(f->channel, "web") && (!f->case_no || text_eq(f->case_state, state_key(STATE_DRAFT)));
}

static bool with_window(const struct sql_case_file_get_row *f)
{
	return !text_eq(f->channel, "web") && !f->case_no;
}

/* may_see - the applicant sees what is there now; an officer who may open the case also what was replaced.  What the
 * department attached to a record of its own is for officers only. */
static enum err may_see(const struct request *q, const struct sql_case_file_get_row *f, bool *may, bool *officer)
{
	bool own = q->session->account_id && f->account_id == q->session->account_id && !with_window(f);

	*officer = false;
	*may = own && f->removed_at == MSEC_NONE && !attach_item(f->item);
	if (*may || with_applicant(f))
		return ERR_NONE;
	TRY(party_staff(q, f->case_id, f->dept_code, officer));
	*may = *officer;
	return ERR_NONE;
}

static enum file_kind kind_of(const char *name)
{
	for (unsigned bit = 1; bit <= FILE_KINDS_ALL; bit <<= 1)
		if (text_eq(file_kind_row((enum file_kind)bit)->name, name))
			return (enum file_kind)bit;
	return FILE_UNKNOWN;
}

static void headers_set(struct request *q, struct page *p, const struct sql_case_file_get_row *f)
{
	enum file_kind kind = kind_of(f->kind);
	const struct file_kind_row *row = file_kind_row(kind);

	p->type = row ? row->type : "application/octet-stream";
	if (!(kind & INLINE_KINDS)) {
		p->download = f->file_name;
		return;
	}
	page_header(q, p, "Content-Disposition",
		    mem_fmt(q->ctx, "inline; filename*=UTF-8''%s", url_encode(q->ctx, f->file_name)));
	page_header(q, p, "Content-Security-Policy", FILE_CSP);
}

enum err file_get(struct request *q, struct page *p)
{
	struct sql_case_file_get_row *f;
	bool may, officer;
	int64_t id;

	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(sql_case_file_get(q->app->db, q->ctx, &(struct sql_case_file_get_in){id}, &f));
	TRY(may_see(q, f, &may, &officer));
	if (!may || f->sha256.n != HASH_SIZE)
		return ERR_NOT_FOUND;
	if (officer)
		TRY(look_log(q, f));
	headers_set(q, p, f);
	p->accel = mem_fmt(q->ctx, "/private/%s", store_path(q->ctx, f->sha256.p));
	return ERR_NONE;
}
