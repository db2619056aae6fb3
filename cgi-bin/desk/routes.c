#include "desk/desk.h"
#include "desk/forms.h"
#include "desk/promise.h"
#include "desk/queue.h"
#include "desk/intake.h"
#include "desk/voice.h"
#include "desk/ratings.h"
#include "domain/rating_order.h"
#include "parts/signinpage.h"
#include "parts/voicepage.h"

FORM_DEFINE(act, ACT)
FORM_DEFINE(reveal, REVEAL)
FORM_DEFINE(intake_find, INTAKE_FIND)
FORM_DEFINE(intake_open, INTAKE_OPEN)
FORM_DEFINE(intake_material, INTAKE_MATERIAL)
FORM_DEFINE(intake_mode, INTAKE_MODE)
FORM_DEFINE(intake_receive, INTAKE_RECEIVE)
FORM_DEFINE(password_reset, PASSWORD_RESET)
FORM_DEFINE(gap_take, GAP_TAKE)
FORM_DEFINE(queue_open, QUEUE_OPEN)
FORM_DEFINE(queue_pause, QUEUE_PAUSE)
FORM_DEFINE(queue_act, QUEUE_ACT)
FORM_DEFINE(repair, REPAIR)
FORM_DEFINE(archive_return, ARCHIVE_RETURN)
FORM_DEFINE(voice_why, VOICE_WHY)
FORM_DEFINE(faq, FAQ)
FORM_DEFINE(faq_judge, FAQ_JUDGE)
FORM_DEFINE(order_act, ORDER_ACT)
FORM_DEFINE(order_reveal, ORDER_REVEAL)
FORM_DEFINE(rating_review, RATING_REVIEW)

FORM_DEFINE(desk_booking, DESK_BOOKING)
FORM_DEFINE(desk_booking_change, DESK_BOOKING_CHANGE)
FORM_DEFINE(desk_appeal, DESK_APPEAL)

#define BOOKERS LET_STAFF, .roles = ROLES_BOOKING
#define KB 1024
#define STAFF LET_STAFF, .roles = ROLES_CASE
#define WINDOW LET_STAFF, .roles = ROLE_CLERK | ROLE_PERSONAL
#define ISSUE LET_STAFF, .roles = ROLES_ISSUE
#define LEDGER LET_STAFF, .roles = ROLES_LEDGER
#define ARCHIVE LET_STAFF, .roles = ROLES_ARCHIVE
#define ARCHIVIST LET_STAFF, .roles = ROLE_ARCHIVIST
#define INTAKE LET_STAFF, .roles = ROLE_CLERK
#define QUEUE LET_STAFF, .roles = ROLES_QUEUE
#define WHOLE_FORM (192 * KB) /* all fields of a matter at once */
#define EVERY_ROLE UINT32_C(0x0FFFFFFF)

