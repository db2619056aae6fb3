/* case_tell.c - an act's messages to the applicant, queued in the act's own transaction. */
#include "domain/case_apply.h"

#include "base/text.h"
#include "domain/case_part.h"
#include "domain/mask.h"
#include "domain/notice.h"
#include "domain/outbox.h"
#include "gen/sql.h"

static char *due_words(void *ctx, day d)
{
	return day_words(ctx, d == DUE_NEVER ? DAY_NONE : d);
}

/* due_told - the day that matters to the applicant: the end of the review, not what the office has to do meanwhile. */
static day due_told(const struct act *x)
{
	const struct casefile *c = x->c;
	day legal = c->running & CLOCK_BIT(CLOCK_LEGAL) ? c->due[CLOCK_LEGAL] : DUE_NEVER;
	day promised = c->running & CLOCK_BIT(CLOCK_PROMISED) ? c->due[CLOCK_PROMISED] : DUE_NEVER;

	if (c->state == STATE_RESULT_HELD || (x->t->effects & EFFECT_GAP_BACK))
		return c->due[CLOCK_GAP];
	if (STATE_BIT(c->state) & (STATE_BIT(STATE_ACCEPTED) | STATE_BIT(STATE_IN_REVIEW)))
		return promised < legal ? promised : legal;
	return c->next_due;
}

static enum err put_to(const struct act *x, const char *channel, const char *subject, const char *body, const char *to)
{
	if (text_empty(to))
		return ERR_NONE;
	return outbox_put(x->w, x->c->id, x->seq, x->c->account_id, channel, x->t->message, subject, body, to);
}

/* The account's own phone, or the one written on the paper application. */
static enum err contacts(const struct act *x, char **phone, char **email)
{
	struct sql_case_contact_row *r;

	TRY(sql_case_contact(x->w->db, x->w->ctx, &(struct sql_case_contact_in){.id = x->c->id}, &r));
	if (r->account_phone.p)
		TRY(field_open(x->w->ctx, x->w->keys, "account.phone_sealed", 0, r->account_phone, phone));
	else
		TRY(field_open(x->w->ctx, x->w->keys, "cases.applicant_phone_sealed", 0, r->applicant_phone, phone));
	return field_open(x->w->ctx, x->w->keys, "account.email_sealed", 0, r->account_email, email);
}

/* matter_told - of a part: its name inside that of the case.  The notices put one pair of quotation marks around. */
static const char *matter_told(const struct act *x)
{
	const struct case_part *p = transition_of_part(x->t) ? case_part_named(x->c) : NULL;

	return p ? mem_fmt(x->w->ctx, "%s”中的“%s", x->c->matter_name, p->name) : x->c->matter_name;
}

enum err act_tell(const struct act *x)
{
	const struct casefile *c = x->c;
	const struct case_part *part = transition_of_part(x->t) ? case_part_named(c) : NULL;
	const char *subject, *body;
	char *phone = NULL, *email = NULL;

	if (!x->t->message)
		return ERR_NONE;
	struct notice_facts f = {
		.surname = text_eq(c->applicant_kind, "natural") ? mask_name(x->w->ctx, c->applicant_name)
								 : c->applicant_name,
		.matter = matter_told(x),
		.short_no = part ? part->number : c->short_no,
		.due = due_words(x->w->ctx, due_told(x)),
		.link = mem_fmt(x->w->ctx, "%s/t/%s", x->w->conf->base_url,
				case_token(x->w->ctx, x->w->keys, c->ref, c->token_version)),
		.centre = x->w->conf->centre_name,
	};
	if (!notice_make(x->w->ctx, x->t->message, &f, &subject, &body))
		return ERR_INTERNAL;
	TRY(contacts(x, &phone, &email));
	TRY(put_to(x, "sms", subject, body, phone));
	return put_to(x, "email", subject, body, email);
}
