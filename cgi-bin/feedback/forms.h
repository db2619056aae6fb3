/* forms.h - the forms of the feedback pages. */
#ifndef FEEDBACK_FORMS_H
#define FEEDBACK_FORMS_H

#include "web/form.h"

#endif
