#include "apply/apply.h"
#include "apply/forms.h"

#define KB 1024
#define SMALL (8 * KB)
#define WHOLE_FORM (192 * KB) /* all fields of a matter at once, percent-encoded Chinese included */

FORM_DEFINE(submit, SUBMIT)
FORM_DEFINE(withdraw, WITHDRAW)
FORM_DEFINE(answer, ANSWER)
FORM_DEFINE(choose, CHOOSE)
FORM_DEFINE(mode, MODE)
FORM_DEFINE(reuse, REUSE)

#define GET(path, let, handler) {METHOD_GET, path, let, .handle = (handler)}
#define POST(path, max, handler) \
	{METHOD_POST, path, LET_CITIZEN, .body = BODY_FORM, .body_max = (max), .handle = (handler)}
#define POST_FORM(path, spec, handler, again)                                                               \
	{METHOD_POST, path, LET_CITIZEN, .body = BODY_FORM, .body_max = SMALL, .form = &(spec),             \
	 .handle = (handler), .refill = (again)}

const struct route apply_routes[] = {
	GET("/apply/{code}", LET_VISITOR, start_get),
	POST("/apply/{code}", SMALL, start_post),
	GET("/apply/{code}/{key}", LET_CITIZEN, form_get),
	POST("/apply/{code}/{key}", WHOLE_FORM, form_post),
	POST("/apply/{code}/{key}/field", 32 * KB, field_post),
	GET("/apply/{code}/{key}/mode", LET_CITIZEN, mode_get),
	POST_FORM("/apply/{code}/{key}/mode", mode_spec, mode_post, mode_get),
	GET("/apply/{code}/{key}/materials", LET_CITIZEN, materials_get),
	POST_FORM("/apply/{code}/{key}/materials/{item}", choose_spec, material_post, NULL),
	POST_FORM("/apply/{code}/{key}/materials/{item}/reuse", reuse_spec, reuse_post, NULL),
	GET("/apply/{code}/{key}/check", LET_CITIZEN, check_get),
	POST_FORM("/apply/{code}/{key}/submit", submit_spec, submit_post, check_get),
	GET("/apply/{code}/{key}/discard", LET_CITIZEN, discard_get),
	POST("/apply/{code}/{key}/discard", SMALL, discard_post),

	GET("/case/{case_no}", LET_CITIZEN, case_get),
	GET("/case/{case_no}/receipt", LET_CITIZEN, receipt_get),
	GET("/case/{case_no}/documents/{id}", LET_CITIZEN, document_get),
	GET("/case/{case_no}/documents/{id}/pdf", LET_CITIZEN, document_pdf_get),
	POST("/case/{case_no}/field", 32 * KB, fix_field_post),
	POST_FORM("/case/{case_no}/materials/{item}", choose_spec, fix_material_post, NULL),
	POST_FORM("/case/{case_no}/materials/{item}/reuse", reuse_spec, fix_reuse_post, NULL),
	POST_FORM("/case/{case_no}/answer", answer_spec, answer_post, NULL),
	GET("/case/{case_no}/withdraw", LET_CITIZEN, withdraw_get),
	POST_FORM("/case/{case_no}/withdraw", withdraw_spec, withdraw_post, withdraw_get),
	{.path = NULL},
};
