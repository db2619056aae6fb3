#include "feedback/feedback_pages.h"
#include "feedback/forms.h"

const struct route feedback_routes[] = {
	{METHOD_GET, "/rate", LET_VISITOR, .handle = rate_public_get},
	{.path = NULL},
};