const struct route desk_routes[] = {
	{METHOD_GET, "/desk/sign-in", LET_STAFF_VISITOR, .form = &sign_in_spec, .handle = sign_in_get},
	{METHOD_POST, "/desk/sign-in", LET_STAFF_VISITOR, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &sign_in_spec, .handle = sign_in_post, .refill = sign_in_get},
	{METHOD_POST, "/desk/sign-out", LET_STAFF_VISITOR, .body = BODY_FORM, .body_max = 4 * KB,
	 .handle = sign_out_post},
	{METHOD_POST, "/desk/sign-out-all", LET_STAFF, .roles = EVERY_ROLE, .body = BODY_FORM, .body_max = 4 * KB,
	 .handle = sign_out_all_post},
	{METHOD_GET, "/desk", LET_STAFF, .roles = ROLES_HOME, .handle = worklist_get},
	{METHOD_GET, "/desk/find", STAFF, .handle = find_get},
	{METHOD_GET, "/desk/alerts", LET_STAFF,
	 .roles = ROLE_SUPERVISOR | ROLE_COORDINATOR | ROLE_MANAGER | ROLES_DEPT, .handle = alerts_get},
	{METHOD_GET, "/desk/ratings", LET_STAFF, .roles = ROLES_RATING | ROLE_SUPERVISOR, .handle = ratings_get},
	{METHOD_GET, "/desk/ratings/review", LET_STAFF, .roles = ROLES_RATING, .form = &rating_review_spec, .handle = rating_review_get},
	{METHOD_POST, "/desk/ratings/review", LET_STAFF, .roles = ROLES_RATING, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &rating_review_spec, .handle = rating_review_post, .refill = rating_review_get},
	{METHOD_GET, "/desk/ratings/{order}", LET_STAFF, .roles = ROLES_RATING | ROLE_SUPERVISOR, .form = &order_act_spec,
	 .handle = rating_get},
	{METHOD_POST, "/desk/ratings/{order}", LET_STAFF, .roles = ROLES_RATING, .body = BODY_FORM, .body_max = 32 * KB,
	 .form = &order_act_spec, .handle = rating_act_post, .refill = rating_get},
	{METHOD_POST, "/desk/ratings/{order}/reveal", LET_STAFF, .roles = ROLES_RATING, .body = BODY_FORM, .body_max = 4 * KB,
	 .form = &order_reveal_spec, .handle = rating_reveal_post, .refill = rating_again},
	{METHOD_GET, "/desk/bookings", BOOKERS, .handle = bookings_get},
	{METHOD_POST, "/desk/bookings/appeals", LET_STAFF, .roles = ROLE_COORDINATOR, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &desk_appeal_spec, .handle = booking_appeal_post},
	{METHOD_GET, "/desk/bookings/new", BOOKERS, .form = &desk_booking_spec, .handle = booking_new_get},
	{METHOD_POST, "/desk/bookings/new", BOOKERS, .body = BODY_FORM, .body_max = 8 * KB, .form = &desk_booking_spec,
	 .handle = booking_new_post, .refill = booking_new_get},
	{METHOD_GET, "/desk/bookings/v/{number}", BOOKERS, .form = &desk_booking_change_spec, .handle = booking_change_get},
	{METHOD_POST, "/desk/bookings/v/{number}", BOOKERS, .body = BODY_FORM, .body_max = 4 * KB,
	 .form = &desk_booking_change_spec, .handle = booking_change_post, .refill = booking_change_get},
	{METHOD_GET, "/desk/parts", LET_STAFF, .roles = ROLES_PARTS, .handle = parts_get},
	{METHOD_GET, "/desk/case/{case_no}", STAFF, .handle = case_get},
	{METHOD_GET, "/desk/case/{case_no}/do/{act}", STAFF, .form = &act_spec, .handle = act_get},
	{METHOD_POST, "/desk/case/{case_no}/act", STAFF, .body = BODY_FORM, .body_max = 128 * KB, .form = &act_spec,
	 .handle = act_post, .refill = act_again},
	{METHOD_GET, "/desk/case/{case_no}/correct", INTAKE, .handle = spot_get},
	{METHOD_POST, "/desk/case/{case_no}/correct", INTAKE, .body = BODY_FORM, .body_max = WHOLE_FORM,
	 .handle = spot_post},
	{METHOD_GET, "/desk/case/{case_no}/files/{id}", STAFF, .handle = picture_get},
	{METHOD_POST, "/desk/case/{case_no}/preview", STAFF, .body = BODY_FORM, .body_max = 128 * KB, .form = &act_spec,
	 .handle = preview_post},
	{METHOD_POST, "/desk/case/{case_no}/reveal", STAFF, .body = BODY_FORM, .body_max = 4 * KB,
	 .form = &reveal_spec, .handle = reveal_post, .refill = case_get},
	{METHOD_GET, "/desk/case/{case_no}/documents/{id}", STAFF, .handle = document_get},
	{METHOD_GET, "/desk/case/{case_no}/documents/{id}/pdf", STAFF, .handle = document_pdf_get},
	{METHOD_GET, "/desk/issue", ISSUE, .handle = issues_get},
	{METHOD_GET, "/desk/issue/{case_no}", ISSUE, .handle = issue_get},
	{METHOD_POST, "/desk/issue/{case_no}/reveal", ISSUE, .body = BODY_FORM, .body_max = 4 * KB,
	 .form = &reveal_spec, .handle = issue_reveal_post, .refill = issue_get},
	{METHOD_GET, "/desk/ledger", LEDGER, .handle = ledger_get},
	{METHOD_GET, "/desk/ledger.csv", LEDGER, .handle = ledger_csv_get},
	{METHOD_GET, "/desk/checks", LET_STAFF, .roles = ROLES_DEPT, .handle = checks_get},
	{METHOD_GET, "/desk/gaps", LET_STAFF,
	 .roles = ROLE_CLERK | ROLE_ISSUER | ROLE_SUPERVISOR | ROLE_COORDINATOR | ROLE_MANAGER | ROLES_DEPT, .handle = gaps_get},
	{METHOD_GET, "/desk/case/{case_no}/gaps", STAFF, .handle = case_gaps_get},
	{METHOD_POST, "/desk/case/{case_no}/gaps/{item}", LET_STAFF, .roles = ROLE_CLERK, .body = BODY_FORM,
	 .body_max = 4 * KB, .form = &gap_take_spec, .handle = case_gap_post},
	{METHOD_GET, "/desk/credit", LET_STAFF, .roles = ROLE_SUPERVISOR | ROLE_COORDINATOR | ROLE_MANAGER,
	 .handle = credit_get},
	{METHOD_GET, "/desk/credit/{id}", LET_STAFF, .roles = ROLE_COORDINATOR | ROLE_MANAGER, .form = &repair_spec,
	 .handle = repair_get},
	{METHOD_POST, "/desk/credit/{id}", LET_STAFF, .roles = ROLE_COORDINATOR | ROLE_MANAGER, .body = BODY_FORM,
	 .body_max = 16 * KB, .form = &repair_spec, .handle = repair_post, .refill = repair_get},
	{METHOD_GET, "/desk/archive", ARCHIVE, .handle = archive_get},
	{METHOD_GET, "/desk/archive.csv", ARCHIVE, .handle = archive_csv_get},
	{METHOD_GET, "/desk/archive/{case_no}", ARCHIVE, .handle = archive_case_get},
	{METHOD_GET, "/desk/archive/{case_no}/package/{id}", ARCHIVIST, .handle = archive_package_file_get},
	{METHOD_POST, "/desk/archive/{case_no}/package/{id}/accept", ARCHIVIST, .body = BODY_FORM, .body_max = 4 * KB,
	 .handle = archive_accept_post},
	{METHOD_POST, "/desk/archive/{case_no}/package/{id}/return", ARCHIVIST, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &archive_return_spec, .handle = archive_return_post, .refill = archive_case_get},
	{METHOD_GET, "/desk/certificates", STAFF, .handle = certificates_get},
	{METHOD_GET, "/desk/intake", INTAKE, .handle = intake_get},
	{METHOD_GET, "/desk/intake/matters/{code}", INTAKE, .form = &intake_find_spec, .handle = intake_new_get},
	{METHOD_POST, "/desk/intake/matters/{code}/find", INTAKE, .body = BODY_FORM, .body_max = 8 * KB, .form = &intake_find_spec,
	 .handle = intake_find_post, .refill = intake_new_get},
	{METHOD_POST, "/desk/intake/matters/{code}", INTAKE, .body = BODY_FORM, .body_max = 16 * KB, .form = &intake_open_spec,
	 .handle = intake_open_post, .refill = intake_open_again},
	{METHOD_GET, "/desk/intake/{key}", INTAKE, .handle = intake_form_get},
	{METHOD_POST, "/desk/intake/{key}", INTAKE, .body = BODY_FORM, .body_max = WHOLE_FORM, .handle = intake_form_post},
	{METHOD_POST, "/desk/intake/{key}/field", INTAKE, .body = BODY_FORM, .body_max = 32 * KB,
	 .handle = intake_field_post},
	{METHOD_GET, "/desk/intake/{key}/mode", INTAKE, .handle = intake_mode_get},
	{METHOD_POST, "/desk/intake/{key}/mode", INTAKE, .body = BODY_FORM, .body_max = 4 * KB, .form = &intake_mode_spec,
	 .handle = intake_mode_post, .refill = intake_mode_get},
	{METHOD_GET, "/desk/intake/{key}/materials", INTAKE, .handle = intake_materials_get},
	{METHOD_POST, "/desk/intake/{key}/materials/{item}", INTAKE, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &intake_material_spec, .handle = intake_material_post},
	{METHOD_GET, "/desk/intake/{key}/check", INTAKE, .handle = intake_check_get},
	{METHOD_POST, "/desk/intake/{key}/receive", INTAKE, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &intake_receive_spec, .handle = intake_receive_post, .refill = intake_check_get},
	{METHOD_GET, "/desk/intake/{key}/done", INTAKE, .handle = intake_done_get},
	{METHOD_GET, "/desk/intake/{key}/supplement", INTAKE, .handle = intake_supplement_get},
	{METHOD_GET, "/desk/intake/{key}/discard", INTAKE, .handle = intake_discard_get},
	{METHOD_POST, "/desk/intake/{key}/discard", INTAKE, .body = BODY_FORM, .body_max = 4 * KB,
	 .handle = intake_discard_post},
	{METHOD_GET, "/desk/password", WINDOW, .form = &password_reset_spec, .handle = password_get},
	{METHOD_POST, "/desk/password", WINDOW, .body = BODY_FORM, .body_max = 8 * KB, .form = &password_reset_spec,
	 .handle = password_post, .refill = password_get},
	{METHOD_GET, "/desk/queue", QUEUE, .handle = queue_get},
	{METHOD_POST, "/desk/queue/open", QUEUE, .body = BODY_FORM, .body_max = 4 * KB, .form = &queue_open_spec,
	 .handle = queue_open_post, .refill = queue_get},
	{METHOD_POST, "/desk/queue/close", QUEUE, .body = BODY_FORM, .body_max = 4 * KB, .handle = queue_close_post},
	{METHOD_POST, "/desk/queue/pause", QUEUE, .body = BODY_FORM, .body_max = 4 * KB, .form = &queue_pause_spec,
	 .handle = queue_pause_post},
	{METHOD_POST, "/desk/queue/call", QUEUE, .body = BODY_FORM, .body_max = 4 * KB, .handle = queue_call_post},
	{METHOD_POST, "/desk/queue/act", QUEUE, .body = BODY_FORM, .body_max = 4 * KB, .form = &queue_act_spec,
	 .handle = queue_act_post},
	{METHOD_GET, "/desk/load", LET_STAFF, .roles = ROLES_LOAD, .handle = load_get},
	{METHOD_GET, "/desk/complaints", LET_STAFF, .roles = ROLES_COMPLAINT | ROLES_COMPLAINT_NEW, .handle = complaints_get},
	{METHOD_GET, "/desk/complaints/new", LET_STAFF, .roles = ROLES_COMPLAINT_NEW, .form = &complain_spec,
	 .handle = complaint_new_get},
	{METHOD_POST, "/desk/complaints/new", LET_STAFF, .roles = ROLES_COMPLAINT_NEW, .body = BODY_FORM, .body_max = 48 * KB,
	 .form = &complain_spec, .handle = complaint_new_post, .refill = complaint_new_get},
	{METHOD_GET, "/desk/complaints/{number}", LET_STAFF, .roles = ROLES_COMPLAINT | ROLES_COMPLAINT_NEW,
	 .handle = desk_complaint_get},
	{METHOD_GET, "/desk/complaints/{number}/receipt", LET_STAFF, .roles = ROLES_COMPLAINT_NEW,
	 .handle = desk_complaint_receipt_get},
	{METHOD_GET, "/desk/complaints/{number}/reply/{level}", LET_STAFF, .roles = ROLES_COMPLAINT,
	 .handle = desk_complaint_reply_get},
	{METHOD_GET, "/desk/complaints/{number}/reply/{level}/pdf", LET_STAFF, .roles = ROLES_COMPLAINT,
	 .handle = desk_complaint_reply_pdf_get},
	{METHOD_GET, "/desk/complaints/{number}/files/{id}", LET_STAFF, .roles = ROLES_COMPLAINT,
	 .handle = desk_complaint_file_get},
	{METHOD_POST, "/desk/complaints/{number}/act", LET_STAFF, .roles = ROLES_COMPLAINT, .body = BODY_FORM,
	 .body_max = 48 * KB, .form = &voice_act_spec, .handle = desk_complaint_act_post, .refill = desk_complaint_get},
	{METHOD_POST, "/desk/complaints/{number}/reveal", LET_STAFF, .roles = ROLES_COMPLAINT, .body = BODY_FORM,
	 .body_max = 4 * KB, .form = &voice_why_spec, .handle = desk_complaint_reveal_post, .refill = desk_complaint_get},
	{METHOD_GET, "/desk/enquiries", LET_STAFF, .roles = ROLES_ENQUIRY, .handle = enquiries_get},
	{METHOD_GET, "/desk/enquiries/new", LET_STAFF, .roles = ROLES_ENQUIRY_FRONT, .form = &ask_spec, .handle = enquiry_new_get},
	{METHOD_POST, "/desk/enquiries/new", LET_STAFF, .roles = ROLES_ENQUIRY_FRONT, .body = BODY_FORM, .body_max = 24 * KB,
	 .form = &ask_spec, .handle = enquiry_new_post, .refill = enquiry_new_get},
	{METHOD_GET, "/desk/enquiries/{number}", LET_STAFF, .roles = ROLES_ENQUIRY, .handle = desk_enquiry_get},
	{METHOD_POST, "/desk/enquiries/{number}/act", LET_STAFF, .roles = ROLES_ENQUIRY, .body = BODY_FORM, .body_max = 48 * KB,
	 .form = &voice_act_spec, .handle = desk_enquiry_act_post, .refill = desk_enquiry_get},
	{METHOD_POST, "/desk/enquiries/{number}/reveal", LET_STAFF, .roles = ROLES_ENQUIRY, .body = BODY_FORM, .body_max = 4 * KB,
	 .form = &voice_why_spec, .handle = desk_enquiry_reveal_post, .refill = desk_enquiry_get},
	{METHOD_GET, "/desk/enquiries/{number}/faq", LET_STAFF, .roles = ROLES_FAQ_WRITE, .form = &faq_spec, .handle = faq_new_get},
	{METHOD_POST, "/desk/enquiries/{number}/faq", LET_STAFF, .roles = ROLES_FAQ_WRITE, .body = BODY_FORM, .body_max = 24 * KB,
	 .form = &faq_spec, .handle = faq_new_post, .refill = faq_new_get},
	{METHOD_GET, "/desk/faq", LET_STAFF, .roles = ROLES_FAQ, .handle = faqs_get},
	{METHOD_GET, "/desk/faq/{id}", LET_STAFF, .roles = ROLES_FAQ, .form = &faq_judge_spec, .handle = faq_get},
	{METHOD_POST, "/desk/faq/{id}/write", LET_STAFF, .roles = ROLES_FAQ_WRITE, .body = BODY_FORM, .body_max = 24 * KB,
	 .form = &faq_spec, .handle = faq_write_post},
	{METHOD_POST, "/desk/faq/{id}/judge", LET_STAFF, .roles = ROLES_FAQ_JUDGE, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &faq_judge_spec, .handle = faq_judge_post},
	{METHOD_POST, "/desk/faq/{id}/withdraw", LET_STAFF, .roles = ROLES_FAQ_JUDGE, .body = BODY_FORM, .body_max = 8 * KB,
	 .form = &faq_judge_spec, .handle = faq_withdraw_post},
	{.path = NULL},
};
