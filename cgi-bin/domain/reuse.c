#include "domain/reuse.h"

#include "base/text.h"
#include "domain/matter.h"
#include "gen/sql.h"

/* --- what fits ------------------------------------------------------------------------------------------ */

/* licence_code_of - of the result under which a certificate was issued, or NULL. */
static enum err licence_code_of(const struct casework *w, const struct sql_reuse_certificates_row *h, const char **code)
{
	const struct matter *m;
	struct matter *own;

	if (w->matters) {
		TRY(matter_cached_revision(w->db, w->ctx, w->matters, h->revision_id, &m));
	} else {
		TRY(matter_load_revision(w->db, w->ctx, h->revision_id, &own));
		m = own;
	}
	*code = NULL;
	for (size_t i = 0; i < m->results.n; i++)
		if (text_eq(m->results.at[i].name, h->name) && m->results.at[i].licence_code)
			*code = mem_str(w->ctx, m->results.at[i].licence_code); /* the cache may let the matter go */
	return ERR_NONE;
}

static bool certificate_fits(const struct sql_reuse_certificates_row *h, const char *code, const struct matter_material *m)
{
	return text_eq(h->name, m->name) || (m->e_licence_code && text_eq(code, m->e_licence_code));
}

/* since_months - the first day of so many months before today; the same day of the month, or its last. */
static day since_months(day today, int64_t months)
{
	int year, month, mday;

	day_split(today, &year, &month, &mday);
	int64_t at = (int64_t)year * 12 + month - 1 - months;
	year = (int)(at / 12);
	month = (int)(at % 12) + 1;
	while (!day_valid(year, month, mday))
		mday--;
	return day_make(year, month, mday);
}

static bool file_fits(const struct sql_reuse_files_row *f, const struct casefile *c, const struct matter_material *m, day today)
{
	if (!m->reusable || m->reuse_months <= 0 || msec_day(f->uploaded_at) < since_months(today, m->reuse_months))
		return false;
	return (f->matter_id == c->matter_id && text_eq(f->item, m->key)) || text_eq(f->item_name, m->name);
}

/* fresh - no newer offer of this sort for the material; the rows come newest first. */
static bool fresh(const struct reuse_offers *out, const char *item, bool certificate)
{
	for (size_t i = 0; i < out->n; i++)
		if (text_eq(out->at[i].item, item) && (out->at[i].certificate_id != 0) == certificate)
			return false;
	return true;
}

static void offer_add(const struct casework *w, struct reuse_offers *out, struct reuse_offer o)
{
	out->at = mem_grow(w->ctx, out->at, struct reuse_offer, out->n + 1);
	out->at[out->n++] = o;
}

static enum err offer_certificates(const struct casework *w, const struct casefile *c, struct reuse_offers *out)
{
	struct sql_reuse_certificates_row *rows;
	size_t n;

	TRY(sql_reuse_certificates(w->db, w->ctx, &(struct sql_reuse_certificates_in){c->id, msec_day(w->now)}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		const char *code;
		TRY(licence_code_of(w, &rows[i], &code));
		for (size_t k = 0; k < c->matter->materials.n; k++) {
			const struct matter_material *m = &c->matter->materials.at[k];
			if (certificate_fits(&rows[i], code, m) && fresh(out, m->key, true))
				offer_add(w, out,
					  (struct reuse_offer){.item = m->key, .certificate_id = rows[i].id, .name = rows[i].name,
							       .number = rows[i].number, .valid_until = rows[i].valid_until,
							       .at = rows[i].issued_at});
		}
	}
	return ERR_NONE;
}

static enum err offer_files(const struct casework *w, const struct casefile *c, struct reuse_offers *out)
{
	day today = msec_day(w->now);
	msec since = msec_make(since_months(today, REUSE_MONTHS_MOST), 0, 0, 0, 0);
	struct sql_reuse_files_row *rows;
	size_t n;

