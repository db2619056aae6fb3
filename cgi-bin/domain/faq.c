#include "domain/faq.h"

#include "base/text.h"
#include "domain/freetext.h"
#include "domain/search.h"

bool faq_may_judge(const struct actor *a, const char *dept_code, int64_t drafted_by)
{
	if (!(a->roles & ROLES_FAQ_JUDGE) || a->id == drafted_by || (a->acting_for && a->acting_for == drafted_by))
		return false;
	return text_empty(a->dept) || text_eq(a->dept, dept_code);
}

bool faq_may_write(const struct actor *a, const char *dept_code)
{
	return a->roles & ROLES_FAQ_WRITE && (text_empty(a->dept) || text_eq(a->dept, dept_code));
}

const char *faq_wrong(void *ctx, const char *question, const char *answer, const char **field)
{
	*field = "question";
	if (!text_eq(freetext_mask(ctx, question), question))
		return "问题里有像证件号、电话、邮箱的内容，公开以前请去掉";
	*field = "answer";
	if (!text_eq(freetext_mask(ctx, answer), answer))
		return "答案里有像证件号、手机号、邮箱的内容，公开以前请去掉";
	*field = NULL;
	return NULL;
}

static const char *index_of(const struct casework *w, const char *question, const char *answer)
{
	const char *const pieces[] = {question, answer};

	return search_index(w->ctx, pieces, 2);
}

enum err faq_draft(const struct casework *w, const struct actor *a, const char *matter_code, const char *dept_code,
		   const struct enquiry *e, const char *question, const char *answer, int64_t *id)
{
	struct db_done done;
	enum err x = sql_faq_add(w->db,
				 &(struct sql_faq_add_in){.matter_code = matter_code, .dept_code = dept_code,
							  .enquiry_id = e ? e->r->id : 0, .question = question, .answer = answer,
							  .search = index_of(w, question, answer), .staff_id = a->id,
							  .staff_name = a->name, .now = w->now},
				 &done);

	if (x == ERR_DUPLICATE)
		return ERR_CONFLICT;
	TRY(x);
	*id = done.insert_id;
	return ERR_NONE;
}

enum err faq_rewrite(const struct casework *w, const struct actor *a, int64_t id, const char *question, const char *answer)
{
	struct db_done done;

	TRY(sql_faq_write(w->db,
			  &(struct sql_faq_write_in){.id = id, .question = question, .answer = answer,
						     .search = index_of(w, question, answer), .staff_id = a->id,
						     .staff_name = a->name, .now = w->now},
			  &done));
	return done.affected ? ERR_NONE : ERR_CONFLICT;
}

enum err faq_judge(const struct casework *w, const struct actor *a, int64_t id, msec drafted_at, bool publish, const char *reason)
{
	struct db_done done;

	TRY(sql_faq_judge(w->db,
			  &(struct sql_faq_judge_in){.id = id, .drafted_at = drafted_at,
						     .state = publish ? "published" : "returned", .staff_id = a->id,
						     .staff_name = a->name, .now = w->now, .reason = publish ? NULL : reason},
			  &done));
	return done.affected ? ERR_NONE : ERR_CONFLICT;
}

enum err faq_withdraw(const struct casework *w, const struct actor *a, int64_t id, const char *reason)
{
	struct db_done done;

	TRY(sql_faq_withdraw(w->db,
			     &(struct sql_faq_withdraw_in){.id = id, .staff_id = a->id, .staff_name = a->name, .now = w->now,
							   .reason = reason},
			     &done));
	return done.affected ? ERR_NONE : ERR_CONFLICT;
}
