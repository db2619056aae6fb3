/* voice.h - complaints, enquiries and frequent questions at the desk. */
#ifndef DESK_VOICE_H
#define DESK_VOICE_H

#include "domain/faq.h"
#include "web/page.h"
#include "web/request.h"
#include "web/route.h"

/* who works on complaints; who writes one down for somebody else */
#define ROLES_COMPLAINT (ROLE_COMPLAINT | ROLE_COORDINATOR | ROLE_MANAGER | ROLE_SUPERVISOR | ROLES_DEPT)
#define ROLES_COMPLAINT_NEW (ROLE_COMPLAINT | ROLE_COORDINATOR | ROLE_CLERK | ROLE_GUIDE | ROLE_PERSONAL)
#define ROLES_ENQUIRY_FRONT (ROLE_GUIDE | ROLE_CLERK | ROLE_PERSONAL | ROLE_COORDINATOR)
#define ROLES_ENQUIRY (ROLES_ENQUIRY_FRONT | ROLE_MANAGER | ROLE_SUPERVISOR | ROLES_DEPT)
#define ROLES_FAQ (ROLES_FAQ_WRITE | ROLES_FAQ_JUDGE | ROLE_MANAGER | ROLE_SUPERVISOR)

/* complaints.c */
handler complaints_get, complaint_new_get, complaint_new_post, desk_complaint_get, desk_complaint_act_post,
	desk_complaint_reveal_post, desk_complaint_reply_get, desk_complaint_reply_pdf_get, desk_complaint_receipt_get, desk_complaint_file_get;
/* enquiries.c */
handler enquiries_get, enquiry_new_get, enquiry_new_post, desk_enquiry_get, desk_enquiry_act_post, desk_enquiry_reveal_post;
/* faqs.c */
handler faqs_get, faq_new_get, faq_new_post, faq_get, faq_write_post, faq_judge_post, faq_withdraw_post;

/* place in a list ordered by due day and number: "2026-03-02.17" */
struct desk_after {
	day due;
	int64_t id;
};
struct desk_after desk_after_read(const struct request *q);
char *desk_after_url(const struct request *q, const char *url, day due, int64_t id);
/* desk_look_log - an officer sees something in clear: who, what, why; before it is shown. */
MUST_CHECK enum err desk_look_log(const struct request *q, const char *fields, const char *why);
/* desk_reveal_show - what was typed into the form that asks why. */
void desk_reveal_show(const struct request *q, struct tpl *t);

#endif
