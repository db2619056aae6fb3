/* preview.c - what the frame beside the verdicts shows: a picture that was uploaded, or what a notice will say.  Nothing is
 * stored and nothing is numbered. */
#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/document.h"
#include "domain/document_data.h"
#include "gen/sql.h"
#include "parts/documentpage.h"
#include "web/page.h"

/* judged - the case as it would be with these verdicts. */
static struct casefile judged(void *ctx, const struct casefile *c, const struct case_args *args)
{
	struct casefile out = *c;
	out.items = mem_array(ctx, struct case_item, c->nitems + args->njudgements);
	for (size_t i = 0; i < c->nitems; i++)
		out.items[i] = c->items[i];
	for (size_t k = 0; k < args->njudgements; k++) {
		const struct case_judgement *j = &args->judgements[k];
		size_t i = 0;
		while (i < out.nitems && !text_eq(out.items[i].item, j->item))
			i++;
		int at = i == out.nitems && text_starts(j->item, "f.") ? mform_find(&c->matter->form, j->item + 2) : -1;
		if (i == out.nitems && at < 0)
			continue;
		if (i == out.nitems)
			out.items[out.nitems++] = (struct case_item){
				.item = j->item, .name = case_field_item_name(ctx, c->matter->form.field[at]->label)};
		out.items[i].verdict = j->verdict;
		out.items[i].reason = j->reason;
		out.items[i].remedy = j->remedy;
	}
	return out;
}

enum err desk_unsent(const struct desk_deed *deed, struct tpl *d)
{
	const struct document_form *form = document_form_of(deed->row->document);
	struct casefile shown = judged(deed->w->ctx, deed->c, deed->args);
	const char *title = document_title(deed->w->ctx, form, deed->c, transition_of_part(deed->row));
	struct document_issue issue = {.c = &shown, .actor = deed->a, .args = deed->args, .t = deed->row};
	struct document doc = {.form = form, .title = title, .issued_at = deed->w->now, .ref = shown.ref,
			       .number = form->series ? "（发出时编号）" : NULL, .token_version = shown.token_version};
	struct json *data;
	char *text, *why;

	TRY(document_data(deed->w, &issue, form, doc.number, &text));
	TRY(json_parse(deed->w->ctx, text, strlen(text), &data, &why));
	doc.data = data;
	tpl_text(d, T_DOC_TITLE, title);
	return documentpage_show(&(struct documentpage){.w = deed->w, .doc = &doc}, d);
}

enum err preview_post(struct request *q, struct page *p)
{
	const struct act_form *f = q->form->value;
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	const struct transition *row;
	struct case_args args;
	struct casefile *c;

	TRY(desk_case(q, &w, &a, &c));
	TRY(desk_act(&w, &a, c, action_of(f->act), &row));
	if (!row || !row->document || !(row->asks & ASK_VERDICTS))
		return ERR_CONFLICT;
	desk_args(q, c, &args);
	p->title = mem_fmt(q->ctx, "预览：%s", document_form_of(row->document)->title);
	p->body = TPL_desk_preview;
	p->framed = true;
	return desk_unsent(&(struct desk_deed){&w, &a, c, row, &args}, p->d);
}

/* picture_get - a page around an uploaded picture that fits it into the frame.  The picture itself comes from /file/{id},
 * which asks again who may see it, and keeps the record of looks. */
enum err picture_get(struct request *q, struct page *p)
{
	struct casework w = casework_of(q);
	struct actor a = actor_staff(q);
	struct sql_case_file_get_row *f;
	struct casefile *c;
	int64_t id;

	TRY(desk_case(q, &w, &a, &c));
	if (!text_int(request_param(q, "id"), 1, INT64_MAX, &id))
		return ERR_NOT_FOUND;
	TRY(sql_case_file_get(w.db, q->ctx, &(struct sql_case_file_get_in){id}, &f));
	if (f->case_id != c->id)
		return ERR_NOT_FOUND;
	p->title = f->file_name;
	p->body = TPL_desk_picture;
	p->framed = true;
	tpl_int(p->d, T_FILE_ID, id);
	tpl_text(p->d, T_FILE_NAME, f->file_name);
	return ERR_NONE;
}