	TRY(sql_reuse_files(w->db, w->ctx, &(struct sql_reuse_files_in){c->id, since}, &rows, &n));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < c->matter->materials.n; k++) {
			const struct matter_material *m = &c->matter->materials.at[k];
			if (file_fits(&rows[i], c, m, today) && fresh(out, m->key, false))
				offer_add(w, out,
					  (struct reuse_offer){.item = m->key, .file_id = rows[i].id, .name = rows[i].file_name,
							       .valid_until = DAY_NONE, .at = rows[i].uploaded_at,
							       .short_no = rows[i].short_no,
							       .matter_name = rows[i].matter_name, .size = rows[i].size});
		}
	return ERR_NONE;
}

enum err reuse_offers(const struct casework *w, const struct casefile *c, struct reuse_offers *out)
{
	*out = (struct reuse_offers){NULL, 0};
	TRY(offer_certificates(w, c, out));
	return offer_files(w, c, out);
}

/* --- taking one ----------------------------------------------------------------------------------------- */

struct take {
	const struct casework *w;
	const struct actor *a;
	int64_t case_id;
	const char *item;
	int64_t certificate_id, file_id;
	const char **say;
};

static enum err refuse(struct take *x, enum err e, const char *say)
{
	*x->say = say;
	return e;
}

static const struct reuse_offer *offered(const struct take *x, const struct reuse_offers *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (text_eq(all->at[i].item, x->item) && all->at[i].certificate_id == x->certificate_id &&
		    all->at[i].file_id == x->file_id)
			return &all->at[i];
	return NULL;
}

static enum err settle(const struct take *x, const struct casefile *c, enum material_state state)
{
	TRY(sql_case_item_change(x->w->db,
				 &(struct sql_case_item_change_in){.case_id = c->id, .item = x->item,
								   .state = material_state_key(state),
								   .supplied_at = x->w->now, .now = x->w->now},
				 NULL));
	TRY(sql_reuse_certificate_put(x->w->db,
				      &(struct sql_reuse_certificate_put_in){.case_id = c->id, .item = x->item,
									     .certificate_id = x->certificate_id},
				      NULL));
	return sql_draft_touch(x->w->db, &(struct sql_draft_touch_in){.id = c->id, .now = x->w->now}, NULL);
}

static enum err take_file(struct take *x, const struct casefile *c)
{
	const struct case_item *it = case_item_find(c, x->item);

	if (it->files >= x->w->conf->files_per_material)
		return refuse(x, ERR_INVALID, "这项材料的文件已经够多了，请先删除不需要的。");
	TRY(sql_reuse_file_add(x->w->db,
			       &(struct sql_reuse_file_add_in){.case_id = c->id, .item = x->item, .file_id = x->file_id,
							       .round = c->correction_round, .now = x->w->now,
							       .by_kind = actor_kind_key(x->a->kind), .by_id = x->a->id},
			       NULL));
	return settle(x, c, MATERIAL_UPLOADED);
}

static enum err take_work(void *arg)
{
	struct take *x = arg;
	struct reuse_offers all;
	struct casefile *c;

	TRY(draft_hold(x->w, x->a, x->case_id, &c, x->say));
	if (!case_item_find(c, x->item))
		return refuse(x, ERR_NOT_FOUND, "这个事项没有这项材料。");
	if (!draft_material_open(c, x->a, x->item))
		return refuse(x, ERR_FORBIDDEN, "这项材料现在不能修改。");
	TRY(reuse_offers(x->w, c, &all));
	const struct reuse_offer *o = offered(x, &all);
	if (!o)
		return refuse(x, ERR_NOT_FOUND, "这份证照或者文件现在不能用了，请自己上传一份。");
	if (o->file_id)
		return take_file(x, c);
	if (case_item_find(c, x->item)->files > 0)
		return refuse(x, ERR_INVALID, "这项材料已经传了文件；要改用证照，请先把文件删除。");
	return settle(x, c, MATERIAL_SHARED);
}

enum err reuse_take(const struct casework *w, const struct actor *a, int64_t case_id, const char *item, int64_t certificate_id,
		    int64_t file_id, const char **say)
{
	struct take x = {w, a, case_id, item, certificate_id, file_id, say};

	*say = NULL;
	return db_tx(w->db, take_work, &x);
}
