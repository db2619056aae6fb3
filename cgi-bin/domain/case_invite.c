#include "domain/case_invite.h"

#include "base/text.h"
#include "gen/sql.h"

/* Whoever was served in person rates that service, whoever did a step on the web the case; a conclusion renews the latter. */
static const struct {
	enum action action;
	enum rating_kind web, counter, post;
} invites[] = {
	{ACTION_SUBMIT, RATING_ONLINE, RATING_NONE, RATING_NONE},
	{ACTION_ANSWER_CORRECTION, RATING_ONLINE, RATING_NONE, RATING_NONE},
	{ACTION_RECEIVE, RATING_NONE, RATING_COUNTER, RATING_NONE},
	{ACTION_GRANT_ON_SPOT, RATING_CONCLUSION, RATING_COUNTER, RATING_CONCLUSION},
	{ACTION_ISSUE, RATING_COUNTER, RATING_COUNTER, RATING_COUNTER},
	{ACTION_PART_ISSUE, RATING_COUNTER, RATING_COUNTER, RATING_COUNTER},
	{ACTION_GRANT, RATING_CONCLUSION, RATING_CONCLUSION, RATING_CONCLUSION},
	{ACTION_REFUSE, RATING_CONCLUSION, RATING_CONCLUSION, RATING_CONCLUSION},
	{ACTION_FORWARD, RATING_CONCLUSION, RATING_CONCLUSION, RATING_CONCLUSION},
	{ACTION_PARTS_CONCLUDE, RATING_CONCLUSION, RATING_CONCLUSION, RATING_CONCLUSION},
	{ACTION_REFUSE_ACCEPTANCE, RATING_CONCLUSION, RATING_CONCLUSION, RATING_CONCLUSION},
	{ACTION_RETURN_FILE, RATING_CONCLUSION, RATING_CONCLUSION, RATING_CONCLUSION},
	{ACTION_TERMINATE, RATING_CONCLUSION, RATING_CONCLUSION, RATING_CONCLUSION},
};

enum rating_kind case_invites(enum action action, const char *channel)
{
	for (size_t i = 0; i < sizeof(invites) / sizeof(invites[0]); i++)
		if (invites[i].action == action)
			return text_eq(channel, "web")	      ? invites[i].web
			       : text_eq(channel, "counter") ? invites[i].counter
							     : invites[i].post;
	return RATING_NONE;
}

/* person_of - what the system does at once needs nobody: who was served is known from the step before. */
static enum err person_of(const struct act *x, struct bytes *person)
{
	struct sql_rating_person_of_row *r;

	if (x->a->kind == ACTOR_SYSTEM)
		return ERR_NONE;
	TRY(sql_rating_person_of(x->w->db, x->w->ctx, &(struct sql_rating_person_of_in){.case_id = x->c->id}, &r));
	*person = r->person;
	return ERR_NONE;
}

static enum err phone_of(const struct act *x, char **phone)
{
	struct sql_case_contact_row *r;

	TRY(sql_case_contact(x->w->db, x->w->ctx, &(struct sql_case_contact_in){.id = x->c->id}, &r));
	if (r->account_phone.p)
		return field_open(x->w->ctx, x->w->keys, "account.phone_sealed", 0, r->account_phone, phone);
	return field_open(x->w->ctx, x->w->keys, "cases.applicant_phone_sealed", 0, r->applicant_phone, phone);
}

enum err act_invite(const struct act *x)
{
	const struct casefile *c = x->c;
	struct rating_about about = {
		.kind = case_invites(x->t->action, c->channel), .since = MSEC_NONE, .case_id = c->id, .event_seq = x->seq,
		.stage = action_key(x->t->action), .staff_id = x->a->kind == ACTOR_STAFF ? x->a->id : 0,
		.dept_code = c->dept_code, .matter_code = c->matter_code, .matter_name = c->matter_name,
		.account_id = c->account_id, .subject_name = c->matter_name};
	char *phone = NULL;

	if (about.kind == RATING_NONE)
		return ERR_NONE;
	TRY(person_of(x, &about.person));
	if (about.kind != RATING_ONLINE)
		TRY(phone_of(x, &phone));
	about.phone = phone;
	return rating_invite(x->w, &about, NULL);
}
